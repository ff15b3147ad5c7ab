//! Answers: what the gateway says to a statement is what PostgreSQL says on the same rows, or that it does not support it.
//!
//! The statements stand in `tests/answers/*.slt` with PostgreSQL's own results: the columns' names and types, the rows, or the SQLSTATE. Each file is run on both servers: on PostgreSQL to prove that
//! the expectations are its own, on the gateway to prove the gateway. A statement that the gateway refuses with 0A000 must stand in `tests/answers/refused.txt`.
//! `TOLLGATE_RECORD=1` writes PostgreSQL's results and the list of refusals; `TOLLGATE_ANSWERS=name` runs only the files whose name contains `name`.

mod connection;
mod fixture;
mod grammar;
mod pushed;
mod random;
mod regression;

use crate::postgres::Postgres;
use connection::{Answer, Connection};
use fixture::Tollgate;
use sqllogictest::{DefaultColumnType, ExpectedError, QueryExpect, Record, SortMode, StatementExpect};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

type Records = Vec<Record<DefaultColumnType>>;

const NOT_SUPPORTED: &str = "0A000";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/answers")
}

fn files() -> Vec<PathBuf> {
    let wanted = std::env::var("TOLLGATE_ANSWERS").unwrap_or_default();
    let mut files: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "slt"))
        .filter(|path| path.to_str().unwrap().contains(&wanted))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no file's name contains {wanted:?}");
    files
}

/// One statement of a file.
struct Case<'a> {
    place: String,
    sql: &'a str,
    /// What the file says: the sort mode, and the lines or the error.
    sort: bool,
    expected: Expected<'a>,
}

#[derive(PartialEq)]
enum Expected<'a> {
    Lines(&'a [String]),
    Done,
    Error(&'a str),
}

fn case(record: &Record<DefaultColumnType>) -> Option<Case<'_>> {
    match record {
        Record::Query { loc, sql, expected, .. } => {
            let sort = matches!(expected, QueryExpect::Results { sort_mode: Some(SortMode::RowSort), .. });
            let expected = match expected {
                QueryExpect::Results { results, .. } => Expected::Lines(results),
                QueryExpect::Error(error) => Expected::Error(code(error)),
            };
            Some(Case { place: loc.to_string(), sql, sort, expected })
        }
        Record::Statement { loc, sql, expected, .. } => {
            let expected = match expected {
                StatementExpect::Error(error) => Expected::Error(code(error)),
                StatementExpect::Ok | StatementExpect::Count(_) => Expected::Done,
            };
            Some(Case { place: loc.to_string(), sql, sort: false, expected })
        }
        Record::Comment(_) | Record::Newline => None,
        other => panic!("these files have statements and queries only: {other}"),
    }
}

fn code(error: &ExpectedError) -> &str {
    match error {
        ExpectedError::SqlState(code) => code,
        other => panic!("an error is told by its SQLSTATE, as in (22012): {other:?}"),
    }
}

/// An answer as the files tell it: a line of names and types, then a line per row.
fn lines(answer: &Answer, sort: bool) -> Vec<String> {
    let columns = answer.columns.as_deref().unwrap_or_default();
    let header: Vec<String> =
        columns.iter().map(|column| format!("{}:{}", visible(&column.name), column.type_name())).collect();
    let row = |row: &Vec<Option<String>>| {
        let cells: Vec<String> = row.iter().map(|cell| shown(cell.as_deref())).collect();
        if cells.is_empty() { "(no columns)".to_owned() } else { cells.join(" | ") }
    };
    let mut rows: Vec<String> = answer.rows.iter().map(row).collect();
    if sort {
        rows.sort();
    }
    let header = if header.is_empty() { "(no columns)".to_owned() } else { header.join(" | ") };
    std::iter::once(header).chain(rows).collect()
}

fn shown(value: Option<&str>) -> String {
    match value {
        None => "NULL".to_owned(),
        Some("") => "(empty)".to_owned(),
        Some(text) => visible(text),
    }
}

/// A value on one line, with its blanks at both ends.
fn visible(text: &str) -> String {
    let escaped = text.replace('\n', "\\n").replace('\t', "\\t").replace('\r', "\\r");
    let (inner, blanks) = (escaped.trim_matches(' '), |count: usize| "␠".repeat(count));
    let leading = escaped.len() - escaped.trim_start_matches(' ').len();
    if inner.is_empty() {
        return blanks(escaped.len());
    }
    format!("{}{inner}{}", blanks(leading), blanks(escaped.len() - leading - inner.len()))
}

