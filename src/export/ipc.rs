//! The Arrow IPC file format.

use super::outward::{Outward, format_error, plain, without_views};
use super::{ExportError, Sink, Target};
use crate::types::{Display, PgColumn};
use datafusion::arrow::array::{ArrayRef, RecordBatch};
use datafusion::arrow::datatypes::{Field, Schema, SchemaRef};
use datafusion::arrow::ipc::writer::FileWriter;
use std::sync::Arc;

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
