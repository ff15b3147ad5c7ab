//! Interval analysis: which times and partitions a predicate leaves.
//!
//! Comes in: a predicate over one scan's columns. Goes out: bounds that hold every row for which it is true. Must never: leave out such a row; what it does not know leaves everything.

use super::bounds::{Bounds, DAY, Range, days_of};
use crate::functions::kernel::KernelUdf;
use crate::plan::governed::PartitionColumns;
use crate::types::{PgColumn, PgType, TimeZone};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::expr::InList;
use datafusion::logical_expr::{Between, BinaryExpr, Expr, Operator};

/// The furthest that a zone's clock can be from UTC, and a margin for its changes.
const ZONE_REACH: i64 = 18 * 3_600_000_000;

/// Bounds of the rows for which every one of the predicates is true.
pub(super) fn conjunction<'a>(filters: impl IntoIterator<Item = &'a Expr>, columns: PartitionColumns<'_>) -> Bounds {
    let all = filters.into_iter().fold(Bounds::ALL, |bounds, filter| bounds.intersect(if_true(filter, columns)));
    if all.is_empty() {
        return Bounds { time: Range::EMPTY, partition: Range::EMPTY };
    }
    if columns.by_day {
        return Bounds { partition: all.partition.intersect(days_of(all.time)), ..all };
    }
    all
}

const NOTHING: Bounds = Bounds { time: Range::EMPTY, partition: Range::EMPTY };

/// Bounds of the rows for which the predicate is true.
fn if_true(expr: &Expr, columns: PartitionColumns<'_>) -> Bounds {
    match expr {
        Expr::Alias(alias) => if_true(&alias.expr, columns),
        Expr::Literal(ScalarValue::Boolean(Some(true)), _) => Bounds::ALL,
        Expr::Literal(ScalarValue::Boolean(Some(false) | None) | ScalarValue::Null, _) => NOTHING,
        Expr::Not(inner) | Expr::IsFalse(inner) => if_false(inner, columns),
        Expr::IsTrue(inner) => if_true(inner, columns),
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::And, right }) => {
            if_true(left, columns).intersect(if_true(right, columns))
        }
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::Or, right }) => {
            if_true(left, columns).hull(if_true(right, columns))
        }
        Expr::BinaryExpr(BinaryExpr { left, op, right }) => comparison(left, *op, right, columns),
        Expr::Between(Between { expr, negated, low, high }) => between(expr, *negated, low, high, columns),
        Expr::InList(InList { expr, list, negated: false }) => list
            .iter()
            .map(|item| comparison(expr, Operator::Eq, item, columns))
            .reduce(Bounds::hull)
            .unwrap_or(NOTHING),
        _ => Bounds::ALL,
    }
}

/// Bounds of the rows for which the predicate is false (not: unknown).
fn if_false(expr: &Expr, columns: PartitionColumns<'_>) -> Bounds {
    match expr {
        Expr::Alias(alias) => if_false(&alias.expr, columns),
        Expr::Literal(ScalarValue::Boolean(Some(false)), _) => Bounds::ALL,
        Expr::Literal(ScalarValue::Boolean(Some(true) | None) | ScalarValue::Null, _) => NOTHING,
        Expr::Not(inner) => if_true(inner, columns),
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::And, right }) => {
            if_false(left, columns).hull(if_false(right, columns))
        }
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::Or, right }) => {
            if_false(left, columns).intersect(if_false(right, columns))
        }
        Expr::BinaryExpr(BinaryExpr { left, op, right }) => {
            let opposite = match op {
                Operator::Lt => Operator::GtEq,
                Operator::LtEq => Operator::Gt,
                Operator::Gt => Operator::LtEq,
                Operator::GtEq => Operator::Lt,
                Operator::NotEq => Operator::Eq,
                Operator::IsDistinctFrom => Operator::IsNotDistinctFrom,
                _ => return Bounds::ALL,
            };
            comparison(left, opposite, right, columns)
        }
        Expr::Between(Between { expr, negated, low, high }) => between(expr, !*negated, low, high, columns),
        Expr::InList(InList { expr, list, negated: true }) => list
            .iter()
            .map(|item| comparison(expr, Operator::Eq, item, columns))
            .reduce(Bounds::hull)
            .unwrap_or(NOTHING),
        _ => Bounds::ALL,
    }
}

fn between(expr: &Expr, negated: bool, low: &Expr, high: &Expr, columns: PartitionColumns<'_>) -> Bounds {
    if negated {
        let below = comparison(expr, Operator::Lt, low, columns);
        return below.hull(comparison(expr, Operator::Gt, high, columns));
    }
    comparison(expr, Operator::GtEq, low, columns).intersect(comparison(expr, Operator::LtEq, high, columns))
}

fn comparison(left: &Expr, op: Operator, right: &Expr, columns: PartitionColumns<'_>) -> Bounds {
    match (left, right) {
        (Expr::Literal(value, _), other) if !matches!(other, Expr::Literal(..)) => match op.swap() {
            Some(op) => against_constant(other, op, value, columns),
            None => Bounds::ALL,
        },
        (other, Expr::Literal(value, _)) => against_constant(other, op, value, columns),
        _ => Bounds::ALL,
    }
}

