//! Connections to one PostgreSQL.
//!
//! Comes in: a wish for a connection. Goes out: one that is alive and in the state that every statement expects. Must never: give back one on which a statement may still run, or reach a server whose certificate was not
//! verified where it must be.

use super::failure::{connecting, failed};
use crate::config::{Postgres, PostgresAuth, PostgresTls};
use crate::error::{SqlError, SqlResult};
use async_trait::async_trait;
use guard::SqlState;
use lru::LruCache;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinHandle;
use tokio_postgres::config::SslMode;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{CancelToken, Client, NoTls, Row, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Connections where the configuration names no number.
const CONNECTIONS: usize = 16;
/// The longest that making one may take.
const CONNECT: Duration = Duration::from_secs(10);
/// The longest wait for one that is free.
const WAIT: Duration = Duration::from_secs(30);

/// How often a statement is cancelled that does not end, and the wait after the first time; each next one is longer by as much.
const CANCELS: u32 = 20;
const CANCEL: Duration = Duration::from_millis(50);

/// Statements that a connection remembers.
const KNOWN: NonZeroUsize = NonZeroUsize::MIN.saturating_add(63);

/// What every session of a PostgreSQL has, whatever the server's defaults are: names mean PostgreSQL's own, strings are plain, values are written one way, nothing is written.
pub(in crate::warehouse) const SETTINGS: &str = "-c search_path=pg_catalog -c default_transaction_read_only=on -c standard_conforming_strings=on \
    -c TimeZone=UTC -c DateStyle=ISO,MDY -c IntervalStyle=postgres -c extra_float_digits=1 -c bytea_output=hex \
    -c client_encoding=UTF8 -c lock_timeout=10s";

/// How a new connection comes to the settings that every session has.
pub(in crate::warehouse) enum Session {
    /// At its start.
    Options(String),
    /// By statements, since the server does not take them at the start.
    Statements { settings: String, logins: Option<Arc<dyn LoginSource>> },
}

/// A user and a password for a while.
#[derive(Clone)]
pub(in crate::warehouse) struct Login {
    pub(in crate::warehouse) user: String,
    pub(in crate::warehouse) password: String,
}

/// Where logins come from that are not in the configuration.
#[async_trait]
pub(in crate::warehouse) trait LoginSource: Send + Sync {
    /// # Errors
    /// 08006
    async fn login(&self) -> SqlResult<Login>;
}

/// How many connections there are, and how many of them one role may have at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct PoolSize {
    pub connections: Option<usize>,
    pub per_role: Option<usize>,
}

/// The right to a connection: one of the server's, and of those of a role.
pub(in crate::warehouse) struct Permit {
    _server: OwnedSemaphorePermit,
    _role: Option<OwnedSemaphorePermit>,
}

/// The connections to one server.
pub(in crate::warehouse) struct Pool {
    config: tokio_postgres::Config,
    session: Session,
    tls: Option<MakeRustlsConnect>,
    idle: Mutex<Vec<Connection>>,
    permits: Arc<Semaphore>,
    per_role: Option<usize>,
    /// By name; a role that has none here has used none yet.
    roles: Mutex<BTreeMap<String, Arc<Semaphore>>>,
}

/// One connection.
pub(in crate::warehouse) struct Connection {
    pub(in crate::warehouse) client: Client,
    cancel: CancelToken,
    /// Ends when nothing is to be sent or received any more.
    task: JoinHandle<()>,
    tls: Option<MakeRustlsConnect>,
    /// The `application_name` that it has.
    pub(in crate::warehouse) tag: String,
    /// It stood idle before: the server may have gone since.
    pub(in crate::warehouse) reused: bool,
    /// By text: a statement that was sent once, and what it is called there if it was sent again.
    known: Mutex<LruCache<String, Option<Statement>>>,
}

impl Pool {
    /// # Errors
    /// What of the configuration does not fit, for its operator.
    pub(in crate::warehouse) fn open(config: &Postgres, size: PoolSize, session: Session) -> Result<Self, String> {
        let mut wire = tokio_postgres::Config::new();
        wire.host(&config.host)
            .port(config.port)
            .dbname(&config.database)
            .user(&config.user)
            .application_name("tollgate")
            .connect_timeout(CONNECT)
            .keepalives_idle(Duration::from_secs(30));
        if let Session::Options(options) = &session {
            wire.options(options);
        }
        match &config.auth {
            PostgresAuth::None | PostgresAuth::Iam(_) => {}
            PostgresAuth::Password(secret) => {
                wire.password(secret.reveal().as_ref());
            }
        }
        let tls = match config.tls {
            PostgresTls::Off => {
                wire.ssl_mode(SslMode::Disable);
                None
            }
            PostgresTls::Require | PostgresTls::VerifyFull => {
                wire.ssl_mode(SslMode::Require);
                Some(MakeRustlsConnect::new(client_config(config)?))
            }
        };
        let permits = Arc::new(Semaphore::new(size.connections.unwrap_or(CONNECTIONS)));
        let (per_role, roles) = (size.per_role, Mutex::default());
        Ok(Self { config: wire, session, tls, idle: Mutex::default(), permits, per_role, roles })
    }

