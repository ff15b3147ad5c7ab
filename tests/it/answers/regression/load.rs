//! The tables of a database of PostgreSQL, carried into a gateway's lake.
//!
//! A column whose type a Parquet file can't hold as PostgreSQL has it (interval, numeric without a scale, arrays) comes with its table as `WITH name AS (VALUES …)` before each statement, if the
//! table is small; else it is taken out of both. So is a column of a type that the gateway has not.

use crate::answers::connection::Connection;
use crate::postgres::Postgres;
use datafusion::arrow::array::{ArrayRef, RecordBatch, StringArray};
use datafusion::arrow::compute::{CastOptions, cast_with_options};
use datafusion::arrow::datatypes::{DataType, TimeUnit};
use datafusion::parquet::arrow::ArrowWriter;
use std::fmt::Write;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

/// More rows than this are not written into statements.
const SMALL: usize = 200;

/// What stands in no file.
#[derive(Default)]
pub struct Loaded {
    /// By the table's name, `name(columns) AS (VALUES …)`.
    literal: Vec<(String, String)>,
}

impl Loaded {
    /// The statement, with the tables that it names and that stand in no file.
    pub fn with_literal_tables(&self, sql: &str) -> String {
        let lower = sql.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let named: Vec<&str> = self
            .literal
            .iter()
            .filter(|(name, _)| words.contains(&name.as_str()))
            .map(|(_, definition)| definition.as_str())
            .collect();
        if named.is_empty() {
            return sql.to_owned();
        }
        let tables = named.join(", ");
        let starts = |word: &str| lower.starts_with(word) && lower[word.len()..].starts_with(char::is_whitespace);
        if starts("with") {
            let rest = sql["with".len()..].trim_start();
            return match rest.get(..9).filter(|word| word.eq_ignore_ascii_case("recursive")) {
                Some(word) => format!("WITH RECURSIVE {tables}, {}", &rest[word.len()..]),
                None => format!("WITH {tables}, {rest}"),
            };
        }
        format!("WITH {tables} {sql}")
    }
}

/// Runs a script with psql, errors and all: the suite's files have statements that fail.
pub fn run_script(suite: &Path, postgres: &Postgres, database: &str, text: &str) {
    // The server reads the suite's data itself, perhaps as another user.
    let data = std::env::temp_dir().join(format!("tollgate-regression-{}", std::process::id()));
    if !data.exists() {
        std::fs::create_dir_all(data.join("data")).unwrap();
        for entry in std::fs::read_dir(suite.join("data")).unwrap().map(Result::unwrap) {
            let target = data.join("data").join(entry.file_name());
            std::fs::copy(entry.path(), &target).unwrap();
            std::fs::set_permissions(&target, std::fs::Permissions::from_mode(0o644)).unwrap();
        }
    }
    let mut psql = Command::new("psql")
        .args(["-X", "-q", "-h", "127.0.0.1", "-U", "postgres", "-p", &postgres.port().to_string(), database])
        .env("PG_ABS_SRCDIR", &data)
        .env("PG_LIBDIR", &data)
        .env("PG_DLSUFFIX", ".so")
        .env("PGOPTIONS", "-c DateStyle=Postgres,MDY -c TimeZone=PST8PDT -c IntervalStyle=postgres_verbose")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    psql.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    psql.wait().unwrap();
}

/// How a column travels.
enum Travel {
    /// In a file: the expression that PostgreSQL gives as text, what it is read as on the way, and as what it is stored.
    File(String, Option<DataType>, DataType),
    Literal,
    /// Not at all.
    None,
}

struct Column {
    name: String,
    ty: String,
    travel: Travel,
}

