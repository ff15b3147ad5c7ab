"""The steps that every client is taken through, whatever it is written in.

A program prints `client NAME VERSION`, then for each step `ok STEP`, `none STEP` (the client has no such thing) or
`FAILED STEP`, and ends with 1 if one failed. What else a client does is its own: `ok own NAME` or `FAILED own NAME`.
`told NAME VALUE` is what a client made of an answer, for tests/clients/compare: it must be the same at a PostgreSQL that has the same rows.
"""

import datetime
import decimal
import json
import os
import pathlib
import sys
import threading
import time
import traceback

HOST = os.environ.get("TOLLGATE_TEST_HOST", "localhost")
PORT = int(os.environ["TOLLGATE_TEST_PORT"])
USER = os.environ.get("TOLLGATE_TEST_USER", "analyst")
PASSWORD = os.environ.get("TOLLGATE_TEST_PASSWORD", "demo")
DATABASE = os.environ.get("TOLLGATE_TEST_DATABASE", "tollgate")
# The certificate that the server's is verified by.
CA = os.environ["TOLLGATE_TEST_CA"]

STEPS = ("connect", "types", "parameters", "cursor", "metadata", "error", "cancel", "copy", "transaction")

UTC = datetime.timezone.utc
# What programs of all languages ask: a long series, a statement that lasts for minutes, the columns that the role sees.
SHARED = json.loads((pathlib.Path(__file__).parent / "steps.json").read_text())
ROWS, SERIES, SLOW, COLUMNS, TABLES = (SHARED[name] for name in ("rows", "series", "slow", "columns", "tables"))

# A value of each type, and how SQL writes it.
VALUES = {
    "bool": (True, "true"),
    "int2": (7, "7::int2"),
    "int4": (-70_000, "-70000::int4"),
    "int8": (5_000_000_000, "5000000000::int8"),
    "float8": (2.5, "2.5::float8"),
    "numeric": (decimal.Decimal("12.340"), "12.340::numeric"),
    "text": ("ünï'code", "'ünï''code'::text"),
    "date": (datetime.date(2024, 2, 29), "DATE '2024-02-29'"),
    "timestamp": (datetime.datetime(2024, 2, 29, 12, 34, 56, 789000), "TIMESTAMP '2024-02-29 12:34:56.789'"),
    "timestamptz": (datetime.datetime(2024, 2, 29, 12, 34, 56, tzinfo=UTC), "TIMESTAMPTZ '2024-02-29 12:34:56+00'"),
}


def dsn():
    """For everything that is built on libpq."""
    return (
        f"host={HOST} port={PORT} user={USER} password={PASSWORD} dbname={DATABASE}"
        f" sslmode=verify-full sslrootcert={CA}"
    )


def url(scheme, query=True, mode="verify-full"):
    tail = f"?sslmode={mode}&sslrootcert={CA}" if query else ""
    return f"{scheme}://{USER}:{PASSWORD}@{HOST}:{PORT}/{DATABASE}{tail}"


def tls_context():
    import ssl

    return ssl.create_default_context(cafile=CA)


def check_columns(rows):
    """Rows of table and column, in order."""
    found = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    assert found == TABLES, found


def check_series(rows):
    """All rows of SERIES, as they come."""
    count = 0
    for number, text in rows:
        count += 1
        assert number == count and text == f"row {count}", (number, text)
    assert count == ROWS, count


def fails(work, sqlstate, code):
    """Runs `work`, which must fail; `code` reads the SQLSTATE from what it raised."""
    try:
        work()
    except Exception as error:
        assert code(error) == sqlstate, (code(error), error)
    else:
        raise AssertionError(f"no error where {sqlstate} was to come")


def cancelled(run, cancel, code):
    """Starts `run`, which lasts for minutes, and ends it by `cancel` from another thread."""
    timer = threading.Timer(0.7, cancel)
    started = time.monotonic()
    timer.start()
    try:
        fails(run, "57014", code)
    finally:
        timer.join()
    assert time.monotonic() - started < 60


# What is to be ended or cleared away when the steps are through.
AT_END = []


def told(name, value):
    """Says what came of something, to be compared with what comes of it elsewhere."""
    print("told", name, json.dumps(value, default=str, ensure_ascii=False, sort_keys=True), flush=True)


def passes(name, work):
    """Runs one step and says what came of it."""
    try:
        work()
    except BaseException:
        print(f"FAILED {name}", flush=True)
        traceback.print_exc(file=sys.stdout)
        return False
    print(f"ok {name}", flush=True)
    return True


def main(name, version, own=(), **steps):
    """Takes the client through its steps; one that is left out is none of this client's. `own` are functions for what it does besides."""
    assert set(steps) <= set(STEPS), set(steps) - set(STEPS)
    print(f"client {name} {version}", flush=True)
    passed = []
    for step in STEPS:
        if step in steps:
            passed.append(passes(step, steps[step]))
        else:
            print(f"none {step}", flush=True)
    passed += [passes("own " + work.__name__.replace("_", " "), work) for work in own]
    for work in AT_END:
        work()
    sys.stdout.flush()
    # Some clients leave threads behind.
    os._exit(int(not all(passed)))
