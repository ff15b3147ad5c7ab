"""psqlODBC, by way of pyodbc: every catalog function, fetching by cursor, how errors are rolled back, types in and out."""

import datetime
import decimal

import pyodbc

from probes import *


def connect(autocommit=False, **options):
    extra = "".join(f";{name}={value}" for name, value in options.items())
    return pyodbc.connect(
        f"Driver={{PostgreSQL Unicode}};Server={HOST};Port={PORT};Database={DATABASE};Uid={USER};Pwd={PASSWORD}"
        f";SSLmode=verify-full;pqopt={{sslrootcert={CA}}}{extra}",
        autocommit=autocommit,
    )


def code(error):
    return error.args[0] if error.args else None


def tried(connection, text, *values):
    try:
        cursor = connection.execute(text, *values)
        if not cursor.description:
            return cursor.rowcount
        return plain([[[column[0], column[1].__name__, *column[2:]] for column in cursor.description], [list(row) for row in cursor.fetchall()]])
    except pyodbc.Error as error:
        return f"error {code(error)}"


def listed(rows, *without):
    """Rows with the names of their columns; those that are the server's own are left out."""
    found = [{column[0]: value for column, value in zip(row.cursor_description, row) if column[0] not in without} for row in rows]
    return plain(found)


# Each with what its rows hold of the server alone.
CATALOGS = {
    "tables": (lambda c: c.tables(schema="exp"), ("remarks",)), "tables by kind": (lambda c: c.tables(schema="exp", tableType="TABLE"), ("remarks",)), "views": (lambda c: c.tables(schema="exp", tableType="VIEW"), ("remarks",)),
    "tables by pattern": (lambda c: c.tables(table="even%", schema="%"), ("remarks",)), "no tables": (lambda c: c.tables(table="nosuch"), ()), "system tables": (lambda c: c.tables(table="pg_am", schema="pg_catalog"), ("remarks",)),
    "columns": (lambda c: c.columns(table="events", schema="exp"), ("remarks", "table oid")), "columns of many types": (lambda c: c.columns(table="flag_evaluations", schema="exp"), ("remarks", "table oid")), "columns of a catalog": (lambda c: c.columns(table="pg_am", schema="pg_catalog"), ("remarks",)),
    "one column": (lambda c: c.columns(table="events", schema="exp", column="user%"), ("remarks", "table oid")), "statistics": (lambda c: c.statistics("events", schema="exp"), ("cardinality", "pages")),
    "unique statistics": (lambda c: c.statistics("events", schema="exp", unique=True), ("cardinality", "pages")), "primary keys": (lambda c: c.primaryKeys("events", schema="exp"), ()), "foreign keys": (lambda c: c.foreignKeys("events", schema="exp"), ()),
    "foreign keys to": (lambda c: c.foreignKeys(foreignTable="events", foreignSchema="exp"), ()), "row id": (lambda c: c.rowIdColumns("events", schema="exp"), ()), "row version": (lambda c: c.rowVerColumns("events", schema="exp"), ()),
    "types": (lambda c: c.getTypeInfo(), ()), "one type": (lambda c: c.getTypeInfo(pyodbc.SQL_INTEGER), ()), "procedures": (lambda c: c.procedures(procedure="lower", schema="pg_catalog"), ("remarks",)),
    "procedure columns": (lambda c: c.procedureColumns(procedure="lower", schema="pg_catalog"), ("remarks",)),
}

