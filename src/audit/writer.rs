//! The thread that writes: whatever waits in the queue goes to the file in one write.

use super::file::AuditFile;
use super::{Record, Shared, chain};
use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// Records in one write.
const BATCH: usize = 256;
const SYNC_INTERVAL: Duration = Duration::from_secs(1);

type Answer = oneshot::Sender<io::Result<()>>;

#[derive(Debug)]
pub(super) enum Command {
    Write {
        record: Box<Record>,
        room: u64,
        answer: Option<Answer>,
    },
    /// Try again what could not be written.
    Retry(Answer),
    /// Write what is left, and stop.
    Close(Answer),
}

/// A record that is not in the file yet.
#[derive(Debug)]
struct Waiting {
    json: String,
    room: u64,
}

struct Writer {
    file: AuditFile,
    shared: Arc<Shared>,
    waiting: VecDeque<Waiting>,
}

pub(super) fn start(
    file: AuditFile,
    commands: mpsc::Receiver<Command>,
    shared: Arc<Shared>,
) -> io::Result<std::thread::JoinHandle<()>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let writer = Writer { file, shared, waiting: VecDeque::new() };
    std::thread::Builder::new().name("audit".to_owned()).spawn(move || runtime.block_on(writer.run(commands)))
}

impl Writer {
    async fn run(mut self, mut commands: mpsc::Receiver<Command>) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            match tokio::time::timeout(SYNC_INTERVAL, commands.recv_many(&mut batch, BATCH)).await {
                Ok(0) => break,
                Ok(_) if self.take(batch.drain(..)) => break,
                Ok(_) => {}
                Err(_) => self.sync(),
            }
        }
        if let Err(error) = self.flush().and_then(|()| self.file.close()) {
            tracing::error!(%error, lost = self.waiting.len(), "the audit log could not be closed");
        }
    }

    /// Writes a batch, and answers; `true` if it is to stop.
    fn take(&mut self, commands: impl Iterator<Item = Command>) -> bool {
        let mut answers = Vec::new();
        let mut stop = false;
        for command in commands {
            match command {
                Command::Write { record, room, answer } => {
                    self.enqueue(&record, room);
                    answers.extend(answer);
                }
                Command::Retry(answer) => answers.push(answer),
                Command::Close(answer) => {
                    stop = true;
                    answers.push(answer);
                }
            }
        }
        let written = self.flush();
        for answer in answers {
            // Who asked may be gone: a cancelled statement.
            let _ = answer.send(match &written {
                Ok(()) => Ok(()),
                Err(error) => Err(io::Error::new(error.kind(), error.to_string())),
            });
        }
        stop
    }

    fn enqueue(&mut self, record: &Record, room: u64) {
        match serde_json::to_string(record) {
            Ok(json) => self.waiting.push_back(Waiting { json, room }),
            // INVARIANT: a record has only strings, numbers and lists of them, which are JSON.
            Err(error) => tracing::error!(%error, "an audit record is not JSON"),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        let written = self.write_waiting();
        self.shared.failed.store(written.is_err(), Ordering::Release);
        if let Err(error) = &written {
            tracing::error!(%error, waiting = self.waiting.len(), "audit records can't be written");
        }
        written
    }

    fn write_waiting(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let mut lines = Vec::new();
        let mut last = self.file.last().to_owned();
        for waiting in &self.waiting {
            last = chain::append(&waiting.json, &last, &mut lines);
        }
        let shared = Arc::clone(&self.shared);
        self.file.append(&lines, last, &mut |length| shared.space().grown(length))?;
        let room = self.waiting.drain(..).map(|waiting| waiting.room).sum();
        self.shared.space().release(room);
        match self.file.rotate_if_grown() {
            Ok(None) => {}
            Ok(Some(space)) => self.shared.space().moved(space),
            // The records are written; the file is just longer than it should be.
            Err(error) => tracing::error!(%error, "the audit file could not be put aside"),
        }
        Ok(())
    }

    fn sync(&mut self) {
        if let Err(error) = self.file.sync() {
            tracing::error!(%error, "the audit file could not be put on the disk");
            self.shared.failed.store(true, Ordering::Release);
        }
    }
}
