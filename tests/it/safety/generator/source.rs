//! What stands in FROM: tables under their windows, CTEs, sub-selects, VALUES, joins of these.

use super::{Column, Generator, Kind, Scope, Source};
use rand::RngExt;
use rand::seq::IndexedRandom;

const EVALUATIONS: [(&str, Kind); 12] = [
    ("evaluation_id", Kind::Text),
    ("timestamp", Kind::Time),
    ("ingested_at", Kind::Time),
    ("_partition_date", Kind::Date),
    ("namespace", Kind::Text),
    ("environment", Kind::Text),
    ("flag_key", Kind::Text),
    ("variant_key", Kind::Text),
    ("evaluation_reason", Kind::Text),
    ("unit_id_hash", Kind::Text),
    ("unit_id_type", Kind::Text),
    ("sdk_name", Kind::Text),
];
/// Where `variant_value`, which is no column of ours, stands among them.
const BEFORE_VALUE: usize = 8;
const EVENTS: [(&str, Kind); 4] =
    [("user_id", Kind::Text), ("event_type", Kind::Text), ("event_value", Kind::Number), ("occurred_at", Kind::Time)];
const ASSIGNMENTS: [(&str, Kind); 4] =
    [("user_id", Kind::Text), ("experiment_id", Kind::Text), ("variant_id", Kind::Text), ("assigned_at", Kind::Time)];

/// One relation of FROM.
struct Table {
    sql: String,
    alias: String,
    columns: Vec<Column>,
    needs: Option<String>,
}

fn columns(alias: &str, columns: &[(&str, Kind)]) -> Vec<Column> {
    columns.iter().map(|(name, kind)| Column { name: format!("{alias}.\"{name}\""), kind: *kind }).collect()
}

fn qualified(alias: &str, columns: &[Column]) -> Vec<Column> {
    columns.iter().map(|column| Column { name: format!("{alias}.{}", column.name), kind: column.kind }).collect()
}

impl Generator {
    /// A window: a good one, if the statement is.
    fn window(&mut self, prefix: &str) -> String {
        let (from, days) = (self.rng.random_range(1..20), self.rng.random_range(1..9));
        let day = |day: i32| format!("DATE '2025-06-{day:02}'");
        let column = format!("{prefix}_partition_date");
        if self.attacks(15) {
            return match self.rng.random_range(0..11) {
                8 => format!("({column} = {}) IS NOT FALSE", day(from)),
                9 => format!("{column} <> ANY (ARRAY[{}, {}])", day(from), day(from + 1)),
                10 => format!("{column} >= (SELECT {} WHERE false) IS NOT TRUE", day(from)),
                0 => format!("({column} >= {} OR {column} IS NULL)", day(from)),
                1 => format!("NOT ({column} >= {})", day(from)),
                2 => format!("{column} < {}", day(from)),
                3 => format!("{prefix}ingested_at >= {}", day(from)),
                4 => format!("{column}::text >= '2025-06-01'"),
                5 => format!("CASE WHEN {column} >= {} THEN true ELSE true END", day(from)),
                6 => format!("coalesce({column} >= {}, true)", day(from)),
                _ => "true".to_owned(),
            };
        }
        match self.rng.random_range(0..100) {
            0..50 => format!("{column} >= {} AND {column} < {}", day(from), day(from + days)),
            50..65 => format!("{column} BETWEEN {} AND {}", day(from), day(from + days)),
            65..75 => format!("{column} = {}", day(from)),
            75..80 => format!("{column} IN ({}, {})", day(from), day(from + 1)),
            80..90 => {
                let time = format!("{prefix}\"timestamp\"");
                format!("{time} >= '2025-06-{from:02} 00:00+00' AND {time} < '2025-06-{:02} 06:30+00'", from + days)
            }
            90..92 => format!("NOT ({column} < {} OR {column} >= {})", day(from), day(from + days)),
            92 => format!("{column} = ANY ('{{2025-06-{from:02},2025-06-{:02}}}')", from + days),
            93 => format!("({column} < {}) IS FALSE AND ({column} < {}) IS TRUE", day(from), day(from + days)),
            94 => format!("{column} BETWEEN (SELECT {}) AND (SELECT {} + {days})", day(from), day(from)),
            95 => {
                let time = format!("{prefix}\"timestamp\" AT TIME ZONE 'UTC'");
                format!("{time} > '2025-06-{from:02} 03:00' AND ({time})::date <= {}", day(from + days))
            }
            97 => format!("{} = {column} AND {column} = (SELECT {})", day(from), day(from)),
            96 => format!("CASE WHEN {column} < {} THEN false ELSE {column} < {} END", day(from), day(from + days)),
            _ => format!("({column} = {} OR {column} = {})", day(from), day(from + days)),
        }
    }

