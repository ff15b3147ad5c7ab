//! ORDER BY, LIMIT, OFFSET, FETCH, and duplicates.
//!
//! Comes in: a plan whose outputs are known. Goes out: the same rows in order, or fewer of them. Must never: sort or compare by anything but PostgreSQL's order of the type.

use super::binder::Binder;
use super::query::{BoundQuery, Output};
use super::scope::{Clause, Level, ScopeColumn, fold};
use super::typed::Typed;
use super::{expr, node};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext, SortKey};
use crate::types::PgType;
use datafusion::common::ScalarValue;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::logical_expr::simplify::SimplifyContext;
use datafusion::logical_expr::{
    Aggregate, Distinct, Expr, ExprFunctionExt, Limit, LogicalPlan, Operator, SortExpr, WindowFunctionDefinition,
    binary_expr, expr::WindowFunction, lit,
};
use datafusion::optimizer::simplify_expressions::ExprSimplifier;
use datafusion::sql::sqlparser::ast;
use guard::SqlState;
use std::sync::Arc;

/// What may follow a query's body.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tail<'q> {
    pub order_by: &'q [ast::OrderByExpr],
    pub limit: Option<&'q ast::Expr>,
    /// `FETCH FIRST ROW`: one, without saying so.
    pub one: bool,
    pub offset: Option<&'q ast::Expr>,
    pub ties: bool,
}

impl<'q> Tail<'q> {
    pub fn of(query: &'q ast::Query) -> SqlResult<Self> {
        let order_by = match &query.order_by {
            None => &[][..],
            Some(ast::OrderBy { kind: ast::OrderByKind::Expressions(keys), interpolate: None }) => keys,
            Some(_) => return Err(SqlError::unsupported("ORDER BY clause is not supported")),
        };
        let (limit, offset) = match &query.limit_clause {
            None => (None, None),
            Some(ast::LimitClause::LimitOffset { limit, offset, limit_by }) if limit_by.is_empty() => {
                (limit.as_ref(), offset.as_ref().map(|offset| &offset.value))
            }
            Some(_) => return Err(SqlError::unsupported("LIMIT clause is not supported")),
        };
        let Some(ast::Fetch { with_ties, percent, quantity }) = &query.fetch else {
            return Ok(Self { order_by, limit, one: false, offset, ties: false });
        };
        if *percent {
            return Err(SqlError::unsupported("FETCH PERCENT is not supported"));
        }
        if limit.is_some() {
            return Err(SqlError::new(SqlState::SYNTAX_ERROR, "multiple LIMIT clauses not allowed"));
        }
        if *with_ties && order_by.is_empty() {
            return Err(SqlError::new(SqlState::SYNTAX_ERROR, "WITH TIES cannot be specified without ORDER BY clause"));
        }
        Ok(Self { order_by, limit: quantity.as_ref(), one: quantity.is_none(), offset, ties: *with_ties })
    }

    /// PostgreSQL takes a column of a query around this one in LIMIT and OFFSET, and none of this query's.
    pub fn refuse_outer_columns(&self, binder: &Binder<'_>, parent: &Level<'_>) -> SqlResult<()> {
        for (value, clause) in [(self.limit, Clause::Limit), (self.offset, Clause::Offset)] {
            let Some(value) = value else { continue };
            let level = Level::new(Some(parent), None, Vec::new(), clause);
            let is_outer = expr::bind(binder, &level, value).is_ok_and(|value| value.expr.contains_outer());
            if is_outer {
                let clause = clause.words();
                return Err(SqlError::unsupported(format!("a column of an outer query in {clause} is not supported")));
            }
        }
        Ok(())
    }

    pub fn is_empty(&self) -> bool {
        self.order_by.is_empty() && !self.is_limited()
    }

    fn is_limited(&self) -> bool {
        self.limit.is_some() || self.one || self.offset.is_some()
    }

