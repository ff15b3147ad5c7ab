//! One node of the plan, one SELECT.
//!
//! Comes in: a node. Goes out: the SELECT that gives the same rows. Must never: let a node through by a wildcard.

use super::expression::Scope;
use super::select::{From, Item, Select, as_type};
use super::{Local, Result, Writer, local};
use crate::plan::governed::GovernedRelation;
use crate::plan::leakproof::is_leakproof;
use crate::types::PgType;
use datafusion::common::{Column, ScalarValue};
use datafusion::logical_expr::utils::split_conjunction;
use datafusion::logical_expr::{
    Aggregate, Distinct, EmptyRelation, Expr, Filter, GroupingSet, Limit, LogicalPlan, Projection, Sort, SortExpr,
    TableScan, Union, Values, Window,
};

impl Writer {
    /// Lowers a node and all below it. `outer` are the levels that it may refer to; `wanted` are its columns' types, as far as they are known.
    pub(super) fn node(&mut self, plan: &LogicalPlan, outer: Option<&Scope<'_>>, wanted: &[PgType]) -> Result<Select> {
        match plan {
            LogicalPlan::TableScan(scan) => self.table_scan(scan),
            LogicalPlan::Projection(projection) => self.projection(projection, outer, wanted),
            LogicalPlan::Filter(filter) => self.filter(filter, outer, wanted),
            LogicalPlan::Sort(sort) => self.sort(sort, outer, wanted),
            LogicalPlan::Limit(limit) => self.limit(limit, outer, wanted),
            LogicalPlan::Distinct(Distinct::All(input)) => {
                let input = self.node(input, outer, wanted)?;
                let input = match input.distinct || !input.order.is_empty() || input.is_limited() {
                    true => self.wrapped(input)?,
                    false => input,
                };
                if input.items.is_empty() {
                    return local("DISTINCT of no columns");
                }
                if input.items.iter().any(|item| item.ty == PgType::Json) {
                    return local("DISTINCT of json");
                }
                self.distinct(input)
            }
            LogicalPlan::Aggregate(aggregate) => self.aggregation(aggregate, outer),
            LogicalPlan::Window(window) => self.windows(window, outer),
            LogicalPlan::Join(join) => self.join(join, outer),
            LogicalPlan::Union(union) => self.union(union, outer, wanted),
            LogicalPlan::Values(values) => self.values(values, outer, wanted),
            LogicalPlan::EmptyRelation(EmptyRelation { produce_one_row, schema }) => {
                if !schema.fields().is_empty() {
                    return local("an empty relation with columns");
                }
                let mut select = Select::over(From::Nothing, Vec::new(), true);
                if !produce_one_row {
                    select.wheres.push("false".to_owned());
                }
                Ok(select)
            }
            LogicalPlan::Distinct(Distinct::On(_)) => local("DISTINCT ON"),
            LogicalPlan::Unnest(_) => local("a set-returning function"),
            LogicalPlan::RecursiveQuery(_) => local("WITH RECURSIVE"),
            LogicalPlan::Subquery(_)
            | LogicalPlan::SubqueryAlias(_)
            | LogicalPlan::Repartition(_)
            | LogicalPlan::Statement(_)
            | LogicalPlan::Explain(_)
            | LogicalPlan::Analyze(_)
            | LogicalPlan::Extension(_)
            | LogicalPlan::Dml(_)
            | LogicalPlan::Ddl(_)
            | LogicalPlan::Copy(_)
            | LogicalPlan::DescribeTable(_) => local("a node that no statement has"),
        }
    }

    fn table_scan(&mut self, scan: &TableScan) -> Result<Select> {
        let TableScan { table_name, source, projection, projected_schema: _, filters, fetch, statistics_requests: _ } =
            scan;
        let Some(relation) = GovernedRelation::of_source(source) else { return local("a system catalog") };
        if !filters.is_empty() || fetch.is_some() {
            return local("a scan with predicates");
        }
        let visible: Vec<usize> = match projection {
            None => (0..relation.columns().len()).collect(),
            Some(indices) => indices.clone(),
        };
        let keys = visible
            .iter()
            .filter_map(|index| relation.columns().get(*index))
            .map(|column| Column::new(Some(table_name.clone()), &column.name))
            .collect();
        self.table(&relation, &visible, keys)
    }

