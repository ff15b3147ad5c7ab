//! Conditions in PostgreSQL's order: what one of them rules out, the next never sees.
//!
//! Comes in: a physical plan. Goes out: the same plan, where `a AND b` looks at `b` only for the rows that `a` leaves open, if `b` can fail; the engine's own evaluates both sides for all rows of
//! a batch unless most are ruled out. Must never: change an answer that is not an error.

use datafusion::arrow::array::{Array, AsArray, BooleanArray, RecordBatch};
use datafusion::arrow::compute::{and_kleene, or_kleene};
use datafusion::arrow::datatypes::{DataType, Schema};
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::common::{DataFusionError, Result};
use datafusion::logical_expr::{ColumnarValue, Operator};
use datafusion::physical_expr::expressions::{BinaryExpr, CastExpr};
use datafusion::physical_expr::{PhysicalExpr, ScalarFunctionExpr, split_conjunction};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::filter::{FilterExec, FilterExecBuilder};
use datafusion::physical_plan::projection::{ProjectionExec, ProjectionExpr};
use std::fmt;
use std::sync::Arc;

/// The operator with its conditions in order.
pub(super) fn in_order(node: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>> {
    if let Some(filter) = node.downcast_ref::<FilterExec>() {
        let (fallible, safe) = by_danger(filter.predicate());
        let Some(fallible) = in_turn(None, fallible)? else { return Ok(node) };
        // What can't fail stays a filter of its own, from which the operators above know still which columns are equal.
        let input = match all_of(safe) {
            // Batch by batch, so that a LIMIT above ends as soon as it did.
            Some(safe) => {
                Arc::new(FilterExecBuilder::new(safe, Arc::clone(filter.input())).with_batch_size(1).build()?) as _
            }
            None => Arc::clone(filter.input()),
        };
        let filter = FilterExecBuilder::from(filter).with_input(input).with_predicate(fallible);
        return Ok(Arc::new(filter.build()?));
    }
    if let Some(projection) = node.downcast_ref::<ProjectionExec>() {
        let mut changed = false;
        let mut expressions = Vec::with_capacity(projection.expr().len());
        for ProjectionExpr { expr, alias } in projection.expr() {
            let ordered = lazy(Arc::clone(expr))?;
            changed |= ordered.transformed;
            expressions.push(ProjectionExpr { expr: ordered.data, alias: alias.clone() });
        }
        if changed {
            return Ok(Arc::new(ProjectionExec::try_new(expressions, Arc::clone(projection.input()))?));
        }
    }
    Ok(node)
}

/// A condition on rows, of which NULL is as good as false: what can't fail comes first. `None` if it may stay as it is.
pub(super) fn condition(predicate: &Arc<dyn PhysicalExpr>) -> Result<Option<Arc<dyn PhysicalExpr>>> {
    let (fallible, safe) = by_danger(predicate);
    if fallible.is_empty() { Ok(None) } else { in_turn(all_of(safe), fallible) }
}

type Parts<'a> = Vec<&'a Arc<dyn PhysicalExpr>>;

/// The parts of a condition that can fail, and those that can't.
fn by_danger(predicate: &Arc<dyn PhysicalExpr>) -> (Parts<'_>, Parts<'_>) {
    split_conjunction(predicate).into_iter().partition(|part| can_fail(part))
}

fn all_of(parts: Parts<'_>) -> Option<Arc<dyn PhysicalExpr>> {
    let parts = parts.into_iter().cloned();
    parts.reduce(|before, part| Arc::new(BinaryExpr::new(before, Operator::And, part)))
}

/// Each part for the rows that those before it leave.
fn in_turn(before: Option<Arc<dyn PhysicalExpr>>, parts: Parts<'_>) -> Result<Option<Arc<dyn PhysicalExpr>>> {
    let mut all = before;
    for part in parts {
        let part = lazy(Arc::clone(part))?.data;
        all = Some(match all {
            None => part,
            Some(before) => Arc::new(Lazy { left: before, right: part, rule: Rule::Both }),
        });
    }
    Ok(all)
}

/// Each AND and OR in the expression whose right side can fail.
fn lazy(expr: Arc<dyn PhysicalExpr>) -> Result<Transformed<Arc<dyn PhysicalExpr>>> {
    expr.transform_up(|part| {
        let Some(binary) = part.downcast_ref::<BinaryExpr>() else { return Ok(Transformed::no(part)) };
        let rule = match binary.op() {
            Operator::And => Rule::And,
            Operator::Or => Rule::Or,
            _ => return Ok(Transformed::no(part)),
        };
        if !can_fail(binary.right()) {
            return Ok(Transformed::no(part));
        }
        let (left, right) = (Arc::clone(binary.left()), Arc::clone(binary.right()));
        Ok(Transformed::yes(Arc::new(Lazy { left, right, rule }) as _))
    })
}

/// Whether a function or a cast stands anywhere in it. Comparisons can't fail, nor can what is made to compare by.
fn can_fail(expr: &Arc<dyn PhysicalExpr>) -> bool {
    let mut found = false;
    // The closure never fails.
    let _ = expr.apply(|part| {
        let call = part.downcast_ref::<ScalarFunctionExpr>();
        found |= call.is_some_and(|call| !call.name().starts_with("comparison_key"))
            || part.downcast_ref::<CastExpr>().is_some();
        Ok(if found { TreeNodeRecursion::Stop } else { TreeNodeRecursion::Continue })
    });
    found
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Rule {
    /// AND with three values.
    And,
    Or,
    /// AND of two conditions on rows: what is NULL on the left is out.
    Both,
}

/// AND or OR that looks at its right side for the rows that its left side leaves open.
#[derive(Debug, Eq)]
struct Lazy {
    left: Arc<dyn PhysicalExpr>,
    right: Arc<dyn PhysicalExpr>,
    rule: Rule,
}

impl PartialEq for Lazy {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule && self.left.eq(&other.left) && self.right.eq(&other.right)
    }
}

impl std::hash::Hash for Lazy {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.left.hash(state);
        self.right.hash(state);
        self.rule.hash(state);
    }
}

