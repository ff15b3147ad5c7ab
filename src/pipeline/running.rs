//! A statement on its way: its rows in blocks, its limits, its end.
//!
//! Comes in: a governed plan under way, or rows that are there already. Goes out: batches, as fast as they are asked for. Must never: hold a whole result, give a row past a limit, or cut one off in silence.

use super::accounting::{Accounting, Price};
use super::pushdown::tag;
use super::ready::Ready;
use super::{Notice, OnRowLimit, Prepared, StatementContext, role, usage};
use crate::error::SqlResult;
use crate::interrupt::{cancelled, timed_out};
use crate::plan::deadline::Patience;
use crate::types::PgColumn;
use crate::warehouse::remote::Rows;
use crate::warehouse::runtime::StatementEngine;
use crate::window::Governed;
use crate::world::World;
use datafusion::arrow::array::RecordBatch;
use datafusion::common::ScalarValue;
use datafusion::execution::SendableRecordBatchStream;
use futures::StreamExt;
use guard::SqlState;
use guard::policy::Role;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// A running statement. Dropping it cancels the work and writes the audit record.
pub struct Running {
    columns: Vec<PgColumn>,
    window: String,
    notices: Vec<Notice>,
    source: Source,
    role: Arc<Role>,
    on_row_limit: OnRowLimit,
    cancel: CancellationToken,
    /// What is left of the time that the statement may work; waiting for the client does not count.
    budget: Option<Duration>,
    rows: u64,
    /// Bytes of memory that the engine has for it.
    memory: Option<u64>,
    accounting: Accounting,
}

enum Source {
    Stream {
        stream: SendableRecordBatchStream,
        engine: Box<StatementEngine>,
    },
    /// From the warehouse as they are, and their bytes so far.
    Remote {
        rows: Rows,
        bytes: u64,
    },
    Rows(Vec<RecordBatch>),
    Ended {
        bytes: u64,
    },
}

impl Source {
    fn bytes(&self) -> u64 {
        match self {
            Source::Stream { stream: _, engine } => engine.counters().bytes(),
            Source::Remote { rows: _, bytes } => *bytes,
            Source::Rows(_) => 0,
            Source::Ended { bytes } => *bytes,
        }
    }
}

/// What [`super::run`] starts.
pub struct Start {
    columns: Vec<PgColumn>,
    window: String,
    source: Source,
    /// What planning took of the statement's time.
    planning: Duration,
}

/// What a statement that is written already runs with.
#[derive(Clone, Copy)]
pub struct Values<'a> {
    pub parameters: &'a [ScalarValue],
    /// The windows that were found for these parameters; nothing where no table has one.
    pub windows: Option<&'a Governed>,
}

impl Start {
    /// Plans, prices and starts a query.
    pub async fn query(
        prepared: &Prepared,
        governed: Governed,
        world: &World,
        statement: &StatementContext,
        patience: Patience,
        accounting: &mut Accounting,
    ) -> SqlResult<Self> {
        let started = Instant::now();
        let role = role(world, &statement.role)?;
        let engine = world.engine().statement_for(role.limits.memory, patience, tag(statement))?;
        let planned = engine.plan(&governed).await?;
        super::pushdown::require(role, statement, &planned)?;
        let window = governed.window_text();
        accounting.allowed(|record| {
            record.tables = planned.tables();
            record.columns = planned.columns();
            record.window = (!window.is_empty()).then(|| window.clone());
            record.warehouse = planned.warehouse();
            super::pushdown::record(record, &planned);
        });
        if super::pushdown::is_priced(role, &planned) {
            let is_told = statement.is_operator || !planned.conceals();
            let estimate = in_time(planned.estimate(), statement.time(role)).await?;
            accounting.reserve(role, Price { estimate, is_told }, statement)?;
        }
        let physical = planned.into_physical();
        let stream = engine.run(physical)?;
        Ok(Self {
            columns: prepared.columns.clone(),
            window,
            source: Source::Stream { stream, engine: Box::new(engine) },
            planning: prepared.planning + started.elapsed(),
        })
    }

