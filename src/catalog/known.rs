//! What a value or a function may know of the session's catalogs: names of numbers, numbers of names, what is visible without a schema.
//!
//! Comes in: the role's [`CatalogView`] and the session. Goes out: names and numbers. Must never: tell a relation that is not granted from one that does not exist.

use super::Activity;
use super::fixed;
use super::view::{CatalogView, DATABASE, OWNER, OWNER_NAME, PG_CATALOG, role_oid};
use crate::types::PgType;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

/// The catalogs as one session sees them.
pub struct Known {
    pub view: Arc<CatalogView>,
    pub search_path: Vec<String>,
    pub user: String,
    pub role: String,
    pub database: String,
    pub settings: Arc<BTreeMap<String, String>>,
    pub activity: Arc<dyn Activity>,
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known")
            .field("role", &self.role)
            .field("search_path", &self.search_path)
            .finish_non_exhaustive()
    }
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.view, &other.view)
            && self.search_path == other.search_path
            && self.user == other.user
            && self.role == other.role
            && self.settings == other.settings
    }
}

impl Eq for Known {}

impl Hash for Known {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.role.hash(state);
        self.search_path.hash(state);
    }
}

/// A line of `pg_proc`.
pub struct Function {
    pub oid: u32,
    pub name: &'static str,
    fields: HashMap<&'static str, &'static str>,
}

/// A line of `pg_type`.
struct Type {
    name: &'static str,
    namespace: u32,
    element: u32,
    subscripted_as_array: bool,
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or(0)
}

static FUNCTIONS: LazyLock<BTreeMap<u32, Function>> = LazyLock::new(|| {
    let records = fixed::records(fixed::text_of("pg_proc").unwrap_or_default());
    records
        .map(|record| {
            let fields: HashMap<_, _> = record.into_iter().collect();
            let oid = number(fields.get("oid").copied().unwrap_or_default());
            (oid, Function { oid, name: fields.get("proname").copied().unwrap_or_default(), fields })
        })
        .collect()
});

static TYPES: LazyLock<BTreeMap<u32, Type>> = LazyLock::new(|| {
    let records = fixed::records(fixed::text_of("pg_type").unwrap_or_default());
    records
        .map(|record| {
            let fields: HashMap<_, _> = record.into_iter().collect();
            let get = |name: &str| fields.get(name).copied().unwrap_or_default();
            let ty = Type {
                name: get("typname"),
                namespace: number(get("typnamespace")),
                element: number(get("typelem")),
                subscripted_as_array: get("typlen") == "-1" && get("typcategory") == "A",
            };
            (number(get("oid")), ty)
        })
        .collect()
});

/// By OID: symbol, left and right operand.
static OPERATORS: LazyLock<BTreeMap<u32, (&'static str, u32, u32)>> = LazyLock::new(|| {
    let records = fixed::records(fixed::text_of("pg_operator").unwrap_or_default());
    records
        .map(|record| {
            let fields: HashMap<_, _> = record.into_iter().collect();
            let get = |name: &str| fields.get(name).copied().unwrap_or_default();
            (number(get("oid")), (get("oprname"), number(get("oprleft")), number(get("oprright"))))
        })
        .collect()
});

