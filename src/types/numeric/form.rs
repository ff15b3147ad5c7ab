//! The bytes of a numeric in a column: their bytewise order is the numbers' order.
//!
//! One byte for the class, then for finite numbers but zero the power of 100 of the first digit, the digits in base 100 (each plus one) and a zero; below zero all of these are complemented.
//! The last two bytes are the display scale, big-endian. Everything before them is the same for equal numbers and no number's is a prefix of another's.

use super::integer::Int;
use super::{Decimal, PgNumeric};
use num_bigint::{BigUint, Sign};

const NEG_INFINITY: u8 = 0;
const NEGATIVE: u8 = 1;
const ZERO: u8 = 2;
const POSITIVE: u8 = 3;
const INFINITY: u8 = 4;
const NAN: u8 = 5;

/// A power of 100 within this distance of zero takes one byte.
const NEAR: i32 = 100;
const HIGH: u8 = 0xff;
const LOW: u8 = 0x00;
/// Added to a power of 100 below `-NEAR` so that it is positive.
const BIAS: i32 = 1 << 22;

/// The part by which numbers are equal and ordered: all but the display scale.
#[must_use]
pub fn key(bytes: &[u8]) -> &[u8] {
    bytes.split_last_chunk::<2>().map_or(bytes, |(key, _)| key)
}

/// Base-100 digits without zeros at either end, most significant first, and the power of 100 that stands just above the first: `0.d1d2… × 100^exponent`.
pub(super) fn base100(magnitude: &Int, scale: u32) -> (Vec<u8>, i32) {
    let even = magnitude.scale_up(scale % 2);
    let fraction = i32::try_from(scale.div_ceil(2)).unwrap_or(i32::MAX);
    let mut digits = match even.small().map(i128::unsigned_abs) {
        Some(mut rest) => {
            let mut digits = Vec::with_capacity(20);
            while rest > u128::from(u64::MAX) {
                digits.push(u8::try_from(rest % 100).unwrap_or(0));
                rest /= 100;
            }
            let mut rest = u64::try_from(rest).unwrap_or(0);
            while rest > 0 {
                digits.push(u8::try_from(rest % 100).unwrap_or(0));
                rest /= 100;
            }
            digits
        }
        None => even.magnitude().to_radix_le(100),
    };
    let exponent = i32::try_from(digits.len()).unwrap_or(i32::MAX) - fraction;
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    digits.drain(..zeros);
    digits.reverse();
    (digits, exponent)
}

/// The number `0.d1d2… × 100^exponent` at a scale that holds all its digits.
pub(super) fn from_base100(digits: &[u8], exponent: i32, scale: u32, negative: bool) -> Decimal {
    let magnitude = if digits.len() <= 19 {
        Int::Small(digits.iter().fold(0i128, |sum, digit| sum * 100 + i128::from(*digit)))
    } else {
        let big = BigUint::from_radix_be(digits, 100).unwrap_or_default();
        Int::from_big(num_bigint::BigInt::from_biguint(Sign::Plus, big))
    };
    let shift = 2 * (i64::from(exponent) - i64::try_from(digits.len()).unwrap_or(i64::MAX)) + i64::from(scale);
    let unscaled = match u32::try_from(shift) {
        Ok(up) => magnitude.scale_up(up),
        Err(_) => magnitude.scale_down(u32::try_from(-shift).unwrap_or(0)).kept,
    };
    Decimal::new(if negative { unscaled.neg() } else { unscaled }, scale)
}

impl PgNumeric {
    /// Appends the bytes that a column holds.
    pub fn encode(&self, out: &mut Vec<u8>) {
        let scale = match self {
            Self::NegInfinity => class_only(out, NEG_INFINITY),
            Self::Infinity => class_only(out, INFINITY),
            Self::NaN => class_only(out, NAN),
            Self::Finite(decimal) if decimal.unscaled.is_zero() => {
                out.push(ZERO);
                decimal.scale
            }
            Self::Finite(decimal) => {
                encode_digits(decimal, out);
                decimal.scale
            }
        };
        out.extend_from_slice(&u16::try_from(scale).unwrap_or(u16::MAX).to_be_bytes());
    }

