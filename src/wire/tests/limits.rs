//! Cancels, time limits, large messages, lost clients, the drain.

use super::client::{Client, connect, frame, server, server_with, session};
use crate::wire::Options;
use bytes::{BufMut, BytesMut};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

fn cancel_request(pid: i32, key: &[u8]) -> BytesMut {
    let mut packet = BytesMut::new();
    packet.put_u32(12 + key.len() as u32);
    packet.put_u32((1234 << 16) | 5678);
    packet.put_i32(pid);
    packet.put_slice(key);
    packet
}

/// Waits until the session runs something.
async fn active(server: &Arc<crate::wire::Server>) -> Arc<crate::session::registry::Handle> {
    loop {
        if let Some(handle) =
            server.registry.of_user("ann").into_iter().find(|handle| handle.activity().state == "active")
        {
            return handle;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_cancel_with_the_right_key_ends_the_statement_and_no_other_does() {
    let (server, engine) = server();
    let mut client = session(&server).await;
    client.send(&frame(b'Q', b"SELECT pg_sleep(1000)\0")).await;
    let handle = active(&server).await;
    let mut wrong = Client::over(connect(&server));
    wrong.send(&cancel_request(handle.pid, &[0; 4])).await;
    assert_eq!(wrong.line().await, "closed");
    assert_eq!(handle.activity().state, "active");
    let sent = Instant::now();
    let mut right = Client::over(connect(&server));
    right.send(&cancel_request(handle.pid, handle.key())).await;
    let lines = client.lines().await;
    assert!(sent.elapsed() < Duration::from_secs(20), "{:?}", sent.elapsed());
    assert_eq!(lines[1..], ["Error ERROR 57014 canceling statement due to user request", "ReadyForQuery I"]);
    assert_eq!(engine.ended.load(Ordering::SeqCst), 1, "the work has stopped");
    // The session goes on, and a cancel that comes late hits nothing.
    handle.cancel();
    assert_eq!(client.query("SELECT 1").await.last().unwrap(), "ReadyForQuery I");
}

#[tokio::test]
async fn a_user_cancels_own_sessions_only() {
    let (server, _) = server();
    let _client = session(&server).await;
    let pid = server.registry.of_user("ann").first().unwrap().pid;
    assert!(!server.registry.cancel_own(pid, "bob"));
    assert!(!server.registry.terminate_own(pid, "bob"));
    assert!(server.registry.cancel_own(pid, "ann"));
    assert!(server.registry.of_user("bob").is_empty());
}

#[tokio::test]
async fn a_terminated_session_is_told_so() {
    let (server, _) = server();
    let mut client = session(&server).await;
    let pid = server.registry.of_user("ann").first().unwrap().pid;
    assert!(server.registry.terminate_own(pid, "ann"));
    let expected = ["Error FATAL 57P01 terminating connection due to administrator command", "closed"];
    assert_eq!(client.lines().await, expected);
}

#[tokio::test]
async fn a_statement_that_takes_too_long_is_ended() {
    let (server, engine) = server();
    let mut client = session(&server).await;
    client.query("SET statement_timeout = '20ms'").await;
    let lines = client.query("SELECT pg_sleep(1000)").await;
    assert_eq!(lines[1..], ["Error ERROR 57014 canceling statement due to statement timeout", "ReadyForQuery I"]);
    assert_eq!(engine.ended.load(Ordering::SeqCst), 1, "the work has stopped");
    // Each statement has its own time.
    let lines = client.query("SELECT 1; SELECT 2").await;
    assert_eq!(lines.last().unwrap(), "ReadyForQuery I");
}

#[tokio::test]
async fn idle_sessions_end_in_time() {
    let (server, _) = server();
    let mut client = session(&server).await;
    client.query("SET idle_in_transaction_session_timeout = '30ms'").await;
    client.query("BEGIN").await;
    let expected = ["Error FATAL 25P03 terminating connection due to idle-in-transaction timeout", "closed"];
    assert_eq!(client.lines().await, expected);
    let mut client = session(&server).await;
    client.query("SET idle_session_timeout = '30ms'").await;
    assert_eq!(
        client.lines().await,
        ["Error FATAL 57P05 terminating connection due to idle-session timeout", "closed"]
    );
}

#[tokio::test]
async fn a_client_that_leaves_stops_its_statement() {
    let (server, engine) = server();
    let mut client = session(&server).await;
    client.send(&frame(b'Q', b"SELECT pg_sleep(1000)\0")).await;
    active(&server).await;
    drop(client);
    while server.registry.count() > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(engine.ended.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_large_message_is_refused_without_being_held() {
    let (server, _) = server();
    let mut client = session(&server).await;
    let large = vec![b' '; 2 << 20];
    client.send(&frame(b'Q', &large)).await;
    let expected = ["Error ERROR 54000 the message is too large", "ReadyForQuery I"];
    assert_eq!(client.lines().await, expected);
    client.send(&frame(b'P', &large)).await;
    client.send(&frame(b'E', b"\0\0\0\0\0")).await;
    client.send(&frame(b'S', b"")).await;
    assert_eq!(client.lines().await, expected);
    // A statement within the message's limit and past its own.
    let lines = client.query(&format!("SELECT 1 {}", " ".repeat(5000))).await;
    assert_eq!(lines, ["Error ERROR 54000 the statement is too large", "ReadyForQuery I"]);
}

#[tokio::test]
async fn a_frame_that_makes_no_sense_ends_the_connection() {
    let (server, _) = server();
    for (bytes, message) in [
        (&[b'Q', 0, 0, 0, 3][..], "invalid message length"),
        (&[b'Q', 0xff, 0xff, 0xff, 0xff, 0][..], "invalid message length"),
        (&[b'S', 0, 0x10, 0, 0][..], "invalid message length"),
        (&[b'T', 0, 0, 0, 4][..], "invalid frontend message type 84"),
        (&[0, 0, 0, 0, 4][..], "invalid frontend message type 0"),
        (&[b'p', 0, 0, 0, 4][..], "invalid frontend message type 112"),
    ] {
        let mut client = session(&server).await;
        client.send(bytes).await;
        assert_eq!(client.lines().await, [format!("Error FATAL 08P01 {message}"), "closed".to_owned()]);
    }
}

#[tokio::test]
async fn the_drain_ends_idle_sessions_and_lets_statements_finish() {
    let (server, _) = server_with(Options::default());
    let mut idle = session(&server).await;
    let mut busy = session(&server).await;
    busy.send(&frame(b'Q', b"SELECT pg_sleep(1000)\0")).await;
    active(&server).await;
    server.drain.cancel();
    let shut_down = ["Error FATAL 57P01 terminating connection due to administrator command", "closed"];
    assert_eq!(idle.lines().await, shut_down);
    assert_eq!(active(&server).await.activity().state, "active");
    server.registry.terminate_all();
    assert_eq!(busy.lines().await[1..], shut_down);
}

#[tokio::test]
async fn a_result_waits_for_a_slow_reader() {
    let (server, _) = server();
    let mut client = session(&server).await;
    client.send(&frame(b'Q', b"SELECT n FROM generate_series(1, 100000)\0")).await;
    let mut rows = 0;
    loop {
        let line = client.line().await;
        rows += usize::from(line.starts_with("DataRow"));
        if line.starts_with("CommandComplete") {
            assert_eq!(line, "CommandComplete SELECT 100000");
            break;
        }
    }
    assert_eq!(rows, 100_000);
}

#[tokio::test]
async fn a_statement_that_the_policy_changed_under_is_decided_again() {
    let (server, engine) = server();
    let mut client = session(&server).await;
    let parse = [&b"s\0SELECT n FROM generate_series(1, 2)\0"[..], &[0, 0]].concat();
    client.send(&frame(b'P', &parse)).await;
    client.send(&frame(b'S', b"")).await;
    client.lines().await;
    let run = [frame(b'B', b"\0s\0\0\0\0\0\0\0"), frame(b'E', b"\0\0\0\0\0"), frame(b'S', b"")].concat();
    engine.version.fetch_add(1, Ordering::SeqCst);
    client.send(&run).await;
    assert!(client.lines().await.contains(&"CommandComplete SELECT 2".to_owned()));
    // The same, with other columns than were promised.
    engine.version.fetch_add(1, Ordering::SeqCst);
    *engine.column.lock().unwrap() = Some("other".to_owned());
    client.send(&run).await;
    let lines = client.lines().await;
    assert_eq!(lines, ["Error ERROR 0A000 cached plan must not change result type", "ReadyForQuery I"]);
}

#[tokio::test]
async fn the_transaction_has_one_time() {
    let (server, _) = server();
    let mut client = session(&server).await;
    let row = |lines: Vec<String>| lines.into_iter().find(|line| line.starts_with("DataRow")).unwrap();
    client.query("BEGIN").await;
    let first = row(client.query("SELECT now()").await);
    let second = row(client.query("SELECT now()").await);
    assert_eq!(first, second);
    client.query("COMMIT").await;
    assert_ne!(row(client.query("SELECT now()").await), first);
}

#[tokio::test]
async fn what_the_session_does_by_itself_is_audited() {
    let (server, engine) = server();
    let mut client = session(&server).await;
    client.query("SET timezone = 'UTC'").await;
    client.query("SET nonsense = 1").await;
    client.query("SELEKT").await;
    let audited = engine.audited.lock().unwrap().clone();
    assert_eq!(audited, ["00000 SET timezone = 'UTC'", "42704 SET nonsense = 1", "42601 SELEKT"]);
}
