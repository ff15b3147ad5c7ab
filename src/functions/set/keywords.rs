//! pg_get_keywords, which clients ask for what to quote.

use super::elements::{record_fields, structs};
use super::list_array;
use crate::error::{SqlError, SqlResult};
use crate::functions::SetReturning;
use crate::functions::entry::Entry;
use crate::functions::kernel::{Call, Invocation};
use crate::functions::rows::{Write, build};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::ArrayRef;

pub(super) fn entries() -> Vec<Entry> {
    vec![Entry::set_returning("pg_get_keywords() record", keywords).stable()]
}

fn keywords(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<SetReturning> {
    let columns: Vec<(String, PgType)> = [
        ("word", PgType::Text),
        ("catcode", PgType::Char),
        ("barelabel", PgType::Bool),
        ("catdesc", PgType::Text),
        ("baredesc", PgType::Text),
    ]
    .map(|(name, ty)| (name.to_owned(), ty))
    .into();
    let record = PgType::Record(columns.clone().into());
    let call = Invocation::new("pg_get_keywords()", rows, PgType::Array(Box::new(record)));
    Ok(SetReturning { list: call.call(arguments, context), columns })
}

fn column<W: Write>(values: Vec<W>) -> SqlResult<ArrayRef> {
    let mut values = values.into_iter();
    build::<W>(values.len(), |_| Ok(values.next()))
}

/// The same for each row of the batch, which has one.
fn rows(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let all: Vec<(&str, char, bool)> = guard::parse::keywords().collect();
    let described = |letter: char| match letter {
        'U' => "unreserved",
        'C' => "unreserved (cannot be function or type name)",
        'T' => "reserved (can be function or type name)",
        _ => "reserved",
    };
    let label = |bare: bool| if bare { "can be bare label" } else { "requires AS" };
    let repeated = || (0..call.rows).flat_map(|_| all.iter().copied());
    let columns = vec![
        column(repeated().map(|(word, _, _)| word).collect())?,
        column(repeated().map(|(_, letter, _)| letter.to_string()).collect())?,
        column(repeated().map(|(_, _, bare)| bare).collect())?,
        column(repeated().map(|(_, letter, _)| described(letter)).collect())?,
        column(repeated().map(|(_, _, bare)| label(bare)).collect())?,
    ];
    let offsets = (0..=call.rows).map(|row| i32::try_from(row * all.len()));
    let offsets = offsets.collect::<Result<_, _>>().map_err(SqlError::internal)?;
    list_array(structs(record_fields(call)?, columns)?, offsets)
}
