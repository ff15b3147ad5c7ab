//! json as it was written: finding parts without reformatting them.
//!
//! Comes in: JSON text. Goes out: slices of it. Must never: change a byte.

use super::value::{Json, NotJson};
use crate::error::{SqlError, SqlResult};
use guard::SqlState;

/// A column of type json may hold text that the file's writer did not check.
pub fn invalid(reason: NotJson) -> SqlError {
    match reason {
        NotJson::Syntax => SqlError::new(SqlState::INVALID_TEXT_REPRESENTATION, "invalid input syntax for type json"),
        NotJson::TooDeep => SqlError::new(SqlState::STATEMENT_TOO_COMPLEX, "json is nested too deeply"),
        NotJson::BadEscape => SqlError::new(SqlState::UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence"),
    }
}

/// The last member called `key`, if the text is an object.
pub fn member<'a>(text: &'a str, key: &str) -> SqlResult<Option<&'a str>> {
    let mut found = None;
    let is_object = text.trim_start().starts_with('{');
    each(text, |name, value| {
        if is_object && name.is_some_and(|name| matches!(Json::parse(name), Ok(Json::String(name)) if name == key)) {
            found = Some(value);
        }
    })?;
    Ok(found)
}

/// The item at `index`, if the text is an array; from the end if it is negative.
pub fn item(text: &str, index: i64) -> SqlResult<Option<&str>> {
    if !text.trim_start().starts_with('[') {
        return Ok(None);
    }
    let mut items = Vec::new();
    each(text, |_, value| items.push(value))?;
    let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let index = if index < 0 { index + length } else { index };
    Ok(usize::try_from(index).ok().and_then(|index| items.get(index).copied()))
}

/// As `->>` gives it: a string without quotes and escapes, `None` for null.
pub fn text(slice: &str) -> SqlResult<Option<String>> {
    match slice.trim() {
        "null" => Ok(None),
        quoted if quoted.starts_with('"') => match Json::parse(quoted).map_err(invalid)? {
            Json::String(text) => Ok(Some(text)),
            _ => Ok(None),
        },
        other => Ok(Some(other.to_owned())),
    }
}

/// Calls `take` for each direct part of an object (with its key, still quoted) or an array. Nothing for a scalar.
pub fn each<'a>(text: &'a str, mut take: impl FnMut(Option<&'a str>, &'a str)) -> SqlResult<()> {
    let syntax = || invalid(NotJson::Syntax);
    let inner = text.trim();
    if !inner.starts_with(['{', '[']) {
        return Ok(());
    }
    let bytes = inner.as_bytes();
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let (mut start, mut colon) = (1, None);
    for (at, &byte) in bytes.iter().enumerate() {
        if quoted {
            (quoted, escaped) = (escaped || byte != b'"', !escaped && byte == b'\\');
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b':' if depth == 1 => colon = colon.or(Some(at)),
            b',' | b'}' | b']' => {
                if byte != b',' {
                    depth = depth.checked_sub(1).ok_or_else(syntax)?;
                }
                if depth == usize::from(byte == b',') {
                    emit(inner, start, colon.take(), at, &mut take);
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    if depth == 0 && !quoted { Ok(()) } else { Err(syntax()) }
}

fn emit<'a>(
    text: &'a str,
    start: usize,
    colon: Option<usize>,
    end: usize,
    take: &mut impl FnMut(Option<&'a str>, &'a str),
) {
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default().trim();
    match colon {
        Some(colon) => take(Some(slice(start, colon)), slice(colon + 1, end)),
        None if slice(start, end).is_empty() => {}
        None => take(None, slice(start, end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_as_they_were_written() {
        let text = r#" {"a" : [1,  2 , {"b":"x,}"}], "c": null, "a\"b": "y", "e": {}} "#;
        assert_eq!(member(text, "a").ok().flatten(), Some(r#"[1,  2 , {"b":"x,}"}]"#));
        assert_eq!(member(text, "a\"b").ok().flatten(), Some("\"y\""));
        assert_eq!(member(text, "e").ok().flatten(), Some("{}"));
        assert_eq!(member(text, "z").ok().flatten(), None);
        assert_eq!(item("[1,  2 , {\"b\":\"x,}\"}]", -1).ok().flatten(), Some(r#"{"b":"x,}"}"#));
        assert_eq!(item("[]", 0).ok().flatten(), None);
        assert_eq!(self::text("\"a\\u00e9\"").ok().flatten().as_deref(), Some("aé"));
        assert!(member("{\"a\": [}", "a").is_err());
    }
}
