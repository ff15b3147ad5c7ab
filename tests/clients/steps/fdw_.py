"""PostgreSQL itself as a client: postgres_fdw and dblink of the server that is installed here."""

import glob
import shutil
import socket
import subprocess
import tempfile

import psycopg

from steps import *

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[0]
FOLDER = tempfile.mkdtemp()
OWNER = ["su", "postgres", "-s", "/bin/bash", "-c"] if os.getuid() == 0 else ["bash", "-c"]


def start():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    shutil.copy(CA, f"{FOLDER}/ca.crt")
    os.chmod(FOLDER, 0o755)
    if os.getuid() == 0:
        shutil.chown(FOLDER, "postgres")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    for command in (
        f"{PROGRAMS}/initdb -A trust -U postgres -E UTF8 --locale=C --no-sync -D {FOLDER}/data",
        f"{PROGRAMS}/pg_ctl -D {FOLDER}/data -w -l {FOLDER}/log -o '{options}' start",
    ):
        subprocess.run([*OWNER, command], check=True, stdout=subprocess.DEVNULL)
    return port


def stop():
    subprocess.run([*OWNER, f"{PROGRAMS}/pg_ctl -D {FOLDER}/data -m immediate stop"], stdout=subprocess.DEVNULL)
    shutil.rmtree(FOLDER, ignore_errors=True)


OWN = psycopg.connect(f"host=127.0.0.1 port={start()} user=postgres dbname=postgres", autocommit=True)
WHERE = f"host={HOST} port={PORT} dbname={DATABASE} user={USER} password={PASSWORD} sslmode=verify-full sslrootcert={FOLDER}/ca.crt"


def remote(sql, columns):
    return OWN.execute(f"SELECT * FROM dblink(%s, %s) AS t({columns})", [WHERE, sql]).fetchall()


def connects():
    OWN.execute("CREATE EXTENSION postgres_fdw; CREATE EXTENSION dblink;")
    OWN.execute(
        f"CREATE SERVER gateway FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '{HOST}', port '{PORT}',"
        f" dbname '{DATABASE}', sslmode 'verify-full', sslrootcert '{FOLDER}/ca.crt', use_remote_estimate 'true')"
    )
    OWN.execute(f"CREATE USER MAPPING FOR postgres SERVER gateway OPTIONS (user '{USER}', password '{PASSWORD}')")
    assert remote("SELECT current_user::text", "who text") == [(USER,)]


def types():
    columns = ", ".join(f"{name} {name}" for name in VALUES).replace("text text", "t text")
    rows = remote("SELECT " + ", ".join(text for _, text in VALUES.values()), columns)
    assert list(rows[0]) == [value for value, _ in VALUES.values()], rows


def cursor():
    check_series(remote(SERIES, "i int, t text"))
    # Rows by FETCH from a cursor of its own; what it can, the gateway does.
    whole = OWN.execute("SELECT count(*) FROM exp.events").fetchone()[0]
    assert OWN.execute("SELECT count(user_id) FROM exp.events WHERE event_type <> 'nothing'").fetchone()[0] == whole
    assert sum(1 for _ in OWN.execute("SELECT * FROM exp.events ORDER BY occurred_at LIMIT 700")) == min(700, whole)
    plan = "\n".join(row[0] for row in OWN.execute("EXPLAIN (VERBOSE) SELECT * FROM exp.events WHERE user_id = 'u1'"))
    assert "Remote SQL" in plan and "WHERE ((user_id = 'u1'" in plan, plan


def metadata():
    OWN.execute("CREATE SCHEMA exp; IMPORT FOREIGN SCHEMA exp FROM SERVER gateway INTO exp;")
    check_columns(OWN.execute(COLUMNS).fetchall())


def error():
    fails(lambda: remote("SELECT 1 / 0", "x int"), "22012", lambda error: error.sqlstate)
    assert remote("SELECT 1", "x int") == [(1,)]


def transaction():
    with OWN.transaction():
        OWN.execute("SELECT count(*) FROM exp.assignments").fetchone()
        try:
            with OWN.transaction():
                OWN.execute("SELECT 1 / count(*) FROM exp.assignments WHERE user_id = 'nobody'").fetchone()
        except psycopg.errors.DivisionByZero:
            pass
        OWN.execute("SELECT count(*) FROM exp.events").fetchone()


def explained(statement):
    return "\n".join(row[0] for row in OWN.execute(f"EXPLAIN (VERBOSE) {statement}"))


def sorted_there():
    plan = explained("SELECT user_id FROM exp.events ORDER BY user_id LIMIT 3")
    assert "Remote SQL" in plan and "ORDER BY" in plan, plan
    told("sorted", OWN.execute("SELECT user_id, event_type FROM exp.events ORDER BY user_id COLLATE \"C\", event_value, occurred_at LIMIT 5").fetchall())


def grouped_there():
    statement = "SELECT event_type, count(*), min(event_value), max(event_value) FROM exp.events GROUP BY event_type"
    plan = explained(statement)
    assert "GROUP BY" in plan.partition("Remote SQL")[2], plan
    told("grouped", sorted(OWN.execute(statement).fetchall()))


