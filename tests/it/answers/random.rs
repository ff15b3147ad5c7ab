//! Random statements, asked of both servers: no wrong answer. A refusal is allowed, and counted by its message.
//!
//! `TOLLGATE_RANDOM=50000 cargo test --test it answers::random -- --nocapture` is the long run; `TOLLGATE_SEED` starts it elsewhere. A statement that differs is shrunk before it is told.

use super::connection::{Answer, Connection, Failure};
use super::fixture::{self, Tollgate};
use super::grammar::Node;
use super::lines;
use crate::postgres::Postgres;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio_postgres::types::Type;

const STATEMENTS: u64 = 200;
const NOT_SUPPORTED: &str = "0A000";

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

/// Whether a value brought it about. That a number can't be an integer is not supported, as PostgreSQL has it.
fn of_data(failure: &Failure) -> bool {
    failure.code.starts_with("22") || (failure.code == NOT_SUPPORTED && failure.message.starts_with("cannot convert "))
}

/// Whether the statement's own words, or a value, brought it about.
fn of_statement(failure: &Failure) -> bool {
    of_data(failure) || failure.code.starts_with("42")
}

/// Whether the answers differ in nothing but what PostgreSQL itself does not promise: which of several equal values stands for all of them where rows are grouped (`1.0` or `1.00`, `0` or `-0`), and the modifier of a type
/// that is known only once its planner has worked a constant condition out.
fn alike(sql: &str, ours: &Answer, theirs: &Answer) -> bool {
    let groups = ["DISTINCT", "UNION", "INTERSECT", "EXCEPT", "GROUP BY"].iter().any(|word| sql.contains(word));
    let chooses = ["CASE", "coalesce"].iter().any(|word| sql.contains(word));
    let plain = |answer: &Answer| {
        let mut answer = answer.clone();
        let columns = answer.columns.iter_mut().flatten();
        for (index, column) in columns.enumerate() {
            if chooses {
                column.typmod = -1;
            }
            let numbers = [Type::NUMERIC, Type::FLOAT4, Type::FLOAT8].iter().any(|ty| ty.oid() == column.oid);
            for cell in answer.rows.iter_mut().filter_map(|row| row[index].as_mut()).filter(|_| groups && numbers) {
                *cell = representative(cell);
            }
        }
        answer
    };
    lines(&plain(ours), true) == lines(&plain(theirs), true)
}

/// A number without its last zeros, and zero without its sign.
fn representative(number: &str) -> String {
    let short = match number.contains('.') && !number.contains('e') {
        true => number.trim_end_matches('0').trim_end_matches('.'),
        false => number,
    };
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

#[derive(Debug, PartialEq)]
enum Verdict {
    Agree,
    BothFail,
    Refused(String),
    /// One of them met a value that an expression fails on, and the other never looked: PostgreSQL works out constants beforehand, and `x / NULL` without its x. The order is nobody's promise.
    Looked,
    Differ(String),
}

struct Both {
    gateway: Connection,
    postgres: Connection,
}

impl Both {
    fn judge(&mut self, sql: &str) -> Verdict {
        let theirs = self.postgres.ask(sql).unwrap_or_else(|error| panic!("PostgreSQL on {sql}: {error}"));
        let ours = self.gateway.ask(sql).unwrap_or_else(|error| panic!("the gateway on {sql}: {error}"));
        match (&ours.error, &theirs.error) {
            (Some(ours), Some(theirs)) if ours.code == theirs.code => Verdict::BothFail,
            // Which of two faults is met first is nobody's promise.
            (Some(ours), Some(theirs)) if of_statement(ours) && of_statement(theirs) => Verdict::BothFail,
            (Some(failure), None) | (None, Some(failure)) if of_data(failure) => Verdict::Looked,
            (Some(failure), _) if failure.code == NOT_SUPPORTED => Verdict::Refused(failure.message.clone()),
            (None, None) if lines(&ours, true) == lines(&theirs, true) => Verdict::Agree,
            (None, None) if alike(sql, &ours, &theirs) => Verdict::Agree,
            _ => Verdict::Differ(format!(
                "  tollgate:   {}\n  postgresql: {}",
                told(&ours, &theirs),
                told(&theirs, &ours)
            )),
        }
    }

    /// The smallest statement found that still differs.
    fn shrink(&mut self, mut node: Node, mut told: String) -> String {
        let mut tries = 400;
        'again: loop {
            for smaller in node.smaller() {
                tries -= 1;
                if tries == 0 {
                    break 'again;
                }
                if let Verdict::Differ(text) = self.judge(&smaller.sql()) {
                    (node, told) = (smaller, text);
                    continue 'again;
                }
            }
            break;
        }
        format!("{}\n{told}", node.sql())
    }
}

/// The header, and the first row that the other has not.
fn told(answer: &Answer, other: &Answer) -> String {
    if let Some(failure) = &answer.error {
        return format!("error {}: {}", failure.code, failure.message);
    }
    let (own, other) = (lines(answer, true), lines(other, true));
    let row = own.iter().skip(1).find(|line| !other.contains(line)).map_or("", |line| line);
    format!("{} rows, {} … {row}", own.len() - 1, own[0])
}

#[derive(Default)]
struct Counts {
    agree: u64,
    both_fail: u64,
    looked: u64,
    refused: BTreeMap<String, u64>,
    differ: Vec<String>,
}

#[tokio::test(flavor = "multi_thread")]
async fn random_statements_mean_the_same() {
    let Some(postgres) = Postgres::start() else { return };
    let gateway = Tollgate::start();
    fixture::load(&gateway, &postgres).await;
    compare(&gateway, &postgres, STATEMENTS);
}

/// Asks both servers so many statements, if the environment does not say otherwise.
pub(super) fn compare(gateway: &Tollgate, postgres: &Postgres, statements: u64) {
    let (first, total) = (number("TOLLGATE_SEED", 1), number("TOLLGATE_RANDOM", statements));
    let next = AtomicU64::new(0);
    let counts = Mutex::new(Counts::default());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let theirs = Connection::open(postgres.port(), "postgres", "", "postgres").unwrap();
                let mut both = Both { gateway: gateway.connect(), postgres: theirs };
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= total {
                        break;
                    }
                    let node = Node::statement(first + number);
                    let verdict = both.judge(&node.sql());
                    let told = match &verdict {
                        Verdict::Differ(told) => Some(both.shrink(node, told.clone())),
                        _ => None,
                    };
                    let mut counts = counts.lock().unwrap();
                    match verdict {
                        Verdict::Agree => counts.agree += 1,
                        Verdict::BothFail => counts.both_fail += 1,
                        Verdict::Looked => counts.looked += 1,
                        Verdict::Refused(reason) => *counts.refused.entry(reason).or_default() += 1,
                        Verdict::Differ(_) => counts.differ.push(format!("seed {}: {}", first + number, told.unwrap())),
                    }
                }
            });
        }
    });
    report(counts.into_inner().unwrap(), first, total);
}

fn report(counts: Counts, first: u64, total: u64) {
    let Counts { agree, both_fail, looked, refused, differ } = counts;
    let found = differ.len();
    eprintln!(
        "{total} statements from seed {first}: {agree} agree, {both_fail} fail on both, {looked} on one, {found} differ"
    );
    // A failure that only one of them has is rare, or there is something wrong.
    assert!(looked * 33 < total, "{looked} of {total} fail on one side alone");
    for (reason, count) in refused {
        eprintln!("{count:6} refused: {reason}");
    }
    assert!(differ.is_empty(), "{} differ\n{}", differ.len(), differ.join("\n"));
}
