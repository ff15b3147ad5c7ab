//! Casts among numbers, booleans and OIDs.
//!
//! Comes in: a column of numbers. Goes out: one of another type; a fraction is rounded as PostgreSQL rounds it. Must never: wrap.

use super::super::arithmetic::out_of_range;
use super::super::kernel::{Call, KernelFn};
use super::super::names;
use super::super::rows::{self, F4, F8, I2, I4, I8, Num, Str, Write, map1};
use crate::error::{SqlError, SqlResult};
use crate::functions::json::{self, value::Json};
use crate::types::PgType;
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

/// Whether Arrow's cast is PostgreSQL's, for every value.
pub fn is_native(source: &PgType, target: &PgType) -> bool {
    use PgType::*;
    matches!(
        (source, target),
        (Int2, Int4 | Int8 | Float4 | Float8) | (Int4, Int8 | Float4 | Float8) | (Int8, Float4 | Float8)
    )
}

/// The kernel of a cast that is a function.
pub fn find(source: &PgType, target: &PgType) -> Option<KernelFn> {
    use PgType::*;
    Some(match (source, target) {
        (Int2, Int4) => |call| map1::<I2, i32>(call, |value| Ok(value.into())),
        (Int2, Int8) => |call| map1::<I2, i64>(call, |value| Ok(value.into())),
        (Int4, Int8) => |call| map1::<I4, i64>(call, |value| Ok(value.into())),
        (Int2, Float4) => |call| map1::<I2, f32>(call, |value| Ok(value.into())),
        (Int2, Float8) => |call| map1::<I2, f64>(call, |value| Ok(value.into())),
        (Int4, Float4) => |call| map1::<I4, f32>(call, |value| Ok(rounded(value.into()))),
        (Int4, Float8) => |call| map1::<I4, f64>(call, |value| Ok(value.into())),
        (Int8, Float4) => |call| map1::<I8, f32>(call, |value| Ok(value as f32)),
        (Int8, Float8) => |call| map1::<I8, f64>(call, |value| Ok(value as f64)),
        (Float4, Float8) => |call| map1::<F4, f64>(call, |value| Ok(value.into())),
        (Float8, Float4) => |call| map1::<F8, f32>(call, narrow),
        (Int4, Int2) => |call| map1::<I4, i16>(call, |value| small(value.into())),
        (Int8, Int2) => |call| map1::<I8, i16>(call, small),
        (Int8, Int4) => |call| map1::<I8, i32>(call, plain),
        (Float4, Int2) => |call| map1::<F4, i16>(call, |value| small(whole(value.into(), 32_768.0, SMALLINT)?)),
        (Float4, Int4) => |call| map1::<F4, i32>(call, |value| plain(whole(value.into(), 2_147_483_648.0, INTEGER)?)),
        (Float4, Int8) => {
            |call| map1::<F4, i64>(call, |value| whole(value.into(), 9_223_372_036_854_775_808.0, BIGINT))
        }
        (Float8, Int2) => |call| map1::<F8, i16>(call, |value| small(whole(value, 32_768.0, SMALLINT)?)),
        (Float8, Int4) => |call| map1::<F8, i32>(call, |value| plain(whole(value, 2_147_483_648.0, INTEGER)?)),
        (Float8, Int8) => |call| map1::<F8, i64>(call, |value| whole(value, 9_223_372_036_854_775_808.0, BIGINT)),
        (Int2, Numeric) => |call| map1::<I2, PgNumeric>(call, |value| Ok(value.into())),
        (Int4, Numeric) => |call| map1::<I4, PgNumeric>(call, |value| Ok(value.into())),
        (Int8, Numeric) => |call| map1::<I8, PgNumeric>(call, |value| Ok(value.into())),
        (Float4, Numeric) => |call| map1::<F4, PgNumeric>(call, |value| Ok(value.into())),
        (Float8, Numeric) => |call| map1::<F8, PgNumeric>(call, |value| Ok(value.into())),
        (Numeric, Int2) => |call| map1::<Num, i16>(call, |value| value.to_i16()),
        (Numeric, Int4) => |call| map1::<Num, i32>(call, |value| value.to_i32()),
        (Numeric, Int8) => |call| map1::<Num, i64>(call, |value| value.to_i64()),
        (Numeric, Float4) => |call| map1::<Num, f32>(call, |value| value.to_f32()),
        (Numeric, Float8) => |call| map1::<Num, f64>(call, |value| value.to_f64()),
        (Bool, Int4) => |call| map1::<rows::Bool, i32>(call, |value| Ok(value.into())),
        (Int4, Bool) => |call| map1::<I4, bool>(call, |value| Ok(value != 0)),
        (Char, Int4) => |call| map1::<Str, i32>(call, |value| Ok(value.bytes().next().map_or(0, char_code))),
        (Int2, target) if is_oid(target) => |call| map1::<I2, u32>(call, |value| Ok(i32::from(value).cast_unsigned())),
        (Int4, target) if is_oid(target) => |call| map1::<I4, u32>(call, |value| Ok(value.cast_unsigned())),
        (Int8, target) if is_oid(target) => |call| map1::<I8, u32>(call, oid),
        (source, Int4) if is_oid(source) => |call| map1::<rows::Oid, i32>(call, |value| Ok(value.cast_signed())),
        (source, Int8) if is_oid(source) => |call| map1::<rows::Oid, i64>(call, |value| Ok(value.into())),
        (Jsonb, _) => return from_json(target),
        _ => return None,
    })
}

