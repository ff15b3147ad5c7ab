//! `since`, `from` and `to` as settings: checked when they are set, resolved when a statement runs.

use super::value::invalid_value;
use crate::error::SqlResult;
use chrono::{DateTime, NaiveDate};

/// A duration such as `7d` or `1h30m`; empty is none.
pub fn duration(text: &str) -> SqlResult<String> {
    let text = text.trim();
    let invalid = || invalid_value("since", text).hint("Write whole numbers with units, such as 7d or 1h30m.");
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at(digits);
        let unit = after.chars().next().filter(|unit| matches!(unit, 's' | 'm' | 'h' | 'd' | 'w'));
        let (Ok(_), Some(unit)) = (number.parse::<u32>(), unit) else { return Err(invalid()) };
        rest = after.get(unit.len_utf8()..).ok_or_else(invalid)?;
    }
    Ok(text.to_owned())
}

/// A date or an RFC 3339 time; empty is none.
pub fn moment(name: &str, text: &str) -> SqlResult<String> {
    let text = text.trim();
    let valid = text.is_empty()
        || NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
        || DateTime::parse_from_rfc3339(text).is_ok();
    if valid {
        Ok(text.to_owned())
    } else {
        Err(invalid_value(name, text).hint("Write a date (2026-11-01) or an RFC 3339 time (2026-11-01T12:00:00Z)."))
    }
}
