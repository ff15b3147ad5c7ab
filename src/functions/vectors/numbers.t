to_char(1234567.891::numeric, '9.99EEEE')
    text	 1.23e+06
to_char(0::float8, 'FMS999')
    text	+0
to_char(1e20::float8, '')
    text	
to_number('12+', '0999')
    numeric	12
to_char((2147483647)::int8, '99.99')
    text	 ##.##
to_char(485::float8, '9,999')
    text	   485
to_number('1 234', '9900')
    numeric	1234
to_char((9223372036854775807)::int8, 'FM009')
    text	###
to_char('-0'::float8, 'FM9.9')
    text	-0.
to_char((-12)::int8, '"a \"b" 99')
    text	a "b -12
to_char('-0'::float4, '0,000.0')
    text	-0,000.0
to_char(3999::numeric, '0.09')
    text	 #.##
to_char((-2147483648)::int8, '9C9')
    text	-##
to_char(-1::float4, '999SG')
    text	  1-
to_char(-1::float8, '9990')
    text	   -1
to_char(9.99::numeric, 'FM9')
    text	#
to_char((-2147483648)::int8, 'FM0')
    text	-#
to_char('-0'::float4, '.99')
    text	-.##
to_char('-Infinity'::numeric, '9,999')
    text	-#,###
to_char((12)::int4, 'L999')
    text	   12
to_char(1.5::float4, 'FM9')
    text	2
to_char(1e-5::numeric, '$999')
    text	$   0
to_char('NaN'::float4, 'FM.99')
    text	.##
to_char((-12)::int4, '0.09')
    text	-#.##
to_number('<12', 'FM00.0')
    numeric	12
to_char(99.995::float8, 'FM999,999,999')
    text	100
to_char(1::float4, 'FM990.09')
    text	1.0
to_char(1000000::numeric, '999PR')
    text	 ### 
to_char(4000::numeric, '9 PR')
    text	 #  
to_char(1234567.891::float8, 'FM9SG')
    text	#+
to_char(0.5::float4, '0,000.0')
    text	 0,000.5
to_char(1e20::float4, '0.09')
    text	 #.
to_char('-0'::float4, '000,000')
    text	-000,000
to_char('NaN'::numeric, 'G99')
    text	  ##
to_char(-0.0::numeric, 'abc')
    text	a
to_char(0.1::float8, '99.99')
    text	   .10
to_char(0.1::float4, 'SG99.9')
    text	+  .1
to_char(1e-5::numeric, '99.99')
    text	   .00
to_char(1e20::numeric, '999%')
    text	 ###%
to_number('12.', '9 PR')
    numeric	1
to_char((-1234567)::int4, '999S')
    text	###-
to_char(-0.0::numeric, 'FM9999th')
    text	0th
to_char(485::float4, '.99')
    text	 .##
to_char((-12)::int4, '99.99S')
    text	12.00-
to_char((-1)::int4, 'FM00.0')
    text	-01.0
to_char(99.995::float8, 'FM0999')
    text	0100
to_char('NaN'::float8, 'FM999G999D00')
    text	NaN
to_char((-12)::int4, 'FM9V9')
    text	-##
to_char(0.5::float4, '999%')
    text	   0%
to_number('-.5', '9C9')
    numeric	-5
to_number('12', 'FM990.09')
    numeric	12
to_char(-0.5::float4, 'FM999MI')
    text	0-
to_char(99.995::numeric, 'FM90.00')
    text	##.##
to_char('-0'::float8, '0,000.0')
    text	-0,000.0
to_char(485::float8, 'FM999G999D00')
    text	485.00
to_char(1e20::float8, 'FM9MI9')
    text	##
to_char(0.5::numeric, 'PL999')
    text	+   1
to_char(0.1::float8, '9\"9')
    text	 " 0
to_char(-99.995::numeric, 'FM99.99')
    text	-##.##
to_char(-0.5::float8, 'FM99.90')
    text	-.50
to_number('1st', 'SG999')
    numeric	1
to_char(12::numeric, '00.00')
    text	 12.00
to_char((-12)::int8, 'FM999,999,999')
    text	-12
to_char((-2147483648)::int4, '0.09')
    text	-#.##
to_char(1234567.891::numeric, 'FMSG9')
    text	+#
to_char('NaN'::numeric, 'SG999')
    text	+NaN
to_char('-0'::float8, 'S9S')
    !42601
to_number('<12', 'FM0999')
    numeric	12
to_char('-0'::float4, 'FM9900.0099')
    text	-00.00
to_char((-1234567)::int4, '0')
    text	-#
to_number('12 -', '')
    numeric	<NULL>
to_char((100)::int4, '99.9V9')
    !42601
to_char(99.995::numeric, '99999.9999999999')
    text	    99.9950000000
to_number('é12', '9 PR')
    !22P02
to_char(99.995::float4, '99999999999999999999')
    text	                  100
to_char(0.5::float4, '9"x"9')
    text	 x 0
to_char(-0.5::float4, '99V99')
    text	  -50
to_char(1.5::float8, 'L9,999.99')
    text	      1.50
to_number('- 12', 'FM9.')
    numeric	-1
to_char(1e15::float8, 'FM999MI')
    text	###
to_number('12.345-', 'MI999')
    numeric	12
to_number('12+', '.')
    !22003
to_char(0::numeric, 'L9,999.99')
    text	       .00
to_char((485)::int4, '999,999,999.99')
    text	         485.00
to_char(1000000::numeric, '000,000')
    text	 ###,###
to_char('Infinity'::float4, '99V99')
    text	 ####
to_char(-123.456::float8, '9900')
    text	 -123
to_char(12345678901234567890.123::numeric, 'S9S')
    !42601
to_char(123.456::float8, 'FM9EEEE')
    !42601
to_number('1 234', 'RN')
    !0A000
to_char(1e20::numeric, '99999999999999999999')
    text	 ####################
to_char('-Infinity'::float8, '999TH')
    text	-###
to_char((-12)::int4, 'PL9')
    text	 -#
to_char(1e20::float4, '9,999')
    text	 #,###
to_char('-0'::float4, 'FM0999')
    text	-0000
to_char(100::numeric, 'SP9')
    text	 #
to_char(0::float4, '.99')
    text	 .##
to_char(12::numeric, 'MI999')
    text	  12
to_number('abc', '9.999eeee')
    !0A000
to_char((5)::int4, 'FM9EEEE')
    !42601
to_char(2.5::float8, 'FMS999')
    text	+2
to_char(112::numeric, '9..9')
    !42601
to_char((485)::int4, 'FM.99')
    text	.##
to_char(1e-5::float4, '9990')
    text	    0
to_number('-1', '999,999,999.99')
    numeric	-1
to_char(1e15::float8, '9G999D99')
    text	 #,###.
to_number('1,234.5', '9"x"9')
    numeric	12
to_char((1234567)::int4, '999%')
    text	 ###%
to_char(123.456::numeric, '000,000')
    text	 000,123
to_number('$1,234,567.89', '0')
    !22P02
to_number('é12', 'SP9')
    !22P02
to_char((1)::int4, '99.9V9')
    !42601
to_char(5::numeric, 'FM9EEEE')
    !42601
to_number('é12', 'FM999S')
    numeric	1
to_char(-1::float4, 'B999')
    text	  -1
to_char(-0.5::float4, '9D9G9')
    text	 -.5,0
to_char(-0.5::float8, 'S9S')
    !42601
to_char('Infinity'::numeric, '0,000.0')
    text	 #,###.#
to_number('$1,234,567.89', '99999999999999999999')
    numeric	123456789
to_char((-2147483648)::int4, '9999999999999999.99999')
    text	      -2147483648.00000
to_char(-0.5::numeric, '9,999')
    text	    -1
to_number('0', '0,000.0')
    numeric	0
to_char((2147483647)::int4, 'FM9.9')
    text	#.#
to_char((-12)::int8, 'rn')
    text	###############
to_char(-123.456::float8, 'SS9')
    !42601
to_number('12.345-', '9S99')
    numeric	12
to_number('', '9,999')
    !22P02
to_char((1234567)::int4, '00.00')
    text	 ##.##
to_char(1e-5::float8, '0.09')
    text	 0.00
to_number('<12', 'FMRN')
    !0A000
to_number('12', 'FM999MI')
    numeric	12
to_char(123.456::float8, 'FM9V9')
    text	##
to_number('<12>', '9999')
    numeric	12
to_char(0.1::float4, '000,000')
    text	 000,000
to_number('0.5', 'FM0999')
    numeric	5
to_number('.5', '9900')
    numeric	5
to_char(123.456::float8, 'FM9.')
    text	#.
to_char(-0.05::numeric, '999TH')
    text	   0TH
to_number('1.2.3', 'SG99.9')
    numeric	1.2
to_char(-123.456::numeric, ' 99 ')
    text	 -## 
to_number('<12', '999,999,999.99')
    numeric	12
to_char(11::numeric, 'B999')
    text	  11
to_char(485::float4, '9999')
    text	  485
to_char((3999)::int4, 'PL999MI')
    text	+### 
to_char(99.995::float8, 'B9.9')
    text	 #.#
to_char(-1::float8, 'MI999')
    text	-  1
to_char(485::float8, 'PL9')
    text	+ #
to_char(-0.5::float8, 'FM0999')
    text	-0000
to_char(0.5::numeric, 'S9S')
    !42601
to_char((-1)::int4, '0.09')
    text	-1.00
to_char((1234567)::int4, 'SG99.9')
    text	+##.#
to_number('<12>', '9\"9')
    numeric	2
to_char(123.456::float8, '999TH')
    text	 123RD
to_char(0::float4, 'S999')
    text	  +0
to_number('', '999TH')
    !22P02
to_char(0.5::float8, 'L9,999.99')
    text	       .50
to_char(4000::numeric, 'abc')
    text	a
to_char(0::numeric, '')
    text	
to_char(1::float8, 'S9S')
    !42601
to_char(1e20::numeric, '999,999,999.99')
    text	 ###,###,###.##
to_char('-Infinity'::numeric, 'MI999')
    text	-###
to_char(11::numeric, '99999999999999999999')
    text	                   11
to_char(1e15::float4, 'abc')
    text	a
to_char('Infinity'::float4, 'FM99.90')
    text	##.
to_char(0.1::float4, 'FMrn')
    text	###############
to_char(0.1::numeric, 'S99.99')
    text	  +.10
to_number('1 234', '0009')
    numeric	1234
to_char(485::float4, '0')
    text	 #
to_char(12::numeric, '$999')
    text	$  12
to_char(5::numeric, '999th')
    text	   5th
to_number('x1y2', 'PL999')
    numeric	12
to_char('Infinity'::numeric, '.99')
    text	 .##
to_char(0.999::numeric, '9"x"9')
    text	 x 1
to_number('12.', 'FM990.09')
    numeric	12
to_char(99.995::numeric, '9 9 9')
    text	 1 0 0
to_char(-123.456::float8, 'FM999PR')
    text	<123>
to_char('-0'::float8, 'FMS999')
    text	-0
to_char(0.5::float8, '999,999,999.99')
    text	            .50
to_char(5::numeric, 'FM999MI')
    text	5
to_char(-123.456::float8, 'FMS999')
    text	-123
to_char(-123.456::float4, 'FM999PR')
    text	<123>
to_number('12', '999.000')
    numeric	12
to_char(0.5::numeric, '999.99PR')
    text	    .50 
to_char(0.1::numeric, '999')
    text	   0
to_char((485)::int8, '9.9.9')
    !42601
to_number('$12.34', '$999')
    numeric	12
