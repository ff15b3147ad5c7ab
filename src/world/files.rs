//! The files that a world is made from, and when they last changed.

use crate::config::{Config, unreadable};
use crate::users::Users;
use guard::document::Problem;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Roles (`*.toml`) and table contracts (`tables/*.toml`) of a policy folder: names relative to it, and texts, in the order of the names.
///
/// # Errors
/// What can't be read.
pub fn policy_files(dir: &Path) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let mut files = toml_files(dir, "")?;
    if dir.join("tables").is_dir() {
        files.extend(toml_files(dir, "tables/")?);
    }
    read_all(dir, files)
}

/// The policy tests (`tests/*.toml`) of a policy folder.
///
/// # Errors
/// What can't be read.
pub fn case_files(dir: &Path) -> Result<Vec<(String, String)>, Vec<Problem>> {
    if !dir.join("tests").is_dir() {
        return Ok(Vec::new());
    }
    read_all(dir, toml_files(dir, "tests/")?)
}

/// The users file. One that is not there yet has no users, so that nobody can log in.
///
/// # Errors
/// Every problem in it.
pub fn users(path: &Path) -> Result<Users, Vec<Problem>> {
    let file = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Users::read(&file, &text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Users::none()),
        Err(error) => Err(vec![unreadable(&file, &error, "it must be readable by the gateway's own user")]),
    }
}

fn toml_files(dir: &Path, sub: &str) -> Result<Vec<String>, Vec<Problem>> {
    let folder = dir.join(sub);
    let problem =
        |error: io::Error| vec![unreadable(&folder.display().to_string(), &error, "[policy] dir names the folder")];
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(problem)? {
        let name = entry.map_err(problem)?.file_name().to_string_lossy().into_owned();
        // Editors leave hidden files behind while they save.
        if name.ends_with(".toml") && !name.starts_with('.') {
            names.push(format!("{sub}{name}"));
        }
    }
    names.sort();
    Ok(names)
}

fn read_all(dir: &Path, names: Vec<String>) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let mut files = Vec::new();
    let mut problems = Vec::new();
    for name in names {
        match std::fs::read_to_string(dir.join(&name)) {
            Ok(text) => files.push((name, text)),
            Err(error) => problems.push(unreadable(&name, &error, "every policy file must be readable")),
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

/// Names, sizes and times of all files that a reload would read: two equal ones mean that nothing changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint(Vec<(PathBuf, Option<(SystemTime, u64)>)>);

impl Fingerprint {
    /// As the files are now.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let dir = &config.policy_dir;
        let mut paths: Vec<PathBuf> = ["", "tables/", "tests/"]
            .into_iter()
            .flat_map(|sub| toml_files(dir, sub).unwrap_or_default())
            .map(|name| dir.join(name))
            .collect();
        paths.push(config.users.clone());
        if let Some(tls) = &config.server.tls {
            paths.extend([tls.cert.clone(), tls.key.clone()]);
            paths.extend(tls.client_ca.clone());
        }
        Self(paths.into_iter().map(|path| (stamp(&path), path)).map(|(stamp, path)| (path, stamp)).collect())
    }
}

fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}
