//! What is made of a group's rows once they are sorted: arrays, strings, JSON, percentiles, the most frequent value, or another aggregate over distinct rows.

use super::fold::{Fold, Rows};
use super::gather::{Finish, comparable_rows, list, too_large};
use crate::error::SqlError;
use crate::functions::json::value::quote;
use crate::interrupt;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, BinaryBuilder, StringViewBuilder, UInt32Array};
use datafusion::arrow::compute::take;
use datafusion::common::Result;
use guard::SqlState;
use std::sync::Arc;

/// The largest value that an aggregate may make, in bytes.
pub(super) const CELL_LIMIT: usize = 64 << 20;

/// A fold over the rows that are left.
#[derive(Debug)]
pub(super) struct Inner<F: Fold>(pub(super) F);

impl<F: Fold> Finish for Inner<F> {
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let mut states = vec![F::State::default(); offsets.len().saturating_sub(1)];
        let groups: Vec<usize> =
            spans(offsets).enumerate().flat_map(|(group, rows)| rows.map(move |_| group)).collect();
        self.0.update(&mut states, columns, &Rows::grouped(&groups, None))?;
        self.0.result(&states)
    }
}

/// Each group's rows.
pub(super) fn spans(offsets: &[usize]) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    offsets.windows(2).map(|pair| match pair {
        [start, end] => *start..*end,
        _ => 0..0,
    })
}

/// `array_agg`
#[derive(Debug)]
pub(super) struct ArrayAgg;

impl Finish for ArrayAgg {
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let [values, ..] = columns else { return datafusion::common::internal_err!("array_agg without an argument") };
        list(Arc::clone(values), offsets, true)
    }
}

/// `count(DISTINCT …)`
#[derive(Debug)]
pub(super) struct CountRows;

impl Finish for CountRows {
    fn finish(&self, _columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let counts = spans(offsets).map(|rows| i64::try_from(rows.len()).unwrap_or(i64::MAX));
        Ok(Arc::new(datafusion::arrow::array::Int64Array::from_iter_values(counts)))
    }
}

/// `string_agg` of text; each value but the first is preceded by its own row's delimiter.
#[derive(Debug)]
pub(super) struct StringAgg;

impl Finish for StringAgg {
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let [values, delimiters, ..] = columns else {
            return datafusion::common::internal_err!("string_agg takes two arguments");
        };
        let (values, delimiters) = (values.as_string_view(), delimiters.as_string_view());
        let mut results = StringViewBuilder::with_capacity(offsets.len());
        for rows in spans(offsets) {
            if rows.is_empty() {
                results.append_null();
                continue;
            }
            let mut text = String::new();
            for (number, row) in rows.enumerate() {
                if number > 0 && delimiters.is_valid(row) {
                    text.push_str(delimiters.value(row));
                }
                text.push_str(values.value(row));
                if text.len() > CELL_LIMIT {
                    return Err(too_large("string_agg result"));
                }
            }
            made(text.len())?;
            results.append_value(text);
        }
        Ok(Arc::new(results.finish()))
    }
}

/// Another value of the result, of so many bytes.
fn made(bytes: usize) -> Result<()> {
    interrupt::making(bytes).map_err(SqlError::into_datafusion)
}

/// `string_agg` of bytea.
#[derive(Debug)]
pub(super) struct BytesAgg;

impl Finish for BytesAgg {
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let [values, delimiters, ..] = columns else {
            return datafusion::common::internal_err!("string_agg takes two arguments");
        };
        let (values, delimiters) = (values.as_binary::<i32>(), delimiters.as_binary::<i32>());
        let mut results = BinaryBuilder::with_capacity(offsets.len(), 0);
        for rows in spans(offsets) {
            if rows.is_empty() {
                results.append_null();
                continue;
            }
            let mut bytes = Vec::new();
            for (number, row) in rows.enumerate() {
                if number > 0 && delimiters.is_valid(row) {
                    bytes.extend_from_slice(delimiters.value(row));
                }
                bytes.extend_from_slice(values.value(row));
                if bytes.len() > CELL_LIMIT {
                    return Err(too_large("string_agg result"));
                }
            }
            made(bytes.len())?;
            results.append_value(bytes);
        }
        Ok(Arc::new(results.finish()))
    }
}

/// `json_agg` and `jsonb_agg` of values that are JSON text already; NULL is `null`.
#[derive(Debug)]
pub(super) struct JsonAgg {
    /// json_agg puts each array or record on a line of its own.
    pub(super) lines: bool,
}

