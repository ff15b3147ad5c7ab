//! Random statements by a grammar of joins, CTEs, sub-selects, aggregates, windows and set operations, biased to what goes wrong: forbidden columns and tables, names that shadow
//! others, windows that are none, expressions that can fail.
//!
//! | file | what |
//! |---|---|
//! | `source` | what stands in FROM |
//! | `value` | expressions |
//! | `predicate` | conditions, with the sub-selects that they ask |
//! | `select` | SELECT lists, groupings, windows |
//!
//! Every answer is one that PostgreSQL's text decides: what orders or numbers rows does so by all that is given out, so that rows that tie are equal.

mod predicate;
mod select;
mod source;
mod value;

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Text,
    Time,
    Date,
    Number,
    Flag,
}

/// A column as an expression may name it.
#[derive(Clone, Debug)]
struct Column {
    name: String,
    kind: Kind,
}

/// A query or a relation, with the columns that it gives.
#[derive(Clone)]
struct Source {
    sql: String,
    columns: Vec<Column>,
}

/// What the expressions of one SELECT may name.
#[derive(Clone, Default)]
struct Scope {
    own: Vec<Column>,
    /// Aliases whose whole rows may be named.
    rows: Vec<String>,
    /// Columns of the queries around it.
    outer: Vec<Column>,
    /// What WHERE must hold, so that each scan has its window.
    needs: Vec<String>,
}

/// What a generator is to be careless about.
#[derive(Clone, Copy)]
pub struct Bias {
    /// How many statements of a hundred reach for what they may not have.
    pub hostile: u32,
    /// How many conditions and values of a hundred can fail on some row.
    pub fallible: u32,
}

impl Default for Bias {
    fn default() -> Self {
        Self { hostile: 15, fallible: 2 }
    }
}

pub struct Generator {
    rng: StdRng,
    bias: Bias,
    names: usize,
    /// Relations that the statement may still read.
    budget: usize,
    is_hostile: bool,
    ctes: Vec<Source>,
}

const FORBIDDEN: [&str; 7] =
    ["request_id", "trace_id", "context_attributes", "sdk_version", "span_id", "ctid", "schema_version"];
/// Names for aliases and CTEs that are somebody else's, too.
const SHADOWS: [&str; 7] = ["flag_evaluations", "events", "assignments", "exp", "hr", "salaries", "base"];

impl Generator {
    pub fn new(seed: u64) -> Self {
        Self::biased(seed, Bias::default())
    }

    pub fn biased(seed: u64, bias: Bias) -> Self {
        Self { rng: StdRng::seed_from_u64(seed), bias, names: 0, budget: 0, is_hostile: false, ctes: Vec::new() }
    }

    pub fn statement(&mut self) -> String {
        self.names = 0;
        self.ctes.clear();
        self.budget = self.rng.random_range(1..6);
        self.is_hostile = self.chance(self.bias.hostile);
        let sql = self.query(2, None, &[]).sql;
        match self.rng.random_range(0..60) {
            0 => format!("EXPLAIN {sql}"),
            1 => format!("SELECT count(*) FROM ({sql}) AS q"),
            2 => format!("({sql})"),
            _ => sql,
        }
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.rng.random_range(0..100) < percent
    }

    /// Whether this is the place where a hostile statement reaches for more.
    fn attacks(&mut self, percent: u32) -> bool {
        self.is_hostile && self.chance(percent)
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        *of.choose(&mut self.rng).unwrap()
    }

    fn name(&mut self) -> String {
        self.names += 1;
        if self.chance(6) { format!("{}{}", self.one(&SHADOWS), self.names) } else { format!("t{}", self.names) }
    }

    /// A whole query: CTEs, set operations, an order and a limit.
    fn query(&mut self, depth: usize, kinds: Option<&[Kind]>, outer: &[Column]) -> Source {
        let known = self.ctes.len();
        let with = if depth > 0 && self.chance(22) { self.with(depth, outer) } else { String::new() };
        let mut found = self.combined(depth, kinds, outer);
        if self.chance(8) {
            let all: Vec<String> = (1..=found.columns.len()).map(|number| self.direction(number)).collect();
            let limit = match self.rng.random_range(0..5) {
                0 => String::new(),
                1 => format!(" OFFSET {}", self.rng.random_range(0..3)),
                2 => format!(" FETCH FIRST {} ROWS ONLY", self.rng.random_range(1..20)),
                3 => format!(" LIMIT {} OFFSET {}", self.rng.random_range(1..20), self.rng.random_range(0..3)),
                _ => format!(" LIMIT {}", self.rng.random_range(0..20)),
            };
            found.sql = format!("{} ORDER BY {}{limit}", found.sql, all.join(", "));
        }
        self.ctes.truncate(known);
        Source { sql: format!("{with}{}", found.sql), columns: found.columns }
    }

