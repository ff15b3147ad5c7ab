//! The type that several values agree on ("10.5. UNION, CASE, and Related Constructs").
//!
//! Comes in: types or values. Goes out: one type, and the values cast to it. Must never: pick a type that PostgreSQL would not.

use super::CastContext;
use super::coercion::{category, is_possible, is_preferred};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use guard::SqlState;

/// `select_common_type`; `None` if there is none. Untyped values alone give text.
#[must_use]
pub fn common_type(types: &[PgType]) -> Option<PgType> {
    let candidate = pick(types).ok()?;
    types.iter().all(|ty| is_possible(ty, &candidate, CastContext::Implicit)).then_some(candidate)
}

/// The candidate, or the pair that cannot be matched.
fn pick(types: &[PgType]) -> Result<PgType, (PgType, PgType)> {
    if let [first, rest @ ..] = types
        && *first != PgType::Unknown
        && rest.iter().all(|ty| ty == first)
    {
        return Ok(first.clone());
    }
    let mut chosen: Option<&PgType> = None;
    for ty in types.iter().filter(|ty| **ty != PgType::Unknown) {
        let Some(before) = chosen else {
            chosen = Some(ty);
            continue;
        };
        if before == ty {
            continue;
        }
        if let (PgType::Record(_), PgType::Record(_)) = (before, ty) {
            continue;
        }
        if category(ty) != category(before) {
            return Err((before.clone(), ty.clone()));
        }
        let implicit = |from, to| is_possible(from, to, CastContext::Implicit);
        if !is_preferred(before) && implicit(before, ty) && !implicit(ty, before) {
            chosen = Some(ty);
        }
    }
    Ok(chosen.cloned().unwrap_or(PgType::Text))
}

/// The common type of values, and the values cast to it.
pub fn unify(values: Vec<Typed>, construct: &str, context: &BindContext) -> SqlResult<(PgType, Vec<Typed>)> {
    let types: Vec<PgType> = values.iter().map(|value| value.ty.clone()).collect();
    let chosen = pick(&types).map_err(|(first, second)| {
        let (first, second) = (super::names::of(&first), super::names::of(&second));
        SqlError::new(SqlState::DATATYPE_MISMATCH, format!("{construct} types {first} and {second} cannot be matched"))
    })?;
    let typmod = match values.first() {
        Some(first) if first.ty == chosen => Typed::common_typmod(&values),
        _ => -1,
    };
    let mut cast = Vec::with_capacity(values.len());
    for value in values {
        if !is_possible(&value.ty, &chosen, CastContext::Implicit) {
            let (from, to) = (super::names::of(&value.ty), super::names::of(&chosen));
            return Err(SqlError::new(
                SqlState::CANNOT_COERCE,
                format!("{construct} could not convert type {from} to {to}"),
            ));
        }
        let mut value = super::cast(value, &chosen, -1, CastContext::Implicit, context)?;
        value.typmod = typmod;
        cast.push(value);
    }
    Ok((chosen, cast))
}
