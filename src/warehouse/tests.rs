//! What reaches a reader of a governed relation, and what of the lake is touched for it.

use super::runtime::price;
use super::{Estimate, Precision, Warehouse};
use crate::error::SqlError;
use crate::plan::deadline::Patience;
use crate::plan::testing::{
    ALL, DAYS, FIRST_DAY, Lake, ROWS, count, engine, grant, lake, now, put, role, run, sorted, table,
};
use crate::types::PgType;
use crate::window::{self, WindowRequest};
use datafusion::arrow::array::{ArrayRef, AsArray, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::datatypes::Int64Type;
use datafusion::common::ScalarValue;
use datafusion::functions_aggregate::expr_fn::count as count_of;
use datafusion::functions_window::expr_fn::row_number;
use datafusion::logical_expr::{Expr, ExprFunctionExt, JoinType, LogicalPlan, LogicalPlanBuilder};
use datafusion::prelude::{col, lit};
use datafusion::sql::sqlparser::{dialect::PostgreSqlDialect, parser::Parser};
use guard::SqlState;
use guard::parse::Directives;
use guard::policy::{Grain, Mask, Partition, Table};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn checkout() -> Option<Expr> {
    Some(col("namespace").eq(Expr::Literal(ScalarValue::Utf8View(Some("checkout".into())), None)))
}

fn since(text: &str) -> WindowRequest {
    let directive = Directives { since: Some(text.to_owned()), ..Directives::default() };
    WindowRequest { directive, ..WindowRequest::default() }
}

fn governed(plan: LogicalPlan, request: &WindowRequest) -> LogicalPlan {
    window::govern_for_test(plan, &role(None, None), request, now()).unwrap().into_plan()
}

#[tokio::test]
async fn a_scan_without_the_window_it_needs_is_refused_at_execution_too() {
    let lake = lake().await;
    let plan = lake.scan("f", lake.relation(grant(&lake.table, &ALL, &[], true), None)).build().unwrap();
    let error = run(&engine(2), plan).await.unwrap_err();
    assert_eq!(error.sqlstate(), SqlState::INTERNAL_ERROR);
}

#[tokio::test]
async fn only_the_partitions_of_the_window_are_opened() {
    let lake = lake().await;
    let relation = lake.relation(grant(&lake.table, &ALL, &[], true), checkout());
    let plan = lake.scan("f", relation).build().unwrap();
    let engine = engine(2);
    let batches = run(&engine, governed(plan, &since("60h"))).await.unwrap();
    // From the 9th at midnight: two days, of whose rows a third is hidden.
    assert_eq!(count(&batches), usize::try_from(2 * ROWS * 2 / 3).unwrap());
    let opened: Vec<String> = engine.counters().opened().into_iter().collect();
    assert_eq!(opened, ["root/flags/day=2026-11-09/part-0.parquet", "root/flags/day=2026-11-10/part-0.parquet"]);
    assert_eq!(engine.counters().lists(), 3);
}

#[tokio::test]
async fn folders_may_be_days_that_follow_from_no_time() {
    let partition = Partition { column: "day".to_owned(), of: "day".to_owned(), grain: Grain::Instant };
    let table = Arc::new(Table { partition: Some(partition), ..Arc::into_inner(table()).unwrap() });
    let lake = Lake { table, ..lake().await };
    let scan = || lake.scan("f", lake.relation(grant(&lake.table, &ALL, &[], true), checkout())).build().unwrap();
    let engine = engine(2);
    // The days whose midnights are within 60 hours before now.
    let batches = run(&engine, governed(scan(), &since("60h"))).await.unwrap();
    assert_eq!(count(&batches), usize::try_from(2 * ROWS * 2 / 3).unwrap());
    let opened: Vec<String> = engine.counters().opened().into_iter().collect();
    assert_eq!(opened, ["root/flags/day=2026-11-09/part-0.parquet", "root/flags/day=2026-11-10/part-0.parquet"]);
    // A bound on a time says nothing of them.
    let midnight = lit(ScalarValue::TimestampMicrosecond(Some((FIRST_DAY + 3) * 86_400_000_000), Some("UTC".into())));
    let by_time = LogicalPlanBuilder::from(scan()).filter(col("ts").gt_eq(midnight)).unwrap().build().unwrap();
    let refused = window::govern_for_test(by_time, &role(None, None), &WindowRequest::default(), now()).err().unwrap();
    assert_eq!(refused.sqlstate(), SqlState::CONFIGURATION_LIMIT_EXCEEDED);
}

#[tokio::test]
async fn all_scans_of_a_table_within_a_statement_read_the_files_of_one_listing() {
    let lake = lake().await;
    let scan = |alias: &str| lake.scan(alias, lake.relation(grant(&lake.table, &["id"], &[], true), None));
    let plan = scan("f").union(scan("g").build().unwrap()).unwrap().union(scan("h").build().unwrap()).unwrap();
    let plan = governed(plan.build().unwrap(), &since("60h"));
    let first = engine(2);
    let batches = run(&first, plan.clone()).await.unwrap();
    assert_eq!(count(&batches), usize::try_from(3 * 2 * ROWS).unwrap());
    // The folder, and two days in it.
    assert_eq!((first.counters().lists(), first.counters().opened().len()), (3, 2));

    let new = RecordBatch::try_from_iter([("id", Arc::new(Int64Array::from(vec![1])) as ArrayRef)]).unwrap();
    put(lake.store.as_ref(), "root/flags/day=2026-11-10/part-1.parquet", &new).await;
    let next = engine(2);
    run(&next, plan).await.unwrap();
    assert_eq!((next.counters().lists(), next.counters().opened().len()), (3, 3));
}

#[tokio::test]
async fn scans_of_a_table_under_two_windows_read_their_own_files() {
    let lake = lake().await;
    let day = |alias: &str, day: i64| {
        let date = ScalarValue::Date32(Some(i32::try_from(FIRST_DAY + day).unwrap()));
        let scan = lake.scan(alias, lake.relation(grant(&lake.table, &["id", "day"], &[], true), None));
        scan.filter(col(format!("{alias}.day")).eq(Expr::Literal(date, None))).unwrap()
    };
    let plan = day("f", 2).union(day("g", 5).build().unwrap()).unwrap().build().unwrap();
    let engine = engine(2);
    let batches = run(&engine, governed(plan, &WindowRequest::default())).await.unwrap();
    assert_eq!(count(&batches), usize::try_from(2 * ROWS).unwrap());
    let opened: Vec<String> = engine.counters().opened().into_iter().collect();
    assert_eq!(opened, ["root/flags/day=2026-11-03/part-0.parquet", "root/flags/day=2026-11-06/part-0.parquet"]);
}

#[tokio::test]
async fn the_window_cuts_rows_within_a_partition() {
    let lake = lake().await;
    let plan = lake.scan("f", lake.relation(grant(&lake.table, &ALL, &[], true), None)).build().unwrap();
    let batches = run(&engine(1), governed(plan, &since("15h"))).await.unwrap();
    // From 21:00 of the 10th.
    assert_eq!(count(&batches), 3);
}

#[tokio::test]
async fn hidden_columns_do_not_exist_and_masks_replace_values() {
    let lake = lake().await;
    let masks = [
        ("namespace", Mask::Sha256),
        ("amount", Mask::Bucket(10)),
        ("ts", Mask::Day),
        ("id", Mask::Constant("x".to_owned())),
    ];
    let relation = lake.relation(grant(&lake.table, &["id", "ts", "namespace", "amount"], &masks, false), None);
    let names: Vec<&str> = relation.columns().iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["id", "ts", "namespace", "amount"]);
    let types: Vec<&PgType> = relation.columns().iter().map(|column| &column.ty).collect();
    assert_eq!(types, [&PgType::Text, &PgType::Timestamptz, &PgType::Text, &PgType::Numeric]);
    let plan = lake.scan("f", relation.clone()).limit(0, Some(2)).unwrap().build().unwrap();
    let batches = run(&engine(1), plan).await.unwrap();
    assert_eq!(count(&batches), 2);
    let batch = datafusion::arrow::compute::concat_batches(&batches[0].schema(), &batches).unwrap();
    let text = |column: usize, row: usize| {
        let ty = types[column];
        let value = ScalarValue::try_from_array(batch.column(column), row).unwrap();
        crate::types::text::to_text(&value, ty, &crate::types::Display::default()).unwrap().unwrap()
    };
    assert_eq!((text(0, 0), text(1, 1)), ("x".to_owned(), "2026-11-01 00:00:00+00".to_owned()));
    // printf payments | sha256sum
    assert_eq!(text(2, 0), "df384ae97c77ad3001626aab01f2eb2aad176448109165df1d64c57b7091cd1c");
    assert_eq!(text(3, 1), "0.00");
}

