//! The operators among date, time, timestamp, timestamptz and interval.
//!
//! Comes in: values of two types. Goes out: a kernel's call, or for comparisons a plain comparison. Must never: wrap a column in a function where a constant can be moved to the column's type, because
//! a window is proved by such comparisons.

use super::arithmetic as value;
use super::calendar::{self, is_finite};
use super::interval;
use crate::error::{SqlError, SqlResult};
use crate::functions::entry::Entry;
use crate::functions::kernel::Call;
use crate::functions::rows::{
    Date, DateValue, F8, I4, IntervalValue, Span, Stamp, Time, TimeValue, TimestampValue, TimestamptzValue, map1, map2,
};
use crate::functions::{CastContext, cast};
use crate::plan::typed::{BindContext, Typed};
use crate::types::{PgType, TimeZone};
use datafusion::arrow::array::ArrayRef;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{BinaryExpr, Expr, Operator};

macro_rules! comparisons {
    ($($pair:literal),* $(,)?) => {
        vec![$(
            Entry::native(concat!("=(", $pair, ") bool"), |a, c| compare(Operator::Eq, a, c)).stable(),
            Entry::native(concat!("<>(", $pair, ") bool"), |a, c| compare(Operator::NotEq, a, c)).stable(),
            Entry::native(concat!("<(", $pair, ") bool"), |a, c| compare(Operator::Lt, a, c)).stable(),
            Entry::native(concat!("<=(", $pair, ") bool"), |a, c| compare(Operator::LtEq, a, c)).stable(),
            Entry::native(concat!(">(", $pair, ") bool"), |a, c| compare(Operator::Gt, a, c)).stable(),
            Entry::native(concat!(">=(", $pair, ") bool"), |a, c| compare(Operator::GtEq, a, c)).stable(),
        )*]
    };
}

type Rows = SqlResult<ArrayRef>;

/// The operators, one line each.
pub fn entries() -> Vec<Entry> {
    let mut all = comparisons![
        "date, timestamp",
        "timestamp, date",
        "date, timestamptz",
        "timestamptz, date",
        "timestamp, timestamptz",
        "timestamptz, timestamp",
    ];
    all.extend(of_dates());
    all.extend(of_timestamps());
    all.extend(of_intervals());
    all
}

fn of_dates() -> Vec<Entry> {
    vec![
        Entry::kernel("+(date, int4) date", |c| {
            map2::<Date, I4, _>(c, |d, n| value::date_plus_days(d, i64::from(n)).map(DateValue))
        }),
        Entry::kernel("+(int4, date) date", |c| {
            map2::<I4, Date, _>(c, |n, d| value::date_plus_days(d, i64::from(n)).map(DateValue))
        }),
        Entry::kernel("-(date, int4) date", |c| {
            map2::<Date, I4, _>(c, |d, n| value::date_plus_days(d, -i64::from(n)).map(DateValue))
        }),
        Entry::kernel("-(date, date) int4", |c| map2::<Date, Date, _>(c, value::date_minus_date)),
        Entry::kernel("+(date, interval) timestamp", |c| map2::<Date, Span, _>(c, date_plus)),
        Entry::kernel("+(interval, date) timestamp", |c| map2::<Span, Date, _>(c, |i, d| date_plus(d, i))),
        Entry::kernel("-(date, interval) timestamp", |c| {
            map2::<Date, Span, _>(c, |d, i| date_plus(d, interval::negate(i)?))
        }),
        Entry::kernel("+(date, time) timestamp", |c| map2::<Date, Time, _>(c, date_and_time)),
        Entry::kernel("+(time, date) timestamp", |c| map2::<Time, Date, _>(c, |t, d| date_and_time(d, t))),
        Entry::kernel("+(time, interval) time", |c| {
            map2::<Time, Span, _>(c, |t, i| Ok(TimeValue(value::time_plus(t, i))))
        }),
        Entry::kernel("+(interval, time) time", |c| {
            map2::<Span, Time, _>(c, |i, t| Ok(TimeValue(value::time_plus(t, i))))
        }),
        Entry::kernel("-(time, interval) time", |c| {
            map2::<Time, Span, _>(c, |t, i| Ok(TimeValue(value::time_minus(t, i))))
        }),
        Entry::kernel("-(time, time) interval", |c| {
            map2::<Time, Time, _>(c, |a, b| interval::interval(0, 0, a - b).map(IntervalValue))
        }),
    ]
}

