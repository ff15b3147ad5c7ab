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

@open
select id, row_number() over (order by id) from golden.plain
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, (pg_catalog.row_number() OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c2 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, (row_number() OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c2 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0) AS t1

@open
select id, row_number() over (partition by owner order by id desc), rank() over (order by wide) from golden.plain
---- postgres
SELECT t2.c7 AS c11, t2.c9 AS c12, t2.c10 AS c13 FROM (SELECT t1.c3 AS c7, t1.c5 AS c8, t1.c6 AS c9, (pg_catalog.rank() OVER (ORDER BY t1.c5 ASC NULLS LAST)) AS c10 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.row_number() OVER (PARTITION BY t0.c1 ORDER BY t0.c0 DESC NULLS FIRST)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0) AS t1) AS t2
---- redshift
SELECT t2.c7 AS c11, t2.c9 AS c12, t2.c10 AS c13 FROM (SELECT t1.c3 AS c7, t1.c5 AS c8, t1.c6 AS c9, (rank() OVER (ORDER BY t1.c5 ASC NULLS LAST)) AS c10 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (row_number() OVER (PARTITION BY t0.c1, len(t0.c1) ORDER BY t0.c0 DESC NULLS FIRST)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0) AS t1) AS t2

@open
select id, dense_rank() over (partition by flag order by whole), percent_rank() over (order by whole), cume_dist() over (order by whole) from golden.plain
---- postgres
SELECT t2.c7 AS c12, t2.c9 AS c13, t2.c10 AS c14, t2.c11 AS c15 FROM (SELECT t1.c3 AS c7, t1.c4 AS c8, t1.c6 AS c9, (pg_catalog.percent_rank() OVER (ORDER BY t1.c4 ASC NULLS LAST)) AS c10, (pg_catalog.cume_dist() OVER (ORDER BY t1.c4 ASC NULLS LAST)) AS c11 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.dense_rank() OVER (PARTITION BY t0.c2 ORDER BY t0.c1 ASC NULLS LAST)) AS c6 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0) AS t1) AS t2
---- redshift
SELECT t2.c7 AS c12, t2.c9 AS c13, t2.c10 AS c14, t2.c11 AS c15 FROM (SELECT t1.c3 AS c7, t1.c4 AS c8, t1.c6 AS c9, (percent_rank() OVER (ORDER BY t1.c4 ASC NULLS LAST)) AS c10, (cume_dist() OVER (ORDER BY t1.c4 ASC NULLS LAST)) AS c11 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (dense_rank() OVER (PARTITION BY t0.c2 ORDER BY t0.c1 ASC NULLS LAST)) AS c6 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0) AS t1) AS t2

