//! What gate 3 lets through, and that no change of a text gets past it.

mod changes;
mod masks;
mod places;

use super::*;
use crate::parse::parse_data_type;
use crate::policy::{Column, Grain, Mask, Partition, RelationName, RowFilter, Table};
use std::collections::BTreeMap;

struct Known;

impl FunctionNames for Known {
    fn contains(&self, name: &str) -> bool {
        matches!(name, "count" | "sum" | "lower" | "length" | "left" | "date_trunc")
    }
}

/// The table of the tests, with columns of these names and types.
fn table(partition: Option<Partition>, columns: &[(&str, &str)]) -> Table {
    let column = |(name, ty): &(&str, &str)| Column {
        name: (*name).to_owned(),
        ty: parse_data_type(ty).expect("a type"),
        nullable: true,
        comment: None,
    };
    Table {
        name: RelationName { schema: "exp".into(), name: "flags".into() },
        warehouse: "prod".into(),
        source: "exp.flags".into(),
        comment: None,
        partition,
        columns: columns.iter().map(column).collect(),
    }
}

fn grant() -> Arc<Grant> {
    let table = table(
        Some(Partition { column: "_day".into(), of: "timestamp".into(), grain: Grain::Day }),
        &[
            ("id", "text"),
            ("timestamp", "timestamptz"),
            ("_day", "date"),
            ("namespace", "text"),
            ("unit", "text"),
            ("secret", "text"),
            ("version", "int8"),
        ],
    );
    let expr = crate::parse::parse_expression(
        "namespace = 'checkout' OR lower(namespace) LIKE 'check%' AND id <> current_user",
        &StatementLimits::default(),
    )
    .expect("an expression");
    Arc::new(Grant {
        table: Arc::new(table),
        columns: ["id", "timestamp", "_day", "namespace", "unit", "version"].map(str::to_owned).to_vec(),
        rows: Some(RowFilter { text: String::new(), expr }),
        masks: BTreeMap::from([("unit".to_owned(), Mask::Sha256), ("version".to_owned(), Mask::Bucket(100))]),
        window_required: true,
    })
}

const WEEK: i64 = 7 * 86_400_000_000;
const START: i64 = 1_794_614_400_000_000;

fn duty() -> Duty {
    let span = Span { from: Some(Side::At(START)), to: Some(Side::At(START + WEEK)) };
    let moment = Moment { transaction: START + 1_500_000, statement: START + 2_000_000 };
    Duty { grant: grant(), scan: 0, user: "ann".into(), moment, time: span, days: span, masked_above: BTreeSet::new() }
}

const LEAF: &str = "SELECT \"id\"::text AS c0, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(\"unit\"::text, 'UTF8')), 'hex') AS c1 FROM \"exp\".\"flags\" WHERE (\"timestamp\" >= '2026-11-14 00:00:00+00'::timestamptz) AND (\"timestamp\" < '2026-11-21 00:00:00+00'::timestamptz) AND (\"_day\" >= '2026-11-14'::date) AND (\"_day\" < '2026-11-21'::date) AND ((namespace = 'checkout') OR ((lower(namespace) LIKE 'check%') AND (id <> 'ann'))) OFFSET 0";

fn whole() -> String {
    format!(
        "SELECT t1.c0 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c0, pg_catalog.count(t0.c1) AS c4 FROM ({LEAF}) AS t0 WHERE (t0.c1 <> 'x'::text) GROUP BY t0.c0) AS t1 ORDER BY t1.c4 DESC NULLS FIRST LIMIT 10"
    )
}

fn sealed(text: &str, scans: &[Duty]) -> Result<SealedSql, Broken> {
    seal(
        text.to_owned(),
        &Duties { warehouse: "prod", language: Language::Postgres, parameters: 1, scans, functions: &Known },
    )
}

#[test]
fn what_the_writer_writes_passes() {
    let text = whole();
    let sealed = sealed(&text, &[duty()]).expect("a seal");
    assert_eq!(sealed.text(), text);
    assert_eq!(sealed.warehouse(), "prod");
    assert!(!format!("{sealed:?}").contains("SELECT"));
}

