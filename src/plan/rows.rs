//! Rows and arrays: constructors, fields, elements, and comparison of rows.
//!
//! Comes in: bound parts. Goes out: one expression. Must never: compare rows otherwise than column by column as PostgreSQL does.

use super::binder::Binder;
use super::node;
use super::typed::Typed;
use crate::error::{SqlError, SqlResult};
use crate::functions;
use crate::types::PgType;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Expr, lit, when};
use guard::SqlState;

/// `ROW(…)`
pub fn record(binder: &Binder<'_>, values: Vec<Typed>) -> SqlResult<Typed> {
    let names = (1..).map(|number| format!("f{number}"));
    named_record(binder, names.zip(values))
}

/// A row of a relation.
pub fn named_record(binder: &Binder<'_>, values: impl Iterator<Item = (String, Typed)>) -> SqlResult<Typed> {
    let mut fields: Vec<(String, PgType)> = Vec::new();
    let mut arguments = Vec::new();
    for (name, value) in values {
        let value = functions::settle(value, binder.context)?;
        if fields.iter().any(|(known, _)| *known == name) {
            return Err(SqlError::unsupported("a row with two columns of one name is not supported"));
        }
        arguments.push(lit(name.as_str()));
        arguments.push(value.expr);
        fields.push((name, value.ty));
    }
    if fields.is_empty() {
        return Err(SqlError::unsupported("a row without columns is not supported"));
    }
    let expr = datafusion::functions::core::expr_fn::named_struct(arguments);
    Ok(Typed::new(expr, PgType::Record(fields.into())))
}

/// A column of a record.
pub fn field(record: &Typed, index: usize) -> SqlResult<Typed> {
    let PgType::Record(fields) = &record.ty else { return Err(SqlError::internal("not a record")) };
    let (name, ty) = fields.get(index).ok_or_else(|| SqlError::internal("no such field"))?;
    let expr = datafusion::functions::core::expr_fn::get_field(record.expr.clone(), name.as_str());
    Ok(Typed::new(expr, ty.clone()))
}

/// An array of values of one type.
pub fn array(values: Vec<Typed>) -> SqlResult<Typed> {
    let Some(element) = values.first().map(|value| value.ty.clone()) else {
        return Err(SqlError::new(SqlState::INDETERMINATE_DATATYPE, "cannot determine type of empty array")
            .hint("Explicitly cast to the desired type, for example ARRAY[]::integer[]."));
    };
    if matches!(element, PgType::Array(_)) {
        return Err(SqlError::unsupported("arrays of more than one dimension are not supported"));
    }
    let values = values.into_iter().map(|value| value.expr).collect();
    let expr = datafusion::functions_nested::expr_fn::make_array(values);
    Ok(Typed::new(expr, PgType::Array(Box::new(element))))
}

/// An array without elements.
pub fn empty_array(ty: &PgType) -> SqlResult<Typed> {
    let PgType::Array(element) = ty else { return Err(SqlError::internal("not an array type")) };
    let list = ScalarValue::new_list_nullable(&[], &element.arrow());
    Ok(Typed::new(Expr::Literal(ScalarValue::List(list), None), ty.clone()))
}

/// Compares rows column by column.
pub fn compare(binder: &Binder<'_>, symbol: &str, left: &[Typed], right: &[Typed]) -> SqlResult<Typed> {
    if left.len() != right.len() {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, "unequal number of entries in row expressions"));
    }
    let pairs = || left.iter().zip(right);
    let each = |symbol: &str| pairs().map(|(a, b)| binder.compare(symbol, a, b)).collect::<SqlResult<Vec<_>>>();
    let expr = match symbol {
        "=" => node::balanced(each("=")?, Expr::and),
        "<>" => node::balanced(each("<>")?, Expr::or),
        "<" | "<=" | ">" | ">=" => match pairs().collect::<Vec<_>>().as_slice() {
            [] => None,
            pairs => Some(ordered(binder, symbol.trim_end_matches('='), symbol, pairs)?),
        },
        other => {
            return Err(SqlError::unsupported(format!(
                "could not determine interpretation of row comparison operator {other}"
            ))
            .hint("Row comparison operators must be associated with btree operator families."));
        }
    };
    let expr = expr.ok_or_else(|| SqlError::unsupported("cannot compare rows of zero length"))?;
    Ok(Typed::new(expr, PgType::Bool))
}

