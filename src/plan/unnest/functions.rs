//! The two functions that only an unnested plan calls.
//!
//! Comes in: columns. Goes out: a key that tells bindings apart, or the one value of a group. Must never: take two bindings for one, or choose among rows.

use crate::error::SqlError;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, BinaryArray};
use datafusion::arrow::datatypes::{DataType, Int64Type};
use datafusion::arrow::row::{RowConverter, SortField};
use datafusion::error::Result as DataFusionResult;
use datafusion::logical_expr::expr::ScalarFunction;
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use guard::SqlState;
use std::sync::{Arc, LazyLock};

/// By which a check of a single row is known.
pub const ONE_ROW: &str = "tollgate_one_row";

static BINDING_KEY: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| {
    Arc::new(ScalarUDF::from(BindingKey { signature: Signature::variadic_any(Volatility::Immutable) }))
});

// Volatile, so that no rule moves it to rows that nobody asks for.
static ONE: LazyLock<Arc<ScalarUDF>> =
    LazyLock::new(|| Arc::new(ScalarUDF::from(OneRow { signature: Signature::any(2, Volatility::Volatile) })));

/// One binary value for the values together, which is never NULL: equal exactly where all of them are the same.
pub fn binding_key(values: Vec<Expr>) -> Expr {
    Expr::ScalarFunction(ScalarFunction::new_udf(Arc::clone(&BINDING_KEY), values))
}

/// The value, or 21000 where it is one of several.
pub fn one_row(value: Expr, count: Expr) -> Expr {
    Expr::ScalarFunction(ScalarFunction::new_udf(Arc::clone(&ONE), vec![value, count]))
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct BindingKey {
    signature: Signature,
}

impl ScalarUDFImpl for BindingKey {
    fn name(&self) -> &'static str {
        "tollgate_binding_key"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> DataFusionResult<DataType> {
        Ok(DataType::Binary)
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> DataFusionResult<ColumnarValue> {
        let columns = ColumnarValue::values_to_arrays(&arguments.args)?;
        let fields = columns.iter().map(|column| SortField::new(column.data_type().clone())).collect();
        let rows = RowConverter::new(fields)?.convert_columns(&columns)?;
        let keys: BinaryArray = rows.iter().map(|row| Some(row.data().to_vec())).collect();
        Ok(ColumnarValue::Array(Arc::new(keys)))
    }
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct OneRow {
    signature: Signature,
}

impl ScalarUDFImpl for OneRow {
    fn name(&self) -> &'static str {
        ONE_ROW
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, arguments: &[DataType]) -> DataFusionResult<DataType> {
        Ok(arguments.first().cloned().unwrap_or(DataType::Null))
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> DataFusionResult<ColumnarValue> {
        let columns: Vec<ArrayRef> = ColumnarValue::values_to_arrays(&arguments.args)?;
        let [value, count] = columns.as_slice() else { return datafusion::common::internal_err!("two arguments") };
        let several = count.as_primitive::<Int64Type>().iter().flatten().any(|count| count > 1);
        if several {
            return Err(SqlError::new(
                SqlState::CARDINALITY_VIOLATION,
                "more than one row returned by a subquery used as an expression",
            )
            .into_datafusion());
        }
        Ok(ColumnarValue::Array(Arc::clone(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::array::{Float64Array, Int32Array, StringViewArray};
    use datafusion::arrow::datatypes::Field;
    use datafusion::config::ConfigOptions;

    fn key(columns: Vec<ArrayRef>) -> Vec<Vec<u8>> {
        let number_rows = columns.first().map_or(0, |column| column.len());
        let arg_fields =
            columns.iter().map(|column| Arc::new(Field::new("x", column.data_type().clone(), true))).collect();
        let arguments = ScalarFunctionArgs {
            args: columns.into_iter().map(ColumnarValue::Array).collect(),
            arg_fields,
            number_rows,
            return_field: Arc::new(Field::new("key", DataType::Binary, false)),
            config_options: Arc::new(ConfigOptions::default()),
        };
        let ColumnarValue::Array(keys) = BINDING_KEY.invoke_with_args(arguments).unwrap() else { panic!("an array") };
        keys.as_binary::<i32>().iter().map(|key| key.unwrap().to_vec()).collect()
    }

    #[test]
    fn keys_are_equal_where_all_values_are_the_same() {
        let texts = StringViewArray::from(vec![Some("a"), Some("a"), Some(""), None, None, Some("a, 1")]);
        let numbers = Int32Array::from(vec![Some(1), Some(1), Some(1), Some(1), None, Some(1)]);
        let keys = key(vec![Arc::new(texts), Arc::new(numbers)]);
        for (left, a) in keys.iter().enumerate() {
            for (right, b) in keys.iter().enumerate() {
                assert_eq!(a == b, left == right || left + right == 1, "{left} and {right}");
            }
        }
    }

    #[test]
    fn a_zero_and_its_negative_are_two_bindings() {
        let keys = key(vec![Arc::new(Float64Array::from(vec![0.0, -0.0, f64::NAN, f64::NAN]))]);
        assert_ne!(keys[0], keys[1]);
        assert_eq!(keys[2], keys[3]);
    }
}
