# Which relation a name means.

>>>
SELECT * FROM hr.salaries
<<<
refused: 42P01 relation at 15: relation "hr.salaries" does not exist

>>>
SELECT * FROM hr.nosuch
<<<
refused: 42P01 relation at 15: relation "hr.nosuch" does not exist

>>>
SELECT * FROM "Exp".events
<<<
refused: 42P01 relation at 15: relation "Exp.events" does not exist

>>>
SELECT * FROM EXP.EVENTS
<<<
allowed: exp.events

>>>
SELECT * FROM tollgate.exp.events
<<<
allowed: exp.events

>>>
SELECT * FROM other.exp.events
<<<
refused: 0A000 relation at 15: cross-database references are not implemented: "other.exp.events"

>>>
WITH salaries AS (SELECT 1 AS d) SELECT * FROM (SELECT * FROM hr.salaries) z
<<<
refused: 42P01 relation at 63: relation "hr.salaries" does not exist

>>>
WITH salaries AS (SELECT * FROM salaries) SELECT * FROM salaries
<<<
refused: 42P01 relation at 33: relation "salaries" does not exist

>>>
WITH RECURSIVE salaries AS (SELECT 1 UNION ALL SELECT * FROM salaries) SELECT * FROM salaries
<<<
allowed:

>>>
WITH b AS (SELECT * FROM a), a AS (SELECT 1) SELECT * FROM b
<<<
refused: 42P01 relation at 26: relation "a" does not exist

>>>
WITH a AS (SELECT 1), a AS (SELECT 2) SELECT * FROM a
<<<
refused: 42712 cte at 23: WITH query name "a" specified more than once

>>>
WITH x AS (WITH inner_one AS (SELECT 1) SELECT * FROM inner_one) SELECT * FROM inner_one
<<<
refused: 42P01 relation at 80: relation "inner_one" does not exist

>>>
WITH "exp.events" AS (SELECT 1) SELECT * FROM "exp.events"
<<<
allowed:

>>>
SELECT relname FROM pg_class
<<<
allowed: pg_catalog.pg_class

>>>
TABLE ONLY events
<<<
allowed: exp.events

>>>
SELECT * FROM ((events JOIN assignments USING (user_id)) CROSS JOIN hr.salaries)
<<<
refused: 42P01 relation at 69: relation "hr.salaries" does not exist

>>>
SELECT 1 ORDER BY (SELECT max(x) FROM hr.salaries)
<<<
refused: 42P01 relation at 39: relation "hr.salaries" does not exist

>>>
SELECT sum(1) OVER (ROWS BETWEEN (SELECT 1 FROM hr.salaries) PRECEDING AND CURRENT ROW) FROM events
<<<
refused: 42P01 relation at 49: relation "hr.salaries" does not exist

>>>
SELECT * FROM generate_series(1, (SELECT count(*) FROM hr.salaries)) x
<<<
refused: 42P01 relation at 56: relation "hr.salaries" does not exist

>>>
VALUES ((SELECT 1 FROM hr.salaries))
<<<
refused: 42P01 relation at 24: relation "hr.salaries" does not exist

>>>
SELECT pg_read_file('/etc/passwd')
<<<
refused: 42883 function at 8: function pg_read_file does not exist

>>>
SELECT * FROM pg_read_file('/etc/passwd')
<<<
refused: 42883 function at 15: function pg_read_file does not exist

>>>
SELECT public.lower('x')
<<<
refused: 42883 function at 8: function public.lower does not exist

>>>
SELECT "LOWER"('x')
<<<
refused: 42883 function at 8: function LOWER does not exist

>>>
SELECT pg_catalog.lower('x'), current_user, current_schema, LOCALTIME(3)
<<<
allowed:

>>>
SELECT 'x'::nosuch
<<<
refused: 42704 type at 13: type "nosuch" does not exist

>>>
SELECT 'x' COLLATE "de_DE"
<<<
refused: 42704 collation at 20: collation "de_DE" for encoding "UTF8" does not exist

>>>
SELECT 1 OPERATOR(other.+) 2
<<<
refused: 42883 operator at 19: operator does not exist: other.+

