//! `pg_catalog` and `information_schema` as a role sees them: one more set of relations, read through the same pipeline.
//!
//! Comes in: the role's [`CatalogView`], the [`Moment`]. Goes out: a relation's rows. Must never: show what the role can't read, or answer a tool's query by recognising its text.
//!
//! Every catalog of PostgreSQL 15 is here with its columns, types and OIDs (read off a real server by `data/generate.sh`); those that describe what Tollgate has no counterpart of are empty.

mod cell;
pub mod definition;
mod fixed;
mod information_schema;
pub mod known;
mod relations;
mod row_types;
mod server;
pub mod view;

use crate::error::{SqlError, SqlResult};
use cell::Rows;
use chrono::{DateTime, Utc};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::compute::concat_batches;
use datafusion::catalog::TableProvider;
use datafusion::datasource::MemTable;
pub use definition::{Definition, definition};
use guard::admit::SystemRelations;
use guard::policy::RelationName;
pub use known::Known;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};
pub use view::CatalogView;

/// Which system relations there are, for gate 1.
#[derive(Clone, Copy, Debug, Default)]
pub struct System;

impl SystemRelations for System {
    fn contains(&self, relation: &RelationName) -> bool {
        definition(relation).is_some() && !(relation.schema == "pg_catalog" && is_secret(&relation.name))
    }
}

/// The relations that a query can name.
pub fn system_relations() -> impl Iterator<Item = &'static RelationName> {
    definition::definitions().map(|definition| &definition.name).filter(|name| System.contains(name))
}

/// Catalogs that hold passwords, connection strings, samples of the tables' values, files of the server, or counts of rows and blocks. They are listed in `pg_class`, and there is no
/// reading them: for a query, they do not exist.
const SECRET: &[&str] = &[
    "pg_authid",
    "pg_backend_memory_contexts",
    "pg_config",
    "pg_file_settings",
    "pg_hba_file_rules",
    "pg_ident_file_mappings",
    "pg_largeobject",
    "pg_replication_origin_status",
    "pg_shadow",
    "pg_shmem_allocations",
    "pg_stat_all_tables",
    "pg_stat_replication",
    "pg_stat_replication_slots",
    "pg_stat_ssl",
    "pg_stat_subscription",
    "pg_stat_sys_tables",
    "pg_stat_user_tables",
    "pg_stat_wal_receiver",
    "pg_stat_xact_all_tables",
    "pg_stat_xact_sys_tables",
    "pg_stat_xact_user_tables",
    "pg_statistic",
    "pg_statistic_ext_data",
    "pg_stats",
    "pg_stats_ext",
    "pg_stats_ext_exprs",
    "pg_user_mapping",
];

/// Columns that hold passwords, of relations of which the rest may be read: no role has a privilege on them, so that `*` is refused, too.
const SECRET_COLUMNS: &[(&str, &str)] = &[("pg_subscription", "subconninfo"), ("pg_user_mappings", "umoptions")];

/// Whether nobody may read this column.
#[must_use]
pub fn is_secret_column(relation: &RelationName, column: &str) -> bool {
    relation.schema == "pg_catalog" && SECRET_COLUMNS.contains(&(relation.name.as_str(), column))
}

fn is_secret(name: &str) -> bool {
    SECRET.binary_search(&name).is_ok()
}

/// Whether its rows are of the moment: the sessions and what they hold.
#[must_use]
pub fn moves(relation: &RelationName) -> bool {
    const MOVING: [&str; 5] =
        ["pg_cursors", "pg_prepared_statements", "pg_settings", "pg_stat_activity", "pg_timezone_names"];
    relation.schema == "pg_catalog" && MOVING.contains(&relation.name.as_str())
}

/// What the catalogs say of the session and the server at the time of a statement.
#[derive(Clone, Debug)]
pub struct Moment {
    pub user: String,
    pub role: String,
    pub database: String,
    pub settings: Arc<BTreeMap<String, String>>,
    /// The user's own sessions.
    pub backends: Vec<Backend>,
    /// What this session has prepared and opened.
    pub names: Arc<dyn Names>,
    pub statement_time: DateTime<Utc>,
}

/// A prepared statement, as `pg_prepared_statements` lists it.
#[derive(Clone, Debug)]
pub struct PreparedName {
    pub name: String,
    pub statement: String,
    pub prepared: DateTime<Utc>,
    pub parameter_types: Vec<u32>,
    /// By PREPARE, not by Parse.
    pub from_sql: bool,
}

