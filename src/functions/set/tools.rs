//! Sets that tools ask the catalogs for: options of objects, a text parser's token types, the parts of a table.

use super::elements::{record_fields, structs};
use super::list_array;
use crate::error::{SqlError, SqlResult};
use crate::functions::SetReturning;
use crate::functions::entry::Entry;
use crate::functions::kernel::{Call, Invocation, KernelFn};
use crate::functions::rows::{List, Write, build};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::{Array, ArrayRef, AsArray, new_empty_array};
use datafusion::arrow::compute::concat;
use datafusion::arrow::datatypes::DataType;

/// The token types of PostgreSQL's one text parser, in the order of their numbers.
const TOKENS: [(&str, &str); 23] = [
    ("asciiword", "Word, all ASCII"),
    ("word", "Word, all letters"),
    ("numword", "Word, letters and digits"),
    ("email", "Email address"),
    ("url", "URL"),
    ("host", "Host"),
    ("sfloat", "Scientific notation"),
    ("version", "Version number"),
    ("hword_numpart", "Hyphenated word part, letters and digits"),
    ("hword_part", "Hyphenated word part, all letters"),
    ("hword_asciipart", "Hyphenated word part, all ASCII"),
    ("blank", "Space symbols"),
    ("tag", "XML tag"),
    ("protocol", "Protocol head"),
    ("numhword", "Hyphenated word, letters and digits"),
    ("asciihword", "Hyphenated word, all ASCII"),
    ("hword", "Hyphenated word, all letters"),
    ("url_path", "URL path"),
    ("file", "File or path name"),
    ("float", "Decimal notation"),
    ("int", "Signed integer"),
    ("uint", "Unsigned integer"),
    ("entity", "XML entity"),
];

pub(super) fn entries() -> Vec<Entry> {
    vec![
        Entry::set_returning("pg_options_to_table(text[]) record", |arguments, context| {
            let columns = [("option_name", PgType::Text), ("option_value", PgType::Text)];
            record("pg_options_to_table(text[])", options, &columns, arguments, context)
        })
        .stable(),
        Entry::set_returning("ts_token_type(oid) record", |arguments, context| {
            let columns = [("tokid", PgType::Int4), ("alias", PgType::Text), ("description", PgType::Text)];
            record("ts_token_type(oid)", tokens, &columns, arguments, context)
        }),
        Entry::set_returning("pg_partition_tree(regclass) record", |arguments, context| {
            let columns = [
                ("relid", PgType::Regclass),
                ("parentrelid", PgType::Regclass),
                ("isleaf", PgType::Bool),
                ("level", PgType::Int4),
            ];
            record("pg_partition_tree(regclass)", none, &columns, arguments, context)
        })
        .stable(),
        Entry::set_returning("pg_partition_ancestors(regclass) regclass", |arguments, context| {
            super::made("pg_partition_ancestors(regclass)", none, PgType::Regclass, arguments, context)
        })
        .stable(),
        Entry::set_returning("_pg_expandarray(anyarray) record", |arguments, context| {
            let element = arguments.first().and_then(|array| array.ty.element());
            let element = element.ok_or_else(|| SqlError::internal("a set of what is no array"))?;
            record("_pg_expandarray(anyarray)", numbered, &[("x", element), ("n", PgType::Int4)], arguments, context)
        }),
    ]
}

/// The elements of an array, each with its number.
fn numbered(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let lists = call.column::<List>(0)?;
    let fields = record_fields(call)?;
    let element = fields.first().ok_or_else(|| SqlError::internal("a record without fields"))?.data_type().clone();
    let (mut parts, mut numbers, mut counts) = (vec![new_empty_array(&element)], Vec::new(), Vec::new());
    for row in 0..call.rows {
        let list = lists.get(row);
        let count = list.as_ref().map_or(0, |list| list.len());
        numbers.extend((1_i32..).take(count));
        counts.push(count);
        parts.extend(list);
    }
    let parts: Vec<&dyn Array> = parts.iter().map(AsRef::as_ref).collect();
    let elements = concat(&parts).map_err(|error| SqlError::internal(error.to_string()))?;
    list_array(structs(fields, vec![elements, column(numbers)?])?, ends(counts.into_iter())?)
}

pub(super) fn record(
    signature: &'static str,
    kernel: KernelFn,
    columns: &[(&str, PgType)],
    arguments: Vec<Typed>,
    context: &BindContext,
) -> SqlResult<SetReturning> {
    let columns: Vec<(String, PgType)> = columns.iter().map(|(name, ty)| ((*name).to_owned(), ty.clone())).collect();
    let record = PgType::Record(columns.clone().into());
    let call = Invocation::new(signature, kernel, PgType::Array(Box::new(record)));
    Ok(SetReturning { list: call.call(arguments, context), columns })
}

pub(super) fn column<W: Write>(values: Vec<W>) -> SqlResult<ArrayRef> {
    let mut values = values.into_iter();
    build::<W>(values.len(), |_| Ok(values.next()))
}

pub(super) fn ends(counts: impl Iterator<Item = usize>) -> SqlResult<Vec<i32>> {
    let mut offsets = vec![0];
    let mut end: usize = 0;
    for count in counts {
        end += count;
        offsets.push(i32::try_from(end).map_err(SqlError::internal)?);
    }
    Ok(offsets)
}

/// `name=value` each; an option without a value has none.
fn options(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let lists = call.column::<List>(0)?;
    let (mut names, mut values, mut counts) = (Vec::new(), Vec::new(), Vec::new());
    for row in 0..call.rows {
        let before = names.len();
        let list = lists.get(row);
        for option in list.iter().flat_map(|list| list.as_string_view().iter()).flatten() {
            let (name, value) = match option.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (option, None),
            };
            names.push(name.to_owned());
            values.push(value.map(str::to_owned));
        }
        counts.push(names.len() - before);
    }
    let values = build::<String>(values.len(), |row| Ok(values.get(row).cloned().flatten()))?;
    let columns = vec![column(names)?, values];
    list_array(structs(record_fields(call)?, columns)?, ends(counts.into_iter())?)
}

fn tokens(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let all = || (0..call.rows).flat_map(|_| (1_i32..).zip(TOKENS));
    let columns = vec![
        column(all().map(|(number, _)| number).collect())?,
        column(all().map(|(_, (alias, _))| alias.to_owned()).collect())?,
        column(all().map(|(_, (_, description))| description.to_owned()).collect())?,
    ];
    list_array(structs(record_fields(call)?, columns)?, ends((0..call.rows).map(|_| TOKENS.len()))?)
}

/// No relation here has parts.
pub(super) fn none(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let DataType::List(element) = call.result.arrow() else {
        return Err(SqlError::internal("a set that is no array"));
    };
    list_array(new_empty_array(element.data_type()), vec![0; call.rows + 1])
}
