//! From text to values: PostgreSQL's input functions.
//!
//! Comes in: text, a type with its modifier, the session's settings, the time. Goes out: a value in the type's Arrow form, or why not. Must never: quote the text in an error unless the caller says
//! that it was a constant of the statement.

use super::numeric::PgNumeric;
use super::{Display, PgType};
use crate::error::{SqlError, SqlResult};
use chrono::{DateTime, Utc};
use datafusion::common::ScalarValue;
use guard::SqlState;

/// Why a text is not a value of a type. Converting it into a [`SqlError`] leaves the text out.
#[derive(Clone, Debug)]
pub struct InputError {
    sqlstate: SqlState,
    /// Without the text.
    plain: String,
    /// With it.
    quoting: String,
    /// May quote.
    detail: Option<String>,
    hint: Option<String>,
}

impl InputError {
    /// `invalid input syntax for type integer: "x"`
    #[must_use]
    pub fn syntax(ty: &str, text: &str) -> Self {
        Self::with_text(SqlState::INVALID_TEXT_REPRESENTATION, format!("invalid input syntax for type {ty}"), text)
    }

    /// `value "x" is out of range for type integer`
    #[must_use]
    pub fn range(ty: &str, text: &str) -> Self {
        Self {
            quoting: format!("value \"{text}\" is out of range for type {ty}"),
            ..Self::fixed(SqlState::NUMERIC_VALUE_OUT_OF_RANGE, format!("value out of range for type {ty}"))
        }
    }

    /// A message that quotes nothing.
    #[must_use]
    pub fn fixed(sqlstate: SqlState, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { sqlstate, plain: message.clone(), quoting: message, detail: None, hint: None }
    }

    /// A message that has the text after a colon.
    #[must_use]
    pub fn with_text(sqlstate: SqlState, message: impl Into<String>, text: &str) -> Self {
        let plain = message.into();
        Self { sqlstate, quoting: format!("{plain}: \"{text}\""), plain, detail: None, hint: None }
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn sqlstate(&self) -> SqlState {
        self.sqlstate
    }

    /// For a constant of the statement, which the client knows: in PostgreSQL's words.
    #[must_use]
    pub fn of_constant(self) -> SqlError {
        let mut error = SqlError::new(self.sqlstate, self.quoting);
        if let Some(detail) = self.detail {
            error = error.detail(detail);
        }
        if let Some(hint) = self.hint {
            error = error.hint(hint);
        }
        error
    }
}

impl From<InputError> for SqlError {
    fn from(error: InputError) -> Self {
        SqlError::new(error.sqlstate, error.plain)
    }
}

/// What reading a text gives.
pub type Input<T> = Result<T, InputError>;

/// Reads a text as the type's input function does, then applies the modifier as a cast from text does not but a column would: too long a text is an error.
pub fn parse(_text: &str, _ty: &PgType, _typmod: i32, _display: &Display, _now: DateTime<Utc>) -> Input<ScalarValue> {
    unimplemented!()
}

/// As [`parse`], for a constant of the statement.
pub fn parse_constant(
    text: &str,
    ty: &PgType,
    typmod: i32,
    display: &Display,
    now: DateTime<Utc>,
) -> SqlResult<ScalarValue> {
    parse(text, ty, typmod, display, now).map_err(InputError::of_constant)
}

/// `numeric`'s input function.
pub fn parse_numeric(text: &str) -> Input<PgNumeric> {
    text.parse()
}
