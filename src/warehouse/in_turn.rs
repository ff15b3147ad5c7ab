//! One stream of a plan's partitions: a batch from each in turn, where the engine takes whichever comes first.
//!
//! Comes in: partitions that are read side by side. Goes out: their batches in an order that depends on the data alone, so that the same statement over the same files gives the same rows in the same order, and an export the same bytes.
//! Must never: wait for one partition while another has to be read for it to go on, hold more than two batches of each, or begin all of very many.

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
use datafusion::physical_plan::union::UnionExec;
use datafusion::physical_plan::{
    ChildrenPropertiesMode, DisplayAs, DisplayFormatType, ExecutionPlan, ExecutionPlanProperties, PlanProperties,
    ReplaceChildrenOptions,
};
use futures::{Stream, StreamExt};
use std::fmt;
use std::ops::Range;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

/// Partitions that are read at once, for each one that a scan is split into: a union of hundreds of scans does not open all their files together.
const AT_ONCE: usize = 4;

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

/// Whether each partition is made of one scan's partition alone, so that it goes on whatever becomes of the others.
fn is_apart(plan: &Arc<dyn ExecutionPlan>) -> bool {
    if plan.is::<GovernedExec>() {
        return true;
    }
    let alone = plan.is::<UnionExec>()
        || plan.is::<FilterExec>()
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
        let at_once = context.session_config().target_partitions().saturating_mul(AT_ONCE);
        let mut turns =
            Turns { input: Arc::clone(&self.input), context, waiting: 0..partitions, streams: Vec::new(), next: 0 };
        while turns.streams.len() < at_once && turns.open_next()? {
            turns.next = turns.streams.len();
        }
        Ok(Box::pin(turns))
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
    input: Arc<dyn ExecutionPlan>,
    context: Arc<TaskContext>,
    /// Partitions that were not begun.
    waiting: Range<usize>,
    /// Those that were begun and have not ended.
    streams: Vec<SendableRecordBatchStream>,
    next: usize,
}

impl Turns {
    /// Begins the first one that waits, and takes it before the one whose turn it is.
    fn open_next(&mut self) -> Result<bool> {
        let Some(partition) = self.waiting.next() else { return Ok(false) };
        let stream = ahead(self.input.execute(partition, Arc::clone(&self.context))?);
        self.streams.insert(self.next.min(self.streams.len()), stream);
        Ok(true)
    }
}

impl Stream for Turns {
    type Item = Result<RecordBatch>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if self.next >= self.streams.len() {
                self.next = 0;
            }
            let next = self.next;
            let Some(stream) = self.streams.get_mut(next) else { return Poll::Ready(None) };
            match ready!(stream.poll_next_unpin(context)) {
                Some(batch) => {
                    self.next += 1;
                    return Poll::Ready(Some(batch));
                }
                None => {
                    drop(self.streams.remove(next));
                    self.open_next()?;
                }
            }
        }
    }
}

impl RecordBatchStream for Turns {
    fn schema(&self) -> SchemaRef {
        self.input.schema()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::array::{AsArray, Int64Array};
    use datafusion::arrow::datatypes::{DataType, Field, Int64Type, Schema};
    use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
    use datafusion::physical_plan::streaming::{PartitionStream, StreamingTableExec};
    use datafusion::prelude::SessionConfig;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// A partition of so many batches, each of which is the partition's number.
    #[derive(Debug)]
    struct Numbered {
        schema: SchemaRef,
        number: i64,
        batches: usize,
        begun: Arc<AtomicUsize>,
    }

    impl PartitionStream for Numbered {
        fn schema(&self) -> &SchemaRef {
            &self.schema
        }

        fn execute(&self, _context: Arc<TaskContext>) -> SendableRecordBatchStream {
            self.begun.fetch_add(1, Ordering::Relaxed);
            let batch =
                RecordBatch::try_new(Arc::clone(&self.schema), vec![Arc::new(Int64Array::from(vec![self.number]))]);
            let batches = vec![batch.unwrap(); self.batches].into_iter().map(Ok);
            Box::pin(RecordBatchStreamAdapter::new(Arc::clone(&self.schema), futures::stream::iter(batches)))
        }
    }

    /// A plan of partitions with so many batches each, and how many were begun.
    fn partitions(batches: &[usize]) -> (Arc<dyn ExecutionPlan>, Arc<AtomicUsize>) {
        let schema = Arc::new(Schema::new(vec![Field::new("number", DataType::Int64, false)]));
        let begun = Arc::new(AtomicUsize::new(0));
        let numbered = batches.iter().zip(0..).map(|(&batches, number)| {
            let (schema, begun) = (Arc::clone(&schema), Arc::clone(&begun));
            Arc::new(Numbered { schema, number, batches, begun }) as Arc<dyn PartitionStream>
        });
        let plan = StreamingTableExec::try_new(Arc::clone(&schema), numbered.collect(), None, [], false, None);
        (Arc::new(plan.unwrap()), begun)
    }

    fn turns(plan: Arc<dyn ExecutionPlan>) -> SendableRecordBatchStream {
        let config = SessionConfig::new().with_target_partitions(1);
        InTurn::over(plan).execute(0, Arc::new(TaskContext::default().with_session_config(config))).unwrap()
    }

    fn number(batch: &RecordBatch) -> i64 {
        batch.column(0).as_primitive::<Int64Type>().value(0)
    }

    #[tokio::test]
    async fn partitions_take_turns_and_one_that_waits_takes_the_place_of_one_that_ended() {
        let (plan, _) = partitions(&[2, 1, 0, 3, 2, 1]);
        let read: Vec<i64> = turns(plan).map(|batch| number(&batch.unwrap())).collect().await;
        assert_eq!(read, [0, 1, 4, 3, 0, 5, 4, 3, 3]);
    }

    #[tokio::test]
    async fn of_many_partitions_only_some_are_begun_at_once() {
        let (plan, begun) = partitions(&[3; 50]);
        let mut stream = turns(plan);
        assert_eq!(number(&stream.next().await.unwrap().unwrap()), 0);
        assert_eq!(begun.load(Ordering::Relaxed), AT_ONCE);
        let rest: Vec<i64> = stream.map(|batch| number(&batch.unwrap())).collect().await;
        assert_eq!((rest.len(), begun.load(Ordering::Relaxed)), (149, 50));
    }
}
