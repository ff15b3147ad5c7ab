SELECT t.id, u.tag FROM t JOIN u ON t.id = u.id ORDER BY 1, 2
----
id|tag
1|p
1|q
2|r


SELECT t.id, u.tag FROM t LEFT JOIN u ON t.id = u.id ORDER BY 1, 2
----
id|tag
1|p
1|q
2|r
3|∅
4|∅
5|∅


SELECT t.id, u.tag FROM t RIGHT JOIN u ON t.id = u.id ORDER BY 1, 2
----
id|tag
1|p
1|q
2|r
∅|n
∅|s


SELECT t.id, u.id, u.tag FROM t FULL JOIN u ON t.id = u.id ORDER BY 1, 2, 3
----
id|id|tag
1|1|p
1|1|q
2|2|r
3|∅|∅
4|∅|∅
5|∅|∅
∅|7|s
∅|∅|n


SELECT id, tag FROM t JOIN u USING (id) ORDER BY 1, 2
----
id|tag
1|p
1|q
2|r


SELECT * FROM n JOIN (SELECT id AS x, tag FROM u) AS v USING (x) ORDER BY x, tag
----
x|tag
1|p
1|q
2|r
2|r


SELECT id, tag FROM t FULL JOIN u USING (id) ORDER BY 1, 2
----
id|tag
1|p
1|q
2|r
3|∅
4|∅
5|∅
7|s
∅|n


SELECT id, tag FROM t RIGHT JOIN u USING (id) ORDER BY 1, 2
----
id|tag
1|p
1|q
2|r
7|s
∅|n


SELECT * FROM (SELECT id FROM t) AS a NATURAL JOIN (SELECT id, tag FROM u) AS b ORDER BY 1, 2
----
id|tag
1|p
1|q
2|r


SELECT t.id, u.tag FROM t CROSS JOIN u WHERE t.id = 1 ORDER BY 2
----
id|tag
1|n
1|p
1|q
1|r
1|s


SELECT a.id, b.id FROM t a, t b WHERE a.id = b.id + 1 ORDER BY 1
----
id|id
2|1
3|2
4|3
5|4


SELECT t.id FROM t LEFT JOIN u ON t.id = u.id AND u.val > 100 WHERE u.id IS NULL ORDER BY 1
----
id
3
4
5


SELECT j.id, tag FROM (t JOIN u USING (id)) AS j ORDER BY 1, 2
----
id|tag
1|p
1|q
2|r


SELECT t.id FROM t JOIN u ON t.amount = u.val / 10.0 ORDER BY 1
----
id
2
3


SELECT id FROM t JOIN u USING (nope)
----
error: 42703 column "nope" specified in USING clause does not exist in left table


SELECT id FROM t JOIN u ON t.id
----
error: 42804 argument of JOIN/ON must be type boolean, not type integer


SELECT t.id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id) ORDER BY 1
----
id
1
2


SELECT t.id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.id = t.id) ORDER BY 1
----
id
3
4
5


SELECT t.id FROM t WHERE t.id IN (SELECT id FROM u) ORDER BY 1
----
id
1
2


SELECT t.id FROM t WHERE t.id NOT IN (SELECT id FROM u) ORDER BY 1
----
id


SELECT t.id FROM t WHERE t.id NOT IN (SELECT id FROM u WHERE id IS NOT NULL) ORDER BY 1
----
id
3
4
5


SELECT t.id FROM t WHERE t.id NOT IN (SELECT x FROM e) ORDER BY 1
----
id
1
2
3
4
5


SELECT x FROM n WHERE x NOT IN (SELECT id FROM u WHERE id IS NOT NULL) ORDER BY 1
----
x


SELECT x, x IN (SELECT id FROM u) FROM n ORDER BY 1
----
x|?column?
1|t
2|t
2|t
∅|∅


SELECT x, x NOT IN (SELECT id FROM u WHERE id = 1) FROM n ORDER BY 1
----
x|?column?
1|f
2|t
2|t
∅|∅


SELECT id, id IN (SELECT id FROM u WHERE u.tag = t.name) FROM t ORDER BY 1
----
id|?column?
1|f
2|f
3|f
4|f
5|f


