//! CopyData messages: `COPY … TO STDOUT` in text, csv and binary.
//!
//! Comes in: a batch in the Arrow form of its columns' types. Goes out: CopyData messages appended to the connection's buffer, one a row. Must never: change a value.
//! The binary header travels in the first row's message, as PostgreSQL sends it: there are clients that read a message as a row.

use super::connection::BLOCK;
use super::rows::{Format, Writer, set_length};
use crate::error::{SqlError, SqlResult};
use crate::types::{Display, PgColumn};
use bytes::{BufMut, BytesMut};
use datafusion::arrow::array::RecordBatch;
use guard::SqlState;
use guard::parse::statement::{CopyFormat, CopyOptions, ForceQuote};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

/// The binary format's signature, flags and header extension.
const BINARY_HEADER: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";

/// Writes the rows of one COPY.
#[derive(Debug)]
pub struct CopyEncoder<'a> {
    columns: &'a [PgColumn],
    options: &'a CopyOptions,
    display: &'a Display,
    cell_limit: usize,
    /// By column: `FORCE_QUOTE`.
    forced: Vec<bool>,
    /// The binary header is written.
    opened: AtomicBool,
}

impl<'a> CopyEncoder<'a> {
    /// A value larger than `cell_limit` bytes ends the statement (54000).
    ///
    /// # Errors
    /// 42703 if `FORCE_QUOTE` names a column that there is not.
    pub fn new(
        columns: &'a [PgColumn],
        options: &'a CopyOptions,
        display: &'a Display,
        cell_limit: usize,
    ) -> SqlResult<Self> {
        let forced = match &options.force_quote {
            ForceQuote::None => vec![false; columns.len()],
            ForceQuote::All => vec![true; columns.len()],
            ForceQuote::Columns(names) => {
                if let Some(missing) = names.iter().find(|name| !columns.iter().any(|column| column.name == **name)) {
                    let message = format!("column \"{missing}\" does not exist");
                    return Err(SqlError::new(SqlState::UNDEFINED_COLUMN, message));
                }
                columns.iter().map(|column| names.contains(&column.name)).collect()
            }
        };
        Ok(Self { columns, options, display, cell_limit, forced, opened: AtomicBool::new(false) })
    }

    fn format(&self) -> Format {
        if self.options.format == CopyFormat::Binary { Format::Binary } else { Format::Text }
    }

    /// What CopyOutResponse says: the overall format, and the same for each column.
    #[must_use]
    pub fn response(&self) -> (i8, Vec<i16>) {
        let code = i8::from(self.format() == Format::Binary);
        (code, vec![i16::from(code); self.columns.len()])
    }

    /// Appends what comes before the rows.
    ///
    /// # Errors
    /// 54000 if the header is too large for a message.
    pub fn start(&self, out: &mut BytesMut) -> SqlResult<()> {
        if self.options.format == CopyFormat::Binary || !self.options.header {
            return Ok(());
        }
        message(out, |out| {
            for (index, column) in self.columns.iter().enumerate() {
                self.delimit(index, out);
                match self.options.format {
                    CopyFormat::Csv => self.csv(column.name.as_bytes(), false, out),
                    _ => self.escape(column.name.as_bytes(), out),
                }
            }
            out.put_u8(b'\n');
            Ok(())
        })
    }

    /// Appends what comes after the rows. CopyDone is the caller's.
    ///
    /// # Errors
    /// None that a caller could cause.
    pub fn end(&self, out: &mut BytesMut) -> SqlResult<()> {
        if self.options.format != CopyFormat::Binary {
            return Ok(());
        }
        message(out, |out| {
            self.open(out);
            out.put_i16(-1);
            Ok(())
        })
    }

