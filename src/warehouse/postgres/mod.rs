//! PostgreSQL as a warehouse.
//!
//! Comes in: sealed statements. Goes out: their rows, binary off the wire into batches. Must never: send a statement's text that was not sealed (its own questions to the catalogs are constants), or leave a statement
//! running that nobody reads.
//!
//! | file | what |
//! |---|---|
//! | `pool` | connections, TLS, cancelling |
//! | `rows` | rows into batches |
//! | `failure` | errors without values |

pub(super) mod failure;
pub(super) mod pool;
pub(super) mod rows;

pub use pool::PoolSize;
pub(crate) use pool::client_config;
pub(crate) use rows::Batch;

use super::remote::{Parameter, Privileges, Remote, Rows, Tag};
use super::{Estimate, Kind, Precision, Reach, ScanRequest, SourceColumn, Warehouse};
use crate::config::Postgres as Settings;
use crate::error::{SqlError, SqlResult};
use crate::types::PgType;
use async_trait::async_trait;
use bytes::BytesMut;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use failure::failed;
use futures::StreamExt;
use guard::SqlState;
use guard::seal::SealedSql;
use pool::{Lease, Pool, SETTINGS, Session};
use rows::BATCH;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::types::{IsNull, ToSql, Type};
use tokio_postgres::{Row, RowStream};

/// The longest that an estimate may take.
const ESTIMATE: Duration = Duration::from_secs(5);
/// Rows in the first batch: the client sees something soon.
const FIRST: usize = 256;

/// One PostgreSQL.
pub struct Postgres {
    name: String,
    pool: Arc<Pool>,
}

impl Postgres {
    /// Connects to nothing yet: a gateway starts while a warehouse is down.
    ///
    /// # Errors
    /// What of the configuration does not fit.
    pub fn open(name: &str, config: &Settings, size: PoolSize, timeout: Option<Duration>) -> Result<Self, String> {
        let options = match timeout {
            Some(timeout) => format!("{SETTINGS} -c statement_timeout={}", timeout.as_millis()),
            None => SETTINGS.to_owned(),
        };
        let pool = Pool::open(config, size, Session::Options(options))?;
        Ok(Self { name: name.to_owned(), pool: Arc::new(pool) })
    }
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Postgres").field("name", &self.name).finish_non_exhaustive()
    }
}

/// `schema.table`; without a schema it is `public`.
fn parts(source: &str) -> (&str, &str) {
    source.split_once('.').unwrap_or(("public", source))
}

pub(super) fn cell<'r, T: tokio_postgres::types::FromSql<'r>>(row: &'r Row, index: usize) -> SqlResult<T> {
    row.try_get(index).map_err(SqlError::internal)
}

#[async_trait]
impl Warehouse for Postgres {
    fn name(&self) -> &str {
        &self.name
    }

    fn kind(&self) -> Kind {
        Kind::Postgres
    }

    async fn describe(&self, source: &str) -> SqlResult<Vec<SourceColumn>> {
        let (schema, table) = parts(source);
        let text = "SELECT a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod), NOT a.attnotnull \
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid \
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
            WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p', 'v', 'm', 'f') \
            AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
        let rows = self.pool.ask(text, &[(&schema, Type::TEXT), (&table, Type::TEXT)]).await?;
        if rows.is_empty() {
            return Err(SqlError::new(SqlState::UNDEFINED_TABLE, format!("the warehouse has no table \"{source}\"")));
        }
        rows.iter()
            .map(|row| {
                let native_type: String = cell(row, 1)?;
                let reads_as = reads_as(&native_type);
                Ok(SourceColumn { name: cell(row, 0)?, native_type, reads_as, nullable: cell(row, 2)? })
            })
            .collect()
    }

