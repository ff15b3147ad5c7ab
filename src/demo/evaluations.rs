//! `flag_evaluations`: a folder a day, the days made side by side, each from a random source of its own.

use super::parquet_file::ParquetFile;
use super::shape::{Arm, FLAGS, Shape, hex, unit_hash, user_id, weighted};
use super::{DemoError, Progress};
use datafusion::arrow::array::{
    ArrayRef, Int32Builder, Int64Builder, RecordBatch, StringBuilder, TimestampMicrosecondBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};
use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

const BATCH: u64 = 16 * 1024;
const DAY_MICROS: i64 = 86_400_000_000;
const ENVIRONMENTS: [(&str, u32); 3] = [("production", 80), ("staging", 12), ("development", 8)];
const SDKS: [(&str, &str); 4] = [("web", "4.2.0"), ("ios", "3.9.1"), ("android", "3.8.7"), ("server", "2.14.3")];
const COUNTRIES: [&str; 8] = ["US", "DE", "FR", "JP", "BR", "IN", "GB", "NL"];
const PLANS: [&str; 3] = ["free", "pro", "team"];

pub fn write(dir: &Path, shape: &Shape, progress: &Progress) -> Result<(), DemoError> {
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(shape.rows_by_day.len().max(1));
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    loop {
                        let day = next.fetch_add(1, Ordering::Relaxed);
                        let Some(rows) = shape.rows_by_day.get(day) else { return Ok(()) };
                        write_day(dir, shape, day, *rows, progress)?;
                    }
                })
            })
            .collect();
        handles.into_iter().try_for_each(|handle| handle.join().map_err(|_| DemoError::Thread)?)
    })
}

fn write_day(dir: &Path, shape: &Shape, day: usize, rows: u64, progress: &Progress) -> Result<(), DemoError> {
    let folder = dir.join("flag_evaluations").join(format!("_partition_date={}", shape.day(day).format("%Y-%m-%d")));
    let mut file = ParquetFile::create(&folder, "part-0.parquet", schema())?;
    let mut source = shape.source("flag_evaluations", day as u64);
    let midnight = shape.day(day).and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros();
    let mut done = 0;
    while done < rows {
        let batch = BATCH.min(rows - done);
        let mut columns = Columns::default();
        for row in done..done + batch {
            columns.append(shape, day, midnight + moment(row, rows, &mut source), &mut source);
        }
        file.write(&columns.finish()?)?;
        progress.add(batch);
        done += batch;
    }
    file.finish()
}

/// Microseconds into the day of the row-th of so many: in order, busier towards the evening.
fn moment(row: u64, rows: u64, source: &mut impl Rng) -> i64 {
    let step = (row as f64 + source.random::<f64>()) / rows as f64;
    let bent = step + 0.12 * (std::f64::consts::TAU * step).sin() / std::f64::consts::TAU;
    ((bent * DAY_MICROS as f64) as i64).clamp(0, DAY_MICROS - 1)
}

fn schema() -> SchemaRef {
    let time = DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()));
    let text = |name: &str, nullable| Field::new(name, DataType::Utf8, nullable);
    Arc::new(Schema::new(vec![
        text("evaluation_id", false),
        Field::new("timestamp", time.clone(), false),
        Field::new("ingested_at", time, false),
        Field::new("schema_version", DataType::Int32, false),
        text("namespace", false),
        text("environment", false),
        text("flag_key", false),
        text("variant_key", false),
        text("variant_value", false),
        text("evaluation_reason", false),
        text("matched_rule_id", true),
        Field::new("manifest_version", DataType::Int64, false),
        text("manifest_etag", true),
        text("unit_id_hash", true),
        text("unit_id_type", true),
        text("secondary_unit_ids", false),
        text("context_attributes", false),
        text("sdk_name", false),
        text("sdk_version", false),
        text("request_id", false),
        text("trace_id", false),
        text("span_id", true),
    ]))
}

#[derive(Default)]
struct Columns {
    evaluation_id: StringBuilder,
    timestamp: TimestampMicrosecondBuilder,
    ingested_at: TimestampMicrosecondBuilder,
    schema_version: Int32Builder,
    namespace: StringBuilder,
    environment: StringBuilder,
    flag_key: StringBuilder,
    variant_key: StringBuilder,
    variant_value: StringBuilder,
    evaluation_reason: StringBuilder,
    matched_rule_id: StringBuilder,
    manifest_version: Int64Builder,
    manifest_etag: StringBuilder,
    unit_id_hash: StringBuilder,
    unit_id_type: StringBuilder,
    secondary_unit_ids: StringBuilder,
    context_attributes: StringBuilder,
    sdk_name: StringBuilder,
    sdk_version: StringBuilder,
    request_id: StringBuilder,
    trace_id: StringBuilder,
    span_id: StringBuilder,
}

