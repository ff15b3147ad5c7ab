//! From PostgreSQL's binary rows to batches in canonical form.
//!
//! Comes in: rows as they come off the wire. Goes out: a batch of them. Must never: hold more than one batch.

use crate::error::{SqlError, SqlResult};
use crate::types::binary::receive;
use crate::types::input::parse;
use crate::types::{Display, PgType};
use chrono::DateTime;
use datafusion::arrow::array::{
    ArrayRef, BinaryBuilder, BooleanBuilder, Float32Builder, Float64Builder, Int16Builder, Int32Builder, Int64Builder,
    RecordBatch, RecordBatchOptions, StringViewBuilder, new_empty_array,
};
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::ScalarValue;
use std::sync::Arc;
use tokio_postgres::types::{FromSql, Type};
use tokio_postgres::{Row, SimpleQueryRow};

/// Rows in a batch.
pub(in crate::warehouse) const BATCH: usize = 8_192;
/// Bytes of them, where rows are so large that a batch ends earlier.
const BATCH_BYTES: usize = 8 << 20;

/// A cell's bytes, whatever its type.
struct Cell<'a>(Option<&'a [u8]>);

impl<'a> FromSql<'a> for Cell<'a> {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Cell(Some(raw)))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Cell(None))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// One column under way.
enum Column {
    Bool(BooleanBuilder),
    Int2(Int16Builder),
    Int4(Int32Builder),
    Int8(Int64Builder),
    Float4(Float32Builder),
    Float8(Float64Builder),
    Text(StringViewBuilder),
    Bytes(BinaryBuilder),
    /// By its receive function, value by value.
    Other(PgType, Vec<ScalarValue>),
}

impl Column {
    fn new(ty: &PgType) -> Self {
        match ty {
            PgType::Bool => Column::Bool(BooleanBuilder::new()),
            PgType::Int2 => Column::Int2(Int16Builder::new()),
            PgType::Int4 => Column::Int4(Int32Builder::new()),
            PgType::Int8 => Column::Int8(Int64Builder::new()),
            PgType::Float4 => Column::Float4(Float32Builder::new()),
            PgType::Float8 => Column::Float8(Float64Builder::new()),
            PgType::Text | PgType::Varchar | PgType::Unknown | PgType::Json => Column::Text(StringViewBuilder::new()),
            PgType::Bytea => Column::Bytes(BinaryBuilder::new()),
            ty => Column::Other(ty.clone(), Vec::new()),
        }
    }

    fn push(&mut self, cell: Option<&[u8]>) -> SqlResult<()> {
        match self {
            Column::Bool(builder) => builder.append_option(cell.map(|bytes| bytes != [0])),
            Column::Int2(builder) => builder.append_option(cell.map(fixed).transpose()?.map(i16::from_be_bytes)),
            Column::Int4(builder) => builder.append_option(cell.map(fixed).transpose()?.map(i32::from_be_bytes)),
            Column::Int8(builder) => builder.append_option(cell.map(fixed).transpose()?.map(i64::from_be_bytes)),
            Column::Float4(builder) => builder.append_option(cell.map(fixed).transpose()?.map(f32::from_be_bytes)),
            Column::Float8(builder) => builder.append_option(cell.map(fixed).transpose()?.map(f64::from_be_bytes)),
            Column::Text(builder) => {
                builder.append_option(cell.map(std::str::from_utf8).transpose().map_err(SqlError::internal)?);
            }
            Column::Bytes(builder) => builder.append_option(cell),
            Column::Other(ty, values) => values.push(match cell {
                Some(bytes) => receive(bytes, ty)?,
                None => ScalarValue::try_from(&ty.arrow())?,
            }),
        }
        Ok(())
    }

