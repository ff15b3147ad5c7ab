import { DATABASE, HOST, PASSWORD, PORT, SHARED, SSL, Series, USER, assert, checkColumns, fails, load, main, versionOf } from "./steps.mjs";

const postgres = load("postgres");

async function withClient(work) {
  const sql = postgres({ host: HOST, port: PORT, user: USER, password: PASSWORD, database: DATABASE, ssl: SSL, max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

await main("postgres.js", versionOf("postgres"), {
  connect: () =>
    withClient(async (sql) => {
      assert.equal((await sql`SELECT current_user::text AS who`)[0].who, USER);
    }),
  types: () =>
    withClient(async (sql) => {
      const row = (await sql`SELECT true AS a, 7::int2 AS b, 5000000000::int8 AS c, 2.5::float8 AS d, 12.340::numeric AS e, 'ünï' AS f, ARRAY[1, 2] AS g, '{"a": 1}'::jsonb AS h, NULL::int4 AS i`)[0];
      assert.deepEqual(Object.values(row), [true, 7, "5000000000", 2.5, "12.340", "ünï", [1, 2], { a: 1 }, null]);
    }),
  parameters: () =>
    withClient(async (sql) => {
      const row = (await sql`SELECT ${7}::int4 AS a, ${"it's"}::text AS b, ${2.5}::float8 AS c, ${true}::bool AS d, ${[1, 2]}::int4[] AS e`)[0];
      assert.deepEqual(Object.values(row), [7, "it's", 2.5, true, [1, 2]]);
    }),
  cursor: () =>
    withClient(async (sql) => {
      const series = new Series();
      for await (const rows of sql.unsafe(SHARED.series).cursor(5_000)) rows.forEach((row) => series.row(row.i, row.t));
      series.end();
    }),
  metadata: () =>
    withClient(async (sql) => {
      checkColumns((await sql.unsafe(SHARED.columns)).map((row) => [row.table_name, row.column_name]));
    }),
  error: () =>
    withClient(async (sql) => {
      await fails(sql`SELECT 1 / 0`, "22012");
      await fails(sql`SELECT request_id FROM exp.flag_evaluations`, "42703");
      assert.equal((await sql`SELECT 1 AS one`)[0].one, 1);
    }),
  cancel: () =>
    withClient(async (sql) => {
      const query = sql.unsafe(SHARED.slow);
      setTimeout(() => query.cancel(), 700);
      await fails(query, "57014");
      assert.equal((await sql`SELECT 1 AS one`)[0].one, 1);
    }),
  copy: () =>
    withClient(async (sql) => {
      let text = "";
      for await (const chunk of await sql.unsafe(`COPY (${SHARED.series}) TO STDOUT`).readable()) text += chunk.toString();
      const series = new Series();
      text.trimEnd().split("\n").forEach((line) => series.row(...line.split("\t")));
      series.end();
    }),
  transaction: () =>
    withClient(async (sql) => {
      await fails(
        sql.begin("READ ONLY", async (sql) => {
          assert.equal((await sql`SELECT 1 AS one`)[0].one, 1);
          await sql.savepoint((sql) => sql`SELECT 1 / 0`).catch(() => {});
          assert.equal((await sql`SELECT 2 AS two`)[0].two, 2);
          await sql`SELECT 1 / 0`;
        }),
        "22012",
      );
      assert.equal((await sql`SELECT 1 AS one`)[0].one, 1);
    }),
});
