//! A result as a cursor walks it: forward in a stream, and back where the rows were kept.
//!
//! Comes in: a [`Flow`]. Goes out: slices of its batches. Must never: hold more than its bound, or a row that nobody can go back to.

use super::engine::Flow;
use super::held::{Held, Holdings};
use crate::error::{SqlError, SqlResult};
use crate::pipeline::Notice;
use datafusion::arrow::array::RecordBatch;
use guard::SqlState;
use guard::parse::statement::FetchDirection;

/// How much of a result a cursor keeps, for going back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Nothing: NO SCROLL, and every portal that is no cursor.
    Nothing,
    /// As long as it is small: a cursor that said neither SCROLL nor NO SCROLL.
    WhileSmall,
    /// Everything, up to a bound that is an error: SCROLL.
    All,
}

const SMALL: usize = 4 << 20;
const LARGE: usize = 64 << 20;

/// Where a result is read.
pub struct Cursor {
    flow: Option<Box<dyn Flow>>,
    keep: Keep,
    /// What was read and is kept, in order, or (where nothing is kept) what was read and not yet taken.
    batches: Vec<RecordBatch>,
    /// Their size where they are kept, as the session holds it.
    kept: Option<Held>,
    /// The row that the cursor is on: 0 is before the first, one past the last is after the end.
    position: usize,
    /// How many rows were read so far, and whether there are no more.
    read: usize,
    complete: bool,
    /// Where nothing is kept: the rows of the first batch that were taken.
    taken: usize,
    /// The window that the flow ran under.
    window: String,
    cell_limit: Option<u64>,
    notices: Vec<Notice>,
}

impl Cursor {
    #[must_use]
    pub fn new(flow: Box<dyn Flow>, keep: Keep, holdings: &Holdings) -> Self {
        let (window, cell_limit) = (flow.window(), flow.cell_limit());
        Self {
            flow: Some(flow),
            keep,
            batches: Vec::new(),
            kept: (keep != Keep::Nothing).then(|| holdings.nothing()),
            position: 0,
            read: 0,
            complete: false,
            taken: 0,
            window,
            cell_limit,
            notices: Vec::new(),
        }
    }

    /// A result that is here already.
    #[must_use]
    pub fn of_batch(batch: RecordBatch) -> Self {
        let read = batch.num_rows();
        Self {
            flow: None,
            keep: Keep::Nothing,
            batches: vec![batch],
            kept: None,
            position: 0,
            read,
            complete: true,
            taken: 0,
            window: String::new(),
            cell_limit: None,
            notices: Vec::new(),
        }
    }

    #[must_use]
    pub fn window(&self) -> &str {
        &self.window
    }

    /// Bytes that one value may have, at most `most`.
    #[must_use]
    pub fn cell_limit(&self, most: usize) -> usize {
        self.cell_limit.and_then(|limit| usize::try_from(limit).ok()).map_or(most, |limit| limit.min(most))
    }

    /// Whether a reader who goes on would get nothing.
    #[must_use]
    pub fn at_end(&self) -> bool {
        self.complete && self.position >= self.read
    }

    /// What there is to tell by now, each notice once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        let mut notices = std::mem::take(&mut self.notices);
        if let Some(flow) = &mut self.flow {
            notices.extend(flow.take_notices());
        }
        notices
    }

    /// The next rows, at most `limit` of them; `None` at the end. Cancel-safe: what was not handed out comes next time.
    pub async fn forward(&mut self, limit: usize) -> SqlResult<Option<RecordBatch>> {
        if limit == 0 {
            return Ok(None);
        }
        while self.position >= self.read {
            if !self.pull().await? {
                self.position = self.read + usize::from(self.keep != Keep::Nothing);
                return Ok(None);
            }
        }
        let slice = if self.keep == Keep::Nothing { self.take(limit) } else { self.slice_from(self.position, limit) };
        if let Some(slice) = &slice {
            self.position += slice.num_rows();
        }
        Ok(slice)
    }

    /// Reads one more batch; false at the end.
    async fn pull(&mut self) -> SqlResult<bool> {
        let Some(flow) = &mut self.flow else {
            self.complete = true;
            return Ok(false);
        };
        match flow.next().await {
            Some(Ok(batch)) => {
                self.read += batch.num_rows();
                self.keep_batch(batch)?;
                Ok(true)
            }
            Some(Err(error)) => {
                self.flow = None;
                self.complete = true;
                Err(error)
            }
            None => {
                self.complete = true;
                self.end().await?;
                Ok(false)
            }
        }
    }

    /// Ends the flow: its audit record is written.
    pub async fn end(&mut self) -> SqlResult<()> {
        let Some(mut flow) = self.flow.take() else { return Ok(()) };
        self.notices.extend(flow.take_notices());
        flow.finish().await
    }

    fn keep_batch(&mut self, batch: RecordBatch) -> SqlResult<()> {
        let bytes = batch.get_array_memory_size();
        self.batches.push(batch);
        let Some(kept) = &mut self.kept else { return Ok(()) };
        let held = kept.more(bytes);
        match self.keep {
            Keep::WhileSmall if held.is_err() || kept.bytes() > SMALL => self.forget(),
            Keep::All if kept.bytes() > LARGE => {
                return Err(SqlError::new(
                    SqlState::PROGRAM_LIMIT_EXCEEDED,
                    "the result is too large for a cursor that scrolls",
                )
                .hint("Declare the cursor with NO SCROLL.")
                .rule("limit-cursor"));
            }
            Keep::All => return held,
            Keep::WhileSmall | Keep::Nothing => {}
        }
        Ok(())
    }

    /// From here on only forward: the rows behind the position are let go.
    fn forget(&mut self) {
        self.keep = Keep::Nothing;
        self.kept = None;
        let mut passed = self.position;
        self.batches.retain(|batch| {
            if passed >= batch.num_rows() && passed > 0 {
                passed -= batch.num_rows();
                false
            } else {
                true
            }
        });
        self.taken = passed;
    }

    /// The next rows of the first batch, which is let go when it is used up.
    fn take(&mut self, limit: usize) -> Option<RecordBatch> {
        while self.batches.first().is_some_and(|batch| batch.num_rows() <= self.taken) {
            self.batches.remove(0);
            self.taken = 0;
        }
        let batch = self.batches.first()?;
        let length = limit.min(batch.num_rows() - self.taken);
        let slice = batch.slice(self.taken, length);
        self.taken += length;
        Some(slice)
    }

    /// Rows of one kept batch, from the row after `start` on.
    fn slice_from(&self, start: usize, limit: usize) -> Option<RecordBatch> {
        let mut first = 0;
        for batch in &self.batches {
            if start < first + batch.num_rows() {
                let offset = start - first;
                return Some(batch.slice(offset, limit.min(batch.num_rows() - offset)));
            }
            first += batch.num_rows();
        }
        None
    }
}

