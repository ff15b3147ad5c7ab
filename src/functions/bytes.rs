//! bytea: encoding, hashes, single bytes.
//!
//! Comes in: bytes or text. Goes out: the other. Must never: accept what PostgreSQL's decoders refuse.

use super::entry::Entry;
use super::kernel::Call;
use super::rows::{Bytes, I4, I8, Str, map1, map2, map3};
use super::text::{characters, within_limit};
use crate::error::{SqlError, SqlResult};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;
use sha2::Digest as _;
use std::fmt::Write as _;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("encode(bytea, text) text", |call| map2::<Bytes, Str, String>(call, encode)),
        Entry::kernel("decode(text, text) bytea", |call| map2::<Str, Str, Vec<u8>>(call, decode)),
        Entry::kernel("md5(text) text", |call| map1::<Str, String>(call, |text| Ok(md5_hex(text.as_bytes())))),
        Entry::kernel("md5(bytea) text", |call| map1::<Bytes, String>(call, |bytes| Ok(md5_hex(bytes)))),
        Entry::kernel("sha224(bytea) bytea", |call| hash(call, |bytes| sha2::Sha224::digest(bytes).to_vec())),
        Entry::kernel("sha256(bytea) bytea", |call| hash(call, |bytes| sha2::Sha256::digest(bytes).to_vec())),
        Entry::kernel("sha384(bytea) bytea", |call| hash(call, |bytes| sha2::Sha384::digest(bytes).to_vec())),
        Entry::kernel("sha512(bytea) bytea", |call| hash(call, |bytes| sha2::Sha512::digest(bytes).to_vec())),
        Entry::kernel("get_byte(bytea, int4) int4", |call| map2::<Bytes, I4, i32>(call, get_byte)),
        Entry::kernel("set_byte(bytea, int4, int4) bytea", |call| map3::<Bytes, I4, I4, Vec<u8>>(call, set_byte)),
        Entry::kernel("get_bit(bytea, int8) int4", |call| map2::<Bytes, I8, i32>(call, get_bit)),
        Entry::kernel("set_bit(bytea, int8, int4) bytea", |call| map3::<Bytes, I8, I4, Vec<u8>>(call, set_bit)),
        Entry::kernel("bit_count(bytea) int8", |call| {
            map1::<Bytes, i64>(call, |bytes| Ok(bytes.iter().map(|byte| i64::from(byte.count_ones())).sum()))
        }),
        Entry::kernel("convert_from(bytea, name) text", |call| {
            map2::<Bytes, Str, String>(call, |bytes, name| Encoding::read(name, "source")?.decode(bytes))
        }),
        Entry::kernel("convert_to(text, name) bytea", |call| {
            map2::<Str, Str, Vec<u8>>(call, |text, name| Encoding::read(name, "destination")?.encode(text))
        }),
        Entry::kernel("convert(bytea, name, name) bytea", |call| {
            map3::<Bytes, Str, Str, Vec<u8>>(call, |bytes, from, to| {
                let (from, to) = (Encoding::read(from, "source")?, Encoding::read(to, "destination")?);
                to.encode(&from.decode(bytes)?)
            })
        }),
        Entry::kernel("length(bytea, name) int4", |call| {
            map2::<Bytes, Str, i32>(call, |bytes, name| Ok(characters(&Encoding::read(name, "")?.decode(bytes)?)))
        }),
    ]
}

/// The encodings that are known here.
enum Encoding {
    Utf8,
    Latin1,
}

impl Encoding {
    /// Reads a name as PostgreSQL does: case, and all but letters and digits, do not matter.
    fn read(name: &str, role: &str) -> SqlResult<Self> {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        match plain.as_str() {
            "utf8" | "unicode" => Ok(Self::Utf8),
            "latin1" | "iso88591" => Ok(Self::Latin1),
            known if ENCODINGS.contains(&known) => {
                Err(SqlError::unsupported("only the encodings UTF8 and LATIN1 are supported"))
            }
            _ => {
                let role = if role.is_empty() { String::new() } else { format!("{role} ") };
                Err(invalid(&format!("invalid {role}encoding name \"{name}\"")))
            }
        }
    }

