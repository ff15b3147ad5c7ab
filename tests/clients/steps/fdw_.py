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
)
