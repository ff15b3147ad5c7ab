//! THE STORY of a statement, one call per stage. The simple and the extended protocol, cursors, COPY, EXPLAIN, the command line and the policy tests all come through [`prepare`] and [`run`]; there is no other way.

mod accounting;
mod arguments;
mod decide;
mod explain;
#[cfg(test)]
mod golden;
mod pushdown;
mod ready;
mod relations;
mod running;
pub mod usage;

use crate::audit::{Decision, Record};
use crate::catalog::{Activity, Names};
use crate::error::{SqlError, SqlResult};
use crate::functions::settings::SessionSettings;
use crate::plan::deadline::{Patience, on_large_stack};
use crate::types::{Display, PgColumn, PgType};
use crate::window::{Governed, govern};
use crate::world::World;
use accounting::Accounting;
pub use arguments::arguments;
use chrono::{DateTime, Utc};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::LogicalPlan;
pub use decide::known;
use decide::{Basis, Subject, decide};
pub use explain::columns as explain_columns;
use guard::SqlState;
use guard::parse::{Directives, Parsed};
use guard::policy::{Role, RoleName};
use ready::Texts;
pub use running::Running;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
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
    /// Every setting as `SHOW` prints it, for `pg_settings`.
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
    /// Whether who asks runs the gateway, and may be told what rows cost that the role does not see.
    pub is_operator: bool,
    /// The user's sessions, for `pg_stat_activity` and `pg_cancel_backend`.
    pub activity: Arc<dyn Activity>,
    /// The session's own, for `pg_prepared_statements` and `pg_cursors`.
    pub names: Arc<dyn Names>,
    /// The session's settings, for `current_setting` and `set_config` when they run.
    pub session_settings: Arc<dyn SessionSettings>,
}

impl StatementContext {
    /// How long it may work: the role's time, or less where the session asks for less.
    fn time(&self, role: &Role) -> Option<Duration> {
        match (role.limits.timeout, self.statement_timeout) {
            (Some(role), Some(session)) => Some(role.min(session)),
            (role, session) => role.or(session),
        }
    }
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
    subject: Subject,
    columns: Vec<PgColumn>,
    parameters: Vec<PgType>,
    basis: Basis,
    /// For deciding again, when the clock or a setting that changes meaning has moved.
    parsed: Parsed,
    /// The windows, where they were found without parameters, and the moment they were found at.
    governed: Option<(DateTime<Utc>, Directives, Governed)>,
    planning: Duration,
    /// Written at its first run.
    texts: Texts,
}

impl Prepared {
    /// What the result's columns are.
    #[must_use]
    pub fn columns(&self) -> &[PgColumn] {
        &self.columns
    }

    /// The plan of a query; nothing where EXPLAIN tells of it.
    fn plan(&self) -> Option<&LogicalPlan> {
        match &self.subject {
            Subject::Query(bound) => Some(bound.plan()),
            Subject::Explain(_) => None,
        }
    }

    /// `$1` … with the types found for them.
    #[must_use]
    pub fn parameters(&self) -> &[PgType] {
        &self.parameters
    }

    /// The policy version that this was decided under. When the world has another one, prepare again.
    #[must_use]
    pub fn policy_version(&self) -> &str {
        &self.basis.policy_version
    }
}

/// Takes a query, or the query inside EXPLAIN, COPY, DECLARE or PREPARE, through the gates. A refusal is audited here.
///
/// # Errors
/// Each gate's refusal, with its SQLSTATE.
pub async fn prepare(parsed: Parsed, world: &Arc<World>, statement: &StatementContext) -> SqlResult<Arc<Prepared>> {
    let text = parsed.text().to_owned();
    world.metrics().statements_parsed.increment();
    match decided(parsed, world, statement).await {
        Ok(prepared) => Ok(Arc::new(prepared)),
        Err(error) => {
            audit_session_statement(&text, Err(&error), world, statement).await?;
            Err(error)
        }
    }
}

async fn decided(parsed: Parsed, world: &Arc<World>, statement: &StatementContext) -> SqlResult<Prepared> {
    let patience = Patience::new(statement.time(role(world, &statement.role)?));
    world.metrics().statements_bound.increment();
    let (world, statement) = (Arc::clone(world), statement.clone());
    on_large_stack(patience, move || decide(parsed, &world, &statement)).await
}

/// Starts a prepared statement with its parameters' values, which are of the types that [`Prepared::parameters`] tells.
///
/// # Errors
/// 53400 for a window or a limit, 53300 for too many statements at once, 58030 if it can't be audited.
pub async fn run(
    prepared: &Arc<Prepared>,
    parameters: Vec<ScalarValue>,
    world: &Arc<World>,
    statement: &StatementContext,
) -> SqlResult<Running> {
    let role = role(world, &statement.role)?;
    let mut record = record(&prepared.parsed, world, statement);
    record.cached_plan = prepared.basis.fits(world, statement);
    let mut accounting = Accounting::begin(world.services(), record).await?;
    match start(prepared, parameters, world, statement, &mut accounting).await {
        Ok(start) => Ok(Running::new(start, Arc::clone(role), statement, accounting)),
        Err(error) => Err(accounting.refused(error).await),
    }
}

