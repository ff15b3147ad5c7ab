"""What the clients' tests share: where the gateway is, and a runner that says what failed."""

import os
import sys
import traceback

HOST = os.environ.get("TOLLGATE_TEST_HOST", "127.0.0.1")
PORT = int(os.environ["TOLLGATE_TEST_PORT"])
USER = os.environ.get("TOLLGATE_TEST_USER", "analyst")
PASSWORD = os.environ.get("TOLLGATE_TEST_PASSWORD", "demo")
DATABASE = os.environ.get("TOLLGATE_TEST_DATABASE", "tollgate")

EVALUATIONS = "exp.flag_evaluations"


def connect_string():
    return f"host={HOST} port={PORT} user={USER} password={PASSWORD} dbname={DATABASE}"


def main(names):
    """Runs every test_ function; ends with 1 if one failed, 2 if there was none."""
    tests = [(name, test) for name, test in names.items() if name.startswith("test_")]
    failed = 0
    for name, test in tests:
        try:
            test()
        except Exception:
            failed += 1
            print(f"FAILED {name}", flush=True)
            traceback.print_exc(file=sys.stdout)
        else:
            print(f"ok {name}", flush=True)
    sys.exit(2 if not tests else int(failed > 0))
