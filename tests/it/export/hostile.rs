//! A server that is no gateway, or no good one: `export --host` ends with an error, keeps the user's file as it was, and leaves nothing beside it.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output, Stdio};

const INT4: u32 = 23;
const TEXT: u32 = 25;

fn message(tag: u8, body: &[u8]) -> Vec<u8> {
    let mut message = vec![tag];
    message.extend(u32::try_from(body.len() + 4).unwrap().to_be_bytes());
    message.extend(body);
    message
}

/// A row description of columns named a, b, …
fn columns(types: &[u32]) -> Vec<u8> {
    let mut body = u16::try_from(types.len()).unwrap().to_be_bytes().to_vec();
    for (index, ty) in types.iter().enumerate() {
        body.extend([b'a' + u8::try_from(index).unwrap(), 0]);
        body.extend([0; 6]);
        body.extend(ty.to_be_bytes());
        body.extend([0xff; 6]);
        body.extend([0, 1]);
    }
    message(b'T', &body)
}

fn row(cells: &[&[u8]]) -> Vec<u8> {
    let mut body = u16::try_from(cells.len()).unwrap().to_be_bytes().to_vec();
    for cell in cells {
        body.extend(u32::try_from(cell.len()).unwrap().to_be_bytes());
        body.extend(*cell);
    }
    message(b'D', &body)
}

fn error(words: &str) -> Vec<u8> {
    message(b'E', format!("SERROR\0VERROR\0C58030\0M{words}\0DThe detail.\0\0").as_bytes())
}

fn done() -> Vec<u8> {
    message(b'C', b"SELECT 1\0")
}

const READY: [u8; 6] = [b'Z', 0, 0, 0, 5, b'I'];

type Answer = dyn Fn(&mut TcpStream) -> std::io::Result<()> + Send;

/// What it does once it is asked for the rows of columns of these types.
struct Attack {
    types: Vec<u32>,
    answer: Box<Answer>,
}

fn sends(types: &[u32], answer: Vec<u8>) -> Attack {
    Attack { types: types.to_vec(), answer: Box::new(move |stream| stream.write_all(&answer)) }
}

/// One message, and the byte before it that tells its kind.
fn read_message(stream: &mut TcpStream) -> std::io::Result<(u8, Vec<u8>)> {
    let mut tag = [0];
    stream.read_exact(&mut tag)?;
    Ok((tag[0], read_body(stream)?))
}

fn read_body(stream: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let mut body = vec![0; u32::from_be_bytes(length) as usize - 4];
    stream.read_exact(&mut body)?;
    Ok(body)
}

/// Lets anybody in, describes the statement, and attacks when it is run.
fn talk(stream: &mut TcpStream, attack: &Attack) -> std::io::Result<()> {
    read_body(stream)?;
    stream.write_all(&message(b'R', &[0; 4]))?;
    stream.write_all(&READY)?;
    let mut described = false;
    loop {
        let answer = match read_message(stream)?.0 {
            b'Q' => [columns(&[TEXT]), row(&[b"PostgreSQL 99"]), done(), READY.to_vec()].concat(),
            b'S' if !described => {
                described = true;
                [message(b'1', &[]), message(b't', &[0, 0]), columns(&attack.types), READY.to_vec()].concat()
            }
            b'S' => {
                stream.write_all(&message(b'2', &[]))?;
                (attack.answer)(stream)?;
                READY.to_vec()
            }
            b'X' => return Ok(()),
            _ => continue,
        };
        stream.write_all(&answer)?;
    }
}

/// Serves until the test ends; the port.
fn serve(attack: Attack) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        // A client that goes away is what is wanted.
        listener.incoming().flatten().for_each(|mut stream| drop(talk(&mut stream, &attack)));
    });
    port
}

fn command(port: u16, folder: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tollgate"));
    command
        .args(["export", "--host", "127.0.0.1", "--port", &port.to_string(), "--user", "ann", "--query", "SELECT 1"])
        .args(more)
        .env("PGPASSWORD", "secret")
        .current_dir(folder)
        .stdin(Stdio::null());
    command
}

