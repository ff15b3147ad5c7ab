//! `tollgate check`

use super::accounts::{self, Excess};
use super::{ConfigFile, Failure, Outcome, block_on, offline_world, say, statement};
use crate::error::SqlError;
use crate::pipeline;
use crate::plan::governed::RawTable;
use crate::warehouse::SourceColumn;
use crate::world::{World, files};
use clap::Args;
use guard::document::{Place, nearest};
use guard::parse::Directives;
use guard::policy::{self, Case, Expectation};
use std::process::ExitCode;
use std::sync::Arc;

/// Validate configuration and policies, compare contracts with the warehouses, run the policy tests
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  tollgate check --config tollgate.toml --offline")]
pub(super) struct Check {
    #[command(flatten)]
    config: ConfigFile,
    /// Ask no warehouse: neither contracts nor policy tests that need one are compared
    #[arg(long)]
    offline: bool,
}

impl Check {
    pub(super) fn run(self) -> Outcome {
        let config = self.config.load()?;
        let cases = files::case_files(&config.policy_dir).and_then(|files| policy::cases(&files));
        let world = Arc::new(offline_world(config)?);
        let cases = cases?;
        let offline = self.offline;
        let tests = cases.len();
        let checked = Arc::clone(&world);
        let findings = block_on(async move {
            let mut findings = if offline { Vec::new() } else { compare_contracts(&checked).await };
            if !offline {
                let Excess { errors, warnings } = accounts::excess(&checked).await;
                warnings.iter().for_each(|warning| eprintln!("warning: {warning}"));
                findings.extend(errors);
            }
            findings.extend(run_cases(&checked, &cases, offline).await);
            findings
        })?;
        if !findings.is_empty() {
            return Err(Failure(findings));
        }
        say(format_args!(
            "ok: policy {}, {} roles, {} tables{}, {tests} policy tests",
            world.version(),
            world.policy().roles.len(),
            world.policy().tables.len(),
            if offline { " (not compared)" } else { "" },
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn compare_contracts(world: &World) -> Vec<String> {
    let mut findings = Vec::new();
    for table in world.tables().values() {
        let contract = table.contract();
        // INVARIANT: a world is only made where each contract's warehouse is configured.
        let Some(warehouse) = world.warehouses().get(&contract.warehouse) else { continue };
        let wrong = match warehouse.describe(&contract.source).await {
            Ok(columns) => compare(table, &columns),
            Err(error) => {
                let report = error.report();
                let cause = report.cause.as_ref().map(|cause| format!(": {cause}")).unwrap_or_default();
                vec![(None, format!("{}{cause}", report.message))]
            }
        };
        let places = &world.policy().places;
        findings.extend(wrong.into_iter().map(|(column, wrong)| {
            let place = column.and_then(|column| places.column(&contract.name, column));
            let place = in_folder(world, place.or_else(|| places.table(&contract.name)));
            format!("{place}: table \"{}\": {wrong}", contract.name)
        }));
    }
    findings
}

/// A place in the policy, as the operator opens it.
fn in_folder(world: &World, place: Option<&Place>) -> String {
    let dir = &world.config().policy_dir;
    place.map_or_else(
        || dir.display().to_string(),
        |place| format!("{}:{}", dir.join(&place.file).display(), place.line),
    )
}

/// What the contract says and the warehouse does not, and of which column.
fn compare<'a>(table: &'a RawTable, actual: &[SourceColumn]) -> Vec<(Option<&'a str>, String)> {
    let mut findings = Vec::new();
    for column in table.columns() {
        let about = Some(column.name.as_str());
        match actual.iter().find(|candidate| candidate.name == column.name) {
            None => {
                let hint = nearest(&column.name, actual.iter().map(|column| column.name.as_str()));
                let hint = hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
                findings.push((about, format!("the warehouse has no column \"{}\"{hint}", column.name)));
            }
            Some(found) if !found.reads_as.contains(&column.ty) => {
                let (name, native) = (&column.name, &found.native_type);
                let wrong = format!(
                    "column \"{name}\" is {native} in the warehouse, which can't be read as the contract's type"
                );
                findings.push((about, wrong));
            }
            Some(_) => {}
        }
    }
    findings
}

async fn run_cases(world: &Arc<World>, cases: &[Case], offline: bool) -> Vec<String> {
    let mut findings = Vec::new();
    for case in cases {
        if let Some(wrong) = run_case(world, case, offline).await {
            let file = world.config().policy_dir.join(&case.file);
            findings.push(format!("{}:{}: \"{}\": {wrong}", file.display(), case.line, case.name));
        }
    }
    findings
}

/// What is wrong with a case's answer.
async fn run_case(world: &Arc<World>, case: &Case, offline: bool) -> Option<String> {
    if let Err(unknown) = statement::known_role(world, &case.role) {
        return Some(unknown);
    }
    let user = case.user.as_deref().unwrap_or(&case.role.0);
    let context = statement::context(world, user, &case.role, Directives::default());
    let answer = match statement::prepare(&case.sql, world, &context).await {
        // What is sent follows from a plan, which may ask a warehouse.
        Ok(prepared) if !offline => pipeline::sent(&prepared, world, &context).await.map(Some),
        Ok(_) => Ok(None),
        Err(error) => Err(error),
    };
    match (&case.expect, answer) {
        (Expectation::Allowed, Ok(sent)) => sent.and_then(|sent| unsent(&case.sends, &sent)),
        (Expectation::Refused(expected), Ok(_)) => Some(format!("allowed, and {expected} was expected")),
        (Expectation::Refused(expected), Err(error)) if error.sqlstate().code() == expected => None,
        (Expectation::Allowed, Err(error)) => Some(refused(&error, "allowed")),
        (Expectation::Refused(state), Err(error)) => Some(refused(&error, state)),
    }
}

fn refused(error: &SqlError, expected: &str) -> String {
    let report = error.report();
    let detail = report.detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
    format!("refused with {}: {}{detail}; {expected} was expected", report.sqlstate, report.message)
}

/// The first fragment that is in no text that is sent. Quotes around names don't count.
fn unsent(fragments: &[String], sent: &[String]) -> Option<String> {
    let plain = |text: &str| text.replace('"', "");
    let missing = fragments.iter().find(|fragment| !sent.iter().any(|text| plain(text).contains(&plain(fragment))))?;
    let sent = if sent.is_empty() { "nothing".to_owned() } else { sent.join("; ") };
    Some(format!("\"{missing}\" is not in what is sent: {sent}"))
}
