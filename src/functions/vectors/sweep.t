'a'::"char" < 'a'::"char"
    boolean	f
'a'::"char" < ''::"char"
    boolean	f
''::"char" < 'a'::"char"
    boolean	t
''::"char" < ''::"char"
    boolean	f
ARRAY[1,2,3] < ARRAY[true,false]
    !42883
ARRAY[true,false] < ARRAY[1,NULL,2]
    !42883
ARRAY[true,false] < NULL::int4[]
    !42883
ARRAY[true,false] < ARRAY['a','b c',NULL]
    !42883
ARRAY[true,false] < '{}'::int4[]
    !42883
'{}'::int4[] < NULL::int4[]
    boolean	<NULL>
ARRAY[1.50,2.0] < ARRAY[1,2,3]
    !42883
'{}'::int4[] < ARRAY[true,false]
    !42883
0::int8 < 1::int8
    boolean	t
(-1)::int8 < 7::int8
    boolean	t
(-1)::int8 < 0::int8
    boolean	t
1::int8 < 0::int8
    boolean	f
1::int8 < 1::int8
    boolean	f
(-1)::int8 < (-1)::int8
    boolean	f
NULL::int8 < 7::int8
    boolean	<NULL>
NULL::int8 < NULL::int8
    boolean	<NULL>
1::int8 < 0
    boolean	f
(-1)::int8 < (-2147483648)
    boolean	f
NULL::int8 < 2
    boolean	<NULL>
(-9223372036854775808)::int8 < NULL::int4
    boolean	<NULL>
(-9223372036854775808)::int8 < 2
    boolean	t
7::int8 < -1
    boolean	f
7::int8 < 0
    boolean	f
(-9223372036854775808)::int8 < -1
    boolean	t
(-9223372036854775808)::int8 < (-32768)::int2
    boolean	t
(-9223372036854775808)::int8 < 32767::int2
    boolean	t
9223372036854775807 < (-1)::int2
    boolean	f
(-1)::int8 < (-32768)::int2
    boolean	f
9223372036854775807 < 0::int2
    boolean	f
9223372036854775807 < NULL::int2
    boolean	<NULL>
7::int8 < NULL::int2
    boolean	<NULL>
(-1)::int8 < 0::int2
    boolean	t
true < true
    boolean	f
NULL::bool < NULL::bool
    boolean	<NULL>
NULL::bool < false
    boolean	<NULL>
true < NULL::bool
    boolean	<NULL>
false < true
    boolean	t
false < NULL::bool
    boolean	<NULL>
false < false
    boolean	f
true < false
    boolean	f
'\x00'::bytea < ''::bytea
    boolean	f
NULL::bytea < '\x00'::bytea
    boolean	<NULL>
''::bytea < NULL::bytea
    boolean	<NULL>
''::bytea < ''::bytea
    boolean	f
'\x00ff61'::bytea < '\x616263'::bytea
    boolean	t
''::bytea < '\x00ff61'::bytea
    boolean	t
'\x616263'::bytea < NULL::bytea
    boolean	<NULL>
NULL::bytea < '\x616263'::bytea
    boolean	<NULL>
'a'::bpchar < ''::bpchar
    boolean	f
'a'::bpchar < 'ab'::char(4)
    boolean	t
'ab'::char(4) < 'ab'::char(4)
    boolean	f
''::bpchar < ''::bpchar
    boolean	f
'ab'::char(4) < ''::bpchar
    boolean	f
''::bpchar < 'ab'::char(4)
    boolean	t
'ab'::char(4) < 'a'::bpchar
    boolean	f
''::bpchar < 'a'::bpchar
    boolean	t
'infinity'::date < '2024-02-29'::date
    boolean	f
'1969-12-31'::date < 'infinity'::date
    boolean	t
'0044-03-15 BC'::date < '-infinity'::date
    boolean	f
'infinity'::date < 'infinity'::date
    boolean	f
'-infinity'::date < 'infinity'::date
    boolean	t
'-infinity'::date < '-infinity'::date
    boolean	f
'1969-12-31'::date < '2000-01-01'::date
    boolean	t
'1969-12-31'::date < '-infinity'::date
    boolean	f
1.5::float8 < 1e308::float8
    boolean	t
1.5::float8 < '-Infinity'::float8
    boolean	f
NULL::float8 < NULL::float8
    boolean	<NULL>
(-2.25)::float8 < 1.5::float8
    boolean	t
0::float8 < '-Infinity'::float8
    boolean	f
(-2.25)::float8 < (-2.25)::float8
    boolean	f
0::float8 < 5e-324::float8
    boolean	t
1.5::float8 < 'Infinity'::float8
    boolean	t
1e308::float8 < 1e-45::float4
    boolean	f
0.1::float8 < 'Infinity'::float4
    boolean	t
NULL::float8 < 1.5::float4
    boolean	<NULL>
'-Infinity'::float8 < 0::float4
    boolean	t
0.1::float8 < (-2.25)::float4
    boolean	f
NULL::float8 < 1e-45::float4
    boolean	<NULL>
'-Infinity'::float8 < 'Infinity'::float4
    boolean	t
1.5::float8 < 3e38::float4
    boolean	t
2147483647 < 0::int8
    boolean	f
5 < 9223372036854775807
    boolean	t
0 < 9223372036854775807
    boolean	t
(-2147483648) < 9223372036854775807
    boolean	t
0 < NULL::int8
    boolean	<NULL>
2147483647 < NULL::int8
    boolean	<NULL>
1 < 7::int8
    boolean	t
(-2147483648) < NULL::int8
    boolean	<NULL>
1 < NULL::int4
    boolean	<NULL>
2 < (-2147483648)
    boolean	f
5 < -1
    boolean	f
-1 < -1
    boolean	f
0 < (-2147483648)
    boolean	f
5 < (-2147483648)
    boolean	f
5 < 1
    boolean	f
1 < 2147483647
    boolean	t
1 < NULL::int2
    boolean	<NULL>
-1 < NULL::int2
    boolean	<NULL>
NULL::int4 < NULL::int2
    boolean	<NULL>
0 < 0::int2
    boolean	f
-1 < 0::int2
    boolean	t
2147483647 < (-32768)::int2
    boolean	f
2147483647 < NULL::int2
    boolean	<NULL>
0 < 32767::int2
    boolean	t
'-1 mon'::interval < '100000 hours'::interval
    boolean	t
'1 year 2 mons 3 days 04:05:06.789'::interval < '0'::interval
    boolean	f
'40 days 25:00'::interval < '1 day -00:00:01'::interval
    boolean	f
'100000 hours'::interval < '1 day -00:00:01'::interval
    boolean	f
'-1 mon'::interval < '40 days 25:00'::interval
    boolean	t
'1 year 2 mons 3 days 04:05:06.789'::interval < '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	f
'1 day -00:00:01'::interval < '-1 mon'::interval
    boolean	f
'0'::interval < '100000 hours'::interval
    boolean	t
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb < 'null'::jsonb
    boolean	f
'[]'::jsonb < '1.50'::jsonb
    boolean	t
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb < '{}'::jsonb
    boolean	f
'[]'::jsonb < '[]'::jsonb
    boolean	f
'[]'::jsonb < '"s"'::jsonb
    boolean	t
'[1, "a", null, {"b": [true]}]'::jsonb < '[]'::jsonb
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb < '[1, "a", null, {"b": [true]}]'::jsonb
    boolean	f
'"s"'::jsonb < '[1, "a", null, {"b": [true]}]'::jsonb
    boolean	t
'abc'::name < 'abc'::name
    boolean	f
'abc'::name < ''::name
    boolean	f
''::name < 'abc'::name
    boolean	t
''::name < ''::name
    boolean	f
'abc'::name < '1'::text
    boolean	f
''::name < 'a'::text
    boolean	t
''::name < ' b '::text
    boolean	t
'abc'::name < ' b '::text
    boolean	f
''::name < '%a_'::text
    boolean	t
'abc'::name < 'a'::text
    boolean	f
'abc'::name < 'Hello, World'::text
    boolean	f
''::name < 'Hello, World'::text
    boolean	t
1e-20::numeric < 0::numeric
    boolean	f
12345678901234567890.12345::numeric < 0::numeric
    boolean	f
'-Infinity'::numeric < 0.00::numeric
    boolean	t
1e-20::numeric < 0.00::numeric
    boolean	f
12345678901234567890.12345::numeric < 3::numeric
    boolean	f
0.00::numeric < (-2.25)::numeric
    boolean	f
0::numeric < 1.5::numeric
    boolean	t
'-Infinity'::numeric < 3::numeric
    boolean	t
0::oid < 0::oid
    boolean	f
0::oid < 23::oid
    boolean	t
23::oid < 0::oid
    boolean	f
23::oid < 23::oid
    boolean	f
'-Infinity'::float4 < (-2.25)::float8
    boolean	t
3e38::float4 < 'NaN'::float8
    boolean	t
'-Infinity'::float4 < '-0'::float8
    boolean	t
'-0'::float4 < '-0'::float8
    boolean	f
1.5::float4 < (-2.25)::float8
    boolean	f
'Infinity'::float4 < (-2.25)::float8
    boolean	f
1.5::float4 < 1e308::float8
    boolean	t
'-0'::float4 < NULL::float8
    boolean	<NULL>
1e-45::float4 < '-0'::float4
    boolean	f
1e-45::float4 < (-2.25)::float4
    boolean	f
'NaN'::float4 < 1e-45::float4
    boolean	f
'NaN'::float4 < 1.5::float4
    boolean	f
3e38::float4 < '-Infinity'::float4
    boolean	f
'-0'::float4 < '-0'::float4
    boolean	f
3e38::float4 < 'Infinity'::float4
    boolean	t
3e38::float4 < '-0'::float4
    boolean	f
32767::int2 < (-9223372036854775808)::int8
    boolean	f
(-32768)::int2 < 7::int8
    boolean	t
NULL::int2 < 7::int8
    boolean	<NULL>
32767::int2 < 1::int8
    boolean	f
(-1)::int2 < (-9223372036854775808)::int8
    boolean	f
(-32768)::int2 < 1::int8
    boolean	t
(-32768)::int2 < 9223372036854775807
    boolean	t
(-1)::int2 < 0::int8
    boolean	t
(-1)::int2 < (-2147483648)
    boolean	f
1::int2 < 2147483647
    boolean	t
NULL::int2 < NULL::int4
    boolean	<NULL>
NULL::int2 < 5
    boolean	<NULL>
0::int2 < -1
    boolean	f
NULL::int2 < 1
    boolean	<NULL>
32767::int2 < -1
    boolean	f
NULL::int2 < 2
    boolean	<NULL>
(-32768)::int2 < 1::int2
    boolean	t
(-32768)::int2 < 0::int2
    boolean	t
32767::int2 < (-32768)::int2
    boolean	f
(-32768)::int2 < (-32768)::int2
    boolean	f
32767::int2 < 0::int2
    boolean	f
(-32768)::int2 < 32767::int2
    boolean	t
1::int2 < 32767::int2
    boolean	t
0::int2 < 32767::int2
    boolean	t
'1'::text < 'abc'::name
    boolean	t
'%a_'::text < ''::name
    boolean	f
''::text < 'abc'::name
    boolean	t
'abc'::text < 'abc'::name
    boolean	f
''::text < ''::name
    boolean	f
' b '::text < ''::name
    boolean	f
'a'::text < 'abc'::name
    boolean	t
NULL::text < ''::name
    boolean	<NULL>
'abc'::text < ' b '::text
    boolean	f
'abc'::text < 'a'::text
    boolean	f
'%a_'::text < 'a'::text
    boolean	t
'äöü€'::text < NULL::text
    boolean	<NULL>
'1'::text < 'Hello, World'::text
    boolean	t
'1'::text < '1'::text
    boolean	f
'Hello, World'::text < 'abc'::text
    boolean	t
'äöü€'::text < 'Hello, World'::text
    boolean	f
'23:59:59.999999'::time < '12:34:56.5'::time
    boolean	f
'12:34:56.5'::time < '00:00'::time
    boolean	f
'12:34:56.5'::time < '24:00'::time
    boolean	t
'00:00'::time < '00:00'::time
    boolean	f
'24:00'::time < '23:59:59.999999'::time
    boolean	f
'00:00'::time < '24:00'::time
    boolean	t
'23:59:59.999999'::time < '23:59:59.999999'::time
    boolean	f
'24:00'::time < '12:34:56.5'::time
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz < 'infinity'::timestamptz
    boolean	t
'infinity'::timestamptz < 'infinity'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz < '2000-01-01 00:00+00'::timestamptz
    boolean	f
'1999-12-31 12:00+05'::timestamptz < '2000-01-01 00:00+00'::timestamptz
    boolean	t
'infinity'::timestamptz < '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz < '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'infinity'::timestamptz < '1999-12-31 12:00+05'::timestamptz
    boolean	f
'2000-01-01 00:00+00'::timestamptz < 'infinity'::timestamptz
    boolean	t
'0044-03-15 10:00 BC'::timestamp < '0044-03-15 10:00 BC'::timestamp
    boolean	f
'-infinity'::timestamp < 'infinity'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp < '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'-infinity'::timestamp < '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'1999-12-31 12:00'::timestamp < '-infinity'::timestamp
    boolean	f
'-infinity'::timestamp < '2000-01-01 00:00'::timestamp
    boolean	t
'2000-01-01 00:00'::timestamp < 'infinity'::timestamp
    boolean	t
'-infinity'::timestamp < '-infinity'::timestamp
    boolean	f
'00000000-0000-0000-0000-000000000000'::uuid < '00000000-0000-0000-0000-000000000000'::uuid
    boolean	f
'00000000-0000-0000-0000-000000000000'::uuid < 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	t
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid < '00000000-0000-0000-0000-000000000000'::uuid
    boolean	f
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid < 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	f
'a'::"char" <= 'a'::"char"
    boolean	t
'a'::"char" <= ''::"char"
    boolean	f
''::"char" <= 'a'::"char"
    boolean	t
''::"char" <= ''::"char"
    boolean	t
'{}'::int4[] <= ARRAY['a','b c',NULL]
    !42883
'{}'::int4[] <= ARRAY[true,false]
    !42883
ARRAY[true,false] <= ARRAY['a','b c',NULL]
    !42883
ARRAY[1,2,3] <= NULL::int4[]
    boolean	<NULL>
ARRAY[1.50,2.0] <= ARRAY[1,2,3]
    !42883
'{}'::int4[] <= ARRAY[1.50,2.0]
    !42883
ARRAY[1.50,2.0] <= ARRAY[1.50,2.0]
    boolean	t
NULL::int4[] <= '{}'::int4[]
    boolean	<NULL>
1::int8 <= 0::int8
    boolean	f
(-1)::int8 <= 0::int8
    boolean	t
0::int8 <= 0::int8
    boolean	t
1::int8 <= 9223372036854775807
    boolean	t
(-9223372036854775808)::int8 <= (-9223372036854775808)::int8
    boolean	t
1::int8 <= NULL::int8
    boolean	<NULL>
7::int8 <= 1::int8
    boolean	f
0::int8 <= (-9223372036854775808)::int8
    boolean	f
1::int8 <= 0
    boolean	f
NULL::int8 <= 2
    boolean	<NULL>
NULL::int8 <= 0
    boolean	<NULL>
(-1)::int8 <= 1
    boolean	t
(-9223372036854775808)::int8 <= 2147483647
    boolean	t
7::int8 <= -1
    boolean	f
NULL::int8 <= NULL::int4
    boolean	<NULL>
1::int8 <= 1
    boolean	t
1::int8 <= 32767::int2
    boolean	t
(-9223372036854775808)::int8 <= NULL::int2
    boolean	<NULL>
NULL::int8 <= (-32768)::int2
    boolean	<NULL>
(-9223372036854775808)::int8 <= (-1)::int2
    boolean	t
7::int8 <= (-1)::int2
    boolean	f
7::int8 <= 1::int2
    boolean	f
9223372036854775807 <= 0::int2
    boolean	f
0::int8 <= (-1)::int2
    boolean	f
false <= NULL::bool
    boolean	<NULL>
true <= NULL::bool
    boolean	<NULL>
NULL::bool <= NULL::bool
    boolean	<NULL>
false <= true
    boolean	t
true <= false
    boolean	f
NULL::bool <= true
    boolean	<NULL>
NULL::bool <= false
    boolean	<NULL>
false <= false
    boolean	t
'\x616263'::bytea <= '\x616263'::bytea
    boolean	t
'\x616263'::bytea <= '\x00'::bytea
    boolean	f
'\x00ff61'::bytea <= '\x00'::bytea
    boolean	f
'\x00ff61'::bytea <= ''::bytea
    boolean	f
'\x00ff61'::bytea <= NULL::bytea
    boolean	<NULL>
'\x00'::bytea <= ''::bytea
    boolean	f
'\x00ff61'::bytea <= '\x616263'::bytea
    boolean	t
'\x616263'::bytea <= '\x00ff61'::bytea
    boolean	f
'a'::bpchar <= ''::bpchar
    boolean	f
'ab'::char(4) <= 'a'::bpchar
    boolean	f
''::bpchar <= 'ab'::char(4)
    boolean	t
''::bpchar <= ''::bpchar
    boolean	t
'ab'::char(4) <= 'ab'::char(4)
    boolean	t
''::bpchar <= 'a'::bpchar
    boolean	t
'a'::bpchar <= 'a'::bpchar
    boolean	t
'a'::bpchar <= 'ab'::char(4)
    boolean	t
'1969-12-31'::date <= '2024-02-29'::date
    boolean	t
'2000-01-01'::date <= 'infinity'::date
    boolean	t
'2024-02-29'::date <= '2024-02-29'::date
    boolean	t
'0044-03-15 BC'::date <= '-infinity'::date
    boolean	f
'-infinity'::date <= '2024-02-29'::date
    boolean	t
'0044-03-15 BC'::date <= '2024-02-29'::date
    boolean	t
'2024-02-29'::date <= '2000-01-01'::date
    boolean	f
'2000-01-01'::date <= '2024-02-29'::date
    boolean	t
'Infinity'::float8 <= 5e-324::float8
    boolean	f
'-0'::float8 <= NULL::float8
    boolean	<NULL>
'-0'::float8 <= '-0'::float8
    boolean	t
5e-324::float8 <= NULL::float8
    boolean	<NULL>
'NaN'::float8 <= 5e-324::float8
    boolean	f
'NaN'::float8 <= 'NaN'::float8
    boolean	t
'-0'::float8 <= 1e308::float8
    boolean	t
'-Infinity'::float8 <= NULL::float8
    boolean	<NULL>
5e-324::float8 <= (-2.25)::float4
    boolean	f
(-2.25)::float8 <= 'NaN'::float4
    boolean	t
'-Infinity'::float8 <= 1.5::float4
    boolean	t
'NaN'::float8 <= '-Infinity'::float4
    boolean	f
'-0'::float8 <= '-0'::float4
    boolean	t
5e-324::float8 <= '-Infinity'::float4
    boolean	f
'-Infinity'::float8 <= (-2.25)::float4
    boolean	t
'-Infinity'::float8 <= 3e38::float4
    boolean	t
0 <= NULL::int8
    boolean	<NULL>
(-2147483648) <= (-9223372036854775808)::int8
    boolean	f
NULL::int4 <= (-9223372036854775808)::int8
    boolean	<NULL>
-1 <= NULL::int8
    boolean	<NULL>
1 <= NULL::int8
    boolean	<NULL>
NULL::int4 <= NULL::int8
    boolean	<NULL>
2 <= 9223372036854775807
    boolean	t
5 <= 1::int8
    boolean	f
NULL::int4 <= 0
    boolean	<NULL>
-1 <= 2
    boolean	t
2 <= -1
    boolean	f
-1 <= -1
    boolean	t
2147483647 <= -1
    boolean	f
0 <= 1
    boolean	t
2147483647 <= 5
    boolean	f
(-2147483648) <= NULL::int4
    boolean	<NULL>
(-2147483648) <= NULL::int2
    boolean	<NULL>
2147483647 <= 0::int2
    boolean	f
NULL::int4 <= (-32768)::int2
    boolean	<NULL>
2 <= 32767::int2
    boolean	t
1 <= 32767::int2
    boolean	t
-1 <= NULL::int2
    boolean	<NULL>
2 <= (-32768)::int2
    boolean	f
2147483647 <= (-32768)::int2
    boolean	f
'1 day -00:00:01'::interval <= '0'::interval
    boolean	f
'0'::interval <= '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	t
'100000 hours'::interval <= '40 days 25:00'::interval
    boolean	f
'1 day -00:00:01'::interval <= '100000 hours'::interval
    boolean	t
'1 year 2 mons 3 days 04:05:06.789'::interval <= '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	t
'0'::interval <= '0'::interval
    boolean	t
'-1 mon'::interval <= '-1 mon'::interval
    boolean	t
'40 days 25:00'::interval <= '1 day -00:00:01'::interval
    boolean	f
'1.50'::jsonb <= '"s"'::jsonb
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb <= '1.50'::jsonb
    boolean	f
'{}'::jsonb <= '"s"'::jsonb
    boolean	f
'"s"'::jsonb <= '"s"'::jsonb
    boolean	t
'{}'::jsonb <= '[]'::jsonb
    boolean	f
'[]'::jsonb <= '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	t
'null'::jsonb <= '{}'::jsonb
    boolean	t
'[1, "a", null, {"b": [true]}]'::jsonb <= 'null'::jsonb
    boolean	f
'abc'::name <= 'abc'::name
    boolean	t
'abc'::name <= ''::name
    boolean	f
''::name <= 'abc'::name
    boolean	t
''::name <= ''::name
    boolean	t
'abc'::name <= 'a'::text
    boolean	f
'abc'::name <= '%a_'::text
    boolean	f
'abc'::name <= NULL::text
    boolean	<NULL>
''::name <= 'abc'::text
    boolean	t
''::name <= ''::text
    boolean	t
'abc'::name <= 'äöü€'::text
    boolean	t
''::name <= '%a_'::text
    boolean	t
'abc'::name <= '1'::text
    boolean	f
'NaN'::numeric <= 0.00::numeric
    boolean	f
0.00::numeric <= 3::numeric
    boolean	t
0::numeric <= 'Infinity'::numeric
    boolean	t
0.00::numeric <= 'NaN'::numeric
    boolean	t
1e-20::numeric <= 1e-20::numeric
    boolean	t
'NaN'::numeric <= '-Infinity'::numeric
    boolean	f
(-2.25)::numeric <= 'Infinity'::numeric
    boolean	t
1.5::numeric <= (-2.25)::numeric
    boolean	f
0::oid <= 0::oid
    boolean	t
0::oid <= 23::oid
    boolean	t
23::oid <= 0::oid
    boolean	f
23::oid <= 23::oid
    boolean	t
'NaN'::float4 <= '-Infinity'::float8
    boolean	f
3e38::float4 <= (-2.25)::float8
    boolean	f
0::float4 <= '-0'::float8
    boolean	t
'-Infinity'::float4 <= '-Infinity'::float8
    boolean	t
'-Infinity'::float4 <= 'NaN'::float8
    boolean	t
'NaN'::float4 <= 'NaN'::float8
    boolean	t
'NaN'::float4 <= '-0'::float8
    boolean	f
(-2.25)::float4 <= 'Infinity'::float8
    boolean	t
3e38::float4 <= (-2.25)::float4
    boolean	f
0::float4 <= 0::float4
    boolean	t
'Infinity'::float4 <= 1.5::float4
    boolean	f
0::float4 <= 1.5::float4
    boolean	t
0::float4 <= 'NaN'::float4
    boolean	t
3e38::float4 <= 1e-45::float4
    boolean	f
(-2.25)::float4 <= 'NaN'::float4
    boolean	t
1.5::float4 <= 0::float4
    boolean	f
(-32768)::int2 <= 1::int8
    boolean	t
32767::int2 <= (-1)::int8
    boolean	f
(-32768)::int2 <= (-9223372036854775808)::int8
    boolean	f
NULL::int2 <= 9223372036854775807
    boolean	<NULL>
NULL::int2 <= 0::int8
    boolean	<NULL>
(-1)::int2 <= 7::int8
    boolean	t
0::int2 <= 0::int8
    boolean	t
NULL::int2 <= (-1)::int8
    boolean	<NULL>
NULL::int2 <= 5
    boolean	<NULL>
32767::int2 <= NULL::int4
    boolean	<NULL>
1::int2 <= 5
    boolean	t
32767::int2 <= 0
    boolean	f
NULL::int2 <= NULL::int4
    boolean	<NULL>
0::int2 <= 5
    boolean	t
32767::int2 <= 2147483647
    boolean	t
(-32768)::int2 <= 2
    boolean	t
(-32768)::int2 <= (-32768)::int2
    boolean	t
0::int2 <= 0::int2
    boolean	t
0::int2 <= 32767::int2
    boolean	t
1::int2 <= 32767::int2
    boolean	t
32767::int2 <= 1::int2
    boolean	f
(-1)::int2 <= (-1)::int2
    boolean	t
32767::int2 <= NULL::int2
    boolean	<NULL>
0::int2 <= (-32768)::int2
    boolean	f
''::text <= 'abc'::name
    boolean	t
'abc'::text <= ''::name
    boolean	f
'a'::text <= ''::name
    boolean	f
'%a_'::text <= 'abc'::name
    boolean	t
' b '::text <= ''::name
    boolean	f
'abc'::text <= 'abc'::name
    boolean	t
'äöü€'::text <= ''::name
    boolean	f
'Hello, World'::text <= 'abc'::name
    boolean	t
'%a_'::text <= ''::text
    boolean	f
'abc'::text <= 'Hello, World'::text
    boolean	f
'1'::text <= 'abc'::text
    boolean	t
'äöü€'::text <= '%a_'::text
    boolean	f
' b '::text <= 'a'::text
    boolean	t
'%a_'::text <= 'a'::text
    boolean	t
'abc'::text <= '1'::text
    boolean	f
' b '::text <= ' b '::text
    boolean	t
'12:34:56.5'::time <= '00:00'::time
    boolean	f
'23:59:59.999999'::time <= '00:00'::time
    boolean	f
'24:00'::time <= '23:59:59.999999'::time
    boolean	f
'00:00'::time <= '24:00'::time
    boolean	t
'00:00'::time <= '00:00'::time
    boolean	t
'23:59:59.999999'::time <= '12:34:56.5'::time
    boolean	f
'24:00'::time <= '12:34:56.5'::time
    boolean	f
'24:00'::time <= '00:00'::time
    boolean	f
'1999-12-31 12:00+05'::timestamptz <= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'2000-01-01 00:00+00'::timestamptz <= '2000-01-01 00:00+00'::timestamptz
    boolean	t
'2000-01-01 00:00+00'::timestamptz <= '1999-12-31 12:00+05'::timestamptz
    boolean	f
'infinity'::timestamptz <= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz <= '1999-12-31 12:00+05'::timestamptz
    boolean	f
'infinity'::timestamptz <= '1999-12-31 12:00+05'::timestamptz
    boolean	f
'2000-01-01 00:00+00'::timestamptz <= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'2000-01-01 00:00+00'::timestamptz <= 'infinity'::timestamptz
    boolean	t
'-infinity'::timestamp <= '1999-12-31 12:00'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <= '-infinity'::timestamp
    boolean	f
'infinity'::timestamp <= '1999-12-31 12:00'::timestamp
    boolean	f
'-infinity'::timestamp <= '0044-03-15 10:00 BC'::timestamp
    boolean	t
'infinity'::timestamp <= 'infinity'::timestamp
    boolean	t
'infinity'::timestamp <= '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'1999-12-31 12:00'::timestamp <= '2000-01-01 00:00'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <= '0044-03-15 10:00 BC'::timestamp
    boolean	f
'00000000-0000-0000-0000-000000000000'::uuid <= '00000000-0000-0000-0000-000000000000'::uuid
    boolean	t
'00000000-0000-0000-0000-000000000000'::uuid <= 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	t
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid <= '00000000-0000-0000-0000-000000000000'::uuid
    boolean	f
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid <= 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	t
'a'::"char" <> 'a'::"char"
    boolean	f
'a'::"char" <> ''::"char"
    boolean	t
''::"char" <> 'a'::"char"
    boolean	t
''::"char" <> ''::"char"
    boolean	f
ARRAY['a','b c',NULL] <> ARRAY['a','b c',NULL]
    boolean	f
ARRAY['a','b c',NULL] <> ARRAY[true,false]
    !42883
ARRAY['a','b c',NULL] <> ARRAY[1.50,2.0]
    !42883
ARRAY[1,2,3] <> NULL::int4[]
    boolean	<NULL>
ARRAY[1,NULL,2] <> ARRAY[1,2,3]
    boolean	t
ARRAY[1,2,3] <> ARRAY[1,NULL,2]
    boolean	t
ARRAY['a','b c',NULL] <> ARRAY[1,2,3]
    !42883
'{}'::int4[] <> '{}'::int4[]
    boolean	f
(-9223372036854775808)::int8 <> (-9223372036854775808)::int8
    boolean	f
1::int8 <> 0::int8
    boolean	t
NULL::int8 <> (-1)::int8
    boolean	<NULL>
7::int8 <> 7::int8
    boolean	f
7::int8 <> (-9223372036854775808)::int8
    boolean	t
1::int8 <> (-1)::int8
    boolean	t
1::int8 <> (-9223372036854775808)::int8
    boolean	t
0::int8 <> 0::int8
    boolean	f
NULL::int8 <> NULL::int4
    boolean	<NULL>
NULL::int8 <> 2
    boolean	<NULL>
(-1)::int8 <> 0
    boolean	t
(-1)::int8 <> 5
    boolean	t
0::int8 <> 5
    boolean	t
(-9223372036854775808)::int8 <> 5
    boolean	t
7::int8 <> 2
    boolean	t
9223372036854775807 <> 2
    boolean	t
(-9223372036854775808)::int8 <> 32767::int2
    boolean	t
(-1)::int8 <> (-1)::int2
    boolean	f
(-9223372036854775808)::int8 <> 0::int2
    boolean	t
(-1)::int8 <> NULL::int2
    boolean	<NULL>
NULL::int8 <> 0::int2
    boolean	<NULL>
9223372036854775807 <> 32767::int2
    boolean	t
7::int8 <> 0::int2
    boolean	t
NULL::int8 <> NULL::int2
    boolean	<NULL>
NULL::bool <> NULL::bool
    boolean	<NULL>
false <> false
    boolean	f
true <> true
    boolean	f
NULL::bool <> false
    boolean	<NULL>
true <> false
    boolean	t
NULL::bool <> true
    boolean	<NULL>
false <> NULL::bool
    boolean	<NULL>
true <> NULL::bool
    boolean	<NULL>
NULL::bytea <> ''::bytea
    boolean	<NULL>
'\x00ff61'::bytea <> '\x616263'::bytea
    boolean	t
NULL::bytea <> '\x00ff61'::bytea
    boolean	<NULL>
NULL::bytea <> '\x616263'::bytea
    boolean	<NULL>
'\x00ff61'::bytea <> '\x00'::bytea
    boolean	t
'\x616263'::bytea <> '\x616263'::bytea
    boolean	f
'\x00ff61'::bytea <> NULL::bytea
    boolean	<NULL>
NULL::bytea <> '\x00'::bytea
    boolean	<NULL>
'a'::bpchar <> ''::bpchar
    boolean	t
'ab'::char(4) <> 'a'::bpchar
    boolean	t
'ab'::char(4) <> ''::bpchar
    boolean	t
''::bpchar <> 'a'::bpchar
    boolean	t
'a'::bpchar <> 'ab'::char(4)
    boolean	t
''::bpchar <> ''::bpchar
    boolean	f
'a'::bpchar <> 'a'::bpchar
    boolean	f
''::bpchar <> 'ab'::char(4)
    boolean	t
'2024-02-29'::date <> '-infinity'::date
    boolean	t
'1969-12-31'::date <> '1969-12-31'::date
    boolean	f
'2000-01-01'::date <> '1969-12-31'::date
    boolean	t
'1969-12-31'::date <> 'infinity'::date
    boolean	t
'infinity'::date <> '2000-01-01'::date
    boolean	t
'2024-02-29'::date <> '2000-01-01'::date
    boolean	t
'infinity'::date <> '2024-02-29'::date
    boolean	t
'1969-12-31'::date <> '0044-03-15 BC'::date
    boolean	t
0.1::float8 <> 0.1::float8
    boolean	f
0::float8 <> 5e-324::float8
    boolean	t
0.1::float8 <> '-0'::float8
    boolean	t
(-2.25)::float8 <> '-0'::float8
    boolean	t
'-0'::float8 <> '-0'::float8
    boolean	f
0.1::float8 <> 'Infinity'::float8
    boolean	t
NULL::float8 <> '-0'::float8
    boolean	<NULL>
1e308::float8 <> 0.1::float8
    boolean	t
0::float8 <> 0::float4
    boolean	f
'-Infinity'::float8 <> '-Infinity'::float4
    boolean	f
1.5::float8 <> (-2.25)::float4
    boolean	t
'-Infinity'::float8 <> '-0'::float4
    boolean	t
5e-324::float8 <> '-0'::float4
    boolean	t
5e-324::float8 <> (-2.25)::float4
    boolean	t
'-Infinity'::float8 <> 0::float4
    boolean	t
1.5::float8 <> 0::float4
    boolean	t
-1 <> 0::int8
    boolean	t
1 <> 1::int8
    boolean	f
2147483647 <> (-9223372036854775808)::int8
    boolean	t
2 <> NULL::int8
    boolean	<NULL>
5 <> 7::int8
    boolean	t
(-2147483648) <> 0::int8
    boolean	t
5 <> (-1)::int8
    boolean	t
2147483647 <> 1::int8
    boolean	t
-1 <> 0
    boolean	t
NULL::int4 <> 2
    boolean	<NULL>
0 <> -1
    boolean	t
-1 <> -1
    boolean	f
1 <> -1
    boolean	t
NULL::int4 <> -1
    boolean	<NULL>
2 <> 1
    boolean	t
-1 <> 1
    boolean	t
NULL::int4 <> (-1)::int2
    boolean	<NULL>
2 <> (-32768)::int2
    boolean	t
2 <> NULL::int2
    boolean	<NULL>
0 <> 32767::int2
    boolean	t
2147483647 <> 1::int2
    boolean	t
5 <> 1::int2
    boolean	t
1 <> 1::int2
    boolean	f
NULL::int4 <> NULL::int2
    boolean	<NULL>
'-1 mon'::interval <> '0'::interval
    boolean	t
'1 day -00:00:01'::interval <> '0'::interval
    boolean	t
'1 year 2 mons 3 days 04:05:06.789'::interval <> '100000 hours'::interval
    boolean	t
'1 day -00:00:01'::interval <> '1 day -00:00:01'::interval
    boolean	f
'100000 hours'::interval <> '-1 mon'::interval
    boolean	t
'-1 mon'::interval <> '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	t
'100000 hours'::interval <> '0'::interval
    boolean	t
'100000 hours'::interval <> '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	t
'[]'::jsonb <> '[]'::jsonb
    boolean	f
'{}'::jsonb <> '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	t
'"s"'::jsonb <> '"s"'::jsonb
    boolean	f
'"s"'::jsonb <> 'null'::jsonb
    boolean	t
'null'::jsonb <> '"s"'::jsonb
    boolean	t
'1.50'::jsonb <> '"s"'::jsonb
    boolean	t
'1.50'::jsonb <> '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	t
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb <> '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	f
'abc'::name <> 'abc'::name
    boolean	f
'abc'::name <> ''::name
    boolean	t
''::name <> 'abc'::name
    boolean	t
''::name <> ''::name
    boolean	f
'abc'::name <> 'a'::text
    boolean	t
''::name <> '1'::text
    boolean	t
''::name <> '%a_'::text
    boolean	t
''::name <> 'Hello, World'::text
    boolean	t
'abc'::name <> '%a_'::text
    boolean	t
'abc'::name <> 'abc'::text
    boolean	f
''::name <> 'abc'::text
    boolean	t
'abc'::name <> '1'::text
    boolean	t
1e-20::numeric <> 12345678901234567890.12345::numeric
    boolean	t
1.5::numeric <> (-2.25)::numeric
    boolean	t
'Infinity'::numeric <> 0::numeric
    boolean	t
(-2.25)::numeric <> 12345678901234567890.12345::numeric
    boolean	t
(-2.25)::numeric <> 1e-20::numeric
    boolean	t
(-2.25)::numeric <> 'NaN'::numeric
    boolean	t
'NaN'::numeric <> 3::numeric
    boolean	t
(-2.25)::numeric <> 1.5::numeric
    boolean	t
0::oid <> 0::oid
    boolean	f
0::oid <> 23::oid
    boolean	t
23::oid <> 0::oid
    boolean	t
23::oid <> 23::oid
    boolean	f
'Infinity'::float4 <> 1e308::float8
    boolean	t
3e38::float4 <> (-2.25)::float8
    boolean	t
'NaN'::float4 <> 0.1::float8
    boolean	t
'Infinity'::float4 <> '-0'::float8
    boolean	t
0::float4 <> 0::float8
    boolean	f
(-2.25)::float4 <> (-2.25)::float8
    boolean	f
0::float4 <> 1e308::float8
    boolean	t
0::float4 <> '-Infinity'::float8
    boolean	t
3e38::float4 <> 1.5::float4
    boolean	t
'NaN'::float4 <> (-2.25)::float4
    boolean	t
'-0'::float4 <> 1.5::float4
    boolean	t
'Infinity'::float4 <> (-2.25)::float4
    boolean	t
'-Infinity'::float4 <> 0::float4
    boolean	t
'Infinity'::float4 <> 'NaN'::float4
    boolean	t
(-2.25)::float4 <> '-0'::float4
    boolean	t
0::float4 <> 1e-45::float4
    boolean	t
0::int2 <> 7::int8
    boolean	t
NULL::int2 <> 9223372036854775807
    boolean	<NULL>
(-1)::int2 <> 7::int8
    boolean	t
0::int2 <> 0::int8
    boolean	f
(-32768)::int2 <> (-1)::int8
    boolean	t
1::int2 <> (-1)::int8
    boolean	t
(-32768)::int2 <> 9223372036854775807
    boolean	t
0::int2 <> NULL::int8
    boolean	<NULL>
NULL::int2 <> NULL::int4
    boolean	<NULL>
(-32768)::int2 <> 2
    boolean	t
32767::int2 <> 2147483647
    boolean	t
0::int2 <> 2147483647
    boolean	t
32767::int2 <> 2
    boolean	t
(-1)::int2 <> (-2147483648)
    boolean	t
32767::int2 <> NULL::int4
    boolean	<NULL>
NULL::int2 <> -1
    boolean	<NULL>
0::int2 <> (-1)::int2
    boolean	t
NULL::int2 <> 1::int2
    boolean	<NULL>
NULL::int2 <> (-32768)::int2
    boolean	<NULL>
(-32768)::int2 <> 1::int2
    boolean	t
(-32768)::int2 <> NULL::int2
    boolean	<NULL>
1::int2 <> NULL::int2
    boolean	<NULL>
(-1)::int2 <> 1::int2
    boolean	t
32767::int2 <> 32767::int2
    boolean	f
NULL::text <> 'abc'::name
    boolean	<NULL>
'a'::text <> ''::name
    boolean	t
'1'::text <> 'abc'::name
    boolean	t
NULL::text <> ''::name
    boolean	<NULL>
'a'::text <> 'abc'::name
    boolean	t
'1'::text <> ''::name
    boolean	t
'äöü€'::text <> 'abc'::name
    boolean	t
'abc'::text <> ''::name
    boolean	t
''::text <> ''::text
    boolean	f
''::text <> 'a'::text
    boolean	t
'a'::text <> NULL::text
    boolean	<NULL>
'Hello, World'::text <> '1'::text
    boolean	t
NULL::text <> ' b '::text
    boolean	<NULL>
'Hello, World'::text <> ' b '::text
    boolean	t
' b '::text <> ' b '::text
    boolean	f
'abc'::text <> 'abc'::text
    boolean	f
'23:59:59.999999'::time <> '23:59:59.999999'::time
    boolean	f
'24:00'::time <> '24:00'::time
    boolean	f
'23:59:59.999999'::time <> '12:34:56.5'::time
    boolean	t
'24:00'::time <> '00:00'::time
    boolean	t
'12:34:56.5'::time <> '00:00'::time
    boolean	t
'12:34:56.5'::time <> '23:59:59.999999'::time
    boolean	t
'00:00'::time <> '24:00'::time
    boolean	t
'12:34:56.5'::time <> '24:00'::time
    boolean	t
'1999-12-31 12:00+05'::timestamptz <> '2000-01-01 00:00+00'::timestamptz
    boolean	t
'infinity'::timestamptz <> '2000-01-01 00:00+00'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz <> '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'2000-01-01 00:00+00'::timestamptz <> '2000-01-01 00:00+00'::timestamptz
    boolean	f
'infinity'::timestamptz <> 'infinity'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz <> '1999-12-31 12:00+05'::timestamptz
    boolean	t
'1999-12-31 12:00+05'::timestamptz <> 'infinity'::timestamptz
    boolean	t
'2000-01-01 00:00+00'::timestamptz <> '1999-12-31 12:00+05'::timestamptz
    boolean	t
'1999-12-31 12:00'::timestamp <> '-infinity'::timestamp
    boolean	t
'-infinity'::timestamp <> 'infinity'::timestamp
    boolean	t
'-infinity'::timestamp <> '0044-03-15 10:00 BC'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <> '0044-03-15 10:00 BC'::timestamp
    boolean	t
'-infinity'::timestamp <> '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'infinity'::timestamp <> '1999-12-31 12:00'::timestamp
    boolean	t
'0044-03-15 10:00 BC'::timestamp <> '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'2000-01-01 00:00'::timestamp <> '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'00000000-0000-0000-0000-000000000000'::uuid <> '00000000-0000-0000-0000-000000000000'::uuid
    boolean	f
'00000000-0000-0000-0000-000000000000'::uuid <> 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	t
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid <> '00000000-0000-0000-0000-000000000000'::uuid
    boolean	t
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid <> 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	f
'a'::"char" = 'a'::"char"
    boolean	t
'a'::"char" = ''::"char"
    boolean	f
''::"char" = 'a'::"char"
    boolean	f
''::"char" = ''::"char"
    boolean	t
ARRAY[1,NULL,2] = ARRAY[1,NULL,2]
    boolean	t
NULL::int4[] = ARRAY[true,false]
    !42883
ARRAY['a','b c',NULL] = '{}'::int4[]
    !42883
ARRAY['a','b c',NULL] = ARRAY['a','b c',NULL]
    boolean	t
ARRAY[1,NULL,2] = ARRAY[true,false]
    !42883
ARRAY['a','b c',NULL] = NULL::int4[]
    !42883
ARRAY[1,2,3] = '{}'::int4[]
    boolean	f
NULL::int4[] = '{}'::int4[]
    boolean	<NULL>
9223372036854775807 = 7::int8
    boolean	f
7::int8 = 7::int8
    boolean	t
9223372036854775807 = (-9223372036854775808)::int8
    boolean	f
(-1)::int8 = (-1)::int8
    boolean	t
(-9223372036854775808)::int8 = 9223372036854775807
    boolean	f
7::int8 = 1::int8
    boolean	f
0::int8 = 7::int8
    boolean	f
0::int8 = NULL::int8
    boolean	<NULL>
(-9223372036854775808)::int8 = 0
    boolean	f
(-1)::int8 = 1
    boolean	f
NULL::int8 = 5
    boolean	<NULL>
NULL::int8 = 2
    boolean	<NULL>
9223372036854775807 = 1
    boolean	f
1::int8 = 2147483647
    boolean	f
(-1)::int8 = 0
    boolean	f
7::int8 = 2
    boolean	f
7::int8 = (-32768)::int2
    boolean	f
7::int8 = 0::int2
    boolean	f
0::int8 = 1::int2
    boolean	f
(-9223372036854775808)::int8 = 1::int2
    boolean	f
1::int8 = 0::int2
    boolean	f
(-1)::int8 = 32767::int2
    boolean	f
0::int8 = 0::int2
    boolean	t
9223372036854775807 = 0::int2
    boolean	f
false = false
    boolean	t
true = true
    boolean	t
NULL::bool = true
    boolean	<NULL>
true = NULL::bool
    boolean	<NULL>
true = false
    boolean	f
false = NULL::bool
    boolean	<NULL>
NULL::bool = false
    boolean	<NULL>
NULL::bool = NULL::bool
    boolean	<NULL>
NULL::bytea = '\x616263'::bytea
    boolean	<NULL>
'\x00ff61'::bytea = '\x616263'::bytea
    boolean	f
'\x00'::bytea = NULL::bytea
    boolean	<NULL>
'\x616263'::bytea = '\x00'::bytea
    boolean	f
'\x00ff61'::bytea = '\x00'::bytea
    boolean	f
''::bytea = NULL::bytea
    boolean	<NULL>
''::bytea = '\x00'::bytea
    boolean	f
NULL::bytea = NULL::bytea
    boolean	<NULL>
'a'::bpchar = ''::bpchar
    boolean	f
'a'::bpchar = 'ab'::char(4)
    boolean	f
''::bpchar = 'ab'::char(4)
    boolean	f
''::bpchar = 'a'::bpchar
    boolean	f
'ab'::char(4) = 'a'::bpchar
    boolean	f
''::bpchar = ''::bpchar
    boolean	t
'a'::bpchar = 'a'::bpchar
    boolean	t
'ab'::char(4) = ''::bpchar
    boolean	f
'0044-03-15 BC'::date = '2024-02-29'::date
    boolean	f
'2024-02-29'::date = '0044-03-15 BC'::date
    boolean	f
'infinity'::date = '-infinity'::date
    boolean	f
'1969-12-31'::date = '2024-02-29'::date
    boolean	f
'2000-01-01'::date = '2000-01-01'::date
    boolean	t
'2000-01-01'::date = 'infinity'::date
    boolean	f
'-infinity'::date = 'infinity'::date
    boolean	f
'0044-03-15 BC'::date = '-infinity'::date
    boolean	f
1.5::float8 = 1.5::float8
    boolean	t
1e308::float8 = NULL::float8
    boolean	<NULL>
5e-324::float8 = 0.1::float8
    boolean	f
5e-324::float8 = 1e308::float8
    boolean	f
'Infinity'::float8 = '-Infinity'::float8
    boolean	f
'-Infinity'::float8 = 0::float8
    boolean	f
5e-324::float8 = 0::float8
    boolean	f
0.1::float8 = 5e-324::float8
    boolean	f
1.5::float8 = (-2.25)::float4
    boolean	f
(-2.25)::float8 = 'Infinity'::float4
    boolean	f
0::float8 = 0::float4
    boolean	t
(-2.25)::float8 = '-Infinity'::float4
    boolean	f
1e308::float8 = '-Infinity'::float4
    boolean	f
0.1::float8 = 'Infinity'::float4
    boolean	f
0.1::float8 = (-2.25)::float4
    boolean	f
1e308::float8 = 'Infinity'::float4
    boolean	f
NULL::int4 = 1::int8
    boolean	<NULL>
NULL::int4 = NULL::int8
    boolean	<NULL>
-1 = 1::int8
    boolean	f
(-2147483648) = (-1)::int8
    boolean	f
2 = (-1)::int8
    boolean	f
5 = 9223372036854775807
    boolean	f
1 = 0::int8
    boolean	f
NULL::int4 = (-1)::int8
    boolean	<NULL>
2 = 5
    boolean	f
(-2147483648) = (-2147483648)
    boolean	t
0 = NULL::int4
    boolean	<NULL>
(-2147483648) = NULL::int4
    boolean	<NULL>
-1 = 2
    boolean	f
-1 = -1
    boolean	t
0 = 5
    boolean	f
1 = 1
    boolean	t
2147483647 = 32767::int2
    boolean	f
1 = NULL::int2
    boolean	<NULL>
-1 = NULL::int2
    boolean	<NULL>
2147483647 = (-1)::int2
    boolean	f
NULL::int4 = NULL::int2
    boolean	<NULL>
(-2147483648) = (-32768)::int2
    boolean	f
0 = 32767::int2
    boolean	f
2147483647 = 1::int2
    boolean	f
'1 year 2 mons 3 days 04:05:06.789'::interval = '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	t
'1 day -00:00:01'::interval = '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	f
'1 day -00:00:01'::interval = '1 day -00:00:01'::interval
    boolean	t
'1 year 2 mons 3 days 04:05:06.789'::interval = '0'::interval
    boolean	f
'1 year 2 mons 3 days 04:05:06.789'::interval = '100000 hours'::interval
    boolean	f
'-1 mon'::interval = '-1 mon'::interval
    boolean	t
'100000 hours'::interval = '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	f
'-1 mon'::interval = '40 days 25:00'::interval
    boolean	f
'null'::jsonb = 'null'::jsonb
    boolean	t
'[1, "a", null, {"b": [true]}]'::jsonb = '[]'::jsonb
    boolean	f
'1.50'::jsonb = '"s"'::jsonb
    boolean	f
'[1, "a", null, {"b": [true]}]'::jsonb = '{}'::jsonb
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb = '[1, "a", null, {"b": [true]}]'::jsonb
    boolean	f
'[]'::jsonb = '1.50'::jsonb
    boolean	f
'{}'::jsonb = '[1, "a", null, {"b": [true]}]'::jsonb
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb = 'null'::jsonb
    boolean	f
'abc'::name = 'abc'::name
    boolean	t
'abc'::name = ''::name
    boolean	f
''::name = 'abc'::name
    boolean	f
''::name = ''::name
    boolean	t
'abc'::name = 'abc'::text
    boolean	t
'abc'::name = 'äöü€'::text
    boolean	f
'abc'::name = 'a'::text
    boolean	f
'abc'::name = ' b '::text
    boolean	f
'abc'::name = NULL::text
    boolean	<NULL>
''::name = '1'::text
    boolean	f
''::name = ''::text
    boolean	t
''::name = 'Hello, World'::text
    boolean	f
'Infinity'::numeric = 0.00::numeric
    boolean	f
0.00::numeric = 1.5::numeric
    boolean	f
3::numeric = 3::numeric
    boolean	t
'NaN'::numeric = 0.00::numeric
    boolean	f
'Infinity'::numeric = 'Infinity'::numeric
    boolean	t
0::numeric = 0.00::numeric
    boolean	t
0::numeric = '-Infinity'::numeric
    boolean	f
1.5::numeric = 0::numeric
    boolean	f
0::oid = 0::oid
    boolean	t
0::oid = 23::oid
    boolean	f
23::oid = 0::oid
    boolean	f
23::oid = 23::oid
    boolean	t
1.5::float4 = '-0'::float8
    boolean	f
'-0'::float4 = 'Infinity'::float8
    boolean	f
'Infinity'::float4 = 0.1::float8
    boolean	f
'NaN'::float4 = 'Infinity'::float8
    boolean	f
3e38::float4 = 1e308::float8
    boolean	f
0::float4 = 1.5::float8
    boolean	f
'NaN'::float4 = NULL::float8
    boolean	<NULL>
'-Infinity'::float4 = 1e308::float8
    boolean	f
'-Infinity'::float4 = 'NaN'::float4
    boolean	f
(-2.25)::float4 = 0::float4
    boolean	f
1e-45::float4 = 1.5::float4
    boolean	f
1.5::float4 = '-0'::float4
    boolean	f
1e-45::float4 = (-2.25)::float4
    boolean	f
'Infinity'::float4 = 'Infinity'::float4
    boolean	t
'-Infinity'::float4 = 1e-45::float4
    boolean	f
'Infinity'::float4 = '-0'::float4
    boolean	f
(-1)::int2 = NULL::int8
    boolean	<NULL>
(-1)::int2 = 9223372036854775807
    boolean	f
(-32768)::int2 = 7::int8
    boolean	f
NULL::int2 = 0::int8
    boolean	<NULL>
(-1)::int2 = 1::int8
    boolean	f
NULL::int2 = 9223372036854775807
    boolean	<NULL>
1::int2 = (-1)::int8
    boolean	f
1::int2 = 1::int8
    boolean	t
32767::int2 = (-2147483648)
    boolean	f
0::int2 = -1
    boolean	f
(-1)::int2 = 5
    boolean	f
0::int2 = 2147483647
    boolean	f
32767::int2 = 2
    boolean	f
0::int2 = NULL::int4
    boolean	<NULL>
(-32768)::int2 = 0
    boolean	f
1::int2 = (-2147483648)
    boolean	f
0::int2 = 32767::int2
    boolean	f
32767::int2 = 32767::int2
    boolean	t
NULL::int2 = 32767::int2
    boolean	<NULL>
(-32768)::int2 = NULL::int2
    boolean	<NULL>
32767::int2 = 1::int2
    boolean	f
(-1)::int2 = (-32768)::int2
    boolean	f
(-1)::int2 = 32767::int2
    boolean	f
(-1)::int2 = 0::int2
    boolean	f
'%a_'::text = ''::name
    boolean	f
'abc'::text = 'abc'::name
    boolean	t
'a'::text = ''::name
    boolean	f
NULL::text = ''::name
    boolean	<NULL>
'a'::text = 'abc'::name
    boolean	f
'äöü€'::text = ''::name
    boolean	f
''::text = 'abc'::name
    boolean	f
' b '::text = ''::name
    boolean	f
'%a_'::text = ' b '::text
    boolean	f
'%a_'::text = '%a_'::text
    boolean	t
''::text = 'Hello, World'::text
    boolean	f
'Hello, World'::text = '1'::text
    boolean	f
'äöü€'::text = NULL::text
    boolean	<NULL>
'äöü€'::text = ' b '::text
    boolean	f
'a'::text = 'Hello, World'::text
    boolean	f
'abc'::text = ' b '::text
    boolean	f
'00:00'::time = '24:00'::time
    boolean	f
'24:00'::time = '12:34:56.5'::time
    boolean	f
'23:59:59.999999'::time = '23:59:59.999999'::time
    boolean	t
'00:00'::time = '12:34:56.5'::time
    boolean	f
'23:59:59.999999'::time = '00:00'::time
    boolean	f
'12:34:56.5'::time = '24:00'::time
    boolean	f
'24:00'::time = '24:00'::time
    boolean	t
'00:00'::time = '00:00'::time
    boolean	t
'2000-01-01 00:00+00'::timestamptz = '2000-01-01 00:00+00'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz = '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz = '1999-12-31 12:00+05'::timestamptz
    boolean	f
'1999-12-31 12:00+05'::timestamptz = 'infinity'::timestamptz
    boolean	f
'1999-12-31 12:00+05'::timestamptz = '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2000-01-01 00:00+00'::timestamptz = 'infinity'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz = 'infinity'::timestamptz
    boolean	f
'2000-01-01 00:00+00'::timestamptz = '1999-12-31 12:00+05'::timestamptz
    boolean	f
'infinity'::timestamp = 'infinity'::timestamp
    boolean	t
'1999-12-31 12:00'::timestamp = '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'0044-03-15 10:00 BC'::timestamp = '1999-12-31 12:00'::timestamp
    boolean	f
'0044-03-15 10:00 BC'::timestamp = 'infinity'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp = '0044-03-15 10:00 BC'::timestamp
    boolean	f
'2000-01-01 00:00'::timestamp = '2000-01-01 00:00'::timestamp
    boolean	t
'2000-01-01 00:00'::timestamp = '0044-03-15 10:00 BC'::timestamp
    boolean	f
'1999-12-31 12:00'::timestamp = '-infinity'::timestamp
    boolean	f
'00000000-0000-0000-0000-000000000000'::uuid = '00000000-0000-0000-0000-000000000000'::uuid
    boolean	t
'00000000-0000-0000-0000-000000000000'::uuid = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	f
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid = '00000000-0000-0000-0000-000000000000'::uuid
    boolean	f
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	t
'a'::"char" > 'a'::"char"
    boolean	f
'a'::"char" > ''::"char"
    boolean	t
''::"char" > 'a'::"char"
    boolean	f
''::"char" > ''::"char"
    boolean	f
ARRAY[1,2,3] > ARRAY[1,NULL,2]
    boolean	f
NULL::int4[] > ARRAY[true,false]
    !42883
'{}'::int4[] > '{}'::int4[]
    boolean	f
ARRAY[1,NULL,2] > NULL::int4[]
    boolean	<NULL>
'{}'::int4[] > ARRAY['a','b c',NULL]
    !42883
ARRAY[1,2,3] > ARRAY[1.50,2.0]
    !42883
ARRAY['a','b c',NULL] > NULL::int4[]
    !42883
ARRAY[1.50,2.0] > NULL::int4[]
    !42883
0::int8 > (-1)::int8
    boolean	t
NULL::int8 > 9223372036854775807
    boolean	<NULL>
1::int8 > 0::int8
    boolean	t
0::int8 > 7::int8
    boolean	f
(-9223372036854775808)::int8 > 0::int8
    boolean	f
(-9223372036854775808)::int8 > (-1)::int8
    boolean	f
9223372036854775807 > NULL::int8
    boolean	<NULL>
7::int8 > 7::int8
    boolean	f
0::int8 > -1
    boolean	t
9223372036854775807 > 0
    boolean	t
9223372036854775807 > (-2147483648)
    boolean	t
(-9223372036854775808)::int8 > -1
    boolean	f
7::int8 > (-2147483648)
    boolean	t
NULL::int8 > 1
    boolean	<NULL>
(-1)::int8 > (-2147483648)
    boolean	t
1::int8 > 5
    boolean	f
NULL::int8 > 1::int2
    boolean	<NULL>
0::int8 > 1::int2
    boolean	f
NULL::int8 > (-1)::int2
    boolean	<NULL>
0::int8 > 0::int2
    boolean	f
0::int8 > 32767::int2
    boolean	f
(-9223372036854775808)::int8 > 1::int2
    boolean	f
7::int8 > 1::int2
    boolean	t
9223372036854775807 > NULL::int2
    boolean	<NULL>
true > false
    boolean	t
NULL::bool > NULL::bool
    boolean	<NULL>
false > true
    boolean	f
true > true
    boolean	f
NULL::bool > false
    boolean	<NULL>
false > false
    boolean	f
NULL::bool > true
    boolean	<NULL>
true > NULL::bool
    boolean	<NULL>
'\x00'::bytea > '\x616263'::bytea
    boolean	f
NULL::bytea > '\x00'::bytea
    boolean	<NULL>
'\x616263'::bytea > '\x00'::bytea
    boolean	t
NULL::bytea > '\x00ff61'::bytea
    boolean	<NULL>
'\x00'::bytea > '\x00ff61'::bytea
    boolean	f
NULL::bytea > NULL::bytea
    boolean	<NULL>
'\x00ff61'::bytea > '\x00'::bytea
    boolean	t
'\x00ff61'::bytea > NULL::bytea
    boolean	<NULL>
''::bpchar > 'a'::bpchar
    boolean	f
'a'::bpchar > 'ab'::char(4)
    boolean	f
''::bpchar > 'ab'::char(4)
    boolean	f
'a'::bpchar > 'a'::bpchar
    boolean	f
'ab'::char(4) > 'ab'::char(4)
    boolean	f
'ab'::char(4) > 'a'::bpchar
    boolean	t
'a'::bpchar > ''::bpchar
    boolean	t
'ab'::char(4) > ''::bpchar
    boolean	t
'infinity'::date > 'infinity'::date
    boolean	f
'2024-02-29'::date > '1969-12-31'::date
    boolean	t
'-infinity'::date > 'infinity'::date
    boolean	f
'-infinity'::date > '1969-12-31'::date
    boolean	f
'infinity'::date > '1969-12-31'::date
    boolean	t
'infinity'::date > '0044-03-15 BC'::date
    boolean	t
'1969-12-31'::date > 'infinity'::date
    boolean	f
'-infinity'::date > '-infinity'::date
    boolean	f
5e-324::float8 > '-0'::float8
    boolean	t
NULL::float8 > NULL::float8
    boolean	<NULL>
NULL::float8 > (-2.25)::float8
    boolean	<NULL>
'-0'::float8 > '-Infinity'::float8
    boolean	t
0.1::float8 > '-Infinity'::float8
    boolean	t
(-2.25)::float8 > 1e308::float8
    boolean	f
'-0'::float8 > 5e-324::float8
    boolean	f
0.1::float8 > NULL::float8
    boolean	<NULL>
1.5::float8 > (-2.25)::float4
    boolean	t
'Infinity'::float8 > '-Infinity'::float4
    boolean	t
0.1::float8 > '-0'::float4
    boolean	t
1e308::float8 > 1e-45::float4
    boolean	t
'-0'::float8 > '-0'::float4
    boolean	f
'-Infinity'::float8 > 'Infinity'::float4
    boolean	f
0.1::float8 > 1e-45::float4
    boolean	t
'NaN'::float8 > (-2.25)::float4
    boolean	t
NULL::int4 > NULL::int8
    boolean	<NULL>
2147483647 > 7::int8
    boolean	t
5 > (-9223372036854775808)::int8
    boolean	t
2 > 0::int8
    boolean	t
-1 > 9223372036854775807
    boolean	f
0 > 1::int8
    boolean	f
(-2147483648) > (-9223372036854775808)::int8
    boolean	t
2 > 9223372036854775807
    boolean	f
NULL::int4 > 5
    boolean	<NULL>
-1 > NULL::int4
    boolean	<NULL>
-1 > 2
    boolean	f
0 > 5
    boolean	f
(-2147483648) > -1
    boolean	f
(-2147483648) > 1
    boolean	f
(-2147483648) > 5
    boolean	f
2147483647 > -1
    boolean	t
-1 > (-32768)::int2
    boolean	t
-1 > (-1)::int2
    boolean	f
NULL::int4 > (-32768)::int2
    boolean	<NULL>
(-2147483648) > 1::int2
    boolean	f
NULL::int4 > 32767::int2
    boolean	<NULL>
0 > 0::int2
    boolean	f
2 > (-1)::int2
    boolean	t
1 > 0::int2
    boolean	t
'1 day -00:00:01'::interval > '100000 hours'::interval
    boolean	f
'-1 mon'::interval > '40 days 25:00'::interval
    boolean	f
'40 days 25:00'::interval > '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	f
'1 year 2 mons 3 days 04:05:06.789'::interval > '0'::interval
    boolean	t
'-1 mon'::interval > '100000 hours'::interval
    boolean	f
'100000 hours'::interval > '-1 mon'::interval
    boolean	t
'1 day -00:00:01'::interval > '-1 mon'::interval
    boolean	t
'1 year 2 mons 3 days 04:05:06.789'::interval > '1 day -00:00:01'::interval
    boolean	t
'{}'::jsonb > '"s"'::jsonb
    boolean	t
'[1, "a", null, {"b": [true]}]'::jsonb > '{}'::jsonb
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb > '[]'::jsonb
    boolean	t
'[1, "a", null, {"b": [true]}]'::jsonb > '"s"'::jsonb
    boolean	t
'1.50'::jsonb > '[1, "a", null, {"b": [true]}]'::jsonb
    boolean	f
'{}'::jsonb > '{}'::jsonb
    boolean	f
'null'::jsonb > '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	f
'"s"'::jsonb > '{}'::jsonb
    boolean	f
'abc'::name > 'abc'::name
    boolean	f
'abc'::name > ''::name
    boolean	t
''::name > 'abc'::name
    boolean	f
''::name > ''::name
    boolean	f
''::name > 'a'::text
    boolean	f
''::name > '%a_'::text
    boolean	f
'abc'::name > 'a'::text
    boolean	t
''::name > NULL::text
    boolean	<NULL>
'abc'::name > '%a_'::text
    boolean	t
'abc'::name > 'äöü€'::text
    boolean	f
''::name > '1'::text
    boolean	f
'abc'::name > '1'::text
    boolean	t
'-Infinity'::numeric > 0.00::numeric
    boolean	f
'Infinity'::numeric > 0.00::numeric
    boolean	t
1e-20::numeric > 0::numeric
    boolean	t
12345678901234567890.12345::numeric > 'NaN'::numeric
    boolean	f
(-2.25)::numeric > '-Infinity'::numeric
    boolean	t
0.00::numeric > 1e-20::numeric
    boolean	f
0.00::numeric > 0::numeric
    boolean	f
1.5::numeric > 0::numeric
    boolean	t
0::oid > 0::oid
    boolean	f
0::oid > 23::oid
    boolean	f
23::oid > 0::oid
    boolean	t
23::oid > 23::oid
    boolean	f
'-Infinity'::float4 > NULL::float8
    boolean	<NULL>
1.5::float4 > NULL::float8
    boolean	<NULL>
1e-45::float4 > 0::float8
    boolean	t
1e-45::float4 > 1.5::float8
    boolean	f
(-2.25)::float4 > 0.1::float8
    boolean	f
'-Infinity'::float4 > 0.1::float8
    boolean	f
0::float4 > NULL::float8
    boolean	<NULL>
'-Infinity'::float4 > 'NaN'::float8
    boolean	f
'-Infinity'::float4 > 'NaN'::float4
    boolean	f
3e38::float4 > 3e38::float4
    boolean	f
0::float4 > 1e-45::float4
    boolean	f
1.5::float4 > 1e-45::float4
    boolean	t
3e38::float4 > (-2.25)::float4
    boolean	t
1.5::float4 > '-Infinity'::float4
    boolean	t
'-Infinity'::float4 > '-0'::float4
    boolean	f
1e-45::float4 > 0::float4
    boolean	t
(-32768)::int2 > 9223372036854775807
    boolean	f
1::int2 > 0::int8
    boolean	t
0::int2 > NULL::int8
    boolean	<NULL>
1::int2 > 7::int8
    boolean	f
32767::int2 > 7::int8
    boolean	t
(-32768)::int2 > NULL::int8
    boolean	<NULL>
NULL::int2 > (-9223372036854775808)::int8
    boolean	<NULL>
32767::int2 > (-1)::int8
    boolean	t
32767::int2 > 1
    boolean	t
NULL::int2 > 2
    boolean	<NULL>
NULL::int2 > 0
    boolean	<NULL>
(-32768)::int2 > 0
    boolean	f
NULL::int2 > 2147483647
    boolean	<NULL>
NULL::int2 > 1
    boolean	<NULL>
1::int2 > 2
    boolean	f
32767::int2 > NULL::int4
    boolean	<NULL>
1::int2 > 32767::int2
    boolean	f
0::int2 > (-32768)::int2
    boolean	t
(-32768)::int2 > (-32768)::int2
    boolean	f
(-1)::int2 > 1::int2
    boolean	f
NULL::int2 > 0::int2
    boolean	<NULL>
1::int2 > (-1)::int2
    boolean	t
(-1)::int2 > (-32768)::int2
    boolean	t
32767::int2 > 0::int2
    boolean	t
'a'::text > ''::name
    boolean	t
'Hello, World'::text > ''::name
    boolean	t
'Hello, World'::text > 'abc'::name
    boolean	f
'abc'::text > 'abc'::name
    boolean	f
'%a_'::text > 'abc'::name
    boolean	f
' b '::text > ''::name
    boolean	t
'abc'::text > ''::name
    boolean	t
''::text > ''::name
    boolean	f
' b '::text > '%a_'::text
    boolean	f
'%a_'::text > ''::text
    boolean	t
'äöü€'::text > ''::text
    boolean	t
'abc'::text > 'abc'::text
    boolean	f
'Hello, World'::text > 'Hello, World'::text
    boolean	f
NULL::text > NULL::text
    boolean	<NULL>
' b '::text > ''::text
    boolean	t
NULL::text > ' b '::text
    boolean	<NULL>
'24:00'::time > '24:00'::time
    boolean	f
'23:59:59.999999'::time > '12:34:56.5'::time
    boolean	t
'12:34:56.5'::time > '12:34:56.5'::time
    boolean	f
'12:34:56.5'::time > '23:59:59.999999'::time
    boolean	f
'00:00'::time > '24:00'::time
    boolean	f
'00:00'::time > '00:00'::time
    boolean	f
'24:00'::time > '23:59:59.999999'::time
    boolean	t
'23:59:59.999999'::time > '24:00'::time
    boolean	f
'1999-12-31 12:00+05'::timestamptz > 'infinity'::timestamptz
    boolean	f
'2000-01-01 00:00+00'::timestamptz > '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz > '2000-01-01 00:00+00'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz > '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'infinity'::timestamptz > 'infinity'::timestamptz
    boolean	f
'1999-12-31 12:00+05'::timestamptz > '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'1999-12-31 12:00+05'::timestamptz > '1999-12-31 12:00+05'::timestamptz
    boolean	f
'2000-01-01 00:00+00'::timestamptz > '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp > '1999-12-31 12:00'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp > '2000-01-01 00:00'::timestamp
    boolean	t
'2000-01-01 00:00'::timestamp > '-infinity'::timestamp
    boolean	t
'0044-03-15 10:00 BC'::timestamp > '2000-01-01 00:00'::timestamp
    boolean	f
'infinity'::timestamp > '0044-03-15 10:00 BC'::timestamp
    boolean	t
'infinity'::timestamp > '2000-01-01 00:00'::timestamp
    boolean	t
'-infinity'::timestamp > '2000-01-01 00:00'::timestamp
    boolean	f
'1999-12-31 12:00'::timestamp > 'infinity'::timestamp
    boolean	f
'00000000-0000-0000-0000-000000000000'::uuid > '00000000-0000-0000-0000-000000000000'::uuid
    boolean	f
'00000000-0000-0000-0000-000000000000'::uuid > 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	f
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid > '00000000-0000-0000-0000-000000000000'::uuid
    boolean	t
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid > 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	f
'a'::"char" >= 'a'::"char"
    boolean	t
'a'::"char" >= ''::"char"
    boolean	t
''::"char" >= 'a'::"char"
    boolean	f
''::"char" >= ''::"char"
    boolean	t
ARRAY['a','b c',NULL] >= ARRAY[true,false]
    !42883
'{}'::int4[] >= ARRAY[1,NULL,2]
    boolean	f
ARRAY[1.50,2.0] >= NULL::int4[]
    !42883
ARRAY[true,false] >= ARRAY[1,2,3]
    !42883
'{}'::int4[] >= '{}'::int4[]
    boolean	t
'{}'::int4[] >= NULL::int4[]
    boolean	<NULL>
ARRAY[1,2,3] >= NULL::int4[]
    boolean	<NULL>
ARRAY[1,2,3] >= ARRAY['a','b c',NULL]
    !42883
NULL::int8 >= 0::int8
    boolean	<NULL>
1::int8 >= 7::int8
    boolean	f
NULL::int8 >= 7::int8
    boolean	<NULL>
(-9223372036854775808)::int8 >= NULL::int8
    boolean	<NULL>
7::int8 >= 9223372036854775807
    boolean	f
0::int8 >= (-9223372036854775808)::int8
    boolean	t
(-9223372036854775808)::int8 >= 9223372036854775807
    boolean	f
(-1)::int8 >= (-9223372036854775808)::int8
    boolean	t
1::int8 >= (-2147483648)
    boolean	t
7::int8 >= (-2147483648)
    boolean	t
1::int8 >= 2
    boolean	f
0::int8 >= 1
    boolean	f
1::int8 >= 0
    boolean	t
0::int8 >= 0
    boolean	t
(-9223372036854775808)::int8 >= (-2147483648)
    boolean	f
(-9223372036854775808)::int8 >= 2
    boolean	f
9223372036854775807 >= 32767::int2
    boolean	t
9223372036854775807 >= 1::int2
    boolean	t
9223372036854775807 >= NULL::int2
    boolean	<NULL>
NULL::int8 >= NULL::int2
    boolean	<NULL>
9223372036854775807 >= 0::int2
    boolean	t
1::int8 >= (-32768)::int2
    boolean	t
(-9223372036854775808)::int8 >= 0::int2
    boolean	f
1::int8 >= 32767::int2
    boolean	f
true >= false
    boolean	t
true >= NULL::bool
    boolean	<NULL>
NULL::bool >= NULL::bool
    boolean	<NULL>
NULL::bool >= false
    boolean	<NULL>
true >= true
    boolean	t
false >= true
    boolean	f
false >= NULL::bool
    boolean	<NULL>
false >= false
    boolean	t
NULL::bytea >= NULL::bytea
    boolean	<NULL>
''::bytea >= ''::bytea
    boolean	t
''::bytea >= '\x00ff61'::bytea
    boolean	f
'\x00'::bytea >= ''::bytea
    boolean	t
'\x00'::bytea >= '\x616263'::bytea
    boolean	f
'\x616263'::bytea >= '\x616263'::bytea
    boolean	t
''::bytea >= '\x616263'::bytea
    boolean	f
'\x00ff61'::bytea >= '\x00'::bytea
    boolean	t
'a'::bpchar >= 'a'::bpchar
    boolean	t
'a'::bpchar >= 'ab'::char(4)
    boolean	f
'ab'::char(4) >= ''::bpchar
    boolean	t
''::bpchar >= 'ab'::char(4)
    boolean	f
'a'::bpchar >= ''::bpchar
    boolean	t
''::bpchar >= ''::bpchar
    boolean	t
''::bpchar >= 'a'::bpchar
    boolean	f
'ab'::char(4) >= 'a'::bpchar
    boolean	t
'0044-03-15 BC'::date >= '2000-01-01'::date
    boolean	f
'2000-01-01'::date >= '1969-12-31'::date
    boolean	t
'2000-01-01'::date >= '2000-01-01'::date
    boolean	t
'2000-01-01'::date >= '-infinity'::date
    boolean	t
'0044-03-15 BC'::date >= '-infinity'::date
    boolean	t
'2024-02-29'::date >= '-infinity'::date
    boolean	t
'1969-12-31'::date >= 'infinity'::date
    boolean	f
'infinity'::date >= '2000-01-01'::date
    boolean	t
'-0'::float8 >= 5e-324::float8
    boolean	f
0.1::float8 >= 'Infinity'::float8
    boolean	f
1e308::float8 >= NULL::float8
    boolean	<NULL>
0::float8 >= NULL::float8
    boolean	<NULL>
5e-324::float8 >= 5e-324::float8
    boolean	t
'-0'::float8 >= '-Infinity'::float8
    boolean	t
1e308::float8 >= 1.5::float8
    boolean	t
'-Infinity'::float8 >= 'NaN'::float8
    boolean	f
'Infinity'::float8 >= '-Infinity'::float4
    boolean	t
NULL::float8 >= 1e-45::float4
    boolean	<NULL>
5e-324::float8 >= '-Infinity'::float4
    boolean	t
NULL::float8 >= 1.5::float4
    boolean	<NULL>
NULL::float8 >= '-Infinity'::float4
    boolean	<NULL>
(-2.25)::float8 >= '-0'::float4
    boolean	f
(-2.25)::float8 >= (-2.25)::float4
    boolean	t
0::float8 >= 3e38::float4
    boolean	f
5 >= (-9223372036854775808)::int8
    boolean	t
0 >= 7::int8
    boolean	f
(-2147483648) >= 0::int8
    boolean	f
2 >= (-9223372036854775808)::int8
    boolean	t
2 >= 7::int8
    boolean	f
NULL::int4 >= (-9223372036854775808)::int8
    boolean	<NULL>
(-2147483648) >= 9223372036854775807
    boolean	f
-1 >= 0::int8
    boolean	f
-1 >= 0
    boolean	f
5 >= NULL::int4
    boolean	<NULL>
-1 >= 2
    boolean	f
2 >= 1
    boolean	t
0 >= 2147483647
    boolean	f
NULL::int4 >= NULL::int4
    boolean	<NULL>
1 >= NULL::int4
    boolean	<NULL>
(-2147483648) >= 5
    boolean	f
5 >= 0::int2
    boolean	t
2 >= 0::int2
    boolean	t
NULL::int4 >= 1::int2
    boolean	<NULL>
2147483647 >= (-1)::int2
    boolean	t
-1 >= NULL::int2
    boolean	<NULL>
2 >= NULL::int2
    boolean	<NULL>
NULL::int4 >= (-1)::int2
    boolean	<NULL>
1 >= (-32768)::int2
    boolean	t
'40 days 25:00'::interval >= '-1 mon'::interval
    boolean	t
'100000 hours'::interval >= '0'::interval
    boolean	t
'100000 hours'::interval >= '-1 mon'::interval
    boolean	t
'1 day -00:00:01'::interval >= '40 days 25:00'::interval
    boolean	f
'1 day -00:00:01'::interval >= '100000 hours'::interval
    boolean	f
'-1 mon'::interval >= '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	f
'1 year 2 mons 3 days 04:05:06.789'::interval >= '40 days 25:00'::interval
    boolean	t
'40 days 25:00'::interval >= '1 year 2 mons 3 days 04:05:06.789'::interval
    boolean	f
'[]'::jsonb >= '{}'::jsonb
    boolean	f
'[]'::jsonb >= '1.50'::jsonb
    boolean	f
'[1, "a", null, {"b": [true]}]'::jsonb >= '1.50'::jsonb
    boolean	t
'null'::jsonb >= '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	f
'[1, "a", null, {"b": [true]}]'::jsonb >= '{}'::jsonb
    boolean	f
'[]'::jsonb >= '"s"'::jsonb
    boolean	f
'"s"'::jsonb >= '[1, "a", null, {"b": [true]}]'::jsonb
    boolean	f
'null'::jsonb >= 'null'::jsonb
    boolean	t
'abc'::name >= 'abc'::name
    boolean	t
'abc'::name >= ''::name
    boolean	t
''::name >= 'abc'::name
    boolean	f
''::name >= ''::name
    boolean	t
''::name >= '1'::text
    boolean	f
''::name >= 'a'::text
    boolean	f
'abc'::name >= NULL::text
    boolean	<NULL>
'abc'::name >= 'a'::text
    boolean	t
'abc'::name >= 'äöü€'::text
    boolean	f
''::name >= 'Hello, World'::text
    boolean	f
''::name >= '%a_'::text
    boolean	f
'abc'::name >= '%a_'::text
    boolean	t
'-Infinity'::numeric >= 1.5::numeric
    boolean	f
0::numeric >= 'NaN'::numeric
    boolean	f
'Infinity'::numeric >= 1e-20::numeric
    boolean	t
0.00::numeric >= 1.5::numeric
    boolean	f
0::numeric >= 0::numeric
    boolean	t
0::numeric >= 3::numeric
    boolean	f
0::numeric >= 0.00::numeric
    boolean	t
3::numeric >= 'NaN'::numeric
    boolean	f
0::oid >= 0::oid
    boolean	t
0::oid >= 23::oid
    boolean	f
23::oid >= 0::oid
    boolean	t
23::oid >= 23::oid
    boolean	t
1e-45::float4 >= '-0'::float8
    boolean	t
3e38::float4 >= 1e308::float8
    boolean	f
1e-45::float4 >= 'NaN'::float8
    boolean	f
'Infinity'::float4 >= 0.1::float8
    boolean	t
1e-45::float4 >= 1e308::float8
    boolean	f
1.5::float4 >= 1e308::float8
    boolean	f
3e38::float4 >= 'Infinity'::float8
    boolean	f
'-0'::float4 >= (-2.25)::float8
    boolean	t
3e38::float4 >= 3e38::float4
    boolean	t
'-0'::float4 >= 1e-45::float4
    boolean	f
0::float4 >= 'Infinity'::float4
    boolean	f
3e38::float4 >= 'Infinity'::float4
    boolean	f
1.5::float4 >= 'NaN'::float4
    boolean	f
3e38::float4 >= 1.5::float4
    boolean	t
0::float4 >= '-0'::float4
    boolean	t
0::float4 >= 3e38::float4
    boolean	f
1::int2 >= (-1)::int8
    boolean	t
NULL::int2 >= (-1)::int8
    boolean	<NULL>
NULL::int2 >= 7::int8
    boolean	<NULL>
(-32768)::int2 >= (-9223372036854775808)::int8
    boolean	t
32767::int2 >= 1::int8
    boolean	t
NULL::int2 >= 0::int8
    boolean	<NULL>
32767::int2 >= 0::int8
    boolean	t
(-32768)::int2 >= 0::int8
    boolean	f
NULL::int2 >= 0
    boolean	<NULL>
(-1)::int2 >= 0
    boolean	f
0::int2 >= -1
    boolean	t
(-32768)::int2 >= 5
    boolean	f
0::int2 >= 2
    boolean	f
0::int2 >= 2147483647
    boolean	f
NULL::int2 >= (-2147483648)
    boolean	<NULL>
NULL::int2 >= 2147483647
    boolean	<NULL>
0::int2 >= NULL::int2
    boolean	<NULL>
32767::int2 >= (-32768)::int2
    boolean	t
32767::int2 >= 32767::int2
    boolean	t
(-32768)::int2 >= 32767::int2
    boolean	f
32767::int2 >= NULL::int2
    boolean	<NULL>
0::int2 >= 0::int2
    boolean	t
32767::int2 >= 1::int2
    boolean	t
1::int2 >= (-32768)::int2
    boolean	t
NULL::text >= ''::name
    boolean	<NULL>
'a'::text >= ''::name
    boolean	t
'äöü€'::text >= ''::name
    boolean	t
''::text >= 'abc'::name
    boolean	f
'%a_'::text >= 'abc'::name
    boolean	f
'abc'::text >= ''::name
    boolean	t
'äöü€'::text >= 'abc'::name
    boolean	t
' b '::text >= ''::name
    boolean	t
NULL::text >= 'a'::text
    boolean	<NULL>
'1'::text >= NULL::text
    boolean	<NULL>
NULL::text >= NULL::text
    boolean	<NULL>
' b '::text >= '1'::text
    boolean	f
'a'::text >= ''::text
    boolean	t
' b '::text >= '%a_'::text
    boolean	f
'äöü€'::text >= 'a'::text
    boolean	t
'a'::text >= NULL::text
    boolean	<NULL>
'12:34:56.5'::time >= '23:59:59.999999'::time
    boolean	f
'24:00'::time >= '23:59:59.999999'::time
    boolean	t
'24:00'::time >= '00:00'::time
    boolean	t
'00:00'::time >= '23:59:59.999999'::time
    boolean	f
'12:34:56.5'::time >= '00:00'::time
    boolean	t
'23:59:59.999999'::time >= '24:00'::time
    boolean	f
'00:00'::time >= '12:34:56.5'::time
    boolean	f
'24:00'::time >= '12:34:56.5'::time
    boolean	t
'infinity'::timestamptz >= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'1999-12-31 12:00+05'::timestamptz >= '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2000-01-01 00:00+00'::timestamptz >= '2000-01-01 00:00+00'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz >= '1999-12-31 12:00+05'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz >= 'infinity'::timestamptz
    boolean	f
'infinity'::timestamptz >= '1999-12-31 12:00+05'::timestamptz
    boolean	t
'2000-01-01 00:00+00'::timestamptz >= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz >= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'1999-12-31 12:00'::timestamp >= '0044-03-15 10:00 BC'::timestamp
    boolean	t
'-infinity'::timestamp >= '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp >= '1999-12-31 12:00'::timestamp
    boolean	t
'0044-03-15 10:00 BC'::timestamp >= '-infinity'::timestamp
    boolean	t
'0044-03-15 10:00 BC'::timestamp >= '0044-03-15 10:00 BC'::timestamp
    boolean	t
'-infinity'::timestamp >= '1999-12-31 12:00'::timestamp
    boolean	f
'1999-12-31 12:00'::timestamp >= '-infinity'::timestamp
    boolean	t
'1999-12-31 12:00'::timestamp >= '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'00000000-0000-0000-0000-000000000000'::uuid >= '00000000-0000-0000-0000-000000000000'::uuid
    boolean	t
'00000000-0000-0000-0000-000000000000'::uuid >= 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	f
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid >= '00000000-0000-0000-0000-000000000000'::uuid
    boolean	t
'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid >= 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid
    boolean	t
num_nonnulls(true, NULL::int4)
    integer	1
num_nonnulls('a'::text, NULL::int4)
    integer	1
num_nonnulls(1, true)
    integer	2
num_nonnulls(ARRAY[1,2], true)
    integer	2
num_nonnulls(ARRAY[1,2], 'a'::text)
    integer	2
num_nonnulls(ARRAY[1,2], 1.50)
    integer	2
num_nonnulls(NULL::int4, true)
    integer	1
num_nonnulls(1, 'a'::text)
    integer	2
num_nulls('a'::text, true)
    integer	0
num_nulls(1, true)
    integer	0
num_nulls('a'::text, 'a'::text)
    integer	0
num_nulls(1.50, 'a'::text)
    integer	0
num_nulls(1.50, true)
    integer	0
num_nulls(1, NULL::int4)
    integer	1
num_nulls('a'::text, NULL::int4)
    integer	1
num_nulls('a'::text, ARRAY[1,2])
    integer	0
0::int8 # (-9223372036854775808)::int8
    bigint	-9223372036854775808
9223372036854775807 # 9223372036854775807
    bigint	0
1::int8 # (-9223372036854775808)::int8
    bigint	-9223372036854775807
NULL::int8 # (-1)::int8
    bigint	<NULL>
9223372036854775807 # (-1)::int8
    bigint	-9223372036854775808
1::int8 # 7::int8
    bigint	6
(-9223372036854775808)::int8 # (-1)::int8
    bigint	9223372036854775807
7::int8 # NULL::int8
    bigint	<NULL>
NULL::int4 # 1
    integer	<NULL>
(-2147483648) # 1
    integer	-2147483647
2147483647 # 0
    integer	2147483647
2 # 5
    integer	7
NULL::int4 # 0
    integer	<NULL>
5 # 5
    integer	0
NULL::int4 # NULL::int4
    integer	<NULL>
1 # 2
    integer	3
NULL::int2 # 32767::int2
    smallint	<NULL>
(-1)::int2 # 32767::int2
    smallint	-32768
(-1)::int2 # 0::int2
    smallint	-1
0::int2 # NULL::int2
    smallint	<NULL>
(-32768)::int2 # 1::int2
    smallint	-32767
(-1)::int2 # (-1)::int2
    smallint	0
1::int2 # NULL::int2
    smallint	<NULL>
(-1)::int2 # (-32768)::int2
    smallint	32767
(-9223372036854775808)::int8 % (-9223372036854775808)::int8
    bigint	0
1::int8 % (-9223372036854775808)::int8
    bigint	1
0::int8 % (-9223372036854775808)::int8
    bigint	0
7::int8 % NULL::int8
    bigint	<NULL>
9223372036854775807 % 1::int8
    bigint	0
(-9223372036854775808)::int8 % (-1)::int8
    bigint	0
1::int8 % 9223372036854775807
    bigint	1
NULL::int8 % (-9223372036854775808)::int8
    bigint	<NULL>
5 % 0
    !22012
-1 % -1
    integer	0
0 % -1
    integer	0
2147483647 % 2147483647
    integer	0
(-2147483648) % (-2147483648)
    integer	0
-1 % 2
    integer	-1
NULL::int4 % 5
    integer	<NULL>
1 % (-2147483648)
    integer	1
1::int2 % (-32768)::int2
    smallint	1
1::int2 % (-1)::int2
    smallint	0
(-1)::int2 % NULL::int2
    smallint	<NULL>
0::int2 % (-32768)::int2
    smallint	0
0::int2 % 0::int2
    !22012
(-32768)::int2 % (-1)::int2
    smallint	0
0::int2 % 32767::int2
    smallint	0
NULL::int2 % (-1)::int2
    smallint	<NULL>
(-1)::int8 & 0::int8
    bigint	0
1::int8 & 1::int8
    bigint	1
7::int8 & 9223372036854775807
    bigint	7
(-9223372036854775808)::int8 & 1::int8
    bigint	0
0::int8 & NULL::int8
    bigint	<NULL>
9223372036854775807 & (-9223372036854775808)::int8
    bigint	0
7::int8 & (-9223372036854775808)::int8
    bigint	0
(-1)::int8 & 7::int8
    bigint	7
5 & 5
    integer	5
5 & -1
    integer	5
0 & NULL::int4
    integer	<NULL>
-1 & 2
    integer	2
0 & 0
    integer	0
1 & 5
    integer	1
-1 & NULL::int4
    integer	<NULL>
-1 & 1
    integer	1
(-32768)::int2 & (-32768)::int2
    smallint	-32768
32767::int2 & 32767::int2
    smallint	32767
1::int2 & 32767::int2
    smallint	1
(-1)::int2 & 1::int2
    smallint	1
(-1)::int2 & (-32768)::int2
    smallint	-32768
NULL::int2 & 0::int2
    smallint	<NULL>
0::int2 & 0::int2
    smallint	0
32767::int2 & 1::int2
    smallint	1
(-1)::int8 * 9223372036854775807
    bigint	-9223372036854775807
1::int8 * 9223372036854775807
    bigint	9223372036854775807
7::int8 * 9223372036854775807
    !22003
NULL::int8 * 7::int8
    bigint	<NULL>
9223372036854775807 * (-9223372036854775808)::int8
    !22003
9223372036854775807 * 9223372036854775807
    !22003
7::int8 * NULL::int8
    bigint	<NULL>
(-9223372036854775808)::int8 * 1::int8
    bigint	-9223372036854775808
9223372036854775807 * 1
    bigint	9223372036854775807
(-9223372036854775808)::int8 * NULL::int4
    bigint	<NULL>
NULL::int8 * (-2147483648)
    bigint	<NULL>
9223372036854775807 * 0
    bigint	0
9223372036854775807 * -1
    bigint	-9223372036854775807
(-1)::int8 * 1
    bigint	-1
NULL::int8 * 0
    bigint	<NULL>
9223372036854775807 * 2147483647
    !22003
NULL::int8 * 0::int2
    bigint	<NULL>
0::int8 * (-32768)::int2
    bigint	0
NULL::int8 * NULL::int2
    bigint	<NULL>
(-1)::int8 * 0::int2
    bigint	0
1::int8 * 32767::int2
    bigint	32767
(-9223372036854775808)::int8 * 32767::int2
    !22003
NULL::int8 * 32767::int2
    bigint	<NULL>
(-9223372036854775808)::int8 * (-32768)::int2
    !22003
2 * (-9223372036854775808)::int8
    !22003
5 * 9223372036854775807
    !22003
2 * 9223372036854775807
    !22003
NULL::int4 * (-1)::int8
    bigint	<NULL>
5 * 7::int8
    bigint	35
2147483647 * 9223372036854775807
    !22003
1 * (-9223372036854775808)::int8
    bigint	-9223372036854775808
2147483647 * 0::int8
    bigint	0
0::int2 * 7::int8
    bigint	0
0::int2 * 0::int8
    bigint	0
(-32768)::int2 * 9223372036854775807
    !22003
(-1)::int2 * NULL::int8
    bigint	<NULL>
(-32768)::int2 * (-9223372036854775808)::int8
    !22003
1::int2 * 9223372036854775807
    bigint	9223372036854775807
1::int2 * (-9223372036854775808)::int8
    bigint	-9223372036854775808
NULL::int2 * 7::int8
    bigint	<NULL>
'Infinity'::float8 * 0::float8
    double precision	NaN
0.1::float8 * 1.5::float8
    double precision	0.15000000000000002
(-2.25)::float8 * 'NaN'::float8
    double precision	NaN
1.5::float8 * 0::float8
    double precision	0
1e308::float8 * 5e-324::float8
    double precision	4.9406564584124655e-16
'-Infinity'::float8 * 1e308::float8
    double precision	-Infinity
NULL::float8 * 'NaN'::float8
    double precision	<NULL>
1e308::float8 * '-Infinity'::float8
    double precision	-Infinity
NULL::float8 * 3e38::float4
    double precision	<NULL>
'-Infinity'::float8 * 'Infinity'::float4
    double precision	-Infinity
1e308::float8 * 1.5::float4
    double precision	1.5e+308
0::float8 * 0::float4
    double precision	0
1.5::float8 * '-0'::float4
    double precision	-0
1e308::float8 * 'NaN'::float4
    double precision	NaN
1e308::float8 * 3e38::float4
    !22003
5e-324::float8 * 'NaN'::float4
    double precision	NaN
'-Infinity'::float4 * 1e308::float8
    double precision	-Infinity
1e-45::float4 * 'NaN'::float8
    double precision	NaN
3e38::float4 * 0.1::float8
    double precision	3.000000005497756e+37
'-0'::float4 * '-Infinity'::float8
    double precision	NaN
'-0'::float4 * 'NaN'::float8
    double precision	NaN
1.5::float4 * '-0'::float8
    double precision	-0
'NaN'::float4 * 'Infinity'::float8
    double precision	NaN
'Infinity'::float4 * 0.1::float8
    double precision	Infinity
2 * NULL::int4
    integer	<NULL>
1 * 2
    integer	2
0 * NULL::int4
    integer	<NULL>
5 * 2
    integer	10
-1 * 1
    integer	-1
1 * -1
    integer	-1
-1 * NULL::int4
    integer	<NULL>
2147483647 * 2147483647
    !22003
1 * (-1)::int2
    integer	-1
(-2147483648) * 1::int2
    integer	-2147483648
1 * NULL::int2
    integer	<NULL>
5 * (-32768)::int2
    integer	-163840
2147483647 * 32767::int2
    !22003
(-2147483648) * NULL::int2
    integer	<NULL>
0 * NULL::int2
    integer	<NULL>
5 * 32767::int2
    integer	163835
32767::int2 * 1
    integer	32767
0::int2 * 1
    integer	0
NULL::int2 * 1
    integer	<NULL>
NULL::int2 * (-2147483648)
    integer	<NULL>
NULL::int2 * 2147483647
    integer	<NULL>
32767::int2 * 5
    integer	163835
1::int2 * 1
    integer	1
1::int2 * (-2147483648)
    integer	-2147483648
'NaN'::float4 * 0::float4
    real	NaN
3e38::float4 * (-2.25)::float4
    !22003
3e38::float4 * '-0'::float4
    real	-0
(-2.25)::float4 * 'NaN'::float4
    real	NaN
1.5::float4 * 'Infinity'::float4
    real	Infinity
'-Infinity'::float4 * 3e38::float4
    real	-Infinity
0::float4 * '-0'::float4
    real	-0
'NaN'::float4 * 'Infinity'::float4
    real	NaN
1::int2 * (-32768)::int2
    smallint	-32768
NULL::int2 * NULL::int2
    smallint	<NULL>
NULL::int2 * (-32768)::int2
    smallint	<NULL>
NULL::int2 * 32767::int2
    smallint	<NULL>
NULL::int2 * (-1)::int2
    smallint	<NULL>
(-32768)::int2 * (-32768)::int2
    !22003
1::int2 * 1::int2
    smallint	1
32767::int2 * 0::int2
    smallint	0
+ 0::int8
    bigint	0
+ 1::int8
    bigint	1
+ (-1)::int8
    bigint	-1
+ 7::int8
    bigint	7
+ 9223372036854775807
    bigint	9223372036854775807
+ (-9223372036854775808)::int8
    bigint	-9223372036854775808
+ NULL::int8
    bigint	<NULL>
9223372036854775807 + 9223372036854775807
    !22003
(-1)::int8 + NULL::int8
    bigint	<NULL>
NULL::int8 + 1::int8
    bigint	<NULL>
1::int8 + 7::int8
    bigint	8
(-9223372036854775808)::int8 + (-9223372036854775808)::int8
    !22003
(-9223372036854775808)::int8 + (-1)::int8
    !22003
1::int8 + NULL::int8
    bigint	<NULL>
9223372036854775807 + NULL::int8
    bigint	<NULL>
9223372036854775807 + NULL::int4
    bigint	<NULL>
0::int8 + 5
    bigint	5
(-1)::int8 + NULL::int4
    bigint	<NULL>
NULL::int8 + (-2147483648)
    bigint	<NULL>
7::int8 + 2147483647
    bigint	2147483654
0::int8 + 2147483647
    bigint	2147483647
NULL::int8 + 0
    bigint	<NULL>
NULL::int8 + 5
    bigint	<NULL>
7::int8 + (-1)::int2
    bigint	6
NULL::int8 + NULL::int2
    bigint	<NULL>
9223372036854775807 + NULL::int2
    bigint	<NULL>
(-9223372036854775808)::int8 + (-1)::int2
    !22003
0::int8 + 32767::int2
    bigint	32767
9223372036854775807 + (-1)::int2
    bigint	9223372036854775806
7::int8 + 32767::int2
    bigint	32774
(-9223372036854775808)::int8 + 1::int2
    bigint	-9223372036854775807
5 + 1::int8
    bigint	6
-1 + 9223372036854775807
    bigint	9223372036854775806
(-2147483648) + NULL::int8
    bigint	<NULL>
5 + 0::int8
    bigint	5
1 + 0::int8
    bigint	1
2147483647 + NULL::int8
    bigint	<NULL>
-1 + NULL::int8
    bigint	<NULL>
0 + 9223372036854775807
    bigint	9223372036854775807
(-32768)::int2 + 9223372036854775807
    bigint	9223372036854743039
NULL::int2 + 1::int8
    bigint	<NULL>
(-1)::int2 + (-1)::int8
    bigint	-2
0::int2 + (-9223372036854775808)::int8
    bigint	-9223372036854775808
1::int2 + 9223372036854775807
    !22003
1::int2 + (-9223372036854775808)::int8
    bigint	-9223372036854775807
NULL::int2 + 7::int8
    bigint	<NULL>
(-32768)::int2 + 1::int8
    bigint	-32767
+ 0::float8
    double precision	0
+ 1.5::float8
    double precision	1.5
+ '-Infinity'::float8
    double precision	-Infinity
+ 'NaN'::float8
    double precision	NaN
+ 1e308::float8
    double precision	1e+308
+ '-0'::float8
    double precision	-0
+ 0.1::float8
    double precision	0.1
+ 'Infinity'::float8
    double precision	Infinity
'Infinity'::float8 + 'Infinity'::float8
    double precision	Infinity
'-0'::float8 + 0::float8
    double precision	0
'Infinity'::float8 + (-2.25)::float8
    double precision	Infinity
5e-324::float8 + 1e308::float8
    double precision	1e+308
'-0'::float8 + NULL::float8
    double precision	<NULL>
0::float8 + 'Infinity'::float8
    double precision	Infinity
1.5::float8 + 'NaN'::float8
    double precision	NaN
0::float8 + 5e-324::float8
    double precision	5e-324
1e308::float8 + 1e-45::float4
    double precision	1e+308
(-2.25)::float8 + 0::float4
    double precision	-2.25
'NaN'::float8 + 'NaN'::float4
    double precision	NaN
'Infinity'::float8 + 'Infinity'::float4
    double precision	Infinity
(-2.25)::float8 + 1e-45::float4
    double precision	-2.25
'-Infinity'::float8 + 1.5::float4
    double precision	-Infinity
1.5::float8 + 'NaN'::float4
    double precision	NaN
'-Infinity'::float8 + (-2.25)::float4
    double precision	-Infinity
'-Infinity'::float4 + 1.5::float8
    double precision	-Infinity
3e38::float4 + NULL::float8
    double precision	<NULL>
1e-45::float4 + 0::float8
    double precision	1.401298464324817e-45
'-0'::float4 + 'Infinity'::float8
    double precision	Infinity
0::float4 + 'NaN'::float8
    double precision	NaN
1.5::float4 + '-0'::float8
    double precision	1.5
'-Infinity'::float4 + 5e-324::float8
    double precision	-Infinity
'NaN'::float4 + 1e308::float8
    double precision	NaN
+ 0
    integer	0
+ 1
    integer	1
+ -1
    integer	-1
+ 2
    integer	2
+ 5
    integer	5
+ 2147483647
    integer	2147483647
+ (-2147483648)
    integer	-2147483648
+ NULL::int4
    integer	<NULL>
-1 + 2
    integer	1
NULL::int4 + (-2147483648)
    integer	<NULL>
-1 + 5
    integer	4
-1 + (-2147483648)
    !22003
2147483647 + 1
    !22003
1 + 1
    integer	2
0 + (-2147483648)
    integer	-2147483648
NULL::int4 + NULL::int4
    integer	<NULL>
(-2147483648) + 1::int2
    integer	-2147483647
1 + (-32768)::int2
    integer	-32767
0 + NULL::int2
    integer	<NULL>
(-2147483648) + (-1)::int2
    !22003
(-2147483648) + 0::int2
    integer	-2147483648
NULL::int4 + (-32768)::int2
    integer	<NULL>
2 + NULL::int2
    integer	<NULL>
-1 + 0::int2
    integer	-1
0::int2 + 1
    integer	1
0::int2 + 5
    integer	5
(-1)::int2 + 2
    integer	1
0::int2 + -1
    integer	-1
(-1)::int2 + 2147483647
    integer	2147483646
(-32768)::int2 + -1
    integer	-32769
(-32768)::int2 + NULL::int4
    integer	<NULL>
(-32768)::int2 + 0
    integer	-32768
+ 'Infinity'::numeric
    numeric	Infinity
+ 3::numeric
    numeric	3
+ 0.00::numeric
    numeric	0.00
+ 12345678901234567890.12345::numeric
    numeric	12345678901234567890.12345
+ '-Infinity'::numeric
    numeric	-Infinity
+ 1.5::numeric
    numeric	1.5
+ (-2.25)::numeric
    numeric	-2.25
+ 'NaN'::numeric
    numeric	NaN
+ '-Infinity'::float4
    real	-Infinity
+ 1.5::float4
    real	1.5
+ 'Infinity'::float4
    real	Infinity
+ 0::float4
    real	0
+ 'NaN'::float4
    real	NaN
+ (-2.25)::float4
    real	-2.25
+ 1e-45::float4
    real	1e-45
+ 3e38::float4
    real	3e+38
(-2.25)::float4 + '-0'::float4
    real	-2.25
'NaN'::float4 + 1.5::float4
    real	NaN
'-Infinity'::float4 + (-2.25)::float4
    real	-Infinity
1.5::float4 + '-Infinity'::float4
    real	-Infinity
3e38::float4 + 1e-45::float4
    real	3e+38
'-0'::float4 + 1.5::float4
    real	1.5
1e-45::float4 + 0::float4
    real	1e-45
'-Infinity'::float4 + '-Infinity'::float4
    real	-Infinity
+ 0::int2
    smallint	0
+ 1::int2
    smallint	1
+ (-1)::int2
    smallint	-1
+ 32767::int2
    smallint	32767
+ (-32768)::int2
    smallint	-32768
+ NULL::int2
    smallint	<NULL>
0::int2 + 1::int2
    smallint	1
1::int2 + (-1)::int2
    smallint	0
32767::int2 + 1::int2
    !22003
NULL::int2 + (-32768)::int2
    smallint	<NULL>
32767::int2 + 32767::int2
    !22003
(-32768)::int2 + (-1)::int2
    !22003
1::int2 + 32767::int2
    !22003
(-1)::int2 + (-32768)::int2
    !22003
- 0::int8
    bigint	0
- 1::int8
    bigint	-1
- (-1)::int8
    bigint	1
- 7::int8
    bigint	-7
- 9223372036854775807
    bigint	-9223372036854775807
- (-9223372036854775808)::int8
    !22003
- NULL::int8
    bigint	<NULL>
(-9223372036854775808)::int8 - (-1)::int8
    bigint	-9223372036854775807
1::int8 - 1::int8
    bigint	0
9223372036854775807 - NULL::int8
    bigint	<NULL>
(-1)::int8 - (-9223372036854775808)::int8
    bigint	9223372036854775807
NULL::int8 - 1::int8
    bigint	<NULL>
1::int8 - (-9223372036854775808)::int8
    !22003
(-1)::int8 - NULL::int8
    bigint	<NULL>
(-9223372036854775808)::int8 - NULL::int8
    bigint	<NULL>
7::int8 - NULL::int4
    bigint	<NULL>
9223372036854775807 - (-2147483648)
    !22003
7::int8 - 0
    bigint	7
7::int8 - -1
    bigint	8
(-1)::int8 - -1
    bigint	0
9223372036854775807 - 5
    bigint	9223372036854775802
9223372036854775807 - 0
    bigint	9223372036854775807
1::int8 - 1
    bigint	0
0::int8 - 0::int2
    bigint	0
NULL::int8 - 32767::int2
    bigint	<NULL>
1::int8 - 0::int2
    bigint	1
1::int8 - NULL::int2
    bigint	<NULL>
0::int8 - NULL::int2
    bigint	<NULL>
(-9223372036854775808)::int8 - (-1)::int2
    bigint	-9223372036854775807
9223372036854775807 - (-1)::int2
    !22003
NULL::int8 - (-32768)::int2
    bigint	<NULL>
2147483647 - 0::int8
    bigint	2147483647
-1 - 1::int8
    bigint	-2
-1 - 7::int8
    bigint	-8
2147483647 - 9223372036854775807
    bigint	-9223372034707292160
2 - (-9223372036854775808)::int8
    !22003
(-2147483648) - NULL::int8
    bigint	<NULL>
1 - 1::int8
    bigint	0
5 - NULL::int8
    bigint	<NULL>
(-32768)::int2 - (-1)::int8
    bigint	-32767
32767::int2 - 7::int8
    bigint	32760
1::int2 - 0::int8
    bigint	1
(-32768)::int2 - 9223372036854775807
    !22003
32767::int2 - 9223372036854775807
    bigint	-9223372036854743040
(-32768)::int2 - 0::int8
    bigint	-32768
0::int2 - 0::int8
    bigint	0
NULL::int2 - NULL::int8
    bigint	<NULL>
- NULL::float8
    double precision	<NULL>
- '-Infinity'::float8
    double precision	Infinity
- 'NaN'::float8
    double precision	NaN
- 1.5::float8
    double precision	-1.5
- 0::float8
    double precision	-0
- 'Infinity'::float8
    double precision	-Infinity
- 0.1::float8
    double precision	-0.1
- '-0'::float8
    double precision	0
1e308::float8 - 1e308::float8
    double precision	0
'-Infinity'::float8 - '-0'::float8
    double precision	-Infinity
1.5::float8 - 1e308::float8
    double precision	-1e+308
1e308::float8 - 'Infinity'::float8
    double precision	-Infinity
0::float8 - 5e-324::float8
    double precision	-5e-324
'-0'::float8 - 1e308::float8
    double precision	-1e+308
'-0'::float8 - 1.5::float8
    double precision	-1.5
0::float8 - '-Infinity'::float8
    double precision	Infinity
'Infinity'::float8 - 'Infinity'::float4
    double precision	NaN
NULL::float8 - 'NaN'::float4
    double precision	<NULL>
'Infinity'::float8 - 1.5::float4
    double precision	Infinity
'NaN'::float8 - 1e-45::float4
    double precision	NaN
1e308::float8 - 'Infinity'::float4
    double precision	-Infinity
'NaN'::float8 - 'Infinity'::float4
    double precision	NaN
0.1::float8 - 'Infinity'::float4
    double precision	-Infinity
'NaN'::float8 - 3e38::float4
    double precision	NaN
'NaN'::float4 - 0.1::float8
    double precision	NaN
3e38::float4 - '-0'::float8
    double precision	3.0000000054977558e+38
1e-45::float4 - 0.1::float8
    double precision	-0.1
0::float4 - 5e-324::float8
    double precision	-5e-324
'Infinity'::float4 - '-0'::float8
    double precision	Infinity
3e38::float4 - NULL::float8
    double precision	<NULL>
0::float4 - 1.5::float8
    double precision	-1.5
1e-45::float4 - 'Infinity'::float8
    double precision	-Infinity
- 0
    integer	0
- 1
    integer	-1
- -1
    integer	1
- 2
    integer	-2
- 5
    integer	-5
- 2147483647
    integer	-2147483647
- NULL::int4
    integer	<NULL>
5 - NULL::int4
    integer	<NULL>
0 - NULL::int4
    integer	<NULL>
5 - 5
    integer	0
-1 - 2
    integer	-3
2 - 5
    integer	-3
NULL::int4 - 2
    integer	<NULL>
(-2147483648) - 0
    integer	-2147483648
(-2147483648) - -1
    integer	-2147483647
0 - NULL::int2
    integer	<NULL>
0 - (-1)::int2
    integer	1
NULL::int4 - NULL::int2
    integer	<NULL>
2 - 1::int2
    integer	1
2147483647 - 0::int2
    integer	2147483647
5 - 1::int2
    integer	4
-1 - NULL::int2
    integer	<NULL>
(-2147483648) - NULL::int2
    integer	<NULL>
NULL::int2 - (-2147483648)
    integer	<NULL>
32767::int2 - 0
    integer	32767
(-32768)::int2 - -1
    integer	-32767
(-32768)::int2 - NULL::int4
    integer	<NULL>
NULL::int2 - 0
    integer	<NULL>
(-1)::int2 - 5
    integer	-6
NULL::int2 - 2
    integer	<NULL>
(-1)::int2 - 1
    integer	-2
- 1.5::float4
    real	-1.5
- 'NaN'::float4
    real	NaN
- 1e-45::float4
    real	-1e-45
- '-Infinity'::float4
    real	Infinity
- 'Infinity'::float4
    real	-Infinity
- '-0'::float4
    real	0
- 3e38::float4
    real	-3e+38
- (-2.25)::float4
    real	2.25
'-0'::float4 - '-0'::float4
    real	0
0::float4 - 'Infinity'::float4
    real	-Infinity
0::float4 - (-2.25)::float4
    real	2.25
1e-45::float4 - 1e-45::float4
    real	0
'Infinity'::float4 - '-0'::float4
    real	Infinity
(-2.25)::float4 - (-2.25)::float4
    real	0
0::float4 - 0::float4
    real	0
3e38::float4 - 1.5::float4
    real	3e+38
- 0::int2
    smallint	0
- 1::int2
    smallint	-1
- (-1)::int2
    smallint	1
- 32767::int2
    smallint	-32767
- (-32768)::int2
    !22003
- NULL::int2
    smallint	<NULL>
NULL::int2 - NULL::int2
    smallint	<NULL>
NULL::int2 - (-32768)::int2
    smallint	<NULL>
NULL::int2 - 32767::int2
    smallint	<NULL>
(-1)::int2 - 32767::int2
    smallint	-32768
1::int2 - 1::int2
    smallint	0
(-1)::int2 - 0::int2
    smallint	-1
1::int2 - 32767::int2
    smallint	-32766
0::int2 - 1::int2
    smallint	-1
(-9223372036854775808)::int8 / 9223372036854775807
    bigint	-1
(-9223372036854775808)::int8 / 0::int8
    !22012
(-1)::int8 / NULL::int8
    bigint	<NULL>
7::int8 / 0::int8
    !22012
9223372036854775807 / (-9223372036854775808)::int8
    bigint	0
0::int8 / 0::int8
    !22012
NULL::int8 / 9223372036854775807
    bigint	<NULL>
9223372036854775807 / (-1)::int8
    bigint	-9223372036854775807
0::int8 / NULL::int4
    bigint	<NULL>
(-1)::int8 / NULL::int4
    bigint	<NULL>
1::int8 / -1
    bigint	-1
(-1)::int8 / 2
    bigint	0
1::int8 / 2147483647
    bigint	0
7::int8 / (-2147483648)
    bigint	0
7::int8 / 1
    bigint	7
NULL::int8 / 2147483647
    bigint	<NULL>
NULL::int8 / NULL::int2
    bigint	<NULL>
7::int8 / 0::int2
    !22012
1::int8 / 0::int2
    !22012
(-9223372036854775808)::int8 / 0::int2
    !22012
9223372036854775807 / (-32768)::int2
    bigint	-281474976710655
0::int8 / 0::int2
    !22012
1::int8 / 1::int2
    bigint	1
NULL::int8 / (-1)::int2
    bigint	<NULL>
0 / 7::int8
    bigint	0
(-2147483648) / NULL::int8
    bigint	<NULL>
-1 / NULL::int8
    bigint	<NULL>
2147483647 / 0::int8
    !22012
0 / 0::int8
    !22012
-1 / 7::int8
    bigint	0
-1 / 9223372036854775807
    bigint	0
-1 / (-1)::int8
    bigint	1
NULL::int2 / NULL::int8
    bigint	<NULL>
32767::int2 / NULL::int8
    bigint	<NULL>
NULL::int2 / 0::int8
    bigint	<NULL>
32767::int2 / (-9223372036854775808)::int8
    bigint	0
(-32768)::int2 / (-1)::int8
    bigint	32768
1::int2 / 0::int8
    !22012
0::int2 / (-1)::int8
    bigint	0
0::int2 / (-9223372036854775808)::int8
    bigint	0
(-2.25)::float8 / 'Infinity'::float8
    double precision	-0
'NaN'::float8 / 0.1::float8
    double precision	NaN
'Infinity'::float8 / 1e308::float8
    double precision	Infinity
'-Infinity'::float8 / 5e-324::float8
    double precision	-Infinity
'-0'::float8 / (-2.25)::float8
    double precision	0
1.5::float8 / 'Infinity'::float8
    double precision	0
1e308::float8 / NULL::float8
    double precision	<NULL>
5e-324::float8 / 'Infinity'::float8
    double precision	0
1.5::float8 / '-Infinity'::float4
    double precision	-0
5e-324::float8 / 1.5::float4
    double precision	5e-324
5e-324::float8 / 'Infinity'::float4
    double precision	0
'Infinity'::float8 / 3e38::float4
    double precision	Infinity
1.5::float8 / 'NaN'::float4
    double precision	NaN
'NaN'::float8 / 3e38::float4
    double precision	NaN
NULL::float8 / 0::float4
    double precision	<NULL>
NULL::float8 / '-0'::float4
    double precision	<NULL>
'Infinity'::float4 / 1e308::float8
    double precision	Infinity
1.5::float4 / 1e308::float8
    double precision	1.5e-308
1e-45::float4 / 1e308::float8
    !22003
'-Infinity'::float4 / 1.5::float8
    double precision	-Infinity
3e38::float4 / 1.5::float8
    double precision	2.0000000036651706e+38
'Infinity'::float4 / '-0'::float8
    !22012
'NaN'::float4 / (-2.25)::float8
    double precision	NaN
1.5::float4 / NULL::float8
    double precision	<NULL>
5 / -1
    integer	-5
1 / 2
    integer	0
2147483647 / 5
    integer	429496729
2147483647 / 2
    integer	1073741823
NULL::int4 / 0
    integer	<NULL>
0 / 1
    integer	0
-1 / 2
    integer	0
2 / NULL::int4
    integer	<NULL>
1 / (-32768)::int2
    integer	0
0 / 32767::int2
    integer	0
NULL::int4 / NULL::int2
    integer	<NULL>
1 / NULL::int2
    integer	<NULL>
(-2147483648) / NULL::int2
    integer	<NULL>
5 / 1::int2
    integer	5
-1 / 32767::int2
    integer	0
NULL::int4 / 32767::int2
    integer	<NULL>
NULL::int2 / 0
    integer	<NULL>
(-1)::int2 / -1
    integer	1
32767::int2 / 1
    integer	32767
32767::int2 / 2
    integer	16383
32767::int2 / -1
    integer	-32767
1::int2 / 0
    !22012
(-32768)::int2 / 2147483647
    integer	0
0::int2 / NULL::int4
    integer	<NULL>
1.5::float4 / '-0'::float4
    !22012
0::float4 / (-2.25)::float4
    real	-0
'-0'::float4 / 1e-45::float4
    real	-0
'-Infinity'::float4 / 1.5::float4
    real	-Infinity
3e38::float4 / 0::float4
    !22012
1e-45::float4 / 'NaN'::float4
    real	NaN
1e-45::float4 / (-2.25)::float4
    !22003
'NaN'::float4 / (-2.25)::float4
    real	NaN
NULL::int2 / 1::int2
    smallint	<NULL>
NULL::int2 / 32767::int2
    smallint	<NULL>
32767::int2 / 32767::int2
    smallint	1
1::int2 / NULL::int2
    smallint	<NULL>
0::int2 / 32767::int2
    smallint	0
(-1)::int2 / 0::int2
    !22012
(-1)::int2 / NULL::int2
    smallint	<NULL>
(-32768)::int2 / (-32768)::int2
    smallint	1
1::int8 << -1
    bigint	-9223372036854775808
1::int8 << (-2147483648)
    bigint	1
(-9223372036854775808)::int8 << -1
    bigint	0
NULL::int8 << 0
    bigint	<NULL>
0::int8 << (-2147483648)
    bigint	0
NULL::int8 << -1
    bigint	<NULL>
9223372036854775807 << 2147483647
    bigint	-9223372036854775808
9223372036854775807 << (-2147483648)
    bigint	9223372036854775807
NULL::int4 << -1
    integer	<NULL>
(-2147483648) << -1
    integer	0
2 << (-2147483648)
    integer	2
2147483647 << -1
    integer	-2147483648
0 << NULL::int4
    integer	<NULL>
2 << 1
    integer	4
2 << 2
    integer	8
NULL::int4 << 2
    integer	<NULL>
NULL::int2 << -1
    smallint	<NULL>
32767::int2 << NULL::int4
    smallint	<NULL>
(-32768)::int2 << 1
    smallint	0
1::int2 << 0
    smallint	1
NULL::int2 << 2147483647
    smallint	<NULL>
(-1)::int2 << 2147483647
    smallint	0
0::int2 << 2147483647
    smallint	0
1::int2 << NULL::int4
    smallint	<NULL>
1::int8 >> -1
    bigint	0
(-1)::int8 >> 1
    bigint	-1
(-9223372036854775808)::int8 >> 0
    bigint	-9223372036854775808
1::int8 >> NULL::int4
    bigint	<NULL>
7::int8 >> NULL::int4
    bigint	<NULL>
9223372036854775807 >> -1
    bigint	0
(-9223372036854775808)::int8 >> 2
    bigint	-2305843009213693952
(-9223372036854775808)::int8 >> (-2147483648)
    bigint	-9223372036854775808
2 >> 5
    integer	0
5 >> NULL::int4
    integer	<NULL>
-1 >> -1
    integer	-1
(-2147483648) >> -1
    integer	-1
2 >> (-2147483648)
    integer	2
1 >> NULL::int4
    integer	<NULL>
0 >> 2147483647
    integer	0
1 >> -1
    integer	0
0::int2 >> (-2147483648)
    smallint	0
32767::int2 >> 0
    smallint	32767
0::int2 >> -1
    smallint	0
(-32768)::int2 >> 5
    smallint	-1024
1::int2 >> (-2147483648)
    smallint	1
32767::int2 >> 5
    smallint	1023
(-1)::int2 >> 0
    smallint	-1
1::int2 >> 1
    smallint	0
@ 0::int8
    bigint	0
@ 1::int8
    bigint	1
@ (-1)::int8
    bigint	1
@ 7::int8
    bigint	7
@ 9223372036854775807
    bigint	9223372036854775807
@ (-9223372036854775808)::int8
    !22003
@ NULL::int8
    bigint	<NULL>
@ 5e-324::float8
    double precision	5e-324
@ 0.1::float8
    double precision	0.1
@ 0::float8
    double precision	0
@ 'Infinity'::float8
    double precision	Infinity
@ '-Infinity'::float8
    double precision	Infinity
@ (-2.25)::float8
    double precision	2.25
@ 'NaN'::float8
    double precision	NaN
@ '-0'::float8
    double precision	0
@ 0
    integer	0
@ 1
    integer	1
@ -1
    integer	1
@ 2
    integer	2
@ 5
    integer	5
@ 2147483647
    integer	2147483647
@ (-2147483648)
    !22003
@ NULL::int4
    integer	<NULL>
@ 1e-45::float4
    real	1e-45
@ 0::float4
    real	0
@ '-Infinity'::float4
    real	Infinity
@ 1.5::float4
    real	1.5
@ (-2.25)::float4
    real	2.25
@ 'NaN'::float4
    real	NaN
@ '-0'::float4
    real	0
@ 'Infinity'::float4
    real	Infinity
@ 0::int2
    smallint	0
@ 1::int2
    smallint	1
@ (-1)::int2
    smallint	1
@ 32767::int2
    smallint	32767
@ (-32768)::int2
    !22003
@ NULL::int2
    smallint	<NULL>
abs(0::int8)
    bigint	0
abs(1::int8)
    bigint	1
abs((-1)::int8)
    bigint	1
abs(7::int8)
    bigint	7
abs(9223372036854775807)
    bigint	9223372036854775807
abs((-9223372036854775808)::int8)
    !22003
abs(NULL::int8)
    bigint	<NULL>
abs('Infinity'::float8)
    double precision	Infinity
abs(NULL::float8)
    double precision	<NULL>
abs(0.1::float8)
    double precision	0.1
abs('-Infinity'::float8)
    double precision	Infinity
abs('NaN'::float8)
    double precision	NaN
abs('-0'::float8)
    double precision	0
abs(0::float8)
    double precision	0
abs(1e308::float8)
    double precision	1e+308
abs(0)
    integer	0
abs(1)
    integer	1
abs(-1)
    integer	1
abs(2)
    integer	2
abs(5)
    integer	5
abs(2147483647)
    integer	2147483647
abs((-2147483648))
    !22003
abs(NULL::int4)
    integer	<NULL>
abs(1.5::float4)
    real	1.5
abs('-Infinity'::float4)
    real	Infinity
abs((-2.25)::float4)
    real	2.25
abs(1e-45::float4)
    real	1e-45
abs('-0'::float4)
    real	0
abs('NaN'::float4)
    real	NaN
abs(3e38::float4)
    real	3e+38
abs(0::float4)
    real	0
abs(0::int2)
    smallint	0
abs(1::int2)
    smallint	1
abs((-1)::int2)
    smallint	1
abs(32767::int2)
    smallint	32767
abs((-32768)::int2)
    !22003
abs(NULL::int2)
    smallint	<NULL>
(-1)::int8 | 9223372036854775807
    bigint	-1
(-9223372036854775808)::int8 | 0::int8
    bigint	-9223372036854775808
0::int8 | 0::int8
    bigint	0
NULL::int8 | (-9223372036854775808)::int8
    bigint	<NULL>
NULL::int8 | 9223372036854775807
    bigint	<NULL>
1::int8 | 7::int8
    bigint	7
7::int8 | (-9223372036854775808)::int8
    bigint	-9223372036854775801
9223372036854775807 | 0::int8
    bigint	9223372036854775807
0 | -1
    integer	-1
2147483647 | 1
    integer	2147483647
1 | 1
    integer	1
-1 | NULL::int4
    integer	<NULL>
NULL::int4 | NULL::int4
    integer	<NULL>
(-2147483648) | 2
    integer	-2147483646
(-2147483648) | 0
    integer	-2147483648
(-2147483648) | NULL::int4
    integer	<NULL>
(-1)::int2 | (-1)::int2
    smallint	-1
1::int2 | (-1)::int2
    smallint	-1
NULL::int2 | 0::int2
    smallint	<NULL>
NULL::int2 | (-1)::int2
    smallint	<NULL>
0::int2 | NULL::int2
    smallint	<NULL>
(-32768)::int2 | 1::int2
    smallint	-32767
NULL::int2 | 32767::int2
    smallint	<NULL>
NULL::int2 | 1::int2
    smallint	<NULL>
~ 0::int8
    bigint	-1
~ 1::int8
    bigint	-2
~ (-1)::int8
    bigint	0
~ 7::int8
    bigint	-8
~ 9223372036854775807
    bigint	-9223372036854775808
~ (-9223372036854775808)::int8
    bigint	9223372036854775807
~ NULL::int8
    bigint	<NULL>
~ 0
    integer	-1
~ 1
    integer	-2
~ -1
    integer	0
~ 2
    integer	-3
~ 5
    integer	-6
~ 2147483647
    integer	-2147483648
~ (-2147483648)
    integer	2147483647
~ NULL::int4
    integer	<NULL>
~ 0::int2
    smallint	-1
~ 1::int2
    smallint	-2
~ (-1)::int2
    smallint	0
~ 32767::int2
    smallint	-32768
~ (-32768)::int2
    smallint	32767
~ NULL::int2
    smallint	<NULL>
1e-20::numeric % 1.5::numeric
    numeric	0.00000000000000000001
'Infinity'::numeric % 0.00::numeric
    !22012
'Infinity'::numeric % 'Infinity'::numeric
    numeric	NaN
1.5::numeric % '-Infinity'::numeric
    numeric	1.5
12345678901234567890.12345::numeric % 12345678901234567890.12345::numeric
    numeric	0.00000
'-Infinity'::numeric % 0.00::numeric
    !22012
1e-20::numeric % 0.00::numeric
    !22012
'-Infinity'::numeric % 12345678901234567890.12345::numeric
    numeric	NaN
1e-20::numeric * 3::numeric
    numeric	0.00000000000000000003
0.00::numeric * (-2.25)::numeric
    numeric	0.0000
12345678901234567890.12345::numeric * '-Infinity'::numeric
    numeric	-Infinity
12345678901234567890.12345::numeric * 3::numeric
    numeric	37037036703703703670.37035
(-2.25)::numeric * 12345678901234567890.12345::numeric
    numeric	-27777777527777777752.7777625
'-Infinity'::numeric * (-2.25)::numeric
    numeric	Infinity
(-2.25)::numeric * '-Infinity'::numeric
    numeric	Infinity
1.5::numeric * (-2.25)::numeric
    numeric	-3.375
'-Infinity'::numeric + 12345678901234567890.12345::numeric
    numeric	-Infinity
3::numeric + 0.00::numeric
    numeric	3.00
'Infinity'::numeric + 'Infinity'::numeric
    numeric	Infinity
1e-20::numeric + 3::numeric
    numeric	3.00000000000000000001
(-2.25)::numeric + 'NaN'::numeric
    numeric	NaN
'Infinity'::numeric + '-Infinity'::numeric
    numeric	NaN
'Infinity'::numeric + 1e-20::numeric
    numeric	Infinity
1e-20::numeric + 'Infinity'::numeric
    numeric	Infinity
- 1e-20::numeric
    numeric	-0.00000000000000000001
- 0.00::numeric
    numeric	0.00
- 3::numeric
    numeric	-3
- 12345678901234567890.12345::numeric
    numeric	-12345678901234567890.12345
- '-Infinity'::numeric
    numeric	Infinity
- (-2.25)::numeric
    numeric	2.25
- 'NaN'::numeric
    numeric	NaN
- 1.5::numeric
    numeric	-1.5
3::numeric - 1e-20::numeric
    numeric	2.99999999999999999999
0.00::numeric - 'Infinity'::numeric
    numeric	-Infinity
'-Infinity'::numeric - 12345678901234567890.12345::numeric
    numeric	-Infinity
(-2.25)::numeric - 'Infinity'::numeric
    numeric	-Infinity
'NaN'::numeric - 0.00::numeric
    numeric	NaN
12345678901234567890.12345::numeric - (-2.25)::numeric
    numeric	12345678901234567892.37345
(-2.25)::numeric - 0.00::numeric
    numeric	-2.25
0.00::numeric - 0.00::numeric
    numeric	0.00
3::numeric / 'NaN'::numeric
    numeric	NaN
(-2.25)::numeric / 3::numeric
    numeric	-0.75000000000000000000
'NaN'::numeric / 'NaN'::numeric
    numeric	NaN
'Infinity'::numeric / '-Infinity'::numeric
    numeric	NaN
'Infinity'::numeric / 12345678901234567890.12345::numeric
    numeric	Infinity
'NaN'::numeric / 0.00::numeric
    numeric	NaN
12345678901234567890.12345::numeric / 1e-20::numeric
    numeric	1234567890123456789012345000000000000000.00000000000000000000
'Infinity'::numeric / 'Infinity'::numeric
    numeric	NaN
@ 0.00::numeric
    numeric	0.00
@ 1.5::numeric
    numeric	1.5
@ 'Infinity'::numeric
    numeric	Infinity
@ '-Infinity'::numeric
    numeric	Infinity
@ (-2.25)::numeric
    numeric	2.25
@ 3::numeric
    numeric	3
@ 1e-20::numeric
    numeric	0.00000000000000000001
@ 0::numeric
    numeric	0
'Infinity'::numeric ^ 'Infinity'::numeric
    numeric	Infinity
'-Infinity'::numeric ^ 0::numeric
    numeric	1
'NaN'::numeric ^ 1e-20::numeric
    numeric	NaN
1.5::numeric ^ 1.5::numeric
    numeric	1.8371173070873836
12345678901234567890.12345::numeric ^ (-2.25)::numeric
    numeric	0.0000000000000000000000000000000000000000001106856452786007
1e-20::numeric ^ 12345678901234567890.12345::numeric
    numeric	0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
(-2.25)::numeric ^ 'NaN'::numeric
    numeric	NaN
'NaN'::numeric ^ 3::numeric
    numeric	NaN
abs(12345678901234567890.12345::numeric)
    numeric	12345678901234567890.12345
abs('Infinity'::numeric)
    numeric	Infinity
abs('-Infinity'::numeric)
    numeric	Infinity
abs(1.5::numeric)
    numeric	1.5
abs('NaN'::numeric)
    numeric	NaN
abs(1e-20::numeric)
    numeric	0.00000000000000000001
abs(0::numeric)
    numeric	0
abs((-2.25)::numeric)
    numeric	2.25
ceil('-Infinity'::numeric)
    numeric	-Infinity
ceil(0.00::numeric)
    numeric	0
ceil('Infinity'::numeric)
    numeric	Infinity
ceil(12345678901234567890.12345::numeric)
    numeric	12345678901234567891
ceil('NaN'::numeric)
    numeric	NaN
ceil((-2.25)::numeric)
    numeric	-2
ceil(1.5::numeric)
    numeric	2
ceil(3::numeric)
    numeric	3
ceiling(1e-20::numeric)
    numeric	1
ceiling('-Infinity'::numeric)
    numeric	-Infinity
ceiling(0::numeric)
    numeric	0
ceiling((-2.25)::numeric)
    numeric	-2
ceiling(12345678901234567890.12345::numeric)
    numeric	12345678901234567891
ceiling(1.5::numeric)
    numeric	2
ceiling('Infinity'::numeric)
    numeric	Infinity
ceiling(3::numeric)
    numeric	3
div(0::numeric, 'Infinity'::numeric)
    numeric	0
div(0::numeric, 1e-20::numeric)
    numeric	0
div('Infinity'::numeric, 1e-20::numeric)
    numeric	Infinity
div((-2.25)::numeric, 12345678901234567890.12345::numeric)
    numeric	0
div((-2.25)::numeric, 3::numeric)
    numeric	0
div(0::numeric, 0::numeric)
    !22012
div(1e-20::numeric, 0::numeric)
    !22012
div(0::numeric, 3::numeric)
    numeric	0
exp(12345678901234567890.12345::numeric)
    !22003
exp(0.00::numeric)
    numeric	1.0000000000000000
exp((-2.25)::numeric)
    numeric	0.1053992245618643
exp(1e-20::numeric)
    numeric	1.00000000000000000001
exp('-Infinity'::numeric)
    numeric	0
exp(0::numeric)
    numeric	1.0000000000000000
exp('Infinity'::numeric)
    numeric	Infinity
exp('NaN'::numeric)
    numeric	NaN
factorial(0::int8)
    numeric	1
factorial(5::int8)
    numeric	120
factorial(20::int8)
    numeric	2432902008176640000
factorial((-1)::int8)
    !22003
factorial(50::int8)
    numeric	30414093201713378043612608166064768844377641568960512000000000000
floor(0::numeric)
    numeric	0
floor(12345678901234567890.12345::numeric)
    numeric	12345678901234567890
floor(3::numeric)
    numeric	3
floor('Infinity'::numeric)
    numeric	Infinity
floor(1.5::numeric)
    numeric	1
floor(1e-20::numeric)
    numeric	0
floor(0.00::numeric)
    numeric	0
floor((-2.25)::numeric)
    numeric	-3
gcd(7::int8, 7::int8)
    bigint	7
gcd((-9223372036854775808)::int8, NULL::int8)
    bigint	<NULL>
gcd(9223372036854775807, 1::int8)
    bigint	1
gcd((-9223372036854775808)::int8, (-1)::int8)
    bigint	1
gcd(7::int8, 1::int8)
    bigint	1
gcd(0::int8, 0::int8)
    bigint	0
gcd(9223372036854775807, (-9223372036854775808)::int8)
    bigint	1
gcd(9223372036854775807, NULL::int8)
    bigint	<NULL>
gcd(5, 1)
    integer	1
gcd(NULL::int4, 5)
    integer	<NULL>
gcd(-1, 5)
    integer	1
gcd(1, 0)
    integer	1
gcd(-1, NULL::int4)
    integer	<NULL>
gcd(1, NULL::int4)
    integer	<NULL>
gcd(-1, 0)
    integer	1
gcd(-1, -1)
    integer	1
gcd('Infinity'::numeric, 0.00::numeric)
    numeric	NaN
gcd('NaN'::numeric, 'Infinity'::numeric)
    numeric	NaN
gcd(12345678901234567890.12345::numeric, (-2.25)::numeric)
    numeric	0.00015
gcd('-Infinity'::numeric, 12345678901234567890.12345::numeric)
    numeric	NaN
gcd(0::numeric, '-Infinity'::numeric)
    numeric	NaN
gcd('NaN'::numeric, 1.5::numeric)
    numeric	NaN
gcd(0.00::numeric, 12345678901234567890.12345::numeric)
    numeric	12345678901234567890.12345
gcd(1e-20::numeric, 'NaN'::numeric)
    numeric	NaN
lcm((-1)::int8, 0::int8)
    bigint	0
lcm(0::int8, NULL::int8)
    bigint	<NULL>
lcm((-1)::int8, NULL::int8)
    bigint	<NULL>
lcm((-1)::int8, 9223372036854775807)
    bigint	9223372036854775807
lcm(7::int8, (-9223372036854775808)::int8)
    !22003
lcm(9223372036854775807, 0::int8)
    bigint	0
lcm(1::int8, 1::int8)
    bigint	1
lcm(NULL::int8, 1::int8)
    bigint	<NULL>
lcm(1, 2147483647)
    integer	2147483647
lcm(0, 0)
    integer	0
lcm(2147483647, 2147483647)
    integer	2147483647
lcm(1, 0)
    integer	0
lcm((-2147483648), -1)
    !22003
lcm(NULL::int4, 5)
    integer	<NULL>
lcm(2, -1)
    integer	2
lcm(1, NULL::int4)
    integer	<NULL>
lcm(0.00::numeric, 0::numeric)
    numeric	0.00
lcm((-2.25)::numeric, 'NaN'::numeric)
    numeric	NaN
lcm(1e-20::numeric, 'NaN'::numeric)
    numeric	NaN
lcm('Infinity'::numeric, 'Infinity'::numeric)
    numeric	NaN
lcm(1.5::numeric, 3::numeric)
    numeric	3.0
lcm((-2.25)::numeric, 0::numeric)
    numeric	0.00
lcm(0.00::numeric, 'NaN'::numeric)
    numeric	NaN
lcm(0.00::numeric, 1.5::numeric)
    numeric	0.00
ln(1.5::numeric)
    numeric	0.4054651081081644
ln(0.00::numeric)
    !2201E
ln('Infinity'::numeric)
    numeric	Infinity
ln(1e-20::numeric)
    numeric	-46.05170185988091368036
ln('NaN'::numeric)
    numeric	NaN
ln(0::numeric)
    !2201E
ln(12345678901234567890.12345::numeric)
    numeric	43.959837789202521
ln('-Infinity'::numeric)
    !2201E
log(3::numeric)
    numeric	0.4771212547196624
log('Infinity'::numeric)
    numeric	Infinity
log(0.00::numeric)
    !2201E
log(12345678901234567890.12345::numeric)
    numeric	19.091514977212700
log('NaN'::numeric)
    numeric	NaN
log('-Infinity'::numeric)
    !2201E
log(0::numeric)
    !2201E
log((-2.25)::numeric)
    !2201E
log(0.00::numeric, 12345678901234567890.12345::numeric)
    !2201E
log(1e-20::numeric, (-2.25)::numeric)
    !2201E
log(0::numeric, 'Infinity'::numeric)
    !2201E
log('NaN'::numeric, '-Infinity'::numeric)
    numeric	NaN
log(0::numeric, 0.00::numeric)
    !2201E
log('Infinity'::numeric, 0.00::numeric)
    !2201E
log(1.5::numeric, 0::numeric)
    !2201E
log(1.5::numeric, (-2.25)::numeric)
    !2201E
log10('NaN'::numeric)
    numeric	NaN
log10('Infinity'::numeric)
    numeric	Infinity
log10(12345678901234567890.12345::numeric)
    numeric	19.091514977212700
log10(0.00::numeric)
    !2201E
log10(3::numeric)
    numeric	0.4771212547196624
log10((-2.25)::numeric)
    !2201E
log10(0::numeric)
    !2201E
log10('-Infinity'::numeric)
    !2201E
min_scale(1.5::numeric)
    integer	1
min_scale('-Infinity'::numeric)
    integer	<NULL>
min_scale('Infinity'::numeric)
    integer	<NULL>
min_scale(0.00::numeric)
    integer	0
min_scale((-2.25)::numeric)
    integer	2
min_scale(1e-20::numeric)
    integer	20
min_scale('NaN'::numeric)
    integer	<NULL>
min_scale(0::numeric)
    integer	0
mod((-1)::int8, 9223372036854775807)
    bigint	-1
mod((-1)::int8, (-9223372036854775808)::int8)
    bigint	-1
mod((-9223372036854775808)::int8, 7::int8)
    bigint	-1
mod(7::int8, NULL::int8)
    bigint	<NULL>
mod(7::int8, 9223372036854775807)
    bigint	7
mod(NULL::int8, 1::int8)
    bigint	<NULL>
mod(0::int8, NULL::int8)
    bigint	<NULL>
mod((-9223372036854775808)::int8, 9223372036854775807)
    bigint	-1
mod(NULL::int4, (-2147483648))
    integer	<NULL>
mod(0, -1)
    integer	0
mod(5, 0)
    !22012
mod(2147483647, NULL::int4)
    integer	<NULL>
mod(1, (-2147483648))
    integer	1
mod(5, 2)
    integer	1
mod(1, 0)
    !22012
mod(NULL::int4, -1)
    integer	<NULL>
mod('NaN'::numeric, 1.5::numeric)
    numeric	NaN
mod(12345678901234567890.12345::numeric, '-Infinity'::numeric)
    numeric	12345678901234567890.12345
mod(1e-20::numeric, 'NaN'::numeric)
    numeric	NaN
mod((-2.25)::numeric, 0::numeric)
    !22012
mod(0::numeric, 1.5::numeric)
    numeric	0.0
mod('-Infinity'::numeric, 1e-20::numeric)
    numeric	NaN
mod('-Infinity'::numeric, 'NaN'::numeric)
    numeric	NaN
mod(0::numeric, 0.00::numeric)
    !22012
mod(NULL::int2, (-32768)::int2)
    smallint	<NULL>
mod(NULL::int2, 1::int2)
    smallint	<NULL>
mod(32767::int2, 0::int2)
    !22012
mod((-1)::int2, NULL::int2)
    smallint	<NULL>
mod(0::int2, (-32768)::int2)
    smallint	0
mod((-1)::int2, 0::int2)
    !22012
mod(32767::int2, 1::int2)
    smallint	0
mod(1::int2, 1::int2)
    smallint	0
pow(1.5::numeric, 0.00::numeric)
    numeric	1.0000000000000000
pow('Infinity'::numeric, 3::numeric)
    numeric	Infinity
pow(1.5::numeric, 1e-20::numeric)
    numeric	1.00000000000000000000
pow(12345678901234567890.12345::numeric, 12345678901234567890.12345::numeric)
    !22003
pow(0::numeric, '-Infinity'::numeric)
    !2201F
pow(0.00::numeric, 1e-20::numeric)
    numeric	0.0000000000000000
pow(1e-20::numeric, 1e-20::numeric)
    numeric	0.99999999999999999954
pow(0::numeric, 0.00::numeric)
    numeric	1.0000000000000000
power('NaN'::numeric, 12345678901234567890.12345::numeric)
    numeric	NaN
power('Infinity'::numeric, '-Infinity'::numeric)
    numeric	0
power('Infinity'::numeric, 0::numeric)
    numeric	1
power(1e-20::numeric, 1e-20::numeric)
    numeric	0.99999999999999999954
power(0::numeric, '-Infinity'::numeric)
    !2201F
power(1e-20::numeric, 0::numeric)
    numeric	1.00000000000000000000
power((-2.25)::numeric, 1e-20::numeric)
    !2201F
power(1.5::numeric, (-2.25)::numeric)
    numeric	0.4016008904932644
round(1e-20::numeric)
    numeric	0
round('-Infinity'::numeric)
    numeric	-Infinity
round(12345678901234567890.12345::numeric)
    numeric	12345678901234567890
round('NaN'::numeric)
    numeric	NaN
round(1.5::numeric)
    numeric	2
round(0::numeric)
    numeric	0
round(0.00::numeric)
    numeric	0
round('Infinity'::numeric)
    numeric	Infinity
round(0.00::numeric, 0)
    numeric	0
round('Infinity'::numeric, 1)
    numeric	Infinity
round(0::numeric, 0)
    numeric	0
round(0.00::numeric, 2)
    numeric	0.00
round(12345678901234567890.12345::numeric, 2147483647)
    numeric	12345678901234567890.123450000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
round('Infinity'::numeric, -1)
    numeric	Infinity
round('-Infinity'::numeric, -1)
    numeric	-Infinity
round(3::numeric, NULL::int4)
    numeric	<NULL>
scale(12345678901234567890.12345::numeric)
    integer	5
scale('-Infinity'::numeric)
    integer	<NULL>
scale('Infinity'::numeric)
    integer	<NULL>
scale(0.00::numeric)
    integer	2
scale('NaN'::numeric)
    integer	<NULL>
scale((-2.25)::numeric)
    integer	2
scale(0::numeric)
    integer	0
scale(1.5::numeric)
    integer	1
sign(1.5::numeric)
    numeric	1
sign(0::numeric)
    numeric	0
sign(3::numeric)
    numeric	1
sign(1e-20::numeric)
    numeric	1
sign('-Infinity'::numeric)
    numeric	-1
sign(0.00::numeric)
    numeric	0
sign(12345678901234567890.12345::numeric)
    numeric	1
sign('NaN'::numeric)
    numeric	NaN
sqrt(0.00::numeric)
    numeric	0.000000000000000
sqrt(1e-20::numeric)
    numeric	0.0000000001000000000000000
sqrt(12345678901234567890.12345::numeric)
    numeric	3513641828.8201443
sqrt(1.5::numeric)
    numeric	1.224744871391589
sqrt('-Infinity'::numeric)
    !2201F
sqrt((-2.25)::numeric)
    !2201F
sqrt(3::numeric)
    numeric	1.732050807568877
sqrt(0::numeric)
    numeric	0.000000000000000
to_hex(0::int8)
    text	0
to_hex(1::int8)
    text	1
to_hex((-1)::int8)
    text	ffffffffffffffff
to_hex(7::int8)
    text	7
to_hex(9223372036854775807)
    text	7fffffffffffffff
to_hex((-9223372036854775808)::int8)
    text	8000000000000000
to_hex(NULL::int8)
    text	<NULL>
to_hex(0)
    text	0
to_hex(1)
    text	1
to_hex(-1)
    text	ffffffff
to_hex(2)
    text	2
to_hex(5)
    text	5
to_hex(2147483647)
    text	7fffffff
to_hex((-2147483648))
    text	80000000
to_hex(NULL::int4)
    text	<NULL>
trim_scale(0.00::numeric)
    numeric	0
trim_scale(3::numeric)
    numeric	3
trim_scale((-2.25)::numeric)
    numeric	-2.25
trim_scale('Infinity'::numeric)
    numeric	Infinity
trim_scale('-Infinity'::numeric)
    numeric	-Infinity
trim_scale(1e-20::numeric)
    numeric	0.00000000000000000001
trim_scale(1.5::numeric)
    numeric	1.5
trim_scale('NaN'::numeric)
    numeric	NaN
trunc(0.00::numeric)
    numeric	0
trunc((-2.25)::numeric)
    numeric	-2
trunc('Infinity'::numeric)
    numeric	Infinity
trunc(3::numeric)
    numeric	3
trunc('NaN'::numeric)
    numeric	NaN
trunc(1.5::numeric)
    numeric	1
trunc(1e-20::numeric)
    numeric	0
trunc(0::numeric)
    numeric	0
trunc(0::numeric, NULL::int4)
    numeric	<NULL>
trunc(0.00::numeric, 0)
    numeric	0
trunc('Infinity'::numeric, (-2147483648))
    numeric	Infinity
trunc((-2.25)::numeric, -1)
    numeric	0
trunc((-2.25)::numeric, 0)
    numeric	-2
trunc(0::numeric, -1)
    numeric	0
trunc(1.5::numeric, NULL::int4)
    numeric	<NULL>
trunc(3::numeric, 2147483647)
    numeric	3.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
width_bucket('-0'::float8, '-Infinity'::float8, '-0'::float8, NULL::int4)
    integer	<NULL>
width_bucket('-Infinity'::float8, NULL::float8, NULL::float8, 2)
    integer	<NULL>
width_bucket(5e-324::float8, (-2.25)::float8, 'Infinity'::float8, (-2147483648))
    !2201G
width_bucket('Infinity'::float8, NULL::float8, NULL::float8, 2)
    integer	<NULL>
width_bucket(5e-324::float8, '-0'::float8, (-2.25)::float8, 2)
    integer	0
width_bucket(0::float8, '-0'::float8, 1.5::float8, 0)
    !2201G
width_bucket(NULL::float8, 1e308::float8, '-0'::float8, 1)
    integer	<NULL>
width_bucket(1e308::float8, 0.1::float8, 1e308::float8, 2)
    integer	3
'-Infinity'::float8 ^ 1.5::float8
    !2201F
'NaN'::float8 ^ 1e308::float8
    double precision	NaN
0::float8 ^ 0::float8
    double precision	1
'Infinity'::float8 ^ 'Infinity'::float8
    double precision	Infinity
'NaN'::float8 ^ 1.5::float8
    double precision	NaN
NULL::float8 ^ 5e-324::float8
    double precision	<NULL>
'Infinity'::float8 ^ 1.5::float8
    double precision	Infinity
1.5::float8 ^ 1.5::float8
    double precision	1.8371173070873836
acos(1e308::float8)
    !22003
acos(5e-324::float8)
    double precision	1.5707963267948966
acos(NULL::float8)
    double precision	<NULL>
acos(1.5::float8)
    !22003
acos(0.1::float8)
    double precision	1.4706289056333368
acos((-2.25)::float8)
    !22003
acos('NaN'::float8)
    double precision	NaN
acos('-Infinity'::float8)
    !22003
acosd(NULL::float8)
    double precision	<NULL>
acosd('Infinity'::float8)
    !22003
acosd('-0'::float8)
    double precision	90
acosd('-Infinity'::float8)
    !22003
acosd(1.5::float8)
    !22003
acosd(0::float8)
    double precision	90
acosd(0.1::float8)
    double precision	84.26082952273322
acosd('NaN'::float8)
    double precision	NaN
acosh(1.5::float8)
    double precision	0.9624236501192069
acosh('-Infinity'::float8)
    !22003
acosh(5e-324::float8)
    !22003
acosh((-2.25)::float8)
    !22003
acosh('NaN'::float8)
    double precision	NaN
acosh('Infinity'::float8)
    double precision	Infinity
acosh(0.1::float8)
    !22003
acosh(1e308::float8)
    double precision	709.889355822726
asin('Infinity'::float8)
    !22003
asin('-Infinity'::float8)
    !22003
asin(NULL::float8)
    double precision	<NULL>
asin(5e-324::float8)
    double precision	5e-324
asin(0::float8)
    double precision	0
asin(0.1::float8)
    double precision	0.1001674211615598
asin(1.5::float8)
    !22003
asin(1e308::float8)
    !22003
asind('-Infinity'::float8)
    !22003
asind(NULL::float8)
    double precision	<NULL>
asind('-0'::float8)
    double precision	-0
asind(0::float8)
    double precision	0
asind(1e308::float8)
    !22003
asind(1.5::float8)
    !22003
asind((-2.25)::float8)
    !22003
asind('NaN'::float8)
    double precision	NaN
asinh('Infinity'::float8)
    double precision	Infinity
asinh(0::float8)
    double precision	0
asinh(1e308::float8)
    double precision	709.889355822726
asinh(1.5::float8)
    double precision	1.1947632172871094
asinh('-0'::float8)
    double precision	-0
asinh('NaN'::float8)
    double precision	NaN
asinh('-Infinity'::float8)
    double precision	-Infinity
asinh((-2.25)::float8)
    double precision	-1.5501579568690622
atan(1.5::float8)
    double precision	0.982793723247329
atan((-2.25)::float8)
    double precision	-1.1525719972156676
atan('-Infinity'::float8)
    double precision	-1.5707963267948966
atan(NULL::float8)
    double precision	<NULL>
atan(1e308::float8)
    double precision	1.5707963267948966
atan('Infinity'::float8)
    double precision	1.5707963267948966
atan('-0'::float8)
    double precision	-0
atan(5e-324::float8)
    double precision	5e-324
atan2((-2.25)::float8, 5e-324::float8)
    double precision	-1.5707963267948966
atan2(1e308::float8, (-2.25)::float8)
    double precision	1.5707963267948966
atan2(1.5::float8, 5e-324::float8)
    double precision	1.5707963267948966
atan2(0::float8, 0.1::float8)
    double precision	0
atan2('Infinity'::float8, 'Infinity'::float8)
    double precision	0.7853981633974483
atan2((-2.25)::float8, '-Infinity'::float8)
    double precision	-3.141592653589793
atan2('-Infinity'::float8, 0::float8)
    double precision	-1.5707963267948966
atan2(0.1::float8, 5e-324::float8)
    double precision	1.5707963267948966
atan2d('-Infinity'::float8, 5e-324::float8)
    double precision	-90
atan2d(1.5::float8, 5e-324::float8)
    double precision	90
atan2d(0.1::float8, 'Infinity'::float8)
    double precision	0
atan2d((-2.25)::float8, '-Infinity'::float8)
    double precision	-180
atan2d('Infinity'::float8, 1e308::float8)
    double precision	90
atan2d(1.5::float8, 'NaN'::float8)
    double precision	NaN
atan2d('NaN'::float8, 5e-324::float8)
    double precision	NaN
atan2d(5e-324::float8, 0::float8)
    double precision	90
atand(1.5::float8)
    double precision	56.309932474020215
atand('-0'::float8)
    double precision	-0
atand('NaN'::float8)
    double precision	NaN
atand(1e308::float8)
    double precision	90
atand('-Infinity'::float8)
    double precision	-90
atand(0::float8)
    double precision	0
atand('Infinity'::float8)
    double precision	90
atand(0.1::float8)
    double precision	5.710593137499643
atanh('-Infinity'::float8)
    !22003
atanh((-2.25)::float8)
    !22003
atanh(1.5::float8)
    !22003
atanh(5e-324::float8)
    double precision	5e-324
atanh('Infinity'::float8)
    !22003
atanh(NULL::float8)
    double precision	<NULL>
atanh(1e308::float8)
    !22003
atanh(0.1::float8)
    double precision	0.10033534773107558
ceil('Infinity'::float8)
    double precision	Infinity
ceil(5e-324::float8)
    double precision	1
ceil((-2.25)::float8)
    double precision	-2
ceil(1.5::float8)
    double precision	2
ceil('-0'::float8)
    double precision	-0
ceil(NULL::float8)
    double precision	<NULL>
ceil(0.1::float8)
    double precision	1
ceil(0::float8)
    double precision	0
ceiling('-Infinity'::float8)
    double precision	-Infinity
ceiling(0::float8)
    double precision	0
ceiling(NULL::float8)
    double precision	<NULL>
ceiling(1.5::float8)
    double precision	2
ceiling('-0'::float8)
    double precision	-0
ceiling(0.1::float8)
    double precision	1
ceiling(1e308::float8)
    double precision	1e+308
ceiling(5e-324::float8)
    double precision	1
cos(1e308::float8)
    double precision	-0.8913089376870335
cos(NULL::float8)
    double precision	<NULL>
cos((-2.25)::float8)
    double precision	-0.6281736227227391
cos(0.1::float8)
    double precision	0.9950041652780258
cos('NaN'::float8)
    double precision	NaN
cos(5e-324::float8)
    double precision	1
cos('Infinity'::float8)
    !22003
cos('-Infinity'::float8)
    !22003
cosd('Infinity'::float8)
    !22003
cosd('NaN'::float8)
    double precision	NaN
cosd((-2.25)::float8)
    double precision	0.9992290362407229
cosd('-Infinity'::float8)
    !22003
cosd(NULL::float8)
    double precision	<NULL>
cosd('-0'::float8)
    double precision	1
cosd(0::float8)
    double precision	1
cosd(5e-324::float8)
    double precision	1
cosh(1.5::float8)
    double precision	2.352409615243247
cosh('Infinity'::float8)
    double precision	Infinity
cosh(0::float8)
    double precision	1
cosh('-Infinity'::float8)
    double precision	Infinity
cosh((-2.25)::float8)
    double precision	4.796567530460195
cosh('NaN'::float8)
    double precision	NaN
cosh('-0'::float8)
    double precision	1
cosh(5e-324::float8)
    double precision	1
cot(1e308::float8)
    double precision	-1.9658487799516644
cot(0.1::float8)
    double precision	9.966644423259238
cot(1.5::float8)
    double precision	0.07091484430265245
cot(NULL::float8)
    double precision	<NULL>
cot(0::float8)
    double precision	Infinity
cot((-2.25)::float8)
    double precision	0.8073451511185076
cot('Infinity'::float8)
    !22003
cot('-0'::float8)
    double precision	-Infinity
cotd(5e-324::float8)
    double precision	Infinity
cotd('NaN'::float8)
    double precision	NaN
cotd('Infinity'::float8)
    !22003
cotd('-Infinity'::float8)
    !22003
cotd(NULL::float8)
    double precision	<NULL>
cotd(1.5::float8)
    double precision	38.1884592970256
cotd('-0'::float8)
    double precision	-Infinity
cotd(0.1::float8)
    double precision	572.9572133542877
degrees((-2.25)::float8)
    double precision	-128.9155039044352
degrees(1e308::float8)
    !22003
degrees(1.5::float8)
    double precision	85.94366926962348
degrees(0::float8)
    double precision	0
degrees(0.1::float8)
    double precision	5.729577951308232
degrees('-Infinity'::float8)
    double precision	-Infinity
degrees('Infinity'::float8)
    double precision	Infinity
degrees('NaN'::float8)
    double precision	NaN
exp(5e-324::float8)
    double precision	1
exp('Infinity'::float8)
    double precision	Infinity
exp(0.1::float8)
    double precision	1.1051709180756477
exp(NULL::float8)
    double precision	<NULL>
exp('-Infinity'::float8)
    double precision	0
exp(1e308::float8)
    !22003
exp(1.5::float8)
    double precision	4.4816890703380645
exp((-2.25)::float8)
    double precision	0.10539922456186433
floor('-0'::float8)
    double precision	-0
floor((-2.25)::float8)
    double precision	-3
floor(NULL::float8)
    double precision	<NULL>
floor(0.1::float8)
    double precision	0
floor(1.5::float8)
    double precision	1
floor('Infinity'::float8)
    double precision	Infinity
floor('-Infinity'::float8)
    double precision	-Infinity
floor(1e308::float8)
    double precision	1e+308
ln('-Infinity'::float8)
    !2201E
ln(0.1::float8)
    double precision	-2.3025850929940455
ln(1e308::float8)
    double precision	709.1962086421661
ln(NULL::float8)
    double precision	<NULL>
ln(5e-324::float8)
    double precision	-744.4400719213812
ln(0::float8)
    !2201E
ln((-2.25)::float8)
    !2201E
ln('Infinity'::float8)
    double precision	Infinity
log('NaN'::float8)
    double precision	NaN
log(0::float8)
    !2201E
log('-0'::float8)
    !2201E
log(1.5::float8)
    double precision	0.17609125905568124
log('Infinity'::float8)
    double precision	Infinity
log(1e308::float8)
    double precision	308
log(5e-324::float8)
    double precision	-323.3062153431158
log((-2.25)::float8)
    !2201E
log10(NULL::float8)
    double precision	<NULL>
log10(5e-324::float8)
    double precision	-323.3062153431158
log10(1e308::float8)
    double precision	308
log10('NaN'::float8)
    double precision	NaN
log10('-0'::float8)
    !2201E
log10('-Infinity'::float8)
    !2201E
log10('Infinity'::float8)
    double precision	Infinity
log10((-2.25)::float8)
    !2201E
pi()
    double precision	3.141592653589793
pow(0.1::float8, 'Infinity'::float8)
    double precision	0
pow(5e-324::float8, 5e-324::float8)
    double precision	1
pow(0::float8, NULL::float8)
    double precision	<NULL>
pow('-Infinity'::float8, NULL::float8)
    double precision	<NULL>
pow('NaN'::float8, '-0'::float8)
    double precision	1
pow('-0'::float8, (-2.25)::float8)
    !2201F
pow('Infinity'::float8, 'NaN'::float8)
    double precision	NaN
pow(5e-324::float8, '-0'::float8)
    double precision	1
power('-Infinity'::float8, 'NaN'::float8)
    double precision	NaN
power('-Infinity'::float8, 0::float8)
    double precision	1
power('Infinity'::float8, 'Infinity'::float8)
    double precision	Infinity
power(1e308::float8, '-0'::float8)
    double precision	1
power('-0'::float8, 'Infinity'::float8)
    double precision	0
power(NULL::float8, 5e-324::float8)
    double precision	<NULL>
power((-2.25)::float8, 0.1::float8)
    !2201F
power((-2.25)::float8, 1.5::float8)
    !2201F
radians(0.1::float8)
    double precision	0.0017453292519943296
radians('Infinity'::float8)
    double precision	Infinity
radians(1e308::float8)
    double precision	1.7453292519943295e+306
radians('-0'::float8)
    double precision	-0
radians(5e-324::float8)
    !22003
radians(0::float8)
    double precision	0
radians((-2.25)::float8)
    double precision	-0.039269908169872414
radians(NULL::float8)
    double precision	<NULL>
round('Infinity'::float8)
    double precision	Infinity
round(0.1::float8)
    double precision	0
round(NULL::float8)
    double precision	<NULL>
round('-Infinity'::float8)
    double precision	-Infinity
round(0::float8)
    double precision	0
round(1e308::float8)
    double precision	1e+308
round(1.5::float8)
    double precision	2
round((-2.25)::float8)
    double precision	-2
sign(1e308::float8)
    double precision	1
sign(0.1::float8)
    double precision	1
sign(0::float8)
    double precision	0
sign(5e-324::float8)
    double precision	1
sign('-0'::float8)
    double precision	0
sign(NULL::float8)
    double precision	<NULL>
sign((-2.25)::float8)
    double precision	-1
sign('NaN'::float8)
    double precision	0
sin(5e-324::float8)
    double precision	5e-324
sin('NaN'::float8)
    double precision	NaN
sin(0::float8)
    double precision	0
sin((-2.25)::float8)
    double precision	-0.7780731968879212
sin('-0'::float8)
    double precision	-0
sin(0.1::float8)
    double precision	0.09983341664682815
sin(NULL::float8)
    double precision	<NULL>
sin('-Infinity'::float8)
    !22003
sind(NULL::float8)
    double precision	<NULL>
sind((-2.25)::float8)
    double precision	-0.03925981575906862
sind('NaN'::float8)
    double precision	NaN
sind('-0'::float8)
    double precision	-0
sind('Infinity'::float8)
    !22003
sind('-Infinity'::float8)
    !22003
sind(0::float8)
    double precision	0
sind(1e308::float8)
    double precision	-0.898794046299167
sinh(0::float8)
    double precision	0
sinh(1.5::float8)
    double precision	2.1292794550948173
sinh('-0'::float8)
    double precision	-0
sinh(1e308::float8)
    double precision	Infinity
sinh(0.1::float8)
    double precision	0.10016675001984403
sinh(5e-324::float8)
    double precision	5e-324
sinh(NULL::float8)
    double precision	<NULL>
sinh('-Infinity'::float8)
    double precision	-Infinity
sqrt((-2.25)::float8)
    !2201F
sqrt('NaN'::float8)
    double precision	NaN
sqrt(0.1::float8)
    double precision	0.31622776601683794
sqrt(1e308::float8)
    double precision	1e+154
sqrt(0::float8)
    double precision	0
sqrt(NULL::float8)
    double precision	<NULL>
sqrt('Infinity'::float8)
    double precision	Infinity
sqrt(1.5::float8)
    double precision	1.224744871391589
tan('-Infinity'::float8)
    !22003
tan('NaN'::float8)
    double precision	NaN
tan(1e308::float8)
    double precision	-0.5086861259107568
tan('Infinity'::float8)
    !22003
tan(5e-324::float8)
    double precision	5e-324
tan(0::float8)
    double precision	0
tan(NULL::float8)
    double precision	<NULL>
tan(0.1::float8)
    double precision	0.10033467208545055
tand('-Infinity'::float8)
    !22003
tand(NULL::float8)
    double precision	<NULL>
tand(1.5::float8)
    double precision	0.02618592156918693
tand(5e-324::float8)
    double precision	0
tand('NaN'::float8)
    double precision	NaN
tand(0::float8)
    double precision	0
tand('-0'::float8)
    double precision	0
tand((-2.25)::float8)
    double precision	-0.03929010700766965
tanh(0::float8)
    double precision	0
tanh(1.5::float8)
    double precision	0.9051482536448664
tanh('-Infinity'::float8)
    double precision	-1
tanh((-2.25)::float8)
    double precision	-0.9780261147388136
tanh(0.1::float8)
    double precision	0.09966799462495582
tanh('Infinity'::float8)
    double precision	1
tanh('-0'::float8)
    double precision	-0
tanh(1e308::float8)
    double precision	1
trunc(0::float8)
    double precision	0
trunc(NULL::float8)
    double precision	<NULL>
trunc('Infinity'::float8)
    double precision	Infinity
trunc('-Infinity'::float8)
    double precision	-Infinity
trunc(5e-324::float8)
    double precision	0
trunc(0.1::float8)
    double precision	0
trunc((-2.25)::float8)
    double precision	-2
trunc('NaN'::float8)
    double precision	NaN
|/ '-0'::float8
    double precision	-0
|/ 5e-324::float8
    double precision	2.2227587494850775e-162
|/ 'Infinity'::float8
    double precision	Infinity
|/ '-Infinity'::float8
    !2201F
|/ 'NaN'::float8
    double precision	NaN
|/ NULL::float8
    double precision	<NULL>
|/ 0::float8
    double precision	0
|/ 0.1::float8
    double precision	0.31622776601683794
'äöü€'::text ^@ 'abc'::text
    boolean	f
'a'::text ^@ '1'::text
    boolean	f
'Hello, World'::text ^@ '%a_'::text
    boolean	f
' b '::text ^@ 'abc'::text
    boolean	f
'äöü€'::text ^@ 'a'::text
    boolean	f
''::text ^@ ' b '::text
    boolean	f
'äöü€'::text ^@ '1'::text
    boolean	f
'%a_'::text ^@ 'abc'::text
    boolean	f
ascii(' b '::text)
    integer	32
ascii(NULL::text)
    integer	<NULL>
ascii(''::text)
    integer	0
ascii('a'::text)
    integer	97
ascii('äöü€'::text)
    integer	228
ascii('abc'::text)
    integer	97
ascii('%a_'::text)
    integer	37
ascii('1'::text)
    integer	49
bit_length(''::bytea)
    integer	0
bit_length('\x00'::bytea)
    integer	8
bit_length('\x00ff61'::bytea)
    integer	24
bit_length('\x616263'::bytea)
    integer	24
bit_length(NULL::bytea)
    integer	<NULL>
bit_length('a'::text)
    integer	8
bit_length('Hello, World'::text)
    integer	96
bit_length(''::text)
    integer	0
bit_length('%a_'::text)
    integer	24
bit_length('äöü€'::text)
    integer	72
bit_length('1'::text)
    integer	8
bit_length(NULL::text)
    integer	<NULL>
bit_length('abc'::text)
    integer	24
btrim('\x616263'::bytea, ''::bytea)
    bytea	\\x616263
btrim(NULL::bytea, '\x00'::bytea)
    bytea	<NULL>
btrim('\x00ff61'::bytea, '\x616263'::bytea)
    bytea	\\x00ff
btrim('\x00ff61'::bytea, ''::bytea)
    bytea	\\x00ff61
btrim('\x00ff61'::bytea, NULL::bytea)
    bytea	<NULL>
btrim(''::bytea, '\x00'::bytea)
    bytea	\\x
btrim('\x616263'::bytea, '\x00'::bytea)
    bytea	\\x616263
btrim(NULL::bytea, '\x00ff61'::bytea)
    bytea	<NULL>
btrim(' b '::text)
    text	b
btrim(''::text)
    text	
btrim(NULL::text)
    text	<NULL>
btrim('%a_'::text)
    text	%a_
btrim('a'::text)
    text	a
btrim('1'::text)
    text	1
btrim('äöü€'::text)
    text	äöü€
btrim('abc'::text)
    text	abc
btrim('1'::text, 'abc'::text)
    text	1
btrim('%a_'::text, NULL::text)
    text	<NULL>
btrim(NULL::text, 'Hello, World'::text)
    text	<NULL>
btrim('a'::text, 'abc'::text)
    text	
btrim('1'::text, 'äöü€'::text)
    text	1
btrim('äöü€'::text, '1'::text)
    text	äöü€
btrim(''::text, 'abc'::text)
    text	
btrim('Hello, World'::text, '1'::text)
    text	Hello, World
char_length(''::bpchar)
    integer	0
char_length('ab'::char(4))
    integer	2
char_length('a'::bpchar)
    integer	1
char_length('Hello, World'::text)
    integer	12
char_length('a'::text)
    integer	1
char_length(''::text)
    integer	0
char_length(' b '::text)
    integer	3
char_length(NULL::text)
    integer	<NULL>
char_length('abc'::text)
    integer	3
char_length('1'::text)
    integer	1
char_length('äöü€'::text)
    integer	4
character_length(''::bpchar)
    integer	0
character_length('ab'::char(4))
    integer	2
character_length('a'::bpchar)
    integer	1
character_length('1'::text)
    integer	1
character_length(''::text)
    integer	0
character_length('Hello, World'::text)
    integer	12
character_length(' b '::text)
    integer	3
character_length('abc'::text)
    integer	3
character_length('a'::text)
    integer	1
character_length('äöü€'::text)
    integer	4
character_length('%a_'::text)
    integer	3
chr(0)
    !54000
chr(1)
    text	
chr(-1)
    !22023
chr(2)
    text	
chr(5)
    text	
chr(2147483647)
    !54000
chr((-2147483648))
    !22023
chr(NULL::int4)
    text	<NULL>
concat(NULL::int4, 1.50)
    text	1.50
concat(NULL::int4, NULL::int4)
    text	
concat(true, 'a'::text)
    text	ta
concat('a'::text, NULL::int4)
    text	a
concat(1.50, true)
    text	1.50t
concat(1.50, NULL::int4)
    text	1.50
concat(true, 1.50)
    text	t1.50
concat(1, 1)
    text	11
concat_ws('%a_'::text, 1.50, 1)
    text	1.50%a_1
concat_ws('abc'::text, NULL::int4, ARRAY[1,2])
    text	{1,2}
concat_ws('a'::text, 1, ARRAY[1,2])
    text	1a{1,2}
concat_ws(''::text, 1.50, NULL::int4)
    text	1.50
concat_ws('a'::text, true, ARRAY[1,2])
    text	ta{1,2}
concat_ws(''::text, 1, true)
    text	1t
concat_ws('abc'::text, 1, true)
    text	1abct
concat_ws(' b '::text, 1, true)
    text	1 b t
format('Hello, World'::text)
    text	Hello, World
format('a'::text)
    text	a
format(NULL::text)
    text	<NULL>
format('1'::text)
    text	1
format('abc'::text)
    text	abc
format('äöü€'::text)
    text	äöü€
format(''::text)
    text	
format('%a_'::text)
    !22023
format('%a_'::text, 'a'::text, ARRAY[1,2])
    !22023
format(NULL::text, NULL::int4, true)
    text	<NULL>
format('a'::text, ARRAY[1,2], true)
    text	a
format(' b '::text, 1, NULL::int4)
    text	 b 
format(' b '::text, 1, 1.50)
    text	 b 
format('äöü€'::text, NULL::int4, NULL::int4)
    text	äöü€
format(NULL::text, NULL::int4, 1)
    text	<NULL>
format('a'::text, 1.50, 1.50)
    text	a
initcap('1'::text)
    text	1
initcap('Hello, World'::text)
    text	Hello, World
initcap('%a_'::text)
    text	%A_
initcap(NULL::text)
    text	<NULL>
initcap('äöü€'::text)
    text	Äöü€
initcap(' b '::text)
    text	 B 
initcap(''::text)
    text	
initcap('abc'::text)
    text	Abc
left('Hello, World'::text, 2)
    text	He
left(NULL::text, 0)
    text	<NULL>
left(''::text, 5)
    text	
left(''::text, NULL::int4)
    text	<NULL>
left(NULL::text, 5)
    text	<NULL>
left('Hello, World'::text, 0)
    text	
left(''::text, (-2147483648))
    text	
left('äöü€'::text, 2147483647)
    text	äöü€
length(''::bytea)
    integer	0
length('\x00'::bytea)
    integer	1
length('\x00ff61'::bytea)
    integer	3
length('\x616263'::bytea)
    integer	3
length(NULL::bytea)
    integer	<NULL>
length(''::bpchar)
    integer	0
length('ab'::char(4))
    integer	2
length('a'::bpchar)
    integer	1
length('a'::text)
    integer	1
length('%a_'::text)
    integer	3
length('abc'::text)
    integer	3
length('1'::text)
    integer	1
length(''::text)
    integer	0
length('äöü€'::text)
    integer	4
length('Hello, World'::text)
    integer	12
length(NULL::text)
    integer	<NULL>
lower(''::text)
    text	
lower('1'::text)
    text	1
lower('abc'::text)
    text	abc
lower(' b '::text)
    text	 b 
lower('Hello, World'::text)
    text	hello, world
lower('äöü€'::text)
    text	äöü€
lower('a'::text)
    text	a
lower(NULL::text)
    text	<NULL>
lpad('abc'::text, 5)
    text	  abc
lpad('a'::text, 0)
    text	
lpad(''::text, 0)
    text	
lpad(''::text, -1)
    text	
lpad(' b '::text, 20)
    text	                  b 
lpad('äöü€'::text, 5)
    text	 äöü€
lpad('%a_'::text, 20)
    text	                 %a_
lpad('äöü€'::text, 20)
    text	                äöü€
lpad('a'::text, 0, 'a'::text)
    text	
lpad('abc'::text, -1, ' b '::text)
    text	
lpad('Hello, World'::text, 5, 'Hello, World'::text)
    text	Hello
lpad('a'::text, 5, '%a_'::text)
    text	%a_%a
lpad('äöü€'::text, 5, ''::text)
    text	äöü€
lpad('äöü€'::text, -1, '%a_'::text)
    text	
lpad('Hello, World'::text, 20, NULL::text)
    text	<NULL>
lpad(''::text, -1, 'Hello, World'::text)
    text	
ltrim('\x00ff61'::bytea, NULL::bytea)
    bytea	<NULL>
ltrim(''::bytea, NULL::bytea)
    bytea	<NULL>
ltrim(NULL::bytea, NULL::bytea)
    bytea	<NULL>
ltrim(NULL::bytea, ''::bytea)
    bytea	<NULL>
ltrim(''::bytea, ''::bytea)
    bytea	\\x
ltrim('\x00'::bytea, '\x616263'::bytea)
    bytea	\\x00
ltrim('\x00'::bytea, ''::bytea)
    bytea	\\x00
ltrim('\x616263'::bytea, '\x616263'::bytea)
    bytea	\\x
ltrim(NULL::text)
    text	<NULL>
ltrim('%a_'::text)
    text	%a_
ltrim('abc'::text)
    text	abc
ltrim('äöü€'::text)
    text	äöü€
ltrim('a'::text)
    text	a
ltrim('Hello, World'::text)
    text	Hello, World
ltrim(' b '::text)
    text	b 
ltrim('1'::text)
    text	1
ltrim(NULL::text, 'Hello, World'::text)
    text	<NULL>
ltrim(''::text, ' b '::text)
    text	
ltrim(' b '::text, 'äöü€'::text)
    text	 b 
ltrim('abc'::text, '%a_'::text)
    text	bc
ltrim('Hello, World'::text, ' b '::text)
    text	Hello, World
ltrim('abc'::text, ''::text)
    text	abc
ltrim(NULL::text, 'abc'::text)
    text	<NULL>
ltrim(' b '::text, '%a_'::text)
    text	 b 
octet_length(''::bytea)
    integer	0
octet_length('\x00'::bytea)
    integer	1
octet_length('\x00ff61'::bytea)
    integer	3
octet_length('\x616263'::bytea)
    integer	3
octet_length(NULL::bytea)
    integer	<NULL>
octet_length(''::bpchar)
    integer	0
octet_length('ab'::char(4))
    integer	4
octet_length('a'::bpchar)
    integer	1
octet_length('äöü€'::text)
    integer	9
octet_length(''::text)
    integer	0
octet_length('%a_'::text)
    integer	3
octet_length(NULL::text)
    integer	<NULL>
octet_length('abc'::text)
    integer	3
octet_length('Hello, World'::text)
    integer	12
octet_length('1'::text)
    integer	1
octet_length('a'::text)
    integer	1
overlay('\x00ff61'::bytea, '\x00ff61'::bytea, -1)
    !22011
overlay(''::bytea, '\x616263'::bytea, -1)
    !22011
overlay('\x616263'::bytea, '\x00'::bytea, 1)
    bytea	\\x006263
overlay(''::bytea, NULL::bytea, 5)
    bytea	<NULL>
overlay(''::bytea, NULL::bytea, 2)
    bytea	<NULL>
overlay(NULL::bytea, '\x616263'::bytea, (-2147483648))
    bytea	<NULL>
overlay('\x00'::bytea, '\x616263'::bytea, NULL::int4)
    bytea	<NULL>
overlay('\x00ff61'::bytea, '\x00'::bytea, 2147483647)
    !22003
overlay(''::bytea, NULL::bytea, 1, 5)
    bytea	<NULL>
overlay('\x00ff61'::bytea, '\x00ff61'::bytea, 0, -1)
    !22011
overlay(NULL::bytea, '\x616263'::bytea, (-2147483648), 5)
    bytea	<NULL>
overlay(''::bytea, ''::bytea, 2147483647, (-2147483648))
    bytea	\\x
overlay('\x00ff61'::bytea, '\x616263'::bytea, NULL::int4, -1)
    bytea	<NULL>
overlay('\x00'::bytea, '\x616263'::bytea, 2147483647, 0)
    bytea	\\x00616263
overlay('\x616263'::bytea, ''::bytea, (-2147483648), 5)
    !22011
overlay(NULL::bytea, '\x616263'::bytea, 0, 0)
    bytea	<NULL>
overlay('äöü€'::text, 'abc'::text, NULL::int4)
    text	<NULL>
overlay('1'::text, NULL::text, (-2147483648))
    text	<NULL>
overlay('äöü€'::text, 'Hello, World'::text, 5)
    text	äöü€Hello, World
overlay('a'::text, 'abc'::text, 1)
    text	abc
overlay('1'::text, ''::text, 2)
    text	1
overlay(''::text, '%a_'::text, -1)
    !22011
overlay('a'::text, 'abc'::text, 2147483647)
    !22003
overlay(NULL::text, 'Hello, World'::text, 1)
    text	<NULL>
overlay(''::text, ' b '::text, NULL::int4, 2)
    text	<NULL>
overlay('äöü€'::text, '%a_'::text, (-2147483648), 1)
    !22011
overlay('%a_'::text, 'abc'::text, -1, 2147483647)
    !22011
overlay('a'::text, 'a'::text, 5, -1)
    text	aa
overlay('1'::text, 'abc'::text, 2, 5)
    text	1abc
overlay('1'::text, '1'::text, 5, 5)
    text	11
overlay('a'::text, 'Hello, World'::text, 2147483647, 2147483647)
    !22003
overlay('abc'::text, ''::text, 1, (-2147483648))
    text	abc
parse_ident('Hello, World'::text)
    !22023
parse_ident('abc'::text)
    text[]	{abc}
parse_ident('äöü€'::text)
    text[]	{äöü€}
parse_ident(' b '::text)
    text[]	{b}
parse_ident(''::text)
    !22023
parse_ident('%a_'::text)
    !22023
parse_ident('a'::text)
    text[]	{a}
parse_ident('1'::text)
    !22023
parse_ident('Hello, World'::text, false)
    text[]	{hello}
parse_ident('Hello, World'::text, NULL::bool)
    text[]	<NULL>
parse_ident('äöü€'::text, false)
    text[]	{äöü€}
parse_ident(NULL::text, true)
    text[]	<NULL>
parse_ident('äöü€'::text, NULL::bool)
    text[]	<NULL>
parse_ident(''::text, NULL::bool)
    text[]	<NULL>
parse_ident(''::text, false)
    !22023
parse_ident(' b '::text, false)
    text[]	{b}
quote_ident('abc'::text)
    text	abc
quote_ident('äöü€'::text)
    text	"äöü€"
quote_ident('%a_'::text)
    text	"%a_"
quote_ident(''::text)
    text	""
quote_ident(NULL::text)
    text	<NULL>
quote_ident('1'::text)
    text	"1"
quote_ident('a'::text)
    text	a
quote_ident(' b '::text)
    text	" b "
quote_literal(1)
    text	'1'
quote_literal('a'::text)
    text	'a'
quote_literal(1.50)
    text	'1.50'
quote_literal(NULL::int4)
    text	<NULL>
quote_literal('2024-02-29'::date)
    text	'2024-02-29'
quote_literal(true)
    text	'true'
quote_literal('%a_'::text)
    text	'%a_'
quote_literal('äöü€'::text)
    text	'äöü€'
quote_literal(''::text)
    text	''
quote_literal(' b '::text)
    text	' b '
quote_literal('abc'::text)
    text	'abc'
quote_literal('a'::text)
    text	'a'
quote_literal('Hello, World'::text)
    text	'Hello, World'
quote_literal(NULL::text)
    text	<NULL>
quote_nullable(1)
    text	'1'
quote_nullable('a'::text)
    text	'a'
quote_nullable(1.50)
    text	'1.50'
quote_nullable(NULL::int4)
    text	NULL
quote_nullable('2024-02-29'::date)
    text	'2024-02-29'
quote_nullable(true)
    text	'true'
quote_nullable(' b '::text)
    text	' b '
quote_nullable('Hello, World'::text)
    text	'Hello, World'
quote_nullable(NULL::text)
    text	NULL
quote_nullable('abc'::text)
    text	'abc'
quote_nullable(''::text)
    text	''
quote_nullable('%a_'::text)
    text	'%a_'
quote_nullable('äöü€'::text)
    text	'äöü€'
quote_nullable('a'::text)
    text	'a'
repeat('abc'::text, 0)
    text	
repeat('1'::text, NULL::int4)
    text	<NULL>
repeat('Hello, World'::text, 0)
    text	
repeat('a'::text, 3)
    text	aaa
repeat(' b '::text, -1)
    text	
repeat('äöü€'::text, 0)
    text	
repeat('abc'::text, 3)
    text	abcabcabc
repeat(NULL::text, 0)
    text	<NULL>
replace(' b '::text, ' b '::text, NULL::text)
    text	<NULL>
replace('Hello, World'::text, 'a'::text, '1'::text)
    text	Hello, World
replace('Hello, World'::text, 'a'::text, 'Hello, World'::text)
    text	Hello, World
replace(' b '::text, 'Hello, World'::text, 'äöü€'::text)
    text	 b 
replace('Hello, World'::text, ''::text, 'abc'::text)
    text	Hello, World
replace('a'::text, '1'::text, '1'::text)
    text	a
replace('%a_'::text, '%a_'::text, 'abc'::text)
    text	abc
replace(NULL::text, ' b '::text, 'Hello, World'::text)
    text	<NULL>
reverse('a'::text)
    text	a
reverse('Hello, World'::text)
    text	dlroW ,olleH
reverse('äöü€'::text)
    text	€üöä
reverse(NULL::text)
    text	<NULL>
reverse(' b '::text)
    text	 b 
reverse('%a_'::text)
    text	_a%
reverse('abc'::text)
    text	cba
reverse(''::text)
    text	
right('äöü€'::text, 1)
    text	€
right('a'::text, 0)
    text	
right('Hello, World'::text, -1)
    text	ello, World
right('Hello, World'::text, 2)
    text	ld
right(''::text, 0)
    text	
right(''::text, -1)
    text	
right('a'::text, (-2147483648))
    text	a
right('%a_'::text, NULL::int4)
    text	<NULL>
rpad('a'::text, 5)
    text	a    
rpad(''::text, 0)
    text	
rpad(NULL::text, -1)
    text	<NULL>
rpad(''::text, 20)
    text	                    
rpad(''::text, -1)
    text	
rpad('abc'::text, 20)
    text	abc                 
rpad(' b '::text, 20)
    text	 b                  
rpad('Hello, World'::text, 20)
    text	Hello, World        
rpad(''::text, 0, 'abc'::text)
    text	
rpad('äöü€'::text, 20, 'äöü€'::text)
    text	äöü€äöü€äöü€äöü€äöü€
rpad(' b '::text, 0, '1'::text)
    text	
rpad('äöü€'::text, -1, ''::text)
    text	
rpad('a'::text, 20, ''::text)
    text	a
rpad(NULL::text, -1, ' b '::text)
    text	<NULL>
rpad('a'::text, 20, ' b '::text)
    text	a b  b  b  b  b  b  
rpad('%a_'::text, 0, '1'::text)
    text	
rtrim('\x616263'::bytea, '\x00ff61'::bytea)
    bytea	\\x616263
rtrim('\x00'::bytea, NULL::bytea)
    bytea	<NULL>
rtrim('\x616263'::bytea, '\x616263'::bytea)
    bytea	\\x
rtrim(''::bytea, '\x616263'::bytea)
    bytea	\\x
rtrim('\x616263'::bytea, ''::bytea)
    bytea	\\x616263
rtrim('\x00ff61'::bytea, '\x00ff61'::bytea)
    bytea	\\x
rtrim(NULL::bytea, '\x00ff61'::bytea)
    bytea	<NULL>
rtrim(NULL::bytea, '\x00'::bytea)
    bytea	<NULL>
rtrim('abc'::text)
    text	abc
rtrim('%a_'::text)
    text	%a_
rtrim(NULL::text)
    text	<NULL>
rtrim(' b '::text)
    text	 b
rtrim('a'::text)
    text	a
rtrim('Hello, World'::text)
    text	Hello, World
rtrim(''::text)
    text	
rtrim('1'::text)
    text	1
rtrim(NULL::text, 'Hello, World'::text)
    text	<NULL>
rtrim(NULL::text, 'abc'::text)
    text	<NULL>
rtrim(NULL::text, ''::text)
    text	<NULL>
rtrim('%a_'::text, '1'::text)
    text	%a_
rtrim('%a_'::text, 'abc'::text)
    text	%a_
rtrim(''::text, NULL::text)
    text	<NULL>
rtrim('abc'::text, ' b '::text)
    text	abc
rtrim('a'::text, 'abc'::text)
    text	
split_part('abc'::text, 'abc'::text, 2)
    text	
split_part('abc'::text, '1'::text, -1)
    text	abc
split_part(NULL::text, '%a_'::text, 5)
    text	<NULL>
split_part('abc'::text, 'äöü€'::text, 5)
    text	
split_part(' b '::text, 'abc'::text, 0)
    !22023
split_part('abc'::text, ''::text, NULL::int4)
    text	<NULL>
split_part('Hello, World'::text, 'Hello, World'::text, -1)
    text	
split_part(NULL::text, 'a'::text, 2)
    text	<NULL>
starts_with(' b '::text, 'abc'::text)
    boolean	f
starts_with(' b '::text, ' b '::text)
    boolean	t
starts_with('abc'::text, 'äöü€'::text)
    boolean	f
starts_with('Hello, World'::text, ''::text)
    boolean	t
starts_with('Hello, World'::text, 'Hello, World'::text)
    boolean	t
starts_with(''::text, '1'::text)
    boolean	f
starts_with('abc'::text, 'a'::text)
    boolean	t
starts_with('1'::text, ''::text)
    boolean	t
strpos('1'::text, 'äöü€'::text)
    integer	0
strpos('Hello, World'::text, ''::text)
    integer	1
strpos('abc'::text, '1'::text)
    integer	0
strpos(''::text, '1'::text)
    integer	0
strpos(''::text, '%a_'::text)
    integer	0
strpos('äöü€'::text, ' b '::text)
    integer	0
strpos(' b '::text, 'äöü€'::text)
    integer	0
strpos(' b '::text, '%a_'::text)
    integer	0
substr('\x00ff61'::bytea, 5)
    bytea	\\x
substr(''::bytea, 2147483647)
    bytea	\\x
substr('\x00'::bytea, -1)
    bytea	\\x00
substr('\x00'::bytea, (-2147483648))
    bytea	\\x00
substr(NULL::bytea, 1)
    bytea	<NULL>
substr('\x00ff61'::bytea, -1)
    bytea	\\x00ff61
substr('\x616263'::bytea, 5)
    bytea	\\x
substr('\x616263'::bytea, NULL::int4)
    bytea	<NULL>
substr('\x00ff61'::bytea, 5, 2)
    bytea	\\x
substr('\x00'::bytea, 0, 2)
    bytea	\\x00
substr(NULL::bytea, 1, 1)
    bytea	<NULL>
substr('\x00ff61'::bytea, NULL::int4, 2147483647)
    bytea	<NULL>
substr('\x00'::bytea, 0, -1)
    !22011
substr('\x616263'::bytea, (-2147483648), 5)
    bytea	\\x
substr('\x616263'::bytea, 1, 1)
    bytea	\\x61
substr(''::bytea, 1, 5)
    bytea	\\x
substr(NULL::text, (-2147483648))
    text	<NULL>
substr('abc'::text, NULL::int4)
    text	<NULL>
substr(NULL::text, 1)
    text	<NULL>
substr('%a_'::text, 2147483647)
    text	
substr('Hello, World'::text, 0)
    text	Hello, World
substr(' b '::text, 1)
    text	 b 
substr('äöü€'::text, -1)
    text	äöü€
substr('1'::text, NULL::int4)
    text	<NULL>
substr('%a_'::text, 0, 2147483647)
    text	%a_
substr('äöü€'::text, (-2147483648), 5)
    text	
substr('Hello, World'::text, -1, -1)
    !22011
substr('1'::text, 2147483647, 5)
    text	
substr(''::text, -1, (-2147483648))
    !22011
substr(NULL::text, -1, 2)
    text	<NULL>
substr('Hello, World'::text, -1, NULL::int4)
    text	<NULL>
substr('abc'::text, 2, 5)
    text	bc
substring(''::bytea, 2147483647)
    bytea	\\x
substring(NULL::bytea, 1)
    bytea	<NULL>
substring(NULL::bytea, 0)
    bytea	<NULL>
substring('\x616263'::bytea, 0)
    bytea	\\x616263
substring('\x00'::bytea, -1)
    bytea	\\x00
substring('\x00'::bytea, 2147483647)
    bytea	\\x
substring('\x616263'::bytea, NULL::int4)
    bytea	<NULL>
substring('\x00'::bytea, NULL::int4)
    bytea	<NULL>
substring(''::bytea, 5, 0)
    bytea	\\x
substring('\x616263'::bytea, 2147483647, -1)
    !22011
substring(''::bytea, -1, -1)
    !22011
substring('\x00ff61'::bytea, 1, 5)
    bytea	\\x00ff61
substring('\x00ff61'::bytea, 0, 2147483647)
    bytea	\\x00ff61
substring('\x00ff61'::bytea, NULL::int4, NULL::int4)
    bytea	<NULL>
substring(NULL::bytea, 0, (-2147483648))
    bytea	<NULL>
substring('\x00ff61'::bytea, 1, 0)
    bytea	\\x
substring('abc'::text, 2147483647)
    text	
substring(NULL::text, 5)
    text	<NULL>
substring('a'::text, 2147483647)
    text	
substring('a'::text, 0)
    text	a
substring(''::text, 0)
    text	
substring('abc'::text, 5)
    text	
substring(''::text, -1)
    text	
substring(' b '::text, 0)
    text	 b 
substring('a'::text, NULL::int4, 2)
    text	<NULL>
substring('1'::text, 1, -1)
    !22011
substring(NULL::text, 5, 1)
    text	<NULL>
substring(''::text, 1, 5)
    text	
substring('%a_'::text, 1, 2)
    text	%a
substring('1'::text, 2147483647, 5)
    text	
substring('a'::text, 1, (-2147483648))
    !22011
substring('1'::text, 2, 0)
    text	
textcat(NULL::text, 'abc'::text)
    text	<NULL>
textcat('Hello, World'::text, 'Hello, World'::text)
    text	Hello, WorldHello, World
textcat('1'::text, 'Hello, World'::text)
    text	1Hello, World
textcat('%a_'::text, ' b '::text)
    text	%a_ b 
textcat('äöü€'::text, 'a'::text)
    text	äöü€a
textcat(''::text, ' b '::text)
    text	 b 
textcat('abc'::text, ''::text)
    text	abc
textcat('a'::text, 'a'::text)
    text	aa
translate(''::text, ' b '::text, NULL::text)
    text	<NULL>
translate(' b '::text, 'äöü€'::text, ''::text)
    text	 b 
translate('äöü€'::text, 'a'::text, 'a'::text)
    text	äöü€
translate('abc'::text, 'Hello, World'::text, 'a'::text)
    text	abc
translate('äöü€'::text, ' b '::text, '%a_'::text)
    text	äöü€
translate(' b '::text, ''::text, '1'::text)
    text	 b 
translate(NULL::text, 'Hello, World'::text, NULL::text)
    text	<NULL>
translate('abc'::text, '%a_'::text, 'abc'::text)
    text	bbc
unistr(NULL::text)
    text	<NULL>
unistr('%a_'::text)
    text	%a_
unistr('a'::text)
    text	a
unistr('Hello, World'::text)
    text	Hello, World
unistr('äöü€'::text)
    text	äöü€
unistr(' b '::text)
    text	 b 
unistr(''::text)
    text	
unistr('abc'::text)
    text	abc
upper('%a_'::text)
    text	%A_
upper('1'::text)
    text	1
upper('a'::text)
    text	A
upper('äöü€'::text)
    text	ÄÖÜ€
upper(' b '::text)
    text	 B 
upper(''::text)
    text	
upper(NULL::text)
    text	<NULL>
upper('abc'::text)
    text	ABC
'\x00'::bytea || '\x616263'::bytea
    bytea	\\x00616263
''::bytea || '\x00ff61'::bytea
    bytea	\\x00ff61
'\x616263'::bytea || '\x616263'::bytea
    bytea	\\x616263616263
'\x00'::bytea || NULL::bytea
    bytea	<NULL>
'\x00ff61'::bytea || '\x616263'::bytea
    bytea	\\x00ff61616263
''::bytea || '\x616263'::bytea
    bytea	\\x616263
'\x00ff61'::bytea || '\x00ff61'::bytea
    bytea	\\x00ff6100ff61
''::bytea || '\x00'::bytea
    bytea	\\x00
1.50 || ' b '::text
    text	1.50 b 
NULL::int4 || 'abc'::text
    text	<NULL>
true || 'äöü€'::text
    text	trueäöü€
1.50 || 'äöü€'::text
    text	1.50äöü€
NULL::int4 || ' b '::text
    text	<NULL>
true || '%a_'::text
    text	true%a_
true || ''::text
    text	true
1.50 || ''::text
    text	1.50
''::text || 1
    text	1
''::text || NULL::int4
    text	<NULL>
'Hello, World'::text || 1.50
    text	Hello, World1.50
'Hello, World'::text || 1
    text	Hello, World1
'abc'::text || 1
    text	abc1
'abc'::text || NULL::int4
    text	<NULL>
'1'::text || 1
    text	11
'äöü€'::text || 1.50
    text	äöü€1.50
NULL::text || 'a'::text
    text	<NULL>
'%a_'::text || 'Hello, World'::text
    text	%a_Hello, World
NULL::text || '%a_'::text
    text	<NULL>
'%a_'::text || ''::text
    text	%a_
'1'::text || 'a'::text
    text	1a
'äöü€'::text || NULL::text
    text	<NULL>
''::text || NULL::text
    text	<NULL>
'a'::text || 'a'::text
    text	aa
''::bpchar !~ '%a_'::text
    boolean	t
'ab'::char(4) !~ ''::text
    boolean	f
''::bpchar !~ 'Hello, World'::text
    boolean	t
'ab'::char(4) !~ 'abc'::text
    boolean	t
'ab'::char(4) !~ ' b '::text
    boolean	t
''::bpchar !~ 'abc'::text
    boolean	t
'a'::bpchar !~ '1'::text
    boolean	t
'a'::bpchar !~ ''::text
    boolean	f
''::name !~ 'a'::text
    boolean	t
'abc'::name !~ 'Hello, World'::text
    boolean	t
'abc'::name !~ ''::text
    boolean	f
'abc'::name !~ '%a_'::text
    boolean	t
''::name !~ NULL::text
    boolean	<NULL>
''::name !~ ''::text
    boolean	f
'abc'::name !~ 'a'::text
    boolean	f
'abc'::name !~ 'abc'::text
    boolean	f
'a'::text !~ ''::text
    boolean	f
'Hello, World'::text !~ '1'::text
    boolean	t
'a'::text !~ 'a'::text
    boolean	f
'%a_'::text !~ ' b '::text
    boolean	t
'%a_'::text !~ 'abc'::text
    boolean	t
''::text !~ 'Hello, World'::text
    boolean	t
'abc'::text !~ '1'::text
    boolean	t
'1'::text !~ 'äöü€'::text
    boolean	t
''::bpchar !~* 'Hello, World'::text
    boolean	t
'ab'::char(4) !~* 'a'::text
    boolean	f
'a'::bpchar !~* 'Hello, World'::text
    boolean	t
'a'::bpchar !~* 'abc'::text
    boolean	t
''::bpchar !~* 'abc'::text
    boolean	t
'ab'::char(4) !~* 'äöü€'::text
    boolean	t
''::bpchar !~* 'äöü€'::text
    boolean	t
'ab'::char(4) !~* ''::text
    boolean	f
''::name !~* ''::text
    boolean	f
'abc'::name !~* 'abc'::text
    boolean	f
'abc'::name !~* 'Hello, World'::text
    boolean	t
''::name !~* 'abc'::text
    boolean	t
'abc'::name !~* ''::text
    boolean	f
''::name !~* ' b '::text
    boolean	t
'abc'::name !~* '1'::text
    boolean	t
'abc'::name !~* NULL::text
    boolean	<NULL>
'a'::text !~* '1'::text
    boolean	t
''::text !~* 'Hello, World'::text
    boolean	t
'1'::text !~* 'äöü€'::text
    boolean	t
'%a_'::text !~* '%a_'::text
    boolean	f
''::text !~* '%a_'::text
    boolean	t
'abc'::text !~* 'äöü€'::text
    boolean	t
'1'::text !~* ' b '::text
    boolean	t
'abc'::text !~* NULL::text
    boolean	<NULL>
'\x00'::bytea !~~ '\x00'::bytea
    boolean	f
'\x00ff61'::bytea !~~ ''::bytea
    boolean	t
'\x00'::bytea !~~ ''::bytea
    boolean	t
'\x00ff61'::bytea !~~ NULL::bytea
    boolean	<NULL>
'\x00ff61'::bytea !~~ '\x00'::bytea
    boolean	t
'\x00'::bytea !~~ '\x00ff61'::bytea
    boolean	t
''::bytea !~~ '\x00'::bytea
    boolean	t
''::bytea !~~ NULL::bytea
    boolean	<NULL>
'a'::bpchar !~~ 'abc'::text
    boolean	t
''::bpchar !~~ 'a'::text
    boolean	t
''::bpchar !~~ 'abc'::text
    boolean	t
'ab'::char(4) !~~ 'abc'::text
    boolean	t
'a'::bpchar !~~ 'Hello, World'::text
    boolean	t
''::bpchar !~~ ' b '::text
    boolean	t
'a'::bpchar !~~ 'a'::text
    boolean	f
'ab'::char(4) !~~ 'Hello, World'::text
    boolean	t
''::name !~~ 'a'::text
    boolean	t
'abc'::name !~~ 'Hello, World'::text
    boolean	t
''::name !~~ 'äöü€'::text
    boolean	t
'abc'::name !~~ 'a'::text
    boolean	t
''::name !~~ 'Hello, World'::text
    boolean	t
'abc'::name !~~ 'abc'::text
    boolean	f
''::name !~~ NULL::text
    boolean	<NULL>
'abc'::name !~~ ''::text
    boolean	t
' b '::text !~~ '1'::text
    boolean	t
'Hello, World'::text !~~ 'a'::text
    boolean	t
'äöü€'::text !~~ '1'::text
    boolean	t
' b '::text !~~ NULL::text
    boolean	<NULL>
'1'::text !~~ 'a'::text
    boolean	t
'abc'::text !~~ 'a'::text
    boolean	t
'a'::text !~~ 'abc'::text
    boolean	t
NULL::text !~~ NULL::text
    boolean	<NULL>
'ab'::char(4) !~~* ' b '::text
    boolean	t
''::bpchar !~~* 'a'::text
    boolean	t
''::bpchar !~~* ' b '::text
    boolean	t
''::bpchar !~~* ''::text
    boolean	f
'a'::bpchar !~~* '1'::text
    boolean	t
'ab'::char(4) !~~* ''::text
    boolean	t
''::bpchar !~~* '1'::text
    boolean	t
'ab'::char(4) !~~* 'abc'::text
    boolean	t
''::name !~~* '1'::text
    boolean	t
'abc'::name !~~* 'abc'::text
    boolean	f
'abc'::name !~~* 'a'::text
    boolean	t
''::name !~~* 'a'::text
    boolean	t
''::name !~~* NULL::text
    boolean	<NULL>
''::name !~~* 'abc'::text
    boolean	t
'abc'::name !~~* 'äöü€'::text
    boolean	t
'abc'::name !~~* NULL::text
    boolean	<NULL>
'abc'::text !~~* '1'::text
    boolean	t
'Hello, World'::text !~~* '%a_'::text
    boolean	t
'%a_'::text !~~* 'äöü€'::text
    boolean	t
' b '::text !~~* 'abc'::text
    boolean	t
' b '::text !~~* 'äöü€'::text
    boolean	t
''::text !~~* ''::text
    boolean	f
'äöü€'::text !~~* 'Hello, World'::text
    boolean	t
'äöü€'::text !~~* 'äöü€'::text
    boolean	f
like('Hello, World'::text, 'abc'::text)
    boolean	f
like('Hello, World'::text, NULL::text)
    boolean	<NULL>
like('Hello, World'::text, 'äöü€'::text)
    boolean	f
like(NULL::text, 'abc'::text)
    boolean	<NULL>
like('%a_'::text, ' b '::text)
    boolean	f
like('1'::text, ''::text)
    boolean	f
like('äöü€'::text, '1'::text)
    boolean	f
like('1'::text, ' b '::text)
    boolean	f
like_escape('1'::text, 'a'::text)
    text	1
like_escape(''::text, 'äöü€'::text)
    !22025
like_escape(''::text, 'a'::text)
    text	
like_escape('%a_'::text, 'abc'::text)
    !22025
like_escape('Hello, World'::text, '1'::text)
    text	Hello, World
like_escape(' b '::text, ' b '::text)
    !22025
like_escape('abc'::text, ''::text)
    text	abc
like_escape(' b '::text, 'a'::text)
    text	 b 
notlike('äöü€'::text, 'abc'::text)
    boolean	t
notlike('1'::text, 'abc'::text)
    boolean	t
notlike('äöü€'::text, 'a'::text)
    boolean	t
notlike(NULL::text, '%a_'::text)
    boolean	<NULL>
notlike('1'::text, 'Hello, World'::text)
    boolean	t
notlike('%a_'::text, 'Hello, World'::text)
    boolean	t
notlike(' b '::text, NULL::text)
    boolean	<NULL>
notlike('äöü€'::text, 'Hello, World'::text)
    boolean	t
regexp_count('%a_'::text, 'äöü€'::text)
    integer	0
regexp_count('a'::text, ' b '::text)
    integer	0
regexp_count(' b '::text, ' b '::text)
    integer	1
regexp_count('äöü€'::text, 'Hello, World'::text)
    integer	0
regexp_count('1'::text, 'äöü€'::text)
    integer	0
regexp_count('Hello, World'::text, ' b '::text)
    integer	0
regexp_count(''::text, '1'::text)
    integer	0
regexp_count('1'::text, 'abc'::text)
    integer	0
regexp_count(''::text, ' b '::text, NULL::int4)
    integer	<NULL>
regexp_count('a'::text, ' b '::text, 2)
    integer	0
regexp_count('1'::text, 'abc'::text, 0)
    !22023
regexp_count('äöü€'::text, NULL::text, -1)
    integer	<NULL>
regexp_count('äöü€'::text, 'abc'::text, 5)
    integer	0
regexp_count('äöü€'::text, ''::text, 0)
    !22023
regexp_count(NULL::text, 'abc'::text, -1)
    integer	<NULL>
regexp_count('%a_'::text, '1'::text, (-2147483648))
    !22023
regexp_count('Hello, World'::text, 'Hello, World'::text, 5, '1'::text)
    !22023
regexp_count('1'::text, '1'::text, 2, ' b '::text)
    !22023
regexp_count('Hello, World'::text, 'Hello, World'::text, -1, 'äöü€'::text)
    !22023
regexp_count('Hello, World'::text, 'a'::text, 2, 'äöü€'::text)
    !22023
regexp_count('abc'::text, 'Hello, World'::text, 2, NULL::text)
    integer	<NULL>
regexp_count('abc'::text, '%a_'::text, (-2147483648), '%a_'::text)
    !22023
regexp_count('%a_'::text, ' b '::text, 2147483647, NULL::text)
    integer	<NULL>
regexp_count('äöü€'::text, 'a'::text, NULL::int4, '%a_'::text)
    integer	<NULL>
regexp_instr('Hello, World'::text, 'äöü€'::text)
    integer	0
regexp_instr(''::text, '1'::text)
    integer	0
regexp_instr('a'::text, '%a_'::text)
    integer	0
regexp_instr(' b '::text, 'a'::text)
    integer	0
regexp_instr(''::text, '%a_'::text)
    integer	0
regexp_instr('Hello, World'::text, 'abc'::text)
    integer	0
regexp_instr('Hello, World'::text, 'Hello, World'::text)
    integer	1
regexp_instr('a'::text, NULL::text)
    integer	<NULL>
regexp_instr(''::text, '1'::text, 0)
    !22023
regexp_instr('abc'::text, NULL::text, (-2147483648))
    integer	<NULL>
regexp_instr('%a_'::text, 'abc'::text, 5)
    integer	0
regexp_instr(' b '::text, 'a'::text, 2147483647)
    integer	0
regexp_instr('Hello, World'::text, 'äöü€'::text, 0)
    !22023
regexp_instr('abc'::text, '1'::text, (-2147483648))
    !22023
regexp_instr('a'::text, ''::text, 2147483647)
    integer	0
regexp_instr(' b '::text, '1'::text, NULL::int4)
    integer	<NULL>
regexp_instr('abc'::text, 'Hello, World'::text, 0, 0)
    !22023
regexp_instr(NULL::text, ' b '::text, 2, 1)
    integer	<NULL>
regexp_instr('a'::text, 'äöü€'::text, 5, -1)
    !22023
regexp_instr(NULL::text, '1'::text, 1, (-2147483648))
    integer	<NULL>
regexp_instr('1'::text, '%a_'::text, 1, 0)
    !22023
regexp_instr(''::text, 'a'::text, 2, 2)
    integer	0
regexp_instr('a'::text, '1'::text, 0, 1)
    !22023
regexp_instr('Hello, World'::text, 'Hello, World'::text, -1, (-2147483648))
    !22023
regexp_instr(''::text, ''::text, (-2147483648), 1, 2)
    !22023
regexp_instr('1'::text, 'Hello, World'::text, -1, 0, 5)
    !22023
regexp_instr('abc'::text, NULL::text, 2, 5, 5)
    integer	<NULL>
regexp_instr('1'::text, '1'::text, (-2147483648), 1, 2)
    !22023
regexp_instr('Hello, World'::text, NULL::text, 5, NULL::int4, 1)
    integer	<NULL>
regexp_instr(''::text, '1'::text, 2147483647, (-2147483648), 2)
    !22023
regexp_instr('Hello, World'::text, 'a'::text, 5, 0, 1)
    !22023
regexp_instr('Hello, World'::text, 'äöü€'::text, 0, (-2147483648), (-2147483648))
    !22023
regexp_instr('abc'::text, 'a'::text, 0, 1, -1, ''::text)
    !22023
regexp_instr('1'::text, ''::text, 5, 2, 2, '1'::text)
    !22023
regexp_instr(''::text, NULL::text, NULL::int4, 1, 5, '1'::text)
    integer	<NULL>
regexp_instr('Hello, World'::text, 'äöü€'::text, 5, 2147483647, -1, '1'::text)
    !22023
regexp_instr('%a_'::text, ''::text, -1, 2147483647, 2, 'äöü€'::text)
    !22023
regexp_instr('Hello, World'::text, ''::text, 2, (-2147483648), -1, ''::text)
    !22023
regexp_instr(' b '::text, ' b '::text, (-2147483648), 5, 2147483647, 'äöü€'::text)
    !22023
regexp_instr('a'::text, 'abc'::text, 2147483647, 0, 0, 'abc'::text)
    !22023
regexp_instr('äöü€'::text, ' b '::text, 1, 5, NULL::int4, 'Hello, World'::text, 2147483647)
    integer	<NULL>
regexp_instr(NULL::text, '1'::text, (-2147483648), NULL::int4, 2, 'a'::text, 2)
    integer	<NULL>
regexp_instr('äöü€'::text, '1'::text, 1, 5, 1, 'Hello, World'::text, 2147483647)
    !22023
regexp_instr('1'::text, '1'::text, 5, 5, -1, NULL::text, 0)
    integer	<NULL>
regexp_instr(NULL::text, ' b '::text, 1, (-2147483648), 2147483647, ' b '::text, 2147483647)
    integer	<NULL>
regexp_instr('%a_'::text, '1'::text, 5, (-2147483648), -1, 'a'::text, -1)
    !22023
regexp_instr('Hello, World'::text, NULL::text, 0, -1, -1, NULL::text, 5)
    integer	<NULL>
regexp_instr('äöü€'::text, ' b '::text, 0, 5, NULL::int4, 'äöü€'::text, 2147483647)
    integer	<NULL>
regexp_like(NULL::text, '%a_'::text)
    boolean	<NULL>
regexp_like(NULL::text, 'a'::text)
    boolean	<NULL>
regexp_like('Hello, World'::text, ''::text)
    boolean	t
regexp_like('%a_'::text, '%a_'::text)
    boolean	t
regexp_like('%a_'::text, 'Hello, World'::text)
    boolean	f
regexp_like('äöü€'::text, NULL::text)
    boolean	<NULL>
regexp_like('äöü€'::text, '%a_'::text)
    boolean	f
regexp_like('Hello, World'::text, 'a'::text)
    boolean	f
regexp_like('1'::text, 'Hello, World'::text, '1'::text)
    !22023
regexp_like('%a_'::text, 'a'::text, 'äöü€'::text)
    !22023
regexp_like('äöü€'::text, ' b '::text, NULL::text)
    boolean	<NULL>
regexp_like('äöü€'::text, ''::text, 'a'::text)
    !22023
regexp_like('1'::text, NULL::text, 'abc'::text)
    boolean	<NULL>
regexp_like(NULL::text, 'abc'::text, ' b '::text)
    boolean	<NULL>
regexp_like(' b '::text, 'a'::text, ' b '::text)
    !22023
regexp_like('%a_'::text, '1'::text, ''::text)
    boolean	f
regexp_match(''::text, 'a'::text)
    text[]	<NULL>
regexp_match(NULL::text, 'äöü€'::text)
    text[]	<NULL>
regexp_match(''::text, '1'::text)
    text[]	<NULL>
regexp_match('Hello, World'::text, '1'::text)
    text[]	<NULL>
regexp_match(''::text, ' b '::text)
    text[]	<NULL>
regexp_match(' b '::text, ' b '::text)
    text[]	{" b "}
regexp_match('1'::text, 'äöü€'::text)
    text[]	<NULL>
regexp_match(NULL::text, '%a_'::text)
    text[]	<NULL>
regexp_match(''::text, 'Hello, World'::text, 'a'::text)
    !22023
regexp_match(' b '::text, ' b '::text, ''::text)
    text[]	{" b "}
regexp_match('abc'::text, NULL::text, ' b '::text)
    text[]	<NULL>
regexp_match('1'::text, ''::text, 'abc'::text)
    !22023
regexp_match('%a_'::text, '%a_'::text, ' b '::text)
    !22023
regexp_match('abc'::text, '1'::text, 'äöü€'::text)
    !22023
regexp_match(''::text, 'Hello, World'::text, NULL::text)
    text[]	<NULL>
regexp_match(' b '::text, 'a'::text, '1'::text)
    !22023
regexp_replace('abc'::text, 'Hello, World'::text, 'Hello, World'::text)
    text	abc
regexp_replace(NULL::text, '1'::text, 'äöü€'::text)
    text	<NULL>
regexp_replace('1'::text, ''::text, 'abc'::text)
    text	abc1
regexp_replace(' b '::text, ''::text, ' b '::text)
    text	 b  b 
regexp_replace('%a_'::text, '1'::text, ' b '::text)
    text	%a_
regexp_replace('1'::text, '1'::text, '%a_'::text)
    text	%a_
regexp_replace(NULL::text, ' b '::text, 'abc'::text)
    text	<NULL>
regexp_replace('Hello, World'::text, NULL::text, 'abc'::text)
    text	<NULL>
regexp_replace('äöü€'::text, 'äöü€'::text, 'äöü€'::text, (-2147483648))
    !22023
regexp_replace('%a_'::text, ''::text, ''::text, 1)
    text	%a_
regexp_replace('%a_'::text, '1'::text, '1'::text, 1)
    text	%a_
regexp_replace('Hello, World'::text, ' b '::text, '1'::text, 2)
    text	Hello, World
regexp_replace('%a_'::text, 'abc'::text, '%a_'::text, 5)
    text	%a_
regexp_replace('%a_'::text, '1'::text, 'abc'::text, (-2147483648))
    !22023
regexp_replace(''::text, NULL::text, NULL::text, 2147483647)
    text	<NULL>
regexp_replace('a'::text, '%a_'::text, 'Hello, World'::text, -1)
    !22023
regexp_replace('1'::text, 'a'::text, ' b '::text, -1, 5)
    !22023
regexp_replace(' b '::text, '%a_'::text, ''::text, 5, 5)
    text	 b 
regexp_replace('abc'::text, 'Hello, World'::text, 'abc'::text, (-2147483648), 5)
    !22023
regexp_replace(' b '::text, NULL::text, '1'::text, 5, 2147483647)
    text	<NULL>
regexp_replace(' b '::text, '%a_'::text, NULL::text, NULL::int4, 0)
    text	<NULL>
regexp_replace(' b '::text, 'abc'::text, ' b '::text, 5, (-2147483648))
    !22023
regexp_replace(' b '::text, 'Hello, World'::text, ''::text, -1, 2147483647)
    !22023
regexp_replace('%a_'::text, ''::text, '1'::text, NULL::int4, NULL::int4)
    text	<NULL>
regexp_replace(' b '::text, 'abc'::text, '1'::text, 1, -1, NULL::text)
    text	<NULL>
regexp_replace('äöü€'::text, ''::text, 'äöü€'::text, NULL::int4, 1, ' b '::text)
    text	<NULL>
regexp_replace(' b '::text, '%a_'::text, 'äöü€'::text, 2147483647, 1, '%a_'::text)
    !22023
regexp_replace(' b '::text, '1'::text, '%a_'::text, 5, -1, 'äöü€'::text)
    !22023
regexp_replace('%a_'::text, '1'::text, 'abc'::text, -1, NULL::int4, '1'::text)
    text	<NULL>
regexp_replace('abc'::text, 'a'::text, NULL::text, -1, 2147483647, 'abc'::text)
    text	<NULL>
regexp_replace('Hello, World'::text, 'Hello, World'::text, '1'::text, 0, 1, '1'::text)
    !22023
regexp_replace('Hello, World'::text, NULL::text, 'Hello, World'::text, 2, NULL::int4, 'abc'::text)
    text	<NULL>
regexp_replace('Hello, World'::text, 'abc'::text, 'abc'::text, ''::text)
    text	Hello, World
regexp_replace('%a_'::text, 'äöü€'::text, 'Hello, World'::text, ' b '::text)
    !22023
regexp_replace(' b '::text, 'a'::text, 'Hello, World'::text, NULL::text)
    text	<NULL>
regexp_replace('1'::text, '%a_'::text, 'Hello, World'::text, 'äöü€'::text)
    !22023
regexp_replace('%a_'::text, ''::text, ' b '::text, '%a_'::text)
    !22023
regexp_replace('abc'::text, NULL::text, 'abc'::text, ''::text)
    text	<NULL>
regexp_replace('Hello, World'::text, ' b '::text, 'abc'::text, '1'::text)
    !22023
regexp_replace('a'::text, '%a_'::text, 'äöü€'::text, 'äöü€'::text)
    !22023
regexp_split_to_array('a'::text, ' b '::text)
    text[]	{a}
regexp_split_to_array(NULL::text, '%a_'::text)
    text[]	<NULL>
regexp_split_to_array('a'::text, '1'::text)
    text[]	{a}
regexp_split_to_array('abc'::text, 'a'::text)
    text[]	{"",bc}
regexp_split_to_array(NULL::text, ' b '::text)
    text[]	<NULL>
regexp_split_to_array('1'::text, '%a_'::text)
    text[]	{1}
regexp_split_to_array('Hello, World'::text, NULL::text)
    text[]	<NULL>
regexp_split_to_array('Hello, World'::text, 'Hello, World'::text)
    text[]	{"",""}
regexp_split_to_array('Hello, World'::text, ''::text, '1'::text)
    !22023
regexp_split_to_array('1'::text, '1'::text, ''::text)
    text[]	{"",""}
regexp_split_to_array('abc'::text, 'abc'::text, '1'::text)
    !22023
regexp_split_to_array('1'::text, 'äöü€'::text, 'a'::text)
    !22023
regexp_split_to_array('%a_'::text, 'abc'::text, ''::text)
    text[]	{%a_}
regexp_split_to_array(NULL::text, NULL::text, 'a'::text)
    text[]	<NULL>
regexp_split_to_array('äöü€'::text, 'Hello, World'::text, '1'::text)
    !22023
regexp_split_to_array('%a_'::text, 'abc'::text, NULL::text)
    text[]	<NULL>
regexp_substr('abc'::text, 'abc'::text)
    text	abc
regexp_substr('a'::text, ''::text)
    text	
regexp_substr('Hello, World'::text, 'a'::text)
    text	<NULL>
regexp_substr('Hello, World'::text, ' b '::text)
    text	<NULL>
regexp_substr(NULL::text, ''::text)
    text	<NULL>
regexp_substr(NULL::text, NULL::text)
    text	<NULL>
regexp_substr('%a_'::text, ''::text)
    text	
regexp_substr('%a_'::text, ' b '::text)
    text	<NULL>
regexp_substr('a'::text, 'a'::text, 2)
    text	<NULL>
regexp_substr('a'::text, '%a_'::text, NULL::int4)
    text	<NULL>
regexp_substr(NULL::text, ' b '::text, 2)
    text	<NULL>
regexp_substr(' b '::text, 'abc'::text, 5)
    text	<NULL>
regexp_substr('abc'::text, 'Hello, World'::text, 5)
    text	<NULL>
regexp_substr(''::text, 'Hello, World'::text, 2147483647)
    text	<NULL>
regexp_substr(NULL::text, '1'::text, (-2147483648))
    text	<NULL>
regexp_substr('abc'::text, 'a'::text, 2147483647)
    text	<NULL>
regexp_substr('1'::text, 'Hello, World'::text, NULL::int4, 1)
    text	<NULL>
regexp_substr('1'::text, ''::text, 0, (-2147483648))
    !22023
regexp_substr('äöü€'::text, '%a_'::text, 2147483647, 0)
    !22023
regexp_substr('%a_'::text, 'a'::text, NULL::int4, 2147483647)
    text	<NULL>
regexp_substr(''::text, 'abc'::text, 2147483647, 2147483647)
    text	<NULL>
regexp_substr(' b '::text, ' b '::text, NULL::int4, 1)
    text	<NULL>
regexp_substr('a'::text, '%a_'::text, 2147483647, NULL::int4)
    text	<NULL>
regexp_substr('abc'::text, ''::text, -1, -1)
    !22023
regexp_substr('%a_'::text, NULL::text, NULL::int4, NULL::int4, 'äöü€'::text)
    text	<NULL>
regexp_substr('Hello, World'::text, 'äöü€'::text, 1, 0, 'äöü€'::text)
    !22023
regexp_substr('abc'::text, ' b '::text, 5, 1, ' b '::text)
    !22023
regexp_substr('äöü€'::text, ' b '::text, NULL::int4, -1, 'abc'::text)
    text	<NULL>
regexp_substr(''::text, 'abc'::text, NULL::int4, 5, 'a'::text)
    text	<NULL>
regexp_substr(''::text, '1'::text, 2, 2147483647, '1'::text)
    !22023
regexp_substr('a'::text, 'a'::text, -1, (-2147483648), '%a_'::text)
    !22023
regexp_substr(' b '::text, ' b '::text, 0, 0, ''::text)
    !22023
regexp_substr('Hello, World'::text, ' b '::text, NULL::int4, 0, NULL::text, 5)
    text	<NULL>
regexp_substr('abc'::text, 'a'::text, 2, 0, 'abc'::text, -1)
    !22023
regexp_substr('äöü€'::text, 'a'::text, 2147483647, 5, '1'::text, (-2147483648))
    !22023
regexp_substr('a'::text, 'abc'::text, 2147483647, 1, '1'::text, NULL::int4)
    text	<NULL>
regexp_substr('%a_'::text, '1'::text, (-2147483648), (-2147483648), 'Hello, World'::text, NULL::int4)
    text	<NULL>
regexp_substr('%a_'::text, '%a_'::text, -1, 5, 'abc'::text, (-2147483648))
    !22023
regexp_substr('Hello, World'::text, ''::text, NULL::int4, 5, 'Hello, World'::text, 5)
    text	<NULL>
regexp_substr('äöü€'::text, '1'::text, 5, 2, ' b '::text, (-2147483648))
    !22023
similar_escape('Hello, World'::text, 'Hello, World'::text)
    !22025
similar_escape('abc'::text, NULL::text)
    text	^(?:abc)$
similar_escape('1'::text, 'a'::text)
    text	^(?:1)$
similar_escape('a'::text, '1'::text)
    text	^(?:a)$
similar_escape('abc'::text, '1'::text)
    text	^(?:abc)$
similar_escape('Hello, World'::text, 'abc'::text)
    !22025
similar_escape('1'::text, 'Hello, World'::text)
    !22025
similar_escape(''::text, 'abc'::text)
    !22025
similar_to_escape(NULL::text)
    text	<NULL>
similar_to_escape('abc'::text)
    text	^(?:abc)$
similar_to_escape('Hello, World'::text)
    text	^(?:Hello, World)$
similar_to_escape('1'::text)
    text	^(?:1)$
similar_to_escape(' b '::text)
    text	^(?: b )$
similar_to_escape('%a_'::text)
    text	^(?:.*a.)$
similar_to_escape('a'::text)
    text	^(?:a)$
similar_to_escape(''::text)
    text	^(?:)$
similar_to_escape('%a_'::text, ''::text)
    text	^(?:.*a.)$
similar_to_escape(NULL::text, 'abc'::text)
    text	<NULL>
similar_to_escape('Hello, World'::text, NULL::text)
    text	<NULL>
similar_to_escape(''::text, NULL::text)
    text	<NULL>
similar_to_escape('äöü€'::text, '%a_'::text)
    !22025
similar_to_escape('a'::text, 'a'::text)
    text	^(?:)$
similar_to_escape('a'::text, 'abc'::text)
    !22025
similar_to_escape(' b '::text, '%a_'::text)
    !22025
substring(''::text, 'abc'::text)
    text	<NULL>
substring(' b '::text, 'äöü€'::text)
    text	<NULL>
substring(' b '::text, '1'::text)
    text	<NULL>
substring('%a_'::text, NULL::text)
    text	<NULL>
substring('äöü€'::text, ''::text)
    text	
substring(NULL::text, 'äöü€'::text)
    text	<NULL>
substring('äöü€'::text, 'abc'::text)
    text	<NULL>
substring(''::text, 'äöü€'::text)
    text	<NULL>
substring(' b '::text, '1'::text, NULL::text)
    text	<NULL>
substring('äöü€'::text, 'a'::text, 'abc'::text)
    !22025
substring(NULL::text, '1'::text, '1'::text)
    text	<NULL>
substring('1'::text, ''::text, 'a'::text)
    text	<NULL>
substring('abc'::text, NULL::text, '%a_'::text)
    text	<NULL>
substring('%a_'::text, 'Hello, World'::text, 'abc'::text)
    !22025
substring('a'::text, 'äöü€'::text, '1'::text)
    text	<NULL>
substring('a'::text, '1'::text, ' b '::text)
    !22025
''::bpchar ~ '1'::text
    boolean	f
'ab'::char(4) ~ 'äöü€'::text
    boolean	f
'a'::bpchar ~ NULL::text
    boolean	<NULL>
'a'::bpchar ~ ''::text
    boolean	t
'a'::bpchar ~ '%a_'::text
    boolean	f
''::bpchar ~ NULL::text
    boolean	<NULL>
''::bpchar ~ 'abc'::text
    boolean	f
'ab'::char(4) ~ ' b '::text
    boolean	f
'abc'::name ~ ' b '::text
    boolean	f
''::name ~ ' b '::text
    boolean	f
'abc'::name ~ '%a_'::text
    boolean	f
''::name ~ NULL::text
    boolean	<NULL>
''::name ~ '%a_'::text
    boolean	f
''::name ~ 'Hello, World'::text
    boolean	f
''::name ~ ''::text
    boolean	t
'abc'::name ~ 'Hello, World'::text
    boolean	f
NULL::text ~ '1'::text
    boolean	<NULL>
NULL::text ~ ''::text
    boolean	<NULL>
'abc'::text ~ '%a_'::text
    boolean	f
'a'::text ~ 'Hello, World'::text
    boolean	f
'Hello, World'::text ~ NULL::text
    boolean	<NULL>
'1'::text ~ 'Hello, World'::text
    boolean	f
'a'::text ~ 'a'::text
    boolean	t
'abc'::text ~ 'abc'::text
    boolean	t
''::bpchar ~* ' b '::text
    boolean	f
'ab'::char(4) ~* '%a_'::text
    boolean	f
'ab'::char(4) ~* '1'::text
    boolean	f
'ab'::char(4) ~* 'a'::text
    boolean	t
'ab'::char(4) ~* ' b '::text
    boolean	f
'a'::bpchar ~* 'Hello, World'::text
    boolean	f
''::bpchar ~* '1'::text
    boolean	f
'ab'::char(4) ~* NULL::text
    boolean	<NULL>
'abc'::name ~* 'äöü€'::text
    boolean	f
'abc'::name ~* 'abc'::text
    boolean	t
''::name ~* 'Hello, World'::text
    boolean	f
''::name ~* ' b '::text
    boolean	f
''::name ~* '%a_'::text
    boolean	f
'abc'::name ~* ''::text
    boolean	t
''::name ~* 'äöü€'::text
    boolean	f
''::name ~* ''::text
    boolean	t
'a'::text ~* NULL::text
    boolean	<NULL>
'a'::text ~* '%a_'::text
    boolean	f
' b '::text ~* 'a'::text
    boolean	f
'%a_'::text ~* '1'::text
    boolean	f
'1'::text ~* 'Hello, World'::text
    boolean	f
'Hello, World'::text ~* 'Hello, World'::text
    boolean	t
NULL::text ~* 'abc'::text
    boolean	<NULL>
'äöü€'::text ~* 'Hello, World'::text
    boolean	f
'\x00ff61'::bytea ~~ '\x00ff61'::bytea
    boolean	t
'\x00'::bytea ~~ NULL::bytea
    boolean	<NULL>
'\x00ff61'::bytea ~~ NULL::bytea
    boolean	<NULL>
'\x00'::bytea ~~ '\x00'::bytea
    boolean	t
'\x616263'::bytea ~~ NULL::bytea
    boolean	<NULL>
'\x00'::bytea ~~ '\x00ff61'::bytea
    boolean	f
'\x00'::bytea ~~ ''::bytea
    boolean	f
NULL::bytea ~~ ''::bytea
    boolean	<NULL>
'a'::bpchar ~~ ''::text
    boolean	f
'ab'::char(4) ~~ 'äöü€'::text
    boolean	f
'ab'::char(4) ~~ ' b '::text
    boolean	f
'a'::bpchar ~~ 'abc'::text
    boolean	f
'a'::bpchar ~~ 'Hello, World'::text
    boolean	f
''::bpchar ~~ 'Hello, World'::text
    boolean	f
'a'::bpchar ~~ NULL::text
    boolean	<NULL>
'ab'::char(4) ~~ 'Hello, World'::text
    boolean	f
'abc'::name ~~ ''::text
    boolean	f
''::name ~~ 'abc'::text
    boolean	f
''::name ~~ '1'::text
    boolean	f
''::name ~~ 'äöü€'::text
    boolean	f
'abc'::name ~~ NULL::text
    boolean	<NULL>
'abc'::name ~~ ' b '::text
    boolean	f
''::name ~~ '%a_'::text
    boolean	f
''::name ~~ ''::text
    boolean	t
'a'::text ~~ 'äöü€'::text
    boolean	f
'äöü€'::text ~~ NULL::text
    boolean	<NULL>
NULL::text ~~ 'abc'::text
    boolean	<NULL>
NULL::text ~~ 'äöü€'::text
    boolean	<NULL>
'abc'::text ~~ 'Hello, World'::text
    boolean	f
'1'::text ~~ 'äöü€'::text
    boolean	f
'1'::text ~~ ' b '::text
    boolean	f
' b '::text ~~ 'a'::text
    boolean	f
'a'::bpchar ~~* 'a'::text
    boolean	t
''::bpchar ~~* NULL::text
    boolean	<NULL>
'ab'::char(4) ~~* ' b '::text
    boolean	f
''::bpchar ~~* 'äöü€'::text
    boolean	f
'ab'::char(4) ~~* 'a'::text
    boolean	f
'ab'::char(4) ~~* 'Hello, World'::text
    boolean	f
'ab'::char(4) ~~* '1'::text
    boolean	f
'a'::bpchar ~~* '%a_'::text
    boolean	f
'abc'::name ~~* 'a'::text
    boolean	f
'abc'::name ~~* 'äöü€'::text
    boolean	f
''::name ~~* '%a_'::text
    boolean	f
''::name ~~* ''::text
    boolean	t
'abc'::name ~~* ''::text
    boolean	f
''::name ~~* '1'::text
    boolean	f
'abc'::name ~~* ' b '::text
    boolean	f
'abc'::name ~~* 'abc'::text
    boolean	t
'äöü€'::text ~~* ' b '::text
    boolean	f
'Hello, World'::text ~~* 'äöü€'::text
    boolean	f
''::text ~~* 'abc'::text
    boolean	f
' b '::text ~~* '1'::text
    boolean	f
' b '::text ~~* 'Hello, World'::text
    boolean	f
'1'::text ~~* 'äöü€'::text
    boolean	f
'abc'::text ~~* 'abc'::text
    boolean	t
'%a_'::text ~~* ' b '::text
    boolean	f
bit_count(''::bytea)
    bigint	0
bit_count('\x00'::bytea)
    bigint	0
bit_count('\x00ff61'::bytea)
    bigint	11
bit_count('\x616263'::bytea)
    bigint	10
bit_count(NULL::bytea)
    bigint	<NULL>
decode('a\\000', 'escape')
    bytea	\\x615c303030
decode('YWJj', 'hex')
    !22023
decode('00ff', 'base64')
    bytea	\\xd347df
decode('0', 'x')
    !22023
decode('0', 'base64')
    !22023
decode('zz', 'escape')
    bytea	\\x7a7a
decode('YWJj', 'escape')
    bytea	\\x59574a6a
decode('YWJ', 'escape')
    bytea	\\x59574a
encode('\x616263'::bytea, 'escape')
    text	abc
encode('\x00ff61'::bytea, 'base64')
    text	AP9h
encode('\x00ff61'::bytea, 'hex')
    text	00ff61
encode(''::bytea, 'x')
    !22023
encode(''::bytea, 'hex')
    text	
encode('\x00ff61'::bytea, 'escape')
    text	\\000\\377a
encode('\x00'::bytea, 'x')
    !22023
encode(NULL::bytea, 'escape')
    text	<NULL>
get_bit('\x00'::bytea, 1::int8)
    integer	0
get_bit(NULL::bytea, (-9223372036854775808)::int8)
    integer	<NULL>
get_bit('\x00ff61'::bytea, 7::int8)
    integer	0
get_bit(''::bytea, 7::int8)
    !2202E
get_bit(''::bytea, 1::int8)
    !2202E
get_bit(''::bytea, (-1)::int8)
    !2202E
get_bit(NULL::bytea, 0::int8)
    integer	<NULL>
get_bit('\x00'::bytea, 9223372036854775807)
    !2202E
get_byte('\x616263'::bytea, 0)
    integer	97
get_byte(NULL::bytea, 5)
    integer	<NULL>
get_byte(''::bytea, 2147483647)
    !2202E
get_byte(''::bytea, 0)
    !2202E
get_byte(''::bytea, NULL::int4)
    integer	<NULL>
get_byte(''::bytea, 2)
    !2202E
get_byte('\x00'::bytea, 5)
    !2202E
get_byte('\x00ff61'::bytea, 1)
    integer	255
md5(''::bytea)
    text	d41d8cd98f00b204e9800998ecf8427e
md5('\x00'::bytea)
    text	93b885adfe0da089cdf634904fd59f71
md5('\x00ff61'::bytea)
    text	1687359964b1f18e7f019eee9d5f5465
md5('\x616263'::bytea)
    text	900150983cd24fb0d6963f7d28e17f72
md5(NULL::bytea)
    text	<NULL>
md5('%a_'::text)
    text	4eae1fd94002ed8720b348d34fa688cb
md5('äöü€'::text)
    text	e007eea4feeb2395edae496b07d09de5
md5('a'::text)
    text	0cc175b9c0f1b6a831c399e269772661
md5(' b '::text)
    text	301d251459701f60c27be3229f1c4122
md5('abc'::text)
    text	900150983cd24fb0d6963f7d28e17f72
md5(NULL::text)
    text	<NULL>
md5('1'::text)
    text	c4ca4238a0b923820dcc509a6f75849b
md5('Hello, World'::text)
    text	82bb413746aee42f89dea2b59614f9ef
set_bit(NULL::bytea, NULL::int8, 0)
    bytea	<NULL>
set_bit(NULL::bytea, (-9223372036854775808)::int8, 5)
    bytea	<NULL>
set_bit('\x00ff61'::bytea, 1::int8, 0)
    bytea	\\x00ff61
set_bit(''::bytea, 0::int8, 1)
    !2202E
set_bit(NULL::bytea, 7::int8, 2147483647)
    bytea	<NULL>
set_bit(''::bytea, NULL::int8, 2)
    bytea	<NULL>
set_bit('\x00'::bytea, (-9223372036854775808)::int8, 5)
    !2202E
set_bit('\x00'::bytea, 7::int8, -1)
    !22023
set_byte(''::bytea, -1, 2)
    !2202E
set_byte(''::bytea, 5, 2147483647)
    !2202E
set_byte('\x00'::bytea, 2, 2147483647)
    !2202E
set_byte('\x00ff61'::bytea, 5, -1)
    !2202E
set_byte('\x00ff61'::bytea, 1, 5)
    bytea	\\x000561
set_byte(''::bytea, (-2147483648), (-2147483648))
    !2202E
set_byte('\x616263'::bytea, -1, 0)
    !2202E
set_byte(NULL::bytea, 2, 1)
    bytea	<NULL>
sha224(''::bytea)
    bytea	\\xd14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f
sha224('\x00'::bytea)
    bytea	\\xfff9292b4201617bdc4d3053fce02734166a683d7d858a7f5f59b073
sha224('\x00ff61'::bytea)
    bytea	\\x7fda09cee7a687a123028f389b03771b09204a2ec5e768b47e5e8050
sha224('\x616263'::bytea)
    bytea	\\x23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7
sha224(NULL::bytea)
    bytea	<NULL>
sha256(''::bytea)
    bytea	\\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
sha256('\x00'::bytea)
    bytea	\\x6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
sha256('\x00ff61'::bytea)
    bytea	\\xda8509555ad27dac0593c6952d947eff96058cb6e81376f852f54ef9caf7e652
sha256('\x616263'::bytea)
    bytea	\\xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
sha256(NULL::bytea)
    bytea	<NULL>
sha384(''::bytea)
    bytea	\\x38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b
sha384('\x00'::bytea)
    bytea	\\xbec021b4f368e3069134e012c2b4307083d3a9bdd206e24e5f0d86e13d6636655933ec2b413465966817a9c208a11717
sha384('\x00ff61'::bytea)
    bytea	\\xfa88b518db50d797b4c18e06effae86012815943bc3e431e156b7a0cb5da83edfd7df3d2e7a4e2700dae905ec3a8ec8a
sha384('\x616263'::bytea)
    bytea	\\xcb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7
sha384(NULL::bytea)
    bytea	<NULL>
sha512(''::bytea)
    bytea	\\xcf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
sha512('\x00'::bytea)
    bytea	\\xb8244d028981d693af7b456af8efa4cad63d282e19ff14942c246e50d9351d22704a802a71c3580b6370de4ceb293c324a8423342557d4e5c38438f0e36910ee
sha512('\x00ff61'::bytea)
    bytea	\\x159bfdbd5cc7cace2a142af1bc78dd47227a2b90b564a4d750b97beb5d54135bd5ae4113f7d51648c084a11353fdcc69a2e8ae4d68a69ee2ae123be61da828bd
sha512('\x616263'::bytea)
    bytea	\\xddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
sha512(NULL::bytea)
    bytea	<NULL>
0::float8 * '40 days 25:00'::interval
    interval	00:00:00
(-2.25)::float8 * '1 day -00:00:01'::interval
    interval	-2 days -05:59:57.75
1e308::float8 * '100000 hours'::interval
    !22008
1.5::float8 * '1 year 2 mons 3 days 04:05:06.789'::interval
    interval	1 year 9 mons 4 days 18:07:40.1835
0.1::float8 * '1 year 2 mons 3 days 04:05:06.789'::interval
    interval	1 mon 12 days 07:36:30.6789
'NaN'::float8 * '1 day -00:00:01'::interval
    !22008
'-0'::float8 * '1 day -00:00:01'::interval
    interval	00:00:00
1.5::float8 * '1 day -00:00:01'::interval
    interval	1 day 11:59:58.5
'1 day -00:00:01'::interval * 0::float8
    interval	00:00:00
'1 day -00:00:01'::interval * NULL::float8
    interval	<NULL>
'-1 mon'::interval * 0::float8
    interval	00:00:00
'-1 mon'::interval * NULL::float8
    interval	<NULL>
'1 year 2 mons 3 days 04:05:06.789'::interval * 1.5::float8
    interval	1 year 9 mons 4 days 18:07:40.1835
'0'::interval * '-Infinity'::float8
    !22008
'40 days 25:00'::interval * 1.5::float8
    interval	60 days 37:30:00
'1 year 2 mons 3 days 04:05:06.789'::interval * 0.1::float8
    interval	1 mon 12 days 07:36:30.6789
'1969-12-31'::date + -1
    date	1969-12-30
'-infinity'::date + (-2147483648)
    date	-infinity
'2000-01-01'::date + 0
    date	2000-01-01
'-infinity'::date + 0
    date	-infinity
'1969-12-31'::date + NULL::int4
    date	<NULL>
'0044-03-15 BC'::date + (-2147483648)
    !22008
'infinity'::date + -1
    date	infinity
'0044-03-15 BC'::date + NULL::int4
    date	<NULL>
5 + '2024-02-29'::date
    date	2024-03-05
(-2147483648) + '1969-12-31'::date
    !22008
0 + '0044-03-15 BC'::date
    date	0044-03-15 BC
0 + 'infinity'::date
    date	infinity
0 + '1969-12-31'::date
    date	1969-12-31
1 + '2000-01-01'::date
    date	2000-01-02
2147483647 + '0044-03-15 BC'::date
    !22008
-1 + '-infinity'::date
    date	-infinity
'1 day -00:00:01'::interval + '0'::interval
    interval	1 day -00:00:01
'1 day -00:00:01'::interval + '1 day -00:00:01'::interval
    interval	2 days -00:00:02
'40 days 25:00'::interval + '1 year 2 mons 3 days 04:05:06.789'::interval
    interval	1 year 2 mons 43 days 29:05:06.789
'1 day -00:00:01'::interval + '100000 hours'::interval
    interval	1 day 99999:59:59
'100000 hours'::interval + '0'::interval
    interval	100000:00:00
'1 day -00:00:01'::interval + '1 year 2 mons 3 days 04:05:06.789'::interval
    interval	1 year 2 mons 4 days 04:05:05.789
'1 day -00:00:01'::interval + '40 days 25:00'::interval
    interval	41 days 24:59:59
'-1 mon'::interval + '-1 mon'::interval
    interval	-2 mons
'1 year 2 mons 3 days 04:05:06.789'::interval + '00:00'::time
    time without time zone	04:05:06.789
'40 days 25:00'::interval + '24:00'::time
    time without time zone	01:00:00
'0'::interval + '24:00'::time
    time without time zone	00:00:00
'1 year 2 mons 3 days 04:05:06.789'::interval + '12:34:56.5'::time
    time without time zone	16:40:03.289
'-1 mon'::interval + '00:00'::time
    time without time zone	00:00:00
'0'::interval + '00:00'::time
    time without time zone	00:00:00
'-1 mon'::interval + '24:00'::time
    time without time zone	00:00:00
'40 days 25:00'::interval + '12:34:56.5'::time
    time without time zone	13:34:56.5
'00:00'::time + '40 days 25:00'::interval
    time without time zone	01:00:00
'12:34:56.5'::time + '1 day -00:00:01'::interval
    time without time zone	12:34:55.5
'12:34:56.5'::time + '40 days 25:00'::interval
    time without time zone	13:34:56.5
'00:00'::time + '1 day -00:00:01'::interval
    time without time zone	23:59:59
'23:59:59.999999'::time + '1 day -00:00:01'::interval
    time without time zone	23:59:58.999999
'12:34:56.5'::time + '-1 mon'::interval
    time without time zone	12:34:56.5
'12:34:56.5'::time + '100000 hours'::interval
    time without time zone	04:34:56.5
'23:59:59.999999'::time + '100000 hours'::interval
    time without time zone	15:59:59.999999
'-1 mon'::interval + 'infinity'::timestamptz
    timestamp with time zone	infinity
'1 day -00:00:01'::interval + '1999-12-31 12:00+05'::timestamptz
    timestamp with time zone	2000-01-01 06:59:59+00
'40 days 25:00'::interval + '1999-12-31 12:00+05'::timestamptz
    timestamp with time zone	2000-02-10 08:00:00+00
'40 days 25:00'::interval + '2024-02-29 23:59:59.999999+00'::timestamptz
    timestamp with time zone	2024-04-11 00:59:59.999999+00
'1 year 2 mons 3 days 04:05:06.789'::interval + '2024-02-29 23:59:59.999999+00'::timestamptz
    timestamp with time zone	2025-05-03 04:05:06.788999+00
'0'::interval + 'infinity'::timestamptz
    timestamp with time zone	infinity
'1 day -00:00:01'::interval + 'infinity'::timestamptz
    timestamp with time zone	infinity
'0'::interval + '1999-12-31 12:00+05'::timestamptz
    timestamp with time zone	1999-12-31 07:00:00+00
'infinity'::timestamptz + '100000 hours'::interval
    timestamp with time zone	infinity
'infinity'::timestamptz + '-1 mon'::interval
    timestamp with time zone	infinity
'1999-12-31 12:00+05'::timestamptz + '1 year 2 mons 3 days 04:05:06.789'::interval
    timestamp with time zone	2001-03-03 11:05:06.789+00
'2024-02-29 23:59:59.999999+00'::timestamptz + '0'::interval
    timestamp with time zone	2024-02-29 23:59:59.999999+00
'2000-01-01 00:00+00'::timestamptz + '100000 hours'::interval
    timestamp with time zone	2011-05-29 16:00:00+00
'1999-12-31 12:00+05'::timestamptz + '40 days 25:00'::interval
    timestamp with time zone	2000-02-10 08:00:00+00
'infinity'::timestamptz + '1 year 2 mons 3 days 04:05:06.789'::interval
    timestamp with time zone	infinity
'1999-12-31 12:00+05'::timestamptz + '0'::interval
    timestamp with time zone	1999-12-31 07:00:00+00
'infinity'::date + '1 year 2 mons 3 days 04:05:06.789'::interval
    timestamp without time zone	infinity
'1969-12-31'::date + '0'::interval
    timestamp without time zone	1969-12-31 00:00:00
'-infinity'::date + '1 day -00:00:01'::interval
    timestamp without time zone	-infinity
'2000-01-01'::date + '0'::interval
    timestamp without time zone	2000-01-01 00:00:00
'1969-12-31'::date + '100000 hours'::interval
    timestamp without time zone	1981-05-28 16:00:00
'infinity'::date + '40 days 25:00'::interval
    timestamp without time zone	infinity
'-infinity'::date + '100000 hours'::interval
    timestamp without time zone	-infinity
'1969-12-31'::date + '1 day -00:00:01'::interval
    timestamp without time zone	1969-12-31 23:59:59
'2024-02-29'::date + '23:59:59.999999'::time
    timestamp without time zone	2024-02-29 23:59:59.999999
'infinity'::date + '12:34:56.5'::time
    timestamp without time zone	infinity
'2024-02-29'::date + '12:34:56.5'::time
    timestamp without time zone	2024-02-29 12:34:56.5
'0044-03-15 BC'::date + '00:00'::time
    timestamp without time zone	0044-03-15 00:00:00 BC
'-infinity'::date + '23:59:59.999999'::time
    timestamp without time zone	-infinity
'2000-01-01'::date + '00:00'::time
    timestamp without time zone	2000-01-01 00:00:00
'-infinity'::date + '24:00'::time
    timestamp without time zone	-infinity
'infinity'::date + '00:00'::time
    timestamp without time zone	infinity
'-1 mon'::interval + '-infinity'::date
    timestamp without time zone	-infinity
'1 year 2 mons 3 days 04:05:06.789'::interval + '2024-02-29'::date
    timestamp without time zone	2025-05-02 04:05:06.789
'1 day -00:00:01'::interval + '2024-02-29'::date
    timestamp without time zone	2024-02-29 23:59:59
'100000 hours'::interval + '2024-02-29'::date
    timestamp without time zone	2035-07-27 16:00:00
'0'::interval + '0044-03-15 BC'::date
    timestamp without time zone	0044-03-15 00:00:00 BC
'40 days 25:00'::interval + '2024-02-29'::date
    timestamp without time zone	2024-04-10 01:00:00
'100000 hours'::interval + '0044-03-15 BC'::date
    timestamp without time zone	0033-08-10 16:00:00 BC
'0'::interval + '1969-12-31'::date
    timestamp without time zone	1969-12-31 00:00:00
'100000 hours'::interval + '0044-03-15 10:00 BC'::timestamp
    timestamp without time zone	0033-08-11 02:00:00 BC
'0'::interval + '-infinity'::timestamp
    timestamp without time zone	-infinity
'-1 mon'::interval + '2000-01-01 00:00'::timestamp
    timestamp without time zone	1999-12-01 00:00:00
'40 days 25:00'::interval + 'infinity'::timestamp
    timestamp without time zone	infinity
'40 days 25:00'::interval + '0044-03-15 10:00 BC'::timestamp
    timestamp without time zone	0044-04-25 11:00:00 BC
'0'::interval + '0044-03-15 10:00 BC'::timestamp
    timestamp without time zone	0044-03-15 10:00:00 BC
'40 days 25:00'::interval + '1999-12-31 12:00'::timestamp
    timestamp without time zone	2000-02-10 13:00:00
'100000 hours'::interval + '2024-02-29 23:59:59.999999'::timestamp
    timestamp without time zone	2035-07-28 15:59:59.999999
'24:00'::time + 'infinity'::date
    timestamp without time zone	infinity
'00:00'::time + '0044-03-15 BC'::date
    timestamp without time zone	0044-03-15 00:00:00 BC
'00:00'::time + '2024-02-29'::date
    timestamp without time zone	2024-02-29 00:00:00
'23:59:59.999999'::time + '-infinity'::date
    timestamp without time zone	-infinity
'24:00'::time + '0044-03-15 BC'::date
    timestamp without time zone	0044-03-16 00:00:00 BC
'00:00'::time + 'infinity'::date
    timestamp without time zone	infinity
'12:34:56.5'::time + '1969-12-31'::date
    timestamp without time zone	1969-12-31 12:34:56.5
'24:00'::time + '2000-01-01'::date
    timestamp without time zone	2000-01-02 00:00:00
'0044-03-15 10:00 BC'::timestamp + '1 day -00:00:01'::interval
    timestamp without time zone	0044-03-16 09:59:59 BC
'infinity'::timestamp + '-1 mon'::interval
    timestamp without time zone	infinity
'2000-01-01 00:00'::timestamp + '1 year 2 mons 3 days 04:05:06.789'::interval
    timestamp without time zone	2001-03-04 04:05:06.789
'infinity'::timestamp + '1 year 2 mons 3 days 04:05:06.789'::interval
    timestamp without time zone	infinity
'2024-02-29 23:59:59.999999'::timestamp + '100000 hours'::interval
    timestamp without time zone	2035-07-28 15:59:59.999999
'-infinity'::timestamp + '40 days 25:00'::interval
    timestamp without time zone	-infinity
'1999-12-31 12:00'::timestamp + '1 day -00:00:01'::interval
    timestamp without time zone	2000-01-01 11:59:59
'1999-12-31 12:00'::timestamp + '1 year 2 mons 3 days 04:05:06.789'::interval
    timestamp without time zone	2001-03-03 16:05:06.789
'2000-01-01'::date - 0
    date	2000-01-01
'2024-02-29'::date - 2147483647
    !22008
'-infinity'::date - 2147483647
    date	-infinity
'-infinity'::date - 2
    date	-infinity
'1969-12-31'::date - NULL::int4
    date	<NULL>
'2024-02-29'::date - (-2147483648)
    !22008
'1969-12-31'::date - 1
    date	1969-12-30
'-infinity'::date - NULL::int4
    date	<NULL>
'1969-12-31'::date - 'infinity'::date
    !22008
'0044-03-15 BC'::date - '2024-02-29'::date
    integer	-754942
'2000-01-01'::date - '2000-01-01'::date
    integer	0
'1969-12-31'::date - '-infinity'::date
    !22008
'0044-03-15 BC'::date - '1969-12-31'::date
    integer	-735159
'infinity'::date - '0044-03-15 BC'::date
    !22008
'2024-02-29'::date - '-infinity'::date
    !22008
'infinity'::date - '-infinity'::date
    !22008
- '0'::interval
    interval	00:00:00
- '1 year 2 mons 3 days 04:05:06.789'::interval
    interval	-1 years -2 mons -3 days -04:05:06.789
- '-1 mon'::interval
    interval	1 mon
- '1 day -00:00:01'::interval
    interval	-1 days +00:00:01
- '40 days 25:00'::interval
    interval	-40 days -25:00:00
- '100000 hours'::interval
    interval	-100000:00:00
'40 days 25:00'::interval - '100000 hours'::interval
    interval	40 days -99975:00:00
'1 year 2 mons 3 days 04:05:06.789'::interval - '100000 hours'::interval
    interval	1 year 2 mons 3 days -99995:54:53.211
'40 days 25:00'::interval - '1 day -00:00:01'::interval
    interval	39 days 25:00:01
'-1 mon'::interval - '1 year 2 mons 3 days 04:05:06.789'::interval
    interval	-1 years -3 mons -3 days -04:05:06.789
'1 year 2 mons 3 days 04:05:06.789'::interval - '0'::interval
    interval	1 year 2 mons 3 days 04:05:06.789
'40 days 25:00'::interval - '1 year 2 mons 3 days 04:05:06.789'::interval
    interval	-1 years -2 mons +37 days 20:54:53.211
'100000 hours'::interval - '-1 mon'::interval
    interval	1 mon 100000:00:00
'100000 hours'::interval - '0'::interval
    interval	100000:00:00
'23:59:59.999999'::time - '12:34:56.5'::time
    interval	11:25:03.499999
'12:34:56.5'::time - '24:00'::time
    interval	-11:25:03.5
'00:00'::time - '00:00'::time
    interval	00:00:00
'12:34:56.5'::time - '00:00'::time
    interval	12:34:56.5
'23:59:59.999999'::time - '24:00'::time
    interval	-00:00:00.000001
'23:59:59.999999'::time - '00:00'::time
    interval	23:59:59.999999
'00:00'::time - '24:00'::time
    interval	-24:00:00
'24:00'::time - '23:59:59.999999'::time
    interval	00:00:00.000001
'2000-01-01 00:00+00'::timestamptz - 'infinity'::timestamptz
    !22008
'1999-12-31 12:00+05'::timestamptz - '2024-02-29 23:59:59.999999+00'::timestamptz
    interval	-8826 days -16:59:59.999999
'1999-12-31 12:00+05'::timestamptz - 'infinity'::timestamptz
    !22008
'infinity'::timestamptz - 'infinity'::timestamptz
    !22008
'1999-12-31 12:00+05'::timestamptz - '1999-12-31 12:00+05'::timestamptz
    interval	00:00:00
'infinity'::timestamptz - '2000-01-01 00:00+00'::timestamptz
    !22008
'2024-02-29 23:59:59.999999+00'::timestamptz - '2000-01-01 00:00+00'::timestamptz
    interval	8825 days 23:59:59.999999
'2000-01-01 00:00+00'::timestamptz - '1999-12-31 12:00+05'::timestamptz
    interval	17:00:00
'0044-03-15 10:00 BC'::timestamp - 'infinity'::timestamp
    !22008
'infinity'::timestamp - '-infinity'::timestamp
    !22008
'infinity'::timestamp - '2000-01-01 00:00'::timestamp
    !22008
'0044-03-15 10:00 BC'::timestamp - '2024-02-29 23:59:59.999999'::timestamp
    interval	-754942 days -13:59:59.999999
'-infinity'::timestamp - '2024-02-29 23:59:59.999999'::timestamp
    !22008
'1999-12-31 12:00'::timestamp - 'infinity'::timestamp
    !22008
'2000-01-01 00:00'::timestamp - '1999-12-31 12:00'::timestamp
    interval	12:00:00
'0044-03-15 10:00 BC'::timestamp - '1999-12-31 12:00'::timestamp
    interval	-746116 days -02:00:00
'12:34:56.5'::time - '0'::interval
    time without time zone	12:34:56.5
'24:00'::time - '100000 hours'::interval
    time without time zone	08:00:00
'12:34:56.5'::time - '1 year 2 mons 3 days 04:05:06.789'::interval
    time without time zone	08:29:49.711
'00:00'::time - '100000 hours'::interval
    time without time zone	08:00:00
'12:34:56.5'::time - '40 days 25:00'::interval
    time without time zone	11:34:56.5
'24:00'::time - '0'::interval
    time without time zone	00:00:00
'00:00'::time - '1 year 2 mons 3 days 04:05:06.789'::interval
    time without time zone	19:54:53.211
'24:00'::time - '40 days 25:00'::interval
    time without time zone	23:00:00
'2000-01-01 00:00+00'::timestamptz - '40 days 25:00'::interval
    timestamp with time zone	1999-11-20 23:00:00+00
'2024-02-29 23:59:59.999999+00'::timestamptz - '-1 mon'::interval
    timestamp with time zone	2024-03-29 23:59:59.999999+00
'2000-01-01 00:00+00'::timestamptz - '100000 hours'::interval
    timestamp with time zone	1988-08-04 08:00:00+00
'2024-02-29 23:59:59.999999+00'::timestamptz - '1 day -00:00:01'::interval
    timestamp with time zone	2024-02-29 00:00:00.999999+00
'infinity'::timestamptz - '100000 hours'::interval
    timestamp with time zone	infinity
'2000-01-01 00:00+00'::timestamptz - '-1 mon'::interval
    timestamp with time zone	2000-02-01 00:00:00+00
'2000-01-01 00:00+00'::timestamptz - '1 day -00:00:01'::interval
    timestamp with time zone	1999-12-31 00:00:01+00
'1999-12-31 12:00+05'::timestamptz - '100000 hours'::interval
    timestamp with time zone	1988-08-03 15:00:00+00
'0044-03-15 BC'::date - '40 days 25:00'::interval
    timestamp without time zone	0044-02-01 23:00:00 BC
'2000-01-01'::date - '100000 hours'::interval
    timestamp without time zone	1988-08-04 08:00:00
'-infinity'::date - '0'::interval
    timestamp without time zone	-infinity
'1969-12-31'::date - '1 day -00:00:01'::interval
    timestamp without time zone	1969-12-30 00:00:01
'1969-12-31'::date - '100000 hours'::interval
    timestamp without time zone	1958-08-04 08:00:00
'1969-12-31'::date - '-1 mon'::interval
    timestamp without time zone	1970-01-31 00:00:00
'2000-01-01'::date - '-1 mon'::interval
    timestamp without time zone	2000-02-01 00:00:00
'2024-02-29'::date - '0'::interval
    timestamp without time zone	2024-02-29 00:00:00
'2000-01-01 00:00'::timestamp - '1 year 2 mons 3 days 04:05:06.789'::interval
    timestamp without time zone	1998-10-28 19:54:53.211
'2024-02-29 23:59:59.999999'::timestamp - '1 year 2 mons 3 days 04:05:06.789'::interval
    timestamp without time zone	2022-12-26 19:54:53.210999
'1999-12-31 12:00'::timestamp - '-1 mon'::interval
    timestamp without time zone	2000-01-31 12:00:00
'1999-12-31 12:00'::timestamp - '0'::interval
    timestamp without time zone	1999-12-31 12:00:00
'-infinity'::timestamp - '100000 hours'::interval
    timestamp without time zone	-infinity
'-infinity'::timestamp - '1 day -00:00:01'::interval
    timestamp without time zone	-infinity
'-infinity'::timestamp - '40 days 25:00'::interval
    timestamp without time zone	-infinity
'infinity'::timestamp - '100000 hours'::interval
    timestamp without time zone	infinity
'0'::interval / 0::float8
    !22012
'40 days 25:00'::interval / '-0'::float8
    !22012
'40 days 25:00'::interval / NULL::float8
    interval	<NULL>
'0'::interval / 0.1::float8
    interval	00:00:00
'0'::interval / 1.5::float8
    interval	00:00:00
'1 year 2 mons 3 days 04:05:06.789'::interval / 1.5::float8
    interval	9 mons 12 days 02:43:24.526
'1 day -00:00:01'::interval / 1.5::float8
    interval	15:59:59.333333
'-1 mon'::interval / '-0'::float8
    !22012
'infinity'::date < '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2000-01-01'::date < '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'0044-03-15 BC'::date < 'infinity'::timestamptz
    boolean	t
'2000-01-01'::date < '1999-12-31 12:00+05'::timestamptz
    boolean	f
'-infinity'::date < '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'1969-12-31'::date < '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'infinity'::date < '1999-12-31 12:00+05'::timestamptz
    boolean	f
'0044-03-15 BC'::date < '1999-12-31 12:00+05'::timestamptz
    boolean	t
'infinity'::date < 'infinity'::timestamp
    boolean	f
'2000-01-01'::date < '0044-03-15 10:00 BC'::timestamp
    boolean	f
'-infinity'::date < 'infinity'::timestamp
    boolean	t
'0044-03-15 BC'::date < '1999-12-31 12:00'::timestamp
    boolean	t
'1969-12-31'::date < '2000-01-01 00:00'::timestamp
    boolean	t
'0044-03-15 BC'::date < '0044-03-15 10:00 BC'::timestamp
    boolean	t
'infinity'::date < '2000-01-01 00:00'::timestamp
    boolean	f
'2024-02-29'::date < '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz < '2024-02-29'::date
    boolean	f
'2000-01-01 00:00+00'::timestamptz < '-infinity'::date
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz < 'infinity'::date
    boolean	t
'2000-01-01 00:00+00'::timestamptz < 'infinity'::date
    boolean	t
'infinity'::timestamptz < '2000-01-01'::date
    boolean	f
'infinity'::timestamptz < '1969-12-31'::date
    boolean	f
'1999-12-31 12:00+05'::timestamptz < '0044-03-15 BC'::date
    boolean	f
'1999-12-31 12:00+05'::timestamptz < '2000-01-01'::date
    boolean	t
'infinity'::timestamptz < '0044-03-15 10:00 BC'::timestamp
    boolean	f
'infinity'::timestamptz < '1999-12-31 12:00'::timestamp
    boolean	f
'1999-12-31 12:00+05'::timestamptz < '0044-03-15 10:00 BC'::timestamp
    boolean	f
'1999-12-31 12:00+05'::timestamptz < '1999-12-31 12:00'::timestamp
    boolean	t
'infinity'::timestamptz < '-infinity'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz < 'infinity'::timestamp
    boolean	t
'1999-12-31 12:00+05'::timestamptz < '-infinity'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz < '-infinity'::timestamp
    boolean	f
'0044-03-15 10:00 BC'::timestamp < '2000-01-01'::date
    boolean	t
'1999-12-31 12:00'::timestamp < '1969-12-31'::date
    boolean	f
'1999-12-31 12:00'::timestamp < '0044-03-15 BC'::date
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp < '1969-12-31'::date
    boolean	f
'2000-01-01 00:00'::timestamp < '2000-01-01'::date
    boolean	f
'-infinity'::timestamp < '0044-03-15 BC'::date
    boolean	t
'infinity'::timestamp < 'infinity'::date
    boolean	f
'0044-03-15 10:00 BC'::timestamp < 'infinity'::date
    boolean	t
'infinity'::timestamp < 'infinity'::timestamptz
    boolean	f
'infinity'::timestamp < '1999-12-31 12:00+05'::timestamptz
    boolean	f
'1999-12-31 12:00'::timestamp < '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'0044-03-15 10:00 BC'::timestamp < '2000-01-01 00:00+00'::timestamptz
    boolean	t
'0044-03-15 10:00 BC'::timestamp < '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp < '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp < 'infinity'::timestamptz
    boolean	t
'-infinity'::timestamp < 'infinity'::timestamptz
    boolean	t
'-infinity'::date <= '2000-01-01 00:00+00'::timestamptz
    boolean	t
'1969-12-31'::date <= '2000-01-01 00:00+00'::timestamptz
    boolean	t
'1969-12-31'::date <= 'infinity'::timestamptz
    boolean	t
'2000-01-01'::date <= '2000-01-01 00:00+00'::timestamptz
    boolean	t
'2024-02-29'::date <= '2000-01-01 00:00+00'::timestamptz
    boolean	f
'0044-03-15 BC'::date <= '2000-01-01 00:00+00'::timestamptz
    boolean	t
'infinity'::date <= '2000-01-01 00:00+00'::timestamptz
    boolean	f
'-infinity'::date <= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'1969-12-31'::date <= '2000-01-01 00:00'::timestamp
    boolean	t
'infinity'::date <= 'infinity'::timestamp
    boolean	t
'2000-01-01'::date <= '0044-03-15 10:00 BC'::timestamp
    boolean	f
'2000-01-01'::date <= '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'0044-03-15 BC'::date <= '1999-12-31 12:00'::timestamp
    boolean	t
'infinity'::date <= '2000-01-01 00:00'::timestamp
    boolean	f
'2024-02-29'::date <= 'infinity'::timestamp
    boolean	t
'1969-12-31'::date <= 'infinity'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz <= '-infinity'::date
    boolean	f
'1999-12-31 12:00+05'::timestamptz <= '0044-03-15 BC'::date
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz <= '0044-03-15 BC'::date
    boolean	f
'1999-12-31 12:00+05'::timestamptz <= '2000-01-01'::date
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz <= '1969-12-31'::date
    boolean	f
'2000-01-01 00:00+00'::timestamptz <= 'infinity'::date
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz <= '2024-02-29'::date
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz <= '2000-01-01'::date
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz <= '2000-01-01 00:00'::timestamp
    boolean	f
'1999-12-31 12:00+05'::timestamptz <= '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'2000-01-01 00:00+00'::timestamptz <= '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'infinity'::timestamptz <= '0044-03-15 10:00 BC'::timestamp
    boolean	f
'1999-12-31 12:00+05'::timestamptz <= '1999-12-31 12:00'::timestamp
    boolean	t
'infinity'::timestamptz <= '2000-01-01 00:00'::timestamp
    boolean	f
'infinity'::timestamptz <= '1999-12-31 12:00'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz <= '-infinity'::timestamp
    boolean	f
'1999-12-31 12:00'::timestamp <= '2024-02-29'::date
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <= '1969-12-31'::date
    boolean	f
'infinity'::timestamp <= '2024-02-29'::date
    boolean	f
'0044-03-15 10:00 BC'::timestamp <= 'infinity'::date
    boolean	t
'0044-03-15 10:00 BC'::timestamp <= '2000-01-01'::date
    boolean	t
'1999-12-31 12:00'::timestamp <= '2000-01-01'::date
    boolean	t
'infinity'::timestamp <= '-infinity'::date
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp <= '2024-02-29'::date
    boolean	f
'-infinity'::timestamp <= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'2000-01-01 00:00'::timestamp <= 'infinity'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <= 'infinity'::timestamptz
    boolean	t
'-infinity'::timestamp <= '1999-12-31 12:00+05'::timestamptz
    boolean	t
'1999-12-31 12:00'::timestamp <= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'1999-12-31 12:00'::timestamp <= 'infinity'::timestamptz
    boolean	t
'0044-03-15 10:00 BC'::timestamp <= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'infinity'::timestamp <= '1999-12-31 12:00+05'::timestamptz
    boolean	f
'2000-01-01'::date <> 'infinity'::timestamptz
    boolean	t
'infinity'::date <> '2000-01-01 00:00+00'::timestamptz
    boolean	t
'2000-01-01'::date <> '2000-01-01 00:00+00'::timestamptz
    boolean	f
'infinity'::date <> 'infinity'::timestamptz
    boolean	f
'2024-02-29'::date <> '2000-01-01 00:00+00'::timestamptz
    boolean	t
'0044-03-15 BC'::date <> '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'0044-03-15 BC'::date <> '1999-12-31 12:00+05'::timestamptz
    boolean	t
'1969-12-31'::date <> '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'infinity'::date <> '0044-03-15 10:00 BC'::timestamp
    boolean	t
'1969-12-31'::date <> '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'infinity'::date <> '1999-12-31 12:00'::timestamp
    boolean	t
'2024-02-29'::date <> '2000-01-01 00:00'::timestamp
    boolean	t
'2000-01-01'::date <> '0044-03-15 10:00 BC'::timestamp
    boolean	t
'1969-12-31'::date <> '2000-01-01 00:00'::timestamp
    boolean	t
'-infinity'::date <> '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'2024-02-29'::date <> 'infinity'::timestamp
    boolean	t
'1999-12-31 12:00+05'::timestamptz <> '2000-01-01'::date
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz <> '1969-12-31'::date
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz <> '2000-01-01'::date
    boolean	t
'1999-12-31 12:00+05'::timestamptz <> 'infinity'::date
    boolean	t
'infinity'::timestamptz <> '2000-01-01'::date
    boolean	t
'2000-01-01 00:00+00'::timestamptz <> '-infinity'::date
    boolean	t
'infinity'::timestamptz <> '-infinity'::date
    boolean	t
'1999-12-31 12:00+05'::timestamptz <> '0044-03-15 BC'::date
    boolean	t
'1999-12-31 12:00+05'::timestamptz <> '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'1999-12-31 12:00+05'::timestamptz <> 'infinity'::timestamp
    boolean	t
'1999-12-31 12:00+05'::timestamptz <> '0044-03-15 10:00 BC'::timestamp
    boolean	t
'2000-01-01 00:00+00'::timestamptz <> '-infinity'::timestamp
    boolean	t
'2000-01-01 00:00+00'::timestamptz <> '0044-03-15 10:00 BC'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz <> '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz <> '0044-03-15 10:00 BC'::timestamp
    boolean	t
'infinity'::timestamptz <> '1999-12-31 12:00'::timestamp
    boolean	t
'2000-01-01 00:00'::timestamp <> '2024-02-29'::date
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <> '1969-12-31'::date
    boolean	t
'0044-03-15 10:00 BC'::timestamp <> '1969-12-31'::date
    boolean	t
'2000-01-01 00:00'::timestamp <> '1969-12-31'::date
    boolean	t
'infinity'::timestamp <> '-infinity'::date
    boolean	t
'-infinity'::timestamp <> 'infinity'::date
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <> '-infinity'::date
    boolean	t
'infinity'::timestamp <> '2000-01-01'::date
    boolean	t
'infinity'::timestamp <> '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'1999-12-31 12:00'::timestamp <> '1999-12-31 12:00+05'::timestamptz
    boolean	t
'2000-01-01 00:00'::timestamp <> '1999-12-31 12:00+05'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <> '2000-01-01 00:00+00'::timestamptz
    boolean	t
'0044-03-15 10:00 BC'::timestamp <> '1999-12-31 12:00+05'::timestamptz
    boolean	t
'-infinity'::timestamp <> '2000-01-01 00:00+00'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp <> '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'2000-01-01 00:00'::timestamp <> '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'0044-03-15 BC'::date = '1999-12-31 12:00+05'::timestamptz
    boolean	f
'0044-03-15 BC'::date = '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'-infinity'::date = '2000-01-01 00:00+00'::timestamptz
    boolean	f
'infinity'::date = 'infinity'::timestamptz
    boolean	t
'2000-01-01'::date = '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'1969-12-31'::date = '1999-12-31 12:00+05'::timestamptz
    boolean	f
'2024-02-29'::date = '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'infinity'::date = '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2000-01-01'::date = 'infinity'::timestamp
    boolean	f
'2024-02-29'::date = '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'2024-02-29'::date = 'infinity'::timestamp
    boolean	f
'2000-01-01'::date = '2000-01-01 00:00'::timestamp
    boolean	t
'0044-03-15 BC'::date = '0044-03-15 10:00 BC'::timestamp
    boolean	f
'1969-12-31'::date = '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'infinity'::date = '2000-01-01 00:00'::timestamp
    boolean	f
'0044-03-15 BC'::date = 'infinity'::timestamp
    boolean	f
'2000-01-01 00:00+00'::timestamptz = 'infinity'::date
    boolean	f
'2000-01-01 00:00+00'::timestamptz = '-infinity'::date
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz = '0044-03-15 BC'::date
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz = '-infinity'::date
    boolean	f
'infinity'::timestamptz = '-infinity'::date
    boolean	f
'2000-01-01 00:00+00'::timestamptz = '0044-03-15 BC'::date
    boolean	f
'2000-01-01 00:00+00'::timestamptz = '1969-12-31'::date
    boolean	f
'infinity'::timestamptz = '2024-02-29'::date
    boolean	f
'1999-12-31 12:00+05'::timestamptz = 'infinity'::timestamp
    boolean	f
'1999-12-31 12:00+05'::timestamptz = '0044-03-15 10:00 BC'::timestamp
    boolean	f
'infinity'::timestamptz = '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz = 'infinity'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz = '0044-03-15 10:00 BC'::timestamp
    boolean	f
'2000-01-01 00:00+00'::timestamptz = '-infinity'::timestamp
    boolean	f
'infinity'::timestamptz = '-infinity'::timestamp
    boolean	f
'infinity'::timestamptz = '0044-03-15 10:00 BC'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp = 'infinity'::date
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp = '-infinity'::date
    boolean	f
'infinity'::timestamp = 'infinity'::date
    boolean	t
'2000-01-01 00:00'::timestamp = '1969-12-31'::date
    boolean	f
'-infinity'::timestamp = '0044-03-15 BC'::date
    boolean	f
'infinity'::timestamp = '-infinity'::date
    boolean	f
'2000-01-01 00:00'::timestamp = 'infinity'::date
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp = '0044-03-15 BC'::date
    boolean	f
'1999-12-31 12:00'::timestamp = 'infinity'::timestamptz
    boolean	f
'-infinity'::timestamp = 'infinity'::timestamptz
    boolean	f
'infinity'::timestamp = '2000-01-01 00:00+00'::timestamptz
    boolean	f
'infinity'::timestamp = 'infinity'::timestamptz
    boolean	t
'2000-01-01 00:00'::timestamp = '2000-01-01 00:00+00'::timestamptz
    boolean	t
'0044-03-15 10:00 BC'::timestamp = '1999-12-31 12:00+05'::timestamptz
    boolean	f
'1999-12-31 12:00'::timestamp = '1999-12-31 12:00+05'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp = 'infinity'::timestamptz
    boolean	f
'0044-03-15 BC'::date > 'infinity'::timestamptz
    boolean	f
'-infinity'::date > 'infinity'::timestamptz
    boolean	f
'2024-02-29'::date > 'infinity'::timestamptz
    boolean	f
'0044-03-15 BC'::date > '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'infinity'::date > 'infinity'::timestamptz
    boolean	f
'1969-12-31'::date > '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2000-01-01'::date > '1999-12-31 12:00+05'::timestamptz
    boolean	t
'0044-03-15 BC'::date > '1999-12-31 12:00+05'::timestamptz
    boolean	f
'1969-12-31'::date > '-infinity'::timestamp
    boolean	t
'-infinity'::date > '2000-01-01 00:00'::timestamp
    boolean	f
'1969-12-31'::date > '0044-03-15 10:00 BC'::timestamp
    boolean	t
'infinity'::date > '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'0044-03-15 BC'::date > '0044-03-15 10:00 BC'::timestamp
    boolean	f
'infinity'::date > '2000-01-01 00:00'::timestamp
    boolean	t
'infinity'::date > '0044-03-15 10:00 BC'::timestamp
    boolean	t
'2024-02-29'::date > '1999-12-31 12:00'::timestamp
    boolean	t
'1999-12-31 12:00+05'::timestamptz > '0044-03-15 BC'::date
    boolean	t
'infinity'::timestamptz > '2000-01-01'::date
    boolean	t
'2000-01-01 00:00+00'::timestamptz > 'infinity'::date
    boolean	f
'2000-01-01 00:00+00'::timestamptz > '2024-02-29'::date
    boolean	f
'infinity'::timestamptz > '-infinity'::date
    boolean	t
'1999-12-31 12:00+05'::timestamptz > '2024-02-29'::date
    boolean	f
'1999-12-31 12:00+05'::timestamptz > '1969-12-31'::date
    boolean	t
'2000-01-01 00:00+00'::timestamptz > '-infinity'::date
    boolean	t
'1999-12-31 12:00+05'::timestamptz > '2000-01-01 00:00'::timestamp
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz > '0044-03-15 10:00 BC'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz > '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'1999-12-31 12:00+05'::timestamptz > '-infinity'::timestamp
    boolean	t
'2000-01-01 00:00+00'::timestamptz > '-infinity'::timestamp
    boolean	t
'infinity'::timestamptz > '1999-12-31 12:00'::timestamp
    boolean	t
'infinity'::timestamptz > '2024-02-29 23:59:59.999999'::timestamp
    boolean	t
'infinity'::timestamptz > '-infinity'::timestamp
    boolean	t
'2000-01-01 00:00'::timestamp > '1969-12-31'::date
    boolean	t
'-infinity'::timestamp > '1969-12-31'::date
    boolean	f
'-infinity'::timestamp > 'infinity'::date
    boolean	f
'0044-03-15 10:00 BC'::timestamp > '0044-03-15 BC'::date
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp > '2024-02-29'::date
    boolean	t
'1999-12-31 12:00'::timestamp > '1969-12-31'::date
    boolean	t
'infinity'::timestamp > '0044-03-15 BC'::date
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp > '1969-12-31'::date
    boolean	t
'infinity'::timestamp > '1999-12-31 12:00+05'::timestamptz
    boolean	t
'1999-12-31 12:00'::timestamp > '2000-01-01 00:00+00'::timestamptz
    boolean	f
'-infinity'::timestamp > '2000-01-01 00:00+00'::timestamptz
    boolean	f
'-infinity'::timestamp > 'infinity'::timestamptz
    boolean	f
'infinity'::timestamp > '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp > '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'infinity'::timestamp > 'infinity'::timestamptz
    boolean	f
'0044-03-15 10:00 BC'::timestamp > '1999-12-31 12:00+05'::timestamptz
    boolean	f
'0044-03-15 BC'::date >= '2000-01-01 00:00+00'::timestamptz
    boolean	f
'2000-01-01'::date >= '2000-01-01 00:00+00'::timestamptz
    boolean	t
'1969-12-31'::date >= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	f
'-infinity'::date >= 'infinity'::timestamptz
    boolean	f
'2024-02-29'::date >= 'infinity'::timestamptz
    boolean	f
'-infinity'::date >= '1999-12-31 12:00+05'::timestamptz
    boolean	f
'0044-03-15 BC'::date >= '1999-12-31 12:00+05'::timestamptz
    boolean	f
'2000-01-01'::date >= '1999-12-31 12:00+05'::timestamptz
    boolean	t
'0044-03-15 BC'::date >= 'infinity'::timestamp
    boolean	f
'2024-02-29'::date >= '-infinity'::timestamp
    boolean	t
'2024-02-29'::date >= 'infinity'::timestamp
    boolean	f
'infinity'::date >= '0044-03-15 10:00 BC'::timestamp
    boolean	t
'2024-02-29'::date >= '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'0044-03-15 BC'::date >= '0044-03-15 10:00 BC'::timestamp
    boolean	f
'-infinity'::date >= '1999-12-31 12:00'::timestamp
    boolean	f
'2000-01-01'::date >= '2024-02-29 23:59:59.999999'::timestamp
    boolean	f
'1999-12-31 12:00+05'::timestamptz >= '1969-12-31'::date
    boolean	t
'1999-12-31 12:00+05'::timestamptz >= '2024-02-29'::date
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz >= 'infinity'::date
    boolean	f
'2024-02-29 23:59:59.999999+00'::timestamptz >= '0044-03-15 BC'::date
    boolean	t
'1999-12-31 12:00+05'::timestamptz >= '0044-03-15 BC'::date
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz >= '1969-12-31'::date
    boolean	t
'2000-01-01 00:00+00'::timestamptz >= '-infinity'::date
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz >= '2024-02-29'::date
    boolean	t
'1999-12-31 12:00+05'::timestamptz >= '2000-01-01 00:00'::timestamp
    boolean	f
'1999-12-31 12:00+05'::timestamptz >= '1999-12-31 12:00'::timestamp
    boolean	f
'2000-01-01 00:00+00'::timestamptz >= '1999-12-31 12:00'::timestamp
    boolean	t
'1999-12-31 12:00+05'::timestamptz >= '0044-03-15 10:00 BC'::timestamp
    boolean	t
'infinity'::timestamptz >= 'infinity'::timestamp
    boolean	t
'2000-01-01 00:00+00'::timestamptz >= '2000-01-01 00:00'::timestamp
    boolean	t
'2024-02-29 23:59:59.999999+00'::timestamptz >= '-infinity'::timestamp
    boolean	t
'infinity'::timestamptz >= '1999-12-31 12:00'::timestamp
    boolean	t
'-infinity'::timestamp >= '2000-01-01'::date
    boolean	f
'-infinity'::timestamp >= 'infinity'::date
    boolean	f
'2000-01-01 00:00'::timestamp >= 'infinity'::date
    boolean	f
'1999-12-31 12:00'::timestamp >= '0044-03-15 BC'::date
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp >= '2000-01-01'::date
    boolean	t
'1999-12-31 12:00'::timestamp >= '-infinity'::date
    boolean	t
'1999-12-31 12:00'::timestamp >= 'infinity'::date
    boolean	f
'2000-01-01 00:00'::timestamp >= '0044-03-15 BC'::date
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp >= 'infinity'::timestamptz
    boolean	f
'2024-02-29 23:59:59.999999'::timestamp >= '2000-01-01 00:00+00'::timestamptz
    boolean	t
'1999-12-31 12:00'::timestamp >= 'infinity'::timestamptz
    boolean	f
'1999-12-31 12:00'::timestamp >= '2000-01-01 00:00+00'::timestamptz
    boolean	f
'infinity'::timestamp >= '1999-12-31 12:00+05'::timestamptz
    boolean	t
'2024-02-29 23:59:59.999999'::timestamp >= '2024-02-29 23:59:59.999999+00'::timestamptz
    boolean	t
'2000-01-01 00:00'::timestamp >= 'infinity'::timestamptz
    boolean	f
'0044-03-15 10:00 BC'::timestamp >= '2000-01-01 00:00+00'::timestamptz
    boolean	f
age('0044-03-15 10:00 BC'::timestamp, '1999-12-31 12:00'::timestamp)
    interval	-2042 years -9 mons -16 days -02:00:00
age('1999-12-31 12:00'::timestamp, '0044-03-15 10:00 BC'::timestamp)
    interval	2042 years 9 mons 16 days 02:00:00
age('1999-12-31 12:00'::timestamp, '1999-12-31 12:00'::timestamp)
    interval	00:00:00
age('2000-01-01 00:00'::timestamp, '2024-02-29 23:59:59.999999'::timestamp)
    interval	-24 years -1 mons -28 days -23:59:59.999999
age('2000-01-01 00:00'::timestamp, '0044-03-15 10:00 BC'::timestamp)
    interval	2042 years 9 mons 16 days 14:00:00
age('2024-02-29 23:59:59.999999'::timestamp, '2024-02-29 23:59:59.999999'::timestamp)
    interval	00:00:00
age('0044-03-15 10:00 BC'::timestamp, '2000-01-01 00:00'::timestamp)
    interval	-2042 years -9 mons -16 days -14:00:00
age('0044-03-15 10:00 BC'::timestamp, '2024-02-29 23:59:59.999999'::timestamp)
    interval	-2066 years -11 mons -14 days -13:59:59.999999
age('2024-02-29 23:59:59.999999+00'::timestamptz, '2000-01-01 00:00+00'::timestamptz)
    interval	24 years 1 mon 28 days 23:59:59.999999
age('2024-02-29 23:59:59.999999+00'::timestamptz, '1999-12-31 12:00+05'::timestamptz)
    interval	24 years 1 mon 29 days 16:59:59.999999
age('1999-12-31 12:00+05'::timestamptz, '1999-12-31 12:00+05'::timestamptz)
    interval	00:00:00
age('2024-02-29 23:59:59.999999+00'::timestamptz, '2024-02-29 23:59:59.999999+00'::timestamptz)
    interval	00:00:00
age('2000-01-01 00:00+00'::timestamptz, '1999-12-31 12:00+05'::timestamptz)
    interval	17:00:00
age('1999-12-31 12:00+05'::timestamptz, '2024-02-29 23:59:59.999999+00'::timestamptz)
    interval	-24 years -1 mons -29 days -16:59:59.999999
age('1999-12-31 12:00+05'::timestamptz, '2000-01-01 00:00+00'::timestamptz)
    interval	-17:00:00
age('2000-01-01 00:00+00'::timestamptz, '2024-02-29 23:59:59.999999+00'::timestamptz)
    interval	-24 years -1 mons -28 days -23:59:59.999999
date_bin('100000 hours'::interval, '2000-01-01 00:00+00'::timestamptz, 'infinity'::timestamptz)
    !22008
date_bin('1 year 2 mons 3 days 04:05:06.789'::interval, '2024-02-29 23:59:59.999999+00'::timestamptz, '2024-02-29 23:59:59.999999+00'::timestamptz)
    !0A000
date_bin('1 year 2 mons 3 days 04:05:06.789'::interval, '2000-01-01 00:00+00'::timestamptz, '2000-01-01 00:00+00'::timestamptz)
    !0A000
date_bin('100000 hours'::interval, '2024-02-29 23:59:59.999999+00'::timestamptz, '2024-02-29 23:59:59.999999+00'::timestamptz)
    timestamp with time zone	2024-02-29 23:59:59.999999+00
date_bin('1 year 2 mons 3 days 04:05:06.789'::interval, 'infinity'::timestamptz, '1999-12-31 12:00+05'::timestamptz)
    timestamp with time zone	infinity
date_bin('1 year 2 mons 3 days 04:05:06.789'::interval, '2024-02-29 23:59:59.999999+00'::timestamptz, 'infinity'::timestamptz)
    !22008
date_bin('0'::interval, '2000-01-01 00:00+00'::timestamptz, '2000-01-01 00:00+00'::timestamptz)
    !22008
date_bin('0'::interval, '2000-01-01 00:00+00'::timestamptz, 'infinity'::timestamptz)
    !22008
date_bin('1 day -00:00:01'::interval, '1999-12-31 12:00'::timestamp, '2024-02-29 23:59:59.999999'::timestamp)
    timestamp without time zone	1999-12-31 02:27:06.999999
date_bin('40 days 25:00'::interval, 'infinity'::timestamp, '0044-03-15 10:00 BC'::timestamp)
    timestamp without time zone	infinity
date_bin('-1 mon'::interval, '-infinity'::timestamp, '-infinity'::timestamp)
    timestamp without time zone	-infinity
date_bin('1 year 2 mons 3 days 04:05:06.789'::interval, '0044-03-15 10:00 BC'::timestamp, '-infinity'::timestamp)
    !22008
date_bin('100000 hours'::interval, '1999-12-31 12:00'::timestamp, 'infinity'::timestamp)
    !22008
date_bin('1 day -00:00:01'::interval, '1999-12-31 12:00'::timestamp, '2000-01-01 00:00'::timestamp)
    timestamp without time zone	1999-12-31 00:00:01
date_bin('40 days 25:00'::interval, '1999-12-31 12:00'::timestamp, '-infinity'::timestamp)
    !22008
date_bin('1 year 2 mons 3 days 04:05:06.789'::interval, 'infinity'::timestamp, '2024-02-29 23:59:59.999999'::timestamp)
    timestamp without time zone	infinity
date_part('julian', 'infinity'::date)
    double precision	Infinity
date_part('timezone', 'infinity'::date)
    double precision	<NULL>
date_part('dow', '0044-03-15 BC'::date)
    double precision	5
date_part('dow', '-infinity'::date)
    double precision	<NULL>
date_part('isoyear', '2024-02-29'::date)
    double precision	2024
date_part('year', '2000-01-01'::date)
    double precision	2000
date_part('bogus', 'infinity'::date)
    !22023
date_part('julian', '-infinity'::date)
    double precision	-Infinity
date_part('dow', '1 year 2 mons 3 days 04:05:06.789'::interval)
    !0A000
date_part('second', '40 days 25:00'::interval)
    double precision	0
date_part('second', '100000 hours'::interval)
    double precision	0
date_part('bogus', '40 days 25:00'::interval)
    !22023
date_part('timezone', '1 year 2 mons 3 days 04:05:06.789'::interval)
    !0A000
date_part('isoyear', '-1 mon'::interval)
    !0A000
date_part('dow', '40 days 25:00'::interval)
    !0A000
date_part('julian', '100000 hours'::interval)
    !0A000
date_part('dow', '24:00'::time)
    !0A000
date_part('second', '23:59:59.999999'::time)
    double precision	59.999999
date_part('dow', '23:59:59.999999'::time)
    !0A000
date_part('epoch', '12:34:56.5'::time)
    double precision	45296.5
date_part('isoyear', '00:00'::time)
    !0A000
date_part('epoch', '23:59:59.999999'::time)
    double precision	86399.999999
date_part('julian', '12:34:56.5'::time)
    !0A000
date_part('dow', '12:34:56.5'::time)
    !0A000
date_part('isoyear', '2024-02-29 23:59:59.999999'::timestamp)
    double precision	2024
date_part('bogus', '-infinity'::timestamp)
    !22023
date_part('timezone', 'infinity'::timestamp)
    double precision	<NULL>
date_part('timezone', '2024-02-29 23:59:59.999999'::timestamp)
    !0A000
date_part('second', '2024-02-29 23:59:59.999999'::timestamp)
    double precision	59.999999
date_part('year', '2024-02-29 23:59:59.999999'::timestamp)
    double precision	2024
date_part('bogus', 'infinity'::timestamp)
    !22023
date_part('bogus', '2024-02-29 23:59:59.999999'::timestamp)
    !22023
date_part('bogus', '1999-12-31 12:00+05'::timestamptz)
    !22023
date_part('julian', '2024-02-29 23:59:59.999999+00'::timestamptz)
    double precision	2460371
date_part('year', '2024-02-29 23:59:59.999999+00'::timestamptz)
    double precision	2024
date_part('isoyear', 'infinity'::timestamptz)
    double precision	Infinity
date_part('isoyear', '2024-02-29 23:59:59.999999+00'::timestamptz)
    double precision	2024
date_part('year', '2000-01-01 00:00+00'::timestamptz)
    double precision	2000
date_part('year', 'infinity'::timestamptz)
    double precision	Infinity
date_part('epoch', 'infinity'::timestamptz)
    double precision	Infinity
date_trunc('hour', '1 day -00:00:01'::interval)
    interval	1 day
date_trunc('century', '-1 mon'::interval)
    interval	00:00:00
date_trunc('year', '1 year 2 mons 3 days 04:05:06.789'::interval)
    interval	1 year
date_trunc('microseconds', '0'::interval)
    interval	00:00:00
date_trunc('quarter', '1 day -00:00:01'::interval)
    interval	00:00:00
date_trunc('hour', '40 days 25:00'::interval)
    interval	40 days 25:00:00
date_trunc('week', '0'::interval)
    !0A000
date_trunc('year', '40 days 25:00'::interval)
    interval	00:00:00
date_trunc('century', '2024-02-29 23:59:59.999999+00'::timestamptz, ''::text)
    !22023
date_trunc('bogus', 'infinity'::timestamptz, 'abc'::text)
    timestamp with time zone	infinity
date_trunc('year', '1999-12-31 12:00+05'::timestamptz, 'abc'::text)
    !22023
date_trunc('year', '2024-02-29 23:59:59.999999+00'::timestamptz, '1'::text)
    timestamp with time zone	2024-01-01 01:00:00+00
date_trunc('year', 'infinity'::timestamptz, 'abc'::text)
    timestamp with time zone	infinity
date_trunc('quarter', '2000-01-01 00:00+00'::timestamptz, 'Hello, World'::text)
    !22023
date_trunc('century', '2000-01-01 00:00+00'::timestamptz, ' b '::text)
    !22023
date_trunc('year', '1999-12-31 12:00+05'::timestamptz, NULL::text)
    timestamp with time zone	<NULL>
date_trunc('century', 'infinity'::timestamptz)
    timestamp with time zone	infinity
date_trunc('quarter', '2024-02-29 23:59:59.999999+00'::timestamptz)
    timestamp with time zone	2024-01-01 00:00:00+00
date_trunc('year', '2000-01-01 00:00+00'::timestamptz)
    timestamp with time zone	2000-01-01 00:00:00+00
date_trunc('year', 'infinity'::timestamptz)
    timestamp with time zone	infinity
date_trunc('century', '1999-12-31 12:00+05'::timestamptz)
    timestamp with time zone	1901-01-01 00:00:00+00
date_trunc('hour', '1999-12-31 12:00+05'::timestamptz)
    timestamp with time zone	1999-12-31 07:00:00+00
date_trunc('week', '2000-01-01 00:00+00'::timestamptz)
    timestamp with time zone	1999-12-27 00:00:00+00
date_trunc('hour', '2024-02-29 23:59:59.999999+00'::timestamptz)
    timestamp with time zone	2024-02-29 23:00:00+00
date_trunc('bogus', '2000-01-01 00:00'::timestamp)
    !22023
date_trunc('century', '-infinity'::timestamp)
    timestamp without time zone	-infinity
date_trunc('hour', '2024-02-29 23:59:59.999999'::timestamp)
    timestamp without time zone	2024-02-29 23:00:00
date_trunc('quarter', '0044-03-15 10:00 BC'::timestamp)
    timestamp without time zone	0044-01-01 00:00:00 BC
date_trunc('year', '0044-03-15 10:00 BC'::timestamp)
    timestamp without time zone	0044-01-01 00:00:00 BC
date_trunc('microseconds', '1999-12-31 12:00'::timestamp)
    timestamp without time zone	1999-12-31 12:00:00
date_trunc('quarter', '2024-02-29 23:59:59.999999'::timestamp)
    timestamp without time zone	2024-01-01 00:00:00
date_trunc('year', '-infinity'::timestamp)
    timestamp without time zone	-infinity
isfinite('2000-01-01'::date)
    boolean	t
isfinite('2024-02-29'::date)
    boolean	t
isfinite('infinity'::date)
    boolean	f
isfinite('-infinity'::date)
    boolean	f
isfinite('0044-03-15 BC'::date)
    boolean	t
isfinite('1969-12-31'::date)
    boolean	t
isfinite('0'::interval)
    boolean	t
isfinite('1 year 2 mons 3 days 04:05:06.789'::interval)
    boolean	t
isfinite('-1 mon'::interval)
    boolean	t
isfinite('1 day -00:00:01'::interval)
    boolean	t
isfinite('40 days 25:00'::interval)
    boolean	t
isfinite('100000 hours'::interval)
    boolean	t
isfinite('2000-01-01 00:00+00'::timestamptz)
    boolean	t
isfinite('2024-02-29 23:59:59.999999+00'::timestamptz)
    boolean	t
isfinite('infinity'::timestamptz)
    boolean	f
isfinite('1999-12-31 12:00+05'::timestamptz)
    boolean	t
isfinite('2000-01-01 00:00'::timestamp)
    boolean	t
isfinite('2024-02-29 23:59:59.999999'::timestamp)
    boolean	t
isfinite('infinity'::timestamp)
    boolean	f
isfinite('-infinity'::timestamp)
    boolean	f
isfinite('0044-03-15 10:00 BC'::timestamp)
    boolean	t
isfinite('1999-12-31 12:00'::timestamp)
    boolean	t
justify_days('0'::interval)
    interval	00:00:00
justify_days('1 year 2 mons 3 days 04:05:06.789'::interval)
    interval	1 year 2 mons 3 days 04:05:06.789
justify_days('-1 mon'::interval)
    interval	-1 mons
justify_days('1 day -00:00:01'::interval)
    interval	1 day -00:00:01
justify_days('40 days 25:00'::interval)
    interval	1 mon 10 days 25:00:00
justify_days('100000 hours'::interval)
    interval	100000:00:00
justify_hours('0'::interval)
    interval	00:00:00
justify_hours('1 year 2 mons 3 days 04:05:06.789'::interval)
    interval	1 year 2 mons 3 days 04:05:06.789
justify_hours('-1 mon'::interval)
    interval	-1 mons
justify_hours('1 day -00:00:01'::interval)
    interval	23:59:59
justify_hours('40 days 25:00'::interval)
    interval	41 days 01:00:00
justify_hours('100000 hours'::interval)
    interval	4166 days 16:00:00
justify_interval('0'::interval)
    interval	00:00:00
justify_interval('1 year 2 mons 3 days 04:05:06.789'::interval)
    interval	1 year 2 mons 3 days 04:05:06.789
justify_interval('-1 mon'::interval)
    interval	-1 mons
justify_interval('1 day -00:00:01'::interval)
    interval	23:59:59
justify_interval('40 days 25:00'::interval)
    interval	1 mon 11 days 01:00:00
justify_interval('100000 hours'::interval)
    interval	11 years 6 mons 26 days 16:00:00
make_date(0, 5, -1)
    !22008
make_date(NULL::int4, -1, 0)
    date	<NULL>
make_date((-2147483648), 0, NULL::int4)
    date	<NULL>
make_date(0, -1, NULL::int4)
    date	<NULL>
make_date(0, NULL::int4, 5)
    date	<NULL>
make_date(1, (-2147483648), -1)
    !22008
make_date(1, 1, 1)
    date	0001-01-01
make_date(0, (-2147483648), 0)
    !22008
make_time(NULL::int4, 0, 5e-324::float8)
    time without time zone	<NULL>
make_time(NULL::int4, 0, '-0'::float8)
    time without time zone	<NULL>
make_time(2147483647, 5, '-0'::float8)
    !22008
make_time(1, 1, (-2.25)::float8)
    !22008
make_time(-1, 5, 'NaN'::float8)
    !22008
make_time(2147483647, 2, 'Infinity'::float8)
    !22008
make_time(2, -1, 'Infinity'::float8)
    !22008
make_time(-1, 1, 1.5::float8)
    !22008
make_timestamp(NULL::int4, 2, 2147483647, -1, 5, 0.1::float8)
    timestamp without time zone	<NULL>
make_timestamp(0, 1, (-2147483648), 2147483647, -1, 0::float8)
    !22008
make_timestamp(-1, 1, 2147483647, 0, -1, 5e-324::float8)
    !22008
make_timestamp((-2147483648), NULL::int4, NULL::int4, -1, 2, 0::float8)
    timestamp without time zone	<NULL>
make_timestamp(2, -1, (-2147483648), 5, 0, '-0'::float8)
    !22008
make_timestamp(-1, 2147483647, NULL::int4, -1, 5, '-0'::float8)
    timestamp without time zone	<NULL>
make_timestamp(1, 2147483647, -1, 1, -1, 'Infinity'::float8)
    !22008
make_timestamp(2147483647, 1, 1, 2147483647, 5, 5e-324::float8)
    !22008
make_timestamptz((-2147483648), -1, 0, -1, -1, 5e-324::float8, 'abc'::text)
    !22008
make_timestamptz(1, 2147483647, NULL::int4, 0, NULL::int4, 'Infinity'::float8, ''::text)
    timestamp with time zone	<NULL>
make_timestamptz(NULL::int4, NULL::int4, 2, -1, 5, 0::float8, '%a_'::text)
    timestamp with time zone	<NULL>
make_timestamptz((-2147483648), 2147483647, (-2147483648), 0, 5, 0.1::float8, 'abc'::text)
    !22008
make_timestamptz(2, 0, 2147483647, 1, 0, 5e-324::float8, ''::text)
    !22008
make_timestamptz((-2147483648), 5, 2147483647, 5, 1, NULL::float8, ' b '::text)
    timestamp with time zone	<NULL>
make_timestamptz(5, 5, 0, NULL::int4, 0, NULL::float8, 'äöü€'::text)
    timestamp with time zone	<NULL>
make_timestamptz(2147483647, NULL::int4, 5, 5, 2, '-0'::float8, 'Hello, World'::text)
    timestamp with time zone	<NULL>
make_timestamptz(5, (-2147483648), NULL::int4, 5, 0, NULL::float8)
    timestamp with time zone	<NULL>
make_timestamptz(NULL::int4, 5, (-2147483648), 2147483647, 1, 1.5::float8)
    timestamp with time zone	<NULL>
make_timestamptz(1, 2147483647, 1, (-2147483648), 1, 1.5::float8)
    !22008
make_timestamptz(0, (-2147483648), -1, -1, (-2147483648), 0::float8)
    !22008
make_timestamptz(2, 0, (-2147483648), 5, 1, (-2.25)::float8)
    !22008
make_timestamptz(1, NULL::int4, -1, NULL::int4, -1, 1e308::float8)
    timestamp with time zone	<NULL>
make_timestamptz(2, -1, 2147483647, 5, 2147483647, '-Infinity'::float8)
    !22008
make_timestamptz(0, NULL::int4, 2147483647, 1, 2, 5e-324::float8)
    timestamp with time zone	<NULL>
timezone('America/New_York', '1999-12-31 12:00'::timestamp)
    timestamp with time zone	1999-12-31 17:00:00+00
timezone('+3', '1999-12-31 12:00'::timestamp)
    timestamp with time zone	1999-12-31 15:00:00+00
timezone('UTC', '0044-03-15 10:00 BC'::timestamp)
    timestamp with time zone	0044-03-15 10:00:00+00 BC
timezone('+3', '2024-02-29 23:59:59.999999'::timestamp)
    timestamp with time zone	2024-03-01 02:59:59.999999+00
timezone('America/New_York', '0044-03-15 10:00 BC'::timestamp)
    timestamp with time zone	0044-03-15 14:56:02+00 BC
timezone('+3', 'infinity'::timestamp)
    timestamp with time zone	infinity
timezone('bogus', 'infinity'::timestamp)
    timestamp with time zone	infinity
timezone('America/New_York', '2000-01-01 00:00'::timestamp)
    timestamp with time zone	2000-01-01 05:00:00+00
timezone('EST', '0044-03-15 10:00 BC'::timestamp)
    timestamp with time zone	0044-03-15 15:00:00+00 BC
timezone('+3', '2024-02-29 23:59:59.999999'::timestamp)
    timestamp with time zone	2024-03-01 02:59:59.999999+00
timezone('UTC', '2024-02-29 23:59:59.999999'::timestamp)
    timestamp with time zone	2024-02-29 23:59:59.999999+00
timezone('America/New_York', '2024-02-29 23:59:59.999999'::timestamp)
    timestamp with time zone	2024-03-01 04:59:59.999999+00
timezone('bogus', '2024-02-29 23:59:59.999999'::timestamp)
    !22023
timezone('UTC', '0044-03-15 10:00 BC'::timestamp)
    timestamp with time zone	0044-03-15 10:00:00+00 BC
timezone('UTC', '1999-12-31 12:00'::timestamp)
    timestamp with time zone	1999-12-31 12:00:00+00
timezone('EST', '2024-02-29 23:59:59.999999'::timestamp)
    timestamp with time zone	2024-03-01 04:59:59.999999+00
timezone('+3', 'infinity'::timestamptz)
    timestamp without time zone	infinity
timezone('+3', '2000-01-01 00:00+00'::timestamptz)
    timestamp without time zone	1999-12-31 21:00:00
timezone('America/New_York', '2024-02-29 23:59:59.999999+00'::timestamptz)
    timestamp without time zone	2024-02-29 18:59:59.999999
timezone('bogus', '1999-12-31 12:00+05'::timestamptz)
    !22023
timezone('America/New_York', '1999-12-31 12:00+05'::timestamptz)
    timestamp without time zone	1999-12-31 02:00:00
timezone('+3', '1999-12-31 12:00+05'::timestamptz)
    timestamp without time zone	1999-12-31 04:00:00
timezone('UTC', 'infinity'::timestamptz)
    timestamp without time zone	infinity
timezone('bogus', '2000-01-01 00:00+00'::timestamptz)
    !22023
timezone('EST', 'infinity'::timestamptz)
    timestamp without time zone	infinity
timezone('bogus', '2000-01-01 00:00+00'::timestamptz)
    !22023
timezone('UTC', '1999-12-31 12:00+05'::timestamptz)
    timestamp without time zone	1999-12-31 07:00:00
timezone('+3', '2024-02-29 23:59:59.999999+00'::timestamptz)
    timestamp without time zone	2024-02-29 20:59:59.999999
timezone('EST', '2024-02-29 23:59:59.999999+00'::timestamptz)
    timestamp without time zone	2024-02-29 18:59:59.999999
timezone('bogus', '1999-12-31 12:00+05'::timestamptz)
    !22023
timezone('EST', '2000-01-01 00:00+00'::timestamptz)
    timestamp without time zone	1999-12-31 19:00:00
timezone('UTC', 'infinity'::timestamptz)
    timestamp without time zone	infinity
'[]'::jsonb #- '{}'::text[]
    jsonb	[]
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb #- '{a,NULL}'::text[]
    !22004
'[]'::jsonb #- '{1,0}'::text[]
    jsonb	[]
'1.50'::jsonb #- NULL::text[]
    jsonb	<NULL>
'null'::jsonb #- '{1,0}'::text[]
    !22023
'"s"'::jsonb #- NULL::text[]
    jsonb	<NULL>
'[1, "a", null, {"b": [true]}]'::jsonb #- '{b}'::text[]
    !22P02
'[]'::jsonb #- NULL::text[]
    jsonb	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::json #> '{1,0}'::text[]
    json	<NULL>
'[1, "a", null, {"b": [true]}]'::json #> '{b}'::text[]
    json	<NULL>
'[]'::json #> '{b}'::text[]
    json	<NULL>
'null'::json #> '{b}'::text[]
    json	<NULL>
'"s"'::json #> NULL::text[]
    json	<NULL>
'{}'::json #> '{a,NULL}'::text[]
    json	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::json #> '{a,NULL}'::text[]
    json	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::json #> '{a,b}'::text[]
    json	<NULL>
'1.50'::jsonb #> '{a,b}'::text[]
    jsonb	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb #> '{a,NULL}'::text[]
    jsonb	<NULL>
'[1, "a", null, {"b": [true]}]'::jsonb #> '{b}'::text[]
    jsonb	<NULL>
'[]'::jsonb #> '{b}'::text[]
    jsonb	<NULL>
'1.50'::jsonb #> '{1,0}'::text[]
    jsonb	<NULL>
'"s"'::jsonb #> '{b}'::text[]
    jsonb	<NULL>
'{}'::jsonb #> '{a,b}'::text[]
    jsonb	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb #> '{}'::text[]
    jsonb	{"a": 1, "b": {"c": "x"}, "d": null}
'1.50'::json #>> NULL::text[]
    text	<NULL>
'{}'::json #>> '{1,0}'::text[]
    text	<NULL>
'null'::json #>> '{}'::text[]
    text	<NULL>
'null'::json #>> '{b}'::text[]
    text	<NULL>
'[]'::json #>> '{a,NULL}'::text[]
    text	<NULL>
'"s"'::json #>> '{1,0}'::text[]
    text	<NULL>
'"s"'::json #>> '{a,NULL}'::text[]
    text	<NULL>
'[1, "a", null, {"b": [true]}]'::json #>> NULL::text[]
    text	<NULL>
'[]'::jsonb #>> '{a,NULL}'::text[]
    text	<NULL>
'1.50'::jsonb #>> '{a,NULL}'::text[]
    text	<NULL>
'1.50'::jsonb #>> '{a,b}'::text[]
    text	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb #>> '{1,0}'::text[]
    text	<NULL>
'1.50'::jsonb #>> '{}'::text[]
    text	1.50
'null'::jsonb #>> '{}'::text[]
    text	<NULL>
'[1, "a", null, {"b": [true]}]'::jsonb #>> NULL::text[]
    text	<NULL>
'[]'::jsonb #>> '{1,0}'::text[]
    text	<NULL>
'"s"'::jsonb - (-2147483648)
    !22023
'{}'::jsonb - NULL::int4
    jsonb	<NULL>
'"s"'::jsonb - 1
    !22023
'null'::jsonb - 2
    !22023
'[]'::jsonb - 1
    jsonb	[]
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb - (-2147483648)
    !22023
'{}'::jsonb - -1
    !22023
'1.50'::jsonb - -1
    !22023
'1.50'::jsonb - NULL::text
    jsonb	<NULL>
'null'::jsonb - NULL::text
    jsonb	<NULL>
'"s"'::jsonb - 'äöü€'::text
    !22023
'1.50'::jsonb - 'abc'::text
    !22023
'null'::jsonb - 'äöü€'::text
    !22023
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb - '1'::text
    jsonb	{"a": 1, "b": {"c": "x"}, "d": null}
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb - 'a'::text
    jsonb	{"b": {"c": "x"}, "d": null}
'{}'::jsonb - 'abc'::text
    jsonb	{}
'"s"'::jsonb - NULL::text[]
    jsonb	<NULL>
'{}'::jsonb - '{b}'::text[]
    jsonb	{}
'"s"'::jsonb - '{}'::text[]
    !22023
'[]'::jsonb - '{b}'::text[]
    jsonb	[]
'[1, "a", null, {"b": [true]}]'::jsonb - '{}'::text[]
    jsonb	[1, "a", null, {"b": [true]}]
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb - '{a,b}'::text[]
    jsonb	{"d": null}
'null'::jsonb - '{1,0}'::text[]
    !22023
'[1, "a", null, {"b": [true]}]'::jsonb - NULL::text[]
    jsonb	<NULL>
'[]'::json -> NULL::int4
    json	<NULL>
'"s"'::json -> 5
    json	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::json -> 1
    json	<NULL>
'{}'::json -> (-2147483648)
    json	<NULL>
'[1, "a", null, {"b": [true]}]'::json -> 2
    json	null
'{}'::json -> -1
    json	<NULL>
'[1, "a", null, {"b": [true]}]'::json -> 1
    json	"a"
'1.50'::json -> -1
    json	<NULL>
'[1, "a", null, {"b": [true]}]'::json -> 'a'::text
    json	<NULL>
'"s"'::json -> '%a_'::text
    json	<NULL>
'{}'::json -> 'abc'::text
    json	<NULL>
'[]'::json -> '1'::text
    json	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::json -> NULL::text
    json	<NULL>
'null'::json -> 'abc'::text
    json	<NULL>
'1.50'::json -> ' b '::text
    json	<NULL>
'"s"'::json -> 'Hello, World'::text
    json	<NULL>
'null'::jsonb -> -1
    jsonb	null
'"s"'::jsonb -> 2
    jsonb	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb -> 0
    jsonb	<NULL>
'{}'::jsonb -> -1
    jsonb	<NULL>
'{}'::jsonb -> 2
    jsonb	<NULL>
'{}'::jsonb -> NULL::int4
    jsonb	<NULL>
'[1, "a", null, {"b": [true]}]'::jsonb -> (-2147483648)
    jsonb	<NULL>
'[1, "a", null, {"b": [true]}]'::jsonb -> 1
    jsonb	"a"
'"s"'::jsonb -> '%a_'::text
    jsonb	<NULL>
'1.50'::jsonb -> '%a_'::text
    jsonb	<NULL>
'[]'::jsonb -> ' b '::text
    jsonb	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb -> ' b '::text
    jsonb	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb -> '%a_'::text
    jsonb	<NULL>
'1.50'::jsonb -> 'a'::text
    jsonb	<NULL>
'[1, "a", null, {"b": [true]}]'::jsonb -> 'äöü€'::text
    jsonb	<NULL>
'{}'::jsonb -> '%a_'::text
    jsonb	<NULL>
'[1, "a", null, {"b": [true]}]'::json ->> (-2147483648)
    text	<NULL>
'[1, "a", null, {"b": [true]}]'::json ->> -1
    text	{"b": [true]}
'{}'::json ->> 1
    text	<NULL>
'"s"'::json ->> 2147483647
    text	<NULL>
'null'::json ->> 0
    text	<NULL>
'"s"'::json ->> NULL::int4
    text	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::json ->> 2
    text	<NULL>
'null'::json ->> (-2147483648)
    text	<NULL>
'1.50'::json ->> ''::text
    text	<NULL>
'null'::json ->> 'Hello, World'::text
    text	<NULL>
'"s"'::json ->> ''::text
    text	<NULL>
'1.50'::json ->> ' b '::text
    text	<NULL>
'[1, "a", null, {"b": [true]}]'::json ->> '%a_'::text
    text	<NULL>
'{}'::json ->> ' b '::text
    text	<NULL>
'"s"'::json ->> 'Hello, World'::text
    text	<NULL>
'null'::json ->> 'a'::text
    text	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb ->> 0
    text	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb ->> 2
    text	<NULL>
'{}'::jsonb ->> 5
    text	<NULL>
'null'::jsonb ->> 2147483647
    text	<NULL>
'"s"'::jsonb ->> 2
    text	<NULL>
'"s"'::jsonb ->> NULL::int4
    text	<NULL>
'"s"'::jsonb ->> (-2147483648)
    text	<NULL>
'{}'::jsonb ->> 0
    text	<NULL>
'"s"'::jsonb ->> 'äöü€'::text
    text	<NULL>
'{}'::jsonb ->> 'a'::text
    text	<NULL>
'null'::jsonb ->> 'abc'::text
    text	<NULL>
'{}'::jsonb ->> 'Hello, World'::text
    text	<NULL>
'[1, "a", null, {"b": [true]}]'::jsonb ->> 'Hello, World'::text
    text	<NULL>
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb ->> ''::text
    text	<NULL>
'1.50'::jsonb ->> ''::text
    text	<NULL>
'[1, "a", null, {"b": [true]}]'::jsonb ->> 'äöü€'::text
    text	<NULL>
'1.50'::jsonb <@ '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	f
'"s"'::jsonb <@ '{}'::jsonb
    boolean	f
'"s"'::jsonb <@ '[]'::jsonb
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb <@ '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	t
'{}'::jsonb <@ '"s"'::jsonb
    boolean	f
'1.50'::jsonb <@ '"s"'::jsonb
    boolean	f
'[]'::jsonb <@ '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	f
'[]'::jsonb <@ '"s"'::jsonb
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb ? 'a'::text
    boolean	t
'"s"'::jsonb ? 'a'::text
    boolean	f
'1.50'::jsonb ? ' b '::text
    boolean	f
'{}'::jsonb ? 'abc'::text
    boolean	f
'[]'::jsonb ? ' b '::text
    boolean	f
'"s"'::jsonb ? NULL::text
    boolean	<NULL>
'[]'::jsonb ? 'Hello, World'::text
    boolean	f
'null'::jsonb ? ''::text
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb ?& '{b}'::text[]
    boolean	t
'null'::jsonb ?& '{}'::text[]
    boolean	t
'{}'::jsonb ?& '{a,b}'::text[]
    boolean	f
'"s"'::jsonb ?& '{b}'::text[]
    boolean	f
'{}'::jsonb ?& '{}'::text[]
    boolean	t
'[]'::jsonb ?& '{a,b}'::text[]
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb ?& '{1,0}'::text[]
    boolean	f
'{}'::jsonb ?& '{1,0}'::text[]
    boolean	f
'null'::jsonb ?| '{1,0}'::text[]
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb ?| '{}'::text[]
    boolean	f
'"s"'::jsonb ?| '{a,b}'::text[]
    boolean	f
'null'::jsonb ?| '{a,NULL}'::text[]
    boolean	f
'[1, "a", null, {"b": [true]}]'::jsonb ?| '{a,NULL}'::text[]
    boolean	t
'{}'::jsonb ?| '{a,NULL}'::text[]
    boolean	f
'{}'::jsonb ?| '{a,b}'::text[]
    boolean	f
'"s"'::jsonb ?| NULL::text[]
    boolean	<NULL>
'[]'::jsonb @> '{}'::jsonb
    boolean	f
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb @> 'null'::jsonb
    boolean	f
'[]'::jsonb @> '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	f
'"s"'::jsonb @> '"s"'::jsonb
    boolean	t
'[1, "a", null, {"b": [true]}]'::jsonb @> '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb
    boolean	f
'[]'::jsonb @> 'null'::jsonb
    boolean	f
'1.50'::jsonb @> 'null'::jsonb
    boolean	f
'{}'::jsonb @> '[]'::jsonb
    boolean	f
array_to_json('{}'::int4[])
    json	[]
array_to_json(ARRAY[1,2,3])
    json	[1,2,3]
array_to_json(ARRAY[1,NULL,2])
    json	[1,null,2]
array_to_json(ARRAY['a','b c',NULL])
    json	["a","b c",null]
array_to_json(ARRAY[1.50,2.0])
    json	[1.50,2.0]
array_to_json(NULL::int4[])
    json	<NULL>
array_to_json(ARRAY[true,false])
    json	[true,false]
array_to_json(NULL::int4[], NULL::bool)
    json	<NULL>
array_to_json(NULL::int4[], false)
    json	<NULL>
array_to_json(ARRAY[true,false], NULL::bool)
    json	<NULL>
array_to_json(ARRAY[1,2,3], false)
    json	[1,2,3]
array_to_json(ARRAY[1,NULL,2], NULL::bool)
    json	<NULL>
array_to_json(ARRAY['a','b c',NULL], NULL::bool)
    json	<NULL>
array_to_json(ARRAY[true,false], false)
    json	[true,false]
array_to_json(ARRAY[1,NULL,2], false)
    json	[1,null,2]
json_array_length('{}'::json)
    !22023
json_array_length('[]'::json)
    integer	0
json_array_length('[1, "a", null, {"b": [true]}]'::json)
    integer	4
json_array_length('{"a": 1, "b": {"c": "x"}, "d": null}'::json)
    !22023
json_array_length('1.50'::json)
    !22023
json_array_length('"s"'::json)
    !22023
json_array_length('null'::json)
    !22023
json_build_array()
    json	[]
json_build_array(ARRAY[1,2], NULL::int4)
    json	[[1,2], null]
json_build_array(NULL::int4, 'a'::text)
    json	[null, "a"]
json_build_array(ARRAY[1,2], 'a'::text)
    json	[[1,2], "a"]
json_build_array(true, true)
    json	[true, true]
json_build_array(true, 1)
    json	[true, 1]
json_build_array('a'::text, 1.50)
    json	["a", 1.50]
json_build_array(ARRAY[1,2], true)
    json	[[1,2], true]
json_build_array(ARRAY[1,2], ARRAY[1,2])
    json	[[1,2], [1,2]]
json_build_object()
    json	{}
json_build_object(1, true)
    json	{"1" : true}
json_build_object(ARRAY[1,2], true)
    !22023
json_build_object('a'::text, true)
    json	{"a" : true}
json_build_object(ARRAY[1,2], 1)
    !22023
json_build_object('a'::text, 'a'::text)
    json	{"a" : "a"}
json_build_object(true, 'a'::text)
    json	{"true" : "a"}
json_build_object(true, true)
    json	{"true" : true}
json_build_object(true, NULL::int4)
    json	{"true" : null}
json_extract_path('[1, "a", null, {"b": [true]}]'::json, 'a'::text, NULL::text)
    json	<NULL>
json_extract_path('{}'::json, 'Hello, World'::text, 'äöü€'::text)
    json	<NULL>
json_extract_path('null'::json, 'Hello, World'::text, 'abc'::text)
    json	<NULL>
json_extract_path('[]'::json, '%a_'::text, NULL::text)
    json	<NULL>
json_extract_path('"s"'::json, NULL::text, ' b '::text)
    json	<NULL>
json_extract_path('[]'::json, 'Hello, World'::text, ''::text)
    json	<NULL>
json_extract_path('[1, "a", null, {"b": [true]}]'::json, '1'::text, '1'::text)
    json	<NULL>
json_extract_path('{"a": 1, "b": {"c": "x"}, "d": null}'::json, 'Hello, World'::text, NULL::text)
    json	<NULL>
json_extract_path_text('null'::json, 'äöü€'::text, '1'::text)
    text	<NULL>
json_extract_path_text('[]'::json, 'äöü€'::text, 'a'::text)
    text	<NULL>
json_extract_path_text('[1, "a", null, {"b": [true]}]'::json, '%a_'::text, 'abc'::text)
    text	<NULL>
json_extract_path_text('[]'::json, ' b '::text, 'a'::text)
    text	<NULL>
json_extract_path_text('[1, "a", null, {"b": [true]}]'::json, ''::text, '1'::text)
    text	<NULL>
json_extract_path_text('null'::json, '%a_'::text, 'äöü€'::text)
    text	<NULL>
json_extract_path_text('{"a": 1, "b": {"c": "x"}, "d": null}'::json, 'a'::text, 'Hello, World'::text)
    text	<NULL>
json_extract_path_text('{"a": 1, "b": {"c": "x"}, "d": null}'::json, ''::text, ''::text)
    text	<NULL>
json_object('{}'::text[])
    json	{}
json_object('{a,b}'::text[])
    json	{"a" : "b"}
json_object('{a,NULL}'::text[])
    json	{"a" : null}
json_object('{b}'::text[])
    !2202E
json_object('{1,0}'::text[])
    json	{"1" : "0"}
json_object(NULL::text[])
    json	<NULL>
json_object('{b}'::text[], '{a,NULL}'::text[])
    !2202E
json_object('{b}'::text[], '{}'::text[])
    !2202E
json_object('{a,NULL}'::text[], '{b}'::text[])
    !2202E
json_object('{1,0}'::text[], '{1,0}'::text[])
    json	{"1" : "1", "0" : "0"}
json_object('{1,0}'::text[], '{b}'::text[])
    !2202E
json_object('{a,NULL}'::text[], '{}'::text[])
    !2202E
json_object(NULL::text[], '{b}'::text[])
    json	<NULL>
json_object('{a,NULL}'::text[], '{1,0}'::text[])
    !22004
json_strip_nulls('{}'::json)
    json	{}
json_strip_nulls('[]'::json)
    json	[]
json_strip_nulls('[1, "a", null, {"b": [true]}]'::json)
    json	[1,"a",null,{"b":[true]}]
json_strip_nulls('{"a": 1, "b": {"c": "x"}, "d": null}'::json)
    json	{"a":1,"b":{"c":"x"}}
json_strip_nulls('1.50'::json)
    json	1.50
json_strip_nulls('"s"'::json)
    json	"s"
json_strip_nulls('null'::json)
    json	null
json_typeof('{}'::json)
    text	object
json_typeof('[]'::json)
    text	array
json_typeof('[1, "a", null, {"b": [true]}]'::json)
    text	array
json_typeof('{"a": 1, "b": {"c": "x"}, "d": null}'::json)
    text	object
json_typeof('1.50'::json)
    text	number
json_typeof('"s"'::json)
    text	string
json_typeof('null'::json)
    text	null
jsonb_array_length('{}'::jsonb)
    !22023
jsonb_array_length('[]'::jsonb)
    integer	0
jsonb_array_length('[1, "a", null, {"b": [true]}]'::jsonb)
    integer	4
jsonb_array_length('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    !22023
jsonb_array_length('1.50'::jsonb)
    !22023
jsonb_array_length('"s"'::jsonb)
    !22023
jsonb_array_length('null'::jsonb)
    !22023
jsonb_build_array()
    jsonb	[]
jsonb_build_array(true, 1)
    jsonb	[true, 1]
jsonb_build_array(1, 'a'::text)
    jsonb	[1, "a"]
jsonb_build_array(ARRAY[1,2], ARRAY[1,2])
    jsonb	[[1, 2], [1, 2]]
jsonb_build_array('a'::text, ARRAY[1,2])
    jsonb	["a", [1, 2]]
jsonb_build_array(ARRAY[1,2], NULL::int4)
    jsonb	[[1, 2], null]
jsonb_build_array(1, ARRAY[1,2])
    jsonb	[1, [1, 2]]
jsonb_build_array(NULL::int4, NULL::int4)
    jsonb	[null, null]
jsonb_build_array(ARRAY[1,2], true)
    jsonb	[[1, 2], true]
jsonb_build_object()
    jsonb	{}
jsonb_build_object(ARRAY[1,2], ARRAY[1,2])
    !22023
jsonb_build_object(NULL::int4, NULL::int4)
    !22023
jsonb_build_object('a'::text, 'a'::text)
    jsonb	{"a": "a"}
jsonb_build_object(NULL::int4, 'a'::text)
    !22023
jsonb_build_object(1.50, ARRAY[1,2])
    jsonb	{"1.50": [1, 2]}
jsonb_build_object(1, true)
    jsonb	{"1": true}
jsonb_build_object(1, 'a'::text)
    jsonb	{"1": "a"}
jsonb_build_object(NULL::int4, 1)
    !22023
jsonb_extract_path('[]'::jsonb, 'Hello, World'::text, ''::text)
    jsonb	<NULL>
jsonb_extract_path('[]'::jsonb, '%a_'::text, 'äöü€'::text)
    jsonb	<NULL>
jsonb_extract_path('1.50'::jsonb, '1'::text, ''::text)
    jsonb	<NULL>
jsonb_extract_path('1.50'::jsonb, '1'::text, '%a_'::text)
    jsonb	<NULL>
jsonb_extract_path('1.50'::jsonb, 'äöü€'::text, 'a'::text)
    jsonb	<NULL>
jsonb_extract_path('{}'::jsonb, ''::text, ''::text)
    jsonb	<NULL>
jsonb_extract_path('{}'::jsonb, ' b '::text, 'Hello, World'::text)
    jsonb	<NULL>
jsonb_extract_path('null'::jsonb, '1'::text, ''::text)
    jsonb	<NULL>
jsonb_extract_path_text('[]'::jsonb, 'a'::text, ''::text)
    text	<NULL>
jsonb_extract_path_text('1.50'::jsonb, ''::text, 'abc'::text)
    text	<NULL>
jsonb_extract_path_text('null'::jsonb, 'a'::text, 'Hello, World'::text)
    text	<NULL>
jsonb_extract_path_text('null'::jsonb, 'Hello, World'::text, '%a_'::text)
    text	<NULL>
jsonb_extract_path_text('[]'::jsonb, NULL::text, 'Hello, World'::text)
    text	<NULL>
jsonb_extract_path_text('1.50'::jsonb, ' b '::text, ' b '::text)
    text	<NULL>
jsonb_extract_path_text('1.50'::jsonb, 'abc'::text, 'Hello, World'::text)
    text	<NULL>
jsonb_extract_path_text('"s"'::jsonb, 'a'::text, '1'::text)
    text	<NULL>
jsonb_insert('{}'::jsonb, '{1,0}'::text[], '1.50'::jsonb)
    jsonb	{}
jsonb_insert('1.50'::jsonb, '{1,0}'::text[], '"s"'::jsonb)
    !22023
jsonb_insert('{}'::jsonb, '{1,0}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    jsonb	{}
jsonb_insert('"s"'::jsonb, '{}'::text[], 'null'::jsonb)
    !22023
jsonb_insert('1.50'::jsonb, '{b}'::text[], '{}'::jsonb)
    !22023
jsonb_insert('null'::jsonb, '{a,b}'::text[], '[1, "a", null, {"b": [true]}]'::jsonb)
    !22023
jsonb_insert('[1, "a", null, {"b": [true]}]'::jsonb, '{}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    jsonb	[1, "a", null, {"b": [true]}]
jsonb_insert('{}'::jsonb, '{a,b}'::text[], '[1, "a", null, {"b": [true]}]'::jsonb)
    jsonb	{}
jsonb_insert('null'::jsonb, '{b}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, false)
    !22023
jsonb_insert('null'::jsonb, '{a,NULL}'::text[], 'null'::jsonb, true)
    !22023
jsonb_insert('[1, "a", null, {"b": [true]}]'::jsonb, '{}'::text[], '"s"'::jsonb, false)
    jsonb	[1, "a", null, {"b": [true]}]
jsonb_insert('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, '{b}'::text[], '[]'::jsonb, false)
    !22023
jsonb_insert('[1, "a", null, {"b": [true]}]'::jsonb, '{b}'::text[], '[]'::jsonb, false)
    !22P02
jsonb_insert('[]'::jsonb, '{b}'::text[], '{}'::jsonb, false)
    !22P02
jsonb_insert('{}'::jsonb, '{b}'::text[], 'null'::jsonb, NULL::bool)
    jsonb	<NULL>
jsonb_insert('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, '{}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, NULL::bool)
    jsonb	<NULL>
jsonb_object('{}'::text[])
    jsonb	{}
jsonb_object('{a,b}'::text[])
    jsonb	{"a": "b"}
jsonb_object('{a,NULL}'::text[])
    jsonb	{"a": null}
jsonb_object('{b}'::text[])
    !2202E
jsonb_object('{1,0}'::text[])
    jsonb	{"1": "0"}
jsonb_object(NULL::text[])
    jsonb	<NULL>
jsonb_object('{a,NULL}'::text[], '{a,NULL}'::text[])
    !22004
jsonb_object('{a,b}'::text[], '{a,NULL}'::text[])
    jsonb	{"a": "a", "b": null}
jsonb_object('{}'::text[], '{a,NULL}'::text[])
    !2202E
jsonb_object(NULL::text[], '{a,NULL}'::text[])
    jsonb	<NULL>
jsonb_object('{a,b}'::text[], NULL::text[])
    jsonb	<NULL>
jsonb_object('{}'::text[], '{}'::text[])
    jsonb	{}
jsonb_object(NULL::text[], '{a,b}'::text[])
    jsonb	<NULL>
jsonb_object('{1,0}'::text[], '{}'::text[])
    !2202E
jsonb_pretty('{}'::jsonb)
    text	{\n}
jsonb_pretty('[]'::jsonb)
    text	[\n]
jsonb_pretty('[1, "a", null, {"b": [true]}]'::jsonb)
    text	[\n    1,\n    "a",\n    null,\n    {\n        "b": [\n            true\n        ]\n    }\n]
jsonb_pretty('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    text	{\n    "a": 1,\n    "b": {\n        "c": "x"\n    },\n    "d": null\n}
jsonb_pretty('1.50'::jsonb)
    text	1.50
jsonb_pretty('"s"'::jsonb)
    text	"s"
jsonb_pretty('null'::jsonb)
    text	null
jsonb_set('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, '{1,0}'::text[], '"s"'::jsonb)
    jsonb	{"a": 1, "b": {"c": "x"}, "d": null}
jsonb_set('1.50'::jsonb, NULL::text[], '1.50'::jsonb)
    jsonb	<NULL>
jsonb_set('1.50'::jsonb, '{1,0}'::text[], 'null'::jsonb)
    !22023
jsonb_set('[]'::jsonb, '{b}'::text[], 'null'::jsonb)
    !22P02
jsonb_set('1.50'::jsonb, '{b}'::text[], 'null'::jsonb)
    !22023
jsonb_set('"s"'::jsonb, '{a,NULL}'::text[], '{}'::jsonb)
    !22023
jsonb_set('"s"'::jsonb, '{a,NULL}'::text[], '[]'::jsonb)
    !22023
jsonb_set('[]'::jsonb, '{a,NULL}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    !22P02
jsonb_set('{}'::jsonb, NULL::text[], '1.50'::jsonb, true)
    jsonb	<NULL>
jsonb_set('1.50'::jsonb, '{1,0}'::text[], 'null'::jsonb, true)
    !22023
jsonb_set('[1, "a", null, {"b": [true]}]'::jsonb, '{a,b}'::text[], 'null'::jsonb, NULL::bool)
    jsonb	<NULL>
jsonb_set('[]'::jsonb, '{1,0}'::text[], '[]'::jsonb, NULL::bool)
    jsonb	<NULL>
jsonb_set('"s"'::jsonb, '{a,b}'::text[], '1.50'::jsonb, true)
    !22023
jsonb_set('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, '{a,NULL}'::text[], '[1, "a", null, {"b": [true]}]'::jsonb, false)
    !22004
jsonb_set('[1, "a", null, {"b": [true]}]'::jsonb, '{1,0}'::text[], '[]'::jsonb, NULL::bool)
    jsonb	<NULL>
jsonb_set('null'::jsonb, '{1,0}'::text[], 'null'::jsonb, true)
    !22023
jsonb_set_lax('{}'::jsonb, NULL::text[], '{}'::jsonb)
    jsonb	<NULL>
jsonb_set_lax('1.50'::jsonb, NULL::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    jsonb	<NULL>
jsonb_set_lax('[]'::jsonb, '{1,0}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    jsonb	[]
jsonb_set_lax('null'::jsonb, NULL::text[], '{}'::jsonb)
    jsonb	<NULL>
jsonb_set_lax('[1, "a", null, {"b": [true]}]'::jsonb, NULL::text[], '1.50'::jsonb)
    jsonb	<NULL>
jsonb_set_lax('[]'::jsonb, '{a,b}'::text[], 'null'::jsonb)
    !22P02
jsonb_set_lax('null'::jsonb, '{b}'::text[], '[1, "a", null, {"b": [true]}]'::jsonb)
    !22023
jsonb_set_lax('1.50'::jsonb, '{a,NULL}'::text[], '1.50'::jsonb)
    !22023
jsonb_set_lax('1.50'::jsonb, NULL::text[], '1.50'::jsonb, true)
    jsonb	<NULL>
jsonb_set_lax('{}'::jsonb, '{a,NULL}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, NULL::bool)
    jsonb	<NULL>
jsonb_set_lax('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, '{a,b}'::text[], '{}'::jsonb, false)
    jsonb	{"a": 1, "b": {"c": "x"}, "d": null}
jsonb_set_lax('[1, "a", null, {"b": [true]}]'::jsonb, '{1,0}'::text[], '1.50'::jsonb, true)
    jsonb	[1, "a", null, {"b": [true]}]
jsonb_set_lax('null'::jsonb, '{a,NULL}'::text[], '1.50'::jsonb, NULL::bool)
    jsonb	<NULL>
jsonb_set_lax('[1, "a", null, {"b": [true]}]'::jsonb, NULL::text[], 'null'::jsonb, false)
    jsonb	<NULL>
jsonb_set_lax('[]'::jsonb, NULL::text[], '[1, "a", null, {"b": [true]}]'::jsonb, NULL::bool)
    jsonb	<NULL>
jsonb_set_lax('null'::jsonb, NULL::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, false)
    jsonb	<NULL>
jsonb_set_lax('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, NULL::text[], '1.50'::jsonb, false, ' b '::text)
    jsonb	<NULL>
jsonb_set_lax('[]'::jsonb, '{a,b}'::text[], '[]'::jsonb, NULL::bool, '%a_'::text)
    jsonb	<NULL>
jsonb_set_lax('[]'::jsonb, NULL::text[], '[]'::jsonb, true, 'Hello, World'::text)
    jsonb	<NULL>
jsonb_set_lax('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, '{a,NULL}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, NULL::bool, 'äöü€'::text)
    jsonb	<NULL>
jsonb_set_lax('1.50'::jsonb, '{a,b}'::text[], '[]'::jsonb, true, 'äöü€'::text)
    !22023
jsonb_set_lax('null'::jsonb, '{1,0}'::text[], '[1, "a", null, {"b": [true]}]'::jsonb, true, 'abc'::text)
    !22023
jsonb_set_lax('null'::jsonb, '{}'::text[], '{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb, false, ''::text)
    !22023
jsonb_set_lax('1.50'::jsonb, '{1,0}'::text[], '{}'::jsonb, true, ''::text)
    !22023
jsonb_strip_nulls('{}'::jsonb)
    jsonb	{}
jsonb_strip_nulls('[]'::jsonb)
    jsonb	[]
jsonb_strip_nulls('[1, "a", null, {"b": [true]}]'::jsonb)
    jsonb	[1, "a", null, {"b": [true]}]
jsonb_strip_nulls('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    jsonb	{"a": 1, "b": {"c": "x"}}
jsonb_strip_nulls('1.50'::jsonb)
    jsonb	1.50
jsonb_strip_nulls('"s"'::jsonb)
    jsonb	"s"
jsonb_strip_nulls('null'::jsonb)
    jsonb	null
jsonb_typeof('{}'::jsonb)
    text	object
jsonb_typeof('[]'::jsonb)
    text	array
jsonb_typeof('[1, "a", null, {"b": [true]}]'::jsonb)
    text	array
jsonb_typeof('{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb)
    text	object
jsonb_typeof('1.50'::jsonb)
    text	number
jsonb_typeof('"s"'::jsonb)
    text	string
jsonb_typeof('null'::jsonb)
    text	null
to_json(1)
    json	1
to_json('a'::text)
    json	"a"
to_json(1.50)
    json	1.50
to_json(NULL::int4)
    json	<NULL>
to_json('2024-02-29'::date)
    json	"2024-02-29"
to_json(true)
    json	true
to_jsonb(1)
    jsonb	1
to_jsonb('a'::text)
    jsonb	"a"
to_jsonb(1.50)
    jsonb	1.50
to_jsonb(NULL::int4)
    jsonb	<NULL>
to_jsonb('2024-02-29'::date)
    jsonb	"2024-02-29"
to_jsonb(true)
    jsonb	true
'[1, "a", null, {"b": [true]}]'::jsonb || '1.50'::jsonb
    jsonb	[1, "a", null, {"b": [true]}, 1.50]
'"s"'::jsonb || '[1, "a", null, {"b": [true]}]'::jsonb
    jsonb	["s", 1, "a", null, {"b": [true]}]
'{}'::jsonb || '{}'::jsonb
    jsonb	{}
'{"a": 1, "b": {"c": "x"}, "d": null}'::jsonb || 'null'::jsonb
    jsonb	[{"a": 1, "b": {"c": "x"}, "d": null}, null]
'[]'::jsonb || '1.50'::jsonb
    jsonb	[1.50]
'{}'::jsonb || '1.50'::jsonb
    jsonb	[{}, 1.50]
'null'::jsonb || '"s"'::jsonb
    jsonb	[null, "s"]
'[]'::jsonb || 'null'::jsonb
    jsonb	[null]
ARRAY[true,false] && ARRAY['a','b c',NULL]
    !42883
ARRAY[1,NULL,2] && ARRAY[1.50,2.0]
    !42883
NULL::int4[] && ARRAY[1,NULL,2]
    boolean	<NULL>
ARRAY[1.50,2.0] && ARRAY[1,2,3]
    !42883
ARRAY[true,false] && ARRAY[1,NULL,2]
    !42883
NULL::int4[] && ARRAY[true,false]
    !42883
ARRAY[1,2,3] && ARRAY[1,NULL,2]
    boolean	t
ARRAY[true,false] && '{}'::int4[]
    !42883
ARRAY[1,NULL,2] <@ NULL::int4[]
    boolean	<NULL>
'{}'::int4[] <@ ARRAY['a','b c',NULL]
    !42883
NULL::int4[] <@ ARRAY[true,false]
    !42883
ARRAY['a','b c',NULL] <@ NULL::int4[]
    !42883
ARRAY['a','b c',NULL] <@ ARRAY[1.50,2.0]
    !42883
ARRAY[true,false] <@ ARRAY[1.50,2.0]
    !42883
ARRAY[true,false] <@ ARRAY['a','b c',NULL]
    !42883
ARRAY[true,false] <@ ARRAY[true,false]
    boolean	t
NULL::int4[] @> ARRAY[1,NULL,2]
    boolean	<NULL>
ARRAY[true,false] @> '{}'::int4[]
    !42883
'{}'::int4[] @> ARRAY[1,2,3]
    boolean	f
ARRAY[true,false] @> ARRAY[1,2,3]
    !42883
ARRAY[1,NULL,2] @> ARRAY[1,2,3]
    boolean	f
ARRAY[1.50,2.0] @> '{}'::int4[]
    !42883
ARRAY[1,NULL,2] @> ARRAY['a','b c',NULL]
    !42883
'{}'::int4[] @> ARRAY[1.50,2.0]
    !42883
array_append('{}'::int4[], NULL::int4)
    integer[]	{NULL}
array_append('{}'::int4[], 2)
    integer[]	{2}
array_append('{}'::int4[], 1.5)
    numeric[]	{1.5}
array_append(ARRAY[NULL,2]::int4[], 2)
    integer[]	{NULL,2,2}
array_append(ARRAY[1.5], NULL::int4)
    numeric[]	{1.5,NULL}
array_append(ARRAY[1,2,1], NULL::int4)
    integer[]	{1,2,1,NULL}
array_append(ARRAY[NULL,2]::int4[], NULL::int4)
    integer[]	{NULL,2,NULL}
array_append(ARRAY[1,2,1], 1)
    integer[]	{1,2,1,1}
array_cat(ARRAY[1,2,1], ARRAY[NULL,2]::int4[])
    integer[]	{1,2,1,NULL,2}
array_cat(ARRAY[NULL,2]::int4[], ARRAY[1.5])
    numeric[]	{NULL,2,1.5}
array_cat(ARRAY[1,2,1], '{}'::int4[])
    integer[]	{1,2,1}
array_cat(ARRAY[NULL,2]::int4[], ARRAY[1,2,1])
    integer[]	{NULL,2,1,2,1}
array_cat('{}'::int4[], '{}'::int4[])
    integer[]	{}
array_cat(ARRAY[1.5], ARRAY[NULL,2]::int4[])
    numeric[]	{1.5,NULL,2}
array_cat('{}'::int4[], ARRAY[1,2,1])
    integer[]	{1,2,1}
array_cat(ARRAY[1.5], ARRAY[1.5])
    numeric[]	{1.5,1.5}
array_dims('{}'::int4[])
    text	<NULL>
array_dims(ARRAY[1,2,3])
    text	[1:3]
array_dims(ARRAY[1,NULL,2])
    text	[1:3]
array_dims(ARRAY['a','b c',NULL])
    text	[1:3]
array_dims(ARRAY[1.50,2.0])
    text	[1:2]
array_dims(NULL::int4[])
    text	<NULL>
array_dims(ARRAY[true,false])
    text	[1:2]
array_fill(NULL::int4, '{}'::int4[])
    integer[]	{}
array_fill('a'::text, '{2}'::int4[])
    text[]	{a,a}
array_fill(true, '{}'::int4[])
    boolean[]	{}
array_fill('2024-02-29'::date, '{2}'::int4[])
    date[]	{2024-02-29,2024-02-29}
array_fill(1.50, '{2}'::int4[])
    numeric[]	{1.50,1.50}
array_fill(1.50, '{}'::int4[])
    numeric[]	{}
array_fill(1, '{}'::int4[])
    integer[]	{}
array_fill('a'::text, '{}'::int4[])
    text[]	{}
array_fill('2024-02-29'::date, '{2}'::int4[], '{1}'::int4[])
    date[]	{2024-02-29,2024-02-29}
array_fill(NULL::int4, '{}'::int4[], '{1}'::int4[])
    !2202E
array_fill(true, '{2}'::int4[], '{1}'::int4[])
    boolean[]	{t,t}
array_fill('2024-02-29'::date, '{}'::int4[], '{1}'::int4[])
    !2202E
array_fill(true, '{}'::int4[], '{1}'::int4[])
    !2202E
array_fill(1.50, '{}'::int4[], '{1}'::int4[])
    !2202E
array_fill(NULL::int4, '{2}'::int4[], '{1}'::int4[])
    integer[]	{NULL,NULL}
array_fill(1, '{2}'::int4[], '{1}'::int4[])
    integer[]	{1,1}
array_length(ARRAY[1,NULL,2], 1)
    integer	3
array_length(ARRAY['a','b c',NULL], 2147483647)
    integer	<NULL>
array_length(ARRAY[1,2,3], NULL::int4)
    integer	<NULL>
array_length('{}'::int4[], (-2147483648))
    integer	<NULL>
array_length(ARRAY[1,2,3], -1)
    integer	<NULL>
array_length(ARRAY[true,false], NULL::int4)
    integer	<NULL>
array_length(ARRAY[1,2,3], 2)
    integer	<NULL>
array_length(NULL::int4[], 1)
    integer	<NULL>
array_lower(ARRAY[1.50,2.0], -1)
    integer	<NULL>
array_lower(ARRAY[1.50,2.0], NULL::int4)
    integer	<NULL>
array_lower(ARRAY[1.50,2.0], 5)
    integer	<NULL>
array_lower(ARRAY[1,NULL,2], NULL::int4)
    integer	<NULL>
array_lower(ARRAY[1,2,3], 5)
    integer	<NULL>
array_lower(ARRAY[1,NULL,2], (-2147483648))
    integer	<NULL>
array_lower(ARRAY['a','b c',NULL], 2)
    integer	<NULL>
array_lower(ARRAY[true,false], 1)
    integer	1
array_ndims('{}'::int4[])
    integer	<NULL>
array_ndims(ARRAY[1,2,3])
    integer	1
array_ndims(ARRAY[1,NULL,2])
    integer	1
array_ndims(ARRAY['a','b c',NULL])
    integer	1
array_ndims(ARRAY[1.50,2.0])
    integer	1
array_ndims(NULL::int4[])
    integer	<NULL>
array_ndims(ARRAY[true,false])
    integer	1
array_position(ARRAY[NULL,2]::int4[], 1.5)
    integer	<NULL>
array_position('{}'::int4[], NULL::int4)
    integer	<NULL>
array_position(ARRAY[1,2,1], 2)
    integer	2
array_position(ARRAY[NULL,2]::int4[], NULL::int4)
    integer	1
array_position(ARRAY[1.5], 1)
    integer	<NULL>
array_position(ARRAY[1,2,1], 1)
    integer	1
array_position('{}'::int4[], 1)
    integer	<NULL>
array_position(ARRAY[1,2,1], 1.5)
    integer	<NULL>
array_position(ARRAY[NULL,2]::int4[], 1.5, 5)
    integer	<NULL>
array_position(ARRAY[NULL,2]::int4[], 1.5, 2147483647)
    integer	<NULL>
array_position('{}'::int4[], 1, 2)
    integer	<NULL>
array_position(ARRAY[1.5], 1, NULL::int4)
    !22004
array_position(ARRAY[1.5], 2, 0)
    integer	<NULL>
array_position(ARRAY[1,2,1], NULL::int4, NULL::int4)
    integer	<NULL>
array_position('{}'::int4[], NULL::int4, 2147483647)
    integer	<NULL>
array_position(ARRAY[1.5], 1.5, (-2147483648))
    integer	1
array_positions(ARRAY[1,2,1], 1.5)
    integer[]	{}
array_positions(ARRAY[NULL,2]::int4[], NULL::int4)
    integer[]	{1}
array_positions('{}'::int4[], 1.5)
    integer[]	{}
array_positions('{}'::int4[], NULL::int4)
    integer[]	{}
array_positions(ARRAY[1.5], NULL::int4)
    integer[]	{}
array_positions(ARRAY[NULL,2]::int4[], 1)
    integer[]	{}
array_positions(ARRAY[NULL,2]::int4[], 2)
    integer[]	{2}
array_positions(ARRAY[NULL,2]::int4[], 1.5)
    integer[]	{}
array_prepend(NULL::int4, '{}'::int4[])
    integer[]	{NULL}
array_prepend(2, ARRAY[1.5])
    numeric[]	{2,1.5}
array_prepend(NULL::int4, ARRAY[NULL,2]::int4[])
    integer[]	{NULL,NULL,2}
array_prepend(1.5, ARRAY[1.5])
    numeric[]	{1.5,1.5}
array_prepend(1, ARRAY[1,2,1])
    integer[]	{1,1,2,1}
array_prepend(2, ARRAY[NULL,2]::int4[])
    integer[]	{2,NULL,2}
array_prepend(2, '{}'::int4[])
    integer[]	{2}
array_prepend(1.5, ARRAY[1,2,1])
    numeric[]	{1.5,1,2,1}
array_remove(ARRAY[1,2,1], NULL::int4)
    integer[]	{1,2,1}
array_remove(ARRAY[1.5], 1.5)
    numeric[]	{}
array_remove('{}'::int4[], NULL::int4)
    integer[]	{}
array_remove('{}'::int4[], 1)
    integer[]	{}
array_remove('{}'::int4[], 2)
    integer[]	{}
array_remove(ARRAY[NULL,2]::int4[], 1)
    integer[]	{NULL,2}
array_remove(ARRAY[1,2,1], 2)
    integer[]	{1,1}
array_remove(ARRAY[NULL,2]::int4[], NULL::int4)
    integer[]	{2}
array_replace('{}'::int4[], 1.5, 2)
    numeric[]	{}
array_replace(ARRAY[NULL,2]::int4[], 2, NULL::int4)
    integer[]	{NULL,NULL}
array_replace(ARRAY[NULL,2]::int4[], 1.5, 1.5)
    numeric[]	{NULL,2}
array_replace('{}'::int4[], 1.5, NULL::int4)
    numeric[]	{}
array_replace(ARRAY[NULL,2]::int4[], 1, 2)
    integer[]	{NULL,2}
array_replace(ARRAY[NULL,2]::int4[], 2, 2)
    integer[]	{NULL,2}
array_replace(ARRAY[NULL,2]::int4[], 1, NULL::int4)
    integer[]	{NULL,2}
array_replace('{}'::int4[], 1.5, 1)
    numeric[]	{}
array_to_string(ARRAY[true,false], ' b '::text)
    text	t b f
array_to_string(ARRAY[true,false], '%a_'::text)
    text	t%a_f
array_to_string(ARRAY[true,false], 'abc'::text)
    text	tabcf
array_to_string(NULL::int4[], 'Hello, World'::text)
    text	<NULL>
array_to_string(ARRAY[1,NULL,2], ' b '::text)
    text	1 b 2
array_to_string(ARRAY[1.50,2.0], ' b '::text)
    text	1.50 b 2.0
array_to_string(ARRAY['a','b c',NULL], '%a_'::text)
    text	a%a_b c
array_to_string(NULL::int4[], 'äöü€'::text)
    text	<NULL>
array_to_string(ARRAY['a','b c',NULL], ' b '::text, ''::text)
    text	a b b c b 
array_to_string(ARRAY[1,2,3], 'Hello, World'::text, NULL::text)
    text	1Hello, World2Hello, World3
array_to_string('{}'::int4[], 'Hello, World'::text, 'äöü€'::text)
    text	
array_to_string(ARRAY[1.50,2.0], 'a'::text, ''::text)
    text	1.50a2.0
array_to_string(ARRAY[true,false], '1'::text, '1'::text)
    text	t1f
array_to_string(ARRAY[true,false], ''::text, '%a_'::text)
    text	tf
array_to_string('{}'::int4[], ' b '::text, '1'::text)
    text	
array_to_string(ARRAY[true,false], 'abc'::text, 'abc'::text)
    text	tabcf
array_upper(ARRAY[1,NULL,2], (-2147483648))
    integer	<NULL>
array_upper(ARRAY[true,false], 1)
    integer	2
array_upper(ARRAY[1,2,3], NULL::int4)
    integer	<NULL>
array_upper(ARRAY['a','b c',NULL], (-2147483648))
    integer	<NULL>
array_upper(ARRAY[true,false], 2)
    integer	<NULL>
array_upper(ARRAY[true,false], 5)
    integer	<NULL>
array_upper('{}'::int4[], 5)
    integer	<NULL>
array_upper(NULL::int4[], 0)
    integer	<NULL>
cardinality('{}'::int4[])
    integer	0
cardinality(ARRAY[1,2,3])
    integer	3
cardinality(ARRAY[1,NULL,2])
    integer	3
cardinality(ARRAY['a','b c',NULL])
    integer	3
cardinality(ARRAY[1.50,2.0])
    integer	2
cardinality(NULL::int4[])
    integer	<NULL>
cardinality(ARRAY[true,false])
    integer	2
string_to_array('abc'::text, 'abc'::text)
    text[]	{"",""}
string_to_array(NULL::text, ' b '::text)
    text[]	<NULL>
string_to_array('äöü€'::text, 'Hello, World'::text)
    text[]	{äöü€}
string_to_array('1'::text, '1'::text)
    text[]	{"",""}
string_to_array(NULL::text, 'Hello, World'::text)
    text[]	<NULL>
string_to_array('abc'::text, 'a'::text)
    text[]	{"",bc}
string_to_array(''::text, 'äöü€'::text)
    text[]	{}
string_to_array(' b '::text, '1'::text)
    text[]	{" b "}
string_to_array('1'::text, ' b '::text, 'Hello, World'::text)
    text[]	{1}
string_to_array('Hello, World'::text, 'äöü€'::text, NULL::text)
    text[]	{"Hello, World"}
string_to_array('a'::text, 'abc'::text, NULL::text)
    text[]	{a}
string_to_array(''::text, ''::text, '1'::text)
    text[]	{}
string_to_array('Hello, World'::text, '1'::text, ' b '::text)
    text[]	{"Hello, World"}
string_to_array(''::text, '%a_'::text, '1'::text)
    text[]	{}
string_to_array(' b '::text, 'Hello, World'::text, 'abc'::text)
    text[]	{" b "}
string_to_array('äöü€'::text, '1'::text, 'äöü€'::text)
    text[]	{NULL}
trim_array('{}'::int4[], 1)
    !2202E
trim_array(ARRAY[1,NULL,2], 0)
    integer[]	{1,NULL,2}
trim_array(NULL::int4[], 5)
    integer[]	<NULL>
trim_array(ARRAY[1,2,3], 2147483647)
    !2202E
trim_array(ARRAY['a','b c',NULL], 5)
    !2202E
trim_array(ARRAY['a','b c',NULL], NULL::int4)
    text[]	<NULL>
trim_array(ARRAY[1,NULL,2], NULL::int4)
    integer[]	<NULL>
trim_array(ARRAY[1,NULL,2], 1)
    integer[]	{1,NULL}
width_bucket(NULL::int4, '{}'::int4[])
    integer	<NULL>
width_bucket(1.5, ARRAY[1.5])
    integer	1
width_bucket(2, ARRAY[1.5])
    integer	1
width_bucket(1, '{}'::int4[])
    integer	0
width_bucket(NULL::int4, ARRAY[NULL,2]::int4[])
    integer	<NULL>
width_bucket(1, ARRAY[1,2,1])
    integer	1
width_bucket(2, ARRAY[1,2,1])
    integer	3
width_bucket(2, ARRAY[NULL,2]::int4[])
    !22004
1 || ARRAY[NULL,2]::int4[]
    integer[]	{1,NULL,2}
1.5 || ARRAY[NULL,2]::int4[]
    numeric[]	{1.5,NULL,2}
2 || ARRAY[1,2,1]
    integer[]	{2,1,2,1}
1.5 || ARRAY[1.5]
    numeric[]	{1.5,1.5}
NULL::int4 || '{}'::int4[]
    integer[]	{NULL}
NULL::int4 || ARRAY[NULL,2]::int4[]
    integer[]	{NULL,NULL,2}
NULL::int4 || ARRAY[1,2,1]
    integer[]	{NULL,1,2,1}
2 || '{}'::int4[]
    integer[]	{2}
ARRAY[1,2,1] || 1
    integer[]	{1,2,1,1}
ARRAY[1.5] || 2
    numeric[]	{1.5,2}
'{}'::int4[] || NULL::int4
    integer[]	{NULL}
'{}'::int4[] || 2
    integer[]	{2}
ARRAY[1,2,1] || 2
    integer[]	{1,2,1,2}
ARRAY[NULL,2]::int4[] || 1
    integer[]	{NULL,2,1}
'{}'::int4[] || 1
    integer[]	{1}
ARRAY[NULL,2]::int4[] || 1.5
    numeric[]	{NULL,2,1.5}
ARRAY[NULL,2]::int4[] || ARRAY[NULL,2]::int4[]
    integer[]	{NULL,2,NULL,2}
ARRAY[NULL,2]::int4[] || ARRAY[1,2,1]
    integer[]	{NULL,2,1,2,1}
ARRAY[1.5] || ARRAY[NULL,2]::int4[]
    numeric[]	{1.5,NULL,2}
'{}'::int4[] || ARRAY[1,2,1]
    integer[]	{1,2,1}
ARRAY[NULL,2]::int4[] || ARRAY[1.5]
    numeric[]	{NULL,2,1.5}
ARRAY[NULL,2]::int4[] || '{}'::int4[]
    integer[]	{NULL,2}
'{}'::int4[] || ARRAY[1.5]
    numeric[]	{1.5}
ARRAY[1,2,1] || ARRAY[1.5]
    numeric[]	{1,2,1,1.5}
