//! Statements through the binder and the engine, compared with what PostgreSQL answered.
//!
//! A `.t` file holds statements, each with its expected answer after `----`: rows as `psql -A` prints them, NULL as `∅`, or `error: SQLSTATE message`. The answers are PostgreSQL's own: with
//! `TOLLGATE_PSQL` set to a psql command line, the files are written anew from it. A statement that PostgreSQL answers and Tollgate refuses has `refused: SQLSTATE message` instead.

use super::binder::Binder;
use super::scope::{Leaf, Leaves};
use super::typed::BindContext;
use crate::error::{SqlError, SqlResult};
use crate::functions::testing;
use crate::types::text::ColumnWriter;
use crate::types::{Display, PgColumn};
use datafusion::arrow::array::{Array, RecordBatch};
use datafusion::arrow::datatypes::{Field, Schema};
use datafusion::datasource::{MemTable, provider_as_source};
use datafusion::prelude::{SessionConfig, SessionContext};
use datafusion::sql::sqlparser::{ast, dialect::PostgreSqlDialect, parser::Parser};
use guard::policy::RelationName;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

/// The tables, each as a query that PostgreSQL makes a table of too.
const TABLES: [(&str, &str); 4] = [
    (
        "t",
        "SELECT * FROM (VALUES
            (1, 'a', 'x', 10.50::numeric, 1.5::float8, timestamptz '2025-01-01 10:00:00+00', date '2025-01-01', true),
            (2, 'b', 'x', 20.00::numeric, 2.5::float8, timestamptz '2025-01-02 10:00:00+00', date '2025-01-02', false),
            (3, 'c', 'y', 20.0::numeric, NULL, timestamptz '2025-01-03 10:00:00+00', date '2025-01-03', NULL),
            (4, NULL, 'y', NULL, -0.5::float8, timestamptz '2025-01-03 12:00:00+00', NULL, true),
            (5, 'a', NULL, 1.5::numeric, 1.5::float8, NULL, date '2025-01-01', false))
            AS v(id, name, grp, amount, score, at, day, ok)",
    ),
    (
        "u",
        "SELECT * FROM (VALUES (1, 'p', 100), (1, 'q', 200), (2, 'r', 300), (7, 's', NULL), (NULL, 'n', 500))
            AS v(id, tag, val)",
    ),
    ("n", "SELECT * FROM (VALUES (1), (2), (NULL), (2)) AS v(x)"),
    ("e", "SELECT * FROM (VALUES (1, 2)) AS v(x, y) WHERE false"),
];

struct Tables(BTreeMap<String, (Vec<PgColumn>, Arc<MemTable>)>);

impl Leaves for Tables {
    fn leaf(&self, schema: Option<&str>, name: &str, _search_path: &[String]) -> SqlResult<Option<Leaf>> {
        if schema.is_some_and(|schema| schema != "public") {
            return Ok(None);
        }
        Ok(self.0.get(name).map(|(columns, table)| Leaf {
            name: RelationName { schema: "public".to_owned(), name: name.to_owned() },
            is_system_table: false,
            withholds: false,
            columns: columns.clone(),
            source: provider_as_source(Arc::clone(table) as _),
        }))
    }
}

fn parse(sql: &str) -> SqlResult<Box<ast::Query>> {
    let statements = guard::parse::parse(sql, &guard::parse::StatementLimits::default())?;
    match statements.as_slice() {
        [parsed] => parsed.query().cloned().map(Box::new),
        _ => None,
    }
    .ok_or_else(|| SqlError::new(guard::SqlState::SYNTAX_ERROR, "not one query"))
}

fn session() -> SessionContext {
    let mut config = SessionConfig::new().with_target_partitions(2);
    config.options_mut().optimizer.skip_failed_rules = false;
    SessionContext::new_with_config(config)
}