INFORMATION = (
    "SQL_DBMS_NAME", "SQL_IDENTIFIER_QUOTE_CHAR", "SQL_MAX_IDENTIFIER_LEN", "SQL_MAX_COLUMNS_IN_SELECT", "SQL_TXN_CAPABLE", "SQL_DEFAULT_TXN_ISOLATION", "SQL_CURSOR_COMMIT_BEHAVIOR", "SQL_CURSOR_ROLLBACK_BEHAVIOR", "SQL_SCHEMA_USAGE", "SQL_USER_NAME",
    "SQL_DATABASE_NAME", "SQL_KEYWORDS", "SQL_DATA_SOURCE_READ_ONLY", "SQL_STRING_FUNCTIONS", "SQL_GETDATA_EXTENSIONS", "SQL_TXN_ISOLATION_OPTION", "SQL_NULL_COLLATION", "SQL_SQL_CONFORMANCE", "SQL_CATALOG_NAME",
)


def probe_information():
    connection = connect()
    return {name: plain(connection.getinfo(getattr(pyodbc, name))) for name in INFORMATION}


def probe_types():
    connection = connect(autocommit=True, BoolsAsChar=0)
    return [[text, tried(connection, f"SELECT {text} AS v")] for text in (
        "true", "7::int2", "-70000", "5000000000", "1.5::float4", "2.5::float8", "12.340", "1e20::numeric", "'ü'::text", "'x'::varchar(3)", "'x'::char(3)", "'\\x00ff'::bytea", "DATE '2024-02-29'", "TIME '12:34:56'", "TIMESTAMP '2024-02-29 12:34:56.789'",
        "TIMESTAMPTZ '2024-02-29 12:34:56+00'", "INTERVAL '1 day 2 hours'", "'{\"a\": 1}'::jsonb", "'00112233-4455-6677-8899-aabbccddeeff'::uuid", "ARRAY[1, NULL]", "NULL", "NULL::int4", "7::oid", "'n'::name", "'c'::\"char\"", "ROW(1, 'a')",
    )]


def probe_parameters():
    found = []
    for server_side in (0, 1):
        connection = connect(autocommit=True, UseServerSidePrepare=server_side, BoolsAsChar=0)
        for text, values in (
            ("SELECT ?::int4 + 1", (4,)), ("SELECT ?::text || 'x'", ("a'",)), ("SELECT ?::float8", (2.5,)), ("SELECT ?::numeric", (decimal.Decimal("1.50"),)), ("SELECT ?::date", (datetime.date(2024, 2, 29),)),
            ("SELECT ?::timestamp", (datetime.datetime(2024, 2, 29, 12),)), ("SELECT ?::bytea", (b"\x00\xff",)), ("SELECT ?::int4", (None,)), ("SELECT ?::int8", (2**40,)), ("SELECT count(*) FROM exp.events WHERE user_id = ? AND event_value > ?", ("nobody", 1.5)),
            ("SELECT ?::int4", ("x",)), ("SELECT 1 / ?::int4", (0,)), ("SELECT ?", ("untyped",)), ("SELECT user_id FROM exp.events WHERE user_id IN (?, ?)", ("a", "b")),
        ):
            found.append([server_side, text, tried(connection, text, *values)])
    return found


def probe_rollback_protocols():
    found = []
    for protocol in ("7.4-0", "7.4-1", "7.4-2"):
        connection = connect(Protocol=protocol)
        found.append([protocol, [tried(connection, text) for text in ("SELECT 1", "SELECT 1/0", "SELECT 2", "SELECT nosuch", "SELECT 3")]])
        connection.rollback()
        found.append(tried(connection, "SELECT 4"))
    return found


def probe_declare_fetch():
    found = []
    for size in (1, 7, 100):
        connection = connect(UseDeclareFetch=1, Fetch=size)
        cursor = connection.execute("SELECT i, i::text FROM generate_series(1, 20) i")
        found.append(plain([list(cursor.fetchone()), [list(row) for row in cursor.fetchmany(3)], len(cursor.fetchall())]))
        found.append(tried(connection, "SELECT 1/(15 - i) FROM generate_series(1, 20) i"))
        connection.rollback()
        found.append(tried(connection, "SELECT 1"))
    return found


