//! Constants of any size as columns.
//!
//! Comes in: a projection. Goes out: the same, which says how much a constant takes when it stands in each row. Must never: change a value.
//!
//! The engine writes a constant out for all rows of a batch. Text shares its letters; numbers, bytes and lists are copied.

use crate::error::SqlError;
use crate::functions::rows::bytes_of;
use crate::interrupt;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::{DataType, Schema};
use datafusion::common::Result;
use datafusion::logical_expr::ColumnarValue;
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_expr::expressions::Column;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::projection::{ProjectionExec, ProjectionExpr};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A constant that takes less is not counted.
const SMALL: usize = 64;

/// The projection with its larger constants counted.
pub(super) fn counted(node: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>> {
    let Some(projection) = node.downcast_ref::<ProjectionExec>() else { return Ok(node) };
    let input = projection.input().schema();
    let mut changed = false;
    let mut expressions = Vec::with_capacity(projection.expr().len());
    for ProjectionExpr { expr, alias } in projection.expr() {
        let copied = matches!(expr.data_type(&input)?, DataType::Binary | DataType::List(_));
        let counts = copied && !expr.is::<Column>() && !expr.is::<Spread>();
        changed |= counts;
        let expr = if counts { Arc::new(Spread(Arc::clone(expr))) as _ } else { Arc::clone(expr) };
        expressions.push(ProjectionExpr { expr, alias: alias.clone() });
    }
    match changed {
        true => Ok(Arc::new(ProjectionExec::try_new(expressions, Arc::clone(projection.input()))?)),
        false => Ok(node),
    }
}

/// An expression whose value is a column even if it is a constant.
#[derive(Debug)]
pub(super) struct Spread(Arc<dyn PhysicalExpr>);

impl PartialEq for Spread {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref() == other.0.as_ref()
    }
}

impl Eq for Spread {}

impl Hash for Spread {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl PhysicalExpr for Spread {
    fn data_type(&self, schema: &Schema) -> Result<DataType> {
        self.0.data_type(schema)
    }

    fn nullable(&self, schema: &Schema) -> Result<bool> {
        self.0.nullable(schema)
    }

    fn evaluate(&self, batch: &RecordBatch) -> Result<ColumnarValue> {
        let value = self.0.evaluate(batch)?;
        if let ColumnarValue::Scalar(scalar) = &value {
            let bytes = bytes_of(scalar.to_array()?.as_ref());
            if bytes > SMALL {
                interrupt::making(bytes.saturating_mul(batch.num_rows())).map_err(SqlError::into_datafusion)?;
            }
        }
        Ok(ColumnarValue::Array(value.into_array(batch.num_rows())?))
    }

    fn children(&self) -> Vec<&Arc<dyn PhysicalExpr>> {
        vec![&self.0]
    }

    fn with_new_children(self: Arc<Self>, mut children: Vec<Arc<dyn PhysicalExpr>>) -> Result<Arc<dyn PhysicalExpr>> {
        match (children.pop(), children.pop()) {
            (Some(inner), None) => Ok(Arc::new(Self(inner))),
            _ => Err(datafusion::common::DataFusionError::Internal("a constant has one child".to_owned())),
        }
    }

    fn fmt_sql(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_sql(f)
    }
}
