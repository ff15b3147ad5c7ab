//! Policy files to a [`Policy`].

use super::{Places, Policy, Problem, RelationName, roles, tables};
use crate::document::{self, Problems};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What policies may name that is not in them. `None`: not known here, so not judged.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// The warehouses that the configuration has.
    pub warehouses: Option<&'a [&'a str]>,
    /// The secrets that it has, for `hmac(name)` masks.
    pub secrets: Option<&'a [&'a str]>,
    /// The functions of the catalogue, for `revoke`.
    pub functions: Option<&'a BTreeSet<&'a str>>,
    /// The relations of `pg_catalog` and `information_schema`, for `revoke`.
    pub system: Option<&'a BTreeSet<&'a RelationName>>,
}

/// Reads roles (`*.toml`) and table contracts (`tables/*.toml`); names are relative to the policy folder, and files under `tests/` are left to [`cases`](super::cases).
///
/// # Errors
/// Every problem in every file; a policy with a problem is not made at all.
pub fn load(files: &[(String, String)]) -> Result<Policy, Vec<Problem>> {
    load_within(files, Surroundings::default())
}

/// Reads as [`load`] does, and judges the names of warehouses, secrets, functions and system relations too.
///
/// # Errors
/// Every problem in every file.
pub fn load_within(files: &[(String, String)], around: Surroundings<'_>) -> Result<Policy, Vec<Problem>> {
    let problems = Problems::default();
    let files = in_order(files);
    let mut tables = tables::Contracts::default();
    let mut roles = roles::RawRoles::default();
    // Twice, because a grant in one file is judged by a contract in another. What both readings report counts once.
    for (name, text) in &files {
        document::read(name, text, &problems, |file| {
            if let Some(section) = file.value("table") {
                tables.read(&section, around);
            }
            file.value("role");
        });
    }
    for (name, text) in &files {
        document::read(name, text, &problems, |file| {
            if let Some(section) = file.value("role") {
                roles.read(&section, &tables, around);
            }
            file.value("table");
        });
    }
    let grants = roles.places();
    let roles = roles.resolve(&problems);
    let (tables, table_places) = tables.into_tables();
    let places = Places { tables: table_places, grants };
    problems.or(Policy { version: version(&files), tables, roles, places })
}

/// The first 12 hex digits of SHA-256 over the files that decide: of each, in the order of their names, the lengths and bytes of its name and its text.
#[must_use]
pub fn version(files: &[(String, String)]) -> String {
    let mut hash = Sha256::new();
    for part in in_order(files).iter().flat_map(|(name, text)| [name, text]) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn in_order(files: &[(String, String)]) -> Vec<(String, String)> {
    let mut files: Vec<_> = files.iter().filter(|(name, _)| !name.starts_with("tests/")).cloned().collect();
    files.sort();
    files
}
