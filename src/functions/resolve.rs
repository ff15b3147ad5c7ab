//! Overload resolution: which of the entries of a name a call means (PostgreSQL's documentation, 10.2 and 10.3; `parse_func.c`, `parse_oper.c`).
//!
//! Comes in: signatures and the arguments' types. Goes out: one of them and the types to cast to. Must never: look at a value.

use super::CastContext;
use super::coercion::{category, element, is_possible, is_preferred};
use super::entry::{ArgType, Signature};
use super::unify::common_type;
use crate::error::{SqlError, SqlResult};
use crate::types::PgType;
use guard::SqlState;

/// What was chosen.
#[derive(Debug)]
pub struct Choice {
    /// Which of the signatures.
    pub index: usize,
    /// What to cast each argument to; `None` leaves it as it is.
    pub parameters: Vec<Option<PgType>>,
    pub result: PgType,
}

/// Why nothing was.
#[derive(Debug)]
pub enum NoChoice {
    Missing,
    Ambiguous,
    /// Found, but its polymorphic types do not fit together.
    Unfit(SqlError),
}

struct Candidate {
    index: usize,
    parameters: Vec<ArgType>,
    variadic: bool,
}

impl Candidate {
    fn exact(&self, position: usize) -> Option<&PgType> {
        match self.parameters.get(position) {
            Some(ArgType::Exact(ty)) => Some(ty),
            _ => None,
        }
    }

    fn category(&self, position: usize) -> char {
        self.exact(position).map_or('P', category)
    }

    fn is_preferred(&self, position: usize) -> bool {
        self.exact(position).is_some_and(is_preferred)
    }
}

/// Chooses for a call of a function.
pub fn function(signatures: &[&Signature], arguments: &[PgType]) -> Result<Choice, NoChoice> {
    choose(signatures, arguments, exact_function(signatures, arguments))
}

/// Chooses for an operator: one untyped operand is first taken for the other's type.
pub fn operator(signatures: &[&Signature], arguments: &[PgType]) -> Result<Choice, NoChoice> {
    let assumed: Vec<PgType> = match arguments {
        [PgType::Unknown, known] | [known, PgType::Unknown] => vec![known.clone(), known.clone()],
        _ => arguments.to_vec(),
    };
    choose(signatures, arguments, exact_function(signatures, &assumed))
}

fn exact_function(signatures: &[&Signature], arguments: &[PgType]) -> Option<usize> {
    if arguments.contains(&PgType::Unknown) {
        return None;
    }
    signatures.iter().position(|signature| {
        signature.parameters.len() == arguments.len()
            && !signature.variadic
            && signature.parameters.iter().zip(arguments).all(|(parameter, argument)| match parameter {
                ArgType::Exact(ty) => ty == argument,
                ArgType::Record => matches!(argument, PgType::Record(_)),
                _ => false,
            })
    })
}

fn choose(signatures: &[&Signature], arguments: &[PgType], exact: Option<usize>) -> Result<Choice, NoChoice> {
    let chosen = match exact {
        Some(index) => index,
        None => select(matching(signatures, arguments), arguments)?,
    };
    let signature = signatures.get(chosen).ok_or(NoChoice::Missing)?;
    let parameters = signature.expanded(arguments.len()).ok_or(NoChoice::Missing)?;
    let (parameters, result) = settle(&parameters, &signature.result, arguments).map_err(NoChoice::Unfit)?;
    Ok(Choice { index: chosen, parameters, result })
}

fn matching(signatures: &[&Signature], arguments: &[PgType]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (index, signature) in signatures.iter().enumerate() {
        let Some(parameters) = signature.expanded(arguments.len()) else { continue };
        if accepts(&parameters, arguments) {
            found.push(Candidate { index, parameters, variadic: signature.variadic });
        }
    }
    let plain: Vec<Vec<ArgType>> =
        found.iter().filter(|candidate| !candidate.variadic).map(|candidate| candidate.parameters.clone()).collect();
    found.retain(|candidate| !candidate.variadic || !plain.contains(&candidate.parameters));
    found
}

