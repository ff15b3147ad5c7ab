//! The same statements with the tables in a PostgreSQL: what the gateway sends there answers as PostgreSQL itself does.
//!
//! One statement in a few is asked by default; `TOLLGATE_PUSHED=all cargo test --test it answers::pushed::files -- --nocapture` asks all of them, and tells how many the warehouse runs whole, and why not the rest.
//! `TOLLGATE_RANDOM=50000 cargo test --test it answers::pushed::random -- --nocapture` is the long run of random statements, which all read a table; it tells how many of them the warehouse ran whole. `TOLLGATE_SEED` chooses
//! others.

use super::connection::Connection;
use super::fixture::{self, Tollgate};
use super::{Case, Expected, Findings, NOT_SUPPORTED, Records, case, differs, files, judge, one_line};
use crate::postgres::Postgres;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Mutex;

/// One statement in so many is asked, if not all are.
const STEP: usize = 20;
/// Random statements, if the environment does not say otherwise.
const RANDOM: u64 = 60;

/// So many texts are judged by PostgreSQL's own grammar.
const JUDGED: usize = 2_000;

/// A server with the tables of the tests, and a gateway in front of it.
async fn fronted() -> Option<(Postgres, Tollgate)> {
    let postgres = Postgres::start()?;
    fixture::load(&Tollgate::start(), &postgres).await;
    let gateway = Tollgate::in_front_of(&postgres);
    Some((postgres, gateway))
}

/// Which statements are asked.
#[derive(Clone, Copy)]
struct Choice {
    step: usize,
    first: usize,
}

impl Choice {
    fn of_environment() -> Self {
        let all = std::env::var("TOLLGATE_PUSHED").is_ok_and(|word| word == "all");
        let seed = std::env::var("TOLLGATE_SEED").map_or(1, |text| text.parse().unwrap());
        Choice { step: if all { 1 } else { STEP }, first: seed }
    }

    fn has(self, number: usize) -> bool {
        number % self.step == self.first % self.step
    }
}

/// How the answers came about.
#[derive(Default)]
struct Places {
    /// The warehouse ran all of it.
    whole: usize,
    /// It reads nothing of the warehouse.
    without: usize,
    /// Why a part ran in the gateway: the statements.
    local: BTreeMap<String, Vec<String>>,
}

impl Places {
    fn tell(&self) -> String {
        let local: usize = self.local.values().map(Vec::len).sum();
        let share = self.whole as f64 * 100.0 / (self.whole + local).max(1) as f64;
        let mut text = format!(
            "{} statements read the warehouse: it runs {} whole ({share:.1} %); {} read nothing of it",
            self.whole + local,
            self.whole,
            self.without
        );
        let mut reasons: Vec<_> = self.local.iter().collect();
        reasons.sort_by_key(|(_, statements)| std::cmp::Reverse(statements.len()));
        for (why, statements) in reasons {
            let _ = write!(text, "\n{:5} {why}\n        {}", statements.len(), statements[0]);
        }
        text
    }

    /// Asks where a statement runs that was answered.
    fn look(&mut self, connection: &mut Connection, sql: &str) {
        let explained = connection.ask(&format!("EXPLAIN (POLICY) {sql}")).unwrap();
        let item = |name: &str| {
            let row = explained.rows.iter().find(|row| row[0].as_deref() == Some(name));
            row.and_then(|row| row[1].clone()).unwrap_or_default()
        };
        match (item("decision").as_str(), item("warehouse").as_str(), item("runs_locally").as_str()) {
            ("allowed", "", _) => self.without += 1,
            ("allowed", _, "") => self.whole += 1,
            ("allowed", ..) => self.local.entry(item("runs_locally_for")).or_default().push(one_line(sql)),
            // Not a query: its effect is on the session.
            _ => {}
        }
    }
}

