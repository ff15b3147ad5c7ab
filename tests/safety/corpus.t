# One statement a line, after its verdict. deny: an error, and no row. allow: an answer. filtered: an answer without hidden data, or an error.
# The role is that of policies/analyst.toml; the data is June 2025's.
# Work that analysts do.
allow SELECT flag_key, count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY 1 ORDER BY 1
allow SELECT date_trunc('day', "timestamp") AS d, count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY 1 ORDER BY 1
allow WITH e AS (SELECT * FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') SELECT variant_key, count(DISTINCT unit_id_hash) FROM e GROUP BY 1 ORDER BY 1
allow SELECT count(*) FROM exp.events e JOIN exp.assignments a ON a.user_id = e.user_id
allow SELECT user_id, rank() OVER (PARTITION BY event_type ORDER BY event_value) FROM exp.events ORDER BY 1, 2 LIMIT 5
allow SELECT count(*) FROM exp.flag_evaluations WHERE "timestamp" >= '2025-06-01' AND "timestamp" < '2025-06-08'
allow SELECT 1
allow SHOW search_path
allow SELECT current_user
# Windows as people write them.
allow SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date = ANY ('{2025-06-02,2025-06-03}')
allow SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date = ANY (ARRAY[DATE '2025-06-02', DATE '2025-06-03'])
allow SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date BETWEEN DATE '2025-06-02' AND DATE '2025-06-05') IS TRUE
allow SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date < DATE '2025-06-02') IS FALSE AND _partition_date < DATE '2025-06-05'
allow SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= (SELECT DATE '2025-06-02') AND _partition_date < (SELECT DATE '2025-06-02' + 7)
allow WITH span AS (SELECT DATE '2025-06-02' AS since, DATE '2025-06-05' AS until) SELECT count(*) FROM exp.flag_evaluations, span WHERE _partition_date >= since AND _partition_date < until
allow WITH span(since) AS (VALUES (DATE '2025-06-02')) SELECT count(*) FROM exp.flag_evaluations f JOIN span s ON f._partition_date = s.since
allow WITH span(since) AS (VALUES (DATE '2025-06-02')) SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date BETWEEN (SELECT since FROM span) AND (SELECT since + 1 FROM span)
allow SELECT count(*) FROM exp.flag_evaluations WHERE ("timestamp" AT TIME ZONE 'UTC')::date = DATE '2025-06-02'
allow SELECT count(*) FROM exp.flag_evaluations WHERE "timestamp" AT TIME ZONE 'America/New_York' >= '2025-06-02' AND "timestamp" AT TIME ZONE 'America/New_York' < '2025-06-03 12:00'
allow SELECT flag_key, _partition_date FROM exp.flag_evaluations LIMIT 0
allow SELECT * FROM (SELECT f.flag_key, e.user_id FROM exp.flag_evaluations f, exp.events e) q LIMIT 0
allow SELECT count(*) FROM exp.flag_evaluations a JOIN exp.flag_evaluations b USING (_partition_date, flag_key) WHERE _partition_date = '2025-06-02'
allow SELECT count(*) FROM exp.flag_evaluations a JOIN exp.flag_evaluations b ON a._partition_date = b._partition_date AND a.flag_key = b.flag_key WHERE a._partition_date >= '2025-06-02' AND b._partition_date < '2025-06-05'
allow SELECT count(*), count(b.flag_key) FROM exp.flag_evaluations a LEFT JOIN exp.flag_evaluations b ON a._partition_date = b._partition_date AND a.unit_id_hash = b.unit_id_hash WHERE a._partition_date BETWEEN '2025-06-02' AND '2025-06-04'
allow SELECT count(*) FROM exp.flag_evaluations WHERE (SELECT DATE '2025-06-02') = _partition_date AND _partition_date = DATE '2025-06-02'
allow WITH p AS (SELECT DATE '2025-06-02' AS d) SELECT count(*), count(f._partition_date) FROM p LEFT JOIN exp.flag_evaluations f ON p.d = f._partition_date AND f._partition_date = DATE '2025-06-02'
allow SELECT count(*) FROM exp.events e WHERE NOT EXISTS (SELECT 1 FROM exp.flag_evaluations f WHERE f._partition_date = '2025-06-02' AND (SELECT DATE '2025-06-02') = f._partition_date)
allow SELECT count(*) FROM exp.assignments a LEFT JOIN exp.flag_evaluations f ON DATE '2025-06-02' = f._partition_date AND f._partition_date = DATE '2025-06-02'
allow SELECT count(*) FROM exp.flag_evaluations WHERE TIMESTAMPTZ '2025-06-09' - "timestamp" < INTERVAL '7 days' AND "timestamp" < '2025-06-09'
allow SELECT count(*) FROM exp.flag_evaluations WHERE DATE '2025-06-09' - _partition_date BETWEEN 0 AND 7
allow SELECT count(*) FROM exp.flag_evaluations WHERE "timestamp" + INTERVAL '7 days' > '2025-06-09' AND "timestamp" - INTERVAL '1 month' < '2025-05-09'
allow SELECT count(*) FROM exp.flag_evaluations WHERE now() - "timestamp" < INTERVAL '7 days'
allow SELECT count(*) FROM exp.flag_evaluations WHERE current_date - "timestamp"::date <= 7
# And those that look like them.
deny SELECT count(*) FROM exp.flag_evaluations WHERE now() - "timestamp" > INTERVAL '7 days'
deny SELECT count(*) FROM exp.flag_evaluations WHERE TIMESTAMPTZ '2025-06-09' - "timestamp" < INTERVAL '200 days' AND "timestamp" < '2025-06-09'
deny SELECT count(*) FROM exp.flag_evaluations WHERE TIMESTAMPTZ '2025-06-09' - ingested_at < INTERVAL '7 days' AND "timestamp" < '2025-06-09'
deny SELECT count(*) FROM exp.flag_evaluations WHERE TIMESTAMPTZ '2025-06-09' - "timestamp" < (ingested_at - "timestamp") AND "timestamp" < '2025-06-09'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date + length(flag_key) > DATE '2025-06-02' AND _partition_date < DATE '2025-06-09'
deny SELECT count(*) FROM exp.flag_evaluations WHERE age(TIMESTAMPTZ '2025-06-09', "timestamp") < INTERVAL '7 days'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date + 200 >= DATE '2025-06-02' AND _partition_date < DATE '2025-06-09'
deny SELECT count(*) FROM exp.flag_evaluations a LEFT JOIN exp.flag_evaluations b ON a._partition_date = b._partition_date AND b._partition_date = '2025-06-02'
deny SELECT count(*) FROM exp.flag_evaluations a LEFT JOIN exp.flag_evaluations b ON a._partition_date = b._partition_date WHERE b._partition_date = '2025-06-02' OR b._partition_date IS NULL
deny SELECT count(*) FROM exp.flag_evaluations a FULL JOIN exp.flag_evaluations b ON a._partition_date = b._partition_date AND a._partition_date = '2025-06-02' AND b._partition_date = '2025-06-02'
deny SELECT count(*) FROM exp.flag_evaluations a JOIN exp.flag_evaluations b ON a._partition_date <= b._partition_date WHERE b._partition_date = '2025-06-02'
deny SELECT count(*) FROM exp.flag_evaluations a JOIN exp.events e ON a._partition_date = e.occurred_at::date
deny SELECT count(*) FROM exp.flag_evaluations a WHERE NOT EXISTS (SELECT 1 FROM exp.flag_evaluations b WHERE b._partition_date = a._partition_date AND b._partition_date = '2025-06-02')
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date = ANY ('{2025-03-01,2025-06-03}')
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date <> ANY ('{2025-06-02,2025-06-03}')
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date > ALL (ARRAY[NULL]::date[]) IS NOT TRUE
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date BETWEEN DATE '2025-06-02' AND DATE '2025-06-05') IS NOT FALSE
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date BETWEEN DATE '2025-06-02' AND DATE '2025-06-05') IS FALSE
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= (SELECT DATE '2025-06-02' WHERE false) IS NOT TRUE
deny WITH span(since) AS (VALUES (DATE '2025-06-02'), (DATE '2025-06-02')) SELECT count(*) FROM exp.flag_evaluations f JOIN span s ON f._partition_date = s.since
deny SELECT count(*) FROM exp.flag_evaluations f LEFT JOIN (SELECT DATE '2025-06-02' AS since) s ON f._partition_date = s.since
deny SELECT count(*) FROM exp.flag_evaluations f FULL JOIN (SELECT DATE '2025-06-02' AS since) s ON f._partition_date = s.since WHERE f._partition_date = s.since OR s.since IS NULL
deny SELECT count(*) FROM exp.flag_evaluations f LEFT JOIN (SELECT DATE '2025-06-02' AS since) s ON f.flag_key = 'x' WHERE f._partition_date = s.since OR s.since IS NULL
deny WITH RECURSIVE r(d) AS (SELECT DATE '2025-06-02' UNION SELECT d - 30 FROM r WHERE d > DATE '2025-01-01') SELECT count(*) FROM exp.flag_evaluations, r WHERE _partition_date >= r.d
deny SELECT count(*) FROM exp.flag_evaluations, generate_series(1, 2) AS n, LATERAL (SELECT DATE '2025-06-02' - 100 * n AS d) s WHERE _partition_date >= s.d
deny SELECT count(*) FROM exp.flag_evaluations WHERE ingested_at AT TIME ZONE 'UTC' >= '2025-06-02' AND ingested_at AT TIME ZONE 'UTC' < '2025-06-03'
deny SELECT count(*) FROM exp.flag_evaluations WHERE "timestamp" AT TIME ZONE flag_key >= '2025-06-02'
deny (SELECT flag_key FROM exp.flag_evaluations LIMIT 0) UNION ALL SELECT flag_key FROM exp.flag_evaluations
deny SELECT flag_key FROM exp.flag_evaluations OFFSET 0
deny SELECT e.user_id, (SELECT count(*) FROM exp.flag_evaluations) FROM (SELECT user_id FROM exp.events LIMIT 0) e
# Hidden columns, in every clause.
deny SELECT request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT count(*) FROM exp.flag_evaluations AS x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND x.request_id IS NULL
deny SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY request_id
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ORDER BY request_id LIMIT 1
deny SELECT trace_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT count(*) FROM exp.flag_evaluations AS x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND x.trace_id IS NULL
deny SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY trace_id
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ORDER BY trace_id LIMIT 1
deny SELECT context_attributes FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT count(*) FROM exp.flag_evaluations AS x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND x.context_attributes IS NULL
deny SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY context_attributes
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ORDER BY context_attributes LIMIT 1
deny SELECT max(request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY flag_key HAVING min(trace_id) > ''
deny SELECT row_number() OVER (ORDER BY request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT (SELECT x.request_id) FROM exp.flag_evaluations x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' LIMIT 1
deny SELECT a.flag_key FROM exp.flag_evaluations a JOIN exp.flag_evaluations b USING (request_id) WHERE a._partition_date = '2025-06-01' AND b._partition_date = '2025-06-01'
deny SELECT (x).request_id FROM exp.flag_evaluations x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny WITH q AS (SELECT * FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') SELECT trace_id FROM q
deny SELECT count(*) FILTER (WHERE request_id LIKE 'a%') FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT DISTINCT ON (request_id) flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT ctid FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT tableoid FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
# Whole rows hold the visible columns alone.
filtered SELECT * FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' LIMIT 3
filtered SELECT row_to_json(x) FROM exp.flag_evaluations x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' LIMIT 3
filtered SELECT to_jsonb(x) FROM exp.flag_evaluations x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' LIMIT 3
filtered SELECT x::text FROM exp.flag_evaluations x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' LIMIT 3
filtered SELECT md5(x::text) FROM exp.flag_evaluations x WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' LIMIT 3
# Hidden tables and schemas.
deny SELECT * FROM hr.salaries LIMIT 1
deny SELECT * FROM base.flag_evaluations LIMIT 1
deny SELECT * FROM "hr"."salaries" LIMIT 1
deny SELECT * FROM tollgate.hr.salaries LIMIT 1
deny SELECT * FROM salaries LIMIT 1
deny SELECT * FROM information_schema.no_such LIMIT 1
deny TABLE hr.salaries
deny SELECT 1 WHERE EXISTS (SELECT 1 FROM hr.salaries)
deny SELECT (SELECT count(*) FROM hr.salaries)
deny SELECT user_id FROM exp.events UNION ALL SELECT user_id FROM hr.salaries
deny WITH salaries AS (SELECT 1) SELECT * FROM hr.salaries
deny SELECT 'hr.salaries'::regclass
deny COPY hr.salaries TO STDOUT
deny COPY (SELECT * FROM hr.salaries) TO STDOUT
deny DECLARE c CURSOR FOR SELECT * FROM hr.salaries
deny PREPARE p AS SELECT * FROM hr.salaries
deny EXPLAIN SELECT * FROM hr.salaries
# Rows beyond the row filter.
filtered SELECT DISTINCT namespace FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT DISTINCT namespace FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND (true OR namespace = 'x')
filtered SELECT namespace FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND namespace <> 'checkout'
filtered SELECT b.namespace FROM exp.flag_evaluations a RIGHT JOIN exp.flag_evaluations b ON false AND a.flag_key = b.flag_key WHERE b._partition_date = '2025-06-03' AND a._partition_date = '2025-06-03' LIMIT 3
filtered SELECT DISTINCT namespace FROM (SELECT * FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') q
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND 1 / (CASE WHEN namespace = 'checkout' THEN 1 ELSE 0 END) = 1
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND (CASE WHEN namespace = 'checkout' THEN '1' ELSE flag_key END)::int = 1
filtered SELECT min(namespace), max(namespace) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
# Windows that are none, or too wide.
deny SELECT count(*) FROM exp.flag_evaluations 
deny SELECT count(*) FROM exp.flag_evaluations WHERE flag_key = 'x'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= '2025-06-01'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date < '2025-07-01'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date BETWEEN '2025-01-01' AND '2025-12-31'
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') OR true
deny SELECT count(*) FROM exp.flag_evaluations WHERE NOT (_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01')
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') OR flag_key = 'x'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date IS NOT NULL
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date <> '2025-06-01'
deny SELECT count(*) FROM exp.flag_evaluations WHERE CASE WHEN _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' THEN true ELSE true END
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date = _partition_date
deny SELECT count(*) FROM exp.flag_evaluations a JOIN exp.flag_evaluations b ON a.flag_key = b.flag_key WHERE a._partition_date = '2025-06-01'
deny SELECT count(*) FROM (SELECT DATE '2025-06-03' AS _partition_date) w, exp.flag_evaluations f WHERE w._partition_date = '2025-06-03'
deny SELECT count(*) FROM exp.flag_evaluations f LEFT JOIN exp.events e ON f._partition_date = '2025-06-03'
# Writing, defining, administering.
deny INSERT INTO exp.events VALUES ('a')
deny UPDATE exp.events SET user_id = 'x'
deny DELETE FROM exp.events
deny TRUNCATE exp.events
deny CREATE TABLE t (a int)
deny CREATE VIEW v AS SELECT 1
deny DROP TABLE exp.events
deny ALTER TABLE exp.events ADD c int
deny GRANT ALL ON exp.events TO analyst
deny CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'
deny DO $$ BEGIN END $$
deny CALL p()
deny VACUUM
deny ANALYZE exp.events
deny LOCK TABLE exp.events
deny SELECT * FROM exp.events FOR UPDATE
deny SELECT 1 INTO t
deny WITH x AS (DELETE FROM exp.events RETURNING *) SELECT * FROM x
deny COPY exp.events FROM STDIN
deny COPY exp.events TO '/tmp/x'
deny COPY exp.events TO PROGRAM 'cat'
deny SET ROLE admin
deny SET SESSION AUTHORIZATION admin
deny SET datafusion.execution.target_partitions = 1000
deny CREATE EXTENSION dblink
deny LOAD 'x'
deny ALTER SYSTEM SET fsync = off
deny REFRESH MATERIALIZED VIEW v
deny EXPLAIN ANALYZE DELETE FROM exp.events
# Functions that reach out.
deny SELECT pg_read_file('/etc/passwd')
deny SELECT pg_ls_dir('/')
deny SELECT lo_import('/etc/passwd')
deny SELECT dblink('x', 'SELECT 1')
deny SELECT query_to_xml('SELECT 1', true, true, '')
deny SELECT pg_terminate_backend(1)
deny SELECT pg_reload_conf()
deny SELECT read_parquet('/x')
deny SELECT version_of_nothing()
deny SELECT nextval('s')
deny SELECT ts_stat('SELECT 1')
deny SELECT * FROM read_csv('/etc/passwd')
deny SELECT * FROM '/etc/passwd'
# Words that hide others.
deny SELECT /* x */ request_id /* y */ FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT U&"request\005Fid" FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT 1; DROP TABLE exp.events
deny SELECT 'unterminated
deny SELECT /* unterminated
deny SELEC 1
# Work without end: it may be refused or answered, and the gateway stays.
filtered SELECT count(*) FROM generate_series(1, 1000000000000)
filtered WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r
filtered SELECT count(*) FROM exp.events a JOIN exp.events b ON a.user_id <> b.user_id JOIN exp.events c ON b.user_id <> c.user_id
filtered SELECT length(repeat(repeat('x', 100000), 100000))
filtered SELECT array_agg(i) FROM generate_series(1, 1000000000) i
filtered SELECT 9::numeric ^ 999999999
filtered SELECT - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - 1
filtered SELECT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT true
filtered SELECT ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
filtered SELECT abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
filtered SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1 UNION ALL SELECT 1
filtered SELECT 1 WHERE 1 IN (2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101,102,103,104,105,106,107,108,109,110,111,112,113,114,115,116,117,118,119,120,121,122,123,124,125,126,127,128,129,130,131,132,133,134,135,136,137,138,139,140,141,142,143,144,145,146,147,148,149,150,151,152,153,154,155,156,157,158,159,160,161,162,163,164,165,166,167,168,169,170,171,172,173,174,175,176,177,178,179,180,181,182,183,184,185,186,187,188,189,190,191,192,193,194,195,196,197,198,199,200,201,202,203,204,205,206,207,208,209,210,211,212,213,214,215,216,217,218,219,220,221,222,223,224,225,226,227,228,229,230,231,232,233,234,235,236,237,238,239,240,241,242,243,244,245,246,247,248,249,250,251,252,253,254,255,256,257,258,259,260,261,262,263,264,265,266,267,268,269,270,271,272,273,274,275,276,277,278,279,280,281,282,283,284,285,286,287,288,289,290,291,292,293,294,295,296,297,298,299,300,301,302,303,304,305,306,307,308,309,310,311,312,313,314,315,316,317,318,319,320,321,322,323,324,325,326,327,328,329,330,331,332,333,334,335,336,337,338,339,340,341,342,343,344,345,346,347,348,349,350,351,352,353,354,355,356,357,358,359,360,361,362,363,364,365,366,367,368,369,370,371,372,373,374,375,376,377,378,379,380,381,382,383,384,385,386,387,388,389,390,391,392,393,394,395,396,397,398,399,400,401,402,403,404,405,406,407,408,409,410,411,412,413,414,415,416,417,418,419,420,421,422,423,424,425,426,427,428,429,430,431,432,433,434,435,436,437,438,439,440,441,442,443,444,445,446,447,448,449,450,451,452,453,454,455,456,457,458,459,460,461,462,463,464,465,466,467,468,469,470,471,472,473,474,475,476,477,478,479,480,481,482,483,484,485,486,487,488,489,490,491,492,493,494,495,496,497,498,499,500,501,502,503,504,505,506,507,508,509,510,511,512,513,514,515,516,517,518,519,520,521,522,523,524,525,526,527,528,529,530,531,532,533,534,535,536,537,538,539,540,541,542,543,544,545,546,547,548,549,550,551,552,553,554,555,556,557,558,559,560,561,562,563,564,565,566,567,568,569,570,571,572,573,574,575,576,577,578,579,580,581,582,583,584,585,586,587,588,589,590,591,592,593,594,595,596,597,598,599,600,601,602,603,604,605,606,607,608,609,610,611,612,613,614,615,616,617,618,619,620,621,622,623,624,625,626,627,628,629,630,631,632,633,634,635,636,637,638,639,640,641,642,643,644,645,646,647,648,649,650,651,652,653,654,655,656,657,658,659,660,661,662,663,664,665,666,667,668,669,670,671,672,673,674,675,676,677,678,679,680,681,682,683,684,685,686,687,688,689,690,691,692,693,694,695,696,697,698,699,700,701,702,703,704,705,706,707,708,709,710,711,712,713,714,715,716,717,718,719,720,721,722,723,724,725,726,727,728,729,730,731,732,733,734,735,736,737,738,739,740,741,742,743,744,745,746,747,748,749,750,751,752,753,754,755,756,757,758,759,760,761,762,763,764,765,766,767,768,769,770,771,772,773,774,775,776,777,778,779,780,781,782,783,784,785,786,787,788,789,790,791,792,793,794,795,796,797,798,799,800,801,802,803,804,805,806,807,808,809,810,811,812,813,814,815,816,817,818,819,820,821,822,823,824,825,826,827,828,829,830,831,832,833,834,835,836,837,838,839,840,841,842,843,844,845,846,847,848,849,850,851,852,853,854,855,856,857,858,859,860,861,862,863,864,865,866,867,868,869,870,871,872,873,874,875,876,877,878,879,880,881,882,883,884,885,886,887,888,889,890,891,892,893,894,895,896,897,898,899,900,901,902,903,904,905,906,907,908,909,910,911,912,913,914,915,916,917,918,919,920,921,922,923,924,925,926,927,928,929,930,931,932,933,934,935,936,937,938,939,940,941,942,943,944,945,946,947,948,949,950,951,952,953,954,955,956,957,958,959,960,961,962,963,964,965,966,967,968,969,970,971,972,973,974,975,976,977,978,979,980,981,982,983,984,985,986,987,988,989,990,991,992,993,994,995,996,997,998,999,1000,1001,1002,1003,1004,1005,1006,1007,1008,1009,1010,1011,1012,1013,1014,1015,1016,1017,1018,1019,1020,1021,1022,1023,1024,1025,1026,1027,1028,1029,1030,1031,1032,1033,1034,1035,1036,1037,1038,1039,1040,1041,1042,1043,1044,1045,1046,1047,1048,1049,1050,1051,1052,1053,1054,1055,1056,1057,1058,1059,1060,1061,1062,1063,1064,1065,1066,1067,1068,1069,1070,1071,1072,1073,1074,1075,1076,1077,1078,1079,1080,1081,1082,1083,1084,1085,1086,1087,1088,1089,1090,1091,1092,1093,1094,1095,1096,1097,1098,1099,1100,1101,1102,1103,1104,1105,1106,1107,1108,1109,1110,1111,1112,1113,1114,1115,1116,1117,1118,1119,1120,1121,1122,1123,1124,1125,1126,1127,1128,1129,1130,1131,1132,1133,1134,1135,1136,1137,1138,1139,1140,1141,1142,1143,1144,1145,1146,1147,1148,1149,1150,1151,1152,1153,1154,1155,1156,1157,1158,1159,1160,1161,1162,1163,1164,1165,1166,1167,1168,1169,1170,1171,1172,1173,1174,1175,1176,1177,1178,1179,1180,1181,1182,1183,1184,1185,1186,1187,1188,1189,1190,1191,1192,1193,1194,1195,1196,1197,1198,1199,1200,1201,1202,1203,1204,1205,1206,1207,1208,1209,1210,1211,1212,1213,1214,1215,1216,1217,1218,1219,1220,1221,1222,1223,1224,1225,1226,1227,1228,1229,1230,1231,1232,1233,1234,1235,1236,1237,1238,1239,1240,1241,1242,1243,1244,1245,1246,1247,1248,1249,1250,1251,1252,1253,1254,1255,1256,1257,1258,1259,1260,1261,1262,1263,1264,1265,1266,1267,1268,1269,1270,1271,1272,1273,1274,1275,1276,1277,1278,1279,1280,1281,1282,1283,1284,1285,1286,1287,1288,1289,1290,1291,1292,1293,1294,1295,1296,1297,1298,1299,1300,1301,1302,1303,1304,1305,1306,1307,1308,1309,1310,1311,1312,1313,1314,1315,1316,1317,1318,1319,1320,1321,1322,1323,1324,1325,1326,1327,1328,1329,1330,1331,1332,1333,1334,1335,1336,1337,1338,1339,1340,1341,1342,1343,1344,1345,1346,1347,1348,1349,1350,1351,1352,1353,1354,1355,1356,1357,1358,1359,1360,1361,1362,1363,1364,1365,1366,1367,1368,1369,1370,1371,1372,1373,1374,1375,1376,1377,1378,1379,1380,1381,1382,1383,1384,1385,1386,1387,1388,1389,1390,1391,1392,1393,1394,1395,1396,1397,1398,1399,1400,1401,1402,1403,1404,1405,1406,1407,1408,1409,1410,1411,1412,1413,1414,1415,1416,1417,1418,1419,1420,1421,1422,1423,1424,1425,1426,1427,1428,1429,1430,1431,1432,1433,1434,1435,1436,1437,1438,1439,1440,1441,1442,1443,1444,1445,1446,1447,1448,1449,1450,1451,1452,1453,1454,1455,1456,1457,1458,1459,1460,1461,1462,1463,1464,1465,1466,1467,1468,1469,1470,1471,1472,1473,1474,1475,1476,1477,1478,1479,1480,1481,1482,1483,1484,1485,1486,1487,1488,1489,1490,1491,1492,1493,1494,1495,1496,1497,1498,1499,1500,1501,1502,1503,1504,1505,1506,1507,1508,1509,1510,1511,1512,1513,1514,1515,1516,1517,1518,1519,1520,1521,1522,1523,1524,1525,1526,1527,1528,1529,1530,1531,1532,1533,1534,1535,1536,1537,1538,1539,1540,1541,1542,1543,1544,1545,1546,1547,1548,1549,1550,1551,1552,1553,1554,1555,1556,1557,1558,1559,1560,1561,1562,1563,1564,1565,1566,1567,1568,1569,1570,1571,1572,1573,1574,1575,1576,1577,1578,1579,1580,1581,1582,1583,1584,1585,1586,1587,1588,1589,1590,1591,1592,1593,1594,1595,1596,1597,1598,1599,1600,1601,1602,1603,1604,1605,1606,1607,1608,1609,1610,1611,1612,1613,1614,1615,1616,1617,1618,1619,1620,1621,1622,1623,1624,1625,1626,1627,1628,1629,1630,1631,1632,1633,1634,1635,1636,1637,1638,1639,1640,1641,1642,1643,1644,1645,1646,1647,1648,1649,1650,1651,1652,1653,1654,1655,1656,1657,1658,1659,1660,1661,1662,1663,1664,1665,1666,1667,1668,1669,1670,1671,1672,1673,1674,1675,1676,1677,1678,1679,1680,1681,1682,1683,1684,1685,1686,1687,1688,1689,1690,1691,1692,1693,1694,1695,1696,1697,1698,1699,1700,1701,1702,1703,1704,1705,1706,1707,1708,1709,1710,1711,1712,1713,1714,1715,1716,1717,1718,1719,1720,1721,1722,1723,1724,1725,1726,1727,1728,1729,1730,1731,1732,1733,1734,1735,1736,1737,1738,1739,1740,1741,1742,1743,1744,1745,1746,1747,1748,1749,1750,1751,1752,1753,1754,1755,1756,1757,1758,1759,1760,1761,1762,1763,1764,1765,1766,1767,1768,1769,1770,1771,1772,1773,1774,1775,1776,1777,1778,1779,1780,1781,1782,1783,1784,1785,1786,1787,1788,1789,1790,1791,1792,1793,1794,1795,1796,1797,1798,1799,1800,1801,1802,1803,1804,1805,1806,1807,1808,1809,1810,1811,1812,1813,1814,1815,1816,1817,1818,1819,1820,1821,1822,1823,1824,1825,1826,1827,1828,1829,1830,1831,1832,1833,1834,1835,1836,1837,1838,1839,1840,1841,1842,1843,1844,1845,1846,1847,1848,1849,1850,1851,1852,1853,1854,1855,1856,1857,1858,1859,1860,1861,1862,1863,1864,1865,1866,1867,1868,1869,1870,1871,1872,1873,1874,1875,1876,1877,1878,1879,1880,1881,1882,1883,1884,1885,1886,1887,1888,1889,1890,1891,1892,1893,1894,1895,1896,1897,1898,1899,1900,1901,1902,1903,1904,1905,1906,1907,1908,1909,1910,1911,1912,1913,1914,1915,1916,1917,1918,1919,1920,1921,1922,1923,1924,1925,1926,1927,1928,1929,1930,1931,1932,1933,1934,1935,1936,1937,1938,1939,1940,1941,1942,1943,1944,1945,1946,1947,1948,1949,1950,1951,1952,1953,1954,1955,1956,1957,1958,1959,1960,1961,1962,1963,1964,1965,1966,1967,1968,1969,1970,1971,1972,1973,1974,1975,1976,1977,1978,1979,1980,1981,1982,1983,1984,1985,1986,1987,1988,1989,1990,1991,1992,1993,1994,1995,1996,1997,1998,1999)
filtered SELECT 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ~ '(a+)+b'
# Names of objects are the statement's own, not a row's.
deny SELECT e.event_type::regclass FROM exp.events e LIMIT 1
deny SELECT to_regclass(e.event_type) FROM exp.events e LIMIT 1
deny SELECT ('exp.' || e.event_type)::text::regclass::oid FROM exp.events e
deny SELECT 1 FROM exp.events e WHERE (SELECT min(attrelid) FROM pg_attribute WHERE attrelid = e.event_type::regclass) > 0
deny WITH q AS (SELECT event_type AS t FROM exp.events) SELECT count(to_regclass(t)) FROM q
allow SELECT count(*) FROM exp.events WHERE 'exp.events'::regclass IS NOT NULL
allow SELECT (n.nspname || '.' || c.relname)::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'exp'
# A recursion has an end.
deny WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r
deny WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT 3 - n FROM r) SELECT max(n) FROM r
allow WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT 3 - n FROM r) SELECT max(n) FROM r
allow WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 300) SELECT count(*) FROM r
# EXPLAIN ANALYZE counts hidden rows.
deny EXPLAIN ANALYZE SELECT count(*) FROM exp.events
deny EXPLAIN (ANALYZE, COSTS OFF) SELECT count(*) FROM exp.events
# Hidden columns in positions that a walk may forget.
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY flag_key HAVING max(request_id) > 'a'
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY GROUPING SETS ((flag_key), (flag_key, request_id))
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY ROLLUP (flag_key, trace_id)
deny SELECT grouping(trace_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY CUBE (trace_id)
deny SELECT DISTINCT ON (request_id) flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ORDER BY request_id
deny SELECT rank() OVER (ORDER BY request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT count(*) OVER w FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' WINDOW w AS (PARTITION BY trace_id)
deny SELECT count(*) OVER (w ORDER BY span_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' WINDOW w AS (PARTITION BY flag_key)
deny SELECT sum(length(flag_key)) FILTER (WHERE request_id > 'a') FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT string_agg(flag_key, ',' ORDER BY request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY trace_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT CASE request_id WHEN 'a' THEN 1 ELSE 2 END FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT CASE WHEN true THEN 1 ELSE (SELECT length(request_id)) END FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT (SELECT max(x) FROM (VALUES (f.request_id)) v(x)) FROM exp.flag_evaluations f WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01'
deny SELECT l.* FROM exp.flag_evaluations f CROSS JOIN LATERAL (SELECT f.trace_id AS t) l WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01'
deny SELECT l.* FROM exp.flag_evaluations f CROSS JOIN LATERAL unnest(ARRAY[f.request_id]) l(x) WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01'
deny SELECT 1 FROM exp.flag_evaluations f JOIN exp.events e ON e.user_id = f.request_id WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01'
deny SELECT 1 FROM exp.flag_evaluations f JOIN exp.events e ON (SELECT f.trace_id IS NULL) WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01'
deny SELECT 1 FROM exp.flag_evaluations a JOIN exp.flag_evaluations b USING (request_id) WHERE a._partition_date = '2025-06-03' AND b._partition_date = '2025-06-03'
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' LIMIT (SELECT length(max(request_id)) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01')
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' OFFSET (SELECT length(max(trace_id)) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01')
deny SELECT generate_series(1, length(request_id)) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT ARRAY(SELECT request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01')
deny SELECT (ARRAY[request_id])[1] FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT (ROW(request_id)).f1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT coalesce(NULL, nullif(request_id, '')) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT flag_key || request_id COLLATE "C" FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT request_id::text::varchar(4) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT extract(year FROM timestamp) + length(trace_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND (flag_key, request_id) IN (VALUES ('a', 'b'))
deny SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND request_id = ANY (ARRAY['a'])
deny SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND 'a' BETWEEN flag_key AND request_id
deny SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND request_id IS DISTINCT FROM trace_id
deny SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND 'x' SIMILAR TO request_id
deny SELECT position(request_id IN 'abc') FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT overlay('abc' placing trace_id FROM 1) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT timestamp AT TIME ZONE request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ORDER BY CASE WHEN request_id > 'a' THEN 1 END
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ORDER BY (SELECT request_id)
deny VALUES ((SELECT max(request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'))
deny SELECT * FROM (VALUES (1, (SELECT max(trace_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'))) v
deny SELECT 1 WHERE (SELECT max(request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') IS NULL
deny SELECT max(x.request_id) FROM (SELECT * FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') x
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' UNION ALL SELECT request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' EXCEPT (SELECT 'a' UNION SELECT trace_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01')
deny WITH RECURSIVE r(k) AS (SELECT 'a' UNION SELECT f.request_id FROM exp.flag_evaluations f JOIN r ON true WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01') SELECT * FROM r
# Renames: a hidden column under another name, a visible one under a hidden one's.
deny SELECT n FROM exp.flag_evaluations AS f(a, b, c, d, e, g, h, i, j, k, l, m, n, o) WHERE d = '2025-06-03'
deny SELECT o FROM exp.flag_evaluations AS f(a, b, c, d, e, g, h, i, j, k, l, m, n) WHERE d = '2025-06-03'
filtered SELECT request_id FROM exp.flag_evaluations AS f(request_id) WHERE _partition_date = '2025-06-03'
filtered SELECT trace_id FROM (SELECT flag_key AS trace_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') q
deny WITH f(a) AS (SELECT request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') SELECT a FROM f
filtered WITH f(request_id) AS (SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') SELECT request_id FROM f
deny SELECT exp.flag_evaluations.request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT flag_evaluations.request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT "request_id" FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT REQUEST_ID FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT f."Request_Id" FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT (f).request_id FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT (f.*).request_id FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT request_id(f) FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT f.request_id FROM (SELECT f FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') f
deny SELECT (q.f).trace_id FROM (SELECT f FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') q
deny SELECT (max(f::text)::exp.flag_evaluations).request_id FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT (json_populate_record(NULL::exp.flag_evaluations, '{}')).request_id
deny SELECT NULL::exp.flag_evaluations
deny SELECT (jsonb_populate_record(f, '{"request_id":"x"}')).request_id FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT to_jsonb(f) ->> 'request_id' FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT to_jsonb(f) ? 'trace_id' FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' LIMIT 3
filtered SELECT k FROM exp.flag_evaluations f, LATERAL jsonb_object_keys(to_jsonb(f)) k WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY k ORDER BY k
filtered SELECT k, v FROM exp.flag_evaluations f CROSS JOIN LATERAL jsonb_each_text(to_jsonb(f)) e(k, v) WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND k LIKE '%id' ORDER BY 1, 2 LIMIT 20
filtered SELECT f FROM exp.flag_evaluations f WHERE _partition_date = '2025-06-03' ORDER BY evaluation_id LIMIT 2
filtered SELECT f.* FROM exp.flag_evaluations f WHERE _partition_date = '2025-06-03' ORDER BY evaluation_id LIMIT 2
filtered SELECT count(f), count(f.*) FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT md5(string_agg(f::text, ',' ORDER BY evaluation_id)) FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT count(*) FROM exp.flag_evaluations a NATURAL JOIN exp.flag_evaluations b WHERE a._partition_date = '2025-06-03' AND b._partition_date = '2025-06-03'
filtered SELECT a FROM exp.flag_evaluations a JOIN exp.flag_evaluations b ON a = b WHERE a._partition_date = '2025-06-03' AND b._partition_date = '2025-06-03' ORDER BY a.evaluation_id LIMIT 1
# System columns and physical places.
deny SELECT ctid FROM exp.events LIMIT 1
deny SELECT xmin, xmax, cmin FROM exp.events LIMIT 1
deny SELECT e.tableoid::regclass FROM exp.events e LIMIT 1
deny SELECT count(*) FROM exp.events WHERE ctid = '(0,1)'
# Tables that are not there, in all places of a name.
deny SELECT * FROM ONLY hr.salaries
deny SELECT * FROM hr.salaries *
deny SELECT * FROM tollgate.hr.salaries
deny SELECT * FROM "tollgate"."hr"."salaries"
deny SELECT * FROM lake.salaries
deny SELECT * FROM base.flag_evaluations
deny SELECT * FROM flag_evaluations_raw
deny SELECT * FROM exp."events "
deny SELECT * FROM "exp.events"
deny SELECT * FROM exp.events, hr.salaries
deny SELECT * FROM (exp.events CROSS JOIN hr.salaries)
deny SELECT * FROM (hr.salaries) s
deny SELECT (TABLE hr.salaries)
deny SELECT ARRAY(TABLE hr.salaries)
deny SELECT EXISTS (TABLE hr.salaries)
deny SELECT 1 FROM exp.events WHERE user_id IN (TABLE hr.salaries)
deny SELECT 1 IN (SELECT 1 FROM hr.salaries)
deny SELECT count(*) FROM exp.events HAVING count(*) > (SELECT count(*) FROM hr.salaries)
deny SELECT count(*) FROM exp.events GROUP BY (SELECT count(*) FROM hr.salaries)
deny SELECT 1 FROM exp.events ORDER BY (SELECT count(*) FROM hr.salaries)
deny SELECT 1 FROM exp.events LIMIT (SELECT count(*) FROM hr.salaries)
deny SELECT 1 FROM exp.events FETCH FIRST (SELECT count(*) FROM hr.salaries) ROWS ONLY
deny SELECT sum(event_value) OVER (ORDER BY occurred_at ROWS (SELECT count(*) FROM hr.salaries) PRECEDING) FROM exp.events
deny SELECT sum(event_value) OVER (PARTITION BY (SELECT count(*) FROM hr.salaries)) FROM exp.events
deny SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM hr.salaries)) FROM exp.events
deny SELECT string_agg(user_id, (SELECT max(user_id) FROM hr.salaries)) FROM exp.events
deny SELECT string_agg(user_id, ',' ORDER BY (SELECT 1 FROM hr.salaries LIMIT 1)) FROM exp.events
deny SELECT CASE WHEN false THEN (SELECT max(user_id) FROM hr.salaries) END
deny SELECT 1 WHERE false AND EXISTS (SELECT 1 FROM hr.salaries)
deny SELECT 1 FROM exp.events WHERE user_id LIKE (SELECT max(user_id) FROM hr.salaries)
deny SELECT x FROM generate_series(1, (SELECT count(*) FROM hr.salaries)) x
deny SELECT x FROM unnest(ARRAY(SELECT user_id FROM hr.salaries)) x
deny SELECT (SELECT (SELECT (SELECT max(user_id) FROM hr.salaries)))
deny SELECT 1 FROM exp.events e, LATERAL (SELECT 1 FROM hr.salaries s WHERE s.user_id = e.user_id) q
deny SELECT 1 FROM exp.events e LEFT JOIN LATERAL (SELECT * FROM hr.salaries) q ON true
deny WITH a AS (SELECT 1), b AS (SELECT * FROM hr.salaries) SELECT * FROM a
deny WITH a AS (WITH b AS (SELECT * FROM hr.salaries) SELECT 1) SELECT * FROM a
deny SELECT 1 UNION (WITH b AS (SELECT * FROM hr.salaries) SELECT 1 FROM b)
deny WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r, hr.salaries WHERE n < 3) SELECT * FROM r
# Names that two scopes have.
deny WITH hr AS (SELECT 1 AS salaries) SELECT * FROM hr.salaries
deny WITH salaries AS (SELECT * FROM salaries) SELECT * FROM salaries
deny WITH "hr.salaries" AS (SELECT 1) SELECT * FROM hr.salaries
deny WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a
deny SELECT * FROM (WITH salaries AS (SELECT 1) SELECT 1) q, salaries
deny SELECT 1 FROM (WITH s AS (SELECT 1) SELECT * FROM s) q WHERE EXISTS (SELECT 1 FROM s)
deny WITH s AS (SELECT 1) SELECT 1 FROM exp.s
deny SELECT * FROM exp.events AS salaries, hr.salaries AS events
deny SELECT * FROM exp.events AS hr, hr.salaries
deny SELECT s.* FROM exp.events s, (SELECT * FROM hr.s) q
filtered WITH events AS (SELECT flag_key AS user_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') SELECT e.user_id, count(*) FROM events e JOIN exp.events x ON true GROUP BY 1 ORDER BY 1 LIMIT 3
filtered WITH flag_evaluations AS (SELECT * FROM exp.events) SELECT count(*) FROM flag_evaluations
filtered WITH flag_evaluations AS (SELECT * FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') SELECT count(*) FROM flag_evaluations
deny WITH flag_evaluations AS (SELECT * FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') SELECT count(*) FROM exp.flag_evaluations
deny WITH events AS (SELECT DATE '2025-06-03' AS _partition_date) SELECT count(*) FROM exp.flag_evaluations, events WHERE events._partition_date = '2025-06-03'
filtered WITH RECURSIVE events AS (SELECT 'x'::text AS user_id UNION SELECT user_id FROM exp.events) SELECT count(*) FROM events
# Windows that hold nothing.
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= '2025-06-01' OR _partition_date < '2025-06-02'
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') IS NOT NULL
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') IS NOT FALSE
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') IN (true, false)
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') = false
deny SELECT count(*) FROM exp.flag_evaluations WHERE coalesce(_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01', true) OR flag_key <> ''
deny SELECT count(*) FROM exp.flag_evaluations WHERE CASE WHEN flag_key = 'x' THEN _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ELSE true END
deny SELECT count(*) FROM exp.flag_evaluations WHERE nullif(_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01', true) IS NULL
deny SELECT count(*) FROM exp.flag_evaluations WHERE greatest(_partition_date, DATE '2025-06-03') = DATE '2025-06-03'
deny SELECT count(*) FROM exp.flag_evaluations WHERE least(_partition_date, DATE '2025-06-03') = DATE '2025-06-03'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date > '-infinity' AND _partition_date < 'infinity'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= '0001-01-01 BC' AND _partition_date <= '2025-06-30'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date BETWEEN SYMMETRIC '2030-01-01' AND '2020-01-01'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date <> ALL (ARRAY[DATE '2020-01-01'])
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date > ANY (ARRAY[DATE '2025-06-01', DATE '2020-01-01'])
deny SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date, flag_key) >= (DATE '2025-06-01', 'a')
deny SELECT count(*) FROM exp.flag_evaluations WHERE (flag_key, _partition_date) < ('zzz', DATE '2025-06-01')
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date + 0 = _partition_date AND extract(year FROM _partition_date) = 2025 OR true
deny SELECT count(*) FROM exp.flag_evaluations WHERE ingested_at >= '2025-06-01' AND ingested_at < '2025-06-03'
deny SELECT count(*) FROM exp.flag_evaluations WHERE (SELECT DATE '2025-06-03') IS NOT NULL
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date IN (SELECT _partition_date FROM exp.flag_evaluations)
deny SELECT count(*) FROM exp.flag_evaluations f WHERE EXISTS (SELECT 1 WHERE f._partition_date = '2025-06-03' OR true)
deny SELECT count(*) FROM exp.flag_evaluations f LEFT JOIN (SELECT DATE '2025-06-03' d) q ON f._partition_date = q.d
deny SELECT count(*) FROM (SELECT DATE '2025-06-03' d) q RIGHT JOIN exp.flag_evaluations f ON f._partition_date = q.d
deny SELECT count(*) FROM exp.flag_evaluations f FULL JOIN (SELECT DATE '2025-06-03' d) q ON f._partition_date = q.d
deny SELECT count(*) FILTER (WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') FROM exp.flag_evaluations
deny SELECT count(*) FROM exp.flag_evaluations GROUP BY _partition_date HAVING _partition_date = '2025-06-03' OR true
deny SELECT count(*) FROM exp.flag_evaluations ORDER BY _partition_date = '2025-06-03' LIMIT 1
deny SELECT * FROM (SELECT *, row_number() OVER () r FROM exp.flag_evaluations) q WHERE r < 2 AND _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT * FROM (SELECT * FROM exp.flag_evaluations LIMIT 5) q WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT * FROM (SELECT * FROM exp.flag_evaluations OFFSET 1) q WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT count(*) FROM (SELECT _partition_date + 1 AS _partition_date FROM exp.flag_evaluations) q WHERE _partition_date <> '2025-06-03'
deny SELECT count(*) FROM (SELECT * FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' UNION ALL SELECT * FROM exp.flag_evaluations) q
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date::text = '2025-06-03' OR _partition_date::text <> '2025-06-03'
deny SELECT count(*) FROM exp.flag_evaluations WHERE to_char(_partition_date, 'YYYY') = '2025' AND _partition_date IS NOT NULL
deny SELECT count(*) FROM exp.flag_evaluations WHERE age(_partition_date) > interval '1 day'
deny SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= CURRENT_DATE - 100000 AND _partition_date < CURRENT_DATE
deny SELECT count(*) FROM exp.flag_evaluations WHERE "timestamp" >= 'epoch' AND "timestamp" < 'now'
deny SELECT count(*) FROM exp.flag_evaluations WHERE "timestamp" AT TIME ZONE 'Pacific/Kiritimati' >= '2020-06-01' AND "timestamp" < '2025-06-03'
deny SELECT count(*) FROM exp.flag_evaluations -- --since 7d
deny SELECT count(*) FROM exp.flag_evaluations /* --since 7d */
deny SELECT '--since 7d', count(*) FROM exp.flag_evaluations
deny SELECT count(*) AS "--since 7d" FROM exp.flag_evaluations
deny SELECT count(*) FROM exp.flag_evaluations --since 100000d
deny SELECT count(*) FROM exp.flag_evaluations --from 2020-01-01 --to 2025-07-01
deny SELECT count(*) FROM exp.flag_evaluations --since -7d
deny SELECT count(*) FROM exp.flag_evaluations --since 999999999999999999999w
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date = '2025-06-03' AND _partition_date = '2025-06-04'
filtered SELECT count(*) FROM exp.flag_evaluations WHERE NOT (_partition_date < '2025-06-03' OR _partition_date > '2025-06-04')
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date = ANY (ARRAY[DATE '2025-06-03', DATE '2025-06-04'])
filtered SELECT count(*) FROM exp.flag_evaluations WHERE (_partition_date, namespace) IN ((DATE '2025-06-03', 'checkout'), (DATE '2025-06-03', 'search'))
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date BETWEEN SYMMETRIC '2025-06-09' AND '2025-06-03'
# Statements that carry others.
deny EXPLAIN SELECT request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny EXPLAIN (VERBOSE) SELECT * FROM hr.salaries
deny EXPLAIN (FORMAT JSON) SELECT count(*) FROM exp.flag_evaluations
filtered EXPLAIN (POLICY) SELECT * FROM hr.salaries
deny EXPLAIN (ANALYZE FALSE, BUFFERS) DELETE FROM exp.events
deny EXPLAIN EXPLAIN SELECT 1
deny EXPLAIN CREATE TABLE x AS SELECT * FROM exp.events
deny EXPLAIN DECLARE c CURSOR FOR SELECT * FROM hr.salaries
deny EXPLAIN EXECUTE nothing
deny PREPARE p AS SELECT request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny PREPARE p AS DELETE FROM exp.events
deny PREPARE p(int) AS SELECT * FROM hr.salaries LIMIT $1
deny PREPARE p AS PREPARE q AS SELECT 1
deny PREPARE p AS SELECT 1; EXECUTE p(1, (SELECT max(user_id) FROM hr.salaries))
deny EXECUTE p((SELECT max(user_id) FROM hr.salaries))
deny PREPARE p(text) AS SELECT $1; EXECUTE p((SELECT max(user_id) FROM exp.events))
deny BEGIN; DECLARE c CURSOR FOR SELECT request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny BEGIN; DECLARE c CURSOR WITH HOLD FOR DELETE FROM exp.events RETURNING *
deny BEGIN; DECLARE c BINARY CURSOR FOR TABLE hr.salaries
deny DECLARE c CURSOR FOR SELECT 1; FETCH ALL FROM c; DELETE FROM exp.events
deny COPY (TABLE hr.salaries) TO STDOUT
deny COPY exp.flag_evaluations (flag_key, request_id) TO STDOUT
deny COPY exp.flag_evaluations TO STDOUT
deny COPY (SELECT trace_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') TO STDOUT WITH (FORMAT csv)
deny COPY (DELETE FROM exp.events RETURNING *) TO STDOUT
deny COPY exp.events FROM PROGRAM 'id'
deny COPY (SELECT 1) TO '/tmp/x'
deny COPY exp.events TO STDOUT WITH (FORMAT parquet)
deny COPY exp.events TO STDOUT (DELIMITER ',', HEADER, QUOTE 'x') WHERE user_id IN (SELECT user_id FROM hr.salaries)
deny CREATE TEMP TABLE t AS SELECT * FROM exp.events
deny SELECT * INTO TEMP t FROM exp.events
deny WITH x AS (INSERT INTO exp.events VALUES ('a') RETURNING *) SELECT 1
deny WITH x AS MATERIALIZED (UPDATE exp.events SET user_id = '' RETURNING *) TABLE x
deny MERGE INTO exp.events USING exp.assignments ON true WHEN MATCHED THEN DELETE
deny SELECT 1; SELECT * FROM hr.salaries
deny SELECT 1 \; SELECT * FROM hr.salaries
deny SELECT * FROM exp.events FOR NO KEY UPDATE
deny SELECT * FROM exp.events e FOR SHARE OF e SKIP LOCKED
deny SHOW ALL FROM hr
deny SET ROLE loader
deny SET LOCAL ROLE loader
deny SET role TO 'loader'
deny SELECT set_config('role', 'loader', false)
deny SELECT set_config('session_authorization', 'loader', false)
deny SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE; DELETE FROM exp.events
deny SET row_security = off; SELECT * FROM hr.salaries
deny RESET ROLE; SELECT * FROM hr.salaries
deny DISCARD ALL; SELECT * FROM hr.salaries
deny SET search_path = hr; SELECT * FROM salaries
deny SET search_path = hr, exp; SELECT amount FROM salaries
deny LISTEN x
deny CHECKPOINT
deny COMMENT ON TABLE exp.events IS 'x'
deny IMPORT FOREIGN SCHEMA x FROM SERVER y INTO z
deny CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw
deny CREATE RULE r AS ON SELECT TO exp.events DO INSTEAD SELECT * FROM hr.salaries
# Functions that run text, read files, tell of the server, or wait.
deny SELECT query_to_xmlschema('select * from hr.salaries', true, true, '')
deny SELECT schema_to_xml('hr', true, true, '')
deny SELECT database_to_xml(true, true, '')
deny SELECT cursor_to_xml('c', 1, true, true, '')
deny SELECT * FROM xpath_table('a', 'b', 'hr.salaries', 'c', 'true') AS t(x int)
deny SELECT ts_rewrite('a'::tsquery, 'SELECT user_id::tsquery, user_id::tsquery FROM hr.salaries')
deny SELECT * FROM ts_stat('SELECT to_tsvector(user_id) FROM hr.salaries')
deny SELECT * FROM connectby('hr.salaries', 'a', 'b', 'c', 0)
deny SELECT dblink_exec('dbname=x', 'DELETE FROM exp.events')
deny SELECT pg_catalog.pg_read_file('/etc/passwd')
deny SELECT "pg_catalog"."pg_read_binary_file"('/etc/passwd')
deny SELECT PG_READ_FILE('/etc/passwd')
deny SELECT pg_stat_file('/etc/passwd')
deny SELECT * FROM pg_ls_waldir()
deny SELECT * FROM pg_ls_tmpdir()
deny SELECT lo_get(1)
deny SELECT lo_export(1, '/tmp/x')
deny SELECT pg_file_write('a', 'b', false)
deny SELECT pg_sleep_for('1 minute')
deny SELECT pg_sleep_until('tomorrow')
deny SELECT pg_advisory_lock(1)
deny SELECT pg_cancel_backend(1), pg_terminate_backend(pid) FROM pg_stat_activity
deny SELECT pg_notify('a', 'b')
deny SELECT pg_export_snapshot()
deny SELECT pg_switch_wal()
deny SELECT txid_current()
deny SELECT inet_server_addr(), pg_read_file('x')
deny SELECT current_setting('data_directory')
deny SELECT count(*) FROM (SELECT current_setting('config_file') AS c FROM exp.assignments WHERE false) t
deny SELECT current_setting('hba_file', true) || 'x' FROM pg_read_file('x')
deny SELECT * FROM pg_hba_file_rules
deny SELECT * FROM pg_file_settings
deny SELECT * FROM pg_authid
deny SELECT * FROM pg_shadow
deny SELECT * FROM pg_user_mapping
deny SELECT * FROM pg_largeobject
deny SELECT * FROM pg_statistic
deny SELECT * FROM pg_stats
deny SELECT * FROM pg_stat_user_tables
filtered SELECT * FROM pg_statio_all_tables
deny SELECT * FROM pg_stat_statements
deny SELECT * FROM pg_config
filtered SELECT * FROM pg_prepared_xacts
filtered SELECT pg_get_functiondef(1)
filtered SELECT pg_get_ruledef(1)
deny SELECT pg_relation_filepath('exp.events')
deny SELECT pg_stat_get_numscans('exp.events'::regclass)
deny SELECT currval('x'), lastval()
deny SELECT setval('x', 1)
deny SELECT has_table_privilege('loader', 'exp.flag_evaluations', 'SELECT') AND pg_sleep(1) IS NULL
deny SELECT 'hr'::regnamespace
deny SELECT 'loader'::regrole
deny SELECT 'pg_read_file'::regproc::text || 'x' FROM hr.salaries
deny SELECT to_regclass('hr.salaries')::oid + pg_sleep(1)
deny SELECT row_security_active('hr.salaries')
deny SELECT pg_input_is_valid('x', 'hr.salaries')
deny SELECT obj_description('hr.salaries'::regclass)
deny SELECT pg_column_size(hr.salaries) FROM exp.events
deny SELECT pg_typeof(request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT format('%s', (SELECT max(user_id) FROM hr.salaries))
deny SELECT hr.salaries('x')
deny SELECT exp.count(*) FROM exp.events
deny SELECT * FROM json_to_recordset('[]') AS x(a hr.salaries)
deny SELECT CAST('x' AS hr.salaries)
deny SELECT ARRAY[]::hr.salaries[]
deny SELECT unnest(ARRAY[NULL::hr.salaries])
deny SELECT * FROM pg_get_keywords() WITH ORDINALITY, hr.salaries
deny SELECT * FROM ROWS FROM (generate_series(1, 2), pg_ls_dir('/')) r
deny SELECT * FROM read_parquet('lake/flag_evaluations/*/*.parquet')
deny SELECT * FROM 'lake/events/data.parquet'
deny SELECT * FROM "lake/events"
deny SELECT * FROM parquet_scan('x')
deny SELECT * FROM information_schema.df_settings
deny SELECT * FROM datafusion.public.x
deny SHOW datafusion.execution.batch_size
deny SET datafusion.catalog.location = '/'
deny SELECT arrow_typeof(request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT get_field(f, 'request_id') FROM exp.flag_evaluations f WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT named_struct('a', request_id) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
# What the catalogs tell: names that the role holds, and no others.
filtered SELECT relname FROM pg_class WHERE relname LIKE '%salar%'
filtered SELECT attname FROM pg_attribute WHERE attname = 'request_id'
filtered SELECT nspname FROM pg_namespace WHERE nspname IN ('hr', 'base')
filtered SELECT table_name, column_name FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND column_name LIKE '%\_id' ORDER BY 1, 2
filtered SELECT grantee, table_name FROM information_schema.role_table_grants WHERE table_schema = 'hr'
filtered SELECT rolname FROM pg_roles WHERE rolname = 'loader'
filtered SELECT view_definition FROM information_schema.views WHERE table_schema = 'exp'
filtered SELECT pg_get_viewdef('exp.flag_evaluations'::regclass)
filtered SELECT pg_get_expr(polqual, polrelid) FROM pg_policy
filtered SELECT reltuples, relpages FROM pg_class WHERE relname = 'flag_evaluations'
filtered SELECT pg_table_size('exp.flag_evaluations'), pg_total_relation_size('exp.flag_evaluations')
filtered SELECT n_live_tup FROM pg_stat_all_tables WHERE relname = 'flag_evaluations'
filtered SELECT col_description('exp.flag_evaluations'::regclass, n) FROM generate_series(1, 40) n
filtered SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
filtered SELECT query FROM pg_stat_activity
filtered SELECT usename, passwd FROM pg_user
filtered SELECT has_column_privilege('exp.flag_evaluations', 3::smallint, 'SELECT')
filtered SELECT has_schema_privilege('hr', 'USAGE')
# Hidden rows: what is not the role's is not told by counting, ordering, failing or joining.
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND namespace IS DISTINCT FROM 'checkout'
filtered SELECT namespace, count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY CUBE (namespace) ORDER BY 1
filtered SELECT count(DISTINCT flag_key) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' OR false
filtered SELECT bool_and(namespace = 'checkout') FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND (namespace = 'checkout' OR namespace = 'search')
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND 1 / (CASE namespace WHEN 'checkout' THEN 1 ELSE 0 END) = 1
filtered SELECT count(*) FROM exp.flag_evaluations WHERE (CASE WHEN namespace = 'checkout' THEN '1' ELSE flag_key END)::int = 1 AND _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT sum(1 / (length(namespace) - 6)) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND 'a' ~ (CASE namespace WHEN 'checkout' THEN 'a' ELSE '(' END)
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND length(repeat('x', CASE namespace WHEN 'checkout' THEN 1 ELSE 2000000000 END)) = 1
filtered SELECT count(*) FROM exp.flag_evaluations f JOIN exp.events e ON (CASE f.namespace WHEN 'checkout' THEN '1' ELSE 'x' END)::int = 1 WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01' AND e.user_id = 'u1'
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' HAVING min(1 / (length(namespace) - 6)) >= 0
filtered SELECT x FROM (SELECT (CASE namespace WHEN 'checkout' THEN '1' ELSE 'x' END)::int AS x FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01') q WHERE x = 1 LIMIT 1
filtered SELECT DISTINCT namespace FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' UNION SELECT 'x' ORDER BY 1
filtered SELECT evaluation_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND namespace > 'checkout' ORDER BY 1 LIMIT 1
filtered SELECT lag(namespace) OVER (ORDER BY timestamp, evaluation_id) AS p, count(*) OVER () FROM exp.flag_evaluations WHERE _partition_date = '2025-06-03' ORDER BY evaluation_id LIMIT 3
filtered SELECT count(*) FROM exp.flag_evaluations a FULL JOIN exp.flag_evaluations b ON a.evaluation_id = b.evaluation_id AND b._partition_date = '2025-06-03' WHERE a._partition_date = '2025-06-03'
filtered SELECT count(*) FROM exp.events e LEFT JOIN exp.flag_evaluations f ON f.namespace <> 'checkout' AND f._partition_date = '2025-06-03' WHERE f.namespace IS NOT NULL
filtered SELECT EXISTS (SELECT 1 FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND namespace = 'search')
filtered SELECT 'search' IN (SELECT namespace FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01')
filtered SELECT 'search' <> ALL (SELECT namespace FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01')
# Masks: the raw value is in no condition, key, order, aggregate or text.
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND length(unit_id_hash) <> 64
filtered SELECT count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' AND unit_id_hash = md5('u1')
filtered SELECT unit_id_hash FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ORDER BY unit_id_hash LIMIT 3
filtered SELECT max(unit_id_hash), min(unit_id_hash), count(DISTINCT unit_id_hash) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT count(*) FROM exp.flag_evaluations f JOIN exp.events e ON f.unit_id_hash = md5(e.user_id) WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01'
filtered SELECT count(*) FROM exp.flag_evaluations f JOIN exp.events e ON f.unit_id_hash = encode(sha256(convert_to(e.user_id, 'UTF8')), 'hex') WHERE f._partition_date >= DATE '2025-06-01' AND f._partition_date < DATE '2025-07-01'
filtered SELECT row_number() OVER (ORDER BY unit_id_hash, evaluation_id), evaluation_id FROM exp.flag_evaluations WHERE _partition_date = '2025-06-03' ORDER BY 1 LIMIT 5
filtered SELECT DISTINCT ON (substring(unit_id_hash, 1, 1)) substring(unit_id_hash, 1, 1) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' ORDER BY 1
filtered SELECT left(unit_id_hash, 1), count(*) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' GROUP BY 1 ORDER BY 1
filtered SELECT to_jsonb(f) ->> 'unit_id_hash' FROM exp.flag_evaluations f WHERE _partition_date = '2025-06-03' ORDER BY evaluation_id LIMIT 3
filtered SELECT (f).unit_id_hash FROM exp.flag_evaluations f WHERE _partition_date = '2025-06-03' ORDER BY evaluation_id LIMIT 3
filtered SELECT unit_id_hash::bytea FROM exp.flag_evaluations WHERE _partition_date = '2025-06-03' ORDER BY evaluation_id LIMIT 1
filtered SELECT unit_id_hash::int FROM exp.flag_evaluations WHERE _partition_date = '2025-06-03'
filtered SELECT count(*) FROM exp.flag_evaluations a JOIN exp.flag_evaluations b USING (unit_id_hash) WHERE a._partition_date = '2025-06-03' AND b._partition_date = '2025-06-04'
filtered SELECT percentile_disc(ARRAY[0.1, 0.9]) WITHIN GROUP (ORDER BY unit_id_hash) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
filtered SELECT mode() WITHIN GROUP (ORDER BY length(unit_id_hash)) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
# Spellings.
deny SELECT/**/request_id/**/FROM/**/exp.flag_evaluations/**/WHERE/**/_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT /* /* */ request_id */ request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT U&"\0072equest_id" FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT U&"!0072equest_id" UESCAPE '!' FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT * FROM hr.U&"sal\0061ries"
deny SELECT * FROM "hr"  .  "salaries"
deny SELECT * FROM hr . salaries
deny SELECT * FROM	hr.salaries
deny SELECT $$x$$, $a$b$a$, request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT E'\'', request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
allow SELECT 'a' -- ' FROM exp.events
deny SELECT 'a''b', "x""y" FROM hr.salaries
deny SELECT request​_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT ｒequest_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01';;
deny ;SELECT * FROM hr.salaries
deny SELECT 1;;SELECT * FROM hr.salaries;
deny (SELECT * FROM hr.salaries)
deny ((SELECT 1) UNION (TABLE hr.salaries))
deny SELECT ALL request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT * EXCEPT (flag_key) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT * REPLACE (request_id AS flag_key) FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT * EXCLUDE flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT COLUMNS('request.*') FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' QUALIFY row_number() OVER (ORDER BY request_id) = 1
deny SELECT TOP 1 request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT @@version, request_id FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'
deny SELECT flag_key FROM exp.flag_evaluations WHERE _partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01' PIVOT (count(*) FOR request_id IN ('a'))
deny SELECT * FROM exp.events TABLESAMPLE SYSTEM (100) REPEATABLE (1)
deny SELECT * FROM exp.events AS OF SYSTEM TIME '-1d'
deny SELECT * FROM exp.events VERSION AS OF 1
deny SELECT #1 FROM exp.events
deny SELECT * FROM exp.events@idx
# Work without end, of one value or of many.
filtered SELECT repeat('x', 2147483647)
filtered SELECT lpad('x', 2147483647)
filtered SELECT string_agg(repeat('x', 1000), '') FROM generate_series(1, 100000)
filtered SELECT array_fill(0, ARRAY[100000000])
filtered SELECT regexp_replace(repeat('a', 10000), '(a*)*b', 'x')
filtered SELECT 'a' ~ repeat('(a?)', 1000)
filtered SELECT 'a' ~ 'a{1000}{1000}'
filtered SELECT factorial(100000)
filtered SELECT 10::numeric ^ 131071
filtered SELECT to_char(1, repeat('9', 100000))
filtered SELECT jsonb_build_object(VARIADIC array_fill('x'::text, ARRAY[100000]))
filtered SELECT (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) < (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13)
allow SELECT k.c0 AS c0, k.c1 AS c1, k.c2 AS c2, count(DISTINCT k.v) AS c3, grouping(k.c0, k.c1, k.c2) AS c4 FROM (SELECT (t1.a1 + interval '3 hours')::date AS c0, nullif(t1.a5, (SELECT min(s.c0) FROM (SELECT w.c0 FROM (SELECT w.*, rank() OVER (PARTITION BY w.c0 ORDER BY w.c0 DESC) AS o FROM (SELECT (SELECT min(s.c0) FROM (SELECT (DATE '2025-06-05')::text AS c0 FROM generate_series(1, 1) AS t3(n)) s) AS c0 FROM (VALUES ('checkout', 1, DATE '2025-06-03'), ('on', 2, DATE '2025-06-07'), (NULL, 3, NULL), ('u1', 0, DATE '2025-06-05')) AS t2(k, n, d) WHERE t2.k LIKE '%1%') w) w WHERE o IS NOT NULL) s)) AS c1, CASE WHEN (t1.a6, 1) IN (SELECT nullif(t4."user_id", t4."event_type") AS c0, length(t4."event_type") AS c1 FROM (SELECT * FROM exp.events WHERE user_id LIKE '%6') AS t4 WHERE t4 IS NULL ORDER BY 1 DESC, 2 NULLS FIRST OFFSET 0) THEN t1.a5 ELSE 'z' END AS c2, t1.a12 AS v FROM (SELECT f.* FROM exp.flag_evaluations AS f WHERE f._partition_date = DATE '2025-06-19') AS t1(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12) WHERE (t1.a11, 8) >= (t1.a9, 0) OFFSET 0) k GROUP BY CUBE (k.c0, k.c1, k.c2)
