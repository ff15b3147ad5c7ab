//! Prepared statements and portals: what the protocol and SQL keep under one set of names.

use super::cursor::Cursor;
use super::engine::Decided;
use super::held::Held;
use crate::error::{SqlError, SqlResult};
use crate::types::{PgColumn, PgType};
use datafusion::common::ScalarValue;
use guard::SqlState;
use guard::parse::{Parsed, Statement};
use guard::policy::RoleName;
use std::sync::Arc;

/// A statement that Parse or PREPARE kept.
#[derive(Clone)]
pub struct PreparedStatement {
    /// Its own text.
    pub text: String,
    pub parsed: Parsed,
    /// Its query's plan; a statement of the session alone has none.
    pub query: Option<Arc<dyn Decided>>,
    /// What Parse or PREPARE declared.
    pub declared: Vec<PgType>,
    pub parameters: Vec<PgType>,
    /// `None` is a statement without rows.
    pub columns: Option<Arc<[PgColumn]>>,
    pub basis: Basis,
    /// By PREPARE, not by Parse.
    pub from_sql: bool,
    pub prepared_at: chrono::DateTime<chrono::Utc>,
    /// Its text, once the session keeps it under a name.
    pub held: Option<Arc<Held>>,
}

/// Under what a query was decided; under another it is decided again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    pub policy_version: String,
    pub role: RoleName,
    pub search_path: Vec<String>,
}

impl PreparedStatement {
    /// The kind of statement.
    #[must_use]
    pub fn statement(&self) -> &Statement {
        self.parsed.statement()
    }

    /// The types of the values that Bind gives it. Those of a PREPARE that comes by Parse are EXECUTE's to give; what it prepared takes them by Bind, too.
    #[must_use]
    pub fn own_parameters(&self) -> &[PgType] {
        if matches!(self.statement(), Statement::Prepare(_)) && !self.from_sql { &[] } else { &self.parameters }
    }

    /// Whether `again` answers with the same columns as this one promised.
    ///
    /// # Errors
    /// 0A000 as PostgreSQL says it.
    pub fn same_result(&self, again: &dyn Decided) -> SqlResult<()> {
        let promised = self.columns.as_deref().unwrap_or_default();
        let same = promised.len() == again.columns().len()
            && promised.iter().zip(again.columns()).all(|(old, new)| (&old.name, &old.ty) == (&new.name, &new.ty));
        if same || matches!(self.statement(), Statement::Copy(_)) {
            Ok(())
        } else {
            Err(SqlError::new(SqlState::FEATURE_NOT_SUPPORTED, "cached plan must not change result type"))
        }
    }
}

/// A bound statement, or a cursor.
pub struct Portal {
    pub statement: Arc<PreparedStatement>,
    /// The plan that it runs, whatever becomes of the statement's name.
    pub query: Option<Arc<dyn Decided>>,
    pub columns: Option<Arc<[PgColumn]>>,
    pub values: Vec<ScalarValue>,
    /// One for each column: 0 is text, 1 is binary.
    pub formats: Vec<i16>,
    /// Its rows, once it runs.
    pub cursor: Option<Cursor>,
    pub progress: Progress,
    /// The number of savepoints it was made under.
    pub depth: usize,
    /// By DECLARE, and what it said.
    pub declared: Option<Declared>,
    pub created: chrono::DateTime<chrono::Utc>,
    /// Its values, once the session keeps it under a name.
    pub held: Option<Held>,
}

/// How far a portal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Ready,
    /// It has given rows and may give more.
    Suspended,
    Done,
    /// A FETCH from it failed.
    Failed,
}

/// What DECLARE said.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    pub hold: bool,
    pub scroll: Option<bool>,
    pub binary: bool,
}

impl Portal {
    /// Whether it outlives its transaction.
    #[must_use]
    pub fn held(&self) -> bool {
        self.declared.is_some_and(|declared| declared.hold)
    }
}
