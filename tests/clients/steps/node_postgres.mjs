import { DATABASE, HOST, PASSWORD, PORT, SHARED, SSL, Series, USER, assert, checkColumns, fails, load, main, versionOf } from "./steps.mjs";

const pg = load("pg");
const Cursor = load("pg-cursor");
const QueryStream = load("pg-query-stream");
const { to: copyTo } = load("pg-copy-streams");

async function withClient(work) {
  const client = new pg.Client({ host: HOST, port: PORT, user: USER, password: PASSWORD, database: DATABASE, ssl: SSL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

await main("node-postgres", versionOf("pg"), {
  connect: () =>
    withClient(async (client) => {
      assert.equal((await client.query("SELECT current_user::text AS who")).rows[0].who, USER);
    }),
  types: () =>
    withClient(async (client) => {
      const { rows, fields } = await client.query({
        text: "SELECT true, 7::int2, 5000000000::int8, 2.5::float8, 12.340::numeric, 'ünï', ARRAY[1, NULL], '{\"a\": 1}'::jsonb, '\\x00ff'::bytea, NULL::int4, TIMESTAMPTZ '2024-02-29 12:00+00'",
        rowMode: "array",
      });
      assert.deepEqual(rows[0], [
        true, 7, "5000000000", 2.5, "12.340", "ünï", [1, null], { a: 1 }, Buffer.from([0, 255]), null,
        new Date("2024-02-29T12:00:00Z"),
      ]);
      assert.deepEqual(fields.map((field) => field.dataTypeID), [16, 21, 20, 701, 1700, 25, 1007, 3802, 17, 23, 1184]);
    }),
  parameters: () =>
    withClient(async (client) => {
      const values = [7, "it's", 2.5, true, [1, 2], new Date("2024-02-29T12:00:00Z"), null];
      const text = "SELECT $1::int4 AS a, $2::text AS b, $3::float8 AS c, $4::bool AS d, $5::int4[] AS e, $6::timestamptz AS f, $7::text AS g";
      for (const name of [undefined, "prepared", "prepared"]) {
        const { rows } = await client.query({ name, text, values });
        assert.deepEqual(Object.values(rows[0]), values);
      }
    }),
  cursor: () =>
    withClient(async (client) => {
      const series = new Series();
      const cursor = client.query(new Cursor(SHARED.series));
      for (let rows = await cursor.read(7_000); rows.length; rows = await cursor.read(7_000)) {
        rows.forEach((row) => series.row(row.i, row.t));
      }
      await cursor.close();
      series.end();
      const streamed = new Series();
      for await (const row of client.query(new QueryStream(SHARED.series))) streamed.row(row.i, row.t);
      streamed.end();
    }),
  metadata: () =>
    withClient(async (client) => {
      checkColumns((await client.query({ text: SHARED.columns, rowMode: "array" })).rows);
    }),
  error: () =>
    withClient(async (client) => {
      await fails(client.query("SELECT 1 / 0"), "22012");
      await fails(client.query("SELECT request_id FROM exp.flag_evaluations WHERE $1", [true]), "42703");
      assert.equal((await client.query("SELECT 1 AS one")).rows[0].one, 1);
    }),
  cancel: () =>
    withClient((client) =>
      withClient(async (other) => {
        setTimeout(() => other.query("SELECT pg_cancel_backend($1)", [client.processID]), 700);
        await fails(client.query(SHARED.slow), "57014");
        assert.equal((await client.query("SELECT 1 AS one")).rows[0].one, 1);
      }),
    ),
  copy: () =>
    withClient(async (client) => {
      let text = "";
      for await (const chunk of client.query(copyTo(`COPY (${SHARED.series}) TO STDOUT`))) text += chunk.toString();
      const series = new Series();
      text.trimEnd().split("\n").forEach((line) => series.row(...line.split("\t")));
      series.end();
    }),
  transaction: () =>
    withClient(async (client) => {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      await fails(client.query("SELECT 1 / 0"), "22012");
      await fails(client.query("SELECT 1"), "25P02");
      await client.query("ROLLBACK");
      assert.equal((await client.query("SELECT 1 AS one")).rows[0].one, 1);
    }),
});
