SELECT id, (SELECT count(*) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|count
1|2
2|1
3|0
4|0
5|0


SELECT id, (SELECT count(u.val) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|count
1|2
2|1
3|0
4|0
5|0


SELECT id, (SELECT sum(val) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|sum
1|300
2|300
3|∅
4|∅
5|∅


SELECT id, (SELECT sum(val) + 1 FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|?column?
1|301
2|301
3|∅
4|∅
5|∅


SELECT id, (SELECT count(*) + t.id FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|?column?
1|3
2|3
3|3
4|4
5|5


SELECT id, (SELECT coalesce(max(val), t.id) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|coalesce
1|200
2|300
3|3
4|4
5|5


SELECT id, (SELECT count(*) FROM u WHERE u.id < t.id) FROM t ORDER BY id
----
id|count
1|0
2|2
3|3
4|3
5|3


SELECT id, (SELECT max(tag) FROM u WHERE u.id <= t.id AND u.val > 100) FROM t ORDER BY id
----
id|max
1|q
2|r
3|r
4|r
5|r


SELECT id, (SELECT count(*) FROM u WHERE u.id IS NOT DISTINCT FROM t.id) FROM t ORDER BY id
----
id|count
1|2
2|1
3|0
4|0
5|0


SELECT u.id, tag, (SELECT count(*) FROM n WHERE n.x = u.id) FROM u ORDER BY tag
----
id|tag|count
∅|n|0
1|p|1
1|q|1
2|r|2
7|s|0


SELECT u.id, tag, (SELECT count(*) FROM n WHERE n.x IS NOT DISTINCT FROM u.id) FROM u ORDER BY tag
----
id|tag|count
∅|n|1
1|p|1
1|q|1
2|r|2
7|s|0


SELECT tag, (SELECT count(*) FROM n WHERE u.id IS NULL) FROM u ORDER BY tag
----
tag|count
n|4
p|0
q|0
r|0
s|0


SELECT tag, (SELECT count(*) FROM n WHERE n.x = u.id AND u.val > 100) FROM u ORDER BY tag
----
tag|count
n|0
p|0
q|1
r|2
s|0


SELECT tag, (SELECT sum(n.x * u.val) FROM n WHERE n.x = u.id) FROM u ORDER BY tag
----
tag|sum
n|∅
p|100
q|200
r|1200
s|∅


SELECT tag, (SELECT sum(n.x + u.val) FROM n) FROM u ORDER BY tag
----
tag|sum
n|1505
p|305
q|605
r|905
s|∅


SELECT tag, (SELECT count(*) FROM e WHERE e.x = u.id) FROM u ORDER BY tag
----
tag|count
n|0
p|0
q|0
r|0
s|0


SELECT tag, (SELECT sum(e.x) FROM e WHERE e.x < u.id) FROM u ORDER BY tag
----
tag|sum
n|∅
p|∅
q|∅
r|∅
s|∅


SELECT tag, (SELECT e.y FROM e WHERE e.x = u.id) FROM u ORDER BY tag
----
tag|y
n|∅
p|∅
q|∅
r|∅
s|∅


SELECT id, (SELECT tag FROM u WHERE u.id = t.id) FROM t WHERE id > 1 ORDER BY id
----
id|tag
2|r
3|∅
4|∅
5|∅


SELECT id, (SELECT tag FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
error: 21000 more than one row returned by a subquery used as an expression


SELECT id, (SELECT tag FROM u WHERE u.id > t.id) FROM t WHERE id > 2 ORDER BY id
----
id|tag
3|s
4|s
5|s


SELECT id, (SELECT tag FROM u WHERE u.id > t.id) FROM t ORDER BY id
----
error: 21000 more than one row returned by a subquery used as an expression


SELECT id, (SELECT tag FROM u WHERE u.id = t.id ORDER BY tag DESC LIMIT 1) FROM t ORDER BY id
----
id|tag
1|q
2|r
3|∅
4|∅
5|∅


SELECT id, (SELECT tag FROM u WHERE u.id = t.id ORDER BY tag LIMIT 1 OFFSET 1) FROM t ORDER BY id
----
id|tag
1|q
2|∅
3|∅
4|∅
5|∅


SELECT id, (SELECT tag FROM u WHERE u.id >= t.id ORDER BY u.id DESC, tag LIMIT 1) FROM t ORDER BY id
----
id|tag
1|s
2|s
3|s
4|s
5|s


SELECT id, (SELECT val FROM u WHERE u.id <= t.id ORDER BY val DESC NULLS LAST OFFSET 2 FETCH FIRST ROW ONLY) FROM t ORDER BY id
----
id|val
1|∅
2|100
3|100
4|100
5|100


SELECT id, CASE WHEN id > 1 THEN (SELECT tag FROM u WHERE u.id = t.id) END FROM t ORDER BY id
----
id|case
1|∅
2|r
3|∅
4|∅
5|∅


SELECT id, coalesce((SELECT tag FROM u WHERE u.id = t.id AND val < 150), name, '-') FROM t ORDER BY id
----
id|coalesce
1|p
2|b
3|c
4|-
5|a


SELECT id, (SELECT t.name) FROM t ORDER BY id
----
id|name
1|a
2|b
3|c
4|∅
5|a


SELECT id, (SELECT t.name WHERE t.id > 2) FROM t ORDER BY id
----
id|name
1|∅
2|∅
3|c
4|∅
5|a


SELECT id, (SELECT upper(t.name) || '!') FROM t ORDER BY id
----
id|?column?
1|A!
2|B!
3|C!
4|∅
5|A!


SELECT id, EXISTS (SELECT 1 FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|exists
1|t
2|t
3|f
4|f
5|f


SELECT id, NOT EXISTS (SELECT 1 FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|?column?
1|f
2|f
3|t
4|t
5|t


SELECT id, EXISTS (SELECT 1 FROM u WHERE u.id > t.id AND u.val IS NULL) FROM t ORDER BY id
----
id|exists
1|t
2|t
3|t
4|t
5|t


SELECT id, EXISTS (SELECT count(*) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|exists
1|t
2|t
3|t
4|t
5|t


SELECT id, EXISTS (SELECT FROM e) FROM t ORDER BY id
----
id|exists
1|f
2|f
3|f
4|f
5|f


SELECT id, EXISTS (SELECT FROM n) FROM t ORDER BY id
----
id|exists
1|t
2|t
3|t
4|t
5|t


SELECT id, EXISTS (SELECT WHERE t.id > 2) FROM t ORDER BY id
----
id|exists
1|f
2|f
3|t
4|t
5|t


SELECT id, EXISTS (SELECT 1 FROM u WHERE u.id = t.id LIMIT 1) FROM t ORDER BY id
----
id|exists
1|t
2|t
3|f
4|f
5|f


SELECT id, EXISTS (SELECT 1 FROM u WHERE u.id = t.id LIMIT 0) FROM t ORDER BY id
----
id|exists
1|f
2|f
3|f
4|f
5|f


SELECT id, EXISTS (SELECT 1 FROM u WHERE u.id = t.id ORDER BY tag OFFSET 1) FROM t ORDER BY id
----
id|exists
1|t
2|f
3|f
4|f
5|f


SELECT id, EXISTS (SELECT u.id FROM u WHERE u.id = t.id GROUP BY u.id HAVING count(*) > 1) FROM t ORDER BY id
----
id|exists
1|t
2|f
3|f
4|f
5|f


SELECT id FROM t WHERE EXISTS (SELECT u.id FROM u WHERE u.id = t.id GROUP BY u.id HAVING count(*) > 1) ORDER BY id
----
id
1


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id HAVING count(*) > 1) ORDER BY id
----
id
1


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id HAVING count(*) = 0) ORDER BY id
----
id
3
4
5


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id) ORDER BY id
----
id
1
2


SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.id = t.id) ORDER BY id
----
id
3
4
5


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id AND u.val > 100 * t.id) ORDER BY id
----
id
1
2


SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.id = t.id AND u.val > 100 * t.id) ORDER BY id
----
id
3
4
5


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id <> t.id AND u.val < 300) ORDER BY id
----
id
2
3
4
5


SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.id > t.id) ORDER BY id
----
id


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id OFFSET 1) ORDER BY id
----
id
1


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id) OR id = 5 ORDER BY id
----
id
1
2
5


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id) = (id > 1) ORDER BY id
----
id
2


