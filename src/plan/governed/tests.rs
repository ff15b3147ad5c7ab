//! What a grant makes of a table: judged before any statement, told to the operator, scanned.

use super::*;
use crate::plan::testing::{ALL, Lake, engine, grant, lake, now, role, table};
use crate::window::{WindowRequest, govern_for_test};
use datafusion::logical_expr::{LogicalPlanBuilder, col, lit};
use datafusion::physical_plan::displayable;
use datafusion::prelude::SessionContext;
use guard::SqlState;
use guard::parse::{Directives, StatementLimits, parse_expression};
use guard::policy::{Partition, RowFilter};

fn filtered(lake: &Lake, rows: &str) -> Arc<Grant> {
    let mut grant = Arc::into_inner(grant(&lake.table, &ALL, &[], false)).unwrap();
    let expr = parse_expression(rows, &StatementLimits::default()).unwrap();
    grant.rows = Some(RowFilter { text: rows.to_owned(), expr });
    Arc::new(grant)
}

fn raw_of(table: &Arc<Table>) -> Arc<RawTable> {
    Arc::new(RawTable::resolve(Arc::clone(table)).unwrap())
}

#[tokio::test]
async fn a_grant_is_judged_before_any_statement_uses_it() {
    let lake = lake().await;
    let verdict = |grant: &Arc<Grant>| {
        judge(grant, &raw_of(&grant.table), "analyst", "tollgate", &lake).map_err(|unfit| match unfit {
            Unfit::Rows(error) => ("rows", error.sqlstate()),
            Unfit::Grant(error) => ("grant", error.sqlstate()),
        })
    };
    let unmasked = |columns: &[&str]| grant(&lake.table, columns, &[], false);
    assert_eq!(verdict(&unmasked(&ALL)), Ok(()));
    assert_eq!(verdict(&filtered(&lake, "namespace = current_user AND ts > now()")), Ok(()));
    for (rows, sqlstate) in [
        ("id", SqlState::DATATYPE_MISMATCH),
        ("id = 'x'", SqlState::INVALID_TEXT_REPRESENTATION),
        ("id = namespace", SqlState::UNDEFINED_FUNCTION),
        ("other = 1", SqlState::UNDEFINED_COLUMN),
    ] {
        assert_eq!(verdict(&filtered(&lake, rows)), Err(("rows", sqlstate)), "{rows}");
    }
    let elsewhere = Arc::new(Table { warehouse: "other".to_owned(), ..Arc::into_inner(table()).unwrap() });
    for grant in [
        unmasked(&["id", "other"]),
        grant(&elsewhere, &ALL, &[], false),
        grant(&lake.table, &ALL, &[("namespace", Mask::Bucket(10))], false),
        grant(&lake.table, &ALL, &[("namespace", Mask::Hmac { secret: "other".to_owned() })], false),
    ] {
        assert_eq!(verdict(&grant), Err(("grant", SqlState::INTERNAL_ERROR)), "{grant:?}");
    }
}

/// A plan that is kept for the next run must not keep a moment that has passed.
#[test]
fn a_statement_is_one_of_its_moment_where_its_row_filter_is() {
    let raw = raw_of(&table());
    for (rows, is_of_its_moment) in [
        ("namespace = current_user", false),
        ("ts > timestamptz '2026-11-01'", false),
        ("ts > now() - interval '1 day'", true),
        ("day > current_date - 7", true),
    ] {
        let context = crate::functions::testing::context();
        assert!(!context.clock.is_read());
        let expr = parse_expression(rows, &StatementLimits::default()).unwrap();
        let filter = bind_row_filter(&expr, &raw, "ann", &context).unwrap();
        assert_ne!(filter, Expr::default(), "{rows}");
        assert_eq!(context.clock.is_read(), is_of_its_moment, "{rows}");
    }
}

#[tokio::test]
async fn a_scan_is_told_to_the_operator_as_a_statement_with_window_and_row_filter() {
    let lake = lake().await;
    let told = |grant: Arc<Grant>, since: Option<&str>| {
        let directive = Directives { since: since.map(str::to_owned), ..Directives::default() };
        let request = WindowRequest { directive, ..WindowRequest::default() };
        let plan = lake.scan("f", lake.relation(grant, None)).build().unwrap();
        let governed = govern_for_test(plan, &role(None, None), &request, now()).unwrap();
        governed.scans()[0].as_statement(&[0, 3, 99])
    };
    assert_eq!(told(grant(&lake.table, &ALL, &[], false), None), "SELECT id, namespace FROM flags");
    let filter = "namespace = 'checkout' OR id < 3";
    assert_eq!(told(filtered(&lake, filter), None), format!("SELECT id, namespace FROM flags WHERE ({filter})"));
    assert_eq!(
        told(filtered(&lake, filter), Some("24h")),
        format!(
            "SELECT id, namespace FROM flags WHERE ts >= '2026-11-10T12:00:00+00:00' AND ts < '2026-11-11T12:00:00+00:00' AND day >= '2026-11-10' AND day < '2026-11-12' AND ({filter})"
        )
    );
}

#[tokio::test]
async fn a_relation_shows_its_name_and_window_and_no_more() {
    let lake = lake().await;
    let relation = lake.relation(filtered(&lake, "namespace = 'checkout'"), None);
    assert_eq!(
        format!("{relation:?}"),
        "GovernedRelation { name: RelationName { schema: \"exp\", name: \"flags\" }, window: None, .. }"
    );
    assert_eq!(relation.table_type(), TableType::Base);
    assert_eq!(relation.raw_type("namespace"), Some(&PgType::Text));
    assert_eq!(relation.raw_type("other"), None);
}

