//! String literals in all their spellings, and quoted names.

use super::{Lexeme, Lexer, Token, continues_name, cut, line_end, starts_name};
use crate::{Refusal, SqlState};

impl Lexer<'_> {
    /// `'…'`, with `''` for a quote, and its continuations on further lines.
    pub(super) fn standard_string(&mut self) -> Result<String, Refusal> {
        let start = self.at;
        let mut value = String::new();
        self.at += 1;
        loop {
            let Some(length) = self.rest().find('\'') else {
                return Err(self.unfinished("unterminated quoted string", start));
            };
            value.push_str(self.rest().get(..length).unwrap_or_default());
            self.at += length + 1;
            if self.peek(0) == b'\'' {
                value.push('\'');
                self.at += 1;
            } else if let Some(skip) = continuation(self.rest()) {
                self.at += skip;
            } else {
                return Ok(value);
            }
        }
    }

    /// `E'…'`: backslash escapes.
    pub(super) fn escape_string(&mut self) -> Result<String, Refusal> {
        let start = self.at - 1;
        let mut value = Vec::new();
        self.at += 1;
        loop {
            match self.peek(0) {
                0 => return Err(self.unfinished("unterminated quoted string", start)),
                b'\'' if self.peek(1) == b'\'' => {
                    value.push(b'\'');
                    self.at += 2;
                }
                b'\'' => {
                    self.at += 1;
                    match continuation(self.rest()) {
                        Some(skip) => self.at += skip,
                        None => break,
                    }
                }
                b'\\' => self.escape(&mut value, start)?,
                byte => {
                    value.push(byte);
                    self.at += 1;
                }
            }
        }
        if value.contains(&0) {
            return Err(invalid_bytes("0x00", self.position_of(start)));
        }
        String::from_utf8(value).map_err(|error| {
            let bad = error.utf8_error().valid_up_to();
            let shown: Vec<String> =
                error.as_bytes().iter().skip(bad).take(1).map(|byte| format!("0x{byte:02x}")).collect();
            invalid_bytes(&shown.join(" "), self.position_of(start))
        })
    }

    /// One backslash escape.
    fn escape(&mut self, value: &mut Vec<u8>, start: usize) -> Result<(), Refusal> {
        let escaped = self.peek(1);
        self.at += 2;
        match escaped {
            0 => return Err(self.unfinished("unterminated quoted string", start)),
            b'b' => value.push(8),
            b'f' => value.push(12),
            b'n' => value.push(b'\n'),
            b'r' => value.push(b'\r'),
            b't' => value.push(b'\t'),
            b'0'..=b'7' => {
                self.at -= 1;
                value.push(self.digits(8, 3).to_le_bytes()[0]);
            }
            b'x' if self.peek(0).is_ascii_hexdigit() => value.push(self.digits(16, 2).to_le_bytes()[0]),
            b'u' => self.unicode_escape(value, 4)?,
            b'U' => self.unicode_escape(value, 8)?,
            other => {
                value.push(other);
                // The bytes of a character beyond ASCII follow.
                while self.peek(0) & 0xC0 == 0x80 {
                    value.push(self.peek(0));
                    self.at += 1;
                }
            }
        }
        Ok(())
    }

    /// Up to `most` digits to that base.
    fn digits(&mut self, base: u32, most: usize) -> u32 {
        let mut value = 0u32;
        for _ in 0..most {
            let Some(digit) = char::from(self.peek(0)).to_digit(base) else { break };
            value = value.wrapping_mul(base).wrapping_add(digit);
            self.at += 1;
        }
        value
    }

    fn unicode_escape(&mut self, value: &mut Vec<u8>, length: usize) -> Result<(), Refusal> {
        let start = self.at - 2;
        let first = self.unicode_digits(length, start)?;
        let code = if is_high(first) {
            let (next, length) = match (self.peek(0), self.peek(1)) {
                (b'\\', b'u') => (true, 4),
                (b'\\', b'U') => (true, 8),
                _ => (false, 0),
            };
            if !next {
                return Err(bad_unicode("invalid Unicode surrogate pair", self.position_of(start)));
            }
            self.at += 2;
            let second = self.unicode_digits(length, start)?;
            combine(first, second).ok_or_else(|| bad_unicode("invalid Unicode surrogate pair", start + 1))?
        } else {
            first
        };
        let character = char::from_u32(code).filter(|&character| character != '\0');
        let Some(character) = character else {
            return Err(bad_unicode("invalid Unicode escape value", self.position_of(start)));
        };
        value.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
        Ok(())
    }

    fn unicode_digits(&mut self, length: usize, start: usize) -> Result<u32, Refusal> {
        let before = self.at;
        let value = self.digits(16, length);
        if self.at - before < length {
            let position = self.position_of(start);
            return Err(Refusal::new("lexical", SqlState::INVALID_ESCAPE_SEQUENCE, "invalid Unicode escape")
                .hint("Unicode escapes must be \\uXXXX or \\UXXXXXXXX.")
                .at(position));
        }
        Ok(value)
    }

    /// `$tag$…$tag$`
    pub(super) fn dollar_string(&mut self) -> Result<Token, Refusal> {
        let start = self.at;
        let name = self.rest().get(1..).unwrap_or_default();
        let length = name.bytes().take_while(|&byte| continues_name(byte) && byte != b'$').count();
        let opens = name.as_bytes().get(length) == Some(&b'$')
            && name.bytes().next().is_some_and(|byte| starts_name(byte) || byte == b'$');
        if !opens {
            self.at += 1;
            return Ok(Token::Stray('$'));
        }
        let tag = self.rest().get(..length + 2).unwrap_or_default();
        self.at += tag.len();
        let Some(length) = self.rest().find(tag) else {
            return Err(self.unfinished("unterminated dollar-quoted string", start));
        };
        let value = self.rest().get(..length).unwrap_or_default().to_owned();
        self.at += length + tag.len();
        Ok(Token::String(value))
    }

    /// `"…"`, cut to 63 bytes.
    pub(super) fn quoted_name(&mut self) -> Result<String, Refusal> {
        let mut name = self.raw_quoted_name()?;
        cut(&mut name);
        Ok(name)
    }

    pub(super) fn raw_quoted_name(&mut self) -> Result<String, Refusal> {
        let start = self.at;
        let mut name = String::new();
        self.at += 1;
        loop {
            let Some(length) = self.rest().find('"') else {
                return Err(self.unfinished("unterminated quoted identifier", start));
            };
            name.push_str(self.rest().get(..length).unwrap_or_default());
            self.at += length + 1;
            if self.peek(0) != b'"' {
                break;
            }
            name.push('"');
            self.at += 1;
        }
        if name.is_empty() {
            let position = self.position_of(start);
            let message = "zero-length delimited identifier at or near \"\"\"\"";
            return Err(Refusal::new("lexical", SqlState::SYNTAX_ERROR, message).at(position));
        }
        Ok(name)
    }
}

