//! From a client's bytes to a value.

use crate::error::{SqlError, SqlResult};
use crate::types::datetime::{
    DATE_INFINITY, DATE_NEG_INFINITY, DAYS_TO_2000, MAX_DATE, MIN_DATE, MIN_TIMESTAMP, TIMESTAMP_INFINITY,
    TIMESTAMP_NEG_INFINITY, USECS_PER_DAY, USECS_TO_2000,
};
use crate::types::input::{self, IntervalParts, interval_scalar, list_scalar};
use crate::types::numeric::PgNumeric;
use crate::types::{PgType, inet, json};
use datafusion::common::ScalarValue;
use guard::SqlState;
use std::sync::Arc;

fn invalid(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::INVALID_BINARY_REPRESENTATION, message)
}

fn short() -> SqlError {
    SqlError::new(SqlState::PROTOCOL_VIOLATION, "insufficient data left in message")
}

/// All of the bytes, as a number of so many.
fn exactly<const N: usize>(bytes: &[u8]) -> SqlResult<[u8; N]> {
    if bytes.len() < N {
        return Err(short());
    }
    bytes.try_into().map_err(|_| invalid("incorrect binary data format"))
}

fn take<const N: usize>(bytes: &mut &[u8]) -> SqlResult<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk::<N>().ok_or_else(short)?;
    *bytes = rest;
    Ok(*head)
}

fn utf8(bytes: &[u8]) -> SqlResult<&str> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| encoding(bytes.get(error.valid_up_to()..).unwrap_or(bytes)))?;
    if text.contains('\0') { Err(encoding(&[0])) } else { Ok(text) }
}

/// `invalid byte sequence for encoding "UTF8": 0xff`
#[must_use]
pub(super) fn encoding(rest: &[u8]) -> SqlError {
    let length = match rest.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => 1,
    };
    let bytes: Vec<String> = rest.iter().take(length).map(|byte| format!("0x{byte:02x}")).collect();
    let message = format!("invalid byte sequence for encoding \"UTF8\": {}", bytes.join(" "));
    SqlError::new(SqlState::CHARACTER_NOT_IN_REPERTOIRE, message)
}

/// Checks a text that a client sent.
///
/// # Errors
/// 22021
pub(crate) fn checked_utf8(bytes: &[u8]) -> SqlResult<&str> {
    utf8(bytes)
}

fn timestamp(bytes: &[u8]) -> SqlResult<i64> {
    let value = i64::from_be_bytes(exactly(bytes)?);
    if value == TIMESTAMP_INFINITY || value == TIMESTAMP_NEG_INFINITY {
        return Ok(value);
    }
    let micros = value.checked_add(USECS_TO_2000).filter(|micros| *micros >= MIN_TIMESTAMP && *micros < i64::MAX);
    micros.ok_or_else(|| SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "timestamp out of range"))
}

fn date(bytes: &[u8]) -> SqlResult<i32> {
    let value = i32::from_be_bytes(exactly(bytes)?);
    if value == DATE_INFINITY || value == DATE_NEG_INFINITY {
        return Ok(value);
    }
    let days = value.checked_add(DAYS_TO_2000).filter(|days| (MIN_DATE..=MAX_DATE).contains(days));
    days.ok_or_else(|| SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "date out of range"))
}

