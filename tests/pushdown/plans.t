# What is sent to a PostgreSQL for each statement, or why it is not sent whole. Written anew with TOLLGATE_UPDATE=1.

select count(*) from exp.flag_evaluations
----
SELECT t1.c0 AS c1 FROM (SELECT pg_catalog.count(*) AS c0 FROM (SELECT 1 AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1

select flag_key, count(*) n from exp.flag_evaluations group by flag_key order by n desc, flag_key
----
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "flag_key"::text AS c0 FROM "exp"."flag_evaluations") AS t0 GROUP BY t0.c0) AS t1 ORDER BY t1.c2 DESC NULLS FIRST, (t1.c1 COLLATE "C") ASC NULLS LAST

select flag_key, variant_key, count(distinct unit_id_hash) from exp.flag_evaluations group by 1,2 order by 1,2
----
SELECT t1.c3 AS c6, t1.c4 AS c7, t1.c5 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, pg_catalog.count(DISTINCT t0.c2) AS c5 FROM (SELECT "flag_key"::text AS c0, "variant_key"::text AS c1, "unit_id_hash"::text AS c2 FROM "exp"."flag_evaluations") AS t0 GROUP BY t0.c0, t0.c1) AS t1 ORDER BY (t1.c3 COLLATE "C") ASC NULLS LAST, (t1.c4 COLLATE "C") ASC NULLS LAST

select date_trunc('day', "timestamp") d, count(*) from exp.flag_evaluations group by 1 order by 1
----
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT pg_catalog.date_trunc('day'::text, t0.c0) AS c1 FROM (SELECT "timestamp"::timestamptz AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY t2.c2 ASC NULLS LAST

select event_type, sum(event_value), avg(event_value), min(event_value), max(event_value) from exp.events group by 1 order by 1
----
SELECT t1.c2 AS c7, t1.c3 AS c8, t1.c4 AS c9, t1.c5 AS c10, t1.c6 AS c11 FROM (SELECT t0.c0 AS c2, pg_catalog.sum(t0.c1) AS c3, pg_catalog.avg(t0.c1) AS c4, pg_catalog.min(t0.c1) AS c5, pg_catalog.max(t0.c1) AS c6 FROM (SELECT "event_type"::text AS c0, "event_value"::float8 AS c1 FROM "exp"."events") AS t0 GROUP BY t0.c0) AS t1 ORDER BY (t1.c2 COLLATE "C") ASC NULLS LAST

select metric_name, sum(metric_value), avg(metric_value), max(metric_value) from exp.metric_revenue group by 1 order by 1
----
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9 FROM (SELECT t0.c1 AS c2, pg_catalog.sum(t0.c0) AS c3, pg_catalog.avg(t0.c0) AS c4, pg_catalog.max(t0.c0) AS c5 FROM (SELECT "metric_value"::numeric AS c0, "metric_name"::text AS c1 FROM "exp"."metric_revenue") AS t0 GROUP BY t0.c1) AS t1 ORDER BY (t1.c2 COLLATE "C") ASC NULLS LAST

select metric_value, count(*) from exp.metric_revenue group by 1 order by 1 limit 20
----
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "metric_value"::numeric AS c0 FROM "exp"."metric_revenue") AS t0 GROUP BY t0.c0) AS t1 ORDER BY t1.c1 ASC NULLS LAST LIMIT 20::int8

select a.variant_id, count(*), sum(e.event_value) from exp.assignments a join exp.events e on a.user_id = e.user_id and e.occurred_at >= a.assigned_at group by 1 order by 1
----
SELECT t2.c6 AS c9, t2.c7 AS c10, t2.c8 AS c11 FROM (SELECT t0.c1 AS c6, pg_catalog.count(*) AS c7, pg_catalog.sum(t1.c4) AS c8 FROM (SELECT "user_id"::text AS c0, "variant_id"::text AS c1, "assigned_at"::timestamptz AS c2 FROM "exp"."assignments") AS t0 JOIN (SELECT "user_id"::text AS c3, "event_value"::float8 AS c4, "occurred_at"::timestamptz AS c5 FROM "exp"."events") AS t1 ON ((t0.c0 = t1.c3) AND (t1.c5 >= t0.c2)) GROUP BY t0.c1) AS t2 ORDER BY (t2.c6 COLLATE "C") ASC NULLS LAST

