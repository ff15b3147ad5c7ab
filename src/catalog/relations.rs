//! `pg_class` and what hangs on it: attributes, namespaces, comments, and the views that list tables.

use super::cell::{Cell, Rows};
use super::definition::{definition, definitions};
use super::view::{CatalogView, OWNER, OWNER_NAME};
use crate::types::PgColumn;
use guard::policy::RelationName;

/// The OIDs of the catalogs that comments hang on.
const PG_CLASS: u32 = 1259;
const HEAP: u32 = 2;

pub fn pg_namespace(rows: &mut Rows, view: &CatalogView) {
    for (name, oid) in view.schemas() {
        rows.push(vec![("oid", Cell::Oid(oid)), ("nspname", name.into()), ("nspowner", Cell::Oid(OWNER))]);
    }
}

pub fn pg_class(rows: &mut Rows, view: &CatalogView) {
    for relation in view.relations.values() {
        let namespace = view.schema_oid(&relation.name.schema).unwrap_or(0);
        let row_type = view.row_type_of(&relation.name).unwrap_or(0);
        class_row(rows, relation.oid, &relation.name.name, namespace, row_type, 'r', relation.columns.len());
    }
    for definition in definitions() {
        let namespace = view.schema_oid(&definition.name.schema).unwrap_or(0);
        let columns = definition.columns.len();
        class_row(rows, definition.oid, &definition.name.name, namespace, definition.reltype, definition.kind, columns);
    }
}

fn class_row(rows: &mut Rows, oid: u32, name: &str, namespace: u32, reltype: u32, kind: char, columns: usize) {
    rows.push(vec![
        ("oid", Cell::Oid(oid)),
        ("relname", name.into()),
        ("relnamespace", Cell::Oid(namespace)),
        ("reltype", Cell::Oid(reltype)),
        ("relowner", Cell::Oid(OWNER)),
        ("relam", Cell::Oid(if kind == 'r' { HEAP } else { 0 })),
        // How many rows there are is nobody's business: a filter may hide some of them.
        ("reltuples", Cell::Float(-1.0)),
        ("relpersistence", "p".into()),
        ("relkind", kind.to_string().into()),
        ("relnatts", Cell::Int(columns as i64)),
        ("relhasrules", (kind == 'v').into()),
        ("relispopulated", true.into()),
        ("relreplident", if kind == 'r' { "d" } else { "n" }.into()),
    ]);
}

pub fn pg_attribute(rows: &mut Rows, view: &CatalogView) {
    for relation in view.relations.values() {
        for column in &relation.columns {
            attribute_row(rows, relation.oid, &column.column, !column.nullable);
        }
    }
    for definition in definitions() {
        for column in &definition.columns {
            attribute_row(rows, definition.oid, &column.column, column.not_null);
        }
    }
}

fn attribute_row(rows: &mut Rows, relation: u32, column: &PgColumn, not_null: bool) {
    let ty = &column.ty;
    rows.push(vec![
        ("attrelid", Cell::Oid(relation)),
        ("attname", column.name.as_str().into()),
        ("atttypid", Cell::Oid(ty.oid())),
        ("attstattarget", Cell::Int(-1)),
        ("attlen", Cell::Int(ty.len().into())),
        ("attnum", Cell::Int(column.attnum.into())),
        ("attndims", Cell::Int(i64::from(ty.category() == 'A'))),
        ("attcacheoff", Cell::Int(-1)),
        ("atttypmod", Cell::Int(column.typmod.into())),
        ("attbyval", ty.is_by_value().into()),
        ("attalign", ty.align().to_string().into()),
        ("attstorage", if ty.len() == -1 { "x" } else { "p" }.into()),
        ("attcompression", "".into()),
        ("attnotnull", not_null.into()),
        ("attidentity", "".into()),
        ("attgenerated", "".into()),
        ("attislocal", true.into()),
        ("attcollation", Cell::Oid(collation(column))),
    ]);
}

/// `default` for text, `C` for name, as in PostgreSQL.
fn collation(column: &PgColumn) -> u32 {
    use crate::types::PgType::{Bpchar, Name, Text, Varchar};
    match column.ty {
        Text | Varchar | Bpchar => 100,
        Name => 950,
        _ => 0,
    }
}

pub fn pg_description(rows: &mut Rows, view: &CatalogView) {
    let mut push = |class: u32, oid: u32, number: i64, comment: &str| {
        rows.push(vec![
            ("objoid", Cell::Oid(oid)),
            ("classoid", Cell::Oid(class)),
            ("objsubid", Cell::Int(number)),
            ("description", comment.into()),
        ]);
    };
    for relation in view.relations.values() {
        if let Some(comment) = &relation.comment {
            push(PG_CLASS, relation.oid, 0, comment);
        }
        for column in &relation.columns {
            if let Some(comment) = &column.comment {
                push(PG_CLASS, relation.oid, column.column.attnum.into(), comment);
            }
        }
    }
    for record in super::fixed::records(include_str!("data/descriptions.tsv")) {
        if let [(_, catalog), (_, oid), (_, description)] = record.as_slice() {
            let name = RelationName { schema: "pg_catalog".to_owned(), name: (*catalog).to_owned() };
            let class = definition(&name).map_or(0, |definition| definition.oid);
            push(class, oid.parse().unwrap_or(0), 0, description);
        }
    }
}

pub fn pg_tables(rows: &mut Rows, view: &CatalogView) {
    for relation in view.relations.values() {
        tables_row(rows, &relation.name);
    }
    for definition in definitions().filter(|definition| definition.kind == 'r') {
        tables_row(rows, &definition.name);
    }
}

fn tables_row(rows: &mut Rows, name: &RelationName) {
    rows.push(vec![
        ("schemaname", name.schema.as_str().into()),
        ("tablename", name.name.as_str().into()),
        ("tableowner", OWNER_NAME.into()),
        ("hasindexes", false.into()),
        ("hasrules", false.into()),
        ("hastriggers", false.into()),
        ("rowsecurity", false.into()),
    ]);
}

pub fn pg_views(rows: &mut Rows) {
    for definition in definitions().filter(|definition| definition.kind == 'v') {
        rows.push(vec![
            ("schemaname", definition.name.schema.as_str().into()),
            ("viewname", definition.name.name.as_str().into()),
            ("viewowner", OWNER_NAME.into()),
            ("definition", Cell::Null),
        ]);
    }
}

/// The statistics views that list every table of the user: the names are true, the counters are zero.
pub fn user_tables(rows: &mut Rows, view: &CatalogView) {
    for relation in view.relations.values() {
        rows.push(vec![
            ("relid", Cell::Oid(relation.oid)),
            ("schemaname", relation.name.schema.as_str().into()),
            ("relname", relation.name.name.as_str().into()),
        ]);
    }
}
