//! A JSON value as a tree.
//!
//! Comes in: JSON text. Goes out: a tree, and jsonb's canonical text of one. Must never: recurse deeper than its limit.

use std::fmt::Write as _;

/// A JSON value. A number stays as it was written; an object's members stay in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotJson {
    Syntax,
    TooDeep,
    /// `\u0000`, or half of a surrogate pair.
    BadEscape,
}

const MAX_DEPTH: usize = 512;

impl Json {
    /// Reads one value with nothing but white space around it.
    ///
    /// # Errors
    /// The text is not JSON.
    pub fn parse(text: &str) -> Result<Self, NotJson> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(MAX_DEPTH)?;
        reader.space();
        if reader.at == text.len() { Ok(value) } else { Err(NotJson::Syntax) }
    }

    /// About how many bytes the tree of a text takes: its letters, a node for each value, and the room that a list begins with.
    #[must_use]
    pub fn weight(text: &str) -> usize {
        const NODE: usize = 64;
        const LIST: usize = 256;
        if text.len() < 1 << 12 {
            return text.len() * LIST;
        }
        let weight = |byte: u8| match byte {
            b',' | b':' => NODE,
            b'{' | b'[' => LIST,
            _ => 1,
        };
        text.bytes().map(weight).sum()
    }

    /// As jsonb writes it: a space after each colon and comma.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    pub fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(text) => out.push_str(text),
            Self::String(text) => quote(text, out),
            Self::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (key, item)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push_str(", ");
                    }
                    quote(key, out);
                    out.push_str(": ");
                    item.write(out);
                }
                out.push('}');
            }
        }
    }

    /// An object as jsonb keeps it: the last of equal keys, keys by length and then by bytes.
    #[must_use]
    pub fn object(members: Vec<(String, Json)>) -> Self {
        let mut kept: Vec<(String, Json)> = Vec::with_capacity(members.len());
        let mut members: Vec<(usize, (String, Json))> = members.into_iter().enumerate().collect();
        members.sort_by(|(a, (left, _)), (b, (right, _))| (left.len(), left, b).cmp(&(right.len(), right, a)));
        for (_, (key, value)) in members {
            if kept.last().is_none_or(|(last, _)| *last != key) {
                kept.push((key, value));
            }
        }
        Self::Object(kept)
    }

    /// As jsonb keeps it: numbers as numeric writes them, objects sorted.
    #[must_use]
    pub fn normalized(self) -> Self {
        match self {
            Self::Number(text) => {
                let plain = text.parse::<crate::types::numeric::PgNumeric>().map(|number| number.to_string());
                Self::Number(plain.unwrap_or(text))
            }
            Self::Array(items) => Self::Array(items.into_iter().map(Self::normalized).collect()),
            Self::Object(members) => {
                Self::object(members.into_iter().map(|(key, value)| (key, value.normalized())).collect())
            }
            other => other,
        }
    }

    /// The member called `key`.
    #[must_use]
    pub fn member(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(members) => members.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether it is neither an array nor an object.
    #[must_use]
    pub fn is_scalar(&self) -> bool {
        !matches!(self, Self::Array(_) | Self::Object(_))
    }

    /// The item at `index`; from the end if it is negative.
    #[must_use]
    pub fn item(&self, index: i64) -> Option<&Json> {
        let Self::Array(items) = self else { return None };
        let index = if index < 0 { index.checked_add(i64::try_from(items.len()).ok()?)? } else { index };
        items.get(usize::try_from(index).ok()?)
    }

    /// As `->>` gives it: a string without quotes, `None` for null.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::String(text) => Some(text.clone()),
            other => Some(other.canonical()),
        }
    }
}

/// Appends a JSON string.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            control if control < ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, NotJson> {
        let rest = self.text.get(self.at..).ok_or(NotJson::Syntax)?;
        if !rest.starts_with(word) {
            return Err(NotJson::Syntax);
        }
        self.at += word.len();
        Ok(value)
    }

    fn value(&mut self, depth: usize) -> Result<Json, NotJson> {
        let depth = depth.checked_sub(1).ok_or(NotJson::TooDeep)?;
        self.space();
        match self.peek().ok_or(NotJson::Syntax)? {
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'"' => self.string().map(Json::String),
            b'[' => self.array(depth),
            b'{' => self.members(depth),
            _ => self.number(),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.space();
            if self.take(b']') {
                return Ok(Json::Array(items));
            }
            if !self.take(b',') {
                return Err(NotJson::Syntax);
            }
        }
    }

    fn members(&mut self, depth: usize) -> Result<Json, NotJson> {
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        if self.take(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(NotJson::Syntax);
            }
            let key = self.string()?;
            self.space();
            if !self.take(b':') {
                return Err(NotJson::Syntax);
            }
            members.push((key, self.value(depth)?));
            self.space();
            if self.take(b'}') {
                return Ok(Json::Object(members));
            }
            if !self.take(b',') {
                return Err(NotJson::Syntax);
            }
        }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<Json, NotJson> {
        let start = self.at;
        self.take(b'-');
        let leading_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        let mut fits = whole > 0 && !(leading_zero && whole > 1);
        if self.take(b'.') {
            fits &= self.digits() > 0;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            let _ = self.take(b'+') || self.take(b'-');
            fits &= self.digits() > 0;
        }
        let text = self.text.get(start..self.at).filter(|_| fits).ok_or(NotJson::Syntax)?;
        Ok(Json::Number(text.to_owned()))
    }

    fn string(&mut self) -> Result<String, NotJson> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).ok_or(NotJson::Syntax)?;
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').ok_or(NotJson::Syntax)?;
            out.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                _ => return Err(NotJson::Syntax),
            }
        }
    }

    fn escape(&mut self) -> Result<char, NotJson> {
        self.at += 1;
        let letter = self.peek().ok_or(NotJson::Syntax)?;
        self.at += 1;
        Ok(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hex()?;
                let code = match first {
                    0xd800..=0xdbff => {
                        if !(self.take(b'\\') && self.take(b'u')) {
                            return Err(NotJson::BadEscape);
                        }
                        let second = self.hex()?;
                        if !(0xdc00..=0xdfff).contains(&second) {
                            return Err(NotJson::BadEscape);
                        }
                        0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                    }
                    0 => return Err(NotJson::BadEscape),
                    code => code,
                };
                char::from_u32(code).ok_or(NotJson::BadEscape)?
            }
            _ => return Err(NotJson::Syntax),
        })
    }

    fn hex(&mut self) -> Result<u32, NotJson> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(NotJson::Syntax)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NotJson::Syntax);
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| NotJson::Syntax)
    }
}
