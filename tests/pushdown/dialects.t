# What is sent to a PostgreSQL and to a Redshift for each statement, or why it is not sent whole. Written anew with TOLLGATE_UPDATE=1.

# Governed relations: columns, masks, row filter, window, fence.

@analyst
select flag_key, count(*) from exp.flag_evaluations group by flag_key --from 2026-11-14 --to 2026-11-21
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "flag_key"::text AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 00:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 00:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-21'::date) AND ("namespace" = 'checkout') OFFSET 0) AS t0 GROUP BY t0.c0) AS t1
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, count(*) AS c2 FROM (SELECT "flag_key" AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 00:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 00:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-21'::date) AND ("namespace" = 'checkout')) AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1

@analyst
select unit_id_hash, count(*) from exp.flag_evaluations where "timestamp" >= '2026-11-20' group by 1
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT "timestamp"::timestamptz AS c0, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("unit_id_hash"::text, 'UTF8')), 'hex') AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 00:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("namespace" = 'checkout') AND ("timestamp" >= '2026-11-20 00:00:00+00'::timestamptz) OFFSET 0) AS t0 GROUP BY t0.c1) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c1 AS c2, count(*) AS c3 FROM (SELECT "timestamp"::timestamptz AS c0, sha2("unit_id_hash"::varchar(65535), 256) AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 00:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("namespace" = 'checkout') AND ("timestamp" >= '2026-11-20 00:00:00+00'::timestamptz)) AS t0 GROUP BY t0.c1, len(t0.c1)) AS t1

@analyst
select count(distinct unit_id_hash) from exp.flag_evaluations where flag_key = 'checkout_button' --since 7d
---- postgres
SELECT t1.c2 AS c3 FROM (SELECT pg_catalog.count(DISTINCT t0.c1) AS c2 FROM (SELECT "flag_key"::text AS c0, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("unit_id_hash"::text, 'UTF8')), 'hex') AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND ("flag_key" = 'checkout_button'::text) OFFSET 0) AS t0) AS t1
---- redshift
SELECT t1.c2 AS c3 FROM (SELECT count(DISTINCT (t0.c1 || '.'::varchar(65535))) AS c2 FROM (SELECT "flag_key" AS c0, sha2("unit_id_hash"::varchar(65535), 256) AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND (("flag_key" = 'checkout_button'::varchar(65535)) AND (len("flag_key") = len('checkout_button'::varchar(65535))))) AS t0) AS t1

@analyst
select evaluation_id from exp.flag_evaluations where manifest_version > 3 and environment in ('production', 'staging') --since 7d
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "evaluation_id"::text AS c0, "environment"::text AS c1, "manifest_version"::int8 AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND ("manifest_version" > 3::int8) AND ("environment" IN ('production'::text, 'staging'::text)) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "evaluation_id" AS c0, "environment" AS c1, "manifest_version"::int8 AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND ("manifest_version" > 3::int8) AND ((("environment" = 'production'::varchar(65535)) AND (len("environment") = len('production'::varchar(65535)))) OR (("environment" = 'staging'::varchar(65535)) AND (len("environment") = len('staging'::varchar(65535)))))) AS t0

@analyst
select evaluation_id, variant_value from exp.flag_evaluations order by evaluation_id limit 5 --since 7d
---- postgres
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "evaluation_id"::text AS c0, "variant_value"::jsonb AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') OFFSET 0) AS t0 ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST LIMIT 5::int8
---- redshift
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "evaluation_id" AS c0, "variant_value" AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout')) AS t0 ORDER BY t0.c0 ASC NULLS LAST, len(t0.c0) ASC NULLS LAST LIMIT 5

@analyst
select count(*) from exp.flag_evaluations where length(flag_key) / 2 > 3 --since 7d
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "flag_key"::text AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') OFFSET 0) AS t0 WHERE ((pg_catalog.length(t0.c0) / 2::int4) > 3::int4)) AS t1
---- redshift
local: /, which could fail on rows that are hidden

