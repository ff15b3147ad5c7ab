//! Arguments by name: `make_interval(days => 3)`.
//!
//! Comes in: a call's arguments, some with names. Goes out: all of them in the order of the function's parameters, those left out with their defaults. Must never: guess a parameter's name.

use super::typed::Typed;
use crate::error::{SqlError, SqlResult};
use crate::types::PgType;
use datafusion::logical_expr::lit;
use guard::SqlState;

/// What a parameter is if it is left out.
#[derive(Clone, Copy)]
enum Default {
    None,
    Zero,
    ZeroSeconds,
    Flag(bool),
}

type Parameters = &'static [(&'static str, Default)];

/// The functions whose parameters are named in PostgreSQL's manual.
const FUNCTIONS: &[(&str, Parameters)] = &[
    (
        "make_interval",
        &[
            ("years", Default::Zero),
            ("months", Default::Zero),
            ("weeks", Default::Zero),
            ("days", Default::Zero),
            ("hours", Default::Zero),
            ("mins", Default::Zero),
            ("secs", Default::ZeroSeconds),
        ],
    ),
    ("make_date", &[("year", Default::None), ("month", Default::None), ("day", Default::None)]),
    ("make_time", &[("hour", Default::None), ("min", Default::None), ("sec", Default::None)]),
    (
        "make_timestamp",
        &[
            ("year", Default::None),
            ("month", Default::None),
            ("mday", Default::None),
            ("hour", Default::None),
            ("min", Default::None),
            ("sec", Default::None),
        ],
    ),
    (
        "make_timestamptz",
        &[
            ("year", Default::None),
            ("month", Default::None),
            ("mday", Default::None),
            ("hour", Default::None),
            ("min", Default::None),
            ("sec", Default::None),
            ("timezone", Default::None),
        ],
    ),
    (
        "jsonb_set",
        &[
            ("jsonb_in", Default::None),
            ("path", Default::None),
            ("replacement", Default::None),
            ("create_if_missing", Default::Flag(true)),
        ],
    ),
    (
        "jsonb_insert",
        &[
            ("jsonb_in", Default::None),
            ("path", Default::None),
            ("replacement", Default::None),
            ("insert_after", Default::Flag(false)),
        ],
    ),
];

/// The arguments in order.
///
/// # Errors
/// 0A000 for a function whose parameters have no names here; 42883 for a name that it has not, or a parameter that is left out and must not; 42601 for one that comes twice.
pub fn arranged(function: &str, arguments: Vec<(Option<String>, Typed)>) -> SqlResult<Vec<Typed>> {
    if arguments.iter().all(|(name, _)| name.is_none()) {
        return Ok(arguments.into_iter().map(|(_, value)| value).collect());
    }
    let Some((_, parameters)) = FUNCTIONS.iter().find(|(name, _)| *name == function) else {
        return Err(SqlError::unsupported(format!("named arguments of {function} are not supported")));
    };
    let missing = || {
        SqlError::new(
            SqlState::UNDEFINED_FUNCTION,
            format!("function {function} with such named arguments does not exist"),
        )
        .hint("No function matches the given name and argument types. You might need to add explicit type casts.")
    };
    let mut places: Vec<Option<Typed>> = parameters.iter().map(|_| None).collect();
    let mut named = false;
    for (at, (name, value)) in arguments.into_iter().enumerate() {
        let at = match &name {
            Some(name) => {
                named = true;
                parameters.iter().position(|(known, _)| known == name).ok_or_else(missing)?
            }
            None if named => {
                let message = "positional argument cannot follow named argument";
                return Err(SqlError::new(SqlState::SYNTAX_ERROR, message));
            }
            None => at,
        };
        let place = places.get_mut(at).ok_or_else(missing)?;
        if place.replace(value).is_some() {
            let name = name.unwrap_or_default();
            let message = format!("argument name \"{name}\" used more than once");
            return Err(SqlError::new(SqlState::SYNTAX_ERROR, message));
        }
    }
    let last = places.iter().rposition(Option::is_some).map_or(0, |at| at + 1);
    let filled = places.into_iter().zip(*parameters).take(last).map(|(value, (_, default))| match (value, default) {
        (Some(value), _) => Ok(value),
        (None, Default::Zero) => Ok(Typed::new(lit(0_i32), PgType::Int4)),
        (None, Default::ZeroSeconds) => Ok(Typed::new(lit(0.0_f64), PgType::Float8)),
        (None, Default::Flag(flag)) => Ok(Typed::new(lit(*flag), PgType::Bool)),
        (None, Default::None) => Err(missing()),
    });
    filled.collect()
}