/// Exports over a file that is there; what the command said after it failed and left the file alone.
fn refused(attack: Attack, output: &str, more: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join(output), "the old one").unwrap();
    let more = [&["--output", output], more].concat();
    let Output { status, stdout: _, stderr } = command(serve(attack), dir.path(), &more).output().unwrap();
    let said = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(1), "{said}");
    assert_eq!(std::fs::read_to_string(dir.path().join(output)).unwrap(), "the old one", "{said}");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "something was left beside it: {said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

#[test]
fn an_error_after_rows_is_told_without_its_control_characters() {
    let some = [row(&[&[0, 0, 0, 1]]), error("out of \x1b]0;title\x07luck")].concat();
    let said = refused(sends(&[INT4], some), "out.csv", &[]);
    assert!(said.contains("ERROR:  58030: out of ") && said.contains("DETAIL:  The detail."), "{said}");
    assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
}

#[test]
fn rows_that_break_the_protocol_end_the_export() {
    let good = row(&[&[0, 0, 0, 1], b"x"]);
    for (what, bad) in [
        ("a number of another size", row(&[&[0, 1], b"x"])),
        ("text that is not UTF-8", row(&[&[0, 0, 0, 1], &[0xff]])),
        ("a cell too few", row(&[&[0, 0, 0, 1]])),
        ("no cell", row(&[])),
        ("a cell that is longer than its message", message(b'D', &[0, 2, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 1, 0, b'x'])),
        ("a message of no kind", message(0xff, b"?")),
        ("a negative length", vec![b'D', 0xff, 0xff, 0xff, 0xff]),
        ("another answer", message(b'G', &[0, 0, 0])),
    ] {
        for output in ["out.csv", "out.parquet"] {
            let said = refused(sends(&[INT4, TEXT], [good.clone(), bad.clone(), done()].concat()), output, &[]);
            assert!(!said.trim().is_empty(), "{what}");
        }
    }
}

#[test]
fn a_connection_that_ends_early_is_no_end_of_the_rows() {
    let attack = Attack {
        types: vec![INT4],
        answer: Box::new(|stream| {
            stream.write_all(&row(&[&[0, 0, 0, 1]]))?;
            stream.shutdown(std::net::Shutdown::Both)
        }),
    };
    refused(attack, "out.ndjson", &[]);
}

#[test]
fn a_column_of_an_unknown_type_is_named() {
    // A point.
    let said = refused(sends(&[INT4, 600], done()), "out.csv", &[]);
    assert!(said.contains("\"b\" is a point; cast it to text"), "{said}");
}

/// What it holds is bounded by bytes, not by rows.
#[test]
fn large_rows_do_not_gather_in_memory() {
    const ROWS: usize = 400;
    let attack = Attack {
        types: vec![TEXT],
        answer: Box::new(|stream| {
            let large = row(&[&[b'x'; 1 << 20]]);
            (0..ROWS).try_for_each(|_| stream.write_all(&large))?;
            stream.write_all(&done())
        }),
    };
    let dir = tempfile::tempdir().unwrap();
    let mut child = command(serve(attack), dir.path(), &["--output", "out.parquet"]).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut highest = 0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        highest = peak.map_or(highest, |peak| peak.parse::<u64>().unwrap() >> 10);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(child.wait().unwrap().success());
    assert!(dir.path().join("out.parquet").exists());
    assert!(highest > 0 && highest < 300, "{highest} MB for {ROWS} rows of 1 MB");
}

/// A server without TLS is told nothing where TLS is wanted: no user, no password.
#[test]
fn a_refused_encryption_ends_it_before_a_word_is_said() {
    for more in [&["--tls", "require"][..], &["--tls", "verify-full"]] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let asked = read_body(&mut stream).unwrap();
            stream.write_all(b"N").unwrap();
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
            (asked, rest)
        });
        let dir = tempfile::tempdir().unwrap();
        let answer = command(port, dir.path(), more).output().unwrap();
        assert_eq!(answer.status.code(), Some(1), "{answer:?}");
        let (asked, rest) = server.join().unwrap();
        assert_eq!(asked, 80_877_103_u32.to_be_bytes());
        assert!(rest.is_empty(), "{rest:?}");
    }
}
