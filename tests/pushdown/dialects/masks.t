# Masks, row filters and windows of each kind. What a role sees of `golden.readings` and `golden.plain` is in tests/pushdown/policies.

@masked
select owner from golden.readings
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT pg_catalog.left("owner"::text, 2) AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT left("owner"::varchar(65535), 2) AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0

@masked
select label, count(*) from golden.readings group by 1
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT 'it''s'::text AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 GROUP BY t0.c0) AS t1
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, count(*) AS c2 FROM (SELECT 'it''s'::varchar(65535) AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1

@masked
select taken_at, count(*) from golden.readings group by 1
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT pg_catalog.date_trunc('day', "taken_at"::timestamptz, 'UTC') AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 GROUP BY t0.c0) AS t1
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, count(*) AS c2 FROM (SELECT date_trunc('day', "taken_at"::timestamptz) AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 GROUP BY t0.c0) AS t1

@masked
select made_at from golden.readings where made_at > '2026-11-01'
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT pg_catalog.date_trunc('day', "made_at"::timestamp) AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 WHERE (t0.c0 > '2026-11-01 00:00:00'::timestamp)
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT date_trunc('day', "made_at"::timestamp) AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 WHERE (t0.c0 > '2026-11-01 00:00:00'::timestamp)

@masked
select day, count(*) from golden.readings group by day order by day
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "day"::date AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 GROUP BY t0.c0) AS t1 ORDER BY t1.c1 ASC NULLS LAST
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, count(*) AS c2 FROM (SELECT "day"::date AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 GROUP BY t0.c0) AS t1 ORDER BY t1.c1 ASC NULLS LAST

@masked
select whole, count(*) from golden.readings group by 1
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT greatest((pg_catalog.floor(("whole"::numeric / 100::numeric)) * 100::numeric), ('-2147483648'::int4))::int4 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 GROUP BY t0.c0) AS t1
---- redshift
local: the mask of column "whole"

