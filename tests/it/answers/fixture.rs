//! The two servers that are compared, on the same rows: a gateway on Parquet files, and PostgreSQL.

use crate::answers::connection::Connection;
use crate::postgres::Postgres;
use chrono::NaiveDate;
use datafusion::arrow::array::{
    ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, Float32Array, Float64Array, Int16Array,
    Int32Array, Int32Builder, Int64Array, IntervalDayTimeArray, ListBuilder, RecordBatch, StringArray, StringBuilder,
    Time64MicrosecondArray, TimestampMicrosecondArray,
};
use datafusion::arrow::datatypes::IntervalDayTime;
use datafusion::parquet::arrow::ArrowWriter;
use futures::{SinkExt, StreamExt};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio_postgres::{Client, NoTls};
use tollgate::demo::{Progress, Recipe};

const TABLES: [&str; 7] = [
    "exp.flag_evaluations",
    "exp.id_stitching",
    "exp.assignments",
    "exp.events",
    "exp.metric_revenue",
    "exp.metric_latency",
    "exp.every_type",
];

/// Two weeks that end with June 2025: few files, so that a statement is quick.
fn recipe() -> Recipe {
    Recipe { rows: 3_000, seed: 11, last_day: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(), days: 14 }
}

pub struct Tollgate {
    child: Child,
    pub port: u16,
    dir: tempfile::TempDir,
}

impl Drop for Tollgate {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Tollgate {
    pub fn start() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let lake = dir.path().join("lake");
        tollgate::demo::make(&lake, &recipe(), &Progress::default()).unwrap();
        write_every_type(&lake.join("every_type"));
        Self::serve(dir, "kind = \"embedded\"\npath = \"lake\"\n", "")
    }

    /// One whose tables are in that server, as [`load`] puts them there.
    pub fn in_front_of(postgres: &Postgres) -> Self {
        let port = postgres.port();
        let warehouse = format!(
            "kind = \"postgres\"\nhost = \"127.0.0.1\"\nport = {port}\ndatabase = \"postgres\"\nuser = \"postgres\"\ndangerous_writes = true\npool = 8\n"
        );
        Self::serve(tempfile::tempdir().unwrap(), &warehouse, "exp.")
    }

    /// `schema` is what the warehouse's names of tables begin with.
    fn serve(dir: tempfile::TempDir, warehouse: &str, schema: &str) -> Self {
        copy_policies(&dir.path().join("policies"), schema);
        Self::serve_as_it_is(dir, warehouse)
    }

    /// Serves the folders `lake` and `policies` of this one.
    pub fn serve_lake(dir: tempfile::TempDir) -> Self {
        Self::serve_as_it_is(dir, "kind = \"embedded\"\npath = \"lake\"\n")
    }

    fn serve_as_it_is(dir: tempfile::TempDir, warehouse: &str) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let config = dir.path().join("tollgate.toml");
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:{port}\"\n\n[log]\nlevel = \"warn\"\n\n[[warehouse]]\nname = \"lake\"\n{warehouse}"
        );
        std::fs::write(&config, text).unwrap();
        add_user(&config);
        let child = Command::new(env!("CARGO_BIN_EXE_tollgate"))
            .args(["serve", "--config"])
            .arg(&config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::from(std::fs::File::create(dir.path().join("stderr")).unwrap()))
            .spawn()
            .unwrap();
        Self { child, port, dir }
    }

    /// Where its policies and its audit log are.
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    /// A connection, as soon as it answers.
    pub fn connect(&self) -> Connection {
        let until = Instant::now() + Duration::from_secs(30);
        loop {
            match Connection::open(self.port, "reader", "demo", "tollgate") {
                Ok(connection) => return connection,
                Err(error) if Instant::now() > until => panic!("the gateway does not answer: {error}\n{}", self.log()),
                Err(_) => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.dir.path().join("stderr")).unwrap_or_default()
    }

    async fn client(&self) -> Client {
        drop(self.connect());
        let url = format!("host=127.0.0.1 port={} user=reader password=demo dbname=tollgate", self.port);
        let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
        tokio::spawn(connection);
        client
    }
}

fn copy_policies(policies: &Path, schema: &str) {
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    std::fs::create_dir_all(policies.join("tables")).unwrap();
    for (from, to) in [
        ("tests/answers/policies/reader.toml", "reader.toml"),
        ("tests/answers/policies/every_type.toml", "tables/every_type.toml"),
        ("policies/tables/exp.toml", "tables/exp.toml"),
    ] {
        let text = std::fs::read_to_string(repository.join(from)).unwrap();
        let text = text.replace("\nsource = \"", &format!("\nsource = \"{schema}"));
        std::fs::write(policies.join(to), text).unwrap();
    }
}

