// node-postgres with its cursor, stream and COPY packages, and postgres.js.
import { once } from "node:events";
import { DATABASE, HOST, PASSWORD, PORT, SHARED, SSL, USER, load } from "../steps/steps.mjs";

const pg = load("pg");
const Cursor = load("pg-cursor");
const QueryStream = load("pg-query-stream");
const { to: copyTo, from: copyFrom } = load("pg-copy-streams");
const postgres = load("postgres");
const where = { host: HOST, port: PORT, user: USER, password: PASSWORD, database: DATABASE, ssl: SSL };

async function probe(name, work) {
  let outcome;
  try {
    outcome = { is: (await work()) ?? null };
  } catch (error) {
    outcome = { error: error.code ?? String(error) };
  }
  console.log(JSON.stringify({ probe: name, outcome }));
}

async function withClient(work, options = {}) {
  const client = new pg.Client({ ...where, options: "-c search_path=exp", ...options });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const tried = (client, query, values) =>
  client.query(query, values).then(
    (result) =>
      [result].flat().map(({ command, rowCount, rows, fields }) => ({
        command, rowCount, rows, fields: fields.map(({ name, dataTypeID, dataTypeSize, dataTypeModifier, format, columnID }) => ({ name, dataTypeID, dataTypeSize, dataTypeModifier, format, columnID })),
      })),
    (error) => `error ${error.code}`,
  );

const TYPES =
  "SELECT true AS a, 7::int2 AS b, -70000 AS c, 5000000000 AS d, 2.5::float8 AS e, 12.340 AS f, 'ü' AS g, '\\x00ff'::bytea AS h, DATE '2024-02-29' AS i, TIMESTAMP '2024-02-29 12:00' AS j, TIMESTAMPTZ '2024-02-29 12:00+00' AS k, INTERVAL '1 day 2 hours' AS l, '{\"a\": 1}'::jsonb AS m, ARRAY[1, NULL] AS n, ARRAY['a', NULL] AS o, NULL AS p, '00112233-4455-6677-8899-aabbccddeeff'::uuid AS q, TIME '12:34' AS r, ARRAY[1.5] AS s, ARRAY[true] AS t, 'x'::char(3) AS u, 7::oid AS v, ARRAY[DATE '2024-02-29'] AS w";
const VALUES = [
  [7, "int4"], [2.5, "float8"], ["it's", "text"], [true, "bool"], [null, "text"], [[1, null], "int4[]"], [["a", null], "text[]"], [new Date("2024-02-29T12:00:00Z"), "timestamptz"], [{ a: 1 }, "jsonb"], [Buffer.from([0, 255]), "bytea"], ["1.50", "numeric"],
  ["2024-02-29", "date"], ["x", "int4"], ["9007199254740993", "int8"], ["1 day", "interval"], [[], "int4[]"],
];

await probe("pg types", () => withClient((client) => tried(client, TYPES)));
await probe("pg rows as arrays", () => withClient((client) => tried(client, { text: "SELECT 1 AS a, 2 AS a", rowMode: "array" })));
for (const [value, type] of VALUES) {
  await probe(`pg parameter ${JSON.stringify(value)} ${type}`, () =>
    withClient(async (client) => [await tried(client, `SELECT $1::${type} AS v, pg_typeof($1::${type})::text AS t`, [value]), await tried(client, { name: "kept", text: `SELECT $1::${type} AS v`, values: [value] }), await tried(client, { name: "kept", text: `SELECT $1::${type} AS v`, values: [value] })]));
}
await probe("pg several statements", () => withClient((client) => tried(client, "SELECT 1 AS a; SET work_mem = '8MB'; SELECT 'x' AS b; SHOW work_mem")));
await probe("pg empty", () => withClient(async (client) => [await tried(client, ""), await tried(client, ";"), await tried(client, "", [])]));
await probe("pg errors", () =>
  withClient(async (client) => {
    const found = [];
    for (const text of ["SELECT 1/0", "SELEC", "SELECT nosuch", "SELECT * FROM nosuch", "CREATE TABLE t (i int)", "SELECT nosuch(1)", "INSERT INTO events VALUES ('a', 'b', 1, now())", "SELECT $1"]) found.push([text, await tried(client, text), await tried(client, text, []), await tried(client, "SELECT 1 AS a")]);
    return found;
  }));
await probe("pg fields of an error", () =>
  withClient(async (client) => {
    const error = await client.query("SELECT nosuch FROM events").catch((error) => error);
    return [error.severity, error.code, error.position, error.message, error.table ?? null, error.schema ?? null];
  }));
await probe("pg transaction", () =>
  withClient(async (client) => {
    const found = [];
    for (const text of ["BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE", "SHOW transaction_isolation", "SAVEPOINT a", "SELECT 1/0", "SELECT 1", "ROLLBACK TO a", "SELECT 2 AS a", "RELEASE a", "COMMIT"]) found.push(await tried(client, text));
    return found;
  }));
await probe("pg cursor", () =>
  withClient(async (client) => {
    const cursor = client.query(new Cursor("SELECT i FROM generate_series(1, $1) i", [9]));
    const found = [await cursor.read(2), await cursor.read(3), await cursor.read(100), await cursor.read(1)];
    await cursor.close();
    const early = client.query(new Cursor("SELECT i FROM generate_series(1, 9) i"));
    found.push(await early.read(1));
    await early.close();
    found.push(await tried(client, "SELECT 1 AS a"));
    const bad = client.query(new Cursor("SELECT nosuch"));
    found.push(await bad.read(1).catch((error) => error.code));
    return found;
  }));
await probe("pg stream", () =>
  withClient(async (client) => {
    const found = [];
    for await (const row of client.query(new QueryStream("SELECT i FROM generate_series(1, 250) i", [], { batchSize: 7 }))) found.push(row.i);
    for await (const row of client.query(new QueryStream("SELECT i FROM generate_series(1, 250) i", [], { batchSize: 7 }))) {
      if (row.i === 9) break;
    }
    return [found.length, await tried(client, "SELECT 1 AS a")];
  }));
for (const text of ["COPY (SELECT 1, 'a') TO STDOUT", "COPY (SELECT 1, 'a,b') TO STDOUT WITH CSV HEADER", "COPY (SELECT 1, 'a') TO STDOUT (FORMAT binary)", "COPY (SELECT 1/0) TO STDOUT", "COPY nosuch TO STDOUT"]) {
  await probe(`pg ${text}`, () =>
    withClient(async (client) => {
      const blocks = [];
      try {
        for await (const block of client.query(copyTo(text))) blocks.push(block);
      } catch (error) {
        blocks.push(Buffer.from(error.code ?? String(error)));
      }
      return [Buffer.concat(blocks).toString("hex"), await tried(client, "SELECT 1 AS a")];
    }));
}
await probe("pg COPY FROM", () =>
  withClient(async (client) => {
    const stream = client.query(copyFrom("COPY events FROM STDIN"));
    const failed = once(stream, "error").then(([error]) => error.code);
    stream.end("a\tb\t1\tnow\n");
    return [(await failed) !== undefined, await tried(client, "SELECT 1 AS a")];
  }));
for (const options of [{ statement_timeout: 300 }, { query_timeout: 300 }, { lock_timeout: 5000, idle_in_transaction_session_timeout: 60000 }, { application_name: "node-app" }, { options: "-c TimeZone=Asia/Tokyo" }, { client_encoding: "UTF8" }, { keepAlive: true }, { user: "nosuch" }, { password: "wrong" }, { database: "nosuch" }]) {
  await probe(`pg options ${JSON.stringify(options)}`, () =>
    withClient(async (client) => [
      await tried(client, "SELECT current_setting('statement_timeout') AS a, current_setting('lock_timeout') AS b, current_setting('idle_in_transaction_session_timeout') AS c, current_setting('application_name') AS d, current_setting('client_encoding') AS e"),
      options.statement_timeout ? await tried(client, SHARED.slow) : null, await tried(client, "SELECT 1 AS a"),
    ], options));
}
await probe("pg cancelled by SQL", () =>
  withClient((client) =>
    withClient(async (other) => {
      const pid = client.processID;
      const slow = tried(client, SHARED.slow);
      await new Promise((resolve) => setTimeout(resolve, 700));
      return [await tried(other, "SELECT pg_cancel_backend($1) AS a", [pid]), await slow, await tried(client, "SELECT 1 AS a")];
    })));
await probe("pg notices", () =>
  withClient(async (client) => {
    const heard = [];
    client.on("notice", (notice) => heard.push([notice.severity, notice.code]));
    await client.query("COMMIT");
    return heard;
  }));
await probe("pg pool", async () => {
  const pool = new pg.Pool({ ...where, max: 3 });
  const found = await Promise.all(Array.from({ length: 10 }, (_, i) => pool.query("SELECT $1::int AS i", [i]).then(({ rows }) => rows[0].i)));
  await pool.end();
  return found;
});

const sql = (options = {}) => postgres({ ...where, username: USER, max: 1, onnotice: () => {}, connection: { search_path: "exp" }, ...options });
const withSql = async (work, options) => {
  const db = sql(options);
  try {
    return await work(db);
  } finally {
    await db.end({ timeout: 2 });
  }
};
const coded = (promise) => promise.then((rows) => [...rows], (error) => `error ${error.code}`);

await probe("postgres.js types", () => withSql((db) => db.unsafe(TYPES).then((rows) => [[...rows], rows.columns.map(({ name, type }) => [name, type])])));
for (const [value, type] of VALUES) await probe(`postgres.js parameter ${JSON.stringify(value)} ${type}`, () => withSql((db) => coded(db.unsafe(`SELECT $1::${type} AS v`, [value]))));
await probe("postgres.js tagged", () =>
  withSql(async (db) => [
    await coded(db`SELECT ${7}::int + 1 AS a, ${"x"} || 'y' AS b, ${true} AS c, ${null}::text AS d, ${db.array([1, 2])} AS e, ${db.json({ a: 1 })} AS f, ${new Date(0)} AS g`),
    await coded(db`SELECT ${db(["user_id"])} FROM ${db("exp.events")} WHERE user_id IN ${db(["nobody", "a"])} AND event_value > ${1.5} LIMIT ${3}`), await coded(db`SELECT 1 AS a`.simple()), await coded(db.unsafe("SELECT 1 AS a; SELECT 2 AS b")),
  ]));
await probe("postgres.js describe", () => withSql(async (db) => { const told = await db`SELECT ${1}::int AS a, user_id FROM events`.describe(); return [told.types, told.columns.map(({ name, type }) => [name, type])]; }));
await probe("postgres.js cursor", () =>
  withSql(async (db) => {
    const found = [];
    await db`SELECT i FROM generate_series(1, 20) i`.cursor(7, (rows) => void found.push(rows.length));
    for await (const rows of db`SELECT i FROM generate_series(1, 20) i`.cursor(6)) found.push(rows.length);
    await db`SELECT i FROM generate_series(1, 20) i`.cursor(3, (rows) => (found.push(rows.length), rows[0].i > 3 ? db.CLOSE : undefined));
    await db`SELECT i FROM generate_series(1, 20) i`.forEach((row) => found.push(row.i));
    return [found, await coded(db`SELECT 1 AS a`)];
  }));
await probe("postgres.js transaction", () =>
  withSql(async (db) => {
    const found = [];
    await db.begin("ISOLATION LEVEL REPEATABLE READ READ ONLY", async (db) => {
      found.push(await coded(db`SHOW transaction_isolation`));
      await db.savepoint("a b", async (db) => { await db`SELECT 1/0`; }).catch((error) => found.push(error.code));
      found.push(await coded(db`SELECT 2 AS a`));
    });
    await db.begin(async (db) => [await db`SELECT 1/0`]).catch((error) => found.push(error.code));
    found.push(await coded(db`SELECT 3 AS a`));
    return found;
  }));
await probe("postgres.js copy", () =>
  withSql(async (db) => {
    const blocks = [];
    for await (const block of await db`COPY (SELECT 1, 'a') TO STDOUT`.readable()) blocks.push(block);
    return [Buffer.concat(blocks).toString(), await coded(db`SELECT 1 AS a`)];
  }));
await probe("postgres.js cancel", () =>
  withSql(async (db) => {
    const query = db.unsafe(SHARED.slow);
    const ended = coded(query);
    await new Promise((resolve) => setTimeout(resolve, 900));
    query.cancel();
    return [await ended, await coded(db`SELECT 1 AS a`)];
  }));
await probe("postgres.js errors", () => withSql(async (db) => [await coded(db`SELECT 1/0`), await coded(db.unsafe("SELEC")), await coded(db`SELECT nosuch`), await coded(db`SELECT * FROM nosuch`), await coded(db`CREATE TABLE t (i int)`), await coded(db`SELECT 1 AS a`)]));
await probe("postgres.js reserved", () => withSql(async (db) => { const one = await db.reserve(); const found = await coded(one`SELECT 1 AS a`); one.release(); return found; }));
for (const options of [{ prepare: false }, { fetch_types: false }, { transform: postgres.camel }, { connection: { TimeZone: "Asia/Tokyo", statement_timeout: 44000 } }, { target_session_attrs: "read-only" }, { max_lifetime: 60 }]) {
  await probe(`postgres.js options ${JSON.stringify(options)}`, () => withSql(async (db) => [await coded(db`SELECT ${1}::int AS some_name, ARRAY[1, 2] AS b, current_setting('statement_timeout') AS c`), await coded(db`SHOW TimeZone`)][0], options));
}
process.exit(0);
