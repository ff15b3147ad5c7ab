//! What a role may not use of what every role may: PostgreSQL's catalogs, and the catalogue's functions.
//!
//! PostgreSQL grants both to PUBLIC, and an administrator revokes what a role shall not have; so does a policy. Comes in: the role's `revoke` section. Goes out: the names. Must never: take a name that stands for
//! nothing, where it is known what there is.

use super::RelationName;
use super::load::Surroundings;
use crate::document::{Section, Value, nearest};
use crate::{Refusal, SqlState};
use std::collections::BTreeSet;

/// The functions and system relations that a role may not use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revoked {
    /// By name, folded and without schema.
    pub functions: BTreeSet<String>,
    /// Of `pg_catalog` and `information_schema`.
    pub relations: BTreeSet<RelationName>,
}

impl Revoked {
    /// Whether the role may call functions of this name.
    ///
    /// # Errors
    /// 42501.
    pub fn call(&self, function: &str) -> Result<(), Refusal> {
        if !self.functions.contains(function) {
            return Ok(());
        }
        Err(refused(format!("permission denied for function {function}"), "function"))
    }

    /// Whether the role may read this system relation.
    ///
    /// # Errors
    /// 42501.
    pub fn read(&self, relation: &RelationName) -> Result<(), Refusal> {
        if !self.relations.contains(relation) {
            return Ok(());
        }
        Err(refused(format!("permission denied for relation {}", relation.name), "relation"))
    }
}

fn refused(message: String, what: &str) -> Refusal {
    Refusal::new("revoked", SqlState::INSUFFICIENT_PRIVILEGE, message)
        .detail(format!("The policy revokes the {what} from the role."))
        .hint("Whoever keeps the policies can take it out of the role's \"revoke\".")
}

/// What a role says of it: what it leaves out it inherits.
#[derive(Debug, Default)]
pub(super) struct RawRevoked {
    functions: Option<BTreeSet<String>>,
    relations: Option<BTreeSet<RelationName>>,
}

impl RawRevoked {
    pub(super) fn read(section: &Section<'_>, around: Surroundings<'_>) -> Self {
        Self {
            functions: section.value("functions").and_then(|value| functions(&value, around.functions)),
            relations: section.value("relations").and_then(|value| relations(&value, around.system)),
        }
    }

    /// With what the parents revoke, where it says nothing: all of it.
    pub(super) fn with<'a>(&self, parents: impl Iterator<Item = &'a Revoked> + Clone) -> Revoked {
        let functions = || parents.clone().flat_map(|parent| parent.functions.iter().cloned()).collect();
        let relations = || parents.clone().flat_map(|parent| parent.relations.iter().cloned()).collect();
        Revoked {
            functions: self.functions.clone().unwrap_or_else(functions),
            relations: self.relations.clone().unwrap_or_else(relations),
        }
    }
}

fn functions(value: &Value<'_>, known: Option<&BTreeSet<&str>>) -> Option<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for (name, item) in words(value)? {
        let name = name.strip_prefix("pg_catalog.").unwrap_or(name);
        if let Some(known) = known.filter(|known| !known.contains(name)) {
            item.problem(format!("there is no function \"{name}\""), nearest(name, known.iter().copied()));
        } else if !names.insert(name.to_owned()) {
            item.problem(format!("function \"{name}\" is named twice"), None);
        }
    }
    Some(names)
}

fn relations(value: &Value<'_>, known: Option<&BTreeSet<&RelationName>>) -> Option<BTreeSet<RelationName>> {
    let mut names = BTreeSet::new();
    for (name, item) in words(value)? {
        let (schema, table) = name.split_once('.').unwrap_or(("pg_catalog", name));
        let relation = RelationName { schema: schema.to_owned(), name: table.to_owned() };
        if let Some(known) = known.filter(|known| !known.contains(&relation)) {
            let near = known.iter().filter(|known| known.schema == schema);
            let hint = nearest(table, near.map(|known| known.name.as_str()));
            item.problem(format!("there is no system relation \"{relation}\""), hint);
        } else if !names.insert(relation) {
            item.problem(format!("relation \"{name}\" is named twice"), None);
        }
    }
    Some(names)
}

fn words<'a>(value: &Value<'a>) -> Option<Vec<(&'a str, Value<'a>)>> {
    Some(value.list()?.into_iter().filter_map(|item| Some((item.string()?, item))).collect())
}