impl Columns {
    fn append(&mut self, shape: &Shape, day: usize, time: i64, source: &mut impl Rng) {
        let Some(flag) = weighted(&FLAGS, |flag| flag.weight, source) else { return };
        let person = source.random_range(0..shape.people);
        // One in thirty is nobody we know: no hash, and no type either.
        let known = source.random_range(0..30) != 0;
        let arm = reported(shape.arm(flag, person, day), known, source);
        let environment = weighted(&ENVIRONMENTS, |(_, weight)| *weight, source).map_or("", |(name, _)| name);
        let (sdk, version) = SDKS.choose(source).copied().unwrap_or_default();

        self.evaluation_id.append_value(ulid(time / 1000, source));
        self.timestamp.append_value(time);
        self.ingested_at.append_value(time + lag(source));
        self.schema_version.append_value(1);
        self.namespace.append_value(flag.namespace);
        self.environment.append_value(environment);
        self.flag_key.append_value(flag.key);
        self.variant_key.append_value(arm.variant);
        self.variant_value.append_value(arm.value);
        self.evaluation_reason.append_value(arm.reason);
        self.matched_rule_id.append_option(arm.rule);
        self.manifest_version.append_value(1_000 + day as i64);
        self.manifest_etag.append_option((source.random_range(0..10) != 0).then(|| format!("W/\"{:x}\"", 1_000 + day)));
        self.append_unit(person, known, source);
        self.context_attributes.append_value(attributes(person, source));
        self.sdk_name.append_value(sdk);
        self.sdk_version.append_value(version);
        self.request_id.append_value(hex(&source.random::<[u8; 8]>()));
        self.trace_id.append_value(hex(&source.random::<[u8; 16]>()));
        self.span_id.append_option((source.random_range(0..5) != 0).then(|| hex(&source.random::<[u8; 8]>())));
    }

    fn append_unit(&mut self, person: u64, known: bool, source: &mut impl Rng) {
        if !known {
            self.unit_id_hash.append_null();
            self.unit_id_type.append_null();
            self.secondary_unit_ids.append_value("{}");
            return;
        }
        self.unit_id_hash.append_value(unit_hash(&user_id(person)));
        self.unit_id_type.append_value("user_id");
        if source.random_range(0..5) == 0 {
            let device = unit_hash(&format!("d{person}"));
            self.secondary_unit_ids.append_value(format!(r#"{{"device_id":"{device}"}}"#));
        } else {
            self.secondary_unit_ids.append_value("{}");
        }
    }

    fn finish(mut self) -> Result<RecordBatch, DemoError> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.evaluation_id.finish()),
            Arc::new(self.timestamp.finish().with_timezone("UTC")),
            Arc::new(self.ingested_at.finish().with_timezone("UTC")),
            Arc::new(self.schema_version.finish()),
            Arc::new(self.namespace.finish()),
            Arc::new(self.environment.finish()),
            Arc::new(self.flag_key.finish()),
            Arc::new(self.variant_key.finish()),
            Arc::new(self.variant_value.finish()),
            Arc::new(self.evaluation_reason.finish()),
            Arc::new(self.matched_rule_id.finish()),
            Arc::new(self.manifest_version.finish()),
            Arc::new(self.manifest_etag.finish()),
            Arc::new(self.unit_id_hash.finish()),
            Arc::new(self.unit_id_type.finish()),
            Arc::new(self.secondary_unit_ids.finish()),
            Arc::new(self.context_attributes.finish()),
            Arc::new(self.sdk_name.finish()),
            Arc::new(self.sdk_version.finish()),
            Arc::new(self.request_id.finish()),
            Arc::new(self.trace_id.finish()),
            Arc::new(self.span_id.finish()),
        ];
        Ok(RecordBatch::try_new(schema(), columns)?)
    }
}

/// What the SDK reports: now and then an error, a failed prerequisite, or its own default.
fn reported(arm: Arm, known: bool, source: &mut impl Rng) -> Arm {
    match source.random_range(0..1000) {
        0..3 => Arm { reason: "error", rule: None, ..arm },
        3..8 => Arm { reason: "prerequisite_failed", rule: None, ..arm },
        8..12 => Arm { reason: "sdk_default", rule: None, ..arm },
        _ if !known && arm.rule == Some("split") => Arm { reason: "fallthrough", rule: None, ..arm },
        _ => arm,
    }
}

/// Microseconds between evaluation and load: seconds as a rule, for one in a hundred up to three days.
fn lag(source: &mut impl Rng) -> i64 {
    if source.random_range(0..100) == 0 {
        source.random_range(3_600_000_000..3 * DAY_MICROS)
    } else {
        source.random_range(500_000..60_000_000)
    }
}

fn attributes(person: u64, source: &mut impl Rng) -> String {
    if source.random_range(0..12) == 0 {
        return "{}".to_owned();
    }
    let country = COUNTRIES.get((person % 8) as usize).unwrap_or(&"US");
    let plan = PLANS.get((person / 8 % 3) as usize).unwrap_or(&"free");
    let minor = source.random_range(0..12);
    format!(r#"{{"user.country":"{country}","user.plan":"{plan}","app.version":"5.{minor}.0"}}"#)
}

/// A ULID (<https://github.com/ulid/spec>): 48 bits of milliseconds and 80 random bits in Crockford's base 32.
fn ulid(millis: i64, source: &mut impl Rng) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let random = u128::from(source.random::<u64>()) << 16 | u128::from(source.random::<u16>());
    let bits = (millis.max(0) as u128) << 80 | random;
    (0..26)
        .rev()
        .filter_map(|place| ALPHABET.get((bits >> (5 * place) & 31) as usize))
        .copied()
        .map(char::from)
        .collect()
}
