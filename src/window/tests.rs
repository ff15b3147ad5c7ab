//! What a plan's predicates prove, what a request falls back to, and that an accepted statement's answer is the ungoverned one over the window's rows.

mod constants;
mod zones;

use super::bounds::DAY;
use super::{Origin, WindowRequest, govern_for_test, under_the_windows_of};
use crate::error::SqlResult;
use crate::plan::governed::GovernedRelation;
use crate::plan::testing::{ALL, DAYS, FIRST_DAY, Lake, engine, grant, lake, now, role, run, sorted, table};
use datafusion::common::ScalarValue;
use datafusion::functions_aggregate::expr_fn::count;
use datafusion::logical_expr::{Case, Expr, JoinType, LogicalPlan, LogicalPlanBuilder, Operator};
use datafusion::prelude::{col, exists, in_subquery, lit, out_ref_col, when};
use guard::SqlState;
use guard::parse::Directives;
use guard::policy::{Mask, RelationName, Table};
use proptest::prelude::*;
use std::sync::Arc;

fn at(hours: i64) -> Expr {
    let micros = FIRST_DAY * DAY + hours * 3_600_000_000;
    Expr::Literal(ScalarValue::TimestampMicrosecond(Some(micros), Some("UTC".into())), None)
}

fn on(day: i64) -> Expr {
    Expr::Literal(ScalarValue::Date32(Some(i32::try_from(FIRST_DAY + day).unwrap())), None)
}

fn required(lake: &Lake) -> GovernedRelation {
    lake.relation(grant(&lake.table, &ALL, &[], true), None)
}

fn scan(lake: &Lake, alias: &str) -> LogicalPlanBuilder {
    lake.scan(alias, required(lake))
}

fn filtered(lake: &Lake, filter: Expr) -> LogicalPlan {
    scan(lake, "f").filter(filter).unwrap().build().unwrap()
}

/// The windows of a plan's scans under a role that has no default.
fn windows(plan: LogicalPlan) -> SqlResult<Vec<String>> {
    let governed = govern_for_test(plan, &role(None, None), &WindowRequest::default(), now())?;
    Ok(governed.scans().iter().map(|scan| scan.window().unwrap().to_string()).collect())
}

fn is_refused(plan: LogicalPlan) -> bool {
    match windows(plan) {
        Ok(_) => false,
        Err(error) => {
            assert_eq!(error.sqlstate(), SqlState::CONFIGURATION_LIMIT_EXCEEDED);
            assert_eq!(error.report().rule, Some("window-missing"));
            assert!(error.report().detail.is_some() && error.report().hint.is_some());
            true
        }
    }
}

fn is(left: Expr, operator: Operator, truth: bool) -> Expr {
    datafusion::logical_expr::binary_expr(left, operator, lit(truth))
}

const SECOND_DAY: &str = "[2026-11-02T00:00:00Z, 2026-11-03T00:00:00Z)";

#[tokio::test]
async fn a_predicate_that_bounds_the_scan_is_its_window() {
    let lake = lake().await;
    let (ts, day) = (|| col("f.ts"), || col("f.day"));
    for filter in [
        ts().gt_eq(at(24)).and(ts().lt(at(48))),
        at(24).lt_eq(ts()).and(at(48).gt(ts())),
        day().eq(on(1)),
        day().gt(on(0)).and(day().lt_eq(on(1))),
        day().in_list(vec![on(1), on(1)], false),
        day().between(on(1), on(1)),
        Expr::Not(Box::new(ts().lt(at(24)).or(ts().gt_eq(at(48))))),
        Expr::IsTrue(Box::new(day().eq(on(1)))),
        day().not_between(on(1), on(1)).is_false(),
        is(day().eq(on(1)), Operator::IsNotDistinctFrom, true),
        is(day().not_between(on(1), on(1)), Operator::IsNotDistinctFrom, false),
        is(day().not_between(on(1), on(1)), Operator::NotEq, true),
        Expr::Not(Box::new(is(day().eq(on(1)), Operator::IsDistinctFrom, true))),
        when(col("f.namespace").is_null(), day().eq(on(1))).when(day().eq(on(1)), lit(true)).end().unwrap(),
        Expr::Not(Box::new(when(day().eq(on(1)), lit(false)).otherwise(day().not_eq(on(1))).unwrap())),
        day().eq(on(1)).or(ts().gt_eq(at(24)).and(ts().lt(at(48)))),
        day().eq(on(1)).and(col("f.id").gt(lit(3i64)).or(col("f.namespace").is_null())),
    ] {
        assert_eq!(windows(filtered(&lake, filter.clone())).unwrap(), [SECOND_DAY], "{filter}");
    }
}

