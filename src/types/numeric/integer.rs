//! Whole numbers of any size, in 128 bits while they fit.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// A whole number. Always `Small` if it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Int {
    Small(i128),
    Big(BigInt),
}

/// 10 to the power of `exponent`.
pub(crate) fn pow10_big(exponent: u32) -> BigInt {
    BigInt::from(10u8).pow(exponent)
}

/// 10 to the power of `exponent` if it fits.
pub(crate) fn pow10_small(exponent: u32) -> Option<i128> {
    10i128.checked_pow(exponent)
}

impl Int {
    pub(crate) const ZERO: Int = Int::Small(0);

    pub(crate) fn from_big(value: BigInt) -> Self {
        match value.to_i128() {
            Some(small) => Int::Small(small),
            None => Int::Big(value),
        }
    }

    pub(crate) fn to_big(&self) -> BigInt {
        match self {
            Int::Small(small) => BigInt::from(*small),
            Int::Big(big) => big.clone(),
        }
    }

    pub(crate) fn small(&self) -> Option<i128> {
        match self {
            Int::Small(small) => Some(*small),
            Int::Big(_) => None,
        }
    }

    /// Bytes beside its own size.
    pub(crate) fn heap(&self) -> usize {
        match self {
            Int::Small(_) => 0,
            Int::Big(big) => usize::try_from(big.bits() / 8).unwrap_or(usize::MAX),
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        matches!(self, Int::Small(0))
    }

    pub(crate) fn is_negative(&self) -> bool {
        match self {
            Int::Small(small) => *small < 0,
            Int::Big(big) => big.sign() == Sign::Minus,
        }
    }

    pub(crate) fn magnitude(&self) -> BigUint {
        match self {
            Int::Small(small) => BigUint::from(small.unsigned_abs()),
            Int::Big(big) => big.magnitude().clone(),
        }
    }

    pub(crate) fn neg(&self) -> Int {
        match self {
            Int::Small(small) => match small.checked_neg() {
                Some(negated) => Int::Small(negated),
                None => Int::Big(-BigInt::from(*small)),
            },
            Int::Big(big) => Int::from_big(-big),
        }
    }

    pub(crate) fn abs(&self) -> Int {
        if self.is_negative() { self.neg() } else { self.clone() }
    }

    pub(crate) fn add(&self, other: &Int) -> Int {
        if let (Int::Small(a), Int::Small(b)) = (self, other)
            && let Some(sum) = a.checked_add(*b)
        {
            return Int::Small(sum);
        }
        Int::from_big(self.to_big() + other.to_big())
    }

    pub(crate) fn mul(&self, other: &Int) -> Int {
        if let (Int::Small(a), Int::Small(b)) = (self, other)
            && let Some(product) = a.checked_mul(*b)
        {
            return Int::Small(product);
        }
        Int::from_big(self.to_big() * other.to_big())
    }

    /// Times 10 to the power of `exponent`.
    pub(crate) fn scale_up(&self, exponent: u32) -> Int {
        if exponent == 0 || self.is_zero() {
            return self.clone();
        }
        if let (Int::Small(a), Some(power)) = (self, pow10_small(exponent))
            && let Some(product) = a.checked_mul(power)
        {
            return Int::Small(product);
        }
        Int::from_big(self.to_big() * pow10_big(exponent))
    }

    /// Divided by 10 to the power of `exponent`, towards zero, and whether what was cut is at least a half, and whether it was nothing.
    pub(crate) fn scale_down(&self, exponent: u32) -> Cut {
        if exponent == 0 || self.is_zero() {
            return Cut { kept: self.clone(), half: false, exact: true };
        }
        if let (Int::Small(a), Some(power)) = (self, pow10_small(exponent)) {
            let rest = (a % power).unsigned_abs();
            return Cut { kept: Int::Small(a / power), half: rest >= power.unsigned_abs() / 2, exact: rest == 0 };
        }
        let power = pow10_big(exponent);
        let (kept, rest) = self.to_big().div_rem(&power);
        let rest = rest.abs();
        Cut { kept: Int::from_big(kept), half: (&rest << 1u8) >= power, exact: rest.is_zero() }
    }

    /// Quotient and remainder, towards zero. The divisor is not zero.
    pub(crate) fn div_rem(&self, divisor: &Int) -> (Int, Int) {
        if let (Int::Small(a), Int::Small(b)) = (self, divisor)
            && let (Some(quotient), Some(rest)) = (a.checked_div(*b), a.checked_rem(*b))
        {
            return (Int::Small(quotient), Int::Small(rest));
        }
        let (quotient, rest) = self.to_big().div_rem(&divisor.to_big());
        (Int::from_big(quotient), Int::from_big(rest))
    }

    /// One further from zero, on the side of `negative`.
    pub(crate) fn away_from_zero(&self, negative: bool) -> Int {
        self.add(&Int::Small(if negative { -1 } else { 1 }))
    }

    /// How many decimal digits; 0 for zero.
    pub(crate) fn digits(&self) -> u32 {
        match self {
            Int::Small(0) => 0,
            Int::Small(small) => small.unsigned_abs().ilog10() + 1,
            Int::Big(big) => {
                let bits = big.bits();
                // log10(2) from below, so that the guess is never too high.
                let guess = u32::try_from(u128::from(bits - 1) * 30_102_999_566 / 100_000_000_000).unwrap_or(u32::MAX);
                let mut digits = guess;
                let mut power = BigUint::from(10u8).pow(guess);
                while *big.magnitude() >= power {
                    power *= 10u8;
                    digits += 1;
                }
                digits
            }
        }
    }

    /// The decimal digits without a sign.
    pub(crate) fn to_digits(&self) -> String {
        match self {
            Int::Small(small) => small.unsigned_abs().to_string(),
            Int::Big(big) => big.magnitude().to_string(),
        }
    }
}

/// What [`Int::scale_down`] leaves.
pub(crate) struct Cut {
    pub(crate) kept: Int,
    pub(crate) half: bool,
    pub(crate) exact: bool,
}

impl PartialOrd for Int {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Int {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Int::Small(a), Int::Small(b)) => a.cmp(b),
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}
