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

@open
select p.id, q.owner from golden.plain p join golden.plain q on p.id = q.whole
---- postgres
SELECT t0.c0 AS c3, t1.c1 AS c4 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 JOIN (SELECT "owner"::text AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t1 ON (t0.c0 = (t1.c2)::int8)
---- redshift
SELECT t0.c0 AS c3, t1.c1 AS c4 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 JOIN (SELECT "owner" AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t1 ON (t0.c0 = (t1.c2)::int8)

@open
select p.id from golden.plain p left join golden.plain q on q.id = p.id and q.flag
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 LEFT JOIN (SELECT "id"::int8 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t1 ON ((t1.c1 = t0.c0) AND t1.c2)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 LEFT JOIN (SELECT "id"::int8 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t1 ON ((t1.c1 = t0.c0) AND t1.c2)

@open
select p.id, q.id from golden.plain p right join golden.plain q on p.id = q.id
---- postgres
SELECT t0.c0 AS c2, t1.c1 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 RIGHT JOIN (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1 ON (t0.c0 = t1.c1)
---- redshift
SELECT t0.c0 AS c2, t1.c1 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 RIGHT JOIN (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1 ON (t0.c0 = t1.c1)

@open
select p.id, q.id from golden.plain p full join golden.plain q on p.id = q.id
---- postgres
SELECT t0.c0 AS c2, t1.c1 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 FULL JOIN (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1 ON (t0.c0 = t1.c1)
---- redshift
SELECT t0.c0 AS c2, t1.c1 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 FULL JOIN (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1 ON (t0.c0 = t1.c1)

@open
select p.id, q.id from golden.plain p cross join golden.plain q
---- postgres
SELECT t0.c0 AS c2, t1.c1 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1 ON true
---- redshift
SELECT t0.c0 AS c2, t1.c1 AS c3 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1 ON true

@open
select p.id from golden.plain p join golden.plain q using (id, whole)
---- postgres
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c2, "whole"::int4 AS c3 FROM "golden"."plain") AS t1 ON ((t0.c0 = t1.c2) AND (t0.c1 = t1.c3))
---- redshift
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c2, "whole"::int4 AS c3 FROM "golden"."plain") AS t1 ON ((t0.c0 = t1.c2) AND (t0.c1 = t1.c3))

@open
select p.id from golden.plain p natural join golden.plain q
---- postgres
SELECT t0.c0 AS c28 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "taken_at"::timestamptz AS c2, "made_at"::timestamp AS c3, "day"::date AS c4, "small"::int2 AS c5, "whole"::int4 AS c6, "exact"::numeric AS c7, "wide"::float8 AS c8, "narrow"::float4 AS c9, "flag"::bool AS c10, "label"::varchar AS c11, "document"::jsonb AS c12, "key"::uuid AS c13 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c14, "owner"::text AS c15, "taken_at"::timestamptz AS c16, "made_at"::timestamp AS c17, "day"::date AS c18, "small"::int2 AS c19, "whole"::int4 AS c20, "exact"::numeric AS c21, "wide"::float8 AS c22, "narrow"::float4 AS c23, "flag"::bool AS c24, "label"::varchar AS c25, "document"::jsonb AS c26, "key"::uuid AS c27 FROM "golden"."plain") AS t1 ON (((((t0.c0 = t1.c14) AND (t0.c1 = t1.c15)) AND ((t0.c2 = t1.c16) AND (t0.c3 = t1.c17))) AND (((t0.c4 = t1.c18) AND (t0.c5 = t1.c19)) AND ((t0.c6 = t1.c20) AND (t0.c7 = t1.c21)))) AND ((((t0.c8 = t1.c22) AND (t0.c9 = t1.c23)) AND ((t0.c10 = t1.c24) AND (t0.c11 = t1.c25))) AND ((t0.c12 = t1.c26) AND (t0.c13 = t1.c27))))
---- redshift
local: a comparison of values of type jsonb

@open
select p.id from golden.plain p join golden.plain q on p.owner = q.owner and p.wide < q.wide
---- postgres
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0 JOIN (SELECT "owner"::text AS c3, "wide"::float8 AS c4 FROM "golden"."plain") AS t1 ON ((t0.c1 = t1.c3) AND (t0.c2 < t1.c4))
---- redshift
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "wide"::float8 AS c2 FROM "golden"."plain") AS t0 JOIN (SELECT "owner" AS c3, "wide"::float8 AS c4 FROM "golden"."plain") AS t1 ON (((t0.c1 = t1.c3) AND (len(t0.c1) = len(t1.c3))) AND (t0.c2 < t1.c4))

@open
select p.id from golden.plain p join golden.plain q on p.owner is not distinct from q.owner
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 JOIN (SELECT "owner"::text AS c2 FROM "golden"."plain") AS t1 ON (t0.c1 IS NOT DISTINCT FROM t1.c2)
---- redshift
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain") AS t0 JOIN (SELECT "owner" AS c2 FROM "golden"."plain") AS t1 ON ((((t0.c1 = t1.c2) AND (len(t0.c1) = len(t1.c2))) AND ((t0.c1 IS NOT NULL) AND (t1.c2 IS NOT NULL))) OR ((t0.c1 IS NULL) AND (t1.c2 IS NULL)))

@open
select p.id, r.id from golden.plain p join golden.readings r on r.id = p.id where p.flag
---- postgres
SELECT t0.c0 AS c3, t1.c2 AS c4 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c2 FROM "golden"."readings") AS t1 ON (t1.c2 = t0.c0) WHERE t0.c1
---- redshift
SELECT t0.c0 AS c3, t1.c2 AS c4 FROM (SELECT "id"::int8 AS c0, "flag"::bool AS c1 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c2 FROM "golden"."readings") AS t1 ON (t1.c2 = t0.c0) WHERE t0.c1

@open
select p.id from golden.plain p join golden.plain q on p.id = q.id join golden.plain r on r.id = q.id where r.whole > 3
---- postgres
SELECT t3.c4 AS c6 FROM (SELECT t0.c0 AS c4, t1.c1 AS c5 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1 ON (t0.c0 = t1.c1)) AS t3 JOIN (SELECT "id"::int8 AS c2, "whole"::int4 AS c3 FROM "golden"."plain") AS t2 ON (t2.c2 = t3.c5) WHERE (t2.c3 > 3::int4)
---- redshift
SELECT t3.c4 AS c6 FROM (SELECT t0.c0 AS c4, t1.c1 AS c5 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 JOIN (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1 ON (t0.c0 = t1.c1)) AS t3 JOIN (SELECT "id"::int8 AS c2, "whole"::int4 AS c3 FROM "golden"."plain") AS t2 ON (t2.c2 = t3.c5) WHERE (t2.c3 > 3::int4)

@open
select id from golden.plain where id in (select whole from golden.plain where flag)
---- postgres
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 WHERE (t0.c0 IN (SELECT (t1.c1)::int8 AS c3 FROM (SELECT "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t1 WHERE t1.c2))
---- redshift
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 WHERE (t0.c0 IN (SELECT (t1.c1)::int8 AS c3 FROM (SELECT "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t1 WHERE t1.c2))

@open
select id from golden.plain where whole not in (select whole from golden.plain where whole is not null)
---- postgres
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 NOT IN (SELECT t1.c2 AS c3 FROM (SELECT "whole"::int4 AS c2 FROM "golden"."plain" WHERE ("whole" IS NOT NULL)) AS t1))
---- redshift
SELECT t0.c0 AS c4 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 NOT IN (SELECT t1.c2 AS c3 FROM (SELECT "whole"::int4 AS c2 FROM "golden"."plain" WHERE ("whole" IS NOT NULL)) AS t1))

@open
select id from golden.plain where owner in (select owner from golden.plain where flag)
---- postgres
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 IN (SELECT t1.c2 AS c4 FROM (SELECT "owner"::text AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t1 WHERE t1.c3))
---- redshift
local: a value that is looked for among the rows of a sub-select

@open
select id from golden.plain p where exists (select 1 from golden.plain q where q.whole = p.whole and q.flag)
---- postgres
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (EXISTS (SELECT 1 FROM (SELECT t1.c2 AS c4 FROM (SELECT "whole"::int4 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t1 WHERE t1.c3) AS t2 WHERE (t0.c1 = t2.c4)))
---- redshift
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (EXISTS (SELECT 1 FROM (SELECT t1.c2 AS c4 FROM (SELECT "whole"::int4 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t1 WHERE t1.c3) AS t2 WHERE (t0.c1 = t2.c4)))

@open
select id from golden.plain p where not exists (select 1 from golden.plain q where q.id = p.whole)
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (NOT EXISTS (SELECT 1 FROM (SELECT "id"::int8 AS c2 FROM "golden"."plain") AS t1 WHERE ((t0.c1)::int8 = t1.c2)))
---- redshift
local: a semi join by more than equality

@open
select id from golden.plain p where exists (select 1 from golden.plain q where q.wide > p.wide)
---- postgres
SELECT t0.c0 AS c3 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (EXISTS (SELECT 1 FROM (SELECT "wide"::float8 AS c2 FROM "golden"."plain") AS t1 WHERE (t1.c2 > t0.c1)))
---- redshift
local: a semi join by more than equality

@open
select id, (select max(wide) from golden.plain) from golden.plain
---- postgres
SELECT t0.c0 AS c4, (SELECT t2.c2 AS c3 FROM (SELECT pg_catalog.max(t1.c1) AS c2 FROM (SELECT "wide"::float8 AS c1 FROM "golden"."plain") AS t1) AS t2) AS c5 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0
---- redshift
SELECT t0.c0 AS c4, (SELECT t2.c2 AS c3 FROM (SELECT max(t1.c1) AS c2 FROM (SELECT "wide"::float8 AS c1 FROM "golden"."plain") AS t1) AS t2) AS c5 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0

@open
select id, (select count(*) from golden.plain q where q.owner = p.owner) from golden.plain p
---- postgres
SELECT t0.c0 AS c5, coalesce(t2.c4, 0::int8) AS c6 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 LEFT JOIN (SELECT t1.c2 AS c3, pg_catalog.count(*) AS c4 FROM (SELECT "owner"::text AS c2 FROM "golden"."plain") AS t1 GROUP BY t1.c2) AS t2 ON (t0.c1 = t2.c3)
---- redshift
SELECT t0.c0 AS c5, coalesce(t2.c4, 0::int8) AS c6 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain") AS t0 LEFT JOIN (SELECT t1.c2 AS c3, count(*) AS c4 FROM (SELECT "owner" AS c2 FROM "golden"."plain") AS t1 GROUP BY t1.c2, len(t1.c2)) AS t2 ON ((t0.c1 = t2.c3) AND (len(t0.c1) = len(t2.c3)))

@open
select id from golden.plain where wide > (select avg(wide) from golden.plain)
---- postgres
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 > (SELECT t2.c3 AS c4 FROM (SELECT pg_catalog.avg(t1.c2) AS c3 FROM (SELECT "wide"::float8 AS c2 FROM "golden"."plain") AS t1) AS t2))
---- redshift
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 > (SELECT t2.c3 AS c4 FROM (SELECT avg(t1.c2) AS c3 FROM (SELECT "wide"::float8 AS c2 FROM "golden"."plain") AS t1) AS t2))

@open
select id from golden.plain where whole > all (select whole from golden.plain where flag)
---- postgres
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 > ALL (SELECT t1.c2 AS c4 FROM (SELECT "whole"::int4 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t1 WHERE t1.c3))
---- redshift
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 > ALL (SELECT t1.c2 AS c4 FROM (SELECT "whole"::int4 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t1 WHERE t1.c3))

@open
select id from golden.plain where whole = any (select whole from golden.plain where flag)
---- postgres
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 IN (SELECT t1.c2 AS c4 FROM (SELECT "whole"::int4 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t1 WHERE t1.c3))
---- redshift
SELECT t0.c0 AS c5 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 WHERE (t0.c1 IN (SELECT t1.c2 AS c4 FROM (SELECT "whole"::int4 AS c2, "flag"::bool AS c3 FROM "golden"."plain") AS t1 WHERE t1.c3))

@open
select whole from golden.plain union select small from golden.plain
---- postgres
SELECT t3.c5 AS c6 FROM (SELECT DISTINCT t2.c4 AS c5 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) UNION ALL (SELECT (t1.c1)::int4 AS c3 FROM (SELECT "small"::int2 AS c1 FROM "golden"."plain") AS t1)) AS t2(c4)) AS t3
---- redshift
SELECT t3.c5 AS c6 FROM (SELECT DISTINCT t2.c4 AS c5 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) UNION ALL (SELECT (t1.c1)::int4 AS c3 FROM (SELECT "small"::int2 AS c1 FROM "golden"."plain") AS t1)) AS t2(c4)) AS t3

@open
select id, owner from golden.plain union all select id, label from golden.plain
---- postgres
SELECT t2.c8 AS c10, t2.c9 AS c11 FROM ((SELECT t0.c0 AS c4, t0.c1 AS c5 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0) UNION ALL (SELECT t1.c2 AS c6, (t1.c3)::text AS c7 FROM (SELECT "id"::int8 AS c2, "label"::varchar AS c3 FROM "golden"."plain") AS t1)) AS t2(c8, c9)
---- redshift
SELECT t2.c8 AS c10, t2.c9 AS c11 FROM ((SELECT t0.c0 AS c4, t0.c1 AS c5 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain") AS t0) UNION ALL (SELECT t1.c2 AS c6, (t1.c3)::varchar(65535) AS c7 FROM (SELECT "id"::int8 AS c2, "label" AS c3 FROM "golden"."plain") AS t1)) AS t2(c8, c9)

@open
select whole from golden.plain union all select id from golden.plain union all select small from golden.plain
---- postgres
SELECT t3.c6 AS c7 FROM ((SELECT (t0.c0)::int8 AS c3 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) UNION ALL (SELECT t1.c1 AS c4 FROM (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1) UNION ALL (SELECT (t2.c2)::int8 AS c5 FROM (SELECT "small"::int2 AS c2 FROM "golden"."plain") AS t2)) AS t3(c6)
---- redshift
SELECT t3.c6 AS c7 FROM ((SELECT (t0.c0)::int8 AS c3 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) UNION ALL (SELECT t1.c1 AS c4 FROM (SELECT "id"::int8 AS c1 FROM "golden"."plain") AS t1) UNION ALL (SELECT (t2.c2)::int8 AS c5 FROM (SELECT "small"::int2 AS c2 FROM "golden"."plain") AS t2)) AS t3(c6)

@open
select whole from golden.plain intersect select whole from golden.plain where flag
---- postgres
SELECT t2.c3 AS c5 FROM (SELECT DISTINCT t0.c0 AS c3 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) AS t2 WHERE (EXISTS (SELECT 1 FROM (SELECT t1.c1 AS c4 FROM (SELECT "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t1 WHERE t1.c2) AS t3 WHERE (t2.c3 IS NOT DISTINCT FROM t3.c4)))
---- redshift
local: a semi join by more than equality

@open
select owner from golden.plain except select label from golden.plain
---- postgres
SELECT t2.c2 AS c3 FROM (SELECT DISTINCT t0.c0 AS c2 FROM (SELECT "owner"::text AS c0 FROM "golden"."plain") AS t0) AS t2 WHERE (NOT EXISTS (SELECT 1 FROM (SELECT "label"::varchar AS c1 FROM "golden"."plain") AS t1 WHERE (t2.c2 IS NOT DISTINCT FROM t1.c1)))
---- redshift
local: a semi join by more than equality

@open
select whole from golden.plain except all select whole from golden.plain where flag
---- postgres
SELECT t2.c3 AS c7 FROM (SELECT t0.c0 AS c3, (pg_catalog.row_number() OVER (PARTITION BY t0.c0)) AS c4 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) AS t2 WHERE (NOT EXISTS (SELECT 1 FROM (SELECT t1.c1 AS c5, (pg_catalog.row_number() OVER (PARTITION BY t1.c1)) AS c6 FROM (SELECT "whole"::int4 AS c1, "flag"::bool AS c2 FROM "golden"."plain") AS t1 WHERE t1.c2) AS t3 WHERE (t2.c3 IS NOT DISTINCT FROM t3.c5) AND (t2.c4 IS NOT DISTINCT FROM t3.c6)))
---- redshift
local: a semi join by more than equality

@open
(select whole from golden.plain union all select whole from golden.plain) except select whole from golden.plain where flag
---- postgres
SELECT t4.c7 AS c9 FROM (SELECT DISTINCT t2.c4 AS c7 FROM ((SELECT t0.c0 AS c2 FROM (SELECT "whole"::int4 AS c0 FROM "golden"."plain") AS t0) UNION ALL (SELECT t1.c1 AS c3 FROM (SELECT "whole"::int4 AS c1 FROM "golden"."plain") AS t1)) AS t2(c4)) AS t4 WHERE (NOT EXISTS (SELECT 1 FROM (SELECT t3.c5 AS c8 FROM (SELECT "whole"::int4 AS c5, "flag"::bool AS c6 FROM "golden"."plain") AS t3 WHERE t3.c6) AS t5 WHERE (t4.c7 IS NOT DISTINCT FROM t5.c8)))
---- redshift
local: a semi join by more than equality

@open
select id from golden.plain order by whole limit 3
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 ORDER BY t0.c1 ASC NULLS LAST LIMIT 3::int8
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 ORDER BY t0.c1 ASC NULLS LAST LIMIT 3

@open
select id from golden.plain order by owner desc nulls first, id offset 5
---- postgres
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1 FROM "golden"."plain") AS t0 ORDER BY (t0.c1 COLLATE "C") DESC NULLS FIRST, t0.c0 ASC NULLS LAST OFFSET 5::int8
---- redshift
SELECT t0.c0 AS c2 FROM (SELECT "id"::int8 AS c0, "owner" AS c1 FROM "golden"."plain") AS t0 ORDER BY t0.c1 DESC NULLS FIRST, len(t0.c1) DESC NULLS FIRST, t0.c0 ASC NULLS LAST OFFSET 5

@open
select id from (select id, whole from golden.plain order by id limit 10) q where whole = 1
---- postgres
SELECT t1.c2 AS c4 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 ORDER BY t0.c0 ASC NULLS LAST LIMIT 10::int8) AS t1 WHERE (t1.c3 = 1::int4)
---- redshift
SELECT t1.c2 AS c4 FROM (SELECT t0.c0 AS c2, t0.c1 AS c3 FROM (SELECT "id"::int8 AS c0, "whole"::int4 AS c1 FROM "golden"."plain") AS t0 ORDER BY t0.c0 ASC NULLS LAST LIMIT 10) AS t1 WHERE (t1.c3 = 1::int4)

@open
select count(*) from (select 1 from golden.plain limit 5) q
---- postgres
SELECT t2.c1 AS c2 FROM (SELECT pg_catalog.count(*) AS c1 FROM (SELECT 1 AS c0 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0 LIMIT 5::int8) AS t1) AS t2
---- redshift
SELECT t2.c1 AS c2 FROM (SELECT count(*) AS c1 FROM (SELECT 1 AS c0 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0 LIMIT 5) AS t1) AS t2

@open
select id from golden.plain limit 0
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 LIMIT 0::int8
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 LIMIT 0

@open
select id from golden.plain where false
---- postgres
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 WHERE false
---- redshift
SELECT t0.c0 AS c1 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 WHERE false

@open
select 1 from golden.plain
---- postgres
SELECT 1::int4 AS c0 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0
---- redshift
SELECT 1::int4 AS c0 FROM (SELECT 1 AS c0 FROM "golden"."plain") AS t0

@open
select v.n, p.id from (values (1, 'a'), (2, 'b')) v(n, s) join golden.plain p on p.whole = v.n
---- postgres
SELECT t2.c4 AS c5, t1.c2 AS c6 FROM (SELECT t0.c0 AS c4 FROM (VALUES (1::int4, 'a'::text), (2::int4, 'b'::text)) AS t0(c0, c1)) AS t2 JOIN (SELECT "id"::int8 AS c2, "whole"::int4 AS c3 FROM "golden"."plain") AS t1 ON (t1.c3 = t2.c4)
---- redshift
SELECT t2.c4 AS c5, t1.c2 AS c6 FROM (SELECT t0.c0 AS c4 FROM ((SELECT 1::int4 AS c0, 'a'::varchar(65535) AS c1) UNION ALL (SELECT 2::int4 AS c0, 'b'::varchar(65535) AS c1)) AS t0(c0, c1)) AS t2 JOIN (SELECT "id"::int8 AS c2, "whole"::int4 AS c3 FROM "golden"."plain") AS t1 ON (t1.c3 = t2.c4)

@open
with a as (select owner, sum(wide) s from golden.plain group by owner), b as (select owner from a where s > 1) select a.* from a join b using (owner)
---- postgres
SELECT t4.c8 AS c11, t4.c9 AS c12 FROM (SELECT t1.c2 AS c8, t1.c3 AS c9 FROM (SELECT t0.c0 AS c2, pg_catalog.sum(t0.c1) AS c3 FROM (SELECT "owner"::text AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0) AS t1) AS t4 JOIN (SELECT t3.c6 AS c10 FROM (SELECT t2.c4 AS c6, pg_catalog.sum(t2.c5) AS c7 FROM (SELECT "owner"::text AS c4, "wide"::float8 AS c5 FROM "golden"."plain") AS t2 GROUP BY t2.c4) AS t3 WHERE (t3.c7 > '1'::float8)) AS t5 ON (t4.c8 = t5.c10)
---- redshift
SELECT t4.c8 AS c11, t4.c9 AS c12 FROM (SELECT t1.c2 AS c8, t1.c3 AS c9 FROM (SELECT t0.c0 AS c2, sum(t0.c1) AS c3 FROM (SELECT "owner" AS c0, "wide"::float8 AS c1 FROM "golden"."plain") AS t0 GROUP BY t0.c0, len(t0.c0)) AS t1) AS t4 JOIN (SELECT t3.c6 AS c10 FROM (SELECT t2.c4 AS c6, sum(t2.c5) AS c7 FROM (SELECT "owner" AS c4, "wide"::float8 AS c5 FROM "golden"."plain") AS t2 GROUP BY t2.c4, len(t2.c4)) AS t3 WHERE (t3.c7 > '1'::float8)) AS t5 ON ((t4.c8 = t5.c10) AND (len(t4.c8) = len(t5.c10)))

@open
with recursive n(i) as (select 1 union all select i + 1 from n where i < 3) select n.i, p.id from n join golden.plain p on p.whole = n.i
---- postgres
local: WITH RECURSIVE
---- redshift
local: WITH RECURSIVE

@open
select p.id, x.whole from golden.plain p, lateral (select whole from golden.plain q where q.id = p.id limit 1) x
---- postgres
SELECT t0.c0 AS c8, t3.c6 AS c9 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 JOIN (SELECT t2.c3 AS c6, t2.c4 AS c7 FROM (SELECT t1.c2 AS c3, t1.c1 AS c4, (pg_catalog.row_number() OVER (PARTITION BY t1.c1)) AS c5 FROM (SELECT "id"::int8 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t1) AS t2 WHERE (t2.c5 > 0::int8) AND (t2.c5 <= (0::int8 + 1::int8))) AS t3 ON ((t0.c0 = t3.c7) AND true)
---- redshift
SELECT t0.c0 AS c8, t3.c6 AS c9 FROM (SELECT "id"::int8 AS c0 FROM "golden"."plain") AS t0 JOIN (SELECT t2.c3 AS c6, t2.c4 AS c7 FROM (SELECT t1.c2 AS c3, t1.c1 AS c4, (row_number() OVER (PARTITION BY t1.c1)) AS c5 FROM (SELECT "id"::int8 AS c1, "whole"::int4 AS c2 FROM "golden"."plain") AS t1) AS t2 WHERE (t2.c5 > 0::int8) AND (t2.c5 <= (0::int8 + 1::int8))) AS t3 ON ((t0.c0 = t3.c7) AND true)

@open
select id, t from golden.plain, unnest(array[owner, label]) t
---- postgres
local: a set-returning function
---- redshift
local: a set-returning function

@open
select distinct on (owner) owner, id from golden.plain order by owner, taken_at desc
---- postgres
SELECT t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT t0.c1 AS c3, t0.c0 AS c4, t0.c2 AS c5, (pg_catalog.row_number() OVER (PARTITION BY t0.c1 ORDER BY (t0.c1 COLLATE "C") ASC NULLS LAST, t0.c2 DESC NULLS FIRST)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner"::text AS c1, "taken_at"::timestamptz AS c2 FROM "golden"."plain") AS t0) AS t1 WHERE (t1.c6 = 1::int8) ORDER BY (t1.c3 COLLATE "C") ASC NULLS LAST, t1.c5 DESC NULLS FIRST
---- redshift
SELECT t1.c3 AS c7, t1.c4 AS c8 FROM (SELECT t0.c1 AS c3, t0.c0 AS c4, t0.c2 AS c5, (row_number() OVER (PARTITION BY t0.c1, len(t0.c1) ORDER BY t0.c1 ASC NULLS LAST, len(t0.c1) ASC NULLS LAST, t0.c2 DESC NULLS FIRST)) AS c6 FROM (SELECT "id"::int8 AS c0, "owner" AS c1, "taken_at"::timestamptz AS c2 FROM "golden"."plain") AS t0) AS t1 WHERE (t1.c6 = 1::int8) ORDER BY t1.c3 ASC NULLS LAST, len(t1.c3) ASC NULLS LAST, t1.c5 DESC NULLS FIRST

@open
select p from golden.plain p
---- postgres
local: the engine's named_struct
---- redshift
local: the engine's named_struct
