//! Aggregates and window functions run by DataFusion over three partitions; the expected values are PostgreSQL 15's on the same rows.

use super::aggregate;
use crate::functions::testing::context;
use crate::functions::{AggregateCall, Over, SortKey};
use crate::plan::typed::Typed;
use crate::types::PgType;
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::*;
use datafusion::arrow::datatypes::{Field, IntervalMonthDayNano, Schema};
use datafusion::common::{Column, ScalarValue};
use datafusion::datasource::{MemTable, provider_as_source};
use datafusion::logical_expr::{
    Expr, LogicalPlan, LogicalPlanBuilder, WindowFrame, WindowFrameBound, WindowFrameUnits,
};
use datafusion::prelude::{SessionConfig, SessionContext};
use std::sync::Arc;

fn types() -> Vec<(&'static str, PgType)> {
    vec![
        ("g", PgType::Int4),
        ("s", PgType::Int2),
        ("i", PgType::Int4),
        ("b", PgType::Int8),
        ("f", PgType::Float8),
        ("r", PgType::Float4),
        ("n", PgType::Numeric),
        ("x", PgType::Text),
        ("d", PgType::Date),
        ("v", PgType::Interval),
        ("o", PgType::Bool),
    ]
}

fn rows() -> Vec<ArrayRef> {
    let numeric = |text: &str| text.parse::<PgNumeric>().expect("a number").to_bytes();
    let numbers = [Some("1.10"), Some("2.2"), Some("2.20"), Some("NaN"), Some("1e20"), None].map(|n| n.map(numeric));
    let span = |months, days, hours: i64| Some(IntervalMonthDayNano::new(months, days, hours * 3_600_000_000_000));
    vec![
        Arc::new(Int32Array::from(vec![1, 1, 1, 2, 2, 3])),
        Arc::new(Int16Array::from(vec![Some(1), Some(2), Some(3), Some(7), Some(8), None])),
        Arc::new(Int32Array::from(vec![Some(10), Some(20), None, Some(7), Some(i32::MAX), None])),
        Arc::new(Int64Array::from(vec![Some(i64::MAX), Some(i64::MAX - 1), Some(5), Some(-3), None, None])),
        Arc::new(Float64Array::from(vec![Some(1.5), Some(-2.5), Some(f64::NAN), Some(0.1), Some(0.2), None])),
        Arc::new(Float32Array::from(vec![Some(1.25), Some(2.5), None, Some(0.1), Some(0.2), None])),
        Arc::new(numbers.into_iter().collect::<BinaryArray>()),
        Arc::new(StringViewArray::from(vec![Some("b"), Some("a"), Some("b"), Some("é"), None, None])),
        Arc::new(Date32Array::from(vec![Some(20_089), Some(19_782), None, Some(19_482), Some(19_481), None])),
        Arc::new(IntervalMonthDayNanoArray::from(vec![
            span(0, 1, 0),
            span(0, 0, 25),
            span(1, 0, 0),
            span(0, -1, 0),
            span(0, 3, 2),
            None,
        ])),
        Arc::new(BooleanArray::from(vec![Some(true), Some(false), None, Some(true), Some(true), None])),
    ]
}

fn scan() -> LogicalPlanBuilder {
    let fields: Vec<Field> = types().iter().map(|(name, ty)| Field::new(*name, ty.arrow(), true)).collect();
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new(Arc::clone(&schema), rows()).expect("a batch");
    let partitions = (0..3).map(|p| vec![batch.slice(p, 1), batch.slice(p + 3, 1)]).collect();
    let table = MemTable::try_new(schema, partitions).expect("a table");
    LogicalPlanBuilder::scan("t", provider_as_source(Arc::new(table)), None).expect("a scan")
}

fn column(name: &str) -> Typed {
    let ty = types().into_iter().find(|(known, _)| *known == name).expect("a column").1;
    Typed::new(Expr::Column(Column::new(Some("t"), name)), ty)
}

fn key(name: &str, ascending: bool) -> SortKey {
    SortKey { value: column(name), ascending, nulls_first: !ascending }
}

fn call(name: &str, arguments: Vec<Typed>) -> AggregateCall {
    AggregateCall {
        name: name.to_owned(),
        star: arguments.is_empty(),
        arguments,
        distinct: false,
        order_by: vec![],
        within_group: vec![],
        filter: None,
        over: None,
    }
}

