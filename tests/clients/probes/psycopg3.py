"""psycopg 3: cursors of all kinds, pipelines, COPY, cancels, pools, row factories, adapters; and the statements of statements.txt by both protocols, message by message."""

import asyncio
import datetime as dt
import decimal
import enum
import ipaddress
import uuid
from dataclasses import dataclass

import psycopg
from psycopg import pq, sql
from psycopg.rows import args_row, class_row, dict_row, kwargs_row, namedtuple_row, scalar_row, tuple_row
from psycopg.types import TypeInfo
from psycopg.types.composite import CompositeInfo
from psycopg.types.enum import EnumInfo
from psycopg.types.json import Json, Jsonb, set_json_loads
from psycopg.types.multirange import Multirange, MultirangeInfo
from psycopg.types.range import Range, RangeInfo

from probes import *


def connect(**options):
    return psycopg.connect(dsn(), options="-c search_path=exp", **options)


def code(error):
    return getattr(error, "sqlstate", None)


def tried(connection, text, values=None, **options):
    """Rows, or the SQLSTATE; the connection's state after it."""
    try:
        cursor = connection.execute(text, values, **options)
        found = cursor.fetchall() if cursor.description else cursor.statusmessage
    except psycopg.Error as error:
        found = f"error {error.sqlstate}"
    return [plain(found), connection.info.transaction_status.name]


def each(*texts, **options):
    with connect(autocommit=True, **options) as connection:
        return [tried(connection, text) for text in texts]


def described(cursor):
    return [
        [column.name, column.type_code, column.type_display, column.precision, column.scale, column.display_size, column.internal_size]
        for column in cursor.description
    ]


def probe_description():
    with connect() as connection:
        return described(connection.execute(
            "SELECT 1::int2, 1, 1::int8, 1.5::numeric(10, 2), 'x'::varchar(7), 'x'::char(3), now()::timestamptz(3), now(), '1 day'::interval, ARRAY[1], ''::name, '{}'::jsonb, 1::oid, 'x'"
        ))


def probe_table_of_column():
    with connect() as connection:
        result = connection.execute("SELECT user_id, event_value, event_value + 1 FROM events").pgresult
        tables = [[result.ftable(at) > 0, result.ftablecol(at), result.ftype(at), result.fmod(at), result.fsize(at)] for at in range(3)]
        name = connection.execute("SELECT oid::regclass::text, relkind FROM pg_class WHERE oid = %s", [result.ftable(0)]).fetchone()
        return [tables, name]


def probe_parameters_described():
    with connect() as connection:
        found = []
        for text in (
            "SELECT $1::int + $2", "SELECT * FROM events WHERE user_id = $1 AND event_value > $2 AND occurred_at >= $3 LIMIT $4 OFFSET $5",
            "SELECT $1", "SELECT $1 || 'x'", "SELECT ARRAY[$1, 2]", "SELECT CASE WHEN $1 THEN $2 ELSE 1.5 END", "SELECT $1 IN (1, 2), $2 = ANY('{a}'::text[])",
            "SELECT coalesce($1, 1), nullif($2, 'a')", "SELECT date_trunc($1, now()), now() - $2", "SELECT $1 ->> 'a' FROM (SELECT 1) x", "SELECT lower($1), abs($2)",
            "SELECT $1 = $2", "SELECT 1 WHERE $1", "SELECT $2::text", "VALUES ($1, $2::int)", "SELECT $1 UNION SELECT 1", "SELECT upper($1) LIKE $2", "SELECT DATE '2024-02-29' + $1",
            "SELECT user_id = ANY($1) FROM events", "SELECT user_id IN ($1, $2) FROM events", "SELECT event_value BETWEEN $1 AND $2 FROM events", "SELECT nosuch($1)", "SELECT $1 + $2", "SHOW search_path", "BEGIN",
        ):
            name = b"p%d" % len(found)
            made = connection.pgconn.prepare(name, text.encode())
            if made.status != pq.ExecStatus.COMMAND_OK:
                found.append([text, made.error_field(pq.DiagnosticField.SQLSTATE).decode()])
                connection.rollback()
                connection.pgconn.exec_(b"ROLLBACK")
                continue
            told = connection.pgconn.describe_prepared(name)
            found.append([text, [told.param_type(at) for at in range(told.nparams)], [[told.fname(at).decode(), told.ftype(at)] for at in range(told.nfields)]])
            if text == "BEGIN":
                connection.pgconn.exec_(b"ROLLBACK")
        return found


