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


BY_TYPE = "SELECT event_type, count(*), round(sum(event_value)::numeric, 4)::varchar FROM pg.exp.events GROUP BY 1 ORDER BY 1"


def filters_pushed_down():
    connection = connect()
    connection.execute("SET pg_experimental_filter_pushdown = true")
    where = "event_type = 'purchase' AND event_value > 20 AND occurred_at > TIMESTAMPTZ '2000-01-01' AND user_id <> 'nobody' AND event_value IS NOT NULL"
    told("filtered", connection.execute(f"SELECT count(*), min(user_id), max(user_id) FROM pg.exp.events WHERE {where}").fetchall())
    told("in a list", connection.execute("SELECT count(*) FROM pg.exp.events WHERE user_id IN ('u1', 'u2', 'u17')").fetchall())


def several_threads():
    connection = connect()
    connection.execute("SET threads = 4; SET pg_pages_per_task = 1; SET pg_connection_limit = 4")
    told("by type", connection.execute(BY_TYPE).fetchall())


def no_column_at_all():
    told("counted", connect().execute("SELECT count(*) FROM pg.exp.events").fetchall())


def text_instead_of_binary():
    connection = connect()
    connection.execute("SET pg_use_text_protocol = true") if has_setting(connection, "pg_use_text_protocol") else connection.execute("SET pg_use_binary_copy = false")
    told("by type in text", connection.execute("SELECT count(*) FROM pg.exp.events WHERE event_type = 'purchase'").fetchall())


def has_setting(connection, name):
    return bool(connection.execute("SELECT 1 FROM duckdb_settings() WHERE name = ?", [name]).fetchall())


def joins():
    told("joined", connect().execute(
        "SELECT a.variant_id, count(*), count(DISTINCT e.user_id) FROM pg.exp.assignments a JOIN pg.exp.events e USING (user_id)"
        " WHERE e.event_type = 'purchase' GROUP BY 1 ORDER BY 1"
    ).fetchall())


def copy_into_its_own_tables():
    connection = connect()
    connection.execute("CREATE TABLE mine AS SELECT * FROM pg.exp.events")
    told("copied", connection.execute("SELECT count(*), count(DISTINCT user_id) FROM mine").fetchall())
    told("described", [row[:2] for row in connection.execute("DESCRIBE mine").fetchall()])


def kinds_of_columns():
    rows = connect().execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = 'pg' AND schema_name = 'exp' ORDER BY table_name, column_index"
    ).fetchall()
    told("kinds", rows)


def arrays_and_json():
    told("arrays", query(connect(), "SELECT ARRAY[1, 2, NULL] AS a, ARRAY['x', 'y'] AS b, '{\"k\": [1, 2]}'::jsonb AS j, INTERVAL '1 day 2 hours' AS i"))


def one_table_by_its_function():
    folder = connect()
    found = folder.execute(f"SELECT count(*) FROM postgres_scan('{dsn()}', 'exp', 'events')").fetchall()
    told("scanned", found)


def connections_used_again():
    """It says DISCARD ALL when it takes one from its pool."""
    connection = connect()
    for _ in range(5):
        connection.execute("SELECT count(*) FROM pg.exp.assignments").fetchall()
    connection.execute("CALL pg_clear_cache()")
    told("again", connection.execute("SELECT count(*) FROM pg.exp.assignments").fetchall())


def written_is_refused():
    connection = connect()
    connection.execute(f"ATTACH '{dsn()}' AS writable (TYPE postgres)")
    for statement in ("CREATE TABLE writable.exp.mine (i INTEGER)", "INSERT INTO writable.exp.events VALUES ('u', 'e', 1, now())", "CALL postgres_execute('writable', 'DROP VIEW exp.events')"):
        try:
            connection.execute(statement)
        except duckdb.Error as refused:
            said = str(refused)
            assert "read-only transaction" in said or "permission denied" in said or "insert into" in said.lower(), said
        else:
            raise AssertionError(statement)
    assert query(connection, "SELECT 1 AS one") == [(1,)]


main(
    "DuckDB postgres extension", importlib.metadata.version("duckdb"), connect=connects, types=types, cursor=cursor,
    metadata=metadata, error=error, copy=cursor, transaction=transaction,
    own=[
        filters_pushed_down, several_threads, no_column_at_all, text_instead_of_binary, joins, copy_into_its_own_tables, kinds_of_columns, arrays_and_json,
        one_table_by_its_function, connections_used_again, written_is_refused,
    ],
)
