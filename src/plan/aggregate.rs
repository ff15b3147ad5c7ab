//! Calls that act on more than one row, taken out of the expressions they stand in.
//!
//! Comes in: a call that the catalogue resolved. Goes out: a column that a node below computes. Must never: leave an aggregate, a window function or a set-returning call inside an expression.

use super::binder::Binder;
use super::node;
use super::scope::{Clause, Item, Level, ScopeColumn};
use super::typed::Typed;
use super::unnest::references;
use crate::error::{SqlError, SqlResult};
use crate::functions::SetReturning;
use crate::types::PgType;
use datafusion::arrow::datatypes::{Field, Schema};
use datafusion::common::DFSchema;
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::logical_expr::expr::{Exists, InSubquery, SetComparison};
use datafusion::logical_expr::{Expr, ExprSchemable, Subquery};
use guard::SqlState;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What of a SELECT must be computed in nodes of its own, by the column that stands for it.
#[derive(Default)]
pub struct Captured {
    pub aggregates: Vec<(String, Expr)>,
    pub windows: Vec<(String, Expr)>,
    pub series: Vec<(String, Expr)>,
    /// `GROUPING(…)`
    pub groupings: Vec<(String, Vec<Expr>)>,
    /// Where a column was first named outside an aggregate.
    pub seen: BTreeMap<String, usize>,
}

fn capture(
    binder: &Binder<'_>,
    list: &mut Vec<(String, Expr)>,
    value: Typed,
    is_call: fn(&Expr) -> bool,
) -> SqlResult<Typed> {
    let Typed { expr, ty, typmod } = value;
    let expr = expr.transform_down(|expr| {
        if !is_call(&expr) {
            return Ok(Transformed::no(expr));
        }
        let id = match list.iter().find(|(_, known)| *known == expr) {
            Some((id, _)) => id.clone(),
            None => {
                let id = binder.name();
                list.push((id.clone(), expr));
                id
            }
        };
        Ok(Transformed::new(node::column(&id), true, TreeNodeRecursion::Jump))
    })?;
    Ok(Typed { expr: expr.data, ty, typmod })
}

/// Whether an aggregate may stand here.
pub fn allow_aggregate(level: &Level<'_>) -> SqlResult<()> {
    if level.in_aggregate.get() {
        return Err(SqlError::new(SqlState::GROUPING_ERROR, "aggregate function calls cannot be nested"));
    }
    let clause = level.clause.get();
    let refused = |place: &str| {
        SqlError::new(SqlState::GROUPING_ERROR, format!("aggregate functions are not allowed in {place}"))
    };
    match clause {
        Clause::Select
        | Clause::Having
        | Clause::OrderBy
        | Clause::DistinctOn
        | Clause::WindowPartition
        | Clause::WindowOrder => Ok(()),
        Clause::From => Err(refused("functions in FROM")),
        Clause::JoinOn
        | Clause::Where
        | Clause::GroupBy
        | Clause::Limit
        | Clause::Offset
        | Clause::Values
        | Clause::WindowFrame
        | Clause::Filter
        | Clause::Table => Err(refused(clause.words())),
    }
}

/// Whether a window function may stand here.
pub fn allow_window(level: &Level<'_>) -> SqlResult<()> {
    if level.in_aggregate.get() {
        return Err(SqlError::new(
            SqlState::GROUPING_ERROR,
            "aggregate function calls cannot contain window function calls",
        ));
    }
    match level.clause.get() {
        Clause::Select | Clause::OrderBy | Clause::DistinctOn if level.in_window.get() => {
            Err(SqlError::new(SqlState::WINDOWING_ERROR, "window function calls cannot be nested"))
        }
        Clause::Select | Clause::OrderBy | Clause::DistinctOn => Ok(()),
        Clause::WindowPartition | Clause::WindowOrder | Clause::WindowFrame => {
            Err(SqlError::new(SqlState::WINDOWING_ERROR, "window functions are not allowed in window definitions"))
        }
        clause => Err(SqlError::new(
            SqlState::WINDOWING_ERROR,
            format!("window functions are not allowed in {}", clause.words()),
        )),
    }
}

pub fn capture_aggregate(binder: &Binder<'_>, level: &Level<'_>, value: Typed) -> SqlResult<Typed> {
    let mut captured = level.captured.borrow_mut();
    capture(binder, &mut captured.aggregates, value, |expr| matches!(expr, Expr::AggregateFunction(_)))
}

