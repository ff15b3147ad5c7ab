//! Each mask as it must be written, and what is not it; tables and windows as contracts have them.

use super::*;

/// A grant of one column `x` of that type under that mask, beside a plain `id`, all rows.
fn duty_of(ty: &str, mask: Option<Mask>) -> Duty {
    let table = table(None, &[("id", "text"), ("x", ty), ("hidden", ty)]);
    let grant = Grant {
        table: Arc::new(table),
        columns: vec!["id".to_owned(), "x".to_owned()],
        rows: None,
        masks: mask.map(|mask| ("x".to_owned(), mask)).into_iter().collect(),
        window_required: false,
    };
    let all = Span::default();
    Duty {
        scan: 0,
        grant: Arc::new(grant),
        user: "ann".into(),
        time: all,
        days: all,
        moment: Moment::default(),
        masked_above: BTreeSet::new(),
    }
}

fn passes(column: &str, duty: &Duty) -> bool {
    sealed(&format!("SELECT {column} AS c0 FROM \"exp\".\"flags\""), std::slice::from_ref(duty)).is_ok()
}

#[test]
fn each_mask_is_written_in_one_way_for_redshift() {
    for (ty, mask, good, bad) in [
        (
            "text",
            Mask::Sha256,
            vec!["sha2(\"x\"::varchar(65535), 256)"],
            vec![
                "\"x\"",
                "sha2(\"x\"::varchar(65535), 0)",
                "sha2(\"hidden\"::varchar(65535), 256)",
                "sha2(\"x\", 256)",
            ],
        ),
        (
            "text",
            Mask::Constant("it's".into()),
            vec!["'it''s'::varchar(65535)"],
            vec!["\"x\"", "'its'::varchar(65535)", "'it''s'::text"],
        ),
        (
            "text",
            Mask::Keep(3),
            vec!["\"left\"(\"x\"::varchar(65535), 3)"],
            vec!["\"x\"", "\"left\"(\"x\"::varchar(65535), 4)", "\"left\"(\"hidden\"::varchar(65535), 3)"],
        ),
        ("date", Mask::Day, vec!["\"x\"", "\"x\"::date"], vec!["\"hidden\"", "date_trunc('day', \"x\"::timestamp)"]),
        (
            "timestamptz",
            Mask::Day,
            vec!["date_trunc('day', \"x\"::timestamptz)"],
            vec!["\"x\"", "date_trunc('hour', \"x\"::timestamptz)", "date_trunc('day', \"x\"::timestamp)"],
        ),
        (
            "timestamp",
            Mask::Day,
            vec!["date_trunc('day', \"x\"::timestamp)"],
            vec!["\"x\"", "date_trunc('day', \"x\"::timestamptz)"],
        ),
        ("int8", Mask::Null, vec!["NULL::int8"], vec!["\"x\""]),
        // What is not put on there is put on in the gateway, and no text stands for it.
        ("int8", Mask::Bucket(10), vec![], vec!["\"x\"", "((\"x\" / 10) * 10)"]),
        ("text", Mask::Hmac { secret: "pepper".into() }, vec![], vec!["\"x\"", "sha2(\"x\"::varchar(65535), 256)"]),
    ] {
        let duty = duty_of(ty, Some(mask.clone()));
        let passes = |column: &str| {
            let text = format!("SELECT {column} AS c0 FROM \"exp\".\"flags\"");
            sealed_for_redshift(&text, std::slice::from_ref(&duty)).is_ok()
        };
        for column in good {
            assert!(passes(column), "{column} for {mask} of {ty}");
        }
        for column in bad {
            assert!(!passes(column), "{column} for {mask} of {ty}");
        }
    }
}

#[test]
fn a_mask_of_a_column_that_the_contract_does_not_have_stands_for_nothing() {
    let mut duty = duty_of("text", None);
    let grant = Arc::get_mut(&mut duty.grant).expect("the only one");
    grant.columns.push("ghost".to_owned());
    grant.masks.insert("ghost".to_owned(), Mask::Constant("x".into()));
    let text = "SELECT 'x'::text || 'y' AS c0, \"id\" AS c1 FROM \"exp\".\"flags\"";
    for sealed in [sealed(text, std::slice::from_ref(&duty)), sealed_for_redshift(text, std::slice::from_ref(&duty))] {
        assert_eq!(sealed.map(|_| ()).unwrap_err().to_string(), "gate 3: a mask of no column");
    }
}

