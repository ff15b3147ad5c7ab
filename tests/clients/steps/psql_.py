import subprocess

from steps import *


def psql(script, good=True, **options):
    command = ["psql", "-X", "-A", "-t", "-v", "VERBOSITY=verbose", "-v", "ON_ERROR_STOP=1", dsn()]
    done = subprocess.run(command, input=script, capture_output=True, text=True, timeout=120, **options)
    assert (done.returncode == 0) == good, done.stdout + done.stderr
    return done.stdout if good else done.stderr


def connects():
    assert "SSL connection" in psql("\\conninfo\n")
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
    command = ["psql", "-X", "-v", "VERBOSITY=verbose", dsn(), "-c", SLOW + ";"]
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


VERSION = subprocess.run(["psql", "--version"], capture_output=True, text=True).stdout.split()[2]
main(
    "psql", VERSION, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error, cancel=cancel,
    copy=copy, transaction=transaction,
)
