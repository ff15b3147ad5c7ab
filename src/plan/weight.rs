//! How much work the engine has with a plan before it runs.
//!
//! Comes in: a plan, bound or optimised. Goes out: nothing, or that it is too much. Must never: look at a node twice.
//!
//! At each node the engine asks again for what is known of everything below it, column by column: planning takes the square of joins, sub-selects or windows upon each other, or the cube where each hands on one
//! column more. Such a plan must be refused before the engine begins, since one rule of it may take longer than any deadline.

use crate::error::{SqlError, SqlResult};
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::logical_expr::{Expr, LogicalPlan};
use guard::SqlState;
use std::sync::Arc;

/// Looks that a plan may need before it is optimised, all columns of its relations counted: the optimiser takes about 150 ms of one core.
pub(crate) const BOUND: usize = 5_000_000;
/// Looks that it may need afterwards, only the columns that are used counted: making it executable takes about as long.
pub(crate) const OPTIMISED: usize = 2_000_000;
/// Looks at a node itself, beside those at its columns.
const NODE: usize = 10;
/// Looks at a window for each at another node: it is sorted, partitioned, and its order kept in mind.
const WINDOW: usize = 3;

/// # Errors
/// 54001 if it is too much; XX000 if the plan is malformed.
pub(crate) fn weigh(plan: &LogicalPlan, most: usize) -> SqlResult<()> {
    let Weight { nodes, looks } = Weight::of(plan)?;
    if looks <= most {
        return Ok(());
    }
    Err(too_complex(
        format!("Too many joins, sub-selects or windows stand upon each other: {nodes} steps in all."),
        "Ask for fewer of them at once, or in several statements.",
    ))
}

/// The refusal of a plan for its size.
pub(super) fn too_complex(detail: String, hint: &'static str) -> SqlError {
    SqlError::new(SqlState::STATEMENT_TOO_COMPLEX, "statement is too complex to plan")
        .detail(detail)
        .hint(hint)
        .rule("limit-plan")
}

/// What is below a node, and what looking at it takes.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    nodes: usize,
    looks: usize,
}

impl Weight {
    fn of(plan: &LogicalPlan) -> SqlResult<Self> {
        let mut weight = Self::default();
        for input in plan.inputs() {
            weight.add(Self::of(input)?);
        }
        let mut columns = plan.schema().fields().len();
        for select in sub_selects(plan)? {
            weight.add(Self::of(&select.plan)?);
            if select.is_joined {
                columns += 1;
                weight.look(weight.nodes, columns);
            }
        }
        match plan {
            // The engine makes one union of unions of unions.
            LogicalPlan::Union(union) => weight.look(union.inputs.len(), columns),
            LogicalPlan::Window(_) => weight.look(weight.nodes.saturating_mul(WINDOW), columns),
            _ => weight.look(weight.nodes, columns),
        }
        Ok(weight)
    }

    fn add(&mut self, other: Self) {
        self.nodes += other.nodes;
        self.looks = self.looks.saturating_add(other.looks);
    }

    /// One node more, over so many others.
    fn look(&mut self, below: usize, columns: usize) {
        self.nodes += 1;
        self.looks = self.looks.saturating_add((below + 1).saturating_mul(NODE + columns));
    }
}

/// A sub-select among a node's expressions.
struct SubSelect {
    plan: Arc<LogicalPlan>,
    /// Whether it is planned as a join upon the node's input, and not for itself.
    is_joined: bool,
}

