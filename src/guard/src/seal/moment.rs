//! Written dates and times.
//!
//! Comes in: `2026-11-14`, `2026-11-14 09:30:00.5+00`, or microseconds since 1970 in UTC. Goes out: the other. Must never: guess.

/// Microseconds in a day.
pub(super) const DAY: i64 = 86_400_000_000;

/// Days since 1970 of a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = lengths.get(usize::try_from(month.checked_sub(1)?).ok()?)?;
    if !(1..=*length).contains(&day) || year < 1 {
        return None;
    }
    let before: i64 = lengths.iter().take(usize::try_from(month - 1).ok()?).sum();
    let years = year - 1;
    // 719 162 days from 0001-01-01 to 1970-01-01.
    Some(years * 365 + years / 4 - years / 100 + years / 400 + before + day - 1 - 719_162)
}

/// Date and time in UTC, without a zone: the seconds with as many digits as they need.
pub(super) fn written(micros: i64) -> String {
    let (day, rest) = (micros.div_euclid(DAY), micros.rem_euclid(DAY));
    // The calendar is searched from a year on that is never too late.
    let guess = 1970 + day.div_euclid(if day < 0 { 365 } else { 366 });
    let first = |year: i64| days(year, 1, 1).unwrap_or(i64::MIN);
    let mut year = guess.max(1);
    while first(year + 1) <= day {
        year += 1;
    }
    let mut month = 1;
    while days(year, month + 1, 1).is_some_and(|next| next <= day) {
        month += 1;
    }
    let date = days(year, month, 1).map_or(1, |first| day - first + 1);
    let (seconds, fraction) = (rest / 1_000_000, rest % 1_000_000);
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let fraction = if fraction == 0 { String::new() } else { format!(".{fraction:06}") };
    let fraction = fraction.trim_end_matches('0');
    format!("{year:04}-{month:02}-{date:02} {hour:02}:{minute:02}:{second:02}{fraction}")
}

fn number(text: &str) -> Option<i64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A date without a time is its midnight; a zone can only be UTC.
pub(super) fn micros(text: &str) -> Option<i64> {
    let (date, time) = match text.split_once(' ') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (number(parts.next()?)?, number(parts.next()?)?, number(parts.next()?)?);
    if parts.next().is_some() {
        return None;
    }
    let midnight = days(year, month, day)?.checked_mul(DAY)?;
    let Some(time) = time else { return Some(midnight) };
    let clock = time.strip_suffix("+00").unwrap_or(time);
    let mut parts = clock.split(':');
    let (hour, minute, second) = (number(parts.next()?)?, number(parts.next()?)?, parts.next()?);
    if parts.next().is_some() || hour > 23 || minute > 59 {
        return None;
    }
    let (whole, fraction) = second.split_once('.').unwrap_or((second, "0"));
    let whole = number(whole).filter(|whole| *whole < 60)?;
    let fraction = number(&format!("{fraction:0<6}")).filter(|_| fraction.len() <= 6)?;
    midnight.checked_add(((hour * 60 + minute) * 60 + whole) * 1_000_000 + fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_are_counted_from_1970() {
        assert_eq!(micros("1970-01-01"), Some(0));
        assert_eq!(micros("1970-01-02 00:00:00+00"), Some(DAY));
        assert_eq!(micros("2000-02-29"), Some(11_016 * DAY));
        assert_eq!(micros("2100-03-01"), Some(47_541 * DAY));
        assert_eq!(micros("2000-03-01"), Some(11_017 * DAY));
        assert_eq!(micros("0001-01-01"), Some(-719_162 * DAY));
        assert_eq!(micros("1970-01-01 00:00:59"), Some(59_000_000));
        assert_eq!(micros("2026-11-21 09:30:00.25"), Some(20_778 * DAY + (9 * 3_600 + 1_800) * 1_000_000 + 250_000));
        assert_eq!(micros("1969-12-31 23:59:59.999999+00"), Some(-1));
    }

    #[test]
    fn a_moment_is_written_as_it_is_read() {
        let texts = [
            "1970-01-01 00:00:00",
            "1969-12-31 23:59:59.999999",
            "2000-02-29 12:00:00",
            "2026-11-21 09:30:00.25",
            "2026-12-31 23:59:59",
            "2100-03-01 00:00:00.5",
            "0001-01-01 00:00:00",
        ];
        for text in texts {
            assert_eq!(written(micros(text).expect(text)), text);
        }
        for day in (-700_000..80_000).step_by(13) {
            assert_eq!(micros(&written(day * DAY + 1)), Some(day * DAY + 1));
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "today",
            "2026-02-29",
            "2100-02-29",
            "1900-02-29",
            "0000-01-01",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "2026-01-32",
            "2026-01",
            "2026-01-01-01",
            "-2026-01-01",
            "2026--01-01",
            "2026-1x-01",
            "2026-11-21 24:00:00",
            "2026-11-21 23:60:00",
            "2026-11-21 23:59:60",
            "2026-11-21 23:59",
            "2026-11-21 23:59:59:59",
            "2026-11-21 23:59:5x",
            "2026-11-21 23:59:59.1234567",
            "2026-11-21 09:30:00+01",
            "44-03-15 BC",
            "infinity",
        ] {
            assert_eq!(micros(text), None, "{text}");
        }
    }
}