fn column(name: &str, ty: &str) -> Column {
    let quoted = quote_name(name);
    let plain = |form: DataType| Travel::File(format!("{quoted}::text"), None, form);
    let micros = |form: DataType| {
        let sql = format!(
            "CASE {quoted} WHEN 'infinity' THEN 9223372036854775807 WHEN '-infinity' THEN -9223372036854775808 ELSE (extract(epoch FROM {quoted}) * 1000000)::int8 END"
        );
        Travel::File(sql, Some(DataType::Int64), form)
    };
    let base = ty.split('(').next().unwrap_or(ty).trim();
    let travel = match base {
        _ if ty.ends_with("[]") => match base.trim_end_matches("[]") {
            "integer" | "bigint" | "text" | "numeric" | "double precision" | "boolean" => Travel::Literal,
            _ => Travel::None,
        },
        "boolean" => plain(DataType::Boolean),
        "smallint" => plain(DataType::Int16),
        "integer" => plain(DataType::Int32),
        "bigint" => plain(DataType::Int64),
        "real" => plain(DataType::Float32),
        "double precision" => plain(DataType::Float64),
        "text" | "character varying" | "character" | "name" | "json" | "jsonb" | "uuid" => plain(DataType::Utf8),
        "date" => {
            let sql = format!(
                "CASE {quoted} WHEN 'infinity' THEN 2147483647 WHEN '-infinity' THEN -2147483648 ELSE {quoted} - date '1970-01-01' END"
            );
            Travel::File(sql, Some(DataType::Int32), DataType::Date32)
        }
        "timestamp" if ty.ends_with("with time zone") => {
            micros(DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())))
        }
        "timestamp without time zone" => micros(DataType::Timestamp(TimeUnit::Microsecond, None)),
        "timestamp with time zone" => micros(DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))),
        "timestamp" => micros(DataType::Timestamp(TimeUnit::Microsecond, None)),
        "numeric" => match scale(ty) {
            Some((precision, scale)) => plain(DataType::Decimal256(precision, scale)),
            None => Travel::Literal,
        },
        "interval" | "bytea" | "time without time zone" => Travel::Literal,
        _ => Travel::None,
    };
    Column { name: name.to_owned(), ty: ty.to_owned(), travel }
}

fn scale(ty: &str) -> Option<(u8, i8)> {
    let (precision, scale) = ty.split_once('(')?.1.trim_end_matches(')').split_once(',')?;
    // A file holds no more digits; the suite's numbers need fewer than their column would have.
    Some((precision.parse::<u16>().ok()?.min(76) as u8, scale.parse().ok()?))
}

