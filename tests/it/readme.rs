//! The session that the README shows, repeated with the real psql.

use crate::gateway::Gateway;
use std::io::Write;
use std::process::{Command, Stdio};

const README: &str = include_str!("../../README.md");
const MARK: &str = "--8<--";

/// One statement or command of the session, and what the README says came back.
struct Step {
    typed: String,
    shown: String,
}

fn steps() -> Vec<Step> {
    let (_, session) = README.split_once("psql -h 127.0.0.1 -p 6432 -U analyst tollgate\n").expect("a session");
    let (session, _) = session.split_once("```").expect("the session's end");
    let mut steps: Vec<Step> = Vec::new();
    for line in session.lines() {
        let prompt = |mark: &str| line.strip_prefix("tollgate").and_then(|rest| rest.strip_prefix(mark));
        let continued = ["-> ", "(> ", "'> "].iter().find_map(|mark| prompt(mark));
        match (prompt("=> "), continued, steps.last_mut()) {
            (Some(typed), ..) => steps.push(Step { typed: format!("{typed}\n"), shown: String::new() }),
            (None, Some(typed), Some(step)) => step.typed.push_str(&format!("{typed}\n")),
            (None, None, Some(step)) => step.shown.push_str(&format!("{line}\n")),
            (_, _, None) => panic!("{line:?} comes before the first prompt"),
        }
    }
    steps
}

/// Without what depends on the day and on how many rows the sample has: figures, and the widths that follow from them.
fn outline(text: &str) -> String {
    let mut outline = String::new();
    for character in text.lines().flat_map(|line| line.trim_end().chars().chain(['\n'])) {
        let character = match character {
            character if character.is_ascii_digit() => '9',
            character if character.is_whitespace() && character != '\n' => ' ',
            character => character,
        };
        let repeated = matches!(character, '9' | ' ' | '-' | '\n') && outline.ends_with(character);
        if !repeated {
            outline.push(character);
        }
    }
    outline.trim().to_owned()
}

#[test]
fn the_readme_can_be_repeated() {
    let steps = steps();
    assert!(steps.len() > 4, "{} steps", steps.len());
    let gateway = Gateway::shared();
    let mut psql = Command::new("sh")
        .args(["-c", &format!("psql -X -h 127.0.0.1 -p {} -U analyst tollgate 2>&1", gateway.port)])
        .env("PGPASSWORD", "demo")
        .env("PAGER", "cat")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("psql, which tests/run installs");
    let typed: String = steps.iter().map(|step| format!("{}\\echo {MARK}\n", step.typed)).collect();
    psql.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let said = String::from_utf8(psql.wait_with_output().unwrap().stdout).unwrap();
    let answers: Vec<&str> = said.split(&format!("{MARK}\n")).collect();
    assert_eq!(answers.len(), steps.len() + 1, "{said}");
    for (step, answer) in steps.iter().zip(answers) {
        assert_eq!(outline(answer), outline(&step.shown), "{}", step.typed);
    }
}
