//! Walking over a statement's lexemes: what all the grammar's files share.
//!
//! Comes in: the lexemes of one statement. Goes out: names, lists, spans, syntax errors in PostgreSQL's words.
//! Must never: let recursion go deeper than the limits say.

use super::StatementLimits;
use super::keywords::{Class, Keyword};
use super::lex::{Lexeme, Token, excerpt};
use crate::{Refusal, SqlState};
use sqlparser::ast::helpers::attached_token::AttachedToken;
use sqlparser::ast::{Ident, ObjectName, ObjectNamePart};
use sqlparser::tokenizer::{Location, Span, Token as SqlToken, TokenWithSpan};

pub(super) type Parse<T> = Result<T, Refusal>;

/// A cursor over one statement's lexemes, the last of which ends it (`;` or the end of the text).
pub(super) struct Reader<'t> {
    pub text: &'t str,
    pub lexemes: &'t [Lexeme],
    pub at: usize,
    pub limits: &'t StatementLimits,
    depth: usize,
    /// The height of the highest tree that was finished since whoever is asking last set it to 0.
    pub height: usize,
    /// How often BETWEEN SYMMETRIC, which copies its operands, was read.
    pub copies: usize,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str, lexemes: &'t [Lexeme], limits: &'t StatementLimits) -> Self {
        Self { text, lexemes, at: 0, limits, depth: 0, height: 0, copies: 0 }
    }

    /// The lexeme `ahead` of the next one; past the end, the one that ends the statement.
    pub fn lexeme_at(&self, ahead: usize) -> &'t Lexeme {
        static END: Lexeme = Lexeme { token: Token::End, position: 1, end_position: 1, start: 0, end: 0 };
        self.lexemes.get(self.at + ahead).or(self.lexemes.last()).unwrap_or(&END)
    }

    pub fn lexeme(&self) -> &'t Lexeme {
        self.lexeme_at(0)
    }

    pub fn token(&self) -> &'t Token {
        &self.lexeme().token
    }

    pub fn position(&self) -> usize {
        self.lexeme().position
    }

    pub fn advance(&mut self) {
        if self.at + 1 < self.lexemes.len() {
            self.at += 1;
        }
    }

    pub fn at_end(&self) -> bool {
        matches!(self.token(), Token::End | Token::Mark(";"))
    }

    /// The unquoted word `ahead`, folded.
    pub fn word_at(&self, ahead: usize) -> Option<&'t str> {
        match &self.lexeme_at(ahead).token {
            Token::Word(word, _) => Some(word),
            _ => None,
        }
    }

    pub fn keyword(&self) -> Option<&'static Keyword> {
        match self.token() {
            Token::Word(_, keyword) => *keyword,
            _ => None,
        }
    }

    pub fn is(&self, word: &str) -> bool {
        self.word_at(0) == Some(word)
    }

    /// Whether these words come next.
    pub fn are(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(ahead, word)| self.word_at(ahead) == Some(word))
    }

    pub fn take(&mut self, word: &str) -> bool {
        let found = self.is(word);
        if found {
            self.advance();
        }
        found
    }

    pub fn take_all(&mut self, words: &[&str]) -> bool {
        let found = self.are(words);
        if found {
            words.iter().for_each(|_| self.advance());
        }
        found
    }

    pub fn expect(&mut self, word: &str) -> Parse<()> {
        if self.take(word) { Ok(()) } else { Err(self.error()) }
    }

    pub fn mark_at(&self, ahead: usize, mark: &str) -> bool {
        matches!(self.lexeme_at(ahead).token, Token::Mark(found) if found == mark)
    }

    pub fn is_mark(&self, mark: &str) -> bool {
        self.mark_at(0, mark)
    }

    pub fn take_mark(&mut self, mark: &str) -> bool {
        let found = self.is_mark(mark);
        if found {
            self.advance();
        }
        found
    }

    pub fn expect_mark(&mut self, mark: &str) -> Parse<()> {
        if self.take_mark(mark) { Ok(()) } else { Err(self.error()) }
    }

    pub fn is_operator(&self, symbol: &str) -> bool {
        matches!(self.token(), Token::Operator(found) if found == symbol)
    }

    pub fn take_operator(&mut self, symbol: &str) -> bool {
        let found = self.is_operator(symbol);
        if found {
            self.advance();
        }
        found
    }

    /// PostgreSQL's syntax error at the next lexeme.
    pub fn error(&self) -> Refusal {
        syntax_error(self.text, self.lexeme())
    }

    pub fn finish(&self) -> Parse<()> {
        if self.at_end() { Ok(()) } else { Err(self.error()) }
    }

    /// Something that PostgreSQL has and Tollgate has not.
    pub fn unsupported(&self, what: &str, position: usize) -> Refusal {
        Refusal::new("not-supported", SqlState::FEATURE_NOT_SUPPORTED, format!("{what} is not supported"))
            .detail("PostgreSQL has it and Tollgate does not.")
            .at(position)
    }

    /// Runs `read` one level deeper.
    pub fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        // A sub-select in parentheses is three of the grammar's levels.
        if self.depth >= self.limits.depth.saturating_mul(3) {
            return Err(too_deep(self.limits.depth).at(self.position()));
        }
        self.depth += 1;
        let before = std::mem::replace(&mut self.height, 0);
        let result = read(self);
        self.height = before.max(self.height + 1);
        self.depth -= 1;
        result
    }

    /// Sets the height of a tree that was just built.
    pub fn grow(&mut self, height: usize) -> Parse<()> {
        if height > self.limits.height {
            return Err(Refusal::new("limit-height", SqlState::STATEMENT_TOO_COMPLEX, "the statement is too complex")
                .detail(format!("A chain of operators, casts or set operations may have {} links.", self.limits.height))
                .hint("Split the statement, or use a list: IN (…), VALUES, a function with several arguments.")
                .at(self.position()));
        }
        self.height = height;
        Ok(())
    }

    /// One or more, with commas between.
    pub fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Parse<T>) -> Parse<Vec<T>> {
        let mut items = vec![read(self)?];
        while self.take_mark(",") {
            self.widen(items.len())?;
            items.push(read(self)?);
        }
        Ok(items)
    }

    /// Refuses another element after `count`, if that is too many.
    pub fn widen(&self, count: usize) -> Parse<()> {
        if count < self.limits.width {
            return Ok(());
        }
        let width = self.limits.width;
        Err(Refusal::new("limit-width", SqlState::PROGRAM_LIMIT_EXCEEDED, "the statement has too long a list")
            .detail(format!("A list, or a chain of AND or OR, may have {width} elements."))
            .hint("Split the statement, or name the rows by a range or a join.")
            .at(self.position()))
    }

    pub fn parenthesised<T>(&mut self, read: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        self.expect_mark("(")?;
        let inner = self.deeper(read)?;
        self.expect_mark(")")?;
        Ok(inner)
    }

    /// A span from `position` to the end of the lexeme before the next.
    pub fn span_from(&self, position: usize) -> Span {
        let end = self.at.checked_sub(1).and_then(|at| self.lexemes.get(at)).map_or(position, |last| last.end_position);
        span(position, end)
    }

    pub fn attached(&self) -> AttachedToken {
        attached(self.lexeme())
    }

    /// Takes the next lexeme as a name if it is one of these classes.
    fn name_if(&mut self, accepts: impl FnOnce(Option<&Keyword>) -> bool) -> Parse<Ident> {
        let lexeme = self.lexeme();
        let (value, quote_style) = match &lexeme.token {
            Token::Name(name) => (name, Some('"')),
            Token::Word(word, keyword) if accepts(*keyword) => (word, None),
            _ => return Err(self.error()),
        };
        self.advance();
        Ok(Ident { value: value.clone(), quote_style, span: span(lexeme.position, lexeme.end_position) })
    }

    /// A column's or table's name (`ColId`).
    pub fn column_id(&mut self) -> Parse<Ident> {
        self.name_if(|keyword| {
            keyword.is_none_or(|keyword| matches!(keyword.class, Class::Unreserved | Class::ColumnName))
        })
    }

    pub fn is_column_id(&self) -> bool {
        match self.token() {
            Token::Name(_) => true,
            Token::Word(_, keyword) => {
                keyword.is_none_or(|keyword| matches!(keyword.class, Class::Unreserved | Class::ColumnName))
            }
            _ => false,
        }
    }

    /// A function's or type's name (`type_function_name`).
    pub fn function_id(&mut self) -> Parse<Ident> {
        self.name_if(|keyword| {
            keyword.is_none_or(|keyword| matches!(keyword.class, Class::Unreserved | Class::TypeOrFunction))
        })
    }

    /// A label: any word (`ColLabel`).
    pub fn label(&mut self) -> Parse<Ident> {
        self.name_if(|_| true)
    }

    /// A label without AS, if one comes next (`BareColLabel`).
    pub fn bare_label(&mut self) -> Option<Ident> {
        self.name_if(|keyword| keyword.is_none_or(|keyword| keyword.bare_label)).ok()
    }

    /// The rest of a dotted name.
    pub fn dotted(&mut self, first: Ident) -> Parse<ObjectName> {
        let mut parts = vec![ObjectNamePart::Identifier(first)];
        while self.take_mark(".") {
            self.widen(parts.len())?;
            parts.push(ObjectNamePart::Identifier(self.label()?));
        }
        Ok(ObjectName(parts))
    }

    /// A string literal.
    pub fn string(&mut self) -> Parse<String> {
        match self.token() {
            Token::String(value) => {
                self.advance();
                Ok(value.clone())
            }
            _ => Err(self.error()),
        }
    }

    /// An unsigned whole number that fits.
    pub fn whole_number<N: std::str::FromStr>(&mut self) -> Parse<N> {
        let number = match self.token() {
            Token::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        let number = number.ok_or_else(|| self.error())?;
        self.advance();
        Ok(number)
    }
}

