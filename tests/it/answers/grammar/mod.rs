//! The grammar of the random statements: productions of a type, with holes for others.
//!
//! A hole is a letter in braces: b boolean, i integer, l bigint, n numeric, f double precision, t text, d date, m time, s timestamp, z timestamptz, v interval, a integer[], y text[], j jsonb,
//! u uuid, x bytea; E any expression, A an aggregate, K what one may group by, W a window function, X and Y what stands before OVER (Y does not hang on the order of peers), F and G their frames, Q a
//! statement. `e` is the table whose columns values are made of; a sub-select has `o`, or an `e` of its own.

mod queries;
mod values;

use queries::QUERIES;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use values::{LEAVES, VALUES};

type Table = &'static [(char, &'static [&'static str])];

/// A production with its holes filled.
#[derive(Clone, Debug)]
pub struct Node {
    kind: char,
    template: &'static str,
    children: Vec<Node>,
}

/// What may stand for a kind.
fn of(tables: &[Table], kind: char) -> Vec<&'static str> {
    let of_kind = tables.iter().flat_map(|table| table.iter()).filter(|(letter, _)| *letter == kind);
    of_kind.flat_map(|(_, templates)| templates.iter().copied()).collect()
}

/// The letters in braces; a brace before anything else is text.
fn holes(template: &str) -> impl Iterator<Item = (usize, char)> {
    template.char_indices().filter_map(move |(at, brace)| {
        let mut rest = template[at..].chars().skip(1);
        let (letter, end) = (rest.next()?, rest.next()?);
        (brace == '{' && end == '}' && letter.is_ascii_alphabetic()).then_some((at, letter))
    })
}

impl Node {
    /// The statement that this seed makes.
    pub fn statement(seed: u64) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let depth = random.random_range(1..=4);
        Self::grow('Q', depth, &mut random)
    }

    fn grow(kind: char, depth: u32, random: &mut StdRng) -> Self {
        // Columns and constants stand at any depth; frames have none.
        let small = depth == 0 || !"QEAKWXYFG".contains(kind) && random.random_range(0..3) == 0;
        let mut table = of(if small { &[LEAVES] } else { &[VALUES, QUERIES] }, kind);
        if table.is_empty() {
            table = of(&[QUERIES], kind);
        }
        let template = table[random.random_range(0..table.len())];
        // What only passes on to a type does not count as a level.
        let passes = matches!(kind, 'E' | 'K' | 'Q' | 'W');
        let below = if passes { depth } else { depth.saturating_sub(1) };
        let children = holes(template).map(|(_, kind)| Self::grow(kind, below, random)).collect();
        Self { kind, template, children }
    }

    pub fn sql(&self) -> String {
        let mut text = String::new();
        let mut done = 0;
        for ((at, _), child) in holes(self.template).zip(&self.children) {
            text.push_str(&self.template[done..at]);
            text.push_str(&child.sql());
            done = at + 3;
        }
        text + &self.template[done..]
    }

    /// Smaller statements of the same kind, the smallest first.
    pub fn smaller(&self) -> Vec<Node> {
        let mut found = Vec::new();
        if !self.children.is_empty() {
            found.extend(of(&[LEAVES], self.kind).into_iter().map(|leaf| Node {
                kind: self.kind,
                template: leaf,
                children: Vec::new(),
            }));
            found.extend(self.children.iter().filter(|child| child.kind == self.kind).cloned());
        }
        for (at, child) in self.children.iter().enumerate() {
            for smaller in child.smaller() {
                let mut copy = self.clone();
                copy.children[at] = smaller;
                found.push(copy);
            }
        }
        found
    }
}
