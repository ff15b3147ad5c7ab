//! A statement at a running gateway, as any client would send it.

use super::{Period, Place, Tls, literal};
use crate::cli::{Failure, environment};
use crate::config::{Postgres as Server, PostgresAuth, PostgresTls};
use crate::types::{PgColumn, PgType};
use crate::warehouse::postgres::{Batch, client_config};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::{Field, Schema};
use futures::StreamExt;
use std::io::{BufRead, IsTerminal};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OnceCell;
use tokio::time::timeout;
use tokio_postgres::config::{ChannelBinding, SslMode};
use tokio_postgres::error::ErrorPosition;
use tokio_postgres::{CancelToken, Client, Error, NoTls, RowStream, SimpleQueryMessage};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Rows in a batch.
const BATCH: usize = 8_192;
/// How long a gateway may take to connect, and to stop a statement.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection to a gateway.
pub struct Gateway {
    client: Arc<Client>,
    tls: Option<MakeRustlsConnect>,
    version: OnceCell<String>,
}

impl Gateway {
    /// Logs in, and takes the role that is wanted.
    pub async fn connect(place: &Place, host: &str) -> Result<Self, Failure> {
        let environment = environment();
        let local = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
        let user = place.user.clone().or_else(|| environment.get("PGUSER").cloned());
        let user = user.or_else(|| environment.get("USER").cloned());
        let server = Server {
            host: host.to_owned(),
            port: place.port,
            database: place.database.clone(),
            user: user.ok_or_else(|| Failure::new("--user is wanted"))?,
            auth: PostgresAuth::None,
            tls: match place.tls {
                Some(Tls::VerifyFull) => PostgresTls::VerifyFull,
                Some(Tls::Require) => PostgresTls::Require,
                Some(Tls::Off) => PostgresTls::Off,
                None if local && place.ca.is_none() => PostgresTls::Off,
                None => PostgresTls::VerifyFull,
            },
            ca: place.ca.clone(),
            dangerous_writes: false,
        };
        let mut wire = tokio_postgres::Config::new();
        wire.host(&server.host).port(server.port).dbname(&server.database).user(&server.user);
        wire.application_name("tollgate").connect_timeout(PATIENCE);
        if let Some(password) = password(place, &server.user, environment.get("PGPASSWORD"))? {
            wire.password(password);
        }
        let refused = |error: Error| failure(&error, &format!("{}:{}", server.host, server.port));
        let (client, tls) = match server.tls {
            PostgresTls::Off => {
                wire.ssl_mode(SslMode::Disable);
                let (client, connection) = wire.connect(NoTls).await.map_err(refused)?;
                tokio::spawn(connection);
                (client, None)
            }
            PostgresTls::Require | PostgresTls::VerifyFull => {
                wire.ssl_mode(SslMode::Require);
                if server.tls == PostgresTls::Require {
                    // Whoever it is, it must know the password's verifier, and be the one at the other end of this channel.
                    wire.channel_binding(ChannelBinding::Require);
                }
                let tls = MakeRustlsConnect::new(client_config(&server).map_err(Failure::new)?);
                let (client, connection) = wire.connect(tls.clone()).await.map_err(refused)?;
                tokio::spawn(connection);
                (client, Some(tls))
            }
        };
        let gateway = Self { client: Arc::new(client), tls, version: OnceCell::new() };
        if let Some(role) = &place.role {
            gateway.set(&format!("SET ROLE \"{}\"", role.replace('"', "\"\""))).await?;
        }
        let version = gateway.value("SELECT version()").await?;
        let _ = gateway.version.set(version);
        Ok(gateway)
    }

    pub fn version(&self) -> &str {
        self.version.get().map_or("", String::as_str)
    }

    async fn set(&self, sql: &str) -> Result<(), Failure> {
        self.client.batch_execute(sql).await.map_err(|error| failure(&error, "the gateway"))
    }

    /// The one value of a statement.
    async fn value(&self, sql: &str) -> Result<String, Failure> {
        value(&self.client, sql).await
    }

