//! Constants and types as PostgreSQL reads them, whatever its settings are.
//!
//! Comes in: a value and its type. Goes out: a literal that says its type. Must never: splice a text without quoting it.

use super::{Result, local};
use crate::types::text::to_text;
use crate::types::{Display, PgType};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::ScalarValue;

/// A type as a cast names it; none for types that mean something to one server alone.
pub(super) fn type_name(ty: &PgType) -> Result<String> {
    use PgType::*;
    Ok(match ty {
        Unknown | Text => "text",
        Bool => "bool",
        Int2 => "int2",
        Int4 => "int4",
        Int8 => "int8",
        Float4 => "float4",
        Float8 => "float8",
        Numeric => "numeric",
        Varchar => "varchar",
        Bpchar => "bpchar",
        Name => "name",
        Bytea => "bytea",
        Date => "date",
        Time => "time",
        Timestamp => "timestamp",
        Timestamptz => "timestamptz",
        Interval => "interval",
        Json => "json",
        Jsonb => "jsonb",
        Uuid => "uuid",
        Array(element) if !matches!(element.as_ref(), Array(_)) => return Ok(format!("{}[]", type_name(element)?)),
        other => return local(format!("values of type {}", other.sql_name())),
    }
    .to_owned())
}

/// A type with its modifier.
pub(super) fn type_with(ty: &PgType, typmod: i32) -> Result<String> {
    if typmod < 0 { type_name(ty) } else { type_name(ty).map(|_| ty.format_type(typmod)) }
}

/// The type that a value has if nothing else says it.
pub(super) fn natural(form: &DataType) -> Option<PgType> {
    Some(match form {
        DataType::Boolean => PgType::Bool,
        DataType::Int16 => PgType::Int2,
        DataType::Int32 => PgType::Int4,
        DataType::Int64 => PgType::Int8,
        DataType::Float32 => PgType::Float4,
        DataType::Float64 => PgType::Float8,
        DataType::Utf8View => PgType::Text,
        DataType::Date32 => PgType::Date,
        DataType::Time64(_) => PgType::Time,
        DataType::Timestamp(_, None) => PgType::Timestamp,
        DataType::Timestamp(_, Some(_)) => PgType::Timestamptz,
        DataType::Interval(_) => PgType::Interval,
        DataType::FixedSizeBinary(16) => PgType::Uuid,
        DataType::List(element) => PgType::Array(Box::new(natural(element.data_type())?)),
        _ => return None,
    })
}

/// A constant of that type.
pub(super) fn literal(value: &ScalarValue, ty: &PgType) -> Result<String> {
    let name = type_name(ty)?;
    if value.is_null() {
        return Ok(format!("NULL::{name}"));
    }
    if value.data_type() != ty.arrow() {
        return local("a constant of another form");
    }
    match value {
        ScalarValue::Boolean(Some(value)) => Ok(if *value { "true" } else { "false" }.to_owned()),
        ScalarValue::Int16(Some(value)) if *value >= 0 => Ok(format!("{value}::{name}")),
        ScalarValue::Int32(Some(value)) if *value >= 0 => Ok(format!("{value}::{name}")),
        ScalarValue::Int64(Some(value)) if *value >= 0 => Ok(format!("{value}::{name}")),
        value => match to_text(value, ty, &Display::default()) {
            Ok(Some(text)) if text.contains('\0') => local("a NUL"),
            Ok(Some(text)) => Ok(format!("'{}'::{name}", text.replace('\'', "''"))),
            Ok(None) => Ok(format!("NULL::{name}")),
            Err(_) => local("a constant that can't be written"),
        },
    }
}
