//! GROUP BY, and which expressions may stand above it.
//!
//! Comes in: grouping expressions and the calls captured. Goes out: an aggregate node, and the expressions above it rewritten to its columns. Must never: let an ungrouped column through.

use super::aggregate::{Captured, outer_names};
use super::binder::Binder;
use super::query::Output;
use super::scope::{Clause, Level};
use super::typed::Typed;
use super::{expr, node, order};
use crate::error::{SqlError, SqlResult};
use crate::functions;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::ScalarValue;
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::logical_expr::{Aggregate, Cast, Expr, GroupingSet, LogicalPlan, Operator, binary_expr, lit};
use datafusion::sql::sqlparser::ast;
use guard::SqlState;
use std::collections::BTreeSet;
use std::sync::Arc;

/// As in PostgreSQL.
const MAX_SETS: usize = 4096;

/// The GROUP BY clause: its distinct expressions, and the sets of them.
#[derive(Default)]
pub struct GroupBy {
    pub values: Vec<Typed>,
    pub sets: Vec<Vec<usize>>,
    /// Written with GROUPING SETS, ROLLUP or CUBE.
    several: bool,
    /// The output that each value was first named by, if it was.
    origins: Vec<Option<usize>>,
    /// Two outputs are one value.
    doubled: bool,
}

pub fn bind(
    binder: &Binder<'_>,
    level: &Level<'_>,
    clause: &ast::GroupByExpr,
    outputs: &[Output],
) -> SqlResult<Option<GroupBy>> {
    let ast::GroupByExpr::Expressions(items, modifiers) = clause else {
        return Err(SqlError::unsupported("GROUP BY ALL is not supported"));
    };
    if !modifiers.is_empty() {
        return Err(SqlError::unsupported("GROUP BY modifier is not supported"));
    }
    if items.is_empty() {
        return Ok(None);
    }
    let mut group = GroupBy { sets: vec![Vec::new()], ..GroupBy::default() };
    for item in items {
        let choices = choices(binder, level, item, outputs, &mut group)?;
        let mut product = Vec::with_capacity(group.sets.len() * choices.len());
        for set in &group.sets {
            for choice in &choices {
                let mut joined = set.clone();
                joined.extend(choice.iter().filter(|index| !set.contains(index)));
                product.push(joined);
            }
            if product.len() > MAX_SETS {
                return Err(too_many());
            }
        }
        group.sets = product;
    }
    if group.several && group.doubled {
        // In PostgreSQL each is NULL in the sets that leave it out, though it is the other's value.
        return Err(SqlError::unsupported("grouping sets over two output columns that are equal are not supported"));
    }
    Ok(Some(group))
}

fn too_many() -> SqlError {
    SqlError::new(SqlState::STATEMENT_TOO_COMPLEX, format!("too many grouping sets present (maximum {MAX_SETS})"))
}

/// The sets that one element of the clause stands for.
fn choices(
    binder: &Binder<'_>,
    level: &Level<'_>,
    item: &ast::Expr,
    outputs: &[Output],
    group: &mut GroupBy,
) -> SqlResult<Vec<Vec<usize>>> {
    let list = |written: &[ast::Expr], group: &mut GroupBy| {
        let mut set = Vec::with_capacity(written.len());
        for value in written {
            let index = one(binder, level, value, outputs, group)?;
            if !set.contains(&index) {
                set.push(index);
            }
        }
        Ok::<_, SqlError>(set)
    };
    match item {
        ast::Expr::GroupingSets(sets) => {
            group.several = true;
            sets.iter().map(|set| list(set, group)).collect()
        }
        ast::Expr::Rollup(parts) => {
            group.several = true;
            let parts = parts.iter().map(|part| list(part, group)).collect::<SqlResult<Vec<_>>>()?;
            Ok((0..=parts.len()).rev().map(|length| parts.iter().take(length).flatten().copied().collect()).collect())
        }
        ast::Expr::Cube(parts) => {
            group.several = true;
            if parts.len() > 12 {
                return Err(too_many());
            }
            let parts = parts.iter().map(|part| list(part, group)).collect::<SqlResult<Vec<_>>>()?;
            let all = 1_usize << parts.len();
            Ok((0..all)
                .rev()
                .map(|mask| {
                    let chosen = parts.iter().enumerate().filter(|(bit, _)| mask >> (parts.len() - 1 - bit) & 1 == 1);
                    chosen.flat_map(|(_, part)| part.iter().copied()).collect()
                })
                .collect())
        }
        ast::Expr::Tuple(values) => Ok(vec![list(values, group)?]),
        other => Ok(vec![vec![one(binder, level, other, outputs, group)?]]),
    }
}

