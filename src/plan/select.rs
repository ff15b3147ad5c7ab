//! One SELECT, its clauses in the order in which they act.
//!
//! Comes in: `ast::Select` and what follows it. Goes out: a plan and its outputs. Must never: let a clause of another dialect through.

use super::binder::Binder;
use super::grouping;
use super::order::{self, Tail};
use super::query::{BoundQuery, Output};
use super::scope::{Clause, Cte, Item, Level, ScopeColumn, fold, missing_entry};
use super::typed::Typed;
use super::{expr, from, naming, node, rows, window};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, SortKey};
use crate::types::PgType;
use datafusion::common::{Column, UnnestOptions};
use datafusion::logical_expr::{Expr, LogicalPlan, Unnest};
use datafusion::sql::sqlparser::ast;
use guard::SqlState;
use std::rc::Rc;
use std::sync::Arc;

pub fn bind(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<Rc<Cte>>,
    select: &ast::Select,
    tail: &Tail<'_>,
) -> SqlResult<BoundQuery> {
    only_postgresql(select)?;
    let (mut plan, items) = from::list(binder, parent, ctes.as_ref(), &select.from)?;
    let mut level = Level::new(parent, ctes, items, Clause::Select);
    level.windows = window::definitions(&select.named_window)?;
    let level = level;
    if let Some(condition) = &select.selection {
        let condition = level.within(Clause::Where, || expr::boolean(binder, &level, condition, "WHERE"))?;
        plan = node::filter(condition.expr, plan)?;
    }
    let mut outputs = select_list(binder, &level, &select.projection)?;
    let keys = level.within(Clause::OrderBy, || order_by(binder, &level, tail.order_by, &outputs))?;
    let group = grouping::bind(binder, &level, &select.group_by, &outputs)?;
    let having = match &select.having {
        Some(condition) => Some(level.within(Clause::Having, || expr::boolean(binder, &level, condition, "HAVING"))?),
        None => None,
    };
    let on = match &select.distinct {
        Some(ast::Distinct::On(on)) => {
            Some(level.within(Clause::DistinctOn, || distinct_on(binder, &level, on, &outputs))?)
        }
        Some(ast::Distinct::All | ast::Distinct::Distinct) | None => None,
    };
    let mut keys = keys;
    let mut having = having;
    let mut on = on;
    plan = rows_above(
        binder,
        &level,
        plan,
        group,
        Above { outputs: &mut outputs, keys: &mut keys, having: &mut having, on: &mut on },
    )?;
    let distinct = matches!(select.distinct, Some(ast::Distinct::Distinct));
    if !distinct && on.is_none() && tail.is_empty() {
        return Ok(BoundQuery { plan, outputs, order: Vec::new() });
    }
    finish(binder, plan, outputs, keys, on, distinct, tail)
}

/// Everything that is computed above FROM and WHERE.
struct Above<'a> {
    outputs: &'a mut Vec<Output>,
    keys: &'a mut Vec<SortKey>,
    having: &'a mut Option<Typed>,
    on: &'a mut Option<Vec<Typed>>,
}

impl Above<'_> {
    fn expressions(&mut self) -> Vec<&mut Expr> {
        let outputs = self.outputs.iter_mut().map(|output| &mut output.value.expr);
        let keys = self.keys.iter_mut().map(|key| &mut key.value.expr);
        let having = self.having.iter_mut().map(|value| &mut value.expr);
        let on = self.on.iter_mut().flatten().map(|value| &mut value.expr);
        outputs.chain(keys).chain(having).chain(on).collect()
    }
}

/// Aggregation, HAVING, window functions, set-returning functions.
fn rows_above(
    binder: &Binder<'_>,
    level: &Level<'_>,
    mut plan: LogicalPlan,
    group: Option<grouping::GroupBy>,
    mut above: Above<'_>,
) -> SqlResult<LogicalPlan> {
    let mut captured = level.captured.take();
    let grouped =
        group.is_some() || above.having.is_some() || !captured.aggregates.is_empty() || !captured.groupings.is_empty();
    if grouped {
        plan = grouping::apply(binder, level, plan, group, &mut captured, above.expressions())?;
    }
    if let Some(condition) = above.having.take() {
        plan = node::filter(condition.expr, plan)?;
    }
    plan = window::apply(binder, plan, std::mem::take(&mut captured.windows))?;
    series(plan, std::mem::take(&mut captured.series))
}

