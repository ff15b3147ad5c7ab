//! The smaller tables: who is in which experiment, what people did, what was measured, and which ids belong together.

use super::DemoError;
use super::parquet_file::ParquetFile;
use super::shape::{Behaviour, FLAGS, Flag, Shape, unit_hash, user_id};
use datafusion::arrow::array::{
    ArrayRef, Decimal128Builder, Float64Builder, RecordBatch, StringBuilder, TimestampMicrosecondBuilder,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};
use rand::{Rng, RngExt};
use std::path::Path;
use std::sync::Arc;

/// Every folder that the sample has.
pub const FOLDERS: [&str; 6] =
    ["flag_evaluations", "id_stitching", "assignments", "events", "metric_revenue", "metric_latency"];

const BATCH: u64 = 16 * 1024;
const DAY_MICROS: i64 = 86_400_000_000;

pub fn write(dir: &Path, shape: &Shape) -> Result<(), DemoError> {
    write_stitching(dir, shape)?;
    write_assignments(dir, shape)?;
    write_activity(dir, shape)
}

fn time_type() -> DataType {
    DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))
}

fn text(name: &str) -> Field {
    Field::new(name, DataType::Utf8, false)
}

fn start(shape: &Shape) -> i64 {
    shape.day(0).and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros()
}

fn length(shape: &Shape) -> i64 {
    i64::from(shape.recipe.days) * DAY_MICROS
}

/// One person in five was seen on a device of their own before they signed in.
fn write_stitching(dir: &Path, shape: &Shape) -> Result<(), DemoError> {
    let schema = Arc::new(Schema::new(vec![
        text("primary_unit_id_hash"),
        text("primary_unit_id_type"),
        text("secondary_unit_id_hash"),
        text("secondary_unit_id_type"),
        Field::new("associated_at", time_type(), false),
    ]));
    let mut file = ParquetFile::create(&dir.join("id_stitching"), "part-0.parquet", schema.clone())?;
    let mut source = shape.source("id_stitching", 0);
    for chunk in chunks(shape.people / 5) {
        let mut strings = std::array::from_fn::<_, 4, _>(|_| StringBuilder::new());
        let mut times = TimestampMicrosecondBuilder::new();
        for person in chunk.map(|number| number * 5) {
            let row =
                [unit_hash(&user_id(person)), "user_id".into(), unit_hash(&format!("d{person}")), "device_id".into()];
            strings.iter_mut().zip(row).for_each(|(builder, value)| builder.append_value(value));
            times.append_value(start(shape) + source.random_range(0..length(shape)));
        }
        let mut columns: Vec<ArrayRef> =
            strings.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef).collect();
        columns.push(Arc::new(times.finish().with_timezone("UTC")));
        file.write(&RecordBatch::try_new(schema.clone(), columns)?)?;
    }
    file.finish()
}

fn experiments() -> impl Iterator<Item = (&'static Flag, &'static str)> {
    FLAGS.iter().filter_map(|flag| match flag.behaviour {
        Behaviour::Experiment { id, .. } => Some((flag, id)),
        Behaviour::Toggle | Behaviour::Rollout | Behaviour::Dead => None,
    })
}

/// When a person enters an experiment: in the first two thirds of the time there is.
fn entry(shape: &Shape, source: &mut impl Rng) -> i64 {
    start(shape) + source.random_range(0..length(shape) * 2 / 3)
}

/// A random source of this person's own, so that two tables agree on what happened to them.
fn entry_of(shape: &Shape, flag: &Flag, person: u64) -> i64 {
    entry(shape, &mut shape.source(flag.key, person))
}

fn write_assignments(dir: &Path, shape: &Shape) -> Result<(), DemoError> {
    let schema = Arc::new(Schema::new(vec![
        text("user_id"),
        text("experiment_id"),
        text("variant_id"),
        Field::new("assigned_at", time_type(), false),
    ]));
    let mut file = ParquetFile::create(&dir.join("assignments"), "part-0.parquet", schema.clone())?;
    for (flag, experiment) in experiments() {
        for chunk in chunks(shape.people) {
            let mut strings = std::array::from_fn::<_, 3, _>(|_| StringBuilder::new());
            let mut times = TimestampMicrosecondBuilder::new();
            for person in chunk {
                let row = [user_id(person), experiment.to_owned(), shape.arm(flag, person, 0).variant.to_owned()];
                strings.iter_mut().zip(row).for_each(|(builder, value)| builder.append_value(value));
                times.append_value(entry_of(shape, flag, person));
            }
            let mut columns: Vec<ArrayRef> =
                strings.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef).collect();
            columns.push(Arc::new(times.finish().with_timezone("UTC")));
            file.write(&RecordBatch::try_new(schema.clone(), columns)?)?;
        }
    }
    file.finish()
}