to_char('NaN'::float4, 'G99')
    text	  ##
to_char(0.1::numeric, 'FMMI99.99')
    text	.1
to_char('NaN'::numeric, 'FMRN')
    !0A000
to_char(1e15::float8, '999th')
    text	 ###
to_char('-Infinity'::float8, '9')
    text	-#
to_char(1234567.891::float8, '99.99S')
    text	##.##+
to_char('-Infinity'::float4, '.99')
    text	-.
to_char('-Infinity'::numeric, 'FM009')
    text	-###
to_char(1234567.891::numeric, '9\"9')
    text	 #"#
to_char((485)::int8, 'PL9')
    text	+ #
to_char(1e20::float4, 'FM999,999,999')
    text	###,###,###
to_char(11::numeric, 'EEEE')
    text	 1e+01
to_char(-0.5::numeric, 'S999')
    text	  -1
to_number('12.', '99.99S')
    numeric	12
to_char('-Infinity'::float4, 'SP9')
    text	-#
to_char('Infinity'::float4, 'FMPL9')
    text	+#
to_number('<12>', '9.9')
    !22003
to_number('-12', 'FM90.00')
    numeric	-12
to_number('1234567890.123456789', '999TH')
    numeric	123
to_char((2147483647)::int8, '999.000')
    text	 ###.###
to_char(0::float8, '9999999999999999.99999')
    text	                 .00000
to_number('<12', '.')
    !22P02
to_number('1,234.5', 'FM0999')
    numeric	123
to_number('$12.34', '9999999999999999.99999')
    numeric	12.34
to_char(1234567.891::float8, '999%')
    text	 ###%
to_char(2::numeric, '')
    text	
to_char(2::numeric, 'abc')
    text	a
to_char((-12)::int4, 'abc')
    text	a
to_char((485)::int8, '')
    text	
to_char(485::numeric, 'FM90.00')
    text	##.##
to_char(99.995::float4, '9PR9')
    !42601
to_char(1234567.891::float4, '9 PR')
    text	 #  
to_char(1e15::float8, 'abc')
    text	a
to_char(99.995::float4, '0.09')
    text	 #.##
to_char(0::float8, 'PL999')
    text	+   0
to_char(-123.456::float4, '00.00')
    text	-##.##
to_char(2.5::float8, 'SG999')
    text	+  2
to_char(485::float8, '9.')
    text	 #.
to_char(1::float8, '9S99')
    text	  +1
to_char((1)::int4, 'FM9999.9999')
    text	1.
to_char(-1::numeric, 'FM9EEEE')
    !42601
to_char(99.995::float4, 'FM9D')
    text	#.
to_char(11::numeric, '999.000')
    text	  11.000
to_char(-1::numeric, 'FM90.00')
    text	-1.00
to_char(-1::numeric, '9')
    text	-1
to_char(1.5::float4, 'FM999,999,999')
    text	2
to_number('-123.45', 'PL9')
    numeric	-1
to_char(1234567.891::float8, 'FM009')
    text	###
to_char(1234567.891::float4, 'FM99.99')
    text	##.
to_char(-1234567.891::numeric, '"a \"b" 99')
    text	a "b -##
to_char(2::numeric, 'FMPL9')
    text	+2
to_char((2147483647)::int4, '09')
    text	 ##
to_char((5)::int4, '9,999')
    text	     5
to_char(123.456::float8, 'SG999')
    text	+123
to_char('-Infinity'::numeric, 'FMPL9')
    text	-#
to_char((-12)::int4, 'x9y9z')
    text	x-1y2z
to_char(-99.995::numeric, 'FMS999')
    text	-100
to_char(1e20::float4, '9 PR')
    text	 #  
to_char((100)::int4, 'FML999')
    text	 100
to_char(1000000::numeric, 'B999')
    text	 ###
to_char(4000::numeric, '9PL')
    text	 #+
to_char('NaN'::numeric, '"a \"b" 99')
    text	a "b  ##
to_char(1234567.891::float8, 'SS9')
    !42601
to_char(123.456::float8, 'FM990.09')
    text	123.46
to_char(100::numeric, 'FM0999')
    text	0100
to_char(-0.5::numeric, '9..9')
    !42601
to_char(3999::numeric, '99999.9999999999')
    text	  3999.0000000000
to_char(485::float8, '9PR9')
    !42601
to_char((1)::int4, '9.9.9')
    !42601
to_char(-1::numeric, '99.9V9')
    !42601
to_char(-0.05::numeric, 'FM9')
    text	0
to_char((5)::int4, '99.99S')
    text	 5.00+
to_char(0::numeric, 'FM90.00')
    text	0.00
to_number('.5', '99.9V9')
    !42601
to_char((2147483647)::int4, 'FM9EEEE')
    !42601
to_number('', 'FM9999th')
    !22P02
to_char(123.456::float8, 'FMRN')
    text	CXXIII
to_char((1234567)::int4, '9PR9')
    !42601
to_number('<12', 'FM99.90')
    numeric	12
to_number('<12>', 'FMS999')
    numeric	12
to_char((1234567)::int4, '9S99')
    text	+###
to_char(-123.456::numeric, '0009')
    text	-0123
to_char(-12::numeric, '09')
    text	-12
to_char(99.995::numeric, 'SG999')
    text	+100
to_char(-1234567.891::numeric, 'FM9900.0099')
    text	-####.####
to_char(123.456::float4, '9"x"9')
    text	 #x#
to_char(-1::float4, '99.99S')
    text	 1.00-
to_number('<12>', '99.99S')
    numeric	12
to_char(-1::float4, 'FM00.0')
    text	-01.0
to_char(1.5::float8, '09')
    text	 02
to_number('12', 'FM9EEEE')
    !42601
to_char(-99.995::numeric, 'FM9900.0099')
    text	-99.995
to_char((-9223372036854775808)::int8, '99V99')
    !22003
to_number('12', '99')
    numeric	12
to_char(-1::numeric, 'FM9.9')
    text	-1.
to_number('1,234.5', '9S99')
    numeric	12
to_char(0::numeric, 'FMRN')
    text	###############
to_char((-1234567)::int4, '0009')
    text	-####
to_char(0.1::float8, '"a \"b" 99')
    text	a "b   0
to_char((485)::int4, 'MI999')
    text	 485
to_char(0::float4, 'B9.9')
    text	  .0
to_number('12-', '9 9 9')
    numeric	1
to_char(2::numeric, '999PR')
    text	   2 
to_char(0.1::float4, 'FM9900.0099')
    text	00.10
to_char((-9223372036854775808)::int8, 'FM00.0')
    text	-##.#
to_number('12.345-', 'abc')
    !22P02
to_char(1e-5::float8, 'SG9S')
    !42601
to_char(1e-5::numeric, '9EEEE')
    text	 1e-05
to_char(2::numeric, 'FM9MI9')
    text	2
to_char('Infinity'::numeric, '999PR')
    text	 ### 
to_char(-99.995::numeric, 'FMPL9')
    text	-#
to_number('1 234', 'S9S')
    !42601
to_number('x1y2', '0')
    !22P02
to_number('12+', 'FM9EEEE')
    !42601
to_char((-1)::int4, '999PL')
    text	  -1 
to_number(' 12 ', '9PR9')
    !42601
to_char(1234567.891::numeric, 'L999')
    text	  ###
to_number('12th', 'FMSG9')
    numeric	1
to_char('Infinity'::float8, 'abc')
    text	a
to_number('.5', '999TH')
    numeric	5
to_number('+12', 'SS9')
    !42601
to_char('-Infinity'::float4, '999PR')
    text	<###>
to_char(3999::numeric, 'FM999PL')
    text	###+
to_char(100::numeric, '0009')
    text	 0100
to_char('-Infinity'::float4, '9..9')
    !42601
to_char(1.5::float8, 'B9.9')
    text	 1.5
to_number('12+', 'FMRN')
    !0A000
to_char(0.5::numeric, '0999')
    text	 0001
to_char('NaN'::float4, '09')
    text	 ##
to_number('12.', 'FM0')
    numeric	1
to_char(3999::numeric, '999th')
    text	 ###
to_char(1000000::numeric, 'SS9')
    !42601
to_char(1234567.891::float8, 'RN')
    text	###############
to_char(-0.5::numeric, '999PL')
    text	  -1 
to_number('12th', 'FMS999')
    numeric	12
to_char(0.1::float8, '9PL')
    text	 0+
to_char(2.5::float8, 'FM9EEEE')
    !42601
to_char('NaN'::float4, 'FM9.')
    text	#.
to_number('é12', '9.9.9')
    !42601
to_number('12-', 'L999')
    numeric	12
to_char('NaN'::float8, 'B999')
    text	 NaN
to_char((1)::int4, '"a \"b" 99')
    text	a "b   1
to_char(-1234567.891::numeric, '999,999,999.99')
    text	  -1,234,567.89
to_char(-0.5::float4, 'SG99.9')
    text	-  .5
to_char(2.5::float4, 'FM99.99')
    text	2.5
to_char(99.995::float4, '999PR')
    text	 100 
to_char('-Infinity'::float4, '99999.9999999999')
    text	-#####.
to_char(-123.456::float8, '999PL')
    text	-123 
to_char(-0.5::float8, '9.999eeee')
    text	-5.000e-01
to_char(0::numeric, 'SG999')
    text	+  0
to_char(99.995::numeric, '9.9.9')
    !42601
to_char(-12::numeric, 'FM9SG')
    text	#-
to_char(123.456::float8, 'PL9')
    text	+ #
to_number('+12', '0,000.0')
    numeric	12
to_char(0.999::numeric, '9')
    text	 1
to_char(1::float8, '9PR9')
    !42601
to_number('<12>', '9990')
    numeric	12
to_char(0.1::float8, 'FM9EEEE')
    !42601
to_number('-123.45', 'PL999MI')
    numeric	-123
to_number('+12', '99')
    numeric	12
to_char('-Infinity'::float4, '999,999,999.99')
    text	 -In,fin,ity
to_number('<12>', 'FM999,999,999')
    numeric	12
to_number('12-', '0.09')
    !22003
to_char(0.1::numeric, 'FM990.09')
    text	0.1
to_char(0::float8, ' 99 ')
    text	   0 
to_number('12.', 'D99')
    !22003
to_number('+12', 'SG999')
    numeric	12
to_number('0', 'EEEE')
    !0A000
to_char(-0.5::numeric, 'FM999PL')
    text	-1
to_char(12345678901234567890.123::numeric, '9PR9')
    !42601
to_char((1234567)::int4, 'FM999MI')
    text	###
to_char(0::float8, 'FM0')
    text	0
to_number('', 'FM0')
    !22P02
to_char(9.99::numeric, 'FM9MI9')
    text	10
to_char('NaN'::float8, '9EEEE')
    text	 #.####
to_char('NaN'::numeric, 'FM9')
    text	#
to_number('$1,234,567.89', 'PL999MI')
    numeric	12
to_number('12th', '999.99PR')
    numeric	12
to_char(-123.456::float4, '')
    text	
to_char('-Infinity'::float8, 'PL999MI')
    text	 ###-
to_char(-0.5::float4, 'abc')
    text	a
to_number('1st', '99V99')
    numeric	0.0100000000000000
to_char(99.995::float4, '999,999,999.99')
    text	         100.00
to_number('1', 'L9,999.99')
    numeric	1
to_char(1.5::float4, 'FM999S')
    text	2+
to_char(0.1::float4, 'MI999')
    text	   0
to_char((-1)::int4, 'S999')
    text	  -1
to_char(123.456::float4, '09')
    text	 ##
