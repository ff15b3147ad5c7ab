//! A statement that the command line asks about: who asks, and through the same gates as everybody.

use crate::catalog::Alone;
use crate::error::{SqlError, SqlResult};
use crate::functions::settings::NoSettings;
use crate::pipeline::{self, OnRowLimit, Prepared, StatementContext};
use crate::types::Display;
use crate::world::World;
use chrono::Utc;
use guard::SqlState;
use guard::document::nearest;
use guard::parse::{Directives, Parsed, parse};
use guard::policy::RoleName;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// A session's settings as they are before a client sets any.
pub(super) fn context(world: &World, user: &str, role: &RoleName, window: Directives) -> StatementContext {
    let now = Utc::now();
    StatementContext {
        session: "command-line".to_owned(),
        backend_pid: 0,
        user: user.to_owned(),
        role: role.clone(),
        application_name: "tollgate".to_owned(),
        client_addr: None,
        transaction_time: now,
        statement_time: now,
        display: Display::default(),
        search_path: world.role(role).map(|role| role.home_schemas()).unwrap_or_default(),
        database: world.config().server.database.clone(),
        window,
        settings: Arc::new(BTreeMap::new()),
        declared_parameters: Vec::new(),
        require_pushdown: None,
        on_row_limit: OnRowLimit::Error,
        statement_timeout: None,
        cancel: CancellationToken::new(),
        notices: false,
        is_operator: true,
        activity: Arc::new(Alone),
        names: Arc::new(Alone),
        session_settings: Arc::new(NoSettings),
    }
}

/// Whether there is such a role; if not, what to say, with the nearest name.
pub(super) fn known_role(world: &World, role: &RoleName) -> Result<(), String> {
    if world.role(role).is_some() {
        return Ok(());
    }
    let hint = nearest(&role.0, world.policy().roles.keys().map(|name| name.0.as_str()));
    let hint = hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
    Err(format!("there is no role \"{role}\"{hint}"))
}

/// The one statement that a text holds.
pub(super) fn one(text: &str, world: &World) -> SqlResult<Parsed> {
    let mut statements = parse(text, world.statement_limits())?.into_iter();
    match (statements.next(), statements.next()) {
        (Some(statement), None) => Ok(statement),
        _ => Err(SqlError::new(SqlState::SYNTAX_ERROR, "one statement is wanted")),
    }
}

/// Takes a text through the gates.
pub(super) async fn prepare(text: &str, world: &Arc<World>, context: &StatementContext) -> SqlResult<Arc<Prepared>> {
    pipeline::prepare(one(text, world)?, world, context).await
}
