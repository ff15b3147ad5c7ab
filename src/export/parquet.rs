//! Parquet, its columns encoded side by side.
//!
//! Comes in: batches. Goes out: row groups, each written when it is whole. Must never: hold more than one row group's columns and one share of rows.
//!
//! A few batches make a share. The threads take one column of it after another until none is left, so that a heavy column keeps one of them busy and not the others; then the next share is gathered
//! while the statement goes on reading. A column's pages are made in the order of its rows, whoever makes them.
//!
//! The settings are those of DataFusion's own writer (zstd at level 3, dictionaries, statistics of pages), but for two: their row groups have a million rows, which takes gigabytes; and a column
//! whose values hardly come back, as its first share shows, has no dictionary, since one would be filled and thrown away in each row group.

use super::outward::{Outward, format_error};
use super::{ExportError, Sink, Target};
use crate::types::{Display, PgColumn};
use datafusion::arrow::array::{Array, ArrayRef, RecordBatch};
use datafusion::arrow::datatypes::{Field, Schema};
use datafusion::common::hash_utils::{RandomState, create_hashes};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::arrow::arrow_writer::{
    ArrowColumnChunk, ArrowColumnWriter, ArrowRowGroupWriterFactory, ArrowWriterOptions, compute_leaves,
};
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::parquet::file::writer::SerializedFileWriter;
use datafusion::parquet::schema::types::ColumnPath;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, ScopedJoinHandle, scope};

/// Rows of a row group.
const GROUP_ROWS: usize = 128 * 1024;
/// Bytes of a row group's columns, where rows are so large that it ends earlier.
const GROUP_BYTES: usize = 128 << 20;
/// Rows that are encoded at a time.
const SHARE_ROWS: usize = 32 * 1024;
/// Bytes of them, where rows are so large that a share ends earlier.
const SHARE_BYTES: usize = 64 << 20;
const LEVEL: i32 = 3;

pub(super) struct Parquet<'a> {
    columns: Vec<Column<'a>>,
    /// Until the first share tells how its columns are best written.
    target: Option<&'a mut Target>,
    file: Option<File<'a>>,
    share: Vec<RecordBatch>,
    /// Threads that encode.
    threads: usize,
    /// Rows of the group that are encoded.
    rows: usize,
}

struct File<'a> {
    writer: SerializedFileWriter<&'a mut Target>,
    factory: ArrowRowGroupWriterFactory,
}

/// A column, and what of it the row group has so far.
struct Column<'a> {
    outward: Outward<'a>,
    field: Field,
    /// Between row groups there is none.
    writer: Option<ArrowColumnWriter>,
}

impl<'a> Parquet<'a> {
    pub fn start(columns: &'a [PgColumn], display: &'a Display, target: &'a mut Target) -> Result<Self, ExportError> {
        let column = |column: &'a PgColumn| {
            let outward = Outward::new(column, display, "Parquet");
            Column { field: outward.field(), outward, writer: None }
        };
        let columns: Vec<Column<'a>> = columns.iter().map(column).collect();
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(columns.len().max(1));
        Ok(Self { columns, target: Some(target), file: None, share: Vec::new(), threads, rows: 0 })
    }

    /// The file, begun with what `share` shows of its columns.
    fn file(&mut self, share: &[RecordBatch]) -> Result<&mut File<'a>, ExportError> {
        let file = match self.file.take() {
            Some(file) => file,
            None => self.begin(share)?,
        };
        Ok(self.file.insert(file))
    }

    fn begin(&mut self, share: &[RecordBatch]) -> Result<File<'a>, ExportError> {
        let level = ZstdLevel::try_new(LEVEL).map_err(format_error)?;
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_created_by(concat!("tollgate ", env!("CARGO_PKG_VERSION")).to_owned());
        for (index, column) in self.columns.iter().enumerate() {
            if !comes_back(share.iter().filter_map(|batch| batch.columns().get(index))) {
                let path = ColumnPath::from(column.field.name().clone());
                properties = properties.set_column_dictionary_enabled(path, false);
            }
        }
        let fields: Vec<Field> = self.columns.iter().map(|column| column.field.clone()).collect();
        // Parquet's own types say all that a reader needs; Arrow's schema beside them would ask it for views.
        let options = ArrowWriterOptions::new().with_properties(properties.build()).with_skip_arrow_metadata(true);
        let target = self.target.take().ok_or(ExportError::Writer)?;
        let writer = ArrowWriter::try_new_with_options(target, Arc::new(Schema::new(fields)), options);
        let (writer, factory) = writer.and_then(ArrowWriter::into_serialized_writer).map_err(format_error)?;
        Ok(File { writer, factory })
    }

    /// Encodes what was gathered, and ends the row group if it is full.
    fn encode(&mut self) -> Result<(), ExportError> {
        let share = std::mem::take(&mut self.share);
        if share.is_empty() {
            return Ok(());
        }
        self.open_group(&share)?;
        side_by_side(self.threads, self.columns.iter_mut().enumerate().collect(), |(index, column)| {
            share.iter().filter_map(|batch| batch.columns().get(index)).try_for_each(|array| column.encode(array))
        })?;
        self.rows += rows_of(&share);
        let bytes = self.columns.iter().map(Column::bytes).fold(0, usize::saturating_add);
        if self.rows >= GROUP_ROWS || bytes >= GROUP_BYTES { self.close_group() } else { Ok(()) }
    }

    fn open_group(&mut self, share: &[RecordBatch]) -> Result<(), ExportError> {
        if self.rows > 0 {
            return Ok(());
        }
        let file = self.file(share)?;
        let group = file.writer.flushed_row_groups().len();
        let writers = file.factory.create_column_writers(group).map_err(format_error)?;
        // INVARIANT: a column has one leaf, since there are no structs, and an array's element is a scalar.
        if writers.len() != self.columns.len() {
            return Err(ExportError::Format("a column has not one leaf".to_owned()));
        }
        for (column, writer) in self.columns.iter_mut().zip(writers) {
            column.writer = Some(writer);
        }
        Ok(())
    }

    fn close_group(&mut self) -> Result<(), ExportError> {
        if self.rows == 0 {
            return Ok(());
        }
        let chunks = Mutex::new(Vec::with_capacity(self.columns.len()));
        side_by_side(self.threads, self.columns.iter_mut().enumerate().collect(), |(index, column)| {
            let chunk = column.close()?;
            chunks.lock().unwrap_or_else(PoisonError::into_inner).push((index, chunk));
            Ok(())
        })?;
        let mut chunks = chunks.into_inner().unwrap_or_else(PoisonError::into_inner);
        chunks.sort_by_key(|(index, _)| *index);
        let mut group = self.file(&[])?.writer.next_row_group().map_err(format_error)?;
        for (_, chunk) in chunks {
            chunk.append_to_row_group(&mut group).map_err(format_error)?;
        }
        group.close().map_err(format_error)?;
        self.rows = 0;
        Ok(())
    }
}