    fn evaluations(&mut self, alias: String) -> Table {
        let all = columns(&alias, &EVALUATIONS);
        match self.rng.random_range(0..10) {
            0..5 => {
                let window = self.window("");
                let sql = format!("(SELECT * FROM exp.flag_evaluations WHERE {window}) AS {alias}");
                Table { sql, alias, columns: all, needs: None }
            }
            5 => {
                let window = self.window("");
                let sql = format!(
                    "(SELECT *, variant_value->>'type' AS vtype FROM exp.flag_evaluations WHERE {window}) AS {alias}"
                );
                let mut all = all;
                all.push(Column { name: format!("{alias}.vtype"), kind: Kind::Text });
                Table { sql, alias, columns: all, needs: None }
            }
            6 | 7 => {
                let window = self.window("f.");
                // The names of all columns, in their order; one too many is an error.
                let mut names: Vec<String> = (0..13).map(|number| format!("a{number}")).collect();
                if self.attacks(30) {
                    names.extend(["a13".to_owned(), "a14".to_owned()]);
                }
                let inner = format!("SELECT f.* FROM exp.flag_evaluations AS f WHERE {window}");
                let named = EVALUATIONS.iter().enumerate().map(|(index, (_, kind))| {
                    let number = if index < BEFORE_VALUE { index } else { index + 1 };
                    Column { name: format!("{alias}.a{number}"), kind: *kind }
                });
                let columns = named.collect();
                Table { sql: format!("({inner}) AS {alias}({})", names.join(", ")), alias, columns, needs: None }
            }
            _ => {
                let window = self.window(&format!("{alias}."));
                let name = self.one(&["exp.flag_evaluations", "\"exp\".\"flag_evaluations\"", "EXP.Flag_Evaluations"]);
                Table { sql: format!("{name} AS {alias}"), alias, columns: all, needs: Some(window) }
            }
        }
    }

    fn small(&mut self, alias: String) -> Table {
        let (sql, columns) = match self.rng.random_range(0..6) {
            0 => {
                let least = self.rng.random_range(0..9);
                let sql = format!("(SELECT * FROM exp.events WHERE user_id LIKE '%{least}') AS {alias}");
                (sql, columns(&alias, &EVENTS))
            }
            1 => (format!("exp.assignments AS {alias}"), columns(&alias, &ASSIGNMENTS)),
            2 => (format!("(TABLE exp.assignments) AS {alias}"), columns(&alias, &ASSIGNMENTS)),
            3 => {
                let columns = [("k", Kind::Text), ("n", Kind::Number), ("d", Kind::Date)]
                    .map(|(name, kind)| Column { name: format!("{alias}.{name}"), kind });
                let rows = "('checkout', 1, DATE '2025-06-03'), ('on', 2, DATE '2025-06-07'), (NULL, 3, NULL), ('u1', 0, DATE '2025-06-05')";
                (format!("(VALUES {rows}) AS {alias}(k, n, d)"), columns.to_vec())
            }
            4 => {
                let most = self.rng.random_range(1..6);
                let columns = vec![Column { name: format!("{alias}.n"), kind: Kind::Number }];
                (format!("generate_series(1, {most}) AS {alias}(n)"), columns)
            }
            _ => {
                let named = ["e0", "e1", "e2", "e3"].iter().zip(EVENTS);
                let columns = named.map(|(name, (_, kind))| Column { name: format!("{alias}.{name}"), kind }).collect();
                let sql = format!("(SELECT * FROM exp.events WHERE event_value > 0) AS {alias}(e0, e1, e2, e3)");
                (sql, columns)
            }
        };
        Table { sql, alias, columns, needs: None }
    }

