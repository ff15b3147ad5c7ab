//! Interval arithmetic: months, days and microseconds apart, with PostgreSQL's cascades of fractions.

use crate::error::{SqlError, SqlResult};
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use guard::SqlState;

pub(crate) const DAY: i64 = 86_400_000_000;
pub(crate) const HOUR: i64 = 3_600_000_000;
pub(crate) const MINUTE: i64 = 60_000_000;
pub(crate) const SECOND: i64 = 1_000_000;
const DAYS_PER_MONTH: i64 = 30;

/// An interval from its three parts, the last in microseconds.
pub(crate) fn interval(months: i32, days: i32, micros: i64) -> SqlResult<IntervalMonthDayNano> {
    // The form holds nanoseconds, 292 years of them; PostgreSQL's own limit is a thousand times that.
    let nanos = micros.checked_mul(1000).ok_or_else(too_long)?;
    Ok(IntervalMonthDayNano::new(months, days, nanos))
}

/// The part of an interval below a day, in microseconds.
pub(crate) fn micros(value: IntervalMonthDayNano) -> i64 {
    value.nanoseconds / 1000
}

/// An interval of more hours than its form here has, and fewer than PostgreSQL's.
pub(crate) fn too_long() -> SqlError {
    SqlError::unsupported("an interval of more than 2562047 hours is not supported")
}

pub(crate) fn out_of_range() -> SqlError {
    SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "interval out of range")
}

pub(crate) fn add(a: IntervalMonthDayNano, b: IntervalMonthDayNano) -> SqlResult<IntervalMonthDayNano> {
    let months = a.months.checked_add(b.months).ok_or_else(out_of_range)?;
    let days = a.days.checked_add(b.days).ok_or_else(out_of_range)?;
    let nanos = a.nanoseconds.checked_add(b.nanoseconds).ok_or_else(too_long)?;
    Ok(IntervalMonthDayNano::new(months, days, nanos))
}

pub(crate) fn negate(value: IntervalMonthDayNano) -> SqlResult<IntervalMonthDayNano> {
    let months = value.months.checked_neg().ok_or_else(out_of_range)?;
    let days = value.days.checked_neg().ok_or_else(out_of_range)?;
    let nanos = value.nanoseconds.checked_neg().ok_or_else(too_long)?;
    Ok(IntervalMonthDayNano::new(months, days, nanos))
}

pub(crate) fn subtract(a: IntervalMonthDayNano, b: IntervalMonthDayNano) -> SqlResult<IntervalMonthDayNano> {
    add(a, negate(b)?)
}

/// `interval * double precision`: the fraction of a month goes to days, that of a day to microseconds.
pub(crate) fn multiply(value: IntervalMonthDayNano, factor: f64) -> SqlResult<IntervalMonthDayNano> {
    scaled(value, factor, |part, factor| part * factor)
}

/// `interval / double precision`
pub(crate) fn divide(value: IntervalMonthDayNano, divisor: f64) -> SqlResult<IntervalMonthDayNano> {
    if divisor == 0.0 {
        return Err(SqlError::new(SqlState::DIVISION_BY_ZERO, "division by zero"));
    }
    scaled(value, divisor, |part, divisor| part / divisor)
}

#[expect(clippy::cast_precision_loss, reason = "PostgreSQL computes it in double precision")]
fn scaled(value: IntervalMonthDayNano, factor: f64, by: fn(f64, f64) -> f64) -> SqlResult<IntervalMonthDayNano> {
    let months_exact = by(f64::from(value.months), factor);
    let months = whole32(months_exact)?;
    let days_exact = by(f64::from(value.days), factor);
    let mut days = whole32(days_exact)?;
    let month_rest_days = six_places((months_exact - f64::from(months)) * DAYS_PER_MONTH as f64);
    let mut seconds_rest =
        six_places((days_exact - f64::from(days) + month_rest_days - month_rest_days.trunc()) * 86_400.0);
    if seconds_rest.abs() >= 86_400.0 {
        let more = whole32(seconds_rest / 86_400.0)?;
        days = days.checked_add(more).ok_or_else(out_of_range)?;
        seconds_rest -= f64::from(more) * 86_400.0;
    }
    days = days.checked_add(whole32(month_rest_days)?).ok_or_else(out_of_range)?;
    let time = (by(micros(value) as f64, factor) + seconds_rest * SECOND as f64).round_ties_even();
    interval(months, days, whole64(time)?)
}

