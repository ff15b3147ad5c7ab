//! `tollgate serve`

use super::{ConfigFile, Outcome, block_on, gateway};
use clap::Args;
use std::process::ExitCode;

/// Run the gateway
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  tollgate serve --config /etc/tollgate/tollgate.toml\n\nSIGTERM and SIGINT drain, SIGHUP reloads policies, users and certificates."
)]
pub(super) struct Serve {
    #[command(flatten)]
    config: ConfigFile,
}

impl Serve {
    pub(super) fn run(self) -> Outcome {
        let config = self.config.load()?;
        block_on(gateway::run(config, |_| {}))??;
        Ok(ExitCode::SUCCESS)
    }
}