fn add_user(config: &Path) {
    let mut user = Command::new(env!("CARGO_BIN_EXE_tollgate"))
        .args(["user", "add", "reader", "--role", "reader", "--password-stdin", "--config"])
        .arg(config)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    user.stdin.take().unwrap().write_all(b"demo\n").unwrap();
    assert!(user.wait().unwrap().success(), "the user could not be added");
}

/// Copies every table from the gateway into PostgreSQL, which proves COPY as well.
pub async fn load(gateway: &Tollgate, postgres: &Postgres) {
    let (source, oracle) = (gateway.client().await, postgres.connect().await);
    oracle.batch_execute("CREATE SCHEMA exp").await.unwrap();
    for table in TABLES {
        let (schema, name) = table.split_once('.').unwrap();
        let columns = source
            .query(
                "SELECT quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) FROM pg_attribute a \
                 JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
                 WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 ORDER BY a.attnum",
                &[&schema, &name],
            )
            .await
            .unwrap();
        let columns: Vec<String> = columns.iter().map(|row| row.get(0)).collect();
        oracle.batch_execute(&format!("CREATE TABLE {table} ({})", columns.join(", "))).await.unwrap();
        let rows = source.copy_out(&format!("COPY {table} TO STDOUT")).await.unwrap();
        let sink = oracle.copy_in::<_, bytes::Bytes>(&format!("COPY {table} FROM STDIN")).await.unwrap();
        futures::pin_mut!(rows, sink);
        while let Some(block) = rows.next().await {
            sink.send(block.unwrap()).await.unwrap();
        }
        sink.close().await.unwrap();
    }
    oracle.batch_execute("ANALYZE").await.unwrap();
}

const DAY: i64 = 86_400_000_000;

