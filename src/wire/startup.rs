//! From the first byte to the start-up packet: TLS or not, a cancel, or a session to be authenticated.
//!
//! Comes in: a stream. Goes out: [`Opened`], or a refusal that is sent before any authentication. Must never: use a byte that came before the handshake, negotiate twice.

use super::frame::Io;
use super::options::{FirstPacket, Startup, first_packet};
use super::tls::{ALPN, Rewound, Tls, Transport};
use crate::error::SqlError;
use bytes::{Buf, BytesMut};
use guard::SqlState;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};

/// What a connection turned out to want.
pub enum Opened<S> {
    Session {
        io: Io<Transport<S>>,
        startup: Startup,
        /// The server's certificate, where the connection is encrypted.
        certificate: Option<Arc<[u8]>>,
    },
    Cancel {
        pid: i32,
        key: Vec<u8>,
    },
    /// The client went away, or spoke another protocol.
    Closed,
}

/// A refusal, and where to send it.
pub type Refused<S> = Box<(Io<Transport<S>>, SqlError)>;

/// As in PostgreSQL.
const LONGEST_PACKET: usize = 10_000;
const TLS_HANDSHAKE: u8 = 0x16;

struct Opening<S> {
    io: Io<Transport<S>>,
    certificate: Option<Arc<[u8]>>,
    asked_ssl: bool,
    asked_gss: bool,
}

/// Reads up to the start-up packet.
///
/// # Errors
/// 08P01 for a negotiation out of turn, 28000 for plain text where TLS is demanded.
pub async fn open<S>(stream: S, tls: Option<&Tls>, require_tls: bool) -> Result<Opened<S>, Refused<S>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let io = Io::new(Transport::Plain(stream));
    let mut opening = Opening { io, certificate: None, asked_ssl: false, asked_gss: false };
    match opening.first_byte().await {
        Some(TLS_HANDSHAKE) => match tls {
            Some(tls) => match opening.handshake(tls, true).await {
                Some(encrypted) => opening = encrypted,
                None => return Ok(Opened::Closed),
            },
            None => return Ok(Opened::Closed),
        },
        Some(_) => {}
        None => return Ok(Opened::Closed),
    }
    loop {
        let Some(body) = opening.packet().await else { return Ok(Opened::Closed) };
        let packet = match first_packet(&body) {
            Ok(packet) => packet,
            Err(error) => return Err(Box::new((opening.io, error))),
        };
        match packet {
            FirstPacket::Cancel { pid, key } => return Ok(Opened::Cancel { pid, key }),
            FirstPacket::Startup(startup) => {
                if require_tls && opening.certificate.is_none() {
                    return Err(Box::new((opening.io, tls_demanded())));
                }
                let Opening { io, certificate, .. } = opening;
                return Ok(Opened::Session { io, startup, certificate });
            }
            FirstPacket::Ssl => {
                if let Err(error) = opening.may_negotiate("SSL", opening.asked_ssl) {
                    return Err(Box::new((opening.io, error)));
                }
                opening.asked_ssl = true;
                match tls {
                    None => opening.answer(b'N').await,
                    Some(tls) => {
                        opening.answer(b'S').await;
                        match opening.handshake(tls, false).await {
                            Some(encrypted) => opening = encrypted,
                            None => return Ok(Opened::Closed),
                        }
                    }
                }
            }
            FirstPacket::Gss => {
                if let Err(error) = opening.may_negotiate("GSSAPI encryption", opening.asked_gss || opening.asked_ssl) {
                    return Err(Box::new((opening.io, error)));
                }
                opening.asked_gss = true;
                opening.answer(b'N').await;
            }
        }
    }
}

fn tls_demanded() -> SqlError {
    SqlError::new(SqlState::INVALID_AUTHORIZATION_SPECIFICATION, "this server accepts encrypted connections only")
        .hint("Connect with sslmode=require, or better verify-full.")
        .rule("tls-required")
}

impl<S: AsyncRead + AsyncWrite + Unpin> Opening<S> {
    async fn first_byte(&mut self) -> Option<u8> {
        while self.io.ahead().is_empty() {
            if self.io.fill().await.ok()? == 0 {
                return None;
            }
        }
        self.io.ahead().first().copied()
    }

    /// The next packet without its length; `None` if there is none, or none that could be one.
    async fn packet(&mut self) -> Option<BytesMut> {
        loop {
            if let Some(head) = self.io.ahead().first_chunk::<4>() {
                let length = usize::try_from(u32::from_be_bytes(*head)).ok()?;
                if !(8..=LONGEST_PACKET).contains(&length) {
                    return None;
                }
                if self.io.ahead().len() >= length {
                    let mut packet = self.io.ahead().split_to(length);
                    packet.advance(4);
                    return Some(packet);
                }
            }
            if self.io.fill().await.ok()? == 0 {
                return None;
            }
        }
    }

    /// Each negotiation once, not inside TLS, and nothing sent behind it before its answer.
    fn may_negotiate(&mut self, what: &str, before: bool) -> Result<(), SqlError> {
        let refuse = |message: String| SqlError::new(SqlState::PROTOCOL_VIOLATION, message).rule("protocol");
        if before || self.certificate.is_some() {
            return Err(refuse(format!("{what} was negotiated already")));
        }
        if !self.io.ahead().is_empty() {
            return Err(refuse(format!("received unencrypted data after {what} request")).detail(
                "This could be either a client-software bug or evidence of an attempted man-in-the-middle attack.",
            ));
        }
        Ok(())
    }

    async fn answer(&mut self, byte: u8) {
        self.io.output.extend_from_slice(&[byte]);
        // A client that is gone shows at the next read.
        let _ = self.io.flush().await;
    }

    /// The same connection, encrypted. Direct TLS has to name the protocol, lest another protocol's client be led here.
    async fn handshake(mut self, tls: &Tls, direct: bool) -> Option<Self> {
        let before = self.io.ahead().split().freeze();
        let Transport::Plain(stream) = self.io.into_stream() else { return None };
        let stream = tls.acceptor.accept(Rewound::new(before, stream)).await.ok()?;
        if direct && stream.get_ref().1.alpn_protocol() != Some(ALPN) {
            return None;
        }
        let io = Io::new(Transport::Tls(Box::new(stream)));
        Some(Self { io, certificate: Some(Arc::clone(&tls.certificate)), asked_ssl: true, asked_gss: true })
    }
}
