//! The memory of one statement.
//!
//! Comes in: what the engine's operators reserve. Goes out: leave, or a refusal, at which an operator that can spills to disk. Must never: forget what was asked when it refused, which is what the client is told.

use crate::error::{SqlError, SqlResult};
use crate::interrupt::Room;
use datafusion::common::Result;
use datafusion::execution::memory_pool::{FairSpillPool, MemoryConsumer, MemoryLimit, MemoryPool, MemoryReservation};
use guard::SqlState;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a statement's operators share.
#[derive(Debug)]
pub(super) struct StatementMemory {
    pool: FairSpillPool,
    limit: usize,
    /// The most that could not be given; 0 if everything could.
    refused: AtomicUsize,
}

impl StatementMemory {
    pub(super) fn new(limit: usize) -> Self {
        Self { pool: FairSpillPool::new(limit), limit, refused: AtomicUsize::new(0) }
    }

    pub(super) fn limit(&self) -> usize {
        self.limit
    }

    /// What the client is told of a failure that came of the limit; any other stays what it is.
    pub(super) fn explain(&self, error: SqlError) -> SqlError {
        let asked = self.refused.load(Ordering::Relaxed);
        if error.sqlstate() != SqlState::OUT_OF_MEMORY || asked == 0 {
            return error;
        }
        let limit = self.limit;
        error
            .detail(format!("Limit \"memory\": {asked} bytes asked, {limit} allowed."))
            .hint("Read a shorter window or fewer columns, or make fewer groups.")
    }
}

impl Room for StatementMemory {
    fn fits(&self, bytes: usize) -> SqlResult<()> {
        let asked = self.pool.reserved().saturating_add(bytes);
        if asked <= self.limit {
            return Ok(());
        }
        self.refused.fetch_max(asked, Ordering::Relaxed);
        Err(SqlError::out_of_memory())
    }
}

impl fmt::Display for StatementMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pool.fmt(f)
    }
}

impl MemoryPool for StatementMemory {
    fn name(&self) -> &'static str {
        "statement"
    }

    fn register(&self, consumer: &MemoryConsumer) {
        self.pool.register(consumer);
    }

    fn unregister(&self, consumer: &MemoryConsumer) {
        self.pool.unregister(consumer);
    }

    fn grow(&self, reservation: &MemoryReservation, additional: usize) {
        self.pool.grow(reservation, additional);
    }

    fn shrink(&self, reservation: &MemoryReservation, shrink: usize) {
        self.pool.shrink(reservation, shrink);
    }

    fn try_grow(&self, reservation: &MemoryReservation, additional: usize) -> Result<()> {
        self.pool.try_grow(reservation, additional).inspect_err(|_| {
            // An operator that spills gets an even share alone, so that less than the limit may have been too much for it.
            let asked = self.pool.reserved().saturating_add(additional);
            self.refused.fetch_max(asked, Ordering::Relaxed);
        })
    }

    fn reserved(&self) -> usize {
        self.pool.reserved()
    }

    fn memory_limit(&self) -> MemoryLimit {
        self.pool.memory_limit()
    }
}
