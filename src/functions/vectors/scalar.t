1 + 2
    integer	3
2147483647 + 1
    !22003
32767::int2 + 1::int2
    !22003
9223372036854775807 + 1
    !22003
-2147483648
    integer	-2147483648
7 / 2
    integer	3
-7 / 2
    integer	-3
-7 % 3
    integer	-1
7 % -3
    integer	1
1 / 0
    !22012
5 % 0
    !22012
(-9223372036854775808) / -1
    !22003
(-9223372036854775808) % -1
    bigint	0
2 ^ 10
    double precision	1024
2::numeric ^ 0.5
    numeric	1.4142135623730950
2 ^ 0.5
    numeric	1.4142135623730950
7.5 / 2
    numeric	3.7500000000000000
1.0 / 3
    numeric	0.33333333333333333333
10 / 4.0
    numeric	2.5000000000000000
1e10 * 1e10
    numeric	100000000000000000000
1.5 + 2
    numeric	3.5
1.5::float8 + 1
    double precision	2.5
0.1::float8 + 0.2::float8
    double precision	0.30000000000000004
1e308::float8 * 10
    !22003
1e-300::float8 * 1e-300::float8
    !22003
1.0::float8 / 0
    !22012
'NaN'::float8 = 'NaN'::float8
    boolean	t
'NaN'::float8 > 'Infinity'::float8
    boolean	t
0.0::float8 = '-0'::float8
    boolean	t
'-0'::float8 < 0.0::float8
    boolean	f
'Infinity'::float8 - 'Infinity'::float8
    double precision	NaN
1.1::float4 + 1
    double precision	2.100000023841858
1.1::float4::float8
    double precision	1.100000023841858
16777217::float4
    real	1.6777216e+07
5 & 3
    integer	1
5 | 3
    integer	7
5 # 3
    integer	6
~5
    integer	-6
1 << 4
    integer	16
1 << 33
    integer	2
-16 >> 2
    integer	-4
1::int8 << 40
    bigint	1099511627776
@ -5
    integer	5
|/ 25
    double precision	5
|/ -1
    !2201F
abs(-7)
    integer	7
abs(-7.25)
    numeric	7.25
sign(-2.5)
    numeric	-1
round(2.5)
    numeric	3
round(-2.5)
    numeric	-3
round(2.5::float8)
    double precision	2
round(3.5::float8)
    double precision	4
round(123.456, 1)
    numeric	123.5
round(123.456, -1)
    numeric	120
trunc(-4.7)
    numeric	-4
trunc(42.4382, 2)
    numeric	42.43
ceil(-42.8)
    numeric	-42
floor(-42.8)
    numeric	-43
ceiling(-0.5::float8)
    double precision	-0
mod(11, 4)
    integer	3
mod(11.5, 4)
    numeric	3.5
div(9, 4)
    numeric	2
div(-9, 4)
    numeric	-2
power(9, 3)
    double precision	729
power(2, 0.5::numeric)
    numeric	1.4142135623730950
power(0, -1)
    !2201F
power(-2, 0.5::float8)
    !2201F
sqrt(2)
    double precision	1.4142135623730951
sqrt(2::numeric)
    numeric	1.414213562373095
exp(1)
    double precision	2.718281828459045
exp(1.0)
    numeric	2.7182818284590452
exp(1000)
    !22003
ln(2)
    double precision	0.6931471805599453
ln(2.0)
    numeric	0.6931471805599453
ln(0)
    !2201E
ln(-1.0)
    !2201E
log(100)
    double precision	2
log(2, 64)
    numeric	6.0000000000000000
log(2.0, 64.0)
    numeric	6.0000000000000000
log10(1000.0)
    numeric	3.0000000000000000
degrees(0.5)
    double precision	28.64788975654116
radians(45)
    double precision	0.7853981633974483
pi()
    double precision	3.141592653589793
sin(1)
    double precision	0.8414709848078965
