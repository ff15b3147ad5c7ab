SELECT count(*) FROM t
----
count
5


SELECT count(name), count(DISTINCT name), sum(id), min(name), max(id) FROM t
----
count|count|sum|min|max
4|3|15|a|5


SELECT grp, count(*) FROM t GROUP BY grp ORDER BY grp
----
grp|count
x|2
y|2
∅|1


SELECT grp AS g, sum(amount) FROM t GROUP BY g ORDER BY 1
----
g|sum
x|30.50
y|20.0
∅|1.5


SELECT grp, name, count(*) FROM t GROUP BY 1, 2 ORDER BY 1, 2
----
grp|name|count
x|a|1
x|b|1
y|c|1
y|∅|1
∅|a|1


SELECT upper(grp), count(*) FROM t GROUP BY upper(grp) ORDER BY 1
----
upper|count
X|2
Y|2
∅|1


SELECT grp, id FROM t GROUP BY grp
----
error: 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function


SELECT id + 1 FROM t GROUP BY id ORDER BY 1
----
?column?
2
3
4
5
6


SELECT id + 1, id FROM t GROUP BY id + 1
----
error: 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function


SELECT * FROM t GROUP BY id
----
error: 42803 column "t.name" must appear in the GROUP BY clause or be used in an aggregate function


SELECT grp FROM t GROUP BY grp HAVING count(*) > 1 ORDER BY grp
----
grp
x
y


SELECT grp FROM t HAVING count(*) > 1
----
error: 42803 column "t.grp" must appear in the GROUP BY clause or be used in an aggregate function


SELECT 1 FROM t HAVING true
----
?column?
1


SELECT 1 FROM t HAVING false
----
?column?


SELECT count(*) FROM e
----
count
0


SELECT sum(x), count(*) FROM e HAVING count(*) = 0
----
sum|count
∅|0


SELECT amount, count(*) FROM t GROUP BY amount ORDER BY amount
----
amount|count
1.5|1
10.50|1
20.00|2
∅|1


SELECT grp, sum(id) FILTER (WHERE ok) FROM t GROUP BY grp ORDER BY grp
----
grp|sum
x|1
y|4
∅|∅


SELECT grp, string_agg(name, ',' ORDER BY id DESC) FROM t GROUP BY grp ORDER BY grp
----
grp|string_agg
x|b,a
y|c
∅|a


SELECT array_agg(id ORDER BY id DESC) FROM t
----
array_agg
{5,4,3,2,1}


SELECT sum(sum(id)) FROM t
----
error: 42803 aggregate function calls cannot be nested


SELECT id FROM t GROUP BY count(*)
----
error: 42803 aggregate functions are not allowed in GROUP BY


SELECT count(*) AS c FROM t GROUP BY c
----
error: 42803 aggregate functions are not allowed in GROUP BY


SELECT grp, count(*) FROM t GROUP BY ROLLUP (grp) ORDER BY grp NULLS LAST, count(*)
----
grp|count
x|2
y|2
∅|1
∅|5


SELECT grp, name, count(*), grouping(grp, name) FROM t GROUP BY CUBE (grp, name) ORDER BY 4, 1, 2, 3
----
grp|name|count|grouping
x|a|1|0
x|b|1|0
y|c|1|0
y|∅|1|0
∅|a|1|0
x|∅|2|1
y|∅|2|1
∅|∅|1|1
∅|a|2|2
∅|b|1|2
∅|c|1|2
∅|∅|1|2
∅|∅|5|3


SELECT grp, name, count(*) FROM t GROUP BY GROUPING SETS ((grp), (name), ()) ORDER BY 1, 2, 3
----
grp|name|count
x|∅|2
y|∅|2
∅|a|2
∅|b|1
∅|c|1
∅|∅|1
∅|∅|1
∅|∅|5


SELECT amount, count(*), grouping(amount) FROM t GROUP BY ROLLUP (amount) ORDER BY 3, 1, 2
----
amount|count|grouping
1.5|1|0
10.50|1|0
20.00|2|0
∅|1|0
∅|5|1


SELECT count(*) FROM t GROUP BY ()
----
count
5


SELECT grp FROM t GROUP BY GROUPING SETS ((grp), (grp)) ORDER BY 1
----
grp
x
x
y
y
∅
∅


SELECT grp, count(*) FROM t GROUP BY grp ORDER BY count(*) DESC, grp
----
grp|count
x|2
y|2
∅|1


SELECT grp, count(*) FROM t GROUP BY grp ORDER BY id
----
error: 42803 column "t.id" must appear in the GROUP BY clause or be used in an aggregate function


SELECT t.grp, (SELECT count(*) FROM u WHERE u.id = t.id) FROM t GROUP BY t.grp
----
error: 42803 subquery uses ungrouped column "t.id" from outer query


SELECT t.id, (SELECT count(*) FROM u WHERE u.id = t.id) AS c FROM t GROUP BY t.id ORDER BY 1
----
id|c
1|2
2|1
3|0
4|0
5|0


SELECT avg(id), avg(amount), avg(score) FROM t
----
avg|avg|avg
3.0000000000000000|13.0000000000000000|1.25


