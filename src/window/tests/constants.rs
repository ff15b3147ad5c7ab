//! Bounds by what is constant without being written so, and scans whose rows make no difference.

use super::*;
use datafusion::common::NullEquality;
use datafusion::functions_aggregate::expr_fn::min;
use datafusion::logical_expr::scalar_subquery;

fn day_after(day: Expr) -> Expr {
    let shape = when(day.is_null(), on(0)).otherwise(on(1));
    shape.unwrap()
}

/// One row with a day, or two.
fn days(name: &str, days: &[i64]) -> LogicalPlan {
    let rows = days.iter().map(|day| vec![on(*day)]).collect();
    let values = LogicalPlanBuilder::values(rows).unwrap();
    values.project(vec![col("column1").alias(name)]).unwrap().build().unwrap()
}

fn one_day(name: &str, day: i64) -> LogicalPlan {
    LogicalPlanBuilder::empty(true).project(vec![on(day).alias(name)]).unwrap().build().unwrap()
}

#[tokio::test]
async fn a_constant_column_of_another_relation_bounds_as_the_constant_does() {
    let lake = lake().await;
    let with =
        |constants: LogicalPlan, kind: JoinType, on: Vec<Expr>| scan(&lake, "f").join_on(constants, kind, on).unwrap();
    let since = || col("f.day").eq(col("since"));
    let proven = |plan: LogicalPlanBuilder| windows(plan.build().unwrap());
    let above = |constants, kind| with(constants, kind, vec![lit(true)]).filter(since()).unwrap();
    for constants in [one_day("since", 1), days("since", &[1])] {
        assert_eq!(proven(above(constants.clone(), JoinType::Inner)).unwrap(), [SECOND_DAY]);
        assert_eq!(proven(with(constants.clone(), JoinType::Inner, vec![since()])).unwrap(), [SECOND_DAY]);
        let sorted = LogicalPlanBuilder::from(constants).sort(vec![col("since").sort(true, true)]).unwrap();
        let limited = sorted.limit(0, Some(1)).unwrap().filter(col("since").is_not_null()).unwrap();
        let named = limited.alias("p").unwrap().project(vec![col("p.since").alias("since")]).unwrap();
        assert_eq!(proven(above(named.build().unwrap(), JoinType::Inner)).unwrap(), [SECOND_DAY]);
    }
    let next =
        LogicalPlanBuilder::from(one_day("since", 0)).project(vec![day_after(col("since")).alias("since")]).unwrap();
    assert_eq!(proven(above(next.build().unwrap(), JoinType::Inner)).unwrap(), [SECOND_DAY]);
    let keyed = |constants, kind, equality| {
        let keys = (vec!["f.day"], vec!["since"]);
        scan(&lake, "f").join_detailed(constants, kind, keys, None, equality).unwrap()
    };
    let inner = |constants, equality| proven(keyed(constants, JoinType::Inner, equality));
    assert_eq!(inner(one_day("since", 1), NullEquality::NullEqualsNothing).unwrap(), [SECOND_DAY]);
    let null = Expr::Literal(ScalarValue::Date32(None), None).alias("since");
    let null = LogicalPlanBuilder::empty(true).project(vec![null]).unwrap().build().unwrap();
    assert_eq!(inner(null.clone(), NullEquality::NullEqualsNothing).unwrap(), ["empty"]);
    assert!(inner(null, NullEquality::NullEqualsNull).is_err());
    // Each row of the other side is kept, with the constant or without.
    assert!(proven(keyed(one_day("since", 1), JoinType::Left, NullEquality::NullEqualsNothing)).is_err());
    assert!(proven(with(one_day("since", 1), JoinType::Left, vec![since()])).is_err());
    assert!(proven(with(one_day("since", 1), JoinType::Full, vec![since()])).is_err());
    let lacks = || since().or(col("since").is_null());
    assert!(proven(with(one_day("since", 1), JoinType::Left, vec![since()]).filter(lacks()).unwrap()).is_err());
    assert!(proven(with(one_day("since", 1), JoinType::Full, vec![since()]).filter(lacks()).unwrap()).is_err());
    let right = LogicalPlanBuilder::from(one_day("since", 1)).join_on(
        required_scan(&lake, "f"),
        JoinType::Right,
        vec![since()],
    );
    assert!(proven(right.unwrap().filter(lacks()).unwrap()).is_err());
    // Two values are none.
    assert!(proven(above(days("since", &[1, 1]), JoinType::Inner)).is_err());
    // Neither is one that is a row's own.
    let own = LogicalPlanBuilder::empty(true).project(vec![lit(1i64).alias("since")]).unwrap().build().unwrap();
    assert!(proven(with(own, JoinType::Inner, vec![col("f.id").gt_eq(col("since"))])).is_err());
}