    /// Appends a CopyData for each row of the range, until the buffer is a block to be sent; how many. After an error the buffer ends with the last whole row.
    pub fn encode_batch(&self, batch: &RecordBatch, range: Range<usize>, out: &mut BytesMut) -> SqlResult<usize> {
        if batch.num_columns() != self.columns.len() {
            return Err(SqlError::internal("a batch has not the columns of its result"));
        }
        let writers = self
            .columns
            .iter()
            .zip(batch.columns())
            .map(|(column, array)| Writer::new(column, self.format(), array.as_ref(), self.display))
            .collect::<SqlResult<Vec<_>>>()?;
        let mut rows = 0;
        let mut scratch = BytesMut::new();
        for row in range.start..range.end.min(batch.num_rows()) {
            if rows > 0 && out.len() >= BLOCK {
                break;
            }
            message(out, |out| match self.options.format {
                CopyFormat::Binary => self.binary_row(&writers, row, out),
                _ => self.text_row(&writers, row, &mut scratch, out),
            })?;
            rows += 1;
        }
        Ok(rows)
    }

    /// The binary header, before whatever is the first.
    fn open(&self, out: &mut BytesMut) {
        if !self.opened.swap(true, Ordering::Relaxed) {
            out.put_slice(BINARY_HEADER);
        }
    }

    fn binary_row(&self, writers: &[Writer], row: usize, out: &mut BytesMut) -> SqlResult<()> {
        self.open(out);
        out.put_i16(i16::try_from(writers.len()).unwrap_or(i16::MAX));
        writers.iter().try_for_each(|writer| writer.field(row, self.cell_limit, out))
    }

    fn text_row(&self, writers: &[Writer], row: usize, scratch: &mut BytesMut, out: &mut BytesMut) -> SqlResult<()> {
        for (index, (writer, forced)) in writers.iter().zip(&self.forced).enumerate() {
            self.delimit(index, out);
            if writer.is_null(row) {
                out.put_slice(self.options.null.as_bytes());
                continue;
            }
            scratch.clear();
            writer.field(row, self.cell_limit, scratch)?;
            // The first four bytes are the length that a DataRow would have.
            let value = scratch.get(4..).unwrap_or_default();
            match self.options.format {
                CopyFormat::Csv => self.csv(value, *forced, out),
                _ => self.escape(value, out),
            }
        }
        out.put_u8(b'\n');
        Ok(())
    }

    fn delimit(&self, index: usize, out: &mut BytesMut) {
        if index > 0 {
            out.put_u8(self.options.delimiter);
        }
    }

    /// The text format: a backslash before what would be read as something else.
    fn escape(&self, value: &[u8], out: &mut BytesMut) {
        let mut rest = value;
        loop {
            let special = |byte: &u8| matches!(*byte, b'\\' | 0x08..=0x0d) || *byte == self.options.delimiter;
            let Some(at) = rest.iter().position(special) else { return out.put_slice(rest) };
            let (plain, after) = rest.split_at(at);
            out.put_slice(plain);
            let Some((byte, after)) = after.split_first() else { return };
            out.put_u8(b'\\');
            out.put_u8(match byte {
                0x08 => b'b',
                0x09 => b't',
                0x0a => b'n',
                0x0b => b'v',
                0x0c => b'f',
                0x0d => b'r',
                other => *other,
            });
            rest = after;
        }
    }

    /// The csv format: in quotes if it must be.
    fn csv(&self, value: &[u8], forced: bool, out: &mut BytesMut) {
        let CopyOptions { delimiter, quote, escape, null, .. } = self.options;
        let special = |byte: &u8| byte == delimiter || byte == quote || matches!(*byte, b'\n' | b'\r');
        // A line of `\.` alone would end the data.
        let ends_data = self.columns.len() == 1 && value == b"\\.";
        if !(forced || value == null.as_bytes() || ends_data || value.iter().any(special)) {
            return out.put_slice(value);
        }
        out.put_u8(*quote);
        for byte in value {
            if byte == quote || byte == escape {
                out.put_u8(*escape);
            }
            out.put_u8(*byte);
        }
        out.put_u8(*quote);
    }
}

/// A CopyData message around what `body` writes; nothing at all if that fails.
fn message(out: &mut BytesMut, body: impl FnOnce(&mut BytesMut) -> SqlResult<()>) -> SqlResult<()> {
    let start = out.len();
    out.put_u8(b'd');
    out.put_i32(0);
    let written = body(out).and_then(|()| set_length(out, start + 1, out.len() - start - 1));
    if written.is_err() {
        out.truncate(start);
    }
    written
}
