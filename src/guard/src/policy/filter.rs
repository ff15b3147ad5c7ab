//! Row filters: which expressions a policy may use to choose rows.
//!
//! Comes in: text and the table's columns. Goes out: a [`RowFilter`], or why not. Must never: let a node through that is not named here.
//! Types, and whether a function exists, are the binder's to judge, when the world is made.

use super::{Column, RowFilter};
use crate::document::nearest;
use crate::parse::{StatementLimits, parse_expression};
use sqlparser::ast::{
    CastKind, DataType, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, Ident, ObjectNamePart,
};

/// Why a filter is not one, and perhaps the nearest word.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unfit {
    pub(super) message: String,
    pub(super) hint: Option<String>,
}

fn unfit<T>(message: impl Into<String>) -> Result<T, Unfit> {
    Err(Unfit { message: message.into(), hint: None })
}

/// Reads a row filter over these columns.
pub(super) fn read(text: &str, columns: &[Column]) -> Result<RowFilter, Unfit> {
    let expr = match parse_expression(text, &StatementLimits::default()) {
        Ok(expr) => expr,
        Err(refusal) => return unfit(format!("the row filter does not parse: {}", refusal.message)),
    };
    check(&expr, columns)?;
    Ok(RowFilter { text: text.to_owned(), expr })
}

