//! Gate 2, meaning: a walk over the finished plan that trusts nothing of the binder.
//!
//! Comes in: a plan and the permit. Goes out: the governed relations it scans, or a refusal. Must never: let a node pass that it does not know.

mod functions;
#[cfg(test)]
mod tests;

use super::Handed;
use super::governed::GovernedRelation;
use crate::error::{SqlError, SqlResult};
use datafusion::catalog::cte_worktable::CteWorkTable;
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::datasource::source_as_provider;
use datafusion::logical_expr::{Expr, LogicalPlan, TableScan, WindowFunctionDefinition};
use functions::{
    called_aggregate, called_scalar, called_window, is_known_aggregate, is_known_scalar, is_known_window, is_lookup,
};
use guard::admit::Permit;
use std::sync::Arc;

/// Walks the plan and every sub-select in it.
///
/// # Errors
/// XX000: something stands in the plan that no statement may have. It is a fault of ours, and its detail goes to the log. 0A000 for a catalog asked by the values of a table; 42501 for a function that is revoked from the role.
pub fn check(plan: &LogicalPlan, permit: &Permit, handed: &Handed) -> SqlResult<Vec<GovernedRelation>> {
    let mut walk = Walk { permit, handed, scans: Vec::new(), work_tables: Vec::new(), looks_up: false };
    walk.plan(plan)?;
    if walk.looks_up && !walk.scans.is_empty() {
        return Err(SqlError::unsupported("objects can't be looked up by the values of a table's rows")
            .rule("catalog-lookup")
            .detail("A name is turned into an object's number in a statement that reads a table.")
            .hint("Write the name as a constant."));
    }
    Ok(walk.scans)
}

struct Walk<'p> {
    permit: &'p Permit,
    handed: &'p Handed,
    scans: Vec<GovernedRelation>,
    work_tables: Vec<String>,
    /// A name that is no constant is looked up in the catalogs.
    looks_up: bool,
}

fn refused(what: &str) -> SqlError {
    SqlError::internal(format!("gate 2: {what}")).rule("gate-meaning")
}

/// Whether the expression's value is another for each row.
fn reads_a_row(expr: &Expr) -> bool {
    let row = |expr: &Expr| Ok(matches!(expr, Expr::Column(_) | Expr::OuterReferenceColumn(..)));
    // An expression that can't be walked is taken for one that reads.
    expr.exists(row).unwrap_or(true)
}

