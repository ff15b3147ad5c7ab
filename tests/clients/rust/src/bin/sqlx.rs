//! sqlx, with rustls.

use anyhow::{Result, bail, ensure};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use clients::{Series, check_columns, env, port, text};
use futures::TryStreamExt;
use rust_decimal::Decimal;
use sqlx::postgres::{PgConnectOptions, PgPoolCopyExt, PgPoolOptions, PgSslMode};
use sqlx::{Column, Connection, Executor, PgConnection, Row, TypeInfo};

fn options() -> PgConnectOptions {
    PgConnectOptions::new()
        .host(&env("HOST", "localhost"))
        .port(port())
        .username(&env("USER", "analyst"))
        .password(&env("PASSWORD", "demo"))
        .database("tollgate")
        .application_name("sqlx-app")
        .options([("search_path", "exp"), ("statement_timeout", "44s")])
        .ssl_mode(PgSslMode::VerifyFull)
        .ssl_root_cert(env("CA", ""))
}

async fn connect() -> Result<PgConnection> {
    Ok(PgConnection::connect_with(&options()).await?)
}

async fn fails(connection: &mut PgConnection, sql: &str, state: &str) -> Result<()> {
    match sqlx::query(sql).fetch_all(&mut *connection).await {
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(state) => Ok(()),
        Err(error) => bail!("{sql}: {error:?} where {state} was to come"),
        Ok(_) => bail!("{sql}: no error where {state} was to come"),
    }
}

async fn connects() -> Result<()> {
    let mut connection = connect().await?;
    let (user, path): (String, String) =
        sqlx::query_as("SELECT current_user::text, current_setting('search_path')").fetch_one(&mut connection).await?;
    ensure!(user == env("USER", "analyst") && path == "exp", "{user} {path}");
    connection.ping().await?;
    connection.close().await?;
    Ok(())
}

async fn types() -> Result<()> {
    let mut connection = connect().await?;
    let row = sqlx::query(
        "SELECT true, 7::int2, -70000, 5000000000, 1.5::float4, 2.5::float8, 12.340, 'ünï', '\\x00ff'::bytea,
            DATE '2024-02-29', TIMESTAMP '2024-02-29 12:34:56.789', TIMESTAMPTZ '2024-02-29 12:34:56+00',
            '{\"a\": [1, 2]}'::jsonb, ARRAY[1, 3], ARRAY['a', NULL], NULL::int4",
    )
    .fetch_one(&mut connection)
    .await?;
    ensure!(row.try_get::<bool, _>(0)? && row.try_get::<i16, _>(1)? == 7 && row.try_get::<i32, _>(2)? == -70_000);
    ensure!(
        row.try_get::<i64, _>(3)? == 5_000_000_000
            && row.try_get::<f32, _>(4)? == 1.5
            && row.try_get::<f64, _>(5)? == 2.5
    );
    ensure!(row.try_get::<Decimal, _>(6)? == "12.340".parse()? && row.try_get::<&str, _>(7)? == "ünï");
    ensure!(row.try_get::<Vec<u8>, _>(8)? == [0, 255]);
    ensure!(Some(row.try_get::<NaiveDate, _>(9)?) == NaiveDate::from_ymd_opt(2024, 2, 29));
    ensure!(row.try_get::<NaiveDateTime, _>(10)?.to_string() == "2024-02-29 12:34:56.789");
    ensure!(row.try_get::<DateTime<Utc>, _>(11)?.timestamp() == 1_709_210_096);
    ensure!(row.try_get::<serde_json::Value, _>(12)? == serde_json::json!({"a": [1, 2]}));
    ensure!(row.try_get::<Vec<i32>, _>(13)? == [1, 3]);
    ensure!(row.try_get::<Vec<Option<String>>, _>(14)? == [Some("a".to_owned()), None]);
    ensure!(row.try_get::<Option<i32>, _>(15)?.is_none());
    Ok(())
}

async fn parameters() -> Result<()> {
    let mut connection = connect().await?;
    let date = NaiveDate::from_ymd_opt(2024, 2, 29);
    for _ in 0..3 {
        let row = sqlx::query("SELECT $1 + 1, $2 || '!', $3, $4, $5, $6 = ANY($7), $8")
            .bind(41_i32)
            .bind("it's")
            .bind("-1.50".parse::<Decimal>()?)
            .bind(date)
            .bind(vec![1_i64, 2])
            .bind("b")
            .bind(vec!["a", "b"])
            .bind(None::<bool>)
            .fetch_one(&mut connection)
            .await?;
        ensure!(row.try_get::<i32, _>(0)? == 42 && row.try_get::<&str, _>(1)? == "it's!");
        ensure!(row.try_get::<Decimal, _>(2)? == "-1.50".parse()? && row.try_get::<Option<NaiveDate>, _>(3)? == date);
        ensure!(row.try_get::<Vec<i64>, _>(4)? == [1, 2] && row.try_get::<bool, _>(5)?);
        ensure!(row.try_get::<Option<bool>, _>(6)?.is_none());
    }
    // More statements than are kept: the oldest are closed.
    for number in 0..140_i64 {
        let (found,): (i64,) =
            sqlx::query_as(&format!("SELECT $1::int8 + {number}")).bind(1_i64).fetch_one(&mut connection).await?;
        ensure!(found == number + 1);
    }
    let rows = sqlx::query("SELECT * FROM events WHERE user_id = $1 AND event_value > $2 LIMIT $3")
        .bind("nobody")
        .bind(1.5_f64)
        .bind(3_i64)
        .fetch_all(&mut connection)
        .await?;
    ensure!(rows.is_empty());
    Ok(())
}