#[test]
fn a_parameter_stands_where_a_constant_may_and_for_no_window() {
    let with = |from: &str, to: &str| sealed(&whole().replace(from, to), &[duty()]).is_ok();
    assert!(with("'x'::text", "$1::text"));
    assert!(with(") AND (\"_day\" >=", ") AND (\"id\" = $1::text) AND (\"_day\" >="));
    for to in ["$2::text", "$0::text", "$::text", "$1x::text", "$1$::text", "$x$::text", "$$x$$::text"] {
        assert!(!with("'x'::text", to), "{to}");
    }
    assert!(!with("'2026-11-14 00:00:00+00'::timestamptz", "$1::timestamptz"));
    assert!(!with("'checkout'", "$1"));
}

/// The window's sides are the parameters behind the statement's own one.
fn sent_duty() -> Duty {
    let span = |first| Span { from: Some(Side::Sent(first)), to: Some(Side::Sent(first + 1)) };
    Duty { time: span(2), days: span(4), ..duty() }
}

fn with_sent_window() -> String {
    let sides = [
        ("'2026-11-14 00:00:00+00'::timestamptz", "$2::timestamptz"),
        ("'2026-11-21 00:00:00+00'::timestamptz", "$3::timestamptz"),
        ("'2026-11-14'::date", "$4::date"),
        ("'2026-11-21'::date", "$5::date"),
    ];
    sides.iter().fold(whole(), |text, (from, to)| text.replacen(from, to, 1))
}

#[test]
fn a_window_that_is_sent_is_its_own_parameters_and_they_stand_nowhere_else() {
    let text = with_sent_window();
    let found = sealed(&text, &[sent_duty()]).expect("a seal");
    assert_eq!(found.parameters(), 5);
    let sides: Vec<_> = found.windows().iter().map(|side| (side.column.as_str(), side.day, side.lower)).collect();
    assert_eq!(
        sides,
        [("timestamp", false, true), ("timestamp", false, false), ("_day", true, true), ("_day", true, false)]
    );
    assert!(sealed(&text, &[duty()]).is_err());
    assert!(sealed(&whole(), &[sent_duty()]).is_err());
    for (from, to) in [
        // Another parameter, the statement's own among them, or another type.
        ("$2::timestamptz", "$3::timestamptz"),
        ("$2::timestamptz", "$1::timestamptz"),
        ("$2::timestamptz", "$6::timestamptz"),
        ("$2::timestamptz", "$2::timestamp"),
        ("$4::date", "$5::date"),
        ("$4::date", "$2::date"),
        ("$4::date", "($4::date - 1)"),
        ("$2::timestamptz", "'2026-11-14 00:00:00+00'::timestamptz"),
        (">= $2::timestamptz", "< $2::timestamptz"),
        ("(\"timestamp\" >= $2::timestamptz) AND ", ""),
        ("(\"timestamp\" >= $2::timestamptz) AND ", "(\"timestamp\" >= $2::timestamptz) OR "),
        // What the window is may not be seen elsewhere.
        ("'x'::text", "$2::text"),
        (") AND (\"_day\" >=", ") AND (\"id\" = $2::text) AND (\"_day\" >="),
        (
            "\"id\"::text AS c0, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(\"unit\"::text, 'UTF8')), 'hex') AS c1",
            "$2 AS c0",
        ),
        ("LIMIT 10", "LIMIT $2"),
    ] {
        assert!(text.contains(from), "{from}");
        assert!(sealed(&text.replacen(from, to, 1), &[sent_duty()]).is_err(), "{from} => {to}");
    }
    // Two sides are never one parameter, and there is no gap between them.
    let shared = Duty { days: Span { from: Some(Side::Sent(2)), to: Some(Side::Sent(4)) }, ..sent_duty() };
    assert!(sealed(&text.replace("$4", "$2").replace("$5", "$4"), &[shared]).is_err());
    let gap = Duty { days: Span { from: Some(Side::Sent(4)), to: Some(Side::Sent(6)) }, ..sent_duty() };
    assert!(sealed(&text.replace("$5", "$6"), &[gap]).is_err());
}

