//! A refusal is a value: which rule, which SQLSTATE, and what the user can do about it.

use crate::SqlState;
use std::fmt;

/// Why a statement is not let through. Worded as PostgreSQL words its errors: the message short, lower case and without a full stop;
/// DETAIL and HINT whole sentences; names in double quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The rule that refused, a stable kebab-case name that the audit record carries.
    pub rule: &'static str,
    /// The code the client sees.
    pub sqlstate: SqlState,
    /// One line.
    pub message: String,
    /// The rule, in words.
    pub detail: Option<String>,
    /// The smallest change that would pass.
    pub hint: Option<String>,
    /// Where in the statement's text, in characters from 1.
    pub position: Option<usize>,
}

impl Refusal {
    /// A refusal with no DETAIL, HINT or position yet.
    pub fn new(rule: &'static str, sqlstate: SqlState, message: impl Into<String>) -> Self {
        Self { rule, sqlstate, message: message.into(), detail: None, hint: None, position: None }
    }

    /// Adds the DETAIL.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds the HINT.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the position, in characters from 1, if it is known.
    #[must_use]
    pub fn at(mut self, position: impl Into<Option<usize>>) -> Self {
        self.position = position.into().or(self.position);
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.sqlstate)
    }
}

impl std::error::Error for Refusal {}
