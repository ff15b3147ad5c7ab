//! The values of EXECUTE's arguments, which may be any expressions without a sub-select.
//!
//! Comes in: an EXECUTE, and the types of what it executes. Goes out: one value for each parameter. Must never: read a relation, or evaluate what the gates did not see.

use super::{Prepared, StatementContext, prepare, run};
use crate::error::{SqlError, SqlResult};
use crate::functions::{CastContext, coercion, names};
use crate::types::{PgType, input};
use crate::world::World;
use datafusion::arrow::array::RecordBatch;
use datafusion::common::ScalarValue;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::logical_expr::LogicalPlan;
use datafusion::sql::sqlparser::ast::{
    ArrayElemTypeDef, DataType, ExactNumberInfo, Expr, Ident, ObjectName, TimezoneInfo, UnaryOperator, Value,
};
use guard::SqlState;
use guard::parse::Parsed;
use std::sync::Arc;

/// Literals are read by their parameters' types; everything else is a query of its own, whose one row is cast as an assignment would.
///
/// # Errors
/// 42804 for a value that is no such parameter's, 0A000, 42803 and 42P20 for what an argument may not have in it, and what evaluating them gives.
pub async fn arguments(
    parsed: &Parsed,
    types: &[PgType],
    world: &Arc<World>,
    statement: &StatementContext,
) -> SqlResult<Vec<ScalarValue>> {
    let arguments = parsed.execution().map(|execute| execute.arguments.as_slice()).unwrap_or_default();
    let mut values = Vec::with_capacity(types.len());
    let mut computed = Vec::new();
    for (at, (argument, ty)) in arguments.iter().zip(types).enumerate() {
        let value = match literal(argument, ty) {
            Some(None) => ScalarValue::try_from(&ty.arrow())?,
            Some(Some(text)) => input::parse_constant(&text, ty, -1, &statement.display, statement.transaction_time)?,
            None => {
                computed.push((at, ty));
                ScalarValue::Null
            }
        };
        values.push(value);
    }
    if computed.is_empty() {
        return Ok(values);
    }
    let row = evaluated(parsed, &computed, world, statement).await?;
    for ((at, _), column) in computed.iter().zip(row.columns()) {
        if let Some(value) = values.get_mut(*at) {
            *value = ScalarValue::try_from_array(column, 0)?;
        }
    }
    Ok(values)
}

/// The one row of the arguments with these numbers, each as its parameter's type.
async fn evaluated(
    parsed: &Parsed,
    wanted: &[(usize, &PgType)],
    world: &Arc<World>,
    statement: &StatementContext,
) -> SqlResult<RecordBatch> {
    let plain: Vec<_> = wanted.iter().map(|(at, _)| (*at, None)).collect();
    let mut query = decided(parsed, &plain, world, statement).await?;
    let mut casts = plain;
    for (cast, ((at, ty), column)) in casts.iter_mut().zip(wanted.iter().zip(query.columns())) {
        if column.ty != **ty {
            assignable(*at, &column.ty, ty)?;
            cast.1 = Some(data_type(ty));
        }
    }
    if casts.iter().any(|(_, cast)| cast.is_some()) {
        query = decided(parsed, &casts, world, statement).await?;
    }
    let mut running = run(&query, Vec::new(), world, statement).await?;
    let row = running.next().await.ok_or_else(|| SqlError::internal("arguments without a row"))?;
    running.finish().await?;
    row
}

async fn decided(
    parsed: &Parsed,
    wanted: &[(usize, Option<DataType>)],
    world: &Arc<World>,
    statement: &StatementContext,
) -> SqlResult<Arc<Prepared>> {
    let select = parsed.arguments(wanted).ok_or_else(|| SqlError::internal("an argument is missing"))?;
    let statement = StatementContext { declared_parameters: Vec::new(), ..statement.clone() };
    let prepared = prepare(select, world, &statement).await?;
    if !prepared.parameters().is_empty() {
        return Err(SqlError::new(SqlState::UNDEFINED_PARAMETER, "there is no parameter $1"));
    }
    if let Some(plan) = prepared.plan() {
        computes_only(plan)?;
    }
    Ok(prepared)
}

