//! Functions and operators of arrays, which here have one dimension and begin at 1.
//!
//! Comes in: columns of lists. Goes out: lists, numbers, text. Must never: compare elements other than PostgreSQL's `=` of their type does.

use super::cast::write_column;
use super::entry::Entry;
use super::kernel::{Call, Invocation, KernelFn};
use super::key;
use super::rows::{I4, List, Str, build, bytes_of, map1, map2};
use super::text::{too_large, within_limit};
use crate::error::{SqlError, SqlResult};
use crate::interrupt;
use crate::plan::typed::Typed;
use crate::types::{Display, PgType};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, ListArray, ListBuilder, StringViewBuilder, UInt32Array, new_empty_array,
};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::compute::{concat, interleave, take};
use datafusion::arrow::datatypes::{DataType, Field, Int32Type};
use guard::SqlState;
use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

pub fn entries() -> Vec<Entry> {
    let mut all = vec![
        Entry::kernel("||(anycompatiblearray, anycompatible) anycompatiblearray", append).on_null(),
        Entry::kernel("||(anycompatible, anycompatiblearray) anycompatiblearray", prepend).on_null(),
        Entry::kernel("||(anycompatiblearray, anycompatiblearray) anycompatiblearray", cat).on_null(),
        Entry::kernel("array_append(anycompatiblearray, anycompatible) anycompatiblearray", append).on_null(),
        Entry::kernel("array_prepend(anycompatible, anycompatiblearray) anycompatiblearray", prepend).on_null(),
        Entry::kernel("array_cat(anycompatiblearray, anycompatiblearray) anycompatiblearray", cat).on_null(),
        Entry::kernel("@>(anyarray, anyarray) bool", |call| sets(call, |a, b| is_within(b, a))),
        Entry::kernel("<@(anyarray, anyarray) bool", |call| sets(call, is_within)),
        Entry::kernel("&&(anyarray, anyarray) bool", |call| sets(call, overlaps)),
        Entry::kernel("array_remove(anycompatiblearray, anycompatible) anycompatiblearray", remove).on_null(),
        Entry::kernel("array_replace(anycompatiblearray, anycompatible, anycompatible) anycompatiblearray", replace)
            .on_null(),
        Entry::kernel("array_position(anycompatiblearray, anycompatible) int4", position).on_null(),
        Entry::kernel("array_position(anycompatiblearray, anycompatible, int4) int4", position).on_null(),
        Entry::kernel("array_positions(anycompatiblearray, anycompatible) int4[]", positions).on_null(),
        Entry::kernel("trim_array(anyarray, int4) anyarray", trim),
        Entry::kernel("array_fill(anyelement, int4[]) anyarray", fill).on_null(),
        Entry::kernel("array_fill(anyelement, int4[], int4[]) anyarray", fill).on_null(),
        Entry::kernel("width_bucket(anycompatible, anycompatiblearray) int4", bucket),
    ];
    all.extend(measures());
    all
}

fn measures() -> Vec<Entry> {
    vec![
        Entry::kernel("cardinality(anyarray) int4", |call| map1::<List, i32>(call, |list| size(list.len()))),
        Entry::kernel("array_length(anyarray, int4) int4", length),
        Entry::kernel("array_upper(anyarray, int4) int4", length),
        Entry::kernel("array_lower(anyarray, int4) int4", |call| {
            map2::<List, I4, Option<i32>>(call, |list, dimension| Ok((dimension == 1 && !list.is_empty()).then_some(1)))
        }),
        Entry::kernel("array_ndims(anyarray) int4", |call| {
            map1::<List, Option<i32>>(call, |list| Ok((!list.is_empty()).then_some(1)))
        }),
        Entry::kernel("array_dims(anyarray) text", |call| {
            map1::<List, Option<String>>(call, |list| Ok((!list.is_empty()).then(|| format!("[1:{}]", list.len()))))
        }),
        Entry::kernel("array_to_string(anyarray, text) text", to_string).stable().on_null(),
        Entry::kernel("array_to_string(anyarray, text, text) text", to_string).stable().on_null(),
        Entry::kernel("string_to_array(text, text) text[]", from_string).on_null(),
        Entry::kernel("string_to_array(text, text, text) text[]", from_string).on_null(),
    ]
}

fn size(length: usize) -> SqlResult<i32> {
    i32::try_from(length).map_err(SqlError::internal)
}

