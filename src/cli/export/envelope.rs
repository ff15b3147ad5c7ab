//! What `--format json` tells of an export. The same inputs give the same envelope but for `executed_at`, and for what a window relative to it resolves to.

use super::Export;
use crate::pipeline::{Running, StatementContext};
use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

pub(super) struct Envelope {
    /// Everything that is known before the first row.
    asked: Map<String, Value>,
    found: Map<String, Value>,
}

impl Envelope {
    pub fn new(export: &Export, sql: &str, running: &Running, context: &StatementContext) -> Self {
        let wanted = &export.wanted;
        let inputs = json!({
            "environment": wanted.environment,
            "flags": wanted.flags,
            "from": wanted.from,
            "limit": wanted.limit,
            "namespace": wanted.namespace,
            "role": export.role,
            "since": wanted.since,
            "to": wanted.to,
            "user": export.user,
        });
        let source = match &export.source {
            Some(uri) => json!({ "kind": "parquet", "uri": uri }),
            None => json!({ "kind": "configuration", "file": export.config.config }),
        };
        let asked = json!({
            "engine": { "name": "datafusion", "version": datafusion::DATAFUSION_VERSION },
            "executed_at": context.statement_time.to_rfc3339_opts(SecondsFormat::Micros, true),
            "inputs": inputs,
            "query": sql,
            "source": source,
            "time_range": time_range(running.window()),
            "tool": { "name": "tollgate", "version": env!("CARGO_PKG_VERSION"), "invocation": invocation() },
        });
        let Value::Object(asked) = asked else { return Self { asked: Map::new(), found: Map::new() } };
        Self { asked, found: Map::new() }
    }

    pub fn found(&mut self, rows: u64, bytes: u64) {
        self.found.insert("record_count".to_owned(), json!(rows));
        self.found.insert("record_bytes".to_owned(), json!(bytes));
    }

    /// Up to where the records stand.
    pub fn opening(&self) -> String {
        let asked = Value::Object(self.asked.clone()).to_string();
        format!("{},\"records\":[\n", asked.strip_suffix('}').unwrap_or(&asked))
    }

    /// What follows the records.
    pub fn closing(&self) -> String {
        let found = Value::Object(self.found.clone()).to_string();
        format!("\n],{}", found.strip_prefix('{').unwrap_or(&found))
    }

    pub fn whole(&self) -> Value {
        Value::Object(self.asked.iter().chain(&self.found).map(|(key, value)| (key.clone(), value.clone())).collect())
    }
}

/// `[a, b)` in its two parts; null where nothing bounds the statement.
fn time_range(window: &str) -> Value {
    let bounds =
        window.strip_prefix('[').and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once(", "));
    match bounds {
        Some((from, to)) => json!({ "from": from, "to": to }),
        None if window.is_empty() => Value::Null,
        // Several tables, each with its own.
        None => Value::String(window.to_owned()),
    }
}

/// The command line as it was given.
fn invocation() -> Vec<String> {
    std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect()
}
