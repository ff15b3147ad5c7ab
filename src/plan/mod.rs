//! Binding: from an admitted tree to a plan that means what PostgreSQL means, over governed relations alone; and gate 2.
//!
//! Comes in: [`Admitted`](guard::admit::Admitted), the world's relations, the [`BindContext`](typed::BindContext). Goes out: [`Bound`]. Must never: execute, do I/O, see a relation that the permit does not name.

pub mod barrier;
pub mod governed;
pub(crate) mod leakproof;
pub(crate) mod mask;
pub mod typed;

use crate::error::{SqlError, SqlResult};
use crate::types::PgColumn;
use datafusion::sql::sqlparser::ast;
use typed::{BindContext, Typed};

/// Binds a policy's row filter over a table's own columns.
///
/// # Errors
/// What PostgreSQL would say of the expression.
pub fn bind_over_table(_expr: &ast::Expr, _columns: &[PgColumn], _context: &BindContext) -> SqlResult<Typed> {
    Err(SqlError::internal("row filters are not bound yet"))
}
