//! A deadline for planning, which recurses over trees that a client shapes and folds constants that a client writes.
//!
//! Comes in: work, and how long somebody waits for it. Goes out: its result, or that it took too long; a rule to put between the engine's rules. Must never: change a plan, or keep a client waiting past its time.

use crate::error::{SqlError, SqlResult};
use crate::interrupt::{self, Interrupt, Late, Raise};
use datafusion::common::Result;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::Transformed;
use datafusion::logical_expr::LogicalPlan;
use datafusion::optimizer::{ApplyOrder, OptimizerConfig, OptimizerRule};
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::ExecutionPlan;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};
use tokio::runtime::{Handle, Runtime};

/// Stack for planning; the pages that are not touched cost nothing.
const STACK: usize = 256 << 20;
/// Statements that are planned at once; more than the connections that there can be.
const PLANNERS_AT_MOST: usize = 1 << 14;
/// How long a thread waits for another plan.
const KEPT: Duration = Duration::from_secs(1);
/// The longest that planning may take, whatever a statement's time is.
const PLANNING: Duration = Duration::from_secs(10);

/// How long somebody waits for a plan.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    until: Instant,
    late: Late,
}

impl Patience {
    /// From now on, for a statement with so much time in all.
    #[must_use]
    pub fn new(timeout: Option<Duration>) -> Self {
        let (time, late) = match timeout {
            Some(timeout) if timeout < PLANNING => (timeout, Late::Timeout),
            _ => (PLANNING, Late::TooComplex),
        };
        Self { until: Instant::now() + time, late }
    }
}

/// Does what recurses over a client's tree on a thread with room for it. Its [`interrupt::check`] fails when the time is over, or when nobody waits for the future any more.
///
/// # Errors
/// What the work says; 57014 or 54001 when it takes too long.
pub async fn on_large_stack<T: Send + 'static>(
    patience: Patience,
    work: impl FnOnce() -> SqlResult<T> + Send + 'static,
) -> SqlResult<T> {
    let Patience { until, late } = patience;
    let interrupt = Arc::new(Interrupt::until(until, late));
    let _raised = Raise(Arc::clone(&interrupt));
    let (answer, answered) = tokio::sync::oneshot::channel();
    let runtime = Handle::current();
    planners()?.spawn_blocking(move || {
        let _entered = runtime.enter();
        // Nobody may wait any more: a cancelled statement. What was planned may be deep; it is dropped here too then.
        let _ = answer.send(interrupt.over(work));
    });
    match tokio::time::timeout_at(until.into(), answered).await {
        // A panic drops the sender: the statement fails, the session goes on.
        Ok(answered) => answered.map_err(SqlError::internal)?,
        Err(_) => Err(late.error()),
    }
}

/// Threads that plan, kept for a while: a new one costs as much as planning a short statement does. One that goes gives back what a deep plan touched of its stack.
fn planners() -> SqlResult<&'static Runtime> {
    static PLANNERS: LazyLock<std::io::Result<Runtime>> = LazyLock::new(|| {
        tokio::runtime::Builder::new_current_thread()
            .thread_name("planner")
            .thread_stack_size(STACK)
            .max_blocking_threads(PLANNERS_AT_MOST)
            .thread_keep_alive(KEPT)
            .build()
    });
    PLANNERS.as_ref().map_err(SqlError::internal)
}

/// These rules with a look at the clock before each.
pub(crate) fn between(
    rules: impl IntoIterator<Item = Arc<dyn OptimizerRule + Send + Sync>>,
) -> Vec<Arc<dyn OptimizerRule + Send + Sync>> {
    before_each(Arc::new(Clock), rules)
}

/// As [`between`], for the rules that come after.
pub(crate) fn between_physical(
    rules: impl IntoIterator<Item = Arc<dyn PhysicalOptimizerRule + Send + Sync>>,
) -> Vec<Arc<dyn PhysicalOptimizerRule + Send + Sync>> {
    before_each(Arc::new(Clock), rules)
}

fn before_each<R: ?Sized>(clock: Arc<R>, rules: impl IntoIterator<Item = Arc<R>>) -> Vec<Arc<R>> {
    rules.into_iter().flat_map(|rule| [Arc::clone(&clock), rule]).collect()
}

/// Ends planning when its time is over or nobody waits for it.
#[derive(Debug)]
struct Clock;

impl Clock {
    const NAME: &str = "deadline";
}

impl PhysicalOptimizerRule for Clock {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn schema_check(&self) -> bool {
        true
    }

    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _config: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        interrupt::check().map_err(SqlError::into_datafusion)?;
        Ok(plan)
    }
}

impl OptimizerRule for Clock {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn apply_order(&self) -> Option<ApplyOrder> {
        None
    }

    fn supports_rewrite(&self) -> bool {
        true
    }

    fn rewrite(&self, plan: LogicalPlan, _config: &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>> {
        interrupt::check().map_err(SqlError::into_datafusion)?;
        Ok(Transformed::no(plan))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::datatypes::Schema;
    use datafusion::physical_optimizer::optimizer::PhysicalOptimizer;
    use datafusion::physical_plan::empty::EmptyExec;
    use guard::SqlState;

    #[test]
    fn planning_ends_between_the_rules_that_make_a_plan_executable() {
        let plan: Arc<dyn ExecutionPlan> = Arc::new(EmptyExec::new(Arc::new(Schema::empty())));
        let rules = between_physical(PhysicalOptimizer::new().rules);
        assert!(rules.iter().step_by(2).all(|rule| rule.name() == Clock::NAME), "{rules:?}");
        assert_eq!(rules.len(), 2 * PhysicalOptimizer::new().rules.len());
        let clock = &rules[0];
        let ask = || clock.optimize(Arc::clone(&plan), &ConfigOptions::new()).map_err(SqlError::from);
        let hour = Duration::from_secs(3600);
        Arc::new(Interrupt::until(Instant::now() + hour, Late::TooComplex)).over(ask).unwrap();
        let over = Arc::new(Interrupt::until(Instant::now(), Late::TooComplex)).over(ask).unwrap_err();
        assert_eq!(over.report().sqlstate, SqlState::STATEMENT_TOO_COMPLEX);
    }
}