    /// A connection that is free, or a new one.
    ///
    /// # Errors
    /// 08006 if the server is not there, 53300 if all connections are busy for long.
    pub(in crate::warehouse) async fn take(&self) -> SqlResult<(Connection, Permit)> {
        let permit = self.permit(None).await?;
        Ok((self.free("").await?, permit))
    }

    /// As [`Pool::take`], for a statement of that role, and best one that served the same session before.
    ///
    /// # Errors
    /// As [`Pool::take`].
    pub(in crate::warehouse) async fn take_for(&self, role: &str, tag: &str) -> SqlResult<(Connection, Permit)> {
        let permit = self.permit(Some(role)).await?;
        Ok((self.free(tag).await?, permit))
    }

    /// First the role's own, so that statements that wait for it keep nobody else from a connection.
    async fn permit(&self, role: Option<&str>) -> SqlResult<Permit> {
        let of_role = role.zip(self.per_role).map(|(role, most)| {
            let mut roles = self.roles.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(roles.entry(role.to_owned()).or_insert_with(|| Arc::new(Semaphore::new(most))))
        });
        let both = async {
            let role = match of_role {
                Some(permits) => Some(permits.acquire_owned().await?),
                None => None,
            };
            Ok::<_, AcquireError>(Permit { _server: Arc::clone(&self.permits).acquire_owned().await?, _role: role })
        };
        let permit = tokio::time::timeout(WAIT, both).await.map_err(|_| {
            SqlError::new(SqlState::TOO_MANY_CONNECTIONS, "all connections to the warehouse are busy")
                .rule("warehouse-pool")
                .hint("Try again later.")
        })?;
        permit.map_err(SqlError::internal)
    }

    async fn free(&self, tag: &str) -> SqlResult<Connection> {
        loop {
            let idle = {
                let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
                match idle.iter().rposition(|connection| connection.tag == tag) {
                    Some(index) => Some(idle.swap_remove(index)),
                    None => idle.pop(),
                }
            };
            match idle {
                Some(connection) if connection.client.is_closed() => {}
                Some(connection) => return Ok(Connection { reused: true, ..connection }),
                None => return self.connect().await,
            }
        }
    }

    /// A new connection.
    ///
    /// # Errors
    /// 08006
    pub(in crate::warehouse) async fn connect(&self) -> SqlResult<Connection> {
        let mut config = self.config.clone();
        if let Session::Statements { logins: Some(logins), .. } = &self.session {
            let Login { user, password } = logins.login().await?;
            config.user(user).password(password);
        }
        let (client, task) = match &self.tls {
            None => {
                let (client, connection) = config.connect(NoTls).await.map_err(connecting)?;
                (client, tokio::spawn(driven(connection)))
            }
            Some(tls) => {
                let (client, connection) = config.connect(tls.clone()).await.map_err(connecting)?;
                (client, tokio::spawn(driven(connection)))
            }
        };
        if let Session::Statements { settings, .. } = &self.session {
            client.batch_execute(settings).await.map_err(connecting)?;
        }
        let cancel = client.cancel_token();
        let known = Mutex::new(LruCache::new(KNOWN));
        let (tls, tag) = (self.tls.clone(), "tollgate".to_owned());
        Ok(Connection { client, cancel, task, tls, tag, reused: false, known })
    }

    /// One of the gateway's own questions: a constant text.
    ///
    /// # Errors
    /// 58030, 08006
    pub(in crate::warehouse) async fn ask(
        &self,
        text: &'static str,
        params: &[(&(dyn ToSql + Sync), Type)],
    ) -> SqlResult<Vec<Row>> {
        let (connection, permit) = self.take().await?;
        let answer = match connection.client.query_typed(text, params).await {
            Err(_) if connection.client.is_closed() && connection.reused => {
                let fresh = self.connect().await?;
                let answer = fresh.client.query_typed(text, params).await;
                self.give_back(fresh);
                answer
            }
            answer => {
                self.give_back(connection);
                answer
            }
        };
        drop(permit);
        answer.map_err(failed)
    }