/// TSROUND: to six places, which hides what the float could not hold.
fn six_places(value: f64) -> f64 {
    (value * 1_000_000.0).round_ties_even() / 1_000_000.0
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
fn whole32(value: f64) -> SqlResult<i32> {
    if value.is_nan() || value < f64::from(i32::MIN) || value > f64::from(i32::MAX) {
        return Err(out_of_range());
    }
    Ok(value as i32)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the range is checked")]
fn whole64(value: f64) -> SqlResult<i64> {
    if value.is_nan() || value < i64::MIN as f64 || value >= i64::MAX as f64 {
        return Err(out_of_range());
    }
    Ok(value as i64)
}

/// The interval at a share of the way from one to another.
pub(crate) fn between(
    low: IntervalMonthDayNano,
    high: IntervalMonthDayNano,
    share: f64,
) -> SqlResult<IntervalMonthDayNano> {
    if share == 0.0 {
        return Ok(low);
    }
    add(multiply(subtract(high, low)?, share)?, low)
}

/// What intervals compare by: microseconds, with months of 30 days of 24 hours.
pub(crate) fn span(value: IntervalMonthDayNano) -> i128 {
    let days = i64::from(value.months) * DAYS_PER_MONTH + i64::from(value.days);
    i128::from(days) * i128::from(DAY) + i128::from(micros(value))
}

pub(crate) fn justify_hours(value: IntervalMonthDayNano) -> SqlResult<IntervalMonthDayNano> {
    let time = micros(value);
    let whole = i32::try_from(time / DAY).map_err(|_| out_of_range())?;
    let (mut days, mut rest) = (value.days.checked_add(whole).ok_or_else(out_of_range)?, time % DAY);
    if days > 0 && rest < 0 {
        (days, rest) = (days - 1, rest + DAY);
    } else if days < 0 && rest > 0 {
        (days, rest) = (days + 1, rest - DAY);
    }
    interval(value.months, days, rest)
}

pub(crate) fn justify_days(value: IntervalMonthDayNano) -> SqlResult<IntervalMonthDayNano> {
    let (mut months, mut days) = (value.months.checked_add(value.days / 30).ok_or_else(out_of_range)?, value.days % 30);
    if months > 0 && days < 0 {
        (months, days) = (months - 1, days + 30);
    } else if months < 0 && days > 0 {
        (months, days) = (months + 1, days - 30);
    }
    Ok(IntervalMonthDayNano::new(months, days, value.nanoseconds))
}

pub(crate) fn justify_interval(value: IntervalMonthDayNano) -> SqlResult<IntervalMonthDayNano> {
    let (mut months, mut days, mut time) = (i64::from(value.months), i64::from(value.days), micros(value));
    // Days first where they and the time agree in sign, so that nothing overflows on the way.
    if (days > 0 && time > 0) || (days < 0 && time < 0) {
        months += days / 30;
        days %= 30;
    }
    days += time / DAY;
    time %= DAY;
    months += days / 30;
    days %= 30;
    if months > 0 && (days < 0 || (days == 0 && time < 0)) {
        (months, days) = (months - 1, days + 30);
    } else if months < 0 && (days > 0 || (days == 0 && time > 0)) {
        (months, days) = (months + 1, days - 30);
    }
    if days > 0 && time < 0 {
        (days, time) = (days - 1, time + DAY);
    } else if days < 0 && time > 0 {
        (days, time) = (days + 1, time - DAY);
    }
    let narrow = |part: i64| i32::try_from(part).map_err(|_| out_of_range());
    interval(narrow(months)?, narrow(days)?, time)
}
