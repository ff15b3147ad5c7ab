"""From what the clients said of their steps to docs/clients.md."""

import sys

STEPS = ("connect", "types", "parameters", "cursor", "metadata", "error", "cancel", "copy", "transaction")
HEAD = """# Clients

Real clients, each taken through the same steps against a gateway that speaks TLS alone and asks for SCRAM-SHA-256. Written by `tests/clients/run`.

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

`–` is what a client has no way to do."""


def main(files):
    clients = []
    for file in files:
        name, found = None, {}
        for line in open(file, errors="replace"):
            word, _, rest = line.strip().partition(" ")
            if word == "client" and name is None:
                name = rest.rpartition(" ")
            elif word in ("ok", "none", "FAILED") and rest in STEPS and rest not in found:
                found[rest] = word
        if name:
            clients.append((name[0], name[2], found))
    print(HEAD)
    print()
    print("| client | version | " + " | ".join(STEPS) + " | passed |")
    print("|---" * (len(STEPS) + 3) + "|")
    shown = {"ok": "✓", "none": "–", "FAILED": "✗", None: "–"}
    for name, version, found in sorted(clients, key=lambda client: client[0].lower()):
        asked = sum(1 for word in found.values() if word != "none")
        passed = sum(1 for word in found.values() if word == "ok")
        print(f"| {name} | {version} | " + " | ".join(shown[found.get(step)] for step in STEPS) + f" | {passed}/{asked} |")


main(sys.argv[1:])
