//! Ten evaluations, and the answers to each question as a person counts them.

use super::done;
use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use datafusion::parquet::arrow::ArrowWriter;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// Identifier, time, namespace, environment, flag, variant, reason, rule, manifest, unit, SDK, its version, context; `-` is NULL.
const EVALUATIONS: &str = r#"
e1  2026-11-01T00:00:00Z shop prod banner a       matched_rule split 5 u1 web 1.0 {"country":"DE","plan":"free"}
e2  2026-11-01T01:00:00Z shop prod banner a       matched_rule split 5 u1 web 1.0 {"country":"DE"}
e3  2026-11-01T02:00:00Z shop prod banner b       matched_rule split 4 u2 web 0.9 {"country":"US","plan":null}
e4  2026-11-02T00:00:00Z shop prod banner b       fallthrough  -     6 u3 ios 2.0 {}
e5  2026-11-02T23:59:00Z shop prod banner a       sdk_default  -     5 -  ios 2.0 {"country":"DE"}
e6  2026-11-02T12:00:00Z shop test banner a       matched_rule split 9 u1 web 1.0 {}
e7  2026-11-02T06:00:00Z shop prod old    off     off          -     6 u2 web 1.0 {"country":"US"}
e8  2026-11-02T07:00:00Z shop prod old    default error        -     6 u4 web 1.0 {}
e9  2026-10-20T07:00:00Z find prod typo   on      matched_rule all   3 u5 go  1.1 {"x":1}
e10 2026-11-02T08:00:00Z find prod speed  on      matched_rule all   6 u5 go  1.1 {"x":2}
"#;

fn write(folder: &Path) {
    let rows: Vec<Vec<&str>> =
        EVALUATIONS.trim().lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).collect();
    let cell = |at: usize| rows.iter().map(move |row| Some(row[at]).filter(|cell| *cell != "-"));
    let text = |at: usize| Arc::new(StringArray::from_iter(cell(at))) as ArrayRef;
    let micros = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp_micros();
    let times = TimestampMicrosecondArray::from_iter(cell(1).map(|time| time.map(micros))).with_timezone("UTC");
    let manifests = Int64Array::from_iter(cell(8).map(|number| number.map(|number| number.parse::<i64>().unwrap())));
    let batch = RecordBatch::try_from_iter_with_nullable([
        ("evaluation_id", text(0), false),
        ("timestamp", Arc::new(times) as ArrayRef, false),
        ("namespace", text(2), false),
        ("environment", text(3), false),
        ("flag_key", text(4), false),
        ("variant_key", text(5), false),
        ("evaluation_reason", text(6), false),
        ("matched_rule_id", text(7), true),
        ("manifest_version", Arc::new(manifests) as ArrayRef, false),
        ("unit_id_hash", text(9), true),
        ("sdk_name", text(10), false),
        ("sdk_version", text(11), false),
        ("context_attributes", text(12), false),
    ])
    .unwrap();
    std::fs::create_dir_all(folder).unwrap();
    let file = std::fs::File::create(folder.join("part.parquet")).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

