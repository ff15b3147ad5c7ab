//! OVER and the WINDOW clause.
//!
//! Comes in: window specifications as written. Goes out: their keys and frame, bound. Must never: take a frame that the engine would read otherwise than PostgreSQL.

use super::binder::Binder;
use super::scope::{Clause, Level, fold};
use super::typed::Typed;
use super::{expr, node, order, reach};
use crate::error::{SqlError, SqlResult};
use crate::functions::{self, CastContext, Over, Reach, SortKey};
use crate::types::datetime::{TIMESTAMP_INFINITY, TIMESTAMP_NEG_INFINITY};
use crate::types::{PgType, TimeZone};
use datafusion::arrow::datatypes::{DataType, IntervalMonthDayNano};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Cast, Expr, LogicalPlan, WindowFrame, WindowFrameBound, WindowFrameUnits, lit, when};
use datafusion::sql::sqlparser::ast;
use guard::SqlState;

/// One entry of the WINDOW clause.
pub type Definition = ast::WindowSpec;

/// Reads the WINDOW clause.
pub fn definitions(clause: &[ast::NamedWindowDefinition]) -> SqlResult<Vec<(String, Definition)>> {
    let mut known: Vec<(String, Definition)> = Vec::with_capacity(clause.len());
    for ast::NamedWindowDefinition(name, body) in clause {
        let name = fold(name);
        if known.iter().any(|(other, _)| *other == name) {
            return Err(SqlError::new(SqlState::WINDOWING_ERROR, format!("window \"{name}\" is already defined")));
        }
        let spec = match body {
            ast::NamedWindowExpr::WindowSpec(spec) => spec.clone(),
            ast::NamedWindowExpr::NamedWindow(_) => {
                return Err(SqlError::unsupported("WINDOW clause is not supported"));
            }
        };
        let spec = complete(&known, spec)?;
        known.push((name, spec));
    }
    Ok(known)
}

/// A specification that starts with a window's name takes its keys.
fn complete(known: &[(String, Definition)], mut spec: Definition) -> SqlResult<Definition> {
    let Some(base) = spec.window_name.take() else { return Ok(spec) };
    let name = fold(&base);
    let base = find(known, &name)?;
    let overrides =
        |what: &str| SqlError::new(SqlState::WINDOWING_ERROR, format!("cannot override {what} of window \"{name}\""));
    if !spec.partition_by.is_empty() {
        return Err(overrides("PARTITION BY clause"));
    }
    if !spec.order_by.is_empty() && !base.order_by.is_empty() {
        return Err(overrides("ORDER BY clause"));
    }
    if base.window_frame.is_some() {
        return Err(SqlError::new(
            SqlState::WINDOWING_ERROR,
            format!("cannot copy window \"{name}\" because it has a frame clause"),
        ));
    }
    spec.partition_by.clone_from(&base.partition_by);
    if spec.order_by.is_empty() {
        spec.order_by.clone_from(&base.order_by);
    }
    Ok(spec)
}

fn find<'w>(known: &'w [(String, Definition)], name: &str) -> SqlResult<&'w Definition> {
    known
        .iter()
        .find(|(other, _)| other == name)
        .map(|(_, spec)| spec)
        .ok_or_else(|| SqlError::new(SqlState::UNDEFINED_OBJECT, format!("window \"{name}\" does not exist")))
}

