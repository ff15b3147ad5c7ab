//! The grammar of the random statements: productions of a type, with holes for others.
//!
//! A hole is a letter in braces: b boolean, i integer, l bigint, n numeric, f double precision, t text, d date, s timestamp, v interval, a integer[], j jsonb; E any expression, A an aggregate,
//! K what one may group by, W a window function, Q a statement.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// What a hole is filled with when nothing more may grow, and what is left when a statement shrinks.
const LEAVES: &[(char, &[&str])] = &[
    ('b', &["e.b", "true", "false"]),
    ('i', &["e.i4", "e.id", "0", "1", "-3", "7", "2147483647", "e.i2::int4"]),
    ('l', &["e.i8", "0::int8", "5::int8", "9223372036854775807"]),
    ('n', &["e.n", "0.0", "1.50", "-2.5", "1e3", "100.000"]),
    ('f', &["e.f8", "0::float8", "2.5::float8", "-1e10::float8", "'NaN'::float8"]),
    ('t', &["e.t", "e.vc", "''", "'abc'", "'A b'", "'10'", "e.id::text"]),
    ('d', &["e.d", "date '2024-02-29'", "date '1999-12-31'"]),
    ('s', &["e.ts", "timestamp '2024-02-29 13:45:56.789'", "timestamp '1970-01-01'"]),
    ('v', &["e.iv", "interval '1 day'", "interval '-1 mon 3:04:05'"]),
    ('a', &["e.ia", "ARRAY[1, 2, NULL]", "ARRAY[]::int4[]"]),
    ('j', &["e.jb", "jsonb '{\"a\": 1, \"b\": [true, null]}'", "jsonb '[1, 2.50, \"x\"]'"]),
    ('E', &["e.id", "1"]),
    ('A', &["count(*)"]),
    ('K', &["e.b", "e.id % 3"]),
    ('W', &["row_number() OVER (ORDER BY e.id)"]),
    ('Q', &["SELECT e.id FROM exp.every_type e"]),
];

