# Each type: as it is read, as a constant, compared, cast.

@open
select id, small, whole from golden.plain
---- postgres
SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0

@open
select exact, wide, narrow from golden.plain
---- postgres
SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5 FROM (SELECT "exact"::numeric AS c0, "wide"::float8 AS c1, "narrow"::float4 AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5 FROM (SELECT "exact" AS c0, "wide"::float8 AS c1, "narrow"::float4 AS c2 FROM "golden"."plain") AS t0

@open
select flag, owner, label from golden.plain
---- postgres
SELECT t0.c1 AS c3, t0.c0 AS c4, t0.c2 AS c5 FROM (SELECT "owner"::text AS c0, "flag"::bool AS c1, "label"::varchar AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT t0.c1 AS c3, t0.c0 AS c4, t0.c2 AS c5 FROM (SELECT "owner" AS c0, "flag"::bool AS c1, "label" AS c2 FROM "golden"."plain") AS t0

@open
select taken_at, made_at, day from golden.plain
---- postgres
SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT t0.c0 AS c3, t0.c1 AS c4, t0.c2 AS c5 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain") AS t0

@open
select document, key from golden.plain
---- postgres
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "document"::jsonb AS c0, "key"::uuid AS c1 FROM "golden"."plain") AS t0
---- redshift
SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "document" AS c0, "key" AS c1 FROM "golden"."plain") AS t0

@open
select array[owner, label], made_at - taken_at::timestamp from golden.plain
---- postgres
local: the engine's make_array
---- redshift
local: the engine's make_array

@open
select * from golden.plain
---- postgres
SELECT t0.c0 AS c14, t0.c1 AS c15, t0.c2 AS c16, t0.c3 AS c17, t0.c4 AS c18, t0.c5 AS c19, t0.c6 AS c20, t0.c7 AS c21, t0.c8 AS c22, t0.c9 AS c23, t0.c10 AS c24, t0.c11 AS c25, t0.c12 AS c26, t0.c13 AS c27 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "taken_at"::timestamptz AS c2, "made_at"::timestamp AS c3, "day"::date AS c4, "small"::int2 AS c5, "whole"::int4 AS c6, "exact"::numeric AS c7, "wide"::float8 AS c8, "narrow"::float4 AS c9, "flag"::bool AS c10, "label"::varchar AS c11, "document"::jsonb AS c12, "key"::uuid AS c13 FROM "golden"."plain") AS t0
---- redshift
SELECT t0.c0 AS c14, t0.c1 AS c15, t0.c2 AS c16, t0.c3 AS c17, t0.c4 AS c18, t0.c5 AS c19, t0.c6 AS c20, t0.c7 AS c21, t0.c8 AS c22, t0.c9 AS c23, t0.c10 AS c24, t0.c11 AS c25, t0.c12 AS c26, t0.c13 AS c27 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "taken_at"::timestamptz AS c2, "made_at"::timestamp AS c3, "day"::date AS c4, "small"::int2 AS c5, "whole"::int4 AS c6, "exact" AS c7, "wide"::float8 AS c8, "narrow"::float4 AS c9, "flag"::bool AS c10, "label" AS c11, "document" AS c12, "key" AS c13 FROM "golden"."plain") AS t0

@open
select id from golden.plain where small = 3
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1 FROM "golden"."plain" WHERE ("small" = 3::int2)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1 FROM "golden"."plain" WHERE ("small" = 3::int2)) AS t0

@open
select id from golden.plain where small = -3
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1 FROM "golden"."plain" WHERE ("small" = '-3'::int2)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1 FROM "golden"."plain" WHERE ("small" = '-3'::int2)) AS t0

@open
select id from golden.plain where whole = 2147483647
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" = 2147483647::int4)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain" WHERE ("whole" = 2147483647::int4)) AS t0

@open
select id from golden.plain where id = 9223372036854775807
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain" WHERE ("id" = 9223372036854775807::int8)) AS t0
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain" WHERE ("id" = 9223372036854775807::int8)) AS t0

@open
select id from golden.plain where exact = 12.50
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "exact"::numeric AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 = '12.50'::numeric)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "exact" AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 = 12.50)

@open
select id from golden.plain where exact > -1e3
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "exact"::numeric AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 > '-1000'::numeric)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "exact" AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 > (-1000))

@open
select id from golden.plain where wide = 2.5
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 = '2.5'::float8)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 = '2.5'::float8)

@open
select id from golden.plain where wide = 'NaN'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 = 'NaN'::float8)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 = 'NaN'::float8)

@open
select id from golden.plain where wide < 'Infinity'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 < 'Infinity'::float8)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 < 'Infinity'::float8)

@open
select id from golden.plain where narrow > 1
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "narrow"::float4 AS c1 FROM "golden"."plain") AS t0 WHERE ((t0.c1)::float8 > '1'::float8)
---- redshift
local: a cast of real to double precision

@open
select id from golden.plain where flag
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 WHERE t0.c1
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 WHERE t0.c1

