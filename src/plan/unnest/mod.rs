//! Unnesting: from a plan whose expressions hold sub-selects that refer to the rows around them to one of joins alone.
//!
//! Comes in: a bound plan. Goes out: one of the same meaning, without a reference to an outer query; a sub-select without such references may stay, for the engine to run once. Must never: leave
//! a reference for the engine to resolve, or evaluate the outer rows twice where that may give others.
//!
//! | file | what |
//! |---|---|
//! | `attach` | a sub-select in an expression becomes columns beside the rows that it is asked for |
//! | `semi` | EXISTS and IN as conditions |
//! | `push` | the outer bindings are pushed down into a sub-select |
//! | `functions` | what only an unnested plan calls |

mod attach;
mod functions;
mod nothing;
mod push;
mod semi;

use super::binder::Binder;
use super::{expr, node};
use crate::error::{SqlError, SqlResult};
use attach::Attached;
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::logical_expr::utils::{conjunction, split_conjunction_owned};
use datafusion::logical_expr::{Aggregate, Expr, Join, JoinType, LogicalPlan, Projection, Sort, Subquery, Window};
pub use push::references;
use push::{Push, ids};
use std::sync::Arc;

/// Takes every correlated sub-select out of a plan.
///
/// # Errors
/// 0A000 for a correlation that can't be unnested.
pub fn all(binder: &Binder<'_>, plan: LogicalPlan) -> SqlResult<LogicalPlan> {
    if !holds_any(&plan)? {
        return Ok(plan);
    }
    let plan = plan_of(binder, plan)?;
    match references(&plan)?.is_empty() {
        true => Ok(plan),
        false => Err(SqlError::unsupported("this form of correlated sub-select is not supported")),
    }
}

fn holds_any(plan: &LogicalPlan) -> SqlResult<bool> {
    let mut found = false;
    plan.apply(|node| {
        found |= matches!(node, LogicalPlan::Subquery(_));
        node.apply_expressions(|expr| {
            found |= expr::holds_subquery(expr);
            Ok(TreeNodeRecursion::Continue)
        })?;
        Ok(if found { TreeNodeRecursion::Stop } else { TreeNodeRecursion::Continue })
    })?;
    Ok(found)
}

/// From the leaves up.
fn plan_of(binder: &Binder<'_>, plan: LogicalPlan) -> SqlResult<LogicalPlan> {
    binder.spend(1)?;
    let plan = plan.map_children(|child| plan_of(binder, child).map(transformed).map_err(SqlError::into_datafusion))?;
    if plan.transformed { node_of(binder, plan.data.recompute_schema()?) } else { node_of(binder, plan.data) }
}

fn transformed(plan: LogicalPlan) -> datafusion::common::tree_node::Transformed<LogicalPlan> {
    datafusion::common::tree_node::Transformed::yes(plan)
}

fn node_of(binder: &Binder<'_>, plan: LogicalPlan) -> SqlResult<LogicalPlan> {
    match plan {
        LogicalPlan::Join(join) if matches!(join.right.as_ref(), LogicalPlan::Subquery(_)) => lateral(binder, join),
        plan if !plan.expressions().iter().any(expr::holds_subquery) => Ok(plan),
        LogicalPlan::Filter(filter) => {
            let conditions = split_conjunction_owned(filter.predicate);
            semi::filter(binder, conditions, Arc::unwrap_or_clone(filter.input))
        }
        LogicalPlan::Projection(Projection { expr, input, .. }) => {
            let mut attached = Attached::to(binder, Arc::unwrap_or_clone(input));
            let expressions = attached.expressions(expr)?;
            node::project(expressions, attached.plan)
        }
        LogicalPlan::Aggregate(Aggregate { input, group_expr, aggr_expr, .. }) => {
            let mut attached = Attached::to(binder, Arc::unwrap_or_clone(input));
            let group = attached.expressions(group_expr)?;
            let calls = attached.expressions(aggr_expr)?;
            Ok(LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(attached.plan), group, calls)?))
        }
        LogicalPlan::Window(Window { input, window_expr, schema }) => {
            let names = schema.fields().iter().map(|field| node::column(field.name())).collect();
            let mut attached = Attached::to(binder, Arc::unwrap_or_clone(input)).with_columns();
            let calls = attached.expressions(window_expr)?;
            node::project(names, node::window(calls, attached.plan)?)
        }
        LogicalPlan::Sort(Sort { expr, input, fetch: None }) => {
            let names = node::all_columns(&input);
            let mut attached = Attached::to(binder, Arc::unwrap_or_clone(input));
            let mut keys = Vec::with_capacity(expr.len());
            for mut key in expr {
                key.expr = attached.expression(key.expr)?;
                keys.push(key);
            }
            node::project(names, node::sort(keys, attached.plan))
        }
        LogicalPlan::Join(join) => join_of(binder, join),
        _ => Err(SqlError::unsupported("a sub-select is not supported here")),
    }
}

