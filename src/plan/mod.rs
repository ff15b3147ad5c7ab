//! Binding: from an admitted tree to a plan that means what PostgreSQL means, over governed relations alone; and gate 2.
//!
//! Comes in: [`Admitted`](guard::admit::Admitted), the world's relations, the [`BindContext`](typed::BindContext). Goes out: [`Bound`]. Must never: execute, do I/O, see a relation that the permit does not name.
//!
//! | file | what |
//! |---|---|
//! | `binder` | what a binding carries with it: names, limits, positions |
//! | `scope` | which names are visible where, and PostgreSQL's words when one is not |
//! | `query`, `setop`, `recursive` | WITH, set operations, VALUES, ORDER BY, LIMIT |
//! | `select`, `grouping`, `aggregate`, `window`, `reach` | a SELECT: its clauses in the order in which they act |
//! | `from`, `definition` | joins, sub-selects, functions in FROM |
//! | `expr`, `literal`, `call`, `subquery`, `rows` | expressions |
//! | `unnest` | correlated sub-selects become joins |
//! | `weight`, `deadline` | how large a plan may be, and how long it may take |
//! | `gate` | gate 2 |

mod aggregate;
pub mod barrier;
mod binder;
mod call;
pub(crate) mod deadline;
mod definition;
mod evened;
mod expr;
mod from;
mod gate;
pub mod governed;
mod grouping;
pub(crate) mod leakproof;
mod literal;
pub(crate) mod mask;
mod named;
mod naming;
mod node;
mod order;
mod position;
mod query;
mod reach;
mod recursive;
mod rows;
mod scope;
mod select;
mod setop;
mod single;
mod subquery;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
pub mod typed;
mod typename;
mod unnest;
pub(crate) mod weight;
mod window;

use crate::error::SqlResult;
use crate::types::{PgColumn, PgType};
use binder::Binder;
use datafusion::common::{ParamValues, ScalarValue};
use datafusion::logical_expr::{LogicalPlan, TableSource};
use datafusion::sql::sqlparser::ast;
use governed::GovernedRelation;
use guard::admit::{Admitted, Permit};
use guard::policy::RelationName;
use std::cell::RefCell;
use std::sync::Arc;
use typed::{BindContext, Typed};

/// The aggregate that a scalar sub-select of several rows goes through.
pub(crate) fn single_value_name() -> &'static str {
    single::NAME
}

/// A relation of `pg_catalog` or `information_schema`, made for one role.
#[derive(Clone)]
pub struct SystemRelation {
    pub oid: u32,
    /// Whether it has system columns, as a view has not.
    pub is_table: bool,
    /// Those that may be read.
    pub columns: Vec<PgColumn>,
    /// Whether it has others, so that `*` is refused.
    pub withholds: bool,
    /// Its schema has the columns' names, in their order, in canonical form.
    pub source: Arc<dyn TableSource>,
}

/// The world's relations, asked only for names that the permit holds.
pub trait Relations {
    /// The governed relation that the permit's grant makes.
    ///
    /// # Errors
    /// XX000 if the world and the permit do not fit.
    fn governed(&self, name: &RelationName, permit: &Permit) -> SqlResult<GovernedRelation>;

    /// A system catalog, as the permit's role sees it.
    fn system(&self, name: &RelationName, permit: &Permit) -> SqlResult<SystemRelation>;
}

/// The system relations that one binding was given, for gate 2 to know them by.
#[derive(Clone, Default)]
struct Handed(Vec<(RelationName, Arc<dyn TableSource>)>);

impl std::fmt::Debug for Handed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

/// A query with its meaning decided, and found by gate 2 to read only what its permit grants. Only [`bind`] makes it.
#[derive(Clone, Debug)]
pub struct Bound {
    plan: LogicalPlan,
    columns: Vec<PgColumn>,
    parameters: Vec<PgType>,
    permit: Permit,
    scans: Vec<GovernedRelation>,
    handed: Handed,
}

impl Bound {
    /// The plan. Its columns are named otherwise than the client's.
    #[must_use]
    pub fn plan(&self) -> &LogicalPlan {
        &self.plan
    }

    #[must_use]
    pub fn columns(&self) -> &[PgColumn] {
        &self.columns
    }

    #[must_use]
    pub fn parameters(&self) -> &[PgType] {
        &self.parameters
    }

    #[must_use]
    pub fn permit(&self) -> &Permit {
        &self.permit
    }

    /// The governed relations in it, one for each scan, in the order of the plan.
    #[must_use]
    pub fn scans(&self) -> &[GovernedRelation] {
        &self.scans
    }

    /// The same query with its parameters' values in place; gate 2 looks at it once more.
    ///
    /// # Errors
    /// 2201W or 2201X if a LIMIT or OFFSET is negative, XX000 if a value is not of its parameter's type.
    pub fn with_parameters(&self, values: Vec<ScalarValue>) -> SqlResult<Self> {
        if values.is_empty() {
            return Ok(self.clone());
        }
        let plan = self.plan.clone().replace_params_with_values(&ParamValues::from(values))?;
        order::require_counts(&plan)?;
        let scans = gate::check(&plan, &self.permit, &self.handed)?;
        Ok(Self { plan, scans, ..self.clone() })
    }

    /// Hands over the plan, its columns and its parameters' types.
    #[must_use]
    pub fn into_parts(self) -> (LogicalPlan, Vec<PgColumn>, Vec<PgType>, Permit) {
        (self.plan, self.columns, self.parameters, self.permit)
    }
}

/// Binds an admitted query. `text` is what its tree's positions count in.
///
/// # Errors
/// What PostgreSQL's parse analysis says; 0A000 for what can't be planned; 54001 for a plan that grows too large.
pub fn bind(admitted: Admitted, text: &str, relations: &dyn Relations, context: &BindContext) -> SqlResult<Bound> {
    let (query, permit) = admitted.into_parts();
    let leaves = scope::Granted { permit: &permit, relations, handed: RefCell::default() };
    let binder = Binder::new(context, &leaves, text);
    let (plan, columns) = binder.statement(&query)?;
    weight::weigh(&plan, weight::BOUND)?;
    let parameters = binder.parameter_types()?;
    let handed = Handed(leaves.handed.take());
    let scans = gate::check(&plan, &permit, &handed)?;
    Ok(Bound { plan, columns, parameters, permit, scans, handed })
}

/// Binds an expression over one table's columns (a row filter). Its columns are named as the table's.
///
/// # Errors
/// As for a statement; a sub-select, an aggregate or a window function is refused.
pub fn bind_over_table(expr: &ast::Expr, columns: &[PgColumn], context: &BindContext) -> SqlResult<Typed> {
    Binder::new(context, &scope::NoRelations, "").over_table(expr, columns)
}
