//! Conditions, with the sub-selects that they ask.

use super::{Generator, Kind, Scope};
use rand::RngExt;
use rand::seq::IndexedRandom;

impl Generator {
    fn literal(&mut self) -> String {
        let words = [
            "checkout",
            "production",
            "on",
            "control",
            "web",
            "payments",
            "u1",
            "new-checkout",
            "matched_rule",
            "user",
        ];
        format!("'{}'", self.one(&words))
    }

    pub(super) fn predicate(&mut self, scope: &Scope, depth: usize) -> String {
        if self.chance(self.bias.fallible) {
            return self.fallible_predicate(scope);
        }
        if depth > 0 && self.chance(45) {
            return match self.rng.random_range(0..10) {
                0 | 1 => format!("({} OR {})", self.predicate(scope, depth - 1), self.predicate(scope, depth - 1)),
                2 => format!("({} AND {})", self.predicate(scope, depth - 1), self.predicate(scope, depth - 1)),
                3 => format!("NOT ({})", self.predicate(scope, depth - 1)),
                4 => format!("({}) IS NOT TRUE", self.predicate(scope, depth - 1)),
                5 => format!(
                    "CASE WHEN {} THEN {} ELSE {} END",
                    self.predicate(scope, 0),
                    self.predicate(scope, depth - 1),
                    self.predicate(scope, 0)
                ),
                _ => self.asks(scope),
            };
        }
        self.simple(scope, depth)
    }

    fn simple(&mut self, scope: &Scope, depth: usize) -> String {
        match self.rng.random_range(0..24) {
            0..3 => format!("{} = {}", self.value(scope, Kind::Text, depth), self.literal()),
            3 => format!("{} <> {}", self.value(scope, Kind::Text, depth), self.literal()),
            4 => format!("{} LIKE '%{}%'", self.value(scope, Kind::Text, depth), self.one(&["a", "out", "_n", "1"])),
            5 => format!("{} IS NOT NULL", self.value(scope, Kind::Text, depth)),
            6 => format!(
                "{} > TIMESTAMPTZ '2025-06-0{}'",
                self.value(scope, Kind::Time, depth),
                self.rng.random_range(1..9)
            ),
            7 => format!("{} IN ({}, {})", self.value(scope, Kind::Text, depth), self.literal(), self.literal()),
            8 => format!("{} IS DISTINCT FROM {}", self.value(scope, Kind::Text, 0), self.value(scope, Kind::Text, 0)),
            9 => format!("{} = ANY (ARRAY[{}, {}])", self.value(scope, Kind::Text, 0), self.literal(), self.literal()),
            10 => {
                format!("{} ~ '{}'", self.value(scope, Kind::Text, 0), self.one(&["^[a-m]", "o.*n", "[0-9]$", "c|d"]))
            }
            11 => format!("{} BETWEEN 'a' AND {}", self.value(scope, Kind::Text, 0), self.literal()),
            12 => {
                let pair = |this: &mut Self| {
                    format!("({}, {})", this.value(scope, Kind::Text, 0), this.value(scope, Kind::Number, 0))
                };
                format!("{} {} {}", pair(self), self.one(&["=", "<", "<>", ">="]), pair(self))
            }
            13 => format!("{} = {}", self.value(scope, Kind::Text, 0), self.value(scope, Kind::Text, 0)),
            14 => match scope.rows.choose(&mut self.rng).cloned() {
                Some(row) => format!("{row} IS {}NULL", self.one(&["", "NOT "])),
                None => "true".to_owned(),
            },
            15 => format!("{} ILIKE '{}%'", self.value(scope, Kind::Text, 0), self.one(&["C", "o", "%E"])),
            16 => format!("length({}) > {}", self.value(scope, Kind::Text, 0), self.rng.random_range(0..20)),
            17 => format!("{} = DATE '2025-06-0{}'", self.value(scope, Kind::Date, depth), self.rng.random_range(1..9)),
            18 => self.masked(scope),
            19 => self.twice(scope),
            20 | 21 => self.about_one_column(scope),
            22 => format!("{} < {}", self.literal(), self.value(scope, Kind::Text, depth)),
            _ => format!("{} > {}", self.value(scope, Kind::Number, depth), self.rng.random_range(0..60)),
        }
    }

    /// Two comparisons of a column, often with the same constant, which stands on either side.
    fn twice(&mut self, scope: &Scope) -> String {
        let kind = self.one(&[Kind::Text, Kind::Number, Kind::Date, Kind::Time]);
        let (column, constant) = (self.plain(scope, kind), self.constant(kind));
        let other = if self.chance(70) { constant.clone() } else { self.constant(kind) };
        let operators = ["=", "=", "<", "<=", ">", ">="];
        let (first, second) = (self.one(&operators), self.one(&operators));
        let (first, second) = (format!("{constant} {first} {column}"), format!("{column} {second} {other}"));
        if self.chance(50) { format!("({first} AND {second})") } else { format!("({second} AND {first})") }
    }

    /// Several conditions on one column, which an engine is tempted to make one of: lists, with a NULL or without, comparisons and inequalities, under AND, OR and NOT.
    fn about_one_column(&mut self, scope: &Scope) -> String {
        let kind = self.one(&[Kind::Text, Kind::Text, Kind::Number, Kind::Date, Kind::Time]);
        let column = self.plain(scope, kind);
        let mut found = self.of_column(&column, kind);
        for _ in 0..self.rng.random_range(1..4) {
            let (next, word) = (self.of_column(&column, kind), self.one(&["AND", "OR"]));
            found =
                if self.chance(50) { format!("({found} {word} {next})") } else { format!("({next} {word} {found})") };
            if self.chance(25) {
                found = format!("NOT {found}");
            }
        }
        found
    }

