//! Logs: text or JSON on standard error.
//!
//! Comes in: the configuration's `[log]`, and `TOLLGATE_LOG` (a filter) and `TOLLGATE_LOG_FORMAT`, which are stronger. Must never: show a statement's text or a value above DEBUG.

use crate::config::{Environment, Log, LogFormat};
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// Starts logging, once in a process; later calls change nothing.
pub fn start(log: &Log, environment: &Environment) {
    let level = environment.get("TOLLGATE_LOG").unwrap_or(&log.level);
    let filter = EnvFilter::try_new(level).unwrap_or_else(|_| EnvFilter::new("info"));
    let format = match environment.get("TOLLGATE_LOG_FORMAT").map(String::as_str) {
        Some("json") => LogFormat::Json,
        Some("text") => LogFormat::Text,
        Some(_) | None => log.format,
    };
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match format {
        LogFormat::Text => builder.with_ansi(std::io::stderr().is_terminal()).with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    if let Err(error) = started {
        tracing::debug!(%error, "logging is started already");
    }
}
