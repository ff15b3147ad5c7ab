//! Plan nodes, built one way only: columns have generated names, no qualifier, and are never shared by two relations.
//!
//! Comes in: expressions and inputs. Goes out: a node. Must never: show a generated name to a client.

use crate::error::SqlResult;
use crate::plan::typed::Typed;
use crate::types::PgType;
use datafusion::arrow::datatypes::{Field, Schema};
use datafusion::common::{Column, DFSchema, NullEquality};
use datafusion::logical_expr::{
    EmptyRelation, Expr, FetchType, Filter, JoinType, LogicalPlan, LogicalPlanBuilder, Projection, Sort, SortExpr,
    Union, Values, Window,
};
use std::sync::Arc;

/// A column of the plan by its generated name.
pub fn column(id: &str) -> Expr {
    Expr::Column(Column::new_unqualified(id))
}

pub fn project(expressions: Vec<Expr>, input: LogicalPlan) -> SqlResult<LogicalPlan> {
    Ok(LogicalPlan::Projection(Projection::try_new(expressions, Arc::new(input))?))
}

pub fn filter(predicate: Expr, input: LogicalPlan) -> SqlResult<LogicalPlan> {
    Ok(LogicalPlan::Filter(Filter::try_new(predicate, Arc::new(input))?))
}

pub fn sort(keys: Vec<SortExpr>, input: LogicalPlan) -> LogicalPlan {
    LogicalPlan::Sort(Sort { expr: keys, input: Arc::new(input), fetch: None })
}

pub fn window(calls: Vec<Expr>, input: LogicalPlan) -> SqlResult<LogicalPlan> {
    Ok(LogicalPlan::Window(Window::try_new(calls, Arc::new(input))?))
}

/// One row without columns: what a SELECT without FROM reads.
pub fn one_row() -> LogicalPlan {
    LogicalPlan::EmptyRelation(EmptyRelation { produce_one_row: true, schema: Arc::new(DFSchema::empty()) })
}

/// Whether a plan is known to give one row at most. The engine's own count takes a SELECT without FROM for no row, and so a UNION of them for none.
pub fn gives_at_most_one_row(plan: &LogicalPlan) -> bool {
    match plan {
        LogicalPlan::EmptyRelation(_) => true,
        LogicalPlan::Values(values) => values.values.len() <= 1,
        LogicalPlan::Aggregate(aggregate) => aggregate.group_expr.is_empty(),
        LogicalPlan::Projection(projection) => gives_at_most_one_row(&projection.input),
        LogicalPlan::Filter(filter) => gives_at_most_one_row(&filter.input),
        LogicalPlan::Sort(sort) => gives_at_most_one_row(&sort.input),
        LogicalPlan::Window(window) => gives_at_most_one_row(&window.input),
        LogicalPlan::Limit(limit) => {
            matches!(limit.get_fetch_type(), Ok(FetchType::Literal(Some(0 | 1)))) || gives_at_most_one_row(&limit.input)
        }
        _ => false,
    }
}

/// All columns of a plan, unchanged.
pub fn all_columns(plan: &LogicalPlan) -> Vec<Expr> {
    plan.schema().columns().into_iter().map(Expr::Column).collect()
}

/// The plan with more columns beside those it has.
pub fn extend(plan: LogicalPlan, more: Vec<Expr>) -> SqlResult<LogicalPlan> {
    if more.is_empty() {
        return Ok(plan);
    }
    let mut expressions = all_columns(&plan);
    expressions.extend(more);
    project(expressions, plan)
}

pub fn union_all(inputs: Vec<LogicalPlan>) -> SqlResult<LogicalPlan> {
    Ok(LogicalPlan::Union(Union::try_new(inputs.into_iter().map(Arc::new).collect())?))
}

/// A join on a condition over both sides; a cross join is an inner one without condition.
pub fn join(left: LogicalPlan, right: LogicalPlan, kind: JoinType, on: Option<Expr>) -> SqlResult<LogicalPlan> {
    Ok(LogicalPlanBuilder::new(left).join_on(right, kind, on)?.build()?)
}

/// A semi or anti join on pairs of columns, by which NULL equals NULL.
pub fn match_rows(
    left: LogicalPlan,
    right: LogicalPlan,
    kind: JoinType,
    pairs: &[(String, String)],
) -> SqlResult<LogicalPlan> {
    let keys = pairs
        .iter()
        .map(|(left, right)| (Column::new_unqualified(left), Column::new_unqualified(right)))
        .unzip::<_, _, Vec<_>, Vec<_>>();
    Ok(LogicalPlanBuilder::new(left).join_detailed(right, kind, keys, None, NullEquality::NullEqualsNull)?.build()?)
}

pub fn values(columns: &[(String, PgType)], rows: Vec<Vec<Typed>>) -> SqlResult<LogicalPlan> {
    let fields = columns.iter().map(|(id, ty)| Field::new(id, ty.arrow(), true)).collect::<Vec<_>>();
    let schema = Arc::new(DFSchema::try_from(Schema::new(fields))?);
    let values = rows.into_iter().map(|row| row.into_iter().map(|value| value.expr).collect()).collect();
    Ok(LogicalPlan::Values(Values { schema, values }))
}

/// Combines conditions in a balanced tree, so that five thousand of them are thirteen deep.
pub fn balanced(mut terms: Vec<Expr>, combine: fn(Expr, Expr) -> Expr) -> Option<Expr> {
    while terms.len() > 1 {
        let mut next = Vec::with_capacity(terms.len().div_ceil(2));
        let mut pairs = terms.into_iter();
        while let Some(left) = pairs.next() {
            next.push(match pairs.next() {
                Some(right) => combine(left, right),
                None => left,
            });
        }
        terms = next;
    }
    terms.pop()
}
