//! Everything above the tables: derived tables with generated names, and what is computed over them.
//!
//! Comes in: the tree of a text. Goes out: that each table in it does one of the duties, and each duty is done once. Must never: let a node pass that the writer has no reason to write.

use super::leaf::Leaf;
use super::term::bare;
use super::{Broken, Duties, Duty, Language, broken, redshift};
use sqlparser::ast::{
    AccessExpr, Array, BinaryOperator, CaseWhen, CastKind, DataType, Distinct, Expr, Function, FunctionArg,
    FunctionArgExpr, FunctionArgumentClause, FunctionArgumentList, FunctionArguments, GroupByExpr, Ident, Join,
    JoinConstraint, JoinOperator, LimitClause, ObjectName, ObjectNamePart, Offset, OrderBy, OrderByExpr, OrderByKind,
    Parens, Query, Select, SelectFlavor, SelectItem, SetExpr, SetOperator, SetQuantifier, Subscript, TableAlias,
    TableFactor, TableWithJoins, UnaryOperator, Value, Values, WindowFrame, WindowFrameBound, WindowSpec, WindowType,
};

/// What the grammar knows by these names without a schema.
const GRAMMAR: [&str; 5] = ["coalesce", "greatest", "grouping", "least", "nullif"];

/// Functions that the writer uses beside those that a client can call.
const OWN: [&str; 4] = ["encode", "sha256", "convert_to", "timezone"];

/// # Errors
/// The first thing that is not proved.
pub(super) fn check(query: &Query, duties: &Duties<'_>) -> Result<(), Broken> {
    let strict = duties.language == Language::Redshift && duties.scans.iter().any(Duty::hides_rows);
    let mut walk = Walk { duties, open: duties.scans.to_vec(), outermost: true, strict };
    walk.query(query)?;
    if walk.open.is_empty() { Ok(()) } else { broken("a scan that is not in the text") }
}

struct Walk<'a> {
    duties: &'a Duties<'a>,
    /// What no table in the text has done yet.
    open: Vec<Duty>,
    /// The next query is the statement itself.
    outermost: bool,
    /// Nothing that can fail may stand over the tables: there is no fence, and rows are hidden.
    strict: bool,
}

/// The parts of a query but its body.
struct Tail<'a> {
    order_by: &'a [OrderByExpr],
    limit: Option<&'a Expr>,
    offset: Option<&'a Expr>,
}

fn tail(query: &Query) -> Result<(&SetExpr, Tail<'_>), Broken> {
    let Query {
        with: None,
        body,
        order_by,
        limit_clause,
        fetch: None,
        locks,
        for_clause: None,
        settings: None,
        format_clause: None,
        pipe_operators,
    } = query
    else {
        return broken("a clause that is never written");
    };
    if !locks.is_empty() || !pipe_operators.is_empty() {
        return broken("a lock");
    }
    let order_by = match order_by {
        None => &[][..],
        Some(OrderBy { kind: OrderByKind::Expressions(exprs), interpolate: None }) => exprs,
        Some(_) => return broken("such an ORDER BY"),
    };
    let (limit, offset) = match limit_clause {
        None => (None, None),
        Some(LimitClause::LimitOffset { limit, offset, limit_by }) if limit_by.is_empty() => {
            (limit.as_ref(), offset.as_ref().map(|Offset { value, rows: _ }| value))
        }
        Some(_) => return broken("such a LIMIT"),
    };
    Ok((body, Tail { order_by, limit, offset }))
}

fn is_zero(expr: &Expr) -> bool {
    matches!(bare(expr), Expr::Value(value) if matches!(&value.value, Value::Number(digits, false) if digits == "0"))
}

