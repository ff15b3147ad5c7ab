import ibis

from steps import *


def connect():
    return ibis.postgres.connect(
        host=HOST, port=PORT, user=USER, password=PASSWORD, database=DATABASE, schema="exp",
        sslmode="verify-full", sslrootcert=CA,
    )


def connects():
    with connect().raw_sql("SELECT current_user") as cursor:
        assert cursor.fetchone() == (USER,)


def types():
    table = connect().table("events", database="exp")
    assert table.schema()["event_value"].is_float64() and table.schema()["occurred_at"].is_timestamp(), table.schema()
    assert len(table.limit(3).execute()) == 3


def parameters():
    table = connect().table("events", database="exp")
    found = table.filter(table.event_type == "purchase").group_by("event_type").agg(n=lambda t: t.count()).execute()
    assert len(found) <= 1


def cursor():
    with connect().raw_sql(SERIES) as cursor:
        check_series(cursor)


def metadata():
    connection = connect()
    assert sorted(connection.list_tables(database="exp")) == sorted(TABLES)
    assert "exp" in connection.list_databases()
    for name, columns in TABLES.items():
        assert list(connection.table(name, database="exp").columns) == columns


def error():
    connection = connect()
    fails(lambda: connection.raw_sql("SELECT 1 / 0"), "22012", lambda error: error.sqlstate)
    with connection.raw_sql("SELECT 1") as cursor:
        assert cursor.fetchone() == (1,)


main(
    "ibis", ibis.__version__, connect=connects, types=types, parameters=parameters, cursor=cursor, metadata=metadata,
    error=error,
)
