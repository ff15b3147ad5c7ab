//! Aggregates that keep one of their inputs or combine them two by two: min, max, bit_and, bit_or, bit_xor, bool_and, bool_or.

use super::fold::{Fold, Rows, at};
use datafusion::arrow::array::{
    Array, ArrayRef, ArrowPrimitiveType, AsArray, BinaryArray, BooleanArray, PrimitiveArray,
};
use datafusion::common::Result;
use std::fmt::Debug;
use std::sync::Arc;

/// A primitive column reduced by `combine(kept, new)`.
pub(super) struct Reduce<T: ArrowPrimitiveType> {
    pub(super) combine: fn(T::Native, T::Native) -> T::Native,
}

impl<T: ArrowPrimitiveType> Debug for Reduce<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reduce<{}>", T::DATA_TYPE)
    }
}

impl<T: ArrowPrimitiveType> Fold for Reduce<T> {
    type State = Option<T::Native>;

    fn update(&self, states: &mut [Self::State], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        let column = column.as_primitive::<T>();
        let values = column.values();
        rows.each(column.nulls(), |row, group| {
            let (state, Some(&new)) = (at(states, group)?, values.get(row)) else { return Ok(()) };
            *state = Some(state.map_or(new, |kept| (self.combine)(kept, new)));
            Ok(())
        })
    }

    fn result(&self, states: &[Self::State]) -> Result<ArrayRef> {
        Ok(Arc::new(states.iter().copied().collect::<PrimitiveArray<T>>()))
    }

    fn save(&self, states: &[Self::State]) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.result(states)?])
    }

    fn merge(&self, states: &mut [Self::State], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        self.update(states, saved, rows)
    }
}

/// A boolean column reduced by AND (`all`) or OR.
#[derive(Debug)]
pub(super) struct ReduceBool {
    pub(super) all: bool,
}

impl Fold for ReduceBool {
    type State = Option<bool>;

    fn update(&self, states: &mut [Self::State], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        let column = column.as_boolean();
        rows.each(column.nulls(), |row, group| {
            let (state, new) = (at(states, group)?, column.value(row));
            *state = Some(state.map_or(new, |kept| if self.all { kept && new } else { kept || new }));
            Ok(())
        })
    }

    fn result(&self, states: &[Self::State]) -> Result<ArrayRef> {
        Ok(Arc::new(states.iter().copied().collect::<BooleanArray>()))
    }

    fn save(&self, states: &[Self::State]) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.result(states)?])
    }

    fn merge(&self, states: &mut [Self::State], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        self.update(states, saved, rows)
    }
}

/// The least or greatest numeric, in its byte form. Of equal values the later stays, as in PostgreSQL, which shows in its scale.
#[derive(Debug)]
pub(super) struct ExtremeNumeric {
    pub(super) greatest: bool,
}

impl Fold for ExtremeNumeric {
    type State = Option<Box<[u8]>>;
    const GROWS: bool = true;

    fn heap(state: &Self::State) -> usize {
        state.as_ref().map_or(0, |value| value.len())
    }

    fn update(&self, states: &mut [Self::State], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        use crate::types::numeric::key;
        let [column, ..] = columns else { return Ok(()) };
        let column = column.as_binary::<i32>();
        rows.each(column.nulls(), |row, group| {
            let (state, new) = (at(states, group)?, column.value(row));
            let keeps = state.as_deref().is_some_and(|kept| {
                let order = key(kept).cmp(key(new));
                if self.greatest { order.is_gt() } else { order.is_lt() }
            });
            if !keeps {
                *state = Some(new.into());
            }
            Ok(())
        })
    }

    fn result(&self, states: &[Self::State]) -> Result<ArrayRef> {
        Ok(Arc::new(states.iter().map(Option::as_deref).collect::<BinaryArray>()))
    }

    fn save(&self, states: &[Self::State]) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.result(states)?])
    }

    fn merge(&self, states: &mut [Self::State], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        self.update(states, saved, rows)
    }
}
