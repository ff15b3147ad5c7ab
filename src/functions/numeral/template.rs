//! Reading a template of a number.

use crate::error::{SqlError, SqlResult};
use guard::SqlState;
use std::sync::Arc;

/// A part of a template that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    Comma,
    Point,
    Zero,
    Nine,
    Blank,
    LocalePoint,
    Exponent,
    Fill,
    Group,
    Currency,
    Minus,
    Plus,
    Bracket,
    Roman { capital: bool },
    EitherSign,
    Spell,
    Sign,
    Ordinal { capital: bool },
    Shift,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Pattern(Pattern),
    /// One character that stands for itself.
    Literal(char),
}

/// Where an `S` puts the sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignPlace {
    Before,
    After,
}

/// A template, and what its patterns say together.
#[derive(Clone, Debug, Default)]
pub struct Template {
    pub nodes: Arc<[Node]>,
    /// Digits before the point.
    pub before: usize,
    /// Digits after it.
    pub after: usize,
    /// Digits that `V` moves the point by.
    pub shift: usize,
    pub sign: Option<SignPlace>,
    /// How many digits are before the `S`.
    pub digits_before_sign: usize,
    /// The place, from 1, of the first `0` before the point.
    pub zero_start: usize,
    /// The place of the last `0`.
    pub zero_end: usize,
    pub decimal: bool,
    pub fill: bool,
    pub zero: bool,
    pub blank: bool,
    pub plus: bool,
    pub minus: bool,
    pub bracket: bool,
    pub roman: bool,
    pub multiplied: bool,
    pub exponent: bool,
}

/// The patterns, longer ones before those that they begin with. Each is also read in lower case.
const PATTERNS: &[(&str, Pattern)] = &[
    (",", Pattern::Comma),
    (".", Pattern::Point),
    ("0", Pattern::Zero),
    ("9", Pattern::Nine),
    ("B", Pattern::Blank),
    // PostgreSQL knows its name, and does nothing with it.
    ("C", Pattern::Spell),
    ("D", Pattern::LocalePoint),
    ("EEEE", Pattern::Exponent),
    ("FM", Pattern::Fill),
    ("G", Pattern::Group),
    ("L", Pattern::Currency),
    ("MI", Pattern::Minus),
    ("PL", Pattern::Plus),
    ("PR", Pattern::Bracket),
    ("RN", Pattern::Roman { capital: true }),
    ("SG", Pattern::EitherSign),
    ("SP", Pattern::Spell),
    ("S", Pattern::Sign),
    ("TH", Pattern::Ordinal { capital: true }),
    ("V", Pattern::Shift),
    ("rn", Pattern::Roman { capital: false }),
    ("th", Pattern::Ordinal { capital: false }),
    ("b", Pattern::Blank),
    ("c", Pattern::Spell),
    ("d", Pattern::LocalePoint),
    ("eeee", Pattern::Exponent),
    ("fm", Pattern::Fill),
    ("g", Pattern::Group),
    ("l", Pattern::Currency),
    ("mi", Pattern::Minus),
    ("pl", Pattern::Plus),
    ("pr", Pattern::Bracket),
    ("sg", Pattern::EitherSign),
    ("sp", Pattern::Spell),
    ("s", Pattern::Sign),
    ("v", Pattern::Shift),
];

fn wrong(message: &str) -> SqlError {
    SqlError::new(SqlState::SYNTAX_ERROR, message)
}

fn require(fits: bool, message: &str) -> SqlResult<()> {
    if fits { Ok(()) } else { Err(wrong(message)) }
}

