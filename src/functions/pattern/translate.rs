//! PostgreSQL's advanced regular expressions, written as the `regex` crate's.
//!
//! Comes in: a pattern and its options. Goes out: a compiled expression of bounded size. Must never: let a construct through that the two flavours read differently.

use crate::error::{SqlError, SqlResult};
use guard::SqlState;
use regex::{Regex, RegexBuilder};

/// What the flags of the `regexp_` functions and the embedded options say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub ignore_case: bool,
    /// `.` and brackets stop at a newline.
    pub dot_stops: bool,
    /// `^` and `$` match at newlines.
    pub anchors: bool,
    pub expanded: bool,
    /// The pattern is a plain string.
    pub literal: bool,
}

/// A compiled expression may have.
const MAX_SIZE: usize = 2 << 20;
const MAX_PATTERN: usize = 64 << 10;

pub fn invalid(what: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_REGULAR_EXPRESSION, format!("invalid regular expression: {what}"))
}

fn unsupported(what: &str) -> SqlError {
    SqlError::unsupported(format!("{what} in regular expressions are not supported"))
}

/// A compiled pattern.
#[derive(Debug)]
pub struct Pattern {
    pub regex: Regex,
    /// Alternatives may begin alike. PostgreSQL takes the longest match, this engine that of the first alternative: whether there is a match is the same, which one may not be.
    pub ambiguous: bool,
}

/// Compiles a pattern.
///
/// # Errors
/// 2201B, 0A000 for what is not regular (back references, look-around), 54000 if it is too large.
pub fn compile(pattern: &str, mut options: Options) -> SqlResult<Pattern> {
    let too_large = || SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "regular expression is too large");
    if pattern.len() > MAX_PATTERN {
        return Err(too_large());
    }
    let pattern = options.read_prefix(pattern)?;
    let (text, ambiguous) =
        if options.literal { (regex::escape(pattern), false) } else { Translation::new(pattern, options).run()? };
    RegexBuilder::new(&text)
        .case_insensitive(options.ignore_case)
        .multi_line(options.anchors)
        .dot_matches_new_line(!options.dot_stops)
        .size_limit(MAX_SIZE)
        .dfa_size_limit(MAX_SIZE)
        .nest_limit(100)
        .build()
        .map(|regex| Pattern { regex, ambiguous })
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => too_large(),
            _ => invalid("it does not read"),
        })
}

impl Options {
    /// `***=`, `***:`, and `(?letters)` at the very beginning.
    fn read_prefix<'a>(&mut self, pattern: &'a str) -> SqlResult<&'a str> {
        if let Some(rest) = pattern.strip_prefix("***=") {
            self.literal = true;
            return Ok(rest);
        }
        let pattern = pattern.strip_prefix("***:").unwrap_or(pattern);
        if pattern.starts_with("***") {
            return Err(invalid("quantifier operand invalid"));
        }
        let Some((letters, rest)) = pattern.strip_prefix("(?").and_then(|rest| rest.split_once(')')) else {
            return Ok(pattern);
        };
        if letters.is_empty() || !letters.bytes().all(|letter| letter.is_ascii_alphabetic()) {
            return Ok(pattern);
        }
        for letter in letters.chars() {
            self.set(letter).map_err(|_| invalid("invalid embedded option"))?;
        }
        Ok(rest)
    }

    /// One letter of a flags argument; `g` is the caller's.
    pub fn set(&mut self, letter: char) -> SqlResult<()> {
        match letter {
            'i' => self.ignore_case = true,
            'c' => self.ignore_case = false,
            'n' | 'm' => (self.dot_stops, self.anchors) = (true, true),
            's' => (self.dot_stops, self.anchors) = (false, false),
            'p' => (self.dot_stops, self.anchors) = (true, false),
            'w' => (self.dot_stops, self.anchors) = (false, true),
            'x' => self.expanded = true,
            't' => self.expanded = false,
            'q' => self.literal = true,
            'e' => {}
            'b' => return Err(unsupported("basic expressions")),
            other => {
                let message = format!("invalid regular expression option: \"{other}\"");
                return Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message));
            }
        }
        Ok(())
    }
}

