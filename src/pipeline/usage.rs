//! What roles have used: statements under way and in this minute, bytes of this day.
//!
//! Comes in: a role's limits, what a statement wants. Goes out: a place, given back when it is dropped, or 53300 or 53400. Must never: count one role's use against another's.

use crate::error::{SqlError, SqlResult};
use guard::SqlState;
use guard::policy::{Role, RoleName};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// The longest that a statement waits for others of its role.
const PATIENCE: Duration = Duration::from_secs(30);
const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

/// The books of all roles. It outlives reloads: a changed policy does not forget what was used.
#[derive(Debug, Default)]
pub struct Usage {
    roles: Mutex<BTreeMap<RoleName, Arc<RoleUsage>>>,
}

#[derive(Debug, Default)]
struct RoleUsage {
    counts: Mutex<Counts>,
    freed: Notify,
}

#[derive(Debug, Default)]
struct Counts {
    running: usize,
    /// The minute since 1970 that is counted, and its statements.
    minute: (i64, u64),
    /// The day since 1970 that is counted, and its bytes.
    day: (i64, u64),
}

impl RoleUsage {
    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Usage {
    fn of(&self, role: &RoleName) -> Arc<RoleUsage> {
        let mut roles = self.roles.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(roles.entry(role.clone()).or_default())
    }

    /// Waits for a place among the role's statements.
    ///
    /// # Errors
    /// 53300 if none is free in time, 53400 if the role's statements of this minute are used up, 57014 if it is cancelled.
    pub async fn take_turn(&self, role: &Role, now: i64, cancel: &CancellationToken) -> SqlResult<Turn> {
        let usage = self.of(&role.name);
        if let Some(limit) = role.limits.statements_per_minute {
            count_minute(&usage, role, now / MINUTE, limit)?;
        }
        let until = Instant::now() + role.limits.timeout.map_or(PATIENCE, |timeout| timeout.min(PATIENCE));
        let waiting = Arc::clone(&usage);
        loop {
            let freed = waiting.freed.notified();
            {
                let mut counts = usage.counts();
                if role.limits.concurrency.is_none_or(|limit| counts.running < limit) {
                    counts.running += 1;
                    drop(counts);
                    return Ok(Turn { usage });
                }
            }
            tokio::select! {
                () = freed => {}
                () = cancel.cancelled() => return Err(crate::interrupt::cancelled()),
                () = tokio::time::sleep_until(until) => return Err(too_many(role)),
            }
        }
    }

    /// Sets bytes aside from what the role may scan in a day.
    ///
    /// # Errors
    /// 53400 if there are not that many left.
    pub fn reserve(&self, role: &Role, now: i64, bytes: u64) -> SqlResult<Reservation> {
        let usage = self.of(&role.name);
        let today = now / DAY;
        {
            let mut counts = usage.counts();
            if counts.day.0 != today {
                counts.day = (today, 0);
            }
            let after = counts.day.1.saturating_add(bytes);
            if let Some(limit) = role.limits.bytes_per_day
                && after > limit
            {
                let left = limit.saturating_sub(counts.day.1);
                // What was read before may have been rows that the role does not see.
                let numbers = if role.grants.values().any(|grant| grant.rows.is_some()) {
                    format!("more asked than is left today (UTC), {limit} allowed")
                } else {
                    format!("{bytes} asked, {left} of {limit} left today (UTC)")
                };
                return Err(over(role, "bytes_per_day", &numbers)
                    .hint("Read a shorter window or fewer columns, or wait until tomorrow."));
            }
            counts.day.1 = after;
        }
        Ok(Reservation { usage, day: today, bytes })
    }
}

fn count_minute(usage: &RoleUsage, role: &Role, minute: i64, limit: u64) -> SqlResult<()> {
    let mut counts = usage.counts();
    if counts.minute.0 != minute {
        counts.minute = (minute, 0);
    }
    if counts.minute.1 >= limit {
        return Err(over(role, "statements_per_minute", &format!("{limit} allowed, and used")).hint("Wait a minute."));
    }
    counts.minute.1 += 1;
    Ok(())
}

/// 53400, with the limit's name and numbers.
pub fn over(role: &Role, limit: &str, numbers: &str) -> SqlError {
    SqlError::new(
        SqlState::CONFIGURATION_LIMIT_EXCEEDED,
        format!("the statement is over the limit \"{limit}\" of role \"{}\"", role.name),
    )
    .rule("limit")
    .detail(format!("Limit \"{limit}\" of role \"{}\": {numbers}.", role.name))
}

fn too_many(role: &Role) -> SqlError {
    let limit = role.limits.concurrency.unwrap_or(0);
    SqlError::new(
        SqlState::TOO_MANY_CONNECTIONS,
        format!("too many statements of role \"{}\" at the same time", role.name),
    )
    .rule("limit-concurrency")
    .detail(format!("Limit \"concurrency\" of role \"{}\": {limit} allowed.", role.name))
    .hint("Try again when one of them has ended; an open cursor counts until it is closed.")
}

/// A place among a role's statements.
#[derive(Debug)]
pub struct Turn {
    usage: Arc<RoleUsage>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.usage.counts().running -= 1;
        self.usage.freed.notify_one();
    }
}

