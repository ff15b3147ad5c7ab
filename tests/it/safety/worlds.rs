//! Worlds that show the role the same and hide different things, and gateways over them.
//!
//! Beside the sample as it is there is a hostile world: a third of its hidden rows is gone and a third is there twice, the others hold what breaks a careless cast or pattern, and what
//! is hidden or masked in the visible rows has other values. And there is a bare one without any hidden row.

use super::oracle::copy;
use super::served::{Gateway, LOADER, Layout, recipe};
use crate::postgres::Postgres;
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, RecordBatch, StringArray, TimestampMicrosecondArray, UInt64Array,
};
use datafusion::arrow::compute::take_record_batch;
use datafusion::arrow::datatypes::{DataType, TimestampMicrosecondType};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use datafusion::parquet::file::properties::WriterProperties;
use std::path::Path;
use std::sync::Arc;
use tokio_postgres::{Client, NoTls};
use tollgate::demo::Progress;

/// What a careless engine trips over in a row that it should not have touched.
const HOSTILE: [&str; 9] =
    ["0", "", "no number", "{\"bad", "(*bad[", "9999-13-45", "NaN", "'", "99999999999999999999999999"];
/// Columns whose values in visible rows nobody sees: hidden ones, and one under a constant mask.
const UNSEEN: [&str; 5] = ["context_attributes", "request_id", "trace_id", "sdk_version", "sdk_name"];
/// Columns whose text the contract promises to be JSON.
const JSON: [&str; 3] = ["variant_value", "secondary_unit_ids", "context_attributes"];
/// Masks that give the same for different values, and one that does not.
const MASKS: &str = "unit_id_hash = \"sha256\", ingested_at = \"day\", sdk_name = \"constant:'sdk'\"";
const DAY: i64 = 86_400_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    Sample,
    Hostile,
    Bare,
}

pub const WORLDS: [World; 3] = [World::Sample, World::Hostile, World::Bare];

impl World {
    /// Fills a folder with the world's tables, so many rows a row group.
    pub fn fill(self, lake: &Path, rows_per_group: usize) {
        self.fill_in_order(lake, rows_per_group, false);
    }

    /// The same, each file's rows from the last to the first if they are `turned`.
    fn fill_in_order(self, lake: &Path, rows_per_group: usize, turned: bool) {
        tollgate::demo::make(lake, &recipe(1_500, 30), &Progress::default()).unwrap();
        let mut files = 0;
        for day in std::fs::read_dir(lake.join("flag_evaluations")).unwrap() {
            for file in std::fs::read_dir(day.unwrap().path()).unwrap() {
                self.rewrite(&file.unwrap().path(), rows_per_group, turned);
                files += 1;
            }
        }
        assert!(files >= 30, "the lake has {files} files");
    }

    fn rewrite(self, path: &Path, rows_per_group: usize, turned: bool) {
        let reader = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(path).unwrap()).unwrap();
        let schema = Arc::clone(reader.schema());
        let mut batches: Vec<RecordBatch> =
            reader.build().unwrap().map(|batch| self.altered(&batch.unwrap())).collect();
        if turned {
            batches.reverse();
            batches.iter_mut().for_each(|batch| *batch = from_last_to_first(batch));
        }
        let properties = WriterProperties::builder().set_max_row_group_row_count(Some(rows_per_group)).build();
        let file = std::fs::File::create(path).unwrap();
        let mut writer = ArrowWriter::try_new(file, schema, Some(properties)).unwrap();
        batches.iter().for_each(|batch| writer.write(batch).unwrap());
        writer.close().unwrap();
    }

    fn altered(self, batch: &RecordBatch) -> RecordBatch {
        if self == Self::Sample {
            return batch.clone();
        }
        let namespaces = batch.column_by_name("namespace").unwrap().as_string::<i32>();
        let is_visible = |row: usize| namespaces.value(row) == "checkout";
        let mut rows = Vec::new();
        for row in 0..batch.num_rows() {
            let times = match (is_visible(row), self) {
                (true, _) => 1,
                (false, Self::Bare) => 0,
                (false, _) => row % 3,
            };
            rows.extend(std::iter::repeat_n(row as u64, times));
        }
        let visible: Vec<bool> = rows.iter().map(|row| is_visible(*row as usize)).collect();
        let taken = take_record_batch(batch, &UInt64Array::from(rows)).unwrap();
        if self == Self::Bare {
            return taken;
        }
        let schema = taken.schema();
        let columns = schema.fields().iter().zip(taken.columns());
        let columns: Vec<ArrayRef> = columns
            .map(|(field, column)| match field.data_type() {
                DataType::Utf8 => Arc::new(hostile(field.name(), column.as_string::<i32>(), &visible)) as ArrayRef,
                _ if field.name() == "ingested_at" => Arc::new(other_times(column)),
                _ => Arc::clone(column),
            })
            .collect();
        RecordBatch::try_new(schema, columns).unwrap()
    }
}

