//! `tollgate user`

use super::{ConfigFile, Failure, Outcome, say};
use crate::config;
use crate::users::file::UsersFile;
use crate::users::{Users, Verifier};
use crate::world::files;
use clap::{Args, Subcommand};
use guard::document::nearest;
use guard::policy;
use std::io::{BufRead, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

/// Edit the users file
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  tollgate user add ann --role analyst --role engineer\n  echo 's3cret' | tollgate user passwd ann --password-stdin"
)]
pub(super) struct User {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Add a user
    Add(Edit),
    /// Give a user another password, and with --role other roles
    Passwd(Edit),
    /// List users and their roles
    List {
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Take a user out
    Remove {
        /// The user's name
        name: String,
        #[command(flatten)]
        config: ConfigFile,
    },
}

#[derive(Debug, Args)]
struct Edit {
    /// The user's name
    name: String,
    /// A role that the user holds; a session starts with the first
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    /// Read the password from standard input, one line
    #[arg(long)]
    password_stdin: bool,
    #[command(flatten)]
    config: ConfigFile,
}

impl User {
    pub(super) fn run(self) -> Outcome {
        match self.action {
            Action::Add(edit) => edit.apply(|file, edit, verifier| file.add(&edit.name, &edit.roles, verifier)),
            Action::Passwd(edit) => edit.apply(|file, edit, verifier| file.change(&edit.name, &edit.roles, verifier)),
            Action::List { config } => list(&config.config),
            Action::Remove { name, config } => {
                let path = config::paths(&config.config)?.users;
                let mut file = UsersFile::open(&path).map_err(Failure::new)?;
                file.remove(&name).and_then(|()| file.save(&path)).map_err(Failure::new)?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

impl Edit {
    fn apply(
        &self,
        change: impl Fn(&mut UsersFile, &Self, &Verifier) -> Result<(), crate::users::file::EditError>,
    ) -> Outcome {
        let config::Paths { users: path, policy_dir } = config::paths(&self.config.config)?;
        self.roles_are_there(&policy_dir)?;
        let mut file = UsersFile::open(&path).map_err(Failure::new)?;
        // What is wrong beside the password is told before one is asked for.
        let probe = Verifier::placeholder();
        change(&mut file, self, &probe).map_err(Failure::new)?;
        let verifier = Verifier::of_password(&self.password()?);
        file.change(&self.name, &self.roles, &verifier).and_then(|()| file.save(&path)).map_err(Failure::new)?;
        Ok(ExitCode::SUCCESS)
    }

    /// A role that no policy has would keep the gateway from starting. Policies that can't be read are `tollgate check`'s to tell of.
    fn roles_are_there(&self, policy_dir: &Path) -> Result<(), Failure> {
        let Ok(policy) = files::policy_files(policy_dir).and_then(|files| policy::load(&files)) else { return Ok(()) };
        let names = || policy.roles.keys().map(|name| name.0.as_str());
        let Some(stranger) = self.roles.iter().find(|role| !names().any(|name| name == *role)) else { return Ok(()) };
        let hint = nearest(stranger, names()).map(|hint| format!(" ({hint})")).unwrap_or_default();
        Err(Failure::new(format!("no policy in {} has a role \"{stranger}\"{hint}", policy_dir.display())))
    }

    fn password(&self) -> Result<String, Failure> {
        let password = if self.password_stdin { from_stdin()? } else { self.asked()? };
        if password.is_empty() { Err(Failure::new("an empty password logs nobody in")) } else { Ok(password) }
    }

    fn asked(&self) -> Result<String, Failure> {
        if !std::io::stdin().is_terminal() {
            return Err(Failure::new("there is no terminal to ask for a password; use --password-stdin"));
        }
        let ask = |prompt: String| rpassword::prompt_password(prompt).map_err(Failure::new);
        let password = ask(format!("Password for {}: ", self.name))?;
        if ask("Again: ".to_owned())? == password { Ok(password) } else { Err(Failure::new("the two differ")) }
    }
}

fn from_stdin() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(Failure::new)?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

fn list(config: &Path) -> Outcome {
    let users: Users = files::users(&config::paths(config)?.users)?;
    for user in users.iter() {
        let roles: Vec<&str> = user.roles.iter().map(|role| role.0.as_str()).collect();
        let until = user.valid_until.map(|until| format!("\tuntil {until}")).unwrap_or_default();
        say(format_args!("{}\t{}{until}", user.name, roles.join(", ")))?;
    }
    Ok(ExitCode::SUCCESS)
}