#[test]
fn sides_that_are_sent_are_told_by_their_numbers_whatever_scan_is_first() {
    let span = |first| Span { from: Some(Side::Sent(first)), to: Some(Side::Sent(first + 1)) };
    let late = Duty { scan: 0, time: span(6), days: span(8), ..duty() };
    let early = Duty { scan: 1, ..sent_duty() };
    let leaf = |first: usize| {
        let literals = ["'2026-11-14 00:00:00+00'", "'2026-11-21 00:00:00+00'", "'2026-11-14'", "'2026-11-21'"];
        literals
            .iter()
            .zip(first..)
            .fold(LEAF.to_owned(), |text, (from, number)| text.replace(from, &format!("${number}")))
    };
    let text = format!("SELECT t0.c0 AS c9 FROM ({}) AS t0 JOIN ({}) AS t1 ON (t0.c0 = t1.c0)", leaf(6), leaf(2));
    let found = sealed(&text, &[late, early]).expect("a seal");
    let scans: Vec<usize> = found.windows().iter().map(|side| side.scan).collect();
    assert_eq!(scans, [1, 1, 1, 1, 0, 0, 0, 0]);
}

#[test]
fn the_clock_of_a_row_filter_is_the_moment_that_the_statement_has() {
    let filtered = |text: &str| {
        let expr = crate::parse::parse_expression(text, &StatementLimits::default()).expect("an expression");
        let mut grant = Arc::into_inner(grant()).expect("the only one");
        grant.rows = Some(RowFilter { text: String::new(), expr });
        Duty { grant: Arc::new(grant), ..duty() }
    };
    let old = "((namespace = 'checkout') OR ((lower(namespace) LIKE 'check%') AND (id <> 'ann')))";
    let with = |predicate: &str| whole().replacen(old, predicate, 1);
    for (filter, clock, written) in [
        ("timestamp > now() - interval '1 day'", "now()", "('2026-11-14 00:00:01.5+00'::timestamptz)"),
        ("timestamp > current_timestamp", "current_timestamp", "'2026-11-14 00:00:01.5+00'::timestamptz"),
        ("timestamp > statement_timestamp()", "statement_timestamp()", "'2026-11-14 00:00:02+00'::timestamptz"),
        ("timestamp > localtimestamp", "localtimestamp", "'2026-11-14 00:00:01.5'::timestamp"),
        ("_day = current_date", "current_date", "'2026-11-14'::date"),
    ] {
        let duty = filtered(filter);
        let good = filter.replace(clock, written);
        sealed(&with(&format!("({good})")), std::slice::from_ref(&duty)).expect(filter);
        for bad in [filter.to_owned(), filter.replace(clock, &written.replace("2026", "2025"))] {
            assert!(sealed(&with(&format!("({bad})")), std::slice::from_ref(&duty)).is_err(), "{bad}");
        }
    }
}

#[test]
fn each_scan_is_there_once() {
    let text = format!("SELECT t0.c0 AS c9 FROM ({LEAF}) AS t0 JOIN ({LEAF}) AS t1 ON (t0.c0 = t1.c0)");
    assert!(sealed(&text, &[duty(), duty()]).is_ok());
    assert!(sealed(&text, &[duty()]).is_err());
    assert!(sealed(&whole(), &[duty(), duty()]).is_err());
    assert!(sealed("SELECT 1 AS c0", &[duty()]).is_err());
}