    /// `(select … order by …) limit …`: both belong to the one query.
    pub fn merge(self, inner: Self) -> SqlResult<Self> {
        let twice =
            |clause: &str| SqlError::new(SqlState::SYNTAX_ERROR, format!("multiple {clause} clauses not allowed"));
        if !self.order_by.is_empty() && !inner.order_by.is_empty() {
            return Err(twice("ORDER BY"));
        }
        if (self.limit.is_some() || self.one) && (inner.limit.is_some() || inner.one) {
            return Err(twice("LIMIT"));
        }
        if self.offset.is_some() && inner.offset.is_some() {
            return Err(twice("OFFSET"));
        }
        Ok(Self {
            order_by: if self.order_by.is_empty() { inner.order_by } else { self.order_by },
            limit: self.limit.or(inner.limit),
            one: self.one || inner.one,
            offset: self.offset.or(inner.offset),
            ties: self.ties || inner.ties,
        })
    }
}

/// The direction of a key, PostgreSQL's defaults filled in.
pub fn key(value: Typed, options: &ast::OrderByOptions) -> SortKey {
    let ascending = options.asc.unwrap_or(true);
    SortKey { value, ascending, nulls_first: options.nulls_first.unwrap_or(!ascending) }
}

pub fn sort_expr(key: &SortKey) -> SqlResult<SortExpr> {
    Ok(SortExpr::new(functions::comparison_key(&key.value)?.expr, key.ascending, key.nulls_first))
}

pub fn plain_key(item: &ast::OrderByExpr) -> SqlResult<()> {
    if item.with_fill.is_some() {
        return Err(SqlError::unsupported("ORDER BY clause is not supported"));
    }
    Ok(())
}

/// The output that a bare name or an ordinal in ORDER BY, GROUP BY or DISTINCT ON means.
pub fn named_output(
    binder: &Binder<'_>,
    written: &ast::Expr,
    outputs: &[Output],
    clause: &str,
) -> SqlResult<Option<usize>> {
    let mut written = written;
    while let ast::Expr::Nested(inner) = written {
        written = inner;
    }
    match written {
        ast::Expr::Value(value) => ordinal(binder, value, outputs, clause).map(Some),
        ast::Expr::UnaryOp { op: ast::UnaryOperator::Minus, .. } => match signed(written) {
            Some(value) => ordinal(binder, &value, outputs, clause).map(Some),
            None => Ok(None),
        },
        ast::Expr::Identifier(ident) => {
            let name = fold(ident);
            let mut found: Option<usize> = None;
            for (index, output) in outputs.iter().enumerate().filter(|(_, output)| output.name == name) {
                let same = found
                    .and_then(|earlier| outputs.get(earlier))
                    .is_none_or(|earlier| earlier.value.expr == output.value.expr);
                if !same {
                    return Err(SqlError::new(SqlState::AMBIGUOUS_COLUMN, format!("{clause} \"{name}\" is ambiguous"))
                        .at(binder.position(ident.span)));
                }
                found = found.or(Some(index));
            }
            Ok(found)
        }
        _ => Ok(None),
    }
}

/// A number with its signs is a constant, as PostgreSQL's grammar has it.
fn signed(written: &ast::Expr) -> Option<ast::ValueWithSpan> {
    match written {
        ast::Expr::Nested(inner) => signed(inner),
        ast::Expr::Value(value) if matches!(value.value, ast::Value::Number(..)) => Some(value.clone()),
        ast::Expr::UnaryOp { op: ast::UnaryOperator::Minus, expr } => {
            let ast::ValueWithSpan { value, span } = signed(expr)?;
            let digits = value.to_string();
            let turned = digits.strip_prefix('-').map_or_else(|| format!("-{digits}"), str::to_owned);
            Some(ast::ValueWithSpan { value: ast::Value::Number(turned, false), span })
        }
        _ => None,
    }
}

