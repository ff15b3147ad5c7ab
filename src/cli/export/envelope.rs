//! What `--format json` tells of a statement. The same inputs give the same envelope but for `executed_at`, and for what a window relative to it resolves to.

use crate::cli::reading::{Filters, Period, Place, Rows};
use serde_json::{Map, Value, json};

/// What was asked.
pub(in crate::cli) struct Question<'a> {
    pub sql: &'a str,
    pub place: &'a Place,
    pub period: &'a Period,
    pub filters: &'a Filters,
    /// The inputs that only this question has.
    pub inputs: Value,
    pub engine: Value,
}

pub(in crate::cli) struct Envelope {
    /// Everything that is known before the first row.
    asked: Map<String, Value>,
    found: Map<String, Value>,
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

impl Envelope {
    pub fn new(question: Question<'_>, rows: &Rows) -> Self {
        let Question { sql, place, period, filters, inputs, engine } = question;
        let mut all = object(json!({
            "environment": filters.environment,
            "flags": filters.flags,
            "from": period.from,
            "namespace": filters.namespace,
            "role": place.role,
            "since": period.since,
            "to": period.to,
            "user": place.user,
        }));
        all.extend(object(inputs));
        let asked = object(json!({
            "engine": engine,
            "executed_at": rows.executed_at(),
            "inputs": all,
            "query": sql,
            "source": place.told(),
            "tool": { "name": "tollgate", "version": env!("CARGO_PKG_VERSION"), "invocation": invocation() },
        }));
        Self { asked, found: Map::new() }
    }

    pub fn found(&mut self, rows: u64, bytes: u64, window: &str) {
        self.found.insert("record_count".to_owned(), json!(rows));
        self.found.insert("record_bytes".to_owned(), json!(bytes));
        self.found.insert("time_range".to_owned(), time_range(window));
    }

    /// Something more that was found.
    pub fn add(&mut self, name: &str, value: Value) {
        self.found.insert(name.to_owned(), value);
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
