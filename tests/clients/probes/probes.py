"""What a client's depth is made of: one probe after the other, and what came of each, to be compared between PostgreSQL and a gateway.

A program prints one JSON line for each probe: its name, and either what came back or the SQLSTATE. Nothing in it may depend on the server's
own numbers: what does, the probe leaves out.
"""

import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "steps"))

from steps import *  # noqa: E402,F403

# Statements that are ended, rather than waited for.
SLOW_SECONDS = 60


def said(name, outcome):
    print(json.dumps({"probe": name, "outcome": outcome}, ensure_ascii=False, default=repr), flush=True)


def probe(name, work, code):
    """Tells what `work` returns; `code` reads the SQLSTATE from what it raised."""
    try:
        outcome = {"is": plain(work())}
    except Exception as error:
        outcome = {"error": code(error) or f"{type(error).__name__}: {error}"}
    said(name, outcome)


def plain(value):
    """Something that JSON has, with the type where it matters."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return f"{type(value).__name__} {bytes(value) if isinstance(value, memoryview) else value!r}"


def take(probes, code):
    """Every function of this name, in the order of the file."""
    for name, work in list(probes.items()):
        if name.startswith("probe_"):
            probe(name.removeprefix("probe_"), work, code)
