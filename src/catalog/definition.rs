//! Which system catalogs there are, with the columns, types and OIDs that PostgreSQL gives them.

use crate::types::{PgColumn, PgType};
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use guard::policy::RelationName;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// One system catalog or view.
#[derive(Debug)]
pub struct Definition {
    pub name: RelationName,
    /// `r` or `v`
    pub kind: char,
    pub oid: u32,
    /// Its row type in `pg_type`.
    pub reltype: u32,
    pub columns: Vec<SystemColumn>,
    pub schema: SchemaRef,
}

#[derive(Debug)]
pub struct SystemColumn {
    pub column: PgColumn,
    pub not_null: bool,
}

static DEFINITIONS: LazyLock<BTreeMap<RelationName, Definition>> = LazyLock::new(read);

/// The definition of a system catalog, if there is one of that name.
#[must_use]
pub fn definition(name: &RelationName) -> Option<&'static Definition> {
    DEFINITIONS.get(name)
}

/// All of them, in the order of their names.
pub fn definitions() -> impl Iterator<Item = &'static Definition> {
    DEFINITIONS.values()
}

/// The type of a catalog's column. A few hold what no client of ours ever sees a value of (statistics, log positions); they are text here.
fn column_type(name: &str) -> PgType {
    PgType::from_typname(name).unwrap_or_else(|| match name.strip_prefix('_') {
        Some(_) => PgType::Text.array(),
        None => PgType::Text,
    })
}

fn read() -> BTreeMap<RelationName, Definition> {
    let mut found: BTreeMap<RelationName, Definition> = BTreeMap::new();
    for line in include_str!("data/columns.tsv").lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [schema, relation, kind, oid, reltype, attnum, name, ty, typmod, not_null] = fields.as_slice() else {
            continue;
        };
        let key = RelationName { schema: (*schema).to_owned(), name: (*relation).to_owned() };
        let oid = oid.parse().unwrap_or(0);
        let definition = found.entry(key.clone()).or_insert_with(|| Definition {
            name: key,
            kind: kind.chars().next().unwrap_or('r'),
            oid,
            reltype: reltype.parse().unwrap_or(0),
            columns: Vec::new(),
            schema: Arc::new(Schema::empty()),
        });
        definition.columns.push(SystemColumn {
            column: PgColumn {
                name: (*name).to_owned(),
                ty: column_type(ty),
                typmod: typmod.parse().unwrap_or(-1),
                table_oid: oid,
                attnum: attnum.parse().unwrap_or(0),
            },
            not_null: *not_null == "t",
        });
    }
    for definition in found.values_mut() {
        let fields: Vec<Field> = definition
            .columns
            .iter()
            .map(|column| Field::new(&column.column.name, column.column.ty.arrow(), true))
            .collect();
        definition.schema = Arc::new(Schema::new(fields));
    }
    found
}
