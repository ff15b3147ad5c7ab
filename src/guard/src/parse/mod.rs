//! Text to [`Parsed`]: one statement of a kind we know, within the limits, with its directives read.
//!
//! Comes in: the text of a message, the [`StatementLimits`]. Goes out: a list of [`Parsed`] (the simple protocol allows several), or a refusal.
//! Must never: look at policy, or hand on a statement kind it has no variant for.

pub mod statement;

use crate::Refusal;
pub use statement::Statement;

/// How large a statement may be, checked before any recursion.
#[derive(Clone, Copy, Debug)]
pub struct StatementLimits {
    /// Bytes of text.
    pub bytes: usize,
    /// Tokens, white space and comments not counted.
    pub tokens: usize,
    /// Nesting of parentheses, CASE, brackets and sub-selects.
    pub depth: usize,
    /// Terms in a row without parentheses (`a OR b OR …`, `UNION ALL` branches, list elements).
    pub width: usize,
}

impl Default for StatementLimits {
    fn default() -> Self {
        Self { bytes: 1 << 20, tokens: 50_000, depth: 64, width: 5_000 }
    }
}

/// A window directive found in a comment at the statement's start or end, not yet resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directives {
    /// `--since 7d`
    pub since: Option<String>,
    /// `--from 2026-11-01`
    pub from: Option<String>,
    /// `--to 2026-11-08`
    pub to: Option<String>,
}

/// One statement of a kind we know, within the limits. Only [`parse`] makes it.
#[derive(Clone, Debug)]
pub struct Parsed {
    text: String,
    statement: Statement,
    directives: Directives,
}

impl Parsed {
    /// The statement's own text, as the client sent it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The statement.
    #[must_use]
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// The window directives in its comments.
    #[must_use]
    pub fn directives(&self) -> &Directives {
        &self.directives
    }
}

/// Parses every statement in `text`; as in PostgreSQL, a syntax error anywhere means that none of them runs.
///
/// # Errors
/// 42601 for a syntax error, 54000 and 54001 past the limits, 25006 and 0A000 for a statement kind that is not offered.
pub fn parse(_text: &str, _limits: &StatementLimits) -> Result<Vec<Parsed>, Refusal> {
    unimplemented!()
}
