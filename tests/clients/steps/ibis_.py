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


def rows(expression):
    """In a fixed order."""
    return sorted(json.loads(json.dumps(expression.execute().to_dict("records"), default=str)), key=str)


def events(connection=None):
    return (connection or connect()).table("events", database="exp")


def kinds_of_columns():
    connection = connect()
    for name in TABLES:
        told(name, {column: str(kind) for column, kind in connection.table(name, database="exp").schema().items()})


def aggregates():
    table = events()
    told("aggregates", rows(table.group_by("event_type").agg(
        n=table.count(), users=table.user_id.nunique(), least=table.event_value.min(), most=table.event_value.max(), middle=table.event_value.median(),
    )))


def by_time():
    table = events()
    for unit in ("Y", "M", "W", "D", "h"):
        told(f"by {unit}", rows(table.group_by(at=table.occurred_at.truncate(unit)).agg(n=table.count())))


def window_functions():
    table = events()
    ranked = table.mutate(place=ibis.row_number().over(ibis.window(group_by=table.event_type, order_by=[table.user_id, table.occurred_at, table.event_value])))
    told("ranked", rows(ranked.filter(ranked.place < 3)[["user_id", "event_type", "place"]]))


def joins():
    connection = connect()
    assignments = connection.table("assignments", database="exp")
    joined = assignments.join(events(connection), "user_id")
    told("joined", rows(joined.group_by("variant_id").agg(n=joined.count())))


def texts():
    table = events()
    told("texts", rows(table.mutate(
        up=table.event_type.upper(), part=table.event_type.substr(0, 3), has=table.event_type.contains("chase"), like=table.event_type.like("pur%"),
    )[["up", "part", "has", "like"]].distinct()))


def conditions():
    table = events()
    kind = ibis.cases((table.event_value > 30, "much"), (table.event_value > 10, "some"), else_="little")
    told("cases", rows(table.mutate(kind=kind).group_by("kind").agg(n=lambda t: t.count())))


def arrow():
    table = events()
    told("arrow", [str(field) for field in table.to_pyarrow().schema])
    told("batches", sum(batch.num_rows for batch in table.to_pyarrow_batches(chunk_size=1000)))


def statements_of_ones_own():
    """With a schema it asks nothing; without one it would make a temporary view, which nobody may."""
    connection = connect()
    told("with a schema", rows(connection.sql("SELECT event_type, count(*) AS n FROM exp.events GROUP BY 1", schema={"event_type": "string", "n": "int64"})))
    try:
        connection.sql("SELECT 1 AS one").execute()
    except Exception as refused:
        assert "read-only transaction" in str(refused) or "permission denied" in str(refused), refused
    else:
        raise AssertionError("a view was made")
    assert rows(events(connection).limit(1))


def catalogs():
    connection = connect()
    assert DATABASE in connection.list_catalogs()
    told("version", connection.version.split(".")[0])


def written_is_refused():
    connection = connect()
    try:
        connection.create_table("mine", schema=ibis.schema({"i": "int64"}), database="exp")
    except Exception as refused:
        assert "read-only transaction" in str(refused) or "permission denied" in str(refused), refused
    else:
        raise AssertionError("a table was made")


main(
    "ibis", ibis.__version__, connect=connects, types=types, parameters=parameters, cursor=cursor, metadata=metadata,
    error=error,
    own=[
        kinds_of_columns, aggregates, by_time, window_functions, joins, texts, conditions, arrow, statements_of_ones_own, catalogs, written_is_refused,
    ],
)
