//! Reaching into JSON: `->`, `->>`, `#>`, `#>>`, `json_extract_path`, and containment.
//!
//! Comes in: json as it was written, or jsonb. Goes out: parts of it, of the same type, or as text. Must never: reformat json.

use super::super::entry::Entry;
use super::super::kernel::Call;
use super::super::rows::{Column, I4, List, Str, build, map2};
use super::raw;
use super::value::Json;
use super::{stored, texts};
use crate::error::SqlResult;
use crate::interrupt::Steps;
use datafusion::arrow::array::ArrayRef;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("->(json, text) json", |call| json_step::<Key>(call, false)),
        Entry::kernel("->(json, int4) json", |call| json_step::<Index>(call, false)),
        Entry::kernel("->>(json, text) text", |call| json_step::<Key>(call, true)),
        Entry::kernel("->>(json, int4) text", |call| json_step::<Index>(call, true)),
        Entry::kernel("->(jsonb, text) jsonb", |call| step::<Key>(call, false)),
        Entry::kernel("->(jsonb, int4) jsonb", |call| step::<Index>(call, false)),
        Entry::kernel("->>(jsonb, text) text", |call| step::<Key>(call, true)),
        Entry::kernel("->>(jsonb, int4) text", |call| step::<Index>(call, true)),
        Entry::kernel("#>(json, text[]) json", |call| json_path(call, false)),
        Entry::kernel("#>>(json, text[]) text", |call| json_path(call, true)),
        Entry::kernel("#>(jsonb, text[]) jsonb", |call| path(call, false)),
        Entry::kernel("#>>(jsonb, text[]) text", |call| path(call, true)),
        Entry::kernel("json_extract_path(json, variadic text) json", |call| json_path(call, false)),
        Entry::kernel("json_extract_path_text(json, variadic text) text", |call| json_path(call, true)),
        Entry::kernel("jsonb_extract_path(jsonb, variadic text) jsonb", |call| path(call, false)),
        Entry::kernel("jsonb_extract_path_text(jsonb, variadic text) text", |call| path(call, true)),
        Entry::kernel("@>(jsonb, jsonb) bool", |call| map2::<Str, Str, bool>(call, contains)),
        Entry::kernel("<@(jsonb, jsonb) bool", |call| map2::<Str, Str, bool>(call, |a, b| contains(b, a))),
        Entry::kernel("?(jsonb, text) bool", |call| {
            map2::<Str, Str, bool>(call, |a, key| has(&stored(a)?, key, &mut Steps::default()))
        }),
        Entry::kernel("?|(jsonb, text[]) bool", |call| {
            map2::<Str, List, bool>(call, |a, keys| {
                let (value, mut steps) = (stored(a)?, Steps::default());
                any(texts(&keys)?.iter().flatten(), |key| has(&value, key, &mut steps))
            })
        }),
        Entry::kernel("?&(jsonb, text[]) bool", |call| {
            map2::<Str, List, bool>(call, |a, keys| {
                let (value, mut steps) = (stored(a)?, Steps::default());
                all(texts(&keys)?.iter().flatten(), |key| has(&value, key, &mut steps))
            })
        }),
    ]
}

/// What one step into a value goes by.
trait Step {
    type Reader: super::super::rows::Read;
    fn of<'a>(column: &'a Column<'_, Self::Reader>, row: usize) -> Option<By<'a>>;
}

/// A member's key or an item's index.
enum By<'a> {
    Key(&'a str),
    Index(i64),
}

struct Key;
impl Step for Key {
    type Reader = Str;
    fn of<'a>(column: &'a Column<'_, Str>, row: usize) -> Option<By<'a>> {
        column.get(row).map(By::Key)
    }
}

struct Index;
impl Step for Index {
    type Reader = I4;
    fn of<'a>(column: &'a Column<'_, I4>, row: usize) -> Option<By<'a>> {
        column.get(row).map(|index| By::Index(index.into()))
    }
}

