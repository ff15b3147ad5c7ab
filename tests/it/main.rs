//! The integration tests, in one binary.

mod attacks;
mod clients;
mod copy;
mod gateway;
mod postgres;
mod tokio_postgres;
mod types;