fn float8(value: f64) -> Typed {
    Typed::new(Expr::Literal(ScalarValue::Float64(Some(value)), None), PgType::Float8)
}

fn text(value: &ScalarValue, ty: &PgType) -> String {
    match (value, ty) {
        (value, _) if value.is_null() => "NULL".to_owned(),
        (ScalarValue::Binary(Some(bytes)), PgType::Numeric) => PgNumeric::decode(bytes).to_string(),
        (ScalarValue::List(list), PgType::Array(element)) => {
            let values = list.value(0);
            let one = |row| text(&ScalarValue::try_from_array(&values, row).expect("an element"), element);
            format!("{{{}}}", (0..values.len()).map(one).collect::<Vec<_>>().join(","))
        }
        (ScalarValue::IntervalMonthDayNano(Some(v)), _) => {
            format!("{}m{}d{}us", v.months, v.days, v.nanoseconds / 1000)
        }
        (value, _) => value.to_string(),
    }
}

fn run(plan: LogicalPlan, ty: &PgType) -> Vec<String> {
    let config = SessionConfig::new().with_target_partitions(3).with_batch_size(2);
    let session = SessionContext::new_with_config(config);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let batches = runtime
        .block_on(async { session.execute_logical_plan(plan).await.expect("a plan").collect().await.expect("rows") });
    let mut results = Vec::new();
    for batch in batches {
        let column = batch.column(batch.num_columns() - 1);
        for row in 0..batch.num_rows() {
            results.push(text(&ScalarValue::try_from_array(column, row).expect("a value"), ty));
        }
    }
    results
}

/// The aggregate for each of the groups 1, 2 and 3.
fn grouped(call: AggregateCall) -> String {
    let typed = aggregate(call, &context()).expect("an aggregate");
    let group = column("g").expr;
    let plan = scan().aggregate(vec![group.clone()], vec![typed.expr]).expect("a plan");
    let plan = plan.sort(vec![group.sort(true, false)]).expect("a sort").build().expect("a plan");
    run(plan, &typed.ty).join(" ")
}

/// The aggregate over all rows.
fn whole(call: AggregateCall) -> String {
    let typed = aggregate(call, &context()).expect("an aggregate");
    let plan = scan().aggregate(Vec::<Expr>::new(), vec![typed.expr]).expect("a plan").build().expect("a plan");
    run(plan, &typed.ty).join(" ")
}

/// The call over a window of all rows ordered by `by`, the results in that order.
fn over(mut call: AggregateCall, partition: bool, by: &str, frame: WindowFrame) -> String {
    let partition_by = if partition { vec![column("g")] } else { vec![] };
    call.star = call.name == "count" && call.arguments.is_empty();
    call.over = Some(Over { partition_by, order_by: vec![key(by, true)], frame, reach: None });
    let typed = aggregate(call, &context()).expect("a window call").alias_for_test();
    let plan = scan().window(vec![typed.0]).expect("a window");
    let sort = vec![column("g").expr.sort(true, false), column(by).expr.sort(true, false)];
    let plan = plan.sort(sort).expect("a sort").build().expect("a plan");
    run(plan, &typed.1).join(" ")
}

trait ForTest {
    fn alias_for_test(self) -> (Expr, PgType);
}

impl ForTest for Typed {
    /// The window expression under the cast that integers get.
    fn alias_for_test(self) -> (Expr, PgType) {
        match self.expr {
            Expr::Cast(cast) => (*cast.expr, self.ty),
            other => (other, self.ty),
        }
    }
}

fn rows_frame(before: Option<u64>, after: Option<u64>) -> WindowFrame {
    WindowFrame::new_bounds(
        WindowFrameUnits::Rows,
        WindowFrameBound::Preceding(ScalarValue::UInt64(before)),
        WindowFrameBound::Following(ScalarValue::UInt64(after)),
    )
}