static DESCRIPTIONS: LazyLock<HashMap<(&'static str, u32), &'static str>> = LazyLock::new(|| {
    fixed::records(include_str!("data/descriptions.tsv"))
        .filter_map(|record| match record.as_slice() {
            [(_, catalog), (_, oid), (_, text)] => Some(((*catalog, number(oid)), *text)),
            _ => None,
        })
        .collect()
});

impl Function {
    /// A column of `pg_proc`; `None` for NULL.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static str> {
        self.fields.get(name).copied().filter(|text| *text != "\\N")
    }

    fn arguments(&self) -> Vec<u32> {
        self.field("proargtypes").unwrap_or_default().split_ascii_whitespace().map(number).collect()
    }

    fn all_arguments(&self) -> Vec<(char, u32, &'static str)> {
        let types = match self.field("proallargtypes") {
            Some(list) => items(list).map(number).collect(),
            None => self.arguments(),
        };
        let modes: Vec<char> =
            items(self.field("proargmodes").unwrap_or("{}")).filter_map(|m| m.chars().next()).collect();
        let names: Vec<&str> = items(self.field("proargnames").unwrap_or("{}")).collect();
        let at = |index: usize| names.get(index).copied().filter(|name| *name != "\"\"").unwrap_or("");
        let mode = |index: usize| modes.get(index).copied().unwrap_or('i');
        types.into_iter().enumerate().map(|(index, ty)| (mode(index), ty, at(index))).collect()
    }

    /// `pg_get_function_arguments`, or only those that a call gives.
    #[must_use]
    pub fn argument_list(&self, only_input: bool) -> String {
        let kept = self.all_arguments().into_iter().filter(|(mode, _, _)| match mode {
            't' => false,
            'o' => !only_input,
            _ => true,
        });
        let words = kept.map(|(mode, ty, name)| {
            let mode = match mode {
                'o' => "OUT ",
                'b' => "INOUT ",
                'v' => "VARIADIC ",
                _ => "",
            };
            let gap = if name.is_empty() { "" } else { " " };
            format!("{mode}{}{gap}{}", quoted(name), format_type(ty, None))
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// `pg_get_function_result`; a procedure has none.
    #[must_use]
    pub fn result(&self) -> Option<String> {
        if self.field("prokind") == Some("p") {
            return None;
        }
        let table: Vec<String> = self
            .all_arguments()
            .into_iter()
            .filter(|(mode, _, _)| *mode == 't')
            .map(|(_, ty, name)| format!("{} {}", quoted(name), format_type(ty, None)))
            .collect();
        if !table.is_empty() {
            return Some(format!("TABLE({})", table.join(", ")));
        }
        let set = if self.field("proretset") == Some("t") { "SETOF " } else { "" };
        Some(format!("{set}{}", format_type(number(self.field("prorettype").unwrap_or_default()), None)))
    }
}

/// The items of an array's text, which here never hold a comma.
fn items(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.trim_start_matches('{').trim_end_matches('}').split(',').filter(|item| !item.is_empty())
}

/// An identifier, in double quotes where it needs them.
#[must_use]
pub fn quoted(name: &str) -> Cow<'_, str> {
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && !name.starts_with(|first: char| first.is_ascii_digit());
    if plain { Cow::Borrowed(name) } else { Cow::Owned(format!("\"{}\"", name.replace('"', "\"\""))) }
}

/// `format_type`; without a modifier as with NULL.
#[must_use]
pub fn format_type(oid: u32, typmod: Option<i32>) -> String {
    if let Some(ty) = PgType::from_oid(oid).filter(|ty| !matches!(ty, PgType::Record(_))) {
        return typmod.map_or_else(|| ty.sql_name(), |typmod| ty.format_type(typmod));
    }
    let Some(ty) = TYPES.get(&oid) else { return if oid == 0 { "-" } else { "???" }.to_owned() };
    if ty.subscripted_as_array && ty.element != 0 {
        return format!("{}[]", format_type(ty.element, typmod));
    }
    match ty.name {
        "timetz" => "time with time zone".to_owned(),
        "varbit" => "bit varying".to_owned(),
        "any" => "\"any\"".to_owned(),
        name if ty.namespace == PG_CATALOG => quoted(name).into_owned(),
        name => format!("information_schema.{}", quoted(name)),
    }
}

/// Whether `oid` is in a catalog that is the same for everybody.
#[must_use]
pub fn is_in(catalog: &'static str, oid: u32) -> bool {
    match catalog {
        "pg_proc" => FUNCTIONS.contains_key(&oid),
        "pg_type" => TYPES.contains_key(&oid),
        "pg_operator" => OPERATORS.contains_key(&oid),
        other => {
            let mut records = fixed::records(fixed::text_of(other).unwrap_or_default());
            records.any(|record| record.first().is_some_and(|(_, found)| number(found) == oid))
        }
    }
}

/// Whether `pg_proc` has a function: it can be called here, or the rows of types and languages name it.
pub(super) fn is_listed(oid: &str, name: &str) -> bool {
    static NAMED: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let of_types = ["typinput", "typoutput", "typreceive", "typsend", "typmodin", "typmodout", "typsubscript"];
        let of_languages = ["lanplcallfoid", "laninline", "lanvalidator"];
        fixed::records(include_str!("data/pg_type.tsv"))
            .chain(fixed::records(include_str!("data/pg_language.tsv")))
            .flatten()
            .filter(|(column, _)| of_types.contains(column) || of_languages.contains(column))
            .map(|(_, oid)| oid)
            .collect()
    });
    NAMED.contains(oid) || !crate::functions::kinds(name).is_empty()
}

/// A type's schema.
#[must_use]
pub fn type_namespace(oid: u32) -> Option<u32> {
    TYPES.get(&oid).map(|ty| ty.namespace)
}

/// A function of PostgreSQL's that can be called here, too.
#[must_use]
pub fn function(oid: u32) -> Option<&'static Function> {
    FUNCTIONS.get(&oid)
}

/// The description that PostgreSQL gives one of its own objects.
#[must_use]
pub fn description(catalog: &str, oid: u32) -> Option<&'static str> {
    DESCRIPTIONS.iter().find(|((name, number), _)| *name == catalog && *number == oid).map(|(_, text)| *text)
}

