"""From what the clients said of their steps to docs/clients.md."""

import sys

STEPS = ("connect", "types", "parameters", "cursor", "metadata", "error", "cancel", "copy", "transaction")
HEAD = """# Clients

Real clients, each taken through the same steps against a gateway that speaks TLS alone and asks for SCRAM-SHA-256. Written by `tests/clients/run`. psql 16 and 18 are the binaries of a wheel that were built without TLS: they meet a gateway on loopback that speaks none.

| step | what |
|---|---|
| connect | TLS with the certificate verified, SCRAM, who am I |
| types | values of each type come back as the client's own |
| parameters | values of each type as parameters |
| cursor | 100,000 rows in blocks |
| metadata | exactly the role's tables and columns, by the client's own look-ups where it has any |
| error | an error with its SQLSTATE, and the session is usable after it |
| cancel | a statement that would last for minutes is ended |
| copy | COPY … TO STDOUT |
| transaction | isolation levels, savepoints, an aborted transaction |
| own | what this client does besides, each a check of its own in `tests/clients/steps` |

`–` is what a client has no way to do."""


def main(files):
    clients = []
    for file in files:
        name, found = None, {}
        for line in open(file, errors="replace"):
            word, _, rest = line.strip().partition(" ")
            if word == "client" and name is None:
                name = rest.rpartition(" ")
            elif word in ("ok", "none", "FAILED") and (rest in STEPS or rest.startswith("own ")) and rest not in found:
                found[rest] = word
        if name:
            clients.append((name[0], name[2], found))
    print(HEAD)
    print()
    print("| client | version | " + " | ".join(STEPS) + " | own | passed |")
    print("|---" * (len(STEPS) + 4) + "|")
    shown = {"ok": "✓", "none": "–", "FAILED": "✗", None: "–"}
    for name, version, found in sorted(clients, key=lambda client: client[0].lower()):
        own = {check: word for check, word in found.items() if check.startswith("own ")}
        cells = [shown[found.get(step)] for step in STEPS] + [share(own) if own else "–"]
        print(f"| {name} | {version} | " + " | ".join(cells) + f" | {share(found)} |")


def share(found):
    """How many passed of those that the client has."""
    words = [word for word in found.values() if word != "none"]
    return f"{words.count('ok')}/{len(words)}"


main(sys.argv[1:])
