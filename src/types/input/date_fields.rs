//! The numbers of a date or time found in its fields, by PostgreSQL's rules of what a number can be at its place.

use super::tokens::{Fault, Word, word};
use crate::types::DateOrder;
use crate::types::datetime::{USECS_PER_DAY, USECS_PER_HOUR, USECS_PER_MINUTE, USECS_PER_SEC};

/// Which fields have been seen, one bit each.
pub(super) mod seen {
    pub(in crate::types::input) const RESERVED: u32 = 1;
    pub(in crate::types::input) const MONTH: u32 = 1 << 1;
    pub(in crate::types::input) const YEAR: u32 = 1 << 2;
    pub(in crate::types::input) const DAY: u32 = 1 << 3;
    pub(in crate::types::input) const ZONE: u32 = 1 << 5;
    pub(in crate::types::input) const AM_PM: u32 = 1 << 9;
    pub(in crate::types::input) const HOUR: u32 = 1 << 10;
    pub(in crate::types::input) const MINUTE: u32 = 1 << 11;
    pub(in crate::types::input) const SECOND: u32 = 1 << 12;
    pub(in crate::types::input) const MILLISECOND: u32 = 1 << 13;
    pub(in crate::types::input) const MICROSECOND: u32 = 1 << 14;
    pub(in crate::types::input) const DAY_OF_YEAR: u32 = 1 << 15;
    pub(in crate::types::input) const WEEKDAY: u32 = 1 << 16;
    pub(in crate::types::input) const ERA: u32 = 1 << 18;
    pub(in crate::types::input) const SUMMER: u32 = 1 << 28;
    pub(in crate::types::input) const WEEK: u32 = 1 << 24;
    pub(in crate::types::input) const DECADE: u32 = 1 << 25;
    pub(in crate::types::input) const CENTURY: u32 = 1 << 26;
    pub(in crate::types::input) const MILLENNIUM: u32 = 1 << 27;

    pub(in crate::types::input) const DATE: u32 = YEAR | MONTH | DAY;
    pub(in crate::types::input) const SECONDS: u32 = SECOND | MILLISECOND | MICROSECOND;
    pub(in crate::types::input) const TIME: u32 = HOUR | MINUTE | SECONDS;
}

/// What has been read of a date and a time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    pub(super) day_of_year: i64,
    pub(super) hour: i64,
    pub(super) minute: i64,
    pub(super) second: i64,
    pub(super) micros: i64,
    /// The year had one or two digits.
    pub(super) short_year: bool,
}

impl Parts {
    /// Microseconds of the day, if it is a time of the day (24:00:00 too).
    pub(super) fn time(&self) -> Option<i64> {
        let ranges = (0..=24).contains(&self.hour)
            && (0..60).contains(&self.minute)
            && (0..=60).contains(&self.second)
            && (0..=USECS_PER_SEC).contains(&self.micros);
        let micros =
            self.hour * USECS_PER_HOUR + self.minute * USECS_PER_MINUTE + self.second * USECS_PER_SEC + self.micros;
        (ranges && micros <= USECS_PER_DAY).then_some(micros)
    }
}

/// A whole number at the start of a text, and what follows it.
pub(super) fn leading_number(text: &str) -> Result<(i64, &str), Fault> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(text.len() - unsigned.len() + digits);
    if digits == 0 {
        return Err(Fault::Format);
    }
    let number: i64 = number.parse().map_err(|_| Fault::Field)?;
    Ok((number, rest))
}

/// As [`leading_number`], for what PostgreSQL keeps in 32 bits.
pub(super) fn leading_int(text: &str) -> Result<(i64, &str), Fault> {
    let (number, rest) = leading_number(text)?;
    if i32::try_from(number).is_err() { Err(Fault::Field) } else { Ok((number, rest)) }
}

/// `.123` as a fraction of one.
pub(super) fn fraction(text: &str) -> Result<f64, Fault> {
    let digits = text.strip_prefix('.').ok_or(Fault::Format)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::Format);
    }
    if digits.is_empty() { Ok(0.0) } else { text.parse().map_err(|_| Fault::Format) }
}