cos(1)
    double precision	0.5403023058681398
tan(1)
    double precision	1.5574077246549023
atan2(1, 2)
    double precision	0.4636476090008061
asin(2)
    !22003
acos(0.5)
    double precision	1.0471975511965979
gcd(1071, 462)
    integer	21
lcm(1071, 462)
    integer	23562
factorial(20)
    numeric	2432902008176640000
factorial(-1)
    !22003
width_bucket(5.35, 0.024, 10.06, 5)
    integer	3
width_bucket(5.35::float8, 0.024, 10.06, 5)
    integer	3
width_bucket(-1, 0, 10, 5)
    integer	0
width_bucket(10, 0, 10, 5)
    integer	6
width_bucket(5, 10, 0, 5)
    integer	3
scale(8.4100)
    integer	4
min_scale(8.4100)
    integer	2
trim_scale(8.4100)
    numeric	8.41
to_hex(255)
    text	ff
to_hex(-1)
    text	ffffffff
to_hex(2147483648)
    text	80000000
greatest(1, 2.5, NULL)
    numeric	2.5
least(1, 2, 3)
    integer	1
greatest('a', 'b')
    text	b
greatest(NULL, NULL)
    text	<NULL>
least('NaN'::float8, 1)
    double precision	1
coalesce(NULL, 2, 3.5)
    numeric	2
coalesce(NULL, 'x')
    text	x
nullif(1, 1)
    integer	<NULL>
nullif(1, 2)
    integer	1
nullif('a', 'b')
    text	a
num_nulls(1, NULL, 'a')
    integer	1
1 = 1.0
    boolean	t
1 < 2.5
    boolean	t
1::int8 = 1::int2
    boolean	t
'a' < 'b'
    boolean	t
'B' < 'a'
    boolean	t
'abc' = 'abc '
    boolean	f
'abc'::char(5) = 'abc'
    boolean	t
'abc'::varchar = 'abc'::text
    boolean	t
true > false
    boolean	t
true = 't'
    boolean	t
1.0 = 1.00
    boolean	t
'1 day'::interval = '24 hours'::interval
    boolean	t
'1 month'::interval = '30 days'::interval
    boolean	t
'2025-01-01'::date < '2025-01-02'
    boolean	t
ARRAY[1,2] < ARRAY[1,3]
    boolean	t
ARRAY[1,2] = ARRAY[1,2]
    boolean	t
ARRAY[1,2,3] > ARRAY[1,2]
    boolean	t
ARRAY[1,NULL] > ARRAY[1,2]
    boolean	t
'{"a": 1}'::jsonb = '{"a": 1.0}'::jsonb
    boolean	t
'[1,2]'::jsonb < '[1,2,3]'::jsonb
    boolean	t
'"a"'::jsonb > 'null'::jsonb
    boolean	t
'{}'::jsonb > '[1,2,3]'::jsonb
    boolean	t
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid = 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'
    boolean	t
'a' + 1
    !22P02
'a'::text + 1
    !42883
1 + 'x'
    !22P02
1 + '2'
    integer	3
foo(1)
    !42883
length(1)
    !42883
length('abc', 1)
    !42883
lower(1)
    !42883
'a' || 1
    text	a1
1 || 'a'
    text	1a
1 || 2
    !42883
'a' || NULL
    text	<NULL>
'a'::text || true
    text	atrue
'a' || 'b'
    text	ab
1.50 || 'x'
    text	1.50x
'x'::char(3) || 'y'
    text	xy
'\x01'::bytea || '\x02'::bytea
    bytea	\\x0102
length('héllo')
    integer	5
length('abc  '::char(10))
    integer	3
char_length('x')
    integer	1
octet_length('é')
    integer	2
bit_length('abc')
    integer	24
lower('HÉLLO')
    text	héllo
upper('héllo')
    text	HÉLLO
initcap('hello wORLD-foo 1st')
    text	Hello World-Foo 1st
