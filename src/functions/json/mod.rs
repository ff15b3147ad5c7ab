//! JSON functions and operators.
//!
//! | file | what |
//! |---|---|
//! | `value` | a JSON value as a tree: reading and writing |
//! | `raw` | parts of json as it was written |
//! | `operators` | `->`, `#>`, `@>`, `?` and their kin |
//! | `edit` | `||`, `-`, `#-`, jsonb_set, jsonb_insert |
//! | `make` | to_json, json_build_object and their kin |
//! | `about` | typeof, length, pretty, strip_nulls |

mod about;
mod edit;
mod make;
mod operators;
pub mod raw;
pub mod value;

pub use make::ValueWriter;

use super::entry::Entry;
use crate::error::{SqlError, SqlResult};
use crate::interrupt;
use datafusion::arrow::array::{ArrayRef, AsArray};
use value::{Json, NotJson};

pub fn entries() -> Vec<Entry> {
    [operators::entries(), edit::entries(), make::entries(), about::entries()].concat()
}

/// jsonb that a column holds.
///
/// # Errors
/// 22P02 if a file's writer put something else there.
pub fn stored(text: &str) -> SqlResult<Json> {
    read(text, raw::invalid)
}

/// jsonb that the gateway wrote itself.
///
/// # Errors
/// XX000 if it does not read; 53200 if there is no room for it.
pub fn known(text: &str) -> SqlResult<Json> {
    read(text, |_| SqlError::internal("stored jsonb does not read"))
}

/// Asks for the room of the tree before there is one.
fn read(text: &str, wrong: fn(NotJson) -> SqlError) -> SqlResult<Json> {
    interrupt::passing(Json::weight(text))?;
    Json::parse(text).map_err(wrong)
}

/// The elements of a text array.
pub fn texts(list: &ArrayRef) -> SqlResult<Vec<Option<String>>> {
    let texts = list.as_string_view_opt().ok_or_else(|| SqlError::internal("not an array of text"))?;
    Ok(texts.iter().map(|text| text.map(str::to_owned)).collect())
}
