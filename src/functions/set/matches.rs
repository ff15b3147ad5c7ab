//! regexp_matches.

use super::{lists, whole};
use crate::error::SqlResult;
use crate::functions::SetReturning;
use crate::functions::entry::Entry;
use crate::functions::kernel::{Call, Invocation};
use crate::functions::pattern::regexp::all_matches;
use crate::functions::rows::{Str, Write};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::{ArrayRef, ListBuilder, StringViewBuilder};
use datafusion::arrow::datatypes::{DataType, Field};
use std::sync::Arc;

pub(super) fn entries() -> Vec<Entry> {
    vec![
        Entry::set_returning("regexp_matches(text, text) text[]", |a, c| set("regexp_matches(text, text)", a, c)),
        Entry::set_returning("regexp_matches(text, text, text) text[]", |a, c| {
            set("regexp_matches(text, text, text)", a, c)
        }),
    ]
}

/// The set is an array of arrays, which no type of PostgreSQL's is: it never leaves the plan as such.
fn set(signature: &'static str, arguments: Vec<Typed>, context: &BindContext) -> SqlResult<SetReturning> {
    let call = Invocation::new(signature, matches, PgType::Array(Box::new(PgType::Text.array())));
    whole("regexp_matches", call.call(arguments, context))
}

/// What a match captured, NULL where a part of the pattern took no part.
struct Captured(Vec<Option<String>>);

impl Write for Captured {
    type Builder = ListBuilder<StringViewBuilder>;
    fn builder(_rows: usize) -> Self::Builder {
        let field = Arc::new(Field::new_list_field(DataType::Utf8View, true));
        ListBuilder::new(StringViewBuilder::new()).with_field(field)
    }
    fn append(self, builder: &mut Self::Builder) {
        builder.append_value(self.0);
    }
    fn append_null(builder: &mut Self::Builder) {
        builder.append_null();
    }
    fn finish(mut builder: Self::Builder) -> ArrayRef {
        Arc::new(builder.finish())
    }
}

fn matches(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, patterns) = (call.column::<Str>(0)?, call.column::<Str>(1)?);
    let flags = if call.columns.len() > 2 { Some(call.column::<Str>(2)?) } else { None };
    let compiled = crate::functions::pattern::regexp::Compiled::default();
    lists::<Captured>(call, |row, sink| {
        let flags = flags.as_ref().map_or(Some(""), |flags| flags.get(row));
        let (Some(text), Some(pattern), Some(flags)) = (texts.get(row), patterns.get(row), flags) else {
            return Ok(());
        };
        all_matches(&compiled, text, pattern, flags, |found| sink(Captured(found)))
    })
}
