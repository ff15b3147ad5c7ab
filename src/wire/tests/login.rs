//! Start-up and authentication.

use super::client::{Client, connect, frame, server, server_with, session, startup, startup_version};
use crate::wire::{Options, converse};
use std::sync::Arc;
use std::time::Duration;

const ANN: [(&str, &str); 2] = [("user", "ann"), ("database", "tollgate")];

/// The lines after a login with more parameters.
async fn with(name: &str, value: &str) -> Vec<String> {
    let (server, _) = server();
    let mut client = Client::over(connect(&server));
    client.log_in(&[ANN[0], ANN[1], (name, value)], "secret").await
}

#[tokio::test]
async fn a_login_tells_what_postgresql_tells() {
    let (server, _) = server();
    let mut client = Client::over(connect(&server));
    let lines = client.log_in(&ANN, "secret").await;
    assert_eq!(
        lines,
        [
            "Authentication 0",
            "ParameterStatus application_name=",
            "ParameterStatus client_encoding=UTF8",
            "ParameterStatus DateStyle=ISO, MDY",
            "ParameterStatus default_transaction_read_only=on",
            "ParameterStatus in_hot_standby=off",
            "ParameterStatus integer_datetimes=on",
            "ParameterStatus IntervalStyle=postgres",
            "ParameterStatus is_superuser=off",
            "ParameterStatus server_encoding=UTF8",
            "ParameterStatus server_version=15.18 (Tollgate 0.1.0)",
            "ParameterStatus session_authorization=ann",
            "ParameterStatus standard_conforming_strings=on",
            "ParameterStatus TimeZone=UTC",
            "BackendKeyData 8",
            "ReadyForQuery I",
        ]
    );
}

#[tokio::test]
async fn an_unknown_an_expired_user_and_a_wrong_password_look_the_same() {
    let (server, _) = server();
    for user in ["ann", "old", "nobody"] {
        let mut client = Client::over(connect(&server));
        let password = if user == "old" { "secret" } else { "wrong" };
        let lines = client.log_in(&[("user", user), ANN[1]], password).await;
        let expected = format!("Error FATAL 28P01 password authentication failed for user \"{user}\"");
        assert_eq!(lines, [expected.as_str(), "closed"]);
    }
}

#[tokio::test]
async fn only_the_one_database_exists() {
    let (server, _) = server();
    let mut client = Client::over(connect(&server));
    let lines = client.log_in(&[("user", "ann"), ("database", "postgres")], "secret").await;
    assert!(lines.contains(&"Error FATAL 3D000 database \"postgres\" does not exist".to_owned()), "{lines:?}");
}

#[tokio::test]
async fn utf8_has_many_spellings_and_is_the_only_encoding() {
    for spelling in ["UTF8", "'utf-8'", "unicode", "utf_8"] {
        assert!(with("client_encoding", spelling).await.contains(&"ParameterStatus client_encoding=UTF8".to_owned()));
    }
    for other in ["latin1", "SJIS", "GBK", "BIG5", "SQL_ASCII"] {
        let lines = with("client_encoding", other).await;
        let error = format!("Error FATAL 22023 invalid value for parameter \"client_encoding\": \"{other}\"");
        assert!(lines.contains(&error), "{lines:?}");
    }
}

#[tokio::test]
async fn options_set_and_refuse() {
    let lines = with("options", "-c DateStyle=German -c application_name=a\\ b --since=7d").await;
    assert!(lines.contains(&"ParameterStatus DateStyle=German, DMY".to_owned()), "{lines:?}");
    assert!(lines.contains(&"ParameterStatus application_name=a b".to_owned()), "{lines:?}");
    for refused in ["-c role=engineer", "-c row_security=off"] {
        let lines = with("options", refused).await;
        assert!(lines.iter().any(|line| line.starts_with("Error FATAL 42501 permission denied")), "{lines:?}");
    }
    let lines = with("nonsense", "1").await;
    assert!(lines.contains(&"Error FATAL 42704 unrecognized configuration parameter \"nonsense\"".to_owned()));
}