    fn of_column(&mut self, column: &str, kind: Kind) -> String {
        let not = self.one(&["", "NOT "]);
        match self.rng.random_range(0..8) {
            0..3 => format!("{column} {not}IN ({})", self.constants(kind)),
            3 => format!("{column} {} (ARRAY[{}])", self.one(&["= ANY", "<> ALL"]), self.constants(kind)),
            4 => format!("{column} {not}BETWEEN {} AND {}", self.constant(kind), self.constant(kind)),
            5 => format!("{column} IS {not}NULL"),
            6 => format!("{column} IS {not}DISTINCT FROM {}", self.constant(kind)),
            _ => format!("{column} {} {}", self.one(&["=", "<>", "<>", "<", ">="]), self.constant(kind)),
        }
    }

    fn constants(&mut self, kind: Kind) -> String {
        let mut constants: Vec<String> = (0..self.rng.random_range(1..5)).map(|_| self.constant(kind)).collect();
        if self.chance(15) {
            constants.push("NULL".to_owned());
        }
        constants.join(", ")
    }

    /// A condition on a masked column, where one is in scope.
    fn masked(&mut self, scope: &Scope) -> String {
        let hashes: Vec<String> = scope
            .own
            .iter()
            .filter(|column| column.name.contains("unit_id_hash"))
            .map(|column| column.name.clone())
            .collect();
        let Some(hash) = hashes.choose(&mut self.rng).cloned() else { return "true".to_owned() };
        match self.rng.random_range(0..6) {
            0 => format!("length({hash}) = {}", self.one(&[64, 32])),
            1 => format!("{hash} LIKE '{}%'", self.one(&["a", "0", "f"])),
            2 => format!("{hash} >= '{}'", self.one(&["8", "c", "3f"])),
            3 => format!("{hash} IN (SELECT encode(sha256(convert_to(md5(user_id), 'UTF8')), 'hex') FROM exp.events)"),
            4 => format!("substring({hash}, 1, 1) = substring({hash}, 2, 1)"),
            _ => format!("{hash} IS NULL"),
        }
    }

    /// A condition that asks a sub-select.
    fn asks(&mut self, scope: &Scope) -> String {
        let not = self.one(&["", "", "NOT "]);
        let kind = self.one(&[Kind::Text, Kind::Text, Kind::Number, Kind::Time, Kind::Date]);
        match self.rng.random_range(0..8) {
            0 | 1 => {
                let found = self.one_column(kind, scope);
                format!("{} {not}IN ({})", self.value(scope, kind, 0), found.sql)
            }
            2 | 3 => {
                let found = self.query(0, Some(&[Kind::Text]), &scope.own.clone());
                let tie = self.column(&scope.own, Kind::Text);
                let tie = tie.map_or(String::new(), |column| format!(" WHERE s.c0 = {column}"));
                format!("{not}EXISTS (SELECT {} FROM ({}) s{tie})", self.one(&["1", "*", "NULL"]), found.sql)
            }
            4 => {
                let found = self.one_column(kind, scope);
                let how = self.one(&["= ANY", "> ALL", "<= ANY", "<> ALL", "< SOME"]);
                format!("{} {how} ({})", self.value(scope, kind, 0), found.sql)
            }
            5 => {
                let found = self.query(0, Some(&[Kind::Text, Kind::Number]), &[]);
                format!(
                    "({}, {}) {not}IN ({})",
                    self.value(scope, Kind::Text, 0),
                    self.value(scope, Kind::Number, 0),
                    found.sql
                )
            }
            6 => {
                let found = self.one_column(Kind::Number, scope);
                format!("(SELECT count(*) FROM ({}) s) > {}", found.sql, self.rng.random_range(0..4))
            }
            _ => {
                let found = self.one_column(kind, scope);
                format!("{} = (SELECT max(s.c0) FROM ({}) s)", self.value(scope, kind, 0), found.sql)
            }
        }
    }

    /// A condition that fails on some values.
    fn fallible_predicate(&mut self, scope: &Scope) -> String {
        let text = self.plain(scope, Kind::Text);
        let least = self.rng.random_range(0..24);
        match self.rng.random_range(0..12) {
            0 => format!("1 / (length({text}) - {least}) > 0"),
            1 => format!("({text})::int > 0"),
            2 => format!("({text})::date > DATE '2025-01-01'"),
            3 => format!("({text})::jsonb IS NOT NULL"),
            4 => format!("'a' ~ {text}"),
            5 => format!("length({text}) * 100000000 > 0"),
            6 => format!("CASE WHEN {text} = 'x' THEN true ELSE ({text})::numeric > 1 END"),
            7 => format!("length(repeat({text}, 1000)) > {least}"),
            8 => format!("to_timestamp({text}, 'YYYY-MM-DD') > now() - interval '99 years'"),
            9 => format!("({text} LIKE {text} OR 1 / length({text}) = 0)"),
            10 => format!("coalesce(nullif({text}, '')::float8, 0) < {least}"),
            _ => format!("make_date(2025, length({text}) - {least}, 1) IS NOT NULL"),
        }
    }
}
