//! A sub-select in an expression: its value becomes columns beside the rows that it is asked for.
//!
//! Comes in: rows, and expressions over them that hold sub-selects. Goes out: the same rows with more columns, and expressions over those. Must never: change how many rows there are.

use super::functions::one_row;
use super::nothing::over_nothing;
use super::plan_of;
use super::push::{Push, Pushed, as_outer, at_least_one, ids, references};
use crate::error::{SqlError, SqlResult};
use crate::plan::binder::Binder;
use crate::plan::{node, single};
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::common::{JoinType, ScalarValue, Spans};
use datafusion::functions_aggregate::count::count;
use datafusion::functions_aggregate::first_last::first_value;
use datafusion::logical_expr::expr::{Exists, InSubquery, SetComparison, SetQuantifier};
use datafusion::logical_expr::{
    Aggregate, BinaryExpr, Distinct, EmptyRelation, Expr, Filter, Limit, LogicalPlan, Projection, Sort, Subquery, lit,
    when,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rows with the values of sub-selects beside them.
pub struct Attached<'a> {
    binder: &'a Binder<'a>,
    /// The rows as they were.
    base: LogicalPlan,
    pub plan: LogicalPlan,
    /// Sub-selects that have a value already.
    done: Vec<(Expr, Expr)>,
    as_columns: bool,
}

impl<'a> Attached<'a> {
    pub fn to(binder: &'a Binder<'a>, base: LogicalPlan) -> Self {
        Self { binder, plan: base.clone(), base, done: Vec::new(), as_columns: false }
    }

    /// Each value as a column of its own: the engine partitions and sorts windows by columns more surely than by expressions.
    pub fn with_columns(self) -> Self {
        Self { as_columns: true, ..self }
    }

    pub fn expressions(&mut self, list: Vec<Expr>) -> SqlResult<Vec<Expr>> {
        list.into_iter().map(|expr| self.expression(expr)).collect()
    }

    /// The expression, its sub-selects' values taken from columns.
    pub fn expression(&mut self, expr: Expr) -> SqlResult<Expr> {
        let rewritten = expr.transform_up(|part| match part {
            Expr::ScalarSubquery(_) | Expr::Exists(_) | Expr::InSubquery(_) | Expr::SetComparison(_) => {
                self.value(part).map(Transformed::yes).map_err(SqlError::into_datafusion)
            }
            other => Ok(Transformed::no(other)),
        })?;
        Ok(rewritten.data)
    }

    fn value(&mut self, part: Expr) -> SqlResult<Expr> {
        if let Some((_, value)) = self.done.iter().find(|(known, _)| *known == part) {
            return Ok(value.clone());
        }
        let value = match part.clone() {
            Expr::ScalarSubquery(subquery) => {
                let inner = plan_of(self.binder, Arc::unwrap_or_clone(subquery.subquery))?;
                self.scalar(inner)?
            }
            Expr::Exists(Exists { subquery, negated }) => {
                let inner = plan_of(self.binder, Arc::unwrap_or_clone(subquery.subquery))?;
                let found = self.exists(inner)?;
                if negated { Expr::Not(Box::new(found)) } else { found }
            }
            Expr::InSubquery(InSubquery { expr, subquery, negated }) => {
                let inner = plan_of(self.binder, Arc::unwrap_or_clone(subquery.subquery))?;
                self.reach(&expr);
                let found = self.member(*expr, inner)?;
                if negated { Expr::Not(Box::new(found)) } else { found }
            }
            Expr::SetComparison(SetComparison { expr, subquery, op, quantifier }) => {
                let inner = plan_of(self.binder, Arc::unwrap_or_clone(subquery.subquery))?;
                let is_any = matches!(quantifier, SetQuantifier::Any);
                self.reach(&expr);
                self.compared(*expr, inner, op, is_any)?
            }
            other => other,
        };
        let value = if self.as_columns { self.column(value)? } else { value };
        self.done.push((part, value.clone()));
        Ok(value)
    }