@open
select id from golden.plain where not flag
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 WHERE (NOT t0.c1)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 WHERE (NOT t0.c1)

@open
select id from golden.plain where flag is not false
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 IS DISTINCT FROM false)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 WHERE (NOT (((t0.c1 = false) AND ((t0.c1 IS NOT NULL) AND (false IS NOT NULL))) OR ((t0.c1 IS NULL) AND (false IS NULL))))

@open
select id from golden.plain where flag is unknown
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain" WHERE ("flag" IS NULL)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain" WHERE ("flag" IS NULL)) AS t0

@open
select id from golden.plain where flag = true
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain" WHERE ("flag" = true)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain" WHERE ("flag" = true)) AS t0

@open
select id from golden.plain where owner = ''
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain" WHERE ("owner" = ''::text)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain" WHERE (("owner" = ''::varchar(65535)) AND (len("owner") = len(''::varchar(65535))))) AS t0

@open
select id from golden.plain where owner = 'Zoë'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain" WHERE ("owner" = 'Zoë'::text)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain" WHERE (("owner" = 'Zoë'::varchar(65535)) AND (len("owner") = len('Zoë'::varchar(65535))))) AS t0

@open
select id from golden.plain where owner like 'a_c%'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 ~~ 'a_c%'::text)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 LIKE 'a_c%'::varchar(65535))

@open
select id from golden.plain where owner not like '%x'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 !~~ '%x'::text)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 NOT LIKE '%x'::varchar(65535))

@open
select id from golden.plain where owner not ilike '%X'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 !~~* '%X'::text)
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 NOT ILIKE '%X'::varchar(65535))

@open
select id from golden.plain where owner < 'm'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain" WHERE (("owner" COLLATE "C") < 'm'::text)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain" WHERE (("owner" < 'm'::varchar(65535)) OR (("owner" = 'm'::varchar(65535)) AND (len("owner") < len('m'::varchar(65535)))))) AS t0

@open
select id from golden.plain where owner >= label
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "label"::varchar AS c2 FROM "golden"."plain") AS t0 WHERE ((t0.c1 COLLATE "C") >= t0.c2)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "label" AS c2 FROM "golden"."plain") AS t0 WHERE ((t0.c1 > t0.c2) OR ((t0.c1 = t0.c2) AND (len(t0.c1) >= len(t0.c2))))

@open
select id from golden.plain where label = 'abc'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "label"::varchar AS c1 FROM "golden"."plain" WHERE ("label" = 'abc'::varchar)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "label" AS c1 FROM "golden"."plain" WHERE (("label" = 'abc'::varchar(65535)) AND (len("label") = len('abc'::varchar(65535))))) AS t0

@open
select id from golden.plain where taken_at = '2026-11-20 12:00:00.25+02'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."plain" WHERE ("taken_at" = '2026-11-20 10:00:00.25+00'::timestamptz)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1 FROM "golden"."plain" WHERE ("taken_at" = '2026-11-20 10:00:00.25+00'::timestamptz)) AS t0

@open
select id from golden.plain where made_at < '2026-11-20 12:00:00'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "made_at"::timestamp AS c1 FROM "golden"."plain" WHERE ("made_at" < '2026-11-20 12:00:00'::timestamp)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "made_at"::timestamp AS c1 FROM "golden"."plain" WHERE ("made_at" < '2026-11-20 12:00:00'::timestamp)) AS t0

@open
select id from golden.plain where day = '2026-11-20'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "day"::date AS c1 FROM "golden"."plain" WHERE ("day" = '2026-11-20'::date)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "day"::date AS c1 FROM "golden"."plain" WHERE ("day" = '2026-11-20'::date)) AS t0

@open
select id from golden.plain where day between '2026-11-01' and '2026-11-20'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "day"::date AS c1 FROM "golden"."plain" WHERE ("day" >= '2026-11-01'::date) AND ("day" <= '2026-11-20'::date)) AS t0
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "day"::date AS c1 FROM "golden"."plain" WHERE ("day" >= '2026-11-01'::date) AND ("day" <= '2026-11-20'::date)) AS t0

@open
select id from golden.plain where day >= 'infinity'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "day"::date AS c1 FROM "golden"."plain" WHERE ("day" >= 'infinity'::date)) AS t0
---- redshift
local: a time without an end, or before Christ

@open
select id from golden.plain where key = '00000000-0000-0000-0000-000000000001'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "key"::uuid AS c1 FROM "golden"."plain" WHERE ("key" = '00000000-0000-0000-0000-000000000001'::uuid)) AS t0
---- redshift
local: values of type uuid

@open
select id from golden.plain where document @> '{"a": 1}'
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "document"::jsonb AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 @> '{"a": 1}'::jsonb)
---- redshift
local: values of type jsonb

@open
select document ->> 'a', document -> 'b' from golden.plain
---- postgres
SELECT (t0.c0 ->> 'a'::text) AS c1, (t0.c0 -> 'b'::text) AS c2 FROM (SELECT "document"::jsonb AS c0 FROM "golden"."plain") AS t0
---- redshift
local: ->>

