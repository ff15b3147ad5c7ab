//! The calendar that dates, times and intervals share: days and microseconds from 1970 as Arrow has them, PostgreSQL's limits.
//!
//! Comes in and goes out: plain numbers. Must never: ask the clock.

mod abbreviations;
mod zone;

pub use abbreviations::abbreviation;
pub use zone::{Local, abbreviation_at_local, abbreviation_at_utc, parse_zone, posix, zone_or_abbreviation};

pub const USECS_PER_SEC: i64 = 1_000_000;
pub const USECS_PER_MINUTE: i64 = 60 * USECS_PER_SEC;
pub const USECS_PER_HOUR: i64 = 60 * USECS_PER_MINUTE;
pub const USECS_PER_DAY: i64 = 24 * USECS_PER_HOUR;

/// `infinity` and `-infinity` of a date and of a timestamp.
pub const DATE_INFINITY: i32 = i32::MAX;
pub const DATE_NEG_INFINITY: i32 = i32::MIN;
pub const TIMESTAMP_INFINITY: i64 = i64::MAX;
pub const TIMESTAMP_NEG_INFINITY: i64 = i64::MIN;

/// From 1970-01-01 to 2000-01-01, where PostgreSQL's own count starts.
pub const DAYS_TO_2000: i32 = 10_957;
pub const USECS_TO_2000: i64 = DAYS_TO_2000 as i64 * USECS_PER_DAY;
/// The Julian day of 1970-01-01.
pub const UNIX_EPOCH_JULIAN: i64 = 2_440_588;

/// 4714-11-24 BC, Julian day 0.
pub const MIN_DATE: i32 = -2_440_588;
/// 5874897-12-31
pub const MAX_DATE: i32 = 2_145_042_905;
/// 4714-11-24 BC 00:00:00
pub const MIN_TIMESTAMP: i64 = MIN_DATE as i64 * USECS_PER_DAY;
/// PostgreSQL goes to 294276-12-31; microseconds from 1970 end thirty years before.
pub const MAX_TIMESTAMP: i64 = i64::MAX - 1;

/// A day of the proleptic Gregorian calendar; the year 0 is 1 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    pub year: i64,
    pub month: u32,
    pub day: u32,
}

impl Civil {
    /// The day that many days after 1970-01-01.
    #[must_use]
    pub fn from_days(days: i64) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let index = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * index + 2) / 5 + 1;
        let month = if index < 10 { index + 3 } else { index - 9 };
        Self {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month: u32::try_from(month).unwrap_or(1),
            day: u32::try_from(day).unwrap_or(1),
        }
    }

    /// Days since 1970-01-01. Months and days beyond their range count on.
    #[must_use]
    pub fn to_days(self) -> i64 {
        let month = i64::from(self.month) - 1;
        let (year, month) = (self.year + month.div_euclid(12), month.rem_euclid(12) + 1);
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let index = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * index + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }
}

#[must_use]
pub fn is_leap(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

#[must_use]
pub fn days_in_month(year: i64, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// 0 is Sunday.
#[must_use]
pub fn day_of_week(days: i64) -> u32 {
    u32::try_from((days + 4).rem_euclid(7)).unwrap_or(0)
}

/// A day and the microseconds of the day.
#[must_use]
pub fn split_timestamp(micros: i64) -> (i64, i64) {
    (micros.div_euclid(USECS_PER_DAY), micros.rem_euclid(USECS_PER_DAY))
}

pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
pub const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_goes_there_and_back() {
        for days in (-2_440_588i64..3_000_000).step_by(97) {
            let civil = Civil::from_days(days);
            assert_eq!(civil.to_days(), days);
            assert!(civil.day <= days_in_month(civil.year, civil.month));
        }
        assert_eq!(Civil::from_days(0), Civil { year: 1970, month: 1, day: 1 });
        assert_eq!(Civil { year: -4713, month: 11, day: 24 }.to_days(), i64::from(MIN_DATE));
        assert_eq!(Civil { year: 5_874_897, month: 12, day: 31 }.to_days(), i64::from(MAX_DATE));
        assert_eq!(day_of_week(0), 4);
    }
}
