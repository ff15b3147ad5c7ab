//! Text to [`Parsed`]: one statement of a kind we know, within the limits, with its directives read.
//!
//! Comes in: the text of a message, the [`StatementLimits`]. Goes out: a list of [`Parsed`] (the simple protocol allows several), or a refusal.
//! Must never: look at policy, or hand on a statement kind it has no variant for.
//!
//! The lexer and the grammar are our own, after PostgreSQL 15's `scan.l` and `gram.y`; the trees are sqlparser's. sqlparser's own parser takes the statements of twenty dialects, differs from
//! PostgreSQL in what binds tighter, and needs time exponential in the nesting of parentheses in FROM. This one accepts PostgreSQL's queries alone, reads each lexeme once, and puts
//! PostgreSQL's error position itself into the tree: a span's line is always 1 and its column is the position, in characters from 1 within the whole message.
//!
//! Names in the tree are folded and cut to 63 bytes already; a quoted one has `quote_style` `"`. All spellings of a string literal arrive as `SingleQuotedString`.

mod call;
mod copy;
mod directive;
mod expression;
mod from;
mod keywords;
mod lex;
mod measure;
mod prepared;
mod primary;
mod query;
mod reader;
mod refused;
mod session;
pub mod statement;
mod transaction;
mod types;
mod utility;
mod window;

use crate::{Refusal, SqlState};
pub use keywords::all as keywords;
use lex::{Lexed, Lexeme, Token};
use reader::Reader;
use sqlparser::ast;
pub use statement::Statement;
use statement::{Explain, ExplainTarget};

/// How large a statement may be, checked before any recursion.
#[derive(Clone, Copy, Debug)]
pub struct StatementLimits {
    /// Bytes of text.
    pub bytes: usize,
    /// Tokens, white space and comments not counted.
    pub tokens: usize,
    /// Nesting of parentheses, CASE, brackets, prefix operators and sub-selects.
    pub depth: usize,
    /// Terms in a row without parentheses (`a OR b OR …`, list elements).
    pub width: usize,
    /// Links of a chain that must stay a chain (`a + b + …`, `UNION ALL` branches, casts), with those inside each other added up: the height of the tree.
    pub height: usize,
}

impl Default for StatementLimits {
    fn default() -> Self {
        Self { bytes: 1 << 20, tokens: 50_000, depth: 64, width: 5_000, height: 400 }
    }
}

/// A window directive found in a comment at the statement's start or end, not yet resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directives {
    /// `--since 7d`
    pub since: Option<String>,
    /// `--from 2026-11-01`
    pub from: Option<String>,
    /// `--to 2026-11-08`
    pub to: Option<String>,
}

/// One statement of a kind we know, within the limits. Only [`parse`] makes it.
#[derive(Clone, Debug)]
pub struct Parsed {
    text: String,
    statement: Statement,
    directives: Directives,
}

impl Parsed {
    /// The statement's own text, as the client sent it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The statement.
    #[must_use]
    pub fn statement(&self) -> &Statement {
        &self.statement
    }

    /// The query in it: itself, or what EXPLAIN, COPY, DECLARE or PREPARE is about.
    #[must_use]
    pub fn query(&self) -> Option<&ast::Query> {
        match &self.statement {
            Statement::Query(query) => Some(query),
            Statement::Explain(Explain { options: _, target: ExplainTarget::Query(query) }) => Some(query),
            Statement::Copy(copy) => Some(&copy.query),
            Statement::Declare(declare) => Some(&declare.query),
            Statement::Prepare(prepare) => Some(&prepare.query),
            Statement::Explain(Explain { options: _, target: ExplainTarget::Execute(_) })
            | Statement::Empty
            | Statement::Fetch(_)
            | Statement::Close(_)
            | Statement::Execute(_)
            | Statement::Deallocate(_)
            | Statement::Set(_)
            | Statement::Show(_)
            | Statement::Reset(_)
            | Statement::SetRole { local: _, role: _ }
            | Statement::Begin(_)
            | Statement::SetTransaction { session: _, modes: _ }
            | Statement::Commit { chain: _ }
            | Statement::Rollback { chain: _ }
            | Statement::Savepoint(_)
            | Statement::Release(_)
            | Statement::RollbackTo(_)
            | Statement::Discard(_)
            | Statement::Unlisten => None,
        }
    }

    /// The window directives in its comments.
    #[must_use]
    pub fn directives(&self) -> &Directives {
        &self.directives
    }
}

