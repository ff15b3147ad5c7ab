//! Non-interference: worlds that differ only in what the role may not see give the same bytes: rows, errors with all their fields, notices, tags and row descriptions.
//!
//! Each statement runs over three worlds, three times: in one part and large batches, in several parts and small ones, and pushed down into a PostgreSQL.
//! `TOLLGATE_GENERATED=20000 TOLLGATE_SEED=1 cargo test --release --test it safety::interference -- --nocapture` is the long run; `TOLLGATE_ASKED=FILE` asks the lines of a file instead.

use super::generator::{Bias, Generator};
use super::grants::{Turn, setting};
use super::raw::{Raw, query, session};
use super::served::Gateway;
use super::verdicts::{corpus, is_limited, own, rounded};
use super::worlds::{WORLDS, Ways, World};
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;
use std::time::Duration;
use tokio_postgres::{Client, SimpleQueryMessage};

/// All that came back for a statement.
#[derive(Clone, Default, PartialEq, Eq)]
struct Heard {
    /// What is no row, in order.
    frame: Vec<String>,
    /// The rows, sorted; of rows that `LIMIT` chose, their number.
    rows: Vec<String>,
    /// The SQLSTATE of an error.
    failed: Option<String>,
    /// A word in an error's quotes that the statement does not have.
    quoted: Option<String>,
}

impl Heard {
    fn is_cut_short(&self) -> bool {
        self.failed.as_deref() == Some("57014")
    }

    /// A value that is wrong, or that would be too long (`repeat`).
    fn is_of_a_value(&self) -> bool {
        self.failed.as_deref().is_some_and(|code| code.starts_with("22") || code == "54000")
    }
}

/// The values of a row; the last digits of a sum of fractions tell in which order the parts were added, and nothing else.
fn values(mut body: &[u8]) -> String {
    let mut values = Vec::new();
    body = &body[2..];
    while let Some((length, rest)) = body.split_first_chunk::<4>() {
        let Ok(length) = usize::try_from(i32::from_be_bytes(*length)) else {
            values.push(None);
            body = rest;
            continue;
        };
        values.push(Some(rounded(&String::from_utf8_lossy(&rest[..length]))));
        body = &rest[length..];
    }
    format!("{values:?}")
}

/// The first piece in double quotes that is none of the statement's.
fn quoted(field: &str, sql: &str) -> Option<String> {
    let known = sql.to_lowercase();
    field.split('"').skip(1).step_by(2).find(|piece| !known.contains(&piece.to_lowercase())).map(str::to_owned)
}

fn hear(raw: &mut Raw, sql: &str) -> Heard {
    let mut heard = Heard::default();
    loop {
        let Some((tag, body)) = raw.read() else {
            heard.frame.push("end".to_owned());
            return heard;
        };
        match tag {
            b'D' if is_limited(sql).is_some() => heard.rows.push(String::new()),
            b'D' => heard.rows.push(values(&body)),
            b'Z' => break,
            _ => {
                if tag == b'E' {
                    let fields = String::from_utf8_lossy(&body);
                    for field in fields.split('\0') {
                        match field.chars().next() {
                            Some('C') => heard.failed = Some(field[1..].to_owned()),
                            // A refusal names relations, columns and types; only what fails in running could have a value.
                            Some('M' | 'D' | 'H')
                                if heard.failed.as_deref().is_some_and(|code| code.starts_with("22")) =>
                            {
                                heard.quoted = heard.quoted.or_else(|| quoted(field, sql));
                            }
                            _ => {}
                        }
                    }
                }
                heard.frame.push(format!(
                    "{} {}",
                    char::from(tag),
                    without_bytes_asked(&body.escape_ascii().to_string())
                ));
            }
        }
    }
    if heard.failed.is_some() {
        // Which rows were ready when it failed is a matter of the moment.
        heard.rows.clear();
    }
    heard.rows.sort();
    heard
}

