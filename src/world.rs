//! The snapshot that a statement is decided under.

/// Policy, relations, warehouses and users of one moment. Immutable; a reload makes a new one.
#[derive(Debug)]
pub struct World {}
