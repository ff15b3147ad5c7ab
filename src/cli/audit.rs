//! `tollgate audit`

use super::{Failure, Outcome, say};
use crate::audit::verify;
use clap::{Args, Subcommand};
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::process::ExitCode;

/// Look after the statement log
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  tollgate audit verify audit.ndjson.20261120T000000.000000Z audit.ndjson")]
pub(super) struct Audit {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Follow the chain of hashes through files, the oldest first
    Verify {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

impl Audit {
    pub(super) fn run(self) -> Outcome {
        let Action::Verify { files } = self.action;
        let mut follows: Option<String> = None;
        for path in &files {
            let named = |error: &dyn std::fmt::Display| Failure(vec![format!("{}: {error}", path.display())]);
            let file = File::open(path).map_err(|error| named(&error))?;
            let verified = verify(BufReader::new(file), follows.as_deref()).map_err(|broken| named(&broken))?;
            say(format_args!(
                "{}: {} records, after {}, up to {}",
                path.display(),
                verified.records,
                verified.follows,
                verified.last
            ))?;
            follows = Some(verified.last);
        }
        Ok(ExitCode::SUCCESS)
    }
}