fn sub_selects(plan: &LogicalPlan) -> SqlResult<Vec<SubSelect>> {
    let mut found = Vec::new();
    plan.apply_expressions(|expr| {
        expr.apply(|expr| {
            let (select, is_joined) = match expr {
                Expr::ScalarSubquery(select) => (select, false),
                Expr::Exists(exists) => (&exists.subquery, true),
                Expr::InSubquery(within) => (&within.subquery, true),
                Expr::SetComparison(compared) => (&compared.subquery, true),
                _ => return Ok(TreeNodeRecursion::Continue),
            };
            found.push(SubSelect { plan: Arc::clone(&select.subquery), is_joined });
            Ok(TreeNodeRecursion::Continue)
        })
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::common::Spans;
    use datafusion::functions_window::expr_fn::row_number;
    use datafusion::logical_expr::expr::{SetComparison, SetQuantifier};
    use datafusion::logical_expr::{LogicalPlanBuilder, Operator, Subquery, exists, in_subquery, lit, scalar_subquery};

    /// One node that gives so many columns.
    fn leaf(columns: usize) -> LogicalPlanBuilder {
        LogicalPlanBuilder::values(vec![vec![lit(1); columns]]).unwrap()
    }

    fn aliased(columns: usize, number: usize) -> LogicalPlan {
        leaf(columns).alias(format!("a{number}")).unwrap().build().unwrap()
    }

    fn joins(count: usize, columns: usize) -> LogicalPlan {
        let first = LogicalPlanBuilder::new(aliased(columns, 0));
        let joined = |plan: LogicalPlanBuilder, number| plan.cross_join(aliased(columns, number)).unwrap();
        (1..=count).fold(first, joined).build().unwrap()
    }

    fn windows(count: usize) -> LogicalPlan {
        let window =
            |plan: LogicalPlanBuilder, number| plan.window(vec![row_number().alias(format!("n{number}"))]).unwrap();
        (0..count).fold(leaf(1), window).build().unwrap()
    }

    fn unions(count: usize) -> LogicalPlan {
        let united = |plan: LogicalPlanBuilder, _| plan.union(leaf(1).build().unwrap()).unwrap();
        (0..count).fold(leaf(1), united).build().unwrap()
    }

    fn filtered(count: usize, term: impl Fn(Arc<LogicalPlan>) -> Expr) -> LogicalPlan {
        let terms = (0..count).map(|_| term(Arc::new(leaf(1).build().unwrap())));
        let condition = terms.reduce(Expr::or).unwrap();
        leaf(1).filter(condition).unwrap().build().unwrap()
    }

    fn looks(plan: &LogicalPlan) -> usize {
        Weight::of(plan).unwrap().looks
    }

    #[test]
    fn each_node_looks_at_all_below_it_and_at_its_columns() {
        assert_eq!(looks(&leaf(3).build().unwrap()), NODE + 3);
        // Two relations and their names; the join over four nodes.
        assert_eq!(looks(&joins(1, 2)), 2 * 3 * (NODE + 2) + 5 * (NODE + 4));
        assert_eq!(looks(&windows(1)), (NODE + 1) + (WINDOW + 1) * (NODE + 2));
        // The engine makes one of them: each arm is looked at once.
        assert_eq!(looks(&unions(2)), 3 * (NODE + 1) + 2 * 3 * (NODE + 1));
    }

    #[test]
    fn a_sub_select_that_becomes_a_join_is_looked_at_as_one() {
        let value = looks(&filtered(1, |select| scalar_subquery(select).eq(lit(1))));
        assert_eq!(value, 2 * (NODE + 1) + 3 * (NODE + 1));
        let joined = 2 * (NODE + 1) + 3 * (NODE + 2) + 4 * (NODE + 2);
        assert_eq!(looks(&filtered(1, exists)), joined);
        assert_eq!(looks(&filtered(1, |select| in_subquery(lit(1), select))), joined);
        let compared = |plan| {
            let subquery = Subquery { subquery: plan, outer_ref_columns: vec![], spans: Spans::new() };
            Expr::SetComparison(SetComparison::new(Box::new(lit(1)), subquery, Operator::Gt, SetQuantifier::All))
        };
        assert_eq!(looks(&filtered(1, compared)), joined);
    }

    #[test]
    fn what_people_ask_is_light_and_towers_are_refused() {
        for light in [joins(30, 50), windows(60), unions(390), filtered(60, exists)] {
            weigh(&light, OPTIMISED.max(BOUND)).unwrap();
        }
        for tower in [joins(200, 10), windows(390), filtered(390, exists)] {
            assert_eq!(weigh(&tower, BOUND).unwrap_err().sqlstate(), SqlState::STATEMENT_TOO_COMPLEX);
        }
    }

    #[test]
    fn a_plan_may_weigh_just_so_much() {
        let plan = joins(3, 3);
        let exact = looks(&plan);
        weigh(&plan, exact).unwrap();
        weigh(&plan, exact - 1).unwrap_err();
    }
}
