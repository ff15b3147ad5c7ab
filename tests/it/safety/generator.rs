//! Random statements by a grammar of joins, CTEs, sub-selects, aggregates, windows and set operations, biased to what goes wrong: forbidden columns and tables, names that shadow
//! others, windows that are none.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Time,
    Date,
    Number,
}

/// A column as an expression may name it.
#[derive(Clone)]
struct Column {
    name: String,
    kind: Kind,
}

/// What stands in FROM.
struct Source {
    sql: String,
    columns: Vec<Column>,
}

pub struct Generator {
    rng: StdRng,
    names: usize,
    ctes: Vec<Source>,
}

const EVALUATIONS: [(&str, Kind); 9] = [
    ("flag_key", Kind::Text),
    ("variant_key", Kind::Text),
    ("environment", Kind::Text),
    ("namespace", Kind::Text),
    ("evaluation_reason", Kind::Text),
    ("unit_id_hash", Kind::Text),
    ("sdk_name", Kind::Text),
    ("timestamp", Kind::Time),
    ("_partition_date", Kind::Date),
];
const EVENTS: [(&str, Kind); 4] =
    [("user_id", Kind::Text), ("event_type", Kind::Text), ("event_value", Kind::Number), ("occurred_at", Kind::Time)];
const ASSIGNMENTS: [(&str, Kind); 4] =
    [("user_id", Kind::Text), ("experiment_id", Kind::Text), ("variant_id", Kind::Text), ("assigned_at", Kind::Time)];
const FORBIDDEN: [&str; 4] = ["request_id", "trace_id", "context_attributes", "sdk_version"];
/// Names for aliases that are somebody else's, too.
const SHADOWS: [&str; 5] = ["flag_evaluations", "events", "exp", "hr", "salaries"];

impl Generator {
    pub fn new(seed: u64) -> Self {
        Self { rng: StdRng::seed_from_u64(seed), names: 0, ctes: Vec::new() }
    }

    pub fn statement(&mut self) -> String {
        self.names = 0;
        self.ctes.clear();
        let with = if self.chance(25) { self.with() } else { String::new() };
        let body = match self.rng.random_range(0..10) {
            0 | 1 => {
                let operator = self.one(&["UNION", "UNION ALL", "INTERSECT", "EXCEPT"]);
                let kinds = [Kind::Text, Kind::Time];
                let (left, right) = (self.select(2, Some(&kinds)).0, self.select(1, Some(&kinds)).0);
                format!("({left}) {operator} ({right})")
            }
            _ => self.select(2, None).0,
        };
        format!("{with}{body}")
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.rng.random_range(0..100) < percent
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        *of.choose(&mut self.rng).unwrap()
    }

    fn name(&mut self) -> String {
        self.names += 1;
        if self.chance(8) { format!("{}{}", self.one(&SHADOWS), self.names) } else { format!("t{}", self.names) }
    }

    fn with(&mut self) -> String {
        let (sql, columns) = self.select(1, None);
        let name = if self.chance(30) { self.one(&SHADOWS).to_owned() } else { self.name() };
        self.ctes.push(Source { sql: name.clone(), columns });
        format!("WITH {name} AS ({sql}) ")
    }

    /// A window: mostly a good one.
    fn window(&mut self, column: &str) -> String {
        let (from, days) = (self.rng.random_range(1..20), self.rng.random_range(1..9));
        let day = |day: i32| format!("DATE '2025-06-{day:02}'");
        match self.rng.random_range(0..100) {
            0..70 => format!("{column} >= {} AND {column} < {}", day(from), day(from + days)),
            70..85 => format!("{column} BETWEEN {} AND {}", day(from), day(from + days)),
            85..92 => format!("{column} = {}", day(from)),
            92..94 => format!("{column} >= {} OR {column} IS NULL", day(from)),
            94..96 => format!("NOT ({column} >= {})", day(from)),
            96..98 => format!("{column} < {}", day(from)),
            _ => "true".to_owned(),
        }
    }