impl Finish for JsonAgg {
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let [values, ..] = columns else { return datafusion::common::internal_err!("json_agg without an argument") };
        let values = values.as_string_view();
        let mut results = StringViewBuilder::with_capacity(offsets.len());
        for rows in spans(offsets) {
            if rows.is_empty() {
                results.append_null();
                continue;
            }
            let mut text = String::from("[");
            for (number, row) in rows.enumerate() {
                if number > 0 {
                    text.push_str(if self.lines && values.is_valid(row) { ", \n " } else { ", " });
                }
                text.push_str(if values.is_valid(row) { values.value(row) } else { "null" });
                if text.len() > CELL_LIMIT {
                    return Err(too_large("JSON value"));
                }
            }
            text.push(']');
            made(text.len())?;
            results.append_value(text);
        }
        Ok(Arc::new(results.finish()))
    }
}

/// `json_object_agg` and `jsonb_object_agg`; keys are text, values are JSON text.
#[derive(Debug)]
pub(super) struct JsonObjectAgg {
    /// jsonb keeps one value for a key, the last, and its keys by length and then bytes.
    pub(super) binary: bool,
}

impl Finish for JsonObjectAgg {
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let [keys, values, ..] = columns else {
            return datafusion::common::internal_err!("json_object_agg takes two arguments");
        };
        let (keys, values) = (keys.as_string_view(), values.as_string_view());
        let mut results = StringViewBuilder::with_capacity(offsets.len());
        for rows in spans(offsets) {
            if rows.is_empty() {
                results.append_null();
                continue;
            }
            if rows.clone().any(|row| keys.is_null(row)) {
                let message = "field name must not be null";
                return Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message).into_datafusion());
            }
            let value = |row: usize| if values.is_valid(row) { values.value(row) } else { "null" };
            let members: Vec<(&str, &str)> = rows.map(|row| (keys.value(row), value(row))).collect();
            let text = if self.binary { sorted_object(members)? } else { object(&members)? };
            made(text.len())?;
            results.append_value(text);
        }
        Ok(Arc::new(results.finish()))
    }
}

fn object(members: &[(&str, &str)]) -> Result<String> {
    let mut text = String::from("{ ");
    for (number, (key, value)) in members.iter().enumerate() {
        if number > 0 {
            text.push_str(", ");
        }
        quote(key, &mut text);
        text.push_str(" : ");
        text.push_str(value);
        if text.len() > CELL_LIMIT {
            return Err(too_large("JSON value"));
        }
    }
    text.push_str(" }");
    Ok(text)
}

fn sorted_object(members: Vec<(&str, &str)>) -> Result<String> {
    let latest: std::collections::BTreeMap<(usize, &str), &str> =
        members.into_iter().map(|(key, value)| ((key.len(), key), value)).collect();
    let mut text = String::from("{");
    for (number, ((_, key), value)) in latest.iter().enumerate() {
        if number > 0 {
            text.push_str(", ");
        }
        quote(key, &mut text);
        text.push_str(": ");
        text.push_str(value);
        if text.len() > CELL_LIMIT {
            return Err(too_large("JSON value"));
        }
    }
    text.push('}');
    Ok(text)
}

/// The first row's value: `any_value`, and min and max of types without a faster way, sorted.
#[derive(Debug)]
pub(super) struct First;

impl Finish for First {
    const FIRST: bool = true;

    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let [values, ..] = columns else { return datafusion::common::internal_err!("no argument") };
        pick(values, spans(offsets).map(|rows| (!rows.is_empty()).then_some(rows.start)))
    }
}

/// These rows of a column; `None` is NULL.
pub(super) fn pick(values: &ArrayRef, rows: impl Iterator<Item = Option<usize>>) -> Result<ArrayRef> {
    let rows: UInt32Array = rows.map(|row| row.and_then(|row| u32::try_from(row).ok())).collect();
    Ok(take(values, &rows, None)?)
}

/// `mode() WITHIN GROUP (ORDER BY …)`: the arguments are the value and its sort key; the rows are sorted by it.
#[derive(Debug)]
pub(super) struct Mode;

impl Finish for Mode {
    fn finish(&self, columns: &[ArrayRef], offsets: &[usize]) -> Result<ArrayRef> {
        let [values, key, ..] = columns else { return datafusion::common::internal_err!("mode takes a sort key") };
        let keys = comparable_rows(key)?;
        let most_frequent = |rows: std::ops::Range<usize>| {
            let mut best: Option<(usize, usize)> = None;
            let mut start = rows.start;
            for row in rows.clone() {
                if keys.row(row) != keys.row(start) {
                    start = row;
                }
                let length = row - start + 1;
                if best.is_none_or(|(_, longest)| length > longest) {
                    best = Some((start, length));
                }
            }
            best.map(|(row, _)| row)
        };
        pick(values, spans(offsets).map(most_frequent))
    }
}
