//! Memory of the gateway's process while much is sent, which stays where it was, however slow the client is; and of one statement, which spills or fails.

use crate::gateway::{Gateway, Process, serve};
use chrono::NaiveDate;
use futures::StreamExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tollgate::demo::{Progress, Recipe};

/// What the process may take more than it had: a few blocks of each stage, not the result. The whole result is over a gigabyte.
const ROOM: u64 = 150 << 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn copy_to_a_slow_client_holds_memory_flat() {
    let gateway = Gateway::start();
    let (client, socket) = gateway.connect_held("admin").await;
    // The first statement fills caches and starts threads.
    client.simple_query("SELECT count(*) FROM exp.flag_evaluations --since 90d").await.unwrap();
    let before = gateway.memory();
    let sql = "COPY (SELECT e.* FROM exp.flag_evaluations e, generate_series(1, 500)) TO STDOUT --since 90d";
    let mut rows = Box::pin(client.copy_out(sql).await.unwrap());
    let mut taken = 0;
    let mut highest = before;
    for pause in 0..8 {
        for _ in 0..2_000 {
            taken += rows.next().await.unwrap().unwrap().len();
        }
        if pause % 4 == 3 {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        highest = highest.max(gateway.memory());
    }
    assert!(taken > 3 << 20, "only {taken} bytes came");
    eprintln!("{} MB before, {} MB at most", before >> 20, highest >> 20);
    assert!(highest < before + ROOM, "from {before} to {highest} bytes");
    // A client that goes away in the middle leaves nothing behind.
    socket.abort();
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        let start = gateway.processor_time();
        tokio::time::sleep(Duration::from_millis(300)).await;
        let used = gateway.processor_time() - start;
        if used < Duration::from_millis(100) {
            break;
        }
        assert!(Instant::now() < until, "the gateway still works for a client that is gone");
    }
}

/// The files in a folder and in those within, but for the lock that shows that the process lives.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    // A folder may go while it is read: a statement's goes with the statement.
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.append(&mut files(&entry.path())),
            _ if entry.file_name() != "lock" => found.push(entry.path()),
            _ => {}
        }
    }
    found
}

/// Rows that take several times the memory that a statement may have here.
const ROWS: &str = "SELECT a.evaluation_id || g AS k FROM exp.flag_evaluations a, generate_series(1, 150) g";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_statement_over_its_memory_spills_or_fails() {
    let dir = tempfile::tempdir().unwrap();
    let recipe = Recipe { rows: 4_000, seed: 7, last_day: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(), days: 10 };
    tollgate::demo::make(&dir.path().join("lake"), &recipe, &Progress::default()).unwrap();
    let spill = dir.path().join("spill");
    // Left by a process that was killed.
    let left = spill.join("tollgate-spill-of-the-dead");
    std::fs::create_dir_all(&left).unwrap();
    std::fs::write(left.join("lock"), "").unwrap();
    std::fs::write(left.join("rows"), "rows").unwrap();
    let warehouse = "path = \"lake\"\nmemory = \"16MB\"\nspill_dir = \"spill\"\n";
    let (_process, client) = serve(dir.path(), warehouse).await;
    assert!(files(&spill).is_empty(), "{:?}", files(&spill));

    let sorted = format!("SELECT count(*) FROM (SELECT k FROM ({ROWS}) x ORDER BY k OFFSET 10) y");
    let asked = tokio::spawn(async move { (client.query_one(&sorted, &[]).await, client) });
    let mut spilled = 0;
    while !asked.is_finished() {
        spilled = spilled.max(files(&spill).len());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let (row, client) = asked.await.unwrap();
    assert_eq!(row.unwrap().get::<_, i64>(0), 4_000 * 150 - 10);
    assert!(spilled > 0, "nothing was spilled");
    assert!(files(&spill).is_empty(), "{:?}", files(&spill));

    // An array can't be spilled.
    let error = client.query_one(&format!("SELECT array_agg(k) FROM ({ROWS}) x"), &[]).await.unwrap_err();
    let error = error.as_db_error().unwrap();
    assert_eq!(error.code().code(), "53200", "{error:?}");
    let detail = error.detail().unwrap();
    assert!(detail.starts_with("Limit \"memory\": ") && detail.ends_with(" 16000000 allowed."), "{detail}");
    assert!(files(&spill).is_empty(), "{:?}", files(&spill));
}

/// The most memory that a process has had.
fn highest(process: &Process) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.0.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
}