substring('hello', 2)
    text	ello
substring('hello', 2, 3)
    text	ell
substring('hello', -1, 4)
    text	he
substring('hello', 2, -1)
    !22011
substr('héllo', 2, 2)
    text	él
substring('foobar', 'o.b')
    text	oob
substring('foobar', 'o(.)b')
    text	o
substring('foobar', 'xyz')
    text	<NULL>
strpos('héllo', 'l')
    integer	3
strpos('abc', '')
    integer	1
left('hello', 2)
    text	he
left('hello', -2)
    text	hel
right('hello', 2)
    text	lo
right('hello', -2)
    text	llo
repeat('ab', 3)
    text	ababab
repeat('ab', -1)
    text	
reverse('héllo')
    text	olléh
replace('abcabc', 'b', 'XX')
    text	aXXcaXXc
replace('abc', '', 'x')
    text	abc
translate('12345', '143', 'ax')
    text	a2x5
lpad('hi', 5)
    text	   hi
lpad('hi', 5, 'xy')
    text	xyxhi
lpad('hello', 2)
    text	he
rpad('hi', 5, 'xy')
    text	hixyx
lpad('hi', 5, '')
    text	hi
btrim('xyxtrimyyx', 'xyz')
    text	trim
ltrim('zzzytest', 'xyz')
    text	test
rtrim('testxxzx', 'xyz')
    text	test
btrim('  a  ')
    text	a
split_part('a,b,c', ',', 2)
    text	b
split_part('a,b,c', ',', -1)
    text	c
split_part('a,b,c', ',', 4)
    text	
split_part('a,b,c', ',', 0)
    !22023
split_part('abc', '', 1)
    text	abc
ascii('x')
    integer	120
ascii('é')
    integer	233
ascii('')
    integer	0
chr(233)
    text	é
chr(0)
    !54000
concat('a', 1, NULL, true, 2.50)
    text	a1t2.50
concat_ws(',', 'a', NULL, 1, false)
    text	a,1,f
concat_ws(NULL, 'a')
    text	<NULL>
format('Hello %s, %1$s', 'World')
    text	Hello World, World
format('%I %L %s', 'Foo', E'a\\b''c', NULL)
    text	"Foo" E'a\\\\b''c' 
format('|%10s|%-10s|', 'a', 'b')
    text	|         a|b         |
format('%%')
    text	%
format('%s')
    !22023
format('%x', 1)
    !22023
quote_ident('Foo bar')
    text	"Foo bar"
quote_ident('select')
    text	"select"
quote_ident('abc')
    text	abc
quote_literal('O''Reilly')
    text	'O''Reilly'
quote_literal(42.5)
    text	'42.5'
quote_nullable(NULL::text)
    text	NULL
starts_with('alphabet', 'alph')
    boolean	t
'alphabet' ^@ 'alph'
    boolean	t
overlay('Txxxxas' placing 'hom' from 2 for 4)
    text	Thomas
md5('abc')
    text	900150983cd24fb0d6963f7d28e17f72
sha256('abc'::bytea)
    bytea	\\xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
encode('abc'::bytea, 'hex')
    text	616263
encode('abc'::bytea, 'base64')
    text	YWJj
encode(E'\\x00ff41'::bytea, 'escape')
    text	\\000\\377A
decode('616263', 'hex')
    bytea	\\x616263
decode('YWJj', 'base64')
    bytea	\\x616263
decode('zz', 'hex')
    !22023
get_byte('\x010203'::bytea, 1)
    integer	2
get_byte('\x010203'::bytea, 5)
    !2202E
set_byte('\x010203'::bytea, 1, 255)
    bytea	\\x01ff03
'abc' LIKE 'a%'
    boolean	t
'abc' LIKE '_b_'
    boolean	t
'abc' NOT LIKE 'b%'
    boolean	t
'ABC' ILIKE 'a%c'
    boolean	t
'a%c' LIKE 'a\%c'
    boolean	t
