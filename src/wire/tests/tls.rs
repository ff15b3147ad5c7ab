//! TLS: asked for, direct, and attacked.

use super::client::{Client, connect, server, server_with, startup};
use crate::session::registry::Registry;
use crate::wire::tls::{ALPN, Tls};
use crate::wire::{Options, Server, converse};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

const SSL: [u8; 8] = [0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f];
const GSS: [u8; 8] = [0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x30];
const ANN: [(&str, &str); 2] = [("user", "ann"), ("database", "tollgate")];

struct Encrypted {
    server: Arc<Server>,
    roots: RootCertStore,
}

fn encrypted() -> Encrypted {
    encrypted_for(None)
}

/// With an authority, only for clients that show a certificate of its.
fn encrypted_for(client_ca: Option<Vec<CertificateDer<'static>>>) -> Encrypted {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let certificate = made.cert.der().clone();
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(certificate.clone()).unwrap();
    let tls = Tls::new(vec![certificate], key, client_ca).unwrap();
    let (plain, engine) = server_with(Options::default());
    let server = Server::new(
        engine,
        Arc::clone(&plain.credentials),
        Arc::new(Registry::default()),
        Some(tls),
        Options::default(),
    );
    Encrypted { server, roots }
}

impl Encrypted {
    fn connect(&self) -> DuplexStream {
        let (ours, theirs) = tokio::io::duplex(1 << 16);
        tokio::spawn(converse(Arc::clone(&self.server), theirs, None, true));
        ours
    }

    async fn handshake(&self, stream: DuplexStream, alpn: &[&[u8]]) -> std::io::Result<TlsStream<DuplexStream>> {
        self.handshake_as(stream, alpn, None).await
    }

    async fn handshake_as(
        &self,
        stream: DuplexStream,
        alpn: &[&[u8]],
        identity: Option<(CertificateDer<'static>, PrivateKeyDer<'static>)>,
    ) -> std::io::Result<TlsStream<DuplexStream>> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(self.roots.clone());
        let mut config = match identity {
            Some((certificate, key)) => config.with_client_auth_cert(vec![certificate], key).unwrap(),
            None => config.with_no_client_auth(),
        };
        config.alpn_protocols = alpn.iter().map(|name| name.to_vec()).collect();
        TlsConnector::from(Arc::new(config)).connect(ServerName::try_from("localhost").unwrap(), stream).await
    }
}

async fn byte(stream: &mut DuplexStream) -> u8 {
    stream.read_u8().await.unwrap()
}

#[tokio::test]
async fn a_session_over_tls_that_was_asked_for() {
    let encrypted = encrypted();
    let mut stream = encrypted.connect();
    stream.write_all(&SSL).await.unwrap();
    assert_eq!(byte(&mut stream).await, b'S');
    let mut client = Client::over(encrypted.handshake(stream, &[]).await.unwrap());
    let lines = client.log_in(&ANN, "secret").await;
    assert_eq!(lines.last().unwrap(), "ReadyForQuery I", "{lines:?}");
    assert!(client.query("SELECT 1").await.contains(&"DataRow 1".to_owned()));
}

// P-004
#[tokio::test]
async fn direct_tls_names_its_protocol() {
    let encrypted = encrypted();
    let mut client = Client::over(encrypted.handshake(encrypted.connect(), &[ALPN]).await.unwrap());
    let lines = client.log_in(&ANN, "secret").await;
    assert_eq!(lines.last().unwrap(), "ReadyForQuery I", "{lines:?}");
    assert!(encrypted.handshake(encrypted.connect(), &[b"http/1.1"]).await.is_err());
    // Without ALPN the handshake itself goes well, and that is all.
    if let Ok(stream) = encrypted.handshake(encrypted.connect(), &[]).await {
        let mut client = Client::over(stream);
        let _ = client.stream.write_all(&startup(&ANN)).await;
        assert_eq!(client.line().await, "closed");
    }
}

/// A certificate for a client, by an authority of its own: the authority's, the client's, the client's key.
fn identity() -> (CertificateDer<'static>, CertificateDer<'static>, PrivateKeyDer<'static>) {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(Vec::<String>::new()).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = params.self_signed(&key).unwrap().der().clone();
    let issuer = rcgen::Issuer::new(params, key);
    let own = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(vec!["ann".to_owned()]).unwrap();
    params.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::ClientAuth];
    let client = params.signed_by(&own, &issuer).unwrap().der().clone();
    (authority, client, PrivateKeyDer::try_from(own.serialize_der()).unwrap())
}

