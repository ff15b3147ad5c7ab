//! Pattern matching: LIKE, ILIKE, SIMILAR TO, POSIX regular expressions.
//!
//! | file | what |
//! |---|---|
//! | `like` | LIKE and its kin |
//! | `translate` | PostgreSQL's flavour of regular expressions, written as the `regex` crate's |
//! | `regexp` | `~` and the functions called `regexp_…` |
//! | `similar` | SIMILAR TO's patterns, and `substring(… similar …)` |

mod like;
pub mod regexp;
mod similar;
mod translate;

use super::entry::Entry;

pub fn entries() -> Vec<Entry> {
    [like::entries(), regexp::entries(), regexp::function_entries(), similar::entries()].concat()
}
