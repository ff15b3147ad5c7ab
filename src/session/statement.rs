//! The statements that never leave the session: SET, SHOW, BEGIN, SAVEPOINT, DEALLOCATE, CLOSE, DISCARD and their kin.
//!
//! Comes in: a parsed statement. Goes out: its tag, rows where it has some, notices; or PostgreSQL's error. Must never: be asked to run a query.

use super::Session;
use super::settings::{self, catalogue::CATALOGUE};
use super::transaction::warning;
use crate::error::{SqlError, SqlResult};
use crate::pipeline::Notice;
use crate::types::{PgColumn, PgType};
use datafusion::arrow::array::{ArrayRef, RecordBatch, StringViewArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use guard::SqlState;
use guard::parse::Statement;
use guard::parse::statement::{Discard, SetParameter, SetValue};
use guard::policy::RoleName;
use std::sync::Arc;

/// What a session statement leaves to tell.
#[derive(Debug, Default)]
pub struct Outcome {
    pub tag: String,
    pub rows: Option<RecordBatch>,
    pub notices: Vec<Notice>,
}

impl Outcome {
    fn tag(tag: &str) -> Self {
        Self { tag: tag.to_owned(), rows: None, notices: Vec::new() }
    }

    fn with(tag: &str, notices: Vec<Notice>) -> Self {
        Self { tag: tag.to_owned(), rows: None, notices }
    }
}

/// Whether the statement may run in an aborted transaction.
#[must_use]
pub fn ends_transaction(statement: &Statement) -> bool {
    matches!(statement, Statement::Commit { .. } | Statement::Rollback { .. } | Statement::RollbackTo(_))
}

/// 25P02
#[must_use]
pub fn aborted() -> SqlError {
    SqlError::new(
        SqlState::IN_FAILED_SQL_TRANSACTION,
        "current transaction is aborted, commands ignored until end of transaction block",
    )
}

/// The columns of SHOW's result; `None` for a statement without rows.
#[must_use]
pub fn columns(statement: &Statement) -> Option<Vec<PgColumn>> {
    let text = |name: &str| PgColumn { name: name.to_owned(), ty: PgType::Text, typmod: -1, table_oid: 0, attnum: 0 };
    match statement {
        Statement::Show(None) => Some(["name", "setting", "description"].into_iter().map(text).collect()),
        Statement::Show(Some(name)) => {
            Some(vec![text(settings::definition(name).map_or(name.as_str(), |known| known.name))])
        }
        _ => None,
    }
}

impl Session {
    /// Runs a statement that never leaves the session.
    ///
    /// # Errors
    /// PostgreSQL's for each; XX000 for a statement that is no session statement.
    pub fn execute(&mut self, statement: &Statement, text: &str) -> SqlResult<Outcome> {
        match statement {
            Statement::Set(set) => self.set(set),
            Statement::Show(name) => self.show(name.as_deref()),
            Statement::Reset(name) => self.reset(name.as_deref()),
            Statement::SetRole { local, role } => {
                let outcome = self.set_role(role.as_deref(), *local)?;
                let reset = first_word(text).eq_ignore_ascii_case("reset");
                Ok(if reset { Outcome::tag("RESET") } else { outcome })
            }
            Statement::Begin(modes) => Ok(Outcome::with(begin_tag(text), self.begin(modes))),
            Statement::SetTransaction { session: true, modes } => {
                self.set_characteristics(modes).map(|()| Outcome::tag("SET"))
            }
            Statement::SetTransaction { session: false, modes } => {
                self.set_transaction(modes).map(|notices| Outcome::with("SET", notices))
            }
            Statement::Commit { chain } => self.commit(*chain).map(|(tag, notices)| Outcome::with(tag, notices)),
            Statement::Rollback { chain } => self.rollback(*chain).map(|notices| Outcome::with("ROLLBACK", notices)),
            Statement::Savepoint(name) => self.savepoint(name).map(|()| Outcome::tag("SAVEPOINT")),
            Statement::Release(name) => self.release(name).map(|()| Outcome::tag("RELEASE")),
            Statement::RollbackTo(name) => self.rollback_to(name).map(|()| Outcome::tag("ROLLBACK")),
            Statement::Deallocate(name) => self.deallocate(name.as_deref()),
            Statement::Close(name) => self.close(name.as_deref()),
            Statement::Discard(what) => self.discard(*what),
            Statement::Unlisten => Ok(Outcome::tag("UNLISTEN")),
            Statement::Empty
            | Statement::Query(_)
            | Statement::Explain(_)
            | Statement::Copy(_)
            | Statement::Declare(_)
            | Statement::Fetch(_)
            | Statement::Prepare(_)
            | Statement::Execute(_) => Err(SqlError::internal("a statement that is not the session's alone")),
        }
    }

    fn set(&mut self, set: &SetParameter) -> SqlResult<Outcome> {
        if set.name == "role" {
            return match &set.value {
                SetValue::Text(role) if role != "none" => self.set_role(Some(role), set.local),
                _ => self.set_role(None, set.local),
            };
        }
        {
            let mut settings = self.settings.lock();
            match &set.value {
                SetValue::Text(text) => settings.set(&set.name, text, set.local)?,
                SetValue::Default => settings.reset(&set.name, set.local)?,
            }
        }
        Ok(Outcome::with("SET", self.outside_block(set.local, "SET LOCAL")))
    }

    /// The WARNING that a local change outside a block has no effect.
    fn outside_block(&self, local: bool, what: &str) -> Vec<Notice> {
        if !local || self.transaction.in_block() {
            return Vec::new();
        }
        let message = format!("{what} can only be used in transaction blocks");
        vec![warning(SqlState::NO_ACTIVE_SQL_TRANSACTION, message)]
    }

    fn show(&mut self, name: Option<&str>) -> SqlResult<Outcome> {
        let (names, rows): (Vec<String>, Vec<Vec<String>>) = match name {
            Some(name) => {
                let value = self.settings.lock().show(name)?;
                let title = settings::definition(name).map_or(name, |known| known.name);
                (vec![title.to_owned()], vec![vec![value]])
            }
            None => (["name", "setting", "description"].map(str::to_owned).to_vec(), self.all_settings()),
        };
        Ok(Outcome { tag: "SHOW".to_owned(), rows: Some(text_batch(&names, &rows)?), notices: Vec::new() })
    }

    fn all_settings(&self) -> Vec<Vec<String>> {
        let settings = self.settings.lock();
        let row = |known: &settings::definition::Definition| {
            vec![known.name.to_owned(), settings.show(known.name).unwrap_or_default(), known.description.to_owned()]
        };
        CATALOGUE.iter().map(row).collect()
    }

    fn reset(&mut self, name: Option<&str>) -> SqlResult<Outcome> {
        match name {
            Some("role") => return self.set_role(None, false).map(|_| Outcome::tag("RESET")),
            Some(name) => self.settings.lock().reset(name, false)?,
            None => self.settings.lock().reset_all(),
        }
        Ok(Outcome::tag("RESET"))
    }

    /// One role at a time, and only one that the user holds.
    fn set_role(&mut self, role: Option<&str>, local: bool) -> SqlResult<Outcome> {
        match role {
            None => self.settings.lock().set_role("none", local),
            Some(role) if self.principal.roles.contains(&RoleName(role.to_owned())) => {
                self.settings.lock().set_role(role, local);
            }
            Some(role) => {
                return Err(SqlError::new(
                    SqlState::INSUFFICIENT_PRIVILEGE,
                    format!("permission denied to set role \"{role}\""),
                )
                .rule("role-not-held")
                .detail("A user takes a role that the users file gives, and no other.")
                .hint(format!("The user's roles: {}.", self.roles_held())));
            }
        }
        Ok(Outcome::with("SET", self.outside_block(local, "SET LOCAL")))
    }

    fn roles_held(&self) -> String {
        self.principal.roles.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }

    fn deallocate(&mut self, name: Option<&str>) -> SqlResult<Outcome> {
        match name {
            None => {
                self.statements = Arc::default();
                Ok(Outcome::tag("DEALLOCATE ALL"))
            }
            Some(name) => {
                self.statement(name)?;
                self.forget_statement(name);
                Ok(Outcome::tag("DEALLOCATE"))
            }
        }
    }

    fn close(&mut self, name: Option<&str>) -> SqlResult<Outcome> {
        match name {
            None => {
                self.portals.clear();
                Ok(Outcome::tag("CLOSE CURSOR ALL"))
            }
            Some(name) if self.portals.remove(name).is_some() => Ok(Outcome::tag("CLOSE CURSOR")),
            Some(name) => Err(no_cursor(name)),
        }
    }

    fn discard(&mut self, what: Discard) -> SqlResult<Outcome> {
        match what {
            Discard::All if self.transaction.in_block() => Err(SqlError::new(
                SqlState::ACTIVE_SQL_TRANSACTION,
                "DISCARD ALL cannot run inside a transaction block",
            )),
            Discard::All => {
                self.portals.clear();
                self.statements = Arc::default();
                let mut settings = self.settings.lock();
                settings.reset_all();
                settings.set_role("none", false);
                Ok(Outcome::tag("DISCARD ALL"))
            }
            Discard::Plans => Ok(Outcome::tag("DISCARD PLANS")),
            Discard::Sequences => Ok(Outcome::tag("DISCARD SEQUENCES")),
            Discard::Temp => Ok(Outcome::tag("DISCARD TEMP")),
        }
    }
}

/// 34000
#[must_use]
pub fn no_cursor(name: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_CURSOR_NAME, format!("cursor \"{name}\" does not exist"))
}

