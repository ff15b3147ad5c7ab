//! Date and time.
pub(crate) mod arithmetic;
pub(crate) mod calendar;
pub(crate) mod fields;
pub(crate) mod interval;
pub(crate) mod trunc;
