"""Adminer, served by PHP's own server and read as a browser reads it."""

import csv
import io
import re
import threading

from steps import *
from web import Browser, Server, free_port, html, urllib, words

port = free_port()
SERVER = Server(
    ["php", "-d", "session.save_path=/tmp", "-S", f"127.0.0.1:{port}", "-t", "/usr/share/adminer"], port,
    env=os.environ | {"PGSSLMODE": "verify-full", "PGSSLROOTCERT": CA, "PHP_CLI_SERVER_WORKERS": "4"},
)


class Adminer(Browser):
    def __init__(self):
        super().__init__(f"http://127.0.0.1:{port}/adminer.php")
        self.login = {"pgsql": f"{HOST}:{PORT}", "username": USER}
        auth = {"driver": "pgsql", "server": f"{HOST}:{PORT}", "username": USER, "password": PASSWORD, "db": DATABASE}
        status, page = self.form("", {f"auth[{name}]": value for name, value in auth.items()})
        assert status == 200 and "PostgreSQL" in page, (status, words(page))

    def path(self, **where):
        return "?" + urllib.parse.urlencode(self.login | {"db": DATABASE} | where)

    def page(self, **where):
        status, page = self.send("GET", self.path(**where))
        assert status == 200 and "class='error'" not in page, (status, words(page))
        return page

    def post(self, fields, **where):
        token = re.search(r"name=['\"]token['\"] value=['\"]([^'\"]+)", self.page(**where)).group(1)
        status, page = self.form(self.path(**where), fields | {"token": token})
        assert status == 200, status
        return page

    def ask(self, statement, **more):
        return self.post({"query": statement, "limit": ""} | more, ns="exp", sql="")

    def rows(self, statement):
        page = self.ask(statement)
        assert "class='error'" not in page, words(page)
        # After the result comes its EXPLAIN.
        return cells(page.partition("<table")[2])


def cells(table):
    """The rows of a table, of which the text may go on after it."""
    table = table.partition("</table>")[0]
    return [
        [words(cell).strip() for cell in re.findall(r"<t[dh][^>]*>(.*?)(?=<t[dh]|<tr|</tr|$)", row, re.S)]
        for row in re.split(r"<tr", table)[1:]
    ]


ADMINER = Adminer()


def connects():
    page = words(ADMINER.page(ns="exp"))
    assert f"PostgreSQL » {HOST}:{PORT} » {DATABASE} » Schema: exp" in page, page
    assert ADMINER.rows("SHOW server_version")[-1][0].startswith("15")
    assert ADMINER.rows("SELECT current_user AS who")[-1] == [USER]


def types():
    asked = ", ".join(f"{text} AS {name}" for name, (_, text) in VALUES.items())
    expected = ["t", "7", "-70000", "5000000000", "2.5", "12.340", "ünï'code", "2024-02-29", "2024-02-29 12:34:56.789"]
    found = ADMINER.rows("SELECT " + asked)[-1]
    assert found[:9] == expected and found[9].startswith("2024-02-29 12:34:56+00"), found


def cursor():
    check_series((int(number), text) for number, text in exported(SERIES))


def exported(statement):
    """What the form under a result gives to keep."""
    text = ADMINER.ask(statement, export="1", output="text", format="csv")
    return list(csv.reader(io.StringIO(text)))[1:]


def metadata():
    listed = ADMINER.page(ns="exp")
    found = re.findall(r"id=['\"]Table-([^'\"]+)", listed) or re.findall(r"[?&]table=(\w+)", listed)
    pairs = []
    for table in sorted(set(found)):
        shown = ADMINER.page(ns="exp", table=table)
        pairs += [(table, row[0]) for row in cells(shown.partition("<table")[2]) if len(row) > 1 and row[0] != "Column"]
    check_columns(pairs)


def error():
    page = ADMINER.ask("SELECT 1 / 0")
    assert "division by zero" in words(page), words(page)
    page = ADMINER.ask("SELECT no_such_column FROM exp.events")
    assert '"no_such_column" does not exist' in words(page), words(page)
    assert ADMINER.rows("SELECT 42 AS answer")[-1] == ["42"]


