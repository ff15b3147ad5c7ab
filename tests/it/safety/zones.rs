//! Windows under a session's `TimeZone`: it changes how a constant is read, and so which rows a statement means, as it does in PostgreSQL; what the window's proof leaves out is never one of them.
//!
//! `TOLLGATE_GENERATED=20000 TOLLGATE_SEED=1 cargo test --release --test it safety::zones -- --nocapture` is the long run.

use super::grants::{Turn, setting};
use super::oracle::Oracle;
use super::served::{Answer, Failure, Gateway, ask, recipe, short};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use std::sync::Mutex;
use std::time::Duration;
use tollgate::demo::Progress;

const PATIENCE: Duration = Duration::from_secs(60);
/// Statements that run side by side.
const WORKERS: usize = 3;
/// The days of the rows that the statements ask for; the last one is the demo's.
const DAYS: i64 = 30;

/// Places with and without summer time, on both sides of the line of dates; and offsets, whose signs are POSIX's.
const ZONES: [&str; 12] = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "-11",
    "+13.75",
    "XYZ-20:30",
    "ABC+167",
];

struct Zones {
    rng: StdRng,
    last: chrono::NaiveDate,
}

impl Zones {
    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.choose(&mut self.rng).unwrap()
    }

    /// A moment near the rows, some of them with a zone of their own.
    fn moment(&mut self, back: i64) -> String {
        let date = self.last - chrono::Days::new(u64::try_from(back).unwrap());
        let clock = self.one(&["", " 00:00", " 12:30:15.5", " 23:59:59.999999", " 24:00"]);
        let zone = if clock.is_empty() { "" } else { self.one(&["", "", "", "Z", "+05:30", " Europe/Berlin", "-09"]) };
        format!("'{date}{clock}{zone}'")
    }

    fn constant(&mut self, back: i64) -> String {
        let moment = self.moment(back);
        let date = self.last - chrono::Days::new(u64::try_from(back).unwrap());
        match self.rng.random_range(0..7) {
            0 => format!("timestamptz {moment}"),
            1 => format!("timestamp {moment}"),
            2 => format!("date '{date}'"),
            3 => format!("{moment}::timestamptz"),
            4 => format!("(timestamp {moment} AT TIME ZONE '{}')", self.one(&ZONES)),
            5 => format!("date_trunc('{}', timestamptz {moment})", self.one(&["day", "hour", "month"])),
            _ => moment,
        }
    }

    /// The time column, or what keeps its order.
    fn column(&mut self) -> &'static str {
        self.one(&[
            "timestamp",
            "timestamp",
            "timestamp::date",
            "timestamp::timestamp",
            "timestamp::date::timestamp",
            "timestamp::timestamp::date",
            "timestamp::date::timestamptz",
            "timestamp::timestamp::timestamptz",
            "(timestamp + interval '1 day 12:00')",
            "(timestamp - interval '1 mon')",
            "(interval '-1 mon 2 days' + timestamp::timestamp)",
            "(timestamp::date + 2)",
            "(timestamp::date - interval '30:00')",
        ])
    }

    /// How long before or after a moment.
    fn length(&mut self, back: i64) -> String {
        let (moment, operator) = (self.moment(back), self.one(&["<", "<=", ">", ">=", "="]));
        let lengths = ["2 days", "36:00", "1 mon", "-1 day", "5 days 23:59:59.999999", "0"];
        let (length, days) = (self.one(&lengths), self.rng.random_range(-2..6));
        let date = self.last - chrono::Days::new(u64::try_from(back).unwrap());
        match self.rng.random_range(0..5) {
            0 => format!("timestamptz {moment} - timestamp {operator} interval '{length}'"),
            1 => format!("timestamp - timestamptz {moment} {operator} interval '{length}'"),
            2 => format!("timestamp {moment} - timestamp::timestamp {operator} interval '{length}'"),
            3 => format!("date '{date}' - timestamp::date {operator} {days}"),
            _ => format!("timestamp::date - date '{date}' {operator} {days}"),
        }
    }

    fn predicate(&mut self) -> String {
        let from = self.rng.random_range(1..DAYS);
        let to = self.rng.random_range(0..from);
        let (column, other) = (self.column(), self.column());
        if self.rng.random_range(0..6) == 0 {
            return format!("{} AND {}", self.length(from), self.length(to));
        }
        let (from, to) = (self.constant(from), self.constant(to));
        match self.rng.random_range(0..6) {
            0 => format!("{column} BETWEEN {from} AND {to}"),
            1 => format!("{column} = {from}"),
            2 => format!("NOT ({column} < {from} OR {other} >= {to})"),
            3 => format!("{column} IN ({from}, {to})"),
            _ => {
                let (above, below) = (self.one(&[">", ">="]), self.one(&["<", "<="]));
                format!("{column} {above} {from} AND {other} {below} {to}")
            }
        }
    }

    /// The zone, and a statement under it.
    fn statement(&mut self) -> (&'static str, String) {
        let (zone, predicate) = (self.one(&ZONES), self.predicate());
        let values = self.one(&[
            "count(*)",
            "count(*), min(timestamp), max(timestamp)",
            "timestamp::date, count(*)",
            "date_trunc('day', timestamp), count(*), max(timestamp::timestamp)",
        ]);
        let groups = if values.starts_with("count") { "" } else { " GROUP BY 1" };
        (zone, format!("SELECT {values} FROM exp.flag_evaluations WHERE {predicate}{groups}"))
    }
}

