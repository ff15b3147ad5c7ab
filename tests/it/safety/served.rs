//! A gateway over a small lake, under the policy that the corpus of attacks speaks of.

use chrono::NaiveDate;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio_postgres::{Client, NoTls, SimpleQueryMessage};
use tollgate::demo::{Progress, Recipe};

/// The role under test.
pub const ANALYST: &str = "analyst";
/// A role that sees everything, to fill the oracle by.
pub const LOADER: &str = "loader";

/// What came back: the rows of all results, or the error.
pub type Answer = Result<Vec<Vec<Option<String>>>, Failure>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub sqlstate: String,
    pub message: String,
}

pub struct Gateway {
    child: Child,
    pub port: u16,
    dir: tempfile::TempDir,
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Gateway {
    /// Serves a small data set that ends with June 2025.
    pub async fn start() -> Self {
        Self::over(|lake| {
            let recipe =
                Recipe { rows: 4_000, seed: 7, last_day: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(), days: 91 };
            tollgate::demo::make(lake, &recipe, &Progress::default()).unwrap();
        })
        .await
    }

    /// Serves the lake that `fill` puts into a folder.
    pub async fn over(fill: impl FnOnce(&Path)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        fill(&dir.path().join("lake"));
        lay_policies(&dir.path().join("policies"));
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let config = dir.path().join("tollgate.toml");
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:{port}\"\n\n[log]\nlevel = \"warn\"\n\n[[warehouse]]\nname = \"lake\"\nkind = \"embedded\"\npath = \"lake\"\n"
        );
        std::fs::write(&config, text).unwrap();
        for user in [ANALYST, LOADER] {
            add_user(&config, user);
        }
        let log = std::fs::File::create(dir.path().join("log")).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_tollgate"))
            .args(["serve", "--config"])
            .arg(&config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        let gateway = Self { child, port, dir };
        gateway.connect().await;
        gateway
    }

    /// The file that has the analyst's grants.
    pub fn policy(&self) -> PathBuf {
        self.dir.path().join("policies/analyst.toml")
    }

    pub async fn connect(&self) -> Client {
        self.connect_as(ANALYST).await
    }

    pub async fn connect_as(&self, user: &str) -> Client {
        let text = format!("host=127.0.0.1 port={} user={user} password=demo dbname=tollgate", self.port);
        connect(&text).await
    }
}

/// Connects as soon as the server answers.
pub async fn connect(text: &str) -> Client {
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        match tokio_postgres::connect(text, NoTls).await {
            Ok((client, connection)) => {
                tokio::spawn(connection);
                return client;
            }
            Err(error) if Instant::now() > until => panic!("the server does not answer: {error}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// All that a simple query brings back within that time.
pub async fn ask(client: &Client, sql: &str, patience: Duration) -> Answer {
    let failure =
        |sqlstate: &str, message: &str| Failure { sqlstate: sqlstate.to_owned(), message: message.to_owned() };
    if sql.contains('\0') {
        return Err(failure("22021", "no client can send it"));
    }
    let asked = tokio::time::timeout(patience, client.simple_query(sql)).await;
    match asked.map_err(|_| failure("", "no answer in time"))? {
        Ok(messages) => Ok(messages.iter().filter_map(row).collect()),
        Err(error) => match error.as_db_error() {
            Some(error) => Err(failure(error.code().code(), error.message())),
            None if error.is_closed() => Err(failure("", "the connection was lost")),
            // The client takes no COPY data in a simple query; that the server offered some is an answer.
            None => Ok(Vec::new()),
        },
    }
}

fn row(message: &SimpleQueryMessage) -> Option<Vec<Option<String>>> {
    match message {
        SimpleQueryMessage::Row(row) => Some((0..row.len()).map(|column| row.get(column).map(str::to_owned)).collect()),
        _ => None,
    }
}

fn lay_policies(policies: &Path) {
    let tables = policies.join("tables");
    std::fs::create_dir_all(&tables).unwrap();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copy = |from: &str, to: PathBuf| std::fs::copy(repository.join(from), to).unwrap();
    copy("tests/safety/policies/analyst.toml", policies.join("analyst.toml"));
    copy("tests/safety/policies/loader.toml", policies.join("loader.toml"));
    copy("tests/safety/policies/hidden.toml", tables.join("hidden.toml"));
    copy("policies/tables/exp.toml", tables.join("exp.toml"));
}

fn add_user(config: &Path, name: &str) {
    let mut user = Command::new(env!("CARGO_BIN_EXE_tollgate"))
        .args(["user", "add", name, "--role", name, "--password-stdin", "--config"])
        .arg(config)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    user.stdin.take().unwrap().write_all(b"demo\n").unwrap();
    assert!(user.wait().unwrap().success(), "the user could not be added");
}

/// The beginning of a value, for a message.
pub fn short(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").chars().take(300).collect()
}
