//! The closed function catalogue: what a name or an operator means, with PostgreSQL's signature and semantics.
//!
//! Comes in: a name and bound arguments. Goes out: a bound expression whose meaning is PostgreSQL's, or PostgreSQL's error. Must never: fall back to an engine's function of the same name
//! that was not compared with PostgreSQL.
//!
//! | file | what |
//! |---|---|
//! | `entry`, `registry` | a line of the catalogue, and all of them; a family's file has `entries()` and one line in the registry |
//! | `resolve`, `coercion`, `unify` | PostgreSQL's overload resolution, `pg_cast`, and common types |
//! | `kernel`, `rows` | a function of ours over Arrow arrays: its adapter, its readers and builders |
//! | `cast/` | casts, type modifiers, literals and parameters that get their type |
//! | `compare`, `key` | comparisons, and what to compare by |

mod aggregate;
mod arithmetic;
mod array;
mod bits;
mod bytes;
mod cast;
mod catalog;
pub mod coercion;
mod compare;
mod conditional;
pub(crate) mod datetime;
mod degrees;
#[cfg(test)]
mod documentation;
pub mod entry;
mod hash;
pub mod json;
pub mod kernel;
mod key;
mod math;
pub mod names;
mod numeral;
mod numeric;
pub mod pattern;
mod privileges;
pub mod registry;
pub mod resolve;
pub mod rows;
mod set;
pub mod settings;
mod system;
#[cfg(test)]
pub mod testing;
pub mod text;
mod unify;
#[cfg(test)]
mod vectors;

use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::logical_expr::WindowFrame;
use entry::Implementation;
use guard::SqlState;
use kernel::Invocation;
use registry::Registered;
use resolve::{Choice, NoChoice};

pub use aggregate::{AggregateParts, PgAggregate, PgFramed, PgWindow, aggregate};
pub use array::quantified;
pub use bits::from_bits;
pub use cast::cast;
pub use key::{comparison_key, length_of_interval};
pub use set::{flat_texts, set_returning};
pub use unify::{common_type, unify};

/// What a name can be called as. A name may be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Scalar,
    Aggregate,
    /// Only with OVER.
    Window,
    /// In FROM, or in the select list.
    SetReturning,
}

/// When a cast may happen, as in `pg_cast.castcontext`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CastContext {
    Implicit,
    Assignment,
    Explicit,
}

/// One ORDER BY key, defaults resolved.
#[derive(Clone, Debug)]
pub struct SortKey {
    pub value: Typed,
    pub ascending: bool,
    pub nulls_first: bool,
}

/// A call of an aggregate, or of an aggregate or window function with OVER.
#[derive(Debug)]
pub struct AggregateCall {
    pub name: String,
    pub arguments: Vec<Typed>,
    /// `count(*)`
    pub star: bool,
    pub distinct: bool,
    pub order_by: Vec<SortKey>,
    /// `WITHIN GROUP (ORDER BY …)`
    pub within_group: Vec<SortKey>,
    pub filter: Option<Typed>,
    pub over: Option<Over>,
}

/// The window of a call.
#[derive(Debug)]
pub struct Over {
    pub partition_by: Vec<Typed>,
    pub order_by: Vec<SortKey>,
    pub frame: WindowFrame,
    /// Where the frame is by keys that are reckoned for each row; `frame` then says nothing.
    pub reach: Option<Reach>,
}

/// A frame from one key to another, both in the order of the one sort key.
#[derive(Debug)]
pub struct Reach {
    pub start: Edge,
    pub end: Edge,
}

/// Where such a frame starts or ends.
#[derive(Debug)]
pub enum Edge {
    Unbounded,
    /// With the row's peers.
    Peers,
    /// At this key, which is made of the row's own.
    Key(Typed),
}

/// A set-returning call: an array (of rows, where there are several columns) that the binder unnests.
#[derive(Debug)]
pub struct SetReturning {
    /// An array; its element is a record where `columns` has more than one.
    pub list: Typed,
    /// Names and types as PostgreSQL gives them when the call stands in FROM without an alias.
    pub columns: Vec<(String, PgType)>,
}

