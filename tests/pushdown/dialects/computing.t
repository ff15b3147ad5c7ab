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

@open
select whole + 1, whole - 1, whole * 2, -whole from golden.plain
---- postgres
SELECT (t0.c0 + 1::int4) AS c1, (t0.c0 - 1::int4) AS c2, (t0.c0 * 2::int4) AS c3, (- t0.c0) AS c4 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0
---- redshift
local: -

@open
select whole / 2, whole % 3, id / 7 from golden.plain
---- postgres
SELECT (t0.c1 / 2::int4) AS c2, (t0.c1 % 3::int4) AS c3, (t0.c0 / 7::int4) AS c4 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0
---- redshift
local: /

@open
select small + whole, whole + id, small * wide from golden.plain
---- postgres
SELECT (t0.c1 + t0.c2) AS c4, (t0.c2 + t0.c0) AS c5, ((t0.c1)::float8 * t0.c3) AS c6 FROM (SELECT "id"::int8 AS c0, "small"::int2 AS c1, "whole"::int4 AS c2, "wide"::float8 AS c3 FROM "golden"."plain") AS t0
---- redshift
local: +

@open
select exact + 1, exact * 2.5, exact / 3, round(exact, 2) from golden.plain
---- postgres
SELECT (t0.c0 + '1'::numeric) AS c1, (t0.c0 * '2.5'::numeric) AS c2, (t0.c0 / '3'::numeric) AS c3, pg_catalog.round(t0.c0, 2::int4) AS c4 FROM (SELECT "exact"::numeric AS c0 FROM "golden"."plain") AS t0
---- redshift
local: +

@open
select wide + narrow, wide / 2, abs(wide), floor(wide) from golden.plain
---- postgres
SELECT (t0.c0 + t0.c1) AS c2, (t0.c0 / '2'::float8) AS c3, pg_catalog.abs(t0.c0) AS c4, pg_catalog.floor(t0.c0) AS c5 FROM (SELECT "wide"::float8 AS c0, "narrow"::float4 AS c1 FROM "golden"."plain") AS t0
---- redshift
local: +

@open
select abs(whole), sign(exact), mod(whole, 3) from golden.plain
---- postgres
SELECT pg_catalog.abs(t0.c0) AS c2, pg_catalog.sign(t0.c1) AS c3, pg_catalog.mod(t0.c0, 3::int4) AS c4 FROM (SELECT "whole"::int4 AS c0, "exact"::numeric AS c1 FROM "golden"."plain") AS t0
---- redshift
local: abs

@open
select power(wide, 2), sqrt(abs(wide)), ln(wide + 1) from golden.plain
---- postgres
SELECT pg_catalog.power(t0.c0, '2'::float8) AS c1, pg_catalog.sqrt(pg_catalog.abs(t0.c0)) AS c2, pg_catalog.ln((t0.c0 + '1'::float8)) AS c3 FROM (SELECT "wide"::float8 AS c0 FROM "golden"."plain") AS t0
---- redshift
local: power

@open
select whole & 3, whole | 4, whole << 1, ~whole from golden.plain
---- postgres
SELECT (t0.c0 & 3::int4) AS c1, (t0.c0 | 4::int4) AS c2, (t0.c0 << 1::int4) AS c3, (~ t0.c0) AS c4 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0
---- redshift
local: &

