//! Digits and a template into text.

use super::super::text::within_limit;
use super::digits::Digits;
use super::template::{Node, Pattern, SignPlace, Template};
use crate::error::{SqlError, SqlResult};
use guard::SqlState;

pub fn write(template: Template, digits: Digits) -> SqlResult<String> {
    within_limit(template.nodes.len().checked_mul(16))?;
    if template.exponent {
        return Ok(digits.text);
    }
    let nodes = template.nodes.clone();
    let mut writer = Writer::new(template, digits);
    for node in nodes.iter() {
        match node {
            Node::Literal(character) => writer.out.push(*character),
            Node::Pattern(pattern) => writer.pattern(*pattern)?,
        }
    }
    // A place for which a float has no digit ends the text, as it does in C.
    let end = writer.out.find('\0').unwrap_or(writer.out.len());
    writer.out.truncate(end);
    Ok(writer.out)
}

struct Writer {
    template: Template,
    number: Vec<u8>,
    sign: Option<char>,
    sign_written: bool,
    /// Whether a digit has been written, for what separates digits.
    inside: bool,
    /// Places before the first digit.
    spaces: usize,
    /// Which place is next.
    place: usize,
    /// How many there are.
    places: i64,
    /// The next character of `number`.
    at: usize,
    /// With FM, the last character from the point on that matters.
    last: Option<usize>,
    out: String,
}

impl Writer {
    fn new(mut template: Template, digits: Digits) -> Self {
        let mut spaces = digits.spaces;
        let mut zero_start = template.zero_start;
        if template.roman {
            let fill = template.fill;
            template = Template { fill, roman: true, nodes: template.nodes, ..Template::default() };
            spaces = 0;
            zero_start = 0;
        }
        template.zero_start = zero_start.saturating_sub(1);
        let sign_written = if template.plus || template.minus {
            // MI, PL and SG write the sign themselves; PL alone leaves a minus to the number.
            template.minus
        } else {
            template.bracket &= digits.sign == Some('-') || !template.fill;
            if template.sign == Some(SignPlace::Before) && template.before == template.digits_before_sign {
                template.sign = Some(SignPlace::After);
            }
            digits.sign == Some('+') && template.fill && template.sign.is_none()
        };
        let number = digits.text.into_bytes();
        let last = if template.fill && template.decimal { last_digit(&number, &template, spaces) } else { None };
        let count = template.before + template.after + usize::from(!sign_written && spaces == 0);
        let places = i64::try_from(count).unwrap_or(i64::MAX) - 1;
        Self {
            template,
            number,
            sign: digits.sign,
            sign_written,
            inside: false,
            spaces,
            place: 0,
            places,
            at: 0,
            last,
            out: String::new(),
        }
    }

    /// What a pattern writes where there is nothing to show.
    fn blank(&mut self) {
        if !self.template.fill {
            self.out.push(' ');
        }
    }

    fn pattern(&mut self, pattern: Pattern) -> SqlResult<()> {
        match pattern {
            Pattern::Nine | Pattern::Zero | Pattern::Point | Pattern::LocalePoint => self.digit(pattern),
            Pattern::Comma | Pattern::Group if self.inside => self.out.push(','),
            Pattern::Comma | Pattern::Group => self.blank(),
            Pattern::Currency => self.out.push(' '),
            Pattern::Minus if self.sign == Some('-') => self.out.push('-'),
            Pattern::Plus if self.sign == Some('+') => self.out.push('+'),
            Pattern::Minus | Pattern::Plus => self.blank(),
            Pattern::EitherSign => self.out.extend(self.sign),
            Pattern::Roman { capital } => {
                let text = String::from_utf8_lossy(&self.number).into_owned();
                let text = if capital { text } else { text.to_ascii_lowercase() };
                if self.template.fill {
                    self.out.push_str(&text);
                } else {
                    self.out.extend(std::iter::repeat_n(' ', 15usize.saturating_sub(text.len())));
                    self.out.push_str(&text);
                }
            }
            Pattern::Ordinal { capital } => self.ordinal(capital)?,
            Pattern::Blank
            | Pattern::Exponent
            | Pattern::Fill
            | Pattern::Bracket
            | Pattern::Spell
            | Pattern::Sign
            | Pattern::Shift => {}
        }
        Ok(())
    }

