//! Table contracts: what a table is called, who owns it, its columns and what the warehouse prunes on.

use super::load::Surroundings;
use super::places::TablePlaces;
use super::{Column, Grain, Partition, RelationName, Table};
use crate::document::{Place, Section, Value, nearest};
use crate::parse::parse_data_type;
use sqlparser::ast::{ArrayElemTypeDef, CharacterLength, DataType, ExactNumberInfo, TimezoneInfo};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The longest name that PostgreSQL keeps whole.
const NAME_BYTES: usize = 63;
/// What every PostgreSQL table has already.
const SYSTEM_COLUMNS: [&str; 6] = ["tableoid", "ctid", "xmin", "xmax", "cmin", "cmax"];

/// The contracts read so far. One with a problem is kept too, so that grants on it are judged by what is known of it.
#[derive(Debug, Default)]
pub(super) struct Contracts(BTreeMap<RelationName, (TablePlaces, Arc<Table>)>);

impl Contracts {
    /// Reads the `table` section of one file.
    pub(super) fn read(&mut self, section: &Value<'_>, around: Surroundings<'_>) {
        let Some(tables) = section.free_section() else { return };
        for (key, value) in tables.entries() {
            let Some(name) = relation_name(key, &value) else { continue };
            if let Some((first, _)) = self.0.get(&name) {
                value.problem(format!("table \"{name}\" has a contract already, at {}", first.contract), None);
                continue;
            }
            if let Some((table, columns)) = value.section(|section| table(name.clone(), section, around)) {
                let places = TablePlaces { contract: value.place().clone(), columns };
                self.0.insert(name, (places, Arc::new(table)));
            }
        }
    }

    /// The contract of that name, or a problem.
    pub(super) fn find(&self, key: &str, at: &Value<'_>) -> Option<&Arc<Table>> {
        let name = relation_name(key, at)?;
        let found = self.0.get(&name).map(|(_, table)| table);
        if found.is_none() {
            let names: Vec<String> = self.0.keys().map(ToString::to_string).collect();
            at.problem(
                format!("there is no table contract \"{name}\""),
                nearest(&name.to_string(), names.iter().map(String::as_str)),
            );
        }
        found
    }

    /// The contracts, and where they stand.
    pub(super) fn into_tables(self) -> (BTreeMap<RelationName, Arc<Table>>, BTreeMap<RelationName, TablePlaces>) {
        self.0.into_iter().map(|(name, (places, table))| ((name.clone(), table), (name, places))).unzip()
    }
}

/// `schema.name`, folded.
fn relation_name(key: &str, at: &Value<'_>) -> Option<RelationName> {
    let folded = key.to_ascii_lowercase();
    let wrong = |message: String| {
        at.problem(message, Some("for example [table.\"exp.events\"]".to_owned()));
        None
    };
    let Some((schema, name)) = folded.split_once('.').filter(|(_, name)| !name.contains('.')) else {
        return wrong(format!("\"{key}\" is not a schema and a name with a dot between them"));
    };
    if schema.starts_with("pg_") || schema == "information_schema" {
        return wrong(format!("the schema \"{schema}\" is the system's"));
    }
    if !is_plain_name(schema) || !is_plain_name(name) {
        return wrong(format!("\"{key}\" is not a name that can be written without quotes"));
    }
    Some(RelationName { schema: schema.to_owned(), name: name.to_owned() })
}

fn is_plain_name(name: &str) -> bool {
    let starts = name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
    let goes_on = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '$');
    starts && goes_on && name.len() <= NAME_BYTES
}

fn table(name: RelationName, section: &Section<'_>, around: Surroundings<'_>) -> (Table, BTreeMap<String, Place>) {
    let warehouse = section.required("warehouse").and_then(|value| warehouse(&value, around)).unwrap_or_default();
    let source = section.value("source").and_then(|value| value.string()).map(str::to_owned);
    let comment = section.value("comment").and_then(|value| value.string()).map(str::to_owned);
    let (columns, places) = section.required("columns").map(|value| columns(&value)).unwrap_or_default();
    let partition = section.value("partition").and_then(|value| partition(&value, &columns));
    let source = source.unwrap_or_else(|| name.name.clone());
    (Table { name, warehouse, source, comment, partition, columns }, places)
}

fn warehouse(value: &Value<'_>, around: Surroundings<'_>) -> Option<String> {
    let name = value.string()?;
    if let Some(known) = around.warehouses.filter(|known| !known.contains(&name)) {
        value.problem(format!("the configuration has no warehouse \"{name}\""), nearest(name, known.iter().copied()));
    }
    Some(name.to_owned())
}

/// The columns in their order, and where each stands.
fn columns(value: &Value<'_>) -> (Vec<Column>, BTreeMap<String, Place>) {
    let mut columns: Vec<Column> = Vec::new();
    let mut places = BTreeMap::new();
    for item in value.list().unwrap_or_default() {
        let Some(column) = item.section(|section| column(&item, section)).flatten() else { continue };
        if columns.iter().any(|other| other.name == column.name) {
            item.problem(format!("column \"{}\" is there twice", column.name), None);
            continue;
        }
        places.insert(column.name.clone(), item.place().clone());
        columns.push(column);
    }
    if columns.is_empty() {
        value.problem("a table needs at least one column", None);
    }
    (columns, places)
}

