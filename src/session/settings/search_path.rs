//! `search_path`: a list of identifiers, folded unless quoted.

use super::value::invalid_value;
use crate::error::SqlResult;

/// The list that [`parse`] reads back.
#[must_use]
pub fn text(names: &[String]) -> String {
    let plain = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let quoted = |name: &String| if plain(name) { name.clone() } else { format!("\"{}\"", name.replace('"', "\"\"")) };
    names.iter().map(quoted).collect::<Vec<_>>().join(", ")
}

/// The names in order; `$user` is left as it stands.
pub fn parse(text: &str) -> SqlResult<Vec<String>> {
    let invalid = || invalid_value("search_path", text).detail("List syntax is invalid.");
    let mut names = Vec::new();
    let mut rest = text.trim_start();
    if rest.is_empty() {
        return Ok(names);
    }
    loop {
        let (name, after) = if let Some(quoted) = rest.strip_prefix('"') {
            quoted_name(quoted).ok_or_else(invalid)?
        } else {
            let end = rest.find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            if name.is_empty() {
                return Err(invalid());
            }
            (name.to_ascii_lowercase(), after)
        };
        names.push(name);
        rest = after.trim_start();
        match rest.strip_prefix(',') {
            Some(next) => rest = next.trim_start(),
            None if rest.is_empty() => return Ok(names),
            None => return Err(invalid()),
        }
    }
}

/// What stands up to the closing quote, and what follows it.
fn quoted_name(text: &str) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if c != '"' {
            name.push(c);
        } else if characters.next_if(|(_, next)| *next == '"').is_some() {
            name.push('"');
        } else {
            return Some((name, text.get(at + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{parse, text};

    #[test]
    fn what_is_written_reads_back() {
        let names = ["exp", "Odd Name", "with\"quote", "2nd", "public"].map(str::to_owned);
        assert_eq!(text(&names), "exp, \"Odd Name\", \"with\"\"quote\", \"2nd\", public");
        assert_eq!(parse(&text(&names)).unwrap(), names);
    }
}
