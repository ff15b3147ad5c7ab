//! Who is connected: for CancelRequest, `pg_stat_activity`, `pg_cancel_backend`, and the drain.
//!
//! Comes in: sessions as they start and end. Goes out: their cancel, by process id and key or by one of the same user. Must never: let one user touch another's session.

use crate::catalog;
use crate::error::{SqlError, SqlResult};
use chrono::{DateTime, Utc};
use guard::SqlState;
use rand::Rng;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use subtle::ConstantTimeEq;
use tokio_util::sync::CancellationToken;

/// Every session there is.
#[derive(Debug, Default)]
pub struct Registry {
    sessions: Mutex<Sessions>,
}

#[derive(Debug, Default)]
struct Sessions {
    last: i32,
    by_pid: BTreeMap<i32, Arc<Handle>>,
}

/// One session, as others may see and touch it.
#[derive(Debug)]
pub struct Handle {
    pub pid: i32,
    pub user: String,
    pub client_addr: Option<SocketAddr>,
    pub backend_start: DateTime<Utc>,
    /// Ends the session.
    pub terminate: CancellationToken,
    key: Vec<u8>,
    activity: Mutex<Activity>,
}

/// What a session is doing.
#[derive(Clone, Debug)]
pub struct Activity {
    pub application_name: String,
    /// As `pg_stat_activity.state` says it: `active`, `idle`, `idle in transaction`, `idle in transaction (aborted)`.
    pub state: &'static str,
    /// The running statement, or the last one.
    pub query: String,
    pub query_start: Option<DateTime<Utc>>,
    pub transaction_start: Option<DateTime<Utc>>,
    pub state_change: DateTime<Utc>,
    /// Cancels the running statement; a new one for each.
    cancel: Option<CancellationToken>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Registry {
    /// A new session's entry, which is gone when the [`Registered`] is.
    ///
    /// # Errors
    /// 53300 if there are `most` already.
    pub fn register(
        self: &Arc<Self>,
        user: &str,
        client_addr: Option<SocketAddr>,
        key_length: usize,
        most: usize,
    ) -> SqlResult<Registered> {
        let mut key = vec![0; key_length];
        rand::rng().fill_bytes(&mut key);
        let now = Utc::now();
        let mut sessions = lock(&self.sessions);
        if sessions.by_pid.len() >= most {
            return Err(SqlError::new(SqlState::TOO_MANY_CONNECTIONS, "sorry, too many clients already"));
        }
        let pid = sessions.free_pid();
        let handle = Arc::new(Handle {
            pid,
            user: user.to_owned(),
            client_addr,
            backend_start: now,
            terminate: CancellationToken::new(),
            key,
            activity: Mutex::new(Activity {
                application_name: String::new(),
                state: "idle",
                query: String::new(),
                query_start: None,
                transaction_start: None,
                state_change: now,
                cancel: None,
            }),
        });
        sessions.by_pid.insert(pid, Arc::clone(&handle));
        Ok(Registered { registry: Arc::clone(self), handle })
    }

    /// Ends every session, whatever it does.
    pub fn terminate_all(&self) {
        lock(&self.sessions).by_pid.values().for_each(|handle| handle.terminate.cancel());
    }

    /// CancelRequest. Says nothing about whether it found anything.
    pub fn cancel_by_key(&self, pid: i32, key: &[u8]) {
        let handle = lock(&self.sessions).by_pid.get(&pid).cloned();
        if let Some(handle) = handle.filter(|handle| bool::from(handle.key.ct_eq(key))) {
            handle.cancel();
        }
    }

    /// `pg_cancel_backend`: true if there is such a session of this user.
    #[must_use]
    pub fn cancel_own(&self, pid: i32, user: &str) -> bool {
        self.own(pid, user).map(|handle| handle.cancel()).is_some()
    }

    /// `pg_terminate_backend`: true if there is such a session of this user.
    #[must_use]
    pub fn terminate_own(&self, pid: i32, user: &str) -> bool {
        self.own(pid, user).map(|handle| handle.terminate.cancel()).is_some()
    }

    fn own(&self, pid: i32, user: &str) -> Option<Arc<Handle>> {
        lock(&self.sessions).by_pid.get(&pid).filter(|handle| handle.user == user).cloned()
    }

    /// The sessions of one user, by process id.
    #[must_use]
    pub fn of_user(&self, user: &str) -> Vec<Arc<Handle>> {
        lock(&self.sessions).by_pid.values().filter(|handle| handle.user == user).cloned().collect()
    }

    /// How many sessions there are.
    #[must_use]
    pub fn count(&self) -> usize {
        lock(&self.sessions).by_pid.len()
    }
}

impl catalog::Activity for Registry {
    fn backends(&self, user: &str) -> Vec<catalog::Backend> {
        self.of_user(user).iter().map(|handle| handle.backend()).collect()
    }

    fn cancel(&self, user: &str, pid: i32) -> bool {
        self.cancel_own(pid, user)
    }

    fn terminate(&self, user: &str, pid: i32) -> bool {
        self.terminate_own(pid, user)
    }
}

impl Sessions {
    /// The next process id that is not in use; they start again at 1 after the largest.
    fn free_pid(&mut self) -> i32 {
        loop {
            self.last = self.last.checked_add(1).unwrap_or(1);
            if !self.by_pid.contains_key(&self.last) {
                return self.last;
            }
        }
    }
}

impl Handle {
    /// For BackendKeyData.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// Cancels what runs, if something does.
    pub fn cancel(&self) {
        if let Some(cancel) = &lock(&self.activity).cancel {
            cancel.cancel();
        }
    }

    /// What the session is doing now.
    #[must_use]
    pub fn activity(&self) -> Activity {
        lock(&self.activity).clone()
    }

    /// As `pg_stat_activity` lists it.
    fn backend(&self) -> catalog::Backend {
        let activity = self.activity();
        catalog::Backend {
            pid: self.pid,
            user: self.user.clone(),
            application_name: activity.application_name,
            client_addr: self.client_addr.map(|address| address.ip().to_string()),
            started: self.backend_start,
            state_changed: activity.state_change,
            state: activity.state,
            query: activity.query,
        }
    }

    /// A statement starts.
    pub fn starts(&self, query: &str, transaction_start: DateTime<Utc>, cancel: &CancellationToken) {
        let mut activity = lock(&self.activity);
        let now = Utc::now();
        activity.state = "active";
        activity.query = query.chars().take(1024).collect();
        activity.query_start = Some(now);
        activity.transaction_start = Some(transaction_start);
        activity.state_change = now;
        activity.cancel = Some(cancel.clone());
    }

    /// Nothing runs now.
    pub fn rests(&self, state: &'static str, application_name: &str) {
        let mut activity = lock(&self.activity);
        activity.cancel = None;
        if activity.state != state {
            activity.state = state;
            activity.state_change = Utc::now();
        }
        if state == "idle" {
            activity.transaction_start = None;
        }
        if activity.application_name != application_name {
            activity.application_name = application_name.to_owned();
        }
    }
}

/// A session's place in the registry.
#[derive(Debug)]
pub struct Registered {
    registry: Arc<Registry>,
    handle: Arc<Handle>,
}

impl Registered {
    #[must_use]
    pub fn handle(&self) -> &Arc<Handle> {
        &self.handle
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        lock(&self.registry.sessions).by_pid.remove(&self.handle.pid);
    }
}
