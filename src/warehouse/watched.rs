//! Operators that can be stopped, for the engine's, most of which can't.
//!
//! Comes in: a physical plan, and what ends its work. Goes out: the same plan, each operator within a [`Watched`] one, each join's filter within a [`WatchedFilter`]. Must never: change an answer, or be seen by the
//! optimizer, which looks for operators by their kind: it is put on last, when a plan starts.
//!
//! Between two operators is also where memory is counted that the engine does not count, and where a batch is cut that would become too large: see [`Feed`].
//!
//! A join makes batch after batch from one batch of its input without returning to the scheduler, and one whose filter rejects every pair does so without ever making one. The first is
//! stopped between its batches, the second in its filter; a join that only looks for partners gets a filter that lets all pass.

use super::feed::Feed;
use super::orderly::{condition, in_order};
use super::pace::part;
use super::spread::counted;
use crate::error::{SqlError, SqlResult};
use crate::interrupt::{self, Interrupt};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::{DataType, Schema, SchemaRef};
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode, TreeNodeRecursion};
use datafusion::common::{DataFusionError, JoinType, Result};
use datafusion::execution::memory_pool::{MemoryConsumer, MemoryReservation};
use datafusion::execution::{RecordBatchStream, SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::ColumnarValue;
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_expr::expressions::lit;
use datafusion::physical_plan::joins::utils::JoinFilter;
use datafusion::physical_plan::joins::{
    HashJoinExec, NestedLoopJoinExec, NestedLoopJoinExecBuilder, SortMergeJoinExec,
};
use datafusion::physical_plan::recursive_query::RecursiveQueryExec;
use datafusion::physical_plan::{
    ChildrenPropertiesMode, DisplayAs, DisplayFormatType, ExecutionPlan, PlanProperties, ReplaceChildrenOptions,
};
use futures::{Stream, StreamExt};
use guard::SqlState;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

/// The most steps of a recursive query. One that needs more most likely has no end.
const STEPS: usize = 10_000;
/// Less than this is handed on without being counted.
const SMALL: usize = 64 << 10;

/// The plan, to be ended by `interrupt`.
pub(super) fn watched(plan: Arc<dyn ExecutionPlan>, interrupt: &Arc<Interrupt>) -> SqlResult<Arc<dyn ExecutionPlan>> {
    let watch = |node: Arc<dyn ExecutionPlan>| {
        let node = with_counted_steps(with_watched_filter(counted(in_order(node)?)?, interrupt)?, interrupt)?;
        let input = Feed::of(node.as_ref())?;
        let node = fed(node, &input)?;
        Ok(Transformed::yes(Arc::new(Watched { input, ..Watched::new(node, interrupt) }) as _))
    };
    Ok(plan.transform_up(watch).data()?)
}

/// The operator over a stream that feeds it so.
fn fed(node: Arc<dyn ExecutionPlan>, feed: &Feed) -> Result<Arc<dyn ExecutionPlan>> {
    let below = match (feed, &node.children()[..]) {
        (Feed::Paced(_) | Feed::Listed(_) | Feed::Hoarded(_), [child]) => child.downcast_ref::<Watched>(),
        (Feed::Paced(_) | Feed::Listed(_) | Feed::Hoarded(_) | Feed::Whole, _) => None,
    };
    let Some(below) = below else { return Ok(node) };
    let fed: Arc<dyn ExecutionPlan> = Arc::new(Watched { output: feed.clone(), ..below.copy() });
    node.replace_children(vec![fed], ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
}

/// A recursive query whose steps are counted: the engine runs the recursive term anew for each.
fn with_counted_steps(node: Arc<dyn ExecutionPlan>, interrupt: &Arc<Interrupt>) -> Result<Arc<dyn ExecutionPlan>> {
    if !node.is::<RecursiveQueryExec>() {
        return Ok(node);
    }
    let [fixed, step] = node.children()[..] else {
        return Err(DataFusionError::Internal("a recursive query has two terms".to_owned()));
    };
    let step = Watched { steps: Some(Arc::default()), ..Watched::new(Arc::clone(step), interrupt) };
    let children: Vec<Arc<dyn ExecutionPlan>> = vec![Arc::clone(fixed), Arc::new(step)];
    let recompute = ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute);
    node.replace_children(children, recompute)
}

fn with_watched_filter(node: Arc<dyn ExecutionPlan>, interrupt: &Arc<Interrupt>) -> Result<Arc<dyn ExecutionPlan>> {
    if let Some(join) = node.downcast_ref::<HashJoinExec>() {
        return match watched_filter(join.filter(), *join.join_type(), interrupt)? {
            Some(filter) => join.builder().with_filter(Some(filter)).build_exec(),
            None => Ok(node),
        };
    }
    if let Some(join) = node.downcast_ref::<NestedLoopJoinExec>() {
        return match watched_filter(join.filter(), *join.join_type(), interrupt)? {
            Some(filter) => Ok(Arc::new(NestedLoopJoinExecBuilder::from(join).with_filter(Some(filter)).build()?) as _),
            None => Ok(node),
        };
    }
    if let Some(join) = node.downcast_ref::<SortMergeJoinExec>()
        && let Some(filter) = watched_filter(join.filter().as_ref(), join.join_type(), interrupt)?
    {
        return Ok(Arc::new(SortMergeJoinExec::try_new(
            Arc::clone(join.left()),
            Arc::clone(join.right()),
            join.on().to_vec(),
            Some(filter),
            join.join_type(),
            join.sort_options().to_vec(),
            join.null_equality(),
        )?));
    }
    Ok(node)
}

/// `None`: the join makes a row of every pair that it looks at, so that it can be stopped between its batches.
fn watched_filter(
    filter: Option<&JoinFilter>,
    join: JoinType,
    interrupt: &Arc<Interrupt>,
) -> Result<Option<JoinFilter>> {
    let watch = |inner: Arc<dyn PhysicalExpr>| Arc::new(WatchedFilter { inner, interrupt: Arc::clone(interrupt) });
    Ok(match (filter, join) {
        (Some(filter), _) => Some(JoinFilter::new(
            watch(condition(filter.expression())?.unwrap_or_else(|| Arc::clone(filter.expression()))),
            filter.column_indices().to_vec(),
            Arc::clone(filter.schema()),
        )),
        (None, JoinType::Inner | JoinType::Left | JoinType::Right | JoinType::Full) => None,
        (
            None,
            JoinType::LeftSemi
            | JoinType::RightSemi
            | JoinType::LeftAnti
            | JoinType::RightAnti
            | JoinType::LeftMark
            | JoinType::RightMark,
        ) => Some(JoinFilter::new(watch(lit(true)), Vec::new(), Arc::new(Schema::empty()))),
    })
}

/// One operator, whose work can be ended between any two of its batches.
#[derive(Debug)]
struct Watched {
    inner: Arc<dyn ExecutionPlan>,
    interrupt: Arc<Interrupt>,
    /// How often it was started, where that must not be too often.
    steps: Option<Arc<AtomicUsize>>,
    /// How it is fed by the one below.
    input: Feed,
    /// How it feeds the one above.
    output: Feed,
}

impl Watched {
    fn new(inner: Arc<dyn ExecutionPlan>, interrupt: &Arc<Interrupt>) -> Self {
        Self { inner, interrupt: Arc::clone(interrupt), steps: None, input: Feed::Whole, output: Feed::Whole }
    }

    fn copy(&self) -> Self {
        let Self { inner, interrupt, steps, input, output } = self;
        Self {
            inner: Arc::clone(inner),
            interrupt: Arc::clone(interrupt),
            steps: steps.clone(),
            input: input.clone(),
            output: output.clone(),
        }
    }

    /// 54000 after too many steps.
    fn count_step(&self) -> Result<()> {
        let Some(steps) = &self.steps else { return Ok(()) };
        if steps.fetch_add(1, Ordering::Relaxed) < STEPS {
            return Ok(());
        }
        let error =
            SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, format!("the recursion takes more than {STEPS} steps"))
                .rule("recursion")
                .detail(format!("Limit \"recursion\": more than {STEPS} asked, {STEPS} allowed."))
                .hint("End it by a condition in its recursive term, or use generate_series.");
        Err(error.into_datafusion())
    }
}

