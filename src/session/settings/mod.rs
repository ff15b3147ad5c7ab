//! A session's settings: what SET, SHOW, RESET, `set_config` and `current_setting` read and write, with the transaction's rules.
//!
//! Comes in: names and texts. Goes out: canonical values, and what of them changes a statement's meaning. Must never: accept a value that would change an answer and is not honoured.

pub mod catalogue;
pub mod date_style;
pub mod definition;
pub mod search_path;
pub mod time_zone;
pub mod value;
mod window;

use crate::error::{SqlError, SqlResult};
use crate::types::{self, Display, IntervalStyle};
use catalogue::CATALOGUE;
use definition::{Context, Definition};
use guard::SqlState;
use guard::parse::Directives;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

/// Values that differ from the default, by lower-case name, in canonical form.
type Values = BTreeMap<String, String>;

/// The settings of one session.
#[derive(Debug, Default)]
pub struct Settings {
    /// What the connection started with; RESET goes back to it.
    initial: Values,
    /// SET.
    session: Values,
    /// SET LOCAL, until the transaction ends.
    local: Values,
    /// What the gateway itself tells: `session_authorization`, `tollgate.window`.
    told: Values,
    /// What ROLLBACK goes back to, and each ROLLBACK TO.
    saved: Vec<(Values, Values)>,
    /// Made when asked for, gone with the next change.
    shown: Option<Arc<BTreeMap<String, String>>>,
    /// How many changes there were.
    changes: u64,
}

/// The definition of `name`, whatever its case.
#[must_use]
pub fn definition(name: &str) -> Option<&'static Definition> {
    static BY_NAME: LazyLock<HashMap<String, &'static Definition>> =
        LazyLock::new(|| CATALOGUE.iter().map(|known| (known.name.to_ascii_lowercase(), known)).collect());
    BY_NAME.get(name).or_else(|| BY_NAME.get(&folded(name))).copied()
}

/// Lower case, and `tollgate.since` is `since`.
fn folded(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    match name.strip_prefix("tollgate.") {
        Some(short @ ("since" | "from" | "to")) => short.to_owned(),
        _ => name,
    }
}

/// 42704
fn unrecognized(name: &str) -> SqlError {
    SqlError::new(SqlState::UNDEFINED_OBJECT, format!("unrecognized configuration parameter \"{name}\""))
}

/// PostgreSQL's settings that load code or name files, which it does not even show to everybody: they are not in the catalogue.
const HIDDEN: [&str; 7] = [
    "config_file",
    "data_directory",
    "dynamic_library_path",
    "hba_file",
    "ident_file",
    "session_preload_libraries",
    "shared_preload_libraries",
];

/// Others that it leaves to superusers, and that are not in the catalogue either.
const SUPERUSERS: [&str; 4] =
    ["jit_debugging_support", "jit_profiling_support", "local_preload_libraries", "log_disconnections"];

/// A name that the catalogue does not list. One that PostgreSQL leaves to superusers, and one of the engine's knobs, may not be set; any other is not known.
fn unsettable(key: &str, name: &str) -> SqlError {
    if key.starts_with("datafusion.") || HIDDEN.contains(&key) || SUPERUSERS.contains(&key) {
        let message = format!("permission denied to set parameter \"{name}\"");
        return SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, message).rule("setting-fixed");
    }
    unrecognized(name)
}

/// 42501 for what PostgreSQL hides, 42704 for a name that is not known.
fn unreadable(key: &str, name: &str) -> SqlError {
    if HIDDEN.contains(&key) {
        let message = format!("permission denied to examine \"{name}\"");
        return SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, message).rule("setting-hidden");
    }
    unrecognized(name)
}

/// A name with a dot that no definition claims is the client's own, as in PostgreSQL; `tollgate.` is ours. `datafusion.` names the engine's knobs, which no
/// session may turn: whoever tries is told that they don't exist rather than left to believe that they were.
fn custom(name: &str) -> bool {
    let mut parts = name.split('.');
    let identifier = |part: &str| {
        part.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'))
    };
    let reserved = ["tollgate.", "datafusion."].iter().any(|prefix| name.starts_with(prefix));
    name.contains('.') && !reserved && parts.all(identifier)
}

