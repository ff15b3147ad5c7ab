use super::*;
use crate::config::{AuditFile, AuditSync};
use std::fs;
use std::path::Path;

fn config(path: &Path) -> Audit {
    Audit { file: AuditFile::Path(path.to_path_buf()), sync: AuditSync::Always, rotate: None }
}

fn record(sql: &str) -> Record {
    Record { sql: sql.to_owned(), user: "ann".to_owned(), ..Record::default() }
}

async fn write(log: &AuditLog, sql: &str) -> SqlResult<()> {
    log.begin(record(sql)).await?.write().await
}

fn verified(path: &Path) -> Verified {
    verify(io::BufReader::new(fs::File::open(path).unwrap()), None).unwrap()
}

#[tokio::test]
async fn the_members_stand_in_the_contracts_order() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    let log = AuditLog::open(&config(&path)).unwrap();
    write(&log, "SELECT 1").await.unwrap();
    log.close().await.unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let members: Vec<&str> = text.split('"').filter(|part| !part.is_empty()).collect();
    let wanted = [
        "time",
        "session",
        "user",
        "role",
        "application_name",
        "client_addr",
        "policy_version",
        "sql",
        "decision",
        "sqlstate",
        "rule",
        "tables",
        "columns",
        "window",
        "warehouse",
        "pushed_sql",
        "job_id",
        "local_operators",
        "estimated_bytes",
        "bytes",
        "rows",
        "plan_us",
        "total_us",
        "cached_plan",
        "prev",
        "hash",
    ];
    let mut rest = members.iter();
    for name in wanted {
        assert!(rest.any(|part| *part == name), "{name} is not there, or not in its place: {text}");
    }
    let parsed: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(parsed.as_object().unwrap().len(), wanted.len());
}

#[tokio::test]
async fn the_chain_goes_on_over_restarts_and_shows_each_change() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    for round in 0..3 {
        let log = AuditLog::open(&config(&path)).unwrap();
        for n in 0..4 {
            write(&log, &format!("SELECT {round}, {n}")).await.unwrap();
        }
        log.close().await.unwrap();
    }
    assert_eq!(verified(&path).records, 12);
    let text = fs::read_to_string(&path).unwrap();
    let broken = |text: &str| verify(text.as_bytes(), None).unwrap_err();
    assert!(matches!(broken(&text.replace("SELECT 1, 2", "SELECT 1, 3")), Broken::Changed { line: 7 }));
    let without: String =
        text.lines().enumerate().filter(|(n, _)| *n != 5).map(|(_, line)| format!("{line}\n")).collect();
    assert!(matches!(broken(&without), Broken::Gap { line: 6 }));
    assert!(matches!(broken(text.trim_end()), Broken::CutOff { line: 12 }));
    let tail: String = text.lines().skip(1).map(|line| format!("{line}\n")).collect();
    assert!(matches!(verify(tail.as_bytes(), Some(chain::FIRST)), Err(Broken::Gap { line: 1 })));
}

#[tokio::test]
async fn a_ticket_that_is_dropped_is_recorded() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    let log = AuditLog::open(&config(&path)).unwrap();
    drop(log.begin(record("SELECT pg_sleep(100)")).await.unwrap());
    log.close().await.unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("\"rule\":\"abandoned\"") && text.contains("pg_sleep"), "{text}");
}

#[tokio::test]
async fn a_full_device_refuses_statements_until_there_is_room_again() {
    // A device has no room to reserve, so the first failure is found at a statement's end.
    let log = AuditLog::open(&config(Path::new("/dev/full"))).unwrap();
    let ticket = log.begin(record("SELECT 1")).await.unwrap();
    let error = ticket.write().await.unwrap_err();
    assert_eq!(error.sqlstate(), SqlState::IO_ERROR);
    let error = log.begin(record("SELECT 2")).await.unwrap_err();
    assert_eq!(error.sqlstate(), SqlState::IO_ERROR);
    assert!(log.close().await.is_err());
}

#[test]
fn a_file_that_reserves_nothing_more_refuses_before_the_statement_runs() {
    let dir = tempfile::tempdir().unwrap();
    let config = config(&dir.path().join("audit.ndjson"));
    let (_file, mut space) = file::AuditFile::open(&config).unwrap();
    space.reserve(1 << 10).unwrap();
    // More than any disk has.
    assert!(space.reserve(1 << 62).is_err());
    // What was refused holds no room.
    space.reserve(1 << 10).unwrap();
}

#[tokio::test]
async fn reserved_room_is_not_part_of_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    let log = AuditLog::open(&config(&path)).unwrap();
    write(&log, "SELECT 1").await.unwrap();
    let length = fs::metadata(&path).unwrap().len();
    assert_eq!(length, fs::read(&path).unwrap().len() as u64);
    assert!(fs::read(&path).unwrap().ends_with(b"\"}\n"));
    log.close().await.unwrap();
}

#[tokio::test]
async fn rotation_carries_the_chain_on() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    let log = AuditLog::open(&Audit { rotate: Some(2_000), ..config(&path) }).unwrap();
    for n in 0..20 {
        write(&log, &format!("SELECT {n}")).await.unwrap();
    }
    log.close().await.unwrap();
    let mut names: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(names.len() > 3, "{names:?}");
    // The one without a stamp is the newest.
    names.sort_by_key(|name| (name == &path, name.clone()));
    let mut follows = chain::FIRST.to_owned();
    let mut records = 0;
    for name in &names {
        let file = verify(io::BufReader::new(fs::File::open(name).unwrap()), Some(&follows)).unwrap();
        follows = file.last;
        records += file.records;
    }
    assert_eq!(records, 20);
}

#[test]
fn a_record_that_was_cut_off_by_a_crash_is_taken_off() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    let mut lines = Vec::new();
    let hash = chain::append("{\"sql\":\"SELECT 1\"}", chain::FIRST, &mut lines);
    fs::write(&path, [&lines[..], b"{\"sql\":\"SEL"].concat()).unwrap();
    let (file, _) = file::AuditFile::open(&config(&path)).unwrap();
    assert_eq!(file.last(), hash);
    assert_eq!(fs::read(&path).unwrap(), lines);
}

#[test]
fn a_file_whose_last_record_was_changed_is_not_written_to() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    fs::write(&path, "{\"sql\":\"SELECT 1\"}\n").unwrap();
    assert!(file::AuditFile::open(&config(&path)).is_err());
}

#[test]
fn two_gateways_do_not_write_one_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    let _held = file::AuditFile::open(&config(&path)).unwrap();
    assert!(file::AuditFile::open(&config(&path)).is_err());
}

#[tokio::test]
async fn a_password_is_never_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("audit.ndjson");
    let log = AuditLog::open(&config(&path)).unwrap();
    let mut ticket = log.begin(record("ALTER ROLE ann PASSWORD 'hunter2'")).await.unwrap();
    ticket.update(|record| record.sql = "PASSWORD 'hunter2'".to_owned());
    ticket.write().await.unwrap();
    log.close().await.unwrap();
    assert!(!fs::read_to_string(&path).unwrap().contains("hunter2"));
}