fn ordinal(binder: &Binder<'_>, value: &ast::ValueWithSpan, outputs: &[Output], clause: &str) -> SqlResult<usize> {
    let position = binder.position(value.span);
    let ast::Value::Number(digits, _) = &value.value else {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, format!("non-integer constant in {clause}")).at(position));
    };
    let Ok(number) = digits.parse::<i32>() else {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, format!("non-integer constant in {clause}")).at(position));
    };
    usize::try_from(number)
        .ok()
        .and_then(|number| number.checked_sub(1))
        .filter(|index| *index < outputs.len())
        .ok_or_else(|| {
            SqlError::new(
                SqlState::INVALID_COLUMN_REFERENCE,
                format!("{clause} position {number} is not in select list"),
            )
            .at(position)
        })
}

/// ORDER BY and LIMIT over a query whose inside can't be reached: output names and ordinals alone.
pub fn over_outputs(binder: &Binder<'_>, bound: BoundQuery, tail: &Tail<'_>) -> SqlResult<BoundQuery> {
    if tail.is_empty() {
        return Ok(bound);
    }
    let (plan, columns) = binder.finish(bound)?;
    let outputs: Vec<Output> = columns.iter().map(Output::of_column).collect();
    let mut keys = Vec::with_capacity(tail.order_by.len());
    for item in tail.order_by {
        plain_key(item)?;
        let value = match named_output(binder, &item.expr, &outputs, "ORDER BY")? {
            Some(index) => outputs.get(index).map(|output| output.value.clone()),
            None => None,
        };
        let Some(value) = value else {
            let ast::Expr::Identifier(ident) = &item.expr else {
                return Err(SqlError::unsupported("invalid UNION/INTERSECT/EXCEPT ORDER BY clause")
                    .detail("Only result column names can be used, not expressions or functions.")
                    .hint("Add the expression/function to every SELECT, or move the UNION into a FROM clause."));
            };
            return Err(SqlError::new(
                SqlState::UNDEFINED_COLUMN,
                format!("column \"{}\" does not exist", fold(ident)),
            )
            .at(binder.position(ident.span)));
        };
        keys.push(key(value, &item.options));
    }
    let plan = sort_and_limit(binder, plan, &keys, tail)?;
    Ok(BoundQuery { plan, outputs, order: keys })
}

/// Sorts by keys over the plan's columns, and cuts.
pub fn sort_and_limit(
    binder: &Binder<'_>,
    plan: LogicalPlan,
    keys: &[SortKey],
    tail: &Tail<'_>,
) -> SqlResult<LogicalPlan> {
    let sorting = keys.iter().map(sort_expr).collect::<SqlResult<Vec<_>>>()?;
    let limited = tail.is_limited();
    if !limited {
        return Ok(if sorting.is_empty() { plan } else { node::sort(sorting, plan) });
    }
    let fetch = match tail.limit {
        Some(limit) => count(binder, limit, Clause::Limit)?,
        None if tail.one => Some(lit(1_i64)),
        None => None,
    };
    let skip = match tail.offset {
        Some(offset) => count(binder, offset, Clause::Offset)?,
        None => None,
    };
    if let (true, Some(fetch)) = (tail.ties, &fetch) {
        return with_ties(binder, plan, sorting, skip, fetch.clone());
    }
    let plan = if sorting.is_empty() { plan } else { node::sort(sorting, plan) };
    Ok(LogicalPlan::Limit(Limit { skip: skip.map(Box::new), fetch: fetch.map(Box::new), input: Arc::new(plan) }))
}

