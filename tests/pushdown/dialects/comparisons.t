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

@open
select id from golden.plain where whole <> 3
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" <> 3::int4)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" <> 3::int4)) AS t0

@open
select id from golden.plain where whole <= 3 and whole >= -3
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" <= 3::int4) AND ("whole" >= '-3'::int4)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" <= 3::int4) AND ("whole" >= '-3'::int4)) AS t0

@open
select id from golden.plain where whole in (1, 2, 3)
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" IN (1::int4, 2::int4, 3::int4))) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" IN (1::int4, 2::int4, 3::int4))) AS t0

@open
select id from golden.plain where whole not in (1, 2)
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE (NOT ("whole" IN (1::int4, 2::int4)))) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE (NOT ("whole" IN (1::int4, 2::int4)))) AS t0

@open
select id from golden.plain where owner in ('a', 'b')
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain" WHERE ("owner" IN ('a'::text, 'b'::text))) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain" WHERE ((("owner" = 'a'::varchar(65535)) AND (len("owner") = len('a'::varchar(65535)))) OR (("owner" = 'b'::varchar(65535)) AND (len("owner") = len('b'::varchar(65535)))))) AS t0

@open
select id from golden.plain where whole is distinct from 3
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 IS DISTINCT FROM 3::int4)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (NOT (((t0.c1 = 3::int4) AND ((t0.c1 IS NOT NULL) AND (3::int4 IS NOT NULL))) OR ((t0.c1 IS NULL) AND (3::int4 IS NULL))))

@open
select id from golden.plain where whole is not distinct from small
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0 WHERE (t0.c2 IS NOT DISTINCT FROM (t0.c1)::int4)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0 WHERE (((t0.c2 = (t0.c1)::int4) AND ((t0.c2 IS NOT NULL) AND ((t0.c1)::int4 IS NOT NULL))) OR ((t0.c2 IS NULL) AND ((t0.c1)::int4 IS NULL)))

@open
select id from golden.plain where owner is not distinct from label
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "label"::varchar AS c2 FROM "golden"."plain") AS t0 WHERE (t0.c1 IS NOT DISTINCT FROM t0.c2)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "label" AS c2 FROM "golden"."plain") AS t0 WHERE ((((t0.c1 = t0.c2) AND (len(t0.c1) = len(t0.c2))) AND ((t0.c1 IS NOT NULL) AND (t0.c2 IS NOT NULL))) OR ((t0.c1 IS NULL) AND (t0.c2 IS NULL)))

@open
select id from golden.plain where (whole = 1) = (small = 1)
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0 WHERE ((t0.c2 = 1::int4) = (t0.c1 = 1::int2))
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0 WHERE ((t0.c2 = 1::int4) = (t0.c1 = 1::int2))

@open
select id from golden.plain where whole not between 1 and 5
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE (("whole" < 1::int4) OR ("whole" > 5::int4))) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE (("whole" < 1::int4) OR ("whole" > 5::int4))) AS t0

@open
select id from golden.plain where whole between symmetric 5 and 1
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ((("whole" >= 5::int4) AND ("whole" <= 1::int4)) OR (("whole" >= 1::int4) AND ("whole" <= 5::int4)))) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ((("whole" >= 5::int4) AND ("whole" <= 1::int4)) OR (("whole" >= 1::int4) AND ("whole" <= 5::int4)))) AS t0

@open
select id from golden.plain where (whole, small) = (1, 2)
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain" WHERE ("whole" = 1::int4) AND ("small" = 2::int2)) AS t0
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain" WHERE ("whole" = 1::int4) AND ("small" = 2::int2)) AS t0

@open
select id from golden.plain where (whole, small) < (1, 2)
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain" WHERE (("whole" < 1::int4) OR (("whole" = 1::int4) AND ("small" < 2::int2)))) AS t0
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain" WHERE (("whole" < 1::int4) OR (("whole" = 1::int4) AND ("small" < 2::int2)))) AS t0

@open
select id from golden.plain where coalesce(whole, 0) = 0
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE ((CASE WHEN (t0.c1 IS NOT NULL) THEN t0.c1 ELSE 0::int4 END) = 0::int4)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE ((CASE WHEN (t0.c1 IS NOT NULL) THEN t0.c1 ELSE 0::int4 END) = 0::int4)

@open
select id from golden.plain where nullif(whole, 0) is null
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE ((CASE WHEN (t0.c1 = 0::int4) THEN NULL::int4 ELSE t0.c1 END) IS NULL)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE ((CASE WHEN (t0.c1 = 0::int4) THEN NULL::int4 ELSE t0.c1 END) IS NULL)

@open
select id from golden.plain where case when flag then whole = 1 else small = 1 end
---- postgres
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t0 WHERE (CASE WHEN t0.c3 THEN (t0.c2 = 1::int4) ELSE (t0.c1 = 1::int2) END)
---- redshift
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t0 WHERE (CASE WHEN t0.c3 THEN (t0.c2 = 1::int4) ELSE (t0.c1 = 1::int2) END)

@open
select id from golden.plain where case whole when 1 then flag when 2 then not flag end
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0 WHERE (CASE WHEN (t0.c1 = 1::int4) THEN t0.c2 WHEN (t0.c1 = 2::int4) THEN (NOT t0.c2) ELSE NULL::bool END)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0 WHERE (CASE WHEN (t0.c1 = 1::int4) THEN t0.c2 WHEN (t0.c1 = 2::int4) THEN (NOT t0.c2) ELSE NULL::bool END)

@open
select whole = 1 and small = 2, whole = 1 or small = 2, not flag from golden.plain
---- postgres
SELECT ((t0.c1 = 1::int4) AND (t0.c0 = 2::int2)) AS c3, ((t0.c1 = 1::int4) OR (t0.c0 = 2::int2)) AS c4, (NOT t0.c2) AS c5 FROM (SELECT "small"::int2 AS c0, "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT ((t0.c1 = 1::int4) AND (t0.c0 = 2::int2)) AS c3, ((t0.c1 = 1::int4) OR (t0.c0 = 2::int2)) AS c4, (NOT t0.c2) AS c5 FROM (SELECT "small"::int2 AS c0, "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t0

@open
select id from golden.plain where owner ~ '^a' and owner !~* 'b$'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 ~ '^a'::text) AND (t0.c1 !~* 'b$'::text)
---- redshift
local: ~

@open
select id from golden.plain where owner similar to '(a|b)%'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 ~ '^(?:(?:a|b).*)$'::text)
---- redshift
local: ~

@open
select id from golden.plain where starts_with(owner, 'a')
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE pg_catalog.starts_with(t0.c1, 'a'::text)
---- redshift
local: starts_with

@open
select id from golden.plain where whole = any(array[1, 2])
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" IN (1::int4, 2::int4))) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" IN (1::int4, 2::int4))) AS t0

@open
select id from golden.plain p where (select max(o.owner) from golden.plain o) = p.owner
---- postgres
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE ((SELECT t2.c3 AS c4 FROM (SELECT (pg_catalog.max((t1.c2 COLLATE "C")) COLLATE "default") AS c3 FROM (SELECT "owner"::text AS c2 FROM "golden"."plain") AS t1) AS t2) = t0.c1)
---- redshift
local: max
