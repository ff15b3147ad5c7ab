//! Pushing the outer bindings down into a sub-select, until nothing in it refers to the outer query.
//!
//! Comes in: a sub-select's plan, free of sub-selects itself, and the rows that it is asked for. Goes out: one plan for all bindings, whose rows tell which binding they are of. Must never: let a row of one binding count for another.
//!
//! Two ways. By keys: where every reference stands in an equality of the sub-select's own columns and outer ones, its columns are the binding, and the outer rows need not be read again. By
//! domain: the distinct bindings are joined to whatever refers to them (Neumann and Kemper, "Unnesting Arbitrary Queries", BTW 2015).

use super::functions::{ONE_ROW, binding_key};
use super::nothing::lone_row;
use crate::error::{SqlError, SqlResult};
use crate::functions::kernel::is_volatile;
use crate::plan::binder::Binder;
use crate::plan::{expr, node};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::catalog::cte_worktable::CteWorkTable;
use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::common::{JoinType, NullEquality, ScalarValue};
use datafusion::datasource::{provider_as_source, source_as_provider};
use datafusion::error::DataFusionError;
use datafusion::functions_window::row_number::row_number_udwf;
use datafusion::logical_expr::expr::WindowFunction;
use datafusion::logical_expr::utils::{conjunction, split_conjunction_owned};
use datafusion::logical_expr::{
    Aggregate, BinaryExpr, Cast, Distinct, Expr, ExprFunctionExt, Filter, GroupingSet, Join, Limit, LogicalPlan,
    LogicalPlanBuilder, Operator, Projection, RecursiveQuery, Sort, TableScan, Union, Unnest, Window,
    WindowFunctionDefinition, lit,
};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which binding a row is of: it is of those for which the outer expression equals the column.
#[derive(Clone, Debug)]
pub struct Key {
    pub outer: Expr,
    pub inner: String,
}

/// A plan for all bindings.
#[derive(Debug)]
pub struct Pushed {
    pub plan: LogicalPlan,
    pub keys: Vec<Key>,
    /// The outer columns whose values are at hand in it.
    known: BTreeMap<String, String>,
}

/// Why a plan could not be pushed into.
enum Stop {
    /// Not by keys alone.
    NotByKeys,
    Error(SqlError),
}

impl From<SqlError> for Stop {
    fn from(error: SqlError) -> Self {
        Stop::Error(error)
    }
}

impl From<DataFusionError> for Stop {
    fn from(error: DataFusionError) -> Self {
        Stop::Error(error.into())
    }
}

type Step<T> = Result<T, Stop>;

impl Pushed {
    /// The columns that say which binding a row is of.
    fn carried(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.keys.iter().map(|key| key.inner.clone()).collect();
        for id in self.known.values() {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    pub fn key_columns(&self) -> Vec<Expr> {
        self.keys.iter().map(|key| node::column(&key.inner)).collect()
    }

    /// The condition under which a row is of an outer row's binding.
    pub fn condition(&self) -> Option<Expr> {
        conjunction(self.keys.iter().map(|key| key.outer.clone().eq(node::column(&key.inner))))
    }

    fn with(self, plan: LogicalPlan) -> Self {
        Self { plan, ..self }
    }

    /// The expression with the outer columns' values in place of the references to them.
    fn resolve(&self, bound: &BTreeSet<String>, expr: Expr) -> Step<Expr> {
        let mut missing = false;
        let resolved = expr.transform_up(|part| match &part {
            Expr::OuterReferenceColumn(_, column) if bound.contains(&column.name) => match self.known.get(&column.name)
            {
                Some(id) => Ok(Transformed::yes(node::column(id))),
                None => {
                    missing = true;
                    Ok(Transformed::no(part))
                }
            },
            _ => Ok(Transformed::no(part)),
        })?;
        if missing { Err(Stop::NotByKeys) } else { Ok(resolved.data) }
    }

    fn resolve_all(&self, bound: &BTreeSet<String>, list: impl IntoIterator<Item = Expr>) -> Step<Vec<Expr>> {
        list.into_iter().map(|expr| self.resolve(bound, expr)).collect()
    }
}

/// The outer columns that a plan refers to and does not have itself.
pub fn references(plan: &LogicalPlan) -> SqlResult<BTreeMap<String, DataType>> {
    let mut found = BTreeMap::new();
    plan.apply_with_subqueries(|node| {
        node.apply_expressions(|expr| {
            expr.apply(|part| {
                if let Expr::OuterReferenceColumn(field, column) = part {
                    found.insert(column.name.clone(), field.data_type().clone());
                }
                Ok(TreeNodeRecursion::Continue)
            })
        })
    })?;
    Ok(found)
}

fn refers(expr: &Expr, bound: &BTreeSet<String>) -> bool {
    expr.exists(|part| Ok(matches!(part, Expr::OuterReferenceColumn(_, column) if bound.contains(&column.name))))
        .unwrap_or(true)
}

/// Pushes into one sub-select.
pub struct Push<'a> {
    binder: &'a Binder<'a>,
    /// The outer rows.
    base: &'a LogicalPlan,
    /// Their columns that the sub-select refers to.
    bound: BTreeSet<String>,
    by_keys: bool,
    /// The work tables of the recursive queries that are pushed into: what a scan of one now has beside its columns.
    working: RefCell<Vec<Working>>,
}

/// A work table that holds the rows of all bindings.
struct Working {
    name: String,
    scan: LogicalPlan,
    keys: Vec<Key>,
    known: BTreeMap<String, String>,
}

impl<'a> Push<'a> {
    pub fn new(binder: &'a Binder<'a>, base: &'a LogicalPlan, plan: &LogicalPlan) -> SqlResult<Self> {
        let here = ids(base);
        let bound = references(plan)?.into_keys().filter(|id| here.contains(id)).collect();
        Ok(Self { binder, base, bound, by_keys: true, working: RefCell::default() })
    }