/// A row is kept if it is past the offset and not behind the last row's peers.
fn with_ties(
    binder: &Binder<'_>,
    plan: LogicalPlan,
    sorting: Vec<SortExpr>,
    skip: Option<Expr>,
    fetch: Expr,
) -> SqlResult<LogicalPlan> {
    use datafusion::functions_window::{rank::rank_udwf, row_number::row_number_udwf};
    let (number, rank) = (binder.name(), binder.name());
    let call = |function, id: &str| -> SqlResult<Expr> {
        let call = WindowFunction::new(WindowFunctionDefinition::WindowUDF(function), vec![]);
        Ok(Expr::from(call).order_by(sorting.clone()).build()?.alias(id))
    };
    let all = node::all_columns(&plan);
    let calls = vec![call(row_number_udwf(), &number)?, call(rank_udwf(), &rank)?];
    let plan = node::window(calls, plan)?;
    let skip = skip.unwrap_or_else(|| lit(0_i64));
    let number = to_bigint(node::column(&number));
    let rank = to_bigint(node::column(&rank));
    let kept = number.gt(skip.clone()).and(rank.lt_eq(binary_expr(skip, Operator::Plus, fetch)));
    let plan = node::sort(sorting, node::filter(kept, plan)?);
    node::project(all, plan)
}

fn to_bigint(value: Expr) -> Expr {
    Expr::Cast(datafusion::logical_expr::Cast::new(Box::new(value), datafusion::arrow::datatypes::DataType::Int64))
}

/// The number in LIMIT or OFFSET; `None` is no limit.
fn count(binder: &Binder<'_>, written: &ast::Expr, clause: Clause) -> SqlResult<Option<Expr>> {
    let level = Level::new(None, None, Vec::new(), clause);
    let value = expr::bind(binder, &level, written).map_err(|error| match error.sqlstate() {
        SqlState::UNDEFINED_COLUMN => SqlError::new(
            SqlState::INVALID_COLUMN_REFERENCE,
            format!("argument of {} must not contain variables", clause.words()),
        ),
        _ => error,
    })?;
    let of = value.ty.clone();
    let value = functions::cast(value, &PgType::Int8, -1, CastContext::Assignment, binder.context).map_err(
        |error| match error.sqlstate() {
            SqlState::DATATYPE_MISMATCH => SqlError::new(
                SqlState::DATATYPE_MISMATCH,
                format!("argument of {} must be type bigint, not type {}", clause.words(), super::typename::of(&of)),
            ),
            _ => error,
        },
    )?;
    let folded = constant(value.expr)?;
    match &folded {
        Expr::Literal(ScalarValue::Int64(None), _) => Ok(None),
        Expr::Literal(ScalarValue::Int64(Some(number)), _) if *number < 0 => Err(negative(clause)),
        Expr::Literal(..) => Ok(Some(folded)),
        other if expr::holds_subquery(other) => {
            Err(SqlError::unsupported(format!("a sub-select in {} is not supported", clause.words())))
        }
        _ => Ok(Some(folded)),
    }
}

fn negative(clause: Clause) -> SqlError {
    let sqlstate = match clause {
        Clause::Offset => SqlState::INVALID_ROW_COUNT_IN_RESULT_OFFSET_CLAUSE,
        _ => SqlState::INVALID_ROW_COUNT_IN_LIMIT_CLAUSE,
    };
    SqlError::new(sqlstate, format!("{} must not be negative", clause.words()))
}

/// Looks at each LIMIT and OFFSET once more when the parameters have their values.
///
/// # Errors
/// 2201W or 2201X if one is negative, and what working it out fails with.
pub fn require_counts(plan: &LogicalPlan) -> SqlResult<()> {
    let mut found = Ok(());
    plan.apply_with_subqueries(|node| {
        if let LogicalPlan::Limit(Limit { skip, fetch, input: _ }) = node {
            found = require_count(skip.as_deref(), Clause::Offset)
                .and_then(|()| require_count(fetch.as_deref(), Clause::Limit));
        }
        Ok(if found.is_err() { TreeNodeRecursion::Stop } else { TreeNodeRecursion::Continue })
    })?;
    found
}

fn require_count(count: Option<&Expr>, clause: Clause) -> SqlResult<()> {
    match count.cloned().map(constant).transpose()? {
        Some(Expr::Literal(ScalarValue::Int64(Some(number)), _)) if number < 0 => Err(negative(clause)),
        _ => Ok(()),
    }
}

