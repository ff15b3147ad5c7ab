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


def named(work):
    """The step of that name."""
    run = step(work)
    run.__name__ = work.__name__
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


def plain(value):
    """Of what the inspector says, what can be compared."""
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else repr(value)


ONE_BY_ONE = ("columns", "pk_constraint", "foreign_keys", "indexes", "unique_constraints", "check_constraints", "table_comment")


def one_by_one(connection):
    inspector = sqlalchemy.inspect(connection)
    for table in TABLES:
        for what in ONE_BY_ONE:
            found = plain(getattr(inspector, f"get_{what}")(table, schema="exp"))
            told(f"{table} {what}", without_comments(found))


def without_comments(found):
    """What they say of masks and windows is the gateway's alone."""
    if isinstance(found, list):
        return [without_comments(part) for part in found]
    return {key: part for key, part in found.items() if key not in ("comment", "text")} if isinstance(found, dict) else found


def many_at_once(connection):
    inspector = sqlalchemy.inspect(connection)
    for what in ("columns", "pk_constraint", "foreign_keys", "indexes", "unique_constraints", "check_constraints", "table_comment"):
        found = getattr(inspector, f"get_multi_{what}")(schema="exp", kind=sqlalchemy.engine.reflection.ObjectKind.ANY)
        told(f"all {what}", {table: without_comments(plain(part)) for (_, table), part in found.items()})
    found = inspector.get_multi_columns(schema="exp", filter_names=["events"], kind=sqlalchemy.engine.reflection.ObjectKind.ANY)
    told("one of many", [column["name"] for column in found[("exp", "events")]])


def lists(connection):
    inspector = sqlalchemy.inspect(connection)
    told("tables", sorted(inspector.get_table_names("exp")))
    told("views", sorted(inspector.get_view_names("exp")))
    told("materialized", sorted(inspector.get_materialized_view_names("exp")))
    told("sequences", sorted(inspector.get_sequence_names("exp")))
    told("temporary", [inspector.get_temp_table_names(), inspector.get_temp_view_names()])
    told("enums and domains", [inspector.get_enums("exp"), inspector.get_domains("exp")])
    told("there", [inspector.has_table(name, schema="exp") for name in ("events", "nothing")])
    told("schema there", [inspector.has_schema(name) for name in ("exp", "nothing")])
    told("sequence there", inspector.has_sequence("events", schema="exp"))
    assert inspector.get_table_oid("events", schema="exp") > 16_000


def missing_tables(connection):
    inspector = sqlalchemy.inspect(connection)
    for what in ("columns", "pk_constraint", "indexes", "table_comment"):
        try:
            getattr(inspector, f"get_{what}")("nothing", schema="exp")
        except sqlalchemy.exc.NoSuchTableError as error:
            told(f"no {what}", str(error))
        else:
            raise AssertionError(what)


def definition_of_a_view(connection):
    inspector = sqlalchemy.inspect(connection)
    if inspector.get_view_names("exp"):
        assert "SELECT" in inspector.get_view_definition("events", schema="exp").upper()
    else:
        # A table has none.
        try:
            inspector.get_view_definition("events", schema="exp")
        except sqlalchemy.exc.NoSuchTableError as error:
            told("no view", str(error))
        else:
            raise AssertionError("a table is a view")


def reflected_tables(connection):
    events = sqlalchemy.Table("events", sqlalchemy.MetaData(), schema="exp", autoload_with=connection)
    told("reflected", [repr(column) for column in events.c])
    count = sqlalchemy.func.count()
    found = connection.execute(sqlalchemy.select(events.c.event_type, count).group_by(events.c.event_type).order_by(events.c.event_type))
    told("grouped", [list(row) for row in found])
    place = sqlalchemy.func.row_number().over(partition_by=events.c.event_type, order_by=[events.c.user_id, events.c.occurred_at, events.c.event_value])
    inner = sqlalchemy.select(events.c.event_type, events.c.user_id, place.label("place")).subquery()
    told("placed", [list(row) for row in connection.execute(sqlalchemy.select(inner).where(inner.c.place <= 2).order_by(inner.c.event_type, inner.c.place))])
    expanding = sqlalchemy.select(count).select_from(events).where(events.c.event_type.in_(["purchase", "nothing"]), events.c.event_value > 10)
    told("in a list", connection.scalar(expanding))
    at = sqlalchemy.func.date_trunc(sqlalchemy.literal_column("'day'"), events.c.occurred_at)
    told("by day", [list(row) for row in connection.execute(sqlalchemy.select(at, count).group_by(at).order_by(at).limit(20))])


def levels(connection):
    told("levels", connection.get_isolation_level())
    found = []
    for level in ("SERIALIZABLE", "REPEATABLE READ", "READ COMMITTED", "AUTOCOMMIT"):
        connection.rollback()
        connection = connection.execution_options(isolation_level=level)
        found.append(connection.scalar(text("SHOW transaction_isolation")))
    told("each", found)


main(
    f"SQLAlchemy over {DRIVER}", sqlalchemy.__version__, connect=step(connects), types=step(types),
    parameters=step(parameters), cursor=step(cursor), metadata=step(metadata), error=step(error),
    transaction=step(transaction),
    own=[
        named(work) for work in (one_by_one, many_at_once, lists, missing_tables, definition_of_a_view, reflected_tables, levels)
    ],
)