const PRODUCTIONS: &[(char, &[&str])] = &[
    ('E', &["{b}", "{i}", "{l}", "{n}", "{f}", "{t}", "{d}", "{s}", "{v}", "{a}", "{j}"]),
    ('K', &["{b}", "{i}", "{t}", "{d}", "{l}", "{v}"]),
    (
        'b',
        &[
            "({b} AND {b})",
            "({b} OR {b})",
            "(NOT {b})",
            "({i} < {i})",
            "({i} = {l})",
            "({l} >= {i})",
            "({n} <> {n})",
            "({n} < {i})",
            "({f} > {f})",
            "({f} = {n})",
            "({t} = {t})",
            "({t} < {t})",
            "({t} LIKE '%a%')",
            "({t} ILIKE {t} || '%')",
            "({t} ~ '^[a-z]+')",
            "({d} < {d})",
            "({d} <= {s})",
            "({s} = {s})",
            "({v} > {v})",
            "({i} IS NULL)",
            "({t} IS NOT NULL)",
            "({b} IS TRUE)",
            "({b} IS NOT FALSE)",
            "({b} IS UNKNOWN)",
            "({i} IS DISTINCT FROM {i})",
            "({n} IS NOT DISTINCT FROM {n})",
            "({i} BETWEEN {i} AND {i})",
            "({t} IN ({t}, 'abc', {t}))",
            "({i} NOT IN (1, {i}))",
            "({i} = ANY ({a}))",
            "({a} @> ARRAY[1])",
            "({a} = {a})",
            "({j} ? 'a')",
            "({j} @> '{\"a\": 1}')",
            "({j} = {j})",
            "CASE WHEN {b} THEN {b} ELSE {b} END",
            "coalesce({b}, {b})",
            "(({i}, {t}) = ({i}, {t}))",
            "(({i}, {n}) < ({i}, {n}))",
            "starts_with({t}, 'a')",
            "({i} IN (SELECT i4 FROM exp.every_type))",
            "({t} NOT IN (SELECT vc FROM exp.every_type WHERE vc IS NOT NULL))",
            "EXISTS (SELECT 1 FROM exp.every_type o WHERE o.i4 = e.id)",
        ],
    ),
    (
        'i',
        &[
            "({i} + {i})",
            "({i} - {i})",
            "({i} * {i})",
            "({i} / {i})",
            "({i} % {i})",
            "(- {i})",
            "abs({i})",
            "length({t})",
            "strpos({t}, {t})",
            "({i} & {i})",
            "({i} | {i})",
            "{n}::int4",
            "{l}::int4",
            "CASE WHEN {b} THEN {i} ELSE {i} END",
            "CASE {i} WHEN {i} THEN {i} END",
            "coalesce({i}, {i})",
            "nullif({i}, {i})",
            "greatest({i}, {i})",
            "least({i}, {i}, {i})",
            "({d} - {d})",
            "cardinality({a})",
            "({a})[2]",
            "array_length({a}, 1)",
            "ascii({t})",
            "(SELECT max(o.i4) FROM exp.every_type o)",
            "num_nulls({i}, {t})",
            "sign({n})::int4",
            "extract(month FROM {s})::int4",
            "width_bucket({n}, 0, 10, 4)",
        ],
    ),
    (
        'l',
        &[
            "({l} + {i})",
            "({l} - {l})",
            "({l} * {i})",
            "({l} / {i})",
            "mod({l}, {l})",
            "{i}::int8",
            "abs({l})",
            "coalesce({l}, {i})",
            "greatest({l}, {i})",
            "round({n})::int8",
            "(SELECT count(*) FROM exp.every_type o)",
        ],
    ),
    (
        'n',
        &[
            "({n} + {n})",
            "({n} - {i})",
            "({n} * {n})",
            "({n} / {n})",
            "({n} % {n})",
            "(- {n})",
            "abs({n})",
            "round({n}, 2)",
            "trunc({n}, 1)",
            "ceil({n})",
            "floor({n})",
            "{i}::numeric",
            "{l}::numeric",
            "{n}::numeric(20,3)",
            "sqrt(abs({n}))",
            "coalesce({n}, {i})",
            "greatest({n}, {n})",
            "CASE WHEN {b} THEN {n} ELSE {i} END",
            "extract(epoch FROM {v})",
            "extract(year FROM {d})",
            "div({n}, {n})",
            "(SELECT avg(o.i4) FROM exp.every_type o)",
            "scale({n})::numeric",
        ],
    ),
    (
        'f',
        &[
            "({f} + {f})",
            "({f} - {f})",
            "({f} * {f})",
            "({f} / {f})",
            "{i}::float8",
            "{n}::float8",
            "abs({f})",
            "floor({f})",
            "round({f})",
            "trunc({f})",
            "sqrt(abs({f}))",
            "coalesce({f}, {i})",
            "least({f}, {f})",
            "date_part('day', {s})",
            "nullif({f}, {f})",
        ],
    ),
    (
        't',
        &[
            "({t} || {t})",
            "({t} || {i})",
            "upper({t})",
            "lower({t})",
            "initcap({t})",
            "reverse({t})",
            "left({t}, 3)",
            "right({t}, -1)",
            "substr({t}, 2, 3)",
            "replace({t}, 'a', {t})",
            "split_part({t}, ' ', 1)",
            "btrim({t})",
            "lpad({t}, 6, '*')",
            "repeat({t}, 2)",
            "md5({t})",
            "concat({t}, {i}, {b})",
            "concat_ws('-', {t}, {t})",
            "{i}::text",
            "{n}::text",
            "{f}::text",
            "{d}::text",
            "{s}::text",
            "{v}::text",
            "{b}::text",
            "{a}::text",
            "{j}::text",
            "coalesce({t}, {t})",
            "nullif({t}, {t})",
            "CASE WHEN {b} THEN {t} ELSE {t} END",
            "{t}::varchar(3)",
            "to_char({s}, 'YYYY-MM-DD HH24:MI')",
            "regexp_replace({t}, '[aeiou]', '_', 'g')",
            "translate({t}, 'abc', 'xy')",
            "greatest({t}, {t})",
            "quote_literal({t})",
            "format('%s:%s', {i}, {t})",
            "array_to_string({a}, ',', '?')",
            "({j} ->> 'a')",
            "jsonb_typeof({j})",
            "(SELECT min(o.t) FROM exp.every_type o)",
        ],
    ),
    (
        'd',
        &[
            "({d} + 7)",
            "({d} - {i} % 100)",
            "{s}::date",
            "coalesce({d}, {d})",
            "greatest({d}, {d})",
            "CASE WHEN {b} THEN {d} ELSE {d} END",
        ],
    ),
    (
        's',
        &[
            "({s} + {v})",
            "({s} - {v})",
            "({d} + {v})",
            "{d}::timestamp",
            "date_trunc('month', {s})",
            "date_trunc('hour', {s})",
            "coalesce({s}, {s})",
            "least({s}, {d})",
        ],
    ),
    (
        'v',
        &[
            "({v} + {v})",
            "({v} - {v})",
            "({v} * 2)",
            "(- {v})",
            "make_interval(0, 0, 0, 1)",
            "coalesce({v}, {v})",
            "justify_hours({v})",
            "date_trunc('hour', {v})",
        ],
    ),
    (
        'a',
        &[
            "array_append({a}, {i})",
            "({a} || {a})",
            "ARRAY[{i}, {i}]",
            "array_remove({a}, {i})",
            "({a})[1:2]",
            "coalesce({a}, {a})",
        ],
    ),
    (
        'j',
        &[
            "({j} -> 'a')",
            "({j} -> 0)",
            "to_jsonb({i})",
            "to_jsonb({t}::text)",
            "jsonb_build_array({i}, {t}::text)",
            "jsonb_build_object('k', {n})",
            "coalesce({j}, {j})",
        ],
    ),
    (
        'A',
        &[
            "count({E})",
            "count(DISTINCT {K})",
            "sum({i})",
            "sum({l})",
            "sum({n})",
            "avg({i})",
            "avg({n})",
            "min({i})",
            "max({n})",
            "min({t})",
            "max({t})",
            "max({d})",
            "min({s})",
            "max({v})",
            "sum({v})",
            "bool_and({b})",
            "bool_or({b})",
            "sum({i}) FILTER (WHERE {b})",
            "count(*) FILTER (WHERE {b})",
            "string_agg({t}, ',' ORDER BY e.id)",
            "array_agg({i} ORDER BY e.id)",
            "array_agg(DISTINCT {i})",
            "stddev({i})",
            "var_pop({n})",
            "bit_or({i})",
            "percentile_disc(0.5) WITHIN GROUP (ORDER BY {i})",
            "percentile_cont(0.5) WITHIN GROUP (ORDER BY {i}::float8)",
            "jsonb_agg({i} ORDER BY e.id)",
            "coalesce(sum({i}), 0)",
            "max({i}) - min({i})",
            "mode() WITHIN GROUP (ORDER BY {b})",
        ],
    ),
    (
        'W',
        &[
            "sum({i}) OVER (ORDER BY e.id)",
            "count(*) OVER (PARTITION BY {K})",
            "rank() OVER (ORDER BY {K})",
            "dense_rank() OVER (PARTITION BY {b} ORDER BY {K} DESC)",
            "lag({E}) OVER (ORDER BY e.id)",
            "lead({t}, 2, 'none') OVER (ORDER BY e.id DESC)",
            "first_value({E}) OVER (PARTITION BY {b} ORDER BY e.id)",
            "last_value({i}) OVER (ORDER BY e.id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)",
            "max({t}) OVER (ORDER BY e.id ROWS 2 PRECEDING)",
            "avg({n}) OVER (PARTITION BY {b})",
            "ntile(4) OVER (ORDER BY e.id)",
            "sum({n}) OVER (ORDER BY {i} RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)",
            "count({E}) OVER (ORDER BY {K} GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING)",
            "cume_dist() OVER (ORDER BY {K})",
            "sum({i}) FILTER (WHERE {b}) OVER (ORDER BY e.id)",
        ],
    ),
    (
        'Q',
        &[
            "SELECT e.id, {E}, {E} FROM exp.every_type e",
            "SELECT e.id, {E} FROM exp.every_type e WHERE {b}",
            "SELECT {A}, {A} FROM exp.every_type e",
            "SELECT {A} FROM exp.every_type e WHERE {b}",
            "SELECT {K}, {A} FROM exp.every_type e GROUP BY 1",
            "SELECT {K}, {K}, {A} FROM exp.every_type e GROUP BY 1, 2 HAVING {A} IS NOT NULL",
            "SELECT {K}, {K}, {A} FROM exp.every_type e GROUP BY ROLLUP (1, 2)",
            "SELECT {K}, {A} FROM exp.every_type e WHERE {b} GROUP BY GROUPING SETS ((1), ())",
            "SELECT e.id, {W} FROM exp.every_type e",
            "SELECT e.id, {W}, {W} FROM exp.every_type e WHERE {b}",
            "SELECT DISTINCT {K}, {K} FROM exp.every_type e",
            "SELECT DISTINCT ON (k) k, id FROM (SELECT {K} AS k, e.id FROM exp.every_type e) q ORDER BY k, id",
            "SELECT {i} FROM exp.every_type e UNION SELECT {i} FROM exp.every_type e",
            "SELECT {t} FROM exp.every_type e EXCEPT SELECT {t} FROM exp.every_type e",
            "SELECT {i} FROM exp.every_type e INTERSECT ALL SELECT {i} FROM exp.every_type e",
            "SELECT {i}, {t} FROM exp.every_type e UNION ALL SELECT {l}, {t} FROM exp.every_type e",
            "SELECT e.id, o.id FROM exp.every_type e JOIN exp.every_type o ON o.i4 = {i}",
            "SELECT e.id, o.id FROM exp.every_type e LEFT JOIN exp.every_type o ON o.i4 = e.id AND {b}",
            "SELECT e.id, o.id FROM exp.every_type e LEFT JOIN exp.every_type o ON o.t = {t} WHERE {b}",
            "SELECT e.id, o.id FROM exp.every_type o RIGHT JOIN exp.every_type e ON o.id = {i} WHERE {b}",
            "SELECT k, count(*) FROM (SELECT {K} AS k FROM exp.every_type e WHERE {b}) q GROUP BY k ORDER BY k",
            "SELECT e.id, x FROM exp.every_type e, unnest({a}) AS x WHERE {b}",
            "SELECT e.id, {E} FROM exp.every_type e ORDER BY {K}, e.id LIMIT 5",
            "SELECT e.id FROM exp.every_type e ORDER BY {n} DESC, e.id OFFSET 3",
            "WITH e AS (SELECT * FROM exp.every_type WHERE id > 4) SELECT e.id, {E}, {b} FROM e",
        ],
    ),
];

/// A production with its holes filled.
#[derive(Clone, Debug)]
pub struct Node {
    kind: char,
    template: &'static str,
    children: Vec<Node>,
}

fn of(table: &'static [(char, &'static [&'static str])], kind: char) -> &'static [&'static str] {
    table.iter().find(|(letter, _)| *letter == kind).map_or(&[], |(_, templates)| templates)
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
        let leaves = of(LEAVES, kind);
        let more = if depth == 0 { leaves } else { of(PRODUCTIONS, kind) };
        // Columns and constants stand at any depth.
        let table = if depth > 0 && !"QEAKW".contains(kind) && random.random_range(0..3) == 0 { leaves } else { more };
        let template = table[random.random_range(0..table.len())];
        // What only passes on to a type does not count as a level.
        let passes = matches!(kind, 'E' | 'K' | 'Q');
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
            found.extend(of(LEAVES, self.kind).iter().map(|leaf| Node {
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