/// `.123` as microseconds of a second.
#[expect(clippy::cast_possible_truncation, reason = "at most a million")]
pub(super) fn fraction_micros(text: &str) -> Result<i64, Fault> {
    Ok((fraction(text)? * 1e6).round_ties_even() as i64)
}

/// `hh:mm`, `hh:mm:ss`, `hh:mm:ss.fff`, `mm:ss.fff`. `minute_second`: two fields are minutes and seconds.
pub(super) fn time(text: &str, parts: &mut Parts, minute_second: bool) -> Result<u32, Fault> {
    let (hour, rest) = leading_number(text)?;
    let (minute, rest) = leading_int(rest.strip_prefix(':').ok_or(Fault::Format)?)?;
    (parts.hour, parts.minute, parts.second, parts.micros) = match rest.as_bytes() {
        [] if minute_second => (0, hour, minute, 0),
        [] => (hour, minute, 0, 0),
        [b'.', ..] => (0, hour, minute, fraction_micros(rest)?),
        [b':', ..] => {
            let (second, rest) = leading_int(rest.trim_start_matches(':'))?;
            (hour, minute, second, if rest.is_empty() { 0 } else { fraction_micros(rest)? })
        }
        _ => return Err(Fault::Format),
    };
    let sane = parts.hour >= 0
        && (0..60).contains(&parts.minute)
        && (0..=60).contains(&parts.second)
        && (0..=USECS_PER_SEC).contains(&parts.micros);
    if sane { Ok(seen::TIME) } else { Err(Fault::Field) }
}

/// `+hh`, `-hh:mm`, `+hh:mm:ss`, `-hhmm`: seconds east of Greenwich.
pub(super) fn zone_offset(text: &str) -> Result<i32, Fault> {
    let negative = match text.as_bytes().first() {
        Some(b'-') => true,
        Some(b'+') => false,
        _ => return Err(Fault::Format),
    };
    let too_far = |fault| if fault == Fault::Field { Fault::Zone } else { fault };
    let unsigned = text.get(1..).unwrap_or("");
    let (mut hours, mut rest) = leading_int(unsigned).map_err(too_far)?;
    let (mut minutes, mut seconds) = (0, 0);
    if let Some(after) = rest.strip_prefix(':') {
        (minutes, rest) = leading_int(after).map_err(too_far)?;
        if let Some(after) = rest.strip_prefix(':') {
            (seconds, rest) = leading_int(after).map_err(too_far)?;
        }
    } else if rest.is_empty() && text.len() > 3 {
        (hours, minutes) = (hours / 100, hours % 100);
    }
    if !(0..=15).contains(&hours) || !(0..60).contains(&minutes) || !(0..60).contains(&seconds) {
        return Err(Fault::Zone);
    }
    if !rest.is_empty() {
        return Err(Fault::Format);
    }
    let east = i32::try_from(hours * 3600 + minutes * 60 + seconds).map_err(|_| Fault::Zone)?;
    Ok(if negative { -east } else { east })
}

/// Digits that run together: `20250105`, `040506`, `0405`, with a fraction of a second perhaps.
pub(super) fn run_together(text: &str, mask: u32, parts: &mut Parts) -> Result<u32, Fault> {
    let mut digits = text;
    if let Some(at) = text.find('.') {
        let (whole, rest) = text.split_at(at);
        parts.micros = fraction_micros(rest)?;
        digits = whole;
    } else if mask & seen::DATE != seen::DATE && digits.len() >= 6 {
        let number = |from: usize, to: usize| -> Result<i64, Fault> {
            let part = digits.get(digits.len() - from..digits.len() - to).ok_or(Fault::Format)?;
            part.parse().map_err(|_| Fault::Format)
        };
        parts.year = number(digits.len(), 4)?;
        parts.month = number(4, 2)?;
        parts.day = number(2, 0)?;
        parts.short_year = digits.len() == 6;
        return Ok(seen::DATE);
    }
    if mask & seen::TIME == seen::TIME {
        return Err(Fault::Format);
    }
    let number = |from: usize| -> Result<i64, Fault> {
        digits.get(from..from + 2).ok_or(Fault::Format)?.parse().map_err(|_| Fault::Format)
    };
    let second = match digits.len() {
        6 => number(4)?,
        4 => 0,
        _ => return Err(Fault::Format),
    };
    (parts.hour, parts.minute, parts.second) = (number(0)?, number(2)?, second);
    Ok(seen::TIME)
}