fn length(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map2::<List, I4, Option<i32>>(call, |list, dimension| {
        if dimension == 1 && !list.is_empty() { size(list.len()).map(Some) } else { Ok(None) }
    })
}

/// A column of arrays built of one array of elements per row.
fn lists(call: &Call<'_>, rows: Vec<Option<ArrayRef>>) -> SqlResult<ArrayRef> {
    let element = call.result.element().ok_or_else(|| SqlError::internal("an array's type is none"))?;
    let lengths = rows.iter().map(|row| row.as_ref().map_or(0, |row| row.len()));
    let offsets = OffsetBuffer::from_lengths(lengths);
    let nulls: NullBuffer = rows.iter().map(Option::is_some).collect();
    let parts: Vec<&dyn Array> = rows.iter().flatten().map(|row| row.as_ref()).filter(|row| !row.is_empty()).collect();
    interrupt::making(parts.iter().map(|part| bytes_of(*part)).sum())?;
    let values = if parts.is_empty() { new_empty_array(&element.arrow()) } else { concat(&parts)? };
    let field = Arc::new(Field::new_list_field(element.arrow(), true));
    Ok(Arc::new(ListArray::try_new(field, offsets, values, Some(nulls))?))
}

/// One row of any column, as an array of one.
fn single(call: &Call<'_>, index: usize, row: usize) -> SqlResult<ArrayRef> {
    let array = call.columns.get(index).ok_or_else(|| SqlError::internal("an argument is missing"))?;
    Ok(array.slice(if array.len() == 1 { 0 } else { row }, 1))
}

fn joined(parts: &[ArrayRef]) -> SqlResult<ArrayRef> {
    let parts: Vec<&dyn Array> = parts.iter().map(|part| part.as_ref()).collect();
    let bytes = within_limit(Some(parts.iter().map(|part| bytes_of(*part)).sum()))?;
    interrupt::making(bytes)?;
    Ok(concat(&parts)?)
}

fn append(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let arrays = call.column::<List>(0)?;
    let rows = (0..call.rows).map(|row| {
        let item = single(call, 1, row)?;
        Ok(Some(match arrays.get(row) {
            Some(list) => joined(&[list, item])?,
            None => item,
        }))
    });
    lists(call, rows.collect::<SqlResult<_>>()?)
}

fn prepend(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let arrays = call.column::<List>(1)?;
    let rows = (0..call.rows).map(|row| {
        let item = single(call, 0, row)?;
        Ok(Some(match arrays.get(row) {
            Some(list) => joined(&[item, list])?,
            None => item,
        }))
    });
    lists(call, rows.collect::<SqlResult<_>>()?)
}

fn cat(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (left, right) = (call.column::<List>(0)?, call.column::<List>(1)?);
    let rows = (0..call.rows).map(|row| {
        Ok(match (left.get(row), right.get(row)) {
            (Some(a), Some(b)) => Some(joined(&[a, b])?),
            (one, other) => one.or(other),
        })
    });
    lists(call, rows.collect::<SqlResult<_>>()?)
}

/// What to compare each element by; `None` for NULL.
fn keys(list: &ArrayRef, element: &PgType) -> SqlResult<Vec<Option<Vec<u8>>>> {
    (0..list.len())
        .map(|index| {
            if list.is_null(index) {
                return Ok(None);
            }
            let mut out = Vec::new();
            key::append(list.as_ref(), index, element, &mut out)?;
            Ok(Some(out))
        })
        .collect()
}

type Keys = [Option<Vec<u8>>];

/// Whether each key is in the other array, too. NULL equals nothing.
fn is_within(keys: &Keys, other: &Keys) -> bool {
    let other: HashSet<&Vec<u8>> = other.iter().flatten().collect();
    keys.iter().all(|key| key.as_ref().is_some_and(|key| other.contains(key)))
}

fn overlaps(keys: &Keys, other: &Keys) -> bool {
    let other: HashSet<&Vec<u8>> = other.iter().flatten().collect();
    keys.iter().flatten().any(|key| other.contains(key))
}

fn element_of(call: &Call<'_>) -> SqlResult<PgType> {
    let element = call.types.first().and_then(PgType::element).ok_or_else(|| SqlError::internal("not an array"))?;
    key::require_order(&element)?;
    Ok(element)
}

