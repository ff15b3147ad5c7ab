"""Apache Superset: a server of its own, asked through its REST interface as its pages do."""

import csv
import io
import shutil
import tempfile
import uuid

from steps import *
from web import Browser, Server, free_port, subprocess, urllib

HOME = pathlib.Path(os.environ["TOLLGATE_TEST_TOOLS"]) / "superset"
# A server with one administrator and nothing else, made once.
TEMPLATE = HOME / "superset.db"
CONFIG = """
import os
SECRET_KEY = "for tests alone, of no worth to anybody"
SQLALCHEMY_DATABASE_URI = "sqlite:///" + os.environ["SUPERSET_HOME"] + "/superset.db?check_same_thread=false"
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
FEATURE_FLAGS = {"ESTIMATE_QUERY_COST": True, "ENABLE_TEMPLATE_PROCESSING": True}
SQLLAB_TIMEOUT = 120
DISALLOWED_SQL_FUNCTIONS = {}
DISALLOWED_SQL_TABLES = {}
"""
FOLDER = tempfile.TemporaryDirectory()
pathlib.Path(FOLDER.name, "superset_config.py").write_text(CONFIG)
ENVIRONMENT = os.environ | {
    "SUPERSET_HOME": FOLDER.name, "SUPERSET_CONFIG_PATH": f"{FOLDER.name}/superset_config.py", "FLASK_APP": "superset",
}


def superset(*arguments):
    subprocess.run([HOME / "bin/superset", *arguments], env=ENVIRONMENT, check=True, capture_output=True, timeout=900)


if not TEMPLATE.exists():
    superset("db", "upgrade")
    superset("fab", "create-admin", "--username", "admin", "--firstname", "a", "--lastname", "b", "--email", "a@localhost", "--password", "demo")
    superset("init")
    shutil.copy(f"{FOLDER.name}/superset.db", TEMPLATE)
shutil.copy(TEMPLATE, f"{FOLDER.name}/superset.db")

port = free_port()
SERVER = Server([HOME / "bin/superset", "run", "-h", "127.0.0.1", "-p", str(port), "--with-threads"], port, env=ENVIRONMENT)
REST = Browser(f"http://127.0.0.1:{port}/api/v1")
LOGIN = {"username": "admin", "password": "demo", "provider": "db", "refresh": False}
REST.headers["Authorization"] = "Bearer " + REST.json("POST", "/security/login", LOGIN)["access_token"]
DATABASE_SETTINGS = {
    "database_name": "steps", "sqlalchemy_uri": url("postgresql+psycopg2"),
    "extra": json.dumps({"cost_estimate_enabled": True, "allows_virtual_table_explore": True}),
}
MADE = {}
TIME_GRAINS = ("PT1S", "PT1M", "PT1H", "P1D", "P1W", "P1M", "P3M", "P1Y")


def asked_of_sql_lab(statement, **more):
    return {"database_id": MADE["database"], "sql": statement, "schema": "exp", "client_id": uuid.uuid4().hex[:11], "runAsync": False} | more


def query(statement, good=True, **more):
    """What SQL Lab gives."""
    return REST.json("POST", "/sqllab/execute/", asked_of_sql_lab(statement, **more), good=good)


def rows(statement):
    return [tuple(row.values()) for row in query(statement)["data"]]


def asked(**parameters):
    """Parameters as Superset's addresses have them, for values of letters and numbers."""
    return "?q=" + urllib.parse.quote("(" + ",".join(f"{name}:{value}" for name, value in parameters.items()) + ")")


def connects():
    REST.json("POST", "/database/test_connection/", DATABASE_SETTINGS)
    MADE["database"] = REST.json("POST", "/database/", DATABASE_SETTINGS | {"expose_in_sqllab": True})["id"]
    assert rows("SELECT current_user::text AS who") == [(USER,)]


def types():
    found = query("SELECT " + ", ".join(f"{text} AS {name}" for name, (_, text) in VALUES.items()))
    row = found["data"][0]
    assert (row["bool"], row["int2"], row["int4"], row["int8"], row["float8"], row["text"]) == (True, 7, -70_000, 5_000_000_000, 2.5, "ünï'code"), row
    assert float(row["numeric"]) == 12.34 and row["date"].startswith("2024-02-29"), row
    assert row["timestamp"].startswith("2024-02-29T12:34:56.789") and row["timestamptz"].startswith("2024-02-29T12:34:56"), row
    kinds = {column["column_name"]: column["type"] for column in found["columns"]}
    expected = ["BOOLEAN", "INTEGER", "INTEGER", "LONGINTEGER", "FLOAT", "DECIMAL", "STRING", "DATE", "DATETIME", "DATETIMETZ"]
    assert list(kinds.values()) == expected, kinds


