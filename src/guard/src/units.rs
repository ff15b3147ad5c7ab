//! Durations and sizes as people write them.
//!
//! Comes in: text. Goes out: a [`Duration`] or a number of bytes, exact. Must never: round, guess a unit, or overflow.

use std::fmt;
use std::time::Duration;

/// Longer than this is a mistake, and would overflow the arithmetic of dates.
pub const LONGEST: Duration = Duration::from_secs(100 * 366 * 24 * 60 * 60);

const DURATION_UNITS: [(&str, u64); 5] = [("s", 1), ("m", 60), ("h", 3_600), ("d", 86_400), ("w", 604_800)];

const SIZE_UNITS: [(&str, u64); 11] = [
    ("B", 1),
    ("kB", 1_000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
    ("TB", 1_000_000_000_000),
    ("PB", 1_000_000_000_000_000),
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
    ("TiB", 1 << 40),
    ("PiB", 1 << 50),
];

/// Why a duration or a size does not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitError {
    Duration,
    DurationTooLong,
    Size,
    SizeTooLarge,
}

impl UnitError {
    /// How to write it.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Duration => "a whole number and a unit (s, m, h, d, w), for example 7d or 1h30m",
            Self::DurationTooLong => "at most 100 years",
            Self::Size => "a whole number and a unit (B, kB, MB, GB, TB, KiB, MiB, GiB, TiB), for example 50GB",
            Self::SizeTooLarge => "at most 16 EiB",
        }
    }
}

impl fmt::Display for UnitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Duration => "not a duration",
            Self::DurationTooLong => "too long a duration",
            Self::Size => "not a size",
            Self::SizeTooLarge => "too large a size",
        })
    }
}

impl std::error::Error for UnitError {}

/// A whole number and a unit, `s m h d w`, which add up: `1h30m`, `7d`. The one reader for policies, settings and directives.
///
/// # Errors
/// If it is empty, has a fraction, a sign, white space or another unit, or is longer than [`LONGEST`].
pub fn duration(text: &str) -> Result<Duration, UnitError> {
    let mut seconds: u64 = 0;
    let mut rest = text;
    if rest.is_empty() {
        return Err(UnitError::Duration);
    }
    while !rest.is_empty() {
        let (number, after) = leading_number(rest).ok_or(UnitError::Duration)?;
        let number = number.map_err(|()| UnitError::DurationTooLong)?;
        let (unit, after) = after.split_at_checked(1).ok_or(UnitError::Duration)?;
        let (_, factor) = DURATION_UNITS.iter().find(|(name, _)| *name == unit).ok_or(UnitError::Duration)?;
        let added = number.checked_mul(*factor).and_then(|part| seconds.checked_add(part));
        seconds = added.ok_or(UnitError::DurationTooLong)?;
        rest = after;
    }
    if seconds > LONGEST.as_secs() { Err(UnitError::DurationTooLong) } else { Ok(Duration::from_secs(seconds)) }
}

/// A number of bytes: a whole number and a unit, decimal (`50GB`) or binary (`1GiB`), or none.
///
/// # Errors
/// If it has a fraction, a sign or another unit, or does not fit 64 bits.
pub fn size(text: &str) -> Result<u64, UnitError> {
    let (number, unit) = leading_number(text).ok_or(UnitError::Size)?;
    let number = number.map_err(|()| UnitError::SizeTooLarge)?;
    let unit = unit.trim_start_matches(' ');
    if unit.is_empty() {
        return Ok(number);
    }
    let (_, factor) = SIZE_UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit)).ok_or(UnitError::Size)?;
    number.checked_mul(*factor).ok_or(UnitError::SizeTooLarge)
}

/// The shortest text that [`duration`] reads as this: `1h30m`. Parts of a second are dropped.
#[must_use]
pub fn show_duration(duration: Duration) -> String {
    let mut left = duration.as_secs();
    if left == 0 {
        return "0s".to_owned();
    }
    let mut shown = String::new();
    // Weeks are left out: people say 30d, not 4w2d.
    for (name, factor) in DURATION_UNITS.iter().rev().filter(|(name, _)| *name != "w") {
        if left >= *factor {
            shown.push_str(&format!("{}{name}", left / factor));
            left %= factor;
        }
    }
    shown
}

