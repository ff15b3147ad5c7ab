//! to_char of timestamps, timestamptz and intervals: PostgreSQL's template language for dates and times.
//!
//! Comes in: fields and a template. Goes out: text. Must never: take a pattern for literal text, or grow beyond [`LIMIT`].

use super::calendar::{
    self, Civil, HOUR, JULIAN_1970, MINUTE, SECOND, civil, day_of_week, day_of_year, is_finite, iso_day_of_week,
    iso_week, split,
};
use super::interval;
use crate::error::{SqlError, SqlResult};
use crate::functions::entry::Entry;
use crate::functions::rows::{Span, Stamp, Str, map2};
use crate::types::TimeZone;
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use guard::SqlState;
use std::fmt::Write as _;

/// The longest template that is read, in bytes.
pub(super) const LIMIT: usize = 65_536;

pub(super) fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("to_char(timestamp, text) text", |c| {
            map2::<Stamp, Str, Option<String>>(c, |stamp, template| {
                if !is_finite(stamp) || template.is_empty() {
                    return Ok(None);
                }
                Moment::of(stamp, None).map(|moment| moment.write(template)).and_then(|text| text.map(Some))
            })
        })
        .stable(),
        Entry::kernel("to_char(timestamptz, text) text", |c| {
            let zone = c.display.time_zone;
            map2::<Stamp, Str, Option<String>>(c, |instant, template| {
                if !is_finite(instant) || template.is_empty() {
                    return Ok(None);
                }
                let local = calendar::to_local(zone, instant)?;
                Moment::of(local, Some((zone, instant)))?.write(template).map(Some)
            })
        })
        .stable(),
        Entry::kernel("to_char(interval, text) text", |c| {
            map2::<Span, Str, Option<String>>(c, |span, template| {
                if template.is_empty() {
                    return Ok(None);
                }
                Moment::length(span).write(template).map(Some)
            })
        })
        .stable(),
    ]
}

/// The fields that a template can show.
struct Moment {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    micros: i64,
    day_of_year: i64,
    /// The day since 1970; an interval has none.
    number: Option<i64>,
    /// Seconds east, and the zone's short name.
    zone: Option<(i64, String)>,
    /// An interval's fields have a sign and its hours no limit.
    interval: bool,
}

impl Moment {
    fn of(local: i64, at: Option<(TimeZone, i64)>) -> SqlResult<Self> {
        let (number, time) = split(local);
        let Civil { year, month, day } = civil(number);
        let zone = at.map(|(zone, instant)| {
            (calendar::offset_at(zone, instant), calendar::abbreviation_at(zone, instant).unwrap_or_default())
        });
        Ok(Self {
            year,
            month,
            day,
            hour: time / HOUR,
            minute: time / MINUTE % 60,
            second: time / SECOND % 60,
            micros: time % SECOND,
            day_of_year: day_of_year(number),
            number: Some(number),
            zone,
            interval: false,
        })
    }

    fn length(span: IntervalMonthDayNano) -> Self {
        let time = interval::micros(span);
        let (year, month, day) = (i64::from(span.months / 12), i64::from(span.months % 12), i64::from(span.days));
        Self {
            year,
            month,
            day,
            hour: time / HOUR,
            minute: time / MINUTE % 60,
            second: time / SECOND % 60,
            micros: time % SECOND,
            day_of_year: (year * 12 + month) * 30 + day,
            number: None,
            zone: None,
            interval: true,
        }
    }

    /// The year as a template shows it: 1 BC is 1.
    fn shown_year(&self) -> i64 {
        if self.interval || self.year > 0 { self.year } else { 1 - self.year }
    }

    fn write(&self, template: &str) -> SqlResult<String> {
        if template.len() > LIMIT {
            return Err(SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "the template is too long"));
        }
        let mut out = String::with_capacity(template.len() * 2);
        let mut rest = template;
        while !rest.is_empty() {
            if let Some(after) = literal(rest, &mut out) {
                rest = after;
                continue;
            }
            let (fill, local, body) = prefix(rest);
            match PATTERNS.iter().find(|(name, _, any_case)| starts(body, name, *any_case)) {
                Some((name, pattern, _)) => {
                    let after = body.get(name.len()..).unwrap_or_default();
                    let (ordinal, after) = suffix(after);
                    let fill = fill && !(local && matches!(pattern, Pattern::Month(..) | Pattern::Day(..)));
                    let written = self.pattern(*pattern, fill)?;
                    out.push_str(&written);
                    if let (Some(capital), true) = (ordinal, pattern.is_number()) {
                        out.push_str(ordinal_ending(&written, capital));
                    }
                    rest = after;
                }
                None => {
                    let mut characters = rest.chars();
                    out.extend(characters.next());
                    rest = characters.as_str();
                }
            }
        }
        Ok(out)
    }
}

