//! The transaction: blocks, implicit ones, savepoints, and what they do to settings and portals. The gateway only reads, so nothing else depends on them.

use super::Session;
use crate::error::{SqlError, SqlResult};
use crate::pipeline::Notice;
use chrono::{DateTime, Utc};
use guard::SqlState;
use guard::parse::statement::{Isolation, TransactionModes};

/// Where a session is in its transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    Idle,
    /// One statement outside a block, or the messages up to Sync.
    Single,
    /// The statements of one simple Query that holds several.
    ImplicitBlock,
    Block,
    /// A block in which a statement failed.
    Failed,
}

/// The session's transaction.
#[derive(Debug, Default)]
pub struct Transaction {
    state: State,
    started: Option<DateTime<Utc>>,
    savepoints: Vec<String>,
    /// A query ran: it is too late for SET TRANSACTION ISOLATION LEVEL.
    used: bool,
    modes: TransactionModes,
}

impl Transaction {
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// When it started.
    #[must_use]
    pub fn started(&self) -> Option<DateTime<Utc>> {
        self.started
    }

    /// How many savepoints there are.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.savepoints.len()
    }

    #[must_use]
    pub fn failed(&self) -> bool {
        self.state == State::Failed
    }

    /// In a block, as PostgreSQL's `IsInTransactionBlock` sees it.
    #[must_use]
    pub fn in_block(&self) -> bool {
        !matches!(self.state, State::Idle | State::Single)
    }

    /// Open after the message: in a block that BEGIN started.
    #[must_use]
    pub fn open(&self) -> bool {
        matches!(self.state, State::Block | State::Failed)
    }

    /// ReadyForQuery's status byte.
    #[must_use]
    pub fn status(&self) -> u8 {
        match self.state {
            State::Idle | State::Single | State::ImplicitBlock => b'I',
            State::Block => b'T',
            State::Failed => b'E',
        }
    }

    /// As `pg_stat_activity` says it.
    #[must_use]
    pub fn rest_state(&self) -> &'static str {
        match self.state {
            State::Idle | State::Single | State::ImplicitBlock => "idle",
            State::Block => "idle in transaction",
            State::Failed => "idle in transaction (aborted)",
        }
    }

    /// A query is about to run in it.
    pub fn use_it(&mut self) {
        self.used = true;
    }
}

/// 25P01 as a WARNING.
fn no_transaction() -> Notice {
    warning(SqlState::NO_ACTIVE_SQL_TRANSACTION, "there is no transaction in progress")
}

/// A WARNING without more.
#[must_use]
pub fn warning(sqlstate: SqlState, message: impl Into<String>) -> Notice {
    Notice { severity: "WARNING", sqlstate, message: message.into(), detail: None, hint: None }
}

fn only_in_block(what: &str) -> SqlError {
    SqlError::new(SqlState::NO_ACTIVE_SQL_TRANSACTION, format!("{what} can only be used in transaction blocks"))
}

fn no_savepoint(name: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_SAVEPOINT_SPECIFICATION, format!("savepoint \"{name}\" does not exist"))
}

impl Session {
    /// A statement is about to run: outside a block this starts a transaction for it.
    pub fn enter(&mut self) {
        if self.transaction.state == State::Idle {
            self.settings.lock().save();
            let started = Some(self.statement_time);
            self.transaction = Transaction { state: State::Single, started, ..Transaction::default() };
        }
    }

    /// The same for one of several statements in a simple Query.
    pub fn enter_implicit_block(&mut self) {
        self.enter();
        if self.transaction.state == State::Single {
            self.transaction.state = State::ImplicitBlock;
        }
    }

    /// The message, or the messages up to Sync, went well.
    pub fn leave(&mut self) {
        if matches!(self.transaction.state, State::Single | State::ImplicitBlock) {
            self.end(true);
        }
    }

    /// A statement failed.
    pub fn fail(&mut self) {
        match self.transaction.state {
            State::Idle | State::Failed => {}
            State::Single | State::ImplicitBlock => self.end(false),
            State::Block => {
                self.transaction.state = State::Failed;
                // What held on from an earlier transaction stays, and what was there before the last savepoint.
                let (started, depth) = (self.transaction.started, self.transaction.depth());
                self.portals
                    .retain(|_, portal| portal.depth < depth || (portal.held() && Some(portal.created) < started));
            }
        }
    }

    /// The end of the transaction, whichever way.
    fn end(&mut self, commit: bool) {
        let started = self.transaction.started;
        if commit {
            self.settings.lock().commit();
            self.portals.retain(|_, portal| portal.held());
            self.portals.values_mut().for_each(|portal| portal.depth = 0);
        } else {
            self.settings.lock().rollback();
            self.portals.retain(|_, portal| portal.held() && Some(portal.created) < started);
        }
        self.transaction = Transaction::default();
    }

    /// BEGIN.
    pub fn begin(&mut self, modes: &TransactionModes) -> Vec<Notice> {
        let mut notices = Vec::new();
        match self.transaction.state {
            State::Block | State::Failed => {
                notices.push(warning(SqlState::ACTIVE_SQL_TRANSACTION, "there is already a transaction in progress"));
            }
            State::Idle | State::Single | State::ImplicitBlock => {
                self.enter();
                self.transaction.state = State::Block;
                self.take_modes(modes);
            }
        }
        notices
    }