'abc' LIKE 'a\'
    !22025
'hello' ~ '^h.*o$'
    boolean	t
'hello' ~* 'HELLO'
    boolean	t
'hello' !~ 'z'
    boolean	t
'foo bar' ~ '\mbar\M'
    boolean	t
'foobar' ~ '\mbar'
    boolean	f
'a' ~ '('
    !2201B
'a' ~ '*'
    !2201B
E'a\nb' ~ 'a.b'
    boolean	t
E'a\nb' ~ '^b'
    boolean	f
E'a\nb' ~ '(?n)^b'
    boolean	t
'foo' ~ '(?i)FOO'
    boolean	t
'a.b' ~ 'a\.b'
    boolean	t
'x' ~ '[[:alpha:]]'
    boolean	t
'5' ~ '\d'
    boolean	t
'ab-c' ~ '^[\w-]+$'
    boolean	t
regexp_replace('foobarbaz', 'b..', 'X')
    text	fooXbaz
regexp_replace('foobarbaz', 'b..', 'X', 'g')
    text	fooXX
regexp_replace('foobarbaz', 'b(..)', 'X\1Y', 'g')
    text	fooXarYXazY
regexp_replace('hello', 'l', '[\&]', 'g')
    text	he[l][l]o
regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 0, 'i')
    text	X PXstgrXSQL fXnctXXn
regexp_replace('A PostgreSQL function', 'a|e|i|o|u', 'X', 1, 3, 'i')
    text	A PostgrXSQL function
regexp_replace('abc', 'b', 'x', '1')
    !22023
regexp_match('foobarbequebaz', 'bar.*que')
    text[]	{barbeque}
regexp_match('foobarbequebaz', '(bar)(beque)')
    text[]	{bar,beque}
regexp_match('foobarbequebaz', '(foo)|(zap)')
    text[]	{foo,NULL}
regexp_match('abc', 'd')
    text[]	<NULL>
regexp_match('abc', 'b', 'g')
    !22023
regexp_count('ABCABCABCABC', 'abc', 1, 'i')
    integer	4
regexp_count('aaa', 'a*')
    integer	2
regexp_substr('ABCDEF', 'c(.)(..)', 1, 1, 'i', 2)
    text	EF
regexp_substr('abcdef', 'cd')
    text	cd
regexp_instr('ABCDEF', 'c(.)(..)', 1, 1, 0, 'i', 2)
    integer	5
regexp_instr('abcdef', 'cd', 1, 1, 1)
    integer	5
regexp_like('Hello World', 'world', 'i')
    boolean	t
regexp_split_to_array('hello world foo', '\s+')
    text[]	{hello,world,foo}
regexp_split_to_array('the quick', '')
    text[]	{t,h,e," ",q,u,i,c,k}
regexp_split_to_array('abc', 'x*')
    text[]	{a,b,c}
string_to_array('a,b,,c', ',')
    text[]	{a,b,"",c}
string_to_array('a,b,NULL', ',', 'NULL')
    text[]	{a,b,NULL}
string_to_array('abc', NULL)
    text[]	{a,b,c}
string_to_array('', ',')
    text[]	{}
array_to_string(ARRAY[1,NULL,3], ',')
    text	1,3
array_to_string(ARRAY[1,NULL,3], ',', '*')
    text	1,*,3
array_to_string(ARRAY[true,false], ',')
    text	t,f
similar_to_escape('a%b_c(d|e)')
    text	^(?:a.*b.c(?:d|e))$
like_escape('a!%b', '!')
    text	a\\%b
'5'::int
    integer	5
'x'::int
    !22P02
'5.5'::int
    !22P02
' 5 '::int
    integer	5
5.5::int
    integer	6
6.5::int
    integer	7
-5.5::int
    integer	-6
5.5::float8::int
    integer	6
6.5::float8::int
    integer	6
1e10::float8::int
    !22003
