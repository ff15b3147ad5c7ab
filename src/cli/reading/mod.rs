//! What a command of the command line reads from, and what it narrows a question to.
//!
//! Comes in: arguments. Goes out: the rows of one statement that went through the gates, here or at a running gateway. Must never: decide anything about a statement itself.

mod here;
mod there;

use super::{ConfigFile, Failure, statement};
use crate::error::SqlError;
use crate::pipeline::{self, Running, StatementContext};
use crate::types::PgColumn;
use crate::world::World;
use chrono::{DateTime, SecondsFormat, Utc};
use clap::{Args, ValueEnum};
use datafusion::arrow::array::RecordBatch;
use guard::parse::Directives;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;

/// Where the rows come from.
#[derive(Debug, Args)]
pub(super) struct Place {
    /// The role that asks; at a gateway, one that the user holds
    #[arg(long, required_unless_present_any = ["source", "host"], conflicts_with = "source")]
    pub role: Option<String>,
    /// The user who asks; the role's name if left out. At a gateway, who logs in; PGUSER or the account's name if left out
    #[arg(long, conflicts_with = "source")]
    pub user: Option<String>,
    /// Read Parquet at a folder or a file://, s3://, gs:// or az:// address, as the table flag_evaluations
    #[arg(long, value_name = "URI")]
    pub source: Option<String>,
    /// Ask the gateway that runs there. The password is PGPASSWORD, or is asked for
    #[arg(long, conflicts_with_all = ["source", "config"])]
    pub host: Option<String>,
    /// The gateway's port
    #[arg(long, requires = "host", default_value_t = 6432)]
    pub port: u16,
    /// The gateway's database
    #[arg(long, requires = "host", value_name = "NAME", default_value = "tollgate")]
    pub database: String,
    /// Read the password from standard input, one line
    #[arg(long, requires = "host")]
    pub password_stdin: bool,
    /// How the gateway is reached; verify-full unless it is on loopback
    #[arg(long, requires = "host", value_enum)]
    pub tls: Option<Tls>,
    /// The certificates that the gateway's is verified by; the system's if left out
    #[arg(long, requires = "host", value_name = "FILE")]
    pub ca: Option<PathBuf>,
    #[command(flatten)]
    pub config: ConfigFile,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Tls {
    /// Encrypted, and the certificate must be the host's
    VerifyFull,
    /// Encrypted, whoever it is
    Require,
    /// Not encrypted
    Off,
}

/// The window.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Period {
    /// A window back from now, for example 7d or 1h30m
    #[arg(long, value_name = "DURATION", conflicts_with_all = ["from", "to"])]
    pub since: Option<String>,
    /// The window's start, a date or a time with its zone
    #[arg(long, value_name = "TIME")]
    pub from: Option<String>,
    /// The window's end, which is not in it
    #[arg(long, value_name = "TIME", requires = "from")]
    pub to: Option<String>,
}

/// Which evaluations.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Filters {
    /// Of this namespace only
    #[arg(long)]
    pub namespace: Option<String>,
    /// Of this flag only; may be given several times
    #[arg(long = "flag", value_name = "FLAG")]
    pub flags: Vec<String>,
    /// Of this environment only
    #[arg(long)]
    pub environment: Option<String>,
}

/// A text as SQL writes it.
pub(super) fn literal(text: &str) -> String {
    // A backslash means itself: standard_conforming_strings is always on.
    format!("'{}'", text.replace('\'', "''"))
}

impl Filters {
    /// The conditions, with these before them, as a WHERE clause; nothing if there are none.
    pub fn clause(&self, first: &[String]) -> String {
        let flags: Vec<String> = self.flags.iter().map(|flag| literal(flag)).collect();
        let own = [
            self.namespace.as_ref().map(|name| format!("namespace = {}", literal(name))),
            (!flags.is_empty()).then(|| format!("flag_key IN ({})", flags.join(", "))),
            self.environment.as_ref().map(|name| format!("environment = {}", literal(name))),
        ];
        let all: Vec<String> = first.iter().cloned().chain(own.into_iter().flatten()).collect();
        if all.is_empty() { String::new() } else { format!(" WHERE {}", all.join(" AND ")) }
    }
}

impl Place {
    /// What `--format json` tells of it.
    pub fn told(&self) -> Value {
        match (&self.source, &self.host) {
            (Some(uri), _) => json!({ "kind": "parquet", "uri": uri }),
            (None, Some(host)) => {
                json!({ "kind": "gateway", "host": host, "port": self.port, "database": self.database })
            }
            (None, None) => json!({ "kind": "configuration", "file": self.config.config }),
        }
    }

