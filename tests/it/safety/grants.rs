//! Generated statements against the oracle that encodes the grants: whatever Tollgate answers is allowed there, and has the same rows.
//!
//! `TOLLGATE_GENERATED=100000 TOLLGATE_SEED=1 cargo test --release --test it safety::grants -- --nocapture` is the long run; it prints its seed and its counts.

use super::generator::Generator;
use super::oracle::Oracle;
use super::served::{Answer, Failure, Gateway, ask, recipe, short};
use super::verdicts::multiset;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio_postgres::Client;
use tollgate::demo::Progress;

/// What one statement may take, and room for a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(240);
/// Statements that run side by side.
const WORKERS: usize = 3;

/// A number from the environment.
pub fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

/// Deals out numbers, and tells now and then how far it is.
pub struct Turn {
    next: AtomicUsize,
    count: usize,
}

impl Turn {
    pub fn new(count: usize) -> Self {
        Self { next: AtomicUsize::new(0), count }
    }

    pub fn next(&self) -> Option<usize> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        if number > 0 && number.is_multiple_of(5_000) && number < self.count {
            eprintln!("{number} of {}", self.count);
        }
        (number < self.count).then_some(number)
    }
}

#[derive(Default)]
struct Tally {
    accepted: usize,
    with_rows: usize,
    inconclusive: usize,
    refused: BTreeMap<String, usize>,
    /// The latest refusal of each kind of message, to see what is over-blocked.
    reasons: BTreeMap<String, (usize, String)>,
    faults: Vec<String>,
}

impl Tally {
    fn add(&mut self, sql: &str, ours: &Answer, theirs: Option<&Answer>) {
        let expected = match (ours, theirs) {
            (Err(Failure { sqlstate, message }), _) if sqlstate.len() != 5 || sqlstate == "XX000" => {
                return self.faults.push(format!("fails with {sqlstate:?} {message}: {sql}"));
            }
            (Err(Failure { sqlstate, message }), _) => {
                let reason = self.reasons.entry(format!("{sqlstate} {message}")).or_default();
                *reason = (reason.0 + 1, sql.to_owned());
                return *self.refused.entry(sqlstate.clone()).or_default() += 1;
            }
            (Ok(_), None) => return,
            (Ok(_), Some(expected)) => expected,
        };
        self.accepted += 1;
        let rows = ours.as_ref().unwrap();
        self.with_rows += usize::from(!rows.is_empty());
        match expected {
            // Each has its own plan.
            Ok(_) if sql.starts_with("EXPLAIN") => {}
            Ok(expected) if multiset(rows) == multiset(expected) => {}
            Ok(expected) => {
                self.faults.push(format!("{} and not {}: {sql}", short(rows), short(expected)));
            }
            // What a value brought about, which only one of them may have looked at, and what took one of them too long.
            Err(Failure { sqlstate, .. })
                if sqlstate.starts_with("22") || ["54000", "57014"].contains(&&**sqlstate) =>
            {
                self.inconclusive += 1;
            }
            Err(Failure { sqlstate, message }) => {
                self.faults.push(format!("answers, and the oracle refuses with {sqlstate} {message}: {sql}"));
            }
        }
    }
}

async fn ready(client: Client) -> Client {
    client.batch_execute("SET statement_timeout = '10s'").await.unwrap();
    client
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn generated_statements_answer_as_the_oracle_does() {
    let (count, seed) = (setting("TOLLGATE_GENERATED", 250), setting("TOLLGATE_SEED", 1));
    let fill = |lake: &std::path::Path| tollgate::demo::make(lake, &recipe(1_500, 30), &Progress::default()).unwrap();
    let gateway = Gateway::over(fill).await;
    let Some(oracle) = Oracle::beside(&gateway).await else { return };
    let mut generator = Generator::new(seed);
    let statements: Vec<String> = (0..count).map(|_| generator.statement()).collect();
    let (turn, tally) = (Turn::new(statements.len()), Mutex::new(Tally::default()));
    let work = async || {
        let (mut ours, mut theirs) = (ready(gateway.connect().await).await, ready(oracle.connect().await).await);
        while let Some(number) = turn.next() {
            let sql = &statements[number];
            if ours.is_closed() {
                ours = ready(gateway.connect().await).await;
            }
            if theirs.is_closed() {
                theirs = ready(oracle.connect().await).await;
            }
            let answer = ask(&ours, sql, PATIENCE).await;
            let expected = if answer.is_ok() { Some(ask(&theirs, sql, PATIENCE).await) } else { None };
            tally.lock().unwrap().add(sql, &answer, expected.as_ref());
        }
    };
    futures::future::join_all((0..WORKERS).map(|_| work())).await;
    let tally = tally.into_inner().unwrap();
    let Tally { accepted, with_rows, inconclusive, refused, reasons, faults } = tally;
    if std::env::var_os("TOLLGATE_REASONS").is_some() {
        let mut reasons: Vec<_> = reasons.into_iter().collect();
        reasons.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        reasons.iter().for_each(|(reason, (count, sql))| eprintln!("{count:5} {reason}: {sql:.600}"));
    }
    eprintln!(
        "seed {seed}: {count} statements, {accepted} accepted, {with_rows} of them with rows, {inconclusive} inconclusive, {} differ; refused: {refused:?}",
        faults.len()
    );
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
    assert!(accepted * 2 >= usize::try_from(count).unwrap(), "only {accepted} of {count} were accepted");
}
