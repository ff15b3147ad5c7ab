//! Array literals: `{1,2,NULL,"a b"}`.

use super::{Input, InputError};
use crate::error::SqlError;
use guard::SqlState;

/// One element's text; `None` is NULL.
pub(super) type Element = Option<String>;

fn malformed(text: &str, detail: impl Into<String>) -> InputError {
    InputError::with_text(SqlState::INVALID_TEXT_REPRESENTATION, "malformed array literal", text).detail(detail)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

/// Cuts an array literal into its elements.
pub(super) fn elements(text: &str) -> Input<Vec<Element>> {
    let rest = text.trim_start_matches(is_blank);
    if rest.starts_with('[') {
        return Err(InputError::fixed(
            SqlState::FEATURE_NOT_SUPPORTED,
            "array literals with lower bounds are not supported",
        ));
    }
    let Some(rest) = rest.strip_prefix('{') else {
        return Err(malformed(text, "Array value must start with \"{\" or dimension information."));
    };
    let mut list = Vec::new();
    let mut rest = rest.trim_start_matches(is_blank);
    if let Some(after) = rest.strip_prefix('}') {
        return end(text, after).map(|()| list);
    }
    loop {
        let (element, after) = element(text, rest, list.is_empty())?;
        list.push(element);
        rest = after.trim_start_matches(is_blank);
        let mut chars = rest.chars();
        match chars.next() {
            Some(',') => rest = chars.as_str(),
            Some('}') => return end(text, chars.as_str()).map(|()| list),
            Some('{') => return Err(malformed(text, "Unexpected \"{\" character.")),
            Some(_) => return Err(malformed(text, "Unexpected array element.")),
            None => return Err(malformed(text, "Unexpected end of input.")),
        }
    }
}

fn end(text: &str, rest: &str) -> Input<()> {
    if rest.trim_start_matches(is_blank).is_empty() {
        Ok(())
    } else {
        Err(malformed(text, "Junk after closing right brace."))
    }
}

fn element<'a>(text: &str, from: &'a str, first: bool) -> Input<(Element, &'a str)> {
    let from = from.trim_start_matches(is_blank);
    match from.chars().next() {
        None => return Err(malformed(text, "Unexpected end of input.")),
        Some('{') if !first => return Err(malformed(text, "Unexpected \"{\" character.")),
        Some('{') => {
            let message = "arrays of more than one dimension are not supported";
            return Err(InputError::fixed(SqlState::FEATURE_NOT_SUPPORTED, message));
        }
        Some(c @ ('}' | ',')) => return Err(malformed(text, format!("Unexpected \"{c}\" character."))),
        _ => {}
    }
    if let Some(quoted) = from.strip_prefix('"') {
        return quoted_element(text, quoted);
    }
    let mut out = String::new();
    let (mut chars, mut escaped, mut kept) = (from.char_indices(), false, 0);
    let mut rest = "";
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => {
                let (_, next) = chars.next().ok_or_else(|| malformed(text, "Unexpected end of input."))?;
                out.push(next);
                escaped = true;
                kept = out.len();
            }
            ',' | '}' => {
                rest = from.get(at..).unwrap_or("");
                break;
            }
            '"' | '{' => return Err(malformed(text, "Unexpected array element.")),
            c => {
                out.push(c);
                if !is_blank(c) {
                    kept = out.len();
                }
            }
        }
    }
    out.truncate(kept);
    let null = !escaped && out.eq_ignore_ascii_case("null");
    Ok(((!null).then_some(out), rest))
}

fn quoted_element<'a>(text: &str, from: &'a str) -> Input<(Element, &'a str)> {
    let mut out = String::new();
    let mut chars = from.chars();
    loop {
        match chars.next() {
            Some('"') => return Ok((Some(out), chars.as_str())),
            Some('\\') => match chars.next() {
                Some(next) => out.push(next),
                None => break,
            },
            Some(c) => out.push(c),
            None => break,
        }
    }
    Err(malformed(text, "Unexpected end of input."))
}

impl From<SqlError> for InputError {
    /// A failure that quotes nothing.
    fn from(error: SqlError) -> Self {
        let report = error.report();
        let plain = InputError::fixed(report.sqlstate, report.message.clone());
        match &report.detail {
            Some(detail) => plain.detail(detail.clone()),
            None => plain,
        }
    }
}
