//! What a JSON value is, and other ways to write it.

use super::super::entry::Entry;
use super::super::kernel::Call;
use super::super::rows::{Str, map1};
use super::raw;
use super::value::{Json, quote};
use crate::error::{SqlError, SqlResult};
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("json_typeof(json) text", type_of),
        Entry::kernel("jsonb_typeof(jsonb) text", type_of),
        Entry::kernel("json_array_length(json) int4", array_length),
        Entry::kernel("jsonb_array_length(jsonb) int4", array_length),
        Entry::kernel("jsonb_pretty(jsonb) text", |call| {
            map1::<Str, String>(call, |text| {
                let mut out = String::new();
                pretty(&super::stored(text)?, 0, &mut out);
                Ok(out)
            })
        }),
        Entry::kernel("jsonb_strip_nulls(jsonb) jsonb", |call| {
            map1::<Str, String>(call, |text| Ok(strip(super::stored(text)?).canonical()))
        }),
        Entry::kernel("json_strip_nulls(json) json", |call| {
            map1::<Str, String>(call, |text| {
                let mut out = String::new();
                compact(&strip(super::stored(text)?), &mut out);
                Ok(out)
            })
        }),
    ]
}

fn type_of(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map1::<Str, &str>(call, |text| {
        Ok(match text.trim_start().as_bytes().first() {
            Some(b'{') => "object",
            Some(b'[') => "array",
            Some(b'"') => "string",
            Some(b't' | b'f') => "boolean",
            Some(b'n') => "null",
            _ => "number",
        })
    })
}

fn array_length(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let refuse = |message| Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message));
    map1::<Str, i32>(call, |text| match text.trim_start().as_bytes().first() {
        Some(b'[') => {
            let mut count = 0_i32;
            raw::each(text, |_, _| count = count.saturating_add(1))?;
            Ok(count)
        }
        Some(b'{') => refuse("cannot get array length of a non-array"),
        _ => refuse("cannot get array length of a scalar"),
    })
}

fn strip(value: Json) -> Json {
    match value {
        Json::Array(items) => Json::Array(items.into_iter().map(strip).collect()),
        Json::Object(members) => Json::Object(
            members
                .into_iter()
                .filter(|(_, value)| *value != Json::Null)
                .map(|(key, value)| (key, strip(value)))
                .collect(),
        ),
        other => other,
    }
}

/// Without any white space.
fn compact(value: &Json, out: &mut String) {
    match value {
        Json::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                compact(item, out);
            }
            out.push(']');
        }
        Json::Object(members) => {
            out.push('{');
            for (index, (key, item)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                quote(key, out);
                out.push(':');
                compact(item, out);
            }
            out.push('}');
        }
        other => other.write(out),
    }
}

/// Four blanks a level; empty ones too are opened and closed on lines of their own.
fn pretty(value: &Json, level: usize, out: &mut String) {
    let line = |level: usize, out: &mut String| {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', level * 4));
    };
    match value {
        Json::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                line(level + 1, out);
                pretty(item, level + 1, out);
            }
            line(level, out);
            out.push(']');
        }
        Json::Object(members) => {
            out.push('{');
            for (index, (key, item)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                line(level + 1, out);
                quote(key, out);
                out.push_str(": ");
                pretty(item, level + 1, out);
            }
            line(level, out);
            out.push('}');
        }
        other => other.write(out),
    }
}
