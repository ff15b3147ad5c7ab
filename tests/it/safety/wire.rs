//! Attacks on the protocol, byte by byte over a socket: each with its outcome.
//!
//! Elsewhere: TLS and its negotiation (P-001 to P-005) in `src/wire/tests/tls.rs` and `login.rs`, cancels at the warehouse (P-039) and its shared connections (P-041) in `postgres_warehouse`,
//! what errors tell (P-045) in `verdicts`.

use super::served::Gateway;
use postgres_protocol::authentication::sasl::{ChannelBinding, ScramSha256};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A client that says what it is told to.
struct Raw(TcpStream);

fn message(tag: u8, body: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    out.extend((body.len() as u32 + 4).to_be_bytes());
    out.extend(body);
    out
}

fn text(parts: &[&str]) -> Vec<u8> {
    parts.iter().flat_map(|part| part.bytes().chain([0])).collect()
}

fn query(sql: &str) -> Vec<u8> {
    message(b'Q', &text(&[sql]))
}

fn parse(name: &str, sql: &str, types: &[u32]) -> Vec<u8> {
    let mut body = text(&[name, sql]);
    body.extend((types.len() as u16).to_be_bytes());
    types.iter().for_each(|oid| body.extend(oid.to_be_bytes()));
    message(b'P', &body)
}

/// Values in text form.
fn bind(portal: &str, name: &str, values: &[Option<&[u8]>]) -> Vec<u8> {
    let mut body = text(&[portal, name]);
    body.extend([0, 0]);
    body.extend((values.len() as u16).to_be_bytes());
    for value in values {
        match value {
            None => body.extend((-1_i32).to_be_bytes()),
            Some(value) => {
                body.extend((value.len() as u32).to_be_bytes());
                body.extend(*value);
            }
        }
    }
    body.extend([0, 0]);
    message(b'B', &body)
}

fn execute(portal: &str) -> Vec<u8> {
    let mut body = text(&[portal]);
    body.extend([0; 4]);
    message(b'E', &body)
}

/// Some of the rows.
fn execute_some(portal: &str, rows: u32) -> Vec<u8> {
    let mut body = text(&[portal]);
    body.extend(rows.to_be_bytes());
    message(b'E', &body)
}

fn describe(what: u8, name: &str) -> Vec<u8> {
    let mut body = vec![what];
    body.extend(text(&[name]));
    message(b'D', &body)
}

fn sync() -> Vec<u8> {
    message(b'S', &[])
}

impl Raw {
    fn start(gateway: &Gateway, parameters: &[&str]) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", gateway.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut body = 196_608_u32.to_be_bytes().to_vec();
        body.extend(text(parameters));
        body.push(0);
        let mut out = (body.len() as u32 + 4).to_be_bytes().to_vec();
        out.extend(body);
        stream.write_all(&out).unwrap();
        Self(stream)
    }

    fn read(&mut self) -> Option<(u8, Vec<u8>)> {
        let mut head = [0; 5];
        self.0.read_exact(&mut head).ok()?;
        let length = u32::from_be_bytes([head[1], head[2], head[3], head[4]]) as usize;
        let mut body = vec![0; length - 4];
        self.0.read_exact(&mut body).ok()?;
        Some((head[0], body))
    }

    /// Authenticates; gives what came in the end, as [`Raw::answer`] does.
    fn log_in(&mut self, password: &str) -> Vec<String> {
        let mut scram = ScramSha256::new(password.as_bytes(), ChannelBinding::unsupported());
        loop {
            let Some((tag, body)) = self.read() else { return vec!["end".to_owned()] };
            if tag != b'R' {
                let mut all = vec![summary(tag, &body)];
                all.extend(self.answer());
                return all;
            }
            let reply = match body[3] {
                10 => {
                    let mut reply = text(&["SCRAM-SHA-256"]);
                    reply.extend((scram.message().len() as u32).to_be_bytes());
                    reply.extend(scram.message());
                    reply
                }
                11 => {
                    scram.update(&body[4..]).unwrap();
                    scram.message().to_vec()
                }
                _ => continue,
            };
            self.0.write_all(&message(b'p', &reply)).unwrap();
        }
    }

    /// All messages up to ReadyForQuery or the end, each as its tag, and with its SQLSTATE or first value.
    fn answer(&mut self) -> Vec<String> {
        let mut all = Vec::new();
        loop {
            match self.read() {
                None => all.push("end".to_owned()),
                Some((tag, body)) => {
                    all.push(summary(tag, &body));
                    if tag != b'Z' {
                        continue;
                    }
                }
            }
            return all;
        }
    }

    fn say(&mut self, messages: &[Vec<u8>]) -> Vec<String> {
        self.0.write_all(&messages.concat()).unwrap();
        self.answer()
    }
}

fn summary(tag: u8, body: &[u8]) -> String {
    let tag = char::from(tag);
    match tag {
        'E' => {
            let mut fields = body.split(|byte| *byte == 0);
            let code = fields.find(|field| field.first() == Some(&b'C')).unwrap();
            format!("E {}", String::from_utf8_lossy(&code[1..]))
        }
        'D' if body.len() > 6 => {
            let length = i32::from_be_bytes([body[2], body[3], body[4], body[5]]);
            let value =
                usize::try_from(length).map(|length| String::from_utf8_lossy(&body[6..6 + length]).into_owned());
            format!("D {}", value.unwrap_or_else(|_| "NULL".to_owned()))
        }
        _ => tag.to_string(),
    }
}

const USER: [&str; 4] = ["user", "analyst", "database", "tollgate"];

fn session(gateway: &Gateway) -> Raw {
    let mut raw = Raw::start(gateway, &USER);
    assert_eq!(raw.log_in("demo").last().map(String::as_str), Some("Z"));
    raw
}

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
    // P-025: a date is compared with a date.
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
        &["client_encoding", "SQL_ASCII"],
        &["client_encoding", "LATIN1"],
    ] {
        let (answer, _) = with(more);
        assert!(answer.iter().any(|line| line.starts_with("E ")), "{more:?}: {answer:?}");
        assert!(!answer.iter().any(|line| line == "Z"), "{more:?}: {answer:?}");
    }
    let (answer, mut raw) = with(&["options", "-c search_path=hr -c row_security=off -c statement_timeout=0"]);
    if answer.last().is_some_and(|last| last == "Z") {
        assert_eq!(raw.say(&[query("SELECT * FROM salaries")]), ["E 42P01", "Z"]);
    }
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
