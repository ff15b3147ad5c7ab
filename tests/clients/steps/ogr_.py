"""GDAL's PostgreSQL driver, by way of ogrinfo."""

import subprocess

from steps import *

WHERE = f"PG:host={HOST} port={PORT} dbname={DATABASE} user={USER} password={PASSWORD} sslmode=verify-full sslrootcert={CA} active_schema=exp"


def ogrinfo(*arguments, good=True):
    options = ["--config", "PG_SKIP_VIEWS", "NO", "--config", "PG_LIST_ALL_TABLES", "YES"]
    done = subprocess.run(["ogrinfo", *options, "-ro", WHERE, *arguments], capture_output=True, text=True, timeout=120)
    said = done.stdout + done.stderr
    assert (done.returncode == 0) == good, said
    return said


def connects():
    assert "successful" in ogrinfo()


def types():
    said = ogrinfo("-sql", "SELECT 7 AS a, 2.5::float8 AS b, 'ünï' AS c, DATE '2024-02-29' AS d")
    assert "a (Integer) = 7" in said and "c (String) = ünï" in said and "d (Date) = 2024/02/29" in said, said


def cursor():
    said = ogrinfo("-sql", SERIES)
    assert said.count("OGRFeature(sql_statement):") == ROWS, said[-500:]


def metadata():
    said = ogrinfo("-so", "events")
    assert all(f"{column}: " in said for column in TABLES["events"]), said


def error():
    assert "22012" in ogrinfo("-sql", "SELECT 1 / 0", good=True) or "division by zero" in ogrinfo("-sql", "SELECT 1 / 0")


def kinds_of_columns():
    said = ogrinfo("-so", "events") + ogrinfo("-so", "assignments")
    told("kinds", [line for line in said.splitlines() if any(line.startswith(f"{column}: ") for column in TABLES["events"] + TABLES["assignments"])])


def filters():
    said = ogrinfo("-so", "events", "-where", "event_type = 'purchase' AND event_value > 20")
    told("filtered", [line for line in said.splitlines() if line.startswith("Feature Count")])


def features():
    said = ogrinfo("-sql", "SELECT user_id, event_value FROM exp.events ORDER BY user_id, event_value, occurred_at LIMIT 5")
    told("features", [line.strip() for line in said.splitlines() if " = " in line])


def exported():
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["ogr2ogr", "-f", "CSV", f"{folder}/out.csv", WHERE, "-sql", "SELECT event_type, count(*) AS n FROM exp.events GROUP BY 1 ORDER BY 1"],
            capture_output=True, text=True, timeout=120,
        )
        assert done.returncode == 0, done.stderr
        told("exported", pathlib.Path(folder, "out.csv").read_text())


VERSION = subprocess.run(["ogrinfo", "--version"], capture_output=True, text=True).stdout.split()[1].rstrip(",")
main("GDAL/OGR", VERSION, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error, own=[kinds_of_columns, filters, features, exported])
