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

@open
select taken_at + interval '1 day', taken_at - interval '2 hours 3 minutes' from golden.plain
---- postgres
SELECT (t0.c0 + '1 day'::interval) AS c1, (t0.c0 - '02:03:00'::interval) AS c2 FROM (SELECT "taken_at"::timestamptz AS c0 FROM "golden"."plain") AS t0
---- redshift
SELECT dateadd(day, 1, t0.c0) AS c1, dateadd(microsecond, -7380000000, t0.c0) AS c2 FROM (SELECT "taken_at"::timestamptz AS c0 FROM "golden"."plain") AS t0

@open
select made_at + interval '1 month', day + interval '1 day' from golden.plain
---- postgres
SELECT (t0.c0 + '1 mon'::interval) AS c2, (t0.c1 + '1 day'::interval) AS c3 FROM (SELECT "made_at"::timestamp AS c0, "day"::date AS c1 FROM "golden"."plain") AS t0
---- redshift
SELECT dateadd(month, 1, t0.c0) AS c2, dateadd(day, 1, t0.c1) AS c3 FROM (SELECT "made_at"::timestamp AS c0, "day"::date AS c1 FROM "golden"."plain") AS t0

@open
select day + 7, day - 7, day - date '2026-01-01' from golden.plain
---- postgres
SELECT (t0.c0 + 7::int4) AS c1, (t0.c0 - 7::int4) AS c2, (t0.c0 - '2026-01-01'::date) AS c3 FROM (SELECT "day"::date AS c0 FROM "golden"."plain") AS t0
---- redshift
SELECT dateadd(day, (7::int4), t0.c0)::date AS c1, dateadd(day, -(7::int4), t0.c0)::date AS c2, datediff(day, '2026-01-01'::date, t0.c0)::int4 AS c3 FROM (SELECT "day"::date AS c0 FROM "golden"."plain") AS t0

@open
select taken_at - made_at::timestamptz from golden.plain
---- postgres
SELECT (t0.c0 - (t0.c1)::timestamptz) AS c2 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1 FROM "golden"."plain") AS t0
---- redshift
local: -

@open
select date_trunc('hour', taken_at), date_trunc('month', made_at), date_trunc('week', day::timestamp) from golden.plain
---- postgres
SELECT pg_catalog.date_trunc('hour'::text, t0.c0) AS c3, pg_catalog.date_trunc('month'::text, t0.c1) AS c4, pg_catalog.date_trunc('week'::text, (t0.c2)::timestamp) AS c5 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT date_trunc('hour', t0.c0) AS c3, date_trunc('month', t0.c1) AS c4, date_trunc('week', (t0.c2)::timestamp) AS c5 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain") AS t0

@open
select date_trunc('quarter', taken_at), date_trunc('decade', taken_at) from golden.plain
---- postgres
SELECT pg_catalog.date_trunc('quarter'::text, t0.c0) AS c1, pg_catalog.date_trunc('decade'::text, t0.c0) AS c2 FROM (SELECT "taken_at"::timestamptz AS c0 FROM "golden"."plain") AS t0
---- redshift
local: date_trunc by such a unit

@open
select date_trunc(owner, taken_at) from golden.plain
---- postgres
SELECT pg_catalog.date_trunc(t0.c0, t0.c1) AS c2 FROM (SELECT "owner"::text AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."plain") AS t0
---- redshift
local: date_trunc by such a unit

@open
select extract(year from day), extract(dow from taken_at), extract(epoch from made_at) from golden.plain
---- postgres
SELECT pg_catalog.extract('year'::text, t0.c2) AS c3, pg_catalog.extract('dow'::text, t0.c0) AS c4, pg_catalog.extract('epoch'::text, t0.c1) AS c5 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain") AS t0
---- redshift
local: extract