/// A text, what is replaced in it, and by what.
const CHANGES: &[(&str, &str)] = &[
    // Windows.
    ("(\"timestamp\" >= '2026-11-14 00:00:00+00'::timestamptz) AND ", ""),
    ("(\"timestamp\" < '2026-11-21 00:00:00+00'::timestamptz) AND ", ""),
    (" AND (\"_day\" < '2026-11-21'::date)", ""),
    ("'2026-11-14 00:00:00+00'", "'2025-11-14 00:00:00+00'"),
    ("'2026-11-14 00:00:00+00'::timestamptz", "'2026-11-14 00:00:00'::timestamptz"),
    ("'2026-11-14'::date", "'-infinity'::date"),
    ("'2026-11-14'::date", "'2026-11-+14'::date"),
    (">= '2026-11-14'", "> '2026-11-13'"),
    ("\"_day\" >=", "\"timestamp\" >="),
    ("\"_day\" >=", "_day >="),
    (">= '2026-11-14 00:00:00+00'", "> '2026-11-14 00:00:00+00'"),
    (">= '2026-11-14 00:00:00+00'", "<= '2026-11-14 00:00:00+00'"),
    ("< '2026-11-21'::date", "<= '2026-11-21'::date"),
    ("'2026-11-21'::date", "'2026-11-21'::timestamp"),
    // The row filter.
    (" AND ((namespace = 'checkout') OR ((lower(namespace) LIKE 'check%') AND (id <> 'ann')))", ""),
    ("'checkout'", "'other'"),
    ("namespace = 'checkout'", "namespace <> 'checkout'"),
    ("OR ((lower", "AND ((lower"),
    ("LIKE 'check%'", "LIKE '%'"),
    ("id <> 'ann'", "id <> 'bob'"),
    ("lower(namespace)", "upper(namespace)"),
    ("(\"_day\" < '2026-11-21'::date) AND (", "(\"_day\" < '2026-11-21'::date) OR ("),
    // Columns, masks and tables.
    ("\"id\"::text AS c0", "\"secret\"::text AS c0"),
    ("\"id\"::text AS c0", "\"unit\"::text AS c0"),
    ("\"id\"::text AS c0", "\"version\"::text AS c0"),
    ("\"id\"::text AS c0", "pg_catalog.lower(\"secret\") AS c0"),
    ("\"id\"::text AS c0", "* AS c0"),
    ("sha256(", "lower("),
    ("\"unit\"::text, 'UTF8'", "\"secret\"::text, 'UTF8'"),
    ("\"exp\".\"flags\"", "\"exp\".\"other\""),
    ("\"exp\".\"flags\"", "\"public\".\"flags\""),
    ("\"exp\".\"flags\"", "\"exp\".\"flags\", \"exp\".\"other\""),
    ("\"exp\".\"flags\"", "\"exp\".\"flags\" AS t7"),
    ("SELECT \"id\"::text AS c0", "SELECT DISTINCT \"id\"::text AS c0"),
    (" OFFSET 0)", " GROUP BY \"id\" OFFSET 0)"),
    (" OFFSET 0)", " ORDER BY \"secret\" OFFSET 0)"),
    ("\"id\"::text AS c0", "\"id\"::text AS secret"),
    ("\"id\"::text AS c0", "\"id\"::text"),
    // The fence.
    (" OFFSET 0)", ")"),
    (" OFFSET 0)", " OFFSET 1)"),
    (" OFFSET 0)", " LIMIT 1 OFFSET 0)"),
    ("WHERE (\"timestamp\"", "WHERE ((1 / pg_catalog.length(\"id\")) = 1) AND (\"timestamp\""),
    ("WHERE (\"timestamp\"", "WHERE (\"secret\" = 'x') AND (\"timestamp\""),
    ("WHERE (\"timestamp\"", "WHERE (\"unit\" = 'x') AND (\"timestamp\""),
    // Around it.
    ("LIMIT 10", "LIMIT 10 -- x"),
    ("LIMIT 10", "LIMIT 10 /* x */"),
    ("LIMIT 10", "LIMIT 10; SELECT 1"),
    ("LIMIT 10", "LIMIT 10 FOR UPDATE"),
    ("LIMIT 10", "LIMIT (SELECT 1 FROM \"exp\".\"flags\")"),
    ("LIMIT 10", "UNION ALL SELECT c0 AS c0 FROM \"exp\".\"flags\""),
    ("pg_catalog.count(", "pg_catalog.pg_read_file("),
    ("pg_catalog.count(", "count("),
    ("pg_catalog.count(", "public.count("),
    ("t0.c1 <> 'x'::text", "t0.c1 <> E'x'::text"),
    ("t0.c1 <> 'x'::text", "t0.c1 <> $$x$$::text"),
    ("t0.c1 <> 'x'::text", "t0.c1 <> 'x'::regclass"),
    ("t0.c1 <> 'x'::text", "EXISTS (SELECT 1 FROM \"exp\".\"flags\")"),
    ("t0.c1 <> 'x'::text", "t0 IS NOT NULL"),
    ("t0.c1 <> 'x'::text", "t0.ctid IS NOT NULL"),
    ("SELECT t1.c0 AS c5", "WITH x AS (SELECT 1) SELECT t1.c0 AS c5"),
    ("SELECT t1.c0 AS c5, t1.c4 AS c6 FROM", "SELECT t1.c0 AS c5, t1.c4 AS c6 INTO c9 FROM"),
];

#[test]
fn every_change_of_what_is_read_is_caught() {
    let text = whole();
    for (from, to) in CHANGES {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        assert!(sealed(&changed, &[duty()]).is_err(), "{from} => {to}");
    }
}

