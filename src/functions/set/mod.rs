//! Set-returning functions, as functions that give the whole set as an array, which the binder unnests.
//!
//! Comes in: arguments. Goes out: a [`SetReturning`]. Must never: make a set of more than [`LIMIT`] rows from one row.

mod elements;
mod grants;
mod keywords;
mod matches;
mod series;
#[cfg(test)]
mod tests;
mod tools;

pub use elements::flat_texts;
pub use grants::default as default_grants;

use super::entry::Entry;
use super::kernel::{Call, Invocation, KernelFn};
use super::rows::{CHARGED, Write};
use super::{Kind, SetReturning, candidates, coerce, resolve_function, scalar};
use crate::error::{SqlError, SqlResult};
use crate::interrupt;
use crate::plan::typed::{BindContext, Typed};
use crate::types::PgType;
use datafusion::arrow::array::{ArrayRef, ListArray};
use datafusion::arrow::buffer::{OffsetBuffer, ScalarBuffer};
use datafusion::arrow::datatypes::Field;
use guard::SqlState;
use std::sync::Arc;

/// The rows that one call may make of one batch of rows.
const LIMIT: usize = 10_000_000;
/// Rows between two looks at whether the statement still wants them.
const CHECKED: usize = 1024;

/// This room's lines of the catalogue.
pub fn entries() -> Vec<Entry> {
    let mut all = series::entries();
    all.extend(elements::entries());
    all.extend(keywords::entries());
    all.extend(matches::entries());
    all.extend(tools::entries());
    all.extend(grants::entries());
    all.extend([
        Entry::set_returning("unnest(anyarray) anyelement", |mut a, _| {
            let list = a.pop().ok_or_else(|| SqlError::internal("unnest without an argument"))?;
            whole("unnest", list)
        }),
        Entry::set_returning("string_to_table(text, text) text", |a, c| {
            whole("string_to_table", scalar("string_to_array", a, c)?)
        }),
        Entry::set_returning("string_to_table(text, text, text) text", |a, c| {
            whole("string_to_table", scalar("string_to_array", a, c)?)
        }),
        Entry::set_returning("regexp_split_to_table(text, text) text", |a, c| {
            whole("regexp_split_to_table", scalar("regexp_split_to_array", a, c)?)
        }),
        Entry::set_returning("regexp_split_to_table(text, text, text) text", |a, c| {
            whole("regexp_split_to_table", scalar("regexp_split_to_array", a, c)?)
        }),
    ]);
    all
}

/// Resolves a call of a set-returning function. `unnest` of several arrays gives a column for each, the shorter ones filled up with NULL.
///
/// # Errors
/// 42883 if there is none with such arguments, 42725 if there are several equally good.
pub fn set_returning(name: &str, arguments: Vec<Typed>, context: &BindContext) -> SqlResult<SetReturning> {
    if name == "unnest" && arguments.len() > 1 {
        return unnest_several(arguments, context);
    }
    let candidates = candidates(name, Kind::SetReturning);
    let (chosen, choice) = resolve_function(name, &candidates, &arguments)?;
    let arguments = coerce(arguments, &choice, context)?;
    match chosen.entry.implementation {
        super::entry::Implementation::SetReturning(build) => build(arguments, context),
        _ => Err(SqlError::internal("an entry of another kind was chosen for a set-returning call")),
    }
}

fn unnest_several(arguments: Vec<Typed>, context: &BindContext) -> SqlResult<SetReturning> {
    let mut columns = Vec::with_capacity(arguments.len());
    let candidates = candidates("unnest", Kind::SetReturning);
    for argument in &arguments {
        resolve_function("unnest", &candidates, std::slice::from_ref(argument))?;
        let element = argument.ty.element().ok_or_else(|| SqlError::internal("unnest of what is no array"))?;
        columns.push(("unnest".to_owned(), element));
    }
    let record = PgType::Record(
        columns.iter().enumerate().map(|(number, (_, ty))| (format!("f{}", number + 1), ty.clone())).collect(),
    );
    let call = Invocation {
        strict: false,
        ..Invocation::new("unnest(variadic any) record", elements::zip, PgType::Array(Box::new(record)))
    };
    Ok(SetReturning { list: call.call(arguments, context), columns })
}

/// A set of one column.
fn whole(name: &str, list: Typed) -> SqlResult<SetReturning> {
    let element = list.ty.element().ok_or_else(|| SqlError::internal("a set that is no array"))?;
    Ok(SetReturning { list, columns: vec![(name.to_owned(), element)] })
}

/// A set of one column that a kernel makes.
fn made(
    signature: &'static str,
    kernel: KernelFn,
    element: PgType,
    arguments: Vec<Typed>,
    context: &BindContext,
) -> SqlResult<SetReturning> {
    let name = signature.split('(').next().unwrap_or(signature);
    let call = Invocation::new(signature, kernel, PgType::Array(Box::new(element)));
    whole(name, call.call(arguments, context))
}

fn too_many() -> SqlError {
    SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, format!("a set of more than {LIMIT} rows is too large"))
}

/// An array per row, of the values that `row` hands to its sink.
fn lists<W: Write>(
    call: &Call<'_>,
    mut row: impl FnMut(usize, &mut dyn FnMut(W) -> SqlResult<()>) -> SqlResult<()>,
) -> SqlResult<ArrayRef> {
    let mut values = W::builder(call.rows);
    let (mut count, mut bytes) = (0_usize, 0);
    let mut offsets = vec![0i32];
    for index in 0..call.rows {
        row(index, &mut |value| {
            count += 1;
            if count > LIMIT {
                return Err(too_many());
            }
            bytes += size_of::<W>() + value.bytes();
            if count.is_multiple_of(CHECKED) || bytes > CHARGED {
                interrupt::making(std::mem::take(&mut bytes))?;
            }
            value.append(&mut values);
            Ok(())
        })?;
        offsets.push(i32::try_from(count).map_err(|_| too_many())?);
    }
    list_array(W::finish(values), offsets)
}

fn list_array(values: ArrayRef, offsets: Vec<i32>) -> SqlResult<ArrayRef> {
    let field = Arc::new(Field::new_list_field(datafusion::arrow::array::Array::data_type(&values).clone(), true));
    let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
    ListArray::try_new(field, offsets, values, None)
        .map(|list| Arc::new(list) as ArrayRef)
        .map_err(|error| SqlError::internal(error.to_string()))
}
