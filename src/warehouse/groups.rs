//! Groups that exist without rows: an aggregate without keys, and an empty grouping set, give a row where their input has none.
//!
//! Comes in: a plan. Goes out: the same, with a fence above each such aggregate. Must never: change what a plan gives.
//!
//! The engine (55.2) moves a condition that names no column below an aggregate, as if it were about its keys; the aggregate then gives a row of nothing, where the condition would have left none.
//! It moves nothing below a limit. To be removed once its `push_down_filter` asks whether there are keys.

use datafusion::common::tree_node::Transformed;
use datafusion::error::Result;
use datafusion::logical_expr::{Aggregate, Expr, GroupingSet, Limit, LogicalPlan, lit};
use datafusion::optimizer::{ApplyOrder, OptimizerConfig, OptimizerRule};
use std::sync::Arc;

/// More rows than there are.
const ALL: i64 = i64::MAX;

#[derive(Debug)]
pub struct FenceGroups;

impl OptimizerRule for FenceGroups {
    fn name(&self) -> &'static str {
        "fence_groups"
    }

    fn apply_order(&self) -> Option<ApplyOrder> {
        None
    }

    fn supports_rewrite(&self) -> bool {
        true
    }

    fn rewrite(&self, plan: LogicalPlan, _config: &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>> {
        plan.transform_up_with_subqueries(|node| match node {
            LogicalPlan::Aggregate(aggregate) if has_empty_group(&aggregate) => {
                Ok(Transformed::yes(fenced(LogicalPlan::Aggregate(aggregate))))
            }
            // The fence of an earlier pass.
            LogicalPlan::Limit(limit)
                if is_fence(&limit) && matches!(&*limit.input, LogicalPlan::Limit(inner) if is_fence(inner)) =>
            {
                Ok(Transformed::yes(Arc::unwrap_or_clone(limit.input)))
            }
            other => Ok(Transformed::no(other)),
        })
    }
}

fn has_empty_group(aggregate: &Aggregate) -> bool {
    aggregate.group_expr.is_empty()
        || aggregate.group_expr.iter().any(|key| match key {
            Expr::GroupingSet(GroupingSet::Rollup(_) | GroupingSet::Cube(_)) => true,
            Expr::GroupingSet(GroupingSet::GroupingSets(sets)) => sets.iter().any(Vec::is_empty),
            _ => false,
        })
}

fn fenced(plan: LogicalPlan) -> LogicalPlan {
    LogicalPlan::Limit(Limit { skip: None, fetch: Some(Box::new(lit(ALL))), input: Arc::new(plan) })
}

fn is_fence(limit: &Limit) -> bool {
    limit.skip.is_none() && limit.fetch.as_deref() == Some(&lit(ALL))
}
