//! Interval analysis: which times and partitions a predicate leaves.
//!
//! Comes in: a predicate over one scan's columns. Goes out: bounds that hold every row for which it is true. Must never: leave out such a row; what it does not know leaves everything.

use super::bounds::{Bounds, DAY, Range};
use super::steps::reach;
use crate::functions::length_of_interval;
use crate::plan::governed::PartitionColumns;
use crate::types::PgType;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::expr::InList;
use datafusion::logical_expr::{Between, BinaryExpr, Case, Expr, Operator};

/// Bounds of the rows for which every one of the predicates is true.
pub(super) fn conjunction<'a>(filters: impl IntoIterator<Item = &'a Expr>, columns: PartitionColumns<'_>) -> Bounds {
    filters.into_iter().fold(Bounds::ALL, |bounds, filter| bounds.intersect(if_true(filter, columns)))
}

/// Bounds of the rows for which the predicate is true.
fn if_true(expr: &Expr, columns: PartitionColumns<'_>) -> Bounds {
    match expr {
        Expr::Alias(alias) => if_true(&alias.expr, columns),
        Expr::Literal(ScalarValue::Boolean(Some(false) | None) | ScalarValue::Null, _) => Bounds::NOTHING,
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
        Expr::InList(InList { expr, list, negated: false }) => one_of(expr, list, columns),
        Expr::Case(case) => of_arms(case, if_true, columns),
        _ => Bounds::ALL,
    }
}

/// Bounds of the rows for which the predicate is false (not: unknown).
fn if_false(expr: &Expr, columns: PartitionColumns<'_>) -> Bounds {
    match expr {
        Expr::Alias(alias) => if_false(&alias.expr, columns),
        Expr::Literal(ScalarValue::Boolean(Some(true) | None) | ScalarValue::Null, _) => Bounds::NOTHING,
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
        Expr::InList(InList { expr, list, negated: true }) => one_of(expr, list, columns),
        Expr::Case(case) => of_arms(case, if_false, columns),
        _ => Bounds::ALL,
    }
}

fn one_of(expr: &Expr, list: &[Expr], columns: PartitionColumns<'_>) -> Bounds {
    list.iter()
        .map(|item| comparison(expr, Operator::Eq, item, columns))
        .reduce(Bounds::hull)
        .unwrap_or(Bounds::NOTHING)
}

/// A row is left by the arm whose condition holds for it, or by ELSE: NULL where there is none, which is neither true nor false.
fn of_arms(case: &Case, left_by: fn(&Expr, PartitionColumns<'_>) -> Bounds, columns: PartitionColumns<'_>) -> Bounds {
    if case.expr.is_some() {
        return Bounds::ALL;
    }
    let arms = case.when_then_expr.iter().map(|(when, then)| if_true(when, columns).intersect(left_by(then, columns)));
    let otherwise = case.else_expr.as_ref().map_or(Bounds::NOTHING, |otherwise| left_by(otherwise, columns));
    arms.fold(otherwise, Bounds::hull)
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
        (Expr::Literal(value, _), other) => match op.swap() {
            Some(op) => against_constant(other, op, value, columns),
            None => Bounds::ALL,
        },
        (other, Expr::Literal(value, _)) => against_constant(other, op, value, columns),
        _ => Bounds::ALL,
    }
}

/// `predicate = true` and its like.
fn against_truth(expr: &Expr, op: Operator, truth: bool, columns: PartitionColumns<'_>) -> Bounds {
    let is_so = match op {
        Operator::Eq | Operator::IsNotDistinctFrom => truth,
        Operator::NotEq => !truth,
        _ => return Bounds::ALL,
    };
    if is_so { if_true(expr, columns) } else { if_false(expr, columns) }
}

