//! One stream of a plan's partitions: a batch from each in turn, where the engine takes whichever comes first.
//!
//! Comes in: partitions that are read side by side. Goes out: their batches in an order that depends on the data alone, so that the same statement over the same files gives the same rows in the same order, and an export the same bytes.
//! Must never: wait for one partition while another has to be read for it to go on, or hold more than two batches of each.

use crate::plan::barrier::GovernedExec;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode, TreeNodeRecursion};
use datafusion::common::{DataFusionError, Result};
use datafusion::execution::{RecordBatchStream, SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_plan::coalesce_partitions::CoalescePartitionsExec;
use datafusion::physical_plan::coop::CooperativeExec;
use datafusion::physical_plan::filter::FilterExec;
use datafusion::physical_plan::limit::{GlobalLimitExec, LocalLimitExec};
use datafusion::physical_plan::projection::ProjectionExec;
use datafusion::physical_plan::stream::RecordBatchReceiverStream;
use datafusion::physical_plan::{
    ChildrenPropertiesMode, DisplayAs, DisplayFormatType, ExecutionPlan, ExecutionPlanProperties, PlanProperties,
    ReplaceChildrenOptions,
};
use futures::{Stream, StreamExt};
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// The plan with partitions taken in turn wherever they come together and nothing makes one of them wait for another.
pub(super) fn in_turn(plan: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>> {
    let plan =
        plan.transform_up(|node| Ok(coalesced_in_turn(&node).map_or_else(|| Transformed::no(node), Transformed::yes)));
    let plan = plan.data()?;
    // The engine brings the last ones together when the plan starts.
    Ok(if can_take_turns(&plan) { Arc::new(InTurn::over(plan)) } else { plan })
}

fn coalesced_in_turn(node: &Arc<dyn ExecutionPlan>) -> Option<Arc<dyn ExecutionPlan>> {
    let coalesced = node.downcast_ref::<CoalescePartitionsExec>().filter(|node| can_take_turns(node.input()))?;
    let together: Arc<dyn ExecutionPlan> = Arc::new(InTurn::over(Arc::clone(coalesced.input())));
    Some(match coalesced.fetch() {
        Some(fetch) => Arc::new(GlobalLimitExec::new(together, 0, Some(fetch))),
        None => together,
    })
}

fn can_take_turns(plan: &Arc<dyn ExecutionPlan>) -> bool {
    plan.output_partitioning().partition_count() > 1 && is_apart(plan)
}

/// Whether each partition is made of one scan's partition alone.
fn is_apart(plan: &Arc<dyn ExecutionPlan>) -> bool {
    if plan.is::<GovernedExec>() {
        return true;
    }
    let alone = plan.is::<FilterExec>()
        || plan.is::<ProjectionExec>()
        || plan.is::<LocalLimitExec>()
        || plan.is::<CooperativeExec>();
    alone && plan.children().into_iter().all(is_apart)
}

#[derive(Debug)]
struct InTurn {
    input: Arc<dyn ExecutionPlan>,
    properties: Arc<PlanProperties>,
}

impl InTurn {
    fn over(input: Arc<dyn ExecutionPlan>) -> Self {
        // One partition out of many, in no order that the optimizer could use: what the engine's own operator says of itself.
        let properties = Arc::clone(CoalescePartitionsExec::new(Arc::clone(&input)).properties());
        Self { input, properties }
    }
}

impl DisplayAs for InTurn {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InTurn")
    }
}

impl ExecutionPlan for InTurn {
    fn name(&self) -> &'static str {
        "InTurn"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.input]
    }

    fn apply_expressions(
        &self,
        _f: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        mut children: Vec<Arc<dyn ExecutionPlan>>,
        _options: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        match (children.pop(), children.pop()) {
            (Some(input), None) => Ok(Arc::new(Self::over(input))),
            _ => Err(DataFusionError::Internal("partitions of one operator are taken in turn".to_owned())),
        }
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, _partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let partitions = self.input.output_partitioning().partition_count();
        let streams = (0..partitions).map(|partition| Ok(ahead(self.input.execute(partition, Arc::clone(&context))?)));
        Ok(Box::pin(Turns { schema: self.schema(), streams: streams.collect::<Result<_>>()?, next: 0 }))
    }
}

/// The same stream, read by a task of its own that works one batch ahead, and ends when the stream is dropped.
fn ahead(mut stream: SendableRecordBatchStream) -> SendableRecordBatchStream {
    let mut reader = RecordBatchReceiverStream::builder(stream.schema(), 1);
    let batches = reader.tx();
    reader.spawn(async move {
        while let Some(batch) = stream.next().await {
            let failed = batch.is_err();
            if batches.send(batch).await.is_err() || failed {
                break;
            }
        }
        Ok(())
    });
    reader.build()
}

struct Turns {
    schema: SchemaRef,
    /// Those that have not ended.
    streams: Vec<SendableRecordBatchStream>,
    next: usize,
}

impl Stream for Turns {
    type Item = Result<RecordBatch>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Self { schema: _, streams, next } = &mut *self;
        loop {
            if *next >= streams.len() {
                *next = 0;
            }
            let Some(stream) = streams.get_mut(*next) else { return Poll::Ready(None) };
            match ready!(stream.poll_next_unpin(context)) {
                Some(batch) => {
                    *next += 1;
                    return Poll::Ready(Some(batch));
                }
                None => drop(streams.remove(*next)),
            }
        }
    }
}

impl RecordBatchStream for Turns {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}
