//! Where rows go, and how: a file, standard output, an envelope around them.

use super::envelope::{Envelope, Question};
use crate::cli::reading::Rows;
use crate::cli::{FILE_LIMIT, Failure, say};
use crate::export::{Export as Writer, ExportError, Format, Target};
use crate::types::Display;
use clap::{Args, ValueEnum};
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// What becomes of the rows.
#[derive(Debug, Args)]
pub(in crate::cli) struct Delivery {
    /// The file to write, in the format of its ending: .csv, .ndjson, .jsonl, .parquet, .arrow. Standard output if left out
    #[arg(long, short, value_name = "FILE", value_parser = known_ending)]
    pub output: Option<PathBuf>,
    /// json: an envelope that tells what was asked and found; without --output the records are in it
    #[arg(long, value_enum, default_value_t = Report::Human)]
    pub format: Report,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Report {
    Human,
    Json,
}

/// What is wrong with the file's name is told before anything runs.
fn known_ending(path: &str) -> Result<PathBuf, ExportError> {
    let path = PathBuf::from(path);
    Format::of(&path).map(|_| path)
}

impl Delivery {
    fn written(&self) -> Result<Format, ExportError> {
        match (&self.output, self.format) {
            (Some(path), _) => Format::of(path),
            (None, Report::Human) => Ok(Format::Csv),
            (None, Report::Json) => Ok(Format::JsonItems),
        }
    }

    /// Carries the rows from the statement to the file.
    pub async fn deliver(&self, mut rows: Rows, question: Question<'_>, limit: Option<u64>) -> Result<(), Failure> {
        let format = self.written().map_err(Failure::new)?;
        let mut envelope = Envelope::new(question, &rows);
        let target = match &self.output {
            Some(path) => Target::file(path).map_err(Failure::new)?,
            None => Target::stdout(),
        };
        if format == Format::JsonItems {
            say(envelope.opening())?;
        }
        let writer = Writer::start(format, rows.columns.clone(), Display::default(), target).map_err(Failure::new)?;
        let mut interrupts = Interrupts::new().map_err(Failure::new)?;
        let count = match pump(&mut rows, &writer, limit.unwrap_or(u64::MAX), &mut interrupts).await {
            Ok(count) => count,
            Err(Stop::Statement(error)) => {
                writer.give_up().await;
                return Err(error);
            }
            Err(Stop::Writer) => {
                let reason = writer.give_up().await.unwrap_or(ExportError::Writer);
                return Err(Failure::new(reason));
            }
        };
        let window = rows.finish().await?;
        let bytes = writer.finish().await.map_err(Failure::new)?;
        envelope.found(count, bytes, &window);
        match (self.format, &self.output) {
            (Report::Json, None) => say(envelope.closing())?,
            (Report::Json, Some(_)) => say(envelope.whole())?,
            (Report::Human, Some(path)) => {
                eprintln!("{} rows, {} in {}", HumanCount(count), HumanBytes(bytes), path.display());
            }
            (Report::Human, None) => {}
        }
        Ok(())
    }
}

/// Why the rows ended early.
enum Stop {
    Statement(Failure),
    Writer,
}

/// What ends an export from outside.
struct Interrupts {
    interrupt: Signal,
    terminate: Signal,
    /// Not an end: without it a file that may not grow any more would end the process, and leave the unfinished file behind.
    _file_limit: Signal,
}

impl Interrupts {
    fn new() -> std::io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            _file_limit: signal(FILE_LIMIT)?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Hands over batches until the end, the limit, or an interrupt; how many rows.
async fn pump(rows: &mut Rows, writer: &Writer, limit: u64, interrupts: &mut Interrupts) -> Result<u64, Stop> {
    let bar = progress();
    let done = carry(rows, writer, limit, interrupts, &bar).await;
    bar.finish_and_clear();
    done
}

async fn carry(
    rows: &mut Rows,
    writer: &Writer,
    limit: u64,
    interrupts: &mut Interrupts,
    bar: &ProgressBar,
) -> Result<u64, Stop> {
    let mut count = 0;
    while count < limit {
        let batch = tokio::select! {
            batch = rows.next() => batch,
            () = interrupts.next() => return Err(Stop::Statement(stopped(rows, interrupts).await)),
        };
        let Some(batch) = batch else { break };
        let batch = batch.map_err(Stop::Statement)?;
        let wanted = usize::try_from(limit - count).unwrap_or(usize::MAX).min(batch.num_rows());
        count += wanted as u64;
        tokio::select! {
            written = writer.write(batch.slice(0, wanted)) => written.map_err(|_| Stop::Writer)?,
            () = interrupts.next() => return Err(Stop::Statement(stopped(rows, interrupts).await)),
        }
        bar.set_position(count);
        bar.set_message(HumanBytes(writer.bytes()).to_string());
    }
    Ok(count)
}

/// Asks the statement to end, and waits for what it says; a second interrupt waits for nothing.
async fn stopped(rows: &mut Rows, interrupts: &mut Interrupts) -> Failure {
    let end = async {
        rows.cancel().await;
        loop {
            match rows.next().await {
                Some(Ok(_)) => {}
                Some(Err(failure)) => return failure,
                None => return Failure::new("interrupted"),
            }
        }
    };
    tokio::select! {
        failure = end => failure,
        () = interrupts.next() => Failure::new("interrupted"),
    }
}

fn progress() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} rows, {msg}, {per_sec}, {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
