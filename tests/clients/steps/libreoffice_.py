"""LibreOffice Base's own PostgreSQL driver (SDBC), in a headless office spoken to through UNO. Runs in the system's Python, which has `uno`."""

import tempfile

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sdbc import SQLException

from steps import *
from web import Server, free_port, subprocess

port = free_port()
HOME = tempfile.TemporaryDirectory()
SERVER = Server(
    [
        "soffice", "--headless", "--invisible", "--norestore", "--nologo", f"-env:UserInstallation=file://{HOME.name}",
        f"--accept=socket,host=127.0.0.1,port={port};urp;",
    ],
    port,
)
LOCAL = uno.getComponentContext()
RESOLVER = LOCAL.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", LOCAL)
CONTEXT = RESOLVER.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
DRIVERS = CONTEXT.ServiceManager.createInstanceWithContext("com.sun.star.sdbc.DriverManager", CONTEXT)
ADDRESS = f"sdbc:postgresql:dbname={DATABASE} host={HOST} port={PORT} sslmode=verify-full sslrootcert={CA}"


def connection():
    login = tuple(PropertyValue(name, 0, value, 0) for name, value in (("user", USER), ("password", PASSWORD)))
    return DRIVERS.getConnectionWithInfo(ADDRESS, login)


CONNECTION = connection()


def rows(result, columns):
    """Every row of a result as text."""
    found = []
    while result.next():
        row = [result.getString(number + 1) for number in range(columns)]
        found.append(row)
    return found


def ask(statement, columns=1, on=CONNECTION):
    return rows(on.createStatement().executeQuery(statement), columns)


def state(error):
    return error.SQLState


def connects():
    assert ask("SELECT current_user") == [[USER]]
    about = CONNECTION.getMetaData()
    assert about.getDatabaseProductName() == "PostgreSQL" and about.getDatabaseProductVersion().startswith("15"), about.getDatabaseProductVersion()


def types():
    result = CONNECTION.createStatement().executeQuery("SELECT " + ", ".join(text for _, text in VALUES.values()))
    assert result.next()
    assert result.getBoolean(1) is True
    assert (result.getShort(2), result.getInt(3), result.getLong(4)) == (7, -70_000, 5_000_000_000)
    assert (result.getDouble(5), result.getString(6), result.getString(7)) == (2.5, "12.340", "ünï'code")
    day, moment = result.getDate(8), result.getTimestamp(9)
    assert (day.Year, day.Month, day.Day) == (2024, 2, 29), day
    assert (moment.Year, moment.Hours, moment.Seconds, moment.NanoSeconds) == (2024, 12, 56, 789_000_000), moment
    kinds = result.getMetaData()
    named = [kinds.getColumnTypeName(number + 1) for number in range(kinds.getColumnCount())]
    assert named == ["bool", "int2", "int4", "int8", "float8", "numeric", "text", "date", "timestamp", "timestamptz"], named


def parameters():
    asked = CONNECTION.prepareStatement("SELECT ?::int4 + 1, ?::text || '!', ?::float8 * 2, ?::boolean, ?::int8")
    asked.setInt(1, -70_000)
    asked.setString(2, "ünï'code")
    asked.setDouble(3, 2.5)
    asked.setBoolean(4, True)
    asked.setLong(5, 5_000_000_000)
    assert rows(asked.executeQuery(), 5) == [["-69999", "ünï'code!", "5", "t", "5000000000"]]
    filtered = CONNECTION.prepareStatement("SELECT count(*) FROM exp.events WHERE event_type = ?")
    filtered.setString(1, "purchase")
    assert rows(filtered.executeQuery(), 1) == ask("SELECT count(*) FROM exp.events WHERE event_type = 'purchase'")


def cursor():
    result = CONNECTION.createStatement().executeQuery(SERIES)
    assert result.last() and result.getRow() == ROWS and result.getString(2) == f"row {ROWS}"
    result.beforeFirst()
    for number in range(1, 200):
        assert result.next() and result.getInt(1) == number


