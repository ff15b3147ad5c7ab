//! Secrets: named by where they are, never written out, never printed.

use guard::document::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// The environment, as a map, so that tests can pass their own.
pub type Environment = BTreeMap<String, String>;

/// The bytes of a secret. Its `Debug` shows nothing of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Arc<[u8]>);

impl Secret {
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        Self(Arc::from(bytes))
    }

    /// The secret itself, for the one place that uses it.
    #[must_use]
    pub fn reveal(&self) -> &Arc<[u8]> {
        &self.0
    }

    /// The secret as text, if it is text.
    #[must_use]
    pub fn reveal_text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Where secrets come from while a file is read.
#[derive(Debug)]
pub(super) struct Vault<'a> {
    pub(super) base: &'a Path,
    pub(super) environment: &'a Environment,
}

impl Vault<'_> {
    /// `{ env = "NAME" }` or `{ file = "path" }`; one line break at a file's end is not part of the secret.
    pub(super) fn secret(&self, value: &Value<'_>) -> Option<Secret> {
        if !value.is_section() {
            value.problem(
                format!("\"{}\" is a secret, and is written out", value.key()),
                Some("{ env = \"NAME\" } or { file = \"path\" }".to_owned()),
            );
            return None;
        }
        value.section(|section| match (section.value("env"), section.value("file")) {
            (Some(env), None) => self.read_environment(&env),
            (None, Some(file)) => self.read_file(&file),
            _ => {
                section.problem(format!("\"{}\" needs one of env and file", value.path()), None);
                None
            }
        })?
    }

    fn read_environment(&self, value: &Value<'_>) -> Option<Secret> {
        let name = value.string()?;
        match self.environment.get(name).filter(|text| !text.is_empty()) {
            Some(text) => Some(Secret::new(text.as_bytes())),
            None => {
                value.problem(format!("the environment has no \"{name}\", or it is empty"), None);
                None
            }
        }
    }

    fn read_file(&self, value: &Value<'_>) -> Option<Secret> {
        let path = self.base.join(value.string()?);
        match std::fs::read(&path) {
            Ok(bytes) => {
                let bytes = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
                let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
                if bytes.is_empty() {
                    value.problem(format!("\"{}\" is empty", path.display()), None);
                    return None;
                }
                Some(Secret::new(bytes))
            }
            Err(error) => {
                value.problem(format!("\"{}\" can't be read: {error}", path.display()), None);
                None
            }
        }
    }
}