SELECT id FROM t WHERE NOT (EXISTS (SELECT 1 FROM u WHERE u.id = t.id) AND id > 1) ORDER BY id
----
id
1
3
4
5


SELECT id FROM t WHERE EXISTS (SELECT 1 WHERE t.ok) ORDER BY id
----
id
1
4


SELECT id FROM t WHERE NOT EXISTS (SELECT 1 WHERE t.ok) ORDER BY id
----
id
2
3
5


SELECT tag FROM u WHERE EXISTS (SELECT 1 FROM n WHERE n.x = u.id UNION ALL SELECT 1 FROM t WHERE t.id = u.id AND t.grp = 'y') ORDER BY tag
----
tag
p
q
r


SELECT tag FROM u WHERE EXISTS (SELECT n.x FROM n WHERE n.x = u.id UNION SELECT 7 WHERE u.id = 7) ORDER BY tag
----
tag
p
q
r
s


SELECT tag, (SELECT count(*) FROM (SELECT n.x FROM n WHERE n.x = u.id UNION ALL SELECT t.id FROM t WHERE t.id > u.id) s) FROM u ORDER BY tag
----
tag|count
n|0
p|5
q|5
r|5
s|0


SELECT tag, (SELECT count(*) FROM (SELECT n.x FROM n UNION SELECT u.id) s) FROM u ORDER BY tag
----
tag|count
n|3
p|3
q|3
r|3
s|4


SELECT tag, (SELECT count(*) FROM (SELECT n.x FROM n INTERSECT SELECT u.id) s) FROM u ORDER BY tag
----
tag|count
n|1
p|1
q|1
r|1
s|0


SELECT tag, (SELECT count(*) FROM (SELECT n.x FROM n EXCEPT SELECT u.id) s) FROM u ORDER BY tag
----
tag|count
n|2
p|2
q|2
r|2
s|3


SELECT tag, (SELECT count(*) FROM (SELECT n.x FROM n EXCEPT ALL SELECT u.id) s) FROM u ORDER BY tag
----
tag|count
n|3
p|3
q|3
r|3
s|4


