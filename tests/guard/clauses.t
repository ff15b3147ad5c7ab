# The clauses of a query: FROM, WITH, set operations, GROUP BY, ORDER BY, LIMIT.

>>>
SELECT 1 FROM events NATURAL flag_evaluations
<<<
refused: 42601 syntax at 30: syntax error at or near "flag_evaluations"

>>>
SELECT 1 FROM events a JOIN flag_evaluations b JOIN assignments c ON true ON true
<<<
allowed: exp.assignments, exp.events, exp.flag_evaluations

>>>
SELECT 1 FROM events a JOIN flag_evaluations b, assignments
<<<
refused: 42601 syntax at 47: syntax error at or near ","

>>>
SELECT 1 FROM events JOIN flag_evaluations USING (user_id) AS x
<<<
refused: 0A000 not-supported at 60: an alias for JOIN … USING is not supported

>>>
SELECT 1 FROM events TABLESAMPLE system (1)
<<<
refused: 0A000 not-supported at 22: TABLESAMPLE is not supported

>>>
SELECT 1 FROM ROWS FROM (generate_series(1, 2)) AS g
<<<
refused: 0A000 not-supported at 15: ROWS FROM is not supported

>>>
SELECT 1 FROM XMLTABLE ('/a' PASSING 'b' COLUMNS c int) AS x
<<<
refused: 0A000 not-supported at 15: XMLTABLE is not supported

>>>
SELECT 1 FROM LATERAL events
<<<
refused: 42601 syntax at 23: syntax error at or near "events"

>>>
SELECT 1 FROM CAST(1 AS int) AS x
<<<
refused: 0A000 not-supported at 15: such an expression in FROM is not supported

>>>
SELECT 1 FROM count(*) OVER () AS x
<<<
refused: 42601 syntax at 15: such a call is not allowed in FROM

>>>
SELECT 1 FROM count(DISTINCT 1) AS x
<<<
refused: 42601 syntax at 15: such a call is not allowed in FROM

>>>
SELECT 1 FROM ONLY (events)
<<<
allowed: exp.events

>>>
SELECT 1 FROM ONLY events e
<<<
allowed: exp.events

>>>
SELECT 1 FROM events *
<<<
allowed: exp.events

>>>
SELECT 1 FROM (events)
<<<
refused: 42601 syntax at 22: syntax error at or near ")"

>>>
SELECT 1 FROM ((SELECT 1) a CROSS JOIN events)
<<<
allowed: exp.events

>>>
SELECT 1 FROM ((SELECT 1) UNION SELECT 2) AS q
<<<
allowed:

>>>
SELECT 1 FROM (((SELECT 1) a CROSS JOIN events) CROSS JOIN assignments) AS j
<<<
allowed: exp.assignments, exp.events

>>>
SELECT 1 FROM (((SELECT 1) a CROSS JOIN events) j CROSS JOIN assignments)
<<<
allowed: exp.assignments, exp.events

>>>
SELECT 1 FROM ((((SELECT 1) a CROSS JOIN events) CROSS JOIN assignments) CROSS JOIN flag_evaluations)
<<<
allowed: exp.assignments, exp.events, exp.flag_evaluations

>>>
SELECT 1 FROM ((((SELECT 1) UNION SELECT 2) ORDER BY 1)) AS q
<<<
allowed:

>>>
SELECT 1 FROM (((SELECT 1)) CROSS JOIN events)
<<<
refused: 42601 syntax at 16: subquery in FROM must have an alias

>>>
SELECT 1 FROM LATERAL ((SELECT 1)) q
<<<
allowed:

>>>
SELECT 1 FROM LATERAL ((SELECT 1) UNION SELECT 2) q
<<<
allowed:

>>>
SELECT 1 FROM LATERAL ((SELECT 1) a CROSS JOIN events) q
<<<
refused: 42601 syntax at 35: syntax error at or near "a"

