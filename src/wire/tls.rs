//! TLS: the acceptor, and a stream that is plain or encrypted.
//!
//! Comes in: certificates and keys as rustls has them. Goes out: an acceptor for SSLRequest and one for direct TLS. Must never: hand on bytes that came before the handshake.

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The protocol's name in ALPN.
pub const ALPN: &[u8] = b"postgresql";

/// How to speak TLS.
#[derive(Clone)]
pub struct Tls {
    pub acceptor: TlsAcceptor,
    /// The server's certificate, for channel binding.
    pub certificate: Arc<[u8]>,
}

impl Tls {
    /// From the files that the configuration names.
    ///
    /// # Errors
    /// A file that can't be read, or is not what it should be.
    pub fn load(config: &crate::config::Tls) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let certificates = |path: &std::path::Path| -> Result<Vec<CertificateDer<'static>>, _> {
            CertificateDer::pem_file_iter(path)?.collect::<Result<Vec<_>, rustls::pki_types::pem::Error>>()
        };
        let chain = certificates(&config.cert)?;
        let key = PrivateKeyDer::from_pem_file(&config.key)?;
        let client_ca = config.client_ca.as_deref().map(certificates).transpose()?;
        Self::new(chain, key, client_ca)
    }

    /// With `client_ca`, a client must show a certificate that one of these signed.
    ///
    /// # Errors
    /// A certificate or key that rustls does not take.
    pub fn new(
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
        client_ca: Option<Vec<CertificateDer<'static>>>,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let certificate = chain.first().map(|first| Arc::from(first.as_ref())).ok_or("no certificate")?;
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?;
        let builder = match client_ca {
            None => builder.with_no_client_auth(),
            Some(authorities) => {
                let mut roots = rustls::RootCertStore::empty();
                for authority in authorities {
                    roots.add(authority)?;
                }
                builder.with_client_cert_verifier(
                    WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build()?,
                )
            }
        };
        let mut config = builder.with_single_cert(chain, key)?;
        config.alpn_protocols = vec![ALPN.to_vec()];
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)), certificate })
    }
}

/// A stream with bytes before it that were read already.
#[derive(Debug)]
pub struct Rewound<S> {
    before: bytes::Bytes,
    stream: S,
}

impl<S> Rewound<S> {
    #[must_use]
    pub fn new(before: bytes::Bytes, stream: S) -> Self {
        Self { before, stream }
    }
}

/// What the connection runs over.
#[derive(Debug)]
pub enum Transport<S> {
    Plain(S),
    Tls(Box<TlsStream<Rewound<S>>>),
}

impl<S: AsyncRead + Unpin> AsyncRead for Rewound<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.before.is_empty() {
            return Pin::new(&mut self.stream).poll_read(cx, buf);
        }
        let length = self.before.len().min(buf.remaining());
        buf.put_slice(&self.before.split_to(length));
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Rewound<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Transport<S> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Transport::Plain(stream) => Pin::new(stream).poll_read(cx, buf),
            Transport::Tls(stream) => Pin::new(stream.as_mut()).poll_read(cx, buf),
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Transport<S> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Transport::Plain(stream) => Pin::new(stream).poll_write(cx, buf),
            Transport::Tls(stream) => Pin::new(stream.as_mut()).poll_write(cx, buf),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Transport::Plain(stream) => Pin::new(stream).poll_flush(cx),
            Transport::Tls(stream) => Pin::new(stream.as_mut()).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Transport::Plain(stream) => Pin::new(stream).poll_shutdown(cx),
            Transport::Tls(stream) => Pin::new(stream.as_mut()).poll_shutdown(cx),
        }
    }
}
