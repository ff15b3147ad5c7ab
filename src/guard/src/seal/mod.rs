//! Gate 3, emission: the exact text for a warehouse, proved by reading it again.
//!
//! Comes in: text that the writer for a warehouse made from a governed plan, and the duties that each of its scans has. Goes out: [`SealedSql`], the only string that a warehouse takes.
//! Must never: share code with the writer, or make a [`SealedSql`] of text that it has not read to its end.
//!
//! | file | what |
//! |---|---|
//! | `text` | the characters: no comment, no second statement, nothing but plain strings |
//! | `query` | everything above the tables: only generated names, only catalogued functions |
//! | `leaf` | a physical table: granted columns under their masks, row filter, window, fence |
//! | `term` | one form for an expression, however it was written |
//! | `moment` | a written date or time as a number, and a number as one |
//! | `redshift` | what Redshift reads otherwise than PostgreSQL |

mod leaf;
mod moment;
mod query;
mod redshift;
mod term;
#[cfg(test)]
mod tests;
mod text;

use crate::admit::FunctionNames;
use crate::parse::{Directives, StatementLimits, parse};
use crate::policy::Grant;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// One SELECT, in one warehouse's dialect, that was read again after it was written and found to name no table, column, filter, mask, window or function but those it was written from.
///
/// There is no constructor but [`seal`].
#[derive(Clone, PartialEq, Eq)]
pub struct SealedSql {
    text: String,
    /// The name of the warehouse it was sealed for; no other takes it.
    warehouse: String,
    parameters: usize,
    windows: Vec<SentSide>,
}

impl SealedSql {
    /// The text, as it is sent.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The warehouse that it was sealed for.
    #[must_use]
    pub fn warehouse(&self) -> &str {
        &self.warehouse
    }

    /// How many values are sent beside it, those of windows among them.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.parameters
    }

    /// The sides of windows that are sent beside it, in the order of their parameters, which come after the statement's own.
    #[must_use]
    pub fn windows(&self) -> &[SentSide] {
        &self.windows
    }
}

/// A side of a window that was proved to be one parameter and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentSide {
    /// The scan's number.
    pub scan: usize,
    pub column: String,
    /// It is a midnight of the partition column rather than a moment of the time column.
    pub day: bool,
    pub lower: bool,
}

impl fmt::Debug for SealedSql {
    /// Statement text stays out of logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedSql").field("warehouse", &self.warehouse).finish_non_exhaustive()
    }
}

/// One side of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Microseconds since 1970 in UTC, which stand in the text.
    At(i64),
    /// The parameter of this number, which stands for nothing else in the text.
    Sent(usize),
}

/// A half-open range of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Inclusive.
    pub from: Option<Side>,
    /// Exclusive.
    pub to: Option<Side>,
}

/// When a statement runs, as its gateway took it: microseconds since 1970 in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    pub transaction: i64,
    pub statement: i64,
}

/// What one scan of a table must stand under.
#[derive(Clone, Debug)]
pub struct Duty {
    pub grant: Arc<Grant>,
    /// The number that the scan has in its plan.
    pub scan: usize,
    /// Who `current_user` is in the row filter.
    pub user: String,
    /// When `now()` is in the row filter.
    pub moment: Moment,
    /// On the time column.
    pub time: Span,
    /// On the partition column, where it is another one: the midnights of its days.
    pub days: Span,
    /// Columns whose mask the gateway puts on itself, since the warehouse can't. Then the whole statement is this one scan, and nothing is computed on them.
    pub masked_above: BTreeSet<String>,
}

impl Duty {
    /// Whether rows of the table are hidden from who asks.
    fn hides_rows(&self) -> bool {
        let bounds = [self.time.from, self.time.to, self.days.from, self.days.to];
        self.grant.rows.is_some() || bounds.iter().any(Option::is_some)
    }
}

/// The dialect that a text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    Postgres,
    /// Its text is read by the parser that knows Redshift. It has no fence, so nothing in it that can fail may stand over hidden rows.
    Redshift,
}

/// What a text was written from.
#[derive(Clone, Copy)]
pub struct Duties<'a> {
    pub warehouse: &'a str,
    pub language: Language,
    /// How many parameters the statement has: `$1` … stand for values that are sent beside the text. Sides of windows that are sent come after them.
    pub parameters: usize,
    /// One for each scan.
    pub scans: &'a [Duty],
    pub functions: &'a dyn FunctionNames,
}

/// Why a text was not sealed. It is a fault of ours; the text is not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken(pub String);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "gate 3: {}", self.0)
    }
}

impl std::error::Error for Broken {}

fn broken<T>(what: impl Into<String>) -> Result<T, Broken> {
    Err(Broken(what.into()))
}

/// A statement of the gateway's own may be larger than a client's: each of a client's nodes becomes a SELECT.
const LIMITS: StatementLimits =
    StatementLimits { bytes: 16 << 20, tokens: 2_000_000, depth: 400, width: 100_000, height: 4_000 };

/// Reads the text again, and proves that it is one SELECT over exactly these scans.
///
/// # Errors
/// What of it is not proved.
pub fn seal(text: String, duties: &Duties<'_>) -> Result<SealedSql, Broken> {
    let windows = leaf::sent(duties)?;
    let parameters = duties.parameters + windows.len();
    text::check(&text, duties.language, parameters)?;
    let sealed = |text| SealedSql { text, warehouse: duties.warehouse.to_owned(), parameters, windows };
    if duties.language == Language::Redshift {
        query::check(&redshift::parsed(&text)?, duties)?;
        return Ok(sealed(text));
    }
    let parsed = match parse(&text, &LIMITS) {
        Ok(mut statements) if statements.len() == 1 => statements.pop(),
        Ok(statements) => return broken(format!("{} statements", statements.len())),
        Err(refusal) => return broken(format!("it does not parse: {}", refusal.message)),
    };
    let Some(parsed) = parsed.filter(|parsed| *parsed.directives() == Directives::default()) else {
        return broken("a directive");
    };
    let crate::parse::Statement::Query(query) = parsed.statement() else {
        return broken("something else than a query");
    };
    query::check(query, duties)?;
    Ok(sealed(text))
}
