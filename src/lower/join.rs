//! Joins.
//!
//! Comes in: a join. Goes out: a join, or EXISTS for those that only keep rows. Must never: forget how NULLs match.

use super::expression::Scope;
use super::select::{From, Item, Select};
use super::{Result, Writer, local};
use crate::types::PgType;
use datafusion::common::{JoinType, NullEquality};
use datafusion::logical_expr::utils::split_conjunction;
use datafusion::logical_expr::{BinaryExpr, Expr, Join, Operator};

impl Writer {
    pub(super) fn join(&mut self, join: &Join, outer: Option<&Scope<'_>>) -> Result<Select> {
        let Join {
            left,
            right,
            on,
            filter,
            join_type,
            join_constraint: _,
            schema: _,
            null_equality,
            null_aware: false,
        } = join
        else {
            return local("an anti join that knows NULL");
        };
        let left = self.node(left, outer, &[])?;
        let right = self.node(right, outer, &[])?;
        let (left, left_items) = self.derived(left)?;
        let (right, right_items) = self.derived(right)?;
        let both: Vec<Item> = left_items.iter().chain(&right_items).cloned().collect();
        let scope = Scope::new(&both, outer);
        let mut conditions = Vec::new();
        for (a, b) in on {
            let ((a, ty), (b, _)) = self.alike(a, b, &scope)?;
            let operator = match null_equality {
                NullEquality::NullEqualsNothing => "=",
                NullEquality::NullEqualsNull => "IS NOT DISTINCT FROM",
            };
            conditions.push(self.dialect.comparison(operator, &a, &b, &ty)?);
        }
        if let Some(filter) = filter {
            conditions.push(self.expression(filter, &scope, Some(&PgType::Bool))?.0);
        }
        let by_equality = *null_equality == NullEquality::NullEqualsNothing && hashes(join);
        let keeps =
            matches!(join_type, JoinType::LeftSemi | JoinType::LeftAnti | JoinType::RightSemi | JoinType::RightAnti);
        if keeps && !by_equality && !self.dialect.looks_up_by_anything() {
            return local("a semi join by more than equality");
        }
        let condition = if conditions.is_empty() { "true".to_owned() } else { conditions.join(" AND ") };
        let joined = |word: &str| {
            let from = format!("{left} {word} {right} ON {condition}");
            Select::over(From::Text(from), both.clone(), true)
        };
        let kept = |word: &str, this: &str, that: &str, items: &[Item]| {
            let mut select = Select::over(From::Text(this.to_owned()), items.to_vec(), true);
            select.wheres.push(format!("({word} (SELECT 1 FROM {that} WHERE {condition}))"));
            select
        };
        Ok(match join_type {
            JoinType::Inner => joined("JOIN"),
            JoinType::Left => joined("LEFT JOIN"),
            JoinType::Right => joined("RIGHT JOIN"),
            // PostgreSQL has it only for what it can merge or hash.
            JoinType::Full if by_equality => joined("FULL JOIN"),
            JoinType::Full => return local("a full join by more than equality"),
            JoinType::LeftSemi => kept("EXISTS", &left, &right, &left_items),
            JoinType::LeftAnti => kept("NOT EXISTS", &left, &right, &left_items),
            JoinType::RightSemi => kept("EXISTS", &right, &left, &right_items),
            JoinType::RightAnti => kept("NOT EXISTS", &right, &left, &right_items),
            JoinType::LeftMark | JoinType::RightMark => return local("a mark join"),
        })
    }
}

/// Whether each condition is an equality between a column of the one side and a column of the other.
fn hashes(join: &Join) -> bool {
    let column = |expr: &Expr| match expr {
        Expr::Column(column) => Some((join.left.schema().has_column(column), join.right.schema().has_column(column))),
        _ => None,
    };
    let equality = |a: &Expr, b: &Expr| {
        matches!(
            (column(a), column(b)),
            (Some((true, false)), Some((false, true))) | (Some((false, true)), Some((true, false)))
        )
    };
    let filters = join.filter.iter().flat_map(split_conjunction).all(|part| match part {
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::Eq, right }) => equality(left, right),
        _ => false,
    });
    filters && join.on.iter().all(|(a, b)| equality(a, b)) && (join.filter.is_some() || !join.on.is_empty())
}
