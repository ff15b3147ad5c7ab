//! sum and avg, with PostgreSQL's result types: integers add up exactly, floats in the order in which they come, numeric without rounding.

use super::fold::{Fold, Rows, at};
use crate::error::{SqlError, SqlResult};
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::{
    Array, ArrayRef, ArrowPrimitiveType, AsArray, BinaryArray, Decimal128Array, Float32Array, Float64Array, Int64Array,
};
use datafusion::arrow::datatypes::{Decimal128Type, Float32Type, Float64Type, Int64Type};
use datafusion::common::Result;
use guard::SqlState;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::sync::Arc;

/// What an exact sum ends as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// `sum(int2)`, `sum(int4)`: bigint
    Int8,
    /// `sum(int8)`: numeric
    Numeric,
    /// `avg` of integers: numeric
    Average,
}

/// A sum and how many values are in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Exact {
    sum: i128,
    count: i64,
}

/// sum and avg of integers, in 128 bits: 2^63 values of 64 bits fit.
#[derive(Debug)]
pub(super) struct SumInt<T> {
    pub(super) end: End,
    pub(super) input: PhantomData<T>,
}

impl<T> Fold for SumInt<T>
where
    T: ArrowPrimitiveType + Debug + Send + Sync,
    T::Native: Into<i64>,
{
    type State = Exact;
    const RETRACTS: bool = true;

    fn update(&self, states: &mut [Exact], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        let column = column.as_primitive::<T>();
        let values = column.values();
        rows.each(column.nulls(), |row, group| {
            let (state, Some(&value)) = (at(states, group)?, values.get(row)) else { return Ok(()) };
            state.sum += i128::from(value.into());
            state.count += 1;
            Ok(())
        })
    }

    fn retract(&self, states: &mut [Exact], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        let column = column.as_primitive::<T>();
        let values = column.values();
        rows.each(column.nulls(), |row, group| {
            let (state, Some(&value)) = (at(states, group)?, values.get(row)) else { return Ok(()) };
            state.sum -= i128::from(value.into());
            state.count -= 1;
            Ok(())
        })
    }

    fn result(&self, states: &[Exact]) -> Result<ArrayRef> {
        let filled = states.iter().map(|state| (state.count > 0).then_some(*state));
        Ok(match self.end {
            End::Int8 => Arc::new(
                filled
                    .map(|state| state.map(|state| i64::try_from(state.sum)).transpose())
                    .collect::<std::result::Result<Int64Array, _>>()
                    .map_err(|_| out_of_range("bigint out of range").into_datafusion())?,
            ),
            End::Numeric => numerics(filled.map(|state| Ok(state.map(|state| PgNumeric::from_i128(state.sum, 0)))))?,
            End::Average => numerics(filled.map(|state| {
                state.map(|state| quotient(&PgNumeric::from_i128(state.sum, 0), state.count)).transpose()
            }))?,
        })
    }

    fn save(&self, states: &[Exact]) -> Result<Vec<ArrayRef>> {
        // 39 digits fit in the 128 bits though the type says 38.
        let sums = Decimal128Array::from_iter_values(states.iter().map(|state| state.sum));
        Ok(vec![
            Arc::new(sums.with_precision_and_scale(38, 0)?),
            Arc::new(Int64Array::from_iter_values(states.iter().map(|state| state.count))),
        ])
    }

    fn merge(&self, states: &mut [Exact], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [sums, counts] = saved else { return Ok(()) };
        let (sums, counts) = (sums.as_primitive::<Decimal128Type>(), counts.as_primitive::<Int64Type>());
        rows.each(None, |row, group| {
            let state = at(states, group)?;
            state.sum += sums.value(row);
            state.count += counts.value(row);
            Ok(())
        })
    }
}

/// sum and avg of numeric.
#[derive(Debug)]
pub(super) struct SumNumeric {
    pub(super) average: bool,
}

/// A numeric sum and how many values are in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Total {
    sum: Option<PgNumeric>,
    count: i64,
}

impl Total {
    fn add(&mut self, value: PgNumeric, count: i64) -> SqlResult<()> {
        self.sum = Some(match self.sum.take() {
            Some(sum) => sum.try_add(&value)?,
            None => value,
        });
        self.count += count;
        Ok(())
    }
}

