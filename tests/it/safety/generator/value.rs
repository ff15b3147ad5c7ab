//! Expressions of each kind.

use super::{Column, FORBIDDEN, Generator, Kind, Scope};
use rand::RngExt;
use rand::seq::IndexedRandom;

impl Generator {
    pub(super) fn column(&mut self, columns: &[Column], kind: Kind) -> Option<String> {
        let fitting: Vec<&Column> = columns.iter().filter(|column| column.kind == kind).collect();
        fitting.choose(&mut self.rng).map(|column| column.name.clone())
    }

    pub(super) fn constant(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Text => format!("'{}'", self.one(&["checkout", "on", "x", "u1", "", "control", "web"])),
            Kind::Time => format!("TIMESTAMPTZ '2025-06-0{} 12:00+00'", self.rng.random_range(1..9)),
            Kind::Date => format!("DATE '2025-06-0{}'", self.rng.random_range(1..9)),
            Kind::Number => format!("{}", self.rng.random_range(0..9)),
            Kind::Flag => self.one(&["true", "false"]).to_owned(),
        }
    }

    /// A column, or a constant where there is none of that kind.
    pub(super) fn plain(&mut self, scope: &Scope, kind: Kind) -> String {
        if !scope.outer.is_empty()
            && self.chance(12)
            && let Some(column) = self.column(&scope.outer, kind)
        {
            return column;
        }
        match self.column(&scope.own, kind) {
            Some(column) => column,
            None => self.constant(kind),
        }
    }

    /// An expression of the kind.
    pub(super) fn value(&mut self, scope: &Scope, kind: Kind, depth: usize) -> String {
        if kind == Kind::Text && self.attacks(8) {
            return self.reach(scope);
        }
        if depth == 0 || self.chance(45) {
            return self.plain(scope, kind);
        }
        if self.chance(self.bias.fallible) {
            return self.fallible(scope, kind);
        }
        if self.chance(7) {
            return self.scalar(scope, kind);
        }
        let column = self.plain(scope, kind);
        match kind {
            Kind::Text => self.text(scope, column, depth - 1),
            Kind::Time => match self.rng.random_range(0..4) {
                0 => format!("{column} + interval '{} hours'", self.rng.random_range(0..50)),
                1 => format!("coalesce({column}, {})", self.constant(kind)),
                2 => format!("greatest({column}, {})", self.value(scope, kind, depth - 1)),
                _ => format!("date_trunc('{}', {column})", self.one(&["day", "hour", "week", "month"])),
            },
            Kind::Date => match self.rng.random_range(0..3) {
                0 => format!("({column} + {})", self.rng.random_range(0..5)),
                1 => format!("({})::date", self.value(scope, Kind::Time, depth - 1)),
                _ => format!("coalesce({column}, {})", self.constant(kind)),
            },
            Kind::Number => self.number(scope, column, depth - 1),
            Kind::Flag => format!("({})", self.predicate(scope, depth - 1)),
        }
    }

    fn text(&mut self, scope: &Scope, column: String, depth: usize) -> String {
        let other = |this: &mut Self| this.value(scope, Kind::Text, depth);
        match self.rng.random_range(0..14) {
            0 => format!("upper({column})"),
            1 => format!("coalesce({column}, '?')"),
            2 => format!("substring({column}, {}, {})", self.rng.random_range(1..3), self.rng.random_range(1..5)),
            3 => format!("CASE WHEN {} THEN {column} ELSE 'z' END", self.predicate(scope, depth)),
            4 => format!("nullif({column}, {})", other(self)),
            5 => format!("({column} || '-' || {})", other(self)),
            6 => format!("concat({column}, ':', {})", other(self)),
            7 => format!("md5({column})"),
            8 => format!("left({column}, {})", self.rng.random_range(0..6)),
            9 => format!("replace({column}, 'o', {})", self.constant(Kind::Text)),
            10 => format!("CASE {column} WHEN {} THEN {} ELSE {column} END", self.constant(Kind::Text), other(self)),
            11 => format!("lower(reverse({column}))"),
            12 => format!("split_part({column}, '-', {})", self.rng.random_range(1..3)),
            _ => format!("({})::text", self.value(scope, self.one_of_others(), depth)),
        }
    }

    /// A kind whose text is the same wherever it is made.
    fn one_of_others(&self) -> Kind {
        Kind::Date
    }

    fn number(&mut self, scope: &Scope, column: String, depth: usize) -> String {
        match self.rng.random_range(0..9) {
            0 => format!("({column} + {})", self.rng.random_range(0..9)),
            1 => format!("coalesce({column}, 0)"),
            2 => format!("({column} * -1)"),
            3 => format!("extract({} FROM {})", self.one(&["day", "dow", "hour"]), self.value(scope, Kind::Time, 0)),
            4 => format!("abs({column})"),
            5 => format!("strpos({}, 'o')", self.value(scope, Kind::Text, 0)),
            6 => format!("CASE WHEN {} THEN 1 ELSE 0 END", self.predicate(scope, depth)),
            7 => format!("({} - {})", self.value(scope, Kind::Date, 0), self.value(scope, Kind::Date, 0)),
            _ => format!("length({})", self.value(scope, Kind::Text, depth)),
        }
    }

    /// What the role may not have.
    fn reach(&mut self, scope: &Scope) -> String {
        let hidden = self.one(&FORBIDDEN);
        let row = scope.rows.choose(&mut self.rng).cloned().unwrap_or_else(|| "t1".to_owned());
        match self.rng.random_range(0..8) {
            0 | 1 => hidden.to_owned(),
            2 => format!("{row}.{hidden}"),
            3 => format!("({row}).{hidden}"),
            4 => format!("(SELECT max({hidden}) FROM exp.flag_evaluations WHERE _partition_date = DATE '2025-06-05')"),
            5 => "(SELECT max(user_id) FROM hr.salaries)".to_owned(),
            6 => format!("(to_jsonb({row}) ->> '{hidden}')"),
            _ => {
                self.one(&["pg_read_file('/etc/passwd')", "current_setting('config_file')", "version_of(1)"]).to_owned()
            }
        }
    }

    /// A sub-select that gives one value.
    fn scalar(&mut self, scope: &Scope, kind: Kind) -> String {
        let found = self.one_column(kind, scope);
        match (kind, self.rng.random_range(0..3)) {
            (Kind::Number, 0) => format!("(SELECT count(*) FROM ({}) s)", found.sql),
            (Kind::Flag, _) => format!("(SELECT bool_or(s.c0) FROM ({}) s)", found.sql),
            (Kind::Text, 1) => format!("(SELECT s.c0 FROM ({}) s ORDER BY s.c0 LIMIT 1)", found.sql),
            (_, 2) => format!("(SELECT min(s.c0) FROM ({}) s)", found.sql),
            _ => format!("(SELECT max(s.c0) FROM ({}) s)", found.sql),
        }
    }

    /// An expression that fails on some values.
    fn fallible(&mut self, scope: &Scope, kind: Kind) -> String {
        let text = self.plain(scope, Kind::Text);
        let least = self.rng.random_range(0..24);
        match kind {
            Kind::Number => match self.rng.random_range(0..8) {
                0 => format!("(100 / (length({text}) - {least}))"),
                1 => format!("({text})::int"),
                2 => format!("(length({text}) * 200000000)"),
                3 => format!("ln(length({text}) - {least})::int"),
                4 => format!("sqrt({least} - length({text}))::int"),
                5 => format!("mod(7, length({text}))"),
                6 => format!("(({text}) || '1')::bigint"),
                _ => format!("(({text})::jsonb ->> 'a')::int"),
            },
            Kind::Text => match self.rng.random_range(0..8) {
                0 => format!("chr(length({text}) - {least})"),
                1 => format!("repeat({text}, 9 / (length({text}) - {least}))"),
                2 => format!("substring({text} FROM {text})"),
                3 => format!("regexp_replace('a', {text}, 'b')"),
                4 => format!("encode(decode({text}, 'hex'), 'base64')"),
                5 => format!("left({text}, 9 / length({text}))"),
                6 => format!("(({text})::jsonb ->> 'value')"),
                _ => format!("repeat({text}, 2000000000)"),
            },
            Kind::Time => format!("({text})::timestamptz"),
            Kind::Date => match self.rng.random_range(0..3) {
                0 => format!("({text})::date"),
                1 => format!("make_date(2025, length({text}), 1)"),
                _ => format!("to_date({text}, 'YYYY-MM-DD')"),
            },
            Kind::Flag => format!("({text})::boolean"),
        }
    }
}