3000000000::int
    !22003
40000::int2
    !22003
'1e3'::numeric
    numeric	1000
1.5::text
    text	1.5
true::text
    text	true
true::int
    integer	1
2::bool
    boolean	t
'yes'::bool
    boolean	t
'maybe'::bool
    !22P02
1::int8::text
    text	1
'abcdef'::varchar(3)
    character varying	abc
'abcdef'::char(3)
    character	abc
'ab'::char(5)
    character	ab   
123.456::numeric(5,2)
    numeric	123.46
1234.56::numeric(5,2)
    !22003
'123.456'::numeric(6,1)
    numeric	123.5
1.23456789012345678::float8::numeric
    numeric	1.23456789012346
1.1::float4::numeric
    numeric	1.1
1e20::float8::numeric
    numeric	100000000000000000000
'2025-02-30'::date
    !22008
'2025-02-28'::date::timestamp
    timestamp without time zone	2025-02-28 00:00:00
'2025-02-28 12:34:56.789'::timestamp::date
    date	2025-02-28
'2025-02-28 12:34:56.789'::timestamp::time
    time without time zone	12:34:56.789
'2025-02-28 12:34:56.789'::timestamp(1)
    timestamp without time zone	2025-02-28 12:34:56.8
'12:34:56'::time::interval
    interval	12:34:56
'1 day 12:34:56'::interval::time
    time without time zone	12:34:56
5::text::int
    integer	5
'5'::text::int + 1
    integer	6
'x'::text::int
    !22P02
'{1,2,3}'::int[]
    integer[]	{1,2,3}
'{1,2,3}'::int[]::text[]
    text[]	{1,2,3}
ARRAY[1,2]::text
    text	{1,2}
ARRAY[1.5,2.5]::int[]
    integer[]	{2,3}
'{a,b}'::int[]
    !22P02
1::date
    !42846
'2025-01-01'::date::int
    !42846
'{"a":1}'::json::jsonb
    jsonb	{"a": 1}
'5'::jsonb::int
    integer	5
'"x"'::jsonb::int
    !22023
'[1]'::jsonb::int
    !22023
5::oid
    oid	5
(-1)::oid
    oid	4294967295
'a'::name
    name	a
5::regtype::oid
    oid	5
'{"a": {"b": [1,2,{"c": null}]}}'::json -> 'a'
    json	{"b": [1,2,{"c": null}]}
'{"a": {"b": [1,2,{"c": null}]}}'::jsonb -> 'a' -> 'b' -> 2
    jsonb	{"c": null}
'{"a": 1}'::jsonb -> 'x'
    jsonb	<NULL>
'[1,2,3]'::jsonb -> -1
    jsonb	3
'[1,2,3]'::json -> 1
    json	2
'[1,2,3]'::json -> 5
    json	<NULL>
'{"a": "x\u00e9\ny"}'::json ->> 'a'
    text	xé\ny
'{"a": "x"}'::jsonb ->> 'a'
    text	x
'{"a": null}'::jsonb ->> 'a'
    text	<NULL>
'{"a": [1, 2]}'::jsonb ->> 'a'
    text	[1, 2]
'{"a":[1,2]}'::json ->> 'a'
    text	[1,2]
'{"a": {"b": [1,2]}}'::jsonb #> '{a,b,1}'
    jsonb	2
'{"a": {"b": [1,2]}}'::json #>> '{a,b,-1}'
    text	2
'{"a": {"b": [1,2]}}'::json #> '{}'
    json	{"a": {"b": [1,2]}}
'{"a":1,"a":2}'::json -> 'a'
    json	2
'{"a":1, "b":2}'::jsonb @> '{"b":2}'
    boolean	t
'[1,2,[3]]'::jsonb @> '[3]'
    boolean	f
'[1,2]'::jsonb @> '1'
    boolean	t
'{"a":[1,2,3]}'::jsonb @> '{"a":[2]}'
    boolean	t
