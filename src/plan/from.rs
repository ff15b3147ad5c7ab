//! FROM: relations, sub-selects, functions, joins.
//!
//! Comes in: table expressions as written. Goes out: a plan and what is visible of it. Must never: name a relation that `Leaves` does not give.

use super::aggregate::element;
use super::binder::Binder;
use super::governed::GovernedRelation;
use super::query::{self};
use super::scope::{Clause, Cte, CteBody, Item, Level, ScopeColumn, find_cte, fold, outer, unseen};
use super::select;
use super::typed::Typed;
use super::{call, definition, expr, node, rows, unnest};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, Kind, SetReturning};
use crate::types::PgType;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::common::{Column, ScalarValue};
use datafusion::logical_expr::{Cast, Expr, JoinType, LogicalPlan, LogicalPlanBuilder, Operator, Subquery, lit};
use datafusion::sql::sqlparser::ast;
use guard::SqlState;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// A table expression, bound; functions wait for what they are joined to, because they may be of it.
struct Factor {
    source: Source,
    items: Vec<Item>,
}

enum Source {
    Plan(LogicalPlan),
    Series(Series),
}

/// Functions in FROM: arrays to unnest side by side, and the columns to make of their elements.
struct Series {
    lists: Vec<(String, Expr)>,
    fields: Vec<(String, Expr)>,
    /// The columns before it in FROM, which it may refer to.
    visible: Vec<ScopeColumn>,
}

impl Series {
    /// Whether its arguments are columns of these alone.
    fn is_of(&self, ids: &BTreeSet<&str>) -> bool {
        let mut columns = self.lists.iter().flat_map(|(_, list)| list.column_refs()).peekable();
        columns.peek().is_some() && columns.all(|column| ids.contains(column.name.as_str()))
    }

    /// The same as a sub-select would say it: the columns before it are an outer query's.
    fn referring(mut self) -> SqlResult<Self> {
        for (_, list) in &mut self.lists {
            let taken = std::mem::replace(list, lit(true));
            *list = taken
                .transform_up(|part| {
                    let Expr::Column(column) = &part else { return Ok(Transformed::no(part)) };
                    match self.visible.iter().find(|visible| visible.id == column.name) {
                        Some(visible) => Ok(Transformed::yes(outer(visible).expr)),
                        None => Ok(Transformed::no(part)),
                    }
                })?
                .data;
        }
        Ok(self)
    }

    /// Unnests beside each row of `input`.
    fn over(self, input: LogicalPlan, keep_empty: bool) -> SqlResult<LogicalPlan> {
        let mut kept = node::all_columns(&input);
        let columns = self.lists.iter().map(|(id, _)| Column::new_unqualified(id)).collect();
        let lists = self.lists.into_iter().map(|(id, list)| list.alias(id)).collect();
        let plan = select::unnest(node::extend(input, lists)?, columns, keep_empty)?;
        kept.extend(self.fields.into_iter().map(|(id, field)| field.alias(id)));
        node::project(kept, plan)
    }
}

impl Source {
    fn into_plan(self) -> SqlResult<LogicalPlan> {
        match self {
            Source::Plan(plan) => Ok(plan),
            Source::Series(series) => series.referring()?.over(node::one_row(), false),
        }
    }
}

/// The whole FROM list.
pub fn list(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<&Rc<Cte>>,
    tables: &[ast::TableWithJoins],
) -> SqlResult<(LogicalPlan, Vec<Item>)> {
    let mut plan = None;
    let mut items: Vec<Item> = Vec::new();
    for table in tables {
        let Factor { source, items: more } = joined(binder, parent, ctes, &items, table)?;
        unique_names(&items, &more)?;
        plan = Some(match plan {
            None => source.into_plan()?,
            Some(left) => combine(left, &items, source, JoinType::Inner, None)?,
        });
        items.extend(more);
    }
    Ok((plan.unwrap_or_else(node::one_row), items))
}

fn unique_names(left: &[Item], right: &[Item]) -> SqlResult<()> {
    for item in right.iter().filter(|item| item.by_name) {
        let Some((schema, name)) = &item.name else { continue };
        let twice = left
            .iter()
            .filter(|item| item.by_name)
            .filter_map(|item| item.name.as_ref())
            .any(|(other, known)| known == name && (schema.is_none() || other.is_none() || schema == other));
        if twice {
            return Err(SqlError::new(
                SqlState::DUPLICATE_ALIAS,
                format!("table name \"{name}\" specified more than once"),
            ));
        }
    }
    Ok(())
}