/// An argument is computed from nothing: no relation, no group, no set.
fn computes_only(plan: &LogicalPlan) -> SqlResult<()> {
    let mut refused = None;
    plan.apply_with_subqueries(|node| {
        refused = match node {
            LogicalPlan::Projection(_) | LogicalPlan::EmptyRelation(_) | LogicalPlan::SubqueryAlias(_) => None,
            LogicalPlan::Aggregate(_) => Some(SqlError::new(
                SqlState::GROUPING_ERROR,
                "aggregate functions are not allowed in EXECUTE parameters",
            )),
            LogicalPlan::Window(_) => {
                Some(SqlError::new(SqlState::WINDOWING_ERROR, "window functions are not allowed in EXECUTE parameters"))
            }
            LogicalPlan::Unnest(_) => {
                Some(SqlError::unsupported("set-returning functions are not allowed in EXECUTE parameters"))
            }
            _ => Some(SqlError::unsupported("cannot use subquery in EXECUTE parameter")),
        };
        Ok(if refused.is_some() { TreeNodeRecursion::Stop } else { TreeNodeRecursion::Continue })
    })?;
    refused.map_or(Ok(()), Err)
}

fn assignable(at: usize, source: &PgType, target: &PgType) -> SqlResult<()> {
    if coercion::path(source, target).is_some_and(|(needed, _)| needed <= CastContext::Assignment) {
        return Ok(());
    }
    let message = format!(
        "parameter ${} of type {} cannot be coerced to the expected type {}",
        at + 1,
        names::of(source),
        names::of(target)
    );
    Err(SqlError::new(SqlState::DATATYPE_MISMATCH, message).hint("You will need to rewrite or cast the expression."))
}

/// The type as a cast names it.
fn data_type(ty: &PgType) -> DataType {
    if let Some(element) = ty.element() {
        return DataType::Array(ArrayElemTypeDef::SquareBracket(Box::new(data_type(&element)), None));
    }
    match ty {
        PgType::Bool => DataType::Bool,
        PgType::Int2 => DataType::Int2(None),
        PgType::Int4 => DataType::Int4(None),
        PgType::Int8 => DataType::Int8(None),
        PgType::Float4 => DataType::Float4,
        PgType::Float8 => DataType::Float8,
        PgType::Numeric => DataType::Numeric(ExactNumberInfo::None),
        PgType::Text => DataType::Text,
        PgType::Varchar => DataType::Varchar(None),
        PgType::Bytea => DataType::Bytea,
        PgType::Date => DataType::Date,
        PgType::Time => DataType::Time(None, TimezoneInfo::None),
        PgType::Timestamp => DataType::Timestamp(None, TimezoneInfo::None),
        PgType::Timestamptz => DataType::Timestamp(None, TimezoneInfo::Tz),
        PgType::Interval => DataType::Interval { fields: None, precision: None },
        PgType::Json => DataType::JSON,
        PgType::Jsonb => DataType::JSONB,
        PgType::Uuid => DataType::Uuid,
        other => DataType::Custom(ObjectName::from(vec![Ident::new(other.name())]), Vec::new()),
    }
}

/// The text of a literal that its parameter's type reads as PostgreSQL would: a string, NULL, or a number that is one of that type. `Some(None)` is NULL.
#[expect(clippy::option_option, reason = "no literal, NULL and a text are three things")]
fn literal(expr: &Expr, ty: &PgType) -> Option<Option<String>> {
    match expr {
        Expr::Nested(inner) => literal(inner, ty),
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => match &**expr {
            Expr::Value(value) => number(&value.value, ty).map(|digits| Some(format!("-{digits}"))),
            _ => None,
        },
        Expr::Value(value) => match &value.value {
            Value::Null => Some(None),
            Value::SingleQuotedString(text) => Some(Some(text.clone())),
            other => number(other, ty).map(|digits| Some(digits.to_owned())),
        },
        _ => None,
    }
}

fn number<'a>(value: &'a Value, ty: &PgType) -> Option<&'a str> {
    let Value::Number(digits, _) = value else { return None };
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    let fits = match ty {
        PgType::Int2 | PgType::Int4 | PgType::Int8 => whole,
        PgType::Numeric => true,
        _ => false,
    };
    fits.then_some(digits.as_str())
}