impl Settings {
    /// What the start-up packet asks for; the value is what RESET goes back to.
    ///
    /// # Errors
    /// As [`Settings::set`].
    pub fn start_with(&mut self, name: &str, text: &str) -> SqlResult<()> {
        let canonical = self.checked(name, text)?;
        if let Some(canonical) = canonical {
            self.changed();
            self.initial.insert(folded(name), canonical);
        }
        Ok(())
    }

    /// SET, SET LOCAL and `set_config`.
    ///
    /// # Errors
    /// 42704 for an unknown name; 22023, 42501, 55P02 and 0A000 for a value that is not taken.
    pub fn set(&mut self, name: &str, text: &str, local: bool) -> SqlResult<()> {
        if let Some(canonical) = self.checked(name, text)? {
            self.store(&folded(name), canonical, local);
        }
        Ok(())
    }

    /// RESET, SET … TO DEFAULT.
    ///
    /// # Errors
    /// 42704 for an unknown name, 55P02 for one that can't be changed.
    pub fn reset(&mut self, name: &str, local: bool) -> SqlResult<()> {
        let key = folded(name);
        match definition(&key) {
            Some(known) => changeable(known)?,
            None if custom(&key) => {}
            None => return Err(unrecognized(name)),
        }
        let initial = self.initial.get(&key).cloned();
        let default = definition(&key).map(|known| known.default.to_owned()).unwrap_or_default();
        self.store(&key, initial.unwrap_or(default), local);
        Ok(())
    }

    /// RESET ALL.
    pub fn reset_all(&mut self) {
        self.changed();
        // INVARIANT: a name that was the client's own stays known, and is empty.
        self.session.retain(|name, _| definition(name).is_none());
        self.session.values_mut().for_each(String::clear);
        self.local.clear();
    }

    fn changed(&mut self) {
        self.shown = None;
        self.changes += 1;
    }

    /// Moves with each change: whoever saw it at this number knows all values.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }

    fn store(&mut self, key: &str, canonical: String, local: bool) {
        self.changed();
        // These two belong to the transaction, however they are set.
        if local || matches!(key, "transaction_isolation" | "transaction_deferrable") {
            self.local.insert(key.to_owned(), canonical);
        } else {
            self.local.remove(key);
            self.session.insert(key.to_owned(), canonical);
        }
    }

    /// The canonical value, or `None` where the value is accepted without effect.
    fn checked(&self, name: &str, text: &str) -> SqlResult<Option<String>> {
        let key = folded(name);
        let Some(known) = definition(&key) else {
            return if custom(&key) { Ok(Some(text.to_owned())) } else { Err(unsettable(&key, name)) };
        };
        changeable(known)?;
        let canonical = match known.kind {
            definition::Kind::DateStyle => {
                let (style, order) = date_style::parse(text, self.date_style())?;
                date_style::print(style, order)
            }
            _ => value::canonical(known, text)?,
        };
        match known.context {
            Context::ReadOnly => return Ok(None),
            Context::Fixed if !same(&canonical, known.default) => return Err(not_offered(known)),
            Context::Forbidden if canonical != known.default => return Err(denied(known)),
            _ => {}
        }
        self.exclusive(&key, &canonical)?;
        Ok(Some(canonical))
    }

    /// `since` and `from`/`to` exclude each other.
    fn exclusive(&self, key: &str, canonical: &str) -> SqlResult<()> {
        let others: &[&str] = match key {
            "since" => &["from", "to"],
            "from" | "to" => &["since"],
            _ => return Ok(()),
        };
        let clash = others.iter().find(|other| !canonical.is_empty() && !self.raw(other).is_empty());
        match clash {
            None => Ok(()),
            Some(other) => Err(SqlError::new(
                SqlState::INVALID_PARAMETER_VALUE,
                format!("\"{key}\" and \"{other}\" exclude each other"),
            )
            .hint(format!("RESET {other} first."))),
        }
    }