/// Binds what stands after OVER.
pub fn over(binder: &Binder<'_>, level: &Level<'_>, written: &ast::WindowType) -> SqlResult<Over> {
    let spec = match written {
        ast::WindowType::NamedWindow(name) => find(&level.windows, &fold(name))?.clone(),
        ast::WindowType::WindowSpec(spec) => complete(&level.windows, spec.clone())?,
    };
    let ast::WindowSpec { window_name: _, partition_by, order_by, window_frame } = &spec;
    let partition_by = level.within(Clause::WindowPartition, || {
        partition_by
            .iter()
            .map(|value| {
                let value = functions::settle(expr::bind(binder, level, value)?, binder.context)?;
                order::require_equality(binder, &value)?;
                Ok(value)
            })
            .collect::<SqlResult<Vec<_>>>()
    })?;
    let mut order_by = level.within(Clause::WindowOrder, || {
        order_by
            .iter()
            .map(|item| {
                order::plain_key(item)?;
                let value = functions::settle(expr::bind(binder, level, &item.expr)?, binder.context)?;
                Ok(order::key(value, &item.options))
            })
            .collect::<SqlResult<Vec<_>>>()
    })?;
    let frame = match window_frame {
        None => Frame::Engine(WindowFrame::new((!order_by.is_empty()).then_some(false))),
        Some(frame) => level.within(Clause::WindowFrame, || bind_frame(binder, level, frame, &mut order_by))?,
    };
    let reach = match frame {
        Frame::Engine(frame) => {
            if let ([key], true) = (order_by.as_mut_slice(), window_frame.as_ref().is_some_and(goes_by_distance)) {
                measure(binder, key)?;
            }
            let frame = by_peers(frame, &order_by)?;
            return Ok(Over { partition_by, order_by, frame, reach: None });
        }
        Frame::Keys(reach) => reach,
    };
    Ok(Over { partition_by, order_by, frame: WindowFrame::new(None), reach: Some(reach) })
}

/// RANGE with an offset.
fn goes_by_distance(frame: &ast::WindowFrame) -> bool {
    let offset = |bound: &ast::WindowFrameBound| match bound {
        ast::WindowFrameBound::Preceding(offset) | ast::WindowFrameBound::Following(offset) => offset.is_some(),
        ast::WindowFrameBound::CurrentRow => false,
    };
    frame.units == ast::WindowFrameUnits::Range
        && (offset(&frame.start_bound) || frame.end_bound.as_ref().is_some_and(offset))
}

/// Room for the sum of any two 64-bit numbers, so that no offset leads out of the key's type.
const WIDE: DataType = DataType::Decimal128(38, 0);
/// Farther from any time than an offset reaches.
const FAR: i128 = 1_000_000_000_000_000_000_000_000_000_000;

fn wide(number: i128) -> ScalarValue {
    ScalarValue::Decimal128(Some(number), 38, 0)
}

fn to(form: DataType, expr: Expr) -> Expr {
    Expr::Cast(Cast::new(Box::new(expr), form))
}

/// The key as a number to which an offset can be added: times are microseconds, and an infinite one has nothing but its like around it.
fn measure(binder: &Binder<'_>, key: &mut SortKey) -> SqlResult<()> {
    let cast = |target: &PgType| functions::cast(key.value.clone(), target, -1, CastContext::Implicit, binder.context);
    let expr = match key.value.ty {
        PgType::Float4 => {
            key.value = cast(&PgType::Float8)?;
            return Ok(());
        }
        PgType::Int2 | PgType::Int4 | PgType::Int8 => to(WIDE, key.value.expr.clone()),
        PgType::Time => to(WIDE, to(DataType::Int64, key.value.expr.clone())),
        PgType::Date => micros(cast(&PgType::Timestamp)?.expr)?,
        PgType::Timestamp | PgType::Timestamptz => micros(key.value.expr.clone())?,
        _ => return Ok(()),
    };
    // It sorts as a number does; what is not in a plan's columns may have a form of its own.
    key.value = Typed::new(expr, PgType::Int8);
    Ok(())
}

fn micros(time: Expr) -> SqlResult<Expr> {
    let micros = to(DataType::Int64, time);
    let literal = |number| Expr::Literal(wide(number), None);
    Ok(when(micros.clone().eq(lit(TIMESTAMP_INFINITY)), literal(FAR))
        .when(micros.clone().eq(lit(TIMESTAMP_NEG_INFINITY)), literal(-FAR))
        .otherwise(to(WIDE, micros))?)
}