select a.user_id from exp.assignments a left join exp.events e using (user_id) where e.user_id is null order by 1
----
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0 LEFT JOIN (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1 ON (t0.c0 = t1.c1) WHERE (t1.c1 IS NULL) ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST

select user_id from exp.assignments where user_id in (select user_id from exp.events where event_type = 'purchase') order by 1
----
SELECT t0.c0 AS c4 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0 WHERE (t0.c0 IN (SELECT t1.c1 AS c3 FROM (SELECT "user_id"::text AS c1, "event_type"::text AS c2 FROM "exp"."events" WHERE ("event_type" = 'purchase'::text)) AS t1)) ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST

select user_id from exp.assignments where user_id not in (select user_id from exp.events) order by 1
----
SELECT t0.c0 AS c3 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0 WHERE (t0.c0 NOT IN (SELECT t1.c1 AS c2 FROM (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1)) ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST

select user_id from exp.assignments a where exists (select 1 from exp.events e where e.user_id = a.user_id) order by 1 limit 10
----
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0 WHERE (EXISTS (SELECT 1 FROM (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1 WHERE (t0.c0 = t1.c1))) ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST LIMIT 10::int8

select user_id from exp.assignments a where not exists (select 1 from exp.events e where e.user_id = a.user_id) order by 1
----
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0 WHERE (NOT EXISTS (SELECT 1 FROM (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1 WHERE (t0.c0 = t1.c1))) ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST

select user_id from exp.assignments union select user_id from exp.events order by 1 limit 20
----
SELECT t3.c5 AS c6 FROM (SELECT DISTINCT t2.c4 AS c5 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0) UNION ALL (SELECT t1.c1 AS c3 FROM (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1)) AS t2(c4)) AS t3 ORDER BY (t3.c5 COLLATE "C") ASC NULLS LAST LIMIT 20::int8

select user_id from exp.assignments union all select user_id from exp.events order by 1 limit 20
----
SELECT t2.c4 AS c5 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0) UNION ALL (SELECT t1.c1 AS c3 FROM (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1)) AS t2(c4) ORDER BY (t2.c4 COLLATE "C") ASC NULLS LAST LIMIT 20::int8

select user_id from exp.assignments intersect select user_id from exp.events order by 1 limit 20
----
SELECT t2.c2 AS c3 FROM (SELECT DISTINCT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0) AS t2 WHERE (EXISTS (SELECT 1 FROM (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1 WHERE (t2.c2 IS NOT DISTINCT FROM t1.c1))) ORDER BY (t2.c2 COLLATE "C") ASC NULLS LAST LIMIT 20::int8

select user_id from exp.assignments except select user_id from exp.events order by 1
----
SELECT t2.c2 AS c3 FROM (SELECT DISTINCT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0) AS t2 WHERE (NOT EXISTS (SELECT 1 FROM (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1 WHERE (t2.c2 IS NOT DISTINCT FROM t1.c1))) ORDER BY (t2.c2 COLLATE "C") ASC NULLS LAST

select user_id, event_type, row_number() over (partition by user_id order by occurred_at, event_type) from exp.events order by 1,3 limit 20
----
SELECT t1.c3 AS c7, t1.c4 AS c8, t1.c6 AS c9 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.row_number() OVER (PARTITION BY t0.c0 ORDER BY t0.c2 ASC NULLS LAST, (t0.c1 COLLATE "C") ASC NULLS LAST)) AS c6 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "occurred_at"::timestamptz AS c2 FROM "exp"."events") AS t0) AS t1 ORDER BY (t1.c3 COLLATE "C") ASC NULLS LAST, t1.c6 ASC NULLS LAST LIMIT 20::int8

select user_id, event_value, sum(event_value) over (partition by user_id order by occurred_at rows between 2 preceding and current row) from exp.events order by user_id, occurred_at limit 30
----
SELECT t1.c3 AS c7, t1.c4 AS c8, t1.c6 AS c9 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.sum(t0.c1) OVER (PARTITION BY t0.c0 ORDER BY t0.c2 ASC NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1, "occurred_at"::timestamptz AS c2 FROM "exp"."events") AS t0) AS t1 ORDER BY (t1.c3 COLLATE "C") ASC NULLS LAST, t1.c5 ASC NULLS LAST LIMIT 30::int8

select event_type, lag(event_type) over (order by occurred_at, user_id), lead(event_value, 2) over (order by occurred_at, user_id) from exp.events order by occurred_at, user_id limit 20
----
SELECT t1.c5 AS c10, t1.c8 AS c11, t1.c9 AS c12 FROM (SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c2 AS c6, t0.c3 AS c7, ((pg_catalog.lag(t0.c1) OVER (ORDER BY t0.c3 ASC NULLS LAST, (t0.c0 COLLATE "C") ASC NULLS LAST)) COLLATE "default") AS c8, (pg_catalog.lead(t0.c2, 2::int4) OVER (ORDER BY t0.c3 ASC NULLS LAST, (t0.c0 COLLATE "C") ASC NULLS LAST)) AS c9 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "event_value"::float8 AS c2, "occurred_at"::timestamptz AS c3 FROM "exp"."events") AS t0) AS t1 ORDER BY t1.c7 ASC NULLS LAST, (t1.c4 COLLATE "C") ASC NULLS LAST LIMIT 20::int8

select distinct on (user_id) user_id, event_type, occurred_at from exp.events order by user_id, occurred_at desc limit 10
----
SELECT t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.row_number() OVER (PARTITION BY t0.c0 ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST, t0.c2 DESC NULLS FIRST)) AS c6 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "occurred_at"::timestamptz AS c2 FROM "exp"."events") AS t0) AS t1 WHERE (t1.c6 = 1::int8) ORDER BY (t1.c3 COLLATE "C") ASC NULLS LAST, t1.c5 DESC NULLS FIRST LIMIT 10::int8

select distinct event_type from exp.events order by 1
----
SELECT t1.c1 AS c2 FROM (SELECT DISTINCT t0.c0 AS c1 FROM (SELECT "event_type"::text AS c0 FROM "exp"."events") AS t0) AS t1 ORDER BY (t1.c1 COLLATE "C") ASC NULLS LAST

select event_type, string_agg(distinct user_id, ',' order by user_id) from exp.events group by 1 order by 1
----
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c1 AS c2, (pg_catalog.string_agg(DISTINCT (t0.c0 COLLATE "C"), (','::text COLLATE "C") ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST) COLLATE "default") AS c3 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "exp"."events") AS t0 GROUP BY t0.c1) AS t1 ORDER BY (t1.c2 COLLATE "C") ASC NULLS LAST

