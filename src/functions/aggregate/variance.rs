//! Variance and standard deviation of integers and numeric: exact sums, one division and one root, as numeric.c does.

use super::fold::{Fold, Rows, at};
use super::statistics::Moment;
use super::sums::numerics;
use crate::error::{SqlError, SqlResult};
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, Int64Array};
use datafusion::arrow::datatypes::{Int16Type, Int32Type, Int64Type};
use datafusion::common::Result;
use std::sync::Arc;

#[derive(Debug)]
pub(super) struct NumericMoments {
    pub(super) moment: Moment,
}

/// N, the sum of x and the sum of x²; whole numbers stay in 128 bits while they fit.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    count: i64,
    small: i128,
    small_squares: i128,
    large: Option<(PgNumeric, PgNumeric)>,
}

impl Sums {
    fn add_int(&mut self, value: i64) -> SqlResult<()> {
        let value = i128::from(value);
        self.count += 1;
        self.small += value;
        match self.small_squares.checked_add(value * value) {
            Some(squares) => self.small_squares = squares,
            None => {
                let squares = std::mem::replace(&mut self.small_squares, value * value);
                self.add_large(&PgNumeric::ZERO, &PgNumeric::from_i128(squares, 0))?;
            }
        }
        Ok(())
    }

    fn add_large(&mut self, sum: &PgNumeric, squares: &PgNumeric) -> SqlResult<()> {
        let (old_sum, old_squares) = self.large.take().unwrap_or((PgNumeric::ZERO, PgNumeric::ZERO));
        self.large = Some((old_sum.try_add(sum)?, old_squares.try_add(squares)?));
        Ok(())
    }

    fn totals(&self) -> SqlResult<(PgNumeric, PgNumeric)> {
        let (sum, squares) = (PgNumeric::from_i128(self.small, 0), PgNumeric::from_i128(self.small_squares, 0));
        match &self.large {
            Some((large, large_squares)) => Ok((sum.try_add(large)?, squares.try_add(large_squares)?)),
            None => Ok((sum, squares)),
        }
    }

    fn moment(&self, moment: Moment) -> SqlResult<Option<PgNumeric>> {
        if self.count == 0 || (moment.sample() && self.count <= 1) {
            return Ok(None);
        }
        let (sum, squares) = self.totals()?;
        if squares.is_nan() || squares.is_infinite() {
            return Ok(Some(PgNumeric::NaN));
        }
        let count = PgNumeric::from_i128(i128::from(self.count), 0);
        let squared = sum.try_mul(&sum).map_err(|_| beyond())?;
        let spread = count.try_mul(&squares).and_then(|squares| squares.try_sub(&squared)).map_err(|_| beyond())?;
        if spread.is_zero() || spread.is_negative() {
            return Ok(Some(PgNumeric::ZERO));
        }
        let others = if moment.sample() { self.count - 1 } else { self.count };
        let divisor = PgNumeric::from_i128(i128::from(self.count) * i128::from(others), 0);
        let variance = spread.try_div(&divisor)?;
        if !moment.root() {
            return Ok(Some(variance));
        }
        let scale = variance.scale().unwrap_or(0);
        variance.sqrt_at(scale).map(Some)
    }
}

/// A square with all its digits: what a variance is made of may not be rounded.
fn square(value: &PgNumeric) -> SqlResult<PgNumeric> {
    if value.scale().is_some_and(|scale| scale > LONGEST) {
        return Err(beyond());
    }
    value.try_mul(value).map_err(|_| beyond())
}

/// Twice as many digits after the point are as many as `numeric` has.
const LONGEST: u32 = 8191;

/// PostgreSQL's sums have more digits than `numeric`.
fn beyond() -> SqlError {
    SqlError::unsupported("the variance of numbers with so many digits is not supported")
}

impl Fold for NumericMoments {
    type State = Sums;
    const GROWS: bool = true;

    fn heap(state: &Sums) -> usize {
        state.large.as_ref().map_or(0, |(sum, squares)| sum.heap() + squares.heap())
    }

    fn update(&self, states: &mut [Sums], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        let nulls = column.nulls();
        let mut add = |group, value: i64| at(states, group)?.add_int(value).map_err(SqlError::into_datafusion);
        if let Some(column) = column.as_primitive_opt::<Int16Type>() {
            rows.each(nulls, |row, group| add(group, i64::from(column.value(row))))
        } else if let Some(column) = column.as_primitive_opt::<Int32Type>() {
            rows.each(nulls, |row, group| add(group, i64::from(column.value(row))))
        } else if let Some(column) = column.as_primitive_opt::<Int64Type>() {
            rows.each(nulls, |row, group| add(group, column.value(row)))
        } else {
            let column = column.as_binary::<i32>();
            rows.each(nulls, |row, group| {
                let value = PgNumeric::decode(column.value(row));
                let state = at(states, group)?;
                state.count += 1;
                square(&value).and_then(|square| state.add_large(&value, &square)).map_err(SqlError::into_datafusion)
            })
        }
    }

    fn result(&self, states: &[Sums]) -> Result<ArrayRef> {
        numerics(states.iter().map(|state| state.moment(self.moment)))
    }

    fn save(&self, states: &[Sums]) -> Result<Vec<ArrayRef>> {
        let totals =
            states.iter().map(Sums::totals).collect::<SqlResult<Vec<_>>>().map_err(SqlError::into_datafusion)?;
        Ok(vec![
            Arc::new(Int64Array::from_iter_values(states.iter().map(|state| state.count))),
            numerics(totals.iter().map(|(sum, _)| Ok(Some(sum.clone()))))?,
            numerics(totals.iter().map(|(_, squares)| Ok(Some(squares.clone()))))?,
        ])
    }

    fn merge(&self, states: &mut [Sums], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [counts, sums, squares] = saved else { return Ok(()) };
        let (sums, squares) = (sums.as_binary::<i32>(), squares.as_binary::<i32>());
        let counts = counts.as_primitive::<Int64Type>();
        rows.each(None, |row, group| {
            let state = at(states, group)?;
            state.count += counts.value(row);
            state
                .add_large(&PgNumeric::decode(sums.value(row)), &PgNumeric::decode(squares.value(row)))
                .map_err(SqlError::into_datafusion)
        })
    }
}
