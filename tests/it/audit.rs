//! The statement log on a full disk, as a limit on the size of the gateway's files plays it: no audit, no query, and the session lives on.

use crate::gateway::{Gateway, PATIENCE, Process, free_port};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use tokio_postgres::{Client, NoTls};

/// A gateway on the demo's folder whose files can grow to 32 KiB, and no further for now.
fn serve_on_a_small_disk(folder: &Path, port: u16) -> Process {
    let text = format!(
        "[server]\nlisten = \"127.0.0.1:{port}\"\n\n[log]\nlevel = \"error\"\n\n[audit]\nfile = \"small.ndjson\"\n\n\
         [[warehouse]]\nname = \"lake\"\nkind = \"embedded\"\npath = \"lake\"\n"
    );
    std::fs::write(folder.join("small.toml"), text).unwrap();
    // A soft limit, in blocks of half a KiB: it can be raised while the gateway runs.
    let script = "ulimit -S -f 64 && exec \"$0\" serve --config small.toml";
    let child = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_tollgate")])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    Process(child)
}

async fn connect(port: u16) -> Client {
    let until = Instant::now() + PATIENCE;
    loop {
        let address = format!("host=127.0.0.1 port={port} user=analyst password=demo dbname=tollgate");
        match tokio_postgres::connect(&address, NoTls).await {
            Ok((client, connection)) => {
                tokio::spawn(connection);
                return client;
            }
            Err(error) => assert!(Instant::now() < until, "the gateway does not answer: {error}"),
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

fn records(log: &Path) -> usize {
    std::fs::read_to_string(log).unwrap().lines().count()
}

#[tokio::test]
async fn on_a_full_disk_no_statement_runs_and_the_session_lives_on() {
    let mut demo = Gateway::start();
    let dir = std::mem::replace(&mut demo.dir, tempfile::tempdir().unwrap());
    drop(demo);
    let (folder, port) = (dir.path().join("demo"), free_port());
    let serving = serve_on_a_small_disk(&folder, port);
    let log = folder.join("small.ndjson");
    let client = connect(port).await;
    let counted = "SELECT count(*) FROM exp.flag_evaluations --since 90d";

    let mut answered = 0;
    let full = loop {
        match client.simple_query(counted).await {
            Ok(_) => answered += 1,
            Err(error) => break error,
        }
        assert!(answered < 1_000, "it never was full");
    };
    let report = full.as_db_error().unwrap_or_else(|| panic!("the session did not survive: {full:?}"));
    assert_eq!(report.code().code(), "58030", "{report:?}");
    assert!(report.message().contains("audited") && report.detail().is_some() && report.hint().is_some());
    assert!(answered > 0);
    assert_eq!(records(&log), answered, "one record for each answer");

    // It is refused as long as it lasts, by both protocols, in a new session too, whatever the statement.
    let other = connect(port).await;
    for session in [&client, &other] {
        for statement in ["SELECT 1", counted, "DELETE FROM exp.events", "not SQL"] {
            let error = session.simple_query(statement).await.expect_err(statement);
            assert_eq!(error.as_db_error().unwrap().code().code(), "58030", "{statement}: {error:?}");
        }
        let error = session.query("SELECT 1", &[]).await.expect_err("the extended protocol");
        assert_eq!(error.as_db_error().unwrap().code().code(), "58030", "{error:?}");
    }
    assert_eq!(records(&log), answered);

    // Once there is room again the same sessions go on, and the chain has no gap.
    let raised = Command::new("prlimit").args(["--fsize=unlimited", "--pid", &serving.0.id().to_string()]).status();
    assert!(raised.unwrap().success());
    for session in [&client, &other] {
        session.simple_query(counted).await.unwrap();
    }
    assert!(records(&log) >= answered + 2);
    let verified = Command::new(env!("CARGO_BIN_EXE_tollgate")).args(["audit", "verify"]).arg(&log).output().unwrap();
    assert!(verified.status.success(), "{verified:?}");
}
