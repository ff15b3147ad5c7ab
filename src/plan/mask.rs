//! Masks: what stands in for a value that a role may not see as it is.
//!
//! Comes in: a column in canonical form, its type, the mask with its key. Goes out: the masked column, NULL where the value was NULL. Must never: fail on a value, or tell one apart that the mask
//! makes equal.

use crate::error::{SqlError, SqlResult};
use crate::plan::governed::Sources;
use crate::types::numeric::PgNumeric;
use crate::types::text::ColumnWriter;
use crate::types::{Display, PgType};
use aws_lc_rs::{digest, hmac};
use bytes::BytesMut;
use datafusion::arrow::array::{
    Array, ArrayRef, ArrowPrimitiveType, AsArray, BinaryBuilder, PrimitiveArray, StringViewBuilder, new_null_array,
};
use datafusion::arrow::datatypes::{
    Date32Type, Float32Type, Float64Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
};
use guard::policy;
use std::fmt;
use std::sync::Arc;

/// A mask with all that it needs. Its key never shows.
#[derive(Clone)]
pub(crate) enum Mask {
    Sha256,
    Hmac(Arc<hmac::Key>),
    Null,
    Constant(String),
    Keep(usize),
    Day,
    Bucket(u64),
}

impl fmt::Debug for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Mask::Sha256 => "sha256",
            Mask::Hmac(_) => "hmac",
            Mask::Null => "null",
            Mask::Constant(_) => "constant",
            Mask::Keep(_) => "keep",
            Mask::Day => "day",
            Mask::Bucket(_) => "bucket",
        })
    }
}

impl Mask {
    /// Makes ready what the policy names.
    ///
    /// # Errors
    /// XX000 for a secret that is not there, or a mask that the type does not have: the column is then not served at all.
    pub(crate) fn ready(mask: &policy::Mask, ty: &PgType, sources: &dyn Sources) -> SqlResult<Self> {
        let unfit = || SqlError::internal(format!("a mask that type {} does not have", ty.name()));
        Ok(match mask {
            policy::Mask::Sha256 => Mask::Sha256,
            policy::Mask::Hmac { secret } => {
                let key = sources.secret(secret).ok_or_else(|| SqlError::internal("a mask's secret is missing"))?;
                Mask::Hmac(Arc::new(hmac::Key::new(hmac::HMAC_SHA256, &key)))
            }
            policy::Mask::Null => Mask::Null,
            policy::Mask::Constant(text) => Mask::Constant(text.clone()),
            policy::Mask::Keep(count) => Mask::Keep(usize::try_from(*count).unwrap_or(usize::MAX)),
            policy::Mask::Day if matches!(ty, PgType::Date | PgType::Timestamp | PgType::Timestamptz) => Mask::Day,
            policy::Mask::Bucket(width) if *width > 0 && is_number(ty) => Mask::Bucket(*width),
            policy::Mask::Day | policy::Mask::Bucket(_) => return Err(unfit()),
        })
    }

    /// The masked column.
    pub(crate) fn apply(&self, array: &ArrayRef, ty: &PgType) -> SqlResult<ArrayRef> {
        match self {
            Mask::Sha256 => over_text(array, ty, |text, out| {
                write_hex(digest::digest(&digest::SHA256, text).as_ref(), out);
            }),
            Mask::Hmac(key) => over_text(array, ty, |text, out| write_hex(hmac::sign(key, text).as_ref(), out)),
            Mask::Keep(count) => over_text(array, ty, |text, out| {
                out.extend(String::from_utf8_lossy(text).chars().take(*count));
            }),
            Mask::Null => Ok(new_null_array(&ty.arrow(), array.len())),
            Mask::Constant(text) => {
                let mut builder = StringViewBuilder::with_capacity(array.len());
                for _ in 0..array.len() {
                    builder.append_value(text);
                }
                Ok(Arc::new(builder.finish()))
            }
            Mask::Day => day(array, ty),
            Mask::Bucket(width) => bucket(array, ty, *width),
        }
    }
}

fn is_number(ty: &PgType) -> bool {
    matches!(ty, PgType::Int2 | PgType::Int4 | PgType::Int8 | PgType::Float4 | PgType::Float8 | PgType::Numeric)
}

