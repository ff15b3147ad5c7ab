//! The binary form of values on the wire: PostgreSQL's send and receive functions.
//!
//! Comes in: a column in its Arrow form, or bytes from a client. Goes out: the same in the other form. Must never: trust a length that a client sent.

mod receive;

pub(crate) use receive::checked_utf8;
pub use receive::receive;

use super::datetime::{
    DATE_INFINITY, DATE_NEG_INFINITY, DAYS_TO_2000, TIMESTAMP_INFINITY, TIMESTAMP_NEG_INFINITY, USECS_TO_2000,
};
use super::inet;
use super::numeric::PgNumeric;
use super::text::{ColumnWriter, mismatch, primitive, within};
use super::{Display, PgType};
use crate::error::SqlResult;
use bytes::{BufMut, BytesMut};
use datafusion::arrow::array::{
    Array, AsArray, BinaryArray, BooleanArray, FixedSizeBinaryArray, ListArray, PrimitiveArray, StringViewArray,
};
use datafusion::arrow::datatypes::{
    Date32Type, Float32Type, Float64Type, Int16Type, Int32Type, Int64Type, IntervalMonthDayNanoType,
    Time64MicrosecondType, TimestampMicrosecondType, UInt32Type,
};

/// Writes one column's values in binary. Made once for each batch.
pub struct BinaryWriter<'a> {
    array: &'a dyn Array,
    column: Column<'a>,
}

