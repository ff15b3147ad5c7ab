//! Gate 3, emission: the exact text for a warehouse, proved by reading it again.
