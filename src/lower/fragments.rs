//! Which parts of a plan a warehouse runs.
//!
//! Comes in: a governed plan. Goes out: one statement for all of it, or the plan with its largest parts that one warehouse can run replaced by leaves. Must never: run a part in two places, or change the order of a
//! result.

use super::{Local, lower, lower_open};
use crate::error::{SqlError, SqlResult};
use crate::plan::governed::GovernedRelation;
use crate::types::PgType;
use crate::warehouse::Warehouse;
use crate::warehouse::remote::RemoteExec;
use crate::window::Governed;
use async_trait::async_trait;
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::catalog::{Session, TableProvider};
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::common::{Column, Result as DataFusionResult};
use datafusion::datasource::{provider_as_source, source_as_provider};
use datafusion::logical_expr::{Expr, Limit, LogicalPlan, LogicalPlanBuilder, Projection, TableType, lit};
use datafusion::optimizer::optimize_projections::OptimizeProjections;
use datafusion::optimizer::{Optimizer, OptimizerContext};
use datafusion::physical_plan::ExecutionPlan;
use std::fmt;
use std::sync::Arc;

/// A plan, cut.
#[derive(Debug)]
pub enum Cut {
    /// No warehouse that takes statements is in it.
    Untouched,
    /// One statement is all of it. `plan` is what it was written from, with unused columns left out.
    Whole { statement: Arc<RemoteExec>, plan: LogicalPlan },
    /// Statements are leaves of it. `before` is the plan before it was cut, with unused columns left out.
    Parts { plan: LogicalPlan, before: LogicalPlan, why: String },
}

/// Cuts a plan whose columns have these types.
///
/// # Errors
/// XX000 if gate 3 does not let a statement pass.
pub fn cut(plan: &LogicalPlan, scans: &[GovernedRelation], types: &[PgType]) -> SqlResult<Cut> {
    let Some(remote) = scans.iter().find(|scan| scan.warehouse().remote().is_some()) else {
        return Ok(Cut::Untouched);
    };
    let pruned = pruned(plan)?;
    match lower(&pruned, types) {
        Ok(lowered) => {
            let (sealed, types) = lowered.seal()?;
            let statement = RemoteExec::new(Arc::clone(remote.warehouse()), sealed, types, nullable(&pruned))?;
            Ok(Cut::Whole { statement: Arc::new(statement), plan: pruned })
        }
        Err(Local(why)) => {
            let plan = parts(pruned.clone())?;
            Ok(Cut::Parts { plan, before: pruned, why })
        }
    }
}

/// One statement for all of a plan, with parameters of these types and the sides of its windows left open, and the plan that it was written from; nothing if it can't be one.
///
/// # Errors
/// XX000 if gate 3 does not let it pass.
pub fn whole(governed: &Governed, parameters: &[PgType]) -> SqlResult<Option<(RemoteExec, LogicalPlan)>> {
    let Some(remote) = governed.scans().first() else { return Ok(None) };
    let pruned = pruned(governed.plan())?;
    match lower_open(&pruned, governed.types(), parameters) {
        Ok(lowered) => {
            let (sealed, types) = lowered.seal()?;
            let exec = RemoteExec::new(Arc::clone(remote.warehouse()), sealed, types, nullable(&pruned))?;
            Ok(Some((exec, pruned)))
        }
        Err(Local(_)) => Ok(None),
    }
}