/// Parses every statement in `text`; as in PostgreSQL, a syntax error anywhere means that none of them runs. Empty ones between semicolons are left out, unless there is nothing else:
/// then there is one [`Statement::Empty`].
///
/// # Errors
/// 42601 for a syntax error, 54000 and 54001 past the limits, 25006 and 0A000 for a statement kind that is not offered, 22023 for a malformed directive.
pub fn parse(text: &str, limits: &StatementLimits) -> Result<Vec<Parsed>, Refusal> {
    let lexed = read(text, limits)?;
    let nesting = measure::nesting(&lexed.lexemes, limits)?;
    measure::with_stack(nesting, || statements(text, &lexed, limits))
}

fn statements(text: &str, lexed: &Lexed, limits: &StatementLimits) -> Result<Vec<Parsed>, Refusal> {
    let mut statements: Vec<Parsed> = Vec::new();
    // The byte after the last statement's semicolon.
    let mut begun = 0;
    for piece in lexed.lexemes.split_inclusive(|lexeme| matches!(lexeme.token, Token::Mark(";") | Token::End)) {
        let (Some(first), Some(last)) = (piece.first(), piece.last()) else { continue };
        if piece.len() == 1 {
            let mut directives = statements.pop();
            if let Some(before) = &mut directives {
                // A directive behind the last semicolon belongs to the statement before it.
                collect(text, lexed, begun, last.start, &mut before.directives)?;
            }
            statements.extend(directives);
            begun = last.end;
            continue;
        }
        let last_token = piece.iter().rev().nth(1).unwrap_or(first);
        let line_ended = text.get(begun..first.start).and_then(|gap| gap.find(['\n', '\r'])).map(|at| begun + at);
        let mut own_start = begun;
        if let (Some(before), Some(line_ended)) = (statements.last_mut(), line_ended) {
            // What stands behind a semicolon on the same line belongs to the statement that it ends.
            collect(text, lexed, begun, line_ended, &mut before.directives)?;
            own_start = line_ended;
        }
        let mut reader = Reader::new(text, piece, limits);
        let statement = reader.statement()?;
        let mut directives = Directives::default();
        collect(text, lexed, own_start, first.start, &mut directives)?;
        collect(text, lexed, last_token.end, last.start, &mut directives)?;
        let own = text.get(begun..last.start).unwrap_or_default().trim().to_owned();
        statements.push(Parsed { text: own, statement, directives });
        begun = last.end;
    }
    if statements.is_empty() {
        statements.push(Parsed {
            text: text.trim().to_owned(),
            statement: Statement::Empty,
            directives: Directives::default(),
        });
    }
    Ok(statements)
}

/// Parses one expression, for a row filter.
///
/// # Errors
/// As [`parse`].
pub fn parse_expression(text: &str, limits: &StatementLimits) -> Result<ast::Expr, Refusal> {
    let lexed = read(text, limits)?;
    let nesting = measure::nesting(&lexed.lexemes, limits)?;
    measure::with_stack(nesting, || {
        let mut reader = Reader::new(text, &lexed.lexemes, limits);
        let expr = reader.deeper(Reader::expr)?;
        match reader.token() {
            Token::End => Ok(expr),
            _ => Err(reader.error()),
        }
    })
}

/// Parses a type's name, for a table contract.
///
/// # Errors
/// As [`parse`].
pub fn parse_data_type(text: &str) -> Result<ast::DataType, Refusal> {
    let limits = StatementLimits::default();
    let lexed = read(text, &limits)?;
    let mut reader = Reader::new(text, &lexed.lexemes, &limits);
    let data_type = reader.data_type()?;
    match reader.token() {
        Token::End => Ok(data_type),
        _ => Err(reader.error()),
    }
}

fn read(text: &str, limits: &StatementLimits) -> Result<Lexed, Refusal> {
    if text.len() > limits.bytes {
        return Err(Refusal::new("limit-bytes", SqlState::PROGRAM_LIMIT_EXCEEDED, "the statement is too large")
            .detail(format!("A statement may have {} bytes; this one has {}.", limits.bytes, text.len()))
            .hint("Split the statement."));
    }
    lex::lex(text, limits.tokens)
}

/// The directives in the comments between two bytes.
fn collect(text: &str, lexed: &Lexed, from: usize, to: usize, directives: &mut Directives) -> Result<(), Refusal> {
    let begin = lexed.comments.partition_point(|comment| comment.start < from);
    let between = lexed.comments.iter().skip(begin).take_while(|comment| comment.start < to);
    between.into_iter().try_for_each(|comment| directive::read(text, comment, directives))
}

/// The text from one lexeme to another.
fn text_between<'t>(text: &'t str, first: &Lexeme, last: &Lexeme) -> &'t str {
    text.get(first.start..last.start).unwrap_or_default().trim()
}

#[cfg(test)]
mod tests;
