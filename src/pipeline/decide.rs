//! From [`Parsed`] to [`Prepared`]: gate 1, binding, gate 2, and the windows where no parameter stands in their way.
//!
//! Comes in: a parsed statement, the world, who asks. Goes out: the decision. Must never: do I/O, or run on a stack that a deep statement could overflow.

use super::relations::WorldRelations;
use super::{Prepared, StatementContext, govern, role};
use crate::catalog::{Known, System};
use crate::error::{SqlError, SqlResult};
use crate::functions::Catalogue;
use crate::plan::typed::{BindContext, Clock};
use crate::plan::{self, Bound};
use crate::types::{Display, PgColumn, PgType};
use crate::window::{Governed, WindowRequest};
use crate::world::World;
use chrono::{DateTime, Utc};
use datafusion::common::ScalarValue;
use guard::admit::{self, Admitted, Asking};
use guard::parse::statement::{Explain, ExplainOptions, ExplainTarget};
use guard::parse::{Parsed, Statement};
use std::cell::RefCell;
use std::sync::Arc;
use std::time::Instant;

/// What a prepared statement does.
#[derive(Debug)]
pub enum Subject {
    Query(Box<Bound>),
    Explain(Box<Explained>),
}

/// What EXPLAIN tells of: the query as it was decided, or why it was refused (which only `EXPLAIN (POLICY)` keeps).
#[derive(Debug)]
pub struct Explained {
    pub options: ExplainOptions,
    pub bound: Result<Bound, SqlError>,
}

