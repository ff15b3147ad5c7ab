//! PostgreSQL's names of types, for messages.

use crate::types::PgType;

/// `integer`, `timestamp with time zone`, `text[]`
#[must_use]
pub fn of(ty: &PgType) -> String {
    use PgType::*;
    let name = match ty {
        Unknown => "unknown",
        Bool => "boolean",
        Int2 => "smallint",
        Int4 => "integer",
        Int8 => "bigint",
        Float4 => "real",
        Float8 => "double precision",
        Numeric => "numeric",
        Text => "text",
        Varchar => "character varying",
        Bpchar => "character",
        Char => "\"char\"",
        Name => "name",
        Bytea => "bytea",
        Date => "date",
        Time => "time without time zone",
        Timestamp => "timestamp without time zone",
        Timestamptz => "timestamp with time zone",
        Interval => "interval",
        Json => "json",
        Jsonb => "jsonb",
        Uuid => "uuid",
        Oid => "oid",
        Regclass => "regclass",
        Regtype => "regtype",
        Regproc => "regproc",
        Regprocedure => "regprocedure",
        Regnamespace => "regnamespace",
        Regrole => "regrole",
        Regoper => "regoper",
        Regoperator => "regoperator",
        Regconfig => "regconfig",
        Regdictionary => "regdictionary",
        Int2Vector => "int2vector",
        OidVector => "oidvector",
        Xid => "xid",
        Tid => "tid",
        PgNodeTree => "pg_node_tree",
        AclItem => "aclitem",
        Inet => "inet",
        Void => "void",
        Record(_) => "record",
        Array(element) => return format!("{}[]", of(element)),
    };
    name.to_owned()
}

/// A list of argument types as it stands in `function f(integer, text) does not exist`.
#[must_use]
pub fn list(types: &[PgType]) -> String {
    types.iter().map(of).collect::<Vec<_>>().join(", ")
}
