//! IN lists over one value, kept from the engine's simplifier, which makes one list of two.
//!
//! Comes in: a node to be simplified. Goes out: the same, in which no two lists are over the same value; and afterwards the node with its lists as they were. Must never: stay in a plan that is executed.
//!
//! It takes `k NOT IN (1, 2) OR k NOT IN (3, 4)` for true, `k IN (1, 2) AND k IN (3, 4)` for false and `k NOT IN (1, NULL) AND k IN (3, 4)` for `k IN (3, 4)`: NULL in a list, and a value that may be
//! NULL, are forgotten. Equations with constants that are joined by OR become lists before. One union of lists is right whatever they hold: `k IN (1, 2) OR k IN (3)`.

use datafusion::arrow::datatypes::{DataType, FieldRef};
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode, TreeNodeRecursion};
use datafusion::common::{DataFusionError, Result};
use datafusion::logical_expr::expr::{InList, ScalarFunction};
use datafusion::logical_expr::{
    BinaryExpr, ColumnarValue, Expr, LogicalPlan, Operator, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF,
    ScalarUDFImpl, Signature, Volatility,
};
use std::collections::HashSet;

/// The node with a mark of its own around the value of each list and equation, if two lists in it are over one value.
pub(super) fn told_apart(plan: LogicalPlan) -> Result<Transformed<LogicalPlan>> {
    let mut values = Values::default();
    plan.apply_expressions(|expr| values.find(expr).map(|()| TreeNodeRecursion::Continue))?;
    if !values.meet {
        return Ok(Transformed::no(plan));
    }
    let mut count = 0;
    let mut marked = |value: Expr| {
        count += 1;
        let mark =
            ScalarUDF::new_from_impl(Mark { number: count, signature: Signature::any(1, Volatility::Immutable) });
        Expr::ScalarFunction(ScalarFunction::new_udf(mark.into(), vec![value]))
    };
    let plan = plan.map_expressions(|expr| {
        expr.transform_up(|expr| {
            Ok(match expr {
                Expr::InList(InList { expr, list, negated }) => {
                    Transformed::yes(Expr::InList(InList { expr: Box::new(marked(*expr)), list, negated }))
                }
                Expr::BinaryExpr(BinaryExpr { left, op: op @ (Operator::Eq | Operator::NotEq), right })
                    if is_column(&left) || is_column(&right) =>
                {
                    let (left, right) = if is_column(&left) {
                        (Box::new(marked(*left)), right)
                    } else {
                        (left, Box::new(marked(*right)))
                    };
                    Transformed::yes(Expr::BinaryExpr(BinaryExpr { left, op, right }))
                }
                other => Transformed::no(other),
            })
        })
    })?;
    Ok(Transformed::yes(plan.data))
}

/// The node without the marks.
pub(super) fn unmarked(plan: LogicalPlan) -> Result<LogicalPlan> {
    let unmark = |expr: Expr| match expr {
        Expr::ScalarFunction(mut call) if call.func.inner().downcast_ref::<Mark>().is_some() => call
            .args
            .pop()
            .map(Transformed::yes)
            .ok_or_else(|| DataFusionError::Internal("a mark around nothing".to_owned())),
        other => Ok(Transformed::no(other)),
    };
    plan.map_expressions(|expr| expr.transform_up(unmark)).data()
}

fn is_column(expr: &Expr) -> bool {
    matches!(expr, Expr::Column(_))
}

/// Over what the lists of a node are.
#[derive(Default)]
struct Values {
    seen: HashSet<Expr>,
    /// Two are over the same.
    meet: bool,
}

impl Values {
    fn find(&mut self, expr: &Expr) -> Result<()> {
        expr.apply(|expr| {
            Ok(match expr {
                Expr::BinaryExpr(BinaryExpr { left: _, op: op @ (Operator::And | Operator::Or), right: _ }) => {
                    let mut united = HashSet::new();
                    self.chain(expr, *op, &mut united)?;
                    united.into_iter().for_each(|value| self.add(value));
                    TreeNodeRecursion::Jump
                }
                Expr::InList(list) => {
                    self.add(list.expr.as_ref().clone());
                    TreeNodeRecursion::Continue
                }
                _ => TreeNodeRecursion::Continue,
            })
        })?;
        Ok(())
    }

