//! date_trunc, extract, date_part, age, date_bin, AT TIME ZONE, justify_*, isfinite, OVERLAPS, to_timestamp of seconds.

use super::arithmetic as value;
use super::calendar::{self, SECOND, is_finite, is_finite_date};
use super::fields::{self, Value};
use super::interval;
use super::trunc;
use crate::error::{SqlError, SqlResult};
use crate::functions::entry::Entry;
use crate::functions::kernel::Call;
use crate::functions::rows::{
    Date, F8, IntervalValue, Read, Span, Stamp, Str, Time, TimestampValue, TimestamptzValue, map1, map2, map3,
};
use crate::functions::{CastContext, cast, operator, scalar};
use crate::plan::typed::{BindContext, Typed};
use crate::types::datetime::{abbreviation_at_local, abbreviation_at_utc, posix, zone_or_abbreviation};
use crate::types::{PgType, TimeZone};
use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use guard::SqlState;

type Rows = SqlResult<ArrayRef>;
const TIMESTAMP: &str = "timestamp without time zone";
const TIMESTAMPTZ: &str = "timestamp with time zone";

/// The functions, one line each.
pub fn entries() -> Vec<Entry> {
    [truncations(), extracts(), parts(), zones(), others()].concat()
}

fn truncations() -> Vec<Entry> {
    vec![
        Entry::kernel("date_trunc(text, timestamp) timestamp", |c| {
            let rows = map2::<Str, Stamp, _>(c, |unit, t| trunc::timestamp_trunc(unit, t).map(TimestampValue));
            known_unit(c, TIMESTAMP, rows)
        }),
        Entry::kernel("date_trunc(text, timestamptz) timestamptz", |c| {
            let zone = c.display.time_zone;
            let rows =
                map2::<Str, Stamp, _>(c, |unit, t| trunc::timestamptz_trunc(unit, t, zone).map(TimestamptzValue));
            known_unit(c, TIMESTAMPTZ, rows)
        })
        .stable(),
        Entry::kernel("date_trunc(text, timestamptz, text) timestamptz", |c| {
            let rows = map3::<Str, Stamp, Str, _>(c, |unit, t, name| {
                let zone = if is_finite(t) { zone(name)? } else { TimeZone::Fixed(0) };
                trunc::timestamptz_trunc(unit, t, zone).map(TimestamptzValue)
            });
            known_unit(c, TIMESTAMPTZ, rows)
        }),
        Entry::kernel("date_trunc(text, interval) interval", |c| {
            let rows = map2::<Str, Span, _>(c, |unit, i| trunc::interval_trunc(unit, i).map(IntervalValue));
            known_unit(c, "interval", rows)
        }),
    ]
}

/// Puts the unit's name into its error where it is a constant.
fn known_unit(call: &Call<'_>, ty: &str, rows: Rows) -> Rows {
    rows.map_err(|error| match call.column::<Str>(0).ok().as_ref().and_then(|names| names.constant()) {
        Some(name) if error.report().message.starts_with("unit not recognized") => {
            let message = format!("unit \"{}\" not recognized for type {ty}", name.to_ascii_lowercase());
            SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message)
        }
        _ => error,
    })
}

