//! Windows: which span of time a statement reads, proved from its predicates or asked for, and never wider than the role may.
//!
//! Comes in: a bound plan, the [`WindowRequest`], the statement's time. Goes out: the plan with a window attached to each scan that needs one, or a refusal.
//! Must never: take for a bound what the optimizer can't soundly move down to the scan, or let a session's time zone choose the rows.

//!
//! | file | what |
//! |---|---|
//! | `bounds` | ranges of time, and what they leave of a table |
//! | `request` | `since`, `from`, `to` |
//! | `predicate` | interval analysis of a predicate |
//! | `constants` | columns and sub-selects that predicates may take for constants |
//! | `prove` | which predicates bound which scan |

pub mod bounds;
mod constants;
mod predicate;
mod prove;
mod request;
mod steps;
#[cfg(test)]
mod tests;

use crate::error::{SqlError, SqlResult};
use crate::plan::Bound;
use crate::plan::governed::GovernedRelation;
use crate::types::PgType;
pub use bounds::{Bounds, Range};
use chrono::{DateTime, Utc};
use datafusion::logical_expr::LogicalPlan;
use guard::SqlState;
use guard::policy::Role;
pub use request::{WindowRequest, duration};
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// Where a window came from, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A predicate in the statement on the time or partition column.
    Predicate,
    /// `--since`, `--from`, `--to` in the statement.
    Directive,
    /// `SET since`
    Session,
    /// The connection's options.
    Options,
    /// The role's default.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Origin::Predicate => "predicate",
            Origin::Directive => "directive",
            Origin::Session => "session",
            Origin::Options => "options",
            Origin::Default => "role default",
        })
    }
}

/// A resolved window, in absolute UTC bounds. Only this room makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    bounds: Bounds,
    origin: Origin,
}

impl Window {
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }

    #[must_use]
    pub fn origin(&self) -> Origin {
        self.origin
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bounds.span().fmt(f)
    }
}

/// A plan in which each scan that needs a window has one. Only [`govern`] makes it.
#[derive(Clone, Debug)]
pub struct Governed {
    plan: LogicalPlan,
    scans: Vec<GovernedRelation>,
    types: Vec<PgType>,
}

impl Governed {
    /// The types of the result's columns.
    #[must_use]
    pub fn types(&self) -> &[PgType] {
        &self.types
    }

    #[must_use]
    pub fn plan(&self) -> &LogicalPlan {
        &self.plan
    }

    #[must_use]
    pub fn into_plan(self) -> LogicalPlan {
        self.plan
    }

    /// The governed relations in it, one for each scan, under their windows.
    #[must_use]
    pub fn scans(&self) -> &[GovernedRelation] {
        &self.scans
    }

    /// How many days' partitions the windows reach into, whether there are any or not: nothing of the data is in it.
    #[must_use]
    pub fn days_text(&self, now: DateTime<Utc>) -> String {
        let today = now.timestamp_micros().div_euclid(bounds::DAY);
        let mut days: i64 = 0;
        for scan in &self.scans {
            let Some(partition) = scan.partition() else { continue };
            let is_date = partition.partition.is_some_and(|column| column.ty == PgType::Date);
            let bounds = scan.window().map_or(Bounds::ALL, Window::bounds);
            let range = match (partition.by_day, is_date) {
                (true, _) => bounds.partition,
                (false, true) => bounds::days_that_begin_in(bounds.time),
                (false, false) => continue,
            };
            let to = range.to.unwrap_or(today.saturating_add(1));
            match range.from {
                _ if bounds.is_empty() => {}
                Some(from) => days = days.saturating_add(to.saturating_sub(from).max(0)),
                None => return "all".to_owned(),
            }
        }
        format!("{days} in the window")
    }

