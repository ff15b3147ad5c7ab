"""SQLAlchemy's inspector and core over one driver: `sqlalchemy_.py DRIVER`."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from probes import *

DRIVER = sys.argv[1]


def engine(**options):
    if DRIVER in ("psycopg", "psycopg2"):
        return sa.create_engine(url(f"postgresql+{DRIVER}"), **options)
    given = {"ssl": tls_context()} if DRIVER == "asyncpg" else {"ssl_context": tls_context()}
    return sa.create_engine(url(f"postgresql+{DRIVER}", query=False), connect_args=given, **options)


ENGINE = None
if DRIVER != "asyncpg":
    ENGINE = engine()


def code(error):
    original = getattr(error, "orig", None)
    found = getattr(original, "sqlstate", None) or getattr(original, "pgcode", None)
    if not found and original and original.args and isinstance(original.args[0], dict):
        found = original.args[0].get("C")
    return found


def asked(work):
    """What `work` makes of a connection, whether the driver waits or not."""
    if DRIVER != "asyncpg":
        with ENGINE.connect() as connection:
            return work(connection)
    import asyncio

    from sqlalchemy.ext.asyncio import create_async_engine

    async def whole():
        made = create_async_engine(url("postgresql+asyncpg", query=False), connect_args={"ssl": tls_context()})
        try:
            async with made.connect() as connection:
                return await connection.run_sync(work)
        finally:
            await made.dispose()

    return asyncio.run(whole())


def inspected(work):
    return asked(lambda connection: work(sa.inspect(connection)))


def shown(columns):
    return [{key: str(value) for key, value in column.items() if key != "comment"} for column in columns]


METHODS = {
    "table names": lambda about: sorted(about.get_table_names(schema="exp")), "view names": lambda about: about.get_view_names(schema="exp"), "materialized view names": lambda about: about.get_materialized_view_names(schema="exp"),
    "foreign table names": lambda about: about.get_foreign_table_names(schema="exp"), "temp table names": lambda about: about.get_temp_table_names(), "temp view names": lambda about: about.get_temp_view_names(),
    "sequence names": lambda about: about.get_sequence_names(schema="exp"), "schema names": lambda about: "exp" in about.get_schema_names() and "information_schema" in about.get_schema_names(), "default schema": lambda about: about.default_schema_name,
    "columns": lambda about: shown(about.get_columns("events", schema="exp")), "columns of many types": lambda about: shown(about.get_columns("flag_evaluations", schema="exp")), "columns of a catalog": lambda about: shown(about.get_columns("pg_am", schema="pg_catalog")),
    "columns of all": lambda about: sorted((str(key), shown(value)) for key, value in about.get_multi_columns(schema="exp").items()), "pk": lambda about: about.get_pk_constraint("events", schema="exp"),
    "pk of all": lambda about: sorted((str(key), str(value)) for key, value in about.get_multi_pk_constraint(schema="exp").items()), "fk": lambda about: about.get_foreign_keys("events", schema="exp"),
    "fk of all": lambda about: sorted((str(key), str(value)) for key, value in about.get_multi_foreign_keys(schema="exp").items()), "indexes": lambda about: about.get_indexes("events", schema="exp"),
    "indexes of all": lambda about: sorted((str(key), str(value)) for key, value in about.get_multi_indexes(schema="exp").items()), "unique": lambda about: about.get_unique_constraints("events", schema="exp"),
    "unique of all": lambda about: sorted((str(key), str(value)) for key, value in about.get_multi_unique_constraints(schema="exp").items()), "check": lambda about: about.get_check_constraints("events", schema="exp"),
    "check of all": lambda about: sorted((str(key), str(value)) for key, value in about.get_multi_check_constraints(schema="exp").items()), "comment": lambda about: sorted(about.get_table_comment("events", schema="exp")),
    "comments of all": lambda about: sorted(str(key) for key in about.get_multi_table_comment(schema="exp")), "options": lambda about: about.get_table_options("events", schema="exp"),
    "options of all": lambda about: sorted(str(key) for key in about.get_multi_table_options(schema="exp")), "has table": lambda about: [about.has_table("events", schema="exp"), about.has_table("nosuch", schema="exp"), about.has_table("pg_class", schema="pg_catalog")],
    "has schema": lambda about: [about.has_schema("exp"), about.has_schema("nosuch")], "has index": lambda about: about.has_index("events", "nosuch", schema="exp"), "has sequence": lambda about: about.has_sequence("nosuch", schema="exp"),
    "view definition": lambda about: about.get_view_definition("nosuch", schema="exp"), "enums": lambda about: about.get_enums(schema="exp"), "domains": lambda about: about.get_domains(schema="exp"), "enums of all": lambda about: about.get_enums(schema="*"),
    "table oid": lambda about: about.get_table_oid("events", schema="exp") > 0, "no such table": lambda about: about.get_columns("nosuch", schema="exp"), "sorted": lambda about: sorted(str(one) for one in about.get_sorted_table_and_fkc_names(schema="exp")),
    "views of information_schema": lambda about: "tables" in about.get_view_names(schema="information_schema"), "multi any kind": lambda about: sorted(str(key) for key in about.get_multi_columns(schema="exp", kind=sa.engine.reflection.ObjectKind.ANY)),
    "has extension": lambda about: [about.has_type("nosuch"), about.dialect.has_type(about.bind, "int4")], "domains of information_schema": lambda about: [one["name"] for one in about.get_domains(schema="information_schema")],
}


def core():
    def reflect(connection):
        meta = sa.MetaData()
        meta.reflect(connection, schema="exp", views=True)
        return sorted((table.fullname, [(column.name, str(column.type)) for column in table.columns]) for table in meta.tables.values())

    def autoload(connection):
        events = sa.Table("events", sa.MetaData(), schema="exp", autoload_with=connection)
        query = sa.select(events.c.event_type, sa.func.count(), sa.func.sum(events.c.event_value).cast(sa.Float)).where(events.c.user_id.in_(["nobody", "u"])).group_by(events.c.event_type).order_by(sa.desc(sa.func.count())).limit(5)
        return [list(row) for row in connection.execute(query)]

    def types(connection):
        values = [True, 7, 2**40, 1.5, decimal.Decimal("1.50"), "x", datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29), datetime.datetime(2024, 2, 29, tzinfo=UTC), None]
        kinds = [sa.Boolean, sa.Integer, sa.BigInteger, sa.Float, sa.Numeric, sa.Text, sa.Date, sa.DateTime, sa.DateTime(timezone=True), sa.Integer]
        return plain(list(connection.execute(sa.select(*(sa.bindparam(f"p{at}", value, kind).label(f"c{at}") for at, (value, kind) in enumerate(zip(values, kinds))))).one()))

    def arrays(connection):
        return plain(list(connection.execute(sa.select(sa.cast([1, 2], postgresql.ARRAY(sa.Integer)), sa.cast({"a": 1}, postgresql.JSONB), sa.cast("x", postgresql.VARCHAR(3)), sa.func.array_agg(sa.column("i")))
                                           .select_from(sa.func.generate_series(1, 3).table_valued("i"))).one()))

    def transactions(connection):
        found = []
        for level in ("READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE", "READ UNCOMMITTED", "AUTOCOMMIT"):
            connection.rollback()
            connection = connection.execution_options(isolation_level=level)
            found.append([level, connection.get_isolation_level(), connection.scalar(sa.text("SELECT 1"))])
        connection.rollback()
        connection = connection.execution_options(isolation_level="READ COMMITTED", postgresql_readonly=True, postgresql_deferrable=True)
        found.append([connection.scalar(sa.text(f"SHOW transaction_{name}")) for name in ("read_only", "deferrable")])
        connection.rollback()
        with connection.begin():
            try:
                with connection.begin_nested():
                    connection.execute(sa.text("SELECT 1/0"))
            except sa.exc.DBAPIError as error:
                found.append(code(error))
            found.append(connection.scalar(sa.text("SELECT 2")))
        return plain(found)

    def streams(connection):
        result = connection.execution_options(stream_results=True, max_row_buffer=100).execute(sa.text("SELECT i FROM generate_series(1, 1000) i"))
        return sum(row[0] for part in result.partitions(90) for row in part)

    def errors(connection):
        found = []
        for text in ("SELECT 1/0", "SELECT nosuch", "CREATE TABLE t (i int)", "SELECT * FROM nosuch", "SELEC"):
            try:
                connection.execute(sa.text(text))
            except sa.exc.DBAPIError as error:
                found.append([type(error).__name__, code(error)])
            connection.rollback()
        return found

    def versions(connection):
        return plain([connection.dialect.server_version_info[0], connection.dialect.default_schema_name, connection.get_isolation_level(), connection.default_isolation_level, list(connection.dialect.get_isolation_level_values(None))])

    for name, work in list(locals().items()):
        probe(f"core {name}", lambda: asked(work), code)


import datetime  # noqa: E402
import decimal  # noqa: E402

for name, method in METHODS.items():
    probe(f"inspector {name}", lambda: inspected(method), code)
core()