/// Joins what may refer to its left side.
fn combine(
    left: LogicalPlan,
    left_items: &[Item],
    right: Source,
    kind: JoinType,
    on: Option<Expr>,
) -> SqlResult<LogicalPlan> {
    let ids: BTreeSet<&str> = left_items.iter().flat_map(Item::every_column).map(|column| column.id.as_str()).collect();
    let right = match right {
        Source::Series(series) if series.is_of(&ids) && is_beside(&series, kind, on.as_ref()) => {
            return beside(left, series, kind, on);
        }
        other => other.into_plan()?,
    };
    if unnest::references(&right)?.keys().any(|id| ids.contains(id.as_str())) {
        if !matches!(kind, JoinType::Inner | JoinType::Left) {
            return Err(SqlError::unsupported("LATERAL on this side of the join is not supported"));
        }
        let right = LogicalPlan::Subquery(Subquery {
            subquery: Arc::new(right),
            outer_ref_columns: vec![],
            spans: datafusion::common::Spans::new(),
        });
        return Ok(LogicalPlanBuilder::new(left).join_on(right, kind, on.or_else(|| Some(lit(true))))?.build()?);
    }
    match on {
        Some(on) if kind == JoinType::Inner && expr::holds_subquery(&on) => {
            node::filter(on, node::join(left, right, kind, None)?)
        }
        on => node::join(left, right, kind, on),
    }
}

/// Whether the function's elements can stand beside the left side's rows; else it is joined as a sub-select is.
fn is_beside(series: &Series, kind: JoinType, on: Option<&Expr>) -> bool {
    match kind {
        JoinType::Inner => true,
        JoinType::Left => {
            matches!(on, None | Some(Expr::Literal(ScalarValue::Boolean(Some(true)), _))) && series.lists.len() == 1
        }
        _ => false,
    }
}

/// A function whose arguments are of the left side: its elements beside each of its rows.
fn beside(left: LogicalPlan, mut series: Series, kind: JoinType, on: Option<Expr>) -> SqlResult<LogicalPlan> {
    if kind == JoinType::Left {
        for (_, list) in &mut series.lists {
            let taken = std::mem::replace(list, lit(true));
            *list = null_if_empty(taken)?;
        }
        return series.over(left, true);
    }
    let plan = series.over(left, false)?;
    match on {
        Some(on) => node::filter(on, plan),
        None => Ok(plan),
    }
}

fn null_if_empty(list: Expr) -> SqlResult<Expr> {
    use datafusion::functions_nested::expr_fn::cardinality;
    let count = Expr::Cast(Cast::new(Box::new(cardinality(list.clone())), DataType::Int64));
    Ok(datafusion::logical_expr::when(count.gt(lit(0_i64)), list).end()?)
}

/// One element of the list, with its joins.
fn joined(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<&Rc<Cte>>,
    before: &[Item],
    table: &ast::TableWithJoins,
) -> SqlResult<Factor> {
    let ast::TableWithJoins { relation, joins } = table;
    let mut left = factor(binder, parent, ctes, before, relation, false)?;
    for join in joins {
        let ast::Join { relation, global, join_operator } = join;
        if *global {
            return Err(SqlError::unsupported("GLOBAL JOIN is not supported"));
        }
        let (kind, constraint) = operator(join_operator)?;
        let mut visible = before.to_vec();
        visible.extend(left.items.iter().cloned());
        let blocked = !matches!(kind, JoinType::Inner | JoinType::Left);
        let right = factor(binder, parent, ctes, &visible, relation, blocked)?;
        unique_names(&left.items, &right.items)?;
        left = join_pair(binder, parent, ctes, left, right, kind, constraint)?;
    }
    Ok(left)
}

fn operator(operator: &ast::JoinOperator) -> SqlResult<(JoinType, &ast::JoinConstraint)> {
    Ok(match operator {
        ast::JoinOperator::Join(constraint)
        | ast::JoinOperator::Inner(constraint)
        | ast::JoinOperator::CrossJoin(constraint) => (JoinType::Inner, constraint),
        ast::JoinOperator::Left(constraint) | ast::JoinOperator::LeftOuter(constraint) => (JoinType::Left, constraint),
        ast::JoinOperator::Right(constraint) | ast::JoinOperator::RightOuter(constraint) => {
            (JoinType::Right, constraint)
        }
        ast::JoinOperator::FullOuter(constraint) => (JoinType::Full, constraint),
        _ => return Err(SqlError::unsupported("this kind of join is not supported")),
    })
}

