//! The real [`Engine`]: the pipeline over the current world, and its users.

use super::authentication::{Account, Credentials};
use crate::catalog::Known;
use crate::error::{SqlError, SqlResult};
use crate::pipeline::{self, Notice, Prepared, Running, StatementContext};
use crate::session::engine::{Decided, Engine, Flow};
use crate::types::{PgColumn, PgType};
use crate::users::Verifier;
use crate::world::Current;
use async_trait::async_trait;
use datafusion::arrow::array::RecordBatch;
use datafusion::common::ScalarValue;
use guard::parse::{Parsed, StatementLimits};
use guard::policy::RoleName;
use std::sync::Arc;

/// The pipeline over whatever world is current when a statement starts.
#[derive(Debug)]
pub struct Gateway {
    current: Arc<Current>,
}

impl Gateway {
    #[must_use]
    pub fn new(current: Arc<Current>) -> Self {
        Self { current }
    }
}

#[async_trait]
impl Engine for Gateway {
    fn limits(&self) -> StatementLimits {
        *self.current.now().statement_limits()
    }

    fn policy_version(&self) -> String {
        self.current.now().version().to_owned()
    }

    fn home_schemas(&self, role: &RoleName) -> Vec<String> {
        self.current.now().role(role).map(|role| role.home_schemas()).unwrap_or_default()
    }

    async fn prepare(&self, parsed: Parsed, context: &StatementContext) -> SqlResult<Arc<dyn Decided>> {
        let prepared = pipeline::prepare(parsed, &self.current.now(), context).await?;
        Ok(Arc::new(Plan { prepared, current: Arc::clone(&self.current) }))
    }

    async fn arguments(
        &self,
        parsed: &Parsed,
        types: &[PgType],
        context: &StatementContext,
    ) -> SqlResult<Vec<ScalarValue>> {
        pipeline::arguments(parsed, types, &self.current.now(), context).await
    }

    fn known(&self, context: &StatementContext) -> Option<Arc<Known>> {
        pipeline::known(&self.current.now(), context).ok()
    }

    async fn audit(&self, text: &str, outcome: Result<(), &SqlError>, context: &StatementContext) -> SqlResult<()> {
        pipeline::audit_session_statement(text, outcome, &self.current.now(), context).await
    }
}

/// A plan, and the worlds it may run in.
struct Plan {
    prepared: Arc<Prepared>,
    current: Arc<Current>,
}

#[async_trait]
impl Decided for Plan {
    fn columns(&self) -> &[PgColumn] {
        self.prepared.columns()
    }

    fn parameters(&self) -> &[PgType] {
        self.prepared.parameters()
    }

    fn policy_version(&self) -> &str {
        self.prepared.policy_version()
    }

    async fn run(&self, parameters: Vec<ScalarValue>, context: &StatementContext) -> SqlResult<Box<dyn Flow>> {
        let running = pipeline::run(&self.prepared, parameters, &self.current.now(), context).await?;
        Ok(Box::new(Rows(running)))
    }
}

struct Rows(Running);

#[async_trait]
impl Flow for Rows {
    async fn next(&mut self) -> Option<SqlResult<RecordBatch>> {
        self.0.next().await
    }

    fn take_notices(&mut self) -> Vec<Notice> {
        self.0.take_notices()
    }

    fn window(&self) -> String {
        self.0.window().to_owned()
    }

    fn cell_limit(&self) -> Option<u64> {
        self.0.cell_limit()
    }

    async fn finish(self: Box<Self>) -> SqlResult<()> {
        self.0.finish().await
    }
}

impl Credentials for Gateway {
    fn find(&self, user: &str) -> Option<Account> {
        let world = self.current.now();
        world.users().find(user).map(|user| Account {
            verifier: user.verifier.clone(),
            roles: user.roles.clone(),
            valid_until: user.valid_until,
        })
    }

    fn mock(&self, user: &str) -> Verifier {
        self.current.now().users().mock_verifier(user)
    }
}
