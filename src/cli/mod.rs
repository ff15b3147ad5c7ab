//! The command line: one file per command.
//!
//! Comes in: arguments, the environment. Goes out: what the command prints, and an exit code: 0 done, 1 refused or failed, 2 wrong usage.
//! Must never: decide anything about a statement itself; that is the pipeline's.

mod accounts;
mod audit;
mod check;
mod demo;
mod explain;
mod export;
mod gateway;
mod policy;
mod reading;
mod serve;
mod statement;
mod tables;
mod telemetry;
mod user;

use crate::config::{Config, Environment};
use crate::world::{Services, World};
use clap::{Args, Parser, Subcommand};
use guard::document::Problem;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::signal::unix::SignalKind;

/// Planning is recursive, and a statement may be deep.
const STACK: usize = 16 << 20;

/// SIGXFSZ: a file is as large as the process may make it. Unless somebody listens, it ends the process; the writer's error says the same.
const FILE_LIMIT: SignalKind = SignalKind::from_raw(25);

#[derive(Debug, Parser)]
#[command(
    name = "tollgate",
    version,
    about = "A gate on the road to the data warehouse that speaks the PostgreSQL wire protocol"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the gateway
    Serve(serve::Serve),
    /// Make the sample data set, and run a gateway on it with the sample policies
    Demo(demo::Demo),
    /// Validate configuration and policies, compare contracts with the warehouses, run the policy tests
    Check(check::Check),
    /// Tell what would become of a statement, without running it
    Explain(explain::Explain),
    /// Run one statement through the same gates and write its result to a file
    Export(export::Export),
    /// Ask what experiment people ask most
    Telemetry(telemetry::Telemetry),
    /// Look after table contracts
    Tables(tables::Tables),
    /// Edit the users file
    User(user::User),
    /// Compare policies
    Policy(policy::Policy),
    /// Look after the statement log
    Audit(audit::Audit),
}

/// Where the configuration is.
#[derive(Debug, Args)]
struct ConfigFile {
    /// The configuration file
    #[arg(long, value_name = "FILE", default_value = "tollgate.toml")]
    config: PathBuf,
}

impl ConfigFile {
    fn load(&self) -> Result<Config, Failure> {
        Ok(Config::load(&self.config, &environment())?)
    }
}

/// Why a command failed: what it says on standard error before it exits with 1.
#[derive(Debug)]
struct Failure(Vec<String>);

impl From<Vec<Problem>> for Failure {
    fn from(problems: Vec<Problem>) -> Self {
        Self(problems.iter().map(ToString::to_string).collect())
    }
}

impl Failure {
    fn new(message: impl ToString) -> Self {
        Self(vec![format!("tollgate: {}", message.to_string())])
    }
}

type Outcome = Result<ExitCode, Failure>;

/// Wrong usage that only shows once all arguments are read: told as clap tells it.
fn misused(message: &str) -> ExitCode {
    eprintln!("error: {message}\n\nFor more information, try '--help'.");
    ExitCode::from(2)
}

/// Writes a line, or several, to standard output. A reader that went away is a failure and not a panic.
fn say(text: impl std::fmt::Display) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(|error| Failure::new(format!("standard output: {error}")))
}

/// Reads the arguments and runs the command.
#[must_use]
pub fn main() -> ExitCode {
    // clap prints help and usage errors itself, and exits with 0 or 2.
    let outcome = match Cli::parse().command {
        Command::Serve(serve) => serve.run(),
        Command::Demo(demo) => demo.run(),
        Command::Check(check) => check.run(),
        Command::Explain(explain) => explain.run(),
        Command::Export(export) => export.run(),
        Command::Telemetry(telemetry) => telemetry.run(),
        Command::Tables(tables) => tables.run(),
        Command::User(user) => user.run(),
        Command::Policy(policy) => policy.run(),
        Command::Audit(audit) => audit.run(),
    };
    outcome.unwrap_or_else(|Failure(lines)| {
        lines.iter().for_each(|line| eprintln!("{line}"));
        ExitCode::FAILURE
    })
}

/// The process's environment; what is not UTF-8 in it names no secret of ours.
fn environment() -> Environment {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}

fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK)
        .build()
        .map_err(|error| Failure::new(format!("the runtime did not start: {error}")))
}

/// Runs a command's async part on threads whose stacks are large enough to plan on.
fn block_on<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> Result<T, Failure> {
    let runtime = runtime()?;
    let task = runtime.spawn(work);
    let result = runtime.block_on(task).map_err(|error| Failure::new(format!("the command ended early: {error}")));
    // A blocking task may still be reading; nobody waits for it.
    runtime.shutdown_background();
    result
}

/// The world for a command that runs no statement of a client: its records go nowhere but to `/dev/null`.
fn offline_world(config: Config) -> Result<World, Failure> {
    let nowhere = crate::config::Audit {
        file: crate::config::AuditFile::Path(PathBuf::from("/dev/null")),
        sync: crate::config::AuditSync::Never,
        rotate: None,
    };
    let audit = crate::audit::AuditLog::open(&nowhere).map_err(|error| Failure::new(format!("/dev/null: {error}")))?;
    let services =
        Services::new(audit, None).map_err(|error| Failure::new(format!("no threads for statements: {error}")))?;
    Ok(World::load(Arc::new(config), services)?)
}
