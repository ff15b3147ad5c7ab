"""pgAdmin 4 in desktop mode: a server of its own, asked as its pages ask it."""

import csv
import io
import random
import re
import tempfile

from steps import *
from web import Browser, Server, free_port, urllib

HOME = pathlib.Path(os.environ["TOLLGATE_TEST_TOOLS"]) / "pgadmin"
ROOT = next(HOME.glob("lib/python*/site-packages/pgadmin4"))
FOLDER = tempfile.TemporaryDirectory()
# A server for one person, who is not asked for a master password.
LAUNCH = f"""
import builtins, runpy, sys
sys.path.insert(0, {str(ROOT)!r})
builtins.SERVER_MODE = False
import config
config.MASTER_PASSWORD_REQUIRED = False
config.USE_OS_SECRET_STORAGE = False
config.UPGRADE_CHECK_ENABLED = False
config.AUTO_DISCOVER_SERVERS = False
config.CONSOLE_LOG_LEVEL = 50
runpy.run_path({str(ROOT / "pgAdmin4.py")!r}, run_name="__main__")
"""
port = free_port()
SERVER = Server(
    [HOME / "bin/python", "-c", LAUNCH], port,
    env=os.environ | {"HOME": FOLDER.name, "PGADMIN_SERVER_MODE": "OFF", "PGADMIN_INT_PORT": str(port)}, cwd=FOLDER.name,
)
PAGE = Browser(f"http://127.0.0.1:{port}")
MADE = {}


def ask(method, path, body=None, **options):
    """What pgAdmin answers, whose own verdict is inside."""
    found = PAGE.json(method, path, body, **options)
    assert not isinstance(found, dict) or found.get("success", 1) in (1, True, None), (path, found)
    return found


def connects():
    PAGE.send("GET", "/browser/")
    script = PAGE.send("GET", "/browser/js/utils.js")[1]
    name, token = (re.search(rf"pgAdmin\['{key}'\] = '([^']*)'", script).group(1) for key in ("csrf_token_header", "csrf_token"))
    PAGE.headers[name] = token
    server = {
        "name": "steps", "host": HOST, "port": PORT, "db": DATABASE, "username": USER, "gid": 1, "server_type": "pg", "connect_now": False,
        "connection_params": [{"name": "sslmode", "keyword": "sslmode", "value": "verify-full"}, {"name": "sslrootcert", "keyword": "sslrootcert", "value": CA}],
    }
    MADE["server"] = ask("POST", "/browser/server/obj/1/", server)["node"]["_id"]
    status, text = PAGE.form(f"/browser/server/connect/1/{MADE['server']}", {"password": PASSWORD, "save_password": "true"})
    assert status == 200 and json.loads(text)["success"] == 1, text
    databases = {node["label"]: node["_id"] for node in nodes("database")}
    MADE["database"] = databases[DATABASE]
    status, text = PAGE.send("POST", f"/browser/database/connect/1/{MADE['server']}/{MADE['database']}")
    assert status == 200 and json.loads(text)["success"] == 1, text
    assert Tool().rows("SELECT current_user") == [[USER]]


def place(*more):
    return "/".join(str(part) for part in (1, MADE["server"], *([MADE["database"]] if "database" in MADE else []), *more))


def nodes(kind, *parents):
    """The children of a kind that the tree shows under its parents."""
    return ask("GET", f"/browser/{kind}/nodes/{place(*parents)}/")["data"]


def schema():
    if "schema" not in MADE:
        MADE["schema"] = next(node["_id"] for node in nodes("schema") if node["label"] == "exp")
    return MADE["schema"]


def kind():
    """What the tree takes the role's tables for."""
    if "kind" not in MADE:
        MADE["kind"] = "table" if nodes("table", schema()) else "view"
    return MADE["kind"]


def tables():
    return {node["label"]: node["_id"] for node in nodes(kind(), schema())}