/// RANGE without an offset is GROUPS: both go by peers. The engine has no RANGE over keys that it can't add to, whatever the bounds.
fn by_peers(frame: WindowFrame, keys: &[SortKey]) -> SqlResult<WindowFrame> {
    let plain = |bound: &WindowFrameBound| bound.is_unbounded() || matches!(bound, WindowFrameBound::CurrentRow);
    if frame.units != WindowFrameUnits::Range || !plain(&frame.start_bound) || !plain(&frame.end_bound) {
        return Ok(frame);
    }
    let mut additive = true;
    for key in keys {
        let ty = functions::comparison_key(&key.value)?.ty.arrow();
        let time_of_day = matches!(ty, DataType::Time32(_) | DataType::Time64(_));
        additive &= ty.is_numeric() || ty.is_temporal() && !time_of_day || ty == DataType::Utf8View;
    }
    if additive {
        return Ok(frame);
    }
    let groups = |bound: WindowFrameBound| match bound {
        WindowFrameBound::Preceding(_) => WindowFrameBound::Preceding(ScalarValue::UInt64(None)),
        WindowFrameBound::Following(_) => WindowFrameBound::Following(ScalarValue::UInt64(None)),
        WindowFrameBound::CurrentRow => WindowFrameBound::CurrentRow,
    };
    Ok(WindowFrame::new_bounds(WindowFrameUnits::Groups, groups(frame.start_bound), groups(frame.end_bound)))
}

/// A frame that the engine finds, or one by keys that are reckoned for each row.
enum Frame {
    Engine(WindowFrame),
    Keys(Reach),
}

fn bind_frame(
    binder: &Binder<'_>,
    level: &Level<'_>,
    frame: &ast::WindowFrame,
    keys: &mut [SortKey],
) -> SqlResult<Frame> {
    let ast::WindowFrame { units, start_bound, end_bound } = frame;
    let units = match units {
        ast::WindowFrameUnits::Rows => WindowFrameUnits::Rows,
        ast::WindowFrameUnits::Range => WindowFrameUnits::Range,
        ast::WindowFrameUnits::Groups => WindowFrameUnits::Groups,
    };
    let wrong = |message: &str| SqlError::new(SqlState::WINDOWING_ERROR, message.to_owned());
    if units == WindowFrameUnits::Groups && keys.is_empty() {
        return Err(wrong("GROUPS mode requires an ORDER BY clause"));
    }
    let end_bound = end_bound.as_ref().unwrap_or(&ast::WindowFrameBound::CurrentRow);
    match (start_bound, end_bound) {
        (ast::WindowFrameBound::Following(None), _) => return Err(wrong("frame start cannot be UNBOUNDED FOLLOWING")),
        (_, ast::WindowFrameBound::Preceding(None)) => return Err(wrong("frame end cannot be UNBOUNDED PRECEDING")),
        (ast::WindowFrameBound::CurrentRow, ast::WindowFrameBound::Preceding(Some(_))) => {
            return Err(wrong("frame starting from current row cannot have preceding rows"));
        }
        (ast::WindowFrameBound::Following(Some(_)), ast::WindowFrameBound::CurrentRow) => {
            return Err(wrong("frame starting from following row cannot end with current row"));
        }
        (ast::WindowFrameBound::Following(Some(_)), ast::WindowFrameBound::Preceding(Some(_))) => {
            return Err(wrong("frame starting from following row cannot have preceding rows"));
        }
        _ => {}
    }
    if let Some(reach) = reach::bind(binder, level, frame, keys)? {
        return Ok(Frame::Keys(reach));
    }
    let start = bound(binder, level, units, start_bound, keys)?;
    let end = bound(binder, level, units, end_bound, keys)?;
    Ok(Frame::Engine(without_rows(WindowFrame::new_bounds(units, start, end))))
}

/// A frame by numbers of rows that starts after it ends: to the engine, a mistake. It is written as one that lies beyond all rows.
fn without_rows(frame: WindowFrame) -> WindowFrame {
    use WindowFrameBound::{Following, Preceding};
    let ends_first = match (&frame.start_bound, &frame.end_bound) {
        (Following(ScalarValue::UInt64(Some(start))), Following(ScalarValue::UInt64(Some(end)))) => start > end,
        (Preceding(ScalarValue::UInt64(Some(start))), Preceding(ScalarValue::UInt64(Some(end)))) => start < end,
        _ => false,
    };
    if !ends_first {
        return frame;
    }
    let far = || Following(ScalarValue::UInt64(Some(FAR_ROWS)));
    WindowFrame::new_bounds(frame.units, far(), far())
}