/// A field as numeric, of a column of `R`.
fn extract<R: Read>(call: &Call<'_>, ty: &str, field: impl for<'a> Fn(&str, R::Value<'a>) -> SqlResult<Value>) -> Rows {
    let rows = map2::<Str, R, Option<Vec<u8>>>(call, |name, value| {
        Ok(field(name, value)?.numeric()?.map(|number| number.to_bytes()))
    });
    known_unit(call, ty, rows)
}

/// A field as float8, of a column of `R`.
fn part<R: Read>(call: &Call<'_>, ty: &str, field: impl for<'a> Fn(&str, R::Value<'a>) -> SqlResult<Value>) -> Rows {
    let rows = map2::<Str, R, Option<f64>>(call, |name, value| Ok(field(name, value)?.float()));
    known_unit(call, ty, rows)
}

fn of_instant(name: &str, instant: i64, zone: TimeZone) -> SqlResult<Value> {
    let offset = if is_finite(instant) { calendar::offset_at(zone, instant) } else { 0 };
    fields::of_timestamp(name, calendar::to_local(zone, instant)?, Some(offset), TIMESTAMPTZ)
}

fn extracts() -> Vec<Entry> {
    vec![
        Entry::kernel("extract(text, date) numeric", |c| extract::<Date>(c, "date", fields::of_date)),
        Entry::kernel("extract(text, time) numeric", |c| {
            extract::<Time>(c, "time without time zone", fields::of_time_of_day)
        }),
        Entry::kernel("extract(text, timestamp) numeric", |c| {
            extract::<Stamp>(c, TIMESTAMP, |name, t| fields::of_timestamp(name, t, None, TIMESTAMP))
        }),
        Entry::kernel("extract(text, timestamptz) numeric", |c| {
            let zone = c.display.time_zone;
            extract::<Stamp>(c, TIMESTAMPTZ, move |name, t| of_instant(name, t, zone))
        })
        .stable(),
        Entry::kernel("extract(text, interval) numeric", |c| extract::<Span>(c, "interval", fields::of_interval)),
    ]
}

fn parts() -> Vec<Entry> {
    vec![
        Entry::kernel("date_part(text, date) float8", |c| {
            part::<Date>(c, TIMESTAMP, |name, date| {
                fields::of_timestamp(name, value::date_to_timestamp(date)?, None, TIMESTAMP)
            })
        }),
        Entry::kernel("date_part(text, time) float8", |c| {
            part::<Time>(c, "time without time zone", fields::of_time_of_day)
        }),
        Entry::kernel("date_part(text, timestamp) float8", |c| {
            part::<Stamp>(c, TIMESTAMP, |name, t| fields::of_timestamp(name, t, None, TIMESTAMP))
        }),
        Entry::kernel("date_part(text, timestamptz) float8", |c| {
            let zone = c.display.time_zone;
            part::<Stamp>(c, TIMESTAMPTZ, move |name, t| of_instant(name, t, zone))
        })
        .stable(),
        Entry::kernel("date_part(text, interval) float8", |c| part::<Span>(c, "interval", fields::of_interval)),
    ]
}

/// A zone by its name in any case, by an abbreviation, or as POSIX writes an offset, where plus is west.
pub(super) fn zone(name: &str) -> SqlResult<TimeZone> {
    zone_or_abbreviation(name).ok_or_else(|| {
        // POSIX's form with a summer time: `PST8PDT,M3.2.0,M11.1.0`.
        let rest = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let summer = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ':'));
        if name.len() - rest.len() >= 3 && summer.len() < rest.len() && summer.starts_with(char::is_alphabetic) {
            return SqlError::unsupported("a time zone with a rule of its own for summer time is not supported");
        }
        SqlError::new(SqlState::INVALID_PARAMETER_VALUE, "time zone not recognized")
    })
}

/// As make_timestamptz takes it: a number has a sign, and plus is east.
pub(super) fn zone_of_numbers(name: &str) -> SqlResult<TimeZone> {
    let wrong = |message: &str| SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message.to_owned());
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(wrong("invalid input syntax for type numeric time zone")
            .hint("Numeric time zones must have \"-\" or \"+\" as first character."));
    }
    match (name.starts_with(['+', '-']), posix(name)) {
        (true, Some(west)) if west.abs() >= 16 * 3600 => Err(wrong("numeric time zone out of range")),
        (true, Some(west)) => Ok(TimeZone::Fixed(-west)),
        _ => zone(name),
    }
}

/// An interval as an offset east of Greenwich.
fn offset(span: IntervalMonthDayNano) -> SqlResult<TimeZone> {
    if span.months != 0 || span.days != 0 {
        let message = "interval time zone must not include months or days";
        return Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message));
    }
    let seconds = i32::try_from(interval::micros(span) / SECOND).map_err(|_| interval::out_of_range())?;
    Ok(TimeZone::Fixed(seconds))
}

