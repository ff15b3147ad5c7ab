//! The golden files' texts, judged by others: by PostgreSQL's own grammar, by another Redshift parser, and by running a Redshift's text on a PostgreSQL.

use super::{Fronted, alike, answer};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tokio_postgres::SimpleQueryMessage;

/// One text of the golden files.
struct Sent {
    role: String,
    statement: String,
    dialect: String,
    text: String,
}

fn golden() -> Vec<Sent> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pushdown/dialects");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let mut sent = Vec::new();
    for file in files {
        for case in std::fs::read_to_string(file).unwrap().split("\n\n").map(str::trim) {
            let mut parts = case.split("\n---- ");
            let statement = parts.next().unwrap();
            let (role, statement) = match statement.strip_prefix('@') {
                Some(rest) => rest.split_once('\n').unwrap(),
                None => ("admin", statement),
            };
            for part in parts {
                let (dialect, text) = part.split_once('\n').unwrap();
                if text.starts_with("SELECT") {
                    let own = |text: &str| text.to_owned();
                    sent.push(Sent {
                        role: own(role),
                        statement: own(statement),
                        dialect: own(dialect),
                        text: own(text),
                    });
                }
            }
        }
    }
    sent
}

/// Runs one of the programs of tests/pushdown over lines of JSON; whether it was content, and what it said.
pub fn program(name: &str, arguments: &[&str], lines: &str) -> Option<(bool, String)> {
    let Some(python) = std::env::var_os("TOLLGATE_TEST_PYTHON") else {
        eprintln!("SKIPPED: {name} needs TOLLGATE_TEST_PYTHON, which tests/run sets");
        return None;
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut child = Command::new(python)
        .arg(folder.join("tests/pushdown").join(name))
        .args(arguments)
        .current_dir(folder)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let lines = lines.to_owned();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Some((output.status.success(), String::from_utf8(output.stdout).unwrap()))
}

fn judge(texts: &[(&Sent, String)]) -> Option<(bool, String)> {
    let mut lines = String::new();
    for (sent, text) in texts {
        let line = serde_json::json!({ "dialect": sent.dialect, "role": sent.role, "user": "ann", "text": text });
        writeln!(lines, "{line}").unwrap();
    }
    let arguments =
        ["--functions", "docs/functions.md", "--policies", "policies", "--policies", "tests/pushdown/policies"];
    program("judge.py", &arguments, &lines)
}

#[test]
fn what_is_sent_is_approved_by_other_grammars() {
    let golden = golden();
    let texts: Vec<(&Sent, String)> = golden.iter().map(|sent| (sent, sent.text.clone())).collect();
    for dialect in ["postgres", "redshift"] {
        let count = golden.iter().filter(|sent| sent.dialect == dialect).count();
        assert!(count >= 200, "{count} texts for {dialect}");
    }
    let Some((content, said)) = judge(&texts) else { return };
    assert!(content, "{said}");
}

/// A judge that finds no fault in a bad text proves nothing.
#[test]
fn the_other_grammars_find_what_is_wrong() {
    let golden = golden();
    let faults: [(&str, &str); 12] = [
        (" AND (\"namespace\" = 'checkout')", ""),
        ("(\"namespace\" = 'checkout')", "(\"namespace\" = 'other')"),
        ("\"timestamp\" >=", "\"timestamp\" <="),
        ("\"_partition_date\" >=", "\"_partition_date\" <"),
        ("\"public\".\"flag_evaluations\"", "\"public\".\"salaries\""),
        ("\"flag_key\"", "\"context_attributes\""),
        (" OFFSET 0)", ")"),
        ("SELECT t", "/* x */ SELECT t"),
        ("count(", "pg_read_file("),
        (
            "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(\"unit_id_hash\"::text, 'UTF8')), 'hex')",
            "\"unit_id_hash\"",
        ),
        ("sha2(\"unit_id_hash\"::varchar(65535), 256)", "\"unit_id_hash\""),
        (" FROM (SELECT", " FROM \"public\".\"events\", (SELECT"),
    ];
    for (from, to) in faults {
        let fits = |sent: &&Sent| {
            let whole_window = sent.text.contains("\"timestamp\" < ");
            sent.role == "analyst" && whole_window && sent.text.contains(from) && sent.text.contains("namespace")
        };
        let sent = golden.iter().find(fits).unwrap_or_else(|| panic!("no text has {from}"));
        let text = sent.text.replace(from, to);
        let Some((content, said)) = judge(&[(sent, text.clone())]) else { return };
        assert!(!content, "{from} => {to} is not seen:\n{text}\n{said}");
    }
}

/// The table of `tests/pushdown/policies`, with values that are apt to be taken otherwise: blanks at ends, letters of either case, negative numbers, NULLs.
const PLAIN: &str = "
create schema golden;
create view public.events as select * from exp.events;
create view public.assignments as select * from exp.assignments;
create view public.metric_revenue as select * from exp.metric_revenue;
create view public.flag_evaluations as select * from exp.flag_evaluations;
create table golden.plain (id bigint, owner text, taken_at timestamptz, made_at timestamp, day date, small smallint, whole int,
    exact numeric, wide float8, narrow real, flag bool, label varchar(20), document jsonb, key uuid);
insert into golden.plain select n, (array['a', 'a ', 'A', 'b', '', 'Zoë', 'abc', null])[1 + n % 8],
    timestamptz '2026-11-20 12:00:00+00' + n * interval '7 hours', timestamp '2026-11-20' - n * interval '11 hours',
    date '2026-11-20' - n % 9, n % 5 - 2, nullif(n % 11 - 5, 0), nullif(n % 7, 3) * 1.25, nullif(n % 6, 2) * 2.5 - 3, n % 4,
    (array[true, false, null])[1 + n % 3], (array['a', 'a  ', 'abc', null, 'B'])[1 + n % 5], jsonb_build_object('a', n % 2, 'b', 'x'),
    ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid
from generate_series(1, 60) n;
create table golden.readings as select * from golden.plain;
create function public.sha2(text, int) returns text immutable strict language sql return encode(sha256(convert_to($1, 'UTF8')), 'hex');
";

/// What Redshift would say cannot be had here; what its text says to a PostgreSQL can, where another program can carry it over.
#[tokio::test]
async fn the_texts_for_redshift_answer_on_a_postgres_as_the_statements_do() {
    let golden = golden();
    let asks_the_clock = |text: &str| ["now()", "current_", "local"].iter().any(|word| text.contains(word));
    let texts: Vec<&Sent> = golden
        .iter()
        .filter(|sent| sent.dialect == "redshift" && ["admin", "open"].contains(&sent.role.as_str()))
        .filter(|sent| {
            !asks_the_clock(&sent.statement) && !sent.statement.contains('$') && !sent.statement.contains("--")
        })
        .collect();
    let lines = texts.iter().map(|sent| serde_json::json!(sent.text).to_string() + "\n").collect::<String>();
    let Some((carried, said)) = program("transpile.py", &[], &lines) else { return };
    assert!(carried, "{said}");
    let Some(fronted) = Fronted::start().await else { return };
    let direct = fronted.server.connect().await;
    direct.batch_execute(PLAIN).await.unwrap();
    direct.batch_execute("set timezone = 'UTC'; set search_path = pg_catalog, public").await.unwrap();
    let (mut same, mut foreign, mut different) = (0, Vec::new(), Vec::new());
    for (sent, line) in texts.iter().zip(said.lines()) {
        let text: String = serde_json::from_str(line).unwrap();
        let theirs = match direct.simple_query(&text).await {
            Ok(messages) => rows(messages),
            // What PostgreSQL has no word for.
            Err(error) if error.code().is_some_and(|code| code.code().starts_with("42")) => {
                foreign.push(format!("{}: {}", sent.statement, error.as_db_error().unwrap().message()));
                continue;
            }
            Err(error) => vec![format!("{:?}", error.code())],
        };
        let ours = match answer(&direct, &sent.statement).await {
            Ok(rows) => rows,
            Err(code) => vec![format!("Some({code:?})")],
        };
        let (mut ours, mut theirs) = (
            ours.iter().map(|row| zoneless(row)).collect::<Vec<_>>(),
            theirs.iter().map(|row| zoneless(row)).collect::<Vec<_>>(),
        );
        ours.sort();
        theirs.sort();
        if alike(&ours, &theirs) {
            same += 1;
        } else {
            different.push(format!("{}\n  {text}\n  {ours:?}\n  {theirs:?}", sent.statement));
        }
    }
    eprintln!("{same} answer the same, {} have no form in PostgreSQL:\n{}", foreign.len(), foreign.join("\n"));
    assert!(different.is_empty(), "{} differ:\n{}", different.len(), different.join("\n"));
    assert!(same >= 120, "only {same} were compared");
}

fn rows(messages: Vec<SimpleQueryMessage>) -> Vec<String> {
    let rows = messages.into_iter().filter_map(|message| match message {
        SimpleQueryMessage::Row(row) => {
            Some((0..row.len()).map(|column| row.get(column).unwrap_or("∅")).collect::<Vec<_>>().join("|"))
        }
        _ => None,
    });
    rows.collect()
}

/// The other program makes times without a zone of those that have one, in UTC; and a date a time at midnight.
fn zoneless(row: &str) -> String {
    row.replace("+00", "").replace(" 00:00:00", "")
}
