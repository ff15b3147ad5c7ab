//! Passwords and secrets in a statement's text, which a client may write into a statement that is refused: `ALTER ROLE x PASSWORD 'y'`.

use regex::{Captures, Regex};
use std::sync::LazyLock;

/// What stands in for a secret.
const MARK: &str = "<redacted>";

#[expect(clippy::expect_used, reason = "the pattern is fixed, and a test compiles it")]
static SECRETS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        // A word for a secret, then a literal: quoted, dollar-quoted, or bare within a connection string.
        r#"(?is)\b(?<word>password|passwd|passphrase|pgpassword|secret|secret_key|secret_access_key|access_key|private_key|api_key|client_secret|identified\s+by)\b"#,
        r#"(?<between>["']?\s*(?:=>|:=|=|:|\bto\b)?\s*)"#,
        r#"(?<value>[eE]?'(?:[^'\\]|''|\\.)*(?:'|$)|"(?:[^"\\]|\\.)*(?:"|$)|\$\w*\$.*?(?:\$\w*\$|$)|[^\s'"$,;)(]+)"#,
        // A password in an address.
        r#"|(?<scheme>\w+://[^\s:/@'"]*:)(?<inline>[^\s@'"/]+)@"#,
    ))
    .expect("the pattern is valid")
});

/// The text without the values of passwords and secrets.
pub(super) fn redact(sql: String) -> String {
    // Nearly no statement has one; those are not copied.
    if !SECRETS.is_match(&sql) {
        return sql;
    }
    SECRETS
        .replace_all(&sql, |found: &Captures<'_>| match found.name("scheme") {
            Some(scheme) => format!("{}{MARK}@", scheme.as_str()),
            None => replaced(found),
        })
        .into_owned()
}

fn replaced(found: &Captures<'_>) -> String {
    let part = |name| found.name(name).map_or("", |part| part.as_str());
    let (word, between, value) = (part("word"), part("between"), part("value"));
    let is_literal = value.starts_with(['\'', '$']) || value.get(1..2) == Some("'");
    let is_assigned = between.contains(['=', ':']);
    // A bare word after one of these (`SELECT password FROM`) is no secret; after `=` it is one.
    if is_literal {
        format!("{word}{between}'{MARK}'")
    } else if is_assigned {
        format!("{word}{between}{MARK}")
    } else {
        format!("{word}{between}{value}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redacted(sql: &str) -> String {
        redact(sql.to_owned())
    }

    #[test]
    fn secrets_are_taken_out() {
        for sql in [
            "ALTER ROLE ann PASSWORD 'hunter2'",
            "alter user ann with encrypted password E'hunt\\'hunter2'",
            "CREATE ROLE x PASSWORD $$hunter2$$",
            "CREATE ROLE x PASSWORD 'hunter2",
            "SELECT dblink('host=x password=hunter2 user=y')",
            "SELECT * FROM s3('u', secret_key => 'hunter2')",
            "CREATE USER MAPPING FOR x SERVER y OPTIONS (user 'u', \"password\" 'hunter2')",
            "SELECT 'postgres://ann:hunter2@db/x'",
            "SET x.secret TO 'hunter2'",
            "SELECT '{\"password\": \"hunter2\"}'",
        ] {
            let shown = redacted(sql);
            assert!(!shown.contains("hunter2"), "{sql} -> {shown}");
            assert!(shown.contains(MARK), "{sql} -> {shown}");
        }
    }

    #[test]
    fn statements_without_a_secret_stay_as_they_are() {
        for sql in [
            "SELECT password FROM t",
            "SELECT 1",
            "SELECT count(*) FROM exp.events WHERE user_id = 'x:y@z'",
            "SELECT '2026-11-01T10:00:00Z'::timestamptz",
        ] {
            assert_eq!(redacted(sql), sql);
        }
    }
}
