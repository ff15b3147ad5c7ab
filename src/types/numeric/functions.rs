//! `sqrt`, `exp`, `ln`, `log` and `power`: the result scales are numeric.c's, the digits are rounded from a fixed-point value with bits to spare.

use super::integer::{Int, pow10_big};
use super::{Decimal, MAX_DISPLAY_SCALE, MIN_SIGNIFICANT, PgNumeric, division_by_zero, overflow};
use crate::error::{SqlError, SqlResult};
use guard::SqlState;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// Beyond this `exp` overflows, or is nothing but zeros.
const MAX_RESULT: f64 = 2000.0;
/// Powers of ten beyond which a power is sure to be out of range.
const MAX_POWER: f64 = 131_073.0;
#[expect(clippy::approx_constant, reason = "numeric.c has these digits, and result scales depend on them")]
const LOG10_E: f64 = 0.434_294_481_903_252;
#[expect(clippy::approx_constant, reason = "numeric.c has these digits, and result scales depend on them")]
const LN_10: f64 = 2.302_585_092_994_046;

impl PgNumeric {
    /// `sqrt()`
    ///
    /// # Errors
    /// 2201F
    pub fn sqrt(&self) -> SqlResult<Self> {
        if self.is_negative() {
            let message = "cannot take square root of a negative number";
            return Err(SqlError::new(SqlState::INVALID_ARGUMENT_FOR_POWER_FUNCTION, message));
        }
        let Self::Finite(decimal) = self else { return Ok(self.clone()) };
        let (weight, _) = decimal.weight();
        self.sqrt_at(result_scale((weight + 1) * 4 / 2 - 1, &[decimal]))
    }

    /// The root of a number that is not negative, at a scale that the caller chose, as `stddev` does.
    ///
    /// # Errors
    /// 22003
    pub fn sqrt_at(&self, scale: u32) -> SqlResult<Self> {
        let Self::Finite(decimal) = self else { return Ok(self.clone()) };
        // The root at `scale` is the whole root of the number at twice that; one more bit decides the rounding.
        let shift = 2 * i64::from(scale) - i64::from(decimal.scale);
        let square = match u32::try_from(shift) {
            Ok(up) => decimal.unscaled.scale_up(up),
            Err(_) => decimal.unscaled.scale_down(u32::try_from(-shift).unwrap_or(0)).kept,
        };
        let doubled: BigInt = (square.to_big() << 2u8).sqrt();
        Decimal::new(Int::from_big((doubled + 1u8) >> 1u8), scale).checked()
    }

    /// `exp()`
    ///
    /// # Errors
    /// 22003
    pub fn exp(&self) -> SqlResult<Self> {
        let decimal = match self {
            Self::NaN | Self::Infinity => return Ok(self.clone()),
            Self::NegInfinity => return Ok(Self::ZERO),
            Self::Finite(decimal) => decimal,
        };
        let estimate = (to_f64(decimal) * LOG10_E).clamp(-MAX_RESULT, MAX_RESULT);
        exp_at(decimal, result_scale(whole(estimate), &[decimal]))
    }

    /// `ln()`
    ///
    /// # Errors
    /// 2201E
    pub fn ln(&self) -> SqlResult<Self> {
        self.check_logarithm()?;
        let Self::Finite(decimal) = self else { return Ok(self.clone()) };
        let scale = result_scale(ln_weight(decimal), &[decimal]);
        ln_at(decimal, scale).checked()
    }

    /// `log(base, self)`
    ///
    /// # Errors
    /// 2201E, 22012
    pub fn log(&self, base: &Self) -> SqlResult<Self> {
        if self.is_nan() || base.is_nan() {
            return Ok(Self::NaN);
        }
        base.check_logarithm()?;
        self.check_logarithm()?;
        let (number, base) = match (self, base) {
            (Self::Finite(number), Self::Finite(base)) => (number, base),
            (Self::Finite(_), _) => return Ok(Self::ZERO),
            (_, Self::Finite(_)) => return Ok(Self::Infinity),
            _ => return Ok(Self::NaN),
        };
        let (base_weight, number_weight) = (ln_weight(base), ln_weight(number));
        let result_weight = number_weight - base_weight;
        let scale = result_scale(result_weight, &[base, number]);
        let needed = i64::from(scale) + result_weight + 8;
        let at = |weight: i64| u32::try_from((needed - weight).max(0)).unwrap_or(0);
        let (ln_base, ln_number) = (ln_at(base, at(base_weight)), ln_at(number, at(number_weight)));
        if ln_base.unscaled.is_zero() {
            return Err(division_by_zero());
        }
        ln_number.quotient(&ln_base, scale).checked()
    }

