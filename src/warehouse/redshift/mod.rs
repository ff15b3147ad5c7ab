//! Amazon Redshift as a warehouse: PostgreSQL's wire, an engine of its own.
//!
//! Comes in: sealed statements. Goes out: their rows, in blocks of a cursor, as text off the wire into batches. Must never: send a statement's text that was not sealed (its own questions to the catalogs are constants), or
//! leave a statement running that nobody reads.
//!
//! A result goes through a cursor, since Redshift would otherwise hold all of it ready; its values come as text, whose forms are PostgreSQL's. Every statement is in a transaction that is read only.
//! It is tested against PostgreSQL on the wire and against the parser's Redshift in its words; it was never run against a cluster.
//!
//! | file | what |
//! |---|---|
//! | `iam` | passwords for a quarter of an hour, from the cluster's own service |

mod iam;

use super::postgres::PoolSize;
use super::postgres::failure::failed;
use super::postgres::pool::{Connection, Lease, Pool, Session};
use super::postgres::rows::Batch;
use super::postgres::{application_name, cell};
use super::remote::{Parameter, Privileges, Remote, Rows, Tag};
use super::{Estimate, Kind, Precision, Reach, ScanRequest, SourceColumn, Warehouse};
use crate::config::{Postgres as Settings, PostgresAuth};
use crate::error::{SqlError, SqlResult};
use crate::types::PgType;
use async_trait::async_trait;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use futures::StreamExt;
use guard::SqlState;
use guard::seal::SealedSql;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::SimpleQueryMessage;
use tokio_postgres::types::Type;

/// The longest that an estimate may take.
const ESTIMATE: Duration = Duration::from_secs(5);
/// Rows of a block: the most that a cluster of one node gives at once.
const BLOCK: usize = 1_000;
/// What every session has, as far as Redshift lets it be set.
const SETTINGS: &str =
    "SET search_path TO pg_catalog; SET TimeZone TO 'UTC'; SET datestyle TO 'ISO, MDY'; SET extra_float_digits TO 2";

/// One Redshift.
pub struct Redshift {
    name: String,
    pool: Arc<Pool>,
}

impl Redshift {
    /// Connects to nothing yet: a gateway starts while a warehouse is down.
    ///
    /// # Errors
    /// What of the configuration does not fit.
    pub fn open(name: &str, config: &Settings, size: PoolSize, timeout: Option<Duration>) -> Result<Self, String> {
        let logins = match &config.auth {
            PostgresAuth::Iam(iam) => Some(iam::Logins::new(iam, &config.database)?),
            PostgresAuth::None | PostgresAuth::Password(_) => None,
        };
        let settings = match timeout {
            Some(timeout) => format!("{SETTINGS}; SET statement_timeout TO {}", timeout.as_millis()),
            None => SETTINGS.to_owned(),
        };
        let session = Session::Statements { settings, logins: logins.map(|logins| Arc::new(logins) as _) };
        Ok(Self { name: name.to_owned(), pool: Arc::new(Pool::open(config, size, session)?) })
    }

    /// Opens a cursor on the statement. On a connection that had gone while it stood idle, that is tried once more: nothing of it had run.
    async fn opened(&self, mut lease: Lease, statement: &SealedSql, tag: &str) -> SqlResult<Lease> {
        let shown = format!("SET application_name TO '{}'", tag.replace(['\'', '\\'], "?"));
        let text = format!("DECLARE tollgate CURSOR FOR {}", statement.text());
        loop {
            let connection = lease.connection()?;
            let (reused, known) = (connection.reused, connection.tag == tag);
            let opened = async {
                if !known {
                    connection.client.batch_execute(&shown).await?;
                }
                connection.client.batch_execute("BEGIN READ ONLY").await?;
                connection.client.batch_execute(&text).await
            };
            match opened.await {
                Ok(()) => {
                    lease.tagged(tag);
                    return Ok(lease);
                }
                Err(_) if connection.client.is_closed() && reused => lease.renewed(self.pool.connect().await?),
                Err(error) => {
                    ended(&mut lease, "ROLLBACK").await;
                    return Err(failed(error));
                }
            }
        }
    }

    async fn lease(&self) -> SqlResult<Lease> {
        let (connection, permit) = self.pool.take().await?;
        Ok(Lease::new(connection, &self.pool, permit))
    }
}

/// Ends the transaction; a connection on which that fails is not used again.
async fn ended(lease: &mut Lease, word: &str) {
    let ended = match lease.connection() {
        Ok(Connection { client, .. }) => client.batch_execute(word).await.is_ok(),
        Err(_) => false,
    };
    if ended {
        lease.done();
    }
}

