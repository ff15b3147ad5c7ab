//! tokio-postgres: everything binary and typed, portals with row limits, COPY, cancel, settings, errors.

use crate::gateway::Gateway;
use futures::TryStreamExt;
use std::time::{Duration, Instant};
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{NoTls, SimpleQueryMessage};

/// Takes minutes if nobody cancels it.
const SLOW: &str = "SELECT count(*) FROM generate_series(1, 100000) AS a(i), generate_series(1, 100000) AS b(j) \
     WHERE i % 7 = j % 11";

#[tokio::test]
async fn parameters_and_results_are_typed() {
    let client = Gateway::shared().connect("analyst").await;
    let statement = client
        .prepare(
            "SELECT $1::bool, $2::int2, $3::int4, $4::int8, $5::float4, $6::float8, $7::text, $8::bytea, $9::int4[]",
        )
        .await
        .unwrap();
    let types = [
        Type::BOOL,
        Type::INT2,
        Type::INT4,
        Type::INT8,
        Type::FLOAT4,
        Type::FLOAT8,
        Type::TEXT,
        Type::BYTEA,
        Type::INT4_ARRAY,
    ];
    assert_eq!(statement.params(), types);
    assert_eq!(statement.columns().iter().map(|column| column.type_().clone()).collect::<Vec<_>>(), types);
    let list = vec![Some(1), None, Some(-3)];
    let values: [&(dyn ToSql + Sync); 9] =
        [&true, &-2_i16, &3_i32, &-4_i64, &1.5_f32, &-2.5_f64, &"ünï", &&b"\x00\xff"[..], &list];
    let row = client.query_one(&statement, &values).await.unwrap();
    assert!(row.get::<_, bool>(0));
    assert_eq!(row.get::<_, i16>(1), -2);
    assert_eq!(row.get::<_, i32>(2), 3);
    assert_eq!(row.get::<_, i64>(3), -4);
    assert_eq!(row.get::<_, f32>(4), 1.5);
    assert_eq!(row.get::<_, f64>(5), -2.5);
    assert_eq!(row.get::<_, &str>(6), "ünï");
    assert_eq!(row.get::<_, &[u8]>(7), b"\x00\xff");
    assert_eq!(row.get::<_, Vec<Option<i32>>>(8), list);
    let null: Option<i32> = client.query_one("SELECT $1::int4", &[&None::<i32>]).await.unwrap().get(0);
    assert_eq!(null, None);
}

#[tokio::test]
async fn a_portal_gives_as_many_rows_as_asked_for() {
    let mut client = Gateway::shared().connect("analyst").await;
    let transaction = client.transaction().await.unwrap();
    let portal =
        transaction.bind("SELECT i FROM generate_series(1, $1::int4) AS g(i) ORDER BY i", &[&25_i32]).await.unwrap();
    let mut sizes = Vec::new();
    let mut found = Vec::new();
    loop {
        let rows = transaction.query_portal(&portal, 10).await.unwrap();
        if rows.is_empty() {
            break;
        }
        sizes.push(rows.len());
        found.extend(rows.iter().map(|row| row.get::<_, i32>(0)));
    }
    assert_eq!(sizes, [10, 10, 5]);
    assert_eq!(found, (1..=25).collect::<Vec<_>>());
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn copy_in_binary() {
    let client = Gateway::shared().connect("analyst").await;
    for (rows, header) in [(3, "the rows' own"), (0, "an empty result's")] {
        let statement =
            format!("COPY (SELECT i FROM generate_series(1, {rows}) AS g(i) ORDER BY 1) TO STDOUT (FORMAT binary)");
        let messages: Vec<_> = client.copy_out(&statement).await.unwrap().try_collect().await.unwrap();
        let mut expected = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0".to_vec();
        for value in 1..=rows {
            expected.extend(1_i16.to_be_bytes());
            expected.extend(4_i32.to_be_bytes());
            expected.extend(i32::to_be_bytes(value));
        }
        expected.extend((-1_i16).to_be_bytes());
        assert_eq!(messages.concat(), expected, "{header}");
        // PostgreSQL sends the header with what comes first; a message of its own is too short a row for some clients.
        assert_eq!(messages.len(), usize::try_from(rows).unwrap() + 1);
    }
}

#[tokio::test]
async fn a_cancel_arrives_at_once() {
    let client = Gateway::shared().connect("analyst").await;
    let token = client.cancel_token();
    let started = Instant::now();
    let (answer, _) = tokio::join!(client.simple_query(SLOW), async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        token.cancel_query(NoTls).await.unwrap();
    });
    let error = answer.unwrap_err();
    assert_eq!(error.code().unwrap().code(), "57014");
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
    assert_eq!(client.query_one("SELECT 1", &[]).await.unwrap().get::<_, i32>(0), 1);
}

