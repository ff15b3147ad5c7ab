//! make_date, make_time, make_timestamp, make_timestamptz, make_interval, and the moments of the statement.

use super::calendar::{self, HOUR, MINUTE, SECOND, day_number, days_in_month};
use super::functions::zone_of_numbers;
use super::interval;
use crate::error::{SqlError, SqlResult};
use crate::functions::entry::Entry;
use crate::functions::kernel::Call;
use crate::functions::rows::{
    DateValue, F8, I4, IntervalValue, Str, TimeValue, TimestampValue, TimestamptzValue, build, map3,
};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use chrono::{DateTime, Utc};
use datafusion::arrow::array::ArrayRef;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
use guard::SqlState;

fn overflow(what: &str) -> SqlError {
    SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, format!("{what} field value out of range"))
}

/// A checked day; a negative year is BC, and there is no year 0.
fn day(year: i32, month: i32, day: i32) -> SqlResult<i64> {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let astronomical = if year < 0 { year + 1 } else { year };
    if year == 0 || !(1..=12).contains(&month) || day < 1 || day > days_in_month(astronomical, month) {
        return Err(overflow("date"));
    }
    Ok(day_number(astronomical, month, day))
}

/// A checked time of day, in microseconds; second 60 is the next minute, hour 24 the next day.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
fn time(hour: i32, minute: i32, second: f64) -> SqlResult<i64> {
    let micros = (second * 1_000_000.0).round_ties_even();
    if !(0..=24).contains(&hour) || !(0..60).contains(&minute) || !(0.0..=60_000_000.0).contains(&micros) {
        return Err(overflow("time"));
    }
    let time = i64::from(hour) * HOUR + i64::from(minute) * MINUTE + micros as i64;
    if time > calendar::DAY { Err(overflow("time")) } else { Ok(time) }
}

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("make_date(int4, int4, int4) date", |c| {
            map3::<I4, I4, I4, _>(c, |y, m, d| calendar::date(day(y, m, d)?).map(DateValue))
        }),
        Entry::kernel("make_time(int4, int4, float8) time", |c| {
            map3::<I4, I4, F8, _>(c, |h, m, s| time(h, m, s).map(TimeValue))
        }),
        Entry::kernel("make_timestamp(int4, int4, int4, int4, int4, float8) timestamp", |c| {
            build(c.rows, |row| Ok(stamp(c, row)?.map(TimestampValue)))
        }),
        Entry::kernel("make_timestamptz(int4, int4, int4, int4, int4, float8) timestamptz", |c| {
            let zone = c.display.time_zone;
            build(c.rows, |row| {
                let local = stamp(c, row)?;
                local.map(|local| calendar::to_instant(zone, local).map(TimestamptzValue)).transpose()
            })
        })
        .stable(),
        Entry::kernel("make_timestamptz(int4, int4, int4, int4, int4, float8, text) timestamptz", |c| {
            let zones = c.column::<Str>(6)?;
            build(c.rows, |row| match (zones.get(row), stamp(c, row)?) {
                (Some(name), Some(local)) => {
                    calendar::to_instant(zone_of_numbers(name)?, local).map(TimestamptzValue).map(Some)
                }
                _ => Ok(None),
            })
        }),
        Entry::kernel("make_interval() interval", make_interval),
        Entry::kernel("make_interval(int4) interval", make_interval),
        Entry::kernel("make_interval(int4, int4) interval", make_interval),
        Entry::kernel("make_interval(int4, int4, int4) interval", make_interval),
        Entry::kernel("make_interval(int4, int4, int4, int4) interval", make_interval),
        Entry::kernel("make_interval(int4, int4, int4, int4, int4) interval", make_interval),
        Entry::kernel("make_interval(int4, int4, int4, int4, int4, int4) interval", make_interval),
        Entry::kernel("make_interval(int4, int4, int4, int4, int4, int4, float8) interval", make_interval),
        Entry::special("now() timestamptz", transaction_time),
        Entry::special("transaction_timestamp() timestamptz", transaction_time),
        Entry::special("current_timestamp() timestamptz", transaction_time),
        Entry::special("current_timestamp(int4) timestamptz", transaction_time),
        Entry::special("statement_timestamp() timestamptz", statement_time),
        // PostgreSQL's goes on during the statement; here a statement knows two moments only.
        Entry::special("clock_timestamp() timestamptz", statement_time),
        Entry::special("localtimestamp() timestamp", |a, c| moment_as(a, c, &PgType::Timestamp)),
        Entry::special("localtimestamp(int4) timestamp", |a, c| moment_as(a, c, &PgType::Timestamp)),
        Entry::special("localtime() time", |a, c| moment_as(a, c, &PgType::Time)),
        Entry::special("localtime(int4) time", |a, c| moment_as(a, c, &PgType::Time)),
        Entry::special("current_date() date", |a, c| moment_as(a, c, &PgType::Date)),
    ]
}