@masked
select id, count(*) from golden.readings group by id
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("id"::text, 'UTF8')), 'hex') AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 GROUP BY t0.c0) AS t1
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, count(*) AS c2 FROM (SELECT sha2("id"::varchar(65535), 256) AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1

@masked
select document, flag from golden.readings limit 3
---- postgres
SELECT t0.c1 AS c2, t0.c0 AS c3 FROM (SELECT NULL::bool AS c0, NULL::jsonb AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 LIMIT 3::int8
---- redshift
SELECT t0.c1 AS c2, t0.c0 AS c3 FROM (SELECT NULL::bool AS c0, NULL::varchar(65535) AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-14 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 LIMIT 3

@masked
select small, wide from golden.readings where small > 3 --since 2d
---- postgres
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "small"::int2 AS c0, "wide"::float8 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-19 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND ("small" > 3::int2) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "small"::int2 AS c0, "wide"::float8 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-19 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND ("small" > 3::int2)) AS t0

@masked
select key, exact from golden.readings order by wide limit 5 --since 2d
---- postgres
SELECT t0.c2 AS c3, t0.c0 AS c4 FROM (SELECT "exact"::numeric AS c0, "wide"::float8 AS c1, "key"::uuid AS c2 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-19 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 ORDER BY t0.c1 ASC NULLS LAST LIMIT 5::int8
---- redshift
SELECT t0.c2 AS c3, t0.c0 AS c4 FROM (SELECT "exact" AS c0, "wide"::float8 AS c1, "key" AS c2 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-19 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 ORDER BY t0.c1 ASC NULLS LAST LIMIT 5

@masked
select owner, small from golden.readings where owner = 'ab' and small < 9 --since 1d
---- postgres
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT pg_catalog.left("owner"::text, 2) AS c0, "small"::int2 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND ("small" < 9::int2) OFFSET 0) AS t0 WHERE (t0.c0 = 'ab'::text)
---- redshift
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT left("owner"::varchar(65535), 2) AS c0, "small"::int2 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND ("small" < 9::int2)) AS t0 WHERE ((t0.c0 = 'ab'::varchar(65535)) AND (len(t0.c0) = len('ab'::varchar(65535))))

@masked
select a.owner, b.small from golden.readings a join golden.readings b on a.small = b.small --since 1d
---- postgres
SELECT t0.c0 AS c3, t1.c2 AS c4 FROM (SELECT pg_catalog.left("owner"::text, 2) AS c0, "small"::int2 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 JOIN (SELECT "small"::int2 AS c2 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t1 ON (t0.c1 = t1.c2)
---- redshift
SELECT t0.c0 AS c3, t1.c2 AS c4 FROM (SELECT left("owner"::varchar(65535), 2) AS c0, "small"::int2 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 JOIN (SELECT "small"::int2 AS c2 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t1 ON (t0.c1 = t1.c2)

@masked
select count(*) from golden.readings where label <> 'x' --since 1d
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT 'it''s'::text AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 WHERE (t0.c0 <> 'x'::text)) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT 'it''s'::varchar(65535) AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 WHERE ((t0.c0 <> 'x'::varchar(65535)) OR (len(t0.c0) <> len('x'::varchar(65535))))) AS t1

@masked
select upper(owner), wide from golden.readings where wide > 2 --since 1d
---- postgres
SELECT pg_catalog.upper(t0.c0) AS c2, t0.c1 AS c3 FROM (SELECT pg_catalog.left("owner"::text, 2) AS c0, "wide"::float8 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) OFFSET 0) AS t0 WHERE (t0.c1 > '2'::float8)
---- redshift
SELECT upper(t0.c0) AS c2, t0.c1 AS c3 FROM (SELECT left("owner"::varchar(65535), 2) AS c0, "wide"::float8 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz)) AS t0 WHERE (t0.c1 > '2'::float8)

@secret
select owner from golden.plain
---- postgres
local: the mask of column "owner"
---- redshift
local: the mask of column "owner"

@secret
select owner, count(*) from golden.plain group by 1
---- postgres
local: the mask of column "owner"
---- redshift
local: the mask of column "owner"

@secret
select id from golden.plain where owner = 'x'
---- postgres
local: the mask of column "owner"
---- redshift
local: the mask of column "owner"

@secret
select exact, id from golden.plain
---- postgres
local: the mask of column "exact"
---- redshift
local: the mask of column "exact"

@secret
select id, wide from golden.plain where wide > 1
---- postgres
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 > '1'::float8)
---- redshift
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 > '1'::float8)

@secret
select count(*) from golden.plain
---- postgres
SELECT t1.c0 AS c1 FROM (SELECT pg_catalog.count(*) AS c0 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c0 AS c1 FROM (SELECT count(*) AS c0 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0) AS t1

@own
select id from golden.readings
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9))))) AS t0

@own
select count(*) from golden.readings where flag
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "flag"::bool AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) OFFSET 0) AS t0 WHERE t0.c0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT "flag"::bool AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9))))) AS t0 WHERE t0.c0) AS t1

@own
select small, sum(wide) from golden.readings group by small --since 12h
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, pg_catalog.sum(t0.c1) AS c3 FROM (SELECT "small"::int2 AS c0, "wide"::float8 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-21 00:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) OFFSET 0) AS t0 GROUP BY t0.c0) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, sum(t0.c1) AS c3 FROM (SELECT "small"::int2 AS c0, "wide"::float8 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-21 00:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9))))) AS t0 GROUP BY t0.c0) AS t1

@own
select id, wide from golden.readings where taken_at >= '2026-11-20 06:00:00+00' and taken_at < '2026-11-20 18:00:00+00'
---- postgres
SELECT t0.c0 AS c3, t0.c2 AS c4 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1, "wide"::float8 AS c2 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 06:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-20 18:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) AND ("taken_at" >= '2026-11-20 06:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-20 18:00:00+00'::timestamptz) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c3, t0.c2 AS c4 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1, "wide"::float8 AS c2 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 06:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-20 18:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) AND ("taken_at" >= '2026-11-20 06:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-20 18:00:00+00'::timestamptz)) AS t0

