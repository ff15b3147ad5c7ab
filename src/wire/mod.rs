//! The PostgreSQL front end: start-up, the simple and the extended protocol, rows on their way out.
//!
//! Comes in: a stream. Goes out: the protocol's messages. Must never: run a statement otherwise than through the session's [`Engine`](crate::session::engine::Engine), hold a message
//! that is larger than its kind may be, answer before authentication.

pub mod authentication;
pub mod backend;
pub mod connection;
pub mod copy;
pub mod engine;
pub mod error;
mod extended;
pub mod frame;
pub mod frontend;
pub mod options;
pub mod parameters;
pub mod rows;
mod run;
pub mod server;
mod simple;
pub mod startup;
pub mod tls;

pub use server::{Options, Server, converse, serve};

#[cfg(test)]
mod tests;