    /// Takes back one on which nothing runs.
    pub(in crate::warehouse) fn give_back(&self, connection: Connection) {
        if !connection.client.is_closed() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

impl Connection {
    /// Shows in the server's lists who the next statement is for. Sent together with the statement.
    ///
    /// # Errors
    /// 58030, 08006
    pub(in crate::warehouse) async fn show(&self, tag: &str) -> SqlResult<()> {
        if self.tag == tag {
            return Ok(());
        }
        let text = "SELECT pg_catalog.set_config('application_name', $1, false)";
        let ty = tokio_postgres::types::Type::TEXT;
        self.client.query_typed(text, &[(&tag, ty)]).await.map(|_| ()).map_err(failed)
    }

    /// The statement as the server has it prepared, from its second time on this connection on.
    pub(in crate::warehouse) async fn prepared(&self, text: &str, types: &[Type]) -> Option<Statement> {
        {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            match known.get(text) {
                None => {
                    known.put(text.to_owned(), None);
                    return None;
                }
                Some(Some(statement)) => return Some(statement.clone()),
                Some(None) => {}
            }
        }
        // What is wrong with it is told when it is sent by itself.
        let statement = self.client.prepare_typed(text, types).await.ok()?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.put(text.to_owned(), Some(statement.clone()));
        Some(statement)
    }

    /// Forgets it: the server does not run it any more.
    pub(in crate::warehouse) fn forget(&self, text: &str) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).pop(text);
    }

    /// Ends what runs on it, and the connection too. A cancel that reaches the server before the statement does is lost on it, so it is asked again until the connection has ended.
    pub(in crate::warehouse) async fn abandon(self) {
        let Self { client, cancel, mut task, tls, tag: _, reused: _, known: _ } = self;
        drop(client);
        for again in 0..CANCELS {
            let cancelled = match &tls {
                None => cancel.cancel_query(NoTls).await,
                Some(tls) => cancel.cancel_query(tls.clone()).await,
            };
            if let Err(error) = cancelled {
                tracing::warn!(%error, "a statement at a warehouse could not be cancelled");
            }
            if tokio::time::timeout(CANCEL * (again + 1), &mut task).await.is_ok() {
                return;
            }
        }
        tracing::warn!("a statement at a warehouse goes on though it was cancelled");
        task.abort();
    }
}

/// A connection for one statement. Dropped before the statement ended, it cancels it and closes the connection.
pub(in crate::warehouse) struct Lease {
    connection: Option<Connection>,
    pool: Arc<Pool>,
    permit: Option<Permit>,
}

impl Lease {
    pub(in crate::warehouse) fn new(connection: Connection, pool: &Arc<Pool>, permit: Permit) -> Self {
        Self { connection: Some(connection), pool: Arc::clone(pool), permit: Some(permit) }
    }

    /// # Errors
    /// XX000 after its end.
    pub(in crate::warehouse) fn connection(&self) -> SqlResult<&Connection> {
        self.connection.as_ref().ok_or_else(|| SqlError::internal("no connection"))
    }

    /// Another connection in the place of one that had gone.
    pub(in crate::warehouse) fn renewed(&mut self, connection: Connection) {
        self.connection = Some(connection);
    }

    /// What its connection is called at the server now.
    pub(in crate::warehouse) fn tagged(&mut self, tag: &str) {
        if let Some(connection) = &mut self.connection
            && connection.tag != tag
        {
            tag.clone_into(&mut connection.tag);
        }
    }

    /// Nothing runs on it any more.
    pub(in crate::warehouse) fn done(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.pool.give_back(connection);
        }
        self.permit = None;
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let permit = self.permit.take();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                connection.abandon().await;
                drop(permit);
            });
        }
    }
}

/// Moves a connection's bytes; its failure is told where somebody waits for an answer.
async fn driven<T>(connection: T)
where
    T: Future<Output = Result<(), tokio_postgres::Error>>,
{
    if let Err(error) = connection.await {
        tracing::debug!(%error, "a connection to a warehouse ended");
    }
}

pub(crate) fn client_config(config: &Postgres) -> Result<ClientConfig, String> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    if config.tls == PostgresTls::Require {
        // As libpq's sslmode=require: encrypted, and whoever it is.
        let verifier = Arc::new(DangerousAnyServer { provider });
        return Ok(builder.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth());
    }
    let mut roots = RootCertStore::empty();
    match &config.ca {
        Some(file) => {
            let named = |error: &dyn std::fmt::Display| format!("\"{}\": {error}", file.display());
            for certificate in CertificateDer::pem_file_iter(file).map_err(|error| named(&error))? {
                roots.add(certificate.map_err(|error| named(&error))?).map_err(|error| named(&error))?;
            }
        }
        None => {
            let found = rustls_native_certs::load_native_certs();
            roots.add_parsable_certificates(found.certs);
        }
    }
    if roots.is_empty() {
        return Err("there are no certificates to verify its certificate by: name some with ca".to_owned());
    }
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// Takes any certificate. Only for `tls = "require"`, which is not the default.
#[derive(Debug)]
struct DangerousAnyServer {
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for DangerousAnyServer {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