#[test]
fn each_mask_is_written_in_one_way() {
    let bucket = |least: &str, ty: &str, width: u32| {
        format!(
            "greatest((pg_catalog.floor((\"x\"::numeric / {width}::numeric)) * {width}::numeric), ('{least}'::{ty}))::{ty}"
        )
    };
    for (ty, mask, good, bad) in [
        (
            "text",
            None,
            vec!["\"x\"".to_owned(), "\"x\"::text".into()],
            vec!["\"hidden\"", "x", "\"X\"", "\"x\" || 'a'", "pg_catalog.lower(\"x\")", "NULL::text"],
        ),
        (
            "text",
            Some(Mask::Sha256),
            vec!["pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(\"x\"::text, 'UTF8')), 'hex')".into()],
            vec![
                "\"x\"",
                "\"x\"::text",
                "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(\"hidden\"::text, 'UTF8')), 'hex')",
                "pg_catalog.encode(pg_catalog.convert_to(\"x\"::text, 'UTF8'), 'hex')",
                "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(\"x\"::text, 'UTF8')), 'base64')",
            ],
        ),
        (
            "text",
            Some(Mask::Keep(3)),
            vec!["pg_catalog.\"left\"(\"x\"::text, 3)".into()],
            vec!["\"x\"", "pg_catalog.\"left\"(\"x\"::text, 4)", "pg_catalog.\"left\"(\"hidden\"::text, 3)"],
        ),
        ("text", Some(Mask::Constant("it's".into())), vec!["'it''s'::text".into()], vec!["\"x\"", "'other'::text"]),
        // NULL tells nothing, whatever its type is called.
        (
            "int8",
            Some(Mask::Null),
            vec!["NULL::int8".into(), "NULL::text".into()],
            vec!["\"x\"", "coalesce(NULL, \"x\")"],
        ),
        (
            "date",
            Some(Mask::Day),
            vec!["\"x\"".into(), "\"x\"::date".into()],
            vec!["\"hidden\"", "pg_catalog.date_trunc('day', \"x\"::timestamp)"],
        ),
        (
            "timestamptz",
            Some(Mask::Day),
            vec!["pg_catalog.date_trunc('day', \"x\"::timestamptz, 'UTC')".into()],
            vec![
                "\"x\"",
                "pg_catalog.date_trunc('hour', \"x\"::timestamptz, 'UTC')",
                "pg_catalog.date_trunc('day', \"x\"::timestamptz)",
                "pg_catalog.date_trunc('day', \"x\"::timestamp)",
            ],
        ),
        (
            "timestamp",
            Some(Mask::Day),
            vec!["pg_catalog.date_trunc('day', \"x\"::timestamp)".into()],
            vec![
                "\"x\"",
                "pg_catalog.date_trunc('hour', \"x\"::timestamp)",
                "pg_catalog.date_trunc('day', \"x\"::timestamptz, 'UTC')",
            ],
        ),
        ("int2", Some(Mask::Bucket(10)), vec![bucket("-32768", "int2", 10)], vec!["\"x\"", "\"x\"::int2"]),
        ("int", Some(Mask::Bucket(10)), vec![bucket("-2147483648", "int4", 10)], vec!["\"x\"", "\"x\"::int4"]),
        (
            "bigint",
            Some(Mask::Bucket(10)),
            vec![bucket("-9223372036854775808", "int8", 10)],
            vec!["\"x\"", "\"x\"::int8"],
        ),
        (
            "numeric",
            Some(Mask::Bucket(10)),
            vec![],
            vec!["\"x\"", "pg_catalog.floor((\"x\"::numeric / 10::numeric)) * 10::numeric"],
        ),
        (
            "text",
            Some(Mask::Hmac { secret: "k".into() }),
            vec![],
            vec!["\"x\"", "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(\"x\"::text, 'UTF8')), 'hex')"],
        ),
    ] {
        let duty = duty_of(ty, mask.clone());
        for text in good {
            assert!(passes(&text, &duty), "{mask:?} over {ty}: {text}");
        }
        for text in bad {
            assert!(!passes(text, &duty), "{mask:?} over {ty}: {text}");
        }
    }
    for width in [1, 9, 11, 100] {
        assert!(
            !passes(&bucket("-9223372036854775808", "int8", width), &duty_of("int8", Some(Mask::Bucket(10)))),
            "{width}"
        );
    }
    assert!(!passes(&bucket("-32768", "int2", 10), &duty_of("int8", Some(Mask::Bucket(10)))));
}

#[test]
fn a_constant_stands_for_a_scan_that_needs_no_column_and_beside_no_other() {
    let duty = duty_of("text", None);
    assert!(passes("1", &duty) && passes("(1)", &duty));
    assert!(!passes("1 AS c1, \"id\"", &duty) && !passes("\"id\" AS c1, 1", &duty));
    assert!(!passes("(1 + 1)", &duty) && !passes("pg_catalog.lower('a')", &duty));
}

