//! PostgreSQL's own regression suite: what its files load is loaded into PostgreSQL, and from there into the gateway's embedded warehouse; then each SELECT of theirs is asked of both.
//!
//! `tests/regression` fetches the suite and runs this; without `TOLLGATE_REGRESSION`, the folder of its files, there is nothing to do. A file runs in stretches: one ends where a table's name is
//! taken a second time. Within a stretch all that changes data runs first, so that both servers hold the same rows when the questions come.

mod load;
mod script;

use super::connection::{Answer, Connection};
use super::fixture::Tollgate;
use super::{lines, one_line};
use crate::postgres::Postgres;
use load::Loaded;
use script::{Script, Statement, Stretch};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files whose SELECTs are counted.
const FILES: [&str; 24] = [
    "select",
    "select_distinct",
    "select_distinct_on",
    "select_having",
    "select_implicit",
    "select_into",
    "select_parallel",
    "select_views",
    "join",
    "aggregates",
    "window",
    "subselect",
    "union",
    "case",
    "strings",
    "numeric",
    "float8",
    "date",
    "timestamp",
    "timestamptz",
    "interval",
    "jsonb",
    "groupingsets",
    "limit",
];

/// As the suite's own runner sets them, but for PST8PDT: to newer zone data that is another name of this zone, to older data one without a history.
const SETTINGS: &str =
    "SET DateStyle = 'Postgres, MDY'; SET TimeZone = 'America/Los_Angeles'; SET IntervalStyle = 'postgres_verbose'";

#[derive(Debug)]
enum Verdict {
    /// The same names, types and rows.
    Agree,
    /// The same SQLSTATE.
    FailAlike,
    /// PostgreSQL answers, and the gateway says that it does not support it: 0A000, or a function, type or operator that it has not.
    Refused(String),
    /// Known, with its reason: see [`OPEN`].
    Open,
    Differ(String),
}

/// Statements that PostgreSQL is free to answer otherwise, by file and the line that each starts on, and why.
const OPEN: &[(&str, &[u32], &str)] = &[
    ("case", &[72], "PostgreSQL works out 1/0 beforehand, though no row comes to it, and says so in its documentation"),
    ("limit", &[177], "which of two reasons is told first"),
    ("window", &[962], "which of two reasons is told first"),
];

/// Statements whose answer hangs on the order of rows that are equal in ORDER BY. Both servers are asked with the tie broken: the first text is replaced by the second.
const TIED: &[(&str, &[u32], &str, &str)] = &[
    ("window", &[78], "ORDER BY ten", "ORDER BY ten, unique1"),
    (
        "window",
        &[80],
        "PARTITION BY four",
        "PARTITION BY four ORDER BY unique1 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
    ),
    ("window", &[186, 190, 194, 198, 234, 238, 242, 552], "over (rows", "over (order by unique1 rows"),
    ("window", &[262], "order by four", "order by four, unique1"),
    ("window", &[480], "first_value(y) over w, last_value(y) over w", "min(y) over w, max(y) over w"),
    ("window", &[714, 744, 754], "first_value(id) over w, last_value(id) over w", "min(id) over w, max(id) over w"),
    ("window", &[850, 855], "order by enroll_date", "order by enroll_date, empno"),
    ("window", &[1209], "OVER (PARTITION BY depname) rn", "OVER (PARTITION BY depname ORDER BY empno) rn"),
    ("window", &[1297], "ORDER BY enroll_date", "ORDER BY enroll_date, empno"),
];

/// The statement as it is asked.
fn untied(file: &str, statement: &Statement) -> String {
    let known = TIED.iter().find(|(name, lines, ..)| *name == file && lines.contains(&statement.line));
    let Some((_, _, tied, untied)) = known else { return statement.text.clone() };
    let text = one_line(&statement.text);
    assert!(text.contains(tied), "{file}:{} has no {tied:?}", statement.line);
    text.replace(tied, untied)
}

fn is_open(file: &str, line: u32) -> bool {
    OPEN.iter().any(|(name, lines, _)| *name == file && lines.contains(&line))
}

fn judge(file: &str, line: u32, ours: &Answer, theirs: &Answer) -> Verdict {
    // Not supported, not there, or beyond a limit of the gateway's: its time, its memory, how deep a value may be.
    let missing = |code: &str| {
        matches!(code, "0A000" | "42883" | "42704" | "25006" | "42P01" | "54000" | "54001" | "53200" | "57014")
    };
    match (&ours.error, &theirs.error) {
        // Without ORDER BY the rows come in any order, and with it those that are equal.
        (None, None) if lines(ours, true) == lines(&plain_rows(theirs), true) => Verdict::Agree,
        (Some(ours), Some(theirs)) if ours.code == theirs.code => Verdict::FailAlike,
        (Some(ours), _) if missing(&ours.code) => Verdict::Refused(format!("{} {}", ours.code, ours.message)),
        _ if is_open(file, line) => Verdict::Open,
        _ => Verdict::Differ(format!("    tollgate:   {}\n    postgresql: {}", told(ours, theirs), told(theirs, ours))),
    }
}

/// A table's own row type has a number of that database's alone; to the gateway a row is a record.
fn plain_rows(answer: &Answer) -> Answer {
    const FIRST_OF_USERS: u32 = 16_384;
    const RECORD: u32 = 2249;
    let mut answer = answer.clone();
    for column in answer.columns.iter_mut().flatten().filter(|column| column.oid >= FIRST_OF_USERS) {
        column.oid = RECORD;
    }
    answer
}

/// An error, or the first line that the other has not.
fn told(answer: &Answer, other: &Answer) -> String {
    if let Some(failure) = &answer.error {
        return format!("error {}: {}", failure.code, failure.message);
    }
    let (own, other) = (lines(&plain_rows(answer), true), lines(&plain_rows(other), true));
    let line = own.iter().find(|line| !other.contains(line)).map_or("", |line| line);
    format!("{} rows … {line}", own.len() - 1)
}

