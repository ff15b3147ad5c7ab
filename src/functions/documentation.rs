//! `docs/functions.md`: made of the catalogue, and compared with it here so that it cannot grow old.
//!
//! `TOLLGATE_REWRITE=1 cargo test --lib documentation` writes it anew.

use super::Kind;
use super::entry::{ArgType, Entry, Implementation, Signature};
use super::registry;
use datafusion::logical_expr::Volatility;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// What is said before the tables.
const PREFACE: &str = include_str!("documentation.md");

fn name_of(ty: &ArgType) -> String {
    match ty {
        ArgType::Exact(ty) => super::names::of(ty),
        ArgType::Any => "any".to_owned(),
        ArgType::AnyElement => "anyelement".to_owned(),
        ArgType::AnyArray => "anyarray".to_owned(),
        ArgType::AnyNonArray => "anynonarray".to_owned(),
        ArgType::AnyCompatible => "anycompatible".to_owned(),
        ArgType::AnyCompatibleArray => "anycompatiblearray".to_owned(),
        ArgType::Record => "record".to_owned(),
    }
}

fn arguments(signature: &Signature) -> String {
    let names: Vec<String> = signature.parameters.iter().map(name_of).collect();
    match (names.as_slice(), registry::is_operator(signature.name)) {
        ([left, right], true) => format!("{left}, {right}"),
        ([only], true) => format!("(prefix) {only}"),
        ([before @ .., last], false) if signature.variadic => {
            let mut all = before.to_vec();
            all.push(format!("{last} …"));
            all.join(", ")
        }
        _ => names.join(", "),
    }
}

fn result(entry: &Entry, signature: &Signature) -> String {
    let name = match (&signature.result, &entry.implementation) {
        (ArgType::Any, _) => "the arguments' common type".to_owned(),
        (other, _) => name_of(other),
    };
    if entry.kind == Kind::SetReturning { format!("set of {name}") } else { name }
}

fn notes(entry: &Entry) -> String {
    let mut notes = Vec::new();
    match entry.kind {
        Kind::Aggregate => notes.push("aggregate"),
        Kind::Window => notes.push("window function"),
        Kind::Scalar | Kind::SetReturning => {}
    }
    if matches!(entry.implementation, Implementation::Kernel(_)) && entry.kind == Kind::Scalar && !entry.strict {
        notes.push("takes NULL");
    }
    if entry.volatility != Volatility::Immutable {
        notes.push("by the session");
    }
    notes.join(", ")
}

fn page() -> String {
    let mut out = PREFACE.to_owned();
    for (title, entries) in registry::families() {
        let _ = write!(out, "\n## {title}\n\n| name | arguments | result | notes |\n|---|---|---|---|\n");
        // A line for each result, with the arguments that give it.
        let mut lines: BTreeMap<(&str, String, String), Vec<String>> = BTreeMap::new();
        for entry in entries {
            let signature = Signature::parse(entry.signature).expect("a signature");
            let key = (signature.name, result(&entry, &signature), notes(&entry));
            lines.entry(key).or_default().push(arguments(&signature));
        }
        for ((name, result, notes), mut arguments) in lines {
            arguments.sort();
            let escape = |text: &str| text.replace('|', "\\|");
            let name = escape(name);
            let _ = writeln!(out, "| `{name}` | {} | {result} | {notes} |", arguments.join("<br>"));
        }
    }
    out
}

#[test]
fn the_page_is_the_catalogue() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/functions.md");
    let page = page();
    if std::env::var_os("TOLLGATE_REWRITE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, page).expect("a page");
        return;
    }
    let found = std::fs::read_to_string(&path).expect("docs/functions.md");
    let first = found.lines().zip(page.lines()).find(|(found, page)| found != page);
    assert!(found == page, "docs/functions.md is stale, run with TOLLGATE_REWRITE=1: {first:?}");
}
