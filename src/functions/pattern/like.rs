//! LIKE and ILIKE.
//!
//! Comes in: texts and patterns. Goes out: whether they match. Must never: take more than text times pattern steps.

use super::super::entry::Entry;
use super::super::kernel::Call;
use super::super::rows::{Bytes, Str, build, map2};
use super::super::text::{fold, padded};
use crate::error::{SqlError, SqlResult};
use crate::interrupt::Steps;
use crate::plan::typed::{BindContext, Typed};
use datafusion::arrow::array::ArrayRef;
use guard::SqlState;

pub fn entries() -> Vec<Entry> {
    let mut all = Vec::new();
    for_types(&mut all);
    all.extend([
        Entry::kernel("~~(bytea, bytea) bool", |call| bytes(call, false)),
        Entry::kernel("!~~(bytea, bytea) bool", |call| bytes(call, true)),
        Entry::kernel("like(text, text) bool", |call| like(call, false, false)),
        Entry::kernel("notlike(text, text) bool", |call| like(call, true, false)),
        Entry::kernel("like_escape(text, text) text", |call| map2::<Str, Str, String>(call, escape)),
    ]);
    all
}

fn for_types(all: &mut Vec<Entry>) {
    macro_rules! of {
        ($($ty:literal),*) => {
            $(all.extend([
                Entry::kernel(concat!("~~(", $ty, ", text) bool"), |call| like(call, false, false)),
                Entry::kernel(concat!("!~~(", $ty, ", text) bool"), |call| like(call, true, false)),
                Entry::kernel(concat!("~~*(", $ty, ", text) bool"), |call| like(call, false, true)),
                Entry::kernel(concat!("!~~*(", $ty, ", text) bool"), |call| like(call, true, true)),
            ]);)*
        };
    }
    of!("text", "name");
    all.extend([
        Entry::special("~~(bpchar, text) bool", |a, c| on_padded("~~", a, c)),
        Entry::special("!~~(bpchar, text) bool", |a, c| on_padded("!~~", a, c)),
        Entry::special("~~*(bpchar, text) bool", |a, c| on_padded("~~*", a, c)),
        Entry::special("!~~*(bpchar, text) bool", |a, c| on_padded("!~~*", a, c)),
    ]);
}

/// A `char(n)` is matched with its blanks.
pub fn on_padded(symbol: &str, arguments: Vec<Typed>, context: &BindContext) -> SqlResult<Typed> {
    let [value, pattern]: [Typed; 2] =
        arguments.try_into().map_err(|_| SqlError::internal("a match of other than two"))?;
    super::super::operator(symbol, Some(padded(value, context)), pattern, context)
}

/// One step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step<T> {
    /// This one.
    Literal(T),
    /// `_`
    One,
    /// `%`
    Any,
}

fn dangling() -> SqlError {
    SqlError::new(SqlState::INVALID_ESCAPE_SEQUENCE, "LIKE pattern must not end with escape character")
}

fn compile<T: Copy + PartialEq>(pattern: impl Iterator<Item = T>, [escape, one, any]: [T; 3]) -> (Vec<Step<T>>, bool) {
    let mut steps = Vec::new();
    let mut pattern = pattern;
    while let Some(unit) = pattern.next() {
        steps.push(match unit {
            _ if unit == escape => match pattern.next() {
                Some(escaped) => Step::Literal(escaped),
                None => return (steps, true),
            },
            _ if unit == one => Step::One,
            _ if unit == any => Step::Any,
            other => Step::Literal(other),
        });
    }
    (steps, false)
}

/// Greedy, and back to the last `%` only.
fn matches<T: Copy + PartialEq>(text: &[T], steps: &[Step<T>]) -> SqlResult<bool> {
    let (mut at, mut step) = (0, 0);
    let mut back: Option<(usize, usize)> = None;
    let mut taken = Steps::default();
    loop {
        taken.one()?;
        match (steps.get(step), text.get(at)) {
            (Some(Step::Any), _) => {
                back = Some((step + 1, at));
                step += 1;
                continue;
            }
            (Some(Step::One), Some(_)) => {
                step += 1;
                at += 1;
                continue;
            }
            (Some(Step::Literal(wanted)), Some(found)) if wanted == found => {
                step += 1;
                at += 1;
                continue;
            }
            (None, None) => return Ok(true),
            _ => {}
        }
        let Some((from, tried)) = back else { return Ok(false) };
        if tried >= text.len() {
            return Ok(false);
        }
        back = Some((from, tried + 1));
        (step, at) = (from, tried + 1);
    }
}

/// A pattern made ready: the common shapes need no steps.
enum Ready {
    Equal(String),
    Prefix(String),
    Suffix(String),
    Contains(String),
    Steps(Vec<Step<char>>),
}

struct Pattern {
    ready: Ready,
    /// It ends in a lone escape: an error, but only for a text that gets that far.
    dangling: bool,
}

impl Pattern {
    fn new(pattern: &str) -> Self {
        let (steps, dangling) = compile(pattern.chars(), ['\\', '_', '%']);
        Self { ready: if dangling { Ready::Steps(steps) } else { Self::shape(steps) }, dangling }
    }

