//! Changing jsonb: `||`, `-`, `#-`, jsonb_set, jsonb_insert.

use super::super::entry::Entry;
use super::super::kernel::Call;
use super::super::rows::{Bool, I4, List, Str, build, map2};
use super::super::text::within_limit;
use super::operators::index;
use super::value::Json;
use super::{stored, texts};
use crate::error::{SqlError, SqlResult};
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;
use std::collections::HashSet;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("||(jsonb, jsonb) jsonb", |call| {
            map2::<Str, Str, String>(call, |a, b| {
                within_limit(a.len().checked_add(b.len()))?;
                Ok(concat(stored(a)?, stored(b)?)?.canonical())
            })
        }),
        Entry::kernel("-(jsonb, text) jsonb", |call| {
            map2::<Str, Str, String>(call, |a, key| Ok(without(stored(a)?, &[key.to_owned()])?.canonical()))
        }),
        Entry::kernel("-(jsonb, text[]) jsonb", |call| {
            map2::<Str, List, String>(call, |a, keys| {
                let keys: Vec<String> = texts(&keys)?.into_iter().flatten().collect();
                Ok(without(stored(a)?, &keys)?.canonical())
            })
        }),
        Entry::kernel("-(jsonb, int4) jsonb", |call| {
            map2::<Str, I4, String>(call, |a, at| Ok(without_item(stored(a)?, at.into())?.canonical()))
        }),
        Entry::kernel("#-(jsonb, text[]) jsonb", |call| {
            map2::<Str, List, String>(call, |a, path| {
                let value = stored(a)?;
                scalar("delete path in", &value)?;
                apply(value, &path, &Change::Delete)
            })
        }),
        Entry::kernel("jsonb_set(jsonb, text[], jsonb) jsonb", |call| edit(call, true)),
        Entry::kernel("jsonb_set(jsonb, text[], jsonb, bool) jsonb", |call| edit(call, true)),
        Entry::kernel("jsonb_set_lax(jsonb, text[], jsonb) jsonb", set_lax).on_null(),
        Entry::kernel("jsonb_set_lax(jsonb, text[], jsonb, bool) jsonb", set_lax).on_null(),
        Entry::kernel("jsonb_set_lax(jsonb, text[], jsonb, bool, text) jsonb", set_lax).on_null(),
        Entry::kernel("jsonb_insert(jsonb, text[], jsonb) jsonb", |call| edit(call, false)),
        Entry::kernel("jsonb_insert(jsonb, text[], jsonb, bool) jsonb", |call| edit(call, false)),
    ]
}

fn invalid(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message)
}

fn scalar(what: &str, value: &Json) -> SqlResult<()> {
    match value {
        Json::Array(_) | Json::Object(_) => Ok(()),
        _ => Err(invalid(format!("cannot {what} scalar"))),
    }
}

fn concat(a: Json, b: Json) -> SqlResult<Json> {
    Ok(match (a, b) {
        (Json::Object(mut a), Json::Object(b)) => {
            a.extend(b);
            Json::object(a)
        }
        (Json::Array(mut a), Json::Array(b)) => {
            a.extend(b);
            Json::Array(a)
        }
        (Json::Array(mut a), b) => {
            a.push(b);
            Json::Array(a)
        }
        (a, Json::Array(b)) => Json::Array(std::iter::once(a).chain(b).collect()),
        (a, b) => Json::Array(vec![a, b]),
    })
}

fn without(value: Json, keys: &[String]) -> SqlResult<Json> {
    scalar("delete from", &value)?;
    let keys: HashSet<&String> = keys.iter().collect();
    Ok(match value {
        Json::Object(members) => Json::Object(members.into_iter().filter(|(key, _)| !keys.contains(key)).collect()),
        Json::Array(items) => Json::Array(
            items.into_iter().filter(|item| !matches!(item, Json::String(text) if keys.contains(text))).collect(),
        ),
        other => other,
    })
}

fn without_item(value: Json, at: i64) -> SqlResult<Json> {
    scalar("delete from", &value)?;
    let Json::Array(mut items) = value else {
        return Err(invalid("cannot delete from object using integer index"));
    };
    if let Some(at) = place(at, items.len()) {
        items.remove(at);
    }
    Ok(Json::Array(items))
}

fn place(at: i64, length: usize) -> Option<usize> {
    let at = if at < 0 { at.checked_add(i64::try_from(length).ok()?)? } else { at };
    usize::try_from(at).ok().filter(|at| *at < length)
}