select event_type, array_agg(event_value order by occurred_at, user_id) from exp.events group by 1 order by 1
----
SELECT t1.c4 AS c6, t1.c5 AS c7 FROM (SELECT t0.c1 AS c4, pg_catalog.array_agg(t0.c2 ORDER BY t0.c3 ASC NULLS LAST, (t0.c0 COLLATE "C") ASC NULLS LAST) AS c5 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "event_value"::float8 AS c2, "occurred_at"::timestamptz AS c3 FROM "exp"."events") AS t0 GROUP BY t0.c1) AS t1 ORDER BY (t1.c4 COLLATE "C") ASC NULLS LAST

select percentile_cont(0.5) within group (order by event_value) from exp.events
----
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.percentile_cont('0.5'::float8) WITHIN GROUP (ORDER BY t0.c0 ASC NULLS LAST) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0) AS t1

select event_type, count(*) filter (where event_value > 10) from exp.events group by 1 order by 1
----
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, pg_catalog.count(*) FILTER (WHERE (t0.c1 > '10'::float8)) AS c3 FROM (SELECT "event_type"::text AS c0, "event_value"::float8 AS c1 FROM "exp"."events") AS t0 GROUP BY t0.c0) AS t1 ORDER BY (t1.c2 COLLATE "C") ASC NULLS LAST

select grouping(event_type), event_type, count(*) from exp.events group by rollup(event_type) order by 1,2
----
SELECT t2.c4 AS c7, t2.c5 AS c8, t2.c6 AS c9 FROM (SELECT (((0::int8 << (1::int8)::int4) | (((t1.c2)::int8 >> (0::int8)::int4) & 1::int8)))::int4 AS c4, t1.c1 AS c5, t1.c3 AS c6 FROM (SELECT t0.c0 AS c1, grouping(t0.c0) AS c2, pg_catalog.count(*) AS c3 FROM (SELECT "event_type"::text AS c0 FROM "exp"."events") AS t0 GROUP BY GROUPING SETS ((t0.c0), ())) AS t1) AS t2 ORDER BY t2.c4 ASC NULLS LAST, (t2.c5 COLLATE "C") ASC NULLS LAST

select case when event_value > 50 then 'big' when event_value is null then 'none' else 'small' end k, count(*) from exp.events group by 1 order by 1
----
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT (CASE WHEN (t0.c0 > '50'::float8) THEN 'big'::text WHEN (t0.c0 IS NULL) THEN 'none'::text ELSE 'small'::text END) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY (t2.c2 COLLATE "C") ASC NULLS LAST

select coalesce(event_value, 0) v from exp.events order by v desc limit 5
----
SELECT t1.c1 AS c2 FROM (SELECT (CASE WHEN (t0.c0 IS NOT NULL) THEN t0.c0 ELSE '0'::float8 END) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0) AS t1 ORDER BY t1.c1 DESC NULLS FIRST LIMIT 5::int8

select nullif(event_type, 'purchase') t, count(*) from exp.events group by 1 order by 1
----
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT (CASE WHEN (t0.c0 = 'purchase'::text) THEN NULL::text ELSE t0.c0 END) AS c1 FROM (SELECT "event_type"::text AS c0 FROM "exp"."events") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY (t2.c2 COLLATE "C") ASC NULLS LAST

select upper(event_type), length(event_type), substring(event_type from 1 for 3), event_type like 'p%' from exp.events order by 1 limit 5
----
SELECT t1.c1 AS c5, t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT pg_catalog.upper(t0.c0) AS c1, pg_catalog.length(t0.c0) AS c2, pg_catalog.substring(t0.c0, 1::int4, 3::int4) AS c3, (t0.c0 ~~ 'p%'::text) AS c4 FROM (SELECT "event_type"::text AS c0 FROM "exp"."events") AS t0) AS t1 ORDER BY (t1.c1 COLLATE "C") ASC NULLS LAST LIMIT 5::int8

select variant_value->>'type', count(*) from exp.flag_evaluations group by 1 order by 1
----
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT (t0.c0 ->> 'type'::text) AS c1 FROM (SELECT "variant_value"::jsonb AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY (t2.c2 COLLATE "C") ASC NULLS LAST

select variant_value->'value' v, count(*) from exp.flag_evaluations group by 1 order by 1
----
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT (t0.c0 -> 'value'::text) AS c1 FROM (SELECT "variant_value"::jsonb AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY t2.c2 ASC NULLS LAST

select unit_id_hash, count(*) from exp.flag_evaluations group by 1 order by 2 desc, 1 limit 5
----
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "unit_id_hash"::text AS c0 FROM "exp"."flag_evaluations") AS t0 GROUP BY t0.c0) AS t1 ORDER BY t1.c2 DESC NULLS FIRST, (t1.c1 COLLATE "C") ASC NULLS LAST LIMIT 5::int8

