//! Intervals: PostgreSQL's own form, the SQL standard's and ISO 8601's.

use super::date_fields::{Parts, fraction, leading_int, leading_number, seen, time};
use super::tokens::{Fault, Shape, Unit, interval_unit, split};
use super::{Input, InputError, datetime};
use crate::types::IntervalStyle;
use crate::types::datetime::{USECS_PER_DAY, USECS_PER_HOUR, USECS_PER_MINUTE, USECS_PER_SEC};
use crate::types::names::IntervalRange;
use guard::SqlState;

/// Months, days and microseconds, which do not run into each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntervalParts {
    pub months: i32,
    pub days: i32,
    pub micros: i64,
}

/// What is being added up; years and months apart until the end.
#[derive(Default)]
struct Sum {
    years: i32,
    months: i32,
    days: i32,
    micros: i64,
}

impl Sum {
    fn micros(&mut self, value: i64, part: f64, scale: i64) -> Option<()> {
        self.micros = self.micros.checked_add(value.checked_mul(scale)?)?;
        self.part_of(part, scale)
    }

    /// A part of a unit of so many microseconds, rounded.
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "less than the unit")]
    fn part_of(&mut self, part: f64, scale: i64) -> Option<()> {
        if part == 0.0 {
            return Some(());
        }
        let exact = part * scale as f64;
        let mut micros = exact as i64;
        let rest = exact - micros as f64;
        if rest > 0.5 {
            micros += 1;
        } else if rest < -0.5 {
            micros -= 1;
        }
        self.micros = self.micros.checked_add(micros)?;
        Some(())
    }

    fn days(&mut self, value: i64, scale: i64) -> Option<()> {
        let value = i32::try_from(value).ok()?.checked_mul(i32::try_from(scale).ok()?)?;
        self.days = self.days.checked_add(value)?;
        Some(())
    }

    #[expect(clippy::cast_possible_truncation, reason = "a part of a month at most")]
    fn part_of_days(&mut self, part: f64, scale: i32) -> Option<()> {
        let exact = part * f64::from(scale);
        let days = exact as i32;
        self.days = self.days.checked_add(days)?;
        self.part_of(exact - f64::from(days), USECS_PER_DAY)
    }

    fn months(&mut self, value: i64) -> Option<()> {
        self.months = self.months.checked_add(i32::try_from(value).ok()?)?;
        Some(())
    }

    #[expect(clippy::cast_possible_truncation, reason = "less than the unit, in months")]
    fn years(&mut self, value: i64, part: f64, scale: i32) -> Option<()> {
        self.years = self.years.checked_add(i32::try_from(value).ok()?.checked_mul(scale)?)?;
        let months = (part * f64::from(scale) * 12.0).round_ties_even() as i32;
        self.months = self.months.checked_add(months)?;
        Some(())
    }

    fn add(&mut self, unit: Unit, value: i64, part: f64) -> Result<u32, Fault> {
        let (done, found) = match unit {
            Unit::Microsecond => (self.micros(value, part, 1), seen::MICROSECOND),
            Unit::Millisecond => (self.micros(value, part, 1000), seen::MILLISECOND),
            Unit::Second if part != 0.0 => (self.micros(value, part, USECS_PER_SEC), seen::SECONDS),
            Unit::Second => (self.micros(value, part, USECS_PER_SEC), seen::SECOND),
            Unit::Minute => (self.micros(value, part, USECS_PER_MINUTE), seen::MINUTE),
            Unit::Hour => (self.micros(value, part, USECS_PER_HOUR), seen::HOUR),
            Unit::Day => (self.days(value, 1).and_then(|()| self.part_of(part, USECS_PER_DAY)), seen::DAY),
            Unit::Week => (self.days(value, 7).and_then(|()| self.part_of_days(part, 7)), seen::WEEK),
            Unit::Month => (self.months(value).and_then(|()| self.part_of_days(part, 30)), seen::MONTH),
            Unit::Year => (self.years(value, part, 1), seen::YEAR),
            Unit::Decade => (self.years(value, part, 10), seen::DECADE),
            Unit::Century => (self.years(value, part, 100), seen::CENTURY),
            Unit::Millennium => (self.years(value, part, 1000), seen::MILLENNIUM),
            Unit::Julian | Unit::IsoTime => return Err(Fault::Format),
        };
        done.map(|()| found).ok_or(Fault::Field)
    }

    fn negate(&mut self) -> Option<()> {
        self.years = self.years.checked_neg()?;
        self.months = self.months.checked_neg()?;
        self.days = self.days.checked_neg()?;
        self.micros = self.micros.checked_neg()?;
        Some(())
    }

    fn finish(&self) -> Option<IntervalParts> {
        let months = i64::from(self.years) * 12 + i64::from(self.months);
        Some(IntervalParts { months: i32::try_from(months).ok()?, days: self.days, micros: self.micros })
    }
}

