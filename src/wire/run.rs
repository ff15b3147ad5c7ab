//! A portal runs: rows, COPY, cursors, and the statements of the session, the same for the simple and the extended protocol.
//!
//! Comes in: a bound portal. Goes out: its rows in blocks, each pulled when the socket took the one before, and its CommandComplete. Must never: say that a statement is complete before its
//! audit record is written.

use super::backend;
use super::connection::{Answer, Connection, Stop, wait_for};
use super::copy::CopyEncoder;
use super::rows::RowEncoder;
use crate::error::{SqlError, SqlResult};
use crate::pipeline::{StatementContext, explain_columns};
use crate::session::cursor::{Cursor, Keep};
use crate::session::engine::Decided;
use crate::session::portal::{Basis, Declared, Portal, PreparedStatement, Progress};
use crate::session::statement;
use crate::types::{PgColumn, PgType};
use datafusion::arrow::array::RecordBatch;
use datafusion::common::ScalarValue;
use guard::SqlState;
use guard::parse::statement::{CopyOptions, DeclareCursor, Execute, Explain, ExplainTarget, Fetch, FetchDirection};
use guard::parse::{Parsed, Statement};
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};

/// Rows that are encoded before the block is looked at.
const STRIDE: usize = 256;
/// The largest value that is sent, where the role has no lower limit: half of what a message can hold.
const CELL_LIMIT: usize = 512 << 20;

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Connection<S> {
    /// Takes a statement as far as it can be taken without parameters: a query through the gates.
    pub async fn plan(&mut self, parsed: Parsed, declared: Vec<PgType>) -> Answer<PreparedStatement> {
        let declared = match parsed.statement() {
            Statement::Prepare(prepare) => declared_types(&prepare.types)?,
            _ => declared,
        };
        let query = match parsed.statement() {
            Statement::Explain(Explain { options: _, target: ExplainTarget::Execute(_) }) => None,
            Statement::Query(_)
            | Statement::Explain(_)
            | Statement::Copy(_)
            | Statement::Declare(_)
            | Statement::Prepare(_) => Some(self.decide(parsed.clone(), &declared).await?),
            _ => None,
        };
        let columns = match (parsed.statement(), &query) {
            (Statement::Query(_) | Statement::Explain(_), Some(query)) => Some(Arc::from(query.columns())),
            (Statement::Explain(explain), None) => Some(Arc::from(explain_columns(explain.options))),
            (Statement::Execute(execute), _) => self.session.statement(&execute.name)?.columns.clone(),
            (Statement::Fetch(fetch), _) if !fetch.moves => {
                self.session.portals.get(&fetch.cursor).and_then(|portal| portal.columns.clone())
            }
            (other, _) => statement::columns(other).map(Arc::from),
        };
        let parameters = query.as_ref().map(|query| query.parameters().to_vec()).unwrap_or_default();
        let text = match parsed.statement() {
            Statement::Prepare(prepare) => prepare.text.clone(),
            _ => parsed.text().to_owned(),
        };
        let basis = self.basis(query.as_deref());
        let prepared_at = self.session.statement_time;
        Ok(PreparedStatement {
            text,
            parsed,
            query,
            declared,
            parameters,
            columns,
            basis,
            from_sql: false,
            prepared_at,
            held: None,
        })
    }

    async fn decide(&mut self, parsed: Parsed, declared: &[PgType]) -> Answer<Arc<dyn Decided>> {
        let context = StatementContext { declared_parameters: declared.to_vec(), ..self.context() };
        let engine = Arc::clone(&self.server.engine);
        self.interruptible(engine.prepare(parsed, &context)).await
    }

    /// Under what a query was decided, or would be decided now.
    fn basis(&self, query: Option<&dyn Decided>) -> Basis {
        let user = &self.session.principal().user;
        Basis {
            policy_version: query
                .map_or_else(|| self.server.engine.policy_version(), |query| query.policy_version().to_owned()),
            role: self.session.role(),
            search_path: self.session.settings.lock().search_path(user),
        }
    }

    /// The prepared statement of that name, decided again if policy, role or search path are others than they were.
    pub async fn fresh_statement(&mut self, name: &str) -> Answer<Arc<PreparedStatement>> {
        let statement = self.session.statement(name)?;
        if statement.query.is_none() || statement.basis == self.basis(None) {
            return Ok(statement);
        }
        let again = Arc::new(self.decided_again(&statement).await?);
        if let Some(kept) = Arc::make_mut(&mut self.session.statements).get_mut(name) {
            *kept = Arc::clone(&again);
        }
        Ok(again)
    }

    async fn decided_again(&mut self, statement: &PreparedStatement) -> Answer<PreparedStatement> {
        let query = self.decide(statement.parsed.clone(), &statement.parameters).await?;
        statement.same_result(query.as_ref())?;
        Ok(PreparedStatement { basis: self.basis(Some(query.as_ref())), query: Some(query), ..statement.clone() })
    }

    /// A statement with its parameters' values.
    pub fn bound(&self, statement: Arc<PreparedStatement>, values: Vec<ScalarValue>, formats: Vec<i16>) -> Portal {
        Portal {
            query: statement.query.clone(),
            columns: statement.columns.clone(),
            statement,
            values,
            formats,
            cursor: None,
            progress: Progress::Ready,
            depth: 0,
            declared: None,
            created: self.session.statement_time,
            held: None,
        }
    }

    /// Runs a portal, for at most `limit` rows. The simple protocol describes the rows first.
    pub async fn run(&mut self, portal: &mut Portal, limit: usize, describe: bool) -> Answer {
        let statement = Arc::clone(&portal.statement);
        if self.session.transaction.failed() && !statement::ends_transaction(statement.statement()) {
            return Err(Stop::Failed(statement::aborted()));
        }
        match statement.statement() {
            Statement::Empty => backend::empty_query_response(&mut self.io.output),
            Statement::Query(_) => self.run_rows(portal, "SELECT", limit, describe).await?,
            Statement::Explain(Explain { options: _, target: ExplainTarget::Execute(execute) }) => {
                self.explain_prepared(portal, execute).await?;
                self.run_rows(portal, "EXPLAIN", limit, describe).await?;
            }
            Statement::Explain(_) => self.run_rows(portal, "EXPLAIN", limit, describe).await?,
            // A cursor that is run through the protocol.
            Statement::Declare(_) if portal.declared.is_some() => {
                self.run_rows(portal, "SELECT", limit, describe).await?;
            }
            Statement::Declare(declare) => self.declare(portal, declare)?,
            Statement::Copy(copy) => self.copy(portal, &copy.options).await?,
            Statement::Fetch(fetch) => self.fetch(portal.formats.clone(), fetch, describe).await?,
            // What PREPARE kept, run through the protocol.
            Statement::Prepare(_) if statement.from_sql => self.run_rows(portal, "SELECT", limit, describe).await?,
            Statement::Prepare(prepare) => self.keep_prepared(&statement, &prepare.name)?,
            Statement::Execute(execute) => self.execute_prepared(portal, execute, limit, describe).await?,
            other => self.session_statement(portal, other, limit, describe).await?,
        }
        if portal.progress == Progress::Ready {
            portal.progress = Progress::Done;
        }
        Ok(())
    }

    /// A statement that never leaves the session.
    async fn session_statement(
        &mut self,
        portal: &mut Portal,
        statement: &Statement,
        limit: usize,
        describe: bool,
    ) -> Answer {
        if portal.cursor.is_none() {
            let context = self.context();
            let text = portal.statement.text.clone();
            let outcome = self.session.execute(statement, &text);
            let engine = Arc::clone(&self.server.engine);
            self.interruptible(engine.audit(&text, outcome.as_ref().map(|_| ()), &context)).await?;
            let outcome = outcome?;
            self.notify(&outcome.notices);
            match outcome.rows {
                None => {
                    backend::command_complete(&mut self.io.output, &outcome.tag);
                    return Ok(());
                }
                Some(batch) => portal.cursor = Some(Cursor::of_batch(batch)),
            }
        }
        self.run_rows(portal, "SHOW", limit, describe).await
    }

    /// The portal's rows, up to the limit.
    async fn run_rows(&mut self, portal: &mut Portal, verb: &str, limit: usize, describe: bool) -> Answer {
        let columns = portal.columns.clone().unwrap_or_default();
        let mut cursor = self.cursor(portal).await?;
        if describe {
            backend::row_description(&mut self.io.output, &columns, &portal.formats);
        }
        let sent = self.stream(&mut cursor, &columns, &portal.formats, limit).await?;
        // As in PostgreSQL, a portal that gave as many rows as were asked for may have more.
        if sent < limit {
            portal.progress = Progress::Done;
            let tag = if verb == "SELECT" { format!("SELECT {sent}") } else { verb.to_owned() };
            backend::command_complete(&mut self.io.output, &tag);
        } else {
            portal.progress = Progress::Suspended;
            backend::portal_suspended(&mut self.io.output);
        }
        portal.cursor = Some(cursor);
        Ok(())
    }

    /// Where the portal is; it starts to run now if it did not yet.
    async fn cursor(&mut self, portal: &mut Portal) -> Answer<Cursor> {
        if let Some(cursor) = portal.cursor.take() {
            return Ok(cursor);
        }
        let Some(query) = portal.query.clone() else {
            return Err(Stop::Failed(SqlError::internal("a portal without a query")));
        };
        let query = if query.policy_version() == self.server.engine.policy_version() {
            query
        } else {
            let statement = Arc::clone(&portal.statement);
            self.decided_again(&statement).await?.query.unwrap_or(query)
        };
        self.session.transaction.use_it();
        let context = self.context();
        let values = portal.values.clone();
        let flow = self.interruptible(query.run(values, &context)).await?;
        let keep = match portal.declared.map(|declared| declared.scroll) {
            Some(Some(true)) => Keep::All,
            Some(None) => Keep::WhileSmall,
            Some(Some(false)) | None => Keep::Nothing,
        };
        let cursor = Cursor::new(flow, keep, &self.session.holdings);
        self.session.settings.lock().tell("tollgate.window", cursor.window());
        Ok(cursor)
    }

    /// Sends rows until there are no more or `limit` were sent; how many.
    async fn stream(
        &mut self,
        cursor: &mut Cursor,
        columns: &[PgColumn],
        formats: &[i16],
        limit: usize,
    ) -> Answer<usize> {
        let display = self.display(columns);
        let encoder = RowEncoder::new(columns, formats, &display, cursor.cell_limit(CELL_LIMIT))?;
        let mut sent = 0;
        while sent < limit {
            let notices = cursor.take_notices();
            self.notify(&notices);
            let interrupts = self.interrupts.clone();
            let next = wait_for(&mut self.io, interrupts.as_ref(), cursor.forward(limit - sent)).await?;
            let Some(batch) = next else { break };
            self.send(&batch, |range, out| encoder.encode_batch(&batch, range, out)).await?;
            sent += batch.num_rows();
        }
        let notices = cursor.take_notices();
        self.notify(&notices);
        Ok(sent)
    }

    /// Writes out a batch, and looks at the clock and the socket after each stride and each block.
    async fn send(
        &mut self,
        batch: &RecordBatch,
        mut encode: impl FnMut(std::ops::Range<usize>, &mut bytes::BytesMut) -> SqlResult<usize>,
    ) -> Answer {
        let (mut next, rows) = (0, batch.num_rows());
        while next < rows {
            let stride = next..rows.min(next + STRIDE);
            next += whole_or_nothing(&mut self.io.output, |out| encode(stride, out))?;
            self.flush_if_large().await?;
        }
        Ok(())
    }

    /// COPY … TO STDOUT.
    async fn copy(&mut self, portal: &mut Portal, options: &CopyOptions) -> Answer {
        let mut cursor = self.cursor(portal).await?;
        let columns: Arc<[PgColumn]> =
            portal.query.as_ref().map(|query| Arc::from(query.columns())).unwrap_or_default();
        let display = self.display(&columns);
        let encoder = CopyEncoder::new(&columns, options, &display, cursor.cell_limit(CELL_LIMIT))?;
        backend::copy_out_response(&mut self.io.output, options.format, columns.len());
        encoder.start(&mut self.io.output)?;
        let mut sent = 0;
        loop {
            let interrupts = self.interrupts.clone();
            let next = wait_for(&mut self.io, interrupts.as_ref(), cursor.forward(usize::MAX)).await?;
            let Some(batch) = next else { break };
            self.send(&batch, |range, out| encoder.encode_batch(&batch, range, out)).await?;
            sent += batch.num_rows();
        }
        encoder.end(&mut self.io.output)?;
        backend::copy_done(&mut self.io.output);
        let notices = cursor.take_notices();
        self.notify(&notices);
        backend::command_complete(&mut self.io.output, &format!("COPY {sent}"));
        Ok(())
    }

    /// DECLARE: the cursor starts to run with its first FETCH.
    fn declare(&mut self, portal: &mut Portal, declare: &DeclareCursor) -> Answer {
        if !declare.hold && !self.session.transaction.in_block() {
            return Err(Stop::Failed(SqlError::new(
                SqlState::NO_ACTIVE_SQL_TRANSACTION,
                "DECLARE CURSOR can only be used in transaction blocks",
            )));
        }
        let mut cursor = self.bound(Arc::clone(&portal.statement), std::mem::take(&mut portal.values), Vec::new());
        let columns = portal.query.as_ref().map(|query| Arc::<[PgColumn]>::from(query.columns())).unwrap_or_default();
        cursor.formats = vec![i16::from(declare.binary); columns.len()];
        cursor.columns = Some(columns);
        cursor.declared = Some(Declared { hold: declare.hold, scroll: declare.scroll, binary: declare.binary });
        self.session.keep_portal(&declare.name, cursor)?;
        backend::command_complete(&mut self.io.output, "DECLARE CURSOR");
        Ok(())
    }

    /// FETCH and MOVE.
    async fn fetch(&mut self, asked: Vec<i16>, fetch: &Fetch, describe: bool) -> Answer {
        let Some(mut target) = self.session.portals.remove(&fetch.cursor) else {
            return Err(Stop::Failed(statement::no_cursor(&fetch.cursor)));
        };
        let columns = target.columns.clone().unwrap_or_default();
        // The simple protocol gives a binary cursor's rows in binary; the extended one as Bind asked.
        let formats = if describe { target.formats.clone() } else { asked };
        let fetched = if target.progress == Progress::Failed {
            Err(Stop::Failed(statement::not_runnable(&fetch.cursor)))
        } else {
            self.fetched(&mut target, &columns, &formats, fetch, describe).await
        };
        // As in PostgreSQL, a cursor that failed is there until it is closed, and gives nothing any more.
        if fetched.is_err() {
            target.cursor = None;
            target.progress = Progress::Failed;
        }
        self.session.portals.insert(fetch.cursor.clone(), target);
        let verb = if fetch.moves { "MOVE" } else { "FETCH" };
        backend::command_complete(&mut self.io.output, &format!("{verb} {}", fetched?));
        Ok(())
    }

    /// Sends what FETCH asks for, or goes past what MOVE does; how many rows.
    async fn fetched(
        &mut self,
        target: &mut Portal,
        columns: &[PgColumn],
        formats: &[i16],
        fetch: &Fetch,
        describe: bool,
    ) -> Answer<usize> {
        let mut cursor = self.cursor(target).await?;
        if describe && !fetch.moves {
            backend::row_description(&mut self.io.output, columns, formats);
        }
        let count = match fetch.direction {
            FetchDirection::Forward(count) if count > 0 && !fetch.moves => {
                let limit = usize::try_from(count).unwrap_or(usize::MAX);
                self.stream(&mut cursor, columns, formats, limit).await?
            }
            direction => {
                let display = self.display(columns);
                let encoder = RowEncoder::new(columns, formats, &display, cursor.cell_limit(CELL_LIMIT))?;
                let (mut count, mut left) = (0, Some(direction));
                while let Some(direction) = left {
                    let (part, rest) = backward_in_parts(direction);
                    let mut found = Vec::new();
                    let mut emit = |batch: RecordBatch| -> SqlResult<()> {
                        if !fetch.moves {
                            found.push(batch);
                        }
                        Ok(())
                    };
                    let interrupts = self.interrupts.clone();
                    let rows = wait_for(&mut self.io, interrupts.as_ref(), cursor.fetch(part, &mut emit)).await?;
                    for batch in &found {
                        self.send(batch, |range, out| encoder.encode_batch(batch, range, out)).await?;
                    }
                    count += rows;
                    left = rest.filter(|_| rows == STRIDE);
                }
                count
            }
        };
        target.cursor = Some(cursor);
        Ok(count)
    }

    /// PREPARE: protocol and SQL share the names.
    fn keep_prepared(&mut self, statement: &PreparedStatement, name: &str) -> Answer {
        let columns = statement.query.as_ref().map(|query| Arc::from(query.columns()));
        let kept = PreparedStatement { columns, from_sql: true, ..statement.clone() };
        self.session.keep_statement(name, Arc::new(kept))?;
        backend::command_complete(&mut self.io.output, "PREPARE");
        Ok(())
    }

    /// EXECUTE: as a Bind and an Execute of that name would.
    async fn execute_prepared(
        &mut self,
        portal: &mut Portal,
        execute: &Execute,
        limit: usize,
        describe: bool,
    ) -> Answer {
        if portal.cursor.is_none() {
            let executed = Arc::clone(&portal.statement);
            let mut target = self.target(execute).await?;
            portal.values = self.arguments(&executed.parsed, &target.parameters).await?;
            if let Some(parsed) = executed.parsed.executing(&target.parsed) {
                let under = PreparedStatement { parsed, ..(*target).clone() };
                target = Arc::new(self.decided_again(&under).await?);
            }
            portal.columns = target.query.as_ref().map(|query| Arc::from(query.columns()));
            portal.query = target.query.clone();
            portal.statement = target;
        }
        self.run_rows(portal, "SELECT", limit, describe).await
    }

    /// EXPLAIN EXECUTE: as EXPLAIN of the prepared query with its parameters' values.
    async fn explain_prepared(&mut self, portal: &mut Portal, execute: &Execute) -> Answer {
        if portal.cursor.is_some() {
            return Ok(());
        }
        let explained = Arc::clone(&portal.statement);
        let target = self.target(execute).await?;
        let parsed = explained.parsed.explaining(&target.parsed);
        let parsed = parsed.ok_or_else(|| SqlError::internal("EXPLAIN of what is no query"))?;
        portal.values = self.arguments(&explained.parsed, &target.parameters).await?;
        let query = self.decide(parsed.clone(), &target.parameters).await?;
        let basis = self.basis(Some(query.as_ref()));
        portal.query = Some(Arc::clone(&query));
        portal.statement = Arc::new(PreparedStatement {
            parsed,
            query: Some(query),
            parameters: target.parameters.clone(),
            basis,
            ..(*explained).clone()
        });
        Ok(())
    }

    /// The prepared query that is executed, as it is decided now.
    async fn target(&mut self, execute: &Execute) -> Answer<Arc<PreparedStatement>> {
        let target = self.fresh_statement(&execute.name).await?;
        if target.query.is_none() {
            return Err(Stop::Failed(SqlError::unsupported("EXECUTE runs prepared queries only")));
        }
        if target.parameters.len() != execute.arguments.len() {
            return Err(Stop::Failed(wrong_number(execute, target.parameters.len())));
        }
        Ok(target)
    }

    async fn arguments(&mut self, parsed: &Parsed, types: &[PgType]) -> Answer<Vec<ScalarValue>> {
        let context = self.context();
        let engine = Arc::clone(&self.server.engine);
        self.interruptible(engine.arguments(parsed, types, &context)).await
    }
}

