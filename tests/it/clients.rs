//! Real clients of other languages: each program of tests/clients against a gateway of its own data.

use crate::gateway::Gateway;
use std::path::Path;
use std::process::Command;

/// Runs one program, which says of each of its tests whether it passed.
fn passes(program: &str) {
    let Some(python) = std::env::var_os("TOLLGATE_TEST_PYTHON") else {
        eprintln!("SKIPPED: {program} needs TOLLGATE_TEST_PYTHON, which tests/run sets");
        return;
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
    let gateway = Gateway::shared();
    let output = Command::new(python)
        .arg(folder.join(program))
        .env("TOLLGATE_TEST_PORT", gateway.port.to_string())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("ok test_"),
        "{program}:\n{said}\n{complained}\n{}",
        gateway.log()
    );
}

/// Takes one client through the steps of tests/clients/steps, over TLS.
fn steps(program: &str, arguments: &[&str]) {
    let Some(python) = std::env::var_os("TOLLGATE_TEST_PYTHON") else {
        eprintln!("SKIPPED: {program} needs TOLLGATE_TEST_PYTHON, which tests/run sets");
        return;
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients/steps");
    let gateway = Gateway::secured();
    let output = Command::new(python)
        .arg(folder.join(program))
        .args(arguments)
        .env("TOLLGATE_TEST_PORT", gateway.port.to_string())
        .env("TOLLGATE_TEST_CA", &gateway.ca)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    // connect, types, parameters, cursor, metadata and error are everybody's.
    let passed = said.lines().filter(|line| line.starts_with("ok ")).count();
    assert!(output.status.success() && passed >= 6, "{program}:\n{said}\n{complained}\n{}", gateway.log());
}

#[test]
fn psycopg_3() {
    passes("psycopg3.py");
}

#[test]
fn psycopg_2() {
    passes("psycopg2_.py");
}

#[test]
fn asyncpg() {
    passes("asyncpg_.py");
}

#[test]
fn pg8000() {
    passes("pg8000_.py");
}

#[test]
fn sqlalchemy() {
    passes("sqlalchemy_.py");
}

#[test]
fn steps_of_psycopg_3() {
    steps("psycopg3.py", &[]);
}

#[test]
fn steps_of_psycopg_2() {
    steps("psycopg2_.py", &[]);
}

#[test]
fn steps_of_asyncpg() {
    steps("asyncpg_.py", &[]);
}

#[test]
fn steps_of_pg8000() {
    steps("pg8000_.py", &[]);
}

#[test]
fn steps_of_sqlalchemy_over_psycopg() {
    steps("sqlalchemy_.py", &["psycopg"]);
}

#[test]
fn steps_of_sqlalchemy_over_psycopg2() {
    steps("sqlalchemy_.py", &["psycopg2"]);
}

#[test]
fn steps_of_sqlalchemy_over_pg8000() {
    steps("sqlalchemy_.py", &["pg8000"]);
}

#[test]
fn steps_of_sqlalchemy_over_asyncpg() {
    steps("sqlalchemy_.py", &["asyncpg"]);
}