/// What warehouses would be sent for a prepared statement, for policy tests. Nothing is run or recorded. A warehouse whose files the gateway reads itself is sent nothing: its scans are told as
/// statements that would read the same.
///
/// # Errors
/// 53400 for a window; 42501 where the role wants all of it at the warehouse.
pub async fn sent(
    prepared: &Arc<Prepared>,
    world: &Arc<World>,
    statement: &StatementContext,
) -> SqlResult<Vec<String>> {
    let role = role(world, &statement.role)?;
    let patience = Patience::new(statement.time(role));
    // A case has no values for parameters, so that nothing is known of what would be sent with some.
    if !prepared.parameters.is_empty() {
        return Ok(Vec::new());
    }
    let governed = windowed(prepared, Vec::new(), statement, patience).await?;
    let engine = world.engine().statement_for(role.limits.memory, patience, pushdown::tag(statement))?;
    let planned = engine.plan(&governed).await?;
    pushdown::require(role, statement, &planned)?;
    let pushed = planned.pushed_sql().into_iter().map(str::to_owned);
    Ok(pushed.chain(planned.scanned()).collect())
}

/// Everything between the audit record's beginning and the first row.
async fn start(
    prepared: &Arc<Prepared>,
    parameters: Vec<ScalarValue>,
    world: &Arc<World>,
    statement: &StatementContext,
    accounting: &mut Accounting,
) -> SqlResult<running::Start> {
    let started = Instant::now();
    let prepared = current(prepared, world, statement).await?;
    let role = role(world, &statement.role)?;
    accounting.take_turn(role, statement).await?;
    let start = match &prepared.subject {
        Subject::Query(bound) => {
            let patience = Patience::new(statement.time(role));
            let metrics = world.metrics();
            let mut windows = None;
            if ready::may_be_ready(bound) {
                if ready::has_windows(bound) {
                    windows = Some(windowed(&prepared, parameters.clone(), statement, patience).await?);
                }
                let ready = Texts::under(&prepared, windows.as_ref(), statement, patience, metrics).await?;
                if let Some(ready) = ready {
                    let run = running::Values { parameters: &parameters, windows: windows.as_ref() };
                    let start = running::Start::ready(&prepared, &ready, run, role, statement, accounting).await?;
                    accounting.planned(prepared.planning + started.elapsed());
                    return Ok(start);
                }
            }
            metrics.statements_lowered.increment();
            let governed = match windows {
                Some(governed) => governed,
                None => windowed(&prepared, parameters, statement, patience).await?,
            };
            running::Start::query(&prepared, governed, world, statement, patience, accounting).await?
        }
        Subject::Explain(explained) => {
            let rows = explain::rows(explained, &prepared, parameters, world, statement, accounting).await?;
            running::Start::rows(&prepared, rows)
        }
    };
    accounting.planned(prepared.planning + started.elapsed());
    Ok(start)
}

/// The statement as it is decided now: the same, unless the clock, the policy or a setting that changes meaning has moved since.
async fn current(
    prepared: &Arc<Prepared>,
    world: &Arc<World>,
    statement: &StatementContext,
) -> SqlResult<Arc<Prepared>> {
    if prepared.basis.fits(world, statement) {
        return Ok(Arc::clone(prepared));
    }
    let statement = StatementContext { declared_parameters: prepared.parameters.clone(), ..statement.clone() };
    let again = decided(prepared.parsed.clone(), world, &statement).await?;
    let same = |a: &PgColumn, b: &PgColumn| a.name == b.name && a.ty == b.ty && a.typmod == b.typmod;
    let unchanged = again.columns.len() == prepared.columns.len()
        && again.columns.iter().zip(&prepared.columns).all(|(a, b)| same(a, b))
        && again.parameters == prepared.parameters;
    if !unchanged {
        return Err(SqlError::unsupported("cached plan must not change result type"));
    }
    Ok(Arc::new(again))
}

/// Puts the parameters in, and finds the windows: only now are all bounds known.
async fn windowed(
    prepared: &Arc<Prepared>,
    parameters: Vec<ScalarValue>,
    statement: &StatementContext,
    patience: Patience,
) -> SqlResult<Governed> {
    if let Some((moment, session, governed)) = &prepared.governed
        && *moment == statement.statement_time
        && *session == statement.window
    {
        return Ok(governed.clone());
    }
    let (prepared, statement) = (Arc::clone(prepared), statement.clone());
    let windowed = move || decide::windowed(&prepared.subject, parameters, &prepared.parsed, &statement);
    on_large_stack(patience, windowed).await
}

/// Audits a statement that never leaves the session (SET, BEGIN, FETCH …), and one that did not parse.
///
/// # Errors
/// 58030 if the record can't be written; then the statement must not take effect.
pub async fn audit_session_statement(
    text: &str,
    outcome: Result<(), &SqlError>,
    world: &Arc<World>,
    statement: &StatementContext,
) -> SqlResult<()> {
    let mut record = Record { sql: text.to_owned(), ..blank(world, statement) };
    match outcome {
        Ok(()) => record.decision = Decision::Allowed,
        Err(error) => {
            let report = error.report();
            record.sqlstate = Some(report.sqlstate.code());
            record.rule = report.rule;
        }
    }
    world.audit().begin(record).await?.write().await
}

fn record(parsed: &Parsed, world: &World, statement: &StatementContext) -> Record {
    Record { sql: parsed.text().to_owned(), ..blank(world, statement) }
}

fn blank(world: &World, statement: &StatementContext) -> Record {
    Record {
        time: statement.statement_time,
        session: statement.session.clone(),
        user: statement.user.clone(),
        role: statement.role.0.clone(),
        application_name: statement.application_name.clone(),
        client_addr: statement.client_addr.clone(),
        policy_version: world.version().to_owned(),
        ..Record::default()
    }
}

/// The role that a statement runs as. It was the user's when the session chose it; a reload may have taken it away.
fn role<'a>(world: &'a World, name: &RoleName) -> SqlResult<&'a Arc<Role>> {
    world.role(name).ok_or_else(|| {
        SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, format!("role \"{name}\" does not exist"))
            .rule("role")
            .detail("The policy was changed since this session began.")
            .hint("Choose another role with SET ROLE, or connect again.")
    })
}
