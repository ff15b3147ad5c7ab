//! `tollgate check`

use super::{ConfigFile, Failure, Outcome, block_on, offline_world, statement};
use crate::config::WarehouseKind;
use crate::plan::governed::RawTable;
use crate::warehouse::SourceColumn;
use crate::world::{World, files};
use clap::Args;
use guard::document::nearest;
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
                findings.extend(compare_privileges(&checked).await);
            }
            findings.extend(run_cases(&checked, &cases).await);
            findings
        })?;
        if !findings.is_empty() {
            return Err(Failure(findings));
        }
        println!(
            "ok: policy {}, {} roles, {} tables{}, {tests} policy tests",
            world.version(),
            world.policy().roles.len(),
            world.policy().tables.len(),
            if offline { " (not compared)" } else { "" },
        );
        Ok(ExitCode::SUCCESS)
    }
}

async fn compare_contracts(world: &World) -> Vec<String> {
    let mut findings = Vec::new();
    for table in world.tables().values() {
        let contract = table.contract();
        // INVARIANT: a world is only made where each contract's warehouse is configured.
        let Some(warehouse) = world.warehouses().get(&contract.warehouse) else { continue };
        match warehouse.describe(&contract.source).await {
            Ok(columns) => findings.extend(compare(table, &columns)),
            Err(error) => {
                let report = error.report();
                let cause = report.cause.as_ref().map(|cause| format!(": {cause}")).unwrap_or_default();
                findings.push(format!("{}{cause}", report.message));
            }
        }
        let place = format!("{}: table \"{}\"", world.config().policy_dir.join("tables").display(), contract.name);
        findings.iter_mut().filter(|finding| !finding.contains(": table \"")).for_each(|finding| {
            *finding = format!("{place}: {finding}");
        });
    }
    findings
}

/// What the gateway's accounts can do at the warehouses and never need to: an account that can only read what has a contract keeps a fault of the gateway's from becoming a loss.
async fn compare_privileges(world: &World) -> Vec<String> {
    let mut findings = Vec::new();
    for configured in &world.config().warehouses {
        let (WarehouseKind::Postgres(account) | WarehouseKind::Redshift(account)) = &configured.kind else { continue };
        let Some(remote) = world.warehouses().get(&configured.name).and_then(|warehouse| warehouse.remote()) else {
            continue;
        };
        let place = format!("{}: warehouse \"{}\"", configured.place, configured.name);
        // One that does not answer was told of with its contracts.
        let Ok(privileges) = remote.privileges().await else { continue };
        if account.dangerous_writes {
            continue;
        }
        let advice = "give it an account that can only read, or write dangerous_writes = true";
        if privileges.superuser {
            findings.push(format!("{place}: the account \"{}\" is a superuser ({advice})", account.user));
        } else if let Some(first) = privileges.writable.first() {
            let count = privileges.writable.len();
            findings.push(format!(
                "{place}: the account \"{}\" can write {count} tables, \"{first}\" among them ({advice})",
                account.user
            ));
        }
    }
    findings
}

/// What the contract says and the warehouse does not.
fn compare(table: &RawTable, actual: &[SourceColumn]) -> Vec<String> {
    let mut findings = Vec::new();
    for column in table.columns() {
        match actual.iter().find(|candidate| candidate.name == column.name) {
            None => {
                let hint = nearest(&column.name, actual.iter().map(|column| column.name.as_str()));
                let hint = hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
                findings.push(format!("the warehouse has no column \"{}\"{hint}", column.name));
            }
            Some(found) if !found.reads_as.contains(&column.ty) => findings.push(format!(
                "column \"{}\" is {} in the warehouse, which can't be read as the contract's type",
                column.name, found.native_type
            )),
            Some(_) => {}
        }
    }
    findings
}

async fn run_cases(world: &Arc<World>, cases: &[Case]) -> Vec<String> {
    let mut findings = Vec::new();
    for case in cases {
        if let Some(wrong) = run_case(world, case).await {
            let file = world.config().policy_dir.join(&case.file);
            findings.push(format!("{}:{}: \"{}\": {wrong}", file.display(), case.line, case.name));
        }
    }
    findings
}

/// What is wrong with a case's answer.
async fn run_case(world: &Arc<World>, case: &Case) -> Option<String> {
    if let Err(unknown) = statement::known_role(world, &case.role) {
        return Some(unknown);
    }
    let user = case.user.as_deref().unwrap_or(&case.role.0);
    let context = statement::context(world, user, &case.role, Directives::default());
    let answer = statement::prepare(&case.sql, world, &context).await;
    match (&case.expect, answer) {
        (Expectation::Allowed, Ok(_)) => None,
        (Expectation::Refused(expected), Ok(_)) => Some(format!("allowed, and {expected} was expected")),
        (Expectation::Refused(expected), Err(error)) if error.sqlstate().code() == expected => None,
        (expected, Err(error)) => {
            let report = error.report();
            let detail = report.detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
            let expected = match expected {
                Expectation::Allowed => "allowed",
                Expectation::Refused(state) => state,
            };
            Some(format!("refused with {}: {}{detail}; {expected} was expected", report.sqlstate, report.message))
        }
    }
}