'"a"'::jsonb <@ '["a"]'
    boolean	t
'{"a":1}'::jsonb ? 'a'
    boolean	t
'["a","b"]'::jsonb ? 'b'
    boolean	t
'{"a":1, "b":2}'::jsonb ?| array['c','b']
    boolean	t
'{"a":1, "b":2}'::jsonb ?& array['a','c']
    boolean	f
'{"a":1}'::jsonb || '{"b":2, "a":3}'
    jsonb	{"a": 3, "b": 2}
'[1,2]'::jsonb || '3'
    jsonb	[1, 2, 3]
'1'::jsonb || '2'
    jsonb	[1, 2]
'{"a":1}'::jsonb || '1'
    jsonb	[{"a": 1}, 1]
'{"a":1,"b":2}'::jsonb - 'a'
    jsonb	{"b": 2}
'["a","b"]'::jsonb - 'a'
    jsonb	["b"]
'[1,2,3]'::jsonb - 1
    jsonb	[1, 3]
'[1,2,3]'::jsonb - -1
    jsonb	[1, 2]
'{"a":1,"b":2,"c":3}'::jsonb - '{a,b}'::text[]
    jsonb	{"c": 3}
'{"a":{"b":1,"c":2}}'::jsonb #- '{a,b}'
    jsonb	{"a": {"c": 2}}
'1'::jsonb - 'a'
    !22023
jsonb_set('{"a":[1,2]}', '{a,0}', '9')
    jsonb	{"a": [9, 2]}
jsonb_set('{"a":1}', '{b}', '2')
    jsonb	{"a": 1, "b": 2}
jsonb_set('{"a":1}', '{b}', '2', false)
    jsonb	{"a": 1}
jsonb_set('[1,2]', '{5}', '3')
    jsonb	[1, 2, 3]
jsonb_insert('{"a":[1,2]}', '{a,1}', '9')
    jsonb	{"a": [1, 9, 2]}
jsonb_insert('{"a":[1,2]}', '{a,1}', '9', true)
    jsonb	{"a": [1, 2, 9]}
jsonb_insert('{"a":1}', '{a}', '9')
    !22023
json_extract_path('{"a":{"b":1}}', 'a', 'b')
    json	1
json_extract_path_text('{"a":{"b":"x"}}', 'a', 'b')
    text	x
jsonb_extract_path_text('{"a":[5]}', 'a', '0')
    text	5
json_typeof('[1]')
    text	array
jsonb_typeof('null')
    text	null
jsonb_typeof('-1.5')
    text	number
json_array_length('[1,2,[3]]')
    integer	3
jsonb_array_length('{}')
    !22023
jsonb_array_length('1')
    !22023
jsonb_pretty('{"a":[1,{}],"b":[]}')
    text	{\n    "a": [\n        1,\n        {\n        }\n    ],\n    "b": [\n    ]\n}
jsonb_strip_nulls('{"a":null,"b":[null,{"c":null}]}')
    jsonb	{"b": [null, {}]}
json_strip_nulls('{"a":null, "b": [null, 1]}')
    json	{"b":[null,1]}
to_json('a"b'::text)
    json	"a\\"b"
to_json(1.50)
    json	1.50
to_jsonb(1.50)
    jsonb	1.50
to_json(true)
    json	true
to_json(ARRAY[1,2,NULL])
    json	[1,2,null]
to_jsonb(ARRAY['a','b'])
    jsonb	["a", "b"]
to_json('2025-01-01 10:00:00'::timestamp)
    json	"2025-01-01T10:00:00"
to_json('2025-01-01'::date)
    json	"2025-01-01"
to_json('NaN'::float8)
    json	"NaN"
json_build_array(1, 'a', NULL, true, 1.50)
    json	[1, "a", null, true, 1.50]
jsonb_build_array(1, 'a', NULL, true, 1.50)
    jsonb	[1, "a", null, true, 1.50]