#[derive(Default)]
struct Tally {
    accepted: usize,
    with_rows: usize,
    faults: Vec<String>,
}

impl Tally {
    fn add(&mut self, zone: &str, sql: &str, ours: &Answer, theirs: &Answer) {
        match (ours, theirs) {
            // A window that is too wide, or that is not proved.
            (Err(Failure { sqlstate, .. }), _) if sqlstate == "53400" => {}
            (Err(ours), Err(theirs)) if ours.sqlstate == theirs.sqlstate => {}
            (Ok(ours), Ok(theirs)) => {
                let sorted = |rows: &[Vec<Option<String>>]| {
                    let mut rows = rows.to_vec();
                    rows.sort();
                    rows
                };
                self.accepted += 1;
                self.with_rows += usize::from(theirs.iter().flatten().flatten().any(|value| value != "0"));
                if sorted(ours) != sorted(theirs) {
                    self.faults.push(format!("{} and not {} in {zone}: {sql}", short(ours), short(theirs)));
                }
            }
            (ours, theirs) => self.faults.push(format!("{} and not {} in {zone}: {sql}", short(ours), short(theirs))),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_windows_proof_leaves_out_no_row_that_is_meant_in_the_sessions_zone() {
    let (count, seed) = (setting("TOLLGATE_GENERATED", 300), setting("TOLLGATE_SEED", 1));
    let made = recipe(1_500, u32::try_from(DAYS).unwrap());
    let last = made.last_day;
    let gateway = Gateway::over(|lake| tollgate::demo::make(lake, &made, &Progress::default()).unwrap()).await;
    let Some(oracle) = Oracle::beside(&gateway).await else { return };
    let mut zones = Zones { rng: StdRng::seed_from_u64(seed), last };
    let statements: Vec<_> = (0..count).map(|_| zones.statement()).collect();
    let (turn, tally) = (Turn::new(statements.len()), Mutex::new(Tally::default()));
    let work = async || {
        let (ours, theirs) = (gateway.connect().await, oracle.connect().await);
        while let Some(number) = turn.next() {
            let (zone, sql) = &statements[number];
            for client in [&ours, &theirs] {
                client.batch_execute(&format!("SET TimeZone = '{zone}'")).await.unwrap();
            }
            let (answer, expected) = (ask(&ours, sql, PATIENCE).await, ask(&theirs, sql, PATIENCE).await);
            tally.lock().unwrap().add(zone, sql, &answer, &expected);
        }
    };
    futures::future::join_all((0..WORKERS).map(|_| work())).await;
    let Tally { accepted, with_rows, faults } = tally.into_inner().unwrap();
    eprintln!(
        "seed {seed}: {count} statements, {accepted} accepted, {with_rows} of them with rows, {} differ",
        faults.len()
    );
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
    assert!(accepted * 2 >= usize::try_from(count).unwrap(), "only {accepted} of {count} were accepted");
    assert!(with_rows * 4 >= accepted, "only {with_rows} of {accepted} have rows");
}
