//! Unicode's normal forms and escapes, and identifiers in text.

use super::super::entry::Entry;
use super::super::kernel::Call;
use super::super::rows::{Bool, Str, map1, map2};
use super::within_limit;
use crate::error::{SqlError, SqlResult};
use datafusion::arrow::array::{ArrayRef, ListBuilder, StringViewBuilder};
use datafusion::arrow::datatypes::{DataType, Field};
use guard::SqlState;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("normalize(text) text", |call| map1::<Str, String>(call, |text| normal(text, "NFC"))),
        Entry::kernel("normalize(text, text) text", |call| map2::<Str, Str, String>(call, normal)),
        Entry::kernel("is_normalized(text) bool", |call| map1::<Str, bool>(call, |text| is_normal(text, "NFC"))),
        Entry::kernel("is_normalized(text, text) bool", |call| map2::<Str, Str, bool>(call, is_normal)),
        Entry::kernel("unistr(text) text", |call| map1::<Str, String>(call, unescape)),
        Entry::kernel("parse_ident(text) text[]", parse_ident),
        Entry::kernel("parse_ident(text, bool) text[]", parse_ident),
    ]
}

fn collect(characters: impl Iterator<Item = char>) -> SqlResult<String> {
    let mut out = String::new();
    for character in characters {
        out.push(character);
        within_limit(Some(out.len()))?;
    }
    Ok(out)
}

fn normal(text: &str, form: &str) -> SqlResult<String> {
    match form.to_ascii_uppercase().as_str() {
        "NFC" => collect(text.nfc()),
        "NFD" => collect(text.nfd()),
        "NFKC" => collect(text.nfkc()),
        "NFKD" => collect(text.nfkd()),
        _ => Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, "invalid normalization form")),
    }
}

fn is_normal(text: &str, form: &str) -> SqlResult<bool> {
    Ok(normal(text, form)? == text)
}

/// `\0061`, `\u0061`, `\+000061` and `\U00000061` are characters, `\\` is a backslash; a surrogate needs its other half.
fn unescape(text: &str) -> SqlResult<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut high: Option<u32> = None;
    while let Some(at) = rest.find('\\') {
        let (plain, escape) = rest.split_at_checked(at).unwrap_or((rest, ""));
        if !plain.is_empty() && high.is_some() {
            return Err(surrogate());
        }
        out.push_str(plain);
        rest = match escape.strip_prefix("\\\\") {
            Some(_) if high.is_some() => return Err(surrogate()),
            Some(after) => {
                out.push('\\');
                after
            }
            None => {
                let (code, after) = code_point(escape).ok_or_else(|| {
                    SqlError::new(SqlState::SYNTAX_ERROR, "invalid Unicode escape")
                        .hint("Unicode escapes must be \\XXXX, \\+XXXXXX, \\uXXXX, or \\UXXXXXXXX.")
                })?;
                out.extend(character(code, &mut high)?);
                after
            }
        };
    }
    if high.is_some() {
        return Err(surrogate());
    }
    out.push_str(rest);
    Ok(out)
}

fn surrogate() -> SqlError {
    SqlError::new(SqlState::SYNTAX_ERROR, "invalid Unicode surrogate pair")
}

/// The number of an escape, and what follows it.
fn code_point(escape: &str) -> Option<(u32, &str)> {
    let (prefix, digits) = match escape.as_bytes().get(1)? {
        b'+' => (2, 6),
        b'u' => (2, 4),
        b'U' => (2, 8),
        _ => (1, 4),
    };
    let hex = escape.get(prefix..prefix + digits).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    Some((u32::from_str_radix(hex, 16).ok()?, escape.get(prefix + digits..)?))
}

/// The character, unless this is the first half of one.
fn character(code: u32, high: &mut Option<u32>) -> SqlResult<Option<char>> {
    let code = match (high.take(), code) {
        (None, 0xD800..=0xDBFF) => {
            *high = Some(code);
            return Ok(None);
        }
        (Some(first), 0xDC00..=0xDFFF) => 0x10000 + ((first - 0xD800) << 10) + (code - 0xDC00),
        (None, 0xDC00..=0xDFFF) | (Some(_), _) => return Err(surrogate()),
        (None, code) => code,
    };
    match char::from_u32(code) {
        Some(character) if code != 0 => Ok(Some(character)),
        _ => Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, format!("invalid Unicode code point: {code:04X}"))),
    }
}

fn parse_ident(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let texts = call.column::<Str>(0)?;
    let flags = if call.columns.len() > 1 { Some(call.column::<Bool>(1)?) } else { None };
    let field = Arc::new(Field::new_list_field(DataType::Utf8View, true));
    let mut out = ListBuilder::new(StringViewBuilder::new()).with_field(field);
    for row in 0..call.rows {
        match (texts.get(row), flags.as_ref().map_or(Some(true), |flags| flags.get(row))) {
            (Some(text), Some(strict)) => out.append_value(identifiers(text, strict)?.into_iter().map(Some)),
            _ => out.append_null(),
        }
    }
    Ok(Arc::new(out.finish()))
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

/// The parts of a qualified name. Unless `strict`, what follows the last of them does not matter.
fn identifiers(text: &str, strict: bool) -> SqlResult<Vec<String>> {
    let wrong = |detail: &str| {
        let error = SqlError::new(SqlState::INVALID_PARAMETER_VALUE, "string is not a valid identifier");
        if detail.is_empty() { error } else { error.detail(detail) }
    };
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_blank);
    loop {
        if let Some(quoted) = rest.strip_prefix('"') {
            let (part, after) = until_quote(quoted).ok_or_else(|| wrong("String has unclosed double quotes."))?;
            if part.is_empty() {
                return Err(wrong("Quoted identifier must not be empty."));
            }
            parts.push(part);
            rest = after;
        } else {
            let begins = rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii());
            if !begins {
                return Err(wrong(match (rest.starts_with('.'), parts.is_empty()) {
                    (true, _) => "No valid identifier before \".\".",
                    (false, false) => "No valid identifier after \".\".",
                    (false, true) => "",
                }));
            }
            let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$') || !c.is_ascii();
            let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
            let (part, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            parts.push(part.to_ascii_lowercase());
            rest = after;
        }
        rest = rest.trim_start_matches(is_blank);
        rest = match rest.strip_prefix('.') {
            Some(after) => after.trim_start_matches(is_blank),
            None if rest.is_empty() || !strict => return Ok(parts),
            None => return Err(wrong("")),
        };
    }
}

/// Up to the closing quote; two are one of the name's own.
fn until_quote(quoted: &str) -> Option<(String, &str)> {
    let mut part = String::new();
    let mut rest = quoted;
    loop {
        let (before, after) = rest.split_once('"')?;
        part.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                part.push('"');
                rest = more;
            }
            None => return Some((part, after)),
        }
    }
}
