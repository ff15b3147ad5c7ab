//! Every type's text and binary form, and numeric's arithmetic, compared with PostgreSQL's.

use crate::postgres::Postgres;
use bytes::BytesMut;
use chrono::{DateTime, Utc};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::error::Error;
use std::fmt::Write;
use tokio_postgres::types::{FromSql, Type};
use tokio_postgres::{Client, SimpleQueryMessage};
use tollgate::types::binary::{BinaryWriter, receive};
use tollgate::types::datetime::parse_zone;
use tollgate::types::numeric::PgNumeric;
use tollgate::types::{DateOrder, DateStyle, Display, IntervalStyle, PgType, input, text};

/// A value's bytes as they came.
struct Raw(Vec<u8>);

impl<'a> FromSql<'a> for Raw {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(raw.to_vec()))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// PostgreSQL's text of an expression, or its error's code and message.
async fn ask(client: &Client, sql: &str) -> Result<Option<String>, (String, String)> {
    match client.simple_query(sql).await {
        Ok(messages) => Ok(messages.iter().find_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0).map(str::to_string),
            _ => None,
        })),
        Err(error) => {
            let error = error.as_db_error().expect("an error of the server's");
            Err((error.code().code().to_string(), error.message().to_string()))
        }
    }
}

async fn ask_binary(client: &Client, sql: &str) -> Vec<u8> {
    let row = client.query_one(sql, &[]).await.unwrap();
    row.get::<_, Raw>(0).0
}

struct Comparison {
    client: Client,
    now: DateTime<Utc>,
    wrong: Vec<String>,
    count: usize,
}

impl Comparison {
    async fn value(&mut self, ty: &PgType, typmod: i32, literal: &str, display: &Display) {
        self.count += 1;
        let name = ty.format_type(typmod);
        let quoted = literal.replace('\'', "''");
        // Columns, not casts: a cast would cut a text that is too long.
        let sql = format!("SELECT E'{}'::{name}", quoted.replace('\\', "\\\\"));
        let theirs = ask(&self.client, &sql).await;
        let ours = input::parse_constant(literal, ty, typmod, display, self.now);
        let (theirs, value) = match (theirs, ours) {
            (Ok(theirs), Ok(value)) => (theirs, value),
            (Err((code, message)), Err(error)) => {
                if code != error.sqlstate().code() || message != error.report().message {
                    let (our_code, our_message) = (error.sqlstate(), error.report().message.clone());
                    self.wrong.push(format!("{sql}: theirs {code} {message}; ours {our_code} {our_message}"));
                }
                return;
            }
            (theirs, ours) => {
                self.wrong.push(format!("{sql}: theirs {theirs:?}; ours {ours:?}"));
                return;
            }
        };
        let ours = text::to_text(&value, ty, display).unwrap();
        if ours != theirs {
            self.wrong.push(format!("{sql} [{display:?}]: theirs {theirs:?}; ours {ours:?}"));
            return;
        }
        let theirs_binary = ask_binary(&self.client, &sql).await;
        let array = value.to_array().unwrap();
        let mut out = BytesMut::new();
        BinaryWriter::new(ty, typmod, array.as_ref(), display).unwrap().write(0, usize::MAX, &mut out).unwrap();
        if out[..] != theirs_binary[..] {
            self.wrong.push(format!("{sql}: binary theirs {theirs_binary:?}; ours {:?}", &out[..]));
        }
        match receive(&theirs_binary, ty) {
            Ok(back) if text::to_text(&back, ty, display).unwrap() == theirs => {}
            Ok(back) => self.wrong.push(format!("{sql}: received as {back:?}")),
            Err(error) => self.wrong.push(format!("{sql}: not received: {error}")),
        }
    }

    fn finish(self) {
        let shown = self.wrong.iter().take(60).fold(String::new(), |mut all, line| {
            let _ = writeln!(all, "{line}");
            all
        });
        assert!(self.wrong.is_empty(), "{} of {} differ:\n{shown}", self.wrong.len(), self.count);
    }
}

async fn compare(postgres: &Postgres) -> Comparison {
    let client = postgres.connect().await;
    client.batch_execute("SET timezone = 'UTC'").await.unwrap();
    Comparison { client, now: Utc::now(), wrong: Vec::new(), count: 0 }
}

