//! What a session asks of the pipeline. One implementation is the pipeline; tests of the wire have another, so that a conversation needs no warehouse.

use crate::catalog::Known;
use crate::error::{SqlError, SqlResult};
use crate::pipeline::{Notice, StatementContext};
use crate::types::{PgColumn, PgType};
use async_trait::async_trait;
use datafusion::arrow::array::RecordBatch;
use datafusion::common::ScalarValue;
use guard::parse::{Parsed, StatementLimits};
use guard::policy::RoleName;
use std::sync::Arc;

/// The way from a parsed statement to rows.
#[async_trait]
pub trait Engine: Send + Sync + 'static {
    /// How large a statement may be.
    fn limits(&self) -> StatementLimits;

    /// The version of the policy that the next statement is decided under.
    fn policy_version(&self) -> String;

    /// The schemas that a session of this role looks in unless it says otherwise; none is PostgreSQL's default.
    fn home_schemas(&self, _role: &RoleName) -> Vec<String> {
        Vec::new()
    }

    /// Takes the query in `parsed` (or inside its EXPLAIN, COPY, DECLARE or PREPARE) through the gates.
    async fn prepare(&self, parsed: Parsed, context: &StatementContext) -> SqlResult<Arc<dyn Decided>>;

    /// The values of the arguments of an EXECUTE, or of the EXECUTE that is explained, as parameters of these types, of which there are as many.
    async fn arguments(
        &self,
        parsed: &Parsed,
        types: &[PgType],
        context: &StatementContext,
    ) -> SqlResult<Vec<ScalarValue>>;

    /// What values may be written by: the names of the catalogs, if there are any.
    fn known(&self, _context: &StatementContext) -> Option<Arc<Known>> {
        None
    }

    /// Audits a statement that never leaves the session, and one that did not parse. If this fails, the statement must not take effect.
    async fn audit(&self, text: &str, outcome: Result<(), &SqlError>, context: &StatementContext) -> SqlResult<()>;
}

/// A query that every gate let through, under one policy version.
#[async_trait]
pub trait Decided: Send + Sync {
    fn columns(&self) -> &[PgColumn];

    fn parameters(&self) -> &[PgType];

    fn policy_version(&self) -> &str;

    async fn run(&self, parameters: Vec<ScalarValue>, context: &StatementContext) -> SqlResult<Box<dyn Flow>>;
}

/// A query's rows on their way. Dropping it cancels the work.
#[async_trait]
pub trait Flow: Send {
    async fn next(&mut self) -> Option<SqlResult<RecordBatch>>;

    fn take_notices(&mut self) -> Vec<Notice>;

    /// The window it runs under, as `SHOW tollgate.window` prints it.
    fn window(&self) -> String;

    /// Bytes that one value may have; `None`: as the protocol has it.
    fn cell_limit(&self) -> Option<u64> {
        None
    }

    /// Writes the audit record; the client gets its CommandComplete only after this.
    async fn finish(self: Box<Self>) -> SqlResult<()>;
}
