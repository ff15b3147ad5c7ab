//! A statement that a warehouse runs whole, written once: its second run is neither parsed, bound nor lowered.
//!
//! Comes in: a prepared statement. Goes out: the sealed text with its parameters open, and what the audit tells of it. Must never: outlive the decision that it belongs to (it lives inside it, and a decision is one of a
//! role, a user, a policy version and the settings), or run under another window than the one that was found for this run.
//!
//! A window moves with the clock, with the session's settings and with the parameters, so it is found anew at each run, as for any statement. Its sides are parameters of the text, of which gate 3 has proved that they stand
//! at the window's place and nowhere else. Which sides there are is part of the text: there is one text for each choice of them.

use super::decide::Subject;
use super::{Prepared, StatementContext};
use crate::admin::Metrics;
use crate::error::{SqlError, SqlResult};
use crate::lower::fragments::whole;
use crate::lower::side_value;
use crate::plan::Bound;
use crate::plan::deadline::{Patience, on_large_stack};
use crate::plan::governed::GovernedRelation;
use crate::types::PgType;
use crate::warehouse::remote::{Parameter, RemoteExec, Rows};
use crate::warehouse::runtime::{Scans, conceal, price, reads};
use crate::warehouse::{Estimate, Warehouse};
use crate::window::bounds::DAY;
use crate::window::{Governed, Window, WindowRequest, govern, opened};
use datafusion::common::ScalarValue;
use futures::{StreamExt, TryStreamExt};
use guard::seal::SentSide;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a price is good for.
const PRICE: Duration = Duration::from_secs(60);
/// Texts of one statement: one for each choice of sides that its windows have.
const TEXTS: usize = 8;

/// The texts of one prepared statement, each written at its first run.
#[derive(Debug, Default)]
pub struct Texts(Mutex<Vec<(Shape, Option<Arc<Ready>>)>>);

/// Which sides the windows of a statement's scans have: of time from and to, of days from and to.
type Shape = Vec<[bool; 4]>;

/// See the module.
#[derive(Debug)]
pub struct Ready {
    statement: Arc<RemoteExec>,
    /// The statement's own parameters, and those of its windows.
    parameters: Vec<PgType>,
    pub tables: Vec<String>,
    pub columns: Vec<String>,
    /// Whether the role does not see all that is read.
    pub conceals: bool,
    /// What it is priced by.
    scans: Scans,
    price: Mutex<Option<(Instant, Estimate)>>,
}

/// Whether a warehouse may run all of it.
pub fn may_be_ready(bound: &Bound) -> bool {
    !bound.scans().is_empty() && bound.scans().iter().all(|scan| scan.warehouse().remote().is_some())
}

/// Whether a window is to be found first.
pub fn has_windows(bound: &Bound) -> bool {
    bound.scans().iter().any(|scan| scan.partition().is_some())
}

impl Texts {
    /// The statement as the warehouse can run it under windows like these; nothing if it can't run all of it. Without any, no scan has one, whatever the parameters are.
    ///
    /// # Errors
    /// What planning says.
    pub async fn under(
        prepared: &Arc<Prepared>,
        windows: Option<&Governed>,
        statement: &StatementContext,
        patience: Patience,
        metrics: &Metrics,
    ) -> SqlResult<Option<Arc<Ready>>> {
        let shape = shape(windows);
        let texts = &prepared.texts.0;
        let known = {
            let texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
            texts.iter().find(|(known, _)| *known == shape).map(|(_, ready)| ready.clone())
        };
        if let Some(ready) = known {
            return Ok(ready);
        }
        let (own, windows, statement) = (Arc::clone(prepared), windows.cloned(), statement.clone());
        let ready = on_large_stack(patience, move || Ready::written(&own, windows.as_ref(), &statement)).await?;
        let ready = ready.map(Arc::new);
        if ready.is_some() {
            metrics.statements_lowered.increment();
        }
        let mut texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
        if texts.len() < TEXTS {
            texts.push((shape, ready.clone()));
        }
        Ok(ready)
    }
}

