//! Statements that would take hours end when they shall, whatever the engine is busy with, and nothing of them goes on.

use crate::gateway::Gateway;
use std::time::{Duration, Instant};
use tokio_postgres::NoTls;

/// Each is busy in another way: pairs that a filter rejects, pairs that nothing rejects, partners that are only looked for, rows that are made, regular expressions, long texts, long
/// numbers, frames that grow, one array, one set that feeds itself.
const ENDLESS: [&str; 12] = [
    "SELECT count(*) FROM exp.events a JOIN exp.events b ON a.event_type = b.event_type AND a.event_value + b.event_value < 0 JOIN exp.events c ON a.event_type = c.event_type AND b.event_value + c.event_value < 0 JOIN exp.flag_evaluations d ON a.user_id < d.evaluation_id",
    "SELECT count(*) FROM exp.events a, exp.events b, exp.events c",
    "SELECT count(*) FROM exp.events a, exp.events b, exp.events c WHERE a.event_value + b.event_value + c.event_value = -1",
    "SELECT count(*) FROM generate_series(1, 9000000) a(x) WHERE EXISTS (SELECT 1 FROM generate_series(1, 9000000) b(y) WHERE x % 3 = y % 3)",
    "SELECT sum(a.g * b.g) FROM generate_series(1, 1000000) a(g), generate_series(1, 1000000) b(g)",
    "SELECT count(*) FROM exp.flag_evaluations a, exp.flag_evaluations b WHERE a.evaluation_id || b.evaluation_id ~ '(a|b|c)*x(.*)y{3,9}$'",
    "SELECT sum(length(md5(repeat(a.evaluation_id, 100000)))) FROM exp.flag_evaluations a, exp.flag_evaluations b",
    "SELECT sum(length((g::numeric ^ 9000)::text)) FROM generate_series(1, 9000000) g",
    "SELECT max(x) FROM (SELECT string_agg(g::text, ',') OVER (ORDER BY g ROWS BETWEEN 90000 PRECEDING AND CURRENT ROW) x FROM generate_series(1, 1000000) g) y",
    "SELECT length(array_agg(a.user_id || b.user_id)::text) FROM exp.events a, exp.events b",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r",
    "SELECT count(*) FROM (SELECT a.evaluation_id || b.evaluation_id AS k FROM exp.flag_evaluations a, exp.flag_evaluations b ORDER BY 1 OFFSET 10) x",
];
/// Room for a slow and busy machine; without the checks these take minutes to hours.
const ROOM: Duration = Duration::from_secs(30);

/// Waits until the gateway rests: the process takes no time of the processor worth speaking of.
fn comes_to_rest(gateway: &Gateway, after: &str) {
    let until = Instant::now() + ROOM;
    loop {
        let before = gateway.processor_time();
        std::thread::sleep(Duration::from_millis(300));
        let used = gateway.processor_time() - before;
        if used < Duration::from_millis(100) {
            return;
        }
        assert!(Instant::now() < until, "the gateway is still busy ({used:?} of 300 ms) after {after}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_ends_whatever_runs() {
    let gateway = Gateway::start();
    let client = gateway.connect("admin").await;
    client.batch_execute("SET statement_timeout = 400").await.unwrap();
    for sql in ENDLESS {
        let started = Instant::now();
        let error = client.simple_query(sql).await.expect_err(sql);
        let took = started.elapsed();
        assert_eq!(error.code().map(|code| code.code()), Some("57014"), "{sql}: {error:?}");
        assert!(took < Duration::from_millis(400) + ROOM, "{took:?}: {sql}");
        comes_to_rest(&gateway, sql);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancel_and_a_lost_client_end_whatever_runs() {
    let gateway = Gateway::start();
    for (number, sql) in ENDLESS.iter().enumerate() {
        let (client, socket) = gateway.connect_held("admin").await;
        let token = client.cancel_token();
        let running = tokio::spawn(async move { client.simple_query(sql).await.map(drop) });
        tokio::time::sleep(Duration::from_millis(300)).await;
        if number.is_multiple_of(2) {
            token.cancel_query(NoTls).await.unwrap();
            let asked = Instant::now();
            let error = running.await.unwrap().expect_err(sql);
            assert_eq!(error.code().map(|code| code.code()), Some("57014"), "{sql}: {error:?}");
            assert!(asked.elapsed() < ROOM, "{sql}");
        } else {
            socket.abort();
        }
        comes_to_rest(&gateway, sql);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn busy_statements_keep_nobody_waiting() {
    let gateway = Gateway::start();
    let mut hogs = Vec::new();
    for sql in ENDLESS.iter().take(3).chain([&ENDLESS[0]]) {
        let client = gateway.connect("admin").await;
        client.batch_execute("SET statement_timeout = '5min'").await.unwrap();
        hogs.push(tokio::spawn(async move { client.simple_query(sql).await.map(drop) }));
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    let client = gateway.connect("analyst").await;
    let mut slowest = Duration::ZERO;
    for _ in 0..10 {
        let asked = Instant::now();
        client.simple_query("SELECT count(*) FROM exp.assignments").await.unwrap();
        slowest = slowest.max(asked.elapsed());
    }
    eprintln!("the slowest answer beside four busy statements took {slowest:?}");
    assert!(hogs.iter().all(|hog| !hog.is_finished()), "the busy statements were meant to last");
    assert!(slowest < ROOM, "{slowest:?}");
    hogs.iter().for_each(tokio::task::JoinHandle::abort);
}