impl Walk<'_> {
    fn query(&mut self, query: &Query) -> Result<(), Broken> {
        let (body, tail) = tail(query)?;
        let outermost = std::mem::take(&mut self.outermost);
        if let SetExpr::Select(select) = body
            && let Some(table) = physical(select)
        {
            let Tail { order_by, limit, offset } = tail;
            if !order_by.is_empty() || limit.is_some() || offset.is_some_and(|offset| !is_zero(offset)) {
                return broken("a clause on a table itself");
            }
            self.leaf(select, table, offset.is_some(), outermost)?;
        } else {
            self.body(body)?;
            self.order_by(tail.order_by)?;
            self.optional(tail.limit)?;
            self.optional(tail.offset)?;
        }
        Ok(())
    }

    fn leaf(&mut self, select: &Select, table: &ObjectName, fenced: bool, outermost: bool) -> Result<(), Broken> {
        let parts = parts(select)?;
        if parts.distinct.is_some() || !parts.group_by.is_empty() {
            return broken("a clause on a table itself");
        }
        let language = self.duties.language;
        let (projection, selection) = (parts.projection, parts.selection);
        let parameters = self.duties.parameters;
        let leaf = Leaf { table, projection, selection, fenced, alone: outermost, language, parameters };
        for item in parts.projection {
            let SelectItem::ExprWithAlias { expr: _, alias } = item else { return broken("a column without a name") };
            generated(alias, 'c')?;
        }
        let done = leaf.matching(&self.open)?;
        self.open.remove(done);
        Ok(())
    }

    fn body(&mut self, body: &SetExpr) -> Result<(), Broken> {
        match body {
            SetExpr::Select(select) => self.select(select),
            SetExpr::Query(query) => self.query(query),
            SetExpr::SetOperation { left, op: SetOperator::Union, set_quantifier: SetQuantifier::All, right } => {
                self.body(left)?;
                self.body(right)
            }
            SetExpr::SetOperation { .. } => broken("a set operation other than UNION ALL"),
            SetExpr::Values(Values { explicit_row: false, value_keyword: false, rows }) => {
                rows.iter().try_for_each(|Parens { opening_token: _, content, closing_token: _ }| self.exprs(content))
            }
            SetExpr::Values(_)
            | SetExpr::Insert(_)
            | SetExpr::Update(_)
            | SetExpr::Delete(_)
            | SetExpr::Merge(_)
            | SetExpr::Table(_) => broken("something else than a SELECT"),
        }
    }

    fn select(&mut self, select: &Select) -> Result<(), Broken> {
        if physical(select).is_some() {
            return broken("a table outside its own SELECT");
        }
        let parts = parts(select)?;
        match parts.distinct {
            None | Some(Distinct::Distinct) => {}
            Some(Distinct::All | Distinct::On(_)) => return broken("such a DISTINCT"),
        }
        for item in parts.projection {
            match item {
                SelectItem::ExprWithAlias { expr, alias } => {
                    // The outermost SELECT alone may have names that are not ours: there are none now.
                    generated(alias, 'c')?;
                    self.expr(expr)?;
                }
                SelectItem::UnnamedExpr(expr) => self.expr(expr)?,
                SelectItem::ExprWithAliases { .. } | SelectItem::QualifiedWildcard(..) | SelectItem::Wildcard(_) => {
                    return broken("a wildcard");
                }
            }
        }
        for TableWithJoins { relation, joins } in parts.from {
            self.factor(relation)?;
            joins.iter().try_for_each(|join| self.join(join))?;
        }
        self.optional(parts.selection)?;
        self.group_by(parts.group_by)
    }

    fn group_by(&mut self, exprs: &[Expr]) -> Result<(), Broken> {
        exprs.iter().try_for_each(|expr| match expr {
            Expr::GroupingSets(sets) => sets.iter().try_for_each(|set| self.exprs(set)),
            expr => self.expr(expr),
        })
    }

    fn join(&mut self, join: &Join) -> Result<(), Broken> {
        let Join { relation, global: false, join_operator } = join else { return broken("such a join") };
        self.factor(relation)?;
        match join_operator {
            JoinOperator::Join(constraint)
            | JoinOperator::Inner(constraint)
            | JoinOperator::Left(constraint)
            | JoinOperator::LeftOuter(constraint)
            | JoinOperator::Right(constraint)
            | JoinOperator::RightOuter(constraint)
            | JoinOperator::FullOuter(constraint)
            | JoinOperator::CrossJoin(constraint) => match constraint {
                JoinConstraint::On(expr) => self.expr(expr),
                JoinConstraint::None => Ok(()),
                JoinConstraint::Using(_) | JoinConstraint::Natural => broken("such a join condition"),
            },
            _ => broken("such a join"),
        }
    }

    /// Only a derived table with a generated name: a table stands alone in its own SELECT.
    fn factor(&mut self, factor: &TableFactor) -> Result<(), Broken> {
        let TableFactor::Derived { lateral: false, subquery, alias: Some(alias), sample: None } = factor else {
            return broken("something else than a derived table in FROM");
        };
        let TableAlias { explicit: _, name, columns, at: None } = alias else { return broken("such an alias") };
        generated(name, 't')?;
        columns.iter().try_for_each(|column| match column.data_type {
            None => generated(&column.name, 'c'),
            Some(_) => broken("such an alias"),
        })?;
        self.query(subquery)
    }

    fn order_by(&mut self, exprs: &[OrderByExpr]) -> Result<(), Broken> {
        exprs.iter().try_for_each(|OrderByExpr { expr, options: _, with_fill }| match with_fill {
            None => self.expr(expr),
            Some(_) => broken("such an ORDER BY"),
        })
    }

    fn exprs(&mut self, exprs: &[Expr]) -> Result<(), Broken> {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    fn optional(&mut self, expr: Option<&Expr>) -> Result<(), Broken> {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    fn both(&mut self, left: &Expr, right: &Expr) -> Result<(), Broken> {
        self.expr(left)?;
        self.expr(right)
    }

    fn expr(&mut self, expr: &Expr) -> Result<(), Broken> {
        if self.strict && !redshift::is_total(expr) {
            return broken("an expression that can fail, over hidden rows without a fence");
        }
        match expr {
            Expr::Like { negated: _, any: false, expr, pattern, escape_char: None }
            | Expr::ILike { negated: _, any: false, expr, pattern, escape_char: None }
                if self.duties.language == Language::Redshift && redshift::is_constant(pattern) =>
            {
                self.expr(expr)
            }
            Expr::CompoundIdentifier(names) => match names.as_slice() {
                [table, column] => {
                    generated(table, 't')?;
                    generated(column, 'c')
                }
                _ => broken("such a name"),
            },
            Expr::Value(value) => match &value.value {
                Value::Number(_, false) | Value::SingleQuotedString(_) | Value::Boolean(_) | Value::Null => Ok(()),
                Value::Placeholder(name) => own_parameter(name, self.duties.parameters),
                _ => broken("such a literal"),
            },
            Expr::Nested(inner)
            | Expr::IsFalse(inner)
            | Expr::IsNotFalse(inner)
            | Expr::IsTrue(inner)
            | Expr::IsNotTrue(inner)
            | Expr::IsNull(inner)
            | Expr::IsNotNull(inner)
            | Expr::IsUnknown(inner)
            | Expr::IsNotUnknown(inner) => self.expr(inner),
            Expr::IsDistinctFrom(left, right) | Expr::IsNotDistinctFrom(left, right) => self.both(left, right),
            Expr::BinaryOp { left, op, right } => {
                binary(op)?;
                self.both(left, right)
            }
            Expr::AnyOp { left, compare_op, right, is_some: false } | Expr::AllOp { left, compare_op, right } => {
                binary(compare_op)?;
                self.both(left, right)
            }
            Expr::UnaryOp { op, expr } => match op {
                UnaryOperator::Plus
                | UnaryOperator::Minus
                | UnaryOperator::Not
                | UnaryOperator::BitwiseNot
                | UnaryOperator::PGAbs
                | UnaryOperator::PGSquareRoot
                | UnaryOperator::PGCubeRoot => self.expr(expr),
                _ => broken("such an operator"),
            },
            Expr::Between { expr, negated: _, low, high } => {
                self.expr(expr)?;
                self.both(low, high)
            }
            Expr::InList { expr, list, negated: _ } => {
                self.expr(expr)?;
                self.exprs(list)
            }
            Expr::InSubquery { expr, subquery, negated: _ } => {
                self.expr(expr)?;
                self.query(subquery)
            }
            Expr::Exists { subquery, negated: _ } | Expr::Subquery(subquery) => self.query(subquery),
            Expr::Cast { kind: CastKind::DoubleColon, expr, data_type, array: false, format: None } => {
                cast(data_type)?;
                self.expr(expr)
            }
            Expr::Collate { expr, collation } if ["\"C\"", "\"default\""].contains(&collation.to_string().as_str()) => {
                self.expr(expr)
            }
            Expr::Case { case_token: _, end_token: _, operand, conditions, else_result } => {
                self.optional(operand.as_deref())?;
                conditions.iter().try_for_each(|CaseWhen { condition, result }| self.both(condition, result))?;
                self.optional(else_result.as_deref())
            }
            Expr::Array(Array { elem, named: true }) => self.exprs(elem),
            Expr::CompoundFieldAccess { root, access_chain } => {
                self.expr(root)?;
                access_chain.iter().try_for_each(|access| match access {
                    AccessExpr::Subscript(Subscript::Index { index }) => self.expr(index),
                    _ => broken("such a subscript"),
                })
            }
            Expr::Function(function) => self.function(function),
            _ => broken("an expression that is never written"),
        }
    }

    fn function(&mut self, function: &Function) -> Result<(), Broken> {
        let Function {
            name,
            uses_odbc_syntax: false,
            parameters: FunctionArguments::None,
            args,
            filter,
            null_treatment: None,
            over,
            within_group,
        } = function
        else {
            return broken("such a call");
        };
        self.function_name(name)?;
        let FunctionArguments::List(FunctionArgumentList { duplicate_treatment: _, args, clauses }) = args else {
            return broken("a call without arguments' parentheses");
        };
        let counts = match self.duties.language {
            Language::Postgres => "pg_catalog.count",
            Language::Redshift => "count",
        };
        for (index, argument) in args.iter().enumerate() {
            match argument {
                FunctionArg::Unnamed(FunctionArgExpr::Expr(Expr::Identifier(unit)))
                    if self.duties.language == Language::Redshift && index == 0 && redshift::is_unit(name, unit) => {}
                FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => self.expr(expr)?,
                FunctionArg::Unnamed(FunctionArgExpr::Wildcard) if name.to_string() == counts => {}
                _ => return broken("such an argument"),
            }
        }
        for clause in clauses {
            match clause {
                FunctionArgumentClause::OrderBy(exprs) => self.order_by(exprs)?,
                _ => return broken("such an argument"),
            }
        }
        self.optional(filter.as_deref())?;
        self.order_by(within_group)?;
        match over {
            None => Ok(()),
            Some(WindowType::WindowSpec(spec)) => self.window(spec),
            Some(WindowType::NamedWindow(_)) => broken("a named window"),
        }
    }

    fn function_name(&self, name: &ObjectName) -> Result<(), Broken> {
        if self.duties.language == Language::Redshift {
            return if redshift::knows(name) { Ok(()) } else { broken(format!("the function {name}")) };
        }
        let known = match name.0.as_slice() {
            [ObjectNamePart::Identifier(name)] => {
                name.quote_style.is_none() && GRAMMAR.contains(&name.value.to_ascii_lowercase().as_str())
            }
            [ObjectNamePart::Identifier(schema), ObjectNamePart::Identifier(name)] => {
                schema.value == "pg_catalog"
                    && (self.duties.functions.contains(&name.value) || OWN.contains(&name.value.as_str()))
            }
            _ => false,
        };
        if known { Ok(()) } else { broken(format!("the function {name}")) }
    }

    fn window(&mut self, spec: &WindowSpec) -> Result<(), Broken> {
        let WindowSpec { window_name: None, partition_by, order_by, window_frame } = spec else {
            return broken("a named window");
        };
        self.exprs(partition_by)?;
        self.order_by(order_by)?;
        let Some(WindowFrame { units: _, start_bound, end_bound }) = window_frame else { return Ok(()) };
        [Some(start_bound), end_bound.as_ref()].into_iter().flatten().try_for_each(|bound| match bound {
            WindowFrameBound::CurrentRow => Ok(()),
            WindowFrameBound::Preceding(distance) | WindowFrameBound::Following(distance) => {
                self.optional(distance.as_deref())
            }
        })
    }
}

/// The parts of a SELECT that are ever written.
struct Parts<'a> {
    distinct: Option<&'a Distinct>,
    projection: &'a [SelectItem],
    from: &'a [TableWithJoins],
    selection: Option<&'a Expr>,
    group_by: &'a [Expr],
}