fn is_oid(ty: &PgType) -> bool {
    ty.arrow() == PgType::Oid.arrow()
}

/// `"char"` is signed.
fn char_code(byte: u8) -> i32 {
    i32::from(byte.cast_signed())
}

const SMALLINT: &str = "smallint out of range";
const INTEGER: &str = "integer out of range";
const BIGINT: &str = "bigint out of range";

fn small(value: i64) -> SqlResult<i16> {
    i16::try_from(value).map_err(|_| out_of_range(SMALLINT))
}

fn plain(value: i64) -> SqlResult<i32> {
    i32::try_from(value).map_err(|_| out_of_range(INTEGER))
}

fn oid(value: i64) -> SqlResult<u32> {
    u32::try_from(value).map_err(|_| out_of_range("OID out of range"))
}

/// Half to even, as `rint`; then it must lie in [-bound, bound).
#[expect(clippy::cast_possible_truncation, reason = "the range has been checked")]
fn whole(value: f64, bound: f64, message: &str) -> SqlResult<i64> {
    let rounded = value.round_ties_even();
    if rounded >= -bound && rounded < bound { Ok(rounded as i64) } else { Err(out_of_range(message)) }
}

#[expect(clippy::cast_possible_truncation, reason = "rounding to the nearest is the cast")]
fn rounded(value: f64) -> f32 {
    value as f32
}

fn narrow(value: f64) -> SqlResult<f32> {
    let narrowed = rounded(value);
    if narrowed.is_infinite() && value.is_finite() {
        return Err(out_of_range("value out of range: overflow"));
    }
    if narrowed == 0.0 && value != 0.0 {
        return Err(out_of_range("value out of range: underflow"));
    }
    Ok(narrowed)
}

fn from_json(target: &PgType) -> Option<KernelFn> {
    Some(match target {
        PgType::Bool => |call| {
            map1::<Str, bool>(call, |text| match json::known(text)? {
                Json::Bool(value) => Ok(value),
                other => Err(not(&other, "boolean")),
            })
        },
        PgType::Int2 => |call| json_number(call, |number| number.to_i16()),
        PgType::Int4 => |call| json_number(call, |number| number.to_i32()),
        PgType::Int8 => |call| json_number(call, |number| number.to_i64()),
        PgType::Float4 => |call| json_number(call, |number| number.to_f32()),
        PgType::Float8 => |call| json_number(call, |number| number.to_f64()),
        PgType::Numeric => |call| json_number(call, |number| Ok(number.clone())),
        _ => return None,
    })
}

fn json_number<W: Write>(call: &Call<'_>, read: fn(&PgNumeric) -> SqlResult<W>) -> SqlResult<ArrayRef> {
    map1::<Str, W>(call, |text| match json::known(text)? {
        Json::Number(text) => {
            let number = text.parse::<PgNumeric>().map_err(SqlError::from)?;
            read(&number)
        }
        other => Err(not(&other, &names::of(call.result))),
    })
}

fn not(found: &Json, wanted: &str) -> SqlError {
    let found = match found {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "numeric",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    };
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, format!("cannot cast jsonb {found} to type {wanted}"))
}