    /// The canonical value of a known name; empty for an unknown one.
    fn raw(&self, key: &str) -> &str {
        // A transaction that was not told otherwise has the session's characteristics.
        let key = match key {
            "transaction_isolation" if !self.local.contains_key(key) => "default_transaction_isolation",
            "transaction_deferrable" if !self.local.contains_key(key) => "default_transaction_deferrable",
            key => key,
        };
        let layers = [&self.told, &self.local, &self.session, &self.initial];
        let found = layers.into_iter().find_map(|layer| layer.get(key).map(String::as_str));
        found.or_else(|| definition(key).map(|known| known.default)).unwrap_or_default()
    }

    /// What SHOW and `current_setting` answer.
    ///
    /// # Errors
    /// 42704 for an unknown name.
    pub fn show(&self, name: &str) -> SqlResult<String> {
        let key = folded(name);
        match definition(&key) {
            Some(known) => Ok(value::shown(known, self.raw(&key))),
            None if [&self.local, &self.session, &self.initial].into_iter().any(|layer| layer.contains_key(&key)) => {
                Ok(self.raw(&key).to_owned())
            }
            // A SET LOCAL that is over leaves the name behind, empty; PostgreSQL keeps it so.
            None => Err(unreadable(&key, name)),
        }
    }

    /// SET ROLE, once it is known that the role is held.
    pub(super) fn set_role(&mut self, role: &str, local: bool) {
        self.store("role", role.to_owned(), local);
    }

    /// What the gateway tells of itself.
    pub fn tell(&mut self, name: &str, text: impl Into<String>) {
        let text = text.into();
        if self.told.get(name) != Some(&text) {
            self.changed();
            self.told.insert(name.to_owned(), text);
        }
    }

    /// Every setting as SHOW prints it, by lower-case name.
    pub fn all(&mut self) -> Arc<BTreeMap<String, String>> {
        if let Some(shown) = &self.shown {
            return Arc::clone(shown);
        }
        let known = CATALOGUE.iter().map(|known| known.name.to_ascii_lowercase());
        let custom = [&self.local, &self.session, &self.initial].into_iter().flat_map(|layer| layer.keys().cloned());
        let shown: BTreeMap<String, String> =
            known.chain(custom).map(|name| (name.clone(), self.show(&name).unwrap_or_default())).collect();
        let shown = Arc::new(shown);
        self.shown = Some(Arc::clone(&shown));
        shown
    }

    /// The settings that the client is told of, with their values.
    pub fn reported(&self) -> impl Iterator<Item = (&'static str, String)> + '_ {
        let reported = CATALOGUE.iter().filter(|known| known.reported);
        reported.map(|known| (known.name, value::shown(known, self.raw(&known.name.to_ascii_lowercase()))))
    }
}

/// The transaction's rules.
impl Settings {
    /// A transaction, or a savepoint in it, starts here.
    pub fn save(&mut self) {
        self.saved.push((self.session.clone(), self.local.clone()));
    }

    /// COMMIT: what SET LOCAL set is over.
    pub fn commit(&mut self) {
        self.saved.clear();
        let over = std::mem::take(&mut self.local);
        if !over.is_empty() {
            self.changed();
        }
        for name in over.into_keys().filter(|name| definition(name).is_none()) {
            self.session.entry(name).or_default();
        }
    }

    /// ROLLBACK: everything is as it was before the transaction.
    pub fn rollback(&mut self) {
        let saved = self.saved.drain(..).next();
        if let Some((session, local)) = saved {
            self.changed();
            (self.session, self.local) = (session, local);
        }
    }

    /// ROLLBACK TO the savepoint at `depth` (from 1; 0 is the transaction itself), which stays.
    pub fn rollback_to(&mut self, depth: usize) {
        self.changed();
        self.saved.truncate(depth + 1);
        if let Some((session, local)) = self.saved.last() {
            (self.session, self.local) = (session.clone(), local.clone());
        }
    }

