//! A setting's text to its canonical form, and that to what SHOW prints.
//!
//! Comes in: what SET, the start-up packet or `set_config` gave. Goes out: the canonical text, or PostgreSQL's error. Must never: accept a value that it would not honour.

use super::definition::{Definition, Kind, Unit};
use super::{date_style, time_zone, window};
use crate::error::{SqlError, SqlResult};
use guard::SqlState;

/// The canonical form of `text`, which is what is stored.
///
/// # Errors
/// 22023 with PostgreSQL's words.
pub fn canonical(definition: &Definition, text: &str) -> SqlResult<String> {
    let name = definition.name;
    match definition.kind {
        Kind::Bool => boolean(text).map(on_off).ok_or_else(|| {
            SqlError::new(SqlState::INVALID_PARAMETER_VALUE, format!("parameter \"{name}\" requires a Boolean value"))
        }),
        Kind::Int { min, max, unit } => integer(name, text, min, max, unit),
        Kind::Real { min, max, unit } => real(name, text, min, max, unit),
        Kind::Enum(values) => enumeration(name, text, values),
        Kind::Text => Ok(if name == "application_name" { printable(text) } else { text.to_owned() }),
        Kind::DateStyle => date_style::canonical(text),
        Kind::TimeZone => {
            time_zone::parse(text).map(|(_, canonical)| canonical).ok_or_else(|| invalid_value(name, text))
        }
        Kind::ClientEncoding => encoding(name, text),
        Kind::SearchPath => super::search_path::parse(text).map(|_| text.to_owned()),
        Kind::Since => window::duration(text),
        Kind::Moment => window::moment(name, text),
    }
}

/// What SHOW prints for a canonical form: numbers in the largest unit that divides them.
#[must_use]
pub fn shown(definition: &Definition, canonical: &str) -> String {
    let Kind::Int { unit, .. } = definition.kind else { return canonical.to_owned() };
    let Ok(number) = canonical.parse::<i64>() else { return canonical.to_owned() };
    if number <= 0 || unit == Unit::None {
        return canonical.to_owned();
    }
    #[expect(clippy::cast_precision_loss, reason = "settings are far below 2^53")]
    let smallest = number as f64 * unit.size();
    for (suffix, size) in unit.family() {
        let count = smallest / size;
        if count >= 1.0 && count.fract() == 0.0 {
            return format!("{count}{suffix}");
        }
    }
    canonical.to_owned()
}

/// 22023 `invalid value for parameter "x": "y"`
pub fn invalid_value(name: &str, text: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, format!("invalid value for parameter \"{name}\": \"{text}\""))
}

/// PostgreSQL's reading of a Boolean: any unambiguous start of true, false, yes, no, on, off, and 1 and 0.
#[must_use]
pub fn boolean(text: &str) -> Option<bool> {
    let word = text.trim().to_ascii_lowercase();
    let starts = |full: &str, least: usize| word.len() >= least && full.starts_with(&word);
    if starts("true", 1) || starts("yes", 1) || word == "on" || word == "1" {
        return Some(true);
    }
    (starts("false", 1) || starts("no", 1) || starts("off", 2) || word == "0").then_some(false)
}

fn on_off(value: bool) -> String {
    if value { "on" } else { "off" }.to_owned()
}

/// A number and the factor that its unit means, relative to `unit`.
fn with_unit(name: &str, text: &str, unit: Unit) -> SqlResult<f64> {
    let trimmed = text.trim();
    let mut end = 0;
    let mut exponent = false;
    for (at, c) in trimmed.char_indices() {
        let sign = matches!(c, '+' | '-')
            && (at == 0 || (exponent && trimmed.get(..at).is_some_and(|before| before.ends_with(['e', 'E']))));
        let exp = matches!(c, 'e' | 'E') && !exponent && at > 0;
        if !(c.is_ascii_digit() || c == '.' || sign || exp) {
            break;
        }
        exponent |= exp;
        end = at + c.len_utf8();
    }
    let (digits, suffix) = trimmed.split_at(end);
    let number: f64 = digits.parse().map_err(|_| invalid_value(name, text))?;
    let suffix = suffix.trim();
    if suffix.is_empty() {
        return Ok(number);
    }
    let family = unit.family();
    match family.iter().find(|(known, _)| *known == suffix) {
        Some((_, size)) => Ok(number * size / unit.size()),
        None => Err(unit_hint(invalid_value(name, text), unit)),
    }
}

fn unit_hint(error: SqlError, unit: Unit) -> SqlError {
    match unit {
        Unit::None => error,
        Unit::Ms | Unit::S | Unit::Min => {
            error.hint("Valid units for this parameter are \"us\", \"ms\", \"s\", \"min\", \"h\", and \"d\".")
        }
        _ => error.hint("Valid units for this parameter are \"B\", \"kB\", \"MB\", \"GB\", and \"TB\"."),
    }
}

fn integer(name: &str, text: &str, min: i64, max: i64, unit: Unit) -> SqlResult<String> {
    let number = with_unit(name, text, unit)?.round_ties_even();
    if !number.is_finite() || number.abs() > 9e15 {
        return Err(invalid_value(name, text).hint("Value exceeds integer range."));
    }
    #[expect(clippy::cast_possible_truncation, reason = "checked to be within 9e15")]
    let number = number as i64;
    if number < min || number > max {
        let unit = unit.name().map(|unit| format!(" {unit}")).unwrap_or_default();
        return Err(SqlError::new(
            SqlState::INVALID_PARAMETER_VALUE,
            format!("{number}{unit} is outside the valid range for parameter \"{name}\" ({min} .. {max})"),
        ));
    }
    Ok(number.to_string())
}

fn real(name: &str, text: &str, min: f64, max: f64, unit: Unit) -> SqlResult<String> {
    let number = with_unit(name, text, unit)?;
    if !number.is_finite() || number < min || number > max {
        return Err(SqlError::new(
            SqlState::INVALID_PARAMETER_VALUE,
            format!("{number} is outside the valid range for parameter \"{name}\" ({min} .. {max})"),
        ));
    }
    Ok(number.to_string())
}

fn enumeration(name: &str, text: &str, values: &[&str]) -> SqlResult<String> {
    if let Some(value) = values.iter().find(|value| value.eq_ignore_ascii_case(text)) {
        return Ok((*value).to_owned());
    }
    // Enumerations that were Boolean once still take its spellings.
    let booleans = values.contains(&"on") && values.contains(&"off");
    match boolean(text).filter(|_| booleans) {
        Some(value) => Ok(on_off(value)),
        None => Err(invalid_value(name, text).hint(format!("Available values: {}.", values.join(", ")))),
    }
}

/// PostgreSQL compares encoding names by their letters and digits alone, which is why `'utf-8'` with its quotes is one.
fn encoding(name: &str, text: &str) -> SqlResult<String> {
    let cleaned: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    match cleaned.as_str() {
        "utf8" | "unicode" => Ok("UTF8".to_owned()),
        _ => Err(invalid_value(name, text).hint("Only UTF8 is supported.")),
    }
}

/// As PostgreSQL cleans `application_name`: what is not printable ASCII becomes its hexadecimal escape; cut to 63 bytes.
fn printable(text: &str) -> String {
    let mut clean = String::with_capacity(text.len().min(63));
    for byte in text.bytes() {
        if clean.len() >= 63 {
            break;
        }
        if (32..=126).contains(&byte) { clean.push(char::from(byte)) } else { clean.push('?') }
    }
    clean
}
