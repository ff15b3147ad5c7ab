//! Casts: from type to type, by assignment, implicitly or as asked; type modifiers; literals and parameters that get their type.
//!
//! Comes in: a value and a target. Goes out: the value as the target's, or PostgreSQL's error. Must never: quote a value that is not a constant of the statement.
//!
//! | file | what |
//! |---|---|
//! | `numbers` | among numbers and booleans |
//! | `dates` | among dates and times |
//! | `text` | by output and input functions |
//! | `length` | type modifiers |
//! | `arrays` | element by element |

mod arrays;
mod dates;
mod length;
mod numbers;
mod text;

use super::coercion::{Method, path};
use super::kernel::{Invocation, KernelFn};
use super::{CastContext, names};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::{PgType, input};
use chrono::{DateTime, Utc};
use datafusion::arrow::datatypes::Field;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Expr, expr::Placeholder};
use guard::SqlState;
use std::sync::Arc;

pub use text::write_column;

/// Casts as PostgreSQL does in that context; an untyped literal is read by the target's input function, an untyped parameter takes the target's type.
///
/// # Errors
/// 42846 (or 42804 for an implicit one) if there is no such cast; 22P02 and its kin for a literal that does not read.
pub fn cast(value: Typed, target: &PgType, typmod: i32, when: CastContext, context: &BindContext) -> SqlResult<Typed> {
    let cast = convert(value, target, typmod, when, context)?;
    if typmod < 0 || cast.typmod == typmod {
        return Ok(cast);
    }
    length::apply(cast, typmod, when, context)
}

fn convert(value: Typed, target: &PgType, typmod: i32, when: CastContext, context: &BindContext) -> SqlResult<Typed> {
    if value.ty == *target {
        return Ok(value);
    }
    if value.ty == PgType::Unknown {
        return unknown(value, target, typmod, context);
    }
    if let (PgType::Record(from), PgType::Record(to)) = (&value.ty, target)
        && from.len() == to.len()
    {
        let same = from.iter().zip(to.iter()).all(|((_, from), (_, to))| from == to);
        return if same { arrays::rename(value, target) } else { arrays::record(value, target, when, context) };
    }
    let (needed, method) = path(&value.ty, target).ok_or_else(|| no_cast(&value.ty, target, when))?;
    if needed > when {
        return Err(no_cast(&value.ty, target, when));
    }
    match method {
        Method::Relabel => Ok(Typed { expr: value.expr, ty: target.clone(), typmod: -1 }),
        Method::InOut => Ok(text::in_out(value, target, context)),
        Method::Array => Ok(kernel(arrays::elements, value, target, context)),
        Method::Function => function(value, target, context),
    }
}

fn function(value: Typed, target: &PgType, context: &BindContext) -> SqlResult<Typed> {
    if numbers::is_native(&value.ty, target) {
        return native(value, target);
    }
    let found = numbers::find(&value.ty, target)
        .or_else(|| dates::find(&value.ty, target))
        .or_else(|| text::find(&value.ty, target));
    let function = found
        .ok_or_else(|| SqlError::unsupported(format!("cast from {} to {}", names::of(&value.ty), names::of(target))))?;
    Ok(kernel(function, value, target, context))
}

/// The kernel that casts one element of an array of `source`.
fn kernel_for(source: &PgType, target: &PgType) -> Option<KernelFn> {
    numbers::find(source, target).or_else(|| dates::find(source, target)).or_else(|| text::find(source, target))
}

fn kernel(function: KernelFn, value: Typed, target: &PgType, context: &BindContext) -> Typed {
    let name = format!("cast_{}(any) {}", names::of(&value.ty), names::of(target));
    Invocation::new(name, function, target.clone()).call(vec![value], context)
}

/// A cast that Arrow does as PostgreSQL does and that cannot fail.
fn native(value: Typed, target: &PgType) -> SqlResult<Typed> {
    let form = target.arrow();
    let expr = match value.expr {
        Expr::Literal(literal, metadata) => Expr::Literal(literal.cast_to(&form)?, metadata),
        expr => Expr::Cast(datafusion::logical_expr::Cast::new(Box::new(expr), form)),
    };
    Ok(Typed::new(expr, target.clone()))
}

fn no_cast(source: &PgType, target: &PgType, when: CastContext) -> SqlError {
    let (source, target) = (names::of(source), names::of(target));
    match when {
        CastContext::Explicit => {
            SqlError::new(SqlState::CANNOT_COERCE, format!("cannot cast type {source} to {target}"))
        }
        CastContext::Implicit | CastContext::Assignment => SqlError::new(
            SqlState::DATATYPE_MISMATCH,
            format!("expression of type {source} cannot be used where type {target} is expected"),
        )
        .hint("You will need to rewrite or cast the expression."),
    }
}

/// A literal is read, a parameter is decided, and what else has no type is text.
fn unknown(value: Typed, target: &PgType, typmod: i32, context: &BindContext) -> SqlResult<Typed> {
    match &value.expr {
        Expr::Literal(ScalarValue::Utf8View(Some(text)), _) => {
            // An interval's modifier tells how to read it; all others apply to what has been read.
            let typmod = if *target == PgType::Interval { typmod } else { -1 };
            let now = moment(text, target, context);
            let literal = input::parse_constant(text, target, typmod, &context.display, now)?;
            Ok(Typed::new(Expr::Literal(literal, None), target.clone()))
        }
        Expr::Literal(ScalarValue::Utf8View(None), _) => Typed::null(target.clone()),
        Expr::Placeholder(placeholder) => parameter(placeholder, target, context),
        _ => {
            let text = Typed { ty: PgType::Text, ..value };
            convert(text, target, typmod, CastContext::Explicit, context)
        }
    }
}

/// The statement's time for a literal that means it (`now`, `today`); asking for it makes the plan one of that moment.
fn moment(text: &str, target: &PgType, context: &BindContext) -> DateTime<Utc> {
    let dated = |ty: &PgType| matches!(ty, PgType::Date | PgType::Time | PgType::Timestamp | PgType::Timestamptz);
    let element = target.element();
    if dated(element.as_ref().unwrap_or(target)) || matches!(target, PgType::Record(_)) {
        let lower = text.to_ascii_lowercase();
        if ["now", "today", "tomorrow", "yesterday"].iter().any(|word| lower.contains(word)) {
            return context.clock.transaction_time();
        }
    }
    DateTime::UNIX_EPOCH
}

fn parameter(placeholder: &Placeholder, target: &PgType, context: &BindContext) -> SqlResult<Typed> {
    let number = placeholder.id.strip_prefix('$').and_then(|number| number.parse::<usize>().ok());
    let index = number.and_then(|number| number.checked_sub(1));
    let index = index.ok_or_else(|| SqlError::internal("a parameter without a number"))?;
    let mut parameters = context.parameters.borrow_mut();
    if parameters.len() <= index {
        parameters.resize(index + 1, PgType::Unknown);
    }
    let slot = parameters.get_mut(index).ok_or_else(|| SqlError::internal("a parameter out of range"))?;
    if *slot == PgType::Unknown {
        *slot = target.clone();
    } else if slot != target {
        let detail = format!("{} versus {}", names::of(slot), names::of(target));
        let message = format!("inconsistent types deduced for parameter {}", placeholder.id);
        return Err(SqlError::new(SqlState::AMBIGUOUS_PARAMETER, message).detail(detail));
    }
    let field = Arc::new(Field::new(&placeholder.id, target.arrow(), true));
    let expr = Expr::Placeholder(Placeholder::new_with_field(placeholder.id.clone(), Some(field)));
    Ok(Typed::new(expr, target.clone()))
}
