//! Roles: as written, then with what they inherit.
//!
//! A role takes from the roles it `inherits` whatever it does not say itself: key by key in `window`, `limits` and `revoke`, table by table in grants (a grant of its own replaces the inherited
//! one whole, nothing is merged). Of two parents the narrower window or limit counts, and what either revokes. Two parents with different grants on one table are a problem, since their union would be more than either.

use super::load::Surroundings;
use super::revoked::RawRevoked;
use super::tables::Contracts;
use super::{Grant, GrantPlaces, Limits, Mask, RelationName, Role, RoleName, Table, WindowRule, Work, filter, mask};
use crate::document::{Place, Problems, Section, Value, nearest};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

/// Not said, said to be without limit, or a limit.
type Said<T> = Option<Option<T>>;

#[derive(Debug, Default)]
struct RawLimits {
    rows: Said<u64>,
    bytes: Said<u64>,
    bytes_per_day: Said<u64>,
    timeout: Said<Duration>,
    concurrency: Said<u64>,
    memory: Said<u64>,
    cell: Said<u64>,
    statements_per_minute: Said<u64>,
}

#[derive(Debug)]
struct RawRole {
    place: Place,
    comment: Option<String>,
    inherits: Vec<(String, Place)>,
    window_default: Said<Duration>,
    window_max: Said<Duration>,
    limits: RawLimits,
    require_pushdown: Option<bool>,
    work: Option<Work>,
    revoked: RawRevoked,
    grants: BTreeMap<RelationName, (GrantPlaces, Arc<Grant>)>,
}

/// The roles as written.
#[derive(Debug, Default)]
pub(super) struct RawRoles(BTreeMap<String, RawRole>);

impl RawRoles {
    /// Reads the `role` section of one file.
    pub(super) fn read(&mut self, section: &Value<'_>, tables: &Contracts, around: Surroundings<'_>) {
        let Some(roles) = section.free_section() else { return };
        for (name, value) in roles.entries() {
            if !is_role_name(name) {
                value.problem(format!("a role can't be named \"{name}\""), None);
                continue;
            }
            if let Some(first) = self.0.get(name) {
                value.problem(format!("role \"{name}\" is there already, at {}", first.place), None);
                continue;
            }
            if let Some(role) = value.section(|section| read_role(section, tables, around)) {
                self.0.insert(name.to_owned(), role);
            }
        }
    }

    /// Where each grant was written.
    pub(super) fn places(&self) -> BTreeMap<(RoleName, RelationName), GrantPlaces> {
        let grants = self.0.iter().flat_map(|(role, raw)| raw.grants.iter().map(move |grant| (role, grant)));
        grants.map(|(role, (table, (places, _)))| ((RoleName(role.clone()), table.clone()), places.clone())).collect()
    }

    /// Each role with what it inherits.
    pub(super) fn resolve(self, problems: &Problems) -> BTreeMap<RoleName, Arc<Role>> {
        let mut resolver = Resolver { raw: &self.0, done: BTreeMap::new(), under_way: BTreeSet::new(), problems };
        for name in self.0.keys() {
            resolver.resolve(name);
        }
        resolver.done.into_iter().map(|(name, role)| (RoleName(name.to_owned()), role)).collect()
    }
}

/// PostgreSQL keeps `public`, `none` and names that start with `pg_` to itself.
fn is_role_name(name: &str) -> bool {
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c));
    let starts = name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
    plain && starts && name.len() <= 63 && !name.starts_with("pg_") && !matches!(name, "public" | "none")
}

