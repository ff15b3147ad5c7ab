//! Orders that the engine's rules lose on their way through a plan.
//!
//! Comes in: a physical plan, before its rules and after them. Goes out: the same plan with its orders. Must never: be left out; each part names its cause, and goes when the engine's own code is right.
//!
//! - What goes by the order of its rows without saying so (OFFSET without LIMIT, LIMIT above a filter, `array_agg(x)` and `row_number() OVER ()` over a sub-select that is sorted) asks for none, so that the sort below it is dropped, or
//!   the sorted rows are given to several threads, or the order of what stands above takes its place. PostgreSQL carries out the sort, and its manual tells people to rely on it: [`demanded`], and [`OneStream`].
//! - A column that is constant somewhere below is dropped from a sort there, and missed above a join, or where sorted parts are merged. The plan is refused in the end: [`restored`].

use super::careful::{Forgetful, forgetful};
use crate::functions::PgAggregate;
use datafusion::common::Result;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode};
use datafusion::physical_expr::{Distribution, LexOrdering, OrderingRequirements};
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_optimizer::output_requirements::OutputRequirementExec;
use datafusion::physical_plan::aggregates::AggregateExec;
use datafusion::physical_plan::filter::FilterExec;
use datafusion::physical_plan::limit::{GlobalLimitExec, LocalLimitExec};
use datafusion::physical_plan::projection::ProjectionExec;
use datafusion::physical_plan::scalar_subquery::ScalarSubqueryExec;
use datafusion::physical_plan::sorts::sort::SortExec;
use datafusion::physical_plan::unnest::UnnestExec;
use datafusion::physical_plan::windows::{BoundedWindowAggExec, WindowAggExec};
use datafusion::physical_plan::{
    ChildrenPropertiesMode, ExecutionPlan, ExecutionPlanProperties, ReplaceChildrenOptions, WindowExpr,
};
use std::sync::Arc;

type Plan = Arc<dyn ExecutionPlan>;
type Rule = Arc<dyn PhysicalOptimizerRule + Send + Sync>;

/// The engine's rules, and among them those that keep orders.
pub(super) fn physical(rules: impl IntoIterator<Item = Rule>) -> Vec<Rule> {
    let mut all: Vec<Rule> = Vec::new();
    for rule in rules {
        match rule.name() {
            // The first of two adds what the statement itself asks for, the second takes all of it away.
            "OutputRequirements" if all.iter().all(|rule| rule.name() != rule_names::DEMAND) => {
                all.extend([rule, Arc::new(Demand) as _]);
            }
            "EnsureRequirements" => all.push(Arc::new(OneStream(rule))),
            "SanityCheckPlan" => all.extend([Arc::new(Restore) as _, rule]),
            _ => all.push(rule),
        }
    }
    all
}

mod rule_names {
    pub(super) const DEMAND: &str = "demanded_order";
    pub(super) const RESTORE: &str = "restored_order";
}

#[derive(Debug)]
struct Demand;

impl PhysicalOptimizerRule for Demand {
    fn optimize(&self, plan: Plan, _config: &ConfigOptions) -> Result<Plan> {
        let plan = plan.transform_up(demanded).data()?;
        let all = if filters_in_order(&plan) { demanding(&plan)? } else { None };
        Ok(all.unwrap_or(plan))
    }

    fn name(&self) -> &str {
        rule_names::DEMAND
    }

    fn schema_check(&self) -> bool {
        true
    }
}

#[derive(Debug)]
struct Restore;

impl PhysicalOptimizerRule for Restore {
    fn optimize(&self, plan: Plan, _config: &ConfigOptions) -> Result<Plan> {
        plan.transform_up(restored).data()
    }

    fn name(&self) -> &str {
        rule_names::RESTORE
    }

    fn schema_check(&self) -> bool {
        true
    }
}

/// The engine's rule, which gives out no rows to threads in turn where something goes by their order.
#[derive(Debug)]
struct OneStream(Rule);

impl PhysicalOptimizerRule for OneStream {
    fn optimize(&self, plan: Plan, config: &ConfigOptions) -> Result<Plan> {
        let is_demanded = filters_in_order(&plan)
            || plan.exists(|node| Ok(goes_by_rows(node.as_ref()) && node.children().into_iter().any(demands)))?;
        if !is_demanded {
            return self.0.optimize(plan, config);
        }
        let mut config = config.clone();
        config.optimizer.enable_round_robin_repartition = false;
        self.0.optimize(plan, &config)
    }

    fn name(&self) -> &str {
        self.0.name()
    }

    fn schema_check(&self) -> bool {
        self.0.schema_check()
    }
}

/// Whether what a node gives depends on the order in which its input's rows come, of which it says nothing.
fn goes_by_rows(node: &dyn ExecutionPlan) -> bool {
    if let Some(limit) = node.downcast_ref::<GlobalLimitExec>() {
        let has_order = limit.skip() == 0 || limit.input().output_ordering().is_some();
        return sort_of(limit.input()).is_some() && !(has_order && stops_by_itself(limit.input()));
    }
    if let Some(aggregate) = node.downcast_ref::<AggregateExec>() {
        let mut calls = aggregate.aggr_expr().iter();
        return calls
            .any(|call| call.fun().inner().downcast_ref::<PgAggregate>().is_some_and(PgAggregate::goes_by_rows));
    }
    let over_rows = |windows: &[Arc<dyn WindowExpr>]| {
        windows.iter().any(|window| window.partition_by().is_empty() && window.order_by().is_empty())
    };
    node.downcast_ref::<WindowAggExec>().is_some_and(|window| over_rows(window.window_expr()))
        || node.downcast_ref::<BoundedWindowAggExec>().is_some_and(|window| over_rows(window.window_expr()))
}

