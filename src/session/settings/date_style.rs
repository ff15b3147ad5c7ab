//! `DateStyle`: an output format and an order of day, month and year, in one text.

use super::value::invalid_value;
use crate::error::{SqlError, SqlResult};
use crate::types::{DateOrder, DateStyle};

/// Reads a list such as `ISO, DMY`; what it leaves out stays as it is in `current`.
pub fn parse(text: &str, current: (DateStyle, DateOrder)) -> SqlResult<(DateStyle, DateOrder)> {
    let conflict = || invalid_value("DateStyle", text).detail("Conflicting \"datestyle\" specifications.");
    let (mut style, mut order) = (None, None);
    for word in text.split(',') {
        let word = word.trim().trim_matches('"').to_ascii_lowercase();
        let mut german = false;
        let (new_style, new_order) = match word.as_str() {
            "" => continue,
            "iso" => (Some(DateStyle::Iso), None),
            "sql" => (Some(DateStyle::Sql), None),
            "german" => {
                german = true;
                (Some(DateStyle::German), None)
            }
            "ymd" => (None, Some(DateOrder::Ymd)),
            "dmy" => (None, Some(DateOrder::Dmy)),
            "mdy" | "us" => (None, Some(DateOrder::Mdy)),
            "default" => (Some(DateStyle::Iso), Some(DateOrder::Mdy)),
            other if other.starts_with("postgres") => (Some(DateStyle::Postgres), None),
            other if other.starts_with("euro") => (None, Some(DateOrder::Dmy)),
            other if other.starts_with("noneuro") => (None, Some(DateOrder::Mdy)),
            other => return Err(unknown(text, other)),
        };
        if new_style.is_some_and(|new| style.is_some_and(|old| old != new))
            || new_order.is_some_and(|new| order.is_some_and(|old| old != new))
        {
            return Err(conflict());
        }
        style = new_style.or(style);
        order = new_order.or(order);
        if german && order.is_none() {
            order = Some(DateOrder::Dmy);
        }
    }
    Ok((style.unwrap_or(current.0), order.unwrap_or(current.1)))
}

fn unknown(text: &str, word: &str) -> SqlError {
    invalid_value("DateStyle", text).detail(format!("Unrecognized key word: \"{word}\"."))
}

/// The canonical text of a full specification.
pub fn canonical(text: &str) -> SqlResult<String> {
    parse(text, (DateStyle::Iso, DateOrder::Mdy)).map(|(style, order)| print(style, order))
}

/// As SHOW prints it.
#[must_use]
pub fn print(style: DateStyle, order: DateOrder) -> String {
    let style = match style {
        DateStyle::Iso => "ISO",
        DateStyle::Sql => "SQL",
        DateStyle::Postgres => "Postgres",
        DateStyle::German => "German",
    };
    let order = match order {
        DateOrder::Mdy => "MDY",
        DateOrder::Dmy => "DMY",
        DateOrder::Ymd => "YMD",
    };
    format!("{style}, {order}")
}
