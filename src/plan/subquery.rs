//! Sub-selects in expressions.
//!
//! Comes in: a query and the level it stands on. Goes out: an expression that holds its plan. Must never: let a scalar sub-select of several rows pick one.

use super::binder::Binder;
use super::query;
use super::scope::{Item, Level, ScopeColumn, outer};
use super::single::single_value;
use super::typed::Typed;
use super::{expr, node, rows};
use crate::error::{SqlError, SqlResult};
use crate::functions;
use crate::types::PgType;
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::common::{ScalarValue, Spans};
use datafusion::logical_expr::expr::{Exists, InSubquery, SetComparison, SetQuantifier};
use datafusion::logical_expr::{Aggregate, Expr, LogicalPlan, Operator, Subquery, lit, when};
use datafusion::sql::sqlparser::ast;
use guard::SqlState;
use std::sync::Arc;

fn held(plan: LogicalPlan) -> Subquery {
    // What it refers to outside is read from the plan itself.
    Subquery { subquery: Arc::new(plan), outer_ref_columns: vec![], spans: Spans::new() }
}

fn bind(binder: &Binder<'_>, level: &Level<'_>, query: &ast::Query) -> SqlResult<(LogicalPlan, Vec<ScopeColumn>)> {
    let bound = query::bind(binder, Some(level), level.ctes.clone(), query)?;
    binder.finish(bound)
}

fn one_column(
    binder: &Binder<'_>,
    level: &Level<'_>,
    query: &ast::Query,
    message: &str,
) -> SqlResult<(LogicalPlan, ScopeColumn)> {
    let (plan, columns) = bind(binder, level, query)?;
    match <[ScopeColumn; 1]>::try_from(columns) {
        Ok([column]) => Ok((plan, column)),
        Err(_) => Err(SqlError::new(SqlState::SYNTAX_ERROR, message)),
    }
}

pub fn scalar(binder: &Binder<'_>, level: &Level<'_>, query: &ast::Query) -> SqlResult<Typed> {
    let (plan, column) = one_column(binder, level, query, "subquery must return only one column")?;
    let ScopeColumn { id, ty, typmod, .. } = column;
    let plan = one_value(binder, plan, &id, &ty)?;
    Ok(Typed { expr: Expr::ScalarSubquery(held(plan)), ty, typmod })
}

/// The plan's one value, NULL for no row. That it is NULL then, whatever the column is, must be seen in its schema: the engine takes IS NULL of a column that has no NULL for false.
fn one_value(binder: &Binder<'_>, plan: LogicalPlan, id: &str, ty: &PgType) -> SqlResult<LogicalPlan> {
    if gives_one_row(&plan) {
        return Ok(plan);
    }
    let call = single_value(node::column(id), ty).alias(binder.name());
    Ok(LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(plan), vec![], vec![call])?))
}

/// Whether there is one row, neither fewer nor more, whatever is read.
fn gives_one_row(plan: &LogicalPlan) -> bool {
    match plan {
        LogicalPlan::Projection(projection) => gives_one_row(&projection.input),
        LogicalPlan::Aggregate(aggregate) => aggregate.group_expr.is_empty(),
        LogicalPlan::EmptyRelation(nothing) => nothing.produce_one_row,
        _ => false,
    }
}

/// `ARRAY(SELECT …)`: in the order of the sub-select.
pub fn array(binder: &Binder<'_>, level: &Level<'_>, query: &ast::Query) -> SqlResult<Typed> {
    let query::BoundQuery { plan, outputs, order } = query::bind(binder, Some(level), level.ctes.clone(), query)?;
    let [output] = <[query::Output; 1]>::try_from(outputs)
        .map_err(|_| SqlError::new(SqlState::SYNTAX_ERROR, "subquery must return only one column"))?;
    let value = functions::settle(output.value, binder.context)?;
    if matches!(value.ty, PgType::Array(_)) {
        return Err(SqlError::unsupported("arrays of more than one dimension are not supported"));
    }
    let element = value.ty;
    let ty = PgType::Array(Box::new(element.clone()));
    let call = functions::aggregate(
        functions::AggregateCall {
            name: "array_agg".to_owned(),
            arguments: vec![Typed::new(value.expr, element)],
            star: false,
            distinct: false,
            order_by: order,
            within_group: vec![],
            filter: None,
            over: None,
        },
        binder.context,
    )?
    .expr;
    let aggregate = Aggregate::try_new(Arc::new(plan), vec![], vec![call.alias(binder.name())])?;
    let value = Expr::ScalarSubquery(held(LogicalPlan::Aggregate(aggregate)));
    let empty = rows::empty_array(&ty)?.expr;
    Ok(Typed::new(datafusion::functions::core::expr_fn::coalesce(vec![value, empty]), ty))
}