fn column(item: &Value<'_>, section: &Section<'_>) -> Option<Column> {
    let name = section.required("name").and_then(|value| value.string());
    let ty = section.required("type").and_then(|value| value.string()).and_then(|text| column_type(text, item));
    let nullable = section.value("null").is_none_or(|value| value.boolean().unwrap_or(true));
    let comment = section.value("comment").and_then(|value| value.string()).map(str::to_owned);
    let name = name?;
    if name.is_empty() || name.len() > NAME_BYTES || name.contains('\0') || SYSTEM_COLUMNS.contains(&name) {
        item.problem(format!("a column can't be named \"{name}\""), None);
        return None;
    }
    Some(Column { name: name.to_owned(), ty: ty?, nullable, comment })
}

fn column_type(text: &str, at: &Value<'_>) -> Option<DataType> {
    let parsed = parse_type(text).filter(is_offered);
    if parsed.is_none() {
        let hint = nearest(text, TYPE_NAMES).unwrap_or_else(|| format!("one of: {}", TYPE_NAMES.join(", ")));
        at.problem(format!("\"{text}\" is not a column type"), Some(hint));
    }
    parsed
}

const TYPE_NAMES: [&str; 20] = [
    "boolean",
    "smallint",
    "integer",
    "bigint",
    "real",
    "double precision",
    "numeric",
    "text",
    "varchar",
    "char",
    "bytea",
    "date",
    "time",
    "timestamp",
    "timestamptz",
    "interval",
    "json",
    "jsonb",
    "uuid",
    "text[]",
];

fn parse_type(text: &str) -> Option<DataType> {
    parse_data_type(text).ok()
}

/// PostgreSQL's types that a column may have. Anything else that the parser can name is refused.
fn is_offered(ty: &DataType) -> bool {
    match ty {
        DataType::Bool
        | DataType::Boolean
        | DataType::Text
        | DataType::Uuid
        | DataType::Bytea
        | DataType::JSON
        | DataType::JSONB
        | DataType::Date
        | DataType::Real
        | DataType::Float4
        | DataType::Float8
        | DataType::DoublePrecision
        | DataType::Int2(None)
        | DataType::Int4(None)
        | DataType::Int8(None)
        | DataType::SmallInt(None)
        | DataType::Int(None)
        | DataType::Integer(None)
        | DataType::BigInt(None)
        | DataType::Interval { fields: None, precision: None } => true,
        DataType::Char(length)
        | DataType::Character(length)
        | DataType::Varchar(length)
        | DataType::CharVarying(length)
        | DataType::CharacterVarying(length) => length_is_offered(length.as_ref()),
        DataType::Numeric(info) | DataType::Decimal(info) | DataType::Dec(info) => numeric_is_offered(info),
        DataType::Time(precision, TimezoneInfo::None | TimezoneInfo::WithoutTimeZone)
        | DataType::Timestamp(precision, _) => precision.is_none_or(|digits| digits <= 6),
        DataType::Array(ArrayElemTypeDef::SquareBracket(element, None)) => {
            !matches!(element.as_ref(), DataType::Array(_)) && is_offered(element)
        }
        DataType::Custom(name, arguments) => {
            arguments.is_empty() && matches!(name.to_string().as_str(), "name" | "bpchar")
        }
        _ => false,
    }
}

fn length_is_offered(length: Option<&CharacterLength>) -> bool {
    match length {
        None | Some(CharacterLength::IntegerLength { unit: None, length: 1..=10_485_760 }) => true,
        Some(CharacterLength::IntegerLength { .. } | CharacterLength::Max) => false,
    }
}

fn numeric_is_offered(info: &ExactNumberInfo) -> bool {
    match info {
        ExactNumberInfo::None => true,
        ExactNumberInfo::Precision(precision) => (1..=1000).contains(precision),
        ExactNumberInfo::PrecisionAndScale(precision, scale) => {
            (1..=1000).contains(precision) && (-1000..=1000).contains(scale)
        }
    }
}

fn partition(value: &Value<'_>, columns: &[Column]) -> Option<Partition> {
    value.section(|section| {
        let column = section.required("column").and_then(|value| known_column(&value, columns))?;
        let of = match section.value("of") {
            Some(value) => known_column(&value, columns)?,
            None => column,
        };
        let grain = section.value("grain").map(|value| value.word(&[("day", Grain::Day)]));
        let grain = match grain {
            Some(grain) => grain?,
            None if of.name == column.name => Grain::Instant,
            None => Grain::Day,
        };
        let partition = Partition { column: column.name.clone(), of: of.name.clone(), grain };
        match mismatch(column, of, grain) {
            Some(message) => {
                section.problem(message, None);
                None
            }
            None => Some(partition),
        }
    })?
}

/// What makes these two columns unfit to be a partition column and its time column.
fn mismatch(column: &Column, of: &Column, grain: Grain) -> Option<String> {
    let is_time = matches!(of.ty, DataType::Timestamp(..));
    let is_date = |column: &Column| matches!(column.ty, DataType::Date);
    match grain {
        // Without a grain of days it is the time column itself.
        Grain::Instant if is_time || is_date(of) => None,
        Grain::Day if column.name == of.name => Some("grain is for a partition column with \"of\"".to_owned()),
        Grain::Day if !is_date(column) => Some(format!("the partition column \"{}\" must be a date", column.name)),
        Grain::Day if is_time => None,
        Grain::Instant | Grain::Day => Some(format!("the time column \"{}\" must be a timestamp", of.name)),
    }
}

fn known_column<'a>(value: &Value<'_>, columns: &'a [Column]) -> Option<&'a Column> {
    let name = value.string()?;
    let found = columns.iter().find(|column| column.name == name);
    if found.is_none() {
        value.problem(
            format!("the table has no column \"{name}\""),
            nearest(name, columns.iter().map(|column| column.name.as_str())),
        );
    }
    found
}