impl Fold for SumNumeric {
    type State = Total;
    const GROWS: bool = true;

    fn heap(state: &Total) -> usize {
        state.sum.as_ref().map_or(0, PgNumeric::heap)
    }

    fn update(&self, states: &mut [Total], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        let column = column.as_binary::<i32>();
        rows.each(column.nulls(), |row, group| {
            at(states, group)?.add(PgNumeric::decode(column.value(row)), 1).map_err(SqlError::into_datafusion)
        })
    }

    fn result(&self, states: &[Total]) -> Result<ArrayRef> {
        numerics(states.iter().map(|state| match &state.sum {
            Some(sum) if self.average => quotient(sum, state.count).map(Some),
            other => Ok(other.clone()),
        }))
    }

    fn save(&self, states: &[Total]) -> Result<Vec<ArrayRef>> {
        Ok(vec![
            numerics(states.iter().map(|state| Ok(state.sum.clone())))?,
            Arc::new(Int64Array::from_iter_values(states.iter().map(|state| state.count))),
        ])
    }

    fn merge(&self, states: &mut [Total], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [sums, counts] = saved else { return Ok(()) };
        let (sums, counts) = (sums.as_binary::<i32>(), counts.as_primitive::<Int64Type>());
        rows.each(sums.nulls(), |row, group| {
            at(states, group)?
                .add(PgNumeric::decode(sums.value(row)), counts.value(row))
                .map_err(SqlError::into_datafusion)
        })
    }
}

/// `sum(float4)` and `sum(float8)`, each in its own width as PostgreSQL does.
#[derive(Debug)]
pub(super) struct SumFloat {
    pub(super) single: bool,
}

impl SumFloat {
    fn add(&self, state: &mut Option<f64>, value: f64) -> Result<()> {
        let Some(sum) = *state else {
            *state = Some(value);
            return Ok(());
        };
        #[expect(clippy::cast_possible_truncation, reason = "both are float4 values, and so is their sum")]
        let total = if self.single { f64::from(sum as f32 + value as f32) } else { sum + value };
        if total.is_infinite() && !sum.is_infinite() && !value.is_infinite() {
            return Err(out_of_range("value out of range: overflow").into_datafusion());
        }
        *state = Some(total);
        Ok(())
    }
}

impl Fold for SumFloat {
    type State = Option<f64>;

    fn update(&self, states: &mut [Option<f64>], columns: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        let [column, ..] = columns else { return Ok(()) };
        if let Some(column) = column.as_primitive_opt::<Float32Type>() {
            rows.each(column.nulls(), |row, group| self.add(at(states, group)?, f64::from(column.value(row))))
        } else {
            let column = column.as_primitive::<Float64Type>();
            rows.each(column.nulls(), |row, group| self.add(at(states, group)?, column.value(row)))
        }
    }

    fn result(&self, states: &[Option<f64>]) -> Result<ArrayRef> {
        #[expect(clippy::cast_possible_truncation, reason = "a float4 sum is kept as a float4 value")]
        Ok(if self.single {
            Arc::new(states.iter().map(|state| state.map(|sum| sum as f32)).collect::<Float32Array>())
        } else {
            Arc::new(states.iter().copied().collect::<Float64Array>())
        })
    }

    fn save(&self, states: &[Option<f64>]) -> Result<Vec<ArrayRef>> {
        Ok(vec![self.result(states)?])
    }

    fn merge(&self, states: &mut [Option<f64>], saved: &[ArrayRef], rows: &Rows<'_>) -> Result<()> {
        self.update(states, saved, rows)
    }
}

pub(super) fn out_of_range(message: &str) -> SqlError {
    SqlError::new(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, message)
}

pub(super) fn quotient(sum: &PgNumeric, count: i64) -> SqlResult<PgNumeric> {
    sum.try_div(&PgNumeric::from_i128(i128::from(count), 0))
}

/// A numeric column.
pub(super) fn numerics(values: impl Iterator<Item = SqlResult<Option<PgNumeric>>>) -> Result<ArrayRef> {
    let values = values
        .map(|value| value.map(|value| value.map(|value| value.to_bytes())))
        .collect::<SqlResult<Vec<_>>>()
        .map_err(SqlError::into_datafusion)?;
    Ok(Arc::new(values.into_iter().collect::<BinaryArray>()))
}
