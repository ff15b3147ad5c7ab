//! SCRAM-SHA-256 verifiers in PostgreSQL's form: `SCRAM-SHA-256$4096:salt$StoredKey:ServerKey`, each part in base64 (RFC 5802, RFC 7677).

use aws_lc_rs::{constant_time, digest, hmac, pbkdf2, rand};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;
use std::num::NonZeroU32;

/// As many as PostgreSQL takes.
const ITERATIONS: u32 = 4096;
const SALT_BYTES: usize = 16;
const KEY_BYTES: usize = 32;

/// What proves a password without being one.
#[derive(Clone, PartialEq, Eq)]
pub struct Verifier {
    pub iterations: u32,
    pub salt: Vec<u8>,
    pub stored_key: [u8; KEY_BYTES],
    pub server_key: [u8; KEY_BYTES],
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Verifier(…)")
    }
}

impl fmt::Display for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [salt, stored, server] =
            [&self.salt[..], &self.stored_key[..], &self.server_key[..]].map(|part| STANDARD.encode(part));
        write!(f, "SCRAM-SHA-256${}:{salt}${stored}:{server}", self.iterations)
    }
}

impl Verifier {
    /// Reads PostgreSQL's form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once('$')?;
        let (iterations, rest) = rest.split_once(':')?;
        let (salt, keys) = rest.split_once('$')?;
        let (stored, server) = keys.split_once(':')?;
        let iterations: u32 = iterations.parse().ok().filter(|count| *count > 0)?;
        let salt = decode(salt).filter(|salt| !salt.is_empty())?;
        let key = |text| decode(text).and_then(|bytes| <[u8; KEY_BYTES]>::try_from(bytes).ok());
        (scheme == "SCRAM-SHA-256").then_some(())?;
        Some(Self { iterations, salt, stored_key: key(stored)?, server_key: key(server)? })
    }

    /// Of no password: what stands in an entry while its password is asked for.
    #[must_use]
    pub fn placeholder() -> Self {
        mock(&random(KEY_BYTES), "")
    }

    /// A verifier of a password, with a salt of its own.
    #[must_use]
    pub fn of_password(password: &str) -> Self {
        Self::derive(password, random(SALT_BYTES), ITERATIONS)
    }

    /// Whether it was made of this password.
    #[must_use]
    pub fn fits(&self, password: &str) -> bool {
        let other = Self::derive(password, self.salt.clone(), self.iterations);
        constant_time::verify_slices_are_equal(&other.stored_key, &self.stored_key).is_ok()
    }

    fn derive(password: &str, salt: Vec<u8>, iterations: u32) -> Self {
        // As PostgreSQL does: what SASLprep refuses is taken as it is.
        let prepared = stringprep::saslprep(password).unwrap_or(password.into());
        let mut salted = [0; KEY_BYTES];
        let rounds = NonZeroU32::new(iterations).unwrap_or(NonZeroU32::MIN);
        pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, rounds, &salt, prepared.as_bytes(), &mut salted);
        let client_key = sign(&salted, b"Client Key");
        let stored_key = bytes(digest::digest(&digest::SHA256, &client_key).as_ref());
        Self { iterations, salt, stored_key, server_key: sign(&salted, b"Server Key") }
    }
}

/// A verifier for a name that has none: always the same for a name, and of no password.
pub(super) fn mock(nonce: &[u8], name: &str) -> Verifier {
    let part = |what: &str| sign(nonce, format!("{what}:{name}").as_bytes());
    Verifier {
        iterations: ITERATIONS,
        salt: part("salt").iter().copied().take(SALT_BYTES).collect(),
        stored_key: part("stored"),
        server_key: part("server"),
    }
}

/// Base64 to bytes.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Bytes to base64.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Bytes that nobody can guess.
#[must_use]
#[expect(clippy::expect_used, reason = "without randomness there is no safe way to go on")]
pub fn random(count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    rand::fill(&mut bytes).expect("the operating system has no randomness");
    bytes
}

fn sign(key: &[u8], message: &[u8]) -> [u8; KEY_BYTES] {
    bytes(hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), message).as_ref())
}

fn bytes(slice: &[u8]) -> [u8; KEY_BYTES] {
    let mut array = [0; KEY_BYTES];
    array.iter_mut().zip(slice).for_each(|(to, from)| *to = *from);
    array
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made by PostgreSQL 15: `CREATE ROLE x PASSWORD 'pencil'`, then `SELECT rolpassword FROM pg_authid`.
    const FROM_POSTGRESQL: &str = "SCRAM-SHA-256$4096:l9B6/ixsfspF3uRVp/QFZA==$JgXc6W7JewvHVNCMy3cWAtGi99rOOxw+471snuYtfRk=:SgDeYRNigUGa0dYPAP4BoxrS9QgxwBmGKYCxgLoNnQk=";

    #[test]
    fn postgresqls_verifier_fits_its_password() {
        let verifier = Verifier::parse(FROM_POSTGRESQL).unwrap();
        assert!(verifier.fits("pencil"));
        assert!(!verifier.fits("pencils"));
        assert_eq!(verifier.to_string(), FROM_POSTGRESQL);
    }

    #[test]
    fn what_is_no_verifier_does_not_parse() {
        for text in [
            "",
            "md5abc",
            "SCRAM-SHA-256$0:AAAA$AAAA:AAAA",
            "SCRAM-SHA-1$4096:AAAA$AAAA:AAAA",
            "SCRAM-SHA-256$4096:$AAAA:AAAA",
        ] {
            assert_eq!(Verifier::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_password_is_prepared_by_saslprep() {
        // U+00AD is mapped to nothing, U+2168 to "IX".
        let verifier = Verifier::of_password("I\u{ad}X");
        assert!(verifier.fits("IX") && verifier.fits("\u{2168}"));
    }

    #[test]
    fn two_verifiers_of_one_password_differ() {
        assert_ne!(Verifier::of_password("x"), Verifier::of_password("x"));
    }
}
