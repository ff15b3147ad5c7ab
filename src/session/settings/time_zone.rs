//! `TimeZone`: a name of the time zone database, hours east of Greenwich, or a POSIX specification without daylight saving (`UTC+3`, whose sign counts west).

use crate::types::TimeZone;
use crate::types::datetime::posix;

/// The zone and the text that SHOW prints for it.
#[must_use]
pub fn parse(text: &str) -> Option<(TimeZone, String)> {
    let text = text.trim();
    let interval = text.strip_prefix("INTERVAL '").and_then(|text| text.strip_suffix('\''));
    if let Some(seconds) = interval.map_or_else(|| numeric(text), clock) {
        return Some((TimeZone::Fixed(seconds), fixed_name(seconds)));
    }
    if let Some(zone) = chrono_tz::TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(text)) {
        return Some((TimeZone::Named(*zone), zone.name().to_owned()));
    }
    posix(text).map(|seconds| (TimeZone::Fixed(seconds), text.to_owned()))
}

/// `+02:30` of an interval: seconds east.
fn clock(text: &str) -> Option<i32> {
    let (hours, minutes) = text.split_once(':')?;
    let seconds = 60 * minutes.parse::<u32>().ok().filter(|minutes| *minutes < 60)?.cast_signed();
    let whole = 3600 * hours.parse::<i32>().ok().filter(|hours| hours.abs() < 168)?;
    Some(if hours.starts_with('-') { whole - seconds } else { whole + seconds })
}

/// `+02`, `-5.5`: seconds east. With a colon it is POSIX's, and counts west.
fn numeric(text: &str) -> Option<i32> {
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.')) {
        return None;
    }
    let hours: f64 = text.parse().ok().filter(|hours: &f64| hours.abs() < 168.0)?;
    #[expect(clippy::cast_possible_truncation, reason = "a week of seconds fits")]
    Some((hours * 3600.0).round() as i32)
}

/// `<+02>-02`: PostgreSQL's name for a numeric zone.
fn fixed_name(seconds: i32) -> String {
    let part = |seconds: i32| {
        let sign = if seconds < 0 { '-' } else { '+' };
        let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
        match (minutes, rest) {
            (0, 0) => format!("{sign}{hours:02}"),
            (_, 0) => format!("{sign}{hours:02}:{minutes:02}"),
            _ => format!("{sign}{hours:02}:{minutes:02}:{rest:02}"),
        }
    };
    let west = if seconds == 0 { "-00".to_owned() } else { part(-seconds) };
    format!("<{}>{west}", part(seconds))
}
