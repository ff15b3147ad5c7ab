//! A client of bytes: it says what it is told to, and keeps what it hears.

use super::served::Gateway;
use postgres_protocol::authentication::sasl::{ChannelBinding, ScramSha256};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A client that says what it is told to.
pub struct Raw(pub TcpStream);

pub fn message(tag: u8, body: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    out.extend((body.len() as u32 + 4).to_be_bytes());
    out.extend(body);
    out
}

pub fn text(parts: &[&str]) -> Vec<u8> {
    parts.iter().flat_map(|part| part.bytes().chain([0])).collect()
}

pub fn query(sql: &str) -> Vec<u8> {
    message(b'Q', &text(&[sql]))
}

pub fn parse(name: &str, sql: &str, types: &[u32]) -> Vec<u8> {
    let mut body = text(&[name, sql]);
    body.extend((types.len() as u16).to_be_bytes());
    types.iter().for_each(|oid| body.extend(oid.to_be_bytes()));
    message(b'P', &body)
}

/// Values in text form.
pub fn bind(portal: &str, name: &str, values: &[Option<&[u8]>]) -> Vec<u8> {
    bind_as(&[], portal, name, values)
}

/// Values of those formats: none for text, one for all of them.
pub fn bind_as(formats: &[u16], portal: &str, name: &str, values: &[Option<&[u8]>]) -> Vec<u8> {
    let mut body = text(&[portal, name]);
    body.extend((formats.len() as u16).to_be_bytes());
    formats.iter().for_each(|format| body.extend(format.to_be_bytes()));
    body.extend((values.len() as u16).to_be_bytes());
    for value in values {
        match value {
            None => body.extend((-1_i32).to_be_bytes()),
            Some(value) => {
                body.extend((value.len() as u32).to_be_bytes());
                body.extend(*value);
            }
        }
    }
    body.extend([0, 0]);
    message(b'B', &body)
}

pub fn execute(portal: &str) -> Vec<u8> {
    let mut body = text(&[portal]);
    body.extend([0; 4]);
    message(b'E', &body)
}

/// Some of the rows.
pub fn execute_some(portal: &str, rows: u32) -> Vec<u8> {
    let mut body = text(&[portal]);
    body.extend(rows.to_be_bytes());
    message(b'E', &body)
}

pub fn describe(what: u8, name: &str) -> Vec<u8> {
    let mut body = vec![what];
    body.extend(text(&[name]));
    message(b'D', &body)
}

pub fn sync() -> Vec<u8> {
    message(b'S', &[])
}

impl Raw {
    pub fn start(gateway: &Gateway, parameters: &[&str]) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", gateway.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let mut body = 196_608_u32.to_be_bytes().to_vec();
        body.extend(text(parameters));
        body.push(0);
        let mut out = (body.len() as u32 + 4).to_be_bytes().to_vec();
        out.extend(body);
        stream.write_all(&out).unwrap();
        Self(stream)
    }

    pub fn read(&mut self) -> Option<(u8, Vec<u8>)> {
        let mut head = [0; 5];
        self.0.read_exact(&mut head).ok()?;
        let length = u32::from_be_bytes([head[1], head[2], head[3], head[4]]) as usize;
        let mut body = vec![0; length - 4];
        self.0.read_exact(&mut body).ok()?;
        Some((head[0], body))
    }

    /// Authenticates; gives what came in the end, as [`Raw::answer`] does.
    pub fn log_in(&mut self, password: &str) -> Vec<String> {
        let mut scram = ScramSha256::new(password.as_bytes(), ChannelBinding::unsupported());
        loop {
            let Some((tag, body)) = self.read() else { return vec!["end".to_owned()] };
            if tag != b'R' {
                let mut all = vec![summary(tag, &body)];
                all.extend(self.answer());
                return all;
            }
            let reply = match body[3] {
                10 => {
                    let mut reply = text(&["SCRAM-SHA-256"]);
                    reply.extend((scram.message().len() as u32).to_be_bytes());
                    reply.extend(scram.message());
                    reply
                }
                11 => {
                    scram.update(&body[4..]).unwrap();
                    scram.message().to_vec()
                }
                _ => continue,
            };
            self.0.write_all(&message(b'p', &reply)).unwrap();
        }
    }

    /// All messages up to ReadyForQuery or the end, each as its tag, and with its SQLSTATE or first value.
    pub fn answer(&mut self) -> Vec<String> {
        let mut all = Vec::new();
        loop {
            match self.read() {
                None => all.push("end".to_owned()),
                Some((tag, body)) => {
                    all.push(summary(tag, &body));
                    if tag != b'Z' {
                        continue;
                    }
                }
            }
            return all;
        }
    }

    pub fn say(&mut self, messages: &[Vec<u8>]) -> Vec<String> {
        self.0.write_all(&messages.concat()).unwrap();
        self.answer()
    }
}

fn summary(tag: u8, body: &[u8]) -> String {
    let tag = char::from(tag);
    match tag {
        'E' => {
            let mut fields = body.split(|byte| *byte == 0);
            let code = fields.find(|field| field.first() == Some(&b'C')).unwrap();
            format!("E {}", String::from_utf8_lossy(&code[1..]))
        }
        'D' if body.len() > 6 => {
            let length = i32::from_be_bytes([body[2], body[3], body[4], body[5]]);
            let value =
                usize::try_from(length).map(|length| String::from_utf8_lossy(&body[6..6 + length]).into_owned());
            format!("D {}", value.unwrap_or_else(|_| "NULL".to_owned()))
        }
        _ => tag.to_string(),
    }
}

/// The role under test.
pub const USER: [&str; 4] = ["user", "analyst", "database", "tollgate"];

pub fn session(gateway: &Gateway) -> Raw {
    let mut raw = Raw::start(gateway, &USER);
    assert_eq!(raw.log_in("demo").last().map(String::as_str), Some("Z"));
    raw
}
