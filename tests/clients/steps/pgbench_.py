"""pgbench: its three query modes, many clients, a connection for each transaction."""

import subprocess
import tempfile

from steps import *

SCRIPT = """\\set n random(1, 1000)
SELECT count(*) AS found FROM generate_series(1, 100) AS g(i) WHERE i <= :n::int \\gset
SELECT :found::int + :n::int;
"""


def bench(*options, script=SCRIPT, good=True):
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        command = ["pgbench", "-n", "-f", file.name, *options, dsn()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (done.returncode == 0) == good, done.stdout + done.stderr
    return done.stdout + done.stderr


def connects():
    assert "failed transactions: 0" in bench("-t", "2", "-C")


def parameters():
    for mode in ("simple", "extended", "prepared"):
        assert "failed transactions: 0" in bench("-t", "5", "-c", "8", "-j", "2", "-M", mode), mode


def cursor():
    script = "\\startpipeline\nSELECT 1;\nSELECT 2;\nSELECT 3;\n\\endpipeline\n"
    assert "failed transactions: 0" in bench("-t", "5", "-M", "prepared", script=script)


def error():
    assert "division by zero" in bench("-t", "1", script="SELECT 1 / 0;\n", good=False)


def transaction():
    script = "BEGIN;\nSELECT 1;\nSAVEPOINT here;\nSELECT 2;\nROLLBACK TO here;\nEND;\n"
    assert "failed transactions: 0" in bench("-t", "5", "-c", "4", script=script)


VERSION = subprocess.run(["pgbench", "--version"], capture_output=True, text=True).stdout.split()[2]
main("pgbench", VERSION, connect=connects, parameters=parameters, cursor=cursor, error=error, transaction=transaction)
