//! Making JSON of other values: to_json, json_build_object, row_to_json and their kin.
//!
//! Comes in: values of any type. Goes out: json, as PostgreSQL's `datum_to_json` writes it, or jsonb. Must never: make a value larger than a cell may be.

use super::super::entry::Entry;
use super::super::kernel::{Call, Invocation};
use super::super::rows::{Bool, List, build, map1, map2};
use super::super::text::{MAX_CELL, within_limit};
use super::value::quote;
use super::{stored, texts};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::text::ColumnWriter;
use crate::types::{DateStyle, Display, PgType};
use bytes::BytesMut;
use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::datatypes::{Float32Type, Float64Type};
use datafusion::logical_expr::Volatility;
use guard::SqlState;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("to_json(anyelement) json", |call| to_json(call, false)).stable(),
        Entry::kernel("to_jsonb(anyelement) jsonb", |call| to_json(call, true)).stable(),
        Entry::kernel("array_to_json(anyarray) json", |call| to_json(call, false)).stable(),
        Entry::kernel("row_to_json(record) json", |call| to_json(call, false)).stable(),
        Entry::kernel("array_to_json(anyarray, bool) json", in_lines).stable(),
        Entry::kernel("row_to_json(record, bool) json", in_lines).stable(),
        Entry::special("json_build_array(variadic any) json", |a, c| {
            built(a, PgType::Json, "json_build_array", array, c)
        }),
        Entry::special("jsonb_build_array(variadic any) jsonb", |a, c| {
            built(a, PgType::Jsonb, "jsonb_build_array", array, c)
        }),
        Entry::special("json_build_object(variadic any) json", |a, c| {
            built(a, PgType::Json, "json_build_object", object, c)
        }),
        Entry::special("jsonb_build_object(variadic any) jsonb", |a, c| {
            built(a, PgType::Jsonb, "jsonb_build_object", object, c)
        }),
        Entry::kernel("json_build_array() json", |_| nothing("[]")),
        Entry::kernel("jsonb_build_array() jsonb", |_| nothing("[]")),
        Entry::kernel("json_build_object() json", |_| nothing("{}")),
        Entry::kernel("jsonb_build_object() jsonb", |_| nothing("{}")),
        Entry::kernel("json_object(text[]) json", |call| map1::<List, String>(call, |list| pairs(&list, false))),
        Entry::kernel("jsonb_object(text[]) jsonb", |call| map1::<List, String>(call, |list| pairs(&list, true))),
        Entry::kernel("json_object(text[], text[]) json", |call| zip(call, false)),
        Entry::kernel("jsonb_object(text[], text[]) jsonb", |call| zip(call, true)),
    ]
}

fn nothing(text: &str) -> SqlResult<ArrayRef> {
    build::<&str>(1, |_| Ok(Some(text)))
}

/// jsonb's canonical text of JSON text.
pub fn normalize(text: &str) -> SqlResult<String> {
    Ok(stored(text)?.normalized().canonical())
}

fn to_json(call: &Call<'_>, binary: bool) -> SqlResult<ArrayRef> {
    let (Some(array), Some(ty)) = (call.columns.first(), call.types.first()) else {
        return Err(SqlError::internal("JSON of nothing"));
    };
    let writer = ValueWriter::new(call.display);
    build::<String>(call.rows, |row| {
        let row = if array.len() == 1 { 0 } else { row };
        if array.is_null(row) {
            return Ok(None);
        }
        let mut out = String::new();
        writer.write(array.as_ref(), row, ty, &mut out)?;
        if binary { normalize(&out).map(Some) } else { Ok(Some(out)) }
    })
}

/// With a flag for line feeds between the outermost elements.
fn in_lines(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (Some(array), Some(ty)) = (call.columns.first(), call.types.first()) else {
        return Err(SqlError::internal("JSON of nothing"));
    };
    let flags = call.column::<Bool>(1)?;
    let writer = ValueWriter::new(call.display);
    build::<String>(call.rows, |row| {
        let Some(lines) = flags.get(row) else { return Ok(None) };
        let row = if array.len() == 1 { 0 } else { row };
        if array.is_null(row) {
            return Ok(None);
        }
        let mut out = String::new();
        writer.separated(array.as_ref(), row, ty, if lines { ",\n " } else { "," }, &mut out)?;
        Ok(Some(out))
    })
}

