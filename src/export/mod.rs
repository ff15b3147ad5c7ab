//! Results as files: CSV, NDJSON, Parquet and Arrow.
//!
//! Comes in: batches in the Arrow form of their columns' types. Goes out: a file, put in its place whole or not at all, or a stream. Must never: change a value in silence; what a format can't hold
//! is an error that names the column.

mod ipc;
mod outward;
mod parquet;
mod target;
mod text;

use crate::error::SqlError;
use crate::types::{Display, PgColumn};
use datafusion::arrow::array::RecordBatch;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;
pub use target::Target;
use tokio::sync::mpsc;

/// Batches that may wait for the writer.
const QUEUE: usize = 4;

/// Why an export ended early.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("{path}: {source}", path = path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{path}: no format is known for this ending; it can be .csv, .ndjson, .jsonl, .parquet or .arrow", path = path.display())]
    Ending { path: PathBuf },
    #[error("column \"{column}\" holds {what}, which {format} can't hold; cast it to text")]
    Value { column: String, what: &'static str, format: &'static str },
    #[error("the file can't be written: {0}")]
    Format(String),
    #[error("{}", .0.report().message)]
    Sql(#[from] SqlError),
    #[error("the writer stopped early")]
    Writer,
}

/// What a result can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    /// One JSON object a line.
    Ndjson,
    Parquet,
    /// The Arrow IPC file format.
    Arrow,
    /// The objects of a JSON array, without its brackets: the envelope has them.
    JsonItems,
}

impl Format {
    /// By the file's ending.
    ///
    /// # Errors
    /// If no format has it.
    pub fn of(path: &Path) -> Result<Self, ExportError> {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        match ending.as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("ndjson" | "jsonl") => Ok(Self::Ndjson),
            Some("parquet") => Ok(Self::Parquet),
            Some("arrow" | "ipc" | "feather") => Ok(Self::Arrow),
            _ => Err(ExportError::Ending { path: path.to_owned() }),
        }
    }
}

/// One format's writer. Whatever it holds back is written by `finish`.
trait Sink {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), ExportError>;

    fn finish(&mut self) -> Result<(), ExportError>;
}

fn sink<'a>(
    format: Format,
    columns: &'a [PgColumn],
    display: &'a Display,
    target: &'a mut Target,
) -> Result<Box<dyn Sink + 'a>, ExportError> {
    Ok(match format {
        Format::Csv => Box::new(text::Csv::start(columns, display, target)?),
        Format::Ndjson => Box::new(text::Json::lines(columns, display, target)),
        Format::JsonItems => Box::new(text::Json::items(columns, display, target)),
        Format::Parquet => Box::new(parquet::Parquet::start(columns, display, target)?),
        Format::Arrow => Box::new(ipc::Ipc::start(columns, display, target)?),
    })
}

/// An export under way: encoding has a thread of its own, so that it goes on while the next rows are read. Dropped before its end, it leaves nothing behind.
#[derive(Debug)]
pub struct Export {
    batches: mpsc::Sender<RecordBatch>,
    writer: JoinHandle<Result<Target, ExportError>>,
    bytes: Arc<AtomicU64>,
}

impl Export {
    /// Starts to write to `target`.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn start(
        format: Format,
        columns: Vec<PgColumn>,
        display: Display,
        target: Target,
    ) -> Result<Self, ExportError> {
        let (batches, mut queue) = mpsc::channel::<RecordBatch>(QUEUE);
        let bytes = target.counter();
        let work = move || {
            let mut target = target;
            let mut sink = sink(format, &columns, &display, &mut target)?;
            while let Some(batch) = queue.blocking_recv() {
                sink.write(&batch)?;
            }
            sink.finish()?;
            drop(sink);
            Ok(target)
        };
        let thread = std::thread::Builder::new().name("export".to_owned()).spawn(work);
        Ok(Self { batches, writer: thread.map_err(|error| ExportError::Format(error.to_string()))?, bytes })
    }

    /// Hands a batch to the writer; waits while it is behind.
    ///
    /// # Errors
    /// If the writer has failed; [`Export::finish`] tells why.
    pub async fn write(&self, batch: RecordBatch) -> Result<(), ExportError> {
        self.batches.send(batch).await.map_err(|_| ExportError::Writer)
    }

    /// The bytes written so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Writes what is left, and puts the file in its place. The bytes written.
    ///
    /// # Errors
    /// Whatever the writer met.
    pub async fn finish(self) -> Result<u64, ExportError> {
        self.written().await?.keep()
    }

    /// Ends the writer because the rows ended early; the file is not put in its place. Why it failed, if it did.
    pub async fn give_up(self) -> Option<ExportError> {
        self.written().await.err()
    }

    async fn written(self) -> Result<Target, ExportError> {
        let Self { batches, writer, bytes: _ } = self;
        drop(batches);
        let joined = tokio::task::spawn_blocking(move || writer.join()).await;
        joined.ok().and_then(Result::ok).ok_or(ExportError::Writer)?
    }
}

#[cfg(test)]
mod tests;