select unit_id_hash from exp.metric_revenue order by 1 limit 3
----
SELECT t0.c0 AS c1 FROM (SELECT "unit_id_hash"::text AS c0 FROM "exp"."metric_revenue") AS t0 ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select extract(hour from "timestamp") h, count(*) from exp.flag_evaluations group by 1 order by 1
----
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT pg_catalog.extract('hour'::text, t0.c0) AS c1 FROM (SELECT "timestamp"::timestamptz AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY t2.c2 ASC NULLS LAST

select to_char("timestamp", 'YYYY-MM-DD HH24') h, count(*) from exp.flag_evaluations group by 1 order by 1 limit 10
----
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT pg_catalog.to_char(t0.c0, 'YYYY-MM-DD HH24'::text) AS c1 FROM (SELECT "timestamp"::timestamptz AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY (t2.c2 COLLATE "C") ASC NULLS LAST LIMIT 10::int8

select "timestamp" - interval '1 day', "timestamp" + interval '1 month' from exp.flag_evaluations order by 1 limit 5
----
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT (t0.c0 - '1 day'::interval) AS c1, (t0.c0 + '1 mon'::interval) AS c2 FROM (SELECT "timestamp"::timestamptz AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1 ORDER BY t1.c1 ASC NULLS LAST LIMIT 5::int8

select age("timestamp", ingested_at) from exp.flag_evaluations order by "timestamp", evaluation_id limit 5
----
SELECT t1.c3 AS c6 FROM (SELECT pg_catalog.age(t0.c1, t0.c2) AS c3, t0.c1 AS c4, t0.c0 AS c5 FROM (SELECT "evaluation_id"::text AS c0, "timestamp"::timestamptz AS c1, "ingested_at"::timestamptz AS c2 FROM "exp"."flag_evaluations") AS t0) AS t1 ORDER BY t1.c4 ASC NULLS LAST, (t1.c5 COLLATE "C") ASC NULLS LAST LIMIT 5::int8

select * from exp.assignments order by user_id, experiment_id limit 5
----
SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c2 AS c6, t0.c3 AS c7 FROM (SELECT "user_id"::text AS c0, "experiment_id"::text AS c1, "variant_id"::text AS c2, "assigned_at"::timestamptz AS c3 FROM "exp"."assignments") AS t0 ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST, (t0.c1 COLLATE "C") ASC NULLS LAST LIMIT 5::int8

select count(*), count(event_value), sum(1) from exp.events where false
----
SELECT t1.c1 AS c4, t1.c2 AS c5, t1.c3 AS c6 FROM (SELECT pg_catalog.count(*) AS c1, pg_catalog.count(t0.c0) AS c2, pg_catalog.sum(1::int4) AS c3 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0 WHERE false) AS t1

select 1/(event_value::int - event_value::int) from exp.events where event_value is not null
----
SELECT (1::int4 / ((t0.c0)::int4 - (t0.c0)::int4)) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0 WHERE (t0.c0 IS NOT NULL)

select event_type::int from exp.events
----
SELECT (t0.c0)::int4 AS c1 FROM (SELECT "event_type"::text AS c0 FROM "exp"."events") AS t0

select (select max(event_value) from exp.events), (select count(*) from exp.assignments)
----
SELECT (SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.max(t0.c0) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0) AS t1) AS c5, (SELECT t3.c3 AS c4 FROM (SELECT pg_catalog.count(*) AS c3 FROM (SELECT 1 AS c0 FROM "exp"."assignments") AS t2) AS t3) AS c6

select user_id, (select count(*) from exp.events e where e.user_id = a.user_id) n from exp.assignments a order by 1, n limit 10
----
SELECT t3.c4 AS c6, t3.c5 AS c7 FROM (SELECT t0.c0 AS c4, coalesce(t2.c3, 0::int8) AS c5 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0 LEFT JOIN (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1 GROUP BY t1.c1) AS t2 ON (t0.c0 = t2.c2)) AS t3 ORDER BY (t3.c4 COLLATE "C") ASC NULLS LAST, t3.c5 ASC NULLS LAST LIMIT 10::int8

select (select user_id from exp.assignments)
----
SELECT (SELECT t0.c0 AS c1 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0) AS c2

with x as (select user_id, count(*) n from exp.events group by 1) select n, count(*) from x group by 1 order by 1
----
SELECT t2.c3 AS c5, t2.c4 AS c6 FROM (SELECT t1.c2 AS c3, pg_catalog.count(*) AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."events") AS t0 GROUP BY t0.c0) AS t1 GROUP BY t1.c2) AS t2 ORDER BY t2.c3 ASC NULLS LAST

with recursive r(n) as (select 1 union all select n+1 from r where n < 5) select r.n, count(*) from r, exp.events group by 1 order by 1
----
local: WITH RECURSIVE

select d, count(e.user_id) from generate_series('2026-11-01'::date, '2026-11-05'::date, '1 day') d left join exp.events e on e.occurred_at::date = d group by 1 order by 1
----
local: a set-returning function

select * from (values (1,'a'),(2,'b')) v(n,t) cross join (select count(*) c from exp.events) x order by 1
----
SELECT t3.c3 AS c6, t3.c4 AS c7, t4.c5 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4 FROM (VALUES (1::int4, 'a'::text), (2::int4, 'b'::text)) AS t0(c0, c1)) AS t3 JOIN (SELECT t2.c2 AS c5 FROM (SELECT pg_catalog.count(*) AS c2 FROM (SELECT 1 AS c0 FROM "exp"."events") AS t1) AS t2) AS t4 ON true ORDER BY t3.c3 ASC NULLS LAST

