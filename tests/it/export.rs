//! `tollgate export`, as a user runs it.

mod hostile;

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

#[tokio::test]
async fn a_gateway_is_asked_as_any_client_would() {
    let gateway = Gateway::shared();
    let here = tempfile::tempdir().unwrap();
    let port = gateway.port.to_string();
    let ask = |password: &str, more: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_tollgate"))
            .args(["export", "--host", "127.0.0.1", "--port", &port, "--user", "analyst"])
            .args(["--from", "2026-11-01", "--to", "2026-11-21"])
            .args(more)
            .env("PGPASSWORD", password)
            .current_dir(here.path())
            .output()
            .unwrap()
    };
    let typed = "SELECT 1::int2 AS a, 1.50::numeric(5,2) AS b, 'x'::varchar(3) AS c, true AS d, DATE '2024-02-29' AS e, \
        TIMESTAMPTZ '2024-02-29 12:00+00' AS f, ARRAY['y', NULL] AS g, '{\"k\": 1}'::jsonb AS h, NULL::float8 AS i, \
        INTERVAL '1 day' AS j, 'a5f0e6b0-0000-4000-8000-000000000000'::uuid AS k, '\\x00ff'::bytea AS l";
    let csv = ask("demo", &["--query", typed]);
    assert_eq!(
        String::from_utf8_lossy(&csv.stdout),
        "a,b,c,d,e,f,g,h,i,j,k,l\n1,1.50,x,t,2024-02-29,2024-02-29 12:00:00+00,\"{y,NULL}\",\"{\"\"k\"\": 1}\",,1 day,\
         a5f0e6b0-0000-4000-8000-000000000000,\\x00ff\n",
        "{csv:?}"
    );
    let envelope =
        ask("demo", &["--query", "SELECT * FROM exp.flag_evaluations", "--output", "x.parquet", "--format", "json"]);
    let envelope: serde_json::Value = serde_json::from_slice(&envelope.stdout).expect("an envelope");
    assert_eq!(envelope["time_range"]["from"], "2026-11-01T00:00:00Z", "{envelope}");
    assert_eq!(envelope["source"]["kind"], "gateway");
    let count = ask("demo", &["--query", "SELECT count(*) FROM exp.flag_evaluations"]);
    let count: u64 = String::from_utf8_lossy(&count.stdout).lines().nth(1).unwrap().parse().unwrap();
    assert_eq!(envelope["record_count"], count);
    assert!(count > 0 && here.path().join("x.parquet").metadata().unwrap().len() > 1_000);
    // A limit ends the statement early, and the connection is still good for the window.
    let few = ask("demo", &["--query", "SELECT i FROM generate_series(1, 1000000) AS g(i)", "--limit", "3"]);
    assert_eq!(String::from_utf8_lossy(&few.stdout), "i\n1\n2\n3\n", "{few:?}");

    let hidden = ask("demo", &["--query", "SELECT request_id FROM exp.flag_evaluations", "--output", "y.csv"]);
    assert_eq!(hidden.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&hidden.stderr).contains("ERROR:  42703: "), "{hidden:?}");
    assert!(!here.path().join("y.csv").exists());
    let stranger = ask("wrong", &["--query", "SELECT 1"]);
    assert!(String::from_utf8_lossy(&stranger.stderr).contains("28P01"), "{stranger:?}");
    assert_eq!(ask("demo", &["--role", "admin", "--query", "SELECT 1"]).status.code(), Some(1));
}

#[test]
fn a_gateway_is_asked_over_tls_and_verified() {
    let gateway = Gateway::secured();
    let here = tempfile::tempdir().unwrap();
    let port = gateway.port.to_string();
    let ask = |host: &str, more: &[&str]| {
        let place = ["--host", host, "--port", &port, "--user", "analyst", "--query", "SELECT 1 AS one"];
        let mut command = Command::new(env!("CARGO_BIN_EXE_tollgate"));
        command.arg("export").args(place).args(more).env("PGPASSWORD", "demo").current_dir(here.path());
        command.output().unwrap()
    };
    let ca = gateway.ca.to_str().unwrap();
    for trusted in [&["--ca", ca][..], &["--tls", "require"]] {
        let answer = ask("localhost", trusted);
        assert_eq!(String::from_utf8_lossy(&answer.stdout), "one\n1\n", "{answer:?}");
    }
    let unknown = ask("localhost", &["--tls", "verify-full"]);
    assert_eq!(unknown.status.code(), Some(1), "{unknown:?}");
}

