//! Functions of text.
//!
//! | file | what |
//! |---|---|
//! | `parts` | lengths, substrings, positions |
//! | `shape` | case, padding, trimming, replacing |
//! | `join` | `||`, concat, format, quoting, and arrays to and from text |
//! | `unicode` | normal forms, escapes, identifiers |
//!
//! Comes in: columns of text. Goes out: text and numbers, counted in characters. Must never: make a value of more than [`MAX_CELL`] bytes.

mod join;
mod parts;
mod shape;
mod unicode;

use super::entry::Entry;
use crate::error::{SqlError, SqlResult};
use guard::SqlState;

/// What one value may have; PostgreSQL's own limit is 1 GB.
pub const MAX_CELL: usize = 64 << 20;

pub fn entries() -> Vec<Entry> {
    [parts::entries(), shape::entries(), join::entries(), unicode::entries()].concat()
}

/// For matching without regard to case.
pub fn fold(text: &str) -> String {
    shape::lower(text)
}

/// 54000
pub fn too_large() -> SqlError {
    SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "requested length too large")
        .detail("A value may have 64 MiB.")
        .rule("limit-cell")
}

/// Checks a size before anything is allocated.
pub fn within_limit(bytes: Option<usize>) -> SqlResult<usize> {
    bytes.filter(|bytes| *bytes <= MAX_CELL).ok_or_else(too_large)
}

/// Byte offset of the character at `index`; the text's length if it has fewer.
pub fn byte_offset(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}

/// How many characters, as PostgreSQL's `integer`.
pub fn characters(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(i32::MAX)
}