const SIMPLE: &[(&str, &[&str])] = &[
    ("bool", &["t", "TRUE", " yes ", "of", "o", "1", "0", "n", "x", ""]),
    ("int2", &["0", " 32767 ", "-32768", "32768", "x", "", "1.0", "+5"]),
    ("int4", &["2147483647", "-2147483648", "2147483648", "1e3", "0x1"]),
    (
        "int8",
        &["9223372036854775807", "-9223372036854775808", "9223372036854775808", "99999999999999999999999999", "x"],
    ),
    ("oid", &["0", "4294967295", "-1", "4294967296"]),
    (
        "float4",
        &[
            "0", "-0", "1", "1.5", "0.1", "1e10", "123456", "1234567", "1e-5", "0.0001", "3.4e38", "1e39", "1e-50",
            "NaN", "inf", "x", "1e6", "999999", "16777216",
        ],
    ),
    (
        "float8",
        &[
            "0",
            "-0",
            "1",
            "1.5",
            "0.1",
            "1e20",
            "1e15",
            "1e14",
            "123456789012345678",
            "1e-5",
            "0.0001",
            "0.00012345",
            "1.7976931348623157e308",
            "1e309",
            "1e-400",
            "5e-324",
            "NaN",
            "Infinity",
            "-inf",
            "x",
            "",
            "1e",
            "1.",
            ".5",
            ".",
            "0.30000000000000004",
            "1e100",
            "12345.678",
            "0e400",
        ],
    ),
    (
        "numeric",
        &[
            "0",
            "-0.00",
            "1",
            "1.50",
            "00012.3400",
            "1e10",
            "1e-10",
            "1.5e3",
            "NaN",
            "nan",
            "Infinity",
            "-inf",
            "+Infinity",
            "x",
            "",
            "1e",
            "1e200000",
            "1e131071",
            "1e131072",
            "0e200000",
            "1e-16383",
            "1e-16384",
            ".5",
            "5.",
            ".",
            "-.5e-3",
            "12345678901234567890123456789012345678901234567890.123456789",
            " 7 ",
            "1 2",
            "10000",
            "100000000",
            "0.0001",
            "9999.9999",
        ],
    ),
    ("text", &["", "a b", "ünï", "it's", "back\\slash"]),
    ("name", &["abc", "0123456789012345678901234567890123456789012345678901234567890123456789"]),
    ("bytea", &["\\x00ff41", "\\x0", "\\xzz", "abc\\\\d\\001", "\\9", "", "\\x 41 42"]),
    (
        "uuid",
        &[
            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
            "{A0EEBC999C0B4EF8BB6D6BB9BD380A11}",
            "a0ee-bc99-9c0b-4ef8-bb6d-6bb9-bd38-0a11",
            "a0eebc99",
            "x",
        ],
    ),
    (
        "json",
        &[
            "{\"b\" : 1}",
            " [1,2] ",
            "x",
            "",
            "{",
            "[1,]",
            "\"\\u0000\"",
            "{\"a\":1,\"a\":2}",
            "nul",
            "1 2",
            "{\"a\" 1}",
            "\"\\q\"",
        ],
    ),
    (
        "jsonb",
        &[
            "{\"b\" : 1, \"aa\": [true, null], \"a\": \"x\\n\\u00e9\"}",
            "1.50",
            "1e5",
            "-0",
            "1E-3",
            "[]",
            "{}",
            "\"\\u0000\"",
            "{\"a\":1,\"a\":2}",
            "[1,[2,{\"z\":{}}]]",
            "tru",
            "",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
        ],
    ),
    (
        "date",
        &[
            "2025-01-05",
            "20250105",
            "Jan 5 2025",
            "5 January 2025",
            "January 5, 2025 BC",
            "1/5/25",
            "13/5/25",
            "99-1-5",
            "2025.005",
            "2025-366",
            "J2451187",
            "infinity",
            "-infinity",
            "epoch",
            "0001-01-01",
            "4714-11-24 BC",
            "4714-11-23 BC",
            "5874897-12-31",
            "5874898-01-01",
            "2025-02-29",
            "2024-02-29",
            "x",
            "",
            "2025-13-01",
            "12345-06-07",
            "2025-01-05 10:00",
            "0000-01-01",
            "Mon Jan 5 2025",
            "Sun Jan 5 2025",
            "5-jan-2025",
            "2025-jan-05",
            "jan-5-25",
            "2025/1/5",
            "5.1.2025",
            "1.5.2025",
            "now now",
            "2025",
            "2025-1",
        ],
    ),
    (
        "time",
        &[
            "10:00",
            "10:00:59.123456",
            "10:00:59.1234567",
            "24:00:00",
            "24:00:01",
            "23:59:60",
            "10 PM",
            "10:30 pm",
            "12:30 am",
            "13:00 pm",
            "040506",
            "0405",
            "allballs",
            "x",
            "",
            "25:00",
            "10:60",
            "2025-01-05 04:05:06",
            "04:05:06 PST",
            "T040506",
            "04:05:06.789-8",
            "04:05-08:00",
        ],
    ),
    (
        "timestamp",
        &[
            "2025-01-05 10:00",
            "2025-01-05T10:00:00Z",
            "2025-01-05 10:00:00.123456789",
            "Jan 5 10:00:00 2025",
            "2025-01-05 10:00 PM",
            "20250105T100000",
            "20250105 100000",
            "infinity",
            "-infinity",
            "epoch",
            "1999-12-31 23:59:59.9999999",
            "0044-03-15 12:00 BC",
            "12345-01-01 00:00",
            "294247-01-01 00:00",
            "x",
            "",
            "2025-01-05 24:00",
            "2025-01-05 25:00",
            "2025-01-05 10:00 Europe/Paris",
            "2025-01-05 10:00 Nowhere/Paris",
            "Sun 05 Jan 10:00:00 2025 PST",
            "2025-01-05 10:00:00 +02:30",
            "10:00 2025-01-05",
            "2025-01-05 10:00 XYZ",
        ],
    ),
    (
        "timestamptz",
        &[
            "2025-01-05 10:00",
            "2025-01-05T10:00:00Z",
            "2025-01-05 10:00:00+02",
            "2025-07-05 10:00:00 America/New_York",
            "2025-03-30 02:30 Europe/Paris",
            "2025-10-26 02:30 Europe/Paris",
            "2025-01-05 10:00 PST",
            "2025-01-05 10:00 CEST",
            "2025-01-05 10:00:00-0330",
            "2025-01-05 10:00:00+16",
            "infinity",
            "-infinity",
            "epoch",
            "0044-03-15 12:00 BC",
            "J2451187 10:00",
            "2025-01-05 allballs",
            "1850-01-01 00:00 Europe/Paris",
            "2150-07-01 00:00 Europe/Paris",
            "2025-01-05 10:00 zulu",
            "2025-01-05 10:00:00 EST5EDT",
            "2025-01-05 10:00 UTC+3",
            "20250105T100000-08",
            "2025-01-05T10:00:00.5+01:00",
        ],
    ),
    (
        "interval",
        &[
            "1 day",
            "1 year 2 mons 3 days 04:05:06.789",
            "-1 day +02:03",
            "1.5 days",
            "1.5 months",
            "1.3 years",
            "2 weeks",
            "1 decade",
            "1 century 1 millennium",
            "1-2",
            "-1-2",
            "1 2:03:04",
            "P1Y2M3DT4H5M6S",
            "P1Y2M3W",
            "P0001-02-03T04:05:06",
            "P00010203T040506",
            "PT1.5S",
            "1 day ago",
            "@ 1 minute ago",
            "",
            "x",
            "1",
            "1.5",
            "1 fortnight",
            "100000000 years",
            "1:2",
            "1:2:3.4",
            "1 us",
            "5 ms 3 us",
            "-1 mon 1 day -00:00:01",
            "1 mon -1 day",
            "00:00:00",
            "1 hour 90 minutes",
            "P",
            "PT",
            "P1",
            "3 days 4 days",
            "0.5 us",
            "-1.5 h",
        ],
    ),
    ("int4[]", &["{}", "{1,2,NULL}", " { 1 , 2 } ", "{1,x}", "1", "{1", "{1}}", "{1,}", "{,1}", "{\"1\"}"]),
    ("text[]", &["{a,\"b c\",NULL,\"NULL\",\"\",\"q\\\"u\",back\\\\slash}", "{ a b , c }", "{\"a,b\",{}", "{a\"b}"]),
    ("numeric[]", &["{1.50,NaN,-2e3}"]),
    ("timestamptz[]", &["{\"2025-01-05 10:00:00+02\",NULL,infinity}"]),
    ("bool[]", &["{t,f,NULL}"]),
    ("jsonb[]", &["{\"{\\\"a\\\": 1}\",null}"]),
    ("int2vector", &["1 2 3", ""]),
    ("oidvector", &["23 25"]),
    ("\"char\"", &["a", "", "abc"]),
];

