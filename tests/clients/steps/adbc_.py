import adbc_driver_postgresql
import adbc_driver_postgresql.dbapi as adbc

from steps import *


def connect():
    return adbc.connect(url("postgresql"))


def code(error):
    return error.sqlstate


def fetch(statement, values=None):
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def connects():
    assert fetch("SELECT current_user::text") == [(USER,)]


def types():
    row = fetch("SELECT " + ", ".join(text for _, text in VALUES.values()))[0]
    expected = [value for value, _ in VALUES.values()]
    # A numeric without a scale comes as text.
    expected[5] = "12.340"
    assert list(row) == expected, row


def parameters():
    assert fetch("SELECT $1::int8, $2::text, $3::float8", (7, "it's", 2.5)) == [(7, "it's", 2.5)]


def cursor():
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute(SERIES)
        check_series(
            row for batch in cursor.fetch_record_batch() for row in zip(*(column.to_pylist() for column in batch.columns))
        )


def metadata():
    with connect() as connection:
        objects = connection.adbc_get_objects(depth="columns", catalog_filter=DATABASE, db_schema_filter="exp")
        found = []
        for catalog in objects.read_all().to_pylist():
            for schema in catalog["catalog_db_schemas"]:
                for table in schema["db_schema_tables"]:
                    for column in table["table_columns"]:
                        found.append((table["table_name"], column["ordinal_position"], column["column_name"]))
        check_columns((table, column) for table, _, column in sorted(found))
        assert connection.adbc_get_table_schema("events", db_schema_filter="exp").names == TABLES["events"]
        assert connection.adbc_get_info()["driver_name"]


def error():
    with connect() as connection, connection.cursor() as cursor:
        for statement, sqlstate in [("SELECT 1 / 0", "22012"), ("SELECT request_id FROM exp.events", "42703")]:

            def work():
                cursor.execute(statement)
                cursor.fetchall()

            fails(work, sqlstate, code)
            connection.rollback()
            cursor.execute("SELECT 1")
            assert cursor.fetchall() == [(1,)]


def cancel():
    with connect() as connection, connection.cursor() as cursor:

        def work():
            cursor.execute(SLOW)
            cursor.fetchall()

        cancelled(work, cursor.adbc_cancel, lambda error: "57014" if "cancel" in str(error).lower() else error)


def transaction():
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchall()
        connection.commit()
        cursor.execute("SELECT 2")
        cursor.fetchall()
        connection.rollback()


main(
    "ADBC", adbc_driver_postgresql.__version__, connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error, cancel=cancel, copy=cursor, transaction=transaction,
)