/// A name is a column of FROM before it is an output; a number is an output.
fn one(
    binder: &Binder<'_>,
    level: &Level<'_>,
    item: &ast::Expr,
    outputs: &[Output],
    group: &mut GroupBy,
) -> SqlResult<usize> {
    let mut bare = item;
    while let ast::Expr::Nested(inner) = bare {
        bare = inner;
    }
    let output = match bare {
        ast::Expr::Value(_) | ast::Expr::UnaryOp { .. } => order::named_output(binder, bare, outputs, "GROUP BY")?,
        ast::Expr::Identifier(_) => match level.within(Clause::GroupBy, || expr::bind(binder, level, bare)) {
            Ok(value) => return add(binder, value, None, group),
            Err(error) if error.sqlstate() == SqlState::UNDEFINED_COLUMN => {
                match order::named_output(binder, bare, outputs, "GROUP BY")? {
                    Some(index) => Some(index),
                    None => return Err(error),
                }
            }
            Err(error) => return Err(error),
        },
        _ => None,
    };
    let value = match output.and_then(|index| outputs.get(index)) {
        Some(output) => {
            refuse_calls(level, &output.value)?;
            output.value.clone()
        }
        None => level.within(Clause::GroupBy, || expr::bind(binder, level, item))?,
    };
    add(binder, value, output, group)
}

/// An output that GROUP BY names may hold no aggregate and no window function.
fn refuse_calls(level: &Level<'_>, value: &Typed) -> SqlResult<()> {
    let captured = level.captured.borrow();
    // An aggregate of this level may stand in a sub-select.
    let mut named = outer_names(&value.expr)?;
    named.extend(value.expr.column_refs().into_iter().map(|column| column.name.clone()));
    let names = |list: &[(String, Expr)]| list.iter().any(|(id, _)| named.contains(id));
    if names(&captured.aggregates) {
        return Err(SqlError::new(SqlState::GROUPING_ERROR, "aggregate functions are not allowed in GROUP BY"));
    }
    if names(&captured.windows) {
        return Err(SqlError::new(SqlState::WINDOWING_ERROR, "window functions are not allowed in GROUP BY"));
    }
    if names(&captured.series) {
        return Err(SqlError::unsupported("set-returning functions in GROUP BY are not supported"));
    }
    Ok(())
}

fn add(binder: &Binder<'_>, value: Typed, origin: Option<usize>, group: &mut GroupBy) -> SqlResult<usize> {
    let value = functions::settle(value, binder.context)?;
    order::require_equality(binder, &value)?;
    if let Some(known) = group.values.iter().position(|known| known.expr == value.expr) {
        let first = group.origins.get(known).copied().flatten();
        group.doubled |= first.is_some() && origin.is_some() && first != origin;
        return Ok(known);
    }
    group.values.push(value);
    group.origins.push(origin);
    Ok(group.values.len() - 1)
}

/// A grouping expression, and what stands for it above the aggregate.
struct Grouped {
    written: Expr,
    above: Expr,
}

