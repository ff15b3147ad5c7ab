//! A gateway on the sample data, as a process of its own: what a user gets from `tollgate demo`.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use tokio_postgres::{Client, NoTls};

/// Rows of `flag_evaluations` in the tests' data set.
pub const ROWS: u64 = 20_000;
/// The last day of the tests' data set: fixed, so that expected results are, too.
pub const LAST_DAY: &str = "2026-11-20";

pub struct Gateway {
    child: Child,
    pub port: u16,
    pub dir: tempfile::TempDir,
}

impl Gateway {
    /// Starts one of its own, for tests that disturb it.
    pub fn start() -> Self {
        Self::start_with_data_until(LAST_DAY)
    }

    /// As [`Gateway::start`], with data whose last day is `last_day`.
    pub fn start_with_data_until(last_day: &str) -> Self {
        Self::start_on(ROWS, last_day)
    }

    /// As [`Gateway::start`], with so many rows.
    pub fn start_with_rows(rows: u64) -> Self {
        Self::start_on(rows, LAST_DAY)
    }

    fn start_on(rows: u64, last_day: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let rows = rows.to_string();
        let mut child = Command::new(env!("CARGO_BIN_EXE_tollgate"))
            .args(["demo", "--rows", &rows, "--until", last_day, "--listen", "127.0.0.1:0", "--dir"])
            .arg(dir.path().join("demo"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::from(std::fs::File::create(dir.path().join("stderr")).unwrap()))
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = loop {
            let Some(Ok(line)) = lines.next() else {
                let _ = child.wait();
                panic!("the gateway did not start: {}", log(dir.path()));
            };
            if let Some(port) = port_in(&line) {
                break port;
            }
        };
        // The rest of its words must go somewhere, or it would stop at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port, dir }
    }

    /// The one that most tests share.
    pub fn shared() -> &'static Gateway {
        static SHARED: OnceLock<Gateway> = OnceLock::new();
        SHARED.get_or_init(|| {
            let gateway = Gateway::start();
            // A static is never dropped: the process is ended when this one exits.
            register_for_exit(gateway.child.id());
            gateway
        })
    }

    /// One over TLS, and nothing but TLS, on the same data and policies: the way that most clients meet a gateway.
    pub fn secured() -> &'static Secured {
        static SECURED: OnceLock<Secured> = OnceLock::new();
        SECURED.get_or_init(|| {
            let secured = Secured::start();
            register_for_exit(secured.process.0.id());
            secured
        })
    }

    pub fn url(&self, user: &str) -> String {
        format!("host=127.0.0.1 port={} user={user} password=demo dbname=tollgate", self.port)
    }

    pub async fn connect(&self, user: &str) -> tokio_postgres::Client {
        self.connect_held(user).await.0
    }

    /// A client, and the task that holds its socket: the socket closes when the task is aborted. Dropping the client alone would wait for the answer that it is owed.
    pub async fn connect_held(&self, user: &str) -> (tokio_postgres::Client, tokio::task::AbortHandle) {
        let (client, connection) = tokio_postgres::connect(&self.url(user), tokio_postgres::NoTls).await.unwrap();
        let task = tokio::spawn(async move { drop(connection.await) });
        (client, task.abort_handle())
    }

    pub fn log(&self) -> String {
        log(self.dir.path())
    }

    /// The number of its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// What its process took of the processors so far.
    pub fn processor_time(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        // The name in parentheses may have blanks in it; user and system time are the 14th and 15th field, in hundredths.
        let fields: Vec<&str> = stat.rsplit_once(") ").unwrap().1.split(' ').collect();
        let ticks: u64 = fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap();
        Duration::from_millis(ticks * 10)
    }

    /// Bytes of memory that its process has now.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A gateway whose certificate is `ca`; its name is localhost.
pub struct Secured {
    process: Process,
    pub port: u16,
    pub dir: tempfile::TempDir,
    pub ca: PathBuf,
}

impl Secured {
    fn start() -> Self {
        let mut demo = Gateway::start();
        let dir = std::mem::replace(&mut demo.dir, tempfile::tempdir().unwrap());
        drop(demo);
        let folder = dir.path().join("demo");
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap();
        let ca = folder.join("server.crt");
        std::fs::write(&ca, made.cert.pem()).unwrap();
        std::fs::write(folder.join("server.key"), made.signing_key.serialize_pem()).unwrap();
        let (port, config) = (free_port(), folder.join("tollgate.toml"));
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:{port}\"\ntls = {{ cert = \"server.crt\", key = \"server.key\" }}\n\n\
             [log]\nlevel = \"warn\"\n\n[[warehouse]]\nname = \"lake\"\nkind = \"embedded\"\npath = \"lake\"\n"
        );
        std::fs::write(&config, text).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_tollgate"))
            .args(["serve", "--config"])
            .arg(&config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::from(std::fs::File::create(dir.path().join("stderr")).unwrap()))
            .spawn()
            .unwrap();
        let process = Process(child);
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < until, "the gateway does not answer: {}", log(dir.path()));
            std::thread::sleep(Duration::from_millis(50));
        }
        Self { process, port, dir, ca }
    }

    pub fn log(&self) -> String {
        log(self.dir.path())
    }
}

/// How long a process may take to start.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A process that ends with the test.
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Serves one embedded warehouse, with these keys, under the sample policies; its files are in `dir`. The client is an admin.
pub async fn serve(dir: &Path, warehouse: &str) -> (Process, Client) {
    let (port, config) = (free_port(), dir.join("tollgate.toml"));
    let text = format!(
        "[server]\nlisten = \"127.0.0.1:{port}\"\n\n[policy]\ndir = \"{}/policies\"\n\n[[warehouse]]\nname = \"lake\"\n\
         kind = \"embedded\"\n{warehouse}",
        env!("CARGO_MANIFEST_DIR")
    );
    std::fs::write(&config, text).unwrap();
    let tollgate = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tollgate"));
        command.args(arguments).arg("--config").arg(&config).env("STORE_SECRET", "secret").stdout(Stdio::null());
        command
    };
    let mut user = tollgate(&["user", "add", "admin", "--role", "admin", "--password-stdin"]);
    let mut user = user.stdin(Stdio::piped()).spawn().unwrap();
    user.stdin.take().unwrap().write_all(b"demo\n").unwrap();
    assert!(user.wait().unwrap().success(), "the user could not be added");
    let stderr = std::fs::File::create(dir.join("stderr")).unwrap();
    let process = Process(tollgate(&["serve"]).stdin(Stdio::null()).stderr(stderr).spawn().unwrap());
    let address = format!("host=127.0.0.1 port={port} user=admin password=demo dbname=tollgate");
    let until = Instant::now() + PATIENCE;
    loop {
        match tokio_postgres::connect(&address, NoTls).await {
            Ok((client, connection)) => {
                tokio::spawn(connection);
                return (process, client);
            }
            Err(error) => assert!(Instant::now() < until, "the gateway does not answer: {error}; {}", log(dir)),
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn log(dir: &Path) -> String {
    std::fs::read_to_string(dir.join("stderr")).unwrap_or_default()
}

/// The port in the line that tells where it listens.
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("127.0.0.1:").or_else(|| line.split_once("-p "))?;
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// Ends a child when the tests' process ends, however it does: a shell waits for this process and then ends that one.
fn register_for_exit(pid: u32) {
    let watch = format!("while kill -0 {} 2>/dev/null; do sleep 0.2; done; kill {pid}", std::process::id());
    let _ = Command::new("sh")
        .args(["-c", &watch])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