struct Translation<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    options: Options,
    out: String,
    /// Something stands before, which a quantifier may follow.
    operand: bool,
    greedy: Option<bool>,
    open: usize,
    /// For each open group what its alternatives begin with; `None` is anything.
    beginnings: Vec<Vec<Option<char>>>,
    /// For each open group whether it leads its alternative.
    leads: Vec<bool>,
    /// Nothing of the alternative has been read yet, but anchors.
    fresh: bool,
    /// The alternative has one character so far, which a quantifier may make optional.
    single: bool,
    ambiguous: bool,
}

impl<'a> Translation<'a> {
    fn new(pattern: &'a str, options: Options) -> Self {
        Self {
            rest: pattern.chars().peekable(),
            options,
            out: String::new(),
            operand: false,
            greedy: None,
            open: 0,
            beginnings: vec![Vec::new()],
            leads: Vec::new(),
            fresh: true,
            single: false,
            ambiguous: false,
        }
    }

    fn run(mut self) -> SqlResult<(String, bool)> {
        while let Some(character) = self.rest.next() {
            self.one(character)?;
        }
        if self.open > 0 {
            return Err(invalid("parentheses () not balanced"));
        }
        self.end_group();
        Ok((self.out, self.ambiguous))
    }

    /// Notes what an alternative begins with.
    fn begin(&mut self, with: Option<char>) {
        self.single = self.fresh && with.is_some();
        if !self.fresh {
            return;
        }
        self.fresh = false;
        let folded = with.map(|c| if self.options.ignore_case { c.to_lowercase().next().unwrap_or(c) } else { c });
        if let Some(group) = self.beginnings.last_mut() {
            group.push(folded);
        }
    }

    /// What the group begins with, if that is one character.
    fn end_group(&mut self) -> Option<char> {
        self.begin(None);
        let group = self.beginnings.pop()?;
        let distinct: std::collections::HashSet<_> = group.iter().collect();
        self.ambiguous |= group.len() > 1 && (group.contains(&None) || distinct.len() < group.len());
        if let [only] = group.as_slice() { *only } else { None }
    }

    fn one(&mut self, character: char) -> SqlResult<()> {
        match character {
            '\\' => self.escape()?,
            '[' => self.bracket()?,
            '(' => self.group()?,
            ')' => {
                let first = self.end_group();
                self.open = self.open.checked_sub(1).ok_or_else(|| invalid("parentheses () not balanced"))?;
                self.out.push(')');
                self.operand = true;
                // A group that leads its alternative leads it with its own beginning, unless it may be left out.
                self.single = self.leads.pop().unwrap_or(false);
                if self.single
                    && let Some(place) = self.beginnings.last_mut().and_then(|group| group.last_mut())
                {
                    *place = first;
                }
            }
            '*' | '+' | '?' => self.quantifier(character.to_string())?,
            '{' if self.rest.peek().is_some_and(char::is_ascii_digit) => self.bounds()?,
            '{' => self.atom("\\{"),
            '|' => {
                self.begin(None);
                self.fresh = true;
                self.out.push('|');
                self.operand = false;
            }
            '^' => {
                self.out.push('^');
                self.operand = false;
            }
            '$' => {
                self.out.push_str(if self.options.anchors { "$" } else { "\\z" });
                self.operand = true;
            }
            '.' => self.atom("."),
            '#' if self.options.expanded => while self.rest.next_if(|c| *c != '\n').is_some() {},
            blank if self.options.expanded && blank.is_whitespace() => {}
            plain => self.literal(plain),
        }
        Ok(())
    }

    fn atom(&mut self, text: &str) {
        self.begin(None);
        self.out.push_str(text);
        self.operand = true;
    }

    fn literal(&mut self, character: char) {
        self.begin(Some(character));
        self.out.push_str(&regex::escape(character.encode_utf8(&mut [0; 4])));
        self.operand = true;
    }

