//! What a client asked for: `since`, `from`, `to`.
//!
//! Comes in: the texts of a directive and of the session's settings. Goes out: a range of time in UTC. Must never: read a date in the session's zone.

use super::bounds::Range;
use crate::error::{SqlError, SqlResult};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use guard::SqlState;
use guard::parse::Directives;
use std::fmt::Write as _;
use std::time::Duration;

/// A window asked for beside the statement's predicates.
#[derive(Clone, Debug, Default)]
pub struct WindowRequest {
    /// In the statement's comments.
    pub directive: Directives,
    /// Of the session: SET, or the connection's options.
    pub session: Directives,
    /// The statement's text, for a hint that shows one that would pass.
    pub text: String,
}

/// The range that `since`, `from` and `to` mean at that moment; `None` if none of them is there.
///
/// # Errors
/// 22023 for what does not read, or does not fit together.
pub(super) fn range(asked: &Directives, now: DateTime<Utc>) -> SqlResult<Option<Range>> {
    let Directives { since, from, to } = asked;
    let end = match to {
        Some(text) => time("to", text)?,
        None => now.timestamp_micros(),
    };
    let start = match (since, from) {
        (Some(_), Some(_)) => {
            return Err(invalid("a window has either \"since\" or \"from\", not both")
                .hint("Leave one of them out, or RESET it if it is the session's."));
        }
        (Some(text), None) => {
            let micros = i64::try_from(duration(text)?.as_micros()).map_err(|_| unread("since", text))?;
            now.timestamp_micros().checked_sub(micros).ok_or_else(|| unread("since", text))?
        }
        (None, Some(text)) => time("from", text)?,
        (None, None) if to.is_none() => return Ok(None),
        (None, None) => {
            return Err(
                invalid("a window with \"to\" needs \"from\" or \"since\"").hint("Say where the window begins.")
            );
        }
    };
    if start >= end {
        return Err(invalid("the window ends before it begins").hint("\"from\" is inclusive, \"to\" is exclusive."));
    }
    Ok(Some(Range { from: Some(start), to: Some(end) }))
}

/// A date, whose day begins at midnight in UTC, or an RFC 3339 time.
fn time(parameter: &str, text: &str) -> SqlResult<i64> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|date| date.and_time(NaiveTime::MIN).and_utc());
    let time = date.or_else(|_| DateTime::parse_from_rfc3339(text).map(|time| time.to_utc()));
    time.map(|time| time.timestamp_micros()).map_err(|_| {
        unread(parameter, text).hint("Write a date such as 2026-11-01, or a time such as 2026-11-01T09:30:00Z.")
    })
}

/// Whole numbers and units that add up: `1h30m`, `7d`.
///
/// # Errors
/// 22023 for what does not read.
pub fn duration(text: &str) -> SqlResult<Duration> {
    let wrong = || unread("since", text).hint("Write a whole number and a unit of s, m, h, d, w, such as 7d or 1h30m.");
    let mut seconds: u64 = 0;
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(wrong());
    }
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = rest.split_at_checked(digits).ok_or_else(wrong)?;
        let mut tail = tail.chars();
        let unit = match tail.next() {
            Some('s') => 1,
            Some('m') => 60,
            Some('h') => 3_600,
            Some('d') => 86_400,
            Some('w') => 604_800,
            _ => return Err(wrong()),
        };
        let number: u64 = number.parse().map_err(|_| wrong())?;
        seconds = number.checked_mul(unit).and_then(|more| seconds.checked_add(more)).ok_or_else(wrong)?;
        rest = tail.as_str();
    }
    if seconds == 0 {
        return Err(wrong());
    }
    Ok(Duration::from_secs(seconds))
}

/// A span of microseconds as `duration` reads it, whole seconds up.
pub(super) fn written(micros: i64) -> String {
    let mut seconds = micros.max(0).unsigned_abs().div_ceil(1_000_000);
    let mut out = String::new();
    for (unit, size) in [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)] {
        if seconds >= size {
            // Writing to a String can't fail.
            let _ = write!(out, "{}{unit}", seconds / size);
            seconds %= size;
        }
    }
    if out.is_empty() { "0s".to_owned() } else { out }
}

fn invalid(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message).rule("window-syntax")
}

fn unread(parameter: &str, text: &str) -> SqlError {
    invalid(format!("invalid value for parameter \"{parameter}\": \"{text}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(since: Option<&str>, from: Option<&str>, to: Option<&str>) -> Directives {
        Directives { since: since.map(Into::into), from: from.map(Into::into), to: to.map(Into::into) }
    }

    fn now() -> DateTime<Utc> {
        DateTime::parse_from_rfc3339("2026-11-21T09:30:00Z").unwrap().to_utc()
    }

    #[test]
    fn units_add_up() {
        assert_eq!(duration("1h30m").unwrap(), Duration::from_secs(5_400));
        assert_eq!(duration("2w1d").unwrap(), Duration::from_secs(15 * 86_400));
        assert_eq!(duration("1m30s").unwrap(), Duration::from_secs(90));
        for wrong in ["", "7", "d", "-7d", "7 d", "7y", "1.5h", "0d", "7d ago", "99999999999999999999d", "7\u{e9}"] {
            assert_eq!(duration(wrong).unwrap_err().sqlstate(), SqlState::INVALID_PARAMETER_VALUE, "{wrong}");
        }
    }

    #[test]
    fn a_span_is_written_as_it_is_read() {
        assert_eq!(written(7 * 86_400_000_000), "7d");
        assert_eq!(written(5_400_000_000), "1h30m");
        assert_eq!(written(1), "1s");
    }

    #[test]
    fn dates_are_days_in_utc_and_to_is_exclusive() {
        let window = range(&asked(None, Some("2026-11-01"), Some("2026-11-08")), now()).unwrap().unwrap();
        assert_eq!(window.to_string(), "[2026-11-01T00:00:00Z, 2026-11-08T00:00:00Z)");
        let window = range(&asked(None, Some("2026-11-01T02:00:00+02:00"), None), now()).unwrap().unwrap();
        assert_eq!(window.to_string(), "[2026-11-01T00:00:00Z, 2026-11-21T09:30:00Z)");
        let window = range(&asked(Some("7d"), None, None), now()).unwrap().unwrap();
        assert_eq!(window.to_string(), "[2026-11-14T09:30:00Z, 2026-11-21T09:30:00Z)");
        assert_eq!(range(&asked(None, None, None), now()).unwrap(), None);
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        for (since, from, to) in [
            (Some("7d"), Some("2026-11-01"), None),
            (None, None, Some("2026-11-01")),
            (None, Some("2026-11-08"), Some("2026-11-08")),
            (None, Some("yesterday"), None),
            (None, Some("2026-02-30"), None),
        ] {
            let error = range(&asked(since, from, to), now()).unwrap_err();
            assert_eq!(error.sqlstate(), SqlState::INVALID_PARAMETER_VALUE);
        }
    }
}
