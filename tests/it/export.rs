//! `tollgate export`, as a user runs it.

use crate::gateway::Gateway;
use std::path::Path;
use std::process::{Command, Output};

fn export(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tollgate")).arg("export").args(arguments).current_dir(folder).output().unwrap()
}

fn done(arguments: &[&str], folder: &Path) -> String {
    let output = export(arguments, folder);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The demo's folder once its gateway has ended: two processes never share an audit log.
fn demo() -> tempfile::TempDir {
    let mut gateway = Gateway::start();
    let dir = std::mem::replace(&mut gateway.dir, tempfile::tempdir().unwrap());
    drop(gateway);
    dir
}

#[test]
fn a_role_exports_what_it_may_read() {
    let dir = demo();
    let folder = dir.path().join("demo");
    let query = ["--role", "analyst", "--from", "2026-11-01", "--to", "2026-11-11", "--query"];
    let with = |sql: &'static str, more: &[&'static str]| [&query[..], &[sql], more].concat();

    let csv = done(&with("SELECT DISTINCT namespace FROM exp.flag_evaluations", &[]), &folder);
    assert_eq!(csv, "namespace\ncheckout\n");

    let refused = export(&with("SELECT request_id FROM exp.flag_evaluations", &["--output", "x.parquet"]), &folder);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("42703"), "{refused:?}");
    assert!(!folder.join("x.parquet").exists());

    let envelope =
        done(&with("SELECT * FROM exp.flag_evaluations", &["--output", "x.parquet", "--format", "json"]), &folder);
    let envelope: serde_json::Value = serde_json::from_str(&envelope).unwrap();
    assert_eq!(envelope["time_range"]["from"], "2026-11-01T00:00:00Z", "{envelope}");
    assert!(folder.join("x.parquet").exists());

    let records = done(&with("SELECT * FROM exp.flag_evaluations", &["--format", "json", "--limit", "5"]), &folder);
    let records: serde_json::Value = serde_json::from_str(&records).unwrap();
    assert_eq!(records["records"].as_array().unwrap().len(), 5);
    assert_eq!(records["record_count"], 5);
    assert!(records["records"][0].get("request_id").is_none());

    assert_eq!(export(&["--since", "1d", "--from", "2026-11-01", "--role", "analyst"], &folder).status.code(), Some(2));
    let log = std::fs::read_to_string(folder.join("audit.ndjson")).unwrap();
    assert!(log.lines().filter(|line| line.contains("\"session\":\"command-line\"")).count() >= 4, "{log}");
}

#[test]
fn parquet_is_read_without_a_gateway() {
    let gateway = Gateway::shared();
    let source = gateway.dir.path().join("demo/lake/flag_evaluations");
    let here = tempfile::tempdir().unwrap();
    let source = ["--source", source.to_str().unwrap()];
    let count = |more: &[&str]| done(&[&source[..], more].concat(), here.path());
    let one = "SELECT count(*) FROM flag_evaluations";
    let all: u64 = count(&["--query", one]).lines().nth(1).unwrap().parse().unwrap();
    assert_eq!(all, crate::gateway::ROWS);
    let lines = count(&["--flag", "one-click-checkout", "--environment", "production", "--limit", "7"]);
    assert_eq!(lines.lines().count(), 8, "{lines}");
    assert!(lines.lines().skip(1).all(|line| line.contains(",one-click-checkout,")), "{lines}");
    std::fs::write(here.path().join("q.sql"), one).unwrap();
    let part: u64 = count(&["--query", "@q.sql", "--from", "2026-11-01"]).lines().nth(1).unwrap().parse().unwrap();
    assert!(part > 0 && part < all, "{part} of {all}");
}
