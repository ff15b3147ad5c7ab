//! Numbers and parameters.

use super::{Lexer, Token, continues_name, starts_name};
use crate::{Refusal, SqlState};

impl Lexer<'_> {
    pub(super) fn number(&mut self) -> Result<Token, Refusal> {
        let start = self.at;
        self.skip_digits();
        // `1..10` is a number and two dots.
        if self.peek(0) == b'.' && self.peek(1) != b'.' {
            self.at += 1;
            self.skip_digits();
        }
        if matches!(self.peek(0), b'e' | b'E') {
            let sign = usize::from(matches!(self.peek(1), b'+' | b'-'));
            if self.peek(1 + sign).is_ascii_digit() {
                self.at += 1 + sign;
                self.skip_digits();
            } else {
                self.at += sign * 2;
                return Err(self.junk("trailing junk after numeric literal", start));
            }
        }
        if starts_name(self.peek(0)) {
            return Err(self.junk("trailing junk after numeric literal", start));
        }
        Ok(Token::Number(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    /// `$1`, or what a dollar sign starts otherwise.
    pub(super) fn dollar(&mut self) -> Result<Token, Refusal> {
        let start = self.at;
        if !self.peek(1).is_ascii_digit() {
            return self.dollar_string();
        }
        self.at += 1;
        self.skip_digits();
        if starts_name(self.peek(0)) {
            return Err(self.junk("trailing junk after parameter", start));
        }
        Ok(Token::Parameter(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    fn skip_digits(&mut self) {
        self.at += self.rest().bytes().take_while(u8::is_ascii_digit).count();
    }

    /// PostgreSQL quotes the number and the name glued to it.
    fn junk(&mut self, message: &str, start: usize) -> Refusal {
        let next = self.rest().bytes().take_while(|&byte| continues_name(byte)).count();
        let near = self.text.get(start..self.at + next).unwrap_or_default();
        let position = self.position_of(start);
        Refusal::new("lexical", SqlState::SYNTAX_ERROR, format!("{message} at or near \"{near}\"")).at(position)
    }
}
