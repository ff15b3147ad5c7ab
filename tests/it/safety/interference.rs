//! Non-interference: two lakes that differ only in what the role may not see give the same answers, errors and row descriptions.
//!
//! In the second lake, a third of the hidden rows is gone and a third is there twice; the others hold what breaks a careless cast or pattern; and the hidden columns hold other values
//! in all rows. `TOLLGATE_GENERATED=20000 TOLLGATE_SEED=1 cargo test --test it safety::interference -- --nocapture` is the long run.

use super::generator::Generator;
use super::grants::setting;
use super::served::Gateway;
use super::verdicts::{corpus, is_limited, rounded};
use chrono::NaiveDate;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch, StringArray, UInt64Array};
use datafusion::arrow::compute::take_record_batch;
use datafusion::arrow::datatypes::DataType;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::{Client, SimpleQueryMessage};
use tollgate::demo::{Progress, Recipe};

/// What a careless engine trips over in a row that it should not have touched.
const HOSTILE: [&str; 9] =
    ["0", "", "no number", "{\"bad", "(*bad[", "9999-13-45", "NaN", "'", "99999999999999999999999999"];
const HIDDEN: [&str; 4] = ["context_attributes", "request_id", "trace_id", "sdk_version"];
/// Columns whose text the contract promises to be JSON.
const JSON: [&str; 3] = ["variant_value", "secondary_unit_ids", "context_attributes"];

fn recipe() -> Recipe {
    Recipe { rows: 4_000, seed: 7, last_day: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(), days: 91 }
}

fn make(lake: &Path) {
    tollgate::demo::make(lake, &recipe(), &Progress::default()).unwrap();
}

/// Rewrites each file of the evaluations.
fn make_other(lake: &Path) {
    make(lake);
    let mut files = 0;
    for day in std::fs::read_dir(lake.join("flag_evaluations")).unwrap() {
        for file in std::fs::read_dir(day.unwrap().path()).unwrap() {
            rewrite(&file.unwrap().path());
            files += 1;
        }
    }
    assert!(files >= 90, "the lake has {files} files");
}

fn rewrite(path: &Path) {
    let reader = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(path).unwrap()).unwrap();
    let schema = Arc::clone(reader.schema());
    let batches: Vec<RecordBatch> = reader.build().unwrap().map(|batch| altered(&batch.unwrap())).collect();
    let mut writer = ArrowWriter::try_new(std::fs::File::create(path).unwrap(), schema, None).unwrap();
    batches.iter().for_each(|batch| writer.write(batch).unwrap());
    writer.close().unwrap();
}

fn altered(batch: &RecordBatch) -> RecordBatch {
    let namespaces = batch.column_by_name("namespace").unwrap().as_string::<i32>();
    let is_visible = |row: usize| namespaces.value(row) == "checkout";
    let mut rows = Vec::new();
    for row in 0..batch.num_rows() {
        let times = if is_visible(row) { 1 } else { row % 3 };
        rows.extend(std::iter::repeat_n(row as u64, times));
    }
    let visible: Vec<bool> = rows.iter().map(|row| is_visible(*row as usize)).collect();
    let taken = take_record_batch(batch, &UInt64Array::from(rows)).unwrap();
    let schema = taken.schema();
    let columns = schema.fields().iter().zip(taken.columns());
    let columns: Vec<ArrayRef> = columns
        .map(|(field, column)| match field.data_type() {
            DataType::Utf8 => Arc::new(hostile(field.name(), column.as_string::<i32>(), &visible)) as ArrayRef,
            _ => Arc::clone(column),
        })
        .collect();
    RecordBatch::try_new(schema, columns).unwrap()
}

