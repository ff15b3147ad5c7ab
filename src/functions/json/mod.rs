//! JSON functions and operators.
//!
//! | file | what |
//! |---|---|
//! | `value` | a JSON value as a tree: reading and writing |

pub mod value;
