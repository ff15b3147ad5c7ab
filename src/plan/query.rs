//! A query: WITH, its body, and what follows the body.
//!
//! Comes in: `ast::Query`. Goes out: a plan and the output columns as expressions over it, an untyped literal still untyped, because a set operation around it may decide its type.
//! Must never: let a clause of another dialect through.

use super::binder::Binder;
use super::order::{self, Tail};
use super::scope::{Clause, Cte, CteBody, Level, ScopeColumn, fold};
use super::typed::Typed;
use super::{expr, from, node, recursive, select, setop};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, SortKey};
use crate::types::PgType;
use datafusion::logical_expr::LogicalPlan;
use datafusion::sql::sqlparser::ast;
use guard::SqlState;
use std::rc::Rc;

/// One output column, not yet projected.
#[derive(Clone, Debug)]
pub struct Output {
    pub name: String,
    pub value: Typed,
    pub table_oid: u32,
    pub attnum: i16,
}

impl Output {
    pub fn of_column(column: &ScopeColumn) -> Self {
        Self { name: column.name.clone(), value: column.value(), table_oid: column.table_oid, attnum: column.attnum }
    }
}

pub struct BoundQuery {
    pub plan: LogicalPlan,
    pub outputs: Vec<Output>,
    /// What the rows are sorted by, over the plan's columns.
    pub order: Vec<SortKey>,
}

/// Binds a query inside `parent`, with these CTEs in sight.
pub fn bind(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<Rc<Cte>>,
    query: &ast::Query,
) -> SqlResult<BoundQuery> {
    binder.spend(1)?;
    let ast::Query {
        with,
        body,
        order_by: _,
        limit_clause: _,
        fetch: _,
        locks,
        for_clause,
        settings,
        format_clause,
        pipe_operators,
    } = query;
    if !locks.is_empty() {
        return Err(SqlError::new(SqlState::READ_ONLY_SQL_TRANSACTION, "cannot lock rows"));
    }
    if for_clause.is_some() || settings.is_some() || format_clause.is_some() || !pipe_operators.is_empty() {
        return Err(SqlError::unsupported("clause is not supported"));
    }
    let ctes = match with {
        Some(with) => bind_with(binder, parent, ctes, with)?,
        None => ctes,
    };
    let tail = Tail::of(query)?;
    if let Some(parent) = parent {
        tail.refuse_outer_columns(binder, parent)?;
    }
    body_with_tail(binder, parent, ctes, body, tail)
}

fn body_with_tail(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<Rc<Cte>>,
    body: &ast::SetExpr,
    tail: Tail<'_>,
) -> SqlResult<BoundQuery> {
    match body {
        ast::SetExpr::Select(select) => select::bind(binder, parent, ctes, select, &tail),
        ast::SetExpr::Query(inner) => {
            if tail.is_empty() {
                return bind(binder, parent, ctes, inner);
            }
            let bare = inner.with.is_none()
                && inner.locks.is_empty()
                && inner.for_clause.is_none()
                && inner.settings.is_none()
                && inner.format_clause.is_none()
                && inner.pipe_operators.is_empty();
            if !bare {
                let bound = bind(binder, parent, ctes, inner)?;
                return order::over_outputs(binder, bound, &tail);
            }
            let merged = tail.merge(Tail::of(inner)?)?;
            body_with_tail(binder, parent, ctes, &inner.body, merged)
        }
        ast::SetExpr::SetOperation { .. } => {
            let bound = setop::bind(binder, parent, ctes, body)?;
            order::over_outputs(binder, bound, &tail)
        }
        ast::SetExpr::Values(values) => {
            let bound = bind_values(binder, parent, ctes, values)?;
            order::over_outputs(binder, bound, &tail)
        }
        ast::SetExpr::Table(table) => {
            let ast::Table { table_name, schema_name } = table.as_ref();
            let Some(name) = table_name else {
                return Err(SqlError::unsupported("TABLE without a name is not supported"));
            };
            let parts = schema_name.iter().chain([name]).map(|part| ast::Ident::new(part.as_str())).collect::<Vec<_>>();
            let (plan, item) = from::relation(binder, ctes.as_ref(), &ast::ObjectName::from(parts), None)?;
            let outputs = item.columns.iter().map(Output::of_column).collect();
            order::over_outputs(binder, BoundQuery { plan, outputs, order: Vec::new() }, &tail)
        }
        ast::SetExpr::Insert(_) | ast::SetExpr::Update(_) | ast::SetExpr::Delete(_) | ast::SetExpr::Merge(_) => {
            Err(SqlError::new(SqlState::READ_ONLY_SQL_TRANSACTION, "cannot write in a read-only transaction"))
        }
    }
}

/// One arm of a set operation.
pub fn bind_body(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<Rc<Cte>>,
    body: &ast::SetExpr,
) -> SqlResult<BoundQuery> {
    binder.spend(1)?;
    body_with_tail(binder, parent, ctes, body, Tail::default())
}

