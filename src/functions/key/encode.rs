//! Keys as bytes: numeric, interval, jsonb, arrays and rows, in any nesting.
//!
//! Comes in: a column. Goes out: for each value bytes whose order is PostgreSQL's order of the values, and that are equal exactly where PostgreSQL says so. Must never: let one value's key be the
//! beginning of another's.

use super::super::kernel::Call;
use super::super::rows::build;
use super::orders_natively;
use crate::error::{SqlError, SqlResult};
use crate::types::{PgType, inet, numeric};
use datafusion::arrow::array::{Array, ArrayRef, AsArray};
use datafusion::arrow::datatypes::*;

/// Whether [`keys`] knows the type.
pub fn has_order(ty: &PgType) -> bool {
    match ty {
        PgType::Float4
        | PgType::Float8
        | PgType::Numeric
        | PgType::Interval
        | PgType::Jsonb
        | PgType::Inet
        | PgType::Int2Vector
        | PgType::OidVector => true,
        PgType::Array(element) => has_order(element),
        PgType::Record(fields) => fields.iter().all(|(_, field)| has_order(field)),
        ty => orders_natively(ty),
    }
}

/// The kernel: one argument, bytea.
pub fn keys(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (Some(array), Some(ty)) = (call.columns.first(), call.types.first()) else {
        return Err(SqlError::internal("a key of nothing"));
    };
    let mut out = Vec::new();
    let constant = array.len() == 1;
    build(call.rows, |row| {
        let row = if constant { 0 } else { row };
        if array.is_null(row) {
            return Ok(None);
        }
        out.clear();
        append(array.as_ref(), row, ty, &mut out)?;
        Ok(Some(out.clone()))
    })
}

/// After each element of an array or a row, so that a shorter one comes first.
const END: u8 = 0;
const VALUE: u8 = 1;
/// NULL comes after every value.
const NULL: u8 = 2;

/// Appends the key of a value that is not NULL.
pub fn append(array: &dyn Array, row: usize, ty: &PgType, out: &mut Vec<u8>) -> SqlResult<()> {
    match ty {
        PgType::Bool => out.push(u8::from(array.as_boolean().value(row))),
        PgType::Int2 => out.extend(signed(i64::from(array.as_primitive::<Int16Type>().value(row)))),
        PgType::Int4 => out.extend(signed(i64::from(array.as_primitive::<Int32Type>().value(row)))),
        PgType::Int8 => out.extend(signed(array.as_primitive::<Int64Type>().value(row))),
        PgType::Date => out.extend(signed(i64::from(array.as_primitive::<Date32Type>().value(row)))),
        PgType::Time => out.extend(signed(array.as_primitive::<Time64MicrosecondType>().value(row))),
        PgType::Timestamp | PgType::Timestamptz => {
            out.extend(signed(array.as_primitive::<TimestampMicrosecondType>().value(row)));
        }
        PgType::Float4 => out.extend(float(f64::from(array.as_primitive::<Float32Type>().value(row)))),
        PgType::Float8 => out.extend(float(array.as_primitive::<Float64Type>().value(row))),
        PgType::Numeric => escaped(numeric::key(array.as_binary::<i32>().value(row)), out),
        PgType::Interval => {
            let length = span(array.as_primitive::<IntervalMonthDayNanoType>().value(row));
            out.extend((length.cast_unsigned() ^ LENGTH_SIGN).to_be_bytes());
        }
        PgType::Uuid => out.extend(array.as_fixed_size_binary().value(row)),
        PgType::Bytea => escaped(array.as_binary::<i32>().value(row), out),
        PgType::Jsonb => super::json::append(array.as_string_view().value(row), out)?,
        PgType::Inet => out.extend(inet::order(array.as_string_view().value(row))),
        PgType::Array(element) => list(array, row, element, out)?,
        PgType::Int2Vector => list(array, row, &PgType::Int2, out)?,
        PgType::OidVector => list(array, row, &PgType::Oid, out)?,
        PgType::Record(fields) => {
            let columns = array.as_struct();
            for ((_, field), column) in fields.iter().zip(columns.columns()) {
                nullable(column.as_ref(), row, field, out)?;
            }
        }
        _ => match array.data_type() {
            DataType::UInt32 => out.extend(array.as_primitive::<UInt32Type>().value(row).to_be_bytes()),
            DataType::Utf8View => escaped(array.as_string_view().value(row).as_bytes(), out),
            other => return Err(SqlError::internal(format!("no key for {other:?}"))),
        },
    }
    Ok(())
}

fn list(array: &dyn Array, row: usize, element: &PgType, out: &mut Vec<u8>) -> SqlResult<()> {
    let elements = array.as_list::<i32>().value(row);
    for index in 0..elements.len() {
        nullable(elements.as_ref(), index, element, out)?;
    }
    out.push(END);
    Ok(())
}

fn nullable(array: &dyn Array, row: usize, ty: &PgType, out: &mut Vec<u8>) -> SqlResult<()> {
    if array.is_null(row) {
        out.push(NULL);
        return Ok(());
    }
    out.push(VALUE);
    append(array, row, ty, out)
}

fn signed(value: i64) -> [u8; 8] {
    (value.cast_unsigned() ^ (1 << 63)).to_be_bytes()
}

/// Zeros are alike, and NaN is above all.
fn float(value: f64) -> [u8; 8] {
    let bits = if value.is_nan() { f64::NAN.abs().to_bits() } else { (value + 0.0).to_bits() };
    let ordered = if bits >> 63 == 1 { !bits } else { bits | (1 << 63) };
    ordered.to_be_bytes()
}

/// The bit by which negative lengths come before the others.
const LENGTH_SIGN: u128 = 1 << 127;

/// The length of the interval, as [`span`] has it, whose key this is.
pub fn length_of_interval(key: &[u8]) -> Option<i128> {
    Some((u128::from_be_bytes(key.try_into().ok()?) ^ LENGTH_SIGN).cast_signed())
}

/// An interval's length with months of 30 days, in microseconds.
pub fn span(value: IntervalMonthDayNano) -> i128 {
    let days = i128::from(value.months) * 30 + i128::from(value.days);
    days * 86_400_000_000 + i128::from(value.nanoseconds / 1_000)
}

/// Bytes with an end that sorts before every continuation.
pub fn escaped(bytes: &[u8], out: &mut Vec<u8>) {
    for &byte in bytes {
        out.push(byte);
        if byte == 0 {
            out.push(0xff);
        }
    }
    out.extend([0, 0]);
}
