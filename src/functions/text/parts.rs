//! Lengths, substrings and positions.

use super::super::entry::Entry;
use super::super::kernel::Call;
use super::super::rows::{Bytes, I4, Str, build, map1, map2, map3};
use super::{byte_offset, characters, within_limit};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

pub fn entries() -> Vec<Entry> {
    let mut all = vec![
        Entry::kernel("length(text) int4", |call| map1::<Str, i32>(call, |text| Ok(characters(text)))),
        Entry::kernel("length(bpchar) int4", |call| map1::<Str, i32>(call, |text| Ok(characters(text)))),
        Entry::kernel("length(bytea) int4", |call| map1::<Bytes, i32>(call, |bytes| size(bytes.len()))),
        Entry::kernel("char_length(text) int4", |call| map1::<Str, i32>(call, |text| Ok(characters(text)))),
        Entry::kernel("char_length(bpchar) int4", |call| map1::<Str, i32>(call, |text| Ok(characters(text)))),
        Entry::kernel("character_length(text) int4", |call| map1::<Str, i32>(call, |text| Ok(characters(text)))),
        Entry::kernel("character_length(bpchar) int4", |call| map1::<Str, i32>(call, |text| Ok(characters(text)))),
        Entry::kernel("octet_length(text) int4", |call| map1::<Str, i32>(call, |text| size(text.len()))),
        Entry::special("octet_length(bpchar) int4", padded_length),
        Entry::kernel("octet_length(bytea) int4", |call| map1::<Bytes, i32>(call, |bytes| size(bytes.len()))),
        Entry::kernel("bit_length(text) int4", |call| map1::<Str, i32>(call, |text| size(text.len() * 8))),
        Entry::kernel("bit_length(bytea) int4", |call| map1::<Bytes, i32>(call, |bytes| size(bytes.len() * 8))),
        Entry::kernel("position(text, text) int4", strpos),
        Entry::kernel("strpos(text, text) int4", strpos),
        Entry::kernel("position(bytea, bytea) int4", position_bytes),
        Entry::kernel("starts_with(text, text) bool", starts_with),
        Entry::kernel("^@(text, text) bool", starts_with),
        Entry::kernel("split_part(text, text, int4) text", split_part),
        Entry::kernel("ascii(text) int4", |call| {
            map1::<Str, i32>(call, |text| Ok(text.chars().next().map_or(0, |c| u32::from(c).cast_signed())))
        }),
        Entry::kernel("chr(int4) text", |call| map1::<I4, String>(call, chr)),
        Entry::kernel("left(text, int4) text", left),
        Entry::kernel("right(text, int4) text", right),
    ];
    all.extend(substrings());
    all
}

fn substrings() -> Vec<Entry> {
    vec![
        Entry::kernel("substring(text, int4) text", substring_from),
        Entry::kernel("substr(text, int4) text", substring_from),
        Entry::kernel("substring(text, int4, int4) text", substring_for),
        Entry::kernel("substr(text, int4, int4) text", substring_for),
        Entry::kernel("substring(bytea, int4) bytea", bytes_from),
        Entry::kernel("substr(bytea, int4) bytea", bytes_from),
        Entry::kernel("substring(bytea, int4, int4) bytea", bytes_for),
        Entry::kernel("substr(bytea, int4, int4) bytea", bytes_for),
        Entry::kernel("overlay(text, text, int4) text", |call| {
            map3::<Str, Str, I4, String>(call, |text, with, from| overlay(text, with, from, characters(with)))
        }),
        Entry::kernel("overlay(text, text, int4, int4) text", overlay_for),
        Entry::kernel("overlay(bytea, bytea, int4) bytea", overlay_bytes),
        Entry::kernel("overlay(bytea, bytea, int4, int4) bytea", overlay_bytes),
    ]
}

fn size(bytes: usize) -> SqlResult<i32> {
    i32::try_from(bytes).map_err(SqlError::internal)
}

/// The blanks that fill a `char(n)` up count here.
fn padded_length(mut arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let value = arguments.pop().ok_or_else(|| SqlError::internal("octet_length of nothing"))?;
    super::super::scalar("octet_length", vec![super::padded(value, context)], context)
}

fn strpos(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map2::<Str, Str, i32>(call, |text, wanted| {
        Ok(text.find(wanted).map_or(0, |at| characters(text.get(..at).unwrap_or_default()) + 1))
    })
}

fn position_bytes(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map2::<Bytes, Bytes, i32>(call, |bytes, wanted| {
        if wanted.is_empty() {
            return Ok(1);
        }
        size(bytes.windows(wanted.len()).position(|window| window == wanted).map_or(0, |at| at + 1))
    })
}

fn starts_with(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map2::<Str, Str, bool>(call, |text, prefix| Ok(text.starts_with(prefix)))
}

fn split_part(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map3::<Str, Str, I4, String>(call, |text, separator, field| {
        if field == 0 {
            let message = "field position must not be zero";
            return Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message));
        }
        let index = usize::try_from(field.unsigned_abs()).unwrap_or(usize::MAX) - 1;
        if separator.is_empty() || text.is_empty() {
            return Ok(if index == 0 { text.to_owned() } else { String::new() });
        }
        let part = if field > 0 { text.split(separator).nth(index) } else { from_end(text, separator, index) };
        Ok(part.unwrap_or_default().to_owned())
    })
}

/// The parts are those that a reader from the left finds, counted from the right.
fn from_end<'a>(text: &'a str, separator: &str, index: usize) -> Option<&'a str> {
    let parts: Vec<&str> = text.split(separator).collect();
    parts.into_iter().rev().nth(index)
}

