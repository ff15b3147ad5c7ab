//! PostgreSQL's lexical rules (`scan.l` of release 15, `standard_conforming_strings` on).
//!
//! Comes in: the text of a message. Goes out: lexemes with their positions, strings and names already decoded, and the line comments (a directive may be in one).
//! Must never: recurse, or read a construct otherwise than PostgreSQL does: what it can't read is refused.

mod number;
mod string;

use super::keywords::{self, Keyword};
use crate::{Refusal, SqlState};

/// What PostgreSQL's names are cut to, in bytes.
const NAME_BYTES: usize = 63;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// An unquoted word, folded and cut.
    Word(String, Option<&'static Keyword>),
    /// A quoted name, cut.
    Name(String),
    Number(String),
    /// A string literal of whatever spelling, decoded.
    String(String),
    /// `B'…'`, `X'…'`, `N'…'`, by its letter
    Prefixed(char, String),
    /// `$1`
    Parameter(String),
    /// An operator, `=` and `*` too
    Operator(String),
    /// `( ) [ ] , ; : . :: := ..`
    Mark(&'static str),
    /// A character that nothing in PostgreSQL starts with.
    Stray(char),
    End,
}

/// A token and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Lexeme {
    pub token: Token,
    /// In characters from 1, within the whole message.
    pub position: usize,
    /// The position after its last character.
    pub end_position: usize,
    pub start: usize,
    pub end: usize,
}

/// A `--` comment: its bytes, and whether only white space stands before it on its line.
#[derive(Clone, Debug)]
pub(super) struct LineComment {
    pub start: usize,
    pub end: usize,
    pub position: usize,
}

#[derive(Debug)]
pub(super) struct Lexed {
    /// Ends with [`Token::End`].
    pub lexemes: Vec<Lexeme>,
    pub comments: Vec<LineComment>,
}

/// Reads the whole text; stops with 54000 at more than `limit` tokens.
pub(super) fn lex(text: &str, limit: usize) -> Result<Lexed, Refusal> {
    if let Some(at) = text.find('\0') {
        let position = text.get(..at).map_or(1, |before| before.chars().count() + 1);
        return Err(Refusal::new(
            "lexical",
            SqlState::CHARACTER_NOT_IN_REPERTOIRE,
            "invalid byte sequence for encoding \"UTF8\": 0x00",
        )
        .at(position));
    }
    let mut lexer = Lexer { text, at: 0, position: 1, counted: 0, comments: Vec::new() };
    let mut lexemes = Vec::with_capacity(text.len().min(1 << 16) / 4);
    loop {
        let lexeme = lexer.next()?;
        let ended = lexeme.token == Token::End;
        lexemes.push(lexeme);
        if ended {
            break;
        }
        if lexemes.len() > limit {
            return Err(too_many(limit));
        }
    }
    string::join_unicode_escapes(text, &mut lexemes)?;
    Ok(Lexed { lexemes, comments: lexer.comments })
}

fn too_many(limit: usize) -> Refusal {
    Refusal::new("limit-tokens", SqlState::PROGRAM_LIMIT_EXCEEDED, "the statement is too large")
        .detail(format!("A statement may have {limit} tokens."))
        .hint("Split the statement.")
}

struct Lexer<'t> {
    text: &'t str,
    /// The next byte.
    at: usize,
    /// The position of the byte `counted`.
    position: usize,
    counted: usize,
    comments: Vec<LineComment>,
}

