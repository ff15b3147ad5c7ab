//! SELECT: its list, its groups, its windows.

use super::{Column, Generator, Kind, Scope, Source};
use rand::RngExt;
use rand::seq::IndexedRandom;

fn output(index: usize, kind: Kind) -> Column {
    Column { name: format!("c{index}"), kind }
}

fn listed(values: &[String]) -> String {
    let named = values.iter().enumerate().map(|(index, value)| format!("{value} AS c{index}"));
    named.collect::<Vec<_>>().join(", ")
}

impl Generator {
    /// A SELECT and the columns that it gives, of those kinds if they are asked for.
    pub(super) fn select(&mut self, depth: usize, kinds: Option<&[Kind]>, outer: &[Column]) -> Source {
        let (from, scope) = self.from(depth, outer);
        let mut conditions = scope.needs.clone();
        if self.chance(50) {
            conditions.push(self.predicate(&scope, depth.min(1)));
        }
        if !scope.outer.is_empty() && self.chance(60) {
            conditions.extend(self.tie(&scope));
        }
        let filter = match conditions.len() {
            0 => String::new(),
            1 => format!(" WHERE {}", conditions[0]),
            _ => {
                format!(" WHERE {}", conditions.iter().map(|one| format!("({one})")).collect::<Vec<_>>().join(" AND "))
            }
        };
        let wanted: Vec<Kind> = match kinds {
            Some(kinds) => kinds.to_vec(),
            None => (0..self.rng.random_range(1..4)).map(|_| self.kind()).collect(),
        };
        let values: Vec<String> = wanted.iter().map(|kind| self.value(&scope, *kind, 2)).collect();
        let outputs: Vec<Column> = wanted.iter().enumerate().map(|(index, kind)| output(index, *kind)).collect();
        let from = format!(" FROM {from}{filter}");
        match self.rng.random_range(0..100) {
            0..35 => self.rows(values, outputs, &from),
            35..40 if kinds.is_none() => self.whole(&scope, &from),
            40..75 => self.groups(&scope, values, outputs, &from, kinds.is_none()),
            75..92 => self.windowed(values, outputs, &from, kinds.is_none()),
            _ => self.rows(values, outputs, &from),
        }
    }

    /// A condition between the query's own columns and those around it.
    fn tie(&mut self, scope: &Scope) -> Option<String> {
        let kind = self.one(&[Kind::Text, Kind::Text, Kind::Time, Kind::Number]);
        let (own, outer) = (self.column(&scope.own, kind)?, self.column(&scope.outer, kind)?);
        let operator = self.one(&["=", "=", "=", "<", "<>", "IS NOT DISTINCT FROM"]);
        Some(format!("{own} {operator} {outer}"))
    }

    fn rows(&mut self, values: Vec<String>, outputs: Vec<Column>, from: &str) -> Source {
        let list = listed(&values);
        let sql = match self.rng.random_range(0..12) {
            0 | 1 => format!("SELECT DISTINCT {list}{from}"),
            2 => {
                // The first of each group by all that is given out.
                let order: Vec<&str> = outputs.iter().map(|column| column.name.as_str()).collect();
                let first =
                    format!("SELECT DISTINCT ON (c0) * FROM (SELECT {list}{from}) d ORDER BY {}", order.join(", "));
                format!("SELECT * FROM ({first}) d")
            }
            _ => format!("SELECT {list}{from}"),
        };
        Source { sql, columns: outputs }
    }

    /// Whole rows, one way or another.
    fn whole(&mut self, scope: &Scope, from: &str) -> Source {
        let row = scope.rows.choose(&mut self.rng).cloned().unwrap_or_default();
        let list = match self.rng.random_range(0..5) {
            0 => format!("count({row}) AS c0"),
            1 => format!("(to_jsonb({row}) IS NOT NULL)::int AS c0"),
            2 => format!("length(to_jsonb({row})::text) AS c0"),
            3 => format!("count(DISTINCT {row}) AS c0"),
            _ => format!("length({row}::text) AS c0"),
        };
        Source { sql: format!("SELECT {list}{from}"), columns: vec![output(0, Kind::Number)] }
    }

    fn aggregate(&mut self, scope: &Scope) -> (String, Kind) {
        let (text, number) = (self.value(scope, Kind::Text, 1), self.value(scope, Kind::Number, 0));
        let (call, kind) = match self.rng.random_range(0..14) {
            0 | 1 => ("count(*)".to_owned(), Kind::Number),
            2 => (format!("count(DISTINCT {text})"), Kind::Number),
            3 => (format!("min({text})"), Kind::Text),
            4 => (format!("max({text})"), Kind::Text),
            5 => (format!("sum({number})"), Kind::Number),
            6 => (format!("string_agg(DISTINCT {text}, ',' ORDER BY {text})"), Kind::Text),
            7 => (format!("array_to_string(array_agg({text} ORDER BY {text}), '|')"), Kind::Text),
            8 => (format!("max({})", self.value(scope, Kind::Time, 1)), Kind::Time),
            9 => (format!("min({})", self.value(scope, Kind::Date, 1)), Kind::Date),
            10 => (format!("percentile_disc(0.5) WITHIN GROUP (ORDER BY {text})"), Kind::Text),
            11 => (format!("bool_or({})", self.predicate(scope, 0)), Kind::Flag),
            12 => (format!("count({text})"), Kind::Number),
            _ => (format!("max({number})"), Kind::Number),
        };
        if self.chance(15) && !call.starts_with("array_to") {
            return (format!("{call} FILTER (WHERE {})", self.predicate(scope, 0)), kind);
        }
        (call, kind)
    }

