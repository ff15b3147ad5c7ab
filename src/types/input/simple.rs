//! The input functions of booleans, integers, floats, bytea, uuid and the kinds of text.

use super::{Input, InputError};
use guard::SqlState;

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

/// `boolean`'s: any beginning of a word that tells it from the others.
pub fn parse_bool(text: &str) -> Input<bool> {
    let word = text.trim_matches(is_blank).to_ascii_lowercase();
    let begins = |whole: &str, least: usize| word.len() >= least && whole.starts_with(word.as_str());
    if begins("true", 1) || begins("yes", 1) || word == "on" || word == "1" {
        Ok(true)
    } else if begins("false", 1) || begins("no", 1) || begins("off", 2) || word == "0" {
        Ok(false)
    } else {
        Err(InputError::syntax("boolean", text))
    }
}

fn integer(text: &str, ty: &str) -> Input<i128> {
    let trimmed = text.trim_matches(is_blank);
    let digits = trimmed.strip_prefix(['+', '-']).unwrap_or(trimmed);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InputError::syntax(ty, text));
    }
    trimmed.parse().map_err(|_| InputError::range(ty, text))
}

/// `smallint`'s
pub fn parse_int2(text: &str) -> Input<i16> {
    i16::try_from(integer(text, "smallint")?).map_err(|_| InputError::range("smallint", text))
}

/// `integer`'s
pub fn parse_int4(text: &str) -> Input<i32> {
    i32::try_from(integer(text, "integer")?).map_err(|_| InputError::range("integer", text))
}

/// `bigint`'s
pub fn parse_int8(text: &str) -> Input<i64> {
    i64::try_from(integer(text, "bigint")?).map_err(|_| InputError::range("bigint", text))
}

/// `oid`'s: negative numbers count from the end.
pub fn parse_oid(text: &str) -> Input<u32> {
    let value = integer(text, "oid")?;
    u32::try_from(value)
        .or_else(|_| i32::try_from(value).map(i32::cast_unsigned))
        .map_err(|_| InputError::range("oid", text))
}

fn float<T: std::str::FromStr>(text: &str, ty: &str, lost: impl Fn(&T) -> bool) -> Input<T> {
    let trimmed = text.trim_matches(is_blank);
    let unsigned = trimmed.strip_prefix(['+', '-']).unwrap_or(trimmed);
    let words = ["nan", "inf", "infinity"];
    if words.iter().any(|word| unsigned.eq_ignore_ascii_case(word)) {
        return trimmed.parse().map_err(|_| InputError::syntax(ty, text));
    }
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return Err(InputError::syntax(ty, text));
    }
    let value: T = trimmed.parse().map_err(|_| InputError::syntax(ty, text))?;
    let mantissa = unsigned.split(['e', 'E']).next().unwrap_or("");
    if lost(&value) && (mantissa.bytes().any(|byte| (b'1'..=b'9').contains(&byte))) {
        return Err(InputError::out_of_range(ty, trimmed));
    }
    Ok(value)
}

/// `double precision`'s
pub fn parse_float8(text: &str) -> Input<f64> {
    float(text, "double precision", |value: &f64| value.is_infinite() || *value == 0.0)
}

/// `real`'s
pub fn parse_float4(text: &str) -> Input<f32> {
    float(text, "real", |value: &f32| value.is_infinite() || *value == 0.0)
}

/// `bytea`'s: `\x` and hexadecimal digits, or bytes with `\\` and `\ooo`.
pub fn parse_bytea(text: &str) -> Input<Vec<u8>> {
    if let Some(hex) = text.strip_prefix("\\x") {
        return hex_bytes(hex);
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return Ok(out),
            [b'\\', b'\\', after @ ..] => {
                out.push(b'\\');
                after
            }
            [b'\\', a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', after @ ..] => {
                out.push(((a - b'0') << 6) | ((b - b'0') << 3) | (c - b'0'));
                after
            }
            [b'\\', ..] => {
                let state = SqlState::INVALID_TEXT_REPRESENTATION;
                return Err(InputError::fixed(state, "invalid input syntax for type bytea"));
            }
            [byte, after @ ..] => {
                out.push(*byte);
                after
            }
        };
    }
}

fn hex_bytes(hex: &str) -> Input<Vec<u8>> {
    let mut out = Vec::with_capacity(hex.len() / 2);
    let mut chars = hex.chars();
    let digit = |c: char| -> Input<u8> {
        let invalid =
            || InputError::with_text(SqlState::INVALID_PARAMETER_VALUE, "invalid hexadecimal digit", &c.to_string());
        c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()).ok_or_else(invalid)
    };
    while let Some(high) = chars.next() {
        if is_blank(high) {
            continue;
        }
        let high = digit(high)?;
        let odd =
            || InputError::fixed(SqlState::INVALID_PARAMETER_VALUE, "invalid hexadecimal data: odd number of digits");
        out.push((high << 4) | digit(chars.next().ok_or_else(odd)?)?);
    }
    Ok(out)
}

/// `uuid`'s: hexadecimal digits in braces or not, with a hyphen after any four.
pub fn parse_uuid(text: &str) -> Input<[u8; 16]> {
    let invalid = || InputError::syntax("uuid", text);
    let inner = match text.strip_prefix('{') {
        Some(rest) => rest.strip_suffix('}').ok_or_else(invalid)?,
        None => text,
    };
    let mut bytes = [0u8; 16];
    let mut rest = inner.as_bytes();
    for (index, slot) in bytes.iter_mut().enumerate() {
        let [high, low, after @ ..] = rest else { return Err(invalid()) };
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let (Some(high), Some(low)) = (digit(*high), digit(*low)) else { return Err(invalid()) };
        *slot = (high << 4) | low;
        rest = match after {
            [b'-', after @ ..] if index % 2 == 1 && index < 15 => after,
            after => after,
        };
    }
    if rest.is_empty() { Ok(bytes) } else { Err(invalid()) }
}

/// `varchar(n)`'s and `char(n)`'s: what is too long may only be blanks.
pub(super) fn limited<'a>(text: &'a str, typmod: i32, ty: &str) -> Input<&'a str> {
    let Some(most) = typmod.checked_sub(4).and_then(|most| usize::try_from(most).ok()) else { return Ok(text) };
    let Some((at, _)) = text.char_indices().nth(most) else { return Ok(text) };
    let (kept, excess) = text.split_at(at);
    if excess.bytes().all(|byte| byte == b' ') {
        return Ok(kept);
    }
    let message = format!("value too long for type {ty}({most})");
    Err(InputError::fixed(SqlState::STRING_DATA_RIGHT_TRUNCATION, message))
}

/// `name`'s: cut to 63 bytes, between characters.
#[must_use]
pub fn truncate_name(text: &str) -> &str {
    let mut end = text.len().min(63);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}
