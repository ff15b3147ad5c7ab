//! Interval analysis: which times and partitions a predicate leaves.
//!
//! Comes in: a predicate over one scan's columns. Goes out: bounds that hold every row for which it is true. Must never: leave out such a row; what it does not know leaves everything.

use super::bounds::{Bounds, DAY, Range};
use crate::functions::datetime::trunc::{longest, timestamp_trunc};
use crate::functions::kernel::KernelUdf;
use crate::plan::governed::PartitionColumns;
use crate::types::datetime::zone_or_abbreviation;
use crate::types::{PgColumn, PgType, TimeZone};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::expr::InList;
use datafusion::logical_expr::{Between, BinaryExpr, Case, Expr, Operator};

/// The furthest that the clock of a place was ever from UTC, and a margin: Manila's stood 15:56 behind until 1844, Alaska's 15:13 before until 1867.
const PLACES_REACH: i64 = 18 * 3_600_000_000;

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

/// A column of the partition, perhaps under casts, AT TIME ZONE and date_trunc, none of which moves a value by more than it says.
struct Reached {
    is_time: bool,
    is_partition: bool,
    by_day: bool,
    /// The type after the steps.
    ty: PgType,
    /// From the column outwards.
    steps: Vec<Step>,
}

/// What is done to a time.
enum Step {
    Cast(Cast),
    Cut(Cut),
}

impl Step {
    /// From a range of what comes out to one that holds all that went in.
    fn before(&self, after: Range) -> Range {
        match self {
            Step::Cast(cast) => cast.before(after),
            Step::Cut(cut) => cut.before(after),
        }
    }
}

/// `date_trunc` by the wall clock of a place.
struct Cut {
    unit: String,
    /// The longest that the unit is, in microseconds.
    longest: i64,
    /// How far the clock is from UTC at most.
    reach: i64,
}

impl Cut {
    /// What is cut is as late as what comes of it or later, and before the next beginning of a unit.
    fn before(&self, after: Range) -> Range {
        let next = |to: i64| {
            let last = timestamp_trunc(&self.unit, to.checked_sub(1)?.checked_add(self.reach)?).ok()?;
            timestamp_trunc(&self.unit, last.checked_add(self.longest)?).ok()?.checked_add(self.reach)
        };
        Range { from: after.from.map(|from| from.saturating_sub(2 * self.reach)), to: after.to.and_then(next) }
    }
}

/// A cast between date and time, by itself or as AT TIME ZONE, as far as it keeps the order.
#[derive(Clone, Copy)]
struct Cast {
    /// By how many microseconds it may move a value.
    moves: i64,
    /// It casts a date: what it is given are midnights.
    of_date: bool,
}

impl Cast {
    /// From a range of what comes out to one that holds all that went in. Cutting a time to its date needs nothing: a range of midnights holds the same times.
    fn before(self, after: Range) -> Range {
        let wide = Range {
            from: after.from.map(|from| from.saturating_sub(self.moves)),
            to: after.to.map(|to| to.saturating_add(self.moves)),
        };
        if !self.of_date {
            return wide;
        }
        // INVARIANT: a range of dates begins and ends at midnights, else the cut of a time to its date that may stand below would lose the rest of the last day.
        let midnight = |micros: i64| ceil_day(micros).saturating_mul(DAY);
        Range { from: wide.from.map(midnight), to: wide.to.map(midnight) }
    }
}