/// Bytes set aside for a statement. Dropped without being settled they stay used: nobody knows what was read.
#[derive(Debug)]
pub struct Reservation {
    usage: Arc<RoleUsage>,
    day: i64,
    bytes: u64,
}

impl Reservation {
    /// Replaces the estimate by what was read.
    pub fn settle(self, read: u64) {
        let mut counts = self.usage.counts();
        if counts.day.0 == self.day {
            counts.day.1 = counts.day.1.saturating_sub(self.bytes).saturating_add(read);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use guard::policy::{Limits, WindowRule, Work};

    fn role(limits: Limits) -> Role {
        Role {
            name: RoleName("analyst".into()),
            comment: None,
            window: WindowRule::default(),
            limits,
            require_pushdown: false,
            work: Work::default(),
            revoked: Default::default(),
            grants: BTreeMap::new(),
        }
    }

    #[tokio::test]
    async fn a_statement_waits_for_its_turn_and_is_refused_if_none_comes() {
        let usage = Usage::default();
        let timeout = Some(Duration::from_millis(20));
        let role = role(Limits { concurrency: Some(1), timeout, ..Limits::default() });
        let cancel = CancellationToken::new();
        let first = usage.take_turn(&role, 0, &cancel).await.unwrap();
        let refused = usage.take_turn(&role, 0, &cancel).await.unwrap_err();
        assert_eq!(refused.sqlstate(), SqlState::TOO_MANY_CONNECTIONS);
        let (second, ()) = tokio::join!(usage.take_turn(&role, 0, &cancel), async { drop(first) });
        assert!(second.is_ok());
    }

    #[tokio::test]
    async fn waiting_for_a_turn_can_be_cancelled() {
        let usage = Usage::default();
        let role = role(Limits { concurrency: Some(0), ..Limits::default() });
        let cancel = CancellationToken::new();
        cancel.cancel();
        assert_eq!(usage.take_turn(&role, 0, &cancel).await.unwrap_err().sqlstate(), SqlState::QUERY_CANCELED);
    }

    #[test]
    fn bytes_of_a_day_are_reserved_settled_and_forgotten_the_next_day() {
        let usage = Usage::default();
        let role = role(Limits { bytes_per_day: Some(100), ..Limits::default() });
        let first = usage.reserve(&role, 0, 80).unwrap();
        let refused = usage.reserve(&role, 10, 30).unwrap_err();
        assert_eq!(refused.sqlstate(), SqlState::CONFIGURATION_LIMIT_EXCEEDED);
        assert!(refused.report().detail.as_deref().unwrap().contains("30 asked, 20 of 100 left"));
        first.settle(10);
        let second = usage.reserve(&role, 20, 90).unwrap();
        drop(second);
        assert!(usage.reserve(&role, 30, 1).is_err());
        assert!(usage.reserve(&role, DAY, 100).is_ok());
    }

    #[tokio::test]
    async fn statements_of_a_minute_are_counted() {
        let usage = Usage::default();
        let role = role(Limits { statements_per_minute: Some(2), ..Limits::default() });
        let cancel = CancellationToken::new();
        for _ in 0..2 {
            drop(usage.take_turn(&role, 5, &cancel).await.unwrap());
        }
        assert!(usage.take_turn(&role, 59, &cancel).await.is_err());
        assert!(usage.take_turn(&role, 60, &cancel).await.is_ok());
    }
}