select 1.5 + metric_value, round(metric_value, 1), trunc(metric_value), metric_value::int, metric_value * 2.25, metric_value / 3 from exp.metric_revenue order by metric_value, 1 limit 10
----
SELECT t1.c1 AS c7, t1.c2 AS c8, t1.c3 AS c9, t1.c4 AS c10, t1.c5 AS c11, t1.c6 AS c12 FROM (SELECT ('1.5'::numeric + t0.c0) AS c1, pg_catalog.round(t0.c0, 1::int4) AS c2, pg_catalog.trunc(t0.c0) AS c3, (t0.c0)::int4 AS c4, (t0.c0 * '2.25'::numeric) AS c5, (t0.c0 / '3'::numeric) AS c6 FROM (SELECT "metric_value"::numeric AS c0 FROM "exp"."metric_revenue") AS t0) AS t1 ORDER BY t1.c4 ASC NULLS LAST, t1.c1 ASC NULLS LAST LIMIT 10::int8

select 1.50 as x, 'a' as y, null as z, 5 as n, user_id from exp.assignments order by user_id limit 2
----
SELECT t2.c4 AS c7, 'a'::text AS c8, NULL::text AS c9, t2.c5 AS c10, t2.c6 AS c11 FROM (SELECT t1.c1 AS c4, t1.c2 AS c5, t1.c3 AS c6 FROM (SELECT '1.50'::numeric AS c1, 5::int4 AS c2, t0.c0 AS c3 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0) AS t1 ORDER BY (t1.c3 COLLATE "C") ASC NULLS LAST LIMIT 2::int8) AS t2

select stddev(event_value), variance(event_value), corr(event_value, event_value) from exp.events
----
SELECT t1.c1 AS c4, t1.c2 AS c5, t1.c3 AS c6 FROM (SELECT pg_catalog.stddev(t0.c0) AS c1, pg_catalog.variance(t0.c0) AS c2, pg_catalog.corr(t0.c0, t0.c0) AS c3 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0) AS t1

select ntile(4) over (order by occurred_at, user_id), rank() over (order by event_type), dense_rank() over (order by event_type) from exp.events order by 1,2,3 limit 10
----
SELECT t2.c8 AS c11, t2.c9 AS c12, t2.c10 AS c13 FROM (SELECT t1.c4 AS c7, t1.c6 AS c8, (pg_catalog.rank() OVER (ORDER BY (t1.c4 COLLATE "C") ASC NULLS LAST)) AS c9, (pg_catalog.dense_rank() OVER (ORDER BY (t1.c4 COLLATE "C") ASC NULLS LAST)) AS c10 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.ntile(4::int4) OVER (ORDER BY t0.c2 ASC NULLS LAST, (t0.c0 COLLATE "C") ASC NULLS LAST)) AS c6 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "occurred_at"::timestamptz AS c2 FROM "exp"."events") AS t0) AS t1) AS t2 ORDER BY t2.c8 ASC NULLS LAST, t2.c9 ASC NULLS LAST, t2.c10 ASC NULLS LAST LIMIT 10::int8

select count(*) over (), user_id from exp.assignments order by user_id limit 3
----
SELECT t1.c2 AS c3, t1.c1 AS c4 FROM (SELECT t0.c0 AS c1, (pg_catalog.count(*) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0) AS t1 ORDER BY (t1.c1 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select user_id from exp.events order by event_value desc nulls last, user_id limit 5 offset 3
----
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "exp"."events") AS t0 ORDER BY t0.c1 DESC NULLS LAST, (t0.c0 COLLATE "C") ASC NULLS LAST LIMIT 5::int8 OFFSET 3::int8

select bool_and(event_value > 0), bool_or(event_value > 100), every(event_type <> '') from exp.events
----
SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7 FROM (SELECT pg_catalog.bool_and((t0.c1 > '0'::float8)) AS c2, pg_catalog.bool_or((t0.c1 > '100'::float8)) AS c3, pg_catalog.every((t0.c0 <> ''::text)) AS c4 FROM (SELECT "event_type"::text AS c0, "event_value"::float8 AS c1 FROM "exp"."events") AS t0) AS t1

select json_agg(event_type order by occurred_at, user_id) from (select * from exp.events order by occurred_at, user_id limit 3) x
----
SELECT t2.c6 AS c7 FROM (SELECT pg_catalog.json_agg(pg_catalog.to_json(t1.c4) ORDER BY t1.c5 ASC NULLS LAST, (t1.c3 COLLATE "C") ASC NULLS LAST) AS c6 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "occurred_at"::timestamptz AS c2 FROM "exp"."events") AS t0 ORDER BY t0.c2 ASC NULLS LAST, (t0.c0 COLLATE "C") ASC NULLS LAST LIMIT 3::int8) AS t1) AS t2