/// How much the operators of several parts held together when one of them was refused more is a matter of the moment. That it does not hang on hidden rows is `what_hidden_rows_cost_is_not_told`.
fn without_bytes_asked(text: &str) -> String {
    match text.split_once(" bytes asked") {
        Some((before, after)) => {
            format!("{} bytes asked{after}", before.trim_end_matches(|c: char| c.is_ascii_digit()))
        }
        None => text.to_owned(),
    }
}

/// What a worker has of each way: a session over each world.
type Sessions = Vec<Vec<Raw>>;

fn opened(gateway: &Gateway) -> Raw {
    let mut raw = session(gateway);
    raw.say(&[query("SET statement_timeout = '10s'; SET tollgate.notices = on")]);
    raw
}

fn sessions(ways: &Ways) -> Sessions {
    ways.ways.iter().map(|way| way.gateways.iter().map(opened).collect()).collect()
}

/// Asks everywhere at once.
fn ask(sessions: &mut Sessions, sql: &str) -> Vec<Vec<Heard>> {
    let text = query(sql);
    for raw in sessions.iter_mut().flatten() {
        // A session that ended says so when it is read.
        let _ = raw.0.write_all(&text);
    }
    sessions.iter_mut().map(|way| way.iter_mut().map(|raw| hear(raw, sql)).collect()).collect()
}

/// What tells of the session or the moment, not of rows; and what is collected in the order in which it comes.
fn is_pinned(sql: &str) -> bool {
    let own =
        ["now()", "current_", "local", "pg_", "random", "_timestamp(", "uuid", "agg(", "SHOW", "version", "date -"];
    !own.iter().any(|word| sql.contains(word)) && !sql.contains('\0')
}

struct Statement {
    sql: String,
    /// Its answer is decided by its text, so that each way gives the same.
    is_exact: bool,
}

fn statements(count: u64, seed: u64) -> Vec<Statement> {
    if let Some(path) = std::env::var_os("TOLLGATE_ASKED") {
        let text = std::fs::read_to_string(path).unwrap();
        return text.lines().map(|sql| Statement { sql: sql.to_owned(), is_exact: true }).collect();
    }
    let written = corpus().unwrap_or_default().into_iter().chain(own());
    let written = written.filter(|case| case.class != "dos" && is_pinned(&case.sql));
    // A short run has some of them, others with another seed.
    let step = if std::env::var_os("TOLLGATE_GENERATED").is_some() { 1 } else { 12 };
    let written = written.skip(usize::try_from(seed).unwrap() % step).step_by(step);
    let written = written.map(|case| Statement { sql: case.sql, is_exact: false });
    let mut generator = Generator::biased(seed, Bias { hostile: 15, fallible: 12 });
    let made = (0..count).map(|_| Statement { sql: generator.statement(), is_exact: true });
    written.chain(made).collect()
}

/// How often rows are shuffled before a fault that none of them explains is one: a fault that one row in a hundred has comes first in one of a hundred orders.
const SHUFFLES: usize = 500;

#[derive(Default)]
struct Tally {
    answered: usize,
    with_rows: usize,
    failed: BTreeMap<String, usize>,
    cut_short: usize,
    repeated: usize,
    faults: Vec<String>,
    /// Statements that were answered in different ways, one of which was a fault of a value.
    suspects: Vec<Suspect>,
    explained: usize,
}

/// Which of a statement's values are looked at first, and which never, is a matter of the order of rows, of the moment, and of a warehouse's planner. A fault is no leak if it could have been told where no row is hidden;
/// nor is an answer without rows, of a join that was found to be empty before the fault was met.
struct Suspect {
    sql: String,
    told: Vec<Heard>,
    fault: String,
}

