//! The extended protocol: Parse, Bind, Describe, Execute, Close.

use super::backend;
use super::connection::{Answer, Connection, Stop, violation};
use super::frontend::{Bind, Target};
use super::parameters;
use crate::error::{SqlError, SqlResult};
use crate::session::portal::{PreparedStatement, Progress};
use crate::session::statement;
use crate::types::PgType;
use guard::SqlState;
use guard::parse::Statement;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Connection<S> {
    /// Parse.
    pub async fn parse(&mut self, name: &str, text: &str, types: &[u32]) -> Answer {
        if name.is_empty() {
            self.session.forget_statement("");
        }
        self.session.enter();
        self.starts(text);
        let mut parsed = self.parsed(text).await?;
        if parsed.len() > 1 {
            parsed.retain(|parsed| !matches!(parsed.statement(), Statement::Empty));
        }
        let (Some(parsed), true) = (parsed.pop(), parsed.is_empty()) else {
            let error =
                SqlError::new(SqlState::SYNTAX_ERROR, "cannot insert multiple commands into a prepared statement");
            self.audit_failure(text, &error).await?;
            return Err(Stop::Failed(error));
        };
        self.not_aborted(parsed.statement())?;
        let statement = self.plan(parsed, declared(types)?).await?;
        self.session.keep_statement(name, Arc::new(statement))?;
        backend::parse_complete(&mut self.io.output);
        Ok(())
    }

    fn not_aborted(&self, statement: &Statement) -> SqlResult<()> {
        if self.session.transaction.failed()
            && !statement::ends_transaction(statement)
            && !matches!(statement, Statement::Empty)
        {
            return Err(statement::aborted());
        }
        Ok(())
    }

    /// Bind.
    pub async fn bind(&mut self, bind: Bind) -> Answer {
        self.session.enter();
        let text = self.session.statement(&bind.statement)?.text.clone();
        self.starts(&text);
        let statement = self.fresh_statement(&bind.statement).await?;
        self.not_aborted(statement.statement())?;
        if bind.portal.is_empty() {
            self.session.portals.remove("");
        }
        self.session.portal_name_free(&bind.portal)?;
        let display = self.display_of(statement.own_parameters());
        let now = self.session.transaction.started().unwrap_or(self.session.statement_time);
        let values = parameters::decode_all(
            bind.parameters.iter().map(Option::as_deref),
            &bind.parameter_formats,
            statement.own_parameters(),
            &bind.statement,
            &display,
            now,
        )?;
        let formats = result_formats(&bind.result_formats, &statement)?;
        let portal = self.bound(statement, values, formats);
        self.session.keep_portal(&bind.portal, portal)?;
        backend::bind_complete(&mut self.io.output);
        Ok(())
    }

    /// Describe.
    pub fn describe(&mut self, target: Target) -> Answer {
        match target {
            Target::Statement(name) => {
                let statement = self.session.statement(&name)?;
                if statement.columns.is_some() {
                    self.not_aborted(statement.statement())?;
                }
                let parameters = statement.own_parameters().iter().map(PgType::oid);
                backend::parameter_description(&mut self.io.output, parameters);
                match &statement.columns {
                    Some(columns) => backend::row_description(&mut self.io.output, columns, &[]),
                    None => backend::no_data(&mut self.io.output),
                }
            }
            Target::Portal(name) => {
                let portal = self.session.portals.get(&name).ok_or_else(|| no_portal(&name))?;
                if portal.columns.is_some() {
                    self.not_aborted(portal.statement.statement())?;
                }
                match &portal.columns {
                    Some(columns) => backend::row_description(&mut self.io.output, columns, &portal.formats),
                    None => backend::no_data(&mut self.io.output),
                }
            }
        }
        Ok(())
    }

    /// Execute.
    pub async fn execute(&mut self, name: &str, limit: usize) -> Answer {
        let mut portal = self.session.portals.remove(name).ok_or_else(|| no_portal(name))?;
        if portal.progress == Progress::Done && portal.columns.is_none() {
            return Err(Stop::Failed(statement::not_runnable(name)));
        }
        self.session.enter();
        let text = portal.statement.text.clone();
        self.starts(&text);
        let depth = self.session.transaction.depth();
        let answer = self.run(&mut portal, limit, false).await;
        self.interrupts = None;
        answer?;
        // A statement that ended its transaction, or a savepoint that the portal was made under, took the portal with it.
        let state = self.session.transaction.state();
        let lives = state != crate::session::transaction::State::Idle
            && (portal.depth <= self.session.transaction.depth() || depth <= self.session.transaction.depth());
        if lives || portal.held() {
            self.session.portals.entry(name.to_owned()).or_insert(portal);
        }
        Ok(())
    }

    /// Close, which never fails.
    pub fn close(&mut self, target: &Target) -> Answer {
        match target {
            Target::Statement(name) => self.session.forget_statement(name),
            Target::Portal(name) => drop(self.session.portals.remove(name)),
        }
        backend::close_complete(&mut self.io.output);
        Ok(())
    }
}

fn no_portal(name: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_CURSOR_NAME, format!("portal \"{name}\" does not exist"))
}

/// 0 is a type that the server finds.
fn declared(types: &[u32]) -> SqlResult<Vec<PgType>> {
    let one = |oid: &u32| match oid {
        0 | 705 => Ok(PgType::Unknown),
        oid => PgType::from_oid(*oid)
            .ok_or_else(|| SqlError::new(SqlState::UNDEFINED_OBJECT, format!("type with OID {oid} does not exist"))),
    };
    types.iter().map(one).collect()
}

/// None is text for all, one is that one for all.
fn format_of(formats: &[i16], at: usize) -> SqlResult<i16> {
    let format = match formats {
        [] => 0,
        [all] => *all,
        each => each.get(at).copied().unwrap_or(0),
    };
    match format {
        0 | 1 => Ok(format),
        other => Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, format!("unsupported format code: {other}"))),
    }
}

fn result_formats(formats: &[i16], statement: &PreparedStatement) -> SqlResult<Vec<i16>> {
    let columns = statement.columns.as_ref().map_or(0, |columns| columns.len());
    if formats.len() > 1 && formats.len() != columns && statement.columns.is_some() {
        return Err(violation(format!(
            "bind message has {} result formats but query has {columns} columns",
            formats.len()
        )));
    }
    (0..columns).map(|at| format_of(formats, at)).collect()
}