#[tokio::test]
async fn every_type_reads_and_writes_as_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    let mut comparison = compare(&postgres).await;
    let display = Display::default();
    for (name, literals) in SIMPLE {
        let ty = PgType::from_name(name).unwrap_or_else(|| panic!("no type {name}"));
        for literal in *literals {
            comparison.value(&ty, -1, literal, &display).await;
        }
    }
    for (ty, typmod, literals) in [
        (
            PgType::Numeric,
            ((5 << 16) | 2) + 4,
            ["1.005", "999.994", "999.995", "-999.999", "Infinity", "NaN", "0"].as_slice(),
        ),
        (PgType::Numeric, ((3 << 16) | (-2 & 0x7ff)) + 4, &["149", "150", "-12345", "99950", "99949"]),
        (PgType::Numeric, ((2 << 16) | 4) + 4, &["0.00994", "0.00996", "0.1"]),
        (PgType::Timestamp, 3, &["2025-01-05 10:00:00.1235", "1999-12-31 23:59:59.9995", "1970-01-01 00:00:00.0005"]),
        (PgType::Timestamptz, 0, &["2025-01-05 10:00:00.5", "1999-12-31 23:59:58.5"]),
        (PgType::Time, 2, &["10:00:00.125", "23:59:59.999"]),
        (PgType::Interval, (0x7fff << 16) | 2, &["1 day 0.125 s", "-0.125 s"]),
        (PgType::Interval, ((1 << 2) << 16) | 0xffff, &["5", "1 year 11 mons 3 days"]),
        (PgType::Interval, (((1 << 11) | (1 << 12)) << 16) | 0xffff, &["5:06", "5", "1 day 5:06"]),
        (PgType::Interval, (((1 << 3) | (1 << 10)) << 16) | 0xffff, &["5", "1 day 05:06:07", "1 2"]),
    ] {
        for literal in literals {
            comparison.value(&ty, typmod, literal, &display).await;
        }
    }
    comparison.finish();
}