pub(super) fn span(start: usize, end: usize) -> Span {
    Span::new(location(start), location(end))
}

/// Line 1 and the position as column: what stands in the tree is PostgreSQL's error position itself.
fn location(position: usize) -> Location {
    Location::new(1, u64::try_from(position).unwrap_or(u64::MAX))
}

pub(super) fn attached(lexeme: &Lexeme) -> AttachedToken {
    AttachedToken(TokenWithSpan::new(SqlToken::EOF, span(lexeme.position, lexeme.end_position)))
}

pub(super) fn syntax_error(text: &str, lexeme: &Lexeme) -> Refusal {
    let message = match lexeme.token {
        Token::End => "syntax error at end of input".to_owned(),
        _ => {
            let near = text.get(lexeme.start..lexeme.end).unwrap_or_default();
            format!("syntax error at or near \"{}\"", excerpt(near))
        }
    };
    Refusal::new("syntax", SqlState::SYNTAX_ERROR, message).at(lexeme.position)
}

pub(super) fn too_deep(depth: usize) -> Refusal {
    Refusal::new("limit-depth", SqlState::STATEMENT_TOO_COMPLEX, "the statement is nested too deeply")
        .detail(format!("A statement may nest {depth} levels."))
        .hint("Flatten the statement, or name its parts in WITH.")
}