to_char(-0.5::float8, 'FMS999')
    text	-0
to_char(1e-5::numeric, '9D9G9')
    text	  .0,0
to_char(-0.5::numeric, '99999.9999999999')
    text	     -.5000000000
to_number('1.2.3', '9PR9')
    !42601
to_number('0.5', '9.9')
    numeric	0.5
to_char(99.995::float8, '99.99S')
    text	##.##+
to_char(1234567.891::float4, 'PL9')
    text	+ #
to_number('12', 'FM00.0')
    numeric	12
to_char(0.5::numeric, 'FM9D')
    text	1
to_char(1e-5::float8, 'SS9')
    !42601
to_number('$12.34', '99.99')
    numeric	12.3
to_char(-123.456::float4, 'B999')
    text	-123
to_char((3999)::int4, 'FM999S')
    text	###+
to_char(0::float4, 'FM99.90')
    text	.00
to_char('-Infinity'::float8, 'FM99.90')
    text	-##.##
to_char(123.456::numeric, '999S')
    text	123+
to_char(1.5::float8, '9999')
    text	    2
to_char((2147483647)::int8, '999')
    text	 ###
to_number('12+', 'PL999MI')
    numeric	12
to_number('12.345-', 'L9,999.99')
    numeric	12.34
to_number('abc', '09')
    !22P02
to_char(0.5::numeric, 'FM90.00')
    text	0.50
to_char(1e20::float4, '9900')
    text	 ####
to_number('- 12', '99.9V9')
    !42601
to_char((9223372036854775807)::int8, 'S99.99')
    text	+##.##
to_char((-12)::int8, 'FM0')
    text	-#
to_char(100::numeric, '999PL')
    text	 100+
to_number('é12', 'FM009')
    numeric	1
to_char(1234567.891::numeric, '999SG')
    text	###+
to_char('Infinity'::float4, '09')
    text	 ##
to_char((1)::int4, 'FML999')
    text	 1
to_char((2147483647)::int4, '999SG')
    text	###+
to_char(-1::float8, 'FM9999th')
    text	-1
to_char((485)::int4, 'SG9S')
    !42601
to_char((1)::int4, 'L999')
    text	    1
to_number('$1,234,567.89', 'B9.9')
    numeric	1
to_char((1234567)::int4, 'G99')
    text	  ##
to_char((485)::int8, '9.99EEEE')
    text	 4.85e+02
to_char(1e-5::float8, 'RN')
    text	###############
to_char(1::numeric, 'FM99.90')
    text	1.00
to_char(0.1::float4, '.99')
    text	 .##
to_number('1', 'FM999,999,999')
    numeric	1
to_char(-123.456::numeric, '999S')
    text	123-
to_char('-Infinity'::float8, '0.09')
    text	-#.##
to_number('1 234', 'G99')
    numeric	12
to_char((-1234567)::int4, 'B9.9')
    text	-#.#
to_char(-0.5::float4, '9999999999999999.99999')
    text	                -.50000
to_number('12', '00.00')
    numeric	12
to_char(1e20::float4, '0,000.0')
    text	 #,###.
to_number('+12', '9C9')
    numeric	12
to_char(-99.995::numeric, '0009')
    text	-0100
to_char(4000::numeric, 'FM.99')
    text	.##
to_number('1 234', 'FM00.0')
    !22003
to_char((2147483647)::int8, 'SG9S')
    !42601
to_char(-1::numeric, '999S')
    text	  1-
to_char(-1::float4, 'FM9900.0099')
    text	-01.00
to_char(99.995::float8, 'FMS999')
    text	+100
to_char((0)::int4, '9900')
    text	   00
to_char(-12::numeric, 'SP9')
    text	-#
to_char('Infinity'::numeric, '9999')
    text	 ####
to_char(1e15::float8, '9.')
    text	 #.
to_number('12th', '')
    numeric	<NULL>
to_char(11::numeric, 'FMMI99.99')
    text	11.
to_char(0.999::numeric, 'PL9')
    text	+ 1
to_char(1e-5::float8, '9')
    text	 0
to_number('<12>', '')
    numeric	<NULL>
to_number('12', 'PL999MI')
    numeric	12
to_char((5)::int4, 'FMS999')
    text	+5
to_char((0)::int4, '999MI')
    text	  0 
to_char('-Infinity'::float4, 'S99.99')
    text	-##.
to_char((-9223372036854775808)::int8, 'SS9')
    !42601
to_char(1e20::numeric, 'FMSG9')
    text	+#
to_number('+12', 'L9,999.99')
    numeric	12
to_char(1e20::numeric, 'FM990.09')
    text	###.##
to_char(-99.995::numeric, '999%')
    text	-100%
to_char(1234567.891::float4, '0.09')
    text	 #.
to_char((-12)::int8, '9.99EEEE')
    text	-1.20e+01
to_number('<12', 'FM990.09')
    numeric	12
to_char((1234567)::int4, '0009')
    text	 ####
to_char(-0.5::float8, 'FM9900.0099')
    text	-00.50
to_char(1.5::float4, '$999')
    text	$   2
to_char(-0.05::numeric, '9.9.9')
    !42601
to_number('12.', '.99')
    !22003
to_number('-123.45', 'FM999,999,999')
    numeric	-12345
to_char(1e-5::float8, 'FM90.00')
    text	0.00
to_number('$12.34', '9 PR')
    !22P02
to_char(0::numeric, '0.09')
    text	 0.00
to_char(2.5::float8, 'L9,999.99')
    text	      2.50
to_char('NaN'::float8, 'PL999')
    text	+ NaN
to_char(0::float4, 'FMrn')
    text	###############
to_char((100)::int4, '9.9')
    text	 #.#
to_number('123.45', '9 9 9')
    numeric	134
to_char(3999::numeric, 'FM99.99')
    text	##.##
to_char(0::float8, '9C9')
    text	  0
to_char(0::float4, '99999999999999999999')
    text	                    0
to_char(-123.456::numeric, 'FM999,999,999')
    text	-123
to_char(1e-5::float4, '09')
    text	 00
to_number('1', 'B999')
    numeric	1
to_char(-99.995::numeric, '00.00')
    text	-##.##
to_char(3999::numeric, 'FM9.')
    text	#.
to_char((2147483647)::int4, '9.99EEEE')
    text	 2.15e+09
to_char(-1::numeric, 'FMPL9')
    text	-1
to_char(-1234567.891::numeric, '9C9')
    text	-##
to_char(1e-5::float4, '9PL')
    text	 0+
to_char((0)::int4, 'SP9')
    text	 0
to_char(-0.05::numeric, 'FM999PL')
    text	0+
to_number('x1y2', 'FMS999')
    numeric	1
to_char(0.5::float4, 'FMrn')
    text	###############
to_char(-1::float4, '99999999999999999999')
    text	                   -1
to_char(-123.456::float8, '9C9')
    text	-##
to_char(123.456::numeric, 'FM009')
    text	123
to_number('<12', '9.9.9')
    !42601
to_number('1.2.3', '000,000')
    numeric	123
to_char('-0'::float8, '9C9')
    text	 -0
to_char(-0.5::float8, 'L9,999.99')
    text	      -.50
to_number('é12', 'MI999')
    numeric	12
to_char('-Infinity'::numeric, '9900')
    text	-####
to_char(0.1::float8, 'RN')
    text	###############
to_char('NaN'::float8, '999%')
    text	 NaN%
to_char(1e-5::float8, 'FM999PL')
    text	0+
to_char(485::float4, 'FM9.')
    text	#.
to_char(99.995::numeric, 'S99.99')
    text	+##.##
to_char((9223372036854775807)::int8, '.99')
    text	 .##
to_char((485)::int4, 'FM990.09')
    text	485.0
to_number('-123.45', '9PL')
    numeric	-1
to_char(-0.0::numeric, 'FM9.')
    text	0
to_char('-0'::float4, '99.9V9')
    !42601
to_char(2.5::float8, '9,999')
    text	     2
to_number('abc', 'FM9')
    !22P02
to_char((5)::int4, 'L999')
    text	    5
to_char('-0'::float8, '0')
    text	-0
to_char(1e15::float4, '9,999')
    text	 #,###
to_char((3999)::int4, '999SG')
    text	###+
to_number('1234567890.123456789', '999,999,999.99')
    !22003
to_char((1)::int4, '9V999')
    text	 1000
to_number('123.45', '.99')
    !22003
to_char((-12)::int8, 'FM990.09')
    text	-12.0
to_number('0.5', '')
    numeric	<NULL>
to_char(1e-5::numeric, 'FM999S')
    text	0+
to_number('abc', 'SG99.9')
    !22P02
to_number('1,234.5', '99')
    numeric	1
to_number('', '0.09')
    !22P02
to_char(123.456::float8, '"a \"b" 99')
    text	a "b  ##
to_char(-1234567.891::numeric, '99.99S')
    text	##.##-
to_char('-0'::float8, 'FML999')
    text	 -0
to_char(1234567.891::numeric, 'S99.99')
    text	+##.##
to_char((9223372036854775807)::int8, '99999.9999999999')
    text	 #####.##########
to_char(1e20::float8, 'SG99.9')
    text	+##.
to_number('+12', 'FM9V9')
    numeric	1.2000000000000000
to_number('1234567890.123456789', 'FM9MI9')
    numeric	12
to_char('Infinity'::numeric, 'abc')
    text	a
to_char(485::float4, '9.9.9')
    !42601
to_char(1e20::float8, '9S99')
    text	+###
to_number('1.2.3', '9G999D99')
    numeric	1.23
to_char((-12)::int4, '999PR')
    text	 <12>
to_number(' 12 ', '9D9G9')
    !22003
to_number('abc', 'PL999')
    !22P02
to_char(99.995::numeric, 'FM0')
    text	#
to_char(99.995::float4, 'SP9')
    text	 #
to_char(112::numeric, '.')
    text	 .
to_char(1234567.891::float4, '9.999eeee')
    text	 1.235e+06
to_char(12345678901234567890.123::numeric, 'FM.99')
    text	.##
to_char((2147483647)::int4, '999PL')
    text	 ###+
to_char(0.1::float4, 'B9.9')
    text	  .1
to_char(485::numeric, 'EEEE')
    text	 5e+02
to_char(485::numeric, 'FM9.9')
    text	#.#
to_number('- 12', '999.99PR')
    numeric	-12
to_char(1::float8, '"a \"b" 99')
    text	a "b   1
to_char((100)::int4, '9999')
    text	  100
to_char(1e15::float8, '9.999eeee')
    text	 1.000e+15
to_char(0.1::float8, '$999')
    text	$   0
to_char('Infinity'::float4, '9999999999999999.99999')
    text	         Infinity
to_char('-Infinity'::float8, '9.')
    text	-#.
to_number('$1,234,567.89', 'FM999MI')
    numeric	1
to_char(-1234567.891::numeric, '9999')
    text	-####
to_char(-0.5::float4, '9 9 9')
    text	    -0
to_char((9223372036854775807)::int8, '9EEEE')
    text	 9e+18
to_char('NaN'::numeric, '0009')
    text	 0NaN
to_char(5::numeric, 'FM9SG')
    text	5+
to_char(5::numeric, '99V99')
    text	  500
to_char((1)::int4, 'SP9')
    text	 1
to_char(1000000::numeric, '00.00')
    text	 ##.##
to_char(1234567.891::float4, 'FM9999.9999')
    text	####.
to_number('abc', '0')
    !22P02
to_char(11::numeric, 'FM999PR')
    text	11
to_char((-1234567)::int4, 'FM90.00')
    text	-##.##
to_char(1::float4, '999,999,999.99')
    text	           1.00
