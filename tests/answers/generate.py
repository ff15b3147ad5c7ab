#!/usr/bin/env python3
"""Writes the systematic files of this folder: operators, casts, functions, aggregates, frames and so on, over edge values.

Run it after a change here, then TOLLGATE_RECORD=1 cargo test --test it answers:: to fill in PostgreSQL's answers. The files that it writes start with "g_"; the others are written by hand.
"""

import itertools
import pathlib

FOLDER = pathlib.Path(__file__).parent
T = "exp.every_type"


def write(name, statements):
    """One file: a statement that is a tuple has its sort mode second."""
    seen, out = set(), ["# Written by generate.py, answers recorded from PostgreSQL.", ""]
    for statement in statements:
        sql, mode = statement if isinstance(statement, tuple) else (statement, "")
        if sql in seen:
            continue
        seen.add(sql)
        if sql.upper().startswith(("SET ", "RESET ")):
            out += ["statement ok", sql, ""]
        else:
            out += [f"query T{mode}", sql, ""]
    (FOLDER / f"g_{name}.slt").write_text("\n".join(out))
    return len(seen)


# Edge literals by type.
EDGE = {
    "int2": ["0", "1", "-1", "32767", "'-32768'"],
    "int4": ["0", "1", "-7", "2147483647", "'-2147483648'"],
    "int8": ["0", "3", "-1", "9223372036854775807", "'-9223372036854775808'"],
    "float4": ["0", "1.5", "'-0'", "'NaN'", "'Infinity'", "3.4e38"],
    "float8": ["0", "2.5", "-3", "'NaN'", "'-Infinity'", "1e308"],
    "numeric": ["0", "1.50", "-2.5", "'NaN'", "'Infinity'", "123456789012345678901234567890.123"],
    "text": ["''", "'a'", "'Ab'", "'10'", "'é'"],
    "bool": ["true", "false"],
    "date": ["'2024-02-29'", "'1999-12-31'", "'infinity'", "'0044-03-15 BC'"],
    "time": ["'00:00'", "'13:45:30.5'", "'24:00'"],
    "timestamp": ["'2024-02-29 12:34:56.789'", "'1970-01-01'", "'-infinity'"],
    "timestamptz": ["'2024-02-29 12:34:56+02'", "'1970-01-01 00:00Z'", "'infinity'"],
    "interval": ["'1 day'", "'-1 mon 3:04:05.6'", "'0'", "'1 year 2 mons 3 days'"],
}

NUMBERS = ["int2", "int4", "int8", "float4", "float8", "numeric"]


def lit(ty, value):
    if ty in ("text", "bool"):
        return value if ty == "bool" else f"{value}::text"
    return f"{value}::{ty}" if value.startswith("'") or not value.startswith("-") else f"({value})::{ty}"


def operators():
    # Arithmetic of every pair of number types, by ordinary values: types and results.
    for left, right in itertools.product(NUMBERS, NUMBERS):
        ops = ["+", "-", "*", "/"] + (["%"] if left in ("int2", "int4", "int8", "numeric") and right in ("int2", "int4", "int8", "numeric") else []) + ["^"]
        yield "SELECT " + ", ".join(f"7::{left} {op} 2::{right}" for op in ops)
        yield "SELECT " + ", ".join(f"7::{left} {op} 2::{right}" for op in ["<", "<=", "=", "<>", ">=", ">"])
    # Edge values against each other, an expression a statement: overflow, NaN, infinity, division by zero.
    for ty in NUMBERS:
        values = EDGE[ty]
        for op in ["+", "-", "*", "/"]:
            for a, b in itertools.product(values[1:], values[:1] + values[-1:]):
                yield f"SELECT {lit(ty, a)} {op} {lit(ty, b)}"
    for ty in ["int2", "int4", "int8"]:
        yield f"SELECT 13::{ty} & 6::{ty}, 13::{ty} | 6::{ty}, 13::{ty} # 6::{ty}, ~13::{ty}, 13::{ty} << 2, (-13)::{ty} >> 1, 1::{ty} << 15, 1::{ty} << 31, 1::{ty} << 63"
        yield f"SELECT -{lit(ty, EDGE[ty][-1])}"
        yield f"SELECT @ {lit(ty, EDGE[ty][-1])}"
        yield f"SELECT {lit(ty, EDGE[ty][-1])} / (-1)::{ty}"
        yield f"SELECT {lit(ty, EDGE[ty][-1])} % (-1)::{ty}"
        yield f"SELECT 5::{ty} % 0::{ty}"
    for ty in NUMBERS:
        yield f"SELECT -5::{ty}, +5::{ty}, - (-5)::{ty}, @ (-5)::{ty}"
    # Comparison, by a count of the rows of a cross join for each value.
    columns = ["b", "i2", "i4", "i8", "f4", "f8", "n", "t", "vc", "bp", "by", "d", "tm", "ts", "tz", "iv", "jb", "u", "ia", "ta"]
    for column in columns:
        counts = ", ".join(f"count(*) FILTER (WHERE a.{column} {op} b.{column})" for op in ["<", "<=", "=", "<>", ">=", ">"])
        distinct = f"count(*) FILTER (WHERE a.{column} IS DISTINCT FROM b.{column}), count(*) FILTER (WHERE a.{column} IS NOT DISTINCT FROM b.{column})"
        yield f"SELECT a.id, {counts}, {distinct} FROM {T} a CROSS JOIN {T} b GROUP BY a.id ORDER BY a.id"
        yield f"SELECT id, {column} FROM {T} ORDER BY {column}, id"
        yield f"SELECT id, {column} FROM {T} ORDER BY {column} DESC, id DESC"
        yield f"SELECT id FROM {T} ORDER BY {column} NULLS FIRST, id"
        yield f"SELECT {column}, count(*) FROM {T} GROUP BY {column} ORDER BY {column}"
        if column not in ("f4", "f8"):
            # Which of the two zeros stands for both is nobody's promise.
            yield f"SELECT DISTINCT {column} FROM {T} ORDER BY 1 DESC NULLS LAST"
        yield f"SELECT a.id, b.id FROM {T} a JOIN {T} b ON a.{column} = b.{column} WHERE a.id <> b.id ORDER BY 1, 2"
        yield f"SELECT id, {column} IS NULL, {column} IS NOT NULL, coalesce({column}::text, 'none'), num_nulls({column}), num_nonnulls({column}, id) FROM {T} ORDER BY id"
        yield f"SELECT id, {column} = (SELECT {column} FROM {T} WHERE id = 10) FROM {T} ORDER BY id"
        yield f"SELECT id, lag({column}) OVER (ORDER BY id), lead({column}, 2) OVER (ORDER BY id), first_value({column}) OVER (ORDER BY id DESC), nth_value({column}, 3) OVER (ORDER BY id) FROM {T} ORDER BY id"
        yield f"SELECT count({column}), count(DISTINCT {column}), array_agg({column} ORDER BY id), array_agg(DISTINCT {column}) FROM {T}"
    for a, b in itertools.combinations(["int2", "int4", "int8", "float4", "float8", "numeric"], 2):
        yield f"SELECT pg_typeof(CASE WHEN true THEN 1::{a} ELSE 2::{b} END), pg_typeof(coalesce(1::{a}, 2::{b})), greatest(1::{a}, 2::{b}), nullif(1::{a}, 1::{b}), 1::{a} IN (1::{b}, 3::{a}), 1::{a} BETWEEN 0::{b} AND 2::{a}"
        yield f"SELECT 1::{a} UNION ALL SELECT 2::{b} ORDER BY 1"
    # Dates and times among themselves.
    times = ["date", "time", "timestamp", "timestamptz", "interval"]
    for left, right in itertools.product(times, times):
        for op in ["+", "-"]:
            yield f"SELECT {lit(left, EDGE[left][0])} {op} {lit(right, EDGE[right][0])}"
        yield f"SELECT {lit(left, EDGE[left][0])} < {lit(right, EDGE[right][1])}"
    for ty in times:
        for other in ["int4", "float8", "numeric"]:
            for op in ["+", "-", "*", "/"]:
                yield f"SELECT {lit(ty, EDGE[ty][0])} {op} {lit(other, EDGE[other][1])}"
    for value in EDGE["timestamp"]:
        yield f"SELECT timestamp {value} + interval '1 month', timestamp {value} - interval '1 day 2 hours', timestamp {value} AT TIME ZONE 'Europe/Rome'"
    for value in EDGE["date"]:
        yield f"SELECT date {value} + 1, date {value} - 1, date {value} + interval '1 month'"
    # Unknown literals with each type, and types that have no operator.
    for ty, op in itertools.product(EDGE, ["+", "-", "*", "/", "||", "="]):
        yield f"SELECT {lit(ty, EDGE[ty][0])} {op} '1'"
    for a, b in [("text", "int4"), ("bool", "int4"), ("date", "int8"), ("text", "date"), ("interval", "text"), ("bool", "text"), ("text", "bool")]:
        for op in ["=", "<", "+", "||"]:
            yield f"SELECT {lit(a, EDGE[a][0])} {op} {lit(b, EDGE[b][0])}"
    for op in ["+", "-", "*", "/", "%", "^", "||", "=", "<", "AND", "OR", "LIKE", "~"]:
        yield f"SELECT NULL {op} NULL"
        yield f"SELECT '1' {op} '2'"
        yield f"SELECT NULL {op} 1"


