//! Date and time: functions and operators of date, time, timestamp, timestamptz and interval.
//!
//! Comes in: calls over the canonical Arrow forms. Goes out: PostgreSQL's answers, by the session's zone where one matters. Must never: read a clock; the moments are the context's.

pub(crate) mod arithmetic;
pub(crate) mod calendar;
mod fields;
mod functions;
pub(crate) mod interval;
mod make;
mod operators;
mod reading;
mod template;
#[cfg(test)]
mod tests;
pub(crate) mod trunc;

use super::entry::Entry;

/// This room's lines of the catalogue.
pub fn entries() -> Vec<Entry> {
    [functions::entries(), make::entries(), operators::entries(), reading::entries(), template::entries()].concat()
}