#[tokio::test]
async fn several_statements_in_one_message() {
    let client = Gateway::shared().connect("analyst").await;
    let messages = client.simple_query("SELECT 1 AS a; SHOW DateStyle; SELECT NULL::text").await.unwrap();
    let rows: Vec<Option<&str>> = messages
        .iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row.get(0)),
            _ => None,
        })
        .collect();
    assert_eq!(rows, [Some("1"), Some("ISO, MDY"), None]);
}

#[tokio::test]
async fn a_function_sets_what_set_sets_and_no_more() {
    let client = Gateway::shared().connect("analyst").await;
    // A statement that is prepared once reads the settings of the moment it runs.
    let show = client.prepare("SELECT current_setting('application_name')").await.unwrap();
    for name in ["one", "two"] {
        let set = client.query_one("SELECT set_config('application_name', $1, false)", &[&name]).await.unwrap();
        assert_eq!(set.get::<_, &str>(0), name);
        assert_eq!(client.query_one(&show, &[]).await.unwrap().get::<_, &str>(0), name);
    }
    for name in ["role", "session_authorization", "is_superuser", "tollgate.policy_version"] {
        let refused = client.query("SELECT set_config($1, 'admin', false)", &[&name]).await.unwrap_err();
        assert!(["55P02", "42501", "22023"].contains(&refused.code().unwrap().code()), "{name}: {refused:?}");
    }
    let user = client.query_one("SELECT current_user::text, current_setting('role')", &[]).await.unwrap();
    assert_eq!((user.get::<_, &str>(0), user.get::<_, &str>(1)), ("analyst", "none"));
}

#[tokio::test]
async fn a_user_sees_the_sessions_of_that_user_alone() {
    let gateway = Gateway::shared();
    let (analyst, engineer) = (gateway.connect("analyst").await, gateway.connect("engineer").await);
    let own: i32 = engineer.query_one("SELECT pg_backend_pid()", &[]).await.unwrap().get(0);
    let users = |rows: Vec<tokio_postgres::Row>| rows.iter().map(|row| row.get(0)).collect::<Vec<i32>>();
    let seen = users(analyst.query("SELECT pid FROM pg_stat_activity", &[]).await.unwrap());
    assert!(!seen.is_empty() && !seen.contains(&own), "{seen:?} and {own}");
    assert!(users(engineer.query("SELECT pid FROM pg_stat_activity", &[]).await.unwrap()).contains(&own));
}

#[tokio::test]
async fn an_error_leaves_the_session_usable() {
    let client = Gateway::shared().connect("analyst").await;
    for (statement, sqlstate) in [
        ("SELECT 1 / 0", "22012"),
        ("SELEC 1", "42601"),
        ("SELECT * FROM no_such_table", "42P01"),
        ("SELECT no_such_column FROM exp.events", "42703"),
        ("SELECT 'x'::int4", "22P02"),
        ("SELECT no_such_function(1)", "42883"),
    ] {
        let error = client.query(statement, &[]).await.unwrap_err();
        assert_eq!(error.code().unwrap().code(), sqlstate, "{statement}");
        assert_eq!(client.query_one("SELECT 1", &[]).await.unwrap().get::<_, i32>(0), 1);
    }
}
