//! Casts among dates, times, timestamps and intervals.
//!
//! Comes in: a column of one of them. Goes out: one of another, in the session's zone where the two differ by it. Must never: lose an infinity.

use super::super::kernel::KernelFn;
use super::super::rows::{
    Date, DateValue, IntervalValue, Span, Stamp, Time, TimeValue, TimestampValue, TimestamptzValue, map1,
};
use crate::error::{SqlError, SqlResult};
use crate::types::{PgType, TimeZone};
use chrono::{DateTime, Offset, TimeDelta, TimeZone as _};
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use guard::SqlState;

pub const DAY: i64 = 86_400_000_000;
/// PostgreSQL's first: 4714-11-24 BC, as microseconds since 1970. Its last, in 294276, is beyond what fits; the greatest value is infinity.
const FIRST: i64 = -210_866_803_200_000_000;
const END: i64 = i64::MAX;

/// The kernel of a cast that is a function.
pub fn find(source: &PgType, target: &PgType) -> Option<KernelFn> {
    use PgType::{Date as D, Interval, Time as T, Timestamp, Timestamptz};
    Some(match (source, target) {
        (D, Timestamp) => |call| map1::<Date, TimestampValue>(call, |day| midnight(day).map(TimestampValue)),
        (D, Timestamptz) => |call| {
            let zone = call.display.time_zone;
            map1::<Date, _>(call, |day| to_utc(midnight(day)?, zone).map(TimestamptzValue))
        },
        (Timestamp, Timestamptz) => |call| {
            let zone = call.display.time_zone;
            map1::<Stamp, _>(call, |local| to_utc(local, zone).map(TimestamptzValue))
        },
        (Timestamptz, Timestamp) => |call| {
            let zone = call.display.time_zone;
            map1::<Stamp, _>(call, |utc| to_local(utc, zone).map(TimestampValue))
        },
        (Timestamptz, D) => |call| {
            let zone = call.display.time_zone;
            map1::<Stamp, _>(call, |utc| to_local(utc, zone).map(|local| DateValue(day(local))))
        },
        (Timestamp, D) => |call| map1::<Stamp, _>(call, |local| Ok(DateValue(day(local)))),
        (Timestamptz, T) => |call| {
            let zone = call.display.time_zone;
            map1::<Stamp, Option<TimeValue>>(call, |utc| to_local(utc, zone).map(time_of_day))
        },
        (Timestamp, T) => |call| map1::<Stamp, Option<TimeValue>>(call, |local| Ok(time_of_day(local))),
        (T, Interval) => {
            |call| map1::<Time, _>(call, |time| Ok(IntervalValue(IntervalMonthDayNano::new(0, 0, time * 1_000))))
        }
        (Interval, T) => |call| map1::<Span, _>(call, |span| Ok(TimeValue((span.nanoseconds / 1_000).rem_euclid(DAY)))),
        _ => return None,
    })
}

fn is_infinite(micros: i64) -> bool {
    micros == i64::MAX || micros == i64::MIN
}

fn midnight(day: i32) -> SqlResult<i64> {
    match day {
        i32::MAX => Ok(i64::MAX),
        i32::MIN => Ok(i64::MIN),
        day => i64::from(day)
            .checked_mul(DAY)
            .filter(|micros| *micros < END)
            .ok_or_else(|| SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "date out of range for timestamp")),
    }
}

/// Days are within an `i32` for every timestamp.
fn day(local: i64) -> i32 {
    match local {
        i64::MAX => i32::MAX,
        i64::MIN => i32::MIN,
        local => i32::try_from(local.div_euclid(DAY)).unwrap_or(i32::MAX),
    }
}

fn time_of_day(local: i64) -> Option<TimeValue> {
    (!is_infinite(local)).then(|| TimeValue(local.rem_euclid(DAY)))
}

fn out_of_range() -> SqlError {
    SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "timestamp out of range")
}

/// A moment as the clocks of a zone show it.
///
/// # Errors
/// 22008
pub fn to_local(utc: i64, zone: TimeZone) -> SqlResult<i64> {
    if is_infinite(utc) {
        return Ok(utc);
    }
    utc.checked_add(offset_at(utc, zone)).filter(|local| !is_infinite(*local)).ok_or_else(out_of_range)
}

/// What moment the clocks of a zone mean. A time that they skip is read with the offset before, one that they show twice with the offset after.
///
/// # Errors
/// 22008
pub fn to_utc(local: i64, zone: TimeZone) -> SqlResult<i64> {
    if is_infinite(local) {
        return Ok(local);
    }
    // A day's distance is more than any offset, so these are the offsets before and after a change nearby.
    let before = offset_at(local.saturating_sub(DAY), zone);
    let after = offset_at(local.saturating_add(DAY), zone);
    let utc = if before == after {
        local.checked_sub(before)
    } else {
        let late = local.checked_sub(after).ok_or_else(out_of_range)?;
        if offset_at(late, zone) == after { Some(late) } else { local.checked_sub(before) }
    };
    utc.filter(|utc| (FIRST..END).contains(utc)).ok_or_else(out_of_range)
}

/// Microseconds east of Greenwich at a moment.
pub fn offset_at(utc: i64, zone: TimeZone) -> i64 {
    match zone {
        TimeZone::Fixed(seconds) => i64::from(seconds) * 1_000_000,
        TimeZone::Named(chrono_tz::Tz::UTC) => 0,
        TimeZone::Named(zone) => {
            // Beyond chrono's years a zone keeps its last offset.
            let moment = DateTime::UNIX_EPOCH.checked_add_signed(TimeDelta::microseconds(utc)).unwrap_or(if utc < 0 {
                DateTime::<chrono::Utc>::MIN_UTC
            } else {
                DateTime::<chrono::Utc>::MAX_UTC
            });
            let offset = zone.offset_from_utc_datetime(&moment.naive_utc());
            i64::from(offset.fix().local_minus_utc()) * 1_000_000
        }
    }
}
