//! Which relation a name means, and whether the role holds it.

use super::{Walk, position};
use crate::policy::RelationName;
use crate::{Refusal, SqlState};
use sqlparser::ast::{Ident, ObjectName, ObjectNamePart};
use std::sync::Arc;

impl Walk<'_> {
    /// Binds a table name to a CTE, a granted relation or a system catalog.
    pub(super) fn relation(&mut self, name: &ObjectName) -> Result<(), Refusal> {
        let parts = idents(name)?;
        let at = parts.first().and_then(|first| position(first.span));
        let (schema, table) = match parts.as_slice() {
            [table] => {
                identifier(table)?;
                if self.scopes.iter().flatten().any(|cte| *cte == table.value) {
                    return Ok(());
                }
                let found = self.on_search_path(&table.value);
                return match found {
                    Some(relation) => self.hold(relation, name, at),
                    None => Err(missing(name, at)),
                };
            }
            [schema, table] => (schema, table),
            [database, schema, table] if database.value == self.asking.database => (schema, table),
            [_, _, _] => {
                let message = format!("cross-database references are not implemented: \"{}\"", dotted(name));
                return Err(Refusal::new("relation", SqlState::FEATURE_NOT_SUPPORTED, message).at(at));
            }
            _ => {
                let message = format!("improper qualified name (too many dotted names): {}", dotted(name));
                return Err(Refusal::new("relation", SqlState::SYNTAX_ERROR, message).at(at));
            }
        };
        parts.iter().try_for_each(|part| identifier(part))?;
        self.hold(RelationName { schema: schema.value.clone(), name: table.value.clone() }, name, at)
    }

    /// The first relation of that name on the path that the role can see.
    fn on_search_path(&self, table: &str) -> Option<RelationName> {
        let path = self.asking.search_path;
        let implicit = (!path.iter().any(|schema| schema == "pg_catalog")).then_some("pg_catalog");
        let listed = path.iter().map(|schema| if schema == "$user" { self.asking.user } else { schema.as_str() });
        implicit.into_iter().chain(listed).find_map(|schema| {
            let relation = RelationName { schema: schema.to_owned(), name: table.to_owned() };
            let seen = self.asking.role.grants.contains_key(&relation) || self.asking.system.contains(&relation);
            seen.then_some(relation)
        })
    }

    /// Notes the relation in the permit, if the role holds it.
    fn hold(&mut self, relation: RelationName, name: &ObjectName, at: Option<usize>) -> Result<(), Refusal> {
        if let Some(grant) = self.asking.role.grants.get(&relation) {
            self.grants.insert(relation, Arc::clone(grant));
            return Ok(());
        }
        if self.asking.system.contains(&relation) {
            self.asking.role.revoked.read(&relation).map_err(|refusal| refusal.at(at))?;
            if !self.system_relations.contains(&relation) {
                self.system_relations.push(relation);
            }
            return Ok(());
        }
        Err(missing(name, at))
    }
}

/// The one answer for a relation that is not there and for one that the role may not see.
fn missing(name: &ObjectName, at: Option<usize>) -> Refusal {
    Refusal::new("relation", SqlState::UNDEFINED_TABLE, format!("relation \"{}\" does not exist", dotted(name)))
        .detail("There is no relation of that name, or the role may not see it.")
        .hint("information_schema.tables lists the relations that the role may see.")
        .at(at)
}

/// `a.b`, without quotes, as PostgreSQL prints names in its messages.
pub(super) fn dotted(name: &ObjectName) -> String {
    let ObjectName(parts) = name;
    let parts = parts.iter().map(|part| part.as_ident().map_or("", |ident| ident.value.as_str()));
    parts.collect::<Vec<_>>().join(".")
}

/// The parts of a name that is made of identifiers alone.
pub(super) fn idents(name: &ObjectName) -> Result<Vec<&Ident>, Refusal> {
    let ObjectName(parts) = name;
    parts
        .iter()
        .map(|part| match part {
            ObjectNamePart::Identifier(ident) => Ok(ident),
            ObjectNamePart::Function(_) => Err(super::not_offered("a call as part of a name", None)),
        })
        .collect()
}

/// A name is a word or stands in double quotes; a string literal is none.
pub(super) fn identifier(ident: &Ident) -> Result<(), Refusal> {
    let Ident { value: _, quote_style, span } = ident;
    match quote_style {
        None | Some('"') => Ok(()),
        Some(_) => Err(super::not_offered("such a name", position(*span))),
    }
}
