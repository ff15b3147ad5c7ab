//! Memory of the gateway's process while much is sent: it stays where it was, however slow the client is.

use crate::gateway::Gateway;
use futures::StreamExt;
use std::time::{Duration, Instant};

/// What the process may take more than it had: a few blocks of each stage, not the result. The whole result is over a gigabyte.
const ROOM: u64 = 150 << 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn copy_to_a_slow_client_holds_memory_flat() {
    let gateway = Gateway::start();
    let client = gateway.connect("admin").await;
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
    drop((rows, client));
    let until = Instant::now() + Duration::from_secs(10);
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
