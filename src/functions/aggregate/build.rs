//! Which aggregate a name and types mean, and the expression that calls it.

use super::framed;
use super::gather::{Direction, Layout};
use super::statistics::{Moment, Regression};
use super::udaf::{PgAggregate, What};
use super::window::{reaching, windowed};
use crate::error::{SqlError, SqlResult};
use crate::functions::{AggregateCall, Over, SortKey, comparison_key, scalar, settle};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::common::ScalarValue;
use datafusion::functions_aggregate::count::count_udaf;
use datafusion::functions_aggregate::min_max::{max_udaf, min_udaf};
use datafusion::logical_expr::expr::AggregateFunction;
use datafusion::logical_expr::{AggregateUDF, Expr};
use guard::SqlState;
use std::sync::Arc;

pub(super) const SIGNATURES: &[&str] = &[
    "count() int8",
    "count(any) int8",
    "approx_count_distinct(any) int8",
    "sum(int2) int8",
    "sum(int4) int8",
    "sum(int8) numeric",
    "sum(numeric) numeric",
    "sum(float4) float4",
    "sum(float8) float8",
    "sum(interval) interval",
    "avg(int2) numeric",
    "avg(int4) numeric",
    "avg(int8) numeric",
    "avg(numeric) numeric",
    "avg(float4) float8",
    "avg(float8) float8",
    "avg(interval) interval",
    "min(int2) int2",
    "min(int4) int4",
    "min(int8) int8",
    "min(float4) float4",
    "min(float8) float8",
    "min(numeric) numeric",
    "min(text) text",
    "min(bpchar) bpchar",
    "min(date) date",
    "min(time) time",
    "min(timestamp) timestamp",
    "min(timestamptz) timestamptz",
    "min(interval) interval",
    "min(oid) oid",
    "min(anyarray) anyarray",
    "max(int2) int2",
    "max(int4) int4",
    "max(int8) int8",
    "max(float4) float4",
    "max(float8) float8",
    "max(numeric) numeric",
    "max(text) text",
    "max(bpchar) bpchar",
    "max(date) date",
    "max(time) time",
    "max(timestamp) timestamp",
    "max(timestamptz) timestamptz",
    "max(interval) interval",
    "max(oid) oid",
    "max(anyarray) anyarray",
    "variance(int2) numeric",
    "variance(int4) numeric",
    "variance(int8) numeric",
    "variance(numeric) numeric",
    "variance(float4) float8",
    "variance(float8) float8",
    "var_samp(int2) numeric",
    "var_samp(int4) numeric",
    "var_samp(int8) numeric",
    "var_samp(numeric) numeric",
    "var_samp(float4) float8",
    "var_samp(float8) float8",
    "var_pop(int2) numeric",
    "var_pop(int4) numeric",
    "var_pop(int8) numeric",
    "var_pop(numeric) numeric",
    "var_pop(float4) float8",
    "var_pop(float8) float8",
    "stddev(int2) numeric",
    "stddev(int4) numeric",
    "stddev(int8) numeric",
    "stddev(numeric) numeric",
    "stddev(float4) float8",
    "stddev(float8) float8",
    "stddev_samp(int2) numeric",
    "stddev_samp(int4) numeric",
    "stddev_samp(int8) numeric",
    "stddev_samp(numeric) numeric",
    "stddev_samp(float4) float8",
    "stddev_samp(float8) float8",
    "stddev_pop(int2) numeric",
    "stddev_pop(int4) numeric",
    "stddev_pop(int8) numeric",
    "stddev_pop(numeric) numeric",
    "stddev_pop(float4) float8",
    "stddev_pop(float8) float8",
    "regr_count(float8, float8) int8",
    "regr_sxx(float8, float8) float8",
    "regr_syy(float8, float8) float8",
    "regr_sxy(float8, float8) float8",
    "regr_avgx(float8, float8) float8",
    "regr_avgy(float8, float8) float8",
    "regr_r2(float8, float8) float8",
    "regr_slope(float8, float8) float8",
    "regr_intercept(float8, float8) float8",
    "covar_pop(float8, float8) float8",
    "covar_samp(float8, float8) float8",
    "corr(float8, float8) float8",
    "bool_and(bool) bool",
    "bool_or(bool) bool",
    "every(bool) bool",
    "bit_and(int2) int2",
    "bit_and(int4) int4",
    "bit_and(int8) int8",
    "bit_or(int2) int2",
    "bit_or(int4) int4",
    "bit_or(int8) int8",
    "bit_xor(int2) int2",
    "bit_xor(int4) int4",
    "bit_xor(int8) int8",
    "array_agg(anynonarray) anyarray",
    "string_agg(text, text) text",
    "string_agg(bytea, bytea) bytea",
    "json_agg(anyelement) json",
    "jsonb_agg(anyelement) jsonb",
    "json_object_agg(any, any) json",
    "jsonb_object_agg(any, any) jsonb",
    "any_value(anyelement) anyelement",
    "percentile_cont(float8, float8) float8",
    "percentile_cont(float8, interval) interval",
    "percentile_cont(float8[], float8) float8[]",
    "percentile_cont(float8[], interval) interval[]",
    "percentile_disc(float8, anyelement) anyelement",
    "percentile_disc(float8[], anyelement) anyarray",
    "mode(anyelement) anyelement",
];