/// A join whose condition holds sub-selects: each is computed on the side that it refers to.
fn join_of(binder: &Binder<'_>, join: Join) -> SqlResult<LogicalPlan> {
    let Join { left, right, on, filter, join_type, schema, .. } = join;
    let names = schema.fields().iter().map(|field| node::column(field.name())).collect();
    let mut conditions: Vec<Expr> = on.into_iter().map(|(left, right)| left.eq(right)).collect();
    conditions.extend(filter.into_iter().flat_map(split_conjunction_owned));
    let (left, right) = (Arc::unwrap_or_clone(left), Arc::unwrap_or_clone(right));
    if join_type == JoinType::Inner {
        return semi::filter(binder, conditions, node::join(left, right, JoinType::Inner, None)?);
    }
    let (of_left, of_right) = (ids(&left), ids(&right));
    let (mut left, mut right) = (Attached::to(binder, left), Attached::to(binder, right));
    let mut rewritten = Vec::with_capacity(conditions.len());
    for condition in conditions {
        let used = used_by_subqueries(&condition)?;
        rewritten.push(if used.iter().all(|id| !of_left.contains(id)) {
            right.expression(condition)?
        } else if used.iter().all(|id| !of_right.contains(id)) {
            left.expression(condition)?
        } else {
            return Err(SqlError::unsupported(
                "a sub-select that refers to both sides of an outer join in its condition is not supported",
            ));
        });
    }
    node::project(names, node::join(left.plan, right.plan, join_type, conjunction(rewritten))?)
}

/// The columns that the sub-selects of an expression refer to, and those that stand in it before IN.
fn used_by_subqueries(expr: &Expr) -> SqlResult<Vec<String>> {
    let mut used = Vec::new();
    expr.apply(|part| {
        let (subquery, tested) = match part {
            Expr::ScalarSubquery(subquery) => (subquery, None),
            Expr::Exists(exists) => (&exists.subquery, None),
            Expr::InSubquery(membership) => (&membership.subquery, Some(&membership.expr)),
            Expr::SetComparison(comparison) => (&comparison.subquery, Some(&comparison.expr)),
            _ => return Ok(TreeNodeRecursion::Continue),
        };
        used.extend(references(&subquery.subquery).map_err(SqlError::into_datafusion)?.into_keys());
        used.extend(tested.iter().flat_map(|tested| tested.column_refs()).map(|column| column.name.clone()));
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(used)
}

/// LATERAL: the sub-select's rows for each row of the left side.
fn lateral(binder: &Binder<'_>, join: Join) -> SqlResult<LogicalPlan> {
    let Join { left, right, filter, join_type, schema, .. } = join;
    let names = schema.fields().iter().map(|field| node::column(field.name())).collect();
    let LogicalPlan::Subquery(Subquery { subquery, .. }) = Arc::unwrap_or_clone(right) else {
        return Err(SqlError::internal("no sub-select"));
    };
    if !matches!(join_type, JoinType::Inner | JoinType::Left) {
        return Err(SqlError::unsupported("LATERAL on this side of the join is not supported"));
    }
    let left = Arc::unwrap_or_clone(left);
    let inner = Arc::unwrap_or_clone(subquery);
    let pushed = Push::new(binder, &left, &inner)?.run(inner)?;
    let conditions = pushed.condition().into_iter().chain(filter);
    let condition = match (conjunction(conditions), join_type) {
        (None, JoinType::Left) => Some(datafusion::logical_expr::lit(true)),
        (condition, _) => condition,
    };
    let joined = LogicalPlan::Join(match node::join(left, pushed.plan, join_type, condition)? {
        LogicalPlan::Join(join) => join,
        other => return node::project(names, other),
    });
    let joined = if joined.expressions().iter().any(expr::holds_subquery) { node_of(binder, joined)? } else { joined };
    node::project(names, joined)
}