    /// What stands before IN or a comparison may itself be a sub-select's value: then the rows are those that have it.
    fn reach(&mut self, tested: &Expr) {
        let bound = ids(&self.base);
        if tested.column_refs().iter().any(|column| !bound.contains(&column.name)) {
            self.base = self.plan.clone();
        }
    }

    fn column(&mut self, value: Expr) -> SqlResult<Expr> {
        let id = self.binder.name();
        let taken = std::mem::replace(&mut self.plan, node::one_row());
        self.plan = node::extend(taken, vec![value.alias(&id)])?;
        Ok(node::column(&id))
    }

    fn push(&self, plan: LogicalPlan) -> SqlResult<Pushed> {
        Push::new(self.binder, &self.base, &plan)?.run(plan)
    }

    /// Puts a plan's columns beside the rows that its keys match; there must be at most one for each.
    fn beside(&mut self, plan: LogicalPlan, condition: Option<Expr>) -> SqlResult<()> {
        let taken = std::mem::replace(&mut self.plan, node::one_row());
        self.plan = node::join(taken, plan, JoinType::Left, Some(condition.unwrap_or_else(|| lit(true))))?;
        Ok(())
    }

    fn scalar(&mut self, inner: LogicalPlan) -> SqlResult<Expr> {
        if references(&inner)?.is_empty() {
            return Ok(Expr::ScalarSubquery(held(inner)));
        }
        let bound = ids(&self.base);
        let (value, core) = top_value(inner)?;
        match core {
            LogicalPlan::EmptyRelation(EmptyRelation { produce_one_row: true, .. }) => as_outer(value, &bound),
            LogicalPlan::Aggregate(aggregate) if aggregate.group_expr.is_empty() => {
                match (&value, single_argument(&aggregate)) {
                    (Expr::Column(_), Some(argument)) => self.only(Arc::unwrap_or_clone(aggregate.input), argument),
                    _ => self.aggregated(aggregate, value),
                }
            }
            other => {
                let id = self.binder.name();
                let rows = node::project(vec![value.alias(&id)], other)?;
                self.only(rows, node::column(&id))
            }
        }
    }

    /// An aggregate without groups, and a value made of it and of the outer columns.
    fn aggregated(&mut self, aggregate: Aggregate, value: Expr) -> SqlResult<Expr> {
        let Aggregate { input, aggr_expr, .. } = aggregate;
        let probe = LogicalPlan::Aggregate(Aggregate::try_new(Arc::clone(&input), vec![], aggr_expr.clone())?);
        let bound = ids(&self.base);
        let is_bound = references(&probe)?.keys().any(|id| bound.contains(id));
        let (plan, calls, condition) = if is_bound {
            let push = Push::new(self.binder, &self.base, &probe)?;
            push.aggregated(input, aggr_expr)?
        } else {
            (probe, aggr_expr, None)
        };
        self.beside(plan, condition)?;
        let mut values = BTreeMap::new();
        for call in &calls {
            let (id, result) = over_nothing(call)?;
            values.insert(id, result);
        }
        as_outer(substituted(value, &values)?, &bound)
    }