type IntervalMonthDayNano = datafusion::arrow::datatypes::IntervalMonthDayNano;

fn date_plus(date: i32, span: IntervalMonthDayNano) -> SqlResult<TimestampValue> {
    value::timestamp_plus(value::date_to_timestamp(date)?, span).map(TimestampValue)
}

fn date_and_time(date: i32, time: i64) -> SqlResult<TimestampValue> {
    let stamp = value::date_to_timestamp(date)?;
    if !is_finite(stamp) {
        return Ok(TimestampValue(stamp));
    }
    calendar::checked(stamp.checked_add(time)).map(TimestampValue)
}

fn of_timestamps() -> Vec<Entry> {
    vec![
        Entry::kernel("+(timestamp, interval) timestamp", |c| {
            map2::<Stamp, Span, _>(c, |t, i| value::timestamp_plus(t, i).map(TimestampValue))
        }),
        Entry::kernel("+(interval, timestamp) timestamp", |c| {
            map2::<Span, Stamp, _>(c, |i, t| value::timestamp_plus(t, i).map(TimestampValue))
        }),
        Entry::kernel("-(timestamp, interval) timestamp", |c| {
            map2::<Stamp, Span, _>(c, |t, i| value::timestamp_plus(t, interval::negate(i)?).map(TimestampValue))
        }),
        Entry::kernel("-(timestamp, timestamp) interval", |c| {
            map2::<Stamp, Stamp, _>(c, |a, b| value::difference(a, b).map(IntervalValue))
        }),
        Entry::kernel("+(timestamptz, interval) timestamptz", |c| instant_plus(c, false)).stable(),
        Entry::kernel("+(interval, timestamptz) timestamptz", |c| {
            let zone = c.display.time_zone;
            map2::<Span, Stamp, _>(c, |i, t| value::timestamptz_plus(t, i, zone).map(TimestamptzValue))
        })
        .stable(),
        Entry::kernel("-(timestamptz, interval) timestamptz", |c| instant_plus(c, true)).stable(),
        Entry::kernel("-(timestamptz, timestamptz) interval", |c| {
            map2::<Stamp, Stamp, _>(c, |a, b| value::difference(a, b).map(IntervalValue))
        }),
    ]
}

fn instant_plus(call: &Call<'_>, minus: bool) -> Rows {
    let zone = call.display.time_zone;
    map2::<Stamp, Span, _>(call, |t, i| {
        let span = if minus { interval::negate(i)? } else { i };
        value::timestamptz_plus(t, span, zone).map(TimestamptzValue)
    })
}

fn of_intervals() -> Vec<Entry> {
    vec![
        Entry::kernel("+(interval, interval) interval", |c| {
            map2::<Span, Span, _>(c, |a, b| interval::add(a, b).map(IntervalValue))
        }),
        Entry::kernel("-(interval, interval) interval", |c| {
            map2::<Span, Span, _>(c, |a, b| interval::subtract(a, b).map(IntervalValue))
        }),
        Entry::kernel("-(interval) interval", |c| map1::<Span, _>(c, |a| interval::negate(a).map(IntervalValue))),
        Entry::kernel("*(interval, float8) interval", |c| {
            map2::<Span, F8, _>(c, |a, f| interval::multiply(a, f).map(IntervalValue))
        }),
        Entry::kernel("*(float8, interval) interval", |c| {
            map2::<F8, Span, _>(c, |f, a| interval::multiply(a, f).map(IntervalValue))
        }),
        Entry::kernel("/(interval, float8) interval", |c| {
            map2::<Span, F8, _>(c, |a, f| interval::divide(a, f).map(IntervalValue))
        }),
    ]
}