class Tool:
    """A query tool's window, or one that shows a table's rows."""

    def __init__(self, table=None, command=3):
        self.id = random.randrange(1, 9_999_999)
        start = f"viewdata/{self.id}/{command}/{kind()}/{place(table)}" if table else f"sqleditor/{self.id}/{place()}"
        ask("POST", f"/sqleditor/initialize/{start}", {} if table else {"user": USER, "role": None, "dbname": DATABASE})

    def poll(self, good=True, timeout=120):
        """The answer when it is there."""
        until = time.monotonic() + timeout
        while time.monotonic() < until:
            status, text = PAGE.send("GET", f"/sqleditor/poll/{self.id}")
            if status != 200:
                assert not good, (status, text)
                return json.loads(text)["errormsg"]
            found = json.loads(text)["data"]
            if found["status"] != "Busy":
                assert found["status"] == ("Success" if good else "Cancel"), found
                return found
            time.sleep(0.05)
        raise AssertionError("it still runs")

    def start(self, statement, plan=None):
        ask("POST", f"/sqleditor/query_tool/start/{self.id}", {"sql": statement, "explain_plan": plan})

    def result(self, statement, plan=None, good=True):
        self.start(statement, plan)
        return self.poll(good)

    def rows(self, statement):
        return self.result(statement)["result"]

    def switch(self, what, on):
        ask("POST", f"/sqleditor/{what}/{self.id}", on)

    def close(self):
        ask("DELETE", f"/sqleditor/close/{self.id}")


def types():
    found = Tool().result("SELECT " + ", ".join(f"{text} AS {name}" for name, (_, text) in VALUES.items()))
    expected = [True, 7, -70_000, 5_000_000_000, 2.5, "12.340", "ünï'code", "2024-02-29", "2024-02-29 12:34:56.789"]
    row = found["result"][0]
    assert [str(value) for value in row[:9]] == [str(value) for value in expected] and row[9].startswith("2024-02-29 12:34:56"), row
    kinds = [kind["type_name"] for kind in found["types"]] if "type_name" in found["types"][0] else [kind["typname"] for kind in found["types"]]
    assert sorted(kinds) == sorted(["boolean", "smallint", "integer", "bigint", "double precision", "numeric", "text", "date", "timestamp without time zone", "timestamp with time zone"]), kinds


