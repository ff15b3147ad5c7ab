//! The corpora of attacks, statement by statement: `deny` is refused with a code of the contract, `allow` is answered, `same-as-filtered` is either; and what is answered equals
//! what the oracle answers.
//!
//! One is `tests/safety/corpus.t`. The other, in lines of JSON, is named by `TOLLGATE_ATTACKS`, or stands at `../shared/attacks.jsonl` beside the repository.

use super::oracle::Oracle;
use super::served::{Answer, Failure, Gateway, ask, short};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio_postgres::Client;
use tokio_postgres::error::ErrorPosition;

/// What one statement may take: the role's fifteen seconds, and room for a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(240);

const NAMES: &[&str] = &["42501", "42P01", "42703", "42883", "42P10"];
const KINDS: &[&str] = &["25006", "0A000", "42501", "42601"];
const SYNTAX: &[&str] = &["42601", "0A000", "42883", "42P01"];
const LIMITS: &[&str] = &["53", "54", "57014", "22"];

/// The codes that a class of attack may be refused with; a code of two digits stands for its class.
fn codes(class: &str) -> Vec<&'static str> {
    let sets: &[&[&str]] = match class {
        "col.position" | "col.rename" | "col.meta" | "tbl.name" | "tbl.position" | "tbl.shadow" => &[NAMES, SYNTAX],
        // A session may cancel itself; and a name that two CTEs have after truncation is refused as such.
        "fn" => &[NAMES, KINDS, SYNTAX, &["57014"]],
        "lex" => &[NAMES, KINDS, SYNTAX, &["42712", "22021"]],
        "tbl.sqltext-fn" | "push" => &[NAMES, KINDS, SYNTAX],
        "stmt" | "tbl.cmd" => &[NAMES, KINDS, LIMITS],
        "win" | "dos" => &[LIMITS, SYNTAX, NAMES],
        "row.meta" | "row.shape" | "row.predicate" => &[NAMES, KINDS, LIMITS],
        // Ours are of every class; some are wrong for PostgreSQL, too.
        OWN => &[NAMES, KINDS, SYNTAX, LIMITS, &["42", "3F", "25", "26", "21", "55"]],
        _ => &[],
    };
    sets.concat()
}

/// Statements of which more than one answer is right, each with a query whose rows hold them all.
const ANY_OF: [(&str, &str); 1] = [("ROW-025", "SELECT flag_key FROM exp.flag_evaluations")];

/// The class of the statements in `corpus.t`.
const OWN: &str = "own";

#[derive(Debug)]
pub struct Case {
    pub id: String,
    pub class: String,
    pub sql: String,
    pub expect: String,
}

pub fn corpus() -> Option<Vec<Case>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/attacks.jsonl");
    let path = std::env::var_os("TOLLGATE_ATTACKS").map_or_else(beside, PathBuf::from);
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("SKIPPED: no corpus at {}; name one with TOLLGATE_ATTACKS", path.display());
        return None;
    };
    let case = |line: &str| {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| case[key].as_str().unwrap().to_owned();
        Case { id: text("id"), class: text("class"), sql: text("sql"), expect: text("expect") }
    };
    Some(text.lines().map(case).collect())
}

/// The statements of `tests/safety/corpus.t`, each named by its line.
pub fn own() -> Vec<Case> {
    let lines = include_str!("../../safety/corpus.t").lines().zip(1..);
    let mut class = OWN;
    let case = |(line, number): (&str, usize)| {
        let (verdict, sql) = line.split_once(' ')?;
        if verdict == "#" {
            class = if sql.starts_with("Work without end") { "dos" } else { OWN };
            return None;
        }
        let expect = if verdict == "filtered" { "same-as-filtered" } else { verdict };
        Some(Case {
            id: format!("line {number}"),
            class: class.to_owned(),
            sql: sql.to_owned(),
            expect: expect.to_owned(),
        })
    };
    lines.filter_map(case).collect()
}

/// Numbers with a fraction are summed in another order there than here; such a sum may be a whole number on one side alone. What has more digits than are kept stays as it is.
pub fn rounded(value: &str) -> String {
    let is_whole = value.len() <= 10 && value.parse::<i64>().is_ok_and(|whole| whole.to_string() == value);
    match value.parse::<f64>() {
        Ok(number) if (value.contains('.') || is_whole) && number.is_finite() => format!("{number:.9e}"),
        _ => value.to_owned(),
    }
}

