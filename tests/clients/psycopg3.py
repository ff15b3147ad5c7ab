"""psycopg 3: typed parameters, text and binary results, server cursors, pipelines, COPY, cancel, errors."""

import datetime
import decimal
import threading
import time

import psycopg
from psycopg import sql

from gateway import EVALUATIONS, connect_string, main


def connect(**options):
    return psycopg.connect(connect_string(), **options)


def test_types_in_text_and_binary():
    statement = (
        "SELECT true, 1::int2, 2::int4, 3::int8, 1.5::float8, 12.340::numeric, 'ünï'::text, DATE '2024-02-29',"
        " TIMESTAMP '2024-02-29 12:34:56.789', TIMESTAMPTZ '2024-02-29 12:34:56+00', ARRAY[1,2,NULL]::int4[],"
        " '{\"a\": 1}'::jsonb, '\\x00ff'::bytea, NULL::int4"
    )
    utc = datetime.timezone.utc
    expected = (
        True, 1, 2, 3, 1.5, decimal.Decimal("12.340"), "ünï", datetime.date(2024, 2, 29),
        datetime.datetime(2024, 2, 29, 12, 34, 56, 789000), datetime.datetime(2024, 2, 29, 12, 34, 56, tzinfo=utc),
        [1, 2, None], {"a": 1}, b"\x00\xff", None,
    )
    with connect() as connection:
        for binary in (False, True):
            row = connection.cursor(binary=binary).execute(statement).fetchone()
            assert row == expected, (binary, row)


def test_parameters_of_both_formats():
    values = [True, 7, 70_000, 5_000_000_000, 2.5, "text", datetime.date(2024, 1, 1), decimal.Decimal("1.50")]
    types = ["bool", "int4", "int4", "int8", "float8", "text", "date", "numeric"]
    with connect() as connection:
        for place in ("%t", "%b"):
            columns = ", ".join(f"{place}::{name}" for name in types)
            row = connection.execute(f"SELECT {columns}", values).fetchone()
            assert list(row) == values, (place, row)


def test_small_integers_as_limit_and_filter():
    with connect() as connection:
        statement = f"SELECT flag_key FROM {EVALUATIONS} WHERE timestamp >= %s AND timestamp < %s LIMIT %s"
        start = datetime.datetime(2026, 11, 17, tzinfo=datetime.timezone.utc)
        end = start + datetime.timedelta(days=3)
        assert len(connection.execute(statement, (start, end, 3)).fetchall()) == 3


def test_prepared_many_times():
    with connect(prepare_threshold=1) as connection:
        for number in range(20):
            assert connection.execute("SELECT %s::int8 + 1", (number,)).fetchone() == (number + 1,)


def test_server_cursor():
    with connect() as connection:
        statement = "SELECT i FROM generate_series(1, 1000) AS g(i) ORDER BY i"
        with connection.cursor(name="walk") as cursor:
            cursor.itersize = 100
            cursor.execute(statement)
            assert [row[0] for row in cursor] == list(range(1, 1001))
        with connection.cursor(name="back and forth", scrollable=True) as cursor:
            cursor.execute(statement)
            assert cursor.fetchmany(2) == [(1,), (2,)]
            cursor.scroll(499, mode="absolute")
            assert cursor.fetchone() == (500,)
            cursor.scroll(-2)
            assert cursor.fetchone() == (499,)


def test_pipeline():
    with connect() as connection:
        with connection.pipeline():
            cursors = [connection.execute("SELECT %s::int4", (number,)) for number in range(10)]
        assert [cursor.fetchone()[0] for cursor in cursors] == list(range(10))
        connection.rollback()
        try:
            with connection.pipeline():
                connection.execute("SELECT 1")
                connection.execute("SELECT 1 / 0")
                connection.execute("SELECT 2")
        except psycopg.errors.DivisionByZero:
            pass
        else:
            raise AssertionError("a division by zero in a pipeline went unnoticed")
        connection.rollback()
        assert connection.execute("SELECT 3").fetchone() == (3,)


def test_copy():
    statement = "SELECT i, 'a,' || i::text, NULL::text FROM generate_series(1, 3) AS g(i) ORDER BY 1"
    with connect() as connection:
        cursor = connection.cursor()
        with cursor.copy(f"COPY ({statement}) TO STDOUT") as copy:
            assert list(copy.rows()) == [(str(i), f"a,{i}", None) for i in (1, 2, 3)]
        with cursor.copy(f"COPY ({statement}) TO STDOUT (FORMAT csv, HEADER)") as copy:
            text = b"".join(bytes(block) for block in copy).decode()
            assert text.splitlines()[1:] == ['1,"a,1",', '2,"a,2",', '3,"a,3",'], text
        with cursor.copy(f"COPY ({statement}) TO STDOUT (FORMAT binary)") as copy:
            copy.set_types(["int4", "text", "text"])
            assert list(copy.rows()) == [(i, f"a,{i}", None) for i in (1, 2, 3)]


