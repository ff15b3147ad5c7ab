//! Gate 3, emission: the exact text for a warehouse, proved by reading it again.
//!
//! Comes in: text that the writer for a warehouse made from a governed plan, and what that plan allows. Goes out: [`SealedSql`], the only string that a warehouse takes.
//! Must never: share code with the writer, or make a [`SealedSql`] of text that it has not read to its end.

/// One SELECT, in one warehouse's dialect, that was read again after it was written and found to name no table, column, filter, mask, window or function but those it was written from.
///
/// There is no constructor here: gate 3 is the one function that will make it, and it belongs to the stage that lowers plans. Until then no text can reach a warehouse.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedSql {
    text: String,
    /// The name of the warehouse it was sealed for; no other takes it.
    warehouse: String,
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
}

impl std::fmt::Debug for SealedSql {
    /// Statement text stays out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SealedSql").field("warehouse", &self.warehouse).finish_non_exhaustive()
    }
}
