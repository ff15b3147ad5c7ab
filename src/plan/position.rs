//! Where in the statement's text a node stands.
//!
//! Comes in: the parser's spans, which count lines and columns. Goes out: PostgreSQL's positions, which count characters from 1. Must never: fail; a span that is not known has no position.

use datafusion::sql::sqlparser::tokenizer::{Location, Span};

/// The first character of each line.
#[derive(Debug)]
pub struct Positions {
    lines: Vec<usize>,
}

impl Positions {
    pub fn new(text: &str) -> Self {
        let mut lines = vec![0];
        for (index, character) in text.chars().enumerate() {
            if character == '\n' {
                lines.push(index + 1);
            }
        }
        Self { lines }
    }

    pub fn of(&self, span: Span) -> Option<usize> {
        let Location { line, column } = span.start;
        let line = usize::try_from(line).ok()?.checked_sub(1)?;
        let column = usize::try_from(column).ok()?;
        (column > 0).then(|| self.lines.get(line).map(|start| start + column)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_over_lines() {
        let positions = Positions::new("é\nselect x");
        assert_eq!(positions.of(Span::new(Location::new(2, 8), Location::new(2, 9))), Some(10));
        assert_eq!(positions.of(Span::empty()), None);
    }
}