/// `interval`'s input function. `range` says what a number without a unit is.
pub fn parse_interval(text: &str, range: IntervalRange, style: IntervalStyle) -> Input<IntervalParts> {
    let mut read = words(text, range, style);
    if matches!(read, Err(Fault::Format)) {
        read = iso8601(text);
    }
    let sum = read.map_err(|fault| match fault {
        Fault::Field => {
            InputError::with_text(SqlState::INTERVAL_FIELD_OVERFLOW, "interval field value out of range", text)
        }
        other => datetime::fault(other, "interval", text),
    })?;
    sum.finish().ok_or_else(|| InputError::fixed(SqlState::DATETIME_FIELD_OVERFLOW, "interval out of range"))
}

fn words(text: &str, range: IntervalRange, style: IntervalStyle) -> Result<Sum, Fault> {
    let fields = split(text)?;
    let signed = |text: &str| text.starts_with(['-', '+']);
    // The standard's form has one sign in front, which is the sign of all.
    let all_negative = style == IntervalStyle::SqlStandard
        && fields.first().is_some_and(|first| first.text.starts_with('-'))
        && !fields.iter().skip(1).any(|field| signed(&field.text));
    let mut reader = Words { sum: Sum::default(), unit: None, all_negative, range };
    let (mut mask, mut ago) = (0, false);
    // From the right, so that a unit is known before its number.
    for field in fields.iter().rev() {
        let found = match field.shape {
            Shape::Time => reader.time(&field.text, false)?,
            Shape::Signed if field.text.get(1..).is_some_and(|rest| rest.contains(':')) => {
                let negative = field.text.starts_with('-');
                match reader.time(field.text.get(1..).unwrap_or(""), negative) {
                    Ok(found) => found,
                    Err(_) => reader.number(&field.text)?,
                }
            }
            Shape::Signed | Shape::Date | Shape::Number => reader.number(&field.text)?,
            Shape::Word | Shape::SignedWord if field.text == "ago" => {
                ago = true;
                0
            }
            Shape::Word | Shape::SignedWord => {
                reader.unit = Some(interval_unit(&field.text).ok_or(Fault::Format)?);
                0
            }
        };
        if found & mask != 0 {
            return Err(Fault::Format);
        }
        mask |= found;
    }
    if mask == 0 {
        return Err(Fault::Format);
    }
    if ago {
        reader.sum.negate().ok_or(Fault::Field)?;
    }
    Ok(reader.sum)
}

struct Words {
    sum: Sum,
    /// Of the number to the left.
    unit: Option<Unit>,
    all_negative: bool,
    range: IntervalRange,
}

impl Words {
    fn time(&mut self, text: &str, negative: bool) -> Result<u32, Fault> {
        let mut parts = Parts::default();
        let found = time(text, &mut parts, self.range == IntervalRange::MINUTE_TO_SECOND)?;
        let rest = parts.minute * USECS_PER_MINUTE + parts.second * USECS_PER_SEC + parts.micros;
        let micros = parts.hour.checked_mul(USECS_PER_HOUR).and_then(|hours| hours.checked_add(rest));
        let micros = micros.ok_or(Fault::Field)?;
        let negative = negative || (self.all_negative && micros > 0);
        self.sum.micros = self.sum.micros.checked_add(if negative { -micros } else { micros }).ok_or(Fault::Field)?;
        self.unit = Some(Unit::Day);
        Ok(found)
    }

    fn number(&mut self, text: &str) -> Result<u32, Fault> {
        let mut unit = self.unit.unwrap_or(self.range.last_unit());
        let negative = text.starts_with('-');
        let (mut value, rest) = leading_or_zero(text)?;
        let mut part = 0.0;
        match rest.as_bytes().first() {
            None => {}
            Some(b'-') => {
                let (months, rest) = leading_int(rest.get(1..).unwrap_or(""))?;
                if !(0..12).contains(&months) {
                    return Err(Fault::Field);
                }
                if !rest.is_empty() {
                    return Err(Fault::Format);
                }
                unit = Unit::Month;
                let months = if negative { -months } else { months };
                value = value.checked_mul(12).and_then(|years| years.checked_add(months)).ok_or(Fault::Field)?;
            }
            Some(b'.') => {
                part = fraction(rest)?;
                part = if negative { -part } else { part };
            }
            Some(_) => return Err(Fault::Format),
        }
        if self.all_negative {
            (value, part) = (-value.abs(), -part.abs());
        }
        let found = self.sum.add(unit, value, part)?;
        self.unit = Some(match unit {
            Unit::Hour => Unit::Day,
            other => other,
        });
        Ok(found)
    }
}

