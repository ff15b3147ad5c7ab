//! lag, lead and ntile: rows found by their place in the partition, with arguments that may differ from row to row, which DataFusion's own do not take.

use crate::error::SqlError;
use crate::types::PgType;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, Int32Array, new_null_array};
use datafusion::arrow::compute::interleave;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Int32Type};
use datafusion::common::Result;
use datafusion::logical_expr::function::{PartitionEvaluatorArgs, WindowUDFFieldArgs};
use datafusion::logical_expr::{PartitionEvaluator, Signature, Volatility, WindowUDFImpl};
use guard::SqlState;
use std::sync::Arc;

/// Which function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Position {
    Lag,
    Lead,
    Ntile,
}

/// A window function of ours.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct PgWindow {
    position: Position,
    result: DataType,
    signature: Signature,
}

impl PgWindow {
    pub(super) fn new(position: Position, result: &PgType) -> Self {
        let signature = Signature::variadic_any(Volatility::Immutable);
        Self { position, result: result.arrow(), signature }
    }
}

impl PgWindow {
    /// The PostgreSQL name.
    #[must_use]
    pub fn postgres_name(&self) -> &'static str {
        match self.position {
            Position::Lag => "lag",
            Position::Lead => "lead",
            Position::Ntile => "ntile",
        }
    }
}

impl WindowUDFImpl for PgWindow {
    fn name(&self) -> &str {
        match self.position {
            Position::Lag => "pg_lag",
            Position::Lead => "pg_lead",
            Position::Ntile => "pg_ntile",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn partition_evaluator(&self, _arguments: PartitionEvaluatorArgs) -> Result<Box<dyn PartitionEvaluator>> {
        Ok(Box::new(Evaluator { position: self.position, result: self.result.clone() }))
    }

    fn field(&self, arguments: WindowUDFFieldArgs) -> Result<FieldRef> {
        Ok(Arc::new(Field::new(arguments.name(), self.result.clone(), true)))
    }
}

#[derive(Debug)]
struct Evaluator {
    position: Position,
    result: DataType,
}

impl PartitionEvaluator for Evaluator {
    fn evaluate_all(&mut self, values: &[ArrayRef], num_rows: usize) -> Result<ArrayRef> {
        match (self.position, values) {
            (Position::Ntile, [buckets, ..]) => ntile(buckets.as_primitive(), num_rows),
            (Position::Lag, [value, rest @ ..]) => shifted(value, rest, num_rows, -1),
            (Position::Lead, [value, rest @ ..]) => shifted(value, rest, num_rows, 1),
            _ => Ok(new_null_array(&self.result, num_rows)),
        }
    }
}

/// The values `direction` × offset rows away; a NULL offset gives NULL, a row outside the partition the default.
fn shifted(value: &ArrayRef, rest: &[ArrayRef], rows: usize, direction: i64) -> Result<ArrayRef> {
    let offsets = rest.first().map(|offsets| offsets.as_primitive::<Int32Type>());
    let null = new_null_array(value.data_type(), 1);
    let default = rest.get(1).unwrap_or(&null);
    let picks: Vec<(usize, usize)> = (0..rows)
        .map(|row| {
            let offset = match offsets {
                Some(offsets) if offsets.is_null(row) => return (2, 0),
                Some(offsets) => i64::from(offsets.value(row)),
                None => 1,
            };
            let target = i64::try_from(row).unwrap_or(i64::MAX).saturating_add(direction * offset);
            match usize::try_from(target) {
                Ok(target) if target < rows => (0, target),
                _ if default.len() == rows => (1, row),
                _ => (1, 0),
            }
        })
        .collect();
    Ok(interleave(&[value.as_ref(), default.as_ref(), null.as_ref()], &picks)?)
}

/// The number of buckets is the first row's; NULL there gives NULL everywhere.
fn ntile(buckets: &Int32Array, rows: usize) -> Result<ArrayRef> {
    if rows == 0 || buckets.is_null(0) {
        return Ok(new_null_array(&DataType::Int32, rows));
    }
    let count = i64::from(buckets.value(0));
    if count <= 0 {
        let message = "argument of ntile must be greater than zero";
        return Err(SqlError::new(SqlState::INVALID_ARGUMENT_FOR_NTILE_FUNCTION, message).into_datafusion());
    }
    let total = i64::try_from(rows).unwrap_or(i64::MAX);
    let (size, larger) = (total / count, total % count);
    let bucket = |row: i64| {
        let in_larger = larger * (size + 1);
        if row < in_larger { row / (size + 1) } else { larger + (row - in_larger).checked_div(size).unwrap_or(0) }
    };
    let numbers = (0..total).map(|row| i32::try_from(bucket(row) + 1).unwrap_or(i32::MAX));
    Ok(Arc::new(Int32Array::from_iter_values(numbers)))
}
