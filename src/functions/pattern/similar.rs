//! SIMILAR TO: SQL's own patterns, turned into POSIX ones as PostgreSQL turns them.
//!
//! Comes in: a pattern and an escape character. Goes out: a regular expression's text. Must never: leave a character of the pattern without its meaning.

use super::super::entry::Entry;
use super::super::kernel::Call;
use super::super::rows::{Str, build};
use super::regexp::{Compiled, captured};
use super::translate::Options;
use crate::error::{SqlError, SqlResult};
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

pub fn entries() -> Vec<Entry> {
    vec![
        Entry::kernel("similar_to_escape(text) text", similar_to_escape),
        Entry::kernel("similar_to_escape(text, text) text", similar_to_escape),
        // Its NULL for the escape is the backslash, as none is.
        Entry::kernel("similar_escape(text, text) text", similar_escape).on_null(),
        Entry::kernel("substring(text, text, text) text", substring),
    ]
}

fn similar_to_escape(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let patterns = call.column::<Str>(0)?;
    let escapes = if call.columns.len() > 1 { Some(call.column::<Str>(1)?) } else { None };
    build::<String>(call.rows, |row| {
        let escape = escapes.as_ref().map_or(Some("\\"), |escapes| escapes.get(row));
        match (patterns.get(row), escape) {
            (Some(pattern), Some(escape)) => posix(pattern, escape).map(Some),
            _ => Ok(None),
        }
    })
}

fn similar_escape(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (patterns, escapes) = (call.column::<Str>(0)?, call.column::<Str>(1)?);
    build::<String>(call.rows, |row| {
        patterns.get(row).map(|pattern| posix(pattern, escapes.get(row).unwrap_or("\\"))).transpose()
    })
}

/// `substring(text similar pattern escape c)`
fn substring(call: &Call<'_>) -> SqlResult<ArrayRef> {
    let (texts, patterns, escapes) = (call.column::<Str>(0)?, call.column::<Str>(1)?, call.column::<Str>(2)?);
    let compiled = Compiled::default();
    build::<String>(call.rows, |row| {
        let (Some(text), Some(pattern), Some(escape)) = (texts.get(row), patterns.get(row), escapes.get(row)) else {
            return Ok(None);
        };
        let regex = compiled.regex(&posix(pattern, escape)?, Options::default())?;
        let Some(found) = regex.captures(text) else { return Ok(None) };
        Ok(captured(&found).first().copied().flatten().map(str::to_owned))
    })
}

fn posix(pattern: &str, escape: &str) -> SqlResult<String> {
    let mut characters = escape.chars();
    let escape = characters.next();
    if characters.next().is_some() {
        return Err(SqlError::new(SqlState::INVALID_ESCAPE_SEQUENCE, "invalid escape string")
            .hint("Escape string must be empty or one character."));
    }
    let mut out = String::from("^(?:");
    let mut separators = 0;
    let mut in_bracket = false;
    let mut rest = pattern.chars();
    while let Some(character) = rest.next() {
        match character {
            _ if Some(character) == escape => match rest.next() {
                Some('"') if !in_bracket => {
                    out.push_str(separator(separators)?);
                    separators += 1;
                }
                Some(escaped) => out.extend(['\\', escaped]),
                None => {}
            },
            '\\' if in_bracket => out.push_str("\\\\"),
            ']' if in_bracket => {
                out.push(']');
                in_bracket = false;
            }
            other if in_bracket => out.push(other),
            '[' => {
                out.push('[');
                in_bracket = true;
            }
            '%' => out.push_str(".*"),
            '_' => out.push('.'),
            '(' => out.push_str("(?:"),
            '\\' | '.' | '^' | '$' => out.extend(['\\', character]),
            other => out.push(other),
        }
    }
    out.push_str(")$");
    Ok(out)
}

/// Two escaped quotes cut the pattern into what stands before, what is wanted (the shortest before decides), and what stands after.
fn separator(seen: usize) -> SqlResult<&'static str> {
    match seen {
        0 => Err(SqlError::unsupported("SUBSTRING with SIMILAR and separators is not supported")),
        1 => Ok(")"),
        _ => Err(SqlError::new(
            SqlState::SUBSTRING_ERROR,
            "SQL regular expression may not contain more than two escape-double-quote separators",
        )),
    }
}
