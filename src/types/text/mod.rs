//! From values to text: PostgreSQL's output functions.
//!
//! Comes in: a column in its type's Arrow form, the session's settings. Goes out: text, appended to a buffer. Must never: allocate for each value of the common types.

use super::{Display, PgType};
use crate::error::SqlResult;
use bytes::BytesMut;
use datafusion::arrow::array::Array;
use datafusion::common::ScalarValue;

/// Writes one column's values. Made once for each batch.
pub struct ColumnWriter<'a> {
    array: &'a dyn Array,
    display: &'a Display,
    ty: &'a PgType,
}

impl<'a> ColumnWriter<'a> {
    /// # Errors
    /// The array is not in the type's Arrow form.
    pub fn new(ty: &'a PgType, array: &'a dyn Array, display: &'a Display) -> SqlResult<Self> {
        Ok(Self { array, display, ty })
    }

    /// Appends the text of the value at `row`; the value is not NULL.
    pub fn write(&self, row: usize, out: &mut BytesMut) -> SqlResult<()> {
        unimplemented!("{row} {out:?} {} {:?} {:?}", self.array.len(), self.display, self.ty)
    }

    /// Whether the value at `row` is NULL.
    #[must_use]
    pub fn is_null(&self, row: usize) -> bool {
        self.array.is_null(row)
    }
}

/// The text of one value; `None` for NULL.
pub fn to_text(value: &ScalarValue, ty: &PgType, display: &Display) -> SqlResult<Option<String>> {
    let array = value.to_array()?;
    let writer = ColumnWriter::new(ty, array.as_ref(), display)?;
    if writer.is_null(0) {
        return Ok(None);
    }
    let mut out = BytesMut::new();
    writer.write(0, &mut out)?;
    Ok(Some(String::from_utf8_lossy(&out).into_owned()))
}
