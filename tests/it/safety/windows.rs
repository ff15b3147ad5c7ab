//! Windows, by partition pruning: the same table partitioned by day in a PostgreSQL, behind a plain view. Whatever the gateway accepts must leave no more of its partitions in a scan than the role's
//! window has days.
//!
//! PostgreSQL proves less than it could (through joins' equalities, through functions), so the statements here bound each scan by its own column.
//! `TOLLGATE_GENERATED=20000 TOLLGATE_SEED=1 cargo test --test it safety::windows -- --nocapture` is the long run.

use super::grants::setting;
use super::served::{Failure, Gateway, ask};
use crate::postgres::Postgres;
use chrono::{Days, NaiveDate};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use std::time::Duration;
use tokio_postgres::Client;

/// Days that the partitioned table has.
const DAYS: u64 = 200;
/// The role's window, and the day that it begins within.
const MOST: usize = 91;

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + Days::new(number)
}

/// The columns that statements use, one partition a day.
async fn partitioned(client: &Client) {
    let mut sql = String::from(
        "CREATE SCHEMA raw; CREATE SCHEMA exp; CREATE TABLE raw.fe (flag_key text, \"timestamp\" timestamptz, _partition_date date) \
         PARTITION BY RANGE (_partition_date);",
    );
    for number in 0..DAYS {
        let (from, to) = (day(number), day(number + 1));
        sql.push_str(&format!(
            "CREATE TABLE raw.fe_{number} PARTITION OF raw.fe FOR VALUES FROM ('{from}') TO ('{to}');"
        ));
    }
    sql.push_str("CREATE VIEW exp.flag_evaluations AS SELECT * FROM raw.fe; CREATE TABLE exp.events (user_id text)");
    client.batch_execute(&sql).await.unwrap();
}

/// Statements whose scans are bounded, or not quite.
struct Windows(StdRng);

impl Windows {
    fn chance(&mut self, percent: u32) -> bool {
        self.0.random_range(0..100) < percent
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.choose(&mut self.0).unwrap()
    }

    fn date(&mut self) -> String {
        format!("DATE '{}'", day(self.0.random_range(0..DAYS)))
    }

    /// A span that is mostly narrow enough.
    fn span(&mut self, column: &str) -> String {
        let from = self.0.random_range(0..DAYS - 100);
        let to = from + if self.chance(80) { self.0.random_range(0..90) } else { self.0.random_range(85..100) };
        let (from, to) = (day(from), day(to));
        match self.0.random_range(0..5) {
            0 => format!("{column} BETWEEN DATE '{from}' AND DATE '{to}'"),
            1 => format!("NOT ({column} < DATE '{from}' OR {column} > DATE '{to}')"),
            2 => format!("DATE '{from}' <= {column} AND {column} < DATE '{to}'"),
            3 => format!("({column} >= '{from}' AND NOT ({column} >= '{to}'))"),
            _ => format!("{column} > DATE '{from}' AND {column} <= DATE '{to}'"),
        }
    }

    fn predicate(&mut self, column: &str, depth: usize) -> String {
        let part = |this: &mut Self| this.predicate(column, depth - 1);
        match self.0.random_range(0..12) {
            0 if depth > 0 => format!("({} OR {})", part(self), part(self)),
            1 if depth > 0 => format!("({}) AND ({})", part(self), part(self)),
            2 if depth > 0 => format!("NOT ({})", part(self)),
            3 if self.chance(50) => format!("{column} IN ({}, {})", self.date(), self.date()),
            3 => format!("{column} = ANY (ARRAY[{}, {}])", self.date(), self.date()),
            4 => format!("{column} {} {}", self.one(&["=", "<", ">=", "<>"]), self.date()),
            5 => format!("({} OR flag_key = 'x')", self.span(column)),
            6 => format!("{column} IS NOT NULL"),
            _ => self.span(column),
        }
    }

    fn scan(&mut self, alias: &str) -> String {
        let predicate = self.predicate("_partition_date", 2);
        format!("(SELECT * FROM exp.flag_evaluations WHERE {predicate}) AS {alias}")
    }

