#!/usr/bin/env python3
"""Asks PostgreSQL 15 for the answers of the expressions in the files beside this script, and writes them below each expression.

usage: record.py CONNECTION-STRING FILE...

A file has an expression a line, and below it, indented, its type and text, or `!` and the SQLSTATE. Only the expressions are read. The database is one with the encoding UTF8, the collation C and the character type C.UTF-8.
"""

import subprocess
import sys

SETTINGS = """
\\set QUIET 1
\\set VERBOSITY sqlstate
\\pset format unaligned
\\pset tuples_only on
\\pset fieldsep '\\t'
\\pset null '<NULL>'
SET TimeZone = 'UTC'; SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres'; SET jit = off;
"""
END = "--end of an answer--"


def answers(connection, expressions):
    script = [SETTINGS]
    for expression in expressions:
        script.append(f"SELECT pg_typeof(v), v FROM (SELECT {expression} AS v) AS s;")
        script.append(f"\\echo '{END}' :SQLSTATE")
    command = ["psql", "-X", "-d", connection]
    done = subprocess.run(command, input="\n".join(script), capture_output=True, text=True, check=False)
    return split(done.stdout)


def split(output):
    """Each answer's text and SQLSTATE."""
    parts = output.split(END + " ")
    text = parts[0]
    for part in parts[1:]:
        state, _, following = part.partition("\n")
        yield text.removesuffix("\n"), state.strip()
        text = following


def main():
    connection, *files = sys.argv[1:]
    for name in files:
        with open(name, encoding="utf-8") as file:
            expressions = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("    ")]
        found = list(answers(connection, expressions))
        if len(found) != len(expressions):
            sys.exit(f"{name}: {len(expressions)} expressions, {len(found)} answers")
        with open(name, "w", encoding="utf-8") as file:
            for expression, (text, state) in zip(expressions, found):
                if state == "00000":
                    kind, _, value = text.partition("\t")
                    answer = kind + "\t" + value.replace("\\", "\\\\").replace("\n", "\\n")
                else:
                    answer = "!" + state
                file.write(f"{expression}\n    {answer}\n")


if __name__ == "__main__":
    main()