#[test]
fn what_narrows_and_cannot_fail_may_stand_beside_the_row_filter() {
    for more in ["(\"id\" = 'x'::text)", "(\"namespace\" IN ('a', 'b'))", "(NOT (\"id\" IS NULL))"] {
        let text = whole().replacen("WHERE (\"timestamp\"", &format!("WHERE {more} AND (\"timestamp\""), 1);
        sealed(&text, &[duty()]).expect(more);
    }
}

#[test]
fn each_part_of_a_row_filter_is_there() {
    let filter = |text: &str| RowFilter {
        text: String::new(),
        expr: crate::parse::parse_expression(text, &StatementLimits::default()).expect("an expression"),
    };
    let all = grant();
    let narrowed = Grant {
        table: Arc::clone(&all.table),
        columns: all.columns.clone(),
        rows: Some(filter("namespace = 'checkout' AND (id LIKE 'u%' AND NOT id = current_user)")),
        masks: all.masks.clone(),
        window_required: true,
    };
    let duty = Duty { grant: Arc::new(narrowed), ..duty() };
    let parts = ["(\"namespace\" = 'checkout')", "(\"id\" LIKE 'u%')", "(NOT (\"id\" = 'ann'))"];
    let old = "((namespace = 'checkout') OR ((lower(namespace) LIKE 'check%') AND (id <> 'ann')))";
    let with = |parts: &[&str]| whole().replacen(old, &parts.join(" AND "), 1);
    sealed(&with(&parts), std::slice::from_ref(&duty)).expect("all parts");
    for left_out in 0..parts.len() {
        let mut some = parts.to_vec();
        some.remove(left_out);
        assert!(sealed(&with(&some), std::slice::from_ref(&duty)).is_err(), "without {}", parts[left_out]);
    }
    // A function of a row filter is PostgreSQL's own, however the policy spells it.
    let mut grant = Arc::into_inner(duty.grant).expect("the only one");
    grant.rows = Some(filter("LOWER(namespace) = 'checkout'"));
    let duty = Duty { grant: Arc::new(grant), ..self::duty() };
    for good in ["(lower(namespace) = 'checkout')", "(pg_catalog.lower(\"namespace\") = 'checkout')"] {
        sealed(&with(&[good]), std::slice::from_ref(&duty)).expect(good);
    }
    for bad in ["(exp.lower(\"namespace\") = 'checkout')", "(\"LOWER\"(\"namespace\") = 'checkout')"] {
        assert!(sealed(&with(&[bad]), std::slice::from_ref(&duty)).is_err(), "{bad}");
    }
}

#[test]
fn a_mask_of_nulls_is_null_of_whatever_type_and_nothing_else() {
    let with = |mask: Mask| {
        let mut grant = Arc::into_inner(grant()).expect("the only one");
        grant.masks.insert("version".to_owned(), mask);
        Duty { grant: Arc::new(grant), ..duty() }
    };
    let text =
        |column: &str| whole().replacen("\"id\"::text AS c0,", &format!("\"id\"::text AS c0, {column} AS c9,"), 1);
    for null in ["NULL::int8", "NULL::bigint", "NULL::bool", "NULL::varchar", "(NULL)::float4", "NULL"] {
        sealed(&text(null), &[with(Mask::Null)]).expect(null);
        assert!(sealed(&text(null), &[with(Mask::Bucket(100))]).is_err(), "{null} for another mask");
    }
    for other in
        ["\"version\"::int8", "0::int8", "NULL::regclass", "\"version\" IS NULL", "coalesce(NULL, \"version\")"]
    {
        assert!(sealed(&text(other), &[with(Mask::Null)]).is_err(), "{other}");
    }
}

#[test]
fn a_column_that_the_gateway_masks_is_read_by_a_scan_alone() {
    let mut duty = duty();
    duty.masked_above.insert("unit".to_owned());
    let alone = LEAF.replacen("\"id\"::text AS c0", "\"unit\"::text AS c0", 1);
    assert!(sealed(&alone, std::slice::from_ref(&duty)).is_ok());
    assert!(sealed(&format!("SELECT t0.c0 AS c1 FROM ({alone}) AS t0"), &[duty]).is_err());
}

