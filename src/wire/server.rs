//! The listening side: who gets in, and how everybody gets out.
//!
//! Comes in: listeners, what sessions need, the drain. Goes out: one task a connection. Must never: let strangers who do not authenticate keep others out, end a running statement before the drain's time is over.

use super::authentication::{Credentials, authenticate};
use super::backend;
use super::connection::Connection;
use super::error::{Severity, error_response};
use super::frame::Io;
use super::options::Startup;
use super::startup::{Opened, open};
use super::tls::{Tls, Transport};
use crate::config;
use crate::error::{SqlError, SqlResult};
use crate::session::engine::Engine;
use crate::session::registry::{Registered, Registry};
use crate::session::settings::{Settings, search_path};
use crate::session::{Principal, Session};
use guard::SqlState;
use guard::policy::RoleName;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// What an operator decides.
#[derive(Clone, Debug)]
pub struct Options {
    /// The one database that clients see.
    pub database: String,
    /// Plain text is let in off loopback too.
    pub dangerous_plaintext: bool,
    /// Authenticated sessions at one time.
    pub max_connections: usize,
    /// From the first byte to the end of authentication.
    pub authentication_timeout: Duration,
    /// What a running statement gets when the gateway stops.
    pub drain_timeout: Duration,
    /// What sessions start with, by name: time limits of idle sessions, say.
    pub settings: Vec<(String, String)>,
}

impl Options {
    /// As the configuration says.
    #[must_use]
    pub fn of_config(config: &config::Server) -> Self {
        let limit =
            |name: &str, limit: Option<Duration>| limit.map(|limit| (name.to_owned(), limit.as_millis().to_string()));
        let settings = [
            limit("idle_session_timeout", config.idle_session_timeout),
            limit("idle_in_transaction_session_timeout", config.idle_in_transaction_session_timeout),
        ];
        Self {
            database: config.database.clone(),
            dangerous_plaintext: config.plaintext,
            max_connections: config.max_connections,
            authentication_timeout: config.authentication_timeout,
            drain_timeout: config.drain_timeout,
            settings: settings.into_iter().flatten().collect(),
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            database: "tollgate".to_owned(),
            dangerous_plaintext: false,
            max_connections: 1000,
            authentication_timeout: Duration::from_secs(30),
            drain_timeout: Duration::from_secs(30),
            settings: Vec::new(),
        }
    }
}

/// Strangers at one time, and from one address.
const STRANGERS: usize = 2000;
const STRANGERS_PER_ADDRESS: usize = 250;

/// What all connections share.
pub struct Server {
    pub engine: Arc<dyn Engine>,
    pub credentials: Arc<dyn Credentials>,
    pub options: Options,
    pub registry: Arc<Registry>,
    /// The gateway stops: idle sessions end, running statements get their time.
    pub drain: CancellationToken,
    tls: RwLock<Option<Tls>>,
    strangers: Mutex<BTreeMap<IpAddr, usize>>,
}

impl Server {
    #[must_use]
    pub fn new(
        engine: Arc<dyn Engine>,
        credentials: Arc<dyn Credentials>,
        registry: Arc<Registry>,
        tls: Option<Tls>,
        options: Options,
    ) -> Arc<Self> {
        Arc::new(Self {
            engine,
            credentials,
            options,
            registry,
            drain: CancellationToken::new(),
            tls: RwLock::new(tls),
            strangers: Mutex::default(),
        })
    }

    /// New certificates, for connections from now on.
    pub fn replace_tls(&self, tls: Option<Tls>) {
        *self.tls.write().unwrap_or_else(PoisonError::into_inner) = tls;
    }

    /// A place among those who are not authenticated yet.
    fn stranger(self: &Arc<Self>, address: IpAddr) -> Option<Stranger> {
        let mut strangers = self.strangers.lock().unwrap_or_else(PoisonError::into_inner);
        if strangers.values().sum::<usize>() >= STRANGERS {
            return None;
        }
        let here = strangers.entry(address).or_default();
        if *here >= STRANGERS_PER_ADDRESS {
            return None;
        }
        *here += 1;
        Some(Stranger { server: Arc::clone(self), address })
    }
}

struct Stranger {
    server: Arc<Server>,
    address: IpAddr,
}

impl Drop for Stranger {
    fn drop(&mut self) {
        let mut strangers = self.server.strangers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(here) = strangers.get_mut(&self.address) {
            *here -= 1;
            if *here == 0 {
                strangers.remove(&self.address);
            }
        }
    }
}

/// Accepts until [`Server::drain`] is cancelled; returns when every session has ended, at the latest after the drain's time.
pub async fn serve(server: Arc<Server>, listeners: Vec<TcpListener>) {
    let mut accepting = JoinSet::new();
    for listener in listeners {
        accepting.spawn(accept(Arc::clone(&server), listener));
    }
    while accepting.join_next().await.is_some() {}
}

async fn accept(server: Arc<Server>, listener: TcpListener) {
    let on_loopback = listener.local_addr().is_ok_and(|address| address.ip().is_loopback());
    let require_tls = !on_loopback && !server.options.dangerous_plaintext;
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            biased;
            () = server.drain.cancelled() => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    // Small answers should not wait for company.
                    let _ = stream.set_nodelay(true);
                    match server.stranger(peer.ip()) {
                        Some(stranger) => {
                            let server = Arc::clone(&server);
                            connections.spawn(connection(server, stream, Some(peer), require_tls, Some(stranger)));
                        }
                        None => drop(stream),
                    }
                }
                Err(error) => {
                    // Out of descriptors, most likely; those that end will make room.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            },
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
    drop(listener);
    let all = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(server.options.drain_timeout, all).await.is_ok() {
        return;
    }
    server.registry.terminate_all();
    let all = async { while connections.join_next().await.is_some() {} };
    let _ = tokio::time::timeout(Duration::from_secs(5), all).await;
}

