//! What tools ask of grants and settings: `aclexplode`, `acldefault`, `pg_show_all_settings`, `pg_available_extensions`.
//!
//! Comes in: lists of grants as text, the session's settings. Goes out: their parts. Must never: name a role that the session does not know.

use super::elements::{record_fields, structs};
use super::list_array;
use super::tools::{column, ends, none, record};
use crate::catalog::Known;
use crate::error::{SqlError, SqlResult};
use crate::functions::SetReturning;
use crate::functions::catalog::known;
use crate::functions::entry::Entry;
use crate::functions::kernel::Call;
use crate::functions::rows::{List, Oid, Str};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::{ArrayRef, AsArray, ListBuilder, StringViewBuilder, StructArray};
use datafusion::arrow::datatypes::{DataType, Field};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
use guard::SqlState;
use std::sync::Arc;

/// The letters of the privileges, in the order in which they are written.
const PRIVILEGES: [(char, &str); 14] = [
    ('a', "INSERT"),
    ('r', "SELECT"),
    ('w', "UPDATE"),
    ('d', "DELETE"),
    ('D', "TRUNCATE"),
    ('x', "REFERENCES"),
    ('t', "TRIGGER"),
    ('X', "EXECUTE"),
    ('U', "USAGE"),
    ('C', "CREATE"),
    ('T', "TEMPORARY"),
    ('c', "CONNECT"),
    ('s', "SET"),
    ('A', "ALTER SYSTEM"),
];

pub(super) fn entries() -> Vec<Entry> {
    vec![
        Entry::set_returning("aclexplode(aclitem[]) record", |arguments, context| {
            let columns = [
                ("grantor", PgType::Oid),
                ("grantee", PgType::Oid),
                ("privilege_type", PgType::Text),
                ("is_grantable", PgType::Bool),
            ];
            record("aclexplode(aclitem[])", exploded, &columns, arguments, context)
        })
        .stable(),
        Entry::set_returning("pg_available_extensions() record", |arguments, context| {
            let columns = [("name", PgType::Name), ("default_version", PgType::Text), ("comment", PgType::Text)];
            record("pg_available_extensions()", none, &columns, arguments, context)
        })
        .stable(),
        Entry::set_returning("pg_show_all_settings() record", settings).stable(),
    ]
}

/// Each privilege of each grant. A grant is `grantee=letters/grantor`; a star after a letter says that it may be passed on.
fn exploded(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let known = known(call)?;
    let lists = call.column::<List>(0)?;
    let (mut grantors, mut grantees, mut names, mut passed, mut counts) = (vec![], vec![], vec![], vec![], vec![]);
    for row in 0..call.rows {
        let before = names.len();
        let list = lists.get(row);
        for grant in list.iter().flat_map(|list| list.as_string_view().iter()).flatten() {
            let (grantee, letters, grantor) = parts(grant)?;
            let mut letters = letters.chars().peekable();
            while let Some(letter) = letters.next() {
                let privilege = PRIVILEGES.iter().find(|(known, _)| *known == letter);
                let (_, privilege) = privilege.ok_or_else(|| malformed("it has an unknown privilege"))?;
                grantors.push(number(known, &grantor)?);
                grantees.push(number(known, &grantee)?);
                names.push(*privilege);
                passed.push(letters.next_if_eq(&'*').is_some());
            }
        }
        counts.push(names.len() - before);
    }
    let columns = vec![column(grantors)?, column(grantees)?, column(names)?, column(passed)?];
    list_array(structs(record_fields(call)?, columns)?, ends(counts.into_iter())?)
}

fn malformed(why: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_TEXT_REPRESENTATION, format!("malformed list of grants: {why}"))
}

/// The grantee, the letters, the grantor. A name that is more than letters, digits and underscores stands in double quotes.
fn parts(grant: &str) -> SqlResult<(String, &str, String)> {
    let (grantee, rest) = name(grant);
    let (letters, grantor) = rest
        .strip_prefix('=')
        .and_then(|rest| rest.split_once('/'))
        .ok_or_else(|| malformed("a grant is grantee=privileges/grantor"))?;
    Ok((grantee, letters, name(grantor).0))
}

