//! Every place of a text that gate 3 walks, and what may not stand in any.

use super::*;
use std::path::PathBuf;

/// What the writer may write in each kind of place, and what it may not.
const FILLINGS: &[(&str, &str, &[&str])] = &[
    (
        "{e}",
        "t0.c1",
        &[
            "pg_catalog.pg_read_file('x'::text)",
            "public.lower(t0.c1)",
            "lower(t0.c1)",
            "\"coalesce\"(t0.c1, 1)",
            "(SELECT \"id\" AS c0 FROM \"exp\".\"flags\")",
            "t0.secret",
            "x0.c0",
            "t0.c",
            "exp.t0.c0",
            "\"secret\"",
            "c0",
            "('x'::regclass)",
            "('x'::regclass[])",
            "('x'::other.name)",
            "CAST('x' AS text)",
            "(t0.c0 COLLATE \"de_DE\")",
            "(t0.c0 LIKE 'x%')",
            "(t0.c0 <<>> 1)",
            "(t0.c0 <<>> ANY (t0.c0))",
            "(t0.c0).f1",
            "(t0.c0)[1:2]",
            "pg_catalog.sum(*)",
            "pg_catalog.lower(x => t0.c0)",
            "pg_catalog.sum(t0.c0) OVER w",
            "pg_catalog.sum(t0.c0) OVER (w)",
            "current_user",
            "ROW(t0.c0)",
            "(t0.c0, 1)",
            "DATE '2026-01-01'",
            "pg_catalog.lower(VARIADIC t0.c0)",
            "$2",
        ],
    ),
    (
        "{q}",
        "SELECT 1 AS c1",
        &[
            "SELECT \"id\" AS c0 FROM \"exp\".\"flags\"",
            "SELECT t5.c0 AS c0 FROM \"exp\".\"flags\" AS t5",
            "SELECT 1 AS c0 FROM pg_catalog.generate_series(1, 2) AS t5",
            "SELECT 1 AS secret",
            "SELECT t5.c1 AS c1 FROM (SELECT 1 AS c1) AS x5",
            "SELECT t5.c1 AS c1 FROM (SELECT 1 AS c1) AS t5(x)",
            "SELECT t5.c1 AS c1 FROM (SELECT 1 AS c1)",
            "SELECT t5.c1 AS c1 FROM LATERAL (SELECT 1 AS c1) AS t5",
            "SELECT * FROM (SELECT 1 AS c1) AS t5",
            "SELECT t5.* FROM (SELECT 1 AS c1) AS t5",
            "SELECT DISTINCT ON (1) 1 AS c1",
            "SELECT 1 AS c1 HAVING true",
            "SELECT 1 AS c1 FOR UPDATE",
            "SELECT 1 AS c1 FETCH FIRST 1 ROWS WITH TIES",
            "SELECT 1 AS c1 GROUP BY ROLLUP (1)",
            "SELECT pg_catalog.count(*) OVER (PARTITION BY 1) AS c1 WINDOW w AS ()",
            "(SELECT 1 AS c1 UNION SELECT 2 AS c1)",
            "(SELECT 1 AS c1 EXCEPT SELECT 2 AS c1)",
            "(SELECT 1 AS c1 INTERSECT ALL SELECT 2 AS c1)",
            "SELECT t5.c1 AS c1 FROM (SELECT 1 AS c1) AS t5 NATURAL JOIN (SELECT 1 AS c1) AS t6",
            "SELECT t5.c1 AS c1 FROM (SELECT 1 AS c1) AS t5 JOIN (SELECT 1 AS c1) AS t6 USING (c1)",
            "TABLE \"exp\".\"flags\"",
        ],
    ),
];

