//! Generated statements against the oracle that encodes the grants: whatever Tollgate answers is allowed there, and has the same rows.
//!
//! `TOLLGATE_GENERATED=100000 TOLLGATE_SEED=1 cargo test --test it safety::grants -- --nocapture` is the long run; it prints its seed and its counts.

use super::generator::Generator;
use super::oracle::Oracle;
use super::served::{Failure, Gateway, ask, short};
use super::verdicts::is_same;
use std::collections::BTreeMap;
use std::time::Duration;

/// A number from the environment.
pub fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().map_or(default, |text| text.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn generated_statements_answer_as_the_oracle_does() {
    let (count, seed) = (setting("TOLLGATE_GENERATED", 200), setting("TOLLGATE_SEED", 1));
    let gateway = Gateway::start().await;
    let Some(oracle) = Oracle::beside(&gateway).await else { return };
    let (mut ours, mut theirs) = (gateway.connect().await, oracle.connect().await);
    let mut generator = Generator::new(seed);
    let (mut accepted, mut inconclusive, mut faults) = (0, 0, Vec::new());
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..count {
        let sql = generator.statement();
        if ours.is_closed() {
            ours = gateway.connect().await;
        }
        if theirs.is_closed() {
            theirs = oracle.connect().await;
        }
        match ask(&ours, &sql, Duration::from_secs(240)).await {
            Err(Failure { sqlstate, message }) if sqlstate.len() != 5 || sqlstate == "XX000" => {
                faults.push(format!("fails with {sqlstate:?} {message}: {sql}"));
            }
            Err(Failure { sqlstate, .. }) => *refused.entry(sqlstate).or_default() += 1,
            Ok(rows) => {
                accepted += 1;
                match ask(&theirs, &sql, Duration::from_secs(240)).await {
                    Ok(expected) if is_same(&sql, &rows, &expected) => {}
                    Ok(expected) => {
                        faults.push(format!("{} and not {}: {sql}", short(&rows), short(&expected)));
                    }
                    Err(Failure { sqlstate, .. }) if sqlstate.starts_with("22") || sqlstate == "57014" => {
                        inconclusive += 1
                    }
                    Err(Failure { sqlstate, message }) => {
                        faults.push(format!("answers, and the oracle refuses with {sqlstate} {message}: {sql}"));
                    }
                }
            }
        }
    }
    eprintln!(
        "seed {seed}: {count} statements, {accepted} accepted, {inconclusive} inconclusive, {} differ; refused: {refused:?}",
        faults.len()
    );
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
    assert!(accepted * 2 >= count, "only {accepted} of {count} were accepted");
}
