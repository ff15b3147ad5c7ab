//! `has_…_privilege` and `pg_has_role`: what the session's role may do, which is to read what it sees.
//!
//! Comes in: an object, by number or name, and words for privileges. Goes out: whether one of them is held. Must never: tell a relation that is not granted from one that does not exist.

use super::catalog::known;
use super::entry::Entry;
use super::kernel::Call;
use super::rows::{Oid, Str, build};
use crate::catalog::Known;
use crate::catalog::known as catalogs;
use crate::catalog::view::DATABASE;
use crate::error::{SqlError, SqlResult};
use crate::types::PgType;
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

/// One kind of object: who is found, and which words there are for what.
struct Kind {
    find: fn(&Known, &Name<'_>) -> Find,
    held: &'static [&'static str],
    other: &'static [&'static str],
}

/// An object as a call names it.
enum Name<'a> {
    Number(u32),
    Text(&'a str),
}

impl Name<'_> {
    fn number(&self, known: &Known, ty: &PgType) -> Option<u32> {
        match self {
            Self::Number(oid) => Some(*oid),
            Self::Text(text) => known.number(ty, text),
        }
    }
}

enum Find {
    Found,
    /// It is there, and the policy revokes it from the role.
    Revoked,
    /// A number that no object has gives NULL.
    NoNumber,
    NoName(SqlState, &'static str),
}

// RULE is of old servers; pgjdbc asks for it still.
const ON_TABLES: &[&str] = &["INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "RULE"];

const TABLE: Kind = Kind { find: relation, held: &["SELECT"], other: ON_TABLES };
const COLUMN: Kind = Kind { find: relation, held: &["SELECT"], other: &["INSERT", "UPDATE", "REFERENCES"] };
const SCHEMA: Kind = Kind {
    find: |known, name| match name {
        Name::Number(oid) => by_number(known.view.schema_name(*oid).is_some()),
        Name::Text(text) => {
            by_name(known.view.schema_oid(text).is_some(), SqlState::INVALID_SCHEMA_NAME, "schema does not exist")
        }
    },
    held: &["USAGE"],
    other: &["CREATE"],
};
const DATABASES: Kind = Kind {
    find: |known, name| match name {
        Name::Number(oid) => by_number(*oid == DATABASE),
        Name::Text(text) => {
            by_name(known.database_number(text).is_some(), SqlState::INVALID_CATALOG_NAME, "database does not exist")
        }
    },
    held: &["CONNECT"],
    other: &["CREATE", "TEMPORARY", "TEMP"],
};
const FUNCTION: Kind = Kind {
    find: |known, name| {
        let oid = name.number(known, &PgType::Regprocedure);
        let function = oid.and_then(catalogs::function);
        if function.is_some_and(|function| known.view.revoked.functions.contains(function.name)) {
            return Find::Revoked;
        }
        match name {
            Name::Number(_) => by_number(function.is_some()),
            Name::Text(_) => by_name(oid.is_some(), SqlState::UNDEFINED_FUNCTION, "function does not exist"),
        }
    },
    held: &["EXECUTE"],
    other: &[],
};
const TYPE: Kind = Kind {
    find: |known, name| match name {
        Name::Number(oid) => by_number(catalogs::is_in("pg_type", *oid)),
        Name::Text(text) => {
            by_name(known.number(&PgType::Regtype, text).is_some(), SqlState::UNDEFINED_OBJECT, "type does not exist")
        }
    },
    held: &["USAGE"],
    other: &[],
};
const LANGUAGE: Kind = Kind {
    find: |_, name| match name {
        Name::Number(oid) => by_number(catalogs::is_in("pg_language", *oid)),
        Name::Text(text) => by_name(
            ["internal", "c", "sql", "plpgsql"].contains(text),
            SqlState::UNDEFINED_OBJECT,
            "language does not exist",
        ),
    },
    held: &["USAGE"],
    other: &[],
};
const TABLESPACE: Kind = Kind {
    find: |_, name| match name {
        Name::Number(oid) => by_number(catalogs::is_in("pg_tablespace", *oid)),
        Name::Text(text) => {
            by_name(["pg_default", "pg_global"].contains(text), SqlState::UNDEFINED_OBJECT, "tablespace does not exist")
        }
    },
    held: &[],
    other: &["CREATE"],
};
/// How objects are found of which there are none.
macro_rules! none {
    ($state:expr, $message:literal) => {
        |_, name| match name {
            Name::Number(_) => Find::NoNumber,
            Name::Text(_) => Find::NoName($state, $message),
        }
    };
}

const SEQUENCE: Kind = Kind {
    find: none!(SqlState::UNDEFINED_TABLE, "relation does not exist"),
    held: &["USAGE", "SELECT"],
    other: &["UPDATE"],
};
const SERVER: Kind =
    Kind { find: none!(SqlState::UNDEFINED_OBJECT, "server does not exist"), held: &["USAGE"], other: &[] };
const WRAPPER: Kind = Kind {
    find: none!(SqlState::UNDEFINED_OBJECT, "foreign-data wrapper does not exist"),
    held: &["USAGE"],
    other: &[],
};

fn by_number(found: bool) -> Find {
    if found { Find::Found } else { Find::NoNumber }
}

fn by_name(found: bool, state: SqlState, message: &'static str) -> Find {
    if found { Find::Found } else { Find::NoName(state, message) }
}

fn relation(known: &Known, name: &Name<'_>) -> Find {
    let oid = name.number(known, &PgType::Regclass);
    let relation = oid.and_then(|oid| known.view.relation_name(oid));
    if relation.is_some_and(|relation| known.view.revoked.relations.contains(relation)) {
        return Find::Revoked;
    }
    match name {
        Name::Number(_) => by_number(relation.is_some()),
        Name::Text(_) => by_name(oid.is_some(), SqlState::UNDEFINED_TABLE, "relation does not exist"),
    }
}

/// A function's six forms: the user by name, by number or the session's own; the object by name or number.
macro_rules! forms {
    ($name:literal, $kind:expr) => {
        [
            Entry::kernel(concat!($name, "(name, text, text) bool"), |call| object(call, &$kind)).stable(),
            Entry::kernel(concat!($name, "(name, oid, text) bool"), |call| object(call, &$kind)).stable(),
            Entry::kernel(concat!($name, "(oid, text, text) bool"), |call| object(call, &$kind)).stable(),
            Entry::kernel(concat!($name, "(oid, oid, text) bool"), |call| object(call, &$kind)).stable(),
            Entry::kernel(concat!($name, "(text, text) bool"), |call| object(call, &$kind)).stable(),
            Entry::kernel(concat!($name, "(oid, text) bool"), |call| object(call, &$kind)).stable(),
        ]
    };
}

/// This room's lines of the catalogue.
pub fn entries() -> Vec<Entry> {
    let mut all: Vec<Entry> = [
        forms!("has_table_privilege", TABLE),
        forms!("has_any_column_privilege", COLUMN),
        forms!("has_schema_privilege", SCHEMA),
        forms!("has_database_privilege", DATABASES),
        forms!("has_function_privilege", FUNCTION),
        forms!("has_type_privilege", TYPE),
        forms!("has_language_privilege", LANGUAGE),
        forms!("has_tablespace_privilege", TABLESPACE),
        forms!("has_sequence_privilege", SEQUENCE),
        forms!("has_server_privilege", SERVER),
        forms!("has_foreign_data_wrapper_privilege", WRAPPER),
    ]
    .concat();
    for signature in [
        "has_column_privilege(name, text, text, text) bool",
        "has_column_privilege(name, text, int2, text) bool",
        "has_column_privilege(name, oid, text, text) bool",
        "has_column_privilege(name, oid, int2, text) bool",
        "has_column_privilege(text, text, text) bool",
        "has_column_privilege(text, int2, text) bool",
        "has_column_privilege(oid, text, text) bool",
        "has_column_privilege(oid, int2, text) bool",
    ] {
        all.push(Entry::kernel(signature, column).stable());
    }
    for signature in [
        "pg_has_role(name, name, text) bool",
        "pg_has_role(name, oid, text) bool",
        "pg_has_role(oid, name, text) bool",
        "pg_has_role(oid, oid, text) bool",
        "pg_has_role(name, text) bool",
        "pg_has_role(oid, text) bool",
    ] {
        all.push(Entry::kernel(signature, role).stable());
    }
    all
}

/// Calls `then` with the argument at `index`, a name or a number, unless it is NULL.
fn named<T>(
    call: &Call<'_>,
    index: usize,
    row: usize,
    then: impl FnOnce(Name<'_>) -> SqlResult<Option<T>>,
) -> SqlResult<Option<T>> {
    if call.types.get(index).is_some_and(|ty| ty.arrow() == PgType::Oid.arrow()) {
        return call.column::<Oid>(index)?.get(row).map_or(Ok(None), |oid| then(Name::Number(oid)));
    }
    call.column::<Str>(index)?.get(row).map_or(Ok(None), |text| then(Name::Text(text)))
}

/// The number of a role that the session knows of.
fn role_number(known: &Known, name: &Name<'_>) -> SqlResult<u32> {
    match name {
        Name::Number(oid) => Ok(*oid),
        Name::Text(text) => {
            known.role_number(text).ok_or_else(|| SqlError::new(SqlState::UNDEFINED_OBJECT, "role does not exist"))
        }
    }
}

/// Whether one of the words is a privilege that is held.
fn holds(words: &str, kind: &Kind) -> SqlResult<bool> {
    let mut held = false;
    for word in words.split(',') {
        let word = word.trim().to_ascii_uppercase();
        let (plain, with_grant) = match word.strip_suffix(" WITH GRANT OPTION") {
            Some(plain) => (plain.trim_end(), true),
            None => (word.as_str(), false),
        };
        let is_held = kind.held.contains(&plain);
        if !is_held && !kind.other.contains(&plain) {
            return Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, "unrecognized privilege type"));
        }
        held |= is_held && !with_grant;
    }
    Ok(held)
}

fn object(call: &Call<'_>, kind: &Kind) -> SqlResult<ArrayRef> {
    let known = known(call)?;
    let (own, at) = user(call, 2);
    let words = call.column::<Str>(at + 1)?;
    build(call.rows, |row| {
        let Some(asked) = asked(call, known, own, row)? else { return Ok(None) };
        let Some(words) = words.get(row) else { return Ok(None) };
        named(call, at, row, |name| answer(known, &name, words, kind, asked))
    })
}

/// Whether the session's own user is meant, and where the object stands among the arguments.
fn user(call: &Call<'_>, without: usize) -> (bool, usize) {
    let own = call.types.len() == without;
    (own, usize::from(!own))
}

/// Whether the call asks for the session itself or for another role, of which nothing is told.
fn asked(call: &Call<'_>, known: &Known, own: bool, row: usize) -> SqlResult<Option<bool>> {
    if own {
        return Ok(Some(true));
    }
    named(call, 0, row, |name| role_number(known, &name).map(|role| Some(known.is_self(role))))
}

fn answer(known: &Known, name: &Name<'_>, words: &str, kind: &Kind, asked: bool) -> SqlResult<Option<bool>> {
    let held = holds(words, kind)?;
    match (kind.find)(known, name) {
        Find::Found => Ok(Some(held && asked)),
        Find::Revoked => Ok(Some(false)),
        Find::NoNumber => Ok(None),
        Find::NoName(state, message) => Err(SqlError::new(state, message)),
    }
}

fn column(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let known = known(call)?;
    let (own, at) = user(call, 3);
    let words = call.column::<Str>(at + 2)?;
    build(call.rows, |row| {
        let Some(asked) = asked(call, known, own, row)? else { return Ok(None) };
        let Some(words) = words.get(row) else { return Ok(None) };
        let oid = named(call, at, row, |name| match name {
            Name::Number(oid) => Ok(Some(oid)),
            Name::Text(text) => match known.number(&PgType::Regclass, text) {
                Some(oid) => Ok(Some(oid)),
                None => Err(SqlError::new(SqlState::UNDEFINED_TABLE, "relation does not exist")),
            },
        })?;
        let Some(oid) = oid else { return Ok(None) };
        if !has_column(call, known, oid, at + 1, row)? {
            return Ok(None);
        }
        answer(known, &Name::Number(oid), words, &COLUMN, asked)
    })
}

fn has_column(call: &Call<'_>, known: &Known, oid: u32, index: usize, row: usize) -> SqlResult<bool> {
    let granted = known.view.granted(oid).map(|found| found.columns.iter().map(|column| &column.column));
    let system = known.view.system(oid).map(|found| found.columns.iter().map(|column| &column.column));
    let mut columns = granted.into_iter().flatten().chain(system.into_iter().flatten());
    if call.types.get(index) == Some(&PgType::Int2) {
        let number = call.column::<super::rows::I2>(index)?.get(row);
        return Ok(number.is_some_and(|number| columns.any(|column| column.attnum == number)));
    }
    let name = call.column::<Str>(index)?;
    let Some(name) = name.get(row) else { return Ok(false) };
    if columns.any(|column| column.name == name) {
        return Ok(true);
    }
    Err(SqlError::new(SqlState::UNDEFINED_COLUMN, "column does not exist"))
}

/// A role is a member of itself alone.
fn role(call: &Call<'_>) -> SqlResult<ArrayRef> {
    const MEMBERSHIP: Kind = Kind { find: |_, _| Find::Found, held: &["USAGE", "MEMBER"], other: &[] };
    let known = known(call)?;
    let (own, at) = user(call, 2);
    let words = call.column::<Str>(at + 1)?;
    build(call.rows, |row| {
        let Some(asked) = asked(call, known, own, row)? else { return Ok(None) };
        let Some(words) = words.get(row) else { return Ok(None) };
        let held = holds(words, &MEMBERSHIP)?;
        named(call, at, row, |name| Ok(Some(held && asked && known.is_self(role_number(known, &name)?))))
    })
}