/// `events`, and the two metric views that are made from the same activity.
fn write_activity(dir: &Path, shape: &Shape) -> Result<(), DemoError> {
    let mut events = Events::create(dir)?;
    let mut revenue = Metric::create(dir, "metric_revenue", "revenue")?;
    let mut latency = Metric::create(dir, "metric_latency", "page_latency_ms")?;
    let mut source = shape.source("events", 0);
    let lifted = FLAGS.iter().find_map(|flag| match flag.behaviour {
        Behaviour::Experiment { lift, .. } if lift > 0.0 => Some((flag, lift)),
        Behaviour::Experiment { .. } | Behaviour::Toggle | Behaviour::Rollout | Behaviour::Dead => None,
    });
    for chunk in chunks(shape.people) {
        for person in chunk {
            // From the moment that a person is treated on, their chance to buy is higher.
            let (changed, lift) = match lifted {
                Some((flag, lift)) if shape.arm(flag, person, 0).variant == "treatment" => {
                    (entry_of(shape, flag, person), lift)
                }
                Some(_) | None => (i64::MAX, 0.0),
            };
            for _ in 0..source.random_range(1..=7) {
                let time = start(shape) + source.random_range(0..length(shape));
                events.append(person, "page_view", None, time);
                latency.append(person, source.random_range(18_000..900_000), time);
                let chance = 0.10 * if time >= changed { 1.0 + lift } else { 1.0 };
                if source.random_range(0..3) == 0 {
                    events.append(person, "add_to_cart", None, time + source.random_range(1_000_000..600_000_000));
                }
                if source.random::<f64>() < chance {
                    let cents = source.random_range(500..20_000);
                    let bought = time + source.random_range(60_000_000..1_800_000_000);
                    events.append(person, "purchase", Some(f64::from(cents) / 100.0), bought);
                    revenue.append(person, i128::from(cents) * 10, bought);
                }
            }
        }
        events.flush()?;
        revenue.flush()?;
        latency.flush()?;
    }
    events.file.finish()?;
    revenue.file.finish()?;
    latency.file.finish()
}

struct Events {
    file: ParquetFile,
    schema: SchemaRef,
    user_id: StringBuilder,
    event_type: StringBuilder,
    event_value: Float64Builder,
    occurred_at: TimestampMicrosecondBuilder,
}

impl Events {
    fn create(dir: &Path) -> Result<Self, DemoError> {
        let schema = Arc::new(Schema::new(vec![
            text("user_id"),
            text("event_type"),
            Field::new("event_value", DataType::Float64, true),
            Field::new("occurred_at", time_type(), false),
        ]));
        Ok(Self {
            file: ParquetFile::create(&dir.join("events"), "part-0.parquet", schema.clone())?,
            schema,
            user_id: StringBuilder::new(),
            event_type: StringBuilder::new(),
            event_value: Float64Builder::new(),
            occurred_at: TimestampMicrosecondBuilder::new(),
        })
    }

    fn append(&mut self, person: u64, kind: &str, value: Option<f64>, time: i64) {
        self.user_id.append_value(user_id(person));
        self.event_type.append_value(kind);
        self.event_value.append_option(value);
        self.occurred_at.append_value(time);
    }

    fn flush(&mut self) -> Result<(), DemoError> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.user_id.finish()),
            Arc::new(self.event_type.finish()),
            Arc::new(self.event_value.finish()),
            Arc::new(self.occurred_at.finish().with_timezone("UTC")),
        ];
        self.file.write(&RecordBatch::try_new(self.schema.clone(), columns)?)
    }
}

struct Metric {
    file: ParquetFile,
    schema: SchemaRef,
    name: &'static str,
    unit_id_hash: StringBuilder,
    unit_id_type: StringBuilder,
    timestamp: TimestampMicrosecondBuilder,
    /// In thousandths.
    metric_value: Decimal128Builder,
    metric_name: StringBuilder,
}

const METRIC_PRECISION: u8 = 18;
const METRIC_SCALE: i8 = 3;

impl Metric {
    fn create(dir: &Path, folder: &str, name: &'static str) -> Result<Self, DemoError> {
        let value = DataType::Decimal128(METRIC_PRECISION, METRIC_SCALE);
        let schema = Arc::new(Schema::new(vec![
            text("unit_id_hash"),
            text("unit_id_type"),
            Field::new("timestamp", time_type(), false),
            Field::new("metric_value", value.clone(), false),
            text("metric_name"),
        ]));
        Ok(Self {
            file: ParquetFile::create(&dir.join(folder), "part-0.parquet", schema.clone())?,
            schema,
            name,
            unit_id_hash: StringBuilder::new(),
            unit_id_type: StringBuilder::new(),
            timestamp: TimestampMicrosecondBuilder::new(),
            metric_value: Decimal128Builder::new().with_data_type(value),
            metric_name: StringBuilder::new(),
        })
    }

    fn append(&mut self, person: u64, thousandths: i128, time: i64) {
        self.unit_id_hash.append_value(unit_hash(&user_id(person)));
        self.unit_id_type.append_value("user_id");
        self.timestamp.append_value(time);
        self.metric_value.append_value(thousandths);
        self.metric_name.append_value(self.name);
    }

    fn flush(&mut self) -> Result<(), DemoError> {
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.unit_id_hash.finish()),
            Arc::new(self.unit_id_type.finish()),
            Arc::new(self.timestamp.finish().with_timezone("UTC")),
            Arc::new(self.metric_value.finish()),
            Arc::new(self.metric_name.finish()),
        ];
        self.file.write(&RecordBatch::try_new(self.schema.clone(), columns)?)
    }
}

/// 0..total in pieces of a batch.
fn chunks(total: u64) -> impl Iterator<Item = std::ops::Range<u64>> {
    (0..total).step_by(BATCH as usize).map(move |start| start..(start + BATCH).min(total))
}
