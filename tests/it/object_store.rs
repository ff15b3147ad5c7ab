//! A lake in an object store: the same answers, and no request for a partition outside the window. The store is moto's stand-in for S3, whose log tells what was asked of it; Google's client reads the same. Azure's
//! has a stand-in of its own.

use crate::gateway::{PATIENCE, Process, free_port, serve};
use chrono::NaiveDate;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tokio_postgres::{Client, SimpleQueryMessage};
use tollgate::demo::{Progress, Recipe};

const ROWS: u64 = 4_000;
const BUCKET: &str = "lake";
const PREFIX: &str = "warehouse/v1";

/// The stand-in, with an empty bucket.
struct Store {
    _process: Process,
    port: u16,
    requests: Requests,
}

impl Store {
    /// `None` without the Python that tests/run sets up.
    fn start(dir: &Path) -> Option<Self> {
        let Some(python) = std::env::var_os("TOLLGATE_TEST_PYTHON") else {
            eprintln!("SKIPPED: the object store needs TOLLGATE_TEST_PYTHON, which tests/run sets");
            return None;
        };
        let (port, requests) = (free_port(), Requests(dir.join("store.log")));
        let child = Command::new(python)
            .args(["-m", "moto.server", "-H", "127.0.0.1", "-p", &port.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(&requests.0).unwrap())
            .spawn()
            .unwrap();
        let store = Self { _process: Process(child), port, requests };
        until_it_listens(port, &store.requests);
        store.put(&format!("/{BUCKET}"), b"");
        Some(store)
    }

    fn put(&self, path: &str, body: &[u8]) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // Everybody may read: nobody logs in as Google's client.
        let head = format!(
            "PUT {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nx-amz-acl: public-read\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "PUT {path}: {answer}");
    }

    /// Every file under `folder`, under the same name.
    fn upload(&self, root: &Path, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                self.upload(root, &entry.path());
            } else {
                let key = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('=', "%3D");
                self.put(&format!("/{BUCKET}/{PREFIX}/{key}"), &std::fs::read(entry.path()).unwrap());
            }
        }
    }
}

/// What was asked of a store.
struct Requests(PathBuf);

impl Requests {
    fn text(&self) -> String {
        std::fs::read_to_string(&self.0).unwrap_or_default()
    }

    fn since(&self, mark: usize) -> String {
        self.text().split_off(mark)
    }

    /// The days of the partitions of `table` that were asked for since `mark` bytes of the log, in any way.
    fn days_asked_for(&self, table: &str, mark: usize) -> Vec<String> {
        let log = self.since(mark).replace("%3D", "=").replace("%2F", "/");
        let key = format!("{table}/_partition_date=");
        let mut days: Vec<String> =
            log.match_indices(&key).map(|(at, found)| log[at + found.len()..][..10].to_owned()).collect();
        days.sort();
        days.dedup();
        days
    }
}

/// As S3, by address and region.
fn s3(store: &Store) -> String {
    format!(
        "path = \"s3://{BUCKET}/{PREFIX}\"\nregion = \"eu-west-1\"\nendpoint = \"http://127.0.0.1:{}\"\n\
         access_key = \"key\"\nsecret_key = {{ env = \"STORE_SECRET\" }}\nallow_http = true\n",
        store.port
    )
}

/// As Google Cloud Storage, whose XML interface has S3's requests and answers; the key says where it is, and that nobody logs in.
fn gs(store: &Store, dir: &Path) -> String {
    let key = dir.join("key.json");
    let text = format!(
        r#"{{"gcs_base_url": "http://127.0.0.1:{}", "disable_oauth": true, "client_email": "", "private_key": "", "private_key_id": ""}}"#,
        store.port
    );
    std::fs::write(&key, text).unwrap();
    format!("path = \"gs://{BUCKET}/{PREFIX}\"\nsecret_key = {{ file = \"{}\" }}\nallow_http = true\n", key.display())
}

fn until_it_listens(port: u16, requests: &Requests) {
    let until = Instant::now() + PATIENCE;
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(Instant::now() < until, "the stand-in did not start: {}", requests.text());
        std::thread::sleep(Duration::from_millis(100));
    }
}

async fn first_value(requests: &Requests, client: &Client, sql: &str) -> u64 {
    let messages = client.simple_query(sql).await.unwrap_or_else(|error| panic!("{error:?}\n{}", requests.text()));
    for message in messages {
        if let SimpleQueryMessage::Row(row) = message {
            return row.get(0).unwrap().parse().unwrap();
        }
    }
    panic!("no row: {sql}");
}

/// A lake with so many rows in its thirty days.
fn lake(dir: &Path) -> PathBuf {
    let lake = dir.join("lake");
    let recipe = Recipe { rows: ROWS, seed: 7, last_day: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(), days: 30 };
    tollgate::demo::make(&lake, &recipe, &Progress::default()).unwrap();
    lake
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_partitions_of_the_window_are_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let Some(store) = Store::start(dir.path()) else { return };
    let lake = lake(dir.path());
    store.upload(&lake, &lake);
    for (name, warehouse) in [("s3", s3(&store)), ("gs", gs(&store, dir.path()))] {
        let served = dir.path().join(name);
        std::fs::create_dir(&served).unwrap();
        let (_serving, client) = serve(&served, &warehouse).await;
        asks_for_the_window_alone(&store.requests, &client).await;
    }
}

async fn asks_for_the_window_alone(requests: &Requests, client: &Client) {
    let mark = requests.text().len();
    let window = "WHERE _partition_date >= DATE '2025-06-27' AND _partition_date < DATE '2025-06-30'";
    let some = first_value(requests, client, &format!("SELECT count(*) FROM exp.flag_evaluations {window}")).await;
    let asked = requests.days_asked_for("flag_evaluations", mark);
    assert_eq!(asked, ["2025-06-27", "2025-06-28", "2025-06-29"], "{}", requests.since(mark));
    assert!(some > 0 && some < ROWS, "{some} rows of {ROWS}");

    let directive = "SELECT count(*) FROM exp.flag_evaluations --from 2025-06-01 --to 2025-07-01";
    assert_eq!(first_value(requests, client, directive).await, ROWS);

    // A column more is read by the ranges of that column, not by whole files.
    let log = requests.since(mark);
    let ranges = log.lines().filter(|line| line.contains("GET") && line.contains(" 206 ")).count();
    assert!(ranges > 0, "no part of a file was asked for: {log}");
}

mod azure;
