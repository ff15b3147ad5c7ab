"""psycopg2: cursors of all kinds, COPY, sessions' settings, adapters."""

import datetime as dt
import decimal
import io
import select
import uuid

import psycopg2
import psycopg2.extensions as ext
import psycopg2.extras as extras
from psycopg2 import sql

from probes import *


def connect(**options):
    connection = psycopg2.connect(dsn(), options="-c search_path=exp", application_name="app", **options)
    return connection


def code(error):
    return getattr(error, "pgcode", None)


def tried(connection, text, values=None):
    cursor = connection.cursor()
    try:
        cursor.execute(text, values)
        found = cursor.fetchall() if cursor.description else cursor.statusmessage
    except psycopg2.Error as error:
        found = f"error {error.pgcode or type(error).__name__}"
    return [plain(found), connection.status if not connection.closed else "closed", connection.get_transaction_status() if not connection.closed else None]


def probe_description():
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT 1::int2, 1, 1::int8, 1.5::numeric(10, 2), 'x'::varchar(7), 'x'::char(3), now(), ARRAY[1], ''::name, '{}'::jsonb, user_id FROM events LIMIT 1")
        return [[column.name, column.type_code, column.display_size, column.internal_size, column.precision, column.scale, bool(column.table_oid), column.table_column] for column in cursor.description]


def probe_types():
    connection = connect()
    return [[text, tried(connection, f"SELECT {text}")[0], connection.rollback()] for text in (
        "true", "7::int2", "5000000000", "1.5::float4", "'NaN'::float8", "12.340", "'ü'", "'\\x00ff'::bytea", "DATE '2024-02-29'", "TIME '12:34'", "'12:34+02'::timetz", "TIMESTAMP '2024-02-29 12:34:56.789'", "TIMESTAMPTZ '2024-02-29 12:34:56+00'",
        "INTERVAL '1 day 2 hours'", "'{\"a\": 1}'::json", "'{\"a\": 1}'::jsonb", "'00112233-4455-6677-8899-aabbccddeeff'::uuid", "ARRAY[1, NULL]", "ARRAY['a', NULL]", "ARRAY[[1, 2], [3, 4]]", "ARRAY[1.5]", "ARRAY[DATE '2024-02-29']", "NULL",
        "ROW(1, 'a')", "'[1,5)'::int4range", "'[2024-01-01,2024-02-01)'::daterange", "'192.168.0.1'::inet", "7::oid", "'pg_class'::regclass", "1::money", "B'101'",
    )]


def probe_parameters():
    connection = connect()
    return [[type(value).__name__, str(value) if isinstance(value, (str, int, list)) else "", tried(connection, "SELECT %s", [value])[0], connection.rollback(), tried(connection, "SELECT pg_typeof(%s)::text", [value])[0], connection.rollback()] for value in (
        True, None, 7, 2**40, 2**70, 1.5, float("nan"), decimal.Decimal("1.50"), "ü'\\", b"\x00\xff", dt.date(2024, 2, 29), dt.time(12, 34), dt.datetime(2024, 2, 29), dt.datetime(2024, 2, 29, tzinfo=UTC), dt.timedelta(days=1, seconds=2), [1, None],
        ["a", None], [], [[1, 2]], (1, 2), extras.Json({"a": 1}), extras.NumericRange(1, 5), extras.DateRange(dt.date(2024, 1, 1), None), ext.AsIs("1 + 1"), ext.QuotedString("x"),
    )]


def probe_uuid():
    extras.register_uuid()
    return tried(connect(), "SELECT %s, %s", [uuid.UUID(int=5), [uuid.UUID(int=6)]])


def probe_named_cursors():
    found = []
    for scrollable in (None, False, True):
        for withhold in (False, True):
            connection = connect()
            cursor = connection.cursor("a b", scrollable=scrollable, withhold=withhold)
            cursor.itersize = 7
            cursor.execute("SELECT i FROM generate_series(1, %s) i", [20])
            if withhold:
                connection.commit()
            found.append(plain([cursor.fetchone(), cursor.fetchmany(3), cursor.description and [column.name for column in cursor.description], cursor.rowcount, cursor.rownumber]))
            for value, mode in ((2, "relative"), (-3, "relative"), (7, "absolute"), (0, "absolute"), (30, "absolute")):
                try:
                    cursor.scroll(value, mode=mode)
                    found.append(plain([value, mode, cursor.fetchone()]))
                except psycopg2.Error as error:
                    found.append([value, mode, error.pgcode or type(error).__name__])
                    break
            else:
                found.append(len(cursor.fetchall()))
                cursor.close()
            connection.close()
    return found