/// Builds the aggregate; rewrites what stands above it.
pub fn apply(
    binder: &Binder<'_>,
    level: &Level<'_>,
    plan: LogicalPlan,
    group: Option<GroupBy>,
    captured: &mut Captured,
    above: Vec<&mut Expr>,
) -> SqlResult<LogicalPlan> {
    let GroupBy { values, sets, several, origins: _, doubled: _ } =
        group.unwrap_or(GroupBy { sets: vec![Vec::new()], ..GroupBy::default() });
    let mut below = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    let mut aggregates: Vec<Expr> = captured.aggregates.iter().map(|(id, call)| call.clone().alias(id)).collect();
    let mut results: Vec<(String, Option<String>)> = Vec::new();
    for value in &values {
        let id = binder.name();
        let key = functions::comparison_key(value)?;
        below.push(key.expr.clone().alias(&id));
        if key.expr == value.expr {
            results.push((id.clone(), None));
        } else {
            let (raw, first) = (binder.name(), binder.name());
            below.push(value.expr.clone().alias(&raw));
            aggregates.push(order::first_value(node::column(&raw)).alias(&first));
            results.push((first, Some(id.clone())));
        }
        keys.push(id);
    }
    let input = node::extend(plan, below)?;
    let order = set_order(&sets);
    let groups = if several {
        let sets = sets
            .iter()
            .map(|set| set.iter().filter_map(|index| keys.get(*index)).map(|key| node::column(key)).collect())
            .collect();
        vec![Expr::GroupingSet(GroupingSet::GroupingSets(sets))]
    } else {
        keys.iter().map(|key| node::column(key)).collect()
    };
    let dummy = groups.is_empty() && aggregates.is_empty();
    if dummy {
        aggregates.push(datafusion::functions_aggregate::count::count(lit(1_i64)).alias(binder.name()));
    }
    // GROUPING SETS (()) alone has no column to make a grouping id of: it is a plain aggregate, once for each set.
    if several && order.is_empty() {
        if sets.len() > 1 {
            return Err(SqlError::unsupported("several empty grouping sets are not supported"));
        }
        if aggregates.is_empty() {
            aggregates.push(datafusion::functions_aggregate::count::count(lit(1_i64)).alias(binder.name()));
        }
        let plan = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(input), vec![], aggregates)?);
        return rewrite_above(level, plan, &[], &order, false, captured, above);
    }
    let mut plan = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(input), groups, aggregates)?);
    let mut grouped = Vec::with_capacity(values.len());
    let mut more = Vec::new();
    for (index, (value, (result, key))) in values.into_iter().zip(results).enumerate() {
        let mut result = result;
        if several && key.is_some() {
            let masked = binder.name();
            let ungrouped = is_ungrouped(&order, index)?;
            let nothing = Expr::Literal(ScalarValue::try_from(&value.ty.arrow())?, None);
            let case = datafusion::logical_expr::when(ungrouped, nothing).otherwise(node::column(&result))?;
            more.push(case.alias(&masked));
            result = masked;
        }
        grouped.push(Grouped { written: value.expr, above: node::column(&result) });
    }
    plan = node::extend(plan, more)?;
    rewrite_above(level, plan, &grouped, &order, several, captured, above)
}

/// In which order the grouping id has its bits: the first appearance of each expression in the sets.
fn set_order(sets: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::new();
    for index in sets.iter().flatten() {
        if !order.contains(index) {
            order.push(*index);
        }
    }
    order
}

/// The grouping id as a number; a bit is set where the expression is not grouped, the last expression's bit is the lowest.
fn grouping_bit(order: &[usize], index: usize) -> SqlResult<Expr> {
    let place = order.iter().rev().position(|known| *known == index);
    let Some(place) = place else { return Ok(lit(1_i64)) };
    let id = Expr::Cast(Cast::new(Box::new(node::column(Aggregate::INTERNAL_GROUPING_ID)), DataType::Int64));
    let place = i64::try_from(place).map_err(SqlError::internal)?;
    let shifted = binary_expr(id, Operator::BitwiseShiftRight, lit(place));
    Ok(binary_expr(shifted, Operator::BitwiseAnd, lit(1_i64)))
}

fn is_ungrouped(order: &[usize], index: usize) -> SqlResult<Expr> {
    Ok(grouping_bit(order, index)?.eq(lit(1_i64)))
}

