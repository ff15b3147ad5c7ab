//! Where the engine's optimizer takes for true what is not, and so would give other rows, or other orders, than were asked for.
//!
//! Comes in: its rules. Goes out: rules that don't. Must never: be left out; each part names its cause, and goes when the engine's own code is right.
//!
//! - What one side of an outer join has constant (`WHERE kind = 'purchase'`) is NULL in rows that lack this side. The engine keeps it for constant, and drops it from ORDER BY.
//! - A constant among the keys of grouping sets is NULL in the sets that lack it. The engine keeps it for constant.
//! - A constant that rows are partitioned or ordered by is dropped from what a window's input is sorted by, and then missed by the window.
//! - What a window over all rows gives is one value. The engine keeps it for an order, and misses the order above a join.
//! - What a filter compares with a constant (`length(kind) = 8`) is one value. The engine drops it from a sort, and misses it where sorted parts are merged.
//! - An arm of a union that has constants is sorted by less than the others. The engine then misses the order of the whole.
//! - A condition that names no column (`HAVING (SELECT …) > 5`) is moved below an aggregate that gives a row for no rows, which then gives it.
//! - A filter by a constant tells of a column that it has one value exactly, whether a row is left or none, and `count(DISTINCT …)` is answered by it. Tables tell no statistics, so that answering by them is of no use anyway.
//! - Orders that are needed are dropped ([`super::kept_order`]).
//! - Two IN lists over one value become one, as if there were no NULL ([`super::lists_apart`]).
//! - What a filter says of one column is put together as if each comparison had its constant last ([`super::comparisons`]).

use super::comparisons::written_alike;
use super::kept_order;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode, TreeNodeRecursion};
use datafusion::common::{DataFusionError, JoinType, Result, Statistics};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::{Expr, GroupingSet, LogicalPlan, Operator};
use datafusion::optimizer::{ApplyOrder, OptimizerConfig, OptimizerRule};
use datafusion::physical_expr::expressions::{BinaryExpr, Column, Literal};
use datafusion::physical_expr::split_conjunction;
use datafusion::physical_expr::{EquivalenceProperties, PhysicalExpr};
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_optimizer::optimizer::PhysicalOptimizer;
use datafusion::physical_plan::aggregates::AggregateExec;
use datafusion::physical_plan::filter::FilterExec;
use datafusion::physical_plan::joins::{HashJoinExec, NestedLoopJoinExec, SortMergeJoinExec};
use datafusion::physical_plan::union::UnionExec;
use datafusion::physical_plan::windows::{BoundedWindowAggExec, WindowAggExec};
use datafusion::physical_plan::{
    ChildrenPropertiesMode, DisplayAs, DisplayFormatType, ExecutionPlan, ExecutionPlanProperties, PlanProperties,
    ReplaceChildrenOptions, StatisticsArgs, WindowExpr,
};
use std::fmt;
use std::sync::Arc;

/// A logical rule of the engine.
pub(crate) type Rule = Arc<dyn OptimizerRule + Send + Sync>;

/// The engine's logical rules.
pub(super) fn logical(rules: Vec<Rule>) -> Vec<Rule> {
    let careful = |rule: Rule| match rule.name() {
        "push_down_filter" => Around::rule(written_alike(rule), above_aggregates),
        _ => rule,
    };
    rules.into_iter().map(careful).collect()
}

/// The engine's physical rules but the one that answers from statistics, and before them the one that makes outer joins forget.
pub(super) fn physical() -> Vec<Arc<dyn PhysicalOptimizerRule + Send + Sync>> {
    let forget: Arc<dyn PhysicalOptimizerRule + Send + Sync> = Arc::new(Forget);
    let rules = PhysicalOptimizer::new().rules.into_iter().filter(|rule| rule.name() != "aggregate_statistics");
    std::iter::once(forget).chain(kept_order::physical(rules)).collect()
}

