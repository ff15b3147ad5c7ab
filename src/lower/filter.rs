//! A row filter in a text.
//!
//! Comes in: the policy's own expression, who asks and when. Goes out: the same as text, its names quoted, its user and its clock as constants, and parentheses around each of its parts. Must never: leave to the warehouse
//! what the gateway has decided, or send what is not about the row alone.

use super::dialect::Dialect;
use super::{Local, Result, local};
use crate::functions::registry;
use crate::plan::governed::GovernedRelation;
use crate::types::PgType;
use crate::window::bounds::DAY;
use datafusion::common::ScalarValue;
use datafusion::sql::sqlparser::ast::{self, visit_expressions_mut};
use std::ops::ControlFlow;

/// Texts that are moments when they are read as times: the warehouse's own, if they were sent.
const MOMENTS: [&str; 4] = ["now", "today", "tomorrow", "yesterday"];

/// Clocks that have an argument, which no statement's moment is.
const CLOCKS: [&str; 4] = ["current_time", "current_timestamp", "localtime", "localtimestamp"];

/// What the grammar knows by these names, without a function.
const GRAMMAR: [&str; 4] = ["coalesce", "greatest", "least", "nullif"];

/// # Errors
/// What of it can't be sent.
pub(super) fn text(filter: &ast::Expr, relation: &GovernedRelation, dialect: &dyn Dialect) -> Result<String> {
    let mut filter = filter.clone();
    let visited = visit_expressions_mut(&mut filter, |expr| match part(expr, relation, dialect) {
        Ok(()) => ControlFlow::Continue(()),
        Err(why) => ControlFlow::Break(why),
    });
    if let ControlFlow::Break(why) = visited {
        return Err(why);
    }
    Ok(match filter {
        ast::Expr::Nested(_) => filter.to_string(),
        other => format!("({other})"),
    })
}

/// One part, those below it being done.
fn part(expr: &mut ast::Expr, relation: &GovernedRelation, dialect: &dyn Dialect) -> Result<()> {
    match expr {
        ast::Expr::Identifier(name) => {
            let folded = match name.quote_style {
                Some(_) => name.value.clone(),
                None => name.value.to_ascii_lowercase(),
            };
            *name = ast::Ident::with_quote('"', folded.replace('"', "\"\""));
            return Ok(());
        }
        ast::Expr::Value(value) => return constant(&mut value.value),
        ast::Expr::TypedString(typed) => return constant(&mut typed.value.value),
        ast::Expr::Function(call) if is_user(call) => {
            *expr = ast::Expr::Value(ast::Value::SingleQuotedString(relation.user().to_owned()).into());
            return Ok(());
        }
        ast::Expr::Function(call) => match clock(call) {
            Some(clock) => *expr = clock.constant(relation, dialect)?,
            None => return function(call),
        },
        ast::Expr::Nested(_) | ast::Expr::Tuple(_) => return Ok(()),
        _ => {}
    }
    let inner = std::mem::replace(expr, ast::Expr::Value(ast::Value::Null.into()));
    *expr = ast::Expr::Nested(Box::new(inner));
    Ok(())
}

/// A text is written as a plain one, whatever it was.
fn constant(value: &mut ast::Value) -> Result<()> {
    let text = match value {
        ast::Value::SingleQuotedString(text)
        | ast::Value::EscapedStringLiteral(text)
        | ast::Value::UnicodeStringLiteral(text)
        | ast::Value::DollarQuotedString(ast::DollarQuotedString { value: text, tag: _ }) => text.clone(),
        _ => return Ok(()),
    };
    if MOMENTS.contains(&text.trim().to_ascii_lowercase().as_str()) {
        return local(format!("the row filter's constant '{}', which may be a moment: now() is one", text.trim()));
    }
    *value = ast::Value::SingleQuotedString(text);
    Ok(())
}

/// A function is sent where it is about values alone.
fn function(call: &ast::Function) -> Result<()> {
    let name = word(call);
    let arguments = match &call.args {
        ast::FunctionArguments::List(list) => list.args.len(),
        ast::FunctionArguments::None | ast::FunctionArguments::Subquery(_) => 0,
    };
    // Of one time alone, `age` counts from today. A call without an argument, but for the clock's, knows more than its row.
    let asks_more = arguments == 0 || CLOCKS.contains(&name.as_str()) || name == "age" && arguments == 1;
    match !asks_more && registry::is_portable(&name) || GRAMMAR.contains(&name.as_str()) {
        true => Ok(()),
        false => local(format!("the row filter's {name}")),
    }
}

fn word(call: &ast::Function) -> String {
    call.name.to_string().to_ascii_lowercase()
}

pub(super) fn is_user(call: &ast::Function) -> bool {
    matches!(call.args, ast::FunctionArguments::None)
        && matches!(word(call).as_str(), "current_user" | "session_user" | "user" | "current_role")
}

/// What a call of the clock tells.
#[derive(Clone, Copy)]
pub(super) enum Clock {
    Transaction,
    Statement,
    /// In UTC, as all that a row filter knows.
    Local,
    Date,
}

/// Which clock a call reads; none for another call.
pub(super) fn clock(call: &ast::Function) -> Option<Clock> {
    let called = match &call.args {
        ast::FunctionArguments::None => false,
        ast::FunctionArguments::List(list) if list.args.is_empty() => true,
        ast::FunctionArguments::List(_) | ast::FunctionArguments::Subquery(_) => return None,
    };
    match (word(call).as_str(), called) {
        ("now" | "transaction_timestamp", true) | ("current_timestamp", false) => Some(Clock::Transaction),
        ("statement_timestamp" | "clock_timestamp", true) => Some(Clock::Statement),
        ("localtimestamp", false) => Some(Clock::Local),
        ("current_date", false) => Some(Clock::Date),
        _ => None,
    }
}

impl Clock {
    /// The moment that the statement has, as a constant.
    fn constant(self, relation: &GovernedRelation, dialect: &dyn Dialect) -> Result<ast::Expr> {
        let moment = relation.moment();
        let zoned = |micros| ScalarValue::TimestampMicrosecond(Some(micros), Some("UTC".into()));
        let (value, ty) = match self {
            Clock::Transaction => (zoned(moment.transaction), PgType::Timestamptz),
            Clock::Statement => (zoned(moment.statement), PgType::Timestamptz),
            Clock::Local => (ScalarValue::TimestampMicrosecond(Some(moment.transaction), None), PgType::Timestamp),
            Clock::Date => {
                let day = i32::try_from(moment.transaction.div_euclid(DAY));
                (ScalarValue::Date32(Some(day.map_err(|_| Local("a day out of range".to_owned()))?)), PgType::Date)
            }
        };
        let text = dialect.literal(&value, &ty)?;
        guard::parse::parse_expression(&text, &guard::parse::StatementLimits::default())
            .map_err(|_| Local("the row filter's clock".to_owned()))
    }
}
