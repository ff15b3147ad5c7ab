//! A PostgreSQL of our own, to compare with: started for one test, ended with it.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tokio_postgres::{Client, NoTls};

/// A running server that trusts everybody on loopback.
pub struct Postgres {
    server: Child,
    command: Command,
    port: u16,
    _dir: tempfile::TempDir,
}

/// Where the server's programs are: `TOLLGATE_PG_BIN`, or where Debian has them.
fn programs() -> Option<PathBuf> {
    match std::env::var_os("TOLLGATE_PG_BIN") {
        Some(dir) => Some(PathBuf::from(dir)),
        None => Some(PathBuf::from("/usr/lib/postgresql/15/bin")).filter(|dir| dir.join("postgres").exists()),
    }
}

/// The ids of the user `postgres`, as whom the server runs if we are root (it refuses to be root).
fn unprivileged() -> Option<(u32, u32)> {
    let root = std::fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    let line = users.lines().find(|line| line.starts_with("postgres:")).filter(|_| root)?;
    let mut fields = line.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn command(program: &Path, ids: Option<(u32, u32)>) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/").stdout(Stdio::null()).stderr(Stdio::null());
    if let Some((uid, gid)) = ids {
        command.uid(uid).gid(gid);
    }
    command
}

impl Postgres {
    /// Starts a server. `None`, with a line that says so, where there is no PostgreSQL.
    pub fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            eprintln!("SKIPPED: no PostgreSQL to compare with; set TOLLGATE_PG_BIN to the folder of its programs");
            return None;
        };
        let ids = unprivileged();
        let dir = tempfile::tempdir().unwrap();
        if let Some((uid, gid)) = ids {
            std::os::unix::fs::chown(dir.path(), Some(uid), Some(gid)).unwrap();
        }
        let data = dir.path().join("data");
        // Text in the order of its bytes, letters as Unicode has them.
        let options =
            ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--lc-ctype=C.UTF-8", "--no-sync", "-D"];
        let made = command(&programs.join("initdb"), ids).args(options).arg(&data).status().unwrap();
        assert!(made.success(), "initdb failed");
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut server = command(&programs.join("postgres"), ids);
        server.arg("-D").arg(&data).arg("-p").arg(port.to_string());
        for setting in ["fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100"] {
            server.arg("-c").arg(setting);
        }
        Some(Self { server: server.spawn().unwrap(), command: server, port, _dir: dir })
    }

    /// Ends it as a crash would: no client is told anything.
    pub fn kill(&mut self) {
        // SIGQUIT is its immediate shutdown: it gives no time to its processes, and needs recovery afterwards.
        let asked = Command::new("kill").arg("-QUIT").arg(self.server.id().to_string()).status();
        assert!(asked.is_ok_and(|status| status.success()));
        self.server.wait().unwrap();
    }

    /// Starts it on the same data, and waits until it answers.
    pub async fn start_again(&mut self) {
        self.server = self.command.spawn().unwrap();
        let client = self.connect().await;
        client.batch_execute("select 1").await.unwrap();
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// A connection, as soon as the server answers.
    pub async fn connect(&self) -> Client {
        let text = format!("host=127.0.0.1 port={} user=postgres dbname=postgres", self.port);
        let until = Instant::now() + Duration::from_secs(30);
        loop {
            match tokio_postgres::connect(&text, NoTls).await {
                Ok((client, connection)) => {
                    tokio::spawn(connection);
                    return client;
                }
                Err(error) if Instant::now() > until => panic!("PostgreSQL does not answer: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT is its fast shutdown; a kill would leave shared memory behind.
        let asked = Command::new("kill").arg("-INT").arg(self.server.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}