fn chr(code: i32) -> SqlResult<String> {
    let refuse = |message: String| Err(SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, message));
    match u32::try_from(code) {
        Ok(0) => refuse("null character not permitted".to_owned()),
        Err(_) => Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, "character number must be positive")),
        Ok(code) => match char::from_u32(code) {
            Some(character) => Ok(character.to_string()),
            None if code > 0x10_ffff => refuse("requested character too large for encoding".to_owned()),
            None => refuse("requested character not valid for encoding".to_owned()),
        },
    }
}

fn left(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, counts) = (call.column::<Str>(0)?, call.column::<I4>(1)?);
    build::<&str>(call.rows, |row| {
        let (Some(text), Some(count)) = (texts.get(row), counts.get(row)) else { return Ok(None) };
        let wanted = if count >= 0 { count } else { characters(text).saturating_add(count) };
        let end = byte_offset(text, usize::try_from(wanted).unwrap_or(0));
        Ok(text.get(..end))
    })
}

fn right(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, counts) = (call.column::<Str>(0)?, call.column::<I4>(1)?);
    build::<&str>(call.rows, |row| {
        let (Some(text), Some(count)) = (texts.get(row), counts.get(row)) else { return Ok(None) };
        // The smallest integer has no positive partner: PostgreSQL's negation leaves it, and nothing is cut off.
        let skipped =
            if count >= 0 { characters(text).saturating_sub(count) } else { count.checked_neg().unwrap_or(0) };
        let start = byte_offset(text, usize::try_from(skipped).unwrap_or(0));
        Ok(text.get(start..))
    })
}

/// The half-open range, from 0, of `count` items from the 1-based `from`.
fn range(from: i32, count: Option<i32>) -> SqlResult<(usize, usize)> {
    let start = i64::from(from) - 1;
    let end = match count {
        Some(count) if count < 0 => {
            return Err(SqlError::new(SqlState::SUBSTRING_ERROR, "negative substring length not allowed"));
        }
        Some(count) => start + i64::from(count),
        None => i64::MAX,
    };
    let clamp = |at: i64| usize::try_from(at.max(0)).unwrap_or(usize::MAX);
    Ok((clamp(start), clamp(end)))
}

fn part(text: &str, (start, end): (usize, usize)) -> &str {
    let from = byte_offset(text, start);
    let rest = text.get(from..).unwrap_or_default();
    rest.get(..byte_offset(rest, end.saturating_sub(start))).unwrap_or_default()
}

fn substring_from(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, starts) = (call.column::<Str>(0)?, call.column::<I4>(1)?);
    build::<&str>(call.rows, |row| match (texts.get(row), starts.get(row)) {
        (Some(text), Some(from)) => Ok(Some(part(text, range(from, None)?))),
        _ => Ok(None),
    })
}

fn substring_for(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, starts, counts) = (call.column::<Str>(0)?, call.column::<I4>(1)?, call.column::<I4>(2)?);
    build::<&str>(call.rows, |row| match (texts.get(row), starts.get(row), counts.get(row)) {
        (Some(text), Some(from), Some(count)) => Ok(Some(part(text, range(from, Some(count))?))),
        _ => Ok(None),
    })
}

fn slice(bytes: &[u8], (start, end): (usize, usize)) -> Vec<u8> {
    bytes.iter().skip(start).take(end.saturating_sub(start)).copied().collect()
}

fn bytes_from(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map2::<Bytes, I4, Vec<u8>>(call, |bytes, from| Ok(slice(bytes, range(from, None)?)))
}

fn bytes_for(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map3::<Bytes, I4, I4, Vec<u8>>(call, |bytes, from, count| Ok(slice(bytes, range(from, Some(count))?)))
}

/// What stays before, and after, the `count` items from the 1-based `from` that are replaced.
fn around(from: i32, count: i32) -> SqlResult<((usize, usize), (usize, usize))> {
    if from <= 0 {
        return Err(SqlError::new(SqlState::SUBSTRING_ERROR, "negative substring length not allowed"));
    }
    let rest = from.checked_add(count).ok_or_else(|| super::super::arithmetic::out_of_range("integer out of range"))?;
    Ok((range(1, Some(from - 1))?, range(rest, None)?))
}

fn overlay(text: &str, with: &str, from: i32, count: i32) -> SqlResult<String> {
    let (before, rest) = around(from, count)?;
    let out = [part(text, before), with, part(text, rest)].concat();
    within_limit(Some(out.len()))?;
    Ok(out)
}

fn overlay_for(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, withs) = (call.column::<Str>(0)?, call.column::<Str>(1)?);
    let (starts, counts) = (call.column::<I4>(2)?, call.column::<I4>(3)?);
    build::<String>(call.rows, |row| match (texts.get(row), withs.get(row), starts.get(row), counts.get(row)) {
        (Some(text), Some(with), Some(from), Some(count)) => overlay(text, with, from, count).map(Some),
        _ => Ok(None),
    })
}

fn overlay_bytes(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (bytes, withs, starts) = (call.column::<Bytes>(0)?, call.column::<Bytes>(1)?, call.column::<I4>(2)?);
    let counts = if call.columns.len() > 3 { Some(call.column::<I4>(3)?) } else { None };
    build::<Vec<u8>>(call.rows, |row| {
        let (Some(bytes), Some(with), Some(from)) = (bytes.get(row), withs.get(row), starts.get(row)) else {
            return Ok(None);
        };
        let count = match &counts {
            Some(counts) => counts.get(row),
            None => Some(size(with.len())?),
        };
        let Some(count) = count else { return Ok(None) };
        let (before, rest) = around(from, count)?;
        let out = [slice(bytes, before).as_slice(), with, slice(bytes, rest).as_slice()].concat();
        within_limit(Some(out.len()))?;
        Ok(Some(out))
    })
}