impl<'t> Lexer<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    /// The position of a byte at or after the last one asked for.
    fn position_of(&mut self, byte: usize) -> usize {
        let between = self.text.get(self.counted..byte).unwrap_or_default();
        self.position += if between.is_ascii() { between.len() } else { between.chars().count() };
        self.counted = byte;
        self.position
    }

    fn next(&mut self) -> Result<Lexeme, Refusal> {
        self.skip_space()?;
        let start = self.at;
        let position = self.position_of(start);
        let token = self.token()?;
        let end = self.at;
        let end_position = self.position_of(end);
        Ok(Lexeme { token, position, end_position, start, end })
    }

    fn skip_space(&mut self) -> Result<(), Refusal> {
        loop {
            match (self.peek(0), self.peek(1)) {
                (b' ' | b'\t' | b'\n' | b'\r' | b'\x0c', _) => self.at += 1,
                (b'-', b'-') => {
                    let start = self.at;
                    self.at += line_end(self.rest());
                    let position = self.position_of(start);
                    self.comments.push(LineComment { start, end: self.at, position });
                }
                (b'/', b'*') => self.skip_block_comment()?,
                _ => return Ok(()),
            }
        }
    }

    fn skip_block_comment(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        let mut depth = 0usize;
        while self.at < self.text.len() {
            match (self.peek(0), self.peek(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                _ => self.at += 1,
            }
        }
        Err(self.unfinished("unterminated /* comment", start))
    }

    fn token(&mut self) -> Result<Token, Refusal> {
        let first = self.peek(0);
        match first {
            0 => Ok(Token::End),
            b'\'' => self.standard_string().map(Token::String),
            b'"' => self.quoted_name().map(Token::Name),
            b'e' | b'E' if self.peek(1) == b'\'' => {
                self.at += 1;
                self.escape_string().map(Token::String)
            }
            b'b' | b'B' | b'x' | b'X' | b'n' | b'N' if self.peek(1) == b'\'' => {
                self.at += 1;
                let letter = char::from(first.to_ascii_uppercase());
                self.standard_string().map(|value| Token::Prefixed(letter, value))
            }
            b'u' | b'U' if self.peek(1) == b'&' && matches!(self.peek(2), b'\'' | b'"') => {
                self.at += 2;
                // Decoded by `join_unicode_escapes`, which sees the UESCAPE that may follow.
                if self.peek(0) == b'\'' {
                    self.standard_string().map(|value| Token::Prefixed('U', value))
                } else {
                    self.raw_quoted_name().map(|value| Token::Prefixed('u', value))
                }
            }
            b'$' => self.dollar(),
            b'0'..=b'9' => self.number(),
            b'.' if self.peek(1).is_ascii_digit() => self.number(),
            byte if starts_name(byte) => Ok(self.word()),
            byte if is_operator(byte) => self.operator(),
            _ => Ok(self.mark()),
        }
    }

    fn word(&mut self) -> Token {
        let length = self.rest().bytes().take_while(|&byte| continues_name(byte)).count();
        let mut word = self.rest().get(..length).unwrap_or_default().to_ascii_lowercase();
        self.at += length;
        cut(&mut word);
        let keyword = keywords::find(&word);
        Token::Word(word, keyword)
    }

    fn mark(&mut self) -> Token {
        let mark = match (self.peek(0), self.peek(1)) {
            (b':', b':') => "::",
            (b':', b'=') => ":=",
            (b'.', b'.') => "..",
            (b'(', _) => "(",
            (b')', _) => ")",
            (b'[', _) => "[",
            (b']', _) => "]",
            (b',', _) => ",",
            (b';', _) => ";",
            (b':', _) => ":",
            (b'.', _) => ".",
            _ => {
                let stray = self.rest().chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
                self.at += stray.len_utf8();
                return Token::Stray(stray);
            }
        };
        self.at += mark.len();
        Token::Mark(mark)
    }

    /// The longest run of operator characters, cut at a comment and, as SQL wants it, before a `+` or `-` at its end unless it holds a character that SQL's own operators lack.
    fn operator(&mut self) -> Result<Token, Refusal> {
        let run = self.rest().bytes().take_while(|&byte| is_operator(byte)).count();
        let mut symbol = self.rest().get(..run).unwrap_or_default();
        for comment in ["--", "/*"] {
            if let Some(at) = symbol.find(comment) {
                symbol = symbol.get(..at).unwrap_or_default();
            }
        }
        while symbol.len() > 1 && symbol.ends_with(['+', '-']) {
            let before = symbol.get(..symbol.len() - 1).unwrap_or_default();
            if before.contains(['~', '!', '@', '#', '^', '&', '|', '`', '?', '%']) {
                break;
            }
            symbol = before;
        }
        if symbol.len() > NAME_BYTES {
            return Err(self.unfinished("operator too long", self.at));
        }
        self.at += symbol.len();
        Ok(Token::Operator(if symbol == "!=" { "<>".to_owned() } else { symbol.to_owned() }))
    }

    /// A syntax error that quotes all the text from `start`, as PostgreSQL does for what never ends.
    fn unfinished(&mut self, message: &str, start: usize) -> Refusal {
        let tail = self.text.get(start..).unwrap_or_default();
        let before = self.text.get(..start).unwrap_or_default();
        Refusal::new("lexical", SqlState::SYNTAX_ERROR, format!("{message} at or near \"{}\"", excerpt(tail)))
            .at(before.chars().count() + 1)
    }
}

/// At most this many characters of the client's text go into a message.
pub(super) fn excerpt(text: &str) -> &str {
    text.char_indices().nth(1000).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

/// How far it is to the end of the line.
fn line_end(text: &str) -> usize {
    text.bytes().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(text.len())
}

fn starts_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

fn continues_name(byte: u8) -> bool {
    starts_name(byte) || byte.is_ascii_digit() || byte == b'$'
}

fn is_operator(byte: u8) -> bool {
    b"~!@#^&|`?+-*/%<>=".contains(&byte)
}

/// Cuts a name to 63 bytes, at a character's edge.
pub(super) fn cut(name: &mut String) {
    if name.len() > NAME_BYTES {
        let edge = (0..=NAME_BYTES).rev().find(|&at| name.is_char_boundary(at)).unwrap_or(0);
        name.truncate(edge);
    }
}