@own
select id from golden.readings where taken_at between '2026-11-20' and '2026-11-21'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 00:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 00:00:00.000001+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) AND ("taken_at" >= '2026-11-20 00:00:00+00'::timestamptz) AND ("taken_at" <= '2026-11-21 00:00:00+00'::timestamptz) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 00:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 00:00:00.000001+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) AND ("taken_at" >= '2026-11-20 00:00:00+00'::timestamptz) AND ("taken_at" <= '2026-11-21 00:00:00+00'::timestamptz)) AS t0

@own
select r.id, p.owner from golden.readings r join golden.plain p on p.id = r.id --since 1h
---- postgres
SELECT t0.c0 AS c3, t1.c2 AS c4 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-21 11:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9)))) OFFSET 0) AS t0 JOIN (SELECT "id"::int8 AS c1, "owner"::text AS c2 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) OFFSET 0) AS t1 ON (t1.c1 = t0.c0)
---- redshift
SELECT t0.c0 AS c3, t1.c2 AS c4 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-21 11:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-21 12:00:00+00'::timestamptz) AND (("owner" = 'ann') OR ((("flag" AND (NOT (("small" IN (1, 2))))) AND ("whole" BETWEEN 1 AND 9))))) AS t0 JOIN (SELECT "id"::int8 AS c1, "owner" AS c2 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE)))))) AS t1 ON (t1.c1 = t0.c0)

@own
select id, owner from golden.plain
---- postgres
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE)))))) AS t0

@own
select owner, count(*) from golden.plain where small is not null group by 1
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT "owner"::text AS c0, "small"::int2 AS c1 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) AND ("small" IS NOT NULL) OFFSET 0) AS t0 GROUP BY t0.c0) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, count(*) AS c3 FROM (SELECT "owner" AS c0, "small"::int2 AS c1 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) AND ("small" IS NOT NULL)) AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1

@own
select id from golden.plain where whole = 7 or small = 3
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) AND (("whole" = 7::int4) OR ("small" = 3::int2)) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) AND (("whole" = 7::int4) OR ("small" = 3::int2))) AS t0

@own
select count(distinct owner), max(wide) from golden.plain
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT pg_catalog.count(DISTINCT t0.c0) AS c2, pg_catalog.max(t0.c1) AS c3 FROM (SELECT "owner"::text AS c0, "wide"::float8 AS c1 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE))))) OFFSET 0) AS t0) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT count(DISTINCT (t0.c0 || '.'::varchar(65535))) AS c2, max(t0.c1) AS c3 FROM (SELECT "owner" AS c0, "wide"::float8 AS c1 FROM "golden"."plain" WHERE (("taken_at" <= ('2026-11-21 12:00:00+00'::TIMESTAMPTZ)) AND ((("owner" = 'ann') OR ("day" >= ('2026-11-21'::DATE)))))) AS t0) AS t1

@open
select id from golden.readings
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings") AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."readings") AS t0

@open
select id, wide from golden.readings --from 2026-11-01 --to 2026-11-02
---- postgres
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-01 00:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-02 00:00:00+00'::timestamptz) OFFSET 0) AS t0
---- redshift
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-01 00:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-02 00:00:00+00'::timestamptz)) AS t0

@open
select count(*) from golden.readings where taken_at >= '2026-11-20'
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "taken_at"::timestamptz AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 00:00:00+00'::timestamptz) AND ("taken_at" >= '2026-11-20 00:00:00+00'::timestamptz) OFFSET 0) AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT "taken_at"::timestamptz AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 00:00:00+00'::timestamptz) AND ("taken_at" >= '2026-11-20 00:00:00+00'::timestamptz)) AS t0) AS t1

