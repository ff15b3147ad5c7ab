//! Windows: which span of time a statement reads, proved from its predicates or asked for, and never wider than the role may.
//!
//! Comes in: a bound plan, the [`WindowRequest`], the statement's time. Goes out: the plan with a window attached to each scan that needs one, or a refusal.
//! Must never: take for a bound what the optimizer can't soundly move down to the scan, or let a session's time zone choose the rows.

pub mod bounds;

pub use bounds::{Bounds, Range};
use std::fmt;

/// Where a window came from, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A predicate in the statement on the time or partition column.
    Predicate,
    /// `--since`, `--from`, `--to` in the statement.
    Directive,
    /// `SET since`
    Session,
    /// The connection's options.
    Options,
    /// The role's default.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Origin::Predicate => "predicate",
            Origin::Directive => "directive",
            Origin::Session => "session",
            Origin::Options => "options",
            Origin::Default => "role default",
        })
    }
}

/// A resolved window, in absolute UTC bounds. Only this room makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    bounds: Bounds,
    origin: Origin,
}

impl Window {
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    #[must_use]
    pub fn origin(&self) -> Origin {
        self.origin
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bounds.span().fmt(f)
    }
}