/// How a node is rewritten with the engine's rule at hand.
type Rewrite = fn(&Rule, LogicalPlan, &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>>;

/// The engine's rule, by its name and in its order, with something done around it.
#[derive(Debug)]
pub(super) struct Around {
    rule: Rule,
    rewrite: Rewrite,
}

impl Around {
    pub(super) fn rule(rule: Rule, rewrite: Rewrite) -> Rule {
        Arc::new(Self { rule, rewrite })
    }
}

impl OptimizerRule for Around {
    fn name(&self) -> &str {
        self.rule.name()
    }

    fn apply_order(&self) -> Option<ApplyOrder> {
        self.rule.apply_order()
    }

    fn supports_rewrite(&self) -> bool {
        true
    }

    fn rewrite(&self, plan: LogicalPlan, config: &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>> {
        (self.rewrite)(&self.rule, plan, config)
    }
}

/// Filters go down, but through no aggregate that gives a row for no rows.
fn above_aggregates(rule: &Rule, plan: LogicalPlan, config: &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>> {
    match &plan {
        LogicalPlan::Filter(filter) if over_lone_row(&filter.input) => Ok(Transformed::no(plan)),
        _ => rule.rewrite(plan, config),
    }
}

/// Whether below the filters stands an aggregate that gives a row for no rows. Nothing that it groups by could be moved below it: there is nothing, or not in every set.
fn over_lone_row(plan: &LogicalPlan) -> bool {
    match plan {
        LogicalPlan::Filter(filter) => over_lone_row(&filter.input),
        LogicalPlan::Aggregate(aggregate) => match aggregate.group_expr.as_slice() {
            [] => true,
            [Expr::GroupingSet(GroupingSet::GroupingSets(sets))] => sets.iter().any(Vec::is_empty),
            [Expr::GroupingSet(_)] => true,
            _ => false,
        },
        _ => false,
    }
}

/// Puts a [`Forgetful`] on each side of an outer join that a row may lack, below grouping sets, below unions of constants, below windows that go by a constant, and above windows and filters that give one.
#[derive(Debug)]
struct Forget;

impl PhysicalOptimizerRule for Forget {
    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _config: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        plan.transform_up(|node| {
            let forgotten = forgotten_inputs(node.as_ref());
            let is_one_value = gives_one_value(node.as_ref()) || keeps_an_expression_constant(node.as_ref());
            if !is_one_value && !forgotten.contains(&true) {
                return Ok(Transformed::no(node));
            }
            let inputs = node.children().into_iter().zip(forgotten);
            let inputs = inputs.map(|(input, forgotten)| if forgotten { forgetful(input) } else { Arc::clone(input) });
            let inputs = inputs.collect();
            let recompute = ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute);
            let node = node.replace_children(inputs, recompute)?;
            Ok(Transformed::yes(if is_one_value { forgetful(&node) } else { node }))
        })
        .data()
    }

    fn name(&self) -> &'static str {
        "forget"
    }

    fn schema_check(&self) -> bool {
        true
    }
}

/// For each input of a node, whether what it tells of itself has to be forgotten.
fn forgotten_inputs(node: &dyn ExecutionPlan) -> Vec<bool> {
    if let Some((left, right)) = join_type(node).map(may_lack) {
        return vec![left, right];
    }
    let all = grouped_in_sets(node) || unites_constants(node) || windowed_by_constants(node);
    vec![all; node.children().len()]
}

fn grouped_in_sets(node: &dyn ExecutionPlan) -> bool {
    node.downcast_ref::<AggregateExec>().is_some_and(|aggregate| !aggregate.group_expr().is_single())
}

/// The window calls of a node, and what they are over.
type Windows<'a> = (&'a [Arc<dyn WindowExpr>], &'a Arc<dyn ExecutionPlan>);

fn windows_of(node: &dyn ExecutionPlan) -> Option<Windows<'_>> {
    let whole = node.downcast_ref::<WindowAggExec>().map(|window| (window.window_expr(), window.input()));
    whole.or_else(|| node.downcast_ref::<BoundedWindowAggExec>().map(|window| (window.window_expr(), window.input())))
}

/// A union, one of whose arms has a column that is constant in it.
fn unites_constants(node: &dyn ExecutionPlan) -> bool {
    node.is::<UnionExec>() && node.children().iter().any(|arm| !arm.equivalence_properties().constants().is_empty())
}

