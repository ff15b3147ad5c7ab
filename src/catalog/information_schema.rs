//! The views of `information_schema` that have rows: the role's relations and the system's, in the standard's words.

use super::Moment;
use super::cell::{Cell, Rows};
use super::definition::definitions;
use super::view::{CatalogView, OWNER_NAME};
use crate::types::{PgColumn, PgType};
use guard::policy::RelationName;

/// A relation as these views see it: its name, whether it is a table, its columns with whether each may be NULL.
type Listed<'a> = (&'a RelationName, bool, Vec<(&'a PgColumn, bool)>);

fn listed(view: &CatalogView) -> impl Iterator<Item = Listed<'_>> {
    let granted = view.relations.values().map(|relation| {
        let columns = relation.columns.iter().map(|column| (&column.column, column.nullable)).collect();
        (&relation.name, true, columns)
    });
    let system = definitions().filter(|definition| view.revoked.read(&definition.name).is_ok()).map(|definition| {
        let columns = definition.columns.iter().map(|column| (&column.column, !column.not_null)).collect();
        (&definition.name, definition.kind == 'r', columns)
    });
    granted.chain(system)
}

pub fn tables(rows: &mut Rows, view: &CatalogView, moment: &Moment) {
    for (name, is_table, _) in listed(view) {
        rows.push(vec![
            ("table_catalog", moment.database.as_str().into()),
            ("table_schema", name.schema.as_str().into()),
            ("table_name", name.name.as_str().into()),
            ("table_type", if is_table { "BASE TABLE" } else { "VIEW" }.into()),
            ("is_insertable_into", "NO".into()),
            ("is_typed", "NO".into()),
        ]);
    }
}

pub fn views(rows: &mut Rows, view: &CatalogView, moment: &Moment) {
    for (name, _, _) in listed(view).filter(|(_, is_table, _)| !is_table) {
        rows.push(vec![
            ("table_catalog", moment.database.as_str().into()),
            ("table_schema", name.schema.as_str().into()),
            ("table_name", name.name.as_str().into()),
            ("check_option", "NONE".into()),
            ("is_updatable", "NO".into()),
            ("is_insertable_into", "NO".into()),
            ("is_trigger_updatable", "NO".into()),
            ("is_trigger_deletable", "NO".into()),
            ("is_trigger_insertable_into", "NO".into()),
        ]);
    }
}

pub fn schemata(rows: &mut Rows, view: &CatalogView, moment: &Moment) {
    for (name, _) in view.schemas() {
        rows.push(vec![
            ("catalog_name", moment.database.as_str().into()),
            ("schema_name", name.into()),
            ("schema_owner", OWNER_NAME.into()),
        ]);
    }
}

pub fn columns(rows: &mut Rows, view: &CatalogView, moment: &Moment) {
    for (name, _, columns) in listed(view) {
        for (column, nullable) in columns {
            rows.push(column_row(name, column, nullable, &moment.database));
        }
    }
}

fn column_row(name: &RelationName, column: &PgColumn, nullable: bool, database: &str) -> Vec<(&'static str, Cell)> {
    let Shape { length, precision, radix, scale, datetime } = shape(column);
    vec![
        ("table_catalog", database.into()),
        ("table_schema", name.schema.as_str().into()),
        ("table_name", name.name.as_str().into()),
        ("column_name", column.name.as_str().into()),
        ("ordinal_position", Cell::Int(column.attnum.into())),
        ("is_nullable", if nullable { "YES" } else { "NO" }.into()),
        ("data_type", data_type(&column.ty).into()),
        ("character_maximum_length", length.into()),
        ("character_octet_length", octets(&column.ty, length).into()),
        ("numeric_precision", precision.into()),
        ("numeric_precision_radix", radix.into()),
        ("numeric_scale", scale.into()),
        ("datetime_precision", datetime.into()),
        ("udt_catalog", database.into()),
        ("udt_schema", "pg_catalog".into()),
        ("udt_name", column.ty.name().into_owned().into()),
        ("dtd_identifier", column.attnum.to_string().into()),
        ("is_self_referencing", "NO".into()),
        ("is_identity", "NO".into()),
        ("identity_cycle", "NO".into()),
        ("is_generated", "NEVER".into()),
        ("is_updatable", "NO".into()),
    ]
}