def probe_named_cursor_iterates():
    with connect() as connection, connection.cursor("c") as cursor:
        cursor.itersize = 7
        cursor.execute("SELECT i, i::text FROM generate_series(1, 30) i")
        return plain(list(cursor))


def probe_named_cursor_errors():
    found = []
    connection = connect()
    for text in ("SELECT nosuch", "SHOW search_path", "CREATE TABLE t (i int)", "SELECT 1/(5-i) FROM generate_series(1, 9) i"):
        try:
            with connection.cursor("c") as cursor:
                cursor.execute(text)
                found.append(plain(cursor.fetchall()))
        except psycopg2.Error as error:
            found.append(error.pgcode)
        connection.rollback()
    return found


def probe_cursor_factories():
    found = []
    with connect() as connection:
        for factory in (extras.DictCursor, extras.RealDictCursor, extras.NamedTupleCursor, extras.LoggingCursor if False else ext.cursor):
            for name in (None, "n"):
                with connection.cursor(name, cursor_factory=factory) as cursor:
                    cursor.execute("SELECT 1 AS a, 'x' AS b")
                    found.append(repr(cursor.fetchall()))
    return found


def probe_copy_expert():
    found = []
    for text in (
        "COPY (SELECT 1, 'a\tb', NULL) TO STDOUT", "COPY (SELECT 1, 'a,b', NULL) TO STDOUT WITH CSV HEADER", "COPY (SELECT 1, 'a') TO STDOUT WITH BINARY", "COPY (SELECT 1, 'a') TO STDOUT (FORMAT csv, DELIMITER ';', QUOTE '''')",
        "COPY (SELECT 1/0) TO STDOUT", "COPY nosuch TO STDOUT", "COPY (SELECT 1) TO STDOUT WITH DELIMITER AS '|' NULL AS 'n'", "COPY (SELECT 1) TO STDOUT CSV FORCE QUOTE \"?column?\"", "SELECT 1",
    ):
        connection, out = connect(), io.BytesIO()
        try:
            connection.cursor().copy_expert(text, out)
            found.append([text, repr(out.getvalue())])
        except psycopg2.Error as error:
            found.append([text, error.pgcode or type(error).__name__])
        connection.rollback()
        found.append(tried(connection, "SELECT 1"))
    return found


def probe_copy_to_and_from():
    found = []
    connection, out = connect(), io.StringIO()
    connection.cursor().copy_to(out, "events", sep="|", null="n", columns=("user_id", "event_type"))
    found.append(len(out.getvalue()) > 0)
    try:
        connection.cursor().copy_from(io.StringIO("a\tb\n"), "events", columns=("user_id", "event_type"))
    except psycopg2.Error as error:
        found.append(error.pgcode)
    connection.rollback()
    found.append(tried(connection, "SELECT 1"))
    return found


def probe_sessions():
    found = []
    connection = connect()
    for level in ("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE", "DEFAULT", None):
        for readonly in (True, False, None):
            for deferrable in (True, None):
                connection.set_session(isolation_level=level, readonly=readonly, deferrable=deferrable)
                found.append([level, readonly, deferrable, tried(connection, "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only'), current_setting('transaction_deferrable')")])
                connection.rollback()
    connection.set_session(autocommit=True, isolation_level="SERIALIZABLE", readonly=True)
    found.append(tried(connection, "SELECT current_setting('transaction_isolation'), current_setting('default_transaction_isolation'), current_setting('default_transaction_read_only')"))
    connection.set_isolation_level(ext.ISOLATION_LEVEL_REPEATABLE_READ)
    found.append(tried(connection, "SHOW transaction_isolation"))
    return found


def probe_reset_and_cancel():
    connection = connect()
    connection.autocommit = True
    found = [tried(connection, "SET TimeZone = 'Asia/Tokyo'")]
    connection.reset()
    found.append(tried(connection, "SELECT current_setting('TimeZone') <> 'Asia/Tokyo'"))
    timer = threading.Timer(0.7, connection.cancel)
    timer.start()
    found.append(tried(connection, SLOW))
    timer.join()
    connection.rollback()
    found.append(tried(connection, "SELECT 1"))
    return found