#[tokio::test]
async fn dates_and_intervals_follow_the_settings() {
    let Some(postgres) = Postgres::start() else { return };
    let mut comparison = compare(&postgres).await;
    let styles = [
        ("ISO", DateStyle::Iso),
        ("SQL", DateStyle::Sql),
        ("Postgres", DateStyle::Postgres),
        ("German", DateStyle::German),
    ];
    let orders = [("MDY", DateOrder::Mdy), ("DMY", DateOrder::Dmy), ("YMD", DateOrder::Ymd)];
    let zones = ["UTC", "Europe/Paris", "America/New_York", "Asia/Kolkata", "America/Sao_Paulo", "Australia/Lord_Howe"];
    let mut random = StdRng::seed_from_u64(7);
    for (style_name, date_style) in styles {
        for (order_name, date_order) in orders {
            for zone in zones {
                let sql = format!("SET datestyle = '{style_name}, {order_name}'; SET timezone = '{zone}'");
                comparison.client.batch_execute(&sql).await.unwrap();
                let time_zone = parse_zone(zone).unwrap();
                let display = Display { date_style, date_order, time_zone, ..Display::default() };
                for literal in ["2025-07-05 10:00:00.25", "1999-12-31 23:00 BC", "15000-01-01 00:00", "infinity"] {
                    comparison.value(&PgType::Timestamptz, -1, literal, &display).await;
                    comparison.value(&PgType::Timestamp, -1, literal, &display).await;
                }
                for literal in ["1/2/3", "10/11/12", "31/12/2024", "12/31/2024", "5 jan 25", "2025-01-05", "25 jan 5"] {
                    comparison.value(&PgType::Date, -1, literal, &display).await;
                }
                for _ in 0..15 {
                    let year = random.random_range(1900..2036);
                    let (month, day) = (random.random_range(1..=12), random.random_range(1..=28));
                    let (hour, minute) = (random.random_range(0..24), random.random_range(0..60));
                    let literal = format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:07");
                    comparison.value(&PgType::Timestamptz, -1, &literal, &display).await;
                }
            }
        }
    }
    comparison.client.batch_execute("RESET datestyle; SET timezone = 'UTC'").await.unwrap();
    for (name, interval_style) in [
        ("postgres", IntervalStyle::Postgres),
        ("postgres_verbose", IntervalStyle::PostgresVerbose),
        ("sql_standard", IntervalStyle::SqlStandard),
        ("iso_8601", IntervalStyle::Iso8601),
    ] {
        comparison.client.batch_execute(&format!("SET intervalstyle = '{name}'")).await.unwrap();
        let display = Display { interval_style, ..Display::default() };
        for literal in [
            "0",
            "1 day",
            "-1 day",
            "1 year 2 mons",
            "-1 year -2 mons",
            "1 year 2 mons 3 days 04:05:06.789",
            "-1 year 3 days",
            "3 days -04:05:06",
            "04:05:06",
            "-00:00:00.5",
            "1 mon -1 day 1 second",
            "1 sec",
            "2.5 secs",
            "-1-2 3 4:05:06",
            "-1 day 2:03",
        ] {
            comparison.value(&PgType::Interval, -1, literal, &display).await;
        }
        for _ in 0..60 {
            let mut part = |most: i32| random.random_range(-most..=most);
            let literal = format!("{} mons {} days {} us", part(30), part(40), part(2_000_000_000));
            comparison.value(&PgType::Interval, -1, &literal, &display).await;
        }
    }
    comparison.client.batch_execute("RESET intervalstyle").await.unwrap();
    for digits in [-15, -5, 0, 1, 3] {
        comparison.client.batch_execute(&format!("SET extra_float_digits = {digits}")).await.unwrap();
        let display = Display { extra_float_digits: digits, ..Display::default() };
        for literal in ["0.1", "1e20", "123456.789", "-1e-7", "0.000123456789", "3.14159265358979", "1e15", "99999999"]
        {
            comparison.value(&PgType::Float8, -1, literal, &display).await;
            comparison.value(&PgType::Float4, -1, literal, &display).await;
        }
    }
    comparison.client.batch_execute("SET bytea_output = 'escape'").await.unwrap();
    let display = Display { bytea_hex: false, ..Display::default() };
    comparison.value(&PgType::Bytea, -1, "\\x00417f80ff5c27", &display).await;
    comparison.finish();
}