    /// The value of the one row, NULL for none.
    fn only(&mut self, rows: LogicalPlan, value: Expr) -> SqlResult<Expr> {
        let is_single = node::gives_at_most_one_row(&rows);
        let pushed = self.push(rows)?;
        let (first, number) = (self.binder.name(), self.binder.name());
        let mut calls = vec![first_value(value, vec![]).alias(&first)];
        if !is_single {
            calls.push(count(lit(1_i64)).alias(&number));
        }
        let groups = pushed.key_columns();
        let condition = pushed.condition();
        let plan = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(pushed.plan), groups, calls)?);
        self.beside(plan, condition)?;
        let first = node::column(&first);
        Ok(if is_single { first } else { one_row(first, node::column(&number)) })
    }

    fn exists(&mut self, inner: LogicalPlan) -> SqlResult<Expr> {
        let inner = of_existence(inner);
        let bound = ids(&self.base);
        let number = self.binder.name();
        match &inner {
            LogicalPlan::Aggregate(aggregate) if aggregate.group_expr.is_empty() => return Ok(lit(true)),
            LogicalPlan::EmptyRelation(EmptyRelation { produce_one_row, .. }) => return Ok(lit(*produce_one_row)),
            LogicalPlan::Filter(Filter { predicate, input, .. })
                if matches!(
                    input.as_ref(),
                    LogicalPlan::EmptyRelation(EmptyRelation { produce_one_row: true, .. })
                ) =>
            {
                return Ok(as_outer(predicate.clone(), &bound)?.is_true());
            }
            _ => {}
        }
        if references(&inner)?.is_empty() {
            let one = Limit { skip: None, fetch: Some(Box::new(lit(1_i64))), input: Arc::new(inner) };
            let calls = vec![count(lit(1_i64)).alias(&number)];
            let counted = Aggregate::try_new(Arc::new(LogicalPlan::Limit(one)), vec![], calls)?;
            return Ok(Expr::ScalarSubquery(held(LogicalPlan::Aggregate(counted))).gt(lit(0_i64)));
        }
        let pushed = self.push(inner)?;
        let condition = pushed.condition();
        let calls = vec![count(lit(1_i64)).alias(&number)];
        let groups = pushed.key_columns();
        let plan = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(pushed.plan), groups, calls)?);
        self.beside(plan, condition)?;
        let number = datafusion::functions::core::expr_fn::coalesce(vec![node::column(&number), lit(0_i64)]);
        Ok(number.gt(lit(0_i64)))
    }

    /// `value IN (…)`: true where a row matches, NULL where one might, were it known.
    fn member(&mut self, value: Expr, inner: LogicalPlan) -> SqlResult<Expr> {
        let column = only_column(&inner)?;
        let (match_id, key_id) = (self.binder.name(), self.binder.name());
        let (all_id, known_id) = (self.binder.name(), self.binder.name());
        let pushed = self.push(inner)?;
        // How many rows there are for a binding, and how many of them are not NULL.
        let counts = vec![count(lit(1_i64)).alias(&all_id), count(column.clone()).alias(&known_id)];
        let counted = Aggregate::try_new(Arc::new(pushed.plan.clone()), pushed.key_columns(), counts)?;
        let condition = pushed.condition();
        // The values of a binding, each once, under names of their own.
        let mut groups = pushed.key_columns();
        groups.push(column.clone());
        let seen = vec![count(lit(1_i64)).alias(&match_id)];
        let values = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(pushed.plan.clone()), groups, seen)?);
        let mut names = vec![column.alias(&key_id), node::column(&match_id)];
        let mut matching = Vec::new();
        for key in &pushed.keys {
            let id = self.binder.name();
            names.push(node::column(&key.inner).alias(&id));
            matching.push(key.outer.clone().eq(node::column(&id)));
        }
        let values = node::project(names, values)?;
        matching.push(value.clone().eq(node::column(&key_id)));
        self.beside(LogicalPlan::Aggregate(counted), condition)?;
        self.beside(values, node::balanced(matching, Expr::and))?;
        let null = Expr::Literal(ScalarValue::Boolean(None), None);
        let all = datafusion::functions::core::expr_fn::coalesce(vec![node::column(&all_id), lit(0_i64)]);
        Ok(when(node::column(&match_id).is_not_null(), lit(true))
            .when(all.clone().eq(lit(0_i64)), lit(false))
            .when(value.is_null().or(node::column(&known_id).lt(all)), null)
            .otherwise(lit(false))?)
    }

    /// `value op ANY (…)` and `value op ALL (…)`.
    fn compared(
        &mut self,
        value: Expr,
        inner: LogicalPlan,
        op: datafusion::logical_expr::Operator,
        is_any: bool,
    ) -> SqlResult<Expr> {
        // The value becomes a column of the rows outside, so that the sub-select can refer to it.
        let id = self.binder.name();
        let ty = datafusion::logical_expr::ExprSchemable::get_type(&value, self.plan.schema().as_ref())?;
        let taken = std::mem::replace(&mut self.plan, node::one_row());
        self.plan = node::extend(taken, vec![value.clone().alias(&id)])?;
        self.base = node::extend(self.base.clone(), vec![value.alias(&id)])?;
        let field = Arc::new(datafusion::arrow::datatypes::Field::new(&id, ty, true));
        let outer = Expr::OuterReferenceColumn(field, datafusion::common::Column::new_unqualified(&id));
        let column = only_column(&inner)?;
        let test = Expr::BinaryExpr(BinaryExpr::new(Box::new(outer), op, Box::new(column)));
        let (tested, all, known, decided) =
            (self.binder.name(), self.binder.name(), self.binder.name(), self.binder.name());
        let rows = node::project(vec![test.alias(&tested)], inner)?;
        let tested = node::column(&tested);
        let deciding = if is_any { tested.clone().is_true() } else { tested.clone().is_false() };
        let flag = when(deciding, lit(1_i64)).end()?;
        let calls = vec![count(lit(1_i64)).alias(&all), count(tested).alias(&known), count(flag).alias(&decided)];
        let aggregate = Aggregate::try_new(Arc::new(rows), vec![], calls)?;
        let null = Expr::Literal(ScalarValue::Boolean(None), None);
        let verdict = when(node::column(&decided).gt(lit(0_i64)), lit(is_any))
            .when(node::column(&known).lt(node::column(&all)), null)
            .otherwise(lit(!is_any))?;
        self.aggregated(aggregate, verdict)
    }
}

