//! Answers: what the gateway says to a statement is what PostgreSQL says on the same rows.
//!
//! The statements stand in `tests/answers/*.slt` with PostgreSQL's own results. Each file is run on both: on PostgreSQL to prove that the expectations are its own, on the gateway to prove the gateway.
//! `TOLLGATE_RECORD=1` writes PostgreSQL's results into the files.

use crate::gateway::Gateway;
use crate::postgres::Postgres;
use sqllogictest::{DBOutput, DefaultColumnType};
use std::path::PathBuf;
use std::sync::Arc;
use tokio_postgres::{Client, SimpleQueryMessage};

/// The sample tables, with the columns that `admin` sees.
const TABLES: [&str; 6] = [
    "exp.flag_evaluations",
    "exp.id_stitching",
    "exp.assignments",
    "exp.events",
    "exp.metric_revenue",
    "exp.metric_latency",
];

struct Database {
    client: Arc<Client>,
    name: &'static str,
}

/// An error as the files tell it: its SQLSTATE, and PostgreSQL's message.
#[derive(Debug)]
struct Failure(String);

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

#[async_trait::async_trait]
impl sqllogictest::AsyncDB for Database {
    type Error = Failure;
    type ColumnType = DefaultColumnType;

    async fn run(&mut self, sql: &str) -> Result<DBOutput<DefaultColumnType>, Failure> {
        let messages = self.client.simple_query(sql).await.map_err(|error| {
            Failure(error.code().map_or_else(|| error.to_string(), |code| code.code().to_owned()))
        })?;
        let mut types = Vec::new();
        let mut rows = Vec::new();
        for message in messages {
            match message {
                SimpleQueryMessage::RowDescription(columns) => {
                    types = vec![DefaultColumnType::Text; columns.len()];
                    // The columns' names are part of the answer.
                    rows.push(columns.iter().map(|column| column.name().replace(' ', "_")).collect());
                }
                SimpleQueryMessage::Row(row) => {
                    rows.push((0..row.len()).map(|at| shown(row.get(at))).collect());
                }
                _ => {}
            }
        }
        if types.is_empty() { Ok(DBOutput::StatementComplete(0)) } else { Ok(DBOutput::Rows { types, rows }) }
    }

    async fn shutdown(&mut self) {}

    fn engine_name(&self) -> &str {
        self.name
    }
}

fn shown(value: Option<&str>) -> String {
    match value {
        None => "NULL".to_owned(),
        Some("") => "(empty)".to_owned(),
        Some(text) => text.replace('\n', "\\n").replace(' ', "␠"),
    }
}

fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/answers");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "slt"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// Copies the sample tables from the gateway, which proves COPY as well.
async fn load(gateway: &Gateway, postgres: &Postgres) -> Client {
    let oracle = postgres.connect().await;
    oracle.batch_execute("CREATE SCHEMA IF NOT EXISTS exp").await.unwrap();
    let source = gateway.connect("admin").await;
    for table in TABLES {
        let (schema, name) = table.split_once('.').unwrap();
        let columns = source
            .query(
                "SELECT a.attname::text, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
                 JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 ORDER BY a.attnum",
                &[&schema, &name],
            )
            .await
            .unwrap();
        let definition: Vec<String> =
            columns.iter().map(|row| format!("\"{}\" {}", row.get::<_, String>(0), row.get::<_, String>(1))).collect();
        oracle.batch_execute(&format!("CREATE TABLE {table} ({})", definition.join(", "))).await.unwrap();
        copy(&source, &oracle, table).await;
    }
    oracle
}

async fn copy(source: &Client, oracle: &Client, table: &str) {
    use futures::{SinkExt, StreamExt};
    let rows = source.copy_out(&format!("COPY {table} TO STDOUT")).await.unwrap();
    let sink = oracle.copy_in::<_, bytes::Bytes>(&format!("COPY {table} FROM STDIN")).await.unwrap();
    futures::pin_mut!(rows, sink);
    while let Some(block) = rows.next().await {
        sink.send(block.unwrap()).await.unwrap();
    }
    sink.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gateway_answers_as_postgresql_does() {
    let gateway = Gateway::shared();
    let postgres = Postgres::start();
    let oracle = Arc::new(load(gateway, &postgres).await);
    oracle.batch_execute("SET TimeZone = 'UTC'").await.unwrap();
    let mut failures = Vec::new();
    for file in files() {
        if std::env::var_os("TOLLGATE_RECORD").is_some() {
            record(&file, &oracle).await;
        }
        for (name, client) in [("postgresql", Arc::clone(&oracle)), ("tollgate", Arc::new(gateway.connect("admin").await))]
        {
            let mut runner = sqllogictest::Runner::new(move || {
                let client = Arc::clone(&client);
                async move { Ok(Database { client, name }) }
            });
            for record in sqllogictest::parse_file::<DefaultColumnType>(&file).unwrap() {
                if let Err(error) = runner.run_async(record).await {
                    failures.push(format!("{name}: {error}"));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} differences\n{}", failures.len(), failures.join("\n\n"));
}

async fn record(file: &std::path::Path, oracle: &Arc<Client>) {
    let oracle = Arc::clone(oracle);
    let mut runner = sqllogictest::Runner::new(move || {
        let client = Arc::clone(&oracle);
        async move { Ok(Database { client, name: "postgresql" }) }
    });
    runner
        .update_test_file(
            file,
            " ",
            sqllogictest::default_validator,
            sqllogictest::default_normalizer,
            sqllogictest::default_column_validator,
        )
        .await
        .unwrap();
}
