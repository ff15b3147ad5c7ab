//! The gates, proved by machine: a running gateway against oracles.
//!
//! | file | what |
//! |---|---|
//! | `served` | a gateway over a small lake, under the policy that the corpus speaks of |
//! | `oracle` | a PostgreSQL that holds the same rows and encodes the same policy as views |
//! | `generator` | random statements |
//! | `grants` | generated statements, equal to the oracle's answers |
//! | `worlds` | three worlds that show the role the same, and gateways over them |
//! | `interference` | worlds that differ only in what is hidden give the same bytes |
//! | `sealed` | what is sent to a warehouse, read by PostgreSQL |
//! | `policies` | policies that do not hold, reloads, `policy diff` |
//! | `windows` | no statement reads more partitions than its window has days, by PostgreSQL's pruning |
//! | `raw` | a client of bytes |
//! | `wire` | attacks on the protocol, byte by byte |
//! | `verdicts` | the corpus of attacks: each statement's verdict, each answer equal to the oracle's |

mod generator;
mod grants;
mod interference;
mod oracle;
mod policies;
mod raw;
mod sealed;
pub mod served;
mod verdicts;
mod windows;
mod wire;
mod worlds;
mod zones;
