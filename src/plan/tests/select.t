SELECT 1, 2 AS two, 'a', NULL, true, 1.5, 10000000000
----
?column?|two|?column?|?column?|?column?|?column?|?column?
1|2|a|∅|t|1.5|10000000000


SELECT * FROM t ORDER BY id
----
id|name|grp|amount|score|at|day|ok
1|a|x|10.50|1.5|2025-01-01 10:00:00+00|2025-01-01|t
2|b|x|20.00|2.5|2025-01-02 10:00:00+00|2025-01-02|f
3|c|y|20.0|∅|2025-01-03 10:00:00+00|2025-01-03|∅
4|∅|y|∅|-0.5|2025-01-03 12:00:00+00|∅|t
5|a|∅|1.5|1.5|∅|2025-01-01|f


SELECT t.*, 1 FROM t ORDER BY 1
----
id|name|grp|amount|score|at|day|ok|?column?
1|a|x|10.50|1.5|2025-01-01 10:00:00+00|2025-01-01|t|1
2|b|x|20.00|2.5|2025-01-02 10:00:00+00|2025-01-02|f|1
3|c|y|20.0|∅|2025-01-03 10:00:00+00|2025-01-03|∅|1
4|∅|y|∅|-0.5|2025-01-03 12:00:00+00|∅|t|1
5|a|∅|1.5|1.5|∅|2025-01-01|f|1


SELECT id, name FROM t WHERE id > 2 AND ok ORDER BY id
----
id|name
4|∅


SELECT x.id AS foo FROM t AS x ORDER BY foo DESC
----
foo
5
4
3
2
1


SELECT a FROM t AS x(a, b) ORDER BY b, a
----
a
1
5
2
3
4


SELECT nope FROM t
----
error: 42703 column "nope" does not exist


SELECT t.nope FROM t
----
error: 42703 column t.nope does not exist


SELECT x.id FROM t
----
error: 42P01 missing FROM-clause entry for table "x"


SELECT id FROM t, u
----
error: 42702 column reference "id" is ambiguous


SELECT * FROM nope
----
error: 42P01 relation "nope" does not exist


SELECT * FROM t, t
----
error: 42712 table name "t" specified more than once


SELECT *
----
error: 42601 SELECT * with no tables specified is not valid


SELECT id FROM t ORDER BY name, id
----
id
1
5
2
3
4


SELECT id FROM t ORDER BY name DESC, id DESC
----
id
4
3
2
5
1


SELECT id FROM t ORDER BY name NULLS FIRST, id
----
id
4
1
5
2
3


SELECT id FROM t ORDER BY 2
----
error: 42P10 ORDER BY position 2 is not in select list


SELECT id FROM t ORDER BY 'x'
----
error: 42601 non-integer constant in ORDER BY


SELECT id FROM t ORDER BY -id
----
id
5
4
3
2
1


SELECT id, -id AS id FROM t ORDER BY id
----
error: 42702 ORDER BY "id" is ambiguous


SELECT name AS id, id AS z FROM t ORDER BY id + 1
----
id|z
a|1
b|2
c|3
∅|4
a|5


SELECT id FROM t ORDER BY id LIMIT 2
----
id
1
2


SELECT id FROM t ORDER BY id LIMIT 2 OFFSET 1
----
id
2
3


SELECT id FROM t ORDER BY id OFFSET 3
----
id
4
5


SELECT id FROM t ORDER BY id LIMIT NULL
----
id
1
2
3
4
5


SELECT id FROM t ORDER BY id LIMIT -1
----
error: 2201W LIMIT must not be negative


SELECT id FROM t ORDER BY id OFFSET -1
----
error: 2201X OFFSET must not be negative


SELECT id FROM t ORDER BY id LIMIT 1+1
----
id
1
2


SELECT id FROM t ORDER BY id LIMIT id
----
error: 42P10 argument of LIMIT must not contain variables


SELECT name FROM t ORDER BY name FETCH FIRST 1 ROW WITH TIES
----
name
a
a


SELECT name FROM t ORDER BY name OFFSET 1 FETCH FIRST 1 ROW WITH TIES
----
name
a


SELECT id FROM t ORDER BY id FETCH FIRST ROW ONLY
----
id
1


SELECT DISTINCT name FROM t ORDER BY name
----
name
a
b
c
∅


SELECT DISTINCT amount FROM t WHERE id IN (2, 3)
----
amount
20.00


SELECT count(*) FROM (SELECT DISTINCT amount FROM t) AS d
----
count
4


SELECT DISTINCT name FROM t ORDER BY id
----
error: 42P10 for SELECT DISTINCT, ORDER BY expressions must appear in select list


