//! Where an export goes: a file that appears when it is whole, or standard output.

use super::ExportError;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const BUFFER: usize = 1 << 20;
/// Names that are tried for the unfinished file.
const NAMES: u32 = 100;

/// A counted stream of bytes.
pub struct Target {
    out: BufWriter<Box<dyn Write + Send>>,
    bytes: Arc<AtomicU64>,
    file: Option<Unfinished>,
}

impl std::fmt::Debug for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Target").field("bytes", &self.bytes).field("file", &self.file).finish_non_exhaustive()
    }
}

/// A file beside the one that it will replace; gone when it is dropped before that.
#[derive(Debug)]
struct Unfinished {
    file: File,
    beside: PathBuf,
    path: PathBuf,
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the rename there is nothing left to remove.
        let _ = std::fs::remove_file(&self.beside);
    }
}

impl Target {
    #[must_use]
    pub fn stdout() -> Self {
        Self::over(Box::new(std::io::stdout()), None)
    }

    /// A file, or what a link points at. What is there and is no file (a pipe, a device) is written to as it is.
    ///
    /// # Errors
    /// If nothing can be written beside it.
    pub fn file(path: &Path) -> Result<Self, ExportError> {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let fails = |source| ExportError::File { path: path.clone(), source };
        let there = std::fs::metadata(&path).ok();
        if there.as_ref().is_some_and(|there| !there.is_file()) {
            let out = OpenOptions::new().write(true).open(&path).map_err(fails)?;
            return Ok(Self::over(Box::new(out), None));
        }
        if there.as_ref().is_some_and(|there| there.permissions().readonly()) {
            return Err(fails(std::io::Error::other("it is there already, and may not be written")));
        }
        let (file, beside) = beside(&path).map_err(fails)?;
        let unfinished = Unfinished { file, beside, path: path.clone() };
        if let Some(there) = there {
            // Who may read the old one may read the new one, and nobody else.
            unfinished.file.set_permissions(there.permissions()).map_err(fails)?;
        }
        let out = unfinished.file.try_clone().map_err(fails)?;
        Ok(Self::over(Box::new(out), Some(unfinished)))
    }

    fn over(out: Box<dyn Write + Send>, file: Option<Unfinished>) -> Self {
        Self { out: BufWriter::with_capacity(BUFFER, out), bytes: Arc::default(), file }
    }

    /// The bytes so far, for whoever shows progress.
    pub(super) fn counter(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.bytes)
    }

    /// Appends.
    ///
    /// # Errors
    /// A full disk, a closed pipe.
    pub(super) fn put(&mut self, bytes: &[u8]) -> Result<(), ExportError> {
        self.write_all(bytes).map_err(|source| self.failure(source))
    }

    fn failure(&self, source: std::io::Error) -> ExportError {
        let path = self.file.as_ref().map_or_else(|| PathBuf::from("standard output"), |file| file.path.clone());
        ExportError::File { path, source }
    }

    /// Makes it last: the file is on the disk and in its place. The bytes written.
    pub(super) fn keep(mut self) -> Result<u64, ExportError> {
        self.out.flush().map_err(|source| self.failure(source))?;
        if let Some(unfinished) = &self.file {
            unfinished.file.sync_all().map_err(|source| self.failure(source))?;
            std::fs::rename(&unfinished.beside, &unfinished.path).map_err(|source| self.failure(source))?;
        }
        Ok(self.bytes.load(Ordering::Relaxed))
    }
}

/// A new file in the same folder, never one that is there already, or that a link of that name points at.
fn beside(path: &Path) -> std::io::Result<(File, PathBuf)> {
    let name = path.file_name().ok_or_else(|| std::io::Error::other("not a file's name"))?;
    let mut number = 0;
    loop {
        let beside = path.with_file_name(format!(".{}.{}.{number}", name.to_string_lossy(), std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < NAMES => number += 1,
            opened => return opened.map(|file| (file, beside)),
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes.fetch_add(written as u64, Ordering::Relaxed);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}