CASTS = ["bool", "int2", "int4", "int8", "float4", "float8", "numeric", "numeric(6,2)", "text", "varchar(3)", "char(4)", "bytea", "date", "time", "timestamp", "timestamptz", "interval", "json", "jsonb", "uuid", "int4[]", "text[]"]


def casts():
    for column, ty in itertools.product(["b", "i4", "f8", "n", "t", "d", "tm", "ts", "tz", "iv", "jb", "u", "ia"], CASTS):
        yield f"SELECT {column}::{ty} FROM {T} WHERE id = 12"
    for column in ["i2", "i4", "i8", "f4", "f8", "n", "t", "vc", "bp", "d", "tm", "ts", "tz", "iv", "j", "jb", "u", "ia", "ta", "b", "by"]:
        yield f"SELECT id, {column}::text, length({column}::text), {column}::varchar(4) FROM {T} ORDER BY id"
    inputs = {
        "bool": ["t", "yes", "on", "1", "of", "tr", "", "2"],
        "int4": [" 42 ", "-0", "+7", "1.0", "2147483648", "1e3", "", "0x10"],
        "int8": ["9223372036854775807", "9223372036854775808"],
        "int2": ["32767", "32768"],
        "float8": ["1e400", "1e-400", "-inf", "nan", " 1 ", "1.", ".5", "1_000"],
        "numeric": ["1e5", "1.500", "-0.0", "1e-20", "NaN", "inf", "1_000", "--1"],
        "numeric(5,2)": ["123.455", "-999.995", "1e2", "1000", "NaN", "Infinity"],
        "date": ["2024-02-30", "2024-2-9", "20240229", "Feb 29, 2024", "29 Feb 2024", "2024.060", "1/2/2024", "13/1/2024", "infinity", "epoch", "yesterdayish", "2024-01-01 BC"],
        "time": ["25:00", "24:00:01", "12:34", "12:34:56.1234567", "1pm", "13:00 PM", "123456"],
        "timestamp": ["2024-02-29T12:00:00Z", "2024-02-29 24:00", "2024-02-29 12:60", "epoch", "2024-02-29 12:00:00.9999999", "J2451187", "294277-01-01"],
        "timestamptz": ["2024-07-01 12:00 Europe/Rome", "2024-07-01 12:00 EST", "2024-07-01 12:00+05:30", "2024-07-01 12:00 Mars/Base", "2024-07-01 12:00-16"],
        "interval": ["1 day ago", "1-2", "P1Y2M3DT4H5M6S", "1 2:03:04", "1.5 months", "3 fortnights", "-1:00", "1 week 1.5 days", "100000000000 years", "@ 1 minute"],
        "json": ['{"a":1, "a":2}', "{", "1 2", '"\\u00e9"', "nul"],
        "jsonb": ['{"b":1,"a":2,"b":3}', "[1,]", '"\\u0000"', "1e2", "1.50"],
        "uuid": ["a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "{A0EEBC999C0B4EF8BB6D6BB9BD380A11}", "a0eebc99", ""],
        "int4[]": ["{}", "{1,NULL,3}", "{1,2", "{ 1 , 2 }", "{a}", "1,2"],
        "text[]": ['{a,"b c","",NULL,"NULL"}', '{"a\\"b"}', "{a b}", "{,}"],
        "bytea": ["\\xDEADbeef", "\\x1", "abc\\000", "a\\\\b"],
        "varchar(3)": ["abcdef", "ab", "äöüß"],
        "char(4)": ["ab", "abcdef", "  a "],
    }
    for ty, values in inputs.items():
        for value in values:
            quoted = value.replace("'", "''")
            yield f"SELECT '{quoted}'::{ty}"
    for value in ["0.5", "1.5", "2.5", "-0.5", "-1.5", "2147483647.4", "2147483647.5", "'NaN'", "'Infinity'"]:
        yield f"SELECT {value}::numeric::int4"
        yield f"SELECT {value}::float8::int4"
        yield f"SELECT {value}::numeric::int8, {value}::numeric::float8, {value}::numeric::text"
    for value in ["32768", "-32769", "70000"]:
        yield f"SELECT ({value})::int2"
    for zone in ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"]:
        yield f"SET TimeZone = '{zone}'"
        yield f"SELECT id, tz, tz::timestamp, tz::date, ts::timestamptz, d::timestamptz, tz::time FROM {T} WHERE id NOT IN (2, 3) ORDER BY id"
        yield "SELECT '2024-03-31 02:30'::timestamptz, '2024-10-27 02:30'::timestamptz, '2024-11-03 01:30'::timestamptz, '2024-03-10 02:30'::timestamptz"
    yield "RESET TimeZone"
    for style in ["ISO, DMY", "SQL, MDY", "German", "Postgres, DMY"]:
        yield f"SET DateStyle = '{style}'"
        yield f"SELECT id, d, ts, tz FROM {T} ORDER BY id"
        yield "SELECT '1/2/2024'::date, '2024-02-01 10:00'::timestamp::text"
    yield "RESET DateStyle"
    for style in ["sql_standard", "postgres_verbose", "iso_8601", "postgres"]:
        yield f"SET IntervalStyle = '{style}'"
        yield f"SELECT id, iv FROM {T} ORDER BY id"
        yield "SELECT interval '1 year -2 mons 3 days -04:05:06.7', interval '-1 day', interval '0', interval '1-2 3 4:05:06'"
    yield "RESET IntervalStyle"
    yield "SET extra_float_digits = 0"
    yield f"SELECT f4, f8, 0.1::float8 + 0.2, 1e15::float8, 1e-5::float4 FROM {T} ORDER BY id"
    yield "RESET extra_float_digits"


def functions():
    texts = ["''", "'a'", "'hello World'", "'äöü'", "NULL"]
    for f in ["length", "char_length", "octet_length", "bit_length", "upper", "lower", "initcap", "reverse", "md5", "ascii", "quote_literal", "quote_ident", "quote_nullable", "trim", "btrim", "ltrim", "rtrim", "to_json", "to_jsonb", "sha256"]:
        arg = "{0}::text" if f != "sha256" else "convert_to({0}::text, 'UTF8')"
        yield "SELECT " + ", ".join(f"{f}({arg.format(t)})" for t in texts)
    for f, second in [("left", ["0", "2", "-2", "100"]), ("right", ["0", "2", "-2", "100"]), ("repeat", ["0", "3", "-1"]), ("lpad", ["0", "3", "8", "-1"]), ("rpad", ["0", "3", "8"]), ("substr", ["0", "1", "3", "-1", "100"]), ("substring", ["1", "3"])]:
        for n in second:
            yield "SELECT " + ", ".join(f"{f}({t}::text, {n})" for t in texts)
    for n, m in itertools.product(["-1", "0", "1", "3", "6"], ["0", "2", "5"]):
        yield f"SELECT substring('hello' FROM {n} FOR {m}), substr('hello', {n}, {m}), overlay('hello' PLACING 'XY' FROM {max(int(n), 1)} FOR {m})"
    yield "SELECT substr('hello', 1, -1)"
    yield "SELECT overlay('hello' PLACING 'XY' FROM 0)"
    for n in ["-3", "-1", "0", "1", "2", "4"]:
        yield f"SELECT split_part('a,b,,c', ',', {n})"
    for pair in ["'abc', 'b'", "'abc', ''", "'', 'a'", "'äbc', 'c'", "NULL, 'a'"]:
        yield f"SELECT strpos({pair}), starts_with({pair}), replace('xbx', 'b', 'yy'), translate('12345', '143', 'ax')"
    for template in ["'%s %I %L', 'a', 'b c', 'd''e'", "'%s%%', 5", "'%2$s %1$s', 'a', 'b'", "'%-5s|%5s|', 'a', 'b'", "'%s', NULL", "'%I', NULL", "'%x', 1", "'%s %s', 1", "'%', 1"]:
        yield f"SELECT format({template})"
    for args in ["'-', 'a', NULL, 'b'", "NULL, 'a'", "'', 'a', 1, true", "',', 1.50, date '2024-01-01'"]:
        yield f"SELECT concat_ws({args}), concat({args})"
    for fmt in ["hex", "base64", "escape", "nope"]:
        yield f"SELECT encode('\\x00ff41'::bytea, '{fmt}')"
    for fmt, value in [("hex", "00fF"), ("hex", "0g"), ("hex", "123"), ("base64", "AP9B"), ("base64", "A"), ("escape", "a\\\\000b")]:
        yield f"SELECT decode('{value}', '{fmt}')"
    for pattern in ["o+", "(l)(l)", "^h", "[[:upper:]]", "\\d", "\\mWorld\\M", "(?i)HELLO", "(", "x*", "l{2}", "."]:
        yield f"SELECT 'hello World' ~ '{pattern}', 'hello World' ~* '{pattern}', 'hello World' !~ '{pattern}'"
        yield f"SELECT regexp_replace('hello World', '{pattern}', '<\\&>'), regexp_replace('hello World', '{pattern}', '-', 'g'), regexp_match('hello World', '{pattern}')"
        yield f"SELECT regexp_count('hello World', '{pattern}'), regexp_substr('hello World', '{pattern}'), regexp_instr('hello World', '{pattern}'), regexp_like('hello World', '{pattern}'), regexp_split_to_array('hello World', '{pattern}')"
    for pattern in ["h%", "%o_W%", "_____", "%\\%%", "", "%", "HELLO%", "hel\\"]:
        yield f"SELECT 'hello' LIKE '{pattern}', 'hello' ILIKE '{pattern}', 'hello' NOT LIKE '{pattern}', '' LIKE '{pattern}', NULL LIKE '{pattern}'"
    for pattern in ["h%", "(h|j)ello", "hel+o", "hello|x", "_{5}", "[a-h]%", "hell"]:
        yield f"SELECT 'hello' SIMILAR TO '{pattern}', 'hello' NOT SIMILAR TO '{pattern}'"
    # Numbers.
    for f in ["abs", "ceil", "floor", "round", "trunc", "sign", "sqrt", "exp", "ln", "log", "degrees", "radians", "sin", "cos", "tan", "asin", "atan", "factorial", "scale", "min_scale", "trim_scale", "log10", "ceiling", "to_hex", "sinh", "tanh"]:
        for value in ["0::int4", "(-2.5)::numeric", "0.5::float8", "4::int8", "'NaN'::float8", "'Infinity'::numeric"]:
            yield f"SELECT {f}({value})"
    for digits in ["0", "2", "-1", "-3", "10"]:
        yield f"SELECT round(155.555, {digits}), round(-155.555, {digits}), trunc(155.555, {digits}), trunc(-155.555, {digits}), round(150, {digits})"
    for a, b in itertools.product(["2", "0", "-8", "2.5"], ["3", "0", "-1", "0.5"]):
        yield f"SELECT power({a}, {b})"
        yield f"SELECT power(({a})::float8, ({b})::float8)"
        yield f"SELECT mod({a}, {b})"
        yield f"SELECT log({a}::numeric, {b}::numeric)"
    for args in ["17, 5", "-17, 5", "17, -5", "9223372036854775807, 2", "7.5, 2", "1, 0", "0.1, 0.03"]:
        yield f"SELECT div({args})"
        yield f"SELECT mod({args})"
    yield "SELECT gcd(12, 18), lcm(4, 6), gcd(0, 0), lcm(0, 5), gcd(-12, 18), gcd(2.5, 0.5)"
    for v in ["5", "0", "10", "-1", "11", "NULL"]:
        yield f"SELECT width_bucket({v}, 0, 10, 5), width_bucket({v}::float8, 10, 0, 5)"
    yield "SELECT width_bucket(5, 0, 10, 0)"
    yield "SELECT width_bucket(5, 3, 3, 2)"
    for args in ["1, 2, 3", "NULL, 1", "NULL, NULL", "1, 2.5", "'a', 'B'", "date '2024-01-01', date '2023-01-01'", "1, 'x'", "'NaN'::float8, 1"]:
        yield f"SELECT greatest({args})"
        yield f"SELECT least({args})"
        yield f"SELECT coalesce({args})"
    # Dates and times.
    moments = ["timestamp '2024-02-29 13:45:56.789012'", "timestamptz '2024-12-30 23:59:59.999+00'", "date '2021-01-03'", "timestamp '0044-03-15 01:02:03 BC'", "timestamp 'infinity'", "interval '1 year 2 mons -3 days 04:05:06.7'", "time '13:45:56.789'"]
    fields = ["year", "month", "day", "hour", "minute", "second", "quarter", "week", "dow", "isodow", "doy", "isoyear", "epoch", "century", "decade", "millennium", "microseconds", "milliseconds", "julian", "timezone", "nope"]
    for moment in moments:
        for field in fields:
            yield f"SELECT extract({field} FROM {moment}), date_part('{field}', {moment})"
    for moment in moments[:6]:
        for field in ["microseconds", "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "millennium", "dow"]:
            yield f"SELECT date_trunc('{field}', {moment})"
    for zone in ["UTC", "Europe/Berlin", "+05:30", "EST", "Nowhere"]:
        yield f"SELECT date_trunc('day', timestamptz '2024-03-31 01:30:00+00', '{zone}'), timestamptz '2024-03-31 01:30:00+00' AT TIME ZONE '{zone}', timestamp '2024-03-31 02:30:00' AT TIME ZONE '{zone}'"
    for a, b in itertools.product(["timestamp '2024-03-31'", "timestamp '2023-02-28 12:00'"], ["timestamp '2024-02-29'", "timestamp '2000-12-31 23:59:59'"]):
        yield f"SELECT age({a}, {b}), age({b}, {a}), {a} - {b}, justify_interval({a} - {b}), justify_days({a} - {b}), justify_hours({a} - {b})"
    for stride in ["15 minutes", "1 day", "2 hours 30 minutes", "1 month", "0", "-1 day"]:
        yield f"SELECT date_bin('{stride}', timestamp '2024-02-29 13:45:56', timestamp '2001-01-01')"
    for args in ["2024, 2, 29", "2023, 2, 29", "-44, 3, 15", "0, 1, 1", "2024, 13, 1"]:
        yield f"SELECT make_date({args})"
    for args in ["13, 45, 56.789", "24, 0, 0", "25, 0, 0", "12, 60, 0"]:
        yield f"SELECT make_time({args})"
    yield "SELECT make_timestamp(2024, 2, 29, 13, 45, 56.789), make_timestamptz(2024, 2, 29, 13, 45, 56.789, 'Europe/Rome'), make_interval(1, 2, 3, 4, 5, 6, 7.5)"
    patterns = ["YYYY-MM-DD HH24:MI:SS.US", "FMMonth DD, YYYY", "Dy Mon D IYYY-IW-ID", "HH12:MI AM TZ", "Q WW DDD J", "\"literal\" YY", "FMDDth", "YYYY BC", "MS SSSS", "TMDay", "CC RM", "Y,YYY", "month MONTH Month mon MON"]
    for pattern in patterns:
        quoted = pattern.replace("'", "''")
        yield f"SELECT to_char(timestamp '2024-02-29 13:45:56.789012', '{quoted}'), to_char(timestamptz '0044-03-05 01:02:03+00 BC', '{quoted}'), to_char(date '2024-12-30', '{quoted}')"
    for pattern in ["999", "000.00", "FM999.99", "9,999", "S999", "999PR", "999MI", "L999", "9.99EEEE", "RN", "FM0000", "999V99", "$99", "SG99", "9G999D9"]:
        yield f"SELECT to_char(12.345, '{pattern}'), to_char(-7, '{pattern}'), to_char(0, '{pattern}'), to_char(12345.678::float8, '{pattern}')"
    for args in ["'2024-02-29', 'YYYY-MM-DD'", "'29 Feb 2024', 'DD Mon YYYY'", "'20240229', 'YYYYMMDD'", "'2024-02-30', 'YYYY-MM-DD'", "'24-2-9', 'YY-MM-DD'", "'2024 060', 'YYYY DDD'", "'x', 'YYYY'"]:
        yield f"SELECT to_date({args})"
        yield f"SELECT to_timestamp({args})"
    for value in ["0", "1700000000.123456", "-1", "'Infinity'", "'NaN'", "1e20"]:
        yield f"SELECT to_timestamp({value}::float8)"
    yield "SELECT (date '2024-01-01', date '2024-02-01') OVERLAPS (date '2024-01-31', date '2024-03-01'), (date '2024-01-01', interval '1 day') OVERLAPS (date '2024-01-02', interval '1 day')"
    yield "SELECT isfinite(date 'infinity'), isfinite(timestamp '2024-01-01'), isfinite(interval '1 day')"
    # JSON.
    documents = ["'{\"a\": {\"b\": [1, 2, {\"c\": null}]}, \"d\": \"x\"}'", "'[1, \"two\", null, {\"k\": 1.50}]'", "'5'", "'null'"]
    for kind, document in itertools.product(["json", "jsonb"], documents):
        d = f"{document}::{kind}"
        yield f"SELECT {d} -> 'a', {d} ->> 'd', {d} -> 0, {d} ->> 1, {d} -> -1, {d} #> '{{a,b,0}}', {d} #>> '{{a,b,2,c}}', {kind}_typeof({d})"
        yield f"SELECT {kind}_extract_path({d}, 'a', 'b'), {kind}_extract_path_text({d}, 'd'), {d}::text, length({d}::text)"
        yield f"SELECT {kind}_array_length({d})"
        yield (f"SELECT * FROM {kind}_each({d})", "")
        yield (f"SELECT * FROM {kind}_each_text({d})", "")
        yield f"SELECT {kind}_object_keys({d})"
        yield f"SELECT {kind}_array_elements({d})"
        yield f"SELECT {kind}_array_elements_text({d})"
        yield f"SELECT {kind}_strip_nulls({d})"
    for document in documents:
        d = f"{document}::jsonb"
        yield f"SELECT {d} ? 'a', {d} ?| ARRAY['a', 'z'], {d} ?& ARRAY['a', 'd'], {d} @> '{{\"d\": \"x\"}}', {d} <@ {d}, {d} = {d}, {d} < '[]'::jsonb"
        yield f"SELECT {d} - 'a', {d} || '{{\"z\": 1}}'::jsonb"
        yield f"SELECT jsonb_set({d}, '{{a}}', '1'), jsonb_pretty({d})"
        yield f"SELECT {d}::int4"
    yield "SELECT json_build_object('a', 1, 'b', NULL, 'c', true, 'd', 1.50, 'e', date '2024-01-01'), jsonb_build_object('b', 1, 'a', ARRAY[1,2])"
    yield "SELECT json_build_array(1, 'x', NULL, 2.50), jsonb_build_array(), to_json(1.50), to_jsonb('a\"b'::text), to_json(ARRAY[1,NULL]), to_jsonb(timestamp '2024-01-01')"
    yield "SELECT json_build_object('a')"
    yield "SELECT json_build_object(NULL, 1)"
    yield "SELECT json_object('{a,1,b,2}'), jsonb_object('{a,b}', '{1,2}'), array_to_json(ARRAY[1,2]), row_to_json(row(1, 'a'))"
    # Arrays.
    arrays = ["ARRAY[1,2,3]", "ARRAY[]::int[]", "ARRAY[1,NULL,3]", "NULL::int[]"]
    for a in arrays:
        yield f"SELECT array_length({a}, 1), cardinality({a}), array_ndims({a}), array_dims({a}), array_lower({a}, 1), array_upper({a}, 1), array_length({a}, 2)"
        yield f"SELECT ({a})[1], ({a})[0], ({a})[4], ({a})[2:3], ({a})[:2], ({a})[2:]"
        yield f"SELECT 2 = ANY({a}), 2 <> ALL({a}), 2 > ALL({a}), NULL = ANY({a}), 5 = ANY({a})"
        yield f"SELECT array_append({a}, 9), array_prepend(9, {a}), {a} || 9, 9 || {a}, {a} || {a}, array_cat({a}, ARRAY[7])"
        yield f"SELECT array_position({a}, 3), array_positions({a}, 3), array_remove({a}, 2), array_replace({a}, 2, 20), array_to_string({a}, ','), array_to_string({a}, ',', '*')"
        yield f"SELECT {a} @> ARRAY[2], {a} <@ ARRAY[1,2,3,4], {a} && ARRAY[3,9], {a} = ARRAY[1,2,3], {a} < ARRAY[2]"
        yield (f"SELECT unnest({a})", "")
        yield (f"SELECT * FROM unnest({a}) WITH ORDINALITY", "")
    for args in ["'a,b,,c', ','", "'a,b,,c', ',', ''", "'abc', NULL", "'', ','", "'a,b', ''", "NULL, ','"]:
        yield f"SELECT string_to_array({args})"
    for args in ["1, 3", "1, 10, 4", "3, 1", "3, 1, -1", "1, 1", "1, 3, 0", "1.5, 3", "0::int8, 2", "1, NULL"]:
        yield (f"SELECT generate_series({args})", "")
        yield (f"SELECT * FROM generate_series({args}) g", "")
    for args in ["timestamp '2024-01-30', timestamp '2024-04-01', interval '1 month'", "timestamptz '2024-03-30 00:00Z', timestamptz '2024-04-01 00:00Z', '12 hours'", "date '2024-01-01', date '2024-01-03', interval '1 day'"]:
        yield f"SELECT * FROM generate_series({args})"
    yield "SELECT * FROM generate_series(timestamp '2024-01-01', timestamp '2024-01-02', interval '0')"
    yield "SELECT * FROM generate_subscripts(ARRAY[5,6,7], 1)"
    # A wrong number or type of arguments.
    for call in ["length()", "length(1)", "upper(1, 2)", "substr('a')", "round('x')", "nope(1)", "abs('a')", "abs(true)", "date_trunc('day')", "date_trunc('day', 5)", "now(1)", "coalesce()", "greatest()", "nullif(1)", "sum(1, 2)", "concat()", "sqrt(-1)", "ln(0)", "log(-1)", "acos(2)", "exp(10000)", "power(0, -1)", "power(-8, 0.5)", "chr(0)", "chr(-1)", "chr(1114112)", "factorial(-1)", "5(3)", "to_char(1)", "array_length(1, 1)", "jsonb_typeof(1)"]:
        yield f"SELECT {call}"


def aggregates():
    numbers = ["i2", "i4", "i8", "f4", "f8", "n"]
    safe = "id NOT IN (2, 3, 6, 7, 8)"
    for column in numbers:
        for f in ["count", "sum", "avg", "min", "max", "stddev", "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp"]:
            yield f"SELECT {f}({column}) FROM {T} WHERE {safe}"
            yield f"SELECT {f}(DISTINCT {column}), {f}({column}) FILTER (WHERE id > 9), {f}({column}) FILTER (WHERE false) FROM {T} WHERE {safe}"
        for f in ["sum", "avg", "min", "max", "variance"]:
            yield f"SELECT id % 3 AS k, {f}({column}) FROM {T} WHERE {safe} GROUP BY 1 ORDER BY 1"
            yield f"SELECT {f}({column}) FROM {T}"
    for column in ["t", "vc", "bp", "d", "tm", "ts", "tz", "iv", "u", "ta", "by", "b", "jb", "ia"]:
        for f in ["min", "max", "sum", "avg", "count", "bool_and", "string_agg", "mode"]:
            if f == "string_agg":
                yield f"SELECT string_agg({column}, ',' ORDER BY id) FROM {T}"
            elif f == "mode":
                yield f"SELECT mode() WITHIN GROUP (ORDER BY {column}) FROM {T} WHERE id > 3"
            else:
                yield f"SELECT {f}({column}) FROM {T}"
    for f in ["corr", "covar_pop", "covar_samp", "regr_avgx", "regr_avgy", "regr_count", "regr_intercept", "regr_r2", "regr_slope", "regr_sxx", "regr_sxy", "regr_syy"]:
        yield f"SELECT {f}(i2, id) FROM {T} WHERE {safe}"
        yield f"SELECT {f}(i2, id) FROM {T} WHERE id = 4"
        yield f"SELECT {f}(i2, id) FROM {T} WHERE false"
    for p in ["0", "0.25", "0.5", "0.9", "1", "-0.1", "1.1", "NULL", "ARRAY[0.1, 0.5, NULL]"]:
        yield f"SELECT percentile_cont({p}) WITHIN GROUP (ORDER BY i2) FROM {T} WHERE {safe}"
        yield f"SELECT percentile_disc({p}) WITHIN GROUP (ORDER BY n DESC) FROM {T}"
        yield f"SELECT percentile_disc({p}) WITHIN GROUP (ORDER BY t) FROM {T}"
    yield f"SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY iv) FROM {T}"
    yield f"SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY d) FROM {T}"
    for f in ["rank", "dense_rank", "percent_rank", "cume_dist"]:
        yield f"SELECT {f}(2) WITHIN GROUP (ORDER BY i2) FROM {T}"
    for f in ["bit_and", "bit_or", "bit_xor"]:
        yield f"SELECT {f}(i2), {f}(i4), {f}(i8) FROM {T}"
    yield f"SELECT bool_and(b), bool_or(b), every(b), bool_and(b) FILTER (WHERE id > 100) FROM {T}"
    for column in ["i4", "t", "n", "d", "ts", "b", "f8", "jb", "ia", "u"]:
        yield f"SELECT array_agg({column} ORDER BY {column}, id), array_agg({column} ORDER BY id DESC) FILTER (WHERE id < 5) FROM {T}"
        yield f"SELECT json_agg({column} ORDER BY id), jsonb_agg({column} ORDER BY id) FROM {T} WHERE id NOT IN (6, 7, 8)"
        yield f"SELECT json_object_agg(id, {column} ORDER BY id), jsonb_object_agg(id, {column}) FROM {T} WHERE id NOT IN (2, 3, 6, 7, 8)"
    yield f"SELECT string_agg(t, ', ' ORDER BY t DESC), string_agg(DISTINCT vc, '|' ORDER BY vc), string_agg(t, NULL ORDER BY id) FROM {T}"
    yield f"SELECT array_agg(DISTINCT i2 ORDER BY i2 DESC NULLS LAST), count(DISTINCT (i2, t)) FROM {T}"
    yield f"SELECT string_agg(DISTINCT t, ',' ORDER BY id) FROM {T}"
    yield f"SELECT sum(sum(i2)) FROM {T}"
    yield f"SELECT t, sum(i2) FROM {T}"
    yield f"SELECT sum(i2) FROM {T} WHERE sum(i2) > 1"
    yield f"SELECT id FROM {T} GROUP BY sum(i2)"
    yield f"SELECT count(*) FROM {T} HAVING false"
    yield f"SELECT 1 FROM {T} HAVING count(*) > 5"
    yield f"SELECT b, count(*) FROM {T} GROUP BY b HAVING count(*) > 1 ORDER BY 1"
    # Grouping sets.
    for by in ["b", "GROUPING SETS ((b), (), (i2 > 1))", "ROLLUP (b, i2 > 1)", "CUBE (b, i2 > 1)", "GROUPING SETS (ROLLUP (b), CUBE (i2 > 1))", "b, ROLLUP (i2 > 1)", "GROUPING SETS ((), ())", "ROLLUP ((b, i2 > 1))", "DISTINCT ROLLUP (b), CUBE (b)", "()"]:
        yield f"SELECT count(*), sum(id), min(t) FROM {T} GROUP BY {by} ORDER BY 1, 2, 3"
        yield f"SELECT sum(id), max(b::text) FROM {T} WHERE false GROUP BY {by} ORDER BY 1"
    for by in ["ROLLUP (b, i2)", "CUBE (b, i2)", "GROUPING SETS ((b, i2), (b), ())"]:
        yield f"SELECT b, i2, grouping(b), grouping(b, i2), count(*) FROM {T} WHERE id > 5 GROUP BY {by} ORDER BY 3, 4, 1, 2"
        yield f"SELECT b, i2, count(*) FROM {T} WHERE id > 5 GROUP BY {by} HAVING grouping(i2) = 1 ORDER BY 1, 3"
    yield f"SELECT grouping(b) FROM {T}"
    yield f"SELECT grouping(i2) FROM {T} GROUP BY b"
    for by in ["1", "2", "k", "i2 % 2, 1", "3", "0", "'x'"]:
        yield f"SELECT b AS k, count(*) FROM {T} GROUP BY {by} ORDER BY 1, 2"


def windows():
    w = "OVER (ORDER BY i2, id)"
    for f in ["row_number()", "rank()", "dense_rank()", "percent_rank()", "cume_dist()", "ntile(3)", "ntile(0)", "ntile(NULL)", "lag(id)", "lag(id, 2, -1)", "lag(id, -1)", "lead(t, 1, 'none')", "first_value(t)", "last_value(t)", "nth_value(t, 2)", "nth_value(t, 0)", "lag(id, NULL)"]:
        yield f"SELECT id, {f} {w} FROM {T} ORDER BY id"
        yield f"SELECT id, {f} OVER (PARTITION BY b ORDER BY i2 DESC NULLS LAST, id) FROM {T} ORDER BY id"
        yield f"SELECT id, {f} OVER (PARTITION BY i2 ORDER BY id) FROM {T} ORDER BY id"
    yield f"SELECT id, rank() OVER (ORDER BY i2), dense_rank() OVER (ORDER BY i2), percent_rank() OVER (ORDER BY i2), cume_dist() OVER (ORDER BY i2) FROM {T} ORDER BY id"
    bounds = ["UNBOUNDED PRECEDING", "2 PRECEDING", "CURRENT ROW", "1 FOLLOWING", "UNBOUNDED FOLLOWING"]
    frames = [f"BETWEEN {a} AND {b}" for (i, a), (j, b) in itertools.product(enumerate(bounds), enumerate(bounds)) if i <= j and i != 4 and j != 0]
    for mode, frame in itertools.product(["ROWS", "RANGE", "GROUPS"], frames):
        yield f"SELECT id, count(*) OVER w, sum(i2::int4) OVER w, min(id) OVER w, max(id) OVER w FROM {T} WHERE id > 3 WINDOW w AS (ORDER BY i2{', id' if mode == 'ROWS' else ''} {mode} {frame}) ORDER BY id"
    for exclude in ["EXCLUDE CURRENT ROW", "EXCLUDE GROUP", "EXCLUDE TIES", "EXCLUDE NO OTHERS"]:
        for mode in ["ROWS", "GROUPS"]:
            yield f"SELECT id, sum(id) OVER (ORDER BY i2{', id' if mode == 'ROWS' else ''} {mode} BETWEEN 1 PRECEDING AND 1 FOLLOWING {exclude}) FROM {T} ORDER BY id"
    for column, offset in [("i4", "2"), ("i8", "10"), ("f8", "1.5"), ("n", "1"), ("d", "interval '1 day'"), ("ts", "interval '1 day'"), ("tz", "interval '1 month'"), ("tm", "interval '1 hour'")]:
        for direction in ["", " DESC"]:
            yield f"SELECT id, count(*) OVER (ORDER BY {column}{direction} RANGE BETWEEN {offset} PRECEDING AND {offset} FOLLOWING) FROM {T} ORDER BY id"
    for bad in ["ROWS BETWEEN 1 FOLLOWING AND CURRENT ROW", "ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW", "ROWS -1 PRECEDING", "ROWS NULL PRECEDING", "ROWS 'a' PRECEDING", "RANGE 1 PRECEDING", "ROWS id PRECEDING"]:
        yield f"SELECT sum(id) OVER (ORDER BY t {bad}) FROM {T}"
    for f in ["sum(i2)", "avg(n)", "min(t)", "max(d)", "count(b)", "string_agg(vc, '')", "array_agg(i2)", "bool_or(b)", "stddev(i4)", "json_agg(id)"]:
        yield f"SELECT id, {f} OVER (ORDER BY id) FROM {T} WHERE id > 8 ORDER BY id"
        yield f"SELECT id, {f} OVER (PARTITION BY b ORDER BY id ROWS 1 PRECEDING) FROM {T} WHERE id > 8 ORDER BY id"
        yield f"SELECT id, {f} FILTER (WHERE id % 2 = 0) OVER () FROM {T} WHERE id > 8 ORDER BY id"
    for bad in ["row_number()", "sum(id) OVER (ORDER BY nope)", "row_number() OVER w", "count(DISTINCT id) OVER ()", "sum(sum(id)) OVER ()", "rank() OVER (ORDER BY id) FILTER (WHERE true)", "rank() FILTER (WHERE true) OVER ()", "abs(id) OVER ()", "sum(rank() OVER ())", "row_number(1) OVER ()", "array_agg(id ORDER BY id) OVER ()", "percentile_cont(0.5) WITHIN GROUP (ORDER BY id) OVER ()"]:
        yield f"SELECT {bad} FROM {T}"
    yield f"SELECT id FROM {T} WHERE row_number() OVER () = 1"
    yield f"SELECT id, rank() OVER w FROM {T} WINDOW w AS (ORDER BY i2), w AS (ORDER BY id)"
    yield f"SELECT id, rank() OVER (w ORDER BY id) FROM {T} WINDOW w AS (PARTITION BY b) ORDER BY id"
    yield f"SELECT id, rank() OVER (w ORDER BY id) FROM {T} WINDOW w AS (ORDER BY b) ORDER BY id"
    yield f"SELECT id, rank() OVER (w PARTITION BY b) FROM {T} WINDOW w AS (ORDER BY b) ORDER BY id"
    yield f"SELECT b, sum(count(*)) OVER (ORDER BY b), rank() OVER (ORDER BY count(*) DESC, b) FROM {T} GROUP BY b ORDER BY b"


def sets():
    a = "SELECT * FROM (VALUES (1), (2), (2), (NULL), (NULL)) a(x)"
    b = "SELECT * FROM (VALUES (2), (2), (3), (NULL)) b(y)"
    for op in ["UNION", "UNION ALL", "INTERSECT", "INTERSECT ALL", "EXCEPT", "EXCEPT ALL"]:
        yield f"{a} {op} {b} ORDER BY 1"
        yield f"{b} {op} {a} ORDER BY y NULLS FIRST"
        yield f"({a} ORDER BY x LIMIT 2) {op} ({b}) ORDER BY 1"
        for op2 in ["UNION", "UNION ALL", "INTERSECT", "EXCEPT ALL"]:
            yield f"{a} {op} {b} {op2} SELECT 1 ORDER BY 1"
        for column in ["i2", "n", "t", "d", "iv", "bp", "jb", "ia"]:
            yield f"SELECT {column} FROM {T} WHERE id < 8 {op} SELECT {column} FROM {T} WHERE id > 5 ORDER BY 1"
    yield "SELECT 1 UNION SELECT 2.0 ORDER BY 1"
    yield "SELECT '1' UNION SELECT 2 ORDER BY 1"
    yield "SELECT 'a' UNION SELECT 2"
    yield "SELECT NULL UNION SELECT 2 ORDER BY 1"
    yield "SELECT NULL UNION SELECT NULL UNION SELECT 2"
    yield "SELECT 1 UNION SELECT 1, 2"
    yield "SELECT 1 UNION SELECT true"
    yield "SELECT 1 AS a UNION SELECT 2 AS b ORDER BY b"
    yield "SELECT 1 AS a UNION SELECT 2 AS b ORDER BY a"
    yield "SELECT 1 AS a UNION SELECT 2 ORDER BY a + 1"
    yield "SELECT date '2024-01-01' UNION ALL SELECT timestamp '2024-01-02' ORDER BY 1"
    yield "VALUES (1, 'a'), (2, 'b') UNION ALL SELECT 3, 'c' ORDER BY 1"
    yield "SELECT varchar 'a' UNION ALL SELECT 'b'::char(3) ORDER BY 1"
    for limit in ["LIMIT 2", "LIMIT 0", "LIMIT NULL", "LIMIT ALL", "OFFSET 3", "LIMIT 2 OFFSET 10", "LIMIT -1", "OFFSET -1", "LIMIT 1.5", "LIMIT '2'", "LIMIT 'x'", "FETCH FIRST ROW ONLY", "FETCH FIRST 3 ROWS ONLY", "OFFSET 2 ROWS FETCH NEXT 2 ROWS ONLY", "FETCH FIRST 3 ROWS WITH TIES", "LIMIT 1 + 1", "LIMIT id", "LIMIT (SELECT 2)"]:
        yield f"SELECT i2 FROM {T} ORDER BY i2 {limit}"
    for order in ["1", "2", "0", "3", "i2", "k", "k + 1", "-k", "t COLLATE \"C\"", "nope", "i2 + 1 DESC", "b NULLS FIRST, 1", "1 USING >", "'x'", "length(t)"]:
        yield f"SELECT i2 AS k, t FROM {T} ORDER BY {order}, id"
    yield f"SELECT DISTINCT b, i2 > 2 FROM {T} ORDER BY 1, 2"
    yield f"SELECT DISTINCT ON (b) b, id FROM {T} ORDER BY b, id DESC"
    yield f"SELECT DISTINCT ON (b, i2 > 2) b, id, t FROM {T} ORDER BY b, i2 > 2, id"
    yield f"SELECT DISTINCT ON (b) b, id FROM {T} ORDER BY id"
    yield f"SELECT DISTINCT b FROM {T} ORDER BY id"


def nulls():
    values = ["true", "false", "NULL"]
    for a, b in itertools.product(values, values):
        yield f"SELECT {a} AND {b}, {a} OR {b}, NOT {a}, {a} = {b}, {a} IS DISTINCT FROM {b}, {a} IS TRUE, {b} IS NOT FALSE, {a} IS UNKNOWN"
    for a in ["1", "2", "NULL"]:
        for items in ["1, 2", "1, NULL", "NULL", "2, 3, NULL"]:
            yield f"SELECT {a} IN ({items}), {a} NOT IN ({items}), {a} = ANY (ARRAY[{items}]::int[]), {a} <> ALL (ARRAY[{items}]::int[])"
            yield f"SELECT x FROM (VALUES (1), (2), (NULL)) v(x) WHERE x IN ({items}) ORDER BY 1"
            yield f"SELECT x FROM (VALUES (1), (2), (NULL)) v(x) WHERE x NOT IN ({items}) ORDER BY 1"
        yield f"SELECT {a} BETWEEN 1 AND NULL, {a} BETWEEN NULL AND 1, {a} NOT BETWEEN 3 AND NULL"
    rows = ["(1, 2)", "(1, NULL)", "(NULL, NULL)", "(2, 1)"]
    for a, b in itertools.product(rows, rows):
        yield f"SELECT {a} = {b}, {a} <> {b}, {a} < {b}, {a} >= {b}, {a} IS DISTINCT FROM {b}"
    for a in rows:
        yield f"SELECT {a} IS NULL, {a} IS NOT NULL, {a} IN ((1, 2), (3, 4))"
    for case in ["CASE NULL WHEN NULL THEN 1 ELSE 2 END", "CASE WHEN NULL THEN 1 END", "CASE 1 WHEN 1 THEN 'a' ELSE NULL END", "nullif(NULL, 1)", "nullif(1, NULL)", "coalesce(NULL, NULL)", "CASE WHEN 1 = 1 THEN 1 ELSE 1/0 END", "CASE 'a' WHEN 1 THEN 1 END", "CASE WHEN 1 THEN 1 END", "CASE WHEN true THEN 1 ELSE 'x' END"]:
        yield f"SELECT {case}"
    for join in ["JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"]:
        for on in ["a.b = b.b", "a.i2 = b.id", "a.b = b.b AND a.id < b.id" if join != "FULL JOIN" else "a.id = b.i2", "a.id = b.id + 6"]:
            yield f"SELECT a.id, b.id FROM {T} a {join} {T} b ON {on} ORDER BY 1, 2"
        yield f"SELECT * FROM (VALUES (1, 'x'), (NULL, 'y')) a(k, v) {join} (VALUES (1, 'p'), (NULL, 'q')) b(k, w) USING (k) ORDER BY 1, 2, 3"
        yield f"SELECT * FROM (VALUES (1, 'x'), (2, 'y')) a(k, v) NATURAL {join} (VALUES (1, 'p'), (3, 'q')) b(k, w) ORDER BY 1, 2, 3"


def names():
    for item in ["1", "'a'", "NULL", "1 + 1", "-1", "count(*)", "now() IS NULL", "(SELECT 1)", "(SELECT 1 AS x)", "EXISTS (SELECT 1)", "ARRAY[1]", "ARRAY(SELECT 1)", "CASE WHEN true THEN 1 END", "CASE WHEN true THEN 1 ELSE id END", "coalesce(id, 1)", "nullif(id, 1)", "greatest(1, 2)", "id::text", "id", "exp.every_type.id", "every_type.id", "'1'::int", "CAST(1 AS text)", "date '2024-01-01'", "interval '1 day'", "extract(year FROM d)", "substring(t FROM 1)", "position('a' IN t)", "trim(t)", "overlay(t PLACING 'x' FROM 1)", "d AT TIME ZONE 'UTC'", "id IS NULL", "NOT b", "id IN (1)", "t LIKE 'a'", "id BETWEEN 1 AND 2", "row(1, 2)", "(1, 2)", "current_date IS NULL", "ia[1]", "ia[1:2]", "jb -> 'a'", "true", "1.5", "id AS \"Mixed Case\"", "id AS UPPER", "id \"é\"", "lower(t)", "LOWER(t)", "id::int8::text", "coalesce(id, 1)::text", "(id)", "(id + 1)::int", "id COLLATE \"C\"", "- id", "sum(id) OVER ()", "CASE id WHEN 1 THEN t END", "b AND true", "id::varchar(5)", "id::numeric(5,1)", "'x'::char(3)", "(jb -> 'a')::text", "1::bool", "'{1}'::int[]", "localtimestamp IS NULL", "pg_typeof(id)", "least(1, id)", "t || 'x'", "t ~ 'x'", "id NOTNULL", "id ISNULL"]:
        yield f"SELECT {item} FROM {T} WHERE id = 4" + (" GROUP BY id" if item == "count(*)" else "")
    long = "a" * 70
    yield f"SELECT 1 AS {long}"
    yield f"SELECT {long} FROM (SELECT 1 AS {long}) q"
    for sql in ["SELECT * FROM (SELECT 1, 2) q", "SELECT \"?column?\" FROM (SELECT 1) q", "SELECT q FROM (SELECT 1 AS a, 'x' AS b) q", "SELECT q.* FROM (SELECT 1 AS a, 2 AS a) q", "SELECT a FROM (SELECT 1 AS a, 2 AS a) q", "SELECT * FROM (VALUES (1, 2)) v", "SELECT v FROM (VALUES (1)) v", "SELECT * FROM (VALUES (1, 2)) v(a)", "SELECT * FROM (VALUES (1, 2)) v(a, b, c)", "SELECT column1 FROM (VALUES (1)) v", "SELECT * FROM generate_series(1, 2)", "SELECT * FROM generate_series(1, 2) g", "SELECT * FROM generate_series(1, 2) g(x)", "SELECT g FROM generate_series(1, 2) g", "SELECT g.g FROM generate_series(1, 2) g", "SELECT * FROM unnest(ARRAY[1], ARRAY['a', 'b']) u(a, b)", "SELECT * FROM unnest(ARRAY[1], ARRAY['a', 'b'])", "SELECT * FROM generate_series(1, 2) WITH ORDINALITY", "SELECT * FROM generate_series(1, 2) WITH ORDINALITY AS g(a, b)", "SELECT * FROM ROWS FROM (generate_series(1, 2), generate_series(1, 3)) r", "WITH q(a) AS (SELECT 1) SELECT a FROM q", "WITH q(a, b) AS (SELECT 1) SELECT * FROM q", "WITH q AS (SELECT 1), q AS (SELECT 2) SELECT * FROM q", "SELECT every_type.t FROM exp.every_type AS e", "SELECT e.nope FROM exp.every_type e", "SELECT nope.t FROM exp.every_type e", "SELECT t FROM exp.every_type a, exp.every_type b", "SELECT * FROM nope", "SELECT * FROM nope.nope", "SELECT * FROM exp.every_type e, exp.events e", "SELECT a.b.c.d.e FROM (SELECT 1) a", "SELECT exp.every_type.nope FROM exp.every_type", "SELECT * FROM exp.every_type a JOIN exp.every_type b USING (nope)", "SELECT id FROM (SELECT 1 AS id) a JOIN (SELECT 1 AS id) b ON a.id = b.id", "SELECT id FROM (SELECT 1 AS id) a JOIN (SELECT 1 AS id) b USING (id)", "SELECT a.id, b.id FROM (SELECT 1 AS id) a JOIN (SELECT 1 AS id) b USING (id)", "SELECT 1 FROM (SELECT 1)", "SELECT", "SELECT FROM exp.every_type WHERE id < 3", "SELECT *", "SELECT 1 AS select", "SELECT 1 select", "SELECT 1 AS \"\"", "TABLE exp.events LIMIT 0", "SELECT * FROM exp.every_type LIMIT 0", "SELECT x.* FROM exp.id_stitching x LIMIT 0", "SELECT * FROM exp.flag_evaluations LIMIT 0", "SELECT * FROM exp.assignments LIMIT 0", "SELECT * FROM exp.metric_revenue LIMIT 0"]:
        yield (sql, "")


def errors():
    for sql in ["SELEC 1", "SELECT 1 +", "SELECT (1", "SELECT 'a", "SELECT \"a", "SELECT 1 WHERE", "SELECT FROM WHERE", "SELECT 1,", "SELECT * FROM", "SELECT 1 LIMIT", "SELECT 1 ORDER", "SELECT ARRAY[1", "SELECT 1 FROM a b c", "SELECT CASE END", "SELECT CAST(1 AS)", "SELECT 1::", "SELECT a..b", "SELECT $$a", "SELECT /* x", "SELECT 1 GROUP BY", "SELECT x IN () FROM (SELECT 1 AS x) q", "SELECT NOT", "SELECT 1 = = 2", "SELECT 5 5", "SELECT 1 BETWEEN 2", "VALUES", "VALUES ()", "VALUES (1), (1, 2)", "WITH q AS SELECT 1", "SELECT U&'\\zzzz'", "SELECT E'\\xZZ'", "SELECT B'2'", "SELECT X'G'", "SELECT 1 UNION", "SELECT count(DISTINCT) FROM exp.events", "SELECT DISTINCT ON () 1", "SELECT 1 FETCH FIRST ROWS", "SELECT a FROM (SELECT 1 AS a) q ORDER BY a USING nope"]:
        yield sql
    for sql in ["SELECT 1 WHERE 1", "SELECT 1 WHERE 'a'", "SELECT 1 WHERE NULL", "SELECT 1 WHERE 'true'", "SELECT 1 HAVING 1", "SELECT NOT 1", "SELECT 1 AND true", "SELECT 'a'::int", "SELECT 1::nope", "SELECT 1::date", "SELECT true::date", "SELECT 'x'::bool", "SELECT ARRAY[1, 'a']", "SELECT ARRAY[1, true]", "SELECT ARRAY[]", "SELECT (SELECT 1, 2)", "SELECT (SELECT x FROM (VALUES (1), (2)) v(x))", "SELECT 1 IN (SELECT 1, 2)", "SELECT (1, 2) = (1, 2, 3)", "SELECT row(1, 2) < row(1, 'a')", "SELECT 1 = ANY (1)", "SELECT 1 = ANY (ARRAY['a'])", "SELECT (1).x", "SELECT t.x FROM (SELECT 1) t", "SELECT '{1,2}'[1]", "SELECT (ARRAY[1,2])['a']", "SELECT (5)[1]", "SELECT interval '1 day' * interval '1 day'", "SELECT 'a' LIKE 1", "SELECT 1 LIKE 1", "SELECT 'a' ~ 1", "SELECT 1 COLLATE \"C\"", "SELECT 'a' COLLATE nope", "SELECT NULL::nope", "SELECT date 'x'", "SELECT interval 'x'", "SELECT timestamp '2024-13-01'", "SELECT 1/0", "SELECT 1.0/0", "SELECT 1::float8/0", "SELECT 5 % 0", "SELECT 0/0", "SELECT 2147483647 + 1", "SELECT -2147483648", "SELECT -2147483648 / -1", "SELECT 2147483648", "SELECT -9223372036854775808", "SELECT 9223372036854775808", "SELECT 9223372036854775807 + 1", "SELECT 1e400", "SELECT 1e400::float8", "SELECT 10::numeric ^ 200000", "SELECT 'abc'::varchar(0)", "SELECT 1::numeric(0)", "SELECT 1::numeric(2000)", "SELECT 1::numeric(3, 5)", "SELECT 'a'::char(0)", "SELECT 1.5::numeric(1,1)", "SELECT now() + 1", "SELECT date '2024-01-01' + date '2024-01-01'", "SELECT sum('a')", "SELECT sum(true)", "SELECT min(true)", "SELECT avg('1'::text)", "SELECT max(ARRAY[1,2])", "SELECT jsonb '{}' -> true", "SELECT json '{}' = json '{}'", "SELECT DISTINCT json '{}'", "SELECT json '{}' AS j ORDER BY j", "SELECT json '{}' AS j GROUP BY j", "SELECT json '{}' UNION SELECT json '{}'", "SELECT count(DISTINCT j) FROM exp.every_type", "SELECT '1' + '2'", "SELECT 'a' || 'b' || 1", "SELECT '5' * 2", "SELECT '5' / '2'", "SELECT - '5'", "SELECT + 'a'", "SELECT @ '5'", "SELECT '1' = '1.0'", "SELECT 1 = '1.0'", "SELECT 1 = '1'", "SELECT 1.0 = '1'", "SELECT true = 't'", "SELECT date '2024-01-01' = '2024-01-01'", "SELECT date '2024-01-01' = 'x'", "SELECT ARRAY[1] = '{1}'", "SELECT 1 || 2", "SELECT true || 'a'", "SELECT ARRAY[1] || 'a'", "SELECT ARRAY[1] || '{2}'", "SELECT jsonb '1' || 'x'", "SELECT date '2024-01-01' || 'x'", "SELECT 'x' || NULL", "SELECT 1 - '1'", "SELECT now() - 'x'", "SELECT current_date - '2024-01-01' IS NULL", "SELECT abs('-5')", "SELECT round('2.5')", "SELECT length('5')", "SELECT lower(5)", "SELECT concat(5)", "SELECT substr(12345, 2)", "SELECT date_trunc('day', '2024-01-01')", "SELECT extract(day FROM '2024-01-01')", "SELECT greatest('1', 2)", "SELECT greatest('a', 2)", "SELECT sum(x) FROM (VALUES ('1'), ('2')) v(x)", "SELECT x + 1 FROM (VALUES ('1')) v(x)", "SELECT x + 1 FROM (SELECT '1' AS x) v", "SELECT x || 'a' FROM (SELECT NULL AS x) v", "SELECT pg_typeof(x) FROM (SELECT NULL AS x) v", "SELECT pg_typeof('a'), pg_typeof(NULL), pg_typeof(1), pg_typeof(1.5), pg_typeof(2147483648), pg_typeof(9223372036854775808), pg_typeof(1e3)", "SELECT pg_typeof('a' || 'b'), pg_typeof(ARRAY['a']), pg_typeof(ARRAY[1, 2.5]), pg_typeof(NULL || 'a'), pg_typeof(-5), pg_typeof(- '5'::int2)"]:
        yield sql
    for sql in ["INSERT INTO exp.events VALUES (1)", "UPDATE exp.events SET user_id = 'x'", "DELETE FROM exp.events", "CREATE TABLE x (a int)", "DROP TABLE exp.events", "TRUNCATE exp.events"]:
        pass
    for sql in ["SELECT sum(x) FROM (VALUES (9223372036854775807::int8), (1)) v(x)", "SELECT avg(x) FROM (VALUES (9223372036854775807::int8), (1)) v(x)", "SELECT sum(x) FROM (VALUES (2147483647), (1)) v(x)", "SELECT sum(x) FROM (VALUES (1e308::float8), (1e308)) v(x)", "SELECT sum(x) FROM (VALUES (32767::int2), (1::int2)) v(x)", "SELECT avg(x) FROM (VALUES (1), (2), (2)) v(x)", "SELECT avg(x) FROM (VALUES (1.0), (2.00), (2)) v(x)", "SELECT avg(x), sum(x) FROM (VALUES (0.1::float4), (0.2)) v(x)", "SELECT avg(x), sum(x) FROM (VALUES (interval '1 day'), ('1 hour')) v(x)", "SELECT stddev(x), variance(x) FROM (VALUES (1), (2), (4)) v(x)", "SELECT stddev(x), variance(x) FROM (VALUES (1)) v(x)", "SELECT sum(x), avg(x), max(x), count(x) FROM (SELECT 1 AS x WHERE false) v", "SELECT sum(NULL::int), avg(NULL::numeric), min(NULL::text), count(NULL)", "SELECT sum(1), count(1), max('a')", "SELECT sum(1) WHERE false", "SELECT max(x) FROM (VALUES ('NaN'::float8), (1), ('Infinity')) v(x)", "SELECT min(x), sum(x) FROM (VALUES ('NaN'::numeric), (1), ('-Infinity')) v(x)"]:
        yield sql


total = 0
for make in [operators, casts, functions, aggregates, windows, sets, nulls, names, errors]:
    count = write(make.__name__, make())
    total += count
    print(f"{make.__name__}: {count}")
print(f"{total} statements")
