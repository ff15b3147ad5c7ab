//! Reading argument columns and building result columns, row by row.
//!
//! Comes in: a [`Call`]. Goes out: typed readers, and arrays. Must never: read past a constant's single row.

use super::kernel::Call;
use crate::error::{SqlError, SqlResult};
use crate::interrupt;
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::*;
use datafusion::arrow::datatypes::*;
use std::sync::Arc;

/// Rows between two looks at whether the statement still wants them.
const CHECKED: usize = 16;
/// Bytes of values between two looks at whether the statement may have them.
pub const CHARGED: usize = 64 << 10;

/// A type of column that can be read.
pub trait Read {
    type Array: Array + 'static;
    type Value<'a>;

    fn value(array: &Self::Array, row: usize) -> Self::Value<'_>;
}

macro_rules! read {
    ($($(#[$doc:meta])* $name:ident: $array:ty => $value:ty;)*) => {
        $($(#[$doc])* pub struct $name;
        impl Read for $name {
            type Array = $array;
            type Value<'a> = $value;
            fn value(array: &$array, row: usize) -> $value {
                array.value(row)
            }
        })*
    };
}

read! {
    Bool: BooleanArray => bool;
    I2: Int16Array => i16;
    I4: Int32Array => i32;
    I8: Int64Array => i64;
    F4: Float32Array => f32;
    F8: Float64Array => f64;
    Date: Date32Array => i32;
    Time: Time64MicrosecondArray => i64;
    Stamp: TimestampMicrosecondArray => i64;
    Span: IntervalMonthDayNanoArray => IntervalMonthDayNano;
    Oid: UInt32Array => u32;
    List: ListArray => ArrayRef;
}

/// Any type whose form is a string.
pub struct Str;
impl Read for Str {
    type Array = StringViewArray;
    type Value<'a> = &'a str;
    fn value(array: &StringViewArray, row: usize) -> &str {
        array.value(row)
    }
}

/// bytea, and numeric's bytes.
pub struct Bytes;
impl Read for Bytes {
    type Array = BinaryArray;
    type Value<'a> = &'a [u8];
    fn value(array: &BinaryArray, row: usize) -> &[u8] {
        array.value(row)
    }
}

/// numeric, decoded.
pub struct Num;
impl Read for Num {
    type Array = BinaryArray;
    type Value<'a> = PgNumeric;
    fn value(array: &BinaryArray, row: usize) -> PgNumeric {
        PgNumeric::decode(array.value(row))
    }
}

/// A column of one type, or its constant.
pub struct Column<'a, R: Read> {
    array: &'a R::Array,
    constant: bool,
}

impl<R: Read> Column<'_, R> {
    /// The value, or `None` for NULL.
    pub fn get(&self, row: usize) -> Option<R::Value<'_>> {
        let row = if self.constant { 0 } else { row };
        (row < self.array.len() && self.array.is_valid(row)).then(|| R::value(self.array, row))
    }

    /// The value of an argument that is the same for all rows.
    pub fn constant(&self) -> Option<R::Value<'_>> {
        if self.constant { self.get(0) } else { None }
    }
}

impl Call<'_> {
    /// The argument at `index` as a column of `R`.
    ///
    /// # Errors
    /// An internal one if it is of another Arrow form: the signature and the kernel disagree.
    pub fn column<R: Read>(&self, index: usize) -> SqlResult<Column<'_, R>> {
        let array = self.columns.get(index).ok_or_else(|| SqlError::internal("a kernel reads an argument too many"))?;
        let constant = array.len() == 1;
        let typed = array.as_any().downcast_ref::<R::Array>();
        let array = typed.ok_or_else(|| {
            SqlError::internal(format!("a kernel finds {:?} in place of its argument {index}", array.data_type()))
        })?;
        Ok(Column { array, constant })
    }
}

/// Bytes of an array that may be a part of another. Text that is shared with others does not count.
pub fn bytes_of(array: &dyn Array) -> usize {
    array.to_data().get_slice_memory_size().unwrap_or_else(|_| array.get_array_memory_size())
}

/// A value that a result column can be built of.
pub trait Write: Sized {
    type Builder;
    /// What the value takes beside the column's fixed part of it.
    fn bytes(&self) -> usize {
        0
    }
    fn builder(rows: usize) -> Self::Builder;
    fn append(self, builder: &mut Self::Builder);
    fn append_null(builder: &mut Self::Builder);
    fn finish(builder: Self::Builder) -> ArrayRef;
}

macro_rules! write {
    ($($value:ty => $builder:ty, $new:expr $(, $bytes:expr)?;)*) => {
        $(impl Write for $value {
            type Builder = $builder;
            $(fn bytes(&self) -> usize {
                let bytes: fn(&Self) -> usize = $bytes;
                bytes(self)
            })?
            fn builder(rows: usize) -> $builder {
                let new: fn(usize) -> $builder = $new;
                new(rows)
            }
            fn append(self, builder: &mut $builder) {
                builder.append_value(self);
            }
            fn append_null(builder: &mut $builder) {
                builder.append_null();
            }
            fn finish(mut builder: $builder) -> ArrayRef {
                Arc::new(builder.finish())
            }
        })*
    };
}