/// If a string goes on after its closing quote (white space with a line break in it, then a quote): how far it is to beyond the next quote.
fn continuation(rest: &str) -> Option<usize> {
    let mut at = 0;
    let mut broken = false;
    loop {
        let tail = rest.get(at..)?;
        match tail.as_bytes().first()? {
            b'\n' | b'\r' => {
                broken = true;
                at += 1;
            }
            b' ' | b'\t' | b'\x0c' => at += 1,
            b'-' if tail.starts_with("--") => {
                let length = line_end(tail);
                // The comment must end with its line.
                tail.as_bytes().get(length)?;
                at += length;
            }
            b'\'' if broken => return Some(at + 1),
            _ => return None,
        }
    }
}

/// Decodes `U&'…'` and `U&"…"`, with the UESCAPE that may follow.
pub(super) fn join_unicode_escapes(text: &str, lexemes: &mut Vec<Lexeme>) -> Result<(), Refusal> {
    if !lexemes.iter().any(|lexeme| matches!(lexeme.token, Token::Prefixed('U' | 'u', _))) {
        return Ok(());
    }
    let mut joined: Vec<Lexeme> = Vec::with_capacity(lexemes.len());
    let mut rest = std::mem::take(lexemes).into_iter().peekable();
    while let Some(mut lexeme) = rest.next() {
        if let Token::Prefixed(kind @ ('U' | 'u'), raw) = &lexeme.token {
            let mut escape = '\\';
            let uescape = |lexeme: &Lexeme| matches!(&lexeme.token, Token::Word(word, _) if word == "uescape");
            let (mut end, mut end_position) = (lexeme.end, lexeme.end_position);
            if rest.next_if(|next| uescape(next)).is_some() {
                let given = rest.next();
                escape = given.as_ref().and_then(escape_character).ok_or_else(|| {
                    let near = given.as_ref().and_then(|given| text.get(given.start..given.end)).unwrap_or_default();
                    let message = match given.as_ref().map(|given| &given.token) {
                        Some(Token::String(_)) => format!("invalid Unicode escape character at or near \"{near}\""),
                        _ => format!("UESCAPE must be followed by a simple string literal at or near \"{near}\""),
                    };
                    Refusal::new("lexical", SqlState::SYNTAX_ERROR, message)
                        .at(given.as_ref().map(|given| given.position))
                })?;
                if let Some(given) = given {
                    (end, end_position) = (given.end, given.end_position);
                }
            }
            let mut value = decode(raw, escape, lexeme.position)?;
            lexeme.token = if *kind == 'U' {
                Token::String(value)
            } else {
                cut(&mut value);
                Token::Name(value)
            };
            (lexeme.end, lexeme.end_position) = (end, end_position);
        }
        joined.push(lexeme);
    }
    *lexemes = joined;
    Ok(())
}

