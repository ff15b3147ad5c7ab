//! Comparisons as the engine's rule that moves filters down takes them to be.
//!
//! Comes in: the rule. Goes out: the rule behind one that writes each comparison with a constant with the constant last, and one with NULL as NULL. Must never: change which rows a filter keeps.
//!
//! The engine puts together what a filter says of one column. It takes two equations that are not written alike for a contradiction (`kind = 'a' AND 'a' = kind`), keeps `n >= 5` of `n >= 5 AND 5 < n`, and
//! `n > 5` of `n > 5 AND n > NULL`. Its simplifier writes them alike, but before constants come from a projection below, and not in a join's condition.

use super::careful::{Around, Rule};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::utils::{conjunction, split_conjunction};
use datafusion::logical_expr::{BinaryExpr, Expr, Filter, LogicalPlan, Operator};
use std::sync::Arc;

/// The rule, over filters that are written alike.
pub(crate) fn written_alike(rule: Rule) -> Rule {
    Around::rule(rule, |rule, plan, config| match plan {
        LogicalPlan::Filter(mut filter) => {
            let changed = write_alike(&mut filter);
            let mut moved = rule.rewrite(LogicalPlan::Filter(filter), config)?;
            moved.transformed |= changed;
            Ok(moved)
        }
        other => rule.rewrite(other, config),
    })
}

/// This filter, and those right below it, with which the rule makes it one.
fn write_alike(filter: &mut Filter) -> bool {
    let terms = split_conjunction(&filter.predicate);
    let alike: Vec<Option<Expr>> = terms.iter().map(|term| constant_last(term)).collect();
    let mut changed = alike.iter().any(Option::is_some);
    if changed {
        let terms = terms.into_iter().zip(alike).map(|(term, alike)| alike.unwrap_or_else(|| term.clone()));
        if let Some(predicate) = conjunction(terms.collect::<Vec<_>>()) {
            filter.predicate = predicate;
        }
    }
    if let LogicalPlan::Filter(below) = filter.input.as_ref() {
        let mut below = below.clone();
        if write_alike(&mut below) {
            filter.input = Arc::new(LogicalPlan::Filter(below));
            changed = true;
        }
    }
    changed
}

/// Nothing if it is written so already.
fn constant_last(term: &Expr) -> Option<Expr> {
    let Expr::BinaryExpr(BinaryExpr { left, op, right }) = term else { return None };
    if !matches!(op, Operator::Eq | Operator::Lt | Operator::LtEq | Operator::Gt | Operator::GtEq) {
        return None;
    }
    match (left.as_literal(), right.as_literal()) {
        (Some(value), _) | (_, Some(value)) if value.is_null() => Some(Expr::Literal(ScalarValue::Boolean(None), None)),
        (Some(_), None) => {
            let (left, right) = (right.clone(), left.clone());
            Some(Expr::BinaryExpr(BinaryExpr { left, op: op.swap()?, right }))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::testing::{engine, run};
    use datafusion::common::{Column, JoinType};
    use datafusion::logical_expr::LogicalPlanBuilder;
    use datafusion::optimizer::OptimizerContext;
    use datafusion::optimizer::push_down_filter::PushDownFilter;
    use datafusion::prelude::{col, lit};

    fn number(value: Option<i64>) -> Expr {
        lit(ScalarValue::Int64(value))
    }

    /// 4, 5, 6 and NULL.
    fn numbers() -> LogicalPlanBuilder {
        let rows = [Some(4), Some(5), Some(6), None].map(|value| vec![number(value)]);
        LogicalPlanBuilder::values(rows.to_vec()).unwrap().project(vec![col("column1").alias("n")]).unwrap()
    }

    /// Conditions and the rows that they keep; `other` is how one of the constants is written.
    fn cases(other: fn(Option<i64>) -> Expr) -> Vec<(Expr, usize)> {
        let n = || col("n");
        let five = || number(Some(5));
        vec![
            (other(Some(5)).eq(n()).and(n().eq(five())), 1),
            (n().eq(five()).and(n().eq(other(Some(5)))), 1),
            (other(Some(6)).eq(n()).and(five().eq(n())), 0),
            (n().gt_eq(five()).and(other(Some(5)).lt(n())), 1),
            (other(Some(5)).lt(n()).and(n().gt_eq(five())), 1),
            (n().lt_eq(five()).and(other(Some(5)).gt(n())), 1),
            (other(Some(5)).lt_eq(n()).and(n().lt_eq(five())), 1),
            (n().gt(number(Some(4))).and(n().gt(other(None))), 0),
            (other(None).lt(n()).and(n().lt(five())), 0),
            (n().gt(number(Some(3))).and(other(Some(5)).gt(n())), 1),
        ]
    }

    /// As the executed plan has them: no simplifier has seen constants that come from a projection below, or in a join's condition.
    #[tokio::test]
    async fn conditions_that_meet_below_keep_the_rows_that_each_keeps() {
        let constants = [("5", Some(5)), ("6", Some(6)), ("NULL", None)];
        let columns = constants.map(|(name, value)| number(value).alias(name));
        let below = numbers().project([vec![col("n")], columns.to_vec()].concat()).unwrap();
        let kept = async |plan: LogicalPlanBuilder| {
            let batches = run(&engine(1), plan.build().unwrap()).await.unwrap();
            batches.iter().map(|batch| batch.num_rows()).sum::<usize>()
        };
        for (condition, rows) in cases(number) {
            assert_eq!(kept(numbers().filter(condition.clone()).unwrap()).await, rows, "{condition}");
            let one = LogicalPlanBuilder::empty(true).build().unwrap();
            let joined =
                LogicalPlanBuilder::from(one).join_on(numbers().build().unwrap(), JoinType::Inner, [condition.clone()]);
            assert_eq!(kept(joined.unwrap()).await, rows, "ON {condition}");
        }
        let column = |value: Option<i64>| {
            Expr::from(Column::new_unqualified(value.map_or("NULL".to_owned(), |value| value.to_string())))
        };
        for (condition, rows) in cases(column) {
            assert_eq!(kept(below.clone().filter(condition.clone()).unwrap()).await, rows, "{condition} of columns");
        }
    }

    #[test]
    fn filters_above_each_other_are_written_alike_before_they_become_one() {
        let context = OptimizerContext::new();
        let rule = written_alike(Arc::new(PushDownFilter::new()));
        let plan =
            numbers().filter(number(Some(5)).eq(col("n"))).unwrap().filter(col("n").eq(number(Some(5)))).unwrap();
        let moved = rule.rewrite(plan.build().unwrap(), &context).unwrap();
        assert!(moved.transformed);
        let text = moved.data.display_indent().to_string();
        assert!(text.contains("= Int64(5)") && !text.contains("false"), "{text}");
    }
}