def test_cancel():
    with connect(autocommit=True) as connection:
        slow = "SELECT count(*) FROM generate_series(1, 100000) AS a(i), generate_series(1, 100000) AS b(j) WHERE i % 7 = j % 11"
        timer = threading.Timer(0.5, connection.cancel)
        started = time.monotonic()
        timer.start()
        try:
            connection.execute(slow)
        except psycopg.errors.QueryCanceled as error:
            assert "user request" in str(error)
        else:
            raise AssertionError("it was not cancelled")
        finally:
            timer.join()
        assert time.monotonic() - started < 10
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_statement_timeout():
    with connect(autocommit=True) as connection:
        connection.execute("SET statement_timeout = '200ms'")
        try:
            connection.execute("SELECT count(*) FROM generate_series(1, 100000) AS a(i), generate_series(1, 100000) AS b(j) WHERE i % 7 = j % 11")
        except psycopg.errors.QueryCanceled as error:
            assert "statement timeout" in str(error)
        else:
            raise AssertionError("it did not time out")


def test_errors_leave_the_session_usable():
    cases = [
        ("SELECT no_such_column FROM pg_class", "42703"),
        ("SELECT * FROM no_such_table", "42P01"),
        ("SELEC 1", "42601"),
        ("SELECT no_such_function(1)", "42883"),
        ("SELECT 'x'::int4", "22P02"),
        ("SELECT 1 / 0", "22012"),
        ("SELECT relname, count(*) FROM pg_class", "42803"),
    ]
    with connect(autocommit=True) as connection:
        for statement, sqlstate in cases:
            try:
                connection.execute(statement)
            except psycopg.Error as error:
                assert error.sqlstate == sqlstate, (statement, error.sqlstate, str(error))
            else:
                raise AssertionError(f"{statement} was answered")
            assert connection.execute("SELECT 1").fetchone() == (1,)


def test_writes_are_refused():
    with connect(autocommit=True) as connection:
        for statement in (f"DELETE FROM {EVALUATIONS}", "CREATE TEMPORARY TABLE t (i int)", "DROP TABLE t"):
            try:
                connection.execute(statement)
            except psycopg.Error as error:
                assert error.sqlstate in ("25006", "0A000", "42501"), (statement, error.sqlstate)
            else:
                raise AssertionError(f"{statement} was let through")


def test_transactions():
    with connect() as connection:
        connection.execute("SET LOCAL application_name = 'inside'")
        assert connection.execute("SHOW application_name").fetchone() == ("inside",)
        try:
            with connection.transaction():
                connection.execute("SELECT 1 / 0")
        except psycopg.errors.DivisionByZero:
            pass
        assert connection.execute("SELECT 1").fetchone() == (1,)
        try:
            connection.execute("SELECT 1 / 0")
        except psycopg.errors.DivisionByZero:
            pass
        try:
            connection.execute("SELECT 1")
        except psycopg.errors.InFailedSqlTransaction:
            pass
        else:
            raise AssertionError("an aborted transaction went on")
        connection.rollback()
        assert connection.execute("SHOW application_name").fetchone() != ("inside",)


def test_settings_through_functions():
    with connect(autocommit=True) as connection:
        row = connection.execute("SELECT set_config('application_name', 'by function', false)").fetchone()
        assert row == ("by function",)
        assert connection.info.parameter_status("application_name") == "by function"
        assert connection.execute("SELECT current_setting('application_name')").fetchone() == ("by function",)
        assert connection.execute("SELECT current_setting('no.such', true)").fetchone() == (None,)
        for name in ("role", "session_authorization", "is_superuser"):
            try:
                connection.execute("SELECT set_config(%s, 'admin', false)", (name,))
            except psycopg.Error as error:
                assert error.sqlstate in ("42501", "55P02", "22023"), (name, error.sqlstate)
            else:
                raise AssertionError(f"{name} was set")
        with connection.transaction():
            connection.execute("SELECT set_config('application_name', 'local', true)")
            assert connection.execute("SHOW application_name").fetchone() == ("local",)
        assert connection.execute("SHOW application_name").fetchone() == ("by function",)


def test_a_prepared_statement_sees_later_settings():
    with connect(autocommit=True) as connection:
        for value in ("one", "two"):
            connection.execute(sql.SQL("SET application_name = {}").format(sql.Literal(value)))
            row = connection.execute("SELECT current_setting('application_name')", prepare=True).fetchone()
            assert row == (value,)


def test_own_sessions_are_seen():
    with connect(autocommit=True, application_name="seen") as connection:
        pid = connection.info.backend_pid
        row = connection.execute(
            "SELECT application_name, state FROM pg_stat_activity WHERE pid = %s", (pid,)
        ).fetchone()
        assert row == ("seen", "active"), row


if __name__ == "__main__":
    main(globals())
