import importlib.metadata

import pexpect

from steps import *


def session(work):
    environment = os.environ | {"PGPASSWORD": PASSWORD, "PAGER": "cat", "TERM": "xterm", "HOME": "/tmp"}
    child = pexpect.spawn(
        str(pathlib.Path(sys.executable).parent / "pgcli"), ["--less-chatty", dsn()], env=environment, timeout=60,
        encoding="utf-8", dimensions=(50, 200),
    )
    try:
        child.expect(f"{DATABASE}>")
        work(child)
    finally:
        child.close(force=True)


def ask(child, text, expected):
    child.send(text + "\r")
    child.expect(expected)
    child.expect(f"{DATABASE}>")


def connects():
    session(lambda child: ask(child, "SELECT 'as ' || current_user;", f"as {USER}"))


def types():
    session(lambda child: ask(child, "SELECT 12.340, DATE '2024-02-29', ARRAY[1, 2];", r"12\.340.*2024-02-29"))


def metadata():
    session(lambda child: ask(child, "\\d exp.events", "event_value"))
    session(lambda child: ask(child, "\\dn", "exp"))


def error():
    def work(child):
        ask(child, "SELECT 1 / 0;", "division by zero")
        ask(child, "SELECT 40 + 2;", "42")

    session(work)


main("pgcli", importlib.metadata.version("pgcli"), connect=connects, types=types, metadata=metadata, error=error)
