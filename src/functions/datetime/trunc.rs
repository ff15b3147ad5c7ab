//! date_trunc: a timestamp or interval cut to a unit.

use super::calendar::{
    self, Civil, HOUR, MINUTE, SECOND, civil, day_number, is_finite, iso_day_of_week, offset_at, split, timestamp,
};
use super::fields::{self, Unit, unsupported};
use super::interval;
use crate::error::SqlResult;
use crate::types::TimeZone;
use datafusion::arrow::datatypes::IntervalMonthDayNano;

const TIMESTAMP: &str = "timestamp without time zone";
const TIMESTAMPTZ: &str = "timestamp with time zone";

/// A unit that time is cut to; `dow` and its like are fields only, and PostgreSQL does not know them here.
fn unit(name: &str, ty: &str) -> SqlResult<Unit> {
    match fields::unit(name, ty)? {
        Unit::Dow | Unit::IsoDow | Unit::Doy | Unit::IsoYear | Unit::Julian | Unit::Epoch => {
            Err(fields::unrecognized(ty))
        }
        unit => Ok(unit),
    }
}

/// The first year of the unit that `year` is in; centuries begin with their year 1.
fn first_year(unit: Unit, year: i64) -> Option<i64> {
    let from_one = |length: i64| (year - 1).div_euclid(length) * length + 1;
    Some(match unit {
        Unit::Millennium => from_one(1000),
        Unit::Century => from_one(100),
        Unit::Decade => year.div_euclid(10) * 10,
        Unit::Year => year,
        _ => return None,
    })
}

/// The first day of the unit that `day` is in, for units of a day and more.
fn first_day(unit: Unit, day: i64) -> Option<i64> {
    let Civil { year, month, .. } = civil(day);
    if let Some(year) = first_year(unit, year) {
        return Some(day_number(year, 1, 1));
    }
    Some(match unit {
        Unit::Quarter => day_number(year, (month - 1) / 3 * 3 + 1, 1),
        Unit::Month => day_number(year, month, 1),
        Unit::Week => day - (iso_day_of_week(day) - 1),
        Unit::Day => day,
        _ => return None,
    })
}

/// How long a unit below a day is, in microseconds.
fn length(unit: Unit) -> Option<i64> {
    Some(match unit {
        Unit::Hour => HOUR,
        Unit::Minute => MINUTE,
        Unit::Second => SECOND,
        Unit::Milliseconds => 1000,
        Unit::Microseconds => 1,
        _ => return None,
    })
}

/// The longest that a unit is which times are cut to, in microseconds; `None` for one longer than a year, and for what is none.
pub(crate) fn longest(name: &str) -> Option<i64> {
    let days = match unit(name, TIMESTAMP).ok()? {
        Unit::Year => 366,
        Unit::Quarter => 92,
        Unit::Month => 31,
        Unit::Week => 7,
        Unit::Day => 1,
        shorter => return length(shorter),
    };
    Some(days * 24 * HOUR)
}

/// `date_trunc(text, timestamp)`
pub(crate) fn timestamp_trunc(name: &str, stamp: i64) -> SqlResult<i64> {
    if !is_finite(stamp) {
        return Ok(stamp);
    }
    let unit = unit(name, TIMESTAMP)?;
    let (day, time) = split(stamp);
    if let Some(day) = first_day(unit, day) {
        return timestamp(day, 0);
    }
    let length = length(unit).ok_or_else(|| unsupported(name, TIMESTAMP))?;
    timestamp(day, time - time % length)
}

/// `date_trunc(text, timestamptz)` by the wall clock of a zone.
pub(crate) fn timestamptz_trunc(name: &str, stamp: i64, zone: TimeZone) -> SqlResult<i64> {
    if !is_finite(stamp) {
        return Ok(stamp);
    }
    let unit = unit(name, TIMESTAMPTZ)?;
    let local = calendar::to_local(zone, stamp)?;
    let (day, time) = split(local);
    if let Some(day) = first_day(unit, day) {
        return calendar::to_instant(zone, timestamp(day, 0)?);
    }
    // Below a day the offset stays what it is, also where the clock repeats an hour.
    let length = length(unit).ok_or_else(|| unsupported(name, TIMESTAMPTZ))?;
    timestamp(day, time - time % length - offset_at(zone, stamp) * SECOND)
}

/// `date_trunc(text, interval)`
pub(crate) fn interval_trunc(name: &str, value: IntervalMonthDayNano) -> SqlResult<IntervalMonthDayNano> {
    let unit = unit(name, "interval")?;
    let months = |length: i32| interval::interval(value.months / length * length, 0, 0);
    match unit {
        Unit::Millennium => months(12_000),
        Unit::Century => months(1200),
        Unit::Decade => months(120),
        Unit::Year => months(12),
        Unit::Quarter => months(3),
        Unit::Month => months(1),
        Unit::Day => interval::interval(value.months, value.days, 0),
        Unit::Week => Err(unsupported(name, "interval").detail("Months usually have fractional weeks.")),
        unit => {
            let length = length(unit).ok_or_else(|| unsupported(name, "interval"))?;
            let time = interval::micros(value);
            interval::interval(value.months, value.days, time / length * length)
        }
    }
}