fn join_pair(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<&Rc<Cte>>,
    left: Factor,
    right: Factor,
    kind: JoinType,
    constraint: &ast::JoinConstraint,
) -> SqlResult<Factor> {
    binder.spend(1)?;
    let left = if matches!(kind, JoinType::Right | JoinType::Full) { optional(binder, left)? } else { left };
    let right = if matches!(kind, JoinType::Left | JoinType::Full) { optional(binder, right)? } else { right };
    let names: Vec<String> = match constraint {
        ast::JoinConstraint::None => Vec::new(),
        ast::JoinConstraint::On(condition) => {
            let items = left.items.iter().chain(&right.items).cloned().collect();
            let level = Level::new(parent, ctes.cloned(), items, Clause::JoinOn);
            let on = expr::boolean(binder, &level, condition, "JOIN/ON")?;
            if kind == JoinType::Full && !joins_by_equality(&on.expr) {
                return Err(SqlError::unsupported(
                    "FULL JOIN is only supported with merge-joinable or hash-joinable join conditions",
                ));
            }
            let Factor { source, items } = left;
            let plan = combine(source.into_plan()?, &items, right.source, kind, Some(on.expr))?;
            let items = items.into_iter().chain(right.items).collect();
            return Ok(Factor { source: Source::Plan(plan), items });
        }
        ast::JoinConstraint::Using(names) => names
            .iter()
            .map(|name| match name.0.as_slice() {
                [part] => {
                    part.as_ident().map(fold).ok_or_else(|| SqlError::unsupported("USING clause is not supported"))
                }
                _ => Err(SqlError::unsupported("USING clause is not supported")),
            })
            .collect::<SqlResult<_>>()?,
        ast::JoinConstraint::Natural => {
            let right_names: Vec<&String> = visible(&right.items).map(|column| &column.name).collect();
            visible(&left.items).map(|column| &column.name).filter(|name| right_names.contains(name)).cloned().collect()
        }
    };
    if names.is_empty() {
        let Factor { source, items } = left;
        let plan = combine(source.into_plan()?, &items, right.source, kind, None)?;
        let items = items.into_iter().chain(right.items).collect();
        return Ok(Factor { source: Source::Plan(plan), items });
    }
    using(binder, left, right, kind, &names)
}

/// The side of an outer join that a row may lack.
fn optional(binder: &Binder<'_>, side: Factor) -> SqlResult<Factor> {
    let Factor { mut source, mut items } = side;
    let mut marks = Vec::new();
    for item in &mut items {
        item.optional = true;
        if item.presence().is_none() && binder.wants_presence(item) {
            let id = binder.name();
            marks.push(lit(true).alias(&id));
            item.mark_presence(id);
        }
    }
    if !marks.is_empty() {
        source = Source::Plan(node::extend(source.into_plan()?, marks)?);
    }
    Ok(Factor { source, items })
}

/// Whether one of the ANDed conditions is an equality, or there is none that hangs on a row: PostgreSQL has no other FULL JOIN.
fn joins_by_equality(on: &Expr) -> bool {
    let equality = |part: &&Expr| match part {
        Expr::BinaryExpr(binary) => {
            binary.op == Operator::Eq && binary.left.any_column_refs() && binary.right.any_column_refs()
        }
        _ => false,
    };
    let parts = datafusion::logical_expr::utils::split_conjunction(on);
    parts.iter().any(equality) || parts.iter().all(|part| !part.any_column_refs())
}

fn visible(items: &[Item]) -> impl Iterator<Item = &ScopeColumn> {
    items.iter().filter(|item| item.by_column).flat_map(|item| &item.columns)
}

