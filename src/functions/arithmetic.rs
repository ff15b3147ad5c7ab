//! Arithmetic on numbers: `+ - * / % ^ @ & | # ~ << >> |/ ||/`.
//!
//! Comes in: columns of numbers. Goes out: a column, exactly as PostgreSQL computes it. Must never: wrap, or lose digits of a numeric.

use super::entry::Entry;
use super::kernel::Call;
use super::rows::{F4, F8, I2, I4, I8, Read, Write, map1, map2};
use crate::error::{SqlError, SqlResult};
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

/// What an integer type needs here.
trait Integer: Copy + Write {
    const OUT_OF_RANGE: &'static str;
    fn add(self, other: Self) -> Option<Self>;
    fn sub(self, other: Self) -> Option<Self>;
    fn mul(self, other: Self) -> Option<Self>;
    fn div(self, other: Self) -> Option<Self>;
    fn rem(self, other: Self) -> Self;
    fn neg(self) -> Option<Self>;
    fn abs(self) -> Option<Self>;
    fn is_zero(self) -> bool;
}

macro_rules! integer {
    ($($ty:ty, $message:literal;)*) => {
        $(impl Integer for $ty {
            const OUT_OF_RANGE: &'static str = $message;
            fn add(self, other: Self) -> Option<Self> { self.checked_add(other) }
            fn sub(self, other: Self) -> Option<Self> { self.checked_sub(other) }
            fn mul(self, other: Self) -> Option<Self> { self.checked_mul(other) }
            fn div(self, other: Self) -> Option<Self> { self.checked_div(other) }
            fn rem(self, other: Self) -> Self { self.wrapping_rem(other) }
            fn neg(self) -> Option<Self> { self.checked_neg() }
            fn abs(self) -> Option<Self> { self.checked_abs() }
            fn is_zero(self) -> bool { self == 0 }
        })*
    };
}

integer! {
    i16, "smallint out of range";
    i32, "integer out of range";
    i64, "bigint out of range";
}

/// 22003
pub fn out_of_range(message: &str) -> SqlError {
    SqlError::new(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, message)
}

/// 22012
pub fn division_by_zero() -> SqlError {
    SqlError::new(SqlState::DIVISION_BY_ZERO, "division by zero")
}

/// Two integers, of which the wider type is the result's.
fn integers<A: Read, B: Read, T: Integer>(
    call: &Call<'_>,
    function: impl Fn(T, T) -> SqlResult<T>,
) -> SqlResult<ArrayRef>
where
    for<'a> A::Value<'a>: Into<T>,
    for<'a> B::Value<'a>: Into<T>,
{
    map2::<A, B, T>(call, |a, b| function(a.into(), b.into()))
}

fn range<T: Integer>(value: Option<T>) -> SqlResult<T> {
    value.ok_or_else(|| out_of_range(T::OUT_OF_RANGE))
}

