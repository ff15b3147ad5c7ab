//! From text to values: PostgreSQL's input functions.
//!
//! Comes in: text, a type with its modifier, the session's settings, the time. Goes out: a value in the type's Arrow form, or why not. Must never: quote the text in an error unless the caller says
//! that it was a constant of the statement.

mod array;
mod date_fields;
mod datetime;
mod interval;
mod simple;
mod tokens;

pub use datetime::{parse_date, parse_time, parse_timestamp};
pub use interval::{IntervalParts, parse_interval};
pub use simple::{
    parse_bool, parse_bytea, parse_float4, parse_float8, parse_int2, parse_int4, parse_int8, parse_oid, parse_uuid,
    truncate_name,
};
pub(in crate::types) use tokens::Unit;

use super::datetime::{TIMESTAMP_INFINITY, TIMESTAMP_NEG_INFINITY, USECS_PER_HOUR, USECS_PER_MINUTE, USECS_TO_2000};
use super::inet;
use super::json;
use super::names::{IntervalRange, time_precision};
use super::numeric::PgNumeric;
use super::{Display, PgType};
use crate::error::{SqlError, SqlResult};
use chrono::{DateTime, Utc};
use datafusion::arrow::datatypes::IntervalMonthDayNano;
use datafusion::common::ScalarValue;
use guard::SqlState;
use std::sync::Arc;

/// Why a text is not a value of a type. Converting it into a [`SqlError`] leaves the text out.
#[derive(Clone, Debug)]
pub struct InputError {
    sqlstate: SqlState,
    /// Without the text.
    plain: String,
    /// With it.
    quoting: String,
    /// May quote.
    detail: Option<String>,
    hint: Option<String>,
}

impl InputError {
    /// `invalid input syntax for type integer: "x"`
    #[must_use]
    pub fn syntax(ty: &str, text: &str) -> Self {
        Self::with_text(SqlState::INVALID_TEXT_REPRESENTATION, format!("invalid input syntax for type {ty}"), text)
    }

    /// `value "x" is out of range for type integer`
    #[must_use]
    pub fn range(ty: &str, text: &str) -> Self {
        Self {
            quoting: format!("value \"{text}\" is out of range for type {ty}"),
            ..Self::fixed(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, format!("value out of range for type {ty}"))
        }
    }

    /// `"1e999" is out of range for type double precision`
    #[must_use]
    pub fn out_of_range(ty: &str, text: &str) -> Self {
        Self {
            quoting: format!("\"{text}\" is out of range for type {ty}"),
            ..Self::fixed(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, format!("value out of range for type {ty}"))
        }
    }

    /// `time zone "x" not recognized`
    #[must_use]
    pub fn unknown_zone(zone: &str) -> Self {
        Self {
            quoting: format!("time zone \"{zone}\" not recognized"),
            ..Self::fixed(SqlState::INVALID_PARAMETER_VALUE, "time zone not recognized")
        }
    }

    /// A message that quotes nothing.
    #[must_use]
    pub fn fixed(sqlstate: SqlState, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { sqlstate, plain: message.clone(), quoting: message, detail: None, hint: None }
    }

