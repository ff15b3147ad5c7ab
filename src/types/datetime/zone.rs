//! Time zones: their names, and the way between UTC and local time.

use super::{Civil, USECS_PER_DAY, USECS_PER_SEC, split_timestamp};
use crate::types::TimeZone;
use chrono::{NaiveDate, NaiveDateTime, Offset, TimeZone as _};
use chrono_tz::{OffsetName, Tz};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The zone rules are tabled up to about here; later years follow the rule of a year that has the same calendar.
const LAST_TABLED_YEAR: i64 = 2090;
/// chrono's years end here.
const FIRST_YEAR: i64 = -200_000;

static ZONES: LazyLock<HashMap<String, Tz>> =
    LazyLock::new(|| chrono_tz::TZ_VARIANTS.iter().map(|zone| (zone.name().to_ascii_lowercase(), *zone)).collect());

/// A zone's offset at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local {
    /// Seconds east of Greenwich.
    pub offset: i32,
    /// As it is printed: `CET`, `+03`.
    pub abbreviation: Cow<'static, str>,
}

/// The zone called so: a name of the tz database in any case, or POSIX's `ABC+3` and `<+03>-3`, where plus is west.
#[must_use]
pub fn parse_zone(name: &str) -> Option<TimeZone> {
    if let Some(zone) = ZONES.get(&name.to_ascii_lowercase()) {
        return Some(TimeZone::Named(*zone));
    }
    let is_named = name.starts_with(|c: char| c == '<' || c.is_ascii_alphabetic());
    posix(name).filter(|_| is_named).map(TimeZone::Fixed)
}

/// As AT TIME ZONE and the functions of time zones take one: first an abbreviation, and POSIX's without a name too (`+3`, west).
#[must_use]
pub fn zone_or_abbreviation(name: &str) -> Option<TimeZone> {
    let lower = name.to_ascii_lowercase();
    if let Some(zone) = super::abbreviations::place(&lower).and_then(|place| ZONES.get(&place.to_ascii_lowercase())) {
        return Some(TimeZone::Named(*zone));
    }
    match super::abbreviation(&lower) {
        Some((offset, _)) => Some(TimeZone::Fixed(offset)),
        None => parse_zone(name).or_else(|| posix(name).map(TimeZone::Fixed)),
    }
}

/// The offset that an abbreviation had at a local time, where it goes by a place's clocks: `MSK` was three hours, then four. `None` for all other zones.
#[must_use]
pub fn abbreviation_at_local(name: &str, local: i64) -> Option<TimeZone> {
    let zone = placed(name)?;
    zone.meaning(name, zone.to_utc(local)?)
}

/// As [`abbreviation_at_local`], at a moment in UTC.
#[must_use]
pub fn abbreviation_at_utc(name: &str, utc: i64) -> Option<TimeZone> {
    placed(name)?.meaning(name, utc)
}

fn placed(name: &str) -> Option<TimeZone> {
    let place = super::abbreviations::place(&name.to_ascii_lowercase())?;
    ZONES.get(&place.to_ascii_lowercase()).map(|zone| TimeZone::Named(*zone))
}

/// POSIX's offset, in seconds east: an abbreviation or none, then hours west of Greenwich.
#[must_use]
pub fn posix(name: &str) -> Option<i32> {
    let rest = match name.strip_prefix('<') {
        Some(quoted) => quoted.split_once('>').filter(|(inner, _)| !inner.is_empty())?.1,
        None => {
            let rest = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            if matches!(name.len() - rest.len(), 1 | 2) {
                return None;
            }
            // The name of its summer time, which begins and ends by no rule that is known here.
            match rest.trim_end_matches(|c: char| c.is_ascii_alphabetic()) {
                winter if winter.len() != rest.len() => return None,
                _ => rest,
            }
        }
    };
    let (sign, digits) = match rest.strip_prefix('-') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let mut parts = digits.split(':');
    let hours = number(parts.next()?, 167)?;
    let minutes = parts.next().map_or(Some(0), |part| number(part, 59))?;
    let seconds = parts.next().map_or(Some(0), |part| number(part, 59))?;
    if parts.next().is_some() {
        return None;
    }
    Some(sign * (hours * 3600 + minutes * 60 + seconds))
}

fn number(text: &str, most: i32) -> Option<i32> {
    let digits = !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|number| *number <= most)
}

/// The same moment in a year that the tables have.
fn tabled(micros: i64) -> NaiveDateTime {
    let (days, time) = split_timestamp(micros);
    let mut civil = Civil::from_days(days);
    if civil.year > LAST_TABLED_YEAR {
        // Every 28 years without a century between them the calendar repeats; this century's leap years are like any other's.
        let leap = super::is_leap(civil.year);
        let first = super::day_of_week(Civil { year: civil.year, month: 1, day: 1 }.to_days());
        civil.year = (2060..2088)
            .find(|year| {
                super::is_leap(*year) == leap
                    && super::day_of_week(Civil { year: *year, month: 1, day: 1 }.to_days()) == first
            })
            .unwrap_or(2060);
    }
    civil.year = civil.year.max(FIRST_YEAR);
    let date = NaiveDate::from_ymd_opt(i32::try_from(civil.year).unwrap_or(2060), civil.month, civil.day);
    let seconds = u32::try_from(time / USECS_PER_SEC).unwrap_or(0);
    let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds.min(86_399), 0).unwrap_or_default();
    date.unwrap_or_default().and_time(time)
}

