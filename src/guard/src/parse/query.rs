//! Queries (`SelectStmt` of PostgreSQL's grammar): WITH, set operations, SELECT, VALUES, TABLE, ORDER BY, LIMIT.

use super::expression::Contents;
use super::reader::{Parse, Reader, attached};
use super::refused;
use crate::{Refusal, SqlState};
use sqlparser::ast::helpers::attached_token::AttachedToken;
use sqlparser::ast::{
    AccessExpr, Cte, CteAsMaterialized, Distinct, Expr, Fetch, GroupByExpr, LimitClause, NamedWindowDefinition,
    NamedWindowExpr, Offset, OffsetRows, OrderBy, OrderByExpr, OrderByKind, OrderByOptions, Parens, Query, Select,
    SelectFlavor, SelectItem, SelectItemQualifiedWildcardKind, SetExpr, SetOperator, SetQuantifier, TableAlias,
    TableAliasColumnDef, TableFactor, TableWithJoins, Value, ValueWithSpan, Values, WildcardAdditionalOptions, With,
};

impl Reader<'_> {
    /// A query up to whatever can't be part of it.
    pub fn query(&mut self) -> Parse<Box<Query>> {
        self.deeper(|reader| {
            let with = if reader.is("with") { Some(reader.with()?) } else { None };
            let body = reader.set_operations(0)?;
            reader.query_tail(with, body)
        })
    }

    /// Whether a query in parentheses goes on as part of a larger query.
    pub(super) fn query_continues(&self) -> bool {
        matches!(
            self.word_at(0),
            Some("union" | "intersect" | "except" | "order" | "limit" | "offset" | "fetch" | "for")
        )
    }

    /// The larger query that `first`, in parentheses, begins.
    pub(super) fn query_after(&mut self, first: Box<Query>) -> Parse<Box<Query>> {
        if !self.query_continues() {
            return Ok(first);
        }
        let body = self.set_operations_after(SetExpr::Query(first), 0)?;
        self.query_tail(None, body)
    }

    fn query_tail(&mut self, with: Option<With>, body: SetExpr) -> Parse<Box<Query>> {
        let order_by = if self.take_all(&["order", "by"]) {
            let kind = OrderByKind::Expressions(self.order_by_list()?);
            Some(OrderBy { kind, interpolate: None })
        } else {
            None
        };
        let position = self.position();
        let (limit_clause, fetch) = self.limits()?;
        if order_by.is_none() && fetch.as_ref().is_some_and(|fetch| fetch.with_ties) {
            let message = "WITH TIES cannot be specified without ORDER BY clause";
            return Err(Refusal::new("syntax", SqlState::SYNTAX_ERROR, message).at(position));
        }
        Ok(Box::new(Query { with, order_by, limit_clause, fetch, ..*plain_query(body) }))
    }

    fn with(&mut self) -> Parse<With> {
        let with_token = self.attached();
        self.advance();
        let recursive = self.take("recursive");
        let cte_tables = self.list(Self::cte)?;
        Ok(With { with_token, recursive, cte_tables })
    }

    fn cte(&mut self) -> Parse<Cte> {
        let name = self.column_id()?;
        let columns = if self.take_mark("(") {
            let columns = self.list(Self::plain_column)?;
            self.expect_mark(")")?;
            columns
        } else {
            Vec::new()
        };
        self.expect("as")?;
        let materialized = if self.take("materialized") {
            Some(CteAsMaterialized::Materialized)
        } else if self.take_all(&["not", "materialized"]) {
            Some(CteAsMaterialized::NotMaterialized)
        } else {
            None
        };
        self.expect_mark("(")?;
        if let Some(refusal) = refused::data_modifying(self) {
            return Err(refusal);
        }
        let query = self.query()?;
        let closing_paren_token = self.attached();
        self.expect_mark(")")?;
        let position = self.position();
        if self.is("search") || self.is("cycle") {
            return Err(self.unsupported("SEARCH or CYCLE", position));
        }
        let alias = TableAlias { explicit: false, name, columns, at: None };
        Ok(Cte { alias, query, from: None, materialized, closing_paren_token })
    }

    pub(super) fn plain_column(&mut self) -> Parse<TableAliasColumnDef> {
        Ok(TableAliasColumnDef { name: self.column_id()?, data_type: None })
    }

    /// UNION and EXCEPT bind at 0, INTERSECT at 1.
    fn set_operations(&mut self, level: u8) -> Parse<SetExpr> {
        let before = std::mem::replace(&mut self.height, 0);
        let first = self.set_operand()?;
        let all = self.set_operations_after(first, level)?;
        self.height = self.height.max(before);
        Ok(all)
    }

    fn set_operations_after(&mut self, mut left: SetExpr, level: u8) -> Parse<SetExpr> {
        loop {
            let (op, binds) = match self.word_at(0) {
                Some("union") => (SetOperator::Union, 0),
                Some("except") => (SetOperator::Except, 0),
                Some("intersect") => (SetOperator::Intersect, 1),
                _ => return Ok(left),
            };
            if binds < level {
                return Ok(left);
            }
            self.advance();
            let set_quantifier = if self.take("all") {
                SetQuantifier::All
            } else if self.take("distinct") {
                SetQuantifier::Distinct
            } else {
                SetQuantifier::None
            };
            let right = self.set_operations(binds + 1)?;
            self.grow(self.height + 1)?;
            left = SetExpr::SetOperation { left: Box::new(left), op, set_quantifier, right: Box::new(right) };
        }
    }

    fn set_operand(&mut self) -> Parse<SetExpr> {
        match self.word_at(0) {
            Some("select") => self.deeper(Self::select).map(|select| SetExpr::Select(Box::new(select))),
            Some("values") => self.deeper(Self::values).map(SetExpr::Values),
            Some("table") => self.deeper(Self::table).map(|select| SetExpr::Select(Box::new(select))),
            _ if self.is_mark("(") => match self.parenthesised_query()? {
                Some(query) => Ok(SetExpr::Query(query)),
                None => Err(self.error()),
            },
            _ => match refused::data_modifying(self) {
                Some(refusal) => Err(refusal),
                None => Err(self.error()),
            },
        }
    }

    /// A query in parentheses; `None` (with nothing read past the error) if what they hold is none.
    fn parenthesised_query(&mut self) -> Parse<Option<Box<Query>>> {
        let opening = self.at;
        if !self.query_within() {
            while self.is_mark("(") {
                self.advance();
            }
            if let Some(refusal) = refused::data_modifying(self) {
                return Err(refusal);
            }
            return Err(self.error());
        }
        match self.contents()? {
            Contents::Query(query) => Ok(Some(query)),
            Contents::Exprs(_) => {
                self.at = opening;
                Ok(None)
            }
        }
    }

    fn values(&mut self) -> Parse<Values> {
        self.advance();
        let rows = self.list(|reader| {
            let opening_token = reader.attached();
            let content = reader.parenthesised(|reader| reader.list(Self::value))?;
            let closing_token = AttachedToken::empty();
            Ok(Parens { opening_token, content, closing_token })
        })?;
        Ok(Values { explicit_row: false, value_keyword: false, rows })
    }

    fn value(&mut self) -> Parse<Expr> {
        let position = self.position();
        if self.is("default") {
            let message = "DEFAULT is not allowed in this context";
            return Err(Refusal::new("syntax", SqlState::SYNTAX_ERROR, message).at(position));
        }
        self.expr()
    }

    /// `TABLE x`, which is `SELECT * FROM x`.
    fn table(&mut self) -> Parse<Select> {
        let select_token = self.attached();
        self.advance();
        let star = attached(self.lexeme());
        let relation = self.relation()?;
        let mut select = empty_select(select_token);
        select.projection = vec![SelectItem::Wildcard(wildcard(star))];
        select.from = vec![TableWithJoins { relation, joins: Vec::new() }];
        Ok(select)
    }

    /// `SELECT columns FROM relation`, which COPY of a table is.
    pub(super) fn select_from(
        &mut self,
        token: AttachedToken,
        columns: Vec<SelectItem>,
        relation: TableFactor,
    ) -> Box<Query> {
        let mut select = empty_select(token);
        select.projection = columns;
        select.from = vec![TableWithJoins { relation, joins: Vec::new() }];
        plain_query(SetExpr::Select(Box::new(select)))
    }

    fn select(&mut self) -> Parse<Select> {
        let mut select = empty_select(self.attached());
        self.advance();
        if self.take("distinct") {
            select.distinct = Some(if self.take("on") {
                Distinct::On(self.parenthesised(|reader| reader.list(Self::expr))?)
            } else {
                Distinct::Distinct
            });
        } else {
            self.take("all");
        }
        if !self.select_list_ends() {
            select.projection = self.list(Self::select_item)?;
        }
        if select.distinct.is_some() && select.projection.is_empty() {
            return Err(self.error());
        }
        if self.is("into") {
            return Err(refused::read_only("SELECT INTO", self.position()));
        }
        if self.take("from") {
            select.from = self.list(Self::table_with_joins)?;
        }
        if self.take("where") {
            select.selection = Some(self.expr()?);
        }
        if self.take_all(&["group", "by"]) {
            select.group_by = self.group_by()?;
        }
        if self.take("having") {
            select.having = Some(self.expr()?);
        }
        if self.take("window") {
            select.named_window = self.list(Self::named_window)?;
        }
        Ok(select)
    }

    fn select_list_ends(&self) -> bool {
        self.at_end()
            || self.is_mark(")")
            || matches!(
                self.word_at(0),
                Some(
                    "from"
                        | "where"
                        | "group"
                        | "having"
                        | "window"
                        | "union"
                        | "intersect"
                        | "except"
                        | "order"
                        | "limit"
                        | "offset"
                        | "fetch"
                        | "for"
                        | "into"
                )
            )
    }

    fn select_item(&mut self) -> Parse<SelectItem> {
        if self.is_operator("*") {
            let star = self.attached();
            self.advance();
            return Ok(SelectItem::Wildcard(wildcard(star)));
        }
        let expr = self.expr()?;
        let alias = if self.take("as") { Some(self.label()?) } else { self.bare_label() };
        Ok(match (expr, alias) {
            (Expr::QualifiedWildcard(name, star), None) => {
                SelectItem::QualifiedWildcard(SelectItemQualifiedWildcardKind::ObjectName(name), wildcard(star))
            }
            (Expr::CompoundFieldAccess { root, access_chain }, None) => match <[AccessExpr; 1]>::try_from(access_chain)
            {
                Ok([AccessExpr::Dot(Expr::Wildcard(star))]) => {
                    SelectItem::QualifiedWildcard(SelectItemQualifiedWildcardKind::Expr(*root), wildcard(star))
                }
                Ok(other) => SelectItem::UnnamedExpr(Expr::CompoundFieldAccess { root, access_chain: other.into() }),
                Err(access_chain) => SelectItem::UnnamedExpr(Expr::CompoundFieldAccess { root, access_chain }),
            },
            (expr, Some(alias)) => SelectItem::ExprWithAlias { expr, alias },
            (expr, None) => SelectItem::UnnamedExpr(expr),
        })
    }

    fn group_by(&mut self) -> Parse<GroupByExpr> {
        let position = self.position();
        if self.is("distinct") {
            return Err(self.unsupported("GROUP BY DISTINCT", position));
        }
        self.take("all");
        Ok(GroupByExpr::Expressions(self.list(Self::group_by_item)?, Vec::new()))
    }

    fn group_by_item(&mut self) -> Parse<Expr> {
        if self.is_mark("(") && self.mark_at(1, ")") {
            self.advance();
            self.advance();
            return Ok(Expr::Tuple(Vec::new()));
        }
        if self.take_all(&["grouping", "sets"]) {
            let sets = self.parenthesised(|reader| reader.list(Self::grouping_sets))?;
            return Ok(Expr::GroupingSets(sets.into_iter().flatten().collect()));
        }
        let rollup = self.is("rollup");
        if (rollup || self.is("cube")) && self.mark_at(1, "(") {
            let sets = self.rollup_or_cube()?;
            return Ok(if rollup { Expr::Rollup(sets) } else { Expr::Cube(sets) });
        }
        self.expr()
    }

    /// The elements of ROLLUP or CUBE, at its word.
    fn rollup_or_cube(&mut self) -> Parse<Vec<Vec<Expr>>> {
        let cube = self.is("cube");
        let position = self.position();
        self.advance();
        let sets = self.parenthesised(|reader| {
            reader.list(|reader| {
                Ok(match reader.expr()? {
                    Expr::Tuple(exprs) => exprs,
                    Expr::Nested(one) => vec![*one],
                    one => vec![one],
                })
            })
        })?;
        if cube && sets.len() > 12 {
            let message = "CUBE is limited to 12 elements";
            return Err(Refusal::new("limit-grouping", SqlState::TOO_MANY_COLUMNS, message).at(position));
        }
        Ok(sets)
    }

    /// One element of GROUPING SETS, as the sets it stands for: a nested ROLLUP or CUBE is several.
    fn grouping_sets(&mut self) -> Parse<Vec<Vec<Expr>>> {
        let cube = self.is("cube");
        let nested = self.is("grouping") && self.word_at(1) == Some("sets");
        if nested {
            self.advance();
            self.advance();
            let sets = self.parenthesised(|reader| reader.list(Self::grouping_sets))?;
            return Ok(sets.into_iter().flatten().collect());
        }
        if (cube || self.is("rollup")) && self.mark_at(1, "(") {
            let position = self.position();
            let elements = self.rollup_or_cube()?;
            if elements.len() > 12 {
                return Err(self.unsupported("a ROLLUP of more than 12 elements inside GROUPING SETS", position));
            }
            return Ok(if cube { cube_sets(&elements) } else { rollup_sets(&elements) });
        }
        Ok(vec![match self.group_by_item()? {
            Expr::Tuple(exprs) => exprs,
            Expr::Nested(one) => vec![*one],
            one => vec![one],
        }])
    }

    fn named_window(&mut self) -> Parse<NamedWindowDefinition> {
        let name = self.column_id()?;
        self.expect("as")?;
        let spec = self.parenthesised(Self::window_spec)?;
        Ok(NamedWindowDefinition(name, NamedWindowExpr::WindowSpec(spec)))
    }

    /// `a DESC NULLS LAST, b`
    pub(super) fn order_by_list(&mut self) -> Parse<Vec<OrderByExpr>> {
        self.list(|reader| {
            let expr = reader.expr()?;
            let position = reader.position();
            let asc = if reader.take("asc") {
                Some(true)
            } else if reader.take("desc") {
                Some(false)
            } else if reader.take("using") {
                let ascending = reader.take_operator("<");
                if !ascending && !reader.take_operator(">") {
                    return Err(reader.unsupported("ORDER BY … USING another operator than < or >", position));
                }
                Some(ascending)
            } else {
                None
            };
            let nulls_first = if reader.take_all(&["nulls", "first"]) {
                Some(true)
            } else if reader.take_all(&["nulls", "last"]) {
                Some(false)
            } else {
                None
            };
            Ok(OrderByExpr { expr, options: OrderByOptions { asc, nulls_first }, with_fill: None })
        })
    }

    /// LIMIT, OFFSET, FETCH and FOR, in any order that PostgreSQL takes.
    fn limits(&mut self) -> Parse<(Option<LimitClause>, Option<Fetch>)> {
        let (mut limit, mut offset, mut fetch) = (None, None, None);
        let (mut limited, mut read_only) = (false, false);
        loop {
            let position = self.position();
            match self.word_at(0) {
                Some("limit") if !limited && fetch.is_none() => {
                    self.advance();
                    limited = true;
                    limit = if self.take("all") { None } else { Some(self.expr()?) };
                    if self.is_mark(",") {
                        return Err(Refusal::new(
                            "syntax",
                            SqlState::SYNTAX_ERROR,
                            "LIMIT #,# syntax is not supported",
                        )
                        .hint("Use separate LIMIT and OFFSET clauses.")
                        .at(position));
                    }
                }
                Some("offset") if offset.is_none() => {
                    self.advance();
                    let value = self.expr()?;
                    let rows = if self.take("row") {
                        OffsetRows::Row
                    } else if self.take("rows") {
                        OffsetRows::Rows
                    } else {
                        OffsetRows::None
                    };
                    offset = Some(Offset { value, rows });
                }
                Some("fetch") if !limited && fetch.is_none() => fetch = Some(self.fetch_first()?),
                Some("limit" | "fetch" | "offset") => return Err(self.error()),
                Some("for") if !read_only => {
                    if !self.take_all(&["for", "read", "only"]) {
                        return Err(refused::locking(self));
                    }
                    read_only = true;
                }
                _ => break,
            }
        }
        let clause = (limit.is_some() || offset.is_some()).then(|| LimitClause::LimitOffset {
            limit,
            offset,
            limit_by: Vec::new(),
        });
        Ok((clause, fetch))
    }

    fn fetch_first(&mut self) -> Parse<Fetch> {
        self.advance();
        if !self.take("first") && !self.take("next") {
            return Err(self.error());
        }
        let quantity = if self.is("row") || self.is("rows") {
            let value = Value::Number("1".to_owned(), false);
            Some(Expr::Value(ValueWithSpan { value, span: self.span_from(self.position()) }))
        } else {
            Some(self.expr()?)
        };
        if !self.take("row") && !self.take("rows") {
            return Err(self.error());
        }
        let with_ties = self.take_all(&["with", "ties"]);
        if !with_ties {
            self.expect("only")?;
        }
        Ok(Fetch { with_ties, percent: false, quantity })
    }
}

