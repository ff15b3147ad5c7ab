//! Bounds through casts between dates and times, which depend on the session's time zone.

use super::*;
use crate::functions::testing;
use crate::plan::governed::RawTable;
use crate::plan::typed::BindContext;
use crate::types::{Display, TimeZone};
use datafusion::common::Column;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode};
use datafusion::sql::sqlparser::{dialect::PostgreSqlDialect, parser::Parser};

/// A predicate over `f` as a session in that zone means it.
fn read(lake: &Lake, text: &str, time_zone: TimeZone) -> Expr {
    let context = BindContext { display: Display { time_zone, ..Display::default() }, ..testing::context() };
    let ast = Parser::new(&PostgreSqlDialect {}).try_with_sql(text).unwrap().parse_expr().unwrap();
    let raw = RawTable::resolve(Arc::clone(&lake.table)).unwrap();
    let bound = crate::plan::bind_over_table(&ast, raw.columns(), &context).unwrap().expr;
    let qualified = bound.transform(|expr| match expr {
        Expr::Column(column) => Ok(Transformed::yes(Expr::Column(Column::new(Some("f"), column.name)))),
        other => Ok(Transformed::no(other)),
    });
    qualified.data().unwrap()
}

/// UTC, places, and offsets as far from it as they can be.
const ZONES: [TimeZone; 6] = [
    TimeZone::Named(chrono_tz::Tz::UTC),
    TimeZone::Named(chrono_tz::Pacific::Kiritimati),
    TimeZone::Named(chrono_tz::America::New_York),
    TimeZone::Fixed(3_600),
    TimeZone::Fixed(604_799),
    TimeZone::Fixed(-604_799),
];

/// All of them, zone by zone.
pub(super) fn all(lake: &Lake) -> Vec<Vec<Expr>> {
    ZONES.into_iter().map(|zone| cast_predicates().map(|text| read(lake, &text, zone)).collect()).collect()
}