impl fmt::Display for Lazy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.rule == Rule::Or { "OR" } else { "AND" };
        write!(f, "({} {word} {})", self.left, self.right)
    }
}

impl PhysicalExpr for Lazy {
    fn data_type(&self, _schema: &Schema) -> Result<DataType> {
        Ok(DataType::Boolean)
    }

    fn nullable(&self, schema: &Schema) -> Result<bool> {
        Ok(self.left.nullable(schema)? || self.right.nullable(schema)?)
    }

    fn evaluate(&self, batch: &RecordBatch) -> Result<ColumnarValue> {
        let left = self.left.evaluate(batch)?.into_array(batch.num_rows())?;
        let left = truth(&left)?;
        let open: BooleanArray = match self.rule {
            Rule::And => left.iter().map(|value| Some(value != Some(false))).collect(),
            Rule::Or => left.iter().map(|value| Some(value != Some(true))).collect(),
            Rule::Both => left.iter().map(|value| Some(value == Some(true))).collect(),
        };
        if !open.has_true() {
            return Ok(ColumnarValue::Array(Arc::new(left.clone())));
        }
        // Picking the rows out costs a copy of them. Few are picked out at once; of many, only if one of the others fails.
        let few = open.true_count() < batch.num_rows() / 5;
        let whole = if few { None } else { self.right.evaluate(batch).ok() };
        let right = match whole {
            Some(right) => right,
            None => self.right.evaluate_selection(batch, &open)?,
        };
        let right = right.into_array(batch.num_rows())?;
        let right = truth(&right)?;
        let result = if self.rule == Rule::Or { or_kleene(left, right)? } else { and_kleene(left, right)? };
        Ok(ColumnarValue::Array(Arc::new(result)))
    }

    fn children(&self) -> Vec<&Arc<dyn PhysicalExpr>> {
        vec![&self.left, &self.right]
    }

    fn with_new_children(self: Arc<Self>, mut children: Vec<Arc<dyn PhysicalExpr>>) -> Result<Arc<dyn PhysicalExpr>> {
        match (children.pop(), children.pop(), children.is_empty()) {
            (Some(right), Some(left), true) => Ok(Arc::new(Self { left, right, rule: self.rule })),
            _ => Err(DataFusionError::Internal("AND and OR have two sides".to_owned())),
        }
    }

    fn fmt_sql(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn truth(array: &dyn Array) -> Result<&BooleanArray> {
    array.as_boolean_opt().ok_or_else(|| DataFusionError::Internal("a condition is no boolean".to_owned()))
}
