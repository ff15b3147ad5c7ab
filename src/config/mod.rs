//! `tollgate.toml`: raw text to a [`Config`] that the program uses.
//!
//! Comes in: the file's text, the folder it stands in, the environment as a map. Goes out: a [`Config`], or every problem with file, line and the nearest valid word.
//! Must never: hold a pool or a cache, read the process's environment itself, take a secret that is written out, or print one.

mod read;
mod secret;
mod warehouse;

pub use read::{Paths, paths, read};
pub use secret::{Environment, Secret};
pub use warehouse::{
    Bigquery, Compute, Credentials, Databricks, DatabricksAuth, Embedded, Iam, Postgres, PostgresAuth, PostgresTls,
    Snowflake, SnowflakeAuth, WarehouseConfig, WarehouseKind,
};

use guard::document::{Place, Problem};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the program runs with.
#[derive(Clone, Debug)]
pub struct Config {
    pub server: Server,
    /// The users file.
    pub users: PathBuf,
    /// The folder of policies.
    pub policy_dir: PathBuf,
    pub audit: Audit,
    pub log: Log,
    pub warehouses: Vec<WarehouseConfig>,
    /// Keys of `hmac(name)` masks.
    pub secrets: BTreeMap<String, Secret>,
}

#[derive(Clone, Debug)]
pub struct Server {
    pub listen: Vec<SocketAddr>,
    /// Health and metrics; off unless set.
    pub admin_listen: Option<SocketAddr>,
    pub max_connections: usize,
    pub database: String,
    pub tls: Option<Tls>,
    /// Off loopback, connections without TLS are let in.
    pub plaintext: bool,
    /// From the first byte to the start-up message.
    pub startup_timeout: Duration,
    /// From the start-up message to ReadyForQuery.
    pub authentication_timeout: Duration,
    pub idle_session_timeout: Option<Duration>,
    pub idle_in_transaction_session_timeout: Option<Duration>,
    /// How long running statements may go on after SIGTERM.
    pub drain_timeout: Duration,
    /// How often policies, users and certificates are looked at for changes.
    pub reload_interval: Duration,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tls {
    pub cert: PathBuf,
    pub key: PathBuf,
    pub client_ca: Option<PathBuf>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    pub file: AuditFile,
    pub sync: AuditSync,
    /// A file that has grown to this many bytes is put aside.
    pub rotate: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditFile {
    Stdout,
    Path(PathBuf),
}

/// When a record is on the disk rather than with the operating system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AuditSync {
    /// Before its statement's CommandComplete.
    Always,
    /// Within a second.
    #[default]
    Interval,
    /// Whenever the operating system likes.
    Never,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    pub format: LogFormat,
    /// As `tracing-subscriber` reads a filter.
    pub level: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

impl Config {
    /// The embedded warehouses.
    pub fn embedded(&self) -> impl Iterator<Item = &Embedded> {
        self.warehouses.iter().filter_map(|warehouse| match &warehouse.kind {
            WarehouseKind::Embedded(embedded) => Some(embedded),
            _ => None,
        })
    }

    /// Reads the file at `path`; the paths in it are relative to its folder.
    ///
    /// # Errors
    /// Every problem in it, or that it can't be read.
    pub fn load(path: &Path, environment: &Environment) -> Result<Self, Vec<Problem>> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|error| vec![unreadable(&file, &error, "name another with --config")])?;
        read(&file, &text, path.parent().unwrap_or(Path::new("")), environment)
    }
}

/// A file that can't be read, as a problem.
#[must_use]
pub fn unreadable(file: &str, error: &std::io::Error, hint: &str) -> Problem {
    let Place { file, line } = Place { file: file.to_owned(), line: 1 };
    Problem { file, line, message: format!("can't be read: {error}"), hint: Some(hint.to_owned()) }
}
