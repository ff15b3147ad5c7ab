//! A small lake for tests: ten days of Parquet in memory, one table, some of its rows hidden.

use crate::error::SqlResult;
use crate::plan::deadline::Patience;
use crate::plan::governed::{GovernedRelation, Sources};
use crate::warehouse::Warehouse;
use crate::warehouse::embedded::Embedded;
use crate::warehouse::runtime::{Engine, StatementEngine};
use chrono::{DateTime, Utc};
use datafusion::arrow::array::{
    ArrayRef, Decimal128Array, Int64Array, RecordBatch, StringArray, TimestampMicrosecondArray,
};
use datafusion::logical_expr::{Expr, LogicalPlan, LogicalPlanBuilder};
use datafusion::object_store::memory::InMemory;
use datafusion::object_store::path::Path;
use datafusion::object_store::{ObjectStore, ObjectStoreExt};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::sql::sqlparser::{dialect::PostgreSqlDialect, parser::Parser};
use futures::TryStreamExt;
use guard::policy::{
    Column, Grain, Grant, Limits, Mask, Partition, RelationName, Role, RoleName, Table, WindowRule, Work,
};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// The tests' now: noon after the ten days.
pub(crate) const NOW: &str = "2026-11-11T12:00:00Z";
/// The first of the ten days, as days since 1970.
pub(crate) const FIRST_DAY: i64 = 20_758;
pub(crate) const DAYS: i64 = 10;
/// Rows of a day; every third is hidden.
pub(crate) const ROWS: i64 = 24;

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(NOW).unwrap().to_utc()
}

#[derive(Clone)]
pub(crate) struct Lake {
    pub(crate) warehouse: Arc<Embedded>,
    pub(crate) store: Arc<dyn ObjectStore>,
    pub(crate) table: Arc<Table>,
}

impl Sources for Lake {
    fn warehouse(&self, name: &str) -> Option<Arc<dyn Warehouse>> {
        (name == "lake").then(|| Arc::clone(&self.warehouse) as Arc<dyn Warehouse>)
    }

    fn secret(&self, name: &str) -> Option<Arc<[u8]>> {
        (name == "pepper").then(|| Arc::from(&b"key"[..]))
    }
}

fn column(name: &str, ty: &str) -> Column {
    let ty = Parser::new(&PostgreSqlDialect {}).try_with_sql(ty).unwrap().parse_data_type().unwrap();
    Column { name: name.to_owned(), ty, nullable: true, comment: None }
}

pub(crate) fn table() -> Arc<Table> {
    Arc::new(Table {
        name: RelationName { schema: "exp".to_owned(), name: "flags".to_owned() },
        warehouse: "lake".to_owned(),
        source: "flags".to_owned(),
        comment: None,
        partition: Some(Partition { column: "day".to_owned(), of: "ts".to_owned(), grain: Grain::Day }),
        columns: vec![
            column("id", "bigint"),
            column("ts", "timestamptz"),
            column("day", "date"),
            column("namespace", "text"),
            column("divisor", "bigint"),
            column("amount", "numeric(12,2)"),
            column("added_later", "text"),
        ],
    })
}

/// The rows of one day: an hour apart; `divisor` is 0 in exactly the hidden ones.
fn rows(day: i64) -> RecordBatch {
    let numbers = || (0..ROWS).map(move |row| day * ROWS + row);
    let start = (FIRST_DAY + day) * 86_400_000_000;
    let times = (0..ROWS).map(|row| start + row * 3_600_000_000);
    let hidden = |row: i64| row % 3 == 0;
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", Arc::new(numbers().collect::<Int64Array>())),
        ("ts", Arc::new(TimestampMicrosecondArray::from_iter_values(times).with_timezone("UTC"))),
        (
            "namespace",
            Arc::new(
                (0..ROWS).map(|row| Some(if hidden(row) { "payments" } else { "checkout" })).collect::<StringArray>(),
            ),
        ),
        ("divisor", Arc::new((0..ROWS).map(|row| i64::from(!hidden(row))).collect::<Int64Array>())),
        (
            "amount",
            Arc::new(
                numbers()
                    .map(|number| Some(i128::from(number) * 25))
                    .collect::<Decimal128Array>()
                    .with_precision_and_scale(12, 2)
                    .unwrap(),
            ),
        ),
    ];
    RecordBatch::try_from_iter(columns).unwrap()
}

