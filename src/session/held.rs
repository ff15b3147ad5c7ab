//! What one session holds from statement to statement: rows that its cursors keep, the parameters of its portals, the texts of its prepared statements.
//!
//! Comes in: sizes in bytes. Goes out: leave to hold them, given back when what was held is dropped. Must never: give more to one session than its bound, under however many names.

use crate::error::{SqlError, SqlResult};
use guard::SqlState;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// In all; a statement's own work is counted by its role's limit on memory instead.
const MOST: usize = 128 << 20;

/// What all of one session's names hold together.
#[derive(Clone, Debug, Default)]
pub struct Holdings(Arc<AtomicUsize>);

impl Holdings {
    /// Nothing yet, that may become more.
    #[must_use]
    pub fn nothing(&self) -> Held {
        Held { bytes: 0, of: self.clone() }
    }

    /// # Errors
    /// 53200 if the session would hold too much.
    pub fn hold(&self, bytes: usize) -> SqlResult<Held> {
        let mut held = self.nothing();
        held.more(bytes)?;
        Ok(held)
    }
}

/// A part of a session's holdings, until it is dropped.
#[derive(Debug)]
pub struct Held {
    bytes: usize,
    of: Holdings,
}

impl Held {
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// # Errors
    /// 53200 if the session would hold too much; it holds what it did then.
    pub fn more(&mut self, bytes: usize) -> SqlResult<()> {
        let all = self.of.0.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes);
        self.bytes += bytes;
        if all <= MOST {
            return Ok(());
        }
        self.less(bytes);
        let detail = format!("Limit \"session\": {all} bytes asked, {MOST} allowed.");
        Err(SqlError::new(
            SqlState::OUT_OF_MEMORY,
            "the session holds too much in cursors, portals and prepared statements",
        )
        .detail(detail)
        .hint("Close those that are no longer needed, and declare cursors with NO SCROLL.")
        .rule("limit-session"))
    }

    /// Gives back.
    pub fn less(&mut self, bytes: usize) {
        let bytes = bytes.min(self.bytes);
        self.bytes -= bytes;
        self.of.0.fetch_sub(bytes, Ordering::Relaxed);
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.less(self.bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dropped_may_be_held_again_and_no_more_than_that() {
        let all = Holdings::default();
        let (mut first, second) = (all.hold(MOST / 2).unwrap(), all.hold(MOST / 2).unwrap());
        let refusal = first.more(1).unwrap_err();
        assert_eq!((refusal.sqlstate().code(), refusal.report().rule), ("53200", Some("limit-session")));
        assert!(refusal.report().detail.is_some() && refusal.report().hint.is_some());
        assert_eq!(first.bytes(), MOST / 2, "a refusal takes nothing");
        drop(second);
        first.more(MOST / 2).unwrap();
        first.less(MOST);
        assert!(all.hold(MOST + 1).is_err() && all.hold(MOST).is_ok());
    }
}
