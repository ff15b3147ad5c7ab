//! The elements of JSON values, and several arrays side by side.
//!
//! Comes in: JSON text, which is valid because its type's input says so. Goes out: its parts, as written. Must never: change a number or a string on the way.

use super::{LIMIT, list_array, lists, made, too_many};
use crate::error::{SqlError, SqlResult};
use crate::functions::SetReturning;
use crate::functions::entry::Entry;
use crate::functions::kernel::{Call, Invocation, KernelFn};
use crate::functions::rows::{List, Str};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::{Array, ArrayRef, StringViewBuilder, StructArray, UInt32Array, new_null_array};
use datafusion::arrow::compute::{concat, take};
use datafusion::arrow::datatypes::{DataType, Fields};
use guard::SqlState;
use std::sync::Arc;

type Rows = SqlResult<ArrayRef>;

pub(super) fn entries() -> Vec<Entry> {
    vec![
        Entry::set_returning("json_array_elements(json) json", |a, c| {
            made("json_array_elements(json)", array_elements, PgType::Json, a, c).map(value_column)
        }),
        Entry::set_returning("jsonb_array_elements(jsonb) jsonb", |a, c| {
            made("jsonb_array_elements(jsonb)", array_elements, PgType::Jsonb, a, c).map(value_column)
        }),
        Entry::set_returning("json_array_elements_text(json) text", |a, c| {
            made("json_array_elements_text(json)", array_texts, PgType::Text, a, c).map(value_column)
        }),
        Entry::set_returning("jsonb_array_elements_text(jsonb) text", |a, c| {
            made("jsonb_array_elements_text(jsonb)", array_texts, PgType::Text, a, c).map(value_column)
        }),
        Entry::set_returning("json_object_keys(json) text", |a, c| {
            made("json_object_keys(json)", object_keys, PgType::Text, a, c)
        }),
        Entry::set_returning("jsonb_object_keys(jsonb) text", |a, c| {
            made("jsonb_object_keys(jsonb)", object_keys, PgType::Text, a, c)
        }),
        Entry::set_returning("json_to_record(json) record", |a, c| {
            documents("json_to_record(json)", PgType::Json, a, c)
        }),
        Entry::set_returning("jsonb_to_record(jsonb) record", |a, c| {
            documents("jsonb_to_record(jsonb)", PgType::Jsonb, a, c)
        }),
        Entry::set_returning("json_to_recordset(json) record", |a, c| {
            documents("json_to_recordset(json)", PgType::Json, a, c)
        }),
        Entry::set_returning("jsonb_to_recordset(jsonb) record", |a, c| {
            documents("jsonb_to_recordset(jsonb)", PgType::Jsonb, a, c)
        }),
        Entry::set_returning("json_each(json) record", |a, c| each("json_each(json)", PgType::Json, a, c)),
        Entry::set_returning("jsonb_each(jsonb) record", |a, c| each("jsonb_each(jsonb)", PgType::Jsonb, a, c)),
        Entry::set_returning("json_each_text(json) record", |a, c| each("json_each_text(json)", PgType::Text, a, c)),
        Entry::set_returning("jsonb_each_text(jsonb) record", |a, c| {
            each("jsonb_each_text(jsonb)", PgType::Text, a, c)
        }),
    ]
}

/// Their column is called `value`, as their OUT parameter is.
fn value_column(mut set: SetReturning) -> SetReturning {
    if let Some((name, _)) = set.columns.first_mut() {
        "value".clone_into(name);
    }
    set
}

fn each(
    signature: &'static str,
    value: PgType,
    arguments: Vec<Typed>,
    context: &BindContext,
) -> SqlResult<SetReturning> {
    let columns = vec![("key".to_owned(), PgType::Text), ("value".to_owned(), value)];
    let record = PgType::Record(columns.clone().into());
    let call = Invocation::new(signature, pairs, PgType::Array(Box::new(record)));
    Ok(SetReturning { list: call.call(arguments, context), columns })
}

/// The documents that records are made of, by whoever knows their columns: `json_to_record` gives one always.
fn documents(
    signature: &'static str,
    document: PgType,
    arguments: Vec<Typed>,
    context: &BindContext,
) -> SqlResult<SetReturning> {
    let columns = vec![("value".to_owned(), document.clone())];
    let kernel: KernelFn = if signature.contains("recordset") { many_documents } else { one_document };
    let call = Invocation { strict: false, ..Invocation::new(signature, kernel, PgType::Array(Box::new(document))) };
    Ok(SetReturning { list: call.call(arguments, context), columns })
}

