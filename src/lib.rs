//! Tollgate: a gate on the road to the data warehouse that speaks the PostgreSQL wire protocol.
//!
//! ```text
//!  text ─parse─▶ Parsed ─admit─▶ Admitted ─bind─▶ Bound ─govern─▶ Governed ─prepare─▶ Prepared ─run─▶ Running ─encode─▶ rows
//!       guard           guard            plan            window            lower, seal         warehouse         wire
//! ```
//!
//! | room | what |
//! |---|---|
//! | [`pipeline`] | the story: one call per stage; the only way through |
//! | `guard` | parse, gate 1, policy, refusals, the seal (a crate of its own, pure) |
//! | [`plan`] | governed relations, binding to PostgreSQL's meaning, gate 2 |
//! | [`functions`] | the closed catalogue: functions, operators, casts, aggregates |
//! | [`types`] | PostgreSQL's types: Arrow form, text form, binary form |
//! | [`window`] | since, from, to; bounds; what a predicate implies for a partition |
//! | [`lower`] | SQL for a warehouse, one dialect each |
//! | [`warehouse`] | where the data are |
//! | [`catalog`] | `pg_catalog` and `information_schema` as a role sees them |
//! | [`session`] | principal, settings, transaction, prepared statements, cursors |
//! | [`wire`] | the PostgreSQL front end |
//! | [`export`] | results as files |
//! | [`world`] | the snapshot that a statement is decided under |
//! | [`users`] | who may log in |
//! | [`interrupt`] | how work on a statement is ended from outside |
//! | [`config`], [`cli`], [`audit`], [`admin`], [`telemetry`] | around it |

pub mod admin;
pub mod audit;
pub mod catalog;
pub mod cli;
pub mod config;
pub mod demo;
pub mod error;
pub mod export;
pub mod functions;
pub mod interrupt;
pub mod lower;
pub mod pipeline;
pub mod plan;
pub mod session;
pub mod telemetry;
pub mod types;
pub mod users;
pub mod warehouse;
pub mod window;
pub mod wire;
pub mod world;
