//! What one role's catalogs know: its relations and the numbers of everything that has a name.
//!
//! Made once for each role when a policy loads, so that a catalog can't disagree with what can be read.

use super::definition::{Definition, definition, definitions};
use crate::error::SqlResult;
use crate::plan::governed::{RawTable, relation_oid, visible_columns};
use crate::types::PgColumn;
use guard::policy::{Grain, Grant, Mask, RelationName, Revoked, Role};
use std::collections::BTreeMap;
use std::sync::Arc;

/// `pg_catalog`'s own number.
pub const PG_CATALOG: u32 = 11;
pub const PUBLIC: u32 = 2200;
pub const INFORMATION_SCHEMA: u32 = 13_207;
/// Who owns everything: the gateway itself, as `postgres` does in a fresh PostgreSQL.
pub const OWNER: u32 = 10;
pub const OWNER_NAME: &str = "tollgate";
/// The one database; tools take one below 16384 for a template.
pub const DATABASE: u32 = 16_384;

/// A granted relation as the catalogs show it.
#[derive(Debug)]
pub struct VisibleRelation {
    pub name: RelationName,
    pub oid: u32,
    pub comment: Option<String>,
    pub columns: Vec<VisibleColumn>,
}

#[derive(Debug)]
pub struct VisibleColumn {
    pub column: PgColumn,
    pub nullable: bool,
    pub comment: Option<String>,
}

/// The type of a relation's rows, or of arrays of them.
#[derive(Debug)]
pub struct RowType {
    pub relation: RelationName,
    /// The relation's own OID.
    pub number: u32,
    pub array: bool,
    /// The array's type of a row's, and the other way round; zero where there is none.
    pub counterpart: u32,
}

/// Everything with a name that one role can see.
#[derive(Debug, Default)]
pub struct CatalogView {
    pub relations: BTreeMap<RelationName, VisibleRelation>,
    pub revoked: Revoked,
    by_oid: BTreeMap<u32, RelationName>,
    schemas: BTreeMap<String, u32>,
    row_types: BTreeMap<u32, RowType>,
}

impl CatalogView {
    /// The catalogs of this role.
    ///
    /// # Errors
    /// What resolving a column's type says.
    pub fn of(role: &Role) -> SqlResult<Self> {
        let mut relations = BTreeMap::new();
        for (name, grant) in &role.grants {
            relations.insert(name.clone(), relation(name, grant)?);
        }
        let mut schemas: BTreeMap<String, u32> = [
            ("pg_catalog".to_owned(), PG_CATALOG),
            ("public".to_owned(), PUBLIC),
            ("information_schema".to_owned(), INFORMATION_SCHEMA),
        ]
        .into();
        for name in relations.keys() {
            schemas.entry(name.schema.clone()).or_insert_with(|| schema_oid(&name.schema));
        }
        let by_oid = relations
            .values()
            .map(|relation| (relation.oid, relation.name.clone()))
            .chain(definitions().map(|definition| (definition.oid, definition.name.clone())))
            .collect();
        let row_types = row_types(&relations);
        Ok(Self { relations, revoked: role.revoked.clone(), by_oid, schemas, row_types })
    }

    /// The relations' own types, by OID.
    pub fn row_types(&self) -> impl Iterator<Item = (&u32, &RowType)> {
        self.row_types.iter()
    }

    #[must_use]
    pub fn row_type(&self, oid: u32) -> Option<&RowType> {
        self.row_types.get(&oid)
    }

    /// The type of a relation's rows.
    #[must_use]
    pub fn row_type_of(&self, relation: &RelationName) -> Option<u32> {
        match definition(relation) {
            Some(definition) => Some(definition.reltype).filter(|oid| *oid != 0),
            None => self.relations.contains_key(relation).then(|| row_type_oid(relation, false)),
        }
    }

    /// Schemas with their OIDs, by name.
    pub fn schemas(&self) -> impl Iterator<Item = (&str, u32)> {
        self.schemas.iter().map(|(name, oid)| (name.as_str(), *oid))
    }

    #[must_use]
    pub fn schema_oid(&self, name: &str) -> Option<u32> {
        self.schemas.get(name).copied()
    }

    #[must_use]
    pub fn schema_name(&self, oid: u32) -> Option<&str> {
        self.schemas.iter().find(|(_, found)| **found == oid).map(|(name, _)| name.as_str())
    }

    /// The name of a relation, granted or of the system.
    #[must_use]
    pub fn relation_name(&self, oid: u32) -> Option<&RelationName> {
        self.by_oid.get(&oid)
    }

    /// The relation that these words mean along a search path, granted or of the system, with its OID.
    #[must_use]
    pub fn find_relation(
        &self,
        schema: Option<&str>,
        name: &str,
        search_path: &[String],
    ) -> Option<(RelationName, u32)> {
        let in_schema = |schema: &str| {
            let relation = RelationName { schema: schema.to_owned(), name: name.to_owned() };
            let oid = self
                .relations
                .get(&relation)
                .map(|found| found.oid)
                .or_else(|| definition(&relation).map(|found| found.oid))?;
            Some((relation, oid))
        };
        match schema {
            Some(schema) => in_schema(schema),
            None => in_schema("pg_catalog").or_else(|| search_path.iter().find_map(|schema| in_schema(schema))),
        }
    }

