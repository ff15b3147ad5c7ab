//! to_date and to_timestamp of text: a text read by a template.
//!
//! Comes in: a text and a template. Goes out: the fields that the text gives, and the moment that they name. Must never: put the text into an error.

use super::calendar::{self, HOUR, JULIAN_1970, MINUTE, SECOND, civil, day_number, days_in_month, is_leap};
use super::template::{DAYS, LIMIT, MONTHS, PATTERNS, Pattern, ROMAN, starts};
use crate::error::{SqlError, SqlResult};
use crate::functions::entry::Entry;
use crate::functions::kernel::Call;
use crate::functions::rows::{DateValue, Str, TimestamptzValue, map2};
use crate::types::TimeZone;
use guard::SqlState;

pub(super) fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("to_date(text, text) date", |c| {
            map2::<Str, Str, _>(c, |text, template| {
                let fields = read(text, template)?;
                fields.time()?;
                calendar::date(fields.day()?).map(DateValue)
            })
        })
        .stable(),
        Entry::kernel("to_timestamp(text, text) timestamptz", |c: &Call<'_>| {
            let session = c.display.time_zone;
            map2::<Str, Str, _>(c, |text, template| {
                let fields = read(text, template)?;
                let zone = fields.zone()?.unwrap_or(session);
                let local = calendar::timestamp(fields.day()?, fields.time()?)?;
                let instant = calendar::to_instant(zone, local)?;
                rounded(instant, fields.precision).map(TimestamptzValue)
            })
        })
        .stable(),
    ]
}

/// To as many digits of a second as the template has for them, the halves away from 2000-01-01.
fn rounded(instant: i64, digits: Option<u32>) -> SqlResult<i64> {
    const YEAR_2000: i64 = 946_684_800 * SECOND;
    let Some(digits) = digits.filter(|digits| *digits < 6) else { return Ok(instant) };
    let unit = 10i64.pow(6 - digits);
    let since = instant.checked_sub(YEAR_2000).ok_or_else(calendar::timestamp_out_of_range)?;
    let units = (since.abs().saturating_add(unit / 2) / unit).checked_mul(unit);
    calendar::checked(units.and_then(|micros| (micros * since.signum()).checked_add(YEAR_2000)))
}

fn format_error(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::INVALID_DATETIME_FORMAT, message)
}

fn out_of_range() -> SqlError {
    SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "date/time field value out of range")
}

/// A part of a template.
enum Node {
    Field(Field),
    /// From here on blanks count.
    Fixed,
    Separator,
    Space,
    Character(char),
}

#[derive(Clone, Copy)]
struct Field {
    pattern: Pattern,
    /// As the template's language calls it.
    name: &'static str,
    ordinal: bool,
    fill: bool,
}

fn is_separator(character: char) -> bool {
    character.is_ascii_graphic() && !character.is_ascii_alphanumeric()
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c')
}

fn parse(template: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut rest = template;
    while !rest.is_empty() {
        let filled = ["FM", "fm"].iter().find_map(|prefix| rest.strip_prefix(prefix));
        let translated = ["TM", "tm"].iter().find_map(|prefix| rest.strip_prefix(prefix));
        let fill = filled.is_some();
        rest = filled.or(translated).unwrap_or(rest);
        if let Some(after) = rest.strip_prefix("FX").or_else(|| rest.strip_prefix("fx")) {
            nodes.push(Node::Fixed);
            rest = after;
        } else if let Some((name, pattern, _)) = PATTERNS.iter().find(|(name, _, any)| starts(rest, name, *any)) {
            rest = rest.get(name.len()..).unwrap_or_default();
            let ordinal = rest.strip_prefix("TH").or_else(|| rest.strip_prefix("th"));
            nodes.push(Node::Field(Field { pattern: *pattern, name, ordinal: ordinal.is_some(), fill }));
            rest = ordinal.or_else(|| rest.strip_prefix("SP")).unwrap_or(rest);
        } else {
            rest = literal(rest, &mut nodes);
        }
    }
    nodes
}