fn bind_with(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    mut ctes: Option<Rc<Cte>>,
    with: &ast::With,
) -> SqlResult<Option<Rc<Cte>>> {
    let ast::With { with_token: _, recursive, cte_tables } = with;
    let mut seen: Vec<String> = Vec::new();
    for (index, table) in cte_tables.iter().enumerate() {
        let ast::Cte { alias, query, from, materialized: _, closing_paren_token: _ } = table;
        if from.is_some() {
            return Err(SqlError::unsupported("clause is not supported"));
        }
        let name = fold(&alias.name);
        let position = binder.position(alias.name.span);
        if seen.contains(&name) {
            return Err(SqlError::new(
                SqlState::DUPLICATE_ALIAS,
                format!("WITH query name \"{name}\" specified more than once"),
            )
            .at(position));
        }
        seen.push(name.clone());
        let before = binder.spent();
        let (plan, mut columns) = if *recursive {
            let later = cte_tables.iter().skip(index + 1);
            let visible = later.fold(ctes.clone(), |next, later| {
                Some(Rc::new(Cte { name: fold(&later.alias.name), body: CteBody::Later, next }))
            });
            recursive::bind(binder, parent, visible, &name, alias, query)?
        } else {
            let bound = bind(binder, parent, ctes.clone(), query)?;
            binder.finish(bound)?
        };
        rename(&mut columns, alias, |available, given| {
            format!("WITH query \"{name}\" has {available} columns available but {given} columns specified")
        })
        .map_err(|error| error.at(position))?;
        let size = binder.spent() - before;
        ctes = Some(Rc::new(Cte { name, body: CteBody::Query { plan, columns, size }, next: ctes }));
    }
    Ok(ctes)
}

/// Gives columns the names of an alias's list.
pub fn rename(
    columns: &mut [ScopeColumn],
    alias: &ast::TableAlias,
    too_many: impl Fn(usize, usize) -> String,
) -> SqlResult<()> {
    if alias.columns.len() > columns.len() {
        return Err(SqlError::new(SqlState::INVALID_COLUMN_REFERENCE, too_many(columns.len(), alias.columns.len())));
    }
    for (column, definition) in columns.iter_mut().zip(&alias.columns) {
        column.name = fold(&definition.name);
    }
    Ok(())
}

fn bind_values(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<Rc<Cte>>,
    values: &ast::Values,
) -> SqlResult<BoundQuery> {
    let ast::Values { explicit_row: _, value_keyword: _, rows } = values;
    let level = Level::new(parent, ctes, Vec::new(), Clause::Values);
    let mut width = None;
    let mut columns: Vec<Vec<Typed>> = Vec::new();
    for row in rows {
        let row: &Vec<ast::Expr> = &row.content;
        match width {
            None => {
                width = Some(row.len());
                columns.resize_with(row.len(), Vec::new);
            }
            Some(width) if width != row.len() => {
                return Err(SqlError::new(SqlState::SYNTAX_ERROR, "VALUES lists must all be the same length"));
            }
            Some(_) => {}
        }
        for (column, value) in columns.iter_mut().zip(row) {
            column.push(expr::bind(binder, &level, value)?);
        }
    }
    let single = rows.len() == 1;
    let mut named = Vec::with_capacity(columns.len());
    let mut unified = Vec::with_capacity(columns.len());
    for column in columns {
        let (ty, column) = if single {
            let ty = column.first().map_or(PgType::Text, |value| value.ty.clone());
            (ty, column)
        } else {
            functions::unify(column, "VALUES", binder.context)?
        };
        let typmod = Typed::common_typmod(&column);
        named.push((binder.name(), ty, typmod));
        unified.push(column);
    }
    if single {
        let outputs = named
            .iter()
            .zip(unified)
            .enumerate()
            .filter_map(|(index, (_, column))| {
                let value = column.into_iter().next()?;
                Some(Output { name: format!("column{}", index + 1), value, table_oid: 0, attnum: 0 })
            })
            .collect();
        return Ok(BoundQuery { plan: node::one_row(), outputs, order: Vec::new() });
    }
    let outputs = named
        .iter()
        .enumerate()
        .map(|(index, (id, ty, typmod))| Output {
            name: format!("column{}", index + 1),
            value: Typed { expr: node::column(id), ty: ty.clone(), typmod: *typmod },
            table_oid: 0,
            attnum: 0,
        })
        .collect();
    let plan = values_plan(&named, unified, rows.len())?;
    Ok(BoundQuery { plan, outputs, order: Vec::new() })
}

/// Constant rows are one node; rows with a sub-select or an outer reference are a union of projections.
fn values_plan(named: &[(String, PgType, i32)], columns: Vec<Vec<Typed>>, count: usize) -> SqlResult<LogicalPlan> {
    let simple = columns.iter().flatten().all(|value| {
        !expr::holds_subquery(&value.expr) && !datafusion::logical_expr::Expr::contains_outer(&value.expr)
    });
    let mut cells: Vec<std::vec::IntoIter<Typed>> = columns.into_iter().map(Vec::into_iter).collect();
    let rows = (0..count).map(|_| cells.iter_mut().filter_map(Iterator::next).collect::<Vec<_>>());
    if simple {
        let columns: Vec<(String, PgType)> = named.iter().map(|(id, ty, _)| (id.clone(), ty.clone())).collect();
        return node::values(&columns, rows.collect());
    }
    let branches = rows
        .map(|row| {
            let expressions =
                row.into_iter().zip(named).map(|(value, (id, _, _))| value.expr.alias(id)).collect::<Vec<_>>();
            node::project(expressions, node::one_row())
        })
        .collect::<SqlResult<Vec<_>>>()?;
    match <[LogicalPlan; 1]>::try_from(branches) {
        Ok([only]) => Ok(only),
        Err(branches) => node::union_all(branches),
    }
}
