//! Functions of float8.
//!
//! Comes in: columns of float8. Goes out: float8, with PostgreSQL's errors where C would give NaN or an infinity. Must never: give NaN for what is no NaN.

use super::arithmetic::out_of_range;
use super::entry::Entry;
use super::kernel::Call;
use super::rows::{F8, map1, map2};
use crate::error::{SqlError, SqlResult};
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;
use std::f64::consts::PI;

/// From here on a square is too large, or swallows what is added to it.
const LARGE: f64 = 268_435_456.0;

/// What the inverse hyperbolic functions come near to: ln(2a).
fn far(value: f64) -> f64 {
    value.ln() + std::f64::consts::LN_2
}

fn one(call: &Call<'_>, function: fn(f64) -> SqlResult<f64>) -> SqlResult<ArrayRef> {
    map1::<F8, f64>(call, |value| if value.is_nan() { Ok(f64::NAN) } else { function(value).map(settle) })
}

/// For functions that never fail.
fn total(call: &Call<'_>, function: fn(f64) -> f64) -> SqlResult<ArrayRef> {
    map1::<F8, f64>(call, |value| Ok(settle(function(value))))
}

/// NaN has one form.
fn settle(value: f64) -> f64 {
    if value.is_nan() { f64::NAN } else { value }
}

fn overflow() -> SqlError {
    out_of_range("value out of range: overflow")
}

fn underflow() -> SqlError {
    out_of_range("value out of range: underflow")
}

fn checked(result: f64, may_be_infinite: bool, may_be_zero: bool) -> SqlResult<f64> {
    match result {
        _ if result.is_infinite() && !may_be_infinite => Err(overflow()),
        _ if result == 0.0 && !may_be_zero => Err(underflow()),
        _ => Ok(result),
    }
}

pub fn entries() -> Vec<Entry> {
    let mut all = vec![
        Entry::kernel("|/(float8) float8", |call| one(call, square_root)),
        Entry::kernel("sqrt(float8) float8", |call| one(call, square_root)),
        Entry::kernel("||/(float8) float8", |call| total(call, f64::cbrt)),
        Entry::kernel("cbrt(float8) float8", |call| total(call, f64::cbrt)),
        Entry::kernel("^(float8, float8) float8", power),
        Entry::kernel("power(float8, float8) float8", power),
        Entry::kernel("pow(float8, float8) float8", power),
        Entry::kernel("round(float8) float8", |call| total(call, f64::round_ties_even)),
        Entry::kernel("trunc(float8) float8", |call| total(call, f64::trunc)),
        Entry::kernel("ceil(float8) float8", |call| total(call, f64::ceil)),
        Entry::kernel("ceiling(float8) float8", |call| total(call, f64::ceil)),
        Entry::kernel("floor(float8) float8", |call| total(call, f64::floor)),
        Entry::kernel("sign(float8) float8", |call| {
            total(call, |a| {
                if a > 0.0 {
                    1.0
                } else if a < 0.0 {
                    -1.0
                } else {
                    0.0
                }
            })
        }),
        Entry::kernel("exp(float8) float8", |call| one(call, exponential)),
        Entry::kernel("ln(float8) float8", |call| one(call, |a| logarithm(a, f64::ln))),
        Entry::kernel("log(float8) float8", |call| one(call, |a| logarithm(a, f64::log10))),
        Entry::kernel("log10(float8) float8", |call| one(call, |a| logarithm(a, f64::log10))),
        Entry::kernel("degrees(float8) float8", |call| one(call, divide_by_degree)),
        Entry::kernel("radians(float8) float8", |call| {
            one(call, |a| checked(a * (PI / 180.0), a.is_infinite(), a == 0.0))
        }),
        Entry::kernel("pi() float8", |_| {
            Ok(std::sync::Arc::new(datafusion::arrow::array::Float64Array::from(vec![PI])))
        }),
    ];
    all.extend(angles());
    all
}