def probe_types_out():
    found = []
    with connect() as connection:
        for binary in (False, True):
            cursor = connection.cursor(binary=binary)
            for text in (
                "true", "7::int2", "-70000", "5000000000", "1.5::float4", "'NaN'::float8", "'-Infinity'::float8", "12.340", "'NaN'::numeric", "1e30::numeric", "'ünï'::text", "'x'::varchar(3)", "'x'::char(3)",
                "'n'::name", "'c'::\"char\"", "'\\x00ff'::bytea", "DATE '2024-02-29'", "DATE '0044-03-15'", "'24:00'::time", "TIME '12:34:56.789'", "'12:34:56+02'::timetz", "TIMESTAMP '2024-02-29 12:34:56.789'",
                "TIMESTAMPTZ '2024-02-29 12:34:56+00'", "INTERVAL '1 year 2 months 3 days 4 hours'", "'{\"a\": [1, null]}'::json", "'{\"a\": [1, null]}'::jsonb", "'00112233-4455-6677-8899-aabbccddeeff'::uuid",
                "ARRAY[1, NULL, 3]", "ARRAY[[1, 2], [3, 4]]", "ARRAY['a', NULL, '\"']", "ARRAY[]::text[]", "ARRAY[DATE '2024-02-29']", "ARRAY[1.5, NULL]", "ARRAY[true]", "NULL", "NULL::int4", "7::oid", "'pg_class'::regclass",
                "'int4'::regtype", "'abs(int4)'::regprocedure", "ROW(1, 'a', NULL)", "'[1,5)'::int4range", "'[2024-01-01,2024-02-01)'::daterange", "'{[1,3),[5,7)}'::int4multirange", "'192.168.0.1/24'::inet", "'10.0.0.0/8'::cidr",
                "'(1,2)'::point", "'1'::bit", "B'101'", "'08:00:2b:01:02:03'::macaddr", "'<a/>'::xml", "'a b'::tsvector", "'a & b'::tsquery", "12.34::money", "'1 2'::int2vector", "'1 2'::oidvector", "'0/0'::pg_lsn", "'(0,1)'::tid", "'1'::xid",
            ):
                found.append([text, tried(connection, f"SELECT {text}") if not binary else tried_binary(connection, f"SELECT {text}")])
                connection.rollback()
    return found


def tried_binary(connection, text):
    try:
        return plain(connection.cursor(binary=True).execute(text).fetchall())
    except psycopg.Error as error:
        return f"error {error.sqlstate}"


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


def probe_types_in():
    found = []
    values = (
        True, None, 7, 40_000, 3_000_000_000, 2**70, 1.5, float("nan"), decimal.Decimal("1.50"), "x", "ü'", b"\x00\xff", dt.date(2024, 2, 29), dt.time(12, 34), dt.time(12, 34, tzinfo=UTC),
        dt.datetime(2024, 2, 29, 12), dt.datetime(2024, 2, 29, 12, tzinfo=UTC), dt.timedelta(days=1, seconds=2), uuid.UUID(int=5), Json({"a": 1}), Jsonb({"a": [1, None]}), [1, 2, None], [1.5], ["a", None], [],
        [[1, 2], [3, 4]], [dt.date(2024, 2, 29)], [2**40], [decimal.Decimal(1)], ipaddress.ip_address("::1"), ipaddress.ip_network("10.0.0.0/8"), Range(1, 5), Range(dt.date(2024, 1, 1), None), Multirange([Range(1, 3)]), (1, "a"), Colour.RED,
    )
    with connect() as connection:
        for value in values:
            for place in ("%s", "%t", "%b"):
                for text in (f"SELECT {place}", f"SELECT pg_typeof({place})::text", f"SELECT {place} IS NULL"):
                    found.append([repr(value), text, tried(connection, text, [value])[0]])
                    connection.rollback()
    return found


