//! JSON: checking a text as `json`'s input does, and `jsonb`'s canonical form.
//!
//! Comes in: text. Goes out: a tree, or the canonical text. Must never: recurse deeper than [`MAX_DEPTH`], or take what PostgreSQL's parser refuses.

mod rewrite;

use super::input::{Input, InputError};
use super::numeric::PgNumeric;
use guard::SqlState;
use std::fmt::Write;

/// How deep arrays and objects may be in each other.
pub const MAX_DEPTH: usize = 1000;

/// A value of type jsonb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(PgNumeric),
    String(String),
    Array(Vec<Json>),
    /// Sorted by the keys' length, then bytes; each key once.
    Object(Vec<(String, Json)>),
}

/// Checks a text as `json`'s input function does.
pub fn validate(text: &str) -> Input<()> {
    let mut parser = Parser { text, at: 0, build: false };
    parser.document("json").map(|_| ())
}

/// Reads a text as `jsonb`'s input function does.
pub fn parse(text: &str) -> Input<Json> {
    let mut parser = Parser { text, at: 0, build: true };
    parser.document("jsonb")
}

/// The canonical text of `jsonb`.
pub fn canonical(text: &str) -> Input<String> {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    append_canonical(text, &mut out)?;
    Ok(out)
}

/// Appends the canonical text of `jsonb`; nothing if the text is not one.
pub fn append_canonical(text: &str, out: &mut String) -> Input<()> {
    let start = out.len();
    if rewrite::rewrite(text, out).is_none() {
        out.truncate(start);
        parse(text)?.write(out);
    }
    Ok(())
}

impl Json {
    /// Sorts the keys and keeps the last of those that are the same.
    #[must_use]
    pub fn object(mut pairs: Vec<(String, Json)>) -> Json {
        // The sort is stable, so of equal keys the last one comes last.
        pairs.sort_by(|(a, _), (b, _)| a.len().cmp(&b.len()).then_with(|| a.as_bytes().cmp(b.as_bytes())));
        let mut unique: Vec<(String, Json)> = Vec::with_capacity(pairs.len());
        for pair in pairs {
            match unique.last_mut() {
                Some(last) if last.0 == pair.0 => *last = pair,
                _ => unique.push(pair),
            }
        }
        Json::Object(unique)
    }

    /// Appends the canonical text.
    pub fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Json::Number(number) => {
                // Writing into memory can't fail.
                let _ = write!(out, "{number}");
            }
            Json::String(text) => quote(text, out),
            Json::Array(values) => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    value.write(out);
                }
                out.push(']');
            }
            Json::Object(pairs) => {
                out.push('{');
                for (index, (key, value)) in pairs.iter().enumerate() {
                    out.push_str(if index > 0 { ", " } else { "" });
                    quote(key, out);
                    out.push_str(": ");
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

impl std::fmt::Display for Json {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = String::new();
        self.write(&mut out);
        f.write_str(&out)
    }
}

/// Appends a JSON string, escaped as PostgreSQL's `escape_json`.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                // Writing into memory can't fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// Whether a tree is wanted, and `jsonb`'s stricter rules with it.
    build: bool,
}

impl<'a> Parser<'a> {
    fn document(&mut self, _ty: &str) -> Input<Json> {
        let value = self.value(0)?;
        self.blanks();
        if self.at < self.text.len() {
            return Err(self.unexpected("Expected end of input, but found"));
        }
        Ok(value)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn error(&self, detail: String) -> InputError {
        InputError::fixed(SqlState::INVALID_TEXT_REPRESENTATION, "invalid input syntax for type json").detail(detail)
    }

    /// The token at this place, as PostgreSQL's lexer cuts it.
    fn token(&self) -> &'a str {
        let rest = self.rest();
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii();
        match rest.chars().next() {
            None => "",
            Some('"') => {
                let mut escaped = false;
                let end = rest.char_indices().skip(1).find(|(_, c)| {
                    let closes = *c == '"' && !escaped;
                    escaped = *c == '\\' && !escaped;
                    closes
                });
                end.and_then(|(at, _)| rest.get(..=at)).unwrap_or(rest)
            }
            Some(first) if word(first) || first == '-' => {
                let number = first == '-' || first.is_ascii_digit();
                let part = |c: char| word(c) || (number && matches!(c, '.' | '+' | '-'));
                rest.get(..rest.find(|c| !part(c)).unwrap_or(rest.len())).unwrap_or(rest)
            }
            Some(other) => rest.get(..other.len_utf8()).unwrap_or(rest),
        }
    }

    fn unexpected(&self, expectation: &str) -> InputError {
        let token = self.token();
        if token.is_empty() {
            return self.error("The input string ended unexpectedly.".into());
        }
        let known = token.starts_with(|c: char| "{}[],:\"".contains(c))
            || matches!(token, "true" | "false" | "null")
            || token.parse::<f64>().is_ok();
        if known {
            self.error(format!("{expectation} \"{token}\"."))
        } else {
            self.error(format!("Token \"{token}\" is invalid."))
        }
    }