#[tokio::test]
async fn a_lower_bound_alone_is_open_upwards_and_an_upper_one_alone_is_none() {
    let lake = lake().await;
    assert_eq!(windows(filtered(&lake, col("f.ts").gt_eq(at(24)))).unwrap(), ["[2026-11-02T00:00:00Z, )"]);
    assert!(is_refused(filtered(&lake, col("f.ts").lt(at(24)))));
}

#[tokio::test]
async fn what_does_not_bound_the_scan_proves_nothing() {
    let lake = lake().await;
    let bound = || col("f.ts").gt_eq(at(24));
    let minus_infinity = Expr::Literal(ScalarValue::TimestampMicrosecond(Some(i64::MIN), Some("UTC".into())), None);
    for filter in [
        lit(true),
        bound().or(col("f.id").gt(lit(3i64))),
        bound().or(col("f.ts").is_null()),
        Expr::Not(Box::new(bound())),
        col("f.ts").not_eq(at(24)),
        col("f.day").in_list(vec![on(1)], true),
        when(col("f.id").gt(lit(3i64)), bound()).otherwise(lit(true)).unwrap(),
        when(bound(), lit(false)).otherwise(lit(true)).unwrap(),
        Expr::Not(Box::new(when(col("f.id").gt(lit(3i64)), lit(true)).otherwise(bound()).unwrap())),
        Expr::Case(Case::new(Some(Box::new(lit(true))), vec![(Box::new(bound()), Box::new(lit(true)))], None)),
        is(bound(), Operator::IsDistinctFrom, false),
        is(bound(), Operator::IsNotDistinctFrom, false),
        is(bound(), Operator::NotEq, true),
        col("f.ts").gt_eq(col("f.ts")),
        Expr::IsNotFalse(Box::new(bound())),
        Expr::IsNotTrue(Box::new(bound())),
        bound().is_null(),
        col("f.ts").gt_eq(minus_infinity),
    ] {
        assert!(is_refused(filtered(&lake, filter.clone())), "{filter}");
    }
}

#[tokio::test]
async fn a_contradiction_reads_nothing_and_needs_no_more() {
    let lake = lake().await;
    for filter in [
        col("f.ts").gt_eq(at(48)).and(col("f.ts").lt(at(24))),
        col("f.day").eq(on(1)).and(col("f.ts").gt_eq(at(72))),
        lit(false),
    ] {
        assert_eq!(windows(filtered(&lake, filter)).unwrap(), ["empty"]);
    }
}