SELECT tag, u.id IN (SELECT x FROM n) FROM u ORDER BY tag
----
tag|?column?
n|∅
p|t
q|t
r|t
s|∅


SELECT tag, u.id NOT IN (SELECT x FROM n) FROM u ORDER BY tag
----
tag|?column?
n|∅
p|f
q|f
r|f
s|∅


SELECT tag, u.id IN (SELECT x FROM n WHERE x IS NOT NULL) FROM u ORDER BY tag
----
tag|?column?
n|∅
p|t
q|t
r|t
s|f


SELECT tag, u.id NOT IN (SELECT x FROM n WHERE x IS NOT NULL) FROM u ORDER BY tag
----
tag|?column?
n|∅
p|f
q|f
r|f
s|t


SELECT tag, u.id IN (SELECT x FROM e) FROM u ORDER BY tag
----
tag|?column?
n|f
p|f
q|f
r|f
s|f


SELECT tag, u.id NOT IN (SELECT x FROM e) FROM u ORDER BY tag
----
tag|?column?
n|t
p|t
q|t
r|t
s|t


SELECT tag, u.val IN (SELECT t.id * 100 FROM t WHERE t.id = u.id) FROM u ORDER BY tag
----
tag|?column?
n|f
p|t
q|f
r|f
s|f


SELECT tag, u.val NOT IN (SELECT t.id * 100 FROM t WHERE t.id = u.id) FROM u ORDER BY tag
----
tag|?column?
n|t
p|f
q|t
r|t
s|t


SELECT tag, u.val IN (SELECT t.id * 100 FROM t WHERE t.id >= u.id) FROM u ORDER BY tag
----
tag|?column?
n|f
p|t
q|t
r|t
s|f


SELECT tag, u.val IN (SELECT nullif(t.id, 2) * 100 FROM t WHERE t.id >= u.id) FROM u ORDER BY tag
----
tag|?column?
n|f
p|t
q|∅
r|t
s|f


SELECT tag FROM u WHERE u.val IN (SELECT t.id * 100 FROM t WHERE t.id >= u.id) ORDER BY tag
----
tag
p
q
r


SELECT tag FROM u WHERE u.val NOT IN (SELECT t.id * 100 FROM t WHERE t.id > u.id) ORDER BY tag
----
tag
n
p
s


SELECT tag FROM u WHERE u.val NOT IN (SELECT nullif(t.id, 4) * 100 FROM t WHERE t.id > u.id) ORDER BY tag
----
tag
n
s


SELECT tag FROM u WHERE NOT (u.val IN (SELECT t.id * 100 FROM t WHERE t.id = u.id)) ORDER BY tag
----
tag
n
q
r
s


SELECT tag FROM u WHERE u.id IN (SELECT x FROM n) OR u.val IS NULL ORDER BY tag
----
tag
p
q
r
s


SELECT tag FROM u WHERE (u.id IN (SELECT x FROM n WHERE x > u.val / 200)) IS NOT TRUE ORDER BY tag
----
tag
n
q
s


SELECT tag FROM u WHERE u.id IN (SELECT x FROM n WHERE n.x = u.id ORDER BY x LIMIT 1) ORDER BY tag
----
tag
p
q
r


SELECT tag, u.id > ANY (SELECT x FROM n) FROM u ORDER BY tag
----
tag|?column?
n|∅
p|∅
q|∅
r|t
s|t


SELECT tag, u.id > ALL (SELECT x FROM n) FROM u ORDER BY tag
----
tag|?column?
n|∅
p|f
q|f
r|f
s|∅


SELECT tag, u.id >= ALL (SELECT x FROM n WHERE x IS NOT NULL) FROM u ORDER BY tag
----
tag|?column?
n|∅
p|f
q|f
r|t
s|t


SELECT tag, u.id < ALL (SELECT x FROM e) FROM u ORDER BY tag
----
tag|?column?
n|t
p|t
q|t
r|t
s|t


SELECT tag, u.id < ANY (SELECT x FROM e) FROM u ORDER BY tag
----
tag|?column?
n|f
p|f
q|f
r|f
s|f


SELECT tag FROM u WHERE u.val > ALL (SELECT w.val FROM u w WHERE w.id < u.id) ORDER BY tag
----
tag
n
p
q
r


SELECT tag FROM u WHERE u.val >= ALL (SELECT w.val FROM u w WHERE w.id = u.id) ORDER BY tag
----
tag
n
q
r


SELECT tag FROM u WHERE u.val < ANY (SELECT w.val FROM u w WHERE w.id = u.id) ORDER BY tag
----
tag
p


SELECT tag FROM u WHERE u.id <> ANY (SELECT x FROM n WHERE n.x <= u.id) ORDER BY tag
----
tag
r
s


SELECT id, ARRAY(SELECT tag FROM u WHERE u.id = t.id ORDER BY tag DESC) FROM t ORDER BY id
----
id|array
1|{q,p}
2|{r}
3|{}
4|{}
5|{}


SELECT id, ARRAY(SELECT val FROM u WHERE u.id > t.id ORDER BY val) FROM t ORDER BY id
----
id|array
1|{300,NULL}
2|{NULL}
3|{NULL}
4|{NULL}
5|{NULL}


