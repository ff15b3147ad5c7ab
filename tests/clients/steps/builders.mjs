// Query builders and mappers over node-postgres; which one is the argument.
import { DATABASE, HOST, PASSWORD, PORT, SHARED, SSL, USER, assert, checkColumns, fails, load, main, versionOf } from "./steps.mjs";

const where = { host: HOST, port: PORT, user: USER, password: PASSWORD, database: DATABASE, ssl: SSL };
const name = process.argv[2];
const sqlstate = (error) => error.code ?? error.cause?.code ?? error.parent?.code ?? error.driverError?.code;
const coded = (promise) => promise.catch((error) => Promise.reject(Object.assign(new Error(error.message), { code: sqlstate(error) })));

// What each has: a statement's rows, a built query's rows, the role's columns by its own look-ups, a transaction.
const builders = {
  async knex() {
    const db = load("knex")({ client: "pg", connection: where });
    return {
      rows: async (sql, values = []) => (await db.raw(sql.replace(/\$\d/g, "?"), values)).rows,
      built: () => db.withSchema("exp").from("events").select("event_type").count("* as n").where("event_value", ">", 10).groupBy("event_type"),
      columns: async () => {
        for (const [table, columns] of Object.entries(SHARED.tables)) {
          assert.deepEqual(Object.keys(await db(table).withSchema("exp").columnInfo()).sort(), [...columns].sort());
        }
      },
      transaction: (work) => db.transaction((trx) => work(async (sql) => (await trx.raw(sql)).rows)),
      end: () => db.destroy(),
    };
  },
  async kysely() {
    const { Kysely, PostgresDialect, sql } = await import(load.resolve("kysely"));
    const pg = load("pg");
    const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool(where) }) });
    const query = (db) => async (text, values = []) => (await db.executeQuery({ sql: text, parameters: values, query: { kind: "RawNode" } })).rows;
    return {
      rows: query(db),
      built: () => db.withSchema("exp").selectFrom("events").select(["event_type", sql`count(*)`.as("n")]).where("event_value", ">", 10).groupBy("event_type").execute(),
      columns: async () => {
        const tables = (await db.introspection.getTables()).filter((table) => table.schema === "exp");
        checkColumns(tables.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((table) => table.columns.map((column) => [table.name, column.name])));
      },
      transaction: (work) => db.transaction().execute((trx) => work(query(trx))),
      end: () => db.destroy(),
    };
  },
  async sequelize() {
    const { Sequelize, QueryTypes } = load("sequelize");
    const db = new Sequelize(DATABASE, USER, PASSWORD, { host: HOST, port: PORT, dialect: "postgres", logging: false, dialectOptions: { ssl: SSL } });
    return {
      rows: (sql, values = []) => db.query(sql, { bind: values.length ? values : undefined, type: QueryTypes.SELECT }),
      built: () => db.query("SELECT event_type, count(*) AS n FROM exp.events WHERE event_value > $1 GROUP BY 1", { bind: [10], type: QueryTypes.SELECT }),
      columns: async () => {
        for (const [table, columns] of Object.entries(SHARED.tables)) {
          const found = await db.getQueryInterface().describeTable({ tableName: table, schema: "exp" });
          assert.deepEqual(Object.keys(found).sort(), [...columns].sort());
        }
      },
      transaction: (work) => db.transaction((transaction) => work((sql) => db.query(sql, { transaction, type: QueryTypes.SELECT }))),
      end: () => db.close(),
    };
  },
  async typeorm() {
    const { DataSource } = load("typeorm");
    const db = await new DataSource({ type: "postgres", host: HOST, port: PORT, username: USER, password: PASSWORD, database: DATABASE, ssl: SSL, installExtensions: false }).initialize();
    return {
      rows: (sql, values = []) => db.query(sql, values),
      built: () => db.createQueryBuilder().select("e.event_type").addSelect("count(*)", "n").from("exp.events", "e").where("e.event_value > :least", { least: 10 }).groupBy("e.event_type").getRawMany(),
      columns: async () => {
        const runner = db.createQueryRunner();
        for (const [name, columns] of Object.entries(SHARED.tables)) {
          const view = (await runner.hasTable(`exp.${name}`)) && (await runner.getTable(`exp.${name}`));
          if (view) assert.deepEqual(view.columns.map((column) => column.name).sort(), [...columns].sort());
          for (const column of columns) assert.ok(await runner.hasColumn(`exp.${name}`, column), `${name}.${column}`);
        }
        await runner.release();
      },
      transaction: (work) => db.transaction((manager) => work((sql) => manager.query(sql))),
      end: () => db.destroy(),
    };
  },
  async "drizzle-orm"() {
    const { drizzle } = await import(load.resolve("drizzle-orm/node-postgres"));
    const { sql } = await import(load.resolve("drizzle-orm"));
    const { pgSchema, text, doublePrecision } = await import(load.resolve("drizzle-orm/pg-core"));
    const { gt, count } = await import(load.resolve("drizzle-orm"));
    const pg = load("pg");
    const pool = new pg.Pool(where);
    const db = drizzle(pool);
    const events = pgSchema("exp").table("events", { eventType: text("event_type"), eventValue: doublePrecision("event_value") });
    return {
      rows: async (text, values = []) => (await pool.query(text, values)).rows,
      built: () => db.select({ type: events.eventType, n: count() }).from(events).where(gt(events.eventValue, 10)).groupBy(events.eventType),
      columns: async () => checkColumns((await db.execute(sql.raw(SHARED.columns))).rows.map((row) => [row.table_name, row.column_name])),
      transaction: (work) => db.transaction((tx) => work(async (text) => (await tx.execute(sql.raw(text))).rows)),
      end: () => pool.end(),
    };
  },
};

const db = await builders[name]();
await main(name, versionOf(name), {
  connect: async () => assert.equal((await db.rows("SELECT current_user::text AS who"))[0].who, USER),
  parameters: async () => {
    assert.deepEqual((await db.rows("SELECT $1::int4 + 1 AS a, $2::text AS b", [41, "it's"]))[0], { a: 42, b: "it's" });
    assert.ok((await db.built()).length <= 3);
  },
  metadata: () => db.columns(),
  error: async () => {
    await fails(coded(db.rows("SELECT 1 / 0")), "22012");
    await fails(coded(db.rows("SELECT request_id FROM exp.flag_evaluations")), "42703");
    assert.equal((await db.rows("SELECT 1 AS one"))[0].one, 1);
  },
  transaction: async () => {
    assert.equal(await db.transaction(async (query) => (await query("SELECT 1 AS one"))[0].one), 1);
    await fails(coded(db.transaction((query) => query("SELECT 1 / 0"))), "22012");
    assert.equal((await db.rows("SELECT 1 AS one"))[0].one, 1);
  },
});
