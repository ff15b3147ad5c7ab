//! Gate 1, syntax: every node of the statement is walked, and nothing outside the allow list passes.
//!
//! Comes in: a query of a [`Parsed`](crate::parse::Parsed) statement, and under whom it is asked ([`Asking`]): the role's grants, the names of the functions in the catalogue. Goes out:
//! [`Admitted`] with its [`Permit`]. Must never: have an arm that lets an unknown node through, do I/O, know DataFusion.
//!
//! An accepted node is destructured field by field, and an arm for several nodes only refuses; so syntax that a parser upgrade adds stops the build instead of passing.

mod expression;
mod from;
mod function;
mod names;
mod query;
mod types;

use crate::parse::Parsed;
use crate::policy::{Grant, Policy, RelationName, Role};
use crate::{Refusal, SqlState};
use sqlparser::ast;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Which names the closed function catalogue holds. Implemented by `functions`.
pub trait FunctionNames: Send + Sync {
    /// Whether an entry of that name (folded, without schema) exists, of whatever kind: scalar, aggregate, window, set-returning.
    fn contains(&self, name: &str) -> bool;
}

/// Which relations of `pg_catalog` and `information_schema` exist. Implemented by `catalog`.
pub trait SystemRelations: Send + Sync {
    fn contains(&self, relation: &RelationName) -> bool;
}

/// Under what a statement was admitted. Only gate 1 makes it, and every later stage checks against it.
#[derive(Clone, Debug)]
pub struct Permit {
    user: String,
    role: Arc<Role>,
    policy_version: String,
    grants: BTreeMap<RelationName, Arc<Grant>>,
    system_relations: Vec<RelationName>,
}

impl Permit {
    #[must_use]
    pub fn user(&self) -> &str {
        &self.user
    }

    #[must_use]
    pub fn role(&self) -> &Arc<Role> {
        &self.role
    }

    #[must_use]
    pub fn policy_version(&self) -> &str {
        &self.policy_version
    }

    /// The grants that this statement uses, by relation: exactly the relations it names.
    #[must_use]
    pub fn grants(&self) -> &BTreeMap<RelationName, Arc<Grant>> {
        &self.grants
    }

    /// The system catalogs that this statement names.
    #[must_use]
    pub fn system_relations(&self) -> &[RelationName] {
        &self.system_relations
    }
}

/// A query whose every node was walked. Only gate 1 makes it.
#[derive(Clone, Debug)]
pub struct Admitted {
    query: Box<ast::Query>,
    permit: Permit,
}

impl Admitted {
    #[must_use]
    pub fn permit(&self) -> &Permit {
        &self.permit
    }

    /// Hands the query and its permit to the binder; the admitted value is gone.
    #[must_use]
    pub fn into_parts(self) -> (Box<ast::Query>, Permit) {
        (self.query, self.permit)
    }
}

/// Under whom, and in what surroundings, a statement asks to be admitted.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// The authenticated user.
    pub user: &'a str,
    pub role: &'a Arc<Role>,
    pub policy: &'a Policy,
    pub system: &'a dyn SystemRelations,
    pub functions: &'a dyn FunctionNames,
    /// The session's `search_path`, split. As in PostgreSQL, `pg_catalog` is searched first unless it stands in the path, and `$user` is the schema of the user's name.
    pub search_path: &'a [String],
    /// The one database there is: a name of three parts must begin with it.
    pub database: &'a str,
}

/// Walks every node of the statement's query, in a SELECT, EXPLAIN, COPY, DECLARE or PREPARE alike, and binds each table name to a relation that the role holds.
///
/// # Errors
/// 0A000 for a statement that holds no query; 42P01 for a relation that the role does not hold or that does not exist, in the same words; 42883 and 42704 for a function or type outside the catalogue; 25006 for what writes or locks;
/// 0A000 and 42601 for syntax outside the allow list; 54001, 54011 and 54023 past PostgreSQL's own limits.
pub fn admit(parsed: &Parsed, asking: &Asking<'_>) -> Result<Admitted, Refusal> {
    match parsed.query() {
        Some(query) => admit_query(Box::new(query.clone()), asking),
        None => Err(Refusal::new("no-query", SqlState::FEATURE_NOT_SUPPORTED, "the statement holds no query")),
    }
}

fn admit_query(query: Box<ast::Query>, asking: &Asking<'_>) -> Result<Admitted, Refusal> {
    let mut walk = Walk { asking, scopes: Vec::new(), grants: BTreeMap::new(), system_relations: Vec::new() };
    walk.query(&query)?;
    let Walk { asking, scopes: _, grants, system_relations } = walk;
    let permit = Permit {
        user: asking.user.to_owned(),
        role: Arc::clone(asking.role),
        policy_version: asking.policy.version.clone(),
        grants,
        system_relations,
    };
    Ok(Admitted { query, permit })
}

/// Checks expressions that stand outside a query (the arguments of EXECUTE): no relation, and only what gate 1 admits elsewhere.
///
/// # Errors
/// As [`admit`].
pub fn admit_arguments(arguments: &[ast::Expr], asking: &Asking<'_>) -> Result<(), Refusal> {
    let mut walk = Walk { asking, scopes: Vec::new(), grants: BTreeMap::new(), system_relations: Vec::new() };
    arguments.iter().try_for_each(|argument| walk.expr(argument))
}

/// One walk over one query.
struct Walk<'a> {
    asking: &'a Asking<'a>,
    /// The names of the CTEs that can be seen, innermost WITH last.
    scopes: Vec<Vec<String>>,
    grants: BTreeMap<RelationName, Arc<Grant>>,
    system_relations: Vec<RelationName>,
}

/// A node outside the allow list.
fn not_offered(what: &str, position: Option<usize>) -> Refusal {
    Refusal::new("not-supported", crate::SqlState::FEATURE_NOT_SUPPORTED, format!("{what} is not supported"))
        .detail("Tollgate reads PostgreSQL's queries; this is not one, or not one that it offers.")
        .at(position)
}

/// The position that the parser put into a span.
fn position(span: sqlparser::tokenizer::Span) -> Option<usize> {
    usize::try_from(span.start.column).ok().filter(|&column| column > 0)
}

#[cfg(test)]
mod tests;