/// The last that a client hears that logs in over TLS with this identity.
async fn logged_in(
    encrypted: &Encrypted,
    identity: Option<(CertificateDer<'static>, PrivateKeyDer<'static>)>,
    password: &str,
) -> String {
    let mut stream = encrypted.connect();
    stream.write_all(&SSL).await.unwrap();
    assert_eq!(byte(&mut stream).await, b'S');
    let Ok(stream) = encrypted.handshake_as(stream, &[], identity).await else { return "closed".to_owned() };
    let mut client = Client::over(stream);
    // With TLS 1.3 a client takes the handshake for done before the server has looked at its certificate.
    let _ = client.stream.write_all(&startup(&ANN)).await;
    client.scram(password).await.pop().unwrap()
}

#[tokio::test]
async fn a_client_shows_a_certificate_of_the_authority_and_has_the_password_too() {
    let (authority, certificate, key) = identity();
    let (_, strange, strange_key) = identity();
    let encrypted = encrypted_for(Some(vec![authority]));
    assert_eq!(logged_in(&encrypted, Some((certificate.clone(), key.clone_key())), "secret").await, "ReadyForQuery I");
    let refused = logged_in(&encrypted, Some((certificate, key)), "wrong").await;
    assert!(!refused.starts_with("ReadyForQuery"), "{refused}");
    assert_eq!(logged_in(&encrypted, None, "secret").await, "closed");
    assert_eq!(logged_in(&encrypted, Some((strange, strange_key)), "secret").await, "closed");
}

// P-001, P-002
#[tokio::test]
async fn bytes_before_the_handshake_end_the_connection() {
    let encrypted = encrypted();
    for (request, what) in [(SSL, "SSL"), (GSS, "GSSAPI encryption")] {
        let mut client = Client::over(encrypted.connect());
        let early = [&request[..], &startup(&ANN), b"Q\0\0\0\x0dSELECT 1\0"].concat();
        client.send(&early).await;
        let error = format!("Error FATAL 08P01 received unencrypted data after {what} request");
        assert_eq!(client.lines().await, [error.as_str(), "closed"]);
    }
}

#[tokio::test]
async fn plain_text_instead_of_a_handshake_ends_the_connection() {
    let encrypted = encrypted();
    let mut stream = encrypted.connect();
    stream.write_all(&SSL).await.unwrap();
    assert_eq!(byte(&mut stream).await, b'S');
    stream.write_all(&startup(&ANN)).await.unwrap();
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).await.unwrap();
    assert!(!rest.windows(4).any(|window| window == [0, 0, 0, 10]), "no authentication request: {rest:?}");
}

// P-003
#[tokio::test]
async fn a_second_negotiation_is_refused() {
    let (plain, _) = server();
    for second in [SSL, GSS] {
        let mut stream = connect(&plain);
        stream.write_all(&SSL).await.unwrap();
        assert_eq!(byte(&mut stream).await, b'N');
        stream.write_all(&second).await.unwrap();
        let lines = Client::over(stream).lines().await;
        assert!(lines.first().unwrap().starts_with("Error FATAL 08P01"), "{lines:?}");
    }
    // libpq asks for GSS first, then for TLS: that is one negotiation of each.
    let mut stream = connect(&plain);
    stream.write_all(&GSS).await.unwrap();
    assert_eq!(byte(&mut stream).await, b'N');
    stream.write_all(&SSL).await.unwrap();
    assert_eq!(byte(&mut stream).await, b'N');
    let mut client = Client::over(stream);
    assert_eq!(client.log_in(&ANN, "secret").await.last().unwrap(), "ReadyForQuery I");
    let encrypted = encrypted();
    let mut stream = encrypted.connect();
    stream.write_all(&SSL).await.unwrap();
    assert_eq!(byte(&mut stream).await, b'S');
    let mut client = Client::over(encrypted.handshake(stream, &[]).await.unwrap());
    client.stream.write_all(&SSL).await.unwrap();
    assert_eq!(client.lines().await, ["Error FATAL 08P01 SSL was negotiated already", "closed"]);
}

#[tokio::test]
async fn channel_binding_is_offered_over_tls_alone() {
    let encrypted = encrypted();
    let mut client = Client::over(encrypted.handshake(encrypted.connect(), &[ALPN]).await.unwrap());
    client.send(&startup(&ANN)).await;
    let (tag, body) = client.next().await.unwrap();
    assert_eq!((tag, &body[4..]), (b'R', &b"SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0"[..]));
}
