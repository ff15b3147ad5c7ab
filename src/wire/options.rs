//! The start-up packet: its parameters, and the command line in its `options`.
//!
//! Comes in: the packet's bytes after its length. Goes out: what it asks for, or a refusal. Must never: cut a name, take one of two answers.

use super::frontend::utf8;
use crate::error::{SqlError, SqlResult};
use guard::SqlState;

/// What a first packet asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum FirstPacket {
    Ssl,
    Gss,
    Cancel { pid: i32, key: Vec<u8> },
    Startup(Startup),
}

/// What a client starts a session with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Startup {
    /// Of protocol 3.
    pub minor: u16,
    pub user: String,
    pub database: Option<String>,
    /// In order, `options` taken apart; the later one wins.
    pub settings: Vec<(String, String)>,
    /// `_pq_.` options, none of which there is.
    pub unknown_options: Vec<String>,
}

fn violation(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::PROTOCOL_VIOLATION, message).rule("protocol")
}

/// Reads the packet.
///
/// # Errors
/// 08P01 for what is not as the protocol says, 0A000 for another version or replication, 28000 without a user.
pub fn first_packet(body: &[u8]) -> SqlResult<FirstPacket> {
    let Some((version, rest)) = body.split_first_chunk::<4>() else {
        return Err(violation("invalid length of startup packet"));
    };
    let version = u32::from_be_bytes(*version);
    match (version >> 16, version & 0xffff) {
        (1234, 5679) if rest.is_empty() => Ok(FirstPacket::Ssl),
        (1234, 5680) if rest.is_empty() => Ok(FirstPacket::Gss),
        (1234, 5678) => cancel(rest),
        (3, minor) => startup(u16::try_from(minor).unwrap_or(u16::MAX), rest).map(FirstPacket::Startup),
        (1234, 5679 | 5680) => Err(violation("invalid length of startup packet")),
        (major, minor) => Err(SqlError::new(
            SqlState::FEATURE_NOT_SUPPORTED,
            format!("unsupported frontend protocol {major}.{minor}: server supports 3.0 to 3.2"),
        )
        .rule("protocol")),
    }
}

fn cancel(rest: &[u8]) -> SqlResult<FirstPacket> {
    match rest.split_first_chunk::<4>() {
        Some((pid, key)) if (4..=256).contains(&key.len()) => {
            Ok(FirstPacket::Cancel { pid: i32::from_be_bytes(*pid), key: key.to_vec() })
        }
        _ => Err(violation("invalid length of cancel request packet")),
    }
}

fn startup(minor: u16, rest: &[u8]) -> SqlResult<Startup> {
    let layout = || violation("invalid startup packet layout: expected terminator as last byte");
    // The packet ends with the empty name; nothing may follow it.
    let Some((0, pairs)) = rest.split_last() else { return Err(layout()) };
    let mut startup = Startup { minor, ..Startup::default() };
    let mut user = None;
    let mut seen: Vec<String> = Vec::new();
    let mut parts = match pairs.split_last() {
        None => [].as_slice(),
        Some((0, inner)) => inner,
        Some(_) => return Err(layout()),
    }
    .split(|byte| *byte == 0);
    if pairs.is_empty() {
        parts.next();
    }
    while let Some(name) = parts.next() {
        let (Some(value), false) = (parts.next(), name.is_empty()) else { return Err(layout()) };
        let (name, value) = (utf8(name)?, utf8(value)?);
        if seen.iter().any(|before| before == name) {
            return Err(violation(format!("startup parameter \"{name}\" was given twice")));
        }
        seen.push(name.to_owned());
        match name {
            "user" => user = Some(value.to_owned()),
            "database" => startup.database = Some(value.to_owned()),
            "replication" => no_replication(value)?,
            "options" => command_line(value, &mut startup.settings)?,
            name if name.starts_with("_pq_.") => startup.unknown_options.push(name.to_owned()),
            name => startup.settings.push((name.to_owned(), value.to_owned())),
        }
    }
    startup.user = user.filter(|user| !user.is_empty()).ok_or_else(|| {
        SqlError::new(
            SqlState::INVALID_AUTHORIZATION_SPECIFICATION,
            "no PostgreSQL user name specified in startup packet",
        )
    })?;
    Ok(startup)
}