#[tokio::test]
async fn the_order_of_rows_does_not_tell_where_hidden_ones_are() {
    let mut orders = Vec::new();
    for hidden in [0, 2] {
        let lake = lake().await;
        for file in 0..2i64 {
            // In the first file alone, after every third row.
            let hidden = if file == 0 { hidden } else { 0 };
            let shown = (0..20_000i64).flat_map(|row| {
                std::iter::once((file * 1_000_000 + row, "checkout"))
                    .chain(std::iter::repeat_n((-1, "payments"), if row % 3 == 0 { hidden } else { 0 }))
            });
            let (ids, namespaces): (Vec<i64>, Vec<&str>) = shown.unzip();
            let ids: ArrayRef = Arc::new(Int64Array::from(ids));
            let namespaces: ArrayRef = Arc::new(StringArray::from(namespaces));
            let batch = RecordBatch::try_from_iter([("id", ids), ("namespace", namespaces)]).unwrap();
            put(lake.store.as_ref(), &format!("root/flags/day=2026-11-20/part-{file}.parquet"), &batch).await;
        }
        let plan = lake.scan("f", lake.relation(grant(&lake.table, &["id", "day"], &[], false), checkout()));
        let day = Expr::Literal(ScalarValue::Date32(Some(i32::try_from(FIRST_DAY + 19).unwrap())), None);
        let plan = plan.filter(col("f.day").eq(day)).unwrap().project(vec![col("f.id")]).unwrap();
        let batches = run(&engine(2), plan.build().unwrap()).await.unwrap();
        let ids = batches.iter().flat_map(|batch| batch.column(0).as_primitive::<Int64Type>().values().to_vec());
        orders.push(ids.collect::<Vec<_>>());
    }
    assert_eq!(orders[0].len(), 40_000);
    assert!(orders[0] == orders[1], "hidden rows move visible ones");
}

