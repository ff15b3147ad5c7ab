//! Sub-selects in expressions.
//!
//! Comes in: a plan that may refer to the columns around it. Goes out: the sub-select. Must never: choose among several rows.

use super::expression::{Scope, Sql};
use super::select::Item;
use super::{Result, Writer, local};
use crate::plan::single_value_name;
use crate::types::PgType;
use datafusion::logical_expr::expr::{AggregateFunction, Alias, Exists, InSubquery, SetComparison, SetQuantifier};
use datafusion::logical_expr::{Aggregate, Expr, LogicalPlan, Operator};

impl Writer {
    /// PostgreSQL itself fails if there are several rows.
    pub(super) fn scalar_subquery(
        &mut self,
        plan: &LogicalPlan,
        scope: &Scope<'_>,
        want: Option<&PgType>,
    ) -> Result<Sql> {
        self.can_fail("a sub-select as a value");
        if let Some((input, value)) = single_value(plan) {
            let select = self.node(input, Some(scope), &[])?;
            let mut select = if select.is_projectable() { select } else { self.wrapped(select)? };
            let inner = Scope::new(&select.items, Some(scope));
            let (sql, ty) = self.expression(value, &inner, want)?;
            let Some(key) = select.items.first().map(|item| item.key.clone()) else {
                return local("a sub-select of no columns");
            };
            select.items = vec![Item { key, sql, ty: ty.clone() }];
            return Ok((format!("({})", self.text(select)?), ty));
        }
        let wants: Vec<PgType> = want.cloned().into_iter().collect();
        let select = self.node(plan, Some(scope), &wants)?;
        let [item] = select.items.as_slice() else { return local("a sub-select of several columns") };
        let ty = item.ty.clone();
        Ok((format!("({})", self.text(select)?), ty))
    }

    pub(super) fn exists(&mut self, exists: &Exists, scope: &Scope<'_>) -> Result<Sql> {
        let Exists { subquery, negated } = exists;
        let select = self.node(&subquery.subquery, Some(scope), &[])?;
        let word = if *negated { "NOT EXISTS" } else { "EXISTS" };
        Ok((format!("({word} ({}))", self.text(select)?), PgType::Bool))
    }

    pub(super) fn in_subquery(&mut self, membership: &InSubquery, scope: &Scope<'_>) -> Result<Sql> {
        let InSubquery { expr, subquery, negated } = membership;
        let (value, ty) = self.expression(expr, scope, None)?;
        self.dialect.compares_with_rows(&ty)?;
        let mut select = self.node(&subquery.subquery, Some(scope), std::slice::from_ref(&ty))?;
        if select.items.len() != 1 {
            return local("a sub-select of several columns");
        }
        select.as_types(std::slice::from_ref(&ty), self.dialect)?;
        let word = if *negated { "NOT IN" } else { "IN" };
        Ok((format!("({value} {word} ({}))", self.text(select)?), PgType::Bool))
    }

    pub(super) fn set_comparison(&mut self, comparison: &SetComparison, scope: &Scope<'_>) -> Result<Sql> {
        let SetComparison { expr, subquery, op, quantifier } = comparison;
        let symbol = match op {
            Operator::Eq => "=",
            Operator::NotEq => "<>",
            Operator::Lt => "<",
            Operator::LtEq => "<=",
            Operator::Gt => ">",
            Operator::GtEq => ">=",
            _ => return local("such a comparison with a sub-select"),
        };
        let (value, ty) = self.expression(expr, scope, None)?;
        self.dialect.compares_with_rows(&ty)?;
        let value = match op {
            Operator::Eq | Operator::NotEq => value,
            _ => self.dialect.by_bytes(value, &ty),
        };
        let mut select = self.node(&subquery.subquery, Some(scope), std::slice::from_ref(&ty))?;
        select.as_types(std::slice::from_ref(&ty), self.dialect)?;
        let word = match quantifier {
            SetQuantifier::Any => "ANY",
            SetQuantifier::All => "ALL",
        };
        Ok((format!("({value} {symbol} {word} ({}))", self.text(select)?), PgType::Bool))
    }
}

/// The input of the aggregate that a scalar sub-select goes through, and the value that it takes.
fn single_value(plan: &LogicalPlan) -> Option<(&LogicalPlan, &Expr)> {
    let LogicalPlan::Aggregate(Aggregate { input, group_expr, aggr_expr, .. }) = plan else { return None };
    let ([], [call]) = (group_expr.as_slice(), aggr_expr.as_slice()) else { return None };
    let mut call = call;
    while let Expr::Alias(Alias { expr, relation: _, name: _, metadata: _ }) = call {
        call = expr;
    }
    let Expr::AggregateFunction(AggregateFunction { func, params }) = call else { return None };
    match params.args.as_slice() {
        [value] if func.name() == single_value_name() => Some((input.as_ref(), value)),
        _ => None,
    }
}
