//! One authenticated connection: messages in, answers out, until one side leaves.
//!
//! Comes in: frames. Goes out: answers, in order. Must never: answer a message after an error before Sync, wait for a client that is gone, or stop listening for a cancel.

use super::backend;
use super::error::{Severity, error_response, notice_response};
use super::frame::{FrameLimits, Incoming, Io};
use super::frontend::{self, Frontend};
use super::server::Server;
use super::tls::Transport;
use crate::error::{SqlError, SqlResult};
use crate::pipeline::{Notice, StatementContext};
use crate::session::Session;
use crate::session::registry::{Handle, Registered};
use crate::types::{Display, PgColumn, PgType};
use chrono::Utc;
use guard::SqlState;
use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// Why a message was not answered in full.
#[derive(Debug)]
pub enum Stop {
    /// The statement failed; the session goes on.
    Failed(SqlError),
    /// The connection ends, and the client is told why.
    Fatal(SqlError),
    /// The client is gone.
    Gone,
}

impl From<SqlError> for Stop {
    fn from(error: SqlError) -> Self {
        Stop::Failed(error)
    }
}

pub type Answer<T = ()> = Result<T, Stop>;

/// What can end a statement before it is done.
#[derive(Clone, Debug)]
pub struct Interrupts {
    pub cancel: CancellationToken,
    terminate: CancellationToken,
    deadline: Option<Instant>,
}

/// One client's connection.
pub struct Connection<S> {
    pub server: Arc<Server>,
    pub io: Io<Transport<S>>,
    pub session: Session,
    pub handle: Arc<Handle>,
    _registered: Registered,
    limits: FrameLimits,
    /// What the client was told of its settings.
    reported: BTreeMap<&'static str, String>,
    /// The number of the settings' changes then.
    reported_at: Option<u64>,
    /// An extended message failed: nothing is answered up to Sync.
    skipping: bool,
    /// The statement that the extended messages since the last Sync are about.
    pub interrupts: Option<Interrupts>,
}