/// Nothing stands above that would count on a column without NULLs.
fn nullable(plan: &LogicalPlan) -> SchemaRef {
    let fields = fields(plan).into_iter().map(|field| field.with_nullable(true));
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// The plan without the columns that nothing uses: the one rule of the engine that may act before a plan is lowered. It knows nothing of what a sub-select refers to around it, so such a plan stays as it is.
fn pruned(plan: &LogicalPlan) -> SqlResult<LogicalPlan> {
    let mut correlated = false;
    plan.apply_with_subqueries(|node| {
        node.apply_expressions(|expr| {
            correlated |= expr.exists(|expr| Ok(matches!(expr, Expr::OuterReferenceColumn(..))))?;
            Ok(TreeNodeRecursion::Continue)
        })
    })?;
    if correlated {
        return Ok(plan.clone());
    }
    let optimizer = Optimizer::with_rules(vec![Arc::new(OptimizeProjections::new())]);
    let context = OptimizerContext::new().with_max_passes(1).with_skip_failing_rules(false);
    Ok(optimizer.optimize(plan.clone(), &context, |_, _| {})?)
}

/// One field for each column, by its place.
fn fields(plan: &LogicalPlan) -> Vec<Field> {
    let fields = plan.schema().fields().iter().enumerate();
    fields
        .map(|(index, field)| Field::new(format!("c{index}"), field.data_type().clone(), field.is_nullable()))
        .collect()
}

/// Replaces the largest parts that can be lowered, from the top.
fn parts(plan: LogicalPlan) -> SqlResult<LogicalPlan> {
    let cut = plan.transform_down_with_subqueries(|node| {
        if !is_worth_it(&node) {
            return Ok(Transformed::no(node));
        }
        match lower(&node, &[]) {
            Ok(_) => {
                let replaced = leaf(node).map_err(SqlError::into_datafusion)?;
                Ok(Transformed::new(replaced, true, TreeNodeRecursion::Jump))
            }
            Err(_) => Ok(Transformed::no(node)),
        }
    })?;
    Ok(cut.data)
}

/// Whether a part does more than a scan does by itself.
fn is_worth_it(plan: &LogicalPlan) -> bool {
    let works = |node: &LogicalPlan| !matches!(node, LogicalPlan::Projection(_) | LogicalPlan::TableScan(_));
    let reads = |node: &LogicalPlan| matches!(node, LogicalPlan::TableScan(_));
    works(plan) && plan.exists(|node| Ok(reads(node))).unwrap_or(false)
}

/// A part as a leaf, under the names that the nodes above know.
fn leaf(part: LogicalPlan) -> SqlResult<LogicalPlan> {
    let outputs: Vec<Column> = part.schema().columns();
    let fragment = Arc::new(Fragment { schema: Arc::new(Schema::new(fields(&part))), part });
    let scan = LogicalPlanBuilder::scan("fragment", provider_as_source(fragment), None)?.build()?;
    let names = outputs
        .into_iter()
        .enumerate()
        .map(|(index, output)| {
            let own = Expr::Column(Column::new(Some("fragment"), format!("c{index}")));
            own.alias_qualified(output.relation, output.name)
        })
        .collect();
    Ok(LogicalPlan::Projection(Projection::try_new(names, Arc::new(scan))?))
}

/// Whether a node is a part that a warehouse runs.
#[must_use]
pub fn is_fragment(plan: &LogicalPlan) -> bool {
    let LogicalPlan::TableScan(scan) = plan else { return false };
    source_as_provider(&scan.source).is_ok_and(|provider| provider.as_ref().downcast_ref::<Fragment>().is_some())
}

/// A part of a plan as the engine scans it.
struct Fragment {
    part: LogicalPlan,
    schema: SchemaRef,
}

impl fmt::Debug for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fragment")
    }
}

impl Fragment {
    fn statement(&self, projection: Option<&Vec<usize>>, limit: Option<usize>) -> SqlResult<RemoteExec> {
        let mut plan = self.part.clone();
        let warehouse = warehouse_of(&plan)?;
        let mut schema = Arc::clone(&self.schema);
        if let Some(indices) = projection {
            let columns = plan.schema().columns();
            let kept = indices.iter().filter_map(|index| columns.get(*index)).cloned().map(Expr::Column).collect();
            plan = LogicalPlan::Projection(Projection::try_new(kept, Arc::new(plan))?);
            schema = Arc::new(schema.project(indices).map_err(SqlError::internal)?);
        }
        if let Some(limit) = limit {
            let fetch = lit(i64::try_from(limit).unwrap_or(i64::MAX));
            plan = LogicalPlan::Limit(Limit { skip: None, fetch: Some(Box::new(fetch)), input: Arc::new(plan) });
        }
        let lowered = lower(&plan, &[]).map_err(|Local(why)| SqlError::internal(why))?;
        let (sealed, types) = lowered.seal()?;
        RemoteExec::new(warehouse, sealed, types, schema)
    }
}

/// The one warehouse that a part reads.
fn warehouse_of(plan: &LogicalPlan) -> SqlResult<Arc<dyn Warehouse>> {
    let mut found = None;
    plan.apply_with_subqueries(|node| {
        if let LogicalPlan::TableScan(scan) = node
            && let Some(relation) = GovernedRelation::of_source(&scan.source)
        {
            found = Some(Arc::clone(relation.warehouse()));
            return Ok(TreeNodeRecursion::Stop);
        }
        Ok(TreeNodeRecursion::Continue)
    })?;
    found.ok_or_else(|| SqlError::internal("a fragment that reads nothing"))
}

#[async_trait]
impl TableProvider for Fragment {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    fn table_type(&self) -> TableType {
        TableType::View
    }

    async fn scan(
        &self,
        _session: &dyn Session,
        projection: Option<&Vec<usize>>,
        _filters: &[Expr],
        limit: Option<usize>,
    ) -> DataFusionResult<Arc<dyn ExecutionPlan>> {
        Ok(Arc::new(self.statement(projection, limit).map_err(SqlError::into_datafusion)?))
    }
}
