"""SQLAlchemy over one of its drivers, which is the argument: psycopg, psycopg2, pg8000 or asyncpg."""

import asyncio

import sqlalchemy
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from steps import *

DRIVER = sys.argv[1]
if DRIVER in ("psycopg", "psycopg2"):
    OPTIONS = {"sslmode": "verify-full", "sslrootcert": CA}
elif DRIVER == "pg8000":
    OPTIONS = {"ssl_context": tls_context()}
else:
    OPTIONS = {"ssl": tls_context()}
ADDRESS = url(f"postgresql+{DRIVER}", query=False)


def step(work):
    """Runs `work` with a connection, of whichever kind the driver has."""

    def run():
        if DRIVER == "asyncpg":

            async def go():
                engine = create_async_engine(ADDRESS, connect_args=OPTIONS)
                async with engine.connect() as connection:
                    await connection.run_sync(work)
                await engine.dispose()

            asyncio.run(go())
        else:
            engine = sqlalchemy.create_engine(ADDRESS, connect_args=OPTIONS)
            with engine.connect() as connection:
                work(connection)
            engine.dispose()

    return run


def code(error):
    driver = error.orig
    if DRIVER == "pg8000":
        return driver.args[0]["C"]
    return getattr(driver, "sqlstate", None) or driver.pgcode


def connects(connection):
    assert connection.scalar(text("SELECT current_user")) == USER


def types(connection):
    row = connection.execute(text("SELECT " + ", ".join(sql.replace(":", "\\:") for _, sql in VALUES.values()))).one()
    # Within a text, only what looks like a parameter needs the backslash.
    assert len(row) == len(VALUES) and row[0] is True and row[6] == "ünï'code", row


def parameters(connection):
    columns = ", ".join(f"CAST(:{name} AS {name})" for name in VALUES)
    row = connection.execute(text(f"SELECT {columns}"), {name: value for name, (value, _) in VALUES.items()}).one()
    assert list(row) == [value for value, _ in VALUES.values()], row


def cursor(connection):
    if DRIVER in ("pg8000",):
        rows = connection.execute(text(SERIES))
    else:
        rows = connection.execution_options(stream_results=True, yield_per=5_000).execute(text(SERIES))
    check_series(tuple(row) for row in rows)


def metadata(connection):
    inspector = sqlalchemy.inspect(connection)
    assert "exp" in inspector.get_schema_names()
    names = sorted(inspector.get_table_names("exp") + inspector.get_view_names("exp"))
    assert names == sorted(TABLES), names
    for name in names:
        columns = inspector.get_columns(name, schema="exp")
        assert [column["name"] for column in columns] == TABLES[name], columns
        inspector.get_pk_constraint(name, schema="exp")
        inspector.get_foreign_keys(name, schema="exp")
        inspector.get_indexes(name, schema="exp")
        inspector.get_unique_constraints(name, schema="exp")
        inspector.get_check_constraints(name, schema="exp")
        inspector.get_table_comment(name, schema="exp")
    everything = sqlalchemy.MetaData()
    everything.reflect(connection, schema="exp", views=True)
    assert sorted(table.name for table in everything.tables.values()) == names
    events = everything.tables["exp.events"]
    connection.execute(sqlalchemy.select(events.c.event_type).limit(1)).all()
    assert isinstance(events.c.event_value.type, sqlalchemy.Double), events.c.event_value.type


def error(connection):
    for statement, sqlstate in [("SELECT 1 / 0", "22012"), ("SELECT request_id FROM exp.flag_evaluations", "42703")]:
        fails(lambda: connection.execute(text(statement)), sqlstate, code)
        connection.rollback()
        assert connection.scalar(text("SELECT 1")) == 1


def transaction(connection):
    connection = connection.execution_options(isolation_level="REPEATABLE READ")
    assert connection.scalar(text("SHOW transaction_isolation")) == "repeatable read"
    with connection.begin_nested() as nested:
        assert connection.scalar(text("SELECT 1")) == 1
        nested.rollback()
    fails(lambda: connection.execute(text("SELECT 1 / 0")), "22012", code)
    fails(lambda: connection.execute(text("SELECT 1")), "25P02", code)
    connection.rollback()
    assert connection.scalar(text("SELECT 1")) == 1


main(
    f"SQLAlchemy over {DRIVER}", sqlalchemy.__version__, connect=step(connects), types=step(types),
    parameters=step(parameters), cursor=step(cursor), metadata=step(metadata), error=step(error),
    transaction=step(transaction),
)