/// Set-returning functions of a select list run side by side; the shorter are filled up with NULL.
pub fn series(plan: LogicalPlan, calls: Vec<(String, Expr)>) -> SqlResult<LogicalPlan> {
    if calls.is_empty() {
        return Ok(plan);
    }
    let columns = calls.iter().map(|(id, _)| Column::new_unqualified(id)).collect();
    let plan = node::extend(plan, calls.into_iter().map(|(id, list)| list.alias(id)).collect())?;
    unnest(plan, columns, false)
}

pub fn unnest(plan: LogicalPlan, columns: Vec<Column>, preserve_nulls: bool) -> SqlResult<LogicalPlan> {
    let options = UnnestOptions::new().with_preserve_nulls(preserve_nulls);
    Ok(LogicalPlan::Unnest(Unnest::try_new(Arc::new(plan), columns, options)?))
}

/// DISTINCT, ORDER BY and LIMIT, over the outputs as columns.
fn finish(
    binder: &Binder<'_>,
    plan: LogicalPlan,
    outputs: Vec<Output>,
    mut keys: Vec<SortKey>,
    mut on: Option<Vec<Typed>>,
    distinct: bool,
    tail: &Tail<'_>,
) -> SqlResult<BoundQuery> {
    let mut expressions: Vec<Expr> = Vec::new();
    let mut columns = Vec::with_capacity(outputs.len());
    let mut written: Vec<(Expr, String)> = Vec::new();
    let mut late: Vec<Output> = Vec::with_capacity(outputs.len());
    for output in outputs {
        // Without DISTINCT an untyped literal stays one: what is around the query may give it a type.
        if !distinct && output.value.unknown_literal().is_some() {
            late.push(output);
            continue;
        }
        let value = functions::settle(output.value, binder.context)?;
        let id = binder.name();
        written.push((value.expr.clone(), id.clone()));
        expressions.push(value.expr.alias(&id));
        let column = ScopeColumn {
            name: output.name,
            id,
            ty: value.ty,
            typmod: value.typmod,
            table_oid: output.table_oid,
            attnum: output.attnum,
        };
        late.push(Output::of_column(&column));
        columns.push(column);
    }
    let mut place = |value: &mut Typed, must_be_output: bool| -> SqlResult<()> {
        let settled = functions::settle(value.clone(), binder.context)?;
        let found = written.iter().find(|(expr, _)| *expr == settled.expr);
        let id = match found {
            Some((_, id)) => id.clone(),
            None if must_be_output => {
                return Err(SqlError::new(
                    SqlState::INVALID_COLUMN_REFERENCE,
                    "for SELECT DISTINCT, ORDER BY expressions must appear in select list",
                ));
            }
            None => {
                let id = binder.name();
                written.push((settled.expr.clone(), id.clone()));
                expressions.push(settled.expr.clone().alias(&id));
                id
            }
        };
        *value = Typed { expr: node::column(&id), ..settled };
        Ok(())
    };
    for key in &mut keys {
        place(&mut key.value, distinct)?;
    }
    for value in on.iter_mut().flatten() {
        place(value, false)?;
    }
    if let Some(on) = &on {
        matches_order(on, &keys)?;
    }
    let mut plan = node::project(expressions, plan)?;
    if distinct {
        plan = order::distinct(binder, plan, &columns)?;
    }
    if let Some(on) = &on {
        plan = order::distinct_on(binder, plan, on, &keys)?;
    }
    let plan = order::sort_and_limit(binder, plan, &keys, tail)?;
    Ok(BoundQuery { plan, outputs: late, order: keys })
}

/// DISTINCT ON's expressions must be the first of ORDER BY, in any order among themselves.
fn matches_order(on: &[Typed], keys: &[SortKey]) -> SqlResult<()> {
    let mut ended = false;
    let mut matched: Vec<&Expr> = Vec::new();
    for key in keys {
        let is_on = on.iter().any(|value| value.expr == key.value.expr);
        if is_on && ended {
            return Err(mismatch());
        }
        if is_on {
            matched.push(&key.value.expr);
        } else {
            ended = true;
        }
    }
    if ended && on.iter().any(|value| !matched.contains(&&value.expr)) {
        return Err(mismatch());
    }
    Ok(())
}