    fn decode(&self, bytes: &[u8]) -> SqlResult<String> {
        let (text, name) = match self {
            Self::Utf8 => (std::str::from_utf8(bytes).ok().map(str::to_owned), "UTF8"),
            Self::Latin1 => (Some(bytes.iter().map(|byte| char::from(*byte)).collect()), "LATIN1"),
        };
        let message = || format!("invalid byte sequence for encoding \"{name}\"");
        text.filter(|text| !text.contains('\0'))
            .ok_or_else(|| SqlError::new(SqlState::CHARACTER_NOT_IN_REPERTOIRE, message()))
    }

    fn encode(&self, text: &str) -> SqlResult<Vec<u8>> {
        let message = "a character has no equivalent in encoding \"LATIN1\"";
        match self {
            Self::Utf8 => Ok(text.as_bytes().to_vec()),
            Self::Latin1 => text
                .chars()
                .map(|c| u8::try_from(u32::from(c)))
                .collect::<Result<_, _>>()
                .map_err(|_| SqlError::new(SqlState::UNTRANSLATABLE_CHARACTER, message)),
        }
    }
}

/// What PostgreSQL has beside: refused, where any other name is an error.
const ENCODINGS: &[&str] = &[
    "abc",
    "alt",
    "big5",
    "euccn",
    "eucjis2004",
    "eucjp",
    "euckr",
    "euctw",
    "gb18030",
    "gbk",
    "iso885910",
    "iso885913",
    "iso885914",
    "iso885915",
    "iso885916",
    "iso88592",
    "iso88593",
    "iso88594",
    "iso88595",
    "iso88596",
    "iso88597",
    "iso88598",
    "iso88599",
    "johab",
    "koi8",
    "koi8r",
    "koi8u",
    "latin10",
    "latin2",
    "latin3",
    "latin4",
    "latin5",
    "latin6",
    "latin7",
    "latin8",
    "latin9",
    "mskanji",
    "muleinternal",
    "shiftjis",
    "shiftjis2004",
    "sjis",
    "sqlascii",
    "tcvn",
    "tcvn5712",
    "uhc",
    "vscii",
    "win",
    "win1250",
    "win1251",
    "win1252",
    "win1253",
    "win1254",
    "win1255",
    "win1256",
    "win1257",
    "win1258",
    "win866",
    "win874",
    "win932",
    "win936",
    "win949",
    "win950",
    "windows1250",
    "windows1251",
    "windows1252",
    "windows1253",
    "windows1254",
    "windows1255",
    "windows1256",
    "windows1257",
    "windows1258",
    "windows866",
    "windows874",
    "windows932",
    "windows936",
    "windows949",
    "windows950",
];

fn hash(call: &Call<'_>, function: fn(&[u8]) -> Vec<u8>) -> SqlResult<ArrayRef> {
    map1::<Bytes, Vec<u8>>(call, |bytes| Ok(function(bytes)))
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn md5_hex(bytes: &[u8]) -> String {
    hex(md5::Md5::digest(bytes).as_slice())
}

fn unknown(encoding: &str) -> SqlError {
    let message = format!("unrecognized encoding: \"{encoding}\"");
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message)
}

fn encode(bytes: &[u8], encoding: &str) -> SqlResult<String> {
    within_limit(bytes.len().checked_mul(4))?;
    match encoding.to_ascii_lowercase().as_str() {
        "hex" => Ok(hex(bytes)),
        "base64" => {
            // A line has 76 characters.
            let whole = STANDARD.encode(bytes);
            let mut out = String::with_capacity(whole.len() + whole.len() / 76);
            for (index, letter) in whole.chars().enumerate() {
                if index > 0 && index % 76 == 0 {
                    out.push('\n');
                }
                out.push(letter);
            }
            Ok(out)
        }
        "escape" => {
            let mut out = String::new();
            for &byte in bytes {
                match byte {
                    b'\\' => out.push_str("\\\\"),
                    0 | 0x80.. => {
                        let _ = write!(out, "\\{byte:03o}");
                    }
                    plain => out.push(char::from(plain)),
                }
            }
            Ok(out)
        }
        _ => Err(unknown(encoding)),
    }
}

