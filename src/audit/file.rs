//! The file behind the log: opened and locked, room reserved ahead, cut back after a failed write, put aside when it has grown.

use super::chain;
use crate::config::{self, Audit, AuditSync};
use chrono::Utc;
use rustix::fs::{FallocateFlags, fallocate};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Reserved at least at a time, so that not every statement asks the file system.
const AHEAD: u64 = 1 << 20;
/// A record is never longer; what follows the last line break within it is a cut-off record.
const LONGEST_RECORD: u64 = 64 << 20;

/// Room on the disk for the records of statements under way.
#[derive(Debug)]
pub(super) struct Space {
    /// `None` where the file system reserves nothing.
    file: Option<Arc<File>>,
    length: u64,
    allocated: u64,
    outstanding: u64,
}

impl Space {
    fn unreserved() -> Self {
        Self { file: None, length: 0, allocated: 0, outstanding: 0 }
    }

    fn over(file: &Arc<File>, length: u64) -> Self {
        Self { file: Some(Arc::clone(file)), length, allocated: length, outstanding: 0 }
    }

    /// Makes room for one more record.
    pub(super) fn reserve(&mut self, room: u64) -> io::Result<()> {
        let wanted = self.outstanding.saturating_add(room);
        if let Some(file) = &self.file
            && self.length.saturating_add(wanted) > self.allocated
        {
            let ask = |bytes: u64| fallocate(file.as_ref(), FallocateFlags::KEEP_SIZE, self.length, bytes);
            // Near the end of a disk there may be room for this record and not for more.
            let reserved = ask(wanted + AHEAD).map(|()| wanted + AHEAD).or_else(|_| ask(wanted).map(|()| wanted));
            match reserved {
                Ok(bytes) => self.allocated = self.length + bytes,
                Err(rustix::io::Errno::OPNOTSUPP | rustix::io::Errno::NOSYS) => self.file = None,
                Err(error) => return Err(error.into()),
            }
        }
        self.outstanding = wanted;
        Ok(())
    }

    /// The records are written, or given up with their room kept by the writer.
    pub(super) fn release(&mut self, room: u64) {
        self.outstanding = self.outstanding.saturating_sub(room);
    }
}

/// Where the writer writes.
#[derive(Debug)]
pub(super) enum AuditFile {
    Stdout { last: String },
    Path(PathFile),
}

#[derive(Debug)]
pub(super) struct PathFile {
    path: PathBuf,
    file: Arc<File>,
    /// A regular file, which can be cut back and put aside.
    regular: bool,
    length: u64,
    last: String,
    sync: AuditSync,
    rotate: Option<u64>,
    unsynced: bool,
}

impl AuditFile {
    /// Opens for appending; the last record must verify, and nobody else may be writing.
    pub(super) fn open(config: &Audit) -> io::Result<(Self, Space)> {
        match &config.file {
            config::AuditFile::Stdout => Ok((Self::Stdout { last: chain::FIRST.to_owned() }, Space::unreserved())),
            config::AuditFile::Path(path) => {
                let file = PathFile::open(path, config)?;
                let space = if file.regular { Space::over(&file.file, file.length) } else { Space::unreserved() };
                Ok((Self::Path(file), space))
            }
        }
    }

    /// The hash of the last record written.
    pub(super) fn last(&self) -> &str {
        match self {
            Self::Stdout { last } | Self::Path(PathFile { last, .. }) => last,
        }
    }

    /// Appends whole records, the last of which has the hash `last`: all of them, or none.
    pub(super) fn append(&mut self, lines: &[u8], last: String, space: &mut impl FnMut(u64)) -> io::Result<()> {
        match self {
            Self::Stdout { last: known } => {
                let mut out = io::stdout().lock();
                out.write_all(lines)?;
                out.flush()?;
                *known = last;
                Ok(())
            }
            Self::Path(file) => {
                file.append(lines)?;
                file.last = last;
                space(file.length);
                Ok(())
            }
        }
    }

    /// Puts the file aside if it has grown enough; the new one's room is reserved afresh.
    pub(super) fn rotate_if_grown(&mut self) -> io::Result<Option<Space>> {
        match self {
            Self::Path(file) if file.rotate.is_some_and(|limit| file.regular && file.length >= limit) => {
                file.rotate().map(Some)
            }
            Self::Stdout { .. } | Self::Path(_) => Ok(None),
        }
    }

