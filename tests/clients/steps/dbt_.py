import importlib.metadata
import re
import subprocess
import tempfile
import textwrap

from steps import *

FILES = {
    "profiles.yml": f"""
        steps:
          target: dev
          outputs:
            dev:
              {{type: postgres, host: {HOST}, port: {PORT}, user: {USER}, password: {PASSWORD}, dbname: {DATABASE},
               schema: exp, threads: 2, sslmode: verify-full, sslrootcert: {CA}}}
        """,
    "dbt_project.yml": """
        name: steps
        version: "1.0"
        profile: steps
        models: {steps: {+materialized: ephemeral}}
        """,
    "models/sources.yml": """
        sources:
          - name: exp
            tables:
              - name: events
                columns: [{name: user_id, tests: [not_null]}]
                loaded_at_field: occurred_at
                freshness: {warn_after: {count: 100000, period: day}}
        """,
    "models/purchases.sql": "SELECT * FROM {{ source('exp', 'events') }} WHERE event_type = 'purchase'",
    "models/written.sql": "{{ config(materialized='view') }} SELECT 1 AS one",
}


def dbt(*arguments, good=True):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(textwrap.dedent(text))
        command = [sys.executable, "-c", "from dbt.cli.main import cli; cli()", *arguments, "--profiles-dir", "."]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | {"DBT_SEND_ANONYMOUS_USAGE_STATS": "0"})
        assert (done.returncode == 0) == good, done.stdout + done.stderr
        return done.stdout


def connects():
    assert "All checks passed" in dbt("debug")


def types():
    assert "purchase" in dbt("show", "--inline", "SELECT 'purchase' AS kind, 1.5 AS value, now() AS at")


def cursor():
    dbt("show", "--select", "purchases", "--limit", "50")


def metadata():
    dbt("docs", "generate", "--empty-catalog")
    dbt("test", "--select", "source:*")
    dbt("source", "freshness")


def error():
    # It would create a view: refused, and told so.
    assert "read-only transaction" in dbt("run", "--select", "written", good=False) 


def listed():
    told("listed", sorted(line for line in dbt("list", "--quiet").splitlines() if line.startswith(("steps", "source"))))


def compiled():
    assert 'FROM "tollgate"."exp"."events"' in dbt("compile", "--select", "purchases").replace("views", "tollgate")


def shown():
    rows = dbt("show", "--quiet", "--output", "json", "--inline", "SELECT event_type, count(*) AS n FROM {{ source('exp', 'events') }} GROUP BY 1 ORDER BY 1", "--limit", "10")
    told("shown", json.loads(rows)["show"])


def macros_of_the_adapter():
    """What macros read of the catalogs: the columns of a relation, whether there is one."""
    columns = "{% for column in adapter.get_columns_in_relation(source('exp', 'events')) %}{{ column.name }} {{ column.data_type }}, {% endfor %}"
    told("columns", re.search(r"user_id .*?, $|user_id[^\n]*", dbt("compile", "--quiet", "--inline", f"-- {columns}")).group(0))
    relation = "{{ adapter.get_relation(target.database, 'exp', 'assignments').identifier }} {{ adapter.get_relation(target.database, 'exp', 'nothing') }}"
    told("relations", re.search(r"assignments[^\n]*", dbt("compile", "--quiet", "--inline", f"-- {relation}")).group(0))


def ephemeral_run():
    said = dbt("run", "--select", "purchases")
    assert "Finished running" in said and "ERROR" not in said, said


def documented():
    """The catalog of the role's tables, as its page of documentation has it."""
    with tempfile.TemporaryDirectory() as folder:
        dbt("docs", "generate", "--target-path", folder)
        catalog = json.loads(pathlib.Path(folder, "catalog.json").read_text())
    assert catalog["errors"] is None, catalog["errors"]
    told("documented", {name: [(column["name"], column["type"]) for column in source["columns"].values()] for name, source in catalog["sources"].items()})


main(
    "dbt-postgres", importlib.metadata.version("dbt-postgres"), connect=connects, types=types, cursor=cursor,
    metadata=metadata, error=error,
    own=[listed, compiled, shown, macros_of_the_adapter, ephemeral_run, documented],
)