@open
select count(*) from golden.readings where taken_at = '2026-11-20 12:00:00+00'
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "taken_at"::timestamptz AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-20 12:00:00.000001+00'::timestamptz) AND ("taken_at" = '2026-11-20 12:00:00+00'::timestamptz) OFFSET 0) AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT "taken_at"::timestamptz AS c0 FROM "golden"."readings" WHERE ("taken_at" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("taken_at" < '2026-11-20 12:00:00.000001+00'::timestamptz) AND ("taken_at" = '2026-11-20 12:00:00+00'::timestamptz)) AS t0) AS t1

@open
select count(*) from golden.readings where taken_at > '2026-11-20' or small = 1
---- postgres
SELECT t1.c2 AS c3 FROM (SELECT pg_catalog.count(*) AS c2 FROM (SELECT "taken_at"::timestamptz AS c0, "small"::int2 AS c1 FROM "golden"."readings" WHERE (("taken_at" > '2026-11-20 00:00:00+00'::timestamptz) OR ("small" = 1::int2))) AS t0) AS t1
---- redshift
SELECT t1.c2 AS c3 FROM (SELECT count(*) AS c2 FROM (SELECT "taken_at"::timestamptz AS c0, "small"::int2 AS c1 FROM "golden"."readings" WHERE (("taken_at" > '2026-11-20 00:00:00+00'::timestamptz) OR ("small" = 1::int2))) AS t0) AS t1

@analyst
select count(*) from exp.flag_evaluations where _partition_date = '2026-11-20'
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "_partition_date"::date AS c0 FROM "public"."flag_evaluations" WHERE ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-21'::date) AND ("namespace" = 'checkout') AND ("_partition_date" = '2026-11-20'::date) OFFSET 0) AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT "_partition_date"::date AS c0 FROM "public"."flag_evaluations" WHERE ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-21'::date) AND ("namespace" = 'checkout') AND ("_partition_date" = '2026-11-20'::date)) AS t0) AS t1

@analyst
select count(*) from exp.flag_evaluations where _partition_date in ('2026-11-19', '2026-11-20')
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT "_partition_date"::date AS c0 FROM "public"."flag_evaluations" WHERE ("_partition_date" >= '2026-11-19'::date) AND ("_partition_date" < '2026-11-21'::date) AND ("namespace" = 'checkout') AND ("_partition_date" IN ('2026-11-19'::date, '2026-11-20'::date)) OFFSET 0) AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT "_partition_date"::date AS c0 FROM "public"."flag_evaluations" WHERE ("_partition_date" >= '2026-11-19'::date) AND ("_partition_date" < '2026-11-21'::date) AND ("namespace" = 'checkout') AND ("_partition_date" IN ('2026-11-19'::date, '2026-11-20'::date))) AS t0) AS t1

