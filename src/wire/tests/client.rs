//! The other end of a conversation: frames out, messages in, each message as one line of text.

use super::double::{Double, People};
use crate::session::registry::Registry;
use crate::wire::{Options, Server, converse};
use bytes::{Buf, BufMut, Bytes, BytesMut};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, DuplexStream};

pub fn server_with(options: Options) -> (Arc<Server>, Arc<Double>) {
    let engine = Arc::new(Double::default());
    let registry = Arc::new(Registry::default());
    let server = Server::new(Arc::clone(&engine) as _, Arc::new(People::default()), registry, None, options);
    (server, engine)
}

pub fn server() -> (Arc<Server>, Arc<Double>) {
    server_with(Options::default())
}

/// A stream whose other end the server talks to.
pub fn connect(server: &Arc<Server>) -> DuplexStream {
    let (ours, theirs) = tokio::io::duplex(1 << 16);
    tokio::spawn(converse(Arc::clone(server), theirs, Some("127.0.0.1:50000".parse().unwrap()), false));
    ours
}

pub struct Client<S = DuplexStream> {
    pub stream: S,
    input: BytesMut,
}

pub fn startup(pairs: &[(&str, &str)]) -> BytesMut {
    startup_version(0x0003_0000, pairs)
}

pub fn startup_version(version: u32, pairs: &[(&str, &str)]) -> BytesMut {
    let mut body = BytesMut::new();
    body.put_u32(version);
    for (name, value) in pairs {
        body.put_slice(format!("{name}\0{value}\0").as_bytes());
    }
    body.put_u8(0);
    let mut packet = BytesMut::new();
    packet.put_u32(body.len() as u32 + 4);
    packet.put_slice(&body);
    packet
}

pub fn frame(tag: u8, body: &[u8]) -> BytesMut {
    let mut frame = BytesMut::new();
    frame.put_u8(tag);
    frame.put_u32(body.len() as u32 + 4);
    frame.put_slice(body);
    frame
}

impl<S: AsyncRead + AsyncWrite + Unpin> Client<S> {
    pub fn over(stream: S) -> Self {
        Self { stream, input: BytesMut::new() }
    }

    pub async fn send(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.unwrap();
    }

