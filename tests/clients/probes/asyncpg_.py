"""asyncpg: introspection, cursors, pools and their reset, COPY, cancels, all of its types."""

import asyncio
import datetime as dt
import decimal
import io
import uuid

import asyncpg

from probes import *

CONNECT = dict(host=HOST, port=PORT, user=USER, password=PASSWORD, database=DATABASE, ssl=tls_context())


def code(error):
    return getattr(error, "sqlstate", None)


async def connect(**options):
    return await asyncpg.connect(**{**CONNECT, "server_settings": {"search_path": "exp", "application_name": "app"}, **options})


async def tried(connection, text, *values):
    try:
        return plain([dict(row) for row in await connection.fetch(text, *values)])
    except asyncpg.PostgresError as error:
        return f"error {error.sqlstate}"
    except (asyncpg.InterfaceError, asyncpg.InternalClientError, TypeError, ValueError) as error:
        return type(error).__name__


def runs(work):
    """A probe of its own connection."""

    def run():
        async def whole():
            connection = await connect()
            try:
                return await work(connection)
            finally:
                connection.terminate()

        return asyncio.run(whole())

    return run


@runs
async def probe_types(connection):
    found = []
    for text in (
        "true", "7::int2", "-70000", "5000000000", "1.5::float4", "'NaN'::float8", "12.340", "'NaN'::numeric", "1e30::numeric", "'ü'::text", "'x'::varchar(3)", "'x'::char(3)", "'n'::name", "'c'::\"char\"", "'\\x00ff'::bytea",
        "DATE '2024-02-29'", "'infinity'::date", "TIME '12:34:56.789'", "'12:34:56+02'::timetz", "TIMESTAMP '2024-02-29 12:34:56.789'", "TIMESTAMPTZ '2024-02-29 12:34:56+00'", "INTERVAL '1 year 2 months 3 days 4 hours'",
        "'{\"a\": [1, null]}'::json", "'{\"a\": [1, null]}'::jsonb", "'00112233-4455-6677-8899-aabbccddeeff'::uuid", "ARRAY[1, NULL, 3]", "ARRAY[[1, 2], [3, 4]]", "ARRAY['a', NULL]", "ARRAY[]::text[]", "ARRAY[1.5]", "NULL", "NULL::int4", "7::oid",
        "'pg_class'::regclass", "'int4'::regtype", "ROW(1, 'a', NULL)", "'[1,5)'::int4range", "'{[1,3)}'::int4multirange", "'192.168.0.1/24'::inet", "'(1,2)'::point", "B'101'", "'08:00:2b:01:02:03'::macaddr", "12.34::money", "'1 2'::int2vector",
        "'a b'::tsvector", "current_user", "now() IS NOT NULL", "ARRAY[DATE '2024-02-29']", "ARRAY[now()] IS NULL", "'x'", "pg_typeof(1)", "current_schemas(false)", "(SELECT table_name FROM information_schema.tables WHERE table_schema = 'exp' ORDER BY 1 LIMIT 1)",
        "(SELECT is_nullable FROM information_schema.columns WHERE table_name = 'events' LIMIT 1)",
    ):
        found.append([text, await tried(connection, f"SELECT {text} AS v")])
    return found


@runs
async def probe_parameters(connection):
    found = []
    for cast, value in (
        ("bool", True), ("int2", 7), ("int4", -7), ("int8", 2**40), ("float4", 1.5), ("float8", 2.5), ("numeric", decimal.Decimal("1.50")), ("text", "x"), ("bytea", b"\x00"), ("date", dt.date(2024, 2, 29)), ("time", dt.time(12)),
        ("timestamp", dt.datetime(2024, 2, 29)), ("timestamptz", dt.datetime(2024, 2, 29, tzinfo=UTC)), ("interval", dt.timedelta(days=1)), ("json", "{}"), ("jsonb", "{\"a\": 1}"), ("uuid", uuid.UUID(int=5)), ("int4[]", [1, None]),
        ("text[]", ["a", None]), ("date[]", [dt.date(2024, 2, 29)]), ("int4[]", [[1, 2], [3, 4]]), ("int4range", asyncpg.Range(1, 5)), ("oid", 7), ("name", "n"), ("regclass", "pg_class"), ("inet", "10.0.0.1"), ("varchar(2)", "x"), ("int4", "x"),
    ):
        found.append([cast, repr(value), await tried(connection, f"SELECT $1::{cast} AS v, $1::{cast} IS NULL AS n", value)])
    for text, values in (
        ("SELECT * FROM events WHERE user_id = $1 AND event_value > $2 LIMIT $3", ("nobody", 1.5, 3)), ("SELECT $1 + 1", (4,)), ("SELECT $1 || 'x'", ("a",)), ("SELECT user_id = ANY($1) FROM events LIMIT 1", (["a"],)), ("SELECT $1", ("a",)),
        ("SELECT $1::int + $2", (1, 2)), ("SELECT count(*) FROM events WHERE occurred_at > $1", (dt.datetime(2100, 1, 1, tzinfo=UTC),)), ("SELECT count(*) FROM flag_evaluations WHERE namespace = $1 AND _partition_date = $2", ("nosuch", dt.date(2024, 2, 29))),
        ("SELECT 1", (1,)), ("SELECT $1::int", ()), ("SELECT $2::int", (1,)), ("SELECT i FROM generate_series($1, $2) i", (1, 3)), ("SELECT i FROM unnest($1::int[]) i", ([1, 2],)), ("SELECT $1::text::int", ("x",)),
    ):
        found.append([text, await tried(connection, text, *values)])
    return found


