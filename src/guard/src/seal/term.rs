//! One form for an expression, however it was written.
//!
//! Comes in: an expression. Goes out: the same without parentheses, its names folded. Must never: make two expressions equal that mean different things.

use super::query::cast;
use super::{Broken, Moment, broken, moment};
use crate::parse::{StatementLimits, parse_expression};
use sqlparser::ast::{Expr, Function, FunctionArguments, Ident, ObjectNamePart, Value, visit_expressions_mut};
use std::ops::ControlFlow;

/// Who asks, and when: what a row filter may know beside its row.
pub(super) struct Asker<'a> {
    pub(super) user: &'a str,
    pub(super) moment: Moment,
}

/// The expression as it is compared: parentheses are in the tree already, a quoted name is its text, `current_user` is who that is, and `now()` is when.
pub(super) fn canonical(expr: &Expr, asker: Option<&Asker<'_>>) -> Expr {
    let mut expr = expr.clone();
    let _ = visit_expressions_mut(&mut expr, |expr| {
        while let Expr::Nested(inner) = expr {
            *expr = inner.as_ref().clone();
        }
        match expr {
            Expr::Identifier(name) => *name = folded(name),
            Expr::Function(function) => {
                if let [ObjectNamePart::Identifier(schema), ObjectNamePart::Identifier(_)] = function.name.0.as_slice()
                    && schema.value == "pg_catalog"
                {
                    function.name.0.remove(0);
                }
                for part in &mut function.name.0 {
                    if let ObjectNamePart::Identifier(name) = part {
                        *name = folded(name);
                    }
                }
                let Some(Asker { user, moment }) = asker else { return ControlFlow::Continue(()) };
                if is_user(function) {
                    *expr = Expr::Value(Value::SingleQuotedString((*user).to_owned()).into());
                } else if let Some(time) = clock(function, *moment) {
                    *expr = time;
                }
            }
            _ => {}
        }
        ControlFlow::<()>::Continue(())
    });
    expr
}

fn folded(name: &Ident) -> Ident {
    Ident::new(if name.quote_style.is_some() { name.value.clone() } else { name.value.to_ascii_lowercase() })
}

fn is_user(function: &Function) -> bool {
    let Function {
        name,
        uses_odbc_syntax: _,
        parameters: _,
        args,
        filter: _,
        null_treatment: _,
        over: _,
        within_group: _,
    } = function;
    let [ObjectNamePart::Identifier(name)] = name.0.as_slice() else { return false };
    matches!(args, FunctionArguments::None)
        && matches!(name.value.as_str(), "current_user" | "session_user" | "user" | "current_role")
}

/// The moment that a call of the clock stands for, as a constant; none for any other call.
fn clock(function: &Function, when: Moment) -> Option<Expr> {
    let [ObjectNamePart::Identifier(name)] = function.name.0.as_slice() else { return None };
    let called = match &function.args {
        FunctionArguments::None => false,
        FunctionArguments::List(list) if list.args.is_empty() && list.clauses.is_empty() => true,
        _ => return None,
    };
    let text = match (name.value.as_str(), called) {
        ("now" | "transaction_timestamp", true) | ("current_timestamp", false) => {
            format!("'{}+00'::timestamptz", moment::written(when.transaction))
        }
        ("statement_timestamp", true) => format!("'{}+00'::timestamptz", moment::written(when.statement)),
        ("localtimestamp", false) => format!("'{}'::timestamp", moment::written(when.transaction)),
        ("current_date", false) => {
            let midnight = when.transaction.div_euclid(moment::DAY) * moment::DAY;
            format!("'{}'::date", moment::written(midnight).split(' ').next().unwrap_or_default())
        }
        _ => return None,
    };
    expected(&text).ok()
}

/// Without its parentheses.
pub(super) fn bare(mut expr: &Expr) -> &Expr {
    while let Expr::Nested(inner) = expr {
        expr = inner;
    }
    expr
}

/// Without parentheses and casts to types that stand for themselves.
pub(super) fn uncast(mut expr: &Expr) -> &Expr {
    loop {
        expr = match expr {
            Expr::Nested(inner) => inner,
            Expr::Cast { kind: _, expr: inner, data_type, array: false, format: None } if cast(data_type).is_ok() => {
                inner
            }
            _ => return expr,
        };
    }
}

/// A form that this module wrote itself.
pub(super) fn expected(text: &str) -> Result<Expr, Broken> {
    match parse_expression(text, &StatementLimits::default()) {
        Ok(expr) => Ok(canonical(&expr, None)),
        Err(_) => broken("an expected form does not parse"),
    }
}