json_build_object('a', 1, 'b', ARRAY[1,2])
    json	{"a" : 1, "b" : [1,2]}
jsonb_build_object('b', 1, 'a', '{"x":1}'::json)
    jsonb	{"a": {"x": 1}, "b": 1}
json_build_object('a')
    !22023
json_build_object(NULL, 1)
    !22023
json_build_object(1, 2)
    json	{"1" : 2}
json_object('{a,1,b,2}'::text[])
    json	{"a" : "1", "b" : "2"}
jsonb_object('{a,b}'::text[], '{1,NULL}'::text[])
    jsonb	{"a": "1", "b": null}
'{"b":1,"a":2,"aa":3,"b":4}'::jsonb
    jsonb	{"a": 2, "b": 4, "aa": 3}
'[1e3, 1.0, -0]'::jsonb
    jsonb	[1000, 1.0, 0]
ARRAY[1,2] || 3
    integer[]	{1,2,3}
1 || ARRAY[2,3]
    integer[]	{1,2,3}
ARRAY[1,2] || ARRAY[3]
    integer[]	{1,2,3}
ARRAY['a'] || 'b'
    !22P02
ARRAY[1] || NULL
    integer[]	{1}
ARRAY[1,2,3] @> ARRAY[2]
    boolean	t
ARRAY[2] <@ ARRAY[1,2]
    boolean	t
ARRAY[1,2] && ARRAY[2,3]
    boolean	t
ARRAY[1,NULL] @> ARRAY[NULL]::int[]
    boolean	f
array_append(ARRAY[1], 2)
    integer[]	{1,2}
array_prepend(1, ARRAY[2])
    integer[]	{1,2}
array_cat(ARRAY[1], ARRAY[2.5])
    numeric[]	{1,2.5}
array_remove(ARRAY[1,2,1], 1)
    integer[]	{2}
array_replace(ARRAY[1,2,1], 1, 9)
    integer[]	{9,2,9}
array_position(ARRAY['a','b','a'], 'b')
    integer	2
array_position(ARRAY['a','b','a'], 'a', 2)
    integer	3
array_positions(ARRAY['a','b','a'], 'a')
    integer[]	{1,3}
array_length(ARRAY[1,2], 1)
    integer	2
array_length(ARRAY[1,2], 2)
    integer	<NULL>
array_length('{}'::int[], 1)
    integer	<NULL>
cardinality(ARRAY[1,2,3])
    integer	3
array_upper(ARRAY[1,2], 1)
    integer	2
array_lower(ARRAY[1,2], 1)
    integer	1
array_ndims(ARRAY[1,2])
    integer	1
array_dims(ARRAY[1,2])
    text	[1:2]
trim_array(ARRAY[1,2,3], 1)
    integer[]	{1,2}
trim_array(ARRAY[1], 2)
    !2202E
ARRAY[1, 2.5]
    numeric[]	{1,2.5}
ARRAY[1, 'x']
    !22P02
ARRAY['a', NULL]
    text[]	{a,NULL}
int4('5')
    integer	5
text(5)
    text	5
float8(1)
    double precision	1
date('2025-01-01')
    date	2025-01-01
upper('a', 'b')
    !42883
round('2.567', 2)
    numeric	2.57
substring(12345, 2)
    !42883
mod('7', 2)
    integer	1
concat()
    !42883
sqrt('2')
    double precision	1.4142135623730951
abs('-5')
    double precision	5
'(' ~ '\('
    boolean	t
'axb' ~ 'a[^b]b'
    boolean	t
regexp_replace('xay', '[aeiou]', '', 'g')
    text	xy
regexp_match('xaaay', 'a+?')
    text[]	{a}
regexp_match('abcabc', 'a.*?c')
    text[]	{abc}
upper('ß')
    text	ß
lower('İ')
    text	i
' x '::text = 'x'
    boolean	f
'\x4142'::bytea LIKE '\x41%'::bytea
    !22023