    fn shape(steps: Vec<Step<char>>) -> Ready {
        let literal = |part: &[Step<char>]| {
            part.iter()
                .map(|step| match step {
                    Step::Literal(c) => Some(*c),
                    _ => None,
                })
                .collect::<Option<String>>()
        };
        let found = match steps.as_slice() {
            [Step::Any, middle @ .., Step::Any] => literal(middle).map(Ready::Contains),
            [middle @ .., Step::Any] => literal(middle).map(Ready::Prefix),
            [Step::Any, middle @ ..] => literal(middle).map(Ready::Suffix),
            whole => literal(whole).map(Ready::Equal),
        };
        found.unwrap_or(Ready::Steps(steps))
    }

    fn matches(&self, text: &str) -> SqlResult<bool> {
        Ok(match &self.ready {
            Ready::Equal(whole) => text == whole,
            Ready::Prefix(prefix) => text.starts_with(prefix),
            Ready::Suffix(suffix) => text.ends_with(suffix),
            Ready::Contains(part) => text.contains(part),
            Ready::Steps(steps) => {
                let characters: Vec<char> = text.chars().collect();
                if self.dangling {
                    return self.dangling_match(&characters, steps);
                }
                matches(&characters, steps)?
            }
        })
    }

    /// PostgreSQL fails when it reaches the escape with text left to match.
    fn dangling_match(&self, text: &[char], steps: &[Step<char>]) -> SqlResult<bool> {
        for end in 0..text.len() {
            if let Some(text) = text.get(..end)
                && matches(text, steps)?
            {
                return Err(dangling());
            }
        }
        Ok(false)
    }
}

fn like(call: &Call<'_>, negated: bool, fold_case: bool) -> SqlResult<ArrayRef> {
    let (texts, patterns) = (call.column::<Str>(0)?, call.column::<Str>(1)?);
    let prepare = |pattern: &str| Pattern::new(&if fold_case { fold(pattern) } else { pattern.to_owned() });
    let constant = patterns.constant().map(prepare);
    build::<bool>(call.rows, |row| {
        let (Some(text), Some(pattern)) = (texts.get(row), patterns.get(row)) else { return Ok(None) };
        let made;
        let pattern = match &constant {
            Some(constant) => constant,
            None => {
                made = prepare(pattern);
                &made
            }
        };
        let found = if fold_case { pattern.matches(&fold(text))? } else { pattern.matches(text)? };
        Ok(Some(found != negated))
    })
}

fn bytes(call: &Call<'_>, negated: bool) -> SqlResult<ArrayRef> {
    map2::<Bytes, Bytes, bool>(call, |text, pattern| {
        let (steps, lone) = compile(pattern.iter().copied(), [b'\\', b'_', b'%']);
        if lone {
            return Err(dangling());
        }
        Ok(matches(text, &steps)? != negated)
    })
}

/// `LIKE … ESCAPE 'x'`: the pattern as it is written with a backslash.
fn escape(pattern: &str, escape: &str) -> SqlResult<String> {
    let mut characters = escape.chars();
    let (escape, more) = (characters.next(), characters.next());
    if more.is_some() {
        return Err(SqlError::new(SqlState::INVALID_ESCAPE_SEQUENCE, "invalid escape string")
            .hint("Escape string must be empty or one character."));
    }
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern.chars();
    while let Some(character) = rest.next() {
        match character {
            _ if Some(character) == escape => {
                out.push('\\');
                out.extend(rest.next());
            }
            '\\' => out.push_str("\\\\"),
            other => out.push(other),
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_in_postgresql() {
        for (text, pattern, expected) in [
            ("abc", "a%", true),
            ("abc", "_b_", true),
            ("abc", "b%", false),
            ("a%c", "a\\%c", true),
            ("abc", "a\\%c", false),
            ("", "%", true),
            ("", "_", false),
            ("héllo", "h_llo", true),
            ("aXbXc", "a%b%c", true),
            ("mississippi", "m%iss%p_", true),
            ("abcabc", "%abc", true),
            ("abc", "%b", false),
        ] {
            assert_eq!(Pattern::new(pattern).matches(text).ok(), Some(expected), "{text} LIKE {pattern}");
        }
    }

    #[test]
    fn a_long_match_ends_with_the_statement() {
        use crate::interrupt::Interrupt;
        let text = "a".repeat(50_000);
        let pattern = Pattern::new(&format!("%{}b_%", "a".repeat(500)));
        let interrupt = std::sync::Arc::new(Interrupt::default());
        assert_eq!(interrupt.over(|| pattern.matches(&text[..1_000])).ok(), Some(false));
        interrupt.raise();
        assert!(interrupt.over(|| pattern.matches(&text)).is_err());
    }

    #[test]
    fn a_lone_escape_is_an_error_only_where_it_is_reached() {
        assert!(Pattern::new("a\\").matches("ab").is_err());
        assert_eq!(Pattern::new("a\\").matches("b").ok(), Some(false));
    }
}
