//! SCRAM-SHA-256 and SCRAM-SHA-256-PLUS against stored verifiers.
//!
//! Comes in: a user's name and the client's SASL messages. Goes out: the account, or 28P01. Must never: let the answers tell whether a user exists, see a password.

use super::backend;
use super::frame::{FrameLimits, Incoming, Io};
use super::frontend::{self, Frontend};
use crate::error::{SqlError, SqlResult};
use crate::users::Verifier;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::{Buf, Bytes};
use chrono::{DateTime, Utc};
use guard::SqlState;
use guard::policy::RoleName;
use pgwire::api::auth::sasl::scram::{ScramSecret, ScramServerAuth};
use pgwire::error::PgWireError;
use tokio::io::{AsyncRead, AsyncWrite};

/// A user who may log in.
#[derive(Clone)]
pub struct Account {
    /// `None`: no password fits.
    pub verifier: Option<Verifier>,
    /// The first is the one that a session starts with.
    pub roles: Vec<RoleName>,
    pub valid_until: Option<DateTime<Utc>>,
}

/// Where accounts are found.
pub trait Credentials: Send + Sync {
    fn find(&self, user: &str) -> Option<Account>;

    /// A verifier for a user that there is not: always the same for the same name, and no password fits it.
    fn mock(&self, user: &str) -> Verifier;
}

/// 28P01, the same for every reason.
fn failed(user: &str) -> SqlError {
    SqlError::new(SqlState::INVALID_PASSWORD, format!("password authentication failed for user \"{user}\""))
        .rule("authentication")
}

fn malformed() -> SqlError {
    SqlError::new(SqlState::PROTOCOL_VIOLATION, "malformed SCRAM message").rule("authentication")
}

/// Goes through the conversation.
///
/// # Errors
/// 28P01 whether the user is unknown, the password wrong or the account expired; 08P01 for messages that are none.
pub async fn authenticate<S: AsyncRead + AsyncWrite + Unpin>(
    io: &mut Io<S>,
    user: &str,
    credentials: &dyn Credentials,
    certificate: Option<&[u8]>,
) -> SqlResult<Account> {
    let account = credentials.find(user);
    let known = account.as_ref().and_then(|account| account.verifier.clone());
    let verifier = known.unwrap_or_else(|| credentials.mock(user));
    let mut server = ScramServerAuth::new();
    let plus = certificate.is_some_and(|certificate| server.configure_certificate(&pem(certificate)).is_ok());
    let mechanisms: &[&str] = if plus { &["SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"] } else { &["SCRAM-SHA-256"] };
    backend::authentication_sasl(&mut io.output, mechanisms);

    let (mechanism, client_first) = initial_response(password_message(io).await?)?;
    if !mechanisms.contains(&mechanism.as_str()) {
        return Err(SqlError::new(
            SqlState::PROTOCOL_VIOLATION,
            "client selected an invalid SASL authentication mechanism",
        )
        .rule("authentication"));
    }
    // Binding is what tells the two mechanisms apart; a client that says one and does the other is refused.
    if (mechanism == "SCRAM-SHA-256-PLUS") != client_first.starts_with(b"p=") {
        return Err(malformed());
    }
    let secret = ScramSecret::Verifier {
        salt: verifier.salt,
        iterations: usize::try_from(verifier.iterations).unwrap_or(usize::MAX),
        stored_key: verifier.stored_key.to_vec(),
        server_key: verifier.server_key.to_vec(),
    };
    let (server_first, exchange) =
        server.on_client_first_message_with_secret(&client_first, secret).map_err(|_| malformed())?;
    backend::authentication_data(&mut io.output, 11, server_first.as_bytes());

    let client_final = password_message(io).await?;
    let server_final = exchange.on_client_final_message(&client_final).map_err(|error| match error {
        PgWireError::InvalidPassword(_) => failed(user),
        _ => malformed(),
    })?;
    let account = account.ok_or_else(|| failed(user))?;
    if account.valid_until.is_some_and(|until| until < Utc::now()) {
        return Err(failed(user));
    }
    backend::authentication_data(&mut io.output, 12, server_final.as_bytes());
    backend::authentication_ok(&mut io.output);
    Ok(account)
}

/// Sends what there is to send and waits for the client's answer.
async fn password_message<S: AsyncRead + AsyncWrite + Unpin>(io: &mut Io<S>) -> SqlResult<Bytes> {
    let lost = |_| SqlError::new(SqlState::CONNECTION_FAILURE, "connection to client lost");
    io.flush().await.map_err(lost)?;
    let limits = FrameLimits { statement: 0, parameters: 0, small: 8192 };
    // INVARIANT: what is too large is not read past here; a stranger gets no such service.
    match io.next_frame(&limits).await.map_err(lost)? {
        Incoming::Frame { tag: b'p', body } => match frontend::decode(b'p', body)? {
            Some(Frontend::Password(body)) => Ok(body),
            _ => Err(malformed()),
        },
        Incoming::End => Err(SqlError::new(SqlState::CONNECTION_FAILURE, "connection to client lost")),
        Incoming::Frame { tag, .. } | Incoming::TooLarge { tag, .. } if tag != b'p' => {
            Err(SqlError::new(SqlState::PROTOCOL_VIOLATION, format!("expected SASL response, got message type {tag}"))
                .rule("protocol"))
        }
        Incoming::Frame { .. } | Incoming::TooLarge { .. } | Incoming::Senseless => Err(malformed()),
    }
}

/// SASLInitialResponse: the mechanism's name, then the length and bytes of the first message.
fn initial_response(mut body: Bytes) -> SqlResult<(String, Bytes)> {
    let end = body.iter().position(|byte| *byte == 0).ok_or_else(malformed)?;
    let name = frontend::utf8(&body.split_to(end))?.to_owned();
    body.advance(1);
    let length = body.try_get_u32().map_err(|_| malformed())?;
    if usize::try_from(length).ok() != Some(body.len()) {
        return Err(malformed());
    }
    Ok((name, body))
}

/// The library reads certificates as PEM.
fn pem(certificate: &[u8]) -> Vec<u8> {
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(certificate)).into_bytes()
}
