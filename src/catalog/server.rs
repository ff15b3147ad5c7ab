//! The catalogs that speak of the server and the session: database, roles, settings, activity.

use super::cell::{Cell, Rows};
use super::view::{DATABASE, OWNER, OWNER_NAME, role_oid};
use super::{Backend, CursorName, Moment, PreparedName};
use crate::session::settings::{self, definition::Definition};
use std::collections::BTreeMap;

/// UTF8 in `pg_encoding_to_char`'s numbers.
const UTF8: i64 = 6;
const DEFAULT_TABLESPACE: u32 = 1663;

pub fn pg_database(rows: &mut Rows, moment: &Moment) {
    rows.push(vec![
        ("oid", Cell::Oid(DATABASE)),
        ("datname", moment.database.as_str().into()),
        ("datdba", Cell::Oid(OWNER)),
        ("encoding", Cell::Int(UTF8)),
        ("datlocprovider", "c".into()),
        ("datistemplate", false.into()),
        ("datallowconn", true.into()),
        ("datconnlimit", Cell::Int(-1)),
        ("dattablespace", Cell::Oid(DEFAULT_TABLESPACE)),
        ("datcollate", "C".into()),
        ("datctype", "C".into()),
    ]);
}

/// The gateway that owns everything, and the session's own role and user.
fn roles(moment: &Moment) -> Vec<(String, u32)> {
    let mut names = vec![OWNER_NAME.to_owned(), moment.role.clone(), moment.user.clone()];
    names.sort();
    names.dedup();
    names.into_iter().map(|name| (name.clone(), role_oid(&name))).collect()
}

pub fn pg_roles(rows: &mut Rows, moment: &Moment) {
    for (name, oid) in roles(moment) {
        let owner = oid == OWNER;
        rows.push(vec![
            ("rolname", name.into()),
            ("rolsuper", false.into()),
            ("rolinherit", false.into()),
            ("rolcreaterole", false.into()),
            ("rolcreatedb", false.into()),
            ("rolcanlogin", (!owner).into()),
            ("rolreplication", false.into()),
            ("rolconnlimit", Cell::Int(-1)),
            ("rolpassword", "********".into()),
            ("rolbypassrls", false.into()),
            ("oid", Cell::Oid(oid)),
        ]);
    }
}

pub fn pg_user(rows: &mut Rows, moment: &Moment) {
    for (name, oid) in roles(moment).into_iter().filter(|(_, oid)| *oid != OWNER) {
        rows.push(vec![
            ("usename", name.into()),
            ("usesysid", Cell::Oid(oid)),
            ("usecreatedb", false.into()),
            ("usesuper", false.into()),
            ("userepl", false.into()),
            ("usebypassrls", false.into()),
            ("passwd", "********".into()),
        ]);
    }
}

/// By what SHOW prints: numbers are listed in their setting's own unit, as PostgreSQL lists them.
pub fn pg_settings(rows: &mut Rows, settings: &BTreeMap<String, String>) {
    for (name, shown) in settings {
        let known = settings::definition(name);
        let number = |shown: &str| known.and_then(|known| known.number(shown)).unwrap_or_else(|| shown.to_owned());
        let setting = number(shown);
        let initial = known.map_or_else(|| setting.clone(), |known| number(known.default));
        let (least, most) = known.and_then(Definition::bounds).unzip();
        let words = known.and_then(Definition::words);
        rows.push(vec![
            ("name", known.map_or(name.as_str(), |known| known.name).into()),
            ("setting", setting.as_str().into()),
            ("unit", known.and_then(Definition::unit).into()),
            ("category", known.map_or("Customized Options", |known| known.category).into()),
            ("short_desc", known.map(|known| known.description).into()),
            ("context", known.map_or("user", Definition::context_name).into()),
            ("vartype", known.map_or("string", Definition::vartype).into()),
            ("source", if setting == initial { "default" } else { "session" }.into()),
            ("min_val", least.into()),
            ("max_val", most.into()),
            (
                "enumvals",
                words.map_or(Cell::Null, |words| Cell::List(words.iter().map(|word| (*word).into()).collect())),
            ),
            ("boot_val", initial.into()),
            ("reset_val", setting.into()),
            ("pending_restart", false.into()),
        ]);
    }
}

/// The sessions' own rows: none of them was let in by Kerberos.
pub fn pg_stat_gssapi(rows: &mut Rows, moment: &Moment) {
    for backend in &moment.backends {
        rows.push(vec![
            ("pid", Cell::Int(backend.pid.into())),
            ("gss_authenticated", false.into()),
            ("encrypted", false.into()),
        ]);
    }
}

pub fn pg_stat_activity(rows: &mut Rows, moment: &Moment) {
    for Backend { pid, user, application_name, client_addr, started, state_changed, state, query } in &moment.backends {
        rows.push(vec![
            ("datid", Cell::Oid(DATABASE)),
            ("datname", moment.database.as_str().into()),
            ("pid", Cell::Int((*pid).into())),
            ("usesysid", Cell::Oid(role_oid(user))),
            ("usename", user.as_str().into()),
            ("application_name", application_name.as_str().into()),
            ("client_addr", client_addr.clone().into()),
            ("backend_start", Cell::Time(started.timestamp_micros())),
            ("query_start", Cell::Time(state_changed.timestamp_micros())),
            ("state_change", Cell::Time(state_changed.timestamp_micros())),
            ("state", (*state).into()),
            ("query", query.as_str().into()),
            ("backend_type", "client backend".into()),
        ]);
    }
}

pub fn pg_prepared_statements(rows: &mut Rows, moment: &Moment) {
    for PreparedName { name, statement, prepared, parameter_types, from_sql } in moment.names.prepared() {
        rows.push(vec![
            ("name", name.into()),
            ("statement", statement.into()),
            ("prepare_time", Cell::Time(prepared.timestamp_micros())),
            ("parameter_types", Cell::List(parameter_types.into_iter().map(Cell::Oid).collect())),
            ("from_sql", from_sql.into()),
            ("generic_plans", Cell::Int(0)),
            ("custom_plans", Cell::Int(0)),
        ]);
    }
}

pub fn pg_cursors(rows: &mut Rows, moment: &Moment) {
    for CursorName { name, statement, holdable, binary, scrollable, created } in moment.names.cursors() {
        rows.push(vec![
            ("name", name.into()),
            ("statement", statement.into()),
            ("is_holdable", holdable.into()),
            ("is_binary", binary.into()),
            ("is_scrollable", scrollable.into()),
            ("creation_time", Cell::Time(created.timestamp_micros())),
        ]);
    }
}

pub fn pg_timezone_names(rows: &mut Rows, moment: &Moment) {
    use chrono::TimeZone;
    for zone in chrono_tz::TZ_VARIANTS {
        let offset = zone.offset_from_utc_datetime(&moment.statement_time.naive_utc());
        rows.push(vec![
            ("name", zone.name().into()),
            ("abbrev", offset.to_string().into()),
            ("utc_offset", Cell::Null),
            ("is_dst", chrono_tz::OffsetComponents::dst_offset(&offset).num_seconds().ne(&0).into()),
        ]);
    }
}