    /// A message that has the text after a colon.
    #[must_use]
    pub fn with_text(sqlstate: SqlState, message: impl Into<String>, text: &str) -> Self {
        let plain = message.into();
        Self { sqlstate, quoting: format!("{plain}: \"{text}\""), plain, detail: None, hint: None }
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn sqlstate(&self) -> SqlState {
        self.sqlstate
    }

    /// For a constant of the statement, which the client knows: in PostgreSQL's words.
    #[must_use]
    pub fn of_constant(self) -> SqlError {
        let mut error = SqlError::new(self.sqlstate, self.quoting);
        if let Some(detail) = self.detail {
            error = error.detail(detail);
        }
        if let Some(hint) = self.hint {
            error = error.hint(hint);
        }
        error
    }
}

impl From<InputError> for SqlError {
    fn from(error: InputError) -> Self {
        SqlError::new(error.sqlstate, error.plain)
    }
}

/// What reading a text gives.
pub type Input<T> = Result<T, InputError>;

/// Reads a text as the type's input function does, with the modifier as for a column of that type: a text that is too long is an error, numbers and times are rounded.
pub fn parse(text: &str, ty: &PgType, typmod: i32, display: &Display, now: DateTime<Utc>) -> Input<ScalarValue> {
    let utf8 = |text: &str| ScalarValue::Utf8View(Some(text.to_string()));
    Ok(match ty {
        PgType::Bool => ScalarValue::Boolean(Some(parse_bool(text)?)),
        PgType::Int2 => ScalarValue::Int16(Some(parse_int2(text)?)),
        PgType::Int4 => ScalarValue::Int32(Some(parse_int4(text)?)),
        PgType::Int8 => ScalarValue::Int64(Some(parse_int8(text)?)),
        PgType::Float4 => ScalarValue::Float32(Some(parse_float4(text)?)),
        PgType::Float8 => ScalarValue::Float64(Some(parse_float8(text)?)),
        PgType::Numeric => ScalarValue::Binary(Some(parse_numeric(text)?.apply_typmod(typmod)?.to_bytes())),
        PgType::Unknown | PgType::Text | PgType::PgNodeTree | PgType::AclItem | PgType::Tid | PgType::Void => {
            utf8(text)
        }
        PgType::Inet => utf8(&inet::canonical(text).ok_or_else(|| InputError::syntax("inet", text))?),
        PgType::Varchar => utf8(simple::limited(text, typmod, "character varying")?),
        PgType::Bpchar => utf8(simple::limited(text, typmod, "character")?.trim_end_matches(' ')),
        PgType::Char => utf8(text.get(..text.chars().next().map_or(0, char::len_utf8)).unwrap_or("")),
        PgType::Name => utf8(truncate_name(text)),
        PgType::Bytea => ScalarValue::Binary(Some(parse_bytea(text)?)),
        PgType::Date => ScalarValue::Date32(Some(parse_date(text, display, now)?)),
        PgType::Time => {
            let micros = parse_time(text, display, now)?;
            ScalarValue::Time64Microsecond(Some(round_micros(micros, time_precision(ty, typmod))))
        }
        PgType::Timestamp | PgType::Timestamptz => {
            let with_zone = *ty == PgType::Timestamptz;
            let micros = parse_timestamp(text, with_zone, display, now)?;
            let micros = round_timestamp(micros, time_precision(ty, typmod));
            ScalarValue::TimestampMicrosecond(Some(micros), with_zone.then(|| Arc::from("UTC")))
        }
        PgType::Interval => {
            let parts = parse_interval(text, IntervalRange::of(typmod), display.interval_style)?;
            let parts = adjust_interval(parts, typmod);
            interval_scalar(parts)?
        }
        PgType::Json => {
            json::validate(text)?;
            utf8(text)
        }
        PgType::Jsonb => ScalarValue::Utf8View(Some(json::canonical(text)?)),
        PgType::Uuid => ScalarValue::FixedSizeBinary(16, Some(parse_uuid(text)?.to_vec())),
        PgType::Oid | PgType::Xid => ScalarValue::UInt32(Some(parse_oid(text)?)),
        PgType::Regtype
        | PgType::Regclass
        | PgType::Regproc
        | PgType::Regprocedure
        | PgType::Regnamespace
        | PgType::Regrole
        | PgType::Regoper
        | PgType::Regoperator
        | PgType::Regconfig
        | PgType::Regdictionary => ScalarValue::UInt32(Some(parse_reg(text, ty, display)?)),
        PgType::Int2Vector | PgType::OidVector => {
            let element = ty.element().unwrap_or(PgType::Oid);
            let parts = text.split_ascii_whitespace();
            let values = parts.map(|part| parse(part, &element, -1, display, now)).collect::<Input<Vec<_>>>()?;
            list_scalar(&values, &element)
        }
        PgType::Array(element) => {
            let read = |part: Option<String>| match part {
                Some(part) => parse(&part, element, typmod, display, now),
                None => null(element),
            };
            let values = array::elements(text)?.into_iter().map(read).collect::<Input<Vec<_>>>()?;
            list_scalar(&values, element)
        }
        PgType::Record(_) => {
            let message = "input of anonymous composite types is not implemented";
            return Err(InputError::fixed(SqlState::FEATURE_NOT_SUPPORTED, message));
        }
    })
}

/// As [`parse`], for a constant of the statement.
pub fn parse_constant(
    text: &str,
    ty: &PgType,
    typmod: i32,
    display: &Display,
    now: DateTime<Utc>,
) -> SqlResult<ScalarValue> {
    parse(text, ty, typmod, display, now).map_err(InputError::of_constant)
}

/// `numeric`'s input function.
pub fn parse_numeric(text: &str) -> Input<PgNumeric> {
    text.parse()
}

fn null(ty: &PgType) -> Input<ScalarValue> {
    ScalarValue::try_from(&ty.arrow()).map_err(|error| InputError::from(SqlError::internal(error)))
}

/// A list of values that all have the element's form.
pub fn list_scalar(values: &[ScalarValue], element: &PgType) -> ScalarValue {
    ScalarValue::List(ScalarValue::new_list_nullable(values, &element.arrow()))
}

/// An interval in its Arrow form.
///
/// # Errors
/// 0A000: nanoseconds reach 292 years of hours, microseconds further.
pub fn interval_scalar(parts: IntervalParts) -> Input<ScalarValue> {
    let nanos = parts.micros.checked_mul(1000);
    let too_long =
        || InputError::from(SqlError::unsupported("an interval of more than 2562047 hours is not supported"));
    let nanos = nanos.ok_or_else(too_long)?;
    let value = IntervalMonthDayNano::new(parts.months, parts.days, nanos);
    Ok(ScalarValue::IntervalMonthDayNano(Some(value)))
}

/// A number or a type's name; other names are for the catalogs to find.
fn parse_reg(text: &str, ty: &PgType, display: &Display) -> Input<u32> {
    if text == "-" {
        return Ok(0);
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return parse_oid(text);
    }
    if let Some(oid) = display.known.as_ref().and_then(|known| known.number(ty, text)) {
        return Ok(oid);
    }
    let missing = |what: &str| InputError {
        quoting: format!("{what} \"{text}\" does not exist"),
        ..InputError::fixed(SqlState::UNDEFINED_OBJECT, format!("{what} does not exist"))
    };
    match ty {
        PgType::Regtype => PgType::from_name(text).map(|ty| ty.oid()).ok_or_else(|| missing("type")),
        PgType::Regclass => Err(InputError { sqlstate: SqlState::UNDEFINED_TABLE, ..missing("relation") }),
        PgType::Regnamespace => Err(InputError { sqlstate: SqlState::INVALID_SCHEMA_NAME, ..missing("schema") }),
        PgType::Regrole => Err(missing("role")),
        PgType::Regconfig => Err(missing("text search configuration")),
        PgType::Regdictionary => Err(missing("text search dictionary")),
        PgType::Regproc | PgType::Regprocedure => {
            Err(InputError { sqlstate: SqlState::UNDEFINED_FUNCTION, ..missing("function") })
        }
        _ => Err(InputError { sqlstate: SqlState::UNDEFINED_FUNCTION, ..missing("operator") }),
    }
}

/// Rounded to so many digits of a second, halves away from zero.
#[must_use]
pub fn round_micros(micros: i64, digits: Option<u32>) -> i64 {
    let Some(digits) = digits.filter(|digits| *digits < 6) else { return micros };
    let scale = 10i64.pow(6 - digits);
    let rounded = |micros: i64| micros.checked_add(scale / 2).map(|micros| micros / scale * scale);
    if micros >= 0 {
        rounded(micros).unwrap_or(micros)
    } else {
        micros.checked_neg().and_then(rounded).map_or(micros, |micros| -micros)
    }
}

/// A timestamp rounded to so many digits of a second: away from 2000, where PostgreSQL counts from.
#[must_use]
pub fn round_timestamp(micros: i64, digits: Option<u32>) -> i64 {
    if micros == TIMESTAMP_INFINITY || micros == TIMESTAMP_NEG_INFINITY {
        return micros;
    }
    micros.checked_sub(USECS_TO_2000).map_or(micros, |count| round_micros(count, digits) + USECS_TO_2000)
}

/// An interval with what its modifier keeps.
#[must_use]
pub fn adjust_interval(parts: IntervalParts, typmod: i32) -> IntervalParts {
    if typmod < 0 {
        return parts;
    }
    let IntervalParts { months, days, micros } = parts;
    let cut = |unit: i64| micros / unit * unit;
    match IntervalRange::of(typmod).smallest() {
        Unit::Year => IntervalParts { months: months / 12 * 12, days: 0, micros: 0 },
        Unit::Month => IntervalParts { months, days: 0, micros: 0 },
        Unit::Day => IntervalParts { months, days, micros: 0 },
        Unit::Hour => IntervalParts { months, days, micros: cut(USECS_PER_HOUR) },
        Unit::Minute => IntervalParts { months, days, micros: cut(USECS_PER_MINUTE) },
        _ => IntervalParts { months, days, micros: round_micros(micros, time_precision(&PgType::Interval, typmod)) },
    }
}