/// As much is made before it is written.
pub(super) const BLOCK: usize = 64 << 10;

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Connection<S> {
    #[must_use]
    pub fn new(server: Arc<Server>, io: Io<Transport<S>>, session: Session, registered: Registered) -> Self {
        // Beside its text Parse carries a name and its parameters' types.
        let statement = server.engine.limits().bytes.saturating_add(4 * 65_536 + 8192);
        Self {
            handle: Arc::clone(registered.handle()),
            _registered: registered,
            limits: FrameLimits { statement, ..FrameLimits::default() },
            server,
            io,
            session,
            reported: BTreeMap::new(),
            reported_at: None,
            skipping: false,
            interrupts: None,
        }
    }

    /// The whole conversation.
    pub async fn converse(mut self) {
        let stop = match self.greet().await {
            Ok(()) => self.serve().await,
            Err(stop) => stop,
        };
        if let Stop::Fatal(error) | Stop::Failed(error) = stop {
            error_response(&mut self.io.output, Severity::Fatal, &error);
        }
        // What ran is cancelled before the goodbye, which may wait for the client.
        self.session.portals.clear();
        let _ = tokio::time::timeout(Duration::from_secs(2), self.io.close()).await;
    }

    async fn greet(&mut self) -> Answer {
        self.report();
        backend::backend_key_data(&mut self.io.output, self.handle.pid, self.handle.key());
        self.ready().await
    }

    /// Works messages off until the connection ends.
    async fn serve(&mut self) -> Stop {
        loop {
            let incoming = match self.wait().await {
                Ok(incoming) => incoming,
                Err(stop) => return stop,
            };
            if let Err(stop) = self.take(incoming).await {
                return stop;
            }
        }
    }

    /// The next frame, or the end of patience.
    async fn wait(&mut self) -> Answer<Incoming> {
        let patience = self.patience();
        let terminate = self.handle.terminate.clone();
        let drain = self.server.drain.clone();
        let resting = self.interrupts.is_none();
        let next = self.io.next_frame(&self.limits);
        tokio::select! {
            biased;
            () = terminate.cancelled() => Err(Stop::Fatal(shut_down())),
            incoming = next => incoming.map_err(|_| Stop::Gone),
            () = drain.cancelled(), if resting => Err(Stop::Fatal(shut_down())),
            error = too_long(patience) => Err(Stop::Fatal(error)),
        }
    }

    /// How long the client may say nothing, and what it is told then.
    fn patience(&self) -> Option<(Duration, SqlError)> {
        let settings = self.session.settings.lock();
        let (name, sqlstate, message) = if self.session.transaction.open() {
            (
                "idle_in_transaction_session_timeout",
                SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
                "terminating connection due to idle-in-transaction timeout",
            )
        } else {
            (
                "idle_session_timeout",
                SqlState::IDLE_SESSION_TIMEOUT,
                "terminating connection due to idle-session timeout",
            )
        };
        settings.limit(name).map(|limit| (limit, SqlError::new(sqlstate, message)))
    }

    /// Works one frame off. Only what ends the connection comes back.
    async fn take(&mut self, incoming: Incoming) -> Answer {
        let (tag, message) = match incoming {
            Incoming::End => return Err(Stop::Gone),
            Incoming::Senseless => return Err(Stop::Fatal(violation("invalid message length"))),
            Incoming::TooLarge { tag: tag @ (b'Q' | b'P' | b'B'), .. } => (tag, Err(too_large())),
            Incoming::TooLarge { tag: b'd', .. } => return Ok(()),
            Incoming::TooLarge { .. } => return Err(Stop::Fatal(violation("invalid message length"))),
            Incoming::Frame { tag, body } => match frontend::decode(tag, body) {
                Ok(Some(Frontend::Password(_)) | None) => {
                    return Err(Stop::Fatal(violation(format!("invalid frontend message type {tag}"))));
                }
                Ok(Some(Frontend::Terminate)) => return Err(Stop::Gone),
                Ok(Some(message)) => (tag, Ok(message)),
                Err(error) => (tag, Err(error)),
            },
        };
        if self.skipping && tag != b'S' {
            return Ok(());
        }
        self.session.statement_time = Utc::now();
        let answer = match message {
            Ok(message) => self.answer(message).await,
            Err(error) => Err(Stop::Failed(error)),
        };
        match answer {
            Ok(()) => Ok(()),
            Err(Stop::Failed(error)) => self.failed(tag, &error).await,
            Err(stop) => Err(stop),
        }
    }

    async fn answer(&mut self, message: Frontend) -> Answer {
        match message {
            Frontend::Query(text) => {
                self.interrupts = None;
                self.query(&text).await?;
                self.ready().await
            }
            Frontend::Parse { name, text, types } => self.parse(&name, &text, &types).await,
            Frontend::Bind(bind) => self.bind(bind).await,
            Frontend::Describe(target) => self.describe(target),
            Frontend::Execute { portal, limit } => self.execute(&portal, limit).await,
            Frontend::Close(target) => self.close(&target),
            Frontend::Flush => self.flush().await,
            Frontend::Sync => {
                self.skipping = false;
                self.ready().await
            }
            Frontend::FunctionCall => {
                Err(Stop::Failed(SqlError::unsupported("fastpath function calls are not supported")))
            }
            Frontend::Copy | Frontend::Terminate | Frontend::Password(_) => Ok(()),
        }
    }

    /// Tells the client, and skips what it sent in the hope of success.
    async fn failed(&mut self, tag: u8, error: &SqlError) -> Answer {
        error_response(&mut self.io.output, Severity::Error, error);
        self.session.fail();
        match tag {
            b'Q' | b'F' => self.ready().await,
            b'S' => self.ready().await,
            _ => {
                self.skipping = true;
                // Its Flush would be skipped: a client that sends Sync only once it has read the answer waits for this.
                self.flush().await
            }
        }
    }

    /// The end of a simple Query, or Sync: an implicit transaction ends, the client's turn begins.
    async fn ready(&mut self) -> Answer {
        self.interrupts = None;
        self.session.leave();
        self.report();
        backend::ready_for_query(&mut self.io.output, self.session.transaction.status());
        let application_name = self.session.settings.lock().text("application_name").to_owned();
        self.handle.rests(self.session.transaction.rest_state(), &application_name);
        self.flush().await
    }

    /// ParameterStatus for each setting that the client does not know yet.
    fn report(&mut self) {
        let settings = self.session.settings.lock();
        if self.reported_at == Some(settings.changes()) {
            return;
        }
        self.reported_at = Some(settings.changes());
        for (name, value) in settings.reported() {
            if self.reported.get(name) != Some(&value) {
                backend::parameter_status(&mut self.io.output, name, &value);
                self.reported.insert(name, value);
            }
        }
    }

    /// Writes everything out; ends early where the connection does.
    pub async fn flush(&mut self) -> Answer {
        let terminate = self.handle.terminate.clone();
        let flush = self.io.flush();
        tokio::select! {
            biased;
            written = flush => written.map_err(|_| Stop::Gone),
            () = terminate.cancelled() => Err(Stop::Fatal(shut_down())),
        }
    }

    /// Writes out what is a block by now, listening for what may end the statement meanwhile.
    pub async fn flush_if_large(&mut self) -> Answer {
        if self.io.output.len() < BLOCK {
            return Ok(());
        }
        let Some(interrupts) = self.interrupts.clone() else { return self.flush().await };
        let flush = self.io.flush();
        tokio::select! {
            biased;
            written = flush => written.map_err(|_| Stop::Gone),
            stop = interrupts.raised() => Err(stop),
        }
    }

    /// A statement starts: from here on it can be cancelled, and its time runs.
    pub fn starts(&mut self, text: &str) -> Interrupts {
        if let Some(running) = &self.interrupts {
            return running.clone();
        }
        let limit = self.session.settings.lock().limit("statement_timeout");
        let interrupts = Interrupts {
            cancel: CancellationToken::new(),
            terminate: self.handle.terminate.clone(),
            deadline: limit.and_then(|limit| Instant::now().checked_add(limit)),
        };
        let started = self.session.transaction.started().unwrap_or(self.session.statement_time);
        self.handle.starts(text, started, &interrupts.cancel);
        let version = self.server.engine.policy_version();
        self.session.settings.lock().tell("tollgate.policy_version", version);
        self.interrupts = Some(interrupts.clone());
        interrupts
    }

    /// What the next statement is decided by.
    pub fn context(&self) -> StatementContext {
        let cancel = self.interrupts.as_ref().map(|interrupts| interrupts.cancel.clone()).unwrap_or_default();
        self.session.context(&cancel)
    }

    /// How values of these columns are written.
    pub fn display(&self, columns: &[PgColumn]) -> Display {
        self.display_of(columns.iter().map(|column| &column.ty))
    }

    /// How values of these types are written and read.
    pub fn display_of<'t>(&self, types: impl IntoIterator<Item = &'t PgType>) -> Display {
        let display = self.session.settings.lock().display();
        if types.into_iter().any(PgType::is_registered) {
            return Display { known: self.server.engine.known(&self.context()), ..display };
        }
        display
    }

    /// Waits for `work`, and no longer than the statement may take, the client is there and nobody cancels.
    pub async fn interruptible<T>(&mut self, work: impl Future<Output = SqlResult<T>> + Send) -> Answer<T> {
        let interrupts = self.interrupts.clone();
        wait_for(&mut self.io, interrupts.as_ref(), work).await
    }

    /// Sends notices, those that the client wants to hear of.
    pub fn notify(&mut self, notices: &[Notice]) {
        let quiet = self.session.settings.lock().text("client_min_messages").to_owned();
        for notice in notices {
            let wanted = match quiet.as_str() {
                "error" => false,
                "warning" => notice.severity == "WARNING",
                _ => true,
            };
            if wanted {
                notice_response(&mut self.io.output, notice);
            }
        }
    }
}