pub fn exists(binder: &Binder<'_>, level: &Level<'_>, query: &ast::Query, negated: bool) -> SqlResult<Typed> {
    let bound = query::bind(binder, Some(level), level.ctes.clone(), query)?;
    let plan = if bound.outputs.is_empty() { bound.plan } else { binder.finish(bound)?.0 };
    Ok(Typed::new(Expr::Exists(Exists { subquery: held(plan), negated }), PgType::Bool))
}

pub fn in_subquery(
    binder: &Binder<'_>,
    level: &Level<'_>,
    value: &ast::Expr,
    query: &ast::Query,
    negated: bool,
) -> SqlResult<Typed> {
    if let Some(parts) = expr::row_parts(binder, level, value)? {
        return row_in_subquery(binder, level, parts, query, negated);
    }
    let value = expr::bind(binder, level, value)?;
    let (plan, column) = one_column(binder, level, query, "subquery has too many columns")?;
    Ok(Typed::new(membership(binder, value, plan, &column, negated)?, PgType::Bool))
}

/// A row is in the sub-select where all its columns equal a row's; unknown where none does, and the comparison with one is NULL.
fn row_in_subquery(
    binder: &Binder<'_>,
    level: &Level<'_>,
    parts: Vec<Typed>,
    query: &ast::Query,
    negated: bool,
) -> SqlResult<Typed> {
    let (plan, columns) = bind(binder, level, query)?;
    if parts.len() != columns.len() {
        let much = if parts.len() > columns.len() { "few" } else { "many" };
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, format!("subquery has too {much} columns")));
    }
    let parts = parts.into_iter().map(|part| from_inside(level, part)).collect::<SqlResult<Vec<_>>>()?;
    let columns: Vec<Typed> = columns.iter().map(ScopeColumn::value).collect();
    let equal = rows::compare(binder, "=", &parts, &columns)?.expr;
    let exists = |condition: Expr| -> SqlResult<Expr> {
        let subquery = held(node::filter(condition, plan.clone())?);
        Ok(Expr::Exists(Exists { subquery, negated: false }))
    };
    let null = Expr::Literal(ScalarValue::Boolean(None), None);
    let found = when(exists(equal.clone())?, lit(true)).when(exists(equal.is_null())?, null).otherwise(lit(false))?;
    Ok(Typed::new(if negated { Expr::Not(Box::new(found)) } else { found }, PgType::Bool))
}

/// A value of this level as a sub-select of it refers to it.
fn from_inside(level: &Level<'_>, value: Typed) -> SqlResult<Typed> {
    let Typed { expr, ty, typmod } = value;
    if expr::holds_subquery(&expr) {
        return Err(SqlError::unsupported("a row with a sub-select in it before IN is not supported"));
    }
    let mut unknown = false;
    let expr = expr.transform_up(|part| {
        let Expr::Column(column) = &part else { return Ok(Transformed::no(part)) };
        let known = level.items.iter().flat_map(Item::every_column).find(|known| known.id == column.name);
        unknown |= known.is_none();
        Ok(known.map_or_else(|| Transformed::no(part.clone()), |known| Transformed::yes(outer(known).expr)))
    })?;
    if unknown {
        return Err(SqlError::unsupported("a row of aggregates before IN with a sub-select is not supported"));
    }
    Ok(Typed { expr: expr.data, ty, typmod })
}

/// Both sides in the form that `=` compares them by.
fn membership(
    binder: &Binder<'_>,
    value: Typed,
    plan: LogicalPlan,
    column: &ScopeColumn,
    negated: bool,
) -> SqlResult<Expr> {
    binder.compare("=", &value, &column.value())?;
    let (value, plan) = aligned(binder, value, plan, column)?;
    Ok(Expr::InSubquery(InSubquery { expr: Box::new(value), subquery: held(plan), negated }))
}