/// But for `executed_at`, and whatever a window relative to it resolves to; the file is the same to the byte.
#[test]
fn the_same_export_is_the_same_each_time() {
    let gateway = Gateway::shared();
    let source = gateway.dir.path().join("demo/lake/flag_evaluations");
    let here = tempfile::tempdir().unwrap();
    let envelope = |more: &[&str]| {
        let text = done(&[&["--source", source.to_str().unwrap(), "--format", "json"], more].concat(), here.path());
        let mut envelope: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(envelope.as_object_mut().unwrap().remove("executed_at").is_some(), "{text}");
        envelope
    };
    let narrow = ["--flag", "ranking-v2", "--environment", "production", "--from", "2026-11-01", "--to", "2026-11-11"];
    for more in [&["--limit", "20"][..], &narrow, &["--output", "x.parquet"], &["--output", "x.csv"]] {
        let output = |more: &[&str]| more.get(1).and_then(|name| std::fs::read(here.path().join(name)).ok());
        let (first, bytes) = (envelope(more), output(more));
        for _ in 0..3 {
            assert_eq!(envelope(more), first, "{more:?}");
            assert!(output(more) == bytes, "another file: {more:?}");
        }
    }
}

#[test]
fn wrong_usage_is_told_before_anything_runs() {
    let here = tempfile::tempdir().unwrap();
    for arguments in [
        &["--source", "nowhere", "--output", "x.xlsx"][..],
        &["--source", "nowhere", "--role", "analyst"],
        &["--source", "nowhere", "--to", "2026-11-01"],
        &["--query", "SELECT 1", "--flag", "a", "--source", "nowhere"],
        &["--port", "6432", "--role", "analyst"],
        &[],
    ] {
        assert_eq!(export(arguments, here.path()).status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(export(&["--source", "nowhere"], here.path()).status.code(), Some(1));
    assert_eq!(std::fs::read_dir(here.path()).unwrap().count(), 0);
}

/// Who could read the old file can read the new one; one that may not be written stays.
#[test]
fn a_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let here = tempfile::tempdir().unwrap();
    let gateway = Gateway::shared();
    let lake = gateway.dir.path().join("demo/lake/flag_evaluations");
    let arguments = ["--source", lake.to_str().unwrap(), "--query", "SELECT 1 AS one", "--output", "out.csv"];
    let path = here.path().join("out.csv");
    std::fs::write(&path, "old").unwrap();
    let set = |mode: u32| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o600);
    done(&arguments, here.path());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\n1\n");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    std::fs::write(&path, "old").unwrap();
    set(0o400);
    assert_eq!(export(&arguments, here.path()).status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(std::fs::read_dir(here.path()).unwrap().count(), 1);
}

#[test]
fn a_signal_ends_an_export_and_leaves_nothing_behind() {
    let here = tempfile::tempdir().unwrap();
    let gateway = Gateway::shared();
    let lake = gateway.dir.path().join("demo/lake/flag_evaluations");
    let endless =
        "SELECT i, j, repeat('x', 200) FROM generate_series(1, 100000) AS g(i), generate_series(1, 100000) AS h(j)";
    for (signal, name) in [("-TERM", "out.parquet"), ("-INT", "out.csv")] {
        std::fs::write(here.path().join(name), "the old one").unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_tollgate"))
            .args(["export", "--source", lake.to_str().unwrap(), "--query", endless, "--output", name])
            .current_dir(here.path())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // It has begun to write.
        let begun = || {
            let files = std::fs::read_dir(here.path()).unwrap().map(|entry| entry.unwrap());
            files
                .filter(|file| file.file_name().to_string_lossy().starts_with('.'))
                .any(|file| file.metadata().unwrap().len() > 0)
        };
        while !begun() {
            assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        assert_eq!(child.wait().unwrap().code(), Some(1), "{signal}");
        assert_eq!(std::fs::read_to_string(here.path().join(name)).unwrap(), "the old one");
        std::fs::remove_file(here.path().join(name)).unwrap();
        assert_eq!(std::fs::read_dir(here.path()).unwrap().count(), 0, "{signal}");
    }
}