fn mismatch() -> SqlError {
    SqlError::new(
        SqlState::INVALID_COLUMN_REFERENCE,
        "SELECT DISTINCT ON expressions must match initial ORDER BY expressions",
    )
}

fn distinct_on(binder: &Binder<'_>, level: &Level<'_>, on: &[ast::Expr], outputs: &[Output]) -> SqlResult<Vec<Typed>> {
    on.iter().map(|item| output_or_expression(binder, level, item, outputs, "SELECT DISTINCT ON")).collect()
}

fn order_by(
    binder: &Binder<'_>,
    level: &Level<'_>,
    items: &[ast::OrderByExpr],
    outputs: &[Output],
) -> SqlResult<Vec<SortKey>> {
    items
        .iter()
        .map(|item| {
            order::plain_key(item)?;
            let value = output_or_expression(binder, level, &item.expr, outputs, "ORDER BY")?;
            if matches!(value.ty, PgType::Json) {
                return Err(SqlError::new(
                    SqlState::UNDEFINED_FUNCTION,
                    "could not identify an ordering operator for type json",
                )
                .hint("Use an explicit ordering operator or modify the query."));
            }
            Ok(order::key(value, &item.options))
        })
        .collect()
}

fn output_or_expression(
    binder: &Binder<'_>,
    level: &Level<'_>,
    item: &ast::Expr,
    outputs: &[Output],
    clause: &str,
) -> SqlResult<Typed> {
    let value = match order::named_output(binder, item, outputs, clause)?.and_then(|index| outputs.get(index)) {
        Some(output) => output.value.clone(),
        None => expr::bind(binder, level, item)?,
    };
    functions::settle(value, binder.context)
}

/// The select list, stars expanded.
fn select_list(binder: &Binder<'_>, level: &Level<'_>, items: &[ast::SelectItem]) -> SqlResult<Vec<Output>> {
    let mut outputs = Vec::with_capacity(items.len());
    for item in items {
        match item {
            ast::SelectItem::UnnamedExpr(value) => outputs.push(output(binder, level, value, None)?),
            ast::SelectItem::ExprWithAlias { expr, alias } => outputs.push(output(binder, level, expr, Some(alias))?),
            ast::SelectItem::Wildcard(options) => {
                plain_star(options)?;
                if level.items.is_empty() {
                    return Err(SqlError::new(
                        SqlState::SYNTAX_ERROR,
                        "SELECT * with no tables specified is not valid",
                    )
                    .at(binder.position(options.wildcard_token.0.span)));
                }
                for item in level.items.iter().filter(|item| item.by_column) {
                    star(level, item, &mut outputs)?;
                }
            }
            ast::SelectItem::QualifiedWildcard(kind, options) => {
                plain_star(options)?;
                qualified_star(binder, level, kind, &mut outputs)?;
            }
            ast::SelectItem::ExprWithAliases { .. } => {
                return Err(SqlError::unsupported("several aliases for one expression are not supported"));
            }
        }
    }
    Ok(outputs)
}

fn plain_star(options: &ast::WildcardAdditionalOptions) -> SqlResult<()> {
    let ast::WildcardAdditionalOptions {
        wildcard_token: _,
        opt_ilike,
        opt_exclude,
        opt_except,
        opt_replace,
        opt_rename,
        opt_alias,
    } = options;
    if opt_ilike.is_some()
        || opt_exclude.is_some()
        || opt_except.is_some()
        || opt_replace.is_some()
        || opt_rename.is_some()
        || opt_alias.is_some()
    {
        return Err(SqlError::unsupported("option after * is not supported"));
    }
    Ok(())
}

fn star(level: &Level<'_>, item: &Item, outputs: &mut Vec<Output>) -> SqlResult<()> {
    if item.withholds {
        let name = item.name.as_ref().map_or("", |(_, name)| name);
        let message = format!("permission denied for relation {name}");
        return Err(SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, message)
            .detail("It has a column that nobody may read.")
            .hint("Name the columns that are wanted."));
    }
    let mut captured = level.captured.borrow_mut();
    for column in &item.columns {
        captured.seen.entry(column.id.clone()).or_insert(0);
        outputs.push(Output::of_column(column));
    }
    Ok(())
}