/// Text search configurations and dictionaries are PostgreSQL's own: number, name.
fn text_search(catalog: &str) -> impl Iterator<Item = (u32, &'static str)> {
    fixed::records(fixed::text_of(catalog).unwrap_or_default()).filter_map(|record| {
        let mut fields = record.into_iter().map(|(_, value)| value);
        Some((number(fields.next()?), fields.next()?))
    })
}

fn text_search_name(catalog: &str, oid: u32) -> Option<String> {
    text_search(catalog).find(|(found, _)| *found == oid).map(|(_, name)| quoted(name).into_owned())
}

fn text_search_number(catalog: &str, text: &str) -> Option<u32> {
    let parts = parts(text)?;
    let name = match parts.as_slice() {
        [name] => name,
        [schema, name] if schema == "pg_catalog" => name,
        _ => return None,
    };
    text_search(catalog).find(|(_, found)| found == name).map(|(oid, _)| oid)
}

/// `schema.name` or `name`, folded.
fn parts(text: &str) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    loop {
        let (part, after) = if let Some(inner) = rest.strip_prefix('"') {
            let mut name = String::new();
            let mut chars = inner.char_indices();
            let after = loop {
                let (at, next) = chars.next()?;
                if next != '"' {
                    name.push(next);
                } else if inner.get(at + 1..)?.starts_with('"') {
                    name.push('"');
                    chars.next();
                } else {
                    break inner.get(at + 1..)?;
                }
            };
            (name, after)
        } else {
            let end = rest.find('.').unwrap_or(rest.len());
            (rest.get(..end)?.trim().to_lowercase(), rest.get(end..)?)
        };
        if part.is_empty() {
            return None;
        }
        parts.push(part);
        match after.trim_start().strip_prefix('.') {
            Some(next) => rest = next.trim_start(),
            None => return after.trim().is_empty().then_some(parts),
        }
    }
}

impl Known {
    /// The name that the output function of one of the `reg` types writes; `None` leaves the number.
    #[must_use]
    pub fn name(&self, ty: &PgType, oid: u32) -> Option<String> {
        match ty {
            PgType::Regclass => {
                let relation = self.view.relation_name(oid)?;
                let name = quoted(&relation.name);
                Some(if self.table_is_visible(oid)? {
                    name.into_owned()
                } else {
                    format!("{}.{name}", quoted(&relation.schema))
                })
            }
            PgType::Regtype => self.type_name(oid, None),
            PgType::Regproc => {
                let found = function(oid)?;
                let alone = FUNCTIONS.values().filter(|other| other.name == found.name).count() == 1;
                let name = quoted(found.name);
                Some(if alone { name.into_owned() } else { format!("pg_catalog.{name}") })
            }
            PgType::Regprocedure => {
                let found = function(oid)?;
                let types: Vec<String> = found.arguments().into_iter().map(|ty| format_type(ty, None)).collect();
                Some(format!("{}({})", quoted(found.name), types.join(",")))
            }
            PgType::Regnamespace => self.view.schema_name(oid).map(|name| quoted(name).into_owned()),
            PgType::Regrole => self.role_name(oid).map(|name| quoted(name).into_owned()),
            PgType::Regconfig => text_search_name("pg_ts_config", oid),
            PgType::Regdictionary => text_search_name("pg_ts_dict", oid),
            PgType::Regoper => OPERATORS.get(&oid).map(|(symbol, _, _)| format!("pg_catalog.{symbol}")),
            PgType::Regoperator => OPERATORS.get(&oid).map(|(symbol, left, right)| {
                let side = |ty: u32| if ty == 0 { "NONE".to_owned() } else { format_type(ty, None) };
                format!("{symbol}({},{})", side(*left), side(*right))
            }),
            _ => None,
        }
    }