def probe_adapters_that_look_types_up():
    with connect() as connection:
        found = []
        for kind, name in (
            (TypeInfo, "int4"), (TypeInfo, "text[]"), (TypeInfo, "hstore"), (TypeInfo, "nosuch"), (TypeInfo, "pg_catalog.timestamptz"), (RangeInfo, "int4range"), (RangeInfo, "tstzrange"), (MultirangeInfo, "int4multirange"),
            (EnumInfo, "nosuch"), (CompositeInfo, "exp.events"), (CompositeInfo, "pg_catalog.pg_am"), (CompositeInfo, "nosuch"), (TypeInfo, sql.Identifier("pg_catalog", "jsonb")),
        ):
            info = kind.fetch(connection, name)
            found.append([kind.__name__, str(name), info and {key: plain(value) for key, value in vars(info).items() if key in (
                "name", "regtype", "delimiter", "subtype_oid", "labels", "field_names", "field_types") or key == "oid" and value < 16384}])
        return found


def probe_row_factories():
    @dataclass
    class Pair:
        a: int
        b: str

    with connect() as connection:
        found = []
        for factory in (tuple_row, dict_row, namedtuple_row, scalar_row, class_row(Pair), args_row(Pair), kwargs_row(Pair)):
            found.append(repr(connection.cursor(row_factory=factory).execute("SELECT 1 AS a, 'x' AS b").fetchall()).replace("probe_row_factories.<locals>.", ""))
        return found


def probe_server_cursors():
    found = []
    for scrollable in (None, False, True):
        for withhold in (False, True):
            with connect() as connection, connection.cursor("a b", scrollable=scrollable, withhold=withhold) as cursor:
                cursor.execute("SELECT i FROM generate_series(1, %s) i", [20])
                if withhold:
                    connection.commit()
                found.append([plain(cursor.description and described(cursor)), cursor.fetchone(), cursor.fetchmany(3), cursor.rownumber])
                for value, mode in ((2, "relative"), (-3, "relative"), (7, "absolute"), (0, "absolute"), (-1, "absolute"), (30, "absolute"), (100, "relative")):
                    try:
                        cursor.scroll(value, mode=mode)
                        found.append([value, mode, cursor.fetchone()])
                    except Exception as error:
                        found.append([value, mode, code(error) or type(error).__name__])
                        if connection.info.transaction_status == pq.TransactionStatus.INERROR:
                            break
                if connection.info.transaction_status != pq.TransactionStatus.INERROR:
                    try:
                        found.append(len(cursor.fetchall()))
                    except psycopg.Error as error:
                        found.append(error.sqlstate)
                        connection.rollback()
    return found


def probe_server_cursor_binary_itersize():
    with connect() as connection, connection.cursor("c", binary=True) as cursor:
        cursor.itersize = 7
        cursor.execute("SELECT i, i::text, i::numeric FROM generate_series(1, 30) i")
        return plain([row for row in cursor])


def probe_server_cursor_errors():
    with connect() as connection:
        found = []
        for text in ("SELECT nosuch", "SHOW search_path", "CREATE TABLE t (i int)", "SELECT 1/(5-i) FROM generate_series(1, 9) i"):
            try:
                with connection.cursor("c") as cursor:
                    cursor.execute(text)
                    found.append(plain(cursor.fetchall()))
            except psycopg.Error as error:
                found.append(error.sqlstate)
            connection.rollback()
        found.append(tried(connection, "SELECT 1"))
        return found


def probe_server_cursor_stolen():
    with connect() as connection:
        connection.execute("DECLARE stolen CURSOR FOR SELECT i FROM generate_series(1, 5) i")
        cursor = connection.cursor("stolen")
        return plain([cursor.fetchone(), cursor.fetchmany(2), cursor.fetchall()])


def probe_two_cursors_at_once():
    with connect() as connection:
        one, two = connection.cursor("one"), connection.cursor("two")
        one.execute("SELECT i FROM generate_series(1, 5) i")
        two.execute("SELECT -i FROM generate_series(1, 5) i")
        return plain([one.fetchmany(2), two.fetchmany(2), one.fetchmany(2), two.fetchall(), one.fetchall()])


def probe_stream():
    with connect() as connection:
        found = [row for row in connection.cursor().stream("SELECT i FROM generate_series(1, 5) i")]
        try:
            for row in connection.cursor().stream("SELECT 1/(3-i) FROM generate_series(1, 5) i"):
                found.append(row)
        except psycopg.Error as error:
            found.append(error.sqlstate)
        return plain(found)