SELECT id, ARRAY(SELECT t.id + g FROM generate_series(1, 2) g) FROM t ORDER BY id
----
id|array
1|{2,3}
2|{3,4}
3|{4,5}
4|{5,6}
5|{6,7}


SELECT id, ARRAY(SELECT g FROM generate_series(1, t.id) g ORDER BY g DESC) FROM t ORDER BY id
----
id|array
1|{1}
2|{2,1}
3|{3,2,1}
4|{4,3,2,1}
5|{5,4,3,2,1}


SELECT id, (SELECT sum(g) FROM generate_series(t.id, 4) g) FROM t ORDER BY id
----
id|sum
1|10
2|9
3|7
4|4
5|∅


SELECT id, (SELECT count(*) FROM generate_series(1, t.id) g WHERE g <> 2) FROM t ORDER BY id
----
id|count
1|1
2|1
3|2
4|3
5|4


SELECT s.a, (SELECT max(x) FROM unnest(s.a) x) FROM (VALUES (ARRAY[1, 5, 3]), (ARRAY[]::int[]), (NULL), (ARRAY[2, NULL])) s(a) ORDER BY s.a
----
a|max
{}|∅
{1,5,3}|5
{2,NULL}|2
∅|∅


SELECT s.a, ARRAY(SELECT x * 2 FROM unnest(s.a) x WHERE x > 1 ORDER BY x) FROM (VALUES (ARRAY[1, 5, 3]), (ARRAY[]::int[]), (NULL), (ARRAY[2, NULL])) s(a) ORDER BY s.a
----
a|array
{}|{}
{1,5,3}|{6,10}
{2,NULL}|{4}
∅|{}


SELECT s.a, ARRAY(SELECT t.name FROM unnest(s.a) x JOIN t ON t.id = x ORDER BY t.id) FROM (VALUES (ARRAY[1, 5, 3]), (ARRAY[]::int[]), (NULL), (ARRAY[2, NULL])) s(a) ORDER BY s.a
----
a|array
{}|{}
{1,5,3}|{a,c,a}
{2,NULL}|{b}
∅|{}


SELECT s.a, ARRAY(SELECT (SELECT t.name FROM t WHERE t.id = x) FROM unnest(s.a) WITH ORDINALITY AS x(x, o) ORDER BY o) FROM (VALUES (ARRAY[1, 5, 3]), (ARRAY[]::int[]), (NULL), (ARRAY[2, NULL])) s(a) ORDER BY s.a
----
a|array
{}|{}
{1,5,3}|{a,a,c}
{2,NULL}|{b,NULL}
∅|{}