/// Reads a value as the type's receive function does. The type's modifier is not applied.
///
/// # Errors
/// 22P03, 08P01, 22021, 22003, 22008
pub fn receive(bytes: &[u8], ty: &PgType) -> SqlResult<ScalarValue> {
    let text = |text: &str| ScalarValue::Utf8View(Some(text.to_string()));
    Ok(match ty {
        PgType::Bool => ScalarValue::Boolean(Some(exactly::<1>(bytes)? != [0])),
        PgType::Int2 => ScalarValue::Int16(Some(i16::from_be_bytes(exactly(bytes)?))),
        PgType::Int4 => ScalarValue::Int32(Some(i32::from_be_bytes(exactly(bytes)?))),
        PgType::Int8 => ScalarValue::Int64(Some(i64::from_be_bytes(exactly(bytes)?))),
        PgType::Float4 => ScalarValue::Float32(Some(f32::from_be_bytes(exactly(bytes)?))),
        PgType::Float8 => ScalarValue::Float64(Some(f64::from_be_bytes(exactly(bytes)?))),
        PgType::Numeric => ScalarValue::Binary(Some(PgNumeric::receive(bytes)?.to_bytes())),
        PgType::Unknown | PgType::Text | PgType::Varchar | PgType::PgNodeTree | PgType::AclItem | PgType::Void => {
            text(utf8(bytes)?)
        }
        PgType::Name => text(input::truncate_name(utf8(bytes)?)),
        PgType::Bpchar => text(utf8(bytes)?.trim_end_matches(' ')),
        PgType::Char => {
            let [byte] = exactly::<1>(bytes)?;
            text(if byte == 0 { "" } else { utf8(bytes)? })
        }
        PgType::Tid => {
            let [a, b, c, d, e, f] = exactly::<6>(bytes)?;
            text(&format!("({},{})", u32::from_be_bytes([a, b, c, d]), u16::from_be_bytes([e, f])))
        }
        PgType::Inet => text(&inet::receive(bytes).ok_or_else(|| invalid("invalid external \"inet\" value"))?),
        PgType::Json => {
            let value = utf8(bytes)?;
            json::validate(value).map_err(input::InputError::of_constant)?;
            text(value)
        }
        PgType::Jsonb => match bytes.split_first() {
            Some((1, rest)) => {
                let canonical = json::canonical(utf8(rest)?).map_err(input::InputError::of_constant)?;
                ScalarValue::Utf8View(Some(canonical))
            }
            Some((version, _)) => {
                return Err(SqlError::unsupported(format!("unsupported jsonb version number {version}")));
            }
            None => return Err(short()),
        },
        PgType::Bytea => ScalarValue::Binary(Some(bytes.to_vec())),
        PgType::Date => ScalarValue::Date32(Some(date(bytes)?)),
        PgType::Time => {
            let micros = i64::from_be_bytes(exactly(bytes)?);
            if !(0..=USECS_PER_DAY).contains(&micros) {
                return Err(SqlError::new(SqlState::DATETIME_FIELD_OVERFLOW, "time out of range"));
            }
            ScalarValue::Time64Microsecond(Some(micros))
        }
        PgType::Timestamp => ScalarValue::TimestampMicrosecond(Some(timestamp(bytes)?), None),
        PgType::Timestamptz => ScalarValue::TimestampMicrosecond(Some(timestamp(bytes)?), Some(Arc::from("UTC"))),
        PgType::Interval => {
            let mut rest = bytes;
            let micros = i64::from_be_bytes(take(&mut rest)?);
            let days = i32::from_be_bytes(take(&mut rest)?);
            let months = i32::from_be_bytes(exactly(rest)?);
            interval_scalar(IntervalParts { months, days, micros })?
        }
        PgType::Uuid => ScalarValue::FixedSizeBinary(16, Some(exactly::<16>(bytes)?.to_vec())),
        PgType::Oid
        | PgType::Xid
        | PgType::Regclass
        | PgType::Regtype
        | PgType::Regproc
        | PgType::Regprocedure
        | PgType::Regnamespace
        | PgType::Regrole
        | PgType::Regoper
        | PgType::Regoperator
        | PgType::Regconfig
        | PgType::Regdictionary => ScalarValue::UInt32(Some(u32::from_be_bytes(exactly(bytes)?))),
        PgType::Int2Vector => list(bytes, &PgType::Int2)?,
        PgType::OidVector => list(bytes, &PgType::Oid)?,
        PgType::Array(element) => list(bytes, element)?,
        PgType::Record(_) => {
            return Err(SqlError::unsupported("input of anonymous composite types is not implemented"));
        }
    })
}

fn list(bytes: &[u8], element: &PgType) -> SqlResult<ScalarValue> {
    let mut rest = bytes;
    let dimensions = i32::from_be_bytes(take(&mut rest)?);
    let flags = i32::from_be_bytes(take(&mut rest)?);
    let oid = u32::from_be_bytes(take(&mut rest)?);
    if !(0..=6).contains(&dimensions) {
        return Err(invalid(format!("invalid number of dimensions: {dimensions}")));
    }
    if !(0..=1).contains(&flags) {
        return Err(invalid("invalid array flags"));
    }
    if oid != element.oid() {
        let message = "binary data has array element type different from expected";
        return Err(SqlError::new(SqlState::DATATYPE_MISMATCH, message));
    }
    if dimensions == 0 {
        return Ok(list_scalar(&[], element));
    }
    if dimensions > 1 {
        return Err(SqlError::unsupported("arrays of more than one dimension are not supported"));
    }
    let count = i32::from_be_bytes(take(&mut rest)?);
    let _lower_bound = i32::from_be_bytes(take(&mut rest)?);
    let count = usize::try_from(count).map_err(|_| invalid("invalid array size"))?;
    // Each element has at least its length, so a count that the bytes can't hold ends before memory is taken for it.
    if count > rest.len() / 4 {
        return Err(short());
    }
    let mut values = Vec::with_capacity(count);
    for _ in 0..count {
        let length = i32::from_be_bytes(take(&mut rest)?);
        values.push(match usize::try_from(length) {
            Ok(length) => {
                let (value, after) = rest.split_at_checked(length).ok_or_else(short)?;
                rest = after;
                receive(value, element)?
            }
            Err(_) if length == -1 => ScalarValue::try_from(&element.arrow())?,
            Err(_) => return Err(short()),
        });
    }
    if rest.is_empty() { Ok(list_scalar(&values, element)) } else { Err(invalid("incorrect binary data format")) }
}
