//! A deadline for the engine's planning, which has none of its own.
//!
//! Comes in: a moment, and a flag that a waiter lowers when it goes away. Goes out: a rule to put between the engine's rules. Must never: change a plan.

use crate::error::SqlError;
use datafusion::common::Result;
use datafusion::common::tree_node::Transformed;
use datafusion::logical_expr::LogicalPlan;
use datafusion::optimizer::{ApplyOrder, OptimizerConfig, OptimizerRule};
use guard::SqlState;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Ends planning when its time is over or nobody waits for it.
#[derive(Clone, Debug)]
pub(crate) struct Deadline {
    at: Instant,
    abandoned: Arc<AtomicBool>,
}

impl Deadline {
    pub(crate) fn at(at: Instant) -> Self {
        Self { at, abandoned: Arc::default() }
    }

    /// Raise it when the answer is no longer wanted.
    pub(crate) fn abandoned(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.abandoned)
    }

    /// These rules with the deadline before each.
    pub(crate) fn between(
        &self,
        rules: impl IntoIterator<Item = Arc<dyn OptimizerRule + Send + Sync>>,
    ) -> Vec<Arc<dyn OptimizerRule + Send + Sync>> {
        let own: Arc<dyn OptimizerRule + Send + Sync> = Arc::new(self.clone());
        rules.into_iter().flat_map(|rule| [Arc::clone(&own), rule]).collect()
    }

    /// # Errors
    /// 54001 past the deadline, 57014 if abandoned.
    pub(crate) fn check(&self) -> Result<()> {
        if self.abandoned.load(Ordering::Relaxed) {
            let error = SqlError::new(SqlState::QUERY_CANCELED, "canceling statement due to user request");
            return Err(error.into_datafusion());
        }
        if Instant::now() < self.at {
            return Ok(());
        }
        Err(SqlError::new(SqlState::STATEMENT_TOO_COMPLEX, "the statement takes too long to plan")
            .rule("plan-deadline")
            .hint("Split it into smaller statements.")
            .into_datafusion())
    }
}

impl OptimizerRule for Deadline {
    fn name(&self) -> &'static str {
        "deadline"
    }

    fn apply_order(&self) -> Option<ApplyOrder> {
        None
    }

    fn supports_rewrite(&self) -> bool {
        true
    }

    fn rewrite(&self, plan: LogicalPlan, _config: &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>> {
        self.check()?;
        Ok(Transformed::no(plan))
    }
}