fn stamp(call: &Call<'_>, row: usize) -> SqlResult<Option<i64>> {
    let [years, months, days, hours, minutes] = [0, 1, 2, 3, 4].map(|index| call.column::<I4>(index));
    let (years, months, days, hours, minutes) = (years?, months?, days?, hours?, minutes?);
    let seconds = call.column::<F8>(5)?;
    match (years.get(row), months.get(row), days.get(row), hours.get(row), minutes.get(row), seconds.get(row)) {
        (Some(y), Some(mo), Some(d), Some(h), Some(mi), Some(s)) => {
            calendar::timestamp(day(y, mo, d)?, time(h, mi, s)?).map(Some)
        }
        _ => Ok(None),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the range is checked")]
fn make_interval(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let parts = (0..call.types.len().min(6)).map(|index| call.column::<I4>(index)).collect::<SqlResult<Vec<_>>>()?;
    let seconds = if call.types.len() == 7 { Some(call.column::<F8>(6)?) } else { None };
    build(call.rows, |row| {
        let mut given = [0i64; 6];
        for (place, part) in given.iter_mut().zip(&parts) {
            let Some(value) = part.get(row) else { return Ok(None) };
            *place = i64::from(value);
        }
        let seconds = match &seconds {
            Some(column) => match column.get(row) {
                Some(seconds) => seconds,
                None => return Ok(None),
            },
            None => 0.0,
        };
        let [years, months, weeks, days, hours, minutes] = given;
        let narrow = |part: i64| i32::try_from(part).map_err(|_| interval::out_of_range());
        let micros = (seconds * SECOND as f64).round_ties_even();
        if micros.is_nan() || micros.abs() >= i64::MAX as f64 {
            return Err(interval::out_of_range());
        }
        let time = (hours * HOUR + minutes * MINUTE).checked_add(micros as i64).ok_or_else(interval::out_of_range)?;
        interval::interval(narrow(years * 12 + months)?, narrow(weeks * 7 + days)?, time).map(IntervalValue).map(Some)
    })
}

fn literal(time: DateTime<Utc>, arguments: &[Typed]) -> Typed {
    let digits = match arguments.first().map(|argument| &argument.expr) {
        Some(Expr::Literal(ScalarValue::Int32(Some(digits)), _)) => u32::try_from(*digits).unwrap_or(0).min(6),
        _ => 6,
    };
    let unit = 10i64.pow(6 - digits);
    let micros = time.timestamp_micros();
    let rounded = (micros + unit / 2).div_euclid(unit) * unit;
    let value = ScalarValue::TimestampMicrosecond(Some(rounded), Some("UTC".into()));
    let typmod = if arguments.is_empty() { -1 } else { i32::try_from(digits).unwrap_or(-1) };
    Typed { expr: Expr::Literal(value, None), ty: PgType::Timestamptz, typmod }
}

fn transaction_time(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    Ok(literal(context.clock.transaction_time(), &arguments))
}

fn statement_time(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    Ok(literal(context.clock.statement_time(), &arguments))
}

/// The transaction's moment on the session's wall clock.
fn moment_as(arguments: Vec<Typed>, context: &BindContext, ty: &PgType) -> SqlResult<Typed> {
    let now = literal(context.clock.transaction_time(), &arguments);
    let Expr::Literal(ScalarValue::TimestampMicrosecond(Some(instant), _), _) = now.expr else {
        return Err(SqlError::internal("the moment is not a timestamp"));
    };
    let local = calendar::to_local(context.display.time_zone, instant)?;
    let (day, time) = calendar::split(local);
    let value = match ty {
        PgType::Date => ScalarValue::Date32(Some(calendar::date(day)?)),
        PgType::Time => ScalarValue::Time64Microsecond(Some(time)),
        _ => ScalarValue::TimestampMicrosecond(Some(local), None),
    };
    Ok(Typed { expr: Expr::Literal(value, None), ty: ty.clone(), typmod: now.typmod })
}
