// Tools that write a program's types from the catalogs; which one is the argument: kysely-codegen or drizzle-kit.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { DATABASE, HOST, PASSWORD, PORT, SHARED, USER, assert, main, told, versionOf } from "./steps.mjs";

const name = process.argv[2];
const CA = process.env.TOLLGATE_TEST_CA;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "codegen-"));
const programs = `${process.env.TOLLGATE_TEST_NODE}/node_modules/.bin`;
const address = (user, database) => `postgres://${user}:${PASSWORD}@${HOST}:${PORT}/${database}?sslmode=verify-full&sslrootcert=${CA}`;

// What each writes of the role's tables, as text.
const generators = {
  "kysely-codegen"(user, database) {
    const out = path.join(folder, "types.ts");
    execFileSync(`${programs}/kysely-codegen`, ["--dialect", "postgres", "--url", address(user, database), "--include-pattern", "exp.*", "--out-file", out], { encoding: "utf8", stdio: "pipe" });
    return fs.readFileSync(out, "utf8");
  },
  "drizzle-kit"(user, database) {
    const config = path.join(folder, "drizzle.config.json");
    fs.writeFileSync(config, JSON.stringify({ dialect: "postgresql", out: path.join(folder, "out"), schemaFilter: ["exp"], dbCredentials: { url: address(user, database) } }));
    // It finds its packages from where it is called.
    execFileSync(`${programs}/drizzle-kit`, ["pull", "--config", path.relative(process.env.TOLLGATE_TEST_NODE, config)], { encoding: "utf8", stdio: "pipe", cwd: process.env.TOLLGATE_TEST_NODE });
    return fs.readFileSync(path.join(folder, "out", "schema.ts"), "utf8");
  },
};

const written = () => generators[name](USER, DATABASE);
let text;
await main(name, versionOf(name), {
  connect: async () => {
    text = written();
    assert.ok(text.includes("events"), text);
  },
  metadata: async () => {
    for (const columns of Object.values(SHARED.tables)) {
      for (const column of columns) {
        const camel = column.replace(/(?!^)_(\w)/g, (_, letter) => letter.toUpperCase());
        assert.ok(text.includes(column) || text.includes(camel), `${column} is not in\n${text}`);
      }
    }
    // Comments tell of masks and windows, which are the gateway's alone.
    told("text", text.replace(/\/\*.*?\*\//gs, "").split("\n").filter((line) => line.trim()));
  },
  error: async () => assert.throws(() => generators[name](USER, "nothing")),
});
