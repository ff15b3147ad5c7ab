"""psqlODBC, by way of pyodbc."""

import pyodbc

from steps import *


def connect(**options):
    extra = "".join(f";{name}={value}" for name, value in options.items())
    return pyodbc.connect(
        f"Driver={{PostgreSQL Unicode}};Server={HOST};Port={PORT};Database={DATABASE};Uid={USER};Pwd={PASSWORD}"
        f";SSLmode=verify-full;pqopt={{sslrootcert={CA}}}{extra}"
    )


def code(error):
    return error.args[0]


def one(connection, statement, *values):
    return tuple(connection.execute(statement, *values).fetchone())


def connects():
    assert one(connect(), "SELECT current_user") == (USER,)


def types():
    row = one(connect(BoolsAsChar=0), "SELECT " + ", ".join(text for _, text in VALUES.values()))
    expected = [value for value, _ in VALUES.values()]
    expected[-1] = expected[-1].replace(tzinfo=None)
    assert list(row) == expected, row


def parameters():
    row = one(connect(), "SELECT ?::int4 + 1, ?::text, ?::float8, ?::date", 41, "it's", 2.5, datetime.date(2024, 2, 29))
    assert row == (42, "it's", 2.5, datetime.date(2024, 2, 29)), row


def cursor():
    for options in ({}, {"UseDeclareFetch": 1, "Fetch": 5000}):
        cursor = connect(**options).execute(SERIES)
        check_series(tuple(row) for row in cursor)


def metadata():
    cursor = connect().cursor()
    names = sorted(row.table_name for row in cursor.tables(schema="exp"))
    assert names == sorted(TABLES), names
    for name, columns in TABLES.items():
        assert [row.column_name for row in cursor.columns(table=name, schema="exp")] == columns
        cursor.primaryKeys(table=name, schema="exp").fetchall()
        cursor.foreignKeys(table=name, schema="exp").fetchall()
        cursor.statistics(table=name, schema="exp").fetchall()
    cursor.getTypeInfo().fetchall()
    cursor.procedures(schema="exp").fetchall()


def error():
    connection = connect()
    connection.autocommit = True
    fails(lambda: connection.execute("SELECT 1 / 0").fetchall(), "22012", code)
    fails(lambda: connection.execute("SELECT request_id FROM exp.flag_evaluations"), "42703", code)
    assert one(connection, "SELECT 1") == (1,)


def cancel():
    connection = connect()
    connection.autocommit = True
    cursor = connection.cursor()
    cancelled(lambda: cursor.execute(SLOW), cursor.cancel, lambda error: {"HY008": "57014"}.get(code(error), code(error)))
    assert one(connection, "SELECT 1") == (1,)


def transaction():
    # Protocol: what is rolled back after an error. 0 nothing, 1 the transaction, 2 the statement.
    for protocol in ("7.4-1", "7.4-2"):
        connection = connect(Protocol=protocol)
        assert one(connection, "SELECT 1") == (1,)
        fails(lambda: connection.execute("SELECT 1 / 0").fetchall(), "22012", code)
        connection.rollback()
        assert one(connection, "SELECT 2") == (2,)
        connection.commit()


main(
    "psqlODBC with pyodbc", pyodbc.version, connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error, cancel=cancel, transaction=transaction,
)