#[test]
fn sums_and_averages() {
    let one = |name: &str, of: &str| grouped(call(name, vec![column(of)]));
    assert_eq!(one("sum", "s"), "6 15 NULL");
    assert_eq!(one("sum", "i"), "30 2147483654 NULL");
    assert_eq!(one("sum", "b"), "18446744073709551618 -3 NULL");
    assert_eq!(one("sum", "n"), "5.50 NaN NULL");
    assert_eq!(one("sum", "f"), "NaN 0.30000000000000004 NULL");
    assert_eq!(one("sum", "r"), "3.75 0.3 NULL");
    assert_eq!(one("sum", "v"), "1m1d90000000000us 0m2d7200000000us NULL");
    assert_eq!(one("avg", "i"), "15.0000000000000000 1073741827.00000000 NULL");
    assert_eq!(one("avg", "b"), "6148914691236517206 -3.0000000000000000 NULL");
    assert_eq!(one("avg", "n"), "1.8333333333333333 NaN NULL");
    assert_eq!(one("avg", "v"), "0m10d58800000000us 0m1d3600000000us NULL");
    assert_eq!(grouped(call("count", vec![])), "3 2 1");
    assert_eq!(one("count", "x"), "3 1 0");
}

#[test]
fn moments() {
    let one = |name: &str, of: &str| grouped(call(name, vec![column(of)]));
    assert_eq!(one("stddev", "i"), "7.0710678118654752 1518500244 NULL");
    assert_eq!(one("var_pop", "b"), "18904575940052136832431070084184437201 0 NULL");
    assert_eq!(one("variance", "s"), "1.00000000000000000000 0.50000000000000000000 NULL");
    assert_eq!(one("stddev_samp", "s"), "1.00000000000000000000 0.70710678118654752440 NULL");
    assert_eq!(one("stddev_pop", "n"), "0.51854497287013485123 NaN NULL");
    // One stream of rows gives 0.07071067811865474, in PostgreSQL too; the two rows are in two partitions here.
    assert_eq!(one("stddev", "f"), "NaN 0.07071067811865477 NULL");
    let pair = |name: &str| grouped(call(name, vec![column("r"), column("s")]).casted());
    assert_eq!(pair("regr_slope"), "1.25 0.10000000149011612 NULL");
    assert_eq!(pair("regr_count"), "2 2 0");
    assert_eq!(pair("corr"), "1 1 NULL");
}

trait Casted {
    fn casted(self) -> Self;
}

impl Casted for AggregateCall {
    fn casted(mut self) -> Self {
        self.arguments = std::mem::take(&mut self.arguments)
            .into_iter()
            .map(|argument| {
                let form = PgType::Float8.arrow();
                let cast = datafusion::logical_expr::Cast::new(Box::new(argument.expr), form);
                Typed::new(Expr::Cast(cast), PgType::Float8)
            })
            .collect();
        self
    }
}

#[test]
fn extremes() {
    let one = |name: &str, of: &str| grouped(call(name, vec![column(of)]));
    assert_eq!(one("min", "i"), "10 7 NULL");
    assert_eq!(one("min", "x"), "a é NULL");
    assert_eq!(one("max", "x"), "b é NULL");
    // Of equal numbers with other scales it is the last one seen, in whatever order the engine brings them.
    let most = one("max", "n");
    assert!(["2.2 NaN NULL", "2.20 NaN NULL"].contains(&most.as_str()), "{most}");
    assert_eq!(one("min", "n"), "1.10 100000000000000000000 NULL");
    assert_eq!(one("max", "f"), "NaN 0.2 NULL");
    assert_eq!(one("min", "f"), "-2.5 0.1 NULL");
    assert_eq!(one("max", "v"), "1m0d0us 0m3d7200000000us NULL");
    assert_eq!(one("min", "v"), "0m1d0us 0m-1d0us NULL");
    assert_eq!(one("bool_and", "o"), "false true NULL");
    assert_eq!(one("bool_or", "o"), "true true NULL");
    assert_eq!(one("bit_xor", "s"), "0 15 NULL");
    assert_eq!(one("bit_and", "i"), "0 7 NULL");
}

#[test]
fn distinct_and_ordered() {
    let distinct = |name: &str, of: &str| AggregateCall { distinct: true, ..call(name, vec![column(of)]) };
    assert_eq!(grouped(distinct("count", "x")), "2 1 0");
    assert_eq!(grouped(distinct("count", "n")), "2 2 0");
    assert_eq!(grouped(distinct("sum", "n")), "3.30 NaN NULL");
    assert_eq!(grouped(distinct("array_agg", "x")), "{a,b} {é,NULL} {NULL}");
    let ordered = |name: &str, arguments: Vec<Typed>, by: &str, ascending: bool| {
        grouped(AggregateCall { order_by: vec![key(by, ascending)], ..call(name, arguments) })
    };
    assert_eq!(ordered("array_agg", vec![column("s")], "s", false), "{3,2,1} {8,7} {NULL}");
    assert_eq!(ordered("string_agg", vec![column("x"), literal_text("-")], "s", true), "b-a-b é NULL");
    assert_eq!(ordered("string_agg", vec![column("x"), literal_text("-")], "i", true), "b-a-b é NULL");
}