    fn table(&mut self, depth: usize, outer: &[Column]) -> Table {
        let alias = self.name();
        if self.attacks(8) {
            let name = self.one(&["hr.salaries", "salaries", "base.flag_evaluations", "\"hr\".salaries"]);
            return Table {
                sql: format!("{name} AS {alias}"),
                columns: columns(&alias, &[("user_id", Kind::Text)]),
                alias,
                needs: None,
            };
        }
        if self.budget == 0 {
            return self.small(alias);
        }
        self.budget -= 1;
        match self.rng.random_range(0..100) {
            0..38 => self.evaluations(alias),
            38..58 if !self.ctes.is_empty() => {
                let cte = self.ctes.choose(&mut self.rng).unwrap().clone();
                Table {
                    sql: format!("{} AS {alias}", cte.sql),
                    columns: qualified(&alias, &cte.columns),
                    alias,
                    needs: None,
                }
            }
            58..80 if depth > 0 => {
                let mut found = self.query(depth - 1, None, outer);
                let mut list = String::new();
                if self.chance(25) {
                    found.columns = self.renamed(&found.columns);
                    list = self.list(&found.columns);
                }
                Table {
                    sql: format!("({}) AS {alias}{list}", found.sql),
                    columns: qualified(&alias, &found.columns),
                    alias,
                    needs: None,
                }
            }
            80..90 => self.evaluations(alias),
            _ => self.small(alias),
        }
    }

    /// FROM, and what it brings into scope.
    pub(super) fn from(&mut self, depth: usize, outer: &[Column]) -> (String, Scope) {
        let first = self.table(depth, &[]);
        let mut scope = Scope {
            own: first.columns,
            rows: vec![first.alias],
            outer: outer.to_vec(),
            needs: first.needs.into_iter().collect(),
        };
        let mut sql = first.sql;
        let joins = match self.rng.random_range(0..100) {
            0..55 => 0,
            55..90 => 1,
            _ => 2,
        };
        for left in (0..joins).rev() {
            if self.budget > 0 {
                self.join(&mut sql, &mut scope, depth.saturating_sub(1), left == 0);
            }
        }
        (sql, scope)
    }

    fn join(&mut self, sql: &mut String, scope: &mut Scope, depth: usize, is_last: bool) {
        if self.chance(14) {
            return self.lateral(sql, scope);
        }
        if self.chance(12) {
            return self.by_name(sql, scope);
        }
        let right = self.table(depth, &[]);
        let mut join = self.one(&["JOIN", "LEFT JOIN", "JOIN", "FULL JOIN", "RIGHT JOIN", "CROSS JOIN", ","]);
        let (a, b) = (self.key(&scope.own), self.key(&right.columns));
        let (Some(a), Some(b)) = (a, b) else {
            *sql = format!("{sql} CROSS JOIN {}", right.sql);
            return self.joined(scope, right, None);
        };
        if matches!(join, "CROSS JOIN" | ",") {
            // A product is a join whose condition stands in WHERE.
            *sql = if join == "," && is_last {
                format!("{sql}, {}", right.sql)
            } else {
                format!("{sql} CROSS JOIN {}", right.sql)
            };
            scope.needs.push(format!("{a} = {b}"));
            return self.joined(scope, right, None);
        }
        let mut on = format!("{a} = {b}");
        if self.chance(25) && join != "FULL JOIN" {
            let both = Scope { own: [scope.own.clone(), right.columns.clone()].concat(), ..Scope::default() };
            on = format!("{on} AND {}", self.predicate(&both, 0));
        }
        let mut needs = right.needs.clone();
        if let Some(window) = needs.take_if(|_| matches!(join, "JOIN" | "LEFT JOIN") && self.chance(60)) {
            on = format!("{on} AND {window}");
        }
        if self.chance(4) {
            join = "INNER JOIN";
        }
        *sql = format!("{sql} {join} {} ON {on}", right.sql);
        self.joined(scope, Table { needs: None, ..right }, needs);
    }

