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


VERSION = subprocess.run(["ogrinfo", "--version"], capture_output=True, text=True).stdout.split()[1].rstrip(",")
main("GDAL/OGR", VERSION, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error)
