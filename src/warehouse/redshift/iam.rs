//! Temporary passwords: the cluster's service gives one to whom AWS knows.
//!
//! Comes in: the cluster, and who the gateway is to AWS (its environment, its instance or its task: as for `s3://`). Goes out: a user and a password for a quarter of an hour. Must never: keep one longer, or tell it.
//!
//! `GetClusterCredentials` is one signed POST; the signature and the client are those that object stores are reached with.

use crate::config::Iam;
use crate::error::{SqlError, SqlResult};
use crate::warehouse::postgres::pool::{Login, LoginSource};
use async_trait::async_trait;
use futures::StreamExt;
use guard::SqlState;
use object_store::ClientOptions;
use object_store::aws::{AmazonS3Builder, AwsAuthorizer, AwsCredentialProvider};
use object_store::client::{HttpClient, HttpConnector, HttpRequest, ReqwestConnector};
use std::fmt::Write;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// How long a password is good for a new connection, and how much earlier another one is asked for.
const LIFE: Duration = Duration::from_secs(900);
const MARGIN: Duration = Duration::from_secs(120);
/// The largest answer.
const ANSWER: usize = 64 << 10;

pub(super) struct Logins {
    endpoint: String,
    region: String,
    question: String,
    http: HttpClient,
    aws: AwsCredentialProvider,
    known: Mutex<Option<(Instant, Login)>>,
}

impl Logins {
    /// # Errors
    /// What keeps the gateway from being somebody to AWS.
    pub(super) fn new(iam: &Iam, database: &str) -> Result<Self, String> {
        let Iam { cluster, region, db_user, endpoint } = iam;
        let store = AmazonS3Builder::from_env().with_bucket_name("none").with_region(region).build();
        let aws = store.map_err(|error| error.to_string())?.credentials().clone();
        let options = ClientOptions::new().with_allow_http(true).with_timeout(Duration::from_secs(10));
        let http = ReqwestConnector::default().connect(&options).map_err(|error| error.to_string())?;
        let endpoint = endpoint.clone().unwrap_or_else(|| format!("https://redshift.{region}.amazonaws.com/"));
        let seconds = LIFE.as_secs();
        let question = format!(
            "Action=GetClusterCredentials&Version=2012-12-01&ClusterIdentifier={}&DbUser={}&DbName={}&DurationSeconds={seconds}&AutoCreate=false",
            encoded(cluster),
            encoded(db_user),
            encoded(database)
        );
        Ok(Self { endpoint, region: region.clone(), question, http, aws, known: Mutex::default() })
    }

    async fn asked(&self) -> SqlResult<Login> {
        let aws = self.aws.get_credential().await.map_err(unavailable)?;
        let mut request = HttpRequest::new(self.question.clone().into());
        *request.method_mut() = "POST".parse().map_err(unavailable)?;
        *request.uri_mut() = self.endpoint.parse().map_err(unavailable)?;
        let form = "application/x-www-form-urlencoded; charset=utf-8";
        request.headers_mut().insert("content-type", form.parse().map_err(unavailable)?);
        AwsAuthorizer::new(&aws, "redshift", &self.region).authorize(&mut request, None);
        let response = self.http.execute(request).await.map_err(unavailable)?;
        let status = response.status();
        let mut body = Vec::new();
        let mut blocks = response.into_body().bytes_stream();
        while let Some(block) = blocks.next().await {
            body.extend_from_slice(&block.map_err(unavailable)?);
            if body.len() > ANSWER {
                return Err(unavailable("its answer is too long"));
            }
        }
        let text = String::from_utf8(body).map_err(unavailable)?;
        if !status.is_success() {
            let code = element(&text, "Code").unwrap_or_else(|| status.as_u16().to_string());
            return Err(unavailable(format!("it answered {code}")));
        }
        match (element(&text, "DbUser"), element(&text, "DbPassword")) {
            (Some(user), Some(password)) => Ok(Login { user, password }),
            _ => Err(unavailable("its answer has no password")),
        }
    }
}

#[async_trait]
impl LoginSource for Logins {
    async fn login(&self) -> SqlResult<Login> {
        let mut known = self.known.lock().await;
        if let Some((until, login)) = known.as_ref()
            && Instant::now() < *until
        {
            return Ok(login.clone());
        }
        let asked = Instant::now();
        let login = self.asked().await?;
        *known = Some((asked + (LIFE - MARGIN), login.clone()));
        Ok(login)
    }
}

fn unavailable(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> SqlError {
    SqlError::new(SqlState::CONNECTION_FAILURE, "the warehouse's temporary credentials can't be had")
        .caused_by(error.into())
}

/// A value in a form.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            all.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(all, "%{byte:02X}");
        }
        all
    })
}

/// The text of the first element of that name.
fn element(xml: &str, name: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    let (text, _) = rest.split_once(&format!("</{name}>"))?;
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    Some(plain.replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_holds_any_value_and_an_answer_gives_it_back() {
        assert_eq!(encoded("a b&c=Ä"), "a%20b%26c%3D%C3%84");
        let xml = "<R><DbUser>IAM:bob</DbUser><DbPassword>a&amp;lt;b&lt;c</DbPassword></R>";
        assert_eq!(element(xml, "DbUser").as_deref(), Some("IAM:bob"));
        assert_eq!(element(xml, "DbPassword").as_deref(), Some("a&lt;b<c"));
        assert_eq!(element(xml, "Expiration"), None);
    }
}
