//! The lake at `az://`, in Microsoft's own stand-in, Azurite.

use super::{BUCKET, PREFIX, Requests, asks_for_the_window_alone, lake, until_it_listens};
use crate::gateway::{Process, free_port, serve};
use aws_lc_rs::hmac;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::Utc;
use datafusion::object_store::azure::{MicrosoftAzure, MicrosoftAzureBuilder};
use datafusion::object_store::path::Path as Key;
use datafusion::object_store::{ObjectStore, ObjectStoreExt};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

const ACCOUNT: &str = "tollgate";
const KEY: &[u8] = b"a key of the test's own";

struct Azurite {
    _process: Process,
    port: u16,
    requests: Requests,
}

impl Azurite {
    /// `None` without the program that tests/run installs where there is npm.
    fn start(dir: &Path) -> Option<Self> {
        let Some(program) = std::env::var_os("TOLLGATE_TEST_AZURITE") else {
            eprintln!("SKIPPED: az:// needs TOLLGATE_TEST_AZURITE, which tests/run sets where it finds npm");
            return None;
        };
        let (port, requests) = (free_port(), Requests(dir.join("azurite.log")));
        let child = Command::new(program)
            .args(["--blobHost", "127.0.0.1", "--blobPort", &port.to_string(), "--inMemoryPersistence"])
            .args(["--skipApiVersionCheck", "--disableTelemetry"])
            .env("AZURITE_ACCOUNTS", format!("{ACCOUNT}:{}", BASE64_STANDARD.encode(KEY)))
            .current_dir(dir)
            .stdin(Stdio::null())
            .stdout(std::fs::File::create(&requests.0).unwrap())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let azurite = Self { _process: Process(child), port, requests };
        until_it_listens(port, &azurite.requests);
        azurite.create_container();
        Some(azurite)
    }

    fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}/{ACCOUNT}", self.port)
    }

    /// By a request signed with the account's key; the store's client makes no containers.
    fn create_container(&self) {
        let headers = format!("x-ms-date:{}\nx-ms-version:2021-08-06", Utc::now().format("%a, %d %b %Y %H:%M:%S GMT"));
        // After the method come eleven headers that the request does not have.
        let signed = format!("PUT{}\n{headers}\n/{ACCOUNT}/{ACCOUNT}/{BUCKET}\nrestype:container", "\n".repeat(11));
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, KEY), signed.as_bytes());
        let request = format!(
            "PUT /{ACCOUNT}/{BUCKET}?restype=container HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n{}\r\n\
             Authorization: SharedKey {ACCOUNT}:{}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            self.port,
            headers.replace('\n', "\r\n"),
            BASE64_STANDARD.encode(tag.as_ref())
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    }

    fn store(&self) -> MicrosoftAzure {
        MicrosoftAzureBuilder::new()
            .with_account(ACCOUNT)
            .with_access_key(BASE64_STANDARD.encode(KEY))
            .with_container_name(BUCKET)
            .with_endpoint(self.endpoint())
            .with_allow_http(true)
            .build()
            .unwrap()
    }
}

/// Every file under `folder`, under the same name.
async fn upload(store: &dyn ObjectStore, root: &Path, folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            Box::pin(upload(store, root, &entry.path())).await;
        } else {
            let key = format!("{PREFIX}/{}", entry.path().strip_prefix(root).unwrap().to_str().unwrap());
            store.put(&Key::parse(key).unwrap(), std::fs::read(entry.path()).unwrap().into()).await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn azure_is_asked_for_the_partitions_of_the_window_alone() {
    let dir = tempfile::tempdir().unwrap();
    let Some(azurite) = Azurite::start(dir.path()) else { return };
    let lake = lake(dir.path());
    upload(&azurite.store(), &lake, &lake).await;
    let key = dir.path().join("key");
    std::fs::write(&key, BASE64_STANDARD.encode(KEY)).unwrap();
    let warehouse = format!(
        "path = \"az://{BUCKET}/{PREFIX}\"\nendpoint = \"{}\"\naccess_key = \"{ACCOUNT}\"\nsecret_key = {{ file = \"{}\" }}\nallow_http = true\n",
        azurite.endpoint(),
        key.display()
    );
    let served = dir.path().join("az");
    std::fs::create_dir(&served).unwrap();
    let (_serving, client) = serve(&served, &warehouse).await;
    asks_for_the_window_alone(&azurite.requests, &client).await;
}