#[tokio::test]
async fn each_scan_needs_its_own_window() {
    let lake = lake().await;
    let bound = |alias: &str| col(format!("{alias}.day")).eq(on(1));
    let join =
        |kind: JoinType, on: Vec<Expr>| scan(&lake, "f").join_on(scan(&lake, "g").build().unwrap(), kind, on).unwrap();
    let ids = || col("f.id").eq(col("g.id"));
    // One side bounded, the other not.
    assert!(is_refused(join(JoinType::Inner, vec![ids()]).filter(bound("f")).unwrap().build().unwrap()));
    // Both bounded above an inner join.
    let both = join(JoinType::Inner, vec![ids()]).filter(bound("f").and(bound("g"))).unwrap().build().unwrap();
    assert_eq!(windows(both).unwrap(), [SECOND_DAY, SECOND_DAY]);
    // A condition on the preserved side within ON keeps every row of that side.
    assert!(is_refused(join(JoinType::Left, vec![ids(), bound("f"), bound("g")]).build().unwrap()));
    let preserved = join(JoinType::Left, vec![ids(), bound("g")]).filter(bound("f")).unwrap().build().unwrap();
    assert_eq!(windows(preserved).unwrap(), [SECOND_DAY, SECOND_DAY]);
    assert!(is_refused(join(JoinType::Full, vec![ids(), bound("f"), bound("g")]).build().unwrap()));
    // A bound through the other table holds only where the keys must be equal.
    let keys = (vec!["f.day"], vec!["g.day"]);
    let through =
        scan(&lake, "f").join(scan(&lake, "g").build().unwrap(), JoinType::Inner, keys.clone(), None).unwrap();
    let through = through.filter(bound("f")).unwrap().build().unwrap();
    assert_eq!(windows(through).unwrap(), [SECOND_DAY, SECOND_DAY]);
    let outer = scan(&lake, "f").join(scan(&lake, "g").build().unwrap(), JoinType::Right, keys, None).unwrap();
    assert!(is_refused(outer.filter(bound("f").or(col("f.day").is_null())).unwrap().build().unwrap()));
    let less = join(JoinType::Inner, vec![col("f.day").lt(col("g.day"))]).filter(bound("f")).unwrap().build().unwrap();
    assert!(is_refused(less));
    // Each branch of a union.
    let branch = |filter: Option<Expr>| {
        let scan = scan(&lake, "f");
        filter
            .map_or_else(|| scan.clone().build(), |filter| scan.clone().filter(filter).and_then(|plan| plan.build()))
            .unwrap()
    };
    let union = |a: LogicalPlan, b: LogicalPlan| LogicalPlanBuilder::from(a).union(b).unwrap().build().unwrap();
    assert!(is_refused(union(branch(Some(bound("f"))), branch(None))));
    assert!(windows(union(branch(Some(bound("f"))), branch(Some(bound("f"))))).is_ok());
    // Sub-selects, correlated ones too.
    let inner = scan(&lake, "g").project(vec![col("g.id")]).unwrap().build().unwrap();
    let outer = filtered(&lake, bound("f").and(in_subquery(col("f.id"), Arc::new(inner))));
    assert!(is_refused(outer));
    let day = required(&lake).columns()[2].ty.arrow();
    let correlated = scan(&lake, "g").filter(col("g.day").eq(out_ref_col(day, "f.day"))).unwrap().build().unwrap();
    assert!(is_refused(filtered(&lake, bound("f").and(exists(Arc::new(correlated))))));
}

#[tokio::test]
async fn a_bound_does_not_pass_a_limit_and_passes_a_group_key() {
    let lake = lake().await;
    let bound = || col("f.day").eq(on(1));
    let limited = scan(&lake, "f").limit(0, Some(10)).unwrap().filter(bound()).unwrap().build().unwrap();
    assert!(is_refused(limited));
    let grouped = |key: &str| scan(&lake, "f").aggregate(vec![col(key)], vec![count(lit(1i64)).alias("n")]).unwrap();
    assert_eq!(windows(grouped("f.day").filter(bound()).unwrap().build().unwrap()).unwrap(), [SECOND_DAY]);
    let having = grouped("f.id").filter(col("n").gt(lit(1i64))).unwrap().build().unwrap();
    assert!(is_refused(having));
}

#[tokio::test]
async fn a_masked_time_column_bounds_nothing() {
    let lake = lake().await;
    let relation = lake.relation(grant(&lake.table, &ALL, &[("ts", Mask::Day), ("day", Mask::Null)], true), None);
    let plan = lake.scan("f", relation).filter(col("f.ts").gt_eq(at(24)).and(col("f.day").eq(on(1)))).unwrap();
    assert!(is_refused(plan.build().unwrap()));
}