/// USING and NATURAL: the joined columns are one.
fn using(binder: &Binder<'_>, left: Factor, right: Factor, kind: JoinType, names: &[String]) -> SqlResult<Factor> {
    let mut conditions = Vec::with_capacity(names.len());
    let mut merged = Vec::with_capacity(names.len());
    let mut computed = Vec::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for name in names {
        let (a, b) = (pick(&left.items, name, "left")?, pick(&right.items, name, "right")?);
        conditions.push(binder.compare("=", &a.value(), &b.value())?);
        let (ty, values) = functions::unify(vec![a.value(), b.value()], "JOIN/USING", binder.context)?;
        let (source, value) = match (kind, values.as_slice()) {
            (JoinType::Right, [_, value]) => (b, value.expr.clone()),
            (JoinType::Full, [left, right]) => {
                (a, datafusion::functions::core::expr_fn::coalesce(vec![left.expr.clone(), right.expr.clone()]))
            }
            (_, [value, ..]) => (a, value.expr.clone()),
            _ => return Err(SqlError::internal("a join column was lost")),
        };
        let mut column = ScopeColumn { ty, ..source.clone() };
        if value != node::column(&source.id) {
            column.id = binder.name();
            (column.table_oid, column.attnum) = (0, 0);
            computed.push(value.alias(&column.id));
        }
        merged.push(column);
        used.insert(a.id.clone());
        used.insert(b.id.clone());
    }
    let on = node::balanced(conditions, Expr::and);
    let rest = visible(&left.items).chain(visible(&right.items)).filter(|column| !used.contains(&column.id)).cloned();
    let columns = merged.into_iter().chain(rest).collect();
    let Factor { source, items } = left;
    let plan = combine(source.into_plan()?, &items, right.source, kind, on)?;
    let plan = node::extend(plan, computed)?;
    let mut items: Vec<Item> = items.into_iter().chain(right.items).collect();
    for item in &mut items {
        item.by_column = false;
    }
    let system = Vec::new();
    items.push(Item {
        name: None,
        columns,
        system,
        withholds: false,
        by_name: false,
        by_column: true,
        scalar: false,
        blocked: false,
        optional: false,
    });
    Ok(Factor { source: Source::Plan(plan), items })
}

fn pick<'i>(items: &'i [Item], name: &str, side: &str) -> SqlResult<&'i ScopeColumn> {
    let mut found = visible(items).filter(|column| column.name == name);
    match (found.next(), found.next()) {
        (Some(column), None) => Ok(column),
        (Some(_), Some(_)) => Err(SqlError::new(
            SqlState::AMBIGUOUS_COLUMN,
            format!("common column name \"{name}\" appears more than once in {side} table"),
        )),
        (None, _) => Err(unseen(SqlError::new(
            SqlState::UNDEFINED_COLUMN,
            format!("column \"{name}\" specified in USING clause does not exist in {side} table"),
        ))),
    }
}

