//! A connection that tells what a server said, byte for byte: the type of each column, the text of each value, the code of an error.

use bytes::BytesMut;
use fallible_iterator::FallibleIterator;
use postgres_protocol::authentication::sasl::{ChannelBinding, ScramSha256};
use postgres_protocol::message::{backend::Message, frontend};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;
use tokio_postgres::types::Type;

/// Only a statement that never ends outlasts it.
const PATIENCE: Duration = Duration::from_secs(240);

pub struct Connection {
    stream: TcpStream,
    input: BytesMut,
}

/// What a server says to one statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Names and types, where it returns rows.
    pub columns: Option<Vec<Column>>,
    pub rows: Vec<Vec<Option<String>>>,
    pub error: Option<Failure>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub oid: u32,
    pub typmod: i32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    pub code: String,
    pub message: String,
}

impl Column {
    pub fn type_name(&self) -> String {
        let name = Type::from_oid(self.oid).map_or_else(|| self.oid.to_string(), |ty| ty.name().to_owned());
        if self.typmod == -1 { name } else { format!("{name}({})", self.typmod) }
    }
}

impl Connection {
    pub fn open(port: u16, user: &str, password: &str, database: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut connection = Self { stream, input: BytesMut::new() };
        let parameters = [("user", user), ("database", database), ("TimeZone", "UTC"), ("client_encoding", "UTF8")];
        connection.send(|out| frontend::startup_message(parameters, out))?;
        connection.log_in(password)?;
        Ok(connection)
    }

    fn log_in(&mut self, password: &str) -> std::io::Result<()> {
        let mut scram = ScramSha256::new(password.as_bytes(), ChannelBinding::unsupported());
        loop {
            match self.receive()? {
                Message::AuthenticationSasl(_) => {
                    let first = scram.message().to_vec();
                    self.send(|out| frontend::sasl_initial_response("SCRAM-SHA-256", &first, out))?;
                }
                Message::AuthenticationSaslContinue(body) => {
                    scram.update(body.data())?;
                    let next = scram.message().to_vec();
                    self.send(|out| frontend::sasl_response(&next, out))?;
                }
                Message::AuthenticationSaslFinal(body) => scram.finish(body.data())?,
                Message::ReadyForQuery(_) => return Ok(()),
                Message::ErrorResponse(body) => {
                    let failure = failure(body.fields())?;
                    return Err(std::io::Error::other(format!("{}: {}", failure.code, failure.message)));
                }
                _ => {}
            }
        }
    }

    fn send(&mut self, write: impl FnOnce(&mut BytesMut) -> std::io::Result<()>) -> std::io::Result<()> {
        let mut out = BytesMut::new();
        write(&mut out)?;
        self.stream.write_all(&out)
    }

    fn receive(&mut self) -> std::io::Result<Message> {
        loop {
            if let Some(message) = Message::parse(&mut self.input)? {
                return Ok(message);
            }
            let mut block = [0; 16 * 1024];
            let read = self.stream.read(&mut block)?;
            if read == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            self.input.extend_from_slice(&block[..read]);
        }
    }

    /// Sends one query message, and reads to the end of its answer.
    pub fn ask(&mut self, sql: &str) -> std::io::Result<Answer> {
        self.send(|out| frontend::query(sql, out))?;
        let mut answer = Answer::default();
        loop {
            match self.receive()? {
                Message::RowDescription(body) => {
                    let columns = body.fields().map(|field| {
                        let typmod = field.type_modifier();
                        Ok(Column { name: field.name().to_owned(), oid: field.type_oid(), typmod })
                    });
                    answer.columns = Some(columns.collect()?);
                    answer.rows.clear();
                }
                Message::DataRow(body) => {
                    let text = |range: std::ops::Range<usize>| String::from_utf8(body.buffer()[range].to_vec());
                    let row = body.ranges().map(|range| range.map(text).transpose().map_err(std::io::Error::other));
                    answer.rows.push(row.collect()?);
                }
                Message::ErrorResponse(body) => answer.error = Some(failure(body.fields())?),
                Message::ReadyForQuery(_) => return Ok(answer),
                _ => {}
            }
        }
    }
}

fn failure(mut fields: postgres_protocol::message::backend::ErrorFields<'_>) -> std::io::Result<Failure> {
    let mut failure = Failure { code: String::new(), message: String::new() };
    while let Some(field) = fields.next()? {
        let value = String::from_utf8_lossy(field.value_bytes()).into_owned();
        match field.type_() {
            b'C' => failure.code = value,
            b'M' => failure.message = value,
            _ => {}
        }
    }
    Ok(failure)
}
