//! The chain of hashes, written and verified.

use sha2::{Digest, Sha256};
use std::io::{self, BufRead};

/// What the first record of all has before it.
pub(super) const FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";
const HASH_LENGTH: usize = 64;
const HASH_MEMBER: &str = ",\"hash\":\"";
const PREV_MEMBER: &str = ",\"prev\":\"";

/// Appends a record's line to `out` and answers its hash. `json` is the record's object, without `prev` and `hash`.
pub(super) fn append(json: &str, prev: &str, out: &mut Vec<u8>) -> String {
    let body = json.strip_suffix('}').unwrap_or(json);
    let start = out.len();
    for part in [body, PREV_MEMBER, prev, "\""] {
        out.extend_from_slice(part.as_bytes());
    }
    let hash = hash_of(out.get(start..).unwrap_or_default());
    for part in [HASH_MEMBER, &hash, "\"}\n"] {
        out.extend_from_slice(part.as_bytes());
    }
    hash
}

fn hash_of(body: &[u8]) -> String {
    let mut digest = Sha256::new();
    digest.update(body);
    digest.update(b"}");
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A line's own hash and the one before it, if the line's bytes are what the hash says.
pub(super) fn read(line: &str) -> Option<(&str, &str)> {
    let (body, tail) = line.split_at_checked(line.len().checked_sub(HASH_MEMBER.len() + HASH_LENGTH + 2)?)?;
    let hash = tail.strip_prefix(HASH_MEMBER)?.strip_suffix("\"}")?;
    let prev = body.strip_suffix('"')?;
    let prev = prev.get(prev.len().checked_sub(HASH_LENGTH)?..)?;
    let ends_with_prev = body.ends_with(&format!("{PREV_MEMBER}{prev}\""));
    (ends_with_prev && hash_of(body.as_bytes()) == hash).then_some((prev, hash))
}

/// What a whole file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub records: u64,
    /// The hash that the first record follows; zeros where the chain starts.
    pub follows: String,
    /// The last record's hash.
    pub last: String,
}

/// Where a chain breaks.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    #[error("line {line}: the record was changed")]
    Changed { line: u64 },
    #[error("line {line}: the record before it is missing or was changed")]
    Gap { line: u64 },
    #[error("line {line}: the record is cut off")]
    CutOff { line: u64 },
    #[error("{0}")]
    Unreadable(#[from] io::Error),
}

/// Follows the chain through a file. `follows`: the hash that it must go on from, if known.
///
/// # Errors
/// The first line that does not fit.
pub fn verify(mut file: impl BufRead, follows: Option<&str>) -> Result<Verified, Broken> {
    let mut verified = Verified { records: 0, follows: follows.unwrap_or(FIRST).to_owned(), last: String::new() };
    let mut expected = follows.map(str::to_owned);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if file.read_until(b'\n', &mut bytes)? == 0 {
            verified.last = expected.unwrap_or_else(|| FIRST.to_owned());
            return Ok(verified);
        }
        let line = verified.records + 1;
        let text = bytes.strip_suffix(b"\n").ok_or(Broken::CutOff { line })?;
        let text = std::str::from_utf8(text).map_err(|_| Broken::Changed { line })?;
        let (prev, hash) = read(text).ok_or(Broken::Changed { line })?;
        match &expected {
            Some(expected) if expected != prev => return Err(Broken::Gap { line }),
            Some(_) => {}
            None => prev.clone_into(&mut verified.follows),
        }
        expected = Some(hash.to_owned());
        verified.records = line;
    }
}
