//! Integers made of bit strings. The type itself is not there, but hashes are divided so: `('x' || left(md5(id), 8))::bit(32)::int`.
//!
//! Comes in: digits as `bit_in` reads them, and a length. Goes out: the number that so many bits are. Must never: take a digit that PostgreSQL refuses.

use super::kernel::{Call, Invocation};
use super::rows::{I4, Str, map2};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::logical_expr::lit;
use guard::SqlState;

/// `digits::bit(length)::integer`, or to bigint.
///
/// # Errors
/// 22003 for more bits than the integer has; 0A000 for what is no text.
pub fn from_bits(digits: Typed, length: u64, target: &PgType, context: &BindContext) -> SqlResult<Typed> {
    if !matches!(digits.ty, PgType::Text | PgType::Varchar) {
        return Err(SqlError::unsupported("bits that are not made of text are not supported"));
    }
    if length == 0 {
        return Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, "length for type bit must be at least 1"));
    }
    let (bits, name) = if *target == PgType::Int4 { (32, "integer") } else { (64, "bigint") };
    let length = i32::try_from(length)
        .ok()
        .filter(|length| *length <= bits)
        .ok_or_else(|| SqlError::new(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, format!("{name} out of range")))?;
    let length = Typed::new(lit(length), PgType::Int4);
    let call = match target {
        PgType::Int4 => Invocation::new("bits_to_int4(text, int4) int4", int4, PgType::Int4),
        _ => Invocation::new("bits_to_int8(text, int4) int8", int8, PgType::Int8),
    };
    Ok(call.call(vec![digits, length], context))
}

fn int4(call: &Call<'_>) -> SqlResult<datafusion::arrow::array::ArrayRef> {
    map2::<Str, I4, i32>(call, |digits, length| Ok((read(digits, length)? as u32).cast_signed()))
}

fn int8(call: &Call<'_>) -> SqlResult<datafusion::arrow::array::ArrayRef> {
    map2::<Str, I4, i64>(call, |digits, length| Ok(read(digits, length)?.cast_signed()))
}

/// So many bits, cut or filled up with zeroes at the right.
fn read(text: &str, length: i32) -> SqlResult<u64> {
    let (digits, each, kind) = match text.as_bytes().first() {
        Some(b'x' | b'X') => (text.get(1..).unwrap_or_default(), 4, "hexadecimal"),
        Some(b'b' | b'B') => (text.get(1..).unwrap_or_default(), 1, "binary"),
        _ => (text, 1, "binary"),
    };
    let mut value: u64 = 0;
    let mut missing = length;
    for digit in digits.chars() {
        let Some(digit) = digit.to_digit(1 << each).filter(|_| digit.is_ascii()) else {
            let message = format!("\"{digit}\" is not a valid {kind} digit");
            return Err(SqlError::new(SqlState::INVALID_TEXT_REPRESENTATION, message));
        };
        let taken = missing.min(each);
        value = value.checked_shl(taken.cast_unsigned()).unwrap_or(0) | u64::from(digit >> (each - taken));
        missing -= taken;
    }
    Ok(value.checked_shl(missing.cast_unsigned()).unwrap_or(0))
}