fn quote_name(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

type Rows = Vec<Vec<Option<String>>>;

fn rows(source: &mut Connection, sql: &str) -> Rows {
    let answer = source.ask(sql).unwrap();
    assert!(answer.error.is_none(), "{sql}: {:?}", answer.error);
    answer.rows
}

/// Writes every table of the database under `dir`, with the configuration of a gateway for it. What can't be carried is taken out of the database.
pub fn carry_over(source: &mut Connection, dir: &Path) -> Loaded {
    for setting in ["SET standard_conforming_strings = on", "SET IntervalStyle = iso_8601", "SET DateStyle = ISO"] {
        source.ask(setting).unwrap();
    }
    source.ask("SET TimeZone = 'UTC'").unwrap();
    // The gateway knows of no primary key, by which GROUP BY could leave columns out.
    let keys = rows(
        source,
        "SELECT quote_ident(r.relname), quote_ident(c.conname) FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid WHERE c.contype = 'p' AND c.connamespace = 'public'::regnamespace",
    );
    for key in keys {
        let [Some(table), Some(name)] = key.as_slice() else { continue };
        let _ = source.ask(&format!("ALTER TABLE {table} DROP CONSTRAINT {name} CASCADE")).unwrap();
    }
    let mut loaded = Loaded::default();
    let mut contracts = String::new();
    let mut grants = String::new();
    let tables = rows(
        source,
        "SELECT relname, oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1",
    );
    for table in tables {
        let [Some(name), Some(oid)] = table.as_slice() else { continue };
        if name.starts_with(|c: char| !c.is_ascii_lowercase()) {
            continue;
        }
        let Some(columns) = usable_columns(source, name, oid) else { continue };
        let literal = columns.iter().any(|column| matches!(column.travel, Travel::Literal));
        if literal {
            loaded.literal.push((name.clone(), literal_table(source, name, &columns)));
            continue;
        }
        write_file(source, &dir.join("lake").join(name), name, &columns);
        let _ = writeln!(contracts, "[table.\"public.{name}\"]\nwarehouse = \"lake\"\ncolumns = [");
        for column in &columns {
            let name = column.name.replace('\\', "\\\\").replace('"', "\\\"");
            let _ = writeln!(contracts, "  {{ name = \"{name}\", type = \"{}\" }},", column.ty);
        }
        contracts.push_str("]\n\n");
        let _ = writeln!(grants, "[role.reader.grant.\"public.{name}\"]\ncolumns = \"all\"\n");
    }
    let policies = dir.join("policies");
    std::fs::create_dir_all(policies.join("tables")).unwrap();
    std::fs::create_dir_all(dir.join("lake")).unwrap();
    std::fs::write(policies.join("tables/regression.toml"), contracts).unwrap();
    let role = "[role.reader]\nwindow = { default = \"none\", max = \"none\" }\nlimits = { rows = \"none\", bytes = \"none\", bytes_per_day = \"none\", timeout = \"2m\", concurrency = 16, memory = \"1GB\" }\n\n";
    std::fs::write(policies.join("reader.toml"), format!("{role}{grants}")).unwrap();
    loaded
}

/// The columns that can be carried; the others are dropped, and a table that has none of them is, too.
fn usable_columns(source: &mut Connection, table: &str, oid: &str) -> Option<Vec<Column>> {
    // It may have gone with the table that it inherits from.
    let counted = source.ask(&format!("SELECT count(*) FROM {}", quote_name(table))).unwrap();
    let count: usize = counted.rows.first()?.first()?.as_deref()?.parse().unwrap();
    let described = rows(
        source,
        &format!(
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = {oid} AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
        ),
    );
    let mut columns = Vec::new();
    for row in described {
        let [Some(name), Some(ty)] = row.as_slice() else { continue };
        let mut found = column(name, ty);
        // A file has no NaN and no infinity for it.
        if ty.starts_with("numeric") && count <= SMALL {
            found.travel = Travel::Literal;
        }
        if matches!(found.travel, Travel::None) || (matches!(found.travel, Travel::Literal) && count > SMALL) {
            let sql = format!("ALTER TABLE {} DROP COLUMN {} CASCADE", quote_name(table), quote_name(name));
            if source.ask(&sql).unwrap().error.is_some() {
                source.ask(&format!("DROP TABLE {} CASCADE", quote_name(table))).unwrap();
                return None;
            }
            continue;
        }
        columns.push(found);
    }
    if columns.is_empty() {
        source.ask(&format!("DROP TABLE {} CASCADE", quote_name(table))).unwrap();
        return None;
    }
    Some(columns)
}

fn literal_table(source: &mut Connection, table: &str, columns: &[Column]) -> String {
    let names: Vec<String> = columns.iter().map(|column| quote_name(&column.name)).collect();
    let texts: Vec<String> = names.iter().map(|name| format!("{name}::text")).collect();
    let found = rows(source, &format!("SELECT {} FROM {}", texts.join(", "), quote_name(table)));
    let value = |(cell, column): (&Option<String>, &Column)| match cell {
        Some(text) => format!("{}::{}", quote(text), column.ty),
        None => format!("NULL::{}", column.ty),
    };
    let row =
        |row: &Vec<Option<String>>| format!("({})", row.iter().zip(columns).map(value).collect::<Vec<_>>().join(", "));
    let head = format!("{table}({})", names.join(", "));
    if found.is_empty() {
        let nulls: Vec<String> = columns.iter().map(|column| format!("NULL::{}", column.ty)).collect();
        return format!("{head} AS (SELECT {} WHERE false)", nulls.join(", "));
    }
    format!("{head} AS (VALUES {})", found.iter().map(row).collect::<Vec<_>>().join(", "))
}

fn write_file(source: &mut Connection, folder: &Path, table: &str, columns: &[Column]) {
    let expressions: Vec<&str> = columns
        .iter()
        .filter_map(|column| match &column.travel {
            Travel::File(sql, ..) => Some(sql.as_str()),
            Travel::Literal | Travel::None => None,
        })
        .collect();
    let found = rows(source, &format!("SELECT {} FROM {}", expressions.join(", "), quote_name(table)));
    let options = CastOptions { safe: false, ..CastOptions::default() };
    let arrays = columns.iter().enumerate().map(|(at, column)| {
        let Travel::File(_, through, form) = &column.travel else { unreachable!() };
        let texts = StringArray::from_iter(found.iter().map(|row| row[at].as_deref()));
        let mut array: ArrayRef = Arc::new(texts);
        for form in through.iter().chain([form]) {
            array = cast_with_options(&array, form, &options)
                .unwrap_or_else(|error| panic!("{table}.{}: {error}", column.name));
        }
        (column.name.clone(), array, true)
    });
    let batch = RecordBatch::try_from_iter_with_nullable(arrays).unwrap();
    std::fs::create_dir_all(folder).unwrap();
    let file = std::fs::File::create(folder.join("part-0.parquet")).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}