fn directives(since: Option<&str>) -> Directives {
    Directives { since: since.map(str::to_owned), ..Directives::default() }
}

#[tokio::test]
async fn the_strongest_window_wins() {
    let lake = lake().await;
    let all = role(Some("7d"), Some("90d"));
    let origin = |plan: LogicalPlan, directive: Option<&str>, session: Option<&str>| {
        let request =
            WindowRequest { directive: directives(directive), session: directives(session), text: String::new() };
        let governed = govern_for_test(plan, &all, &request, now()).unwrap();
        (governed.scans()[0].window().unwrap().origin(), governed.window_text())
    };
    let free = || scan(&lake, "f").build().unwrap();
    assert_eq!(
        origin(free(), None, None),
        (Origin::Default, "[2026-11-04T12:00:00Z, 2026-11-11T12:00:00Z)".to_owned())
    );
    assert_eq!(origin(free(), None, Some("1d")).0, Origin::Session);
    assert_eq!(origin(free(), Some("2d"), Some("1d")).1, "[2026-11-09T12:00:00Z, 2026-11-11T12:00:00Z)");
    let bounded = filtered(&lake, col("f.day").eq(on(1)));
    assert_eq!(origin(bounded, Some("2d"), Some("1d")), (Origin::Predicate, SECOND_DAY.to_owned()));
    // One that is bounded above alone takes the next, and keeps its predicate.
    let upper = filtered(&lake, col("f.ts").lt(at(10 * 24)));
    assert_eq!(origin(upper, Some("2d"), None).0, Origin::Directive);
}

#[tokio::test]
async fn a_window_wider_than_the_roles_is_refused_with_limit_asked_and_allowed() {
    let lake = lake().await;
    let narrow = role(None, Some("2d"));
    let refusal = |plan: LogicalPlan, directive: Option<&str>| {
        let request = WindowRequest { directive: directives(directive), ..WindowRequest::default() };
        govern_for_test(plan, &narrow, &request, now()).map(|governed| governed.window_text())
    };
    let free = || scan(&lake, "f").build().unwrap();
    assert!(refusal(free(), Some("2d")).is_ok());
    let error = refusal(free(), Some("49h")).unwrap_err();
    assert_eq!(error.sqlstate(), SqlState::CONFIGURATION_LIMIT_EXCEEDED);
    assert_eq!(
        error.report().detail.as_deref(),
        Some("Limit \"window.max\" of role \"analyst\": 2d1h asked, 2d allowed (directive).")
    );
    assert!(error.report().hint.as_ref().unwrap().contains("--since 2d"));
    // A predicate wins, so it must be narrow enough itself.
    let wide = filtered(&lake, col("f.day").gt_eq(on(0)));
    assert_eq!(refusal(wide, Some("1d")).unwrap_err().report().rule, Some("window-too-wide"));
    // So must one of the session's, which is told how to set it.
    let request = WindowRequest { session: directives(Some("3d")), ..WindowRequest::default() };
    let error = govern_for_test(free(), &narrow, &request, now()).unwrap_err();
    assert_eq!(error.report().hint.as_deref(), Some("For example: SET since = '2d'"));
    assert!(error.report().detail.as_ref().unwrap().ends_with("3d asked, 2d allowed (session)."));
    // Nothing is narrow enough for any role.
    assert_eq!(refusal(filtered(&lake, lit(false)), None).unwrap(), "empty");
    // A closed span of the past counts as what it is.
    assert!(refusal(filtered(&lake, col("f.day").in_list(vec![on(0), on(1)], false)), None).is_ok());
    assert!(refusal(filtered(&lake, col("f.day").in_list(vec![on(0), on(5)], false)), None).is_err());
}

