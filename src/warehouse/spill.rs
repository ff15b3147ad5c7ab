//! Where statements that outgrow their memory put what they sort and group.
//!
//! Comes in: the folder that the configuration names. Goes out: a folder in it for this process alone, in which each statement has its own and takes it away when it ends. Must never: leave the rows of a process
//! that died, or take away those of one that lives.

use std::fs::{DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

const PREFIX: &str = "tollgate-spill-";
const LOCK: &str = "lock";

/// The folder of this process; gone when it is dropped.
#[derive(Debug)]
pub struct SpillDir {
    path: PathBuf,
    /// Locked as long as the process lives, however it ends.
    _lock: File,
}

impl SpillDir {
    /// Makes the folder in `parent`, and clears away what processes that are gone left there.
    ///
    /// # Errors
    /// What the system says.
    pub fn open(parent: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(parent)?;
        sweep(parent)?;
        let path = parent.join(format!("{PREFIX}{}", uuid::Uuid::new_v4()));
        DirBuilder::new().mode(0o700).create(&path)?;
        let lock = File::create(path.join(LOCK))?;
        lock.lock()?;
        Ok(Self { path, _lock: lock })
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for SpillDir {
    fn drop(&mut self) {
        // What can't be taken away now is at the next start.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

fn sweep(parent: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(parent)? {
        let entry = entry?;
        let is_ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        if is_ours && is_abandoned(&entry.path()) {
            // Another process may be at it, too.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
    Ok(())
}

/// Whether the process that made it is gone. One that is just being made has no lock yet, and is left alone.
fn is_abandoned(path: &Path) -> bool {
    File::open(path.join(LOCK)).is_ok_and(|lock| lock.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_the_dead_go_and_those_of_the_living_stay() {
        let parent = tempfile::tempdir().unwrap();
        let living = SpillDir::open(parent.path()).unwrap();
        std::fs::write(living.path().join("rows"), "1").unwrap();
        let dead = parent.path().join(format!("{PREFIX}dead"));
        std::fs::create_dir(&dead).unwrap();
        std::fs::write(dead.join(LOCK), "").unwrap();
        std::fs::write(dead.join("rows"), "1").unwrap();
        let foreign = parent.path().join("foreign");
        std::fs::create_dir(&foreign).unwrap();

        let next = SpillDir::open(parent.path()).unwrap();
        assert!(!dead.exists() && foreign.exists() && living.path().join("rows").exists());
        let path = next.path().to_owned();
        drop(next);
        assert!(!path.exists() && living.path().exists());
    }
}
