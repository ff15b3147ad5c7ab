//! A session: who it is, its settings, its transaction, its prepared statements and portals.
//!
//! Comes in: the principal that authentication found, parsed session statements. Goes out: changed state, the [`StatementContext`] of each statement. Must never: look inside a query's SQL,
//! take a name or a role from anything but authentication.

pub mod cursor;
pub mod engine;
pub mod held;
pub mod portal;
pub mod registry;
pub mod settings;
pub mod statement;
pub mod transaction;

use crate::catalog::{Activity, CursorName, Names, PreparedName};
use crate::error::{SqlError, SqlResult};
use crate::functions::settings::SessionSettings;
use crate::pipeline::{OnRowLimit, StatementContext};
use crate::types::PgType;
use chrono::{DateTime, Utc};
use datafusion::common::ScalarValue;
use guard::SqlState;
use guard::policy::RoleName;
use held::Holdings;
use portal::{Portal, PreparedStatement};
use settings::Settings;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio_util::sync::CancellationToken;
use transaction::Transaction;

/// Who the session is, from authentication alone.
#[derive(Clone, Debug)]
pub struct Principal {
    pub user: String,
    /// The roles held; the first is the one a session starts with.
    pub roles: Vec<RoleName>,
    /// The session's id in the audit record.
    pub session: String,
    pub client_addr: Option<String>,
    pub database: String,
    pub backend_pid: i32,
}

/// Settings that `set_config` in a running statement may change too.
#[derive(Clone, Debug, Default)]
pub struct SharedSettings(Arc<Mutex<Settings>>);

impl SharedSettings {
    /// The settings, for as long as the guard lives; never across an await.
    pub fn lock(&self) -> MutexGuard<'_, Settings> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SessionSettings for SharedSettings {
    fn show(&self, name: &str) -> SqlResult<String> {
        self.lock().show(name)
    }

    fn set_config(&self, name: &str, value: Option<&str>, local: bool) -> SqlResult<String> {
        let mut settings = self.lock();
        match value {
            Some(value) => settings.set(name, value, local)?,
            None => settings.reset(name, local)?,
        }
        settings.show(name)
    }
}

/// The state of one connection after authentication.
pub struct Session {
    principal: Principal,
    pub settings: SharedSettings,
    /// The same settings, as a running statement gets at them.
    session_settings: Arc<dyn SessionSettings>,
    activity: Arc<dyn Activity>,
    pub transaction: Transaction,
    /// Shared with the statement that runs, which may list them.
    pub statements: Arc<BTreeMap<String, Arc<PreparedStatement>>>,
    pub portals: BTreeMap<String, Portal>,
    /// What statements and portals hold.
    pub holdings: Holdings,
    /// When the message that is being worked on arrived.
    pub statement_time: DateTime<Utc>,
}

/// More names than this in one session are refused: each holds a plan.
const NAMES: usize = 10_000;

impl Session {
    #[must_use]
    pub fn new(principal: Principal, settings: Settings, activity: Arc<dyn Activity>) -> Self {
        let settings = SharedSettings(Arc::new(Mutex::new(settings)));
        let session = Self {
            principal,
            session_settings: Arc::new(settings.clone()),
            settings,
            activity,
            transaction: Transaction::default(),
            statements: Arc::default(),
            portals: BTreeMap::new(),
            holdings: Holdings::default(),
            statement_time: Utc::now(),
        };
        session.settings.lock().tell("session_authorization", session.principal.user.clone());
        session
    }

    #[must_use]
    pub fn principal(&self) -> &Principal {
        &self.principal
    }

    /// The role that the session has now.
    #[must_use]
    pub fn role(&self) -> RoleName {
        let settings = self.settings.lock();
        match (settings.text("role"), self.principal.roles.first()) {
            ("none", Some(first)) => first.clone(),
            (role, _) => RoleName(role.to_owned()),
        }
    }

    /// What a statement is decided by, beside its text.
    #[must_use]
    pub fn context(&self, cancel: &CancellationToken) -> StatementContext {
        let role = self.role();
        let mut settings = self.settings.lock();
        let principal = &self.principal;
        StatementContext {
            session: principal.session.clone(),
            backend_pid: principal.backend_pid,
            user: principal.user.clone(),
            role,
            application_name: settings.text("application_name").to_owned(),
            client_addr: principal.client_addr.clone(),
            transaction_time: self.transaction.started().unwrap_or(self.statement_time),
            statement_time: self.statement_time,
            display: settings.display(),
            search_path: settings.search_path(&principal.user),
            database: principal.database.clone(),
            window: settings.window(),
            declared_parameters: Vec::new(),
            require_pushdown: settings.chosen("tollgate.require_pushdown"),
            on_row_limit: match settings.text("tollgate.on_row_limit") {
                "truncate" => OnRowLimit::Truncate,
                _ => OnRowLimit::Error,
            },
            statement_timeout: settings.limit("statement_timeout"),
            cancel: cancel.clone(),
            is_operator: false,
            notices: settings.on("tollgate.notices"),
            settings: settings.all(),
            activity: Arc::clone(&self.activity),
            names: Arc::new(self.names()),
            session_settings: Arc::clone(&self.session_settings),
        }
    }

