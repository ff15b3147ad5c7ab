# Parameters are sent beside the text, and so are windows: a text is written once for all of their values.

@open
select id from golden.plain where id = $1::bigint
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain" WHERE ("id" = $1::int8)) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain" WHERE ("id" = 0::int8)) AS t0

@open
select id from golden.plain where owner = $1
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain" WHERE ("owner" = $1::text)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain" WHERE (("owner" = ''::varchar(65535)) AND (len("owner") = len(''::varchar(65535))))) AS t0

@open
select id from golden.plain where owner = $1 and whole > $2 and taken_at < $3
---- postgres
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "taken_at"::timestamptz AS c2, "whole"::int4 AS c3 FROM "golden"."plain" WHERE ("owner" = $1::text) AND ("whole" > $2::int4) AND ("taken_at" < $3::timestamptz)) AS t0
---- redshift
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "taken_at"::timestamptz AS c2, "whole"::int4 AS c3 FROM "golden"."plain" WHERE (("owner" = ''::varchar(65535)) AND (len("owner") = len(''::varchar(65535)))) AND ("whole" > 0::int4) AND ("taken_at" < '2026-11-20 12:00:00+00'::timestamptz)) AS t0

@open
select id from golden.plain where small = any($1)
---- postgres
local: the engine's cardinality
---- redshift
local: values of type smallint[]

@open
select id, wide * $1 from golden.plain where day = $2
---- postgres
SELECT t0.c0 AS c3, (t0.c2 * $1::float8) AS c4 FROM (SELECT "id"::int8 AS c0, "day"::date AS c1, "wide"::float8 AS c2 FROM "golden"."plain" WHERE ("day" = $2::date)) AS t0
---- redshift
SELECT t0.c0 AS c3, (t0.c2 * '0'::float8) AS c4 FROM (SELECT "id"::int8 AS c0, "day"::date AS c1, "wide"::float8 AS c2 FROM "golden"."plain" WHERE ("day" = '1970-01-01'::date)) AS t0

@open
select owner, count(*) from golden.plain where flag = $1 group by owner
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT "owner"::text AS c0, "flag"::bool AS c1 FROM "golden"."plain" WHERE ("flag" = $1::bool)) AS t0 GROUP BY t0.c0) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, count(*) AS c3 FROM (SELECT "owner" AS c0, "flag"::bool AS c1 FROM "golden"."plain" WHERE ("flag" = false)) AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1

@open
select id + $1, $2::text from golden.plain
---- postgres
SELECT (t0.c0 + $1::int8) AS c1, $2::text AS c2 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0
---- redshift
SELECT (t0.c0 + 0::int8) AS c1, ''::varchar(65535) AS c2 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0

@open
select id from golden.plain where owner like $1
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 ~~ $1::text)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 LIKE ''::varchar(65535))

@open
select id from golden.plain order by id limit $1
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 ORDER BY t0.c0 ASC NULLS LAST LIMIT 0::int8
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 ORDER BY t0.c0 ASC NULLS LAST LIMIT 0

@open
select id from golden.plain where id in ($1, $2, $3)
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain" WHERE ((("id" = $1::int8) OR ("id" = $2::int8)) OR ("id" = $3::int8))) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain" WHERE ((("id" = 0::int8) OR ("id" = 0::int8)) OR ("id" = 0::int8))) AS t0

@open
select id from golden.readings where id = $1
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("id" = $1::int8)) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("id" = 0::int8)) AS t0

@open
select id from golden.readings where taken_at >= $1 and taken_at < $2
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."readings" WHERE ("taken_at" >= $3::timestamptz) AND ("taken_at" < $4::timestamptz) AND ("taken_at" >= $1::timestamptz) AND ("taken_at" < $2::timestamptz) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '1970-01-01 00:00:00+00'::timestamptz) AND ("taken_at" < '1970-01-01 00:00:00+00'::timestamptz) AND ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-20 12:00:00+00'::timestamptz)) AS t0

@own
select id from golden.readings where id = $1
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= $2::timestamptz) AND ("taken_at" < $3::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) AND ("id" = $1::int8) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) AND ("id" = 0::int8)) AS t0

@own
select id from golden.plain where id = $1
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) AND ("id" = $1::int8) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) AND ("id" = 0::int8)) AS t0