fn wrong_number(execute: &Execute, expected: usize) -> SqlError {
    let (name, got) = (&execute.name, execute.arguments.len());
    SqlError::new(SqlState::SYNTAX_ERROR, format!("wrong number of parameters for prepared statement \"{name}\""))
        .detail(format!("Expected {expected} parameters but got {got}."))
}

/// PREPARE's parameter types.
fn declared_types(types: &[datafusion::sql::sqlparser::ast::DataType]) -> SqlResult<Vec<PgType>> {
    types.iter().map(|ty| PgType::from_ast(ty).map(|(ty, _)| ty)).collect()
}

/// A stride of a way back, and the rest of it.
fn backward_in_parts(direction: FetchDirection) -> (FetchDirection, Option<FetchDirection>) {
    match (direction, i64::try_from(STRIDE)) {
        (FetchDirection::Forward(count), Ok(stride)) if count < -stride => {
            (FetchDirection::Forward(-stride), Some(FetchDirection::Forward(count + stride)))
        }
        (other, _) => (other, None),
    }
}

/// Encodes; a failure leaves no half of a row behind.
fn whole_or_nothing<T>(
    out: &mut bytes::BytesMut,
    encode: impl FnOnce(&mut bytes::BytesMut) -> SqlResult<T>,
) -> SqlResult<T> {
    let before = out.len();
    encode(out).inspect_err(|_| out.truncate(before))
}