fn factor(
    binder: &Binder<'_>,
    parent: Option<&Level<'_>>,
    ctes: Option<&Rc<Cte>>,
    before: &[Item],
    table: &ast::TableFactor,
    blocked: bool,
) -> SqlResult<Factor> {
    binder.spend(1)?;
    let lateral = |clause| {
        let mut items = before.to_vec();
        for item in &mut items {
            item.blocked = blocked;
        }
        Level::new(parent, ctes.cloned(), items, clause)
    };
    match table {
        ast::TableFactor::Table {
            name,
            alias,
            args,
            with_hints,
            version,
            with_ordinality,
            partitions,
            json_path,
            sample,
            index_hints,
        } => {
            if !with_hints.is_empty()
                || version.is_some()
                || !partitions.is_empty()
                || json_path.is_some()
                || sample.is_some()
                || !index_hints.is_empty()
            {
                return Err(SqlError::unsupported("clause after a table's name is not supported"));
            }
            if let Some(ast::TableFunctionArgs { args, settings: None }) = args {
                return function(binder, &lateral(Clause::From), name, args, *with_ordinality, alias.as_ref());
            }
            if args.is_some() || *with_ordinality {
                return Err(SqlError::unsupported("clause after a table's name is not supported"));
            }
            let (plan, item) = relation(binder, ctes, name, alias.as_ref())?;
            Ok(Factor { source: Source::Plan(plan), items: vec![item] })
        }
        ast::TableFactor::Derived { lateral: is_lateral, subquery, alias, sample } => {
            if sample.is_some() {
                return Err(SqlError::unsupported("TABLESAMPLE is not supported"));
            }
            let Some(alias) = alias else {
                return Err(SqlError::new(SqlState::SYNTAX_ERROR, "subquery in FROM must have an alias")
                    .hint("For example, FROM (SELECT ...) [AS] foo."));
            };
            let level = lateral(Clause::From);
            let around = if *is_lateral { Some(&level) } else { parent };
            let bound = query::bind(binder, around, ctes.cloned(), subquery)?;
            let (plan, columns) = binder.finish(bound)?;
            let item = named(columns, Some(alias), String::new())?;
            Ok(Factor { source: Source::Plan(plan), items: vec![item] })
        }
        ast::TableFactor::Function { lateral: _, name, args, with_ordinality, alias } => {
            function(binder, &lateral(Clause::From), name, args, *with_ordinality, alias.as_ref())
        }
        ast::TableFactor::UNNEST { alias, array_exprs, with_offset, with_offset_alias, with_ordinality } => {
            if *with_offset || with_offset_alias.is_some() {
                return Err(SqlError::unsupported("WITH OFFSET is not supported"));
            }
            let level = lateral(Clause::From);
            let arguments =
                array_exprs.iter().map(|value| expr::bind(binder, &level, value)).collect::<SqlResult<Vec<_>>>()?;
            let mut calls = Vec::with_capacity(arguments.len());
            for argument in arguments {
                calls.push(functions::set_returning("unnest", vec![argument], binder.context)?);
            }
            rows_from(binder, &level, calls, "unnest", *with_ordinality, alias.as_ref())
        }
        ast::TableFactor::NestedJoin { table_with_joins, alias } => {
            let inner = joined(binder, parent, ctes, before, table_with_joins)?;
            let Some(alias) = alias else { return Ok(inner) };
            let columns = visible(&inner.items).cloned().collect();
            let item = named(columns, Some(alias), String::new())?;
            Ok(Factor { source: inner.source, items: vec![item] })
        }
        ast::TableFactor::TableFunction { .. }
        | ast::TableFactor::JsonTable { .. }
        | ast::TableFactor::OpenJsonTable { .. }
        | ast::TableFactor::Pivot { .. }
        | ast::TableFactor::Unpivot { .. }
        | ast::TableFactor::MatchRecognize { .. }
        | ast::TableFactor::XmlTable { .. }
        | ast::TableFactor::SemanticView { .. } => Err(SqlError::unsupported("this table expression is not supported")),
    }
}

/// An item with its alias, or the name it has without one.
fn named(mut columns: Vec<ScopeColumn>, alias: Option<&ast::TableAlias>, otherwise: String) -> SqlResult<Item> {
    let name = match alias {
        Some(alias) => {
            if alias.at.is_some() {
                return Err(SqlError::unsupported("alias clause is not supported"));
            }
            let name = fold(&alias.name);
            query::rename(&mut columns, alias, |available, given| {
                format!("table \"{name}\" has {available} columns available but {given} columns specified")
            })?;
            name
        }
        None => otherwise,
    };
    let system = Vec::new();
    Ok(Item {
        name: Some((None, name)),
        columns,
        system,
        withholds: false,
        by_name: true,
        by_column: true,
        scalar: false,
        blocked: false,
        optional: false,
    })
}