    fn direction(&mut self, number: usize) -> String {
        format!("{number}{}", self.one(&["", "", " DESC", " NULLS FIRST", " DESC NULLS LAST"]))
    }

    /// A SELECT, or a tree of set operations over some.
    fn combined(&mut self, depth: usize, kinds: Option<&[Kind]>, outer: &[Column]) -> Source {
        if depth == 0 || !self.chance(14) {
            return self.select(depth, kinds, outer);
        }
        let own: Vec<Kind> = match kinds {
            Some(kinds) => kinds.to_vec(),
            None => (0..self.rng.random_range(1..3)).map(|_| self.kind()).collect(),
        };
        let left = self.combined(depth - 1, Some(&own), outer);
        let right = self.combined(depth - 1, Some(&own), outer);
        let operator = self.one(&["UNION", "UNION ALL", "INTERSECT", "INTERSECT ALL", "EXCEPT", "EXCEPT ALL"]);
        Source { sql: format!("({}) {operator} ({})", left.sql, right.sql), columns: left.columns }
    }

    fn kind(&mut self) -> Kind {
        self.one(&[Kind::Text, Kind::Text, Kind::Time, Kind::Number, Kind::Date])
    }

    fn with(&mut self, depth: usize, outer: &[Column]) -> String {
        let mut made: Vec<String> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        let is_recursive = self.chance(20);
        for _ in 0..self.rng.random_range(1..3) {
            let name = if self.chance(30) { self.one(&SHADOWS).to_owned() } else { self.name() };
            if names.contains(&name) {
                continue;
            }
            names.push(name.clone());
            if is_recursive && self.chance(60) {
                made.push(self.recursion(&name, outer));
                continue;
            }
            let mut body = self.query(depth - 1, None, outer);
            let mut list = String::new();
            if self.chance(30) {
                body.columns = self.renamed(&body.columns);
                list = self.list(&body.columns);
            }
            let how = self.one(&["", "", "", "MATERIALIZED ", "NOT MATERIALIZED "]);
            made.push(format!("{name}{list} AS {how}({})", body.sql));
            self.ctes.push(Source { sql: name, columns: body.columns });
        }
        format!("WITH {}{} ", if is_recursive { "RECURSIVE " } else { "" }, made.join(", "))
    }

    /// A CTE that reads itself, a few times.
    fn recursion(&mut self, name: &str, outer: &[Column]) -> String {
        let start = self.select(0, Some(&[Kind::Text]), outer);
        let union = self.one(&["UNION", "UNION", "UNION ALL"]);
        let most = if union == "UNION" { self.rng.random_range(2..5) } else { 2 };
        let step = if self.chance(40) {
            let right = self.select(0, Some(&[Kind::Text]), &[]);
            let on = self.one(&["j.c0 = r.k", "j.c0 > r.k", "left(j.c0, 1) = left(r.k, 1)"]);
            format!("SELECT DISTINCT j.c0, r.n + 1 FROM {name} r JOIN ({}) j ON {on} WHERE r.n < {most}", right.sql)
        } else {
            let next = self.one(&["k || 'x'", "k", "upper(k)", "NULL", "left(k, n)"]);
            format!("SELECT {next}, n + 1 FROM {name} WHERE n < {most}")
        };
        let columns = [("k", Kind::Text), ("n", Kind::Number)];
        let columns = columns.map(|(name, kind)| Column { name: name.to_owned(), kind }).to_vec();
        self.ctes.push(Source { sql: name.to_owned(), columns });
        format!("{name}(k, n) AS (SELECT DISTINCT q.c0, 1 FROM ({}) q {union} {step})", start.sql)
    }

    /// The same columns under other names.
    fn renamed(&mut self, columns: &[Column]) -> Vec<Column> {
        let stem = self.one(&["x", "k", "flag_key", "c", "user_id"]);
        let new = |(index, column): (usize, &Column)| Column { name: format!("{stem}{index}"), kind: column.kind };
        columns.iter().enumerate().map(new).collect()
    }

    fn list(&self, columns: &[Column]) -> String {
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        format!("({})", names.join(", "))
    }
}
