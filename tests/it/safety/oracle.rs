//! A PostgreSQL that holds the same rows as a gateway's lake, and shows its role what the policy shows: views that are security barriers.

use super::served::{Gateway, LOADER, connect};
use crate::postgres::Postgres;
use futures::{SinkExt, TryStreamExt};
use std::path::Path;
use tokio_postgres::Client;

/// The tables that the role holds, and each one's view.
const VIEWS: [(&str, &str); 3] = [
    (
        "flag_evaluations",
        "SELECT evaluation_id, timestamp, ingested_at, _partition_date, namespace, environment, flag_key, variant_key, variant_value, \
         evaluation_reason, encode(sha256(convert_to(unit_id_hash, 'UTF8')), 'hex') AS unit_id_hash, unit_id_type, sdk_name \
         FROM raw.flag_evaluations WHERE namespace = 'checkout'",
    ),
    ("assignments", "SELECT * FROM raw.assignments"),
    ("events", "SELECT * FROM raw.events"),
];

pub struct Oracle {
    server: Postgres,
}

impl Oracle {
    /// A server with the gateway's rows. `None` where there is no PostgreSQL.
    pub async fn beside(gateway: &Gateway) -> Option<Self> {
        let server = Postgres::start()?;
        let owner = server.connect().await;
        owner.batch_execute("CREATE SCHEMA raw; CREATE SCHEMA exp; CREATE SCHEMA hr; CREATE ROLE analyst LOGIN; GRANT USAGE ON SCHEMA exp TO analyst; CREATE TABLE hr.salaries (user_id text, amount numeric)").await.unwrap();
        let loader = gateway.connect_as(LOADER).await;
        for (table, view) in VIEWS {
            copy(&loader, &owner, "raw", table).await;
            let make = format!(
                "CREATE VIEW exp.{table} WITH (security_barrier) AS {view}; GRANT SELECT ON exp.{table} TO analyst; ANALYZE raw.{table}"
            );
            owner.batch_execute(&make).await.unwrap();
        }
        Some(Self { server })
    }

    /// A session of the role.
    pub async fn connect(&self) -> Client {
        let text = format!(
            "host=127.0.0.1 port={} user=analyst dbname=postgres options='-c timezone=UTC -c search_path=exp -c statement_timeout=20s -c jit=off'",
            self.server.port()
        );
        connect(&text).await
    }
}

/// Copies a table, every row and column of it, into a schema.
pub async fn copy(from: &Client, to: &Client, schema: &str, table: &str) {
    to.batch_execute(&format!("CREATE TABLE {schema}.{table} ({})", columns(table))).await.unwrap();
    let rows = from.copy_out(&format!("COPY (SELECT * FROM exp.{table}) TO STDOUT")).await.unwrap();
    let chunks: Vec<bytes::Bytes> = rows.try_collect().await.unwrap();
    assert!(chunks.len() > 100, "{table} has too few rows to prove anything");
    let sink = to.copy_in(&format!("COPY {schema}.{table} FROM STDIN")).await.unwrap();
    let mut sink = std::pin::pin!(sink);
    for chunk in chunks {
        sink.send(chunk).await.unwrap();
    }
    sink.finish().await.unwrap();
}

/// A table's columns as its contract has them.
fn columns(table: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies/tables/exp.toml");
    let contracts: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
    let columns = contracts["table"][&format!("exp.{table}")]["columns"].as_array().unwrap();
    let column = |column: &toml::Value| {
        let text = |key: &str| column[key].as_str().unwrap().to_owned();
        format!("\"{}\" {}", text("name"), text("type"))
    };
    columns.iter().map(column).collect::<Vec<_>>().join(", ")
}
