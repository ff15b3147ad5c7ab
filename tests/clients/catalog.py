"""For tests/clients/record: the schema that clients meet, and the catalogue queries in the log of what they sent."""

import csv
import json
import re
import subprocess
import sys

SELECTS = re.compile(r"(/\*.*?\*/|--[^\n]*\n|\s)*(select|with|show|values|table)\b", re.I | re.S)
CATALOG = re.compile(r"pg_|information_schema|regclass|regtype|current_|version\(|^\s*show", re.I)


def schema(contracts, steps):
    import tomllib

    seen = json.load(open(steps))["tables"]
    tables = tomllib.load(open(contracts, "rb"))["table"]
    print("CREATE ROLE analyst LOGIN PASSWORD 'demo'; ALTER ROLE analyst SET default_transaction_read_only = on;")
    # In one database the role sees tables, as it does at a gateway; in the other one, views.
    for database in ("views", "tollgate"):
        print(f"CREATE DATABASE {database};\n\\c {database}\nREVOKE TEMP ON DATABASE {database} FROM PUBLIC;")
        print("REVOKE CREATE ON SCHEMA public FROM PUBLIC;")
        print("CREATE SCHEMA raw; CREATE SCHEMA exp; GRANT USAGE ON SCHEMA exp TO analyst;")
        for name, columns in seen.items():
            types = {
                column["name"]: column["type"] + ("" if column.get("null", True) else " NOT NULL") for column in tables[f"exp.{name}"]["columns"]
            }
            defined = ", ".join(f'"{column}" {types[column]}' for column in columns)
            if database == "views":
                print(f"CREATE TABLE raw.{name} ({defined}); CREATE VIEW exp.{name} AS SELECT * FROM raw.{name};")
            else:
                print(f"CREATE TABLE exp.{name} ({defined});")
            print(f"GRANT SELECT ON exp.{name} TO analyst;")
        print("INSERT INTO exp.events SELECT 'u' || i, 'purchase', i, now() FROM generate_series(1, 6000) i;")


def describable(sql, port):
    """Whether PostgreSQL takes it as one statement."""
    asked = sql if re.match(r"\s*show", sql, re.I) else f"PREPARE one AS {sql.rstrip().rstrip(';')}\n"
    command = ["psql", "-X", "-q", "-At", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-d", "tollgate"]
    done = subprocess.run(command, input=asked + ";", capture_output=True, text=True)
    return not done.stderr


def collect(log, port):
    csv.field_size_limit(1 << 30)
    found = {}
    for row in csv.reader(open(log, newline="")):
        match = re.match(r"(?:statement|execute [^:]*): (.*)", row[13], re.S) if row[1] == "analyst" else None
        if not match:
            continue
        sql = match.group(1).strip()
        # What sqlsmith makes up is no question of a client's.
        if row[22] == "sqlsmith::dut" or not SELECTS.match(sql) or not CATALOG.search(sql) or "generate_series(1, 3" in sql:
            continue
        # Several statements at once can't be prepared.
        if re.search(r";\s*\S", sql):
            continue
        # The same question about another object is the same question.
        key = re.sub(r"\s+", " ", re.sub(r"\d+", "0", sql))
        if row[22] == "sqlsmith::schema":
            key = re.sub(r"'[^']*'", "''", key)
        found.setdefault(key, (row[22], sql))
    for client, sql in found.values():
        if describable(sql, port):
            print(json.dumps({"client": client, "sql": sql}, ensure_ascii=False))


if __name__ == "__main__":
    {"schema": schema, "collect": collect}[sys.argv[1]](*sys.argv[2:])