#[tokio::test]
async fn what_a_mask_stands_for_is_concealed_and_so_are_hidden_rows() {
    let lake = lake().await;
    let masked = lake.relation(grant(&lake.table, &["id", "namespace"], &[("namespace", Mask::Sha256)], false), None);
    assert!(!masked.conceals(&[0]) && masked.conceals(&[1]) && masked.conceals(&[0, 1]) && !masked.conceals(&[]));
    let mut filtered = Arc::into_inner(grant(&lake.table, &["id"], &[], false)).unwrap();
    let text = "namespace = 'checkout'";
    let expr = Parser::new(&PostgreSqlDialect {}).try_with_sql(text).unwrap().parse_expr().unwrap();
    filtered.rows = Some(guard::policy::RowFilter { text: text.to_owned(), expr });
    assert!(lake.relation(Arc::new(filtered), checkout()).conceals(&[0]));
}

#[tokio::test]
async fn nothing_fallible_runs_on_hidden_rows() {
    let lake = lake().await;
    for partitions in [1, 2, 7] {
        // divisor is 0 in hidden rows alone: were one of them seen, this would fail.
        let boom = || (lit(1i64) / col("f.divisor")).gt_eq(lit(0i64));
        let visible = || lake.scan("f", lake.relation(grant(&lake.table, &ALL, &[], false), checkout()));
        let plain = visible().filter(boom()).unwrap().build().unwrap();
        let sorted_first = visible()
            .sort(vec![(lit(1i64) / col("f.divisor")).sort(true, false)])
            .unwrap()
            .limit(0, Some(1_000))
            .unwrap()
            .build()
            .unwrap();
        let grouped = visible()
            .aggregate(vec![lit(1i64) / col("f.divisor")], vec![count_of(lit(1i64))])
            .unwrap()
            .build()
            .unwrap();
        let other = lake.scan("g", lake.relation(grant(&lake.table, &ALL, &[], false), checkout())).build().unwrap();
        let joined = visible()
            .join_on(other, JoinType::Inner, vec![col("f.id").eq(col("g.id")), boom()])
            .unwrap()
            .build()
            .unwrap();
        let expected = usize::try_from(DAYS * ROWS * 2 / 3).unwrap();
        for (plan, rows) in [(plain, expected), (sorted_first, expected), (grouped, 1), (joined, expected)] {
            let batches = run(&engine(partitions), plan).await.unwrap();
            assert_eq!(count(&batches), rows);
        }
    }
}