    fn table(&mut self, depth: usize) -> Source {
        let alias = self.name();
        let named = |columns: &[(&str, Kind)]| -> Vec<Column> {
            columns.iter().map(|(name, kind)| Column { name: format!("{alias}.\"{name}\""), kind: *kind }).collect()
        };
        match self.rng.random_range(0..100) {
            0..45 => {
                let window = self.window("_partition_date");
                let columns = named(&EVALUATIONS);
                Source { sql: format!("(SELECT * FROM exp.flag_evaluations WHERE {window}) AS {alias}"), columns }
            }
            45..60 => Source {
                sql: format!(
                    "(SELECT * FROM exp.events WHERE user_id < 'u{}') AS {alias}",
                    self.rng.random_range(1..3)
                ),
                columns: named(&EVENTS),
            },
            60..70 => Source { sql: format!("exp.assignments AS {alias}"), columns: named(&ASSIGNMENTS) },
            70..72 => Source { sql: format!("hr.salaries AS {alias}"), columns: named(&[("user_id", Kind::Text)]) },
            72..88 if !self.ctes.is_empty() => {
                let cte = self.ctes.last().unwrap();
                let sql = format!("{} AS {alias}", cte.sql);
                let rename = |column: &Column| Column { name: format!("{alias}.{}", column.name), kind: column.kind };
                Source { columns: cte.columns.iter().map(rename).collect(), sql }
            }
            _ if depth > 0 => {
                let (sql, columns) = self.select(depth - 1, None);
                let rename = |column: Column| Column { name: format!("{alias}.{}", column.name), kind: column.kind };
                Source { sql: format!("({sql}) AS {alias}"), columns: columns.into_iter().map(rename).collect() }
            }
            _ => Source { sql: format!("exp.assignments AS {alias}"), columns: named(&ASSIGNMENTS) },
        }
    }

    fn from(&mut self, depth: usize) -> Source {
        let mut source = self.table(depth);
        if self.chance(35) {
            let right = self.table(depth.saturating_sub(1));
            let (left_key, right_key) =
                (self.column(&source.columns, Kind::Text), self.column(&right.columns, Kind::Text));
            if let (Some(a), Some(b)) = (left_key, right_key) {
                let join = self.one(&["JOIN", "LEFT JOIN", "JOIN", "FULL JOIN", "RIGHT JOIN"]);
                source.sql = format!("{} {join} {} ON {a} = {b}", source.sql, right.sql);
                source.columns.extend(right.columns);
            }
        }
        source
    }

    fn column(&mut self, columns: &[Column], kind: Kind) -> Option<String> {
        let fitting: Vec<&Column> = columns.iter().filter(|column| column.kind == kind).collect();
        fitting.choose(&mut self.rng).map(|column| column.name.clone())
    }

    /// An expression of the kind.
    fn value(&mut self, columns: &[Column], kind: Kind, depth: usize) -> String {
        if self.chance(1) && kind == Kind::Text {
            return self.one(&FORBIDDEN).to_owned();
        }
        let Some(column) = self.column(columns, kind) else {
            return match kind {
                Kind::Text => "'x'".to_owned(),
                Kind::Time => "TIMESTAMPTZ '2025-06-05 12:00+00'".to_owned(),
                Kind::Date => "DATE '2025-06-05'".to_owned(),
                Kind::Number => format!("{}", self.rng.random_range(0..9)),
            };
        };
        if depth == 0 || self.chance(55) {
            return column;
        }
        let other = |this: &mut Self, kind| this.value(columns, kind, depth - 1);
        match kind {
            Kind::Text => match self.rng.random_range(0..6) {
                0 => format!("upper({column})"),
                1 => format!("coalesce({column}, '?')"),
                2 => format!("substring({column}, 1, {})", self.rng.random_range(1..4)),
                3 => format!("CASE WHEN {} THEN {column} ELSE 'z' END", self.predicate(columns, depth - 1)),
                4 => format!("nullif({column}, {})", other(self, Kind::Text)),
                _ => format!("{column} || '-' || {}", other(self, Kind::Text)),
            },
            Kind::Time => format!("date_trunc('{}', {column})", self.one(&["day", "hour", "week"])),
            Kind::Date => format!("{column} + {}", self.rng.random_range(0..5)),
            Kind::Number => match self.rng.random_range(0..3) {
                0 => format!("({column} + {})", self.rng.random_range(0..9)),
                1 => format!("coalesce({column}, 0)"),
                _ => format!("length({})", other(self, Kind::Text)),
            },
        }
    }

