"""psql: every backslash command, and its ways of sending and showing. `psql_.py BINARY`: another than the one on the path."""

import re
import subprocess

from probes import *

PSQL = sys.argv[1] if len(sys.argv) > 1 else "psql"
PLAIN = len(sys.argv) > 1
MAJOR = int(re.search(r"(\d+)\.", subprocess.run([PSQL, "--version"], capture_output=True, text=True).stdout).group(1))
if PLAIN:
    PLAIN_PORT = os.environ["TOLLGATE_TEST_PLAIN_PORT"]
    WHERE = f"host={HOST} port={PLAIN_PORT} user={USER} password={PASSWORD} dbname={DATABASE} sslmode=disable"
else:
    WHERE = dsn()


def psql(script, *options, **environment):
    command = [PSQL, "-X", "-v", "VERBOSITY=sqlstate", "-P", "pager=off", WHERE, *options]
    done = subprocess.run(
        command, input=script + "\n", capture_output=True, text=True, timeout=SLOW_SECONDS,
        env={**os.environ, "PSQL_HISTORY": "/dev/null", **environment},
    )
    return done.returncode, done.stdout, re.sub(r"^psql:.*?: ", "", done.stderr, flags=re.M)


def listed(command):
    """What a listing is made of: its title and columns; the rows are each server's own."""
    code, out, complaint = psql(command, "-A", "-F", "|")
    lines = out.splitlines()
    if lines and not lines[0].count("|") and len(lines) > 1:
        return [code, lines[:2], complaint]
    return [code, lines[:1], complaint]


def whole(script, *options):
    return list(psql(script, *options))


here = pathlib.Path(__file__).parent
for command in (here.parent / "commands.psql").read_text().splitlines():
    probe(command, lambda: listed(command), str)
for block in (here / "psql.txt").read_text().split("\n\n"):
    lines = [line for line in block.strip().splitlines() if not line.startswith("#")]
    since = [int(line.split()[1]) for line in block.splitlines() if line.startswith("#since ")]
    if lines and (not since or since[0] <= MAJOR):
        script = "\n".join(lines)
        probe(script, lambda: whole(script), str)
for options in (
    ["-A", "-t"], ["-H"], ["-x"], ["-A", "-z"], ["-A", "-0"], ["--csv"], ["-1"], ["-a"], ["-e"], ["-E"], ["-b"], ["-s"][:0], ["-L", "/dev/null"],
    ["-R", "!"], ["-T", "border=1", "-H"], ["-v", "a=1"], ["-n"], ["-S"], ["-q"], ["-P", "expanded=auto"], ["-c", "SELECT 1", "-c", "SELECT 2"],
    ["-l"],
):
    if options == ["-l"]:
        probe(f"psql -l", lambda: psql("", "-l", "-A", "-t")[0], str)
    else:
        probe(f"psql {' '.join(options)}", lambda: whole("SELECT 1 AS a, NULL AS b, 'x' AS c;\nSELECT 1/0;\n\\dt exp.*", *options), str)
probe("PGOPTIONS", lambda: whole("SHOW statement_timeout;\nSHOW search_path;") and psql("SHOW statement_timeout;\nSHOW search_path;", PGOPTIONS="-c statement_timeout=7s -c search_path=exp"), str)
probe("PGDATESTYLE", lambda: psql("SELECT DATE '2024-02-29';", PGDATESTYLE="SQL, DMY"), str)
probe("PGTZ", lambda: psql("SELECT TIMESTAMPTZ '2024-02-29 00:00+00';", PGTZ="Asia/Tokyo"), str)
probe("PGCLIENTENCODING", lambda: psql("SHOW client_encoding;", PGCLIENTENCODING="LATIN1"), str)
probe("PGAPPNAME", lambda: psql("SHOW application_name;", PGAPPNAME="abc"), str)
