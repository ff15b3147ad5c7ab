//! `tollgate demo`

use super::{Failure, Outcome, block_on, environment, gateway};
use crate::config::Config;
use crate::demo::{Progress, Recipe, is_there, make};
use crate::users::Verifier;
use crate::users::file::UsersFile;
use chrono::{NaiveDate, Utc};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::fmt::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// The sample policies, which are in the binary so that the demo runs anywhere.
const POLICIES: [(&str, &str); 7] = [
    ("admin.toml", include_str!("../../policies/admin.toml")),
    ("analyst.toml", include_str!("../../policies/analyst.toml")),
    ("engineer.toml", include_str!("../../policies/engineer.toml")),
    ("tables/exp.toml", include_str!("../../policies/tables/exp.toml")),
    ("tests/admin.toml", include_str!("../../policies/tests/admin.toml")),
    ("tests/analyst.toml", include_str!("../../policies/tests/analyst.toml")),
    ("tests/engineer.toml", include_str!("../../policies/tests/engineer.toml")),
];

/// Each has the role of its name and the password `demo`.
const USERS: [&str; 3] = ["analyst", "engineer", "admin"];

/// Make the sample data set, and run a gateway on it with the sample policies
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  tollgate demo --rows 100000\n  PGPASSWORD=demo psql -h 127.0.0.1 -p 6432 -U analyst tollgate"
)]
pub(super) struct Demo {
    /// How many flag evaluations the sample has
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    rows: u64,
    /// Where the sample, its policies and its users are
    #[arg(long, value_name = "DIR", default_value = "tollgate-demo")]
    dir: PathBuf,
    /// The last day that has data, in UTC; yesterday if left out
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
    /// On loopback only
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:6432")]
    listen: SocketAddr,
}

impl Demo {
    pub(super) fn run(self) -> Outcome {
        if !self.listen.ip().is_loopback() {
            return Err(Failure::new("the demo's password is known to everybody, so it listens on loopback only"));
        }
        // A port that is taken is told before the data are made, not after.
        drop(std::net::TcpListener::bind(self.listen).map_err(|error| gateway::not_listening(self.listen, &error))?);
        make_data(&self.dir.join("lake"), &self.recipe())?;
        let config = self.write_files()?;
        let config = Config::load(&config, &environment())?;
        block_on(gateway::run(config, greet))??;
        Ok(ExitCode::SUCCESS)
    }

    fn recipe(&self) -> Recipe {
        let recipe = Recipe::new(self.rows, Utc::now().date_naive());
        Recipe { last_day: self.until.unwrap_or(recipe.last_day), ..recipe }
    }

    /// The files of a real installation, so that `serve`, `check` and `user` work on them too. Policies that are there already stay: they may have been edited.
    fn write_files(&self) -> Result<PathBuf, Failure> {
        for (name, text) in POLICIES {
            let path = self.dir.join("policies").join(name);
            if !path.exists() {
                write_file(&path, text)?;
            }
        }
        let users = self.dir.join("users.toml");
        let mut file = UsersFile::open(&users).map_err(Failure::new)?;
        for name in USERS {
            let verifier = Verifier::of_password("demo");
            let roles = [name.to_owned()];
            file.change(name, &roles, &verifier)
                .or_else(|_| file.add(name, &roles, &verifier))
                .map_err(Failure::new)?;
        }
        file.save(&users).map_err(Failure::new)?;
        let path = self.dir.join("tollgate.toml");
        let listen = self.listen;
        write_file(
            &path,
            &format!(
                "# Written by tollgate demo, anew each time.\n\n[server]\nlisten = \"{listen}\"\n\n[log]\nlevel = \"warn\"\n\n\
                 [[warehouse]]\nname = \"lake\"\nkind = \"embedded\"\npath = \"lake\"\n"
            ),
        )?;
        Ok(path)
    }
}

fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    let named = |error: std::io::Error| Failure::new(format!("{}: {error}", path.display()));
    path.parent().map(std::fs::create_dir_all).transpose().map_err(named)?;
    std::fs::write(path, text).map_err(named)
}

/// Makes the data unless they are there, with a progress bar where there is a terminal.
fn make_data(dir: &Path, recipe: &Recipe) -> Result<(), Failure> {
    if is_there(dir, recipe) {
        return Ok(());
    }
    let rows = recipe.rows;
    eprintln!("Making {rows} flag evaluations of {} days in {}", recipe.days, dir.display());
    let progress = Progress::default();
    let bar = ProgressBar::new(rows);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} rows, {eta} left") {
        bar.set_style(style);
    }
    let done = AtomicBool::new(false);
    let made = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                bar.set_position(progress.rows());
                std::thread::sleep(Duration::from_millis(100));
            }
        });
        let made = make(dir, recipe, &progress);
        done.store(true, Ordering::Relaxed);
        made
    });
    bar.finish_and_clear();
    made.map_err(Failure::new)
}

fn greet(addresses: &[SocketAddr]) {
    let Some(address) = addresses.first() else { return };
    let mut text = format!("Tollgate listens on {address}. Stop it with Ctrl-C. Try:\n\n");
    for user in USERS {
        let _ = writeln!(text, "  PGPASSWORD=demo psql -h {} -p {} -U {user} tollgate", address.ip(), address.port());
    }
    text.push_str("\n  tollgate=> SELECT flag_key, variant_key, count(*) FROM exp.flag_evaluations GROUP BY 1, 2 --since 7d\n  tollgate-> ;\n");
    println!("{text}");
}
