//! extract and date_part: a field of a date, time, timestamp or interval.
//!
//! Comes in: a field's name and a value. Goes out: the field exactly, as numeric with PostgreSQL's scale or as float8. Must never: take a field that the type has not.

use super::calendar::{
    self, DAY, HOUR, JULIAN_1970, MINUTE, SECOND, civil, day_of_week, day_of_year, is_finite, iso_day_of_week,
    iso_week, split,
};
use super::interval;
use crate::error::{SqlError, SqlResult};
use crate::types::numeric::PgNumeric;
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use guard::SqlState;

/// A field or unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Microseconds,
    Milliseconds,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
    Dow,
    IsoDow,
    Doy,
    IsoYear,
    Julian,
    Epoch,
    Timezone,
    TimezoneHour,
    TimezoneMinute,
}

impl Unit {
    /// Reads a name as PostgreSQL does: any case, only the first ten characters count.
    pub(crate) fn parse(name: &str) -> Option<Unit> {
        let lower = name.to_ascii_lowercase();
        let token: String = lower.chars().take(10).collect();
        Some(match token.as_str() {
            "us" | "usec" | "usecs" | "useconds" | "usecond" | "microsecon" => Unit::Microseconds,
            "ms" | "msec" | "msecs" | "mseconds" | "msecond" | "millisecon" => Unit::Milliseconds,
            "s" | "sec" | "secs" | "second" | "seconds" => Unit::Second,
            "m" | "min" | "mins" | "minute" | "minutes" => Unit::Minute,
            "h" | "hr" | "hrs" | "hour" | "hours" => Unit::Hour,
            "d" | "day" | "days" => Unit::Day,
            "w" | "week" | "weeks" => Unit::Week,
            "mon" | "mons" | "month" | "months" => Unit::Month,
            "qtr" | "quarter" => Unit::Quarter,
            "y" | "yr" | "yrs" | "year" | "years" => Unit::Year,
            "dec" | "decs" | "decade" | "decades" => Unit::Decade,
            "c" | "cent" | "century" | "centuries" => Unit::Century,
            "mil" | "mils" | "millennia" | "millennium" => Unit::Millennium,
            "dow" => Unit::Dow,
            "isodow" => Unit::IsoDow,
            "doy" => Unit::Doy,
            "isoyear" => Unit::IsoYear,
            "j" | "jd" | "julian" => Unit::Julian,
            "epoch" => Unit::Epoch,
            "timezone" => Unit::Timezone,
            "timezone_h" => Unit::TimezoneHour,
            "timezone_m" => Unit::TimezoneMinute,
            _ => return None,
        })
    }
}

/// The unit, or 22023. The name may be a column's value: it is not quoted.
pub(crate) fn unit(name: &str, ty: &str) -> SqlResult<Unit> {
    Unit::parse(name).ok_or_else(|| unrecognized(ty))
}

pub(crate) fn unrecognized(ty: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, format!("unit not recognized for type {ty}"))
}

pub(crate) fn unsupported(name: &str, ty: &str) -> SqlError {
    SqlError::unsupported(format!("unit \"{}\" not supported for type {ty}", name.to_ascii_lowercase()))
}

/// A field's exact value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value {
    /// A whole number of 10^-scale.
    Scaled(i128, u32),
    /// Whole seconds, and microseconds beside them: float8 adds them up as PostgreSQL does.
    Seconds {
        seconds: i64,
        micros: i64,
        scale: u32,
    },
    /// A day, and the microseconds that have passed of it.
    Julian(i64, i64),
    /// Months, days and microseconds of an interval, in seconds.
    Epoch {
        months: i32,
        days: i32,
        micros: i64,
    },
    Infinity,
    MinusInfinity,
    Null,
}

impl Value {
    fn whole(value: i64) -> Self {
        Self::Scaled(i128::from(value), 0)
    }

    /// As `extract` gives it.
    pub(crate) fn numeric(self) -> SqlResult<Option<PgNumeric>> {
        Ok(Some(match self {
            Value::Scaled(value, scale) => PgNumeric::from_i128(value, scale),
            Value::Seconds { seconds, micros, scale } => {
                PgNumeric::from_i128(i128::from(seconds) * 1_000_000 + i128::from(micros), scale)
            }
            Value::Julian(day, micros) => {
                let part =
                    PgNumeric::from_i128(i128::from(micros), 0).try_div(&PgNumeric::from_i128(i128::from(DAY), 0))?;
                PgNumeric::from_i128(i128::from(day), 0).try_add(&part)?
            }
            Value::Epoch { months, days, micros } => {
                let quarter_days =
                    1461 * i128::from(months / 12) + 120 * i128::from(months % 12) + 4 * i128::from(days);
                PgNumeric::from_i128(quarter_days * 21_600 * 1_000_000 + i128::from(micros), 6)
            }
            Value::Infinity => PgNumeric::Infinity,
            Value::MinusInfinity => PgNumeric::NegInfinity,
            Value::Null => return Ok(None),
        }))
    }

    /// As `date_part` gives it.
    #[expect(clippy::cast_precision_loss, reason = "PostgreSQL computes it in double precision")]
    pub(crate) fn float(self) -> Option<f64> {
        Some(match self {
            Value::Scaled(value, scale) => value as f64 / 10f64.powi(i32::try_from(scale).unwrap_or(0)),
            Value::Seconds { seconds, micros, scale: 6 } => seconds as f64 + micros as f64 / 1_000_000.0,
            Value::Seconds { seconds, micros, scale: _ } => seconds as f64 * 1000.0 + micros as f64 / 1000.0,
            Value::Julian(day, micros) => {
                let (seconds, rest) = (micros / SECOND, micros % SECOND);
                day as f64 + (seconds as f64 + rest as f64 / 1_000_000.0) / 86_400.0
            }
            Value::Epoch { months, days, micros } => {
                micros as f64 / 1_000_000.0
                    + 365.25 * 86_400.0 * f64::from(months / 12)
                    + 30.0 * 86_400.0 * f64::from(months % 12)
                    + 86_400.0 * f64::from(days)
            }
            Value::Infinity => f64::INFINITY,
            Value::MinusInfinity => f64::NEG_INFINITY,
            Value::Null => return None,
        })
    }
}