fn shape(windows: Option<&Governed>) -> Shape {
    let scans = windows.map(Governed::scans).unwrap_or_default();
    let sides = |scan: &GovernedRelation| {
        let bounds = scan.window().map(Window::bounds).unwrap_or_default();
        [bounds.time.from, bounds.time.to, bounds.partition.from, bounds.partition.to].map(|side| side.is_some())
    };
    scans.iter().map(sides).collect()
}

impl Ready {
    fn written(
        prepared: &Prepared,
        windows: Option<&Governed>,
        statement: &StatementContext,
    ) -> SqlResult<Option<Self>> {
        let Subject::Query(bound) = &prepared.subject else { return Ok(None) };
        let governed = match windows {
            Some(windows) => match opened(bound, windows)? {
                Some(governed) => governed,
                None => return Ok(None),
            },
            None => {
                let request = WindowRequest {
                    directive: prepared.parsed.directives().clone(),
                    session: statement.window.clone(),
                    text: prepared.parsed.text().to_owned(),
                };
                govern(bound.as_ref().clone(), &request, statement.statement_time)?
            }
        };
        let Some((exec, plan)) = whole(&governed, bound.parameters())? else { return Ok(None) };
        let (tables, columns, scans) = reads(&plan)?;
        let mut parameters = bound.parameters().to_vec();
        for side in exec.statement().windows() {
            parameters.push(scan_of(&governed, side)?.raw_type(&side.column).cloned().ok_or_else(unfit)?);
        }
        let conceals = conceal(&scans);
        let (statement, price) = (Arc::new(exec), Mutex::default());
        Ok(Some(Self { statement, parameters, tables, columns, conceals, scans, price }))
    }

    #[must_use]
    pub fn text(&self) -> &str {
        self.statement.statement().text()
    }

    #[must_use]
    pub fn warehouse(&self) -> &Arc<dyn Warehouse> {
        self.statement.warehouse()
    }

    /// What all its scans together cost: as it was found not long ago, or under these windows.
    ///
    /// # Errors
    /// 58030 if the warehouse fails.
    pub async fn estimate(&self, windows: Option<&Governed>) -> SqlResult<Estimate> {
        let known = *self.price.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, estimate)) = known.filter(|(at, _)| at.elapsed() < PRICE && windows.is_none()) {
            return Ok(estimate);
        }
        let scans = self.scans.iter().map(|(scan, columns)| {
            let own = windows.and_then(|windows| windows.scans().get(scan.scan_number()));
            (own.unwrap_or(scan).clone(), columns.clone())
        });
        let sum = price(&scans.collect()).await?;
        *self.price.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), sum));
        Ok(sum)
    }

    /// Starts it with these values, under the windows that were found for them, when the first batch is wanted.
    ///
    /// # Errors
    /// XX000 if a value is not of its parameter's type, or a window has other sides than the text.
    pub fn run(
        &self,
        values: &[ScalarValue],
        windows: Option<&Governed>,
        statement: &StatementContext,
    ) -> SqlResult<Rows> {
        let mut values = values.to_vec();
        for side in self.statement.statement().windows() {
            values.push(side_of(windows.ok_or_else(unfit)?, side)?);
        }
        let parameters = Parameter::all(&values, &self.parameters)?;
        let tag = super::pushdown::tag(statement);
        let exec = Arc::clone(&self.statement);
        let rows = async move { exec.submit(&parameters, &tag).await };
        Ok(futures::stream::once(rows).try_flatten().boxed())
    }
}

fn unfit() -> SqlError {
    SqlError::internal("a text for another window")
}

fn scan_of<'a>(windows: &'a Governed, side: &SentSide) -> SqlResult<&'a GovernedRelation> {
    windows.scans().iter().find(|scan| scan.scan_number() == side.scan).ok_or_else(unfit)
}

/// The value of a side.
fn side_of(windows: &Governed, side: &SentSide) -> SqlResult<ScalarValue> {
    let scan = scan_of(windows, side)?;
    let bounds = scan.window().ok_or_else(unfit)?.bounds();
    let (range, unit) = if side.day { (bounds.partition, DAY) } else { (bounds.time, 1) };
    let number = if side.lower { range.from } else { range.to };
    let micros = number.map(|number| number.saturating_mul(unit)).ok_or_else(unfit)?;
    let ty = scan.raw_type(&side.column).ok_or_else(unfit)?;
    side_value(ty, micros).ok_or_else(unfit)
}