fn against_constant(expr: &Expr, op: Operator, value: &ScalarValue, columns: PartitionColumns<'_>) -> Bounds {
    let known = matches!(
        op,
        Operator::Lt | Operator::LtEq | Operator::Gt | Operator::GtEq | Operator::Eq | Operator::IsNotDistinctFrom
    );
    if let ScalarValue::Boolean(Some(truth)) = value {
        return against_truth(expr, op, *truth, columns);
    }
    let Some(reached) = reach(expr, columns) else { return Bounds::ALL };
    if !known {
        return Bounds::ALL;
    }
    if value.is_null() {
        // A comparison with NULL is never true; IS NOT DISTINCT FROM NULL is, for rows without a time.
        return if op == Operator::IsNotDistinctFrom { Bounds::ALL } else { Bounds::NOTHING };
    }
    match range_of(op, value, &reached.ty) {
        None => Bounds::ALL,
        Some(range) => reached.bounds(range),
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
        // What lies between two dates, and between two times: intervals are compared by their keys.
        (ScalarValue::Int32(Some(days)), PgType::Int4) => (i64::from(*days).checked_mul(DAY)?, DAY),
        (ScalarValue::Binary(Some(key)), PgType::Bytea) => (i64::try_from(length_of_interval(key)?).ok()?, 1),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::PgColumn;
    use datafusion::prelude::{col, lit};

    const DAYS: [&str; 3] = ["[2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z)", "[2026-11-02T00:00:00Z, )", "[, )"];

    /// 1 November 2026, and days after it.
    fn on(day: i32) -> Expr {
        lit(ScalarValue::Date32(Some(20_758 + day)))
    }

    fn at(hours: i64) -> Expr {
        lit(ScalarValue::TimestampMicrosecond(Some(20_758 * DAY + hours * 3_600_000_000), Some("UTC".into())))
    }

    /// The span that a predicate over a time and its day leaves, before anything simplifies it.
    fn left_by(predicate: &Expr) -> String {
        let column = |name: &str, ty| PgColumn { name: name.to_owned(), ty, typmod: -1, table_oid: 0, attnum: 1 };
        let (time, day) = (column("ts", PgType::Timestamptz), column("day", PgType::Date));
        let columns = PartitionColumns { time: Some(&time), partition: Some(&day), by_day: true };
        conjunction([predicate], columns).span().to_string()
    }

    #[test]
    fn a_column_that_is_time_and_partition_bounds_its_times_alone() {
        let time = PgColumn { name: "ts".to_owned(), ty: PgType::Timestamptz, typmod: -1, table_oid: 0, attnum: 1 };
        let columns = PartitionColumns { time: Some(&time), partition: Some(&time), by_day: false };
        let left = |predicate: Expr| conjunction([&predicate], columns);
        let hours = |from: i64, to: i64| {
            let at = |hours: i64| Some(20_758 * DAY + hours * 3_600_000_000);
            Bounds { time: Range { from: at(from), to: at(to) }, partition: Range::ALL }
        };
        assert_eq!(left(col("ts").gt_eq(at(5)).and(col("ts").lt(at(7)))), hours(5, 7));
        let either =
            col("ts").gt_eq(at(5)).and(col("ts").lt(at(7))).or(col("ts").gt_eq(at(9)).and(col("ts").lt(at(11))));
        assert_eq!(left(either), hours(5, 11));
    }

    #[test]
    fn an_arm_of_case_leaves_what_its_condition_and_its_value_leave() {
        let case = |value: Option<Expr>, otherwise| {
            let arms = [(col("day").eq(on(0)), col("id")), (col("day").eq(on(1)), lit(false))];
            let arms = arms.map(|(when, then)| (Box::new(when), Box::new(then)));
            Expr::Case(Case::new(value.map(Box::new), arms.to_vec(), Some(Box::new(otherwise))))
        };
        let [first_day, _, all] = DAYS;
        assert_eq!(left_by(&case(None, lit(false))), first_day);
        assert_eq!(left_by(&case(None, col("id"))), all);
        // Its negation is left by the arms that are not true.
        assert_eq!(
            left_by(&Expr::Not(Box::new(case(None, lit(true))))),
            "[2026-11-01T00:00:00Z, 2026-11-03T00:00:00Z)"
        );
        // With a value before its arms these are no conditions.
        assert_eq!(left_by(&case(Some(col("id")), lit(false))), all);
    }

    #[test]
    fn each_form_of_a_bound_is_read_as_it_is_written() {
        let (ts, day) = (|| col("ts"), || col("day"));
        let not = |expr: Expr| Expr::Not(Box::new(expr));
        let is = |left: Expr, op, right: Expr| datafusion::logical_expr::binary_expr(left, op, right);
        let [first_day, from_second_day, all] = DAYS;
        for (predicate, left) in [
            (day().between(on(0), on(0)), first_day),
            (not(day().not_between(on(0), on(0))), first_day),
            (day().not_between(on(0), on(0)), all),
            (not(day().between(on(0), on(0))), all),
            (day().in_list(vec![on(0), on(0)], false), first_day),
            (not(day().in_list(vec![on(0)], true)), first_day),
            (day().in_list(vec![on(0)], true), all),
            (not(day().in_list(vec![on(0)], false)), all),
            (day().in_list(vec![], false), "empty"),
            (not(day().in_list(vec![], true)), "empty"),
            (day().in_list(vec![on(0), col("id")], false), all),
            (on(0).eq(day()), first_day),
            (at(24).lt_eq(ts()), from_second_day),
            (not(at(24).gt(ts())), from_second_day),
            (not(ts().gt_eq(at(24))), "[, 2026-11-02T00:00:00Z)"),
            (ts().gt_eq(at(24)).alias("a"), from_second_day),
            (ts().alias("a").gt_eq(at(24)), from_second_day),
            (not(ts().lt(at(24)).alias("a")), from_second_day),
            (not(not(ts().gt_eq(at(24)))), from_second_day),
            (not(ts().lt(at(24)).or(lit(false))), from_second_day),
            (not(ts().lt(at(24)).and(lit(true))), from_second_day),
            (not(ts().lt(at(24)).and(col("id"))), all),
            (ts().lt_eq(at(24)).is_false(), "[2026-11-02T00:00:00.000001Z, )"),
            (not(day().not_eq(on(0))), first_day),
            (not(is(day(), Operator::IsDistinctFrom, on(0))), first_day),
            (is(day(), Operator::IsNotDistinctFrom, on(0)), first_day),
            (not(day().eq(on(0))), all),
            (is(day(), Operator::IsDistinctFrom, on(0)), all),
            // What has no order to be turned round.
            (is(on(0), Operator::StringConcat, day()), all),
            (on(0).eq(on(1)), all),
            // Another type's constant bounds nothing.
            (ts().gt_eq(on(1)), all),
            (day().gt_eq(at(24)), all),
            (col("id").gt_eq(at(24)), all),
        ] {
            assert_eq!(left_by(&predicate), left, "{predicate}");
        }
    }

    #[test]
    fn null_keeps_no_row_but_where_it_is_asked_for() {
        let none = || lit(ScalarValue::Date32(None));
        let is = |op| datafusion::logical_expr::binary_expr(col("day"), op, none());
        let [_, _, all] = DAYS;
        for (predicate, left) in [
            (col("day").eq(none()), "empty"),
            (none().lt(col("day")), "empty"),
            (Expr::Not(Box::new(col("day").lt(none()))), "empty"),
            (is(Operator::IsNotDistinctFrom), all),
            (is(Operator::IsDistinctFrom), all),
            (lit(true), all),
            (lit(false), "empty"),
            (lit(ScalarValue::Boolean(None)), "empty"),
            (lit(ScalarValue::Null), "empty"),
            (Expr::Not(Box::new(lit(false))), all),
            (Expr::Not(Box::new(lit(true))), "empty"),
            (Expr::Not(Box::new(lit(ScalarValue::Null))), "empty"),
        ] {
            assert_eq!(left_by(&predicate), left, "{predicate}");
        }
    }

    #[test]
    fn an_infinity_bounds_nothing() {
        let [_, _, all] = DAYS;
        let date = |day| lit(ScalarValue::Date32(Some(day)));
        let time = |micros| lit(ScalarValue::TimestampMicrosecond(Some(micros), Some("UTC".into())));
        for predicate in [
            col("day").gt(date(i32::MIN)),
            col("day").lt_eq(date(i32::MAX)),
            col("ts").gt(time(i64::MIN)),
            col("ts").lt_eq(time(i64::MAX)),
        ] {
            assert_eq!(left_by(&predicate), all, "{predicate}");
        }
    }
}