fn read_role(section: &Section<'_>, tables: &Contracts, around: Surroundings<'_>) -> RawRole {
    let window = section.value("window");
    let (window_default, window_max) = window
        .and_then(|value| {
            value.section(|window| {
                (said(window.value("default"), Value::duration), said(window.value("max"), Value::duration))
            })
        })
        .unwrap_or_default();
    let inherits = section.value("inherits").and_then(|value| value.strings()).unwrap_or_default();
    RawRole {
        place: section.place().clone(),
        comment: section.value("comment").and_then(|value| value.string()).map(str::to_owned),
        inherits: inherits.into_iter().map(|(name, place)| (name.to_owned(), place)).collect(),
        window_default,
        window_max,
        limits: section.value("limits").and_then(|value| value.section(read_limits)).unwrap_or_default(),
        require_pushdown: section.value("require_pushdown").and_then(|value| value.boolean()),
        work: section
            .value("work")
            .and_then(|value| value.word(&[("interactive", Work::Interactive), ("scheduled", Work::Scheduled)])),
        revoked: section
            .value("revoke")
            .and_then(|value| value.section(|section| RawRevoked::read(section, around)))
            .unwrap_or_default(),
        grants: section.value("grant").map(|value| read_grants(&value, tables, around)).unwrap_or_default(),
    }
}

fn read_limits(section: &Section<'_>) -> RawLimits {
    RawLimits {
        rows: said(section.value("rows"), Value::count),
        bytes: said(section.value("bytes"), Value::size),
        bytes_per_day: said(section.value("bytes_per_day"), Value::size),
        timeout: said(section.value("timeout"), Value::duration),
        concurrency: said(section.value("concurrency"), |value| value.count_in(1..=100_000)),
        memory: said(section.value("memory"), Value::size),
        cell: said(section.value("cell"), Value::size),
        statements_per_minute: said(section.value("statements_per_minute"), |value| value.count_in(1..=u64::MAX)),
    }
}

/// `"none"` lifts an inherited limit.
fn said<'a, T>(value: Option<Value<'a>>, read: impl Fn(&Value<'a>) -> Option<T>) -> Said<T> {
    let value = value?;
    if value.is_string() && value.string() == Some("none") {
        return Some(None);
    }
    read(&value).map(Some)
}

fn read_grants(
    section: &Value<'_>,
    tables: &Contracts,
    around: Surroundings<'_>,
) -> BTreeMap<RelationName, (GrantPlaces, Arc<Grant>)> {
    let mut grants = BTreeMap::new();
    for (name, value) in section.free_section().iter().flat_map(Section::entries) {
        // Without its contract a grant's columns can't be judged; that it has none is reported already.
        let Some(table) = tables.find(name, &value) else { continue };
        let Some((rows, grant)) = value.section(|section| read_grant(section, table, around)).flatten() else {
            continue;
        };
        let places = GrantPlaces { grant: value.place().clone(), rows };
        if grants.insert(table.name.clone(), (places, Arc::new(grant))).is_some() {
            value.problem(format!("two grants on \"{}\"", table.name), None);
        }
    }
    grants
}

/// A grant, and where its row filter stands.
fn read_grant(section: &Section<'_>, table: &Arc<Table>, around: Surroundings<'_>) -> Option<(Option<Place>, Grant)> {
    let columns = section.required("columns").and_then(|value| visible(&value, table));
    let rows = section.value("rows");
    let rows_place = rows.as_ref().map(|value| value.place().clone());
    let rows = rows.and_then(|value| row_filter(&value, table));
    let masks =
        section.value("mask").map(|value| read_masks(&value, table, columns.as_deref(), around)).unwrap_or_default();
    let required = section.value("window").map(|value| (value.word(&[("required", true), ("optional", false)]), value));
    let window_required = match required {
        Some((Some(true), value)) if table.partition.is_none() => {
            value.problem(format!("table \"{}\" has no partition, so it can't require a window", table.name), None);
            false
        }
        Some((required, _)) => required.unwrap_or(true),
        None => table.partition.is_some(),
    };
    Some((rows_place, Grant { table: Arc::clone(table), columns: columns?, rows, masks, window_required }))
}

