//! What a session can ask about itself.
//!
//! Comes in: nothing, or a type. Goes out: constants of the statement. Must never: tell about the machine or other sessions.

use super::entry::Entry;
use super::{CastContext, cast};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::{ListBuilder, StringViewBuilder};
use datafusion::arrow::datatypes::{DataType, Field};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
use std::sync::Arc;

/// What clients of a recent PostgreSQL expect to read.
pub const VERSION: &str =
    concat!("PostgreSQL 15.18 (Tollgate ", env!("CARGO_PKG_VERSION"), ") on x86_64-pc-linux-gnu, 64-bit");

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::special("version() text", |_, _| Ok(constant(VERSION, PgType::Text))).stable(),
        Entry::special("current_database() name", |_, c| Ok(constant(&c.database, PgType::Name))).stable(),
        Entry::special("current_catalog() name", |_, c| Ok(constant(&c.database, PgType::Name))).stable(),
        Entry::special("current_user() name", |_, c| Ok(constant(&c.user, PgType::Name))).stable(),
        Entry::special("session_user() name", |_, c| Ok(constant(&c.user, PgType::Name))).stable(),
        Entry::special("user() name", |_, c| Ok(constant(&c.user, PgType::Name))).stable(),
        Entry::special("current_role() name", |_, c| Ok(constant(&c.user, PgType::Name))).stable(),
        Entry::special("current_schema() name", |_, c| match c.search_path.iter().find(|name| is_own(name)) {
            Some(name) => Ok(constant(name, PgType::Name)),
            None => Typed::null(PgType::Name),
        })
        .stable(),
        Entry::special("current_schemas(bool) name[]", current_schemas).stable(),
        Entry::special("pg_backend_pid() int4", |_, c| {
            Ok(Typed::new(Expr::Literal(ScalarValue::Int32(Some(c.backend_pid)), None), PgType::Int4))
        })
        .stable(),
        // There are no advisory locks here; a connection pool says this as it takes a session back.
        Entry::special("pg_advisory_unlock_all() void", |_, _| Ok(constant("", PgType::Void))).stable(),
        Entry::special("pg_client_encoding() name", |_, _| Ok(constant("UTF8", PgType::Name))).stable(),
        Entry::special("pg_typeof(any) regtype", type_of).stable(),
    ]
}

fn constant(text: &str, ty: PgType) -> Typed {
    Typed { ty, ..Typed::unknown(text) }
}

/// A schema, not the variable `$user`. `pg_catalog` is one where the path names it.
fn is_own(name: &str) -> bool {
    !name.starts_with('$')
}

fn literal(value: Option<&Typed>) -> SqlResult<Option<&ScalarValue>> {
    match value.map(|value| &value.expr) {
        Some(Expr::Literal(value, _)) => Ok(Some(value)),
        None => Ok(None),
        Some(_) => Err(SqlError::unsupported("this function needs a constant argument")),
    }
}

fn current_schemas(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let implicit = match literal(arguments.first())? {
        Some(ScalarValue::Boolean(Some(implicit))) => *implicit,
        _ => return Typed::null(PgType::Name.array()),
    };
    let mut names: Vec<&str> = Vec::new();
    if implicit && !context.search_path.iter().any(|name| name == "pg_catalog") {
        names.push("pg_catalog");
    }
    names.extend(context.search_path.iter().map(String::as_str).filter(|name| implicit || is_own(name)));
    names.retain(|name| !name.starts_with('$'));
    let field = Arc::new(Field::new_list_field(DataType::Utf8View, true));
    let mut list = ListBuilder::new(StringViewBuilder::new()).with_field(field);
    list.append_value(names.into_iter().map(Some));
    let value = ScalarValue::List(Arc::new(list.finish()));
    Ok(Typed::new(Expr::Literal(value, None), PgType::Name.array()))
}

/// The type's OID is a constant, whatever the value.
fn type_of(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let ty = arguments.first().map_or(PgType::Unknown, |value| value.ty.clone());
    let oid = Typed::new(Expr::Literal(ScalarValue::UInt32(Some(ty.oid())), None), PgType::Oid);
    cast(oid, &PgType::Regtype, -1, CastContext::Implicit, context)
}
