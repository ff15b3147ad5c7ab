import importlib.metadata
import re

import sqlalchemy
from IPython.core.interactiveshell import InteractiveShell

from steps import *

SHELL = InteractiveShell.instance()


def magic(text):
    return SHELL.run_line_magic("sql", text)


def connects():
    engine = sqlalchemy.create_engine(
        url("postgresql+psycopg2", query=False), connect_args={"sslmode": "verify-full", "sslrootcert": CA}
    )
    SHELL.run_line_magic("load_ext", "sql")
    SHELL.run_line_magic("config", "SqlMagic.displaylimit = 0")
    SHELL.run_line_magic("config", "SqlMagic.displaycon = False")
    SHELL.user_ns["engine"] = engine
    magic("engine --alias gateway")
    assert magic("SELECT current_user AS who").dict()["who"] == (USER,)


def types():
    columns = ", ".join(f"{text} AS {name}" for name, (_, text) in VALUES.items() if name != "text")
    found = magic(f"SELECT {columns}").dict()
    assert found["int8"] == (5_000_000_000,) and found["date"] == (datetime.date(2024, 2, 29),), found


def metadata():
    tables = str(SHELL.run_line_magic("sqlcmd", "tables --schema exp"))
    columns = str(SHELL.run_line_magic("sqlcmd", "columns --table events --schema exp"))
    assert all(name in columns for name in TABLES["events"]), columns
    assert tables


def error():
    try:
        magic("SELECT no_such_column FROM exp.events")
    except BaseException as error:
        assert "no_such_column" in str(error), error
    assert magic("SELECT 1 AS one").dict()["one"] == (1,)


def variables():
    SHELL.user_ns["kind"] = "purchase"
    told("by a variable", magic("SELECT count(*) AS n FROM exp.events WHERE event_type = '{{kind}}'").dict())


def named_statements():
    SHELL.run_cell_magic("sql", "--save purchases", "SELECT * FROM exp.events WHERE event_type = 'purchase'")
    told("by a name", magic("--with purchases SELECT count(*) AS n FROM purchases").dict())


def several_statements():
    told("the last", SHELL.run_cell_magic("sql", "", "SELECT 1 AS one; SELECT 2 AS two").dict())


def profile():
    """What it tells of a table's columns, by statements of its own."""
    shown = str(SHELL.run_line_magic("sqlcmd", "profile --table events --schema exp"))
    told("profile", sorted(set(re.findall(r"\b(?:count|unique|top|freq|mean|std|min|max|25%|50%|75%)\b", shown))))


def tests_of_a_table():
    SHELL.run_line_magic("sqlcmd", "test --table events --schema exp --column event_value --greater -1")


def frames():
    told("frame", magic("SELECT event_type, count(*) AS n FROM exp.events GROUP BY 1 ORDER BY 1").DataFrame().values.tolist())


def explained():
    assert "cost=" in str(magic("EXPLAIN SELECT * FROM exp.events").dict())


main(
    "jupysql", importlib.metadata.version("jupysql"), connect=connects, types=types, metadata=metadata, error=error,
    own=[variables, named_statements, several_statements, profile, tests_of_a_table, frames, explained],
)