impl Walk<'_> {
    fn plan(&mut self, plan: &LogicalPlan) -> SqlResult<()> {
        match plan {
            LogicalPlan::TableScan(scan) => return self.scan(scan),
            LogicalPlan::RecursiveQuery(query) => {
                self.plan(&query.static_term)?;
                self.work_tables.push(query.name.clone());
                let result = self.plan(&query.recursive_term);
                self.work_tables.pop();
                return result;
            }
            LogicalPlan::Projection(_)
            | LogicalPlan::Filter(_)
            | LogicalPlan::Window(_)
            | LogicalPlan::Aggregate(_)
            | LogicalPlan::Sort(_)
            | LogicalPlan::Join(_)
            | LogicalPlan::Union(_)
            | LogicalPlan::EmptyRelation(_)
            | LogicalPlan::Subquery(_)
            | LogicalPlan::Limit(_)
            | LogicalPlan::Values(_)
            | LogicalPlan::Distinct(_)
            | LogicalPlan::Unnest(_) => {}
            LogicalPlan::SubqueryAlias(_)
            | LogicalPlan::Repartition(_)
            | LogicalPlan::Statement(_)
            | LogicalPlan::Explain(_)
            | LogicalPlan::Analyze(_)
            | LogicalPlan::Extension(_)
            | LogicalPlan::Dml(_)
            | LogicalPlan::Ddl(_)
            | LogicalPlan::Copy(_)
            | LogicalPlan::DescribeTable(_) => return Err(refused("a node that no statement has")),
        }
        for expr in plan.expressions() {
            self.expression(&expr)?;
        }
        for input in plan.inputs() {
            self.plan(input)?;
        }
        Ok(())
    }

    fn scan(&mut self, scan: &TableScan) -> SqlResult<()> {
        let TableScan {
            table_name,
            source,
            projection: _,
            projected_schema: _,
            filters,
            fetch: _,
            statistics_requests: _,
        } = scan;
        for filter in filters {
            self.expression(filter)?;
        }
        if let Some(governed) = GovernedRelation::of_source(source) {
            if !governed.is_under(self.permit) {
                return Err(refused("a relation outside the permit"));
            }
            self.scans.push(governed);
            return Ok(());
        }
        let provider = source_as_provider(source).map_err(|_| refused("a leaf that is not ours"))?;
        if provider.as_ref().downcast_ref::<CteWorkTable>().is_some() {
            if self.work_tables.iter().any(|name| name == table_name.table()) {
                return Ok(());
            }
            return Err(refused("a work table outside its query"));
        }
        let known = self
            .handed
            .0
            .iter()
            .any(|(name, handed)| Arc::ptr_eq(handed, source) && self.permit.system_relations().contains(name));
        if known { Ok(()) } else { Err(refused("a system relation outside the permit")) }
    }

    fn expression(&mut self, expr: &Expr) -> SqlResult<()> {
        let mut failure = None;
        let walked = expr.apply(|expr| match self.one(expr) {
            Ok(()) => Ok(TreeNodeRecursion::Continue),
            Err(error) => {
                failure = Some(error);
                Ok(TreeNodeRecursion::Stop)
            }
        });
        match failure {
            Some(error) => Err(error),
            None => walked.map(|_| ()).map_err(SqlError::from),
        }
    }

    /// A function of the catalogue that is not revoked from the role.
    fn may_call(&self, name: Option<&str>, is_known: bool) -> SqlResult<()> {
        if !is_known {
            return Err(refused("a function outside the catalogue"));
        }
        Ok(name.map_or(Ok(()), |name| self.permit.role().revoked.call(name))?)
    }

    fn one(&mut self, expr: &Expr) -> SqlResult<()> {
        match expr {
            Expr::Exists(exists) => self.plan(&exists.subquery.subquery),
            Expr::InSubquery(membership) => self.plan(&membership.subquery.subquery),
            Expr::ScalarSubquery(subquery) => self.plan(&subquery.subquery),
            Expr::SetComparison(comparison) => self.plan(&comparison.subquery.subquery),
            Expr::WindowFunction(call) => match &call.fun {
                WindowFunctionDefinition::AggregateUDF(function) => {
                    self.may_call(called_aggregate(function), is_known_aggregate(function))
                }
                WindowFunctionDefinition::WindowUDF(function) => {
                    self.may_call(called_window(function), is_known_window(function))
                }
            },
            Expr::ScalarFunction(call) => {
                self.looks_up |= is_lookup(&call.func) && call.args.iter().any(reads_a_row);
                self.may_call(called_scalar(&call.func), is_known_scalar(&call.func))
            }
            Expr::AggregateFunction(call) => {
                self.may_call(called_aggregate(&call.func), is_known_aggregate(&call.func))
            }
            Expr::Alias(_)
            | Expr::Column(_)
            | Expr::Literal(..)
            | Expr::BinaryExpr(_)
            | Expr::Like(_)
            | Expr::SimilarTo(_)
            | Expr::Not(_)
            | Expr::IsNotNull(_)
            | Expr::IsNull(_)
            | Expr::IsTrue(_)
            | Expr::IsFalse(_)
            | Expr::IsUnknown(_)
            | Expr::IsNotTrue(_)
            | Expr::IsNotFalse(_)
            | Expr::IsNotUnknown(_)
            | Expr::Negative(_)
            | Expr::Between(_)
            | Expr::Case(_)
            | Expr::Cast(_)
            | Expr::TryCast(_)
            | Expr::InList(_)
            | Expr::GroupingSet(_)
            | Expr::Placeholder(_)
            | Expr::OuterReferenceColumn(..) => Ok(()),
            #[expect(deprecated, reason = "named so that it is refused")]
            Expr::Wildcard { .. } => Err(refused("a wildcard")),
            Expr::ScalarVariable(..)
            | Expr::Unnest(_)
            | Expr::HigherOrderFunction(_)
            | Expr::Lambda(_)
            | Expr::LambdaVariable(_) => Err(refused("an expression that no statement has")),
        }
    }
}