/// The rows as a person is told them, blanks apart.
fn answers(folder: &Path, question: &[&str]) -> Vec<String> {
    let source = ["--source", folder.to_str().unwrap()];
    let told = done(&[&["telemetry"], question, &source].concat());
    // psql's aligned form: names, a rule, the rows, their number.
    let lines: Vec<&str> = told.lines().collect();
    lines[2..lines.len() - 1]
        .iter()
        .map(|line| line.replace('|', " ").split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn each_question_is_answered_as_counted_by_hand() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("flag_evaluations");
    write(&folder);
    let is = |question: &[&str], expected: &[&str]| assert_eq!(answers(&folder, question), expected, "{question:?}");
    is(
        &["summary"],
        &[
            "find prod speed on 1 1 1.0000 2026-11-02 08:00:00+00 2026-11-02 08:00:00+00",
            "find prod typo on 1 1 1.0000 2026-10-20 07:00:00+00 2026-10-20 07:00:00+00",
            "shop prod banner a 3 1 0.6000 2026-11-01 00:00:00+00 2026-11-02 23:59:00+00",
            "shop prod banner b 2 2 0.4000 2026-11-01 02:00:00+00 2026-11-02 00:00:00+00",
            "shop prod old default 1 1 0.5000 2026-11-02 07:00:00+00 2026-11-02 07:00:00+00",
            "shop prod old off 1 1 0.5000 2026-11-02 06:00:00+00 2026-11-02 06:00:00+00",
            "shop test banner a 1 1 1.0000 2026-11-02 12:00:00+00 2026-11-02 12:00:00+00",
        ],
    );
    is(
        &["rules"],
        &[
            "find speed matched_rule all on 1 1 1.0000",
            "find typo matched_rule all on 1 1 1.0000",
            "shop banner matched_rule split a 3 1 0.5000",
            "shop banner fallthrough b 1 1 0.1667",
            "shop banner matched_rule split b 1 1 0.1667",
            "shop banner sdk_default a 1 0 0.1667",
            "shop old error default 1 1 0.5000",
            "shop old off off 1 1 0.5000",
        ],
    );
    is(
        &["user", "--id", "u1"],
        &[
            "2026-11-02 12:00:00+00 shop test banner a matched_rule split web 1.0",
            "2026-11-01 01:00:00+00 shop prod banner a matched_rule split web 1.0",
            "2026-11-01 00:00:00+00 shop prod banner a matched_rule split web 1.0",
        ],
    );
    // With a unit; a rule, fallthrough, off, a prerequisite, an error, the SDK's default; days.
    is(
        &["coverage"],
        &[
            "find prod speed 1 1.0000 1.0000 0.0000 0.0000 0.0000 0.0000 0.0000 1",
            "find prod typo 1 1.0000 1.0000 0.0000 0.0000 0.0000 0.0000 0.0000 1",
            "shop prod banner 5 0.8000 0.6000 0.2000 0.0000 0.0000 0.0000 0.2000 2",
            "shop prod old 2 1.0000 0.0000 0.0000 0.5000 0.0000 0.5000 0.0000 1",
            "shop test banner 1 1.0000 1.0000 0.0000 0.0000 0.0000 0.0000 0.0000 1",
        ],
    );
    is(
        &["dead-flags"],
        &[
            "find prod speed one variant for everybody on 1 2026-11-02 08:00:00+00",
            "find prod typo no longer evaluated on 1 2026-10-20 07:00:00+00",
            "shop prod old never on 2 2026-11-02 07:00:00+00",
            "shop test banner one variant for everybody a 1 2026-11-02 12:00:00+00",
        ],
    );
    is(
        &["dead-flags", "--idle", "30", "--flag", "typo"],
        &["find prod typo one variant for everybody on 1 2026-10-20 07:00:00+00"],
    );
    // Evaluations; the oldest and the newest manifest; how many were behind, which share, how far.
    is(
        &["version-skew"],
        &[
            "prod go 1.1 2 3 6 0 0.0000 0",
            "prod ios 2.0 2 5 6 1 0.5000 1",
            "prod web 0.9 1 4 4 1 1.0000 1",
            "prod web 1.0 4 5 6 0 0.0000 0",
            "test web 1.0 1 9 9 0 0.0000 0",
        ],
    );
    is(&["contexts"], &["find x 2 1.0000 2", "shop country 5 0.6250 2", "shop plan 2 0.2500 1"]);
    is(&["contexts", "--environment", "test"], &[]);
}

/// The default and the error are no decisions; a unit that was asked twice counts once.
#[test]
fn srm_counts_units_that_a_rule_decided() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("flag_evaluations");
    write(&folder);
    let source = ["--source", folder.to_str().unwrap(), "--format", "json"];
    let answer = done(&[&["telemetry", "srm", "--flag", "banner", "--environment", "prod"], &source[..]].concat());
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let arms: Vec<Value> =
        answer["finding"]["arms"].as_array().unwrap().iter().map(|arm| json!([arm["variant"], arm["units"]])).collect();
    assert_eq!(arms, [json!(["a", 1]), json!(["b", 2])], "{answer}");
    assert_eq!(answer["finding"]["verdict"], "too_few");
}