/// One connection, from its first byte to its last. Generic over the stream, so that tests need no port.
pub async fn converse<S>(server: Arc<Server>, stream: S, peer: Option<SocketAddr>, require_tls: bool)
where
    S: AsyncRead + AsyncWrite + Unpin + Send,
{
    connection(server, stream, peer, require_tls, None).await;
}

async fn connection<S>(
    server: Arc<Server>,
    stream: S,
    peer: Option<SocketAddr>,
    require_tls: bool,
    stranger: Option<Stranger>,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send,
{
    // Too slow is as good as gone.
    let limit = server.options.authentication_timeout;
    let Ok(Some((io, session, registered))) =
        tokio::time::timeout(limit, admit(&server, stream, peer, require_tls)).await
    else {
        return;
    };
    drop(stranger);
    Connection::new(server, io, session, registered).converse().await;
}

type Admitted<S> = (Io<Transport<S>>, Session, Registered);

/// Start-up and authentication; `None` if the client was turned away or asked for something else.
async fn admit<S>(server: &Arc<Server>, stream: S, peer: Option<SocketAddr>, require_tls: bool) -> Option<Admitted<S>>
where
    S: AsyncRead + AsyncWrite + Unpin + Send,
{
    let tls = server.tls.read().unwrap_or_else(PoisonError::into_inner).clone();
    match open(stream, tls.as_ref(), require_tls).await {
        Ok(Opened::Session { mut io, startup, certificate }) => {
            match start(server, &mut io, startup, certificate.as_deref(), peer).await {
                Ok((session, registered)) => Some((io, session, registered)),
                Err(error) => {
                    turn_away(io, &error).await;
                    None
                }
            }
        }
        Ok(Opened::Cancel { pid, key }) => {
            server.registry.cancel_by_key(pid, &key);
            None
        }
        Ok(Opened::Closed) => None,
        Err(refused) => {
            let (io, error) = *refused;
            turn_away(io, &error).await;
            None
        }
    }
}

async fn turn_away<S: AsyncRead + AsyncWrite + Unpin>(mut io: Io<Transport<S>>, error: &SqlError) {
    error_response(&mut io.output, Severity::Fatal, error);
    io.close().await;
}

/// The newest protocol there is here.
const NEWEST_MINOR: u16 = 2;

/// Authenticates and sets the session up.
async fn start<S: AsyncRead + AsyncWrite + Unpin>(
    server: &Arc<Server>,
    io: &mut Io<Transport<S>>,
    startup: Startup,
    certificate: Option<&[u8]>,
    peer: Option<SocketAddr>,
) -> SqlResult<(Session, Registered)> {
    if startup.minor > NEWEST_MINOR || !startup.unknown_options.is_empty() {
        let version = (3 << 16) | u32::from(startup.minor.min(NEWEST_MINOR));
        backend::negotiate_protocol_version(&mut io.output, version, &startup.unknown_options);
    }
    if server.drain.is_cancelled() {
        return Err(SqlError::new(SqlState::CANNOT_CONNECT_NOW, "the database system is shutting down"));
    }
    let account = authenticate(io, &startup.user, server.credentials.as_ref(), certificate).await?;
    let database = &server.options.database;
    if let Some(asked) = startup.database.as_ref().filter(|asked| *asked != database) {
        return Err(SqlError::new(SqlState::INVALID_CATALOG_NAME, format!("database \"{asked}\" does not exist"))
            .hint(format!("The one database here is \"{database}\".")));
    }
    let settings = initial_settings(server, &startup, account.roles.first())?;
    // Protocol 3.2 has room for a key that nobody guesses.
    let key_length = if startup.minor >= 2 { 32 } else { 4 };
    let registered = server.registry.register(&startup.user, peer, key_length, server.options.max_connections)?;
    let principal = Principal {
        user: startup.user,
        roles: account.roles,
        session: uuid::Uuid::new_v4().to_string(),
        client_addr: peer.map(|peer| peer.ip().to_string()),
        database: database.clone(),
        backend_pid: registered.handle().pid,
    };
    let activity = Arc::clone(&server.registry);
    Ok((Session::new(principal, settings, activity), registered))
}

/// The role's, the operator's, then the client's.
fn initial_settings(server: &Server, startup: &Startup, role: Option<&RoleName>) -> SqlResult<Settings> {
    let mut settings = Settings::default();
    let home = role.map(|role| server.engine.home_schemas(role)).unwrap_or_default();
    if !home.is_empty() {
        settings.start_with("search_path", &search_path::text(&home))?;
    }
    for (name, value) in &server.options.settings {
        settings.start_with(name, value)?;
    }
    for (name, value) in &startup.settings {
        match name.to_ascii_lowercase().as_str() {
            "role" | "session_authorization" => {
                return Err(SqlError::new(
                    SqlState::INSUFFICIENT_PRIVILEGE,
                    format!("permission denied to set parameter \"{name}\""),
                )
                .rule("setting-fixed"));
            }
            _ => settings.start_with(name, value)?,
        }
    }
    Ok(settings)
}