@runs
async def probe_prepared(connection):
    found = []
    for text in ("SELECT $1::int AS a, $2::text AS b", "SELECT * FROM events WHERE user_id = $1", "BEGIN", "SHOW search_path", "SELECT 1 / $1::int", "EXPLAIN SELECT 1", "", "SELECT 1; SELECT 2", "COPY (SELECT 1) TO STDOUT"):
        try:
            statement = await connection.prepare(text)
        except asyncpg.PostgresError as error:
            found.append([text, error.sqlstate])
            continue
        found.append([text, [(one.name, one.type.name, one.type.oid, one.type.kind) for one in statement.get_attributes()], [(one.name, one.oid, one.kind) for one in statement.get_parameters()], statement.get_statusmsg()])
    statement = await connection.prepare("SELECT $1::int AS a", name="mine")
    found += [await statement.fetchval(5), dict(await statement.fetchrow(6)), [dict(row) for row in await statement.fetchmany([(1,), (2,)])], statement.get_name(), statement.get_statusmsg()]
    found.append([type(part).__name__ for part in await statement.explain(5)])
    found.append([type(part).__name__ for part in await statement.explain(5, analyze=False)])
    try:
        await (await connection.prepare("SELECT 1 / $1::int")).fetchval(0)
    except asyncpg.PostgresError as error:
        found.append(error.sqlstate)
    return plain(found)


@runs
async def probe_fetches(connection):
    return plain([
        await connection.fetchval("SELECT 1"), await connection.fetchval("SELECT 1, 2", column=1), await connection.fetchval("SELECT 1 WHERE false"), await connection.fetchrow("SELECT 1 AS a, 'x' AS b"), await connection.fetchrow("SELECT 1 WHERE false"),
        await connection.execute("SELECT 1"), await connection.execute("SELECT 1; SELECT 2"), await connection.execute("SELECT $1::int", 7), await connection.executemany("SELECT $1::int", [(1,), (2,)]), await connection.execute("SET work_mem = '8MB'"),
        await connection.execute("SHOW work_mem"), await connection.execute("BEGIN"), await connection.execute("COMMIT"), await tried(connection, "SELECT 1 AS a, 2 AS a"),
    ])


@runs
async def probe_cursors(connection):
    found = []
    async with connection.transaction():
        async for row in connection.cursor("SELECT i FROM generate_series(1, 20) i", prefetch=3):
            found.append(row[0])
        cursor = await connection.cursor("SELECT i FROM generate_series(1, $1) i", 20)
        found += [await cursor.fetch(3), await cursor.fetchrow(), await cursor.forward(4), await cursor.fetchrow(), await cursor.fetch(100), await cursor.fetchrow()]
        statement = await connection.prepare("SELECT $1::int AS a")
        found += [row["a"] async for row in statement.cursor(7)]
        try:
            async for row in connection.cursor("SELECT 1/(5-i) FROM generate_series(1, 9) i", prefetch=2):
                found.append(row[0])
        except asyncpg.PostgresError as error:
            found.append(error.sqlstate)
            return plain([dict(one) if isinstance(one, asyncpg.Record) else one for one in found])
    return found


@runs
async def probe_cursor_outside_of_a_transaction(connection):
    try:
        await connection.cursor("SELECT 1")
    except asyncpg.InterfaceError as error:
        return type(error).__name__


