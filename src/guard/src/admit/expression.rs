//! Expressions: every node, by name.

use super::names::{identifier, idents};
use super::types::data_type;
use super::{Walk, not_offered, position};
use crate::{Refusal, SqlState};
use sqlparser::ast::{
    AccessExpr, Array, BinaryOperator, CaseWhen, CastKind, CeilFloorKind, DataType, Expr, ExtractSyntax, Interval,
    Spanned, Subscript, TrimWhereField, TypedString, UnaryOperator, Value, ValueWithSpan,
};

impl Walk<'_> {
    pub(super) fn expr(&mut self, expr: &Expr) -> Result<(), Refusal> {
        match expr {
            Expr::Identifier(name) => identifier(name),
            Expr::CompoundIdentifier(names) => names.iter().try_for_each(identifier),
            Expr::CompoundFieldAccess { root, access_chain } => {
                self.expr(root)?;
                access_chain.iter().try_for_each(|access| self.access(access))
            }
            Expr::IsFalse(inner)
            | Expr::IsNotFalse(inner)
            | Expr::IsTrue(inner)
            | Expr::IsNotTrue(inner)
            | Expr::IsNull(inner)
            | Expr::IsNotNull(inner)
            | Expr::IsUnknown(inner)
            | Expr::IsNotUnknown(inner)
            | Expr::Nested(inner) => self.expr(inner),
            Expr::IsDistinctFrom(left, right) | Expr::IsNotDistinctFrom(left, right) => self.both(left, right),
            Expr::IsNormalized { expr, form: _, negated: _ } => {
                self.may_call("is_normalized")?;
                self.expr(expr)
            }
            Expr::InList { expr, list, negated: _ } => {
                self.expr(expr)?;
                self.exprs(list)
            }
            Expr::InSubquery { expr, subquery, negated: _ } => {
                self.expr(expr)?;
                self.query(subquery)
            }
            Expr::Between { expr, negated: _, low, high } => {
                self.expr(expr)?;
                self.both(low, high)
            }
            Expr::BinaryOp { left, op, right } => {
                binary_operator(op, expr)?;
                if *op == BinaryOperator::Overlaps {
                    self.may_call("overlaps")?;
                }
                self.both(left, right)
            }
            Expr::AnyOp { left, compare_op, right, is_some: _ } | Expr::AllOp { left, compare_op, right } => {
                binary_operator(compare_op, expr)?;
                self.both(left, right)
            }
            Expr::UnaryOp { op, expr: inner } => {
                unary_operator(*op, expr)?;
                self.expr(inner)
            }
            Expr::Like { negated: _, any: false, expr, pattern, escape_char }
            | Expr::ILike { negated: _, any: false, expr, pattern, escape_char } => {
                self.both(expr, pattern)?;
                escape_char.as_ref().map_or(Ok(()), |escape| {
                    self.may_call("like_escape")?;
                    value(escape)
                })
            }
            Expr::SimilarTo { negated: _, expr, pattern, escape_char } => {
                self.may_call("similar_to_escape")?;
                self.both(expr, pattern)?;
                escape_char.as_ref().map_or(Ok(()), value)
            }
            Expr::Cast {
                kind: CastKind::Cast | CastKind::DoubleColon,
                expr,
                data_type: ty,
                array: false,
                format: None,
            } => {
                data_type(ty).map_err(|refusal| located(refusal, expr))?;
                match bits(expr) {
                    Some(digits) if is_integer(ty) => self.expr(digits),
                    _ => self.expr(expr),
                }
            }
            Expr::AtTimeZone { timestamp, time_zone } => {
                self.may_call("timezone")?;
                self.both(timestamp, time_zone)
            }
            Expr::Extract { field: _, syntax: ExtractSyntax::From, expr } => {
                self.may_call("extract")?;
                self.expr(expr)
            }
            Expr::Ceil { expr, field: CeilFloorKind::DateTimeField(sqlparser::ast::DateTimeField::NoDateTime) } => {
                self.may_call("ceil")?;
                self.expr(expr)
            }
            Expr::Floor { expr, field: CeilFloorKind::DateTimeField(sqlparser::ast::DateTimeField::NoDateTime) } => {
                self.may_call("floor")?;
                self.expr(expr)
            }
            Expr::Position { expr, r#in } => {
                self.may_call("position")?;
                self.both(expr, r#in)
            }
            Expr::Substring { expr, substring_from, substring_for, special: _, shorthand } => {
                self.may_call(if *shorthand { "substr" } else { "substring" })?;
                self.expr(expr)?;
                self.optional(substring_from.as_deref())?;
                self.optional(substring_for.as_deref())
            }
            Expr::Trim { trim_where, trim_what, expr, trim_characters } => {
                self.may_call(match trim_where {
                    None | Some(TrimWhereField::Both) => "btrim",
                    Some(TrimWhereField::Leading) => "ltrim",
                    Some(TrimWhereField::Trailing) => "rtrim",
                })?;
                self.optional(trim_what.as_deref())?;
                self.expr(expr)?;
                trim_characters.as_ref().map_or(Ok(()), |exprs| self.exprs(exprs))
            }
            Expr::Overlay { expr, overlay_what, overlay_from, overlay_for } => {
                self.may_call("overlay")?;
                self.both(expr, overlay_what)?;
                self.expr(overlay_from)?;
                self.optional(overlay_for.as_deref())
            }
            Expr::Collate { expr, collation } => {
                collation_name(collation)?;
                self.expr(expr)
            }
            Expr::Value(literal) => value(literal),
            Expr::TypedString(TypedString { data_type: ty, value: literal, uses_odbc_syntax: false }) => {
                data_type(ty).map_err(|refusal| located(refusal, expr))?;
                value(literal)
            }
            Expr::Function(function) => self.function(function),
            Expr::Case { case_token: _, end_token: _, operand, conditions, else_result } => {
                self.optional(operand.as_deref())?;
                conditions.iter().try_for_each(|CaseWhen { condition, result }| self.both(condition, result))?;
                self.optional(else_result.as_deref())
            }
            Expr::Exists { subquery, negated: _ } => self.query(subquery),
            Expr::Subquery(query) => self.query(query),
            Expr::Tuple(exprs) => self.exprs(exprs),
            Expr::Array(Array { elem, named: _ }) => self.exprs(elem),
            Expr::Interval(interval) => self.interval(interval),
            Expr::QualifiedWildcard(name, _) => idents(name)?.into_iter().try_for_each(identifier),
            // Only under GROUP BY, which `group_by` walks.
            Expr::GroupingSets(_) | Expr::Cube(_) | Expr::Rollup(_) => refuse("GROUPING SETS outside GROUP BY", expr),
            Expr::JsonAccess { .. }
            | Expr::InUnnest { .. }
            | Expr::Like { .. }
            | Expr::ILike { .. }
            | Expr::RLike { .. }
            | Expr::Convert { .. }
            | Expr::Cast { .. }
            | Expr::Extract { .. }
            | Expr::Ceil { .. }
            | Expr::Floor { .. }
            | Expr::Prefixed { .. }
            | Expr::TypedString(_)
            | Expr::Struct { .. }
            | Expr::Named { .. }
            | Expr::Dictionary(_)
            | Expr::Map(_)
            | Expr::MatchAgainst { .. }
            | Expr::Wildcard(_)
            | Expr::OuterJoin(_)
            | Expr::Prior(_)
            | Expr::Lambda(_)
            | Expr::MemberOf(_) => refuse("such an expression", expr),
        }
    }

    fn both(&mut self, left: &Expr, right: &Expr) -> Result<(), Refusal> {
        self.expr(left)?;
        self.expr(right)
    }

    fn access(&mut self, access: &AccessExpr) -> Result<(), Refusal> {
        match access {
            AccessExpr::Dot(Expr::Identifier(name)) => identifier(name),
            AccessExpr::Dot(other) => refuse("such a field", other),
            AccessExpr::Subscript(Subscript::Index { index }) => self.expr(index),
            AccessExpr::Subscript(Subscript::Slice { lower_bound, upper_bound, stride: None }) => {
                self.optional(lower_bound.as_ref())?;
                self.optional(upper_bound.as_ref())
            }
            AccessExpr::Subscript(Subscript::Slice { .. }) => Err(not_offered("a slice with a stride", None)),
        }
    }

    fn interval(&mut self, interval: &Interval) -> Result<(), Refusal> {
        let Interval {
            value: literal,
            leading_field: _,
            leading_precision: _,
            last_field: _,
            fractional_seconds_precision: _,
        } = interval;
        match literal.as_ref() {
            Expr::Value(literal) => value(literal),
            other => refuse("such an interval", other),
        }
    }
}