#[test]
fn a_table_is_named_with_its_schema_and_in_quotes() {
    let of = |source: &str| {
        let duty = duty_of("text", None);
        let table = &duty.grant.table;
        let columns = table.columns.clone();
        let table = Table {
            name: table.name.clone(),
            warehouse: "prod".into(),
            source: source.into(),
            comment: None,
            partition: None,
            columns,
        };
        let grant = Grant {
            table: Arc::new(table),
            columns: duty.grant.columns.clone(),
            rows: None,
            masks: BTreeMap::new(),
            window_required: false,
        };
        Duty { grant: Arc::new(grant), ..duty }
    };
    let from =
        |source: &str, written: &str| sealed(&format!("SELECT \"id\" AS c0 FROM {written}"), &[of(source)]).is_ok();
    assert!(from("flags", "\"public\".\"flags\"") && from("exp.flags", "\"exp\".\"flags\""));
    for (source, written) in [
        ("flags", "\"flags\""),
        ("flags", "\"exp\".\"flags\""),
        ("flags", "public.\"flags\""),
        ("exp.flags", "exp.\"flags\""),
        ("exp.flags", "\"exp\".flags"),
        ("exp.flags", "\"public\".\"flags\""),
        ("exp.flags", "\"db\".\"exp\".\"flags\""),
        ("db.exp.flags", "\"exp\".\"flags\""),
    ] {
        assert!(!from(source, written), "{source}: {written}");
    }
}

#[test]
fn a_window_is_on_the_partition_alone_and_of_its_grain() {
    let whole = Span { from: Some(Side::At(START)), to: Some(Side::At(START + WEEK)) };
    let of = |ty: &str, partition: Option<(&str, Grain)>, time: Span, days: Span| {
        let duty = duty_of(ty, None);
        let table = &duty.grant.table;
        let partition = partition.map(|(column, grain)| Partition { column: column.into(), of: "x".into(), grain });
        let table = Table {
            name: table.name.clone(),
            warehouse: "prod".into(),
            source: "exp.flags".into(),
            comment: None,
            partition,
            columns: table.columns.clone(),
        };
        let grant = Grant {
            table: Arc::new(table),
            columns: vec!["id".into()],
            rows: None,
            masks: BTreeMap::new(),
            window_required: true,
        };
        Duty { grant: Arc::new(grant), time, days, ..duty }
    };
    let under = |filter: &str, duty: &Duty| {
        sealed(&format!("SELECT \"id\" AS c0 FROM \"exp\".\"flags\"{filter} OFFSET 0"), std::slice::from_ref(duty))
            .is_ok()
    };
    let zoned =
        " WHERE (\"x\" >= '2026-11-14 00:00:00+00'::timestamptz) AND (\"x\" < '2026-11-21 00:00:00+00'::timestamptz)";
    let plain = " WHERE (\"x\" >= '2026-11-14 00:00:00'::timestamp) AND (\"x\" < '2026-11-21 00:00:00'::timestamp)";
    let dates = " WHERE (\"x\" >= '2026-11-14'::date) AND (\"x\" < '2026-11-21'::date)";
    let (all, instant) = (Span::default(), Some(("x", Grain::Instant)));
    for (ty, own) in [("timestamptz", zoned), ("timestamp", plain), ("date", dates)] {
        for filter in [zoned, plain, dates, ""] {
            // The columns of a window need not be granted.
            assert_eq!(under(filter, &of(ty, instant, whole, all)), filter == own, "{ty}: {filter}");
        }
    }
    assert!(under("", &of("timestamptz", instant, all, all)));
    assert!(!under(&plain.replace("::timestamp", "::text"), &of("timestamp", instant, whole, all)));
    // A date is in a window when its midnight is.
    let late = Span { from: Some(Side::At(START + 1)), to: Some(Side::At(START + WEEK + 1)) };
    let next = " WHERE (\"x\" >= '2026-11-15'::date) AND (\"x\" < '2026-11-22'::date)";
    assert!(under(next, &of("date", instant, late, all)) && !under(dates, &of("date", instant, late, all)));
    // A window that nothing of the contract can hold is none, be it open on a side.
    let (from, to) = (Span { to: None, ..whole }, Span { from: None, ..whole });
    for span in [whole, from, to] {
        for (partition, time, days) in [(None, span, all), (None, all, span), (instant, all, span)] {
            for filter in [zoned, ""] {
                let duty = of("timestamptz", partition, time, days);
                assert!(!under(filter, &duty), "{partition:?} {time:?} {days:?} {filter}");
            }
        }
    }
    assert!(under("", &of("timestamptz", None, all, all)));
}
