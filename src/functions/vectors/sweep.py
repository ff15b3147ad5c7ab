#!/usr/bin/env python3
"""Writes a file of calls: every scalar function and operator of the page of functions, over edge values of its arguments' types.

usage: sweep.py docs/functions.md CALLS-EACH > FILE; record.py CONNECTION-STRING FILE
"""
import itertools
import random
import re
import sys

VALUES = {
 'smallint': ["0::int2","1::int2","(-1)::int2","32767::int2","(-32768)::int2","NULL::int2"],
 'integer': ["0","1","-1","2","5","2147483647","(-2147483648)","NULL::int4"],
 'bigint': ["0::int8","1::int8","(-1)::int8","7::int8","9223372036854775807","(-9223372036854775808)::int8","NULL::int8"],
 'real': ["0::float4","'-0'::float4","1.5::float4","(-2.25)::float4","3e38::float4","1e-45::float4","'NaN'::float4","'Infinity'::float4","'-Infinity'::float4"],
 'double precision': ["0::float8","'-0'::float8","1.5::float8","(-2.25)::float8","0.1::float8","1e308::float8","5e-324::float8","'NaN'::float8","'Infinity'::float8","'-Infinity'::float8","NULL::float8"],
 'numeric': ["0::numeric","0.00::numeric","1.5::numeric","(-2.25)::numeric","12345678901234567890.12345::numeric","1e-20::numeric","'NaN'::numeric","'Infinity'::numeric","'-Infinity'::numeric","3::numeric"],
 'text': ["''::text","'a'::text","'abc'::text","'Hello, World'::text","'äöü€'::text","' b '::text","'1'::text","'%a_'::text","NULL::text"],
 'character varying': ["''::varchar","'abc'::varchar","'ab '::varchar(2)"],
 'character': ["''::bpchar","'ab'::char(4)","'a'::bpchar"],
 '"char"': ["'a'::\"char\"","''::\"char\""],
 'name': ["'abc'::name","''::name"],
 'boolean': ["true","false","NULL::bool"],
 'bytea': ["''::bytea","'\\x00'::bytea","'\\x00ff61'::bytea","'\\x616263'::bytea","NULL::bytea"],
 'date': ["'2000-01-01'::date","'2024-02-29'::date","'infinity'::date","'-infinity'::date","'0044-03-15 BC'::date","'1969-12-31'::date"],
 'time without time zone': ["'00:00'::time","'23:59:59.999999'::time","'24:00'::time","'12:34:56.5'::time"],
 'timestamp without time zone': ["'2000-01-01 00:00'::timestamp","'2024-02-29 23:59:59.999999'::timestamp","'infinity'::timestamp","'-infinity'::timestamp","'0044-03-15 10:00 BC'::timestamp","'1999-12-31 12:00'::timestamp"],
 'timestamp with time zone': ["'2000-01-01 00:00+00'::timestamptz","'2024-02-29 23:59:59.999999+00'::timestamptz","'infinity'::timestamptz","'1999-12-31 12:00+05'::timestamptz"],
 'interval': ["'0'::interval","'1 year 2 mons 3 days 04:05:06.789'::interval","'-1 mon'::interval","'1 day -00:00:01'::interval","'40 days 25:00'::interval","'100000 hours'::interval"],
 'json': ["'{}'::json","'[]'::json","'[1, \"a\", null, {\"b\": [true]}]'::json","'{\"a\": 1, \"b\": {\"c\": \"x\"}, \"d\": null}'::json","'1.50'::json","'\"s\"'::json","'null'::json"],
 'jsonb': ["'{}'::jsonb","'[]'::jsonb","'[1, \"a\", null, {\"b\": [true]}]'::jsonb","'{\"a\": 1, \"b\": {\"c\": \"x\"}, \"d\": null}'::jsonb","'1.50'::jsonb","'\"s\"'::jsonb","'null'::jsonb"],
 'uuid': ["'00000000-0000-0000-0000-000000000000'::uuid","'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid"],
 'oid': ["0::oid","23::oid"],
 'text[]': ["'{}'::text[]","'{a,b}'::text[]","'{a,NULL}'::text[]","'{b}'::text[]","'{1,0}'::text[]","NULL::text[]"],
 'integer[]': ["'{}'::int4[]","'{1,2,3}'::int4[]","'{NULL}'::int4[]","'{2}'::int4[]"],
}
VALUES['"any"']=VALUES['any']=["1","'a'::text","NULL::int4","1.50","ARRAY[1,2]","true"]
VALUES['anyelement']=["1","'a'::text","1.50","NULL::int4","'2024-02-29'::date","true"]
VALUES['anynonarray']=["1","true","1.50","NULL::int4"]
VALUES['anyarray']=["'{}'::int4[]","ARRAY[1,2,3]","ARRAY[1,NULL,2]","ARRAY['a','b c',NULL]","ARRAY[1.50,2.0]","NULL::int4[]","ARRAY[true,false]"]
VALUES['anycompatible']=["1","NULL::int4","1.5","2"]
VALUES['anycompatiblearray']=["'{}'::int4[]","ARRAY[1,2,1]","ARRAY[NULL,2]::int4[]","ARRAY[1.5]"]
SPECIAL = {
 ('date_trunc',0): ["'year'","'hour'","'week'","'quarter'","'century'","'microseconds'","'bogus'"],
 ('date_part',0): ["'year'","'epoch'","'dow'","'isoyear'","'julian'","'timezone'","'second'","'bogus'"],
 ('extract',0): ["'year'","'epoch'","'dow'","'isoyear'","'julian'","'timezone'","'second'","'bogus'"],
 ('encode',1): ["'hex'","'base64'","'escape'","'x'"], ('decode',1): ["'hex'","'base64'","'escape'","'x'"],
 ('decode',0): ["''","'00ff'","'0'","'YWJj'","'YWJ'","'a\\\\000'","'zz'"],
 ('timezone',0): ["'UTC'","'America/New_York'","'+3'","'bogus'","'EST'"],
 ('repeat',1): ["0","3","-1","NULL::int4"], ('lpad',1): ["0","5","-1","20"], ('rpad',1): ["0","5","-1","20"],
 ('factorial',0): ["0::int8","5::int8","20::int8","(-1)::int8","50::int8"],
 ('array_fill',1): ["'{2}'::int4[]","'{}'::int4[]"], ('array_fill',2): ["'{1}'::int4[]"],
}
# Not here: what tells of the session or the time of day, and what the grammar has words of its own for.
ABSENT = set(
    """clock_timestamp current_date current_timestamp extract localtime localtimestamp now position statement_timestamp transaction_timestamp
    coalesce greatest least normalize is_normalized nullif overlaps""".split()
)
# Compared with more care in files of their own.
ELSEWHERE = {"to_char", "to_date", "to_number", "to_timestamp"}
# Refused here where PostgreSQL wraps around or gives what is no answer; or right to the last digit, which the C library's is not.
DIFFERENT = {"make_interval", "cbrt", "||/"}
SECTIONS = {"Sets", "Aggregates and window functions", "Session", "Catalogs"}


