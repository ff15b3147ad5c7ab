//! Each line of `vectors.txt` is a call, its arguments and what PostgreSQL 15 answers in the zone America/New_York; `!` stands before a SQLSTATE.

use crate::error::{SqlError, SqlResult};
use crate::functions::testing::context;
use crate::functions::{operator, registry, scalar};
use crate::plan::typed::{BindContext, Typed};
use crate::types::{PgType, TimeZone, input, text};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
use datafusion::prelude::SessionContext;

fn new_york() -> BindContext {
    let mut context = context();
    context.display.time_zone = TimeZone::Named(chrono_tz::America::New_York);
    context
}

fn constant(argument: &str, context: &BindContext) -> Typed {
    let (name, value) = argument.split_once(' ').expect("a type and a value");
    let ty = crate::functions::entry::plain_type(name).expect("a type");
    let now = context.clock.statement_time();
    let scalar = input::parse(value, &ty, -1, &context.display, now).unwrap_or_else(|_| panic!("{argument}"));
    Typed::new(Expr::Literal(scalar, None), ty)
}

/// Runs what was not folded, to see its error.
fn evaluate(typed: Typed) -> SqlResult<(ScalarValue, PgType)> {
    if let Expr::Literal(value, _) = &typed.expr {
        return Ok((value.clone(), typed.ty));
    }
    let schema = datafusion::common::DFSchema::empty();
    let physical = SessionContext::new().create_physical_expr(typed.expr, &schema).map_err(SqlError::from)?;
    let options = datafusion::arrow::array::RecordBatchOptions::new().with_row_count(Some(1));
    let batch = datafusion::arrow::array::RecordBatch::try_new_with_options(
        std::sync::Arc::new(datafusion::arrow::datatypes::Schema::empty()),
        vec![],
        &options,
    )
    .expect("a batch");
    let array = physical.evaluate(&batch).and_then(|value| value.into_array(1)).map_err(SqlError::from)?;
    Ok((ScalarValue::try_from_array(&array, 0).map_err(SqlError::from)?, typed.ty))
}

fn answer(name: &str, mut arguments: Vec<Typed>, context: &BindContext) -> SqlResult<String> {
    let typed = if registry::is_operator(name) {
        let right = arguments.pop().expect("an operand");
        operator(name, arguments.pop(), right, context)?
    } else {
        scalar(name, arguments, context)?
    };
    let (value, ty) = evaluate(typed)?;
    let answer = text::to_text(&value, &ty, &context.display)?;
    Ok(match (answer.as_deref(), ty) {
        (None, _) => "NULL".to_owned(),
        // The vectors were printed by a cast to text.
        (Some("t"), PgType::Bool) => "true".to_owned(),
        (Some("f"), PgType::Bool) => "false".to_owned(),
        (Some(other), _) => other.to_owned(),
    })
}

#[test]
fn answers_are_postgresqls() {
    compare(include_str!("vectors.txt"));
}

#[test]
fn templates_are_postgresqls() {
    compare(include_str!("templates.txt"));
}

fn compare(vectors: &str) {
    let context = new_york();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in vectors.lines() {
        count += 1;
        let mut fields = line.split('\t');
        let name = fields.next().expect("a name");
        let expected = fields.next_back().expect("an answer");
        let arguments = fields.map(|argument| constant(argument, &context)).collect();
        let found = match answer(name, arguments, &context) {
            Ok(found) => found,
            Err(error) => format!("!{}", error.sqlstate()),
        };
        if found != expected {
            wrong.push(format!("{line}\n    found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
}