    /// `log()`, to base 10
    ///
    /// # Errors
    /// 2201E
    pub fn log10(&self) -> SqlResult<Self> {
        self.log(&Self::from_i128(10, 0))
    }

    fn check_logarithm(&self) -> SqlResult<()> {
        let what = match self {
            Self::NaN => return Ok(()),
            _ if self.is_zero() => "zero",
            _ if self.is_negative() => "a negative number",
            _ => return Ok(()),
        };
        let message = format!("cannot take logarithm of {what}");
        Err(SqlError::new(SqlState::INVALID_ARGUMENT_FOR_LOGARITHM, message))
    }

    /// `power()`, `^`
    ///
    /// # Errors
    /// 2201F, 22003
    pub fn power(&self, exponent: &Self) -> SqlResult<Self> {
        if self.is_nan() || exponent.is_nan() {
            let one = (self.is_nan() && exponent.is_zero()) || (exponent.is_nan() && *self == Self::ONE);
            return Ok(if one { Self::ONE } else { Self::NaN });
        }
        let refused = |message: &str| Err(SqlError::new(SqlState::INVALID_ARGUMENT_FOR_POWER_FUNCTION, message));
        if self.is_zero() && exponent.is_negative() {
            return refused("zero raised to a negative power is undefined");
        }
        if self.is_negative() && !exponent.is_infinite() && !exponent.is_integer() {
            return refused("a negative number raised to a non-integer power yields a complex result");
        }
        match (self, exponent) {
            (Self::Finite(base), Self::Finite(exponent)) => power(base, exponent),
            _ => Ok(self.infinite_power(exponent)),
        }
    }

    /// At least one of both is infinite: POSIX's rules for `pow`.
    fn infinite_power(&self, exponent: &Self) -> Self {
        if *self == Self::ONE || exponent.is_zero() {
            return Self::ONE;
        }
        if self.is_zero() {
            return Self::ZERO;
        }
        if exponent.is_infinite() {
            let magnitude = self.abs();
            if magnitude == Self::ONE {
                return Self::ONE;
            }
            let grows = (magnitude > Self::ONE) != exponent.is_negative();
            return if grows { Self::Infinity } else { Self::ZERO };
        }
        if exponent.is_negative() {
            return Self::ZERO;
        }
        let odd = exponent.is_integer() && exponent.try_rem(&Self::from_i128(2, 0)).is_ok_and(|rest| !rest.is_zero());
        if self.is_negative() && odd { Self::NegInfinity } else { Self::Infinity }
    }
}

/// Enough digits for 16 significant ones where the first stands at 10^`weight`, and not fewer than the inputs have.
fn result_scale(weight: i64, inputs: &[&Decimal]) -> u32 {
    let shown = inputs.iter().map(|input| i64::from(input.scale)).max().unwrap_or(0);
    u32::try_from((MIN_SIGNIFICANT - weight).max(shown).clamp(0, MAX_DISPLAY_SCALE)).unwrap_or(0)
}

/// As C's cast to int.
#[expect(clippy::cast_possible_truncation, reason = "estimates far below the limits of i64")]
fn whole(estimate: f64) -> i64 {
    estimate as i64
}

fn to_f64(decimal: &Decimal) -> f64 {
    decimal.to_string().parse().unwrap_or(f64::INFINITY)
}

/// The first digits in base 10000 as a number, and the power of ten they count: at least `limit` of them if there are as many.
fn leading(decimal: &Decimal, limit: i64) -> (f64, i64) {
    let (weight, _) = decimal.weight();
    // Zeros at the end are not digits to numeric.c.
    let Some(trimmed) = PgNumeric::Finite(decimal.clone()).trim_scale().into_decimal() else { return (0.0, 0) };
    let low = (-i64::from(trimmed.scale)).div_euclid(4);
    let last = low.max(weight + 1 - limit);
    let mut cut = cut_at(&trimmed, last * 4);
    let mut last = last;
    // A whole number's zeros at the end are not digits either.
    while last < weight && cut.div_rem(&Int::Small(10_000)).1.is_zero() {
        cut = cut.scale_down(4).kept;
        last += 1;
    }
    let digits = cut.small().and_then(|digits| digits.to_f64()).unwrap_or(0.0);
    (digits, last * 4)
}

/// `|decimal| / 10^power`, cut to a whole number.
fn cut_at(decimal: &Decimal, power: i64) -> Int {
    let shift = i64::from(decimal.scale) + power;
    let magnitude = decimal.unscaled.abs();
    match u32::try_from(shift) {
        Ok(down) => magnitude.scale_down(down).kept,
        Err(_) => magnitude.scale_up(u32::try_from(-shift).unwrap_or(0)),
    }
}