async fn execute(sql: &str, tables: &Tables, context: &BindContext) -> SqlResult<(Vec<PgColumn>, Vec<RecordBatch>)> {
    let query = parse(sql)?;
    let (plan, columns) = Binder::new(context, tables, sql).statement(&query)?;
    let session = session();
    let frame = session.execute_logical_plan(plan).await?;
    let batches = frame.collect().await?;
    for batch in &batches {
        for (field, column) in batch.schema().fields().iter().zip(&columns) {
            assert_eq!(*field.data_type(), column.ty.arrow(), "{} in {sql}", column.name);
        }
    }
    Ok((columns, batches))
}

async fn tables() -> Tables {
    let mut tables = Tables(BTreeMap::new());
    for (name, sql) in TABLES {
        let (columns, batches) = execute(sql, &tables, &testing::context()).await.expect("a table");
        let columns: Vec<PgColumn> =
            (1..).zip(columns).map(|(attnum, column)| PgColumn { table_oid: 1, attnum, ..column }).collect();
        let fields = columns.iter().map(|column| Field::new(&column.name, column.ty.arrow(), true)).collect::<Vec<_>>();
        let schema = Arc::new(Schema::new(fields));
        let batches = batches
            .into_iter()
            .map(|batch| RecordBatch::try_new(Arc::clone(&schema), batch.columns().to_vec()).expect("a batch"))
            .collect();
        let table = MemTable::try_new(schema, vec![batches]).expect("a table");
        tables.0.insert(name.to_owned(), (columns, Arc::new(table)));
    }
    tables
}

/// Rows as `psql -At` prints them.
fn print(columns: &[PgColumn], batches: &[RecordBatch]) -> String {
    let display = Display::default();
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut out = names.join("|") + "\n";
    for batch in batches {
        let writers: Vec<_> = batch
            .columns()
            .iter()
            .zip(columns)
            .map(|(array, column)| ColumnWriter::new(&column.ty, array, &display).expect("a writer"))
            .collect();
        for row in 0..batch.num_rows() {
            for (index, (writer, array)) in writers.iter().zip(batch.columns()).enumerate() {
                if index > 0 {
                    out.push('|');
                }
                if array.is_null(row) {
                    out.push('∅');
                } else {
                    let mut cell = bytes::BytesMut::new();
                    writer.write(row, usize::MAX, &mut cell).expect("a value");
                    out.push_str(std::str::from_utf8(&cell).expect("text"));
                }
            }
            out.push('\n');
        }
    }
    out
}

async fn ours(sql: &str, tables: &Tables) -> String {
    match execute(sql, tables, &testing::context()).await {
        Ok((columns, batches)) => print(&columns, &batches),
        Err(error) => {
            let report = error.report();
            let mut out = format!("error: {} {}\n", report.sqlstate, report.message);
            if report.sqlstate.code() == "XX000"
                && let Some(cause) = &report.cause
            {
                let _ = writeln!(out, "cause: {cause}");
            }
            out
        }
    }
}

