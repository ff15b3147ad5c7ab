//! THE STORY of a statement, one call per stage. The simple and the extended protocol, cursors, COPY, EXPLAIN, the command line and the policy tests all come through [`prepare`] and [`run`]; there is no other way.

use crate::catalog::Activity;
use crate::error::{SqlError, SqlResult};
use crate::types::{Display, PgColumn, PgType};
use crate::world::World;
use chrono::{DateTime, Utc};
use datafusion::arrow::array::RecordBatch;
use datafusion::common::ScalarValue;
use guard::SqlState;
use guard::parse::{Directives, Parsed};
use guard::policy::RoleName;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Who asks, and what of the session changes a statement's meaning. The session makes one for each statement.
#[derive(Clone, Debug)]
pub struct StatementContext {
    /// The session's id in the audit record.
    pub session: String,
    pub backend_pid: i32,
    /// From authentication, never from the client's words.
    pub user: String,
    pub role: RoleName,
    pub application_name: String,
    pub client_addr: Option<String>,
    pub transaction_time: DateTime<Utc>,
    pub statement_time: DateTime<Utc>,
    pub display: Display,
    pub search_path: Vec<String>,
    /// The one database there is.
    pub database: String,
    /// `since`, `from`, `to` of the session; a directive in the statement is stronger.
    pub window: Directives,
    /// Every setting as `SHOW` prints it, for `current_setting` and `pg_settings`.
    pub settings: Arc<BTreeMap<String, String>>,
    /// What Parse or PREPARE declared; shorter than the parameters there are, or `Unknown` where it left them open.
    pub declared_parameters: Vec<PgType>,
    /// `None`: as the role has it.
    pub require_pushdown: Option<bool>,
    pub on_row_limit: OnRowLimit,
    /// The session's `statement_timeout`; the role's may be lower.
    pub statement_timeout: Option<Duration>,
    /// Cancelled by CancelRequest, `pg_cancel_backend`, a lost client or the drain.
    pub cancel: CancellationToken,
    /// `tollgate.notices`
    pub notices: bool,
    /// The user's sessions, for `pg_stat_activity` and `pg_cancel_backend`.
    pub activity: Arc<dyn Activity>,
}

/// What happens when a result has more rows than the role may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnRowLimit {
    /// 53400, and no row past the limit.
    #[default]
    Error,
    /// The rows up to the limit, and a WARNING.
    Truncate,
}

/// Something to tell the client beside the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// `NOTICE` or `WARNING`
    pub severity: &'static str,
    pub sqlstate: SqlState,
    pub message: String,
    pub detail: Option<String>,
    pub hint: Option<String>,
}

/// A statement that every gate let through, under one policy version, ready to run any number of times.
#[derive(Debug)]
pub struct Prepared {
    columns: Vec<PgColumn>,
    parameters: Vec<PgType>,
    policy_version: String,
}

impl Prepared {
    /// What the result's columns are.
    #[must_use]
    pub fn columns(&self) -> &[PgColumn] {
        &self.columns
    }

    /// `$1` … with the types found for them.
    #[must_use]
    pub fn parameters(&self) -> &[PgType] {
        &self.parameters
    }

    /// The policy version that this was decided under. When the world has another one, prepare again.
    #[must_use]
    pub fn policy_version(&self) -> &str {
        &self.policy_version
    }
}

/// A running statement. Dropping it cancels the work and writes the audit record.
#[derive(Debug)]
pub struct Running {
    columns: Vec<PgColumn>,
    notices: Vec<Notice>,
}

impl Running {
    #[must_use]
    pub fn columns(&self) -> &[PgColumn] {
        &self.columns
    }

    /// The next block of rows; `None` at the end. An error ends the statement.
    pub async fn next(&mut self) -> Option<SqlResult<RecordBatch>> {
        None
    }

    /// What there is to tell the client by now; each notice once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// The window it ran under, as `SHOW tollgate.window` prints it; empty if it had none.
    #[must_use]
    pub fn window(&self) -> &str {
        ""
    }

    /// Ends the statement and writes its audit record; the client gets its CommandComplete only after this.
    ///
    /// # Errors
    /// 58030 if the record can't be written.
    pub async fn finish(self) -> SqlResult<()> {
        Ok(())
    }
}

/// Takes a query, or the query inside EXPLAIN, COPY, DECLARE or PREPARE, through the gates. A refusal is audited here.
///
/// # Errors
/// Each gate's refusal, with its SQLSTATE.
pub async fn prepare(_parsed: Parsed, _world: &Arc<World>, _statement: &StatementContext) -> SqlResult<Arc<Prepared>> {
    Err(SqlError::unsupported("not yet"))
}

/// Starts a prepared statement with its parameters' values, which are of the types that [`Prepared::parameters`] tells.
///
/// # Errors
/// 53400 for a window or a limit, 58030 if it can't be audited.
pub async fn run(
    _prepared: &Arc<Prepared>,
    _parameters: Vec<ScalarValue>,
    _world: &Arc<World>,
    _statement: &StatementContext,
) -> SqlResult<Running> {
    Err(SqlError::unsupported("not yet"))
}

/// Audits a statement that never leaves the session (SET, BEGIN, FETCH …), and one that did not parse.
///
/// # Errors
/// 58030 if the record can't be written; then the statement must not take effect.
pub async fn audit_session_statement(
    _text: &str,
    _outcome: Result<(), &SqlError>,
    _world: &Arc<World>,
    _statement: &StatementContext,
) -> SqlResult<()> {
    Ok(())
}
