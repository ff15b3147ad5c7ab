//! Constants and parameters.
//!
//! Comes in: a value as written. Goes out: its type by PostgreSQL's rules: a string is untyped, a number is the smallest of integer, bigint and numeric that holds it.
//! Must never: round.

use super::binder::Binder;
use super::typed::Typed;
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext};
use crate::types::PgType;
use datafusion::arrow::datatypes::Field;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Expr, expr::Placeholder, lit};
use datafusion::sql::sqlparser::ast::{self, DateTimeField, Value};
use guard::SqlState;
use std::sync::Arc;

/// As many as the protocol can count.
const MAX_PARAMETERS: usize = 65_535;

pub fn bind(binder: &Binder<'_>, value: &ast::ValueWithSpan) -> SqlResult<Typed> {
    let position = binder.position(value.span);
    match &value.value {
        Value::Number(digits, _) => number(binder, digits),
        Value::SingleQuotedString(text)
        | Value::EscapedStringLiteral(text)
        | Value::UnicodeStringLiteral(text)
        | Value::DollarQuotedString(ast::DollarQuotedString { value: text, tag: _ }) => {
            Ok(Typed::unknown(text.as_str()))
        }
        Value::Boolean(value) => Ok(Typed::new(lit(*value), PgType::Bool)),
        Value::Null => Ok(Typed::new(Expr::Literal(ScalarValue::Utf8View(None), None), PgType::Unknown)),
        Value::Placeholder(name) => parameter(binder, name),
        Value::NationalStringLiteral(_)
        | Value::HexStringLiteral(_)
        | Value::SingleQuotedByteStringLiteral(_)
        | Value::TripleSingleQuotedString(_)
        | Value::TripleDoubleQuotedString(_)
        | Value::DoubleQuotedByteStringLiteral(_)
        | Value::TripleSingleQuotedByteStringLiteral(_)
        | Value::TripleDoubleQuotedByteStringLiteral(_)
        | Value::SingleQuotedRawStringLiteral(_)
        | Value::DoubleQuotedRawStringLiteral(_)
        | Value::TripleSingleQuotedRawStringLiteral(_)
        | Value::TripleDoubleQuotedRawStringLiteral(_)
        | Value::QuoteDelimitedStringLiteral(_)
        | Value::NationalQuoteDelimitedStringLiteral(_)
        | Value::DoubleQuotedString(_) => Err(SqlError::unsupported("this kind of literal is not supported")),
    }
    .map_err(|error| error.at(position))
}

/// `digits` may begin with a minus sign.
pub fn number(binder: &Binder<'_>, digits: &str) -> SqlResult<Typed> {
    if let Ok(value) = digits.parse::<i32>() {
        return Ok(Typed::new(lit(value), PgType::Int4));
    }
    if let Ok(value) = digits.parse::<i64>() {
        return Ok(Typed::new(lit(value), PgType::Int8));
    }
    functions::cast(Typed::unknown(digits), &PgType::Numeric, -1, CastContext::Explicit, binder.context)
}

fn parameter(binder: &Binder<'_>, name: &str) -> SqlResult<Typed> {
    let number = name.strip_prefix('$').and_then(|digits| digits.parse::<usize>().ok());
    let Some(number) = number.filter(|number| (1..=MAX_PARAMETERS).contains(number)) else {
        return Err(SqlError::new(SqlState::UNDEFINED_PARAMETER, format!("there is no parameter {name}")));
    };
    let mut parameters = binder.context.parameters.borrow_mut();
    if parameters.len() < number {
        parameters.resize(number, PgType::Unknown);
    }
    let ty = parameters.get(number - 1).cloned().unwrap_or(PgType::Unknown);
    let field = (ty != PgType::Unknown).then(|| Arc::new(Field::new(name, ty.arrow(), true)));
    Ok(Typed::new(Expr::Placeholder(Placeholder::new_with_field(name.to_owned(), field)), ty))
}

/// `interval '…' day to second`: the modifier is PostgreSQL's mask of fields and precision.
pub fn interval(binder: &Binder<'_>, interval: &ast::Interval) -> SqlResult<Typed> {
    let ast::Interval { value, leading_field, leading_precision, last_field, fractional_seconds_precision } = interval;
    let ast::Expr::Value(value) = value.as_ref() else {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, "an interval literal takes a string"));
    };
    let text = bind(binder, value)?;
    if text.ty != PgType::Unknown {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, "an interval literal takes a string"));
    }
    let mask = match (leading_field, last_field) {
        (None, None) => None,
        (Some(first), None) => Some(bit(first)?),
        (Some(first), Some(last)) => Some(range(first, last)?),
        (None, Some(_)) => return Err(SqlError::new(SqlState::SYNTAX_ERROR, "invalid interval fields")),
    };
    let precision = fractional_seconds_precision.or(*leading_precision);
    let precision = precision.map(|digits| i32::try_from(digits.min(6)).unwrap_or(6));
    let typmod = match (mask, precision) {
        (None, None) => -1,
        (mask, precision) => (mask.unwrap_or(0x7fff) << 16) | precision.unwrap_or(0xffff),
    };
    functions::cast(text, &PgType::Interval, typmod, CastContext::Explicit, binder.context)
        .map_err(|error| error.at(binder.position(value.span)))
}

/// From the largest field to the smallest, with PostgreSQL's bit for each.
const FIELDS: [(i32, &str); 6] =
    [(1 << 2, "year"), (1 << 1, "month"), (1 << 3, "day"), (1 << 10, "hour"), (1 << 11, "minute"), (1 << 12, "second")];

fn place(field: &DateTimeField) -> SqlResult<usize> {
    let name = field.to_string().to_lowercase();
    FIELDS
        .iter()
        .position(|(_, known)| *known == name)
        .ok_or_else(|| SqlError::new(SqlState::SYNTAX_ERROR, format!("invalid interval field \"{name}\"")))
}

fn bit(field: &DateTimeField) -> SqlResult<i32> {
    let place = place(field)?;
    Ok(FIELDS.get(place).map_or(0, |(bit, _)| *bit))
}

fn range(first: &DateTimeField, last: &DateTimeField) -> SqlResult<i32> {
    let (first, last) = (place(first)?, place(last)?);
    // YEAR TO MONTH, and DAY to SECOND among themselves.
    let fits = first < last && (first >= 2) == (last >= 2);
    if !fits {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, "invalid interval fields"));
    }
    Ok(FIELDS.iter().take(last + 1).skip(first).fold(0, |mask, (bit, _)| mask | bit))
}
