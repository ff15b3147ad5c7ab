//! What real clients ask the catalogs, as `tests/clients/record` found it: each question has the columns and types that PostgreSQL gives it, and is answered.

use crate::gateway::Gateway;
use crate::postgres::Postgres;
use tokio_postgres::{Client, Error};

const RECORDED: &str = include_str!("../clients/catalog.jsonl");
const DEFINITIONS: &str = include_str!("../../fixtures/ddl/postgres.sql");
/// What no role may see, and what does not exist for it, each with its SQLSTATE: passwords, and counts of rows.
const UNSEEN: [(&str, &str); 4] =
    [("umoptions", "42703"), ("subconninfo", "42703"), ("pg_shadow", "42P01"), ("pg_stat_all_tables", "42P01")];

/// What has columns as in PostgreSQL, and is refused when it runs: texts of views and functions, and signals to sessions that are not the user's own.
const REFUSED: [&str; 4] = ["pg_get_viewdef", "pg_get_functiondef", "pg_cancel_backend", "pg_terminate_backend"];

fn is_refused(sql: &str, error: &Error) -> bool {
    REFUSED.iter().any(|name| sql.contains(name)) && error.code().is_some_and(|code| code.code() == "42501")
}

/// Columns with their types, and the parameters' types; or the SQLSTATE.
type Shape = Result<(Vec<(String, u32)>, Vec<u32>), String>;

async fn shape(client: &Client, sql: &str) -> Shape {
    let refused = |error: Error| error.code().map_or_else(|| error.to_string(), |code| code.code().to_owned());
    let statement = client.prepare(sql).await.map_err(refused)?;
    let columns = statement.columns().iter().map(|column| (column.name().to_owned(), column.type_().oid())).collect();
    Ok((columns, statement.params().iter().map(tokio_postgres::types::Type::oid).collect()))
}

#[tokio::test]
async fn clients_questions_have_the_columns_that_postgresql_gives_them() {
    let Some(server) = Postgres::start() else { return };
    let postgres = server.connect().await;
    postgres.batch_execute(DEFINITIONS).await.unwrap();
    // Where a session of the role looks, too.
    postgres.batch_execute("SET search_path = exp, public").await.unwrap();
    let gateway = Gateway::shared().connect("analyst").await;
    let mut differences = Vec::new();
    let mut asked = 0;
    for line in RECORDED.lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let (who, sql) = (record["client"].as_str().unwrap(), record["sql"].as_str().unwrap());
        let (expected, found) = tokio::join!(shape(&postgres, sql), shape(&gateway, sql));
        asked += 1;
        if let Some((name, code)) = UNSEEN.iter().find(|(name, _)| sql.contains(name)) {
            assert_eq!(found, Err((*code).to_owned()), "{name}");
        } else if expected.is_err() || expected != found {
            differences.push(format!("{who}: {sql}\n  PostgreSQL {expected:?}\n  gateway    {found:?}"));
        } else if expected.is_ok_and(|(_, parameters)| parameters.is_empty())
            && let Err(error) = gateway.simple_query(sql).await
            && !is_refused(sql, &error)
            && postgres.simple_query(sql).await.is_ok()
        {
            differences.push(format!("{who}: {sql}\n  is answered by PostgreSQL, and by the gateway with {error:?}"));
        }
    }
    assert!(asked > 600, "{asked} questions");
    assert!(differences.is_empty(), "{} of {asked} differ:\n{}", differences.len(), differences.join("\n"));
}