#[tokio::test]
async fn casts_between_dates_and_times_keep_the_order_and_a_cut_to_the_day_keeps_the_whole_day() {
    let lake = lake().await;
    let (utc, ahead, behind) = (ZONES[0], TimeZone::Fixed(3_600), TimeZone::Fixed(-604_799));
    for (text, zone, window) in [
        ("ts::date = DATE '2026-11-02'", utc, SECOND_DAY),
        ("ts::timestamp >= TIMESTAMP '2026-11-02' AND ts::timestamp < TIMESTAMP '2026-11-03'", utc, SECOND_DAY),
        ("ts::date::timestamp = TIMESTAMP '2026-11-02'", utc, SECOND_DAY),
        (
            "ts::date::timestamp BETWEEN TIMESTAMP '2026-11-01 00:00:01' AND TIMESTAMP '2026-11-02 12:00'",
            utc,
            SECOND_DAY,
        ),
        (
            "ts::date::timestamptz > TIMESTAMPTZ '2026-11-01 12:00+00' AND ts::date::timestamptz <= TIMESTAMPTZ '2026-11-02 00:00+00'",
            utc,
            SECOND_DAY,
        ),
        (
            "day::timestamp > TIMESTAMP '2026-11-01' AND day::timestamp < TIMESTAMP '2026-11-02 00:00:01'",
            utc,
            SECOND_DAY,
        ),
        ("day::timestamptz::date = DATE '2026-11-02'", utc, SECOND_DAY),
        // No day's midnight is at noon.
        ("day::timestamp = TIMESTAMP '2026-11-02 12:00'", utc, "empty"),
        ("ts::date = DATE '2026-11-02'", ahead, "[2026-11-01T23:00:00Z, 2026-11-03T01:00:00Z)"),
        ("ts::timestamp::date = DATE '2026-11-02'", ahead, "[2026-11-01T23:00:00Z, 2026-11-03T01:00:00Z)"),
        (
            "ts::date::timestamptz = TIMESTAMPTZ '2026-11-01 23:00+00'",
            ahead,
            "[2026-11-01T23:00:00Z, 2026-11-03T01:00:00Z)",
        ),
        ("day::timestamptz = TIMESTAMPTZ '2026-11-01 23:00+00'", ahead, SECOND_DAY),
        ("ts::date = DATE '2026-11-20'", behind, "[2026-11-13T00:00:01Z, 2026-11-27T23:59:59Z)"),
        // The zone that is written counts, not the session's.
        ("(ts AT TIME ZONE 'UTC')::date = DATE '2026-11-02'", behind, SECOND_DAY),
        (
            "ts AT TIME ZONE '-1' = TIMESTAMP '2026-11-02'",
            behind,
            "[2026-11-01T23:00:00Z, 2026-11-02T01:00:00.000001Z)",
        ),
        (
            "(ts AT TIME ZONE 'America/New_York')::date = DATE '2026-11-02'",
            utc,
            "[2026-11-01T06:00:00Z, 2026-11-03T18:00:00Z)",
        ),
        (
            "ts AT TIME ZONE 'UTC' AT TIME ZONE 'utc' = TIMESTAMPTZ '2026-11-02 00:00+00'",
            utc,
            "[2026-11-02T00:00:00Z, 2026-11-02T00:00:00.000001Z)",
        ),
        ("day = ANY ('{2026-11-02,NULL,2026-11-02}')", utc, SECOND_DAY),
        ("NOT (day <> ALL ('{2026-11-02}'::date[]))", utc, SECOND_DAY),
        ("date_trunc('day', ts) = TIMESTAMPTZ '2026-11-02 00:00+00'", utc, SECOND_DAY),
        ("date_trunc('DAYS', ts, 'UTC') = TIMESTAMPTZ '2026-11-02 00:00+00'", behind, SECOND_DAY),
        (
            "date_trunc('day', ts::timestamp) > '2026-11-01' AND date_trunc('day', ts::timestamp) < '2026-11-03'",
            utc,
            "[2026-11-01T00:00:00.000001Z, 2026-11-03T00:00:00Z)",
        ),
        (
            "date_trunc('hour', ts) = TIMESTAMPTZ '2026-11-02 05:00+00'",
            utc,
            "[2026-11-02T05:00:00Z, 2026-11-02T06:00:00Z)",
        ),
        ("date_trunc('month', day) = DATE '2026-11-01'", utc, "[2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z)"),
        (
            "date_trunc('month', ts) >= DATE '2026-11-01' AND date_trunc('month', ts) < DATE '2027-01-01'",
            utc,
            "[2026-11-01T00:00:00Z, 2027-01-01T00:00:00Z)",
        ),
        ("date_trunc('quarter', day::timestamp) = '2026-10-01'", utc, "[2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z)"),
        ("date_trunc('year', day::timestamp) = '2024-01-01'", utc, "[2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z)"),
        ("date_trunc('week', ts::date) = DATE '2026-11-02'", utc, "[2026-11-02T00:00:00Z, 2026-11-09T00:00:00Z)"),
        (
            "date_trunc('day', ts) = TIMESTAMPTZ '2026-11-01 23:00+00'",
            ahead,
            "[2026-11-01T21:00:00Z, 2026-11-03T01:00:00Z)",
        ),
        ("date_trunc('day', ts - interval '1 day') = TIMESTAMPTZ '2026-11-01 00:00+00'", utc, SECOND_DAY),
        ("day = ANY (NULL)", utc, "empty"),
        ("day = ANY ('{}')", utc, "empty"),
        ("(day = DATE '2026-11-02') IS TRUE", utc, SECOND_DAY),
    ] {
        assert_eq!(windows(filtered(&lake, read(&lake, text, zone))).unwrap(), [window], "{text} at {zone:?}");
    }
    for text in [
        "ts::text::timestamptz = TIMESTAMPTZ '2026-11-02'",
        "date_trunc('decade', ts) = TIMESTAMPTZ '2020-01-01'",
        "date_trunc(namespace, ts) = TIMESTAMPTZ '2026-11-02'",
        "date_trunc('day', ts, namespace) = TIMESTAMPTZ '2026-11-02'",
        "date_trunc('day', ts - added_later::interval) = TIMESTAMPTZ '2026-11-02'",
        "date_trunc('day', ts) <> TIMESTAMPTZ '2026-11-02'",
        "ts::timestamp(0) = TIMESTAMP '2026-11-02'",
        "added_later::date = DATE '2026-11-02'",
        "ts::date = added_later::date",
        "ts AT TIME ZONE namespace = TIMESTAMP '2026-11-02'",
        "ts AT TIME ZONE NULL = TIMESTAMP '2026-11-02'",
        "ts AT TIME ZONE INTERVAL '1 hour' = TIMESTAMP '2026-11-02'",
        "ts AT TIME ZONE 'Mars' = TIMESTAMP '2026-11-02'",
        "day <> ALL ('{2026-11-02}'::date[])",
        "day <> ANY ('{2026-11-02}'::date[])",
        "NOT (day = ANY ('{2026-11-02}'))",
        "(day = DATE '2026-11-02') IS NOT FALSE",
    ] {
        assert!(is_refused(filtered(&lake, read(&lake, text, utc))), "{text}");
    }
}

