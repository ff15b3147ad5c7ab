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
            let times = array.as_primitive::<TimestampMicrosecondType>();
            let cut = times.unary::<_, TimestampMicrosecondType>(|time| {
                if time == i64::MAX || time == i64::MIN { time } else { time.saturating_sub(time.rem_euclid(DAY)) }
            });
            // Not by a cast, to which the infinities are beyond the calendar.
            Ok(Arc::new(cut.with_timezone_opt(times.timezone())))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::governed::masked_type;
    use crate::types::text::to_text;
    use crate::warehouse::Warehouse;
    use datafusion::arrow::array::{
        Date32Array, Float32Array, Float64Array, Int16Array, Int32Array, Int64Array, StringViewArray,
        TimestampMicrosecondArray,
    };
    use datafusion::common::ScalarValue;
    use guard::SqlState;

    struct Secrets;

    impl Sources for Secrets {
        fn warehouse(&self, _: &str) -> Option<Arc<dyn Warehouse>> {
            None
        }

        fn secret(&self, name: &str) -> Option<Arc<[u8]>> {
            (name == "pepper").then(|| Arc::from(&b"key"[..]))
        }
    }

    fn hmac_of(secret: &str) -> policy::Mask {
        policy::Mask::Hmac { secret: secret.to_owned() }
    }

    /// The masked values as text, `NULL` for one that is none.
    fn masked(mask: &policy::Mask, ty: &PgType, values: impl Array + 'static) -> Vec<String> {
        let values: ArrayRef = Arc::new(values);
        let array = Mask::ready(mask, ty, &Secrets).unwrap().apply(&values, ty).unwrap();
        let shown = masked_type(mask, ty);
        assert_eq!((array.len(), array.data_type()), (values.len(), &shown.arrow()), "{mask} of {ty:?}");
        let text = |row| to_text(&ScalarValue::try_from_array(&array, row).unwrap(), &shown, &Display::default());
        (0..array.len()).map(|row| text(row).unwrap().unwrap_or_else(|| "NULL".to_owned())).collect()
    }

    fn words() -> StringViewArray {
        StringViewArray::from(vec![Some("payments"), None, Some("\u{e4}b\u{e9}"), Some("")])
    }

    #[test]
    fn a_mask_over_text_is_of_the_values_text_and_keeps_null() {
        let text = |mask: &policy::Mask| masked(mask, &PgType::Text, words());
        // printf payments | sha256sum
        let digests = text(&policy::Mask::Sha256);
        assert_eq!(digests[0], "df384ae97c77ad3001626aab01f2eb2aad176448109165df1d64c57b7091cd1c");
        // printf payments | openssl dgst -sha256 -hmac key
        let signed = text(&hmac_of("pepper"));
        assert_eq!(signed[0], "dc0dc336a676e34e447956c715586b96a2871591bf0217b7a610e92e931e7742");
        assert_eq!((digests[1].as_str(), signed[1].as_str()), ("NULL", "NULL"));
        assert_eq!(text(&policy::Mask::Keep(2)), ["pa", "NULL", "\u{e4}b", ""]);
        assert_eq!(text(&policy::Mask::Keep(0)), ["", "NULL", "", ""]);
        // A number's text form is what is masked: 12, as sha256 of the text 12.
        let of_number = masked(&policy::Mask::Sha256, &PgType::Int8, Int64Array::from(vec![12]));
        assert_eq!(of_number, masked(&policy::Mask::Sha256, &PgType::Text, StringViewArray::from(vec!["12"])));
        assert_eq!(masked(&policy::Mask::Keep(2), &PgType::Int8, Int64Array::from(vec![-345])), ["-3"]);
    }

    #[test]
    fn null_and_a_constant_tell_nothing_not_even_of_null() {
        assert_eq!(masked(&policy::Mask::Null, &PgType::Text, words()), ["NULL"; 4]);
        assert_eq!(masked(&policy::Mask::Null, &PgType::Int8, Int64Array::from(vec![Some(1), None])), ["NULL"; 2]);
        assert_eq!(masked(&policy::Mask::Constant("x".to_owned()), &PgType::Text, words()), ["x"; 4]);
        let numbers = Int64Array::from(vec![Some(1), None]);
        assert_eq!(masked(&policy::Mask::Constant(String::new()), &PgType::Int8, numbers), [""; 2]);
    }

    #[test]
    fn a_time_is_cut_to_its_day_in_utc_and_the_infinities_stay() {
        const HOUR: i64 = 3_600_000_000;
        let times = || vec![Some(33 * HOUR), Some(-HOUR), Some(0), None, Some(i64::MAX), Some(i64::MIN)];
        let days =
            ["1970-01-02 00:00:00", "1969-12-31 00:00:00", "1970-01-01 00:00:00", "NULL", "infinity", "-infinity"];
        let plain = TimestampMicrosecondArray::from(times());
        assert_eq!(masked(&policy::Mask::Day, &PgType::Timestamp, plain), days);
        let zoned = TimestampMicrosecondArray::from(times()).with_timezone("UTC");
        let with_zone = days.map(|day| if day.contains(':') { format!("{day}+00") } else { day.to_owned() });
        assert_eq!(masked(&policy::Mask::Day, &PgType::Timestamptz, zoned), with_zone);
        let dates = Date32Array::from(vec![Some(1), None]);
        assert_eq!(masked(&policy::Mask::Day, &PgType::Date, dates), ["1970-01-02", "NULL"]);
    }

    #[test]
    fn a_number_is_cut_down_to_its_bucket_and_never_fails() {
        let bucket = policy::Mask::Bucket(10);
        let expected = ["20", "0", "-10", "-10", "NULL"];
        let wide = [Some(27), Some(0), Some(-1), Some(-10), None];
        let narrow = |value: Option<i64>| value.map(|value| i16::try_from(value).unwrap());
        let ints = |value: Option<i64>| value.map(|value| i32::try_from(value).unwrap());
        assert_eq!(masked(&bucket, &PgType::Int2, Int16Array::from(wide.map(narrow).to_vec())), expected);
        assert_eq!(masked(&bucket, &PgType::Int4, Int32Array::from(wide.map(ints).to_vec())), expected);
        assert_eq!(masked(&bucket, &PgType::Int8, Int64Array::from(wide.to_vec())), expected);
        // A bucket that begins below the smallest value has that one's name.
        assert_eq!(masked(&bucket, &PgType::Int2, Int16Array::from(vec![i16::MIN])), ["-32768"]);
        assert_eq!(masked(&bucket, &PgType::Int4, Int32Array::from(vec![i32::MIN])), ["-2147483648"]);
        assert_eq!(masked(&bucket, &PgType::Int8, Int64Array::from(vec![i64::MIN])), ["-9223372036854775808"]);
        let widest = policy::Mask::Bucket(u64::MAX);
        assert_eq!(masked(&widest, &PgType::Int8, Int64Array::from(vec![5, -5])), ["0", "-9223372036854775808"]);

        let fractions = [Some(27.5), Some(-0.5), Some(f64::INFINITY), Some(f64::NAN), None];
        let expected = ["20", "-10", "Infinity", "NaN", "NULL"];
        assert_eq!(masked(&bucket, &PgType::Float8, Float64Array::from(fractions.to_vec())), expected);
        let fractions = fractions.map(|value| value.map(|value| value as f32));
        assert_eq!(masked(&bucket, &PgType::Float4, Float32Array::from(fractions.to_vec())), expected);

        let mut numbers = BinaryBuilder::new();
        for text in ["27.50", "-0.5", "-10", "NaN", "Infinity"] {
            numbers.append_value(text.parse::<PgNumeric>().unwrap().to_bytes());
        }
        numbers.append_null();
        let cut = masked(&bucket, &PgType::Numeric, numbers.finish());
        assert_eq!(cut, ["20.00", "-10.0", "-10", "NaN", "NaN", "NULL"]);
    }

    #[test]
    fn a_mask_that_a_type_does_not_have_or_whose_secret_is_missing_is_never_ready() {
        for (mask, ty) in [
            (policy::Mask::Day, PgType::Text),
            (policy::Mask::Day, PgType::Time),
            (policy::Mask::Bucket(10), PgType::Text),
            (policy::Mask::Bucket(10), PgType::Date),
            (policy::Mask::Bucket(0), PgType::Int8),
            (hmac_of("other"), PgType::Text),
        ] {
            let error = Mask::ready(&mask, &ty, &Secrets).unwrap_err();
            assert_eq!(error.sqlstate(), SqlState::INTERNAL_ERROR, "{mask} of {ty:?}");
            assert_eq!(error.report().message, "internal error", "the client is told nothing of it");
        }
    }

    #[test]
    fn a_mask_never_shows_its_key_or_what_it_puts_in_place() {
        for (mask, shown) in [
            (policy::Mask::Sha256, "sha256"),
            (hmac_of("pepper"), "hmac"),
            (policy::Mask::Null, "null"),
            (policy::Mask::Constant("x".to_owned()), "constant"),
            (policy::Mask::Keep(2), "keep"),
            (policy::Mask::Day, "day"),
            (policy::Mask::Bucket(10), "bucket"),
        ] {
            let ty = if mask == policy::Mask::Day { PgType::Date } else { PgType::Int8 };
            assert_eq!(format!("{:?}", Mask::ready(&mask, &ty, &Secrets).unwrap()), shown);
        }
    }
}