/// A relation by name: a WITH query or a leaf.
pub fn relation(
    binder: &Binder<'_>,
    ctes: Option<&Rc<Cte>>,
    name: &ast::ObjectName,
    alias: Option<&ast::TableAlias>,
) -> SqlResult<(LogicalPlan, Item)> {
    let parts: Vec<&ast::Ident> = name.0.iter().filter_map(|part| part.as_ident()).collect();
    let position = parts.first().and_then(|first| binder.position(first.span));
    let (schema, relation) = match parts.as_slice() {
        [relation] => (None, fold(relation)),
        [schema, relation] => (Some(fold(schema)), fold(relation)),
        [database, schema, relation] if fold(database) == binder.context.database => {
            (Some(fold(schema)), fold(relation))
        }
        [_, _, _] => {
            let written = parts.iter().map(|part| fold(part)).collect::<Vec<_>>().join(".");
            return Err(SqlError::unsupported(format!("cross-database references are not implemented: \"{written}\""))
                .at(position));
        }
        _ => return Err(SqlError::new(SqlState::SYNTAX_ERROR, "improper relation name (too many dotted names)")),
    };
    if schema.is_none()
        && let Some(cte) = find_cte(ctes, &relation)
    {
        return with_query(binder, cte, alias).map_err(|error| error.at(position));
    }
    let Some(leaf) = binder.leaves.leaf(schema.as_deref(), &relation, &binder.context.search_path)? else {
        let written = schema.map_or_else(|| relation.clone(), |schema| format!("{schema}.{relation}"));
        return Err(
            SqlError::new(SqlState::UNDEFINED_TABLE, format!("relation \"{written}\" does not exist")).at(position)
        );
    };
    let scan_name = binder.name();
    let source = match GovernedRelation::of_source(&leaf.source) {
        Some(governed) => governed.written_at(position).into_source(),
        None => leaf.source,
    };
    let scan = LogicalPlanBuilder::scan(scan_name.as_str(), source, None)?.build()?;
    let mut columns = Vec::with_capacity(leaf.columns.len());
    let mut expressions = Vec::with_capacity(leaf.columns.len());
    for column in leaf.columns {
        let id = binder.name();
        expressions.push(Expr::Column(Column::new(Some(scan_name.as_str()), &column.name)).alias(&id));
        columns.push(ScopeColumn {
            name: column.name,
            id,
            ty: column.ty,
            typmod: column.typmod,
            table_oid: column.table_oid,
            attnum: column.attnum,
        });
    }
    let mut system = Vec::new();
    if let Some(oid) = columns.first().filter(|_| leaf.is_system_table).map(|column| column.table_oid) {
        // What the system's own rows are as of, in every PostgreSQL: its first transaction.
        for (name, ty, value) in [("tableoid", PgType::Oid, oid), ("xmin", PgType::Xid, 1)] {
            let id = binder.name();
            expressions.push(lit(value).alias(&id));
            system.push(ScopeColumn { name: name.to_owned(), id, ty, typmod: -1, table_oid: 0, attnum: 0 });
        }
    }
    let plan = node::project(expressions, scan)?;
    let mut item = named(columns, alias, leaf.name.name)?;
    item.system.extend(system);
    item.withholds = leaf.withholds;
    if alias.is_none() {
        item.name = item.name.map(|(_, name)| (Some(leaf.name.schema), name));
    }
    Ok((plan, item))
}

fn with_query(binder: &Binder<'_>, cte: &Cte, alias: Option<&ast::TableAlias>) -> SqlResult<(LogicalPlan, Item)> {
    let (plan, columns, qualifier) = match &cte.body {
        CteBody::Query { plan, columns, size } => {
            binder.spend(*size)?;
            (plan.clone(), columns, false)
        }
        CteBody::Work { plan, columns, used } => {
            used.set(used.get() + 1);
            (plan.clone(), columns, true)
        }
        CteBody::Forbidden => {
            return Err(SqlError::new(
                SqlState::INVALID_RECURSION,
                format!("recursive reference to query \"{}\" must not appear within its non-recursive term", cte.name),
            ));
        }
        CteBody::Later => {
            let message = format!("a reference to WITH query \"{}\" before it is not supported", cte.name);
            return Err(SqlError::unsupported(message).hint("Put the query before those that name it."));
        }
    };
    let sources = plan.schema().columns();
    let mut own = Vec::with_capacity(columns.len());
    let mut expressions = Vec::with_capacity(columns.len());
    for (index, column) in columns.iter().enumerate() {
        let id = binder.name();
        let source = if qualifier {
            sources.get(index).cloned().ok_or_else(|| SqlError::internal("a work table's column was lost"))?
        } else {
            Column::new_unqualified(&column.id)
        };
        expressions.push(Expr::Column(source).alias(&id));
        own.push(ScopeColumn { id, ..column.clone() });
    }
    Ok((node::project(expressions, plan)?, named(own, alias, cte.name.clone())?))
}

fn function(
    binder: &Binder<'_>,
    level: &Level<'_>,
    name: &ast::ObjectName,
    arguments: &[ast::FunctionArg],
    ordinality: bool,
    alias: Option<&ast::TableAlias>,
) -> SqlResult<Factor> {
    let name = call::name(name)?;
    let arguments = call::plain_arguments(binder, level, arguments)?;
    if definition::is_needed(&name) {
        return defined(binder, level, &name, arguments, ordinality, alias);
    }
    let calls = if functions::kinds(&name).contains(&Kind::SetReturning) {
        if name == "unnest" && arguments.len() > 1 {
            arguments
                .into_iter()
                .map(|argument| functions::set_returning(&name, vec![argument], binder.context))
                .collect::<SqlResult<Vec<_>>>()?
        } else {
            vec![functions::set_returning(&name, arguments, binder.context)?]
        }
    } else if functions::kinds(&name).contains(&Kind::Aggregate) {
        return Err(SqlError::new(
            SqlState::GROUPING_ERROR,
            "aggregate functions are not allowed in functions in FROM",
        ));
    } else {
        let value = functions::scalar(&name, arguments, binder.context)?;
        vec![SetReturning { columns: vec![(name.clone(), value.ty.clone())], list: rows::array(vec![value])? }]
    };
    rows_from(binder, level, calls, &name, ordinality, alias)
}