/// What functions, aggregates, windows and constants make of few rows may be without end; each of these takes gigabytes if it is done.
const TOO_MUCH: [(&str, &str); 9] = [
    ("SELECT array_agg(repeat('x', 100000) || g) FROM generate_series(1, 1000000) g", "53200"),
    ("SELECT array_agg(repeat('x', 100000)) FROM generate_series(1, 1000000)", "54000"),
    (
        "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY repeat('x', 100000) || g) FROM generate_series(1, 1000000) g",
        "53200",
    ),
    ("SELECT string_agg(repeat('x', 10000), ',') FROM generate_series(1, 1000000)", "53200"),
    (
        "SELECT count(x) OVER (), x FROM (SELECT repeat('x', 1000) || g AS x FROM generate_series(1, 1000000) g) y",
        "53200",
    ),
    ("SELECT array_fill(g, ARRAY[1000000]) FROM generate_series(1, 1000000) g ORDER BY 1", "53200"),
    ("SELECT string_to_array(repeat('a,', 10000000), ',')", "53200"),
    (
        "SELECT (('[' || repeat('{\"a\":1},', 4000000) || '1]')::jsonb) @> (('[' || repeat('{\"a\":1},', 100) || '1]')::jsonb)",
        "53200",
    ),
    ("SELECT jsonb_agg(repeat('x', 10000) || g) FROM generate_series(1, 1000000) g", "53200"),
];

/// These are large only on their way.
const ENOUGH: [(&str, i64); 5] = [
    ("SELECT max(length(repeat('x', 100000) || g))::int8 FROM generate_series(1, 20000) g", 100_005),
    (
        "SELECT count(*) FROM (SELECT repeat('x', 100000) || g AS x FROM generate_series(1, 20000) g) y WHERE x LIKE '%7'",
        2_000,
    ),
    (
        "SELECT count(*) FROM (SELECT any_value(repeat('x', 1000) || g) FROM generate_series(1, 200000) g GROUP BY g % 10) y",
        10,
    ),
    (
        "SELECT sum(n)::int8 FROM (SELECT row_number() OVER (ORDER BY g) AS n FROM generate_series(1, 100000) g) y",
        5_000_050_000,
    ),
    ("SELECT count(*) FROM generate_series(1, 3000000)", 3_000_000),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_functions_make_counts_as_a_statements_memory() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("lake")).unwrap();
    let (process, client) = serve(dir.path(), "path = \"lake\"\nmemory = \"64MB\"\nspill_dir = \"spill\"\n").await;
    let before = highest(&process);
    for (sql, expected) in TOO_MUCH {
        let error = client.simple_query(sql).await.expect_err(sql);
        let error = error.as_db_error().unwrap_or_else(|| panic!("{error} in {sql}"));
        assert_eq!(error.code().code(), expected, "{error:?} in {sql}");
        let most = highest(&process);
        eprintln!("{} MB at most: {sql}", most >> 20);
        assert!(most < before + (400 << 20), "{} MB after {sql}", most >> 20);
    }
    for (sql, expected) in ENOUGH {
        let row = client.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{error:?} in {sql}"));
        assert_eq!(row.get::<_, i64>(0), expected, "{sql}");
    }
    let most = highest(&process);
    assert!(most < before + (400 << 20), "{} MB", most >> 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_aggregate_that_takes_long_ends_in_time() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("lake")).unwrap();
    let (process, client) = serve(dir.path(), "path = \"lake\"\n").await;
    client.batch_execute("SET statement_timeout = '2s'").await.unwrap();
    for sql in [
        "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY -g) FROM generate_series(1, 9000000) g",
        "SELECT count(DISTINCT -g::numeric) FROM generate_series(1, 9000000) g",
        "SELECT array_agg(g ORDER BY -g) FROM generate_series(1, 9000000) g",
    ] {
        let error = client.simple_query(sql).await.expect_err(sql);
        assert_eq!(error.as_db_error().unwrap().code().code(), "57014", "{error:?} in {sql}");
        // The client is told in time in any case; the work has to end, too.
        let until = Instant::now() + Duration::from_secs(10);
        while busy(&process).await {
            assert!(Instant::now() < until, "the gateway still works at {sql}");
        }
    }
}

/// Whether a process uses its processor.
async fn busy(process: &Process) -> bool {
    let ticks = || {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", process.0.id())).unwrap();
        let fields: Vec<u64> =
            stat.rsplit_once(") ").unwrap().1.split(' ').filter_map(|field| field.parse().ok()).collect();
        // The fields that are numbers begin with the fourth: user and system time are the 14th and 15th.
        fields[10] + fields[11]
    };
    let before = ticks();
    tokio::time::sleep(Duration::from_millis(300)).await;
    ticks() - before > 10
}