/// A cursor or portal, as `pg_cursors` lists it.
#[derive(Clone, Debug)]
pub struct CursorName {
    pub name: String,
    pub statement: String,
    pub holdable: bool,
    pub binary: bool,
    pub scrollable: bool,
    pub created: DateTime<Utc>,
}

/// What one session has under a name: its own statements and cursors, nobody else's.
pub trait Names: std::fmt::Debug + Send + Sync {
    fn prepared(&self) -> Vec<PreparedName>;

    fn cursors(&self) -> Vec<CursorName>;
}

/// A session, as `pg_stat_activity` lists it.
#[derive(Clone, Debug)]
pub struct Backend {
    pub pid: i32,
    pub user: String,
    pub application_name: String,
    pub client_addr: Option<String>,
    pub started: DateTime<Utc>,
    pub state_changed: DateTime<Utc>,
    /// `active`, `idle`, `idle in transaction`, …
    pub state: &'static str,
    pub query: String,
}

/// The sessions of this server, as far as one user may see and end them: the user's own.
pub trait Activity: std::fmt::Debug + Send + Sync {
    fn backends(&self, user: &str) -> Vec<Backend>;

    /// Cancels what the session runs; false if it is not one of the user's.
    fn cancel(&self, user: &str, pid: i32) -> bool;

    /// Ends the session; false if it is not one of the user's.
    fn terminate(&self, user: &str, pid: i32) -> bool;
}

/// No session at all: the command line and the policy tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Names for Alone {
    fn prepared(&self) -> Vec<PreparedName> {
        Vec::new()
    }

    fn cursors(&self) -> Vec<CursorName> {
        Vec::new()
    }
}

impl Activity for Alone {
    fn backends(&self, _user: &str) -> Vec<Backend> {
        Vec::new()
    }

    fn cancel(&self, _user: &str, _pid: i32) -> bool {
        false
    }

    fn terminate(&self, _user: &str, _pid: i32) -> bool {
        false
    }
}

/// The relation as a plan's leaf reads it.
///
/// # Errors
/// XX000 if its rows can't be made.
pub fn provider(
    definition: &'static Definition,
    view: &CatalogView,
    moment: &Moment,
) -> SqlResult<Arc<dyn TableProvider>> {
    let batch = rows(definition, view, moment)?;
    let table = MemTable::try_new(Arc::clone(&definition.schema), vec![vec![batch]])?;
    Ok(Arc::new(table))
}

/// `pg_settings` as a table of its own: its columns, and its rows by what SHOW prints.
///
/// # Errors
/// XX000 if they can't be made.
pub fn settings(shown: &BTreeMap<String, String>) -> SqlResult<(&'static Definition, RecordBatch)> {
    let name = RelationName { schema: "pg_catalog".to_owned(), name: "pg_settings".to_owned() };
    let definition = definition(&name).ok_or_else(|| SqlError::internal("no pg_settings"))?;
    let mut rows = Rows::of(definition);
    server::pg_settings(&mut rows, shown);
    Ok((definition, rows.finish()?))
}

/// The rows of a system relation for this role at this moment.
///
/// # Errors
/// XX000 if they can't be made.
pub fn rows(definition: &'static Definition, view: &CatalogView, moment: &Moment) -> SqlResult<RecordBatch> {
    if definition.name.schema == "pg_catalog"
        && let Some(text) = fixed::text_of(&definition.name.name)
    {
        let fixed = fixed_rows(definition, text)?;
        if definition.name.name != "pg_type" {
            return Ok(fixed);
        }
        let mut own = Rows::of(definition);
        row_types::append(&mut own, view);
        return concat_batches(&definition.schema, [&fixed, &own.finish()?]).map_err(SqlError::internal);
    }
    let mut rows = Rows::of(definition);
    match (definition.name.schema.as_str(), definition.name.name.as_str()) {
        ("pg_catalog", name) => system_rows(name, &mut rows, view, moment),
        ("information_schema", name) => standard_rows(name, &mut rows, view, moment),
        _ => {}
    }
    rows.finish()
}