pub(super) fn is_ordered_set(name: &str) -> bool {
    matches!(name, "percentile_cont" | "percentile_disc" | "mode")
}

fn what(name: &str, call: &AggregateCall) -> Option<What> {
    let several = matches!(call.arguments.first(), Some(Typed { ty: PgType::Array(_), .. }));
    let lines = matches!(call.arguments.first(), Some(Typed { ty: PgType::Array(_) | PgType::Record(_), .. }));
    Some(match name {
        "count" => What::Count,
        "sum" => What::Sum,
        "avg" => What::Average,
        "min" => What::Min,
        "max" => What::Max,
        "variance" | "var_samp" => What::Moment(Moment::VarSamp),
        "var_pop" => What::Moment(Moment::VarPop),
        "stddev" | "stddev_samp" => What::Moment(Moment::StddevSamp),
        "stddev_pop" => What::Moment(Moment::StddevPop),
        "regr_count" => What::Pairs(Regression::Count),
        "regr_sxx" => What::Pairs(Regression::Sxx),
        "regr_syy" => What::Pairs(Regression::Syy),
        "regr_sxy" => What::Pairs(Regression::Sxy),
        "regr_avgx" => What::Pairs(Regression::AvgX),
        "regr_avgy" => What::Pairs(Regression::AvgY),
        "regr_r2" => What::Pairs(Regression::R2),
        "regr_slope" => What::Pairs(Regression::Slope),
        "regr_intercept" => What::Pairs(Regression::Intercept),
        "covar_pop" => What::Pairs(Regression::CovarPop),
        "covar_samp" => What::Pairs(Regression::CovarSamp),
        "corr" => What::Pairs(Regression::Corr),
        "bool_and" | "every" => What::BoolAnd,
        "bool_or" => What::BoolOr,
        "bit_and" => What::BitAnd,
        "bit_or" => What::BitOr,
        "bit_xor" => What::BitXor,
        "array_agg" => What::ArrayAgg,
        "string_agg" => What::StringAgg,
        "json_agg" => What::JsonAgg { lines },
        "jsonb_agg" => What::JsonAgg { lines: false },
        "json_object_agg" => What::JsonObjectAgg { binary: false },
        "jsonb_object_agg" => What::JsonObjectAgg { binary: true },
        "any_value" => What::AnyValue,
        "percentile_cont" => What::PercentileCont { several },
        "percentile_disc" => What::PercentileDisc { several },
        "mode" => What::Mode,
        _ => return None,
    })
}

