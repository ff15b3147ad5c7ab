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


def thirty_two_clients():
    for mode in ("simple", "extended", "prepared"):
        assert "failed transactions: 0" in bench("-t", "3", "-c", "32", "-j", "2", "-M", mode), mode


def connection_for_each_transaction():
    for mode in ("simple", "prepared"):
        assert "failed transactions: 0" in bench("-t", "3", "-c", "4", "-C", "-M", mode), mode


def values_into_variables():
    script = "SELECT 40 AS a, 2 AS b \\gset one_\nSELECT count(*) AS n FROM exp.events WHERE event_type = 'purchase' \\gset\nSELECT :one_a::int + :one_b::int + :n::int;\n"
    for mode in ("simple", "extended", "prepared"):
        assert "failed transactions: 0" in bench("-t", "3", "-M", mode, script=script), mode


def values_of_the_last_statement():
    script = "SELECT 1 AS a \\; SELECT 2 AS b \\aset\n\\set c :a + :b\nSELECT :c::int;\n"
    assert "failed transactions: 0" in bench("-t", "3", "-M", "simple", script=script)


def pipelines():
    script = "\\set n random(1, 9)\n\\startpipeline\nBEGIN;\nSELECT :n::int;\nSELECT count(*) FROM exp.events;\nCOMMIT;\n\\endpipeline\n"
    for mode in ("extended", "prepared"):
        assert "failed transactions: 0" in bench("-t", "5", "-c", "4", "-M", mode, script=script), mode


def conditions():
    script = "\\set n random(1, 2)\n\\if :n = 1\nSELECT 'one';\n\\else\nSELECT 'two';\n\\endif\n"
    assert "failed transactions: 0" in bench("-t", "6", script=script)


def rate_and_report():
    said = bench("-T", "1", "-R", "20", "-r", "-P", "1")
    assert "failed transactions: 0" in said and "statement latencies" in said, said


VERSION = subprocess.run(["pgbench", "--version"], capture_output=True, text=True).stdout.split()[2]
main(
    "pgbench", VERSION, connect=connects, parameters=parameters, cursor=cursor, error=error, transaction=transaction,
    own=[thirty_two_clients, connection_for_each_transaction, values_into_variables, values_of_the_last_statement, pipelines, conditions, rate_and_report],
)
