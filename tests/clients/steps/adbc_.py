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


def kinds_of_columns():
    with connect() as connection:
        for table in TABLES:
            told(table, [str(field.type) for field in connection.adbc_get_table_schema(table, db_schema_filter="exp")])


def depths_of_the_catalogs():
    with connect() as connection:
        for depth in ("catalogs", "db_schemas", "tables", "columns"):
            found = connection.adbc_get_objects(depth=depth, catalog_filter=DATABASE, db_schema_filter="exp").read_all().to_pylist()
            catalog = next(catalog for catalog in found if catalog["catalog_name"] == DATABASE)
            schemas = catalog["catalog_db_schemas"]
            told(depth, None if schemas is None else [
                (schema["db_schema_name"], None if schema["db_schema_tables"] is None else sorted((table["table_name"], table["table_type"]) for table in schema["db_schema_tables"]))
                for schema in schemas
            ])


def columns_of_the_catalogs():
    with connect() as connection:
        found = connection.adbc_get_objects(depth="columns", catalog_filter=DATABASE, db_schema_filter="exp", table_name_filter="events").read_all().to_pylist()
    columns = [
        (column["ordinal_position"], column["column_name"], column["xdbc_type_name"], column["xdbc_nullable"], column["xdbc_is_nullable"])
        for catalog in found for schema in catalog["catalog_db_schemas"] for table in schema["db_schema_tables"] for column in table["table_columns"]
    ]
    told("columns", sorted(columns))


def kinds_of_tables():
    with connect() as connection:
        told("kinds", sorted(connection.adbc_get_table_types()))


def many_parameters():
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT $1::int8 + 1, $2::float8, $3::text, $4::bool, $5::date", (41, 2.5, "ünï", True, datetime.date(2024, 2, 29)))
        told("parameters", cursor.fetchall())
        cursor.execute("SELECT count(*) FROM exp.events WHERE event_type = $1 AND event_value > $2", ("purchase", 10.0))
        told("counted", cursor.fetchall())


def arrow_tables():
    with connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT event_type, count(*) AS n, min(event_value) AS least, max(occurred_at) AS latest FROM exp.events GROUP BY 1 ORDER BY 1")
        table = cursor.fetch_arrow_table()
        told("table", [str(field.type) for field in table.schema])
        told("rows", table.to_pylist())


def arrays_and_more():
    rows = fetch("SELECT ARRAY[1, 2, NULL]::int8[], ARRAY['x', NULL], '\\x00ff'::bytea, TIME '12:34:56.5', INTERVAL '1 month 2 days 3 seconds', '{\"k\": 1}'::jsonb, NULL::text")
    told("more", rows)


def schema_of_a_statement():
    with connect() as connection, connection.cursor() as cursor:
        told("schema", [(field.name, str(field.type)) for field in cursor.adbc_execute_schema("SELECT * FROM exp.events")])


def schema_of_the_session():
    with connect() as connection:
        connection.adbc_connection.set_options(**{"adbc.connection.db_schema": "exp"})
        assert connection.adbc_current_db_schema == "exp" and connection.adbc_current_catalog == DATABASE
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM assignments")
            told("in its schema", cursor.fetchall())


def sizes_of_batches():
    with connect() as connection, connection.cursor() as cursor:
        cursor.adbc_statement.set_options(**{"adbc.postgresql.batch_size_hint_bytes": "20000"})
        cursor.execute(SERIES)
        sizes = [batch.num_rows for batch in cursor.fetch_record_batch()]
        assert len(sizes) > 10 and sum(sizes) == ROWS, sizes[:5]


def without_copy():
    with connect() as connection, connection.cursor() as cursor:
        cursor.adbc_statement.set_options(**{"adbc.postgresql.use_copy": "false"})
        cursor.execute("SELECT event_type, count(*) FROM exp.events GROUP BY 1 ORDER BY 1")
        told("without COPY", cursor.fetchall())


def written_is_refused():
    import pyarrow

    with connect() as connection, connection.cursor() as cursor:
        try:
            cursor.adbc_ingest("mine", pyarrow.table({"i": [1]}), mode="create")
        except Exception as refused:
            assert "read-only transaction" in str(refused) or "permission denied" in str(refused), refused
        else:
            raise AssertionError("a table was made")
        connection.rollback()
        cursor.execute("SELECT 1")
        assert cursor.fetchall() == [(1,)]


main(
    "ADBC", adbc_driver_postgresql.__version__, connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error, cancel=cancel, copy=cursor, transaction=transaction,
    own=[
        kinds_of_columns, depths_of_the_catalogs, columns_of_the_catalogs, kinds_of_tables, many_parameters, arrow_tables, arrays_and_more, schema_of_a_statement,
        schema_of_the_session, sizes_of_batches, without_copy, written_is_refused,
    ],
)