to_char(0::float4, 'FMRN')
    text	###############
to_char(1e-5::float4, 'rn')
    text	###############
to_char(485::float4, '9990')
    text	  485
to_number('-.5', 'abc')
    !22P02
to_char(1.5::float4, 'FM999MI')
    text	2
to_char(123.456::float8, 'rn')
    text	         cxxiii
to_number('12 -', '9EEEE')
    !0A000
to_char(-1::float4, 'S999')
    text	  -1
to_number('- 12', '0009')
    numeric	-12
to_char((-2147483648)::int8, 'FM.99')
    text	-.##
to_number('1', 'FM90.00')
    numeric	1
to_number('<12>', '0009')
    numeric	12
to_char((485)::int8, 'RN')
    text	        CDLXXXV
to_char(-123.456::float8, '.')
    text	-.
to_char(100::numeric, 'FMS999')
    text	+100
to_number('- 12', 'FM9D')
    numeric	-1
to_char(-1::float4, 'SP9')
    text	-1
to_char(-123.456::float8, 'FM999G999D00')
    text	-123.46
to_char(11::numeric, 'S9S')
    !42601
to_number('1st', '999MI')
    numeric	1
to_char(99.995::float8, '9.99EEEE')
    text	 1.00e+02
to_char(485::float8, 'FM9')
    text	#
to_char(-99.995::numeric, '999th')
    text	-100
to_char(-0.05::numeric, '0.09')
    text	-0.05
to_number('123.45', 'PL999MI')
    numeric	123
to_number('<12', 'S99.99')
    numeric	12
to_char('Infinity'::numeric, 'FMMI99.99')
    text	##.##
to_char(12::numeric, '0')
    text	 #
to_number('-.5', 'FM9MI9')
    numeric	-5
to_char((-1)::int4, 'rn')
    text	###############
to_char(99.995::float4, '999')
    text	 100
to_number('-123.45', 'FM9D')
    !22003
to_char(-1::float8, 'FM9')
    text	-1
to_number('-123.45', '99999.9999999999')
    numeric	-123.45
to_char(1e20::float4, 'RN')
    text	###############
to_char(485::float8, '999,999,999.99')
    text	         485.00
to_char(112::numeric, 'PL9')
    text	+ #
to_char(1234567.891::numeric, '999PR')
    text	 ### 
to_char(0.1::float8, '00.00')
    text	 00.10
to_char('-0'::float8, 'FMRN')
    text	###############
to_char((100)::int4, 'FM990.09')
    text	100.0
to_char(-12::numeric, '9999999999999999.99999')
    text	              -12.00000
to_char(-1::numeric, '999')
    text	  -1
to_number('<12>', 'FM99.90')
    numeric	12
to_char((485)::int8, '$999')
    text	$ 485
to_char('-Infinity'::float8, '.99')
    text	-.##
to_char(-1234567.891::numeric, 'rn')
    text	###############
to_char(-123.456::float8, 'FMSG9')
    text	-#
to_char(1.5::float8, 'S999')
    text	  +2
to_char(-1::float8, '9.9')
    text	-1.0
to_char(0.1::float4, '9900')
    text	   00
to_number('+12', 'FM999PL')
    numeric	12
to_char(0::numeric, 'L999')
    text	    0
to_char('NaN'::numeric, 'FM9999.9999')
    text	NaN
to_number('1 234', 'FM99.90')
    !22003
to_char(-0.05::numeric, 'FMRN')
    text	###############
to_char(1234567.891::float4, '99.99')
    text	 ##.
to_char(1e-5::float4, 'FM999MI')
    text	0
to_char((-9223372036854775808)::int8, 'FM999PL')
    text	-###
to_char(12::numeric, '99.9V9')
    !42601
to_char(1e15::float4, 'FM9SG')
    text	#+
to_char('-0'::float4, '9V999')
    text	   -0
to_char(1e-5::float8, 'FM9900.0099')
    text	00.00
to_number('-.5', 'FM9EEEE')
    !42601
to_char(11::numeric, 'SG999')
    text	+ 11
to_char(123.456::numeric, 'FM9999th')
    text	123rd
to_char(-123.456::float8, 'FM9.')
    text	-#.
to_char(4000::numeric, 'SG9S')
    !42601
to_number('-1', 'FM9.9')
    numeric	-1
to_char(0.999::numeric, 'FM999MI')
    text	1
to_char(1234567.891::float8, 'rn')
    text	###############
to_number('1st', 'FMPL9')
    numeric	1
to_number('1 234', 'SS9')
    !42601
to_char(1e20::numeric, '9999')
    text	 ####
to_char(0.1::numeric, 'FML999')
    text	 0
to_char((2147483647)::int8, '9990')
    text	 ####
to_char('NaN'::float8, '999')
    text	 NaN
to_char(2::numeric, '9999')
    text	    2
to_number('<12>', 'rn')
    !0A000
to_char(1e-5::numeric, '9C9')
    text	  0
to_number('<12', 'FM9MI9')
    numeric	1
to_char((-1)::int4, 'PL999')
    text	   -1
to_char('-Infinity'::float8, 'SP9')
    text	-#
to_char(1.5::float8, 'SS9')
    !42601
to_char('NaN'::numeric, 'L9,999.99')
    text	    NaN
to_char(1e15::float4, 'FM9.')
    text	#.
to_char('-Infinity'::float8, 'FM90.00')
    text	-##.##
to_number('', '999.000')
    !22P02
to_number('+12', '0009')
    numeric	12
to_number('-.5', '09')
    numeric	-5
to_char(11::numeric, 'FM0')
    text	#
to_number('-1', '99.99')
    numeric	-1
to_char(0.999::numeric, 'S9S')
    !42601
to_char('-Infinity'::numeric, 'FM99.90')
    text	-##.##
to_char((-1)::int4, '')
    text	
to_char((5)::int4, '9C9')
    text	  5
to_char('NaN'::numeric, 'FM9V9')
    text	##
to_number('1', 'S99.99')
    numeric	1
to_char(1e-5::float4, '999SG')
    text	  0+
to_char((1234567)::int4, 'FM999PR')
    text	###
to_char((-2147483648)::int4, 'FM9EEEE')
    !42601
to_char(2.5::float4, '999PL')
    text	   2+
to_number('.5', 'PL999')
    numeric	5
to_number('12', 'RN')
    !0A000
to_char(-99.995::numeric, 'FM9MI9')
    text	#-#
to_char(0.5::float8, 'S99.99')
    text	  +.50
to_char((485)::int4, '.')
    text	 .
to_char((0)::int4, 'B999')
    text	   0
to_char('-0'::float8, '999.000')
    text	   -.000
to_char(-123.456::float4, 'S999')
    text	-123
to_number('0.5', 'FM999G999D00')
    numeric	0.5
to_char((-1234567)::int4, '9,999')
    text	-#,###
to_char(100::numeric, 'FM9SG')
    text	#+
to_number('<12>', 'FM9999th')
    numeric	12
to_char(1::numeric, 'RN')
    text	              I
to_char(-0.0::numeric, 'FM0')
    text	0
to_char(485::float8, '9S99')
    text	+485
to_char(485::float8, '999.000')
    text	 485.000
to_char(1e15::float4, '999,999,999.99')
    text	 ###,###,###.
to_number('1st', '9,999')
    numeric	1
to_char(4000::numeric, '9 9 9')
    text	 # # #
to_char(11::numeric, '9C9')
    text	 11
to_number('<12>', 'FM9')
    !22P02
to_number('1', 'PL9')
    numeric	1
to_char(0.5::float8, 'FM9D')
    text	0
to_char(1e15::float8, 'L999')
    text	  ###
to_number('abc', 'FMS999')
    !22P02
to_char(-0.5::float8, 'FM9999th')
    text	-0
to_char(485::float4, '9.9')
    text	 #.#
to_char(-12::numeric, 'PL999MI')
    text	  12-
to_char(-123.456::float8, 'FMMI99.99')
    text	-##.##
to_char(485::float8, 'FM999S')
    text	485+
to_char((5)::int4, 'rn')
    text	              v
to_char(1e15::float8, 'FM9.')
    text	#.
to_char(123.456::float8, '9')
    text	 #
to_char((1)::int4, 'FMRN')
    text	I
to_number('+12', 'FM9D')
    !22003
to_char(123.456::numeric, '9EEEE')
    text	 1e+02
to_char((2147483647)::int8, 'FM99.90')
    text	##.##
to_char(0.1::numeric, '9.99EEEE')
    text	 1.00e-01
to_char(-12::numeric, 'L9,999.99')
    text	    -12.00
to_char(-12::numeric, '9990')
    text	  -12
to_char(-0.5::float8, 'FM9V9')
    text	-5
to_char((-1)::int4, 'SG99.9')
    text	- 1.0
to_number('12-', 'FM99.90')
    numeric	12
to_char(4000::numeric, 'FMMI99.99')
    text	##.##
to_char(-1234567.891::numeric, '9')
    text	-#
to_char(1e-5::numeric, '9.999eeee')
    text	 1.000e-05
to_char((0)::int4, '9 9 9')
    text	     0
to_char(2.5::float8, '999,999,999.99')
    text	           2.50
to_char(99.995::float8, 'SS9')
    !42601
to_char(-0.05::numeric, '999th')
    text	   0th
to_char('NaN'::float8, 'SG9S')
    !42601
to_number('12.345-', '9.9')
    !22003
to_char((12)::int4, 'FM999PL')
    text	12+
to_char('-Infinity'::float8, 'L9,999.99')
    text	 -#,###.##
to_char(5::numeric, '9C9')
    text	  5
to_number('-123.45', '')
    numeric	<NULL>
to_char(1234567.891::float4, '9')
    text	 #
to_char(0::numeric, 'FM9.9')
    text	0.
to_char((-9223372036854775808)::int8, 'FMRN')
    !22003
to_number('<12>', 'SP9')
    !22P02
to_char(1::float4, 'FM9')
    text	1
to_char(12345678901234567890.123::numeric, '99.99S')
    text	##.##+
to_char((2147483647)::int8, 'abc')
    text	a
to_char((2147483647)::int8, 'G99')
    text	  ##
to_char(0.999::numeric, '9.9')
    text	 1.0
to_char((9223372036854775807)::int8, '')
    text	
to_char(99.995::float4, '9999')
    text	  100
to_char(-1::float4, '99V99')
    text	 -100
to_char(1234567.891::float8, '9V999')
    text	 ####
to_char(12::numeric, '9 PR')
    text	 #  
to_char(-0.0::numeric, '999.99PR')
    text	    .00 
to_number('0.5', '0009')
    numeric	5
to_char('Infinity'::numeric, 'G99')
    text	  ##
to_char((0)::int4, 'FM9900.0099')
    text	00.00
to_number('12+', 'EEEE')
    !0A000
to_char(12345678901234567890.123::numeric, 'FM999S')
    text	###+
to_number('x1y2', '99.99')
    numeric	12
to_number('12th', 'SG99.9')
    numeric	12
to_number('-123.45', '.99')
    !22003
to_char(4000::numeric, 'FM9D')
    text	#.
to_char(99.995::float8, ' 99 ')
    text	  ## 
to_number('<12>', '9"x"9')
    numeric	2
to_char('-0'::float8, '9.99EEEE')
    text	-0.00e+00
to_number('é12', 'FM999PR')
    numeric	1
to_char(-1234567.891::numeric, 'S9S')
    !42601
to_char(1000000::numeric, 'FMS999')
    text	+###
to_char(12::numeric, '999TH')
    text	  12TH