>>>
SELECT 1 FROM LATERAL (((SELECT 1) a CROSS JOIN events) CROSS JOIN events) q
<<<
refused: 42601 syntax at 57: syntax error at or near "CROSS"

>>>
SELECT 1 FROM LATERAL (events CROSS JOIN assignments) q
<<<
refused: 42601 syntax at 56: syntax error at end of input

>>>
SELECT 1 FROM generate_series(1, 2) AS (a int)
<<<
refused: 0A000 not-supported at 37: a column definition list without an alias is not supported

>>>
SELECT 1 FROM unnest(a => ARRAY[1]) AS u
<<<
allowed:

>>>
SELECT 1 FROM (VALUES (1))
<<<
refused: 42601 syntax at 15: VALUES in FROM must have an alias

>>>
SELECT 1 FROM (SELECT 1)
<<<
refused: 42601 syntax at 15: subquery in FROM must have an alias

>>>
SELECT 1 FROM a.b.c.d
<<<
refused: 42601 relation at 15: improper qualified name (too many dotted names): a.b.c.d

>>>
WITH c AS NOT MATERIALIZED (SELECT 1), d AS MATERIALIZED (SELECT 2) SELECT 1 FROM c, d
<<<
allowed:

>>>
WITH RECURSIVE c(a) AS (SELECT 1 UNION ALL SELECT 2 FROM c) SEARCH DEPTH FIRST BY a SET b SELECT 1 FROM c
<<<
refused: 0A000 not-supported at 61: SEARCH or CYCLE is not supported

>>>
WITH RECURSIVE c(a) AS (SELECT 1 UNION ALL SELECT 2 FROM c) CYCLE a SET b USING d SELECT 1 FROM c
<<<
refused: 0A000 not-supported at 61: SEARCH or CYCLE is not supported

>>>
WITH c AS (SELECT 1) MERGE INTO events USING c ON true WHEN MATCHED THEN DO NOTHING
<<<
refused: 25006 read-only at 22: cannot execute MERGE in a read-only transaction

>>>
SELECT 1 UNION ((SELECT 1) + 1)
<<<
refused: 42601 syntax at 16: syntax error at or near "("

>>>
((SELECT 1) + 1)
<<<
refused: 42601 syntax at 1: syntax error at or near "("

>>>
SELECT 1 UNION (1)
<<<
refused: 42601 syntax at 17: syntax error at or near "1"

>>>
SELECT 1 UNION (DELETE FROM events)
<<<
refused: 25006 read-only at 17: cannot execute DELETE in a read-only transaction

>>>
SELECT 1 UNION DISTINCT SELECT 2 INTERSECT ALL SELECT 3
<<<
allowed:

>>>
SELECT 1 UNION
<<<
refused: 42601 syntax at 15: syntax error at end of input

>>>
VALUES (DEFAULT)
<<<
refused: 42601 syntax at 9: DEFAULT is not allowed in this context

>>>
SELECT DISTINCT
<<<
refused: 42601 syntax at 16: syntax error at end of input

>>>
SELECT DISTINCT FROM events
<<<
refused: 42601 syntax at 17: syntax error at or near "FROM"

>>>
SELECT ALL 1 FROM events
<<<
allowed: exp.events

>>>
SELECT (e).* FROM events e
<<<
allowed: exp.events

>>>
SELECT (e).*.x FROM events e
<<<
refused: 42601 syntax at 13: syntax error at or near "."

>>>
SELECT (e).a.* FROM events e
<<<
refused: 0A000 not-supported at 11: ".*" after such an expression is not supported

>>>
SELECT (e).a FROM events e
<<<
allowed: exp.events

>>>
SELECT lower('a').* FROM events e
<<<
refused: 42601 syntax at 18: syntax error at or near "."

>>>
SELECT 1 GROUP BY DISTINCT 1
<<<
refused: 0A000 not-supported at 19: GROUP BY DISTINCT is not supported

>>>
SELECT 1 FROM events GROUP BY ALL a
<<<
allowed: exp.events