fn hostile(name: &str, column: &StringArray, visible: &[bool]) -> StringArray {
    let value = |(row, visible): (usize, &bool)| {
        let old = column.is_valid(row).then(|| column.value(row).to_owned());
        if *visible && !HIDDEN.contains(&name) {
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

/// All that the client sees, rows in any order; of rows that `LIMIT` chose, their number.
async fn seen(client: &Client, sql: &str) -> String {
    let asked = tokio::time::timeout(Duration::from_secs(240), client.simple_query(sql)).await;
    let messages = match asked {
        Err(_) => return "no answer in time".to_owned(),
        Ok(Err(error)) => return error.as_db_error().map_or_else(|| error.to_string(), |error| format!("{error:?}")),
        Ok(Ok(messages)) => messages,
    };
    let mut lines: Vec<String> = messages
        .iter()
        .map(|message| match message {
            SimpleQueryMessage::Row(_) if is_limited(sql).is_some() => "row".to_owned(),
            SimpleQueryMessage::Row(row) => {
                // The last digits of a sum of fractions tell in which order the parts were added, and nothing else.
                format!("{:?}", (0..row.len()).map(|index| row.get(index).map(rounded)).collect::<Vec<_>>())
            }
            SimpleQueryMessage::RowDescription(columns) => {
                format!("{:?}", columns.iter().map(|column| column.name()).collect::<Vec<_>>())
            }
            SimpleQueryMessage::CommandComplete(count) => format!("complete {count}"),
            _ => "other".to_owned(),
        })
        .collect();
    lines.sort();
    lines.join("\n")
}

/// What tells of the session or the moment, not of rows; what is collected in the order in which it comes; and what takes long.
fn is_pinned(sql: &str) -> bool {
    let own =
        ["now()", "current_", "local", "pg_", "random", "_timestamp(", "uuid", "agg(", "SHOW", "version", "date -"];
    !own.iter().any(|word| sql.contains(word)) && !sql.contains('\0')
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_hidden_changes_nothing() {
    let (count, seed) = (setting("TOLLGATE_GENERATED", 200), setting("TOLLGATE_SEED", 2));
    let (a, b) = (Gateway::over(make).await, Gateway::over(make_other).await);
    let (mut in_a, mut in_b) = (a.connect().await, b.connect().await);
    // The difference is there.
    let (of_a, of_b) = (a.connect_as("loader").await, b.connect_as("loader").await);
    for sql in ["SELECT count(*) FROM exp.flag_evaluations", "SELECT max(request_id) FROM exp.flag_evaluations"] {
        assert_ne!(seen(&of_a, sql).await, seen(&of_b, sql).await, "{sql}");
    }
    let mut statements: Vec<String> =
        corpus().unwrap_or_default().into_iter().filter(|case| case.class != "dos").map(|case| case.sql).collect();
    let own = include_str!("../../safety/corpus.t").lines().filter_map(|line| line.split_once(' '));
    statements.extend(own.filter(|(verdict, _)| *verdict != "#").map(|(_, sql)| sql.to_owned()));
    let mut generator = Generator::new(seed);
    statements.extend((0..count).map(|_| generator.statement()));
    statements.retain(|sql| is_pinned(sql));
    let (mut answered, mut faults) = (0, Vec::new());
    for sql in &statements {
        if in_a.is_closed() || in_b.is_closed() || !sql.contains("SELECT") {
            (in_a, in_b) = (a.connect().await, b.connect().await);
        }
        let (mut first, mut second) = (seen(&in_a, sql).await, seen(&in_b, sql).await);
        // A refusal may tell the time of day to the second; what hangs on hidden rows differs each time.
        for _ in 0..3 {
            if first == second {
                break;
            }
            (first, second) = (seen(&in_a, sql).await, seen(&in_b, sql).await);
        }
        answered += usize::from(first.contains("complete"));
        if first != second {
            faults.push(format!("{sql}\n  {first:.300}\n  {second:.300}"));
        }
    }
    eprintln!("seed {seed}: {} pairs, {answered} answered, {} differ", statements.len(), faults.len());
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_hidden_rows_cost_is_not_told() {
    let (a, b) = (Gateway::over(make).await, Gateway::over(make_other).await);
    // A limit that both lakes are over.
    for gateway in [&a, &b] {
        let policy = std::fs::read_to_string(gateway.policy()).unwrap();
        let narrow = policy.replace("timeout = \"15s\"", "timeout = \"60s\", bytes = \"1kB\", bytes_per_day = \"1MB\"");
        assert_ne!(narrow, policy);
        std::fs::write(gateway.policy(), narrow).unwrap();
    }
    let (in_a, in_b) = (a.connect().await, b.connect().await);
    let limit =
        "SELECT flag_key, count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' GROUP BY 1";
    let over = "53400";
    let until = std::time::Instant::now() + Duration::from_secs(60);
    while !(seen(&in_a, limit).await.contains(over) && seen(&in_b, limit).await.contains(over)) {
        assert!(std::time::Instant::now() < until, "the limit is not taken up: {}", seen(&in_a, limit).await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let window = "_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-06-15'";
    for sql in [
        limit.to_owned(),
        format!("EXPLAIN (POLICY) SELECT count(*) FROM exp.flag_evaluations WHERE {window}"),
        format!("EXPLAIN (POLICY) SELECT * FROM exp.flag_evaluations WHERE {window}"),
        format!("EXPLAIN SELECT * FROM exp.flag_evaluations WHERE {window}"),
        format!("EXPLAIN (FORMAT JSON) SELECT * FROM exp.flag_evaluations f JOIN exp.events e ON true WHERE {window}"),
    ] {
        let (first, second) = (seen(&in_a, &sql).await, seen(&in_b, &sql).await);
        assert_eq!(first, second, "{sql}");
        if sql.starts_with("EXPLAIN (POLICY)") {
            assert!(first.contains("14 in the window") && first.contains("not told"), "{first}");
        }
    }
    // The operator's own bytes differ: the comparison above has something to find.
    let whole = "EXPLAIN (POLICY) SELECT * FROM exp.flag_evaluations";
    let (of_a, of_b) = (a.connect_as("loader").await, b.connect_as("loader").await);
    assert_ne!(seen(&of_a, whole).await, seen(&of_b, whole).await);
}
