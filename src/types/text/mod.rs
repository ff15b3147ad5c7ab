//! From values to text: PostgreSQL's output functions.
//!
//! Comes in: a column in its type's Arrow form, the session's settings. Goes out: text, appended to a buffer. Must never: allocate for each value of the common types.

pub(super) mod composite;
pub(super) mod datetime;
mod float;

use super::numeric::PgNumeric;
use super::{Display, PgType};
use crate::error::{SqlError, SqlResult};
use bytes::{BufMut, BytesMut};
use composite::{ListWriter, RecordWriter};
use datafusion::arrow::array::{
    Array, AsArray, BinaryArray, BooleanArray, FixedSizeBinaryArray, PrimitiveArray, StringViewArray,
};
use datafusion::arrow::datatypes::{
    ArrowPrimitiveType, Date32Type, Float32Type, Float64Type, Int16Type, Int32Type, Int64Type,
    IntervalMonthDayNanoType, Time64MicrosecondType, TimestampMicrosecondType, UInt32Type,
};
use datafusion::common::ScalarValue;
use guard::SqlState;
use std::fmt::Write;

/// Writes one column's values. Made once for each batch.
pub struct ColumnWriter<'a> {
    array: &'a dyn Array,
    display: &'a Display,
    column: Column<'a>,
}

