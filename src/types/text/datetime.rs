//! Dates, times and intervals as text, in the session's style.

use crate::types::datetime::{
    Civil, DATE_INFINITY, DATE_NEG_INFINITY, DAYS, Local, MONTHS, TIMESTAMP_INFINITY, TIMESTAMP_NEG_INFINITY,
    USECS_PER_HOUR, USECS_PER_MINUTE, USECS_PER_SEC, day_of_week, split_timestamp,
};
use crate::types::{DateOrder, DateStyle, Display, IntervalStyle};
use bytes::{BufMut, BytesMut};
use std::fmt::Write;

/// Writing into memory can't fail.
macro_rules! put {
    ($out:expr, $($arg:tt)*) => {{
        let _ = write!($out, $($arg)*);
    }};
}

/// A number with at least two digits.
fn two(out: &mut BytesMut, number: i64) {
    if (0..100).contains(&number) {
        let byte = |digit: i64| b'0' + u8::try_from(digit).unwrap_or(0);
        out.put_slice(&[byte(number / 10), byte(number % 10)]);
    } else {
        put!(out, "{number:02}");
    }
}

fn year(out: &mut BytesMut, civil: Civil) {
    let year = if civil.year > 0 { civil.year } else { 1 - civil.year };
    if (1000..10_000).contains(&year) {
        two(out, year / 100);
        two(out, year % 100);
    } else {
        put!(out, "{year:04}");
    }
}

fn era(out: &mut BytesMut, civil: Civil) {
    if civil.year <= 0 {
        out.put_slice(b" BC");
    }
}

/// `.5`, without zeros at its end, for microseconds of a second.
fn fraction(out: &mut BytesMut, micros: i64) {
    if micros == 0 {
        return;
    }
    let digits = format!("{:06}", micros.abs());
    out.put_u8(b'.');
    out.put_slice(digits.trim_end_matches('0').as_bytes());
}

fn year_month_day(out: &mut BytesMut, civil: Civil) {
    year(out, civil);
    out.put_u8(b'-');
    two(out, i64::from(civil.month));
    out.put_u8(b'-');
    two(out, i64::from(civil.day));
}

/// Month and day in the session's order, then the year.
fn month_day_year(out: &mut BytesMut, civil: Civil, separator: u8, day_first: bool) {
    let (first, second) = if day_first { (civil.day, civil.month) } else { (civil.month, civil.day) };
    two(out, i64::from(first));
    out.put_u8(separator);
    two(out, i64::from(second));
    out.put_u8(separator);
    year(out, civil);
}

pub(in crate::types) fn date(out: &mut BytesMut, days: i32, display: &Display) {
    match days {
        DATE_INFINITY => return out.put_slice(b"infinity"),
        DATE_NEG_INFINITY => return out.put_slice(b"-infinity"),
        _ => {}
    }
    let civil = Civil::from_days(i64::from(days));
    let day_first = display.date_order == DateOrder::Dmy;
    match display.date_style {
        DateStyle::Iso => year_month_day(out, civil),
        DateStyle::Sql => month_day_year(out, civil, b'/', day_first),
        DateStyle::German => month_day_year(out, civil, b'.', true),
        DateStyle::Postgres => month_day_year(out, civil, b'-', day_first),
    }
    era(out, civil);
}

pub(in crate::types) fn time(out: &mut BytesMut, micros: i64) {
    two(out, micros / USECS_PER_HOUR);
    out.put_u8(b':');
    two(out, micros / USECS_PER_MINUTE % 60);
    out.put_u8(b':');
    two(out, micros / USECS_PER_SEC % 60);
    fraction(out, micros % USECS_PER_SEC);
}

fn infinite(out: &mut BytesMut, micros: i64) -> bool {
    match micros {
        TIMESTAMP_INFINITY => out.put_slice(b"infinity"),
        TIMESTAMP_NEG_INFINITY => out.put_slice(b"-infinity"),
        _ => return false,
    }
    true
}

pub(in crate::types) fn timestamp(out: &mut BytesMut, micros: i64, display: &Display) {
    if !infinite(out, micros) {
        local_time(out, micros, None, display);
    }
}