#[tokio::test]
async fn a_sum_or_difference_with_a_constant_moves_the_bound_or_turns_it_round() {
    let lake = lake().await;
    let (utc, place) = (ZONES[0], ZONES[2]);
    for (text, zone, window) in [
        // The latest time is left out, and the earliest is not.
        (
            "TIMESTAMPTZ '2026-11-03 00:00+00' - ts <= INTERVAL '1 day' AND TIMESTAMPTZ '2026-11-03 00:00+00' - ts > INTERVAL '0'",
            utc,
            SECOND_DAY,
        ),
        ("TIMESTAMPTZ '2026-11-03 00:00+00' - ts < INTERVAL '24:00'", utc, "[2026-11-02T00:00:00.000001Z, )"),
        ("ts - TIMESTAMPTZ '2026-11-03 00:00+00' >= INTERVAL '-1 day'", utc, "[2026-11-02T00:00:00Z, )"),
        // Months of 30 days are what intervals are compared by.
        ("TIMESTAMPTZ '2026-12-02 00:00+00' - ts <= INTERVAL '1 month'", utc, "[2026-11-02T00:00:00Z, )"),
        ("TIMESTAMPTZ '2026-11-03 00:00+00' - ts < INTERVAL '1 day'", place, "[2026-11-02T00:00:00.000001Z, )"),
        ("TIMESTAMP '2026-11-03' - ts::timestamp <= INTERVAL '1 day'", utc, "[2026-11-02T00:00:00Z, )"),
        ("TIMESTAMPTZ '2026-11-03 00:00+00' - day <= INTERVAL '1 day'", utc, "[2026-11-02T00:00:00Z, )"),
        ("DATE '2026-11-03' - day = 1", utc, SECOND_DAY),
        ("day - DATE '2026-11-03' = -1", utc, SECOND_DAY),
        ("DATE '2026-11-03' - day < 2 AND DATE '2026-11-03' - day > 0", utc, SECOND_DAY),
        ("DATE '2026-11-03' - ts::date BETWEEN 1 AND 1", utc, SECOND_DAY),
        ("day + 7 = DATE '2026-11-09'", utc, SECOND_DAY),
        ("7 + day = DATE '2026-11-09'", utc, SECOND_DAY),
        ("day - 1 = DATE '2026-11-01'", utc, SECOND_DAY),
        ("day + INTERVAL '36 hours' = TIMESTAMP '2026-11-03 12:00'", utc, SECOND_DAY),
        ("ts + INTERVAL '7 days' >= TIMESTAMPTZ '2026-11-09 00:00+00'", utc, "[2026-11-02T00:00:00Z, )"),
        ("INTERVAL '1 hour' + ts >= TIMESTAMPTZ '2026-11-02 01:00+00'", utc, "[2026-11-02T00:00:00Z, )"),
        ("ts - INTERVAL '1 hour' >= TIMESTAMPTZ '2026-11-01 23:00+00'", utc, "[2026-11-02T00:00:00Z, )"),
        // A month is 28 to 31 days, and a day by the clock of a place may be longer or shorter.
        (
            "ts + INTERVAL '1 month' = TIMESTAMPTZ '2026-12-01 00:00+00'",
            utc,
            "[2026-10-31T00:00:00Z, 2026-11-03T00:00:00.000001Z)",
        ),
        (
            "ts - INTERVAL '1 month' = TIMESTAMPTZ '2026-10-01 00:00+00'",
            utc,
            "[2026-10-29T00:00:00Z, 2026-11-01T00:00:00.000001Z)",
        ),
        ("ts + INTERVAL '1 day' >= TIMESTAMPTZ '2026-11-05 12:00+00'", place, "[2026-11-03T00:00:00Z, )"),
        ("ts + INTERVAL '1 mon 1 day' >= TIMESTAMPTZ '2026-12-07 00:00+00'", place, "[2026-11-02T00:00:00Z, )"),
        ("ts + INTERVAL '24:00' >= TIMESTAMPTZ '2026-11-03 00:00+00'", place, "[2026-11-02T00:00:00Z, )"),
    ] {
        assert_eq!(windows(filtered(&lake, read(&lake, text, zone))).unwrap(), [window], "{text} at {zone:?}");
    }
    for text in [
        // Nothing is before a time that never comes; what is added is no constant; a product has no order.
        "TIMESTAMPTZ 'infinity' - ts < INTERVAL '1 day'",
        "DATE 'infinity' - day < 1",
        "ts - TIMESTAMPTZ '-infinity' > INTERVAL '1 day'",
        "ts + added_later::interval > TIMESTAMPTZ '2026-11-02'",
        "ts + (ts - TIMESTAMPTZ '2026-11-02') > TIMESTAMPTZ '2026-11-02'",
        "ts - ts < INTERVAL '1 day'",
        "(TIMESTAMPTZ '2026-11-03' - ts) * 2 < INTERVAL '1 day'",
        "TIMESTAMPTZ '2026-11-03' - ts > INTERVAL '1 day'",
        "TIMESTAMPTZ '2026-11-03' - ts <> INTERVAL '1 day'",
        "age(TIMESTAMPTZ '2026-11-03', ts) < INTERVAL '1 day'",
        "id - 5 < 3",
        "5 - id > 3",
        "DATE '2026-11-03' - day > 1",
        "day + divisor::int = DATE '2026-11-02'",
        "day + '10:00'::time > TIMESTAMP '2026-11-02'",
    ] {
        assert!(is_refused(filtered(&lake, read(&lake, text, utc))), "{text}");
    }
}