#[derive(Default)]
struct Counts {
    agree: usize,
    fail_alike: usize,
    open: usize,
    refused: usize,
    reasons: BTreeMap<String, usize>,
    differences: Vec<String>,
}

impl Counts {
    fn add(&mut self, file: &str, statement: &Statement, verdict: Verdict) {
        let tell = |what: &str, why: &str| {
            let text = format!("{file}:{} {}\n{why}", statement.line, one_line(&statement.text));
            if std::env::var_os("TOLLGATE_REGRESSION_TELL").is_some() {
                eprintln!("{what}: {text}");
            }
            text
        };
        match verdict {
            Verdict::Agree => self.agree += 1,
            Verdict::FailAlike => self.fail_alike += 1,
            Verdict::Open => self.open += 1,
            Verdict::Refused(reason) => {
                tell("refused", &format!("    {reason}"));
                self.refused += 1;
                *self.reasons.entry(reason).or_default() += 1;
            }
            Verdict::Differ(why) => self.differences.push(tell("differs", &why)),
        }
    }

    fn join(&mut self, other: Self) {
        let Self { agree, fail_alike, open, refused, reasons, differences } = other;
        self.agree += agree;
        self.fail_alike += fail_alike;
        self.open += open;
        self.refused += refused;
        reasons.into_iter().for_each(|(reason, count)| *self.reasons.entry(reason).or_default() += count);
        self.differences.extend(differences);
    }

    fn tell(&self, name: &str) {
        let Self { agree, fail_alike, open, refused, reasons: _, differences } = self;
        eprintln!("{name:20} {agree:6} {fail_alike:6} {open:6} {refused:8} {:7}", differences.len());
    }
}

/// What a stretch asks, of both.
fn ask(file: &str, stretch: &Stretch, loaded: &Loaded, mut ours: Connection, mut theirs: Connection) -> Counts {
    let mut counts = Counts::default();
    for connection in [&mut ours, &mut theirs] {
        connection.ask(SETTINGS).unwrap();
        connection.ask("SET statement_timeout = '30s'").unwrap();
    }
    for statement in &stretch.questions {
        if statement.is_setting() {
            // What the gateway can't be told is not said to PostgreSQL either, unless it is about plans alone.
            let told = ours.ask(&statement.text).unwrap();
            if told.error.is_none() || statement.is_about_plans() {
                let _ = theirs.ask(&statement.text).unwrap();
            }
            continue;
        }
        let text = untied(file, statement);
        let expected = theirs.ask(&text).unwrap();
        let told = ours.ask(&loaded.with_literal_tables(&text)).unwrap();
        counts.add(file, statement, judge(file, statement.line, &told, &expected));
    }
    counts
}

async fn run_file(suite: &Path, file: &str, postgres: &Postgres) -> Counts {
    let script = Script::read(&suite.join("sql").join(format!("{file}.sql")));
    let mut all = Counts::default();
    let database = format!("regression_{file}");
    postgres.connect().await.batch_execute(&format!("CREATE DATABASE {database} TEMPLATE regression")).await.unwrap();
    for stretch in script.stretches() {
        load::run_script(suite, postgres, &database, &stretch.changes);
        if stretch.questions.iter().all(Statement::is_setting) {
            continue;
        }
        let dir = tempfile::tempdir().unwrap();
        let mut source = Connection::open(postgres.port(), "postgres", "", &database).unwrap();
        let loaded = load::carry_over(&mut source, dir.path());
        let gateway = Tollgate::serve_lake(dir);
        let theirs = Connection::open(postgres.port(), "postgres", "", &database).unwrap();
        all.join(ask(file, &stretch, &loaded, gateway.connect(), theirs));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn the_regression_suite_of_postgresql() {
    let Some(suite) = std::env::var_os("TOLLGATE_REGRESSION").map(PathBuf::from) else {
        eprintln!("SKIPPED: tests/regression fetches PostgreSQL's regression suite and runs it");
        return;
    };
    let Some(postgres) = Postgres::start() else { return };
    postgres.connect().await.batch_execute("CREATE DATABASE regression").await.unwrap();
    let common = std::fs::read_to_string(suite.join("sql/test_setup.sql")).unwrap();
    load::run_script(&suite, &postgres, "regression", &common);
    let wanted = std::env::var("TOLLGATE_REGRESSION_FILES").unwrap_or_default();
    eprintln!("{:20} {:>6} {:>6} {:>6} {:>8} {:>7}", "file", "agree", "fail", "open", "refused", "differ");
    let mut sum = Counts::default();
    for file in FILES.iter().filter(|file| wanted.is_empty() || wanted.split(',').any(|name| name == **file)) {
        let counts = run_file(&suite, file, &postgres).await;
        counts.tell(file);
        sum.join(counts);
    }
    sum.tell("all");
    let asked = sum.agree + sum.fail_alike + sum.open + sum.refused + sum.differences.len();
    let share = |count: usize| 100.0 * count as f64 / asked.max(1) as f64;
    eprintln!(
        "of {asked} SELECTs {:.1} % agree, {:.1} % fail on both alike, {:.1} % are refused, {} are open, {} differ",
        share(sum.agree),
        share(sum.fail_alike),
        share(sum.refused),
        sum.open,
        sum.differences.len()
    );
    let Counts { reasons, differences, .. } = sum;
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    reasons.iter().for_each(|(reason, count)| eprintln!("{count:6} refused: {reason}"));
    assert!(differences.is_empty(), "{} differ\n{}", differences.len(), differences.join("\n"));
}