fn built(
    arguments: Vec<Typed>,
    result: PgType,
    name: &str,
    kernel: fn(&Call<'_>) -> SqlResult<ArrayRef>,
    context: &BindContext,
) -> SqlResult<Typed> {
    let settled = arguments.into_iter().map(|value| super::super::settle(value, context));
    let arguments = settled.collect::<SqlResult<Vec<_>>>()?;
    let mut invocation = Invocation::new(format!("{name}(any) any"), kernel, result);
    invocation.strict = false;
    invocation.volatility = Volatility::Stable;
    Ok(invocation.call(arguments, context))
}

/// The JSON of each argument, in order.
fn each_argument(
    call: &Call<'_>,
    row: usize,
    mut take: impl FnMut(usize, Option<String>) -> SqlResult<()>,
) -> SqlResult<()> {
    let writer = ValueWriter::new(call.display);
    for (index, (array, ty)) in call.columns.iter().zip(call.types).enumerate() {
        let row = if array.len() == 1 { 0 } else { row };
        if array.is_null(row) {
            take(index, None)?;
            continue;
        }
        let mut out = String::new();
        writer.write(array.as_ref(), row, ty, &mut out)?;
        take(index, Some(out))?;
    }
    Ok(())
}

fn finish(call: &Call<'_>, out: String) -> SqlResult<Option<String>> {
    within_limit(Some(out.len()))?;
    if *call.result == PgType::Jsonb { normalize(&out).map(Some) } else { Ok(Some(out)) }
}

fn array(call: &Call<'_>) -> SqlResult<ArrayRef> {
    build::<String>(call.rows, |row| {
        let mut out = String::from("[");
        each_argument(call, row, |index, value| {
            if index > 0 {
                out.push_str(", ");
            }
            out.push_str(value.as_deref().unwrap_or("null"));
            Ok(())
        })?;
        out.push(']');
        finish(call, out)
    })
}

fn object(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let refuse = |message: String| SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message);
    if call.columns.len() % 2 == 1 {
        let function = if *call.result == PgType::Jsonb { "jsonb_build_object()" } else { "json_build_object()" };
        let hint = format!("The arguments of {function} must consist of alternating keys and values.");
        return Err(refuse("argument list must have even number of elements".to_owned()).hint(hint));
    }
    build::<String>(call.rows, |row| {
        let mut out = String::from("{");
        each_argument(call, row, |index, value| {
            if index % 2 == 1 {
                out.push_str(" : ");
                out.push_str(value.as_deref().unwrap_or("null"));
                return Ok(());
            }
            let key = value.ok_or_else(|| match *call.result {
                PgType::Jsonb => refuse(format!("argument {}: key must not be null", index + 1)),
                _ => refuse(format!("argument {} cannot be null", index + 1)).hint("Object keys should be text."),
            })?;
            if let Some(PgType::Json | PgType::Jsonb | PgType::Array(_) | PgType::Record(_)) = call.types.get(index) {
                return Err(refuse("key value must be scalar, not array, composite, or json".to_owned()));
            }
            if index > 0 {
                out.push_str(", ");
            }
            if key.starts_with('"') {
                out.push_str(&key)
            } else {
                quote(&key, &mut out)
            }
            Ok(())
        })?;
        out.push('}');
        finish(call, out)
    })
}

