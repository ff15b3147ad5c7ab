//! To and from other numbers, and type modifiers.

use super::form::{base100, from_base100};
use super::integer::Int;
use super::{Decimal, PgNumeric};
use crate::error::{SqlError, SqlResult};
use datafusion::arrow::datatypes::i256;
use guard::SqlState;
use num_bigint::BigInt;

macro_rules! from_integers {
    ($($ty:ty),*) => {
        $(impl From<$ty> for PgNumeric {
            fn from(value: $ty) -> Self {
                Self::from_i128(i128::from(value), 0)
            }
        })*
    };
}

from_integers!(i16, i32, i64, u32, u64, i128);

impl From<f64> for PgNumeric {
    /// 15 significant digits, as PostgreSQL's cast.
    fn from(value: f64) -> Self {
        from_float(value, format!("{value:.14e}"))
    }
}

impl From<f32> for PgNumeric {
    /// 6 significant digits, as PostgreSQL's cast.
    fn from(value: f32) -> Self {
        from_float(f64::from(value), format!("{value:.5e}"))
    }
}

fn from_float(value: f64, text: String) -> PgNumeric {
    if value.is_nan() {
        return PgNumeric::NaN;
    }
    if value.is_infinite() {
        return if value > 0.0 { PgNumeric::Infinity } else { PgNumeric::NegInfinity };
    }
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mantissa = if mantissa.contains('.') { mantissa.trim_end_matches('0') } else { mantissa };
    format!("{mantissa}e{exponent}").parse().unwrap_or(PgNumeric::NaN)
}

impl PgNumeric {
    /// Arrow's decimal: a negative scale is a power of ten.
    pub fn from_decimal128(value: i128, scale: i8) -> SqlResult<Self> {
        from_scaled(Int::Small(value), scale)
    }

    /// Arrow's decimal of 256 bits.
    pub fn from_decimal256(value: i256, scale: i8) -> SqlResult<Self> {
        from_scaled(Int::from_big(BigInt::from_signed_bytes_le(&value.to_le_bytes())), scale)
    }

    /// The unscaled number at that scale, if it fits Arrow's decimal without loss.
    #[must_use]
    pub fn to_decimal128(&self, scale: i8) -> Option<i128> {
        let Self::Finite(decimal) = self else { return None };
        let shift = i32::from(scale) - i32::try_from(decimal.scale).ok()?;
        match u32::try_from(shift) {
            Ok(up) => decimal.unscaled.scale_up(up).small(),
            Err(_) => {
                let cut = decimal.unscaled.scale_down(u32::try_from(-shift).ok()?);
                cut.exact.then(|| cut.kept.small()).flatten()
            }
        }
    }

    /// The cast to float8.
    ///
    /// # Errors
    /// 22003
    pub fn to_f64(&self) -> SqlResult<f64> {
        let value = self.to_f64_lossy();
        if matches!(self, Self::Finite(_)) && (value.is_infinite() || (value == 0.0 && !self.is_zero())) {
            return Err(out_of_range("value out of range for type double precision"));
        }
        Ok(value)
    }

    /// The cast to float4.
    ///
    /// # Errors
    /// 22003
    pub fn to_f32(&self) -> SqlResult<f32> {
        let value: f32 = match self {
            Self::NaN => f32::NAN,
            Self::Infinity => f32::INFINITY,
            Self::NegInfinity => f32::NEG_INFINITY,
            Self::Finite(decimal) => decimal.to_string().parse().unwrap_or(f32::NAN),
        };
        if matches!(self, Self::Finite(_)) && (value.is_infinite() || (value == 0.0 && !self.is_zero())) {
            return Err(out_of_range("value out of range for type real"));
        }
        Ok(value)
    }

    /// The nearest float8, infinite or zero where it is out of range.
    #[must_use]
    pub fn to_f64_lossy(&self) -> f64 {
        match self {
            Self::NaN => f64::NAN,
            Self::Infinity => f64::INFINITY,
            Self::NegInfinity => f64::NEG_INFINITY,
            Self::Finite(decimal) => decimal.to_string().parse().unwrap_or(f64::NAN),
        }
    }

    /// The cast to int8: halves away from zero.
    ///
    /// # Errors
    /// 22003, 0A000
    pub fn to_i64(&self) -> SqlResult<i64> {
        self.to_integer("bigint")
    }

    /// The cast to int4.
    ///
    /// # Errors
    /// 22003, 0A000
    pub fn to_i32(&self) -> SqlResult<i32> {
        self.to_integer("integer")
    }

    /// The cast to int2.
    ///
    /// # Errors
    /// 22003, 0A000
    pub fn to_i16(&self) -> SqlResult<i16> {
        self.to_integer("smallint")
    }

    fn to_integer<T: TryFrom<i128>>(&self, name: &str) -> SqlResult<T> {
        let decimal = match self {
            Self::NaN => return Err(SqlError::unsupported(format!("cannot convert NaN to {name}"))),
            Self::Infinity | Self::NegInfinity => {
                return Err(SqlError::unsupported(format!("cannot convert infinity to {name}")));
            }
            Self::Finite(decimal) => decimal.round(0),
        };
        let small = decimal.unscaled.small().and_then(|small| T::try_from(small).ok());
        small.ok_or_else(|| out_of_range(format!("{name} out of range")))
    }

