"""Redshift's SQL as PostgreSQL's: lines of JSON strings in, the same out. What can't be carried over comes out as it is."""

import json
import sys

import sqlglot

for line in sys.stdin:
    text = json.loads(line)
    print(json.dumps(sqlglot.transpile(text, read="redshift", write="postgres", error_level=sqlglot.ErrorLevel.RAISE)[0]))