    fn projection(&mut self, projection: &Projection, outer: Option<&Scope<'_>>, wanted: &[PgType]) -> Result<Select> {
        // A column that is only handed on has the type that it is wanted as.
        let below: Vec<PgType> = projection
            .input
            .schema()
            .columns()
            .iter()
            .map(|column| {
                let handed = projection.expr.iter().zip(wanted).find(|(expr, _)| as_column(expr) == Some(column));
                handed.map_or(PgType::Unknown, |(_, wanted)| wanted.clone())
            })
            .collect();
        let input = self.node(&projection.input, outer, &below)?;
        let input = if input.is_projectable() { input } else { self.wrapped(input)? };
        // What is computed after the rows are cut must not be computed on the others.
        let computes =
            input.is_limited() && self.tried(|writer| Ok(!writer.projected(&input, projection, outer, wanted)?.1))?;
        let mut input = if computes { self.wrapped(input)? } else { input };
        (input.items, input.plain) = self.projected(&input, projection, outer, wanted)?;
        Ok(input)
    }

    /// The columns of a projection over what was read, and whether each is one of those that were read.
    fn projected(
        &mut self,
        input: &Select,
        projection: &Projection,
        outer: Option<&Scope<'_>>,
        wanted: &[PgType],
    ) -> Result<(Vec<Item>, bool)> {
        let scope = Scope::new(&input.items, outer);
        let mut items = Vec::with_capacity(projection.expr.len());
        let mut plain = true;
        for (index, (expr, key)) in projection.expr.iter().zip(projection.schema.columns()).enumerate() {
            let (sql, ty) = self.expression(expr, &scope, wanted.get(index))?;
            // A key that PostgreSQL does not need is the column itself.
            plain &= input.items.iter().any(|item| item.sql == sql);
            items.push(Item { key, sql, ty });
        }
        Ok((items, plain))
    }

    fn filter(&mut self, filter: &Filter, outer: Option<&Scope<'_>>, wanted: &[PgType]) -> Result<Select> {
        let input = self.node(&filter.input, outer, wanted)?;
        let mut input = self.opened(input)?;
        for part in split_conjunction(&filter.predicate) {
            if let Some(predicate) = self.below_fence(part, &input)? {
                if let From::Table(table) = &mut input.from {
                    table.add(predicate);
                }
                continue;
            }
            let scope = Scope::new(&input.items, outer);
            let (sql, _) = self.expression(part, &scope, Some(&PgType::Bool))?;
            input.wheres.push(sql);
        }
        Ok(input)
    }

    /// The predicate over the table's own columns, where it may stand beside the row filter.
    fn below_fence(&mut self, predicate: &Expr, input: &Select) -> Result<Option<String>> {
        let From::Table(table) = &input.from else { return Ok(None) };
        let raw = |column: &Column| {
            let item = Scope::find(&input.items, column)?;
            let name = table.source_of(&item.sql)?;
            let ty = table.relation().plain_column(name)?.ty.clone();
            Some((super::quoted(name), ty))
        };
        let type_of = |name: &str| raw(&Column::new_unqualified(name)).map(|(_, ty)| ty);
        if !is_leakproof(predicate, &type_of) {
            return Ok(None);
        }
        self.below(predicate, &raw).map(Some)
    }

    /// A leakproof predicate over columns that `raw` tells.
    pub(super) fn below(
        &mut self,
        predicate: &Expr,
        raw: &dyn Fn(&Column) -> Option<(String, PgType)>,
    ) -> Result<String> {
        let mut items = Vec::new();
        for column in predicate.column_refs() {
            let (sql, ty) = raw(column).ok_or_else(|| Local("a column out of reach".to_owned()))?;
            items.push(Item { key: column.clone(), sql, ty });
        }
        let scope = Scope::new(&items, None);
        self.expression(predicate, &scope, Some(&PgType::Bool)).map(|(sql, _)| sql)
    }

    fn sort(&mut self, sort: &Sort, outer: Option<&Scope<'_>>, wanted: &[PgType]) -> Result<Select> {
        let Sort { expr, input, fetch } = sort;
        let input = self.node(input, outer, wanted)?;
        let mut input = self.opened(input)?;
        let scope = Scope::new(&input.items, outer);
        let keys = self.sort_keys(expr, &scope)?;
        input.order = keys;
        input.limit = fetch.map(|fetch| fetch.to_string());
        Ok(input)
    }

