//! Comparisons: `=`, `<>`, `<`, `<=`, `>`, `>=`.
//!
//! Comes in: two values of the declared types. Goes out: a comparison of DataFusion's, over the values themselves where Arrow orders them as PostgreSQL does (so that partitions and files can be
//! pruned by it, and it may cross a row filter), else over their keys. Must never: fail at run time.

use super::entry::Entry;
use super::key::{comparison_key, orders_natively};
use super::{CastContext, cast};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{BinaryExpr, Expr, Operator};

macro_rules! comparisons {
    ($($pair:literal),* $(,)?) => {
        vec![$(
            Entry::native(concat!("=(", $pair, ") bool"), |a, c| compare(Operator::Eq, a, c)),
            Entry::native(concat!("<>(", $pair, ") bool"), |a, c| compare(Operator::NotEq, a, c)),
            Entry::native(concat!("<(", $pair, ") bool"), |a, c| compare(Operator::Lt, a, c)),
            Entry::native(concat!("<=(", $pair, ") bool"), |a, c| compare(Operator::LtEq, a, c)),
            Entry::native(concat!(">(", $pair, ") bool"), |a, c| compare(Operator::Gt, a, c)),
            Entry::native(concat!(">=(", $pair, ") bool"), |a, c| compare(Operator::GtEq, a, c)),
        )*]
    };
}

/// Comparisons of dates with timestamps and their like are the date family's.
pub fn entries() -> Vec<Entry> {
    let mut all = comparisons![
        "bool, bool",
        "int2, int2",
        "int2, int4",
        "int2, int8",
        "int4, int2",
        "int4, int4",
        "int4, int8",
        "int8, int2",
        "int8, int4",
        "int8, int8",
        "float4, float4",
        "float4, float8",
        "float8, float4",
        "float8, float8",
        "numeric, numeric",
        "text, text",
        "bpchar, bpchar",
        "char, char",
        "name, name",
        "name, text",
        "text, name",
        "bytea, bytea",
        "date, date",
        "time, time",
        "timestamp, timestamp",
        "timestamptz, timestamptz",
        "interval, interval",
        "uuid, uuid",
        "inet, inet",
        "oid, oid",
        "oidvector, oidvector",
        "jsonb, jsonb",
        "anyarray, anyarray",
        "record, record",
    ];
    all.extend([
        Entry::native("=(xid, xid) bool", |a, c| compare(Operator::Eq, a, c)),
        Entry::native("<>(xid, xid) bool", |a, c| compare(Operator::NotEq, a, c)),
        Entry::native("=(xid, int4) bool", xid_equals),
        Entry::native("=(aclitem, aclitem) bool", |a, c| compare(Operator::Eq, a, c)),
    ]);
    all
}