fn differs(case: &Case<'_>, answer: &Answer) -> Option<String> {
    let told = match (&answer.error, &answer.columns) {
        (Some(failure), _) => match case.expected {
            Expected::Error(code) if code == failure.code => return None,
            _ => format!("error {}: {}", failure.code, failure.message),
        },
        (None, None) if case.expected == Expected::Done => return None,
        (None, None) => "no rows and no error".to_owned(),
        (None, Some(_)) => {
            let lines = lines(answer, case.sort);
            match case.expected {
                Expected::Lines(expected) if expected == lines => return None,
                // A statement that is there for its effect.
                Expected::Done => return None,
                _ => first_difference(&case.expected, &lines),
            }
        }
    };
    let expected = match &case.expected {
        Expected::Lines(lines) => lines.iter().take(4).fold(String::new(), |all, line| all + "\n    " + line),
        Expected::Done => " no rows".to_owned(),
        Expected::Error(code) => format!(" error {code}"),
    };
    Some(format!("{}\n  {}\n  expected:{expected}\n  told: {told}", case.place, case.sql.replace('\n', "\n  ")))
}

fn first_difference(expected: &Expected<'_>, lines: &[String]) -> String {
    let Expected::Lines(expected) = expected else {
        return lines.iter().take(4).cloned().collect::<Vec<_>>().join("\n    ");
    };
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        if expected.get(at) != Some(line) {
            let _ =
                write!(text, "\n    line {at}: {line}\n     but: {}", expected.get(at).map_or("nothing", |line| line));
            break;
        }
    }
    let _ = write!(text, "\n    ({} lines, {} expected)", lines.len(), expected.len());
    text
}

/// The statements that the gateway does not support, by its own words.
#[derive(Default)]
struct Refused(BTreeMap<String, BTreeSet<String>>);

impl Refused {
    fn read() -> Self {
        let mut refused = Self::default();
        let mut reason = String::new();
        for line in std::fs::read_to_string(folder().join("refused.txt")).unwrap_or_default().lines() {
            match line.strip_prefix("  ") {
                Some(sql) => refused.add(&reason, sql.to_owned()),
                None => reason = line.to_owned(),
            }
        }
        refused
    }

    fn add(&mut self, reason: &str, sql: String) {
        self.0.entry(reason.to_owned()).or_default().insert(sql);
    }

    fn contains(&self, sql: &str) -> bool {
        self.0.values().any(|statements| statements.contains(sql))
    }

    fn statements(&self) -> impl Iterator<Item = &String> {
        self.0.iter().filter(|(reason, _)| !reason.starts_with('#')).flat_map(|(_, statements)| statements)
    }

    fn len(&self) -> usize {
        self.0.values().map(BTreeSet::len).sum()
    }

    fn write(&self) {
        let mut text = "# What PostgreSQL answers and the gateway refuses with 0A000, by its message. Recorded, as the answers are.\n".to_owned();
        for (reason, statements) in self.0.iter().filter(|(reason, _)| !reason.starts_with('#')) {
            let _ = writeln!(text, "{reason}");
            statements.iter().for_each(|sql| {
                let _ = writeln!(text, "  {sql}");
            });
        }
        std::fs::write(folder().join("refused.txt"), text).unwrap();
    }
}

