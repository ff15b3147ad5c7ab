"""sqlsmith: random statements over the role's tables and the catalogs. Each gets an answer or an error of its own kind, and the session goes on.

It has none of the other clients' steps: reading the catalogs is its metadata, what it sends are its errors.
"""

import functools
import re
import subprocess

import psycopg

from steps import *

STATEMENTS = int(os.environ.get("TOLLGATE_TEST_SQLSMITH", "200"))


@functools.cache
def sqlsmith():
    """Its one run. It loads the catalogs first, relation by relation and function by function, which takes a gateway that was not optimised minutes."""
    target = f"{dsn()} options='-c statement_timeout=20000'"
    command = ["sqlsmith", f"--target={target}", "--verbose", f"--max-queries={STATEMENTS}", "--seed=7"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=850)
    return done.returncode, done.stdout + done.stderr


def metadata():
    """It ends with an error where the catalogs lack something that it needs: types, operators, functions, aggregates."""
    _, said = sqlsmith()
    assert "Loading routine parameters...done" in said and "Generating indexes...done" in said, said[-4000:]


def error():
    code, said = sqlsmith()
    assert code == 0, said[-4000:]
    assert not re.search(r"XX000|internal error|connection .*(lost|closed)|server closed", said), said[-4000:]
    assert psycopg.connect(dsn()).execute("SELECT 1").fetchone() == (1,)


VERSION = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "sqlsmith"], capture_output=True, text=True).stdout.split("-")[0]
main("sqlsmith", VERSION, metadata=metadata, error=error)
