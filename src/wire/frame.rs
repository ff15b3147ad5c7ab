//! Frames in, bytes out, over any stream.
//!
//! Comes in: a stream. Goes out: whole frames, and what was written. Must never: hold a frame that is larger than its kind may be, or believe a length before it is checked.

use bytes::{Buf, Bytes, BytesMut};
use std::io;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// A stream with what was read from it and not yet used, and what was made for it and not yet written.
#[derive(Debug)]
pub struct Io<S> {
    stream: S,
    input: BytesMut,
    /// What goes out next. Append to it; [`Io::flush`] writes it.
    pub output: BytesMut,
}

/// How long a frame's body may be, by its type.
#[derive(Clone, Copy, Debug)]
pub struct FrameLimits {
    /// Query and Parse.
    pub statement: usize,
    /// Bind.
    pub parameters: usize,
    /// Everything else.
    pub small: usize,
}

impl Default for FrameLimits {
    fn default() -> Self {
        // Parse has its name and its parameters' types beside the text.
        Self { statement: (1 << 20) + (64 << 10) * 4 + 8192, parameters: 64 << 20, small: 10_000 }
    }
}

impl FrameLimits {
    fn of(&self, tag: u8) -> usize {
        match tag {
            b'Q' | b'P' => self.statement,
            b'B' => self.parameters,
            _ => self.small,
        }
    }
}

/// What the client sent.
#[derive(Debug, PartialEq, Eq)]
pub enum Incoming {
    Frame {
        tag: u8,
        body: Bytes,
    },
    /// A frame that was too large; where the connection can go on, it was read past, not kept.
    TooLarge {
        tag: u8,
        length: usize,
    },
    /// A length that no frame has; nothing after it can be understood.
    Senseless,
    /// The client is gone.
    End,
}

/// A frame beyond this is not even read past.
const HOPELESS: usize = 1 << 30;
/// How much a client may send ahead while a statement runs.
const AHEAD: usize = 1 << 20;
const READ: usize = 16 << 10;
/// More than a block and a row of the usual size.
const LARGE: usize = 1 << 20;

impl<S: AsyncRead + AsyncWrite + Unpin> Io<S> {
    #[must_use]
    pub fn new(stream: S) -> Self {
        Self { stream, input: BytesMut::new(), output: BytesMut::new() }
    }

    /// What was read ahead of its use.
    pub fn ahead(&mut self) -> &mut BytesMut {
        &mut self.input
    }

    /// Gives the stream back; what was read ahead must have been looked at.
    #[must_use]
    pub fn into_stream(self) -> S {
        self.stream
    }

    /// Reads once, whatever is there. Cancel-safe.
    ///
    /// # Errors
    /// The stream's.
    pub async fn fill(&mut self) -> io::Result<usize> {
        self.input.reserve(READ);
        self.stream.read_buf(&mut self.input).await
    }

    /// Writes all that was made. Cancel-safe: what is not written stays.
    ///
    /// # Errors
    /// The stream's.
    pub async fn flush(&mut self) -> io::Result<()> {
        let is_large = self.output.len() > LARGE;
        while self.output.has_remaining() {
            let written = self.stream.write(&self.output).await?;
            if written == 0 {
                return Err(io::ErrorKind::WriteZero.into());
            }
            self.output.advance(written);
        }
        if is_large {
            // A session that waits does not keep the room of its largest row.
            self.output = BytesMut::new();
        }
        self.stream.flush().await
    }

    /// Says goodbye.
    pub async fn close(mut self) {
        // The client may be gone already; there is nobody to tell.
        let _ = self.flush().await;
        let _ = self.stream.shutdown().await;
    }

    /// Whether a whole frame is here already.
    #[must_use]
    pub fn has_frame(&self) -> bool {
        match (&*self.input).try_get_header() {
            Some((_, length)) => self.input.len() > length,
            None => false,
        }
    }

    /// The next frame. Cancel-safe, but for one that is being read past.
    ///
    /// # Errors
    /// The stream's.
    pub async fn next_frame(&mut self, limits: &FrameLimits) -> io::Result<Incoming> {
        loop {
            if let Some((tag, length)) = (&*self.input).try_get_header() {
                if !(4..=HOPELESS).contains(&length) {
                    return Ok(Incoming::Senseless);
                }
                if length - 4 > limits.of(tag) {
                    return match tag {
                        b'Q' | b'P' | b'B' | b'd' if limits.statement > 0 => self.read_past(tag, length).await,
                        _ => Ok(Incoming::TooLarge { tag, length }),
                    };
                }
                if self.input.len() > length {
                    let mut frame = self.input.split_to(length + 1);
                    frame.advance(5);
                    return Ok(Incoming::Frame { tag, body: frame.freeze() });
                }
                self.input.reserve(length + 1 - self.input.len());
            }
            if self.fill().await? == 0 {
                return Ok(Incoming::End);
            }
        }
    }

    /// Reads `length` bytes and the tag without keeping them.
    async fn read_past(&mut self, tag: u8, length: usize) -> io::Result<Incoming> {
        let mut left = length + 1;
        loop {
            let here = left.min(self.input.len());
            self.input.advance(here);
            left -= here;
            if left == 0 {
                return Ok(Incoming::TooLarge { tag, length });
            }
            if self.fill().await? == 0 {
                return Ok(Incoming::End);
            }
        }
    }

    /// Ends when the client is gone; reads a bounded amount ahead meanwhile. Cancel-safe.
    pub async fn gone(&mut self) {
        loop {
            if self.input.len() >= AHEAD {
                // Full: a lost client shows when something is written.
                return std::future::pending().await;
            }
            match self.fill().await {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }
}

/// A frame's type and length, if both are here.
trait Header {
    fn try_get_header(&self) -> Option<(u8, usize)>;
}

impl Header for &[u8] {
    fn try_get_header(&self) -> Option<(u8, usize)> {
        match *self {
            [tag, a, b, c, d, ..] => {
                let length = u32::from_be_bytes([*a, *b, *c, *d]);
                Some((*tag, usize::try_from(length).unwrap_or(usize::MAX)))
            }
            _ => None,
        }
    }
}
