//! Window directives in line comments: `--since 7d`, `--from 2026-11-01 --to 2026-11-08`.

use super::Directives;
use super::lex::LineComment;
use super::reader::Parse;
use crate::{Refusal, SqlState};

/// Reads one comment into `directives`. A comment whose first word is no directive is only a comment.
pub(super) fn read(text: &str, comment: &LineComment, directives: &mut Directives) -> Parse<()> {
    let comment_text = text.get(comment.start..comment.end).unwrap_or_default();
    let mut words = comment_text.split([' ', '\t', '\x0c']).filter(|word| !word.is_empty()).peekable();
    if !words.peek().is_some_and(|word| is_directive(word)) {
        return Ok(());
    }
    while let Some(word) = words.next() {
        let (name, glued) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        let slot = match name {
            "--since" => &mut directives.since,
            "--from" => &mut directives.from,
            "--to" => &mut directives.to,
            _ => return Err(malformed(&format!("unexpected \"{word}\" in a window directive"), comment)),
        };
        let value = match glued {
            Some(value) => Some(value),
            None => words.next_if(|next| !next.starts_with("--")),
        };
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            return Err(malformed(&format!("the window directive \"{name}\" has no value"), comment));
        };
        if slot.replace(value.to_owned()).is_some() {
            return Err(malformed(&format!("the window directive \"{name}\" is given twice"), comment));
        }
    }
    if directives.since.is_some() && (directives.from.is_some() || directives.to.is_some()) {
        return Err(malformed("the window directives \"--since\" and \"--from\" exclude each other", comment));
    }
    Ok(())
}

fn is_directive(word: &str) -> bool {
    let name = word.split_once('=').map_or(word, |(name, _)| name);
    matches!(name, "--since" | "--from" | "--to")
}

fn malformed(message: &str, comment: &LineComment) -> Refusal {
    Refusal::new("directive", SqlState::INVALID_PARAMETER_VALUE, message)
        .detail("A window directive is a line comment at the statement's start or end.")
        .hint("Write --since 7d, or --from 2026-11-01 --to 2026-11-08.")
        .at(comment.position)
}