/// A size for people: the largest decimal unit that divides it, else bytes.
#[must_use]
pub fn show_size(bytes: u64) -> String {
    let exact = SIZE_UNITS.iter().filter(|(_, factor)| bytes >= *factor && bytes.is_multiple_of(*factor));
    match exact.max_by_key(|(_, factor)| *factor) {
        Some((name, factor)) => format!("{}{name}", bytes / factor),
        None => format!("{bytes}B"),
    }
}

/// The digits at the front, and what follows; `Some((Err, _))` if there are more than fit.
fn leading_number(text: &str) -> Option<(Result<u64, ()>, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    (!digits.is_empty()).then(|| (digits.parse().map_err(|_| ()), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_add_up() {
        assert_eq!(duration("7d"), Ok(Duration::from_secs(7 * 86_400)));
        assert_eq!(duration("1h30m"), Ok(Duration::from_secs(5_400)));
        assert_eq!(duration("2w1d"), Ok(Duration::from_secs(15 * 86_400)));
        assert_eq!(duration("0s"), Ok(Duration::ZERO));
    }

    #[test]
    fn what_is_not_a_duration_is_refused() {
        for text in ["", "7", "d", "7 d", "-7d", "1.5h", "7D", "7d ", "7days", "7µ", "1h30"] {
            assert_eq!(duration(text), Err(UnitError::Duration), "{text:?}");
        }
        for text in ["99999999999999999999d", "9999999999999999w", "101w9999999d"] {
            assert_eq!(duration(text), Err(UnitError::DurationTooLong), "{text:?}");
        }
    }

    #[test]
    fn what_does_not_read_says_why_and_how_to_write_it() {
        let told = |error: UnitError| format!("{error}: {}", error.hint());
        let unit = "a whole number and a unit (s, m, h, d, w), for example 7d or 1h30m";
        assert_eq!(told(duration("7").unwrap_err()), format!("not a duration: {unit}"));
        assert_eq!(told(duration("6000w").unwrap_err()), "too long a duration: at most 100 years");
        let unit = "a whole number and a unit (B, kB, MB, GB, TB, KiB, MiB, GiB, TiB), for example 50GB";
        assert_eq!(told(size("7m").unwrap_err()), format!("not a size: {unit}"));
        assert_eq!(told(size("99999999999PB").unwrap_err()), "too large a size: at most 16 EiB");
    }

    #[test]
    fn sizes_are_decimal_or_binary() {
        assert_eq!(size("50GB"), Ok(50_000_000_000));
        assert_eq!(size("1GiB"), Ok(1 << 30));
        assert_eq!(size("64 kB"), Ok(64_000));
        assert_eq!(size("7"), Ok(7));
        for text in ["", "GB", "1.5GB", "-1GB", "1XB"] {
            assert_eq!(size(text), Err(UnitError::Size), "{text:?}");
        }
        assert_eq!(size("99999PB"), Err(UnitError::SizeTooLarge));
    }

    #[test]
    fn what_is_shown_reads_back() {
        for seconds in [0, 1, 59, 60, 3_661, 86_400, 90 * 86_400] {
            let shown = show_duration(Duration::from_secs(seconds));
            assert_eq!(duration(&shown), Ok(Duration::from_secs(seconds)), "{shown}");
        }
        for bytes in [0, 1, 999, 1_000, 50_000_000_000, 1 << 30, u64::MAX] {
            assert_eq!(size(&show_size(bytes)), Ok(bytes));
        }
        for (bytes, shown) in [(0, "0B"), (999, "999B"), (1_000, "1kB"), (1_001, "1001B"), (50_000_000_000, "50GB")] {
            assert_eq!(show_size(bytes), shown);
        }
        let longest = format!("{}s", LONGEST.as_secs());
        assert_eq!(duration(&longest), Ok(LONGEST));
        assert_eq!(duration(&format!("{longest}1s")), Err(UnitError::DurationTooLong));
    }
}
