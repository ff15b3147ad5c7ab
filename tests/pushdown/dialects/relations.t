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
