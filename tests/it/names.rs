//! What clients look up beside tables: a session's own statements and cursors, the relations' own types, calls as JDBC writes them.

use crate::gateway::Gateway;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::Type;

#[tokio::test]
async fn a_session_lists_its_own_statements_and_cursors() {
    let gateway = Gateway::shared();
    let mut client = gateway.connect("analyst").await;
    let other = gateway.connect("analyst").await;
    other.batch_execute("PREPARE of_another AS SELECT 1").await.unwrap();
    client.batch_execute("PREPARE mine (int, text) AS SELECT $1, $2").await.unwrap();
    // Asked by one prepared statement twice: what it lists is of the moment it runs.
    let listing = client
        .prepare("SELECT name, statement, parameter_types::text, from_sql FROM pg_prepared_statements WHERE from_sql")
        .await
        .unwrap();
    let rows = client.query(&listing, &[]).await.unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].get::<_, &str>(0), "mine");
    assert_eq!(rows[0].get::<_, &str>(1), "PREPARE mine (int, text) AS SELECT $1, $2");
    assert_eq!(rows[0].get::<_, &str>(2), "{integer,text}");
    client.batch_execute("DEALLOCATE mine").await.unwrap();
    assert!(client.query(&listing, &[]).await.unwrap().is_empty());

    let transaction = client.transaction().await.unwrap();
    transaction.batch_execute("DECLARE back SCROLL CURSOR WITH HOLD FOR SELECT 1").await.unwrap();
    transaction.batch_execute("DECLARE forth NO SCROLL CURSOR FOR SELECT 1").await.unwrap();
    let text = "SELECT name, is_holdable, is_scrollable FROM pg_cursors WHERE name <> '' ORDER BY 1";
    let rows = transaction.query(text, &[]).await.unwrap();
    let found: Vec<(&str, bool, bool)> = rows.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect();
    assert_eq!(found, [("back", true, true), ("forth", false, false)]);
    transaction.commit().await.unwrap();
    assert_eq!(client.query(text, &[]).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_relation_has_a_type_of_its_rows() {
    let client = Gateway::shared().connect("analyst").await;
    let row = client
        .query_one(
            "SELECT t.oid::regtype::text, t.typtype::text, a.typname::text, format_type(a.oid, NULL), t.typrelid = 'exp.events'::regclass,
                    t.oid = 'exp.events'::regtype, to_regtype('events[]') = a.oid, pg_type_is_visible(t.oid)
             FROM pg_type t JOIN pg_class c ON c.reltype = t.oid JOIN pg_type a ON a.oid = t.typarray WHERE c.oid = 'exp.events'::regclass",
            &[],
        )
        .await
        .unwrap();
    let texts: Vec<&str> = (0..4).map(|at| row.get(at)).collect();
    assert_eq!(texts, ["events", "c", "_events", "events[]"]);
    assert!((4..8).all(|at| row.get::<_, bool>(at)), "{row:?}");
    // A relation that is not granted has none.
    let unseen = client.query_one(
        "SELECT to_regtype('exp.id_stitching') IS NULL, count(*) FROM pg_type WHERE typname = 'id_stitching'",
        &[],
    );
    let unseen = unseen.await.unwrap();
    assert_eq!((unseen.get::<_, bool>(0), unseen.get::<_, i64>(1)), (true, 0));
}

#[tokio::test]
async fn a_void_parameter_is_no_argument() {
    let client = Gateway::shared().connect("analyst").await;
    // `{? = call abs(?)}`, as pgjdbc sends it.
    let call = client.prepare_typed("SELECT * FROM abs($1, $2) AS result", &[Type::VOID, Type::INT4]).await.unwrap();
    assert_eq!(call.params(), [Type::VOID, Type::INT4]);
    assert_eq!(call.columns()[0].name(), "result");
}

#[tokio::test]
async fn pg_catalog_is_a_schema_where_the_path_names_it() {
    let client = Gateway::shared().connect("analyst").await;
    client.batch_execute("SET search_path = pg_catalog").await.unwrap();
    let row = client.query_one("SELECT current_schema()::text, current_schemas(false)::text", &[]).await.unwrap();
    assert_eq!((row.get::<_, &str>(0), row.get::<_, &str>(1)), ("pg_catalog", "{pg_catalog}"));
}

#[tokio::test]
async fn there_are_no_extensions_and_old_words_are_known() {
    let client = Gateway::shared().connect("analyst").await;
    let rows = client.query("SELECT name, default_version, comment FROM pg_available_extensions()", &[]).await.unwrap();
    assert!(rows.is_empty());
    let words = "SELECT has_table_privilege('exp.events', 'SELECT, INSERT, UPDATE, DELETE, RULE, REFERENCES, TRIGGER')";
    assert!(client.query_one(words, &[]).await.unwrap().get::<_, bool>(0));
}

#[tokio::test]
async fn foreign_servers_are_asked_about_though_there_are_none() {
    let client = Gateway::shared().connect("analyst").await;
    for kind in ["server", "foreign_data_wrapper"] {
        let by_number = format!("SELECT has_{kind}_privilege(1::oid, 'USAGE')");
        assert!(client.query_one(&by_number, &[]).await.unwrap().get::<_, Option<bool>>(0).is_none());
        let by_name = format!("SELECT has_{kind}_privilege('analyst', 'lake', 'USAGE')");
        let error = client.query_one(&by_name, &[]).await.expect_err("there is none of that name");
        assert_eq!(error.code().unwrap().code(), "42704");
    }
}

/// A role's limit on memory is each statement's; what stays from statement to statement has one of its own, under however many names.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_holds_no_more_under_many_names_than_under_one() {
    let gateway = Gateway::start();
    let mut client = gateway.connect("analyst").await;
    let refused = |error: tokio_postgres::Error| {
        let error = error.as_db_error().unwrap();
        assert_eq!(error.code(), &SqlState::OUT_OF_MEMORY, "{error}");
        assert!(error.detail().unwrap().contains("134217728 allowed") && error.hint().is_some());
    };
    let transaction = client.transaction().await.unwrap();
    for cursor in ["a", "b", "c", "d"] {
        let rows = "SELECT repeat('x', 1000000) || n FROM generate_series(1, 40) AS n";
        transaction.batch_execute(&format!("DECLARE {cursor} SCROLL CURSOR FOR {rows}")).await.unwrap();
    }
    for cursor in ["a", "b", "c"] {
        transaction.batch_execute(&format!("MOVE ALL IN {cursor}; SAVEPOINT before")).await.unwrap();
    }
    refused(transaction.batch_execute("MOVE ALL IN d").await.unwrap_err());
    transaction.batch_execute("ROLLBACK TO before").await.unwrap();
    let first = transaction.query_one("FETCH FIRST IN a", &[]).await.unwrap();
    assert_eq!(first.get::<_, &str>(0).len(), 1_000_001, "what others hold is not lost");
    transaction.batch_execute("CLOSE a; CLOSE b; CLOSE c").await.unwrap();

    let statement = transaction.prepare("SELECT length($1::text)").await.unwrap();
    let value = "x".repeat(900_000);
    let mut portals = Vec::new();
    let refusal = loop {
        match transaction.bind(&statement, &[&value]).await {
            Ok(portal) => portals.push(portal),
            Err(refusal) => break refusal,
        }
    };
    refused(refusal);
    assert!((100..150).contains(&portals.len()), "{} portals", portals.len());
    transaction.rollback().await.unwrap();
    drop(portals);
    let transaction = client.transaction().await.unwrap();
    let portal = transaction.bind(&statement, &[&value]).await.unwrap();
    assert_eq!(transaction.query_portal(&portal, 0).await.unwrap()[0].get::<_, i32>(0), 900_000);
}
