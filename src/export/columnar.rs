//! Parquet and Arrow IPC.

use super::outward::{Outward, format_error, plain, without_views};
use super::{ExportError, Sink, Target};
use crate::types::{Display, PgColumn};
use datafusion::arrow::array::{ArrayRef, RecordBatch};
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::arrow::ipc::writer::FileWriter;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::arrow::arrow_writer::ArrowWriterOptions;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use std::sync::Arc;

/// Rows of a row group: what the writer holds in memory.
const ROW_GROUP: usize = 128 * 1024;

pub(super) struct Parquet<'a> {
    columns: Vec<Outward<'a>>,
    schema: SchemaRef,
    writer: ArrowWriter<&'a mut Target>,
}

impl<'a> Parquet<'a> {
    pub fn start(columns: &'a [PgColumn], display: &'a Display, target: &'a mut Target) -> Result<Self, ExportError> {
        let columns: Vec<Outward<'a>> = columns.iter().map(|column| Outward::new(column, display, "Parquet")).collect();
        let schema = Arc::new(Schema::new(columns.iter().map(Outward::field).collect::<Vec<_>>()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(ROW_GROUP))
            .set_created_by(concat!("tollgate ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        // Parquet's own types say all that a reader needs; Arrow's schema beside them would ask it for views.
        let options = ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
        let writer = ArrowWriter::try_new_with_options(target, Arc::clone(&schema), options).map_err(format_error)?;
        Ok(Self { columns, schema, writer })
    }
}

impl Sink for Parquet<'_> {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), ExportError> {
        let arrays = converted(&self.columns, batch)?;
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), arrays).map_err(format_error)?;
        self.writer.write(&batch).map_err(format_error)
    }

    fn finish(&mut self) -> Result<(), ExportError> {
        self.writer.finish().map(drop).map_err(format_error)
    }
}

fn converted(columns: &[Outward<'_>], batch: &RecordBatch) -> Result<Vec<ArrayRef>, ExportError> {
    columns.iter().zip(batch.columns()).map(|(column, array)| column.array(array)).collect()
}

pub(super) struct Ipc<'a> {
    columns: Vec<Outward<'a>>,
    schema: SchemaRef,
    writer: FileWriter<&'a mut Target>,
}

impl<'a> Ipc<'a> {
    pub fn start(columns: &'a [PgColumn], display: &'a Display, target: &'a mut Target) -> Result<Self, ExportError> {
        let columns: Vec<Outward<'a>> = columns.iter().map(|column| Outward::new(column, display, "Arrow")).collect();
        let field = |column: &Outward<'_>| {
            let field = column.field();
            Field::new(field.name(), without_views(field.data_type()), true)
        };
        let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
        let writer = FileWriter::try_new(target, &schema).map_err(format_error)?;
        Ok(Self { columns, schema, writer })
    }
}

impl Sink for Ipc<'_> {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), ExportError> {
        let arrays = converted(&self.columns, batch)?.iter().map(plain).collect::<Result<Vec<_>, _>>()?;
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), arrays).map_err(format_error)?;
        self.writer.write(&batch).map_err(format_error)
    }

    fn finish(&mut self) -> Result<(), ExportError> {
        self.writer.finish().map_err(format_error)
    }
}