    pub async fn run(&self, sql: &str, period: &Period) -> Result<Running, Failure> {
        let Period { since, from, to } = period;
        for (name, value) in [("since", since), ("from", from), ("to", to)] {
            if let Some(value) = value {
                self.set(&format!("SET tollgate.\"{name}\" = {}", literal(value))).await?;
            }
        }
        let told = |error: Error| failure(&error, "the gateway");
        let statement = self.client.prepare(sql).await.map_err(told)?;
        let mut columns = Vec::new();
        for column in statement.columns() {
            let ty = PgType::from_oid(column.type_().oid()).filter(|ty| !matches!(ty, PgType::Record(_)));
            let unknown = || {
                Failure::new(format!("column \"{}\" is a {}; cast it to text", column.name(), column.type_().name()))
            };
            columns.push(PgColumn {
                name: column.name().to_owned(),
                ty: ty.ok_or_else(unknown)?,
                typmod: column.type_modifier(),
                table_oid: 0,
                attnum: 0,
            });
        }
        let types: Arc<[PgType]> = columns.iter().map(|column| column.ty.clone()).collect();
        let fields: Vec<Field> =
            columns.iter().map(|column| Field::new(&column.name, column.ty.arrow(), true)).collect();
        let none: [&(dyn tokio_postgres::types::ToSql + Sync); 0] = [];
        let rows = self.client.query_raw(&statement, none).await.map_err(told)?;
        Ok(Running {
            columns,
            client: Arc::clone(&self.client),
            cancel: self.client.cancel_token(),
            tls: self.tls.clone(),
            rows: Box::pin(rows),
            batch: Batch::new(types, Arc::new(Schema::new(fields))),
            ended: false,
        })
    }
}

/// A statement that runs there.
pub struct Running {
    columns: Vec<PgColumn>,
    client: Arc<Client>,
    cancel: CancelToken,
    tls: Option<MakeRustlsConnect>,
    rows: Pin<Box<RowStream>>,
    batch: Batch,
    ended: bool,
}

impl Running {
    pub fn columns(&self) -> &[PgColumn] {
        &self.columns
    }

    pub async fn next(&mut self) -> Option<Result<RecordBatch, Failure>> {
        while !self.ended && !self.batch.is_full(BATCH) {
            match self.rows.next().await {
                Some(Ok(row)) => {
                    if let Err(error) = self.batch.push(&row) {
                        return Some(Err(super::refusal(error)));
                    }
                }
                Some(Err(error)) => {
                    self.ended = true;
                    return Some(Err(failure(&error, "the gateway")));
                }
                None => self.ended = true,
            }
        }
        if self.batch.rows() == 0 {
            return None;
        }
        Some(self.batch.take().map_err(super::refusal))
    }

    /// A gateway that does not listen is left to find out that nobody reads any more.
    pub async fn cancel(&self) {
        let asked = async {
            match &self.tls {
                None => self.cancel.cancel_query(NoTls).await,
                Some(tls) => self.cancel.cancel_query(tls.clone()).await,
            }
        };
        match timeout(PATIENCE, asked).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the statement could not be cancelled"),
            Err(_) => tracing::warn!("the gateway did not take the cancel"),
        }
    }

    /// Stops a statement that is not read to its end; then asks for the window that it had.
    pub async fn finish(mut self) -> Result<String, Failure> {
        if !self.ended {
            let stop = async {
                self.cancel().await;
                while let Some(Ok(_)) = self.rows.next().await {}
            };
            timeout(PATIENCE, stop).await.map_err(|_| Failure::new("the gateway does not stop the statement"))?;
        }
        value(&self.client, "SHOW tollgate.window").await
    }
}

async fn value(client: &Client, sql: &str) -> Result<String, Failure> {
    let messages = client.simple_query(sql).await.map_err(|error| failure(&error, "the gateway"))?;
    let row = messages.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0),
        _ => None,
    });
    Ok(row.unwrap_or_default().to_owned())
}

/// From standard input, the environment, or the terminal; none where there is none of them.
fn password(place: &Place, user: &str, variable: Option<&String>) -> Result<Option<String>, Failure> {
    if place.password_stdin {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).map_err(Failure::new)?;
        return Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()));
    }
    if let Some(password) = variable {
        return Ok(Some(password.clone()));
    }
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    rpassword::prompt_password(format!("Password for {user}: ")).map(Some).map_err(Failure::new)
}

/// What a gateway said, as psql shows it, or why there is no answer.
fn failure(error: &Error, who: &str) -> Failure {
    let Some(report) = error.as_db_error() else {
        let cause = std::error::Error::source(error).map(|cause| format!(": {cause}")).unwrap_or_default();
        return Failure::new(shown(&format!("{who}: {error}{cause}")));
    };
    let mut lines = vec![format!("{}:  {}: {}", report.severity(), report.code().code(), report.message())];
    lines.extend(report.detail().map(|detail| format!("DETAIL:  {detail}")));
    lines.extend(report.hint().map(|hint| format!("HINT:  {hint}")));
    lines.extend(match report.position() {
        Some(ErrorPosition::Original(at)) => Some(format!("POSITION:  {at}")),
        _ => None,
    });
    Failure(lines.iter().map(|line| shown(line)).collect())
}

/// A gateway's words: what would move the cursor, or ring the bell, is shown and not sent.
fn shown(line: &str) -> String {
    line.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}
