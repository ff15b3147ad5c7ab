//! Which world is the current one, and how a new one takes its place: whole, or not at all.

use super::World;
use super::files::Fingerprint;
use guard::document::Problem;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

/// The current world. Sessions take it statement by statement.
#[derive(Debug)]
pub struct Current {
    world: watch::Sender<Arc<World>>,
    /// Of the files that the last reload read, a failed one too: a bad file is not read again until it changes.
    seen: Mutex<Fingerprint>,
}

impl Current {
    #[must_use]
    pub fn new(world: World) -> Self {
        let seen = Mutex::new(Fingerprint::of(world.config()));
        Self { world: watch::Sender::new(Arc::new(world)), seen }
    }

    /// The world as it is now. A statement takes it once and keeps to it.
    #[must_use]
    pub fn now(&self) -> Arc<World> {
        Arc::clone(&self.world.borrow())
    }

    /// Tells of each new world.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<Arc<World>> {
        self.world.subscribe()
    }

    /// Reads policies and users again. What runs goes on under the world it started under.
    ///
    /// # Errors
    /// Every problem; the world stays as it was.
    pub fn reload(&self) -> Result<Arc<World>, Vec<Problem>> {
        let old = self.now();
        // Before reading: a file that changes meanwhile is then seen as changed.
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Fingerprint::of(old.config());
        let new = Arc::new(old.reload()?);
        self.world.send_replace(Arc::clone(&new));
        Ok(new)
    }

    /// Reloads if a file changed.
    fn reload_if_changed(&self) {
        let is_same = {
            let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            *seen == Fingerprint::of(self.now().config())
        };
        if !is_same {
            self.reload_and_log("file change");
        }
    }

    /// Reloads, and says in the log how it went.
    pub fn reload_and_log(&self, why: &'static str) {
        let before = self.now();
        match self.reload() {
            Ok(world) => {
                world.metrics().reloads.increment();
                tracing::info!(why, from = before.version(), to = world.version(), "policies and users reloaded");
            }
            Err(problems) => {
                before.metrics().reload_failures.increment();
                for problem in &problems {
                    tracing::error!(why, kept = before.version(), "not reloaded: {problem}");
                }
            }
        }
    }

    /// Watches the files until told to stop.
    pub async fn watch(self: Arc<Self>, stop: CancellationToken) {
        let mut ticks = tokio::time::interval(self.now().config().server.reload_interval);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = ticks.tick() => {}
            }
            let current = Arc::clone(&self);
            // Reading files blocks.
            if tokio::task::spawn_blocking(move || current.reload_if_changed()).await.is_err() {
                tracing::error!("the reload failed");
            }
        }
    }
}
