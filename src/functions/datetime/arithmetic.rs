//! Sums and differences of dates, times, timestamps and intervals, value by value.

use super::calendar::{
    self, Civil, DAY, SECOND, STAMP_INFINITY, STAMP_MINUS_INFINITY, civil, day_number, days_in_month, is_finite,
    is_finite_date, split, timestamp,
};
use super::interval;
use crate::error::{SqlError, SqlResult};
use crate::types::TimeZone;
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use guard::SqlState;

/// A date as a timestamp at its midnight.
pub(crate) fn date_to_timestamp(date: i32) -> SqlResult<i64> {
    match date {
        calendar::DATE_INFINITY => Ok(STAMP_INFINITY),
        calendar::DATE_MINUS_INFINITY => Ok(STAMP_MINUS_INFINITY),
        day => timestamp(i64::from(day), 0)
            .map_err(|_| SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "date out of range for timestamp")),
    }
}

pub(crate) fn date_plus_days(date: i32, days: i64) -> SqlResult<i32> {
    if is_finite_date(date) { calendar::date(i64::from(date) + days) } else { Ok(date) }
}

pub(crate) fn date_minus_date(a: i32, b: i32) -> SqlResult<i32> {
    if !is_finite_date(a) || !is_finite_date(b) {
        return Err(SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "cannot subtract infinite dates"));
    }
    a.checked_sub(b).ok_or_else(|| SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "date out of range"))
}

/// Months forward or back on the calendar; a day that the month has not becomes its last.
fn plus_months(day: i64, months: i32) -> i64 {
    let Civil { year, month, day: of_month } = civil(day);
    let months = year * 12 + (month - 1) + i64::from(months);
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    day_number(year, month, of_month.min(days_in_month(year, month)))
}

/// `timestamp + interval`
pub(crate) fn timestamp_plus(stamp: i64, span: IntervalMonthDayNano) -> SqlResult<i64> {
    if !is_finite(stamp) {
        return Ok(stamp);
    }
    let (day, time) = split(stamp);
    let day = if span.months == 0 { day } else { plus_months(day, span.months) };
    let stamp = timestamp(day + i64::from(span.days), time)?;
    calendar::checked(stamp.checked_add(interval::micros(span)))
}

/// `timestamptz + interval`: months and days on the zone's wall clock, the rest on the true one.
pub(crate) fn timestamptz_plus(stamp: i64, span: IntervalMonthDayNano, zone: TimeZone) -> SqlResult<i64> {
    if !is_finite(stamp) {
        return Ok(stamp);
    }
    let mut stamp = stamp;
    if span.months != 0 {
        let (day, time) = split(calendar::to_local(zone, stamp)?);
        stamp = calendar::to_instant(zone, timestamp(plus_months(day, span.months), time)?)?;
    }
    if span.days != 0 {
        let (day, time) = split(calendar::to_local(zone, stamp)?);
        stamp = calendar::to_instant(zone, timestamp(day + i64::from(span.days), time)?)?;
    }
    calendar::checked(stamp.checked_add(interval::micros(span)))
}

/// `timestamp - timestamp`, in days and less, as PostgreSQL justifies it.
pub(crate) fn difference(a: i64, b: i64) -> SqlResult<IntervalMonthDayNano> {
    if !is_finite(a) || !is_finite(b) {
        return Err(SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "cannot subtract infinite timestamps"));
    }
    let span = i128::from(a) - i128::from(b);
    let (days, rest) = (span / i128::from(DAY), span % i128::from(DAY));
    let days = i32::try_from(days).map_err(|_| interval::out_of_range())?;
    interval::interval(0, days, i64::try_from(rest).map_err(|_| interval::out_of_range())?)
}

/// `time + interval`, around the clock.
pub(crate) fn time_plus(time: i64, span: IntervalMonthDayNano) -> i64 {
    (time + interval::micros(span) % DAY).rem_euclid(DAY)
}

pub(crate) fn time_minus(time: i64, span: IntervalMonthDayNano) -> i64 {
    (time - interval::micros(span) % DAY).rem_euclid(DAY)
}

/// `age(a, b)`: years, months and days as a calendar counts them, of two wall clocks.
pub(crate) fn age(a: i64, b: i64) -> SqlResult<IntervalMonthDayNano> {
    if !is_finite(a) || !is_finite(b) {
        return Err(calendar::timestamp_out_of_range());
    }
    let negative = a < b;
    let (later, earlier) = if negative { (b, a) } else { (a, b) };
    let ((later_day, later_time), (earlier_day, earlier_time)) = (split(later), split(earlier));
    let (to, from) = (civil(later_day), civil(earlier_day));
    let mut time = later_time - earlier_time;
    let mut days = to.day - from.day;
    let mut months = to.month - from.month;
    let mut years = to.year - from.year;
    if time < 0 {
        time += DAY;
        days -= 1;
    }
    // A borrowed month is as long as the month of the earlier time.
    while days < 0 {
        days += days_in_month(from.year, from.month);
        months -= 1;
    }
    while months < 0 {
        months += 12;
        years -= 1;
    }
    let narrow = |part: i64| i32::try_from(part).map_err(|_| interval::out_of_range());
    let span = interval::interval(narrow(years * 12 + months)?, narrow(days)?, time)?;
    if negative { interval::negate(span) } else { Ok(span) }
}

/// `date_bin`: the start of the stride that `source` is in, counted from `origin`.
pub(crate) fn bin(stride: IntervalMonthDayNano, source: i64, origin: i64) -> SqlResult<i64> {
    if !is_finite(source) {
        return Ok(source);
    }
    if !is_finite(origin) {
        return Err(SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "origin out of range"));
    }
    if stride.months != 0 {
        return Err(SqlError::unsupported("timestamps cannot be binned into intervals containing months or years"));
    }
    let width = i128::from(stride.days) * i128::from(DAY) + i128::from(interval::micros(stride));
    if width <= 0 {
        return Err(SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "stride must be greater than zero"));
    }
    if i64::try_from(width).is_err() {
        return Err(interval::out_of_range());
    }
    let start = i128::from(source) - (i128::from(source) - i128::from(origin)).rem_euclid(width);
    calendar::checked(i64::try_from(start).ok())
}

/// `to_timestamp(double precision)`
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the range is checked")]
pub(crate) fn from_seconds(seconds: f64) -> SqlResult<i64> {
    if seconds.is_nan() {
        return Err(SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "timestamp cannot be NaN"));
    }
    if seconds.is_infinite() {
        return Ok(if seconds > 0.0 { STAMP_INFINITY } else { STAMP_MINUS_INFINITY });
    }
    // PostgreSQL rounds the microseconds since 2000.
    let since_2000 = ((seconds - 946_684_800.0) * SECOND as f64).round_ties_even();
    if since_2000.abs() >= i64::MAX as f64 {
        return Err(calendar::timestamp_out_of_range());
    }
    calendar::checked((since_2000 as i64).checked_add(946_684_800 * SECOND))
}