    /// Groups by the first value, or by several in sets; their columns, if any kinds will do, are the keys and an aggregate.
    fn groups(
        &mut self,
        scope: &Scope,
        values: Vec<String>,
        outputs: Vec<Column>,
        from: &str,
        is_free: bool,
    ) -> Source {
        let having = match self.rng.random_range(0..10) {
            0 => " HAVING count(*) > 1".to_owned(),
            1 => format!(" HAVING bool_or({})", self.predicate(scope, 1)),
            _ => String::new(),
        };
        if !is_free {
            let list = listed(&values);
            let keys: Vec<String> = (1..=values.len()).map(|number| number.to_string()).collect();
            return Source {
                sql: format!("SELECT {list}{from} GROUP BY {}{having}", keys.join(", ")),
                columns: outputs,
            };
        }
        let (call, kind) = self.aggregate(scope);
        let count = values.len();
        let mut columns = outputs;
        columns.push(output(count, kind));
        let all: Vec<String> = (0..count).map(|index| format!("k.c{index}")).collect();
        let sets = match self.rng.random_range(0..10) {
            0 => format!("ROLLUP ({})", all.join(", ")),
            1 => format!("CUBE ({})", all.join(", ")),
            2 => format!("GROUPING SETS (({}), ({}))", all[0], all.join(", ")),
            3 => {
                // No key: one row.
                let sql = format!("SELECT {call} AS c0{from}{having}");
                return Source { sql, columns: vec![output(0, kind)] };
            }
            _ => {
                let keys: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
                let list = listed(&values);
                let sql = format!("SELECT {list}, {call} AS c{count}{from} GROUP BY {}{having}", keys.join(", "));
                return Source { sql, columns };
            }
        };
        // OFFSET keeps PostgreSQL 15 from taking two keys that are one column for one key, of which it groups NULLs twice.
        let text = self.value(scope, Kind::Text, 0);
        let call = self.one(&["count(*)::int", "max(k.v)", "count(DISTINCT k.v)"]);
        let kind = if call.starts_with("max") { Kind::Text } else { Kind::Number };
        columns.pop();
        columns.push(output(count, kind));
        columns.push(output(count + 1, Kind::Number));
        let named =
            all.iter().enumerate().map(|(index, key)| format!("{key} AS c{index}")).collect::<Vec<_>>().join(", ");
        let sql = format!(
            "SELECT {named}, {call} AS c{count}, grouping({}) AS c{} FROM (SELECT {}, {text} AS v{from} OFFSET 0) k GROUP BY {sets}",
            all.join(", "),
            count + 1,
            listed(&values)
        );
        Source { sql, columns }
    }

    /// A window function. What depends on the order within ties is ordered by all values.
    fn windowed(&mut self, values: Vec<String>, outputs: Vec<Column>, from: &str, is_free: bool) -> Source {
        let names: Vec<String> = outputs.iter().map(|column| format!("w.{}", column.name)).collect();
        let (first, all) = (names[0].clone(), names.join(", "));
        let partition = match self.rng.random_range(0..3) {
            0 => format!("PARTITION BY {first} "),
            1 => format!("PARTITION BY {} ", names.last().unwrap()),
            _ => String::new(),
        };
        let frame = match self.rng.random_range(0..7) {
            0 => " ROWS BETWEEN 1 PRECEDING AND CURRENT ROW",
            1 => " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING",
            2 => " GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
            3 => " RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
            4 => " ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING",
            _ => "",
        };
        let kind = outputs[0].kind;
        let (call, kind) = match self.rng.random_range(0..12) {
            0 => (format!("row_number() OVER ({partition}ORDER BY {all})"), Kind::Number),
            1 => (format!("rank() OVER ({partition}ORDER BY {first} DESC)"), Kind::Number),
            2 => (format!("dense_rank() OVER ({partition}ORDER BY {first})"), Kind::Number),
            3 => (format!("count(*) OVER ({partition}ORDER BY {all}{frame})"), Kind::Number),
            4 => (format!("max({first}) OVER ({partition}ORDER BY {all}{frame})"), kind),
            5 => (format!("lag({first}) OVER ({partition}ORDER BY {all})"), kind),
            6 => (format!("lead({first}, 2) OVER ({partition}ORDER BY {all})"), kind),
            7 => (format!("first_value({first}) OVER ({partition}ORDER BY {all}{frame})"), kind),
            8 => (format!("nth_value({first}, 2) OVER ({partition}ORDER BY {all}{frame})"), kind),
            9 => (format!("ntile(3) OVER ({partition}ORDER BY {all})"), Kind::Number),
            10 => (format!("count(DISTINCT {first})"), Kind::Number),
            _ => (format!("min({first}) OVER ({partition})"), kind),
        };
        let inner = format!("(SELECT {}{from}) w", listed(&values));
        if call.starts_with("count(DISTINCT") || (kind == Kind::Flag && !call.contains("_value")) {
            return Source { sql: format!("SELECT {all} FROM {inner}"), columns: outputs };
        }
        if !is_free {
            let sql = format!("SELECT {all} FROM (SELECT w.*, {call} AS o FROM {inner}) w WHERE o IS NOT NULL");
            return Source { sql, columns: outputs };
        }
        let mut columns = outputs;
        let sql = if self.chance(30) {
            let place = call.find(" OVER ").unwrap();
            let (function, over) = (&call[..place], &call[place + 6..]);
            format!("SELECT {all}, {function} OVER o AS c{} FROM {inner} WINDOW o AS {over}", columns.len())
        } else {
            format!("SELECT {all}, {call} AS c{} FROM {inner}", columns.len())
        };
        columns.push(output(columns.len(), kind));
        Source { sql, columns }
    }
}
