//! The statement log: one record for each statement, refused ones too, in a chain that shows whether one was changed or taken out.
//!
//! Comes in: a [`Record`], begun before its statement runs and written at the statement's end. Goes out: one line of JSON in a file or on standard output. Must never: lose a record,
//! hold a password or a secret, or let a statement run whose record could not be written.
//!
//! # No audit, no query
//!
//! [`AuditLog::begin`] must succeed before a statement runs. It takes a place in the writer's queue, so that writing at the end can't be turned away, and it reserves room on the disk for
//! the record (`fallocate`, beyond the file's end, for the sum of all statements under way). So on a full disk statements are refused before they start, and those under way can still write
//! their records. Where the file system has no such reservation (a pipe, a device, some network file systems), the first failure is found at a statement's end: that statement fails before
//! its CommandComplete. After a failure the record stays in memory and is tried again whenever a statement wants to begin, and until it is written none begins.
//! A [`Ticket`] that is dropped (a cancelled statement, a lost client, a panic) writes its record too.
//!
//! # The chain
//!
//! A line is a JSON object whose last two members are `prev` and `hash`. `hash` is the lower-case hex of SHA-256 over the line's bytes from `{` up to the comma before `"hash"`, followed by `}`:
//! the record as it would be without its hash. `prev`, which these bytes hold, is the hash of the record before, or 64 zeros in the first. Rotation and restarts carry the chain on.

mod chain;
mod file;
mod record;
mod redact;
mod writer;

pub use chain::{Broken, Verified, verify};
pub use record::{Decision, Record};

use crate::config::Audit;
use crate::error::{SqlError, SqlResult};
use file::Space;
use guard::SqlState;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{mpsc, oneshot};
use writer::Command;

/// Statements that can be under way at once; far above any connection limit.
const QUEUE: usize = 1 << 17;
/// Of a record, beside its statement's text.
const RECORD_ROOM: u64 = 16 << 10;

/// The log. Cheap to share; the writing is done by one thread of its own.
#[derive(Debug)]
pub struct AuditLog {
    queue: mpsc::Sender<Command>,
    shared: Arc<Shared>,
    thread: Mutex<Option<std::thread::JoinHandle<()>>>,
}

/// What the log and its writer both see.
#[derive(Debug)]
struct Shared {
    space: Mutex<Space>,
    /// A record could not be written, and waits.
    failed: AtomicBool,
}

impl Shared {
    fn space(&self) -> MutexGuard<'_, Space> {
        self.space.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AuditLog {
    /// Opens the file, checks its last record, and starts the writer.
    ///
    /// # Errors
    /// If the file can't be opened or locked, or its last record does not verify.
    pub fn open(config: &Audit) -> io::Result<Arc<Self>> {
        let (file, space) = file::AuditFile::open(config)?;
        let shared = Arc::new(Shared { space: Mutex::new(space), failed: AtomicBool::new(false) });
        let (queue, commands) = mpsc::channel(QUEUE);
        let thread = writer::start(file, commands, Arc::clone(&shared))?;
        Ok(Arc::new(Self { queue, shared, thread: Mutex::new(Some(thread)) }))
    }

    /// Makes sure that this record can be written when its statement ends. What the record says so far is what is written if the ticket is dropped.
    ///
    /// # Errors
    /// 58030 if it could not be written; then the statement must not run.
    pub async fn begin(&self, mut record: Record) -> SqlResult<Ticket> {
        if self.shared.failed.load(Ordering::Acquire) {
            self.retry().await?;
        }
        record.sql = redact::redact(record.sql);
        let room = RECORD_ROOM + 2 * record.sql.len() as u64;
        let place = self.queue.clone().reserve_owned().await.map_err(|_| unwritable("the audit log is closed"))?;
        self.shared.space().reserve(room).map_err(unwritable)?;
        Ok(Ticket { inner: Some(Inner { record: Box::new(record), place, room }) })
    }

    /// Writes what could not be written before.
    async fn retry(&self) -> SqlResult<()> {
        let (answer, written) = oneshot::channel();
        self.queue.send(Command::Retry(answer)).await.map_err(|_| unwritable("the audit log is closed"))?;
        confirmed(written).await
    }

    /// Waits until all that was handed over is on the disk, and stops the writer; after this no statement begins.
    pub async fn close(&self) -> SqlResult<()> {
        let (answer, written) = oneshot::channel();
        self.queue.send(Command::Close(answer)).await.map_err(|_| unwritable("the audit log is closed"))?;
        let result = confirmed(written).await;
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let _ = tokio::task::spawn_blocking(move || thread.join()).await;
        }
        result
    }
}

/// The right to run one statement, and the duty to record it.
#[derive(Debug)]
#[must_use = "dropping it writes the record as abandoned"]
pub struct Ticket {
    inner: Option<Inner>,
}

#[derive(Debug)]
struct Inner {
    record: Box<Record>,
    place: mpsc::OwnedPermit<Command>,
    room: u64,
}

impl Ticket {
    /// The record, to fill in what became of the statement. Its `sql` is fixed when it begins.
    pub fn update(&mut self, change: impl FnOnce(&mut Record)) {
        if let Some(inner) = &mut self.inner {
            let sql = std::mem::take(&mut inner.record.sql);
            change(&mut inner.record);
            inner.record.sql = sql;
        }
    }

    /// Writes the record.
    ///
    /// # Errors
    /// 58030 if it could not be written; then the statement must fail.
    pub async fn write(mut self) -> SqlResult<()> {
        let Some(Inner { record, place, room }) = self.inner.take() else { return Ok(()) };
        let (answer, written) = oneshot::channel();
        place.send(Command::Write { record, room, answer: Some(answer) });
        confirmed(written).await
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        if let Some(Inner { mut record, place, room }) = self.inner.take() {
            // One that failed has its own code already.
            if record.sqlstate.is_none() {
                record.sqlstate = Some(SqlState::QUERY_CANCELED.code());
                record.rule.get_or_insert("abandoned");
            }
            place.send(Command::Write { record, room, answer: None });
        }
    }
}

async fn confirmed(written: oneshot::Receiver<io::Result<()>>) -> SqlResult<()> {
    match written.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(unwritable(error)),
        Err(_) => Err(unwritable("the audit log is closed")),
    }
}

fn unwritable(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> SqlError {
    let cause = cause.into();
    tracing::error!(%cause, "the audit record can't be written");
    SqlError::new(SqlState::IO_ERROR, "the statement can't be audited")
        .rule("audit")
        .detail("A statement whose audit record can't be written is not run.")
        .hint("Try again later.")
}

#[cfg(test)]
mod tests;