fn one_line(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What one run found.
#[derive(Default)]
struct Findings {
    statements: usize,
    differences: Vec<String>,
    refused: Refused,
}

impl Findings {
    /// All statements were asked: what stands in refused.txt was refused.
    fn expect_refusals(&mut self) {
        for sql in Refused::read().statements().filter(|sql| !self.refused.contains(sql)) {
            self.differences.push(format!("in refused.txt, and not refused any more: {sql}"));
        }
    }
}

/// Runs one file on the gateway, on a connection of its own.
fn check(gateway: &Tollgate, records: &Records, findings: &Mutex<Findings>) {
    let mut connection = gateway.connect();
    for case in records.iter().filter_map(case) {
        let asked = connection.ask(case.sql);
        let mut findings = findings.lock().unwrap();
        findings.statements += 1;
        match asked {
            Ok(Answer { error: Some(failure), .. })
                if failure.code == NOT_SUPPORTED && case.expected != Expected::Error(NOT_SUPPORTED) =>
            {
                findings.refused.add(&failure.message, one_line(case.sql));
            }
            Ok(answer) => findings.differences.extend(differs(&case, &answer)),
            Err(error) => {
                let place = &case.place;
                findings.differences.push(format!("{place}\n  {}\n  the connection ended: {error}", case.sql));
                connection = gateway.connect();
            }
        }
    }
}

/// What PostgreSQL says now is what the file says that it says.
fn check_recording(postgres: &mut Connection, records: &Records) -> Vec<String> {
    let differences = records.iter().filter_map(case).filter_map(|case| {
        let answer = postgres.ask(case.sql).unwrap_or_else(|error| panic!("PostgreSQL at {}: {error}", case.place));
        differs(&case, &answer).map(|difference| format!("PostgreSQL itself at {difference}"))
    });
    differences.collect()
}

/// The same statement with PostgreSQL's answer.
fn recorded(postgres: &mut Connection, mut record: Record<DefaultColumnType>) -> Record<DefaultColumnType> {
    let Some(case) = case(&record) else { return record };
    let sort = case.sort;
    let answer = postgres.ask(case.sql).unwrap_or_else(|error| panic!("PostgreSQL at {}: {error}", case.place));
    let state = answer.error.as_ref().map(|failure| ExpectedError::SqlState(failure.code.clone()));
    match &mut record {
        Record::Statement { expected, .. } => *expected = state.map_or(StatementExpect::Ok, StatementExpect::Error),
        Record::Query { expected, .. } => {
            let results = || QueryExpect::Results {
                types: types(&answer),
                sort_mode: sort.then_some(SortMode::RowSort),
                result_mode: None,
                label: None,
                results: lines(&answer, sort),
            };
            *expected = state.map_or_else(results, QueryExpect::Error);
        }
        _ => {}
    }
    record
}

/// The letters of the file format, of which there is at least one.
fn types(answer: &Answer) -> Vec<DefaultColumnType> {
    let letter = |column: &connection::Column| match column.type_name().split('(').next() {
        Some("int2" | "int4" | "int8") => DefaultColumnType::Integer,
        Some("float4" | "float8" | "numeric") => DefaultColumnType::FloatingPoint,
        Some("text" | "varchar" | "bpchar" | "name") => DefaultColumnType::Text,
        _ => DefaultColumnType::Any,
    };
    let types: Vec<_> = answer.columns.iter().flatten().map(letter).collect();
    if types.is_empty() { vec![DefaultColumnType::Any] } else { types }
}

fn record(postgres: &mut Connection, file: &Path) {
    let records = sqllogictest::parse_file::<DefaultColumnType>(file).unwrap();
    let text = records.into_iter().map(|record| recorded(postgres, record)).fold(String::new(), |mut text, record| {
        // The two of them that write their own end of line.
        let _ = match record {
            Record::Newline => writeln!(text),
            record => writeln!(text, "{record}"),
        };
        text
    });
    std::fs::write(file, text.trim_end().to_owned() + "\n").unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gateway_answers_as_postgresql_does() {
    let Some(postgres) = Postgres::start() else { return };
    let gateway = Tollgate::start();
    fixture::load(&gateway, &postgres).await;
    let recording = std::env::var_os("TOLLGATE_RECORD").is_some();
    let ask_postgres = || Connection::open(postgres.port(), "postgres", "", "postgres").unwrap();
    let files = files();
    if recording {
        files.iter().for_each(|file| record(&mut ask_postgres(), file));
    }
    let parsed: Vec<Records> = files.iter().map(|file| sqllogictest::parse_file(file).unwrap()).collect();
    let findings = Mutex::new(Findings::default());
    let waiting = Mutex::new(parsed.iter());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().unwrap().next();
                    let Some(records) = next else { break };
                    check(&gateway, records, &findings);
                }
            });
        }
        for records in &parsed {
            let stale = check_recording(&mut ask_postgres(), records);
            findings.lock().unwrap().differences.extend(stale);
        }
    });
    let mut findings = findings.into_inner().unwrap();
    if !recording && std::env::var_os("TOLLGATE_ANSWERS").is_none() {
        findings.expect_refusals();
    }
    judge(findings, recording);
}

fn judge(findings: Findings, recording: bool) {
    let Findings { statements, mut differences, refused } = findings;
    if recording && std::env::var_os("TOLLGATE_ANSWERS").is_none() {
        refused.write();
    }
    let known = Refused::read();
    for sql in refused.0.values().flatten().filter(|sql| !known.contains(sql)) {
        differences.push(format!("refused, and not in refused.txt: {sql}"));
    }
    eprintln!("{statements} statements: {} refused as not supported, {} differ", refused.len(), differences.len());
    assert!(differences.is_empty(), "{} differences\n\n{}", differences.len(), differences.join("\n\n"));
}
