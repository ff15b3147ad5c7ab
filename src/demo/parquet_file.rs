//! One Parquet file, written batch by batch and put in place whole.

use super::DemoError;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Rows of one row group: what a writer holds in memory.
const ROW_GROUP: usize = 128 * 1024;

pub struct ParquetFile {
    path: PathBuf,
    unfinished: PathBuf,
    writer: ArrowWriter<File>,
}

impl ParquetFile {
    pub fn create(folder: &Path, name: &str, schema: SchemaRef) -> Result<Self, DemoError> {
        std::fs::create_dir_all(folder).map_err(DemoError::io(folder))?;
        let path = folder.join(name);
        let unfinished = folder.join(format!(".{name}.unfinished"));
        let file = File::create(&unfinished).map_err(DemoError::io(&unfinished))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(Some(ROW_GROUP))
            .set_created_by("tollgate demo".to_owned())
            .build();
        let writer = ArrowWriter::try_new(file, schema, Some(properties)).map_err(DemoError::parquet(&unfinished))?;
        Ok(Self { path, unfinished, writer })
    }

    pub fn write(&mut self, batch: &RecordBatch) -> Result<(), DemoError> {
        self.writer.write(batch).map_err(DemoError::parquet(&self.unfinished))
    }

    pub fn finish(self) -> Result<(), DemoError> {
        self.writer.close().map_err(DemoError::parquet(&self.unfinished))?;
        std::fs::rename(&self.unfinished, &self.path).map_err(DemoError::io(&self.path))
    }
}
