//! Gate 1, syntax: every node of the statement is walked, and nothing outside the allow list passes.
//!
//! Comes in: [`Parsed`](crate::parse::Parsed), the role's grants, the names of the functions in the catalogue. Goes out: [`Admitted`] with its [`Permit`].
//! Must never: have an arm that lets an unknown node through, do I/O, know DataFusion.

use crate::policy::{Grant, RelationName, Role};
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