/// What PostgreSQL says, by psql.
fn oracle(command: &str, sql: &str) -> String {
    let mut script =
        String::from("\\set VERBOSITY verbose\n\\set SHOW_CONTEXT never\nSET extra_float_digits = 1;\nBEGIN;\n");
    for (name, query) in TABLES {
        let _ = writeln!(script, "CREATE TEMP TABLE {name} AS {query};");
    }
    let _ = writeln!(script, "\\echo @@@\n{sql};");
    let mut parts = command.split_whitespace();
    let program = parts.next().expect("a command");
    let output = std::process::Command::new(program)
        .args(parts)
        .args(["-X", "-A", "-P", "footer=off", "-P", "null=∅", "-q", "-f", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .and_then(|mut child| {
            use std::io::Write;
            child.stdin.take().expect("stdin").write_all(script.as_bytes())?;
            child.wait_with_output()
        })
        .expect("psql runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    if let Some(line) = errors.lines().find(|line| line.contains("ERROR:")) {
        let message = line.split("ERROR:").nth(1).unwrap_or_default().trim();
        let (code, message) = message.split_once(": ").unwrap_or(("?", message));
        return format!("error: {code} {message}\n");
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.split_once("@@@\n").map(|(_, rows)| rows.to_owned()).unwrap_or_default()
}

fn files() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/plan/tests");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "t"))
        .collect();
    files.sort();
    files
}

/// A statement and what is expected of it.
fn cases(text: &str) -> Vec<(String, String)> {
    text.split("\n\n\n")
        .map(str::trim)
        .filter(|case| !case.is_empty())
        .map(|case| match case.split_once("\n----") {
            Some((sql, expected)) => (sql.to_owned(), expected.trim_start_matches('\n').to_owned() + "\n"),
            None => (case.to_owned(), String::new()),
        })
        .collect()
}

/// Without an ORDER BY the order is nobody's.
fn same(sql: &str, expected: &str, answer: &str) -> bool {
    if sql.to_lowercase().contains("order by") {
        return expected == answer;
    }
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
        lines.sort();
        (text.lines().next().map(str::to_owned), lines)
    };
    sorted(expected) == sorted(answer)
}

#[test]
fn statements_answer_as_in_postgresql() {
    let worker = std::thread::Builder::new().stack_size(64 << 20).spawn(|| {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_stack_size(64 << 20)
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(run_files())
    });
    let failures = worker.expect("a thread").join().expect("no panic");
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}

async fn run_files() -> Vec<String> {
    let oracle_command = std::env::var("TOLLGATE_PSQL").ok();
    let tables = tables().await;
    let mut failures = Vec::new();
    for path in files() {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let mut rewritten = String::new();
        for (sql, mut expected) in cases(&text) {
            let answer = ours(&sql, &tables).await;
            if let Some(command) = &oracle_command {
                expected = oracle(command, &sql);
                let refused = answer.strip_prefix("error: 0A000 ").or_else(|| answer.strip_prefix("error: 54001 "));
                if refused.is_some() && !expected.starts_with("error:") {
                    expected = answer.replacen("error:", "refused:", 1);
                }
                let _ = write!(rewritten, "{sql}\n----\n{expected}\n\n");
            }
            let expected_answer = expected.replacen("refused:", "error:", 1);
            if !same(&sql, &expected_answer, &answer) {
                let file = path.file_name().unwrap_or_default().to_string_lossy();
                failures.push(format!("== {file}: {sql}\nexpected:\n{expected}got:\n{answer}"));
            }
        }
        if oracle_command.is_some() {
            std::fs::write(&path, rewritten).expect("a writable file");
        }
    }
    failures
}

#[test]
fn chains_and_trees_are_bounded() {
    let worker = std::thread::Builder::new().stack_size(64 << 20).spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let tables = tables().await;
            let flat = format!("SELECT count(*) FROM t WHERE {}", vec!["id = 1"; 2_000].join(" OR "));
            let bind = |sql: &str| {
                let query = Parser::new(&PostgreSqlDialect {})
                    .with_recursion_limit(10_000)
                    .try_with_sql(sql)
                    .and_then(|mut parser| parser.parse_query())
                    .expect("a query");
                let context = testing::context();
                Binder::new(&context, &tables, sql).statement(&query).map(|_| ())
            };
            bind(&flat).expect("a flat OR is balanced");
            let sum = format!("SELECT {}", vec!["1"; 1_000].join(" + "));
            assert_eq!(bind(&sum).expect_err("too deep").sqlstate().code(), "54001");
            let mut ctes = String::from("WITH c0 AS (SELECT 1 AS x)");
            for index in 1..40 {
                let before = index - 1;
                let _ = write!(ctes, ", c{index} AS (SELECT a.x FROM c{before} a, c{before} b)");
            }
            ctes.push_str(" SELECT * FROM c39");
            assert_eq!(bind(&ctes).expect_err("too large").sqlstate().code(), "54001");
        });
    });
    worker.expect("a thread").join().expect("no panic");
}