fn accepts(parameters: &[ArgType], arguments: &[PgType]) -> bool {
    let each = parameters.iter().zip(arguments).all(|(parameter, argument)| match parameter {
        ArgType::Exact(ty) => is_possible(argument, ty, CastContext::Implicit),
        ArgType::Record => matches!(argument, PgType::Record(_) | PgType::Unknown),
        _ => true,
    });
    each && (!parameters.iter().any(ArgType::is_polymorphic) || polymorphic(parameters, arguments).is_ok())
}

/// `func_select_candidate`
fn select(mut candidates: Vec<Candidate>, arguments: &[PgType]) -> Result<usize, NoChoice> {
    match candidates.as_slice() {
        [] => return Err(NoChoice::Missing),
        [only] => return Ok(only.index),
        _ => {}
    }
    let known = || arguments.iter().enumerate().filter(|(_, ty)| **ty != PgType::Unknown);
    keep_best(&mut candidates, |candidate| {
        known().filter(|(position, ty)| candidate.exact(*position) == Some(ty)).count()
    });
    if let [only] = candidates.as_slice() {
        return Ok(only.index);
    }
    keep_best(&mut candidates, |candidate| {
        known()
            .filter(|(position, ty)| {
                candidate.exact(*position) == Some(ty)
                    || (candidate.is_preferred(*position) && candidate.category(*position) == category(ty))
            })
            .count()
    });
    if let [only] = candidates.as_slice() {
        return Ok(only.index);
    }
    let unknown: Vec<usize> = (0..arguments.len()).filter(|at| arguments.get(*at) == Some(&PgType::Unknown)).collect();
    if unknown.is_empty() {
        return Err(NoChoice::Ambiguous);
    }
    if let Some(wanted) = categories(&candidates, &unknown) {
        let fits = |candidate: &Candidate| {
            wanted.iter().all(|(position, category, preferred)| {
                candidate.category(*position) == *category && (!preferred || candidate.is_preferred(*position))
            })
        };
        if candidates.iter().any(fits) {
            candidates.retain(fits);
        }
        if let [only] = candidates.as_slice() {
            return Ok(only.index);
        }
    }
    by_known_type(&candidates, arguments).ok_or(NoChoice::Ambiguous)
}

fn keep_best(candidates: &mut Vec<Candidate>, score: impl Fn(&Candidate) -> usize) {
    let best = candidates.iter().map(&score).max().unwrap_or(0);
    candidates.retain(|candidate| score(candidate) == best);
}

/// For each untyped argument the category that the candidates agree on (strings win), and whether one of them prefers its type.
fn categories(candidates: &[Candidate], unknown: &[usize]) -> Option<Vec<(usize, char, bool)>> {
    unknown
        .iter()
        .map(|&position| {
            let mut agreed: Option<(char, bool)> = None;
            let mut conflict = false;
            for candidate in candidates {
                let (found, preferred) = (candidate.category(position), candidate.is_preferred(position));
                agreed = match agreed {
                    None => Some((found, preferred)),
                    Some((category, before)) if category == found => Some((category, before || preferred)),
                    Some(_) if found == 'S' => Some((found, preferred)),
                    kept => {
                        conflict = true;
                        kept
                    }
                };
            }
            let (category, preferred) = agreed?;
            (!conflict || category == 'S').then_some((position, category, preferred))
        })
        .collect()
}

/// If all typed arguments are of one type, suppose that the untyped ones are too.
fn by_known_type(candidates: &[Candidate], arguments: &[PgType]) -> Option<usize> {
    let mut typed = arguments.iter().filter(|ty| **ty != PgType::Unknown);
    let known = typed.next()?;
    if typed.any(|ty| ty != known) {
        return None;
    }
    let supposed = vec![known.clone(); arguments.len()];
    let mut fitting = candidates.iter().filter(|candidate| accepts(&candidate.parameters, &supposed));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first.index)
}