@runs
async def probe_transactions(connection):
    found = []
    for options in ({}, {"isolation": "serializable"}, {"isolation": "repeatable_read", "readonly": True}, {"isolation": "serializable", "readonly": True, "deferrable": True}, {"isolation": "read_uncommitted"}):
        async with connection.transaction(**options):
            found.append([await connection.fetchval(f"SHOW transaction_{name}") for name in ("isolation", "read_only", "deferrable")])
    try:
        async with connection.transaction():
            try:
                async with connection.transaction():
                    await connection.fetch("SELECT 1/0")
            except asyncpg.DivisionByZeroError:
                found.append(await connection.fetchval("SELECT 1"))
            await connection.fetch("SELECT nosuch")
    except asyncpg.PostgresError as error:
        found.append(error.sqlstate)
    found.append(await connection.fetchval("SELECT 2"))
    found.append(connection.is_in_transaction())
    return found


@runs
async def probe_copy(connection):
    found = []
    for options in ({}, {"format": "csv", "header": True}, {"format": "binary"}, {"format": "csv", "delimiter": ";", "null": "n", "quote": "'", "escape": "!", "force_quote": True}, {"encoding": "latin1"}, {"format": "nosuch"}):
        out = io.BytesIO()
        try:
            found.append([options, await connection.copy_from_query("SELECT 1 AS a, 'ü' AS b, NULL AS c", output=out, **options), repr(out.getvalue())])
        except asyncpg.PostgresError as error:
            found.append([options, error.sqlstate])
    out = io.BytesIO()
    found.append(await connection.copy_from_query("SELECT $1::int, $2::text", 7, "x'", output=out))
    found.append(repr(out.getvalue()))
    out = io.BytesIO()
    said = await connection.copy_from_table("events", schema_name="exp", columns=["user_id", "event_type"], output=out, format="csv")
    found.append(int(said.split()[1]) == len(out.getvalue().splitlines()))
    for work in (lambda: connection.copy_from_table("nosuch", output=io.BytesIO()), lambda: connection.copy_from_query("SELECT 1/0", output=io.BytesIO()), lambda: connection.copy_records_to_table("events", records=[("a", "b", 1.0, None)]),
                 lambda: connection.copy_to_table("events", source=io.BytesIO(b"a\tb\n"))):
        try:
            found.append(await work())
        except asyncpg.PostgresError as error:
            found.append(error.sqlstate)
        found.append(await connection.fetchval("SELECT 1"))
    return plain(found)


def probe_pool():
    async def work():
        found = []
        async with asyncpg.create_pool(**CONNECT, min_size=1, max_size=3, max_inactive_connection_lifetime=3) as pool:
            async with pool.acquire() as connection:
                await connection.execute("SET search_path = pg_catalog; SET TimeZone = 'Asia/Tokyo'")
                await connection.execute("DECLARE held CURSOR WITH HOLD FOR SELECT 1")
                await connection.fetch("SELECT pg_advisory_unlock_all()")
                found.append(connection.get_reset_query())
            async with pool.acquire() as connection:
                found.append([await connection.fetchval("SHOW TimeZone"), await connection.fetchval("SELECT count(*) FROM pg_cursors")])
                # A transaction that was left open ends with the return.
                await connection.execute("BEGIN")
            found.append(await asyncio.gather(*(pool.fetchval("SELECT $1::int", i) for i in range(10))))
            found.append(await pool.execute("SELECT 1"))
            await pool.expire_connections()
            found.append(await pool.fetchval("SELECT 2"))
        return plain(found)

    return asyncio.run(work())


@runs
async def probe_introspection(connection):
    found = []
    for schema, name in (("exp", "events"), ("pg_catalog", "int4"), ("exp", "nosuch"), ("pg_catalog", "pg_am")):
        found.append([name, await tried(connection, "SELECT $1::text || $2::text", schema, name)])
        try:
            await connection.set_type_codec(name, schema=schema, encoder=str, decoder=lambda value: f"<{value}>", format="text")
            found.append("set")
        except (asyncpg.PostgresError, ValueError, asyncpg.InterfaceError) as error:
            found.append(type(error).__name__)
    found.append(await connection.fetchval("SELECT 7::int4"))
    await connection.reset_type_codec("int4", schema="pg_catalog")
    found.append(await connection.fetchval("SELECT 7::int4"))
    try:
        await connection.set_builtin_type_codec("hstore", codec_name="pg_contrib.hstore")
    except (asyncpg.PostgresError, ValueError) as error:
        found.append(type(error).__name__)
    await connection.reload_schema_state()
    # A row of a table is of the table's own type.
    found.append(await tried(connection, "SELECT a FROM pg_am a WHERE amname = 'btree'"))
    found.append(await tried(connection, "SELECT ARRAY[ROW(1, 'a')]"))
    found.append(await tried(connection, "SELECT typname, typtype, typcategory FROM pg_type WHERE oid = ANY($1::oid[]) ORDER BY 1", [23, 25, 1007]))
    return plain(found)