/// What a decision depends on beside the statement's text.
#[derive(Debug)]
pub struct Basis {
    pub policy_version: String,
    user: String,
    role: String,
    search_path: Vec<String>,
    display: Display,
    /// The transaction's and the statement's time, for a plan that asked.
    clock: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Basis {
    fn new(world: &World, statement: &StatementContext, reads_clock: bool) -> Self {
        Self {
            policy_version: world.version().to_owned(),
            user: statement.user.clone(),
            role: statement.role.0.clone(),
            search_path: statement.search_path.clone(),
            display: statement.display.clone(),
            clock: reads_clock.then_some((statement.transaction_time, statement.statement_time)),
        }
    }

    /// Whether the same decision would be made now.
    pub fn fits(&self, world: &World, statement: &StatementContext) -> bool {
        let Self { policy_version, user, role, search_path, display, clock } = self;
        *policy_version == world.version()
            && *user == statement.user
            && *role == statement.role.0
            && *search_path == statement.search_path
            && *display == statement.display
            && clock.is_none_or(|clock| clock == (statement.transaction_time, statement.statement_time))
    }
}

pub fn decide(parsed: Parsed, world: &World, statement: &StatementContext) -> SqlResult<Prepared> {
    let started = Instant::now();
    let context = context(world, statement)?;
    let explain = match parsed.statement() {
        Statement::Explain(Explain { options, target: ExplainTarget::Query(_) }) => Some(*options),
        Statement::Explain(Explain { options: _, target: ExplainTarget::Execute(_) }) => {
            return Err(SqlError::internal("EXPLAIN EXECUTE without the query that was prepared"));
        }
        _ => None,
    };
    let bound = admit(&parsed, world, statement).and_then(|admitted| {
        plan::bind(admitted, parsed.text(), &WorldRelations { world, statement, context: &context }, &context)
    });
    let (subject, columns, parameters) = match (explain, bound) {
        (None, bound) => {
            let bound = bound?;
            let (columns, parameters) = (bound.columns().to_vec(), bound.parameters().to_vec());
            (Subject::Query(Box::new(bound)), columns, parameters)
        }
        (Some(options), bound) if options.policy || bound.is_ok() => {
            let parameters = bound.as_ref().map(|bound| bound.parameters().to_vec()).unwrap_or_default();
            (Subject::Explain(Box::new(Explained { options, bound })), super::explain::columns(options), parameters)
        }
        (Some(_), bound) => {
            return Err(bound.err().unwrap_or_else(|| SqlError::internal("an explained error is gone")));
        }
    };
    // Without parameters a missing window is found now, so that Parse and Describe refuse what Execute would.
    let governed = match &subject {
        Subject::Query(_) if parameters.is_empty() => {
            let governed = windowed(&subject, Vec::new(), &parsed, statement)?;
            Some((statement.statement_time, statement.window.clone(), governed))
        }
        Subject::Query(_) | Subject::Explain(_) => None,
    };
    Ok(Prepared {
        subject,
        columns,
        parameters,
        basis: Basis::new(world, statement, context.clock.is_read()),
        parsed,
        governed,
        planning: started.elapsed(),
        texts: super::ready::Texts::default(),
    })
}

/// The windows of a query, its parameters put in.
pub fn windowed(
    subject: &Subject,
    parameters: Vec<ScalarValue>,
    parsed: &Parsed,
    statement: &StatementContext,
) -> SqlResult<Governed> {
    match subject {
        Subject::Query(bound) => windows_of(bound, parameters, parsed, statement),
        Subject::Explain(explained) => match &explained.bound {
            Ok(bound) => windows_of(bound, parameters, parsed, statement),
            Err(error) => Err(error.clone()),
        },
    }
}

fn windows_of(
    bound: &Bound,
    parameters: Vec<ScalarValue>,
    parsed: &Parsed,
    statement: &StatementContext,
) -> SqlResult<Governed> {
    let bound = bound.with_parameters(parameters)?;
    let request = WindowRequest {
        directive: parsed.directives().clone(),
        session: statement.window.clone(),
        text: parsed.text().to_owned(),
    };
    govern(bound, &request, statement.statement_time)
}

fn admit(parsed: &Parsed, world: &World, statement: &StatementContext) -> SqlResult<Admitted> {
    let asking = Asking {
        user: &statement.user,
        role: role(world, &statement.role)?,
        policy: world.policy(),
        system: &System,
        functions: &Catalogue,
        search_path: &statement.search_path,
        database: &statement.database,
    };
    Ok(admit::admit(parsed, &asking)?)
}

/// What the statement's values and functions may know of the catalogs.
///
/// # Errors
/// 42704 if the policy has no such role.
pub fn known(world: &World, statement: &StatementContext) -> SqlResult<Arc<Known>> {
    Ok(Arc::new(Known {
        view: world.catalog(&statement.role)?,
        search_path: statement.search_path.clone(),
        user: statement.user.clone(),
        role: statement.role.0.clone(),
        database: statement.database.clone(),
        settings: Arc::clone(&statement.settings),
        activity: Arc::clone(&statement.activity),
    }))
}

fn context(world: &World, statement: &StatementContext) -> SqlResult<BindContext> {
    let known = Some(known(world, statement)?);
    let catalog = world.catalog(&statement.role)?;
    let there = |schema: &&String| catalog.schema_oid(schema).is_some();
    let search_path = statement.search_path.iter().filter(there).cloned().collect();
    Ok(BindContext {
        clock: Clock::new(statement.transaction_time, statement.statement_time),
        display: Display { known, ..statement.display.clone() },
        user: statement.user.clone(),
        role: statement.role.0.clone(),
        database: statement.database.clone(),
        search_path,
        parameters: RefCell::new(statement.declared_parameters.clone()),
        settings: (*statement.settings).clone(),
        backend_pid: statement.backend_pid,
        catalog,
        activity: Arc::clone(&statement.activity),
        session: Arc::clone(&statement.session_settings),
    })
}

/// The columns of a result, for a statement that says them itself.
pub fn text_column(name: &str, ty: PgType) -> PgColumn {
    PgColumn { name: name.to_owned(), ty, typmod: -1, table_oid: 0, attnum: 0 }
}