#[tokio::test]
async fn floats_are_the_shortest_that_read_back() {
    let Some(postgres) = Postgres::start() else { return };
    let client = postgres.connect().await;
    let mut random = StdRng::seed_from_u64(11);
    let values: Vec<f64> =
        (0..5000).map(|_| f64::from_bits(random.random())).filter(|value| value.is_finite()).collect();
    let rows = client.query("SELECT x::text, x::float4::text FROM (SELECT unnest($1::float8[]) x) q WHERE abs(x) < 1e38 AND abs(x) > 1e-37", &[&values]).await.unwrap();
    let kept: Vec<f64> = values.into_iter().filter(|x| x.abs() < 1e38 && x.abs() > 1e-37).collect();
    assert_eq!(rows.len(), kept.len());
    let display = Display::default();
    for (row, value) in rows.iter().zip(kept) {
        let ours = text::to_text(&value.into(), &PgType::Float8, &display).unwrap();
        assert_eq!(ours.as_deref(), row.get::<_, Option<&str>>(0));
        #[expect(clippy::cast_possible_truncation, reason = "the cast is what is compared")]
        let ours = text::to_text(&(value as f32).into(), &PgType::Float4, &display).unwrap();
        assert_eq!(ours.as_deref(), row.get::<_, Option<&str>>(1));
    }
}

/// A number of random size, scale and sign.
fn random_numeric(random: &mut StdRng, digits: usize) -> String {
    let length = random.random_range(1..=digits);
    let scale = random.random_range(0..=length);
    let mut text: String = (0..length).map(|_| char::from(b'0' + random.random_range(0..10u8))).collect();
    if random.random_bool(0.2) {
        text = text.chars().map(|c| if c < '6' { '0' } else { c }).collect();
    }
    if scale > 0 {
        text.insert(length - scale, '.');
    }
    if text.starts_with('.') {
        text.insert(0, '0');
    }
    if random.random_bool(0.4) {
        text.insert(0, '-');
    }
    text
}

type Operation = fn(&PgNumeric, &PgNumeric) -> Option<PgNumeric>;