/// Twelve rows: all NULL, the ends of each type, zero and nothing, and some in between, with ties.
fn write_every_type(folder: &Path) {
    let times = vec![
        None,
        Some(i64::MAX),
        Some(i64::MIN),
        Some(0),
        Some(-1),
        Some(20_000 * DAY + 1),
        Some(20_000 * DAY),
        Some(19_999 * DAY + 86_399_999_999),
        Some(-800_000 * DAY),
        Some(19_782 * DAY + 43_200_000_000),
        Some(20_000 * DAY),
        Some(253_402_300_799_000_000),
    ];
    let decimals = [
        None,
        Some(99_999_999_999_999_999_999_999_999_999_999_999_999),
        Some(-99_999_999_999_999_999_999_999_999_999_999_999_999),
        Some(0),
        Some(-1),
        Some(1_500_000),
        Some(2_500_000),
        Some(-2_500_000),
        Some(1),
        Some(12_345_678_900_000),
        Some(2_500_000),
        Some(1_000_000),
    ];
    let texts = [
        None,
        Some("zebra"),
        Some(""),
        Some("a"),
        Some("A"),
        Some("Äpfel und Öl"),
        Some("it's \"quoted\" \\ back"),
        Some("100%_done"),
        Some("日本語"),
        Some("  spaces  "),
        Some("a"),
        Some("line\nbreak\ttab"),
    ];
    let short = [
        None,
        Some("x"),
        Some(""),
        Some("abc"),
        Some("ABC"),
        Some("é"),
        Some("1"),
        Some("10"),
        Some("2"),
        Some("abc"),
        Some("b c"),
        Some("z"),
    ];
    let json = [
        None,
        Some("null"),
        Some("{}"),
        Some("[]"),
        Some("{\"a\": 1, \"b\": [true, null, \"x\"]}"),
        Some("{\"b\": {\"c\": 1.50}, \"a\": \"é\"}"),
        Some("[1, 2, 3]"),
        Some("\"text\""),
        Some("12.5"),
        Some("{\"a\": null}"),
        Some("true"),
        Some("[{\"a\": 1}, {\"a\": 2}]"),
    ];
    let uuids: Vec<Option<String>> =
        (0..12_u128).map(|row| (row > 0).then(|| uuid::Uuid::from_u128(((row * row) << 64) | 7).to_string())).collect();
    let mut numbers = ListBuilder::new(Int32Builder::new());
    let mut words = ListBuilder::new(StringBuilder::new());
    for row in 0..12 {
        match row {
            0 => {
                numbers.append(false);
                words.append(false);
            }
            1 => {
                numbers.append(true);
                words.append(true);
            }
            _ => {
                numbers.append_value((0..row % 4 + 1).map(|at| if at == 2 { None } else { Some(at * row) }));
                words.append_value([texts[row as usize], Some("b"), None].into_iter().take(row as usize % 4));
            }
        }
    }
    let bytes: Vec<Option<&[u8]>> = texts
        .iter()
        .enumerate()
        .map(|(row, text)| if row == 3 { Some(&[0, 255, 92][..]) } else { text.map(str::as_bytes) })
        .collect();
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", Arc::new(Int32Array::from_iter_values(1..=12))),
        ("b", Arc::new(BooleanArray::from_iter((0..12).map(|row| (row > 0 && row != 7).then_some(row % 3 == 0))))),
        (
            "i2",
            Arc::new(Int16Array::from(vec![
                None,
                Some(i16::MAX),
                Some(i16::MIN),
                Some(0),
                Some(-1),
                Some(1),
                Some(2),
                Some(2),
                Some(3),
                Some(-3),
                Some(100),
                Some(7),
            ])),
        ),
        (
            "i4",
            Arc::new(Int32Array::from(vec![
                None,
                Some(i32::MAX),
                Some(i32::MIN),
                Some(0),
                Some(-1),
                Some(1),
                Some(2),
                Some(2),
                Some(3),
                Some(-3),
                Some(100),
                Some(7),
            ])),
        ),
        (
            "i8",
            Arc::new(Int64Array::from(vec![
                None,
                Some(i64::MAX),
                Some(i64::MIN),
                Some(0),
                Some(-1),
                Some(1),
                Some(2),
                Some(2),
                Some(3),
                Some(-3),
                Some(100),
                Some(7),
            ])),
        ),
        (
            "f4",
            Arc::new(Float32Array::from(vec![
                None,
                Some(f32::MAX),
                Some(f32::MIN_POSITIVE),
                Some(0.0),
                Some(-0.0),
                Some(f32::NAN),
                Some(f32::INFINITY),
                Some(f32::NEG_INFINITY),
                Some(0.1),
                Some(2.5),
                Some(2.5),
                Some(-1e10),
            ])),
        ),
        (
            "f8",
            Arc::new(Float64Array::from(vec![
                None,
                Some(f64::MAX),
                Some(f64::MIN_POSITIVE),
                Some(0.0),
                Some(-0.0),
                Some(f64::NAN),
                Some(f64::INFINITY),
                Some(f64::NEG_INFINITY),
                Some(0.1),
                Some(2.5),
                Some(2.5),
                Some(-1e100),
            ])),
        ),
        ("n", Arc::new(Decimal128Array::from_iter(decimals).with_precision_and_scale(38, 6).unwrap())),
        ("t", Arc::new(StringArray::from_iter(texts))),
        ("vc", Arc::new(StringArray::from_iter(short))),
        ("bp", Arc::new(StringArray::from_iter(short))),
        ("by", Arc::new(BinaryArray::from(bytes))),
        (
            "d",
            Arc::new(Date32Array::from_iter(times.iter().map(|time| {
                time.map(|time| match time {
                    i64::MAX => i32::MAX,
                    i64::MIN => i32::MIN,
                    time => i32::try_from(time.div_euclid(DAY)).unwrap(),
                })
            }))),
        ),
        (
            "tm",
            Arc::new(Time64MicrosecondArray::from_iter(times.iter().map(|time| time.map(|time| time.rem_euclid(DAY))))),
        ),
        ("ts", Arc::new(TimestampMicrosecondArray::from(times.clone()))),
        ("tz", Arc::new(TimestampMicrosecondArray::from(times).with_timezone("UTC"))),
        (
            "iv",
            Arc::new(IntervalDayTimeArray::from_iter(
                (0..12)
                    .map(|row| (row > 0).then(|| IntervalDayTime::new(row % 5 - 2, (row % 3 - 1) * 3_723_004 * row))),
            )),
        ),
        ("j", Arc::new(StringArray::from_iter(json))),
        ("jb", Arc::new(StringArray::from_iter(json))),
        ("u", Arc::new(StringArray::from_iter(uuids))),
        ("ia", Arc::new(numbers.finish())),
        ("ta", Arc::new(words.finish())),
    ];
    let batch =
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, column)| (name, column, true)))
            .unwrap();
    std::fs::create_dir_all(folder).unwrap();
    let file = std::fs::File::create(folder.join("part-0.parquet")).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}
