//! Long conditions as balanced trees.
//!
//! Comes in: a plan that can be run, or the rule that simplifies one before. Goes out: the same plan, whose conditions no batch takes the square of their terms to evaluate; a rule that does not take it to simplify them.
//! Must never: reorder the terms.
//!
//! The engine takes conditions apart and puts them together as a chain. Its simplifier looks for each link's term in all links before it, and at execution each link asks for the type of all before it, for each batch:
//! 4,900 terms took seconds.

use super::careful::{Around, Rule};
use super::lists_apart::{told_apart, unmarked};
use datafusion::common::Result;
use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode};
use datafusion::logical_expr::{Expr, LogicalPlan, Operator, utils};
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
            let Some(predicate) = tree(&split_conjunction(filter.predicate()), &physical_and) else {
                return Ok(Transformed::no(node));
            };
            let filter = FilterExecBuilder::from(filter).with_predicate(predicate).build()?;
            Ok(Transformed::yes(Arc::new(filter) as _))
        });
        balanced.data()
    }
}

fn physical_and(left: Arc<dyn PhysicalExpr>, right: Arc<dyn PhysicalExpr>) -> Arc<dyn PhysicalExpr> {
    Arc::new(BinaryExpr::new(left, Operator::And, right))
}

/// The engine's logical rules, the one that simplifies over filters whose long conditions are trees.
pub(super) fn logical(rules: Vec<Rule>) -> Vec<Rule> {
    let balanced = |rule: Rule| if rule.name() == "simplify_expressions" { simplified(rule) } else { rule };
    rules.into_iter().map(balanced).collect()
}

/// The rule that simplifies, over filters whose long conditions are trees, and over lists that it makes no other lists of.
pub(crate) fn simplified(rule: Rule) -> Rule {
    Around::rule(rule, |rule, plan, config| {
        let plan = match plan {
            LogicalPlan::Filter(mut filter) => {
                if let Some(predicate) = tree(&utils::split_conjunction(&filter.predicate), &Expr::and) {
                    filter.predicate = predicate;
                }
                LogicalPlan::Filter(filter)
            }
            other => other,
        };
        let marked = told_apart(plan)?;
        if !marked.transformed {
            return rule.rewrite(marked.data, config);
        }
        rule.rewrite(marked.data, config)?.map_data(unmarked)
    })
}

/// The tree of so many terms that a chain costs more than they do.
fn tree<T: Clone>(terms: &[&T], and: &impl Fn(T, T) -> T) -> Option<T> {
    if terms.len() < LONG { None } else { balanced(terms, and) }
}

fn balanced<T: Clone>(terms: &[&T], and: &impl Fn(T, T) -> T) -> Option<T> {
    match terms {
        [] => None,
        [one] => Some((*one).clone()),
        _ => {
            let (left, right) = terms.split_at(terms.len().div_ceil(2));
            Some(and(balanced(left, and)?, balanced(right, and)?))
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
    fn the_simplifier_is_given_trees_of_long_conditions() {
        use datafusion::logical_expr::{LogicalPlanBuilder, col, lit};
        let condition = |terms: i64| (0..terms).map(|number| col("column1").not_eq(lit(number))).reduce(Expr::and);
        let values = || LogicalPlanBuilder::values(vec![vec![lit(1i64)]]).unwrap();
        let plan = |terms| values().filter(condition(terms).unwrap()).unwrap().build().unwrap();
        fn height(expr: &Expr) -> usize {
            match expr {
                Expr::BinaryExpr(pair) => 1 + height(&pair.left).max(height(&pair.right)),
                _ => 0,
            }
        }
        let rule = simplified(Arc::new(datafusion::optimizer::simplify_expressions::SimplifyExpressions::new()));
        for (terms, expected) in [(255, 255), (300, 10)] {
            let after = rule.rewrite(plan(terms), &datafusion::optimizer::OptimizerContext::new()).unwrap().data;
            let LogicalPlan::Filter(filter) = &after else { panic!("{after}") };
            assert_eq!(height(&filter.predicate), expected);
            let LogicalPlan::Filter(before) = plan(terms) else { unreachable!() };
            assert_eq!(utils::split_conjunction(&filter.predicate), utils::split_conjunction(&before.predicate));
        }
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