/// numeric.c's `estimate_ln_dweight`: about the power of ten of the first digit of `ln(decimal)`.
fn ln_weight(decimal: &Decimal) -> i64 {
    let value = PgNumeric::Finite(decimal.clone());
    let tenths = |n: i128| PgNumeric::from_i128(n, 1);
    if value >= tenths(9) && value <= tenths(11) {
        let Ok(PgNumeric::Finite(rest)) = value.try_sub(&PgNumeric::ONE) else { return 0 };
        if rest.unscaled.is_zero() {
            return 0;
        }
        let (weight, digit) = rest.weight();
        return weight * 4 + i64::from(digit.checked_ilog10().unwrap_or(0));
    }
    let (digits, power) = leading(decimal, 2);
    let estimate = digits.ln() + power.to_f64().unwrap_or(0.0) * LN_10;
    whole(estimate.abs().log10())
}

impl PgNumeric {
    fn into_decimal(self) -> Option<Decimal> {
        match self {
            Self::Finite(decimal) => Some(decimal),
            _ => None,
        }
    }
}

fn bits(digits: i64) -> u64 {
    u64::try_from(digits.max(0)).unwrap_or(0) * 3_322 / 1000 + 64
}

/// `decimal * 2^bits`, cut.
fn fixed(decimal: &Decimal, bits: u64) -> BigInt {
    (decimal.unscaled.to_big() << bits) / pow10_big(decimal.scale)
}

/// `value / 2^bits`, rounded to a scale.
fn unfixed(value: BigInt, bits: u64, scale: u32) -> Decimal {
    let negative = value.is_negative();
    let scaled = value.abs() * pow10_big(scale);
    let rounded: BigInt = ((scaled >> (bits - 1)) + 1u8) >> 1u8;
    Decimal::new(Int::from_big(if negative { -rounded } else { rounded }), scale)
}

/// `exp` rounded to a scale.
fn exp_at(decimal: &Decimal, scale: u32) -> SqlResult<PgNumeric> {
    let estimate = to_f64(decimal);
    if estimate.abs() >= MAX_RESULT * 3.0 {
        return if estimate > 0.0 { Err(overflow()) } else { Ok(PgNumeric::Finite(Decimal::new(Int::ZERO, scale))) };
    }
    let halvings = 24u64;
    let weight = whole((estimate * LOG10_E).max(0.0)) + 1;
    let precision = bits(i64::from(scale) + weight + 10) + halvings;
    let one = BigInt::one() << precision;
    let argument = fixed(decimal, precision) >> halvings;
    let (mut term, mut sum, mut n) = (one.clone(), one, 0u32);
    loop {
        n += 1;
        term = ((term * &argument) >> precision) / n;
        if term.is_zero() || term == BigInt::from(-1) {
            break;
        }
        sum += &term;
    }
    for _ in 0..halvings {
        sum = (&sum * &sum) >> precision;
    }
    unfixed(sum, precision, scale).checked()
}

/// `ln` of a positive number, rounded to a scale.
fn ln_at(decimal: &Decimal, scale: u32) -> Decimal {
    let roots = 12u64;
    let precision = bits(i64::from(scale) + 12) + roots;
    // mantissa * 2^exponent with the mantissa in [0.7, 1.42), so that a number near one has the exponent zero.
    let size = decimal.unscaled.to_big().bits();
    let power = pow10_big(decimal.scale).bits();
    let mut exponent = i64::try_from(size).unwrap_or(0) - i64::try_from(power).unwrap_or(0);
    let at = |exponent: i64| {
        let shift = i64::try_from(precision).unwrap_or(i64::MAX) - exponent;
        let magnitude = decimal.unscaled.to_big();
        match u64::try_from(shift) {
            Ok(up) => (magnitude << up) / pow10_big(decimal.scale),
            Err(_) => magnitude / (pow10_big(decimal.scale) << u64::try_from(-shift).unwrap_or(0)),
        }
    };
    let one = BigInt::one() << precision;
    let mut mantissa = at(exponent);
    while &mantissa * 10u8 < &one * 7u8 {
        exponent -= 1;
        mantissa = at(exponent);
    }
    while &mantissa * 100u8 >= &one * 142u8 {
        exponent += 1;
        mantissa = at(exponent);
    }
    for _ in 0..roots {
        mantissa = (mantissa << precision).sqrt();
    }
    let ratio = ((&mantissa - &one) << precision) / (&mantissa + &one);
    let ln_mantissa = area_tangent(ratio, precision) << (roots + 1);
    let ln_two = area_tangent(&one / 3u8, precision) << 1u8;
    unfixed(ln_mantissa + ln_two * exponent, precision, scale)
}