def probe_options():
    found = []
    for options in (
        {"ReadOnly": 1}, {"ShowSystemTables": 1}, {"ShowOidColumn": 1}, {"RowVersioning": 1}, {"FakeOidIndex": 1}, {"TextAsLongVarchar": 0}, {"UnknownSizes": 2}, {"MaxVarcharSize": 100}, {"ByteaAsLongVarBinary": 1}, {"LFConversion": 0}, {"Parse": 1},
        {"ConnSettings": "SET search_path TO exp"}, {"UpdatableCursors": 1}, {"DisallowPremature": 1}, {"TrueIsMinus1": 1}, {"ServerSidePrepare": 0}, {"ApplicationName": "x"}, {"KeepaliveTime": 9}, {"BI": -5}, {"LowerCaseIdentifier": 1},
    ):
        connection = connect(autocommit=True, **options)
        found.append([str(options), tried(connection, "SELECT 1 AS a, 'x' AS b, true AS c"), tried(connection, "SHOW search_path") if "ConnSettings" in options else None])
    return found


def probe_isolation():
    found = []
    for level in (pyodbc.SQL_TXN_READ_COMMITTED, pyodbc.SQL_TXN_REPEATABLE_READ, pyodbc.SQL_TXN_SERIALIZABLE):
        connection = connect()
        connection.set_attr(pyodbc.SQL_ATTR_TXN_ISOLATION, level)
        found.append(tried(connection, "SHOW transaction_isolation"))
        connection.commit()
    return found


def probe_several_results():
    cursor = connect(autocommit=True).execute("SELECT 1; SET work_mem = '8MB'; SELECT 'a', 'b'")
    found = []
    while True:
        found.append(plain([list(row) for row in cursor.fetchall()]) if cursor.description else "no rows")
        if not cursor.nextset():
            return found


def probe_errors():
    connection = connect(autocommit=True)
    return [[text, tried(connection, text), tried(connection, "SELECT 1")] for text in ("SELECT 1/0", "SELEC", "SELECT nosuch", "SELECT * FROM nosuch", "CREATE TABLE t (i int)", "SELECT nosuch(1)", "SELECT 'x'::int", "{call nosuch()}")]


def probe_cancel():
    connection = connect(autocommit=True)
    cursor = connection.cursor()
    timer = threading.Timer(0.7, cursor.cancel)
    timer.start()
    try:
        cursor.execute(SLOW)
        found = ["no error"]
    except pyodbc.Error as error:
        found = [code(error)]
    timer.join()
    return [*found, tried(connection, "SELECT 1")]


def probe_timeout():
    connection = connect(autocommit=True)
    connection.timeout = 1
    return [tried(connection, SLOW), tried(connection, "SELECT 1")]


def probe_escapes():
    connection = connect(autocommit=True)
    return [[text, tried(connection, f"SELECT {text}")] for text in (
        "{d '2024-02-29'}", "{ts '2024-02-29 12:00:00'}", "{t '12:00:00'}", "{fn ucase('a')}", "{fn concat('a', 'b')}", "{fn length('abc')}", "{fn substring('abc', 2, 1)}", "{fn mod(7, 3)}", "{fn ifnull(NULL, 'x')}", "{fn left('abc', 2)}",
        "{fn database()}", "{fn user()}", "{fn locate('b', 'abc')}", "{fn round(1.567, 1)}", "{fn dayofmonth(DATE '2024-02-29')}", "{fn convert('7', SQL_INTEGER)}",
    )]


def probe_call():
    connection = connect(autocommit=True)
    return [tried(connection, "{call abs(?)}", -7), tried(connection, "{? = call abs(?)}", 1, -7)]


def probe_executemany():
    cursor = connect(autocommit=True).cursor()
    cursor.executemany("SELECT ?::int4", [(1,), (2,)])
    return "done"


if __name__ == "__main__":
    for name, (work, without) in CATALOGS.items():
        probe(f"catalog {name}", lambda: listed(work(connect().cursor()), *without), code)
    take(globals(), code)