/// Quoted text and escapes; the rest behind them.
fn literal<'a>(rest: &'a str, out: &mut String) -> Option<&'a str> {
    if let Some(quoted) = rest.strip_prefix('"') {
        let mut characters = quoted.chars();
        while let Some(character) = characters.next() {
            match character {
                '"' => break,
                '\\' => out.extend(characters.next()),
                other => out.push(other),
            }
        }
        return Some(characters.as_str());
    }
    let escaped = rest.strip_prefix("\\\"")?;
    out.push('"');
    Some(escaped)
}

/// FM before a pattern: no padding. TM takes the padding off names, and has no other meaning in the C locale; FX is to_timestamp's.
fn prefix(mut rest: &str) -> (bool, bool, &str) {
    let (mut fill, mut local) = (true, false);
    loop {
        if let Some(after) = rest.strip_prefix("FM").or_else(|| rest.strip_prefix("fm")) {
            fill = false;
            rest = after;
        } else if let Some(after) = rest.strip_prefix("TM").or_else(|| rest.strip_prefix("tm")) {
            local = true;
            rest = after;
        } else if let Some(after) = rest.strip_prefix("FX").or_else(|| rest.strip_prefix("fx")) {
            rest = after;
        } else {
            return (fill, local, rest);
        }
    }
}

/// TH or th after a pattern.
fn suffix(rest: &str) -> (Option<bool>, &str) {
    if let Some(after) = rest.strip_prefix("TH") {
        (Some(true), after)
    } else if let Some(after) = rest.strip_prefix("th") {
        (Some(false), after)
    } else {
        (None, rest.strip_prefix("SP").unwrap_or(rest))
    }
}

pub(super) fn starts(text: &str, name: &str, any_case: bool) -> bool {
    match text.get(..name.len()) {
        Some(head) => head == name || (any_case && head == name.to_ascii_lowercase()),
        None => false,
    }
}

fn ordinal_ending(number: &str, capital: bool) -> &'static str {
    let digits = number.as_bytes();
    let last = digits.last().copied().unwrap_or(b'0');
    let teen = digits.len() > 1 && digits.get(digits.len() - 2) == Some(&b'1');
    match (if teen { b'0' } else { last }, capital) {
        (b'1', true) => "ST",
        (b'1', false) => "st",
        (b'2', true) => "ND",
        (b'2', false) => "nd",
        (b'3', true) => "RD",
        (b'3', false) => "rd",
        (_, true) => "TH",
        (_, false) => "th",
    }
}

/// What a pattern shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pattern {
    Meridiem { capital: bool, dots: bool },
    Era { capital: bool, dots: bool },
    Hour12,
    Hour24,
    Minute,
    Second,
    SecondOfDay,
    Fraction(u32),
    Year { digits: u32, comma: bool, iso: bool },
    Century,
    MonthNumber,
    Month(Letters, bool),
    Day(Letters, bool),
    DayOfYear,
    IsoDayOfYear,
    DayOfMonth,
    DayOfWeek,
    IsoDayOfWeek,
    WeekOfMonth,
    WeekOfYear,
    IsoWeek,
    Quarter,
    Julian,
    Roman { capital: bool },
    ZoneName { capital: bool },
    ZoneHours,
    ZoneMinutes,
    ZoneOffset,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Upper,
    Title,
    Lower,
}

impl Pattern {
    /// Whether TH may follow.
    pub(super) fn is_number(self) -> bool {
        !matches!(
            self,
            Pattern::Meridiem { .. }
                | Pattern::Era { .. }
                | Pattern::Month(..)
                | Pattern::Day(..)
                | Pattern::Roman { .. }
                | Pattern::ZoneName { .. }
                | Pattern::ZoneOffset
        )
    }
}