SELECT DISTINCT ON (grp) grp, id FROM t ORDER BY grp, id DESC
----
grp|id
x|2
y|4
∅|5


SELECT DISTINCT ON (grp) grp, id FROM t ORDER BY id
----
error: 42P10 SELECT DISTINCT ON expressions must match initial ORDER BY expressions


SELECT DISTINCT ON (name) id, name FROM t ORDER BY name, id LIMIT 2
----
id|name
1|a
2|b


SELECT id FROM t WHERE name
----
error: 42804 argument of WHERE must be type boolean, not type text


SELECT id FROM t WHERE 1
----
error: 42804 argument of WHERE must be type boolean, not type integer


SELECT CASE WHEN id = 1 THEN 'one' WHEN id = 2 THEN 'two' END FROM t ORDER BY id
----
case
one
two
∅
∅
∅


SELECT CASE id WHEN 1 THEN 1.5 ELSE 2 END FROM t ORDER BY id
----
case
1.5
2
2
2
2


SELECT CASE WHEN id > 1 THEN id ELSE 'x' END FROM t
----
error: 22P02 invalid input syntax for type integer: "x"


SELECT CASE WHEN id = 1 THEN 0 ELSE 1 / (id - 1) END AS c FROM t ORDER BY id
----
c
0
1
0
0
0


SELECT id FROM t WHERE id BETWEEN 2 AND 4 ORDER BY id
----
id
2
3
4


SELECT id FROM t WHERE id NOT BETWEEN 2 AND 4 ORDER BY id
----
id
1
5


SELECT id FROM t WHERE id IN (1, 3, NULL) ORDER BY id
----
id
1
3


SELECT id FROM t WHERE id NOT IN (1, 3, NULL) ORDER BY id
----
id


SELECT id FROM t WHERE name IN ('a', 'b') ORDER BY id
----
id
1
2
5


SELECT id FROM t WHERE amount IN (20, 1.5) ORDER BY id
----
id
2
3
5


SELECT id FROM t WHERE (id, name) IN ((1, 'a'), (2, 'z')) ORDER BY id
----
id
1


SELECT id FROM t WHERE (id, name) = (1, 'a')
----
id
1


SELECT id FROM t WHERE (grp, id) < ('y', 2) ORDER BY id
----
id
1
2


SELECT id FROM t WHERE (grp, id) >= ('x', 2) ORDER BY id
----
id
2
3
4


SELECT (1, 2) < (1, NULL), (1, NULL) < (2, 1), (1, 2) = (1, 2), (NULL, 1) = (1, 2), (1, 2) <> (1, NULL)
----
?column?|?column?|?column?|?column?|?column?
∅|t|t|f|∅


SELECT id FROM t WHERE ok IS TRUE ORDER BY id
----
id
1
4


SELECT id FROM t WHERE ok IS NOT TRUE ORDER BY id
----
id
2
3
5


SELECT id FROM t WHERE ok IS UNKNOWN ORDER BY id
----
id
3


SELECT id FROM t WHERE name IS NULL
----
id
4


SELECT id FROM t WHERE name IS DISTINCT FROM 'a' ORDER BY id
----
id
2
3
4


SELECT id FROM t WHERE amount IS NOT DISTINCT FROM 20.000 ORDER BY id
----
id
2
3


SELECT id FROM t WHERE NOT ok ORDER BY id
----
id
2
5


SELECT id FROM t WHERE name LIKE 'a%' ORDER BY id
----
id
1
5


SELECT id FROM t WHERE name NOT LIKE 'a%' ORDER BY id
----
id
2
3


SELECT id + 1, id * 2.5, -id, id / 2, id % 2 FROM t ORDER BY id
----
?column?|?column?|?column?|?column?|?column?
2|2.5|-1|0|1
3|5.0|-2|1|0
4|7.5|-3|1|1
5|10.0|-4|2|0
6|12.5|-5|2|1


SELECT 2147483648, -2147483648, 9223372036854775808, -9223372036854775808
----
?column?|?column?|?column?|?column?
2147483648|-2147483648|9223372036854775808|-9223372036854775808


SELECT id::text || name FROM t ORDER BY id
----
?column?
1a
2b
3c
∅
5a


SELECT name || '-' || grp FROM t ORDER BY id
----
?column?
a-x
b-x
c-y
∅
∅


SELECT CAST('12' AS int), '1.50'::numeric, 'x'::text
----
int4|numeric|text
12|1.50|x


SELECT 'abc'::int
----
error: 22P02 invalid input syntax for type integer: "abc"


SELECT 1 + 'abc'
----
error: 22P02 invalid input syntax for type integer: "abc"