to_number('1234567890.123456789', 'L999')
    numeric	123
to_char(0.1::numeric, 'FMSG9')
    text	+0
to_number('<12>', '99')
    numeric	1
to_char((-2147483648)::int4, '99.99S')
    text	##.##-
to_char('Infinity'::float8, '9.9')
    text	 #.#
to_number('0', 'SG99.9')
    numeric	0
to_char((-2147483648)::int4, 'SP9')
    text	-#
to_char(-123.456::float8, 'FM9SG')
    text	#-
to_char(99.995::float8, '0')
    text	 #
to_number('- 12', 'rn')
    !0A000
to_number('12 -', '999MI')
    numeric	-12
to_number('-.5', 'S9S')
    !42601
to_number('-1', '999%')
    numeric	-1
to_char((-9223372036854775808)::int8, 'S99.99')
    text	-##.##
to_char((12)::int4, '9900')
    text	   12
to_number('1,234.5', '9.99EEEE')
    !0A000
to_char(1.5::float4, 'SG9S')
    !42601
to_char(112::numeric, 'FM999G999D00')
    text	112.00
to_number('-12', 'SG9S')
    !42601
to_number('é12', 'SS9')
    !42601
to_char(0.5::float4, '999')
    text	   0
to_number('1 234', '999S')
    numeric	123
to_char(1::numeric, 'G99')
    text	   1
to_number('12.', '9999999999999999.99999')
    numeric	12
to_number('-1', 'SG999')
    numeric	-1
to_number('abc', 'FM990.09')
    !22P02
to_number('é12', 'FMS999')
    numeric	1
to_number('+12', '9D9G9')
    !22003
to_char((2147483647)::int8, 'FM999PR')
    text	###
to_char(2.5::float4, '999,999,999.99')
    text	           2.50
to_char((2147483647)::int4, '0999')
    text	 ####
to_char((1)::int4, '9.9')
    text	 1.0
to_char((1234567)::int4, '999S')
    text	###+
to_char((1)::int4, 'FM9MI9')
    text	1
to_char(1e15::float8, '9"x"9')
    text	 #x#
to_char((4000)::int4, 'FM90.00')
    text	##.##
to_char((4000)::int4, 'x9y9z')
    text	x #y#z
to_char(-123.456::float8, '99999999999999999999')
    text	                 -123
to_char((-2147483648)::int8, '999%')
    text	-###%
to_char('-Infinity'::float4, '99.99')
    text	-##.
to_char('-Infinity'::float8, 'FM9SG')
    text	#-
to_char(100::numeric, '9999')
    text	  100
to_char((-1234567)::int4, 'FM9SG')
    text	#-
to_char(485::float8, 'FM9900.0099')
    text	485.00
to_number('$12.34', 'FM0999')
    numeric	12
to_char(123.456::numeric, 'L9,999.99')
    text	    123.46
to_char(1000000::numeric, '9..9')
    !42601
to_char((3999)::int4, 'FMRN')
    text	MMMCMXCIX
to_char('-0'::float8, '9')
    text	-0
to_char(-0.5::float8, '9999999999999999.99999')
    text	                -.50000
to_number('-123.45', '9999999999999999.99999')
    numeric	-123.45
to_char(12345678901234567890.123::numeric, '9,999')
    text	 #,###
to_number('1', '99.9V9')
    !42601
to_char(0.1::float8, 'SG9S')
    !42601
to_char((-12)::int4, 'FM009')
    text	-012
to_char(1e20::numeric, 'FM9.9')
    text	#.#
to_number('12.', '999.000')
    numeric	12
to_char(0::float4, '9900')
    text	   00
to_char(123.456::float8, '00.00')
    text	 ##.##
to_number('.5', '9V999')
    numeric	0.0050000000000000
to_number('12-', '999th')
    numeric	12
to_char(-1::float8, 'SS9')
    !42601
to_char((485)::int4, 'FML999')
    text	 485
to_number('<12>', '9..9')
    !42601
to_char(-0.5::numeric, '9G999D99')
    text	     -.50
to_char(2.5::float8, 'FMRN')
    text	II
to_char((0)::int4, '999.99PR')
    text	    .00 
to_number('-123.45', 'RN')
    !0A000
to_number('+12', '9.999eeee')
    !0A000
to_number('1st', '9D9G9')
    numeric	1
to_number('12.', 'PL9')
    numeric	1
to_number('0.5', '999TH')
    numeric	5
to_number('1234567890.123456789', '09')
    numeric	12
to_char(4000::numeric, 'PL999MI')
    text	+### 
to_char(9.99::numeric, 'S9S')
    !42601
to_char((-2147483648)::int8, '9 9 9')
    text	-# # #
to_char((-2147483648)::int8, '9G999D99')
    text	-#,###.##
to_char((-2147483648)::int8, '9PR9')
    !42601
to_number('', 'S999')
    !22P02
to_char(0.5::float8, '999TH')
    text	   0TH
to_number(' 12 ', '"a \"b" 99')
    !22P02
to_char(4000::numeric, '99.99')
    text	 ##.##
to_char(-1::float4, 'FMPL9')
    text	-1
to_char(-1::float8, '9 PR')
    text	<1> 
to_number('1', '99')
    numeric	1
to_char('Infinity'::float4, '999PL')
    text	 ###+
to_char(-123.456::float8, '9G999D99')
    text	  -123.46
to_char(2.5::float8, 'FM9D')
    text	2
to_char(485::float4, '99.99S')
    text	##.##+
to_char(0::float8, '9EEEE')
    text	 0e+00
to_char(0.1::float8, 'FML999')
    text	 0
to_number('12th', '0999')
    numeric	12
to_number('$12.34', '99V99')
    numeric	0.1200000000000000
to_number('1234567890.123456789', 'FMS999')
    numeric	123
to_char(1e-5::float8, '9V999')
    text	    0
to_char((-12)::int8, 'FMSG9')
    text	-#
to_char(99.995::numeric, 'FM999G999D00')
    text	100.00
to_char((2147483647)::int8, '999S')
    text	###+
to_char(1e20::numeric, '999')
    text	 ###
to_char(-0.5::numeric, '9.9.9')
    !42601
to_char(1e20::float8, '0.09')
    text	 #.
to_char('Infinity'::float8, '9.9.9')
    !42601
to_char(12345678901234567890.123::numeric, 'rn')
    !22003
to_number('0', 'FM9.9')
    numeric	0
to_char((9223372036854775807)::int8, 'FM99.99')
    text	##.##
to_number('123.45', 'FMS999')
    numeric	123
to_char(12345678901234567890.123::numeric, 'SG99.9')
    text	+##.#
to_number('12 -', 'FM99.99')
    numeric	12
to_char((-1)::int4, '9..9')
    !42601
to_char(485::numeric, 'FM9999th')
    text	485th
to_number('12 -', '999PL')
    numeric	-12
to_char(0.1::numeric, '0009')
    text	 0000
to_char('-Infinity'::numeric, '999TH')
    text	-###
to_char(2.5::float4, 'PL999MI')
    text	+  2 
to_char(1e-5::numeric, '99999.9999999999')
    text	      .0000100000
to_char('NaN'::numeric, '99999.9999999999')
    text	   NaN
to_number('0.5', '"a \"b" 99')
    !22P02
to_char(1234567.891::float4, 'FM0999')
    text	####
to_char(-123.456::float4, 'FM99.90')
    text	-##.##
to_char(0.5::numeric, 'FM999PL')
    text	1+
to_char(0::numeric, '99.9V9')
    !42601
to_char(0.1::numeric, 'FM9')
    text	0
to_char((1234567)::int4, 'SS9')
    !42601
to_char(123.456::numeric, '9999')
    text	  123
to_number('- 12', '9 PR')
    !22P02
to_char(1.5::float4, '9999999999999999.99999')
    text	                1.50000
to_char((3999)::int4, '9G999D99')
    text	 3,999.00
to_char((-1)::int4, '9C9')
    text	 -1
to_char('-Infinity'::numeric, '99999999999999999999')
    text	            -Infinity
to_char(1000000::numeric, 'rn')
    text	###############
to_char('NaN'::numeric, ' 99 ')
    text	  ## 
to_char(99.995::float4, 'SG999')
    text	+100
to_char(0.1::numeric, '999SG')
    text	  0+
to_char(9.99::numeric, '9G999D99')
    text	     9.99
to_char((485)::int8, '0,000.0')
    text	 0,485.0
to_char(1e-5::float4, 'FM9')
    text	0
to_char(485::float4, 'S99.99')
    text	+##.##
to_number(' 12 ', 'FM9V9')
    numeric	1.2000000000000000
to_char((-1234567)::int4, '9900')
    text	-####
to_char(0.1::numeric, 'FMRN')
    text	###############
to_char((3999)::int4, '9"x"9')
    text	 #x#
to_char((0)::int4, '999S')
    text	  0+
to_char((485)::int4, '9PL')
    text	 #+
to_char((-12)::int4, '9 PR')
    text	<#> 
to_char(485::float8, '9C9')
    text	 ##
to_char(2::numeric, '999th')
    text	   2nd
to_char(123.456::float4, 'FM9999.9999')
    text	123.456
to_number('1', 'FMMI99.99')
    numeric	1
to_char((3999)::int4, '"a \"b" 99')
    text	a "b  ##
to_char(485::float8, 'FM999PR')
    text	485
to_char(-0.5::float4, 'S9S')
    !42601
to_char(1.5::float8, '9.9.9')
    !42601
to_char((-12)::int8, '')
    text	
to_char((1)::int4, '09')
    text	 01
to_char(1::numeric, '9S99')
    text	  +1
to_char(-0.5::float8, '9')
    text	-0
to_char(99.995::float8, '9..9')
    !42601
to_number('é12', 'FM0999')
    numeric	12
to_char((-9223372036854775808)::int8, '99999999999999999999')
    text	 -9223372036854775808
to_char((-12)::int8, '.')
    text	-.
to_char(4000::numeric, '9V999')
    text	 ####
to_number('<12>', 'FML999')
    numeric	12
to_char(0::float4, 'S99.99')
    text	  +.00
to_char((1234567)::int4, '.99')
    text	 .##
to_char('-Infinity'::float8, 'FM9EEEE')
    !42601
to_char((5)::int4, 'x9y9z')
    text	x y 5z
to_char(1::float4, '99.9V9')
    !42601
to_char('Infinity'::numeric, 'FM990.09')
    text	###.##
to_char((-2147483648)::int4, '9EEEE')
    text	-2e+09
to_char('-Infinity'::numeric, '9')
    text	-#
to_char('-Infinity'::numeric, '9.99EEEE')
    text	 #.######
to_number('123.45', 'EEEE')
    !0A000
to_char('-Infinity'::float8, '9.999eeee')
    text	 #.#######
to_number('abc', 'FM99.90')
    !22P02
to_char(9.99::numeric, 'FM990.09')
    text	9.99
to_number('12+', 'FM99.90')
    numeric	12
to_number('0', '999SG')
    numeric	0
to_char(-12::numeric, '999')
    text	 -12
to_number('12 -', 'FM999,999,999')
    numeric	12
to_char(12::numeric, 'FM9999th')
    text	12th
to_char(-1::float8, 'FML999')
    text	 -1
to_char('NaN'::float8, '9\"9')
    text	 #"#
to_number('', 'FMSG9')
    !22P02
to_char(12345678901234567890.123::numeric, '')
    text	
to_char(-123.456::float4, ' 99 ')
    text	 -## 
to_char('Infinity'::float4, 'G99')
    text	  ##
to_char((-1234567)::int4, '9G999D99')
    text	-#,###.##