#[tokio::test]
async fn no_row_is_lost_through_a_cast_in_any_zone() {
    let lake = lake().await;
    let free = || lake.scan("f", lake.relation(grant(&lake.table, &ALL, &[], false), None));
    for (zone, text) in ZONES.into_iter().flat_map(|zone| cast_predicates().map(move |text| (zone, text))) {
        let filter = read(&lake, &text, zone);
        let governed =
            govern_for_test(filtered(&lake, filter.clone()), &role(None, None), &WindowRequest::default(), now());
        let governed = run(&engine(1), governed.unwrap().into_plan()).await.unwrap();
        let free = run(&engine(1), free().filter(filter).unwrap().build().unwrap()).await.unwrap();
        assert_eq!(sorted(&governed), sorted(&free), "{text} at {zone:?}");
    }
}

/// Spans of half a day to a day and a half, through casts.
fn cast_predicates() -> impl Iterator<Item = String> {
    let casts = [
        ("ts::date", "DATE"),
        ("ts::timestamp", "TIMESTAMP"),
        ("ts::date::timestamp", "TIMESTAMP"),
        ("ts::date::timestamptz", "TIMESTAMPTZ"),
        ("ts::timestamp::date::timestamptz", "TIMESTAMPTZ"),
        ("day::timestamp", "TIMESTAMP"),
        ("day::timestamptz", "TIMESTAMPTZ"),
        ("day::timestamptz::date", "DATE"),
        ("(ts AT TIME ZONE 'UTC')", "TIMESTAMP"),
        ("(ts AT TIME ZONE 'Pacific/Kiritimati')::date", "DATE"),
        ("(ts AT TIME ZONE 'EST')", "TIMESTAMP"),
        ("(ts AT TIME ZONE 'UTC' AT TIME ZONE '+7')", "TIMESTAMPTZ"),
        ("date_trunc('day', ts)", "TIMESTAMPTZ"),
        ("date_trunc('hour', ts)", "TIMESTAMPTZ"),
        ("date_trunc('day', ts::timestamp)", "TIMESTAMP"),
        ("date_trunc('week', ts, 'America/New_York')", "TIMESTAMPTZ"),
        ("date_trunc('day', day)", "TIMESTAMPTZ"),
        ("date_trunc('day', ts AT TIME ZONE 'Pacific/Kiritimati')::date", "DATE"),
        ("ts + INTERVAL '1 day -12:00'", "TIMESTAMPTZ"),
        ("ts - INTERVAL '1 month'", "TIMESTAMPTZ"),
        ("(ts::date - 1)", "DATE"),
        ("(2 + day)", "DATE"),
        ("day - INTERVAL '6 hours'", "TIMESTAMP"),
        ("date_trunc('day', ts - INTERVAL '30:00')", "TIMESTAMPTZ"),
        ("ts::date + INTERVAL '1 day'", "TIMESTAMP"),
    ];
    let moved = casts.into_iter().flat_map(|(cast, ty)| {
        let (from, to) = match ty {
            "DATE" => ("2026-11-04", "2026-11-05"),
            _ => ("2026-11-04 12:00", "2026-11-05 06:30"),
        };
        [
            format!("{cast} >= {ty} '{from}' AND {cast} < {ty} '{to}'"),
            format!("{cast} > {ty} '{from}' AND {cast} <= {ty} '{to}'"),
            format!("NOT ({cast} < {ty} '{from}' OR {cast} > {ty} '{to}')"),
            format!("{cast} = {ty} '2026-11-05'"),
        ]
    });
    let lengths = [
        "TIMESTAMPTZ '2026-11-06 00:00+00' - ts < INTERVAL '30:00' AND TIMESTAMPTZ '2026-11-06 00:00+00' - ts >= INTERVAL '1:00'",
        "NOT (TIMESTAMPTZ '2026-11-06' - ts > INTERVAL '1 day' OR TIMESTAMPTZ '2026-11-06' - ts <= INTERVAL '-1 hour')",
        "ts - TIMESTAMPTZ '2026-11-04 12:00+00' BETWEEN INTERVAL '0' AND INTERVAL '1 day 01:00'",
        "DATE '2026-11-06' - day BETWEEN 0 AND 1",
        "DATE '2026-11-06' - ts::date = 1",
        "ts::date - DATE '2026-11-06' IN (-1, -2)",
        "TIMESTAMP '2026-11-06 06:00' - ts::timestamp = INTERVAL '1 day'",
        "TIMESTAMPTZ '2026-11-06 00:00+00' - day BETWEEN INTERVAL '-20:00' AND INTERVAL '1 day'",
    ];
    moved.chain(lengths.map(str::to_owned))
}
