//! What a role may see: table contracts, roles, grants, masks, row filters, windows and limits, as real (checked, resolved) values.
//!
//! Comes in: the policy files' names and texts. Goes out: one immutable [`Policy`], or every problem found, each with file and line.
//! Must never: read a file itself, or keep half of a policy that has a problem.

mod cases;
mod diff;
mod filter;
mod implied;
mod load;
mod mask;
mod places;
mod revoked;
mod roles;
mod tables;

pub use crate::document::Problem;
pub use cases::cases;
pub use diff::{Difference, Direction, diff};
pub use load::{Surroundings, load, load_within, version};
pub use places::{GrantPlaces, Places};
pub use revoked::Revoked;

use sqlparser::ast;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// `schema.name`, both folded as PostgreSQL folds them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelationName {
    pub schema: String,
    pub name: String,
}

impl std::fmt::Display for RelationName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.schema, self.name)
    }
}

/// The name of a role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoleName(pub String);

impl std::fmt::Display for RoleName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Everything that the policy files say, resolved. Immutable; a reload makes a new one.
#[derive(Debug)]
pub struct Policy {
    /// The first 12 hex digits of the SHA-256 over all files, in the order of their names.
    pub version: String,
    pub tables: BTreeMap<RelationName, Arc<Table>>,
    pub roles: BTreeMap<RoleName, Arc<Role>>,
    /// Where all this stands.
    pub places: Places,
}

/// A table contract.
#[derive(Debug)]
pub struct Table {
    pub name: RelationName,
    /// The warehouse that owns it, by its name in the configuration.
    pub warehouse: String,
    /// How the warehouse names it; for the embedded one the folder.
    pub source: String,
    pub comment: Option<String>,
    pub partition: Option<Partition>,
    pub columns: Vec<Column>,
}

/// What the warehouse prunes on.
#[derive(Clone, Debug)]
pub struct Partition {
    /// The partition column.
    pub column: String,
    /// The time column that the partition column is made from; the same as `column` where the warehouse prunes on the time itself.
    pub of: String,
    pub grain: Grain,
}

/// How the partition column follows from the time column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// The partition column is the time column.
    Instant,
    /// The partition column is the date in UTC.
    Day,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub name: String,
    /// PostgreSQL's name for the type, as written in the contract: `text`, `numeric(12,2)`, `bigint[]`.
    pub ty: ast::DataType,
    pub nullable: bool,
    pub comment: Option<String>,
}

/// A role, with what it inherits already in it.
#[derive(Debug)]
pub struct Role {
    pub name: RoleName,
    pub comment: Option<String>,
    pub window: WindowRule,
    pub limits: Limits,
    pub require_pushdown: bool,
    /// `interactive` or `scheduled`: which pool of compute.
    pub work: Work,
    pub revoked: Revoked,
    pub grants: BTreeMap<RelationName, Arc<Grant>>,
}

impl Role {
    /// Where a session of this role looks for a name without a schema unless it says otherwise: the schemas of its tables, then `public`.
    #[must_use]
    pub fn home_schemas(&self) -> Vec<String> {
        let mut schemas: Vec<String> = self.grants.keys().map(|name| name.schema.clone()).collect();
        schemas.dedup();
        if !schemas.iter().any(|schema| schema == "public") {
            schemas.push("public".to_owned());
        }
        schemas
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    #[default]
    Interactive,
    Scheduled,
}

/// The window that a role's statements have, and how wide it may be.
#[derive(Clone, Copy, Debug, Default)]
pub struct WindowRule {
    pub default: Option<Duration>,
    pub max: Option<Duration>,
}

/// What one statement, and all statements of a day, may use. `None` is no limit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// Rows in a result.
    pub rows: Option<u64>,
    /// Bytes scanned by one statement.
    pub bytes: Option<u64>,
    /// Bytes scanned in a day (UTC).
    pub bytes_per_day: Option<u64>,
    pub timeout: Option<Duration>,
    /// Statements at the same time.
    pub concurrency: Option<usize>,
    /// Bytes of memory for one statement.
    pub memory: Option<u64>,
    /// Bytes of one value in a result.
    pub cell: Option<u64>,
    pub statements_per_minute: Option<u64>,
}

/// What a role may see of one table.
#[derive(Debug)]
pub struct Grant {
    pub table: Arc<Table>,
    /// Visible columns, in the contract's order.
    pub columns: Vec<String>,
    /// Which rows; may use columns that the role can't see.
    pub rows: Option<RowFilter>,
    /// By column name.
    pub masks: BTreeMap<String, Mask>,
    pub window_required: bool,
}

/// A row filter: text for people, tree for the binder.
#[derive(Debug)]
pub struct RowFilter {
    pub text: String,
    pub expr: ast::Expr,
}

/// What stands in for a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mask {
    /// Lower-case hex of SHA-256 over the text form.
    Sha256,
    /// Lower-case hex of HMAC-SHA-256 with the secret of that name.
    Hmac {
        secret: String,
    },
    Null,
    Constant(String),
    /// The first n characters.
    Keep(u32),
    /// A time cut to its UTC day.
    Day,
    /// A number cut down to a multiple of n.
    Bucket(u64),
}

/// One `[[case]]` of `policies/tests/*.toml`.
#[derive(Clone, Debug)]
pub struct Case {
    pub file: String,
    pub line: usize,
    pub name: String,
    pub role: RoleName,
    /// Who `current_user` is; the role's own name if left out.
    pub user: Option<String>,
    pub sql: String,
    pub expect: Expectation,
    /// Fragments that the SQL that is sent must hold.
    pub sends: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expectation {
    Allowed,
    /// With this SQLSTATE.
    Refused(String),
}

#[cfg(test)]
mod tests;
