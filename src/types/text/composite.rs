//! Arrays and rows as text.

use super::{ColumnWriter, mismatch, within};
use crate::error::SqlResult;
use crate::types::{Display, PgType};
use bytes::{BufMut, BytesMut};
use datafusion::arrow::array::{Array, AsArray, ListArray};

/// Writes `{1,2,NULL}`, or `1 2` for the catalogs' vectors.
pub(super) struct ListWriter<'a> {
    array: &'a ListArray,
    element: Box<ColumnWriter<'a>>,
    /// `int2vector`, `oidvector`
    vector: bool,
    /// An element can't need quotes.
    plain: bool,
}

impl<'a> ListWriter<'a> {
    pub(super) fn new(ty: &PgType, typmod: i32, array: &'a dyn Array, display: &'a Display) -> SqlResult<Self> {
        let list = array.as_list_opt::<i32>().ok_or_else(|| mismatch(ty, array))?;
        let element = ty.element().unwrap_or(PgType::Text);
        let plain = matches!(
            element,
            PgType::Bool | PgType::Int2 | PgType::Int4 | PgType::Int8 | PgType::Oid | PgType::Numeric | PgType::Uuid
        );
        Ok(Self {
            array: list,
            element: Box::new(ColumnWriter::with_typmod(&element, typmod, list.values().as_ref(), display)?),
            vector: matches!(ty, PgType::Int2Vector | PgType::OidVector),
            plain,
        })
    }

    pub(super) fn write(&self, row: usize, room: usize, out: &mut BytesMut) -> SqlResult<()> {
        let start = out.len();
        let offsets = self.array.value_offsets();
        let bound = |at: usize| offsets.get(at).and_then(|offset| usize::try_from(*offset).ok()).unwrap_or(0);
        let (open, close, separator) = if self.vector { ("", "", b' ') } else { ("{", "}", b',') };
        out.put_slice(open.as_bytes());
        let mut scratch = BytesMut::new();
        for (index, at) in (bound(row)..bound(row + 1)).enumerate() {
            if index > 0 {
                out.put_u8(separator);
            }
            if self.element.is_null(at) {
                out.put_slice(b"NULL");
            } else if self.plain || self.vector {
                self.element.write(at, room, out)?;
            } else {
                scratch.clear();
                self.element.write(at, room, &mut scratch)?;
                quote_element(out, &scratch);
            }
            within(room, out.len() - start)?;
        }
        out.put_slice(close.as_bytes());
        Ok(())
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

/// As `array_out` quotes an element.
pub(in crate::types) fn quote_element(out: &mut BytesMut, text: &[u8]) {
    let needs = text.is_empty()
        || text.eq_ignore_ascii_case(b"null")
        || text.iter().any(|byte| matches!(byte, b'"' | b'\\' | b'{' | b'}' | b',') || is_blank(*byte));
    if !needs {
        return out.put_slice(text);
    }
    out.put_u8(b'"');
    for byte in text {
        if matches!(byte, b'"' | b'\\') {
            out.put_u8(b'\\');
        }
        out.put_u8(*byte);
    }
    out.put_u8(b'"');
}

/// Writes `(1,"a b",)`.
pub(super) struct RecordWriter<'a> {
    fields: Vec<ColumnWriter<'a>>,
}

impl<'a> RecordWriter<'a> {
    pub(super) fn new(
        ty: &PgType,
        fields: &[(String, PgType)],
        array: &'a dyn Array,
        display: &'a Display,
    ) -> SqlResult<Self> {
        let columns = array.as_struct_opt().ok_or_else(|| mismatch(ty, array))?.columns();
        if columns.len() != fields.len() {
            return Err(mismatch(ty, array));
        }
        let writers = fields.iter().zip(columns);
        let fields = writers
            .map(|((_, ty), column)| ColumnWriter::new(ty, column.as_ref(), display))
            .collect::<SqlResult<_>>()?;
        Ok(Self { fields })
    }

    pub(super) fn write(&self, row: usize, room: usize, out: &mut BytesMut) -> SqlResult<()> {
        let start = out.len();
        out.put_u8(b'(');
        let mut scratch = BytesMut::new();
        for (index, field) in self.fields.iter().enumerate() {
            if index > 0 {
                out.put_u8(b',');
            }
            if !field.is_null(row) {
                scratch.clear();
                field.write(row, room, &mut scratch)?;
                quote_field(out, &scratch);
                within(room, out.len() - start)?;
            }
        }
        out.put_u8(b')');
        Ok(())
    }
}

/// As `record_out` quotes a field.
fn quote_field(out: &mut BytesMut, text: &[u8]) {
    let needs =
        text.is_empty() || text.iter().any(|byte| matches!(byte, b'"' | b'\\' | b'(' | b')' | b',') || is_blank(*byte));
    if !needs {
        return out.put_slice(text);
    }
    out.put_u8(b'"');
    for byte in text {
        if matches!(byte, b'"' | b'\\') {
            out.put_u8(*byte);
        }
        out.put_u8(*byte);
    }
    out.put_u8(b'"');
}
