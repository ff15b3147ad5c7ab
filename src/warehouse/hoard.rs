//! The batches that an operator keeps without saying so.
//!
//! Comes in: what goes into a window operator, and what comes out of it. Goes out: a reservation of the statement's memory for what is between. Must never: let go of more than came out.
//!
//! The engine's window operators keep their input (one of them all of it, and joins it to one batch at the end) and reserve nothing.

use datafusion::arrow::array::RecordBatch;
use datafusion::common::Result;
use datafusion::execution::TaskContext;
use datafusion::execution::memory_pool::{MemoryConsumer, MemoryReservation};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::windows::{BoundedWindowAggExec, WindowAggExec};
use std::sync::{Mutex, PoisonError};

/// What one operator keeps, all its partitions together.
#[derive(Debug)]
pub(super) struct Hoard {
    /// How many copies of it there are at most.
    copies: usize,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    rows: usize,
    bytes: usize,
    reservation: Option<MemoryReservation>,
}

impl Hoard {
    pub(super) fn of(node: &dyn ExecutionPlan) -> Option<Self> {
        let copies = if node.is::<WindowAggExec>() {
            2
        } else if node.is::<BoundedWindowAggExec>() {
            1
        } else {
            return None;
        };
        Some(Self { copies, kept: Mutex::default() })
    }

    fn change(&self, change: impl FnOnce(&mut Kept) -> Result<()>) -> Result<()> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut kept)?;
        let bytes = kept.bytes.saturating_mul(self.copies);
        kept.reservation.as_ref().map_or(Ok(()), |reservation| reservation.try_resize(bytes))
    }

    /// A batch goes in.
    ///
    /// # Errors
    /// The pool's, if there is no room for it.
    pub(super) fn take(&self, batch: &RecordBatch, context: &TaskContext) -> Result<()> {
        self.change(|kept| {
            kept.rows += batch.num_rows();
            kept.bytes += batch.get_array_memory_size();
            let register = || MemoryConsumer::new("window").register(context.memory_pool());
            kept.reservation.get_or_insert_with(register);
            Ok(())
        })
    }

    /// So many rows came out.
    pub(super) fn give(&self, rows: usize) -> Result<()> {
        self.change(|kept| {
            let rows = rows.min(kept.rows);
            let share = kept.bytes.checked_div(kept.rows).unwrap_or(0);
            kept.rows -= rows;
            kept.bytes = if kept.rows == 0 { 0 } else { kept.bytes - share * rows };
            Ok(())
        })
    }
}
