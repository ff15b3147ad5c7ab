//! Long conditions as balanced trees.
//!
//! Comes in: a plan that can be run. Goes out: the same, with conditions that no batch takes the square of their terms to evaluate. Must never: reorder the terms.
//!
//! The engine takes conditions apart and puts them together as a chain, and each link of it asks for the type of all before it, for each batch: 4,900 terms took seconds.

use datafusion::common::Result;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode};
use datafusion::logical_expr::Operator;
use datafusion::physical_expr::expressions::BinaryExpr;
use datafusion::physical_expr::{PhysicalExpr, split_conjunction};
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::filter::{FilterExec, FilterExecBuilder};
use std::sync::Arc;

/// Terms from which a chain costs more than its terms do.
const LONG: usize = 256;

/// The rule that balances; after all others, since they would make chains again.
#[derive(Debug)]
pub(super) struct Balance;

impl PhysicalOptimizerRule for Balance {
    fn name(&self) -> &'static str {
        "balance"
    }

    fn schema_check(&self) -> bool {
        true
    }

    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _config: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        let balanced = plan.transform_up(|node| {
            let Some(filter) = node.downcast_ref::<FilterExec>() else { return Ok(Transformed::no(node)) };
            let terms = split_conjunction(filter.predicate());
            let tree = if terms.len() < LONG { None } else { conjunction(&terms) };
            let Some(predicate) = tree else { return Ok(Transformed::no(node)) };
            let filter = FilterExecBuilder::from(filter).with_predicate(predicate).build()?;
            Ok(Transformed::yes(Arc::new(filter) as _))
        });
        balanced.data()
    }
}

fn conjunction(terms: &[&Arc<dyn PhysicalExpr>]) -> Option<Arc<dyn PhysicalExpr>> {
    match terms {
        [] => None,
        [one] => Some(Arc::clone(one)),
        _ => {
            let (left, right) = terms.split_at(terms.len().div_ceil(2));
            Some(Arc::new(BinaryExpr::new(conjunction(left)?, Operator::And, conjunction(right)?)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::arrow::datatypes::{DataType, Field, Schema};
    use datafusion::common::tree_node::TreeNodeRecursion;
    use datafusion::physical_expr::conjunction as chain;
    use datafusion::physical_expr::expressions::{binary, col, lit};
    use datafusion::physical_plan::empty::EmptyExec;

    fn filter(terms: i64) -> Arc<dyn ExecutionPlan> {
        let schema = Arc::new(Schema::new(vec![Field::new("n", DataType::Int64, true)]));
        let column = col("n", &schema).unwrap();
        let term = |number| binary(Arc::clone(&column), Operator::NotEq, lit(number), &schema).unwrap();
        let predicate = chain((0..terms).map(term));
        Arc::new(FilterExec::try_new(predicate, Arc::new(EmptyExec::new(schema))).unwrap())
    }

    fn predicate(plan: &Arc<dyn ExecutionPlan>) -> &Arc<dyn PhysicalExpr> {
        plan.downcast_ref::<FilterExec>().unwrap().predicate()
    }

    fn height(expr: &Arc<dyn PhysicalExpr>) -> usize {
        1 + expr.children().into_iter().map(height).max().unwrap_or(0)
    }

    fn balanced(plan: &Arc<dyn ExecutionPlan>) -> Arc<dyn ExecutionPlan> {
        Balance.optimize(Arc::clone(plan), &ConfigOptions::new()).unwrap()
    }

    #[test]
    fn a_long_condition_becomes_a_tree_of_the_same_terms_in_the_same_order() {
        let plan = filter(1_000);
        let after = balanced(&plan);
        assert_eq!((height(predicate(&plan)), height(predicate(&after))), (1_001, 12));
        assert_eq!(split_conjunction(predicate(&after)), split_conjunction(predicate(&plan)));
        assert_eq!(after.schema(), plan.schema());
    }

    #[test]
    fn a_short_condition_and_what_is_no_filter_stay_as_they_are() {
        let plan = filter(255);
        assert!(Arc::ptr_eq(&balanced(&plan), &plan));
        let mut filters = 0;
        let above: Arc<dyn ExecutionPlan> =
            Arc::new(datafusion::physical_plan::limit::GlobalLimitExec::new(filter(300), 0, Some(1)));
        let after = balanced(&above);
        after
            .apply(|node| {
                filters += usize::from(node.is::<FilterExec>());
                Ok(TreeNodeRecursion::Continue)
            })
            .unwrap();
        assert_eq!((filters, height(predicate(after.children()[0]))), (1, 11));
    }
}