/// What stands for itself; gives what follows.
fn literal<'a>(rest: &'a str, nodes: &mut Vec<Node>) -> &'a str {
    let mut characters = rest.chars();
    match characters.next() {
        Some('"') => {
            while let Some(character) = characters.next() {
                match character {
                    '"' => break,
                    '\\' => nodes.extend(characters.next().map(Node::Character)),
                    other => nodes.push(Node::Character(other)),
                }
            }
        }
        Some('\\') if characters.as_str().starts_with('"') => {
            characters.next();
            nodes.push(Node::Separator);
        }
        Some(character) if is_separator(character) => nodes.push(Node::Separator),
        Some(character) if is_space(character) => nodes.push(Node::Space),
        Some(character) => nodes.push(Node::Character(character)),
        None => {}
    }
    characters.as_str()
}

/// The weeks' and years' calendar that a template's fields belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Convention {
    Gregorian,
    Iso,
}

/// What a text gave; 0 is nothing.
#[derive(Default)]
struct Fields {
    convention: Option<Convention>,
    hour: i64,
    minute: i64,
    second: i64,
    second_of_day: i64,
    millis: i64,
    micros: i64,
    /// Of the second, where the template says how many digits.
    precision: Option<u32>,
    twelve: bool,
    afternoon: i64,
    day_of_week: i64,
    day_of_month: i64,
    day_of_year: i64,
    month: i64,
    year: i64,
    year_digits: usize,
    century: i64,
    before_christ: i64,
    week: i64,
    week_of_month: i64,
    julian: i64,
    zone_sign: i64,
    zone_hour: i64,
    zone_minute: i64,
}

struct Reader<'a> {
    rest: &'a str,
    /// The character before `rest` was a minus.
    after_minus: bool,
    fixed: bool,
    /// Characters that were passed beyond what the template has for them.
    passed: i64,
}

fn read(text: &str, template: &str) -> SqlResult<Fields> {
    if template.len() > LIMIT {
        return Err(SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "the template is too long"));
    }
    let nodes = parse(template);
    let mut fields = Fields::default();
    let mut reader = Reader { rest: text, after_minus: false, fixed: false, passed: 0 };
    for (at, node) in nodes.iter().enumerate() {
        if reader.rest.is_empty() {
            break;
        }
        let acts = matches!(node, Node::Field(_) | Node::Fixed);
        if !reader.fixed && (acts || at == 0) && !matches!(node, Node::Fixed) {
            reader.pass_spaces();
        }
        match node {
            Node::Space | Node::Separator => reader.separator(),
            Node::Character(_) if !reader.fixed && reader.passed > 0 => reader.passed -= 1,
            Node::Character(_) => reader.skip(),
            Node::Fixed => reader.fixed = true,
            Node::Field(field) => fields.take(*field, ends_number(field, nodes.get(at + 1)), &mut reader)?,
        }
        if acts && !reader.fixed {
            reader.passed = 0;
            reader.pass_spaces();
        }
    }
    Ok(fields)
}

/// Whether no digit can follow the field, so that it takes as many as there are.
fn ends_number(field: &Field, next: Option<&Node>) -> bool {
    field.ordinal
        || match next {
            None | Some(Node::Separator | Node::Space | Node::Fixed) => true,
            Some(Node::Character(character)) => !character.is_ascii_digit(),
            Some(Node::Field(next)) => !is_number(next),
        }
}

fn is_number(field: &Field) -> bool {
    field.pattern.is_number() && !matches!(field.pattern, Pattern::ZoneHours) && !field.name.starts_with("FF")
}

