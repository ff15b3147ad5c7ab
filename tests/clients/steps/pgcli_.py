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


def completions(text, *expected):
    """What the menu shows for a text, which is then left."""

    def work(child):
        # What it knows of the catalogs comes from another thread.
        until = time.monotonic() + 60
        while True:
            child.send(text)
            child.send("\t")
            try:
                for word in expected:
                    child.expect(word, timeout=3)
                break
            except pexpect.TIMEOUT:
                assert time.monotonic() < until, child.before
            finally:
                child.send("\x1b")
                child.send("\x15")
        child.send("\x03")

    session(work)


def completion_of_tables():
    completions("SELECT * FROM exp.", "assignments", "events", "flag_evaluations")


def completion_of_columns():
    completions("SELECT * FROM exp.events WHERE event_", "event_type", "event_value")


def completion_of_schemas():
    completions("SELECT * FROM ex", "exp")


def completion_of_functions():
    completions("SELECT BIT_A", "BIT_AND")


def completion_of_keywords():
    completions("SEL", "SELECT")


def commands():
    for command, expected in (("\\dt exp.*", "metric_revenue"), ("\\l", DATABASE), ("\\du", USER), ("\\df lower", "lower"), ("\\d+ exp.assignments", "variant_id"), ("\\dv exp.*", "SELECT 0|no rows|Schema|Name")):
        session(lambda child: ask(child, command, expected))


main(
    "pgcli", importlib.metadata.version("pgcli"), connect=connects, types=types, metadata=metadata, error=error,
    own=[completion_of_tables, completion_of_columns, completion_of_schemas, completion_of_functions, completion_of_keywords, commands],
)
