//! A statement that a warehouse runs whole, written once: its second run is neither parsed, bound nor lowered.
//!
//! Comes in: a prepared statement. Goes out: the sealed text with its parameters open, and what the audit tells of it. Must never: outlive the decision that it belongs to (it lives inside it, and a decision is one of a
//! role, a user, a policy version and the settings), or stand for a statement whose window must be found anew.

use super::decide::Subject;
use super::{Prepared, StatementContext};
use crate::admin::Metrics;
use crate::error::SqlResult;
use crate::lower::fragments::whole;
use crate::plan::deadline::{Patience, on_large_stack};
use crate::types::PgType;
use crate::warehouse::remote::{Parameter, RemoteExec, Rows};
use crate::warehouse::runtime::reads;
use crate::warehouse::{Estimate, Warehouse};
use crate::window::{WindowRequest, govern};
use datafusion::common::ScalarValue;
use futures::{StreamExt, TryStreamExt};
use guard::seal::SealedSql;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a price is good for.
const PRICE: Duration = Duration::from_secs(60);

/// See the module.
#[derive(Debug)]
pub struct Ready {
    statement: Arc<RemoteExec>,
    parameters: Vec<PgType>,
    pub tables: Vec<String>,
    pub columns: Vec<String>,
    pub hides_rows: bool,
    /// What each scan is priced by.
    scans: Vec<SealedSql>,
    price: Mutex<Option<(Instant, Estimate)>>,
}

impl Ready {
    /// The statement as the warehouse can run it whenever it is wanted; nothing if something of it is decided anew each time.
    ///
    /// # Errors
    /// What planning says.
    pub async fn of(
        prepared: &Arc<Prepared>,
        statement: &StatementContext,
        patience: Patience,
        metrics: &Metrics,
    ) -> SqlResult<Option<Self>> {
        let Subject::Query(bound) = &prepared.subject else { return Ok(None) };
        let steady = |scan: &crate::plan::governed::GovernedRelation| {
            scan.warehouse().remote().is_some() && scan.partition().is_none()
        };
        if bound.scans().is_empty() || !bound.scans().iter().all(steady) {
            return Ok(None);
        }
        metrics.statements_lowered.increment();
        let (prepared, statement) = (Arc::clone(prepared), statement.clone());
        on_large_stack(patience, move || Self::written(&prepared, &statement)).await
    }

    fn written(prepared: &Prepared, statement: &StatementContext) -> SqlResult<Option<Self>> {
        let Subject::Query(bound) = &prepared.subject else { return Ok(None) };
        let request = WindowRequest {
            directive: prepared.parsed.directives().clone(),
            session: statement.window.clone(),
            text: prepared.parsed.text().to_owned(),
        };
        // No scan of it has a window, whatever the parameters are.
        let governed = govern(bound.as_ref().clone(), &request, statement.statement_time)?;
        let Some((exec, plan)) = whole(&governed, bound.parameters())? else { return Ok(None) };
        let (tables, columns, scans) = reads(&plan)?;
        let parameters = bound.parameters().to_vec();
        let hides_rows = governed.hides_rows();
        let (statement, price) = (Arc::new(exec), Mutex::default());
        Ok(Some(Self { statement, parameters, tables, columns, hides_rows, scans, price }))
    }

    #[must_use]
    pub fn text(&self) -> &str {
        self.statement.statement().text()
    }

    #[must_use]
    pub fn warehouse(&self) -> &Arc<dyn Warehouse> {
        self.statement.warehouse()
    }

    /// What all its scans together cost, as it was found not long ago.
    ///
    /// # Errors
    /// 58030 if the warehouse fails.
    pub async fn estimate(&self) -> SqlResult<Estimate> {
        let known = *self.price.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, estimate)) = known.filter(|(at, _)| at.elapsed() < PRICE) {
            return Ok(estimate);
        }
        let mut sum = Estimate::ZERO;
        if let Some(remote) = self.warehouse().remote() {
            for scan in &self.scans {
                sum = sum.plus(remote.estimate(scan).await?);
            }
        }
        *self.price.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), sum));
        Ok(sum)
    }

    /// Starts it with these values when the first batch is wanted.
    ///
    /// # Errors
    /// XX000 if a value is not of its parameter's type.
    pub fn run(&self, values: &[ScalarValue], statement: &StatementContext) -> SqlResult<Rows> {
        let parameters = Parameter::all(values, &self.parameters)?;
        let tag = super::pushdown::tag(statement);
        let exec = Arc::clone(&self.statement);
        let rows = async move { exec.submit(&parameters, &tag).await };
        Ok(futures::stream::once(rows).try_flatten().boxed())
    }
}
