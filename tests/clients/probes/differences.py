"""Where the outcomes of a client's probes differ between PostgreSQL and a gateway: `differences.py NAME POLICY POSTGRES GATEWAY`.

POLICY lists what differs on purpose, one a line: a part of the probe's name or of the statement, a tab, and why.
"""

import json
import sys


def outcomes(path):
    found = {}
    for line in open(path):
        # Who owns everything has another name at a gateway.
        one = json.loads(line.replace("postgres", "tollgate"))
        found[one["probe"]] = one["outcome"]
    return found


def first(expected, found, at=""):
    """The innermost places where two outcomes differ."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in [*expected, *(key for key in found if key not in expected)]:
            yield from first(expected.get(key), found.get(key), f"{at}.{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        label = f" [{expected[0]}]" if expected and isinstance(expected[0], str) and expected[0] == found[0] else ""
        for number, (one, other) in enumerate(zip(expected, found)):
            yield from first(one, other, f"{at}{label}[{number}]" if not isinstance(one, list) or not label else f"{at}{label}")
    elif expected != found:
        yield at, expected, found


def shown(one, other):
    """The part of a long text from where it differs on."""
    one, other = str(one), str(other)
    at = next((at for at, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    start = max(0, at - 80) if at > 100 else 0
    return [("…" if start else "") + text[start : start + 400] for text in (one, other)]


def main(name, policy, postgres, gateway):
    wanted = [line.split("\t")[0] for line in open(policy).read().splitlines() if line and not line.startswith("#")]
    expected, found = outcomes(postgres), outcomes(gateway)
    differing = allowed = 0
    for probe, outcome in expected.items():
        places = list(first(outcome, found.get(probe)))
        open_places = [place for place in places if not any(part in probe or part in place[0] or part in str(place[1]) for part in wanted)]
        allowed += bool(places) and not open_places
        differing += bool(open_places)
        for at, one, other in open_places:
            print(f"{name} · {probe} {at}\n  PostgreSQL {shown(one, other)[0]}\n  gateway    {shown(one, other)[1]}")
    for probe in found.keys() - expected.keys():
        print(f"{name} · {probe}: PostgreSQL's run did not come so far")
        differing += 1
    print(f"{name}: {len(expected)} probes, {differing} differ, {allowed} by policy")
    sys.exit(int(differing > 0 or not expected))


main(*sys.argv[1:])