    /// Prices and starts a statement that is written already.
    pub async fn ready(
        prepared: &Prepared,
        ready: &Ready,
        values: Values<'_>,
        role: &Role,
        statement: &StatementContext,
        accounting: &mut Accounting,
    ) -> SqlResult<Self> {
        let started = Instant::now();
        let Values { parameters, windows } = values;
        let window = windows.map(Governed::window_text).unwrap_or_default();
        accounting.allowed(|record| {
            record.tables.clone_from(&ready.tables);
            record.columns.clone_from(&ready.columns);
            record.window = (!window.is_empty()).then(|| window.clone());
            record.warehouse = Some(ready.warehouse().name().to_owned());
            record.pushed_sql = Some(ready.text().to_owned());
        });
        if super::pushdown::has_a_price(role) {
            let is_told = statement.is_operator || !ready.conceals;
            let estimate = in_time(ready.estimate(windows), statement.time(role)).await?;
            accounting.reserve(role, Price { estimate, is_told }, statement)?;
        }
        let rows = ready.run(parameters, windows, statement)?;
        Ok(Self {
            columns: prepared.columns.clone(),
            window,
            source: Source::Remote { rows, bytes: 0 },
            planning: prepared.planning + started.elapsed(),
        })
    }

    /// Rows that the gateway makes itself.
    pub fn rows(prepared: &Prepared, rows: Vec<RecordBatch>) -> Self {
        Self {
            columns: prepared.columns.clone(),
            window: String::new(),
            source: Source::Rows(rows),
            planning: Duration::ZERO,
        }
    }
}

/// Waits no longer than the statement may take.
async fn in_time<T>(work: impl Future<Output = SqlResult<T>>, time: Option<Duration>) -> SqlResult<T> {
    match time {
        Some(time) => tokio::time::timeout(time, work).await.unwrap_or_else(|_| Err(timed_out())),
        None => work.await,
    }
}

impl Running {
    pub(super) fn new(start: Start, role: Arc<Role>, statement: &StatementContext, accounting: Accounting) -> Self {
        let Start { columns, window, source, planning } = start;
        let notices = if statement.notices && !window.is_empty() { vec![window_notice(&window)] } else { Vec::new() };
        let memory = match &source {
            Source::Stream { stream: _, engine } => u64::try_from(engine.memory()).ok(),
            Source::Remote { .. } | Source::Rows(_) | Source::Ended { .. } => None,
        };
        let budget = statement.time(&role).map(|time| time.saturating_sub(planning));
        Self {
            columns,
            window,
            notices,
            source,
            role,
            on_row_limit: statement.on_row_limit,
            cancel: statement.cancel.clone(),
            budget,
            rows: 0,
            memory,
            accounting,
        }
    }

    #[must_use]
    pub fn columns(&self) -> &[PgColumn] {
        &self.columns
    }

    /// The next block of rows; `None` at the end. An error ends the statement.
    pub async fn next(&mut self) -> Option<SqlResult<RecordBatch>> {
        match self.pull().await {
            Ok(Some(batch)) => Some(Ok(batch)),
            Ok(None) => {
                self.end();
                None
            }
            Err(error) => {
                self.accounting.failing(&error, self.rows, self.source.bytes());
                self.end();
                Some(Err(error))
            }
        }
    }

    /// Lets go of the engine: its memory, its files, its tasks.
    fn end(&mut self) {
        self.source = Source::Ended { bytes: self.source.bytes() };
    }

