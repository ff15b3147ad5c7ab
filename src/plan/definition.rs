//! A column definition list: what the records of a function are to have, whose own type does not say it.
//!
//! Comes in: JSON documents, and columns as the statement defines them. Goes out: one value for each column of a document, as PostgreSQL's `json_to_record` reads it. Must never: take a document that is
//! no object for one without members; the function's kernel has refused it.

use super::binder::Binder;
use super::scope::fold;
use super::typed::Typed;
use super::typename;
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext};
use crate::types::PgType;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Expr, when};
use datafusion::sql::sqlparser::ast;
use guard::SqlState;

/// One column of the list.
pub struct Defined {
    pub name: String,
    pub ty: PgType,
    pub typmod: i32,
}

/// Functions that give records whose columns the statement must define.
pub fn is_needed(function: &str) -> bool {
    matches!(function, "json_to_record" | "jsonb_to_record" | "json_to_recordset" | "jsonb_to_recordset")
}

fn wrong(message: &str) -> SqlError {
    SqlError::new(SqlState::SYNTAX_ERROR, message)
}

/// Refuses a list where the function has columns of its own.
pub fn refuse(alias: Option<&ast::TableAlias>) -> SqlResult<()> {
    match alias {
        Some(alias) if alias.columns.iter().any(|column| column.data_type.is_some()) => {
            Err(wrong("a column definition list is only allowed for functions returning \"record\""))
        }
        _ => Ok(()),
    }
}

/// The list, with types for all columns or none.
pub fn columns(alias: Option<&ast::TableAlias>, ordinality: bool) -> SqlResult<Vec<Defined>> {
    let missing = || wrong("a column definition list is required for functions returning \"record\"");
    let written = alias.map(|alias| alias.columns.as_slice()).unwrap_or_default();
    if written.is_empty() {
        return Err(missing());
    }
    if ordinality {
        return Err(wrong("WITH ORDINALITY cannot be used with a column definition list"));
    }
    let mut columns: Vec<Defined> = Vec::with_capacity(written.len());
    for ast::TableAliasColumnDef { name, data_type } in written {
        let (ty, typmod) = typename::resolve(data_type.as_ref().ok_or_else(missing)?)?;
        let name = fold(name);
        if columns.iter().any(|known| known.name == name) {
            let message = format!("column name \"{name}\" specified more than once");
            return Err(SqlError::new(SqlState::DUPLICATE_COLUMN, message));
        }
        columns.push(Defined { name, ty, typmod });
    }
    Ok(columns)
}

/// What a document has for a column: NULL where it has nothing or `null`.
pub fn value(binder: &Binder<'_>, document: &Typed, column: &Defined) -> SqlResult<Typed> {
    let Defined { name, ty, typmod } = column;
    let part = |symbol: &str| {
        let key = functions::settle(Typed::unknown(name), binder.context)?;
        functions::operator(symbol, Some(document.clone()), key, binder.context)
    };
    let cast = |value: Typed, when: CastContext| functions::cast(value, ty, *typmod, when, binder.context);
    match ty {
        PgType::Json | PgType::Jsonb => {
            let found = cast(part("->")?, CastContext::Explicit)?;
            let there = part("->>")?.expr.is_not_null();
            Ok(Typed { expr: when(there, found.expr).end()?, ..found })
        }
        // A string is cut nowhere, as in a column of a table.
        PgType::Varchar | PgType::Bpchar => cast(part("->>")?, CastContext::Assignment),
        PgType::Array(element) => {
            if matches!(element.as_ref(), PgType::Json | PgType::Jsonb) {
                return Err(SqlError::unsupported("a column of arrays of JSON is not supported here"));
            }
            let family = if document.ty == PgType::Json { "json" } else { "jsonb" };
            let found = part("->")?;
            let kind = functions::scalar(&format!("{family}_typeof"), vec![found.clone()], binder.context)?;
            let elements = cast(functions::flat_texts(found, binder.context), CastContext::Explicit)?;
            let literal = cast(part("->>")?, CastContext::Explicit)?;
            let array = Expr::Literal(ScalarValue::Utf8View(Some("array".to_owned())), None);
            let expr = when(part("->>")?.expr.is_null(), Expr::Literal(ScalarValue::try_from(&ty.arrow())?, None))
                .when(kind.expr.eq(array), elements.expr)
                .otherwise(literal.expr)?;
            Ok(Typed { expr, ty: ty.clone(), typmod: *typmod })
        }
        PgType::Record(_) => Err(SqlError::unsupported("a column of records is not supported here")),
        _ => cast(part("->>")?, CastContext::Explicit),
    }
}