/// A path may have NULLs, as long as nothing comes to them.
type Path = [Option<String>];

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Array(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Changes what is at the path. In an empty value there is nothing to find.
fn apply(mut value: Json, path: &ArrayRef, change: &Change) -> SqlResult<String> {
    let finds_only = matches!(change, Change::Delete | Change::Set { create: false, .. });
    if !(finds_only && is_empty(&value)) {
        self::change(&mut value, &texts(path)?, 1, change)?;
    }
    Ok(value.canonical())
}

enum Change {
    Delete,
    Set { value: Json, create: bool },
    Insert { value: Json, after: bool },
}

fn edit(call: &Call<'_>, set: bool) -> SqlResult<ArrayRef> {
    let (values, paths, news) = (call.column::<Str>(0)?, call.column::<List>(1)?, call.column::<Str>(2)?);
    let flags = if call.columns.len() > 3 { Some(call.column::<Bool>(3)?) } else { None };
    build::<String>(call.rows, |row| {
        let flag = flags.as_ref().map_or(Some(set), |flags| flags.get(row));
        let (Some(value), Some(path), Some(new), Some(flag)) = (values.get(row), paths.get(row), news.get(row), flag)
        else {
            return Ok(None);
        };
        within_limit(value.len().checked_add(new.len()))?;
        let value = stored(value)?;
        scalar("set path in", &value)?;
        let new = stored(new)?;
        let change =
            if set { Change::Set { value: new, create: flag } } else { Change::Insert { value: new, after: flag } };
        apply(value, &path, &change).map(Some)
    })
}

/// As jsonb_set; what a NULL for the new value does is the last argument's to say.
fn set_lax(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (values, paths, news) = (call.column::<Str>(0)?, call.column::<List>(1)?, call.column::<Str>(2)?);
    let flags = if call.columns.len() > 3 { Some(call.column::<Bool>(3)?) } else { None };
    let treatments = if call.columns.len() > 4 { Some(call.column::<Str>(4)?) } else { None };
    let unknown =
        "null_value_treatment must be \"delete_key\", \"return_target\", \"use_json_null\", or \"raise_exception\"";
    build::<String>(call.rows, |row| {
        let flag = flags.as_ref().map_or(Some(true), |flags| flags.get(row));
        let (Some(value), Some(path), Some(create)) = (values.get(row), paths.get(row), flag) else { return Ok(None) };
        let treatment = treatments.as_ref().map_or(Some("use_json_null"), |treatments| treatments.get(row));
        let treatment = treatment.ok_or_else(|| invalid(unknown))?;
        let change = match (news.get(row), treatment) {
            (Some(new), _) => {
                within_limit(value.len().checked_add(new.len()))?;
                Change::Set { value: stored(new)?, create }
            }
            (None, "use_json_null") => Change::Set { value: Json::Null, create },
            (None, "delete_key") => Change::Delete,
            (None, "return_target") => return Ok(Some(value.to_owned())),
            (None, "raise_exception") => {
                return Err(SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "JSON value must not be null")
                    .detail("Exception was raised because null_value_treatment is \"raise_exception\"."));
            }
            (None, _) => return Err(invalid(unknown)),
        };
        let value = stored(value)?;
        scalar(if matches!(change, Change::Delete) { "delete path in" } else { "set path in" }, &value)?;
        apply(value, &path, &change).map(Some)
    })
}

fn change(value: &mut Json, path: &Path, position: usize, change: &Change) -> SqlResult<()> {
    let Some((part, rest)) = path.split_first() else { return Ok(()) };
    let part = part.as_ref().ok_or_else(|| {
        let message = format!("path element at position {position} is null");
        SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, message)
    })?;
    match value {
        Json::Object(members) => in_object(members, part, rest, position, change),
        Json::Array(items) => {
            let at = index(part).ok_or_else(|| {
                let message = format!("path element at position {position} is not an integer");
                SqlError::new(SqlState::INVALID_TEXT_REPRESENTATION, message)
            })?;
            in_array(items, at, rest, position, change)
        }
        _ => Ok(()),
    }
}

fn in_object(
    members: &mut Vec<(String, Json)>,
    key: &str,
    rest: &Path,
    position: usize,
    change: &Change,
) -> SqlResult<()> {
    let found = members.iter().position(|(name, _)| name == key);
    if let (Some(at), false) = (found, rest.is_empty()) {
        return members.get_mut(at).map_or(Ok(()), |(_, value)| self::change(value, rest, position + 1, change));
    }
    if !rest.is_empty() {
        return Ok(());
    }
    match (change, found) {
        (Change::Delete, Some(at)) => {
            members.remove(at);
        }
        (Change::Set { value, .. }, Some(at)) => {
            if let Some((_, old)) = members.get_mut(at) {
                *old = value.clone();
            }
        }
        (Change::Insert { .. }, Some(_)) => {
            return Err(
                invalid("cannot replace existing key").hint("Try using the function jsonb_set to replace key value.")
            );
        }
        (Change::Set { value, create: true } | Change::Insert { value, .. }, None) => {
            members.push((key.to_owned(), value.clone()));
            if let Json::Object(sorted) = Json::object(std::mem::take(members)) {
                *members = sorted;
            }
        }
        _ => {}
    }
    Ok(())
}

fn in_array(items: &mut Vec<Json>, at: i64, rest: &Path, position: usize, change: &Change) -> SqlResult<()> {
    let found = place(at, items.len());
    if let (Some(at), false) = (found, rest.is_empty()) {
        return items.get_mut(at).map_or(Ok(()), |value| self::change(value, rest, position + 1, change));
    }
    if !rest.is_empty() {
        return Ok(());
    }
    match (change, found) {
        (Change::Delete, Some(at)) => {
            items.remove(at);
        }
        (Change::Set { value, .. }, Some(at)) => {
            if let Some(old) = items.get_mut(at) {
                *old = value.clone();
            }
        }
        (Change::Insert { value, after }, Some(at)) => items.insert(at + usize::from(*after), value.clone()),
        (Change::Set { value, create: true } | Change::Insert { value, .. }, None) => {
            // Before the first or after the last.
            if at < 0 { items.insert(0, value.clone()) } else { items.push(value.clone()) }
        }
        _ => {}
    }
    Ok(())
}