    fn quantifier(&mut self, text: String) -> SqlResult<()> {
        if !self.operand {
            return Err(invalid("quantifier operand invalid"));
        }
        let lazy = self.rest.next_if_eq(&'?').is_some();
        if self.single
            && text.starts_with(['*', '?', '{'])
            && let Some(first) = self.beginnings.last_mut().and_then(|group| group.last_mut())
        {
            *first = None;
        }
        self.single = false;
        // In PostgreSQL the first quantifier decides for the whole branch, in this engine each for itself: only where all agree are the two the same.
        if self.greedy.is_some_and(|greedy| greedy == lazy) {
            return Err(unsupported("greedy and non-greedy quantifiers together"));
        }
        self.greedy = Some(!lazy);
        self.out.push_str(&text);
        if lazy {
            self.out.push('?');
        }
        self.operand = false;
        Ok(())
    }

    fn bounds(&mut self) -> SqlResult<()> {
        let mut text = String::new();
        while let Some(character) = self.rest.next_if(|c| c.is_ascii_digit() || *c == ',') {
            text.push(character);
        }
        if self.rest.next() != Some('}') {
            return Err(invalid("invalid repetition count(s)"));
        }
        let mut numbers = text.split(',');
        let parse = |number: &str| number.parse::<u32>().ok().filter(|number| *number <= 255);
        let low = numbers.next().and_then(parse);
        let high = match numbers.next() {
            None => low,
            Some("") => Some(255),
            Some(number) => parse(number),
        };
        match (low, high, numbers.next()) {
            (Some(low), Some(high), None) if low <= high => self.quantifier(format!("{{{text}}}")),
            _ => Err(invalid("invalid repetition count(s)")),
        }
    }

    fn group(&mut self) -> SqlResult<()> {
        self.open += 1;
        self.operand = false;
        if self.rest.next_if_eq(&'?').is_none() {
            self.enter("(");
            return Ok(());
        }
        match self.rest.next() {
            Some(':') => {
                self.enter("(?:");
                Ok(())
            }
            Some('=' | '!' | '<') => Err(unsupported("look-around constraints")),
            Some('#') => {
                self.open -= 1;
                while self.rest.next().is_some_and(|c| c != ')') {}
                Ok(())
            }
            _ => Err(invalid("quantifier operand invalid")),
        }
    }

    fn enter(&mut self, text: &str) {
        self.leads.push(self.fresh);
        self.begin(None);
        self.beginnings.push(Vec::new());
        self.fresh = true;
        self.out.push_str(text);
    }

    fn escape(&mut self) -> SqlResult<()> {
        let letter = self.rest.next().ok_or_else(|| invalid("invalid escape \\ sequence"))?;
        match letter {
            'd' => self.atom("[[:digit:]]"),
            'D' => self.atom("[^[:digit:]]"),
            'w' => self.atom("[\\p{Alphabetic}\\p{Nd}_]"),
            'W' => self.atom("[^\\p{Alphabetic}\\p{Nd}_]"),
            's' => self.atom("\\s"),
            'S' => self.atom("\\S"),
            'A' => self.constraint("\\A"),
            'Z' => self.constraint("\\z"),
            'm' | '<' => self.constraint("\\b{start}"),
            'M' | '>' => self.constraint("\\b{end}"),
            'y' => self.constraint("\\b"),
            'Y' => self.constraint("\\B"),
            '0'..='9' => {
                let zero = letter == '0' && !self.rest.peek().is_some_and(char::is_ascii_digit);
                if !zero {
                    return Err(unsupported("back references"));
                }
                self.literal('\0');
            }
            _ => {
                let character = self.character(letter)?;
                self.literal(character);
            }
        }
        Ok(())
    }

    fn constraint(&mut self, text: &str) {
        self.out.push_str(text);
        self.operand = false;
    }

    /// An escape that means one character.
    fn character(&mut self, letter: char) -> SqlResult<char> {
        Ok(match letter {
            'a' => '\u{7}',
            'b' => '\u{8}',
            'B' => '\\',
            'e' => '\u{1b}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\u{b}',
            'u' => self.code(4)?,
            'U' => self.code(8)?,
            'x' => self.code(2)?,
            'c' => {
                let control = self.rest.next().ok_or_else(|| invalid("invalid escape \\ sequence"))?;
                char::from_u32(u32::from(control) & 0x1f).unwrap_or('\0')
            }
            other if other.is_ascii_alphanumeric() => return Err(invalid("invalid escape \\ sequence")),
            other => other,
        })
    }