/// The columns of outer queries that an expression names, in its sub-selects, too.
pub fn outer_names(value: &Expr) -> SqlResult<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    value.apply(|part| {
        match part {
            Expr::OuterReferenceColumn(_, column) => {
                names.insert(column.name.clone());
            }
            Expr::ScalarSubquery(Subquery { subquery, .. })
            | Expr::Exists(Exists { subquery: Subquery { subquery, .. }, .. })
            | Expr::InSubquery(InSubquery { subquery: Subquery { subquery, .. }, .. })
            | Expr::SetComparison(SetComparison { subquery: Subquery { subquery, .. }, .. }) => {
                names.extend(references(subquery).map_err(SqlError::into_datafusion)?.into_keys());
            }
            _ => {}
        }
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(names)
}

/// The level that an aggregate with these arguments belongs to: the nearest whose columns it names.
pub fn level_of<'l, 'v>(level: &'l Level<'l>, values: impl Iterator<Item = &'v Expr>) -> SqlResult<&'l Level<'l>> {
    let mut outer: BTreeSet<String> = BTreeSet::new();
    for value in values {
        if value.any_column_refs() {
            return Ok(level);
        }
        outer.extend(outer_names(value)?);
    }
    // A sub-select in an argument may refer to this level's own columns.
    if columns(level).any(|column| outer.contains(&column.id)) {
        return Ok(level);
    }
    let mut current = level.parent;
    while let Some(at) = current {
        let nested = |(id, _): &(String, Expr)| outer.contains(id);
        if at.captured.borrow().aggregates.iter().any(nested) {
            return Err(SqlError::new(SqlState::GROUPING_ERROR, "aggregate function calls cannot be nested"));
        }
        if !outer.is_empty() && columns(at).any(|column| outer.contains(&column.id)) {
            return Ok(at);
        }
        current = at.parent;
    }
    Ok(level)
}

fn columns<'l>(level: &'l Level<'_>) -> impl Iterator<Item = &'l ScopeColumn> {
    level.items.iter().flat_map(Item::every_column)
}

/// An aggregate that stands in a sub-select and belongs to a query around it: computed there, and referred to here.
pub fn capture_outside(binder: &Binder<'_>, own: &Level<'_>, value: Typed) -> SqlResult<Typed> {
    let Typed { expr, ty, typmod } = value;
    let expr = expr.transform_up(|part| match &part {
        Expr::OuterReferenceColumn(_, column) if columns(own).any(|known| known.id == column.name) => {
            Ok(Transformed::yes(Expr::Column(column.clone())))
        }
        _ => Ok(Transformed::no(part)),
    })?;
    let Typed { expr, .. } = capture_aggregate(binder, own, Typed { expr: expr.data, ty: ty.clone(), typmod })?;
    let fields = columns(own).map(|column| Field::new(&column.id, column.ty.arrow(), true)).collect::<BTreeSet<_>>();
    let schema = DFSchema::try_from(Schema::new(fields.into_iter().collect::<Vec<_>>()))?;
    let captured = own.captured.borrow();
    let expr = expr.transform_up(|part| {
        let Expr::Column(column) = &part else { return Ok(Transformed::no(part)) };
        let Some((id, call)) = captured.aggregates.iter().find(|(id, _)| *id == column.name) else {
            return Ok(Transformed::no(part));
        };
        let field = Arc::new(Field::new(id, call.get_type(&schema)?, true));
        Ok(Transformed::yes(Expr::OuterReferenceColumn(field, column.clone())))
    })?;
    Ok(Typed { expr: expr.data, ty, typmod })
}

pub fn capture_window(binder: &Binder<'_>, level: &Level<'_>, value: Typed) -> SqlResult<Typed> {
    let mut captured = level.captured.borrow_mut();
    capture(binder, &mut captured.windows, value, |expr| matches!(expr, Expr::WindowFunction(_)))
}

/// A set-returning call in the select list.
pub fn capture_series(binder: &Binder<'_>, level: &Level<'_>, call: SetReturning) -> SqlResult<Typed> {
    match level.clause.get() {
        Clause::Select | Clause::OrderBy | Clause::DistinctOn => {}
        clause => {
            return Err(SqlError::unsupported(format!(
                "set-returning functions are not allowed in {}",
                clause.words()
            )));
        }
    }
    if level.in_aggregate.get() {
        return Err(SqlError::unsupported("aggregate function calls cannot contain set-returning function calls"));
    }
    if level.in_window.get() {
        return Err(SqlError::unsupported("window function calls cannot contain set-returning function calls"));
    }
    let element = element(&call.list.ty)?;
    let mut captured = level.captured.borrow_mut();
    let nested =
        captured.series.iter().any(|(id, _)| call.list.expr.column_refs().iter().any(|column| column.name == *id));
    if nested {
        return Err(SqlError::unsupported("nested set-returning calls are not supported"));
    }
    let id = binder.name();
    captured.series.push((id.clone(), call.list.expr));
    Ok(Typed::new(node::column(&id), element))
}

pub fn element(list: &PgType) -> SqlResult<PgType> {
    list.element().ok_or_else(|| SqlError::internal("a set-returning function gave no array"))
}