@open
select id from golden.plain where 'x' = any(array[owner, label])
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "label"::varchar AS c2 FROM "golden"."plain" WHERE (('x'::text = "owner") OR ('x'::varchar = "label"))) AS t0
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "label" AS c2 FROM "golden"."plain" WHERE ((('x'::varchar(65535) = "owner") AND (len('x'::varchar(65535)) = len("owner"))) OR (('x'::varchar(65535) = "label") AND (len('x'::varchar(65535)) = len("label"))))) AS t0

@open
select (array[owner, label])[1], cardinality(array[whole, small]) from golden.plain
---- postgres
local: the engine's array_element
---- redshift
local: the engine's array_element

@open
select id from golden.plain where taken_at - made_at::timestamptz > interval '1 day'
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "taken_at"::timestamptz AS c1, "made_at"::timestamp AS c2 FROM "golden"."plain") AS t0 WHERE ((t0.c1 - (t0.c2)::timestamptz) > '1 day'::interval)
---- redshift
local: -

@open
select whole::bigint, small::int, whole::float8 from golden.plain
---- postgres
SELECT (t0.c1)::int8 AS c2, (t0.c0)::int4 AS c3, (t0.c1)::float8 AS c4 FROM (SELECT "small"::int2 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0
---- redshift
SELECT (t0.c1)::int8 AS c2, (t0.c0)::int4 AS c3, (t0.c1)::float8 AS c4 FROM (SELECT "small"::int2 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0

@open
select whole::text, id::text from golden.plain
---- postgres
SELECT (t0.c1)::text AS c2, (t0.c0)::text AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0
---- redshift
SELECT (t0.c1)::varchar(65535) AS c2, (t0.c0)::varchar(65535) AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0

@open
select exact::int, wide::int, exact::float8 from golden.plain
---- postgres
SELECT (t0.c0)::int4 AS c2, (t0.c1)::int4 AS c3, (t0.c0)::float8 AS c4 FROM (SELECT "exact"::numeric AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0
---- redshift
local: a cast of numeric to integer

@open
select owner::varchar(3), label::text from golden.plain
---- postgres
SELECT ((t0.c0)::varchar)::character varying(3) AS c2, (t0.c1)::text AS c3 FROM (SELECT "owner"::text AS c0, "label"::varchar AS c1 FROM "golden"."plain") AS t0
---- redshift
local: a cast with a length or a precision

@open
select owner::int from golden.plain
---- postgres
SELECT (t0.c0)::int4 AS c1 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0
---- redshift
local: a cast of text to integer

@open
select taken_at::date, made_at::date, day::timestamp, day::timestamptz from golden.plain
---- postgres
SELECT (t0.c0)::date AS c3, (t0.c1)::date AS c4, (t0.c2)::timestamp AS c5, (t0.c2)::timestamptz AS c6 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT (t0.c0)::date AS c3, (t0.c1)::date AS c4, (t0.c2)::timestamp AS c5, (t0.c2)::timestamptz AS c6 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1, "day"::date AS c2 FROM "golden"."plain") AS t0

@open
select taken_at::timestamp, made_at::timestamptz from golden.plain
---- postgres
SELECT (t0.c0)::timestamp AS c2, (t0.c1)::timestamptz AS c3 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1 FROM "golden"."plain") AS t0
---- redshift
SELECT (t0.c0)::timestamp AS c2, (t0.c1)::timestamptz AS c3 FROM (SELECT "taken_at"::timestamptz AS c0, "made_at"::timestamp AS c1 FROM "golden"."plain") AS t0

@open
select flag::text, flag::int from golden.plain
---- postgres
SELECT (t0.c0)::text AS c1, (t0.c0)::int4 AS c2 FROM (SELECT "flag"::bool AS c0 FROM "golden"."plain") AS t0
---- redshift
local: a cast of boolean to text

@open
select null::int, null::text, 1, 'x', 1.5, true, date '2026-11-20' from golden.plain
---- postgres
SELECT NULL::int4 AS c0, NULL::text AS c1, 1::int4 AS c2, 'x'::text AS c3, '1.5'::numeric AS c4, true AS c5, '2026-11-20'::date AS c6 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0
---- redshift
SELECT NULL::int4 AS c0, NULL::varchar(65535) AS c1, 1::int4 AS c2, 'x'::varchar(65535) AS c3, 1.5 AS c4, true AS c5, '2026-11-20'::date AS c6 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0

@open
select id from golden.plain where small = whole and whole = id
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0 WHERE ((t0.c1)::int4 = t0.c2) AND ((t0.c2)::int8 = t0.c0)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t0 WHERE ((t0.c1)::int4 = t0.c2) AND ((t0.c2)::int8 = t0.c0)

@open
select id from golden.plain where exact = whole
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1, "exact"::numeric AS c2 FROM "golden"."plain") AS t0 WHERE (t0.c2 = (t0.c1)::numeric)
---- redshift
local: a cast of integer to numeric