fn refuse(what: &str, expr: &Expr) -> Result<(), Refusal> {
    Err(not_offered(what, position(expr.span())))
}

/// Gives a refusal the place of `expr` if it has none.
fn located(refusal: Refusal, expr: &Expr) -> Refusal {
    if refusal.position.is_some() { refusal } else { refusal.at(position(expr.span())) }
}

fn value(literal: &ValueWithSpan) -> Result<(), Refusal> {
    let ValueWithSpan { value, span } = literal;
    match value {
        Value::Number(_, false)
        | Value::SingleQuotedString(_)
        | Value::Boolean(_)
        | Value::Null
        | Value::Placeholder(_) => Ok(()),
        Value::SingleQuotedByteStringLiteral(_) | Value::HexStringLiteral(_) => {
            Err(not_offered("a bit string", position(*span)))
        }
        Value::Number(_, true)
        | Value::DollarQuotedString(_)
        | Value::TripleSingleQuotedString(_)
        | Value::TripleDoubleQuotedString(_)
        | Value::EscapedStringLiteral(_)
        | Value::UnicodeStringLiteral(_)
        | Value::DoubleQuotedByteStringLiteral(_)
        | Value::TripleSingleQuotedByteStringLiteral(_)
        | Value::TripleDoubleQuotedByteStringLiteral(_)
        | Value::SingleQuotedRawStringLiteral(_)
        | Value::DoubleQuotedRawStringLiteral(_)
        | Value::TripleSingleQuotedRawStringLiteral(_)
        | Value::TripleDoubleQuotedRawStringLiteral(_)
        | Value::NationalStringLiteral(_)
        | Value::QuoteDelimitedStringLiteral(_)
        | Value::NationalQuoteDelimitedStringLiteral(_)
        | Value::DoubleQuotedString(_) => Err(not_offered("such a literal", position(*span))),
    }
}

