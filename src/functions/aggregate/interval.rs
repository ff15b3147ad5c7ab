//! sum and avg of interval.

use super::fold::{Fold, Rows, at};
use crate::error::SqlError;
use crate::functions::datetime::interval;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, Int64Array, IntervalMonthDayNanoArray};
use datafusion::arrow::datatypes::{Int64Type, IntervalMonthDayNano, IntervalMonthDayNanoType};
use datafusion::common::Result;
use std::sync::Arc;

#[derive(Debug)]
pub(super) struct SumInterval {
    pub(super) average: bool,
}

/// A sum and how many values are in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Total {
    sum: Option<IntervalMonthDayNano>,
    count: i64,
}

impl Total {
    fn add(&mut self, value: IntervalMonthDayNano, count: i64) -> Result<()> {
        self.sum = Some(match self.sum {
            Some(sum) => interval::add(sum, value).map_err(SqlError::into_datafusion)?,
            None => value,
        });
        self.count += count;
        Ok(())
    }
}

impl Fold for SumInterval {
    type State = Total;

    fn update(&self, states: &mut [Total], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        let column = column.as_primitive::<IntervalMonthDayNanoType>();
        rows.each(column.nulls(), |row, group| at(states, group)?.add(column.value(row), 1))
    }

    fn result(&self, states: &[Total]) -> Result<ArrayRef> {
        let results = states
            .iter()
            .map(|state| match state.sum {
                #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
                Some(sum) if self.average => interval::divide(sum, state.count as f64).map(Some),
                sum => Ok(sum),
            })
            .collect::<std::result::Result<IntervalMonthDayNanoArray, _>>()
            .map_err(SqlError::into_datafusion)?;
        Ok(Arc::new(results))
    }

    fn save(&self, states: &[Total]) -> Result<Vec<ArrayRef>> {
        Ok(vec![
            Arc::new(states.iter().map(|state| state.sum).collect::<IntervalMonthDayNanoArray>()),
            Arc::new(Int64Array::from_iter_values(states.iter().map(|state| state.count))),
        ])
    }

    fn merge(&self, states: &mut [Total], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [sums, counts] = saved else { return Ok(()) };
        let (sums, counts) = (sums.as_primitive::<IntervalMonthDayNanoType>(), counts.as_primitive::<Int64Type>());
        rows.each(sums.nulls(), |row, group| at(states, group)?.add(sums.value(row), counts.value(row)))
    }
}