    fn predicate(&mut self, columns: &[Column], depth: usize) -> String {
        let literal = |this: &mut Self| {
            format!("'{}'", this.one(&["checkout", "production", "on", "control", "web", "payments", "u1"]))
        };
        match self.rng.random_range(0..10) {
            0 | 1 => format!("{} = {}", self.value(columns, Kind::Text, depth), literal(self)),
            2 => format!("{} <> {}", self.value(columns, Kind::Text, depth), literal(self)),
            3 => format!("{} LIKE '%{}%'", self.value(columns, Kind::Text, depth), self.one(&["a", "out", "_n", "1"])),
            4 => format!("{} IS NOT NULL", self.value(columns, Kind::Text, depth)),
            5 => format!(
                "{} > TIMESTAMPTZ '2025-06-0{}'",
                self.value(columns, Kind::Time, depth),
                self.rng.random_range(1..9)
            ),
            6 => format!("{} IN ({}, {})", self.value(columns, Kind::Text, depth), literal(self), literal(self)),
            7 if depth > 0 => {
                let (sql, found) = self.select(0, Some(&[Kind::Text]));
                let _ = found;
                format!("{} IN ({sql})", self.value(columns, Kind::Text, 0))
            }
            8 if depth > 0 => {
                format!("({} OR {})", self.predicate(columns, depth - 1), self.predicate(columns, depth - 1))
            }
            9 if depth > 0 => format!("NOT ({})", self.predicate(columns, depth - 1)),
            _ => format!("{} > {}", self.value(columns, Kind::Number, depth), self.rng.random_range(0..60)),
        }
    }

    /// A SELECT and the columns that it gives, of those kinds if they are asked for.
    fn select(&mut self, depth: usize, kinds: Option<&[Kind]>) -> (String, Vec<Column>) {
        let source = self.from(depth);
        let mut filter = String::new();
        if self.chance(60) {
            filter = format!(" WHERE {}", self.predicate(&source.columns, depth.min(1)));
        }
        let some = [Kind::Text, Kind::Time, Kind::Number];
        let wanted: Vec<Kind> = match kinds {
            Some(kinds) => kinds.to_vec(),
            None => (0..self.rng.random_range(1..4)).map(|_| self.one(&some)).collect(),
        };
        let outputs: Vec<Column> =
            wanted.iter().enumerate().map(|(index, kind)| Column { name: format!("c{index}"), kind: *kind }).collect();
        let values: Vec<String> = wanted.iter().map(|kind| self.value(&source.columns, *kind, 1)).collect();
        let list = |values: &[String]| {
            let named = values.iter().zip(&outputs).map(|(value, output)| format!("{value} AS {}", output.name));
            named.collect::<Vec<_>>().join(", ")
        };
        let from = format!(" FROM {}{filter}", source.sql);
        if kinds.is_some() || self.chance(40) {
            let distinct = if self.chance(25) { "DISTINCT " } else { "" };
            return (format!("SELECT {distinct}{}{from}", list(&values)), outputs);
        }
        if self.chance(65) {
            return self.aggregate(&source, &values, &outputs, &from);
        }
        let mut outputs = outputs.clone();
        let text = self.value(&source.columns, Kind::Text, 0);
        let call = self.one(&["count(*)", "min(w)", "max(w)"]).replace('w', &text);
        let sql = format!("SELECT {}, {call} OVER (PARTITION BY {text}) AS w{from}", list(&values));
        let kind = if call.starts_with("count") { Kind::Number } else { Kind::Text };
        outputs.push(Column { name: "w".to_owned(), kind });
        (sql, outputs)
    }

    fn aggregate(&mut self, source: &Source, keys: &[String], outputs: &[Column], from: &str) -> (String, Vec<Column>) {
        let (text, number) = (self.value(&source.columns, Kind::Text, 0), self.value(&source.columns, Kind::Number, 0));
        let (call, kind) = match self.rng.random_range(0..6) {
            0 => ("count(*)".to_owned(), Kind::Number),
            1 => (format!("count(DISTINCT {text})"), Kind::Number),
            2 => (format!("min({text})"), Kind::Text),
            3 => (format!("max({text})"), Kind::Text),
            4 => (format!("sum({number})"), Kind::Number),
            _ => (format!("count(*) FILTER (WHERE {})", self.predicate(&source.columns, 0)), Kind::Number),
        };
        let (key, output) = (keys.first().cloned().unwrap_or_default(), outputs.first().cloned());
        let output = output.unwrap_or(Column { name: "c0".to_owned(), kind: Kind::Text });
        let having = if self.chance(20) { " HAVING count(*) > 1" } else { "" };
        let sql = format!("SELECT {key} AS {}, {call} AS a{from} GROUP BY 1{having}", output.name);
        (sql, vec![output, Column { name: "a".to_owned(), kind }])
    }
}