impl Reader<'_> {
    fn skip(&mut self) {
        let mut characters = self.rest.chars();
        self.after_minus = characters.next() == Some('-');
        self.rest = characters.as_str();
    }

    fn pass_spaces(&mut self) {
        while self.rest.starts_with(is_space) {
            self.skip();
            self.passed += 1;
        }
    }

    fn separator(&mut self) {
        if self.fixed {
            return self.skip();
        }
        self.passed -= 1;
        if self.rest.starts_with(|c| is_space(c) || is_separator(c)) {
            self.skip();
            self.passed += 1;
        }
    }

    /// A number of `length` digits, or of as many as there are if the field is `open`; gives it and how many characters it had.
    fn number(&mut self, field: &Field, length: usize, open: bool) -> SqlResult<(i64, usize)> {
        let start = self.rest;
        let text = start.trim_start_matches(is_space);
        let (digits, end) = if open || field.fill {
            leading_integer(text)
        } else {
            if text.len() < length {
                let message = format!("source string too short for \"{}\" formatting field", field.name);
                return Err(format_error(message)
                    .detail(format!("Field requires {length} characters."))
                    .hint("If your source string is not fixed-width, try using the \"FM\" modifier."));
            }
            let head = text.get(..length).unwrap_or(text);
            let (digits, end) = leading_integer(head);
            if end > 0 && end < length {
                return Err(invalid(field)
                    .detail(format!("Field requires {length} characters, but only {end} could be parsed.")));
            }
            (digits, end)
        };
        let rest = text.get(end..).unwrap_or_default();
        let used = if end == 0 { 0 } else { start.len() - rest.len() };
        if used == 0 {
            return Err(invalid(field).detail("Value must be an integer."));
        }
        self.rest = rest;
        self.after_minus = false;
        let value = digits.filter(|value| i32::try_from(*value).is_ok()).ok_or_else(|| {
            let message = format!("value for \"{}\" in source string is out of range", field.name);
            SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, message)
        })?;
        Ok((value, used))
    }

    /// Which of the words comes next, in any case.
    fn word(&mut self, field: &Field, words: &[&str]) -> SqlResult<i64> {
        let found = words
            .iter()
            .position(|word| self.rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)));
        let at = found.ok_or_else(|| {
            invalid(field).detail("The given value did not match any of the allowed values for this field.")
        })?;
        for _ in words.get(at).copied().unwrap_or_default().chars() {
            self.skip();
        }
        i64::try_from(at).map_err(SqlError::internal)
    }
}

fn invalid(field: &Field) -> SqlError {
    format_error(format!("invalid value for \"{}\"", field.name))
}

