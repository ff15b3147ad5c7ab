//! Aggregates and window functions: their entries in the catalogue, and a call of one as an expression.
//!
//! Comes in: an [`AggregateCall`]. Goes out: an aggregate or window expression whose answer is PostgreSQL's. Must never: leave DISTINCT or ORDER BY of an aggregate of ours to DataFusion; the
//! rows are sorted and made distinct in the accumulator, by comparison keys.
//!
//! | file | what |
//! |---|---|
//! | `fold`, `gather` | the two shapes of state: a small one per group, or all rows |
//! | `sums`, `variance`, `statistics`, `reduce`, `interval` | folds |
//! | `finish`, `percentile` | what is made of all rows |
//! | `hypothetical` | `rank(…) WITHIN GROUP` and its like, made of counts |
//! | `udaf` | one aggregate as DataFusion calls it |
//! | `window`, `framed` | window functions, frames; frames that the engine can't find |

mod build;
mod finish;
mod fold;
mod framed;
mod gather;
mod hypothetical;
mod interval;
mod percentile;
mod reduce;
mod statistics;
mod sums;
#[cfg(test)]
mod tests;
mod udaf;
mod variance;
mod window;
mod window_udf;

pub use framed::PgFramed;
pub use udaf::{AggregateParts, PgAggregate};
pub use window_udf::PgWindow;

use super::entry::Entry;
use super::{AggregateCall, Kind, SortKey, candidates, coerce, resolve_function};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use guard::SqlState;

/// This room's lines of the catalogue. An ordered-set aggregate's signature ends with what it sorts.
pub fn entries() -> Vec<Entry> {
    build::SIGNATURES
        .iter()
        .map(|signature| Entry::aggregate(signature, build::build))
        .chain(window::SIGNATURES.iter().map(|signature| Entry::window(signature, window::build)))
        .collect()
}

/// Resolves a call of an aggregate, with or without OVER, or of a window function.
///
/// # Errors
/// 42883 if there is none with such arguments; 42809, 0A000 or 42P10 where its clauses do not go together.
pub fn aggregate(mut call: AggregateCall, context: &BindContext) -> SqlResult<Typed> {
    if call.star && call.name != "count" {
        let message = format!("function {}() does not exist", call.name);
        return Err(SqlError::new(SqlState::UNDEFINED_FUNCTION, message).hint(
            "No function matches the given name and argument types. You might need to add explicit type casts.",
        ));
    }
    let kind = if candidates(&call.name, Kind::Aggregate).is_empty() { Kind::Window } else { Kind::Aggregate };
    if kind == Kind::Window && hypothetical::is_one(&call) {
        return hypothetical::resolve(call, context);
    }
    let candidates = candidates(&call.name, kind);
    let direct = call.arguments.len();
    if arguments_missing(&call) {
        let name = &call.name;
        return Err(SqlError::new(
            SqlState::WRONG_OBJECT_TYPE,
            format!("{name}(*) must be used to call a parameterless aggregate function"),
        ));
    }
    refuse_unsupported(&call)?;
    agree_in_type(&call)?;
    refuse_untyped(&call)?;
    let keys = std::mem::take(&mut call.within_group);
    let arguments = call.arguments.drain(..).chain(keys.iter().map(|key| key.value.clone())).collect::<Vec<_>>();
    let (chosen, choice) = resolve_function(&call.name, &candidates, &arguments)?;
    let mut arguments = coerce(arguments, &choice, context)?;
    let ordered = arguments.split_off(direct.min(arguments.len()));
    call.arguments = arguments;
    call.within_group = keys.into_iter().zip(ordered).map(|(key, value)| SortKey { value, ..key }).collect();
    agree(&call, kind)?;
    match chosen.entry.implementation {
        super::entry::Implementation::Aggregate(build) => build(call, &choice.result, context),
        _ => Err(SqlError::internal("an entry of another kind was chosen for an aggregate call")),
    }
}

/// `count()`.
fn arguments_missing(call: &AggregateCall) -> bool {
    call.name == "count" && !call.star && call.arguments.is_empty() && call.within_group.is_empty()
}