def cursor():
    name = uuid.uuid4().hex[:11]
    query(SERIES, client_id=name, queryLimit=ROWS)
    status, text = REST.send("GET", f"/sqllab/export/{name}/")
    assert status == 200, text[:1000]
    check_series((int(number), row) for number, row in list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))[1:])


def metadata():
    database = f"/database/{MADE['database']}"
    schemas = REST.json("GET", database + "/schemas/")["result"]
    assert "exp" in schemas, schemas
    tables = REST.json("GET", database + "/tables/" + asked(schema_name="exp", force="!t"))["result"]
    assert sorted(table["value"] for table in tables) == sorted(TABLES), tables
    pairs = []
    for table in sorted(TABLES):
        shown = REST.json("GET", f"{database}/table_metadata/?name={table}&schema=exp")
        pairs += [(table, column["name"]) for column in shown["columns"]]
    check_columns(pairs)


def error():
    refused = query("SELECT 1 / 0 AS x", good=False)
    assert "division by zero" in json.dumps(refused), refused
    refused = query("SELECT no_such_column FROM exp.events", good=False)
    assert "COLUMN_DOES_NOT_EXIST_ERROR" in json.dumps(refused), refused
    refused = query("SELECT * FROM exp.nothing", good=False)
    assert 'relation \\"exp.nothing\\" does not exist' in json.dumps(refused), refused
    assert rows("SELECT 42 AS answer") == [(42,)]


def cancel():
    name = uuid.uuid4().hex[:11]
    said = []
    # Superset's answer is an error, or that it was stopped, as chance has it.
    slow = json.dumps(asked_of_sql_lab(SLOW, client_id=name, queryLimit=10)).encode()
    thread = threading.Thread(target=lambda: said.append(REST.send("POST", "/sqllab/execute/", slow, "application/json")))
    started = time.monotonic()
    thread.start()
    while running() == 0:
        assert time.monotonic() - started < 60, "the statement is not seen"
    REST.json("POST", "/query/stop", {"client_id": name})
    thread.join(60)
    assert said and time.monotonic() - started < 60, said
    while running() > 0:
        assert time.monotonic() - started < 60, "it still runs"


def running():
    """How many sessions are at the slow statement."""
    return rows("SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%300000%' AND pid <> pg_backend_pid()")[0][0]


def dataset():
    """The id of the dataset of events, made at the first call."""
    if "dataset" not in MADE:
        MADE["dataset"] = REST.json("POST", "/dataset/", {"database": MADE["database"], "schema": "exp", "table_name": "events"})["id"]
    return MADE["dataset"]


def chart(good=True, kind="json", **query):
    """What a chart is given."""
    body = {
        "datasource": {"id": query.pop("dataset", None) or dataset(), "type": "table"}, "result_format": kind, "result_type": "full", "force": True,
        "queries": [{"columns": [], "metrics": [COUNT], "row_limit": 1000, "filters": [], "orderby": []} | query],
    }
    if kind == "csv":
        status, text = REST.send("POST", "/chart/data", json.dumps(body).encode(), "application/json")
        assert status == 200, text[:1000]
        return list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    return REST.json("POST", "/chart/data", body, good=good)["result"][0]


def metric(expression, label):
    return {"expressionType": "SQL", "sqlExpression": expression, "label": label}


COUNT = metric("COUNT(*)", "n")


def whole():
    return rows("SELECT count(*) AS n FROM exp.events")[0][0]


def datasets():
    shown = REST.json("GET", f"/dataset/{dataset()}")["result"]
    assert [column["column_name"] for column in shown["columns"]] == TABLES["events"], shown["columns"]
    kinds = {column["column_name"]: (column["type"], column["is_dttm"]) for column in shown["columns"]}
    assert kinds["occurred_at"] == ("TIMESTAMP WITH TIME ZONE", True) and kinds["event_value"] == ("DOUBLE PRECISION", False), kinds
    REST.json("PUT", f"/dataset/{dataset()}/refresh")


def virtual_dataset():
    sql = "SELECT event_type, count(*) AS many FROM exp.events GROUP BY event_type"
    made = REST.json("POST", "/dataset/", {"database": MADE["database"], "schema": "exp", "table_name": "by_type", "sql": sql})["id"]
    found = chart(dataset=made, columns=["event_type"], metrics=[metric("SUM(many)", "many")])["data"]
    assert sum(int(row["many"]) for row in found) == whole(), found


def time_grains():
    for grain in TIME_GRAINS:
        found = chart(columns=[], is_timeseries=True, granularity="occurred_at", extras={"time_grain_sqla": grain}, row_limit=100_000)
        assert found["status"] == "success" and sum(row["n"] for row in found["data"]) == whole(), (grain, found)


