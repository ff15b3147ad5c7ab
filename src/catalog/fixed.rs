//! The catalogs whose rows are PostgreSQL's own and the same for everybody: types, operators, casts, languages.

use super::cell::{Cell, Rows};
use super::definition::Definition;
use crate::types::PgType;

/// The rows of a catalog as PostgreSQL has them, if it is one of these.
pub fn text_of(relation: &str) -> Option<&'static str> {
    Some(match relation {
        "pg_aggregate" => include_str!("data/pg_aggregate.tsv"),
        "pg_am" => include_str!("data/pg_am.tsv"),
        "pg_cast" => include_str!("data/pg_cast.tsv"),
        "pg_collation" => include_str!("data/pg_collation.tsv"),
        "pg_language" => include_str!("data/pg_language.tsv"),
        "pg_opclass" => include_str!("data/pg_opclass.tsv"),
        "pg_operator" => include_str!("data/pg_operator.tsv"),
        "pg_opfamily" => include_str!("data/pg_opfamily.tsv"),
        "pg_proc" => include_str!("data/pg_proc.tsv"),
        "pg_range" => include_str!("data/pg_range.tsv"),
        "pg_tablespace" => include_str!("data/pg_tablespace.tsv"),
        "pg_ts_config" => include_str!("data/pg_ts_config.tsv"),
        "pg_ts_dict" => include_str!("data/pg_ts_dict.tsv"),
        "pg_ts_parser" => include_str!("data/pg_ts_parser.tsv"),
        "pg_ts_template" => include_str!("data/pg_ts_template.tsv"),
        "pg_type" => include_str!("data/pg_type.tsv"),
        _ => return None,
    })
}

/// Every row of such a text that `keep` wants, by the fields of the text.
pub fn append(rows: &mut Rows, definition: &'static Definition, text: &str, keep: impl Fn(&Record<'_>) -> bool) {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let types: Vec<&PgType> = definition.columns.iter().map(|column| &column.column.ty).collect();
    for line in lines {
        let record = Record { header: &header, fields: line.split('\t').collect() };
        if keep(&record) {
            rows.push_all(record.fields.iter().zip(&types).map(|(field, ty)| cell(field, ty)).collect());
        }
    }
}

/// One line of a text, by column name.
pub struct Record<'a> {
    header: &'a [&'a str],
    fields: Vec<&'a str>,
}

impl Record<'_> {
    pub fn field(&self, name: &str) -> &str {
        self.header.iter().position(|column| *column == name).and_then(|at| self.fields.get(at)).copied().unwrap_or("")
    }
}

/// The records of a text.
pub fn records(text: &'static str) -> impl Iterator<Item = Vec<(&'static str, &'static str)>> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    lines.map(move |line| header.iter().copied().zip(line.split('\t')).collect())
}

/// One field of COPY's text format; the backslash escapes are those that the catalogs use.
fn cell(field: &str, ty: &PgType) -> Cell {
    if field == "\\N" {
        return Cell::Null;
    }
    if field.contains('\\') {
        return Cell::read(&field.replace("\\\\", "\\").replace("\\t", "\t").replace("\\n", "\n"), ty);
    }
    Cell::read(field, ty)
}
