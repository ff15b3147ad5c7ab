//! tokio-postgres, with rustls.

use anyhow::{Result, bail, ensure};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use clients::{Series, check_columns, env, port, text};
use futures::{StreamExt, TryStreamExt, pin_mut};
use rust_decimal::Decimal;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::time::Duration;
use tokio_postgres::binary_copy::BinaryCopyOutStream;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::Type;
use tokio_postgres::{Client, Config, SimpleQueryMessage};
use tokio_postgres_rustls::MakeRustlsConnect;

fn tls() -> Result<MakeRustlsConnect> {
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(env("CA", ""))? {
        roots.add(certificate?)?;
    }
    Ok(MakeRustlsConnect::new(rustls::ClientConfig::builder().with_root_certificates(roots).with_no_client_auth()))
}

async fn connect() -> Result<Client> {
    let (client, connection) = Config::new()
        .host(env("HOST", "localhost"))
        .port(port())
        .user(env("USER", "analyst"))
        .password(env("PASSWORD", "demo"))
        .dbname("tollgate")
        .application_name("rust-app")
        .options("-c search_path=exp")
        .ssl_mode(tokio_postgres::config::SslMode::Require)
        .connect(tls()?)
        .await?;
    tokio::spawn(connection);
    Ok(client)
}

async fn fails(client: &Client, sql: &str, state: &str) -> Result<()> {
    match client.query(sql, &[]).await {
        Err(error) if error.code().map(SqlState::code) == Some(state) => Ok(()),
        Err(error) => bail!("{sql}: {error:?} where {state} was to come"),
        Ok(_) => bail!("{sql}: no error where {state} was to come"),
    }
}

async fn connects() -> Result<()> {
    let client = connect().await?;
    let user: String = client.query_one("SELECT current_user::text", &[]).await?.get(0);
    ensure!(user == env("USER", "analyst"));
    let path: String = client.query_one("SHOW search_path", &[]).await?.get(0);
    ensure!(path == "exp", "{path}");
    Ok(())
}

async fn types() -> Result<()> {
    let client = connect().await?;
    let row = client
        .query_one(
            "SELECT true, 7::int2, -70000, 5000000000, 1.5::float4, 2.5::float8, 12.340, 'ünï', '\\x00ff'::bytea,
                DATE '2024-02-29', TIMESTAMP '2024-02-29 12:34:56.789', TIMESTAMPTZ '2024-02-29 12:34:56+00',
                '{\"a\": [1, 2]}'::jsonb, ARRAY[1, NULL, 3], ARRAY['a', NULL], NULL::int4, 7::oid, 'n'::name, 'x'::varchar(3), 'c'::\"char\"",
            &[],
        )
        .await?;
    ensure!(row.get::<_, bool>(0) && row.get::<_, i16>(1) == 7 && row.get::<_, i32>(2) == -70_000);
    ensure!(row.get::<_, i64>(3) == 5_000_000_000 && row.get::<_, f32>(4) == 1.5 && row.get::<_, f64>(5) == 2.5);
    ensure!(row.get::<_, Decimal>(6) == "12.340".parse()? && row.get::<_, &str>(7) == "ünï");
    ensure!(row.get::<_, &[u8]>(8) == [0, 255]);
    ensure!(Some(row.get::<_, NaiveDate>(9)) == NaiveDate::from_ymd_opt(2024, 2, 29));
    ensure!(row.get::<_, NaiveDateTime>(10).to_string() == "2024-02-29 12:34:56.789");
    ensure!(row.get::<_, DateTime<Utc>>(11).timestamp() == 1_709_210_096);
    ensure!(row.get::<_, serde_json::Value>(12) == serde_json::json!({"a": [1, 2]}));
    ensure!(row.get::<_, Vec<Option<i32>>>(13) == [Some(1), None, Some(3)]);
    ensure!(row.get::<_, Vec<Option<String>>>(14) == [Some("a".to_owned()), None]);
    ensure!(row.get::<_, Option<i32>>(15).is_none() && row.get::<_, u32>(16) == 7 && row.get::<_, &str>(17) == "n");
    ensure!(row.get::<_, &str>(18) == "x" && row.get::<_, i8>(19) == 99);
    Ok(())
}

async fn parameters() -> Result<()> {
    let client = connect().await?;
    let statement =
        client.prepare("SELECT $1 + 1, $2 || '!', $3::numeric, $4::date, $5::int8[], $6 = ANY($7::text[])").await?;
    let expected = [Type::INT4, Type::TEXT, Type::NUMERIC, Type::DATE, Type::INT8_ARRAY, Type::TEXT, Type::TEXT_ARRAY];
    ensure!(statement.params() == expected, "{:?}", statement.params());
    let decimal: Decimal = "-1.50".parse()?;
    let date = NaiveDate::from_ymd_opt(2024, 2, 29);
    for _ in 0..3 {
        let row = client
            .query_one(&statement, &[&41_i32, &"it's", &decimal, &date, &vec![1_i64, 2], &"b", &vec!["a", "b"]])
            .await?;
        ensure!(row.get::<_, i32>(0) == 42 && row.get::<_, &str>(1) == "it's!" && row.get::<_, Decimal>(2) == decimal);
        ensure!(
            row.get::<_, Option<NaiveDate>>(3) == date && row.get::<_, Vec<i64>>(4) == [1, 2] && row.get::<_, bool>(5)
        );
    }
    let typed = client.prepare_typed("SELECT $1, $2", &[Type::INT8, Type::TEXT]).await?;
    let row = client.query_one(&typed, &[&7_i64, &"seven"]).await?;
    ensure!(row.get::<_, i64>(0) == 7 && row.get::<_, &str>(1) == "seven");
    let rows = client.query("SELECT event_value FROM events WHERE user_id = $1 LIMIT $2", &[&"nobody", &3_i64]).await?;
    ensure!(rows.is_empty());
    let (one, two) = futures::join!(client.query_one("SELECT 1", &[]), client.query_one("SELECT 2", &[]));
    ensure!(one?.get::<_, i32>(0) == 1 && two?.get::<_, i32>(0) == 2);
    Ok(())
}