@analyst
select lower(flag_key), upper(environment) from exp.flag_evaluations where flag_key like 'check%' --since 7d
---- postgres
SELECT pg_catalog.lower(t0.c1) AS c2, pg_catalog.upper(t0.c0) AS c3 FROM (SELECT "environment"::text AS c0, "flag_key"::text AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') OFFSET 0) AS t0 WHERE (t0.c1 ~~ 'check%'::text)
---- redshift
SELECT lower(t0.c1) AS c2, upper(t0.c0) AS c3 FROM (SELECT "environment" AS c0, "flag_key" AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout')) AS t0 WHERE (t0.c1 LIKE 'check%'::varchar(65535))

@analyst
select f.variant_key, count(*) from exp.flag_evaluations f join exp.assignments a on a.user_id = f.unit_id_hash group by 1 --since 7d
---- postgres
SELECT t2.c3 AS c5, t2.c4 AS c6 FROM (SELECT t0.c0 AS c3, pg_catalog.count(*) AS c4 FROM (SELECT "variant_key"::text AS c0, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("unit_id_hash"::text, 'UTF8')), 'hex') AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') OFFSET 0) AS t0 JOIN (SELECT "user_id"::text AS c2 FROM "public"."assignments") AS t1 ON (t1.c2 = t0.c1) GROUP BY t0.c0) AS t2
---- redshift
SELECT t2.c3 AS c5, t2.c4 AS c6 FROM (SELECT t0.c0 AS c3, count(*) AS c4 FROM (SELECT "variant_key" AS c0, sha2("unit_id_hash"::varchar(65535), 256) AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout')) AS t0 JOIN (SELECT "user_id" AS c2 FROM "public"."assignments") AS t1 ON ((t1.c2 = t0.c1) AND (len(t1.c2) = len(t0.c1))) GROUP BY t0.c0, len(t0.c0)) AS t2

@analyst
select unit_id_hash, sum(metric_value) from exp.metric_revenue group by 1
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, pg_catalog.sum(t0.c1) AS c3 FROM (SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("unit_id_hash"::text, 'UTF8')), 'hex') AS c0, "metric_value"::numeric AS c1 FROM "public"."metric_revenue") AS t0 GROUP BY t0.c0) AS t1
---- redshift
local: sum

select evaluation_id from exp.flag_evaluations where "timestamp" >= '2026-11-14' and "timestamp" < '2026-11-15'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "evaluation_id"::text AS c0, "timestamp"::timestamptz AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 00:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-15 00:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-15'::date) AND ("timestamp" >= '2026-11-14 00:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-15 00:00:00+00'::timestamptz) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "evaluation_id" AS c0, "timestamp"::timestamptz AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 00:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-15 00:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-15'::date) AND ("timestamp" >= '2026-11-14 00:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-15 00:00:00+00'::timestamptz)) AS t0

# Comparisons and booleans.

select user_id from exp.events where event_type = 'purchase'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events" WHERE ("event_type" = 'purchase'::text)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events" WHERE (("event_type" = 'purchase'::varchar(65535)) AND (len("event_type") = len('purchase'::varchar(65535))))) AS t0

select user_id from exp.events where event_type <> 'purchase' and event_value > 2.5
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "event_value"::float8 AS c2 FROM "public"."events" WHERE ("event_type" <> 'purchase'::text)) AS t0 WHERE (t0.c2 > '2.5'::float8)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "user_id" AS c0, "event_type" AS c1, "event_value"::float8 AS c2 FROM "public"."events" WHERE (("event_type" <> 'purchase'::varchar(65535)) OR (len("event_type") <> len('purchase'::varchar(65535))))) AS t0 WHERE (t0.c2 > '2.5'::float8)

select user_id from exp.events where event_type >= 'm' or event_value is null
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "event_value"::float8 AS c2 FROM "public"."events") AS t0 WHERE (((t0.c1 COLLATE "C") >= 'm'::text) OR (t0.c2 IS NULL))
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "user_id" AS c0, "event_type" AS c1, "event_value"::float8 AS c2 FROM "public"."events") AS t0 WHERE (((t0.c1 > 'm'::varchar(65535)) OR ((t0.c1 = 'm'::varchar(65535)) AND (len(t0.c1) >= len('m'::varchar(65535))))) OR (t0.c2 IS NULL))

select user_id from exp.events where event_type in ('purchase', 'refund')
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events" WHERE ("event_type" IN ('purchase'::text, 'refund'::text))) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events" WHERE ((("event_type" = 'purchase'::varchar(65535)) AND (len("event_type") = len('purchase'::varchar(65535)))) OR (("event_type" = 'refund'::varchar(65535)) AND (len("event_type") = len('refund'::varchar(65535)))))) AS t0

select user_id from exp.events where event_type not in ('purchase', 'refund')
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events" WHERE (NOT ("event_type" IN ('purchase'::text, 'refund'::text)))) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events" WHERE (NOT ((("event_type" = 'purchase'::varchar(65535)) AND (len("event_type") = len('purchase'::varchar(65535)))) OR (("event_type" = 'refund'::varchar(65535)) AND (len("event_type") = len('refund'::varchar(65535))))))) AS t0

select user_id from exp.events where event_value between 1 and 2
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0 WHERE (t0.c1 >= '1'::float8) AND (t0.c1 <= '2'::float8)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0 WHERE (t0.c1 >= '1'::float8) AND (t0.c1 <= '2'::float8)

select user_id from exp.events where event_type is distinct from 'purchase'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events") AS t0 WHERE (t0.c1 IS DISTINCT FROM 'purchase'::text)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events") AS t0 WHERE (NOT ((((t0.c1 = 'purchase'::varchar(65535)) AND (len(t0.c1) = len('purchase'::varchar(65535)))) AND ((t0.c1 IS NOT NULL) AND ('purchase'::varchar(65535) IS NOT NULL))) OR ((t0.c1 IS NULL) AND ('purchase'::varchar(65535) IS NULL))))

select user_id from exp.events where (event_value > 1) is not true
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0 WHERE ((t0.c1 > '1'::float8) IS DISTINCT FROM true)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0 WHERE (NOT ((((t0.c1 > '1'::float8) = true) AND (((t0.c1 > '1'::float8) IS NOT NULL) AND (true IS NOT NULL))) OR (((t0.c1 > '1'::float8) IS NULL) AND (true IS NULL))))

