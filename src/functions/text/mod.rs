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
use super::kernel::{Call, Invocation};
use super::rows::{I4, Str, map2};
use crate::error::{SqlError, SqlResult};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
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

/// A `char(n)` as text with the blanks that fill it up, which are not stored. Other values only become text.
pub fn padded(value: Typed, context: &BindContext) -> Typed {
    let width = value.typmod.saturating_sub(4);
    if value.ty != PgType::Bpchar || width <= 0 {
        return Typed { ty: PgType::Text, typmod: -1, ..value };
    }
    let width = Typed::new(Expr::Literal(ScalarValue::Int32(Some(width)), None), PgType::Int4);
    let kernel = |call: &Call<'_>| {
        map2::<Str, I4, String>(call, |text, width| {
            let missing = usize::try_from(width.saturating_sub(characters(text))).unwrap_or(0);
            within_limit(text.len().checked_add(missing))?;
            Ok(text.to_owned() + &" ".repeat(missing))
        })
    };
    Invocation::new("bpcharout(bpchar, int4) text", kernel, PgType::Text).call(vec![value, width], context)
}