/// Whether the rows come out as they went in, less some of them.
fn passes_rows_on(node: &dyn ExecutionPlan) -> bool {
    node.is::<ProjectionExec>()
        || node.is::<FilterExec>()
        || node.is::<GlobalLimitExec>()
        || node.is::<LocalLimitExec>()
        || node.is::<WindowAggExec>()
        || node.is::<BoundedWindowAggExec>()
        || node.is::<UnnestExec>()
        || node.is::<Forgetful>()
        || node.is::<ScalarSubqueryExec>()
        || node.is::<OutputRequirementExec>()
}

/// The input whose rows a node passes on. The others of a node with constant sub-selects are those.
fn passed_on(plan: &Plan) -> Option<&Plan> {
    if passes_rows_on(plan.as_ref()) { plan.children().into_iter().next() } else { None }
}

/// Whether nothing but projections stands above a sort that ends after so many rows: the engine never drops it, and knows what it is for.
fn stops_by_itself(plan: &Plan) -> bool {
    if let Some(sort) = plan.downcast_ref::<SortExec>() {
        return sort.fetch().is_some();
    }
    let is_plain = plan.is::<ProjectionExec>() || plan.is::<GlobalLimitExec>() || plan.is::<LocalLimitExec>();
    is_plain && plan.children().into_iter().all(stops_by_itself)
}

/// What goes by its rows has them in the order that a sort below gives them.
fn demanded(node: Plan) -> Result<Transformed<Plan>> {
    if !goes_by_rows(node.as_ref()) {
        return Ok(Transformed::no(node));
    }
    let [input] = node.children()[..] else { return Ok(Transformed::no(node)) };
    let input = match demanding(input)? {
        Some(input) => input,
        None if demands(input) => Arc::clone(input),
        None => return Ok(Transformed::no(node)),
    };
    let node = replaced(node, vec![input])?;
    if node.data.is::<AggregateExec>() {
        return Ok(node);
    }
    // No order that is asked for above may take the place of this one: it is put on above.
    Ok(Transformed::yes(forgetful(&node.data)))
}

/// The plan with its sort asked for by name; `None` if there is none, or it was asked for before.
fn demanding(plan: &Plan) -> Result<Option<Plan>> {
    if let Some(sort) = plan.downcast_ref::<SortExec>() {
        let order = Some(OrderingRequirements::from(sort.expr().clone()));
        let demand = OutputRequirementExec::new(Arc::clone(plan), order, Distribution::SinglePartition, sort.fetch());
        return Ok(Some(Arc::new(demand)));
    }
    if asks(plan) {
        return Ok(None);
    }
    let Some(input) = passed_on(plan) else { return Ok(None) };
    let Some(input) = demanding(input)? else { return Ok(None) };
    let others = plan.children().into_iter().skip(1).map(Arc::clone);
    Ok(Some(replaced(Arc::clone(plan), std::iter::once(input).chain(others).collect())?.data))
}

/// Whether the node is one by which an order is asked for.
fn asks(plan: &Plan) -> bool {
    plan.is::<OutputRequirementExec>() && plan.required_input_ordering().iter().any(Option::is_some)
}

/// The sort whose order the rows have.
fn sort_of(plan: &Plan) -> Option<&SortExec> {
    plan.downcast_ref::<SortExec>().or_else(|| passed_on(plan).and_then(sort_of))
}

/// Whether the statement's own rows are those of a sort below a filter.
fn filters_in_order(plan: &Plan) -> bool {
    match passed_on(plan) {
        Some(input) if plan.is::<FilterExec>() => sort_of(input).is_some(),
        Some(input) => filters_in_order(input),
        None => false,
    }
}

/// Whether a sort below is asked for by name.
fn demands(plan: &Plan) -> bool {
    asks(plan) || passed_on(plan).is_some_and(demands)
}

/// A sort above each input that has not the order that its node goes by.
fn restored(node: Plan) -> Result<Transformed<Plan>> {
    let mut is_changed = false;
    let mut inputs: Vec<Plan> = Vec::new();
    for (input, required) in node.children().into_iter().zip(node.required_input_ordering()) {
        let missing = match required.map(OrderingRequirements::into_single) {
            Some(order) if !input.equivalence_properties().ordering_satisfy_requirement(order.clone())? => Some(order),
            Some(_) | None => None,
        };
        inputs.push(match missing {
            Some(order) => {
                is_changed = true;
                let is_in_parts = input.output_partitioning().partition_count() > 1;
                let sort = SortExec::new(LexOrdering::from(order), Arc::clone(input));
                Arc::new(sort.with_preserve_partitioning(is_in_parts))
            }
            None => Arc::clone(input),
        });
    }
    if is_changed { replaced(node, inputs) } else { Ok(Transformed::no(node)) }
}

fn replaced(node: Plan, inputs: Vec<Plan>) -> Result<Transformed<Plan>> {
    let recompute = ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute);
    Ok(Transformed::yes(node.replace_children(inputs, recompute)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::physical_optimizer::optimizer::PhysicalOptimizer;

    #[test]
    fn each_rule_stands_where_the_engine_has_its_own() {
        let rules = physical(PhysicalOptimizer::new().rules);
        let place = |name: &str| rules.iter().position(|rule| rule.name() == name).unwrap();
        assert_eq!(rules.len(), PhysicalOptimizer::new().rules.len() + 2);
        assert_eq!(place(rule_names::DEMAND), place("OutputRequirements") + 1);
        assert_eq!(place(rule_names::RESTORE) + 1, place("SanityCheckPlan"));
        assert!(format!("{:?}", rules[place("EnsureRequirements")]).starts_with("OneStream"));
    }
}
