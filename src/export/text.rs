//! CSV as `COPY … (FORMAT csv, HEADER)` writes it, and JSON as `to_json` does.

use super::{ExportError, Sink, Target};
use crate::functions::json::ValueWriter;
use crate::types::text::ColumnWriter;
use crate::types::{Display, PgColumn, json};
use bytes::BytesMut;
use datafusion::arrow::array::{Array, RecordBatch};

/// Written at once to the target.
const BLOCK: usize = 64 << 10;

pub(super) struct Csv<'a> {
    columns: &'a [PgColumn],
    display: &'a Display,
    target: &'a mut Target,
}

impl<'a> Csv<'a> {
    /// Writes the line of names.
    pub fn start(columns: &'a [PgColumn], display: &'a Display, target: &'a mut Target) -> Result<Self, ExportError> {
        let mut line = BytesMut::new();
        for (index, column) in columns.iter().enumerate() {
            delimit(index, &mut line);
            field(column.name.as_bytes(), columns.len() == 1, &mut line);
        }
        line.extend_from_slice(b"\n");
        target.put(&line)?;
        Ok(Self { columns, display, target })
    }
}

fn delimit(index: usize, out: &mut BytesMut) {
    if index > 0 {
        out.extend_from_slice(b",");
    }
}

/// A value that is not NULL; NULL is nothing at all, and so an empty text is quoted.
fn field(value: &[u8], alone: bool, out: &mut BytesMut) {
    let special = |byte: &u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    // A line of `\.` alone would end the data for COPY FROM.
    let ends_data = alone && value == b"\\.";
    if !value.is_empty() && !ends_data && !value.iter().any(special) {
        return out.extend_from_slice(value);
    }
    out.extend_from_slice(b"\"");
    for byte in value {
        if *byte == b'"' {
            out.extend_from_slice(b"\"");
        }
        out.extend_from_slice(std::slice::from_ref(byte));
    }
    out.extend_from_slice(b"\"");
}

impl Sink for Csv<'_> {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), ExportError> {
        let writers = self
            .columns
            .iter()
            .zip(batch.columns())
            .map(|(column, array)| ColumnWriter::with_typmod(&column.ty, column.typmod, array.as_ref(), self.display))
            .collect::<Result<Vec<_>, _>>()?;
        let (mut block, mut value) = (BytesMut::with_capacity(2 * BLOCK), BytesMut::new());
        for row in 0..batch.num_rows() {
            for (index, writer) in writers.iter().enumerate() {
                delimit(index, &mut block);
                if !writer.is_null(row) {
                    value.clear();
                    writer.write(row, usize::MAX, &mut value)?;
                    field(&value, writers.len() == 1, &mut block);
                }
            }
            block.extend_from_slice(b"\n");
            if block.len() >= BLOCK {
                self.target.put(&block)?;
                block.clear();
            }
        }
        self.target.put(&block)
    }

    fn finish(&mut self) -> Result<(), ExportError> {
        Ok(())
    }
}

pub(super) struct Json<'a> {
    columns: &'a [PgColumn],
    /// The names as JSON strings, each with its colon.
    keys: Vec<String>,
    values: ValueWriter,
    target: &'a mut Target,
    between: &'static str,
    after: &'static str,
    first: bool,
}

impl<'a> Json<'a> {
    pub fn lines(columns: &'a [PgColumn], display: &'a Display, target: &'a mut Target) -> Self {
        Self::new(columns, display, target, "", "\n")
    }

    pub fn items(columns: &'a [PgColumn], display: &'a Display, target: &'a mut Target) -> Self {
        Self::new(columns, display, target, ",\n", "")
    }

    fn new(
        columns: &'a [PgColumn],
        display: &'a Display,
        target: &'a mut Target,
        between: &'static str,
        after: &'static str,
    ) -> Self {
        let key = |column: &PgColumn| {
            let mut key = String::new();
            json::quote(&column.name, &mut key);
            key.push(':');
            key
        };
        Self {
            columns,
            keys: columns.iter().map(key).collect(),
            values: ValueWriter::new(display),
            target,
            between,
            after,
            first: true,
        }
    }
}

impl Sink for Json<'_> {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), ExportError> {
        let (mut block, mut value) = (String::with_capacity(2 * BLOCK), String::new());
        for row in 0..batch.num_rows() {
            if !std::mem::replace(&mut self.first, false) {
                block.push_str(self.between);
            }
            block.push('{');
            for (index, ((column, key), array)) in self.columns.iter().zip(&self.keys).zip(batch.columns()).enumerate()
            {
                if index > 0 {
                    block.push(',');
                }
                block.push_str(key);
                if array.is_null(row) {
                    block.push_str("null");
                    continue;
                }
                value.clear();
                self.values.write(array.as_ref(), row, &column.ty, &mut value)?;
                // Within a JSON value a line break is white space; within a string it is always escaped.
                block.extend(
                    value.chars().map(|character| if character == '\n' || character == '\r' { ' ' } else { character }),
                );
            }
            block.push('}');
            block.push_str(self.after);
            if block.len() >= BLOCK {
                self.target.put(block.as_bytes())?;
                block.clear();
            }
        }
        self.target.put(block.as_bytes())
    }

    fn finish(&mut self) -> Result<(), ExportError> {
        Ok(())
    }
}
