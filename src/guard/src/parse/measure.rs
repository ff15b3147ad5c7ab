//! The limits that the lexemes alone can tell, before any recursion.

use super::StatementLimits;
use super::lex::{Lexeme, Token};
use super::reader::too_deep;
use crate::Refusal;

/// How deep parentheses, brackets and CASE nest.
pub(super) fn nesting(lexemes: &[Lexeme], limits: &StatementLimits) -> Result<usize, Refusal> {
    let (mut depth, mut deepest) = (0usize, 0usize);
    for lexeme in lexemes {
        match &lexeme.token {
            Token::Mark("(" | "[") => depth += 1,
            Token::Mark(")" | "]") => depth = depth.saturating_sub(1),
            Token::Word(word, Some(_)) if word == "case" => depth += 1,
            Token::Word(word, Some(_)) if word == "end" => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
        if depth > limits.depth {
            return Err(too_deep(limits.depth).at(lexeme.position));
        }
    }
    Ok(deepest)
}

/// Nesting that any thread's stack has room for, in an unoptimised build too.
const SHALLOW: usize = 6;
/// Enough for the deepest statement that the limits let through.
const LARGE_STACK: usize = 128 << 20;

/// Runs `read` where there is stack enough for `nesting`: on this thread, or for the few statements that nest deeply on one of its own.
pub(super) fn with_stack<T: Send>(
    nesting: usize,
    read: impl FnOnce() -> Result<T, Refusal> + Send,
) -> Result<T, Refusal> {
    if nesting <= SHALLOW { read() } else { on_stack_of(LARGE_STACK, read) }
}

/// Runs `read` on a thread of its own with so many bytes of stack.
pub(super) fn on_stack_of<T: Send>(
    bytes: usize,
    read: impl FnOnce() -> Result<T, Refusal> + Send,
) -> Result<T, Refusal> {
    std::thread::scope(|scope| {
        let large = std::thread::Builder::new().name("parse".into()).stack_size(bytes);
        match large.spawn_scoped(scope, read) {
            Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(_) => Err(Refusal::new(
                "limit-depth",
                crate::SqlState::INSUFFICIENT_RESOURCES,
                "no room to parse a deeply nested statement",
            )),
        }
    })
}