impl Template {
    pub fn parse(text: &str) -> SqlResult<Self> {
        let mut template = Self::default();
        let mut nodes = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if let Some((name, pattern)) = PATTERNS.iter().find(|(name, _)| rest.starts_with(name)) {
                template.take(*pattern)?;
                nodes.push(Node::Pattern(*pattern));
                rest = rest.get(name.len()..).unwrap_or_default();
            } else if first == '"' {
                rest = quoted(rest.get(1..).unwrap_or_default(), &mut nodes);
            } else {
                // Outside of quotes a backslash escapes nothing but a quote.
                let literal = if rest.starts_with("\\\"") { '"' } else { first };
                let length = if rest.starts_with("\\\"") { 2 } else { first.len_utf8() };
                nodes.push(Node::Literal(literal));
                rest = rest.get(length..).unwrap_or_default();
            }
        }
        template.nodes = nodes.into();
        Ok(template)
    }

    fn take(&mut self, pattern: Pattern) -> SqlResult<()> {
        require(!self.exponent || pattern == Pattern::Exponent, "\"EEEE\" must be the last pattern used")?;
        match pattern {
            Pattern::Nine => {
                require(!self.bracket, "\"9\" must be ahead of \"PR\"")?;
                if self.multiplied {
                    self.shift += 1;
                } else if self.decimal {
                    self.after += 1;
                } else {
                    self.before += 1;
                }
            }
            Pattern::Zero => {
                require(!self.bracket, "\"0\" must be ahead of \"PR\"")?;
                if !self.zero && !self.decimal {
                    self.zero = true;
                    self.zero_start = self.before + 1;
                }
                if self.decimal {
                    self.after += 1;
                } else {
                    self.before += 1;
                }
                self.zero_end = self.before + self.after;
            }
            Pattern::Blank => self.blank |= self.before == 0 && self.after == 0 && !self.zero,
            Pattern::Point | Pattern::LocalePoint => {
                require(!self.decimal, "multiple decimal points")?;
                require(!self.multiplied, "cannot use \"V\" and decimal point together")?;
                self.decimal = true;
            }
            Pattern::Fill => self.fill = true,
            Pattern::Roman { .. } => self.roman = true,
            Pattern::Shift => {
                require(!self.decimal, "cannot use \"V\" and decimal point together")?;
                self.multiplied = true;
            }
            Pattern::Exponent => {
                require(!self.exponent, "cannot use \"EEEE\" twice")?;
                let others = [self.blank, self.fill, self.sign.is_some(), self.bracket, self.minus, self.plus];
                require(
                    !others.contains(&true) && !self.roman && !self.multiplied,
                    "\"EEEE\" is incompatible with other formats",
                )?;
                self.exponent = true;
            }
            Pattern::Sign | Pattern::Minus | Pattern::Plus | Pattern::EitherSign | Pattern::Bracket => {
                self.take_sign(pattern)?
            }
            Pattern::Comma | Pattern::Group | Pattern::Currency | Pattern::Spell | Pattern::Ordinal { .. } => {}
        }
        Ok(())
    }

    fn take_sign(&mut self, pattern: Pattern) -> SqlResult<()> {
        match pattern {
            Pattern::Sign => {
                require(self.sign.is_none(), "cannot use \"S\" twice")?;
                require(
                    !self.plus && !self.minus && !self.bracket,
                    "cannot use \"S\" and \"PL\"/\"MI\"/\"SG\"/\"PR\" together",
                )?;
                self.digits_before_sign = if self.decimal { 0 } else { self.before };
                self.sign = Some(if self.decimal { SignPlace::After } else { SignPlace::Before });
            }
            Pattern::Minus => {
                require(self.sign.is_none(), "cannot use \"S\" and \"MI\" together")?;
                self.minus = true;
            }
            Pattern::Plus => {
                require(self.sign.is_none(), "cannot use \"S\" and \"PL\" together")?;
                self.plus = true;
            }
            Pattern::EitherSign => {
                require(self.sign.is_none(), "cannot use \"S\" and \"SG\" together")?;
                self.minus = true;
                self.plus = true;
            }
            _ => {
                require(
                    self.sign.is_none() && !self.plus && !self.minus,
                    "cannot use \"PR\" and \"S\"/\"PL\"/\"MI\"/\"SG\" together",
                )?;
                self.bracket = true;
            }
        }
        Ok(())
    }
}

/// Text between quotes, in which a backslash escapes; gives what follows the closing one.
fn quoted<'a>(text: &'a str, nodes: &mut Vec<Node>) -> &'a str {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => nodes.extend(characters.next().map(Node::Literal)),
            other => nodes.push(Node::Literal(other)),
        }
    }
    characters.as_str()
}