@open
select owner || label, owner || '-' || whole from golden.plain
---- postgres
SELECT (t0.c0 || (t0.c2)::text) AS c3, ((t0.c0 || '-'::text) || (t0.c1)::text) AS c4 FROM (SELECT "owner"::text AS c0, "whole"::int4 AS c1, "label"::varchar AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT (t0.c0 || (t0.c2)::varchar(65535)) AS c3, ((t0.c0 || '-'::varchar(65535)) || (t0.c1)::varchar(65535)) AS c4 FROM (SELECT "owner" AS c0, "whole"::int4 AS c1, "label" AS c2 FROM "golden"."plain") AS t0

@open
select upper(owner), lower(label), length(owner), char_length(label) from golden.plain
---- postgres
SELECT pg_catalog.upper(t0.c0) AS c2, pg_catalog.lower((t0.c1)::text) AS c3, pg_catalog.length(t0.c0) AS c4, pg_catalog.char_length((t0.c1)::text) AS c5 FROM (SELECT "owner"::text AS c0, "label"::varchar AS c1 FROM "golden"."plain") AS t0
---- redshift
SELECT upper(t0.c0) AS c2, lower((t0.c1)::varchar(65535)) AS c3, len(t0.c0) AS c4, len((t0.c1)::varchar(65535)) AS c5 FROM (SELECT "owner" AS c0, "label" AS c1 FROM "golden"."plain") AS t0

@open
select btrim(owner), ltrim(owner), rtrim(owner) from golden.plain
---- postgres
SELECT pg_catalog.btrim(t0.c0) AS c1, pg_catalog.ltrim(t0.c0) AS c2, pg_catalog.rtrim(t0.c0) AS c3 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0
---- redshift
SELECT btrim(t0.c0) AS c1, ltrim(t0.c0) AS c2, rtrim(t0.c0) AS c3 FROM (SELECT "owner" AS c0 FROM "golden"."plain") AS t0

@open
select left(owner, 3), right(owner, 2), left(owner, -1) from golden.plain
---- postgres
SELECT pg_catalog.left(t0.c0, 3::int4) AS c1, pg_catalog.right(t0.c0, 2::int4) AS c2, pg_catalog.left(t0.c0, '-1'::int4) AS c3 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0
---- redshift
local: left

@open
select substr(owner, 2, 3), position('a' in owner), strpos(owner, 'b') from golden.plain
---- postgres
SELECT pg_catalog.substr(t0.c0, 2::int4, 3::int4) AS c1, pg_catalog.position(t0.c0, 'a'::text) AS c2, pg_catalog.strpos(t0.c0, 'b'::text) AS c3 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0
---- redshift
local: substr

@open
select replace(owner, 'a', 'b'), translate(owner, 'ab', 'ba') from golden.plain
---- postgres
SELECT pg_catalog.replace(t0.c0, 'a'::text, 'b'::text) AS c1, pg_catalog.translate(t0.c0, 'ab'::text, 'ba'::text) AS c2 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0
---- redshift
local: translate

@open
select lpad(owner, 5), repeat(owner, 2), reverse(owner) from golden.plain
---- postgres
SELECT pg_catalog.lpad(t0.c0, 5::int4) AS c1, pg_catalog.repeat(t0.c0, 2::int4) AS c2, pg_catalog.reverse(t0.c0) AS c3 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0
---- redshift
local: lpad

@open
select split_part(owner, '-', 1), concat(owner, label, whole) from golden.plain
---- postgres
SELECT pg_catalog.split_part(t0.c0, '-'::text, 1::int4) AS c3, pg_catalog.concat(t0.c0, (t0.c2)::text, (t0.c1)::text) AS c4 FROM (SELECT "owner"::text AS c0, "whole"::int4 AS c1, "label"::varchar AS c2 FROM "golden"."plain") AS t0
---- redshift
local: split_part

@open
select md5(owner), initcap(owner) from golden.plain
---- postgres
SELECT pg_catalog.md5(t0.c0) AS c1, pg_catalog.initcap(t0.c0) AS c2 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0
---- redshift
local: md5

@open
select case when whole > 10 then 'large' when whole > 1 then 'some' else owner end from golden.plain
---- postgres
SELECT (CASE WHEN (t0.c1 > 10::int4) THEN 'large'::text WHEN (t0.c1 > 1::int4) THEN 'some'::text ELSE t0.c0 END) AS c2 FROM (SELECT "owner"::text AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0
---- redshift
SELECT (CASE WHEN (t0.c1 > 10::int4) THEN 'large'::varchar(65535) WHEN (t0.c1 > 1::int4) THEN 'some'::varchar(65535) ELSE t0.c0 END) AS c2 FROM (SELECT "owner" AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0

@open
select greatest(whole, small, 3), least(owner, label) from golden.plain
---- postgres
local: least of text
---- redshift
local: least of text

@open
select coalesce(owner, label, 'none'), coalesce(exact, 0) from golden.plain
---- postgres
SELECT (CASE WHEN (t0.c0 IS NOT NULL) THEN t0.c0 WHEN (t0.c2 IS NOT NULL) THEN (t0.c2)::text ELSE 'none'::text END) AS c3, (CASE WHEN (t0.c1 IS NOT NULL) THEN t0.c1 ELSE '0'::numeric END) AS c4 FROM (SELECT "owner"::text AS c0, "exact"::numeric AS c1, "label"::varchar AS c2 FROM "golden"."plain") AS t0
---- redshift
SELECT (CASE WHEN (t0.c0 IS NOT NULL) THEN t0.c0 WHEN (t0.c2 IS NOT NULL) THEN (t0.c2)::varchar(65535) ELSE 'none'::varchar(65535) END) AS c3, (CASE WHEN (t0.c1 IS NOT NULL) THEN t0.c1 ELSE 0 END) AS c4 FROM (SELECT "owner" AS c0, "exact" AS c1, "label" AS c2 FROM "golden"."plain") AS t0

@open
select random(), clock_timestamp() from golden.plain
---- postgres
refused: 42883 function random does not exist
---- redshift
refused: 42883 function random does not exist

@open
select current_user, current_date from golden.plain
---- postgres
SELECT 'ann'::name AS c0, '2026-11-21'::date AS c1 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0
---- redshift
local: values of type name
