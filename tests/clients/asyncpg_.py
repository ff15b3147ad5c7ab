"""asyncpg: everything in binary, prepared; portals with row limits; what a pool sends on release."""

import asyncio
import datetime
import decimal

import asyncpg

from gateway import DATABASE, HOST, PASSWORD, PORT, USER, main

WHERE = {"host": HOST, "port": PORT, "user": USER, "password": PASSWORD, "database": DATABASE}


def with_connection(work):
    async def run():
        connection = await asyncpg.connect(**WHERE)
        try:
            await work(connection)
        finally:
            await connection.close()

    asyncio.run(run())


def test_values():
    async def work(connection):
        row = await connection.fetchrow(
            "SELECT $1::int4, $2::text, $3::numeric, $4::timestamptz, $5::text[], $6::bool, $7::date, $8::float8",
            1, "two", decimal.Decimal("3.50"), datetime.datetime(2024, 5, 6, tzinfo=datetime.timezone.utc),
            ["7", None], True, datetime.date(2024, 2, 29), 8.25,
        )
        assert list(row.values()) == [
            1, "two", decimal.Decimal("3.50"), datetime.datetime(2024, 5, 6, tzinfo=datetime.timezone.utc),
            ["7", None], True, datetime.date(2024, 2, 29), 8.25,
        ], row

    with_connection(work)


def test_prepared_and_cursor():
    async def work(connection):
        statement = await connection.prepare("SELECT i FROM generate_series(1, $1::int4) AS g(i) ORDER BY i")
        assert [parameter.name for parameter in statement.get_parameters()] == ["int4"]
        assert len(await statement.fetch(10)) == 10
        async with connection.transaction():
            found = [row[0] async for row in statement.cursor(25, prefetch=10)]
            assert found == list(range(1, 26))
            cursor = await statement.cursor(30)
            assert len(await cursor.fetch(7)) == 7
            assert (await cursor.fetchrow())[0] == 8

    with_connection(work)


def test_pool_gives_a_clean_session():
    async def run():
        async with asyncpg.create_pool(min_size=1, max_size=1, **WHERE) as pool:
            async with pool.acquire() as connection:
                await connection.execute("SET application_name = 'dirty'")
            async with pool.acquire() as connection:
                assert await connection.fetchval("SHOW application_name") != "dirty"

    asyncio.run(run())


def test_settings_functions():
    async def work(connection):
        row = await connection.fetchrow("SELECT current_setting('jit') AS cur, set_config('jit', 'off', false) AS new")
        assert row["new"] == "off", row

    with_connection(work)


def test_errors():
    async def work(connection):
        try:
            await connection.fetchval("SELECT 1 / $1::int4", 0)
        except asyncpg.DivisionByZeroError:
            pass
        else:
            raise AssertionError("1 / 0 has an answer")
        assert await connection.fetchval("SELECT 1") == 1

    with_connection(work)


def test_timeout_cancels():
    async def work(connection):
        slow = (
            "SELECT count(*) FROM generate_series(1, 100000) AS a(i), generate_series(1, 100000) AS b(j)"
            " WHERE i % 7 = j % 11"
        )
        try:
            await connection.fetchval(slow, timeout=0.5)
        except asyncio.TimeoutError:
            pass
        else:
            raise AssertionError("it did not time out")
        assert await connection.fetchval("SELECT 1") == 1

    with_connection(work)


if __name__ == "__main__":
    main(globals())