impl TimeZone {
    /// What the zone's clocks show at a moment in UTC.
    #[must_use]
    pub fn at_utc(self, micros: i64) -> Local {
        match self {
            TimeZone::Fixed(offset) => Local { offset, abbreviation: Cow::Owned(format_offset(offset, ":")) },
            TimeZone::Named(Tz::UTC) => Local { offset: 0, abbreviation: Cow::Borrowed("UTC") },
            TimeZone::Named(zone) => {
                let offset = zone.offset_from_utc_datetime(&tabled(micros));
                let name = offset.abbreviation();
                let seconds = offset.fix().local_minus_utc();
                let abbreviation = name.map_or_else(|| format_offset(seconds, ""), str::to_string);
                Local { offset: seconds, abbreviation: Cow::Owned(abbreviation) }
            }
        }
    }

    /// The offset at a moment in UTC, in seconds east of Greenwich.
    #[must_use]
    pub fn offset_at_utc(self, micros: i64) -> i32 {
        match self {
            TimeZone::Fixed(offset) => offset,
            TimeZone::Named(Tz::UTC) => 0,
            TimeZone::Named(zone) => zone.offset_from_utc_datetime(&tabled(micros)).fix().local_minus_utc(),
        }
    }

    /// The offset that PostgreSQL takes for a local time: in a gap or an overlap, the one in force before a jump forward and after a jump back (standard time).
    #[must_use]
    pub fn offset_at_local(self, micros: i64) -> i32 {
        match self {
            TimeZone::Fixed(offset) => return offset,
            TimeZone::Named(Tz::UTC) => return 0,
            TimeZone::Named(_) => {}
        }
        // The offsets in force a day before and a day after, as there is at most one change between.
        let before = self.offset_at_utc(micros.saturating_sub(USECS_PER_DAY));
        let after = self.offset_at_utc(micros.saturating_add(USECS_PER_DAY));
        let holds =
            |offset: i32| self.offset_at_utc(micros.saturating_sub(i64::from(offset) * USECS_PER_SEC)) == offset;
        if before == after {
            return if holds(before) { before } else { self.offset_at_utc(micros - i64::from(before) * USECS_PER_SEC) };
        }
        match (holds(before), holds(after)) {
            (true, false) => before,
            (false, true) => after,
            // An overlap: the time comes twice and standard time is taken, which is the later one. A gap: it never comes, and is read with the offset before.
            (true, true) => before.min(after),
            (false, false) => before.min(after),
        }
    }

    /// What an abbreviation of this zone's means at a moment: its offset then or when it was last in use, else when it first was after; what the clocks show where it never was.
    fn meaning(self, abbreviation: &str, utc: i64) -> Option<TimeZone> {
        let at = |days: i64| {
            let local = self.at_utc(utc.checked_add(days.checked_mul(USECS_PER_DAY)?)?);
            local.abbreviation.eq_ignore_ascii_case(abbreviation).then_some(local.offset)
        };
        // A use lasts for months: day by day through a year and more, then by months through a century.
        let steps = || (0..400).chain((400..36_500).step_by(30));
        let offset = steps().find_map(|days| at(-days)).or_else(|| steps().find_map(at));
        Some(TimeZone::Fixed(offset.unwrap_or_else(|| self.offset_at_utc(utc))))
    }

    /// A local time as UTC.
    #[must_use]
    pub fn to_utc(self, local_micros: i64) -> Option<i64> {
        local_micros.checked_sub(i64::from(self.offset_at_local(local_micros)) * USECS_PER_SEC)
    }

    /// A moment in UTC as the zone's local time.
    #[must_use]
    pub fn to_local(self, utc_micros: i64) -> Option<i64> {
        utc_micros.checked_add(i64::from(self.offset_at_utc(utc_micros)) * USECS_PER_SEC)
    }

    /// As `SHOW TimeZone` has it.
    #[must_use]
    pub fn name(self) -> Cow<'static, str> {
        match self {
            TimeZone::Named(zone) => Cow::Borrowed(zone.name()),
            TimeZone::Fixed(offset) => {
                Cow::Owned(format!("<{}>{}", format_offset(offset, ":"), format_offset(-offset, ":")))
            }
        }
    }
}

/// `+03`, `-03:30`, `+05:30:10`
pub(in crate::types) fn format_offset(offset: i32, separator: &str) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let seconds = offset.unsigned_abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds != 0 {
        format!("{sign}{hours:02}{separator}{minutes:02}{separator}{seconds:02}")
    } else if minutes != 0 {
        format!("{sign}{hours:02}{separator}{minutes:02}")
    } else {
        format!("{sign}{hours:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(zone: &str, year: i64, month: u32, day: u32, hour: i64, minute: i64) -> i32 {
        let local = Civil { year, month, day }.to_days() * USECS_PER_DAY + (hour * 60 + minute) * 60 * USECS_PER_SEC;
        parse_zone(zone).unwrap().offset_at_local(local)
    }

    #[test]
    fn local_times_that_come_twice_or_never() {
        assert_eq!(utc("Europe/Paris", 2025, 3, 30, 2, 30), 3600);
        assert_eq!(utc("Europe/Paris", 2025, 3, 30, 3, 0), 7200);
        assert_eq!(utc("europe/paris", 2025, 10, 26, 2, 30), 3600);
        assert_eq!(utc("America/New_York", 2025, 11, 2, 1, 30), -18000);
        assert_eq!(utc("America/New_York", 2500, 7, 2, 1, 30), -14400);
        assert_eq!(parse_zone("UTC+3"), Some(TimeZone::Fixed(-10800)));
        assert_eq!(parse_zone("<+03>-3"), Some(TimeZone::Fixed(10800)));
        assert_eq!(parse_zone("nowhere"), None);
        assert_eq!(TimeZone::Fixed(10800).name(), "<+03>-03");
    }
}