select user_id from exp.events where not (event_value > 1 and event_type = 'x')
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "event_value"::float8 AS c2 FROM "public"."events") AS t0 WHERE (NOT ((t0.c2 > '1'::float8) AND (t0.c1 = 'x'::text)))
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "user_id" AS c0, "event_type" AS c1, "event_value"::float8 AS c2 FROM "public"."events") AS t0 WHERE (NOT ((t0.c2 > '1'::float8) AND ((t0.c1 = 'x'::varchar(65535)) AND (len(t0.c1) = len('x'::varchar(65535))))))

select user_id = 'u1', event_value is null from exp.events
---- postgres
SELECT (t0.c0 = 'u1'::text) AS c2, (t0.c1 IS NULL) AS c3 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0
---- redshift
SELECT ((t0.c0 = 'u1'::varchar(65535)) AND (len(t0.c0) = len('u1'::varchar(65535)))) AS c2, (t0.c1 IS NULL) AS c3 FROM (SELECT "user_id" AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0

select user_id from exp.events where event_type = 'a\b'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events" WHERE ("event_type" = 'a\b'::text)) AS t0
---- redshift
local: a constant with a backslash

# Computing.

select event_value + 1, event_value * 2, event_value - 0.5 from exp.events
---- postgres
SELECT (t0.c0 + '1'::float8) AS c1, (t0.c0 * '2'::float8) AS c2, (t0.c0 - '0.5'::float8) AS c3 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0
---- redshift
SELECT (t0.c0 + '1'::float8) AS c1, (t0.c0 * '2'::float8) AS c2, (t0.c0 - '0.5'::float8) AS c3 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0

select event_value / 2 from exp.events
---- postgres
SELECT (t0.c0 / '2'::float8) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0
---- redshift
local: /

select schema_version / 2, schema_version % 3, manifest_version * 2 from exp.flag_evaluations
---- postgres
SELECT (t0.c0 / 2::int4) AS c2, (t0.c0 % 3::int4) AS c3, (t0.c1 * 2::int4) AS c4 FROM (SELECT "schema_version"::int4 AS c0, "manifest_version"::int8 AS c1 FROM "public"."flag_evaluations") AS t0
---- redshift
local: *

select user_id || '-' || event_type from exp.events
---- postgres
SELECT ((t0.c0 || '-'::text) || t0.c1) AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events") AS t0
---- redshift
SELECT ((t0.c0 || '-'::varchar(65535)) || t0.c1) AS c2 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events") AS t0

select length(user_id), upper(event_type), left(user_id, 2), replace(event_type, 'a', 'b') from exp.events
---- postgres
SELECT pg_catalog.length(t0.c0) AS c2, pg_catalog.upper(t0.c1) AS c3, pg_catalog.left(t0.c0, 2::int4) AS c4, pg_catalog.replace(t0.c1, 'a'::text, 'b'::text) AS c5 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events") AS t0
---- redshift
SELECT len(t0.c0) AS c2, upper(t0.c1) AS c3, left(t0.c0, 2::int4) AS c4, replace(t0.c1, 'a'::varchar(65535), 'b'::varchar(65535)) AS c5 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events") AS t0

select coalesce(event_type, 'none'), nullif(event_type, 'x') from exp.events
---- postgres
SELECT (CASE WHEN (t0.c0 IS NOT NULL) THEN t0.c0 ELSE 'none'::text END) AS c1, (CASE WHEN (t0.c0 = 'x'::text) THEN NULL::text ELSE t0.c0 END) AS c2 FROM (SELECT "event_type"::text AS c0 FROM "public"."events") AS t0
---- redshift
SELECT (CASE WHEN (t0.c0 IS NOT NULL) THEN t0.c0 ELSE 'none'::varchar(65535) END) AS c1, (CASE WHEN ((t0.c0 = 'x'::varchar(65535)) AND (len(t0.c0) = len('x'::varchar(65535)))) THEN NULL::varchar(65535) ELSE t0.c0 END) AS c2 FROM (SELECT "event_type" AS c0 FROM "public"."events") AS t0

select case when event_value > 10 then 'large' when event_value > 1 then 'some' else 'none' end from exp.events
---- postgres
SELECT (CASE WHEN (t0.c0 > '10'::float8) THEN 'large'::text WHEN (t0.c0 > '1'::float8) THEN 'some'::text ELSE 'none'::text END) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0
---- redshift
SELECT (CASE WHEN (t0.c0 > '10'::float8) THEN 'large'::varchar(65535) WHEN (t0.c0 > '1'::float8) THEN 'some'::varchar(65535) ELSE 'none'::varchar(65535) END) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0

select greatest(event_value, 1.5), least(event_value, 0) from exp.events
---- postgres
SELECT greatest(t0.c0, '1.5'::float8) AS c1, least(t0.c0, '0'::float8) AS c2 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0
---- redshift
SELECT greatest(t0.c0, '1.5'::float8) AS c1, least(t0.c0, '0'::float8) AS c2 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0

select metric_value * 2 from exp.metric_revenue
---- postgres
SELECT (t0.c0 * '2'::numeric) AS c1 FROM (SELECT "metric_value"::numeric AS c0 FROM "public"."metric_revenue") AS t0
---- redshift
local: *

select metric_value from exp.metric_revenue where metric_value > 12.50
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "metric_value"::numeric AS c0 FROM "public"."metric_revenue") AS t0 WHERE (t0.c0 > '12.50'::numeric)
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "metric_value" AS c0 FROM "public"."metric_revenue") AS t0 WHERE (t0.c0 > 12.50)

