sind(30)
    double precision	0.5
sind(-30)
    double precision	-0.5
sind(0)
    double precision	0
sind(90)
    double precision	1
sind(450)
    double precision	1
sind(200.5)
    double precision	-0.3502073812594675
sind('NaN')
    double precision	NaN
sind('Infinity')
    !22003
cosd(60)
    double precision	0.5
cosd(0)
    double precision	1
cosd(180)
    double precision	-1
cosd(-120)
    double precision	-0.5
cosd(300)
    double precision	0.5
cosd(1e10)
    double precision	0.17364817766693036
tand(45)
    double precision	1
tand(90)
    double precision	Infinity
tand(-90)
    double precision	-Infinity
tand(135)
    double precision	-1
tand(180)
    double precision	0
cotd(45)
    double precision	1
cotd(0)
    double precision	Infinity
cotd(180)
    double precision	-Infinity
cotd(-45)
    double precision	-1
cotd(10)
    double precision	5.671281819617709
asind(0.5)
    double precision	30
asind(-0.5)
    double precision	-30
asind(1)
    double precision	90
asind(0.7)
    double precision	44.4270040008057
asind(2)
    !22003
asind('NaN')
    double precision	NaN
acosd(0.5)
    double precision	60
acosd(-0.5)
    double precision	120
acosd(-1)
    double precision	180
acosd(0.9)
    double precision	25.841932763167122
acosd(-1.1)
    !22003
atand(1)
    double precision	45
atand(-1)
    double precision	-45
atand('Infinity')
    double precision	90
atand('NaN')
    double precision	NaN
atan2d(1, 1)
    double precision	45
atan2d(-1, -1)
    double precision	-135
atan2d(0, -1)
    double precision	180
atan2d('NaN', 1)
    double precision	NaN
set_bit('\x1234567890'::bytea, 30, 0)
    bytea	\\x1234563890
set_bit('\x1234'::bytea, 0, 1)
    bytea	\\x1334
set_bit('\x1234'::bytea, 0, 2)
    !22023
set_bit('\x1234'::bytea, 16, 1)
    !2202E
set_bit('\x1234'::bytea, -1, 1)
    !2202E
set_bit(''::bytea, 0, 1)
    !2202E
overlay('\x1234567890'::bytea, '\x002003'::bytea, 2, 3)
    bytea	\\x1200200390
overlay('\x1234567890'::bytea, '\x002003'::bytea, 2)
    bytea	\\x1200200390
overlay('\x1234567890'::bytea, '\x00'::bytea, 0, 1)
    !22011
overlay('\x1234567890'::bytea, '\x00'::bytea, 2, -1)
    bytea	\\x12001234567890
overlay('\x1234567890'::bytea, '\x00'::bytea, 20, 1)
    bytea	\\x123456789000
overlay('\x1234'::bytea, '\x00'::bytea, 2, 2147483647)
    !22003
convert_from('\xc3a4'::bytea, 'UTF8')
    text	ä
convert_from('\xe4'::bytea, 'latin1')
    text	ä
convert_from('\xe4'::bytea, 'UTF8')
    !22021
convert_from('\xe4'::bytea, 'nope')
    !22023
convert_from('\x6100'::bytea, 'utf-8')
    !22021
convert_to('ä', 'ISO_8859_1')
    bytea	\\xe4
convert_to('ä€', 'LATIN1')
    !22P05
convert_to('ä€', 'utf8')
    bytea	\\xc3a4e282ac
convert_to('a', 'nope')
    !22023
convert('\xe4'::bytea, 'latin1', 'utf8')
    bytea	\\xc3a4
convert('\xc3a4'::bytea, 'utf8', 'latin1')
    bytea	\\xe4
convert('\xc3'::bytea, 'utf8', 'latin1')
    !22021
length('\xc3a4'::bytea, 'utf8')
    integer	1
length('\xc3a4'::bytea, 'latin1')
    integer	2
length('\xc3'::bytea, 'utf8')
    !22021
length('\xc3'::bytea, 'none')
    !22023
octet_length('ab'::char(5))
    integer	5
octet_length('ä'::char(3))
    integer	4
octet_length('ab'::text)
    integer	2
octet_length('ab'::varchar(7))
    integer	2
overlaps('01:00'::time, '02:00'::time, '01:30'::time, '03:00'::time)
    boolean	t
overlaps('01:00'::time, '1 hour'::interval, '01:30'::time, '1 hour'::interval)
    boolean	t
overlaps('01:00'::time, '1 hour'::interval, '03:30'::time, '05:00'::time)
    boolean	f
overlaps('01:00'::time, '02:00'::time, '01:30'::time, '1 hour'::interval)
    boolean	t
is_normalized('ä')
    boolean	t
is_normalized('ä', 'NFD')
    boolean	f
is_normalized('ﬁ', 'NFKC')
    boolean	f
is_normalized('a', 'x')
    !22023
unistr('\0441\043B\043E\043D')
    text	слон
unistr('d\0061t\+000061')
    text	data
unistr('d\u0061t\U00000061')
    text	data
unistr('\\a')
    text	\\a
unistr('wrong: \db99')
    !42601
unistr('wrong: \db99\0061')
    !42601
unistr('\d83d\de00')
    text	😀
unistr('wrong: \+00db99\+000061')
    !42601
unistr('wrong: \xyz')
    !42601
unistr('wrong: \0')
    !42601
unistr('wrong: \0000')
    !22023
unistr('wrong: \U00110000')
    !22023
unistr('')
    text	
unistr('plain')
    text	plain
parse_ident('foo.boo')
    text[]	{foo,boo}
parse_ident('"SomeSchema".someTable')
    text[]	{SomeSchema,sometable}