def probe_pipeline():
    found = []
    with connect(autocommit=True) as connection:
        with connection.pipeline() as pipeline:
            cursors = [connection.execute("SELECT %s::int", [i]) for i in range(20)]
            pipeline.sync()
            found += [cursor.fetchone() for cursor in cursors]
        try:
            with connection.pipeline() as pipeline:
                good = connection.execute("SELECT 1")
                bad = connection.execute("SELECT 1/0")
                after = connection.execute("SELECT 2")
                pipeline.sync()
        except psycopg.Error as error:
            found.append(error.sqlstate)
        for cursor in (good, bad, after):
            try:
                found.append(cursor.fetchone())
            except Exception as error:
                found.append(code(error) or type(error).__name__)
        with connection.pipeline():
            with connection.transaction():
                connection.execute("SELECT 1")
                found.append(connection.execute("SELECT 2").fetchone())
            cursor = connection.cursor()
            cursor.executemany("SELECT %s", [(i,) for i in range(5)], returning=True)
            while True:
                found.append(cursor.fetchall())
                if not cursor.nextset():
                    break
        found.append(tried(connection, "SELECT 3"))
    return plain(found)


def probe_executemany():
    with connect() as connection:
        cursor = connection.cursor()
        cursor.executemany("SELECT %s::int, %s", [(1, "a"), (2, "b"), (None, None)], returning=True)
        found = []
        while True:
            found.append(cursor.fetchall())
            if not cursor.nextset():
                return plain(found)


def probe_prepare_threshold():
    found = []
    with connect(autocommit=True, prepare_threshold=1) as connection:
        for _ in range(3):
            found.append(connection.execute("SELECT %s::int + 1", [4]).fetchone())
            found.append(connection.execute("SELECT count(*) FROM pg_prepared_statements").fetchone()[0])
        connection.prepared_max = 2
        for i in range(6):
            connection.execute(f"SELECT %s::int + {i}", [1], prepare=True)
        found.append(connection.execute("SELECT count(*) FROM pg_prepared_statements", prepare=False).fetchone())
        found.append(connection.execute(
            "SELECT statement, parameter_types::text, from_sql FROM pg_prepared_statements ORDER BY prepare_time DESC LIMIT 1", prepare=False).fetchone())
        connection.execute("DEALLOCATE ALL")
        found.append(connection.execute("SELECT %s::int + 5", [1]).fetchone())
        connection.execute("DISCARD ALL")
        found.append(tried(connection, "SELECT %s::int + 5", [1]))
    return plain(found)


def probe_several_statements():
    with connect(autocommit=True) as connection:
        found = []
        for text in ("SELECT 1; SELECT 'a', 'b'; SHOW search_path", "SELECT 1; SELECT 1/0; SELECT 2", ";", "", "SELECT 1;;SELECT 2;", "BEGIN; SELECT 1; COMMIT; SELECT 2", "/* c */ SELECT 1 -- d\n; -- e"):
            cursor = connection.cursor()
            try:
                cursor.execute(text)
                sets = []
                while True:
                    sets.append([cursor.statusmessage, cursor.rowcount, cursor.fetchall() if cursor.description else None])
                    if not cursor.nextset():
                        break
                found.append(sets)
            except psycopg.Error as error:
                found.append(error.sqlstate)
            found.append(connection.info.transaction_status.name)
        return plain(found)