const REDSHIFT_LEAF: &str = "SELECT \"id\" AS c0, sha2(\"unit\"::varchar(65535), 256) AS c1, \"timestamp\"::timestamptz AS c2 FROM \"exp\".\"flags\" WHERE (\"timestamp\" >= '2026-11-14 00:00:00+00'::timestamptz) AND (\"timestamp\" < '2026-11-21 00:00:00+00'::timestamptz) AND (\"_day\" >= '2026-11-14'::date) AND (\"_day\" < '2026-11-21'::date) AND ((namespace = 'checkout') OR ((lower(namespace) LIKE 'check%') AND (id <> 'ann'))) AND ((\"id\" = 'x'::varchar(65535)) AND (len(\"id\") = len('x'::varchar(65535))))";

fn redshift_whole() -> String {
    format!(
        "SELECT t1.c0 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c0, count((CASE WHEN ((t0.c1 = 'y'::varchar(65535)) AND (len(t0.c1) = len('y'::varchar(65535)))) THEN t0.c1 END)) AS c4 FROM ({REDSHIFT_LEAF}) AS t0 WHERE (t0.c0 LIKE 'x%'::varchar(65535)) AND (date_trunc('day', t0.c2) IS NOT NULL) GROUP BY t0.c0, len(t0.c0)) AS t1 ORDER BY t1.c4 DESC NULLS FIRST LIMIT 10"
    )
}

fn sealed_for_redshift(text: &str, scans: &[Duty]) -> Result<SealedSql, Broken> {
    let duties = Duties { warehouse: "prod", language: Language::Redshift, parameters: 0, scans, functions: &Known };
    seal(text.to_owned(), &duties)
}

#[test]
fn redshift_is_read_by_its_own_parser_and_has_the_same_duties() {
    let whole = redshift_whole();
    sealed_for_redshift(&whole, &[duty()]).expect("a seal");
    for (from, to) in [
        ("(\"timestamp\" >= '2026-11-14 00:00:00+00'::timestamptz) AND ", ""),
        ("'2026-11-14'::date", "'2026-11-13'::date"),
        ("(\"_day\" < '2026-11-21'::date) AND (", "(\"_day\" < '2026-11-21'::date) OR ("),
        ("namespace = 'checkout'", "namespace = 'other'"),
        ("id <> 'ann'", "id <> 'bob'"),
        ("\"id\" AS c0", "\"secret\" AS c0"),
        ("\"id\" AS c0", "\"unit\" AS c0"),
        ("sha2(\"unit\"", "sha2(\"secret\""),
        (", 256)", ", 0)"),
        ("\"exp\".\"flags\"", "\"exp\".\"other\""),
        ("len(\"id\") = len(", "len(\"secret\") = len("),
        ("AND ((\"id\" = 'x'", "AND ((1 / \"version\" = 'x'"),
        // Nothing that can fail over hidden rows: there is no fence.
        ("date_trunc('day', t0.c2)", "dateadd(day, 1, t0.c2)"),
        ("date_trunc('day', t0.c2)", "(t0.c0)::int4"),
        ("date_trunc('day', t0.c2)", "((t0.c0)::varchar(65535))::int4"),
        ("date_trunc('day', t0.c2)", "(- (- t0.c2))"),
        ("date_trunc('day', t0.c2)", "(1 / len(t0.c0))"),
        ("date_trunc('day', t0.c2)", "(SELECT t0.c0)"),
        ("date_trunc('day', t0.c2)", "getdate()"),
        ("count(", "pg_sleep("),
        (" LIMIT 10", " LIMIT 10; SELECT 1"),
        (" LIMIT 10", " LIMIT 10 -- x"),
        (" LIMIT 10", " UNION ALL SELECT 1, 2 FROM exp.flags"),
        (" LIMIT 10", " UNION ALL TABLE flags"),
        (" LIMIT 10", " LIMIT 10 FOR UPDATE"),
        ("'y'", "'y\\'"),
        ("'y'", "$1"),
        ("SELECT t1.c0 AS c5", "SELECT TOP 5 t1.c0 AS c5"),
        ("SELECT t1.c0 AS c5", "SELECT current_user AS c5"),
        ("t0.c0 LIKE 'x%'::varchar(65535)", "t0.c0 LIKE t0.c1"),
        ("t0.c0 LIKE 'x%'::varchar(65535)", "t0.c0 SIMILAR TO 'x%'::varchar(65535)"),
        // What Redshift's parser reads and PostgreSQL's grammar does not have.
        (" LIMIT 10", " LIMIT 10 FOR UPDATE"),
        (" LIMIT 10", " LIMIT 1, 10"),
        (" LIMIT 10", " LIMIT 10 BY t1.c0"),
        (" LIMIT 10", " OFFSET (- t1.c0)"),
        ("date_trunc('day', t0.c2)", "(- t0.c2)"),
        ("date_trunc('day', t0.c2)", "(+ 1)"),
        ("'y'", "N'y'"),
    ] {
        assert!(whole.contains(from), "{from}");
        assert!(sealed_for_redshift(&whole.replacen(from, to, 1), &[duty()]).is_err(), "{from} → {to}");
    }
    for to in ["(- 1)", "(- 1)::int8", "upper(t0.c0)", "(NOT (t0.c0 = 'x'))", "(t0.c0 || 'x')"] {
        sealed_for_redshift(&whole.replacen("date_trunc('day', t0.c2)", to, 1), &[duty()]).expect(to);
    }
    assert!(sealed_for_redshift(&whole, &[]).is_err());
    for (text, why) in [
        ("SHOW x", "something else than a query"),
        ("", "0 statements"),
        ("INSERT INTO x SELECT 1", "something else than a query"),
    ] {
        assert_eq!(sealed_for_redshift(text, &[]), Err(Broken(why.to_owned())), "{text}");
    }
    assert!(sealed_for_redshift(&whole, &[duty(), duty()]).is_err());
}