/// The names in the catalogue, for gate 1.
#[derive(Debug, Default)]
pub struct Catalogue;

impl guard::admit::FunctionNames for Catalogue {
    fn contains(&self, name: &str) -> bool {
        !kinds(name).is_empty()
    }
}

/// What `name` (folded, without schema) can be called as; empty if it is not in the catalogue.
pub fn kinds(name: &str) -> &'static [Kind] {
    if registry::is_operator(name) {
        return &[];
    }
    if let Some(overloads) = registry::overloads(name) {
        return &overloads.kinds;
    }
    // A type's name called as a function is a cast.
    if entry::plain_type(name).is_some() { &[Kind::Scalar] } else { &[] }
}

/// Whether a function, or a type that is called like one, has this name.
#[must_use]
pub fn is_known(name: &str) -> bool {
    !kinds(name).is_empty()
}

/// The functions' names, for whoever looks for the nearest.
pub fn names() -> impl Iterator<Item = &'static str> {
    registry::all().map(|registered| registered.signature.name).filter(|name| !registry::is_operator(name))
}

/// Resolves a call of a scalar function by PostgreSQL's overload rules.
///
/// # Errors
/// 42883 if there is none with such arguments, 42725 if there are several equally good.
pub fn scalar(name: &str, arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let candidates = candidates(name, Kind::Scalar);
    if let ([argument], Some(target)) = (arguments.as_slice(), entry::plain_type(name))
        && !candidates.iter().any(|candidate| takes_exactly(candidate, &argument.ty))
        && (argument.ty == PgType::Unknown || coercion::is_possible(&argument.ty, &target, CastContext::Explicit))
    {
        return one(arguments).and_then(|argument| cast(argument, &target, -1, CastContext::Explicit, context));
    }
    let (chosen, choice) = resolve_function(name, &candidates, &arguments)?;
    let arguments = coerce(arguments, &choice, context)?;
    carry_out(chosen, choice, arguments, context)
}

fn takes_exactly(candidate: &&'static Registered, ty: &PgType) -> bool {
    matches!(candidate.signature.parameters.as_slice(), [entry::ArgType::Exact(only)] if only == ty)
}

fn one(mut arguments: Vec<Typed>) -> SqlResult<Typed> {
    arguments.pop().ok_or_else(|| SqlError::internal("an argument is missing"))
}

/// The entries of a name that can be called as `kind`.
pub fn candidates(name: &str, kind: Kind) -> Vec<&'static Registered> {
    let all = registry::overloads(name).map(|overloads| overloads.entries.as_slice()).unwrap_or_default();
    all.iter().filter(|registered| registered.entry.kind == kind).collect()
}