    fn ordinal(&mut self, capital: bool) -> SqlResult<()> {
        if self.template.roman || self.number.first() == Some(&b'#') || self.sign == Some('-') || self.template.decimal
        {
            return Ok(());
        }
        let last = self.number.last().copied().unwrap_or(0);
        if !last.is_ascii_digit() {
            return Err(SqlError::new(SqlState::INVALID_TEXT_REPRESENTATION, "not a number"));
        }
        let teen = self.number.len() > 1 && self.number.get(self.number.len() - 2) == Some(&b'1');
        let ending = match last {
            b'1' if !teen => "ST",
            b'2' if !teen => "ND",
            b'3' if !teen => "RD",
            _ => "TH",
        };
        if capital {
            self.out.push_str(ending);
        } else {
            self.out.push_str(&ending.to_ascii_lowercase());
        }
        Ok(())
    }

    /// Whether the `0` before the point is one that is not shown, as in ` .5`.
    fn is_bare_zero(&self) -> bool {
        !self.template.zero && self.at == 0 && self.number.first() == Some(&b'0') && self.template.after != 0
    }

    /// Nothing after the point matters.
    fn ends_at_point(&self) -> bool {
        self.last.is_some_and(|last| self.number.get(last) == Some(&b'.'))
    }

    fn digit(&mut self, pattern: Pattern) {
        if self.template.roman {
            return;
        }
        self.inside = false;
        let zero_here = self.template.zero && self.template.zero_start == self.place;
        if !self.sign_written
            && (self.place >= self.spaces || zero_here)
            && (!self.is_bare_zero() || self.ends_at_point())
        {
            self.leading_sign();
        }
        let in_zeros = self.template.zero && self.template.zero_start <= self.place;
        if self.place < self.spaces && !in_zeros {
            self.blank();
        } else if self.place < self.spaces {
            self.out.push('0');
            self.inside = true;
        } else {
            self.place_of_number(pattern);
        }
        self.trailing_sign();
        self.place += 1;
    }

    fn place_of_number(&mut self, pattern: Pattern) {
        let next = self.number.get(self.at).copied();
        if next == Some(b'.') {
            if !self.ends_at_point() || self.template.fill {
                self.out.push('.');
            }
        } else if self.last.is_some_and(|last| self.at > last) && pattern != Pattern::Zero {
            // Not shown.
        } else if self.is_bare_zero() {
            if !self.template.fill {
                self.out.push(' ');
            } else if self.ends_at_point() {
                self.out.push('0');
            }
        } else {
            self.out.push(next.map_or('\0', char::from));
            self.inside = true;
        }
        if next.is_some() {
            self.at += 1;
        }
    }

    fn leading_sign(&mut self) {
        let negative = self.sign == Some('-');
        if let Some(place) = self.template.sign {
            if place == SignPlace::Before {
                self.out.push(if negative { '-' } else { '+' });
                self.sign_written = true;
            }
        } else if self.template.bracket {
            self.out.push(if negative { '<' } else { ' ' });
            self.sign_written = true;
        } else {
            if negative {
                self.out.push('-');
            } else {
                self.blank();
            }
            self.sign_written = true;
        }
    }

    fn trailing_sign(&mut self) {
        let end = self.places + i64::from(self.spaces > 0) + i64::from(self.template.decimal);
        let place = i64::try_from(self.place).unwrap_or(i64::MAX);
        if self.last == Some(self.at) || place + 1 != end {
            return;
        }
        let negative = self.sign == Some('-');
        if self.sign_written && self.template.bracket {
            self.out.push(if negative { '>' } else { ' ' });
        } else if self.template.sign == Some(SignPlace::After) {
            self.out.push(if negative { '-' } else { '+' });
        }
    }
}

/// The last digit after the point that is not 0, the point if there is none; not before the last `0` of the template.
fn last_digit(number: &[u8], template: &Template, spaces: usize) -> Option<usize> {
    let point = number.iter().position(|byte| *byte == b'.')?;
    let digits = number.get(point + 1..).unwrap_or_default();
    let last = digits.iter().rposition(|byte| *byte != b'0').map_or(point, |at| point + 1 + at);
    match template.zero_end.checked_sub(spaces) {
        Some(zeros) if zeros > 0 => Some(last.max(zeros.min(number.len() - 1))),
        _ => Some(last),
    }
}
