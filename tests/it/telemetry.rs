//! `tollgate telemetry`, as a user runs it, over the sample data.

mod by_hand;

use crate::gateway::Gateway;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

fn tollgate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tollgate")).args(arguments).env("PGPASSWORD", "demo").output().unwrap()
}

fn done(arguments: &[&str]) -> String {
    let output = tollgate(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Enough people that the planned mismatch shows; made once.
fn evaluations() -> &'static Path {
    static MADE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = MADE.get_or_init(|| {
        let gateway = Gateway::start_with_rows(120_000);
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("flag_evaluations");
        std::fs::rename(gateway.dir.path().join("demo/lake/flag_evaluations"), &path).unwrap();
        (dir, path)
    });
    path
}

/// Asks about the sample directly.
fn ask(question: &[&str]) -> serde_json::Value {
    let source = evaluations().to_str().unwrap();
    let arguments = [&["telemetry"], question, &["--source", source, "--format", "json"]].concat();
    serde_json::from_str(&done(&arguments)).unwrap()
}

fn records(question: &[&str]) -> Vec<serde_json::Value> {
    ask(question)["records"].as_array().unwrap().clone()
}

#[test]
fn srm_finds_the_mismatch_and_no_other() {
    let verdict = |flag: &str, expected: &str| {
        let answer = ask(&["srm", "--flag", flag, "--expected", expected]);
        assert!(answer["finding"]["units"].as_u64().unwrap() > 1_000, "{answer}");
        answer["finding"]["verdict"].as_str().unwrap().to_owned()
    };
    let even = "control=0.5,treatment=0.5";
    assert_eq!(verdict("one-click-checkout", even), "mismatch");
    assert_eq!(verdict("one-click-checkout", "control=53,treatment=47"), "no_mismatch");
    assert_eq!(verdict("free-shipping-banner", even), "no_mismatch");
    assert_eq!(verdict("ranking-v2", even), "no_mismatch");
    let few = ask(&["srm", "--flag", "one-click-checkout", "--from", "2026-08-23", "--to", "2026-08-24"]);
    assert_eq!(few["finding"]["verdict"], "too_few", "{few}");
    let source = evaluations().to_str().unwrap();
    let human = done(&["telemetry", "srm", "--flag", "one-click-checkout", "--source", source]);
    assert!(human.contains("ALARM") && human.contains("p = "), "{human}");
    let unplanned =
        tollgate(&["telemetry", "srm", "--flag", "ranking-v2", "--expected", "a=1,b=1", "--source", source]);
    assert_eq!(unplanned.status.code(), Some(1), "{unplanned:?}");
}

#[test]
fn every_question_has_an_answer() {
    let whole: u64 = records(&["summary"]).iter().map(|row| row["evaluations"].as_u64().unwrap()).sum();
    assert_eq!(whole, 120_000);
    let rules = records(&["rules", "--flag", "new-checkout"]);
    assert!(rules.iter().any(|row| row["matched_rule_id"] == "ramp" && row["variant_key"] == "on"), "{rules:?}");

    let one = records(&["user", "--id", "u7"]);
    assert!(
        !one.is_empty() && one.windows(2).all(|pair| pair[0]["timestamp"].as_str() >= pair[1]["timestamp"].as_str())
    );
    // SHA-256 of u7.
    let hash = "e8180000fa67e824043aa522c6743de57dbc5de1d39d5483acb618b699a9dd00";
    assert_eq!(records(&["user", "--id", hash]), one);
    assert!(records(&["user", "--id", "nobody"]).is_empty());

    for row in records(&["coverage"]) {
        let share = |name: &str| row[name].as_f64().unwrap();
        let whole: f64 = ["matched_rule", "fallthrough", "off", "prerequisite_failed", "error", "sdk_default"]
            .iter()
            .map(|reason| share(reason))
            .sum();
        assert!((whole - 1.0).abs() < 0.001 && share("with_unit") > 0.5, "{row}");
    }
    let dead = records(&["dead-flags", "--environment", "production"]);
    let finding = |flag: &str| dead.iter().find(|row| row["flag_key"] == flag).map(|row| row["finding"].clone());
    assert_eq!(finding("old-index").unwrap(), "never on");
    assert_eq!(finding("typeahead").unwrap(), "one variant for everybody");
    assert_eq!(finding("ranking-v2"), None);

    let skew = records(&["version-skew"]);
    assert!(!skew.is_empty() && skew.iter().all(|row| row["behind"].as_u64().unwrap() == 0), "{skew:?}");
    let contexts = records(&["contexts", "--namespace", "checkout"]);
    let names: Vec<&str> = contexts.iter().map(|row| row["attribute"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 3, "{contexts:?}");
    assert!(names.contains(&"user.country") && contexts[0]["share"].as_f64().unwrap() > 0.8, "{contexts:?}");
}

/// At a gateway a question is what the role may ask, and nothing else.
#[test]
fn a_gateway_answers_within_the_role() {
    let gateway = Gateway::shared();
    let port = gateway.port.to_string();
    let place =
        ["--host", "127.0.0.1", "--port", &port, "--user", "analyst", "--from", "2026-11-01", "--to", "2026-11-21"];
    let summary = done(&[&["telemetry", "summary"], &place[..]].concat());
    assert!(summary.contains("one-click-checkout") && !summary.contains("ranking-v2"), "{summary}");
    let hidden = tollgate(&[&["telemetry", "contexts"], &place[..]].concat());
    assert_eq!(hidden.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&hidden.stderr).contains("42703"), "{hidden:?}");
}