def time_range():
    found = chart(granularity="occurred_at", time_range="1990-01-01 : 2200-01-01")
    assert found["data"][0]["n"] == whole(), found
    assert chart(granularity="occurred_at", time_range="1990-01-01 : 1991-01-01")["data"][0]["n"] == 0
    chart(granularity="occurred_at", time_range="Last week")


def filters():
    purchases = rows("SELECT count(*) AS n FROM exp.events WHERE event_type = 'purchase'")[0][0]
    for condition in (
        {"col": "event_type", "op": "==", "val": "purchase"},
        {"col": "event_type", "op": "IN", "val": ["purchase"]},
        {"col": "event_type", "op": "LIKE", "val": "purch%"},
        {"col": "event_type", "op": "ILIKE", "val": "PURCH%"},
    ):
        assert chart(filters=[condition])["data"][0]["n"] == purchases, condition
    for condition in (
        {"col": "event_type", "op": "IS NOT NULL"}, {"col": "event_value", "op": ">=", "val": -1e300}, {"col": "event_type", "op": "!=", "val": "none of them"},
        {"col": "event_type", "op": "NOT IN", "val": ["none of them"]},
    ):
        found = chart(filters=[condition, {"col": "event_value", "op": "IS NOT NULL"}])["data"][0]["n"]
        assert found == rows("SELECT count(event_value) AS n FROM exp.events")[0][0], (condition, found)


def aggregates():
    wanted = [metric("SUM(event_value)", "a"), metric("COUNT(DISTINCT user_id)", "b"), metric("MAX(occurred_at)", "c")]
    simple = {"expressionType": "SIMPLE", "column": {"column_name": "event_value"}, "aggregate": "AVG", "label": "d"}
    found = chart(metrics=[*wanted, simple], columns=["event_type"], orderby=[[simple, False]])["data"]
    assert found and all(row["b"] > 0 for row in found), found


def having():
    assert chart(columns=["event_type"], extras={"having": "COUNT(*) > 1000000000"})["data"] == []


def series_limit():
    found = chart(columns=["event_type"], is_timeseries=True, granularity="occurred_at", extras={"time_grain_sqla": "P1M"}, series_columns=["event_type"], series_limit=1, series_limit_metric=COUNT)
    assert found["status"] == "success" and len({row["event_type"] for row in found["data"]}) == 1, found


def csv_of_a_chart():
    found = chart(kind="csv", columns=["event_type"])
    assert found[0] == ["event_type", "n"] and sum(int(row[1]) for row in found[1:]) == whole(), found


def samples():
    found = chart(columns=TABLES["events"], metrics=[], row_limit=5)
    assert len(found["data"]) == 5, found


def values_of_a_column():
    found = REST.json("GET", f"/datasource/table/{dataset()}/column/event_type/values/")["result"]
    assert "purchase" in found, found


def cost_estimate():
    found = REST.json("POST", "/sqllab/estimate/", {"database_id": MADE["database"], "sql": "SELECT * FROM exp.events", "schema": "exp"})
    assert "Total cost" in json.dumps(found), found


def select_star():
    found = REST.json("GET", f"/database/{MADE['database']}/select_star/events/exp/")["result"]
    assert "events" in found, found


def names_of_functions():
    found = REST.json("GET", f"/database/{MADE['database']}/function_names/")
    assert "function_names" in found, found


def several_statements():
    assert query("SELECT 1 AS one; SELECT 2 AS two")["data"] == [{"two": 2}]


def explain():
    found = query("EXPLAIN SELECT * FROM exp.events")["data"]
    assert "cost=" in str(found[0]), found


def templates():
    found = query("SELECT '{{ word }}' AS word", templateParams=json.dumps({"word": "said"}))
    assert found["data"] == [{"word": "said"}], found


def written_is_refused():
    said = json.dumps(query("CREATE TABLE exp.mine (i int)", good=False))
    assert "DML" in said or "read-only" in said or "permission denied" in said, said
    assert rows("SELECT 42 AS answer") == [(42,)]


VERSION = next(HOME.glob("lib/python*/site-packages/apache_superset-*.dist-info")).name.split("-")[1].removesuffix(".dist")
AT_END.append(FOLDER.cleanup)
main(
    "Apache Superset", VERSION, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error, cancel=cancel,
    own=[
        datasets, virtual_dataset, time_grains, time_range, filters, aggregates, having, series_limit, csv_of_a_chart, samples, values_of_a_column,
        cost_estimate, select_star, names_of_functions, several_statements, explain, templates, written_is_refused,
    ],
)