/// The SQL, ours, and how many digits the random numbers have at most.
const OPERATIONS: &[(&str, Operation, usize)] = &[
    ("a + b", |a, b| a.try_add(b).ok(), 60),
    ("a - b", |a, b| a.try_sub(b).ok(), 60),
    ("a * b", |a, b| a.try_mul(b).ok(), 60),
    ("a / nullif(b, 0)", |a, b| a.try_div(b).ok(), 45),
    ("a % nullif(b, 0)", |a, b| a.try_rem(b).ok(), 45),
    ("div(a, nullif(b, 0))", |a, b| a.try_div_trunc(b).ok(), 45),
    ("round(a)", |a, _| a.round(0).ok(), 40),
    ("round(a, 3)", |a, _| a.round(3).ok(), 40),
    ("round(a, -3)", |a, _| a.round(-3).ok(), 40),
    ("trunc(a, 2)", |a, _| a.trunc(2).ok(), 40),
    ("trunc(a, -2)", |a, _| a.trunc(-2).ok(), 40),
    ("ceil(a)", |a, _| Some(a.ceil()), 40),
    ("floor(a)", |a, _| Some(a.floor()), 40),
    ("abs(a)", |a, _| Some(a.abs()), 40),
    ("sign(a)", |a, _| Some(a.sign()), 40),
    ("-a", |a, _| Some(a.neg()), 40),
    ("trim_scale(a)", |a, _| Some(a.trim_scale()), 40),
    ("gcd(a, b)", |a, b| a.gcd(b).ok(), 20),
    ("lcm(a, b)", |a, b| a.lcm(b).ok(), 20),
    ("sqrt(abs(a))", |a, _| a.abs().sqrt().ok(), 50),
    ("ln(nullif(abs(a), 0))", |a, _| a.abs().ln().ok(), 30),
    (
        "ln(1 + a / 1000000000000)",
        |a, _| PgNumeric::ONE.try_add(&a.try_div(&"1000000000000".parse().unwrap()).ok()?).ok()?.ln().ok(),
        9,
    ),
    ("log(nullif(abs(a), 0))", |a, _| a.abs().log10().ok(), 30),
    ("log(nullif(abs(b), 1), nullif(abs(a), 0))", |a, b| a.abs().log(&b.abs()).ok(), 12),
    ("exp(a)", |a, _| a.exp().ok(), 3),
    ("power(abs(a), b)", |a, b| a.abs().power(b).ok(), 3),
    ("power(a, round(b))", |a, b| a.power(&b.round(0).ok()?).ok(), 3),
    ("a::numeric(40, 5)", |a, _| a.apply_typmod(((40 << 16) | 5) + 4).ok(), 30),
    ("a::float8::numeric", |a, _| Some(PgNumeric::from(a.to_f64().ok()?)), 30),
    ("a::float4::numeric", |a, _| Some(PgNumeric::from(a.to_f32().ok()?)), 30),
    ("round(a)::int8::numeric", |a, _| Some(PgNumeric::from(a.to_i64().ok()?)), 18),
];

#[tokio::test]
async fn numeric_counts_as_postgresql() {
    let Some(postgres) = Postgres::start() else { return };
    let client = postgres.connect().await;
    // What fails there is NULL here, as it is with us.
    client
        .batch_execute(
            "CREATE FUNCTION try(f text, a numeric, b numeric) RETURNS text LANGUAGE plpgsql AS $$
             DECLARE r text;
             BEGIN EXECUTE 'SELECT (' || f || ')::text FROM (SELECT $1 AS a, $2 AS b) q' INTO r USING a, b; RETURN r;
             EXCEPTION WHEN others THEN RETURN NULL; END $$",
        )
        .await
        .unwrap();
    let mut random = StdRng::seed_from_u64(3);
    let mut wrong = Vec::new();
    for (sql, ours, digits) in OPERATIONS {
        let pairs: Vec<(String, String)> =
            (0..300).map(|_| (random_numeric(&mut random, *digits), random_numeric(&mut random, *digits))).collect();
        let (a, b): (Vec<&str>, Vec<&str>) = pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).unzip();
        let query = format!(
            "SELECT try('{sql}', a::numeric, b::numeric) FROM unnest($1::text[], $2::text[]) WITH ORDINALITY t(a, b, n) ORDER BY n"
        );
        let rows = client.query(query.as_str(), &[&a, &b]).await.unwrap();
        for (row, (a, b)) in rows.iter().zip(&pairs) {
            let theirs: Option<String> = row.get(0);
            let (x, y): (PgNumeric, PgNumeric) = (a.parse().unwrap(), b.parse().unwrap());
            // An argument that the SQL makes NULL.
            let value = if theirs.is_none() && (y.is_zero() || x.is_zero()) { None } else { ours(&x, &y) };
            let value = value.map(|value| PgNumeric::decode(&value.to_bytes()).to_string());
            if value != theirs {
                wrong.push(format!("{sql} with {a} and {b}: theirs {theirs:?}; ours {value:?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.iter().take(40).fold(String::new(), |all, line| all + line + "\n")
    );
}