    /// `a DESC NULLS FIRST`, text by its bytes.
    pub(super) fn sort_keys(&mut self, keys: &[SortExpr], scope: &Scope<'_>) -> Result<Vec<String>> {
        let mut sorted = Vec::with_capacity(keys.len());
        for SortExpr { expr, asc, nulls_first } in keys {
            let (sql, ty) = self.expression(expr, scope, None)?;
            let direction = if *asc { "ASC" } else { "DESC" };
            let nulls = if *nulls_first { "FIRST" } else { "LAST" };
            let keys = self.dialect.order_keys(sql, &ty)?.into_iter();
            sorted.extend(keys.map(|key| format!("{key} {direction} NULLS {nulls}")));
        }
        Ok(sorted)
    }

    fn limit(&mut self, limit: &Limit, outer: Option<&Scope<'_>>, wanted: &[PgType]) -> Result<Select> {
        let Limit { skip, fetch, input } = limit;
        let input = self.node(input, outer, wanted)?;
        let mut input = if input.is_limited() { self.wrapped(input)? } else { input };
        let number = |expr: &Option<Box<Expr>>| match expr.as_deref() {
            None => Ok(None),
            Some(Expr::Literal(ScalarValue::Int64(Some(rows)), _)) => self.dialect.row_count(*rows).map(Some),
            Some(Expr::Literal(ScalarValue::Int64(None), _)) => Ok(None),
            Some(_) => local("a limit that is computed"),
        };
        input.limit = number(fetch)?;
        input.offset = number(skip)?;
        Ok(input)
    }

    fn union(&mut self, union: &Union, outer: Option<&Scope<'_>>, wanted: &[PgType]) -> Result<Select> {
        let mut arms = Vec::with_capacity(union.inputs.len());
        for input in &union.inputs {
            arms.push(self.node(input, outer, wanted)?);
        }
        let Some(types) = arms.first().map(|arm| arm.items.iter().map(|item| item.ty.clone()).collect::<Vec<_>>())
        else {
            return local("a union of nothing");
        };
        if types.is_empty() {
            return local("a union of no columns");
        }
        let types: Vec<PgType> = types
            .into_iter()
            .enumerate()
            .map(|(index, ty)| wanted.get(index).filter(|ty| **ty != PgType::Unknown).cloned().unwrap_or(ty))
            .collect();
        let mut texts = Vec::with_capacity(arms.len());
        let table = self.table_name();
        for mut arm in arms {
            if arm.items.len() != types.len() {
                return local("a union of unlike arms");
            }
            for (item, ty) in arm.items.iter_mut().zip(&types) {
                let (sql, ty) = as_type(std::mem::take(&mut item.sql), &item.ty, ty, self.dialect)?;
                (item.sql, item.ty) = (sql, ty);
            }
            texts.push(format!("({})", self.text(arm)?));
        }
        let mut names = Vec::with_capacity(types.len());
        let mut items = Vec::with_capacity(types.len());
        for (key, ty) in union.schema.columns().into_iter().zip(types) {
            let name = self.column_name();
            items.push(Item { key, sql: format!("{table}.{name}"), ty });
            names.push(name);
        }
        let from = format!("({}) AS {table}({})", texts.join(" UNION ALL "), names.join(", "));
        Ok(Select::over(From::Text(from), items, true))
    }

    fn values(&mut self, values: &Values, outer: Option<&Scope<'_>>, wanted: &[PgType]) -> Result<Select> {
        let scope = Scope::new(&[], outer);
        let mut types: Vec<Option<PgType>> = Vec::new();
        let mut rows = Vec::with_capacity(values.values.len());
        for row in &values.values {
            let mut cells = Vec::with_capacity(row.len());
            for (index, value) in row.iter().enumerate() {
                let want = wanted.get(index).or_else(|| types.get(index).and_then(Option::as_ref)).cloned();
                let (sql, ty) = self.expression(value, &scope, want.as_ref())?;
                match types.get(index) {
                    None => types.push(Some(ty)),
                    Some(Some(known)) if *known != ty => return local("VALUES of unlike types"),
                    Some(_) => {}
                }
                cells.push(sql);
            }
            rows.push(cells);
        }
        let table = self.table_name();
        let (mut names, mut items) = (Vec::new(), Vec::new());
        for (key, ty) in values.schema.columns().into_iter().zip(types) {
            let Some(ty) = ty else { return local("VALUES without a type") };
            let name = self.column_name();
            items.push(Item { key, sql: format!("{table}.{name}"), ty });
            names.push(name);
        }
        if items.is_empty() {
            return local("VALUES of nothing");
        }
        let from = format!("({}) AS {table}({})", self.dialect.values(&rows), names.join(", "));
        Ok(Select::over(From::Text(from), items, true))
    }