#[tokio::test]
async fn a_missing_window_is_refused_with_the_statement_as_it_would_pass() {
    let lake = lake().await;
    let hint = |text: &str, max: Option<&str>| {
        let request = WindowRequest { text: text.to_owned(), ..WindowRequest::default() };
        let plan = scan(&lake, "f").build().unwrap();
        let error = govern_for_test(plan, &role(None, max), &request, now()).unwrap_err();
        (error.report().detail.clone().unwrap(), error.report().hint.clone().unwrap())
    };
    let (detail, shown) = hint("SELECT 1 FROM exp.flags ; ", Some("2d"));
    assert_eq!(detail, "Limit \"window\" of role \"analyst\": none asked, at most 2d allowed.");
    assert_eq!(shown, "For example: SELECT 1 FROM exp.flags --since 2d");
    let (detail, shown) = hint("SELECT 1 FROM exp.flags", None);
    assert_eq!(detail, "Limit \"window\" of role \"analyst\": none asked, any allowed.");
    assert_eq!(shown, "For example: SELECT 1 FROM exp.flags --since 7d");
    let line = "End the statement with a line \"--since 7d\", or write a predicate on its time column.";
    for other in ["", "SELECT 1\nFROM exp.flags", "SELECT 1 FROM exp.flags -- all of them", &"x".repeat(301)] {
        assert_eq!(hint(other, Some("30d")).1, line, "{other}");
    }
}

#[tokio::test]
async fn the_days_of_a_plans_windows_are_counted_whether_there_are_any_or_not() {
    let lake = lake().await;
    let optional = |alias: &str| lake.scan(alias, lake.relation(grant(&lake.table, &ALL, &[], false), None));
    let days = |plan: LogicalPlan| {
        govern_for_test(plan, &role(None, None), &WindowRequest::default(), now()).unwrap().days_text(now())
    };
    let day = |alias: &str| col(format!("{alias}.day"));
    assert_eq!(days(filtered(&lake, day("f").in_list(vec![on(0), on(5)], false))), "6 in the window");
    // One that has no end ends today.
    assert_eq!(days(filtered(&lake, day("f").gt_eq(on(8)))), "3 in the window");
    assert_eq!(days(filtered(&lake, day("f").gt_eq(on(500)))), "0 in the window");
    assert_eq!(days(filtered(&lake, lit(false))), "0 in the window");
    assert_eq!(days(optional("f").build().unwrap()), "all");
    let two = optional("f").filter(day("f").eq(on(1))).unwrap();
    let two = two.cross_join(optional("g").filter(day("g").between(on(2), on(4))).unwrap().build().unwrap()).unwrap();
    assert_eq!(days(two.build().unwrap()), "4 in the window");
}

#[test]
fn where_a_window_came_from_is_told_in_words() {
    let words = [Origin::Predicate, Origin::Directive, Origin::Session, Origin::Options, Origin::Default]
        .map(|origin| origin.to_string());
    assert_eq!(words, ["predicate", "directive", "session", "options", "role default"]);
}

#[tokio::test]
async fn a_window_that_a_table_without_a_partition_must_have_is_missing_whatever_is_written() {
    let lake = lake().await;
    let plain = Arc::new(Table { partition: None, ..Arc::into_inner(table()).unwrap() });
    let of = |required| lake.relation(grant(&plain, &ALL, &[], required), None);
    let verdict = |required| {
        let plan = lake.scan("f", of(required)).filter(col("f.day").eq(on(1))).unwrap().build().unwrap();
        let request = WindowRequest { directive: directives(Some("1d")), ..WindowRequest::default() };
        govern_for_test(plan, &role(Some("1d"), None), &request, now()).map_err(|error| error.report().rule)
    };
    assert_eq!(verdict(true).unwrap_err(), Some("window-missing"));
    assert!(verdict(false).unwrap().scans()[0].window().is_none());
}