    /// A value as text, in the forms that every session has.
    fn push_text(&mut self, cell: Option<&str>) -> SqlResult<()> {
        fn number<T: std::str::FromStr>(text: &str) -> SqlResult<T> {
            text.parse().map_err(|_| SqlError::internal("a number that can't be read"))
        }
        match self {
            Column::Bool(builder) => builder.append_option(cell.map(|text| text == "t")),
            Column::Int2(builder) => builder.append_option(cell.map(number).transpose()?),
            Column::Int4(builder) => builder.append_option(cell.map(number).transpose()?),
            Column::Int8(builder) => builder.append_option(cell.map(number).transpose()?),
            Column::Float4(builder) => builder.append_option(cell.map(number).transpose()?),
            Column::Float8(builder) => builder.append_option(cell.map(number).transpose()?),
            Column::Text(builder) => builder.append_option(cell),
            Column::Bytes(_) => return Err(SqlError::internal("bytes as text")),
            Column::Other(ty, values) => values.push(match cell {
                Some(text) => parse(text, ty, -1, &Display::default(), DateTime::UNIX_EPOCH)
                    .map_err(|_| SqlError::internal("a value that can't be read"))?,
                None => ScalarValue::try_from(&ty.arrow())?,
            }),
        }
        Ok(())
    }

    fn finish(self) -> SqlResult<ArrayRef> {
        Ok(match self {
            Column::Bool(mut builder) => Arc::new(builder.finish()),
            Column::Int2(mut builder) => Arc::new(builder.finish()),
            Column::Int4(mut builder) => Arc::new(builder.finish()),
            Column::Int8(mut builder) => Arc::new(builder.finish()),
            Column::Float4(mut builder) => Arc::new(builder.finish()),
            Column::Float8(mut builder) => Arc::new(builder.finish()),
            Column::Text(mut builder) => Arc::new(builder.finish()),
            Column::Bytes(mut builder) => Arc::new(builder.finish()),
            Column::Other(ty, values) if values.is_empty() => new_empty_array(&ty.arrow()),
            Column::Other(_, values) => ScalarValue::iter_to_array(values)?,
        })
    }
}

fn fixed<const N: usize>(bytes: &[u8]) -> SqlResult<[u8; N]> {
    bytes.try_into().map_err(|_| SqlError::internal("a number of another size"))
}

/// A batch under way.
pub(crate) struct Batch {
    types: Arc<[PgType]>,
    schema: SchemaRef,
    columns: Vec<Column>,
    rows: usize,
    /// Of all cells, as the server sent them.
    bytes: usize,
}

impl Batch {
    pub(crate) fn new(types: Arc<[PgType]>, schema: SchemaRef) -> Self {
        let columns = types.iter().map(Column::new).collect();
        Self { types, schema, columns, rows: 0, bytes: 0 }
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// Whether it has so many rows, or so many bytes that it is large without them.
    pub(crate) fn is_full(&self, rows: usize) -> bool {
        self.rows >= rows || self.bytes >= BATCH_BYTES
    }

    pub(crate) fn push(&mut self, row: &Row) -> SqlResult<()> {
        for (index, column) in self.columns.iter_mut().enumerate() {
            let Cell(cell) = row.try_get(index).map_err(SqlError::internal)?;
            self.bytes += cell.map_or(0, <[u8]>::len);
            column.push(cell)?;
        }
        self.rows += 1;
        Ok(())
    }

    pub(in crate::warehouse) fn push_text(&mut self, row: &SimpleQueryRow) -> SqlResult<()> {
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.push_text(row.try_get(index).map_err(SqlError::internal)?)?;
        }
        self.rows += 1;
        Ok(())
    }

    /// The rows so far; the next ones begin a new batch.
    pub(crate) fn take(&mut self) -> SqlResult<RecordBatch> {
        let next = Self::new(Arc::clone(&self.types), Arc::clone(&self.schema));
        let Self { types: _, schema, columns, rows, bytes: _ } = std::mem::replace(self, next);
        let arrays = columns.into_iter().map(Column::finish).collect::<SqlResult<Vec<_>>>()?;
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        Ok(RecordBatch::try_new_with_options(schema, arrays, &options)?)
    }
}
