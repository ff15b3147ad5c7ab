//! What the tests of the catalogue share.

use super::CastContext;
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Clock, Typed};
use crate::types::{Display, PgType};
use chrono::DateTime;
use datafusion::arrow::datatypes::Schema;
use datafusion::arrow::record_batch::{RecordBatch, RecordBatchOptions};
use datafusion::common::{DFSchema, ScalarValue};
use datafusion::logical_expr::Expr;
use datafusion::logical_expr::execution_props::ExecutionProps;
use datafusion::logical_expr::physical_planning_context::PhysicalPlanningContext;
use datafusion::physical_expr::create_physical_expr;
use datafusion::sql::sqlparser::ast;
use datafusion::sql::sqlparser::dialect::PostgreSqlDialect;
use datafusion::sql::sqlparser::parser::Parser;
use std::sync::Arc;

/// A session in UTC at the beginning of 2025.
pub fn context() -> BindContext {
    let now = DateTime::from_timestamp(1_735_689_600, 0).expect("a moment");
    BindContext {
        clock: Clock::new(now, now),
        display: Display::default(),
        user: "tester".to_owned(),
        role: "tester".to_owned(),
        database: "tollgate".to_owned(),
        search_path: vec!["public".to_owned()],
        parameters: std::cell::RefCell::default(),
        settings: std::collections::BTreeMap::new(),
        backend_pid: 1,
        catalog: Arc::default(),
        activity: Arc::new(crate::catalog::Alone),
        session: Arc::new(super::settings::NoSettings),
    }
}

/// An integer constant.
pub fn int4(value: i32) -> Typed {
    Typed::new(Expr::Literal(ScalarValue::Int32(Some(value)), None), PgType::Int4)
}

/// A text constant.
pub fn text(value: &str) -> Typed {
    Typed { ty: PgType::Text, ..Typed::unknown(value) }
}

/// What an expression of constants gives: its type's name and its text, or `!` and the SQLSTATE.
pub fn evaluate(text: &str, context: &BindContext) -> String {
    match value(text, context) {
        Ok((ty, text)) => {
            let text = text.unwrap_or_else(|| "<NULL>".to_owned());
            format!("{}\t{}", super::names::of(&ty), text.replace('\\', "\\\\").replace('\n', "\\n"))
        }
        Err(error) => format!("!{}", error.sqlstate()),
    }
}

fn value(text: &str, context: &BindContext) -> SqlResult<(PgType, Option<String>)> {
    let parser = Parser::new(&PostgreSqlDialect {}).try_with_sql(text);
    let ast = parser.and_then(|mut parser| parser.parse_expr()).map_err(SqlError::internal)?;
    let typed = super::settle(bind(&ast, context)?, context)?;
    let schema = DFSchema::empty();
    let physical =
        create_physical_expr(&typed.expr, &schema, &ExecutionProps::new(), &PhysicalPlanningContext::default())?;
    let options = RecordBatchOptions::new().with_row_count(Some(1));
    let batch = RecordBatch::try_new_with_options(Arc::new(Schema::empty()), vec![], &options)?;
    let array = physical.evaluate(&batch)?.into_array(1)?;
    assert_eq!(array.data_type(), &typed.ty.arrow(), "{text}");
    let value = ScalarValue::try_from_array(&array, 0)?;
    let text = crate::types::text::to_text(&value, &typed.ty, &context.display)?;
    let padded = match (&typed.ty, typed.typmod, text) {
        (PgType::Bpchar, width, Some(text)) if width > 4 => {
            let width = usize::try_from(width - 4).expect("a width");
            Some(format!("{text:width$}"))
        }
        (_, _, text) => text,
    };
    Ok((typed.ty, padded))
}

