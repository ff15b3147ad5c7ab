# What the policy revokes from the role, wherever it stands.

>>>
SELECT * FROM pg_locks
<<<
refused: 42501 revoked at 15: permission denied for relation pg_locks

>>>
SELECT (SELECT count(*) FROM pg_catalog.pg_locks)
<<<
refused: 42501 revoked at 30: permission denied for relation pg_locks

>>>
TABLE tollgate.pg_catalog.pg_locks
<<<
refused: 42501 revoked at 7: permission denied for relation pg_locks

>>>
SELECT 1 FROM events WHERE EXISTS (SELECT FROM "pg_locks")
<<<
refused: 42501 revoked at 48: permission denied for relation pg_locks

>>>
COPY (SELECT * FROM pg_locks) TO STDOUT
<<<
refused: 42501 revoked at 21: permission denied for relation pg_locks

>>>
EXPLAIN SELECT 1 UNION SELECT 2 FROM pg_locks
<<<
refused: 42501 revoked at 38: permission denied for relation pg_locks

>>>
SELECT * FROM pg_class, LATERAL pg_show_all_settings()
<<<
refused: 42501 revoked at 33: permission denied for function pg_show_all_settings

>>>
SELECT * FROM ROWS FROM (pg_catalog.pg_show_all_settings()) s
<<<
refused: 0A000 not-supported at 15: ROWS FROM is not supported

>>>
SELECT pg_sleep(1)
<<<
refused: 42501 revoked at 8: permission denied for function pg_sleep

>>>
SELECT 1 FROM events ORDER BY Tollgate.PG_Catalog.PG_Sleep(1)
<<<
refused: 42501 revoked at 31: permission denied for function pg_sleep

>>>
WITH pg_locks AS (SELECT 1) SELECT * FROM pg_locks
<<<
allowed:

>>>
WITH l AS (SELECT * FROM pg_locks) SELECT 1
<<<
refused: 42501 revoked at 26: permission denied for relation pg_locks

>>>
SELECT public.pg_sleep(1)
<<<
refused: 42883 function at 8: function public.pg_sleep does not exist

>>>
SELECT pg_sleep FROM (SELECT 1 AS pg_sleep) AS pg_locks
<<<
allowed:

>>>
SELECT date '2020-01-01' AT TIME ZONE 'UTC'
<<<
refused: 42501 revoked: permission denied for function timezone

>>>
SELECT position('a' IN 'b')
<<<
refused: 42501 revoked: permission denied for function position

>>>
SELECT overlay('a' PLACING 'b' FROM 1)
<<<
refused: 42501 revoked: permission denied for function overlay

>>>
SELECT trim(LEADING FROM 'a')
<<<
refused: 42501 revoked: permission denied for function ltrim

>>>
SELECT trim(TRAILING 'a' FROM 'a')
<<<
refused: 42501 revoked: permission denied for function rtrim

>>>
SELECT trim('a')
<<<
allowed:

>>>
SELECT 'a' LIKE 'b' ESCAPE 'c'
<<<
refused: 42501 revoked: permission denied for function like_escape

>>>
SELECT 'a' ILIKE 'b'
<<<
allowed:

>>>
SELECT 'a' SIMILAR TO 'b'
<<<
refused: 42501 revoked: permission denied for function similar_to_escape

>>>
SELECT 'a' IS NOT NORMALIZED
<<<
refused: 42501 revoked: permission denied for function is_normalized

>>>
SELECT (date '2020-01-01', date '2020-01-02') OVERLAPS (date '2020-01-01', date '2020-01-02')
<<<
refused: 42501 revoked: permission denied for function overlaps

>>>
SELECT ceil(1.5)
<<<
refused: 42501 revoked at 8: permission denied for function ceil

>>>
SELECT floor(1.5)
<<<
allowed:

>>>
SELECT information_schema._pg_expandarray(ARRAY[1])
<<<
refused: 42501 revoked at 8: permission denied for function _pg_expandarray

>>>
SELECT * FROM unnest(ARRAY[1, 2])
<<<
refused: 42501 revoked: permission denied for function unnest

>>>
SELECT 1 FROM events, UNNEST(ARRAY[1], ARRAY[2]) AS u(x, y)
<<<
refused: 42501 revoked: permission denied for function unnest

>>>
SELECT 1 FROM events CROSS JOIN LATERAL "unnest"(ARRAY[1])
<<<
refused: 42501 revoked at 41: permission denied for function unnest

>>>
SELECT unnest(ARRAY[1, 2])
<<<
refused: 42501 revoked at 8: permission denied for function unnest

>>>
SELECT CURRENT_USER
<<<
refused: 42501 revoked: permission denied for function current_user

>>>
SELECT current_timestamp(3)
<<<
refused: 42501 revoked: permission denied for function current_timestamp

>>>
SELECT session_user, localtimestamp(3)
<<<
allowed:
