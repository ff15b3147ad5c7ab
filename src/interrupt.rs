//! How work on a statement is ended from outside, wherever it is.
//!
//! Comes in: the work, and what may end it: somebody who no longer wants it, a moment, or memory that there is not. Goes out: an error from the next [`check`] or [`making`]. Must never: be the only way to
//! an end; whoever waits has a clock of its own.
//!
//! The engine works in steps that nobody can stop from outside. So that each is short, whatever may take long asks here on its way, as PostgreSQL's CHECK_FOR_INTERRUPTS does: loops over
//! rows in functions and aggregates by [`check`], operators and join filters between their batches by [`Interrupt::pause`]. What is asked after is the work that the thread is at: a function
//! that DataFusion calls can be told of it in no other way.
//!
//! Likewise for memory: the engine's operators reserve what they keep, but not what functions make of a batch, which may be many times its size. A function says what it is about to make by
//! [`making`]; from batch to batch the operator's stream takes the sum by [`made`], so that what is long gone does not count.

use crate::error::{SqlError, SqlResult};
use guard::SqlState;
use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::{Handle, RuntimeFlavor};

/// So long one step may hold its thread before other statements get another one.
const STEP: Duration = Duration::from_millis(5);
/// So long it rests then: only while it does can another thread take over.
const REST: Duration = Duration::from_millis(1);

thread_local! {
    static CURRENT: RefCell<Option<Current>> = const { RefCell::new(None) };
}

/// Less than this is made without asking for room.
const SMALL: usize = 1 << 20;

/// What a thread works on.
struct Current {
    interrupt: Arc<Interrupt>,
    /// Bytes that functions made since the last [`made`].
    made: usize,
    /// The beginning of the step, or its last rest.
    since: Instant,
    /// Longer after each rest: whether another thread took over can't be seen.
    next: Duration,
}

/// The memory that work may use.
pub trait Room: std::fmt::Debug + Send + Sync {
    /// # Errors
    /// 53200 if so many bytes beside those that are reserved are too many.
    fn fits(&self, bytes: usize) -> SqlResult<()>;
}

/// One piece of work that can be ended.
#[derive(Debug, Default)]
pub struct Interrupt {
    raised: AtomicBool,
    until: Option<(Instant, Late)>,
    room: Option<Arc<dyn Room>>,
}

/// What it means that the time is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// 57014: the statement's own time.
    Timeout,
    /// 54001: nothing takes so long to plan but a statement that was made to.
    TooComplex,
}

impl Late {
    #[must_use]
    pub fn error(self) -> SqlError {
        match self {
            Late::Timeout => timed_out(),
            Late::TooComplex => SqlError::new(SqlState::STATEMENT_TOO_COMPLEX, "the statement takes too long to plan")
                .rule("plan-deadline")
                .hint("Split it into smaller statements."),
        }
    }
}

impl Interrupt {
    /// Work that ends by itself at that moment.
    #[must_use]
    pub fn until(moment: Instant, late: Late) -> Self {
        Self { raised: AtomicBool::new(false), until: Some((moment, late)), room: None }
    }

    /// Work that may use so much memory.
    #[must_use]
    pub fn within(room: Arc<dyn Room>) -> Self {
        Self { raised: AtomicBool::new(false), until: None, room: Some(room) }
    }

    /// Ends the work.
    pub fn raise(&self) {
        self.raised.store(true, Ordering::Relaxed);
    }

    /// # Errors
    /// 57014 if nobody wants it any more; what being late means once it is.
    pub fn check(&self) -> SqlResult<()> {
        if self.raised.load(Ordering::Relaxed) {
            return Err(cancelled());
        }
        match self.until {
            Some((moment, late)) if Instant::now() >= moment => Err(late.error()),
            _ => Ok(()),
        }
    }

    /// Does `work`, during which [`check`] asks after this.
    pub fn over<T>(self: &Arc<Self>, work: impl FnOnce() -> T) -> T {
        let entered = CURRENT.with_borrow_mut(|current| match current {
            Some(outer) if Arc::ptr_eq(&outer.interrupt, self) => None,
            _ => {
                let own = Current { interrupt: Arc::clone(self), made: 0, since: Instant::now(), next: STEP };
                Some(Entered { outer: current.replace(own) })
            }
        });
        let done = work();
        drop(entered);
        done
    }

    /// A place between two steps: the work may end here, and a thread that was held for long gives what else waits for it to another one.
    ///
    /// # Errors
    /// As [`Interrupt::check`].
    pub fn pause(&self) -> SqlResult<()> {
        self.check()?;
        let is_long = CURRENT.with_borrow_mut(|current| match current {
            Some(current) if current.since.elapsed() > current.next => {
                current.next *= 2;
                true
            }
            _ => false,
        });
        if is_long && Handle::try_current().is_ok_and(|handle| handle.runtime_flavor() == RuntimeFlavor::MultiThread) {
            tokio::task::block_in_place(|| std::thread::sleep(REST));
            CURRENT.with_borrow_mut(|current| current.iter_mut().for_each(|current| current.since = Instant::now()));
        }
        Ok(())
    }
}

/// Ends the work when it is dropped: its owner no longer waits.
#[derive(Debug)]
pub struct Raise(pub Arc<Interrupt>);

impl Drop for Raise {
    fn drop(&mut self) {
        self.0.raise();
    }
}

/// Brings back what the thread worked on before.
struct Entered {
    outer: Option<Current>,
}

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.set(self.outer.take());
    }
}

/// Asks whether the thread's work is still wanted. Cheap enough for a loop over rows.
///
/// # Errors
/// As [`Interrupt::check`].
pub fn check() -> SqlResult<()> {
    CURRENT.with_borrow(|current| match current {
        Some(current) => current.interrupt.check(),
        None => Ok(()),
    })
}

/// Says that the thread's work is about to make values of so many bytes.
///
/// # Errors
/// As [`check`]; 53200 if the statement may not have so many.
pub fn making(bytes: usize) -> SqlResult<()> {
    CURRENT.with_borrow_mut(|current| {
        let Some(current) = current else { return Ok(()) };
        current.made = current.made.saturating_add(bytes);
        match &current.interrupt.room {
            Some(room) if current.made > SMALL => room.fits(current.made)?,
            _ => {}
        }
        current.interrupt.check()
    })
}

/// Says that the thread's work needs so many bytes until its next value.
///
/// # Errors
/// As [`making`].
pub fn passing(bytes: usize) -> SqlResult<()> {
    CURRENT.with_borrow(|current| {
        let Some(current) = current else { return Ok(()) };
        match &current.interrupt.room {
            Some(room) if bytes > SMALL => room.fits(current.made.saturating_add(bytes))?,
            _ => {}
        }
        current.interrupt.check()
    })
}

/// Steps within one value, of which a short value can ask for very many.
#[derive(Debug, Default)]
pub struct Steps(u32);

impl Steps {
    /// So many steps go between two looks.
    const LOOK: u32 = 1 << 14;

    /// # Errors
    /// As [`check`], now and then.
    pub fn one(&mut self) -> SqlResult<()> {
        self.0 += 1;
        if self.0 < Self::LOOK {
            return Ok(());
        }
        self.0 = 0;
        check()
    }
}

/// The bytes that were made since this was last asked.
pub fn made() -> usize {
    CURRENT.with_borrow_mut(|current| current.as_mut().map_or(0, |current| std::mem::take(&mut current.made)))
}

#[must_use]
pub fn cancelled() -> SqlError {
    SqlError::new(SqlState::QUERY_CANCELED, "canceling statement due to user request")
}

