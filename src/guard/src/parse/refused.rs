//! What PostgreSQL has and Tollgate never does: writing, defining, locking, administering (25006), and the rest (0A000).

use super::lex::Token;
use super::reader::{Parse, Reader};
use crate::{Refusal, SqlState};

/// PostgreSQL's error for a statement that a read-only transaction can't run.
pub(super) fn read_only(what: &str, position: usize) -> Refusal {
    let message = format!("cannot execute {what} in a read-only transaction");
    Refusal::new("read-only", SqlState::READ_ONLY_SQL_TRANSACTION, message)
        .detail("Tollgate reads; it never writes, defines, locks or administers.")
        .hint("Run it on the warehouse itself, or ask with SELECT for what you want to know.")
        .at(position)
}

/// If a data-modifying statement comes next, why it may not.
pub(super) fn data_modifying(reader: &Reader<'_>) -> Option<Refusal> {
    let what = match reader.word_at(0)? {
        "insert" => "INSERT",
        "update" => "UPDATE",
        "delete" => "DELETE",
        "merge" => "MERGE",
        _ => return None,
    };
    Some(read_only(what, reader.position()))
}

/// `FOR UPDATE` and its like, at FOR.
pub(super) fn locking(reader: &mut Reader<'_>) -> Refusal {
    let position = reader.position();
    for (words, what) in [
        (&["for", "update"][..], "SELECT FOR UPDATE"),
        (&["for", "no", "key", "update"], "SELECT FOR NO KEY UPDATE"),
        (&["for", "share"], "SELECT FOR SHARE"),
        (&["for", "key", "share"], "SELECT FOR KEY SHARE"),
    ] {
        if reader.are(words) {
            return read_only(what, position);
        }
    }
    reader.advance();
    reader.error()
}

/// Statements that a first word decides.
const WRITES: &[(&str, &str)] = &[
    ("analyse", "ANALYZE"),
    ("analyze", "ANALYZE"),
    ("call", "CALL"),
    ("checkpoint", "CHECKPOINT"),
    ("cluster", "CLUSTER"),
    ("comment", "COMMENT"),
    ("delete", "DELETE"),
    ("do", "DO"),
    ("grant", "GRANT"),
    ("import", "IMPORT FOREIGN SCHEMA"),
    ("insert", "INSERT"),
    ("listen", "LISTEN"),
    ("load", "LOAD"),
    ("lock", "LOCK TABLE"),
    ("merge", "MERGE"),
    ("notify", "NOTIFY"),
    ("reassign", "REASSIGN OWNED"),
    ("refresh", "REFRESH MATERIALIZED VIEW"),
    ("reindex", "REINDEX"),
    ("revoke", "REVOKE"),
    ("security", "SECURITY LABEL"),
    ("truncate", "TRUNCATE TABLE"),
    ("update", "UPDATE"),
    ("vacuum", "VACUUM"),
];

/// Words between CREATE and the kind of object.
const MODIFIERS: &[&str] = &[
    "or",
    "replace",
    "global",
    "local",
    "temp",
    "temporary",
    "unlogged",
    "recursive",
    "trusted",
    "procedural",
    "constraint",
    "unique",
    "if",
    "not",
    "exists",
];

/// Kinds of object that CREATE, ALTER and DROP know, and the words that follow the first.
const OBJECTS: &[(&str, &[&str])] = &[
    ("access", &["method"]),
    ("aggregate", &[]),
    ("cast", &[]),
    ("collation", &[]),
    ("conversion", &[]),
    ("database", &[]),
    ("default", &["privileges"]),
    ("domain", &[]),
    ("event", &["trigger"]),
    ("extension", &[]),
    ("foreign", &[]),
    ("function", &[]),
    ("group", &[]),
    ("index", &[]),
    ("language", &[]),
    ("large", &["object"]),
    ("materialized", &["view"]),
    ("operator", &[]),
    ("owned", &[]),
    ("policy", &[]),
    ("procedure", &[]),
    ("publication", &[]),
    ("role", &[]),
    ("routine", &[]),
    ("rule", &[]),
    ("schema", &[]),
    ("sequence", &[]),
    ("server", &[]),
    ("statistics", &[]),
    ("subscription", &[]),
    ("system", &[]),
    ("table", &[]),
    ("tablespace", &[]),
    ("text", &["search"]),
    ("transform", &[]),
    ("trigger", &[]),
    ("type", &[]),
    ("user", &[]),
    ("view", &[]),
];

/// Why the statement that starts here, which is none of those offered, is refused.
pub(super) fn statement(reader: &mut Reader<'_>) -> Refusal {
    let position = reader.position();
    let Some(word) = reader.word_at(0) else { return parenthesised(reader) };
    if let Some((_, what)) = WRITES.iter().find(|(first, _)| *first == word) {
        return read_only(what, position);
    }
    if matches!(word, "create" | "alter" | "drop") {
        let verb = word.to_ascii_uppercase();
        reader.advance();
        while reader.word_at(0).is_some_and(|word| MODIFIERS.contains(&word)) {
            reader.advance();
        }
        let object = OBJECTS.iter().find(|(first, _)| reader.is(first));
        let Some((first, rest)) = object else { return reader.error() };
        let kind: Vec<String> = std::iter::once(first).chain(*rest).map(|word| word.to_ascii_uppercase()).collect();
        return read_only(&format!("{verb} {}", kind.join(" ")), position);
    }
    reader.error()
}

/// `(DELETE FROM t)`: PostgreSQL's syntax error is at the word.
fn parenthesised(reader: &mut Reader<'_>) -> Refusal {
    while reader.is_mark("(") {
        reader.advance();
    }
    data_modifying(reader).unwrap_or_else(|| reader.error())
}

/// COPY that reads from or writes to anything but the client.
pub(super) fn copy_target(reader: &Reader<'_>, from: bool) -> Parse<()> {
    let position = reader.position();
    let client = reader.is("stdout") || reader.is("stdin");
    if from {
        return Err(read_only("COPY FROM", position));
    }
    if client {
        return Ok(());
    }
    if reader.is("program") || matches!(reader.token(), Token::String(_)) {
        let what = if reader.is("program") { "COPY TO a program" } else { "COPY TO a file" };
        return Err(read_only(what, position).hint("Use COPY … TO STDOUT; psql's \\copy writes the file."));
    }
    Err(reader.error())
}