/// What PostgreSQL has and this engine's forms of values can't hold, or its aggregates can't do.
fn refuse_unsupported(call: &AggregateCall) -> SqlResult<()> {
    let name = &call.name;
    let Some(value) = call.arguments.first().or(call.within_group.first().map(|key| &key.value)) else {
        return Ok(());
    };
    match (&value.ty, name.as_str()) {
        (PgType::Array(_), "array_agg") => {
            Err(SqlError::unsupported("arrays of more than one dimension are not supported"))
        }
        // A value's own length is the column's modifier, which the result of an aggregate has not.
        (
            PgType::Bpchar,
            "min" | "max" | "mode" | "percentile_disc" | "array_agg" | "lag" | "lead" | "first_value" | "last_value"
            | "nth_value" | "any_value",
        ) => Err(SqlError::unsupported(format!("{name} of type character is not supported: cast it to text"))),
        _ => Ok(()),
    }
}

/// A constant without a type for `array_agg`, of which PostgreSQL has one for arrays and one for all else.
fn refuse_untyped(call: &AggregateCall) -> SqlResult<()> {
    match call.arguments.first() {
        Some(Typed { ty: PgType::Unknown, .. }) if call.name == "array_agg" => {
            let message = "function array_agg(unknown) is not unique";
            Err(SqlError::new(SqlState::AMBIGUOUS_FUNCTION, message)
                .hint("Could not choose a best candidate function. You might need to add explicit type casts."))
        }
        _ => Ok(()),
    }
}

/// What DISTINCT sorts by is an argument as it was written: a cast between text and varchar, which is nothing here, makes it another.
fn agree_in_type(call: &AggregateCall) -> SqlResult<()> {
    if !call.distinct {
        return Ok(());
    }
    for key in &call.order_by {
        let mut alike = call.arguments.iter().filter(|argument| argument.expr == key.value.expr).peekable();
        if alike.peek().is_some() && !alike.any(|argument| argument.ty == key.value.ty) {
            let message = "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list";
            return Err(SqlError::new(SqlState::INVALID_COLUMN_REFERENCE, message));
        }
    }
    Ok(())
}

/// Whether the clauses of a call go together.
fn agree(call: &AggregateCall, kind: Kind) -> SqlResult<()> {
    let wrong = |message: String| Err(SqlError::new(SqlState::WRONG_OBJECT_TYPE, message));
    let name = &call.name;
    let ordered_set = build::is_ordered_set(name);
    if kind == Kind::Window {
        return match call {
            AggregateCall { over: None, .. } => wrong(format!("window function {name} requires an OVER clause")),
            AggregateCall { distinct: true, .. } => {
                Err(SqlError::unsupported("DISTINCT is not implemented for window functions"))
            }
            AggregateCall { filter: Some(_), .. } => {
                Err(SqlError::unsupported("FILTER is not implemented for non-aggregate window functions"))
            }
            AggregateCall { within_group, .. } if !within_group.is_empty() => {
                wrong(format!("window function {name} cannot have WITHIN GROUP"))
            }
            AggregateCall { order_by, .. } if !order_by.is_empty() => {
                Err(SqlError::unsupported("aggregate ORDER BY is not implemented for window functions"))
            }
            _ => Ok(()),
        };
    }
    if ordered_set && call.within_group.is_empty() {
        return wrong(format!("WITHIN GROUP is required for ordered-set aggregate {name}"));
    }
    if !ordered_set && !call.within_group.is_empty() {
        return wrong(format!("{name} is not an ordered-set aggregate, so it cannot have WITHIN GROUP"));
    }
    if ordered_set && call.distinct {
        return Err(SqlError::new(SqlState::SYNTAX_ERROR, "cannot use DISTINCT with WITHIN GROUP"));
    }
    if call.over.is_some() {
        if ordered_set {
            return Err(SqlError::unsupported(format!("OVER is not supported for ordered-set aggregate {name}")));
        }
        if call.distinct {
            return Err(SqlError::unsupported("DISTINCT is not implemented for window functions"));
        }
        if !call.order_by.is_empty() {
            return Err(SqlError::unsupported("aggregate ORDER BY is not implemented for window functions"));
        }
    }
    Ok(())
}