@analyst
select flag_key from exp.flag_evaluations where "timestamp" >= now() - interval '3 days' and environment = 'production'
---- postgres
SELECT t0.c2 AS c3 FROM (SELECT "timestamp"::timestamptz AS c0, "environment"::text AS c1, "flag_key"::text AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-18 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-18'::date) AND ("namespace" = 'checkout') AND ("timestamp" >= '2026-11-18 12:00:00+00'::timestamptz) AND ("environment" = 'production'::text) OFFSET 0) AS t0
---- redshift
SELECT t0.c2 AS c3 FROM (SELECT "timestamp"::timestamptz AS c0, "environment" AS c1, "flag_key" AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-18 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-18'::date) AND ("namespace" = 'checkout') AND ("timestamp" >= '2026-11-18 12:00:00+00'::timestamptz) AND (("environment" = 'production'::varchar(65535)) AND (len("environment") = len('production'::varchar(65535))))) AS t0

@analyst
select flag_key from exp.flag_evaluations where environment is null --since 1d
---- postgres
SELECT t0.c1 AS c2 FROM (SELECT "environment"::text AS c0, "flag_key"::text AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND ("environment" IS NULL) OFFSET 0) AS t0
---- redshift
SELECT t0.c1 AS c2 FROM (SELECT "environment" AS c0, "flag_key" AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND ("environment" IS NULL)) AS t0

@analyst
select flag_key from exp.flag_evaluations where not (environment = 'staging' or sdk_name = 'rust') --since 1d
---- postgres
SELECT t0.c1 AS c3 FROM (SELECT "environment"::text AS c0, "flag_key"::text AS c1, "sdk_name"::text AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND (NOT (("environment" = 'staging'::text) OR ("sdk_name" = 'rust'::text))) OFFSET 0) AS t0
---- redshift
SELECT t0.c1 AS c3 FROM (SELECT "environment" AS c0, "flag_key" AS c1, "sdk_name" AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') AND (NOT ((("environment" = 'staging'::varchar(65535)) AND (len("environment") = len('staging'::varchar(65535)))) OR (("sdk_name" = 'rust'::varchar(65535)) AND (len("sdk_name") = len('rust'::varchar(65535))))))) AS t0

@analyst
select count(*) from (select flag_key from exp.flag_evaluations limit 10) q --since 1d
---- postgres
SELECT t2.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT 1 AS c0 FROM (SELECT 1 AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') OFFSET 0) AS t0 LIMIT 10::int8) AS t1) AS t2
---- redshift
SELECT t2.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT 1 AS c0 FROM (SELECT 1 AS c0 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout')) AS t0 LIMIT 10) AS t1) AS t2

@analyst
with f as (select flag_key, unit_id_hash from exp.flag_evaluations) select a.flag_key, count(*) from f a join f b on a.unit_id_hash = b.unit_id_hash group by 1 --since 1d
---- postgres
SELECT t2.c3 AS c5, t2.c4 AS c6 FROM (SELECT t0.c0 AS c3, pg_catalog.count(*) AS c4 FROM (SELECT "flag_key"::text AS c0, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("unit_id_hash"::text, 'UTF8')), 'hex') AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') OFFSET 0) AS t0 JOIN (SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("unit_id_hash"::text, 'UTF8')), 'hex') AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout') OFFSET 0) AS t1 ON (t0.c1 = t1.c2) GROUP BY t0.c0) AS t2
---- redshift
SELECT t2.c3 AS c5, t2.c4 AS c6 FROM (SELECT t0.c0 AS c3, count(*) AS c4 FROM (SELECT "flag_key" AS c0, sha2("unit_id_hash"::varchar(65535), 256) AS c1 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout')) AS t0 JOIN (SELECT sha2("unit_id_hash"::varchar(65535), 256) AS c2 FROM "public"."flag_evaluations" WHERE ("timestamp" >= '2026-11-20 12:00:00+00'::timestamptz) AND ("timestamp" < '2026-11-21 12:00:00+00'::timestamptz) AND ("_partition_date" >= '2026-11-20'::date) AND ("_partition_date" < '2026-11-22'::date) AND ("namespace" = 'checkout')) AS t1 ON ((t0.c1 = t1.c2) AND (len(t0.c1) = len(t1.c2))) GROUP BY t0.c0, len(t0.c0)) AS t2

@analyst
select * from exp.assignments
---- postgres
SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c2 AS c6, t0.c3 AS c7 FROM (SELECT "user_id"::text AS c0, "experiment_id"::text AS c1, "variant_id"::text AS c2, "assigned_at"::timestamptz AS c3 FROM "public"."assignments") AS t0
---- redshift
SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c2 AS c6, t0.c3 AS c7 FROM (SELECT "user_id" AS c0, "experiment_id" AS c1, "variant_id" AS c2, "assigned_at"::timestamptz AS c3 FROM "public"."assignments") AS t0

@analyst
select user_id from exp.events where event_type = 'it''s'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "user_id"::text AS c0, "event_type"::text AS c1 FROM "public"."events" WHERE ("event_type" = 'it''s'::text)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "user_id" AS c0, "event_type" AS c1 FROM "public"."events" WHERE (("event_type" = 'it''s'::varchar(65535)) AND (len("event_type") = len('it''s'::varchar(65535))))) AS t0
