"""sqlline: a command line over JDBC."""

import glob
import re
import subprocess

from steps import *

JARS = [jar for name in ("sqlline", "jline", "postgresql") for jar in sorted(glob.glob(f"/usr/share/java/{name}.jar"))]
URL = f"jdbc:postgresql://{HOST}:{PORT}/{DATABASE}?sslmode=verify-full&sslrootcert={CA}&preparedStatementCacheQueries=0"


def sqlline(script, *options):
    command = ["java", "-cp", ":".join(JARS), "sqlline.SqlLine", "--silent=true", "--outputformat=csv", *options]
    command += ["-d", "org.postgresql.Driver", "-u", URL, "-n", USER, "-p", PASSWORD]
    done = subprocess.run(command, input=script + "\n!quit\n", capture_output=True, text=True, timeout=240)
    return done.stdout + done.stderr


def lines(said):
    """Rows, without quotes."""
    return [re.sub("'(.*?)'", r"\1", line) for line in said.splitlines() if line.startswith("'")]


def connects():
    assert USER in sqlline("SELECT current_user;")


def types():
    said = lines(sqlline("SELECT true, 7::int2, 12.340, DATE '2024-02-29', 'x'::text, NULL::int4, ARRAY[1, 2];"))
    assert said[-1].lower().startswith(("t,7,12.340,2024-02-29,x,", "true,7,12.340,2024-02-29,x,")), said


def cursor():
    # Without autocommit and with a size the driver asks for blocks.
    said = lines(sqlline(f"!autocommit off\n{SERIES};\n!commit", "--incremental=true"))
    rows = [line.split(",") for line in said]
    check_series((int(number), text) for number, text in rows if number.isdigit())


def metadata():
    rows = [line.split(",") for line in lines(sqlline(COLUMNS + ";"))]
    check_columns([(row[0], row[1]) for row in rows if row[0] in TABLES])
    said = sqlline("!tables\n!columns events\n!primarykeys events\n!indexes events\n!importedkeys events\n!exportedkeys events\n!metadata getSchemas\n!dbinfo\n!describe events")
    assert all(name in said for name in TABLES), said
    assert all(name in said for name in TABLES["events"]), said
    assert "SQLSTATE" not in said and "Error" not in said, said


def error():
    said = sqlline("SELECT 1/0;\nSELECT request_id FROM exp.flag_evaluations;\nSELECT 42 AS still;")
    assert "22012" in said and "42703" in said and "42" in lines(said)[-1], said


def transaction():
    said = sqlline(
        "!autocommit off\n!isolation TRANSACTION_SERIALIZABLE\nSELECT current_setting('transaction_isolation');\n"
        "SELECT 1/0;\nSELECT 1;\n!rollback\nSELECT 'again';\n!commit"
    )
    assert "serializable" in said and "25P02" in said and "again" in lines(said)[-1], said


VERSION = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", "sqlline"], capture_output=True, text=True).stdout.split("+")[0].split("-")[0]
main("sqlline", VERSION, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error, transaction=transaction)