fn rewrite_above(
    level: &Level<'_>,
    plan: LogicalPlan,
    grouped: &[Grouped],
    order: &[usize],
    several: bool,
    captured: &mut Captured,
    above: Vec<&mut Expr>,
) -> SqlResult<LogicalPlan> {
    let mut more = Vec::new();
    for (id, arguments) in &captured.groupings {
        let mut number = lit(0_i64);
        for argument in arguments {
            let index = grouped.iter().position(|grouped| grouped.written == *argument).ok_or_else(|| {
                SqlError::new(
                    SqlState::GROUPING_ERROR,
                    "arguments to GROUPING must be grouping expressions of the associated query level",
                )
            })?;
            let bit = if several { grouping_bit(order, index)? } else { lit(0_i64) };
            number = binary_expr(binary_expr(number, Operator::BitwiseShiftLeft, lit(1_i64)), Operator::BitwiseOr, bit);
        }
        more.push(Expr::Cast(Cast::new(Box::new(number), DataType::Int32)).alias(id));
    }
    let plan = node::extend(plan, more)?;
    let known: BTreeSet<String> = plan
        .schema()
        .fields()
        .iter()
        .map(|field| field.name().clone())
        .chain(captured.windows.iter().map(|(id, _)| id.clone()))
        .chain(captured.series.iter().map(|(id, _)| id.clone()))
        .collect();
    let rewriting = Rewriting { level, grouped, known: &known, captured };
    let mut windows = captured.windows.clone();
    let mut series = captured.series.clone();
    for expr in
        above.into_iter().chain(windows.iter_mut().map(|(_, expr)| expr)).chain(series.iter_mut().map(|(_, expr)| expr))
    {
        let taken = std::mem::replace(expr, lit(true));
        *expr = rewriting.expression(taken)?;
    }
    captured.windows = windows;
    captured.series = series;
    Ok(plan)
}

struct Rewriting<'r> {
    level: &'r Level<'r>,
    grouped: &'r [Grouped],
    known: &'r BTreeSet<String>,
    captured: &'r Captured,
}

impl Rewriting<'_> {
    fn expression(&self, expr: Expr) -> SqlResult<Expr> {
        // A constant is what is grouped by only where it stands alone; within another expression it is itself.
        let alone = matches!(expr, Expr::Literal(..));
        let rewritten = expr.transform_down(|expr| {
            let may_be = alone || !matches!(expr, Expr::Literal(..));
            if let Some(found) = self.grouped.iter().find(|grouped| may_be && grouped.written == expr) {
                return Ok(Transformed::new(found.above.clone(), true, TreeNodeRecursion::Jump));
            }
            match expr {
                Expr::Column(column) if !self.known.contains(&column.name) => Err(self
                    .ungrouped(&column.name, |name| {
                        format!(
                            "column \"{name}\" must appear in the GROUP BY clause or be used in an aggregate function"
                        )
                    })
                    .into_datafusion()),
                other => expr::map_subqueries(other, |plan| self.subquery(plan).map_err(SqlError::into_datafusion))
                    .map(Transformed::yes),
            }
        })?;
        Ok(rewritten.data)
    }

    /// A sub-select's references to this level.
    fn subquery(&self, plan: LogicalPlan) -> SqlResult<LogicalPlan> {
        let plan = plan.transform_down_with_subqueries(|plan| {
            plan.map_expressions(|expr| {
                expr.transform_down(|expr| {
                    let Expr::OuterReferenceColumn(field, column) = &expr else { return Ok(Transformed::no(expr)) };
                    if self.level.display_name(&column.name).is_none() {
                        return Ok(Transformed::no(expr));
                    }
                    let own = node::column(&column.name);
                    match self.grouped.iter().find(|grouped| grouped.written == own) {
                        Some(Grouped { above: Expr::Column(above), .. }) => {
                            let field = field.as_ref().clone().with_name(&above.name);
                            Ok(Transformed::yes(Expr::OuterReferenceColumn(Arc::new(field), above.clone())))
                        }
                        _ => Err(self
                            .ungrouped(&column.name, |name| {
                                format!("subquery uses ungrouped column \"{name}\" from outer query")
                            })
                            .into_datafusion()),
                    }
                })
            })
        })?;
        Ok(plan.data)
    }

    fn ungrouped(&self, id: &str, words: impl Fn(&str) -> String) -> SqlError {
        let merged = self.level.display_name(id).filter(|name| !name.contains('.')).map(|name| format!(".{name}"));
        let by_part = |merged: &String| {
            let written = self.grouped.iter().flat_map(|grouped| grouped.written.column_refs());
            written
                .filter_map(|column| self.level.display_name(&column.name))
                .any(|name| name.ends_with(merged.as_str()))
        };
        if merged.as_ref().is_some_and(by_part) {
            return SqlError::unsupported(
                "a column of JOIN … USING that is grouped by a side's column is not supported",
            );
        }
        match self.level.display_name(id) {
            Some(name) => SqlError::new(SqlState::GROUPING_ERROR, words(&name)).at(self.captured.seen.get(id).copied()),
            None => SqlError::internal(format!("column {id} is not known above the aggregate")),
        }
    }
}