    fn joined(&mut self, scope: &mut Scope, right: Table, needs: Option<String>) {
        scope.own.extend(right.columns);
        scope.rows.push(right.alias);
        scope.needs.extend(right.needs);
        scope.needs.extend(needs);
    }

    /// A sub-select that reads what stands before it.
    fn lateral(&mut self, sql: &mut String, scope: &mut Scope) {
        let alias = self.name();
        let outer = scope.own.clone();
        let found = self.query(1, None, &outer);
        let join = self.one(&["CROSS JOIN LATERAL", "JOIN LATERAL", "LEFT JOIN LATERAL"]);
        let on = if join == "CROSS JOIN LATERAL" { "" } else { " ON true" };
        *sql = format!("{sql} {join} ({}) AS {alias}{on}", found.sql);
        scope.own.extend(qualified(&alias, &found.columns));
        scope.rows.push(alias);
    }

    /// A join by the names of columns.
    fn by_name(&mut self, sql: &mut String, scope: &mut Scope) {
        let (left, right) = (self.name(), self.name());
        let shared = self.one(&["flag_key", "user_id", "unit_id_hash"]);
        let relation = |this: &mut Self, shared: &str| match shared {
            "user_id" => {
                let (table, own) = this.one(&[("exp.events", "event_type"), ("exp.assignments", "variant_id")]);
                format!(
                    "SELECT user_id, {own} AS o{} FROM {table} WHERE user_id LIKE '%{}'",
                    this.names,
                    this.names % 10
                )
            }
            _ => {
                let window = this.window("");
                format!(
                    "SELECT DISTINCT {shared}, evaluation_reason AS o{} FROM exp.flag_evaluations WHERE {window}",
                    this.names
                )
            }
        };
        let (a, b) = (relation(self, shared), {
            self.names += 1;
            relation(self, shared)
        });
        let kind = self.one(&["JOIN", "LEFT JOIN", "FULL JOIN", "RIGHT JOIN"]);
        let hidden = if self.attacks(20) { self.one(&super::FORBIDDEN) } else { shared };
        let joined = if self.chance(50) {
            format!("({a}) AS {left} {kind} ({b}) AS {right} USING ({hidden})")
        } else {
            format!("({a}) AS {left} NATURAL {kind} ({b}) AS {right}")
        };
        let alias = self.name();
        let key = self.key(&scope.own);
        *sql = format!("{sql} CROSS JOIN (SELECT * FROM {joined}) AS {alias}");
        let column = Column { name: format!("{alias}.\"{shared}\""), kind: Kind::Text };
        if let Some(key) = key {
            scope.needs.push(format!("{key} = {}", column.name));
        }
        scope.own.push(column);
        scope.rows.push(alias);
    }

    /// A column to join by: one of many values, if there is one.
    fn key(&mut self, columns: &[Column]) -> Option<String> {
        let many = ["user_id", "unit_id_hash", "evaluation_id"];
        let good: Vec<Column> = columns
            .iter()
            .filter(|column| column.kind == Kind::Text && many.iter().any(|name| column.name.contains(name)))
            .cloned()
            .collect();
        if !good.is_empty() && self.chance(70) {
            return self.column(&good, Kind::Text);
        }
        self.column(columns, Kind::Text)
    }
}

impl Generator {
    /// A query that gives one column, for a condition.
    pub(super) fn one_column(&mut self, kind: Kind, scope: &Scope) -> Source {
        let outer = if self.chance(60) { scope.own.clone() } else { Vec::new() };
        self.query(0, Some(&[kind]), &outer)
    }
}