/// Puts the zone's name into its error where it is a constant.
fn known_zone(call: &Call<'_>, rows: Rows) -> Rows {
    rows.map_err(|error| match call.column::<Str>(0).ok().as_ref().and_then(|names| names.constant()) {
        Some(name) if zone(name).is_err() && error.sqlstate() == SqlState::INVALID_PARAMETER_VALUE => {
            let message = format!("time zone \"{name}\" not recognized");
            SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message)
        }
        _ => error,
    })
}

fn zones() -> Vec<Entry> {
    vec![
        Entry::kernel("timezone(text, timestamp) timestamptz", |c| {
            known_zone(
                c,
                map2::<Str, Stamp, _>(c, |name, t| {
                    if is_finite(t) {
                        let zone = abbreviation_at_local(name, t).map_or_else(|| zone(name), Ok)?;
                        calendar::to_instant(zone, t).map(TimestamptzValue)
                    } else {
                        Ok(TimestamptzValue(t))
                    }
                }),
            )
        }),
        Entry::kernel("timezone(text, timestamptz) timestamp", |c| {
            known_zone(
                c,
                map2::<Str, Stamp, _>(c, |name, t| {
                    if is_finite(t) {
                        let zone = abbreviation_at_utc(name, t).map_or_else(|| zone(name), Ok)?;
                        calendar::to_local(zone, t).map(TimestampValue)
                    } else {
                        Ok(TimestampValue(t))
                    }
                }),
            )
        }),
        Entry::kernel("timezone(interval, timestamp) timestamptz", |c| {
            map2::<Span, Stamp, _>(c, |i, t| calendar::to_instant(offset(i)?, t).map(TimestamptzValue))
        }),
        Entry::kernel("timezone(interval, timestamptz) timestamp", |c| {
            map2::<Span, Stamp, _>(c, |i, t| calendar::to_local(offset(i)?, t).map(TimestampValue))
        }),
    ]
}

fn others() -> Vec<Entry> {
    vec![
        Entry::kernel("age(timestamp, timestamp) interval", |c| {
            map2::<Stamp, Stamp, _>(c, |a, b| value::age(a, b).map(IntervalValue))
        }),
        Entry::kernel("age(timestamptz, timestamptz) interval", |c| {
            let zone = c.display.time_zone;
            map2::<Stamp, Stamp, _>(c, |a, b| {
                value::age(calendar::to_local(zone, a)?, calendar::to_local(zone, b)?).map(IntervalValue)
            })
        })
        .stable(),
        Entry::special("age(timestamp) interval", |a, c| since_midnight(a, c, &PgType::Timestamp)),
        Entry::special("age(timestamptz) interval", |a, c| since_midnight(a, c, &PgType::Timestamptz)),
        Entry::kernel("date_bin(interval, timestamp, timestamp) timestamp", |c| {
            map3::<Span, Stamp, Stamp, _>(c, |stride, t, origin| value::bin(stride, t, origin).map(TimestampValue))
        }),
        Entry::kernel("date_bin(interval, timestamptz, timestamptz) timestamptz", |c| {
            map3::<Span, Stamp, Stamp, _>(c, |stride, t, origin| value::bin(stride, t, origin).map(TimestamptzValue))
        }),
        Entry::kernel("justify_days(interval) interval", |c| {
            map1::<Span, _>(c, |i| interval::justify_days(i).map(IntervalValue))
        }),
        Entry::kernel("justify_hours(interval) interval", |c| {
            map1::<Span, _>(c, |i| interval::justify_hours(i).map(IntervalValue))
        }),
        Entry::kernel("justify_interval(interval) interval", |c| {
            map1::<Span, _>(c, |i| interval::justify_interval(i).map(IntervalValue))
        }),
        Entry::kernel("isfinite(date) bool", |c| map1::<Date, _>(c, |d| Ok(is_finite_date(d)))),
        Entry::kernel("isfinite(timestamp) bool", |c| map1::<Stamp, _>(c, |t| Ok(is_finite(t)))),
        Entry::kernel("isfinite(timestamptz) bool", |c| map1::<Stamp, _>(c, |t| Ok(is_finite(t)))),
        Entry::kernel("isfinite(interval) bool", |c| map1::<Span, _>(c, |_| Ok(true))),
        Entry::kernel("to_timestamp(float8) timestamptz", |c| {
            map1::<F8, _>(c, |seconds| value::from_seconds(seconds).map(TimestamptzValue))
        }),
        Entry::special("overlaps(time, time, time, time) bool", overlaps),
        Entry::special("overlaps(time, interval, time, interval) bool", overlaps),
        Entry::special("overlaps(time, interval, time, time) bool", overlaps),
        Entry::special("overlaps(time, time, time, interval) bool", overlaps),
        Entry::special("overlaps(timestamp, timestamp, timestamp, timestamp) bool", overlaps),
        Entry::special("overlaps(timestamp, interval, timestamp, interval) bool", overlaps),
        Entry::special("overlaps(timestamp, interval, timestamp, timestamp) bool", overlaps),
        Entry::special("overlaps(timestamp, timestamp, timestamp, interval) bool", overlaps),
        Entry::special("overlaps(timestamptz, timestamptz, timestamptz, timestamptz) bool", overlaps),
        Entry::special("overlaps(timestamptz, interval, timestamptz, interval) bool", overlaps),
        Entry::special("overlaps(timestamptz, interval, timestamptz, timestamptz) bool", overlaps),
        Entry::special("overlaps(timestamptz, timestamptz, timestamptz, interval) bool", overlaps),
    ]
}