fn member(out: &mut String, key: Option<&String>, value: Option<&String>) -> SqlResult<()> {
    let missing = || SqlError::new(SqlState::NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
    if out.len() > 1 {
        out.push_str(", ");
    }
    quote(key.ok_or_else(missing)?, out);
    out.push_str(" : ");
    match value {
        Some(value) => quote(value, out),
        None => out.push_str("null"),
    }
    Ok(())
}

fn close(mut out: String, binary: bool) -> SqlResult<String> {
    out.push('}');
    within_limit(Some(out.len()))?;
    if binary { normalize(&out) } else { Ok(out) }
}

/// Keys and values by turns.
fn pairs(list: &ArrayRef, binary: bool) -> SqlResult<String> {
    let all = texts(list)?;
    if all.len() % 2 == 1 {
        return Err(SqlError::new(SqlState::ARRAY_SUBSCRIPT_ERROR, "array must have even number of elements"));
    }
    let mut out = String::from("{");
    for pair in all.chunks_exact(2) {
        if let [key, value] = pair {
            member(&mut out, key.as_ref(), value.as_ref())?;
        }
    }
    close(out, binary)
}

fn zip(call: &Call<'_>, binary: bool) -> SqlResult<ArrayRef> {
    map2::<List, List, String>(call, |keys, values| {
        let (keys, values) = (texts(&keys)?, texts(&values)?);
        if keys.len() != values.len() {
            return Err(SqlError::new(SqlState::ARRAY_SUBSCRIPT_ERROR, "mismatched array dimensions"));
        }
        let mut out = String::from("{");
        for (key, value) in keys.iter().zip(&values) {
            member(&mut out, key.as_ref(), value.as_ref())?;
        }
        close(out, binary)
    })
}

/// Writes values as `to_json` does.
#[derive(Debug)]
pub struct ValueWriter {
    /// JSON's dates are ISO's, in the session's zone.
    display: Display,
}

impl ValueWriter {
    #[must_use]
    pub fn new(display: &Display) -> Self {
        Self { display: Display { date_style: DateStyle::Iso, ..display.clone() } }
    }

    /// Appends the JSON of the value at `row`, which is not NULL.
    ///
    /// # Errors
    /// 54000 for a value that is too large.
    pub fn write(&self, array: &dyn Array, row: usize, ty: &PgType, out: &mut String) -> SqlResult<()> {
        self.separated(array, row, ty, ",", out)
    }

    fn separated(
        &self,
        array: &dyn Array,
        row: usize,
        ty: &PgType,
        separator: &str,
        out: &mut String,
    ) -> SqlResult<()> {
        match ty {
            PgType::Bool => out.push_str(if array.as_boolean().value(row) { "true" } else { "false" }),
            PgType::Json | PgType::Jsonb => out.push_str(array.as_string_view().value(row)),
            PgType::Int2 | PgType::Int4 | PgType::Int8 => out.push_str(&self.text(array, row, ty)?),
            PgType::Float4 if !array.as_primitive::<Float32Type>().value(row).is_finite() => {
                self.quoted(array, row, ty, out)?
            }
            PgType::Float8 if !array.as_primitive::<Float64Type>().value(row).is_finite() => {
                self.quoted(array, row, ty, out)?
            }
            PgType::Float4 | PgType::Float8 => out.push_str(&self.text(array, row, ty)?),
            PgType::Numeric => {
                let text = self.text(array, row, ty)?;
                if text.ends_with(|c: char| c.is_ascii_digit()) { out.push_str(&text) } else { quote(&text, out) }
            }
            PgType::Timestamp | PgType::Timestamptz => quote(&moment(&self.text(array, row, ty)?, ty), out),
            PgType::Array(element) => {
                let elements = array.as_list::<i32>().value(row);
                out.push('[');
                for index in 0..elements.len() {
                    if index > 0 {
                        out.push_str(separator);
                    }
                    self.nullable(elements.as_ref(), index, element, out)?;
                }
                out.push(']');
            }
            PgType::Record(fields) => {
                out.push('{');
                for (index, ((name, field), column)) in fields.iter().zip(array.as_struct().columns()).enumerate() {
                    if index > 0 {
                        out.push_str(separator);
                    }
                    quote(name, out);
                    out.push(':');
                    self.nullable(column.as_ref(), row, field, out)?;
                }
                out.push('}');
            }
            _ => self.quoted(array, row, ty, out)?,
        }
        within_limit(Some(out.len())).map(|_| ())
    }

    fn nullable(&self, array: &dyn Array, row: usize, ty: &PgType, out: &mut String) -> SqlResult<()> {
        if array.is_null(row) {
            out.push_str("null");
            return Ok(());
        }
        self.write(array, row, ty, out)
    }

    fn text(&self, array: &dyn Array, row: usize, ty: &PgType) -> SqlResult<String> {
        let mut out = BytesMut::new();
        ColumnWriter::new(ty, array, &self.display)?.write(row, MAX_CELL, &mut out)?;
        String::from_utf8(out.to_vec()).map_err(SqlError::internal)
    }

    fn quoted(&self, array: &dyn Array, row: usize, ty: &PgType, out: &mut String) -> SqlResult<()> {
        quote(&self.text(array, row, ty)?, out);
        Ok(())
    }
}

/// With a `T`, and a zone's minutes always there.
fn moment(text: &str, ty: &PgType) -> String {
    let Some((date, time)) = text.split_once(' ') else { return text.to_owned() };
    let (time, era) = time.split_once(' ').map_or((time, ""), |(time, _)| (time, " BC"));
    let short = *ty == PgType::Timestamptz && time.rfind(['+', '-']).is_some_and(|at| time.len() - at == 3);
    format!("{date}T{time}{}{era}", if short { ":00" } else { "" })
}