/// The patterns, longer ones before those that they begin with, and whether lower case means the same.
pub(super) const PATTERNS: &[(&str, Pattern, bool)] = {
    use Letters::{Lower, Title, Upper};
    use Pattern::*;
    const fn year(digits: u32, comma: bool, iso: bool) -> Pattern {
        Year { digits, comma, iso }
    }
    &[
        ("A.D.", Era { capital: true, dots: true }, false),
        ("a.d.", Era { capital: false, dots: true }, false),
        ("A.M.", Meridiem { capital: true, dots: true }, false),
        ("a.m.", Meridiem { capital: false, dots: true }, false),
        ("AD", Era { capital: true, dots: false }, false),
        ("ad", Era { capital: false, dots: false }, false),
        ("AM", Meridiem { capital: true, dots: false }, false),
        ("am", Meridiem { capital: false, dots: false }, false),
        ("B.C.", Era { capital: true, dots: true }, false),
        ("b.c.", Era { capital: false, dots: true }, false),
        ("BC", Era { capital: true, dots: false }, false),
        ("bc", Era { capital: false, dots: false }, false),
        ("CC", Century, true),
        ("DAY", Day(Upper, true), false),
        ("Day", Day(Title, true), false),
        ("day", Day(Lower, true), false),
        ("DDD", DayOfYear, true),
        ("DD", DayOfMonth, true),
        ("DY", Day(Upper, false), false),
        ("Dy", Day(Title, false), false),
        ("dy", Day(Lower, false), false),
        ("D", DayOfWeek, true),
        ("FF1", Fraction(1), true),
        ("FF2", Fraction(2), true),
        ("FF3", Fraction(3), true),
        ("FF4", Fraction(4), true),
        ("FF5", Fraction(5), true),
        ("FF6", Fraction(6), true),
        ("HH24", Hour24, true),
        ("HH12", Hour12, true),
        ("HH", Hour12, true),
        ("IDDD", IsoDayOfYear, true),
        ("ID", IsoDayOfWeek, true),
        ("IW", IsoWeek, true),
        ("IYYY", year(4, false, true), true),
        ("IYY", year(3, false, true), true),
        ("IY", year(2, false, true), true),
        ("I", year(1, false, true), true),
        ("J", Julian, true),
        ("MI", Minute, true),
        ("MM", MonthNumber, true),
        ("MONTH", Month(Upper, true), false),
        ("Month", Month(Title, true), false),
        ("month", Month(Lower, true), false),
        ("MON", Month(Upper, false), false),
        ("Mon", Month(Title, false), false),
        ("mon", Month(Lower, false), false),
        ("MS", Fraction(3), true),
        ("OF", ZoneOffset, true),
        ("P.M.", Meridiem { capital: true, dots: true }, false),
        ("p.m.", Meridiem { capital: false, dots: true }, false),
        ("PM", Meridiem { capital: true, dots: false }, false),
        ("pm", Meridiem { capital: false, dots: false }, false),
        ("Q", Quarter, true),
        ("RM", Roman { capital: true }, false),
        ("rm", Roman { capital: false }, false),
        ("SSSSS", SecondOfDay, true),
        ("SSSS", SecondOfDay, true),
        ("SS", Second, true),
        ("TZH", ZoneHours, true),
        ("TZM", ZoneMinutes, true),
        ("TZ", ZoneName { capital: true }, false),
        ("tz", ZoneName { capital: false }, false),
        ("US", Fraction(6), true),
        ("WW", WeekOfYear, true),
        ("W", WeekOfMonth, true),
        ("Y,YYY", year(4, true, false), true),
        ("YYYY", year(4, false, false), true),
        ("YYY", year(3, false, false), true),
        ("YY", year(2, false, false), true),
        ("Y", year(1, false, false), true),
    ]
};

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub(super) const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
pub(super) const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// A number padded with zeros, its sign before them and not counted.
fn padded(value: i64, width: usize, fill: bool) -> String {
    if !fill {
        return value.to_string();
    }
    if value < 0 { format!("-{:0width$}", value.unsigned_abs()) } else { format!("{value:0width$}") }
}

fn name(names: &[&str], place: i64, letters: Letters, full: bool, fill: bool) -> String {
    let whole = usize::try_from(place).ok().and_then(|place| names.get(place)).copied().unwrap_or_default();
    let text = if full { whole } else { whole.get(..3).unwrap_or(whole) };
    let text = match letters {
        Letters::Upper => text.to_uppercase(),
        Letters::Title => text.to_owned(),
        Letters::Lower => text.to_lowercase(),
    };
    if full && fill { format!("{text:<9}") } else { text }
}

