//! What a client is told when PostgreSQL fails.
//!
//! Comes in: the driver's error. Goes out: ours. Must never: pass on a text that could hold a value: only sentences that PostgreSQL always writes the same way.

use crate::error::SqlError;
use guard::SqlState;
use tokio_postgres::Error;

/// Sentences without a value in them, with their SQLSTATEs: what a statement runs into by itself.
const PLAIN: &[(&str, SqlState)] = &[
    ("division by zero", SqlState::DIVISION_BY_ZERO),
    ("smallint out of range", SqlState::NUMERIC_VALUE_OUT_OF_RANGE),
    ("integer out of range", SqlState::NUMERIC_VALUE_OUT_OF_RANGE),
    ("bigint out of range", SqlState::NUMERIC_VALUE_OUT_OF_RANGE),
    ("numeric field overflow", SqlState::NUMERIC_VALUE_OUT_OF_RANGE),
    ("value overflows numeric format", SqlState::NUMERIC_VALUE_OUT_OF_RANGE),
    ("value out of range: overflow", SqlState::NUMERIC_VALUE_OUT_OF_RANGE),
    ("value out of range: underflow", SqlState::NUMERIC_VALUE_OUT_OF_RANGE),
    ("interval out of range", SqlState::DATETIME_FIELD_OVERFLOW),
    ("timestamp out of range", SqlState::DATETIME_FIELD_OVERFLOW),
    ("date out of range for timestamp", SqlState::DATETIME_FIELD_OVERFLOW),
    ("date out of range", SqlState::DATETIME_FIELD_OVERFLOW),
    ("more than one row returned by a subquery used as an expression", SqlState::CARDINALITY_VIOLATION),
];

/// SQLSTATEs of data, and what is said where PostgreSQL's own sentence has a value in it.
const GENERAL: &[SqlState] = &[
    SqlState::DIVISION_BY_ZERO,
    SqlState::NUMERIC_VALUE_OUT_OF_RANGE,
    SqlState::DATETIME_FIELD_OVERFLOW,
    SqlState::CARDINALITY_VIOLATION,
    SqlState::INVALID_TEXT_REPRESENTATION,
];

/// A statement failed, or its connection did.
pub(super) fn failed(error: Error) -> SqlError {
    let Some(database) = error.as_db_error() else { return lost(error) };
    let code = database.code().code().to_owned();
    let message = database.message();
    if let Some((message, sqlstate)) = PLAIN.iter().find(|(plain, _)| *plain == message) {
        return SqlError::new(*sqlstate, *message);
    }
    // `invalid input syntax for type integer: "…"` without its value.
    if let Some((head, _)) = message.split_once(": \"")
        && code == SqlState::INVALID_TEXT_REPRESENTATION.code()
        && head.starts_with("invalid input syntax for type ")
    {
        return SqlError::new(SqlState::INVALID_TEXT_REPRESENTATION, head);
    }
    if let Some(sqlstate) = GENERAL.iter().find(|known| known.code() == code) {
        return SqlError::new(*sqlstate, "a value is not valid for this operation").caused_by(error);
    }
    match code.as_str() {
        "57014" => SqlError::new(SqlState::QUERY_CANCELED, "canceling statement due to a time limit of the warehouse")
            .rule("warehouse-timeout"),
        // The server goes down, or its connection was ended there.
        code if code.starts_with("57P") || code.starts_with("08") => lost(error),
        code => {
            let detail = format!("The warehouse answered with SQLSTATE {code}.");
            SqlError::new(SqlState::IO_ERROR, "the warehouse failed").detail(detail).caused_by(error)
        }
    }
}

/// The connection is gone.
fn lost(error: Error) -> SqlError {
    let failure = SqlError::new(SqlState::CONNECTION_FAILURE, "the connection to the warehouse was lost");
    let code = error.code().map(|code| format!("The warehouse answered with SQLSTATE {}.", code.code()));
    match code {
        Some(detail) => failure.detail(detail).caused_by(error),
        None => failure.caused_by(error),
    }
}

/// No connection could be made.
pub(super) fn connecting(error: Error) -> SqlError {
    let failure = SqlError::new(SqlState::CONNECTION_FAILURE, "the warehouse can't be reached");
    let code = error.code().map(|code| format!("The warehouse answered with SQLSTATE {}.", code.code()));
    match code {
        Some(detail) => failure.detail(detail).caused_by(error),
        None => failure.caused_by(error),
    }
}