pub(crate) async fn put(store: &dyn ObjectStore, path: &str, batch: &RecordBatch) {
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
    store.put(&Path::from(path), bytes.into()).await.unwrap();
}

pub(crate) async fn lake() -> Lake {
    let store: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
    for day in 0..DAYS {
        let date = crate::window::bounds::date_of(FIRST_DAY + day).unwrap();
        put(store.as_ref(), &format!("root/flags/day={date}/part-0.parquet"), &rows(day)).await;
    }
    let warehouse = Embedded::over("lake", Arc::clone(&store), Path::from("root")).unwrap();
    Lake { warehouse: Arc::new(warehouse), store, table: table() }
}

pub(crate) fn grant(table: &Arc<Table>, columns: &[&str], masks: &[(&str, Mask)], required: bool) -> Arc<Grant> {
    Arc::new(Grant {
        table: Arc::clone(table),
        columns: columns.iter().map(|name| (*name).to_owned()).collect(),
        rows: None,
        masks: masks.iter().map(|(name, mask)| ((*name).to_owned(), mask.clone())).collect::<BTreeMap<_, _>>(),
        window_required: required,
    })
}

pub(crate) const ALL: [&str; 7] = ["id", "ts", "day", "namespace", "divisor", "amount", "added_later"];

pub(crate) fn role(default: Option<&str>, max: Option<&str>) -> Role {
    let read = |text: &str| crate::window::duration(text).unwrap();
    Role {
        name: RoleName("analyst".to_owned()),
        comment: None,
        window: WindowRule { default: default.map(read), max: max.map(read) },
        limits: Limits::default(),
        require_pushdown: false,
        work: Work::Interactive,
        revoked: Default::default(),
        grants: BTreeMap::new(),
    }
}

impl Lake {
    pub(crate) fn relation(&self, grant: Arc<Grant>, row_filter: Option<Expr>) -> GovernedRelation {
        GovernedRelation::for_test(grant, row_filter, self).unwrap()
    }

    pub(crate) fn scan(&self, alias: &str, relation: GovernedRelation) -> LogicalPlanBuilder {
        LogicalPlanBuilder::scan(alias, relation.into_source(), None).unwrap()
    }
}

pub(crate) fn engine(partitions: usize) -> StatementEngine {
    Engine { partitions, ..Engine::default() }.statement(None, Patience::new(None)).unwrap()
}

pub(crate) async fn run(engine: &StatementEngine, plan: LogicalPlan) -> SqlResult<Vec<RecordBatch>> {
    let physical = engine.physical(plan).await?;
    Ok(engine.run(physical)?.try_collect().await?)
}

/// Rows as text, in the order of their text.
pub(crate) fn sorted(batches: &[RecordBatch]) -> Vec<String> {
    use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
    let options = FormatOptions::default().with_null("NULL");
    let mut lines = Vec::new();
    for batch in batches {
        let columns: Vec<_> =
            batch.columns().iter().map(|column| ArrayFormatter::try_new(column.as_ref(), &options).unwrap()).collect();
        for row in 0..batch.num_rows() {
            lines.push(columns.iter().map(|column| column.value(row).to_string()).collect::<Vec<_>>().join("|"));
        }
    }
    lines.sort();
    lines
}

pub(crate) fn count(batches: &[RecordBatch]) -> usize {
    batches.iter().map(RecordBatch::num_rows).sum()
}

pub(crate) const WAIT: Duration = Duration::from_secs(20);