impl Moment {
    fn pattern(&self, pattern: Pattern, fill: bool) -> SqlResult<String> {
        // A calendar's fields have no meaning for a length of time.
        let number = || {
            self.number.ok_or_else(|| {
                SqlError::new(SqlState::INVALID_DATETIME_FORMAT, "invalid format specification for an interval value")
                    .hint("Intervals are not tied to specific calendar dates.")
            })
        };
        let two = |value: i64| padded(value, 2, fill);
        let spelled = |plain: &str, dots: bool, capital: bool| {
            let text = if dots { plain.chars().flat_map(|c| [c, '.']).collect() } else { plain.to_owned() };
            if capital { text } else { text.to_lowercase() }
        };
        Ok(match pattern {
            Pattern::Meridiem { capital, dots } => {
                spelled(if self.hour % 24 >= 12 { "PM" } else { "AM" }, dots, capital)
            }
            Pattern::Era { capital, dots } => {
                number()?;
                spelled(if self.year <= 0 { "BC" } else { "AD" }, dots, capital)
            }
            Pattern::Hour12 => {
                let hour = self.hour % 12;
                two(if hour == 0 { 12 } else { hour })
            }
            Pattern::Hour24 => two(self.hour),
            Pattern::Minute => two(self.minute),
            Pattern::Second => two(self.second),
            Pattern::SecondOfDay => (self.hour * 3600 + self.minute * 60 + self.second).to_string(),
            Pattern::Fraction(digits) => {
                // The sign counts among the digits.
                let value = self.micros / 10i64.pow(6 - digits);
                format!("{value:0width$}", width = usize::try_from(digits).unwrap_or(6))
            }
            Pattern::Year { digits, comma, iso } => self.year_text(digits, comma, iso, fill)?,
            Pattern::Century => self.century(fill),
            Pattern::MonthNumber => two(self.month),
            Pattern::Month(letters, full) => {
                number()?;
                name(&MONTHS, self.month - 1, letters, full, fill)
            }
            Pattern::Day(letters, full) => name(&DAYS, day_of_week(number()?), letters, full, fill),
            // The sign counts among the digits of days.
            Pattern::DayOfYear if fill => format!("{:03}", self.day_of_year),
            Pattern::DayOfYear => self.day_of_year.to_string(),
            Pattern::IsoDayOfYear => {
                let day = number()?;
                padded(day - calendar::iso_year_start(iso_week(day).0) + 1, 3, fill)
            }
            Pattern::DayOfMonth if fill => format!("{:02}", self.day),
            Pattern::DayOfMonth => self.day.to_string(),
            Pattern::DayOfWeek => (day_of_week(number()?) + 1).to_string(),
            Pattern::IsoDayOfWeek => iso_day_of_week(number()?).to_string(),
            Pattern::WeekOfMonth => ((self.day - 1) / 7 + 1).to_string(),
            Pattern::WeekOfYear => two((self.day_of_year - 1) / 7 + 1),
            Pattern::IsoWeek => two(iso_week(number()?).1),
            Pattern::Quarter if self.month == 0 => String::new(),
            Pattern::Quarter => ((self.month - 1) / 3 + 1).to_string(),
            Pattern::Julian => {
                let julian = self.number.map_or_else(|| self.julian(), |day| day + JULIAN_1970);
                julian.to_string()
            }
            Pattern::Roman { capital } => self.roman(capital, fill),
            Pattern::ZoneName { capital } => {
                number()?;
                let name = self.zone.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
                if capital { name } else { name.to_lowercase() }
            }
            Pattern::ZoneHours => {
                number()?;
                let offset = self.offset();
                format!("{}{:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 3600)
            }
            Pattern::ZoneMinutes => {
                number()?;
                format!("{:02}", self.offset().abs() % 3600 / 60)
            }
            Pattern::ZoneOffset => {
                number()?;
                let offset = self.offset();
                let mut text = format!("{}{:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 3600);
                if offset % 3600 != 0 {
                    let _ = write!(text, ":{:02}", offset.abs() % 3600 / 60);
                }
                text
            }
        })
    }

    /// PostgreSQL's date2j of an interval's fields, which no calendar has looked at.
    fn julian(&self) -> i64 {
        let (month, year) =
            if self.month > 2 { (self.month + 1, self.year + 4800) } else { (self.month + 13, self.year + 4799) };
        let century = year / 100;
        year * 365 - 32_167 + year / 4 - century + century / 4 + 7834 * month / 256 + self.day
    }

    fn offset(&self) -> i64 {
        self.zone.as_ref().map_or(0, |(offset, _)| *offset)
    }

    fn year_text(&self, digits: u32, comma: bool, iso: bool, fill: bool) -> SqlResult<String> {
        let year = match (iso, self.number) {
            (true, Some(day)) => {
                let year = iso_week(day).0;
                if year > 0 { year } else { 1 - year }
            }
            _ => self.shown_year(),
        };
        if comma {
            return Ok(format!("{},{:03}", year / 1000, year % 1000));
        }
        let shown = if digits == 4 { year } else { year % 10i64.pow(digits) };
        Ok(padded(shown, usize::try_from(digits).unwrap_or(4), fill))
    }

    fn century(&self, fill: bool) -> String {
        let century = if self.interval {
            self.year / 100
        } else if self.year > 0 {
            (self.year - 1) / 100 + 1
        } else {
            self.year / 100 - 1
        };
        if (-99..=99).contains(&century) { padded(century, 2, fill) } else { century.to_string() }
    }

    fn roman(&self, capital: bool, fill: bool) -> String {
        // An interval's months count back from its years, of which twelve leave none.
        let place = match self.month {
            0 if self.year == 0 => return String::new(),
            0 if self.year > 0 => 11,
            0 => 0,
            month if month < 0 => month + 12,
            month => month - 1,
        };
        let Some(roman) = usize::try_from(place).ok().and_then(|place| ROMAN.get(place)) else {
            return String::new();
        };
        let roman = if capital { (*roman).to_owned() } else { roman.to_lowercase() };
        if fill { format!("{roman:<4}") } else { roman }
    }
}
