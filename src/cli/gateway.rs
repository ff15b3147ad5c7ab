//! The gateway itself, from a configuration to the end of the drain; `serve` and `demo` run it.

use super::accounts::{self, Excess};
use super::{FILE_LIMIT, Failure, environment};
use crate::admin;
use crate::audit::AuditLog;
use crate::config::{AuditFile, Config};
use crate::session::registry::Registry;
use crate::telemetry;
use crate::warehouse::spill::SpillDir;
use crate::wire::engine::Gateway;
use crate::wire::tls::Tls;
use crate::wire::{self, Options, Server};
use crate::world::{Current, Services, World};
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// Serves until SIGTERM or SIGINT, then drains. `ready` is called once with the addresses that it listens on.
pub(super) async fn run(config: Config, ready: impl FnOnce(&[SocketAddr])) -> Result<(), Failure> {
    telemetry::start(&config.log, &environment());
    let signals = Signals::new()?;
    let config = Arc::new(config);
    let services = services(&config)?;
    let audit = Arc::clone(&services.audit);
    let world = World::load(Arc::clone(&config), services)?;
    let current = Arc::new(Current::new(world));
    let tls =
        config.server.tls.as_ref().map(Tls::load).transpose().map_err(|error| Failure::new(format!("TLS: {error}")))?;
    let listeners = listen(&config.server.listen).await?;
    let admin = match config.server.admin_listen {
        Some(address) => listen(&[address]).await?.pop(),
        None => None,
    };
    let gateway = Arc::new(Gateway::new(Arc::clone(&current)));
    let options = Options::of_config(&config.server);
    let server = Server::new(gateway.clone(), gateway, Arc::new(Registry::default()), tls, options);
    let stop = CancellationToken::new();
    if let Some(listener) = admin {
        tokio::spawn(admin::serve(listener, Arc::clone(&current), server.drain.clone(), stop.clone()));
    }
    tokio::spawn(Arc::clone(&current).watch(stop.clone()));
    tokio::spawn(tell_of_accounts(Arc::clone(&current)));
    tokio::spawn(renew_certificates(Arc::clone(&current), Arc::clone(&server), stop.clone()));
    tokio::spawn(signals.obey(Arc::clone(&current), server.drain.clone()));
    let addresses: Vec<SocketAddr> = listeners.iter().filter_map(|listener| listener.local_addr().ok()).collect();
    tracing::info!(?addresses, policy_version = current.now().version(), "ready");
    ready(&addresses);
    wire::serve(server, listeners).await;
    stop.cancel();
    audit.close().await.map_err(|error| Failure::new(error.report().message.clone()))?;
    tracing::info!("stopped");
    Ok(())
}

/// Logs what the gateway's accounts can do at the warehouses and should not.
async fn tell_of_accounts(current: Arc<Current>) {
    let Excess { errors, warnings } = accounts::excess(&current.now()).await;
    errors.iter().for_each(|what| tracing::error!(%what, "an account at a warehouse can do too much"));
    warnings.iter().for_each(|what| tracing::warn!(%what, "an account at a warehouse can do too much"));
}

/// The audit log, threads and room on a disk, for statements that run.
pub(super) fn services(config: &Config) -> Result<Arc<Services>, Failure> {
    let audit = AuditLog::open(&config.audit).map_err(|error| audit_failure(config, &error))?;
    let spill = config.embedded().find_map(|embedded| embedded.spill_dir.clone()).unwrap_or_else(std::env::temp_dir);
    let spill = SpillDir::open(&spill)
        .map_err(|error| Failure::new(format!("the spill directory {} can't be used: {error}", spill.display())))?;
    Services::new(audit, Some(spill)).map_err(|error| Failure::new(format!("no threads for statements: {error}")))
}

fn audit_failure(config: &Config, error: &std::io::Error) -> Failure {
    match &config.audit.file {
        AuditFile::Stdout => Failure::new(format!("the audit log can't be written: {error}")),
        AuditFile::Path(path) => Failure::new(format!("the audit log {} can't be written: {error}", path.display())),
    }
}

async fn listen(addresses: &[SocketAddr]) -> Result<Vec<TcpListener>, Failure> {
    let mut listeners = Vec::new();
    for address in addresses {
        let listener = TcpListener::bind(address).await;
        listeners.push(listener.map_err(|error| not_listening(*address, &error))?);
    }
    Ok(listeners)
}

/// Why nobody can be met there, and what to do about it.
pub(super) fn not_listening(address: SocketAddr, error: &std::io::Error) -> Failure {
    let hint = match error.kind() {
        ErrorKind::AddrInUse => "; something else listens there already: end it, or choose another port",
        ErrorKind::PermissionDenied => "; ports below 1024 are the system's",
        _ => "",
    };
    Failure::new(format!("can't listen on {address}: {error}{hint}"))
}

/// Takes new certificates whenever a reload found changed files; bad ones leave the old in use.
async fn renew_certificates(current: Arc<Current>, server: Arc<Server>, stop: CancellationToken) {
    let mut worlds = current.subscribe();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            changed = worlds.changed() => if changed.is_err() { return },
        }
        let config = Arc::clone(worlds.borrow_and_update().config());
        let Some(files) = &config.server.tls else { continue };
        match Tls::load(files) {
            Ok(tls) => server.replace_tls(Some(tls)),
            Err(error) => tracing::error!(%error, "the certificates were not reloaded"),
        }
    }
}

/// What the operating system may ask.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
    /// Nothing is done about it, but it must not end the process: the audit log finds out by its writer's error.
    _file_limit: Signal,
}

impl Signals {
    fn new() -> Result<Self, Failure> {
        let listen = |kind| signal(kind).map_err(|error| Failure::new(format!("signals: {error}")));
        Ok(Self {
            terminate: listen(SignalKind::terminate())?,
            interrupt: listen(SignalKind::interrupt())?,
            hangup: listen(SignalKind::hangup())?,
            _file_limit: listen(FILE_LIMIT)?,
        })
    }

    /// SIGHUP reloads; the first SIGTERM or SIGINT drains, the second ends the process at once.
    async fn obey(mut self, current: Arc<Current>, drain: CancellationToken) {
        loop {
            tokio::select! {
                _ = self.hangup.recv() => reload(&current).await,
                _ = self.terminate.recv() => if ends(&drain) { return },
                _ = self.interrupt.recv() => if ends(&drain) { return },
            }
        }
    }
}

async fn reload(current: &Arc<Current>) {
    let current = Arc::clone(current);
    if tokio::task::spawn_blocking(move || current.reload_and_log("SIGHUP")).await.is_err() {
        tracing::error!("the reload failed");
    }
}

fn ends(drain: &CancellationToken) -> bool {
    if drain.is_cancelled() {
        tracing::warn!("stopped before the drain was over");
        std::process::exit(1);
    }
    tracing::info!("draining");
    drain.cancel();
    false
}