fn angles() -> Vec<Entry> {
    vec![
        Entry::kernel("sin(float8) float8", |call| one(call, |a| periodic(a, f64::sin))),
        Entry::kernel("cos(float8) float8", |call| one(call, |a| periodic(a, f64::cos))),
        Entry::kernel("tan(float8) float8", |call| one(call, |a| periodic(a, f64::tan))),
        Entry::kernel("cot(float8) float8", |call| one(call, |a| periodic(a, |a| 1.0 / a.tan()))),
        Entry::kernel("asin(float8) float8", |call| one(call, |a| within_one(a, f64::asin))),
        Entry::kernel("acos(float8) float8", |call| one(call, |a| within_one(a, f64::acos))),
        Entry::kernel("atan(float8) float8", |call| total(call, f64::atan)),
        Entry::kernel("atan2(float8, float8) float8", |call| map2::<F8, F8, f64>(call, |a, b| Ok(settle(a.atan2(b))))),
        Entry::kernel("sinh(float8) float8", |call| total(call, f64::sinh)),
        Entry::kernel("cosh(float8) float8", |call| total(call, f64::cosh)),
        Entry::kernel("tanh(float8) float8", |call| total(call, f64::tanh)),
        Entry::kernel("asinh(float8) float8", |call| {
            total(call, |a| if a.abs() > LARGE { far(a.abs()).copysign(a) } else { a.asinh() })
        }),
        Entry::kernel("acosh(float8) float8", |call| {
            one(call, |a| if a < 1.0 { Err(no_input()) } else { Ok(if a > LARGE { far(a) } else { a.acosh() }) })
        }),
        Entry::kernel("atanh(float8) float8", |call| one(call, |a| within_one(a, f64::atanh))),
    ]
}

pub(super) fn no_input() -> SqlError {
    out_of_range("input is out of range")
}

fn periodic(value: f64, function: fn(f64) -> f64) -> SqlResult<f64> {
    if value.is_infinite() { Err(no_input()) } else { Ok(function(value)) }
}

fn within_one(value: f64, function: fn(f64) -> f64) -> SqlResult<f64> {
    if (-1.0..=1.0).contains(&value) { Ok(function(value)) } else { Err(no_input()) }
}

fn divide_by_degree(value: f64) -> SqlResult<f64> {
    checked(value / (PI / 180.0), value.is_infinite(), true)
}

fn square_root(value: f64) -> SqlResult<f64> {
    if value < 0.0 {
        let message = "cannot take square root of a negative number";
        return Err(SqlError::new(SqlState::INVALID_ARGUMENT_FOR_POWER_FUNCTION, message));
    }
    Ok(value.sqrt())
}

fn exponential(value: f64) -> SqlResult<f64> {
    if value.is_infinite() {
        return Ok(if value > 0.0 { value } else { 0.0 });
    }
    checked(value.exp(), false, false)
}

fn logarithm(value: f64, function: fn(f64) -> f64) -> SqlResult<f64> {
    let refuse = |message| Err(SqlError::new(SqlState::INVALID_ARGUMENT_FOR_LOGARITHM, message));
    match value {
        0.0 => refuse("cannot take logarithm of zero"),
        _ if value < 0.0 => refuse("cannot take logarithm of a negative number"),
        _ => Ok(function(value)),
    }
}

fn power(call: &Call<'_>) -> SqlResult<ArrayRef> {
    map2::<F8, F8, f64>(call, raise)
}

fn raise(base: f64, exponent: f64) -> SqlResult<f64> {
    let refuse = |message| Err(SqlError::new(SqlState::INVALID_ARGUMENT_FOR_POWER_FUNCTION, message));
    if base.is_nan() || exponent.is_nan() {
        return Ok(if exponent == 0.0 || base == 1.0 { 1.0 } else { f64::NAN });
    }
    if base == 0.0 && exponent < 0.0 {
        return refuse("zero raised to a negative power is undefined");
    }
    if base < 0.0 && exponent.is_finite() && exponent.floor() != exponent {
        return refuse("a negative number raised to a non-integer power yields a complex result");
    }
    let infinite = base.is_infinite() || exponent.is_infinite();
    checked(base.powf(exponent), infinite, infinite || base == 0.0)
}