    /// The number that a name means to the input function of one of the `reg` types.
    #[must_use]
    pub fn number(&self, ty: &PgType, text: &str) -> Option<u32> {
        match ty {
            PgType::Regclass => match parts(text)?.as_slice() {
                [name] => self.view.find_relation(None, name, &self.search_path),
                [schema, name] => self.view.find_relation(Some(schema), name, &self.search_path),
                [database, schema, name] if *database == self.database => {
                    self.view.find_relation(Some(schema), name, &self.search_path)
                }
                _ => None,
            }
            .map(|(_, oid)| oid),
            PgType::Regtype => self.type_number(text),
            PgType::Regnamespace => match parts(text)?.as_slice() {
                [name] => self.view.schema_oid(name),
                _ => None,
            },
            PgType::Regrole => match parts(text)?.as_slice() {
                [name] => self.role_number(name),
                _ => None,
            },
            PgType::Regconfig => text_search_number("pg_ts_config", text),
            PgType::Regdictionary => text_search_number("pg_ts_dict", text),
            PgType::Regproc => self.function_number(text),
            PgType::Regprocedure => {
                let (name, list) = text.trim().strip_suffix(')')?.split_once('(')?;
                let wanted = list.split(',').map(str::trim).filter(|ty| !ty.is_empty());
                let wanted = wanted.map(|ty| self.type_number(ty)).collect::<Option<Vec<_>>>()?;
                let mut named = named_functions(name)?;
                named.find(|found| found.arguments() == wanted).map(|found| found.oid)
            }
            PgType::Regoper => {
                let symbol = text.trim().trim_start_matches("pg_catalog.");
                let mut found = OPERATORS.iter().filter(|(_, (name, _, _))| *name == symbol);
                match (found.next(), found.next()) {
                    (Some((oid, _)), None) => Some(*oid),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// `format_type` with the relations' own types; `None` if there is no such type.
    #[must_use]
    pub fn type_name(&self, oid: u32, typmod: Option<i32>) -> Option<String> {
        if let Some(row) = self.view.row_type(oid) {
            let name = quoted(&row.relation.name);
            let visible = self.table_is_visible(row.number).unwrap_or(false);
            let schema = if visible { String::new() } else { format!("{}.", quoted(&row.relation.schema)) };
            return Some(format!("{schema}{name}{}", if row.array { "[]" } else { "" }));
        }
        TYPES.contains_key(&oid).then(|| format_type(oid, typmod))
    }

    /// Whether its name alone finds the type; `None` if there is no such type.
    #[must_use]
    pub fn type_is_visible(&self, oid: u32) -> Option<bool> {
        if let Some(row) = self.view.row_type(oid) {
            return self.table_is_visible(row.number);
        }
        type_namespace(oid).map(|schema| schema == PG_CATALOG)
    }

    fn type_number(&self, text: &str) -> Option<u32> {
        if let Some(ty) = PgType::from_name(text) {
            return Some(ty.oid());
        }
        if let Some(element) = text.trim().strip_suffix("[]") {
            let element = self.type_number(element)?;
            if let Some(row) = self.view.row_type(element) {
                return Some(row.counterpart).filter(|array| *array != 0);
            }
            return TYPES.iter().find(|(_, ty)| ty.subscripted_as_array && ty.element == element).map(|(oid, _)| *oid);
        }
        let parts = parts(text)?;
        let (schema, name) = match parts.as_slice() {
            [name] => (None, name),
            [schema, name] => (Some(schema.as_str()), name),
            _ => return None,
        };
        let namespace = schema.map_or(Some(PG_CATALOG), |schema| self.view.schema_oid(schema))?;
        let found = TYPES.iter().find(|(_, ty)| ty.namespace == namespace && ty.name == name).map(|(oid, _)| *oid);
        found.or_else(|| {
            let (relation, _) = self.view.find_relation(schema, name, &self.search_path)?;
            self.view.row_type_of(&relation)
        })
    }

    /// A function that is the only one of its name.
    fn function_number(&self, text: &str) -> Option<u32> {
        let mut found = named_functions(text)?;
        match (found.next(), found.next()) {
            (Some(only), None) => Some(only.oid),
            _ => None,
        }
    }

    /// Whether its name alone finds the relation; `None` if there is no such relation.
    #[must_use]
    pub fn table_is_visible(&self, oid: u32) -> Option<bool> {
        let relation = self.view.relation_name(oid)?;
        let found = self.view.find_relation(None, &relation.name, &self.search_path);
        Some(found.is_some_and(|(_, found)| found == oid))
    }

    /// The roles that a session hears of: the owner of everything, its own role and user.
    #[must_use]
    pub fn role_name(&self, oid: u32) -> Option<&str> {
        [OWNER_NAME, &self.role, &self.user].into_iter().find(|name| role_oid(name) == oid)
    }

    #[must_use]
    pub fn role_number(&self, name: &str) -> Option<u32> {
        [OWNER_NAME, &self.role, &self.user].into_iter().find(|known| *known == name).map(role_oid)
    }

    /// Not the owner of everything.
    #[must_use]
    pub fn is_self(&self, role: u32) -> bool {
        role != OWNER && (role == role_oid(&self.role) || role == role_oid(&self.user))
    }

    #[must_use]
    pub fn database_number(&self, name: &str) -> Option<u32> {
        (name == self.database).then_some(DATABASE)
    }
}

fn named_functions(text: &str) -> Option<impl Iterator<Item = &'static Function>> {
    let parts = parts(text)?;
    let name = match parts.as_slice() {
        [name] => name.clone(),
        [schema, name] if schema == "pg_catalog" => name.clone(),
        _ => return None,
    };
    Some(FUNCTIONS.values().filter(move |found| found.name == name && is_listed(&found.oid.to_string(), found.name)))
}
