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
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT (pg_catalog.min((t0.c0 COLLATE "C")) COLLATE "default") AS c1, (pg_catalog.max((t0.c0 COLLATE "C")) COLLATE "default") AS c2 FROM (SELECT "user_id"::text AS c0 FROM "public"."events") AS t0) AS t1
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

@open
select count(*), count(whole), count(distinct whole), count(distinct owner) from golden.plain
---- postgres
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9 FROM (SELECT pg_catalog.count(*) AS c2, pg_catalog.count(t0.c1) AS c3, pg_catalog.count(DISTINCT t0.c1) AS c4, pg_catalog.count(DISTINCT t0.c0) AS c5 FROM (SELECT "owner"::text AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8, t1.c5 AS c9 FROM (SELECT count(*) AS c2, count(t0.c1) AS c3, count(DISTINCT t0.c1) AS c4, count(DISTINCT (t0.c0 || '.'::varchar(65535))) AS c5 FROM (SELECT "owner" AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1

@open
select sum(small), sum(whole), sum(id), sum(exact), sum(wide) from golden.plain
---- postgres
SELECT t1.c5 AS c10, t1.c6 AS c11, t1.c7 AS c12, t1.c8 AS c13, t1.c9 AS c14 FROM (SELECT pg_catalog.sum(t0.c1) AS c5, pg_catalog.sum(t0.c2) AS c6, pg_catalog.sum(t0.c0) AS c7, pg_catalog.sum(t0.c3) AS c8, pg_catalog.sum(t0.c4) AS c9 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2, "exact"::numeric AS c3, "wide"::float8 AS c4 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: sum

@open
select avg(small), avg(whole), avg(exact), avg(wide) from golden.plain
---- postgres
SELECT t1.c4 AS c8, t1.c5 AS c9, t1.c6 AS c10, t1.c7 AS c11 FROM (SELECT pg_catalog.avg(t0.c0) AS c4, pg_catalog.avg(t0.c1) AS c5, pg_catalog.avg(t0.c2) AS c6, pg_catalog.avg(t0.c3) AS c7 FROM (SELECT "small"::int2 AS c0, "whole"::int4 AS c1, "exact"::numeric AS c2, "wide"::float8 AS c3 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: avg

@open
select min(small), max(whole), min(exact), max(wide), min(taken_at) from golden.plain
---- postgres
SELECT t1.c5 AS c10, t1.c6 AS c11, t1.c7 AS c12, t1.c8 AS c13, t1.c9 AS c14 FROM (SELECT pg_catalog.min(t0.c1) AS c5, pg_catalog.max(t0.c2) AS c6, pg_catalog.min(t0.c3) AS c7, pg_catalog.max(t0.c4) AS c8, pg_catalog.min(t0.c0) AS c9 FROM (SELECT "taken_at"::timestamptz AS c0, "small"::int2 AS c1, "whole"::int4 AS c2, "exact"::numeric AS c3, "wide"::float8 AS c4 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c5 AS c10, t1.c6 AS c11, t1.c7 AS c12, t1.c8 AS c13, t1.c9 AS c14 FROM (SELECT min(t0.c1) AS c5, max(t0.c2) AS c6, min(t0.c3) AS c7, max(t0.c4) AS c8, min(t0.c0) AS c9 FROM (SELECT "taken_at"::timestamptz AS c0, "small"::int2 AS c1, "whole"::int4 AS c2, "exact" AS c3, "wide"::float8 AS c4 FROM "golden"."plain") AS t0) AS t1

@open
select min(owner), max(label) from golden.plain
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT (pg_catalog.min((t0.c0 COLLATE "C")) COLLATE "default") AS c2, (pg_catalog.max((t0.c1 COLLATE "C")) COLLATE "default") AS c3 FROM (SELECT "owner"::text AS c0, "label"::varchar AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: min

@open
select sum(distinct whole), avg(distinct wide) from golden.plain
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT pg_catalog.sum(DISTINCT t0.c0) AS c2, pg_catalog.avg(DISTINCT t0.c1) AS c3 FROM (SELECT "whole"::int4 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT sum(DISTINCT t0.c0) AS c2, avg(DISTINCT t0.c1) AS c3 FROM (SELECT "whole"::int4 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1

@open
select bool_and(flag), bool_or(flag), every(flag) from golden.plain
---- postgres
SELECT t1.c1 AS c4, t1.c2 AS c5, t1.c3 AS c6 FROM (SELECT pg_catalog.bool_and(t0.c0) AS c1, pg_catalog.bool_or(t0.c0) AS c2, pg_catalog.every(t0.c0) AS c3 FROM (SELECT "flag"::bool AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4, t1.c1 AS c5 FROM (SELECT bool_and(t0.c0) AS c1, bool_or(t0.c0) AS c2 FROM (SELECT "flag"::bool AS c0 FROM "golden"."plain") AS t0) AS t1

@open
select bit_and(whole), bit_or(whole) from golden.plain
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT pg_catalog.bit_and(t0.c0) AS c1, pg_catalog.bit_or(t0.c0) AS c2 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: bit_and

@open
select stddev(wide), stddev_pop(wide), variance(wide), var_pop(wide) from golden.plain
---- postgres
SELECT t1.c1 AS c5, t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT pg_catalog.stddev(t0.c0) AS c1, pg_catalog.stddev_pop(t0.c0) AS c2, pg_catalog.variance(t0.c0) AS c3, pg_catalog.var_pop(t0.c0) AS c4 FROM (SELECT "wide"::float8 AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c5, t1.c2 AS c6, t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT stddev_samp(t0.c0) AS c1, stddev_pop(t0.c0) AS c2, var_samp(t0.c0) AS c3, var_pop(t0.c0) AS c4 FROM (SELECT "wide"::float8 AS c0 FROM "golden"."plain") AS t0) AS t1

@open
select stddev(whole), var_samp(exact) from golden.plain
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT pg_catalog.stddev(t0.c0) AS c2, pg_catalog.var_samp(t0.c1) AS c3 FROM (SELECT "whole"::int4 AS c0, "exact"::numeric AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: stddev

@open
select corr(wide, narrow), regr_slope(wide, narrow) from golden.plain
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT pg_catalog.corr(t0.c0, (t0.c1)::float8) AS c2, pg_catalog.regr_slope(t0.c0, (t0.c1)::float8) AS c3 FROM (SELECT "wide"::float8 AS c0, "narrow"::float4 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: a cast of real to double precision

@open
select sum(wide) filter (where flag), count(*) filter (where whole > 3) from golden.plain
---- postgres
SELECT t1.c3 AS c5, t1.c4 AS c6 FROM (SELECT pg_catalog.sum(t0.c1) FILTER (WHERE t0.c2) AS c3, pg_catalog.count(*) FILTER (WHERE (t0.c0 > 3::int4)) AS c4 FROM (SELECT "whole"::int4 AS c0, "wide"::float8 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c3 AS c5, t1.c4 AS c6 FROM (SELECT sum((CASE WHEN t0.c2 THEN t0.c1 END)) AS c3, count((CASE WHEN (t0.c0 > 3::int4) THEN 1::int8 END)) AS c4 FROM (SELECT "whole"::int4 AS c0, "wide"::float8 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0) AS t1

@open
select count(distinct owner) filter (where flag) from golden.plain
---- postgres
SELECT t1.c2 AS c3 FROM (SELECT pg_catalog.count(DISTINCT t0.c0) FILTER (WHERE t0.c1) AS c2 FROM (SELECT "owner"::text AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c3 FROM (SELECT count(DISTINCT ((CASE WHEN t0.c1 THEN t0.c0 END) || '.'::varchar(65535))) AS c2 FROM (SELECT "owner" AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0) AS t1

@open
select owner, sum(wide) from golden.plain group by owner
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, pg_catalog.sum(t0.c1) AS c3 FROM (SELECT "owner"::text AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, sum(t0.c1) AS c3 FROM (SELECT "owner" AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1

@open
select owner, flag, count(*) from golden.plain group by owner, flag having count(*) > 1
---- postgres
SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, pg_catalog.count(*) AS c4 FROM (SELECT "owner"::text AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0, t0.c1) AS t1 WHERE (t1.c4 > 1::int8)
---- redshift
SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, count(*) AS c4 FROM (SELECT "owner" AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0, len(t0.c0), t0.c1) AS t1 WHERE (t1.c4 > 1::int8)

@open
select upper(owner), sum(whole) from golden.plain group by upper(owner) order by 2 desc
---- postgres
SELECT t2.c4 AS c6, t2.c5 AS c7 FROM (SELECT t1.c3 AS c4, pg_catalog.sum(t1.c2) AS c5 FROM (SELECT t0.c1 AS c2, pg_catalog.upper(t0.c0) AS c3 FROM (SELECT "owner"::text AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1 GROUP BY t1.c3) AS t2 ORDER BY t2.c5 DESC NULLS FIRST
---- redshift
SELECT t2.c4 AS c6, t2.c5 AS c7 FROM (SELECT t1.c3 AS c4, sum(t1.c2) AS c5 FROM (SELECT t0.c1 AS c2, upper(t0.c0) AS c3 FROM (SELECT "owner" AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1 GROUP BY t1.c3, len(t1.c3)) AS t2 ORDER BY t2.c5 DESC NULLS FIRST

@open
select whole % 10, count(*) from golden.plain group by 1 order by 1
---- postgres
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, pg_catalog.count(*) AS c3 FROM (SELECT (t0.c0 % 10::int4) AS c1 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY t2.c2 ASC NULLS LAST
---- redshift
SELECT t2.c2 AS c4, t2.c3 AS c5 FROM (SELECT t1.c1 AS c2, count(*) AS c3 FROM (SELECT (t0.c0 % 10::int4) AS c1 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) AS t1 GROUP BY t1.c1) AS t2 ORDER BY t2.c2 ASC NULLS LAST

@open
select date_trunc('day', taken_at), avg(wide) from golden.plain group by 1 order by 1 limit 7
---- postgres
SELECT t2.c4 AS c6, t2.c5 AS c7 FROM (SELECT t1.c3 AS c4, pg_catalog.avg(t1.c2) AS c5 FROM (SELECT t0.c1 AS c2, pg_catalog.date_trunc('day'::text, t0.c0) AS c3 FROM (SELECT "taken_at"::timestamptz AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1 GROUP BY t1.c3) AS t2 ORDER BY t2.c4 ASC NULLS LAST LIMIT 7::int8
---- redshift
SELECT t2.c4 AS c6, t2.c5 AS c7 FROM (SELECT t1.c3 AS c4, avg(t1.c2) AS c5 FROM (SELECT t0.c1 AS c2, date_trunc('day', t0.c0) AS c3 FROM (SELECT "taken_at"::timestamptz AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1 GROUP BY t1.c3) AS t2 ORDER BY t2.c4 ASC NULLS LAST LIMIT 7

@open
select owner, label, count(*) from golden.plain group by rollup (owner, label)
---- postgres
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c5 AS c8 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, grouping(t0.c0, t0.c1) AS c4, pg_catalog.count(*) AS c5 FROM (SELECT "owner"::text AS c0, "label"::varchar AS c1 FROM "golden"."plain") AS t0 GROUP BY GROUPING SETS ((t0.c0, t0.c1), (t0.c0), ())) AS t1
---- redshift
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c5 AS c8 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, ((grouping(t0.c1) * 1) + (grouping(t0.c0) * 2))::int4 AS c4, count(*) AS c5 FROM (SELECT "owner" AS c0, "label" AS c1 FROM "golden"."plain") AS t0 GROUP BY GROUPING SETS ((t0.c0, len(t0.c0), t0.c1, len(t0.c1)), (t0.c0, len(t0.c0)), ())) AS t1

@open
select owner, flag, count(*) from golden.plain group by cube (owner, flag)
---- postgres
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c5 AS c8 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, grouping(t0.c0, t0.c1) AS c4, pg_catalog.count(*) AS c5 FROM (SELECT "owner"::text AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY GROUPING SETS ((t0.c0, t0.c1), (t0.c0), (t0.c1), ())) AS t1
---- redshift
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c5 AS c8 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, ((grouping(t0.c1) * 1) + (grouping(t0.c0) * 2))::int4 AS c4, count(*) AS c5 FROM (SELECT "owner" AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY GROUPING SETS ((t0.c0, len(t0.c0), t0.c1), (t0.c0, len(t0.c0)), (t0.c1), ())) AS t1

@open
select owner, flag, count(*), grouping(owner, flag) from golden.plain group by grouping sets ((owner), (flag), ())
---- postgres
SELECT t1.c2 AS c6, t1.c3 AS c7, t1.c5 AS c8, (((((0::int8 << (1::int8)::int4) | (((t1.c4)::int8 >> (1::int8)::int4) & 1::int8)) << (1::int8)::int4) | (((t1.c4)::int8 >> (0::int8)::int4) & 1::int8)))::int4 AS c9 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, grouping(t0.c0, t0.c1) AS c4, pg_catalog.count(*) AS c5 FROM (SELECT "owner"::text AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY GROUPING SETS ((t0.c0), (t0.c1), ())) AS t1
---- redshift
local: <<

@open
select whole, small, grouping(whole), sum(wide) from golden.plain group by grouping sets ((whole, small), (whole))
---- postgres
SELECT t1.c3 AS c7, t1.c4 AS c8, (((0::int8 << (1::int8)::int4) | (((t1.c5)::int8 >> (1::int8)::int4) & 1::int8)))::int4 AS c9, t1.c6 AS c10 FROM (SELECT t0.c1 AS c3, t0.c0 AS c4, grouping(t0.c1, t0.c0) AS c5, pg_catalog.sum(t0.c2) AS c6 FROM (SELECT "small"::int2 AS c0, "whole"::int4 AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0 GROUP BY GROUPING SETS ((t0.c1, t0.c0), (t0.c1))) AS t1
---- redshift
local: <<

@open
select string_agg(owner, ', ') from golden.plain
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.string_agg(t0.c0, ', '::text) AS c1 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT listagg(t0.c0, ', '::varchar(65535)) AS c1 FROM (SELECT "owner" AS c0 FROM "golden"."plain") AS t0) AS t1

@open
select flag, string_agg(owner, '|' order by id desc) from golden.plain group by flag
---- postgres
SELECT t1.c3 AS c5, t1.c4 AS c6 FROM (SELECT t0.c2 AS c3, pg_catalog.string_agg(t0.c1, '|'::text ORDER BY t0.c0 DESC NULLS FIRST) AS c4 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0 GROUP BY t0.c2) AS t1
---- redshift
SELECT t1.c3 AS c5, t1.c4 AS c6 FROM (SELECT t0.c2 AS c3, listagg(t0.c1, '|'::varchar(65535)) WITHIN GROUP (ORDER BY t0.c0 DESC NULLS FIRST) AS c4 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0 GROUP BY t0.c2) AS t1

@open
select array_agg(whole order by id), array_agg(distinct whole) from golden.plain
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT pg_catalog.array_agg(t0.c1 ORDER BY t0.c0 ASC NULLS LAST) AS c2, pg_catalog.array_agg(DISTINCT t0.c1) AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: values of type integer[]

@open
select jsonb_agg(whole order by id), jsonb_object_agg(owner, whole) from golden.plain
---- postgres
SELECT t1.c3 AS c5, t1.c4 AS c6 FROM (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(t0.c2) ORDER BY t0.c0 ASC NULLS LAST) AS c3, pg_catalog.jsonb_object_agg(t0.c1, pg_catalog.to_jsonb(t0.c2)) AS c4 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: values of type jsonb

@open
select percentile_cont(0.9) within group (order by wide), percentile_disc(0.5) within group (order by whole) from golden.plain
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT pg_catalog.percentile_cont('0.9'::float8) WITHIN GROUP (ORDER BY t0.c1 ASC NULLS LAST) AS c2, pg_catalog.percentile_disc('0.5'::float8) WITHIN GROUP (ORDER BY t0.c0 ASC NULLS LAST) AS c3 FROM (SELECT "whole"::int4 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: percentile_disc

@open
select percentile_cont(0.5) within group (order by wide desc) from golden.plain
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT pg_catalog.percentile_cont('0.5'::float8) WITHIN GROUP (ORDER BY t0.c0 DESC NULLS FIRST) AS c1 FROM (SELECT "wide"::float8 AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT percentile_cont('0.5'::float8) WITHIN GROUP (ORDER BY t0.c0 DESC NULLS FIRST) AS c1 FROM (SELECT "wide"::float8 AS c0 FROM "golden"."plain") AS t0) AS t1

@open
select mode() within group (order by owner) from golden.plain
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT (pg_catalog.mode() WITHIN GROUP (ORDER BY (t0.c0 COLLATE "C") ASC NULLS LAST) COLLATE "default") AS c1 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: mode

@open
select any_value(owner), approx_count_distinct(owner) from golden.plain
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT (pg_catalog.array_agg(t0.c0) FILTER (WHERE (t0.c0 IS NOT NULL)))[1] AS c1, pg_catalog.count(DISTINCT t0.c0) AS c2 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT any_value(t0.c0) AS c1, hll(t0.c0) AS c2 FROM (SELECT "owner" AS c0 FROM "golden"."plain") AS t0) AS t1

@open
select flag, any_value(wide) from golden.plain group by flag
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c1 AS c2, (pg_catalog.array_agg(t0.c0) FILTER (WHERE (t0.c0 IS NOT NULL)))[1] AS c3 FROM (SELECT "wide"::float8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c1) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c1 AS c2, any_value(t0.c0) AS c3 FROM (SELECT "wide"::float8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c1) AS t1

@open
select distinct owner, flag from golden.plain
---- postgres
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT DISTINCT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "owner"::text AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c4, t1.c3 AS c5 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "owner" AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0, len(t0.c0), t0.c1) AS t1

@open
select distinct whole from golden.plain order by 1 desc limit 3
---- postgres
SELECT t1.c1 AS c2 FROM (SELECT DISTINCT t0.c0 AS c1 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) AS t1 ORDER BY t1.c1 DESC NULLS FIRST LIMIT 3::int8
---- redshift
SELECT t1.c1 AS c2 FROM (SELECT DISTINCT t0.c0 AS c1 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) AS t1 ORDER BY t1.c1 DESC NULLS FIRST LIMIT 3

@open
select count(*) from (select distinct owner from golden.plain) q
---- postgres
SELECT t2.c2 AS c3 FROM (SELECT pg_catalog.count(*) AS c2 FROM (SELECT DISTINCT t0.c0 AS c1 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0) AS t1) AS t2
---- redshift
SELECT t2.c2 AS c3 FROM (SELECT count(*) AS c2 FROM (SELECT t0.c0 AS c1 FROM (SELECT "owner" AS c0 FROM "golden"."plain") AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1) AS t2

@open
select max(n) from (select owner, count(*) n from golden.plain group by owner) q
---- postgres
SELECT t2.c3 AS c4 FROM (SELECT pg_catalog.max(t1.c2) AS c3 FROM (SELECT t0.c0 AS c1, pg_catalog.count(*) AS c2 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0 GROUP BY t0.c0) AS t1) AS t2
---- redshift
SELECT t2.c3 AS c4 FROM (SELECT max(t1.c2) AS c3 FROM (SELECT t0.c0 AS c1, count(*) AS c2 FROM (SELECT "owner" AS c0 FROM "golden"."plain") AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1) AS t2

@open
select sum(n) from (select count(*) n from golden.plain group by flag having sum(wide) > 1) q
---- postgres
SELECT t2.c5 AS c6 FROM (SELECT pg_catalog.sum(t1.c3) AS c5 FROM (SELECT t0.c1 AS c2, pg_catalog.count(*) AS c3, pg_catalog.sum(t0.c0) AS c4 FROM (SELECT "wide"::float8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c1) AS t1 WHERE (t1.c4 > '1'::float8)) AS t2
---- redshift
SELECT t2.c5 AS c6 FROM (SELECT sum(t1.c3) AS c5 FROM (SELECT t0.c1 AS c2, count(*) AS c3, sum(t0.c0) AS c4 FROM (SELECT "wide"::float8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c1) AS t1 WHERE (t1.c4 > '1'::float8)) AS t2
