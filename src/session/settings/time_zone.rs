//! `TimeZone`: a name of the time zone database, hours east of Greenwich, or a POSIX specification without daylight saving (`UTC+3`, whose sign counts west).

use crate::types::TimeZone;

/// The zone and the text that SHOW prints for it.
#[must_use]
pub fn parse(text: &str) -> Option<(TimeZone, String)> {
    let text = text.trim();
    if let Some(hours) = numeric(text) {
        return Some((TimeZone::Fixed(hours), fixed_name(hours)));
    }
    if let Some(zone) = chrono_tz::TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(text)) {
        return Some((TimeZone::Named(*zone), zone.name().to_owned()));
    }
    posix(text).map(|seconds| (TimeZone::Fixed(seconds), text.to_owned()))
}

/// `+02`, `-5.5`: seconds east. `+02:30` is what `INTERVAL '+02:30'` comes down to.
fn numeric(text: &str) -> Option<i32> {
    if let Some((hours, minutes)) = text.split_once(':') {
        let seconds = 60 * minutes.parse::<u32>().ok().filter(|minutes| *minutes < 60)?.cast_signed();
        let whole = 3600 * hours.parse::<i32>().ok().filter(|hours| hours.abs() < 168)?;
        return Some(if hours.starts_with('-') { whole - seconds } else { whole + seconds });
    }
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
    let west = part(-seconds);
    format!("<{}>{}", part(seconds), if seconds == 0 { "+00".to_owned() } else { west })
}

/// `UTC+3`, `<ABC>-3`, `GMT+02:00`: an abbreviation, then hours west of Greenwich.
fn posix(text: &str) -> Option<i32> {
    let rest = match text.strip_prefix('<') {
        Some(quoted) => quoted.split_once('>').filter(|(name, _)| name.len() >= 3).map(|(_, rest)| rest)?,
        None => {
            let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
            text.get(letters..).filter(|_| letters >= 3)?
        }
    };
    let (sign, digits) = match rest.strip_prefix('-') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let mut seconds = 0;
    for (part, (size, limit)) in digits.split(':').zip([(3600, 168), (60, 60), (1, 60)]) {
        let number = part.parse::<u16>().ok().filter(|number| i32::from(*number) < limit && part.len() <= 3)?;
        seconds += i32::from(number) * size;
    }
    (digits.split(':').count() <= 3).then_some(sign * seconds)
}