pub(in crate::types) fn timestamptz(out: &mut BytesMut, micros: i64, display: &Display) {
    if infinite(out, micros) {
        return;
    }
    let zone = match display.date_style {
        // Only the other styles print the zone's name, which costs an allocation.
        DateStyle::Iso => Local { offset: display.time_zone.offset_at_utc(micros), abbreviation: "".into() },
        _ => display.time_zone.at_utc(micros),
    };
    match micros.checked_add(i64::from(zone.offset) * USECS_PER_SEC) {
        Some(local) => local_time(out, local, Some(&zone), display),
        None => local_time(out, micros, Some(&display_utc()), display),
    }
}

fn display_utc() -> Local {
    Local { offset: 0, abbreviation: "UTC".into() }
}

fn local_time(out: &mut BytesMut, micros: i64, zone: Option<&Local>, display: &Display) {
    let (days, clock) = split_timestamp(micros);
    let civil = Civil::from_days(days);
    let day_first = display.date_order == DateOrder::Dmy;
    match display.date_style {
        DateStyle::Iso => {
            year_month_day(out, civil);
            out.put_u8(b' ');
            time(out, clock);
            if let Some(zone) = zone {
                offset(out, zone.offset);
            }
        }
        DateStyle::Sql | DateStyle::German => {
            if display.date_style == DateStyle::Sql {
                month_day_year(out, civil, b'/', day_first);
            } else {
                month_day_year(out, civil, b'.', true);
            }
            out.put_u8(b' ');
            time(out, clock);
            named_zone(out, zone);
        }
        DateStyle::Postgres => {
            let weekday = DAYS.get(usize::try_from(day_of_week(days)).unwrap_or(0)).copied().unwrap_or_default();
            let month = MONTHS.get(usize::try_from(civil.month - 1).unwrap_or(0)).copied().unwrap_or_default();
            let day = civil.day;
            if day_first {
                put!(out, "{weekday} {day:02} {month} ");
            } else {
                put!(out, "{weekday} {month} {day:02} ");
            }
            time(out, clock);
            out.put_u8(b' ');
            year(out, civil);
            named_zone(out, zone);
        }
    }
    era(out, civil);
}

fn named_zone(out: &mut BytesMut, zone: Option<&Local>) {
    if let Some(zone) = zone {
        put!(out, " {}", zone.abbreviation);
    }
}

fn offset(out: &mut BytesMut, seconds: i32) {
    out.put_u8(if seconds < 0 { b'-' } else { b'+' });
    let seconds = i64::from(seconds.unsigned_abs());
    two(out, seconds / 3600);
    if seconds % 3600 != 0 {
        out.put_u8(b':');
        two(out, seconds / 60 % 60);
    }
    if seconds % 60 != 0 {
        out.put_u8(b':');
        two(out, seconds % 60);
    }
}

/// An interval in its fields, each with the sign of its part.
struct Fields {
    years: i64,
    months: i64,
    days: i64,
    hours: i64,
    minutes: i64,
    seconds: i64,
    micros: i64,
}

impl Fields {
    fn time(&self) -> [i64; 4] {
        [self.hours, self.minutes, self.seconds, self.micros]
    }

    fn all(&self) -> [i64; 7] {
        let [hours, minutes, seconds, micros] = self.time();
        [self.years, self.months, self.days, hours, minutes, seconds, micros]
    }

    fn abs(&self) -> Self {
        Self {
            years: self.years.abs(),
            months: self.months.abs(),
            days: self.days.abs(),
            hours: self.hours.abs(),
            minutes: self.minutes.abs(),
            seconds: self.seconds.abs(),
            micros: self.micros.abs(),
        }
    }

    fn time_is_negative(&self) -> bool {
        self.time().iter().any(|part| *part < 0)
    }

    fn has_time(&self) -> bool {
        self.time().iter().any(|part| *part != 0)
    }
}

pub(in crate::types) fn interval(out: &mut BytesMut, months: i32, days: i32, micros: i64, style: IntervalStyle) {
    let fields = Fields {
        years: i64::from(months / 12),
        months: i64::from(months % 12),
        days: i64::from(days),
        hours: micros / USECS_PER_HOUR,
        minutes: micros / USECS_PER_MINUTE % 60,
        seconds: micros / USECS_PER_SEC % 60,
        micros: micros % USECS_PER_SEC,
    };
    match style {
        IntervalStyle::Postgres => postgres(out, &fields),
        IntervalStyle::PostgresVerbose => verbose(out, &fields),
        IntervalStyle::SqlStandard => sql_standard(out, &fields),
        IntervalStyle::Iso8601 => iso8601(out, &fields),
    }
}