def differs(name, types):
    """Overloads that are left out."""
    return (
        name in ABSENT | ELSEWHERE | DIFFERENT
        or (name, len(types)) == ("age", 1)
        or (name == "width_bucket" and types[0] == "numeric")
        # Names of encodings are refused but for two.
        or name.startswith("convert")
        or (name == "length" and len(types) == 2)
    )


def overloads(page):
    """Names and types of arguments."""
    section = None
    with open(page, encoding="utf-8") as file:
        for line in file:
            if line.startswith("## "):
                section = line[3:].strip()
            if not line.startswith("| `") or section in SECTIONS or section is None:
                continue
            name, arguments, *_ = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:]]
            name = name.strip("`").replace("\\|", "|")
            for overload in arguments.split("<br>"):
                yield name, overload.strip()


def values_of(name, types):
    """The values of each argument; None where there are none for a type."""
    for place, kind in enumerate(types):
        if kind.endswith("…"):
            values = VALUES.get(kind.removesuffix("…").strip())
            yield values
            yield values
        else:
            yield SPECIAL.get((name, place)) or VALUES.get(kind)


def is_left_out(name, combination):
    infinite = any("infinity" in value for value in combination)
    smallest = name == "-" and combination == ("(-2147483648)",)
    return (name == "age" and infinite) or smallest


def calls(page, each):
    for name, overload in overloads(page):
        prefix = overload.startswith("(prefix) ")
        types = [kind.strip() for kind in overload.removeprefix("(prefix) ").split(",") if kind.strip()]
        lists = list(values_of(name, types))
        if differs(name, types) or None in lists:
            continue
        combinations = [found for found in itertools.product(*lists) if not is_left_out(name, found)]
        if len(combinations) > each:
            combinations = random.Random(name + overload).sample(combinations, each)
        for arguments in combinations:
            if not re.fullmatch(r"[-+*/<>=~!@#%^&|`?]+", name):
                yield f"{name}({', '.join(arguments)})"
            elif prefix:
                yield f"{name} {arguments[0]}"
            else:
                yield f"{arguments[0]} {name} {arguments[1]}"


if __name__ == "__main__":
    for call in calls(sys.argv[1], int(sys.argv[2])):
        print(call)