#[tokio::test]
async fn a_tables_oid_is_made_of_its_name_alone() {
    let oid = lake().await.relation(grant(&table(), &ALL, &[], false), None).oid();
    // FNV-1a of exp.flags: another number would be another one on each replica, or after an upgrade.
    assert_eq!(oid, 1_590_980_429);
    let other = |schema: &str, name: &str| relation_oid(&RelationName { schema: schema.into(), name: name.into() });
    assert_eq!(other("exp", "flags"), oid);
    assert!(other("exp", "flag") != oid && other("ex", "pflags") != oid && oid >= 16_384);
}

#[tokio::test]
async fn a_scan_of_all_columns_has_each_of_them_once() {
    let lake = lake().await;
    let relation = lake.relation(grant(&lake.table, &["id", "namespace"], &[("namespace", Mask::Sha256)], false), None);
    let state = SessionContext::new().state();
    let scan = relation.scan(&state, None, &[], None).await.unwrap();
    assert_eq!(scan.schema(), TableProvider::schema(&relation));
    let shown = displayable(scan.as_ref()).one_line().to_string();
    assert_eq!(shown.trim(), "GovernedExec: exp.flags, columns=[id, namespace]");
    // And it answers as one that names them.
    let plan = LogicalPlanBuilder::scan("f", relation.into_source(), None).unwrap().build().unwrap();
    let named = crate::plan::testing::run(&engine(1), plan).await.unwrap();
    let all = datafusion::physical_plan::collect(scan, state.task_ctx()).await.unwrap();
    assert_eq!(crate::plan::testing::sorted(&all), crate::plan::testing::sorted(&named));
}

#[test]
fn a_window_is_predicates_in_the_types_of_its_columns() {
    const NOON: i64 = DAY + DAY / 2;
    let predicates = |time: &str, grain: Option<(&str, Grain)>, bounds: Bounds| {
        let mut table = Arc::into_inner(table()).unwrap();
        table.columns[1].ty = guard::parse::parse_data_type(time).unwrap();
        table.partition =
            grain.map(|(column, grain)| Partition { column: column.to_owned(), of: "ts".to_owned(), grain });
        let predicates = window_predicate(&raw_of(&Arc::new(table)), bounds);
        predicates.map(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>()).map_err(|error| error.sqlstate())
    };
    let half_days = Bounds::of_time(Range { from: Some(NOON), to: Some(NOON + DAY) }, true);
    let zoned = |micros: i64| format!("TimestampMicrosecond({micros}, Some(\"UTC\"))");
    let plain = |micros: i64| format!("TimestampMicrosecond({micros}, None)");
    let days = ["day >= Date32(\"1970-01-02\")".to_owned(), "day < Date32(\"1970-01-04\")".to_owned()];
    let with = |time: [String; 2]| Ok(time.into_iter().chain(days.clone()).collect());
    let by_day = Some(("day", Grain::Day));
    assert_eq!(
        predicates("timestamptz", by_day, half_days),
        with([format!("ts >= {}", zoned(NOON)), format!("ts < {}", zoned(NOON + DAY))])
    );
    assert_eq!(
        predicates("timestamp", by_day, half_days),
        with([format!("ts >= {}", plain(NOON)), format!("ts < {}", plain(NOON + DAY))])
    );
    // A date is within when its midnight is: the first one from noon on, and the last one before the next noon.
    let own = Some(("ts", Grain::Instant));
    assert_eq!(
        predicates("date", own, half_days),
        Ok(vec!["ts >= Date32(\"1970-01-03\")".to_owned(), "ts < Date32(\"1970-01-04\")".to_owned()])
    );
    let open = Bounds::of_time(Range { from: Some(NOON), to: None }, false);
    assert_eq!(predicates("timestamptz", own, open), Ok(vec![format!("ts >= {}", zoned(NOON))]));
    assert_eq!(predicates("timestamptz", own, Bounds::ALL), Ok(Vec::new()));
    assert_eq!(predicates("timestamptz", None, half_days), Ok(Vec::new()));
    // What no policy that holds has: the scan fails, and reads nothing without its window.
    assert_eq!(predicates("text", own, half_days), Err(SqlState::INTERNAL_ERROR));
    assert_eq!(predicates("timestamptz", Some(("other", Grain::Day)), half_days), Err(SqlState::INTERNAL_ERROR));
}

#[tokio::test]
async fn of_a_long_condition_only_some_terms_spare_row_groups_and_the_window_always_does() {
    let lake = lake().await;
    let relation = lake.relation(grant(&lake.table, &ALL, &[], false), None);
    let own = col("namespace").eq(lit(ScalarValue::Utf8View(Some("checkout".to_owned()))));
    let terms = |count: i64| (0..count).map(|number| col("f.id").not_eq(lit(number))).collect::<Vec<_>>();
    for (count, kept) in [(0, 1), (10, 11), (64, 65), (500, 65)] {
        let pruning = relation.pruning(Some(&own), &terms(count)).unwrap().unwrap();
        let terms = datafusion::physical_expr::split_conjunction(&pruning);
        assert_eq!(terms.len(), kept, "{count}");
        assert!(terms[0].to_string().contains("checkout"), "{pruning}");
    }
}