    fn code(&mut self, digits: usize) -> SqlResult<char> {
        let mut text = String::new();
        while text.len() < digits
            && let Some(digit) = self.rest.next_if(char::is_ascii_hexdigit)
        {
            text.push(digit);
        }
        let code = u32::from_str_radix(&text, 16).ok().and_then(char::from_u32);
        code.ok_or_else(|| invalid("invalid escape \\ sequence"))
    }

    /// A bracket expression. Ranges go by code point.
    fn bracket(&mut self) -> SqlResult<()> {
        self.out.push('[');
        let negated = self.rest.next_if_eq(&'^').is_some();
        if negated {
            self.out.push('^');
            if self.options.dot_stops {
                self.out.push_str("\\n");
            }
        }
        let unbalanced = || invalid("brackets [] not balanced");
        let mut first = true;
        loop {
            let character = self.rest.next().ok_or_else(unbalanced)?;
            match character {
                ']' if !first => break,
                '[' => match self.rest.peek() {
                    Some(':') => self.class()?,
                    Some('.' | '=') => return Err(unsupported("collating elements")),
                    _ => self.member('[')?,
                },
                '\\' => {
                    let letter = self.rest.next().ok_or_else(unbalanced)?;
                    match letter {
                        'd' => self.out.push_str("[:digit:]"),
                        'w' => self.out.push_str("\\p{Alphabetic}\\p{Nd}_"),
                        's' => self.out.push_str("\\s"),
                        'D' | 'W' | 'S' => return Err(invalid("invalid escape \\ sequence")),
                        _ => {
                            let character = self.character(letter)?;
                            self.member(character)?;
                        }
                    }
                }
                other => self.member(other)?,
            }
            first = false;
        }
        self.atom("]");
        Ok(())
    }

    /// A character, or the range that it begins.
    fn member(&mut self, low: char) -> SqlResult<()> {
        push_in_bracket(low, &mut self.out);
        let mut ahead = self.rest.clone();
        if ahead.next() != Some('-') || matches!(ahead.peek(), Some(']') | None) {
            return Ok(());
        }
        self.rest.next();
        let high = match self.rest.next() {
            Some('\\') => {
                let letter = self.rest.next().ok_or_else(|| invalid("brackets [] not balanced"))?;
                self.character(letter)?
            }
            Some('[') if matches!(self.rest.peek(), Some('.' | '=' | ':')) => {
                return Err(unsupported("collating elements"));
            }
            Some(high) => high,
            None => return Err(invalid("brackets [] not balanced")),
        };
        if high < low {
            return Err(invalid("invalid character range"));
        }
        self.out.push('-');
        push_in_bracket(high, &mut self.out);
        Ok(())
    }

    /// `[:alpha:]`, by Unicode.
    fn class(&mut self) -> SqlResult<()> {
        self.rest.next();
        let mut name = String::new();
        while let Some(letter) = self.rest.next_if(char::is_ascii_alphabetic) {
            name.push(letter);
        }
        if self.rest.next() != Some(':') || self.rest.next() != Some(']') {
            return Err(invalid("invalid character class"));
        }
        self.out.push_str(match name.as_str() {
            "alpha" => "\\p{Alphabetic}",
            "digit" => "[:digit:]",
            "alnum" => "\\p{Alphabetic}\\p{Nd}",
            "upper" => "\\p{Uppercase}",
            "lower" => "\\p{Lowercase}",
            "space" => "\\s",
            "blank" => " \\t",
            "punct" => "[:punct:]",
            "cntrl" => "\\p{Cc}",
            "xdigit" => "[:xdigit:]",
            "graph" => "[:graph:]",
            "print" => "[:print:]",
            "word" => "\\p{Alphabetic}\\p{Nd}_",
            _ => return Err(invalid("invalid character class")),
        });
        Ok(())
    }
}

fn push_in_bracket(character: char, out: &mut String) {
    if character.is_ascii_punctuation() {
        out.push('\\');
    }
    out.push(character);
}
