//! The PostgreSQL front end: start-up, the simple and the extended protocol, rows on their way out.
//!
//! Comes in: a stream. Goes out: the protocol's messages. Must never: run a statement otherwise than through the session's [`Engine`](crate::session::engine::Engine), hold a message
//! that is larger than its kind may be, answer before authentication.

pub mod authentication;
pub mod backend;
pub mod copy;
pub mod error;
pub mod frame;
pub mod frontend;
pub mod options;
pub mod parameters;
pub mod rows;
pub mod tls;