/// As [`leading_number`], where `.5` begins with zero.
fn leading_or_zero(text: &str) -> Result<(i64, &str), Fault> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if unsigned.starts_with('.') { Ok((0, unsigned)) } else { leading_number(text) }
}

/// A number with its sign and fraction at the start of a text.
fn iso_number(text: &str) -> Result<(i64, f64, &str), Fault> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (value, rest) = leading_or_zero(text)?;
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return Err(Fault::Format);
    }
    let digits = match rest.strip_prefix('.') {
        Some(after) => 1 + after.bytes().take_while(u8::is_ascii_digit).count(),
        None => 0,
    };
    let (decimal, rest) = rest.split_at(digits);
    if unsigned.starts_with('.') && digits < 2 {
        return Err(Fault::Format);
    }
    if rest.starts_with(['e', 'E']) {
        return iso_power(text, text.len() - rest.len());
    }
    let part = if decimal.is_empty() { 0.0 } else { fraction(decimal)? };
    Ok((value, if text.starts_with('-') { -part } else { part }, rest))
}

/// `10.5e4`, whose exponent stands at `at`.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
fn iso_power(text: &str, at: usize) -> Result<(i64, f64, &str), Fault> {
    let exponent = text.get(at + 1..).unwrap_or_default();
    let sign = usize::from(exponent.starts_with(['+', '-']));
    let digits = exponent.bytes().skip(sign).take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(at + 1 + sign + digits).ok_or(Fault::Format)?;
    let number: f64 = number.parse().map_err(|_| Fault::Format)?;
    if number.abs() >= 9.0e18 {
        return Err(Fault::Field);
    }
    Ok((number.trunc() as i64, number.fract(), rest))
}

fn integer_width(text: &str) -> usize {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    unsigned.bytes().take_while(u8::is_ascii_digit).count()
}

/// `P1Y2M3DT4H5M6S`, `P1Y2M3W`, and the alternative form `P0001-02-03T04:05:06`.
fn iso8601(text: &str) -> Result<Sum, Fault> {
    let mut rest = text.strip_prefix('P').filter(|rest| !rest.is_empty()).ok_or(Fault::Format)?;
    let (mut sum, mut in_date, mut has_field) = (Sum::default(), true, false);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            (rest, in_date, has_field) = (after, false, false);
            continue;
        }
        let start = rest;
        let (value, part, after) = iso_number(rest)?;
        let unit = after.chars().next();
        rest = after.get(unit.map_or(0, char::len_utf8)..).unwrap_or("");
        let unit = match (in_date, unit) {
            (true, Some('Y')) => Unit::Year,
            (true, Some('M')) => Unit::Month,
            (true, Some('W')) => Unit::Week,
            (true, Some('D')) => Unit::Day,
            (false, Some('H')) => Unit::Hour,
            (false, Some('M')) => Unit::Minute,
            (false, Some('S')) => Unit::Second,
            (true, None | Some('T')) if integer_width(start) == 8 && !has_field => {
                sum.add(Unit::Year, value / 10_000, 0.0)?;
                sum.add(Unit::Month, value / 100 % 100, 0.0)?;
                sum.add(Unit::Day, value % 100, part)?;
                (in_date, has_field) = (false, false);
                continue;
            }
            (false, None) if integer_width(start) == 6 && !has_field => {
                sum.add(Unit::Hour, value / 10_000, 0.0)?;
                sum.add(Unit::Minute, value / 100 % 100, 0.0)?;
                sum.add(Unit::Second, value % 100, part)?;
                return Ok(sum);
            }
            (true, None | Some('T' | '-')) if !has_field => {
                rest = extended(&mut sum, start, '-', [Unit::Year, Unit::Month, Unit::Day])?;
                in_date = false;
                continue;
            }
            (false, None | Some(':')) if !has_field => {
                rest = extended(&mut sum, start, ':', [Unit::Hour, Unit::Minute, Unit::Second])?;
                return if rest.is_empty() { Ok(sum) } else { Err(Fault::Format) };
            }
            _ => return Err(Fault::Format),
        };
        sum.add(unit, value, part)?;
        has_field = true;
    }
    Ok(sum)
}

/// Up to three numbers with a separator between; what follows is nothing or a time after `T`.
fn extended<'a>(sum: &mut Sum, text: &'a str, separator: char, units: [Unit; 3]) -> Result<&'a str, Fault> {
    let mut rest = text;
    for (index, unit) in units.into_iter().enumerate() {
        let (value, part, after) = iso_number(rest)?;
        sum.add(unit, value, part)?;
        rest = after;
        if rest.is_empty() {
            break;
        }
        if let Some(time) = rest.strip_prefix('T').filter(|_| separator == '-') {
            return Ok(time);
        }
        if index == 2 {
            return Err(Fault::Format);
        }
        rest = rest.strip_prefix(separator).ok_or(Fault::Format)?;
    }
    Ok(rest)
}
