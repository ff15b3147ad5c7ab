//! Operators and functions of numeric.
//!
//! Comes in: columns of numeric. Goes out: numeric with the result scales of PostgreSQL's numeric.c. Must never: go through a float.

use super::arithmetic::{out_of_range, remainder2, remainder4, remainder8};
use super::entry::Entry;
use super::kernel::Call;
use super::rows::{F8, I4, I8, Num, build, map1, map2};
use crate::error::{SqlError, SqlResult};
use crate::types::numeric::PgNumeric;
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

type Binary = fn(&PgNumeric, &PgNumeric) -> SqlResult<PgNumeric>;

fn binary(call: &Call<'_>, function: Binary) -> SqlResult<ArrayRef> {
    map2::<Num, Num, PgNumeric>(call, |a, b| function(&a, &b))
}

fn unary(call: &Call<'_>, function: fn(&PgNumeric) -> SqlResult<PgNumeric>) -> SqlResult<ArrayRef> {
    map1::<Num, PgNumeric>(call, |a| function(&a))
}

pub fn entries() -> Vec<Entry> {
    let mut all = vec![
        Entry::kernel("+(numeric, numeric) numeric", |call| binary(call, PgNumeric::try_add)),
        Entry::kernel("-(numeric, numeric) numeric", |call| binary(call, PgNumeric::try_sub)),
        Entry::kernel("*(numeric, numeric) numeric", |call| binary(call, PgNumeric::try_mul)),
        Entry::kernel("/(numeric, numeric) numeric", |call| binary(call, PgNumeric::try_div)),
        Entry::kernel("%(numeric, numeric) numeric", |call| binary(call, PgNumeric::try_rem)),
        Entry::kernel("^(numeric, numeric) numeric", |call| binary(call, PgNumeric::power)),
        Entry::kernel("-(numeric) numeric", |call| unary(call, |a| Ok(a.neg()))),
        Entry::kernel("@(numeric) numeric", |call| unary(call, |a| Ok(a.abs()))),
        Entry::kernel("abs(numeric) numeric", |call| unary(call, |a| Ok(a.abs()))),
        Entry::kernel("sign(numeric) numeric", |call| unary(call, |a| Ok(a.sign()))),
        Entry::kernel("ceil(numeric) numeric", |call| unary(call, |a| Ok(a.ceil()))),
        Entry::kernel("ceiling(numeric) numeric", |call| unary(call, |a| Ok(a.ceil()))),
        Entry::kernel("floor(numeric) numeric", |call| unary(call, |a| Ok(a.floor()))),
        Entry::kernel("round(numeric) numeric", |call| unary(call, |a| a.round(0))),
        Entry::kernel("round(numeric, int4) numeric", |call| map2::<Num, I4, _>(call, |a, digits| a.round(digits))),
        Entry::kernel("trunc(numeric) numeric", |call| unary(call, |a| a.trunc(0))),
        Entry::kernel("trunc(numeric, int4) numeric", |call| map2::<Num, I4, _>(call, |a, digits| a.trunc(digits))),
        Entry::kernel("sqrt(numeric) numeric", |call| unary(call, PgNumeric::sqrt)),
        Entry::kernel("exp(numeric) numeric", |call| unary(call, PgNumeric::exp)),
        Entry::kernel("ln(numeric) numeric", |call| unary(call, PgNumeric::ln)),
        Entry::kernel("log(numeric) numeric", |call| unary(call, PgNumeric::log10)),
        Entry::kernel("log10(numeric) numeric", |call| unary(call, PgNumeric::log10)),
        Entry::kernel("log(numeric, numeric) numeric", |call| binary(call, |base, a| a.log(base))),
        Entry::kernel("power(numeric, numeric) numeric", |call| binary(call, PgNumeric::power)),
        Entry::kernel("pow(numeric, numeric) numeric", |call| binary(call, PgNumeric::power)),
        Entry::kernel("mod(numeric, numeric) numeric", |call| binary(call, PgNumeric::try_rem)),
        Entry::kernel("mod(int2, int2) int2", remainder2),
        Entry::kernel("mod(int4, int4) int4", remainder4),
        Entry::kernel("mod(int8, int8) int8", remainder8),
        Entry::kernel("div(numeric, numeric) numeric", |call| binary(call, PgNumeric::try_div_trunc)),
        Entry::kernel("gcd(numeric, numeric) numeric", |call| binary(call, PgNumeric::gcd)),
        Entry::kernel("lcm(numeric, numeric) numeric", |call| binary(call, PgNumeric::lcm)),
        Entry::kernel("trim_scale(numeric) numeric", |call| unary(call, |a| Ok(a.trim_scale()))),
        Entry::kernel("scale(numeric) int4", |call| map1::<Num, _>(call, |a| Ok(a.scale().map(u32::cast_signed)))),
        Entry::kernel("min_scale(numeric) int4", |call| {
            map1::<Num, _>(call, |a| Ok(a.min_scale().map(u32::cast_signed)))
        }),
    ];
    all.extend(whole());
    all
}