@open
select id, ntile(4) over (order by id) from golden.plain
---- postgres
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, (pg_catalog.ntile(4::int4) OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c2 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c1 AS c3, t1.c2 AS c4 FROM (SELECT t0.c0 AS c1, (ntile(4::int4) OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c2 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0) AS t1

@open
select id, lag(whole) over (order by id), lead(whole, 2) over (order by id) from golden.plain
---- postgres
SELECT t1.c2 AS c6, t1.c4 AS c7, t1.c5 AS c8 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (pg_catalog.lag(t0.c1) OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c4, (pg_catalog.lead(t0.c1, 2::int4) OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c5 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c6, t1.c4 AS c7, t1.c5 AS c8 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (lag(t0.c1) OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c4, (lead(t0.c1, 2::int4) OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c5 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1

@open
select id, lag(whole, 1, 0) over (order by id) from golden.plain
---- postgres
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (pg_catalog.lag(t0.c1, 1::int4, 0::int4) OVER (ORDER BY t0.c0 ASC NULLS LAST)) AS c4 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: lag with a value for no row

@open
select id, first_value(wide) over (partition by owner order by id rows between unbounded preceding and current row) from golden.plain
---- postgres
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.first_value(t0.c2) OVER (PARTITION BY t0.c1 ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (first_value(t0.c2) OVER (PARTITION BY t0.c1, len(t0.c1) ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0) AS t1

@open
select id, last_value(wide) over (partition by owner order by id rows between unbounded preceding and unbounded following) from golden.plain
---- postgres
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.last_value(t0.c2) OVER (PARTITION BY t0.c1 ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (last_value(t0.c2) OVER (PARTITION BY t0.c1, len(t0.c1) ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0) AS t1

@open
select id, nth_value(wide, 2) over (order by id rows between unbounded preceding and unbounded following) from golden.plain
---- postgres
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (pg_catalog.nth_value(t0.c1, (2::int8)::int4) OVER (ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c4 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (nth_value(t0.c1, (2::int8)::int4) OVER (ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c4 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1

@open
select id, sum(wide) over (partition by owner), count(*) over () from golden.plain
---- postgres
SELECT t2.c7 AS c10, t2.c8 AS c11, t2.c9 AS c12 FROM (SELECT t1.c3 AS c7, t1.c6 AS c8, (pg_catalog.count(*) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c9 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.sum(t0.c2) OVER (PARTITION BY t0.c1 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0) AS t1) AS t2
---- redshift
SELECT t2.c7 AS c10, t2.c8 AS c11, t2.c9 AS c12 FROM (SELECT t1.c3 AS c7, t1.c6 AS c8, (count(*) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c9 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (sum(t0.c2) OVER (PARTITION BY t0.c1, len(t0.c1) ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0) AS t1) AS t2

@open
select id, avg(wide) over (order by id rows between 3 preceding and 1 following) from golden.plain
---- postgres
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (pg_catalog.avg(t0.c1) OVER (ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN 3 PRECEDING AND 1 FOLLOWING)) AS c4 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (avg(t0.c1) OVER (ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN 3 PRECEDING AND 1 FOLLOWING)) AS c4 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0) AS t1

@open
select id, max(whole) over (partition by flag order by id rows unbounded preceding) from golden.plain
---- postgres
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.max(t0.c1) OVER (PARTITION BY t0.c2 ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c3 AS c7, t1.c6 AS c8 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (max(t0.c1) OVER (PARTITION BY t0.c2 ORDER BY t0.c0 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0) AS t1

@open
select id, sum(whole) over (order by day range between interval '7 days' preceding and current row) from golden.plain
---- postgres
SELECT t2.c6 AS c10, t2.c9 AS c11 FROM (SELECT t1.c3 AS c6, t1.c4 AS c7, t1.c5 AS c8, (pg_catalog.sum(t1.c4) OVER (ORDER BY t1.c5 ASC NULLS LAST RANGE BETWEEN 604800000000::numeric PRECEDING AND CURRENT ROW)) AS c9 FROM (SELECT t0.c0 AS c3, t0.c2 AS c4, (CASE WHEN ((CASE WHEN ((t0.c1)::timestamp = 'infinity'::timestamp) THEN '9223372036854775807'::int8 WHEN ((t0.c1)::timestamp = '-infinity'::timestamp) THEN '-9223372036854775808'::int8 ELSE ((pg_catalog.extract('epoch'::text, (t0.c1)::timestamp) * 1000000::numeric))::int8 END) = 9223372036854775807::int8) THEN '1000000000000000000000000000000'::numeric WHEN ((CASE WHEN ((t0.c1)::timestamp = 'infinity'::timestamp) THEN '9223372036854775807'::int8 WHEN ((t0.c1)::timestamp = '-infinity'::timestamp) THEN '-9223372036854775808'::int8 ELSE ((pg_catalog.extract('epoch'::text, (t0.c1)::timestamp) * 1000000::numeric))::int8 END) = '-9223372036854775808'::int8) THEN '-1000000000000000000000000000000'::numeric ELSE ((CASE WHEN ((t0.c1)::timestamp = 'infinity'::timestamp) THEN '9223372036854775807'::int8 WHEN ((t0.c1)::timestamp = '-infinity'::timestamp) THEN '-9223372036854775808'::int8 ELSE ((pg_catalog.extract('epoch'::text, (t0.c1)::timestamp) * 1000000::numeric))::int8 END))::numeric END) AS c5 FROM (SELECT "id"::int8 AS c0, "day"::date AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0) AS t1) AS t2
---- redshift
local: a frame by a time

@open
select id, sum(whole) over (order by whole range between 10 preceding and 10 following) from golden.plain
---- postgres
SELECT t2.c5 AS c9, t2.c8 AS c10 FROM (SELECT t1.c2 AS c5, t1.c3 AS c6, t1.c4 AS c7, (pg_catalog.sum(t1.c3) OVER (ORDER BY t1.c4 ASC NULLS LAST RANGE BETWEEN 10::numeric PRECEDING AND 10::numeric FOLLOWING)) AS c8 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (t0.c1)::numeric AS c4 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1) AS t2
---- redshift
local: values of type numeric

@open
select id, count(*) over (order by whole groups between 1 preceding and 1 following) from golden.plain
---- postgres
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (pg_catalog.count(*) OVER (ORDER BY t0.c1 ASC NULLS LAST GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING)) AS c4 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: a frame that is not of rows

@open
select id, sum(wide) filter (where flag) over (partition by owner) from golden.plain
---- postgres
SELECT t1.c4 AS c9, t1.c8 AS c10 FROM (SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c2 AS c6, t0.c3 AS c7, (pg_catalog.sum(t0.c2) FILTER (WHERE t0.c3) OVER (PARTITION BY t0.c1 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c8 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "wide"::float8 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t0) AS t1
---- redshift
SELECT t1.c4 AS c9, t1.c8 AS c10 FROM (SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c2 AS c6, t0.c3 AS c7, (sum((CASE WHEN t0.c3 THEN t0.c2 END)) OVER (PARTITION BY t0.c1, len(t0.c1) ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c8 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "wide"::float8 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t0) AS t1

@open
select id from (select id, row_number() over (partition by owner order by taken_at desc) n from golden.plain) q where n = 1
---- postgres
SELECT t1.c3 AS c7 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (pg_catalog.row_number() OVER (PARTITION BY t0.c1 ORDER BY t0.c2 DESC NULLS FIRST)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "taken_at"::timestamptz AS c2 FROM "golden"."plain") AS t0) AS t1 WHERE (t1.c6 = 1::int8)
---- redshift
SELECT t1.c3 AS c7 FROM (SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5, (row_number() OVER (PARTITION BY t0.c1, len(t0.c1) ORDER BY t0.c2 DESC NULLS FIRST)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "taken_at"::timestamptz AS c2 FROM "golden"."plain") AS t0) AS t1 WHERE (t1.c6 = 1::int8)

@open
select owner, sum(sum(wide)) over (order by owner rows unbounded preceding) from golden.plain group by owner
---- postgres
SELECT t2.c4 AS c7, t2.c6 AS c8 FROM (SELECT t1.c2 AS c4, t1.c3 AS c5, (pg_catalog.sum(t1.c3) OVER (ORDER BY (t1.c2 COLLATE "C") ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT t0.c0 AS c2, pg_catalog.sum(t0.c1) AS c3 FROM (SELECT "owner"::text AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0) AS t1) AS t2
---- redshift
SELECT t2.c4 AS c7, t2.c6 AS c8 FROM (SELECT t1.c2 AS c4, t1.c3 AS c5, (sum(t1.c3) OVER (ORDER BY t1.c2 ASC NULLS LAST, len(t1.c2) ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS c6 FROM (SELECT t0.c0 AS c2, sum(t0.c1) AS c3 FROM (SELECT "owner" AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1) AS t2

@open
select id, string_agg(owner, ',') over (order by id) from golden.plain
---- postgres
SELECT t1.c2 AS c5, t1.c4 AS c6 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3, (pg_catalog.string_agg(t0.c1, ','::text) OVER (ORDER BY t0.c0 ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS c4 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0) AS t1
---- redshift
local: a frame that is not of rows

@open
select id, rank() over w, sum(whole) over w2 from golden.plain window w as (order by wide), w2 as (partition by flag)
---- postgres
SELECT t2.c9 AS c14, t2.c12 AS c15, t2.c13 AS c16 FROM (SELECT t1.c4 AS c9, t1.c5 AS c10, t1.c6 AS c11, t1.c8 AS c12, (pg_catalog.sum(t1.c5) OVER (PARTITION BY t1.c6 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c13 FROM (SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c3 AS c6, t0.c2 AS c7, (pg_catalog.rank() OVER (ORDER BY t0.c2 ASC NULLS LAST)) AS c8 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "wide"::float8 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t0) AS t1) AS t2
---- redshift
SELECT t2.c9 AS c14, t2.c12 AS c15, t2.c13 AS c16 FROM (SELECT t1.c4 AS c9, t1.c5 AS c10, t1.c6 AS c11, t1.c8 AS c12, (sum(t1.c5) OVER (PARTITION BY t1.c6 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) AS c13 FROM (SELECT t0.c0 AS c4, t0.c1 AS c5, t0.c3 AS c6, t0.c2 AS c7, (rank() OVER (ORDER BY t0.c2 ASC NULLS LAST)) AS c8 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "wide"::float8 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t0) AS t1) AS t2
