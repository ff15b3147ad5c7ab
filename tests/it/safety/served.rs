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

/// How a gateway is laid out, beside its data.
#[derive(Clone, Copy, Default)]
pub struct Layout<'a> {
    /// It may use one processor only, and so reads each table in one part.
    pub one_processor: bool,
    /// The tables are in the PostgreSQL at that port, in the database of that name.
    pub postgres: Option<(u16, &'a str)>,
    /// What the analyst's masks are, instead of the usual one.
    pub masks: Option<&'a str>,
    /// The evaluations' partitions follow from nothing but their own column: a bound on the time is no window.
    pub only_partitions: bool,
}

/// A data set that ends with June 2025.
pub fn recipe(rows: u64, days: u32) -> Recipe {
    Recipe { rows, seed: 7, last_day: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(), days }
}

impl Gateway {
    /// Serves a small data set of 91 days.
    pub async fn start() -> Self {
        Self::over(|lake| tollgate::demo::make(lake, &recipe(4_000, 91), &Progress::default()).unwrap()).await
    }

    /// The same, where only a bound on the partition column is a window.
    pub async fn of_partitions() -> Self {
        let layout = Layout { only_partitions: true, ..Layout::default() };
        Self::laid(layout, |lake| tollgate::demo::make(lake, &recipe(4_000, 91), &Progress::default()).unwrap()).await
    }

    /// Serves the lake that `fill` puts into a folder.
    pub async fn over(fill: impl FnOnce(&Path)) -> Self {
        Self::laid(Layout::default(), fill).await
    }

    pub async fn laid(layout: Layout<'_>, fill: impl FnOnce(&Path)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        fill(&dir.path().join("lake"));
        lay_policies(&dir.path().join("policies"), layout);
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let config = dir.path().join("tollgate.toml");
        let warehouse = match layout.postgres {
            None => "kind = \"embedded\"\npath = \"lake\"\n".to_owned(),
            Some((port, database)) => format!(
                "kind = \"postgres\"\nhost = \"127.0.0.1\"\nport = {port}\ndatabase = \"{database}\"\nuser = \"postgres\"\npool = 4\n"
            ),
        };
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:{port}\"\n\n[log]\nlevel = \"warn\"\n\n[[warehouse]]\nname = \"lake\"\n{warehouse}"
        );
        std::fs::write(&config, text).unwrap();
        for user in [ANALYST, LOADER] {
            add_user(&config, user);
        }
        let log = std::fs::File::create(dir.path().join("log")).unwrap();
        let program = env!("CARGO_BIN_EXE_tollgate");
        let mut command = if layout.one_processor {
            let mut command = Command::new("taskset");
            command.args(["--cpu-list", &processor(), program]);
            command
        } else {
            Command::new(program)
        };
        command.args(["serve", "--config"]).arg(&config).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let gateway = Self { child: command.spawn().unwrap(), port, dir };
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

/// The first processor that we may use ourselves.
fn processor() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let allowed = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:")).unwrap();
    allowed.trim().chars().take_while(char::is_ascii_digit).collect()
}

fn lay_policies(policies: &Path, layout: Layout<'_>) {
    let tables = policies.join("tables");
    std::fs::create_dir_all(&tables).unwrap();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copy = |from: &str, to: PathBuf| {
        let mut text = std::fs::read_to_string(repository.join(from)).unwrap();
        if layout.postgres.is_some() {
            text = text.replace("\nsource = \"", "\nsource = \"exp.");
        }
        if layout.only_partitions {
            text = text.replace(", of = \"timestamp\", grain = \"day\" }", " }");
        }
        if let Some(masks) = layout.masks {
            text = text.replace("mask = { unit_id_hash = \"sha256\" }", &format!("mask = {{ {masks} }}"));
        }
        std::fs::write(to, text).unwrap();
    };
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
