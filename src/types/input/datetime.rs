//! Dates and times, as PostgreSQL's `DecodeDateTime` reads them.

use super::date_fields::{self as fields, Parts, seen};
use super::tokens::{Fault, Field, Shape, Unit, Word, split, word};
use super::{Input, InputError};
use crate::error::SqlError;
use crate::types::datetime::{
    Civil, DATE_INFINITY, DATE_NEG_INFINITY, MAX_DATE, MIN_DATE, MIN_TIMESTAMP, TIMESTAMP_INFINITY,
    TIMESTAMP_NEG_INFINITY, UNIX_EPOCH_JULIAN, USECS_PER_DAY, USECS_PER_SEC, abbreviation, abbreviation_at_local,
    days_in_month, parse_zone, split_timestamp, zone_or_abbreviation,
};
use crate::types::{Display, TimeZone};
use chrono::{DateTime, Utc};
use guard::SqlState;

/// What a text names.
enum Moment {
    Infinity,
    NegInfinity,
    Epoch,
    /// Days since 1970, microseconds of the day, the zone if one was named.
    At {
        days: i64,
        micros: i64,
        zone: Option<TimeZone>,
    },
}

struct Reader<'a> {
    display: &'a Display,
    now: DateTime<Utc>,
    parts: Parts,
    mask: u32,
    text_month: bool,
    julian: bool,
    before_christ: bool,
    /// Hours to add by am (0) or pm (12).
    half_day: Option<i64>,
    zone: Option<TimeZone>,
    /// The zone as it was written, if that may mean another offset at another time.
    abbreviation: Option<String>,
    /// What the field before says of the next number.
    label: Option<Unit>,
    special: Option<Moment>,
    time_only: bool,
}

pub(super) fn fault(fault: Fault, ty: &str, text: &str) -> InputError {
    let of_field =
        || InputError::with_text(SqlState::DATETIME_FIELD_OVERFLOW, "date/time field value out of range", text);
    match fault {
        Fault::Format => InputError::with_text(
            SqlState::INVALID_DATETIME_FORMAT,
            format!("invalid input syntax for type {ty}"),
            text,
        ),
        Fault::Field => of_field(),
        Fault::MonthDay => of_field().hint("Perhaps you need a different \"datestyle\" setting."),
        Fault::Zone => {
            let state = SqlState::INVALID_TIME_ZONE_DISPLACEMENT_VALUE;
            InputError::with_text(state, "time zone displacement out of range", text)
        }
        Fault::UnknownZone(zone) => InputError::unknown_zone(&zone),
    }
}

/// `date`'s input function: days since 1970.
pub fn parse_date(text: &str, display: &Display, now: DateTime<Utc>) -> Input<i32> {
    let moment = read(text, display, now, false).map_err(|cause| fault(cause, "date", text))?;
    match moment {
        Moment::Infinity => Ok(DATE_INFINITY),
        Moment::NegInfinity => Ok(DATE_NEG_INFINITY),
        Moment::Epoch => Ok(0),
        Moment::At { days, .. } => {
            let day = i32::try_from(days).ok().filter(|days| (MIN_DATE..=MAX_DATE).contains(days));
            day.ok_or_else(|| InputError::with_text(SqlState::DATETIME_FIELD_OVERFLOW, "date out of range", text))
        }
    }
}

/// The day, from 1970, on which PostgreSQL's years end: the first of the year 294277.
const PG_END_DAY: i64 = 106_762_940;

/// `timestamp`'s and `timestamptz`'s input function: microseconds since 1970, in UTC for the second.
pub fn parse_timestamp(text: &str, with_zone: bool, display: &Display, now: DateTime<Utc>) -> Input<i64> {
    let name = if with_zone { "timestamp with time zone" } else { "timestamp" };
    let moment = read(text, display, now, false).map_err(|cause| fault(cause, name, text))?;
    let (days, micros, zone) = match moment {
        Moment::Infinity => return Ok(TIMESTAMP_INFINITY),
        Moment::NegInfinity => return Ok(TIMESTAMP_NEG_INFINITY),
        Moment::Epoch => return Ok(0),
        Moment::At { days, micros, zone } => (days, micros, zone),
    };
    let local = days.checked_mul(USECS_PER_DAY).and_then(|day| day.checked_add(micros));
    let value = match (local, with_zone) {
        (Some(local), true) => zone.unwrap_or(display.time_zone).to_utc(local),
        (local, _) => local,
    };
    // PostgreSQL counts from 2000, and so reaches 30 years further.
    let beyond = value.is_none() && (0..PG_END_DAY).contains(&days);
    if beyond {
        return Err(InputError::from(SqlError::unsupported("a time after the year 294246 is not supported")));
    }
    value
        .filter(|value| (MIN_TIMESTAMP..TIMESTAMP_INFINITY).contains(value))
        .ok_or_else(|| InputError::with_text(SqlState::DATETIME_FIELD_OVERFLOW, "timestamp out of range", text))
}