parse_ident('Schemax.Tabley')
    text[]	{schemax,tabley}
parse_ident(' first . "  second  " ."   third   ". "  ' || repeat('x',66) || '"')
    text[]	{first,"  second  ","   third   ","  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}
parse_ident('foo.boo[]')
    !22023
parse_ident('foo.boo[]', false)
    text[]	{foo,boo}
parse_ident('foo.')
    !22023
parse_ident('.foo')
    !22023
parse_ident('a.1b')
    !22023
parse_ident('1a')
    !22023
parse_ident('"unclosed')
    !22023
parse_ident('""')
    !22023
parse_ident('a""b')
    !22023
parse_ident('a "b"')
    !22023
parse_ident('"x""y"')
    text[]	{"x\\"y"}
parse_ident('a..b')
    !22023
parse_ident('')
    !22023
parse_ident('  ')
    !22023
parse_ident('a b', false)
    text[]	{a}
parse_ident('Ünï$1')
    text[]	{Ünï$1}
parse_ident(NULL)
    text[]	<NULL>
parse_ident('a', NULL)
    text[]	<NULL>
array_fill(7, ARRAY[3])
    integer[]	{7,7,7}
array_fill('x'::text, ARRAY[2])
    text[]	{x,x}
array_fill(NULL::int, ARRAY[2])
    integer[]	{NULL,NULL}
array_fill(7, ARRAY[0])
    integer[]	{}
array_fill(7, ARRAY[-1])
    !54000
array_fill(7, NULL)
    !22004
array_fill(7, ARRAY[NULL]::int[])
    !22004
array_fill(7, '{}'::int[])
    integer[]	{}
array_fill(7, ARRAY[3], ARRAY[1])
    integer[]	{7,7,7}
array_fill(7, ARRAY[3], NULL)
    !22004
array_fill(7, ARRAY[3], '{}'::int[])
    !2202E
array_fill(7, ARRAY[2000000000])
    !54000
width_bucket(5, ARRAY[1, 3, 5, 10])
    integer	3
width_bucket(4.5, ARRAY[1, 3, 5, 10])
    integer	2
width_bucket(0, ARRAY[1, 3])
    integer	0
width_bucket(11, ARRAY[1, 3])
    integer	2
width_bucket(11, '{}'::int[])
    integer	0
width_bucket('NaN'::float8, ARRAY[1, 3]::float8[])
    integer	2
width_bucket('2025-01-02'::date, ARRAY['2025-01-01', '2025-01-03']::date[])
    integer	1
width_bucket('b'::text, ARRAY['a', 'c'])
    integer	1
width_bucket(5, ARRAY[1, NULL])
    !22004
width_bucket(NULL::int, ARRAY[1, NULL])
    integer	<NULL>
array_to_json(ARRAY[1, 2], true)
    json	[1,\n 2]
array_to_json(ARRAY['a', NULL], true)
    json	["a",\n null]
array_to_json(ARRAY[1, 2], false)
    json	[1,2]
array_to_json(ARRAY[1, 2], NULL)
    json	<NULL>
jsonb_set_lax('{"a":1,"b":2}', '{b}', NULL)
    jsonb	{"a": 1, "b": null}
jsonb_set_lax('{"a":1,"b":2}', '{b}', NULL, true)
    jsonb	{"a": 1, "b": null}
jsonb_set_lax('{"a":1,"b":2}', '{c}', NULL, false)
    jsonb	{"a": 1, "b": 2}
jsonb_set_lax('{"a":1,"b":2}', '{b}', NULL, true, 'delete_key')
    jsonb	{"a": 1}
jsonb_set_lax('{"a":1,"b":2}', '{b}', NULL, true, 'return_target')
    jsonb	{"a": 1, "b": 2}
jsonb_set_lax('{"a":1,"b":2}', '{b}', NULL, true, 'raise_exception')
    !22004
jsonb_set_lax('{"a":1,"b":2}', '{b}', NULL, true, 'none')
    !22023
jsonb_set_lax('{"a":1,"b":2}', '{b}', NULL, true, NULL)
    !22023
jsonb_set_lax('{"a":1,"b":2}', '{b}', '3', true, 'raise_exception')
    jsonb	{"a": 1, "b": 3}
jsonb_set_lax('{"a":1,"b":2}', '{b}', '3', NULL)
    jsonb	<NULL>
jsonb_set_lax(NULL, '{b}', '3')
    jsonb	<NULL>
jsonb_set_lax('1', '{b}', NULL)
    !22023
jsonb_set_lax('1', '{b}', NULL, true, 'return_target')
    jsonb	1
pg_size_bytes('1')
    bigint	1
pg_size_bytes('123bytes')
    bigint	123
pg_size_bytes('1kB')
    bigint	1024
pg_size_bytes('1MB')
    bigint	1048576
pg_size_bytes(' 1 GB')
    bigint	1073741824
pg_size_bytes('1.5 GB ')
    bigint	1610612736
pg_size_bytes('1TB')
    bigint	1099511627776
pg_size_bytes('3000 TB')
    bigint	3298534883328000
pg_size_bytes('1e6 MB')
    bigint	1048576000000
pg_size_bytes('-1tb')
    bigint	-1099511627776
pg_size_bytes('.5kb')
    bigint	512
pg_size_bytes('5.kb')
    bigint	5120
pg_size_bytes('9223372036854775807.9')
    !22003
pg_size_bytes('1e100')
    !22003
pg_size_bytes('1 AB')
    !22023
pg_size_bytes('1 AB A')
    !22023
pg_size_bytes('')
    !22023
pg_size_bytes('kb')
    !22023
pg_size_bytes('..')
    !22023
pg_size_bytes('+912+ kB')
    !22023
pg_size_bytes('1 B')
    !22023