fn escape_character(given: &Lexeme) -> Option<char> {
    let Token::String(value) = &given.token else { return None };
    let mut characters = value.chars();
    match (characters.next(), characters.next()) {
        (Some(one), None) if one.is_ascii() && !one.is_ascii_hexdigit() => {
            (!matches!(one, '+' | '\'' | '"' | ' ' | '\t' | '\n' | '\r' | '\x0c')).then_some(one)
        }
        _ => None,
    }
}

/// `\XXXX` and `\+XXXXXX`, with `escape` for the backslash.
fn decode(raw: &str, escape: char, position: usize) -> Result<String, Refusal> {
    let invalid = || {
        Refusal::new("lexical", SqlState::SYNTAX_ERROR, "invalid Unicode escape")
            .hint("Unicode escapes must be \\XXXX or \\+XXXXXX.")
            .at(position)
    };
    let mut value = String::with_capacity(raw.len());
    let mut rest = raw;
    let mut pending: Option<u32> = None;
    while let Some(first) = rest.chars().next() {
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
        let code = if first != escape {
            None
        } else if let Some(tail) = rest.strip_prefix(escape) {
            rest = tail;
            None
        } else {
            let (tail, length) = rest.strip_prefix('+').map_or((rest, 4), |tail| (tail, 6));
            let digits = tail.get(..length).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
            rest = tail.get(length..).unwrap_or_default();
            Some(digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or_else(invalid)?)
        };
        match (pending.take(), code) {
            (None, None) => value.push(first),
            (None, Some(high)) if is_high(high) => pending = Some(high),
            (None, Some(code)) => {
                let character = char::from_u32(code).filter(|&character| character != '\0');
                value.push(character.ok_or_else(|| bad_unicode("invalid Unicode escape value", position))?);
            }
            (Some(high), code) => {
                let character = code.and_then(|low| combine(high, low)).and_then(char::from_u32);
                value.push(character.ok_or_else(|| bad_unicode("invalid Unicode surrogate pair", position))?);
            }
        }
    }
    if pending.is_some() {
        return Err(bad_unicode("invalid Unicode surrogate pair", position));
    }
    Ok(value)
}

fn is_high(code: u32) -> bool {
    (0xD800..0xDC00).contains(&code)
}

fn combine(high: u32, low: u32) -> Option<u32> {
    (0xDC00..0xE000).contains(&low).then(|| 0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF))
}

fn bad_unicode(message: &str, position: usize) -> Refusal {
    Refusal::new("lexical", SqlState::SYNTAX_ERROR, message).at(position)
}

fn invalid_bytes(bytes: &str, position: usize) -> Refusal {
    let message = format!("invalid byte sequence for encoding \"UTF8\": {bytes}");
    Refusal::new("lexical", SqlState::CHARACTER_NOT_IN_REPERTOIRE, message).at(position)
}