/// A call whose arguments have their types.
pub(super) fn build(call: AggregateCall, result: &PgType, context: &BindContext) -> SqlResult<Typed> {
    let what = match call.name.as_str() {
        "approx_count_distinct" => return approximate(call, result),
        name => what(name, &call).ok_or_else(|| SqlError::internal(format!("no aggregate {name}")))?,
    };
    let reaches = call.over.as_ref().is_some_and(|over| over.reach.is_some());
    if let (false, Some((udaf, arguments, distinct))) = (reaches, native(what, &call)) {
        return finish(call, udaf, arguments, distinct, result);
    }
    let input = call.arguments.first().or(call.within_group.first().map(|key| &key.value));
    let input = input.map_or(PgType::Unknown, |argument| argument.ty.clone());
    let (arguments, sort, distinct) = columns(what, &call, context)?;
    let layout = Layout {
        arguments: arguments.len(),
        sort: sort.iter().map(|(_, direction)| *direction).collect(),
        distinct: distinct.len(),
        strict: strict(what),
    };
    let all: Vec<Typed> =
        arguments.into_iter().chain(sort.into_iter().map(|(value, _)| value)).chain(distinct).collect();
    let types = all.iter().map(|column| column.ty.arrow()).collect();
    let aggregate = PgAggregate::new(what, &call.name, input, types, result, layout);
    if reaches {
        let Some(over) = call.over else { return Err(SqlError::internal("a frame without a window")) };
        let arguments = all.into_iter().map(|column| column.expr).collect();
        let expr = reaching(framed::Over::Aggregate(Box::new(aggregate)), arguments, call.filter, over, result)?;
        return Ok(Typed::new(expr, result.clone()));
    }
    let udaf = Arc::new(AggregateUDF::new_from_impl(aggregate));
    finish(call, udaf, all.into_iter().map(|column| column.expr).collect(), false, result)
}

/// Whether a row whose first argument is NULL does not count.
fn strict(what: What) -> bool {
    !matches!(what, What::ArrayAgg | What::JsonAgg { .. } | What::JsonObjectAgg { .. })
}

type Columns = (Vec<Typed>, Vec<(Typed, Direction)>, Vec<Typed>);

/// The columns that an aggregate of ours reads: arguments, sort keys, and what tells distinct rows.
fn columns(what: What, call: &AggregateCall, context: &BindContext) -> SqlResult<Columns> {
    let direction = |key: &SortKey| Direction { ascending: key.ascending, nulls_first: key.nulls_first };
    if let [key] = call.within_group.as_slice() {
        let order = comparison_key(&key.value)?;
        let mut arguments = vec![key.value.clone()];
        match what {
            What::Mode => arguments.push(order.clone()),
            _ => arguments.extend(call.arguments.iter().cloned()),
        }
        return Ok((arguments, vec![(order, direction(key))], Vec::new()));
    }
    if let (What::Min | What::Max, [value]) = (what, call.arguments.as_slice())
        && !matches!(value.ty, PgType::Float4 | PgType::Float8 | PgType::Numeric)
    {
        let direction = Direction { ascending: what == What::Min, nulls_first: false };
        return Ok((vec![value.clone()], vec![(comparison_key(value)?, direction)], Vec::new()));
    }
    let sort = call
        .order_by
        .iter()
        .map(|key| Ok((comparison_key(&key.value)?, direction(key))))
        .collect::<SqlResult<Vec<_>>>()?;
    let mut distinct = Vec::new();
    if call.distinct {
        let known = |key: &SortKey| call.arguments.iter().any(|argument| argument.expr == key.value.expr);
        if !call.order_by.iter().all(known) {
            let message = "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list";
            return Err(SqlError::new(SqlState::INVALID_COLUMN_REFERENCE, message));
        }
        for argument in &call.arguments {
            if argument.ty == PgType::Json {
                let message = "could not identify an equality operator for type json";
                return Err(SqlError::new(SqlState::UNDEFINED_FUNCTION, message));
            }
            distinct.push(comparison_key(argument)?);
        }
    }
    let mut arguments = call.arguments.clone();
    match what {
        // `count(*)` counts a constant.
        What::Count if arguments.is_empty() => {
            arguments.push(Typed::new(Expr::Literal(ScalarValue::Int64(Some(1)), None), PgType::Int8));
        }
        What::JsonAgg { .. } => arguments = json_texts(arguments, 0, call.name.starts_with("jsonb"), context)?,
        What::JsonObjectAgg { binary } => arguments = json_texts(arguments, 1, binary, context)?,
        _ => {}
    }
    Ok((arguments, sort, distinct))
}

