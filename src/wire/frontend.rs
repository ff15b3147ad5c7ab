//! A frame's body to a message.
//!
//! Comes in: type and body. Goes out: a [`Frontend`] message with each field read and nothing left over, or 08P01. Must never: panic on a short body, guess at bytes that are no UTF-8.
//!
//! pgwire's own decoders panic on a short body and replace bytes that are no UTF-8, which is why they are not used.

use crate::error::{SqlError, SqlResult};
use bytes::{Buf, Bytes};
use guard::SqlState;

/// What a client says after start-up.
#[derive(Debug, PartialEq, Eq)]
pub enum Frontend {
    Query(String),
    Parse {
        name: String,
        text: String,
        types: Vec<u32>,
    },
    Bind(Bind),
    Describe(Target),
    Execute {
        portal: String,
        limit: usize,
    },
    Close(Target),
    Flush,
    Sync,
    Terminate,
    /// CopyData, CopyDone, CopyFail: there is no COPY FROM, and the protocol lets them be ignored.
    Copy,
    FunctionCall,
    Password(Bytes),
}

/// A statement or a portal.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    Statement(String),
    Portal(String),
}

#[derive(Debug, PartialEq, Eq)]
pub struct Bind {
    pub portal: String,
    pub statement: String,
    pub parameter_formats: Vec<i16>,
    /// `None` is NULL.
    pub parameters: Vec<Option<Bytes>>,
    pub result_formats: Vec<i16>,
}

fn violation(message: impl Into<String>) -> SqlError {
    SqlError::new(SqlState::PROTOCOL_VIOLATION, message).rule("protocol")
}

/// Reads the message.
///
/// # Errors
/// 08P01 for a body that is not as the protocol says, 22021 for text that is no UTF-8; `None` for a type that there is not.
pub fn decode(tag: u8, body: Bytes) -> SqlResult<Option<Frontend>> {
    let mut body = Body(body);
    let message = match tag {
        b'Q' => Frontend::Query(body.text()?),
        b'P' => Frontend::Parse { name: body.text()?, text: body.text()?, types: body.list(Body::u32)? },
        b'B' => Frontend::Bind(Bind {
            portal: body.text()?,
            statement: body.text()?,
            parameter_formats: body.list(Body::i16)?,
            parameters: body.list(Body::value)?,
            result_formats: body.list(Body::i16)?,
        }),
        b'D' => Frontend::Describe(body.target("DESCRIBE")?),
        b'E' => Frontend::Execute {
            portal: body.text()?,
            // Zero and less is no limit.
            limit: usize::try_from(body.u32()?.cast_signed()).ok().filter(|limit| *limit > 0).unwrap_or(usize::MAX),
        },
        b'C' => Frontend::Close(body.target("CLOSE")?),
        b'H' => Frontend::Flush,
        b'S' => Frontend::Sync,
        b'X' => return Ok(Some(Frontend::Terminate)),
        b'd' | b'c' | b'f' => return Ok(Some(Frontend::Copy)),
        b'F' => return Ok(Some(Frontend::FunctionCall)),
        b'p' => return Ok(Some(Frontend::Password(body.0))),
        _ => return Ok(None),
    };
    if body.0.has_remaining() {
        return Err(violation("invalid message format"));
    }
    Ok(Some(message))
}

/// A body that is read from its front.
struct Body(Bytes);

impl Body {
    fn short() -> SqlError {
        violation("insufficient data left in message")
    }

    /// Bytes up to a NUL, as UTF-8.
    fn text(&mut self) -> SqlResult<String> {
        let end = self.0.iter().position(|byte| *byte == 0).ok_or_else(|| violation("invalid string in message"))?;
        let bytes = self.0.split_to(end);
        self.0.advance(1);
        utf8(&bytes).map(str::to_owned)
    }

    fn u32(&mut self) -> SqlResult<u32> {
        self.0.try_get_u32().map_err(|_| Self::short())
    }

    fn i16(&mut self) -> SqlResult<i16> {
        self.0.try_get_i16().map_err(|_| Self::short())
    }

    /// A parameter: its length, -1 for NULL, and its bytes.
    fn value(&mut self) -> SqlResult<Option<Bytes>> {
        let length = self.u32()?.cast_signed();
        if length == -1 {
            return Ok(None);
        }
        let length = usize::try_from(length).ok().filter(|length| *length <= self.0.len()).ok_or_else(Self::short)?;
        Ok(Some(self.0.split_to(length)))
    }

    /// A count and that many items.
    fn list<T>(&mut self, item: impl Fn(&mut Self) -> SqlResult<T>) -> SqlResult<Vec<T>> {
        let count = self.0.try_get_u16().map_err(|_| Self::short())?;
        (0..count).map(|_| item(self)).collect()
    }

    fn target(&mut self, message: &str) -> SqlResult<Target> {
        let kind = self.0.try_get_u8().map_err(|_| Self::short())?;
        match kind {
            b'S' => self.text().map(Target::Statement),
            b'P' => self.text().map(Target::Portal),
            _ => Err(violation(format!("invalid {message} message subtype {kind}"))),
        }
    }
}

/// # Errors
/// 22021 with the first bytes that are no UTF-8.
pub fn utf8(bytes: &[u8]) -> SqlResult<&str> {
    std::str::from_utf8(bytes).map_err(|error| {
        let wrong = bytes.get(error.valid_up_to()..).unwrap_or_default();
        let shown: Vec<String> = wrong
            .iter()
            .take(error.error_len().unwrap_or(wrong.len()).max(1))
            .map(|byte| format!("0x{byte:02x}"))
            .collect();
        SqlError::new(
            SqlState::CHARACTER_NOT_IN_REPERTOIRE,
            format!("invalid byte sequence for encoding \"UTF8\": {}", shown.join(" ")),
        )
    })
}