def joined_there():
    statement = "SELECT a.variant_id, count(*) FROM exp.assignments a JOIN exp.events e ON e.user_id = a.user_id GROUP BY 1"
    plan = explained(statement)
    assert "JOIN" in plan.partition("Remote SQL")[2], plan
    told("joined", sorted(OWN.execute(statement).fetchall()))


def parameters_there():
    OWN.execute("PREPARE by_type(text) AS SELECT count(*) FROM exp.events WHERE event_type = $1")
    for _ in range(7):
        found = OWN.execute("EXECUTE by_type('purchase')").fetchone()
    told("by a parameter", found)
    # One remote statement for each row of the outer side.
    OWN.execute("SET enable_hashjoin = off; SET enable_mergejoin = off")
    told("nested", OWN.execute("SELECT count(*) FROM (VALUES ('u1'), ('u2')) AS v(u) JOIN exp.assignments a ON a.user_id = v.u").fetchone())
    OWN.execute("RESET enable_hashjoin; RESET enable_mergejoin")


def analyzed():
    """It reads a sample by a cursor, and asks for the table's size."""
    OWN.execute("ANALYZE exp.events")
    found = OWN.execute("SELECT reltuples > 0 FROM pg_class WHERE oid = 'exp.events'::regclass").fetchone()
    assert found == (True,), found


def without_remote_estimates():
    OWN.execute("ALTER SERVER gateway OPTIONS (SET use_remote_estimate 'false')")
    told("counted", OWN.execute("SELECT count(*) FROM exp.events WHERE event_value > 10").fetchone())
    OWN.execute("ALTER SERVER gateway OPTIONS (SET use_remote_estimate 'true')")


def side_by_side():
    """Two foreign tables read at the same time, each on a connection of its own."""
    OWN.execute("ALTER SERVER gateway OPTIONS (ADD async_capable 'true')")
    OWN.execute("CREATE TABLE both_events (LIKE exp.events) PARTITION BY HASH (user_id)")
    union = "SELECT event_type FROM exp.events WHERE event_value > 10 UNION ALL SELECT variant_id FROM exp.assignments"
    assert "Async Foreign Scan" in explained(union), explained(union)
    told("both", OWN.execute(f"SELECT count(*) FROM ({union}) AS x").fetchone())


def sizes_of_fetches():
    OWN.execute("ALTER SERVER gateway OPTIONS (ADD fetch_size '17')")
    told("by seventeen", OWN.execute("SELECT count(DISTINCT (user_id, occurred_at)) FROM (SELECT * FROM exp.events OFFSET 0) AS x").fetchone())


def imported_kinds():
    told("kinds", OWN.execute(
        "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
        " WHERE c.relnamespace = 'exp'::regnamespace AND c.relkind = 'f' AND a.attnum > 0 ORDER BY 1, a.attnum"
    ).fetchall())
    OWN.execute("CREATE SCHEMA chosen; IMPORT FOREIGN SCHEMA exp LIMIT TO (events) FROM SERVER gateway INTO chosen")
    OWN.execute("CREATE SCHEMA others; IMPORT FOREIGN SCHEMA exp EXCEPT (events) FROM SERVER gateway INTO others")
    told("some", OWN.execute("SELECT relnamespace::regnamespace::text, relname FROM pg_class WHERE relkind = 'f' AND relnamespace::regnamespace::text IN ('chosen', 'others') ORDER BY 1, 2").fetchall())


def asynchronous_dblink():
    OWN.execute("SELECT dblink_connect('one', %s)", [WHERE])
    OWN.execute("SELECT dblink_send_query('one', 'SELECT count(*) FROM exp.events')")
    told("sent", OWN.execute("SELECT * FROM dblink_get_result('one') AS t(n int8)").fetchall())
    OWN.execute("SELECT * FROM dblink_get_result('one') AS t(n int8)")
    OWN.execute("SELECT dblink_open('one', 'c', 'SELECT i FROM generate_series(1, 50) AS g(i)')")
    told("fetched", OWN.execute("SELECT * FROM dblink_fetch('one', 'c', 3) AS t(i int)").fetchall())
    OWN.execute("SELECT dblink_close('one', 'c')")
    OWN.execute("SELECT dblink_disconnect('one')")


def written_is_refused():
    fails(lambda: OWN.execute("INSERT INTO exp.events (user_id) VALUES ('x')"), "25006", lambda error: error.sqlstate)
    assert OWN.execute("SELECT count(*) >= 0 FROM exp.events").fetchone() == (True,)


exits = os._exit
os._exit = lambda status: (OWN.close(), stop(), exits(status))
VERSION = OWN.info.parameter_status("server_version").split()[0]


def steps_in_order():
    # The tables are imported before they are read.
    metadata()
    cursor()


main(
    "postgres_fdw and dblink", VERSION, connect=connects, types=types, cursor=steps_in_order,
    metadata=lambda: check_columns(OWN.execute(COLUMNS).fetchall()), error=error, transaction=transaction,
    own=[
        sorted_there, grouped_there, joined_there, parameters_there, analyzed, without_remote_estimates, side_by_side, sizes_of_fetches, imported_kinds, asynchronous_dblink,
        written_is_refused,
    ],
)