/// What an infinite date or timestamp has: units that only grow are infinite, the others NULL.
fn infinite(unit: Unit, positive: bool) -> Value {
    match unit {
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium | Unit::Julian | Unit::IsoYear | Unit::Epoch => {
            if positive {
                Value::Infinity
            } else {
                Value::MinusInfinity
            }
        }
        _ => Value::Null,
    }
}

/// The fields that come of the day alone.
fn of_day(unit: Unit, day: i64) -> Option<Value> {
    let date = civil(day);
    let year = date.year;
    Some(Value::whole(match unit {
        Unit::Day => date.day,
        Unit::Month => date.month,
        Unit::Quarter => (date.month - 1) / 3 + 1,
        Unit::Week => iso_week(day).1,
        // There is no year 0: 1 BC is -1.
        Unit::Year => {
            if year > 0 {
                year
            } else {
                year - 1
            }
        }
        Unit::Decade => year.div_euclid(10),
        Unit::Century => centuries(year, 100),
        Unit::Millennium => centuries(year, 1000),
        Unit::IsoYear => {
            let iso = iso_week(day).0;
            if iso > 0 { iso } else { iso - 1 }
        }
        Unit::Dow => day_of_week(day),
        Unit::IsoDow => iso_day_of_week(day),
        Unit::Doy => day_of_year(day),
        _ => return None,
    }))
}

/// Centuries and millennia count from 1, and from -1 back.
fn centuries(year: i64, length: i64) -> i64 {
    if year > 0 { (year + length - 1) / length } else { -((length - 1 - (year - 1)) / length) }
}

/// The fields of the time of day.
fn of_time(unit: Unit, micros: i64) -> Option<Value> {
    let (seconds, fraction) = (micros / SECOND % 60, micros % SECOND);
    Some(match unit {
        Unit::Microseconds => Value::whole(seconds * SECOND + fraction),
        Unit::Milliseconds => Value::Seconds { seconds, micros: fraction, scale: 3 },
        Unit::Second => Value::Seconds { seconds, micros: fraction, scale: 6 },
        Unit::Minute => Value::whole(micros / MINUTE % 60),
        Unit::Hour => Value::whole(micros / HOUR),
        _ => return None,
    })
}

/// A field of a timestamp, or of a timestamptz by its wall clock and offset.
pub(crate) fn of_timestamp(name: &str, local: i64, offset: Option<i64>, ty: &str) -> SqlResult<Value> {
    let unit = unit(name, ty)?;
    if !is_finite(local) {
        return Ok(infinite(unit, local > 0));
    }
    let (day, time) = split(local);
    let value = match (unit, offset) {
        (Unit::Timezone, Some(offset)) => Value::whole(offset),
        (Unit::TimezoneHour, Some(offset)) => Value::whole(offset / 3600),
        (Unit::TimezoneMinute, Some(offset)) => Value::whole(offset % 3600 / 60),
        (Unit::Julian, _) => Value::Julian(day + JULIAN_1970, time),
        (Unit::Epoch, offset) => Value::Scaled(i128::from(local) - i128::from(offset.unwrap_or(0) * SECOND), 6),
        (unit, _) => of_day(unit, day).or_else(|| of_time(unit, time)).ok_or_else(|| unsupported(name, ty))?,
    };
    Ok(value)
}

/// A field of a date, for `extract`; `date_part` takes a date as a timestamp.
pub(crate) fn of_date(name: &str, date: i32) -> SqlResult<Value> {
    let unit = unit(name, "date")?;
    let finite = calendar::is_finite_date(date);
    let day = i64::from(date);
    let value = match unit {
        Unit::Julian => Some(Value::whole(day + JULIAN_1970)),
        Unit::Epoch => Some(Value::whole(day * 86_400)),
        unit => of_day(unit, if finite { day } else { 0 }),
    };
    match value {
        None => Err(unsupported(name, "date")),
        Some(_) if !finite => Ok(infinite(unit, date > 0)),
        Some(value) => Ok(value),
    }
}

/// A field of a time of day.
pub(crate) fn of_time_of_day(name: &str, time: i64) -> SqlResult<Value> {
    const TYPE: &str = "time without time zone";
    match unit(name, TYPE)? {
        Unit::Epoch => Ok(Value::Scaled(i128::from(time), 6)),
        unit => of_time(unit, time).ok_or_else(|| unsupported(name, TYPE)),
    }
}

/// A field of an interval.
pub(crate) fn of_interval(name: &str, value: IntervalMonthDayNano) -> SqlResult<Value> {
    let time = interval::micros(value);
    let months = i64::from(value.months);
    let (years, of_year) = (months / 12, months % 12);
    Ok(match unit(name, "interval")? {
        Unit::Day => Value::whole(i64::from(value.days)),
        Unit::Month => Value::whole(of_year),
        Unit::Quarter => Value::whole(of_year / 3 + 1),
        Unit::Year => Value::whole(years),
        Unit::Decade => Value::whole(years / 10),
        Unit::Century => Value::whole(years / 100),
        Unit::Millennium => Value::whole(years / 1000),
        Unit::Epoch => Value::Epoch { months: value.months, days: value.days, micros: time },
        unit => of_time(unit, time).ok_or_else(|| unsupported(name, "interval"))?,
    })
}