/// `replication=false` is what some clients send to say no.
fn no_replication(value: &str) -> SqlResult<()> {
    match crate::session::settings::value::boolean(value) {
        Some(false) => Ok(()),
        _ => Err(SqlError::unsupported("replication connections are not supported").rule("replication")),
    }
}

/// `-c a=b --since=7d -cc=d`; a backslash takes the next character as it is.
fn command_line(text: &str, settings: &mut Vec<(String, String)>) -> SqlResult<()> {
    let mut words = words(text).into_iter();
    while let Some(word) = words.next() {
        let setting = match (word.strip_prefix("--"), word.strip_prefix("-c")) {
            (Some(long), _) => long.to_owned(),
            (None, Some("")) => words.next().unwrap_or_default(),
            (None, Some(short)) => short.to_owned(),
            (None, None) => return Err(invalid_argument(&word)),
        };
        let Some((name, value)) = setting.split_once('=').filter(|(name, _)| !name.is_empty()) else {
            return Err(invalid_argument(&word));
        };
        settings.push((name.replace('-', "_"), value.to_owned()));
    }
    Ok(())
}

fn invalid_argument(word: &str) -> SqlError {
    SqlError::new(SqlState::SYNTAX_ERROR, format!("invalid command-line argument for server process: {word}"))
        .hint("Only \"-c name=value\" and \"--name=value\" are supported.")
}

/// Split at white space that no backslash protects.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = None::<String>;
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => word.get_or_insert_default().extend(characters.next()),
            c if c.is_ascii_whitespace() => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packet(pairs: &[(&str, &str)]) -> Vec<u8> {
        let mut body = 0x0003_0000_u32.to_be_bytes().to_vec();
        for (name, value) in pairs {
            body.extend(name.bytes().chain([0]).chain(value.bytes()).chain([0]));
        }
        body.push(0);
        body
    }

    fn code(body: &[u8]) -> &'static str {
        first_packet(body).unwrap_err().sqlstate().code()
    }

    #[test]
    fn options_are_split_as_postgresql_splits_them() {
        let options = r"-c search_path=exp --since=7d -cgeqo=off -c application_name=a\ b\\c --statement-timeout=5s";
        let FirstPacket::Startup(startup) = first_packet(&packet(&[("user", "a"), ("options", options)])).unwrap()
        else {
            panic!("a start-up packet");
        };
        let settings: Vec<String> = startup.settings.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(
            settings,
            ["search_path=exp", "since=7d", "geqo=off", r"application_name=a b\c", "statement_timeout=5s"]
        );
    }

    #[test]
    fn a_user_named_twice_is_refused() {
        assert_eq!(code(&packet(&[("user", "a"), ("user", "b")])), "08P01");
    }

    #[test]
    fn a_packet_without_user_or_end_is_refused() {
        assert_eq!(code(&packet(&[("database", "tollgate")])), "28000");
        assert_eq!(code(&packet(&[])), "28000");
        let mut cut = packet(&[("user", "a")]);
        cut.pop();
        assert_eq!(code(&cut), "08P01");
        let mut trailing = packet(&[("user", "a")]);
        trailing.extend(b"x\0y\0\0");
        assert_eq!(code(&trailing), "08P01");
        assert_eq!(code(&[0, 3]), "08P01");
    }

    #[test]
    fn replication_is_refused_and_its_absence_is_not() {
        assert_eq!(code(&packet(&[("user", "a"), ("replication", "database")])), "0A000");
        assert_eq!(code(&packet(&[("user", "a"), ("replication", "true")])), "0A000");
        assert!(first_packet(&packet(&[("user", "a"), ("replication", "false")])).is_ok());
    }

    #[test]
    fn negotiations_and_cancels_are_told_apart() {
        let word = |code: u32| ((1234 << 16) | code).to_be_bytes().to_vec();
        assert_eq!(first_packet(&word(5679)).unwrap(), FirstPacket::Ssl);
        assert_eq!(first_packet(&word(5680)).unwrap(), FirstPacket::Gss);
        let cancel = [word(5678), vec![0, 0, 0, 7, 1, 2, 3, 4]].concat();
        assert_eq!(first_packet(&cancel).unwrap(), FirstPacket::Cancel { pid: 7, key: vec![1, 2, 3, 4] });
        assert_eq!(code(&[word(5678), vec![0, 0, 0, 7]].concat()), "08P01");
        assert_eq!(code(&0x0002_0000_u32.to_be_bytes()), "0A000");
    }
}
