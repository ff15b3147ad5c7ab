//! Aggregates whose state is a small value per group: one adapter that makes DataFusion's three kinds of accumulator from a [`Fold`].
//!
//! Comes in: a fold's rules. Goes out: a grouped, a single and a sliding accumulator that agree with each other. Must never: lose the state on evaluation, because a window reads it row by row.

use crate::error::SqlError;
use crate::interrupt;
use datafusion::arrow::array::{Array, ArrayRef, BooleanArray};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::{Accumulator, EmitTo, GroupsAccumulator};
use std::fmt::Debug;

/// Which rows of a batch count, and to which group each goes.
pub(super) struct Rows<'a> {
    length: usize,
    groups: Option<&'a [usize]>,
    filter: Option<&'a BooleanArray>,
}

impl<'a> Rows<'a> {
    pub(super) fn grouped(groups: &'a [usize], filter: Option<&'a BooleanArray>) -> Self {
        Self { length: groups.len(), groups: Some(groups), filter }
    }

    /// All rows go to group 0.
    pub(super) fn all(length: usize) -> Self {
        Self { length, groups: None, filter: None }
    }

    /// Calls `visit(row, group)` for the rows that pass the filter and are not NULL in `nulls`.
    pub(super) fn each(
        &self,
        nulls: Option<&NullBuffer>,
        mut visit: impl FnMut(usize, usize) -> Result<()>,
    ) -> Result<()> {
        interrupt::check().map_err(SqlError::into_datafusion)?;
        let nulls = nulls.filter(|nulls| nulls.null_count() > 0);
        match (self.groups, self.filter, nulls) {
            (None, None, None) => (0..self.length).try_for_each(|row| visit(row, 0)),
            (Some(groups), None, None) => groups.iter().enumerate().try_for_each(|(row, &group)| visit(row, group)),
            (groups, filter, nulls) => (0..self.length)
                .filter(|&row| {
                    nulls.is_none_or(|nulls| nulls.is_valid(row))
                        && filter.is_none_or(|filter| filter.is_valid(row) && filter.value(row))
                })
                .try_for_each(|row| visit(row, groups.and_then(|g| g.get(row)).copied().unwrap_or(0))),
        }
    }
}

/// An aggregate as a fold over rows with a small state per group.
pub(super) trait Fold: Debug + Send + Sync + 'static {
    type State: Clone + Debug + Default + Send + Sync + 'static;
    /// Whether [`Fold::retract`] is exact, so that a sliding frame need not be computed anew for each row.
    const RETRACTS: bool = false;

    /// Adds rows of the arguments' columns.
    fn update(&self, states: &mut [Self::State], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()>;
    /// Takes rows out again, the reverse of `update`.
    fn retract(&self, _states: &mut [Self::State], _columns: &[ArrayRef], _rows: &Rows<'_>) -> Result<()> {
        datafusion::common::internal_err!("{self:?} does not retract")
    }
    /// The results, one row per state.
    fn result(&self, states: &[Self::State]) -> Result<ArrayRef>;
    /// The states as columns, for another partition's accumulator to merge.
    fn save(&self, states: &[Self::State]) -> Result<Vec<ArrayRef>>;
    /// Adds saved states.
    fn merge(&self, states: &mut [Self::State], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()>;
}

/// The state of a group. The adapter sizes the vector before each batch, so the group exists.
pub(super) fn at<S>(states: &mut [S], group: usize) -> Result<&mut S> {
    states.get_mut(group).ok_or_else(|| {
        datafusion::common::DataFusionError::Internal(format!("group {group} is beyond the groups announced"))
    })
}

/// Bytes on the heap that a state is taken to have beside its own size; states of variable size (numeric, text) are small ones.
const STATE_HEAP: usize = 16;

/// The grouped and the single accumulator of a fold.
#[derive(Debug)]
pub(super) struct Folded<F: Fold> {
    fold: F,
    states: Vec<F::State>,
}

impl<F: Fold> Folded<F> {
    pub(super) fn grouped(fold: F) -> Self {
        Self { fold, states: Vec::new() }
    }

    pub(super) fn single(fold: F) -> Self {
        Self { fold, states: vec![F::State::default()] }
    }

    fn bytes(&self) -> usize {
        size_of::<Self>() + self.states.capacity() * (size_of::<F::State>() + STATE_HEAP)
    }
}

impl<F: Fold> GroupsAccumulator for Folded<F> {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        group_indices: &[usize],
        opt_filter: Option<&BooleanArray>,
        total_num_groups: usize,
    ) -> Result<()> {
        self.states.resize_with(total_num_groups, F::State::default);
        self.fold.update(&mut self.states, values, &Rows::grouped(group_indices, opt_filter))
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        self.fold.result(&emit_to.take_needed(&mut self.states))
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        self.fold.save(&emit_to.take_needed(&mut self.states))
    }

    fn merge_batch(&mut self, values: &[ArrayRef], group_indices: &[usize], total_num_groups: usize) -> Result<()> {
        self.states.resize_with(total_num_groups, F::State::default);
        self.fold.merge(&mut self.states, values, &Rows::grouped(group_indices, None))
    }

    fn convert_to_state(&self, values: &[ArrayRef], opt_filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let length = values.first().map_or(0, |column| column.len());
        let groups: Vec<usize> = (0..length).collect();
        let mut states = vec![F::State::default(); length];
        self.fold.update(&mut states, values, &Rows::grouped(&groups, opt_filter))?;
        self.fold.save(&states)
    }

    fn size(&self) -> usize {
        self.bytes()
    }
}

