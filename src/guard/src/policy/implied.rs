//! Whether one row filter keeps no row that another drops.
//!
//! Comes in: two expressions over the same columns. Goes out: yes where it is proved by their AND, OR, IN and equality alone. Must never: say yes of what it can't prove.

use sqlparser::ast::{BinaryOperator, Expr, Value};
use std::cell::Cell;

/// Steps of a proof; a filter that needs more is not proved.
const STEPS: usize = 100_000;

/// Whether each row for which the first is true is one for which the second is true.
pub(super) fn implies(first: &Expr, second: &Expr) -> bool {
    Proof { left: Cell::new(STEPS) }.implies(first, second)
}

struct Proof {
    left: Cell<usize>,
}

impl Proof {
    fn implies(&self, first: &Expr, second: &Expr) -> bool {
        let Some(left) = self.left.get().checked_sub(1) else { return false };
        self.left.set(left);
        let (first, second) = (bare(first), bare(second));
        if first == second || is(second, true) || is(first, false) {
            return true;
        }
        if let Some((a, b)) = split(second, &BinaryOperator::And) {
            return self.implies(first, a) && self.implies(first, b);
        }
        if let Some((a, b)) = split(first, &BinaryOperator::Or) {
            return self.implies(a, second) && self.implies(b, second);
        }
        if let Some((a, b)) = split(first, &BinaryOperator::And)
            && (self.implies(a, second) || self.implies(b, second))
        {
            return true;
        }
        if let Some((a, b)) = split(second, &BinaryOperator::Or)
            && (self.implies(first, a) || self.implies(first, b))
        {
            return true;
        }
        match (choice(first), choice(second)) {
            (Some((one, these)), Some((other, those))) => {
                bare(one) == bare(other)
                    && of_one_kind(&these, &those)
                    && these.iter().all(|value| those.contains(value))
            }
            _ => false,
        }
    }
}

fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Nested(inner) => bare(inner),
        _ => expr,
    }
}

fn is(expr: &Expr, wanted: bool) -> bool {
    matches!(expr, Expr::Value(value) if matches!(value.value, Value::Boolean(found) if found == wanted))
}

fn split<'a>(expr: &'a Expr, operator: &BinaryOperator) -> Option<(&'a Expr, &'a Expr)> {
    match expr {
        Expr::BinaryOp { left, op, right } if op == operator => Some((left, right)),
        _ => None,
    }
}

/// `x = v` and `x IN (v, …)`, of constants: the expression, and what it may be.
fn choice(expr: &Expr) -> Option<(&Expr, Vec<&Expr>)> {
    let (of, values) = match expr {
        Expr::BinaryOp { left, op: BinaryOperator::Eq, right } => (left.as_ref(), vec![bare(right)]),
        Expr::InList { expr, list, negated: false } => (expr.as_ref(), list.iter().map(bare).collect()),
        _ => return None,
    };
    values.iter().all(|value| matches!(value, Expr::Value(_))).then_some((of, values))
}

/// Whether all constants are written alike. What a quoted one is depends on what else is in its list: `x = '0.1'` compares as the type of x does, `x IN ('0.1', 0.2)` as the type of 0.2 may.
fn of_one_kind(these: &[&Expr], those: &[&Expr]) -> bool {
    let kind = |value: &Expr| match value {
        Expr::Value(value) => Some(std::mem::discriminant(&value.value)),
        _ => None,
    };
    let mut kinds = these.iter().chain(those).map(|value| kind(value));
    let first = kinds.next();
    kinds.all(|kind| Some(kind) == first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{StatementLimits, parse_expression};

    fn proved(first: &str, second: &str) -> bool {
        let read = |text| parse_expression(text, &StatementLimits::default()).expect(text);
        implies(&read(first), &read(second))
    }

    #[test]
    fn what_follows_is_proved() {
        for (first, second) in [
            ("a = 'x'", "a = 'x'"),
            ("(a = 'x')", "a = 'x'"),
            ("a = 'x' AND b = 1", "a = 'x'"),
            ("a = 'x' AND b = 1", "b = 1 AND (a = 'x')"),
            ("a = 'x'", "a = 'x' OR b = 1"),
            ("a = 'x'", "a IN ('x', 'y')"),
            ("a IN ('y', 'x')", "a IN ('x', 'z', 'y')"),
            ("a = 'x' OR a = 'y'", "a IN ('x', 'y')"),
            ("(a = 'x' OR b = 1) AND c IS NULL", "b = 1 OR a IN ('x')"),
            ("a = 'x'", "true"),
            ("false", "a = 'x'"),
        ] {
            assert!(proved(first, second), "{first} => {second}");
        }
    }

    #[test]
    fn a_proof_that_would_take_too_long_is_none() {
        let terms = |name: &str, word: &str| (0..24).map(|n| format!("{name}{n} = 1")).collect::<Vec<_>>().join(word);
        assert!(!proved(&terms("a", " AND "), &terms("b", " OR ")));
    }

    #[test]
    fn what_does_not_follow_is_not() {
        for (first, second) in [
            ("a = 'x'", "a = 'y'"),
            ("a = 'x'", "b = 'x'"),
            ("a = 'x' OR b = 1", "a = 'x'"),
            ("a = 'x' OR b = 1", "b = 1"),
            ("a IN ('x', 'y')", "a = 'x'"),
            ("a = 'x'", "a = 'x' AND b = 1"),
            ("b = 1", "a = 'x' AND b = 1"),
            ("NOT a = 'x'", "a = 'x'"),
            ("a NOT IN ('x')", "a IN ('x')"),
            ("a = b", "a IN (c)"),
            ("a = 'x'", "NOT (a = 'y')"),
            ("true", "a = 'x'"),
            ("a <> 'x'", "a <> 'y'"),
            ("a = '0.1'", "a IN ('0.1', 0.2)"),
            ("a IN (1, '2')", "a IN (1, '2', 3)"),
            ("a = 1", "a IN (1, NULL)"),
            ("a = 'x' AND b = 1", "c = 2"),
            ("c = 2", "a = 'x' OR b = 1"),
            ("a = 'x' OR b = 1", "a = 'x' OR c = 2"),
        ] {
            assert!(!proved(first, second), "{first} => {second}");
        }
    }

    #[test]
    fn a_proof_that_takes_too_long_is_none() {
        let many = |name: &str| (0..40).map(|n| format!("({name}{n} = 1 AND x{n} = 2)")).collect::<Vec<_>>();
        let (first, second) = (many("a").join(" AND "), many("b").join(" OR "));
        assert!(!proved(&first, &second));
    }
}
