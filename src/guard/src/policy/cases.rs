//! Policy tests: `tests/*.toml`.

use super::{Case, Expectation, Problem, RoleName};
use crate::document::{self, Problems, Section, Value};

/// Reads the cases of all files, in their order.
///
/// # Errors
/// Every problem in every file.
pub fn cases(files: &[(String, String)]) -> Result<Vec<Case>, Vec<Problem>> {
    let problems = Problems::default();
    let mut cases = Vec::new();
    for (name, text) in files {
        document::read(name, text, &problems, |file| {
            let items = file.value("case").and_then(|value| value.list()).unwrap_or_default();
            cases.extend(items.iter().filter_map(|item| item.section(|section| case(item, section)).flatten()));
        });
    }
    problems.or(cases)
}

fn case(item: &Value<'_>, section: &Section<'_>) -> Option<Case> {
    let text = |key| section.required(key).and_then(|value| value.string()).map(str::to_owned);
    let (name, role, sql) = (text("name"), text("role"), text("sql"));
    let user = section.value("user").and_then(|value| value.string()).map(str::to_owned);
    let expect = section.required("expect").and_then(|value| expectation(&value));
    let sends = section.value("sends").and_then(|value| value.strings()).unwrap_or_default();
    let sends = sends.into_iter().map(|(fragment, _)| fragment.to_owned()).collect();
    let place = item.place().clone();
    Some(Case {
        file: place.file,
        line: place.line,
        name: name?,
        role: RoleName(role?),
        user,
        sql: sql?,
        expect: expect?,
        sends,
    })
}

fn expectation(value: &Value<'_>) -> Option<Expectation> {
    let text = value.string()?;
    if text == "allowed" {
        return Some(Expectation::Allowed);
    }
    let is_state = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    if !is_state {
        value.problem(
            format!("\"{text}\" is not what a case can expect"),
            Some("\"allowed\" or a SQLSTATE such as \"42703\"".to_owned()),
        );
    }
    is_state.then(|| Expectation::Refused(text.to_owned()))
}