fn sets(call: &Call<'_>, test: fn(&Keys, &Keys) -> bool) -> SqlResult<ArrayRef> {
    let element = element_of(call)?;
    map2::<List, List, bool>(call, |a, b| Ok(test(&keys(&a, &element)?, &keys(&b, &element)?)))
}

/// `value op ANY (array)` and `value op ALL (array)`: both sides of one type. `None` for an operator that does not compare.
pub fn quantified(symbol: &str, any: bool, value: Typed, array: Typed) -> Option<Typed> {
    use Ordering::{Equal, Greater, Less};
    let kernel: KernelFn = match (symbol, any) {
        ("=", true) => |call| each_element(call, true, |order| order == Equal),
        ("=", false) => |call| each_element(call, false, |order| order == Equal),
        ("<>", true) => |call| each_element(call, true, |order| order != Equal),
        ("<>", false) => |call| each_element(call, false, |order| order != Equal),
        ("<", true) => |call| each_element(call, true, |order| order == Less),
        ("<", false) => |call| each_element(call, false, |order| order == Less),
        ("<=", true) => |call| each_element(call, true, |order| order != Greater),
        ("<=", false) => |call| each_element(call, false, |order| order != Greater),
        (">", true) => |call| each_element(call, true, |order| order == Greater),
        (">", false) => |call| each_element(call, false, |order| order == Greater),
        (">=", true) => |call| each_element(call, true, |order| order != Less),
        (">=", false) => |call| each_element(call, false, |order| order != Less),
        _ => return None,
    };
    let name = format!("{symbol} {}(any, any) bool", if any { "ANY" } else { "ALL" });
    let invocation = Invocation { strict: false, ..Invocation::new(name, kernel, PgType::Bool) };
    Some(invocation.with(vec![value, array], Display::default().into()))
}

/// A NULL leaves the answer open, unless an element decides it; without elements there is nothing to decide.
fn each_element(call: &Call<'_>, any: bool, test: fn(Ordering) -> bool) -> SqlResult<ArrayRef> {
    let element = call.types.get(1).and_then(PgType::element).ok_or_else(|| SqlError::internal("not an array"))?;
    let arrays = call.column::<List>(1)?;
    let value = |row| Ok::<_, SqlError>(keys(&single(call, 0, row)?, &element)?.pop().flatten());
    if let Some(array) = arrays.constant() {
        let wanted = Wanted::new(keys(&array, &element)?, any, test);
        return build(call.rows, |row| Ok(wanted.answer(value(row)?)));
    }
    build(call.rows, |row| {
        let Some(array) = arrays.get(row) else { return Ok(None) };
        Ok(decided(value(row)?.as_ref(), keys(&array, &element)?.iter(), any, test))
    })
}

fn decided<'a>(
    value: Option<&Vec<u8>>,
    items: impl Iterator<Item = &'a Option<Vec<u8>>>,
    any: bool,
    test: fn(Ordering) -> bool,
) -> Option<bool> {
    let mut unknown = false;
    for item in items {
        match (value, item) {
            (Some(value), Some(item)) if test(value.cmp(item)) == any => return Some(any),
            (Some(_), Some(_)) => {}
            _ => unknown = true,
        }
    }
    (!unknown).then_some(!any)
}

/// The elements of an array that is the same for all rows.
struct Wanted {
    items: Vec<Option<Vec<u8>>>,
    /// Where an equal element decides, and no other does: the elements to look a value up in, and whether one of them is NULL.
    set: Option<(HashSet<Vec<u8>>, bool)>,
    any: bool,
    test: fn(Ordering) -> bool,
}

impl Wanted {
    fn new(items: Vec<Option<Vec<u8>>>, any: bool, test: fn(Ordering) -> bool) -> Self {
        let decides = |order| test(order) == any;
        let is_set = decides(Ordering::Equal) && !decides(Ordering::Less) && !decides(Ordering::Greater);
        let set = is_set.then(|| (items.iter().flatten().cloned().collect(), items.iter().any(Option::is_none)));
        Self { items, set, any, test }
    }

    fn answer(&self, value: Option<Vec<u8>>) -> Option<bool> {
        match (&self.set, &value) {
            (Some((set, _)), Some(value)) if set.contains(value) => Some(self.any),
            (Some((_, null)), Some(_)) => (!null).then_some(!self.any),
            _ => decided(value.as_ref(), self.items.iter(), self.any, self.test),
        }
    }
}