impl fmt::Debug for Redshift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redshift").field("name", &self.name).finish_non_exhaustive()
    }
}

/// `schema.table`; without a schema it is `public`.
fn parts(source: &str) -> (&str, &str) {
    source.split_once('.').unwrap_or(("public", source))
}

#[async_trait]
impl Warehouse for Redshift {
    fn name(&self) -> &str {
        &self.name
    }

    fn kind(&self) -> Kind {
        Kind::Redshift
    }

    async fn describe(&self, source: &str) -> SqlResult<Vec<SourceColumn>> {
        let (schema, table) = parts(source);
        let text = "SELECT column_name::varchar(128), data_type::varchar(128), is_nullable::varchar(8) FROM svv_columns \
            WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position";
        let rows = self.pool.ask(text, &[(&schema, Type::VARCHAR), (&table, Type::VARCHAR)]).await?;
        if rows.is_empty() {
            return Err(SqlError::new(SqlState::UNDEFINED_TABLE, format!("the warehouse has no table \"{source}\"")));
        }
        rows.iter()
            .map(|row| {
                let native_type: String = cell(row, 1)?;
                let reads_as = reads_as(&native_type);
                Ok(SourceColumn {
                    name: cell(row, 0)?,
                    native_type,
                    reads_as,
                    nullable: cell::<String>(row, 2)?.eq_ignore_ascii_case("yes"),
                })
            })
            .collect()
    }

    async fn sources(&self) -> SqlResult<Vec<String>> {
        let text = "SELECT table_schema::varchar(128), table_name::varchar(128) FROM svv_tables \
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'pg_internal', 'pg_auto_copy') ORDER BY 1, 2";
        let rows = self.pool.ask(text, &[]).await?;
        rows.iter()
            .map(|row| {
                let (schema, table): (String, String) = (cell(row, 0)?, cell(row, 1)?);
                Ok(if schema == "public" { table } else { format!("{schema}.{table}") })
            })
            .collect()
    }

    async fn probe(&self) -> SqlResult<()> {
        self.pool.ask("SELECT 1", &[]).await.map(|_| ())
    }

    /// Nothing is known of a table without asking; a statement is priced by [`Remote::estimate`].
    async fn estimate(&self, _request: &ScanRequest) -> SqlResult<Estimate> {
        Ok(Estimate { bytes: 0, precision: Precision::Guess, reach: Reach::default() })
    }

    fn remote(&self) -> Option<&dyn Remote> {
        Some(self)
    }
}

/// The types that a native one can be read as.
fn reads_as(native: &str) -> Vec<PgType> {
    let bare = native.split_once('(').map_or(native, |(bare, _)| bare).trim();
    match bare {
        "smallint" => vec![PgType::Int2, PgType::Int4, PgType::Int8],
        "integer" => vec![PgType::Int4, PgType::Int8],
        "bigint" => vec![PgType::Int8],
        "real" => vec![PgType::Float4, PgType::Float8],
        "double precision" => vec![PgType::Float8],
        "numeric" => vec![PgType::Numeric],
        "boolean" => vec![PgType::Bool],
        "date" => vec![PgType::Date],
        "timestamp without time zone" | "timestamp" => vec![PgType::Timestamp],
        "timestamp with time zone" | "timestamptz" => vec![PgType::Timestamptz],
        "character varying" | "text" => vec![PgType::Text, PgType::Varchar, PgType::Json, PgType::Jsonb, PgType::Uuid],
        "character" => vec![PgType::Text, PgType::Varchar],
        _ => Vec::new(),
    }
}

#[async_trait]
impl Remote for Redshift {
    async fn submit(
        &self,
        statement: &SealedSql,
        parameters: &[Parameter],
        types: &[PgType],
        schema: SchemaRef,
        tag: &Tag,
    ) -> SqlResult<Rows> {
        if !parameters.is_empty() {
            return Err(SqlError::internal("parameters for a cursor"));
        }
        if statement.warehouse() != self.name {
            return Err(SqlError::internal("a statement sealed for another warehouse"));
        }
        let (role, tag) = (tag.role.as_str(), application_name(tag));
        let (connection, permit) = self.pool.take_for(role, &tag).await?;
        let lease = self.opened(Lease::new(connection, &self.pool, permit), statement, &tag).await?;
        let running = Statement { lease, batch: Batch::new(types.into(), schema), ended: false };
        Ok(futures::stream::unfold(running, Statement::next).boxed())
    }