/// As much of the binder as expressions of constants need.
fn bind(ast: &ast::Expr, context: &BindContext) -> SqlResult<Typed> {
    match ast {
        ast::Expr::Value(value) => literal(&value.value, context),
        ast::Expr::Nested(inner) => bind(inner, context),
        ast::Expr::UnaryOp { op, expr } => {
            if let (ast::UnaryOperator::Minus, ast::Expr::Value(value)) = (op, expr.as_ref())
                && let ast::Value::Number(digits, _) = &value.value
            {
                return number(&format!("-{digits}"), context);
            }
            super::operator(&op.to_string(), None, bind(expr, context)?, context)
        }
        ast::Expr::BinaryOp { left, op, right } => {
            super::operator(&op.to_string(), Some(bind(left, context)?), bind(right, context)?, context)
        }
        ast::Expr::Like { negated, expr, pattern, .. } => {
            let symbol = if *negated { "!~~" } else { "~~" };
            super::operator(symbol, Some(bind(expr, context)?), bind(pattern, context)?, context)
        }
        ast::Expr::ILike { negated, expr, pattern, .. } => {
            let symbol = if *negated { "!~~*" } else { "~~*" };
            super::operator(symbol, Some(bind(expr, context)?), bind(pattern, context)?, context)
        }
        ast::Expr::Cast { expr, data_type, .. } => {
            let (target, typmod) = PgType::from_ast(data_type)?;
            super::cast(bind(expr, context)?, &target, typmod, CastContext::Explicit, context)
        }
        ast::Expr::Array(array) => {
            let items = array.elem.iter().map(|item| bind(item, context)).collect::<SqlResult<Vec<_>>>()?;
            let (ty, items) = super::unify(items, "ARRAY", context)?;
            let args = items.into_iter().map(|item| item.expr).collect();
            let expr = datafusion::functions_nested::make_array::make_array_udf().call(args);
            Ok(Typed::new(expr, ty.array()))
        }
        ast::Expr::Function(function) => {
            let ast::FunctionArguments::List(list) = &function.args else {
                return Err(SqlError::unsupported("a call without a list"));
            };
            let arguments = list.args.iter().map(|argument| match argument {
                ast::FunctionArg::Unnamed(ast::FunctionArgExpr::Expr(expr)) => bind(expr, context),
                _ => Err(SqlError::unsupported("a named argument")),
            });
            super::scalar(&function.name.to_string(), arguments.collect::<SqlResult<_>>()?, context)
        }
        ast::Expr::Substring { expr, substring_from, substring_for, .. } => {
            let parts = [Some(expr), substring_from.as_ref(), substring_for.as_ref()];
            let arguments = parts.into_iter().flatten().map(|part| bind(part, context)).collect::<SqlResult<_>>()?;
            super::scalar("substring", arguments, context)
        }
        ast::Expr::Overlay { expr, overlay_what, overlay_from, overlay_for } => {
            let parts = [Some(expr), Some(overlay_what), Some(overlay_from), overlay_for.as_ref()];
            let arguments = parts.into_iter().flatten().map(|part| bind(part, context)).collect::<SqlResult<_>>()?;
            super::scalar("overlay", arguments, context)
        }
        ast::Expr::Floor { expr, .. } => super::scalar("floor", vec![bind(expr, context)?], context),
        ast::Expr::Ceil { expr, .. } => super::scalar("ceil", vec![bind(expr, context)?], context),
        other => Err(SqlError::unsupported(format!("{other:?}"))),
    }
}

fn literal(value: &ast::Value, context: &BindContext) -> SqlResult<Typed> {
    match value {
        ast::Value::Number(digits, _) => number(digits, context),
        ast::Value::SingleQuotedString(text) | ast::Value::EscapedStringLiteral(text) => Ok(Typed::unknown(text)),
        ast::Value::Boolean(value) => {
            Ok(Typed::new(Expr::Literal(ScalarValue::Boolean(Some(*value)), None), PgType::Bool))
        }
        ast::Value::Null => Typed::null(PgType::Unknown),
        other => Err(SqlError::unsupported(format!("{other:?}"))),
    }
}

fn number(digits: &str, context: &BindContext) -> SqlResult<Typed> {
    let target = match (digits.parse::<i32>(), digits.parse::<i64>()) {
        (Ok(_), _) => PgType::Int4,
        (_, Ok(_)) => PgType::Int8,
        _ => PgType::Numeric,
    };
    super::cast(Typed::unknown(digits), &target, -1, CastContext::Implicit, context)
}
