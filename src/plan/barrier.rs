//! The barrier: the physical leaf that a governed relation becomes.
//!
//! Comes in: a plan that reads raw rows within the window and keeps those of the row filter. Goes out: visible columns, masked. Must never: show the engine what is inside. It is a leaf: it has no children that a
//! rule could reach, takes no filter, no projection and no limit, and knows no statistics, since a count of rows before the filter would tell of hidden ones.

use super::evened::Evened;
use super::mask::Mask;
use crate::error::SqlError;
use crate::types::PgType;
use crate::warehouse::remote::RemoteExec;
use datafusion::arrow::array::{ArrayRef, RecordBatch, RecordBatchOptions};
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::common::{DataFusionError, Result};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::{EquivalenceProperties, PhysicalExpr};
use datafusion::physical_plan::execution_plan::{Boundedness, EmissionType};
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{
    DisplayAs, DisplayFormatType, ExecutionPlan, Partitioning, PlanProperties, ReplaceChildrenOptions,
};
use futures::StreamExt;
use futures::stream::BoxStream;
use std::fmt;
use std::sync::Arc;

/// One visible column: where it is in the inner plan's rows, and what stands in for it.
#[derive(Clone, Debug)]
pub(super) struct Visible {
    pub(super) inner: usize,
    /// Its type before the mask.
    pub(super) ty: PgType,
    pub(super) mask: Option<Mask>,
}

/// A leaf whose rows came through window, row filter and masks.
pub struct GovernedExec {
    inner: Arc<dyn ExecutionPlan>,
    columns: Arc<[Visible]>,
    schema: SchemaRef,
    properties: Arc<PlanProperties>,
    /// What EXPLAIN may show.
    label: String,
    /// Where a warehouse runs it: the statement.
    statement: Option<Arc<RemoteExec>>,
    /// Rows of the table are hidden, and were in the same pages as those that are shown.
    hides_rows: bool,
}

impl GovernedExec {
    pub(super) fn new(
        inner: Arc<dyn ExecutionPlan>,
        columns: Vec<Visible>,
        schema: SchemaRef,
        label: String,
        hides_rows: bool,
    ) -> Self {
        let partitions = inner.properties().output_partitioning().partition_count();
        let properties = PlanProperties::new(
            EquivalenceProperties::new(Arc::clone(&schema)),
            Partitioning::UnknownPartitioning(partitions),
            EmissionType::Incremental,
            Boundedness::Bounded,
        );
        let properties = Arc::new(properties);
        Self { inner, columns: columns.into(), schema, properties, label, statement: None, hides_rows }
    }

    /// A leaf whose rows a warehouse gives: those that are shown, and no others.
    pub(super) fn remote(inner: Arc<RemoteExec>, columns: Vec<Visible>, schema: SchemaRef, label: String) -> Self {
        Self { statement: Some(Arc::clone(&inner)), ..Self::new(inner, columns, schema, label, false) }
    }

    /// The statement that a warehouse runs for it.
    #[must_use]
    pub fn statement(&self) -> Option<&Arc<RemoteExec>> {
        self.statement.as_ref()
    }
}

impl fmt::Debug for GovernedExec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GovernedExec").field("label", &self.label).finish_non_exhaustive()
    }
}

impl DisplayAs for GovernedExec {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GovernedExec: {}", self.label)
    }
}

impl ExecutionPlan for GovernedExec {
    fn name(&self) -> &'static str {
        "GovernedExec"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    // INVARIANT: no children. Every rule of the engine that moves something down stops where there is nothing below.
    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        Vec::new()
    }

    fn apply_expressions(
        &self,
        _f: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
        _options: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        if children.is_empty() {
            return Ok(self);
        }
        Err(DataFusionError::Internal("a governed leaf has no children".to_owned()))
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        if children.is_empty() {
            return Ok(self);
        }
        Err(DataFusionError::Internal("a governed leaf has no children".to_owned()))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let most = context.session_config().batch_size();
        let rows = self.inner.execute(partition, context)?;
        let (columns, schema) = (Arc::clone(&self.columns), Arc::clone(&self.schema));
        let rows: BoxStream<'static, Result<RecordBatch>> =
            if self.hides_rows { Evened::over(rows, most).boxed() } else { rows.boxed() };
        let masked = rows.map(move |batch| masked(&batch.map_err(inner_failure)?, &columns, &schema));
        Ok(Box::pin(RecordBatchStreamAdapter::new(Arc::clone(&self.schema), masked)))
    }
}

/// What fails below the barrier may have failed on a hidden row or name a hidden column: its text goes to the log alone.
fn inner_failure(error: DataFusionError) -> DataFusionError {
    let ours = SqlError::from(error);
    if ours.sqlstate() == guard::SqlState::INTERNAL_ERROR {
        let failed = SqlError::new(guard::SqlState::IO_ERROR, "the warehouse failed").caused_by(ours);
        return failed.into_datafusion();
    }
    ours.into_datafusion()
}

fn masked(batch: &RecordBatch, columns: &[Visible], schema: &SchemaRef) -> Result<RecordBatch> {
    let mut visible: Vec<ArrayRef> = Vec::with_capacity(columns.len());
    for Visible { inner, ty, mask } in columns {
        let column =
            batch.columns().get(*inner).ok_or_else(|| DataFusionError::Internal("column out of range".to_owned()))?;
        visible.push(match mask {
            None => Arc::clone(column),
            Some(mask) => mask.apply(column, ty).map_err(SqlError::into_datafusion)?,
        });
    }
    let options = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    Ok(RecordBatch::try_new_with_options(Arc::clone(schema), visible, &options)?)
}
