//! RANGE by a distance that no number of its own measures: months, days where clocks change, numeric.
//!
//! Comes in: a frame as written, and its one sort key. Goes out: the first and last key of each row's frame, as expressions of the row's own key. Must never: take a distance that PostgreSQL would refuse.

use super::binder::Binder;
use super::scope::Level;
use super::typed::Typed;
use super::{expr, order, window};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext, Edge, Reach, SortKey};
use crate::types::PgType;
use crate::types::numeric::PgNumeric;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
use datafusion::sql::sqlparser::ast;
use guard::SqlState;

/// The frame by keys, if the engine can't find it by distances.
pub fn bind(
    binder: &Binder<'_>,
    level: &Level<'_>,
    frame: &ast::WindowFrame,
    keys: &mut [SortKey],
) -> SqlResult<Option<Reach>> {
    let ast::WindowFrame { units: ast::WindowFrameUnits::Range, start_bound, end_bound } = frame else {
        return Ok(None);
    };
    let [key] = keys else { return Ok(None) };
    let target = match key.value.ty {
        PgType::Numeric => PgType::Numeric,
        PgType::Date | PgType::Timestamp | PgType::Timestamptz => PgType::Interval,
        _ => return Ok(None),
    };
    let end_bound = end_bound.as_ref().unwrap_or(&ast::WindowFrameBound::CurrentRow);
    let bounds = [start_bound, end_bound];
    let mut offsets = [None, None];
    let mut needed = false;
    for (offset, bound) in offsets.iter_mut().zip(bounds) {
        let (ast::WindowFrameBound::Preceding(Some(written)) | ast::WindowFrameBound::Following(Some(written))) = bound
        else {
            continue;
        };
        let value = expr::bind(binder, level, written)?;
        // What is no distance at all is told by whoever knows the other types.
        let Ok(value) = functions::cast(value, &target, -1, CastContext::Implicit, binder.context) else {
            return Ok(None);
        };
        let constant = order::constant(value.expr)?;
        needed |= is_beyond(binder, &key.value.ty, &constant)?;
        *offset = Some(Typed::new(constant, target.clone()));
    }
    if !needed {
        return Ok(None);
    }
    if key.value.ty == PgType::Date {
        key.value = functions::cast(key.value.clone(), &PgType::Timestamp, -1, CastContext::Implicit, binder.context)?;
    }
    let [start, end] = offsets;
    Ok(Some(Reach { start: edge(binder, key, start_bound, start)?, end: edge(binder, key, end_bound, end)? }))
}

/// Whether the engine has no number for this distance.
fn is_beyond(binder: &Binder<'_>, key: &PgType, offset: &Expr) -> SqlResult<bool> {
    match offset {
        Expr::Literal(value, _) if value.is_null() => {
            Err(SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "frame starting offset must not be null"))
        }
        Expr::Literal(ScalarValue::IntervalMonthDayNano(Some(offset)), _) => {
            // A negative one is refused in the same words as all others.
            let finds = window::length(binder, key, *offset);
            match finds {
                Ok(Some(_)) => Ok(false),
                Ok(None) => Err(window::invalid_size()),
                Err(_) => Ok(true),
            }
        }
        Expr::Literal(ScalarValue::Binary(Some(offset)), _) => {
            let offset = PgNumeric::decode(offset);
            if offset.is_nan() || offset.is_negative() {
                return Err(window::invalid_size());
            }
            if offset.is_infinite() {
                return Err(SqlError::unsupported("RANGE with an infinite offset is not supported"));
            }
            Ok(true)
        }
        _ => Err(SqlError::unsupported("a frame offset that is not a constant is not supported")),
    }
}

fn edge(binder: &Binder<'_>, key: &SortKey, bound: &ast::WindowFrameBound, offset: Option<Typed>) -> SqlResult<Edge> {
    let (symbol, offset) = match (bound, offset) {
        (ast::WindowFrameBound::CurrentRow, _) => return Ok(Edge::Peers),
        (ast::WindowFrameBound::Preceding(_) | ast::WindowFrameBound::Following(_), None) => {
            return Ok(Edge::Unbounded);
        }
        // What precedes is less, unless the order descends.
        (ast::WindowFrameBound::Preceding(_), Some(offset)) => (if key.ascending { "-" } else { "+" }, offset),
        (ast::WindowFrameBound::Following(_), Some(offset)) => (if key.ascending { "+" } else { "-" }, offset),
    };
    Ok(Edge::Key(functions::operator(symbol, Some(key.value.clone()), offset, binder.context)?))
}