>>>
SELECT count(*) FROM events GROUP BY CUBE (a, b, c, d, e, f, g, h, i, j, k, l), CUBE (a)
<<<
refused: 54001 limit-grouping: too many grouping sets present (maximum 4096)

>>>
SELECT 1 FROM exp.events salaries, salaries
<<<
refused: 42P01 relation at 36: relation "salaries" does not exist

>>>
SELECT 1 FROM exp.events AS salaries WHERE EXISTS (SELECT 1 FROM salaries)
<<<
refused: 42P01 relation at 66: relation "salaries" does not exist

>>>
SELECT 1 FROM exp.events salaries JOIN exp.assignments a ON true, hr.salaries
<<<
refused: 42P01 relation at 67: relation "hr.salaries" does not exist

>>>
SELECT 1 <<>> 2
<<<
refused: 42883 operator at 8: operator does not exist: <<>>

>>>
SELECT 1 <<>> ANY (ARRAY[1])
<<<
refused: 42883 operator at 8: operator does not exist: <<>>

>>>
SELECT ROW(e.*), count(e.*) FROM exp.events AS e
<<<
allowed: exp.events

>>>
SELECT 'a' COLLATE pg_catalog."C"
<<<
allowed:

>>>
SELECT 'a' COLLATE other."C"
<<<
refused: 42704 collation at 20: collation "other.C" for encoding "UTF8" does not exist

>>>
SELECT 'a' COLLATE "en_US"
<<<
refused: 42704 collation at 20: collation "en_US" for encoding "UTF8" does not exist

>>>
SELECT information_schema._pg_expandarray(ARRAY[1])
<<<
allowed:

>>>
SELECT _pg_expandarray(ARRAY[1])
<<<
refused: 42883 function at 8: function _pg_expandarray does not exist

>>>
SELECT pg_catalog._pg_expandarray(ARRAY[1])
<<<
refused: 42883 function at 8: function pg_catalog._pg_expandarray does not exist

>>>
SELECT information_schema.lower('a')
<<<
refused: 42883 function at 8: function information_schema.lower does not exist

>>>
SELECT exp.lower('a')
<<<
refused: 42883 function at 8: function exp.lower does not exist

>>>
SELECT tollgate.pg_catalog.lower('a')
<<<
allowed:

>>>
SELECT other.pg_catalog.lower('a')
<<<
refused: 42883 function at 8: function other.pg_catalog.lower does not exist

>>>
SELECT tollgate.exp.lower('a')
<<<
refused: 42883 function at 8: function tollgate.exp.lower does not exist

>>>
SELECT pg_catalog.nullif(1, 2)
<<<
refused: 42883 function at 8: function pg_catalog.nullif does not exist

>>>
SELECT 1 GROUP BY CUBE (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)
<<<
refused: 54011 limit-grouping at 19: CUBE is limited to 12 elements

>>>
SELECT 1 GROUP BY CUBE (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
<<<
allowed:

>>>
SELECT 1 GROUP BY CUBE (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), ROLLUP (1)
<<<
refused: 54001 limit-grouping: too many grouping sets present (maximum 4096)

>>>
SELECT 'a'::name, 'a'::pg_catalog.name, 1::oid, '{}'::_text, '{}'::pg_catalog._int4
<<<
allowed:

>>>
SELECT 'a'::other.name
<<<
refused: 42704 type at 13: type "other.name" does not exist

>>>
SELECT 'a'::name(3)
<<<
refused: 42704 type at 13: type "name" does not exist

>>>
SELECT INTERVAL '1 day', INTERVAL '1' DAY, INTERVAL(3) '1 second'
<<<
allowed:

>>>
SELECT 1 FROM pg_class, pg_catalog.pg_class AS other
<<<
allowed: pg_catalog.pg_class

>>>
SELECT ('x' || left('0f', 8))::bit(32)::int, (('x0f'::bit(8)))::bigint
<<<
allowed:

>>>
SELECT ('x' || left('0f', 8))::bit(32)::text
<<<
refused: 0A000 not-supported at 9: the type bit is not supported

>>>
SELECT '1'::bit(8)
<<<
refused: 0A000 not-supported at 8: the type bit is not supported

>>>
SELECT (SELECT 'x' FROM hr.salaries)::bit(32)::int
<<<
refused: 42P01 relation at 25: relation "hr.salaries" does not exist