    /// Opens it; what is wrong with the arguments and files is told before anything runs.
    pub async fn open(&self) -> Result<Opened, Failure> {
        if let Some(host) = &self.host {
            return there::Gateway::connect(self, host).await.map(Opened::There);
        }
        let (world, role) = match (&self.source, &self.role) {
            (Some(uri), _) => here::parquet(uri).await?,
            (None, Some(role)) => here::configured(self.config.load()?, role)?,
            (None, None) => return Err(Failure::new("--role, --source or --host is wanted")),
        };
        let user = self.user.clone().unwrap_or_else(|| role.0.clone());
        Ok(Opened::Here { world, user, role })
    }
}

/// A place that is ready for statements.
pub(super) enum Opened {
    Here { world: Arc<World>, user: String, role: guard::policy::RoleName },
    There(there::Gateway),
}

impl Opened {
    /// Takes one statement through the gates and starts it.
    pub async fn run(&self, sql: &str, period: &Period) -> Result<Rows, Failure> {
        match self {
            Opened::Here { world, user, role } => {
                let Period { since, from, to } = period.clone();
                let context = statement::context(world, user, role, Directives { since, from, to });
                let prepared = statement::prepare(sql, world, &context).await.map_err(refusal)?;
                let running = pipeline::run(&prepared, Vec::new(), world, &context).await.map_err(refusal)?;
                let (columns, started) = (running.columns().to_vec(), context.statement_time);
                Ok(Rows {
                    columns,
                    started,
                    source: Source::Here { running: Box::new(running), context: Box::new(context) },
                })
            }
            Opened::There(gateway) => {
                let started = Utc::now();
                let running = gateway.run(sql, period).await?;
                Ok(Rows { columns: running.columns().to_vec(), started, source: Source::There(Box::new(running)) })
            }
        }
    }

    /// What makes the answers, for the envelope.
    pub fn engine(&self) -> Value {
        match self {
            Opened::Here { .. } => json!({ "name": "datafusion", "version": datafusion::DATAFUSION_VERSION }),
            Opened::There(gateway) => json!({ "name": "gateway", "version": gateway.version() }),
        }
    }

    /// Ends it: records of what was done are on the disk.
    pub async fn close(self) -> Result<(), Failure> {
        match self {
            Opened::Here { world, user: _, role: _ } => world.audit().close().await.map_err(refusal),
            Opened::There(_) => Ok(()),
        }
    }
}

/// The rows of one statement.
pub(super) struct Rows {
    pub columns: Vec<PgColumn>,
    started: DateTime<Utc>,
    source: Source,
}

enum Source {
    Here { running: Box<Running>, context: Box<StatementContext> },
    There(Box<there::Running>),
}

impl Rows {
    /// When the statement started.
    pub fn executed_at(&self) -> String {
        self.started.to_rfc3339_opts(SecondsFormat::Micros, true)
    }

    pub async fn next(&mut self) -> Option<Result<RecordBatch, Failure>> {
        match &mut self.source {
            Source::Here { running, context: _ } => running.next().await.map(|batch| batch.map_err(refusal)),
            Source::There(running) => running.next().await,
        }
    }

    /// Asks the statement to stop; the next batch is then its error.
    pub async fn cancel(&mut self) {
        match &mut self.source {
            Source::Here { running: _, context } => context.cancel.cancel(),
            Source::There(running) => running.cancel().await,
        }
    }

    /// The end of the statement, all rows read or not; the window that it ran under.
    pub async fn finish(self) -> Result<String, Failure> {
        match self.source {
            Source::Here { running, context: _ } => {
                let window = running.window().to_owned();
                running.finish().await.map_err(refusal)?;
                Ok(window)
            }
            Source::There(running) => running.finish().await,
        }
    }
}

/// A refusal as psql shows it.
fn refusal(error: SqlError) -> Failure {
    let report = error.report();
    let mut lines = vec![format!("ERROR:  {}: {}", report.sqlstate, report.message)];
    lines.extend(report.detail.as_ref().map(|detail| format!("DETAIL:  {detail}")));
    lines.extend(report.hint.as_ref().map(|hint| format!("HINT:  {hint}")));
    lines.extend(report.position.map(|position| format!("POSITION:  {position}")));
    Failure(lines)
}
