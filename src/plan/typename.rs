//! Types as a statement writes them, and as a message names them: `types` knows both.

use crate::error::SqlResult;
use crate::types::PgType;
use datafusion::sql::sqlparser::ast::DataType;

/// As `format_type` writes it, without its modifier.
pub fn of(ty: &PgType) -> String {
    ty.sql_name()
}

/// The type that a cast or a typed literal names.
pub fn resolve(ty: &DataType) -> SqlResult<(PgType, i32)> {
    PgType::from_ast(ty)
}