#[must_use]
pub fn timed_out() -> SqlError {
    SqlError::new(SqlState::QUERY_CANCELED, "canceling statement due to statement timeout").rule("limit-timeout")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_asks_after_the_innermost_work() {
        let (outer, inner) = (Arc::new(Interrupt::default()), Arc::new(Interrupt::default()));
        inner.raise();
        assert!(check().is_ok());
        outer.over(|| {
            assert!(check().is_ok());
            assert_eq!(inner.over(check).unwrap_err().sqlstate(), SqlState::QUERY_CANCELED);
            assert!(check().is_ok());
            outer.raise();
            assert!(outer.over(check).is_err());
            assert!(check().is_err());
        });
        assert!(check().is_ok());
    }

    #[test]
    fn late_work_ends_by_itself() {
        let late = |late| Arc::new(Interrupt::until(Instant::now(), late)).over(check).unwrap_err().sqlstate();
        assert_eq!(late(Late::Timeout), SqlState::QUERY_CANCELED);
        assert_eq!(late(Late::TooComplex), SqlState::STATEMENT_TOO_COMPLEX);
        let later = Interrupt::until(Instant::now() + Duration::from_secs(3600), Late::Timeout);
        assert!(Arc::new(later).over(check).is_ok());
    }

    #[derive(Debug)]
    struct Small;

    impl Room for Small {
        fn fits(&self, bytes: usize) -> SqlResult<()> {
            let error = || SqlError::new(SqlState::OUT_OF_MEMORY, "no room");
            (bytes <= 3 << 20).then_some(()).ok_or_else(error)
        }
    }

    #[test]
    fn what_is_made_must_fit_until_it_was_counted() {
        assert!(making(usize::MAX).is_ok());
        let interrupt = Arc::new(Interrupt::within(Arc::new(Small)));
        interrupt.over(|| {
            assert!(making(2 << 20).is_ok());
            assert!(making(1 << 20).is_ok());
            assert_eq!(making(1).unwrap_err().sqlstate(), SqlState::OUT_OF_MEMORY);
            assert_eq!(made(), (3 << 20) + 1);
            assert!(making(3 << 20).is_ok());
            interrupt.raise();
            assert_eq!(making(0).unwrap_err().sqlstate(), SqlState::QUERY_CANCELED);
        });
        assert_eq!(made(), 0);
    }

    #[test]
    fn what_passes_must_fit_and_is_not_counted() {
        assert!(passing(usize::MAX).is_ok());
        let interrupt = Arc::new(Interrupt::within(Arc::new(Small)));
        interrupt.over(|| {
            assert!(passing(3 << 20).is_ok());
            assert!(passing(3 << 20).is_ok());
            assert_eq!(made(), 0);
            assert!(making(2 << 20).is_ok());
            assert_eq!(passing(2 << 20).unwrap_err().sqlstate(), SqlState::OUT_OF_MEMORY);
            interrupt.raise();
            assert_eq!(passing(0).unwrap_err().sqlstate(), SqlState::QUERY_CANCELED);
        });
    }

    #[test]
    fn many_steps_end_with_the_work() {
        let interrupt = Arc::new(Interrupt::default());
        interrupt.raise();
        let mut steps = Steps::default();
        let ended = interrupt.over(|| (0..=Steps::LOOK).find_map(|_| steps.one().err()));
        assert_eq!(ended.unwrap().sqlstate(), SqlState::QUERY_CANCELED);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
    async fn a_long_step_gives_its_thread_away() {
        let interrupt = Arc::new(Interrupt::default());
        let (send, receive) = std::sync::mpsc::channel();
        let hog = tokio::spawn(async move {
            let other = interrupt.over(|| {
                // The only worker is held until another task ran.
                let other = tokio::spawn(async move { send.send(()) });
                let started = Instant::now();
                while receive.try_recv().is_err() {
                    assert!(started.elapsed() < Duration::from_secs(20), "no thread for the other task");
                    interrupt.pause().unwrap();
                }
                other
            });
            other.await.unwrap().unwrap();
        });
        hog.await.unwrap();
    }
}
