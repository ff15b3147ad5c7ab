//! A policy bound to its tables, before any statement asks.
//!
//! Comes in: a policy that reads, the warehouses and secrets around it. Goes out: its tables with their types and each role's catalogs; or every row filter, mask and policy test that does not hold, with its place.
//! Must never: ask a warehouse, or let a policy through of which a statement would find that it means nothing.

use crate::catalog::CatalogView;
use crate::config::Config;
use crate::error::SqlError;
use crate::functions;
use crate::plan::governed::{RawTable, Sources, Unfit, judge};
use crate::warehouse::Warehouse;
use guard::SqlState;
use guard::document::{Place, Problem, nearest};
use guard::parse::{StatementLimits, parse};
use guard::policy::{Case, Expectation, Policy, RelationName, RoleName};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Stack for binding: a row filter is a tree that an operator shapes.
const STACK: usize = 256 << 20;

/// What a policy leans on.
pub(super) struct Surroundings<'a> {
    pub(super) config: &'a Config,
    pub(super) warehouses: &'a BTreeMap<String, Arc<dyn Warehouse>>,
}

impl Sources for Surroundings<'_> {
    fn warehouse(&self, name: &str) -> Option<Arc<dyn Warehouse>> {
        self.warehouses.get(name).cloned()
    }

    fn secret(&self, name: &str) -> Option<Arc<[u8]>> {
        self.config.secrets.get(name).map(|secret| Arc::clone(secret.reveal()))
    }
}

/// What a bound policy gives.
pub(super) struct Relations {
    pub(super) tables: BTreeMap<RelationName, Arc<RawTable>>,
    pub(super) catalogs: BTreeMap<RoleName, Arc<CatalogView>>,
}

/// Binds all of a policy.
///
/// # Errors
/// Every problem, its file relative to the policy's folder.
pub(super) fn bind(policy: &Policy, around: &Surroundings<'_>) -> Result<Relations, Vec<Problem>> {
    let tables = tables(policy)?;
    let misfits = std::thread::scope(|scope| {
        let binder = std::thread::Builder::new().name("binder".to_owned()).stack_size(STACK);
        let bound = binder.spawn_scoped(scope, || grants(policy, &tables, around)).map(|thread| thread.join());
        match bound {
            Ok(Ok(misfits)) => misfits,
            // A panic, or no thread: what was not judged is not let through.
            Ok(Err(_)) | Err(_) => vec![problem(None, "the policy's row filters could not be judged".to_owned())],
        }
    });
    if !misfits.is_empty() {
        return Err(misfits);
    }
    let mut catalogs = BTreeMap::new();
    for (name, role) in &policy.roles {
        let view = CatalogView::of(role);
        let view = view.map_err(|error| vec![problem(None, format!("role \"{name}\": {}", error.report().message))])?;
        catalogs.insert(name.clone(), Arc::new(view));
    }
    Ok(Relations { tables, catalogs })
}

fn tables(policy: &Policy) -> Result<BTreeMap<RelationName, Arc<RawTable>>, Vec<Problem>> {
    let mut tables = BTreeMap::new();
    let mut problems = Vec::new();
    for (name, table) in &policy.tables {
        match RawTable::resolve(Arc::clone(table)) {
            Ok(raw) => drop(tables.insert(name.clone(), Arc::new(raw))),
            Err(error) => {
                let message = format!("table \"{name}\": {}", error.report().message);
                problems.push(problem(policy.places.table(name), message));
            }
        }
    }
    if problems.is_empty() { Ok(tables) } else { Err(problems) }
}

/// Each grant where it was written; roles that inherit it have the same one.
fn grants(policy: &Policy, tables: &BTreeMap<RelationName, Arc<RawTable>>, around: &Surroundings<'_>) -> Vec<Problem> {
    let database = &around.config.server.database;
    let mut problems = Vec::new();
    for (role, table, places) in policy.places.grants() {
        let grant = policy.roles.get(role).and_then(|role| role.grants.get(table));
        let (Some(grant), Some(raw)) = (grant, tables.get(table)) else {
            problems.push(problem(Some(&places.grant), format!("the grant on \"{table}\" has no table")));
            continue;
        };
        let (place, what, error) = match judge(grant, raw, &role.0, database, around) {
            Ok(()) => continue,
            Err(Unfit::Rows(error)) => (places.rows.as_ref().unwrap_or(&places.grant), "the row filter", error),
            Err(Unfit::Grant(error)) => (&places.grant, "the grant", error),
        };
        let message = format!("{what} on \"{table}\" does not hold: {}", in_words(&error));
        problems.push(Problem { hint: hint(&error), ..problem(Some(place), message) });
    }
    problems
}

/// Policy tests that no policy can pass: of a role that is not there, or with a statement that is none.
pub(super) fn misfits<'a>(cases: &'a [Case], policy: &'a Policy) -> impl Iterator<Item = Problem> + 'a {
    cases.iter().filter_map(|case| {
        let place = Place { file: case.file.clone(), line: case.line };
        if !policy.roles.contains_key(&case.role) {
            let message = format!("policy test \"{}\": there is no role \"{}\"", case.name, case.role);
            let hint = nearest(&case.role.0, policy.roles.keys().map(|name| name.0.as_str()));
            return Some(Problem { hint, ..problem(Some(&place), message) });
        }
        let refusal = parse(&case.sql, &StatementLimits::default()).err()?;
        if case.expect != Expectation::Allowed {
            return None;
        }
        let message = format!("policy test \"{}\": its statement can't be allowed: {}", case.name, refusal.message);
        Some(problem(Some(&place), message))
    })
}

fn problem(place: Option<&Place>, message: String) -> Problem {
    let Place { file, line } = place.cloned().unwrap_or(Place { file: String::new(), line: 1 });
    Problem { file, line, message, hint: None }
}

/// The operator owns the policy and the log: the cause may be told.
fn in_words(error: &SqlError) -> String {
    let report = error.report();
    match &report.cause {
        Some(cause) => format!("{}: {cause}", report.message),
        None => report.message.clone(),
    }
}

/// The nearest function for one that is not there; else what PostgreSQL would advise.
fn hint(error: &SqlError) -> Option<String> {
    let report = error.report();
    let called = report.message.strip_prefix("function ").and_then(|rest| rest.split_once('('));
    match called {
        Some((name, _)) if report.sqlstate == SqlState::UNDEFINED_FUNCTION && !functions::is_known(name) => {
            nearest(name, functions::names())
        }
        _ => report.hint.clone(),
    }
}
