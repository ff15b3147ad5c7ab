//! The aggregate that a scalar sub-select goes through: its one value, NULL for no row, an error for several.
//!
//! Comes in: one column. Goes out: its value. Must never: choose among rows.

use crate::error::SqlError;
use crate::types::PgType;
use datafusion::arrow::array::{Array, ArrayRef, BooleanArray};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::ScalarValue;
use datafusion::error::Result as DataFusionResult;
use datafusion::logical_expr::expr::AggregateFunction;
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, Expr, Signature, Volatility};
use guard::SqlState;
use std::sync::{Arc, LazyLock};

/// The name by which gate 2 knows it.
pub const NAME: &str = "tollgate_single_value";

static FUNCTION: LazyLock<Arc<AggregateUDF>> = LazyLock::new(|| Arc::new(AggregateUDF::from(SingleValue::new())));

pub fn single_value(value: Expr, _ty: &PgType) -> Expr {
    Expr::AggregateFunction(AggregateFunction::new_udf(Arc::clone(&FUNCTION), vec![value], false, None, vec![], None))
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct SingleValue {
    signature: Signature,
}

impl SingleValue {
    fn new() -> Self {
        Self { signature: Signature::any(1, Volatility::Immutable) }
    }
}

impl AggregateUDFImpl for SingleValue {
    fn name(&self) -> &'static str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, arguments: &[DataType]) -> DataFusionResult<DataType> {
        Ok(arguments.first().cloned().unwrap_or(DataType::Null))
    }

    fn accumulator(&self, arguments: AccumulatorArgs<'_>) -> DataFusionResult<Box<dyn Accumulator>> {
        let value = ScalarValue::try_from(arguments.return_field.data_type())?;
        Ok(Box::new(Single { value, seen: false }))
    }

    fn state_fields(&self, arguments: StateFieldsArgs<'_>) -> DataFusionResult<Vec<FieldRef>> {
        Ok(vec![
            Arc::new(Field::new("value", arguments.return_field.data_type().clone(), true)),
            Arc::new(Field::new("seen", DataType::Boolean, false)),
        ])
    }
}

#[derive(Debug)]
struct Single {
    value: ScalarValue,
    seen: bool,
}

impl Single {
    fn take(&mut self, array: &ArrayRef, row: usize) -> DataFusionResult<()> {
        if self.seen {
            return Err(SqlError::new(
                SqlState::CARDINALITY_VIOLATION,
                "more than one row returned by a subquery used as an expression",
            )
            .into_datafusion());
        }
        self.seen = true;
        self.value = ScalarValue::try_from_array(array, row)?.compacted();
        Ok(())
    }
}

impl Accumulator for Single {
    fn update_batch(&mut self, values: &[ArrayRef]) -> DataFusionResult<()> {
        for array in values.iter().take(1) {
            for row in 0..array.len().min(2) {
                self.take(array, row)?;
            }
        }
        Ok(())
    }

    fn merge_batch(&mut self, states: &[ArrayRef]) -> DataFusionResult<()> {
        let [values, seen] = states else { return Ok(()) };
        let Some(seen) = seen.as_any().downcast_ref::<BooleanArray>() else { return Ok(()) };
        for row in 0..seen.len() {
            if seen.value(row) {
                self.take(values, row)?;
            }
        }
        Ok(())
    }

    fn evaluate(&mut self) -> DataFusionResult<ScalarValue> {
        Ok(self.value.clone())
    }

    fn state(&mut self) -> DataFusionResult<Vec<ScalarValue>> {
        Ok(vec![self.value.clone(), ScalarValue::Boolean(Some(self.seen))])
    }

    fn size(&self) -> usize {
        size_of::<Self>() + self.value.size()
    }
}