    /// The windows as `SHOW tollgate.window` tells them: each one once; empty if there is none.
    #[must_use]
    pub fn window_text(&self) -> String {
        let mut texts: Vec<String> = Vec::new();
        for window in self.scans.iter().filter_map(GovernedRelation::window) {
            let text = window.to_string();
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts.join(", ")
    }
}

/// Resolves a window for each scan and attaches it. The parameters' values must have been put in by now: a placeholder proves nothing.
///
/// # Errors
/// 53400 for a scan without the window it needs, or with one wider than the role may have; 22023 for a request that does not read.
pub fn govern(bound: Bound, request: &WindowRequest, statement_time: DateTime<Utc>) -> SqlResult<Governed> {
    let (plan, columns, _, permit) = bound.into_parts();
    let types = columns.into_iter().map(|column| column.ty).collect();
    Ok(Governed { types, ..govern_for(plan, permit.role(), request, statement_time)? })
}

/// The plan with its parameters still open, under the windows that another one of the same statement has; nothing if its scans are others.
///
/// # Errors
/// XX000
pub fn opened(bound: &Bound, like: &Governed) -> SqlResult<Option<Governed>> {
    under_the_windows_of(bound.plan().clone(), like)
}

fn under_the_windows_of(plan: LogicalPlan, like: &Governed) -> SqlResult<Option<Governed>> {
    let mut scans = Vec::with_capacity(like.scans.len());
    let plan = prove::with_sources(plan, |relation| {
        let number = scans.len();
        let numbered = relation.numbered(number);
        let window = like.scans.get(number).and_then(GovernedRelation::window);
        let windowed = window.map_or_else(|| numbered.clone(), |window| numbered.within(*window));
        scans.push(windowed.clone());
        windowed.into_source()
    })?;
    let same = |(a, b): (&GovernedRelation, &GovernedRelation)| a.name() == b.name() && a.position() == b.position();
    if scans.len() != like.scans.len() || !scans.iter().zip(&like.scans).all(same) {
        return Ok(None);
    }
    Ok(Some(Governed { plan, scans, types: like.types.clone() }))
}

fn govern_for(plan: LogicalPlan, role: &Role, request: &WindowRequest, now: DateTime<Utc>) -> SqlResult<Governed> {
    let mut count = 0;
    let mut needs_proof = false;
    let plan = prove::with_sources(plan, |relation| {
        let numbered = relation.numbered(count);
        count += 1;
        needs_proof |= numbered.partition().is_some();
        numbered.into_source()
    })?;
    let proven = if needs_proof { prove::bounds_of_scans(&plan)? } else { BTreeMap::new() };
    let resolver = Resolver { role, request, now };
    let mut scans = Vec::with_capacity(count);
    let mut failure = None;
    let plan = prove::with_sources(plan, |relation| {
        let governed = match resolver.window(&relation, proven.get(&relation.scan_number()).copied()) {
            Ok(Some(window)) => relation.within(window),
            Ok(None) => relation,
            Err(error) => {
                failure.get_or_insert(error);
                relation
            }
        };
        scans.push(governed.clone());
        governed.into_source()
    })?;
    match failure {
        Some(error) => Err(error),
        None => Ok(Governed { plan, scans, types: Vec::new() }),
    }
}

/// Finds the window of one scan.
struct Resolver<'a> {
    role: &'a Role,
    request: &'a WindowRequest,
    now: DateTime<Utc>,
}

