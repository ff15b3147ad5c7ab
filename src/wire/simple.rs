//! The simple protocol: one message, any number of statements, in order, up to the first failure.

use super::backend;
use super::connection::{Answer, Connection, Stop};
use crate::error::{SqlError, SqlResult};
use crate::session::statement;
use guard::SqlState;
use guard::parse::{Parsed, Statement, parse};
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Connection<S> {
    /// Works a Query message off.
    pub async fn query(&mut self, text: &str) -> Answer {
        self.session.forget_statement("");
        self.session.portals.remove("");
        let parsed = self.parsed(text).await?;
        let statements: Vec<Parsed> =
            parsed.into_iter().filter(|parsed| !matches!(parsed.statement(), Statement::Empty)).collect();
        if statements.is_empty() {
            backend::empty_query_response(&mut self.io.output);
            return Ok(());
        }
        let several = statements.len() > 1;
        for parsed in statements {
            self.one(parsed, several).await?;
        }
        Ok(())
    }

    /// Parses, and audits what does not.
    pub async fn parsed(&mut self, text: &str) -> Answer<Vec<Parsed>> {
        match parse(text, &self.server.engine.limits()) {
            Ok(parsed) => Ok(parsed),
            Err(refusal) => {
                let error = SqlError::from(refusal);
                self.audit_failure(text, &error).await?;
                Err(Stop::Failed(error))
            }
        }
    }

    /// The audit record of what failed before it came to the pipeline.
    pub async fn audit_failure(&mut self, text: &str, error: &SqlError) -> Answer {
        let context = self.context();
        let engine = Arc::clone(&self.server.engine);
        engine.audit(text, Err(error), &context).await.map_err(Stop::Failed)
    }

    /// One statement; its time starts now.
    async fn one(&mut self, parsed: Parsed, several: bool) -> Answer {
        if self.session.transaction.failed() && !statement::ends_transaction(parsed.statement()) {
            let error = statement::aborted();
            self.audit_failure(parsed.text(), &error).await?;
            return Err(Stop::Failed(error));
        }
        if several {
            self.session.enter_implicit_block();
        } else {
            self.session.enter();
        }
        self.interrupts = None;
        let text = parsed.text().to_owned();
        self.starts(&text);
        let statement = self.plan(parsed, Vec::new()).await?;
        no_parameters(&statement)?;
        let mut portal = self.bound(Arc::new(statement), Vec::new(), Vec::new());
        self.run(&mut portal, usize::MAX, true).await
    }
}

/// There is nothing to give them values from.
fn no_parameters(statement: &crate::session::portal::PreparedStatement) -> SqlResult<()> {
    if statement.own_parameters().is_empty() {
        return Ok(());
    }
    Err(SqlError::new(SqlState::UNDEFINED_PARAMETER, "there is no parameter $1"))
}