fn collation_name(name: &sqlparser::ast::ObjectName) -> Result<(), Refusal> {
    let parts = idents(name)?;
    let plain = match parts.as_slice() {
        [name] => Some(name),
        [schema, name] if schema.value == "pg_catalog" => Some(name),
        _ => None,
    };
    if plain.is_some_and(|name| matches!(name.value.as_str(), "default" | "C" | "POSIX" | "ucs_basic")) {
        return Ok(());
    }
    let message = format!("collation \"{}\" for encoding \"UTF8\" does not exist", super::names::dotted(name));
    Err(Refusal::new("collation", SqlState::UNDEFINED_OBJECT, message)
        .hint("Text is ordered by its bytes, as by the collation \"C\".")
        .at(parts.first().and_then(|first| position(first.span))))
}

fn unary_operator(op: UnaryOperator, expr: &Expr) -> Result<(), Refusal> {
    match op {
        UnaryOperator::Plus
        | UnaryOperator::Minus
        | UnaryOperator::Not
        | UnaryOperator::BitwiseNot
        | UnaryOperator::PGAbs
        | UnaryOperator::PGSquareRoot
        | UnaryOperator::PGCubeRoot => Ok(()),
        UnaryOperator::AtDashAt
        | UnaryOperator::BangNot
        | UnaryOperator::DoubleAt
        | UnaryOperator::Hash
        | UnaryOperator::PGPostfixFactorial
        | UnaryOperator::PGPrefixFactorial
        | UnaryOperator::QuestionDash
        | UnaryOperator::QuestionPipe => refuse("such an operator", expr),
    }
}

fn binary_operator(op: &BinaryOperator, expr: &Expr) -> Result<(), Refusal> {
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
        | B::QuestionPipe
        | B::Overlaps => Ok(()),
        B::Custom(symbol) => {
            let message = format!("operator does not exist: {symbol}");
            Err(Refusal::new("operator", SqlState::UNDEFINED_FUNCTION, message)
                .detail("The operator is not in Tollgate's catalogue.")
                .at(position(expr.span())))
        }
        B::Spaceship
        | B::Xor
        | B::BitwiseXor
        | B::DuckIntegerDivide
        | B::MyIntegerDivide
        | B::Match
        | B::Regexp
        | B::PGCustomBinaryOperator(_)
        | B::DoubleHash
        | B::LtDashGt
        | B::AndLt
        | B::AndGt
        | B::LtLtPipe
        | B::PipeGtGt
        | B::AndLtPipe
        | B::PipeAndGt
        | B::LtCaret
        | B::GtCaret
        | B::QuestionHash
        | B::QuestionDash
        | B::QuestionDashPipe
        | B::QuestionDoublePipe
        | B::At
        | B::TildeEq
        | B::Assignment => refuse("such an operator", expr),
    }
}

/// What a cast to `bit(n)` is of. There is no such type, but an integer may be made of one: `('x' || left(md5(id), 8))::bit(32)::int`.
fn bits(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Nested(inner) => bits(inner),
        Expr::Cast {
            kind: CastKind::Cast | CastKind::DoubleColon,
            expr: digits,
            data_type: DataType::Bit(Some(_)),
            array: false,
            format: None,
        } => Some(digits),
        _ => None,
    }
}

fn is_integer(ty: &DataType) -> bool {
    matches!(
        ty,
        DataType::Int(None)
            | DataType::Int4(None)
            | DataType::Integer(None)
            | DataType::Int8(None)
            | DataType::BigInt(None)
    )
}