    async fn sources(&self) -> SqlResult<Vec<String>> {
        let text = "SELECT n.nspname::text, c.relname::text FROM pg_catalog.pg_class c \
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition \
            AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' \
            AND pg_catalog.has_table_privilege(c.oid, 'SELECT') ORDER BY 1, 2";
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

    /// The table's size on the server's disk: a statement is priced by [`Remote::estimate`], which knows more.
    async fn estimate(&self, request: &ScanRequest) -> SqlResult<Estimate> {
        let (schema, table) = parts(&request.table.contract().source);
        let text = "SELECT pg_catalog.sum(pg_catalog.pg_relation_size(c.oid))::int8 FROM pg_catalog.pg_class c \
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2";
        let rows = self.pool.ask(text, &[(&schema, Type::TEXT), (&table, Type::TEXT)]).await?;
        let bytes: Option<i64> = rows.first().map(|row| cell(row, 0)).transpose()?.flatten();
        let bytes = bytes.and_then(|bytes| u64::try_from(bytes).ok()).unwrap_or(0);
        Ok(Estimate { bytes, precision: Precision::UpperBound, reach: Reach::default() })
    }

    fn remote(&self) -> Option<&dyn Remote> {
        Some(self)
    }
}

/// The types that a native one can be read as. All that a server writes as text can be read as text.
fn reads_as(native: &str) -> Vec<PgType> {
    let bare = match (native.find('('), native.rfind(')')) {
        (Some(open), Some(close)) => {
            format!("{}{}", native.get(..open).unwrap_or_default(), native.get(close + 1..).unwrap_or_default())
        }
        _ => native.to_owned(),
    };
    let Some(ty) = PgType::from_name(&bare) else { return vec![PgType::Text] };
    let more: &[PgType] = match ty {
        PgType::Int2 => &[PgType::Int4, PgType::Int8, PgType::Numeric, PgType::Float8],
        PgType::Int4 => &[PgType::Int8, PgType::Numeric, PgType::Float8],
        PgType::Int8 => &[PgType::Numeric],
        PgType::Float4 => &[PgType::Float8],
        PgType::Varchar | PgType::Bpchar | PgType::Name => &[PgType::Text],
        PgType::Text => &[PgType::Varchar],
        PgType::Json => &[PgType::Jsonb, PgType::Text],
        PgType::Jsonb => &[PgType::Json, PgType::Text],
        PgType::Uuid => &[PgType::Text],
        _ => &[],
    };
    std::iter::once(ty).chain(more.iter().cloned()).collect()
}

#[async_trait]
impl Remote for Postgres {
    async fn submit(
        &self,
        statement: &SealedSql,
        parameters: &[Parameter],
        types: &[PgType],
        schema: SchemaRef,
        tag: &Tag,
    ) -> SqlResult<Rows> {
        if statement.warehouse() != self.name {
            return Err(SqlError::internal("a statement sealed for another warehouse"));
        }
        let (role, tag) = (tag.role.as_str(), application_name(tag));
        let (connection, permit) = self.pool.take_for(role, &tag).await?;
        let lease = Lease::new(connection, &self.pool, permit);
        let (lease, rows) = self.started(lease, statement, parameters, &tag).await?;
        let running = Statement {
            rows: Box::pin(rows),
            lease,
            batch: Batch::new(types.into(), schema),
            first: true,
            ended: false,
        };
        Ok(futures::stream::unfold(running, Statement::next).boxed())
    }

    async fn estimate(&self, statement: &SealedSql) -> SqlResult<Estimate> {
        let (connection, permit) = self.pool.take().await?;
        let mut lease = Lease::new(connection, &self.pool, permit);
        let text = format!("EXPLAIN (FORMAT JSON) {}", statement.text());
        let client = &lease.connection()?.client;
        let answer = tokio::time::timeout(ESTIMATE, client.query_typed(&text, &[])).await;
        let Ok(answer) = answer else {
            return Ok(Estimate { bytes: 0, precision: Precision::Guess, reach: Reach::default() });
        };
        lease.done();
        let rows = answer.map_err(failed)?;
        let plan: Option<Json> = rows.first().map(|row| cell(row, 0)).transpose()?;
        let bytes = plan.map_or(0.0, |Json(plan)| read_bytes(plan.get(0).and_then(|top| top.get("Plan"))));
        Ok(Estimate { bytes: bytes as u64, precision: Precision::Guess, reach: Reach::default() })
    }