    fn statement(&mut self) -> String {
        match self.0.random_range(0..8) {
            0 => {
                let predicate = self.predicate("_partition_date", 2);
                format!("SELECT count(*) FROM exp.flag_evaluations WHERE {predicate}")
            }
            1 => format!("SELECT count(*) FROM {} JOIN {} USING (flag_key)", self.scan("a"), self.scan("b")),
            2 => {
                let predicate = self.predicate("f._partition_date", 1).replace("flag_key", "f.flag_key");
                let place = self.one(&["ON e.user_id = f.flag_key AND", "ON e.user_id = f.flag_key WHERE"]);
                let join = self.one(&["JOIN", "LEFT JOIN", "RIGHT JOIN"]);
                format!("SELECT count(*) FROM exp.events e {join} exp.flag_evaluations f {place} {predicate}")
            }
            3 => format!("SELECT flag_key FROM {} UNION ALL SELECT flag_key FROM {}", self.scan("a"), self.scan("b")),
            4 => format!("WITH q AS (SELECT * FROM {}) SELECT max(flag_key) FROM q", self.scan("a")),
            5 => format!("SELECT 1 WHERE EXISTS (SELECT 1 FROM {})", self.scan("a")),
            6 => {
                let (inner, outer) = (self.predicate("_partition_date", 1), self.predicate("_partition_date", 1));
                format!("SELECT count(*) FROM (SELECT * FROM exp.flag_evaluations WHERE {inner}) q WHERE {outer}")
            }
            _ => format!("SELECT (SELECT count(*) FROM {}) FROM {}", self.scan("a"), self.scan("b")),
        }
    }
}

/// The most partitions that one scan of the plan keeps.
fn kept(plan: &serde_json::Value) -> usize {
    let children = plan["Plans"].as_array().map(Vec::as_slice).unwrap_or_default();
    let is_partition =
        |node: &&serde_json::Value| node["Relation Name"].as_str().is_some_and(|name| name.starts_with("fe_"));
    let own = children.iter().filter(is_partition).count();
    children.iter().map(kept).max().unwrap_or(0).max(own)
}

/// What PostgreSQL's planner keeps of the table for a statement.
async fn partitions(server: &Client, sql: &str) -> usize {
    let rows = ask(server, &format!("EXPLAIN (FORMAT JSON) {sql}"), Duration::from_secs(60)).await;
    let rows = rows.unwrap_or_else(|failure| panic!("{failure:?}: {sql}"));
    let text = rows[0][0].clone().unwrap();
    let plan: serde_json::Value = serde_json::from_str(&text).unwrap();
    kept(&serde_json::json!({ "Plans": [plan[0]["Plan"]] }))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_accepted_leaves_no_more_partitions_than_the_window_has_days() {
    let (count, seed) = (setting("TOLLGATE_GENERATED", 300), setting("TOLLGATE_SEED", 3));
    let Some(server) = Postgres::start() else { return };
    let (gateway, owner) = (Gateway::start().await, server.connect().await);
    partitioned(&owner).await;
    let client = gateway.connect().await;
    let mut windows = Windows(StdRng::seed_from_u64(seed));
    let (mut accepted, mut widest, mut faults) = (0, 0, Vec::new());
    for _ in 0..count {
        let sql = windows.statement();
        match ask(&client, &format!("EXPLAIN {sql}"), Duration::from_secs(240)).await {
            Err(Failure { sqlstate, .. }) if sqlstate == "53400" => continue,
            Err(failure) => faults.push(format!("{failure:?}: {sql}")),
            Ok(_) => accepted += 1,
        }
        let found = partitions(&owner, &sql).await;
        widest = widest.max(found);
        if found > MOST {
            faults.push(format!("{found} partitions: {sql}"));
        }
    }
    eprintln!(
        "seed {seed}: {count} statements, {accepted} accepted, at most {widest} partitions, {} wrong",
        faults.len()
    );
    assert!(faults.is_empty(), "{} statements:\n{}", faults.len(), faults.join("\n"));
    // The oracle sees wide scans where there are some.
    assert_eq!(partitions(&owner, "SELECT count(*) FROM exp.flag_evaluations").await, DAYS as usize);
    assert!(accepted * 3 >= count && widest > 60, "{accepted} accepted, at most {widest} partitions");
}