#[tokio::test]
async fn a_constant_sub_select_bounds_as_the_constant_does() {
    let lake = lake().await;
    let from = |plan: LogicalPlan| col("f.day").eq(scalar_subquery(Arc::new(plan)));
    for plan in [
        one_day("d", 1),
        days("d", &[1]),
        LogicalPlanBuilder::from(one_day("d", 1)).alias("p").unwrap().build().unwrap(),
    ] {
        assert_eq!(windows(filtered(&lake, from(plan))).unwrap(), [SECOND_DAY]);
    }
    // One that gives no row, or that is read from somewhere, is not known.
    let filter =
        |plan: LogicalPlan| LogicalPlanBuilder::from(plan).filter(col("d").gt(on(0))).unwrap().build().unwrap();
    for plan in [filter(one_day("d", 1)), filter(days("d", &[1])), lake_day(&lake)] {
        let aliased = LogicalPlanBuilder::from(plan.clone()).alias("p").unwrap().build().unwrap();
        for plan in [plan, aliased] {
            assert!(is_refused(filtered(&lake, from(plan))));
        }
    }
}

/// A day that a table without a window has.
fn lake_day(lake: &Lake) -> LogicalPlan {
    let free = lake.scan("g", lake.relation(grant(&lake.table, &ALL, &[], false), None));
    let day = free.aggregate(Vec::<Expr>::new(), vec![min(col("g.day")).alias("d")]);
    day.unwrap().build().unwrap()
}

#[tokio::test]
async fn below_a_limit_of_no_row_nothing_is_read() {
    let lake = lake().await;
    let none = |plan: LogicalPlanBuilder| plan.limit(0, Some(0)).unwrap();
    assert_eq!(windows(none(scan(&lake, "f")).build().unwrap()).unwrap(), ["empty"]);
    let joined = scan(&lake, "f").cross_join(required_scan(&lake, "g")).unwrap();
    assert_eq!(windows(none(joined).build().unwrap()).unwrap(), ["empty", "empty"]);
    // The other branch has rows, and so has a limit of one.
    let union = none(scan(&lake, "f")).union(required_scan(&lake, "f")).unwrap().build().unwrap();
    assert!(is_refused(union));
    let union = scan(&lake, "f").union(none(scan(&lake, "f")).build().unwrap()).unwrap().build().unwrap();
    assert!(is_refused(union));
    assert!(is_refused(scan(&lake, "f").limit(0, Some(1)).unwrap().build().unwrap()));
    assert!(is_refused(scan(&lake, "f").limit(1, None).unwrap().build().unwrap()));
}

fn required_scan(lake: &Lake, alias: &str) -> LogicalPlan {
    scan(lake, alias).build().unwrap()
}

#[tokio::test]
async fn a_leaf_that_stands_twice_in_a_plan_is_read_as_either_reads_it() {
    let lake = lake().await;
    let leaf = |day| {
        let plan = lake.scan("f", required(&lake).numbered(7)).filter(col("f.day").eq(on(day)));
        plan.unwrap().build().unwrap()
    };
    let twice = LogicalPlanBuilder::from(leaf(1)).union(leaf(4)).unwrap().build().unwrap();
    let found = crate::window::prove::bounds_of_scans(&twice).unwrap();
    let days = found.values().map(|bounds| bounds.span().to_string()).collect::<Vec<_>>();
    assert_eq!(days, ["[2026-11-02T00:00:00Z, 2026-11-06T00:00:00Z)"]);
}