SELECT id, (SELECT string_agg(tag, ',' ORDER BY tag) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|string_agg
1|p,q
2|r
3|∅
4|∅
5|∅


SELECT id, (SELECT array_agg(tag ORDER BY val DESC) FROM u WHERE u.id >= t.id) FROM t ORDER BY id
----
id|array_agg
1|{s,r,q,p}
2|{s,r}
3|{s}
4|{s}
5|{s}


SELECT id, (SELECT json_agg(tag ORDER BY tag) FROM u WHERE u.id = t.id) FROM t ORDER BY id
----
id|json_agg
1|["p", "q"]
2|["r"]
3|∅
4|∅
5|∅


SELECT id, (SELECT count(DISTINCT w.tag) FROM u w WHERE w.id <= t.id) FROM t ORDER BY id
----
id|count
1|2
2|3
3|3
4|3
5|3


SELECT id, (SELECT count(*) FROM (SELECT DISTINCT x FROM n WHERE n.x <= t.id) d) FROM t ORDER BY id
----
id|count
1|1
2|2
3|2
4|2
5|2


SELECT id, (SELECT max(c) FROM (SELECT x, count(*) AS c FROM n WHERE n.x <= t.id GROUP BY x) d) FROM t ORDER BY id
----
id|max
1|1
2|2
3|2
4|2
5|2


SELECT id, (SELECT sum(c) FROM (SELECT count(*) AS c FROM n WHERE n.x = t.id) d) FROM t ORDER BY id
----
id|sum
1|1
2|2
3|0
4|0
5|0


SELECT id, (SELECT c FROM (SELECT count(*) AS c FROM n WHERE n.x = t.id) d WHERE c > 0) FROM t ORDER BY id
----
id|c
1|1
2|2
3|∅
4|∅
5|∅


SELECT id, (SELECT c FROM (SELECT count(*) AS c FROM n WHERE n.x = t.id) d WHERE c = 0) FROM t ORDER BY id
----
id|c
1|∅
2|∅
3|0
4|0
5|0


SELECT id, (SELECT count(*) FROM n WHERE n.x <= t.id HAVING count(*) > 1) FROM t ORDER BY id
----
id|count
1|∅
2|3
3|3
4|3
5|3


SELECT id, (SELECT r FROM (SELECT tag, row_number() OVER (ORDER BY val DESC) AS r FROM u WHERE u.id = t.id) w WHERE tag = 'p') FROM t ORDER BY id
----
id|r
1|2
2|∅
3|∅
4|∅
5|∅


SELECT id, (SELECT max(r) FROM (SELECT rank() OVER (ORDER BY x) AS r FROM n WHERE n.x <= t.id) w) FROM t ORDER BY id
----
id|max
1|1
2|2
3|2
4|2
5|2


SELECT id, (SELECT sum(s) FROM (SELECT sum(val) OVER (PARTITION BY u.id ORDER BY tag) AS s FROM u WHERE u.id < t.id + 1) w) FROM t ORDER BY id
----
id|sum
1|400
2|700
3|700
4|700
5|700


SELECT id, (SELECT sum(val) OVER () FROM u WHERE u.id = t.id LIMIT 1) FROM t ORDER BY id
----
id|sum
1|300
2|300
3|∅
4|∅
5|∅


SELECT id, (SELECT DISTINCT ON (u.id) tag FROM u WHERE u.id = t.id ORDER BY u.id, tag DESC) FROM t ORDER BY id
----
id|tag
1|q
2|r
3|∅
4|∅
5|∅


SELECT id, (SELECT count(*) FROM u JOIN n ON u.id = n.x WHERE u.id = t.id) FROM t ORDER BY id
----
id|count
1|2
2|2
3|0
4|0
5|0


SELECT id, (SELECT count(*) FROM u JOIN n ON u.id = n.x AND n.x < t.id) FROM t ORDER BY id
----
id|count
1|0
2|2
3|4
4|4
5|4


SELECT id, (SELECT count(*) FROM u LEFT JOIN n ON u.id = n.x AND n.x = t.id) FROM t ORDER BY id
----
id|count
1|5
2|6
3|5
4|5
5|5


SELECT id, (SELECT count(n.x) FROM u LEFT JOIN n ON u.id = n.x AND n.x = t.id) FROM t ORDER BY id
----
id|count
1|2
2|2
3|0
4|0
5|0


SELECT id, (SELECT count(n.x) FROM u LEFT JOIN (SELECT x FROM n WHERE n.x < t.id) n ON u.id = n.x) FROM t ORDER BY id
----
id|count
1|0
2|2
3|4
4|4
5|4


SELECT id, (SELECT count(*) FROM u LEFT JOIN (SELECT x FROM n WHERE n.x < t.id) n ON u.id = n.x WHERE n.x IS NULL) FROM t ORDER BY id
----
id|count
1|5
2|3
3|2
4|2
5|2


SELECT id, (SELECT count(*) FROM (SELECT * FROM u WHERE u.id = t.id) u LEFT JOIN n ON u.id = n.x) FROM t ORDER BY id
----
id|count
1|2
2|2
3|0
4|0
5|0


SELECT id, (SELECT count(*) FROM u RIGHT JOIN n ON u.id = n.x AND u.id < t.id) FROM t ORDER BY id
----
id|count
1|4
2|5
3|5
4|5
5|5


SELECT id, (SELECT count(*) FROM (SELECT * FROM u WHERE u.id <= t.id) u FULL JOIN (SELECT * FROM n WHERE n.x >= t.id) n ON u.id = n.x) FROM t ORDER BY id
----
id|count
1|4
2|4
3|3
4|3
5|3


SELECT id, (SELECT count(*) FROM u, n WHERE u.id = t.id AND n.x > t.id) FROM t ORDER BY id
----
id|count
1|4
2|0
3|0
4|0
5|0


SELECT id, (SELECT count(*) FROM u WHERE u.id = t.id AND u.id IN (SELECT n.x FROM n WHERE n.x >= t.id)) FROM t ORDER BY id
----
id|count
1|2
2|1
3|0
4|0
5|0


SELECT id, (SELECT count(*) FROM u WHERE u.id NOT IN (SELECT n.x FROM n WHERE n.x >= t.id)) FROM t ORDER BY id
----
id|count
1|1
2|3
3|5
4|5
5|5


SELECT id, (SELECT count(*) FROM u WHERE EXISTS (SELECT 1 FROM n WHERE n.x = u.id AND n.x = t.id)) FROM t ORDER BY id
----
id|count
1|2
2|1
3|0
4|0
5|0


SELECT id, (SELECT count(*) FROM u WHERE NOT EXISTS (SELECT 1 FROM n WHERE n.x = u.id AND n.x < t.id)) FROM t ORDER BY id
----
id|count
1|5
2|3
3|2
4|2
5|2


SELECT id, (SELECT max((SELECT count(*) FROM n WHERE n.x <= u.id)) FROM u WHERE u.id <= t.id) FROM t ORDER BY id
----
id|max
1|1
2|3
3|3
4|3
5|3


SELECT id, (SELECT max((SELECT count(*) FROM n WHERE n.x <= u.id AND n.x <= t.id)) FROM u) FROM t ORDER BY id
----
id|max
1|1
2|3
3|3
4|3
5|3


SELECT id, (SELECT (SELECT (SELECT count(*) FROM n WHERE n.x = t.id))) FROM t ORDER BY id
----
id|count
1|1
2|2
3|0
4|0
5|0


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = t.id AND EXISTS (SELECT 1 FROM n WHERE n.x = u.id AND n.x = t.id)) ORDER BY id
----
id
1
2


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE EXISTS (SELECT 1 FROM n WHERE n.x = u.id AND n.x > t.id)) ORDER BY id
----
id
1


SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE NOT EXISTS (SELECT 1 FROM n WHERE n.x = u.id OR n.x < t.id)) ORDER BY id
----
id
2
3
4
5


SELECT id FROM t WHERE (SELECT count(*) FROM u WHERE u.id = t.id) = 0 ORDER BY id
----
id
3
4
5


SELECT id FROM t WHERE (SELECT count(*) FROM u WHERE u.id > t.id) > 1 ORDER BY id
----
id
1


SELECT id FROM t WHERE id = (SELECT max(u.id) FROM u WHERE u.id <= t.id) ORDER BY id
----
id
1
2


SELECT id FROM t WHERE amount = (SELECT max(w.amount) FROM t w WHERE w.grp = t.grp) ORDER BY id
----
id
2
3


SELECT id, amount FROM t WHERE amount > (SELECT avg(w.amount) FROM t w WHERE w.grp IS NOT DISTINCT FROM t.grp) ORDER BY id
----
id|amount
2|20.00


SELECT id, (SELECT count(*) FROM t w WHERE w.amount = t.amount) FROM t ORDER BY id
----
id|count
1|1
2|2
3|2
4|0
5|1


SELECT id, (SELECT count(*) FROM t w WHERE w.score = t.score) FROM t ORDER BY id
----
id|count
1|2
2|1
3|0
4|1
5|2


SELECT id, (SELECT count(*) FROM t w WHERE w.at < t.at) FROM t ORDER BY id
----
id|count
1|0
2|1
3|2
4|3
5|0


SELECT id, (SELECT min(w.at) FROM t w WHERE w.day = t.day AND w.id <> t.id) FROM t ORDER BY id
----
id|min
1|∅
2|∅
3|∅
4|∅
5|2025-01-01 10:00:00+00


SELECT grp, count(*), (SELECT count(*) FROM t w WHERE w.grp = t.grp AND w.ok) FROM t GROUP BY grp ORDER BY grp
----
grp|count|count
x|2|1
y|2|1
∅|1|0


SELECT grp, (SELECT max(w.id) FROM t w WHERE w.grp IS NOT DISTINCT FROM t.grp) FROM t GROUP BY grp ORDER BY grp
----
grp|max
x|2
y|4
∅|5


SELECT grp FROM t GROUP BY grp HAVING (SELECT count(*) FROM u WHERE u.tag > t.grp) >= 0 ORDER BY grp
----
grp
x
y
∅


SELECT grp FROM t GROUP BY grp HAVING count(*) > (SELECT count(*) FROM u WHERE u.tag > t.grp) ORDER BY grp
----
grp
x
y
∅


SELECT grp, sum((SELECT count(*) FROM u WHERE u.id = t.id)) FROM t GROUP BY grp ORDER BY grp
----
grp|sum
x|3
y|0
∅|0


SELECT sum((SELECT count(*) FROM u WHERE u.id <= t.id)) FROM t
----
sum
14


SELECT grp, (SELECT id FROM u WHERE u.id = t.id) FROM t GROUP BY grp
----
error: 42803 subquery uses ungrouped column "t.id" from outer query


SELECT (SELECT count(t.id) FROM n) FROM t
----
error: 21000 more than one row returned by a subquery used as an expression


SELECT (SELECT max(t.id)) FROM t
----
max
5


SELECT (SELECT sum(t.id) FROM n LIMIT 1) FROM t
----
sum
15


SELECT grp, (SELECT string_agg(t.name, ',' ORDER BY t.id)) FROM t GROUP BY grp ORDER BY grp
----
grp|string_agg
x|a,b
y|c
∅|a


SELECT grp, (SELECT max(t.id) + count(n.x) FROM n) FROM t GROUP BY grp ORDER BY grp
----
grp|?column?
x|5
y|7
∅|8


SELECT grp FROM t GROUP BY grp HAVING EXISTS (SELECT 1 FROM n WHERE n.x = count(t.id)) ORDER BY grp
----
grp
x
y
∅


SELECT id FROM t WHERE EXISTS (SELECT 1 FROM n WHERE n.x = count(t.id))
----
error: 42803 aggregate functions are not allowed in WHERE


SELECT id FROM t ORDER BY (SELECT count(*) FROM u WHERE u.id = t.id) DESC, id
----
id
1
2
3
4
5


SELECT id FROM t ORDER BY (SELECT max(u.val) FROM u WHERE u.id >= t.id) NULLS FIRST, id DESC
----
id
5
4
3
2
1


SELECT id, row_number() OVER (ORDER BY (SELECT count(*) FROM u WHERE u.id = t.id) DESC, id) FROM t ORDER BY id
----
id|row_number
1|1
2|2
3|3
4|4
5|5


SELECT id, rank() OVER (PARTITION BY EXISTS (SELECT 1 FROM u WHERE u.id = t.id) ORDER BY id) FROM t ORDER BY id
----
id|rank
1|1
2|2
3|1
4|2
5|3


SELECT DISTINCT (SELECT count(*) FROM u WHERE u.id = t.id) AS c FROM t ORDER BY c
----
c
0
1
2


SELECT id, l.tag FROM t, LATERAL (SELECT tag FROM u WHERE u.id = t.id) l ORDER BY id, tag
----
id|tag
1|p
1|q
2|r


