//! Case, padding, trimming, replacing, repeating.

use super::super::entry::Entry;
use super::super::kernel::Call;
use super::super::rows::{Bytes, I4, Str, build, map1, map2, map3};
use super::{byte_offset, within_limit};
use crate::error::SqlResult;
use datafusion::arrow::array::ArrayRef;
use std::collections::HashSet;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("lower(text) text", |call| map1::<Str, String>(call, |text| Ok(lower(text)))),
        Entry::kernel("upper(text) text", |call| map1::<Str, String>(call, |text| Ok(upper(text)))),
        Entry::kernel("initcap(text) text", |call| map1::<Str, String>(call, |text| Ok(initcap(text)))),
        Entry::kernel("reverse(text) text", |call| map1::<Str, String>(call, |text| Ok(text.chars().rev().collect()))),
        Entry::kernel("repeat(text, int4) text", repeat),
        Entry::kernel("replace(text, text, text) text", |call| map3::<Str, Str, Str, String>(call, replace)),
        Entry::kernel("translate(text, text, text) text", |call| map3::<Str, Str, Str, String>(call, translate)),
        Entry::kernel("lpad(text, int4) text", |call| {
            map2::<Str, I4, _>(call, |text, width| pad(text, width, " ", true))
        }),
        Entry::kernel("rpad(text, int4) text", |call| {
            map2::<Str, I4, _>(call, |text, width| pad(text, width, " ", false))
        }),
        Entry::kernel("lpad(text, int4, text) text", |call| {
            map3::<Str, I4, Str, _>(call, |text, width, fill| pad(text, width, fill, true))
        }),
        Entry::kernel("rpad(text, int4, text) text", |call| {
            map3::<Str, I4, Str, _>(call, |text, width, fill| pad(text, width, fill, false))
        }),
        Entry::kernel("btrim(text) text", |call| trim(call, true, true)),
        Entry::kernel("ltrim(text) text", |call| trim(call, true, false)),
        Entry::kernel("rtrim(text) text", |call| trim(call, false, true)),
        Entry::kernel("btrim(text, text) text", |call| trim(call, true, true)),
        Entry::kernel("ltrim(text, text) text", |call| trim(call, true, false)),
        Entry::kernel("rtrim(text, text) text", |call| trim(call, false, true)),
        Entry::kernel("btrim(bytea, bytea) bytea", |call| trim_bytes(call, true, true)),
        Entry::kernel("ltrim(bytea, bytea) bytea", |call| trim_bytes(call, true, false)),
        Entry::kernel("rtrim(bytea, bytea) bytea", |call| trim_bytes(call, false, true)),
    ]
}

/// One character for one, as the C library maps them; what has no such partner stays.
fn single(mut mapped: impl Iterator<Item = char>, original: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(only), None) => only,
        _ => original,
    }
}

pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Only `İ` has more than one character here, and `i` is what C makes of it.
    text.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect()
}

pub fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    text.chars().map(|c| single(c.to_uppercase(), c)).collect()
}

fn initcap(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .map(|c| {
            let mapped = if inside { single(c.to_lowercase(), c) } else { single(c.to_uppercase(), c) };
            inside = c.is_alphanumeric();
            mapped
        })
        .collect()
}

fn repeat(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map2::<Str, I4, String>(call, |text, times| {
        let times = usize::try_from(times).unwrap_or(0);
        within_limit(text.len().checked_mul(times))?;
        Ok(text.repeat(times))
    })
}

fn replace(text: &str, from: &str, to: &str) -> SqlResult<String> {
    if from.is_empty() || text.is_empty() {
        return Ok(text.to_owned());
    }
    if to.len() > from.len() {
        let found = text.matches(from).count();
        let growth = found.checked_mul(to.len() - from.len());
        within_limit(growth.and_then(|growth| growth.checked_add(text.len())))?;
    }
    Ok(text.replace(from, to))
}

/// Each character of `from` becomes the one at its place in `to`, or nothing.
fn translate(text: &str, from: &str, to: &str) -> SqlResult<String> {
    let to: Vec<char> = to.chars().collect();
    let mut map = std::collections::HashMap::new();
    for (index, c) in from.chars().enumerate() {
        map.entry(c).or_insert_with(|| to.get(index).copied());
    }
    within_limit(text.len().checked_mul(4))?;
    Ok(text.chars().filter_map(|c| map.get(&c).copied().unwrap_or(Some(c))).collect())
}

fn pad(text: &str, width: i32, fill: &str, before: bool) -> SqlResult<String> {
    let width = usize::try_from(width).unwrap_or(0);
    within_limit(Some(width))?;
    let length = text.chars().count();
    if length >= width {
        return Ok(text.get(..byte_offset(text, width)).unwrap_or_default().to_owned());
    }
    if fill.is_empty() {
        return Ok(text.to_owned());
    }
    within_limit((width - length).checked_mul(4).and_then(|bytes| bytes.checked_add(text.len())))?;
    let padding: String = fill.chars().cycle().take(width - length).collect();
    Ok(if before { padding + text } else { text.to_owned() + &padding })
}

/// A set of so many bytes is looked through as it is.
const FEW: usize = 64;

/// The second argument is a set of characters; without it, blanks.
fn trim(call: &Call<'_>, start: bool, end: bool) -> SqlResult<ArrayRef> {
    let texts = call.column::<Str>(0)?;
    let sets = if call.columns.len() > 1 { Some(call.column::<Str>(1)?) } else { None };
    build::<&str>(call.rows, |row| {
        let set = match &sets {
            Some(sets) => sets.get(row),
            None => Some(" "),
        };
        let (Some(mut text), Some(set)) = (texts.get(row), set) else { return Ok(None) };
        let many: Option<HashSet<char>> = (set.len() > FEW).then(|| set.chars().collect());
        let is_in_set = |c: char| many.as_ref().map_or_else(|| set.contains(c), |many| many.contains(&c));
        if start {
            text = text.trim_start_matches(is_in_set);
        }
        if end {
            text = text.trim_end_matches(is_in_set);
        }
        Ok(Some(text))
    })
}

fn trim_bytes(call: &Call<'_>, start: bool, end: bool) -> SqlResult<ArrayRef> {
    map2::<Bytes, Bytes, Vec<u8>>(call, |mut bytes, set| {
        let set: HashSet<u8> = set.iter().copied().collect();
        while let [first, rest @ ..] = bytes
            && start
            && set.contains(first)
        {
            bytes = rest;
        }
        while let [rest @ .., last] = bytes
            && end
            && set.contains(last)
        {
            bytes = rest;
        }
        Ok(bytes.to_vec())
    })
}