fn parts(select: &Select) -> Result<Parts<'_>, Broken> {
    let Select {
        select_token: _,
        optimizer_hints,
        distinct,
        select_modifiers: None,
        top: None,
        top_before_distinct: _,
        projection,
        exclude: None,
        into: None,
        from,
        lateral_views,
        prewhere: None,
        selection,
        connect_by,
        group_by: GroupByExpr::Expressions(group_by, modifiers),
        cluster_by,
        distribute_by,
        sort_by,
        having: None,
        named_window,
        qualify: None,
        window_before_qualify: _,
        value_table_mode: None,
        flavor: SelectFlavor::Standard,
    } = select
    else {
        return broken("a clause that is never written");
    };
    let others = optimizer_hints.is_empty()
        && lateral_views.is_empty()
        && connect_by.is_empty()
        && cluster_by.is_empty()
        && distribute_by.is_empty()
        && sort_by.is_empty()
        && named_window.is_empty()
        && modifiers.is_empty();
    if !others {
        return broken("a clause that is never written");
    }
    Ok(Parts { distinct: distinct.as_ref(), projection, from, selection: selection.as_ref(), group_by })
}

/// The table that a SELECT reads, if it reads a table itself and nothing else.
fn physical(select: &Select) -> Option<&ObjectName> {
    let [TableWithJoins { relation, joins }] = select.from.as_slice() else { return None };
    let TableFactor::Table {
        name,
        alias: None,
        args: None,
        with_hints,
        version: None,
        with_ordinality: false,
        partitions,
        json_path: None,
        sample: None,
        index_hints,
    } = relation
    else {
        return None;
    };
    let plain = joins.is_empty() && with_hints.is_empty() && partitions.is_empty() && index_hints.is_empty();
    plain.then_some(name)
}