/// More rows than there are, and not so many that a sum of two such numbers overflows.
const FAR_ROWS: u64 = 1 << 60;

fn bound(
    binder: &Binder<'_>,
    level: &Level<'_>,
    units: WindowFrameUnits,
    bound: &ast::WindowFrameBound,
    keys: &[SortKey],
) -> SqlResult<WindowFrameBound> {
    Ok(match bound {
        ast::WindowFrameBound::CurrentRow => WindowFrameBound::CurrentRow,
        ast::WindowFrameBound::Preceding(None) => WindowFrameBound::Preceding(unbounded(units)),
        ast::WindowFrameBound::Following(None) => WindowFrameBound::Following(unbounded(units)),
        ast::WindowFrameBound::Preceding(Some(offset)) => {
            WindowFrameBound::Preceding(distance(binder, level, units, offset, keys)?)
        }
        ast::WindowFrameBound::Following(Some(offset)) => {
            WindowFrameBound::Following(distance(binder, level, units, offset, keys)?)
        }
    })
}

fn unbounded(units: WindowFrameUnits) -> ScalarValue {
    match units {
        WindowFrameUnits::Rows | WindowFrameUnits::Groups => ScalarValue::UInt64(None),
        WindowFrameUnits::Range => ScalarValue::Null,
    }
}

fn distance(
    binder: &Binder<'_>,
    level: &Level<'_>,
    units: WindowFrameUnits,
    written: &ast::Expr,
    keys: &[SortKey],
) -> SqlResult<ScalarValue> {
    let value = expr::bind(binder, level, written)?;
    let refused = || SqlError::unsupported("a frame offset that is not a constant is not supported");
    let negative =
        || SqlError::new(SqlState::INVALID_PRECEDING_OR_FOLLOWING_SIZE, "frame starting offset must not be negative");
    if units != WindowFrameUnits::Range {
        let value = binder.coerce(value, &PgType::Int8)?;
        return match order::constant(value.expr)? {
            Expr::Literal(ScalarValue::Int64(Some(number)), _) => u64::try_from(number)
                .map(|number| ScalarValue::UInt64(Some(number.min(FAR_ROWS))))
                .map_err(|_| negative()),
            Expr::Literal(ScalarValue::Int64(None), _) => {
                Err(SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "frame starting offset must not be null"))
            }
            _ => Err(refused()),
        };
    }
    let [key] = keys else {
        return Err(SqlError::new(
            SqlState::WINDOWING_ERROR,
            "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column",
        ));
    };
    let column = super::typename::of(&key.value.ty);
    let target = match &key.value.ty {
        PgType::Int2 | PgType::Int4 | PgType::Int8 => PgType::Int8,
        PgType::Float4 | PgType::Float8 => PgType::Float8,
        PgType::Date | PgType::Time | PgType::Timestamp | PgType::Timestamptz => PgType::Interval,
        _ => {
            let message = format!("RANGE with offset PRECEDING/FOLLOWING is not supported for column type {column}");
            return Err(SqlError::unsupported(message));
        }
    };
    let offset = super::typename::of(&value.ty);
    let value = functions::cast(value, &target, -1, CastContext::Implicit, binder.context).map_err(|error| {
        match error.sqlstate() {
            SqlState::DATATYPE_MISMATCH => SqlError::unsupported(format!(
                "RANGE with offset PRECEDING/FOLLOWING is not supported for column type {column} and offset type {offset}"
            )),
            _ => error,
        }
    })?;
    match order::constant(value.expr)? {
        Expr::Literal(value, _) if value.is_null() => {
            Err(SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "frame starting offset must not be null"))
        }
        Expr::Literal(ScalarValue::IntervalMonthDayNano(Some(offset)), _) => {
            length(binder, &key.value.ty, offset)?.ok_or_else(invalid_size)
        }
        Expr::Literal(ScalarValue::Int64(Some(offset)), _) if offset >= 0 => Ok(wide(i128::from(offset))),
        Expr::Literal(ScalarValue::Float64(Some(f64::INFINITY)), _) => {
            Err(SqlError::unsupported("RANGE with an infinite offset is not supported"))
        }
        Expr::Literal(ScalarValue::Float64(Some(offset)), _) if offset >= 0.0 => Ok(ScalarValue::Float64(Some(offset))),
        Expr::Literal(..) => Err(invalid_size()),
        _ => Err(refused()),
    }
}