async fn cursor() -> Result<()> {
    let mut connection = connect().await?;
    let series = text("series");
    let mut rows = sqlx::query(&series).fetch(&mut connection);
    let mut count = Series::default();
    while let Some(row) = rows.try_next().await? {
        count.row(row.try_get(0)?, row.try_get(1)?)?;
    }
    drop(rows);
    count.whole()?;
    let mut transaction = connection.begin().await?;
    transaction.execute(format!("DECLARE walk NO SCROLL CURSOR FOR {series}").as_str()).await?;
    let mut count = Series::default();
    loop {
        let rows = sqlx::query("FETCH 9000 FROM walk").fetch_all(&mut *transaction).await?;
        for row in &rows {
            count.row(row.try_get(0)?, row.try_get(1)?)?;
        }
        if rows.is_empty() {
            break;
        }
    }
    transaction.commit().await?;
    count.whole()
}

async fn metadata() -> Result<()> {
    let mut connection = connect().await?;
    let rows: Vec<(String, String)> = sqlx::query_as(
        &text("columns").replace("table_name, column_name FROM", "table_name::text, column_name::text FROM"),
    )
    .fetch_all(&mut connection)
    .await?;
    check_columns(rows)?;
    // This asks for an explanation of the prepared statement, and in pg_attribute for what may be null.
    let described =
        connection.describe("SELECT user_id, event_value, event_value + 1 FROM events WHERE user_id = $1").await?;
    let columns: Vec<_> = described.columns().iter().map(|column| (column.name(), column.type_info().name())).collect();
    ensure!(
        columns[0] == ("user_id", "TEXT") && columns[1].0 == "event_value" && columns[2].0 == "?column?",
        "{columns:?}"
    );
    Ok(())
}

async fn error() -> Result<()> {
    let mut connection = connect().await?;
    for (sql, state) in [
        ("SELECT 1 / 0", "22012"),
        ("SELECT request_id FROM flag_evaluations", "42703"),
        ("SELEC", "42601"),
        ("SELECT * FROM nosuch", "42P01"),
        ("CREATE TABLE t (i int)", "25006"),
        ("SELECT nosuch(1)", "42883"),
    ] {
        fails(&mut connection, sql, state).await?;
        let (one,): (i32,) = sqlx::query_as("SELECT 1").fetch_one(&mut connection).await?;
        ensure!(one == 1);
    }
    Ok(())
}

async fn cancel() -> Result<()> {
    // sqlx has no cancel of its own: another connection asks for it.
    let mut connection = connect().await?;
    let mut other = connect().await?;
    let (pid,): (i32,) = sqlx::query_as("SELECT pg_backend_pid()").fetch_one(&mut connection).await?;
    let asked = tokio::spawn(async move {
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        let (done,): (bool,) = sqlx::query_as("SELECT pg_cancel_backend($1)").bind(pid).fetch_one(&mut other).await?;
        ensure!(done);
        anyhow::Ok(())
    });
    fails(&mut connection, &text("slow"), "57014").await?;
    asked.await??;
    let (one,): (i32,) = sqlx::query_as("SELECT 1").fetch_one(&mut connection).await?;
    ensure!(one == 1);
    Ok(())
}

async fn copy() -> Result<()> {
    let pool = PgPoolOptions::new().max_connections(3).connect_with(options()).await?;
    let blocks = pool.copy_out_raw(&format!("COPY ({}) TO STDOUT", text("series"))).await?;
    let whole: Vec<_> = blocks.try_collect().await?;
    let mut count = Series::default();
    for line in std::str::from_utf8(&whole.concat())?.lines() {
        let (number, name) = line.split_once('\t').unwrap_or(("", ""));
        count.row(number.parse()?, name)?;
    }
    count.whole()
}

async fn transaction() -> Result<()> {
    let pool = PgPoolOptions::new().max_connections(2).test_before_acquire(true).connect_with(options()).await?;
    let mut outer = pool.begin().await?;
    sqlx::query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").execute(&mut *outer).await?;
    let (level,): (String,) = sqlx::query_as("SHOW transaction_isolation").fetch_one(&mut *outer).await?;
    ensure!(level == "repeatable read");
    let mut inner = outer.begin().await?;
    fails(&mut inner, "SELECT 1 / 0", "22012").await?;
    fails(&mut inner, "SELECT 1", "25P02").await?;
    inner.rollback().await?;
    let (two,): (i32,) = sqlx::query_as("SELECT 2").fetch_one(&mut *outer).await?;
    ensure!(two == 2);
    outer.commit().await?;
    // One that is dropped is rolled back before the connection is used again.
    drop(pool.begin().await?);
    let results = pool.fetch_all("BEGIN; SELECT 1 AS a; SELECT 2 AS a; COMMIT").await?;
    ensure!(results.len() == 2);
    Ok(())
}

#[tokio::main]
async fn main() -> std::process::ExitCode {
    clients::take(
        "sqlx",
        &clients::version("sqlx"),
        vec![
            ("connect", Box::pin(connects())),
            ("types", Box::pin(types())),
            ("parameters", Box::pin(parameters())),
            ("cursor", Box::pin(cursor())),
            ("metadata", Box::pin(metadata())),
            ("error", Box::pin(error())),
            ("cancel", Box::pin(cancel())),
            ("copy", Box::pin(copy())),
            ("transaction", Box::pin(transaction())),
        ],
    )
    .await
}