#[tokio::test]
async fn a_plan_of_other_scans_does_not_get_the_windows() {
    let lake = lake().await;
    let of = |relation: GovernedRelation| lake.scan("f", relation).filter(col("f.day").eq(on(1))).unwrap();
    let plan = |relation| of(relation).build().unwrap();
    let first = || required(&lake).written_at(Some(15));
    let like = govern_for_test(plan(first()), &role(None, None), &WindowRequest::default(), now()).unwrap();
    let texts = |plan| under_the_windows_of(plan, &like).unwrap().map(|governed| governed.window_text());
    assert_eq!(texts(plan(first())).as_deref(), Some(SECOND_DAY));
    let open = lake.scan("f", first()).build().unwrap();
    assert_eq!(texts(open).as_deref(), Some(SECOND_DAY), "its predicate may be open");
    let name = RelationName { schema: "exp".to_owned(), name: "others".to_owned() };
    let other = Arc::new(Table { name, ..Arc::into_inner(table()).unwrap() });
    let other = lake.relation(grant(&other, &ALL, &[], true), None).written_at(Some(15));
    let two = of(first()).cross_join(scan(&lake, "g").build().unwrap()).unwrap().build().unwrap();
    for others in [plan(other), plan(required(&lake).written_at(Some(16))), two, one_row()] {
        assert_eq!(texts(others), None);
    }
}

fn one_row() -> LogicalPlan {
    LogicalPlanBuilder::empty(true).build().unwrap()
}

#[tokio::test]
async fn an_optional_window_is_taken_when_given_and_not_missed() {
    let lake = lake().await;
    let optional = || lake.scan("f", lake.relation(grant(&lake.table, &ALL, &[], false), None)).build().unwrap();
    let all = role(Some("1d"), Some("1d"));
    let free = govern_for_test(optional(), &all, &WindowRequest::default(), now()).unwrap();
    assert!(free.scans()[0].window().is_none());
    let request = WindowRequest { directive: directives(Some("7d")), ..WindowRequest::default() };
    let asked = govern_for_test(optional(), &all, &request, now()).unwrap();
    assert_eq!(asked.window_text(), "[2026-11-04T12:00:00Z, 2026-11-11T12:00:00Z)");
}

/// A predicate over id, time and day, of the shapes that people write and some that they do not, and with these casts of one session's zone.
fn predicates(casts: Vec<Expr>) -> impl Strategy<Value = Expr> {
    let hours = -20i64..(DAYS * 24 + 20);
    let days = -2i64..(DAYS + 2);
    let comparison =
        prop_oneof![
            (hours.clone(), 0usize..5).prop_map(|(hour, op)| compare(col("f.ts"), op, at(hour))),
            (hours, 0usize..5).prop_map(|(hour, op)| compare(at(hour), op, col("f.ts"))),
            (days.clone(), 0usize..5).prop_map(|(day, op)| compare(col("f.day"), op, on(day))),
            (0i64..4, 0usize..5).prop_map(|(day, op)| compare(on(day), op, col("f.day"))),
            (0i64..4, 0usize..5, 0usize..5).prop_map(
                |(day, op, other)| compare(on(day), op, col("f.day")).and(compare(col("f.day"), other, on(day)))
            ),
            (days.clone(), days.clone(), any::<bool>()).prop_map(|(low, high, negated)| if negated {
                col("f.day").not_between(on(low), on(high))
            } else {
                col("f.day").between(on(low), on(high))
            }),
            (prop::collection::vec(days, 1..4), any::<bool>())
                .prop_map(|(days, negated)| col("f.day").in_list(days.into_iter().map(on).collect(), negated)),
            (0i64..240, 0usize..5).prop_map(|(id, op)| compare(col("f.id"), op, lit(id))),
            prop::sample::select(casts),
            Just(col("f.added_later").is_null()),
            Just(lit(ScalarValue::Boolean(None))),
        ];
    comparison.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            3 => (inner.clone(), inner.clone()).prop_map(|(a, b)| a.and(b)),
            2 => (inner.clone(), inner.clone()).prop_map(|(a, b)| a.or(b)),
            1 => inner.clone().prop_map(|a| Expr::Not(Box::new(a))),
            1 => inner.clone().prop_map(|a| Expr::IsTrue(Box::new(a))),
            1 => inner.clone().prop_map(|a| a.is_false()),
            1 => inner.clone().prop_map(|a| Expr::IsNotTrue(Box::new(a))),
            1 => (inner.clone(), 0usize..3, any::<bool>()).prop_map(|(a, op, truth)| {
                is(a, [Operator::IsNotDistinctFrom, Operator::IsDistinctFrom, Operator::NotEq][op], truth)
            }),
            2 => (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| when(a, b).otherwise(c).unwrap()),
            1 => (inner.clone(), inner).prop_map(|(a, b)| when(a, b).end().unwrap()),
        ]
    })
}

