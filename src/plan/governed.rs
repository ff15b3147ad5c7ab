//! Governed relations: what a role sees instead of a table.