/// `atanh` of a small fixed-point number.
fn area_tangent(value: BigInt, precision: u64) -> BigInt {
    let square = (&value * &value) >> precision;
    let (mut power, mut sum, mut n) = (value.clone(), value, 1u32);
    loop {
        power = (power * &square) >> precision;
        n += 2;
        let term = &power / n;
        if term.is_zero() {
            return sum;
        }
        sum += term;
    }
}

fn power(base: &Decimal, exponent: &Decimal) -> SqlResult<PgNumeric> {
    let whole_exponent = exponent.unscaled.scale_down(exponent.scale);
    if whole_exponent.exact
        && let Some(n) = whole_exponent.kept.small().and_then(|n| i32::try_from(n).ok())
    {
        return whole_power(base, n);
    }
    if base.unscaled.is_zero() {
        return Ok(PgNumeric::from_i128(0, u32::try_from(MIN_SIGNIFICANT).unwrap_or(16)));
    }
    let odd = whole_exponent.exact && whole_exponent.kept.to_big().is_odd();
    let negative = base.unscaled.is_negative() && odd;
    let magnitude = Decimal::new(base.unscaled.abs(), base.scale);
    let weight = ln_weight(&magnitude);
    let rough = ln_at(&magnitude, u32::try_from((8 - weight).max(0)).unwrap_or(0));
    let estimate = to_f64(&Decimal::new(rough.unscaled.mul(&exponent.unscaled), rough.scale + exponent.scale));
    if estimate.abs() > MAX_RESULT * 3.01 {
        let zero = Decimal::new(Int::ZERO, u32::try_from(MAX_DISPLAY_SCALE).unwrap_or(1000));
        return if estimate > 0.0 { Err(overflow()) } else { Ok(PgNumeric::Finite(zero)) };
    }
    let result_weight = whole(estimate * LOG10_E);
    let scale = result_scale(result_weight, &[base, exponent]);
    let needed = (i64::from(scale) + result_weight - weight + 8).max(0);
    let ln_scale = u32::try_from(needed).unwrap_or(0) + exponent.unscaled.digits() + 2;
    let ln_base = ln_at(&magnitude, ln_scale);
    let product = Decimal::new(ln_base.unscaled.mul(&exponent.unscaled), ln_base.scale + exponent.scale);
    let result = exp_at(&product, scale)?;
    Ok(if negative { result.neg() } else { result })
}

/// numeric.c's `power_var_int`: 16 digits after the point, or as many as the base has.
fn whole_power(base: &Decimal, exponent: i32) -> SqlResult<PgNumeric> {
    let scale = result_scale(0, &[base]);
    let one = Decimal::new(Int::Small(1), 0);
    match exponent {
        0 => return Ok(PgNumeric::Finite(one.round(scale))),
        1 => return base.round(scale).checked(),
        _ if base.unscaled.is_zero() && exponent < 0 => return Err(division_by_zero()),
        _ if base.unscaled.is_zero() => return Ok(PgNumeric::from_i128(0, scale)),
        -1 => return one.quotient(base, scale).checked(),
        _ => {}
    }
    let (digits, power) = leading(base, 4);
    let estimate = f64::from(exponent) * (digits.log10() + power.to_f64().unwrap_or(0.0));
    if estimate > MAX_POWER {
        return Err(overflow());
    }
    if estimate + 1.0 < -f64::from(scale) {
        return Ok(PgNumeric::from_i128(0, scale));
    }
    let raised = raise(base, exponent.unsigned_abs(), i64::from(scale) + whole(estimate.abs()) + 20);
    let result = if exponent < 0 { one.quotient(&raised, scale) } else { raised.round(scale) };
    result.checked()
}

/// By squaring, keeping `significant` digits.
fn raise(base: &Decimal, mut exponent: u32, significant: i64) -> Decimal {
    let (mut result, mut square) = (Decimal::new(Int::Small(1), 0), base.clone());
    loop {
        if exponent & 1 == 1 {
            result =
                shorten(Decimal::new(result.unscaled.mul(&square.unscaled), result.scale + square.scale), significant);
        }
        exponent >>= 1;
        if exponent == 0 {
            return result;
        }
        square = shorten(Decimal::new(square.unscaled.mul(&square.unscaled), square.scale * 2), significant);
    }
}

/// Without digits after the point beyond the first `significant`.
fn shorten(decimal: Decimal, significant: i64) -> Decimal {
    let excess = i64::from(decimal.unscaled.digits()) - significant;
    match u32::try_from(excess.min(i64::from(decimal.scale))) {
        Ok(excess) if excess > 0 => decimal.round(decimal.scale - excess),
        _ => decimal,
    }
}