>>>
SELECT a, b FROM events GROUP BY CUBE (a, (b)), ROLLUP ((a, b))
<<<
allowed: exp.events

>>>
SELECT a FROM events GROUP BY GROUPING SETS (a, (a), (a, b), ())
<<<
allowed: exp.events

>>>
SELECT a FROM events GROUP BY GROUPING SETS (GROUPING SETS (a, (b)), CUBE (a, b), ROLLUP (a, b))
<<<
allowed: exp.events

>>>
SELECT 1 GROUP BY GROUPING SETS (CUBE (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13))
<<<
refused: 54011 limit-grouping at 34: CUBE is limited to 12 elements

>>>
SELECT 1 GROUP BY GROUPING SETS (ROLLUP (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13))
<<<
refused: 0A000 not-supported at 34: a ROLLUP of more than 12 elements inside GROUPING SETS is not supported

>>>
SELECT a FROM events GROUP BY ()
<<<
allowed: exp.events

>>>
SELECT a FROM events ORDER BY a USING <, b USING > NULLS FIRST
<<<
allowed: exp.events

>>>
SELECT a FROM events ORDER BY a USING ~
<<<
refused: 0A000 not-supported at 33: ORDER BY … USING another operator than < or > is not supported

>>>
SELECT 1 LIMIT ALL OFFSET 1 ROW
<<<
allowed:

>>>
SELECT 1 OFFSET 1 ROWS FETCH NEXT ROW ONLY
<<<
allowed:

>>>
SELECT 1 LIMIT 1, 2
<<<
refused: 42601 syntax at 10: LIMIT #,# syntax is not supported

>>>
SELECT 1 LIMIT 1 LIMIT 2
<<<
refused: 42601 syntax at 18: syntax error at or near "LIMIT"

>>>
SELECT 1 OFFSET 1 OFFSET 2
<<<
refused: 42601 syntax at 19: syntax error at or near "OFFSET"

>>>
SELECT 1 LIMIT 1 FETCH FIRST 1 ROW ONLY
<<<
refused: 42601 syntax at 18: syntax error at or near "FETCH"

>>>
SELECT 1 FETCH 1 ROW ONLY
<<<
refused: 42601 syntax at 16: syntax error at or near "1"

>>>
SELECT 1 FETCH FIRST 1 ONLY
<<<
refused: 42601 syntax at 24: syntax error at or near "ONLY"

>>>
SELECT 1 FETCH FIRST 2 ROWS
<<<
refused: 42601 syntax at 28: syntax error at end of input

>>>
SELECT 1 FOR SHARE
<<<
refused: 25006 read-only at 10: cannot execute SELECT FOR SHARE in a read-only transaction

>>>
SELECT 1 FOR KEY SHARE
<<<
refused: 25006 read-only at 10: cannot execute SELECT FOR KEY SHARE in a read-only transaction

>>>
SELECT 1 FOR READ ONLY FOR READ ONLY
<<<
refused: 42601 syntax at 24: syntax error at or near "FOR"

>>>
SELECT sum(1) OVER w FROM events WINDOW w AS (ORDER BY a)
<<<
allowed: exp.events

>>>
CREATE SOMETHING x
<<<
refused: 42601 syntax at 8: syntax error at or near "SOMETHING"

>>>
ALTER SYSTEM SET x = 1
<<<
refused: 25006 read-only at 1: cannot execute ALTER SYSTEM in a read-only transaction

>>>
DROP ACCESS METHOD x
<<<
refused: 25006 read-only at 1: cannot execute DROP ACCESS METHOD in a read-only transaction

>>>
(((1)))
<<<
refused: 42601 syntax at 4: syntax error at or near "1"

>>>
SELECT 1 FROM unnest(a => (SELECT user_id FROM hr.salaries)) AS u
<<<
refused: 42P01 relation at 48: relation "hr.salaries" does not exist

>>>
SELECT 1 FOR nothing
<<<
refused: 42601 syntax at 14: syntax error at or near "nothing"