#[tokio::test]
async fn the_barrier_shows_the_engine_nothing() {
    use datafusion::physical_plan::statistics::{StatisticsArgs, StatisticsContext};
    use datafusion::physical_plan::{ChildrenPropertiesMode, ExecutionPlan, ReplaceChildrenOptions, displayable};
    let lake = lake().await;
    let relation = lake.relation(grant(&lake.table, &["id"], &[], false), checkout());
    let plan = lake.scan("f", relation).filter(col("f.id").gt(lit(3i64))).unwrap().build().unwrap();
    let physical = engine(2).physical(plan).await.unwrap();
    let shown = displayable(physical.as_ref()).indent(true).to_string();
    assert!(shown.contains("GovernedExec: exp.flags, columns=[id]"), "{shown}");
    for secret in ["namespace", "checkout", "parquet", "Parquet"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    fn leaves(plan: &Arc<dyn ExecutionPlan>) -> Vec<Arc<dyn ExecutionPlan>> {
        if plan.children().is_empty() {
            return vec![Arc::clone(plan)];
        }
        plan.children().into_iter().flat_map(leaves).collect()
    }
    #[expect(deprecated, reason = "the engine has it still, so it may be called")]
    fn with_children(
        leaf: &Arc<dyn ExecutionPlan>,
        children: Vec<Arc<dyn ExecutionPlan>>,
    ) -> datafusion::error::Result<Arc<dyn ExecutionPlan>> {
        Arc::clone(leaf).with_new_children(children)
    }
    for leaf in leaves(&physical) {
        assert_eq!(leaf.name(), "GovernedExec");
        let statistics = StatisticsContext::new().compute(leaf.as_ref(), &StatisticsArgs::new()).unwrap();
        assert!(statistics.num_rows.get_value().is_none() && statistics.total_byte_size.get_value().is_none());
        assert_eq!(format!("{leaf:?}"), "GovernedExec { label: \"exp.flags, columns=[id]\", .. }");
        // No rule of the engine can put anything into it.
        let recompute = ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute);
        assert!(with_children(&leaf, Vec::new()).is_ok_and(|same| Arc::ptr_eq(&same, &leaf)));
        assert!(Arc::clone(&leaf).replace_children(Vec::new(), recompute).is_ok_and(|same| Arc::ptr_eq(&same, &leaf)));
        for replaced in [
            with_children(&leaf, vec![Arc::clone(&leaf)]),
            Arc::clone(&leaf).replace_children(vec![Arc::clone(&leaf)], recompute),
        ] {
            assert!(replaced.unwrap_err().to_string().contains("a governed leaf has no children"));
        }
    }
}

#[tokio::test]
async fn the_answer_does_not_depend_on_the_number_of_partitions() {
    let lake = lake().await;
    let mut answers = Vec::new();
    for partitions in [1, 2, 3, 16] {
        let relation = lake.relation(grant(&lake.table, &ALL, &[], false), checkout());
        let plan =
            lake.scan("f", relation).aggregate(vec![col("f.day")], vec![count_of(lit(1i64))]).unwrap().build().unwrap();
        answers.push(sorted(&run(&engine(partitions), plan).await.unwrap()));
    }
    assert_eq!(answers[0].len(), usize::try_from(DAYS).unwrap());
    assert!(answers.iter().all(|answer| *answer == answers[0]));
}

#[tokio::test]
async fn counting_reads_no_column() {
    let lake = lake().await;
    let relation = lake.relation(grant(&lake.table, &ALL, &[], false), None);
    let plan =
        lake.scan("f", relation).aggregate(Vec::<Expr>::new(), vec![count_of(lit(1i64))]).unwrap().build().unwrap();
    assert_eq!(sorted(&run(&engine(2), plan).await.unwrap()), [(DAYS * ROWS).to_string()]);
}