fn invalid(message: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message)
}

fn decode(text: &str, encoding: &str) -> SqlResult<Vec<u8>> {
    match encoding.to_ascii_lowercase().as_str() {
        "hex" => decode_hex(text),
        "base64" => {
            let plain: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
            STANDARD.decode(plain).map_err(|_| invalid("invalid base64 end sequence"))
        }
        "escape" => decode_escape(text),
        _ => Err(unknown(encoding)),
    }
}

fn decode_hex(text: &str) -> SqlResult<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut half: Option<u8> = None;
    for character in text.chars() {
        if half.is_none() && matches!(character, ' ' | '\n' | '\t' | '\r') {
            continue;
        }
        let digit = character.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let digit = digit.ok_or_else(|| invalid("invalid hexadecimal digit"))?;
        half = match half {
            Some(high) => {
                out.push(high << 4 | digit);
                None
            }
            None => Some(digit),
        };
    }
    if half.is_some() { Err(invalid("invalid hexadecimal data: odd number of digits")) } else { Ok(out) }
}

fn decode_escape(text: &str) -> SqlResult<Vec<u8>> {
    let wrong = || SqlError::new(SqlState::INVALID_TEXT_REPRESENTATION, "invalid input syntax for type bytea");
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return Ok(out),
            [b'\\', b'\\', rest @ ..] => {
                out.push(b'\\');
                rest
            }
            [b'\\', a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', rest @ ..] => {
                out.push((a - b'0') << 6 | (b - b'0') << 3 | (c - b'0'));
                rest
            }
            [b'\\', ..] => return Err(wrong()),
            [byte, rest @ ..] => {
                out.push(*byte);
                rest
            }
        };
    }
}

fn position(at: i64, length: usize) -> SqlResult<usize> {
    usize::try_from(at).ok().filter(|at| *at < length).ok_or_else(|| {
        let last = i64::try_from(length).unwrap_or(i64::MAX) - 1;
        SqlError::new(SqlState::ARRAY_SUBSCRIPT_ERROR, format!("index {at} out of valid range, 0..{last}"))
    })
}

fn get_byte(bytes: &[u8], at: i32) -> SqlResult<i32> {
    let at = position(at.into(), bytes.len())?;
    Ok(bytes.get(at).copied().map_or(0, i32::from))
}

fn set_byte(bytes: &[u8], at: i32, value: i32) -> SqlResult<Vec<u8>> {
    let at = position(at.into(), bytes.len())?;
    let mut out = bytes.to_vec();
    if let Some(byte) = out.get_mut(at) {
        *byte = value.to_le_bytes()[0];
    }
    Ok(out)
}

fn get_bit(bytes: &[u8], at: i64) -> SqlResult<i32> {
    let at = position(at, bytes.len().saturating_mul(8))?;
    Ok(bytes.get(at / 8).map_or(0, |byte| i32::from(byte >> (at % 8) & 1)))
}

fn set_bit(bytes: &[u8], at: i64, value: i32) -> SqlResult<Vec<u8>> {
    let at = position(at, bytes.len().saturating_mul(8))?;
    let mut out = bytes.to_vec();
    if let Some(byte) = out.get_mut(at / 8) {
        match value {
            0 => *byte &= !(1 << (at % 8)),
            1 => *byte |= 1 << (at % 8),
            _ => return Err(invalid("new bit must be 0 or 1")),
        }
    }
    Ok(out)
}
