import psycopg

from steps import *


def connect(**options):
    return psycopg.connect(dsn(), **options)


def code(error):
    return error.sqlstate


def connects():
    with connect() as connection:
        assert connection.pgconn.ssl_in_use
        assert connection.execute("SELECT current_user").fetchone() == (USER,)


def types():
    with connect() as connection:
        for binary in (False, True):
            row = connection.cursor(binary=binary).execute(
                "SELECT " + ", ".join(text for _, text in VALUES.values())
            ).fetchone()
            assert list(row) == [value for value, _ in VALUES.values()], row
            row = connection.cursor(binary=binary).execute(
                "SELECT ARRAY[1, NULL, 3], ARRAY['a', NULL], '{\"a\": [1, 2]}'::jsonb, '\\x00ff'::bytea, NULL::int4"
            ).fetchone()
            assert row == ([1, None, 3], ["a", None], {"a": [1, 2]}, b"\x00\xff", None), row


def parameters():
    with connect() as connection:
        for place in ("%t", "%b"):
            columns = ", ".join(f"{place}::{name}" for name in VALUES)
            row = connection.execute(f"SELECT {columns}", [value for value, _ in VALUES.values()]).fetchone()
            assert list(row) == [value for value, _ in VALUES.values()], row


def cursor():
    with connect() as connection:
        with connection.cursor(name="walk") as cursor:
            cursor.itersize = 5_000
            cursor.execute(SERIES)
            check_series(cursor)
        with connection.cursor(name="back and forth", scrollable=True, withhold=True) as cursor:
            cursor.execute(SERIES)
            connection.commit()
            cursor.scroll(499, mode="absolute")
            assert cursor.fetchone()[0] == 500
            cursor.scroll(-2)
            assert cursor.fetchone()[0] == 499


def metadata():
    with connect() as connection:
        check_columns(connection.execute(COLUMNS).fetchall())


def error():
    with connect(autocommit=True) as connection:
        for statement, sqlstate in [
            ("SELECT 1 / 0", "22012"), ("SELECT request_id FROM exp.flag_evaluations", "42703"), ("SELEC", "42601"),
            ("SELECT * FROM exp.id_stitching", "42P01"), ("CREATE TABLE t (i int)", "25006"),
        ]:
            fails(lambda: connection.execute(statement), sqlstate, code)
            assert connection.execute("SELECT 1").fetchone() == (1,)


def cancel():
    with connect(autocommit=True) as connection:
        cancelled(lambda: connection.execute(SLOW), connection.cancel_safe, code)
        cancelled(lambda: connection.execute(SLOW), connection.cancel, code)
        with connect(autocommit=True) as other:
            pid = connection.info.backend_pid
            cancelled(
                lambda: connection.execute(SLOW),
                lambda: other.execute("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = %s", [pid]),
                code,
            )
        assert connection.execute("SELECT 1").fetchone() == (1,)


def copy():
    with connect() as connection:
        cursor = connection.cursor()
        with cursor.copy(f"COPY ({SERIES}) TO STDOUT") as rows:
            check_series((int(number), text) for number, text in rows.rows())
        with cursor.copy(f"COPY ({SERIES}) TO STDOUT (FORMAT binary)") as rows:
            rows.set_types(["int4", "text"])
            check_series(rows.rows())
        with cursor.copy("COPY (SELECT 1, 'a;b') TO STDOUT WITH CSV DELIMITER ';' HEADER") as rows:
            assert b"".join(bytes(block) for block in rows).splitlines()[1] == b'1;"a;b"'


def transaction():
    with connect() as connection:
        with connection.transaction():
            assert connection.execute("SELECT 1").fetchone() == (1,)
            try:
                with connection.transaction("save point"):
                    connection.execute("SELECT 1 / 0")
            except psycopg.errors.DivisionByZero:
                pass
            assert connection.execute("SELECT 2").fetchone() == (2,)
        fails(lambda: connection.execute("SELECT 1 / 0"), "22012", code)
        fails(lambda: connection.execute("SELECT 1"), "25P02", code)
        connection.rollback()
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        assert connection.execute("SHOW transaction_isolation").fetchone() == ("repeatable read",)


main(
    "psycopg 3", psycopg.__version__, connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error, cancel=cancel, copy=copy, transaction=transaction,
)
