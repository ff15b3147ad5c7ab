//! Columns and sub-selects that have one value, whatever is read: `WITH p AS (SELECT date '2026-11-01' AS since) … WHERE day >= p.since`.
//!
//! Comes in: a plan to prove bounds from. Goes out: the plan with such values in their place, so that a predicate compares with a constant. Must never: touch a plan that is executed, or take a
//! value for one that a row may lack.

use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeIterator};
use datafusion::common::{Column, DFSchema, ExprSchema, NullEquality, Result, ScalarValue};
use datafusion::logical_expr::expr_rewriter::NamePreserver;
use datafusion::logical_expr::{Expr, Join, JoinType, LogicalPlan, Projection};
use datafusion::optimizer::{ApplyOrder, OptimizerConfig, OptimizerRule};
use std::collections::HashMap;

type Known = HashMap<Column, ScalarValue>;

/// Puts constants in the place of columns and scalar sub-selects that are constant.
#[derive(Debug)]
pub(super) struct Constants;

impl OptimizerRule for Constants {
    fn name(&self) -> &'static str {
        "constants"
    }

    fn apply_order(&self) -> Option<ApplyOrder> {
        Some(ApplyOrder::BottomUp)
    }

    fn rewrite(&self, plan: LogicalPlan, _config: &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>> {
        match plan {
            LogicalPlan::Filter(mut filter) => {
                let predicate = with_values(filter.predicate, &values(&filter.input))?;
                filter.predicate = predicate.data;
                Ok(Transformed::new_transformed(LogicalPlan::Filter(filter), predicate.transformed))
            }
            LogicalPlan::Projection(projection) => of_projection(projection),
            LogicalPlan::Join(join) => of_join(join),
            other => Ok(Transformed::no(other)),
        }
    }
}

/// The columns keep their names.
fn of_projection(projection: Projection) -> Result<Transformed<LogicalPlan>> {
    let known = values(&projection.input);
    let names = NamePreserver::new_for_projection();
    let Projection { expr, input, schema, .. } = projection;
    let expr = expr.into_iter().map_until_stop_and_collect(|expr| {
        let name = names.save(&expr);
        with_values(expr, &known)?.map_data(|expr| Ok(name.restore(expr)))
    })?;
    expr.map_data(|expr| Ok(LogicalPlan::Projection(Projection::try_new_with_schema(expr, input, schema)?)))
}

/// The condition of a join, of whatever kind, is asked of rows of both sides as they are.
fn of_join(mut join: Join) -> Result<Transformed<LogicalPlan>> {
    let known: Known = values(&join.left).into_iter().chain(values(&join.right)).collect();
    let mut changed = false;
    let mut terms = Vec::new();
    if let Some(condition) = join.filter.take() {
        let condition = with_values(condition, &known)?;
        changed |= condition.transformed;
        terms.push(condition.data);
    }
    // A pair of keys that are NULL is one where NULL equals NULL, and fulfils no equation.
    let equations = if join.null_equality == NullEquality::NullEqualsNothing { join.on.as_slice() } else { &[] };
    for (left, right) in equations {
        let key = with_values(left.clone().eq(right.clone()), &known)?;
        let is_new = key.transformed && !terms.iter().any(|term| holds(term, &key.data));
        changed |= is_new;
        terms.extend(is_new.then_some(key.data));
    }
    join.filter = terms.into_iter().reduce(Expr::and);
    Ok(Transformed::new_transformed(LogicalPlan::Join(join), changed))
}

/// Whether the term is one of those that are joined by AND.
fn holds(all: &Expr, term: &Expr) -> bool {
    datafusion::logical_expr::utils::split_conjunction(all).contains(&term)
}

fn with_values(expr: Expr, known: &Known) -> Result<Transformed<Expr>> {
    expr.transform_up(|expr| {
        let value = match &expr {
            Expr::Column(column) => known.get(column).cloned(),
            Expr::ScalarSubquery(held) => the_value(&held.subquery),
            _ => None,
        };
        Ok(value.map_or_else(|| Transformed::no(expr), |value| Transformed::yes(Expr::Literal(value, None))))
    })
}

/// What a plan of one row and one column gives.
fn the_value(plan: &LogicalPlan) -> Option<ScalarValue> {
    match (has_one_row(plan), plan.schema().columns().as_slice()) {
        (true, [column]) => values(plan).remove(column),
        _ => None,
    }
}

fn has_one_row(plan: &LogicalPlan) -> bool {
    match plan {
        LogicalPlan::EmptyRelation(nothing) => nothing.produce_one_row,
        LogicalPlan::Values(rows) => rows.values.len() == 1,
        LogicalPlan::Projection(projection) => has_one_row(&projection.input),
        LogicalPlan::SubqueryAlias(alias) => has_one_row(&alias.input),
        _ => false,
    }
}

/// The columns that have the same value in every row that the plan gives.
fn values(plan: &LogicalPlan) -> Known {
    match plan {
        LogicalPlan::Values(rows) => match rows.values.as_slice() {
            [row] => literals(row, plan.schema(), &Known::new()),
            _ => Known::new(),
        },
        LogicalPlan::Projection(projection) => literals(&projection.expr, plan.schema(), &values(&projection.input)),
        LogicalPlan::SubqueryAlias(alias) => {
            let known = values(&alias.input);
            let renamed = alias.input.schema().columns().into_iter().zip(plan.schema().columns());
            renamed.filter_map(|(inner, outer)| Some((outer, known.get(&inner)?.clone()))).collect()
        }
        LogicalPlan::Filter(filter) => values(&filter.input),
        LogicalPlan::Sort(sort) => values(&sort.input),
        LogicalPlan::Limit(limit) => values(&limit.input),
        LogicalPlan::Join(join) => match join.join_type {
            JoinType::Inner => values(&join.left).into_iter().chain(values(&join.right)).collect(),
            JoinType::Left | JoinType::LeftSemi | JoinType::LeftAnti => values(&join.left),
            JoinType::Right | JoinType::RightSemi | JoinType::RightAnti => values(&join.right),
            JoinType::Full | JoinType::LeftMark | JoinType::RightMark => Known::new(),
        },
        _ => Known::new(),
    }
}

fn literals(row: &[Expr], schema: &DFSchema, known: &Known) -> Known {
    let of_column = |(expr, column): (&Expr, Column)| {
        let value = literal(expr, known)?;
        let has_type = schema.data_type(&column).is_ok_and(|ty| *ty == value.data_type());
        has_type.then_some((column, value))
    };
    row.iter().zip(schema.columns()).filter_map(of_column).collect()
}

fn literal(expr: &Expr, known: &Known) -> Option<ScalarValue> {
    match expr {
        Expr::Alias(alias) => literal(&alias.expr, known),
        Expr::Literal(value, _) => Some(value.clone()),
        Expr::Column(column) => known.get(column).cloned(),
        _ => None,
    }
}