select user_id from exp.events where event_type ~ '^p'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events") AS t0 WHERE (t0.c1 ~ '^p'::text)
---- redshift
local: ~

select user_id from exp.events where event_type ilike '%PUR%'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events") AS t0 WHERE (t0.c1 ~~* '%PUR%'::text)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events") AS t0 WHERE (t0.c1 ILIKE '%PUR%'::varchar(65535))

# Times.

select date_trunc('day', occurred_at), count(*) from exp.events group by 1 order by 1
---- postgres
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT pg_catalog.date_trunc('day'::text, t0.c0) AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY t2.c2 ASC NULLS LAST
---- redshift
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, count(*) AS c3 FROM (SELECT date_trunc('day', t0.c0) AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY t2.c2 ASC NULLS LAST

select occurred_at + interval '7 days', occurred_at - interval '1 month 2 hours' from exp.events
---- postgres
SELECT (t0.c0 + '7 days'::interval) AS c1, (t0.c0 - '1 mon 02:00:00'::interval) AS c2 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0
---- redshift
SELECT dateadd(day, 7, t0.c0) AS c1, dateadd(microsecond, -7200000000, dateadd(month, -1, t0.c0)) AS c2 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0

select occurred_at::date, count(*) from exp.events group by 1
---- postgres
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT (t0.c0)::date AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0) AS t1 GROUP BY t1.c1) AS t2
---- redshift
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, count(*) AS c3 FROM (SELECT (t0.c0)::date AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0) AS t1 GROUP BY t1.c1) AS t2

select occurred_at::date + 7, occurred_at::date - date '2026-01-01' from exp.events
---- postgres
SELECT ((t0.c0)::date + 7::int4) AS c1, ((t0.c0)::date - '2026-01-01'::date) AS c2 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0
---- redshift
SELECT dateadd(day, (7::int4), (t0.c0)::date)::date AS c1, datediff(day, '2026-01-01'::date, (t0.c0)::date)::int4 AS c2 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0

select count(*) from exp.events where occurred_at >= now() - interval '1 day'
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events" WHERE ("occurred_at" >= '2026-11-20 12:00:00+00'::timestamptz)) AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events" WHERE ("occurred_at" >= '2026-11-20 12:00:00+00'::timestamptz)) AS t0) AS t1

select extract(hour from occurred_at) from exp.events
---- postgres
SELECT pg_catalog.extract('hour'::text, t0.c0) AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0
---- redshift
local: extract

select to_char(occurred_at, 'YYYY-MM') from exp.events
---- postgres
SELECT pg_catalog.to_char(t0.c0, 'YYYY-MM'::text) AS c1 FROM (SELECT "occurred_at"::timestamptz AS c0 FROM "public"."events") AS t0
---- redshift
local: to_char

# Aggregates.