fn binary(left: Expr, operator: Operator, right: Expr) -> Expr {
    Expr::BinaryExpr(BinaryExpr::new(Box::new(left), operator, Box::new(right)))
}

/// A comparison across types: as a bound on the column itself where the other side is a constant, else over both sides cast to the richer type.
fn compare(operator: Operator, arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Expr> {
    let [left, right]: [Typed; 2] =
        arguments.try_into().map_err(|_| SqlError::internal("a comparison of other than two values"))?;
    let zone = context.display.time_zone;
    if let Some(bound) = bounded(&left, operator, &right, zone)? {
        return Ok(bound);
    }
    if let Some(swapped) = operator.swap()
        && let Some(bound) = bounded(&right, swapped, &left, zone)?
    {
        return Ok(bound);
    }
    let richer = match (&left.ty, &right.ty) {
        (PgType::Timestamptz, _) | (_, PgType::Timestamptz) => PgType::Timestamptz,
        _ => PgType::Timestamp,
    };
    let to = |value| cast(value, &richer, -1, CastContext::Implicit, context);
    Ok(binary(to(left)?.expr, operator, to(right)?.expr))
}

/// `value <operator> constant` with the constant in the value's own type, where it means the same.
fn bounded(value: &Typed, operator: Operator, constant: &Typed, zone: TimeZone) -> SqlResult<Option<Expr>> {
    let Expr::Literal(ScalarValue::TimestampMicrosecond(Some(stamp), _), _) = &constant.expr else { return Ok(None) };
    if matches!(value.expr, Expr::Literal(..)) || !is_finite(*stamp) {
        return Ok(None);
    }
    match (&value.ty, &constant.ty) {
        (PgType::Date, PgType::Timestamp) => Ok(date_bound(value, operator, *stamp, None)),
        (PgType::Date, PgType::Timestamptz) => Ok(date_bound(value, operator, *stamp, Some(zone))),
        // Where the clock never jumps, the wall clock orders as the instants do.
        (PgType::Timestamp, PgType::Timestamptz) => {
            let steady = matches!(zone, TimeZone::Fixed(_) | TimeZone::Named(chrono_tz::Tz::UTC));
            if !steady {
                return Ok(None);
            }
            let local = calendar::to_local(zone, *stamp)?;
            let literal = Expr::Literal(ScalarValue::TimestampMicrosecond(Some(local), None), None);
            Ok(Some(binary(value.expr.clone(), operator, literal)))
        }
        _ => Ok(None),
    }
}

/// A date's midnight against a moment, as a comparison of dates; equality is left to the cast.
fn date_bound(value: &Typed, operator: Operator, stamp: i64, zone: Option<TimeZone>) -> Option<Expr> {
    let midnight = |day: i64| {
        let local = calendar::timestamp(day, 0).ok()?;
        zone.map_or(Some(local), |zone| calendar::to_instant(zone, local).ok())
    };
    let strictly = matches!(operator, Operator::Gt | Operator::LtEq);
    let reached = |day: i64| midnight(day).map(|moment| if strictly { moment > stamp } else { moment >= stamp });
    let near = stamp.div_euclid(calendar::DAY);
    // No zone is more than a week from Greenwich: PostgreSQL takes offsets up to 167 hours.
    let first = (near - 8..=near + 9).find(|&day| reached(day) == Some(true))?;
    let day = calendar::date(first).ok()?;
    let operator = match operator {
        Operator::Gt | Operator::GtEq => Operator::GtEq,
        Operator::Lt | Operator::LtEq => Operator::Lt,
        _ => return None,
    };
    Some(binary(value.expr.clone(), operator, Expr::Literal(ScalarValue::Date32(Some(day)), None)))
}