impl DisplayAs for Watched {
    fn fmt_as(&self, format: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt_as(format, f)
    }
}

impl ExecutionPlan for Watched {
    fn name(&self) -> &'static str {
        "Watched"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        self.inner.properties()
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.inner]
    }

    fn apply_expressions(
        &self,
        _f: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn maintains_input_order(&self) -> Vec<bool> {
        vec![true]
    }

    fn replace_children(
        self: Arc<Self>,
        mut children: Vec<Arc<dyn ExecutionPlan>>,
        _options: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        match (children.pop(), children.pop()) {
            (Some(inner), None) => Ok(Arc::new(Self { inner, ..self.copy() })),
            _ => Err(DataFusionError::Internal("a watched operator has one child".to_owned())),
        }
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        self.count_step()?;
        let interrupt = Arc::clone(&self.interrupt);
        let held = MemoryConsumer::new("batch").register(context.memory_pool());
        let inner = interrupt.over(|| self.inner.execute(partition, Arc::clone(&context)))?;
        let (input, output) = (self.input.clone(), self.output.clone());
        Ok(Box::pin(WatchedStream { inner, interrupt, context, partition, input, output, cut: None, held }))
    }
}

struct WatchedStream {
    inner: SendableRecordBatchStream,
    interrupt: Arc<Interrupt>,
    context: Arc<TaskContext>,
    partition: usize,
    input: Feed,
    output: Feed,
    /// The operator's last batch, and how many of its rows were handed over.
    cut: Option<(RecordBatch, usize)>,
    /// What functions made of the operator's last batch.
    held: MemoryReservation,
}