fn add<A: Read, B: Read, T: Integer>(call: &Call<'_>) -> SqlResult<ArrayRef>
where
    for<'a> A::Value<'a>: Into<T>,
    for<'a> B::Value<'a>: Into<T>,
{
    integers::<A, B, T>(call, |a, b| range(a.add(b)))
}

fn subtract<A: Read, B: Read, T: Integer>(call: &Call<'_>) -> SqlResult<ArrayRef>
where
    for<'a> A::Value<'a>: Into<T>,
    for<'a> B::Value<'a>: Into<T>,
{
    integers::<A, B, T>(call, |a, b| range(a.sub(b)))
}

fn multiply<A: Read, B: Read, T: Integer>(call: &Call<'_>) -> SqlResult<ArrayRef>
where
    for<'a> A::Value<'a>: Into<T>,
    for<'a> B::Value<'a>: Into<T>,
{
    integers::<A, B, T>(call, |a, b| range(a.mul(b)))
}

fn divide<A: Read, B: Read, T: Integer>(call: &Call<'_>) -> SqlResult<ArrayRef>
where
    for<'a> A::Value<'a>: Into<T>,
    for<'a> B::Value<'a>: Into<T>,
{
    integers::<A, B, T>(call, |a, b| if b.is_zero() { Err(division_by_zero()) } else { range(a.div(b)) })
}

/// The remainder has the dividend's sign.
pub(super) fn remainder2(call: &Call<'_>) -> SqlResult<ArrayRef> {
    integers::<I2, I2, i16>(call, modulo)
}

pub(super) fn remainder4(call: &Call<'_>) -> SqlResult<ArrayRef> {
    integers::<I4, I4, i32>(call, modulo)
}

pub(super) fn remainder8(call: &Call<'_>) -> SqlResult<ArrayRef> {
    integers::<I8, I8, i64>(call, modulo)
}

fn modulo<T: Integer>(a: T, b: T) -> SqlResult<T> {
    if b.is_zero() { Err(division_by_zero()) } else { Ok(a.rem(b)) }
}

macro_rules! integer_entries {
    ($symbol:literal, $function:ident) => {
        vec![
            Entry::kernel(concat!($symbol, "(int2, int2) int2"), $function::<I2, I2, i16>),
            Entry::kernel(concat!($symbol, "(int2, int4) int4"), $function::<I2, I4, i32>),
            Entry::kernel(concat!($symbol, "(int2, int8) int8"), $function::<I2, I8, i64>),
            Entry::kernel(concat!($symbol, "(int4, int2) int4"), $function::<I4, I2, i32>),
            Entry::kernel(concat!($symbol, "(int4, int4) int4"), $function::<I4, I4, i32>),
            Entry::kernel(concat!($symbol, "(int4, int8) int8"), $function::<I4, I8, i64>),
            Entry::kernel(concat!($symbol, "(int8, int2) int8"), $function::<I8, I2, i64>),
            Entry::kernel(concat!($symbol, "(int8, int4) int8"), $function::<I8, I4, i64>),
            Entry::kernel(concat!($symbol, "(int8, int8) int8"), $function::<I8, I8, i64>),
        ]
    };
}

fn double(call: &Call<'_>, function: fn(f64, f64) -> SqlResult<f64>) -> SqlResult<ArrayRef> {
    map2::<F8, F8, f64>(call, function)
}

fn single(call: &Call<'_>, function: fn(f32, f32) -> SqlResult<f32>) -> SqlResult<ArrayRef> {
    map2::<F4, F4, f32>(call, function)
}

/// What of a float operation depends on its width.
macro_rules! float_operations {
    ($module:ident, $ty:ty) => {
        mod $module {
            use super::{SqlResult, division_by_zero, out_of_range};

            /// NaN has one form.
            pub fn settle(value: $ty) -> $ty {
                if value.is_nan() { <$ty>::NAN } else { value }
            }

            fn no_overflow(value: $ty, infinite: bool) -> SqlResult<$ty> {
                if value.is_infinite() && !infinite {
                    return Err(out_of_range("value out of range: overflow"));
                }
                Ok(settle(value))
            }

            fn no_underflow(value: $ty, zero: bool) -> SqlResult<$ty> {
                if value == 0.0 && !zero {
                    return Err(out_of_range("value out of range: underflow"));
                }
                Ok(value)
            }

            pub fn add(a: $ty, b: $ty) -> SqlResult<$ty> {
                no_overflow(a + b, a.is_infinite() || b.is_infinite())
            }

            pub fn sub(a: $ty, b: $ty) -> SqlResult<$ty> {
                no_overflow(a - b, a.is_infinite() || b.is_infinite())
            }

            pub fn mul(a: $ty, b: $ty) -> SqlResult<$ty> {
                let product = no_overflow(a * b, a.is_infinite() || b.is_infinite())?;
                no_underflow(product, a == 0.0 || b == 0.0)
            }

            pub fn div(a: $ty, b: $ty) -> SqlResult<$ty> {
                if b == 0.0 && !a.is_nan() {
                    return Err(division_by_zero());
                }
                let quotient = no_overflow(a / b, a.is_infinite())?;
                no_underflow(quotient, a == 0.0 || b.is_infinite())
            }
        }
    };
}

float_operations!(f4, f32);
float_operations!(f8, f64);

/// Every entry of this family. Mixed widths of floats are computed in the wider by the implicit cast.
pub fn entries() -> Vec<Entry> {
    let mut all = Vec::new();
    all.extend(integer_entries!("+", add));
    all.extend(integer_entries!("-", subtract));
    all.extend(integer_entries!("*", multiply));
    all.extend(integer_entries!("/", divide));
    all.extend([
        Entry::kernel("%(int2, int2) int2", remainder2),
        Entry::kernel("%(int4, int4) int4", remainder4),
        Entry::kernel("%(int8, int8) int8", remainder8),
        Entry::kernel("+(float4, float4) float4", |call| single(call, f4::add)),
        Entry::kernel("-(float4, float4) float4", |call| single(call, f4::sub)),
        Entry::kernel("*(float4, float4) float4", |call| single(call, f4::mul)),
        Entry::kernel("/(float4, float4) float4", |call| single(call, f4::div)),
        Entry::kernel("+(float8, float8) float8", |call| double(call, f8::add)),
        Entry::kernel("-(float8, float8) float8", |call| double(call, f8::sub)),
        Entry::kernel("*(float8, float8) float8", |call| double(call, f8::mul)),
        Entry::kernel("/(float8, float8) float8", |call| double(call, f8::div)),
    ]);
    all.extend(mixed_floats());
    all.extend(prefix());
    all.extend(bits());
    all
}

/// float4 with float8
fn mixed_floats() -> Vec<Entry> {
    fn left(call: &Call<'_>, function: fn(f64, f64) -> SqlResult<f64>) -> SqlResult<ArrayRef> {
        map2::<F4, F8, f64>(call, |a, b| function(f64::from(a), b))
    }
    fn right(call: &Call<'_>, function: fn(f64, f64) -> SqlResult<f64>) -> SqlResult<ArrayRef> {
        map2::<F8, F4, f64>(call, |a, b| function(a, f64::from(b)))
    }
    vec![
        Entry::kernel("+(float4, float8) float8", |call| left(call, f8::add)),
        Entry::kernel("-(float4, float8) float8", |call| left(call, f8::sub)),
        Entry::kernel("*(float4, float8) float8", |call| left(call, f8::mul)),
        Entry::kernel("/(float4, float8) float8", |call| left(call, f8::div)),
        Entry::kernel("+(float8, float4) float8", |call| right(call, f8::add)),
        Entry::kernel("-(float8, float4) float8", |call| right(call, f8::sub)),
        Entry::kernel("*(float8, float4) float8", |call| right(call, f8::mul)),
        Entry::kernel("/(float8, float4) float8", |call| right(call, f8::div)),
    ]
}

fn negate<A: Read, T: Integer>(call: &Call<'_>) -> SqlResult<ArrayRef>
where
    for<'a> A::Value<'a>: Into<T>,
{
    map1::<A, T>(call, |a| range(a.into().neg()))
}

fn absolute<A: Read, T: Integer>(call: &Call<'_>) -> SqlResult<ArrayRef>
where
    for<'a> A::Value<'a>: Into<T>,
{
    map1::<A, T>(call, |a| range(a.into().abs()))
}

/// The argument itself.
pub(super) fn same(call: &Call<'_>) -> SqlResult<ArrayRef> {
    call.columns.first().cloned().ok_or_else(|| SqlError::internal("nothing to give back"))
}

fn prefix() -> Vec<Entry> {
    vec![
        Entry::kernel("-(int2) int2", negate::<I2, i16>),
        Entry::kernel("-(int4) int4", negate::<I4, i32>),
        Entry::kernel("-(int8) int8", negate::<I8, i64>),
        Entry::kernel("-(float4) float4", |call| map1::<F4, f32>(call, |a| Ok(if a.is_nan() { a } else { -a }))),
        Entry::kernel("-(float8) float8", |call| map1::<F8, f64>(call, |a| Ok(if a.is_nan() { a } else { -a }))),
        Entry::kernel("+(int2) int2", same),
        Entry::kernel("+(int4) int4", same),
        Entry::kernel("+(int8) int8", same),
        Entry::kernel("+(float4) float4", same),
        Entry::kernel("+(float8) float8", same),
        Entry::kernel("+(numeric) numeric", same),
        Entry::kernel("@(int2) int2", absolute::<I2, i16>),
        Entry::kernel("@(int4) int4", absolute::<I4, i32>),
        Entry::kernel("@(int8) int8", absolute::<I8, i64>),
        Entry::kernel("@(float4) float4", |call| map1::<F4, f32>(call, |a| Ok(a.abs()))),
        Entry::kernel("@(float8) float8", |call| map1::<F8, f64>(call, |a| Ok(a.abs()))),
        Entry::kernel("abs(int2) int2", absolute::<I2, i16>),
        Entry::kernel("abs(int4) int4", absolute::<I4, i32>),
        Entry::kernel("abs(int8) int8", absolute::<I8, i64>),
        Entry::kernel("abs(float4) float4", |call| map1::<F4, f32>(call, |a| Ok(a.abs()))),
        Entry::kernel("abs(float8) float8", |call| map1::<F8, f64>(call, |a| Ok(a.abs()))),
    ]
}

/// A shift takes its distance modulo the promoted width, as PostgreSQL's C does on the machines that it runs on.
fn bits() -> Vec<Entry> {
    vec![
        Entry::kernel("&(int2, int2) int2", |call| map2::<I2, I2, i16>(call, |a, b| Ok(a & b))),
        Entry::kernel("&(int4, int4) int4", |call| map2::<I4, I4, i32>(call, |a, b| Ok(a & b))),
        Entry::kernel("&(int8, int8) int8", |call| map2::<I8, I8, i64>(call, |a, b| Ok(a & b))),
        Entry::kernel("|(int2, int2) int2", |call| map2::<I2, I2, i16>(call, |a, b| Ok(a | b))),
        Entry::kernel("|(int4, int4) int4", |call| map2::<I4, I4, i32>(call, |a, b| Ok(a | b))),
        Entry::kernel("|(int8, int8) int8", |call| map2::<I8, I8, i64>(call, |a, b| Ok(a | b))),
        Entry::kernel("#(int2, int2) int2", |call| map2::<I2, I2, i16>(call, |a, b| Ok(a ^ b))),
        Entry::kernel("#(int4, int4) int4", |call| map2::<I4, I4, i32>(call, |a, b| Ok(a ^ b))),
        Entry::kernel("#(int8, int8) int8", |call| map2::<I8, I8, i64>(call, |a, b| Ok(a ^ b))),
        Entry::kernel("~(int2) int2", |call| map1::<I2, i16>(call, |a| Ok(!a))),
        Entry::kernel("~(int4) int4", |call| map1::<I4, i32>(call, |a| Ok(!a))),
        Entry::kernel("~(int8) int8", |call| map1::<I8, i64>(call, |a| Ok(!a))),
        Entry::kernel("<<(int2, int4) int2", |call| {
            map2::<I2, I4, i16>(call, |a, b| Ok(truncated(i32::from(a).wrapping_shl(b.cast_unsigned()))))
        }),
        Entry::kernel("<<(int4, int4) int4", |call| {
            map2::<I4, I4, i32>(call, |a, b| Ok(a.wrapping_shl(b.cast_unsigned())))
        }),
        Entry::kernel("<<(int8, int4) int8", |call| {
            map2::<I8, I4, i64>(call, |a, b| Ok(a.wrapping_shl(b.cast_unsigned())))
        }),
        Entry::kernel(">>(int2, int4) int2", |call| {
            map2::<I2, I4, i16>(call, |a, b| Ok(truncated(i32::from(a).wrapping_shr(b.cast_unsigned()))))
        }),
        Entry::kernel(">>(int4, int4) int4", |call| {
            map2::<I4, I4, i32>(call, |a, b| Ok(a.wrapping_shr(b.cast_unsigned())))
        }),
        Entry::kernel(">>(int8, int4) int8", |call| {
            map2::<I8, I4, i64>(call, |a, b| Ok(a.wrapping_shr(b.cast_unsigned())))
        }),
    ]
}

/// The low 16 bits, as an assignment to `int16` keeps them.
#[expect(clippy::cast_possible_truncation, reason = "that is what C does")]
fn truncated(value: i32) -> i16 {
    value as i16
}