pub fn invalid_size() -> SqlError {
    SqlError::new(
        SqlState::INVALID_PRECEDING_OR_FOLLOWING_SIZE,
        "invalid preceding or following size in window function",
    )
}

/// An interval's microseconds; `None` if they are negative. Months have no length of their own, and days have none where the clocks change.
pub fn length(binder: &Binder<'_>, key: &PgType, offset: IntervalMonthDayNano) -> SqlResult<Option<ScalarValue>> {
    let (months, days) = (i128::from(offset.months), i128::from(offset.days));
    let time = i128::from(offset.nanoseconds / 1_000);
    const DAY: i128 = 86_400_000_000;
    if (months * 30 + days) * DAY + time < 0 {
        return Ok(None);
    }
    // Of a time of day, PostgreSQL looks at nothing else.
    if *key == PgType::Time {
        return Ok(Some(wide(time)));
    }
    if months != 0 {
        return Err(SqlError::unsupported("RANGE with an offset of months is not supported"));
    }
    let steady = match &binder.context.display.time_zone {
        TimeZone::Fixed(_) => true,
        TimeZone::Named(zone) => *zone == chrono_tz::UTC,
    };
    if days != 0 && *key == PgType::Timestamptz && !steady {
        return Err(SqlError::unsupported(
            "RANGE with an offset of days is not supported in a zone with clock changes",
        ));
    }
    Ok(Some(wide(days * DAY + time)))
}

/// One window node for each set of keys, in the order in which they were written.
pub fn apply(binder: &Binder<'_>, plan: LogicalPlan, mut calls: Vec<(String, Expr)>) -> SqlResult<LogicalPlan> {
    let mut plan = with_columns(binder, plan, &mut calls)?;
    let mut layers: Vec<(Expr, Vec<Expr>)> = Vec::new();
    for (id, call) in calls {
        let aliased = call.clone().alias(id);
        match layers.iter_mut().find(|(first, _)| same_window(first, &call)) {
            Some((_, layer)) => layer.push(aliased),
            None => layers.push((call, vec![aliased])),
        }
    }
    for (_, layer) in layers {
        plan = node::window(layer, plan)?;
    }
    Ok(plan)
}

/// Keys that are not columns become columns below: the engine does not always know that what it sorted by an expression is sorted by it.
fn with_columns(binder: &Binder<'_>, plan: LogicalPlan, calls: &mut [(String, Expr)]) -> SqlResult<LogicalPlan> {
    let mut computed: Vec<(Expr, String)> = Vec::new();
    for (_, call) in calls {
        let Expr::WindowFunction(call) = call else { continue };
        let params = &mut call.params;
        for key in params.partition_by.iter_mut().chain(params.order_by.iter_mut().map(|key| &mut key.expr)) {
            if matches!(key, Expr::Column(_) | Expr::Literal(..)) {
                continue;
            }
            let known = computed.iter().find(|(expr, _)| expr == key).map(|(_, id)| id.clone());
            let id = known.unwrap_or_else(|| {
                let id = binder.name();
                computed.push((key.clone(), id.clone()));
                id
            });
            *key = node::column(&id);
        }
    }
    node::extend(plan, computed.into_iter().map(|(expr, id)| expr.alias(id)).collect())
}

fn same_window(left: &Expr, right: &Expr) -> bool {
    match (left, right) {
        (Expr::WindowFunction(left), Expr::WindowFunction(right)) => {
            left.params.partition_by == right.params.partition_by && left.params.order_by == right.params.order_by
        }
        _ => false,
    }
}
