//! Which predicates may go below a row filter: those that can't fail and say nothing of the rows they see.
//!
//! Comes in: an expression over a relation's columns. Goes out: yes or no. Must never: say yes to what it does not know.

use crate::types::PgType;
use datafusion::logical_expr::expr::InList;
use datafusion::logical_expr::{Between, BinaryExpr, Expr, Operator};

/// Whether the expression is made of comparisons of a column with a constant of the same type, IS [NOT] NULL, IN lists, and AND, OR, NOT of these. `type_of` tells the type of a column that may be
/// compared below, and nothing for one that may not (a masked one, or one whose order in a file's statistics is not PostgreSQL's).
pub(crate) fn is_leakproof(expr: &Expr, type_of: &impl Fn(&str) -> Option<PgType>) -> bool {
    match expr {
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::And | Operator::Or, right }) => {
            is_leakproof(left, type_of) && is_leakproof(right, type_of)
        }
        Expr::BinaryExpr(BinaryExpr { left, op, right }) if is_comparison(*op) => {
            is_comparable(left, right, type_of) || is_comparable(right, left, type_of)
        }
        Expr::Between(Between { expr, negated: _, low, high }) => {
            is_comparable(expr, low, type_of) && is_comparable(expr, high, type_of)
        }
        Expr::InList(InList { expr, list, negated: _ }) => list.iter().all(|item| is_comparable(expr, item, type_of)),
        Expr::IsNull(inner) | Expr::IsNotNull(inner) => column_type(inner, type_of).is_some(),
        Expr::Not(inner) => is_leakproof(inner, type_of),
        _ => false,
    }
}

fn is_comparison(op: Operator) -> bool {
    matches!(op, Operator::Eq | Operator::NotEq | Operator::Lt | Operator::LtEq | Operator::Gt | Operator::GtEq)
}

fn is_comparable(column: &Expr, constant: &Expr, type_of: &impl Fn(&str) -> Option<PgType>) -> bool {
    let form = match constant {
        Expr::Literal(value, _) => value.data_type(),
        // A parameter that is left open: one value, whatever it is.
        Expr::Placeholder(placeholder) => match &placeholder.field {
            Some(field) => field.data_type().clone(),
            None => return false,
        },
        _ => return false,
    };
    column_type(column, type_of).is_some_and(|ty| form == ty.arrow())
}

fn column_type(expr: &Expr, type_of: &impl Fn(&str) -> Option<PgType>) -> Option<PgType> {
    let Expr::Column(column) = expr else { return None };
    type_of(&column.name).filter(has_one_order)
}

/// Whether files, the engine and PostgreSQL order and equate the type's values alike. Not so for floats (NaN, -0), numeric (scale), json (text), bpchar (blanks).
fn has_one_order(ty: &PgType) -> bool {
    matches!(
        ty,
        PgType::Bool
            | PgType::Int2
            | PgType::Int4
            | PgType::Int8
            | PgType::Text
            | PgType::Varchar
            | PgType::Bytea
            | PgType::Date
            | PgType::Timestamp
            | PgType::Timestamptz
            | PgType::Uuid
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::prelude::{col, lit};

    fn types(name: &str) -> Option<PgType> {
        match name {
            "n" => Some(PgType::Int8),
            "f" => Some(PgType::Float8),
            _ => None,
        }
    }

    #[test]
    fn comparisons_of_like_types_and_their_combinations_pass() {
        assert!(is_leakproof(&col("n").gt(lit(5i64)), &types));
        assert!(is_leakproof(&lit(5i64).lt_eq(col("n")).and(col("n").is_not_null()), &types));
        assert!(is_leakproof(&col("n").in_list(vec![lit(1i64), lit(2i64)], true), &types));
        assert!(is_leakproof(&col("n").between(lit(1i64), lit(2i64)), &types));
    }

    #[test]
    fn what_can_fail_or_is_masked_or_unlike_stays_above() {
        assert!(!is_leakproof(&(lit(1i64) / col("n")).gt(lit(0i64)), &types));
        assert!(!is_leakproof(&col("n").gt(lit(5i32)), &types));
        assert!(!is_leakproof(&col("n").gt(col("n")), &types));
        assert!(!is_leakproof(&col("masked").eq(lit(5i64)), &types));
        assert!(!is_leakproof(&col("f").gt(lit(0.5f64)), &types));
        assert!(!is_leakproof(&col("n").gt(lit(5i64)).or((lit(1i64) / col("n")).gt(lit(0i64))), &types));
        assert!(!is_leakproof(&col("n").like(lit("x")), &types));
        let (fails, two) = (lit(1i64) / col("n"), lit(2i64));
        assert!(!is_leakproof(&col("n").between(fails.clone(), two.clone()), &types));
        assert!(!is_leakproof(&col("n").between(two.clone(), fails.clone()), &types));
        assert!(!is_leakproof(&col("n").in_list(vec![two.clone(), fails.clone()], false), &types));
        assert!(!is_leakproof(&fails.in_list(vec![two], false), &types));
    }

    #[test]
    fn an_open_parameter_is_a_constant_of_the_type_that_it_is_known_to_have() {
        use datafusion::arrow::datatypes::{DataType, Field};
        use datafusion::logical_expr::expr::Placeholder;
        let parameter = |ty: Option<DataType>| {
            let field = ty.map(|ty| std::sync::Arc::new(Field::new("$1", ty, true)));
            Expr::Placeholder(Placeholder { id: "$1".to_owned(), field })
        };
        assert!(is_leakproof(&col("n").eq(parameter(Some(DataType::Int64))), &types));
        assert!(!is_leakproof(&col("n").eq(parameter(Some(DataType::Int32))), &types));
        assert!(!is_leakproof(&col("n").eq(parameter(None)), &types));
    }
}