/// Chooses among `candidates` for these arguments, or says in PostgreSQL's words why not.
///
/// # Errors
/// 42883, 42725, or 42804 where polymorphic types do not fit together.
pub fn resolve_function(
    name: &str,
    candidates: &[&'static Registered],
    arguments: &[Typed],
) -> SqlResult<(&'static Registered, Choice)> {
    let types: Vec<PgType> = arguments.iter().map(|argument| argument.ty.clone()).collect();
    let signatures: Vec<_> = candidates.iter().map(|candidate| &candidate.signature).collect();
    let choice = resolve::function(&signatures, &types).map_err(|reason| {
        let call = format!("{name}({})", names::list(&types));
        match reason {
            NoChoice::Missing => no_function(&call),
            NoChoice::Ambiguous => {
                SqlError::new(SqlState::AMBIGUOUS_FUNCTION, format!("function {call} is not unique"))
                    .hint("Could not choose a best candidate function. You might need to add explicit type casts.")
            }
            NoChoice::Unfit(error) => error,
        }
    })?;
    let chosen = candidates.get(choice.index).ok_or_else(|| SqlError::internal("a choice out of range"))?;
    Ok((chosen, choice))
}

fn no_function(call: &str) -> SqlError {
    SqlError::new(SqlState::UNDEFINED_FUNCTION, format!("function {call} does not exist"))
        .hint("No function matches the given name and argument types. You might need to add explicit type casts.")
}

/// Casts the arguments to what the choice wants of them.
pub fn coerce(arguments: Vec<Typed>, choice: &Choice, context: &BindContext) -> SqlResult<Vec<Typed>> {
    arguments
        .into_iter()
        .zip(&choice.parameters)
        .map(|(argument, parameter)| match parameter {
            Some(target) => cast(argument, target, -1, CastContext::Implicit, context),
            // What takes any type as it is decides for itself what an untyped literal is.
            None => Ok(argument),
        })
        .collect()
}

fn carry_out(
    chosen: &'static Registered,
    choice: Choice,
    arguments: Vec<Typed>,
    context: &BindContext,
) -> SqlResult<Typed> {
    match chosen.entry.implementation {
        Implementation::Kernel(kernel) => {
            let arguments =
                arguments.into_iter().map(|argument| settle(argument, context)).collect::<SqlResult<_>>()?;
            let call = Invocation {
                name: chosen.entry.signature.to_owned(),
                kernel,
                strict: chosen.entry.strict,
                volatility: chosen.entry.volatility,
                result: choice.result,
                typmod: -1,
            };
            Ok(call.call(arguments, context))
        }
        Implementation::Native(build) => Ok(Typed::new(build(arguments, context)?, choice.result)),
        Implementation::Special(build) => build(arguments, context),
        Implementation::Aggregate(_) | Implementation::SetReturning(_) => {
            Err(SqlError::internal("an entry of another kind was chosen for a scalar call"))
        }
    }
}

/// Resolves an operator by PostgreSQL's symbol (`+`, `||`, `->>`, `~*`, `@>`, `<=`, …); `left` is `None` for a prefix operator.
pub fn operator(symbol: &str, left: Option<Typed>, right: Typed, context: &BindContext) -> SqlResult<Typed> {
    let symbol = if symbol == "!=" { "<>" } else { symbol };
    let (chosen, choice, arguments) = operands(symbol, left.into_iter().chain([right]).collect(), context)?;
    carry_out(chosen, choice, arguments, context)
}

/// The operator that these values mean, and the values in the types that it takes.
fn operands(
    symbol: &str,
    arguments: Vec<Typed>,
    context: &BindContext,
) -> SqlResult<(&'static Registered, Choice, Vec<Typed>)> {
    let mut candidates = candidates(symbol, Kind::Scalar);
    candidates.retain(|candidate| candidate.signature.parameters.len() == arguments.len());
    let types: Vec<PgType> = arguments.iter().map(|argument| argument.ty.clone()).collect();
    let signatures: Vec<_> = candidates.iter().map(|candidate| &candidate.signature).collect();
    let choice = resolve::operator(&signatures, &types).map_err(|reason| no_operator(reason, symbol, &types))?;
    let chosen = candidates.get(choice.index).ok_or_else(|| SqlError::internal("a choice out of range"))?;
    let arguments = coerce(arguments, &choice, context)?;
    Ok((chosen, choice, arguments))
}

fn no_operator(reason: NoChoice, symbol: &str, types: &[PgType]) -> SqlError {
    let (expression, hint) = match types {
        [left, right] => (
            format!("{} {symbol} {}", names::of(left), names::of(right)),
            "No operator matches the given name and argument types. You might need to add explicit type casts.",
        ),
        other => (
            format!("{symbol} {}", names::list(other)),
            "No operator matches the given name and argument type. You might need to add an explicit type cast.",
        ),
    };
    match reason {
        NoChoice::Missing => {
            SqlError::new(SqlState::UNDEFINED_FUNCTION, format!("operator does not exist: {expression}")).hint(hint)
        }
        NoChoice::Ambiguous => {
            SqlError::new(SqlState::AMBIGUOUS_FUNCTION, format!("operator is not unique: {expression}"))
                .hint("Could not choose a best candidate operator. You might need to add explicit type casts.")
        }
        NoChoice::Unfit(error) => error,
    }
}

/// An untyped literal or parameter that nothing has decided becomes text.
pub fn settle(value: Typed, context: &BindContext) -> SqlResult<Typed> {
    match value.ty {
        PgType::Unknown => cast(value, &PgType::Text, -1, CastContext::Implicit, context),
        _ => Ok(value),
    }
}
