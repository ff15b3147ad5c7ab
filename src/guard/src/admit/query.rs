//! WITH, set operations, SELECT and its clauses.

use super::names::identifier;
use super::{Walk, not_offered, position};
use crate::{Refusal, SqlState};
use sqlparser::ast::{
    Cte, Distinct, Expr, Fetch, GroupByExpr, LimitClause, NamedWindowDefinition, NamedWindowExpr, Offset, OrderBy,
    OrderByExpr, OrderByKind, Parens, Query, Select, SelectFlavor, SelectItem, SelectItemQualifiedWildcardKind,
    SetExpr, SetOperator, SetQuantifier, TableAlias, TableAliasColumnDef, Values, WildcardAdditionalOptions, With,
};

/// PostgreSQL's MaxTupleAttributeNumber.
const MOST_COLUMNS: usize = 1664;
/// PostgreSQL's limit on grouping sets.
const MOST_GROUPING_SETS: usize = 4096;

impl Walk<'_> {
    pub(super) fn query(&mut self, query: &Query) -> Result<(), Refusal> {
        let Query {
            with,
            body,
            order_by,
            limit_clause,
            fetch,
            locks,
            for_clause,
            settings,
            format_clause,
            pipe_operators,
        } = query;
        if !locks.is_empty() {
            let message = "cannot execute SELECT FOR UPDATE in a read-only transaction";
            return Err(Refusal::new("read-only", SqlState::READ_ONLY_SQL_TRANSACTION, message));
        }
        if for_clause.is_some() || settings.is_some() || format_clause.is_some() || !pipe_operators.is_empty() {
            return Err(not_offered("such a clause", None));
        }
        let scopes = self.scopes.len();
        if let Some(with) = with {
            self.with(with)?;
        }
        self.set_expr(body)?;
        if let Some(OrderBy { kind, interpolate }) = order_by {
            match kind {
                OrderByKind::Expressions(exprs) if interpolate.is_none() => self.order_by(exprs)?,
                OrderByKind::Expressions(_) | OrderByKind::All(_) => return Err(not_offered("such an ORDER BY", None)),
            }
        }
        match limit_clause {
            None => {}
            Some(LimitClause::LimitOffset { limit, offset, limit_by }) if limit_by.is_empty() => {
                self.optional(limit.as_ref())?;
                if let Some(Offset { value, rows: _ }) = offset {
                    self.expr(value)?;
                }
            }
            Some(LimitClause::LimitOffset { .. } | LimitClause::OffsetCommaLimit { .. }) => {
                return Err(not_offered("such a LIMIT", None));
            }
        }
        if let Some(Fetch { with_ties: _, percent, quantity }) = fetch {
            if *percent {
                return Err(not_offered("FETCH … PERCENT", None));
            }
            self.optional(quantity.as_ref())?;
        }
        self.scopes.truncate(scopes);
        Ok(())
    }

    /// Brings the names of a WITH into scope. Without RECURSIVE a query sees those before it; with it, all of them.
    fn with(&mut self, with: &With) -> Result<(), Refusal> {
        let With { with_token: _, recursive, cte_tables } = with;
        let mut names: Vec<String> = Vec::with_capacity(cte_tables.len());
        for Cte { alias, query: _, from: _, materialized: _, closing_paren_token: _ } in cte_tables {
            let name = &alias.name;
            if names.contains(&name.value) {
                let message = format!("WITH query name \"{}\" specified more than once", name.value);
                return Err(Refusal::new("cte", SqlState::DUPLICATE_ALIAS, message).at(position(name.span)));
            }
            names.push(name.value.clone());
        }
        self.scopes.push(if *recursive { names.clone() } else { Vec::new() });
        for (cte, name) in cte_tables.iter().zip(names) {
            let Cte { alias, query, from, materialized: _, closing_paren_token: _ } = cte;
            self.alias(alias)?;
            if from.is_some() {
                return Err(not_offered("such a WITH", None));
            }
            self.query(query)?;
            if !recursive && let Some(scope) = self.scopes.last_mut() {
                scope.push(name);
            }
        }
        Ok(())
    }

    /// An alias names only; its columns may have types where a function's do.
    pub(super) fn alias(&mut self, alias: &TableAlias) -> Result<(), Refusal> {
        let TableAlias { explicit: _, name, columns, at } = alias;
        identifier(name)?;
        if at.is_some() {
            return Err(not_offered("such an alias", position(name.span)));
        }
        columns.iter().try_for_each(|TableAliasColumnDef { name, data_type }| {
            identifier(name)?;
            data_type.as_ref().map_or(Ok(()), super::types::data_type)
        })
    }

    fn set_expr(&mut self, body: &SetExpr) -> Result<(), Refusal> {
        match body {
            SetExpr::Select(select) => self.select(select),
            SetExpr::Query(query) => self.query(query),
            SetExpr::SetOperation { left, op, set_quantifier, right } => {
                match op {
                    SetOperator::Union | SetOperator::Except | SetOperator::Intersect => {}
                    SetOperator::Minus => return Err(not_offered("MINUS", None)),
                }
                match set_quantifier {
                    SetQuantifier::All | SetQuantifier::Distinct | SetQuantifier::None => {}
                    SetQuantifier::ByName | SetQuantifier::AllByName | SetQuantifier::DistinctByName => {
                        return Err(not_offered("a set operation BY NAME", None));
                    }
                }
                self.set_expr(left)?;
                self.set_expr(right)
            }
            SetExpr::Values(Values { explicit_row, value_keyword, rows }) => {
                if *explicit_row || *value_keyword {
                    return Err(not_offered("such a VALUES", None));
                }
                rows.iter().try_for_each(|Parens { opening_token: _, content, closing_token: _ }| {
                    at_most(content.len(), MOST_COLUMNS, too_many_columns)?;
                    self.exprs(content)
                })
            }
            SetExpr::Insert(_) | SetExpr::Update(_) | SetExpr::Delete(_) | SetExpr::Merge(_) => {
                let message = "cannot execute a data-modifying statement in a read-only transaction";
                Err(Refusal::new("read-only", SqlState::READ_ONLY_SQL_TRANSACTION, message))
            }
            SetExpr::Table(_) => Err(not_offered("TABLE in this form", None)),
        }
    }

    fn select(&mut self, select: &Select) -> Result<(), Refusal> {
        let Select {
            select_token,
            optimizer_hints,
            distinct,
            select_modifiers,
            top,
            top_before_distinct: _,
            projection,
            exclude,
            into,
            from,
            lateral_views,
            prewhere,
            selection,
            connect_by,
            group_by,
            cluster_by,
            distribute_by,
            sort_by,
            having,
            named_window,
            qualify,
            window_before_qualify: _,
            value_table_mode,
            flavor,
        } = select;
        let at = position(select_token.0.span);
        if into.is_some() {
            let message = "cannot execute SELECT INTO in a read-only transaction";
            return Err(Refusal::new("read-only", SqlState::READ_ONLY_SQL_TRANSACTION, message).at(at));
        }
        let foreign = !optimizer_hints.is_empty()
            || select_modifiers.is_some()
            || top.is_some()
            || exclude.is_some()
            || !lateral_views.is_empty()
            || prewhere.is_some()
            || !connect_by.is_empty()
            || !cluster_by.is_empty()
            || !distribute_by.is_empty()
            || !sort_by.is_empty()
            || qualify.is_some()
            || value_table_mode.is_some()
            || *flavor != SelectFlavor::Standard;
        if foreign {
            return Err(not_offered("such a SELECT", at));
        }
        at_most(projection.len(), MOST_COLUMNS, too_many_columns).map_err(|refusal| refusal.at(at))?;
        from.iter().try_for_each(|table| self.table_with_joins(table))?;
        match distinct {
            None | Some(Distinct::All | Distinct::Distinct) => {}
            Some(Distinct::On(exprs)) => self.exprs(exprs)?,
        }
        projection.iter().try_for_each(|item| self.select_item(item))?;
        self.optional(selection.as_ref())?;
        self.group_by(group_by)?;
        self.optional(having.as_ref())?;
        for NamedWindowDefinition(name, window) in named_window {
            identifier(name)?;
            match window {
                NamedWindowExpr::WindowSpec(spec) => self.window_spec(spec)?,
                NamedWindowExpr::NamedWindow(_) => return Err(not_offered("such a WINDOW", position(name.span))),
            }
        }
        Ok(())
    }

    fn select_item(&mut self, item: &SelectItem) -> Result<(), Refusal> {
        match item {
            SelectItem::UnnamedExpr(expr) => self.expr(expr),
            SelectItem::ExprWithAlias { expr, alias } => {
                identifier(alias)?;
                self.expr(expr)
            }
            SelectItem::QualifiedWildcard(kind, options) => {
                wildcard(options)?;
                match kind {
                    SelectItemQualifiedWildcardKind::ObjectName(name) => {
                        super::names::idents(name)?.into_iter().try_for_each(identifier)
                    }
                    SelectItemQualifiedWildcardKind::Expr(expr) => self.expr(expr),
                }
            }
            SelectItem::Wildcard(options) => wildcard(options),
            SelectItem::ExprWithAliases { .. } => Err(not_offered("several aliases for one column", None)),
        }
    }

    fn group_by(&mut self, group_by: &GroupByExpr) -> Result<(), Refusal> {
        let exprs = match group_by {
            GroupByExpr::Expressions(exprs, modifiers) if modifiers.is_empty() => exprs,
            GroupByExpr::Expressions(_, _) | GroupByExpr::All(_) => return Err(not_offered("such a GROUP BY", None)),
        };
        let mut sets = 1usize;
        for expr in exprs {
            let factor = match expr {
                Expr::GroupingSets(list) => list.len(),
                Expr::Rollup(list) => list.len() + 1,
                Expr::Cube(list) if list.len() > 12 => {
                    let message = "CUBE is limited to 12 elements";
                    return Err(Refusal::new("limit-grouping", SqlState::TOO_MANY_COLUMNS, message));
                }
                Expr::Cube(list) => 1 << list.len(),
                other => {
                    self.expr(other)?;
                    continue;
                }
            };
            sets = sets.saturating_mul(factor);
            if let Expr::GroupingSets(list) | Expr::Rollup(list) | Expr::Cube(list) = expr {
                list.iter().try_for_each(|set| self.exprs(set))?;
            }
        }
        at_most(sets, MOST_GROUPING_SETS, || {
            let message = "too many grouping sets present (maximum 4096)";
            Refusal::new("limit-grouping", SqlState::STATEMENT_TOO_COMPLEX, message)
        })
    }

    pub(super) fn order_by(&mut self, exprs: &[OrderByExpr]) -> Result<(), Refusal> {
        exprs.iter().try_for_each(|OrderByExpr { expr, options: _, with_fill }| match with_fill {
            None => self.expr(expr),
            Some(_) => Err(not_offered("WITH FILL", None)),
        })
    }

    pub(super) fn exprs(&mut self, exprs: &[Expr]) -> Result<(), Refusal> {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    pub(super) fn optional(&mut self, expr: Option<&Expr>) -> Result<(), Refusal> {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }
}

fn wildcard(options: &WildcardAdditionalOptions) -> Result<(), Refusal> {
    let WildcardAdditionalOptions {
        wildcard_token,
        opt_ilike: None,
        opt_exclude: None,
        opt_except: None,
        opt_replace: None,
        opt_rename: None,
        opt_alias: None,
    } = options
    else {
        return Err(not_offered("a changed *", position(options.wildcard_token.0.span)));
    };
    let _ = wildcard_token;
    Ok(())
}

fn at_most(count: usize, most: usize, refusal: impl FnOnce() -> Refusal) -> Result<(), Refusal> {
    if count > most { Err(refusal()) } else { Ok(()) }
}

fn too_many_columns() -> Refusal {
    let message = format!("target lists can have at most {MOST_COLUMNS} entries");
    Refusal::new("limit-columns", SqlState::TOO_MANY_COLUMNS, message)
}