pub fn held(plan: LogicalPlan) -> Subquery {
    Subquery { subquery: Arc::new(plan), outer_ref_columns: vec![], spans: Spans::new() }
}

pub fn only_column(plan: &LogicalPlan) -> SqlResult<Expr> {
    match plan.schema().columns().as_slice() {
        [column] => Ok(Expr::Column(column.clone())),
        _ => Err(SqlError::internal("a sub-select of several columns")),
    }
}

/// The argument of the check that there is one row.
fn single_argument(aggregate: &Aggregate) -> Option<Expr> {
    let [Expr::Alias(alias)] = aggregate.aggr_expr.as_slice() else { return None };
    match alias.expr.as_ref() {
        Expr::AggregateFunction(call) if call.func.name() == single::NAME => call.params.args.first().cloned(),
        _ => None,
    }
}

/// The one column of a plan as an expression over what is below its projections.
fn top_value(plan: LogicalPlan) -> SqlResult<(Expr, LogicalPlan)> {
    let mut value = only_column(&plan)?;
    let mut plan = plan;
    while let LogicalPlan::Projection(projection) = &plan {
        if projection.expr.iter().any(Expr::is_volatile) {
            break;
        }
        value = substituted(value, &by_name(&projection.expr))?;
        plan = projection.input.as_ref().clone();
    }
    Ok((value, plan))
}

/// What each column of a projection is.
pub fn by_name(expressions: &[Expr]) -> BTreeMap<String, Expr> {
    let mut values = BTreeMap::new();
    for expr in expressions {
        match expr {
            Expr::Alias(alias) => values.insert(alias.name.clone(), alias.expr.as_ref().clone()),
            Expr::Column(column) => values.insert(column.name.clone(), expr.clone()),
            _ => None,
        };
    }
    values
}

/// The expression with what its columns stand for.
pub fn substituted(expr: Expr, values: &BTreeMap<String, Expr>) -> SqlResult<Expr> {
    let expr = expr.transform_down(|part| match &part {
        Expr::Column(column) => match values.get(&column.name) {
            Some(value) => {
                Ok(Transformed::new(value.clone(), true, datafusion::common::tree_node::TreeNodeRecursion::Jump))
            }
            None => Ok(Transformed::no(part)),
        },
        _ => Ok(Transformed::no(part)),
    })?;
    Ok(expr.data)
}

/// The plan without what does not matter for whether it has a row.
pub fn of_existence(plan: LogicalPlan) -> LogicalPlan {
    let mut plan = plan;
    loop {
        plan = match plan {
            LogicalPlan::Projection(Projection { input, .. })
            | LogicalPlan::Sort(Sort { input, fetch: None, .. })
            | LogicalPlan::Distinct(Distinct::All(input)) => Arc::unwrap_or_clone(input),
            LogicalPlan::Limit(limit) if at_least_one(&limit) => Arc::unwrap_or_clone(limit.input),
            other => return other,
        }
    }
}
