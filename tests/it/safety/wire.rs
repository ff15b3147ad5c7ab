//! Attacks on the protocol, byte by byte over a socket: each with its outcome.
//!
//! Elsewhere: TLS and its negotiation (P-001 to P-005) in `src/wire/tests/tls.rs` and `login.rs`, cancels at the warehouse (P-039) and its shared connections (P-041) in `postgres_warehouse`,
//! what errors tell (P-045) in `verdicts`.

use super::raw::{
    Raw, USER, bind, bind_as, describe, execute, execute_some, message, parse, query, session, sync, text,
};
use super::served::Gateway;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

const WINDOWED: &str =
    "SELECT count(*) > 0 FROM exp.flag_evaluations WHERE _partition_date >= $1 AND _partition_date < $2";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_and_parameters_are_no_way_around_the_gates() {
    let gateway = Gateway::start().await;
    let mut raw = session(&gateway);
    let dates = |from: &'static str, to: &'static str| bind("", "w", &[Some(from.as_bytes()), Some(to.as_bytes())]);
    let salaries = "SELECT amount FROM hr.salaries";
    // P-021: a name keeps its first statement.
    assert_eq!(raw.say(&[parse("s", "SELECT 41 + 1", &[]), sync()]), ["1", "Z"]);
    let second = raw.say(&[parse("s", salaries, &[]), sync()]);
    assert!(second == ["E 42P05", "Z"] || second == ["E 42P01", "Z"], "{second:?}");
    assert_eq!(raw.say(&[bind("", "s", &[]), execute(""), sync()]), ["2", "D 42", "C", "Z"]);
    // P-022: a forbidden statement does not slip under an open portal.
    let swapped = [parse("", "SELECT 1", &[]), bind("", "", &[]), parse("", salaries, &[]), execute(""), sync()];
    assert_eq!(raw.say(&swapped), ["1", "2", "E 42P01", "Z"]);
    // P-023: the window is decided with the values.
    assert_eq!(raw.say(&[parse("w", WINDOWED, &[]), sync()]), ["1", "Z"]);
    assert_eq!(raw.say(&[dates("2025-06-01", "2025-07-01"), execute(""), sync()]), ["2", "D t", "C", "Z"]);
    let wide = raw.say(&[dates("2020-01-01", "2026-01-01"), execute(""), sync()]);
    assert!(wide.contains(&"E 53400".to_owned()) && !wide.contains(&"D t".to_owned()), "{wide:?}");
    // P-024
    for (from, to) in [("-infinity", "2025-07-01"), ("2025-06-01", "infinity"), ("", "2025-07-01")] {
        let odd = raw.say(&[dates(from, to), execute(""), sync()]);
        assert!(odd.iter().any(|line| line == "E 53400" || line.starts_with("E 22")), "{from} {to}: {odd:?}");
    }
    let null = raw.say(&[bind("", "w", &[None, Some(b"2025-07-01")]), execute(""), sync()]);
    assert!(!null.contains(&"D t".to_owned()), "{null:?}");
    for day in [i32::MIN, i32::MAX, i32::MIN + 1, i32::MAX - 1, -800_000] {
        let values = [day.to_be_bytes(), 9_282_i32.to_be_bytes()];
        let odd = raw.say(&[bind_as(&[1], "", "w", &[Some(&values[0]), Some(&values[1])]), execute(""), sync()]);
        assert!(!odd.contains(&"D t".to_owned()), "{day}: {odd:?}");
    }
    let wrong = raw.say(&[bind_as(&[1], "", "w", &[Some(b"2025-06-01"), Some(b"")]), execute(""), sync()]);
    assert!(wrong[0].starts_with("E 22") || wrong[0] == "E 08P01", "{wrong:?}");
    // P-025: a date is compared with a date.
    for oid in [0, 705, 1082] {
        assert_eq!(raw.say(&[parse("", WINDOWED, &[oid, oid]), sync()]), ["1", "Z"], "{oid}");
        let june = bind("", "", &[Some(b"2025-06-01"), Some(b"2025-07-01")]);
        assert_eq!(raw.say(&[june, execute(""), sync()]), ["2", "D t", "C", "Z"], "{oid}");
        let wide = raw.say(&[bind("", "", &[Some(b"9-1-1"), Some(b"2025-07-01")]), execute(""), sync()]);
        assert!(!wide.contains(&"D t".to_owned()), "{oid}: {wide:?}");
    }
    for oid in [25, 2249, 2278] {
        let odd = raw.say(&[parse("", WINDOWED, &[oid, oid]), sync()]);
        assert!(odd[0].starts_with("E 42") || odd[0].starts_with("E 0A"), "{oid}: {odd:?}");
    }
    // P-026, P-027: a value is a value.
    let filter = "SELECT count(*) FROM exp.events WHERE user_id = $1";
    let hostile = [parse("", filter, &[25]), bind("", "", &[Some(b"x' OR true --")]), execute(""), sync()];
    assert_eq!(raw.say(&hostile), ["1", "2", "D 0", "C", "Z"]);
    for bytes in [&b"a\0b"[..], b"\xff\xfe"] {
        let broken = raw.say(&[parse("", filter, &[25]), bind("", "", &[Some(bytes)]), execute(""), sync()]);
        assert!(broken.contains(&"E 22021".to_owned()), "{broken:?}");
    }
    let minus = [
        parse("", "SELECT 5-$1, $2", &[23, 25]),
        bind("", "", &[Some(b"-1"), Some(b"\n; DELETE")]),
        execute(""),
        sync(),
    ];
    assert_eq!(raw.say(&minus), ["1", "2", "D 6", "C", "Z"]);
    // P-028: nothing is described that is not there.
    assert_eq!(raw.say(&[parse("d", salaries, &[]), describe(b'S', "d"), sync()]), ["E 42P01", "Z"]);
    assert_eq!(raw.say(&[describe(b'S', "d"), sync()]), ["E 26000", "Z"]);
    assert_eq!(raw.say(&[describe(b'P', "none"), sync()]), ["E 34000", "Z"]);
    // P-034, P-035: SQL's names are the protocol's.
    assert_eq!(raw.say(&[query("PREPARE x AS SELECT amount FROM hr.salaries")]), ["E 42P01", "Z"]);
    assert_eq!(raw.say(&[bind("", "x", &[]), sync()]), ["E 26000", "Z"]);
    assert_eq!(raw.say(&[query("BEGIN")]), ["C", "Z"]);
    assert_eq!(raw.say(&[query("DECLARE c CURSOR FOR SELECT amount FROM hr.salaries")]), ["E 42P01", "Z"]);
    assert_eq!(raw.say(&[query("ROLLBACK")]), ["C", "Z"]);
    assert_eq!(raw.say(&[query("FETCH ALL FROM c")]), ["E 34000", "Z"]);
    assert_eq!(raw.say(&[query("BEGIN; DECLARE c CURSOR FOR SELECT n FROM generate_series(1, 4) n")]), ["C", "C", "Z"]);
    assert_eq!(raw.say(&[execute_some("c", 1), sync()])[..2], ["D 1", "s"]);
    assert_eq!(raw.say(&[query("MOVE 1 IN c; FETCH 1 FROM c")]), ["C", "T", "D 3", "C", "Z"]);
    assert_eq!(raw.say(&[parse("", "SELECT 1", &[]), bind("c", "", &[]), sync()]), ["1", "E 42P03", "Z"]);
    assert_eq!(raw.say(&[query("ROLLBACK")]), ["C", "Z"]);
    assert_eq!(raw.say(&[execute("c"), sync()]), ["E 34000", "Z"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn broken_frames_end_their_own_session_alone() {
    let gateway = Gateway::start().await;
    // P-037: what belongs to COPY is nothing outside of it.
    let mut raw = session(&gateway);
    let stray = [message(b'd', b"x"), message(b'c', &[]), message(b'f', &text(&["no"])), query("SELECT 1")];
    assert_eq!(raw.say(&stray), ["T", "D 1", "C", "Z"]);
    // P-008, P-009, P-011
    let frames = [
        vec![b'Q', 0, 0, 0, 3],
        vec![b'Q', 0, 0, 0, 4],
        vec![b'Q', 0xff, 0xff, 0xff, 0xff],
        vec![b'Q', 0x7f, 0xff, 0xff, 0xff],
        message(b'Q', b"SELECT 1"),
        message(b'Q', b"SELECT 1\0SELECT 2\0"),
        message(b'S', b"x"),
        message(b'E', b"\0\0\0\0\0tail"),
        message(b'T', &[0, 0]),
        message(b'D', b"D"),
        message(b'!', &[]),
    ];
    for frame in frames {
        let mut raw = session(&gateway);
        let mut said = frame.clone();
        said.extend(sync());
        let answer = raw.say(&[said]);
        assert!(answer.iter().any(|line| line == "E 08P01" || line == "end"), "{frame:?}: {answer:?}");
        assert!(!answer.iter().any(|line| line.starts_with('D')), "{frame:?}: {answer:?}");
        assert_eq!(session(&gateway).say(&[query("SELECT 1")]), ["T", "D 1", "C", "Z"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_up_packet_gives_no_rights() {
    let gateway = Gateway::start().await;
    let with = |more: &[&'static str]| {
        let mut raw = Raw::start(&gateway, &[&USER[..], more].concat());
        (raw.log_in("demo"), raw)
    };
    // P-016, P-017, P-019
    for more in [
        &["options", "-c role=postgres"][..],
        &["options", "-c session_authorization=postgres"],
        &["replication", "true"],
        &["replication", "database"],
        &["client_encoding", "SJIS"],
        &["client_encoding", "GBK"],
        &["client_encoding", "BIG5"],
        &["client_encoding", "SQL_ASCII"],
        &["client_encoding", "LATIN1"],
    ] {
        let (answer, _) = with(more);
        assert!(answer.iter().any(|line| line.starts_with("E ")), "{more:?}: {answer:?}");
        assert!(!answer.iter().any(|line| line == "Z"), "{more:?}: {answer:?}");
    }
    let (answer, mut raw) = with(&["options", "-c search_path=hr -c row_security=off -c statement_timeout=0"]);
    assert!(answer.iter().any(|line| line.starts_with("E ")), "{answer:?}");
    assert_eq!(raw.read(), None);
    let (answer, mut raw) = with(&["options", "-c search_path=hr -c statement_timeout=0"]);
    assert_eq!(answer.last().map(String::as_str), Some("Z"), "{answer:?}");
    assert_eq!(raw.say(&[query("SELECT * FROM salaries")]), ["E 42P01", "Z"]);
    // P-014: a wrong password and a user that is not there look the same.
    let refused = |user: &'static str| Raw::start(&gateway, &["user", user, "database", "tollgate"]).log_in("wrong");
    assert_eq!(refused("analyst"), refused("nobodyx"));
    assert!(refused("nobodyx").contains(&"E 28P01".to_owned()));
    // P-042: two sessions' statements of one name are two.
    let (mut one, mut two) = (session(&gateway), session(&gateway));
    assert_eq!(one.say(&[parse("s", "SELECT 1", &[]), sync()]), ["1", "Z"]);
    assert_eq!(two.say(&[parse("s", "SELECT 2", &[]), sync()]), ["1", "Z"]);
    assert_eq!(one.say(&[bind("", "s", &[]), execute(""), sync()]), ["2", "D 1", "C", "Z"]);
    assert_eq!(two.say(&[bind("", "s", &[]), execute(""), sync()]), ["2", "D 2", "C", "Z"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_is_that_name_alone() {
    let gateway = Gateway::start().await;
    // P-015: a name is compared byte by byte, whole; given twice it is none.
    let refused = |user: &str| Raw::start(&gateway, &["user", user, "database", "tollgate"]).log_in("demo");
    let unknown = refused("nobodyx");
    assert!(unknown.contains(&"E 28P01".to_owned()), "{unknown:?}");
    let long = format!("analyst{}", "t".repeat(200));
    for user in ["Analyst", "ANALYST", " analyst", "analyst ", "\"analyst\"", "\u{430}nalyst", "analyst\u{200b}", &long]
    {
        assert_eq!(refused(user), unknown, "{user:?}");
    }
    for twice in [["user", "loader"], ["user", "analyst"], ["database", "tollgate"]] {
        let answer = Raw::start(&gateway, &[&USER[..], &twice].concat()).log_in("demo");
        assert!(answer.contains(&"E 08P01".to_owned()), "{twice:?}: {answer:?}");
    }
    let mut session = session(&gateway);
    assert_eq!(session.say(&[query("SELECT current_user")]), ["T", "D analyst", "C", "Z"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_portal_ends_under_the_policy_that_it_began_under() {
    let gateway = Gateway::start().await;
    let (mut raw, mut other) = (session(&gateway), session(&gateway));
    // P-032: the rows that were granted are given to the end; the next statement is decided anew.
    assert_eq!(raw.say(&[query("BEGIN")]), ["C", "Z"]);
    let events = "SELECT event_type FROM exp.events ORDER BY 1 LIMIT 3";
    let begun = raw.say(&[parse("", events, &[]), bind("", "", &[]), execute_some("", 1), sync()]);
    assert!(begun.len() == 5 && begun[2].starts_with("D ") && begun[3] == "s", "{begun:?}");
    let version = other.say(&[query("SHOW tollgate.policy_version")]);
    let granted = std::fs::read_to_string(gateway.policy()).unwrap();
    let (before, after) = granted.split_once("[role.analyst.grant.\"exp.events\"]\ncolumns = \"all\"\n").unwrap();
    std::fs::write(gateway.policy(), format!("{before}{after}")).unwrap();
    let until = std::time::Instant::now() + Duration::from_secs(60);
    while other.say(&[query("SHOW tollgate.policy_version")]) == version {
        assert!(std::time::Instant::now() < until, "the policy is not reloaded");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(other.say(&[query("SELECT count(*) FROM exp.events")]), ["E 42P01", "Z"]);
    let rest = raw.say(&[execute(""), sync()]);
    assert!(rest.len() == 4 && rest[0].starts_with("D ") && rest[2] == "C", "{rest:?}");
    assert_eq!(raw.say(&[query("SELECT count(*) FROM exp.events")]), ["E 42P01", "Z"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn strangers_keep_nobody_out() {
    let gateway = Gateway::start().await;
    let mut raw = session(&gateway);
    // P-046: more than one address may have; some say nothing, some stop half-way.
    let half = 196_608_u32.to_be_bytes();
    let strangers: Vec<TcpStream> = (0..400)
        .map(|number| {
            let mut stream = TcpStream::connect(("127.0.0.1", gateway.port)).unwrap();
            if number % 2 == 0 {
                // One that was turned away already is told so by its system.
                let _ = stream.write_all(&half);
            }
            stream
        })
        .collect();
    assert_eq!(raw.say(&[query("SELECT 1")]), ["T", "D 1", "C", "Z"]);
    let turned_away = strangers.iter().filter(|stream| {
        stream.set_read_timeout(Some(Duration::from_millis(20))).unwrap();
        matches!((&**stream).read(&mut [0]), Ok(0)) || (&**stream).read(&mut [0]).is_err_and(is_reset)
    });
    assert!(turned_away.count() >= 100, "a stranger's address has no limit");
    drop(strangers);
    let until = std::time::Instant::now() + Duration::from_secs(60);
    while TcpStream::connect(("127.0.0.1", gateway.port)).is_err() {
        assert!(std::time::Instant::now() < until, "nobody is let in");
    }
    gateway.connect().await;
}

fn is_reset(error: std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::ConnectionReset
}