to_number('$12.34', 'SG9S')
    !42601
to_char((-9223372036854775808)::int8, '0')
    text	-#
to_number('12.345-', '9EEEE')
    !0A000
to_char((4000)::int4, 'FMrn')
    text	###############
to_char((-2147483648)::int4, '99.99')
    text	-##.##
to_char((100)::int4, '999th')
    text	 100th
to_char('NaN'::float4, 'FM99.99')
    text	##.##
to_char(-123.456::numeric, '999.000')
    text	-123.456
to_number('1.2.3', '0.09')
    numeric	1.2
to_char(100::numeric, '999TH')
    text	 100TH
to_char(2.5::float4, '9 PR')
    text	 2  
to_char(4000::numeric, 'FMS999')
    text	+###
to_char('NaN'::float4, 'L9,999.99')
    text	    NaN
to_char(1::float4, 'FMRN')
    text	I
to_char(1.5::float4, 'FM0')
    text	2
to_char(9.99::numeric, 'SP9')
    text	 #
to_char('-Infinity'::float8, '99.9V9')
    !42601
to_char((1234567)::int4, 'PL999')
    text	+ ###
to_number('-.5', '9 9 9')
    !22P02
to_char(1e20::float4, '9\"9')
    text	 #"#
to_number('é12', '.99')
    !22003
to_char((2147483647)::int4, '0')
    text	 #
to_char(-0.5::numeric, '0999')
    text	-0001
to_number('12 -', 'B999')
    numeric	12
to_char(112::numeric, '9 PR')
    text	 #  
to_char(-1::float8, 'abc')
    text	a
to_char(485::float8, '$999')
    text	$ 485
to_char(1e15::float4, 'FM99.90')
    text	##.
to_char(-0.5::float4, 'FM999PL')
    text	-0
to_number('-123.45', 'FM999PR')
    numeric	-123
to_number('', 'FMPL9')
    !22P02
to_char('Infinity'::float8, '99.99')
    text	 ##.##
to_number('12 -', 'FMRN')
    !0A000
to_char((2147483647)::int8, 'D99')
    text	 .##
to_char((-12)::int8, '99999999999999999999')
    text	                  -12
to_char((-1234567)::int4, 'FMPL9')
    text	-#
to_number('<12', '9.99EEEE')
    !0A000
to_char((-12)::int4, 'S99.99')
    text	-12.00
to_number('é12', '99')
    !22P02
to_char((485)::int4, '999TH')
    text	 485TH
to_char(1e15::float8, '9.9.9')
    !42601
to_char(-0.5::float8, '99.99')
    text	  -.50
to_char(-1::numeric, '$999')
    text	$  -1
to_char((485)::int4, 'S999')
    text	+485
to_char(123.456::numeric, '999MI')
    text	123 
to_char(100::numeric, 'SS9')
    !42601
to_char(3999::numeric, '.99')
    text	 .##
to_char(1e15::float8, 'FM9EEEE')
    !42601
to_char(123.456::float8, '999th')
    text	 123rd
to_char((-1234567)::int4, '99V99')
    text	-####
to_char(12::numeric, 'RN')
    text	            XII
to_number('123.45', '999TH')
    numeric	123
to_number('12-', '999TH')
    numeric	12
to_number('12-', '9990')
    numeric	12
to_char(0.5::float4, 'RN')
    text	###############
to_char(1e-5::float8, '.')
    text	 .
to_number('-.5', '9.9')
    numeric	-0.5
to_char(5::numeric, 'L999')
    text	    5
to_char(1::numeric, '9V999')
    text	 1000
to_char(2::numeric, '9.9.9')
    !42601
to_char(100::numeric, '999%')
    text	 100%
to_number('1,234.5', '999,999,999.99')
    numeric	1234.5
to_char(-1::float8, '')
    text	
to_char(-123.456::numeric, 'FM990.09')
    text	-123.46
to_char((4000)::int4, 'MI999')
    text	 ###
to_number('$12.34', '9C9')
    numeric	1
to_char((4000)::int4, '9S99')
    text	+###
to_char(485::numeric, '9G999D99')
    text	   485.00
to_char(0.5::float8, 'SG999')
    text	+  0
to_char(100::numeric, 'SG9S')
    !42601
to_char('NaN'::float8, 'S9S')
    !42601
to_char(-123.456::numeric, '$999')
    text	$-123
to_char(485::float8, 'SG99.9')
    text	+##.#
to_char('Infinity'::float4, '99999999999999999999')
    text	             Infinity
to_char(1.5::float8, '9EEEE')
    text	 2e+00
to_number('- 12', 'FM9EEEE')
    !42601
to_char((12)::int4, '99999999999999999999')
    text	                   12
to_char((485)::int4, '0')
    text	 #
to_char(1::float8, 'S99.99')
    text	 +1.00
to_number('12', '9 PR')
    numeric	1
to_char(1e20::float4, 'PL999')
    text	+ ###
to_number('1,234.5', 'FM9SG')
    numeric	1
to_number('123.45', 'FM9MI9')
    numeric	12
to_char(2.5::float8, '999MI')
    text	  2 
to_char((1)::int4, 'FM9EEEE')
    !42601
to_char(12::numeric, '999%')
    text	  12%
to_char(5::numeric, 'FM9.9')
    text	5.
to_char((-1)::int4, 'EEEE')
    text	-1e+00
to_char(0.1::numeric, 'L999')
    text	    0
to_char(-0.0::numeric, '9\"9')
    text	 " 0
to_char((2147483647)::int8, 'RN')
    text	###############
to_char((4000)::int4, 'FM999G999D00')
    text	4,000.00
to_char(-1::float8, 'FM999PL')
    text	-1
to_char((-9223372036854775808)::int8, '9999')
    text	-####
to_number('1.2.3', '9D9G9')
    numeric	1.2
to_char(123.456::float4, 'D99')
    text	 .##
to_char(0::float8, '9 9 9')
    text	     0
to_char(5::numeric, '.99')
    text	 .##
to_number('-.5', '9V999')
    numeric	-0.0050000000000000
to_char((3999)::int4, '9900')
    text	 3999
to_char(2.5::float4, 'SG999')
    text	+  2
to_char((-2147483648)::int8, 'x9y9z')
    text	x-#y#z
to_char(-1::float8, 'rn')
    text	###############
to_char('Infinity'::float8, '9.999eeee')
    text	 #.#######
to_number('0', '9.99EEEE')
    !0A000
to_char('Infinity'::float4, '0.09')
    text	 #.
to_char(1e15::float4, 'S9S')
    !42601
to_char(1e15::float4, 'FMrn')
    text	###############
to_char('-Infinity'::numeric, '000,000')
    text	-###,###
to_char(0::float8, '9"x"9')
    text	 x 0
to_char(1234567.891::numeric, 'S999')
    text	+###
to_number('1st', '999S')
    numeric	1
to_char(1::float4, 'SG9S')
    !42601
to_number('$1,234,567.89', '9C9')
    numeric	1
to_char(5::numeric, '9 PR')
    text	 5  
to_number('abc', 'FM0')
    !22P02
to_char(5::numeric, 'SG99.9')
    text	+ 5.0
to_char(100::numeric, 'FM9.9')
    text	#.#
to_char(99.995::float8, 'rn')
    text	              c
to_number('1st', 'FM9SG')
    numeric	1
to_char(1234567.891::float4, '9 9 9')
    text	 # # #
to_char((-12)::int8, 'abc')
    text	a
to_number('abc', '999')
    !22P02
to_number('-1', 'FM00.0')
    numeric	-1
to_char(1e-5::numeric, 'FM0')
    text	0
to_char(-12::numeric, '99.9V9')
    !42601
to_char(-0.5::float4, '9999')
    text	   -0
to_char((-12)::int4, 'S999')
    text	 -12
to_char(1e20::float8, '0999')
    text	 ####
to_char(-1::numeric, '0')
    text	-1
to_number('12+', 'FM999PL')
    numeric	12
to_number('12-', 'FM999G999D00')
    numeric	12
to_char((2147483647)::int8, 'SS9')
    !42601
to_char(0::float8, 'G99')
    text	   0
to_char((485)::int4, '9..9')
    !42601
to_char(1::numeric, '9')
    text	 1
to_number('12-', '$999')
    numeric	2
to_char(0.5::numeric, '')
    text	
to_char(0.1::numeric, 'FM9900.0099')
    text	00.10
to_char(-1::float8, '99999.9999999999')
    text	    -1.0000000000
to_char(3999::numeric, '99999999999999999999')
    text	                 3999
to_number('<12>', 'FMSG9')
    numeric	1
to_number('12 -', 'D99')
    !22003
to_char(1e-5::numeric, 'FM9999.9999')
    text	0.
to_char((485)::int4, '999PR')
    text	 485 
to_char(1e20::numeric, 'FM999S')
    text	###+
to_char(0::float4, 'FMS999')
    text	+0
to_char(99.995::numeric, '9900')
    text	  100
to_number('12-', 'FM990.09')
    numeric	12
to_char(-1234567.891::numeric, 'FM9999.9999')
    text	-####.####
to_number('$12.34', '999.99PR')
    numeric	12.34
to_number('1.2.3', '999MI')
    numeric	12
to_number('1,234.5', '9999')
    numeric	123
to_number('12th', '9"x"9')
    numeric	1
to_char(1e-5::float8, '9999999999999999.99999')
    text	                 .00001
to_char(485::float4, '999,999,999.99')
    text	         485.00
to_char('NaN'::numeric, '$999')
    text	$ NaN
to_number('1234567890.123456789', '')
    numeric	<NULL>
to_char(99.995::float4, '9990')
    text	  100
to_char(485::numeric, '9')
    text	 #
to_number('', '0,000.0')
    !22P02
to_char(-0.05::numeric, 'S999')
    text	  +0
to_char(485::float4, 'FM999PR')
    text	485
to_char((100)::int4, 'FM999G999D00')
    text	100.00
to_char(0.5::float8, '9990')
    text	    0
to_number('1 234', '999')
    numeric	123
to_number('-123.45', '9C9')
    numeric	-12
to_char('-0'::float8, '9V999')
    text	   -0
to_char((-9223372036854775808)::int8, 'S999')
    text	-###
to_char((-2147483648)::int4, 'FM9SG')
    text	#-
to_char((0)::int4, 'FML999')
    text	 0
to_number('12th', '9D9G9')
    !22003
to_char(3999::numeric, 'FM9MI9')
    text	##
to_char(-1234567.891::numeric, '9.')
    text	-#.
to_number('x1y2', 'MI999')
    numeric	12
to_number('0', '9"x"9')
    numeric	0
to_char(485::float8, 'FM9999.9999')
    text	485.
to_char((-2147483648)::int8, 'FM99.99')
    text	-##.##
to_number('12th', 'FM9D')
    !22003
to_char('-Infinity'::float4, '99V99')
    text	-####
to_char((-2147483648)::int8, '9900')
    text	-####
to_char(-1::float4, '0,000.0')
    text	-0,001.0
to_char(1.5::float8, 'PL999')
    text	+   2
to_char((-2147483648)::int4, ' 99 ')
    text	 -## 
to_char(99.995::float4, 'RN')
    text	              C
to_char((5)::int4, '999PR')
    text	   5 
to_number('- 12', 'FM0')
    !22P02
to_char(-0.0::numeric, '9PL')
    text	 0+
to_char(1e20::numeric, '9')
    text	 #
to_char(-0.5::float4, '99')
    text	 -0
to_char(-1::float4, 'FM009')
    text	-001
to_char(99.995::numeric, '9V999')
    text	 ####
