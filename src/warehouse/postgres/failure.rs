//! What a client is told when PostgreSQL fails.
//!
//! Comes in: the driver's error. Goes out: ours. Must never: pass on a text that could hold a value: only sentences that PostgreSQL always writes the same way.

use crate::error::SqlError;
use guard::SqlState;
use tokio_postgres::Error;

/// Sentences without a value in them: what a statement runs into by itself.
const PLAIN: &[&str] = &[
    "division by zero",
    "smallint out of range",
    "integer out of range",
    "bigint out of range",
    "numeric field overflow",
    "value overflows numeric format",
    "value out of range: overflow",
    "value out of range: underflow",
    "input is out of range",
    "interval out of range",
    "timestamp out of range",
    "date out of range for timestamp",
    "date out of range",
    "more than one row returned by a subquery used as an expression",
    "cannot take square root of a negative number",
    "cannot take logarithm of zero",
    "cannot take logarithm of a negative number",
    "zero raised to a negative power is undefined",
    "a negative number raised to a non-integer power yields a complex result",
    "negative substring length not allowed",
    "field position must not be zero",
    "LIKE pattern must not end with escape character",
    "requested length too large",
];

/// What PostgreSQL calls not supported, though a value brings it about: a number that an integer can't be.
const NO_INTEGER: &[&str] = &[
    "cannot convert NaN to smallint",
    "cannot convert NaN to integer",
    "cannot convert NaN to bigint",
    "cannot convert infinity to smallint",
    "cannot convert infinity to integer",
    "cannot convert infinity to bigint",
];

/// The SQLSTATE of a failure that the data or the statement itself brought about; what the server does is another matter.
fn of_data(code: &str) -> Option<SqlState> {
    let class = code.starts_with("21") || code.starts_with("22") || code == SqlState::PROGRAM_LIMIT_EXCEEDED.code();
    SqlState::ALL.iter().copied().find(|known| class && known.code() == code)
}

/// A statement failed, or its connection did.
pub(in crate::warehouse) fn failed(error: Error) -> SqlError {
    let Some(database) = error.as_db_error() else { return lost(error) };
    let code = database.code().code().to_owned();
    let message = database.message();
    if let Some(sqlstate) = of_data(&code) {
        // `invalid input syntax for type integer: "…"` without its value.
        let head = message.split_once(": \"").map_or(message, |(head, _)| head);
        let reads = code == SqlState::INVALID_TEXT_REPRESENTATION.code()
            && head.strip_prefix("invalid input syntax for type ").is_some_and(|ty| !ty.contains('"'));
        let told = if reads { Some(head) } else { PLAIN.iter().find(|plain| **plain == message).copied() };
        return match told {
            Some(message) => SqlError::new(sqlstate, message),
            None => SqlError::new(sqlstate, "a value is not valid for this operation").caused_by(error),
        };
    }
    if let Some(message) = NO_INTEGER.iter().find(|message| **message == database.message()) {
        return SqlError::new(SqlState::FEATURE_NOT_SUPPORTED, *message);
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
pub(in crate::warehouse) fn connecting(error: Error) -> SqlError {
    let failure = SqlError::new(SqlState::CONNECTION_FAILURE, "the warehouse can't be reached");
    let code = error.code().map(|code| format!("The warehouse answered with SQLSTATE {}.", code.code()));
    match code {
        Some(detail) => failure.detail(detail).caused_by(error),
        None => failure.caused_by(error),
    }
}