/// Asks the chosen statements of one file, on a connection of its own. What only has an effect is always asked.
fn check(gateway: &Tollgate, records: &Records, choice: Choice, findings: &Mutex<(Findings, Places)>) {
    let mut connection = gateway.connect();
    for (number, case) in records.iter().filter_map(case).enumerate() {
        if case.expected != Expected::Done && !choice.has(number) {
            continue;
        }
        let asked = connection.ask(case.sql);
        let mut findings = findings.lock().unwrap();
        let (found, places) = &mut *findings;
        found.statements += 1;
        match asked {
            Ok(answer) => match &answer.error {
                Some(failure) if failure.code == NOT_SUPPORTED && case.expected != Expected::Error(NOT_SUPPORTED) => {
                    found.refused.add(&failure.message, one_line(case.sql));
                }
                error => {
                    if error.is_none() && answer.columns.is_some() {
                        places.look(&mut connection, case.sql);
                    }
                    found.differences.extend(differs(&case, &answer));
                }
            },
            Err(error) => {
                let Case { place, sql, .. } = &case;
                found.differences.push(format!("{place}\n  {sql}\n  the connection ended: {error}"));
                connection = gateway.connect();
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_answered_as_postgresql_does() {
    let Some((_postgres, gateway)) = fronted().await else { return };
    let choice = Choice::of_environment();
    let parsed: Vec<Records> = files().iter().map(|file| sqllogictest::parse_file(file).unwrap()).collect();
    let findings = Mutex::default();
    let waiting = Mutex::new(parsed.iter());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().unwrap().next();
                    let Some(records) = next else { break };
                    check(&gateway, records, choice, &findings);
                }
            });
        }
    });
    let (findings, places): (Findings, Places) = findings.into_inner().unwrap();
    eprintln!("{}", places.tell());
    judge(findings, false);
    let local: usize = places.local.values().map(Vec::len).sum();
    assert!(places.whole * 100 >= (places.whole + local) * 95, "less than 95 % of the statements run whole");
}

#[tokio::test(flavor = "multi_thread")]
async fn random_statements_mean_the_same() {
    let Some((postgres, gateway)) = fronted().await else { return };
    super::random::compare(&gateway, &postgres, RANDOM);
    judge_what_was_sent(&gateway);
}

/// The audit log tells what was sent for each statement: how much of them ran at the warehouse, and PostgreSQL's own grammar judges some of the texts.
fn judge_what_was_sent(gateway: &Tollgate) {
    let audit = std::fs::read_to_string(gateway.dir().join("audit.ndjson")).unwrap();
    let (mut whole, mut partly, mut nothing, mut texts) = (0, 0, 0, Vec::new());
    for line in audit.lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        if record["decision"] != "allowed" || record["tables"].as_array().is_none_or(Vec::is_empty) {
            continue;
        }
        match record["pushed_sql"].as_str() {
            None => nothing += 1,
            Some(sent) => {
                let local = record["local_operators"].as_array().is_some_and(|local| !local.is_empty());
                *(if local { &mut partly } else { &mut whole }) += 1;
                texts.extend(sent.split(";\n").map(str::to_owned));
            }
        }
    }
    eprintln!("{whole} statements ran whole at the warehouse, {partly} partly, {nothing} not at all");
    assert!(whole * 10 >= (whole + partly + nothing) * 7, "too few statements prove anything of what is sent");
    let step = texts.len().div_ceil(JUDGED);
    let lines: String = texts
        .iter()
        .step_by(step.max(1))
        .map(|text| {
            let case = serde_json::json!({ "dialect": "postgres", "role": "reader", "user": "reader", "text": text });
            format!("{case}\n")
        })
        .collect();
    let policies = gateway.dir().join("policies");
    let arguments = ["--functions", "docs/functions.md", "--policies", policies.to_str().unwrap()];
    let Some((content, said)) = crate::postgres_warehouse::judged::program("judge.py", &arguments, &lines) else {
        return;
    };
    eprintln!("{}", said.lines().last().unwrap_or_default());
    assert!(content, "{said}");
}