fn against_constant(expr: &Expr, op: Operator, value: &ScalarValue, columns: PartitionColumns<'_>) -> Bounds {
    let known = matches!(
        op,
        Operator::Lt | Operator::LtEq | Operator::Gt | Operator::GtEq | Operator::Eq | Operator::IsNotDistinctFrom
    );
    let Some(reached) = reach(expr, columns) else { return Bounds::ALL };
    if !known {
        return Bounds::ALL;
    }
    if value.is_null() {
        // A comparison with NULL is never true; IS NOT DISTINCT FROM NULL is, for rows without a time.
        return if op == Operator::IsNotDistinctFrom { Bounds::ALL } else { NOTHING };
    }
    match range_of(op, value, &reached.ty) {
        None => Bounds::ALL,
        Some(range) => reached.bounds(range),
    }
}

/// A column of the partition, perhaps under casts that keep the order.
struct Reached {
    is_time: bool,
    is_partition: bool,
    by_day: bool,
    /// The type after the casts.
    ty: PgType,
    /// By how many microseconds the casts may move a value.
    slack: i64,
}

impl Reached {
    /// From a range of times (of midnights, for a date) to bounds of the column itself.
    fn bounds(&self, range: Range) -> Bounds {
        let wide = Range {
            from: range.from.map(|from| from.saturating_sub(self.slack)),
            to: range.to.map(|to| to.saturating_add(self.slack)),
        };
        let mut bounds = Bounds::ALL;
        if self.is_time {
            // The days are told here and not at the end, so that an OR of a time and a day bounds the days.
            bounds = Bounds::of_time(wide, self.by_day);
        }
        if self.is_partition && self.by_day {
            // A day is wanted when its midnight may be in the range.
            bounds.partition = Range { from: wide.from.map(ceil_day), to: wide.to.map(ceil_day) };
            if bounds.partition.is_empty() {
                bounds.partition = Range::EMPTY;
            }
        }
        bounds
    }
}

fn ceil_day(micros: i64) -> i64 {
    micros.div_euclid(DAY) + i64::from(micros.rem_euclid(DAY) != 0)
}

fn reach(expr: &Expr, columns: PartitionColumns<'_>) -> Option<Reached> {
    match expr {
        Expr::Alias(alias) => reach(&alias.expr, columns),
        Expr::Column(column) => {
            let named = |candidate: Option<&PgColumn>| candidate.is_some_and(|known| known.name == column.name);
            let (is_time, is_partition) = (named(columns.time), named(columns.partition));
            let found = if is_time { columns.time } else { columns.partition.filter(|_| is_partition) };
            let ty = found?.ty.clone();
            Some(Reached { is_time, is_partition, by_day: columns.by_day, ty, slack: 0 })
        }
        Expr::ScalarFunction(call) => {
            let kernel = call.func.inner().downcast_ref::<KernelUdf>()?;
            let (arguments, result) = kernel.resolved();
            let ([from], [inner]) = (arguments, call.args.as_slice()) else { return None };
            let reached = reach(inner, columns)?;
            if !kernel.postgres_name().starts_with("cast_") || *from != reached.ty {
                return None;
            }
            let slack = cast_slack(from, result, kernel.display().time_zone)?;
            Some(Reached { ty: result.clone(), slack: reached.slack.saturating_add(slack), ..reached })
        }
        _ => None,
    }
}

/// By how much a cast between date and time moves a value at most; `None` where it does not keep the order. Cutting a time to its date moves nothing here: a range of midnights holds the same times.
fn cast_slack(from: &PgType, to: &PgType, zone: TimeZone) -> Option<i64> {
    let is_utc = matches!(zone, TimeZone::Named(chrono_tz::Tz::UTC) | TimeZone::Fixed(0));
    match (from, to) {
        (PgType::Date, PgType::Timestamp) | (PgType::Timestamp, PgType::Date) => Some(0),
        (PgType::Date | PgType::Timestamp, PgType::Timestamptz)
        | (PgType::Timestamptz, PgType::Timestamp | PgType::Date) => Some(if is_utc { 0 } else { ZONE_REACH }),
        _ => None,
    }
}

/// The range of microseconds that a comparison with a constant of that type leaves; the infinities bound nothing.
fn range_of(op: Operator, value: &ScalarValue, ty: &PgType) -> Option<Range> {
    let (at, unit) = match (value, ty) {
        (ScalarValue::Date32(Some(day)), PgType::Date) if *day == i32::MAX => (i64::MAX, 1),
        (ScalarValue::Date32(Some(day)), PgType::Date) if *day == i32::MIN => (i64::MIN, 1),
        (ScalarValue::Date32(Some(day)), PgType::Date) => (i64::from(*day).checked_mul(DAY)?, DAY),
        (ScalarValue::TimestampMicrosecond(Some(micros), Some(_)), PgType::Timestamptz) => (*micros, 1),
        (ScalarValue::TimestampMicrosecond(Some(micros), None), PgType::Timestamp) => (*micros, 1),
        _ => return None,
    };
    let next = at.checked_add(unit);
    let (from, to) = match op {
        Operator::Lt => (None, Some(at)),
        Operator::LtEq => (None, next),
        // Nothing is past infinity; a bound that can't be written is taken at its end.
        Operator::Gt => (Some(next.unwrap_or(i64::MAX)), None),
        Operator::GtEq => (Some(at), None),
        _ => (Some(at), next),
    };
    Some(Range {
        from: from.filter(|from| *from != i64::MIN && *from != i64::MIN + 1),
        to: to.filter(|to| *to != i64::MAX),
    })
}
