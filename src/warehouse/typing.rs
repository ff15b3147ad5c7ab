//! The engine's own typing of a plan, where there is something left for it.
//!
//! Comes in: a plan whose expressions the binder has typed. Goes out: one whose unions have their inputs' nullability, too. Must never: leave a union out; an arm that promises no NULL would be believed for all of them.
//!
//! Looking for casts that are missing takes as long as all optimising of a long condition, and the binder leaves none to be found.

use datafusion::common::Result;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::logical_expr::LogicalPlan;
use datafusion::optimizer::AnalyzerRule;
use datafusion::optimizer::analyzer::resolve_grouping_function::ResolveGroupingFunction;
use datafusion::optimizer::analyzer::type_coercion::TypeCoercion;
use std::sync::Arc;

/// What is done to a plan before it is optimised.
pub(super) fn rules() -> Vec<Arc<dyn AnalyzerRule + Send + Sync>> {
    vec![Arc::new(ResolveGroupingFunction::new()), Arc::new(Unions { typing: TypeCoercion::new() })]
}

/// The engine's typing, for plans with unions.
#[derive(Debug)]
struct Unions {
    typing: TypeCoercion,
}

impl AnalyzerRule for Unions {
    fn analyze(&self, plan: LogicalPlan, config: &ConfigOptions) -> Result<LogicalPlan> {
        if unites(&plan)? { self.typing.analyze(plan, config) } else { Ok(plan) }
    }

    fn name(&self) -> &str {
        self.typing.name()
    }
}

fn unites(plan: &LogicalPlan) -> Result<bool> {
    let mut found = false;
    plan.apply_with_subqueries(|node| {
        found |= matches!(node, LogicalPlan::Union(_) | LogicalPlan::RecursiveQuery(_));
        Ok(if found { TreeNodeRecursion::Stop } else { TreeNodeRecursion::Continue })
    })?;
    Ok(found)
}