/// Waits for `work`, for a cancel, and for the client to leave.
pub async fn wait_for<S, T>(
    io: &mut Io<S>,
    interrupts: Option<&Interrupts>,
    work: impl Future<Output = SqlResult<T>> + Send,
) -> Answer<T>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let Some(interrupts) = interrupts else { return work.await.map_err(Stop::Failed) };
    tokio::select! {
        biased;
        stop = interrupts.raised() => Err(stop),
        done = work => done.map_err(Stop::Failed),
        () = io.gone() => {
            interrupts.cancel.cancel();
            Err(Stop::Gone)
        }
    }
}

impl Interrupts {
    /// Ends when the statement has to.
    pub async fn raised(&self) -> Stop {
        let canceled = |why: &str| SqlError::new(SqlState::QUERY_CANCELED, format!("canceling statement due to {why}"));
        let late = async {
            match self.deadline {
                Some(deadline) => tokio::time::sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            () = self.terminate.cancelled() => {
                self.cancel.cancel();
                Stop::Fatal(shut_down())
            }
            () = self.cancel.cancelled() => Stop::Failed(canceled("user request")),
            () = late => {
                self.cancel.cancel();
                Stop::Failed(canceled("statement timeout"))
            }
        }
    }
}

async fn too_long(patience: Option<(Duration, SqlError)>) -> SqlError {
    match patience {
        Some((limit, error)) => {
            tokio::time::sleep(limit).await;
            error
        }
        None => std::future::pending().await,
    }
}

fn shut_down() -> SqlError {
    SqlError::new(SqlState::ADMIN_SHUTDOWN, "terminating connection due to administrator command")
}

pub fn violation(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::PROTOCOL_VIOLATION, message).rule("protocol")
}

fn too_large() -> SqlError {
    SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "the message is too large").rule("limit-bytes")
}
