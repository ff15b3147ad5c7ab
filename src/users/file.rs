//! Editing the users file: what the file says beside the entry, comments too, stays as it is.

use super::scram;
use std::io::{self, Write};
use std::path::Path;
use toml_edit::{Array, DocumentMut, Item, Table, value};

/// Why an edit was not made.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    #[error("{path}: {source}")]
    File { path: String, source: io::Error },
    #[error("{path}: {source}")]
    Syntax { path: String, source: Box<toml_edit::TomlError> },
    #[error("user \"{0}\" exists already")]
    Exists(String),
    #[error("there is no user \"{0}\"")]
    Missing(String),
    #[error("\"{0}\" can't be a user's name")]
    Name(String),
    #[error("user \"{0}\" needs at least one --role")]
    NoRole(String),
}

/// The users file, opened for an edit.
#[derive(Debug)]
pub struct UsersFile {
    document: DocumentMut,
}

impl UsersFile {
    /// Reads the file; one that is not there yet is empty.
    ///
    /// # Errors
    /// If it can't be read or is not TOML.
    pub fn open(path: &Path) -> Result<Self, EditError> {
        let named = || path.display().to_string();
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => return Err(EditError::File { path: named(), source }),
        };
        let document = text.parse().map_err(|source| EditError::Syntax { path: named(), source: Box::new(source) })?;
        Ok(Self { document })
    }

    /// Adds a user.
    ///
    /// # Errors
    /// If there is one of that name, or no role is given.
    pub fn add(&mut self, name: &str, roles: &[String], verifier: &super::Verifier) -> Result<(), EditError> {
        let plain = !name.is_empty() && name.len() <= 63 && !name.contains(char::is_control) && name.trim() == name;
        if !plain {
            return Err(EditError::Name(name.to_owned()));
        }
        if roles.is_empty() {
            return Err(EditError::NoRole(name.to_owned()));
        }
        if self.entry(name).is_some() {
            return Err(EditError::Exists(name.to_owned()));
        }
        if self.document.get("nonce").is_none() {
            self.document.insert("nonce", value(scram::encode(&scram::random(32))));
        }
        let mut entry = Table::new();
        entry.insert("roles", value(roles.iter().map(String::as_str).collect::<Array>()));
        entry.insert("verifier", value(verifier.to_string()));
        let users = self.document.entry("user").or_insert_with(|| {
            let mut users = Table::new();
            users.set_implicit(true);
            Item::Table(users)
        });
        match users.as_table_like_mut() {
            Some(users) => users.insert(name, Item::Table(entry)),
            None => return Err(EditError::Name("user".to_owned())),
        };
        Ok(())
    }

    /// Gives a user another password, and other roles if any are named.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn change(&mut self, name: &str, roles: &[String], verifier: &super::Verifier) -> Result<(), EditError> {
        let entry = self.entry(name).ok_or_else(|| EditError::Missing(name.to_owned()))?;
        entry.insert("verifier", value(verifier.to_string()));
        if !roles.is_empty() {
            entry.insert("roles", value(roles.iter().map(String::as_str).collect::<Array>()));
        }
        Ok(())
    }

    /// Takes a user out.
    ///
    /// # Errors
    /// If there is no such user.
    pub fn remove(&mut self, name: &str) -> Result<(), EditError> {
        let users = self.document.get_mut("user").and_then(Item::as_table_like_mut);
        users.and_then(|users| users.remove(name)).map(drop).ok_or_else(|| EditError::Missing(name.to_owned()))
    }

    fn entry(&mut self, name: &str) -> Option<&mut dyn toml_edit::TableLike> {
        self.document.get_mut("user")?.as_table_like_mut()?.get_mut(name)?.as_table_like_mut()
    }

    /// Puts the file in its place whole: readers see the old one or the new one. Only its owner can read it.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn save(&self, path: &Path) -> Result<(), EditError> {
        replace(path, self.document.to_string().as_bytes())
            .map_err(|source| EditError::File { path: path.display().to_string(), source })
    }
}

/// Writes beside the file, then renames over it.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link: what it points at is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let name = path.file_name().ok_or_else(|| io::Error::other("not a file's name"))?.to_string_lossy().into_owned();
    let beside = path.with_file_name(format!(".{name}.{}", uuid_like()));
    let written = write_private(&beside, bytes).and_then(|()| std::fs::rename(&beside, &path));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}

fn uuid_like() -> String {
    scram::random(8).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::super::{Users, Verifier};
    use super::*;

    #[test]
    fn an_edit_keeps_comments_and_other_entries() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("users.toml");
        std::fs::write(&path, "# who may log in\n[user.ann] # on leave\nroles = [\"analyst\"]\n").unwrap();
        let mut file = UsersFile::open(&path).unwrap();
        file.add("bob", &["engineer".to_owned(), "analyst".to_owned()], &Verifier::of_password("one")).unwrap();
        file.change("ann", &[], &Verifier::of_password("two")).unwrap();
        file.save(&path).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("# who may log in") && text.contains("# on leave"), "{text}");
        let users = Users::read("users.toml", &text).unwrap();
        assert!(users.find("bob").unwrap().verifier.as_ref().unwrap().fits("one"));
        assert_eq!(users.find("bob").unwrap().start_role().unwrap().0, "engineer");
        assert!(users.find("ann").unwrap().verifier.as_ref().unwrap().fits("two"));
    }

    #[test]
    fn only_the_owner_reads_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("users.toml");
        std::fs::write(&path, "").unwrap();
        UsersFile::open(&path).unwrap().save(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn names_are_checked_against_what_is_there() {
        let dir = tempfile::tempdir().unwrap();
        let mut file = UsersFile::open(&dir.path().join("users.toml")).unwrap();
        let (roles, verifier) = (["r".to_owned()], Verifier::of_password("x"));
        file.add("ann", &roles, &verifier).unwrap();
        assert!(matches!(file.add("ann", &roles, &verifier), Err(EditError::Exists(_))));
        assert!(matches!(file.add("bob", &[], &verifier), Err(EditError::NoRole(_))));
        assert!(matches!(file.add("a\nb", &roles, &verifier), Err(EditError::Name(_))));
        assert!(matches!(file.change("eve", &roles, &verifier), Err(EditError::Missing(_))));
        file.remove("ann").unwrap();
        assert!(matches!(file.remove("ann"), Err(EditError::Missing(_))));
    }
}