#[tokio::test]
async fn what_a_connection_started_with_is_what_reset_goes_back_to() {
    let (server, _) = server();
    let mut client = Client::over(connect(&server));
    client.log_in(&[ANN[0], ANN[1], ("application_name", "first")], "secret").await;
    let lines = client.query("SET application_name = 'second'; RESET application_name; SHOW application_name").await;
    assert!(lines.contains(&"DataRow first".to_owned()), "{lines:?}");
}

#[tokio::test]
async fn a_newer_protocol_is_negotiated_down() {
    let (server, _) = server();
    let mut client = Client::over(connect(&server));
    client.send(&startup_version(0x0003_0063, &[ANN[0], ANN[1], ("_pq_.gzip", "on")])).await;
    let lines = client.scram("secret").await;
    assert_eq!(lines.first().unwrap(), "NegotiateProtocolVersion 3.2 _pq_.gzip");
    assert!(lines.contains(&"BackendKeyData 36".to_owned()), "{lines:?}");
}

#[tokio::test]
async fn replication_and_a_second_user_are_refused_before_authentication() {
    let (server, _) = server();
    for (pair, error) in [
        (("replication", "database"), "Error FATAL 0A000 replication connections are not supported"),
        (("user", "bob"), "Error FATAL 08P01 startup parameter \"user\" was given twice"),
    ] {
        let mut client = Client::over(connect(&server));
        client.send(&startup(&[ANN[0], ANN[1], pair])).await;
        assert_eq!(client.lines().await, [error, "closed"]);
    }
}

#[tokio::test]
async fn a_packet_of_senseless_length_ends_the_connection() {
    let (server, _) = server();
    for bytes in [&b"GET / HTTP/1.1\r\n\r\n"[..], &[0, 0, 0, 3, 0, 0], &[0, 0, 0, 7, 0, 0, 0], &[0, 0, 0x27, 0x11, 0]] {
        let mut client = Client::over(connect(&server));
        client.send(bytes).await;
        assert_eq!(client.line().await, "closed");
    }
}

#[tokio::test]
async fn a_password_message_has_a_limit_before_authentication() {
    let (server, _) = server();
    let mut client = Client::over(connect(&server));
    client.send(&startup(&ANN)).await;
    assert_eq!(client.line().await, "Authentication 10");
    client.send(&frame(b'p', &[b'x'; 9000])).await;
    assert_eq!(client.lines().await, ["Error FATAL 08P01 malformed SCRAM message", "closed"]);
}

#[tokio::test]
async fn a_query_before_authentication_is_refused() {
    let (server, _) = server();
    let mut client = Client::over(connect(&server));
    client.send(&startup(&ANN)).await;
    assert_eq!(client.line().await, "Authentication 10");
    client.send(&frame(b'Q', b"SELECT 1\0")).await;
    assert_eq!(client.lines().await, ["Error FATAL 08P01 expected SASL response, got message type 81", "closed"]);
}

#[tokio::test]
async fn a_stranger_who_says_nothing_is_shown_out() {
    let (server, _) = server_with(Options { authentication_timeout: Duration::from_millis(50), ..Options::default() });
    let mut silent = Client::over(connect(&server));
    assert_eq!(silent.line().await, "closed");
    let mut halfway = Client::over(connect(&server));
    halfway.send(&startup(&ANN)).await;
    assert_eq!(halfway.lines().await, ["Authentication 10", "closed"]);
}

#[tokio::test]
async fn one_session_too_many_is_refused() {
    let (server, _) = server_with(Options { max_connections: 1, ..Options::default() });
    let first = session(&server).await;
    let mut second = Client::over(connect(&server));
    let lines = second.log_in(&ANN, "secret").await;
    assert!(lines.contains(&"Error FATAL 53300 sorry, too many clients already".to_owned()), "{lines:?}");
    drop(first);
    while server.registry.count() > 0 {
        tokio::task::yield_now().await;
    }
    session(&server).await;
}

// P-005
#[tokio::test]
async fn plain_text_is_refused_before_authentication_where_tls_is_demanded() {
    let (server, _) = server();
    let (ours, theirs) = tokio::io::duplex(4096);
    tokio::spawn(converse(Arc::clone(&server), theirs, None, true));
    let mut client = Client::over(ours);
    client.send(&startup(&ANN)).await;
    assert_eq!(client.lines().await, ["Error FATAL 28000 this server accepts encrypted connections only", "closed"]);
}