impl WatchedStream {
    fn next_part(&mut self, context: &mut Context<'_>) -> Result<Poll<Option<RecordBatch>>> {
        // What the operator above made of the rows before.
        self.output.made(self.partition, interrupt::made());
        self.interrupt.pause().map_err(SqlError::into_datafusion)?;
        if let Some((batch, from)) = self.cut.take() {
            return self.hand_over(batch, from);
        }
        self.held.free();
        let polled = self.inner.poll_next_unpin(context);
        let made = interrupt::made();
        self.input.made(self.partition, made);
        let Some(batch) = (match polled {
            Poll::Ready(batch) => batch,
            Poll::Pending => return Ok(Poll::Pending),
        }) else {
            return Ok(Poll::Ready(None));
        };
        let batch = batch?;
        if made > SMALL {
            self.held.try_resize(made.min(batch.get_array_memory_size()))?;
        }
        let batch = self.output.prepare(batch)?;
        self.hand_over(batch, 0)
    }

    fn hand_over(&mut self, batch: RecordBatch, from: usize) -> Result<Poll<Option<RecordBatch>>> {
        let rows = self.output.rows(self.partition, batch.num_rows() - from);
        let part = part(&batch, from, rows)?;
        if let Feed::Hoarded(hoard) = &self.input {
            hoard.give(rows)?;
        }
        if let Feed::Hoarded(hoard) = &self.output {
            hoard.take(&part, &self.context)?;
        }
        if from + rows < batch.num_rows() {
            self.cut = Some((batch, from + rows));
        }
        Ok(Poll::Ready(Some(part)))
    }
}

impl Stream for WatchedStream {
    type Item = Result<RecordBatch>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // Between its batches the operator gives way to others, and ends if it shall.
        let turn = ready!(tokio::task::coop::poll_proceed(context));
        let interrupt = Arc::clone(&self.interrupt);
        let polled = match interrupt.over(|| self.next_part(context)) {
            Ok(polled) => polled.map(|batch| batch.map(Ok)),
            Err(error) => Poll::Ready(Some(Err(error))),
        };
        if polled.is_ready() {
            turn.made_progress();
        }
        polled
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl RecordBatchStream for WatchedStream {
    fn schema(&self) -> SchemaRef {
        self.inner.schema()
    }
}

/// A join's filter, in which its work can be ended.
#[derive(Debug)]
struct WatchedFilter {
    inner: Arc<dyn PhysicalExpr>,
    interrupt: Arc<Interrupt>,
}

impl PartialEq for WatchedFilter {
    fn eq(&self, other: &Self) -> bool {
        self.inner.as_ref() == other.inner.as_ref() && Arc::ptr_eq(&self.interrupt, &other.interrupt)
    }
}

impl Eq for WatchedFilter {}

impl Hash for WatchedFilter {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.inner.hash(state);
    }
}

impl fmt::Display for WatchedFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

impl PhysicalExpr for WatchedFilter {
    fn data_type(&self, schema: &Schema) -> Result<DataType> {
        self.inner.data_type(schema)
    }

    fn nullable(&self, schema: &Schema) -> Result<bool> {
        self.inner.nullable(schema)
    }

    fn evaluate(&self, batch: &RecordBatch) -> Result<ColumnarValue> {
        self.interrupt.pause().map_err(SqlError::into_datafusion)?;
        self.inner.evaluate(batch)
    }

    fn children(&self) -> Vec<&Arc<dyn PhysicalExpr>> {
        vec![&self.inner]
    }

    fn with_new_children(self: Arc<Self>, mut children: Vec<Arc<dyn PhysicalExpr>>) -> Result<Arc<dyn PhysicalExpr>> {
        match (children.pop(), children.pop()) {
            (Some(inner), None) => Ok(Arc::new(Self { inner, interrupt: Arc::clone(&self.interrupt) })),
            _ => Err(DataFusionError::Internal("a watched filter has one child".to_owned())),
        }
    }

    fn fmt_sql(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt_sql(f)
    }
}