SELECT id, l.tag FROM t LEFT JOIN LATERAL (SELECT tag FROM u WHERE u.id = t.id) l ON true ORDER BY id, tag
----
id|tag
1|p
1|q
2|r
3|∅
4|∅
5|∅


SELECT id, l.tag FROM t LEFT JOIN LATERAL (SELECT tag FROM u WHERE u.id >= t.id ORDER BY tag DESC LIMIT 1) l ON true ORDER BY id
----
id|tag
1|s
2|s
3|s
4|s
5|s


SELECT id, l.c FROM t CROSS JOIN LATERAL (SELECT count(*) AS c FROM u WHERE u.id = t.id) l ORDER BY id
----
id|c
1|2
2|1
3|0
4|0
5|0


SELECT id, l.c FROM t LEFT JOIN LATERAL (SELECT count(*) AS c FROM u WHERE u.id = t.id) l ON l.c > 0 ORDER BY id
----
id|c
1|2
2|1
3|∅
4|∅
5|∅


SELECT id, l.tag, l.d FROM t JOIN LATERAL (SELECT tag, u.val - t.id AS d FROM u WHERE u.id < t.id) l ON l.d > 100 ORDER BY 1, 2
----
id|tag|d
2|q|198
3|q|197
3|r|297
4|q|196
4|r|296
5|q|195
5|r|295


SELECT id, l.v FROM t, LATERAL (VALUES (t.id), (t.id * 10)) l(v) ORDER BY 1, 2
----
id|v
1|1
1|10
2|2
2|20
3|3
3|30
4|4
4|40
5|5
5|50


SELECT id, l.v FROM t, LATERAL (SELECT t.id + x AS v FROM n) l WHERE l.v > 5 ORDER BY 1, 2
----
id|v
4|6
4|6
5|6
5|7
5|7


SELECT id, a.c, b.d FROM t, LATERAL (SELECT count(*) AS c FROM u WHERE u.id <= t.id) a, LATERAL (SELECT a.c + t.id AS d) b ORDER BY id
----
id|c|d
1|2|3
2|3|5
3|3|6
4|3|7
5|3|8


SELECT id, g FROM t, generate_series(1, t.id) g WHERE t.id < 4 ORDER BY 1, 2
----
id|g
1|1
2|1
2|2
3|1
3|2
3|3


SELECT id, g FROM t LEFT JOIN generate_series(3, t.id) g ON true ORDER BY 1, 2
----
id|g
1|∅
2|∅
3|3
4|3
4|4
5|3
5|4
5|5


SELECT id, g FROM t LEFT JOIN generate_series(1, t.id) g ON g > 3 ORDER BY 1, 2
----
id|g
1|∅
2|∅
3|∅
4|4
5|4
5|5


SELECT id, g.x, g.y FROM t LEFT JOIN LATERAL (SELECT * FROM unnest(ARRAY[t.id], ARRAY[t.name, 'z']) g(x, y)) g ON g.x = 1 ORDER BY 1, 2
----
id|x|y
1|1|a
2|∅|∅
3|∅|∅
4|∅|∅
5|∅|∅


SELECT id, x FROM t, unnest(ARRAY(SELECT tag FROM u WHERE u.id = t.id)) x ORDER BY 1, 2
----
id|x
1|p
1|q
2|r


SELECT t.id, n.x, g FROM t, n JOIN generate_series(1, 2) g ON g = n.x WHERE t.id < 3 ORDER BY 1, 2, 3
----
id|x|g
1|1|1
1|2|2
1|2|2
2|1|1
2|2|2
2|2|2


SELECT t.id, n.x, g FROM t, n JOIN LATERAL generate_series(t.id, 3) g ON g = n.x WHERE t.id < 3 ORDER BY 1, 2, 3
----
id|x|g
1|1|1
1|2|2
1|2|2
2|2|2
2|2|2


SELECT t.id, l.tag FROM t, n LEFT JOIN LATERAL (SELECT tag FROM u WHERE u.id = n.x AND u.id = t.id) l ON true WHERE t.id < 3 ORDER BY 1, 2
----
id|tag
1|p
1|q
1|∅
1|∅
1|∅
2|r
2|r
2|∅
2|∅


SELECT id, (SELECT count(*) FROM n, LATERAL (SELECT 1 FROM u WHERE u.id = n.x AND u.id <= t.id) l) FROM t ORDER BY id
----
id|count
1|2
2|4
3|4
4|4
5|4


SELECT t.id, w.tag FROM t LEFT JOIN u w ON w.id = t.id AND EXISTS (SELECT 1 FROM n WHERE n.x = w.id AND n.x > 1) ORDER BY 1, 2
----
id|tag
1|∅
2|r
3|∅
4|∅
5|∅


SELECT t.id, w.tag FROM t LEFT JOIN u w ON w.id = t.id AND EXISTS (SELECT 1 FROM n WHERE n.x = t.id AND n.x > 1) ORDER BY 1, 2
----
id|tag
1|∅
2|r
3|∅
4|∅
5|∅


SELECT t.id, w.tag FROM t JOIN u w ON w.id = t.id AND w.val = (SELECT max(z.val) FROM u z WHERE z.id = t.id) ORDER BY 1, 2
----
id|tag
1|q
2|r