@runs
async def probe_settings(connection):
    about = connection.get_settings()
    return plain([
        {name: getattr(about, name, None) for name in ("server_encoding", "client_encoding", "DateStyle", "IntervalStyle", "TimeZone", "application_name", "is_superuser", "session_authorization", "integer_datetimes", "standard_conforming_strings",
                                                        "in_hot_standby", "default_transaction_read_only")},
        connection.get_server_version()[0], connection.get_server_pid() > 0, await connection.fetchval("SELECT current_setting('jit')"), await connection.fetchval("SELECT set_config('jit', 'off', false)"),
        await tried(connection, "SELECT current_setting('nosuch')"), await tried(connection, "SELECT current_setting('nosuch', true)"),
    ])


@runs
async def probe_cancel(connection):
    found = []
    for work in (lambda: connection.fetch(SLOW, timeout=0.7), lambda: asyncio.wait_for(connection.fetch(SLOW), 0.7)):
        try:
            await work()
        except (asyncio.TimeoutError, asyncpg.PostgresError) as error:
            found.append(code(error) or type(error).__name__)
        found.append(await connection.fetchval("SELECT 1"))
    await connection.execute("SET statement_timeout = 200")
    found.append(await tried(connection, SLOW))
    found.append(await connection.fetchval("SELECT 2"))
    return found


@runs
async def probe_terminate(connection):
    other = await connect()
    found = [await other.fetchval("SELECT pg_terminate_backend($1)", connection.get_server_pid())]
    try:
        await connection.fetch("SELECT 1")
    except (asyncpg.PostgresError, asyncpg.InterfaceError, ConnectionError) as error:
        found.append(type(error).__name__)
    await other.close()
    return found


@runs
async def probe_listeners(connection):
    found = []
    heard = []
    connection.add_log_listener(lambda _, notice: heard.append(notice.sqlstate))
    await connection.execute("COMMIT")
    await asyncio.sleep(0.1)
    found.append(heard)
    try:
        await connection.add_listener("x", print)
        await connection.execute("NOTIFY y")
        found.append("listening")
    except asyncpg.PostgresError as error:
        found.append(error.sqlstate)
    return found


def probe_connect_options():
    async def work():
        found = []
        for options in ({"statement_cache_size": 0}, {"server_settings": {"timezone": "Asia/Tokyo", "statement_timeout": "7s"}}, {"server_settings": {"nosuch": "1"}}, {"password": "wrong"}, {"database": "nosuch"}, {"user": "nosuch"}, {"command_timeout": 5},
                        {"ssl": "require"}, {"server_settings": {"jit": "off"}}, {"max_cached_statement_lifetime": 1}, {"target_session_attrs": "read-only"}, {"target_session_attrs": "primary"}):
            try:
                connection = await connect(**options)
                found.append([str(options), await connection.fetch("SELECT current_setting('TimeZone'), current_setting('statement_timeout'), 1"), await connection.fetchval("SELECT 2")])
                await connection.close()
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
                found.append([str(options), code(error) or type(error).__name__])
        return plain([[str(one[0]), *one[1:]] for one in found])

    return asyncio.run(work())


@runs
async def probe_after_errors(connection):
    found = []
    for text in ("SELECT 1/0", "SELEC", "SELECT nosuch", "SELECT * FROM nosuch", "CREATE TABLE t (i int)", "INSERT INTO events VALUES ('a', 'b', 1, now())", "SELECT nosuch(1)", "SELECT 'x'::int", "SELECT event_value FROM events GROUP BY user_id",
                 "DEALLOCATE nosuch", "FETCH nosuch", "ROLLBACK TO nosuch"):
        found += [text, await tried(connection, text), await connection.fetchval("SELECT 1")]
    return found


if __name__ == "__main__":
    take(globals(), code)