fn from_last_to_first(batch: &RecordBatch) -> RecordBatch {
    take_record_batch(batch, &UInt64Array::from_iter_values((0..batch.num_rows() as u64).rev())).unwrap()
}

fn hostile(name: &str, column: &StringArray, visible: &[bool]) -> StringArray {
    let value = |(row, visible): (usize, &bool)| {
        let old = column.is_valid(row).then(|| column.value(row).to_owned());
        if *visible && !UNSEEN.contains(&name) {
            return old;
        }
        Some(match name {
            "namespace" => ["payments", "Checkout", "checkout ", "search"][row % 4].to_owned(),
            _ if JSON.contains(&name) => ["{\"value\": 0}", "[1e400]", "null", "\"x\""][row % 4].to_owned(),
            _ if row % 50 == 0 => "x".repeat(100_000),
            _ => HOSTILE[row % HOSTILE.len()].to_owned(),
        })
    };
    visible.iter().enumerate().map(value).collect()
}

/// Other times of the same days.
fn other_times(column: &ArrayRef) -> TimestampMicrosecondArray {
    let times = column.as_primitive::<TimestampMicrosecondType>();
    let other = |(row, time): (i64, i64)| time - time.rem_euclid(DAY) + row * 7_919_000_000 % DAY;
    let values = (0..).zip(times.values().iter().copied()).map(other).collect::<Vec<_>>();
    TimestampMicrosecondArray::from(values).with_data_type(times.data_type().clone())
}

/// One way to run statements: a gateway over each world.
pub struct Way {
    pub name: &'static str,
    pub gateways: Vec<Gateway>,
}

/// A way to run, and what must live as long.
pub struct Ways {
    pub ways: Vec<Way>,
    server: Option<Postgres>,
}

/// What a warehouse's planner may go by, and in which order its rows may lie: this decides which of the rows that a statement reads are looked at first, and which never.
const WAREHOUSES: [(&str, &str); 15] = [
    ("usual", ""),
    ("nested", "enable_hashjoin = off; enable_mergejoin = off; enable_hashagg = off"),
    ("hashed", "enable_nestloop = off; enable_mergejoin = off; enable_sort = off"),
    ("merged", "enable_nestloop = off; enable_hashjoin = off; enable_material = off"),
    ("as_written", "join_collapse_limit = 1; from_collapse_limit = 1; enable_hashjoin = off"),
    ("in_order", "join_collapse_limit = 1; from_collapse_limit = 1; enable_memoize = off"),
    ("pages_only", "cpu_operator_cost = 0; cpu_tuple_cost = 0; enable_material = off"),
    ("operators_only", "seq_page_cost = 0; cpu_tuple_cost = 0; cpu_operator_cost = 10"),
    ("denser", "UPDATE pg_class SET reltuples = reltuples * 4 WHERE relname = 'flag_evaluations'"),
    ("sparser", "UPDATE pg_class SET reltuples = reltuples / 8 WHERE relname = 'flag_evaluations'"),
    ("others_denser", "UPDATE pg_class SET reltuples = reltuples * 8 WHERE relname IN ('events', 'assignments')"),
    ("unknown", "DELETE FROM pg_statistic"),
    ("turned", "ORDER BY f.ctid DESC"),
    ("turned_nested", "ORDER BY f.ctid DESC; enable_hashjoin = off; enable_mergejoin = off; enable_hashagg = off"),
    ("mixed", "ORDER BY md5(f::text)"),
];

impl Ways {
    /// One part and large batches; several parts and small ones; and pushed down into a PostgreSQL, where there is one.
    pub async fn start() -> Self {
        let (mut alone, mut side_by_side) = (Vec::new(), Vec::new());
        for world in WORLDS {
            let one = Layout { one_processor: true, masks: Some(MASKS), ..Layout::default() };
            alone.push(Gateway::laid(one, |lake| world.fill(lake, 100_000)).await);
            let several = Layout { masks: Some(MASKS), ..Layout::default() };
            side_by_side.push(Gateway::laid(several, |lake| world.fill(lake, 5)).await);
        }
        let mut ways = Vec::new();
        let server = Postgres::start();
        if let Some(server) = &server {
            let mut gateways = Vec::new();
            for (gateway, name) in alone.iter().zip(["sample", "hostile", "bare"]) {
                drop(load(server, name, gateway).await);
                gateways.push(over(server, name).await);
            }
            ways.push(Way { name: "pushed", gateways });
        }
        ways.push(Way { name: "one part", gateways: alone });
        ways.push(Way { name: "several parts", gateways: side_by_side });
        Self { ways, server }
    }

