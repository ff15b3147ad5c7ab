//! FROM: relations, joins, derived tables, functions.

use super::lex::Token;
use super::primary::object_name;
use super::reader::{Parse, Reader};
use crate::{Refusal, SqlState};
use sqlparser::ast::{
    Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, Join, JoinConstraint, JoinOperator, ObjectName,
    Query, TableAlias, TableAliasColumnDef, TableFactor, TableFunctionArgs, TableWithJoins,
};

impl Reader<'_> {
    pub(super) fn table_with_joins(&mut self) -> Parse<TableWithJoins> {
        let relation = self.table_factor()?;
        self.joins_after(relation)
    }

    fn joins_after(&mut self, relation: TableFactor) -> Parse<TableWithJoins> {
        let mut joins = Vec::new();
        while let Some(kind) = self.join_kind()? {
            self.widen(joins.len())?;
            joins.push(self.join(kind)?);
        }
        Ok(TableWithJoins { relation, joins })
    }

    /// The words before JOIN, JOIN included.
    fn join_kind(&mut self) -> Parse<Option<JoinKind>> {
        let start = self.at;
        let natural = self.take("natural");
        let word = self.word_at(0);
        let side = match word {
            Some("cross") if !natural => {
                self.advance();
                self.expect("join")?;
                return Ok(Some(JoinKind { natural, side: Side::Cross }));
            }
            Some("inner") => Side::Inner,
            Some("left") => Side::Left,
            Some("right") => Side::Right,
            Some("full") => Side::Full,
            Some("join") => {
                self.advance();
                return Ok(Some(JoinKind { natural, side: Side::Inner }));
            }
            _ if natural => return Err(self.error()),
            _ => {
                self.at = start;
                return Ok(None);
            }
        };
        self.advance();
        if side != Side::Inner {
            self.take("outer");
        }
        self.expect("join")?;
        Ok(Some(JoinKind { natural, side }))
    }

    fn join(&mut self, kind: JoinKind) -> Parse<Join> {
        let relation = self.table_factor()?;
        if kind.side == Side::Cross {
            let join_operator = JoinOperator::CrossJoin(JoinConstraint::None);
            return Ok(Join { relation, global: false, join_operator });
        }
        if kind.natural {
            return Ok(Join { relation, global: false, join_operator: kind.side.operator(JoinConstraint::Natural) });
        }
        // `a JOIN b JOIN c ON … ON …`: what comes before the first ON belongs to the inner join.
        let relation = if self.is("on") || self.is("using") {
            relation
        } else {
            self.deeper(|reader| {
                let mut joins = Vec::new();
                while !reader.is("on") && !reader.is("using") {
                    let Some(kind) = reader.join_kind()? else { return Err(reader.error()) };
                    reader.widen(joins.len())?;
                    joins.push(reader.join(kind)?);
                }
                let table_with_joins = Box::new(TableWithJoins { relation, joins });
                Ok(TableFactor::NestedJoin { table_with_joins, alias: None })
            })?
        };
        let constraint = self.join_constraint()?;
        Ok(Join { relation, global: false, join_operator: kind.side.operator(constraint) })
    }

    fn join_constraint(&mut self) -> Parse<JoinConstraint> {
        if self.take("on") {
            return Ok(JoinConstraint::On(self.expr()?));
        }
        self.expect("using")?;
        self.expect_mark("(")?;
        let columns = self.list(|reader| Ok(object_name(vec![reader.column_id()?])))?;
        self.expect_mark(")")?;
        let position = self.position();
        if self.is("as") {
            return Err(self.unsupported("an alias for JOIN … USING", position));
        }
        Ok(JoinConstraint::Using(columns))
    }

    fn table_factor(&mut self) -> Parse<TableFactor> {
        let position = self.position();
        let factor = self.bare_table_factor()?;
        if self.is("tablesample") {
            return Err(self.unsupported("TABLESAMPLE", position.max(self.position())));
        }
        Ok(factor)
    }

    fn bare_table_factor(&mut self) -> Parse<TableFactor> {
        let position = self.position();
        let lateral = self.take("lateral");
        if self.is_mark("(") {
            return self.parenthesised_factor(lateral);
        }
        if self.is("rows") && self.word_at(1) == Some("from") && self.mark_at(2, "(") {
            return Err(self.unsupported("ROWS FROM", position));
        }
        if self.is("xmltable") && self.mark_at(1, "(") {
            return Err(self.unsupported("XMLTABLE", position));
        }
        // ONLY is no function, though parentheses may follow it.
        if !self.is("only") && self.function_in_from() {
            return self.table_function(lateral);
        }
        if lateral {
            return Err(self.error());
        }
        self.relation()
    }

    /// Whether a call comes next.
    fn function_in_from(&self) -> bool {
        let mut ahead = 0;
        loop {
            if !matches!(self.lexeme_at(ahead).token, Token::Word(..) | Token::Name(_)) {
                return false;
            }
            ahead += 1;
            if self.mark_at(ahead, "(") {
                return true;
            }
            if !self.mark_at(ahead, ".") {
                return false;
            }
            ahead += 1;
        }
    }

    fn table_function(&mut self, lateral: bool) -> Parse<TableFactor> {
        let position = self.position();
        let call = self.primary()?;
        let Expr::Function(function) = call else {
            return Err(self.unsupported("such an expression in FROM", position));
        };
        let (name, args) = plain_call(function).ok_or_else(|| {
            Refusal::new("syntax", SqlState::SYNTAX_ERROR, "such a call is not allowed in FROM").at(position)
        })?;
        let with_ordinality = self.take_all(&["with", "ordinality"]);
        let alias = self.function_alias()?;
        let unnest = matches!(name.0.as_slice(), [part] if part.as_ident().is_some_and(|name| name.value == "unnest"));
        // By other names than their own places, they are no arrays that unnest has.
        let arrays = if unnest { args.iter().map(positional).collect::<Option<Vec<Expr>>>() } else { None };
        Ok(if lateral {
            TableFactor::Function { lateral, name, args, with_ordinality, alias }
        } else if let Some(array_exprs) = arrays {
            TableFactor::UNNEST { alias, array_exprs, with_offset: false, with_offset_alias: None, with_ordinality }
        } else {
            table(name, alias, Some(TableFunctionArgs { args, settings: None }), with_ordinality)
        })
    }

    /// `name`, `ONLY name`, `name *`
    pub(super) fn relation(&mut self) -> Parse<TableFactor> {
        let only = self.take("only");
        let parenthesised = only && self.take_mark("(");
        let first = self.column_id()?;
        let name = self.dotted(first)?;
        if parenthesised {
            self.expect_mark(")")?;
        } else if !only {
            self.take_operator("*");
        }
        let alias = self.table_alias(Self::plain_column)?;
        Ok(table(name, alias, None, false))
    }

    /// A relation's name alone.
    pub(super) fn relation_name(&mut self) -> Parse<TableFactor> {
        let first = self.column_id()?;
        Ok(table(self.dotted(first)?, None, None, false))
    }

    /// A query, or joins, in parentheses. Reads each lexeme once.
    fn parenthesised_factor(&mut self, lateral: bool) -> Parse<TableFactor> {
        #[expect(clippy::large_enum_variant, reason = "lives for one call, on the stack")]
        enum Inner {
            Query(Box<Query>),
            Joins(TableWithJoins),
        }
        let start = self.position();
        let inner = self.parenthesised(|reader| {
            if reader.query_next() {
                return reader.query().map(Inner::Query);
            }
            if reader.is_mark("(") && reader.query_within() && !lateral {
                let first = reader.position();
                // Either a query's first operand or a derived table.
                let relation = match reader.inner_factor()? {
                    Contained::Query(query) if reader.is_mark(")") || reader.query_continues() => {
                        return reader.query_after(query).map(Inner::Query);
                    }
                    Contained::Query(subquery) => {
                        let alias = reader.table_alias(Self::plain_column)?;
                        named_derived(false, subquery, alias, first)?
                    }
                    Contained::Factor(factor) => factor,
                };
                return reader.joins_after(relation).map(Inner::Joins);
            }
            if lateral && reader.query_within() {
                return match reader.inner_factor()? {
                    Contained::Query(query) => reader.query_after(query).map(Inner::Query),
                    Contained::Factor(_) => Err(reader.error()),
                };
            }
            let joined = reader.table_with_joins()?;
            if joined.joins.is_empty() && !matches!(joined.relation, TableFactor::NestedJoin { .. }) {
                // Parentheses around one table are a syntax error in PostgreSQL.
                return Err(reader.error());
            }
            Ok(Inner::Joins(joined))
        })?;
        let alias = self.table_alias(Self::plain_column)?;
        match inner {
            Inner::Query(subquery) => named_derived(lateral, subquery, alias, start),
            Inner::Joins(_) if lateral => Err(self.error()),
            Inner::Joins(joins) => Ok(TableFactor::NestedJoin { table_with_joins: Box::new(joins), alias }),
        }
    }

    /// Behind an opening parenthesis, another one that holds a query or a factor.
    fn inner_factor(&mut self) -> Parse<Contained> {
        let start = self.position();
        let inner = self.parenthesised(|reader| {
            if reader.query_next() {
                return reader.query().map(Contained::Query);
            }
            match reader.inner_factor()? {
                Contained::Query(query) if reader.is_mark(")") || reader.query_continues() => {
                    reader.query_after(query).map(Contained::Query)
                }
                Contained::Query(subquery) => {
                    let alias = reader.table_alias(Self::plain_column)?;
                    let relation = named_derived(false, subquery, alias, start)?;
                    let joins = Box::new(reader.joins_after(relation)?);
                    Ok(Contained::Factor(TableFactor::NestedJoin { table_with_joins: joins, alias: None }))
                }
                Contained::Factor(factor) => {
                    let joins = Box::new(reader.joins_after(factor)?);
                    Ok(Contained::Factor(TableFactor::NestedJoin { table_with_joins: joins, alias: None }))
                }
            }
        })?;
        Ok(match inner {
            Contained::Factor(TableFactor::NestedJoin { table_with_joins, alias: _ }) => {
                let alias = self.table_alias(Self::plain_column)?;
                Contained::Factor(TableFactor::NestedJoin { table_with_joins, alias })
            }
            other => other,
        })
    }

    /// `[AS] name [(columns)]`
    fn table_alias(
        &mut self,
        column: impl FnMut(&mut Self) -> Parse<TableAliasColumnDef>,
    ) -> Parse<Option<TableAlias>> {
        let explicit = self.take("as");
        if !explicit && !self.is_column_id() {
            return Ok(None);
        }
        let name = self.column_id()?;
        let columns = if self.take_mark("(") {
            let columns = self.list(column)?;
            self.expect_mark(")")?;
            columns
        } else {
            Vec::new()
        };
        Ok(Some(TableAlias { explicit, name, columns, at: None }))
    }

    /// An alias whose columns may have types: `AS t(a text, b int)`.
    fn function_alias(&mut self) -> Parse<Option<TableAlias>> {
        let position = self.position();
        if self.is("as") && self.mark_at(1, "(") {
            return Err(self.unsupported("a column definition list without an alias", position));
        }
        self.table_alias(|reader| {
            let name = reader.column_id()?;
            let data_type = if reader.is_mark(",") || reader.is_mark(")") { None } else { Some(reader.data_type()?) };
            Ok(TableAliasColumnDef { name, data_type })
        })
    }
}