/// What a search goes through: the elements, their keys, and the key that is wanted.
type Search = (ArrayRef, Vec<Option<Vec<u8>>>, Option<Vec<u8>>);

/// Rows of an array argument, the keys of its elements, and the key of the element that argument `index` gives.
fn search(call: &Call<'_>, row: usize) -> SqlResult<Option<Search>> {
    let element = element_of(call)?;
    let Some(list) = call.column::<List>(0)?.get(row) else { return Ok(None) };
    let wanted = keys(&single(call, 1, row)?, &element)?.pop().flatten();
    let keys = keys(&list, &element)?;
    Ok(Some((list, keys, wanted)))
}

/// Here NULL equals NULL.
fn remove(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let rows = (0..call.rows).map(|row| {
        let Some((list, keys, wanted)) = search(call, row)? else { return Ok(None) };
        let picks: Vec<(usize, usize)> =
            keys.iter().enumerate().filter(|(_, key)| **key != wanted).map(|(at, _)| (0, at)).collect();
        Ok(Some(interleave(&[list.as_ref()], &picks)?))
    });
    lists(call, rows.collect::<SqlResult<_>>()?)
}

fn replace(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let rows = (0..call.rows).map(|row| {
        let Some((list, keys, wanted)) = search(call, row)? else { return Ok(None) };
        let with = single(call, 2, row)?;
        let picks: Vec<(usize, usize)> =
            keys.iter().enumerate().map(|(at, key)| if *key == wanted { (1, 0) } else { (0, at) }).collect();
        Ok(Some(interleave(&[list.as_ref(), with.as_ref()], &picks)?))
    });
    lists(call, rows.collect::<SqlResult<_>>()?)
}

fn position(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let starts = if call.columns.len() > 2 { Some(call.column::<I4>(2)?) } else { None };
    build::<i32>(call.rows, |row| {
        let Some((_, keys, wanted)) = search(call, row)? else { return Ok(None) };
        // What can't be found is NULL, wherever the search would begin.
        if keys.is_empty() || (wanted.is_none() && keys.iter().all(Option::is_some)) {
            return Ok(None);
        }
        let start = match &starts {
            Some(starts) => starts
                .get(row)
                .ok_or_else(|| SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "initial position must not be null"))?,
            None => 1,
        };
        let skipped = usize::try_from(start.saturating_sub(1)).unwrap_or(0);
        let found = keys.iter().enumerate().skip(skipped).find(|(_, key)| **key == wanted);
        found.map(|(at, _)| size(at + 1)).transpose()
    })
}

fn positions(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let rows = (0..call.rows).map(|row| {
        let Some((_, keys, wanted)) = search(call, row)? else { return Ok(None) };
        let found = keys.iter().enumerate().filter(|(_, key)| **key == wanted).map(|(at, _)| size(at + 1));
        let found = found.collect::<SqlResult<Vec<i32>>>()?;
        Ok(Some(Arc::new(datafusion::arrow::array::Int32Array::from(found)) as ArrayRef))
    });
    lists(call, rows.collect::<SqlResult<_>>()?)
}

fn trim(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (arrays, counts) = (call.column::<List>(0)?, call.column::<I4>(1)?);
    let rows = (0..call.rows).map(|row| {
        let (Some(list), Some(count)) = (arrays.get(row), counts.get(row)) else { return Ok(None) };
        let kept = usize::try_from(count).ok().and_then(|count| list.len().checked_sub(count));
        let kept = kept.ok_or_else(|| {
            let message = format!("number of elements to trim must be between 0 and {}", list.len());
            SqlError::new(SqlState::ARRAY_SUBSCRIPT_ERROR, message)
        })?;
        Ok(Some(list.slice(0, kept)))
    });
    lists(call, rows.collect::<SqlResult<_>>()?)
}

/// The number that an array of dimensions or bounds has, of which there can be one.
fn only(list: &ArrayRef) -> SqlResult<Option<i32>> {
    let numbers = list.as_primitive_opt::<Int32Type>().ok_or_else(|| SqlError::internal("not an array of integers"))?;
    match numbers.len() {
        0 => Ok(None),
        1 if numbers.null_count() == 0 => Ok(numbers.iter().next().flatten()),
        1 => Err(SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "dimension values cannot be null")),
        _ => Err(SqlError::unsupported("arrays of several dimensions are not supported")),
    }
}

