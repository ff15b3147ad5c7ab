import asyncio
import io

import asyncpg

from steps import *


def step(work):
    async def run():
        connection = await asyncpg.connect(
            host=HOST, port=PORT, user=USER, password=PASSWORD, database=DATABASE, ssl=tls_context()
        )
        try:
            await work(connection)
        finally:
            await connection.close()

    return lambda: asyncio.run(run())


async def must_fail(awaitable, sqlstate):
    try:
        await awaitable
    except asyncpg.PostgresError as error:
        assert error.sqlstate == sqlstate, error
    else:
        raise AssertionError(f"no error where {sqlstate} was to come")


async def connects(connection):
    assert connection.get_server_version() >= (15,)
    assert await connection.fetchval("SELECT current_user") == USER


async def types(connection):
    row = await connection.fetchrow("SELECT " + ", ".join(text for _, text in VALUES.values()))
    assert list(row) == [value for value, _ in VALUES.values()], row
    row = await connection.fetchrow("SELECT ARRAY[1, NULL, 3], ARRAY['a', NULL], '\\x00ff'::bytea, NULL::int4, '{}'::jsonb")
    assert tuple(row) == ([1, None, 3], ["a", None], b"\x00\xff", None, "{}"), row


async def parameters(connection):
    columns = ", ".join(f"${number}::{name}" for number, name in enumerate(VALUES, 1))
    row = await connection.fetchrow(f"SELECT {columns}", *(value for value, _ in VALUES.values()))
    assert list(row) == [value for value, _ in VALUES.values()], row
    assert await connection.fetchval("SELECT $1::text[]", ["a", None]) == ["a", None]


async def cursor(connection):
    async with connection.transaction():
        check_series([tuple(row) async for row in connection.cursor(SERIES, prefetch=1_000)])
        cursor = await connection.cursor(SERIES)
        await cursor.forward(10)
        assert (await cursor.fetchrow())["i"] == 11


async def metadata(connection):
    # The domains of information_schema make it look every type up.
    check_columns([tuple(row) for row in await connection.fetch(COLUMNS)])


async def error(connection):
    for statement, sqlstate in [("SELECT 1 / 0", "22012"), ("SELECT request_id FROM exp.flag_evaluations", "42703")]:
        await must_fail(connection.fetchval(statement), sqlstate)
        assert await connection.fetchval("SELECT 1") == 1


async def cancel(connection):
    try:
        await connection.fetchval(SLOW, timeout=0.7)
    except asyncio.TimeoutError:
        pass
    else:
        raise AssertionError("it was not cancelled")
    assert await connection.fetchval("SELECT 1") == 1


async def copy(connection):
    out = io.BytesIO()
    await connection.copy_from_query(SERIES, output=out)
    lines = out.getvalue().decode().splitlines()
    check_series((int(number), text) for number, text in (line.split("\t") for line in lines))
    out = io.BytesIO()
    await connection.copy_from_query("SELECT $1::int4", 7, output=out, format="csv")
    assert out.getvalue() == b"7\n", out.getvalue()
    out = io.BytesIO()
    await connection.copy_from_query(SERIES, output=out, format="binary")
    assert out.getvalue().startswith(b"PGCOPY\n\xff\r\n\0")


async def transaction(connection):
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        assert await connection.fetchval("SHOW transaction_isolation") == "repeatable read"
        try:
            async with connection.transaction():
                await connection.fetchval("SELECT 1 / 0")
        except asyncpg.DivisionByZeroError:
            pass
        assert await connection.fetchval("SELECT 1") == 1
    await connection.execute("BEGIN")
    await must_fail(connection.fetchval("SELECT 1 / 0"), "22012")
    await must_fail(connection.fetchval("SELECT 1"), "25P02")
    await connection.execute("ROLLBACK")
    await connection.reset()


main(
    "asyncpg", asyncpg.__version__, connect=step(connects), types=step(types), parameters=step(parameters),
    cursor=step(cursor), metadata=step(metadata), error=step(error), cancel=step(cancel), copy=step(copy),
    transaction=step(transaction),
)