@own
select a.id from golden.readings a join golden.readings b on a.id = b.id where b.whole = $1
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= $2::timestamptz) AND ("taken_at" < $3::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) OFFSET 0) AS t0 JOIN (SELECT "id"::int8 AS c1, "whole"::int4 AS c2 FROM "golden"."readings" WHERE ("taken_at" >= $4::timestamptz) AND ("taken_at" < $5::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) OFFSET 0) AS t1 ON (t0.c0 = t1.c1) WHERE (t1.c2 = $1::int4)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9))))) AS t0 JOIN (SELECT "id"::int8 AS c1, "whole"::int4 AS c2 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9))))) AS t1 ON (t0.c0 = t1.c1) WHERE (t1.c2 = 0::int4)

@analyst
select evaluation_id from exp.flag_evaluations where evaluation_id = $1
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "evaluation_id"::text AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= $2::timestamptz) AND ("timestamp" < $3::timestamptz) AND ("_partition_date" >= $4::date) AND ("_partition_date" < $5::date) AND ("namespace" = 'checkout') AND ("evaluation_id" = $1::text) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "evaluation_id" AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND (("evaluation_id" = ''::varchar(65535)) AND (len("evaluation_id") = len(''::varchar(65535))))) AS t0

@analyst
select unit_id_hash, count(*) from exp.flag_evaluations where flag_key = $1 group by 1 --since 7d
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT "flag_key"::text AS c0, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("unit_id_hash"::text, 'UTF8')), 'hex') AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= $2::timestamptz) AND ("timestamp" < $3::timestamptz) AND ("_partition_date" >= $4::date) AND ("_partition_date" < $5::date) AND ("namespace" = 'checkout') AND ("flag_key" = $1::text) OFFSET 0) AS t0 GROUP BY t0.c1) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c1 AS c2, count(*) AS c3 FROM (SELECT "flag_key" AS c0, sha2("unit_id_hash"::varchar(65535), 256) AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND (("flag_key" = ''::varchar(65535)) AND (len("flag_key") = len(''::varchar(65535))))) AS t0 GROUP BY t0.c1, len(t0.c1)) AS t1

@analyst
select count(*) from exp.flag_evaluations where "timestamp" >= $1 --since 7d
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "timestamp"::timestamptz AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= $2::timestamptz) AND ("_partition_date" >= $3::date) AND ("namespace" = 'checkout') AND ("timestamp" >= $1::timestamptz) OFFSET 0) AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT "timestamp"::timestamptz AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("namespace" = 'checkout') AND ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz)) AS t0) AS t1

@analyst
select variant_key from exp.flag_evaluations where environment = $1 --from 2026-11-14 --to 2026-11-21
---- postgres
SELECT t0.c1 AS c2 FROM (SELECT "environment"::text AS c0, "variant_key"::text AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= $2::timestamptz) AND ("timestamp" < $3::timestamptz) AND ("_partition_date" >= $4::date) AND ("_partition_date" < $5::date) AND ("namespace" = 'checkout') AND ("environment" = $1::text) OFFSET 0) AS t0
---- redshift
SELECT t0.c1 AS c2 FROM (SELECT "environment" AS c0, "variant_key" AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 00:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 00:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-21'::date) AND ("namespace" = 'checkout') AND (("environment" = ''::varchar(65535)) AND (len("environment") = len(''::varchar(65535))))) AS t0

@analyst
select a.variant_id from exp.assignments a join exp.flag_evaluations f on f.unit_id_hash = a.user_id where a.user_id = $1
---- postgres
SELECT t0.c1 AS c3 FROM (SELECT "user_id"::text AS c0, "variant_id"::text AS c1 FROM "public"."assignments") AS t0 JOIN (SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("unit_id_hash"::text, 'UTF8')), 'hex') AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= $2::timestamptz) AND ("timestamp" < $3::timestamptz) AND ("_partition_date" >= $4::date) AND ("_partition_date" < $5::date) AND ("namespace" = 'checkout') OFFSET 0) AS t1 ON (t1.c2 = t0.c0) WHERE (t0.c0 = $1::text)
---- redshift
SELECT t0.c1 AS c3 FROM (SELECT "user_id" AS c0, "variant_id" AS c1 FROM "public"."assignments") AS t0 JOIN (SELECT sha2("unit_id_hash"::varchar(65535), 256) AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-14'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout')) AS t1 ON ((t1.c2 = t0.c0) AND (len(t1.c2) = len(t0.c0))) WHERE ((t0.c0 = ''::varchar(65535)) AND (len(t0.c0) = len(''::varchar(65535))))