#[test]
fn redshift_is_asked_for_functions_and_units_that_are_written_and_for_no_other() {
    let mut grant = Arc::into_inner(grant()).expect("the only one");
    grant.rows = None;
    let open = Duty { grant: Arc::new(grant), time: Span::default(), days: Span::default(), ..duty() };
    let with = |call: &str| {
        let leaf = "SELECT \"id\" AS c0, \"timestamp\"::timestamptz AS c1 FROM \"exp\".\"flags\"";
        let text = format!("SELECT {call} AS c2 FROM ({leaf}) AS t0");
        sealed_for_redshift(&text, std::slice::from_ref(&open))
    };
    for good in [
        "upper(t0.c0)",
        "replace(t0.c0, 'a', 'b')",
        "dateadd(month, 7, t0.c1)",
        "dateadd(microsecond, 7, t0.c1)",
        "datediff(day, t0.c1, t0.c1)",
    ] {
        with(good).expect(good);
    }
    for bad in [
        "pg_sleep(1)",
        "\"upper\"(t0.c0)",
        "pg_catalog.upper(t0.c0)",
        "upper(day)",
        "upper(secret)",
        "dateadd(hour, 7, t0.c1)",
        "dateadd(secret, 7, t0.c1)",
        "dateadd(\"day\", 7, t0.c1)",
        "dateadd(day, day, t0.c1)",
        "datediff(day, month, t0.c1)",
    ] {
        assert!(with(bad).is_err(), "{bad}");
    }
}

#[test]
fn redshift_joins_in_the_ways_that_are_written_and_in_no_other() {
    let with = |join: &str| {
        let text = format!(
            "SELECT t0.c0 AS c9 FROM ({REDSHIFT_LEAF}) AS t0 {join} ({REDSHIFT_LEAF}) AS t1 ON (t0.c0 = t1.c0)"
        );
        sealed_for_redshift(&text, &[duty(), duty()])
    };
    for join in ["JOIN", "INNER JOIN", "LEFT JOIN", "RIGHT OUTER JOIN", "FULL JOIN"] {
        with(join).expect(join);
    }
    for join in
        ["LEFT SEMI JOIN", "RIGHT ANTI JOIN", "SEMI JOIN", "ANTI JOIN", "GLOBAL JOIN", "STRAIGHT_JOIN", "NATURAL JOIN"]
    {
        assert!(with(join).is_err(), "{join}");
    }
}

#[test]
fn what_can_fail_may_stand_over_rows_that_are_all_seen() {
    let mut grant = Arc::into_inner(grant()).expect("the only one");
    grant.rows = None;
    let open = Duty { grant: Arc::new(grant), time: Span::default(), days: Span::default(), ..duty() };
    let text = "SELECT dateadd(day, 7, t0.c0) AS c1, (t0.c1 / 2::int8) AS c2 FROM (SELECT \"timestamp\"::timestamptz AS c0, \"_day\"::date AS c1 FROM \"exp\".\"flags\") AS t0";
    assert!(sealed_for_redshift(text, &[open]).is_ok());
    assert!(sealed_for_redshift(text, &[duty()]).is_err());
}