/// The expression with its constant parts worked out.
pub fn constant(value: Expr) -> SqlResult<Expr> {
    Ok(ExprSimplifier::new(SimplifyContext::builder().build()).simplify(value)?)
}

/// Adds what to compare columns by; gives the names, which are the columns' own where they compare as they are.
pub fn with_keys(
    binder: &Binder<'_>,
    plan: LogicalPlan,
    columns: &[ScopeColumn],
) -> SqlResult<(LogicalPlan, Vec<String>)> {
    let mut more = Vec::new();
    let mut ids = Vec::with_capacity(columns.len());
    for column in columns {
        let value = column.value();
        let compared = functions::comparison_key(&value)?;
        if compared.expr == value.expr {
            ids.push(column.id.clone());
        } else {
            let id = binder.name();
            more.push(compared.expr.alias(&id));
            ids.push(id);
        }
    }
    Ok((node::extend(plan, more)?, ids))
}

/// Each distinct row once; the columns keep their names.
pub fn distinct(binder: &Binder<'_>, plan: LogicalPlan, columns: &[ScopeColumn]) -> SqlResult<LogicalPlan> {
    for column in columns {
        require_equality(binder, &column.value())?;
    }
    let (plan, ids) = with_keys(binder, plan, columns)?;
    if columns.iter().zip(&ids).all(|(column, id)| column.id == *id) {
        return Ok(LogicalPlan::Distinct(Distinct::All(Arc::new(plan))));
    }
    let groups = ids.iter().map(|id| node::column(id)).collect();
    let mut firsts = Vec::new();
    let mut outputs = Vec::new();
    for (column, id) in columns.iter().zip(&ids) {
        if column.id == *id {
            outputs.push(node::column(id));
        } else {
            let first = binder.name();
            firsts.push(first_value(node::column(&column.id)).alias(&first));
            outputs.push(node::column(&first).alias(&column.id));
        }
    }
    node::project(outputs, LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(plan), groups, firsts)?))
}

/// One of the values in a group, which are equal but may look different (`20.0` and `20.00`): the last by form, so that it does not hang on the number of partitions.
pub fn first_value(value: Expr) -> Expr {
    let order = SortExpr::new(value.clone(), false, false);
    datafusion::functions_aggregate::first_last::first_value(value, vec![order])
}

/// The first row of each group, in the order of the keys.
pub fn distinct_on(binder: &Binder<'_>, plan: LogicalPlan, on: &[Typed], keys: &[SortKey]) -> SqlResult<LogicalPlan> {
    use datafusion::functions_window::row_number::row_number_udwf;
    let mut partition = Vec::with_capacity(on.len());
    for value in on {
        require_equality(binder, value)?;
        partition.push(functions::comparison_key(value)?.expr);
    }
    let sorting = keys.iter().map(sort_expr).collect::<SqlResult<Vec<_>>>()?;
    let number = binder.name();
    let call = Expr::from(WindowFunction::new(WindowFunctionDefinition::WindowUDF(row_number_udwf()), vec![]));
    // To the engine, an empty order is a mistake.
    let call = call.partition_by(partition);
    let call = if sorting.is_empty() { call } else { call.order_by(sorting) }.build()?.alias(&number);
    let all = node::all_columns(&plan);
    let plan = node::filter(to_bigint(node::column(&number)).eq(lit(1_i64)), node::window(vec![call], plan)?)?;
    node::project(all, plan)
}

/// `could not identify an equality operator for type json`
pub fn require_equality(binder: &Binder<'_>, value: &Typed) -> SqlResult<()> {
    if matches!(value.ty, PgType::Json) {
        return Err(SqlError::new(
            SqlState::UNDEFINED_FUNCTION,
            format!("could not identify an equality operator for type {}", super::typename::of(&value.ty)),
        ));
    }
    let _ = binder;
    Ok(())
}