impl Resolver<'_> {
    fn window(&self, relation: &GovernedRelation, proven: Option<Bounds>) -> SqlResult<Option<Window>> {
        let is_required = relation.needs_window();
        let Some(columns) = relation.partition() else {
            return if is_required { Err(self.missing(relation)) } else { Ok(None) };
        };
        if let Some(bounds) = proven
            && bounds.span().from.is_some()
        {
            let window = Window { bounds, origin: Origin::Predicate };
            return self.narrow_enough(relation, window, is_required).map(Some);
        }
        let now = self.now;
        let asked = match request::range(&self.request.directive, now)? {
            Some(range) => Some((range, Origin::Directive)),
            None => request::range(&self.request.session, now)?.map(|range| (range, Origin::Session)),
        };
        let by_default = || {
            let since = self.role.window.default.filter(|_| is_required)?;
            let since = i64::try_from(since.as_micros()).ok()?;
            let now = now.timestamp_micros();
            Some((Range { from: now.checked_sub(since), to: Some(now) }, Origin::Default))
        };
        match asked.or_else(by_default) {
            Some((range, origin)) => {
                let window = Window { bounds: Bounds::of_time(range, columns.by_day), origin };
                self.narrow_enough(relation, window, is_required).map(Some)
            }
            None if is_required => Err(self.missing(relation)),
            None => Ok(None),
        }
    }

    /// A window may not be wider than the role's; one that is open or reaches into the future counts to now.
    fn narrow_enough(&self, relation: &GovernedRelation, window: Window, is_required: bool) -> SqlResult<Window> {
        let Some(max) = self.role.window.max.filter(|_| is_required) else { return Ok(window) };
        let span = window.bounds.span();
        let now = self.now.timestamp_micros();
        let to = span.to.map_or(now, |to| to.min(now));
        let asked = span.from.map(|from| to.saturating_sub(from));
        match asked {
            Some(asked) if u128::from(asked.max(0).unsigned_abs()) <= max.as_micros() => Ok(window),
            _ => Err(self.too_wide(relation, &window, asked, max)),
        }
    }

    fn missing(&self, relation: &GovernedRelation) -> SqlError {
        let max = self.role.window.max;
        let allowed = max.map_or_else(|| "any".to_owned(), |max| format!("at most {}", written(max)));
        let detail = format!("Limit \"window\" of role \"{}\": none asked, {allowed} allowed.", self.role.name);
        let week = Duration::from_secs(7 * 86_400);
        SqlError::new(
            SqlState::CONFIGURATION_LIMIT_EXCEEDED,
            format!("reading \"{}\" needs a window of time", relation.name()),
        )
        .rule("window-missing")
        .at(relation.position())
        .detail(detail)
        .hint(self.example(max.map_or(week, |max| max.min(week))))
    }

    fn too_wide(&self, relation: &GovernedRelation, window: &Window, asked: Option<i64>, max: Duration) -> SqlError {
        let asked = asked.map_or_else(|| "no beginning".to_owned(), request::written);
        let (role, max) = (&self.role.name, written(max));
        let hint = match window.origin {
            Origin::Predicate => {
                let column = relation.partition().and_then(|columns| columns.time.or(columns.partition));
                let column = column.map_or("the time column", |column| column.name.as_str());
                format!("Narrow the predicate, for example: \"{column}\" >= now() - interval '{max}'.")
            }
            Origin::Session | Origin::Options => format!("For example: SET since = '{max}'"),
            Origin::Directive | Origin::Default => {
                format!("Use a narrower one, for example: --since {max}")
            }
        };
        SqlError::new(
            SqlState::CONFIGURATION_LIMIT_EXCEEDED,
            format!("the window on \"{}\" is too wide", relation.name()),
        )
        .rule("window-too-wide")
        .at(relation.position())
        .detail(format!("Limit \"window.max\" of role \"{role}\": {asked} asked, {max} allowed ({}).", window.origin))
        .hint(hint)
    }

    /// The statement itself with a directive, if it is short; else how to write one.
    fn example(&self, since: Duration) -> String {
        let directive = format!("--since {}", written(since));
        let text = self.request.text.trim().trim_end_matches(';').trim_end();
        let is_plain = !text.is_empty() && text.len() <= 300 && !text.contains("--") && !text.contains('\n');
        if is_plain {
            format!("For example: {text} {directive}")
        } else {
            format!("End the statement with a line \"{directive}\", or write a predicate on its time column.")
        }
    }
}

fn written(span: Duration) -> String {
    request::written(i64::try_from(span.as_micros()).unwrap_or(i64::MAX))
}

/// As [`govern`], for a role that no permit holds.
#[cfg(test)]
pub(crate) fn govern_for_test(
    plan: LogicalPlan,
    role: &Role,
    request: &WindowRequest,
    now: DateTime<Utc>,
) -> SqlResult<Governed> {
    govern_for(plan, role, request, now)
}