SELECT sum(id) / count(*) FROM t
----
?column?
3


SELECT bool_and(ok), bool_or(ok) FROM t
----
bool_and|bool_or
f|t


SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY score) FROM t
----
percentile_cont
1.5


SELECT mode() WITHIN GROUP (ORDER BY name) FROM t
----
mode
a


SELECT id, row_number() OVER (ORDER BY id DESC) FROM t ORDER BY id
----
id|row_number
1|5
2|4
3|3
4|2
5|1


SELECT id, rank() OVER (PARTITION BY grp ORDER BY name) FROM t ORDER BY id
----
id|rank
1|1
2|2
3|1
4|2
5|1


SELECT id, sum(id) OVER (ORDER BY id) FROM t ORDER BY id
----
id|sum
1|1
2|3
3|6
4|10
5|15


SELECT id, sum(id) OVER () FROM t ORDER BY id
----
id|sum
1|15
2|15
3|15
4|15
5|15


SELECT id, sum(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t ORDER BY id
----
id|sum
1|3
2|6
3|9
4|12
5|9


SELECT id, count(*) OVER (ORDER BY at RANGE BETWEEN interval '1 day' PRECEDING AND CURRENT ROW) FROM t WHERE at IS NOT NULL ORDER BY id
----
id|count
1|1
2|2
3|2
4|2


SELECT id, lag(id) OVER w, lead(name, 1, 'z') OVER w FROM t WINDOW w AS (ORDER BY id) ORDER BY id
----
id|lag|lead
1|∅|b
2|1|c
3|2|∅
4|3|a
5|4|z


SELECT id, sum(id) OVER (w ROWS UNBOUNDED PRECEDING) FROM t WINDOW w AS (PARTITION BY grp ORDER BY id) ORDER BY id
----
id|sum
1|1
2|3
3|3
4|7
5|5


SELECT grp, sum(count(*)) OVER (ORDER BY grp) FROM t GROUP BY grp ORDER BY grp
----
grp|sum
x|2
y|4
∅|5


SELECT id FROM t WHERE row_number() OVER () > 1
----
error: 42P20 window functions are not allowed in WHERE


SELECT row_number() FROM t
----
error: 42809 window function row_number requires an OVER clause


SELECT upper(name) OVER () FROM t
----
error: 42809 OVER specified, but upper is not a window function nor an aggregate function


SELECT sum(id) OVER nope FROM t
----
error: 42704 window "nope" does not exist


SELECT sum(row_number() OVER ()) FROM t
----
error: 42803 aggregate function calls cannot contain window function calls


SELECT row_number() OVER (ORDER BY row_number() OVER ()) FROM t
----
error: 42P20 window functions are not allowed in window definitions


SELECT id, first_value(name) OVER (PARTITION BY grp ORDER BY id), ntile(2) OVER (ORDER BY id) FROM t ORDER BY id
----
id|first_value|ntile
1|a|1
2|a|1
3|c|1
4|c|2
5|a|2


SELECT id, amount - lag(amount) OVER (ORDER BY id) FROM t ORDER BY id
----
id|?column?
1|∅
2|9.50
3|0.00
4|∅
5|∅


SELECT DISTINCT grp, count(*) OVER (PARTITION BY grp) FROM t ORDER BY 1
----
grp|count
x|2
y|2
∅|1


SELECT id, dense_rank() OVER (ORDER BY amount) FROM t ORDER BY id
----
id|dense_rank
1|2
2|3
3|3
4|4
5|1


SELECT generate_series(1, 3)
----
generate_series
1
2
3


SELECT id, generate_series(1, id) FROM t WHERE id < 3 ORDER BY 1, 2
----
id|generate_series
1|1
2|1
2|2


SELECT generate_series(1, 3), generate_series(1, 2)
----
generate_series|generate_series
1|1
2|2
3|∅


SELECT generate_series(1, 3) + 1 AS s ORDER BY s DESC
----
s
4
3
2


SELECT unnest(ARRAY[1, 2]), 'a'
----
unnest|?column?
1|a
2|a


SELECT id FROM t WHERE generate_series(1, 2) > 1
----
error: 0A000 set-returning functions are not allowed in WHERE


SELECT count(*) FROM generate_series(1, 10)
----
count
10


SELECT * FROM generate_series(1, 3)
----
generate_series
1
2
3


SELECT g FROM generate_series(1, 3) AS g
----
g
1
2
3


SELECT a, b FROM generate_series(1, 2) WITH ORDINALITY AS g(a, b)
----
a|b
1|1
2|2


SELECT * FROM unnest(ARRAY[1, 2, 3], ARRAY['a', 'b']) AS v(a, b)
----
a|b
1|a
2|b
3|∅


SELECT t.id, g FROM t, generate_series(1, t.id) AS g WHERE t.id < 3 ORDER BY 1, 2
----
id|g
1|1
2|1
2|2


SELECT t.id, g FROM t LEFT JOIN LATERAL generate_series(3, t.id) AS g ON true ORDER BY 1, 2
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


