// The steps for clients in JavaScript; see steps.py.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";

const environment = process.env;
export const HOST = environment.TOLLGATE_TEST_HOST ?? "localhost";
export const PORT = Number(environment.TOLLGATE_TEST_PORT);
export const USER = environment.TOLLGATE_TEST_USER ?? "analyst";
export const PASSWORD = environment.TOLLGATE_TEST_PASSWORD ?? "demo";
export const DATABASE = environment.TOLLGATE_TEST_DATABASE ?? "tollgate";
export const SSL = { ca: fs.readFileSync(environment.TOLLGATE_TEST_CA, "utf8"), servername: "localhost" };
export const SHARED = JSON.parse(fs.readFileSync(new URL("steps.json", import.meta.url), "utf8"));
// The packages are not beside this file: TOLLGATE_TEST_NODE names the folder that has them.
export const load = createRequire(`${environment.TOLLGATE_TEST_NODE}/package.json`);
export const versionOf = (name) =>
  JSON.parse(fs.readFileSync(`${environment.TOLLGATE_TEST_NODE}/node_modules/${name}/package.json`, "utf8")).version;
export { assert };

const STEPS = ["connect", "types", "parameters", "cursor", "metadata", "error", "cancel", "copy", "transaction"];

export function checkColumns(pairs) {
  const found = {};
  for (const [table, column] of pairs) (found[table] ??= []).push(column);
  assert.deepEqual(found, SHARED.tables);
}

export class Series {
  count = 0;
  row(number, text) {
    this.count += 1;
    assert.equal(Number(number), this.count);
    assert.equal(text, `row ${this.count}`);
  }
  end() {
    assert.equal(this.count, SHARED.rows);
  }
}

export async function fails(promise, sqlstate) {
  await assert.rejects(promise, (error) => {
    assert.equal(error.code, sqlstate, `${error.code} ${error.message}`);
    return true;
  });
}

// What came of something, to be compared with what comes of it elsewhere: see told in steps.py.
export function told(name, value) {
  console.log(`told ${name} ${JSON.stringify(value)}`);
}

export async function main(name, version, steps) {
  console.log(`client ${name} ${version}`);
  let failed = false;
  for (const step of STEPS) {
    if (!steps[step]) {
      console.log(`none ${step}`);
      continue;
    }
    try {
      await steps[step]();
      console.log(`ok ${step}`);
    } catch (error) {
      failed = true;
      console.log(`FAILED ${step}`);
      console.log(error);
    }
  }
  process.exit(failed ? 1 : 0);
}