#[expect(clippy::large_enum_variant, reason = "lives for one call, on the stack")]
enum Contained {
    Query(Box<Query>),
    Factor(TableFactor),
}

#[derive(Clone, Copy)]
struct JoinKind {
    natural: bool,
    side: Side,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Inner,
    Left,
    Right,
    Full,
    Cross,
}

impl Side {
    fn operator(self, constraint: JoinConstraint) -> JoinOperator {
        match self {
            Side::Inner => JoinOperator::Inner(constraint),
            Side::Left => JoinOperator::LeftOuter(constraint),
            Side::Right => JoinOperator::RightOuter(constraint),
            Side::Full => JoinOperator::FullOuter(constraint),
            Side::Cross => JoinOperator::CrossJoin(constraint),
        }
    }
}

/// PostgreSQL 15 wants a derived table to have an alias.
fn named_derived(
    lateral: bool,
    subquery: Box<Query>,
    alias: Option<TableAlias>,
    position: usize,
) -> Parse<TableFactor> {
    if alias.is_none() {
        let values = matches!(*subquery.body, sqlparser::ast::SetExpr::Values(_));
        let (message, hint) = if values {
            ("VALUES in FROM must have an alias", "For example, FROM (VALUES ...) [AS] foo.")
        } else {
            ("subquery in FROM must have an alias", "For example, FROM (SELECT ...) [AS] foo.")
        };
        return Err(Refusal::new("syntax", SqlState::SYNTAX_ERROR, message).hint(hint).at(position));
    }
    Ok(TableFactor::Derived { lateral, subquery, alias, sample: None })
}

fn table(
    name: ObjectName,
    alias: Option<TableAlias>,
    args: Option<TableFunctionArgs>,
    with_ordinality: bool,
) -> TableFactor {
    TableFactor::Table {
        name,
        alias,
        args,
        with_hints: Vec::new(),
        version: None,
        with_ordinality,
        partitions: Vec::new(),
        json_path: None,
        sample: None,
        index_hints: Vec::new(),
    }
}

/// Name and arguments of a call that has nothing else.
fn plain_call(function: Function) -> Option<(ObjectName, Vec<FunctionArg>)> {
    let Function { name, uses_odbc_syntax: false, parameters, args, filter, null_treatment, over, within_group } =
        function
    else {
        return None;
    };
    let plain = filter.is_none() && null_treatment.is_none() && over.is_none() && within_group.is_empty();
    match (parameters, args) {
        (FunctionArguments::None, FunctionArguments::List(list))
            if plain && list.duplicate_treatment.is_none() && list.clauses.is_empty() =>
        {
            Some((name, list.args))
        }
        _ => None,
    }
}

fn positional(argument: &FunctionArg) -> Option<Expr> {
    match argument {
        FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => Some(expr.clone()),
        _ => None,
    }
}