    async fn privileges(&self) -> SqlResult<Privileges> {
        let text = "SELECT n.nspname::text, c.relname::text, \
            pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'), \
            pg_catalog.has_table_privilege(c.oid, 'SELECT'), \
            (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user) \
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' \
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

impl Postgres {
    /// Sends a statement. On a connection that had gone while it stood idle, it is sent once more: nothing of it had run.
    async fn started(
        &self,
        mut lease: Lease,
        statement: &SealedSql,
        parameters: &[Parameter],
        tag: &str,
    ) -> SqlResult<(Lease, RowStream)> {
        loop {
            let connection = lease.connection()?;
            let reused = connection.reused;
            let types: Vec<Type> = parameters.iter().map(|parameter| type_of(&parameter.ty)).collect();
            // With a window beside it a text is planned at each run, for that very window: the server's plan for any of them may be a bad one.
            let prepared = match statement.windows().is_empty() {
                true => connection.prepared(statement.text(), &types).await,
                false => None,
            };
            let client = &connection.client;
            let (shown, rows) = match &prepared {
                Some(prepared) => tokio::join!(connection.show(tag), client.query_raw(prepared, parameters)),
                None => {
                    let values = parameters.iter().zip(types);
                    tokio::join!(connection.show(tag), client.query_typed_raw(statement.text(), values))
                }
            };
            if let (Some(_), Err(error)) = (&prepared, &rows)
                && is_stale(error)
            {
                connection.forget(statement.text());
                continue;
            }
            match (shown, rows) {
                (Ok(()), Ok(rows)) => {
                    lease.tagged(tag);
                    return Ok((lease, rows));
                }
                (shown, rows) => {
                    // A server that ends a connection says so before the connection is seen to be closed.
                    let told = rows.as_ref().is_err_and(is_gone)
                        || shown.as_ref().is_err_and(|error| error.sqlstate() == SqlState::CONNECTION_FAILURE);
                    let closed = told || connection.client.is_closed();
                    if closed && reused {
                        lease.renewed(self.pool.connect().await?);
                        continue;
                    }
                    if rows.is_err() && !closed {
                        lease.done();
                    }
                    return Err(match rows {
                        Err(error) => failed(error),
                        Ok(_) => shown.err().unwrap_or_else(|| SqlError::internal("a failure without a cause")),
                    });
                }
            }
        }
    }
}

/// The connection was ended, or the server goes down: nothing of the statement has run.
fn is_gone(error: &tokio_postgres::Error) -> bool {
    error.is_closed() || error.code().is_some_and(|code| code.code().starts_with("57P"))
}

/// The tables that a prepared statement reads were changed since, or it is gone: nothing of it has run.
fn is_stale(error: &tokio_postgres::Error) -> bool {
    error.code().is_some_and(|code| matches!(code.code(), "0A000" | "26000"))
}

fn type_of(ty: &PgType) -> Type {
    Type::from_oid(ty.oid()).unwrap_or(Type::UNKNOWN)
}

impl ToSql for Parameter {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match &self.bytes {
            None => Ok(IsNull::Yes),
            Some(bytes) => {
                out.extend_from_slice(bytes);
                Ok(IsNull::No)
            }
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

/// What a server's list shows of a statement: printable, and no longer than PostgreSQL keeps.
pub(super) fn application_name(tag: &Tag) -> String {
    tag.to_string().chars().map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '?' }).take(63).collect()
}

/// JSON as the server sends it.
struct Json(serde_json::Value);

impl<'a> tokio_postgres::types::FromSql<'a> for Json {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Json(serde_json::from_slice(raw)?))
    }

    fn accepts(ty: &Type) -> bool {
        *ty == Type::JSON
    }
}

/// What the scans of a plan are expected to read: rows times their width.
fn read_bytes(node: Option<&serde_json::Value>) -> f64 {
    let Some(node) = node else { return 0.0 };
    let number = |key: &str| node.get(key).and_then(serde_json::Value::as_f64).unwrap_or(0.0);
    let own = if node.get("Relation Name").is_some() { number("Plan Rows") * number("Plan Width") } else { 0.0 };
    let below = node.get("Plans").and_then(serde_json::Value::as_array);
    own + below.into_iter().flatten().map(|child| read_bytes(Some(child))).sum::<f64>()
}

/// A statement under way.
struct Statement {
    rows: Pin<Box<RowStream>>,
    lease: Lease,
    batch: Batch,
    first: bool,
    ended: bool,
}

impl Statement {
    async fn next(mut self) -> Option<(SqlResult<RecordBatch>, Self)> {
        if self.ended {
            return None;
        }
        match self.gather().await {
            Ok(None) => None,
            Ok(Some(batch)) => Some((Ok(batch), self)),
            Err(error) => {
                self.ended = true;
                Some((Err(error), self))
            }
        }
    }

    async fn gather(&mut self) -> SqlResult<Option<RecordBatch>> {
        let most = if self.first { FIRST } else { BATCH };
        while let Some(row) = self.rows.next().await {
            match row {
                Ok(row) => self.batch.push(&row)?,
                Err(error) => {
                    // The server has ended the statement itself.
                    self.lease.done();
                    return Err(failed(error));
                }
            }
            if self.batch.is_full(most) {
                self.first = false;
                return self.batch.take().map(Some);
            }
        }
        self.ended = true;
        self.lease.done();
        if self.batch.rows() == 0 { Ok(None) } else { self.batch.take().map(Some) }
    }
}
