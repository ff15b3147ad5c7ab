//! DataRow messages, written straight from Arrow columns.
//!
//! Comes in: a batch in the Arrow form of its columns' types. Goes out: DataRow messages appended to the connection's buffer. Must never: change a value, or build a row outside that buffer.

use super::connection::BLOCK;
use crate::error::{SqlError, SqlResult};
use crate::types::binary::BinaryWriter;
use crate::types::text::{ColumnWriter, too_large};
use crate::types::{Display, PgColumn};
use bytes::{BufMut, BytesMut};
use datafusion::arrow::array::{Array, RecordBatch};
use guard::SqlState;
use std::ops::Range;

/// How a value travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Binary,
}

impl Format {
    /// The format of each of `count` columns from the codes of a Bind message: none is text for all, one is for all.
    ///
    /// # Errors
    /// 08P01
    pub fn resolve(codes: &[i16], count: usize) -> SqlResult<Vec<Format>> {
        let one = |code: &i16| match code {
            0 => Ok(Format::Text),
            1 => Ok(Format::Binary),
            other => {
                let message = format!("unsupported format code: {other}");
                Err(SqlError::new(SqlState::INVALID_PARAMETER_VALUE, message))
            }
        };
        match codes {
            [] => Ok(vec![Format::Text; count]),
            [code] => Ok(vec![one(code)?; count]),
            codes if codes.len() == count => codes.iter().map(one).collect(),
            codes => {
                let message = format!("bind message has {} result formats but query has {count} columns", codes.len());
                Err(SqlError::new(SqlState::PROTOCOL_VIOLATION, message))
            }
        }
    }
}

/// One column's writer, for one batch.
pub(super) enum Writer<'a> {
    Text(ColumnWriter<'a>),
    Binary(BinaryWriter<'a>),
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        column: &PgColumn,
        format: Format,
        array: &'a dyn Array,
        display: &'a Display,
    ) -> SqlResult<Self> {
        Ok(match format {
            Format::Text => Self::Text(ColumnWriter::with_typmod(&column.ty, column.typmod, array, display)?),
            Format::Binary => Self::Binary(BinaryWriter::new(&column.ty, column.typmod, array, display)?),
        })
    }

    pub(super) fn is_null(&self, row: usize) -> bool {
        match self {
            Self::Text(writer) => writer.is_null(row),
            Self::Binary(writer) => writer.is_null(row),
        }
    }

    /// A value with its length before it; -1 is NULL.
    pub(super) fn field(&self, row: usize, limit: usize, out: &mut BytesMut) -> SqlResult<()> {
        if self.is_null(row) {
            out.put_i32(-1);
            return Ok(());
        }
        let start = out.len();
        out.put_i32(0);
        let written = match self {
            Self::Text(writer) => writer.write(row, limit, out),
            Self::Binary(writer) => writer.write(row, limit, out),
        };
        if let Err(error) = written {
            out.truncate(start);
            return Err(error);
        }
        let length = out.len() - start - 4;
        if length > limit {
            out.truncate(start);
            return Err(too_large(&length.to_string(), limit));
        }
        set_length(out, start, length)
    }
}

/// Writes a length into the four bytes that were left for it.
pub(super) fn set_length(out: &mut BytesMut, at: usize, length: usize) -> SqlResult<()> {
    let length = i32::try_from(length)
        .map_err(|_| SqlError::new(SqlState::PROGRAM_LIMIT_EXCEEDED, "a row of the result is too large"))?;
    match out.get_mut(at..at + 4) {
        Some(slot) => slot.copy_from_slice(&length.to_be_bytes()),
        None => return Err(SqlError::internal("no room was left for a length")),
    }
    Ok(())
}

/// Writes the rows of one result.
#[derive(Debug)]
pub struct RowEncoder<'a> {
    columns: &'a [PgColumn],
    formats: Vec<Format>,
    display: &'a Display,
    cell_limit: usize,
}

impl<'a> RowEncoder<'a> {
    /// `formats` are the codes of the Bind message; none of them is text for all. A value larger than `cell_limit` bytes ends the statement (54000).
    ///
    /// # Errors
    /// 08P01 if there are neither none, one nor as many formats as columns.
    pub fn new(columns: &'a [PgColumn], formats: &[i16], display: &'a Display, cell_limit: usize) -> SqlResult<Self> {
        Ok(Self { columns, formats: Format::resolve(formats, columns.len())?, display, cell_limit })
    }

    /// The format of each column, as RowDescription tells it.
    #[must_use]
    pub fn formats(&self) -> &[Format] {
        &self.formats
    }