to_char('NaN'::numeric, 'PL999MI')
    text	+NaN 
to_char(123.456::numeric, '999th')
    text	 123rd
to_char(-123.456::float4, '99.9V9')
    !42601
to_number('$1,234,567.89', '99')
    numeric	1
to_char(1e-5::float8, 'L999')
    text	    0
to_char(-123.456::float4, 'SS9')
    !42601
to_char(-0.5::float4, '9900')
    text	  -00
to_number('$12.34', 'S9S')
    !42601
to_char((-2147483648)::int4, 'FM99.90')
    text	-##.##
to_char((-2147483648)::int8, 'L9,999.99')
    text	 -#,###.##
to_char(99.995::numeric, '0999')
    text	 0100
to_char(1e20::float8, 'D99')
    text	 .
to_number('0.5', 'FMMI99.99')
    numeric	0.5
to_number('1st', '09')
    numeric	1
to_char(3999::numeric, 'FM9V9')
    text	##
to_char(99.995::float8, '999.000')
    text	  99.995
to_char(0.5::float4, '9999')
    text	    0
to_char(1e20::numeric, '999PL')
    text	 ###+
to_char('NaN'::float4, 'S9S')
    !42601
to_number('<12>', 'FM99.99')
    numeric	12
to_number('<12', '9999')
    numeric	12
to_char(0.1::numeric, 'FM.99')
    text	.##
to_char('NaN'::numeric, '999,999,999.99')
    text	         NaN
to_char(100::numeric, 'RN')
    text	              C
to_char(-0.05::numeric, 'FM999PR')
    text	0
to_number('x1y2', '9G999D99')
    numeric	12
to_char(1e15::float4, 'FM.99')
    text	.
to_char(12345678901234567890.123::numeric, '9\"9')
    text	 #"#
to_char(0.1::float4, '999PR')
    text	   0 
to_char(485::float4, '9..9')
    !42601
to_char(0::numeric, '9990')
    text	    0
to_number('12+', '9S99')
    numeric	12
to_char(1e20::float8, '9.999eeee')
    text	 1.000e+20
to_number('0.5', '999PR')
    numeric	5
to_char(3999::numeric, 'FM.99')
    text	.##
to_char(99.995::float4, '9"x"9')
    text	 #x#
to_number('1 234', 'FM990.09')
    !22003
to_char(0.1::float4, '')
    text	
to_char(1e20::float4, '999PL')
    text	 ###+
to_char(-1234567.891::numeric, '99')
    text	-##
to_char((-1234567)::int4, 'FM9999th')
    text	-####
to_number('-123.45', '999TH')
    numeric	-123
to_char(-12::numeric, '9C9')
    text	-12
to_char(1234567.891::float4, '00.00')
    text	 ##.
to_number('-123.45', 'S9S')
    !42601
to_char((-1234567)::int4, 'S9S')
    !42601
to_char('-Infinity'::numeric, 'FM999PL')
    text	-###
to_char(-0.0::numeric, '99.9V9')
    !42601
to_number('1', '"a \"b" 99')
    !22P02
to_char(-99.995::numeric, '999PL')
    text	-100 
to_char(1234567.891::float8, 'FM999PR')
    text	###
to_char(-12::numeric, '99999.9999999999')
    text	   -12.0000000000
to_char(-0.0::numeric, '999PR')
    text	   0 
to_char(1e-5::float8, 'FMRN')
    text	###############
to_number('<12', 'B999')
    numeric	12
to_char(99.995::float4, 'FM9999th')
    text	100th
to_char(1e20::numeric, 'FM9999.9999')
    text	####.####
to_char(2.5::float4, 'FMSG9')
    text	+2
to_char((3999)::int4, 'S9S')
    !42601
to_char(-1::float8, 'PL9')
    text	 -1
to_char(2.5::float4, 'FMMI99.99')
    text	2.5
to_char(0.999::numeric, '999PR')
    text	   1 
to_char('-0'::float8, '9.9.9')
    !42601
to_char(1::float8, '.99')
    text	 .##
to_number('abc', '9,999')
    !22P02
to_char('-Infinity'::float4, '999.000')
    text	-###.
to_char('NaN'::float4, '9D9G9')
    text	 #.#,#
to_char(0::float4, '99.99S')
    text	  .00+
to_char((1234567)::int4, '')
    text	
to_char(0::float8, '999.000')
    text	    .000
to_char((2147483647)::int8, '999SG')
    text	###+
to_char(-99.995::numeric, '09')
    text	-##
to_char(9.99::numeric, 'FM9D')
    text	#.
to_char(0::numeric, '99.99S')
    text	  .00+
to_char('-Infinity'::numeric, '.99')
    text	-.##
to_char(-0.05::numeric, '999.000')
    text	   -.050
to_number('1,234.5', 'FM999PL')
    numeric	12
to_char(1::float8, '0.09')
    text	 1.00
to_char((100)::int4, 'FMMI99.99')
    text	##.##
to_char((485)::int4, '')
    text	
to_char(0.999::numeric, '99999999999999999999')
    text	                    1
to_number('12.', 'SG999')
    numeric	12
to_char((1234567)::int4, '99.9V9')
    !42601
to_number('-1', 'rn')
    !0A000
to_char('-Infinity'::float4, 'FM9999.9999')
    text	-####.
to_char(1.5::float4, '9G999D99')
    text	     1.50
to_char(1234567.891::numeric, 'MI999')
    text	 ###
to_char(-0.05::numeric, '9EEEE')
    text	-5e-02
to_char(1::float8, 'PL999')
    text	+   1
to_char(1e20::float8, 'FMMI99.99')
    text	##.
to_number('0', '9990')
    numeric	0
to_char('-0'::float8, '9900')
    text	  -00
to_number('1', 'FM9V9')
    numeric	0.1000000000000000
to_char((2147483647)::int8, '99999.9999999999')
    text	 #####.##########
to_char(0.5::float8, '0999')
    text	 0000
to_char(1::numeric, '99.9V9')
    !42601
to_number('-12', '9,999')
    numeric	-12
to_number('123.45', 'L9,999.99')
    numeric	123.45
to_char(0.5::float4, 'x9y9z')
    text	x y 0z
to_char(2.5::float4, '9\"9')
    text	 " 2
to_char((485)::int8, '9EEEE')
    text	 5e+02
to_char(-12::numeric, 'FM9.')
    text	-#.
to_char(-1::float4, 'MI999')
    text	-  1
to_number('é12', '0')
    !22P02
to_char((2147483647)::int8, '9')
    text	 #
to_char(2.5::float8, '9G999D99')
    text	     2.50
to_char('Infinity'::numeric, '999th')
    text	 ###
to_char(4000::numeric, '999,999,999.99')
    text	       4,000.00
to_char(5::numeric, 'B9.9')
    text	 5.0
to_char(99.995::numeric, 'FM.99')
    text	.##
to_char(0::float4, 'FM990.09')
    text	0.0
to_char(1.5::float4, '999%')
    text	   2%
to_number('$12.34', 'FM9EEEE')
    !42601
to_char((-9223372036854775808)::int8, 'SG999')
    text	-###
to_char(0.5::numeric, '9 9 9')
    text	     1
to_char(99.995::float4, 'B9.9')
    text	 #.#
to_number('12th', '9\"9')
    numeric	1
to_char((1234567)::int4, 'FM9V9')
    text	##
to_char(100::numeric, 'FM0')
    text	#
to_char((-1234567)::int4, 'FM9')
    text	-#
to_char(1e20::float8, '99.99')
    text	 ##.
to_number('0', 'PL999')
    numeric	0
to_number('-1', 'FM999,999,999')
    numeric	-1
to_char((4000)::int4, '999PL')
    text	 ###+
to_char(0::float4, '9\"9')
    text	 " 0
to_char((9223372036854775807)::int8, 'FM00.0')
    text	##.#
to_char(485::float8, 'FM9.')
    text	#.
to_char(0::numeric, '999PL')
    text	   0+
to_char(-123.456::numeric, '9.99EEEE')
    text	-1.23e+02
to_char('Infinity'::numeric, '"a \"b" 99')
    text	a "b  ##
to_number('$12.34', '999th')
    numeric	12
to_char('-Infinity'::float8, 'SS9')
    !42601
to_char(0.999::numeric, '0999')
    text	 0001
to_number('1', '9.9.9')
    !42601
to_char((-2147483648)::int4, 'D99')
    text	-.##
to_char(1e-5::float8, 'L9,999.99')
    text	       .00
to_char('-Infinity'::numeric, 'FM9SG')
    text	#-
to_number('12.', '"a \"b" 99')
    !22P02
to_char((100)::int4, '.')
    text	 .
to_char(-99.995::numeric, '9.9')
    text	-#.#
to_char('Infinity'::numeric, 'x9y9z')
    text	x #y#z
to_char(9.99::numeric, '9990')
    text	   10
to_char(1e15::float4, 'PL999MI')
    text	+### 
to_char(1::numeric, '00.00')
    text	 01.00
to_char('NaN'::float4, '0.09')
    text	 #.##
to_char(112::numeric, 'RN')
    text	           CXII
to_char(0.999::numeric, '999PL')
    text	   1+
to_number('1st', 'FM9V9')
    numeric	0.1000000000000000
to_char(-12::numeric, '00.00')
    text	-12.00
to_char(-1::float4, '9PL')
    text	-1 
to_char(-123.456::float4, '9.999eeee')
    text	-1.235e+02
to_char(-12::numeric, '"a \"b" 99')
    text	a "b -12
to_char(485::float4, 'rn')
    text	        cdlxxxv
to_char(9.99::numeric, '9.999eeee')
    text	 9.990e+00
to_number('$1,234,567.89', '9..9')
    !42601
to_char(1e20::float8, '9.9')
    text	 #.
to_char(-1234567.891::numeric, 'FMRN')
    text	###############
to_number('12', 'FM9V9')
    numeric	1.2000000000000000
to_number(' 12 ', 'FMPL9')
    numeric	1
to_number('0', '99.99S')
    numeric	0
to_char(1e15::float4, '99.9V9')
    !42601
to_char((-12)::int8, 'FMrn')
    text	###############
to_char((5)::int4, '99V99')
    text	  500
to_char(1234567.891::float8, '9')
    text	 #
to_number('1,234.5', '999.99PR')
    !22003
to_number('x1y2', 'SS9')
    !42601
to_char(5::numeric, 'FM9D')
    text	5
to_char(-1::float4, '9 PR')
    text	<1> 
to_char((2147483647)::int8, '00.00')
    text	 ##.##
to_char(112::numeric, '09')
    text	 ##
to_char(1e20::numeric, '999.99PR')
    text	 ###.## 
to_char(1e20::float4, 'FM90.00')
    text	##.
to_char(-0.5::float4, 'SS9')
    !42601
to_number('<12', 'SG99.9')
    numeric	12
to_char(1234567.891::numeric, '99999.9999999999')
    text	 #####.##########
to_number('1 234', '')
    numeric	<NULL>
to_char(3999::numeric, ' 99 ')
    text	  ## 
to_char(4000::numeric, 'FML999')
    text	 ###
to_char(1234567.891::float4, '0')
    text	 #
to_char(-12::numeric, 'S9S')
    !42601
to_char((-1)::int4, '999S')
    text	  1-
to_char(-1::float8, 'S9S')
    !42601
to_number('12 -', 'SP9')
    numeric	1
to_char((9223372036854775807)::int8, '99')
    text	 ##
to_number('1', '999TH')
    numeric	1
to_char((3999)::int4, '9V999')
    text	 ####
to_number('<12', 'FMS999')
    numeric	12
