//! Values taken from PostgreSQL 15.