    /// Puts what was written on the disk, where the configuration wants that within a second.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        match self {
            Self::Path(file) if file.unsynced && file.sync != AuditSync::Never => {
                file.file.sync_data()?;
                file.unsynced = false;
                Ok(())
            }
            Self::Stdout { .. } | Self::Path(_) => Ok(()),
        }
    }

    /// Gives the reserved room back.
    pub(super) fn close(&mut self) -> io::Result<()> {
        match self {
            Self::Path(file) if file.regular => {
                file.file.set_len(file.length)?;
                file.file.sync_all()
            }
            Self::Stdout { .. } | Self::Path(_) => Ok(()),
        }
    }
}

impl PathFile {
    fn open(path: &Path, config: &Audit) -> io::Result<Self> {
        let file = open_locked(path)?;
        let about = file.metadata()?;
        let regular = about.is_file();
        let (length, last) = if regular { resume(&file, path)? } else { (0, chain::FIRST.to_owned()) };
        let (sync, rotate) = (config.sync, config.rotate);
        let path = path.to_path_buf();
        Ok(Self { path, file: Arc::new(file), regular, length, last, sync, rotate, unsynced: false })
    }

    fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        let written = self.file.as_ref().write_all(lines).and_then(|()| match self.sync {
            AuditSync::Always if self.regular => self.file.sync_data(),
            AuditSync::Always | AuditSync::Interval | AuditSync::Never => Ok(()),
        });
        if let Err(error) = written {
            // Half a record must not stay: the next one would be read as its end.
            if self.regular {
                self.file.set_len(self.length)?;
            }
            return Err(error);
        }
        self.length += lines.len() as u64;
        self.unsynced = self.regular && self.sync == AuditSync::Interval;
        Ok(())
    }

    fn rotate(&mut self) -> io::Result<Space> {
        self.file.set_len(self.length)?;
        self.file.sync_all()?;
        std::fs::rename(&self.path, aside(&self.path))?;
        self.file = Arc::new(open_locked(&self.path)?);
        self.length = 0;
        self.unsynced = false;
        Ok(Space::over(&self.file, 0))
    }
}

fn open_locked(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).read(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    // What is no file (`/dev/null`, a pipe) keeps no chain that a second writer could break.
    if !file.metadata()?.is_file() {
        return Ok(file);
    }
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(io::Error::other("another gateway is writing it")),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// `audit.ndjson.20261121T093000.000000Z`: names sort by age. With a number if there is one of that name.
fn aside(path: &Path) -> PathBuf {
    let stamp = Utc::now().format("%Y%m%dT%H%M%S%.6fZ");
    let base = format!("{}.{stamp}", path.display());
    let numbered = (1..).map(|number| PathBuf::from(format!("{base}.{number}")));
    std::iter::once(PathBuf::from(&base)).chain(numbered).find(|path| !path.exists()).unwrap_or_else(|| base.into())
}

/// The file's length and its last record's hash. A record that was cut off when the machine stopped was never confirmed, and is taken off.
fn resume(mut file: &File, path: &Path) -> io::Result<(u64, String)> {
    let length = file.metadata()?.len();
    let start = length.saturating_sub(LONGEST_RECORD);
    file.seek(SeekFrom::Start(start))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    let Some(end) = tail.iter().rposition(|byte| *byte == b'\n') else {
        if start > 0 {
            return Err(io::Error::other("it is not an audit file: it has no lines"));
        }
        file.set_len(0)?;
        return Ok((0, chain::FIRST.to_owned()));
    };
    let whole = start + end as u64 + 1;
    if whole < length {
        tracing::warn!(file = %path.display(), bytes = length - whole, "a cut-off audit record was taken off");
        file.set_len(whole)?;
    }
    let lines = tail.get(..end).unwrap_or_default();
    let line = lines.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    let last = std::str::from_utf8(line).ok().and_then(chain::read);
    match last {
        Some((_, hash)) => Ok((whole, hash.to_owned())),
        None => Err(io::Error::other("its last record does not verify; move the file away and keep it")),
    }
}

impl Space {
    /// The file is this long now.
    pub(super) fn grown(&mut self, length: u64) {
        self.length = length;
        self.allocated = self.allocated.max(length);
    }

    /// A new file takes the place of the old one; what is under way is still to be written.
    pub(super) fn moved(&mut self, new: Space) {
        let outstanding = self.outstanding;
        *self = new;
        // The next statement reserves for all of them.
        self.outstanding = outstanding;
    }
}
