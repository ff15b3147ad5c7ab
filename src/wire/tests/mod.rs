//! Whole conversations over in-memory streams: no port, no sleep.
//!
//! `tests/wire/*.pt` are text: `>` lines are frames for the server, `<` lines what it answers, a blank line ends a turn. `TOLLGATE_REWRITE=1` writes the answers down anew.

mod client;
mod double;
mod limits;
mod login;
mod tls;

use bytes::{BufMut, BytesMut};
use client::{Client, frame, server, session};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The frame that a `>` line describes.
fn described(line: &str) -> BytesMut {
    let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
    let mut body = BytesMut::new();
    let mut words = rest.split(' ');
    let name = |word: Option<&str>| format!("{}\0", word.filter(|word| *word != "-").unwrap_or(""));
    let numbers = |word: Option<&str>| -> Vec<u32> {
        let word = word.filter(|word| *word != "-").unwrap_or("");
        word.split(',').filter(|part| !part.is_empty()).map(|part| part.parse().unwrap()).collect()
    };
    match kind {
        "Query" => {
            body.put_slice(format!("{}\0", rest.replace("\\n", "\n")).as_bytes());
            frame(b'Q', &body)
        }
        "Parse" => {
            let (statement, types) = (name(words.next()), numbers(words.next()));
            let text = words.collect::<Vec<_>>().join(" ");
            body.put_slice(format!("{statement}{text}\0").as_bytes());
            body.put_u16(types.len() as u16);
            types.iter().for_each(|oid| body.put_u32(*oid));
            frame(b'P', &body)
        }
        "Bind" => {
            body.put_slice((name(words.next()) + &name(words.next())).as_bytes());
            let (formats, results) = (numbers(words.next()), numbers(words.next()));
            body.put_u16(formats.len() as u16);
            formats.iter().for_each(|format| body.put_u16(*format as u16));
            let values: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
            body.put_u16(values.len() as u16);
            for value in values {
                let bytes = match value.strip_prefix("\\x") {
                    Some(hex) => bytes_of(hex),
                    None => value.as_bytes().to_vec(),
                };
                if value == "NULL" {
                    body.put_i32(-1);
                } else {
                    body.put_u32(bytes.len() as u32);
                    body.put_slice(&bytes);
                }
            }
            body.put_u16(results.len() as u16);
            results.iter().for_each(|format| body.put_u16(*format as u16));
            frame(b'B', &body)
        }
        "Describe" | "Close" => {
            body.put_slice(words.next().unwrap().as_bytes());
            body.put_slice(name(words.next()).as_bytes());
            frame(if kind == "Close" { b'C' } else { b'D' }, &body)
        }
        "Execute" => {
            body.put_slice(name(words.next()).as_bytes());
            body.put_u32(words.next().map_or(0, |limit| limit.parse().unwrap()));
            frame(b'E', &body)
        }
        "Sync" => frame(b'S', &[]),
        "Flush" => frame(b'H', &[]),
        "Raw" => {
            let tag = words.next().unwrap().as_bytes()[0];
            frame(tag, &bytes_of(words.next().unwrap_or("")))
        }
        other => panic!("no such frame: {other}"),
    }
}

fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect()
}

/// Holds the conversation in `path`; what it should look like.
async fn hold(path: &Path) -> (String, String) {
    let text = std::fs::read_to_string(path).unwrap();
    let (server, _) = server();
    let mut client: Client = session(&server).await;
    let mut heard = String::new();
    for turn in text.split_inclusive("\n\n") {
        let said: Vec<&str> = turn.lines().filter_map(|line| line.strip_prefix("> ")).collect();
        let expected = turn.lines().filter(|line| line.starts_with("< ")).count();
        for line in turn.lines().filter(|line| !line.starts_with("< ") && !line.is_empty()) {
            writeln!(heard, "{line}").unwrap();
        }
        let mut turns = 0;
        for line in &said {
            client.send(&described(line)).await;
            turns += usize::from(
                line.starts_with("Query")
                    || line.starts_with("Sync")
                    || line.starts_with("Raw F")
                    || line.starts_with("Raw S"),
            );
        }
        if turns == 0 {
            for _ in 0..expected {
                writeln!(heard, "< {}", client.line().await).unwrap();
            }
        }
        for _ in 0..turns {
            for line in client.lines().await {
                writeln!(heard, "< {line}").unwrap();
            }
        }
        if turn.ends_with("\n\n") {
            heard.push('\n');
        }
    }
    (text, heard)
}

#[tokio::test]
async fn conversations_go_as_written_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "pt"));
    paths.sort();
    assert!(!paths.is_empty(), "there are conversations");
    let rewrite = std::env::var_os("TOLLGATE_REWRITE").is_some();
    for path in paths {
        let (expected, heard) = hold(&path).await;
        if rewrite {
            std::fs::write(&path, heard).unwrap();
        } else {
            assert_eq!(heard, expected, "{}", path.display());
        }
    }
}
