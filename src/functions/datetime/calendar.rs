//! The calendar and the clock: days and microseconds since 1970 taken apart and put together, and what time zones say.
//!
//! Comes in: days, microseconds, fields. Goes out: the other form. Must never: go out of PostgreSQL's range without an error.

use crate::error::{SqlError, SqlResult};
use crate::types::TimeZone;
use chrono::{DateTime, LocalResult, Offset, TimeZone as _};
use guard::SqlState;

pub(crate) use super::interval::{DAY, HOUR, MINUTE, SECOND};

/// Days from the Julian epoch to 1970-01-01.
pub(crate) const JULIAN_1970: i64 = 2_440_588;
/// `infinity` of timestamp and timestamptz; `-infinity` is `i64::MIN`.
pub(crate) const STAMP_INFINITY: i64 = i64::MAX;
pub(crate) const STAMP_MINUS_INFINITY: i64 = i64::MIN;
pub(crate) const DATE_INFINITY: i32 = i32::MAX;
pub(crate) const DATE_MINUS_INFINITY: i32 = i32::MIN;
/// 4714-11-24 BC, the first day of both types.
const FIRST_DAY: i64 = -2_440_588;
/// 5874897-12-31, date's last day.
const LAST_DATE: i64 = 2_145_042_905;

/// Year (astronomical: 0 is 1 BC), month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Civil {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
}

/// The day's number since 1970-01-01 in the proleptic Gregorian calendar.
pub(crate) fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The date of a day's number.
pub(crate) fn civil(day: i64) -> Civil {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Civil { year, month, day: day_of_year - (153 * shifted_month + 2) / 5 + 1 }
}

pub(crate) fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub(crate) fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Sunday is 0.
pub(crate) fn day_of_week(day: i64) -> i64 {
    (day + 4).rem_euclid(7)
}

/// Monday is 1, Sunday 7.
pub(crate) fn iso_day_of_week(day: i64) -> i64 {
    (day + 3).rem_euclid(7) + 1
}

pub(crate) fn day_of_year(day: i64) -> i64 {
    day - day_number(civil(day).year, 1, 1) + 1
}

/// The Monday of the ISO year's first week.
pub(crate) fn iso_year_start(year: i64) -> i64 {
    let fourth = day_number(year, 1, 4);
    fourth - (iso_day_of_week(fourth) - 1)
}

/// ISO year and week.
pub(crate) fn iso_week(day: i64) -> (i64, i64) {
    let mut year = civil(day).year + 1;
    while day < iso_year_start(year) {
        year -= 1;
    }
    (year, (day - iso_year_start(year)) / 7 + 1)
}

/// A checked date.
pub(crate) fn date(day: i64) -> SqlResult<i32> {
    match i32::try_from(day) {
        Ok(date) if (FIRST_DAY..=LAST_DATE).contains(&day) => Ok(date),
        _ => Err(SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "date out of range")),
    }
}

pub(crate) fn timestamp_out_of_range() -> SqlError {
    SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "timestamp out of range")
}

/// A checked timestamp.
pub(crate) fn timestamp(day: i64, micros: i64) -> SqlResult<i64> {
    let stamp = i128::from(day) * i128::from(DAY) + i128::from(micros);
    checked(i64::try_from(stamp).ok())
}

/// A timestamp that is a finite one of PostgreSQL's.
pub(crate) fn checked(stamp: Option<i64>) -> SqlResult<i64> {
    stamp
        .filter(|&stamp| stamp != STAMP_INFINITY && stamp.div_euclid(DAY) >= FIRST_DAY)
        .ok_or_else(timestamp_out_of_range)
}

pub(crate) fn is_finite(stamp: i64) -> bool {
    stamp != STAMP_INFINITY && stamp != STAMP_MINUS_INFINITY
}

pub(crate) fn is_finite_date(date: i32) -> bool {
    date != DATE_INFINITY && date != DATE_MINUS_INFINITY
}

/// Day and microseconds of the day.
pub(crate) fn split(stamp: i64) -> (i64, i64) {
    (stamp.div_euclid(DAY), stamp.rem_euclid(DAY))
}

/// Seconds east of Greenwich at an instant, in microseconds since 1970 UTC.
pub(crate) fn offset_at(zone: TimeZone, instant: i64) -> i64 {
    match zone {
        TimeZone::Fixed(seconds) => i64::from(seconds),
        TimeZone::Named(tz) => {
            let seconds = within_rules(instant.div_euclid(SECOND));
            match DateTime::from_timestamp(seconds, 0) {
                Some(utc) => i64::from(tz.offset_from_utc_datetime(&utc.naive_utc()).fix().local_minus_utc()),
                None => 0,
            }
        }
    }
}

/// The zone's short name at an instant, such as `CET`; of a fixed offset, nothing.
pub(crate) fn abbreviation_at(zone: TimeZone, instant: i64) -> Option<String> {
    let TimeZone::Named(tz) = zone else { return None };
    let utc = DateTime::from_timestamp(within_rules(instant.div_euclid(SECOND)), 0)?;
    Some(tz.offset_from_utc_datetime(&utc.naive_utc()).to_string())
}

/// The zone tables end in 2037 or later; beyond, the calendar repeats every 400 years, and the rules every 28 within a century's leap pattern.
fn within_rules(seconds: i64) -> i64 {
    const YEAR_2037: i64 = 2_114_380_800;
    const CYCLE_28: i64 = 10_227 * 86_400;
    if seconds < YEAR_2037 {
        return seconds;
    }
    let day = seconds.div_euclid(86_400);
    let year = civil(day).year;
    // A year of the tables with the same leap days and the same weekdays.
    let weekday = day_of_week(day_number(year, 1, 1));
    let like =
        (2009..2037).find(|&like| is_leap(like) == is_leap(year) && day_of_week(day_number(like, 1, 1)) == weekday);
    match like {
        Some(like) => seconds - (day_number(year, 1, 1) - day_number(like, 1, 1)) * 86_400,
        None => YEAR_2037 - CYCLE_28 + (seconds - YEAR_2037).rem_euclid(CYCLE_28),
    }
}

/// The wall clock of the zone at an instant. The infinities stay.
pub(crate) fn to_local(zone: TimeZone, instant: i64) -> SqlResult<i64> {
    if !is_finite(instant) {
        return Ok(instant);
    }
    checked(instant.checked_add(offset_at(zone, instant) * SECOND))
}

/// The instant of a wall clock in the zone. Of an hour that the clock skips, the offset before the change counts; of one that it repeats, the offset after.
pub(crate) fn to_instant(zone: TimeZone, local: i64) -> SqlResult<i64> {
    if !is_finite(local) {
        return Ok(local);
    }
    let seconds = local.div_euclid(SECOND);
    let mapped = within_rules(seconds);
    let offset = match zone {
        TimeZone::Fixed(seconds) => i64::from(seconds),
        TimeZone::Named(tz) => match DateTime::from_timestamp(mapped, 0) {
            None => 0,
            Some(wall) => match tz.offset_from_local_datetime(&wall.naive_utc()) {
                LocalResult::Single(offset) | LocalResult::Ambiguous(_, offset) => {
                    i64::from(offset.fix().local_minus_utc())
                }
                // 26 hours earlier no zone is past the change.
                LocalResult::None => offset_at(zone, (mapped - 26 * 3600).saturating_mul(SECOND)),
            },
        },
    };
    checked(local.checked_sub(offset * SECOND))
}