/// The elements of a JSON array as texts, to be made an array of.
pub fn flat_texts(document: Typed, context: &BindContext) -> Typed {
    let texts = PgType::Array(Box::new(PgType::Text));
    Invocation::new("json_flat_texts(any) text[]", flat, texts).call(vec![document], context)
}

fn flat(call: &Call<'_>) -> Rows {
    let values = call.column::<Str>(0)?;
    lists::<Option<String>>(call, |row, sink| match values.get(row) {
        Some(text) => elements_of(text)?.into_iter().try_for_each(|element| match element.starts_with('[') {
            true => Err(SqlError::unsupported("arrays of more than one dimension are not supported")),
            false => sink(text_of(element)?),
        }),
        None => Ok(()),
    })
}

/// What a text that is JSON holds, if it is no object.
fn no_object(text: &str) -> Option<&'static str> {
    match text.trim_start().as_bytes().first() {
        Some(b'{') => None,
        Some(b'[') => Some("an array"),
        _ => Some("a scalar"),
    }
}

fn one_document(call: &Call<'_>) -> Rows {
    let values = call.column::<Str>(0)?;
    let function = function(call, "to_record");
    lists::<Option<&str>>(call, |row, sink| {
        let document = values.get(row);
        match document.and_then(no_object) {
            Some(what) => Err(wrong(format!("cannot call {function} on {what}"))),
            None => sink(document),
        }
    })
}

fn many_documents(call: &Call<'_>) -> Rows {
    let values = call.column::<Str>(0)?;
    let function = function(call, "to_recordset");
    lists::<&str>(call, |row, sink| {
        let Some(text) = values.get(row) else { return Ok(()) };
        if no_object(text) != Some("an array") {
            return Err(wrong(format!("cannot call {function} on a non-array")));
        }
        for document in elements_of(text)? {
            if no_object(document).is_some() {
                return Err(wrong(format!("argument of {function} must be an array of objects")));
            }
            sink(document)?;
        }
        Ok(())
    })
}

fn wrong(message: String) -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message)
}

fn elements_of(text: &str) -> SqlResult<Vec<&str>> {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return Ok(parts(inner));
    }
    let what = if text.starts_with('{') { "an object" } else { "a scalar" };
    Err(wrong(format!("cannot extract elements from {what}")))
}

/// The members of an object, keys unescaped.
fn members_of<'a>(text: &'a str, function: &str) -> SqlResult<Vec<(String, &'a str)>> {
    let text = text.trim();
    let Some(inner) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
        if function.contains("object_keys") {
            let what = if text.starts_with('[') { "an array" } else { "a scalar" };
            return Err(wrong(format!("cannot call {function} on {what}")));
        }
        let what = match (function.starts_with("jsonb"), text.starts_with('[')) {
            (true, _) => return Err(wrong(format!("cannot call {function} on a non-object"))),
            (false, true) => "an array as an object",
            (false, false) => "a scalar",
        };
        return Err(wrong(format!("cannot deconstruct {what}")));
    };
    let member = |part: &'a str| {
        let end = string_end(part);
        let (key, rest) = (part.get(..end)?, part.get(end..)?);
        Some((unescape(key)?, rest.trim_start().strip_prefix(':')?.trim()))
    };
    parts(inner)
        .into_iter()
        .map(|part| member(part).ok_or_else(|| SqlError::internal("JSON that does not read")))
        .collect()
}

/// Where the string that the text begins with ends.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The parts between the commas of the outermost level, trimmed.
fn parts(inner: &str) -> Vec<&str> {
    let (mut found, mut depth, mut quoted, mut escaped, mut start) = (Vec::new(), 0usize, false, false, 0);
    for (at, byte) in inner.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                found.extend(inner.get(start..at).map(str::trim));
                start = at + 1;
            }
            _ => {}
        }
    }
    let last = inner.get(start..).unwrap_or_default().trim();
    if !last.is_empty() {
        found.push(last);
    }
    found
}

fn unescape(quoted: &str) -> Option<String> {
    serde_json::from_str(quoted).ok()
}

/// A value as text: a string without its quotes, `null` as NULL, all else as written.
fn text_of(value: &str) -> SqlResult<Option<String>> {
    match value.as_bytes().first() {
        Some(b'"') => unescape(value).map(Some).ok_or_else(|| SqlError::internal("JSON that does not read")),
        _ if value == "null" => Ok(None),
        _ => Ok(Some(value.to_owned())),
    }
}

fn array_elements(call: &Call<'_>) -> Rows {
    let values = call.column::<Str>(0)?;
    lists::<&str>(call, |row, sink| match values.get(row) {
        Some(text) => elements_of(text)?.into_iter().try_for_each(sink),
        None => Ok(()),
    })
}