select jsonb_build_object('a', event_type, 'n', event_value) from exp.events order by occurred_at, user_id limit 3
----
SELECT t1.c4 AS c7 FROM (SELECT pg_catalog.jsonb_build_object('a'::text, t0.c1, 'n'::text, t0.c2) AS c4, t0.c3 AS c5, t0.c0 AS c6 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "event_value"::float8 AS c2, "occurred_at"::timestamptz AS c3 FROM "exp"."events") AS t0) AS t1 ORDER BY t1.c5 ASC NULLS LAST, (t1.c6 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select row_to_json(x) from (select user_id from exp.assignments order by 1 limit 1) x
----
local: the engine's named_struct

select event_type in ('purchase', 'click'), event_value between 1 and 10, count(*) from exp.events group by 1,2 order by 1,2
----
SELECT t2.c4 AS c7, t2.c5 AS c8, t2.c6 AS c9 FROM (SELECT t1.c2 AS c4, t1.c3 AS c5, pg_catalog.count(*) AS c6 FROM (SELECT (t0.c0 IN ('purchase'::text, 'click'::text)) AS c2, ((t0.c1 >= '1'::float8) AND (t0.c1 <= '10'::float8)) AS c3 FROM (SELECT "event_type"::text AS c0, "event_value"::float8 AS c1 FROM "exp"."events") AS t0) AS t1 GROUP BY t1.c2, t1.c3) AS t2 ORDER BY t2.c4 ASC NULLS LAST, t2.c5 ASC NULLS LAST

select user_id ~ '^u', user_id similar to '%1', regexp_replace(user_id, '[0-9]+', 'N') from exp.assignments order by 1,2,3 limit 4
----
SELECT t1.c1 AS c4, t1.c2 AS c5, t1.c3 AS c6 FROM (SELECT (t0.c0 ~ '^u'::text) AS c1, (t0.c0 ~ '^(?:.*1)$'::text) AS c2, pg_catalog.regexp_replace(t0.c0, '[0-9]+'::text, 'N'::text) AS c3 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0) AS t1 ORDER BY t1.c1 ASC NULLS LAST, t1.c2 ASC NULLS LAST, (t1.c3 COLLATE "C") ASC NULLS LAST LIMIT 4::int8

select greatest(event_value, 5), least(event_type, 'm') from exp.events order by 1,2 limit 5
----
local: least of text

select count(*) from exp.events where occurred_at::date = '2026-11-10'
----
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "exp"."events") AS t0 WHERE ((t0.c0)::date = '2026-11-10'::date)) AS t1

select a.user_id, e.user_id from exp.assignments a full join exp.events e on a.user_id = e.user_id order by 1,2 limit 10
----
SELECT t0.c0 AS c2, t1.c1 AS c3 FROM (SELECT "user_id"::text AS c0 FROM "exp"."assignments") AS t0 FULL JOIN (SELECT "user_id"::text AS c1 FROM "exp"."events") AS t1 ON (t0.c0 = t1.c1) ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST, (t1.c1 COLLATE "C") ASC NULLS LAST LIMIT 10::int8

select evaluation_id from exp.flag_evaluations where evaluation_id > '0' order by evaluation_id limit 3
----
SELECT t0.c0 AS c1 FROM (SELECT "evaluation_id"::text AS c0 FROM "exp"."flag_evaluations" WHERE (("evaluation_id" COLLATE "C") > '0'::text)) AS t0 ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select split_part(flag_key, '-', 1), count(*) from exp.flag_evaluations group by 1 order by 1
----
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT pg_catalog.split_part(t0.c0, '-'::text, 1::int4) AS c1 FROM (SELECT "flag_key"::text AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY (t2.c2 COLLATE "C") ASC NULLS LAST

select md5(flag_key), lpad(flag_key, 5, '*'), reverse(flag_key), position('e' in flag_key), strpos(flag_key,'e'), initcap(flag_key), repeat(flag_key, 2) from exp.flag_evaluations order by 1 limit 3
----
SELECT t1.c1 AS c8, t1.c2 AS c9, t1.c3 AS c10, t1.c4 AS c11, t1.c5 AS c12, t1.c6 AS c13, t1.c7 AS c14 FROM (SELECT pg_catalog.md5(t0.c0) AS c1, pg_catalog.lpad(t0.c0, 5::int4, '*'::text) AS c2, pg_catalog.reverse(t0.c0) AS c3, pg_catalog.position(t0.c0, 'e'::text) AS c4, pg_catalog.strpos(t0.c0, 'e'::text) AS c5, pg_catalog.initcap(t0.c0) AS c6, pg_catalog.repeat(t0.c0, 2::int4) AS c7 FROM (SELECT "flag_key"::text AS c0 FROM "exp"."flag_evaluations") AS t0) AS t1 ORDER BY (t1.c1 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select sum(manifest_version), avg(manifest_version), sum(schema_version) from exp.flag_evaluations
----
SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7 FROM (SELECT pg_catalog.sum(t0.c1) AS c2, pg_catalog.avg(t0.c1) AS c3, pg_catalog.sum(t0.c0) AS c4 FROM (SELECT "schema_version"::int4 AS c0, "manifest_version"::int8 AS c1 FROM "exp"."flag_evaluations") AS t0) AS t1

select user_id, array_length(array_agg(event_type), 1) from exp.events group by 1 having count(*) > 3 order by 2 desc, 1 limit 5
----
SELECT t2.c5 AS c7, t2.c6 AS c8 FROM (SELECT t1.c2 AS c5, pg_catalog.array_length(t1.c3, 1::int4) AS c6 FROM (SELECT t0.c0 AS c2, pg_catalog.array_agg(t0.c1) AS c3, pg_catalog.count(*) AS c4 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "exp"."events") AS t0 GROUP BY t0.c0) AS t1 WHERE (t1.c4 > 3::int8)) AS t2 ORDER BY t2.c6 DESC NULLS FIRST, (t2.c5 COLLATE "C") ASC NULLS LAST LIMIT 5::int8

select mode() within group (order by event_type) from exp.events
----
SELECT t1.c1 AS c2 FROM (SELECT (pg_catalog.mode() WITHIN GROUP (ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST) COLLATE "default") AS c1 FROM (SELECT "event_type"::text AS c0 FROM "exp"."events") AS t0) AS t1

select event_type, event_value is distinct from 5 from exp.events order by 1,2 limit 3
----
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, (t0.c1 IS DISTINCT FROM '5'::float8) AS c3 FROM (SELECT "event_type"::text AS c0, "event_value"::float8 AS c1 FROM "exp"."events") AS t0) AS t1 ORDER BY (t1.c2 COLLATE "C") ASC NULLS LAST, t1.c3 ASC NULLS LAST LIMIT 3::int8

