import importlib.metadata
import pathlib

import duckdb

from steps import *


def connect():
    import duckdb_extension_postgres_scanner

    folder = pathlib.Path(duckdb_extension_postgres_scanner.__file__).parent
    extension = next(folder.rglob("*.duckdb_extension"))
    connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    connection.execute(f"LOAD '{extension}'")
    connection.execute(f"ATTACH '{dsn()}' AS pg (TYPE postgres, READ_ONLY)")
    return connection


def query(connection, statement):
    return connection.execute("SELECT * FROM postgres_query('pg', ?)", [statement]).fetchall()


def connects():
    assert query(connect(), "SELECT current_user::text") == [(USER,)]


def types():
    columns = ", ".join(f"{text} AS {name}" for name, (_, text) in VALUES.items() if name != "numeric")
    row = query(connect(), f"SELECT {columns}, 12.340::numeric(9, 3) AS numeric")[0]
    expected = [value for name, (value, _) in VALUES.items() if name != "numeric"] + [VALUES["numeric"][0]]
    assert list(row) == expected, row


def cursor():
    check_series(query(connect(), SERIES))
    # The tables as its own, each column.
    connection = connect()
    for table, columns in TABLES.items():
        cursor = connection.execute(f"SELECT * FROM pg.exp.{table} LIMIT 5")
        assert [column[0] for column in cursor.description] == columns
        cursor.fetchall()
    connection.execute("SELECT event_type, count(*) FROM pg.exp.events WHERE event_type = 'purchase' GROUP BY 1").fetchall()


def metadata():
    rows = connect().execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'pg' AND schema_name = 'exp'"
        " ORDER BY table_name, column_index"
    )
    check_columns(rows.fetchall())


def error():
    connection = connect()
    for statement in ("SELECT 1 / 0", "SELECT no_such_column FROM exp.events"):
        try:
            query(connection, statement)
        except duckdb.Error as error:
            assert "division by zero" in str(error) or "no_such_column" in str(error), error
        else:
            raise AssertionError("no error")
        assert query(connection, "SELECT 1 AS one") == [(1,)]


def transaction():
    connection = connect()
    connection.execute("BEGIN TRANSACTION")
    connection.execute("SELECT count(*) FROM pg.exp.events").fetchall()
    connection.execute("COMMIT")
    connection.execute("SELECT count(*) FROM pg.exp.events").fetchall()


main(
    "DuckDB postgres extension", importlib.metadata.version("duckdb"), connect=connects, types=types, cursor=cursor,
    metadata=metadata, error=error, copy=cursor, transaction=transaction,
)
