//! Expressions and what PostgreSQL 15 answers to them (`vectors/*.t`, made by `vectors/record.py`): type and text, or `!` and the SQLSTATE.

use super::testing::{context, evaluate};

fn compare(file: &str) {
    let lines: Vec<&str> = file.lines().collect();
    let context = context();
    let mut wrong = Vec::new();
    for pair in lines.chunks_exact(2) {
        let (expression, expected) = (pair[0], pair[1].trim_start_matches("    "));
        let found = evaluate(expression, &context);
        if found != expected {
            wrong.push(format!("{expression}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len() / 2, wrong.join("\n"));
}

#[test]
fn expressions_mean_what_postgresql_means() {
    compare(include_str!("vectors/scalar.t"));
}

#[test]
fn rarer_functions_mean_what_postgresql_means() {
    compare(include_str!("vectors/more.t"));
}

#[test]
fn numbers_are_written_and_read_as_by_postgresql() {
    compare(include_str!("vectors/numbers.t"));
}

#[test]
fn dates_are_read_as_by_postgresql() {
    compare(include_str!("vectors/dates.t"));
}

/// Every scalar function and operator over edge values of its arguments' types; `vectors/sweep.py` makes the calls.
#[test]
fn a_sweep_over_the_catalogue_agrees() {
    compare(include_str!("vectors/sweep.t"));
}

/// For files that are too large to keep: `VECTORS=file cargo test --lib a_file_of_ones_own -- --ignored`.
#[test]
#[ignore = "needs a file"]
fn a_file_of_ones_own() {
    let path = std::env::var("VECTORS").expect("a path in VECTORS");
    compare(&std::fs::read_to_string(path).expect("a file"));
}