select user_id from exp.events where event_value > any(select event_value from exp.events where event_type='purchase') order by 1 limit 3
----
SELECT t0.c0 AS c5 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "exp"."events") AS t0 WHERE (t0.c1 > ANY (SELECT t1.c3 AS c4 FROM (SELECT "event_type"::text AS c2, "event_value"::float8 AS c3 FROM "exp"."events" WHERE ("event_type" = 'purchase'::text)) AS t1)) ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select user_id from exp.events where event_value >= all(select event_value from exp.events where event_value is not null) order by 1
----
SELECT t0.c0 AS c4 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "exp"."events") AS t0 WHERE (t0.c1 >= ALL (SELECT t1.c2 AS c3 FROM (SELECT "event_value"::float8 AS c2 FROM "exp"."events") AS t1 WHERE (t1.c2 IS NOT NULL))) ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST

select date_part('dow', occurred_at), to_char(occurred_at, 'Dy'), occurred_at at time zone 'Europe/Berlin' from exp.events order by occurred_at, user_id limit 3
----
SELECT t1.c2 AS c7, t1.c3 AS c8, t1.c4 AS c9 FROM (SELECT pg_catalog.date_part('dow'::text, t0.c1) AS c2, pg_catalog.to_char(t0.c1, 'Dy'::text) AS c3, pg_catalog.timezone('Europe/Berlin'::text, t0.c1) AS c4, t0.c1 AS c5, t0.c0 AS c6 FROM (SELECT "user_id"::text AS c0, "occurred_at"::timestamptz AS c1 FROM "exp"."events") AS t0) AS t1 ORDER BY t1.c5 ASC NULLS LAST, (t1.c6 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select occurred_at::text a, event_value::text, occurred_at::date::text from exp.events e order by e.occurred_at, e.user_id limit 3
----
SELECT t1.c3 AS c8, t1.c4 AS c9, t1.c5 AS c10 FROM (SELECT (t0.c2)::text AS c3, (t0.c1)::text AS c4, ((t0.c2)::date)::text AS c5, t0.c2 AS c6, t0.c0 AS c7 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1, "occurred_at"::timestamptz AS c2 FROM "exp"."events") AS t0) AS t1 ORDER BY t1.c6 ASC NULLS LAST, (t1.c7 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select first_value(event_type) over w, last_value(event_type) over w, nth_value(event_type, 2) over w from exp.events window w as (partition by user_id order by occurred_at, event_type) order by 1,2,3 limit 5
----
SELECT t1.c6 AS c9, t1.c7 AS c10, t1.c8 AS c11 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, ((pg_catalog.first_value(t0.c1) OVER (PARTITION BY t0.c0 ORDER BY t0.c2 ASC NULLS LAST, (t0.c1 COLLATE "C") ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) COLLATE "default") AS c6, ((pg_catalog.last_value(t0.c1) OVER (PARTITION BY t0.c0 ORDER BY t0.c2 ASC NULLS LAST, (t0.c1 COLLATE "C") ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) COLLATE "default") AS c7, ((pg_catalog.nth_value(t0.c1, (2::int8)::int4) OVER (PARTITION BY t0.c0 ORDER BY t0.c2 ASC NULLS LAST, (t0.c1 COLLATE "C") ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) COLLATE "default") AS c8 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "occurred_at"::timestamptz AS c2 FROM "exp"."events") AS t0) AS t1 ORDER BY (t1.c6 COLLATE "C") ASC NULLS LAST, (t1.c7 COLLATE "C") ASC NULLS LAST, (t1.c8 COLLATE "C") ASC NULLS LAST LIMIT 5::int8

select avg(event_value) over (order by occurred_at range between interval '1 day' preceding and current row) from exp.events order by occurred_at, user_id limit 5
----
SELECT t2.c11 AS c12 FROM (SELECT t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9, t1.c6 AS c10, (pg_catalog.avg(t1.c4) OVER (ORDER BY t1.c6 ASC NULLS LAST RANGE BETWEEN 86400000000::numeric PRECEDING AND CURRENT ROW)) AS c11 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (CASE WHEN ((CASE WHEN (t0.c2 = 'infinity'::timestamptz) THEN '9223372036854775807'::int8 WHEN (t0.c2 = '-infinity'::timestamptz) THEN '-9223372036854775808'::int8 ELSE ((pg_catalog.extract('epoch'::text, t0.c2) * 1000000::numeric))::int8 END) = 9223372036854775807::int8) THEN '1000000000000000000000000000000'::numeric WHEN ((CASE WHEN (t0.c2 = 'infinity'::timestamptz) THEN '9223372036854775807'::int8 WHEN (t0.c2 = '-infinity'::timestamptz) THEN '-9223372036854775808'::int8 ELSE ((pg_catalog.extract('epoch'::text, t0.c2) * 1000000::numeric))::int8 END) = '-9223372036854775808'::int8) THEN '-1000000000000000000000000000000'::numeric ELSE ((CASE WHEN (t0.c2 = 'infinity'::timestamptz) THEN '9223372036854775807'::int8 WHEN (t0.c2 = '-infinity'::timestamptz) THEN '-9223372036854775808'::int8 ELSE ((pg_catalog.extract('epoch'::text, t0.c2) * 1000000::numeric))::int8 END))::numeric END) AS c6 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1, "occurred_at"::timestamptz AS c2 FROM "exp"."events") AS t0) AS t1) AS t2 ORDER BY t2.c9 ASC NULLS LAST, (t2.c7 COLLATE "C") ASC NULLS LAST LIMIT 5::int8