impl Tally {
    fn add(
        &mut self,
        statement: &Statement,
        ways: &Ways,
        mut all: Vec<Vec<Heard>>,
        again: impl FnMut() -> Vec<Vec<Heard>>,
    ) {
        let mut again = again;
        let differ = |all: &[Vec<Heard>]| all.iter().any(|way| way.iter().any(|heard| *heard != way[0]));
        for _ in 0..3 {
            // A refusal may tell the time of day to the second; what hangs on hidden rows differs each time.
            if !differ(&all) {
                break;
            }
            self.repeated += 1;
            all = again();
        }
        if all.iter().flatten().any(Heard::is_cut_short) {
            self.cut_short += 1;
            return;
        }
        let sql = &statement.sql;
        for (way, heard) in ways.ways.iter().zip(&all) {
            if let Some(other) = heard.iter().position(|one| *one != heard[0]) {
                let show = |heard: &Heard, but: &Heard| {
                    let frames: Vec<_> = heard.frame.iter().filter(|frame| !but.frame.contains(frame)).collect();
                    let rows: Vec<_> = heard.rows.iter().filter(|row| !but.rows.contains(row)).collect();
                    format!("{} rows; {frames:?} {rows:?}", heard.rows.len()).chars().take(600).collect::<String>()
                };
                let fault = format!(
                    "{}: {sql}\n  {}\n  {:?} {}",
                    way.name,
                    show(&heard[0], &heard[other]),
                    WORLDS[other],
                    show(&heard[other], &heard[0])
                );
                let mut answers = heard.iter().filter(|heard| heard.failed.is_none());
                let is_one_answer = answers.next().is_none_or(|first| answers.all(|other| other == first));
                if is_one_answer && heard.iter().any(Heard::is_of_a_value) {
                    self.suspects.push(Suspect { sql: sql.clone(), told: heard.clone(), fault });
                } else {
                    self.faults.push(fault);
                }
            }
            if let Some(word) = heard.iter().find_map(|heard| heard.quoted.clone()) {
                self.faults.push(format!("{}: an error quotes {word:?}: {sql}", way.name));
            }
        }
        let done = |heard: &Heard| heard.failed.is_none();
        if statement.is_exact && !sql.starts_with("EXPLAIN") && all.iter().flatten().all(done) {
            let first = &all[0][0].rows;
            if let Some(other) = all.iter().position(|way| way[0].rows != *first) {
                let show = |rows: &[String]| format!("{rows:?}").chars().take(300).collect::<String>();
                self.faults.push(format!(
                    "{} and {} differ: {sql}\n  {}\n  {}",
                    ways.ways[0].name,
                    ways.ways[other].name,
                    show(first),
                    show(&all[other][0].rows)
                ));
            }
        }
        match &all[0][0].failed {
            None => {
                self.answered += 1;
                self.with_rows += usize::from(!all[0][0].rows.is_empty());
            }
            Some(code) => *self.failed.entry(code.clone()).or_default() += 1,
        }
    }