/// Pairs up to which one comparison stands inside the other.
const NESTED: usize = 8;

/// Compares by the first pair that is unequal: all pairs but the last by `strict`, the last by `symbol`. Long rows are halved, so that the expression's depth is the logarithm of their length.
fn ordered(binder: &Binder<'_>, strict: &str, symbol: &str, pairs: &[(&Typed, &Typed)]) -> SqlResult<Expr> {
    let (head, tail) = match pairs {
        [] => return Err(SqlError::internal("no pair to compare")),
        [(a, b)] => return binder.compare(symbol, a, b),
        _ if pairs.len() <= NESTED => pairs.split_at(1),
        _ => pairs.split_at(pairs.len() / 2),
    };
    // The first unequal pair decides; a NULL before it leaves the answer open.
    let equal = head.iter().map(|(a, b)| binder.compare("=", a, b)).collect::<SqlResult<Vec<_>>>()?;
    let equal = node::balanced(equal, Expr::and).ok_or_else(|| SqlError::internal("no pair to compare"))?;
    let (first, rest) = (ordered(binder, strict, strict, head)?, ordered(binder, strict, symbol, tail)?);
    Ok(first.or(equal.and(rest)))
}

/// `array[index]`; out of range is NULL.
pub fn element(binder: &Binder<'_>, array: Typed, index: Typed) -> SqlResult<Typed> {
    let Some(element) = array.ty.element() else {
        return Err(SqlError::new(
            SqlState::DATATYPE_MISMATCH,
            format!(
                "cannot subscript type {} because it does not support subscripting",
                super::typename::of(&array.ty)
            ),
        ));
    };
    let index = binder.coerce(index, &PgType::Int4)?;
    let index = binder.coerce(index, &PgType::Int8)?.expr;
    // The catalogs' vectors begin at 0.
    let index = if matches!(array.ty, PgType::Array(_)) { index } else { index + lit(1_i64) };
    // The engine counts a negative index from the end; PostgreSQL has nothing there.
    let found = datafusion::functions_nested::expr_fn::array_element(array.expr, index.clone());
    let expr = when(index.gt(lit(0_i64)), found).end()?;
    Ok(Typed { expr, ty: element, typmod: array.typmod })
}

/// `array[from:to]`
pub fn slice(binder: &Binder<'_>, array: Typed, from: Option<Typed>, to: Option<Typed>) -> SqlResult<Typed> {
    if !matches!(array.ty, PgType::Array(_)) {
        return Err(SqlError::new(
            SqlState::DATATYPE_MISMATCH,
            format!(
                "cannot subscript type {} because it does not support subscripting",
                super::typename::of(&array.ty)
            ),
        ));
    }
    let bound = |value: Option<Typed>| match value {
        Some(value) => {
            let value = binder.coerce(value, &PgType::Int4)?;
            Ok::<_, SqlError>(Some(binder.coerce(value, &PgType::Int8)?.expr))
        }
        None => Ok(None),
    };
    let (from, to) = (bound(from)?, bound(to)?);
    let length = Expr::Cast(datafusion::logical_expr::Cast::new(
        Box::new(datafusion::functions_nested::expr_fn::cardinality(array.expr.clone())),
        datafusion::arrow::datatypes::DataType::Int64,
    ));
    let first = from.clone().unwrap_or_else(|| lit(1_i64));
    let first = when(first.clone().lt(lit(1_i64)), lit(1_i64)).otherwise(first)?;
    let last = to.clone().unwrap_or_else(|| length.clone());
    let empty = empty_array(&array.ty)?.expr;
    let none = last.clone().lt(first.clone()).or(first.clone().gt(length));
    let any_null = [Some(array.expr.clone()), from, to].into_iter().flatten().map(Expr::is_null).reduce(Expr::or);
    let slice = datafusion::functions_nested::expr_fn::array_slice(array.expr.clone(), first, last, None);
    let null = Expr::Literal(ScalarValue::try_from(&array.ty.arrow())?, None);
    let any_null = any_null.unwrap_or_else(|| lit(false));
    let expr = when(any_null, null).when(none, empty).otherwise(slice)?;
    Ok(Typed { expr, ..array })
}