    /// The next message: its type and body; `None` if the server closed.
    pub async fn next(&mut self) -> Option<(u8, Bytes)> {
        let read = async {
            loop {
                if self.input.len() >= 5 {
                    let length = u32::from_be_bytes(self.input[1..5].try_into().unwrap()) as usize;
                    if self.input.len() > length {
                        let mut message = self.input.split_to(length + 1).freeze();
                        let tag = message.get_u8();
                        message.advance(4);
                        return Some((tag, message));
                    }
                }
                if self.stream.read_buf(&mut self.input).await.unwrap_or(0) == 0 {
                    return None;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(20), read).await.expect("the server says something")
    }

    /// The next message as a line.
    pub async fn line(&mut self) -> String {
        match self.next().await {
            Some((tag, body)) => line(tag, body),
            None => "closed".to_owned(),
        }
    }

    /// Lines up to ReadyForQuery or the end, these included.
    pub async fn lines(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            let line = self.line().await;
            let last = line.starts_with("ReadyForQuery") || line == "closed";
            lines.push(line);
            if last {
                return lines;
            }
        }
    }

    /// Logs in with a password; the lines after it.
    pub async fn log_in(&mut self, pairs: &[(&str, &str)], password: &str) -> Vec<String> {
        self.send(&startup(pairs)).await;
        self.scram(password).await
    }

    pub async fn scram(&mut self, password: &str) -> Vec<String> {
        use postgres_protocol::authentication::sasl::{ChannelBinding, ScramSha256};
        let mut scram = ScramSha256::new(password.as_bytes(), ChannelBinding::unsupported());
        let mut lines = Vec::new();
        loop {
            let Some((tag, body)) = self.next().await else {
                lines.push("closed".to_owned());
                return lines;
            };
            let code = if tag == b'R' { u32::from_be_bytes(body[..4].try_into().unwrap()) } else { 0 };
            match (tag, code) {
                (b'R', 10) => {
                    let mut message = BytesMut::from(&b"SCRAM-SHA-256\0"[..]);
                    message.put_u32(scram.message().len() as u32);
                    message.put_slice(scram.message());
                    self.send(&frame(b'p', &message)).await;
                }
                (b'R', 11) => {
                    scram.update(&body[4..]).unwrap();
                    let message = scram.message().to_vec();
                    self.send(&frame(b'p', &message)).await;
                }
                (b'R', 12) => scram.finish(&body[4..]).unwrap(),
                _ => {
                    let line = line(tag, body);
                    let last = line.starts_with("ReadyForQuery");
                    lines.push(line);
                    if last {
                        return lines;
                    }
                }
            }
        }
    }

    /// A simple Query and its answer.
    pub async fn query(&mut self, text: &str) -> Vec<String> {
        self.send(&frame(b'Q', format!("{text}\0").as_bytes())).await;
        self.lines().await
    }
}

/// A client that is logged in.
pub async fn session(server: &Arc<Server>) -> Client {
    let mut client = Client::over(connect(server));
    let lines = client.log_in(&[("user", "ann"), ("database", "tollgate")], "secret").await;
    assert_eq!(lines.last().map(String::as_str), Some("ReadyForQuery I"), "{lines:?}");
    client
}

fn cstring(body: &mut Bytes) -> String {
    let end = body.iter().position(|byte| *byte == 0).unwrap();
    let text = String::from_utf8(body.split_to(end).to_vec()).unwrap();
    body.advance(1);
    text
}

fn value(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.chars().all(|c| !c.is_control()) => text.to_owned(),
        _ => format!("\\x{}", bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
    }
}

/// A message as one line.
pub fn line(tag: u8, mut body: Bytes) -> String {
    match tag {
        b'R' => format!("Authentication {}", body.get_u32()),
        b'S' => format!("ParameterStatus {}={}", cstring(&mut body), cstring(&mut body)),
        b'K' => format!("BackendKeyData {}", body.len()),
        b'Z' => format!("ReadyForQuery {}", char::from(body.get_u8())),
        b'C' => format!("CommandComplete {}", cstring(&mut body)),
        b'1' => "ParseComplete".to_owned(),
        b'2' => "BindComplete".to_owned(),
        b'3' => "CloseComplete".to_owned(),
        b'n' => "NoData".to_owned(),
        b's' => "PortalSuspended".to_owned(),
        b'I' => "EmptyQueryResponse".to_owned(),
        b'c' => "CopyDone".to_owned(),
        b'd' => format!("CopyData {}", String::from_utf8_lossy(&body).escape_debug()),
        b'H' => format!("CopyOutResponse {} {}", body.get_u8(), body.get_u16()),
        b'v' => {
            let version = body.get_u32();
            let options: Vec<String> = (0..body.get_u32()).map(|_| cstring(&mut body)).collect();
            format!("NegotiateProtocolVersion {}.{} {}", version >> 16, version & 0xffff, options.join(" "))
        }
        b't' => {
            let types: Vec<String> = (0..body.get_u16()).map(|_| body.get_u32().to_string()).collect();
            format!("ParameterDescription {}", types.join(" "))
        }
        b'T' => {
            let columns: Vec<String> = (0..body.get_u16())
                .map(|_| {
                    let name = cstring(&mut body);
                    body.advance(6);
                    let oid = body.get_u32();
                    body.advance(6);
                    format!("{name}:{oid}:{}", body.get_i16())
                })
                .collect();
            format!("RowDescription {}", columns.join(" "))
        }
        b'D' => {
            let values: Vec<String> = (0..body.get_u16())
                .map(|_| match body.get_i32() {
                    -1 => "NULL".to_owned(),
                    length => value(&body.split_to(length as usize)),
                })
                .collect();
            format!("DataRow {}", values.join("|"))
        }
        b'E' | b'N' => {
            let mut fields = Vec::new();
            while body.first().is_some_and(|field| *field != 0) {
                let field = body.get_u8();
                fields.push((field, cstring(&mut body)));
            }
            let field = |name| fields.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str());
            let position = field(b'P').map(|at| format!(" @{at}")).unwrap_or_default();
            let kind = if tag == b'E' { "Error" } else { "Notice" };
            format!("{kind} {} {} {}{position}", field(b'S').unwrap(), field(b'C').unwrap(), field(b'M').unwrap())
        }
        other => format!("{} {}", char::from(other), value(&body)),
    }
}