fn aligned(
    binder: &Binder<'_>,
    value: Typed,
    plan: LogicalPlan,
    column: &ScopeColumn,
) -> SqlResult<(Expr, LogicalPlan)> {
    let (_, values) = functions::unify(vec![value, column.value()], "IN", binder.context)?;
    let [left, right] = <[Typed; 2]>::try_from(values).map_err(|_| SqlError::internal("a side was lost"))?;
    let key = functions::comparison_key(&right)?.expr.alias(binder.name());
    Ok((functions::comparison_key(&left)?.expr, node::project(vec![key], plan)?))
}

/// `value op ANY (…)` and `value op ALL (…)`, over a sub-select or an array.
pub fn quantified(
    binder: &Binder<'_>,
    level: &Level<'_>,
    left: &ast::Expr,
    op: &ast::BinaryOperator,
    right: &ast::Expr,
    any: bool,
) -> SqlResult<Typed> {
    let symbol = expr::symbol(op)?;
    let mut right = right;
    while let ast::Expr::Nested(inner) = right {
        right = inner;
    }
    if let (true, ast::Expr::Subquery(query)) = (expr::is_row(left), right)
        && let Some(parts) = expr::row_parts(binder, level, left)?
    {
        return match (symbol.as_str(), any) {
            ("=", true) => row_in_subquery(binder, level, parts, query, false),
            ("<>", false) => row_in_subquery(binder, level, parts, query, true),
            _ => Err(SqlError::unsupported(
                "this operator between a row and ANY or ALL of a sub-select is not supported",
            )),
        };
    }
    let value = expr::bind(binder, level, left)?;
    match right {
        ast::Expr::Subquery(query) => {
            let (plan, column) = one_column(binder, level, query, "subquery has too many columns")?;
            over_rows(binder, value, &symbol, plan, &column, any)
        }
        ast::Expr::Array(ast::Array { elem, named: _ }) if !elem.is_empty() => {
            let items = elem.iter().map(|item| expr::bind(binder, level, item)).collect::<SqlResult<Vec<_>>>()?;
            over_items(binder, &value, &symbol, items, any)
        }
        other => {
            let array = expr::bind(binder, level, other)?;
            over_array(binder, value, &symbol, array, any)
        }
    }
}

fn over_rows(
    binder: &Binder<'_>,
    value: Typed,
    symbol: &str,
    plan: LogicalPlan,
    column: &ScopeColumn,
    any: bool,
) -> SqlResult<Typed> {
    let operator = match (symbol, any) {
        ("=", true) => return Ok(Typed::new(membership(binder, value, plan, column, false)?, PgType::Bool)),
        ("<>", false) => return Ok(Typed::new(membership(binder, value, plan, column, true)?, PgType::Bool)),
        ("=", false) => Operator::Eq,
        ("<>", true) => Operator::NotEq,
        ("<", _) => Operator::Lt,
        ("<=", _) => Operator::LtEq,
        (">", _) => Operator::Gt,
        (">=", _) => Operator::GtEq,
        _ => return Err(SqlError::unsupported("this operator with ANY or ALL over a sub-select is not supported")),
    };
    binder.compare(symbol, &value, &column.value())?;
    let (value, plan) = aligned(binder, value, plan, column)?;
    let quantifier = if any { SetQuantifier::Any } else { SetQuantifier::All };
    let comparison = SetComparison { expr: Box::new(value), subquery: held(plan), op: operator, quantifier };
    Ok(Typed::new(Expr::SetComparison(comparison), PgType::Bool))
}

fn over_items(binder: &Binder<'_>, value: &Typed, symbol: &str, items: Vec<Typed>, any: bool) -> SqlResult<Typed> {
    let (_, items) = functions::unify(items, "ARRAY", binder.context)?;
    if any && symbol == "=" {
        return Ok(Typed::new(expr::any_of(binder, value.clone(), items)?, PgType::Bool));
    }
    let tests = items.iter().map(|item| binder.compare(symbol, value, item)).collect::<SqlResult<Vec<_>>>()?;
    let combined = node::balanced(tests, if any { Expr::or } else { Expr::and });
    Ok(Typed::new(combined.unwrap_or_else(|| lit(!any)), PgType::Bool))
}

