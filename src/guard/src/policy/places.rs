//! Where a policy's parts stand in its files, for whoever finds fault with one after it was read.

use super::{RelationName, RoleName};
use crate::document::Place;
use std::collections::BTreeMap;

/// Where contracts and grants were written. A grant that a role inherits stands where it was written, under the other role.
#[derive(Debug, Default)]
pub struct Places {
    pub(super) tables: BTreeMap<RelationName, TablePlaces>,
    pub(super) grants: BTreeMap<(RoleName, RelationName), GrantPlaces>,
}

#[derive(Clone, Debug)]
pub(super) struct TablePlaces {
    pub(super) contract: Place,
    pub(super) columns: BTreeMap<String, Place>,
}

/// Where a grant stands, and its row filter if it has one.
#[derive(Clone, Debug)]
pub struct GrantPlaces {
    pub grant: Place,
    pub rows: Option<Place>,
}

impl Places {
    #[must_use]
    pub fn table(&self, table: &RelationName) -> Option<&Place> {
        self.tables.get(table).map(|places| &places.contract)
    }

    #[must_use]
    pub fn column(&self, table: &RelationName, column: &str) -> Option<&Place> {
        self.tables.get(table)?.columns.get(column)
    }

    /// Every grant as it was written: the role, the table, and where.
    pub fn grants(&self) -> impl Iterator<Item = (&RoleName, &RelationName, &GrantPlaces)> {
        self.grants.iter().map(|((role, table), places)| (role, table, places))
    }
}
