//! The object store behind an embedded warehouse: a local folder, or a prefix in S3, Google Cloud Storage or Azure.
//!
//! Comes in: the configuration's `path` and its options. Goes out: a store and the prefix of the tables. Must never: write.

use crate::error::{SqlError, SqlResult};
use async_trait::async_trait;
use bytes::Bytes;
use datafusion::object_store::aws::AmazonS3Builder;
use datafusion::object_store::azure::MicrosoftAzureBuilder;
use datafusion::object_store::gcp::GoogleCloudStorageBuilder;
use datafusion::object_store::local::LocalFileSystem;
use datafusion::object_store::path::Path;
use datafusion::object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use futures::StreamExt;
use futures::stream::BoxStream;
use guard::SqlState;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How to reach an object store, beside its address.
#[derive(Clone, Default)]
pub struct StoreOptions {
    pub region: Option<String>,
    /// Replaces the service's address.
    pub endpoint: Option<String>,
    /// For Azure the account's name.
    pub access_key: Option<String>,
    /// For Google the text of a service account's key.
    pub secret_key: Option<String>,
    pub allow_http: bool,
}

impl fmt::Debug for StoreOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreOptions")
            .field("region", &self.region)
            .field("endpoint", &self.endpoint)
            .field("allow_http", &self.allow_http)
            .finish_non_exhaustive()
    }
}

/// Opens the store that `path` names, and tells the prefix within it.
///
/// # Errors
/// 58030 if there is no such folder, or the address or its options are wrong.
pub fn open(path: &str, options: &StoreOptions) -> SqlResult<(Arc<dyn ObjectStore>, Path)> {
    let failed = |error: Error| failure(&error);
    match path.split_once("://") {
        None => local(path),
        Some(("file", rest)) => local(rest),
        Some((scheme @ ("s3" | "gs" | "az"), rest)) => {
            let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            let prefix = Path::parse(prefix.trim_matches('/')).map_err(|error| failed(error.into()))?;
            remote(scheme, bucket, options).map(|store| (store, prefix)).map_err(failed)
        }
        Some(_) => Err(SqlError::new(
            SqlState::IO_ERROR,
            "the path of an embedded warehouse is a folder, or begins with s3://, gs:// or az://",
        )),
    }
}

/// A store's failure in our own words: its text, which may hold addresses and keys, goes to the log.
pub(super) fn failure(error: &Error) -> SqlError {
    let message = match error {
        Error::NotFound { .. } => "the warehouse has no data for this table",
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => "the warehouse does not let the gateway in",
        _ => "the warehouse failed",
    };
    SqlError::new(SqlState::IO_ERROR, message).caused_by(error.to_string())
}

fn local(path: &str) -> SqlResult<(Arc<dyn ObjectStore>, Path)> {
    if let Err(error) = std::fs::read_dir(path) {
        return Err(SqlError::new(SqlState::IO_ERROR, "the warehouse's folder can't be read")
            .caused_by(format!("{path}: {error}")));
    }
    let store = LocalFileSystem::new_with_prefix(path).map_err(|error| failure(&error))?;
    Ok((Arc::new(store), Path::default()))
}

fn remote(scheme: &str, bucket: &str, options: &StoreOptions) -> Result<Arc<dyn ObjectStore>> {
    let StoreOptions { region, endpoint, access_key, secret_key, allow_http } = options.clone();
    Ok(match scheme {
        "s3" => {
            let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket).with_allow_http(allow_http);
            if let Some(region) = region {
                builder = builder.with_region(region);
            }
            if let Some(endpoint) = endpoint {
                builder = builder.with_endpoint(endpoint);
            }
            if let Some((id, secret)) = access_key.zip(secret_key) {
                builder = builder.with_access_key_id(id).with_secret_access_key(secret);
            }
            Arc::new(builder.build()?)
        }
        "gs" => {
            let mut builder = GoogleCloudStorageBuilder::from_env().with_bucket_name(bucket);
            if let Some(key) = secret_key {
                builder = builder.with_service_account_key(key);
            }
            if let Some(endpoint) = endpoint {
                builder = builder.with_base_url(&endpoint);
            }
            if allow_http {
                builder = builder.with_client_options(plain_http());
            }
            Arc::new(builder.build()?)
        }
        _ => {
            let mut builder = MicrosoftAzureBuilder::from_env().with_container_name(bucket).with_allow_http(allow_http);
            if let Some(account) = access_key {
                builder = builder.with_account(account);
            }
            if let Some(secret) = secret_key {
                builder = builder.with_access_key(secret);
            }
            if let Some(endpoint) = endpoint {
                builder = builder.with_endpoint(endpoint);
            }
            Arc::new(builder.build()?)
        }
    })
}

fn plain_http() -> datafusion::object_store::ClientOptions {
    datafusion::object_store::ClientOptions::new().with_allow_http(true)
}

/// What one statement did to its stores: for the audit record, and for tests that count opened files.
#[derive(Debug, Default)]
pub struct ScanCounters {
    bytes: AtomicU64,
    reads: AtomicU64,
    lists: AtomicU64,
    opened: Mutex<BTreeSet<String>>,
}

impl ScanCounters {
    /// Bytes asked for.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Bytes that a warehouse sent.
    pub fn received(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Requests for an object or a part of one.
    #[must_use]
    pub fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }

    /// Requests for a listing.
    #[must_use]
    pub fn lists(&self) -> u64 {
        self.lists.load(Ordering::Relaxed)
    }

    /// The files that were opened, by their path in the store. A file whose footer was cached counts once it is read.
    #[must_use]
    pub fn opened(&self) -> BTreeSet<String> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn read(&self, location: &Path, bytes: u64) {
        self.reads.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if !opened.contains(location.as_ref()) {
            opened.insert(location.to_string());
        }
    }
}

/// A store that counts for one statement, and that can't write.
#[derive(Debug)]
pub(super) struct Counted {
    store: Arc<dyn ObjectStore>,
    counters: Arc<ScanCounters>,
}

impl Counted {
    pub(super) fn new(store: Arc<dyn ObjectStore>, counters: Arc<ScanCounters>) -> Self {
        Self { store, counters }
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "counted {}", self.store)
    }
}

fn read_only() -> Error {
    Error::NotSupported { source: "a warehouse is read, never written".into() }
}

#[async_trait]
impl ObjectStore for Counted {
    async fn put_opts(&self, _location: &Path, _payload: PutPayload, _opts: PutOptions) -> Result<PutResult> {
        Err(read_only())
    }

    async fn put_multipart_opts(
        &self,
        _location: &Path,
        _opts: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        Err(read_only())
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        let result = self.store.get_opts(location, options).await?;
        self.counters.read(location, result.range.end.saturating_sub(result.range.start));
        Ok(result)
    }

    async fn get_ranges(&self, location: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        self.counters.read(location, ranges.iter().map(|range| range.end.saturating_sub(range.start)).sum());
        self.store.get_ranges(location, ranges).await
    }

    fn delete_stream(&self, _locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        futures::stream::once(async { Err(read_only()) }).boxed()
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.counters.lists.fetch_add(1, Ordering::Relaxed);
        self.store.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.counters.lists.fetch_add(1, Ordering::Relaxed);
        self.store.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, _from: &Path, _to: &Path, _options: CopyOptions) -> Result<()> {
        Err(read_only())
    }
}
