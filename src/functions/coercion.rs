//! Which casts there are and when they may happen: `pg_cast`, for the types that Tollgate has, and the type categories.
//!
//! Comes in: two types. Goes out: the weakest context that allows the cast and its method. Must never: touch a value.

use super::CastContext;
use crate::types::PgType;

/// How a cast is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The form stays the same; only the type's name changes.
    Relabel,
    /// A function of this pair of types.
    Function,
    /// Written by the source's output function, read by the target's input function.
    InOut,
    /// Element by element.
    Array,
}

/// `pg_type.typcategory`
#[must_use]
pub fn category(ty: &PgType) -> char {
    use PgType::*;
    match ty {
        Unknown => 'X',
        Bool => 'B',
        Int2 | Int4 | Int8 | Float4 | Float8 | Numeric | Oid | Regclass | Regtype | Regproc | Regprocedure
        | Regnamespace | Regrole | Regoper | Regoperator | Regconfig | Regdictionary => 'N',
        Text | Varchar | Bpchar | Name => 'S',
        Char | PgNodeTree => 'Z',
        Date | Time | Timestamp | Timestamptz => 'D',
        Interval => 'T',
        Bytea | Json | Jsonb | Uuid | Xid | Tid | AclItem => 'U',
        Inet => 'I',
        Void | Record(_) => 'P',
        Array(_) | Int2Vector | OidVector => 'A',
    }
}

/// `pg_type.typispreferred`
#[must_use]
pub fn is_preferred(ty: &PgType) -> bool {
    use PgType::*;
    matches!(ty, Bool | Float8 | Oid | Text | Timestamptz | Interval | Inet)
}

/// The element of an array type.
#[must_use]
pub fn element(ty: &PgType) -> Option<PgType> {
    match ty {
        PgType::Array(element) => Some(element.as_ref().clone()),
        PgType::Int2Vector => Some(PgType::Int2),
        PgType::OidVector => Some(PgType::Oid),
        _ => None,
    }
}

fn is_registry(ty: &PgType) -> bool {
    use PgType::*;
    matches!(
        ty,
        Regclass
            | Regtype
            | Regproc
            | Regprocedure
            | Regnamespace
            | Regrole
            | Regoper
            | Regoperator
            | Regconfig
            | Regdictionary
    )
}

fn is_string(ty: &PgType) -> bool {
    category(ty) == 'S'
}

/// The cast from `source` to `target` and the weakest context in which it happens, if there is one. Types must differ.
#[must_use]
pub fn path(source: &PgType, target: &PgType) -> Option<(CastContext, Method)> {
    if let Some(found) = listed(source, target) {
        return Some(found);
    }
    // To the vectors there is none: they would capture what should go to real arrays.
    if let (Some(from), PgType::Array(_), Some(to)) = (element(source), target, element(target)) {
        if from == to {
            return Some((CastContext::Implicit, Method::Relabel));
        }
        return match path(&from, &to)? {
            (when, Method::Relabel) => Some((when, Method::Relabel)),
            (when, _) => Some((when, Method::Array)),
        };
    }
    if is_string(target) && *source != PgType::Void {
        return Some((CastContext::Assignment, Method::InOut));
    }
    if is_string(source) && !matches!(target, PgType::Void | PgType::Record(_)) {
        return Some((CastContext::Explicit, Method::InOut));
    }
    None
}

/// The rows of `pg_cast`.
fn listed(source: &PgType, target: &PgType) -> Option<(CastContext, Method)> {
    use CastContext::{Assignment, Explicit, Implicit};
    use Method::{Function, Relabel};
    use PgType::*;
    Some(match (source, target) {
        (Int2, Int4 | Int8 | Float4 | Float8 | Numeric | Oid)
        | (Int4, Int8 | Float4 | Float8 | Numeric | Oid)
        | (Int8, Float4 | Float8 | Numeric | Oid)
        | (Float4, Float8)
        | (Numeric, Float4 | Float8) => (Implicit, Function),
        (Int2 | Int4 | Int8, target) if is_registry(target) => (Implicit, Function),
        (Int4, Int2)
        | (Int8, Int2 | Int4)
        | (Float4, Int2 | Int4 | Int8 | Numeric)
        | (Float8, Int2 | Int4 | Int8 | Float4 | Numeric)
        | (Numeric, Int2 | Int4 | Int8) => (Assignment, Function),
        (Oid, target) if is_registry(target) => (Implicit, Relabel),
        (source, Oid) if is_registry(source) => (Implicit, Relabel),
        (Regproc, Regprocedure) | (Regprocedure, Regproc) | (Regoper, Regoperator) | (Regoperator, Regoper) => {
            (Implicit, Relabel)
        }
        (Oid, Int4 | Int8) => (Assignment, Function),
        (source, Int4 | Int8) if is_registry(source) => (Assignment, Function),
        (Bool, Int4) | (Int4, Bool) | (Char, Int4) | (Int4, Char) => (Explicit, Function),
        (Bool | Inet, Text | Varchar | Bpchar) => (Assignment, Function),
        (Text, Varchar | Bpchar) | (Varchar, Text | Bpchar) | (PgNodeTree, Text) => (Implicit, Relabel),
        (Bpchar, Text | Varchar) => (Implicit, Function),
        (Text | Varchar | Bpchar, Name) => (Implicit, Function),
        (Name, Text) => (Implicit, Relabel),
        (Name, Varchar | Bpchar) => (Assignment, Relabel),
        (Char, Text) => (Implicit, Relabel),
        (Char, Varchar | Bpchar) => (Assignment, Relabel),
        (Text | Varchar | Bpchar, Char) => (Assignment, Function),
        (Text | Varchar, Regclass) => (Implicit, Function),
        (Date, Timestamp | Timestamptz) | (Time, Interval) | (Timestamp, Timestamptz) => (Implicit, Function),
        (Timestamptz, Date | Time | Timestamp) | (Timestamp, Date | Time) | (Interval, Time) => (Assignment, Function),
        (Json, Jsonb) | (Jsonb, Json) => (Assignment, Method::InOut),
        (Jsonb, Bool | Int2 | Int4 | Int8 | Float4 | Float8 | Numeric) => (Explicit, Function),
        _ => return None,
    })
}

/// Whether a value of `source` may stand where `target` is wanted, in this context. An untyped literal may stand anywhere.
#[must_use]
pub fn is_possible(source: &PgType, target: &PgType, when: CastContext) -> bool {
    if source == target || *source == PgType::Unknown {
        return true;
    }
    if let (PgType::Record(from), PgType::Record(to)) = (source, target) {
        return from.len() == to.len()
            && from.iter().zip(to.iter()).all(|((_, from), (_, to))| is_possible(from, to, when));
    }
    path(source, target).is_some_and(|(needed, _)| needed <= when)
}