pub fn multiset(rows: &[Vec<Option<String>>]) -> BTreeMap<Vec<Option<String>>, usize> {
    let mut found = BTreeMap::new();
    for row in rows {
        let row = row.iter().map(|value| value.as_deref().map(rounded)).collect();
        *found.entry(row).or_default() += 1;
    }
    found
}

/// Whether the rows are the same: as a multiset, and what is collected in any order by the characters that it is made of. `theirs` has all rows where `LIMIT` chooses some.
pub fn is_same(sql: &str, ours: &[Vec<Option<String>>], theirs: &[Vec<Option<String>>]) -> bool {
    if is_limited(sql).is_some() {
        let theirs = multiset(theirs);
        return multiset(ours).iter().all(|(row, count)| theirs.get(row).is_some_and(|most| count <= most));
    }
    let letters = |rows: &[Vec<Option<String>>]| {
        let mut letters: Vec<char> = rows.iter().flatten().flatten().flat_map(|value| value.chars()).collect();
        letters.sort_unstable();
        letters
    };
    let collects = ["json_agg(", "jsonb_agg(", "array_agg(", "string_agg("].iter().any(|call| sql.contains(call));
    multiset(ours) == multiset(theirs) || (collects && ours.len() == theirs.len() && letters(ours) == letters(theirs))
}

/// The statement without a last `LIMIT n` over rows in no particular order.
pub fn is_limited(sql: &str) -> Option<&str> {
    let (head, tail) = sql.rsplit_once(" LIMIT ")?;
    let ordered = head.rsplit_once("ORDER BY").is_some_and(|(_, order)| !order.contains(')'));
    (!ordered && tail.trim_end_matches([' ', ';', '\n']).chars().all(|c| c.is_ascii_digit())).then_some(head)
}

/// What PostgreSQL answers to anybody, and Tollgate in its own way: the corpus' verdict alone counts.
fn is_own_business(case: &Case) -> bool {
    let own = [
        "pg_",
        "information_schema",
        "current_",
        "session_user",
        "version()",
        "SHOW",
        "EXPLAIN",
        "now()",
        "_privilege",
        "obj_description",
        "col_description",
    ];
    matches!(case.class.as_str(), "benign.catalog" | "benign.driver" | "col.meta" | "row.meta" | "dos")
        || own.iter().any(|word| case.sql.contains(word))
}

fn any_of(case: &Case) -> Option<&'static str> {
    ANY_OF.iter().find(|(id, _)| *id == case.id).map(|(_, sql)| *sql)
}

/// Why an outcome is wrong, if it is.
fn fault(case: &Case, ours: &Answer, theirs: Option<&Answer>) -> Option<String> {
    match (case.expect.as_str(), ours) {
        (_, Err(Failure { sqlstate, message })) if sqlstate.len() != 5 || sqlstate == "XX000" => {
            Some(format!("fails with {sqlstate:?} {message}"))
        }
        ("deny", Ok(_)) if case.class != "dos" => Some("answered".to_owned()),
        ("deny", Err(Failure { sqlstate, message })) => {
            let fits = codes(&case.class).iter().any(|code| sqlstate.starts_with(code));
            (!fits).then(|| format!("refused with {sqlstate} {message}"))
        }
        ("allow", Err(Failure { sqlstate, message })) => Some(format!("refused with {sqlstate} {message}")),
        (_, Err(_)) => None,
        (_, Ok(ours)) => match theirs.filter(|_| !is_own_business(case)) {
            Some(Ok(theirs)) if any_of(case).is_some() => {
                let strange = ours.iter().find(|row| !theirs.contains(row));
                strange.map(|row| format!("answers {}, which the oracle does not", short(row)))
            }
            Some(Ok(theirs)) if !is_same(&case.sql, ours, theirs) => {
                Some(format!("answers {}, the oracle {}", short(ours), short(theirs)))
            }
            Some(Err(Failure { sqlstate, message })) if !sqlstate.starts_with("22") => {
                Some(format!("answers, and the oracle refuses with {sqlstate} {message}"))
            }
            _ => None,
        },
    }
}

/// Names that the role does not see. No error may say one that the statement does not.
const HIDDEN: [&str; 9] = [
    "request_id",
    "trace_id",
    "span_id",
    "context_attributes",
    "secondary_unit_ids",
    "manifest_etag",
    "sdk_version",
    "id_stitching",
    "salaries",
];

