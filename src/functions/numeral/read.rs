//! Text and a template into a number.

use super::template::{Node, Pattern, SignPlace, Template};
use crate::error::{SqlError, SqlResult};
use crate::functions::arithmetic::out_of_range;
use crate::types::numeric::PgNumeric;
use guard::SqlState;

pub fn read(template: Template, text: &str) -> SqlResult<PgNumeric> {
    if template.exponent {
        return Err(SqlError::unsupported("\"EEEE\" not supported for input"));
    }
    if template.roman {
        return Err(SqlError::unsupported("\"RN\" not supported for input"));
    }
    let nodes = template.nodes.clone();
    let mut reader = Reader {
        template,
        rest: text.as_bytes(),
        sign: b' ',
        digits: String::new(),
        before: 0,
        after: 0,
        point: false,
    };
    for node in nodes.iter() {
        if reader.rest.is_empty() {
            break;
        }
        match node {
            Node::Literal(_) => reader.skip(),
            Node::Pattern(pattern) => reader.pattern(*pattern),
        }
    }
    reader.finish()
}

struct Reader<'a> {
    template: Template,
    /// In bytes: a pattern passes one of them, as PostgreSQL's does.
    rest: &'a [u8],
    sign: u8,
    digits: String,
    /// Digits that were read before and after the point.
    before: usize,
    after: usize,
    point: bool,
}

impl Reader<'_> {
    /// Passes one character.
    fn skip(&mut self) {
        self.step();
        // What continues a character in UTF-8.
        while self.rest.first().is_some_and(|byte| byte & 0xC0 == 0x80) {
            self.step();
        }
    }

    fn step(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    /// Takes the character if it comes next.
    fn take(&mut self, character: u8) -> bool {
        let found = self.rest.first() == Some(&character);
        if found {
            self.step();
        }
        found
    }

    /// Passes characters that are no part of a number.
    fn pass(&mut self, characters: usize) {
        for _ in 0..characters {
            if self.rest.first().is_some_and(|byte| byte.is_ascii_digit() || b".,+-".contains(byte)) {
                break;
            }
            self.skip();
        }
    }

    fn pattern(&mut self, pattern: Pattern) {
        match pattern {
            Pattern::Nine | Pattern::Zero | Pattern::Point | Pattern::LocalePoint => {
                self.digit(matches!(pattern, Pattern::Nine | Pattern::Zero))
            }
            // What separates digits may be there or not.
            Pattern::Comma | Pattern::Group => {
                if !self.template.fill {
                    self.take(b',');
                }
            }
            Pattern::Currency => self.pass(1),
            Pattern::Minus => self.sign_or_pass(b"-"),
            Pattern::Plus => self.sign_or_pass(b"+"),
            Pattern::EitherSign => self.sign_or_pass(b"-+"),
            Pattern::Ordinal { .. } => {
                if self.sign != b'-' && !self.template.decimal {
                    self.pass(2);
                }
            }
            Pattern::Blank
            | Pattern::Exponent
            | Pattern::Fill
            | Pattern::Bracket
            | Pattern::Roman { .. }
            | Pattern::Spell
            | Pattern::Sign
            | Pattern::Shift => {}
        }
    }

    fn sign_or_pass(&mut self, signs: &[u8]) {
        match self.rest.first().copied() {
            Some(sign) if signs.contains(&sign) => {
                self.sign = sign;
                self.step();
            }
            _ => self.pass(1),
        }
    }

    fn digit(&mut self, is_digit: bool) {
        self.take(b' ');
        if self.rest.is_empty() {
            return;
        }
        if self.sign == b' ' && is_digit && self.before + self.after == 0 {
            self.sign_before();
        }
        let Some(next) = self.rest.first().copied() else { return };
        let mut read = false;
        if next.is_ascii_digit() {
            if self.point && self.after == self.template.after {
                return;
            }
            self.digits.push(char::from(next));
            if self.point {
                self.after += 1;
            } else {
                self.before += 1;
            }
            read = true;
        } else if self.template.decimal && !self.point && next == b'.' {
            self.digits.push('.');
            self.point = true;
            read = true;
        }
        if self.sign == b' ' && self.before + self.after > 0 {
            self.sign_behind(next, read);
        }
        self.step();
    }

    fn sign_before(&mut self) {
        if self.template.sign == Some(SignPlace::Before) {
            if self.take(b'-') {
                self.sign = b'-';
            } else if self.take(b'+') {
                self.sign = b'+';
            }
        } else if self.take(b'-') || (self.template.bracket && self.take(b'<')) {
            self.sign = b'-';
        } else if self.take(b'+') {
            self.sign = b'+';
        }
    }

    /// The sign behind a number stands right after its last digit for `S`; for the others it may stand wherever it is met.
    fn sign_behind(&mut self, next: u8, read: bool) {
        if self.template.sign.is_some() {
            let after = self.rest.get(1..).unwrap_or_default();
            if let Some(sign @ (b'-' | b'+')) = after.first().copied().filter(|_| read) {
                self.sign = sign;
                self.step();
            }
        } else if !read && (self.template.plus || self.template.minus) && matches!(next, b'-' | b'+') {
            self.sign = next;
        }
    }

    fn finish(self) -> SqlResult<PgNumeric> {
        let digits = self.digits.strip_suffix('.').unwrap_or(&self.digits);
        let written = format!("{}{digits}", char::from(self.sign));
        let number: PgNumeric = written.trim_start().parse().map_err(|_| {
            SqlError::new(SqlState::INVALID_TEXT_REPRESENTATION, "invalid input syntax for type numeric")
        })?;
        let scale = i32::try_from(self.after).unwrap_or(i32::MAX);
        let number = number.round(scale)?;
        let whole = digits.split('.').next().unwrap_or_default().trim_start_matches('0');
        if whole.len() > self.template.before + self.template.shift {
            return Err(out_of_range("numeric field overflow"));
        }
        if !self.template.multiplied {
            return Ok(number);
        }
        let shift = i32::try_from(self.template.shift).unwrap_or(i32::MAX);
        number.try_mul(&PgNumeric::from(10).power(&PgNumeric::from(-shift))?)
    }
}