/// The columns that a grant shows, in the contract's order.
fn visible(value: &Value<'_>, table: &Table) -> Option<Vec<String>> {
    let all = || table.columns.iter().map(|column| column.name.clone());
    let columns: Vec<String> = if value.is_section() {
        let hidden = value.section(|section| section.required("except").and_then(|value| named(&value, table)))??;
        all().filter(|name| !hidden.contains(name.as_str())).collect()
    } else if value.is_list() {
        let shown = named(value, table)?;
        all().filter(|name| shown.contains(name.as_str())).collect()
    } else {
        value.word(&[("all", ())])?;
        all().collect()
    };
    if columns.is_empty() {
        value.problem(
            format!("the grant shows no column of \"{}\"", table.name),
            Some("leave the grant out".to_owned()),
        );
        return None;
    }
    Some(columns)
}

fn named<'a>(value: &Value<'a>, table: &Table) -> Option<BTreeSet<&'a str>> {
    let mut names = BTreeSet::new();
    for item in value.list()? {
        let Some(name) = item.string() else { continue };
        if is_column(name, table, &item) && !names.insert(name) {
            item.problem(format!("column \"{name}\" is named twice"), None);
        }
    }
    Some(names)
}

fn is_column(name: &str, table: &Table, at: &Value<'_>) -> bool {
    let found = table.columns.iter().any(|column| column.name == name);
    if !found {
        let hint = nearest(name, table.columns.iter().map(|column| column.name.as_str()));
        at.problem(format!("table \"{}\" has no column \"{name}\"", table.name), hint);
    }
    found
}

fn row_filter(value: &Value<'_>, table: &Table) -> Option<super::RowFilter> {
    match filter::read(value.string()?, &table.columns) {
        Ok(filter) => Some(filter),
        Err(filter::Unfit { message, hint }) => {
            value.problem(message, hint);
            None
        }
    }
}

fn read_masks(
    section: &Value<'_>,
    table: &Table,
    visible: Option<&[String]>,
    around: Surroundings<'_>,
) -> BTreeMap<String, Mask> {
    let mut masks = BTreeMap::new();
    for (name, value) in section.free_section().iter().flat_map(Section::entries) {
        let Some(text) = value.string().filter(|_| is_column(name, table, &value)) else { continue };
        if visible.is_some_and(|visible| !visible.iter().any(|shown| shown == name)) {
            value.problem(
                format!("column \"{name}\" is masked and not shown"),
                Some("show it or drop the mask".to_owned()),
            );
        }
        let Some(mask) = mask::read(text) else {
            value.problem(format!("\"{text}\" is not a mask"), Some(format!("one of: {}", mask::FORMS)));
            continue;
        };
        if let (Mask::Hmac { secret }, Some(known)) = (&mask, around.secrets)
            && !known.contains(&secret.as_str())
        {
            value.problem(
                format!("the configuration has no secret \"{secret}\""),
                nearest(secret, known.iter().copied()),
            );
        }
        let column = table.columns.iter().find(|column| column.name == name);
        if let Some(reason) = column.and_then(|column| mask::unfit(&mask, &column.ty)) {
            value.problem(format!("the mask \"{text}\" {reason}, which column \"{name}\" is not"), None);
        }
        masks.insert(name.to_owned(), mask);
    }
    masks
}

struct Resolver<'a> {
    raw: &'a BTreeMap<String, RawRole>,
    done: BTreeMap<&'a str, Arc<Role>>,
    under_way: BTreeSet<&'a str>,
    problems: &'a Problems,
}

impl<'a> Resolver<'a> {
    fn resolve(&mut self, name: &'a str) -> Option<Arc<Role>> {
        if let Some(role) = self.done.get(name) {
            return Some(Arc::clone(role));
        }
        let raw = self.raw.get(name)?;
        self.under_way.insert(name);
        let parents: Vec<Arc<Role>> =
            raw.inherits.iter().filter_map(|(parent, at)| self.parent(name, parent, at)).collect();
        self.under_way.remove(name);
        let role = Arc::new(self.merge(name, raw, &parents));
        self.done.insert(name, Arc::clone(&role));
        Some(role)
    }

