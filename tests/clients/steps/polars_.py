import polars

from steps import *

ENGINES = {"connectorx": url("postgresql", mode="require"), "adbc": url("postgresql")}


def connects():
    for engine, address in ENGINES.items():
        frame = polars.read_database_uri("SELECT current_user::text AS who", address, engine=engine)
        assert frame["who"].to_list() == [USER], (engine, frame)


def types():
    columns = ", ".join(f"{text} AS {name}" for name, (_, text) in VALUES.items())
    for engine, address in ENGINES.items():
        frame = polars.read_database_uri(f"SELECT {columns}", address, engine=engine)
        assert frame["int8"][0] == 5_000_000_000 and frame["text"][0] == "ünï'code" and frame["bool"][0] is True, frame
        assert frame["date"][0] == datetime.date(2024, 2, 29) and float(frame["float8"][0]) == 2.5, frame


def cursor():
    for engine, address in ENGINES.items():
        check_series(polars.read_database_uri(SERIES, address, engine=engine).iter_rows())


def metadata():
    statement = COLUMNS.replace("table_name, column_name", "table_name::text, column_name::text", 1)
    check_columns(polars.read_database_uri(statement, ENGINES["connectorx"], engine="connectorx").iter_rows())


def error():
    for engine, address in ENGINES.items():
        try:
            polars.read_database_uri("SELECT no_such_column FROM exp.events", address, engine=engine)
        except BaseException as error:
            assert "no_such_column" in str(error), error
        else:
            raise AssertionError("no error")
    connects()


BY_TYPE = "SELECT event_type, count(*) AS n, min(event_value) AS least, max(occurred_at) AS latest FROM exp.events GROUP BY 1 ORDER BY 1"


def kinds_of_columns():
    for engine, address in ENGINES.items():
        for table in TABLES:
            columns = ", ".join(column for column in TABLES[table] if column != "metric_value")
            frame = polars.read_database_uri(f"SELECT {columns} FROM exp.{table} LIMIT 50", address, engine=engine)
            told(f"{table} by {engine}", [str(kind) for kind in frame.dtypes])


def aggregates():
    for engine, address in ENGINES.items():
        told(f"by {engine}", polars.read_database_uri(BY_TYPE, address, engine=engine).rows())


def parts_side_by_side():
    parts = polars.read_database_uri("SELECT i, i % 7 AS m FROM generate_series(1, 5000) AS g(i)", ENGINES["connectorx"], partition_on="i", partition_num=4)
    told("parts", parts.group_by("m").agg(polars.len()).sort("m").rows())
    several = polars.read_database_uri([f"SELECT {n}::int8 AS n" for n in range(4)], ENGINES["connectorx"])
    told("several", sorted(several.rows()))


def by_a_connection():
    import psycopg

    with psycopg.connect(dsn()) as connection:
        told("by psycopg", polars.read_database(BY_TYPE, connection).rows())
        batches = polars.read_database("SELECT i FROM generate_series(1, 2500) AS g(i)", connection, iter_batches=True, batch_size=1000)
        told("batches", [len(batch) for batch in batches])


main(
    "polars", polars.__version__, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error,
    own=[kinds_of_columns, aggregates, parts_side_by_side, by_a_connection],
)