impl Column<'_> {
    fn encode(&mut self, array: &ArrayRef) -> Result<(), ExportError> {
        let array = self.outward.array(array)?;
        let writer = self.writer.as_mut().ok_or(ExportError::Writer)?;
        for leaf in compute_leaves(&self.field, &array).map_err(format_error)? {
            writer.write(&leaf).map_err(format_error)?;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<ArrowColumnChunk, ExportError> {
        self.writer.take().ok_or(ExportError::Writer)?.close().map_err(format_error)
    }

    fn bytes(&self) -> usize {
        self.writer.as_ref().map_or(0, ArrowColumnWriter::memory_size)
    }
}

/// Does the work of every item, as many at a time as there are threads, this one among them. The first failure ends it.
fn side_by_side<T: Send>(
    threads: usize,
    items: Vec<T>,
    work: impl Fn(T) -> Result<(), ExportError> + Sync,
) -> Result<(), ExportError> {
    let items = Mutex::new(items.into_iter());
    let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
    let all = || {
        let done = std::iter::from_fn(next).try_for_each(&work);
        if done.is_err() {
            // The others stop after what they are at.
            std::iter::from_fn(next).for_each(drop);
        }
        done
    };
    scope(|scope| {
        // Where the system has no more threads, those that there are do it all.
        let spawn = |_| Builder::new().name("encode".to_owned()).spawn_scoped(scope, all).ok();
        let others: Vec<ScopedJoinHandle<'_, Result<(), ExportError>>> = (1..threads).filter_map(spawn).collect();
        let own = all();
        others.into_iter().map(|other| other.join().unwrap_or(Err(ExportError::Writer))).fold(own, Result::and)
    })
}

/// Whether values come back often enough for a dictionary to pay.
fn comes_back<'a>(arrays: impl Iterator<Item = &'a ArrayRef>) -> bool {
    let (mut distinct, mut values) = (HashSet::new(), 0);
    for array in arrays {
        let mut hashes = vec![0; array.len()];
        // What can't be hashed is taken to come back, as the writer itself does.
        if create_hashes([array], &RandomState::default(), &mut hashes).is_err() {
            return true;
        }
        let valid = hashes.into_iter().enumerate().filter(|(row, _)| array.is_valid(*row));
        valid.for_each(|(_, hash)| {
            values += 1;
            distinct.insert(hash);
        });
    }
    distinct.len() <= values / 2
}

fn rows_of(share: &[RecordBatch]) -> usize {
    share.iter().map(RecordBatch::num_rows).sum()
}

impl Sink for Parquet<'_> {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), ExportError> {
        if batch.num_rows() == 0 {
            return Ok(());
        }
        self.share.push(batch.clone());
        let bytes: usize = self.share.iter().map(RecordBatch::get_array_memory_size).sum();
        if rows_of(&self.share) >= SHARE_ROWS || bytes >= SHARE_BYTES { self.encode() } else { Ok(()) }
    }

    fn finish(&mut self) -> Result<(), ExportError> {
        self.encode()?;
        self.close_group()?;
        self.file(&[])?.writer.finish().map(drop).map_err(format_error)
    }
}