SELECT id, EXISTS (SELECT 1 FROM u WHERE u.id = t.id) FROM t ORDER BY 1
----
id|exists
1|t
2|t
3|f
4|f
5|f


SELECT id FROM t WHERE id > ALL (SELECT id FROM u WHERE id < 3) ORDER BY 1
----
id
3
4
5


SELECT id FROM t WHERE id > ANY (SELECT id FROM u) ORDER BY 1
----
id
2
3
4
5


SELECT id FROM t WHERE id > ALL (SELECT id FROM u) ORDER BY 1
----
id


SELECT id FROM t WHERE id = ALL (SELECT x FROM e) ORDER BY 1
----
id
1
2
3
4
5


SELECT (SELECT max(id) FROM u)
----
max
7


SELECT id, (SELECT max(val) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|max
1|200
2|300
3|∅
4|∅
5|∅


SELECT id, (SELECT count(*) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|count
1|2
2|1
3|0
4|0
5|0


SELECT id, (SELECT tag FROM u WHERE u.id = t.id AND u.val > 100) FROM t ORDER BY id
----
id|tag
1|q
2|r
3|∅
4|∅
5|∅


SELECT id, (SELECT tag FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
error: 21000 more than one row returned by a subquery used as an expression


SELECT (SELECT tag FROM u)
----
error: 21000 more than one row returned by a subquery used as an expression


SELECT (SELECT id, tag FROM u)
----
error: 42601 subquery must return only one column


SELECT (SELECT tag FROM u WHERE false) IS NULL
----
?column?
t


SELECT id, (SELECT tag FROM u WHERE u.id = t.id ORDER BY val DESC LIMIT 1) FROM t ORDER BY id
----
id|tag
1|q
2|r
3|∅
4|∅
5|∅


SELECT ARRAY(SELECT id FROM t ORDER BY id DESC)
----
array
{5,4,3,2,1}


SELECT ARRAY(SELECT x FROM (VALUES (3), (1), (2)) v(x) ORDER BY x)
----
array
{1,2,3}


SELECT id, ARRAY(SELECT tag FROM u WHERE u.id = t.id ORDER BY tag) FROM t ORDER BY id
----
id|array
1|{p,q}
2|{r}
3|{}
4|{}
5|{}


SELECT t.id, s.c FROM t, LATERAL (SELECT count(*) AS c FROM u WHERE u.id = t.id) AS s ORDER BY 1
----
id|c
1|2
2|1
3|0
4|0
5|0


SELECT t.id, s.tag FROM t LEFT JOIN LATERAL (SELECT tag FROM u WHERE u.id = t.id ORDER BY val LIMIT 1) AS s ON true ORDER BY 1
----
id|tag
1|p
2|r
3|∅
4|∅
5|∅


SELECT t.id, s.y FROM t CROSS JOIN LATERAL (SELECT t.id + 1 AS y) AS s ORDER BY 1
----
id|y
1|2
2|3
3|4
4|5
5|6


SELECT id FROM t WHERE id = (SELECT min(id) FROM u WHERE u.id >= t.id) ORDER BY 1
----
id
1
2


SELECT id FROM t o WHERE EXISTS (SELECT 1 FROM u WHERE u.id = o.id AND EXISTS (SELECT 1 FROM n WHERE n.x = o.id)) ORDER BY 1
----
id
1
2


WITH a AS (SELECT id, name FROM t WHERE id < 3) SELECT * FROM a ORDER BY id
----
id|name
1|a
2|b


WITH a(x) AS (SELECT id FROM t), b AS (SELECT x + 1 AS y FROM a) SELECT a.x, b.y FROM a JOIN b ON a.x = b.y ORDER BY 1
----
x|y
2|2
3|3
4|4
5|5


WITH t AS (SELECT 1 AS id) SELECT * FROM t
----
id
1


WITH a AS (SELECT 1), a AS (SELECT 2) SELECT * FROM a
----
error: 42712 WITH query name "a" specified more than once


WITH a(x, y) AS (SELECT 1) SELECT * FROM a
----
error: 42P10 WITH query "a" has 1 columns available but 2 columns specified


WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT * FROM r ORDER BY n
----
n
1
2
3
4
5


WITH RECURSIVE r AS (SELECT 1 AS n UNION SELECT (n * 2) % 7 FROM r) SELECT * FROM r ORDER BY n
----
n
1
2
4


WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM r WHERE n < 5) SELECT * FROM r
----
error: 42804 recursive query "r" column 1 has type integer in non-recursive term but type numeric overall


WITH RECURSIVE r AS (SELECT n FROM r) SELECT * FROM r
----
error: 42P19 recursive query "r" does not have the form non-recursive-term UNION [ALL] recursive-term


WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT count(*)::int FROM r) SELECT * FROM r
----
error: 42P19 aggregate functions are not allowed in a recursive query's recursive term


WITH RECURSIVE a AS (SELECT 1 AS x) SELECT * FROM a
----
x
1


SELECT id FROM t UNION SELECT id FROM u ORDER BY id
----
id
1
2
3
4
5
7
∅


SELECT id FROM t UNION ALL SELECT id FROM u ORDER BY id
----
id
1
1
1
2
2
3
4
5
7
∅


SELECT id FROM t INTERSECT SELECT id FROM u ORDER BY id
----
id
1
2


SELECT id FROM t EXCEPT SELECT id FROM u ORDER BY id
----
id
3
4
5


SELECT x FROM n INTERSECT ALL SELECT x FROM n ORDER BY x
----
x
1
2
2
∅


SELECT x FROM n EXCEPT ALL SELECT 2 ORDER BY x
----
x
1
2
∅


SELECT x FROM n EXCEPT SELECT 2 ORDER BY x
----
x
1
∅


SELECT x FROM n INTERSECT SELECT NULL::int
----
x
∅


SELECT 1 UNION SELECT 2.5 ORDER BY 1
----
?column?
1
2.5


SELECT 1 UNION SELECT 'a'
----
error: 22P02 invalid input syntax for type integer: "a"


SELECT 1 UNION SELECT '2' ORDER BY 1
----
?column?
1
2


SELECT 'a' UNION SELECT NULL ORDER BY 1
----
?column?
a
∅


SELECT NULL UNION ALL SELECT NULL UNION ALL SELECT 1
----
error: 42804 UNION types text and integer cannot be matched


SELECT 1, 2 UNION SELECT 1
----
error: 42601 each UNION query must have the same number of columns


SELECT 1 UNION ALL SELECT 2 EXCEPT SELECT 2
----
?column?
1


SELECT 1 UNION ALL SELECT 2 INTERSECT SELECT 2 ORDER BY 1
----
?column?
1
2


SELECT amount FROM t UNION SELECT 20 ORDER BY 1
----
amount
1.5
10.50
20.00
∅


SELECT id AS a FROM t UNION SELECT id AS b FROM u ORDER BY b
----
error: 42703 column "b" does not exist


SELECT id AS a FROM t UNION SELECT id FROM u ORDER BY a + 1
----
error: 0A000 invalid UNION/INTERSECT/EXCEPT ORDER BY clause


(SELECT id FROM t ORDER BY id LIMIT 2) UNION ALL (SELECT id FROM u ORDER BY id DESC NULLS LAST LIMIT 1) ORDER BY id
----
id
1
2
7


SELECT count(*) FROM (SELECT id FROM t UNION ALL SELECT id FROM u) AS s
----
count
10


SELECT a.id, (SELECT count(*) FROM t b WHERE b.grp = a.grp AND b.id <= a.id) AS rn FROM t a ORDER BY 1
----
id|rn
1|1
2|2
3|1
4|2
5|0


SELECT t.id FROM t WHERE (SELECT count(*) FROM u WHERE u.id = t.id) > 1
----
id
1


SELECT sum((SELECT val FROM u WHERE u.tag = 'p')) FROM t
----
sum
500


SELECT sum((SELECT max(val) FROM u WHERE u.id = t.id)) FROM t
----
sum
500


SELECT id FROM t ORDER BY (SELECT max(val) FROM u WHERE u.id = t.id) NULLS FIRST, id
----
id
3
4
5
1
2


