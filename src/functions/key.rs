//! What to compare, hash, group and sort by where the Arrow form of a type orders or equates otherwise than PostgreSQL does.
//!
//! Comes in: a value. Goes out: the same expression, or a key whose bytes or bits order as PostgreSQL orders the values. Must never: map two values that PostgreSQL tells apart to one key.

mod encode;
mod json;

pub use encode::{append, length_of_interval};

use super::kernel::{Call, Invocation};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::Typed;
use crate::types::{Display, PgType};
use datafusion::arrow::array::{ArrayRef, AsArray, Float32Array, Float64Array};
use datafusion::arrow::datatypes::{Float32Type, Float64Type};
use guard::SqlState;
use std::sync::Arc;

/// What to compare, hash, group and sort by instead of the value itself, where its Arrow form orders or equates otherwise than PostgreSQL does (numeric's display scale, float's signed
/// zeros, interval's months against days). The same expression for all other types.
///
/// # Errors
/// 42883 for a type that has no order (json).
pub fn comparison_key(value: &Typed) -> SqlResult<Typed> {
    let name = |kind: &str| format!("comparison_key_{kind}(any) any");
    let (name, kernel, result): (_, fn(&Call<'_>) -> SqlResult<ArrayRef>, _) = match &value.ty {
        ty if orders_natively(ty) => return Ok(value.clone()),
        PgType::Float4 => (name("float4"), float4, PgType::Float4),
        PgType::Float8 => (name("float8"), float8, PgType::Float8),
        ty if encode::has_order(ty) => (name("bytes"), encode::keys, PgType::Bytea),
        ty => return Err(unordered(ty)),
    };
    // A warehouse compares by the value itself, so a constant's key must not hide it.
    Ok(Invocation::new(name, kernel, result).unfolded(vec![value.clone()], Display::default().into()))
}

fn unordered(ty: &PgType) -> SqlError {
    let message = format!("could not identify an equality operator for type {}", super::names::of(ty));
    SqlError::new(SqlState::UNDEFINED_FUNCTION, message)
}

/// # Errors
/// 42883 for a type whose values cannot be compared.
pub fn require_order(ty: &PgType) -> SqlResult<()> {
    if encode::has_order(ty) { Ok(()) } else { Err(unordered(ty)) }
}

/// Whether Arrow compares two values of this type as PostgreSQL does.
pub fn orders_natively(ty: &PgType) -> bool {
    use PgType::*;
    matches!(
        ty,
        Unknown
            | Bool
            | Int2
            | Int4
            | Int8
            | Text
            | Varchar
            | Bpchar
            | Char
            | Name
            | Bytea
            | Date
            | Time
            | Timestamp
            | Timestamptz
            | Uuid
            | Oid
            | Regclass
            | Regtype
            | Regproc
            | Regprocedure
            | Regnamespace
            | Regrole
            | Regoper
            | Regoperator
            | Regconfig
            | Regdictionary
            | Xid
            | AclItem
            | PgNodeTree
    )
}

/// Adding zero takes the sign off a zero; NaN gets one form.
fn float8(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let array = first(call)?;
    let typed = array.as_primitive_opt::<Float64Type>().ok_or_else(|| SqlError::internal("not a float8 column"))?;
    let keys: Float64Array = typed.unary(|value| if value.is_nan() { f64::NAN } else { value + 0.0 });
    Ok(Arc::new(keys))
}

fn float4(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let array = first(call)?;
    let typed = array.as_primitive_opt::<Float32Type>().ok_or_else(|| SqlError::internal("not a float4 column"))?;
    let keys: Float32Array = typed.unary(|value| if value.is_nan() { f32::NAN } else { value + 0.0 });
    Ok(Arc::new(keys))
}

fn first<'a>(call: &'a Call<'_>) -> SqlResult<&'a ArrayRef> {
    call.columns.first().ok_or_else(|| SqlError::internal("a key of nothing"))
}