    /// The bytes that a column holds.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(16);
        self.encode(&mut out);
        out
    }

    /// Reads what [`PgNumeric::encode`] wrote. Bytes that it can't have written are NaN.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Self {
        let Some((key, scale)) = bytes.split_last_chunk::<2>() else { return Self::NaN };
        let scale = u32::from(u16::from_be_bytes(*scale));
        match key.split_first() {
            Some((&NEG_INFINITY, _)) => Self::NegInfinity,
            Some((&ZERO, _)) => Self::Finite(Decimal::new(Int::ZERO, scale)),
            Some((&INFINITY, _)) => Self::Infinity,
            Some((&POSITIVE, rest)) => decode_digits(rest, scale, false).map_or(Self::NaN, Self::Finite),
            Some((&NEGATIVE, rest)) => decode_digits(rest, scale, true).map_or(Self::NaN, Self::Finite),
            _ => Self::NaN,
        }
    }
}

fn class_only(out: &mut Vec<u8>, class: u8) -> u32 {
    out.push(class);
    0
}

fn encode_digits(decimal: &Decimal, out: &mut Vec<u8>) {
    let negative = decimal.unscaled.is_negative();
    let flip = if negative { 0xff } else { 0 };
    out.push(if negative { NEGATIVE } else { POSITIVE });
    let (digits, exponent) = base100(&decimal.unscaled, decimal.scale);
    let far = |marker: u8, value: i32| {
        let [_, high, middle, low] = value.to_be_bytes();
        [marker, high, middle, low].map(|byte| byte ^ flip)
    };
    match u8::try_from(exponent + 128) {
        Ok(near) if exponent.abs() <= NEAR => out.push(near ^ flip),
        _ if exponent > 0 => out.extend_from_slice(&far(HIGH, exponent)),
        _ => out.extend_from_slice(&far(LOW, exponent + BIAS)),
    }
    out.extend(digits.iter().map(|digit| (digit + 1) ^ flip));
    out.push(flip);
}

fn decode_digits(bytes: &[u8], scale: u32, negative: bool) -> Option<Decimal> {
    let flip = if negative { 0xff } else { 0 };
    let (first, rest) = bytes.split_first()?;
    let (exponent, rest) = match first ^ flip {
        marker @ (HIGH | LOW) => {
            let (far, rest) = rest.split_first_chunk::<3>()?;
            let [high, middle, low] = far.map(|byte| byte ^ flip);
            let value = i32::from_be_bytes([0, high, middle, low]);
            (if marker == HIGH { value } else { value - BIAS }, rest)
        }
        near => (i32::from(near) - 128, rest),
    };
    let (_, digits) = rest.split_last()?;
    let mut small = [0u8; 64];
    let Some(buffer) = small.get_mut(..digits.len()) else {
        let digits: Vec<u8> = digits.iter().map(|digit| (digit ^ flip).wrapping_sub(1)).collect();
        return Some(from_base100(&digits, exponent, scale, negative));
    };
    for (to, from) in buffer.iter_mut().zip(digits) {
        *to = (from ^ flip).wrapping_sub(1);
    }
    Some(from_base100(buffer, exponent, scale, negative))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_order_as_numbers_and_ignore_the_scale() {
        let texts = [
            "-Infinity",
            "-1e300",
            "-1e201",
            "-1e199",
            "-100",
            "-99.99",
            "-1.5",
            "-1",
            "-0.5",
            "-0.05",
            "-1e-300",
            "0",
            "1e-300",
            "1e-201",
            "1e-199",
            "0.0001",
            "0.01",
            "0.05",
            "0.1",
            "0.5",
            "0.99",
            "1",
            "1.0001",
            "1.5",
            "9",
            "10",
            "99",
            "99.5",
            "100",
            "100.01",
            "12345678901234567890123456789012345678901234567890",
            "1e199",
            "1e200",
            "1e201",
            "1e300",
            "1e131071",
            "Infinity",
            "NaN",
        ];
        let values: Vec<PgNumeric> = texts.iter().map(|text| text.parse().unwrap()).collect();
        for (i, a) in values.iter().enumerate() {
            let bytes = a.to_bytes();
            assert_eq!(PgNumeric::decode(&bytes).to_string(), a.to_string());
            for (j, b) in values.iter().enumerate() {
                assert_eq!(key(&bytes).cmp(key(&b.to_bytes())), i.cmp(&j), "{a} {b}");
                assert_eq!(a.cmp(b), i.cmp(&j), "{a} {b}");
            }
        }
        let equal =
            ["1", "1.0", "1.000", "1.00000000000000000000"].map(|text| text.parse::<PgNumeric>().unwrap().to_bytes());
        assert!(equal.iter().all(|bytes| key(bytes) == key(&equal[0])));
    }
}