/// FETCH and MOVE.
impl Cursor {
    /// What FETCH or MOVE with this direction gives, handed to `emit` batch by batch in order; the number of rows.
    ///
    /// # Errors
    /// 55000 for a step back where nothing was kept.
    pub async fn fetch(
        &mut self,
        direction: FetchDirection,
        emit: &mut (dyn FnMut(RecordBatch) -> SqlResult<()> + Send),
    ) -> SqlResult<usize> {
        match direction {
            FetchDirection::Forward(count) if count > 0 => self.fetch_forward(count, emit).await,
            FetchDirection::Forward(0) | FetchDirection::Relative(0) => self.current(emit),
            FetchDirection::Forward(count) => self.fetch_backward(count.unsigned_abs(), emit),
            FetchDirection::Relative(offset) => {
                let target = i64::try_from(self.position).unwrap_or(i64::MAX).saturating_add(offset);
                self.fetch_at(usize::try_from(target).unwrap_or(0), emit).await
            }
            FetchDirection::Absolute(row) if row >= 0 => {
                self.fetch_at(usize::try_from(row).unwrap_or(usize::MAX), emit).await
            }
            FetchDirection::Absolute(row) => {
                self.backward_possible()?;
                while self.pull().await? {}
                let back = usize::try_from(row.unsigned_abs()).unwrap_or(usize::MAX);
                self.fetch_at((self.read + 1).saturating_sub(back), emit).await
            }
        }
    }

    async fn fetch_forward(
        &mut self,
        count: i64,
        emit: &mut (dyn FnMut(RecordBatch) -> SqlResult<()> + Send),
    ) -> SqlResult<usize> {
        let mut left = usize::try_from(count).unwrap_or(usize::MAX);
        let mut sent = 0;
        while left > 0 {
            let Some(slice) = self.forward(left).await? else { break };
            left -= slice.num_rows();
            sent += slice.num_rows();
            emit(slice)?;
        }
        Ok(sent)
    }

    fn fetch_backward(
        &mut self,
        count: u64,
        emit: &mut (dyn FnMut(RecordBatch) -> SqlResult<()> + Send),
    ) -> SqlResult<usize> {
        self.backward_possible()?;
        let mut left = usize::try_from(count).unwrap_or(usize::MAX);
        let mut sent = 0;
        while left > 0 && self.position > 0 {
            self.position -= 1;
            left -= 1;
            if let Some(row) = self.position.checked_sub(1).and_then(|before| self.slice_from(before, 1)) {
                sent += 1;
                emit(row)?;
            }
        }
        Ok(sent)
    }

    /// The row that the cursor is on.
    fn current(&mut self, emit: &mut (dyn FnMut(RecordBatch) -> SqlResult<()> + Send)) -> SqlResult<usize> {
        if self.position == 0 || self.at_end() && self.position > self.read {
            return Ok(0);
        }
        self.backward_possible()?;
        let Some(row) = self.position.checked_sub(1).and_then(|before| self.slice_from(before, 1)) else {
            return Ok(0);
        };
        emit(row)?;
        Ok(1)
    }

    /// Goes to `row` and gives it, if there is one.
    async fn fetch_at(
        &mut self,
        row: usize,
        emit: &mut (dyn FnMut(RecordBatch) -> SqlResult<()> + Send),
    ) -> SqlResult<usize> {
        if row <= self.position && !(row == 0 && self.position == 0) {
            self.backward_possible()?;
            self.position = row.saturating_sub(1);
        } else {
            while self.position + 1 < row {
                if self.forward(row - 1 - self.position).await?.is_none() {
                    return Ok(0);
                }
            }
        }
        if row == 0 {
            return Ok(0);
        }
        match self.forward(1).await? {
            Some(slice) => {
                emit(slice)?;
                Ok(1)
            }
            None => Ok(0),
        }
    }

    fn backward_possible(&self) -> SqlResult<()> {
        if self.keep != Keep::Nothing {
            return Ok(());
        }
        Err(SqlError::new(SqlState::OBJECT_NOT_IN_PREREQUISITE_STATE, "cursor can only scan forward")
            .hint("Declare it with SCROLL option to enable backward scan."))
    }
}