    fn parent(&mut self, child: &str, parent: &'a str, at: &Place) -> Option<Arc<Role>> {
        if self.under_way.contains(parent) {
            self.problems.add(at, format!("role \"{child}\" inherits from itself through \"{parent}\""));
            return None;
        }
        let found = self.resolve(parent);
        if found.is_none() {
            let hint = nearest(parent, self.raw.keys().map(String::as_str));
            self.problems.add_with(at, format!("there is no role \"{parent}\" to inherit from"), hint);
        }
        found
    }

    fn merge(&self, name: &str, raw: &RawRole, parents: &[Arc<Role>]) -> Role {
        let narrowest = |of: fn(&Role) -> Option<Duration>| parents.iter().filter_map(|role| of(role)).min();
        let window = WindowRule {
            default: raw.window_default.unwrap_or_else(|| narrowest(|role| role.window.default)),
            max: raw.window_max.unwrap_or_else(|| narrowest(|role| role.window.max)),
        };
        if let (Some(default), Some(max)) = (window.default, window.max)
            && default > max
        {
            self.problems.add(&raw.place, format!("the default window of role \"{name}\" is wider than its max"));
        }
        Role {
            name: RoleName(name.to_owned()),
            comment: raw.comment.clone(),
            window,
            limits: merge_limits(&raw.limits, parents),
            require_pushdown: raw.require_pushdown.unwrap_or_else(|| parents.iter().any(|role| role.require_pushdown)),
            work: raw.work.or_else(|| parents.first().map(|role| role.work)).unwrap_or_default(),
            revoked: raw.revoked.with(parents.iter().map(|parent| &parent.revoked)),
            grants: self.merge_grants(name, raw, parents),
        }
    }

    fn merge_grants(&self, name: &str, raw: &RawRole, parents: &[Arc<Role>]) -> BTreeMap<RelationName, Arc<Grant>> {
        let mut grants: BTreeMap<RelationName, Arc<Grant>> =
            raw.grants.iter().map(|(table, (_, grant))| (table.clone(), Arc::clone(grant))).collect();
        for (table, grant) in parents.iter().flat_map(|parent| &parent.grants) {
            let taken = grants.entry(table.clone()).or_insert_with(|| Arc::clone(grant));
            if !raw.grants.contains_key(table) && !Arc::ptr_eq(taken, grant) {
                let message = format!("role \"{name}\" inherits two different grants on \"{table}\"");
                self.problems.add_with(&raw.place, message, Some("a grant of its own decides".to_owned()));
            }
        }
        grants
    }
}

fn merge_limits(raw: &RawLimits, parents: &[Arc<Role>]) -> Limits {
    fn narrowest<T: Ord>(said: Said<T>, parents: &[Arc<Role>], of: impl Fn(&Limits) -> Option<T>) -> Option<T> {
        said.unwrap_or_else(|| parents.iter().filter_map(|role| of(&role.limits)).min())
    }
    let RawLimits { rows, bytes, bytes_per_day, timeout, concurrency, memory, cell, statements_per_minute } = raw;
    let concurrency = concurrency.map(|limit| limit.and_then(|count| usize::try_from(count).ok()));
    Limits {
        rows: narrowest(*rows, parents, |limits| limits.rows),
        bytes: narrowest(*bytes, parents, |limits| limits.bytes),
        bytes_per_day: narrowest(*bytes_per_day, parents, |limits| limits.bytes_per_day),
        timeout: narrowest(*timeout, parents, |limits| limits.timeout),
        concurrency: narrowest(concurrency, parents, |limits| limits.concurrency),
        memory: narrowest(*memory, parents, |limits| limits.memory),
        cell: narrowest(*cell, parents, |limits| limits.cell),
        statements_per_minute: narrowest(*statements_per_minute, parents, |limits| limits.statements_per_minute),
    }
}
