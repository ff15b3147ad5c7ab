//! Sums, products, quotients, and rounding, with the result scales of numeric.c.

use super::integer::Int;
use super::{
    Decimal, MAX_DISPLAY_SCALE, MAX_INTEGER_DIGITS, MAX_SCALE, MIN_SIGNIFICANT, PgNumeric, division_by_zero, overflow,
};
use crate::error::SqlResult;
use num_integer::Integer;
use num_traits::Zero;

/// Scales by which `round` and `trunc` can be asked, as in PostgreSQL.
const MAX_ROUND: i32 = 16_383;
/// As many digits before the point as a numeric can have, and one more.
const MIN_ROUND: i32 = -131_073;

impl Decimal {
    /// At another scale, halves away from zero.
    pub(super) fn round(&self, scale: u32) -> Decimal {
        if scale >= self.scale {
            return Decimal::new(self.at_scale(scale), scale);
        }
        let cut = self.unscaled.scale_down(self.scale - scale);
        let unscaled = if cut.half { cut.kept.away_from_zero(self.unscaled.is_negative()) } else { cut.kept };
        Decimal::new(unscaled, scale)
    }

    pub(super) fn quotient(&self, divisor: &Decimal, scale: u32) -> Decimal {
        // self/10^s1 / (divisor/10^s2) = q/10^scale, so q = self * 10^(scale + s2 - s1) / divisor
        let shift = i64::from(scale) + i64::from(divisor.scale) - i64::from(self.scale);
        let (numerator, denominator) = match u32::try_from(shift) {
            Ok(up) => (self.unscaled.scale_up(up), divisor.unscaled.clone()),
            Err(_) => (self.unscaled.clone(), divisor.unscaled.scale_up(u32::try_from(-shift).unwrap_or(0))),
        };
        let negative = numerator.is_negative() != denominator.is_negative();
        let (quotient, rest) = numerator.div_rem(&denominator);
        let twice = rest.abs().mul(&Int::Small(2));
        let quotient = if twice >= denominator.abs() { quotient.away_from_zero(negative) } else { quotient };
        Decimal::new(quotient, scale)
    }

    /// numeric.c's `select_div_scale`.
    fn quotient_scale(&self, divisor: &Decimal) -> u32 {
        let (weight1, first1) = self.weight();
        let (weight2, first2) = divisor.weight();
        let weight = weight1 - weight2 - i64::from(first1 <= first2);
        let scale = (MIN_SIGNIFICANT - weight * 4).max(i64::from(self.scale)).max(i64::from(divisor.scale));
        u32::try_from(scale.clamp(0, MAX_DISPLAY_SCALE)).unwrap_or(0)
    }

    /// Within PostgreSQL's limits, or 22003.
    pub(super) fn checked(self) -> SqlResult<PgNumeric> {
        let in_limits = self.scale <= MAX_SCALE
            && (self.unscaled.small().is_some_and(|small| small.unsigned_abs() < 1 << 100)
                || self.exponent() < MAX_INTEGER_DIGITS);
        if in_limits { Ok(PgNumeric::Finite(self)) } else { Err(overflow()) }
    }
}

impl PgNumeric {
    /// `+`
    pub fn try_add(&self, other: &Self) -> SqlResult<Self> {
        match (self, other) {
            (Self::Finite(a), Self::Finite(b)) => {
                let scale = a.scale.max(b.scale);
                Decimal::new(a.at_scale(scale).add(&b.at_scale(scale)), scale).checked()
            }
            (Self::NaN, _)
            | (_, Self::NaN)
            | (Self::Infinity, Self::NegInfinity)
            | (Self::NegInfinity, Self::Infinity) => Ok(Self::NaN),
            (Self::Finite(_), infinite) | (infinite, _) => Ok(infinite.clone()),
        }
    }

    /// Binary `-`
    pub fn try_sub(&self, other: &Self) -> SqlResult<Self> {
        self.try_add(&other.neg())
    }

    /// `*`
    pub fn try_mul(&self, other: &Self) -> SqlResult<Self> {
        match (self, other) {
            (Self::Finite(a), Self::Finite(b)) => {
                let product = Decimal::new(a.unscaled.mul(&b.unscaled), a.scale + b.scale);
                if product.scale > MAX_SCALE { product.round(MAX_SCALE).checked() } else { product.checked() }
            }
            (Self::NaN, _) | (_, Self::NaN) => Ok(Self::NaN),
            (a, b) if a.is_zero() || b.is_zero() => Ok(Self::NaN),
            (a, b) if a.is_negative() == b.is_negative() => Ok(Self::Infinity),
            _ => Ok(Self::NegInfinity),
        }
    }

    /// `/`
    ///
    /// # Errors
    /// 22012
    pub fn try_div(&self, other: &Self) -> SqlResult<Self> {
        match (self, other) {
            (Self::NaN, _) | (_, Self::NaN) => Ok(Self::NaN),
            (Self::Finite(_) | Self::Infinity | Self::NegInfinity, b) if b.is_zero() => Err(division_by_zero()),
            (Self::Finite(a), Self::Finite(b)) => a.quotient(b, a.quotient_scale(b)).checked(),
            (Self::Finite(_), _) => Ok(Self::ZERO),
            (_, Self::Finite(_)) if self.is_negative() == other.is_negative() => Ok(Self::Infinity),
            (_, Self::Finite(_)) => Ok(Self::NegInfinity),
            _ => Ok(Self::NaN),
        }
    }

