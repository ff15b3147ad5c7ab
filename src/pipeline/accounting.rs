//! One statement's entry in the books: its audit record, its place among the role's statements, the bytes set aside for it, the counters.
//!
//! Comes in: what each stage learns. Goes out: one audit record, whatever becomes of the statement. Must never: let a statement end without its record.

use super::StatementContext;
use super::usage::{Reservation, Turn, over};
use crate::audit::{Decision, Record, Ticket};
use crate::error::{SqlError, SqlResult};
use crate::warehouse::{Estimate, Precision};
use crate::world::Services;
use guard::policy::Role;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a statement costs, and whether its client may know.
#[derive(Clone, Copy, Debug)]
pub struct Price {
    pub estimate: Estimate,
    /// Not where rows are hidden: the price is of those, too.
    pub is_told: bool,
}

/// Begun before a statement runs. Dropped, it records the statement as abandoned.
#[derive(Debug)]
pub struct Accounting {
    services: Arc<Services>,
    /// Until the record is written.
    ticket: Option<Ticket>,
    started: Instant,
    turn: Option<Turn>,
    reservation: Option<Reservation>,
}

impl Accounting {
    /// # Errors
    /// 58030 if the statement can't be audited; then it must not run.
    pub async fn begin(services: &Arc<Services>, record: Record) -> SqlResult<Self> {
        let ticket = services.audit.begin(record).await?;
        services.metrics.statements_running.increment();
        Ok(Self {
            services: Arc::clone(services),
            ticket: Some(ticket),
            started: Instant::now(),
            turn: None,
            reservation: None,
        })
    }

    /// Waits until the role may run one more statement.
    ///
    /// # Errors
    /// 53300, 53400 or 57014.
    pub async fn take_turn(&mut self, role: &Role, statement: &StatementContext) -> SqlResult<()> {
        let now = statement.statement_time.timestamp();
        self.turn = Some(self.services.usage.take_turn(role, now, &statement.cancel).await?);
        Ok(())
    }

    /// Compares the price with what the role may pay, and sets it aside.
    ///
    /// # Errors
    /// 53400, with the limit, what was asked and what is allowed.
    pub fn reserve(&mut self, role: &Role, price: Price, statement: &StatementContext) -> SqlResult<()> {
        let Price { estimate, is_told } = price;
        self.update(|record| record.estimated_bytes = Some(estimate.bytes));
        if let Some(limit) = role.limits.bytes
            && estimate.bytes > limit
        {
            let about = match estimate.precision {
                Precision::Exact => "",
                Precision::UpperBound => "at most ",
                Precision::Guess => "about ",
            };
            let asked = if is_told { format!("{about}{}", estimate.bytes) } else { format!("more than {limit}") };
            return Err(over(role, "bytes", &format!("{asked} asked, {limit} allowed"))
                .hint("Read a shorter window or fewer columns."));
        }
        let now = statement.statement_time.timestamp();
        self.reservation = Some(self.services.usage.reserve(role, now, estimate.bytes)?);
        Ok(())
    }

    /// The gates let it through.
    pub fn allowed(&mut self, change: impl FnOnce(&mut Record)) {
        self.services.metrics.statements_allowed.increment();
        self.update(|record| {
            record.decision = Decision::Allowed;
            change(record);
        });
    }

    pub fn planned(&mut self, took: Duration) {
        self.services.metrics.plan_seconds.observe(took);
        self.update(|record| record.plan_us = Some(micros(took)));
    }

    /// Notes a failure after the first row; the record is written when this is dropped.
    pub fn failing(&mut self, error: &SqlError, rows: u64, bytes: u64) {
        self.count(rows, bytes);
        self.services.metrics.statements_failed.increment();
        let report = error.report();
        if let Some(cause) = &report.cause {
            tracing::error!(sqlstate = report.sqlstate.code(), %cause, "a statement failed");
        }
        self.update(|record| {
            record.sqlstate = Some(report.sqlstate.code());
            record.rule = report.rule;
        });
    }

    /// Ends a statement that failed before its first row, and gives what the client is told.
    pub async fn refused(mut self, error: SqlError) -> SqlError {
        let report = error.report();
        if let Some(cause) = &report.cause {
            tracing::error!(sqlstate = report.sqlstate.code(), %cause, "a statement failed");
        }
        self.services.metrics.statements_refused.increment();
        let took = self.started.elapsed();
        self.update(|record| {
            record.sqlstate = Some(report.sqlstate.code());
            record.rule = report.rule;
            record.total_us = Some(micros(took));
        });
        if let Some(reservation) = self.reservation.take() {
            reservation.settle(0);
        }
        self.written().await.err().unwrap_or(error)
    }

    /// Ends a statement that gave all its rows.
    ///
    /// # Errors
    /// 58030 if the record can't be written.
    pub async fn finished(mut self, rows: u64, bytes: u64) -> SqlResult<()> {
        self.count(rows, bytes);
        self.written().await
    }

    fn count(&mut self, rows: u64, bytes: u64) {
        let took = self.started.elapsed();
        let metrics = &self.services.metrics;
        metrics.rows_sent.add(rows);
        metrics.bytes_scanned.add(bytes);
        metrics.statement_seconds.observe(took);
        if let Some(reservation) = self.reservation.take() {
            reservation.settle(bytes);
        }
        self.update(|record| {
            record.rows = Some(rows);
            record.bytes = Some(bytes);
            record.total_us = Some(micros(took));
        });
    }

    async fn written(mut self) -> SqlResult<()> {
        self.turn = None;
        match self.ticket.take() {
            Some(ticket) => ticket.write().await,
            None => Ok(()),
        }
    }

    fn update(&mut self, change: impl FnOnce(&mut Record)) {
        if let Some(ticket) = &mut self.ticket {
            ticket.update(change);
        }
    }
}

impl Drop for Accounting {
    fn drop(&mut self) {
        self.services.metrics.statements_running.decrement();
    }
}

fn micros(took: Duration) -> u64 {
    u64::try_from(took.as_micros()).unwrap_or(u64::MAX)
}
