"""sqlsmith: random statements over the role's tables and the catalogs. Each gets an answer or an error of its own kind, and the session goes on.

It has none of the other clients' steps: reading the catalogs is its metadata, what it sends are its errors.
"""

import re
import subprocess

import psycopg

from steps import *

STATEMENTS = int(os.environ.get("TOLLGATE_TEST_SQLSMITH", "200"))


def sqlsmith(count, seed):
    target = f"{dsn()} options='-c statement_timeout=20000'"
    command = ["sqlsmith", f"--target={target}", "--verbose", f"--max-queries={count}", f"--seed={seed}"]
    return subprocess.run(command, capture_output=True, text=True, timeout=280)


def metadata():
    """It ends with an error where the catalogs lack something that it needs: types, operators, functions, aggregates."""
    done = sqlsmith(1, 1)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def error():
    done = sqlsmith(STATEMENTS, 7)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    said = done.stderr + done.stdout
    assert not re.search(r"XX000|internal error|connection .*(lost|closed)|server closed", said), said[-4000:]
    assert psycopg.connect(dsn()).execute("SELECT 1").fetchone() == (1,)

VERSION = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "sqlsmith"], capture_output=True, text=True).stdout.split("-")[0]
main("sqlsmith", VERSION, metadata=metadata, error=error)
