//! Binding: from an admitted tree to a plan that means what PostgreSQL means, over governed relations alone; and gate 2.
//!
//! Comes in: [`Admitted`](guard::admit::Admitted), the world's relations, the [`BindContext`](typed::BindContext). Goes out: [`Bound`]. Must never: execute, do I/O, see a relation that the permit does not name.

pub mod governed;
pub mod typed;