    /// RELEASE of the savepoint at `depth` and those after it.
    pub fn release(&mut self, depth: usize) {
        self.saved.truncate(depth);
    }
}

/// What changes a statement's meaning.
impl Settings {
    fn date_style(&self) -> (types::DateStyle, types::DateOrder) {
        let fallback = (types::DateStyle::Iso, types::DateOrder::Mdy);
        date_style::parse(self.raw("datestyle"), fallback).unwrap_or(fallback)
    }

    /// How values are read and written.
    #[must_use]
    pub fn display(&self) -> Display {
        let (date_style, date_order) = self.date_style();
        let zone = time_zone::parse(self.raw("timezone")).map(|(zone, _)| zone);
        Display {
            date_style,
            date_order,
            interval_style: match self.raw("intervalstyle") {
                "postgres_verbose" => IntervalStyle::PostgresVerbose,
                "sql_standard" => IntervalStyle::SqlStandard,
                "iso_8601" => IntervalStyle::Iso8601,
                _ => IntervalStyle::Postgres,
            },
            time_zone: zone.unwrap_or(types::TimeZone::Named(chrono_tz::Tz::UTC)),
            extra_float_digits: self.raw("extra_float_digits").parse().unwrap_or(1),
            bytea_hex: self.raw("bytea_output") != "escape",
            known: None,
        }
    }

    /// The schemas to look in, `$user` resolved.
    #[must_use]
    pub fn search_path(&self, user: &str) -> Vec<String> {
        let names = search_path::parse(self.raw("search_path")).unwrap_or_default();
        names.into_iter().map(|name| if name == "$user" { user.to_owned() } else { name }).collect()
    }

    /// The session's window.
    #[must_use]
    pub fn window(&self) -> Directives {
        let one = |name: &str| Some(self.raw(name).to_owned()).filter(|text| !text.is_empty());
        Directives { since: one("since"), from: one("from"), to: one("to") }
    }

    /// A Boolean setting.
    #[must_use]
    pub fn on(&self, name: &str) -> bool {
        self.raw(name) == "on"
    }

    /// A Boolean setting that was set, by whomever.
    #[must_use]
    pub fn chosen(&self, name: &str) -> Option<bool> {
        let layers = [&self.local, &self.session, &self.initial];
        layers.into_iter().find_map(|layer| layer.get(name)).map(|value| value == "on")
    }

    /// A text setting.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.raw(name)
    }

    /// A time limit; 0 is none.
    #[must_use]
    pub fn limit(&self, name: &str) -> Option<Duration> {
        self.raw(name).parse().ok().filter(|milliseconds| *milliseconds > 0).map(Duration::from_millis)
    }
}

/// Whether a session may touch it at all.
fn changeable(known: &Definition) -> SqlResult<()> {
    let name = known.name;
    match known.context {
        Context::Session | Context::Fixed | Context::ReadOnly | Context::Forbidden => Ok(()),
        Context::Internal => {
            Err(SqlError::new(SqlState::CANT_CHANGE_RUNTIME_PARAM, format!("parameter \"{name}\" cannot be changed")))
        }
        Context::Superuser => Err(denied(known)),
        Context::Start => Err(SqlError::new(
            SqlState::CANT_CHANGE_RUNTIME_PARAM,
            format!("parameter \"{name}\" cannot be changed without restarting the server"),
        )),
    }
}

fn denied(known: &Definition) -> SqlError {
    SqlError::new(SqlState::INSUFFICIENT_PRIVILEGE, format!("permission denied to set parameter \"{}\"", known.name))
        .rule("setting-fixed")
}

fn not_offered(known: &Definition) -> SqlError {
    SqlError::unsupported(format!("parameter \"{}\" can only be \"{}\"", known.name, known.default))
        .rule("setting-fixed")
}

/// A locale by another name is still C.
fn same(canonical: &str, default: &str) -> bool {
    canonical == default || (default == "C" && matches!(canonical, "POSIX" | "C.UTF-8" | "C.utf8"))
}
