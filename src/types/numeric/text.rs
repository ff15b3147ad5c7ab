//! Reading and printing.

use super::integer::Int;
use super::{Decimal, MAX_INTEGER_DIGITS, MAX_SCALE, PgNumeric};
use crate::types::input::InputError;
use guard::SqlState;
use num_bigint::BigInt;
use std::fmt;
use std::str::FromStr;

impl fmt::Display for PgNumeric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NegInfinity => f.write_str("-Infinity"),
            Self::Infinity => f.write_str("Infinity"),
            Self::NaN => f.write_str("NaN"),
            Self::Finite(decimal) => decimal.fmt(f),
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.unscaled.is_negative() {
            f.write_str("-")?;
        }
        let digits = self.unscaled.to_digits();
        let scale = usize::try_from(self.scale).unwrap_or(usize::MAX);
        if scale == 0 {
            return f.write_str(&digits);
        }
        match digits
            .len()
            .checked_sub(scale)
            .filter(|whole| *whole > 0)
            .and_then(|whole| digits.split_at_checked(whole))
        {
            Some((whole, fraction)) => write!(f, "{whole}.{fraction}"),
            None => write!(f, "0.{digits:0>scale$}"),
        }
    }
}

impl FromStr for PgNumeric {
    type Err = InputError;

    /// As `numeric_in`: blanks around it, a sign, digits with a point, an exponent; or NaN and the infinities.
    fn from_str(text: &str) -> Result<Self, InputError> {
        let trimmed = text.trim_matches(|c: char| c == ' ' || ('\t'..='\r').contains(&c));
        match trimmed.as_bytes().first() {
            Some(b'0'..=b'9' | b'.') => read(trimmed, false, text),
            Some(b'+') => special(trimmed).map_or_else(|| read(&trimmed[1..], false, text), Ok),
            Some(b'-') => special(trimmed).map_or_else(|| read(&trimmed[1..], true, text), Ok),
            _ => special(trimmed).ok_or_else(|| InputError::syntax("numeric", text)),
        }
    }
}

fn special(text: &str) -> Option<PgNumeric> {
    const WORDS: [(&str, PgNumeric); 7] = [
        ("nan", PgNumeric::NaN),
        ("infinity", PgNumeric::Infinity),
        ("+infinity", PgNumeric::Infinity),
        ("-infinity", PgNumeric::NegInfinity),
        ("inf", PgNumeric::Infinity),
        ("+inf", PgNumeric::Infinity),
        ("-inf", PgNumeric::NegInfinity),
    ];
    WORDS.iter().find(|(word, _)| text.eq_ignore_ascii_case(word)).map(|(_, value)| value.clone())
}

fn overflows() -> InputError {
    InputError::fixed(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format")
}

fn read(text: &str, negative: bool, whole: &str) -> Result<PgNumeric, InputError> {
    let syntax = || InputError::syntax("numeric", whole);
    let (mantissa, exponent) = match text.find(['e', 'E']).and_then(|at| text.split_at_checked(at)) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.trim_start_matches(['e', 'E']))),
        None => (text, None),
    };
    if text.matches(['e', 'E']).count() > 1 {
        return Err(syntax());
    }
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if integer.len() + fraction.len() == 0 || !all_digits(integer) || !all_digits(fraction) {
        return Err(syntax());
    }
    let exponent = exponent.map_or(Ok(Some(0)), |digits| read_exponent(digits).ok_or_else(syntax))?;
    let exponent = exponent.ok_or_else(overflows)?;
    decimal(integer, fraction, exponent, negative).map(PgNumeric::Finite)
}

/// `None` is not a number, `Some(None)` one too large.
fn read_exponent(text: &str) -> Option<Option<i64>> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(text.parse::<i64>().ok().filter(|exponent| exponent.abs() < i64::from(i32::MAX / 2)))
}

fn decimal(integer: &str, fraction: &str, exponent: i64, negative: bool) -> Result<Decimal, InputError> {
    let integer = integer.trim_start_matches('0');
    let length = |part: &str| i64::try_from(part.len()).unwrap_or(i64::MAX);
    let scale = length(fraction) - exponent;
    let shown = u32::try_from(scale.max(0)).ok().filter(|scale| *scale <= MAX_SCALE).ok_or_else(overflows)?;
    let significant =
        if integer.is_empty() { length(fraction.trim_start_matches('0')) } else { length(integer) + length(fraction) };
    if significant == 0 {
        return Ok(Decimal::new(Int::ZERO, shown));
    }
    if significant - scale > MAX_INTEGER_DIGITS {
        return Err(overflows());
    }
    let magnitude = parse_digits(integer, fraction);
    let unscaled = magnitude.scale_up(u32::try_from(-scale).unwrap_or(0));
    Ok(Decimal::new(if negative { unscaled.neg() } else { unscaled }, shown))
}

fn parse_digits(integer: &str, fraction: &str) -> Int {
    let digits = || integer.bytes().chain(fraction.bytes()).map(|byte| byte - b'0');
    if integer.len() + fraction.len() <= 38 {
        return Int::Small(digits().fold(0i128, |sum, digit| sum * 10 + i128::from(digit)));
    }
    BigInt::from_radix_be(num_bigint::Sign::Plus, &digits().collect::<Vec<u8>>(), 10).map_or(Int::ZERO, Int::from_big)
}
