//! Redshift's own forms.
//!
//! Comes in: a text, or a part of its tree. Goes out: the tree, or whether the part is one that Redshift may be sent. Must never: call an expression total that can fail on some value.

use super::leaf::{is_date, is_zoned};
use super::term::{bare, expected};
use super::{Broken, broken};
use crate::policy::{Grant, Mask};
use sqlparser::ast::{
    BinaryOperator, CastKind, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, Ident, ObjectName, ObjectNamePart,
    Query, Statement, UnaryOperator,
};
use sqlparser::dialect::{Dialect, RedshiftSqlDialect};
use sqlparser::parser::Parser;
use std::any::TypeId;

/// How deep a text may be nested.
const DEPTH: usize = 300;

/// The parser's Redshift, which does not know yet that Redshift has grouping sets.
#[derive(Debug)]
struct Redshift(RedshiftSqlDialect);

impl Dialect for Redshift {
    fn dialect(&self) -> TypeId {
        TypeId::of::<RedshiftSqlDialect>()
    }

    fn is_identifier_start(&self, ch: char) -> bool {
        self.0.is_identifier_start(ch)
    }

    fn is_identifier_part(&self, ch: char) -> bool {
        self.0.is_identifier_part(ch)
    }

    fn is_nested_delimited_identifier_start(&self, ch: char) -> bool {
        self.0.is_nested_delimited_identifier_start(ch)
    }

    fn supports_string_literal_backslash_escape(&self) -> bool {
        true
    }

    fn supports_group_by_expr(&self) -> bool {
        true
    }
}

/// The one query that the text is.
pub(super) fn parsed(text: &str) -> Result<Query, Broken> {
    let dialect = Redshift(RedshiftSqlDialect {});
    let statements = Parser::new(&dialect)
        .with_recursion_limit(DEPTH)
        .try_with_sql(text)
        .and_then(|mut parser| parser.parse_statements());
    let statements = match statements {
        Ok(statements) => statements,
        Err(error) => return broken(format!("it does not parse: {error}")),
    };
    match <[Statement; 1]>::try_from(statements) {
        Ok([Statement::Query(query)]) => Ok(*query),
        Ok(_) => broken("something else than a query"),
        Err(statements) => broken(format!("{} statements", statements.len())),
    }
}

/// Functions that can't fail on a value of a row, or work on rows that are chosen already.
const TOTAL: [&str; 34] = [
    "any_value",
    "avg",
    "bool_and",
    "bool_or",
    "btrim",
    "coalesce",
    "count",
    "cume_dist",
    "date_trunc",
    "dense_rank",
    "first_value",
    "greatest",
    "hll",
    "lag",
    "last_value",
    "lead",
    "least",
    "left",
    "len",
    "listagg",
    "lower",
    "ltrim",
    "max",
    "min",
    "nth_value",
    "ntile",
    "percent_rank",
    "percentile_cont",
    "rank",
    "right",
    "row_number",
    "rtrim",
    "sum",
    "upper",
];

/// Those that can, or that only statistics are made with.
const PARTIAL: [&str; 8] =
    ["dateadd", "datediff", "grouping", "replace", "stddev_pop", "stddev_samp", "var_pop", "var_samp"];

fn plain(name: &ObjectName) -> Option<&str> {
    match name.0.as_slice() {
        [ObjectNamePart::Identifier(name)] if name.quote_style.is_none() => Some(&name.value),
        _ => None,
    }
}

/// Whether it is a function that is ever written.
pub(super) fn knows(name: &ObjectName) -> bool {
    plain(name).is_some_and(|name| TOTAL.contains(&name) || PARTIAL.contains(&name))
}

/// `day` in `dateadd(day, 1, t)`.
pub(super) fn is_unit(function: &ObjectName, unit: &Ident) -> bool {
    matches!(plain(function), Some("dateadd" | "datediff"))
        && unit.quote_style.is_none()
        && matches!(unit.value.as_str(), "month" | "day" | "microsecond")
}

/// Whether this node, without what is below it, has a value for every row.
pub(super) fn is_total(expr: &Expr) -> bool {
    match expr {
        Expr::CompoundIdentifier(_)
        | Expr::Value(_)
        | Expr::Nested(_)
        | Expr::IsFalse(_)
        | Expr::IsNotFalse(_)
        | Expr::IsTrue(_)
        | Expr::IsNotTrue(_)
        | Expr::IsNull(_)
        | Expr::IsNotNull(_)
        | Expr::IsUnknown(_)
        | Expr::IsNotUnknown(_)
        | Expr::InList { .. }
        | Expr::InSubquery { .. }
        | Expr::Exists { .. }
        | Expr::Like { .. }
        | Expr::ILike { .. }
        | Expr::Case { .. } => true,
        Expr::BinaryOp { left: _, op, right: _ } => {
            use BinaryOperator as B;
            matches!(op, B::And | B::Or | B::Eq | B::NotEq | B::Lt | B::LtEq | B::Gt | B::GtEq | B::StringConcat)
        }
        Expr::UnaryOp { op, expr } => match op {
            UnaryOperator::Not => true,
            UnaryOperator::Minus => is_constant(expr),
            _ => false,
        },
        Expr::Cast { kind: CastKind::DoubleColon, expr, .. } => is_constant(expr),
        Expr::Function(function) => plain(&function.name).is_some_and(|name| TOTAL.contains(&name)),
        _ => false,
    }
}

/// A literal, with or without its type.
pub(super) fn is_constant(expr: &Expr) -> bool {
    match bare(expr) {
        Expr::Value(_) => true,
        Expr::Cast { expr, .. } => is_constant(expr),
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => is_constant(expr),
        _ => false,
    }
}

/// What stands in `len(…)`: texts are compared by their lengths, too, since blanks at their ends do not count.
pub(super) fn unmeasured(expr: &Expr) -> &Expr {
    let Expr::Function(function) = bare(expr) else { return expr };
    let FunctionArguments::List(list) = &function.args else { return expr };
    match (plain(&function.name), list.args.as_slice()) {
        (Some("len"), [FunctionArg::Unnamed(FunctionArgExpr::Expr(inner))]) => inner,
        _ => expr,
    }
}

/// The mask as it must be written; none for a mask that is not put on there.
pub(super) fn masked(column: &str, mask: &Mask, grant: &Grant) -> Result<Option<Expr>, Broken> {
    let Some(ty) = grant.table.columns.iter().find(|known| known.name == column).map(|column| &column.ty) else {
        return broken("a mask of no column");
    };
    let name = format!("\"{}\"", column.replace('"', "\"\""));
    let text = match mask {
        Mask::Sha256 => format!("sha2({name}::varchar(65535), 256)"),
        Mask::Constant(text) => format!("'{}'::varchar(65535)", text.replace('\'', "''")),
        Mask::Keep(count) => format!("\"left\"({name}::varchar(65535), {count})"),
        Mask::Day if is_date(grant, column) => return Ok(None),
        Mask::Day if is_zoned(ty) => format!("date_trunc('day', {name}::timestamptz)"),
        Mask::Day => format!("date_trunc('day', {name}::timestamp)"),
        Mask::Bucket(_) | Mask::Hmac { secret: _ } | Mask::Null => return Ok(None),
    };
    expected(&text).map(Some)
}