pub(super) fn plain_query(body: SetExpr) -> Box<Query> {
    Box::new(Query {
        with: None,
        body: Box::new(body),
        order_by: None,
        limit_clause: None,
        fetch: None,
        locks: Vec::new(),
        for_clause: None,
        settings: None,
        format_clause: None,
        pipe_operators: Vec::new(),
    })
}

fn rollup_sets(elements: &[Vec<Expr>]) -> Vec<Vec<Expr>> {
    (0..=elements.len()).rev().map(|length| elements.iter().take(length).flatten().cloned().collect()).collect()
}

fn cube_sets(elements: &[Vec<Expr>]) -> Vec<Vec<Expr>> {
    let all = 1u32.checked_shl(u32::try_from(elements.len()).unwrap_or(0)).unwrap_or(1);
    (0..all)
        .rev()
        .map(|chosen| {
            let last = elements.len().saturating_sub(1);
            let is_chosen = |at: usize| chosen >> (last - at) & 1 == 1;
            elements.iter().enumerate().filter(|(at, _)| is_chosen(*at)).flat_map(|(_, set)| set).cloned().collect()
        })
        .collect()
}

pub(super) fn wildcard(star: AttachedToken) -> WildcardAdditionalOptions {
    WildcardAdditionalOptions {
        wildcard_token: star,
        opt_ilike: None,
        opt_exclude: None,
        opt_except: None,
        opt_replace: None,
        opt_rename: None,
        opt_alias: None,
    }
}

pub(super) fn empty_select(select_token: AttachedToken) -> Select {
    Select {
        select_token,
        optimizer_hints: Vec::new(),
        distinct: None,
        select_modifiers: None,
        top: None,
        top_before_distinct: false,
        projection: Vec::new(),
        exclude: None,
        into: None,
        from: Vec::new(),
        lateral_views: Vec::new(),
        prewhere: None,
        selection: None,
        connect_by: Vec::new(),
        group_by: GroupByExpr::Expressions(Vec::new(), Vec::new()),
        cluster_by: Vec::new(),
        distribute_by: Vec::new(),
        sort_by: Vec::new(),
        having: None,
        named_window: Vec::new(),
        qualify: None,
        window_before_qualify: false,
        value_table_mode: None,
        flavor: SelectFlavor::Standard,
    }
}