    async fn pull(&mut self) -> SqlResult<Option<RecordBatch>> {
        let batch = match &mut self.source {
            Source::Ended { bytes: _ } => None,
            Source::Rows(rows) => {
                if rows.is_empty() {
                    None
                } else {
                    Some(rows.remove(0))
                }
            }
            Source::Stream { stream, engine: _ } => {
                let started = Instant::now();
                let batch = tokio::select! {
                    biased;
                    () = self.cancel.cancelled() => return Err(cancelled()),
                    () = exhausted(self.budget) => return Err(timed_out()),
                    batch = stream.next() => batch.transpose()?,
                };
                self.budget = self.budget.map(|left| left.saturating_sub(started.elapsed()));
                batch
            }
            Source::Remote { rows, bytes } => {
                let started = Instant::now();
                let batch = tokio::select! {
                    biased;
                    () = self.cancel.cancelled() => return Err(cancelled()),
                    () = exhausted(self.budget) => return Err(timed_out()),
                    batch = rows.next() => batch.transpose()?,
                };
                *bytes += batch.as_ref().map_or(0, |batch| batch.get_array_memory_size() as u64);
                self.budget = self.budget.map(|left| left.saturating_sub(started.elapsed()));
                batch
            }
        };
        match batch {
            None => Ok(None),
            Some(batch) => self.within_limit(batch).map(Some),
        }
    }

    /// The batch, or as much of it as the role may have where the client asked for a cut.
    fn within_limit(&mut self, batch: RecordBatch) -> SqlResult<RecordBatch> {
        let count = batch.num_rows() as u64;
        let Some(limit) = self.role.limits.rows.filter(|limit| self.rows + count > *limit) else {
            self.rows += count;
            return Ok(batch);
        };
        match self.on_row_limit {
            OnRowLimit::Error => {
                Err(usage::over(&self.role, "rows", &format!("more than {limit} asked, {limit} allowed")).hint(
                    "Add a LIMIT or aggregate, or take the first rows with SET tollgate.on_row_limit = 'truncate'.",
                ))
            }
            OnRowLimit::Truncate => {
                let kept = limit.saturating_sub(self.rows);
                self.rows = limit;
                self.notices.push(truncated(&self.role, limit));
                self.end();
                Ok(batch.slice(0, usize::try_from(kept).unwrap_or(usize::MAX)))
            }
        }
    }

    /// What there is to tell the client by now; each notice once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// The window it runs under, as `SHOW tollgate.window` prints it; empty if it has none.
    #[must_use]
    pub fn window(&self) -> &str {
        &self.window
    }

    /// Bytes that one value of the result may have: it is written as a whole, so that the limit on memory is one, too.
    #[must_use]
    pub fn cell_limit(&self) -> Option<u64> {
        let limits = &self.role.limits;
        limits.cell.into_iter().chain(limits.memory).chain(self.memory).min()
    }

    /// Ends the statement and writes its audit record; the client gets its CommandComplete only after this.
    ///
    /// # Errors
    /// 58030 if the record can't be written.
    pub async fn finish(mut self) -> SqlResult<()> {
        self.end();
        let (rows, bytes) = (self.rows, self.source.bytes());
        self.accounting.finished(rows, bytes).await
    }
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").field("rows", &self.rows).finish_non_exhaustive()
    }
}

async fn exhausted(budget: Option<Duration>) {
    match budget {
        Some(left) => tokio::time::sleep(left).await,
        None => std::future::pending().await,
    }
}

fn window_notice(window: &str) -> Notice {
    Notice {
        severity: "NOTICE",
        sqlstate: SqlState::SUCCESSFUL_COMPLETION,
        message: format!("window {window}"),
        detail: None,
        hint: None,
    }
}

fn truncated(role: &Role, limit: u64) -> Notice {
    Notice {
        severity: "WARNING",
        sqlstate: SqlState::WARNING,
        message: format!("the result was cut after {limit} rows"),
        detail: Some(format!("Limit \"rows\" of role \"{}\": {limit} allowed.", role.name)),
        hint: Some("RESET tollgate.on_row_limit makes this an error.".to_owned()),
    }
}