/// One of the statement's own parameters; one of a window stands nowhere but there.
pub(super) fn own_parameter(name: &str, parameters: usize) -> Result<(), Broken> {
    let number = name.strip_prefix('$').and_then(|digits| digits.parse::<usize>().ok());
    match number {
        Some(number) if (1..=parameters).contains(&number) => Ok(()),
        _ => broken("a parameter that is not the statement's own"),
    }
}

/// `t` or `c` and digits.
fn generated(name: &Ident, kind: char) -> Result<(), Broken> {
    let digits = name.value.strip_prefix(kind).unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    broken("a name that is not generated")
}

/// Types that stand for themselves: none that looks at the catalogs.
pub(super) fn cast(ty: &DataType) -> Result<(), Broken> {
    match ty {
        DataType::Varchar(_)
        | DataType::CharacterVarying(_)
        | DataType::Character(_)
        | DataType::Char(_)
        | DataType::Uuid
        | DataType::Numeric(_)
        | DataType::SmallInt(None)
        | DataType::Int2(None)
        | DataType::Int4(None)
        | DataType::Int8(None)
        | DataType::Int(None)
        | DataType::Integer(None)
        | DataType::BigInt(None)
        | DataType::Real
        | DataType::Float4
        | DataType::Float8
        | DataType::DoublePrecision
        | DataType::Bool
        | DataType::Boolean
        | DataType::Date
        | DataType::Time(..)
        | DataType::Timestamp(..)
        | DataType::Interval { .. }
        | DataType::JSON
        | DataType::JSONB
        | DataType::Text
        | DataType::Bytea => Ok(()),
        DataType::Array(sqlparser::ast::ArrayElemTypeDef::SquareBracket(element, None)) => cast(element),
        DataType::Custom(name, modifiers) => match (name.0.as_slice(), modifiers.as_slice()) {
            ([ObjectNamePart::Identifier(name)], _) if matches!(name.value.as_str(), "bpchar" | "name" | "oid") => {
                Ok(())
            }
            _ => broken("such a type"),
        },
        _ => broken("such a type"),
    }
}

