//! `tollgate policy`

use super::{Failure, Outcome, say};
use crate::world::files;
use crate::{catalog, functions};
use clap::{Args, Subcommand};
use guard::document::Problem;
use guard::policy::{self, Direction, Surroundings};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compare policies
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  tollgate policy diff policies-in-use policies")]
pub(super) struct Policy {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List every row, column, mask, window, limit, function and system relation that NEW widens or narrows for a role
    ///
    /// One line a difference: widens, narrows, or changes (neither is proved: read it as a widening), the role, the table, what was and what is.
    Diff {
        /// A folder of policies
        old: PathBuf,
        /// A folder of policies
        new: PathBuf,
        /// Exit with 1 if anything is widened or changed
        #[arg(long)]
        deny_widening: bool,
    },
}

impl Policy {
    pub(super) fn run(self) -> Outcome {
        let Action::Diff { old, new, deny_widening } = self.action;
        let (old, new) = match (load(&old), load(&new)) {
            (Ok(old), Ok(new)) => (old, new),
            (old, new) => return Err(Failure([old.err(), new.err()].into_iter().flatten().flatten().collect())),
        };
        let differences = policy::diff(&old, &new);
        differences.iter().try_for_each(say)?;
        let widened = differences.iter().any(|difference| difference.direction != Direction::Narrows);
        Ok(if deny_widening && widened { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

fn load(dir: &Path) -> Result<policy::Policy, Vec<String>> {
    let named = |problem: Problem| Problem { file: dir.join(&problem.file).display().to_string(), ..problem };
    let (functions, system) = (functions::names().collect(), catalog::system_relations().collect());
    let around = Surroundings { functions: Some(&functions), system: Some(&system), ..Surroundings::default() };
    let policy = files::policy_files(dir).and_then(|files| {
        policy::load_within(&files, around).map_err(|problems| problems.into_iter().map(named).collect())
    });
    policy.map_err(|problems| problems.iter().map(ToString::to_string).collect())
}