    /// Gateways over what has no hidden row, in which rows lie in another order, or the planner goes by other things.
    pub async fn without_hidden_rows(&self) -> Vec<Gateway> {
        let mut gateways = Vec::new();
        for (one_processor, rows_per_group) in [(true, 100_000), (false, 5), (false, 40)] {
            let layout = Layout { one_processor, masks: Some(MASKS), ..Layout::default() };
            gateways.push(Gateway::laid(layout, |lake| World::Bare.fill_in_order(lake, rows_per_group, true)).await);
        }
        let Some(server) = &self.server else { return gateways };
        let bare = &self.ways[1].gateways[2];
        for (name, differences) in WAREHOUSES {
            let client = load(server, name, bare).await;
            for difference in differences.split("; ").filter(|difference| !difference.is_empty()) {
                if difference.starts_with("ORDER BY") {
                    reorder(&client, difference).await;
                } else if difference.starts_with("UPDATE") || difference.starts_with("DELETE") {
                    client.batch_execute(difference).await.unwrap();
                } else {
                    client.batch_execute(&format!("ALTER DATABASE {name} SET {difference}")).await.unwrap();
                }
            }
            gateways.push(over(server, name).await);
        }
        for (world, name) in [(0, "sample_emptied"), (1, "hostile_emptied")] {
            emptied(&load(server, name, &self.ways[1].gateways[world]).await).await;
            gateways.push(over(server, name).await);
        }
        gateways
    }

    /// One more of them.
    pub async fn shuffled(&self) -> Option<Shuffled> {
        let server = self.server.as_ref()?;
        let client = load(server, "shuffled", &self.ways[1].gateways[2]).await;
        Some(Shuffled { client, gateway: over(server, "shuffled").await })
    }
}

/// Takes a world's hidden rows away, and what is hidden in its visible ones, and leaves these where they are and its planner with what it knew of the world.
async fn emptied(client: &Client) {
    let names = "SELECT attname::text FROM pg_attribute WHERE attrelid = 'exp.flag_evaluations'::regclass AND attnum > 0 ORDER BY attnum";
    let shown = |row: tokio_postgres::Row| match row.get::<_, String>(0).as_str() {
        "ingested_at" => "date_trunc('day', ingested_at, 'UTC')".to_owned(),
        name if UNSEEN.contains(&name) => format!("CASE WHEN namespace <> 'checkout' THEN {name} END"),
        name => name.to_owned(),
    };
    let shown: Vec<String> = client.query(names, &[]).await.unwrap().into_iter().map(shown).collect();
    let shown = shown.join(", ");
    let emptied = format!(
        "ALTER TABLE exp.flag_evaluations SET (autovacuum_enabled = off); CREATE TABLE moved AS TABLE exp.flag_evaluations; TRUNCATE exp.flag_evaluations;
         INSERT INTO exp.flag_evaluations SELECT {shown} FROM moved ORDER BY ctid; DROP TABLE moved; ANALYZE;
         DELETE FROM exp.flag_evaluations WHERE namespace IS DISTINCT FROM 'checkout'"
    );
    client.batch_execute(&emptied).await.unwrap();
}

/// A warehouse without any hidden row, whose rows lie in another order each time.
pub struct Shuffled {
    client: Client,
    pub gateway: Gateway,
}

impl Shuffled {
    pub async fn again(&self) {
        reorder(&self.client, "ORDER BY random()").await;
    }
}

async fn reorder(client: &Client, order: &str) {
    for table in TABLES {
        let moved = format!(
            "CREATE TABLE moved AS SELECT f.* FROM exp.{table} f {order}; TRUNCATE exp.{table}; INSERT INTO exp.{table} TABLE moved; DROP TABLE moved"
        );
        client.batch_execute(&moved).await.unwrap();
    }
}

const TABLES: [&str; 3] = ["flag_evaluations", "assignments", "events"];

/// Puts a gateway's tables into a new database.
async fn load(server: &Postgres, name: &str, gateway: &Gateway) -> Client {
    server.connect().await.batch_execute(&format!("CREATE DATABASE {name}")).await.unwrap();
    let text = format!("host=127.0.0.1 port={} user=postgres dbname={name}", server.port());
    let (client, connection) = tokio_postgres::connect(&text, NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute("CREATE SCHEMA exp").await.unwrap();
    let loader = gateway.connect_as(LOADER).await;
    for table in TABLES {
        copy(&loader, &client, "exp", table).await;
    }
    client.batch_execute("ANALYZE").await.unwrap();
    client
}

/// A gateway that pushes its statements down into that database.
async fn over(server: &Postgres, name: &str) -> Gateway {
    let layout = Layout { postgres: Some((server.port(), name)), masks: Some(MASKS), ..Layout::default() };
    Gateway::laid(layout, |_| {}).await
}
