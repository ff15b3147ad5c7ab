//! Memory of the gateway's process while much is sent, which stays where it was, however slow the client is; and of one statement, which spills or fails.

use crate::gateway::{Gateway, serve};
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