/// As C's strtol reads it: the value, unless it is too large, and where it ends.
fn leading_integer(text: &str) -> (Option<i64>, usize) {
    let blanks = text.len() - text.trim_start_matches(is_space).len();
    let signed = text.get(blanks..).is_some_and(|rest| rest.starts_with(['+', '-']));
    let start = blanks + usize::from(signed);
    let count = text.get(start..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    if count == 0 {
        return (None, 0);
    }
    (text.get(blanks..start + count).and_then(|number| number.parse().ok()), start + count)
}

fn set(target: &mut i64, value: i64, field: &Field) -> SqlResult<()> {
    if *target != 0 && *target != value {
        return Err(format_error(format!("conflicting values for \"{}\" field in formatting string", field.name))
            .detail("This value contradicts a previous setting for the same field type."));
    }
    *target = value;
    Ok(())
}

/// A year of fewer than four digits is the one nearest to 2020.
fn nearest_year(year: i64) -> i64 {
    match year {
        ..70 => year + 2000,
        70..100 => year + 1900,
        100..520 => year + 2000,
        520..1000 => year + 1000,
        _ => year,
    }
}

impl Fields {
    fn keep_to(&mut self, pattern: Pattern) -> SqlResult<()> {
        use Pattern::*;
        let convention = match pattern {
            Year { iso: true, .. } | IsoDayOfYear | IsoDayOfWeek | IsoWeek => Convention::Iso,
            Year { .. }
            | MonthNumber
            | Month(..)
            | Roman { .. }
            | DayOfYear
            | DayOfMonth
            | DayOfWeek
            | WeekOfMonth
            | WeekOfYear => Convention::Gregorian,
            _ => return Ok(()),
        };
        match self.convention.replace(convention) {
            Some(before) if before != convention => Err(format_error("invalid combination of date conventions")
                .hint("Do not mix Gregorian and ISO week date conventions in a formatting template.")),
            _ => Ok(()),
        }
    }

    fn take(&mut self, field: Field, open: bool, reader: &mut Reader<'_>) -> SqlResult<()> {
        use Pattern::*;
        self.keep_to(field.pattern)?;
        let length = match field.pattern {
            Hour12 | Hour24 | ZoneHours | ZoneMinutes => 2,
            IsoDayOfYear => 3,
            IsoDayOfWeek => 1,
            Fraction(digits) => usize::try_from(digits).unwrap_or(6),
            _ => field.name.len(),
        };
        match field.pattern {
            Meridiem { dots, .. } => {
                let words = if dots { ["a.m.", "p.m."] } else { ["am", "pm"] };
                let value = reader.word(&field, &words)?;
                self.twelve = true;
                return set(&mut self.afternoon, value, &field);
            }
            Era { dots, .. } => {
                let words = if dots { ["a.d.", "b.c."] } else { ["ad", "bc"] };
                let value = reader.word(&field, &words)?;
                return set(&mut self.before_christ, value, &field);
            }
            Month(_, full) => {
                let value = reader.word(&field, &names(&MONTHS, full))? + 1;
                return set(&mut self.month, value, &field);
            }
            Day(_, full) => {
                let value = reader.word(&field, &names(&DAYS, full))?;
                set(&mut self.day_of_week, value, &field)?;
                self.day_of_week += 1;
                return Ok(());
            }
            Roman { .. } => {
                // The longest first: PostgreSQL's list goes down from December.
                let words: Vec<&str> = ROMAN.iter().rev().copied().collect();
                let value = 12 - reader.word(&field, &words)?;
                return set(&mut self.month, value, &field);
            }
            ZoneName { .. } | ZoneOffset => {
                let message = format!("formatting field \"{}\" is only supported in to_char", field.name);
                return Err(SqlError::unsupported(message));
            }
            ZoneHours => self.zone_sign(reader),
            ZoneMinutes if self.zone_sign == 0 => self.zone_sign = 1,
            Year { comma: true, .. } => {
                let year = grouped_year(reader)?;
                set(&mut self.year, year, &field)?;
                self.year_digits = 4;
                return self.after(field, reader);
            }
            _ => {}
        }
        let (value, used) = reader.number(&field, length, open)?;
        self.put(field, value, used)?;
        self.after(field, reader)
    }

    /// The letters of `th` are passed, whatever they are.
    fn after(&mut self, field: Field, reader: &mut Reader<'_>) -> SqlResult<()> {
        let takes_none = matches!(field.pattern, Pattern::ZoneHours | Pattern::ZoneMinutes);
        if field.ordinal && !takes_none {
            reader.skip();
            reader.skip();
        }
        Ok(())
    }

    /// A minus that was taken for a separator is the zone's.
    fn zone_sign(&mut self, reader: &mut Reader<'_>) {
        self.zone_sign = match reader.rest.chars().next() {
            Some('-') => -1,
            Some('+' | ' ') => 1,
            _ => {
                self.zone_sign = if reader.passed > 0 && reader.after_minus { -1 } else { 1 };
                return;
            }
        };
        reader.skip();
    }

    fn put(&mut self, field: Field, value: i64, used: usize) -> SqlResult<()> {
        use Pattern::*;
        // Digits after a point: fewer of them are more of each.
        let scaled = |value: i64, digits: usize| match u32::try_from(digits.saturating_sub(used)) {
            Ok(missing) => value * 10i64.pow(missing),
            Err(_) => value,
        };
        match field.pattern {
            Hour12 => {
                self.twelve = true;
                set(&mut self.hour, value, &field)
            }
            Hour24 => set(&mut self.hour, value, &field),
            Minute => set(&mut self.minute, value, &field),
            Second => set(&mut self.second, value, &field),
            SecondOfDay => set(&mut self.second_of_day, value, &field),
            Fraction(_) if field.name == "MS" => {
                set(&mut self.millis, value, &field)?;
                self.millis = scaled(value, 3);
                Ok(())
            }
            Fraction(digits) => {
                if field.name != "US" {
                    self.precision = Some(digits);
                }
                set(&mut self.micros, value, &field)?;
                self.micros = scaled(value, 6);
                Ok(())
            }
            ZoneHours => set(&mut self.zone_hour, value, &field),
            ZoneMinutes => set(&mut self.zone_minute, value, &field),
            MonthNumber => set(&mut self.month, value, &field),
            DayOfYear | IsoDayOfYear => set(&mut self.day_of_year, value, &field),
            DayOfMonth => set(&mut self.day_of_month, value, &field),
            DayOfWeek => set(&mut self.day_of_week, value, &field),
            IsoDayOfWeek => {
                set(&mut self.day_of_week, value, &field)?;
                self.day_of_week = if value + 1 > 7 { 1 } else { value + 1 };
                Ok(())
            }
            WeekOfYear | IsoWeek => set(&mut self.week, value, &field),
            WeekOfMonth => set(&mut self.week_of_month, value, &field),
            Century => set(&mut self.century, value, &field),
            Julian => set(&mut self.julian, value, &field),
            Year { digits, .. } => {
                set(&mut self.year, value, &field)?;
                self.year_digits = usize::try_from(digits).unwrap_or(4);
                if digits < 4 && used < 4 {
                    self.year = nearest_year(value);
                }
                Ok(())
            }
            // A quarter names no day.
            _ => Ok(()),
        }
    }

    /// The astronomical year, if there is one.
    fn astronomical_year(&self) -> Option<i64> {
        let bc = self.before_christ != 0;
        let century = if bc { -self.century } else { self.century };
        if self.year != 0 {
            if self.century != 0 && self.year_digits <= 2 {
                let part = self.year % 100;
                return Some(match (part, century < 0) {
                    (0, false) => century * 100,
                    (0, true) => century * 100 + 1,
                    (part, true) => (century + 1) * 100 - part + 1,
                    (part, false) => (century - 1) * 100 + part,
                });
            }
            let year = if bc { -self.year } else { self.year };
            return Some(if year < 0 { year + 1 } else { year });
        }
        if self.century != 0 {
            return Some(if century >= 0 { (century - 1) * 100 + 1 } else { century * 100 + 1 });
        }
        None
    }

    /// The day's number since 1970.
    fn day(&self) -> SqlResult<i64> {
        let written_year = self.astronomical_year();
        let (mut year, mut month, mut day) = (written_year.unwrap_or(0), 1, 1);
        let (mut has_year, mut has_month, mut has_day) = (written_year.is_some(), false, false);
        let mut day_of_year = self.day_of_year;
        let whole = |number: i64| {
            let date = civil(number);
            (date.year, date.month, date.day)
        };
        if self.julian != 0 {
            (year, month, day) = whole(self.julian - JULIAN_1970);
            (has_year, has_month, has_day) = (true, true, true);
        }
        if self.week != 0 {
            if self.convention == Some(Convention::Iso) {
                let first = calendar::iso_year_start(year) + (self.week - 1) * 7;
                let weekday = match self.day_of_week {
                    0 => 0,
                    1 => 6,
                    later => later - 2,
                };
                (year, month, day) = whole(first + weekday);
                (has_year, has_month, has_day) = (true, true, true);
            } else {
                day_of_year = (self.week - 1) * 7 + 1;
            }
        }
        let day_of_month = if self.week_of_month != 0 { (self.week_of_month - 1) * 7 + 1 } else { self.day_of_month };
        if day_of_month != 0 {
            day = day_of_month;
            has_day = true;
        }
        if self.month != 0 {
            month = self.month;
            has_month = true;
        }
        if day_of_year != 0 && (month <= 1 || day <= 1) {
            if year == 0 && self.before_christ == 0 {
                return Err(format_error("cannot calculate day of year without year information"));
            }
            if self.convention == Some(Convention::Iso) {
                (year, month, day) = whole(calendar::iso_year_start(year) - 1 + day_of_year);
                has_year = true;
            } else {
                let (in_month, of_month) = in_month(year, day_of_year);
                if month <= 1 {
                    month = in_month;
                }
                if day <= 1 {
                    day = of_month;
                }
            }
            (has_month, has_day) = (true, true);
        }
        let in_range = (!has_month || (1..=12).contains(&month))
            && (!has_day || (1..=31).contains(&day))
            && (!(has_year && has_month && has_day) || day <= days_in_month(year, month));
        if !in_range {
            return Err(out_of_range());
        }
        Ok(day_number(year, month, day))
    }

    /// Microseconds of the day.
    fn time(&self) -> SqlResult<i64> {
        let of_day = self.second_of_day;
        let pick = |field: i64, from_day: i64| if field != 0 { field } else { from_day };
        let mut hour = pick(self.hour, of_day / 3600);
        let minute = pick(self.minute, of_day % 3600 / 60);
        let second = pick(self.second, of_day % 60);
        if self.twelve {
            if !(1..=12).contains(&hour) {
                return Err(format_error(format!("hour \"{hour}\" is invalid for the 12-hour clock"))
                    .hint("Use the 24-hour clock, or give an hour between 1 and 12."));
            }
            hour = hour % 12 + if self.afternoon != 0 { 12 } else { 0 };
        }
        let fraction = self.millis * 1000 + self.micros;
        let in_range = (0..24).contains(&hour)
            && (0..60).contains(&minute)
            && (0..60).contains(&second)
            && (0..SECOND).contains(&fraction);
        if !in_range {
            return Err(out_of_range());
        }
        self.zone()?;
        Ok(hour * HOUR + minute * MINUTE + second * SECOND + fraction)
    }

    fn zone(&self) -> SqlResult<Option<TimeZone>> {
        if self.zone_sign == 0 {
            return Ok(None);
        }
        if !(0..16).contains(&self.zone_hour) || !(0..60).contains(&self.zone_minute) {
            let message = "time zone displacement out of range";
            return Err(SqlError::new(SqlState::INVALID_TIME_ZONE_DISPLACEMENT_VALUE, message));
        }
        let seconds = self.zone_sign * (self.zone_hour * 60 + self.zone_minute) * 60;
        Ok(Some(TimeZone::Fixed(i32::try_from(seconds).map_err(|_| out_of_range())?)))
    }
}

fn names(all: &'static [&'static str], full: bool) -> Vec<&'static str> {
    all.iter().map(|name| if full { *name } else { name.get(..3).unwrap_or(name) }).collect()
}

/// `2,025`
fn grouped_year(reader: &mut Reader<'_>) -> SqlResult<i64> {
    let wrong = || format_error("invalid input string for \"Y,YYY\"");
    let (thousands, end) = leading_integer(reader.rest);
    let rest = reader.rest.get(end..).and_then(|rest| rest.strip_prefix(',')).ok_or_else(wrong)?;
    let head = rest.get(..rest.len().min(3)).unwrap_or(rest);
    let (years, length) = leading_integer(head);
    let (Some(thousands), Some(years)) = (thousands, years) else { return Err(wrong()) };
    reader.rest = rest.get(length..).unwrap_or_default();
    i32::try_from(thousands).map_err(|_| out_of_range())?;
    Ok(thousands * 1000 + years)
}

/// Month and day of a day of the year. Beyond the year's end, the month is the thirteenth.
fn in_month(year: i64, day_of_year: i64) -> (i64, i64) {
    let mut left = day_of_year;
    for month in 1..=12 {
        let days = if month == 2 && is_leap(year) { 29 } else { days_in_month(year, month) };
        if left <= days {
            return (month, left);
        }
        left -= days;
    }
    (13, left)
}