/// What of an error's fields no client should be told: where it was raised, what it is about, a name or a value that the statement does not have.
async fn tells_too_much(client: &Client, sql: &str) -> Option<String> {
    // A statement that ends its session has said what it says.
    let error = client.simple_query(sql).await.err()?;
    let error = error.as_db_error()?;
    let fields = [
        error.where_(),
        error.schema(),
        error.table(),
        error.column(),
        error.datatype(),
        error.constraint(),
        error.file(),
        error.routine(),
    ];
    if let Some(field) = fields.into_iter().flatten().next() {
        return Some(format!("the field {field:?}"));
    }
    if error.line().is_some() || matches!(error.position(), Some(ErrorPosition::Internal { .. })) {
        return Some("a place within".to_owned());
    }
    let words =
        [Some(error.message()), error.detail(), error.hint()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    // A name that is written by the numbers of its letters is the statement's own, too.
    if sql.contains("U&") {
        return None;
    }
    let hidden = HIDDEN.iter().find(|name| words.contains(**name) && !sql.to_lowercase().contains(**name));
    hidden.map(|name| format!("{name}: {words}"))
}

/// A hidden column's name, or a hidden row's flag, in an answer to a statement of ours that does not have it.
fn shows(case: &Case, answer: &Answer) -> Option<String> {
    // Flags of other namespaces than the role's: hidden in the evaluations, and in plain sight in the assignments.
    const FLAGS: [&str; 3] = ["ranking-v2", "edge-cache", "welcome-tour"];
    let rows = answer.as_ref().ok().filter(|_| matches!(case.class.as_str(), OWN | "dos"))?;
    let flags = if case.sql.contains("assignments") { &[][..] } else { &FLAGS };
    let mut words = HIDDEN.iter().chain(flags).filter(|word| !case.sql.contains(**word));
    let has = |word: &str| rows.iter().flatten().flatten().any(|value| value.contains(word));
    words.find(|word| has(word)).map(|word| format!("shows {word}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_statement_of_the_corpus_gets_its_verdict() {
    let Some(cases) = corpus() else { return };
    // It takes a bound on the time for none: its table's partitions follow from nothing but their own column.
    judge(&Gateway::of_partitions().await, &cases).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn own_statements_get_their_verdicts() {
    judge(&Gateway::start().await, &own()).await;
}

async fn judge(gateway: &Gateway, cases: &[Case]) {
    let oracle = Oracle::beside(gateway).await;
    let mut faults = Vec::new();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut refusals: Vec<(Duration, &str)> = Vec::new();
    for case in cases {
        let client = gateway.connect().await;
        let started = Instant::now();
        let ours = ask(&client, &case.sql, PATIENCE).await;
        if ours.is_err() && case.class != "dos" {
            refusals.push((started.elapsed(), &case.id));
            faults.extend(tells_too_much(&client, &case.sql).await.map(|what| format!("{} tells {what}", case.id)));
        }
        let theirs = match &oracle {
            Some(oracle) if ours.is_ok() && !is_own_business(case) => {
                let sql = any_of(case).or_else(|| is_limited(&case.sql)).unwrap_or(&case.sql);
                Some(ask(&oracle.connect().await, sql, PATIENCE).await)
            }
            _ => None,
        };
        let outcome = if ours.is_ok() { "answered" } else { "refused" };
        if case.expect == "deny" && ours.is_ok() {
            eprintln!("answered: {}", case.id);
        }
        *counts.entry((&case.expect, outcome)).or_default() += 1;
        if let Some(fault) = fault(case, &ours, theirs.as_ref()).or_else(|| shows(case, &ours)) {
            faults.push(format!("{} {} {}: {fault}: {:.200}", case.id, case.class, case.expect, case.sql));
        }
    }
    refusals.sort();
    eprintln!("slowest refusals: {:?}", refusals.iter().rev().take(8).collect::<Vec<_>>());
    for ((expect, outcome), count) in &counts {
        eprintln!("{expect}: {count} {outcome}");
    }
    eprintln!("{} of {} statements get their verdict", cases.len() - faults.len(), cases.len());
    assert_eq!(ask(&gateway.connect().await, "SELECT 1", PATIENCE).await, Ok(vec![vec![Some("1".to_owned())]]));
    assert!(faults.is_empty(), "{} of {} statements:\n{}", faults.len(), cases.len(), faults.join("\n"));
}