enum Column<'a> {
    Bool(&'a BooleanArray),
    Int2(&'a PrimitiveArray<Int16Type>),
    Int4(&'a PrimitiveArray<Int32Type>),
    Int8(&'a PrimitiveArray<Int64Type>),
    Oid(&'a PrimitiveArray<UInt32Type>),
    Float4(&'a PrimitiveArray<Float32Type>),
    Float8(&'a PrimitiveArray<Float64Type>),
    Numeric(&'a BinaryArray),
    Bytea(&'a BinaryArray),
    Jsonb(&'a StringViewArray),
    Tid(&'a StringViewArray),
    Inet(&'a StringViewArray),
    /// One byte, zero for an empty text.
    Char(&'a StringViewArray),
    Void,
    /// What is the same in text and in binary.
    Text(Box<ColumnWriter<'a>>),
    Date(&'a PrimitiveArray<Date32Type>),
    Time(&'a PrimitiveArray<Time64MicrosecondType>),
    Timestamp(&'a PrimitiveArray<TimestampMicrosecondType>),
    Interval(&'a PrimitiveArray<IntervalMonthDayNanoType>),
    Uuid(&'a FixedSizeBinaryArray),
    List {
        list: &'a ListArray,
        element: Box<BinaryWriter<'a>>,
        oid: u32,
        first: i32,
    },
    Record(Vec<(u32, BinaryWriter<'a>)>),
}

impl<'a> BinaryWriter<'a> {
    /// # Errors
    /// The array is not in the type's Arrow form.
    pub fn new(ty: &PgType, typmod: i32, array: &'a dyn Array, display: &'a Display) -> SqlResult<Self> {
        let wrong = || mismatch(ty, array);
        let strings = || array.as_string_view_opt().ok_or_else(wrong);
        let column = match ty {
            PgType::Bool => Column::Bool(array.as_boolean_opt().ok_or_else(wrong)?),
            PgType::Int2 => Column::Int2(primitive(ty, array)?),
            PgType::Int4 => Column::Int4(primitive(ty, array)?),
            PgType::Int8 => Column::Int8(primitive(ty, array)?),
            PgType::Oid
            | PgType::Xid
            | PgType::Regclass
            | PgType::Regtype
            | PgType::Regproc
            | PgType::Regprocedure
            | PgType::Regnamespace
            | PgType::Regrole
            | PgType::Regoper
            | PgType::Regoperator
            | PgType::Regconfig
            | PgType::Regdictionary => Column::Oid(primitive(ty, array)?),
            PgType::Float4 => Column::Float4(primitive(ty, array)?),
            PgType::Float8 => Column::Float8(primitive(ty, array)?),
            PgType::Numeric => Column::Numeric(array.as_binary_opt().ok_or_else(wrong)?),
            PgType::Bytea => Column::Bytea(array.as_binary_opt().ok_or_else(wrong)?),
            PgType::Jsonb => Column::Jsonb(strings()?),
            PgType::Tid => Column::Tid(strings()?),
            PgType::Inet => Column::Inet(strings()?),
            PgType::Char => Column::Char(strings()?),
            PgType::Void => Column::Void,
            PgType::Unknown
            | PgType::Text
            | PgType::Varchar
            | PgType::Bpchar
            | PgType::Name
            | PgType::Json
            | PgType::PgNodeTree
            | PgType::AclItem => Column::Text(Box::new(ColumnWriter::with_typmod(ty, typmod, array, display)?)),
            PgType::Date => Column::Date(primitive(ty, array)?),
            PgType::Time => Column::Time(primitive(ty, array)?),
            PgType::Timestamp | PgType::Timestamptz => Column::Timestamp(primitive(ty, array)?),
            PgType::Interval => Column::Interval(primitive(ty, array)?),
            PgType::Uuid => Column::Uuid(array.as_fixed_size_binary_opt().ok_or_else(wrong)?),
            PgType::Int2Vector | PgType::OidVector | PgType::Array(_) => {
                let list = array.as_list_opt::<i32>().ok_or_else(wrong)?;
                let element = ty.element().unwrap_or(PgType::Text);
                Column::List {
                    list,
                    oid: element.oid(),
                    element: Box::new(BinaryWriter::new(&element, typmod, list.values().as_ref(), display)?),
                    first: if matches!(ty, PgType::Array(_)) { 1 } else { 0 },
                }
            }
            PgType::Record(fields) => {
                let columns = array.as_struct_opt().ok_or_else(wrong)?.columns();
                if columns.len() != fields.len() {
                    return Err(wrong());
                }
                let writers = fields
                    .iter()
                    .zip(columns)
                    .map(|((_, ty), column)| Ok((ty.oid(), BinaryWriter::new(ty, -1, column.as_ref(), display)?)));
                Column::Record(writers.collect::<SqlResult<_>>()?)
            }
        };
        Ok(Self { array, column })
    }

    /// Whether the value at `row` is NULL.
    #[must_use]
    pub fn is_null(&self, row: usize) -> bool {
        self.array.is_null(row)
    }

    /// Appends the value at `row`, which is not NULL. One of several parts ends when it has more than `room` bytes.
    ///
    /// # Errors
    /// 54000
    pub fn write(&self, row: usize, room: usize, out: &mut BytesMut) -> SqlResult<()> {
        match &self.column {
            Column::Bool(array) => out.put_u8(u8::from(array.value(row))),
            Column::Int2(array) => out.put_i16(array.value(row)),
            Column::Int4(array) => out.put_i32(array.value(row)),
            Column::Int8(array) => out.put_i64(array.value(row)),
            Column::Oid(array) => out.put_u32(array.value(row)),
            Column::Float4(array) => out.put_f32(array.value(row)),
            Column::Float8(array) => out.put_f64(array.value(row)),
            Column::Numeric(array) => PgNumeric::decode(array.value(row)).send(out),
            Column::Bytea(array) => out.put_slice(array.value(row)),
            Column::Jsonb(array) => {
                out.put_u8(1);
                out.put_slice(array.value(row).as_bytes());
            }
            Column::Tid(array) => tid(array.value(row), out),
            Column::Inet(array) => inet::send(array.value(row), out),
            Column::Char(array) => out.put_u8(array.value(row).bytes().next().unwrap_or(0)),
            Column::Void => {}
            Column::Text(writer) => writer.write(row, room, out)?,
            Column::Date(array) => out.put_i32(match array.value(row) {
                infinity @ (DATE_INFINITY | DATE_NEG_INFINITY) => infinity,
                days => days.saturating_sub(DAYS_TO_2000),
            }),
            Column::Time(array) => out.put_i64(array.value(row)),
            Column::Timestamp(array) => out.put_i64(match array.value(row) {
                infinity @ (TIMESTAMP_INFINITY | TIMESTAMP_NEG_INFINITY) => infinity,
                micros => micros.saturating_sub(USECS_TO_2000),
            }),
            Column::Interval(array) => {
                let value = array.value(row);
                out.put_i64(value.nanoseconds / 1000);
                out.put_i32(value.days);
                out.put_i32(value.months);
            }
            Column::Uuid(array) => out.put_slice(array.value(row)),
            Column::List { list, element, oid, first } => {
                write_list(list, row, element, (*oid, *first), room, out)?;
            }
            Column::Record(fields) => {
                out.put_i32(i32::try_from(fields.len()).unwrap_or(i32::MAX));
                let start = out.len();
                for (oid, field) in fields {
                    out.put_u32(*oid);
                    sized(field, row, room, out)?;
                    within(room, out.len() - start)?;
                }
            }
        }
        Ok(())
    }
}

/// A value with its length before it; -1 is NULL.
fn sized(writer: &BinaryWriter, row: usize, room: usize, out: &mut BytesMut) -> SqlResult<()> {
    if writer.is_null(row) {
        out.put_i32(-1);
        return Ok(());
    }
    let start = out.len();
    out.put_i32(0);
    writer.write(row, room, out)?;
    let length = i32::try_from(out.len() - start - 4).unwrap_or(i32::MAX);
    if let Some(slot) = out.get_mut(start..start + 4) {
        slot.copy_from_slice(&length.to_be_bytes());
    }
    Ok(())
}

fn write_list(
    list: &ListArray,
    row: usize,
    element: &BinaryWriter,
    (oid, first): (u32, i32),
    room: usize,
    out: &mut BytesMut,
) -> SqlResult<()> {
    let offsets = list.value_offsets();
    let bound = |at: usize| offsets.get(at).and_then(|offset| usize::try_from(*offset).ok()).unwrap_or(0);
    let range = bound(row)..bound(row + 1);
    let nulls = range.clone().any(|at| element.is_null(at));
    // The catalogs' vectors count from zero and have their one dimension even when they are empty.
    let dimension = !range.is_empty() || first == 0;
    out.put_i32(i32::from(dimension));
    out.put_i32(i32::from(nulls));
    out.put_u32(oid);
    if dimension {
        out.put_i32(i32::try_from(range.len()).unwrap_or(i32::MAX));
        out.put_i32(first);
    }
    let start = out.len();
    range.into_iter().try_for_each(|at| {
        sized(element, at, room, out)?;
        within(room, out.len() - start)
    })
}

/// `(block,offset)` as four bytes and two.
fn tid(text: &str, out: &mut BytesMut) {
    let inner = text.trim_matches(['(', ')']);
    let (block, offset) = inner.split_once(',').unwrap_or(("0", "0"));
    out.put_u32(block.parse().unwrap_or(0));
    out.put_u16(offset.parse().unwrap_or(0));
}