def probe_async():
    connection = psycopg2.connect(dsn(), async_=1)
    ready = lambda: wait(connection)  # noqa: E731
    ready()
    cursor = connection.cursor()
    cursor.execute("SELECT 1; SELECT 2")
    ready()
    found = [cursor.fetchall()]
    cursor.execute("SELECT %s", ["x"])
    ready()
    found.append(cursor.fetchall())
    return plain(found)


def wait(connection):
    while True:
        state = connection.poll()
        if state == ext.POLL_OK:
            return
        select.select([connection.fileno()] if state == ext.POLL_READ else [], [connection.fileno()] if state == ext.POLL_WRITE else [], [], 10)


def probe_info():
    connection = connect()
    about = connection.info
    return plain([
        connection.server_version // 10000, connection.encoding, connection.get_backend_pid() > 0, connection.protocol_version, about.user, about.dbname, about.ssl_in_use,
        {name: connection.get_parameter_status(name) for name in ("server_encoding", "client_encoding", "DateStyle", "TimeZone", "integer_datetimes", "is_superuser", "session_authorization", "standard_conforming_strings", "application_name",
                                                                     "default_transaction_read_only", "in_hot_standby", "nosuch")},
        connection.set_client_encoding("LATIN1"), tried(connection, "SELECT 'ü'"), tried(connection, "SHOW client_encoding"), connection.get_dsn_parameters()["application_name"],
    ])


def probe_notices_and_notifies():
    connection = connect()
    connection.autocommit = True
    return [tried(connection, "COMMIT"), [line.split(":")[0] for line in connection.notices], tried(connection, "LISTEN x"), tried(connection, "NOTIFY x"), plain(connection.poll() if False else None)]


def probe_execute_values_and_batch():
    with connect() as connection, connection.cursor() as cursor:
        found = [extras.execute_values(cursor, "SELECT * FROM (VALUES %s) v(a, b)", [(1, "a"), (2, "b")], fetch=True)]
        extras.execute_batch(cursor, "SELECT %s", [(1,), (2,), (3,)])
        cursor.executemany("SELECT %s", [(1,), (2,)])
        found.append(tried(connection, "INSERT INTO events VALUES ('a', 'b', 1, now())"))
        return plain(found)


def probe_composed():
    with connect() as connection, connection.cursor() as cursor:
        query = sql.SQL("SELECT {} FROM {} LIMIT {}").format(sql.Identifier("user_id"), sql.Identifier("exp", "events"), sql.Literal(0))
        cursor.execute(query)
        return plain([query.as_string(connection), cursor.fetchall(), cursor.mogrify("SELECT %s", ["a'b"]), cursor.query])


def probe_composite_and_hstore():
    found = []
    connection = connect()
    for work in (lambda: extras.register_composite("pg_catalog.pg_am" if False else "pg_am", connection), lambda: extras.register_hstore(connection), lambda: extras.register_composite("events", connection).attnames,
                 lambda: extras.register_default_jsonb(connection) is not None, lambda: extras.register_ipaddress(connection), lambda: extras.register_range("tstzrange", "R", connection).name,
                 lambda: extras.register_composite("nosuch", connection)):
        try:
            value = work()
            found.append(value if isinstance(value, (list, bool, str)) else type(value).__name__)
        except psycopg2.Error as error:
            found.append(error.pgcode or type(error).__name__)
        connection.rollback()
    return found


def probe_two_phase():
    connection = connect()
    found = []
    try:
        connection.tpc_begin(connection.xid(1, "a", "b"))
        connection.cursor().execute("SELECT 1")
        connection.tpc_prepare()
    except psycopg2.Error as error:
        found.append(error.pgcode or type(error).__name__)
    found.append(plain(connect().tpc_recover()))
    return found


def probe_large_objects():
    try:
        return connect().lobject(0, "w").oid > 0
    except psycopg2.Error as error:
        return error.pgcode or type(error).__name__


def probe_with_blocks():
    connection = connect()
    found = []
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")
    except psycopg2.Error as error:
        found.append([type(error).__name__, error.pgcode, error.diag.severity, error.diag.message_primary, error.diag.statement_position])
    found.append(tried(connection, "SELECT 1"))
    return found


if __name__ == "__main__":
    take(globals(), code)