def cancel():
    """By the list of processes: the statement's session is killed."""
    said = []
    thread = threading.Thread(target=lambda: said.append(Adminer().ask(SLOW)))
    thread.start()
    until = time.monotonic() + 30
    pids = []
    while not pids and time.monotonic() < until:
        shown = ADMINER.page(ns="exp", processlist="")
        pids = [re.search(r"value='(\d+)'", row).group(1) for row in shown.split("<tr")[1:] if "300000" in row and "kill[]" in row]
    assert pids, "the statement is not in the list"
    ADMINER.post({"kill[]": pids[0]}, ns="exp", processlist="")
    thread.join(60)
    assert said and "terminating connection" in words(said[0]), said and words(said[0])


def transaction():
    page = ADMINER.ask("BEGIN; SAVEPOINT here; SELECT 1 / 0; SELECT 2; ROLLBACK TO SAVEPOINT here; SELECT 40 + 3 AS after; COMMIT; SELECT 40 + 4")
    found = words(page)
    assert "division by zero" in found and "current transaction is aborted" in found, found
    assert " 43 " in found and " 44 " in found, found


def table_select_page():
    """Filter, order, limit, and the number of rows."""
    filtered = {"where[0][col]": "user_id", "where[0][op]": "=", "where[0][val]": "u17", "limit": "50"}
    count = ADMINER.rows("SELECT count(*) FROM exp.events WHERE user_id = 'u17'")[-1][0]
    page = ADMINER.page(ns="exp", select="events", **filtered)
    assert ("No rows" in words(page)) == (count == "0"), (count, words(page))
    assert "occurred_at" in words(ADMINER.page(ns="exp", select="events", **{"order[0]": "user_id", "limit": "3", "page": "1"}))


def grouping():
    page = ADMINER.page(ns="exp", select="events", **{"columns[0][fun]": "", "columns[0][col]": "event_type", "columns[1][fun]": "count", "columns[1][col]": "user_id"})
    assert "purchase" in words(page), words(page)


def search_in_all_tables():
    page = ADMINER.post({"search": "Search", "query": "purchase", "op": "=", "tables[]": "events"}, ns="exp")
    assert "events" in words(page), words(page)


def explain():
    page = ADMINER.ask("SELECT count(*) FROM exp.events")
    assert "QUERY PLAN" in page and "(cost=" in words(page), words(page)


def variables():
    page = words(ADMINER.page(ns="exp", variables=""))
    assert "server_version" in page and "TimeZone" in page and "statement_timeout" in page, page


def schema_diagram():
    assert "events" in words(ADMINER.page(ns="exp", schema=""))


def export_of_definitions():
    chosen = {"output": "text", "format": "sql", "tables[]": "events", "table_style": "CREATE", "data_style": "", "db_style": ""}
    text = ADMINER.post(chosen, ns="exp", dump="")
    assert ("CREATE VIEW" in text or '"event_value" double precision' in text) and '"events"' in text, text[:1000]


def export_of_selected_rows():
    chosen = {"export": "Export", "all": "1", "output": "text", "format": "csv"}
    where = {"where[0][col]": "event_type", "where[0][op]": "=", "where[0][val]": "purchase"}
    text = ADMINER.post(chosen, ns="exp", select="events", **where)
    count = ADMINER.rows("SELECT count(*) FROM exp.events WHERE event_type = 'purchase'")[-1][0]
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][-4:][1:] == ["event_type", "event_value", "occurred_at"] and len(rows) == int(count) + 1, (rows[0], len(rows), count)


def written_is_refused():
    page = words(ADMINER.ask("CREATE TABLE exp.mine (i int)"))
    assert "read-only transaction" in page or "permission denied" in page, page
    assert ADMINER.rows("SELECT 42 AS answer")[-1] == ["42"]


VERSION = re.search(r'class="version">([\d.]+)|class=\'version\'>([\d.]+)', ADMINER.page())
main(
    "Adminer", next(filter(None, VERSION.groups())), connect=connects, types=types, cursor=cursor, metadata=metadata, error=error, cancel=cancel, transaction=transaction,
    own=[table_select_page, grouping, search_in_all_tables, explain, variables, schema_diagram, export_of_definitions, export_of_selected_rows, written_is_refused],
)
