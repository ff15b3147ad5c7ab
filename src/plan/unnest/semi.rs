//! Sub-selects in conditions: EXISTS and IN become semi and anti joins.
//!
//! Comes in: conditions over rows. Goes out: the rows for which all of them are true. Must never: take a condition that is NULL for one that is false where it is negated.

use super::attach::{Attached, by_name, held, of_existence, only_column, substituted};
use super::plan_of;
use super::push::{Push, as_outer, ids, references};
use crate::error::SqlResult;
use crate::plan::binder::Binder;
use crate::plan::{expr, node};
use datafusion::common::{JoinType, ScalarValue};
use datafusion::logical_expr::expr::{Case, Exists, InSubquery, SetComparison};
use datafusion::logical_expr::utils::{conjunction, split_conjunction_owned};
use datafusion::logical_expr::{Aggregate, EmptyRelation, Expr, Filter, LogicalPlan, Projection, Subquery, lit};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Keeps the rows for which every condition is true.
pub fn filter(binder: &Binder<'_>, conditions: Vec<Expr>, input: LogicalPlan) -> SqlResult<LogicalPlan> {
    let names = node::all_columns(&input);
    let (mut plain, nested): (Vec<Expr>, Vec<Expr>) =
        conditions.into_iter().partition(|condition| !expr::holds_subquery(condition));
    let mut joins = Vec::new();
    let mut missing = Vec::new();
    let mut others = Vec::new();
    for condition in nested {
        match positive(condition) {
            Expr::Exists(Exists { subquery, negated }) => {
                let inner = plan_of(binder, Arc::unwrap_or_clone(subquery.subquery))?;
                if references(&inner)?.is_empty() {
                    others.push(Expr::Exists(Exists { subquery: held(inner), negated }));
                } else {
                    joins.push((inner, negated, None));
                }
            }
            Expr::InSubquery(InSubquery { expr, subquery, negated }) if !expr::holds_subquery(&expr) => {
                let inner = plan_of(binder, Arc::unwrap_or_clone(subquery.subquery))?;
                let is_free = references(&inner)?.is_empty() && !expr.contains_outer();
                let membership = InSubquery { expr: expr.clone(), subquery: held(inner.clone()), negated };
                if is_free && negated && !matches!(*expr, Expr::Column(_)) {
                    missing.push((*expr, membership.subquery));
                } else if is_free {
                    // The engine has joins for these, NOT IN's too.
                    plain.push(Expr::InSubquery(membership));
                } else if negated {
                    others.push(Expr::InSubquery(membership));
                } else {
                    joins.push((inner, false, Some(*expr)));
                }
            }
            Expr::SetComparison(SetComparison { expr, subquery, op, quantifier }) if !expr::holds_subquery(&expr) => {
                let inner = plan_of(binder, Arc::unwrap_or_clone(subquery.subquery))?;
                let is_free = references(&inner)?.is_empty() && !expr.contains_outer();
                let comparison = SetComparison { expr, subquery: held(inner), op, quantifier };
                if is_free { &mut plain } else { &mut others }.push(Expr::SetComparison(comparison));
            }
            other => others.push(other),
        }
    }
    let mut plan = match conjunction(plain) {
        Some(condition) => node::filter(condition, input)?,
        None => input,
    };
    if !missing.is_empty() {
        plan = not_in(binder, plan, missing)?;
    }
    for (inner, negated, tested) in joins {
        plan = semi(binder, plan, inner, negated, tested)?;
    }
    if others.is_empty() {
        return Ok(plan);
    }
    let mut attached = Attached::to(binder, plan);
    let conditions = attached.expressions(others)?;
    let Some(condition) = conjunction(conditions) else { return Ok(attached.plan) };
    node::project(names, node::filter(condition, attached.plan)?)
}

/// The rows whose values are in none of the sub-selects. Each value is a column first: one that the engine finds to be NULL before it makes a join of NOT IN, it takes for a match of nothing.
fn not_in(binder: &Binder<'_>, rows: LogicalPlan, missing: Vec<(Expr, Subquery)>) -> SqlResult<LogicalPlan> {
    let names = node::all_columns(&rows);
    let (mut values, mut conditions) = (names.clone(), Vec::new());
    for (value, subquery) in missing {
        let id = binder.name();
        values.push(value.alias(&id));
        let expr = Box::new(node::column(&id));
        conditions.push(Expr::InSubquery(InSubquery { expr, subquery, negated: true }));
    }
    let rows = node::project(values, rows)?;
    let rows = conditions.into_iter().try_fold(rows, |rows, condition| node::filter(condition, rows))?;
    node::project(names, rows)
}

/// `NOT (… IN …)` and `NOT EXISTS` as one node.
fn positive(condition: Expr) -> Expr {
    match condition {
        Expr::Not(inner) => match *inner {
            Expr::Exists(Exists { subquery, negated }) => Expr::Exists(Exists { subquery, negated: !negated }),
            Expr::InSubquery(InSubquery { expr, subquery, negated }) => {
                Expr::InSubquery(InSubquery { expr, subquery, negated: !negated })
            }
            other => Expr::Not(Box::new(other)),
        },
        Expr::Case(case) => match if_true(&case) {
            Some(condition) => condition,
            None => Expr::Case(case),
        },
        other => other,
    }
}