def probe_copy():
    found = []
    for text in (
            "COPY (SELECT 1, 'a\tb', NULL, '\\') TO STDOUT", "COPY (SELECT 1, 'a,b', NULL, '\"') TO STDOUT (FORMAT csv, HEADER)", "COPY (SELECT 1, 'a', NULL) TO STDOUT (FORMAT binary)", "COPY (SELECT 1, 'a') TO STDOUT WITH BINARY",
            "COPY BINARY events TO STDOUT", "COPY (SELECT 1 AS a, 'a') TO STDOUT WITH CSV HEADER DELIMITER ';' QUOTE '''' ESCAPE '!' NULL 'n' FORCE QUOTE a", "COPY (SELECT 'a') TO STDOUT (FORMAT csv, FORCE_QUOTE *)",
            "COPY (SELECT 'ü') TO STDOUT (ENCODING 'latin1')", "COPY (SELECT 1) TO STDOUT (FORMAT nosuch)", "COPY (SELECT 1) TO STDOUT (nosuch)", "COPY (SELECT 1/0) TO STDOUT", "COPY nosuch TO STDOUT", "COPY events (nosuch) TO STDOUT",
            "COPY (SELECT NULL FROM generate_series(1, 3)) TO STDOUT (FORMAT \"binary\")", "COPY (VALUES (1, 'a'), (2, 'b')) TO STDOUT", "COPY (WITH x AS (SELECT 1) TABLE x) TO STDOUT", "COPY (SELECT 1) TO STDOUT (DELIMITER 'ab')",
            "COPY (SELECT 1 WHERE false) TO STDOUT (FORMAT csv, HEADER true)", "COPY (SELECT 1) TO STDOUT (HEADER)", "COPY (SELECT 1) TO '/dev/null'", "COPY (SELECT ARRAY[1,2], '{}'::jsonb, DATE '2024-02-29', 1.50, true) TO STDOUT (FORMAT text, DELIMITER '|', NULL '')",
    ):
        found.append([text, copied(text)])
    with connect() as connection, connection.cursor().copy("COPY (SELECT %s, %s::int) TO STDOUT", ["x", 7]) as copy:
        found.append(plain([row for row in copy.rows()]))
    with connect() as connection:
        try:
            with connection.cursor().copy("COPY events FROM STDIN") as copy:
                copy.write_row(("a", "b", 1, "now"))
        except psycopg.Error as error:
            found.append(error.sqlstate)
    return found


def copied(text):
    with connect(autocommit=True) as connection:
        try:
            with connection.cursor().copy(text) as copy:
                whole = b"".join(bytes(block) for block in copy)
            return [plain(whole) if "events" not in text else "rows", tried(connection, "SELECT 1")]
        except psycopg.Error as error:
            return error.sqlstate


def probe_copy_left_early():
    with connect(autocommit=True) as connection:
        found = []
        try:
            with connection.cursor().copy(f"COPY ({SERIES}) TO STDOUT") as copy:
                found.append(plain(copy.read_row()))
                raise ZeroDivisionError
        except ZeroDivisionError:
            found.append("left")
        found.append(tried(connection, "SELECT 1"))
        return found


def probe_cancel():
    found = []
    with connect(autocommit=True) as connection:
        for cancel in (connection.cancel, connection.cancel_safe):
            timer = threading.Timer(0.7, cancel)
            timer.start()
            found.append(tried(connection, SLOW))
            timer.join()
            found.append(tried(connection, "SELECT 1"))
        connection.execute("SET statement_timeout = 200")
        found.append(tried(connection, SLOW))
        found.append(tried(connection, "SELECT 1"))
        connection.execute("RESET statement_timeout")
        with connection.transaction(force_rollback=True):
            connection.execute("SET LOCAL statement_timeout = 200")
            found.append(tried(connection, SLOW))
        connection.cancel()
        found.append(tried(connection, "SHOW statement_timeout"))
    return found


