"""pg8000: its DBAPI and its native interface."""

import datetime as dt
import decimal
import io
import uuid

import pg8000.dbapi
import pg8000.native

from probes import *

CONNECT = dict(host=HOST, port=PORT, user=USER, password=PASSWORD, database=DATABASE, ssl_context=tls_context(), application_name="app")


def code(error):
    told = error.args[0] if error.args else None
    return told.get("C") if isinstance(told, dict) else None


def connect():
    connection = pg8000.dbapi.connect(**CONNECT)
    cursor = connection.cursor()
    cursor.execute("SET search_path = exp")
    connection.commit()
    return connection


def tried(connection, text, values=()):
    cursor = connection.cursor()
    try:
        cursor.execute(text, values)
        return plain([cursor.rowcount, cursor.description and [[column[0], column[1]] for column in cursor.description], [list(row) for row in cursor.fetchall()] if cursor.description else None])
    except (pg8000.dbapi.Error, ValueError) as error:
        connection.rollback()
        return f"error {code(error) or type(error).__name__}"


def probe_types():
    connection = connect()
    return [[text, tried(connection, f"SELECT {text}")] for text in (
        "true", "7::int2", "5000000000", "1.5::float4", "'NaN'::float8", "12.340", "'ü'", "'\\x00ff'::bytea", "DATE '2024-02-29'", "TIME '12:34'", "TIMESTAMP '2024-02-29 12:34:56.789'", "TIMESTAMPTZ '2024-02-29 12:34:56+00'", "INTERVAL '1 day 2 hours'",
        "'{\"a\": 1}'::json", "'{\"a\": 1}'::jsonb", "'00112233-4455-6677-8899-aabbccddeeff'::uuid", "ARRAY[1, NULL]", "ARRAY['a', NULL]", "ARRAY[[1, 2], [3, 4]]", "ARRAY[1.5]", "NULL", "ROW(1, 'a')", "'[1,5)'::int4range", "'192.168.0.1'::inet",
        "7::oid", "'(1,2)'::point", "1::money", "'1 2'::int2vector", "'x'::name", "'c'::\"char\"", "ARRAY[true]", "ARRAY[now()] IS NULL", "'{[1,3)}'::int4multirange",
    )]


def probe_parameters():
    connection = connect()
    return [[repr(value), cast, tried(connection, f"SELECT %s{cast}", [value])] for value, cast in (
        (True, "::bool"), (None, ""), (7, "::int4"), (7, ""), (2**40, "::int8"), (1.5, "::float8"), (decimal.Decimal("1.50"), "::numeric"), ("ü'", ""), (b"\x00\xff", "::bytea"), (dt.date(2024, 2, 29), "::date"), (dt.time(12), "::time"),
        (dt.datetime(2024, 2, 29), "::timestamp"), (dt.datetime(2024, 2, 29, tzinfo=UTC), "::timestamptz"), (dt.timedelta(days=1), "::interval"), (uuid.UUID(int=5), "::uuid"), ([1, None], "::int4[]"), (["a", None], "::text[]"), ([1.5], "::float8[]"),
        ({"a": 1}, "::jsonb"), ("x", "::int4"), (7, " + 1"), ("a", " || 'b'"), ([], "::int4[]"), ([[1, 2]], "::int4[]"),
    )] + [tried(connection, "SELECT count(*) FROM events WHERE user_id = %s AND event_value > %s LIMIT %s", ["nobody", 1.5, 3]), tried(connection, "SELECT user_id = ANY(%s) FROM events LIMIT 1", [["a"]])]


def probe_native():
    connection = pg8000.native.Connection(**CONNECT)
    found = [connection.run("SELECT 1, :a::int", a=7), connection.columns and [column["name"] for column in connection.columns], connection.row_count]
    prepared = connection.prepare("SELECT :a::int + 1")
    found += [prepared.run(a=1), prepared.run(a=2), prepared.close()]
    found += [connection.run("START TRANSACTION"), connection.run("SELECT 1"), connection.run("ROLLBACK"), connection.parameter_statuses.get("server_encoding"), sorted(connection.parameter_statuses)]
    try:
        connection.run("SELECT 1/0")
    except pg8000.native.DatabaseError as error:
        found.append({key: value for key, value in error.args[0].items() if key in "SVCMP"})
    found.append(connection.run("SELECT 2"))
    found.append(connection.run("SELECT 1; SELECT 2"))
    found.append([str(notice) for notice in connection.notices])
    connection.close()
    return plain(found)


def probe_copy():
    found = []
    for text in ("COPY (SELECT 1, 'a') TO STDOUT", "COPY (SELECT 1, 'a,b') TO STDOUT WITH (FORMAT csv, HEADER)", "COPY (SELECT 1/0) TO STDOUT", "COPY nosuch TO STDOUT", "COPY (SELECT 1) TO STDOUT (FORMAT binary)"):
        connection, out = connect(), io.BytesIO()
        try:
            cursor = connection.cursor()
            cursor.execute(text, stream=out)
            found.append([text, repr(out.getvalue()), cursor.rowcount])
        except pg8000.dbapi.Error as error:
            found.append([text, code(error)])
        connection.rollback()
        found.append(tried(connection, "SELECT 1"))
    connection = connect()
    try:
        connection.cursor().execute("COPY events FROM STDIN", stream=io.BytesIO(b"a\tb\t1\tnow\n"))
    except pg8000.dbapi.Error as error:
        found.append(code(error))
    connection.rollback()
    found.append(tried(connection, "SELECT 1"))
    return found


def probe_transactions():
    connection = connect()
    found = [tried(connection, "SHOW transaction_isolation"), tried(connection, "SAVEPOINT a"), tried(connection, "SELECT 1")]
    cursor = connection.cursor()
    for text in ("SELECT 1/0", "SELECT 1"):
        try:
            cursor.execute(text)
        except pg8000.dbapi.Error as error:
            found.append(code(error))
    cursor.execute("ROLLBACK TO a")
    found.append(tried(connection, "SELECT 2"))
    connection.commit()
    connection.autocommit = True
    found.append(tried(connection, "SELECT 3"))
    return found


def probe_cursors():
    connection = connect()
    found = [tried(connection, text) for text in (
        "DECLARE c SCROLL CURSOR FOR SELECT i FROM generate_series(1, 9) i", "FETCH 3 FROM c", "FETCH BACKWARD 1 FROM c", "MOVE ABSOLUTE 0 IN c", "FETCH ALL FROM c", "CLOSE c", "FETCH c",
    )]
    return found


def probe_executemany():
    connection = connect()
    cursor = connection.cursor()
    cursor.executemany("SELECT %s", [(1,), (2,)])
    return [cursor.rowcount, tried(connection, "SET work_mem = '8MB'"), tried(connection, "SHOW work_mem")]


def probe_errors():
    connection = connect()
    return [[text, tried(connection, text), tried(connection, "SELECT 1")] for text in ("SELEC", "SELECT nosuch", "SELECT * FROM nosuch", "CREATE TABLE t (i int)", "SELECT nosuch(1)", "SELECT 'x'::int", "", "SELECT 1; SELECT 2", "SELECT %s")]


if __name__ == "__main__":
    take(globals(), code)