impl<F: Fold> Accumulator for Folded<F> {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let length = values.first().map_or(0, |column| column.len());
        self.fold.update(&mut self.states, values, &Rows::all(length))
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        ScalarValue::try_from_array(&self.fold.result(&self.states)?, 0)
    }

    fn size(&self) -> usize {
        self.bytes()
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.fold.save(&self.states)?.iter().map(|column| ScalarValue::try_from_array(column, 0)).collect()
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> Result<()> {
        let length = states.first().map_or(0, |column| column.len());
        self.fold.merge(&mut self.states, states, &Rows::all(length))
    }

    fn retract_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let length = values.first().map_or(0, |column| column.len());
        self.fold.retract(&mut self.states, values, &Rows::all(length))
    }

    fn supports_retract_batch(&self) -> bool {
        F::RETRACTS
    }
}

/// A sliding accumulator for an aggregate that can't take rows out: it keeps the frame's rows and computes each result anew.
pub(super) struct Recomputed {
    make: Box<dyn Fn() -> Result<Box<dyn Accumulator>> + Send + Sync>,
    /// The frame's rows, in batches, oldest first.
    batches: std::collections::VecDeque<Vec<ArrayRef>>,
}

impl Recomputed {
    pub(super) fn new(make: Box<dyn Fn() -> Result<Box<dyn Accumulator>> + Send + Sync>) -> Self {
        Self { make, batches: std::collections::VecDeque::new() }
    }

    fn current(&self) -> Result<Box<dyn Accumulator>> {
        let mut accumulator = (self.make)()?;
        self.batches.iter().try_for_each(|batch| accumulator.update_batch(batch))?;
        Ok(accumulator)
    }
}

impl Debug for Recomputed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recomputed").field("batches", &self.batches.len()).finish_non_exhaustive()
    }
}

impl Accumulator for Recomputed {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        if values.first().is_some_and(|column| !column.is_empty()) {
            self.batches.push_back(values.to_vec());
        }
        Ok(())
    }

    fn retract_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let mut leaving = values.first().map_or(0, |column| column.len());
        while leaving > 0 {
            let Some(oldest) = self.batches.pop_front() else {
                return datafusion::common::internal_err!("a frame gave back more rows than it had taken");
            };
            let length = oldest.first().map_or(0, |column| column.len());
            if length > leaving {
                self.batches.push_front(oldest.iter().map(|column| column.slice(leaving, length - leaving)).collect());
            }
            leaving = leaving.saturating_sub(length);
        }
        Ok(())
    }

    fn supports_retract_batch(&self) -> bool {
        true
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        self.current()?.evaluate()
    }

    fn size(&self) -> usize {
        size_of::<Self>() + self.batches.iter().flatten().map(|column| column.get_array_memory_size()).sum::<usize>()
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        self.current()?.state()
    }

    fn merge_batch(&mut self, _states: &[ArrayRef]) -> Result<()> {
        datafusion::common::internal_err!("a sliding frame has no partial states")
    }
}