/// `time`'s input function: microseconds of the day.
pub fn parse_time(text: &str, display: &Display, now: DateTime<Utc>) -> Input<i64> {
    let moment = read(text, display, now, true).map_err(|cause| fault(cause, "time", text))?;
    match moment {
        Moment::At { micros, .. } => Ok(micros),
        _ => Err(fault(Fault::Format, "time", text)),
    }
}

fn read(text: &str, display: &Display, now: DateTime<Utc>, time_only: bool) -> Result<Moment, Fault> {
    let list = split(text)?;
    let mut reader = Reader {
        display,
        now,
        parts: Parts::default(),
        mask: 0,
        text_month: false,
        julian: false,
        before_christ: false,
        half_day: None,
        zone: None,
        abbreviation: None,
        label: None,
        special: None,
        time_only,
    };
    for (index, field) in list.iter().enumerate() {
        let next = list.get(index + 1);
        let Some(found) = reader.field(field, next)? else { continue };
        if found & reader.mask != 0 {
            return Err(Fault::Format);
        }
        reader.mask |= found;
    }
    reader.finish()
}

impl Reader<'_> {
    /// What a field adds to the mask; `None` if it is to be passed over.
    fn field(&mut self, field: &Field, next: Option<&Field>) -> Result<Option<u32>, Fault> {
        match field.shape {
            Shape::Date => self.date(&field.text).map(Some),
            Shape::Time => {
                match self.label.take() {
                    None | Some(Unit::IsoTime) => {}
                    Some(_) => return Err(Fault::Format),
                }
                let found = fields::time(&field.text, &mut self.parts, false)?;
                self.parts.time().ok_or(Fault::Field)?;
                Ok(Some(found))
            }
            Shape::Signed => {
                self.zone = Some(TimeZone::Fixed(fields::zone_offset(&field.text)?));
                Ok(Some(seen::ZONE))
            }
            Shape::Number => self.number(&field.text).map(Some),
            Shape::Word | Shape::SignedWord => self.word(&field.text, next),
        }
    }

    fn date(&mut self, text: &str) -> Result<u32, Fault> {
        if self.label == Some(Unit::Julian) {
            self.label = None;
            let (day, rest) = fields::leading_int(text)?;
            self.julian_day(day)?;
            self.zone = Some(TimeZone::Fixed(fields::zone_offset(rest)?));
            return Ok(seen::DATE | seen::TIME | seen::ZONE);
        }
        let month_and_day = seen::MONTH | seen::DAY;
        let zone_or_time = self.label.is_some() || self.mask & month_and_day == month_and_day || self.time_only;
        if !zone_or_time {
            return fields::date(text, self.mask, &mut self.parts, self.display.date_order);
        }
        if text.starts_with(|c: char| c.is_ascii_digit()) || self.label.is_some() {
            if self.label.take().is_some_and(|label| label != Unit::IsoTime) {
                return Err(Fault::Format);
            }
            if self.time_only && self.mask & seen::DATE == 0 && text.matches(['-', '/', '.']).count() == 2 {
                return fields::date(text, self.mask, &mut self.parts, self.display.date_order);
            }
            if self.mask & seen::TIME == seen::TIME {
                return Err(Fault::Format);
            }
            let (time, zone) = text.find('-').map(|at| text.split_at(at)).ok_or(Fault::Format)?;
            self.zone = Some(TimeZone::Fixed(fields::zone_offset(zone)?));
            let mask = if self.time_only { self.mask | seen::DATE } else { self.mask };
            return Ok(fields::run_together(time, mask, &mut self.parts)? | seen::ZONE);
        }
        self.zone = Some(parse_zone(text).ok_or_else(|| Fault::UnknownZone(text.to_string()))?);
        Ok(seen::ZONE)
    }

    fn julian_day(&mut self, day: i64) -> Result<(), Fault> {
        if day < 0 {
            return Err(Fault::Field);
        }
        self.civil(Civil::from_days(day - UNIX_EPOCH_JULIAN));
        self.julian = true;
        Ok(())
    }

    fn civil(&mut self, civil: Civil) {
        (self.parts.year, self.parts.month, self.parts.day) =
            (civil.year, i64::from(civil.month), i64::from(civil.day));
    }

    fn number(&mut self, text: &str) -> Result<u32, Fault> {
        if let Some(label) = self.label.take() {
            return self.labelled(label, text);
        }
        let order = self.display.date_order;
        let mask = if self.time_only { self.mask | seen::DATE } else { self.mask };
        let has_date = mask & seen::DATE != 0;
        match text.find('.') {
            Some(_) if !has_date => fields::date(text, mask, &mut self.parts, order),
            Some(at) if at > 2 => fields::run_together(text, mask, &mut self.parts),
            _ if text.len() >= 6 && (!has_date || mask & seen::TIME == 0) => {
                fields::run_together(text, mask, &mut self.parts)
            }
            _ => fields::number(text, self.text_month, mask, &mut self.parts, order),
        }
    }

    fn labelled(&mut self, label: Unit, text: &str) -> Result<u32, Fault> {
        if label == Unit::IsoTime {
            let found = fields::run_together(text, self.mask | seen::DATE, &mut self.parts)?;
            return if found == seen::TIME { Ok(found) } else { Err(Fault::Format) };
        }
        let (value, rest) = fields::leading_int(text)?;
        let decimal = rest.starts_with('.');
        let may_be_decimal = matches!(label, Unit::Julian | Unit::Second);
        if !(rest.is_empty() || (decimal && may_be_decimal)) {
            return Err(Fault::Format);
        }
        let parts = &mut self.parts;
        let (slot, found) = match label {
            Unit::Year => (&mut parts.year, seen::YEAR),
            Unit::Month if self.mask & seen::MONTH != 0 && self.mask & seen::HOUR != 0 => {
                (&mut parts.minute, seen::MINUTE)
            }
            Unit::Month => (&mut parts.month, seen::MONTH),
            Unit::Day => (&mut parts.day, seen::DAY),
            Unit::Hour => (&mut parts.hour, seen::HOUR),
            Unit::Minute => (&mut parts.minute, seen::MINUTE),
            Unit::Second if decimal => {
                parts.micros = fields::fraction_micros(rest)?;
                (&mut parts.second, seen::SECONDS)
            }
            Unit::Second => (&mut parts.second, seen::SECOND),
            Unit::Julian => {
                self.julian_day(value)?;
                if !decimal {
                    return Ok(seen::DATE);
                }
                self.time_of_day(part_of_day(fields::fraction(rest)?));
                return Ok(seen::DATE | seen::TIME);
            }
            _ => return Err(Fault::Format),
        };
        *slot = value;
        Ok(found)
    }

    fn time_of_day(&mut self, micros: i64) {
        let seconds = micros / USECS_PER_SEC;
        (self.parts.hour, self.parts.minute, self.parts.second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        self.parts.micros = micros % USECS_PER_SEC;
    }

    fn word(&mut self, text: &str, next: Option<&Field>) -> Result<Option<u32>, Fault> {
        if abbreviation(text).is_some() {
            self.zone = zone_or_abbreviation(text);
            self.abbreviation = Some(text.to_owned());
            return Ok(Some(seen::ZONE));
        }
        let Some(known) = word(text) else {
            self.zone = Some(parse_zone(text).ok_or(Fault::Format)?);
            return Ok(Some(seen::ZONE));
        };
        let found = match known {
            Word::Ignored => return Ok(None),
            Word::Misplaced => return Err(Fault::Format),
            Word::Now => {
                let zone = self.display.time_zone;
                let utc = self.now.timestamp_micros();
                let (days, micros) = split_timestamp(zone.to_local(utc).unwrap_or(utc));
                self.civil(Civil::from_days(days));
                self.time_of_day(micros);
                self.zone = Some(TimeZone::Fixed(zone.offset_at_utc(utc)));
                seen::DATE | seen::TIME | seen::ZONE
            }
            Word::Today => self.day_from_today(0),
            Word::Yesterday => self.day_from_today(-1),
            Word::Tomorrow => self.day_from_today(1),
            Word::AllBalls => {
                self.time_of_day(0);
                self.zone = Some(TimeZone::Fixed(0));
                seen::TIME | seen::ZONE
            }
            Word::Epoch => self.special(Moment::Epoch),
            Word::Infinity => self.special(Moment::Infinity),
            Word::NegInfinity => self.special(Moment::NegInfinity),
            Word::Month(month) => self.month(month),
            Word::Weekday => seen::WEEKDAY,
            Word::Am | Word::Pm => {
                self.half_day = Some(if known == Word::Pm { 12 } else { 0 });
                seen::AM_PM
            }
            Word::Ad | Word::Bc => {
                self.before_christ = known == Word::Bc;
                seen::ERA
            }
            Word::Summer => {
                let Some(TimeZone::Fixed(offset)) = self.zone else { return Err(Fault::Format) };
                self.zone = Some(TimeZone::Fixed(offset + 3600));
                seen::SUMMER
            }
            Word::Unit(Unit::IsoTime) => {
                let date_before = self.mask & seen::DATE == seen::DATE || self.time_only;
                let time_after =
                    next.is_some_and(|next| matches!(next.shape, Shape::Number | Shape::Time | Shape::Date));
                if !date_before || !time_after {
                    return Err(Fault::Format);
                }
                self.label = Some(Unit::IsoTime);
                0
            }
            Word::Unit(unit) => {
                self.label = Some(unit);
                0
            }
        };
        Ok(Some(found))
    }

    fn special(&mut self, moment: Moment) -> u32 {
        self.special = Some(moment);
        seen::RESERVED
    }

    fn day_from_today(&mut self, days: i64) -> u32 {
        let utc = self.now.timestamp_micros();
        let (today, _) = split_timestamp(self.display.time_zone.to_local(utc).unwrap_or(utc));
        self.civil(Civil::from_days(today + days));
        seen::DATE
    }

    fn month(&mut self, month: u32) -> u32 {
        let mut found = seen::MONTH;
        let number_was_day = self.mask & seen::MONTH != 0
            && !self.text_month
            && self.mask & seen::DAY == 0
            && (1..=31).contains(&self.parts.month);
        if number_was_day {
            self.parts.day = self.parts.month;
            found = seen::DAY;
        }
        self.text_month = true;
        self.parts.month = i64::from(month);
        found
    }

    fn finish(mut self) -> Result<Moment, Fault> {
        self.year()?;
        if self.mask & seen::DAY_OF_YEAR != 0 {
            let first = Civil { year: self.parts.year, month: 1, day: 1 }.to_days();
            self.civil(Civil::from_days(first + self.parts.day_of_year - 1));
        }
        if self.mask & seen::MONTH != 0 && !(1..=12).contains(&self.parts.month) {
            return Err(Fault::MonthDay);
        }
        if self.mask & seen::DAY != 0 && !(1..=31).contains(&self.parts.day) {
            return Err(Fault::MonthDay);
        }
        let whole_date = self.mask & seen::DATE == seen::DATE;
        let month = u32::try_from(self.parts.month).unwrap_or(0);
        let day = u32::try_from(self.parts.day).unwrap_or(0);
        if whole_date && day > days_in_month(self.parts.year, month) {
            return Err(Fault::Field);
        }
        if let Some(half) = self.half_day {
            if self.parts.hour > 12 {
                return Err(Fault::Field);
            }
            self.parts.hour = self.parts.hour % 12 + half;
        }
        if let Some(special) = self.special {
            return Ok(special);
        }
        let micros = self.parts.time().ok_or(Fault::Field)?;
        if self.time_only {
            let whole_time = self.mask & seen::TIME == seen::TIME;
            return if whole_time { Ok(Moment::At { days: 0, micros, zone: None }) } else { Err(Fault::Format) };
        }
        if !whole_date {
            return Err(Fault::Format);
        }
        let days = Civil { year: self.parts.year, month, day }.to_days();
        let local = days.checked_mul(USECS_PER_DAY).and_then(|day| day.checked_add(micros));
        let meant = self.abbreviation.zip(local).and_then(|(name, local)| abbreviation_at_local(&name, local));
        Ok(Moment::At { days, micros, zone: meant.or(self.zone) })
    }

    fn year(&mut self) -> Result<(), Fault> {
        if self.mask & seen::YEAR == 0 || self.julian {
            return Ok(());
        }
        let year = &mut self.parts.year;
        if self.before_christ {
            if *year <= 0 {
                return Err(Fault::Field);
            }
            *year = 1 - *year;
        } else if self.parts.short_year {
            match *year {
                ..0 => return Err(Fault::Field),
                0..70 => *year += 2000,
                70..100 => *year += 1900,
                _ => {}
            }
        } else if *year <= 0 {
            return Err(Fault::Field);
        }
        Ok(())
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "at most a day's microseconds")]
fn part_of_day(fraction: f64) -> i64 {
    (fraction * USECS_PER_DAY as f64) as i64
}