/// 55000
#[must_use]
pub fn not_runnable(portal: &str) -> SqlError {
    SqlError::new(SqlState::OBJECT_NOT_IN_PREREQUISITE_STATE, format!("portal \"{portal}\" cannot be run"))
}

/// PostgreSQL tells the two spellings apart in the tag alone.
fn begin_tag(text: &str) -> &'static str {
    let word = first_word(text);
    if word.eq_ignore_ascii_case("start") { "START TRANSACTION" } else { "BEGIN" }
}

/// The first word after white space and comments.
fn first_word(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        if let Some(comment) = rest.strip_prefix("--") {
            rest = comment.split_once('\n').map_or("", |(_, after)| after).trim_start();
        } else if let Some(comment) = rest.strip_prefix("/*") {
            // A nested comment ends early here, and the word is then not `start`: only the tag's spelling depends on it.
            rest = comment.split_once("*/").map_or("", |(_, after)| after).trim_start();
        } else {
            let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
            return rest.get(..end).unwrap_or_default();
        }
    }
}

/// Text columns from rows of text.
fn text_batch(names: &[String], rows: &[Vec<String>]) -> SqlResult<RecordBatch> {
    let fields: Vec<Field> = names.iter().map(|name| Field::new(name, DataType::Utf8View, true)).collect();
    let column = |at: usize| -> ArrayRef {
        Arc::new(StringViewArray::from_iter(rows.iter().map(|row| row.get(at).map(String::as_str))))
    };
    let columns = (0..names.len()).map(column).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns).map_err(SqlError::internal)
}