/// A name at the beginning of a text, and what follows it.
fn name(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(['=', '/']).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        return (name.to_owned(), rest);
    };
    let mut name = String::new();
    let mut rest = quoted;
    while let Some((part, after)) = rest.split_once('"') {
        name.push_str(part);
        match after.strip_prefix('"') {
            Some(after) => {
                name.push('"');
                rest = after;
            }
            None => return (name, after),
        }
    }
    (name, "")
}

/// Nobody's name is everybody.
fn number(known: &Known, name: &str) -> SqlResult<u32> {
    if name.is_empty() {
        return Ok(0);
    }
    known
        .role_number(name)
        .ok_or_else(|| SqlError::new(SqlState::UNDEFINED_OBJECT, format!("role \"{name}\" does not exist")))
}

/// `acldefault("char", oid)`: what everybody and the owner may do with an object for which nothing was granted.
pub fn default(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let known = known(call)?;
    let (kinds, owners) = (call.column::<Str>(0)?, call.column::<Oid>(1)?);
    let field = Arc::new(Field::new_list_field(DataType::Utf8View, true));
    let mut lists = ListBuilder::new(StringViewBuilder::new()).with_field(field);
    for row in 0..call.rows {
        let (Some(kind), Some(owner)) = (kinds.get(row), owners.get(row)) else {
            lists.append_null();
            continue;
        };
        let (everybody, owners) = match kind {
            "c" => ("", ""),
            "r" => ("", "arwdDxt"),
            "s" => ("", "rwU"),
            "d" => ("Tc", "CTc"),
            "f" => ("X", "X"),
            "l" | "T" => ("U", "U"),
            "L" => ("", "rw"),
            "n" => ("", "UC"),
            "t" => ("", "C"),
            "F" | "S" => ("", "U"),
            "p" => ("", "sA"),
            _ => {
                let state = SqlState::INVALID_PARAMETER_VALUE;
                return Err(SqlError::new(state, "unrecognized object type abbreviation"));
            }
        };
        let owner = known.role_name(owner).map_or_else(|| owner.to_string(), quoted);
        let grants = [("", everybody), (owner.as_str(), owners)];
        for (grantee, letters) in grants.iter().filter(|(_, letters)| !letters.is_empty()) {
            lists.values().append_value(format!("{grantee}={letters}/{owner}"));
        }
        lists.append(true);
    }
    Ok(Arc::new(lists.finish()))
}

/// A role's name as it stands in a grant.
fn quoted(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        name.to_owned()
    } else {
        format!("\"{}\"", name.replace('"', "\"\""))
    }
}

/// The rows of `pg_settings`, as they are when the statement begins.
fn settings(_: Vec<Typed>, context: &BindContext) -> SqlResult<SetReturning> {
    let (definition, rows) = crate::catalog::settings(&context.settings)?;
    let columns: Vec<(String, PgType)> =
        definition.columns.iter().map(|column| (column.column.name.clone(), column.column.ty.clone())).collect();
    let ty = PgType::Array(Box::new(PgType::Record(columns.clone().into())));
    let count = i32::try_from(rows.num_rows()).map_err(SqlError::internal)?;
    let list = list_array(Arc::new(StructArray::from(rows)), vec![0, count])?;
    let list = ScalarValue::List(Arc::new(list.as_list::<i32>().clone()));
    Ok(SetReturning { list: Typed::new(Expr::Literal(list, None), ty), columns })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_has_three_parts() {
        assert_eq!(parts("a=r*w/b").unwrap(), ("a".to_owned(), "r*w", "b".to_owned()));
        assert_eq!(parts("=Tc/tollgate").unwrap(), (String::new(), "Tc", "tollgate".to_owned()));
        assert_eq!(parts("\"a=\"\"b\"=r/\"c d\"").unwrap(), ("a=\"b".to_owned(), "r", "c d".to_owned()));
        assert!(parts("nothing").is_err());
    }
}