/// Operators by which values are compared, computed and taken apart.
pub(super) fn binary(op: &BinaryOperator) -> Result<(), Broken> {
    use BinaryOperator as B;
    match op {
        B::Plus
        | B::Minus
        | B::Multiply
        | B::Divide
        | B::Modulo
        | B::StringConcat
        | B::Gt
        | B::Lt
        | B::GtEq
        | B::LtEq
        | B::Eq
        | B::NotEq
        | B::And
        | B::Or
        | B::BitwiseOr
        | B::BitwiseAnd
        | B::PGBitwiseXor
        | B::PGBitwiseShiftLeft
        | B::PGBitwiseShiftRight
        | B::PGExp
        | B::PGOverlap
        | B::PGRegexMatch
        | B::PGRegexIMatch
        | B::PGRegexNotMatch
        | B::PGRegexNotIMatch
        | B::PGLikeMatch
        | B::PGILikeMatch
        | B::PGNotLikeMatch
        | B::PGNotILikeMatch
        | B::PGStartsWith
        | B::Arrow
        | B::LongArrow
        | B::HashArrow
        | B::HashLongArrow
        | B::AtAt
        | B::AtArrow
        | B::ArrowAt
        | B::HashMinus
        | B::AtQuestion
        | B::Question
        | B::QuestionAnd
        | B::QuestionPipe => Ok(()),
        _ => broken("such an operator"),
    }
}