#[test]
fn percentiles() {
    let cont = |of: &str, at: f64| {
        grouped(AggregateCall { within_group: vec![key(of, true)], ..call("percentile_cont", vec![float8(at)]) })
    };
    assert_eq!(cont("f", 0.5), "1.5 0.15000000000000002 NULL");
    assert_eq!(cont("v", 0.5), "0m0d90000000000us 0m1d3600000000us NULL");
    let disc = |of: &str| {
        grouped(AggregateCall { within_group: vec![key(of, true)], ..call("percentile_disc", vec![float8(0.5)]) })
    };
    assert_eq!(disc("x"), "b é NULL");
    assert_eq!(disc("i"), "10 7 NULL");
    let mode = AggregateCall { within_group: vec![key("x", true)], star: false, ..call("mode", vec![]) };
    assert_eq!(whole(mode), "b");
}

#[test]
fn no_rows_at_all_give_null_and_zero() {
    let none = Typed::new(Expr::Literal(ScalarValue::Boolean(Some(false)), None), PgType::Bool);
    let filtered = |name: &str, of: &str| {
        let mut call = call(name, vec![column(of)]);
        call.filter = Some(none.clone());
        whole(call)
    };
    assert_eq!(filtered("count", "x"), "0");
    for name in ["sum", "avg", "min", "max", "stddev", "array_agg"] {
        assert_eq!(filtered(name, "i"), "NULL", "{name}");
    }
}

#[test]
fn windows() {
    let sliding = |name: &str, of: &str| over(call(name, vec![column(of)]), false, "s", rows_frame(Some(1), Some(0)));
    assert_eq!(sliding("sum", "s"), "1 3 5 10 15 8");
    assert_eq!(sliding("sum", "i"), "10 30 20 7 2147483654 2147483647");
    assert_eq!(sliding("max", "n"), "1.10 2.2 2.20 NaN NaN 100000000000000000000");
    assert_eq!(sliding("avg", "f"), "1.5 -0.5 NaN NaN 0.15000000000000002 0.2");
    let all = || rows_frame(None, None);
    let called = |name: &str, arguments: Vec<Typed>| over(call(name, arguments), true, "s", all());
    assert_eq!(called("lag", vec![column("x")]), "NULL b a NULL é NULL");
    assert_eq!(called("lead", vec![column("s"), literal(1), literal(0)]), "2 3 0 8 0 0");
    assert_eq!(called("ntile", vec![literal(2)]), "1 1 2 1 2 1");
    assert_eq!(called("row_number", vec![]), "1 2 3 1 2 1");
    assert_eq!(called("last_value", vec![column("x")]), "b b b NULL NULL NULL");
    assert_eq!(called("nth_value", vec![column("s"), literal(2)]), "2 2 2 8 8 NULL");
}

fn literal_text(value: &str) -> Typed {
    crate::functions::testing::text(value)
}

fn literal(value: i32) -> Typed {
    crate::functions::testing::int4(value)
}

#[test]
fn clauses_that_do_not_go_together() {
    let fails = |call: AggregateCall, code: &str| {
        assert_eq!(aggregate(call, &context()).expect_err("a refusal").sqlstate().code(), code);
    };
    fails(call("mode", vec![column("i")]), "42809");
    fails(AggregateCall { star: false, ..call("mode", vec![]) }, "42883");
    fails(AggregateCall { within_group: vec![key("i", true)], ..call("sum", vec![column("i")]) }, "42883");
    fails(
        AggregateCall { distinct: true, order_by: vec![key("s", true)], ..call("array_agg", vec![column("i")]) },
        "42P10",
    );
    fails(call("sum", vec![column("x")]), "42883");
    fails(call("sum", vec![Typed::unknown("1")]), "42725");
    fails(AggregateCall { star: false, ..call("row_number", vec![]) }, "42809");
}