    /// `div()`: the quotient cut to a whole number.
    pub fn try_div_trunc(&self, other: &Self) -> SqlResult<Self> {
        match (self, other) {
            (Self::Finite(a), Self::Finite(b)) if !b.unscaled.is_zero() => {
                let scale = a.scale.max(b.scale);
                let (quotient, _) = a.at_scale(scale).div_rem(&b.at_scale(scale));
                Decimal::new(quotient, 0).checked()
            }
            _ => self.try_div(other),
        }
    }

    /// `%`: has the sign of the dividend.
    ///
    /// # Errors
    /// 22012
    pub fn try_rem(&self, other: &Self) -> SqlResult<Self> {
        match (self, other) {
            (Self::NaN, _) | (_, Self::NaN) => Ok(Self::NaN),
            (_, b) if b.is_zero() => Err(division_by_zero()),
            (Self::Finite(a), Self::Finite(b)) => {
                let scale = a.scale.max(b.scale);
                let (_, rest) = a.at_scale(scale).div_rem(&b.at_scale(scale));
                Decimal::new(rest, scale).checked()
            }
            (Self::Finite(_), _) => Ok(self.clone()),
            _ => Ok(Self::NaN),
        }
    }

    /// Unary `-`
    #[must_use]
    pub fn neg(&self) -> Self {
        match self {
            Self::NegInfinity => Self::Infinity,
            Self::Infinity => Self::NegInfinity,
            Self::NaN => Self::NaN,
            Self::Finite(decimal) => Self::Finite(Decimal::new(decimal.unscaled.neg(), decimal.scale)),
        }
    }

    /// `abs()`
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { self.neg() } else { self.clone() }
    }

    /// `sign()`
    #[must_use]
    pub fn sign(&self) -> Self {
        match self {
            Self::NaN => Self::NaN,
            _ if self.is_zero() => Self::ZERO,
            _ if self.is_negative() => Self::from_i128(-1, 0),
            _ => Self::ONE,
        }
    }

    /// `round(n, digits)`: halves away from zero; a negative count rounds before the point.
    pub fn round(&self, digits: i32) -> SqlResult<Self> {
        self.cut(digits, true)
    }

    /// `trunc(n, digits)`
    pub fn trunc(&self, digits: i32) -> SqlResult<Self> {
        self.cut(digits, false)
    }

    fn cut(&self, digits: i32, round: bool) -> SqlResult<Self> {
        let Self::Finite(decimal) = self else { return Ok(self.clone()) };
        let digits = digits.clamp(MIN_ROUND, MAX_ROUND);
        let drop = i64::from(decimal.scale) - i64::from(digits);
        let Ok(drop) = u32::try_from(drop) else {
            let scale = u32::try_from(digits).unwrap_or(0);
            return Decimal::new(decimal.at_scale(scale), scale).checked();
        };
        let cut = decimal.unscaled.scale_down(drop);
        let kept = if round && cut.half { cut.kept.away_from_zero(decimal.unscaled.is_negative()) } else { cut.kept };
        let scale = u32::try_from(digits).unwrap_or(0);
        let unscaled = kept.scale_up(u32::try_from(-digits).unwrap_or(0));
        Decimal::new(unscaled, scale).checked()
    }

    /// `ceil()`
    #[must_use]
    pub fn ceil(&self) -> Self {
        self.whole(false)
    }

    /// `floor()`
    #[must_use]
    pub fn floor(&self) -> Self {
        self.whole(true)
    }

    fn whole(&self, down: bool) -> Self {
        let Self::Finite(decimal) = self else { return self.clone() };
        let cut = decimal.unscaled.scale_down(decimal.scale);
        let negative = decimal.unscaled.is_negative();
        let unscaled = if !cut.exact && negative == down { cut.kept.away_from_zero(negative) } else { cut.kept };
        Self::Finite(Decimal::new(unscaled, 0))
    }

    /// `gcd()`
    pub fn gcd(&self, other: &Self) -> SqlResult<Self> {
        let (Self::Finite(a), Self::Finite(b)) = (self, other) else { return Ok(Self::NaN) };
        let scale = a.scale.max(b.scale);
        let divisor = a.at_scale(scale).to_big().gcd(&b.at_scale(scale).to_big());
        Decimal::new(Int::from_big(divisor), scale).checked()
    }

    /// `lcm()`
    pub fn lcm(&self, other: &Self) -> SqlResult<Self> {
        let (Self::Finite(a), Self::Finite(b)) = (self, other) else { return Ok(Self::NaN) };
        let scale = a.scale.max(b.scale);
        let (a, b) = (a.at_scale(scale).to_big(), b.at_scale(scale).to_big());
        let multiple = if a.is_zero() || b.is_zero() { num_bigint::BigInt::ZERO } else { a.lcm(&b) };
        Decimal::new(Int::from_big(multiple), scale).checked()
    }
}