    /// Appends a DataRow for each row of the range, until the buffer is a block to be sent; how many. After an error the buffer ends with the last whole row.
    pub fn encode_batch(&self, batch: &RecordBatch, range: Range<usize>, out: &mut BytesMut) -> SqlResult<usize> {
        if batch.num_columns() != self.columns.len() {
            return Err(SqlError::internal("a batch has not the columns of its result"));
        }
        let arrays = self.columns.iter().zip(&self.formats).zip(batch.columns());
        let writers = arrays
            .map(|((column, format), array)| Writer::new(column, *format, array.as_ref(), self.display))
            .collect::<SqlResult<Vec<_>>>()?;
        let count = i16::try_from(writers.len()).unwrap_or(i16::MAX);
        let mut rows = 0;
        for row in range.start..range.end.min(batch.num_rows()) {
            if rows > 0 && out.len() >= BLOCK {
                break;
            }
            let start = out.len();
            out.put_u8(b'D');
            out.put_i32(0);
            out.put_i16(count);
            let written = writers
                .iter()
                .try_for_each(|writer| writer.field(row, self.cell_limit, out))
                .and_then(|()| set_length(out, start + 1, out.len() - start - 1));
            if let Err(error) = written {
                out.truncate(start);
                return Err(error);
            }
            rows += 1;
        }
        Ok(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::PgType;
    use datafusion::arrow::array::{Int32Array, StringViewArray};
    use datafusion::arrow::datatypes::{Field, Schema};
    use std::sync::Arc;

    fn column(name: &str, ty: PgType) -> PgColumn {
        PgColumn { name: name.into(), ty, typmod: -1, table_oid: 0, attnum: 0 }
    }

    fn batch() -> RecordBatch {
        let schema =
            Schema::new(vec![Field::new("a", PgType::Int4.arrow(), true), Field::new("b", PgType::Text.arrow(), true)]);
        let columns: Vec<Arc<dyn Array>> = vec![
            Arc::new(Int32Array::from(vec![Some(1), None])),
            Arc::new(StringViewArray::from(vec![Some("x"), Some("yz")])),
        ];
        RecordBatch::try_new(Arc::new(schema), columns).unwrap()
    }

    #[test]
    fn rows_in_text_and_binary() {
        let columns = [column("a", PgType::Int4), column("b", PgType::Text)];
        let display = Display::default();
        let mut out = BytesMut::new();
        let encoder = RowEncoder::new(&columns, &[], &display, 100).unwrap();
        assert_eq!(encoder.encode_batch(&batch(), 0..2, &mut out).unwrap(), 2);
        assert_eq!(&out[..], b"D\0\0\0\x10\0\x02\0\0\0\x011\0\0\0\x01xD\0\0\0\x10\0\x02\xff\xff\xff\xff\0\0\0\x02yz");
        out.clear();
        let encoder = RowEncoder::new(&columns, &[1], &display, 100).unwrap();
        encoder.encode_batch(&batch(), 0..1, &mut out).unwrap();
        assert_eq!(&out[..], b"D\0\0\0\x13\0\x02\0\0\0\x04\0\0\0\x01\0\0\0\x01x");
    }

    /// A batch may hold one large value for many rows.
    #[test]
    fn a_block_is_as_much_as_is_encoded_at_once() {
        let schema = Schema::new(vec![Field::new("b", PgType::Text.arrow(), true)]);
        let large = "x".repeat(BLOCK / 2);
        let values: Vec<Arc<dyn Array>> = vec![Arc::new(StringViewArray::from(vec![large.as_str(); 100]))];
        let batch = RecordBatch::try_new(Arc::new(schema), values).unwrap();
        let (columns, display) = ([column("b", PgType::Text)], Display::default());
        let encoder = RowEncoder::new(&columns, &[], &display, usize::MAX).unwrap();
        let mut out = BytesMut::new();
        assert_eq!(encoder.encode_batch(&batch, 0..100, &mut out).unwrap(), 2);
        // One row goes on its way, whatever is there already.
        assert_eq!(encoder.encode_batch(&batch, 2..100, &mut out).unwrap(), 1);
    }

    #[test]
    fn a_value_over_the_limit_leaves_whole_rows() {
        let columns = [column("a", PgType::Int4), column("b", PgType::Text)];
        let display = Display::default();
        let mut out = BytesMut::new();
        let encoder = RowEncoder::new(&columns, &[0, 0], &display, 1).unwrap();
        let error = encoder.encode_batch(&batch(), 0..2, &mut out).unwrap_err();
        assert_eq!(error.sqlstate(), SqlState::PROGRAM_LIMIT_EXCEEDED);
        let asked_and_allowed = error.report().detail.clone().unwrap();
        assert!(asked_and_allowed.ends_with("bytes, and one value may have 1."), "{asked_and_allowed}");
        assert_eq!(out.len(), 17);
        assert!(RowEncoder::new(&columns, &[0, 0, 0], &display, 1).is_err());
    }
}