    /// What a chain makes one list of counts once: equations and lists of one of OR, and, which a NOT turns into those, their opposites of one of AND.
    fn chain(&mut self, expr: &Expr, by: Operator, united: &mut HashSet<Expr>) -> Result<()> {
        let is_and = by == Operator::And;
        let equation = if is_and { Operator::NotEq } else { Operator::Eq };
        match expr {
            Expr::BinaryExpr(BinaryExpr { left, op, right }) if *op == by => {
                self.chain(left, by, united)?;
                self.chain(right, by, united)
            }
            Expr::BinaryExpr(BinaryExpr { left, op, right })
                if *op == equation && (is_column(left) || is_column(right)) =>
            {
                let column = if is_column(left) { left } else { right };
                united.insert(column.as_ref().clone());
                Ok(())
            }
            Expr::InList(InList { expr, list, negated }) if *negated == is_and => {
                united.insert(expr.as_ref().clone());
                self.find(expr)?;
                list.iter().try_for_each(|item| self.find(item))
            }
            other => self.find(other),
        }
    }

    fn add(&mut self, value: Expr) {
        self.meet |= !self.seen.insert(value);
    }
}

/// Gives its argument.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Mark {
    number: usize,
    signature: Signature,
}

impl ScalarUDFImpl for Mark {
    fn name(&self) -> &'static str {
        "mark"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, types: &[DataType]) -> Result<DataType> {
        types.first().cloned().ok_or_else(|| DataFusionError::Internal("a mark around nothing".to_owned()))
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        let field = args.arg_fields.first().cloned();
        field.ok_or_else(|| DataFusionError::Internal("a mark around nothing".to_owned()))
    }

    fn invoke_with_args(&self, mut args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        args.args.pop().ok_or_else(|| DataFusionError::Internal("a mark around nothing".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::warehouse::balance::simplified;
    use datafusion::common::ScalarValue;
    use datafusion::logical_expr::LogicalPlanBuilder;
    use datafusion::optimizer::OptimizerContext;
    use datafusion::optimizer::simplify_expressions::SimplifyExpressions;
    use datafusion::prelude::{col, lit};
    use std::sync::Arc;

    fn over(condition: Expr) -> String {
        let rows = LogicalPlanBuilder::values(vec![vec![lit(1i64)], vec![lit(ScalarValue::Int64(None))]]).unwrap();
        let plan = rows.project(vec![col("column1").alias("k")]).unwrap().filter(condition).unwrap().build().unwrap();
        let rule = simplified(Arc::new(SimplifyExpressions::new()));
        match rule.rewrite(plan, &OptimizerContext::new()).unwrap().data {
            LogicalPlan::Filter(filter) => filter.predicate.to_string(),
            other => panic!("{other}"),
        }
    }

    fn among(numbers: &[i64], negated: bool) -> Expr {
        col("k").in_list(numbers.iter().map(|number| lit(*number)).collect(), negated)
    }

    #[test]
    fn two_lists_over_one_value_stay_two() {
        let none = || col("k").in_list(vec![lit(1i64), lit(ScalarValue::Int64(None))], true);
        let equal = |number: i64| col("k").eq(lit(number));
        let unequal = |number: i64| col("k").not_eq(lit(number));
        for (condition, simple) in [
            (
                among(&[1, 2, 3, 4], true).or(among(&[5, 6, 7, 8], true)),
                "k NOT IN ([Int64(1), Int64(2), Int64(3), Int64(4)]) OR k NOT IN ([Int64(5), Int64(6), Int64(7), Int64(8)])",
            ),
            (
                none().and(among(&[3, 4, 5, 6], false)),
                "k NOT IN ([Int64(1), Int64(NULL)]) AND k IN ([Int64(3), Int64(4), Int64(5), Int64(6)])",
            ),
            (
                Expr::Not(Box::new(equal(1).or(equal(2)).and(equal(3).or(equal(4))))),
                "k != Int64(1) AND k != Int64(2) OR k != Int64(3) AND k != Int64(4)",
            ),
            // What a NOT makes equations of counts as such.
            (
                Expr::Not(Box::new(unequal(1).and(unequal(2)))).and(among(&[3, 4, 5, 6], false)).is_null(),
                "(k = Int64(1) OR k = Int64(2)) AND k IN ([Int64(3), Int64(4), Int64(5), Int64(6)]) IS NULL",
            ),
        ] {
            assert_eq!(over(condition.clone()), simple, "{condition}");
        }
    }

    #[test]
    fn alternatives_become_one_list_and_what_is_marked_is_simplified_nevertheless() {
        let equal = |number: i64| lit(number).eq(col("k"));
        assert_eq!(
            over(equal(1).or(equal(2)).or(equal(3)).or(equal(4)).or(among(&[5], false))),
            "k IN ([Int64(1), Int64(2), Int64(3), Int64(4), Int64(5)])"
        );
        let folded = among(&[1, 2, 3, 4], true).or(among(&[5, 6, 7, 8], true)).and(lit(1i64).lt(lit(2i64)));
        assert!(!over(folded).contains("<"));
    }
}
