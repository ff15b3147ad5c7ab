//! Casts by text: what one type's output function writes, the other's input function reads.
//!
//! Comes in: a column. Goes out: its text, or what the text means. Must never: quote the text in an error.

use super::super::kernel::{Call, Invocation, KernelFn};
use super::super::names;
use super::super::rows::{Bool, Str, build, map1};
use super::super::text::MAX_CELL;
use crate::error::{SqlError, SqlResult};
use crate::interrupt;
use crate::plan::typed::{BindContext, Typed};
use crate::types::text::ColumnWriter;
use crate::types::{Display, PgType, inet, input};
use bytes::BytesMut;
use chrono::DateTime;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, StringViewBuilder};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Volatility;
use std::sync::Arc;

/// A cast through text. It depends on the session's settings, which the kernel has taken along.
pub fn in_out(value: Typed, target: &PgType, context: &BindContext) -> Typed {
    let name = format!("cast_{}(any) {}", names::of(&value.ty), names::of(target));
    let mut invocation = Invocation::new(name, kernel, target.clone());
    invocation.volatility = Volatility::Stable;
    invocation.call(vec![value], context)
}

/// The kernel: one argument of any type.
pub fn kernel(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (Some(array), Some(source)) = (call.columns.first(), call.types.first()) else {
        return Err(SqlError::internal("a cast of nothing"));
    };
    let texts = if source.arrow() == PgType::Text.arrow() && !matches!(source, PgType::Record(_)) {
        Arc::clone(array)
    } else {
        write_column(array.as_ref(), source, call.display)?
    };
    if call.result.arrow() == PgType::Text.arrow() && super::super::coercion::category(call.result) == 'S' {
        return Ok(texts);
    }
    read_column(texts.as_ref(), call.result, call.display)
}

/// The text of each value, as the output function writes it.
///
/// # Errors
/// An internal one.
pub fn write_column(array: &dyn Array, ty: &PgType, display: &Display) -> SqlResult<ArrayRef> {
    let writer = ColumnWriter::new(ty, array, display)?;
    let mut builder = StringViewBuilder::with_capacity(array.len());
    let mut out = BytesMut::new();
    for row in 0..array.len() {
        if array.is_null(row) {
            builder.append_null();
            continue;
        }
        out.clear();
        writer.write(row, MAX_CELL, &mut out)?;
        interrupt::making(out.len())?;
        builder.append_value(std::str::from_utf8(&out).map_err(SqlError::internal)?);
    }
    Ok(Arc::new(builder.finish()))
}

/// What each text means to the input function.
///
/// # Errors
/// That of the first text that does not read, without the text.
pub fn read_column(texts: &dyn Array, ty: &PgType, display: &Display) -> SqlResult<ArrayRef> {
    let texts = texts.as_string_view();
    let null = ScalarValue::try_from(&ty.arrow())?;
    let values = texts.iter().map(|text| match text {
        Some(text) => input::parse(text, ty, -1, display, DateTime::UNIX_EPOCH).map_err(SqlError::from),
        None => Ok(null.clone()),
    });
    let values = values.collect::<SqlResult<Vec<_>>>()?;
    if values.is_empty() {
        return Ok(datafusion::arrow::array::new_empty_array(&ty.arrow()));
    }
    Ok(ScalarValue::iter_to_array(values)?)
}

/// The kernel of a cast from or to a kind of text that is more than text.
pub fn find(source: &PgType, target: &PgType) -> Option<KernelFn> {
    use PgType::{Bpchar, Char, Int4, Name, Regclass, Text, Varchar};
    Some(match (source, target) {
        // Not what the output function writes, which is `t` and `f`.
        // Unlike what is shown of it, with all its bits.
        (PgType::Inet, Text | Varchar | Bpchar) => {
            |call| map1::<Str, String>(call, |address| Ok(inet::with_bits(address)))
        }
        (PgType::Bool, Text | Varchar | Bpchar) => {
            |call| map1::<Bool, &str>(call, |value| Ok(if value { "true" } else { "false" }))
        }
        // Blanks at the end mean nothing in the one, and something in the other.
        (Bpchar, Text | Varchar) => without_blanks,
        (Text | Varchar | Bpchar, Name) => name,
        (Text | Varchar | Bpchar, Char) => |call| first_byte(call),
        (Int4, Char) | (Text | Varchar, Regclass) => kernel,
        _ => return None,
    })
}

fn without_blanks(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let texts = call.column::<Str>(0)?;
    build::<&str>(call.rows, |row| Ok(texts.get(row).map(|text| text.trim_end_matches(' '))))
}

/// 63 bytes, at a character's end.
fn name(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let texts = call.column::<Str>(0)?;
    build::<&str>(call.rows, |row| {
        Ok(texts.get(row).map(|text| text.get(..text.floor_char_boundary(63)).unwrap_or(text)))
    })
}

fn first_byte(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let texts = call.column::<Str>(0)?;
    build::<String>(call.rows, |row| Ok(texts.get(row).map(|text| text.chars().take(1).collect())))
}