/// What a single number is, by what has been seen before it.
pub(super) fn number(
    text: &str,
    text_month: bool,
    mask: u32,
    parts: &mut Parts,
    order: DateOrder,
) -> Result<u32, Fault> {
    let (value, rest) = leading_int(text)?;
    if rest.starts_with('.') {
        if text.len() - rest.len() > 2 {
            return run_together(text, mask | seen::DATE, parts);
        }
        parts.micros = fraction_micros(rest)?;
    } else if !rest.is_empty() {
        return Err(Fault::Format);
    }
    let long = text.len() >= 3;
    if text.len() == 3 && mask & seen::DATE == seen::YEAR && (1..=366).contains(&value) {
        parts.day_of_year = value;
        return Ok(seen::DAY_OF_YEAR | seen::MONTH | seen::DAY);
    }
    const MONTH_DAY: u32 = seen::MONTH | seen::DAY;
    const YEAR_MONTH: u32 = seen::YEAR | seen::MONTH;
    let found = match mask & seen::DATE {
        0 if long || order == DateOrder::Ymd => seen::YEAR,
        0 if order == DateOrder::Dmy => seen::DAY,
        0 | seen::YEAR | seen::DAY => seen::MONTH,
        seen::MONTH if text_month && (long || order == DateOrder::Ymd) => seen::YEAR,
        seen::MONTH => seen::DAY,
        YEAR_MONTH if text_month && long && parts.short_year => {
            // The number before was a day, not a year.
            parts.day = parts.year;
            parts.year = value;
            parts.short_year = false;
            return Ok(seen::DAY);
        }
        YEAR_MONTH => seen::DAY,
        MONTH_DAY => seen::YEAR,
        seen::DATE => return run_together(text, mask, parts),
        _ => return Err(Fault::Format),
    };
    match found {
        seen::YEAR => {
            parts.year = value;
            parts.short_year = text.len() <= 2;
        }
        seen::MONTH => parts.month = value,
        _ => parts.day = value,
    }
    Ok(found)
}

/// `2025-01-05`, `5-Jan-2025`, `1/5/25`
pub(super) fn date(text: &str, mask: u32, parts: &mut Parts, order: DateOrder) -> Result<u32, Fault> {
    let mut pieces: Vec<&str> = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let Some(first) = rest.bytes().next() else { break };
        let same = |byte: u8| {
            if first.is_ascii_digit() { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() }
        };
        let length = rest.bytes().take_while(|byte| same(*byte)).count();
        let (piece, after) = rest.split_at(length);
        pieces.push(piece);
        // One character that separates goes without being looked at, as in PostgreSQL.
        rest = after;
    }
    if pieces.is_empty() || text.ends_with(|c: char| !c.is_ascii_alphanumeric()) && pieces.len() < 2 {
        return Err(Fault::Format);
    }
    let (mut mask, mut found, mut text_month) = (mask, 0, false);
    for piece in pieces.iter().filter(|piece| piece.starts_with(|c: char| c.is_ascii_alphabetic())) {
        match word(piece) {
            Some(Word::Ignored) => continue,
            Some(Word::Month(month)) if mask & seen::MONTH == 0 => parts.month = i64::from(month),
            _ => return Err(Fault::Format),
        }
        text_month = true;
        mask |= seen::MONTH;
        found |= seen::MONTH;
    }
    for piece in pieces.iter().filter(|piece| piece.starts_with(|c: char| c.is_ascii_digit())) {
        let now = number(piece, text_month, mask, parts, order)?;
        if mask & now != 0 {
            return Err(Fault::Format);
        }
        mask |= now;
        found |= now;
    }
    if mask & !(seen::DAY_OF_YEAR | seen::ZONE) == seen::DATE { Ok(found) } else { Err(Fault::Format) }
}