fn data_type(ty: &PgType) -> String {
    match ty {
        PgType::Array(_) => "ARRAY".to_owned(),
        other => other.row().map_or_else(String::new, |row| row.sql_name.to_owned()),
    }
}

#[derive(Default)]
struct Shape {
    length: Option<i64>,
    precision: Option<i64>,
    radix: Option<i64>,
    scale: Option<i64>,
    datetime: Option<i64>,
}

/// What the standard tells of a type beside its name (`information_schema._pg_*` in PostgreSQL).
fn shape(column: &PgColumn) -> Shape {
    let integer = |bits| Shape { precision: Some(bits), radix: Some(2), scale: Some(0), ..Shape::default() };
    let float = |bits| Shape { precision: Some(bits), radix: Some(2), ..Shape::default() };
    let modifier = i64::from(column.typmod);
    match column.ty {
        PgType::Int2 => integer(16),
        PgType::Int4 => integer(32),
        PgType::Int8 => integer(64),
        PgType::Float4 => float(24),
        PgType::Float8 => float(53),
        PgType::Numeric if modifier >= 4 => Shape {
            precision: Some((modifier - 4) >> 16 & 0xffff),
            radix: Some(10),
            scale: Some((modifier - 4) & 0x7ff),
            ..Shape::default()
        },
        PgType::Numeric => Shape { radix: Some(10), ..Shape::default() },
        PgType::Varchar | PgType::Bpchar if modifier >= 4 => Shape { length: Some(modifier - 4), ..Shape::default() },
        PgType::Date => Shape { datetime: Some(0), ..Shape::default() },
        PgType::Time | PgType::Timestamp | PgType::Timestamptz | PgType::Interval => {
            Shape { datetime: Some(if modifier >= 0 { modifier & 0xffff } else { 6 }), ..Shape::default() }
        }
        _ => Shape::default(),
    }
}

/// Four bytes a character in UTF-8; 2^30 where there is no limit.
fn octets(ty: &PgType, length: Option<i64>) -> Option<i64> {
    match ty {
        PgType::Text | PgType::Varchar | PgType::Bpchar => Some(length.map_or(1 << 30, |characters| characters * 4)),
        _ => None,
    }
}

pub fn table_privileges(rows: &mut Rows, view: &CatalogView, moment: &Moment) {
    for relation in view.relations.values() {
        rows.push(vec![
            ("grantor", OWNER_NAME.into()),
            ("grantee", moment.role.as_str().into()),
            ("table_catalog", moment.database.as_str().into()),
            ("table_schema", relation.name.schema.as_str().into()),
            ("table_name", relation.name.name.as_str().into()),
            ("privilege_type", "SELECT".into()),
            ("is_grantable", "NO".into()),
            ("with_hierarchy", "YES".into()),
        ]);
    }
}

pub fn column_privileges(rows: &mut Rows, view: &CatalogView, moment: &Moment) {
    for relation in view.relations.values() {
        for column in &relation.columns {
            rows.push(vec![
                ("grantor", OWNER_NAME.into()),
                ("grantee", moment.role.as_str().into()),
                ("table_catalog", moment.database.as_str().into()),
                ("table_schema", relation.name.schema.as_str().into()),
                ("table_name", relation.name.name.as_str().into()),
                ("column_name", column.column.name.as_str().into()),
                ("privilege_type", "SELECT".into()),
                ("is_grantable", "NO".into()),
            ]);
        }
    }
}

pub fn enabled_roles(rows: &mut Rows, moment: &Moment) {
    rows.push(vec![("role_name", moment.role.as_str().into())]);
}

pub fn catalog_name(rows: &mut Rows, moment: &Moment) {
    rows.push(vec![("catalog_name", moment.database.as_str().into())]);
}

pub fn character_sets(rows: &mut Rows, moment: &Moment) {
    rows.push(vec![
        ("character_set_name", "UTF8".into()),
        ("character_repertoire", "UCS".into()),
        ("form_of_use", "UTF8".into()),
        ("default_collate_catalog", moment.database.as_str().into()),
        ("default_collate_schema", "pg_catalog".into()),
        ("default_collate_name", "C".into()),
    ]);
}