SELECT id, (WITH c AS (SELECT t.id + 1 AS y) SELECT y FROM c) FROM t ORDER BY id
----
id|y
1|2
2|3
3|4
4|5
5|6


SELECT id, (WITH c AS (SELECT tag FROM u WHERE u.id = t.id) SELECT count(*) FROM c a, c b) FROM t ORDER BY id
----
id|count
1|4
2|1
3|0
4|0
5|0


WITH c AS (SELECT x, count(*) AS k FROM n GROUP BY x) SELECT id, (SELECT k FROM c WHERE c.x = t.id) FROM t ORDER BY id
----
id|k
1|1
2|2
3|∅
4|∅
5|∅


WITH c AS (SELECT x FROM n) SELECT a.x, (SELECT count(*) FROM c b WHERE b.x < a.x) FROM c a ORDER BY 1
----
x|count
1|0
2|1
2|1
∅|0


SELECT id, (SELECT sum(x) FROM (VALUES (1), (2), (t.id)) v(x)) FROM t ORDER BY id
----
id|sum
1|4
2|5
3|6
4|7
5|8


SELECT id, (SELECT count(*) FROM (VALUES (1), (2)) v(x) WHERE v.x < t.id) FROM t ORDER BY id
----
id|count
1|0
2|1
3|2
4|2
5|2


SELECT x, (SELECT count(*) FROM n m WHERE m.x = n.x), (SELECT count(*) FROM n m WHERE m.x = n.x) + 1 FROM n ORDER BY x
----
x|count|?column?
1|1|2
2|2|3
2|2|3
∅|0|1


SELECT s.id, (SELECT count(*) FROM u WHERE u.id < s.id) FROM (SELECT id FROM t WHERE name = 'a') s ORDER BY 1
----
id|count
1|0
5|3


SELECT s.c, (SELECT count(*) FROM n WHERE n.x < s.c) FROM (SELECT grp, count(*) AS c FROM t GROUP BY grp) s ORDER BY 1, 2
----
c|count
1|0
2|1
2|1


SELECT id, (SELECT t.ok AND EXISTS (SELECT 1 FROM u WHERE u.id = t.id)) FROM t ORDER BY id
----
id|?column?
1|t
2|f
3|f
4|f
5|f


SELECT id, (SELECT grp FROM t w WHERE w.id = t.id), (SELECT max(w.id) FROM t w WHERE w.grp = (SELECT grp FROM t z WHERE z.id = t.id)) FROM t ORDER BY id
----
id|grp|max
1|x|2
2|x|2
3|y|4
4|y|4
5|∅|∅


SELECT id, (SELECT w FROM t w WHERE w.id = t.id AND w.id > 9) IS NULL FROM t ORDER BY id
----
id|?column?
1|t
2|t
3|t
4|t
5|t


SELECT id, (SELECT count(*) FROM u GROUP BY ROLLUP (u.id) HAVING u.id = t.id) FROM t ORDER BY id
----
id|count
1|2
2|1
3|∅
4|∅
5|∅


SELECT id, (SELECT count(*) FROM (SELECT u.id, tag, count(*) FROM u WHERE u.id <= t.id GROUP BY GROUPING SETS ((u.id), (tag), ())) s) FROM t ORDER BY id
----
id|count
1|4
2|6
3|6
4|6
5|6


SELECT id, (SELECT string_agg(coalesce(s.g::text, '-') || ':' || s.k || ':' || s.c, ' ' ORDER BY s.k, s.g) FROM (SELECT u.id AS g, grouping(u.id) AS k, count(*) AS c FROM u WHERE u.id <= t.id GROUP BY ROLLUP (u.id)) s) FROM t ORDER BY id
----
id|string_agg
1|1:0:2 -:1:2
2|1:0:2 2:0:1 -:1:3
3|1:0:2 2:0:1 -:1:3
4|1:0:2 2:0:1 -:1:3
5|1:0:2 2:0:1 -:1:3


SELECT tag, (SELECT n.x FROM n WHERE n.x = u.id GROUP BY n.x) FROM u ORDER BY tag
----
tag|x
n|∅
p|1
q|1
r|2
s|∅


SELECT tag, (SELECT 1 FROM n WHERE n.x = u.id LIMIT 1), (SELECT 1 FROM n WHERE n.x < u.id LIMIT 1) FROM u ORDER BY tag
----
tag|?column?|?column?
n|∅|∅
p|1|∅
q|1|∅
r|1|1
s|∅|1


SELECT tag, (u.id, u.val) IN (SELECT t.id, t.id * 100 FROM t) FROM u ORDER BY tag
----
tag|?column?
n|∅
p|t
q|f
r|f
s|f


SELECT tag FROM u WHERE (u.id, u.val) IN (SELECT t.id, t.id * 100 FROM t) ORDER BY tag
----
tag
p


SELECT tag FROM u WHERE (u.id, u.val) NOT IN (SELECT t.id, t.id * 100 FROM t WHERE t.id > 1) ORDER BY tag
----
tag
p
q
r
s


SELECT tag, (u.id, u.tag) NOT IN (SELECT t.id, t.name FROM t WHERE t.id >= u.id) FROM u ORDER BY tag
----
tag|?column?
n|t
p|t
q|t
r|t
s|t