@open
select to_char(taken_at, 'YYYY-MM-DD HH24'), to_date(owner, 'YYYY-MM-DD') from golden.plain
---- postgres
SELECT pg_catalog.to_char(t0.c1, 'YYYY-MM-DD HH24'::text) AS c2, pg_catalog.to_date(t0.c0, 'YYYY-MM-DD'::text) AS c3 FROM (SELECT "owner"::text AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."plain") AS t0
---- redshift
local: to_char

@open
select taken_at at time zone 'Europe/Berlin', made_at at time zone 'UTC' from golden.plain
---- postgres
SELECT pg_catalog.timezone('Europe/Berlin'::text, t0.c0) AS c2, pg_catalog.timezone('UTC'::text, t0.c1) AS c3 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1 FROM "golden"."plain") AS t0
---- redshift
local: timezone

@open
select age(taken_at, '2026-01-01'), age(taken_at) from golden.plain
---- postgres
SELECT pg_catalog.age(t0.c0, '2026-01-01 00:00:00+00'::timestamptz) AS c1, pg_catalog.age('2026-11-21 00:00:00+00'::timestamptz, t0.c0) AS c2 FROM (SELECT "taken_at"::timestamptz AS c0 FROM "golden"."plain") AS t0
---- redshift
local: age

@open
select id from golden.plain where taken_at > now() - interval '7 days'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."plain" WHERE ("taken_at" > '2026-11-14 12:00:00+00'::timestamptz)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."plain" WHERE ("taken_at" > '2026-11-14 12:00:00+00'::timestamptz)) AS t0

@open
select id from golden.plain where made_at >= localtimestamp and day < current_date
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain" WHERE ("made_at" >= '2026-11-21 12:00:00'::timestamp) AND ("day" < '2026-11-21'::date)) AS t0
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain" WHERE ("made_at" >= '2026-11-21 12:00:00'::timestamp) AND ("day" < '2026-11-21'::date)) AS t0

@open
select id from golden.plain where taken_at + interval '1 day' > '2026-11-20'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."plain") AS t0 WHERE ((t0.c1 + '1 day'::interval) > '2026-11-20 00:00:00+00'::timestamptz)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."plain") AS t0 WHERE (dateadd(day, 1, t0.c1) > '2026-11-20 00:00:00+00'::timestamptz)

@open
select day, count(*) from golden.plain where day >= current_date - 7 group by day order by day
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "day"::date AS c0 FROM "golden"."plain" WHERE ("day" >= '2026-11-14'::date)) AS t0 GROUP BY t0.c0) AS t1 ORDER BY t1.c1 ASC NULLS LAST
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, count(*) AS c2 FROM (SELECT "day"::date AS c0 FROM "golden"."plain" WHERE ("day" >= '2026-11-14'::date)) AS t0 GROUP BY t0.c0) AS t1 ORDER BY t1.c1 ASC NULLS LAST

@open
select min(taken_at), max(day), count(distinct day) from golden.plain
---- postgres
SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7 FROM (SELECT pg_catalog.min(t0.c0) AS c2, pg_catalog.max(t0.c1) AS c3, pg_catalog.count(DISTINCT t0.c1) AS c4 FROM (SELECT "taken_at"::timestamptz AS c0, "day"::date AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7 FROM (SELECT min(t0.c0) AS c2, max(t0.c1) AS c3, count(DISTINCT t0.c1) AS c4 FROM (SELECT "taken_at"::timestamptz AS c0, "day"::date AS c1 FROM "golden"."plain") AS t0) AS t1

@open
select (taken_at - now()) + interval '1 hour', interval '1 hour' * whole, -(made_at - taken_at::timestamp) from golden.plain
---- postgres
SELECT ((t0.c0 - '2026-11-21 12:00:00+00'::timestamptz) + '01:00:00'::interval) AS c3, ('01:00:00'::interval * (t0.c2)::float8) AS c4, (- (t0.c1 - (t0.c0)::timestamp)) AS c5 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0
---- redshift
local: -

@open
select make_date(2026, 11, 20), make_interval(days => 3) from golden.plain
---- postgres
SELECT '2026-11-20'::date AS c0, '3 days'::interval AS c1 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0
---- redshift
local: values of type interval