/// The arguments from `first` on as JSON, those before it as text.
fn json_texts(arguments: Vec<Typed>, first: usize, binary: bool, context: &BindContext) -> SqlResult<Vec<Typed>> {
    use crate::functions::{CastContext, cast};
    let to_json = if binary { "to_jsonb" } else { "to_json" };
    arguments
        .into_iter()
        .enumerate()
        .map(|(number, argument)| match (number < first, &argument.ty) {
            (false, PgType::Unknown) => scalar(to_json, vec![settle(argument, context)?], context),
            (true, _) => cast(argument, &PgType::Text, -1, CastContext::Explicit, context),
            (false, PgType::Json) if !binary => Ok(argument),
            (false, PgType::Jsonb) => Ok(argument),
            (false, _) => scalar(to_json, vec![argument], context),
        })
        .collect()
}

/// DataFusion's aggregate where it means the same: counts, and min and max of types that its order suits.
fn native(what: What, call: &AggregateCall) -> Option<(Arc<AggregateUDF>, Vec<Expr>, bool)> {
    let arguments = || call.arguments.iter().map(|argument| argument.expr.clone()).collect::<Vec<_>>();
    match (what, call.arguments.first().map(|argument| &argument.ty)) {
        (What::Count, None) => Some((count_udaf(), vec![Expr::Literal(ScalarValue::Int64(Some(1)), None)], false)),
        (What::Count, Some(_)) if !call.distinct => Some((count_udaf(), arguments(), false)),
        (What::Count, Some(ty)) if ordered_alike(ty) || *ty == PgType::Bool => Some((count_udaf(), arguments(), true)),
        (What::Min, Some(ty)) if ordered_alike(ty) => Some((min_udaf(), arguments(), false)),
        (What::Max, Some(ty)) if ordered_alike(ty) => Some((max_udaf(), arguments(), false)),
        _ => None,
    }
}

/// Whether the Arrow form orders and equates values as PostgreSQL does.
fn ordered_alike(ty: &PgType) -> bool {
    matches!(
        ty,
        PgType::Int2
            | PgType::Int4
            | PgType::Int8
            | PgType::Text
            | PgType::Varchar
            | PgType::Bpchar
            | PgType::Name
            | PgType::Date
            | PgType::Time
            | PgType::Timestamp
            | PgType::Timestamptz
            | PgType::Oid
    )
}

/// `approx_count_distinct`, which PostgreSQL does not have: DataFusion's HyperLogLog over the comparison key.
fn approximate(call: AggregateCall, result: &PgType) -> SqlResult<Typed> {
    use datafusion::functions_aggregate::approx_distinct::approx_distinct_udaf;
    let [argument] = call.arguments.as_slice() else { return Err(SqlError::internal("one argument")) };
    let key = comparison_key(argument)?;
    let key = match key.ty.arrow() {
        form @ (datafusion::arrow::datatypes::DataType::Float32
        | datafusion::arrow::datatypes::DataType::Float64
        | datafusion::arrow::datatypes::DataType::Boolean) => {
            return Err(SqlError::unsupported(format!("approx_count_distinct does not take {form} values")));
        }
        _ => key.expr,
    };
    let mut typed = finish(call, approx_distinct_udaf(), vec![key], false, result)?;
    typed.expr = Expr::Cast(datafusion::logical_expr::Cast::new(Box::new(typed.expr), result.arrow()));
    Ok(typed)
}

fn finish(
    call: AggregateCall,
    udaf: Arc<AggregateUDF>,
    arguments: Vec<Expr>,
    distinct: bool,
    result: &PgType,
) -> SqlResult<Typed> {
    let filter = call.filter.map(|filter| Box::new(filter.expr));
    let expr = match call.over {
        Some(Over { reach: Some(_), .. }) => {
            return Err(SqlError::unsupported(format!("{} over such a frame is not supported", call.name)));
        }
        Some(over) => windowed(udaf, arguments, filter, over)?,
        None => Expr::AggregateFunction(AggregateFunction::new_udf(udaf, arguments, distinct, filter, vec![], None)),
    };
    Ok(Typed::new(expr, result.clone()))
}