#[tokio::test]
async fn a_missing_nullable_column_is_null_and_a_wrong_type_is_a_broken_contract() {
    let lake = lake().await;
    let wrong: ArrayRef = Arc::new(StringArray::from(vec!["hidden"]));
    let batch = RecordBatch::try_from_iter([("id", wrong)]).unwrap();
    put(lake.store.as_ref(), "root/flags/day=2026-11-10/part-1.parquet", &batch).await;
    let plan = |column: &str| {
        let relation = lake.relation(grant(&lake.table, &ALL, &[], false), None);
        lake.scan("f", relation).project(vec![col(format!("f.{column}"))]).unwrap().build().unwrap()
    };
    let later = run(&engine(1), plan("added_later")).await.unwrap();
    assert!(sorted(&later).iter().all(|line| line == "NULL"));
    let error = run(&engine(1), plan("id")).await.unwrap_err();
    assert_eq!(error.sqlstate(), SqlState::IO_ERROR);
    assert_eq!(error.report().message, "the warehouse's data do not match the table's contract");
    assert!(error.report().detail.is_none() && error.report().hint.is_none());
    let cause = error.report().cause.as_ref().unwrap().to_string();
    assert!(cause.contains("exp.flags") && cause.contains("id"), "{cause}");
}

#[tokio::test]
async fn a_stray_partition_is_an_error_and_never_skipped() {
    let lake = lake().await;
    let batch = RecordBatch::try_from_iter([("id", Arc::new(StringArray::from(vec!["x"])) as ArrayRef)]).unwrap();
    put(lake.store.as_ref(), "root/flags/day=latest/part-0.parquet", &batch).await;
    let plan = lake.scan("f", lake.relation(grant(&lake.table, &ALL, &[], true), None)).build().unwrap();
    let error = run(&engine(1), governed(plan, &since("1d"))).await.unwrap_err();
    assert_eq!(error.sqlstate(), SqlState::IO_ERROR);
}

#[tokio::test]
async fn a_lake_describes_its_tables() {
    let lake = lake().await;
    assert_eq!(lake.warehouse.sources().await.unwrap(), ["flags"]);
    let columns = lake.warehouse.describe("flags").await.unwrap();
    let nearest: Vec<(&str, &PgType)> =
        columns.iter().map(|column| (column.name.as_str(), column.reads_as.first().unwrap())).collect();
    let expected = [
        ("id", &PgType::Int8),
        ("ts", &PgType::Timestamptz),
        ("namespace", &PgType::Text),
        ("divisor", &PgType::Int8),
        ("amount", &PgType::Numeric),
        ("day", &PgType::Date),
    ];
    assert_eq!(nearest, expected);
    assert_eq!(lake.warehouse.describe("nothing").await.unwrap_err().sqlstate(), SqlState::IO_ERROR);
}

#[tokio::test]
async fn an_estimate_counts_the_columns_and_partitions_in_question() {
    let lake = lake().await;
    let estimate = |columns: &[&str], request: &WindowRequest| {
        let relation = lake.relation(grant(&table(), columns, &[], false), None);
        let plan = lake.scan("f", relation).build().unwrap();
        let scans = window::govern_for_test(plan, &role(None, None), request, now()).unwrap().scans().to_vec();
        async move { scans[0].estimate(None).await.unwrap() }
    };
    let everything = WindowRequest::default();
    let all = estimate(&ALL, &everything).await;
    let one = estimate(&["id"], &everything).await;
    let day = estimate(&["id"], &since("36h")).await;
    assert_eq!(all.precision, Precision::UpperBound);
    assert!(all.bytes > one.bytes && one.bytes > day.bytes && day.bytes > 0);
    assert_eq!(all.reach.to_string(), "10 of 10 (10 files)");
    assert_eq!(day.reach.to_string(), "1 of 10 (1 files)");
    let nothing = estimate(&["id"], &since("1h")).await;
    assert_eq!((nothing.bytes, nothing.precision), (0, Precision::Exact));
}