fn settle(parameters: &[ArgType], result: &ArgType, arguments: &[PgType]) -> SqlResult<(Vec<Option<PgType>>, PgType)> {
    let bound = polymorphic(parameters, arguments)?;
    if bound.is_open {
        let message = "could not determine polymorphic type because input has type unknown";
        return Err(SqlError::new(SqlState::DATATYPE_MISMATCH, message));
    }
    let targets = parameters
        .iter()
        .zip(arguments)
        .map(|(parameter, argument)| match parameter {
            ArgType::Exact(ty) => Some(ty.clone()),
            ArgType::Any | ArgType::Record => None,
            ArgType::AnyElement | ArgType::AnyNonArray => bound.element.clone(),
            // A vector stays what it is: its form is its array's.
            ArgType::AnyArray if !matches!(argument, PgType::Unknown | PgType::Array(_)) => None,
            ArgType::AnyArray => bound.element.clone().map(array_of),
            ArgType::AnyCompatible => bound.compatible.clone(),
            ArgType::AnyCompatibleArray => bound.compatible.clone().map(array_of),
        })
        .collect();
    let undetermined = || SqlError::new(SqlState::DATATYPE_MISMATCH, "could not determine polymorphic type");
    let result = match result {
        ArgType::Exact(ty) => ty.clone(),
        ArgType::AnyElement | ArgType::AnyNonArray => bound.element.ok_or_else(undetermined)?,
        ArgType::AnyArray => array_of(bound.element.ok_or_else(undetermined)?),
        ArgType::AnyCompatible => bound.compatible.ok_or_else(undetermined)?,
        ArgType::AnyCompatibleArray => array_of(bound.compatible.ok_or_else(undetermined)?),
        // Decided by the implementation, from its arguments.
        ArgType::Any | ArgType::Record => PgType::Void,
    };
    Ok((targets, result))
}

fn array_of(element: PgType) -> PgType {
    PgType::Array(Box::new(element))
}

#[derive(Default)]
struct Bound {
    element: Option<PgType>,
    compatible: Option<PgType>,
    /// All that could tell the element's type is untyped: such a function is found, and can't be called.
    is_open: bool,
}

/// `check_generic_type_consistency` and `enforce_generic_type_consistency`
fn polymorphic(parameters: &[ArgType], arguments: &[PgType]) -> SqlResult<Bound> {
    let mismatch = |message: String| SqlError::new(SqlState::DATATYPE_MISMATCH, message);
    let not_array = |ty: &PgType, of: &str| {
        mismatch(format!("argument declared {of} is not an array but type {}", super::names::of(ty)))
    };
    let mut bound = Bound::default();
    let mut family = Vec::new();
    let mut untyped = false;
    let mut uses_element = false;
    for (parameter, argument) in parameters.iter().zip(arguments) {
        let unknown = *argument == PgType::Unknown;
        let found = match parameter {
            ArgType::AnyElement | ArgType::AnyNonArray if !unknown => {
                if *parameter == ArgType::AnyNonArray && element(argument).is_some() {
                    return Err(mismatch("type matched to anynonarray is an array type".to_owned()));
                }
                Some(argument.clone())
            }
            ArgType::AnyArray if !unknown => Some(element(argument).ok_or_else(|| not_array(argument, "anyarray"))?),
            ArgType::AnyCompatible => {
                family.push(argument.clone());
                continue;
            }
            ArgType::AnyCompatibleArray => {
                family.push(match unknown {
                    true => PgType::Unknown,
                    false => element(argument).ok_or_else(|| not_array(argument, "anycompatiblearray"))?,
                });
                continue;
            }
            ArgType::AnyElement | ArgType::AnyNonArray | ArgType::AnyArray => None,
            ArgType::Exact(_) | ArgType::Any | ArgType::Record => continue,
        };
        uses_element = true;
        match (found, &bound.element) {
            (None, _) => untyped = true,
            (Some(found), None) => bound.element = Some(found),
            (Some(found), Some(before)) if found != *before => {
                let (before, found) = (super::names::of(before), super::names::of(&found));
                let detail = format!("{before} versus {found}");
                return Err(mismatch("arguments declared \"anyelement\" are not all alike".to_owned()).detail(detail));
            }
            _ => {}
        }
    }
    bound.is_open = uses_element && bound.element.is_none() && untyped;
    if !family.is_empty() {
        let common = common_type(&family)
            .ok_or_else(|| mismatch("arguments of anycompatible family cannot be cast to a common type".to_owned()))?;
        bound.compatible = Some(common);
    }
    Ok(bound)
}