select event_type || '-' || user_id, concat(event_type, 1, true, null), format('%s:%s', event_type, user_id) from exp.events order by 1 limit 3
----
SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7 FROM (SELECT ((t0.c1 || '-'::text) || t0.c0) AS c2, pg_catalog.concat(t0.c1, '1'::text, 't'::text, NULL::text) AS c3, pg_catalog.format('%s:%s'::text, t0.c1, t0.c0) AS c4 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "exp"."events") AS t0) AS t1 ORDER BY (t1.c2 COLLATE "C") ASC NULLS LAST LIMIT 3::int8

select true and event_value > 3, not (event_value > 3), event_value > 3 is unknown from exp.events order by 1,2,3 limit 3
----
SELECT t1.c1 AS c4, t1.c2 AS c5, t1.c3 AS c6 FROM (SELECT (true AND (t0.c0 > '3'::float8)) AS c1, (NOT (t0.c0 > '3'::float8)) AS c2, ((t0.c0 > '3'::float8) IS NULL) AS c3 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0) AS t1 ORDER BY t1.c1 ASC NULLS LAST, t1.c2 ASC NULLS LAST, t1.c3 ASC NULLS LAST LIMIT 3::int8

select any_value(event_type) is not null from exp.events
----
SELECT (t1.c1 IS NOT NULL) AS c2 FROM (SELECT (pg_catalog.array_agg(t0.c0) FILTER (WHERE (t0.c0 IS NOT NULL)))[1] AS c1 FROM (SELECT "event_type"::text AS c0 FROM "exp"."events") AS t0) AS t1

select approx_count_distinct(user_id) > 0 from exp.events
----
SELECT (t1.c1 > 0::int8) AS c2 FROM (SELECT pg_catalog.count(DISTINCT t0.c0) AS c1 FROM (SELECT "user_id"::text AS c0 FROM "exp"."events") AS t0) AS t1

select unnest(array[1,2]), user_id from exp.assignments order by 2,1 limit 4
----
local: a set-returning function

select count(*) from exp.events e1 join exp.events e2 on e1.occurred_at < e2.occurred_at and e1.user_id = e2.user_id
----
SELECT t2.c4 AS c5 FROM (SELECT pg_catalog.count(*) AS c4 FROM (SELECT "user_id"::text AS c0, "occurred_at"::timestamptz AS c1 FROM "exp"."events") AS t0 JOIN (SELECT "user_id"::text AS c2, "occurred_at"::timestamptz AS c3 FROM "exp"."events") AS t1 ON ((t0.c1 < t1.c3) AND (t0.c0 = t1.c2))) AS t2

select sum(c) from (select count(*) c from exp.events group by user_id limit 10000) x
----
SELECT t3.c4 AS c5 FROM (SELECT pg_catalog.sum(t2.c3) AS c4 FROM (SELECT t1.c2 AS c3 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "user_id"::text AS c0 FROM "exp"."events") AS t0 GROUP BY t0.c0) AS t1 LIMIT 10000::int8) AS t2) AS t3

select case when event_value > 1 then (select count(*) from exp.assignments) end, count(*) from exp.events group by 1
----
SELECT t6.c6 AS c8, t6.c7 AS c9 FROM (SELECT t5.c5 AS c6, pg_catalog.count(*) AS c7 FROM (SELECT (CASE WHEN (t0.c0 > '1'::float8) THEN (SELECT t4.c3 AS c4 FROM (SELECT pg_catalog.count(*) AS c3 FROM (SELECT 1 AS c0 FROM "exp"."assignments") AS t3) AS t4) ELSE NULL::int8 END) AS c5 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0) AS t5 GROUP BY t5.c5) AS t6

select nullif((select max(event_value) from exp.events), e.event_value), count(*) from exp.events e group by 1 order by 1
----
local: a first value

select event_type, percentile_cont(0.5) within group (order by (select count(*) from exp.assignments)::float8) from exp.events group by 1 order by 1
----
local: a sub-select that would be written twice

select s.v + 1 from (select coalesce((select max(event_value) from exp.events), event_value) as v from exp.events limit 3) s
----
SELECT (t7.c10 + '1'::float8) AS c11 FROM (SELECT (CASE WHEN ((SELECT t4.c5 AS c6 FROM (SELECT pg_catalog.max(t3.c4) AS c5 FROM (SELECT "event_value"::float8 AS c4 FROM "exp"."events") AS t3) AS t4) IS NOT NULL) THEN (SELECT t6.c8 AS c9 FROM (SELECT pg_catalog.max(t5.c7) AS c8 FROM (SELECT "event_value"::float8 AS c7 FROM "exp"."events") AS t5) AS t6) ELSE t0.c0 END) AS c10 FROM (SELECT "event_value"::float8 AS c0 FROM "exp"."events") AS t0 LIMIT 3::int8) AS t7