    fn value(&mut self, depth: usize) -> Input<Json> {
        if depth > MAX_DEPTH {
            return Err(InputError::fixed(SqlState::STATEMENT_TOO_COMPLEX, "stack depth limit exceeded"));
        }
        self.blanks();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => {
                let token = self.token();
                let value = match token {
                    "true" => Json::Bool(true),
                    "false" => Json::Bool(false),
                    "null" => Json::Null,
                    _ => return Err(self.unexpected("Expected JSON value, but found")),
                };
                self.at += token.len();
                Ok(value)
            }
        }
    }

    fn array(&mut self, depth: usize) -> Input<Json> {
        self.at += 1;
        let mut values = Vec::new();
        self.blanks();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Json::Array(values));
        }
        loop {
            let value = self.value(depth + 1)?;
            if self.build {
                values.push(value);
            }
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Json::Array(values));
                }
                _ => return Err(self.unexpected("Expected \",\" or \"]\", but found")),
            }
        }
    }

    fn object(&mut self, depth: usize) -> Input<Json> {
        self.at += 1;
        let mut pairs = Vec::new();
        self.blanks();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(pairs));
        }
        let mut expectation = "Expected string or \"}\", but found";
        loop {
            self.blanks();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected(expectation));
            }
            expectation = "Expected string, but found";
            let key = self.string()?;
            self.blanks();
            if self.peek() != Some(b':') {
                return Err(self.unexpected("Expected \":\", but found"));
            }
            self.at += 1;
            let value = self.value(depth + 1)?;
            if self.build {
                pairs.push((key, value));
            }
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Json::object(pairs));
                }
                _ => return Err(self.unexpected("Expected \",\" or \"}\", but found")),
            }
        }
    }

    fn number(&mut self) -> Input<Json> {
        let token = self.token();
        let unsigned = token.strip_prefix('-').unwrap_or(token);
        let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
            Some(at) => (unsigned.get(..at).unwrap_or(""), unsigned.get(at + 1..)),
            None => (unsigned, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let valid = digits(whole)
            && (whole == "0" || !whole.starts_with('0'))
            && fraction.is_none_or(digits)
            && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)));
        if !valid {
            return Err(self.error(format!("Token \"{token}\" is invalid.")));
        }
        self.at += token.len();
        if self.build { token.parse().map(Json::Number) } else { Ok(Json::Null) }
    }

    fn string(&mut self) -> Input<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').unwrap_or(rest.len());
            if self.build {
                out.push_str(rest.get(..plain).unwrap_or(""));
            }
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    let c = self.escape()?;
                    out.push(c);
                }
                Some(control) => {
                    return Err(self.error(format!("Character with value 0x{control:02x} must be escaped.")));
                }
                None => {
                    let from = self.text.get(..self.at).and_then(|before| before.rfind('"')).unwrap_or(0);
                    let token = self.text.get(from..).unwrap_or("");
                    return Err(self.error(format!("Token \"{token}\" is invalid.")));
                }
            }
        }
    }

    fn escape(&mut self) -> Input<char> {
        let Some(c) = self.rest().chars().next() else {
            return Err(self.error("The input string ended unexpectedly.".into()));
        };
        self.at += c.len_utf8();
        Ok(match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unicode(),
            other => return Err(self.error(format!("Escape sequence \"\\{other}\" is invalid."))),
        })
    }

    fn hex4(&mut self) -> Input<u32> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let value = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += 4;
        value.ok_or_else(|| self.error("\"\\u\" must be followed by four hexadecimal digits.".into()))
    }

    fn unicode(&mut self) -> Input<char> {
        let first = self.hex4()?;
        match first {
            // `json` keeps its text, so only the building of a text can fail.
            0 if self.build => {
                let error =
                    InputError::fixed(SqlState::UNTRANSLATABLE_CHARACTER, "unsupported Unicode escape sequence");
                Err(error.detail("\\u0000 cannot be converted to text."))
            }
            0xd800..=0xdbff => {
                let low = if self.rest().starts_with("\\u") {
                    self.at += 2;
                    self.hex4()?
                } else {
                    0
                };
                if !(0xdc00..=0xdfff).contains(&low) {
                    return Err(self.error("Unicode low surrogate must follow a high surrogate.".into()));
                }
                let code = 0x10000 + ((first - 0xd800) << 10) + (low - 0xdc00);
                Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
            }
            0xdc00..=0xdfff => Err(self.error("Unicode low surrogate must follow a high surrogate.".into())),
            other => Ok(char::from_u32(other).unwrap_or(char::REPLACEMENT_CHARACTER)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_form() {
        for (text, expected) in [
            (r#" {"b":[1,2] , "a":1} "#, r#"{"a": 1, "b": [1, 2]}"#),
            (r#"{"aa":1,"b":2,"b":3}"#, r#"{"b": 3, "aa": 1}"#),
            ("1e5", "100000"),
            ("1.50", "1.50"),
            (r#""a\u0041\n\/""#, r#""aA\n/""#),
            (r#""\ud83d\ude00""#, "\"😀\""),
            ("[]", "[]"),
            ("{}", "{}"),
            ("[null,true,false]", "[null, true, false]"),
        ] {
            assert_eq!(canonical(text).unwrap(), expected);
            validate(text).unwrap();
        }
        for bad in ["", "{", "[1,]", "{\"a\"}", "01", "1.", "tru", "\"a", "[1] 2", "{a:1}", "'a'", "\"\t\"", "\"\\x\""]
        {
            assert!(validate(bad).is_err(), "{bad}");
            assert!(parse(bad).is_err(), "{bad}");
        }
        assert!(parse(r#""\u0000""#).is_err());
        assert!(validate(r#""\u0000""#).is_ok());
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}