/// Arrays begin at 1 here.
fn fill(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let sizes = call.column::<List>(1)?;
    let bounds = if call.columns.len() > 2 { Some(call.column::<List>(2)?) } else { None };
    let null = || SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "dimension array or low bound array cannot be null");
    let rows = (0..call.rows).map(|row| {
        let size = only(&sizes.get(row).ok_or_else(null)?)?;
        let bound = match &bounds {
            Some(bounds) => only(&bounds.get(row).ok_or_else(null)?)?,
            None => size.map(|_| 1),
        };
        if size.is_some() != bound.is_some() {
            let message = "wrong number of array subscripts";
            return Err(SqlError::new(SqlState::ARRAY_SUBSCRIPT_ERROR, message)
                .detail("Low bound array has different size than dimensions array."));
        }
        if bound.is_some_and(|bound| bound != 1) {
            return Err(SqlError::unsupported("arrays that begin at another number than 1 are not supported"));
        }
        let item = single(call, 0, row)?;
        let length = usize::try_from(size.unwrap_or(0)).map_err(|_| too_large())?;
        interrupt::making(within_limit(length.checked_mul(bytes_of(&item).max(8)))?)?;
        let places = UInt32Array::from(vec![0; length]);
        Ok(Some(take(&item, &places, None)?))
    });
    lists(call, rows.collect::<SqlResult<_>>()?)
}

/// How many of the ascending thresholds are not above the value.
fn bucket(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let element = call.types.first().ok_or_else(|| SqlError::internal("an argument is missing"))?;
    key::require_order(element)?;
    let thresholds = call.column::<List>(1)?;
    build::<i32>(call.rows, |row| {
        let Some(list) = thresholds.get(row) else { return Ok(None) };
        let Some(Some(value)) = keys(&single(call, 0, row)?, element)?.pop() else { return Ok(None) };
        let bounds: Option<Vec<Vec<u8>>> = keys(&list, element)?.into_iter().collect();
        let bounds = bounds.ok_or_else(|| {
            SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "thresholds array must not contain NULLs")
        })?;
        size(bounds.partition_point(|bound| *bound <= value)).map(Some)
    })
}

fn to_string(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let element = call.types.first().and_then(PgType::element).ok_or_else(|| SqlError::internal("not an array"))?;
    let (arrays, separators) = (call.column::<List>(0)?, call.column::<Str>(1)?);
    let nulls = if call.columns.len() > 2 { Some(call.column::<Str>(2)?) } else { None };
    build::<String>(call.rows, |row| {
        let (Some(list), Some(separator)) = (arrays.get(row), separators.get(row)) else { return Ok(None) };
        let null = nulls.as_ref().and_then(|nulls| nulls.get(row));
        let written = write_column(list.as_ref(), &element, call.display)?;
        let mut out = String::new();
        let mut first = true;
        for text in written.as_string_view() {
            let Some(text) = text.or(null) else { continue };
            within_limit(out.len().checked_add(text.len() + separator.len()))?;
            if !first {
                out.push_str(separator);
            }
            first = false;
            out.push_str(text);
        }
        Ok(Some(out))
    })
}

/// Without a separator each character is an element.
fn from_string(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, separators) = (call.column::<Str>(0)?, call.column::<Str>(1)?);
    let nulls = if call.columns.len() > 2 { Some(call.column::<Str>(2)?) } else { None };
    let field = Arc::new(Field::new_list_field(DataType::Utf8View, true));
    let mut out = ListBuilder::new(StringViewBuilder::new()).with_field(field);
    for row in 0..call.rows {
        let Some(text) = texts.get(row) else {
            out.append_null();
            continue;
        };
        let null = nulls.as_ref().and_then(|nulls| nulls.get(row));
        let value = |part: &str| (Some(part) != null).then(|| part.to_owned());
        // A view of sixteen bytes for each part, and the long parts' letters.
        let most = text.len() / separators.get(row).map_or(1, |separator| separator.len().max(1)) + 1;
        interrupt::making(text.len() + 16 * most)?;
        match separators.get(row) {
            _ if text.is_empty() => out.append_value(std::iter::empty::<Option<&str>>()),
            None => out.append_value(text.chars().map(|c| value(c.encode_utf8(&mut [0; 4])))),
            Some("") => out.append_value([value(text)]),
            Some(separator) => out.append_value(text.split(separator).map(value)),
        }
    }
    Ok(Arc::new(out.finish()))
}