/// The array in the shape that its type's output needs.
enum Column<'a> {
    Bool(&'a BooleanArray),
    Int2(&'a PrimitiveArray<Int16Type>),
    Int4(&'a PrimitiveArray<Int32Type>),
    Int8(&'a PrimitiveArray<Int64Type>),
    Oid(&'a PrimitiveArray<UInt32Type>),
    /// A name where it is known, `-` for 0, else the number: regclass and its kin
    Reg(&'a PrimitiveArray<UInt32Type>, PgType),
    Float4(&'a PrimitiveArray<Float32Type>),
    Float8(&'a PrimitiveArray<Float64Type>),
    Numeric(&'a BinaryArray),
    Bytea(&'a BinaryArray),
    Text(&'a StringViewArray),
    /// char(n): the Arrow form has lost its blanks, the modifier brings them back
    Padded(&'a StringViewArray, usize),
    Date(&'a PrimitiveArray<Date32Type>),
    Time(&'a PrimitiveArray<Time64MicrosecondType>),
    Timestamp(&'a PrimitiveArray<TimestampMicrosecondType>),
    Timestamptz(&'a PrimitiveArray<TimestampMicrosecondType>),
    Interval(&'a PrimitiveArray<IntervalMonthDayNanoType>),
    Uuid(&'a FixedSizeBinaryArray),
    List(ListWriter<'a>),
    Record(RecordWriter<'a>),
}

/// An array that is not in its type's form: a mistake of ours.
pub(super) fn mismatch(ty: &PgType, array: &dyn Array) -> SqlError {
    SqlError::internal(format!("a column of type {} came as {}", ty.name(), array.data_type()))
}

pub(super) fn primitive<'a, T: ArrowPrimitiveType>(
    ty: &PgType,
    array: &'a dyn Array,
) -> SqlResult<&'a PrimitiveArray<T>> {
    array.as_primitive_opt::<T>().ok_or_else(|| mismatch(ty, array))
}

impl<'a> ColumnWriter<'a> {
    /// # Errors
    /// The array is not in the type's Arrow form.
    pub fn new(ty: &PgType, array: &'a dyn Array, display: &'a Display) -> SqlResult<Self> {
        Self::with_typmod(ty, -1, array, display)
    }

    /// As [`ColumnWriter::new`], with the column's modifier, which pads a `char(n)`.
    ///
    /// # Errors
    /// The array is not in the type's Arrow form.
    pub fn with_typmod(ty: &PgType, typmod: i32, array: &'a dyn Array, display: &'a Display) -> SqlResult<Self> {
        let wrong = || mismatch(ty, array);
        let column = match ty {
            PgType::Bool => Column::Bool(array.as_boolean_opt().ok_or_else(wrong)?),
            PgType::Int2 => Column::Int2(primitive(ty, array)?),
            PgType::Int4 => Column::Int4(primitive(ty, array)?),
            PgType::Int8 => Column::Int8(primitive(ty, array)?),
            PgType::Oid | PgType::Xid => Column::Oid(primitive(ty, array)?),
            PgType::Regclass
            | PgType::Regtype
            | PgType::Regproc
            | PgType::Regprocedure
            | PgType::Regnamespace
            | PgType::Regrole
            | PgType::Regoper
            | PgType::Regoperator
            | PgType::Regconfig
            | PgType::Regdictionary => Column::Reg(primitive(ty, array)?, ty.clone()),
            PgType::Float4 => Column::Float4(primitive(ty, array)?),
            PgType::Float8 => Column::Float8(primitive(ty, array)?),
            PgType::Numeric => Column::Numeric(array.as_binary_opt().ok_or_else(wrong)?),
            PgType::Bytea => Column::Bytea(array.as_binary_opt().ok_or_else(wrong)?),
            PgType::Bpchar if typmod >= 4 => {
                let width = usize::try_from(typmod - 4).unwrap_or(0);
                Column::Padded(array.as_string_view_opt().ok_or_else(wrong)?, width)
            }
            PgType::Unknown
            | PgType::Text
            | PgType::Varchar
            | PgType::Bpchar
            | PgType::Char
            | PgType::Name
            | PgType::Json
            | PgType::Jsonb
            | PgType::Tid
            | PgType::PgNodeTree
            | PgType::AclItem
            | PgType::Inet
            | PgType::Void => Column::Text(array.as_string_view_opt().ok_or_else(wrong)?),
            PgType::Date => Column::Date(primitive(ty, array)?),
            PgType::Time => Column::Time(primitive(ty, array)?),
            PgType::Timestamp => Column::Timestamp(primitive(ty, array)?),
            PgType::Timestamptz => Column::Timestamptz(primitive(ty, array)?),
            PgType::Interval => Column::Interval(primitive(ty, array)?),
            PgType::Uuid => Column::Uuid(array.as_fixed_size_binary_opt().ok_or_else(wrong)?),
            PgType::Int2Vector | PgType::OidVector | PgType::Array(_) => {
                Column::List(ListWriter::new(ty, typmod, array, display)?)
            }
            PgType::Record(fields) => Column::Record(RecordWriter::new(ty, fields, array, display)?),
        };
        Ok(Self { array, display, column })
    }

    /// Appends the text of the value at `row`; the value is not NULL. One of several parts ends when it has more than `room` bytes: its text may be many times the memory that its parts share.
    ///
    /// # Errors
    /// 54000
    pub fn write(&self, row: usize, room: usize, out: &mut BytesMut) -> SqlResult<()> {
        let digits = self.display.extra_float_digits;
        match &self.column {
            Column::Bool(array) => out.put_u8(if array.value(row) { b't' } else { b'f' }),
            Column::Int2(array) => integer(out, array.value(row)),
            Column::Int4(array) => integer(out, array.value(row)),
            Column::Int8(array) => integer(out, array.value(row)),
            Column::Oid(array) => integer(out, array.value(row)),
            Column::Reg(array, ty) => registered(out, ty, array.value(row), self.display),
            Column::Float4(array) => float::float4(out, array.value(row), digits),
            Column::Float8(array) => float::float8(out, array.value(row), digits),
            Column::Numeric(array) => numeric(out, array.value(row)),
            Column::Bytea(array) => bytea(out, array.value(row), self.display.bytea_hex),
            Column::Text(array) => out.put_slice(array.value(row).as_bytes()),
            Column::Padded(array, width) => {
                let text = array.value(row);
                out.put_slice(text.as_bytes());
                out.put_bytes(b' ', width.saturating_sub(text.chars().count()));
            }
            Column::Date(array) => datetime::date(out, array.value(row), self.display),
            Column::Time(array) => datetime::time(out, array.value(row)),
            Column::Timestamp(array) => datetime::timestamp(out, array.value(row), self.display),
            Column::Timestamptz(array) => datetime::timestamptz(out, array.value(row), self.display),
            Column::Interval(array) => {
                let value = array.value(row);
                let micros = value.nanoseconds / 1000;
                datetime::interval(out, value.months, value.days, micros, self.display.interval_style);
            }
            Column::Uuid(array) => uuid(out, array.value(row)),
            Column::List(list) => list.write(row, room, out)?,
            Column::Record(record) => record.write(row, room, out)?,
        }
        Ok(())
    }

    /// Whether the value at `row` is NULL.
    #[must_use]
    pub fn is_null(&self, row: usize) -> bool {
        self.array.is_null(row)
    }
}

/// 54000 once a value has more bytes than it may.
pub(super) fn within(room: usize, bytes: usize) -> SqlResult<()> {
    if bytes <= room { Ok(()) } else { Err(too_large(&format!("more than {room}"), room)) }
}

/// 54000: `asked` is the bytes that the value has.
pub fn too_large(asked: &str, limit: usize) -> SqlError {
    SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "a value of the result is too large")
        .rule("limit-cell")
        .detail(format!("It has {asked} bytes, and one value may have {limit}."))
        .hint("Select a part of it, with left() or substring().")
}

fn integer(out: &mut BytesMut, value: impl itoa::Integer) {
    out.put_slice(itoa::Buffer::new().format(value).as_bytes());
}

fn numeric(out: &mut BytesMut, value: &[u8]) {
    let value = PgNumeric::decode(value);
    match value.as_i128() {
        Some((whole, 0)) => integer(out, whole),
        _ => {
            // Writing into memory can't fail.
            let _ = write!(out, "{value}");
        }
    }
}

fn bytea(out: &mut BytesMut, value: &[u8], hex: bool) {
    if hex {
        out.put_slice(b"\\x");
        value.iter().for_each(|byte| hex_byte(out, *byte));
        return;
    }
    for byte in value {
        match byte {
            b'\\' => out.put_slice(b"\\\\"),
            0x20..=0x7e => out.put_u8(*byte),
            _ => out.put_slice(&[b'\\', b'0' + (byte >> 6), b'0' + ((byte >> 3) & 7), b'0' + (byte & 7)]),
        }
    }
}

fn hex_byte(out: &mut BytesMut, byte: u8) {
    let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 };
    out.put_slice(&[digit(byte >> 4), digit(byte & 15)]);
}

fn uuid(out: &mut BytesMut, value: &[u8]) {
    for (at, byte) in value.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.put_u8(b'-');
        }
        hex_byte(out, *byte);
    }
}

/// The text of one value; `None` for NULL.
pub fn to_text(value: &ScalarValue, ty: &PgType, display: &Display) -> SqlResult<Option<String>> {
    let array = value.to_array()?;
    let writer = ColumnWriter::new(ty, array.as_ref(), display)?;
    if writer.is_null(0) {
        return Ok(None);
    }
    let mut out = BytesMut::new();
    writer.write(0, usize::MAX, &mut out)?;
    Ok(Some(String::from_utf8_lossy(&out).into_owned()))
}
/// What `regclass` and its kin print.
fn registered(out: &mut BytesMut, ty: &PgType, oid: u32, display: &Display) {
    if oid == 0 {
        return out.put_u8(b'-');
    }
    match display.known.as_ref().and_then(|known| known.name(ty, oid)) {
        Some(name) => out.put_slice(name.as_bytes()),
        None => integer(out, oid),
    }
}