/// A function whose records have the columns that the statement defines.
fn defined(
    binder: &Binder<'_>,
    level: &Level<'_>,
    name: &str,
    arguments: Vec<Typed>,
    ordinality: bool,
    alias: Option<&ast::TableAlias>,
) -> SqlResult<Factor> {
    let definitions = definition::columns(alias, ordinality)?;
    let call = functions::set_returning(name, arguments, binder.context)?;
    let id = binder.name();
    let document = Typed::new(node::column(&id), element(&call.list.ty)?);
    let mut fields = Vec::with_capacity(definitions.len());
    let mut columns = Vec::with_capacity(definitions.len());
    for column in definitions {
        let value = definition::value(binder, &document, &column)?;
        let id = binder.name();
        fields.push((id.clone(), value.expr));
        let definition::Defined { name, ty, typmod } = column;
        columns.push(ScopeColumn { name, id, ty, typmod, table_oid: 0, attnum: 0 });
    }
    let visible = level.items.iter().flat_map(Item::every_column).cloned().collect();
    let series = Series { lists: vec![(id, call.list.expr)], fields, visible };
    Ok(Factor { source: Source::Series(series), items: vec![named(columns, alias, name.to_owned())?] })
}

/// The columns of functions that run side by side.
fn rows_from(
    binder: &Binder<'_>,
    level: &Level<'_>,
    calls: Vec<SetReturning>,
    name: &str,
    ordinality: bool,
    alias: Option<&ast::TableAlias>,
) -> SqlResult<Factor> {
    definition::refuse(alias)?;
    let mut lists: Vec<(String, Expr)> = Vec::new();
    let mut fields = Vec::new();
    let mut columns = Vec::new();
    let single = calls.len() == 1 && calls.iter().all(|call| call.columns.len() == 1);
    for call in calls {
        let id = binder.name();
        let value = Typed::new(node::column(&id), element(&call.list.ty)?);
        lists.push((id, call.list.expr));
        let several = call.columns.len() > 1;
        for (index, (name, ty)) in call.columns.into_iter().enumerate() {
            let field = if several { rows::field(&value, index)? } else { value.clone() };
            let id = binder.name();
            fields.push((id.clone(), field.expr));
            columns.push(ScopeColumn { name, id, ty, typmod: -1, table_oid: 0, attnum: 0 });
        }
    }
    // A function of one column gives its alias to the column, unless that has a name of its own: that of an OUT parameter.
    if let (true, Some(alias), [column]) = (single, alias, columns.as_mut_slice())
        && column.name == name
    {
        column.name = fold(&alias.name);
    }
    if ordinality {
        let longest = lists.iter().map(|(_, list)| length(list.clone())).collect::<Vec<_>>();
        let id = binder.name();
        let count = match <[Expr; 1]>::try_from(longest) {
            Ok([only]) => only,
            Err(several) => datafusion::functions::core::expr_fn::greatest(several),
        };
        let numbers = datafusion::functions_nested::expr_fn::gen_series(lit(1_i64), count, lit(1_i64));
        lists.push((id.clone(), numbers));
        let number = binder.name();
        fields.push((number.clone(), node::column(&id)));
        let name = "ordinality".to_owned();
        columns.push(ScopeColumn { name, id: number, ty: PgType::Int8, typmod: -1, table_oid: 0, attnum: 0 });
    }
    let visible = level.items.iter().flat_map(Item::every_column).cloned().collect();
    let mut item = named(columns, alias, name.to_owned())?;
    item.scalar = single && !ordinality;
    Ok(Factor { source: Source::Series(Series { lists, fields, visible }), items: vec![item] })
}

fn length(list: Expr) -> Expr {
    Expr::Cast(Cast::new(Box::new(datafusion::functions_nested::expr_fn::cardinality(list)), DataType::Int64))
}