write! {
    bool => BooleanBuilder, BooleanBuilder::with_capacity;
    i16 => Int16Builder, Int16Builder::with_capacity;
    i32 => Int32Builder, Int32Builder::with_capacity;
    i64 => Int64Builder, Int64Builder::with_capacity;
    f32 => Float32Builder, Float32Builder::with_capacity;
    f64 => Float64Builder, Float64Builder::with_capacity;
    u32 => UInt32Builder, UInt32Builder::with_capacity;
    String => StringViewBuilder, StringViewBuilder::with_capacity, |value| value.len();
    &str => StringViewBuilder, StringViewBuilder::with_capacity, |value| value.len();
    Vec<u8> => BinaryBuilder, |rows| BinaryBuilder::with_capacity(rows, 0), |value| value.len();
    &[u8] => BinaryBuilder, |rows| BinaryBuilder::with_capacity(rows, 0), |value| value.len();
}

impl Write for PgNumeric {
    type Builder = BinaryBuilder;
    fn bytes(&self) -> usize {
        self.heap()
    }
    fn builder(rows: usize) -> BinaryBuilder {
        BinaryBuilder::with_capacity(rows, rows * 8)
    }
    fn append(self, builder: &mut BinaryBuilder) {
        builder.append_value(self.to_bytes());
    }
    fn append_null(builder: &mut BinaryBuilder) {
        builder.append_null();
    }
    fn finish(mut builder: BinaryBuilder) -> ArrayRef {
        Arc::new(builder.finish())
    }
}

/// Values whose form is another type's in Arrow.
macro_rules! write_as {
    ($($(#[$doc:meta])* $name:ident($value:ty) => $builder:ty, $new:expr;)*) => {
        $($(#[$doc])* pub struct $name(pub $value);
        impl Write for $name {
            type Builder = $builder;
            fn builder(rows: usize) -> $builder {
                let new: fn(usize) -> $builder = $new;
                new(rows)
            }
            fn append(self, builder: &mut $builder) {
                builder.append_value(self.0);
            }
            fn append_null(builder: &mut $builder) {
                builder.append_null();
            }
            fn finish(mut builder: $builder) -> ArrayRef {
                Arc::new(builder.finish())
            }
        })*
    };
}

write_as! {
    /// A date, in days since 1970.
    DateValue(i32) => Date32Builder, Date32Builder::with_capacity;
    /// A time of day, in microseconds.
    TimeValue(i64) => Time64MicrosecondBuilder, Time64MicrosecondBuilder::with_capacity;
    /// A timestamp without zone, in microseconds since 1970.
    TimestampValue(i64) => TimestampMicrosecondBuilder, TimestampMicrosecondBuilder::with_capacity;
    /// A timestamptz, in microseconds since 1970.
    TimestamptzValue(i64) => TimestampMicrosecondBuilder,
        |rows| TimestampMicrosecondBuilder::with_capacity(rows).with_timezone("UTC");
    IntervalValue(IntervalMonthDayNano) => IntervalMonthDayNanoBuilder, IntervalMonthDayNanoBuilder::with_capacity;
}

impl<W: Write> Write for Option<W> {
    type Builder = W::Builder;
    fn bytes(&self) -> usize {
        self.as_ref().map_or(0, W::bytes)
    }
    fn builder(rows: usize) -> W::Builder {
        W::builder(rows)
    }
    fn append(self, builder: &mut W::Builder) {
        match self {
            Some(value) => value.append(builder),
            None => W::append_null(builder),
        }
    }
    fn append_null(builder: &mut W::Builder) {
        W::append_null(builder);
    }
    fn finish(builder: W::Builder) -> ArrayRef {
        W::finish(builder)
    }
}

/// A strict function of one argument.
pub fn map1<A: Read, W: Write>(
    call: &Call<'_>,
    function: impl for<'a> Fn(A::Value<'a>) -> SqlResult<W>,
) -> SqlResult<ArrayRef> {
    let a = call.column::<A>(0)?;
    build(call.rows, |row| a.get(row).map(&function).transpose())
}

/// A strict function of two arguments.
pub fn map2<A: Read, B: Read, W: Write>(
    call: &Call<'_>,
    function: impl for<'a, 'b> Fn(A::Value<'a>, B::Value<'b>) -> SqlResult<W>,
) -> SqlResult<ArrayRef> {
    let (a, b) = (call.column::<A>(0)?, call.column::<B>(1)?);
    build(call.rows, |row| match (a.get(row), b.get(row)) {
        (Some(a), Some(b)) => function(a, b).map(Some),
        _ => Ok(None),
    })
}

/// A strict function of three arguments.
pub fn map3<A: Read, B: Read, C: Read, W: Write>(
    call: &Call<'_>,
    function: impl for<'a, 'b, 'c> Fn(A::Value<'a>, B::Value<'b>, C::Value<'c>) -> SqlResult<W>,
) -> SqlResult<ArrayRef> {
    let (a, b, c) = (call.column::<A>(0)?, call.column::<B>(1)?, call.column::<C>(2)?);
    build(call.rows, |row| match (a.get(row), b.get(row), c.get(row)) {
        (Some(a), Some(b), Some(c)) => function(a, b, c).map(Some),
        _ => Ok(None),
    })
}

/// A column built row by row.
pub fn build<W: Write>(rows: usize, mut row: impl FnMut(usize) -> SqlResult<Option<W>>) -> SqlResult<ArrayRef> {
    let mut builder = W::builder(rows);
    let mut bytes = 0;
    for index in 0..rows {
        if index.is_multiple_of(CHECKED) {
            interrupt::check()?;
        }
        let value = row(index)?;
        bytes += value.bytes();
        if bytes > CHARGED {
            interrupt::making(std::mem::take(&mut bytes))?;
        }
        value.append(&mut builder);
    }
    interrupt::making(bytes)?;
    Ok(W::finish(builder))
}