fn compare(left: Expr, op: usize, right: Expr) -> Expr {
    match op {
        0 => left.lt(right),
        1 => left.lt_eq(right),
        2 => left.gt(right),
        3 => left.gt_eq(right),
        _ => left.eq(right),
    }
}

#[test]
fn an_accepted_statement_answers_as_if_ungoverned() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let lake = runtime.block_on(lake());
    let optional = |alias: &str| lake.scan(alias, lake.relation(grant(&lake.table, &ALL, &[], false), None));
    let mut config = ProptestConfig::with_cases(250);
    config.failure_persistence = None;
    let accepted = std::cell::Cell::new(0u32);
    let seen = std::cell::Cell::new(0u32);
    let in_one_zone =
        prop::sample::select(zones::all(&lake)).prop_flat_map(|casts| (predicates(casts.clone()), predicates(casts)));
    proptest::test_runner::TestRunner::new(config)
        .run(&(in_one_zone, 0usize..8, any::<bool>()), |((filter, other), shape, on_day)| {
            let shaped = |source: &dyn Fn(&str) -> LogicalPlanBuilder| {
                let f = source("f");
                match shape {
                    0 => f.filter(filter.clone()).unwrap(),
                    1 => {
                        f.filter(filter.clone()).unwrap().aggregate(vec![col("f.day")], vec![count(lit(1i64))]).unwrap()
                    }
                    2 => f
                        .join_on(
                            source("g").build().unwrap(),
                            JoinType::Left,
                            vec![col("f.id").eq(col("g.id")), col("g.day").gt(on(3)), other.clone()],
                        )
                        .unwrap()
                        .filter(filter.clone())
                        .unwrap(),
                    3..7 => {
                        let kind = [JoinType::Inner, JoinType::Left, JoinType::Right, JoinType::Full][shape - 3];
                        // Keys of another column say nothing of the other side's days.
                        let (key, own) = if on_day { ("day", lit(true)) } else { ("id", col("g.day").gt(on(3))) };
                        let keys = col(format!("f.{key}")).eq(col(format!("g.{key}")));
                        let joined = f.join_on(source("g").build().unwrap(), kind, vec![keys, other.clone()]).unwrap();
                        joined
                            .filter(filter.clone().and(own))
                            .unwrap()
                            .aggregate(
                                vec![col("f.day"), col("g.day")],
                                vec![count(lit(1i64)), count(col("f.id")), count(col("g.id"))],
                            )
                            .unwrap()
                    }
                    _ => f
                        .filter(filter.clone())
                        .unwrap()
                        .union(source("f").filter(other.clone()).unwrap().build().unwrap())
                        .unwrap(),
                }
                .build()
                .unwrap()
            };
            seen.set(seen.get() + 1);
            let governed = govern_for_test(
                shaped(&|alias| scan(&lake, alias)),
                &role(None, None),
                &WindowRequest::default(),
                now(),
            );
            if let Ok(governed) = governed {
                accepted.set(accepted.get() + 1);
                let answers = runtime.block_on(async {
                    let governed = run(&engine(2), governed.into_plan()).await.unwrap();
                    let free = run(&engine(2), shaped(&optional)).await.unwrap();
                    (sorted(&governed), sorted(&free))
                });
                prop_assert_eq!(answers.0, answers.1);
            }
            Ok(())
        })
        .unwrap();
    let (accepted, seen) = (accepted.get(), seen.get());
    assert!(accepted * 5 > seen, "{accepted} of {seen} accepted: too few to prove anything");
}