fn array_texts(call: &Call<'_>) -> Rows {
    let values = call.column::<Str>(0)?;
    lists::<Option<String>>(call, |row, sink| match values.get(row) {
        Some(text) => elements_of(text)?.into_iter().try_for_each(|element| sink(text_of(element)?)),
        None => Ok(()),
    })
}

fn function(call: &Call<'_>, kind: &str) -> String {
    let prefix = if call.types.first() == Some(&PgType::Jsonb) { "jsonb" } else { "json" };
    format!("{prefix}_{kind}")
}

fn object_keys(call: &Call<'_>) -> Rows {
    let values = call.column::<Str>(0)?;
    let function = function(call, "object_keys");
    lists::<String>(call, |row, sink| match values.get(row) {
        Some(text) => members_of(text, &function)?.into_iter().try_for_each(|(key, _)| sink(key)),
        None => Ok(()),
    })
}

/// Arrays of (key, value).
fn pairs(call: &Call<'_>) -> Rows {
    let fields = record_fields(call)?;
    let as_text = matches!(call.result, PgType::Array(element)
        if matches!(element.as_ref(), PgType::Record(columns) if columns.iter().all(|(_, ty)| *ty == PgType::Text)));
    let function = function(call, if as_text { "each_text" } else { "each" });
    let column = call.column::<Str>(0)?;
    let (mut keys, mut values) = (StringViewBuilder::new(), StringViewBuilder::new());
    let mut offsets = vec![0i32];
    let mut count = 0usize;
    for row in 0..call.rows {
        for (key, value) in column.get(row).map_or(Ok(Vec::new()), |text| members_of(text, &function))? {
            keys.append_value(key);
            if as_text {
                values.append_option(text_of(value)?)
            } else {
                values.append_value(value)
            }
            count += 1;
        }
        if count > LIMIT {
            return Err(too_many());
        }
        offsets.push(i32::try_from(count).map_err(|_| too_many())?);
    }
    let columns: Vec<ArrayRef> = vec![Arc::new(keys.finish()), Arc::new(values.finish())];
    list_array(structs(fields, columns)?, offsets)
}

pub(super) fn record_fields(call: &Call<'_>) -> SqlResult<Fields> {
    match call.result.arrow() {
        DataType::List(field) => match field.data_type() {
            DataType::Struct(fields) => Ok(fields.clone()),
            _ => Err(SqlError::internal("a set of what are no records")),
        },
        _ => Err(SqlError::internal("a set that is no array")),
    }
}

pub(super) fn structs(fields: Fields, columns: Vec<ArrayRef>) -> SqlResult<ArrayRef> {
    StructArray::try_new(fields, columns, None)
        .map(|records| Arc::new(records) as ArrayRef)
        .map_err(|error| SqlError::internal(error.to_string()))
}

/// `unnest(a, b, …)`: a record per place, NULL where an array has none.
pub(super) fn zip(call: &Call<'_>) -> Rows {
    let fields = record_fields(call)?;
    let arrays = (0..call.types.len()).map(|index| call.column::<List>(index)).collect::<SqlResult<Vec<_>>>()?;
    let mut offsets = vec![0i32];
    let mut count = 0usize;
    let mut parts: Vec<Vec<ArrayRef>> = fields.iter().map(|field| vec![new_null_array(field.data_type(), 0)]).collect();
    for row in 0..call.rows {
        let values: Vec<Option<ArrayRef>> = arrays.iter().map(|array| array.get(row)).collect();
        let longest = values.iter().flatten().map(|values| values.len()).max().unwrap_or(0);
        count += longest;
        if count > LIMIT {
            return Err(too_many());
        }
        for ((column, values), field) in parts.iter_mut().zip(values).zip(&fields) {
            let values = values.unwrap_or_else(|| new_null_array(field.data_type(), 0));
            let length = values.len();
            let places: UInt32Array =
                (0..longest).map(|place| u32::try_from(place).ok().filter(|_| place < length)).collect();
            column.push(take(&values, &places, None).map_err(|error| SqlError::internal(error.to_string()))?);
        }
        offsets.push(i32::try_from(count).map_err(|_| too_many())?);
    }
    let columns = parts
        .iter()
        .map(|parts| {
            let parts: Vec<&dyn Array> = parts.iter().map(AsRef::as_ref).collect();
            concat(&parts).map_err(|error| SqlError::internal(error.to_string()))
        })
        .collect::<SqlResult<Vec<_>>>()?;
    list_array(structs(fields, columns)?, offsets)
}