    /// Asks what a suspect told where no row is hidden.
    async fn hear_alibis(&mut self, ways: &Ways) {
        if self.suspects.is_empty() {
            return;
        }
        let (gateways, shuffled) = (ways.without_hidden_rows().await, ways.shuffled().await);
        for Suspect { sql, mut told, fault } in std::mem::take(&mut self.suspects) {
            told.retain(|heard| heard.failed.is_some() || !heard.rows.is_empty());
            let mut hear_from = |gateway| {
                let mut raw = opened(gateway);
                raw.0.write_all(&query(&sql)).unwrap();
                let possible = hear(&mut raw, &sql);
                told.retain(|heard| *heard != possible);
                told.is_empty()
            };
            let gateways: Vec<_> = gateways.iter().chain(ways.ways.iter().map(|way| &way.gateways[2])).collect();
            // Where one difference stands already, the run has failed: the others are told without patience.
            let (rounds, shuffles) = if self.faults.is_empty() { (8, SHUFFLES) } else { (1, 0) };
            let mut explained = gateways.iter().cycle().take(rounds * gateways.len()).any(|gateway| hear_from(gateway));
            for _ in 0..shuffles {
                let Some(shuffled) = shuffled.as_ref().filter(|_| !explained) else { break };
                shuffled.again().await;
                explained = hear_from(&shuffled.gateway);
            }
            if explained {
                self.explained += 1;
            } else {
                self.faults.push(fault);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_hidden_changes_nothing() {
    let (count, seed) = (setting("TOLLGATE_GENERATED", 40), setting("TOLLGATE_SEED", 2));
    let ways = Ways::start().await;
    for way in &ways.ways {
        the_worlds_differ(way.name, &way.gateways).await;
    }
    let statements = statements(count, seed);
    let (turn, tally) = (Turn::new(statements.len()), Mutex::new(Tally::default()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut open = sessions(&ways);
                while let Some(number) = turn.next() {
                    let statement = &statements[number];
                    if !statement.is_exact {
                        // It may change its session.
                        open = sessions(&ways);
                    }
                    let all = ask(&mut open, &statement.sql);
                    let has_ended =
                        all.iter().flatten().any(|heard| heard.frame.last().is_some_and(|last| last == "end"));
                    tally.lock().unwrap().add(statement, &ways, all, || {
                        if has_ended {
                            open = sessions(&ways);
                        }
                        ask(&mut open, &statement.sql)
                    });
                    if has_ended {
                        open = sessions(&ways);
                    }
                }
            });
        }
    });
    let mut tally = tally.into_inner().unwrap();
    tally.hear_alibis(&ways).await;
    eprintln!(
        "seed {seed}: {} statements over {} worlds, {} ways each; {} answered, {} of them with rows, {} cut short, {} asked again, {} fail by the order of rows, {} differ; failed: {:?}",
        statements.len(),
        3,
        ways.ways.len(),
        tally.answered,
        tally.with_rows,
        tally.cut_short,
        tally.repeated,
        tally.explained,
        tally.faults.len(),
        tally.failed
    );
    assert!(tally.faults.is_empty(), "{} differences:\n{}", tally.faults.len(), tally.faults.join("\n"));
    assert!(tally.cut_short * 20 <= statements.len(), "{} were cut short", tally.cut_short);
}

/// The worlds are three, and the role is shown one.
async fn the_worlds_differ(name: &str, gateways: &[Gateway]) {
    let mut whole = Vec::new();
    let mut shown = Vec::new();
    for gateway in gateways {
        let loader = gateway.connect_as("loader").await;
        let mut facts = Vec::new();
        for sql in [
            "SELECT count(*) FROM exp.flag_evaluations",
            "SELECT md5(string_agg(request_id || sdk_name || ingested_at::text, ',' ORDER BY evaluation_id, request_id)) FROM exp.flag_evaluations",
        ] {
            facts.push(seen(&loader, sql).await);
        }
        whole.push(facts);
        let window = "_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'";
        let digest = format!(
            "SELECT count(*), md5(string_agg(f::text, ',' ORDER BY evaluation_id)) FROM exp.flag_evaluations f WHERE {window}"
        );
        shown.push(seen(&gateway.connect().await, &digest).await);
    }
    assert!(whole[0] != whole[1] && whole[1] != whole[2] && whole[0] != whole[2], "{name}: {whole:?}");
    assert!(shown.iter().all(|digest| *digest == shown[0] && digest.contains("complete")), "{name}: {shown:?}");
}

/// All that the client sees, rows in any order.
async fn seen(client: &Client, sql: &str) -> String {
    let asked = tokio::time::timeout(Duration::from_secs(240), client.simple_query(sql)).await;
    let messages = match asked {
        Err(_) => return "no answer in time".to_owned(),
        Ok(Err(error)) => return error.as_db_error().map_or_else(|| error.to_string(), |error| format!("{error:?}")),
        Ok(Ok(messages)) => messages,
    };
    let mut lines: Vec<String> = messages
        .iter()
        .map(|message| match message {
            SimpleQueryMessage::Row(row) => {
                format!("{:?}", (0..row.len()).map(|index| row.get(index)).collect::<Vec<_>>())
            }
            SimpleQueryMessage::RowDescription(columns) => {
                format!("{:?}", columns.iter().map(|column| column.name()).collect::<Vec<_>>())
            }
            SimpleQueryMessage::CommandComplete(count) => format!("complete {count}"),
            _ => "other".to_owned(),
        })
        .collect();
    lines.sort();
    lines.join("\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_hidden_rows_cost_is_not_told() {
    let (a, b) = (
        Gateway::over(|lake| World::Sample.fill(lake, 100_000)).await,
        Gateway::over(|lake| World::Hostile.fill(lake, 100_000)).await,
    );
    // Memory that is over its limit tells how much that was, row by row of what the statement keeps.
    for day in ["02", "03", "07"] {
        for column in ["flag_key", "evaluation_id", "environment"] {
            let sql = format!(
                "SELECT count(*) FROM (SELECT {column} AS k FROM exp.flag_evaluations WHERE _partition_date = '2025-06-{day}') a JOIN (SELECT user_id AS u FROM exp.events LIMIT 1) e ON length(repeat(left(a.k, 1) || left(e.u, 1), 15000000)) > 0"
            );
            let (in_a, in_b) = (a.connect().await, b.connect().await);
            let (first, second) = (seen(&in_a, &sql).await, seen(&in_b, &sql).await);
            assert!(first.contains("53200") && first.contains("bytes asked"), "{sql}: {first}");
            assert_eq!(first, second, "{sql}");
        }
    }
    // A limit that both lakes are over.
    for gateway in [&a, &b] {
        let policy = std::fs::read_to_string(gateway.policy()).unwrap();
        let narrow = policy.replace("timeout = \"15s\"", "timeout = \"60s\", bytes = \"1kB\", bytes_per_day = \"1MB\"");
        assert_ne!(narrow, policy);
        std::fs::write(gateway.policy(), narrow).unwrap();
    }
    let (in_a, in_b) = (a.connect().await, b.connect().await);
    let window = "_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-06-15'";
    let limit = format!("SELECT flag_key, count(*) FROM exp.flag_evaluations WHERE {window} GROUP BY 1");
    let (limit, over) = (limit.as_str(), "53400");
    let until = std::time::Instant::now() + Duration::from_secs(60);
    while !(seen(&in_a, limit).await.contains(over) && seen(&in_b, limit).await.contains(over)) {
        assert!(std::time::Instant::now() < until, "the limit is not taken up: {}", seen(&in_a, limit).await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for sql in [
        limit.to_owned(),
        format!("EXPLAIN (POLICY) SELECT count(*) FROM exp.flag_evaluations WHERE {window}"),
        format!("EXPLAIN (POLICY) SELECT * FROM exp.flag_evaluations WHERE {window}"),
        format!("EXPLAIN SELECT * FROM exp.flag_evaluations WHERE {window}"),
        format!("EXPLAIN (FORMAT JSON) SELECT * FROM exp.flag_evaluations f JOIN exp.events e ON true WHERE {window}"),
    ] {
        let (first, second) = (seen(&in_a, &sql).await, seen(&in_b, &sql).await);
        assert_eq!(first, second, "{sql}");
        if sql.starts_with("EXPLAIN (POLICY)") {
            assert!(first.contains("14 in the window") && first.contains("not told"), "{first}");
        }
    }
    // The operator's own bytes differ: the comparison above has something to find.
    let whole = "EXPLAIN (POLICY) SELECT * FROM exp.flag_evaluations";
    let (of_a, of_b) = (a.connect_as("loader").await, b.connect_as("loader").await);
    assert_ne!(seen(&of_a, whole).await, seen(&of_b, whole).await);
}