    /// As `numeric(precision, scale)` has it.
    ///
    /// # Errors
    /// 22003 `numeric field overflow`
    pub fn apply_typmod(&self, typmod: i32) -> SqlResult<Self> {
        let Some((precision, scale)) = precision_and_scale(typmod) else { return Ok(self.clone()) };
        let field = |rest: String| {
            out_of_range("numeric field overflow")
                .detail(format!("A field with precision {precision}, scale {scale} {rest}."))
        };
        if self.is_infinite() {
            return Err(field("cannot hold an infinite value".into()));
        }
        let rounded = self.round(scale)?;
        let most = precision - scale;
        match &rounded {
            Self::Finite(decimal) if !decimal.unscaled.is_zero() && decimal.exponent() + 1 > i64::from(most) => {
                let bound = if most == 0 { "1".to_string() } else { format!("10^{most}") };
                Err(field(format!("must round to an absolute value less than {bound}")))
            }
            _ => Ok(rounded),
        }
    }

    /// The wire's binary form: digits in base 10000.
    pub fn send(&self, out: &mut bytes::BytesMut) {
        use bytes::BufMut;
        let (sign, decimal) = match self {
            Self::NaN => (SIGN_NAN, None),
            Self::Infinity => (SIGN_INFINITY, None),
            Self::NegInfinity => (SIGN_NEG_INFINITY, None),
            Self::Finite(decimal) => (if decimal.unscaled.is_negative() { SIGN_NEGATIVE } else { 0 }, Some(decimal)),
        };
        let Some(decimal) = decimal else {
            out.put_u16(0);
            out.put_i16(0);
            out.put_u16(sign);
            // PostgreSQL's infinities carry a bit of their header where the scale would be.
            out.put_u16(if sign == SIGN_NAN { 0 } else { 0x20 });
            return;
        };
        let (mut digits, mut exponent) = base100(&decimal.unscaled.abs(), decimal.scale);
        if digits.is_empty() {
            exponent = 0;
        } else if exponent % 2 != 0 {
            digits.insert(0, 0);
            exponent += 1;
        }
        let weight = if digits.is_empty() { 0 } else { exponent / 2 - 1 };
        out.put_u16(u16::try_from(digits.len().div_ceil(2)).unwrap_or(u16::MAX));
        out.put_i16(i16::try_from(weight).unwrap_or(i16::MAX));
        out.put_u16(sign);
        out.put_u16(u16::try_from(decimal.scale).unwrap_or(u16::MAX));
        for pair in digits.chunks(2) {
            let digit = match pair {
                [high, low] => u16::from(*high) * 100 + u16::from(*low),
                [high] => u16::from(*high) * 100,
                _ => 0,
            };
            out.put_u16(digit);
        }
    }

    /// Reads the wire's binary form.
    ///
    /// # Errors
    /// 22P03
    pub fn receive(bytes: &[u8]) -> SqlResult<Self> {
        let short = || SqlError::new(SqlState::PROTOCOL_VIOLATION, "insufficient data left in message");
        let invalid = |what: &str| SqlError::new(SqlState::INVALID_BINARY_REPRESENTATION, what);
        let (header, rest) = bytes.split_first_chunk::<8>().ok_or_else(short)?;
        let [n1, n2, w1, w2, s1, s2, d1, d2] = *header;
        let count = usize::from(u16::from_be_bytes([n1, n2]));
        let weight = i32::from(i16::from_be_bytes([w1, w2]));
        let scale = u32::from(u16::from_be_bytes([d1, d2]));
        let negative = match u16::from_be_bytes([s1, s2]) {
            0 => false,
            SIGN_NEGATIVE => true,
            SIGN_NAN => return Ok(Self::NaN),
            SIGN_INFINITY => return Ok(Self::Infinity),
            SIGN_NEG_INFINITY => return Ok(Self::NegInfinity),
            _ => return Err(invalid("invalid sign in external \"numeric\" value")),
        };
        if scale > super::MAX_SCALE {
            return Err(invalid("invalid scale in external \"numeric\" value"));
        }
        if rest.len() < count * 2 {
            return Err(short());
        }
        if rest.len() > count * 2 {
            return Err(invalid("incorrect binary data format"));
        }
        let mut digits = Vec::with_capacity(count * 2);
        for pair in rest.chunks_exact(2) {
            let digit = pair.iter().fold(0u16, |sum, byte| (sum << 8) | u16::from(*byte));
            if digit >= 10_000 {
                return Err(invalid("invalid digit in external \"numeric\" value"));
            }
            digits.push(u8::try_from(digit / 100).unwrap_or(0));
            digits.push(u8::try_from(digit % 100).unwrap_or(0));
        }
        from_base100(&digits, 2 * (weight + 1), scale, negative).checked()
    }
}

const SIGN_NEGATIVE: u16 = 0x4000;
const SIGN_NAN: u16 = 0xC000;
const SIGN_INFINITY: u16 = 0xD000;
const SIGN_NEG_INFINITY: u16 = 0xF000;

/// What a type modifier of numeric says; `None` if there is none.
#[must_use]
pub fn precision_and_scale(typmod: i32) -> Option<(i32, i32)> {
    let packed = typmod.checked_sub(4).filter(|packed| *packed >= 0)?;
    // The scale has 11 bits and a sign.
    let scale = ((packed & 0x7ff) ^ 1024) - 1024;
    Some(((packed >> 16) & 0xffff, scale))
}

fn from_scaled(unscaled: Int, scale: i8) -> SqlResult<PgNumeric> {
    match u32::try_from(scale) {
        Ok(scale) => Ok(PgNumeric::Finite(Decimal::new(unscaled, scale))),
        Err(_) => Decimal::new(unscaled.scale_up(u32::from(scale.unsigned_abs())), 0).checked(),
    }
}

fn out_of_range(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, message)
}