impl Reached {
    /// From a range of times (of midnights, for a date) to bounds of the column itself.
    fn bounds(&self, range: Range) -> Bounds {
        let range = self.steps.iter().rev().fold(range, |range, step| step.before(range));
        let mut bounds = Bounds::ALL;
        if self.is_time {
            // The days are told here and not at the end, so that an OR of a time and a day bounds the days.
            bounds = Bounds::of_time(range, self.by_day);
        }
        if self.is_partition && self.by_day {
            // A day is wanted when its midnight may be in the range.
            bounds.partition = Range { from: range.from.map(ceil_day), to: range.to.map(ceil_day) };
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
            Some(Reached { is_time, is_partition, by_day: columns.by_day, ty, steps: Vec::new() })
        }
        Expr::ScalarFunction(call) => {
            let kernel = call.func.inner().downcast_ref::<KernelUdf>()?;
            let (arguments, result) = kernel.resolved();
            let own = kernel.display().time_zone;
            let (from, inner, step) = match (kernel.postgres_name(), arguments, call.args.as_slice()) {
                (name, [from], [inner]) if name.starts_with("cast_") => (from, inner, cast(from, result, own)?),
                ("timezone", [PgType::Text, from], [zone, inner]) => (from, inner, cast(from, result, written(zone)?)?),
                ("date_trunc", [PgType::Text, from], [unit, inner]) => (from, inner, cut(unit, from, own)?),
                ("date_trunc", [PgType::Text, from, PgType::Text], [unit, inner, zone]) => {
                    (from, inner, cut(unit, from, written(zone)?)?)
                }
                _ => return None,
            };
            let mut reached = reach(inner, columns)?;
            if *from != reached.ty {
                return None;
            }
            reached.steps.push(step);
            Some(Reached { ty: result.clone(), ..reached })
        }
        _ => None,
    }
}

/// What a cast between date and time does to a value; `None` where it does not keep the order.
fn cast(from: &PgType, to: &PgType, zone: TimeZone) -> Option<Step> {
    let moves = match (from, to) {
        (PgType::Date, PgType::Timestamp) | (PgType::Timestamp, PgType::Date) => 0,
        (PgType::Date | PgType::Timestamp, PgType::Timestamptz)
        | (PgType::Timestamptz, PgType::Timestamp | PgType::Date) => zone_reach(zone),
        _ => return None,
    };
    Some(Step::Cast(Cast { moves, of_date: *from == PgType::Date }))
}

/// The zone of that name.
fn written(zone: &Expr) -> Option<TimeZone> {
    zone_or_abbreviation(zone.as_literal()?.try_as_str()??)
}

fn cut(unit: &Expr, of: &PgType, zone: TimeZone) -> Option<Step> {
    let unit = unit.as_literal()?.try_as_str()??.to_owned();
    let reach = match of {
        PgType::Timestamp => 0,
        PgType::Timestamptz => zone_reach(zone),
        _ => return None,
    };
    Some(Step::Cut(Cut { longest: longest(&unit)?, unit, reach }))
}

/// How far the zone's clock is from UTC at most. One that is given as an offset may be a week away.
fn zone_reach(zone: TimeZone) -> i64 {
    match zone {
        TimeZone::Named(chrono_tz::Tz::UTC) => 0,
        TimeZone::Named(_) => PLACES_REACH,
        TimeZone::Fixed(seconds) => i64::from(seconds).saturating_abs().saturating_mul(1_000_000),
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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Offset, TimeZone as _};
    use datafusion::prelude::{col, lit};

    #[test]
    fn no_place_is_further_from_utc_than_is_reckoned_with() {
        let mut furthest = 0;
        for zone in chrono_tz::TZ_VARIANTS {
            // Twice a year from 1800 to 2100: offsets stay for longer than that, but for those that are near others.
            for half_year in -340i64..260 {
                let moment = chrono::DateTime::from_timestamp(half_year * 15_778_476, 0).unwrap().naive_utc();
                let offset = i64::from(zone.offset_from_utc_datetime(&moment).fix().local_minus_utc());
                furthest = furthest.max(offset.abs());
            }
        }
        assert!((15 * 3_600..18 * 3_600).contains(&furthest), "{furthest} seconds");
    }

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

    #[test]
    fn a_zone_of_an_offset_reaches_as_far_as_it_says() {
        assert_eq!(zone_reach(TimeZone::Fixed(0)), 0);
        assert_eq!(zone_reach(TimeZone::Fixed(-604_799)), 604_799_000_000);
        assert_eq!(zone_reach(TimeZone::Named(chrono_tz::Asia::Kabul)), PLACES_REACH);
    }
}
