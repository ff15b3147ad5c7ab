//! `numeric`: decimal numbers as PostgreSQL's numeric.c has them, with its result scales, limits and errors.
//!
//! Comes in: text, other numbers, or the order-preserving bytes that a column holds. Goes out: the same. Must never: round where PostgreSQL does not, or go through a float.
//!
//! | file | what |
//! |---|---|
//! | `integer` | whole numbers, in 128 bits while they fit |
//! | `form` | the bytes in a column |
//! | `text` | reading and printing |
//! | `arithmetic` | + - * / % and rounding |
//! | `functions` | sqrt, exp, ln, log, power |
//! | `convert` | to and from other numbers, type modifiers |

mod arithmetic;
mod convert;
mod form;
mod functions;
mod integer;
mod text;

pub use convert::precision_and_scale;
pub use form::key;

use crate::error::SqlError;
use guard::SqlState;
use integer::Int;
use std::cmp::Ordering;

/// Digits after the point that a value can show.
pub const MAX_SCALE: u32 = 16_383;
/// Digits before the point that a value can have.
pub const MAX_INTEGER_DIGITS: i64 = 131_072;
/// The highest scale that division and the functions choose by themselves.
const MAX_DISPLAY_SCALE: i64 = 1000;
/// How many significant digits division and the functions give at least.
const MIN_SIGNIFICANT: i64 = 16;

/// A value of type numeric. Equal values of different scale are equal.
#[derive(Clone, Debug)]
pub enum PgNumeric {
    NegInfinity,
    Finite(Decimal),
    Infinity,
    NaN,
}

/// A finite value: `unscaled` / 10^`scale`.
#[derive(Clone, Debug)]
pub struct Decimal {
    unscaled: Int,
    scale: u32,
}

impl PgNumeric {
    /// Bytes on the heap that it takes beside its own size.
    #[must_use]
    pub fn heap(&self) -> usize {
        match self {
            Self::Finite(decimal) => decimal.unscaled.heap(),
            Self::NegInfinity | Self::Infinity | Self::NaN => 0,
        }
    }
}

impl Decimal {
    fn new(unscaled: Int, scale: u32) -> Self {
        Self { unscaled, scale }
    }

    /// The power of ten of its first digit; 0 for zero.
    fn exponent(&self) -> i64 {
        if self.unscaled.is_zero() { 0 } else { i64::from(self.unscaled.digits()) - 1 - i64::from(self.scale) }
    }

    /// The weight and the first digit in base 10000, as numeric.c counts them (0, 0 for zero).
    fn weight(&self) -> (i64, i64) {
        if self.unscaled.is_zero() {
            return (0, 0);
        }
        let weight = self.exponent().div_euclid(4);
        let shift = i64::from(self.scale) + 4 * weight;
        let digit = match u32::try_from(shift) {
            Ok(down) => self.unscaled.scale_down(down).kept,
            Err(_) => self.unscaled.scale_up(u32::try_from(-shift).unwrap_or(0)),
        };
        let digit = digit.abs().small().and_then(|digit| i64::try_from(digit).ok()).unwrap_or(0);
        (weight, digit)
    }

    /// `unscaled` at a scale that is not lower than its own.
    fn at_scale(&self, scale: u32) -> Int {
        self.unscaled.scale_up(scale.saturating_sub(self.scale))
    }
}

impl PgNumeric {
    pub const ZERO: PgNumeric = PgNumeric::Finite(Decimal { unscaled: Int::ZERO, scale: 0 });
    pub const ONE: PgNumeric = PgNumeric::Finite(Decimal { unscaled: Int::Small(1), scale: 0 });

    /// `unscaled` / 10^`scale`.
    #[must_use]
    pub fn from_i128(unscaled: i128, scale: u32) -> Self {
        Self::Finite(Decimal::new(Int::Small(unscaled), scale))
    }

    /// The unscaled number and its scale, if it is finite and fits: for sums that want to be fast.
    #[must_use]
    pub fn as_i128(&self) -> Option<(i128, u32)> {
        match self {
            Self::Finite(Decimal { unscaled: Int::Small(small), scale }) => Some((*small, *scale)),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_nan(&self) -> bool {
        matches!(self, Self::NaN)
    }

    #[must_use]
    pub fn is_infinite(&self) -> bool {
        matches!(self, Self::Infinity | Self::NegInfinity)
    }

    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self, Self::Finite(decimal) if decimal.unscaled.is_zero())
    }

    /// Below zero, `-Infinity` too.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        match self {
            Self::NegInfinity => true,
            Self::Finite(decimal) => decimal.unscaled.is_negative(),
            Self::Infinity | Self::NaN => false,
        }
    }

    /// Whole, as `power` asks; not for NaN and the infinities.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        matches!(self, Self::Finite(decimal) if decimal.unscaled.scale_down(decimal.scale).exact)
    }

    /// `scale()`: the digits after the point that it shows.
    #[must_use]
    pub fn scale(&self) -> Option<u32> {
        match self {
            Self::Finite(decimal) => Some(decimal.scale),
            _ => None,
        }
    }

    /// `min_scale()`: the digits after the point that it needs.
    #[must_use]
    pub fn min_scale(&self) -> Option<u32> {
        match self.trim_scale() {
            Self::Finite(decimal) => Some(decimal.scale),
            _ => None,
        }
    }

    /// `trim_scale()`: without the zeros at its end.
    #[must_use]
    pub fn trim_scale(&self) -> Self {
        let Self::Finite(decimal) = self else { return self.clone() };
        if decimal.unscaled.is_zero() {
            return Self::ZERO;
        }
        let mut trimmed = decimal.clone();
        while trimmed.scale > 0 {
            let step = if trimmed.scale >= 16 && trimmed.unscaled.scale_down(16).exact { 16 } else { 1 };
            let cut = trimmed.unscaled.scale_down(step);
            if !cut.exact {
                break;
            }
            trimmed = Decimal::new(cut.kept, trimmed.scale - step);
        }
        Self::Finite(trimmed)
    }
}

fn overflow() -> SqlError {
    SqlError::new(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format")
}

fn division_by_zero() -> SqlError {
    SqlError::new(SqlState::DIVISION_BY_ZERO, "division by zero")
}

impl PartialEq for PgNumeric {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for PgNumeric {}

impl PartialOrd for PgNumeric {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PgNumeric {
    /// PostgreSQL's order: NaN equals itself and is above all else.
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |value: &PgNumeric| match value {
            Self::NegInfinity => 0,
            Self::Finite(_) => 1,
            Self::Infinity => 2,
            Self::NaN => 3,
        };
        let (Self::Finite(a), Self::Finite(b)) = (self, other) else { return rank(self).cmp(&rank(other)) };
        let sign = |decimal: &Decimal| match (decimal.unscaled.is_negative(), decimal.unscaled.is_zero()) {
            (true, _) => -1,
            (false, true) => 0,
            (false, false) => 1,
        };
        let by_sign = sign(a).cmp(&sign(b));
        if by_sign != Ordering::Equal || sign(a) == 0 {
            return by_sign;
        }
        let by_exponent = a.exponent().cmp(&b.exponent());
        if by_exponent != Ordering::Equal {
            return if sign(a) < 0 { by_exponent.reverse() } else { by_exponent };
        }
        let scale = a.scale.max(b.scale);
        a.at_scale(scale).cmp(&b.at_scale(scale))
    }
}
