//! The integration tests, in one binary.

mod copy;
mod postgres;
mod types;
