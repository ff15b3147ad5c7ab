//! The integration tests, in one binary.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that can't go on panics"
)]

mod answers;
mod attacks;
mod audit;
mod cancel;
mod catalog;
mod clients;
mod copy;
mod export;
mod gateway;
mod memory;
mod names;
mod object_store;
mod postgres;
mod postgres_warehouse;
mod pruning;
mod psql;
mod readme;
mod safety;
mod tables;
mod telemetry;
mod tokio_postgres;
mod types;
