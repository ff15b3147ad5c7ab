"""psql: the one on the path, or the binary that is named. Those of the wheel were built without TLS and meet the server that speaks none, on loopback."""

import re
import subprocess
import sys

from steps import *

PSQL = sys.argv[1] if len(sys.argv) > 1 else "psql"
PLAIN = len(sys.argv) > 1
if PLAIN:
    PLAIN_PORT = os.environ["TOLLGATE_TEST_PLAIN_PORT"]
    WHERE = f"host={HOST} port={PLAIN_PORT} user={USER} password={PASSWORD} dbname={DATABASE} sslmode=disable"
else:
    WHERE = dsn()
VERSION = subprocess.run([PSQL, "--version"], capture_output=True, text=True).stdout.split()[2]
MAJOR = int(VERSION.split(".")[0])


def psql(script, good=True, **options):
    command = [PSQL, "-X", "-A", "-t", "-v", "VERBOSITY=verbose", "-v", "ON_ERROR_STOP=1", WHERE]
    done = subprocess.run(command, input=script, capture_output=True, text=True, timeout=120, **options)
    assert (done.returncode == 0) == good, done.stdout + done.stderr
    return done.stdout if good else done.stderr


def connects():
    said = psql("\\conninfo\n")
    assert PLAIN or re.search("SSL connection|SSL Connection.true", said), said
    assert psql("SELECT current_user;\n").strip() == USER


def types():
    script = "SELECT 12.340, DATE '2024-02-29', ARRAY[1, NULL], NULL, true;\nSELECT 1 AS a, 'x' AS b \\gdesc\n"
    assert psql(script) == "12.340|2024-02-29|{1,NULL}||t\na|integer\nb|text\n"


def cursor():
    out = psql(f"\\set FETCH_COUNT 5000\n{SERIES};\n")
    check_series((int(number), text) for number, text in (line.split("|") for line in out.splitlines()))


def metadata():
    check_columns([line.split("|") for line in psql(COLUMNS + ";\n").splitlines()])
    listed = psql("\\d exp.*\n\\dv exp.*\n\\dt exp.*\n")
    assert all(name in listed for name in TABLES), listed


def error():
    assert "42703" in psql("SELECT request_id FROM exp.flag_evaluations;\n", good=False)
    script = "\\set ON_ERROR_STOP 0\nSELECT 1 / 0;\n\\echo :SQLSTATE\nSELECT 1;\n"
    assert psql(script) == "22012\n1\n"


def cancel():
    command = [PSQL, "-X", "-v", "VERBOSITY=verbose", WHERE, "-c", SLOW + ";"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    child.send_signal(2)
    _, complaint = child.communicate(timeout=60)
    assert "57014" in complaint, complaint


def copy():
    check_series(
        (int(number), text)
        for number, text in (line.split("\t") for line in psql(f"\\copy ({SERIES}) TO STDOUT\n").splitlines())
    )


def transaction():
    script = (
        "\\set ON_ERROR_STOP 0\n\\set ON_ERROR_ROLLBACK on\nBEGIN;\nSELECT 1 / 0;\nSELECT 2;\nCOMMIT;\n"
        "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE;\nSHOW transaction_isolation;\nROLLBACK;\n"
    )
    out = psql(script).splitlines()
    assert "2" in out and "serializable" in out, out


def parameters():
    """From 16 on values can be bound, from 18 on to statements by name, and sent without waiting for what came before."""
    assert psql("SELECT $1::int + 1, $2 \\bind 41 'it''s' \\g\n") == "42|it's\n"
    script = "\\set ON_ERROR_STOP 0\nSELECT 1 / $1::int \\bind 0 \\g\n\\echo :SQLSTATE\nSELECT 1;\n"
    assert psql(script) == "22012\n1\n"
    if MAJOR < 18:
        return
    named = "SELECT $1::int + $2::int \\parse added\n\\bind_named added 40 2 \\g\n\\bind_named added 1 1 \\g\n\\close_prepared added\n"
    assert psql(named).split() == ["42", "2"]
    script = (
        "\\startpipeline\nSELECT $1 \\bind 1 \\sendpipeline\nSELECT $1 \\bind 2 \\sendpipeline\n\\flushrequest\n\\getresults 1\n"
        "\\syncpipeline\nSELECT 3;\n\\endpipeline\n"
    )
    assert psql(script) == "1\n2\n3\n"


steps = dict(
    connect=connects, types=types, cursor=cursor, metadata=metadata, error=error, cancel=cancel, copy=copy,
    transaction=transaction,
)
if MAJOR >= 16:
    steps["parameters"] = parameters
main(f"psql {MAJOR}", VERSION, **steps)
