import importlib.metadata
import io

import pg8000.native

from steps import *


def connect():
    return pg8000.native.Connection(
        USER, host=HOST, port=PORT, password=PASSWORD, database=DATABASE, ssl_context=tls_context()
    )


def code(error):
    return error.args[0]["C"]


def connects():
    assert connect().run("SELECT current_user") == [[USER]]


def types():
    rows = connect().run("SELECT " + ", ".join(text for _, text in VALUES.values()))
    assert rows == [[value for value, _ in VALUES.values()]], rows
    rows = connect().run("SELECT ARRAY[1, NULL, 3], ARRAY['a', NULL], '{\"a\": [1]}'::jsonb, '\\x00ff'::bytea, NULL")
    assert rows == [[[1, None, 3], ["a", None], {"a": [1]}, b"\x00\xff", None]], rows


def parameters():
    columns = ", ".join(f"CAST(:{name} AS {name})" for name in VALUES)
    rows = connect().run(f"SELECT {columns}", **{name: value for name, (value, _) in VALUES.items()})
    assert rows == [[value for value, _ in VALUES.values()]], rows


def cursor():
    connection = connect()
    connection.run("BEGIN")
    connection.run(f"DECLARE walk CURSOR FOR {SERIES}")

    def rows():
        while block := connection.run("FETCH 10000 FROM walk"):
            yield from block

    check_series(rows())
    connection.run("CLOSE walk")
    connection.run("COMMIT")


def metadata():
    check_columns(connect().run(COLUMNS))


def error():
    connection = connect()
    for statement, sqlstate in [("SELECT 1 / 0", "22012"), ("SELECT request_id FROM exp.flag_evaluations", "42703")]:
        fails(lambda: connection.run(statement), sqlstate, code)
        assert connection.run("SELECT 1") == [[1]]


def cancel():
    # It has no cancel of its own; what it has is another connection.
    connection, other = connect(), connect()
    pid = connection.run("SELECT pg_backend_pid()")[0][0]
    cancelled(lambda: connection.run(SLOW), lambda: other.run("SELECT pg_cancel_backend(:pid)", pid=pid), code)
    assert connection.run("SELECT 1") == [[1]]


def copy():
    out = io.BytesIO()
    connect().run(f"COPY ({SERIES}) TO STDOUT", stream=out)
    lines = out.getvalue().decode().splitlines()
    check_series((int(number), text) for number, text in (line.split("\t") for line in lines))


def transaction():
    connection = connect()
    connection.run("START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    assert connection.run("SHOW transaction_isolation") == [["repeatable read"]]
    fails(lambda: connection.run("SELECT 1 / 0"), "22012", code)
    fails(lambda: connection.run("SELECT 1"), "25P02", code)
    connection.run("ROLLBACK")
    assert connection.run("SELECT 1") == [[1]]


main(
    "pg8000", importlib.metadata.version("pg8000"), connect=connects, types=types, parameters=parameters,
    cursor=cursor, metadata=metadata, error=error, cancel=cancel, copy=copy, transaction=transaction,
)