to_number('x1y2', '9 9 9')
    !22P02
to_char(1234567.891::float8, 'FMS999')
    text	+###
to_char(-0.5::numeric, 'PL9')
    text	 -1
to_char(1::float8, '999.99PR')
    text	   1.00 
to_char(1234567.891::float4, '9.99EEEE')
    text	 1.23e+06
to_char((485)::int4, 'EEEE')
    text	 5e+02
to_char('-Infinity'::numeric, 'PL999MI')
    text	 ###-
to_char(1234567.891::float4, '9"x"9')
    text	 #x#
to_char(123.456::numeric, 'FM9D')
    text	#.
to_char('NaN'::float4, '9G999D99')
    text	   NaN
to_char('-Infinity'::numeric, 'SP9')
    text	-#
to_char(485::float8, '999PL')
    text	 485+
to_char(-0.05::numeric, '')
    text	
to_number('1 234', '9.99EEEE')
    !0A000
to_char(1234567.891::numeric, '9S99')
    text	+###
to_char((485)::int8, 'L9,999.99')
    text	    485.00
to_char(99.995::float4, '.')
    text	 .
to_char((12)::int4, '00.00')
    text	 12.00
to_number('12th', '09')
    numeric	12
to_char(99.995::float4, '0999')
    text	 0100
to_char(2.5::float4, '9PR9')
    !42601
to_char((4000)::int4, '$999')
    text	$ ###
to_char(-12::numeric, 'FM99.90')
    text	-12.00
to_char((-2147483648)::int8, '9.99EEEE')
    text	-2.15e+09
to_char('-Infinity'::numeric, '9S99')
    text	-###
to_char(112::numeric, '0')
    text	 #
to_char((9223372036854775807)::int8, 'FM90.00')
    text	##.##
to_char('Infinity'::float8, '9,999')
    text	 #,###
to_char(1234567.891::float8, 'FMRN')
    text	###############
to_char(-99.995::numeric, 'FM9SG')
    text	#-
to_number('$12.34', 'FM00.0')
    numeric	12
to_char('NaN'::float8, 'SG999')
    text	+NaN
to_char(1.5::float4, 'FM9.9')
    text	1.5
to_char('-Infinity'::numeric, 'FM.99')
    text	-.##
to_char(0.1::float4, 'S9S')
    !42601
to_number('123.45', 'FM999PL')
    numeric	123
to_char(1234567.891::float4, 'FM9.')
    text	#.
to_char((2147483647)::int8, '999MI')
    text	### 
to_char(11::numeric, '999.99PR')
    text	  11.00 
to_char((-12)::int4, '999S')
    text	 12-
to_char((485)::int8, '.99')
    text	 .##
to_char(1000000::numeric, 'PL999MI')
    text	+### 
to_char((-12)::int4, 'FMSG9')
    text	-#
to_number('-1', 'FM99.99')
    numeric	-1
to_char((5)::int4, '999.99PR')
    text	   5.00 
to_number('12 -', 'FM9V9')
    numeric	1.2000000000000000
to_char(0::numeric, 'FM00.0')
    text	00.0
to_number('12-', ' 99 ')
    numeric	2
to_number('12', '9,999')
    numeric	12
to_number('12.345-', 'FM9EEEE')
    !42601
to_char(12345678901234567890.123::numeric, 'FM990.09')
    text	###.##
to_char(2.5::float8, 'FM9999th')
    text	2nd
to_char(485::float8, 'FM9999th')
    text	485th
to_number('-1', 'G99')
    numeric	-1
to_char(2.5::float4, 'FM999,999,999')
    text	2
to_char(99.995::numeric, 'rn')
    text	              c
to_char(0.5::float4, '9\"9')
    text	 " 0
to_char(485::float8, 'FML999')
    text	 485
to_number('12.345-', '999th')
    numeric	12
to_char(-123.456::float4, 'RN')
    text	###############
to_char(-123.456::numeric, 'FM999PL')
    text	-123
to_char((-9223372036854775808)::int8, '9.')
    text	-#.
to_char('-0'::float8, 'L9,999.99')
    text	      -.00
to_char('-Infinity'::float8, 'FMMI99.99')
    text	-##.##
to_char(3999::numeric, 'L9,999.99')
    text	  3,999.00
to_char((2147483647)::int4, '999.99PR')
    text	 ###.## 
to_char(-0.0::numeric, 'FM999S')
    text	0+
to_char((485)::int8, '999th')
    text	 485th
to_char(0::numeric, '0,000.0')
    text	 0,000.0
to_char(-99.995::numeric, 'PL999')
    text	 -100
to_char(0.5::float8, '9.99EEEE')
    text	 5.00e-01
to_char((-12)::int4, '00.00')
    text	-12.00
to_char(1e-5::float4, '')
    text	
to_char(0.999::numeric, 'FML999')
    text	 1
to_char(1000000::numeric, 'L9,999.99')
    text	  #,###.##
to_char((2147483647)::int8, '9C9')
    text	 ##
to_char(123.456::float4, '9900')
    text	  123
to_number('12-', '000,000')
    numeric	12
to_number('<12>', '9.')
    numeric	1
to_char('Infinity'::float8, 'FM99.99')
    text	##.##
to_number('$12.34', '9990')
    numeric	12
to_char(123.456::float4, 'PL999MI')
    text	+123 
to_char((-2147483648)::int8, '9990')
    text	-####
to_char(1::numeric, 'FM90.00')
    text	1.00
to_char(0::float4, '9')
    text	 0
to_number('12.345-', '9900')
    numeric	123
to_char('Infinity'::float8, 'FM999PR')
    text	###
to_char(0.5::numeric, '99999999999999999999')
    text	                    1
to_number('abc', 'FM.99')
    !22P02
to_char(-0.5::numeric, '9.9')
    text	 -.5
to_char(0.1::float8, 'FM9999th')
    text	0th
to_char(1::numeric, '999.99PR')
    text	   1.00 
to_char(0::numeric, 'FM990.09')
    text	0.0
to_number('- 12', 'FM9900.0099')
    numeric	-12
to_char((5)::int4, 'PL999')
    text	+   5
to_char('NaN'::float4, 'FM9D')
    text	#.
to_char(1234567.891::float4, '0,000.0')
    text	 #,###.
to_char(1e-5::numeric, '999PL')
    text	   0+
to_char(4000::numeric, '9G999D99')
    text	 4,000.00
to_number('1.2.3', 'SS9')
    !42601
to_char((1234567)::int4, 'SP9')
    text	 #
to_char(100::numeric, 'FM999MI')
    text	100
to_char(2::numeric, '99999999999999999999')
    text	                    2
to_char((1)::int4, '9PL')
    text	 1+
to_char(0::float4, 'RN')
    text	###############
to_number('<12', '9,999')
    numeric	12
to_char(-0.5::numeric, '99')
    text	 -1
to_char(123.456::float8, 'FM90.00')
    text	##.##
to_char((100)::int4, 'FM9MI9')
    text	##
to_char(99.995::numeric, 'FM9D')
    text	#.
to_number('<12', 'FM999PL')
    numeric	12
to_char(12345678901234567890.123::numeric, 'FMSG9')
    text	+#
to_char(0.1::float8, 'B999')
    text	   0
to_char(0.999::numeric, 'SG99.9')
    text	+ 1.0
to_char(1::float8, '9990')
    text	    1
to_char(123.456::numeric, '9\"9')
    text	 #"#
to_char(1::numeric, 'FM9EEEE')
    !42601
to_char(1e-5::float4, 'S99.99')
    text	  +.00
to_char(2.5::float8, '9.9')
    text	 2.5
to_char('Infinity'::float4, 'FM999PL')
    text	###+
to_char(1e-5::float4, 'FML999')
    text	 0
to_char(0.1::float8, '9990')
    text	    0
to_char('-Infinity'::float8, 'FM9D')
    text	-#.
to_number('12.345-', 'FMRN')
    !0A000
to_number('abc', '0999')
    !22P02
to_number('-.5', '99999.9999999999')
    numeric	-0.5
to_char(0::numeric, '999')
    text	   0
to_char(2.5::float8, '9.99EEEE')
    text	 2.50e+00
to_char(1234567.891::numeric, 'D99')
    text	 .##
to_number('+12', 'FM9999.9999')
    numeric	12
to_char(-0.5::float8, '9\"9')
    text	 "-0
to_char(0.5::float8, 'FMMI99.99')
    text	.5
to_char((9223372036854775807)::int8, 'FMSG9')
    text	+#
to_char(0.5::numeric, '99.9V9')
    !42601
to_char('-Infinity'::float8, '9G999D99')
    text	-#,###.##
to_char(0.5::float4, 'FM999PL')
    text	0+
to_char((-9223372036854775808)::int8, '0999')
    text	-####
to_char((1234567)::int4, 'S9S')
    !42601
to_char(1e20::float8, 'FM99.90')
    text	##.
to_char('-Infinity'::numeric, '9.9.9')
    !42601
to_char(9.99::numeric, '00.00')
    text	 09.99
to_char(-1::numeric, 'D99')
    text	-.##
to_char(-123.456::float4, 'FM99.99')
    text	-##.##
to_char(1.5::float8, '')
    text	
to_number('é12', '00.00')
    numeric	12
to_char(5::numeric, '$999')
    text	$   5
to_char(4000::numeric, 'FM999S')
    text	###+
to_char(0.1::float8, 'FM9MI9')
    text	0
to_char(1e-5::numeric, 'FM009')
    text	000
to_char(12::numeric, 'FM9.9')
    text	#.#
to_number('<12', '9990')
    numeric	12
to_char(0.5::float4, '9S99')
    text	  +0
to_char(1e-5::numeric, 'abc')
    text	a
to_number('', '9S99')
    !22P02
to_char(1.5::float8, 'rn')
    text	             ii
to_char(100::numeric, 'D99')
    text	 .##
to_char(1e-5::float4, '999th')
    text	   0th
to_number('12.', 'FM99.90')
    numeric	12
to_char(2::numeric, 'FM9V9')
    text	20
to_char(0.1::float8, '.99')
    text	 .##
to_char(5::numeric, '999.000')
    text	   5.000
to_char(0.1::numeric, '99.9V9')
    !42601
to_number('1st', '9V999')
    numeric	0.0010000000000000
to_char('Infinity'::float4, 'FM999,999,999')
    text	In,fin,ity
to_char(12::numeric, '9"x"9')
    text	 1x2
to_char(123.456::numeric, '.99')
    text	 .##
to_char((-2147483648)::int4, '.99')
    text	-.##
to_char(1e-5::numeric, '9999')
    text	    0
to_number('1,234.5', '.99')
    !22003
to_char(3999::numeric, '"a \"b" 99')
    text	a "b  ##
to_number('12.', '99999.9999999999')
    numeric	12
to_char(0.1::float8, '999PL')
    text	   0+
to_char(99.995::float4, ' 99 ')
    text	  ## 
to_number('1234567890.123456789', 'FML999')
    numeric	123
to_char((4000)::int4, '.')
    text	 .
to_char(1234567.891::float4, 'FM999PL')
    text	###+
to_char(-1::numeric, '99')
    text	 -1
to_char(0.5::float8, 'FM0')
    text	0
to_char('-0'::float8, 'FM999S')
    text	0-
to_char(2.5::float8, 'FM.99')
    text	.##
to_char(0::numeric, 'FM0999')
    text	0000
to_char('-Infinity'::float4, 'FM9')
    text	-#
to_number(' 12 ', '000,000')
    numeric	12
to_char('NaN'::float4, '000,000')
    text	 000,NaN