/// The rows that are the same for everybody, made once.
fn fixed_rows(definition: &'static Definition, text: &str) -> SqlResult<RecordBatch> {
    static MADE: LazyLock<Mutex<BTreeMap<u32, RecordBatch>>> = LazyLock::new(Mutex::default);
    let mut made = MADE.lock().map_err(|_| SqlError::internal("a catalog could not be made"))?;
    if let Some(batch) = made.get(&definition.oid) {
        return Ok(batch.clone());
    }
    let mut rows = Rows::of(definition);
    fixed::append(&mut rows, definition, text, |record| is_known(definition, record));
    let batch = rows.finish()?;
    made.insert(definition.oid, batch.clone());
    Ok(batch)
}

/// `pg_proc` lists what can be called here, and what the rows of types and languages name; the other catalogs are whole.
fn is_known(definition: &Definition, record: &fixed::Record<'_>) -> bool {
    definition.name.name != "pg_proc" || known::is_listed(record.field("oid"), record.field("proname"))
}

fn system_rows(name: &str, rows: &mut Rows, view: &CatalogView, moment: &Moment) {
    match name {
        "pg_namespace" => relations::pg_namespace(rows, view),
        "pg_class" => relations::pg_class(rows, view),
        "pg_attribute" => relations::pg_attribute(rows, view),
        "pg_description" => relations::pg_description(rows, view),
        "pg_tables" => relations::pg_tables(rows, view),
        "pg_views" => relations::pg_views(rows),
        "pg_statio_all_tables" | "pg_statio_user_tables" => {
            relations::user_tables(rows, view);
        }
        "pg_database" => server::pg_database(rows, moment),
        "pg_roles" => server::pg_roles(rows, moment),
        "pg_user" => server::pg_user(rows, moment),
        "pg_settings" => server::pg_settings(rows, &moment.settings),
        "pg_stat_gssapi" => server::pg_stat_gssapi(rows, moment),
        "pg_stat_activity" => server::pg_stat_activity(rows, moment),
        "pg_prepared_statements" => server::pg_prepared_statements(rows, moment),
        "pg_cursors" => server::pg_cursors(rows, moment),
        "pg_timezone_names" => server::pg_timezone_names(rows, moment),
        // Indexes, constraints, triggers, sequences, statistics and their like: there are none.
        _ => {}
    }
}

fn standard_rows(name: &str, rows: &mut Rows, view: &CatalogView, moment: &Moment) {
    match name {
        "tables" => information_schema::tables(rows, view, moment),
        "views" => information_schema::views(rows, view, moment),
        "columns" => information_schema::columns(rows, view, moment),
        "schemata" => information_schema::schemata(rows, view, moment),
        "table_privileges" | "role_table_grants" => information_schema::table_privileges(rows, view, moment),
        "column_privileges" | "role_column_grants" => information_schema::column_privileges(rows, view, moment),
        "enabled_roles" => information_schema::enabled_roles(rows, moment),
        "information_schema_catalog_name" => information_schema::catalog_name(rows, moment),
        "character_sets" => information_schema::character_sets(rows, moment),
        // Constraints, domains, routines, triggers and their like: there are none.
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalog_of_postgresql_has_its_columns() {
        assert_eq!(definition::definitions().count(), 203);
        let class = definition(&RelationName { schema: "pg_catalog".into(), name: "pg_class".into() }).unwrap();
        assert_eq!((class.oid, class.columns.len()), (1259, 33));
    }

    #[test]
    fn secret_catalogs_exist_and_are_not_read() {
        use guard::admit::SystemRelations;
        assert!(SECRET.is_sorted());
        for name in SECRET {
            let relation = RelationName { schema: "pg_catalog".into(), name: (*name).into() };
            assert!(definition(&relation).is_some(), "{name}");
            assert!(!System.contains(&relation), "{name}");
        }
        assert!(System.contains(&RelationName { schema: "pg_catalog".into(), name: "pg_class".into() }));
    }

    #[test]
    fn the_fixed_catalogs_hold_a_value_for_each_column() {
        for definition in definition::definitions() {
            if let Some(text) = fixed::text_of(&definition.name.name) {
                let header = text.lines().next().unwrap();
                let expected: Vec<_> = definition.columns.iter().map(|column| column.column.name.as_str()).collect();
                assert_eq!(header.split('\t').collect::<Vec<_>>(), expected, "{}", definition.name);
            }
        }
    }
}