fn step<S: Step>(call: &Call<'_>, as_text: bool) -> SqlResult<ArrayRef> {
    let (values, steps) = (call.column::<Str>(0)?, call.column::<S::Reader>(1)?);
    build::<String>(call.rows, |row| {
        let (Some(text), Some(by)) = (values.get(row), S::of(&steps, row)) else { return Ok(None) };
        let value = stored(text)?;
        let found = match by {
            By::Key(key) => value.member(key),
            // PostgreSQL stores a scalar as an array of one, and its `->` tells.
            By::Index(0 | -1) if value.is_scalar() => Some(&value),
            By::Index(index) => value.item(index),
        };
        Ok(found.and_then(|found| if as_text { found.text() } else { Some(found.canonical()) }))
    })
}

fn json_step<S: Step>(call: &Call<'_>, as_text: bool) -> SqlResult<ArrayRef> {
    let (values, steps) = (call.column::<Str>(0)?, call.column::<S::Reader>(1)?);
    build::<String>(call.rows, |row| {
        let (Some(text), Some(by)) = (values.get(row), S::of(&steps, row)) else { return Ok(None) };
        let found = match by {
            By::Key(key) => raw::member(text, key)?,
            By::Index(index) => raw::item(text, index)?,
        };
        match found {
            Some(found) if as_text => raw::text(found),
            found => Ok(found.map(str::to_owned)),
        }
    })
}

/// The path of a row: an array, or all arguments but the first. `None` if a part of it is NULL.
fn path_of(call: &Call<'_>, row: usize) -> SqlResult<Option<Vec<String>>> {
    if let Ok(lists) = call.column::<List>(1) {
        let Some(list) = lists.get(row) else { return Ok(None) };
        return Ok(texts(&list)?.into_iter().collect());
    }
    let parts = (1..call.columns.len()).map(|index| Ok(call.column::<Str>(index)?.get(row).map(str::to_owned)));
    Ok(parts.collect::<SqlResult<Vec<_>>>()?.into_iter().collect())
}

/// A part of a path as an index, as PostgreSQL reads it there.
pub fn index(part: &str) -> Option<i64> {
    part.trim_start().parse::<i32>().ok().map(i64::from)
}

fn path(call: &Call<'_>, as_text: bool) -> SqlResult<ArrayRef> {
    let values = call.column::<Str>(0)?;
    build::<String>(call.rows, |row| {
        let (Some(text), Some(path)) = (values.get(row), path_of(call, row)?) else { return Ok(None) };
        let value = stored(text)?;
        let found = path.iter().try_fold(&value, |value, part| match value {
            Json::Object(_) => value.member(part),
            Json::Array(_) => value.item(index(part)?),
            _ => None,
        });
        Ok(found.and_then(|found| if as_text { found.text() } else { Some(found.canonical()) }))
    })
}

fn json_path(call: &Call<'_>, as_text: bool) -> SqlResult<ArrayRef> {
    let values = call.column::<Str>(0)?;
    build::<String>(call.rows, |row| {
        let (Some(text), Some(path)) = (values.get(row), path_of(call, row)?) else { return Ok(None) };
        let mut found = Some(text);
        for part in &path {
            let Some(value) = found else { break };
            found = match value.trim_start().as_bytes().first() {
                Some(b'{') => raw::member(value, part)?,
                Some(b'[') => match index(part) {
                    Some(index) => raw::item(value, index)?,
                    None => None,
                },
                _ => None,
            };
        }
        match found {
            Some(found) if as_text => raw::text(found),
            found => Ok(found.map(str::to_owned)),
        }
    })
}