#[tokio::test]
async fn a_statement_pays_for_each_of_its_scans() {
    let lake = lake().await;
    let scan = |columns: Vec<usize>, request: &WindowRequest| {
        let relation = lake.relation(grant(&lake.table, &["id", "amount"], &[], false), None);
        let plan = lake.scan("f", relation).build().unwrap();
        let governed = window::govern_for_test(plan, &role(None, None), request, now()).unwrap();
        (governed.scans()[0].clone(), columns)
    };
    let (all, day) = (WindowRequest::default(), since("36h"));
    let scans = vec![scan(vec![0], &all), scan(vec![1], &all), scan(vec![0], &day), scan(vec![0], &all)];
    let mut sum = Estimate::ZERO;
    for (relation, columns) in &scans {
        sum = sum.plus(relation.estimate(Some(columns)).await.unwrap());
    }
    assert_eq!(price(&scans).await.unwrap(), sum);
    assert_eq!(sum.reach.files, 31);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dropping_the_stream_ends_all_work() {
    use futures::StreamExt;
    let lake = lake().await;
    let scan = |alias: &str| lake.scan(alias, lake.relation(grant(&lake.table, &["id"], &[], false), None));
    // 240^4 rows to count: more than can be done in the time.
    let cross = |left: LogicalPlanBuilder, right: &str| left.cross_join(scan(right).build().unwrap()).unwrap();
    let plan = cross(cross(cross(scan("a"), "b"), "c"), "d")
        .filter((col("a.id") + col("b.id") + col("c.id") + col("d.id")).lt(lit(-1i64)))
        .unwrap()
        .build()
        .unwrap();
    let metrics = tokio::runtime::Handle::current().metrics();
    let engine = engine(2);
    let before = metrics.num_alive_tasks();
    let mut stream = engine.run(engine.physical(plan).await.unwrap()).unwrap();
    let waited = tokio::time::timeout(Duration::from_millis(300), stream.next()).await;
    assert!(waited.is_err(), "the plan was meant to take longer");
    assert!(metrics.num_alive_tasks() > before, "the plan was meant to have tasks");
    let dropped = Instant::now();
    drop(stream);
    while metrics.num_alive_tasks() > before {
        assert!(dropped.elapsed() < crate::plan::testing::WAIT, "tasks outlive their stream");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let took = dropped.elapsed();
    assert!(took < Duration::from_secs(20), "took {took:?}");
    eprintln!("all work ended {took:?} after the drop");
}

#[tokio::test]
async fn a_statement_over_its_memory_fails_as_one_and_spills_first() {
    let lake = lake().await;
    let engine = crate::warehouse::runtime::Engine { partitions: 1, ..Default::default() };
    let engine = engine.statement(Some(64 << 10), Patience::new(None)).unwrap();
    let scan = |alias: &str| lake.scan(alias, lake.relation(grant(&lake.table, &["id"], &[], false), None));
    let plan = scan("a")
        .cross_join(scan("b").build().unwrap())
        .unwrap()
        .cross_join(scan("c").build().unwrap())
        .unwrap()
        .aggregate(vec![col("a.id"), col("b.id"), col("c.id")], vec![count_of(lit(1i64))])
        .unwrap()
        .build()
        .unwrap();
    let error: SqlError = run(&engine, plan).await.unwrap_err();
    assert_eq!(error.sqlstate(), SqlState::OUT_OF_MEMORY);
    assert!(error.report().detail.as_ref().unwrap().contains("65536 allowed"), "{error:?}");
}

#[tokio::test]
async fn a_tower_of_windows_is_refused_before_it_is_made_executable() {
    let lake = lake().await;
    let engine = crate::warehouse::runtime::Engine::default().statement(None, Patience::new(None)).unwrap();
    let tower = |height: i64| {
        let scan = lake.scan("f", lake.relation(grant(&lake.table, &["id"], &[], false), None));
        let window = |plan: LogicalPlanBuilder, number| {
            let numbered = row_number().partition_by(vec![col("f.id") + lit(number)]).build().unwrap();
            plan.window(vec![numbered.alias(format!("n{number}"))]).unwrap()
        };
        (0..height).fold(scan, window).build().unwrap()
    };
    run(&engine, tower(20)).await.unwrap();
    let error: SqlError = run(&engine, tower(140)).await.unwrap_err();
    assert_eq!(error.sqlstate(), SqlState::STATEMENT_TOO_COMPLEX);
}

#[tokio::test]
async fn a_union_of_many_scans_gives_all_their_rows_in_one_order() {
    let lake = lake().await;
    let scan = |number: usize| {
        let relation = lake.relation(grant(&lake.table, &ALL, &[], false), checkout());
        let scan = lake.scan(&format!("f{number}"), relation);
        scan.project(vec![col(format!("f{number}.id")), lit(number as u64)]).unwrap().build().unwrap()
    };
    let union = |count: usize| {
        let united = |plan: LogicalPlanBuilder, number| plan.union(scan(number)).unwrap();
        (1..count).fold(LogicalPlanBuilder::new(scan(0)), united).build().unwrap()
    };
    let batches = run(&engine(2), union(30)).await.unwrap();
    let one = count(&run(&engine(2), union(1)).await.unwrap());
    assert!(one > 0);
    assert_eq!(count(&batches), 30 * one);
    let again = run(&engine(2), union(30)).await.unwrap();
    assert_eq!(batches, again);
}

/// A plan in which rows are given to several threads above a sort, so that they come in any order.
async fn gives_sorted_rows_to_threads(plan: LogicalPlanBuilder) -> bool {
    use datafusion::physical_plan::ExecutionPlan;
    use datafusion::physical_plan::repartition::RepartitionExec;
    use datafusion::physical_plan::sorts::sort::SortExec;
    fn has<T: ExecutionPlan>(plan: &Arc<dyn ExecutionPlan>) -> bool {
        plan.is::<T>() || plan.children().into_iter().any(has::<T>)
    }
    fn any(plan: &Arc<dyn ExecutionPlan>) -> bool {
        plan.is::<RepartitionExec>() && has::<SortExec>(plan) || plan.children().into_iter().any(any)
    }
    let plan = governed(plan.build().unwrap(), &WindowRequest::default());
    let plan = engine(2).physical(plan).await.unwrap();
    assert!(has::<SortExec>(&plan), "the sort is dropped");
    any(&plan)
}

#[tokio::test]
async fn the_rows_of_a_sort_stay_in_one_stream_where_their_order_counts() {
    let lake = lake().await;
    let (_, sorted) = sorted_scan(&lake);
    let filtered = |plan: LogicalPlanBuilder| plan.filter(col("id").gt(lit(3_i64))).unwrap();
    let id = |plan: LogicalPlanBuilder| plan.project(vec![col("id")]).unwrap();
    // The statement's own rows, those of a LIMIT, and those that are numbered.
    assert!(!gives_sorted_rows_to_threads(id(filtered(sorted.clone()))).await);
    assert!(!gives_sorted_rows_to_threads(id(filtered(id(sorted.clone())).limit(0, Some(5)).unwrap())).await);
    assert!(!gives_sorted_rows_to_threads(filtered(id(sorted.clone())).window(vec![row_number()]).unwrap()).await);
    let first = || id(sorted.clone().limit(0, Some(200)).unwrap());
    assert!(!gives_sorted_rows_to_threads(filtered(first()).limit(0, Some(5)).unwrap()).await);
    assert!(!gives_sorted_rows_to_threads(filtered(first())).await);
    // Where it does not, they are.
    let counted = filtered(first()).aggregate(Vec::<Expr>::new(), vec![count_of(col("id"))]).unwrap();
    assert!(gives_sorted_rows_to_threads(counted).await);
}

#[tokio::test]
async fn a_limit_above_a_filter_keeps_the_order_of_the_limit_below() {
    let lake = lake().await;
    let (ids, sorted) = sorted_scan(&lake);
    let first = sorted.limit(0, Some(100)).unwrap();
    for limited in [(0, Some(5)), (2, None), (2, Some(5))] {
        let (skip, fetch) = limited;
        let some = first.clone().project(vec![col("id")]).unwrap().filter(col("id").not_eq(lit(ids[1]))).unwrap();
        let some = some.limit(skip, fetch).unwrap().sort(vec![col("id").sort(true, true)]).unwrap();
        let kept = ids[..100].iter().copied().filter(|id| *id != ids[1]).skip(skip);
        let mut expected: Vec<i64> = kept.take(fetch.unwrap_or(usize::MAX)).collect();
        expected.sort_unstable();
        assert_eq!(ids_of(some).await, expected, "{limited:?}");
    }
}

/// The ids of all rows under an order that is not theirs, and the sorted scan that gives them so.
fn sorted_scan(lake: &Lake) -> (Vec<i64>, LogicalPlanBuilder) {
    let mut ids: Vec<i64> = (0..DAYS * ROWS).collect();
    ids.sort_by_key(|id| (id % ROWS % 3 != 0, -id));
    let scan = lake.scan("f", lake.relation(grant(&lake.table, &ALL, &[], false), None));
    let order = vec![col("divisor").sort(true, true), col("id").sort(false, true)];
    (ids, scan.sort(order).unwrap())
}

async fn ids_of(plan: LogicalPlanBuilder) -> Vec<i64> {
    let plan = governed(plan.build().unwrap(), &WindowRequest::default());
    let batches = run(&engine(2), plan).await.unwrap();
    let ids = batches.iter().flat_map(|batch| batch.column(0).as_primitive::<Int64Type>().values().to_vec());
    ids.collect()
}

#[tokio::test]
async fn an_offset_skips_the_first_rows_of_its_order_whatever_stands_above() {
    let lake = lake().await;
    let (ids, sorted) = sorted_scan(&lake);
    let skipped = sorted.limit(2, None).unwrap();
    let mut expected = ids[2..].to_vec();
    assert_eq!(ids_of(skipped.clone().project(vec![col("id")]).unwrap()).await, expected);
    expected.sort_unstable();
    let above = skipped.clone().sort(vec![col("id").sort(true, true)]).unwrap().project(vec![col("id")]).unwrap();
    assert_eq!(ids_of(above).await, expected);
    let grouped = skipped.filter(col("id").is_not_null()).unwrap();
    let mut found = ids_of(grouped.aggregate(vec![col("id")], Vec::<Expr>::new()).unwrap()).await;
    found.sort_unstable();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn what_goes_by_the_order_of_rows_has_that_of_a_sorted_input() {
    let lake = lake().await;
    let (ids, sorted) = sorted_scan(&lake);
    // Something for several threads to do, and the column that the rows go by is gone.
    let input = sorted.filter(col("id").gt(lit(-1_i64))).unwrap().project(vec![(col("id") + lit(0_i64)).alias("id")]);
    let number = row_number().alias("n");
    let numbered = input.unwrap().window(vec![number]).unwrap().project(vec![col("n"), col("id")]).unwrap();
    let plan = governed(numbered.build().unwrap(), &WindowRequest::default());
    let batches = run(&engine(2), plan).await.unwrap();
    let mut rows = Vec::new();
    for batch in &batches {
        let numbers = batch.column(0).as_primitive::<datafusion::arrow::datatypes::UInt64Type>().values();
        rows.extend(numbers.iter().copied().zip(batch.column(1).as_primitive::<Int64Type>().values().iter().copied()));
    }
    rows.sort_unstable();
    assert_eq!(rows.into_iter().map(|(_, id)| id).collect::<Vec<_>>(), ids);
}

#[tokio::test]
async fn a_sort_by_a_column_that_is_constant_below_a_join_is_not_missed_above_it() {
    let lake = lake().await;
    let scan = |alias: &str| lake.scan(alias, lake.relation(grant(&lake.table, &ALL, &[], false), None));
    let constant = scan("g").project(vec![lit(5_i64).alias("five"), col("g.id").alias("other")]).unwrap();
    let joined = scan("f").join(constant.build().unwrap(), JoinType::Inner, (vec!["f.id"], vec!["other"]), None);
    let window = row_number().order_by(vec![col("other").sort(true, true), col("five").sort(true, true)]);
    let plan = joined.unwrap().window(vec![window.build().unwrap().alias("n")]).unwrap();
    let plan = plan.project(vec![col("other"), col("n")]).unwrap();
    let mut found = ids_of(plan).await;
    found.sort_unstable();
    assert_eq!(found, (0..DAYS * ROWS).collect::<Vec<_>>());
}