def probe_terminate():
    with connect(autocommit=True) as one, connect(autocommit=True) as other:
        found = [other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = %s", [one.info.backend_pid]).fetchall()]
        try:
            one.execute("SELECT 1")
        except psycopg.Error as error:
            found.append([error.sqlstate, one.closed])
        return plain(found)


def probe_async():
    async def work():
        found = []
        async with await psycopg.AsyncConnection.connect(dsn(), autocommit=True) as connection:
            found.append(await (await connection.execute("SELECT 1")).fetchone())
            async with connection.transaction():
                async with connection.cursor("c") as cursor:
                    await cursor.execute("SELECT i FROM generate_series(1, 5) i")
                    found += [row async for row in cursor]
            async with connection.pipeline():
                cursors = [await connection.execute("SELECT %s", [i]) for i in range(3)]
            found += [await cursor.fetchone() for cursor in cursors]
            async with connection.cursor().copy("COPY (SELECT 1, 2) TO STDOUT") as copy:
                found += [row async for row in copy.rows()]
            task = asyncio.create_task(connection.execute(SLOW))
            await asyncio.sleep(0.7)
            task.cancel()
            try:
                await task
            except (asyncio.CancelledError, psycopg.Error) as error:
                found.append(code(error) or type(error).__name__)
            found.append(await (await connection.execute("SELECT 2")).fetchone())
        return plain(found)

    return asyncio.run(work())


def probe_transactions():
    found = []
    with connect() as connection:
        for level in psycopg.IsolationLevel:
            connection.isolation_level = level
            found.append(tried(connection, "SHOW transaction_isolation"))
            connection.rollback()
        connection.isolation_level = None
        for truth in (True, False, None):
            connection.read_only = truth
            found.append(tried(connection, "SHOW transaction_read_only"))
            connection.rollback()
        for truth in (True, False, None):
            connection.deferrable = truth
            found.append(tried(connection, "SHOW transaction_deferrable"))
            connection.rollback()
        with connection.transaction("outer one"):
            for savepoint in ("a", 'q"uoted', None):
                try:
                    with connection.transaction(savepoint):
                        connection.execute("SELECT 1/0")
                except psycopg.Error as error:
                    found.append(error.sqlstate)
            found.append(tried(connection, "SELECT 1"))
        found.append(connection.info.transaction_status.name)
    return found


def probe_two_phase():
    with connect() as connection:
        xid = connection.xid(1, "a", "b")
        try:
            connection.tpc_begin(xid)
            connection.execute("SELECT 1")
            connection.tpc_prepare()
            found = "done"
        except psycopg.Error as error:
            found = code(error) or type(error).__name__
        connection.pgconn.finish()
    with connect() as connection:
        return [found, plain(connection.tpc_recover())]


def probe_info():
    with connect(application_name="app", client_encoding="latin1") as connection:
        about = connection.info
        names = (
            "server_encoding", "client_encoding", "DateStyle", "IntervalStyle", "TimeZone", "integer_datetimes", "standard_conforming_strings", "application_name", "session_authorization", "is_superuser", "default_transaction_read_only",
            "in_hot_standby", "nosuch",
        )
        before = {name: about.parameter_status(name) for name in names}
        connection.execute("SET application_name = 'other'; SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'SQL, DMY'; SET client_encoding = 'UTF8'; SET IntervalStyle = 'iso_8601'; SET standard_conforming_strings = on")
        after = {name: about.parameter_status(name) for name in names}
        connection.rollback()
        rolled = {name: about.parameter_status(name) for name in names}
        return [before, after, rolled, about.vendor, about.server_version // 10000, about.dbname, about.user, about.encoding, about.status.name, str(about.timezone), about.pipeline_status.name]


def probe_notices():
    with connect(autocommit=True) as connection:
        found = []
        connection.add_notice_handler(lambda notice: found.append([notice.severity, notice.severity_nonlocalized, notice.sqlstate]))
        for text in ("COMMIT", "ROLLBACK", "BEGIN; BEGIN; COMMIT", "SET LOCAL work_mem = '1MB'", "SELECT 1 AS " + "x" * 70, "SET client_min_messages = error; COMMIT"):
            found.append(tried(connection, text))
        return found


def probe_error_fields():
    found = []
    with connect(autocommit=True) as connection:
        for text in ("SELECT 1/0", "SELECT nosuch FROM events", "SELEC", "SELECT * FROM nosuch", "SELECT nosuch(1)", "SELECT 'x'::int", "SELECT 1 +", "SELECT user_id FROM events GROUP BY 2", "SELECT event_value FROM events GROUP BY user_id"):
            try:
                connection.execute(text)
            except psycopg.Error as error:
                told = error.diag
                found.append([text, type(error).__name__, told.severity, told.severity_nonlocalized, told.sqlstate, told.message_primary, told.statement_position, told.schema_name, told.table_name])
    return found


def probe_startup_options():
    found = []
    for options in ("-c statement_timeout=7s", "-c search_path=exp,public -c TimeZone=Asia/Tokyo", "-c nosuch=1", "--statement_timeout=8s", "-c statement_timeout=x", "-cwork_mem=8MB", "-c a.b=c", "-c geqo=off", r"-c search_path=a\ b"):
        try:
            with psycopg.connect(dsn(), options=options) as connection:
                found.append([options, plain([connection.execute(f"SHOW {name}").fetchone()[0] for name in ("statement_timeout", "search_path", "TimeZone")])])
        except psycopg.Error as error:
            found.append([options, type(error).__name__, "FATAL" in str(error)])
    for more in ({"dbname": "nosuch"}, {"user": "nosuch"}, {"password": "wrong"}, {"client_encoding": "nosuch"}, {"fallback_application_name": "f"}, {"target_session_attrs": "read-only"}, {"target_session_attrs": "read-write"},
                 {"target_session_attrs": "primary"}, {"target_session_attrs": "standby"}, {"channel_binding": "require"}, {"sslmode": "require"}, {"gssencmode": "disable"}, {"keepalives": 0}):
        try:
            with psycopg.connect(dsn(), **more) as connection:
                found.append([more, plain(tried(connection, "SHOW application_name"))])
        except psycopg.Error as error:
            found.append([more, str(error).strip().splitlines()[-1].rpartition("FATAL:")[2] if "nosuch" not in str(error) else "nosuch"])
    return found


def probe_notify():
    return each("LISTEN x", "NOTIFY x", "NOTIFY x, 'y'", "UNLISTEN x", "UNLISTEN *", "SELECT pg_notify('x', 'y')")


def probe_large_values():
    with connect() as connection:
        return plain([connection.execute("SELECT length(%s)", ["x" * 1_000_000]).fetchone(), len(connection.execute("SELECT repeat('y', 1000000)").fetchone()[0]), len(connection.execute("SELECT * FROM generate_series(1, 100000)").fetchall())])


def probe_many_columns_and_parameters():
    with connect() as connection:
        found = [len(connection.execute("SELECT " + ", ".join(map(str, range(1600)))).fetchone()), len(connection.execute("SELECT " + ", ".join(["%s"] * 1000), list(range(1000))).fetchone())]
        found.append(tried(connection, "SELECT " + ", ".join(map(str, range(1665)))))
        return plain(found)


def probe_client_cursor():
    with psycopg.connect(dsn(), cursor_factory=psycopg.ClientCursor) as connection:
        return plain([connection.cursor().mogrify("SELECT %s, %s", ["a'b", dt.date(2024, 2, 29)]), connection.execute("SELECT %s, %s, %s", ["a'b\\", dt.date(2024, 2, 29), [1, None]]).fetchone()])


def probe_raw_cursor():
    with psycopg.connect(dsn(), cursor_factory=psycopg.RawCursor) as connection:
        return plain(connection.execute("SELECT $1::int + $2::int, $1", [1, 2]).fetchone())


def probe_composed():
    with connect() as connection:
        query = sql.SQL("SELECT {}, {} FROM {} WHERE {} = {} LIMIT {}").format(sql.Identifier("user_id"), sql.Literal(5), sql.Identifier("exp", "events"), sql.Identifier("user_id"), sql.Placeholder(), sql.Literal(1))
        return plain([query.as_string(connection), connection.execute(query, ["nobody"]).fetchall()])


def statements(name):
    for block in (pathlib.Path(__file__).parent / name).read_text().split("\n\n"):
        lines = [line for line in block.strip().splitlines() if not line.startswith("#")]
        if lines:
            yield lines


def outcome(result):
    """One result, as the server sent it."""
    status = result.status
    if status in (pq.ExecStatus.FATAL_ERROR, pq.ExecStatus.NONFATAL_ERROR):
        return f"error {(result.error_field(pq.DiagnosticField.SQLSTATE) or b'').decode()}"
    found = [pq.ExecStatus(status).name, (result.command_status or b"").decode()]
    if status == pq.ExecStatus.TUPLES_OK:
        found.append([[result.fname(at).decode(), result.ftype(at), result.fmod(at)] for at in range(result.nfields)])
        found.append([[plain(value if value is None else value.decode(errors="replace")) for value in (result.get_value(row, at) for at in range(result.nfields))] for row in range(min(result.ntuples, 30))])
    return found


def by_messages(lines, extended):
    with connect(autocommit=True) as connection:
        wire, found = connection.pgconn, []
        for line in lines:
            result = wire.exec_params(line.encode(), None) if extended else wire.exec_(line.encode())
            if result.status == pq.ExecStatus.COPY_OUT:
                size = 0
                while wire.get_copy_data(0)[0] > 0:
                    size += 1
                while following := wire.get_result():
                    result = following
            found.append([line, outcome(result), pq.TransactionStatus(wire.transaction_status).name])
        return found


if __name__ == "__main__":
    take(globals(), code)
    for lines in statements("statements.txt"):
        for extended in (False, True):
            probe(f"{'extended' if extended else 'simple'} {lines[0]}", lambda: by_messages(lines, extended), code)
