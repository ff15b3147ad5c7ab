//! Which types may be named.

use super::names::{dotted, idents};
use super::{not_offered, position};
use crate::{Refusal, SqlState};
use sqlparser::ast::{ArrayElemTypeDef, DataType, ObjectName};

/// Types by name alone, beside those that have a variant in the tree.
const NAMED: &[&str] = &[
    "bpchar",
    "char",
    "cid",
    "inet",
    "int2vector",
    "name",
    "oid",
    "oidvector",
    "regclass",
    "regcollation",
    "regconfig",
    "regdictionary",
    "regnamespace",
    "regoper",
    "regoperator",
    "regproc",
    "regprocedure",
    "regrole",
    "regtype",
    "tid",
    "xid",
    "xid8",
    "pg_lsn",
];

/// The internal names of array types that clients write (`_text`).
const ARRAY_NAMED: &[&str] = &[
    "_bool",
    "_bytea",
    "_char",
    "_date",
    "_float4",
    "_float8",
    "_int2",
    "_int4",
    "_int8",
    "_interval",
    "_json",
    "_jsonb",
    "_name",
    "_numeric",
    "_oid",
    "_text",
    "_time",
    "_timestamp",
    "_timestamptz",
    "_uuid",
    "_varchar",
];

/// Whether a type is one of those that there are.
pub(super) fn data_type(ty: &DataType) -> Result<(), Refusal> {
    match ty {
        DataType::Character(_)
        | DataType::Char(_)
        | DataType::CharacterVarying(_)
        | DataType::Varchar(_)
        | DataType::Uuid
        | DataType::Numeric(_)
        | DataType::Decimal(_)
        | DataType::Dec(_)
        | DataType::Int2(None)
        | DataType::SmallInt(None)
        | DataType::Int(None)
        | DataType::Int4(None)
        | DataType::Int8(None)
        | DataType::Integer(None)
        | DataType::BigInt(None)
        | DataType::Float4
        | DataType::Real
        | DataType::Float8
        | DataType::DoublePrecision
        | DataType::Bool
        | DataType::Boolean
        | DataType::Date
        | DataType::Time(_, _)
        | DataType::Timestamp(_, _)
        | DataType::Interval { fields: _, precision: _ }
        | DataType::JSON
        | DataType::JSONB
        | DataType::Regclass
        | DataType::Text
        | DataType::Bytea => Ok(()),
        DataType::Array(ArrayElemTypeDef::SquareBracket(element, _)) => data_type(element),
        DataType::Custom(name, modifiers) => custom(name, modifiers),
        DataType::Bit(_) | DataType::BitVarying(_) => Err(not_offered("the type bit", None)),
        other => Err(Refusal::new("type", SqlState::UNDEFINED_OBJECT, format!("type \"{other}\" does not exist"))),
    }
}

fn custom(name: &ObjectName, modifiers: &[String]) -> Result<(), Refusal> {
    let parts = idents(name)?;
    let at = parts.first().and_then(|first| position(first.span));
    let plain = match parts.as_slice() {
        [name] => Some(name),
        [schema, name] if schema.value == "pg_catalog" => Some(name),
        _ => None,
    };
    let known = plain.is_some_and(|name| {
        let name = name.value.as_str();
        NAMED.contains(&name) || ARRAY_NAMED.contains(&name)
    });
    if known && modifiers.is_empty() {
        return Ok(());
    }
    Err(Refusal::new("type", SqlState::UNDEFINED_OBJECT, format!("type \"{}\" does not exist", dotted(name))).at(at))
}