/// Whether it is a filter that keeps an expression constant (`length(kind) = 8`): the engine drops a column that is this expression from a sort, and misses it where sorted parts are merged.
fn keeps_an_expression_constant(node: &dyn ExecutionPlan) -> bool {
    let is_expression = |side: &Arc<dyn PhysicalExpr>| !side.is::<Column>() && !side.is::<Literal>();
    node.downcast_ref::<FilterExec>().is_some_and(|filter| {
        split_conjunction(filter.predicate()).into_iter().any(|part| {
            part.downcast_ref::<BinaryExpr>().is_some_and(|compared| {
                *compared.op() == Operator::Eq && (is_expression(compared.left()) || is_expression(compared.right()))
            })
        })
    })
}

/// Whether one of its windows is over all rows, so that its value is one for all of them: the engine takes it for an order, which a join above does not keep.
fn gives_one_value(node: &dyn ExecutionPlan) -> bool {
    windows_of(node).is_some_and(|(windows, _)| {
        windows.iter().any(|window| {
            let frame = window.get_window_frame();
            window.partition_by().is_empty() && frame.start_bound.is_unbounded() && frame.end_bound.is_unbounded()
        })
    })
}

fn windowed_by_constants(node: &dyn ExecutionPlan) -> bool {
    let Some((windows, input)) = windows_of(node) else { return false };
    let known = input.equivalence_properties();
    let mut keys = windows.iter().flat_map(|window| {
        let ordered = window.order_by().iter().map(|key| &key.expr);
        window.partition_by().iter().chain(ordered)
    });
    keys.any(|key| known.is_expr_constant(key).is_some())
}

fn join_type(node: &dyn ExecutionPlan) -> Option<JoinType> {
    node.downcast_ref::<HashJoinExec>()
        .map(|join| *join.join_type())
        .or_else(|| node.downcast_ref::<NestedLoopJoinExec>().map(|join| *join.join_type()))
        .or_else(|| node.downcast_ref::<SortMergeJoinExec>().map(SortMergeJoinExec::join_type))
}

/// Whether a row may lack the left side, and the right one.
fn may_lack(kind: JoinType) -> (bool, bool) {
    match kind {
        JoinType::Left => (false, true),
        JoinType::Right => (true, false),
        JoinType::Full => (true, true),
        JoinType::Inner
        | JoinType::LeftSemi
        | JoinType::RightSemi
        | JoinType::LeftAnti
        | JoinType::RightAnti
        | JoinType::LeftMark
        | JoinType::RightMark => (false, false),
    }
}

pub(super) fn forgetful(inner: &Arc<dyn ExecutionPlan>) -> Arc<dyn ExecutionPlan> {
    let known = inner.properties();
    let properties = PlanProperties::new(
        EquivalenceProperties::new(inner.schema()),
        known.partitioning.clone(),
        known.emission_type,
        known.boundedness,
    );
    Arc::new(Forgetful { inner: Arc::clone(inner), properties: Arc::new(properties) })
}

/// An input of which nothing is told but its columns: no constant, no order.
#[derive(Debug)]
pub(super) struct Forgetful {
    inner: Arc<dyn ExecutionPlan>,
    properties: Arc<PlanProperties>,
}

impl DisplayAs for Forgetful {
    fn fmt_as(&self, _format: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Forgetful")
    }
}

impl ExecutionPlan for Forgetful {
    fn name(&self) -> &'static str {
        "Forgetful"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
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

    fn benefits_from_input_partitioning(&self) -> Vec<bool> {
        vec![false]
    }

    fn replace_children(
        self: Arc<Self>,
        mut children: Vec<Arc<dyn ExecutionPlan>>,
        _options: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        match (children.pop(), children.pop()) {
            (Some(inner), None) => Ok(forgetful(&inner)),
            _ => Err(DataFusionError::Internal("a forgetful input has one child".to_owned())),
        }
    }

    fn with_new_children(self: Arc<Self>, children: Vec<Arc<dyn ExecutionPlan>>) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        self.inner.execute(partition, context)
    }

    fn statistics_from_inputs(&self, inputs: &[Arc<Statistics>], _args: &StatisticsArgs) -> Result<Arc<Statistics>> {
        Ok(inputs.first().map_or_else(|| Arc::new(Statistics::new_unknown(&self.inner.schema())), Arc::clone))
    }
}
