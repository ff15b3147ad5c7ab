"""PgBouncer in front, in transaction mode: many clients share two connections to the server."""

import shutil
import socket
import subprocess
import tempfile

import psycopg

from steps import *

CLIENTS = 12


def start():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tempfile.mkdtemp()
    os.chmod(folder, 0o755)
    shutil.copy(CA, f"{folder}/ca.crt")
    pathlib.Path(f"{folder}/users").write_text(f'"{USER}" "{PASSWORD}"\n')
    pathlib.Path(f"{folder}/pgbouncer.ini").write_text(
        f"[databases]\n{DATABASE} = host={HOST} port={PORT}\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
        f"listen_port = {port}\nunix_socket_dir =\nauth_type = scram-sha-256\nauth_file = {folder}/users\n"
        f"pool_mode = transaction\ndefault_pool_size = 2\nserver_tls_sslmode = verify-full\n"
        f"server_tls_ca_file = {folder}/ca.crt\nignore_startup_parameters = extra_float_digits\n"
    )
    command = ["pgbouncer", "-q", f"{folder}/pgbouncer.ini"]
    if os.getuid() == 0:
        command[1:1] = ["-u", "postgres"]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return port, child
        except OSError:
            time.sleep(0.1)
    raise AssertionError("PgBouncer does not answer")


POOL, PROCESS = start()


def connect(**options):
    # A prepared statement would stay with one connection to the server.
    return psycopg.connect(
        f"host=127.0.0.1 port={POOL} user={USER} password={PASSWORD} dbname={DATABASE}", prepare_threshold=None, **options
    )


def connects():
    with connect() as connection:
        assert connection.execute("SELECT current_user").fetchone() == (USER,)


def parameters():
    clients = [connect(autocommit=True) for _ in range(CLIENTS)]
    for turn in range(5):
        for number, client in enumerate(clients):
            assert client.execute("SELECT %s::int4 + %s", (number, turn)).fetchone() == (number + turn,)
    for client in clients:
        client.close()


def cursor():
    with connect() as connection, connection.cursor(name="walk") as cursor:
        cursor.itersize = 5_000
        cursor.execute(SERIES)
        check_series(cursor)


def metadata():
    with connect() as connection:
        check_columns(connection.execute(COLUMNS).fetchall())


def error():
    with connect(autocommit=True) as connection:
        fails(lambda: connection.execute("SELECT 1 / 0"), "22012", lambda error: error.sqlstate)
        assert connection.execute("SELECT 1").fetchone() == (1,)


def cancel():
    with connect(autocommit=True) as connection:
        cancelled(lambda: connection.execute(SLOW), connection.cancel, lambda error: error.sqlstate)


def transaction():
    # What one transaction sets for itself, the next one on that connection does not find.
    for number in range(2 * CLIENTS):
        with connect() as connection:
            connection.execute(f"SET LOCAL search_path = only_{number}")
            assert connection.execute("SHOW search_path").fetchone() == (f"only_{number}",)
            connection.commit()
            assert not connection.execute("SHOW search_path").fetchone()[0].startswith("only_")


VERSION = subprocess.run(["pgbouncer", "--version"], capture_output=True, text=True).stdout.split()[1]
try:
    # main ends the process at once.
    exits = os._exit
    os._exit = lambda status: (PROCESS.terminate(), PROCESS.wait(), exits(status))
    main(
        "psycopg 3 through PgBouncer", VERSION, connect=connects, parameters=parameters, cursor=cursor,
        metadata=metadata, error=error, cancel=cancel, transaction=transaction,
    )
finally:
    PROCESS.terminate()
