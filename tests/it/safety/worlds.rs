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
        tollgate::demo::make(lake, &recipe(1_500, 30), &Progress::default()).unwrap();
        let mut files = 0;
        for day in std::fs::read_dir(lake.join("flag_evaluations")).unwrap() {
            for file in std::fs::read_dir(day.unwrap().path()).unwrap() {
                self.rewrite(&file.unwrap().path(), rows_per_group);
                files += 1;
            }
        }
        assert!(files >= 30, "the lake has {files} files");
    }

    fn rewrite(self, path: &Path, rows_per_group: usize) {
        let reader = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(path).unwrap()).unwrap();
        let schema = Arc::clone(reader.schema());
        let batches: Vec<RecordBatch> = reader.build().unwrap().map(|batch| self.altered(&batch.unwrap())).collect();
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

/// What a warehouse's planner may go by. Its choice decides which of the rows that a statement reads are looked at first, and which never.
const PLANNERS: [(&str, &str); 6] = [
    ("nested", "enable_hashjoin = off; enable_mergejoin = off; enable_hashagg = off"),
    ("hashed", "enable_nestloop = off; enable_mergejoin = off; enable_sort = off"),
    ("merged", "enable_nestloop = off; enable_hashjoin = off; enable_material = off"),
    ("as_written", "join_collapse_limit = 1; from_collapse_limit = 1"),
    ("first_rows", "random_page_cost = 1000; cpu_tuple_cost = 10; work_mem = '64kB'"),
    ("plain", "enable_memoize = off; enable_material = off; enable_hashagg = off"),
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
            ways.push(Way { name: PUSHED, gateways });
        }
        ways.push(Way { name: "one part", gateways: alone });
        ways.push(Way { name: "several parts", gateways: side_by_side });
        Self { ways, server }
    }

    /// Gateways over databases without any hidden row, in which the planner goes by other things, or the rows lie in another order.
    pub async fn without_hidden_rows(&self) -> Vec<Gateway> {
        let server = self.server.as_ref().expect("a statement was pushed down");
        let bare = &self.ways[1].gateways[2];
        let mut gateways = Vec::new();
        for (name, settings) in PLANNERS {
            let client = load(server, name, bare).await;
            for setting in settings.split("; ") {
                client.batch_execute(&format!("ALTER DATABASE {name} SET {setting}")).await.unwrap();
            }
            gateways.push(over(server, name).await);
        }
        for (name, order) in
            [("turned", "f.ctid DESC"), ("mixed", "md5(f::text)"), ("mixed_again", "md5(f::text || 'x')")]
        {
            let client = load(server, name, bare).await;
            for table in TABLES {
                let moved = format!(
                    "CREATE TABLE moved AS SELECT f.* FROM exp.{table} f ORDER BY {order}; TRUNCATE exp.{table}; INSERT INTO exp.{table} TABLE moved; DROP TABLE moved"
                );
                client.batch_execute(&moved).await.unwrap();
            }
            gateways.push(over(server, name).await);
        }
        gateways
    }
}

/// The way whose statements run in a PostgreSQL.
pub const PUSHED: &str = "pushed";
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
async fn over(server: &Postgres, name: &'static str) -> Gateway {
    let layout = Layout { postgres: Some((server.port(), name)), masks: Some(MASKS), ..Layout::default() };
    Gateway::laid(layout, |_| {}).await
}
