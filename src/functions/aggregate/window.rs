//! Window functions, and windows and frames as DataFusion takes them.

use super::framed::{self, PgFramed};
use super::window_udf::{PgWindow, Position};
use crate::error::{SqlError, SqlResult};
use crate::functions::{AggregateCall, Edge, Over, Reach, comparison_key};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::ScalarValue;
use datafusion::functions_window::{cume_dist, nth_value, rank, row_number};
use datafusion::logical_expr::expr::{Sort, WindowFunction, WindowFunctionParams};
use datafusion::logical_expr::{
    Cast, Expr, WindowFrame, WindowFrameBound, WindowFrameUnits, WindowFunctionDefinition, WindowUDF,
};
use guard::SqlState;
use std::sync::Arc;

pub(super) const SIGNATURES: &[&str] = &[
    "row_number() int8",
    "rank() int8",
    "dense_rank() int8",
    "percent_rank() float8",
    "cume_dist() float8",
    "ntile(int4) int4",
    "lag(anyelement) anyelement",
    "lag(anyelement, int4) anyelement",
    "lag(anycompatible, int4, anycompatible) anycompatible",
    "lead(anyelement) anyelement",
    "lead(anyelement, int4) anyelement",
    "lead(anycompatible, int4, anycompatible) anycompatible",
    "first_value(anyelement) anyelement",
    "last_value(anyelement) anyelement",
    "nth_value(anyelement, int4) anyelement",
];

/// A window function whose arguments have their types.
pub(super) fn build(call: AggregateCall, result: &PgType, _context: &BindContext) -> SqlResult<Typed> {
    let Some(over) = call.over else { return Err(SqlError::internal("a window function without a window")) };
    let arguments: Vec<Expr> = call.arguments.into_iter().map(|argument| argument.expr).collect();
    let ours = |position: Position| Arc::new(WindowUDF::new_from_impl(PgWindow::new(position, result)));
    let udf = match call.name.as_str() {
        "row_number" => row_number::row_number_udwf(),
        "rank" => rank::rank_udwf(),
        "dense_rank" => rank::dense_rank_udwf(),
        "percent_rank" => rank::percent_rank_udwf(),
        "cume_dist" => cume_dist::cume_dist_udwf(),
        "ntile" => ours(Position::Ntile),
        "lag" => ours(Position::Lag),
        "lead" => ours(Position::Lead),
        "first_value" => nth_value::first_value_udwf(),
        "last_value" => nth_value::last_value_udwf(),
        "nth_value" => return nth(arguments, over, result),
        name => return Err(SqlError::internal(format!("no window function {name}"))),
    };
    let unsigned = matches!(call.name.as_str(), "row_number" | "rank" | "dense_rank");
    let value = match call.name.as_str() {
        "first_value" => Some(framed::Over::First),
        "last_value" => Some(framed::Over::Last),
        _ => None,
    };
    if let (Some(value), true) = (value, over.reach.is_some()) {
        return Ok(Typed::new(reaching(value, arguments, None, over, result)?, result.clone()));
    }
    let expr = windowed(udf, arguments, None, over)?;
    let expr = if unsigned { Expr::Cast(Cast::new(Box::new(expr), DataType::Int64)) } else { expr };
    Ok(Typed::new(expr, result.clone()))
}

/// `nth_value` with a constant number.
fn nth(mut arguments: Vec<Expr>, over: Over, result: &PgType) -> SqlResult<Typed> {
    let number = match arguments.pop() {
        Some(Expr::Literal(ScalarValue::Int32(number), _)) => number,
        _ => return Err(SqlError::unsupported("nth_value takes a constant number only")),
    };
    let Some(number) = number else { return Typed::null(result.clone()) };
    if number <= 0 {
        let message = "argument of nth_value must be greater than zero";
        return Err(SqlError::new(SqlState::INVALID_ARGUMENT_FOR_NTH_VALUE_FUNCTION, message));
    }
    if over.reach.is_some() {
        let place = framed::Over::Nth(usize::try_from(number).map_err(SqlError::internal)?);
        return Ok(Typed::new(reaching(place, arguments, None, over, result)?, result.clone()));
    }
    arguments.push(Expr::Literal(ScalarValue::Int64(Some(i64::from(number))), None));
    let expr = windowed(nth_value::nth_value_udwf(), arguments, None, over)?;
    Ok(Typed::new(expr, result.clone()))
}

