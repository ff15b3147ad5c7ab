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
use datafusion::physical_plan::sorts::sort::SortExec;
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
    let mut is_demanded = false;
    for rule in rules {
        let name = rule.name().to_owned();
        match name.as_str() {
            "OutputRequirements" if !is_demanded => {
                is_demanded = true;
                all.extend([rule, Arc::new(Rewrite { name: "demanded_order", rewrite: demanded })]);
            }
            "EnsureRequirements" => all.push(Arc::new(OneStream(rule))),
            "SanityCheckPlan" => all.extend([Arc::new(Rewrite { name: "restored_order", rewrite: restored }), rule]),
            _ => all.push(rule),
        }
    }
    all
}

/// What is done with each node, from below.
#[derive(Debug)]
struct Rewrite {
    name: &'static str,
    rewrite: fn(Plan) -> Result<Transformed<Plan>>,
}

impl PhysicalOptimizerRule for Rewrite {
    fn optimize(&self, plan: Plan, _config: &ConfigOptions) -> Result<Plan> {
        plan.transform_up(self.rewrite).data()
    }

    fn name(&self) -> &str {
        self.name
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
        // A sort that stops after so many rows itself is never dropped.
        return sort_of(limit.input()).is_some_and(|sort| sort.fetch().is_none());
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
        || node.is::<Forgetful>()
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
    // No order that is asked for above may take the place of this one: it is put on above.
    Ok(Transformed::yes(forgetful(&replaced(node, vec![input])?.data)))
}

/// The plan with its sort asked for by name; `None` if there is none, or it was asked for before.
fn demanding(plan: &Plan) -> Result<Option<Plan>> {
    if let Some(sort) = plan.downcast_ref::<SortExec>() {
        let order = Some(OrderingRequirements::from(sort.expr().clone()));
        let demand = OutputRequirementExec::new(Arc::clone(plan), order, Distribution::SinglePartition, sort.fetch());
        return Ok(Some(Arc::new(demand)));
    }
    match (passes_rows_on(plan.as_ref()), &plan.children()[..]) {
        (true, [input]) => match demanding(input)? {
            Some(input) => Ok(Some(replaced(Arc::clone(plan), vec![input])?.data)),
            None => Ok(None),
        },
        _ => Ok(None),
    }
}

/// The sort whose order the rows have.
fn sort_of(plan: &Plan) -> Option<&SortExec> {
    if let Some(sort) = plan.downcast_ref::<SortExec>() {
        return Some(sort);
    }
    match plan.children()[..] {
        [input] if passes_rows_on(plan.as_ref()) || plan.is::<OutputRequirementExec>() => sort_of(input),
        _ => None,
    }
}

/// Whether the statement's own rows are those of a sort below a filter.
fn filters_in_order(plan: &Plan) -> bool {
    match plan.children()[..] {
        [input] if plan.is::<FilterExec>() => demands(input),
        [input] if passes_rows_on(plan.as_ref()) => filters_in_order(input),
        _ => false,
    }
}

/// Whether a sort below is asked for by name.
fn demands(plan: &Plan) -> bool {
    plan.is::<OutputRequirementExec>() || passes_rows_on(plan.as_ref()) && plan.children().into_iter().any(demands)
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