/// Over an array that is only known when the statement runs: `=` and `<>` alone.
fn over_array(binder: &Binder<'_>, value: Typed, symbol: &str, array: Typed, any: bool) -> SqlResult<Typed> {
    use datafusion::functions_nested::expr_fn::{array_has, array_position, cardinality};
    let value = match &array.ty {
        PgType::Array(element) if value.ty == PgType::Unknown => binder.coerce(value, element)?,
        _ => functions::settle(value, binder.context)?,
    };
    let array = match &array.ty {
        PgType::Unknown => binder.coerce(array, &PgType::Array(Box::new(value.ty.clone())))?,
        PgType::Array(_) => array,
        PgType::Int2Vector => binder.coerce(array, &PgType::Array(Box::new(PgType::Int2)))?,
        PgType::OidVector => binder.coerce(array, &PgType::Array(Box::new(PgType::Oid)))?,
        other => {
            let _ = other;
            return Err(SqlError::new(SqlState::WRONG_OBJECT_TYPE, "op ANY/ALL (array) requires array on right side"));
        }
    };
    let PgType::Array(element) = &array.ty else { return Err(SqlError::internal("not an array")) };
    binder.compare(symbol, &value, &Typed::null(element.as_ref().clone())?)?;
    let sample = Typed::new(value.expr.clone(), element.as_ref().clone());
    let plain = value.ty == sample.ty && functions::comparison_key(&sample)?.expr == sample.expr;
    let negated = match (symbol, any) {
        ("=", true) if plain => false,
        ("<>", false) if plain => true,
        _ => return over_elements(binder, value, symbol, array, any),
    };
    let null = || Expr::Literal(ScalarValue::Boolean(None), None);
    let size = Expr::Cast(datafusion::logical_expr::Cast::new(
        Box::new(cardinality(array.expr.clone())),
        datafusion::arrow::datatypes::DataType::Int64,
    ));
    let nothing = Typed::null(element.as_ref().clone())?.expr;
    let found = when(array.expr.clone().is_null(), null())
        .when(size.eq(lit(0_i64)), lit(false))
        .when(value.expr.clone().is_null(), null())
        .when(array_has(array.expr.clone(), value.expr), lit(true))
        .when(array_position(array.expr, nothing, lit(1_i64)).is_not_null(), null())
        .otherwise(lit(false))?;
    Ok(Typed::new(if negated { Expr::Not(Box::new(found)) } else { found }, PgType::Bool))
}

/// Element by element, both sides of the type that they have in common.
fn over_elements(binder: &Binder<'_>, value: Typed, symbol: &str, array: Typed, any: bool) -> SqlResult<Typed> {
    let PgType::Array(element) = &array.ty else { return Err(SqlError::internal("not an array")) };
    let common = functions::common_type(&[value.ty.clone(), element.as_ref().clone()])
        .ok_or_else(|| SqlError::unsupported("ANY and ALL over an array of such another type are not supported"))?;
    let value = binder.coerce(value, &common)?;
    let array = if **element == common { array } else { binder.coerce(array, &PgType::Array(Box::new(common)))? };
    functions::quantified(symbol, any, value, array)
        .ok_or_else(|| SqlError::unsupported("this operator with ANY or ALL over an array is not supported"))
}

/// A row compared with something that is not a row constructor: a sub-select of one row.
pub fn row(
    binder: &Binder<'_>,
    level: &Level<'_>,
    left: Vec<Typed>,
    symbol: &str,
    right: &ast::Expr,
) -> SqlResult<Typed> {
    let mut right = right;
    while let ast::Expr::Nested(inner) = right {
        right = inner;
    }
    let ast::Expr::Subquery(query) = right else {
        return Err(SqlError::unsupported("comparing a row with something that is not a row is not supported"));
    };
    let (plan, columns) = bind(binder, level, query)?;
    if columns.len() != left.len() {
        let much = if columns.len() > left.len() { "many" } else { "few" };
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, format!("subquery has too {much} columns")));
    }
    let record = rows::record(binder, columns.iter().map(ScopeColumn::value).collect())?;
    let id = binder.name();
    let plan = one_value(binder, node::project(vec![record.expr.alias(&id)], plan)?, &id, &record.ty)?;
    let record = Typed::new(Expr::ScalarSubquery(held(plan)), record.ty);
    let right = (0..left.len()).map(|index| rows::field(&record, index)).collect::<SqlResult<Vec<_>>>()?;
    rows::compare(binder, symbol, &left, &right)
}