    fn take_modes(&mut self, modes: &TransactionModes) {
        let mut settings = self.settings.lock();
        if let Some(isolation) = modes.isolation {
            // The table has these four words; setting one of them can't fail.
            let _ = settings.set("transaction_isolation", isolation_name(isolation), true);
            self.transaction.modes.isolation = Some(isolation);
        }
        if let Some(deferrable) = modes.deferrable {
            let _ = settings.set("transaction_deferrable", if deferrable { "on" } else { "off" }, true);
            self.transaction.modes.deferrable = Some(deferrable);
        }
    }

    /// SET TRANSACTION; READ WRITE is accepted, and every statement still only reads.
    ///
    /// # Errors
    /// 25001 if the isolation level comes after a query.
    pub fn set_transaction(&mut self, modes: &TransactionModes) -> SqlResult<Vec<Notice>> {
        if !self.transaction.in_block() {
            return Ok(vec![warning(
                SqlState::NO_ACTIVE_SQL_TRANSACTION,
                "SET TRANSACTION can only be used in transaction blocks",
            )]);
        }
        if self.transaction.used && modes.isolation.is_some_and(|new| Some(new) != self.transaction.modes.isolation) {
            return Err(SqlError::new(
                SqlState::ACTIVE_SQL_TRANSACTION,
                "SET TRANSACTION ISOLATION LEVEL must be called before any query",
            ));
        }
        self.take_modes(modes);
        Ok(Vec::new())
    }

    /// SET SESSION CHARACTERISTICS AS TRANSACTION.
    ///
    /// # Errors
    /// As SET.
    pub fn set_characteristics(&mut self, modes: &TransactionModes) -> SqlResult<()> {
        let mut settings = self.settings.lock();
        if let Some(isolation) = modes.isolation {
            settings.set("default_transaction_isolation", isolation_name(isolation), false)?;
        }
        if let Some(deferrable) = modes.deferrable {
            let text = if deferrable { "on" } else { "off" };
            settings.set("default_transaction_deferrable", text, false)?;
        }
        Ok(())
    }

    /// COMMIT; a failed block is rolled back, which the tag tells.
    ///
    /// # Errors
    /// 25P01 for AND CHAIN outside a block.
    pub fn commit(&mut self, chain: bool) -> SqlResult<(&'static str, Vec<Notice>)> {
        let open = self.transaction.open();
        if chain && !open {
            return Err(only_in_block("COMMIT AND CHAIN"));
        }
        let (tag, commit) = if self.transaction.failed() { ("ROLLBACK", false) } else { ("COMMIT", true) };
        self.end_block(commit, chain);
        Ok((tag, if open { Vec::new() } else { vec![no_transaction()] }))
    }

    /// ROLLBACK.
    ///
    /// # Errors
    /// 25P01 for AND CHAIN outside a block.
    pub fn rollback(&mut self, chain: bool) -> SqlResult<Vec<Notice>> {
        let open = self.transaction.open();
        if chain && !open {
            return Err(only_in_block("ROLLBACK AND CHAIN"));
        }
        self.end_block(false, chain);
        Ok(if open { Vec::new() } else { vec![no_transaction()] })
    }

    fn end_block(&mut self, commit: bool, chain: bool) {
        let modes = self.transaction.modes;
        self.end(commit);
        if chain {
            let _ = self.begin(&modes);
        }
    }

    /// SAVEPOINT.
    ///
    /// # Errors
    /// 25P01 outside a block.
    pub fn savepoint(&mut self, name: &str) -> SqlResult<()> {
        if !self.transaction.open() {
            return Err(only_in_block("SAVEPOINT"));
        }
        if self.transaction.savepoints.len() >= 1000 {
            return Err(SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "too many savepoints in one transaction")
                .rule("limit-names"));
        }
        self.settings.lock().save();
        self.transaction.savepoints.push(name.to_owned());
        Ok(())
    }

    /// The savepoint's place, from 0; the last of that name.
    fn find_savepoint(&self, name: &str, what: &str) -> SqlResult<usize> {
        if !self.transaction.open() {
            return Err(only_in_block(what));
        }
        self.transaction.savepoints.iter().rposition(|known| known == name).ok_or_else(|| no_savepoint(name))
    }

    /// RELEASE SAVEPOINT.
    ///
    /// # Errors
    /// 25P01 outside a block, 3B001 if there is none of that name.
    pub fn release(&mut self, name: &str) -> SqlResult<()> {
        let at = self.find_savepoint(name, "RELEASE SAVEPOINT")?;
        self.transaction.savepoints.truncate(at);
        self.settings.lock().release(at + 1);
        self.portals.values_mut().for_each(|portal| portal.depth = portal.depth.min(at));
        Ok(())
    }

    /// ROLLBACK TO SAVEPOINT: the block goes on, failed or not.
    ///
    /// # Errors
    /// 25P01 outside a block, 3B001 if there is none of that name.
    pub fn rollback_to(&mut self, name: &str) -> SqlResult<()> {
        let at = self.find_savepoint(name, "ROLLBACK TO SAVEPOINT")?;
        self.transaction.savepoints.truncate(at + 1);
        self.settings.lock().rollback_to(at + 1);
        self.portals.retain(|_, portal| portal.depth <= at);
        self.transaction.state = State::Block;
        Ok(())
    }
}

fn isolation_name(isolation: Isolation) -> &'static str {
    match isolation {
        Isolation::ReadUncommitted => "read uncommitted",
        Isolation::ReadCommitted => "read committed",
        Isolation::RepeatableRead => "repeatable read",
        Isolation::Serializable => "serializable",
    }
}