    fn aggregation(&mut self, aggregate: &Aggregate, outer: Option<&Scope<'_>>) -> Result<Select> {
        let input = self.node(&aggregate.input, outer, &[])?;
        let mut input = self.opened(input)?;
        let keys = aggregate.schema.columns();
        let (mut items, mut groups, mut clause) = (Vec::new(), Vec::new(), None);
        {
            let scope = Scope::new(&input.items, outer);
            if let [Expr::GroupingSet(sets)] = aggregate.group_expr.as_slice() {
                clause = Some(vec![self.grouping_sets(sets, &scope, &mut items, &mut groups)?]);
            }
            for expr in aggregate.group_expr.iter().filter(|_| clause.is_none()) {
                let (sql, ty) = self.expression(expr, &scope, None)?;
                groups.extend(self.dialect.group_keys(&sql, &ty)?);
                items.push((sql, ty));
            }
            for expr in &aggregate.aggr_expr {
                items.push(self.aggregate(expr, &scope, &groups)?);
            }
        }
        if items.len() != keys.len() {
            return local("an aggregate of another shape");
        }
        input.items = keys.into_iter().zip(items).map(|(key, (sql, ty))| Item { key, sql, ty }).collect();
        input.group = Some(clause.unwrap_or(groups));
        input.plain = false;
        Ok(input)
    }

    /// `GROUPING SETS ((a, b), (a), ())`; the columns are each expression once, and which of them a row is not grouped by.
    fn grouping_sets(
        &mut self,
        sets: &GroupingSet,
        scope: &Scope<'_>,
        items: &mut Vec<(String, PgType)>,
        groups: &mut Vec<String>,
    ) -> Result<String> {
        let GroupingSet::GroupingSets(sets) = sets else { return local("grouping sets of another shape") };
        let mut known: Vec<&Expr> = Vec::new();
        for expr in sets.iter().flatten() {
            if !known.contains(&expr) {
                let (sql, ty) = self.expression(expr, scope, None)?;
                if groups.contains(&sql) {
                    return local("grouping sets that name one value twice");
                }
                groups.push(sql.clone());
                items.push((sql, ty));
                known.push(expr);
            }
        }
        if groups.is_empty() || groups.len() > 31 {
            return local("grouping sets of nothing");
        }
        if self.dialect.fence().is_empty() {
            self.can_fail("grouping sets");
        }
        let types: Vec<PgType> = items.iter().map(|(_, ty)| ty.clone()).collect();
        items.push((self.dialect.grouping(groups), PgType::Int4));
        let mut texts = Vec::with_capacity(sets.len());
        for set in sets {
            let mut keys = Vec::new();
            for index in set.iter().filter_map(|expr| known.iter().position(|known| *known == expr)) {
                if let (Some(group), Some(ty)) = (groups.get(index), types.get(index)) {
                    keys.extend(self.dialect.group_keys(group, ty)?);
                }
            }
            texts.push(format!("({})", keys.join(", ")));
        }
        Ok(format!("GROUPING SETS ({})", texts.join(", ")))
    }

    /// The rows, each once. What tells them apart may be more than their columns.
    fn distinct(&self, mut input: Select) -> Result<Select> {
        let mut keys = Vec::new();
        for item in &input.items {
            keys.extend(self.dialect.group_keys(&item.sql, &item.ty)?);
        }
        if keys.len() == input.items.len() {
            input.distinct = true;
            return Ok(input);
        }
        if input.group.is_some() {
            return local("DISTINCT of groups");
        }
        input.group = Some(keys);
        input.plain = false;
        Ok(input)
    }

    fn windows(&mut self, window: &Window, outer: Option<&Scope<'_>>) -> Result<Select> {
        let input = self.node(&window.input, outer, &[])?;
        let mut input = self.opened(input)?;
        let keys = window.schema.columns();
        let mut more = Vec::with_capacity(window.window_expr.len());
        {
            let scope = Scope::new(&input.items, outer);
            for (expr, key) in window.window_expr.iter().zip(keys.iter().skip(input.items.len())) {
                let (sql, ty) = self.window(expr, &scope)?;
                more.push(Item { key: key.clone(), sql, ty });
            }
        }
        input.items.extend(more);
        input.plain = false;
        Ok(input)
    }
}

fn as_column(expr: &Expr) -> Option<&Column> {
    match expr {
        Expr::Alias(alias) => as_column(&alias.expr),
        Expr::Column(column) => Some(column),
        _ => None,
    }
}