def cursor():
    """Blocks of a thousand rows, as one scrolls; a file of the whole; and a cursor of the server's."""
    tool = Tool()
    first = tool.result(SERIES)
    found = first["result"]
    assert first["rows_affected"] == ROWS, first["rows_affected"]
    size = len(found)
    for start in (1, ROWS // 2, ROWS - size):
        window = ask("GET", f"/sqleditor/fetch_window/{tool.id}/{start}/{start + size - 1}")["data"]["result"]
        assert window[0] == [start, f"row {start}"] and len(window) == size, (start, window[:2])
    status, text = PAGE.form(f"/sqleditor/query_tool/download/{tool.id}", {"query": SERIES, "query_commited": "true", "filename": "rows.csv"})
    assert status == 200, text[:500]
    check_series((int(number), row) for number, row in list(csv.reader(io.StringIO(text)))[1:])
    tool.close()
    tool = Tool()
    tool.switch("server_cursor", True)
    shown = tool.result(SERIES)
    assert shown["result"][1] == [2, "row 2"] and shown["pagination"]["next_page"] == 1, shown["pagination"]
    window = ask("GET", f"/sqleditor/fetch_window/{tool.id}/1001/2000")["data"]["result"]
    assert window[0] == [1001, "row 1001"], window[:2]


def metadata():
    found = tables()
    assert sorted(found) == sorted(TABLES), found
    pairs = []
    for table, number in sorted(found.items()):
        pairs += [(table, node["label"]) for node in nodes("column", schema(), number)]
    check_columns(pairs)


def error():
    tool = Tool()
    for statement, code in (("SELECT 1 / 0", "22012"), ("SELECT no_such_column FROM exp.events", "42703"), ("SELEC 1", "42601")):
        said = tool.result(statement, good=False)
        assert f"SQL state: {code}" in said, said
    assert tool.rows("SELECT 42") == [[42]]


def cancel():
    tool = Tool()
    tool.start(SLOW)
    time.sleep(0.7)
    started = time.monotonic()
    ask("POST", f"/sqleditor/cancel/{tool.id}")
    said = tool.poll(good=False)
    assert "canceling statement due to user request" in str(said) or said["status"] == "Cancel", said
    assert time.monotonic() - started < 60 and tool.rows("SELECT 42") == [[42]]


def transaction():
    tool = Tool()
    tool.switch("auto_commit", False)
    assert tool.result("SELECT 1")["transaction_status"] == 2
    tool.result("SAVEPOINT here")
    tool.result("SELECT 1 / 0", good=False)
    assert "current transaction is aborted" in tool.result("SELECT 2", good=False)
    tool.result("ROLLBACK TO SAVEPOINT here")
    assert tool.rows("SELECT 3") == [[3]]
    tool.result("ROLLBACK;")
    tool.result("BEGIN ISOLATION LEVEL REPEATABLE READ")
    assert tool.rows("SHOW transaction_isolation") == [["repeatable read"]]
    tool.result("COMMIT;")


def tree_of_the_server():
    for kind in ("role", "tablespace"):
        assert nodes_of_server(kind), kind
    named = {node["label"] for node in nodes_of_server("role")}
    assert USER in named, named


def nodes_of_server(kind):
    return ask("GET", f"/browser/{kind}/nodes/1/{MADE['server']}/")["data"]


def tree_of_the_database():
    """Every kind of object that a database has in the tree."""
    for kind in ("catalog", "cast", "event_trigger", "extension", "foreign_data_wrapper", "language", "publication", "schema", "subscription"):
        found = nodes(kind)
        assert kind not in ("catalog", "language", "schema") or found, kind
    assert {node["label"] for node in nodes("language")} >= {"plpgsql"}


def tree_of_the_schema():
    """Every kind of object that a schema has in the tree."""
    for what in (
        "table", "view", "mview", "sequence", "function", "procedure", "trigger_function", "type", "domain", "collation", "foreign_table", "aggregate",
        "operator", "fts_configuration", "fts_dictionary", "fts_parser", "fts_template",
    ):
        found = nodes(what, schema())
        assert bool(found) == (what == kind()), (what, found)


def tree_of_a_table():
    for what in ("column", "rule", "trigger") + (("index", "constraints", "compound_trigger", "partition") if kind() == "table" else ()):
        if what == "constraints":
            assert ask("GET", f"/browser/constraints/nodes/{place(schema(), tables()['events'])}/")["data"] == []
            continue
        if what == "compound_trigger":
            continue
        found = nodes(what, schema(), tables()["events"])
        assert len(found) == (len(TABLES["events"]) if what == "column" else 0), (what, found)


def properties():
    for what, where in (("database", place()), ("schema", place(schema())), (kind(), place(schema(), tables()["events"]))):
        found = ask("GET", f"/browser/{what}/obj/{where}")
        assert found["name"] in (DATABASE, "exp", "events"), found
    column = nodes("column", schema(), tables()["events"])[2]
    found = ask("GET", f"/browser/column/obj/{place(schema(), tables()['events'], column['_id'])}")
    assert (found["name"], found["cltype"]) == ("event_value", "double precision"), found


def lists_of_properties():
    for what, where in (("database", f"1/{MADE['server']}"), ("schema", place()), (kind(), place(schema())), ("column", place(schema(), tables()["events"]))):
        assert ask("GET", f"/browser/{what}/obj/{where}/"), what


def definitions():
    made = "CREATE TABLE IF NOT EXISTS exp.events" if kind() == "table" else "CREATE OR REPLACE VIEW exp.events"
    for what, where, part in (
        ("database", place(), "CREATE DATABASE"), ("schema", place(schema()), "CREATE SCHEMA"), (kind(), place(schema(), tables()["events"]), made),
    ):
        text = ask("GET", f"/browser/{what}/sql/{where}")
        assert part in text, text


def select_script():
    text = ask("GET", f"/browser/{kind()}/select_sql/{place(schema(), tables()['events'])}")
    assert all(column in text for column in TABLES["events"]), text


def statistics():
    for what, where in (("database", place()), ("schema", place(schema())), (kind(), place(schema(), tables()["events"]))):
        try:
            found = ask("GET", f"/browser/{what}/stats/{where}")
        except AssertionError as refused:
            # A view and a schema have none; a table's tell how many rows there are and were read, by anybody, so that a gateway has none either.
            assert "pg_stat_all_tables" in str(refused) if what == "table" else "500" not in str(refused)[:80], refused
        else:
            assert "data" in found, found


def dependencies():
    for what in ("dependency", "dependent"):
        assert isinstance(ask("GET", f"/browser/{kind()}/{what}/{place(schema(), tables()['events'])}"), list)


def dashboard():
    where = f"{MADE['server']}/{MADE['database']}"
    found = ask("GET", f"/dashboard/dashboard_stats/{where}?chart_names=session_stats,tps_stats,ti_stats,to_stats,bio_stats")
    assert set(found) == {"session_stats", "tps_stats", "ti_stats", "to_stats", "bio_stats"} and found["session_stats"]["Total"] >= 1, found


def sessions():
    shown = ask("GET", f"/dashboard/activity/{MADE['server']}/{MADE['database']}")[0]
    assert set(shown) == {"activity", "locks", "prepared"}, shown
    found = shown["activity"]
    assert found and all(row["usename"] == USER for row in found if row["usename"] and row["datname"] == DATABASE), found


def locks_and_prepared_transactions():
    for what in ("locks", "prepared"):
        ask("GET", f"/dashboard/{what}/{MADE['server']}/{MADE['database']}")


def settings():
    found = ask("GET", f"/dashboard/config/{MADE['server']}")
    found = found["data"] if isinstance(found, dict) else found
    named = {row["name"]: row["setting"] for row in found}
    assert named["server_encoding"] == "UTF8" and "statement_timeout" in named, named


def ending_a_session():
    """From the dashboard: first its statement, then the session."""
    where = f"{MADE['server']}/{MADE['database']}"
    tool = Tool()
    pid = tool.rows("SELECT pg_backend_pid()")[0][0]
    tool.start(SLOW)
    time.sleep(0.7)
    assert ask("DELETE", f"/dashboard/cancel_query/{where}/{pid}") == "Success"
    assert "canceling statement" in str(tool.poll(good=False))
    assert tool.rows("SELECT 42") == [[42]]
    assert ask("DELETE", f"/dashboard/terminate_session/{where}/{pid}") == "Success"


def rows_of_a_table():
    """All, the first hundred, the last hundred, and those that a filter lets through."""
    events = tables()["events"]
    whole = int(Tool().rows("SELECT count(*) FROM exp.events")[0][0])
    for command, expected in ((3, whole), (1, min(100, whole)), (2, min(100, whole))):
        tool = Tool(events, command)
        ask("GET", f"/sqleditor/view_data/start/{tool.id}")
        found = tool.poll()
        assert found["rows_affected"] == expected and [column["name"] for column in found["colinfo"]] == TABLES["events"], (command, found["rows_affected"])
        tool.close()
    tool = Tool(events)
    sent = {"sql": "event_type = 'purchase'", "data_sorting": [{"name": "user_id", "order": "asc"}]}
    ask("PUT", f"/sqleditor/filter_dialog/{tool.id}", sent)
    ask("GET", f"/sqleditor/view_data/start/{tool.id}")
    assert tool.poll()["rows_affected"] == int(Tool().rows("SELECT count(*) FROM exp.events WHERE event_type = 'purchase'")[0][0])


def explain():
    plan = {"format": "json", "analyze": False, "verbose": True, "costs": True, "buffers": False, "timing": False, "summary": False, "settings": False, "wal": False, "generic_plan": False}
    found = Tool().result("SELECT * FROM exp.events WHERE user_id = 'u1'", plan)["result"]
    shown = json.loads(found[0][0]) if isinstance(found[0][0], str) else found[0][0]
    assert {"Node Type", "Total Cost", "Plan Rows"} <= set(shown[0]["Plan"]), shown


def completion():
    tool = Tool()
    for text, wanted in (("SELECT * FROM exp.ev", "events"), ("SELECT event_type, curr", "CURRENT_DATE"), ("SEL", "SELECT")):
        found = json.dumps(ask("POST", f"/sqleditor/autocomplete/{tool.id}", [text, text]))
        assert wanted in found, (text, found[:500])
    full = "SELECT  FROM exp.events"
    assert "event_value" in json.dumps(ask("POST", f"/sqleditor/autocomplete/{tool.id}", [full, "SELECT "]))


def searching_for_objects():
    found = ask("GET", f"/search_objects/search/{MADE['server']}/{MADE['database']}?text=event&type=all")["data"]
    assert {"events", "event_type", "event_value"} <= {row["name"] for row in found}, found


def file_of_a_result():
    tool = Tool()
    tool.result("SELECT event_type, count(*) FROM exp.events GROUP BY 1 ORDER BY 1")
    status, text = PAGE.form(f"/sqleditor/query_tool/download/{tool.id}", {"filename": "rows.csv"})
    assert status == 200 and "purchase" in text, text[:500]


def several_statements():
    tool = Tool()
    assert tool.rows("SELECT 1; SELECT 2; SELECT 3") == [[3]]


def written_is_refused():
    tool = Tool()
    said = tool.result("CREATE TABLE exp.mine (i int)", good=False)
    assert "read-only transaction" in said and "25006" in said, said
    assert tool.rows("SELECT 42") == [[42]]


VERSION = next(HOME.glob("lib/python*/site-packages/pgadmin4-*.dist-info")).name.split("-")[1].removesuffix(".dist")
AT_END.append(FOLDER.cleanup)
main(
    "pgAdmin 4", VERSION, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error, cancel=cancel, transaction=transaction,
    own=[
        tree_of_the_server, tree_of_the_database, tree_of_the_schema, tree_of_a_table, properties, lists_of_properties, definitions, select_script, statistics,
        dependencies, dashboard, sessions, locks_and_prepared_transactions, settings, ending_a_session, rows_of_a_table, explain, completion,
        searching_for_objects, file_of_a_result, several_statements, written_is_refused,
    ],
)