/// Text from each value's text form, as `SELECT value::text` shows it in UTC and ISO style, whatever the session's style is: the same value has the same mask everywhere.
fn over_text(array: &ArrayRef, ty: &PgType, mut mask: impl FnMut(&[u8], &mut String)) -> SqlResult<ArrayRef> {
    let display = Display::default();
    let writer = ColumnWriter::new(ty, array.as_ref(), &display)?;
    let mut builder = StringViewBuilder::with_capacity(array.len());
    let (mut text, mut masked) = (BytesMut::new(), String::new());
    for row in 0..array.len() {
        if writer.is_null(row) {
            builder.append_null();
            continue;
        }
        text.clear();
        masked.clear();
        writer.write(row, usize::MAX, &mut text)?;
        mask(&text, &mut masked);
        builder.append_value(&masked);
    }
    Ok(Arc::new(builder.finish()))
}

fn write_hex(bytes: &[u8], out: &mut String) {
    use fmt::Write;
    for byte in bytes {
        // Writing to a String can't fail.
        let _ = write!(out, "{byte:02x}");
    }
}

/// A time cut to its day in UTC; the infinities stay.
fn day(array: &ArrayRef, ty: &PgType) -> SqlResult<ArrayRef> {
    const DAY: i64 = crate::window::bounds::DAY;
    match ty {
        PgType::Date => Ok(Arc::new(array.as_primitive::<Date32Type>().clone())),
        _ => {
            let cut = array.as_primitive::<TimestampMicrosecondType>().unary::<_, TimestampMicrosecondType>(|time| {
                if time == i64::MAX || time == i64::MIN { time } else { time.saturating_sub(time.rem_euclid(DAY)) }
            });
            Ok(datafusion::arrow::compute::cast(&cut, &ty.arrow()).map_err(SqlError::internal)?)
        }
    }
}

/// A number cut down to a multiple of `width`.
fn bucket(array: &ArrayRef, ty: &PgType, width: u64) -> SqlResult<ArrayRef> {
    match ty {
        PgType::Int2 => whole::<Int16Type>(array, width, i16::MIN),
        PgType::Int4 => whole::<Int32Type>(array, width, i32::MIN),
        PgType::Int8 => whole::<Int64Type>(array, width, i64::MIN),
        PgType::Float4 => {
            let width = width as f32;
            let cut = array.as_primitive::<Float32Type>().unary::<_, Float32Type>(|x| (x / width).floor() * width);
            Ok(Arc::new(cut))
        }
        PgType::Float8 => {
            let width = width as f64;
            let cut = array.as_primitive::<Float64Type>().unary::<_, Float64Type>(|x| (x / width).floor() * width);
            Ok(Arc::new(cut))
        }
        _ => numeric(array, width),
    }
}

/// The smallest value of the type stands in for a bucket that begins below it.
fn whole<T>(array: &ArrayRef, width: u64, smallest: T::Native) -> SqlResult<ArrayRef>
where
    T: ArrowPrimitiveType,
    T::Native: Into<i64> + TryFrom<i128>,
{
    let width = i128::from(width);
    let cut: PrimitiveArray<T> = array.as_primitive::<T>().unary(|value| {
        let value = i128::from(value.into());
        T::Native::try_from(value - value.rem_euclid(width)).unwrap_or(smallest)
    });
    Ok(Arc::new(cut))
}

fn numeric(array: &ArrayRef, width: u64) -> SqlResult<ArrayRef> {
    let width = PgNumeric::from_i128(i128::from(width), 0);
    let mut builder = BinaryBuilder::with_capacity(array.len(), array.len() * 8);
    for value in array.as_binary::<i32>() {
        match value {
            None => builder.append_null(),
            Some(bytes) => {
                let value = PgNumeric::decode(bytes);
                builder.append_value(cut_numeric(&value, &width).unwrap_or(PgNumeric::NaN).to_bytes());
            }
        }
    }
    Ok(Arc::new(builder.finish()))
}

/// NaN where the bucket can't be told: a mask never fails, which would tell of a row.
fn cut_numeric(value: &PgNumeric, width: &PgNumeric) -> SqlResult<PgNumeric> {
    let over = value.try_rem(width)?;
    let below = value.try_sub(&over)?;
    let is_negative = over.to_f64_lossy() < 0.0;
    if is_negative { below.try_sub(width) } else { Ok(below) }
}