def metadata():
    about = CONNECTION.getMetaData()
    assert ["exp"] in rows(about.getSchemas(), 1)
    tables = rows(about.getTables(None, "exp", "%", ()), 5)
    assert sorted(row[2] for row in tables) == sorted(TABLES), tables
    found = []
    for table in sorted(TABLES):
        found += [(row[2], row[3]) for row in rows(about.getColumns(None, "exp", table, "%"), 18)]
    check_columns(found)


def error():
    for statement, code in (("SELECT 1 / 0", "22012"), ("SELECT no_such_column FROM exp.events", "42703"), ("SELECT * FROM exp.nothing", "42P01")):
        try:
            ask(statement)
        except SQLException as refused:
            # The driver says the message, and no SQLSTATE of the server.
            assert "ERROR:" in refused.Message, refused.Message
        else:
            raise AssertionError(f"{statement}: no error")
    assert ask("SELECT 42") == [["42"]]


def transaction():
    mine = connection()
    mine.setAutoCommit(False)
    assert ask("SELECT 1", on=mine) == [["1"]]
    try:
        ask("SELECT 1 / 0", on=mine)
    except SQLException:
        pass
    mine.rollback()
    assert ask("SELECT 3", on=mine) == [["3"]]
    mine.commit()
    mine.setAutoCommit(True)
    run = mine.createStatement().execute
    run("BEGIN ISOLATION LEVEL SERIALIZABLE")
    assert ask("SHOW transaction_isolation", on=mine) == [["serializable"]]
    run("SAVEPOINT here")
    run("ROLLBACK TO SAVEPOINT here")
    run("COMMIT")
    mine.close()


def types_of_the_server():
    named = {row[0] for row in rows(CONNECTION.getMetaData().getTypeInfo(), 1)}
    assert {"int4", "text", "timestamptz", "numeric", "jsonb"} <= named, named


def keys_and_indexes():
    about = CONNECTION.getMetaData()
    assert rows(about.getPrimaryKeys(None, "exp", "events"), 6) == []
    assert rows(about.getIndexInfo(None, "exp", "events", False, False), 9) == []
    assert rows(about.getImportedKeys(None, "exp", "events"), 4) == []


def privileges_of_tables():
    granted = rows(CONNECTION.getMetaData().getTablePrivileges(None, "exp", "events"), 7)
    assert [row[5] for row in granted if row[4] == USER] == ["SELECT"], granted


def tables_window():
    """What Base's own window of tables and views reads."""
    definition = DRIVERS.getDriverByURL(ADDRESS).getDataDefinitionByConnection(CONNECTION)
    names = [name for name in definition.getTables().getElementNames() if name.startswith("exp.")]
    assert names == [f"exp.{table}" for table in sorted(TABLES)], names
    events = definition.getTables().getByName("exp.events")
    assert list(events.getColumns().getElementNames()) == TABLES["events"]
    assert [column.TypeName for column in (events.getColumns().getByName(name) for name in TABLES["events"])] == ["text", "text", "float8", "timestamptz"]
    views = {name for name in definition.getViews().getElementNames() if name.startswith("exp.")}
    assert views in (set(), set(names)), views


def written_is_refused():
    try:
        CONNECTION.createStatement().executeUpdate("CREATE TABLE exp.mine (i int)")
    except SQLException as refused:
        assert "read-only transaction" in refused.Message, refused.Message
    else:
        raise AssertionError("a table was made")
    assert ask("SELECT 42") == [["42"]]


VERSION = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "libreoffice-sdbc-postgresql"], capture_output=True, text=True).stdout
VERSION = VERSION.partition("+")[0].rpartition(":")[2].partition("-")[0]
AT_END.append(HOME.cleanup)
main(
    "LibreOffice Base", VERSION, connect=connects, types=types, parameters=parameters, cursor=cursor, metadata=metadata, error=error, transaction=transaction,
    own=[types_of_the_server, keys_and_indexes, privileges_of_tables, tables_window, written_is_refused],
)
