import io

import psycopg2
import psycopg2.extras
from psycopg2 import extensions

from steps import *


def connect():
    return psycopg2.connect(dsn())


def code(error):
    return error.pgcode


def one(connection, statement, values=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()


def connects():
    connection = connect()
    assert connection.info.ssl_in_use
    assert one(connection, "SELECT current_user") == (USER,)


def types():
    row = one(connect(), "SELECT " + ", ".join(text for _, text in VALUES.values()))
    assert list(row) == [value for value, _ in VALUES.values()], row
    row = one(connect(), "SELECT ARRAY[1, NULL, 3], ARRAY['a', NULL], '{\"a\": [1]}'::jsonb, '\\x00ff'::bytea, NULL")
    assert row[:3] == ([1, None, 3], ["a", None], {"a": [1]}) and bytes(row[3]) == b"\x00\xff", row


def parameters():
    columns = ", ".join(f"%s::{name}" for name in VALUES)
    row = one(connect(), f"SELECT {columns}", [value for value, _ in VALUES.values()])
    assert list(row) == [value for value, _ in VALUES.values()], row


def cursor():
    with connect() as connection:
        with connection.cursor(name="walk") as cursor:
            cursor.itersize = 5_000
            cursor.execute(SERIES)
            check_series(cursor)
        cursor = connection.cursor(name="held", scrollable=True, withhold=True)
        cursor.execute(SERIES)
        connection.commit()
        cursor.scroll(99, mode="absolute")
        assert cursor.fetchone()[0] == 100
        cursor.scroll(-1)
        assert cursor.fetchone()[0] == 100
        cursor.close()


def metadata():
    with connect().cursor() as cursor:
        cursor.execute(COLUMNS)
        check_columns(cursor.fetchall())


def error():
    connection = connect()
    connection.autocommit = True
    for statement, sqlstate in [("SELECT 1 / 0", "22012"), ("SELECT request_id FROM exp.flag_evaluations", "42703")]:
        fails(lambda: one(connection, statement), sqlstate, code)
        assert one(connection, "SELECT 1") == (1,)


def cancel():
    connection = connect()
    connection.autocommit = True
    cancelled(lambda: one(connection, SLOW), connection.cancel, code)
    assert one(connection, "SELECT 1") == (1,)


def copy():
    with connect() as connection, connection.cursor() as cursor:
        out = io.StringIO()
        cursor.copy_expert(f"COPY ({SERIES}) TO STDOUT", out)
        check_series((int(number), text) for number, text in (line.split("\t") for line in out.getvalue().splitlines()))
        out = io.BytesIO()
        cursor.copy_expert("COPY (SELECT 1) TO STDOUT WITH BINARY", out)
        assert out.getvalue().startswith(b"PGCOPY\n\xff\r\n\0"), out.getvalue()


def transaction():
    connection = connect()
    connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
    assert one(connection, "SHOW transaction_isolation") == ("repeatable read",)
    assert connection.info.transaction_status == extensions.TRANSACTION_STATUS_INTRANS
    fails(lambda: one(connection, "SELECT 1 / 0"), "22012", code)
    fails(lambda: one(connection, "SELECT 1"), "25P02", code)
    connection.rollback()
    assert one(connection, "SELECT 1") == (1,)
    connection.commit()


main(
    "psycopg2", psycopg2.__version__.split()[0], connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error, cancel=cancel, copy=copy, transaction=transaction,
)