/// Functions of integers.
fn whole() -> Vec<Entry> {
    vec![
        Entry::kernel("gcd(int4, int4) int4", |call| {
            map2::<I4, I4, i32>(call, |a, b| narrow(gcd(a.into(), b.into())?))
        }),
        Entry::kernel("gcd(int8, int8) int8", |call| map2::<I8, I8, i64>(call, gcd)),
        Entry::kernel("lcm(int4, int4) int4", |call| {
            map2::<I4, I4, i32>(call, |a, b| narrow(lcm(a.into(), b.into())?))
        }),
        Entry::kernel("lcm(int8, int8) int8", |call| map2::<I8, I8, i64>(call, lcm)),
        Entry::kernel("factorial(int8) numeric", |call| map1::<I8, PgNumeric>(call, factorial)),
        Entry::kernel("width_bucket(numeric, numeric, numeric, int4) int4", width_bucket_numeric),
        Entry::kernel("width_bucket(float8, float8, float8, int4) int4", width_bucket_float),
        Entry::kernel("to_hex(int4) text", |call| map1::<I4, String>(call, |a| Ok(format!("{a:x}")))),
        Entry::kernel("to_hex(int8) text", |call| map1::<I8, String>(call, |a| Ok(format!("{a:x}")))),
    ]
}

fn narrow(value: i64) -> SqlResult<i32> {
    i32::try_from(value).map_err(|_| out_of_range("integer out of range"))
}

fn gcd(a: i64, b: i64) -> SqlResult<i64> {
    let divisor = num_integer::gcd(i128::from(a), i128::from(b));
    i64::try_from(divisor).map_err(|_| out_of_range("bigint out of range"))
}

fn lcm(a: i64, b: i64) -> SqlResult<i64> {
    let multiple = num_integer::lcm(i128::from(a), i128::from(b));
    i64::try_from(multiple).map_err(|_| out_of_range("bigint out of range"))
}

fn factorial(n: i64) -> SqlResult<PgNumeric> {
    if n < 0 {
        return Err(out_of_range("factorial of a negative number is undefined"));
    }
    // PostgreSQL refuses from here on as well.
    if n > 32_177 {
        return Err(out_of_range("value overflows numeric format"));
    }
    let product = (2..=n).fold(num_bigint::BigInt::from(1), |product, factor| product * factor);
    product.to_string().parse::<PgNumeric>().map_err(SqlError::from)
}

fn bucket_error(message: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_ARGUMENT_FOR_WIDTH_BUCKET_FUNCTION, message)
}

fn buckets(count: i32) -> SqlResult<i32> {
    if count <= 0 { Err(bucket_error("count must be greater than zero")) } else { Ok(count) }
}

fn after_last(count: i32) -> SqlResult<i32> {
    count.checked_add(1).ok_or_else(|| out_of_range("integer out of range"))
}

fn width_bucket_float(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (value, low) = (call.column::<F8>(0)?, call.column::<F8>(1)?);
    let (high, count) = (call.column::<F8>(2)?, call.column::<I4>(3)?);
    build(call.rows, |row| match (value.get(row), low.get(row), high.get(row), count.get(row)) {
        (Some(value), Some(low), Some(high), Some(count)) => float_bucket(value, low, high, count).map(Some),
        _ => Ok(None),
    })
}

#[expect(clippy::cast_possible_truncation, reason = "a fraction of the count is within its range")]
fn float_bucket(value: f64, low: f64, high: f64, count: i32) -> SqlResult<i32> {
    let wide = f64::from(buckets(count)?);
    if value.is_nan() || low.is_nan() || high.is_nan() {
        return Err(bucket_error("operand, lower bound, and upper bound cannot be NaN"));
    }
    if low.is_infinite() || high.is_infinite() {
        return Err(bucket_error("lower and upper bounds must be finite"));
    }
    let inside = |distance: f64, width: f64| {
        let share = if width.is_finite() { distance / width } else { (distance / 2.0) / (width / 2.0) };
        ((wide * share) as i32).min(count - 1) + 1
    };
    if low < high {
        match value {
            _ if value < low => Ok(0),
            _ if value >= high => after_last(count),
            _ if (high - low).is_finite() => Ok(inside(value - low, high - low)),
            _ => Ok(inside(value / 2.0 - low / 2.0, high / 2.0 - low / 2.0)),
        }
    } else if low > high {
        match value {
            _ if value > low => Ok(0),
            _ if value <= high => after_last(count),
            _ if (low - high).is_finite() => Ok(inside(low - value, low - high)),
            _ => Ok(inside(low / 2.0 - value / 2.0, low / 2.0 - high / 2.0)),
        }
    } else {
        Err(bucket_error("lower bound cannot equal upper bound"))
    }
}

fn width_bucket_numeric(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (value, low) = (call.column::<Num>(0)?, call.column::<Num>(1)?);
    let (high, count) = (call.column::<Num>(2)?, call.column::<I4>(3)?);
    build(call.rows, |row| match (value.get(row), low.get(row), high.get(row), count.get(row)) {
        (Some(value), Some(low), Some(high), Some(count)) => numeric_bucket(&value, &low, &high, count).map(Some),
        _ => Ok(None),
    })
}

fn numeric_bucket(value: &PgNumeric, low: &PgNumeric, high: &PgNumeric, count: i32) -> SqlResult<i32> {
    buckets(count)?;
    if value.is_nan() || low.is_nan() || high.is_nan() {
        return Err(bucket_error("operand, lower bound, and upper bound cannot be NaN"));
    }
    if low.is_infinite() || high.is_infinite() {
        return Err(bucket_error("lower and upper bounds must be finite"));
    }
    let ascending = low < high;
    if low == high {
        return Err(bucket_error("lower bound cannot equal upper bound"));
    }
    if if ascending { value < low } else { value > low } {
        return Ok(0);
    }
    if if ascending { value >= high } else { value <= high } {
        return after_last(count);
    }
    let distance = value.try_sub(low)?.abs().try_mul(&PgNumeric::from(count))?;
    let bucket = distance.try_div_trunc(&high.try_sub(low)?.abs())?.to_i32()?;
    Ok(bucket.min(count - 1) + 1)
}
