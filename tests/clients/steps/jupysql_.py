import importlib.metadata

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


main("jupysql", importlib.metadata.version("jupysql"), connect=connects, types=types, metadata=metadata, error=error)
