//! The guard: what a statement may say, and what a role may see.
//!
//! Comes in: the text of a statement, the policy, the names of the functions in the catalogue.
//! Goes out: [`Admitted`](admit::Admitted), which carries the [`Permit`](admit::Permit) it was admitted under, or a [`Refusal`].
//!
//! This crate is pure: it never does I/O, never reads the clock, never knows DataFusion. Time, policy and catalogue come in as arguments.

pub mod admit;
pub mod document;
pub mod parse;
pub mod policy;
pub mod refusal;
pub mod seal;
pub mod sqlstate;
pub mod units;

pub use refusal::Refusal;
pub use sqlstate::SqlState;