    /// A granted relation by its OID.
    #[must_use]
    pub fn granted(&self, oid: u32) -> Option<&VisibleRelation> {
        self.relations.get(self.by_oid.get(&oid)?)
    }

    /// A system relation by its OID.
    #[must_use]
    pub fn system(&self, oid: u32) -> Option<&'static Definition> {
        definition(self.by_oid.get(&oid)?)
    }

    /// `obj_description` of a relation.
    #[must_use]
    pub fn comment(&self, oid: u32) -> Option<&str> {
        self.granted(oid)?.comment.as_deref()
    }

    /// `col_description`.
    #[must_use]
    pub fn column_comment(&self, oid: u32, attnum: i32) -> Option<&str> {
        self.granted(oid)?
            .columns
            .iter()
            .find(|column| i32::from(column.column.attnum) == attnum)
            .and_then(|column| column.comment.as_deref())
    }
}

/// Of the granted relations as well as the system's, of whose arrays nothing is told.
fn row_types(relations: &BTreeMap<RelationName, VisibleRelation>) -> BTreeMap<u32, RowType> {
    let mut types = BTreeMap::new();
    for (name, relation) in relations {
        let (row, list) = (row_type_oid(name, false), row_type_oid(name, true));
        for (oid, array, counterpart) in [(row, false, list), (list, true, row)] {
            types.insert(oid, RowType { relation: name.clone(), number: relation.oid, array, counterpart });
        }
    }
    for definition in definitions().filter(|definition| definition.reltype != 0) {
        let (relation, number) = (definition.name.clone(), definition.oid);
        types.insert(definition.reltype, RowType { relation, number, array: false, counterpart: 0 });
    }
    types
}

/// Made from the relation's name, like its own OID.
fn row_type_oid(relation: &RelationName, array: bool) -> u32 {
    let name = format!("{}.{}{}", relation.schema, if array { "_" } else { "" }, relation.name);
    relation_oid(&RelationName { schema: "pg_type".to_owned(), name })
}

/// A schema's OID: made from its name alone, like a relation's.
fn schema_oid(name: &str) -> u32 {
    relation_oid(&RelationName { schema: String::new(), name: name.to_owned() })
}

/// A role's OID, likewise.
#[must_use]
pub fn role_oid(name: &str) -> u32 {
    if name == OWNER_NAME {
        return OWNER;
    }
    relation_oid(&RelationName { schema: "pg_authid".to_owned(), name: name.to_owned() })
}

fn relation(name: &RelationName, grant: &Arc<Grant>) -> SqlResult<VisibleRelation> {
    let raw = RawTable::resolve(Arc::clone(&grant.table))?;
    let columns = visible_columns(grant, &raw)?
        .into_iter()
        .map(|column| {
            let contract = grant.table.columns.iter().find(|candidate| candidate.name == column.name);
            let mask = grant.masks.get(&column.name);
            let nullable = contract.is_none_or(|contract| contract.nullable) || mask == Some(&Mask::Null);
            let comment =
                column_comment(grant, &column.name, contract.and_then(|contract| contract.comment.as_deref()), mask);
            VisibleColumn { column, nullable, comment }
        })
        .collect();
    Ok(VisibleRelation { name: name.clone(), oid: relation_oid(name), comment: relation_comment(grant), columns })
}

/// The contract's comment, and what a user must know to read the table.
fn relation_comment(grant: &Grant) -> Option<String> {
    let mut parts: Vec<String> = grant.table.comment.iter().cloned().collect();
    if let Some(partition) = &grant.table.partition {
        let need = if grant.window_required { "needs a window" } else { "may have a window" };
        parts.push(format!("{need} on \"{}\" or \"{}\"", partition.of, partition.column));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn column_comment(grant: &Grant, name: &str, comment: Option<&str>, mask: Option<&Mask>) -> Option<String> {
    let mut parts: Vec<String> = comment.map(str::to_owned).into_iter().collect();
    if let Some(mask) = mask {
        parts.push(format!("masked: {}", mask_words(mask)));
    }
    if let Some(partition) = &grant.table.partition
        && partition.column == name
    {
        parts.push(match partition.grain {
            Grain::Day => format!("partition: UTC day of \"{}\"", partition.of),
            Grain::Instant => "partition".to_owned(),
        });
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn mask_words(mask: &Mask) -> String {
    match mask {
        Mask::Sha256 => "SHA-256, hex".to_owned(),
        Mask::Hmac { secret: _ } => "HMAC-SHA-256, hex".to_owned(),
        Mask::Null => "always NULL".to_owned(),
        Mask::Constant(_) => "a constant".to_owned(),
        Mask::Keep(characters) => format!("the first {characters} characters"),
        Mask::Day => "cut to the UTC day".to_owned(),
        Mask::Bucket(width) => format!("cut down to multiples of {width}"),
    }
}