fn xid_equals(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Expr> {
    let [left, right] = pair(arguments)?;
    let right = cast(right, &PgType::Oid, -1, CastContext::Explicit, context)?;
    Ok(binary(left.expr, Operator::Eq, right.expr))
}

fn pair(arguments: Vec<Typed>) -> SqlResult<[Typed; 2]> {
    arguments.try_into().map_err(|_| SqlError::internal("a comparison of other than two values"))
}

fn binary(left: Expr, operator: Operator, right: Expr) -> Expr {
    Expr::BinaryExpr(BinaryExpr::new(Box::new(left), operator, Box::new(right)))
}

fn compare(operator: Operator, arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Expr> {
    let [left, right] = pair(arguments)?;
    if let (PgType::Record(_), PgType::Record(_)) = (&left.ty, &right.ty) {
        return records(operator, left, right, context);
    }
    let [left, right] = alike(left, right, context)?;
    if matches!(left.ty, PgType::Float4 | PgType::Float8) {
        return floats(operator, &left, &right);
    }
    if orders_natively(&left.ty) {
        return Ok(binary(left.expr, operator, right.expr));
    }
    Ok(binary(comparison_key(&left)?.expr, operator, comparison_key(&right)?.expr))
}

/// Both of one type. A constant becomes the column's type rather than the column the constant's, if it fits.
fn alike(left: Typed, right: Typed, context: &BindContext) -> SqlResult<[Typed; 2]> {
    if left.ty.arrow() == right.ty.arrow() {
        return Ok([left, right]);
    }
    if let Some(narrowed) = narrow(&right, &left.ty) {
        return Ok([left, narrowed]);
    }
    if let Some(narrowed) = narrow(&left, &right.ty) {
        return Ok([narrowed, right]);
    }
    let common = super::common_type(&[left.ty.clone(), right.ty.clone()])
        .ok_or_else(|| SqlError::internal("a comparison of types without a common one"))?;
    let to = |value| cast(value, &common, -1, CastContext::Implicit, context);
    Ok([to(left)?, to(right)?])
}

/// An integer constant in a narrower integer type that holds it.
fn narrow(value: &Typed, target: &PgType) -> Option<Typed> {
    let Expr::Literal(literal, metadata) = &value.expr else { return None };
    let wide = match literal {
        ScalarValue::Int16(value) => i64::from((*value)?),
        ScalarValue::Int32(value) => i64::from((*value)?),
        ScalarValue::Int64(value) => (*value)?,
        _ => return None,
    };
    let literal = match target {
        PgType::Int2 => ScalarValue::Int16(Some(i16::try_from(wide).ok()?)),
        PgType::Int4 => ScalarValue::Int32(Some(i32::try_from(wide).ok()?)),
        PgType::Int8 => ScalarValue::Int64(Some(wide)),
        _ => return None,
    };
    Some(Typed::new(Expr::Literal(literal, metadata.clone()), target.clone()))
}

/// Arrow tells the zeros apart and orders NaN by its sign. With a constant that is no zero its order is PostgreSQL's (what reads a float makes its NaN positive), and a zero can
/// be given the sign that makes it so.
fn floats(operator: Operator, left: &Typed, right: &Typed) -> SqlResult<Expr> {
    if let Some(constant) = bound(&right.expr, operator) {
        return Ok(binary(left.expr.clone(), operator, constant));
    }
    if let Some(constant) = operator.swap().and_then(|swapped| bound(&left.expr, swapped)) {
        return Ok(binary(constant, operator, right.expr.clone()));
    }
    Ok(binary(comparison_key(left)?.expr, operator, comparison_key(right)?.expr))
}

/// The constant to stand right of `value <operator>`, if the value may be compared as it is.
fn bound(expr: &Expr, operator: Operator) -> Option<Expr> {
    let Expr::Literal(literal, metadata) = expr else { return None };
    let (value, wide) = match literal {
        ScalarValue::Float64(value) => ((*value)?, true),
        ScalarValue::Float32(value) => (f64::from((*value)?), false),
        _ => return None,
    };
    let signed = match operator {
        _ if value.is_nan() => return None,
        _ if value != 0.0 => return Some(expr.clone()),
        Operator::Gt | Operator::LtEq => 0.0_f64,
        Operator::Lt | Operator::GtEq => -0.0_f64,
        _ => return None,
    };
    let literal = if wide {
        ScalarValue::Float64(Some(signed))
    } else {
        ScalarValue::Float32(Some(if signed.is_sign_negative() { -0.0 } else { 0.0 }))
    };
    Some(Expr::Literal(literal, metadata.clone()))
}

/// Rows that are values compare by their keys: NULL fields count as greater than all else, as PostgreSQL has it for stored rows.
fn records(operator: Operator, left: Typed, right: Typed, context: &BindContext) -> SqlResult<Expr> {
    let cast_to = |value: Typed, target: &PgType| cast(value, target, -1, CastContext::Implicit, context);
    let target = super::common_type(&[left.ty.clone(), right.ty.clone()]).unwrap_or_else(|| left.ty.clone());
    let (left, right) = (cast_to(left, &target)?, cast_to(right, &target)?);
    Ok(binary(comparison_key(&left)?.expr, operator, comparison_key(&right)?.expr))
}