select count(*), count(event_value), count(distinct event_type), count(distinct occurred_at) from exp.events
---- postgres
SELECT t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9, t1.c6 AS c10 FROM (SELECT pg_catalog.count(*) AS c3, pg_catalog.count(t0.c1) AS c4, pg_catalog.count(DISTINCT t0.c0) AS c5, pg_catalog.count(DISTINCT t0.c2) AS c6 FROM (SELECT "event_type"::text AS c0, "event_value"::float8 AS c1, "occurred_at"::timestamptz AS c2 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9, t1.c6 AS c10 FROM (SELECT count(*) AS c3, count(t0.c1) AS c4, count(DISTINCT (t0.c0 || '.'::varchar(65535))) AS c5, count(DISTINCT t0.c2) AS c6 FROM (SELECT "event_type" AS c0, "event_value"::float8 AS c1, "occurred_at"::timestamptz AS c2 FROM "public"."events") AS t0) AS t1

select sum(event_value), avg(event_value), min(event_value), max(occurred_at) from exp.events
---- postgres
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9 FROM (SELECT pg_catalog.sum(t0.c0) AS c2, pg_catalog.avg(t0.c0) AS c3, pg_catalog.min(t0.c0) AS c4, pg_catalog.max(t0.c1) AS c5 FROM (SELECT "event_value"::float8 AS c0, "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9 FROM (SELECT sum(t0.c0) AS c2, avg(t0.c0) AS c3, min(t0.c0) AS c4, max(t0.c1) AS c5 FROM (SELECT "event_value"::float8 AS c0, "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t0) AS t1

select sum(schema_version), sum(manifest_version), avg(schema_version) from exp.flag_evaluations
---- postgres
SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7 FROM (SELECT pg_catalog.sum(t0.c0) AS c2, pg_catalog.sum(t0.c1) AS c3, pg_catalog.avg(t0.c0) AS c4 FROM (SELECT "schema_version"::int4 AS c0, "manifest_version"::int8 AS c1 FROM "public"."flag_evaluations") AS t0) AS t1
---- redshift
local: avg

select min(user_id), max(user_id) from exp.events
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT pg_catalog.min((t0.c0 COLLATE "C")) AS c1, pg_catalog.max((t0.c0 COLLATE "C")) AS c2 FROM (SELECT "user_id"::text AS c0 FROM "public"."events") AS t0) AS t1
---- redshift
local: min

select count(*) filter (where event_type = 'purchase'), sum(event_value) filter (where event_value > 1) from exp.events
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT pg_catalog.count(*) FILTER (WHERE (t0.c0 = 'purchase'::text)) AS c2, pg_catalog.sum(t0.c1) FILTER (WHERE (t0.c1 > '1'::float8)) AS c3 FROM (SELECT "event_type"::text AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT count((CASE WHEN ((t0.c0 = 'purchase'::varchar(65535)) AND (len(t0.c0) = len('purchase'::varchar(65535)))) THEN 1::int8 END)) AS c2, sum((CASE WHEN (t0.c1 > '1'::float8) THEN t0.c1 END)) AS c3 FROM (SELECT "event_type" AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0) AS t1

select approx_count_distinct(user_id) from exp.events
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(DISTINCT t0.c0) AS c1 FROM (SELECT "user_id"::text AS c0 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT hll(t0.c0) AS c1 FROM (SELECT "user_id" AS c0 FROM "public"."events") AS t0) AS t1

select string_agg(event_type, ',' order by occurred_at) from exp.events
---- postgres
SELECT t1.c2 AS c3 FROM (SELECT pg_catalog.string_agg(t0.c0, ','::text ORDER BY t0.c1 ASC NULLS LAST) AS c2 FROM (SELECT "event_type"::text AS c0, "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c3 FROM (SELECT listagg(t0.c0, ','::varchar(65535)) WITHIN GROUP (ORDER BY t0.c1 ASC NULLS LAST) AS c2 FROM (SELECT "event_type" AS c0, "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t0) AS t1

select array_agg(event_type order by occurred_at) from exp.events
---- postgres
SELECT t1.c2 AS c3 FROM (SELECT pg_catalog.array_agg(t0.c0 ORDER BY t0.c1 ASC NULLS LAST) AS c2 FROM (SELECT "event_type"::text AS c0, "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t0) AS t1
---- redshift
local: values of type text[]

select bool_and(event_value > 0), every(event_value < 9), stddev(event_value), var_pop(event_value) from exp.events
---- postgres
SELECT t1.c1 AS c5, t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT pg_catalog.bool_and((t0.c0 > '0'::float8)) AS c1, pg_catalog.every((t0.c0 < '9'::float8)) AS c2, pg_catalog.stddev(t0.c0) AS c3, pg_catalog.var_pop(t0.c0) AS c4 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c5, t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT bool_and((t0.c0 > '0'::float8)) AS c1, bool_and((t0.c0 < '9'::float8)) AS c2, stddev_samp(t0.c0) AS c3, var_pop(t0.c0) AS c4 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0) AS t1

select percentile_cont(0.5) within group (order by event_value) from exp.events
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.percentile_cont('0.5'::float8) WITHIN GROUP (ORDER BY t0.c0 ASC NULLS LAST) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT percentile_cont('0.5'::float8) WITHIN GROUP (ORDER BY t0.c0 ASC NULLS LAST) AS c1 FROM (SELECT "event_value"::float8 AS c0 FROM "public"."events") AS t0) AS t1

select event_type, sum(event_value) from exp.events group by event_type having sum(event_value) > 10 order by 2 desc nulls last, 1
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, pg_catalog.sum(t0.c1) AS c3 FROM (SELECT "event_type"::text AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0 GROUP BY t0.c0) AS t1 WHERE (t1.c3 > '10'::float8) ORDER BY t1.c3 DESC NULLS LAST, (t1.c2 COLLATE "C") ASC NULLS LAST
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, sum(t0.c1) AS c3 FROM (SELECT "event_type" AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1 WHERE (t1.c3 > '10'::float8) ORDER BY t1.c3 DESC NULLS LAST, t1.c2 ASC NULLS LAST, len(t1.c2) ASC NULLS LAST

select event_type, user_id, count(*) from exp.events group by rollup (event_type, user_id)
---- postgres
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c5 AS c8 FROM (SELECT t0.c1 AS c2, t0.c0 AS c3, grouping(t0.c1, t0.c0) AS c4, pg_catalog.count(*) AS c5 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events") AS t0 GROUP BY GROUPING SETS ((t0.c1, t0.c0), (t0.c1), ())) AS t1
---- redshift
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c5 AS c8 FROM (SELECT t0.c1 AS c2, t0.c0 AS c3, ((grouping(t0.c0) * 1) + (grouping(t0.c1) * 2))::int4 AS c4, count(*) AS c5 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events") AS t0 GROUP BY GROUPING SETS ((t0.c1, len(t0.c1), t0.c0, len(t0.c0)), (t0.c1, len(t0.c1)), ())) AS t1

select distinct event_type from exp.events
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT DISTINCT t0.c0 AS c1 FROM (SELECT "event_type"::text AS c0 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT t0.c0 AS c1 FROM (SELECT "event_type" AS c0 FROM "public"."events") AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1

select distinct on (user_id) user_id, event_type from exp.events order by user_id, occurred_at desc
---- postgres
SELECT t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.row_number() OVER (PARTITION BY t0.c0 ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST, t0.c2 DESC NULLS FIRST)) AS c6 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "occurred_at"::timestamptz AS c2 FROM "public"."events") AS t0) AS t1 WHERE (t1.c6 = 1::int8) ORDER BY (t1.c3 COLLATE "C") ASC NULLS LAST, t1.c5 DESC NULLS FIRST
---- redshift
SELECT t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (row_number() OVER (PARTITION BY t0.c0, len(t0.c0) ORDER BY t0.c0 ASC NULLS LAST, len(t0.c0) ASC NULLS LAST, t0.c2 DESC NULLS FIRST)) AS c6 FROM (SELECT "user_id" AS c0, "event_type" AS c1, "occurred_at"::timestamptz AS c2 FROM "public"."events") AS t0) AS t1 WHERE (t1.c6 = 1::int8) ORDER BY t1.c3 ASC NULLS LAST, len(t1.c3) ASC NULLS LAST, t1.c5 DESC NULLS FIRST

# Windows.

select user_id, row_number() over (partition by user_id order by occurred_at) from exp.events
---- postgres
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (pg_catalog.row_number() OVER (PARTITION BY t0.c0 ORDER BY t0.c1 ASC NULLS LAST)) AS c4 FROM (SELECT "user_id"::text AS c0, "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (row_number() OVER (PARTITION BY t0.c0, len(t0.c0) ORDER BY t0.c1 ASC NULLS LAST)) AS c4 FROM (SELECT "user_id" AS c0, "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t0) AS t1

select user_id, rank() over (order by event_value desc), lag(event_value) over (partition by event_type order by occurred_at) from exp.events
---- postgres
SELECT t2.c9 AS c15, t2.c13 AS c16, t2.c14 AS c17 FROM (SELECT t1.c4 AS c9, t1.c5 AS c10, t1.c6 AS c11, t1.c7 AS c12, t1.c8 AS c13, (pg_catalog.lag(t1.c6) OVER (PARTITION BY t1.c5 ORDER BY t1.c7 ASC NULLS LAST)) AS c14 FROM (SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c2 AS c6, t0.c3 AS c7, (pg_catalog.rank() OVER (ORDER BY t0.c2 DESC NULLS FIRST)) AS c8 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1, "event_value"::float8 AS c2, "occurred_at"::timestamptz AS c3 FROM "public"."events") AS t0) AS t1) AS t2
---- redshift
SELECT t2.c9 AS c15, t2.c13 AS c16, t2.c14 AS c17 FROM (SELECT t1.c4 AS c9, t1.c5 AS c10, t1.c6 AS c11, t1.c7 AS c12, t1.c8 AS c13, (lag(t1.c6) OVER (PARTITION BY t1.c5, len(t1.c5) ORDER BY t1.c7 ASC NULLS LAST)) AS c14 FROM (SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c2 AS c6, t0.c3 AS c7, (rank() OVER (ORDER BY t0.c2 DESC NULLS FIRST)) AS c8 FROM (SELECT "user_id" AS c0, "event_type" AS c1, "event_value"::float8 AS c2, "occurred_at"::timestamptz AS c3 FROM "public"."events") AS t0) AS t1) AS t2

select user_id, sum(event_value) over (partition by user_id) from exp.events
---- postgres
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (pg_catalog.sum(t0.c1) OVER (PARTITION BY t0.c0 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c4 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (sum(t0.c1) OVER (PARTITION BY t0.c0, len(t0.c0) ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c4 FROM (SELECT "user_id" AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0) AS t1

select user_id, sum(event_value) over (order by occurred_at) from exp.events
---- postgres
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.sum(t0.c1) OVER (ORDER BY t0.c2 ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1, "occurred_at"::timestamptz AS c2 FROM "public"."events") AS t0) AS t1
---- redshift
local: a frame that is not of rows

select user_id, sum(event_value) over (order by occurred_at rows between 2 preceding and current row) from exp.events
---- postgres
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.sum(t0.c1) OVER (ORDER BY t0.c2 ASC NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1, "occurred_at"::timestamptz AS c2 FROM "public"."events") AS t0) AS t1
---- redshift
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (sum(t0.c1) OVER (ORDER BY t0.c2 ASC NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT "user_id" AS c0, "event_value"::float8 AS c1, "occurred_at"::timestamptz AS c2 FROM "public"."events") AS t0) AS t1

# Joins, sets, sub-selects.

select a.variant_id, count(*) from exp.assignments a join exp.events e on e.user_id = a.user_id and e.occurred_at >= a.assigned_at group by 1
---- postgres
SELECT t2.c5 AS c7, t2.c6 AS c8 FROM (SELECT t0.c1 AS c5, pg_catalog.count(*) AS c6 FROM (SELECT "user_id"::text AS c0, "variant_id"::text AS c1, "assigned_at"::timestamptz AS c2 FROM "public"."assignments") AS t0 JOIN (SELECT "user_id"::text AS c3, "occurred_at"::timestamptz AS c4 FROM "public"."events") AS t1 ON ((t1.c3 = t0.c0) AND (t1.c4 >= t0.c2)) GROUP BY t0.c1) AS t2
---- redshift
SELECT t2.c5 AS c7, t2.c6 AS c8 FROM (SELECT t0.c1 AS c5, count(*) AS c6 FROM (SELECT "user_id" AS c0, "variant_id" AS c1, "assigned_at"::timestamptz AS c2 FROM "public"."assignments") AS t0 JOIN (SELECT "user_id" AS c3, "occurred_at"::timestamptz AS c4 FROM "public"."events") AS t1 ON (((t1.c3 = t0.c0) AND (len(t1.c3) = len(t0.c0))) AND (t1.c4 >= t0.c2)) GROUP BY t0.c1, len(t0.c1)) AS t2

select a.user_id from exp.assignments a left join exp.events e using (user_id) where e.user_id is null
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0 LEFT JOIN (SELECT "user_id"::text AS c1 FROM "public"."events") AS t1 ON (t0.c0 = t1.c1) WHERE (t1.c1 IS NULL)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0 FROM "public"."assignments") AS t0 LEFT JOIN (SELECT "user_id" AS c1 FROM "public"."events") AS t1 ON ((t0.c0 = t1.c1) AND (len(t0.c0) = len(t1.c1))) WHERE (t1.c1 IS NULL)

select a.user_id, e.event_type from exp.assignments a full join exp.events e on a.user_id = e.user_id
---- postgres
SELECT t0.c0 AS c3, t1.c2 AS c4 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0 FULL JOIN (SELECT "user_id"::text AS c1, "event_type"::text AS c2 FROM "public"."events") AS t1 ON (t0.c0 = t1.c1)
---- redshift
SELECT t0.c0 AS c3, t1.c2 AS c4 FROM (SELECT "user_id" AS c0 FROM "public"."assignments") AS t0 FULL JOIN (SELECT "user_id" AS c1, "event_type" AS c2 FROM "public"."events") AS t1 ON ((t0.c0 = t1.c1) AND (len(t0.c0) = len(t1.c1)))

select user_id from exp.assignments where user_id in (select user_id from exp.events)
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0 WHERE (t0.c0 IN (SELECT t1.c1 AS c2 FROM (SELECT "user_id"::text AS c1 FROM "public"."events") AS t1))
---- redshift
local: a value that is looked for among the rows of a sub-select

select user_id from exp.assignments where user_id not in (select user_id from exp.events where user_id is not null)
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0 WHERE (t0.c0 NOT IN (SELECT t1.c1 AS c2 FROM (SELECT "user_id"::text AS c1 FROM "public"."events" WHERE ("user_id" IS NOT NULL)) AS t1))
---- redshift
local: a value that is looked for among the rows of a sub-select

select user_id from exp.assignments a where exists (select 1 from exp.events e where e.user_id = a.user_id)
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0 WHERE (EXISTS (SELECT 1 FROM (SELECT "user_id"::text AS c1 FROM "public"."events") AS t1 WHERE (t0.c0 = t1.c1)))
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0 FROM "public"."assignments") AS t0 WHERE (EXISTS (SELECT 1 FROM (SELECT "user_id" AS c1 FROM "public"."events") AS t1 WHERE ((t0.c0 = t1.c1) AND (len(t0.c0) = len(t1.c1)))))

select user_id from exp.assignments union select user_id from exp.events
---- postgres
SELECT t3.c5 AS c6 FROM (SELECT DISTINCT t2.c4 AS c5 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0) UNION ALL (SELECT t1.c1 AS c3 FROM (SELECT "user_id"::text AS c1 FROM "public"."events") AS t1)) AS t2(c4)) AS t3
---- redshift
SELECT t3.c5 AS c6 FROM (SELECT t2.c4 AS c5 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0 FROM "public"."assignments") AS t0) UNION ALL (SELECT t1.c1 AS c3 FROM (SELECT "user_id" AS c1 FROM "public"."events") AS t1)) AS t2(c4) GROUP BY t2.c4, len(t2.c4)) AS t3