fn qualified_star(
    binder: &Binder<'_>,
    level: &Level<'_>,
    kind: &ast::SelectItemQualifiedWildcardKind,
    outputs: &mut Vec<Output>,
) -> SqlResult<()> {
    match kind {
        ast::SelectItemQualifiedWildcardKind::ObjectName(name) => {
            let parts: Vec<&ast::Ident> = name.0.iter().filter_map(|part| part.as_ident()).collect();
            let (schema, relation) = match parts.as_slice() {
                [relation] => (None, *relation),
                [schema, relation] | [_, schema, relation] => (Some(fold(schema)), *relation),
                _ => return Err(SqlError::new(SqlState::SYNTAX_ERROR, "improper qualified name")),
            };
            let name = fold(relation);
            let found = level.items.iter().filter(|item| item.by_name).find(|item| {
                item.name.as_ref().is_some_and(|(item_schema, item_name)| {
                    *item_name == name && (schema.is_none() || schema == *item_schema)
                })
            });
            if let Some(item) = found {
                return star(level, item, outputs);
            }
            let mut outer = level.parent;
            while let Some(at) = outer {
                let found = at.items.iter().filter(|item| item.by_name).find(|item| {
                    item.name.as_ref().is_some_and(|(item_schema, item_name)| {
                        *item_name == name && (schema.is_none() || schema == *item_schema)
                    })
                });
                if let Some(item) = found {
                    outputs.extend(
                        item.columns
                            .iter()
                            .map(|column| Output { value: super::scope::outer(column), ..Output::of_column(column) }),
                    );
                    return Ok(());
                }
                outer = at.parent;
            }
            Err(missing_entry(level, &name).at(binder.position(relation.span)))
        }
        ast::SelectItemQualifiedWildcardKind::Expr(expr) => {
            let value = expr::bind(binder, level, expr)?;
            let PgType::Record(fields) = &value.ty else {
                return Err(SqlError::new(
                    SqlState::WRONG_OBJECT_TYPE,
                    format!("type {} is not composite", super::typename::of(&value.ty)),
                ));
            };
            for (index, (name, _)) in fields.iter().enumerate() {
                let field = rows::field(&value, index)?;
                outputs.push(Output { name: name.clone(), value: field, table_oid: 0, attnum: 0 });
            }
            Ok(())
        }
    }
}

fn output(
    binder: &Binder<'_>,
    level: &Level<'_>,
    written: &ast::Expr,
    alias: Option<&ast::Ident>,
) -> SqlResult<Output> {
    let value = expr::bind(binder, level, written)?;
    let name = alias.map_or_else(|| naming::of(written), fold);
    let mut output = Output { name, value, table_oid: 0, attnum: 0 };
    // A plain column keeps where it comes from.
    let id = match &output.value.expr {
        Expr::Column(column) => Some(&column.name),
        _ => None,
    };
    if let Some(id) = id {
        let source = level.items.iter().flat_map(|item| &item.columns).find(|column| column.id == *id);
        if let Some(column) = source {
            output.table_oid = column.table_oid;
            output.attnum = column.attnum;
        }
    }
    Ok(output)
}

/// Destructures every field, so that a clause that the parser learns can't slip through.
fn only_postgresql(select: &ast::Select) -> SqlResult<()> {
    let ast::Select {
        select_token: _,
        optimizer_hints,
        distinct: _,
        select_modifiers,
        top,
        top_before_distinct: _,
        projection: _,
        exclude,
        into,
        from: _,
        lateral_views,
        prewhere,
        selection: _,
        connect_by,
        group_by: _,
        cluster_by,
        distribute_by,
        sort_by,
        having: _,
        named_window: _,
        qualify,
        window_before_qualify: _,
        value_table_mode,
        flavor,
    } = select;
    if into.is_some() {
        return Err(SqlError::new(
            SqlState::READ_ONLY_SQL_TRANSACTION,
            "cannot execute SELECT INTO in a read-only transaction",
        ));
    }
    let foreign = !optimizer_hints.is_empty()
        || select_modifiers.is_some()
        || top.is_some()
        || exclude.is_some()
        || !lateral_views.is_empty()
        || prewhere.is_some()
        || !connect_by.is_empty()
        || !cluster_by.is_empty()
        || !distribute_by.is_empty()
        || !sort_by.is_empty()
        || qualify.is_some()
        || value_table_mode.is_some()
        || !matches!(flavor, ast::SelectFlavor::Standard);
    if foreign { Err(SqlError::unsupported("clause is not supported")) } else { Ok(()) }
}
