//! pg_available_extensions, which psql asks for the newest version of each extension. There are none.

use super::elements::{record_fields, structs};
use super::list_array;
use crate::error::SqlResult;
use crate::functions::SetReturning;
use crate::functions::entry::Entry;
use crate::functions::kernel::{Call, Invocation};
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::{ArrayRef, new_empty_array};

pub(super) fn entries() -> Vec<Entry> {
    vec![Entry::set_returning("pg_available_extensions() record", extensions).stable()]
}

fn extensions(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<SetReturning> {
    let columns: Vec<(String, PgType)> =
        [("name", PgType::Name), ("default_version", PgType::Text), ("comment", PgType::Text)]
            .map(|(name, ty)| (name.to_owned(), ty))
            .into();
    let record = PgType::Record(columns.clone().into());
    let call = Invocation::new("pg_available_extensions()", none, PgType::Array(Box::new(record)));
    Ok(SetReturning { list: call.call(arguments, context), columns })
}

fn none(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let fields = record_fields(call)?;
    let columns = fields.iter().map(|field| new_empty_array(field.data_type())).collect();
    list_array(structs(fields, columns)?, vec![0; call.rows + 1])
}