select user_id from exp.assignments union all select user_id from exp.events order by 1 limit 10
---- postgres
SELECT t2.c4 AS c5 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0) UNION ALL (SELECT t1.c1 AS c3 FROM (SELECT "user_id"::text AS c1 FROM "public"."events") AS t1)) AS t2(c4) ORDER BY (t2.c4 COLLATE "C") ASC NULLS LAST LIMIT 10::int8
---- redshift
SELECT t2.c4 AS c5 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0 FROM "public"."assignments") AS t0) UNION ALL (SELECT t1.c1 AS c3 FROM (SELECT "user_id" AS c1 FROM "public"."events") AS t1)) AS t2(c4) ORDER BY t2.c4 ASC NULLS LAST, len(t2.c4) ASC NULLS LAST LIMIT 10

select user_id from exp.assignments except select user_id from exp.events
---- postgres
SELECT t2.c2 AS c3 FROM (SELECT DISTINCT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0) AS t2 WHERE (NOT EXISTS (SELECT 1 FROM (SELECT "user_id"::text AS c1 FROM "public"."events") AS t1 WHERE (t2.c2 IS NOT DISTINCT FROM t1.c1)))
---- redshift
local: a semi join by more than equality

select user_id, event_value from exp.events intersect all select user_id, event_value from exp.events
---- postgres
SELECT t2.c4 AS c10, t2.c5 AS c11 FROM (SELECT t0.c0 AS c4, t0.c1 AS c5, (pg_catalog.row_number() OVER (PARTITION BY t0.c0, t0.c1)) AS c6 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0) AS t2 WHERE (EXISTS (SELECT 1 FROM (SELECT t1.c2 AS c7, t1.c3 AS c8, (pg_catalog.row_number() OVER (PARTITION BY t1.c2, t1.c3)) AS c9 FROM (SELECT "user_id"::text AS c2, "event_value"::float8 AS c3 FROM "public"."events") AS t1) AS t3 WHERE (t2.c4 IS NOT DISTINCT FROM t3.c7) AND (t2.c5 IS NOT DISTINCT FROM t3.c8) AND (t2.c6 IS NOT DISTINCT FROM t3.c9)))
---- redshift
local: a semi join by more than equality