/// `CASE WHEN a THEN true WHEN b THEN NULL ELSE false END` is true where `a` is: what IN with a row is written as.
fn if_true(case: &Case) -> Option<Expr> {
    let literal = |expr: &Expr| match expr {
        Expr::Literal(ScalarValue::Boolean(value), _) => Some(*value),
        _ => None,
    };
    let Case { expr: None, when_then_expr, else_expr: Some(otherwise) } = case else { return None };
    let [(first, yes), (_, unknown)] = when_then_expr.as_slice() else { return None };
    let fits =
        literal(yes) == Some(Some(true)) && literal(unknown) == Some(None) && literal(otherwise) == Some(Some(false));
    fits.then(|| first.as_ref().clone())
}

/// The rows that have a match in the sub-select, or that have none.
fn semi(
    binder: &Binder<'_>,
    rows: LogicalPlan,
    inner: LogicalPlan,
    negated: bool,
    tested: Option<Expr>,
) -> SqlResult<LogicalPlan> {
    let kind = if negated { JoinType::LeftAnti } else { JoinType::LeftSemi };
    let bound = ids(&rows);
    let (inner, value) = match &tested {
        Some(_) => {
            let value = only_column(&inner)?;
            (inner, Some(value))
        }
        None => (of_existence(inner), None),
    };
    match &inner {
        LogicalPlan::Aggregate(Aggregate { group_expr, .. }) if group_expr.is_empty() && tested.is_none() => {
            return if negated { node::filter(lit(false), rows) } else { Ok(rows) };
        }
        LogicalPlan::Filter(Filter { predicate, input, .. })
            if matches!(input.as_ref(), LogicalPlan::EmptyRelation(EmptyRelation { produce_one_row: true, .. }))
                && tested.is_none() =>
        {
            let condition = as_outer(predicate.clone(), &bound)?;
            return node::filter(if negated { condition.is_not_true() } else { condition }, rows);
        }
        _ => {}
    }
    let equal = |value: Option<Expr>| tested.iter().cloned().zip(value).map(|(tested, value)| tested.eq(value));
    let mut push = Push::new(binder, &rows, &inner)?;
    if let Some(pushed) = push.by_keys(&inner)? {
        let condition = conjunction(pushed.condition().into_iter().chain(equal(value)));
        return node::join(rows, pushed.plan, kind, Some(condition.unwrap_or_else(|| lit(true))));
    }
    if let Some((plan, conditions, value)) = pulled(&inner, value.as_ref(), push.bound())? {
        let condition = conjunction(conditions.into_iter().chain(equal(value)));
        return node::join(rows, plan, kind, condition);
    }
    let pushed = push.run(inner)?;
    let condition = conjunction(pushed.condition().into_iter().chain(equal(value)));
    let plan = pushed.plan;
    node::join(rows, plan, kind, condition)
}

type Pulled = (LogicalPlan, Vec<Expr>, Option<Expr>);

/// Where all references stand in the conditions at the top, these become the join's.
fn pulled(inner: &LogicalPlan, value: Option<&Expr>, bound: &BTreeSet<String>) -> SqlResult<Option<Pulled>> {
    let mut plan = inner.clone();
    let mut value = value.cloned();
    let mut conditions: Vec<Expr> = Vec::new();
    loop {
        plan = match plan {
            LogicalPlan::Projection(Projection { expr, input, .. }) => {
                if expr.iter().any(|expr| expr.is_volatile() || expr::holds_subquery(expr)) {
                    return Ok(None);
                }
                let values = by_name(&expr);
                value = value.map(|value| substituted(value, &values)).transpose()?;
                conditions = conditions
                    .into_iter()
                    .map(|condition| substituted(condition, &values))
                    .collect::<SqlResult<_>>()?;
                Arc::unwrap_or_clone(input)
            }
            LogicalPlan::Filter(Filter { predicate, input, .. }) => {
                let (own, outer): (Vec<Expr>, Vec<Expr>) =
                    split_conjunction_owned(predicate).into_iter().partition(|condition| !condition.contains_outer());
                conditions.extend(outer);
                let input = Arc::unwrap_or_clone(input);
                if references(&input)?.is_empty() {
                    let plan = match conjunction(own) {
                        Some(condition) => node::filter(condition, input)?,
                        None => input,
                    };
                    if conditions.iter().any(|condition| condition.is_volatile() || expr::holds_subquery(condition)) {
                        return Ok(None);
                    }
                    let conditions = conditions
                        .into_iter()
                        .map(|condition| as_outer(condition, bound))
                        .collect::<SqlResult<Vec<_>>>()?;
                    let value = value.map(|value| as_outer(value, bound)).transpose()?;
                    return Ok(Some((plan, conditions, value)));
                }
                conditions.extend(own);
                input
            }
            _ => return Ok(None),
        }
    }
}