    pub fn bound(&self) -> &BTreeSet<String> {
        &self.bound
    }

    /// By keys, or not at all.
    pub fn by_keys(&mut self, plan: &LogicalPlan) -> SqlResult<Option<Pushed>> {
        if self.bound.is_empty() {
            return Ok(Some(Pushed { plan: plan.clone(), keys: Vec::new(), known: BTreeMap::new() }));
        }
        self.by_keys = true;
        match self.needing(plan.clone()) {
            Ok(pushed) => Ok(Some(pushed)),
            Err(Stop::NotByKeys) => Ok(None),
            Err(Stop::Error(error)) => Err(error),
        }
    }

    /// By keys, or else by domain.
    pub fn run(&mut self, plan: LogicalPlan) -> SqlResult<Pushed> {
        if let Some(pushed) = self.by_keys(&plan)? {
            return Ok(pushed);
        }
        self.by_keys = false;
        stable(self.base)?;
        match self.needing(plan) {
            Ok(pushed) => Ok(pushed),
            Err(Stop::NotByKeys) => Err(SqlError::internal("a reference to an outer column was lost")),
            Err(Stop::Error(error)) => Err(error),
        }
    }

    /// An aggregate without groups whose defaults its reader fills in: the plan, its calls, and which rows are of a binding.
    pub fn aggregated(
        mut self,
        input: Arc<LogicalPlan>,
        calls: Vec<Expr>,
    ) -> SqlResult<(LogicalPlan, Vec<Expr>, Option<Expr>)> {
        if !calls.iter().any(|call| self.refers(call)) {
            let pushed = self.run(Arc::unwrap_or_clone(input))?;
            let condition = pushed.condition();
            let groups = pushed.key_columns();
            let plan = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(pushed.plan), groups, calls.clone())?);
            return Ok((plan, calls, condition));
        }
        self.by_keys = false;
        stable(self.base)?;
        let whole = self.push(Arc::unwrap_or_clone(input)).and_then(|pushed| {
            let calls = pushed.resolve_all(&self.bound, calls)?;
            let condition = pushed.condition();
            let groups = pushed.key_columns();
            let plan = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(pushed.plan), groups, calls.clone())?);
            Ok((plan, calls, condition))
        });
        match whole {
            Ok(whole) => Ok(whole),
            Err(Stop::NotByKeys) => Err(SqlError::internal("a reference to an outer column was lost")),
            Err(Stop::Error(error)) => Err(error),
        }
    }

    fn refers(&self, expr: &Expr) -> bool {
        refers(expr, &self.bound)
    }

    fn needs(&self, plan: &LogicalPlan) -> SqlResult<bool> {
        if references(plan)?.keys().any(|id| self.bound.contains(id)) {
            return Ok(true);
        }
        let working = self.working.borrow();
        Ok(!working.is_empty()
            && plan.exists(|node| {
                Ok(matches!(node, LogicalPlan::TableScan(scan) if working.iter().any(|table| scans(scan, &table.name))))
            })?)
    }

    /// The distinct bindings, under new names.
    fn domain(&self) -> Step<Pushed> {
        if self.by_keys {
            return Err(Stop::NotByKeys);
        }
        let columns: Vec<Expr> = self.bound.iter().map(|id| node::column(id)).collect();
        let key = self.binder.name();
        let outer = binding_key(columns.clone());
        let mut known = BTreeMap::new();
        let mut expressions = vec![outer.clone().alias(&key)];
        for (id, column) in self.bound.iter().zip(columns) {
            let name = self.binder.name();
            expressions.push(column.alias(&name));
            known.insert(id.clone(), name);
        }
        self.binder.spend(size(self.base)?)?;
        let plan = LogicalPlan::Distinct(Distinct::All(Arc::new(node::project(expressions, self.base.clone())?)));
        Ok(Pushed { plan, keys: vec![Key { outer, inner: key }], known })
    }

    /// Every row for every binding.
    fn crossed(&self, plan: LogicalPlan) -> Step<Pushed> {
        let domain = self.domain()?;
        let product = node::join(domain.plan.clone(), plan, JoinType::Inner, None)?;
        Ok(domain.with(product))
    }

    /// Pushes into a plan whether it refers to the outer query or not.
    fn push(&self, plan: LogicalPlan) -> Step<Pushed> {
        if self.needs(&plan)? { self.needing(plan) } else { self.crossed(plan) }
    }

    fn needing(&self, plan: LogicalPlan) -> Step<Pushed> {
        self.binder.spend(1)?;
        match plan {
            LogicalPlan::Filter(Filter { predicate, input, .. }) => {
                self.filter(split_conjunction_owned(predicate), Arc::unwrap_or_clone(input))
            }
            LogicalPlan::Projection(Projection { expr, input, .. }) => {
                let pushed = self.push(Arc::unwrap_or_clone(input))?;
                let mut expressions = pushed.resolve_all(&self.bound, expr)?;
                expressions.extend(pushed.carried().iter().map(|id| node::column(id)));
                let plan = node::project(expressions, pushed.plan.clone())?;
                Ok(pushed.with(plan))
            }
            LogicalPlan::Aggregate(aggregate) => self.aggregate(aggregate),
            LogicalPlan::Distinct(Distinct::All(input)) => {
                let pushed = self.push(Arc::unwrap_or_clone(input))?;
                let plan = LogicalPlan::Distinct(Distinct::All(Arc::new(pushed.plan.clone())));
                Ok(pushed.with(plan))
            }
            LogicalPlan::Sort(Sort { expr, input, fetch: None }) => {
                let pushed = self.push(Arc::unwrap_or_clone(input))?;
                let mut keys = Vec::with_capacity(expr.len());
                for mut key in expr {
                    key.expr = pushed.resolve(&self.bound, key.expr)?;
                    keys.push(key);
                }
                let plan = node::sort(keys, pushed.plan.clone());
                Ok(pushed.with(plan))
            }
            LogicalPlan::Limit(limit) => self.limit(limit),
            LogicalPlan::Window(Window { input, window_expr, .. }) => {
                let pushed = self.push(Arc::unwrap_or_clone(input))?;
                let keys = pushed.key_columns();
                let mut calls = Vec::with_capacity(window_expr.len());
                for call in pushed.resolve_all(&self.bound, window_expr)? {
                    calls.push(partitioned(call, &keys)?);
                }
                let plan = node::window(calls, pushed.plan.clone())?;
                Ok(pushed.with(plan))
            }
            LogicalPlan::Union(Union { inputs, schema }) => {
                let names = schema.fields().iter().map(|field| field.name().clone()).collect::<Vec<_>>();
                self.union(inputs.into_iter().map(Arc::unwrap_or_clone).collect(), &names)
            }
            LogicalPlan::Unnest(Unnest { input, exec_columns, options, .. }) => {
                let pushed = self.push(Arc::unwrap_or_clone(input))?;
                let plan = Unnest::try_new(Arc::new(pushed.plan.clone()), exec_columns, options)?;
                Ok(pushed.with(LogicalPlan::Unnest(plan)))
            }
            LogicalPlan::Join(join) => self.join(join),
            LogicalPlan::RecursiveQuery(query) => self.recursive(query),
            LogicalPlan::TableScan(scan) => self.work_table(&scan),
            _ => Err(Stop::Error(SqlError::unsupported("this form of correlated sub-select is not supported"))),
        }
    }

    fn filter(&self, conditions: Vec<Expr>, input: LogicalPlan) -> Step<Pushed> {
        if !self.by_keys {
            let pushed = self.push(input)?;
            let conditions = pushed.resolve_all(&self.bound, conditions)?;
            let plan = filtered(conditions, pushed.plan.clone())?;
            return Ok(pushed.with(plan));
        }
        let mut pushed = if self.needs(&input)? {
            self.needing(input)?
        } else {
            Pushed { plan: input, keys: Vec::new(), known: BTreeMap::new() }
        };
        let (equalities, others): (Vec<Expr>, Vec<Expr>) =
            conditions.into_iter().partition(|condition| self.equality(condition).is_some());
        let mut more = Vec::new();
        for (inner, outer) in equalities.iter().filter_map(|condition| self.equality(condition)) {
            let id = self.binder.name();
            more.push(inner.clone().alias(&id));
            if let Expr::OuterReferenceColumn(field, column) = outer
                && is_exact(field.data_type())
                && matches!(inner, Expr::Column(_))
            {
                pushed.known.insert(column.name.clone(), id.clone());
            }
            let outer = as_outer(outer.clone(), &self.bound)?;
            pushed.keys.push(Key { outer, inner: id });
        }
        pushed.plan = node::extend(pushed.plan, more)?;
        let others = pushed.resolve_all(&self.bound, others)?;
        let plan = filtered(others, pushed.plan.clone())?;
        Ok(pushed.with(plan))
    }

    /// The two sides of an equality between the sub-select's own columns and outer ones: (inner, outer).
    fn equality<'e>(&self, condition: &'e Expr) -> Option<(&'e Expr, &'e Expr)> {
        let Expr::BinaryExpr(BinaryExpr { left, op: Operator::Eq, right }) = condition else { return None };
        let is_inner = |side: &Expr| {
            side.any_column_refs() && !side.contains_outer() && !side.is_volatile() && !expr::holds_subquery(side)
        };
        let is_outer = |side: &Expr| {
            !side.any_column_refs() && self.refers(side) && !side.is_volatile() && !expr::holds_subquery(side)
        };
        if is_inner(left) && is_outer(right) {
            Some((left, right))
        } else if is_inner(right) && is_outer(left) {
            Some((right, left))
        } else {
            None
        }
    }

    fn aggregate(&self, aggregate: Aggregate) -> Step<Pushed> {
        let lone_row = lone_row(&aggregate)?;
        if lone_row.is_some() && self.by_keys {
            // A binding without rows has a row all the same.
            return Err(Stop::NotByKeys);
        }
        let Aggregate { input, group_expr, aggr_expr, .. } = aggregate;
        let pushed = self.push(Arc::unwrap_or_clone(input))?;
        let group_expr = pushed.resolve_all(&self.bound, group_expr)?;
        let calls = pushed.resolve_all(&self.bound, aggr_expr)?;
        let carried: Vec<Expr> = pushed.carried().iter().map(|id| node::column(id)).collect();
        let groups = match group_expr.as_slice() {
            [Expr::GroupingSet(GroupingSet::GroupingSets(sets))] => {
                // First, so that the bits of the grouping id stay where they are.
                let sets = sets.iter().map(|set| carried.iter().chain(set).cloned().collect()).collect();
                vec![Expr::GroupingSet(GroupingSet::GroupingSets(sets))]
            }
            _ => carried.iter().cloned().chain(group_expr).collect(),
        };
        let plan = LogicalPlan::Aggregate(Aggregate::try_new(Arc::new(pushed.plan.clone()), groups, calls)?);
        let pushed = pushed.with(plan);
        match lone_row {
            Some(columns) => self.one_for_each(pushed, columns),
            None => Ok(pushed),
        }
    }

    /// A row for each binding: where the aggregate had no row to see, what it is over nothing.
    fn one_for_each(&self, pushed: Pushed, columns: Vec<(String, Expr)>) -> Step<Pushed> {
        let domain = self.domain()?;
        let condition = same_binding(&domain, &pushed);
        let joined = node::join(domain.plan.clone(), pushed.plan, JoinType::Left, condition)?;
        let mut expressions: Vec<Expr> = domain.carried().iter().map(|id| node::column(id)).collect();
        expressions.extend(columns.into_iter().map(|(id, value)| value.alias(id)));
        let plan = node::project(expressions, joined)?;
        Ok(domain.with(plan))
    }

    fn limit(&self, limit: Limit) -> Step<Pushed> {
        let Limit { skip, fetch, input } = limit;
        let columns = node::all_columns(&input);
        let (order, input) = match Arc::unwrap_or_clone(input) {
            LogicalPlan::Sort(Sort { expr, input, fetch: None }) => (expr, Arc::unwrap_or_clone(input)),
            other => (Vec::new(), other),
        };
        let pushed = self.push(input)?;
        let mut sorting = Vec::with_capacity(order.len());
        for mut key in order {
            key.expr = pushed.resolve(&self.bound, key.expr)?;
            sorting.push(key);
        }
        let number = self.binder.name();
        let call = Expr::from(WindowFunction::new(WindowFunctionDefinition::WindowUDF(row_number_udwf()), vec![]));
        let call = call.partition_by(pushed.key_columns());
        let call = if sorting.is_empty() { call.build()? } else { call.order_by(sorting).build()? }.alias(&number);
        let numbered = node::window(vec![call], pushed.plan.clone())?;
        let number = Expr::Cast(Cast::new(Box::new(node::column(&number)), DataType::Int64));
        let skip = skip.map_or_else(|| lit(0_i64), |skip| *skip);
        let mut conditions = vec![number.clone().gt(skip.clone())];
        if let Some(fetch) = fetch {
            conditions.push(number.lt_eq(skip + *fetch));
        }
        let kept = filtered(pushed.resolve_all(&self.bound, conditions)?, numbered)?;
        let mut all = columns;
        all.extend(pushed.carried().iter().map(|id| node::column(id)));
        let plan = node::project(all, kept)?;
        Ok(pushed.with(plan))
    }

    /// Every arm for every binding, the bindings under the same names.
    fn union(&self, arms: Vec<LogicalPlan>, names: &[String]) -> Step<Pushed> {
        let arms = arms
            .into_iter()
            .map(|arm| {
                let own = arm.schema().columns();
                Ok((own, self.push(arm)?))
            })
            .collect::<Step<Vec<_>>>()?;
        let Some((_, first)) = arms.first() else { return Err(Stop::Error(SqlError::internal("a union of nothing"))) };
        let keys: Vec<Key> =
            first.keys.iter().map(|key| Key { outer: key.outer.clone(), inner: self.binder.name() }).collect();
        let mut known: BTreeMap<String, String> =
            first.known.keys().map(|outer| (outer.clone(), self.binder.name())).collect();
        known.retain(|outer, _| arms.iter().all(|(_, arm)| arm.known.contains_key(outer)));
        let mut plans = Vec::with_capacity(arms.len());
        for (own, arm) in &arms {
            if arm.keys.len() != keys.len() {
                return Err(Stop::NotByKeys);
            }
            let mut expressions: Vec<Expr> =
                own.iter().zip(names).map(|(column, name)| Expr::Column(column.clone()).alias(name)).collect();
            for key in &keys {
                let found = arm.keys.iter().find(|candidate| candidate.outer == key.outer).ok_or(Stop::NotByKeys)?;
                expressions.push(node::column(&found.inner).alias(&key.inner));
            }
            for (outer, id) in &known {
                let found = arm.known.get(outer).ok_or(Stop::NotByKeys)?;
                expressions.push(node::column(found).alias(id));
            }
            plans.push(node::project(expressions, arm.plan.clone())?);
        }
        Ok(Pushed { plan: node::union_all(plans)?, keys, known })
    }

    /// The rows of all bindings are worked on together; each says in every step which binding it is of.
    fn recursive(&self, query: RecursiveQuery) -> Step<Pushed> {
        let RecursiveQuery { name, static_term, recursive_term, is_distinct, schema } = query;
        let own = schema.columns();
        let start = self.push(Arc::unwrap_or_clone(static_term))?;
        let keys: Vec<Key> =
            start.keys.iter().map(|key| Key { outer: key.outer.clone(), inner: self.binder.name() }).collect();
        let known: BTreeMap<String, String> =
            start.known.keys().map(|outer| (outer.clone(), self.binder.name())).collect();
        let first = self.as_worked(&start, &keys, &known)?;
        let fields =
            first.schema().fields().iter().map(|field| Field::new(field.name(), field.data_type().clone(), true));
        let table = CteWorkTable::new(&name, Arc::new(Schema::new(fields.collect::<Vec<_>>())));
        let scan = LogicalPlanBuilder::scan(name.as_str(), provider_as_source(Arc::new(table)), None)?.build()?;
        self.working.borrow_mut().push(Working { name: name.clone(), scan, keys: keys.clone(), known: known.clone() });
        let step =
            self.push(Arc::unwrap_or_clone(recursive_term)).and_then(|step| self.as_worked(&step, &keys, &known));
        self.working.borrow_mut().pop();
        let query = RecursiveQuery::try_new(name, Arc::new(first), Arc::new(step?), is_distinct)?;
        let plan = LogicalPlan::RecursiveQuery(query);
        let sources = plan.schema().columns();
        let named = own.iter().zip(&sources).map(|(own, source)| Expr::Column(source.clone()).alias(&own.name));
        let carried = sources.iter().skip(own.len()).cloned().map(Expr::Column);
        let plan = node::project(named.chain(carried).collect(), plan)?;
        Ok(Pushed { plan, keys, known })
    }

    /// A term of a recursive query in the form that all its terms have: its own columns, then the binding's.
    fn as_worked(&self, term: &Pushed, keys: &[Key], known: &BTreeMap<String, String>) -> Step<LogicalPlan> {
        if term.keys.len() != keys.len() {
            return Err(Stop::NotByKeys);
        }
        let carried = term.carried();
        let columns = term.plan.schema().columns();
        let mut expressions: Vec<Expr> =
            columns.into_iter().filter(|column| !carried.contains(&column.name)).map(Expr::Column).collect();
        for key in keys {
            let found = term.keys.iter().find(|candidate| candidate.outer == key.outer).ok_or(Stop::NotByKeys)?;
            expressions.push(node::column(&found.inner).alias(&key.inner));
        }
        for (outer, id) in known {
            let found = term.known.get(outer).ok_or(Stop::NotByKeys)?;
            expressions.push(node::column(found).alias(id));
        }
        Ok(node::project(expressions, term.plan.clone())?)
    }

    /// The rows of the step before, each of its binding.
    fn work_table(&self, scan: &TableScan) -> Step<Pushed> {
        let working = self.working.borrow();
        let Some(table) = working.iter().rev().find(|table| scans(scan, &table.name)) else {
            return Err(Stop::Error(SqlError::internal("a scan without references")));
        };
        let named = |id: &String| (id.clone(), self.binder.name());
        let renamed: BTreeMap<String, String> =
            table.keys.iter().map(|key| &key.inner).chain(table.known.values()).map(named).collect();
        let expressions = table.scan.schema().columns().into_iter().map(|column| match renamed.get(&column.name) {
            Some(id) => Expr::Column(column).alias(id),
            None => Expr::Column(column),
        });
        let plan = node::project(expressions.collect(), table.scan.clone())?;
        let as_renamed = |id: &String| renamed.get(id).cloned().ok_or(Stop::NotByKeys);
        let keys = table.keys.iter().map(|key| Ok(Key { outer: key.outer.clone(), inner: as_renamed(&key.inner)? }));
        let known = table.known.iter().map(|(outer, id)| Ok((outer.clone(), as_renamed(id)?)));
        Ok(Pushed { plan, keys: keys.collect::<Step<_>>()?, known: known.collect::<Step<_>>()? })
    }

    fn join(&self, join: Join) -> Step<Pushed> {
        let Join { left, right, mut on, filter, join_type, join_constraint, null_equality, null_aware, .. } = join;
        let (left, right) = (Arc::unwrap_or_clone(left), Arc::unwrap_or_clone(right));
        let (of_left, of_right) = (self.needs(&left)?, self.needs(&right)?);
        if join_type == JoinType::Inner && !of_left && !of_right {
            // Only the condition refers to the outer query.
            let mut conditions: Vec<Expr> = on.into_iter().map(|(left, right)| left.eq(right)).collect();
            conditions.extend(filter.into_iter().flat_map(split_conjunction_owned));
            return self.filter(conditions, node::join(left, right, JoinType::Inner, None)?);
        }
        let is_preserved = |side: Side| match join_type {
            JoinType::Inner => false,
            JoinType::Left | JoinType::LeftSemi | JoinType::LeftAnti | JoinType::LeftMark => side == Side::Left,
            JoinType::Right | JoinType::RightSemi | JoinType::RightAnti | JoinType::RightMark => side == Side::Right,
            JoinType::Full => true,
        };
        let some = |is_needed: bool, plan: LogicalPlan| -> Step<Result<Pushed, LogicalPlan>> {
            if is_needed { Ok(Ok(self.push(plan)?)) } else { Ok(Err(plan)) }
        };
        // A side whose rows stay without a match must have them for every binding.
        let left = some(of_left || is_preserved(Side::Left), left)?;
        let right = some(of_right || is_preserved(Side::Right), right)?;
        let mut conditions: Vec<Expr> = filter.into_iter().flat_map(split_conjunction_owned).collect();
        let (left, right, mut result) = match (left, right) {
            (Ok(left), Err(right)) => (left.plan.clone(), right, left),
            (Err(left), Ok(right)) => (left, right.plan.clone(), right),
            (Ok(left), Ok(right)) => {
                if self.by_keys && join_type != JoinType::Inner {
                    return Err(Stop::NotByKeys);
                }
                for key in &left.keys {
                    let same = right.keys.iter().find(|other| other.outer == key.outer);
                    let Some(same) = same else { continue };
                    let pair = (node::column(&key.inner), node::column(&same.inner));
                    if null_equality == NullEquality::NullEqualsNull {
                        on.push(pair);
                    } else {
                        conditions.push(pair.0.eq(pair.1));
                    }
                }
                let (left_plan, right_plan) = (left.plan.clone(), right.plan.clone());
                (left_plan, right_plan, both(left, right, join_type))
            }
            (Err(_), Err(_)) => return Err(Stop::Error(SqlError::internal("a join without references"))),
        };
        conditions = result.resolve_all(&self.bound, conditions)?;
        let plan = LogicalPlan::Join(Join::try_new(
            Arc::new(left),
            Arc::new(right),
            on,
            conjunction(conditions),
            join_type,
            join_constraint,
            null_equality,
            null_aware,
        )?);
        result.plan = plan;
        if join_type == JoinType::Full { self.of_either(result) } else { Ok(result) }
    }

    /// After a full join a binding's value is on one side or the other: `keys` holds the left side's and then the right side's.
    fn of_either(&self, joined: Pushed) -> Step<Pushed> {
        let Pushed { plan, keys, known } = joined;
        let coalesce =
            |a: &str, b: &str| datafusion::functions::core::expr_fn::coalesce(vec![node::column(a), node::column(b)]);
        let mut more = Vec::new();
        let [left, right] = keys.as_slice() else { return Err(Stop::NotByKeys) };
        let id = self.binder.name();
        more.push(coalesce(&left.inner, &right.inner).alias(&id));
        let key = Key { outer: left.outer.clone(), inner: id };
        let mut values = BTreeMap::new();
        for outer in &self.bound {
            let (Some(left), Some(right)) = (known.get(outer), known.get(&format!("right {outer}"))) else {
                return Err(Stop::NotByKeys);
            };
            let id = self.binder.name();
            more.push(coalesce(left, right).alias(&id));
            values.insert(outer.clone(), id);
        }
        Ok(Pushed { plan: node::extend(plan, more)?, keys: vec![key], known: values })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// What says the binding after a join of two sides that both say it.
fn both(left: Pushed, right: Pushed, join_type: JoinType) -> Pushed {
    let plan = left.plan.clone();
    match join_type {
        JoinType::Right | JoinType::RightSemi | JoinType::RightAnti | JoinType::RightMark => right,
        JoinType::Full => {
            let keys = left.keys.into_iter().chain(right.keys).collect();
            let mut known = left.known;
            known.extend(right.known.into_iter().map(|(outer, id)| (format!("right {outer}"), id)));
            Pushed { plan, keys, known }
        }
        JoinType::Inner => {
            let mut keys = left.keys;
            for key in right.keys {
                if !keys.iter().any(|known| known.outer == key.outer) {
                    keys.push(key);
                }
            }
            let mut known = right.known;
            known.extend(left.known);
            Pushed { plan, keys, known }
        }
        _ => left,
    }
}

/// Whether a scan reads the work table of this name.
fn scans(scan: &TableScan, name: &str) -> bool {
    scan.table_name.table() == name
        && source_as_provider(&scan.source)
            .is_ok_and(|provider| provider.as_ref().downcast_ref::<CteWorkTable>().is_some())
}

fn same_binding(left: &Pushed, right: &Pushed) -> Option<Expr> {
    conjunction(left.keys.iter().filter_map(|key| {
        let same = right.keys.iter().find(|other| other.outer == key.outer)?;
        Some(node::column(&key.inner).eq(node::column(&same.inner)))
    }))
}

/// The columns of a plan by name.
pub fn ids(plan: &LogicalPlan) -> BTreeSet<String> {
    plan.schema().fields().iter().map(|field| field.name().clone()).collect()
}

/// References to these outer columns as the columns that they are outside.
pub fn as_outer(expr: Expr, bound: &BTreeSet<String>) -> SqlResult<Expr> {
    let expr = expr.transform_up(|part| match &part {
        Expr::OuterReferenceColumn(_, column) if bound.contains(&column.name) => {
            Ok(Transformed::yes(Expr::Column(column.clone())))
        }
        _ => Ok(Transformed::no(part)),
    })?;
    Ok(expr.data)
}

fn filtered(conditions: Vec<Expr>, plan: LogicalPlan) -> SqlResult<LogicalPlan> {
    match conjunction(conditions) {
        Some(condition) => node::filter(condition, plan),
        None => Ok(plan),
    }
}

/// A window call whose partitions are within one binding.
fn partitioned(call: Expr, keys: &[Expr]) -> SqlResult<Expr> {
    let call = call.transform_down(|part| match part {
        Expr::WindowFunction(mut call) => {
            call.params.partition_by.extend(keys.iter().cloned());
            Ok(Transformed::new(Expr::WindowFunction(call), true, TreeNodeRecursion::Jump))
        }
        other => Ok(Transformed::no(other)),
    })?;
    Ok(call.data)
}

/// Types whose equal values are the same value: not floating point (0 and -0), whose equal values differ.
fn is_exact(form: &DataType) -> bool {
    matches!(
        form,
        DataType::Boolean
            | DataType::Int16
            | DataType::Int32
            | DataType::Int64
            | DataType::UInt32
            | DataType::Utf8View
            | DataType::Date32
            | DataType::Timestamp(..)
            | DataType::FixedSizeBinary(_)
    )
}

fn size(plan: &LogicalPlan) -> SqlResult<usize> {
    let mut nodes = 0;
    plan.apply_with_subqueries(|_| {
        nodes += 1;
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(nodes)
}

/// The domain is read beside the outer rows: both must be the same rows.
fn stable(plan: &LogicalPlan) -> SqlResult<()> {
    let mut unstable = None;
    plan.apply_with_subqueries(|node| {
        match node {
            LogicalPlan::Limit(_) => unstable = Some("LIMIT"),
            LogicalPlan::Window(_) => unstable = Some("window functions"),
            LogicalPlan::TableScan(scan)
                if source_as_provider(&scan.source)
                    .is_ok_and(|provider| provider.as_ref().downcast_ref::<CteWorkTable>().is_some()) =>
            {
                unstable = Some("WITH RECURSIVE");
            }
            _ => {}
        }
        node.apply_expressions(|expr| {
            expr.apply(|part| {
                match part {
                    Expr::ScalarFunction(call) if call.name() == ONE_ROW => {}
                    Expr::AggregateFunction(call)
                        if call.params.order_by.is_empty() && call.func.name().ends_with("_agg") =>
                    {
                        unstable = Some("aggregates without an order");
                    }
                    part if is_volatile(part) => unstable = Some("volatile functions"),
                    _ => {}
                }
                Ok(TreeNodeRecursion::Continue)
            })
        })
    })?;
    match unstable {
        None => Ok(()),
        Some(what) => Err(SqlError::unsupported("this form of correlated sub-select is not supported")
            .detail(format!("It is correlated with rows that {what} may change from one reading to the next."))),
    }
}

/// A constant number of rows that is not none: EXISTS does not ask for more.
pub fn at_least_one(limit: &Limit) -> bool {
    let at_least_one = |fetch: &Expr| matches!(fetch, Expr::Literal(ScalarValue::Int64(Some(count)), _) if *count > 0);
    limit.skip.is_none() && limit.fetch.as_deref().is_none_or(at_least_one)
}