    fn names(&self) -> OwnNames {
        let named = self.portals.iter().filter(|(name, _)| !name.is_empty());
        let cursors = named.map(|(name, portal)| CursorName {
            name: name.clone(),
            statement: portal.statement.parsed.text().to_owned(),
            holdable: portal.held(),
            binary: portal.declared.is_some_and(|declared| declared.binary),
            scrollable: portal.declared.is_some_and(|declared| declared.scroll != Some(false)),
            created: portal.created,
        });
        OwnNames { statements: Arc::clone(&self.statements), cursors: cursors.collect() }
    }

    /// Forgets the statement of that name, if there is one.
    pub fn forget_statement(&mut self, name: &str) {
        if self.statements.contains_key(name) {
            Arc::make_mut(&mut self.statements).remove(name);
        }
    }

    /// Keeps a statement under a name; the empty name is replaced, another is not.
    ///
    /// # Errors
    /// 42P05 if the name is taken; 53200 if the session holds too much.
    pub fn keep_statement(&mut self, name: &str, mut statement: Arc<PreparedStatement>) -> SqlResult<()> {
        if !name.is_empty() && self.statements.contains_key(name) {
            return Err(SqlError::new(
                SqlState::DUPLICATE_PREPARED_STATEMENT,
                format!("prepared statement \"{name}\" already exists"),
            ));
        }
        if self.statements.len() >= NAMES {
            return Err(too_many("prepared statements"));
        }
        if !name.is_empty() {
            let held = self.holdings.hold(name.len() + statement.parsed.text().len())?;
            Arc::make_mut(&mut statement).held = Some(Arc::new(held));
        }
        Arc::make_mut(&mut self.statements).insert(name.to_owned(), statement);
        Ok(())
    }

    /// The prepared statement of that name.
    ///
    /// # Errors
    /// 26000 if there is none.
    pub fn statement(&self, name: &str) -> SqlResult<Arc<PreparedStatement>> {
        self.statements.get(name).cloned().ok_or_else(|| {
            let message = match name {
                "" => "unnamed prepared statement does not exist".to_owned(),
                name => format!("prepared statement \"{name}\" does not exist"),
            };
            SqlError::new(SqlState::INVALID_SQL_STATEMENT_NAME, message)
        })
    }

    /// Keeps a portal or cursor under a name; the empty name is replaced, another is not.
    ///
    /// # Errors
    /// 42P03 if the name is taken; 53200 if the session holds too much.
    pub fn keep_portal(&mut self, name: &str, mut portal: Portal) -> SqlResult<()> {
        self.portal_name_free(name)?;
        portal.depth = self.transaction.depth();
        if !name.is_empty() {
            let values: usize = portal.values.iter().map(ScalarValue::size).sum();
            portal.held = Some(self.holdings.hold(name.len() + values)?);
        }
        self.portals.insert(name.to_owned(), portal);
        Ok(())
    }

    /// # Errors
    /// 42P03 if a portal of that name exists, the unnamed one excepted.
    pub fn portal_name_free(&self, name: &str) -> SqlResult<()> {
        if !name.is_empty() && self.portals.contains_key(name) {
            return Err(SqlError::new(SqlState::DUPLICATE_CURSOR, format!("cursor \"{name}\" already exists")));
        }
        if self.portals.len() >= NAMES {
            return Err(too_many("portals"));
        }
        Ok(())
    }
}

/// What a session had under a name when a statement of it started.
struct OwnNames {
    statements: Arc<BTreeMap<String, Arc<PreparedStatement>>>,
    cursors: Vec<CursorName>,
}

impl fmt::Debug for OwnNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnNames").field("cursors", &self.cursors).finish_non_exhaustive()
    }
}

impl Names for OwnNames {
    fn prepared(&self) -> Vec<PreparedName> {
        let named = self.statements.iter().filter(|(name, _)| !name.is_empty());
        named
            .map(|(name, statement)| PreparedName {
                name: name.clone(),
                statement: statement.parsed.text().to_owned(),
                prepared: statement.prepared_at,
                parameter_types: statement.parameters.iter().map(PgType::oid).collect(),
                from_sql: statement.from_sql,
            })
            .collect()
    }

    fn cursors(&self) -> Vec<CursorName> {
        self.cursors.clone()
    }
}

fn too_many(what: &str) -> SqlError {
    SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, format!("too many {what} in one session"))
        .detail(format!("A session may have {NAMES}."))
        .rule("limit-names")
}