fn check(expr: &Expr, columns: &[Column]) -> Result<(), Unfit> {
    let all = |exprs: &[&Expr]| exprs.iter().try_for_each(|expr| check(expr, columns));
    match expr {
        Expr::Identifier(name) => column(name, columns),
        Expr::Value(value) => match value.value {
            sqlparser::ast::Value::Placeholder(_) => unfit("a row filter can't have parameters"),
            _ => Ok(()),
        },
        Expr::TypedString(_) => Ok(()),
        Expr::Interval(interval) => check(&interval.value, columns),
        Expr::Nested(inner)
        | Expr::IsFalse(inner)
        | Expr::IsNotFalse(inner)
        | Expr::IsTrue(inner)
        | Expr::IsNotTrue(inner)
        | Expr::IsNull(inner)
        | Expr::IsNotNull(inner)
        | Expr::IsUnknown(inner)
        | Expr::IsNotUnknown(inner)
        | Expr::UnaryOp { op: _, expr: inner }
        | Expr::Extract { field: _, syntax: _, expr: inner } => check(inner, columns),
        Expr::Cast {
            kind: CastKind::Cast | CastKind::DoubleColon,
            expr: inner,
            data_type,
            array: false,
            format: None,
        } => {
            cast(data_type)?;
            check(inner, columns)
        }
        Expr::IsDistinctFrom(left, right)
        | Expr::IsNotDistinctFrom(left, right)
        | Expr::BinaryOp { left, op: _, right }
        | Expr::AnyOp { left, compare_op: _, right, is_some: _ }
        | Expr::AllOp { left, compare_op: _, right }
        | Expr::Like { negated: _, any: false, expr: left, pattern: right, escape_char: _ }
        | Expr::ILike { negated: _, any: false, expr: left, pattern: right, escape_char: _ }
        | Expr::SimilarTo { negated: _, expr: left, pattern: right, escape_char: _ }
        | Expr::Position { expr: left, r#in: right }
        | Expr::AtTimeZone { timestamp: left, time_zone: right } => all(&[left, right]),
        Expr::Between { expr: value, negated: _, low, high } => all(&[value, low, high]),
        Expr::InList { expr: value, list, negated: _ } => {
            check(value, columns)?;
            list.iter().try_for_each(|item| check(item, columns))
        }
        Expr::Tuple(items) => items.iter().try_for_each(|item| check(item, columns)),
        Expr::Array(array) => array.elem.iter().try_for_each(|item| check(item, columns)),
        Expr::Case { case_token: _, end_token: _, operand, conditions, else_result } => {
            let arms = conditions.iter().flat_map(|arm| [&arm.condition, &arm.result]);
            let rest = operand.iter().chain(else_result).map(AsRef::as_ref);
            arms.chain(rest).try_for_each(|part| check(part, columns))
        }
        Expr::Function(call) => function(call, columns),
        Expr::CompoundIdentifier(_) => unfit("a row filter names its table's columns alone, without a prefix"),
        Expr::Subquery(_) | Expr::Exists { .. } | Expr::InSubquery { .. } => {
            unfit("a row filter can't have a sub-select")
        }
        _ => unfit(format!("a row filter can't have \"{expr}\"")),
    }
}

fn column(name: &Ident, columns: &[Column]) -> Result<(), Unfit> {
    let folded = if name.quote_style.is_some() { name.value.clone() } else { name.value.to_ascii_lowercase() };
    if columns.iter().any(|column| column.name == folded) {
        return Ok(());
    }
    let hint = nearest(&folded, columns.iter().map(|column| column.name.as_str()));
    Err(Unfit { message: format!("the table has no column \"{folded}\""), hint })
}

fn cast(ty: &DataType) -> Result<(), Unfit> {
    match ty {
        DataType::Regclass => unfit("a row filter can't look at the catalogs"),
        _ => Ok(()),
    }
}

fn function(call: &Function, columns: &[Column]) -> Result<(), Unfit> {
    let Function { name, uses_odbc_syntax, parameters, args, filter, null_treatment, over, within_group } = call;
    let [ObjectNamePart::Identifier(word)] = name.0.as_slice() else {
        return unfit(format!("a row filter can't call \"{name}\""));
    };
    let aggregate = filter.is_some() || null_treatment.is_some() || over.is_some() || !within_group.is_empty();
    if aggregate || AGGREGATES.contains(&word.value.to_ascii_lowercase().as_str()) {
        return unfit("a row filter can't have aggregate or window calls");
    }
    if *uses_odbc_syntax || !matches!(parameters, FunctionArguments::None) {
        return unfit(format!("a row filter can't have \"{call}\""));
    }
    match args {
        FunctionArguments::None => Ok(()),
        FunctionArguments::Subquery(_) => unfit("a row filter can't have a sub-select"),
        FunctionArguments::List(list) => {
            if list.duplicate_treatment.is_some() || !list.clauses.is_empty() {
                return unfit("a row filter can't have aggregate or window calls");
            }
            list.args.iter().try_for_each(|argument| match argument {
                FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => check(expr, columns),
                _ => unfit(format!("a row filter can't have the argument \"{argument}\"")),
            })
        }
    }
}

/// Refused by name, before the binder sees the call, for a message at the policy's own line.
const AGGREGATES: [&str; 16] = [
    "count",
    "sum",
    "avg",
    "min",
    "max",
    "bool_and",
    "bool_or",
    "every",
    "array_agg",
    "string_agg",
    "json_agg",
    "jsonb_agg",
    "stddev",
    "variance",
    "row_number",
    "rank",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        ["namespace", "user_id", "n"]
            .map(|name| Column { name: name.into(), ty: DataType::Text, nullable: true, comment: None })
            .to_vec()
    }

    #[test]
    fn expressions_over_columns_are_filters() {
        for text in [
            "namespace = 'checkout'",
            "user_id = current_user OR n::int > 3",
            "namespace IN ('a', 'b') AND NOT (n IS NULL)",
            "CASE WHEN lower(namespace) LIKE 'a%' THEN true ELSE \"user_id\" = 'x' END",
            "n = ANY(ARRAY['1', '2'])",
            "NAMESPACE <> 'x'",
            "true",
        ] {
            assert!(read(text, &columns()).is_ok(), "{text}: {:?}", read(text, &columns()));
        }
    }

    #[test]
    fn what_could_reach_beyond_the_row_is_no_filter() {
        for text in [
            "",
            "namespace =",
            "namespace = 'a'; drop table x",
            "namespace = 'a' -- and\n b",
            "namespace = $1",
            "other = 1",
            "NAMESPACE = \"NAMESPACE\"",
            "events.namespace = 'a'",
            "exists (select 1)",
            "namespace IN (select 'a')",
            "namespace = (select 'a')",
            "count(*) > 1",
            "sum(n) OVER () > 1",
            "coalesce((select 1), 2) = 1",
            "array(select 1) is null",
            "pg_catalog.lower(namespace) = 'a'",
            "'x'::regclass is null",
            "f(*)",
            "lower(n) WITHIN GROUP (ORDER BY n) = 'a'",
            "lower(n) OVER () = 'a'",
            "lower(n) FILTER (WHERE true) = 'a'",
            "lower(DISTINCT n) = 'a'",
            "lower(n ORDER BY n) = 'a'",
            "lower(x => n) = 'a'",
            "count(n) = 1",
            "every(n::bool)",
            "n COLLATE \"C\" = 'a'",
            "substring(n FROM 1) = 'a'",
            "n[1] = 'a'",
        ] {
            assert!(read(text, &columns()).is_err(), "{text}");
        }
    }

    #[test]
    fn every_place_of_a_filter_is_looked_at() {
        for place in [
            "{}",
            "({})",
            "NOT {}",
            "{} IS TRUE",
            "{} IS NOT UNKNOWN",
            "{} IS NULL",
            "{} IS NOT NULL",
            "{} IS FALSE",
            "{} IS NOT FALSE",
            "{} IS NOT TRUE",
            "{} IS UNKNOWN",
            "- {} < 1",
            "EXTRACT(year FROM {}) = 2025",
            "{}::int = 1",
            "CAST({} AS text) = 'a'",
            "{} IS DISTINCT FROM 'a'",
            "'a' IS NOT DISTINCT FROM {}",
            "{} < 'a'",
            "'a' = {}",
            "n = 'a' AND {}",
            "{} OR n = 'a'",
            "{} = ANY (ARRAY['a'])",
            "'a' = ANY (ARRAY[{}])",
            "{} <> ALL (ARRAY['a'])",
            "{} LIKE 'a%'",
            "'a' ILIKE {}",
            "{} SIMILAR TO 'a'",
            "POSITION('a' IN {}) = 1",
            "POSITION({} IN 'a') = 1",
            "{} AT TIME ZONE 'UTC' = n",
            "n AT TIME ZONE {} = n",
            "{} BETWEEN 'a' AND 'b'",
            "n BETWEEN {} AND 'b'",
            "n NOT BETWEEN 'a' AND {}",
            "{} IN ('a')",
            "n IN ('a', {})",
            "({}, 1) = (n, 1)",
            "(n, 1) IN ((n, 1), ({}, 2))",
            "ARRAY['a', {}] = ARRAY[n]",
            "CASE {} WHEN 'a' THEN true END",
            "CASE WHEN {} THEN true ELSE false END",
            "CASE WHEN true THEN {} ELSE false END",
            "CASE WHEN true THEN true ELSE {} END",
            "lower({}) = 'a'",
            "coalesce('a', {}) = 'a'",
            "DATE '2025-01-01' = {}",
            "n < {} + INTERVAL '1 day'",
        ] {
            let asked = |part: &str| read(&place.replace("{}", part), &columns());
            assert!(asked("n").is_ok(), "{place}: {:?}", asked("n"));
            for part in ["other", "(SELECT 1)", "max(n)", "t.n", "pg_catalog.lower(n)", "$1"] {
                assert!(asked(part).is_err(), "{place} with {part}");
            }
        }
    }

    #[test]
    fn a_misspelt_column_gets_the_nearest() {
        let unfit = read("namespac = 'a'", &columns()).unwrap_err();
        assert_eq!(unfit.hint.as_deref(), Some("did you mean \"namespace\"?"));
    }
}