#[test]
fn nothing_passes_in_any_place_that_the_writer_does_not_write() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/guard/sealed.txt");
    let text = std::fs::read_to_string(path).expect("the file");
    let places: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let mut wrong = Vec::new();
    for place in &places {
        for (hole, harmless, forbidden) in FILLINGS.iter().filter(|(hole, _, _)| place.contains(hole)) {
            let verdict =
                |part: &str| sealed(&place.replace(hole, part).replace("{leaf}", LEAF), &[duty()]).map(|_| ());
            if let Err(broken) = verdict(harmless) {
                wrong.push(format!("{place} with {harmless}: {broken}"));
            }
            wrong.extend(
                forbidden.iter().filter(|part| verdict(part).is_ok()).map(|part| format!("{place} with {part}")),
            );
        }
    }
    assert!(places.len() > 60 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_text_is_one_line_of_plain_tokens() {
    let with = |from: &str, to: &str| {
        let text = whole();
        assert!(text.contains(from), "{from}");
        sealed(&text.replacen(from, to, 1), &[duty()])
    };
    for to in [
        "'\u{e9}'::text",
        "'a''b'::text",
        "'--'::text",
        "'/*'::text",
        "';'::text",
        "'\\'::text",
        "'$1'::text",
        "'\"'::text",
        "$1",
    ] {
        with("'x'::text", to).expect(to);
    }
    for to in [
        "\u{e9}",
        "'x'::text\n",
        "'x'::text\t",
        "'x'::text\u{7f}",
        "E'x'",
        "B'1'",
        "X'1'",
        "N'x'",
        "U&'x'",
        "U&\"c1\"",
        "x_'x'",
        "$$x$$",
        "$a$x$a$",
        "$2",
        "$1a",
        "$0",
        "$",
        "t0.$1",
        "'x",
        "\"x",
        "'x\0'",
        "\"x\0\"",
        "\\x",
        "1; ",
        "1 -- 1",
        "1 /* 1 */",
    ] {
        assert!(with("'x'::text", to).is_err(), "{to:?}");
    }
    let text = whole();
    for more in [";", "; SELECT 1", " --", "/*", "\\"] {
        assert!(sealed(&format!("{text}{more}"), &[duty()]).is_err(), "{more}");
    }
    assert!(sealed("", &[]).is_err());
    // What stands in quotes ends where the quotes end.
    assert!(with("t0.c1 <> 'x'::text", "t0.\"c1; \" <> 'x'::text").is_err());
}

/// Most of these no grammar reads either: here is what stands before any grammar.
#[test]
fn each_rule_for_characters_holds_by_itself() {
    let check = |text: &str| text::check(text, Language::Postgres, 1);
    for good in ["'a; -- \\ $2'", "\"a; -- \\ $2 \u{e9}\"", "\"a\"\"b;\"", "x 'a'", "$1", "($1)", "a - b / c * d", ""] {
        assert_eq!(check(good), Ok(()), "{good}");
    }
    for (bad, why) in [
        ("x'a'", "a string with a prefix"),
        ("x_'a'", "a string with a prefix"),
        ("U&'a'", "a string with a prefix"),
        ("U&\"a\"", "a name with a prefix"),
        ("'a", "an open quote"),
        ("\"a", "an open quote"),
        ("'a\0'", "a NUL"),
        ("\"a\0\"", "a NUL"),
        (";", "a semicolon"),
        ("\"a\";", "a semicolon"),
        ("\\", "a backslash"),
        ("$", "a dollar sign"),
        ("$0", "a dollar sign"),
        ("$2", "a dollar sign"),
        ("$1a", "a dollar sign"),
        ("$1_", "a dollar sign"),
        ("$1$", "a dollar sign"),
        ("a$1", "a dollar sign"),
        ("--", "a comment"),
        ("/*", "a comment"),
        ("\n", "a control character"),
        ("\u{e9}", "a letter outside ASCII that is not quoted"),
    ] {
        assert_eq!(check(bad), Err(Broken(why.to_owned())), "{bad}");
    }
    assert_eq!(text::check("'\\'", Language::Redshift, 1), Err(Broken("a backslash".to_owned())));
}

#[test]
fn what_may_stand_beside_the_row_filter_compares_what_is_seen_with_constants() {
    let with = |more: &str| {
        sealed(&whole().replacen("WHERE (\"timestamp\"", &format!("WHERE {more} AND (\"timestamp\""), 1), &[duty()])
    };
    for more in [
        "(\"id\" = 'x'::text)",
        "('x'::text > \"id\")",
        "(\"id\" >= $1::text)",
        "(\"id\" BETWEEN 'a' AND 'b')",
        "(\"id\" NOT IN ('a', 'b'))",
        "(\"id\" IS NOT NULL)",
        "((\"id\" = 'a') OR (NOT (\"namespace\" <> 'b')))",
        "((\"id\" = 'a') AND (\"namespace\" <> 'b'))",
        "((\"id\" COLLATE \"C\") < ('b' COLLATE \"C\"))",
    ] {
        with(more).expect(more);
    }
    for more in [
        "(\"secret\" = 'x')",
        "('x' = \"secret\")",
        "(\"unit\" = 'x')",
        "(\"version\" < 5)",
        "(\"nothing\" = 'x')",
        "(id = 'x')",
        "('x' > id)",
        "(\"id\" = \"secret\")",
        "(\"id\" = \"namespace\")",
        "(\"secret\" BETWEEN 'a' AND 'b')",
        "(\"id\" BETWEEN \"secret\" AND 'b')",
        "(\"id\" BETWEEN 'a' AND \"secret\")",
        "(\"secret\" IN ('a'))",
        "(\"id\" IN ('a', \"secret\"))",
        "(\"secret\" IS NULL)",
        "(\"unit\" IS NOT NULL)",
        "(NOT (\"secret\" = 'a'))",
        "((\"id\" = 'a') OR (\"secret\" = 'a'))",
        "((\"secret\" = 'a') OR (\"id\" = 'a'))",
        "((\"secret\" = 'a') AND (\"id\" = 'a'))",
        "((\"id\" = 'a') AND (\"secret\" = 'a'))",
        "((\"id\" || 'x') = 'a')",
        "(\"id\" LIKE 'a%')",
        "(\"id\" ~ 'a')",
        "(\"id\" @> 'a')",
        "(pg_catalog.lower(\"id\") = 'a')",
        "((\"id\" COLLATE \"de_DE\") = 'a')",
        "(\"id\" IS DISTINCT FROM 'a')",
        "(\"id\" = ANY (ARRAY['a']))",
        "(\"id\" IN (SELECT 1))",
        "(- \"version\" = 5)",
        "\"id\"",
        "true",
    ] {
        assert!(with(more).is_err(), "{more}");
    }
}

#[test]
fn each_side_of_a_window_is_there_and_no_other_is() {
    let side = |text: &str, duty: &Duty| sealed(text, std::slice::from_ref(duty)).is_ok();
    let (lower, upper) = (
        "(\"timestamp\" >= '2026-11-14 00:00:00+00'::timestamptz) AND ",
        "(\"timestamp\" < '2026-11-21 00:00:00+00'::timestamptz) AND ",
    );
    let (first, last) = ("(\"_day\" >= '2026-11-14'::date) AND ", "(\"_day\" < '2026-11-21'::date) AND ");
    let spans = |mask: usize| {
        let side = |bit: usize, at: i64| (mask & bit != 0).then_some(Side::At(at));
        Duty {
            time: Span { from: side(1, START), to: side(2, START + WEEK) },
            days: Span { from: side(4, START), to: side(8, START + WEEK) },
            ..duty()
        }
    };
    let text = |mask: usize| {
        let parts = [(1, lower), (2, upper), (4, first), (8, last)];
        parts.into_iter().filter(|(bit, _)| mask & bit == 0).fold(whole(), |text, (_, part)| text.replacen(part, "", 1))
    };
    for wanted in 0..16 {
        for written in 0..16 {
            // A side more than wanted narrows, and compares a column that is seen with a constant.
            let holds = wanted & written == wanted;
            assert_eq!(side(&text(written), &spans(wanted)), holds, "{wanted:04b} wanted, {written:04b} written");
        }
    }
}

#[test]
fn a_window_begins_and_ends_within_a_day_where_its_column_is_a_time() {
    let later = 5_400_000_000;
    let time = Span { from: Some(Side::At(START + later)), to: Some(Side::At(START + WEEK + later)) };
    let duty = Duty { time, ..duty() };
    let with = |from: &str, to: &str| {
        let text = whole().replacen("'2026-11-14 00:00:00+00'", from, 1).replacen("'2026-11-21 00:00:00+00'", to, 1);
        sealed(&text, std::slice::from_ref(&duty))
    };
    let (from, to) = ("'2026-11-14 01:30:00+00'", "'2026-11-21 01:30:00+00'");
    with(from, to).expect("its own sides");
    for midnight in ["'2026-11-14 00:00:00+00'", "'2026-11-15 00:00:00+00'"] {
        assert!(with(midnight, to).is_err(), "{midnight}");
    }
    for midnight in ["'2026-11-21 00:00:00+00'", "'2026-11-22 00:00:00+00'"] {
        assert!(with(from, midnight).is_err(), "{midnight}");
    }
}

#[test]
fn a_fence_stands_where_rows_are_hidden_below_other_work_and_nowhere_else() {
    let open_leaf = LEAF.replace(" OFFSET 0", "");
    let below = |leaf: &str| format!("SELECT t0.c0 AS c2 FROM ({leaf}) AS t0");
    sealed(&open_leaf, &[duty()]).expect("a scan alone");
    sealed(&below(LEAF), &[duty()]).expect("a fence");
    assert!(sealed(&below(&open_leaf), &[duty()]).is_err());
    let mut grant = Arc::into_inner(grant()).expect("the only one");
    grant.rows = None;
    let seen = Duty { grant: Arc::new(grant), time: Span::default(), days: Span::default(), ..duty() };
    sealed(&below("SELECT \"id\"::text AS c0 FROM \"exp\".\"flags\""), &[seen]).expect("rows that are all seen");
}

#[test]
fn a_time_with_a_zone_is_one_however_its_contract_spells_it() {
    for ty in ["timestamptz", "timestamptz(3)", "timestamp with time zone", "timestamp(3) with time zone"] {
        let mut grant = Arc::into_inner(grant()).expect("the only one");
        let mut table = Arc::into_inner(grant.table).expect("the only one");
        for column in table.columns.iter_mut().filter(|column| column.name == "timestamp") {
            column.ty = parse_data_type(ty).expect("a type");
        }
        grant.table = Arc::new(table);
        let duty = Duty { grant: Arc::new(grant), ..duty() };
        sealed(&whole(), std::slice::from_ref(&duty)).expect(ty);
        let zoneless = whole().replace(" 00:00:00+00'::timestamptz", " 00:00:00'::timestamp");
        assert!(sealed(&zoneless, &[duty]).is_err(), "{ty}");
    }
}
