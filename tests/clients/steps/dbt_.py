import importlib.metadata
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


main(
    "dbt-postgres", importlib.metadata.version("dbt-postgres"), connect=connects, types=types, cursor=cursor,
    metadata=metadata, error=error,
)
