//! The threads that statements work on: others than those that talk with clients, so that no statement, however busy, keeps a client waiting for an answer, a cancel or a clock.
//!
//! Comes in: a plan under way. Goes out: its batches, no more than one ahead of its reader. Must never: go on when nobody reads any more.

use crate::error::{SqlError, SqlResult};
use crate::interrupt::{Interrupt, Raise};
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::common::DataFusionError;
use datafusion::execution::{RecordBatchStream, SendableRecordBatchStream};
use futures::{FutureExt, Stream, StreamExt};
use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::runtime::{Handle, Runtime};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;

/// Stack of a thread: expressions and plans are as deep as clients may make them.
const STACK: usize = 16 << 20;

/// The threads.
#[derive(Debug)]
pub struct Executor {
    /// Until it is dropped.
    runtime: Option<Runtime>,
    handle: Handle,
}

impl Executor {
    /// # Errors
    /// What the system says when it has no more threads.
    pub fn start() -> std::io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .thread_name("statement")
            .thread_stack_size(STACK)
            .enable_all()
            .build()?;
        Ok(Self { handle: runtime.handle().clone(), runtime: Some(runtime) })
    }

    #[must_use]
    pub fn handle(&self) -> &Handle {
        &self.handle
    }
}

impl Drop for Executor {
    fn drop(&mut self) {
        // Whatever still works was told to end; nobody waits for it.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// Batches that are made on the executor's threads. Dropping it ends the work.
pub(super) struct Remote {
    schema: SchemaRef,
    batches: mpsc::Receiver<Result<RecordBatch, DataFusionError>>,
    task: AbortHandle,
    _raise: Raise,
}

impl Remote {
    /// Starts the stream that `open` makes, on the executor's threads from its beginning; `explain` has the last word on its failure.
    pub(super) fn start(
        handle: &Handle,
        schema: SchemaRef,
        interrupt: Arc<Interrupt>,
        open: impl FnOnce() -> SqlResult<SendableRecordBatchStream> + Send + 'static,
        explain: impl FnOnce(SqlError) -> SqlError + Send + 'static,
    ) -> Self {
        let (send, batches) = mpsc::channel(1);
        let work = async move {
            if let Err(error) = guarded(forward(open, &send)).await {
                let _ = send.send(Err(explain(error).into_datafusion())).await;
            }
        };
        let task = handle.spawn(work).abort_handle();
        Self { schema, batches, task, _raise: Raise(interrupt) }
    }
}

/// Makes a batch when the one before was taken.
async fn forward(
    open: impl FnOnce() -> SqlResult<SendableRecordBatchStream>,
    send: &mpsc::Sender<Result<RecordBatch, DataFusionError>>,
) -> SqlResult<()> {
    let mut stream = open()?;
    while let Ok(place) = send.reserve().await {
        match stream.next().await {
            Some(batch) => place.send(Ok(batch?)),
            None => break,
        }
    }
    Ok(())
}

/// A panic in the engine ends the statement, not the session.
pub(super) async fn guarded<T>(work: impl Future<Output = SqlResult<T>>) -> SqlResult<T> {
    AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|panic| Err(panicked(&*panic)))
}

fn panicked(panic: &(dyn Any + Send)) -> SqlError {
    let words = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    SqlError::internal(format!("the engine panicked: {}", words.unwrap_or_default()))
}

impl Stream for Remote {
    type Item = Result<RecordBatch, DataFusionError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.batches.poll_recv(context)
    }
}

impl RecordBatchStream for Remote {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        self.task.abort();
    }
}