select e.user_id from exp.events e join (values ('a', 1), ('b', 2)) v(k, n) on v.k = e.event_type
---- postgres
SELECT t0.c0 AS c5 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events") AS t0 JOIN (SELECT t1.c2 AS c4 FROM (VALUES ('a'::text, 1::int4), ('b'::text, 2::int4)) AS t1(c2, c3)) AS t2 ON (t2.c4 = t0.c1)
---- redshift
SELECT t0.c0 AS c5 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events") AS t0 JOIN (SELECT t1.c2 AS c4 FROM ((SELECT 'a'::varchar(65535) AS c0, 1::int4 AS c1) UNION ALL (SELECT 'b'::varchar(65535) AS c0, 2::int4 AS c1)) AS t1(c2, c3)) AS t2 ON ((t2.c4 = t0.c1) AND (len(t2.c4) = len(t0.c1)))

select user_id, (select max(occurred_at) from exp.events) from exp.assignments
---- postgres
SELECT t0.c0 AS c4, (SELECT t2.c2 AS c3 FROM (SELECT pg_catalog.max(t1.c1) AS c2 FROM (SELECT "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t1) AS t2) AS c5 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0
---- redshift
SELECT t0.c0 AS c4, (SELECT t2.c2 AS c3 FROM (SELECT max(t1.c1) AS c2 FROM (SELECT "occurred_at"::timestamptz AS c1 FROM "public"."events") AS t1) AS t2) AS c5 FROM (SELECT "user_id" AS c0 FROM "public"."assignments") AS t0

select user_id from exp.events order by event_value desc nulls last, user_id limit 10 offset 20
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0 ORDER BY t0.c1 DESC NULLS LAST, (t0.c0 COLLATE "C") ASC NULLS LAST LIMIT 10::int8 OFFSET 20::int8
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_value"::float8 AS c1 FROM "public"."events") AS t0 ORDER BY t0.c1 DESC NULLS LAST, t0.c0 ASC NULLS LAST, len(t0.c0) ASC NULLS LAST LIMIT 10 OFFSET 20

select a.user_id, l.event_type from exp.assignments a, lateral (select event_type from exp.events e where e.user_id = a.user_id order by occurred_at limit 1) l
---- postgres
SELECT t0.c0 AS c10, t3.c8 AS c11 FROM (SELECT "user_id"::text AS c0 FROM "public"."assignments") AS t0 JOIN (SELECT t2.c4 AS c8, t2.c6 AS c9 FROM (SELECT t1.c2 AS c4, t1.c3 AS c5, t1.c1 AS c6, (pg_catalog.row_number() OVER (PARTITION BY t1.c1 ORDER BY t1.c3 ASC NULLS LAST)) AS c7 FROM (SELECT "user_id"::text AS c1, "event_type"::text AS c2, "occurred_at"::timestamptz AS c3 FROM "public"."events") AS t1) AS t2 WHERE (t2.c7 > 0::int8) AND (t2.c7 <= (0::int8 + 1::int8))) AS t3 ON ((t0.c0 = t3.c9) AND true)
---- redshift
SELECT t0.c0 AS c10, t3.c8 AS c11 FROM (SELECT "user_id" AS c0 FROM "public"."assignments") AS t0 JOIN (SELECT t2.c4 AS c8, t2.c6 AS c9 FROM (SELECT t1.c2 AS c4, t1.c3 AS c5, t1.c1 AS c6, (row_number() OVER (PARTITION BY t1.c1, len(t1.c1) ORDER BY t1.c3 ASC NULLS LAST)) AS c7 FROM (SELECT "user_id" AS c1, "event_type" AS c2, "occurred_at"::timestamptz AS c3 FROM "public"."events") AS t1) AS t2 WHERE (t2.c7 > 0::int8) AND (t2.c7 <= (0::int8 + 1::int8))) AS t3 ON (((t0.c0 = t3.c9) AND (len(t0.c0) = len(t3.c9))) AND true)

select u from exp.events, unnest(array[event_type, user_id]) u
---- postgres
local: a set-returning function
---- redshift
local: a set-returning function