/// `h:mm:ss.ffffff`
fn clock(out: &mut BytesMut, fields: &Fields) {
    put!(out, "{}:{:02}:{:02}", fields.hours.abs(), fields.minutes.abs(), fields.seconds.abs());
    fraction(out, fields.micros);
}

fn postgres(out: &mut BytesMut, fields: &Fields) {
    let (mut first, mut after_negative) = (true, false);
    for (value, unit) in [(fields.years, "year"), (fields.months, "mon"), (fields.days, "day")] {
        if value == 0 {
            continue;
        }
        let space = if first { "" } else { " " };
        let sign = if after_negative && value > 0 { "+" } else { "" };
        put!(out, "{space}{sign}{value} {unit}{}", if value == 1 { "" } else { "s" });
        after_negative = value < 0;
        first = false;
    }
    if !first && !fields.has_time() {
        return;
    }
    let space = if first { "" } else { " " };
    let sign = if fields.time_is_negative() {
        "-"
    } else if after_negative {
        "+"
    } else {
        ""
    };
    put!(out, "{space}{sign}{:02}:{:02}:{:02}", fields.hours.abs(), fields.minutes.abs(), fields.seconds.abs());
    fraction(out, fields.micros);
}

fn verbose(out: &mut BytesMut, fields: &Fields) {
    let (mut first, mut before) = (true, false);
    out.put_u8(b'@');
    let parts = [
        (fields.years, "year"),
        (fields.months, "mon"),
        (fields.days, "day"),
        (fields.hours, "hour"),
        (fields.minutes, "min"),
    ];
    for (value, unit) in parts {
        if value == 0 {
            continue;
        }
        before = if first { value < 0 } else { before };
        let value = if before { -value } else { value };
        put!(out, " {value} {unit}{}", if value == 1 { "" } else { "s" });
        first = false;
    }
    if fields.seconds != 0 || fields.micros != 0 {
        out.put_u8(b' ');
        let negative = fields.seconds < 0 || (fields.seconds == 0 && fields.micros < 0);
        if first {
            before = negative;
        } else if negative != before {
            out.put_u8(b'-');
        }
        put!(out, "{}", fields.seconds.abs());
        fraction(out, fields.micros);
        out.put_slice(if fields.seconds.abs() != 1 || fields.micros != 0 { b" secs" } else { b" sec" });
        first = false;
    }
    if first {
        out.put_slice(b" 0");
    }
    if before {
        out.put_slice(b" ago");
    }
}

fn sql_standard(out: &mut BytesMut, fields: &Fields) {
    let negative = fields.all().iter().any(|part| *part < 0);
    let positive = fields.all().iter().any(|part| *part > 0);
    let year_month = fields.years != 0 || fields.months != 0;
    let day_time = fields.days != 0 || fields.has_time();
    if !negative && !positive {
        return out.put_u8(b'0');
    }
    if (negative && positive) || (year_month && day_time) {
        let sign = |negative: bool| if negative { '-' } else { '+' };
        let year_sign = sign(fields.years < 0 || fields.months < 0);
        let (day_sign, time_sign) = (sign(fields.days < 0), sign(fields.time_is_negative()));
        let (years, months, days) = (fields.years.abs(), fields.months.abs(), fields.days.abs());
        put!(out, "{year_sign}{years}-{months} {day_sign}{days} {time_sign}");
        return clock(out, fields);
    }
    if negative {
        out.put_u8(b'-');
    }
    let fields = fields.abs();
    if year_month {
        put!(out, "{}-{}", fields.years, fields.months);
        return;
    }
    if fields.days != 0 {
        put!(out, "{} ", fields.days);
    }
    clock(out, &fields);
}

fn iso8601(out: &mut BytesMut, fields: &Fields) {
    if fields.all().iter().all(|part| *part == 0) {
        return out.put_slice(b"PT0S");
    }
    let part = |out: &mut BytesMut, value: i64, unit: char| {
        if value != 0 {
            put!(out, "{value}{unit}");
        }
    };
    out.put_u8(b'P');
    part(out, fields.years, 'Y');
    part(out, fields.months, 'M');
    part(out, fields.days, 'D');
    if fields.has_time() {
        out.put_u8(b'T');
    }
    part(out, fields.hours, 'H');
    part(out, fields.minutes, 'M');
    if fields.seconds != 0 || fields.micros != 0 {
        let sign = if fields.seconds < 0 || fields.micros < 0 { "-" } else { "" };
        put!(out, "{sign}{}", fields.seconds.abs());
        fraction(out, fields.micros);
        out.put_u8(b'S');
    }
}