/// A call over frames that [`PgFramed`] finds.
pub(super) fn reaching(
    function: framed::Over,
    mut arguments: Vec<Expr>,
    filter: Option<Typed>,
    mut over: Over,
    result: &PgType,
) -> SqlResult<Expr> {
    let (Some(Reach { start, end }), [key]) = (over.reach.take(), over.order_by.as_slice()) else {
        return Err(SqlError::internal("a frame by keys without its key"));
    };
    let shape = (arguments.len(), filter.is_some());
    arguments.extend(filter.map(|filter| filter.expr));
    arguments.push(comparison_key(&key.value)?.expr);
    let mut edge = |edge: Edge| -> SqlResult<framed::Edge> {
        Ok(match edge {
            Edge::Unbounded => framed::Edge::Unbounded,
            Edge::Peers => framed::Edge::Peers,
            Edge::Key(value) => {
                arguments.push(comparison_key(&value)?.expr);
                framed::Edge::Key
            }
        })
    };
    let edges = (edge(start)?, edge(end)?);
    let framed = PgFramed::new(function, shape, edges, (key.ascending, key.nulls_first), result);
    // The function sees its whole partition.
    over.frame = WindowFrame::new(None);
    windowed(Arc::new(WindowUDF::new_from_impl(framed)), arguments, None, over)
}

/// The call over its window.
pub(super) fn windowed(
    function: impl Into<WindowFunctionDefinition>,
    args: Vec<Expr>,
    filter: Option<Box<Expr>>,
    over: Over,
) -> SqlResult<Expr> {
    let window_frame = frame(&over)?;
    let mut partition_by = Vec::with_capacity(over.partition_by.len());
    for key in &over.partition_by {
        partition_by.push(comparison_key(key)?.expr);
    }
    let mut order_by = Vec::with_capacity(over.order_by.len());
    for key in &over.order_by {
        order_by.push(Sort {
            expr: comparison_key(&key.value)?.expr,
            asc: key.ascending,
            nulls_first: key.nulls_first,
        });
    }
    let params = WindowFunctionParams {
        args,
        partition_by,
        order_by,
        window_frame,
        filter,
        null_treatment: None,
        distinct: false,
    };
    Ok(Expr::WindowFunction(Box::new(WindowFunction { fun: function.into(), params })))
}

/// The frame, checked, in the form that DataFusion computes rightly.
fn frame(over: &Over) -> SqlResult<WindowFrame> {
    let frame = &over.frame;
    let offset = |bound: &WindowFrameBound| matches!(bound, WindowFrameBound::Preceding(value) | WindowFrameBound::Following(value) if !value.is_null());
    let has_offset = offset(&frame.start_bound) || offset(&frame.end_bound);
    match (frame.units, over.order_by.as_slice()) {
        (WindowFrameUnits::Groups, []) => Err(windowing("GROUPS mode requires an ORDER BY clause")),
        (WindowFrameUnits::Range, keys) if has_offset && keys.len() != 1 => {
            Err(windowing("RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column"))
        }
        (WindowFrameUnits::Range, [key]) if has_offset && !has_range(&key.value.ty) => Err(SqlError::unsupported(
            "RANGE with offset PRECEDING/FOLLOWING is not supported for the type of its ORDER BY column",
        )),
        // All rows are peers.
        (WindowFrameUnits::Range, []) => Ok(WindowFrame::new_bounds(
            WindowFrameUnits::Rows,
            WindowFrameBound::Preceding(ScalarValue::UInt64(None)),
            WindowFrameBound::Following(ScalarValue::UInt64(None)),
        )),
        _ => Ok(frame.clone()),
    }
}

/// Types whose Arrow form DataFusion adds an offset to as PostgreSQL does.
fn has_range(ty: &PgType) -> bool {
    matches!(
        ty,
        PgType::Int2
            | PgType::Int4
            | PgType::Int8
            | PgType::Float4
            | PgType::Float8
            | PgType::Timestamp
            | PgType::Timestamptz
            | PgType::Date
    )
}

fn windowing(message: &str) -> SqlError {
    SqlError::new(SqlState::WINDOWING_ERROR, message)
}