/// Whether `holds` does for one of them.
fn any<T>(items: impl IntoIterator<Item = T>, mut holds: impl FnMut(T) -> SqlResult<bool>) -> SqlResult<bool> {
    for item in items {
        if holds(item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether `holds` does for each of them.
fn all<T>(items: impl IntoIterator<Item = T>, mut holds: impl FnMut(T) -> SqlResult<bool>) -> SqlResult<bool> {
    any(items, |item| holds(item).map(|holds| !holds)).map(|one_lacks| !one_lacks)
}

fn has(value: &Json, key: &str, steps: &mut Steps) -> SqlResult<bool> {
    match value {
        Json::Object(members) => any(members, |(name, _)| {
            steps.one()?;
            Ok(name == key)
        }),
        Json::Array(items) => any(items, |item| {
            steps.one()?;
            Ok(matches!(item, Json::String(text) if text == key))
        }),
        Json::String(text) => Ok(text == key),
        _ => Ok(false),
    }
}

fn contains(a: &str, b: &str) -> SqlResult<bool> {
    let (a, b) = (stored(a)?, stored(b)?);
    let mut steps = Steps::default();
    match (&a, &b) {
        // An array may contain a bare scalar, at the top only.
        (Json::Array(items), scalar) if is_scalar(scalar) => any(items, |item| {
            steps.one()?;
            Ok(is_scalar(item) && same(item, scalar))
        }),
        _ => inside(&a, &b, &mut steps),
    }
}

fn is_scalar(value: &Json) -> bool {
    !matches!(value, Json::Array(_) | Json::Object(_))
}

/// Scalars are equal by value: numbers as numbers.
pub fn same(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => {
            a == b || {
                let read = |text: &str| text.parse::<crate::types::numeric::PgNumeric>().ok();
                matches!((read(a), read(b)), (Some(a), Some(b)) if a == b)
            }
        }
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((k, a), (l, b))| k == l && same(a, b))
        }
        _ => a == b,
    }
}

fn inside(a: &Json, b: &Json, steps: &mut Steps) -> SqlResult<bool> {
    steps.one()?;
    match (a, b) {
        (Json::Object(members), Json::Object(wanted)) => all(wanted, |(key, wanted)| {
            any(members, |(name, found)| {
                steps.one()?;
                Ok(name == key && inside(found, wanted, steps)?)
            })
        }),
        (Json::Array(items), Json::Array(wanted)) => {
            all(wanted, |wanted| any(items, |item| inside(item, wanted, steps)))
        }
        (a, b) => Ok(is_scalar(a) && is_scalar(b) && same(a, b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interrupt::Interrupt;
    use std::sync::Arc;

    #[test]
    fn containment_and_keys_are_postgresqls() {
        for (a, b, expected) in [
            ("[1, 2]", "[2]", true),
            ("[1, 2]", "2", true),
            ("[1, 2]", "[3]", false),
            ("[[1, 2]]", "[[2]]", true),
            ("[[1, 2]]", "2", false),
            (r#"{"a": 1, "b": {"c": [1, 2]}}"#, r#"{"b": {"c": [2]}}"#, true),
            (r#"{"a": 1}"#, r#"{"a": 2}"#, false),
            (r#"{"a": 1}"#, r#"{"b": 1}"#, false),
            (r#"{"a": 1}"#, "{}", true),
            ("1", "[1]", false),
        ] {
            assert_eq!(contains(a, b).unwrap(), expected, "{a} @> {b}");
        }
        let has = |value: &str, key: &str| has(&stored(value).unwrap(), key, &mut Steps::default()).unwrap();
        assert!(has(r#"{"a": 1}"#, "a") && has(r#"["a"]"#, "a") && has(r#""a""#, "a"));
        assert!(!has(r#"{"b": 1}"#, "a") && !has("[1]", "1") && !has("1", "1"));
    }

    /// Two values of a few thousand letters ask for millions of steps.
    #[test]
    fn work_within_one_value_ends_with_the_statement() {
        let list = |item: &str, count: usize| format!("[{}]", vec![item; count].join(", "));
        let interrupt = Arc::new(Interrupt::default());
        let zeros_and_a_one = stored(&list("0", 5_000).replace(']', ", 1]")).unwrap();
        let ones = stored(&list("1", 5_000)).unwrap();
        let words = stored(&list("\"a\"", 20_000)).unwrap();
        interrupt.raise();
        interrupt.over(|| {
            assert!(inside(&zeros_and_a_one, &ones, &mut Steps::default()).is_err());
            let mut steps = Steps::default();
            assert!((0..10).any(|_| has(&words, "b", &mut steps).is_err()));
        });
    }
}