/// `age(t)`: since the midnight that began this day.
fn since_midnight(mut arguments: Vec<Typed>, context: &BindContext, ty: &PgType) -> SqlResult<Typed> {
    let today = scalar("current_date", Vec::new(), context)?;
    arguments.insert(0, cast(today, ty, -1, CastContext::Implicit, context)?);
    scalar("age", arguments, context)
}

/// `(a, b) OVERLAPS (c, d)`; an end may be a length. NULL stands for an unknown end, as in PostgreSQL's overlaps_timestamp.
fn overlaps(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let [a, b, c, d]: [Typed; 4] =
        arguments.try_into().map_err(|_| SqlError::internal("OVERLAPS of other than four values"))?;
    let end = |start: &Typed, end: Typed| match end.ty {
        PgType::Interval => operator("+", Some(start.clone()), end, context),
        _ => Ok(end),
    };
    let (b, d) = (end(&a, b)?, end(&c, d)?);
    let kernel = crate::functions::kernel::Invocation {
        strict: false,
        ..crate::functions::kernel::Invocation::new("overlaps(any, any, any, any) bool", overlap, PgType::Bool)
    };
    Ok(kernel.call(vec![a, b, c, d], context))
}

fn overlap(call: &Call<'_>) -> Rows {
    if call.types.first() == Some(&PgType::Time) { overlap_of::<Time>(call) } else { overlap_of::<Stamp>(call) }
}

fn overlap_of<R>(call: &Call<'_>) -> Rows
where
    R: for<'a> Read<Value<'a> = i64>,
{
    let (a, b, c, d) = (call.column::<R>(0)?, call.column::<R>(1)?, call.column::<R>(2)?, call.column::<R>(3)?);
    crate::functions::rows::build(call.rows, |row| {
        Ok(period(a.get(row), b.get(row)).zip(period(c.get(row), d.get(row))).and_then(|(x, y)| meet(x, y)))
    })
}

/// Start and end in order, the end unknown where one is NULL; nothing where both are.
fn period(start: Option<i64>, end: Option<i64>) -> Option<(i64, Option<i64>)> {
    match (start, end) {
        (Some(a), Some(b)) => Some((a.min(b), Some(a.max(b)))),
        (Some(one), None) | (None, Some(one)) => Some((one, None)),
        (None, None) => None,
    }
}

fn meet(x: (i64, Option<i64>), y: (i64, Option<i64>)) -> Option<bool> {
    let (first, second) = if x.0 > y.0 { (y, x) } else { (x, y) };
    if first.0 == second.0 {
        // Both begin together: they share that moment unless an end is unknown.
        return (first.1.is_some() && second.1.is_some()).then_some(true);
    }
    match first.1 {
        Some(end) if second.0 < end => Some(true),
        Some(_) if second.1.is_some() => Some(false),
        _ => None,
    }
}
