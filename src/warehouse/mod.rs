//! Warehouses: where the data are.
//!
//! Comes in: what a scan or a sealed statement may read. Goes out: Arrow batches, costs, columns, health. Must never: decide what may be read, or tell a client what a warehouse said.
//!
//! A warehouse is reached in one of two ways. The embedded one is scanned: the gateway's own engine does the rest. A remote one is handed whole fragments as sealed SQL. So [`Warehouse`]
//! has what all of them have, and [`Warehouse::scanner`] or [`Warehouse::remote`] says how this one is reached.

pub(crate) mod balance;
mod careful;
pub(crate) mod comparisons;
pub mod embedded;
pub mod executor;
mod feed;
mod hoard;
mod in_turn;
mod kept_order;
mod lists;
mod lists_apart;
mod memory;
mod orderly;
mod pace;
pub mod postgres;
pub mod redshift;
pub mod remote;
pub mod runtime;
pub mod spill;
mod spread;
#[cfg(test)]
mod tests;
mod typing;
mod watched;

use crate::error::SqlResult;
use crate::plan::governed::RawTable;
use crate::window::Bounds;
use async_trait::async_trait;
use datafusion::catalog::Session;
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_plan::ExecutionPlan;
use std::fmt;
use std::sync::Arc;

/// The kinds of warehouse there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Embedded,
    Postgres,
    Redshift,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Embedded => "embedded",
            Kind::Postgres => "postgres",
            Kind::Redshift => "redshift",
        })
    }
}

/// One column as the warehouse itself describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceColumn {
    pub name: String,
    /// In the warehouse's own words.
    pub native_type: String,
    /// The PostgreSQL types it can be read as, the nearest first; empty if none.
    pub reads_as: Vec<crate::types::PgType>,
    pub nullable: bool,
}

/// How far an estimate can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    Exact,
    UpperBound,
    Guess,
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Precision::Exact => "exact",
            Precision::UpperBound => "upper bound",
            Precision::Guess => "guess",
        })
    }
}

/// What a scan is expected to cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    pub bytes: u64,
    pub precision: Precision,
    pub reach: Reach,
}

/// How much of the tables a scan opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Files to be opened.
    pub files: u64,
    /// Partitions that those files are in; none for a table without partitions.
    pub partitions: u64,
    /// Partitions that there are.
    pub all_partitions: u64,
}

impl Reach {
    fn plus(self, other: Reach) -> Reach {
        Reach {
            files: self.files.saturating_add(other.files),
            partitions: self.partitions.saturating_add(other.partitions),
            all_partitions: self.all_partitions.saturating_add(other.all_partitions),
        }
    }
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reach { files, partitions, all_partitions } = self;
        write!(f, "{partitions} of {all_partitions} ({files} files)")
    }
}

impl Estimate {
    /// Nothing, exactly.
    pub const ZERO: Estimate =
        Estimate { bytes: 0, precision: Precision::Exact, reach: Reach { files: 0, partitions: 0, all_partitions: 0 } };

    /// Both together, as trustworthy as the worse of them.
    #[must_use]
    pub fn plus(self, other: Estimate) -> Estimate {
        Estimate {
            bytes: self.bytes.saturating_add(other.bytes),
            precision: self.precision.max(other.precision),
            reach: self.reach.plus(other.reach),
        }
    }
}

/// What a scan reads of a table: raw columns, before any mask, of the partitions within the bounds.
#[derive(Clone, Debug)]
pub struct ScanRequest {
    pub table: Arc<RawTable>,
    /// Indices into the raw table's columns; the result has exactly these, in this order, in canonical form.
    pub columns: Vec<usize>,
    /// Partitions outside are neither listed nor opened. Rows outside may be returned: the exact predicate stands above.
    pub bounds: Bounds,
    /// Leakproof predicates over the raw table's whole schema, for skipping row groups and pages by their statistics. Nothing else may come of them.
    pub pruning: Option<Arc<dyn PhysicalExpr>>,
}

/// A place that owns tables.
#[async_trait]
pub trait Warehouse: fmt::Debug + Send + Sync {
    /// As the configuration names it.
    fn name(&self) -> &str;

    fn kind(&self) -> Kind;

    /// The columns of a table as they are now; for contracts and for `check`.
    ///
    /// # Errors
    /// 58030 if the warehouse fails, 08006 if it is not there.
    async fn describe(&self, source: &str) -> SqlResult<Vec<SourceColumn>>;

    /// The tables there are, by the name that a contract's `source` would have.
    async fn sources(&self) -> SqlResult<Vec<String>>;

    /// Whether it answers.
    async fn probe(&self) -> SqlResult<()>;

    /// What reading these columns within these bounds costs.
    async fn estimate(&self, request: &ScanRequest) -> SqlResult<Estimate>;

    /// Set where the gateway's own engine reads the rows.
    fn scanner(&self) -> Option<&dyn Scanner> {
        None
    }

    /// Set where the warehouse runs statements.
    fn remote(&self) -> Option<&dyn remote::Remote> {
        None
    }
}

/// A warehouse whose rows the gateway reads itself.
#[async_trait]
pub trait Scanner: Send + Sync {
    /// A physical plan whose schema is exactly the requested columns in canonical form.
    async fn scan(&self, session: &dyn Session, request: ScanRequest) -> SqlResult<Arc<dyn ExecutionPlan>>;
}
