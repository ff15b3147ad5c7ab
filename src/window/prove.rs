//! The prover: which bounds a plan's own predicates put on each of its scans.
//!
//! Comes in: a plan whose governed leaves are numbered. Goes out: for each number the bounds of the predicates that the engine's filter pushdown moves down to that leaf. It moves only what it
//! may soundly move (not past an outer join's preserved side, a limit, a volatile predicate), so what arrives bounds the scan and nothing else does. Must never: change the plan that is executed.

use super::bounds::Bounds;
use super::constants::Constants;
use super::predicate;
use crate::error::SqlResult;
use crate::plan::deadline;
use crate::plan::governed::GovernedRelation;
use crate::warehouse::balance::simplified;
use crate::warehouse::comparisons::written_alike;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::Result;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNodeRecursion, TreeNodeVisitor};
use datafusion::logical_expr::{Expr, FetchType, LogicalPlan, TableProviderFilterPushDown, TableSource};
use datafusion::optimizer::extract_equijoin_predicate::ExtractEquijoinPredicate;
use datafusion::optimizer::push_down_filter::PushDownFilter;
use datafusion::optimizer::simplify_expressions::SimplifyExpressions;
use datafusion::optimizer::{Optimizer, OptimizerContext, OptimizerRule};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How often the rules run: simplifying may free a filter that was stuck.
const PASSES: u8 = 3;

/// The bounds on each scan; a scan that is not in the answer was found to read nothing that matters.
pub(super) fn bounds_of_scans(plan: &LogicalPlan) -> SqlResult<BTreeMap<usize, Bounds>> {
    let copy = with_sources(plan.clone(), |relation| Arc::new(Leaf { relation }))?;
    let rules: [Arc<dyn OptimizerRule + Send + Sync>; 4] = [
        simplified(Arc::new(SimplifyExpressions::new())),
        // What bounds one key of a join bounds the other, as far as the join's kind lets it.
        Arc::new(ExtractEquijoinPredicate::new()),
        Arc::new(Constants),
        written_alike(Arc::new(PushDownFilter::new())),
    ];
    let optimizer = Optimizer::with_rules(deadline::between(rules));
    let config = OptimizerContext::new().with_max_passes(PASSES).with_skip_failing_rules(false);
    let proof = optimizer.optimize(copy, &config, |_, _| {})?;
    let mut scans = Scans::default();
    proof.visit_with_subqueries(&mut scans)?;
    Ok(scans.found)
}

/// Gathers what the filters at each leaf leave of it.
#[derive(Default)]
struct Scans {
    found: BTreeMap<usize, Bounds>,
    /// How many of the nodes above give no row: what is read below makes no difference.
    limits_of_nothing: usize,
}

impl<'n> TreeNodeVisitor<'n> for Scans {
    type Node = LogicalPlan;

    fn f_down(&mut self, node: &'n LogicalPlan) -> Result<TreeNodeRecursion> {
        self.limits_of_nothing += usize::from(gives_nothing(node));
        if let LogicalPlan::TableScan(scan) = node
            && let Some(leaf) = scan.source.as_ref().downcast_ref::<Leaf>()
            && let Some(columns) = leaf.relation.partition()
        {
            let bounds = match self.limits_of_nothing {
                0 => predicate::conjunction(&scan.filters, columns),
                _ => Bounds::NOTHING,
            };
            let all = self.found.entry(leaf.relation.scan_number()).or_insert(bounds);
            // A leaf that the engine made two of reads what either reads.
            *all = all.hull(bounds);
        }
        Ok(TreeNodeRecursion::Continue)
    }

    fn f_up(&mut self, node: &'n LogicalPlan) -> Result<TreeNodeRecursion> {
        self.limits_of_nothing -= usize::from(gives_nothing(node));
        Ok(TreeNodeRecursion::Continue)
    }
}

/// `LIMIT 0`, by which clients ask for the columns alone.
fn gives_nothing(node: &LogicalPlan) -> bool {
    matches!(node, LogicalPlan::Limit(limit) if matches!(limit.get_fetch_type(), Ok(FetchType::Literal(Some(0)))))
}

/// The same plan with every governed leaf replaced.
pub(super) fn with_sources(
    plan: LogicalPlan,
    mut source: impl FnMut(GovernedRelation) -> Arc<dyn TableSource>,
) -> SqlResult<LogicalPlan> {
    let replaced = plan.transform_up_with_subqueries(|node| match node {
        LogicalPlan::TableScan(mut scan) => match GovernedRelation::of_source(&scan.source) {
            Some(relation) => {
                scan.source = source(relation);
                Ok(Transformed::yes(LogicalPlan::TableScan(scan)))
            }
            None => Ok(Transformed::no(LogicalPlan::TableScan(scan))),
        },
        other => Ok(Transformed::no(other)),
    });
    Ok(replaced.data()?)
}

/// A leaf that takes every filter it is offered, and keeps them all above as well.
#[derive(Debug)]
struct Leaf {
    relation: GovernedRelation,
}

impl TableSource for Leaf {
    fn schema(&self) -> SchemaRef {
        datafusion::catalog::TableProvider::schema(&self.relation)
    }

    fn supports_filters_pushdown(&self, filters: &[&Expr]) -> Result<Vec<TableProviderFilterPushDown>> {
        Ok(vec![TableProviderFilterPushDown::Inexact; filters.len()])
    }
}