SELECT id + name FROM t
----
error: 42883 operator does not exist: integer + text


SELECT nofunc(id) FROM t
----
error: 42883 function nofunc(integer) does not exist


SELECT pg_catalog.upper(name) FROM t ORDER BY id
----
upper
A
B
C
∅
A


SELECT coalesce(name, 'none'), nullif(id, 2), greatest(id, 3), least(id, 3) FROM t ORDER BY id
----
coalesce|nullif|greatest|least
a|1|3|1
b|∅|3|2
c|3|3|3
none|4|4|3
a|5|5|3


SELECT upper(name), length(name), substring(name from 1 for 1), trim(name), position('a' in name) FROM t WHERE id = 1
----
upper|length|substring|btrim|position
A|1|a|a|1


SELECT ARRAY[1, 2, 3], ARRAY['a', NULL], (ARRAY[1, 2, 3])[2], (ARRAY[1, 2, 3])[0], (ARRAY[1,2,3])[-1], (ARRAY[1, 2, 3])[2:3]
----
array|array|array|array|array|array
{1,2,3}|{a,NULL}|2|∅|∅|{2,3}


SELECT ARRAY[]
----
error: 42P18 cannot determine type of empty array


SELECT ARRAY[]::int[]
----
array
{}


SELECT 2 = ANY(ARRAY[1, 2]), 3 = ANY(ARRAY[1, NULL]), 3 <> ALL(ARRAY[1, 2]), 1 < ALL(ARRAY[2, 3])
----
?column?|?column?|?column?|?column?
t|∅|t|t


SELECT id FROM t WHERE id = ANY('{1,3}'::int[]) ORDER BY id
----
id
1
3


SELECT id FROM t WHERE id = ANY('{1,3}') ORDER BY id
----
id
1
3


SELECT id FROM t WHERE name <> ALL('{a,b}') ORDER BY id
----
id
3


SELECT ROW(1, 'a')
----
row
(1,a)


SELECT VALUES FROM t
----
error: 42703 column "values" does not exist


VALUES (1, 'a'), (2, 'b')
----
column1|column2
1|a
2|b


VALUES (1), (2.5)
----
column1
1
2.5


VALUES (1), ('x')
----
error: 22P02 invalid input syntax for type integer: "x"


VALUES (1, 2), (3)
----
error: 42601 VALUES lists must all be the same length


VALUES (3), (1), (2) ORDER BY column1 LIMIT 2
----
column1
1
2


SELECT x FROM (VALUES (1, 'a'), (2, 'b')) AS v(x, y) WHERE y = 'b'
----
x
2


SELECT * FROM (SELECT 1)
----
error: 42601 subquery in FROM must have an alias


SELECT 1 AS a, 2 AS a
----
a|a
1|2


SELECT * FROM (SELECT 1 AS a, 2 AS a) AS s
----
a|a
1|2


SELECT a FROM (SELECT 1 AS a, 2 AS a) AS s
----
error: 42702 column reference "a" is ambiguous


SELECT "ID" FROM t
----
error: 42703 column "ID" does not exist


SELECT ID, Name FROM T WHERE Id = 1
----
id|name
1|a


SELECT true AND NULL, false AND NULL, true OR NULL, NOT NULL::boolean
----
?column?|?column?|?column?|?column?
∅|f|t|∅


SELECT date '2025-01-01', interval '1 day', timestamptz '2025-01-01 00:00:00+00'
----
date|interval|timestamptz
2025-01-01|1 day|2025-01-01 00:00:00+00


SELECT id FROM t WHERE at >= '2025-01-02' AND at < '2025-01-03 11:00' ORDER BY id
----
id
2
3


SELECT id FROM t WHERE day = date '2025-01-01' ORDER BY id
----
id
1
5


SELECT extract(year from day) FROM t WHERE id = 1
----
extract
2025


SELECT name COLLATE "C" FROM t ORDER BY name COLLATE "C", id
----
name
a
a
b
c
∅


SELECT name COLLATE "xx" FROM t
----
error: 42704 collation "xx" for encoding "UTF8" does not exist


SELECT t FROM t WHERE id = 1
----
t
(1,a,x,10.50,1.5,"2025-01-01 10:00:00+00",2025-01-01,t)


SELECT u FROM u ORDER BY tag
----
u
(,n,500)
(1,p,100)
(1,q,200)
(2,r,300)
(7,s,)


SELECT (u).tag FROM u ORDER BY tag
----
tag
n
p
q
r
s


SELECT id FROM t WHERE count(*) > 1
----
error: 42803 aggregate functions are not allowed in WHERE


