//! Aggregates whose state is a small value per group: one adapter that makes DataFusion's three kinds of accumulator from a [`Fold`].
//!
//! Comes in: a fold's rules. Goes out: a grouped, a single and a sliding accumulator that agree with each other. Must never: lose the state on evaluation, because a window reads it row by row.

use crate::error::SqlError;
use crate::interrupt;
use datafusion::arrow::array::{Array, ArrayRef, BooleanArray};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::{Accumulator, EmitTo, GroupsAccumulator};
use std::collections::BTreeSet;
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
    /// Whether a state may be large: [`Fold::heap`] is asked then.
    const GROWS: bool = false;
    /// Whether [`Fold::retract`] is exact, so that a sliding frame need not be computed anew for each row.
    const RETRACTS: bool = false;

    /// Bytes on the heap that a state has beside its own size.
    fn heap(_state: &Self::State) -> usize {
        0
    }

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

/// The grouped and the single accumulator of a fold.
#[derive(Debug)]
pub(super) struct Folded<F: Fold> {
    fold: F,
    states: Vec<F::State>,
    /// Bytes on the heap that the states have.
    heap: usize,
}

impl<F: Fold> Folded<F> {
    pub(super) fn grouped(fold: F) -> Self {
        Self { fold, states: Vec::new(), heap: 0 }
    }

    pub(super) fn single(fold: F) -> Self {
        Self { fold, states: vec![F::State::default()], heap: 0 }
    }

    fn bytes(&self) -> usize {
        size_of::<Self>() + self.states.capacity() * size_of::<F::State>() + self.heap
    }

    /// Changes the states of these groups, all if they are not named, and sees what they have on the heap then.
    fn change(
        &mut self,
        groups: Option<&[usize]>,
        change: impl FnOnce(&F, &mut [F::State]) -> Result<()>,
    ) -> Result<()> {
        if !F::GROWS {
            return change(&self.fold, &mut self.states);
        }
        let touched: Vec<usize> = match groups {
            Some(groups) => groups.iter().copied().collect::<BTreeSet<_>>().into_iter().collect(),
            None => (0..self.states.len()).collect(),
        };
        let heap =
            |states: &[F::State]| touched.iter().filter_map(|group| states.get(*group)).map(F::heap).sum::<usize>();
        let before = heap(&self.states);
        let changed = change(&self.fold, &mut self.states);
        self.heap = (self.heap + heap(&self.states)).saturating_sub(before);
        changed
    }

    fn take(&mut self, emit_to: EmitTo) -> Vec<F::State> {
        let taken = emit_to.take_needed(&mut self.states);
        if F::GROWS {
            self.heap = self.heap.saturating_sub(taken.iter().map(F::heap).sum());
        }
        taken
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
        let rows = Rows::grouped(group_indices, opt_filter);
        self.change(Some(group_indices), |fold, states| fold.update(states, values, &rows))
    }

    fn evaluate(&mut self, emit_to: EmitTo) -> Result<ArrayRef> {
        let states = self.take(emit_to);
        self.fold.result(&states)
    }

    fn state(&mut self, emit_to: EmitTo) -> Result<Vec<ArrayRef>> {
        let states = self.take(emit_to);
        self.fold.save(&states)
    }

    fn merge_batch(&mut self, values: &[ArrayRef], group_indices: &[usize], total_num_groups: usize) -> Result<()> {
        self.states.resize_with(total_num_groups, F::State::default);
        let rows = Rows::grouped(group_indices, None);
        self.change(Some(group_indices), |fold, states| fold.merge(states, values, &rows))
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
        self.change(None, |fold, states| fold.update(states, values, &Rows::all(length)))
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
        self.change(None, |fold, own| fold.merge(own, states, &Rows::all(length)))
    }

    fn retract_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let length = values.first().map_or(0, |column| column.len());
        self.change(None, |fold, states| fold.retract(states, values, &Rows::all(length)))
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

#[cfg(test)]
mod tests {
    use super::super::reduce::ExtremeNumeric;
    use super::*;
    use datafusion::arrow::array::BinaryArray;
    use std::sync::Arc;

    #[test]
    fn what_states_keep_on_the_heap_counts_until_they_are_taken() {
        let mut greatest = Folded::grouped(ExtremeNumeric { greatest: true });
        let values: ArrayRef = Arc::new(BinaryArray::from_iter_values([[1_u8; 10_000], [2; 10_000], [3; 10_000]]));
        GroupsAccumulator::update_batch(&mut greatest, &[Arc::clone(&values)], &[0, 1, 0], None, 2).unwrap();
        let size = GroupsAccumulator::size(&greatest);
        assert!((20_000..21_000).contains(&size), "{size}");
        GroupsAccumulator::update_batch(&mut greatest, &[values], &[1, 1, 1], None, 2).unwrap();
        assert_eq!(GroupsAccumulator::size(&greatest), size);
        GroupsAccumulator::evaluate(&mut greatest, EmitTo::First(1)).unwrap();
        assert!((10_000..11_000).contains(&GroupsAccumulator::size(&greatest)));
    }
}