async fn cursor() -> Result<()> {
    let mut client = connect().await?;
    let rows = client.query_raw(&text("series"), std::iter::empty::<i32>()).await?;
    pin_mut!(rows);
    let mut series = Series::default();
    while let Some(row) = rows.try_next().await? {
        series.row(row.get(0), row.get(1))?;
    }
    series.whole()?;
    let transaction = client.transaction().await?;
    let portal = transaction.bind(&text("series"), &[]).await?;
    let mut series = Series::default();
    loop {
        let rows = transaction.query_portal(&portal, 9_000).await?;
        for row in &rows {
            series.row(row.get(0), row.get(1))?;
        }
        if rows.is_empty() {
            break;
        }
    }
    transaction.rollback().await?;
    series.whole()
}

async fn metadata() -> Result<()> {
    let client = connect().await?;
    let rows = client.query(&text("columns"), &[]).await?;
    check_columns(rows.iter().map(|row| (row.get(0), row.get(1))))?;
    let statement = client.prepare("SELECT user_id, event_value FROM events").await?;
    let columns = statement.columns();
    ensure!(columns[0].name() == "user_id" && columns[0].type_() == &Type::TEXT);
    let table = columns[0].table_oid();
    let name = client.query_one("SELECT relname::text FROM pg_class WHERE oid = $1", &[&table]).await?;
    ensure!(name.get::<_, &str>(0) == "events");
    Ok(())
}

async fn error() -> Result<()> {
    let client = connect().await?;
    for (sql, state) in [
        ("SELECT 1 / 0", "22012"),
        ("SELECT request_id FROM flag_evaluations", "42703"),
        ("SELEC", "42601"),
        ("SELECT * FROM nosuch", "42P01"),
        ("CREATE TABLE t (i int)", "25006"),
        ("SELECT nosuch(1)", "42883"),
    ] {
        fails(&client, sql, state).await?;
        ensure!(client.query_one("SELECT 1", &[]).await?.get::<_, i32>(0) == 1);
    }
    Ok(())
}

async fn cancel() -> Result<()> {
    let client = connect().await?;
    let token = client.cancel_token();
    let asked = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(700)).await;
        token.cancel_query(tls()?).await?;
        anyhow::Ok(())
    });
    fails(&client, &text("slow"), "57014").await?;
    asked.await??;
    client.batch_execute("SET statement_timeout = 300").await?;
    fails(&client, &text("slow"), "57014").await?;
    client.batch_execute("SET statement_timeout = 0").await?;
    ensure!(client.query_one("SELECT 1", &[]).await?.get::<_, i32>(0) == 1);
    Ok(())
}

async fn copy() -> Result<()> {
    let client = connect().await?;
    let series = text("series");
    let blocks = client.copy_out(&format!("COPY ({series}) TO STDOUT")).await?;
    let whole: Vec<_> = blocks.try_collect().await?;
    let mut count = Series::default();
    for line in std::str::from_utf8(&whole.concat())?.lines() {
        let (number, name) = line.split_once('\t').unwrap_or(("", ""));
        count.row(number.parse()?, name)?;
    }
    count.whole()?;
    let blocks = client.copy_out(&format!("COPY ({series}) TO STDOUT (FORMAT binary)")).await?;
    let rows = BinaryCopyOutStream::new(blocks, &[Type::INT4, Type::TEXT]);
    pin_mut!(rows);
    let mut count = Series::default();
    while let Some(row) = rows.next().await {
        let row = row?;
        count.row(row.get(0), row.get(1))?;
    }
    count.whole()
}

async fn transaction() -> Result<()> {
    let mut client = connect().await?;
    let mut outer = client
        .build_transaction()
        .isolation_level(tokio_postgres::IsolationLevel::RepeatableRead)
        .read_only(true)
        .deferrable(true)
        .start()
        .await?;
    let level: String = outer.query_one("SHOW transaction_isolation", &[]).await?.get(0);
    ensure!(level == "repeatable read");
    let inner = outer.savepoint("here").await?;
    ensure!(inner.query("SELECT 1 / 0", &[]).await.is_err());
    let aborted = inner.query("SELECT 1", &[]).await.err().and_then(|error| error.code().cloned());
    ensure!(aborted == Some(SqlState::IN_FAILED_SQL_TRANSACTION));
    inner.rollback().await?;
    ensure!(outer.query_one("SELECT 2", &[]).await?.get::<_, i32>(0) == 2);
    outer.commit().await?;
    let said = client.simple_query("BEGIN; SELECT 1 AS a; SELECT 'x' AS b; COMMIT").await?;
    let rows = said.iter().filter(|message| matches!(message, SimpleQueryMessage::Row(_))).count();
    ensure!(rows == 2);
    Ok(())
}

#[tokio::main]
async fn main() -> std::process::ExitCode {
    clients::take(
        "tokio-postgres",
        &clients::version("tokio-postgres"),
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