    async fn estimate(&self, statement: &SealedSql) -> SqlResult<Estimate> {
        let mut lease = self.lease().await?;
        let text = format!("EXPLAIN {}", statement.text());
        let answer = tokio::time::timeout(ESTIMATE, lease.connection()?.client.simple_query(&text)).await;
        let Ok(answer) = answer else {
            return Ok(Estimate { bytes: 0, precision: Precision::Guess, reach: Reach::default() });
        };
        lease.done();
        let lines = answer.map_err(failed)?;
        let bytes = lines.iter().map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0).map_or(0, read_bytes),
            _ => 0,
        });
        Ok(Estimate { bytes: bytes.sum(), precision: Precision::Guess, reach: Reach::default() })
    }

    async fn privileges(&self) -> SqlResult<Privileges> {
        let text = "SELECT n.nspname::varchar(128), c.relname::varchar(128), \
            has_table_privilege(c.oid, 'INSERT') OR has_table_privilege(c.oid, 'UPDATE') OR has_table_privilege(c.oid, 'DELETE'), \
            has_table_privilege(c.oid, 'SELECT'), \
            (SELECT u.usesuper FROM pg_user u WHERE u.usename = current_user) \
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
            WHERE c.relkind IN ('r', 'v') AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!' AND n.nspname <> 'information_schema' \
            ORDER BY 1, 2";
        let mut privileges = Privileges::default();
        for row in self.pool.ask(text, &[]).await? {
            let name = format!("{}.{}", cell::<String>(&row, 0)?, cell::<String>(&row, 1)?);
            if cell(&row, 2)? {
                privileges.writable.push(name.clone());
            }
            if cell(&row, 3)? {
                privileges.readable.push(name);
            }
            privileges.superuser = cell(&row, 4)?;
        }
        Ok(privileges)
    }
}

/// What a line of a plan expects to read: `Seq Scan on t  (cost=0.00..9.00 rows=10 width=4)`.
fn read_bytes(line: &str) -> u64 {
    let number = |key: &str| {
        let (_, rest) = line.split_once(key)?;
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse::<u64>().ok()
    };
    match line.contains("Scan ") {
        true => number("rows=").unwrap_or(0).saturating_mul(number("width=").unwrap_or(0)),
        false => 0,
    }
}

/// A statement under way: its cursor.
struct Statement {
    lease: Lease,
    batch: Batch,
    ended: bool,
}

impl Statement {
    async fn next(mut self) -> Option<(SqlResult<RecordBatch>, Self)> {
        if self.ended {
            return None;
        }
        match self.block().await {
            Ok(None) => None,
            Ok(Some(batch)) => Some((Ok(batch), self)),
            Err(error) => {
                self.ended = true;
                Some((Err(error), self))
            }
        }
    }

    async fn block(&mut self) -> SqlResult<Option<RecordBatch>> {
        let fetched = self.fetched().await?;
        if fetched < BLOCK {
            self.ended = true;
            ended(&mut self.lease, "COMMIT").await;
        }
        if self.batch.rows() == 0 { Ok(None) } else { self.batch.take().map(Some) }
    }

    /// Reads the next rows of the cursor; how many there were.
    async fn fetched(&mut self) -> SqlResult<usize> {
        let text = format!("FETCH FORWARD {BLOCK} FROM tollgate");
        let rows = self.lease.connection()?.client.simple_query_raw(&text).await.map_err(failed)?;
        futures::pin_mut!(rows);
        let mut fetched = 0;
        while let Some(message) = rows.next().await {
            match message {
                Ok(SimpleQueryMessage::Row(row)) => {
                    self.batch.push_text(&row)?;
                    fetched += 1;
                }
                Ok(_) => {}
                Err(error) => {
                    ended(&mut self.lease, "ROLLBACK").await;
                    return Err(failed(error));
                }
            }
        }
        Ok(fetched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_tells_what_it_reads() {
        assert_eq!(read_bytes("  ->  XN Seq Scan on events  (cost=0.00..87.98 rows=8798 width=17)"), 8798 * 17);
        assert_eq!(read_bytes("XN Hash Join DS_DIST_NONE  (cost=0.00..87.98 rows=8798 width=17)"), 0);
    }

    #[test]
    fn types_are_read_as_what_they_are() {
        assert_eq!(reads_as("numeric(18,4)"), [PgType::Numeric]);
        assert_eq!(reads_as("character varying(256)").first(), Some(&PgType::Text));
        assert_eq!(reads_as("super"), []);
    }
}
