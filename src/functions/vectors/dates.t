to_timestamp('11:09:26 PM', 'DDth Mon YYYY')
    !22007
to_date('2025-03-14 15:09:26 -08', 'FXYYYY-MM-DD')
    date	2025-03-14
to_date('-1', 'YYYYxMM')
    date	0001-01-01 BC
to_date('2025-03-14T15:09:26', 'YYYYMMDD')
    date	2025-01-03
to_date('7:5', 'YYYY-MM-DD')
    date	0007-05-01
to_date('025-03-14', 'FMDD Month, YYYY')
    !22007
to_timestamp('2025-11', 'CC')
    timestamp with time zone	202401-01-01 00:00:00+00
to_timestamp('12:30 p.m.', 'HH24MISSUS')
    !22007
to_date('02-30', 'yyyy-mm-dd hh24:mi:ss')
    !22008
to_date('5-3-14', 'YYYY--MM')
    date	0005-03-01
to_timestamp('20 00', 'US')
    timestamp with time zone	0001-01-01 00:00:00.2+00 BC
to_date('2025-00-10', 'YYYY  MM')
    date	2025-01-01
to_timestamp('000001', 'YYYY MM DD')
    timestamp with time zone	0001-01-01 00:00:00+00
to_date('2025-03-14 15:09:26.535897', 'IYYY-IW')
    date	2025-01-13
to_timestamp('24:00:00', 'YYYY-DDD')
    timestamp with time zone	0024-01-01 00:00:00+00
to_date('3/4/2025', 'MI')
    date	0001-01-01 BC
to_date('5-3-14', 'YYYY  MM')
    date	0005-03-01
to_date('13', 'YYYYxMM')
    date	0013-01-01
to_timestamp('86400', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-03-14', 'FXYYYY MM DD')
    date	2025-03-14
to_date('2025-03-14 15:09:26', 'YYYYMMDD')
    date	2025-01-03
to_date('2025-11', 'YYYY-MM-DD YYYY')
    date	2025-11-01
to_date('000001', 'DD Mon YYYY')
    date	0001-01-01 BC
to_timestamp('5', 'YYYY-MM-DD HH24:MI:SS')
    timestamp with time zone	0005-01-01 00:00:00+00
to_timestamp('250314', 'Q YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-073', 'IYYY-IW')
    date	2026-05-18
to_date('2025-3-4', 'a.m. HH')
    !22007
to_date('12', 'YYYY-MM-DD TZ')
    date	0012-01-01
to_timestamp('15:09:26.5', 'FMDD Month, YYYY')
    !22007
to_timestamp('25-03-14', 'YYYYxMM')
    timestamp with time zone	0025-03-01 00:00:00+00
to_date('2025T03', 'J')
    date	4708-06-10 BC
to_timestamp('2025-03-14 2024', 'YYYYMMDD')
    timestamp with time zone	2025-01-03 00:00:00+00
to_date('2025-3-4', 'YYYYxMM')
    date	2025-03-01
to_date('2025-  03', 'HH24')
    !22008
to_date('54566', 'FXYYYY MM DD')
    date	54566-01-01
to_timestamp('am 5', 'DDD')
    !22007
to_timestamp('-1', 'YYY-MM-DD')
    timestamp with time zone	1999-01-01 00:00:00+00
to_timestamp('2025', '"on" YYYY-MM-DD')
    timestamp with time zone	0025-01-01 00:00:00+00
to_timestamp('0044 BC', 'MI')
    timestamp with time zone	0001-01-01 00:44:00+00 BC
to_timestamp('15', 'DD Month YYYY')
    timestamp with time zone	0001-01-15 00:00:00+00 BC
to_date('IX 2025', 'YYYY-WW')
    !22007
to_timestamp('99999-01-01', 'IYYY-IW')
    timestamp with time zone	99999-01-04 00:00:00+00
to_timestamp('12', 'YYYY-MM-DD YYYY')
    timestamp with time zone	0012-01-01 00:00:00+00
to_timestamp('15:09:26.5', 'SSSSS')
    timestamp with time zone	0001-01-01 00:00:15+00 BC
to_date('12:00:00 am', 'IYYY-IW')
    date	0012-01-01
to_date('13', 'DD Mon YYYY')
    date	0001-01-13 BC
to_date('025-03-14', 'YYYY  MM')
    date	0025-03-01
to_timestamp('2147483648', 'FMHH24:FMMI')
    !22008
to_date('12', 'FF6')
    date	0001-01-01 BC
to_timestamp('4 march, 2025', 'HH24')
    timestamp with time zone	0001-01-01 04:00:00+00 BC
to_timestamp('2025-00-10', 'CC')
    timestamp with time zone	202401-01-01 00:00:00+00
to_date('294277-01-01', 'YY-MM-DD')
    date	294277-01-01
to_timestamp('2025-11-2', 'YYYY-MM-DD')
    timestamp with time zone	2025-11-02 00:00:00+00
to_timestamp('', 'abc')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('15:09:26.025', 'YY-MM-DD')
    date	2015-09-26
to_date('0:30 AM', 'Q YYYY')
    date	0030-01-01
to_date('5', 'YYYY-DDD')
    date	0005-01-01
to_timestamp('2025x03', 'Dy DD Mon YYYY')
    !22007
to_date('', 'IYYY-IDDD')
    date	0001-01-01 BC
to_date('11:09:26 PM', 'SSSSS')
    date	0001-01-01 BC
to_date('2025-11', 'US')
    date	0001-01-01 BC
to_date('20250314', 'IYYY-IW')
    !22008
to_timestamp('15', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.15+00 BC
to_timestamp('99-12-31', 'YYYY WW D')
    timestamp with time zone	0099-03-19 00:00:00+00
to_timestamp('60', 'YYYY-MM-DD YYYY')
    timestamp with time zone	0060-01-01 00:00:00+00
to_timestamp('2025-03-14 15:09:26.535897', 'Q YYYY')
    timestamp with time zone	0003-01-01 00:00:00+00
to_timestamp('2025-03-14 15:09:26', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_timestamp('13', 'Y,YYY-MM-DD')
    !22007
to_date('14 March 2025', 'YYMMDD')
    !22007
to_date('25-03-14', 'YYYY MM DD')
    date	0025-03-14
to_timestamp('2025-53-7', 'YYYY BC')
    !22007
to_timestamp('2025', 'YYYYxMM')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('2025-03-14 15:09:26.535897', 'YYYY-MM-DDThh24:mi:ss')
    date	2025-03-14
to_timestamp('70-1-1', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('on 2025-03-14', 'DDth Mon YYYY')
    !22007
to_timestamp('15:09:26.5', 'YYYY-MM-DD HH24:MI:SSTZH')
    timestamp with time zone	0015-09-26 05:00:00+00
to_timestamp('2025-  03', 'YYYY-MM-DD HH24:MI:SS')
    timestamp with time zone	2025-03-01 00:00:00+00
to_date('2025-11-5', 'FXYYYY MM DD')
    date	2025-11-05
to_timestamp('21 25', 'TMMonth DD')
    !22007
to_timestamp('21 25', 'SSSSS')
    timestamp with time zone	0001-01-01 00:00:21+00 BC
to_date('Monday 5', 'DD Mon YYYY')
    !22007
to_date('é', 'YYYY-MM-DD')
    !22007
to_timestamp('2025-366', 'FXDD-Mon-YYYY')
    !22007
to_date('20250314', 'MI')
    !22008
to_timestamp('2025-13-01', 'CC YY')
    timestamp with time zone	202413-01-01 00:00:00+00
to_timestamp('2025 03 14', 'YYYY  MM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_date('2025-53-7', 'SSSS')
    date	0001-01-01 BC
to_date('000001', 'MM/DD/YYYY')
    date	0001-01-01 BC
to_timestamp('abc', 'Y-MM-DD')
    !22007
to_date('86400', 'IYYY-IW')
    date	86400-01-01
to_timestamp('2024-02-29', 'Q YYYY')
    timestamp with time zone	0002-01-01 00:00:00+00
to_date('2025-3-4', 'YYYY-MM-DDThh24:mi:ss')
    date	2025-03-04
to_timestamp('2025-03-14 EST', 'YYYY-IW')
    !22007
to_timestamp('15', 'YYYY')
    timestamp with time zone	0015-01-01 00:00:00+00
to_date('2025-073', 'YYYY/MM/DD')
    !22008
to_date('13:00 PM', 'YYYY WW D')
    !22007
to_date('2025', 'FF1')
    date	0001-01-01 BC
to_timestamp('2025/03/14', 'MI')
    !22008
to_timestamp('2025/03/14', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.2025+00 BC
to_timestamp('2025T03', 'Y,YYY-MM-DD')
    !22007
to_timestamp('02-30', 'SSSSS')
    timestamp with time zone	0001-01-01 00:00:02+00 BC
to_date('0044 BC', 'TMMonth DD')
    !22007
to_timestamp('70-1-1', 'FXYYYY-MM-DD')
    timestamp with time zone	0070-01-01 00:00:00+00
to_timestamp('  ', 'MS')
    !22007
to_timestamp('2025-03-14 AD', 'FXDD-Mon-YYYY')
    !22007
to_timestamp('am 5', 'IYYY-IDDD')
    !22007
to_date('3/4/2025', 'MM-DD')
    date	0001-03-04 BC
to_timestamp('2024-366', 'SSSSS')
    timestamp with time zone	0001-01-01 00:33:44+00 BC
to_date('2025-03-14 15:09:26-05:30', 'CC YY')
    date	202403-01-01
to_date('60', 'YYYY-WW')
    date	0060-01-01
to_date('2025-03-14 15:09:26', 'CC')
    date	202401-01-01
to_timestamp('54566', 'YYYY/MM/DD')
    timestamp with time zone	54566-01-01 00:00:00+00
to_date('abc', 'RM YYYY')
    !22007
to_date('12:00:00 am', 'MI')
    date	0001-01-01 BC
to_timestamp('IX 2025', 'YYYY--MM')
    !22007
to_timestamp('15', '"on" YYYY-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-00-10', 'YYMMDD')
    !22008
to_date('2024-366', 'Y,YYY-MM-DD')
    !22007
to_timestamp('21 25', 'MM-DD')
    !22008
to_date('PM11', 'YYYY/MM/DD')
    !22007
to_date('2025/03/14', 'YYYY-MM-DD HH24:MI:SSTZH')
    date	2025-03-14
to_timestamp('2025-00-10', 'YYYY"T"MM')
    timestamp with time zone	2025-01-01 00:00:00+00
to_timestamp('2025/03/14', 'HH24MISSUS')
    !22007
to_timestamp('250314', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('20a5-03-14', 'SS')
    timestamp with time zone	0001-01-01 00:00:20+00 BC
to_timestamp('2025-11-2', 'YYYY-MM-DD HH24:MI:SS.FF3')
    timestamp with time zone	2025-11-02 00:00:00+00
to_timestamp('14th Mar 2025', 'YYYY')
    timestamp with time zone	0014-01-01 00:00:00+00
to_timestamp('2024-366', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:44+00 BC
to_timestamp('2025-03-14T15:09:26', 'YYYY-WW')
    timestamp with time zone	2025-01-15 00:00:00+00
to_timestamp('2025-03-14 15:09:26 -08', 'IYYY-IDDD')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('2025-03-14T15:09:26', 'YYYY"T"MM')
    date	2025-03-01
to_date('60', 'MI')
    !22008
to_date('250314', 'IYYY-IW')
    date	250314-01-01
to_timestamp('0:30 AM', 'HH24:MI:SS.MS')
    !22007
to_date('2025-00-10', 'Dy DD Mon YYYY')
    !22007
to_timestamp('13:00 PM', 'YYYY-MM-DDThh24:mi:ss')
    !22007
to_date('150926535897', 'YYYY-MM-DDThh24:mi:ss')
    !22008
to_date('999', 'YYYY"T"MM')
    date	0999-01-01
to_timestamp('000001', 'YYYY-MM-DD YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00
to_timestamp('99999-01-01', 'YYYY-MM-W')
    timestamp with time zone	99999-01-01 00:00:00+00
to_timestamp('44 BC', 'J')
    timestamp with time zone	4713-01-07 00:00:00+00 BC
to_date('20a5-03-14', 'YYYY-MM-DDThh24:mi:ss')
    !22007
to_date('14 March 2025', 'FXYYYY MM DD')
    !22007
to_date('7:5', 'HH24:MI:SS.MS')
    date	0001-01-01 BC
to_timestamp('2024-02-29', 'YYYY DDD')
    timestamp with time zone	2024-01-02 00:00:00+00
to_date('24:00:00', 'SSSSS')
    date	0001-01-01 BC
to_timestamp('02-30', 'HH24MISSUS')
    !22007
to_date('7:5', 'YYYY-MM-DD HH24:MI:SS.FF3')
    date	0007-05-01
to_timestamp('99999-01-01', 'YYYY--MM')
    timestamp with time zone	99999-01-01 00:00:00+00
to_date('abc', 'Y-MM-DD')
    !22007
to_timestamp('54566', 'YYYY-MM-W')
    timestamp with time zone	54566-01-01 00:00:00+00
to_date('2460749', 'HH24MISSUS')
    !22008
to_date('2025-11', 'IYYY-IW-ID')
    date	2025-03-10
to_date('13:00 PM', 'YYYY')
    date	0013-01-01
to_date('54566', 'YYYY MM DD')
    date	54566-01-01
to_timestamp('2024 60', 'AMHH12')
    !22007
to_timestamp('', 'YY-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-  03', 'IYYY-IW-ID')
    timestamp with time zone	2025-01-13 00:00:00+00
to_timestamp('1.5', 'MS')
    timestamp with time zone	0001-01-01 00:00:00.1+00 BC
to_timestamp('21 25', 'MI')
    timestamp with time zone	0001-01-01 00:21:00+00 BC
to_timestamp('5874898-01-01', 'AMHH12')
    !22007
to_timestamp('-2025-03-14', 'YYYY-MM-DD HH24:MI:SS.FF3')
    timestamp with time zone	2025-03-14 00:00:00+00 BC
to_timestamp('12:00:00 am', 'FMHH24:FMMI')
    timestamp with time zone	0001-01-01 12:00:00+00 BC
to_timestamp('', 'CC')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-53-7', 'CC YY')
    timestamp with time zone	202453-01-01 00:00:00+00
to_timestamp('15', 'FXYYYY MM DD')
    timestamp with time zone	0015-01-01 00:00:00+00
to_timestamp('  ', 'RM YYYY')
    !22007
to_date('15', 'YYYY WW D')
    date	0015-01-01
to_date('15:09:26.5', 'J')
    date	4714-12-09 BC
to_timestamp('', 'YYYY"T"MM')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('1st Jan 2025', 'MS')
    timestamp with time zone	0001-01-01 00:00:00.1+00 BC
to_timestamp('2024 60', 'DDth Mon YYYY')
    !22007
to_date('2025', 'YYYY-MM-DD YYYY')
    date	2025-01-01
to_timestamp('14-Mar-2025', 'IYYY-IW')
    !22007
to_timestamp('2025-03-14 BC', 'FXYYYY MM DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('14-Mar-2025', 'IYYY-MM')
    !22007
to_timestamp('20a5-03-14', 'MI')
    timestamp with time zone	0001-01-01 00:20:00+00 BC
to_timestamp('2025-03-14 EST', 'FF1')
    timestamp with time zone	0001-01-01 00:00:00.2+00 BC
to_date('2025-3-4', '')
    date	0001-01-01 BC
to_date('2460749', 'YY-MM-DD')
    date	2460749-01-01
to_date('25-03-14', 'YYYY-MM-DD')
    date	0025-03-14
to_date('60', 'AMHH12')
    !22007
to_date('025-03-14', 'Q YYYY')
    date	0003-01-01
to_date('2,025-03-14', 'YYYY-WW')
    date	0002-06-18
to_timestamp('13', 'MM-DD')
    !22008
to_date('  2025-03-14', 'CC YY')
    date	202403-01-01
to_timestamp('2025-53-7', 'US')
    timestamp with time zone	0001-01-01 00:00:00.2025+00 BC
to_date('2025-11', 'IYYY-IW')
    date	2025-03-10
to_timestamp('2025-03-14 15:09:26-05:30', 'fmyyyy-fmmm-fmdd')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('2025-01-00', '"on" YYYY-MM-DD')
    date	0025-01-01
to_timestamp('2,025-03-14', 'HH24:MI:SS.US')
    timestamp with time zone	0001-01-01 02:25:03.14+00 BC
to_timestamp('2025-073', 'YYYY')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('13:00 PM', 'YYYY-IW')
    !22007
to_timestamp('31', 'DD Month YYYY')
    timestamp with time zone	0001-01-31 00:00:00+00 BC
to_date('5-3-14', 'YYYY-WW')
    date	0005-01-15
to_timestamp('2024-02-29', 'DDD')
    !22007
to_timestamp('0044 BC', 'J')
    timestamp with time zone	4713-01-07 00:00:00+00 BC
to_date('12', 'MM')
    date	0001-12-01 BC
to_date('2025-366', 'FMHH24:FMMI')
    !22008
to_timestamp('2025-W11-5', 'SSSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_timestamp('2460749', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('24:00:00', 'CC')
    timestamp with time zone	2301-01-01 00:00:00+00
to_timestamp('IX 2025', 'HH:MI P.M.')
    !22007
to_date('15:09:26.5', 'YYYY"T"MM')
    date	0015-09-01
to_timestamp('1 2025', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:01+00 BC
to_date('2025-03-14 AD', 'DD')
    !22008
to_date('IX 2025', 'YYYY"T"MM')
    !22007
to_date('15:09:26.025', 'US')
    date	0001-01-01 BC
to_date('0:30 AM', 'IYYY-MM')
    !22007
to_date('2024 60', 'YYYY--MM')
    !22008
to_timestamp('0:30 AM', 'FXYYYY MM DD')
    !22007
to_timestamp('5', 'Q YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('99-12-31', 'Q YYYY')
    timestamp with time zone	0012-01-01 00:00:00+00
to_timestamp('2025-366', 'J')
    timestamp with time zone	4708-06-10 00:00:00+00 BC
to_date('Fri 14 Mar 2025', 'YYYY  MM')
    !22007
to_date('2025-03-14 2024', 'DD Mon YYYY')
    !22007
to_timestamp('xii 2025', 'YYYYMMDD')
    !22007
to_timestamp('23:59:60', 'IYYY-IW-ID')
    timestamp with time zone	0024-02-18 00:00:00+00
to_timestamp('2025-  03', 'SSSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_date('2025-03-14 AD', 'Y-MM-DD')
    date	2025-03-14
to_timestamp('5', 'HH24')
    timestamp with time zone	0001-01-01 05:00:00+00 BC
to_timestamp('March 5', 'IYYY-IDDD')
    !22007
to_timestamp('2025-03-14 15:09:26.535897', 'Y-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('2024-02-29', 'YYYY WW D')
    date	2024-01-08
to_timestamp('24:00:00', 'FF1')
    timestamp with time zone	0001-01-01 00:00:00.2+00 BC
to_timestamp('20 00', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:20+00 BC
to_timestamp('0', 'YYYY  MM')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2024 60', 'IYYY-IDDD')
    date	2024-02-29
to_timestamp('2025-3-4', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	2025-03-04 00:00:00+00
to_date('54566', 'CC YY')
    date	5456501-01-01
to_timestamp('000001', 'YYY-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00
to_date('03/14/2025', 'FXYYYY-MM-DD')
    !22008
to_timestamp('2147483648', 'DDD')
    !22008
to_timestamp('03/14/2025', 'IYYY-IDDD')
    timestamp with time zone	0003-01-12 00:00:00+00
to_timestamp('2025-03-14 EST', 'FXYYYY-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('2025', 'YYYY"T"MM')
    date	2025-01-01
to_timestamp('150926535897', 'YYYY BC')
    !22008
to_timestamp('99999-01-01', 'yyyy-mm-dd hh24:mi:ss')
    timestamp with time zone	99999-01-01 00:00:00+00
to_timestamp('12', 'YYYY--MM')
    timestamp with time zone	0012-01-01 00:00:00+00
to_timestamp('15', 'FXDD-Mon-YYYY')
    timestamp with time zone	0001-01-15 00:00:00+00 BC
to_timestamp('2025-  03', 'IYYY-IW')
    timestamp with time zone	2025-01-13 00:00:00+00
to_date('20 00', 'YYYY"T"MM')
    date	0020-01-01
to_timestamp('Friday, 14 March 2025', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('4 march, 2025', 'YYYY DDD')
    !22007
to_date('2025-03-14 2024', 'YYYY-MM-W')
    !22008
to_timestamp('2025-03-14', 'HH24')
    !22008
to_date('44 BC', 'FF1')
    date	0001-01-01 BC
to_date('15:09:26.025', 'IYYY-IDDD')
    date	0015-01-06
to_date('-1', 'YYYY-DDD')
    date	0001-01-01 BC
to_date('12:00:00 am', 'YYYY-MM-DD')
    date	0012-01-01
to_date('2025-W11-5', 'FF6')
    date	0001-01-01 BC
to_date('-2025-03-14', 'YY-MM-DD')
    date	2025-03-14 BC
to_timestamp('2025-11-2', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.2025+00 BC
to_timestamp('250314', 'YYYY MM DD')
    timestamp with time zone	250314-01-01 00:00:00+00
to_timestamp('5', 'MM-DD')
    timestamp with time zone	0001-05-01 00:00:00+00 BC
to_date('31', 'YYYY-MM-DD HH24:MI:SS')
    date	0031-01-01
to_date('025-03-14', 'SS')
    date	0001-01-01 BC
to_date('2147483648', 'FMHH24:FMMI')
    !22008
to_timestamp('14th Mar 2025', 'DD')
    timestamp with time zone	0001-01-14 00:00:00+00 BC
to_timestamp('13', 'DD')
    timestamp with time zone	0001-01-13 00:00:00+00 BC
to_date('86400', 'IYYY-IDDD')
    date	86400-01-01
to_date('2025-03-14 2024', 'J')
    date	4708-06-10 BC
to_date('2025-3-4', 'YYYY/MM/DD')
    date	2025-03-04
to_timestamp('15:09:26.5', 'US')
    timestamp with time zone	0001-01-01 00:00:00.15+00 BC
to_timestamp('2025-3-4', 'Dy DD Mon YYYY')
    !22007
to_timestamp('12', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:12+00 BC
to_date('2025-03-14 EST', 'YYYYMMDD')
    date	2025-01-03
to_date('14 Mar 2025', 'MM-DD')
    !22007
to_date('1.5', 'CC YY')
    date	0005-01-01
to_date('2025-03-14 15:09:26', 'YYYYxMM')
    date	2025-03-01
to_timestamp('2025-3-4', 'IYYY-IDDD')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('86400', 'TMMonth DD')
    !22007
to_timestamp('2025 03 14', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('15:09:26.5', 'YYYY-DDD')
    timestamp with time zone	0015-01-09 00:00:00+00
to_date('2025-03-14 15:09:26.535897', '"on" YYYY-MM-DD')
    date	0025-03-14
to_timestamp('2025-  03', 'YYYY WW D')
    timestamp with time zone	2025-01-15 00:00:00+00
to_date('2,025-03-14', 'SS')
    date	0001-01-01 BC
to_timestamp('2025', 'YYYYMMDD')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('é', 'FXYYYY MM DD')
    !22007
to_timestamp('12:30 p.m.', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:12+00 BC
to_timestamp('86400', 'J')
    timestamp with time zone	4477-06-15 00:00:00+00 BC
to_timestamp('2025-11', 'HH12:MI:SS AM')
    !22007
to_timestamp('2025-W11-5', 'FF1')
    timestamp with time zone	0001-01-01 00:00:00.2+00 BC
to_timestamp('70-1-1', 'YYYY-MM-DD')
    timestamp with time zone	0070-01-01 00:00:00+00
to_date('12', 'HH:MI P.M.')
    date	0001-01-01 BC
to_date('31', 'YYYY-MM-DD AD')
    date	0031-01-01
to_date('2025-11-2', 'Y-MM-DD')
    date	2025-11-02
to_timestamp('5-3-14', 'YYYY-IW')
    !22007
to_date('000001', 'MI')
    date	0001-01-01 BC
to_date('  2025-03-14', 'YYYYMMDD')
    date	2025-01-03
to_timestamp('2025-03-14 15:09:26.535897', 'YYMMDD')
    !22008
to_date('20 00', '"on" YYYY-MM-DD')
    date	0001-01-01 BC
to_date('4 march, 2025', 'CC YY')
    !22007
to_timestamp('2,025-03-14', 'YYYY--MM')
    !22008
to_timestamp('0:30 AM', 'abc')
    !22007
to_date('2,025-03-14', 'YYYY-MM-DD')
    !22008
to_timestamp('2025-02-29', 'YYYY--MM')
    timestamp with time zone	2025-02-01 00:00:00+00
to_date('Friday, 14 March 2025', 'IYYY-IDDD')
    !22007
to_timestamp('0:30 AM', 'IYYY-IW')
    timestamp with time zone	0001-07-24 00:00:00+00 BC
to_timestamp('IX 2025', 'YYYY-IW')
    !22007
to_timestamp('2025-03-14 EST', 'FMHH24:FMMI')
    !22008
to_timestamp('02-30', 'CC YY')
    timestamp with time zone	0130-01-01 00:00:00+00
to_date('1.5', 'IYYY-IW')
    date	0001-01-29
to_date('2025-03-14 15:09:26+05', 'YYYYMMDD')
    date	2025-01-03
to_date('12:30 p.m.', 'YYYY-DDD')
    date	0012-01-30
to_timestamp('1.5', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.1+00 BC
to_date('11:09:26 PM', 'Q YYYY')
    date	0009-01-01
to_timestamp('2147483648', 'Y-MM-DD')
    !22008
to_timestamp('86400', 'YYYY-WW')
    timestamp with time zone	86400-01-01 00:00:00+00
to_timestamp('2025-03-14 EST', 'DD')
    !22008
to_timestamp('-1', 'YYYY MM DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-53-7', 'CC')
    date	202401-01-01
to_timestamp('-1', 'DDth Mon YYYY')
    !22008
to_timestamp('Fri 14 Mar 2025', 'YYYY-DDD')
    !22007
to_timestamp('1.5', 'FXYYYY MM DD')
    timestamp with time zone	0001-05-01 00:00:00+00
to_date('2025-00-10', 'YYYY"T"MM')
    date	2025-01-01
to_timestamp('2025-01-00', 'FMDD Month, YYYY')
    !22007
to_timestamp('20 00', 'SSSSS')
    timestamp with time zone	0001-01-01 00:00:20+00 BC
to_timestamp('5-3-14', 'DDD')
    !22007
to_date('2025-3-4', 'YYYY-WW')
    date	2025-01-15
to_timestamp('999', 'YYYY-MM-DD')
    timestamp with time zone	0999-01-01 00:00:00+00
to_date('25-03-14', 'Q YYYY')
    date	0003-01-01
to_date('2025-03-14 15:09:26+05', 'YYYY-DDD')
    date	2025-01-03
to_timestamp('March 5', 'abc')
    !22007
to_date('-1', 'YYYY-MM-W')
    date	0001-01-01 BC
to_date('2,025-03-14', 'DD')
    date	0001-01-02 BC
to_date('1 2025', 'CC YY')
    date	0025-01-01
to_date('2025-11-5', 'YYY-MM-DD')
    date	2025-11-05
to_date('294277-01-01', 'HH24:MI:SS.MS')
    !22008
to_timestamp('15:09:26.025', 'FMHH24:FMMI')
    timestamp with time zone	0001-01-01 15:09:00+00 BC
to_timestamp('99-12-31', 'YYYY-MM-DD HH24:MI:SS')
    timestamp with time zone	0099-12-31 00:00:00+00
to_date('13', 'YYYY DDD')
    date	0013-01-01
to_timestamp('1.5', 'IYYY-IW')
    timestamp with time zone	0001-01-29 00:00:00+00
to_date('250314', 'FXYYYY-MM-DD')
    date	250314-01-01
to_date('2025-03-14 15:09:26 -08', 'YYYY"T"MM')
    date	2025-03-01
to_timestamp('7:5', 'yyyy-mm-dd hh24:mi:ss')
    timestamp with time zone	0007-05-01 00:00:00+00
to_date('31', 'YYYYxMM')
    date	0031-01-01
to_timestamp('2025-03-14 AD', 'FMDD Month, YYYY')
    !22007
to_date('025-03-14', 'YYYY-MM-DD HH24:MI:SS.FF3')
    date	0025-03-14
to_timestamp('0', 'MI')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('25-03-14', 'DD')
    timestamp with time zone	0001-01-25 00:00:00+00 BC
to_date('86400', 'FXYYYY MM DD')
    date	86400-01-01
to_date('2025-03-14 15:09:26.535897', 'yyyy-mm-dd hh24:mi:ss')
    date	2025-03-14
to_timestamp('20250314', 'Q YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('IX 2025', 'US')
    !22007
to_date('11:09:26 PM', 'abc')
    !22007
to_date('025-03-14', 'YYYY"T"MM')
    date	0025-03-01
to_timestamp('250314', 'FXYYYY-MM-DD')
    timestamp with time zone	250314-01-01 00:00:00+00
to_date('2025-  03', 'FF6')
    date	0001-01-01 BC
to_date('31', 'SSSS')
    date	0001-01-01 BC
to_date('150926535897', 'YYYY')
    !22008
to_timestamp('14 March 2025', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('999', 'YYYY-MM-DD TZ')
    timestamp with time zone	0999-01-01 00:00:00+00
to_date('14 Mar 2025', 'FF1')
    date	0001-01-01 BC
to_date('15:09:26.025', 'fmyyyy-fmmm-fmdd')
    date	0015-09-26
to_timestamp('', 'YYYY BC')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-03-14 15:09:26', 'DD Mon YYYY')
    !22007
to_timestamp('  2025-03-14', 'CC')
    timestamp with time zone	202401-01-01 00:00:00+00
to_date('2025-3-4', 'YYYY-DDD')
    date	2025-01-03
to_date('2025-03-14 15:09:26', 'SSSS')
    date	0001-01-01 BC
to_date('2025-03-14 15:09:26', 'YYYY')
    date	2025-01-01
to_date('2025', 'Y-MM-DD')
    date	2025-01-01
to_date('15', 'FF6')
    date	0001-01-01 BC
to_timestamp('2460749', '"on" YYYY-MM-DD')
    timestamp with time zone	60749-01-01 00:00:00+00
to_timestamp('7:5', 'DD')
    timestamp with time zone	0001-01-07 00:00:00+00 BC
to_date('31', 'MM')
    !22008
to_timestamp('2025 - 03 - 14', 'Day, DD Month YYYY')
    !22007
to_timestamp('03/14/2025', 'CC YY')
    timestamp with time zone	0214-01-01 00:00:00+00
to_timestamp('03/14/2025', 'YYYY"T"MM')
    !22008
to_timestamp('000001', 'FXYYYY-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00
to_date('000001', 'FXDD-Mon-YYYY')
    date	0001-01-01 BC
to_timestamp('  ', 'fmyyyy-fmmm-fmdd')
    !22007
to_date('15', 'FXYYYY MM DD')
    date	0015-01-01
to_date('0:30 AM', 'RM YYYY')
    !22007
to_timestamp('15:09:26.5', 'YYYY--MM')
    timestamp with time zone	0015-09-01 00:00:00+00
to_timestamp('20 00', 'YYYY-MM-W')
    timestamp with time zone	0020-01-01 00:00:00+00
to_timestamp('2025/03/14', 'SS')
    !22008
to_timestamp('2025-366', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_timestamp('2025-11-2', 'YYYY-MM-W')
    timestamp with time zone	2025-11-08 00:00:00+00
to_date('2025-  03', 'YYYY MM DD')
    date	2025-03-01
to_timestamp('12:30 p.m.', 'CC YY')
    timestamp with time zone	1130-01-01 00:00:00+00
to_timestamp('2025-00-10', 'abc')
    !22007
to_date('15:09:26.025', 'YYYY')
    date	0015-01-01
to_timestamp('13', 'Day, DD Month YYYY')
    !22007
to_date('02-30', 'Q YYYY')
    date	0030-01-01
to_timestamp('2025-03-14 15:09:26.535897', '"on" YYYY-MM-DD')
    timestamp with time zone	0025-03-14 00:00:00+00
to_timestamp('60', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	0060-01-01 00:00:00+00
to_timestamp('31', 'YYYYxMM')
    timestamp with time zone	0031-01-01 00:00:00+00
to_date('03/14/2025', 'YYYY-MM-DD')
    !22008
to_date('1.5', 'YYYY--MM')
    date	0001-05-01
to_date('2025-  03', 'IYYY-IDDD')
    date	2025-01-01
to_date('2025T03', 'YYMMDD')
    !22007
to_date('Friday, 14 March 2025', 'Day, DD Month YYYY')
    date	2025-03-14
to_date('4 march, 2025', 'IYYY-IW-ID')
    !22007
to_timestamp('13', 'YYYY-MM-W')
    timestamp with time zone	0013-01-01 00:00:00+00
to_date('IX 2025', 'CC YY')
    !22007
to_date('60', 'YYYY-MM-DD TZ')
    date	0060-01-01
to_timestamp('-1', 'AMHH12')
    !22007
to_timestamp('0044 BC', 'CC YY')
    !22007
to_timestamp('-1', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-03-14 15:09:26.535897', 'HH24:MI:SS.MS')
    !22008
to_date('2025T03', 'FF6')
    date	0001-01-01 BC
to_timestamp('60', 'YYYY-MM-DD')
    timestamp with time zone	0060-01-01 00:00:00+00
to_timestamp('99999-01-01', 'IYYY-IDDD')
    timestamp with time zone	99999-01-04 00:00:00+00
to_timestamp('60', 'CC')
    timestamp with time zone	5901-01-01 00:00:00+00
to_timestamp('4 march, 2025', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.4+00 BC
to_date('Monday 5', 'a.m. HH')
    !22007
to_timestamp('2025-W11-5', 'SS')
    !22008
to_timestamp('1 2025', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.1+00 BC
to_date('15', 'YYYY-MM-DD TZ')
    date	0015-01-01
to_timestamp('1.5', 'YYYY-MM-DD AD')
    timestamp with time zone	0001-05-01 00:00:00+00
to_timestamp('2025x03', 'FMHH24:FMMI')
    !22007
to_timestamp('2025-073', 'YYYY  MM')
    !22008
to_timestamp('2025-  03', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-02-29', '"on" YYYY-MM-DD')
    !22008
to_date('86400', 'FXDD-Mon-YYYY')
    !22008
to_date('2025 - 03 - 14', 'YYYY-MM-DDThh24:mi:ss')
    date	2025-03-14
to_timestamp('2025-03-14 15:09:26+05', 'YYYY WW D')
    timestamp with time zone	2025-01-15 00:00:00+00
to_date('2025/03/14', 'YYYY-MM-DD TZ')
    date	2025-03-14
to_date('999', 'YYYY-WW')
    date	0999-01-01
to_date('15:09:26.025', 'HH24')
    date	0001-01-01 BC
to_timestamp('1.5', 'Y-MM-DD')
    timestamp with time zone	2001-05-01 00:00:00+00
to_date('2025-11', 'YYYY-WW')
    date	2025-03-12
to_date('2025-11', 'CC YY')
    date	202411-01-01
to_timestamp('2025-03-14 15:09:26.535897', 'yyyy-mm-dd hh24:mi:ss')
    timestamp with time zone	2025-03-14 15:09:26+00
to_timestamp('15:09:26.025', 'YYYY--MM')
    timestamp with time zone	0015-09-01 00:00:00+00
to_timestamp('60', 'Y-MM-DD')
    timestamp with time zone	2060-01-01 00:00:00+00
to_date('5-3-14', 'SSSSS')
    date	0001-01-01 BC
to_timestamp('2025-03-14 15:09:26+05', 'YYYY-MM-DD HH24:MI:SSTZH')
    timestamp with time zone	2025-03-14 10:09:26+00
to_date('2025-03-14T15:09:26', 'HH:MI P.M.')
    !22007
to_date('2025-03-14 15:09:26+05', 'fmyyyy-fmmm-fmdd')
    date	2025-03-14
to_timestamp('é', 'MM/DD/YYYY')
    !22007
to_timestamp('0044 BC', 'SS')
    timestamp with time zone	0001-01-01 00:00:44+00 BC
to_date('am 5', 'CC')
    !22007
to_date('7:5', 'YYYY/MM/DD')
    date	0007-05-01
to_timestamp('2025-00-10', 'FXYYYY-MM-DD')
    timestamp with time zone	2025-01-10 00:00:00+00
to_timestamp('2025 - 03 - 14', 'CC YY')
    timestamp with time zone	202403-01-01 00:00:00+00
to_date('2025-11', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	2025-11-01
to_timestamp('-1', 'YYYY  MM')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('abc', 'YYMMDD')
    !22007
to_date('2025-03-14 AD', 'YYYY-MM-W')
    !22008
to_date('2025-00-10', 'YYYY MM DD')
    date	2025-01-10
to_timestamp('2025-13-01', 'IYYY-IW-ID')
    timestamp with time zone	2025-03-24 00:00:00+00
to_timestamp('2024-02-29', 'YYYYxMM')
    timestamp with time zone	2024-02-01 00:00:00+00
to_timestamp('03/14/2025', 'TMMonth DD')
    !22007
to_date('2025-03-14 15:09:26 -08', 'YYYY-WW')
    date	2025-01-15
to_date('999', 'YYYY-MM-DD HH24:MI:SS')
    date	0999-01-01
to_timestamp('70-1-1', 'YYYY-DDD')
    timestamp with time zone	0070-01-01 00:00:00+00
to_date('2025-03-14 15:09:26 -08', 'Day, DD Month YYYY')
    !22007
to_timestamp('0:30 AM', 'MM-DD')
    timestamp with time zone	0001-01-30 00:00:00+00 BC
to_date('294277-01-01', 'YYYY-MM-DD AD')
    date	294277-01-01
to_timestamp('2025-00-10', 'SSSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_date('', '"on" YYYY-MM-DD')
    date	0001-01-01 BC
to_date('2025', 'abc')
    !22007
to_timestamp('March 5', 'Y,YYY-MM-DD')
    !22007
to_timestamp('15', 'HH24:MI:SS.US')
    timestamp with time zone	0001-01-01 15:00:00+00 BC
to_timestamp('2147483648', 'YYYY-IW')
    !22008
to_date('1.5', 'SSSS')
    date	0001-01-01 BC
to_date('02-30', 'MM')
    date	0001-02-01 BC
to_date('', 'MS')
    date	0001-01-01 BC
to_timestamp('000001', 'YYYY-MM-W')
    timestamp with time zone	0001-01-01 00:00:00+00
to_timestamp('Friday, 14 March 2025', 'YYMMDD')
    !22007
to_date('14 Mar 2025', 'YYYY-DDD')
    !22007
to_date('60', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	0060-01-01
to_timestamp('999', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-03-14 15:09:26 -08', 'FF6')
    date	0001-01-01 BC
to_timestamp('2025', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_date('2025', 'YYYYMMDD')
    date	2025-01-01
to_date('250314', 'YYYY"T"MM')
    date	250314-01-01
to_timestamp('54566', 'YYYY-MM-DD HH24:MI:SS')
    timestamp with time zone	54566-01-01 00:00:00+00
to_date('2025-03-14', 'YYYY  MM')
    date	2025-03-01
to_date('999', 'IYYY-MM')
    date	0999-01-01
to_timestamp('20a5-03-14', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:20+00 BC
to_timestamp('2025-11', 'CC YY')
    timestamp with time zone	202411-01-01 00:00:00+00
to_timestamp('2025-11-5', 'yyyy-mm-dd hh24:mi:ss')
    timestamp with time zone	2025-11-05 00:00:00+00
to_date('2025-03-14', 'YYYY-MM-DD HH24:MI:SS')
    date	2025-03-14
to_date('2025-11-5', 'YYYY-WW')
    date	2025-03-12
to_date('2025-03-14 2024', 'YYYY')
    date	2025-01-01
to_date('2025-01-00', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	2025-01-01
to_timestamp('025-03-14', '"on" YYYY-MM-DD')
    timestamp with time zone	0005-03-14 00:00:00+00
to_date('5874898-01-01', 'DD Mon YYYY')
    !22007
to_timestamp('150926535897', 'YYYY DDD')
    !22008
to_date('2025 - 03 - 14', 'SSSSS')
    date	0001-01-01 BC
to_timestamp('2025-03-14 15:09:26-05:30', 'Y-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('60', 'Q YYYY')
    date	0001-01-01 BC
to_date('12:30 p.m.', 'SSSSS')
    date	0001-01-01 BC
to_date('2025-13-01', 'TMMonth DD')
    !22007
to_date('99-12-31', 'YYYY"T"MM')
    date	0099-12-01
to_date('2025-  03', 'YYYY-MM-DD')
    date	2025-03-01
to_date('3/4/2025', 'SSSS')
    date	0001-01-01 BC
to_date('0:30 AM', 'abc')
    !22007
to_timestamp('02-30', 'DD Month YYYY')
    !22007
to_date('000001', 'YYYY/MM/DD')
    date	0001-01-01
to_timestamp('3/4/2025', 'YYYY-DDD')
    timestamp with time zone	0003-01-04 00:00:00+00
to_date('2460749', 'yyyy-mm-dd hh24:mi:ss')
    date	2460749-01-01
to_date('-2025-03-14', 'FXDD-Mon-YYYY')
    !22007
to_date('abc', 'DD')
    !22007
to_timestamp('2025-00-10', 'YYYY-MM-DDThh24:mi:ss')
    timestamp with time zone	2025-01-10 00:00:00+00
to_timestamp('2025-073', 'YYYY-WW')
    !22008
to_timestamp('Friday, 14 March 2025', 'Y,YYY-MM-DD')
    !22007
to_date('25-03-14', 'CC YY')
    date	2403-01-01
to_date('é', 'YY-MM-DD')
    !22007
to_date('0', 'YY-MM-DD')
    date	2000-01-01
to_date('abc', 'FXYYYY MM DD')
    !22007
to_timestamp('IX 2025', 'YYYY  MM')
    !22007
to_timestamp('', 'MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025 03 14', 'Y-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('12:00:00 am', 'HH12:MI:SS AM')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-073', 'MM')
    !22008
to_date('2024-366', 'SSSS')
    date	0001-01-01 BC
to_timestamp('70-1-1', 'YYYY-MM-DDThh24:mi:ss')
    timestamp with time zone	0070-01-01 00:00:00+00
to_timestamp('2025-03-14 EST', 'YYYY-WW')
    timestamp with time zone	2025-01-15 00:00:00+00
to_date('23:59:60', 'CC')
    date	2201-01-01
to_timestamp('2025-03-14 15:09:26+05', 'YYYYMMDD')
    timestamp with time zone	2025-01-03 00:00:00+00
to_date('2025', 'fmyyyy-fmmm-fmdd')
    date	2025-01-01
to_date('5874898-01-01', '"on" YYYY-MM-DD')
    date	74898-01-01
to_date('60', 'US')
    date	0001-01-01 BC
to_timestamp('2025-03-14 BC', 'DDth Mon YYYY')
    !22007
to_date('14 Mar 2025', 'YYYY-MM-DD HH24:MI:SSTZH')
    !22007
to_timestamp('2025-11', 'YYYY--MM')
    timestamp with time zone	2025-11-01 00:00:00+00
to_date('2025-03-14 AD', 'YYY-MM-DD')
    date	2025-03-14
to_timestamp('2025-11', 'YYYYxMM')
    timestamp with time zone	2025-11-01 00:00:00+00
to_date('2025-03-14 EST', 'US')
    date	0001-01-01 BC
to_date('25-03-14', 'YYY-MM-DD')
    date	2025-03-14
to_timestamp('24:00:00', 'US')
    timestamp with time zone	0001-01-01 00:00:00.24+00 BC
to_timestamp('2025-11', 'YYYY-MM-DD AD')
    timestamp with time zone	2025-11-01 00:00:00+00
to_date('2025-Mar-14', 'MM-DD')
    !22007
to_timestamp('5-3-14', 'HH:MI P.M.')
    !22007
to_timestamp('2025-03-14 AD', 'Y-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('2025-3-4', 'RM YYYY')
    !22007
to_date('13:00 PM', 'FF1')
    date	0001-01-01 BC
to_timestamp('12:00:00 am', 'DD Mon YYYY')
    !22007
to_date('03/14/2025', 'HH24:MI:SS.US')
    !22008
to_timestamp('1st Jan 2025', 'YYMMDD')
    !22007
to_timestamp('250314', 'YYMMDD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('4 march, 2025', 'YYYY-WW')
    !22007
to_date('2025-03-14 15:09:26 -08', 'YYYY MM DD')
    date	2025-03-14
to_date('2025-03-14T15:09:26', 'HH24')
    !22008
to_date('2025-03-14T15:09:26', 'YYYY WW D')
    date	2025-01-15
to_timestamp('2025-03-14 15:09:26.535897', 'IYYY-IW-ID')
    timestamp with time zone	2025-01-19 00:00:00+00
to_timestamp('1.5', 'YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00
to_timestamp('2025-11-5', '"on" YYYY-MM-DD')
    timestamp with time zone	0025-11-05 00:00:00+00
to_date('2,025-03-14', 'FXDD-Mon-YYYY')
    !22007
to_timestamp('2025/03/14', 'YY-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('2025 - 03 - 14', 'Day, DD Month YYYY')
    !22007
to_date('2025/03/14', '"on" YYYY-MM-DD')
    date	0025-03-14
to_timestamp('March 5', 'FXDD-Mon-YYYY')
    !22007
to_timestamp('2025-11-5', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_timestamp('2024 60', 'IYYY-IW-ID')
    timestamp with time zone	2025-02-17 00:00:00+00
to_timestamp('am 5', 'YYYYxMM')
    !22007
to_timestamp('12:30 p.m.', 'RM YYYY')
    !22007
to_timestamp('14 March 2025', 'FMDD Month, YYYY')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('13', '"on" YYYY-MM-DD')
    date	0001-01-01 BC
to_date('1 2025', 'YYMMDD')
    !22007
to_date('2025-03-14', '')
    date	0001-01-01 BC
to_timestamp('2025-01-00', 'DD Month YYYY')
    !22007
to_timestamp('12', 'HH24MISSUS')
    timestamp with time zone	0001-01-01 12:00:00+00 BC
to_timestamp('2025-W11-5', 'YYYY DDD')
    !22007
to_date('Monday 5', 'YYYY DDD')
    !22007
to_date('99999-01-01', 'DD Mon YYYY')
    !22007
to_timestamp('', 'DDth Mon YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025 03 14', 'YYYY-MM-DD HH24:MI:SS')
    date	2025-03-14
to_date('14 March 2025', 'YYYY-DDD')
    !22007
to_timestamp('2025-  03', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_timestamp('21 25', 'TMDay DD')
    !22007
to_date('', 'SS')
    date	0001-01-01 BC
to_timestamp('999', 'YYYY"T"MM')
    timestamp with time zone	0999-01-01 00:00:00+00
to_date('12:30 p.m.', 'HH24MISSUS')
    !22007
to_timestamp('12', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	0012-01-01 00:00:00+00
to_date('2,025-03-14', 'YYYY-DDD')
    date	0002-01-25
to_date('2,025-03-14', 'YYYY WW D')
    date	0002-06-18
to_date('2025-Mar-14', 'Y-MM-DD')
    !22007
to_date('2025-3-4', 'FMHH24:FMMI')
    !22008
to_date('2025', 'SSSS')
    date	0001-01-01 BC
to_date('2025-11-2', 'fmyyyy-fmmm-fmdd')
    date	2025-11-02
to_date('11:09:26 PM', 'YYYY-MM-DD YYYY')
    !22007
to_timestamp('54566', 'HH24:MI:SS.MS')
    !22008
to_timestamp('2025 03 14', 'Q YYYY')
    timestamp with time zone	0003-01-01 00:00:00+00
to_timestamp('70-1-1', 'YYYY-MM-DD TZ')
    timestamp with time zone	0070-01-01 00:00:00+00
to_timestamp('2025', 'YYYY MM DD')
    timestamp with time zone	2025-01-01 00:00:00+00
to_timestamp('250314', 'IYYY-IW')
    timestamp with time zone	250314-01-01 00:00:00+00
to_timestamp('14 March 2025', 'SSSSS')
    timestamp with time zone	0001-01-01 00:00:14+00 BC
to_date('2025-11-5', 'YYYY  MM')
    date	2025-11-01
to_date('é', 'IYYY-IDDD')
    !22007
to_timestamp('2025', 'Y-MM-DD')
    timestamp with time zone	2025-01-01 00:00:00+00
to_timestamp('13:00 PM', 'YYYY-MM-W')
    !22007
to_date('70-1-1', 'IYYY-IDDD')
    date	0069-12-30
to_timestamp('2025-02-29', 'YYYY-MM-DD YYYY')
    !22008
to_timestamp('54566', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.54566+00 BC
to_date('5874898-01-01', 'YYYY-MM-DD HH24:MI:SS.FF3')
    !22008
to_timestamp('2025-03-14 15:09:26+05', 'YYYY  MM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_date('2024 60', 'IYYY-IW')
    date	2025-02-17
to_date('', 'HH24MISSUS')
    date	0001-01-01 BC
to_timestamp('2025-11', 'YYYY-MM-W')
    timestamp with time zone	2025-11-01 00:00:00+00
to_timestamp('294277-01-01', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.294277+00 BC
to_timestamp('0', 'DD Month YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-03-14', 'YY-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('  2025-03-14', 'YYYYxMM')
    date	2025-03-01
to_timestamp('70-1-1', 'YYYY  MM')
    timestamp with time zone	0070-01-01 00:00:00+00
to_timestamp('2025 - 03 - 14', 'YYYY-MM-DD HH24:MI:SS')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('0:30 AM', 'YYYY-DDD')
    !22007
to_timestamp('025-03-14', 'J')
    timestamp with time zone	4714-12-19 00:00:00+00 BC
to_timestamp('14-Mar-2025', 'YYYY-IW')
    !22007
to_date('2025-00-10', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	2025-01-10
to_timestamp('2460749', 'Q YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('14th Mar 2025', 'MM')
    !22008
to_timestamp('2025 03 14', 'YYYY WW D')
    timestamp with time zone	2025-01-15 00:00:00+00
to_date('2025-03-14', 'HH12:MI:SS AM')
    !22007
to_date('2025-03-14 15:09:26', 'Y,YYY-MM-DD')
    !22007
to_timestamp('2024-02-29', 'J')
    timestamp with time zone	4708-06-09 00:00:00+00 BC
to_timestamp('3/4/2025', 'SS')
    timestamp with time zone	0001-01-01 00:00:03+00 BC
to_timestamp('2025-3-4', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_timestamp('on 2025-03-14', 'YYYY/MM/DD')
    !22007
to_timestamp('70-1-1', 'YYYY-IW')
    !22007
to_timestamp('13:00 PM', 'SSSSS')
    timestamp with time zone	0001-01-01 00:00:13+00 BC
to_date('2025-13-01', 'IYYY-IW')
    date	2025-03-24
to_date('15:09:26.5', 'YYYY-MM-DD HH24:MI:SSTZH')
    date	0015-09-26
to_date('2025-03-14T15:09:26', 'YYYY-MM-DDThh24:mi:ss')
    date	2025-03-14
to_timestamp('000001', 'US')
    timestamp with time zone	0001-01-01 00:00:00.000001+00 BC
to_date('15:09:26.025', 'SSSS')
    date	0001-01-01 BC
to_date('2025-11-2', 'SSSS')
    date	0001-01-01 BC
to_date('13', 'J')
    date	4714-12-07 BC
to_timestamp('31', 'YY-MM-DD')
    timestamp with time zone	2031-01-01 00:00:00+00
to_date('2025-03-14 15:09:26-05:30', 'DD Mon YYYY')
    !22007
to_date('13', 'YYYY BC')
    date	0013-01-01
to_timestamp('13:00 PM', 'YYYY MM DD')
    !22007
to_date('2025-03-14 15:09:26+05', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	2025-03-14
to_date('14 March 2025', 'IYYY-IW-ID')
    !22007
to_date('2025-11-2', 'DD Mon YYYY')
    !22007
to_date('abc', 'YYYY-IW')
    !22007
to_date('31', 'IYYY-MM')
    date	0031-01-01
to_timestamp('12', 'MS')
    timestamp with time zone	0001-01-01 00:00:00.12+00 BC
to_date('13', 'US')
    date	0001-01-01 BC
to_date('250314', 'Y-MM-DD')
    date	250314-01-01
to_timestamp('2025-Mar-14', 'YYYY-MM-DD HH24:MI:SSTZH')
    !22007
to_timestamp('2025-01-00', 'YYYY-MM-DD YYYY')
    timestamp with time zone	2025-01-01 00:00:00+00
to_timestamp('0', 'CC')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('000001', 'IYYY-IDDD')
    timestamp with time zone	0001-01-01 00:00:00+00
to_date('2025/03/14', 'FF6')
    date	0001-01-01 BC
to_date('2025-11', 'YYYY-MM-DD AD')
    date	2025-11-01
to_date('-1', 'YYYY BC')
    date	0001-01-01 BC
to_timestamp('2025', 'YYYY WW D')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('1.5', 'YY-MM-DD')
    date	2001-05-01
to_date('0', 'MS')
    date	0001-01-01 BC
to_date('2025-00-10', 'DDD')
    !22007
to_date('2025-  03', 'YYYYMMDD')
    !22007
to_timestamp('2025-03-14 BC', 'Y,YYY-MM-DD')
    !22007
to_timestamp('2025-13-01', 'YYYY-MM-DD')
    !22008
to_timestamp('2025-03-14 EST', 'IYYY-IW-ID')
    timestamp with time zone	2025-01-19 00:00:00+00
to_timestamp('-1', 'YYYY DDD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('999', 'YYYY BC')
    date	0999-01-01
to_timestamp('24:00:00', 'FMDD Month, YYYY')
    !22007
to_date('2025 03 14', 'MI')
    !22008
to_timestamp('xii 2025', 'US')
    !22007
to_date('15:09:26.025', '')
    date	0001-01-01 BC
to_timestamp('March 5', 'YYYY-MM-DD')
    !22007
to_timestamp('99999-01-01', 'Y-MM-DD')
    timestamp with time zone	99999-01-01 00:00:00+00
to_date('2025-3-4', 'YYY-MM-DD')
    date	2025-03-04
to_date('3/4/2025', 'YYYYxMM')
    date	0003-04-01
to_date('2025-03-14 15:09:26', 'fmyyyy-fmmm-fmdd')
    date	2025-03-14
to_timestamp('86400', 'YYYY/MM/DD')
    timestamp with time zone	86400-01-01 00:00:00+00
to_timestamp('2025 03 14', 'IYYY-IW-ID')
    timestamp with time zone	2025-01-19 00:00:00+00
to_timestamp('31', '"on" YYYY-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-W11-5', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.2025+00 BC
to_timestamp('Monday 5', 'Y-MM-DD')
    !22007
to_date('0', 'YYYY-DDD')
    date	0001-01-01 BC
to_timestamp('2025-366', 'MS')
    !22008
to_timestamp('2025 03 14', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('7:5', 'fmyyyy-fmmm-fmdd')
    timestamp with time zone	0007-05-01 00:00:00+00
to_date('7:5', 'YYYY')
    date	0007-01-01
to_timestamp('86400', 'FXYYYY-MM-DD')
    timestamp with time zone	86400-01-01 00:00:00+00
to_timestamp('999', '"on" YYYY-MM-DD')
    timestamp with time zone	0009-01-01 00:00:00+00
to_timestamp('14 Mar 2025', 'SS')
    timestamp with time zone	0001-01-01 00:00:14+00 BC
to_timestamp('2025', 'YYYY-MM-W')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('3/4/2025', 'TMDay DD')
    !22007
to_date('2025-00-10', 'Q YYYY')
    date	0001-01-01 BC
to_date('2025/03/14', 'Q YYYY')
    date	0003-01-01
to_timestamp('2025-01-00', 'YYYYxMM')
    timestamp with time zone	2025-01-01 00:00:00+00
to_timestamp('2025 03 14', 'YYYYxMM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_date('12:30 p.m.', 'DD')
    date	0001-01-12 BC
to_timestamp('2025-03-14', 'YYYY"T"MM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_date('99999-01-01', 'FXYYYY MM DD')
    date	99999-01-01
to_date('2025-03-14', 'YYYYMMDD')
    date	2025-01-03
to_date('5', 'YYYY-WW')
    date	0005-01-01
to_timestamp('2460749', 'IYYY-IW-ID')
    !22008
to_date('5', 'MM')
    date	0001-05-01 BC
to_timestamp('54566', 'yyyy-mm-dd hh24:mi:ss')
    timestamp with time zone	54566-01-01 00:00:00+00
to_timestamp('2025-03-14', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('xii 2025', 'US')
    !22007
to_timestamp('', 'Y-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('03/14/2025', 'YYYY-IW')
    !22007
to_date('  2025-03-14', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	2025-03-14
to_timestamp('5', 'abc')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('Fri 14 Mar 2025', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    !22007
to_date('2025-03-14 AD', 'SSSS')
    date	0001-01-01 BC
to_timestamp('2025-11-5', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	2025-11-05 00:00:00+00
to_timestamp('2025T03', 'YYYY--MM')
    !22007
to_date('23:59:60', 'FF6')
    date	0001-01-01 BC
to_timestamp('0', 'DD Mon YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('13', 'YYYYMMDD')
    !22007
to_timestamp('2025-03-14 15:09:26-05:30', 'YYYY-WW')
    timestamp with time zone	2025-01-15 00:00:00+00
to_date('20 00', 'YYYY-MM-DD')
    date	0020-01-01
to_date('14 Mar 2025', 'MI')
    date	0001-01-01 BC
to_date('2024-02-29', 'FF6')
    date	0001-01-01 BC
to_timestamp('2025-03-14 15:09:26+05', 'HH24MISSUS')
    timestamp with time zone	0001-01-01 20:25:00.3+00 BC
to_date('-1', 'IYYY-IDDD')
    date	0001-01-01 BC
to_timestamp('15:09:26.025', 'DD Mon YYYY')
    !22007
to_date('2,025-03-14', 'MM/DD/YYYY')
    date	0003-02-25
to_timestamp('11:09:26 PM', 'IYYY-IDDD')
    timestamp with time zone	0011-01-11 00:00:00+00
to_timestamp('2025-03-14T15:09:26', 'YYYY-MM-DD HH24:MI:SS')
    !22007
to_timestamp('13:00 PM', 'FMHH24:FMMI')
    timestamp with time zone	0001-01-01 13:00:00+00 BC
to_timestamp('5-3-14', 'SS')
    timestamp with time zone	0001-01-01 00:00:05+00 BC
to_date('70-1-1', 'YYYY-WW')
    date	0070-01-01
to_date('11:09:26 PM', '"on" YYYY-MM-DD')
    !22007
to_date('25-03-14', 'YYYY')
    date	0025-01-01
to_date('000001', 'YYYY')
    date	0001-01-01
to_date('2025T03', 'YYYY-MM-DD HH24:MI:SSTZH')
    !22007
to_timestamp('000001', 'MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-03-14T15:09:26', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('7:5', 'CC YY')
    timestamp with time zone	0605-01-01 00:00:00+00
to_timestamp('2025-03-14 EST', 'YYY-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_date('14 March 2025', 'HH24')
    date	0001-01-01 BC
to_date('2025 - 03 - 14', 'YYYY-WW')
    date	2025-01-15
to_timestamp('-2025-03-14', 'YYYY  MM')
    timestamp with time zone	2025-03-01 00:00:00+00 BC
to_date('2025-53-7', 'HH24:MI:SS.MS')
    !22008
to_timestamp('54566', 'YYYY-MM-DD HH24:MI:SSTZH')
    timestamp with time zone	54566-01-01 00:00:00+00
to_timestamp('0', 'YYYY-MM-DD AD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2024 60', 'J')
    timestamp with time zone	4708-06-09 00:00:00+00 BC
to_date('150926535897', 'MM')
    !22008
to_date('99999-01-01', 'YYYYMMDD')
    !22007
to_timestamp('12:30 p.m.', 'HH:MI P.M.')
    timestamp with time zone	0001-01-01 12:30:00+00 BC
to_date('14th Mar 2025', 'DD Mon YYYY')
    !22007
to_date('2025-02-29', 'MI')
    !22008
to_date('2025-11', '"on" YYYY-MM-DD')
    date	0025-11-01
to_timestamp('2025-03-14 AD', 'YYYY')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('0', 'YYYY DDD')
    date	0001-01-01 BC
to_date('2025-02-29', 'FF6')
    date	0001-01-01 BC
to_timestamp('2024 60', 'DD Mon YYYY')
    !22007
to_date('2025-11-5', 'IYYY-IW')
    date	2025-03-10
to_timestamp('13', 'IYYY-IDDD')
    timestamp with time zone	0013-01-01 00:00:00+00
to_date('2024-02-29', 'YYYY-MM-DD HH24:MI:SSTZH')
    date	2024-02-29
to_date('5-3-14', 'YYYY-MM-DD')
    date	0005-03-14
to_date('', 'MI')
    date	0001-01-01 BC
to_date('99999-01-01', 'yyyy-mm-dd hh24:mi:ss')
    date	99999-01-01
to_timestamp('7:5', 'Q YYYY')
    timestamp with time zone	0005-01-01 00:00:00+00
to_date('1.5', 'YYY-MM-DD')
    date	2001-05-01
to_timestamp('12', 'YY-MM-DD')
    timestamp with time zone	2012-01-01 00:00:00+00
to_date('  ', 'DD Mon YYYY')
    !22007
to_timestamp('3/4/2025', 'TMMonth DD')
    !22007
to_date('4 march, 2025', 'YYYY-MM-DDThh24:mi:ss')
    !22007
to_date('0', 'YYYY-MM-DD AD')
    date	0001-01-01 BC
to_date('2025-073', 'YYY-MM-DD')
    !22008
to_date('000001', 'IYYY-IDDD')
    date	0001-01-01
to_timestamp('2025-03-14 15:09:26.535897', 'HH24:MI:SS.MS')
    !22008
to_timestamp('54566', 'YYYY-WW')
    timestamp with time zone	54566-01-01 00:00:00+00
to_date('2025-03-14 15:09:26 -08', 'SSSSS')
    date	0001-01-01 BC
to_date('21 25', 'US')
    date	0001-01-01 BC
to_timestamp('', 'YYYY-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025x03', 'J')
    timestamp with time zone	4708-06-10 00:00:00+00 BC
to_date('14 March 2025', 'YYYY-MM-DD TZ')
    !22007
to_date('2025-03-14 15:09:26+05', 'CC')
    date	202401-01-01
to_date('5-3-14', '')
    date	0001-01-01 BC
to_timestamp('250314', 'Day, DD Month YYYY')
    !22007
to_date('12:30 p.m.', 'SS')
    date	0001-01-01 BC
to_date('2,025-03-14', 'FF6')
    date	0001-01-01 BC
to_date('25-03-14', 'MS')
    date	0001-01-01 BC
to_date('025-03-14', 'YY-MM-DD')
    date	2025-03-14
to_timestamp('', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('02-30', 'Q YYYY')
    timestamp with time zone	0030-01-01 00:00:00+00
to_date('-2025-03-14', 'IYYY-IW-ID')
    date	2025-01-18 BC
to_date('2025-02-29', 'J')
    date	4708-06-10 BC
to_timestamp('2460749', 'YYYY-MM-DD TZ')
    !22008
to_date('54566', 'YYYY-MM-DD')
    date	54566-01-01
to_date('5874898-01-01', 'IYYY-IW-ID')
    date	5874897-12-30
to_date('2025T03', 'YYYY-MM-DD TZ')
    !22007
to_date('15', 'YYYY-MM-W')
    date	0015-01-01
to_timestamp('2025-01-00', 'YYYY WW D')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('86400', 'YYYY BC')
    date	86400-01-01
to_date('02-30', 'CC')
    date	0101-01-01
to_date('Monday 5', 'Day, DD Month YYYY')
    date	0001-01-05 BC
to_timestamp('Fri 14 Mar 2025', 'YYYY BC')
    !22007
to_date('1.5', 'MM-DD')
    date	0001-01-05 BC
to_timestamp('2025 03 14', 'YYYYMMDD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('31', 'YYYY-DDD')
    timestamp with time zone	0031-01-01 00:00:00+00
to_timestamp('12:00:00 am', 'SS')
    timestamp with time zone	0001-01-01 00:00:12+00 BC
to_timestamp('11:09:26 PM', 'YYYY--MM')
    timestamp with time zone	0011-09-01 00:00:00+00
to_date('25-03-14', 'YYYY--MM')
    date	0025-03-01
to_timestamp('12', 'YYYY DDD')
    timestamp with time zone	0012-01-01 00:00:00+00
to_timestamp('21 25', 'HH24:MI:SS.MS')
    timestamp with time zone	0001-01-01 21:25:00+00 BC
to_timestamp('12:00:00 am', 'YYYY-MM-W')
    timestamp with time zone	0012-01-01 00:00:00+00
to_date('2025-01-00', 'SS')
    !22008
to_timestamp('15', 'YYYY DDD')
    timestamp with time zone	0015-01-01 00:00:00+00
to_timestamp('2025 - 03 - 14', 'IYYY-IW')
    timestamp with time zone	2025-01-13 00:00:00+00
to_timestamp('1st Jan 2025', 'DDth Mon YYYY')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('  2025-03-14', 'YYYY--MM')
    date	2025-03-01
to_date('0044 BC', 'SSSSS')
    date	0001-01-01 BC
to_timestamp('000001', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:01+00 BC
to_timestamp('IX 2025', 'YYYY/MM/DD')
    !22007
to_date('2025', 'YYYY-MM-DD AD')
    date	2025-01-01
to_timestamp('13', 'MM')
    !22008
to_timestamp('am 5', 'HH12:MI:SS AM')
    !22007
to_timestamp('999', 'IYYY-IDDD')
    timestamp with time zone	0999-01-01 00:00:00+00
to_timestamp('250314', 'YYYYxMM')
    timestamp with time zone	250314-01-01 00:00:00+00
to_timestamp('15:09:26.025', 'DD')
    timestamp with time zone	0001-01-15 00:00:00+00 BC
to_timestamp('2025-03-14 15:09:26', 'YYYY-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('2025-03-14 15:09:26', 'IYYY-MM')
    !22007
to_date('-2025-03-14', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	2025-03-14 BC
to_timestamp('2,025-03-14', 'HH24:MI:SS.MS')
    timestamp with time zone	0001-01-01 02:25:03.14+00 BC
to_date('2024-366', 'FF1')
    date	0001-01-01 BC
to_date('é', 'FF6')
    !22007
to_timestamp('2025 03 14', 'YYYY"T"MM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_timestamp('20 00', 'DDD')
    !22007
to_date('2025-11', 'YYYY/MM/DD')
    date	2025-11-01
to_date('2024-02-29', 'yyyy-mm-dd hh24:mi:ss')
    date	2024-02-29
to_date('2025-03-14 15:09:26+05', 'HH24MISSUS')
    date	0001-01-01 BC
to_date('025-03-14', 'DD Month YYYY')
    !22007
to_timestamp('20 00', 'YYYY  MM')
    timestamp with time zone	0020-01-01 00:00:00+00
to_timestamp('24:00:00', 'YY-MM-DD')
    timestamp with time zone	2024-01-01 00:00:00+00
to_date('2025 03 14', 'SSSS')
    date	0001-01-01 BC
to_date('14th Mar 2025', 'US')
    date	0001-01-01 BC
to_date('24:00:00', 'Y-MM-DD')
    date	2024-01-01
to_date('2025-01-00', 'FF1')
    date	0001-01-01 BC
to_timestamp('2025x03', 'MM')
    !22008
to_date('2025-03-14', 'YYYY-MM-DD')
    date	2025-03-14
to_date('2025-  03', 'YYYY-MM-DD HH24:MI:SSTZH')
    date	2025-03-01
to_date('2460749', 'FXDD-Mon-YYYY')
    !22008
to_timestamp('2025-03-14 15:09:26.535897', 'YYYY-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('5-3-14', 'YYYY-WW')
    timestamp with time zone	0005-01-15 00:00:00+00
to_timestamp('1.5', 'SS')
    timestamp with time zone	0001-01-01 00:00:01+00 BC
to_timestamp('5874898-01-01', 'YYYY-MM-DD TZ')
    !22008
to_date('2024 60', 'YYYY MM DD')
    !22008
to_date('1.5', 'YYYY-DDD')
    date	0001-01-05
to_date('2025-01-00', 'IYYY-IW')
    date	2024-12-30
to_date('5', 'Q YYYY')
    date	0001-01-01 BC
to_timestamp('44 BC', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025 03 14', 'FF1')
    timestamp with time zone	0001-01-01 00:00:00.2+00 BC
to_date('0044 BC', '')
    date	0001-01-01 BC
to_date('31', 'Y,YYY-MM-DD')
    !22007
to_date('2025-366', 'IYYY-IW-ID')
    date	2031-12-29
to_date('  2025-03-14', 'yyyy-mm-dd hh24:mi:ss')
    date	2025-03-14
to_timestamp('2025-3-4', 'YYYY-MM-DD HH24:MI:SSTZH')
    timestamp with time zone	2025-03-04 00:00:00+00
to_timestamp('2025-03-14 EST', 'YYYY/MM/DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('2025-11-5', 'YYYY-MM-DD TZ')
    timestamp with time zone	2025-11-05 00:00:00+00
to_timestamp('Monday 5', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('3/4/2025', 'IYYY-IW-ID')
    timestamp with time zone	0003-01-26 00:00:00+00
to_date('2025-Mar-14', 'YYYY')
    date	2025-01-01
to_timestamp('2024-366', 'YYYY DDD')
    timestamp with time zone	2024-12-31 00:00:00+00
to_date('60', 'Y-MM-DD')
    date	2060-01-01
to_timestamp('70-1-1', 'TMMonth DD')
    !22007
to_timestamp('14th Mar 2025', 'YYYY-DDD')
    !22007
to_timestamp('2025-073', 'FF1')
    timestamp with time zone	0001-01-01 00:00:00.2+00 BC
to_date('2025-03-14 15:09:26', 'MM')
    !22008
to_timestamp('2025-03-14', 'MM/DD/YYYY')
    !22008
to_timestamp('03/14/2025', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    !22008
to_date('2,025-03-14', '"on" YYYY-MM-DD')
    date	0025-03-14
to_timestamp('2025', 'FMDD Month, YYYY')
    !22008
to_timestamp('13:00 PM', 'YYYY"T"MM')
    timestamp with time zone	0013-01-01 00:00:00+00
to_timestamp('0', 'IYYY-IW-ID')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('20 00', 'YYYYxMM')
    date	0020-01-01
to_date('294277-01-01', 'FXDD-Mon-YYYY')
    !22007
to_date('2025-366', 'IYYY-IDDD')
    date	2025-12-30
to_date('12:30 p.m.', 'FMHH24:FMMI')
    date	0001-01-01 BC
to_timestamp('1.5', 'YYYY-MM-DD TZ')
    timestamp with time zone	0001-05-01 00:00:00+00
to_date('23:59:60', 'HH12:MI:SS AM')
    !22007
to_date('2025-03-14', 'YYYY MM DD')
    date	2025-03-14
to_date('99-12-31', 'Q YYYY')
    date	0012-01-01
to_timestamp('2025-11-2', 'IYYY-IDDD')
    timestamp with time zone	2025-01-09 00:00:00+00
to_date('03/14/2025', 'YYYY-MM-DD HH24:MI:SSTZH')
    !22008
to_date('12', 'US')
    date	0001-01-01 BC
to_date('2025-11', 'YYY-MM-DD')
    date	2025-11-01
to_timestamp('2025-11-5', 'IYYY-IW')
    timestamp with time zone	2025-03-10 00:00:00+00
to_timestamp('2025-073', 'YYYY-MM-W')
    !22008
to_timestamp('20250314', 'HH24MISSUS')
    timestamp with time zone	0001-01-01 20:25:03.14+00 BC
to_date('12:00:00 am', 'HH24')
    date	0001-01-01 BC
to_timestamp('Friday, 14 March 2025', 'YYYY-MM-DD')
    !22007
to_timestamp('20250314', 'FXDD-Mon-YYYY')
    !22008
to_date('2025-03-14 15:09:26-05:30', 'YYYY-MM-DDThh24:mi:ss')
    date	2025-03-14
to_timestamp('3/4/2025', 'YYYY')
    timestamp with time zone	0003-01-01 00:00:00+00
to_date('2025-03-14 2024', 'YYYY DDD')
    date	2025-01-03
to_timestamp('', '"on" YYYY-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-00-10', 'CC YY')
    timestamp with time zone	202500-01-01 00:00:00+00
to_date('20 00', 'Q YYYY')
    date	0001-01-01 BC
to_timestamp('2025-  03', 'a.m. HH')
    !22007
to_timestamp('', 'YYYY-MM-DD YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('24:00:00', 'MI')
    timestamp with time zone	0001-01-01 00:24:00+00 BC
to_timestamp('5-3-14', 'IYYY-IW')
    timestamp with time zone	0005-01-17 00:00:00+00
to_timestamp('7:5', 'YYYY"T"MM')
    timestamp with time zone	0007-05-01 00:00:00+00
to_timestamp('', 'TMDay DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('7:5', 'FF6')
    date	0001-01-01 BC
to_date('13:00 PM', 'DDD')
    !22007
to_date('02-30', 'SS')
    date	0001-01-01 BC
to_date('2025-03-14 AD', 'HH:MI P.M.')
    !22007
to_date('025-03-14', 'YYYY-MM-DD AD')
    date	0025-03-14
to_date('21 25', 'YYYY MM DD')
    !22008
to_date('14 Mar 2025', 'HH24')
    date	0001-01-01 BC
to_date('1.5', 'YYYY-MM-DD YYYY')
    date	0001-05-01
to_timestamp('86400', 'YYYY-MM-DD HH24:MI:SS.FF3')
    timestamp with time zone	86400-01-01 00:00:00+00
to_date('Friday, 14 March 2025', 'CC')
    !22007
to_date('2025-  03', 'YYYY/MM/DD')
    date	2025-03-01
to_timestamp('11:09:26 PM', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.11+00 BC
to_timestamp('2025-073', 'SSSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_date('294277-01-01', 'abc')
    !22007
to_date('25-03-14', 'YYYY DDD')
    date	0025-01-03
to_date('99-12-31', 'YYYY/MM/DD')
    date	0099-12-31
to_date('44 BC', 'YYYY')
    date	0044-01-01
to_timestamp('-2025-03-14', 'YYYY DDD')
    timestamp with time zone	2025-01-03 00:00:00+00 BC
to_date('0044 BC', 'FF1')
    date	0001-01-01 BC
to_date('99-12-31', 'IYYY-IW')
    date	0099-03-16
to_date('Monday 5', 'HH24')
    !22007
to_timestamp('13:00 PM', 'DDD')
    !22007
to_timestamp('é', 'Dy DD Mon YYYY')
    !22007
to_timestamp('294277-01-01', 'HH24:MI:SS.MS')
    !22008
to_timestamp('025-03-14', 'MI')
    timestamp with time zone	0001-01-01 00:25:00+00 BC
to_date('Fri 14 Mar 2025', 'YYYY-IW')
    !22007
to_date('000001', 'YYYY WW D')
    date	0001-01-01
to_timestamp('2024-02-29', 'yyyy-mm-dd hh24:mi:ss')
    timestamp with time zone	2024-02-29 00:00:00+00
to_date('2024-02-29', 'Y,YYY-MM-DD')
    !22007
to_date('12', 'IYYY-IW')
    date	0012-01-01
to_timestamp('1.5', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:01+00 BC
to_timestamp('60', 'IYYY-IW-ID')
    timestamp with time zone	0060-01-01 00:00:00+00
to_date('2025-  03', 'FXYYYY-MM-DD')
    date	2025-03-01
to_date('2025-03-14', 'SSSSS')
    date	0001-01-01 BC
to_timestamp('2025-03-14 15:09:26', 'HH24MISSUS')
    timestamp with time zone	0001-01-01 20:25:00.3+00 BC
to_date('14 Mar 2025', 'YYY-MM-DD')
    !22007
to_date('2460749', 'YYYY-MM-DD HH24:MI:SS')
    date	2460749-01-01
to_timestamp('2025-11-5', 'CC YY')
    timestamp with time zone	202411-01-01 00:00:00+00
to_timestamp('1st Jan 2025', 'YYYY-MM-DD HH24:MI:SS')
    !22007
to_timestamp('PM11', 'HH:MI P.M.')
    !22007
to_date('31', 'YYYY-MM-DD HH24:MI:SSTZH')
    date	0031-01-01
to_timestamp('on 2025-03-14', 'SSSSS')
    !22007
to_date('24:00:00', 'Y,YYY-MM-DD')
    !22007
to_timestamp('abc', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('03/14/2025', 'CC')
    timestamp with time zone	0201-01-01 00:00:00+00
to_date('2025-  03', 'YYYY-MM-DD AD')
    date	2025-03-01
to_date('2025-03-14 EST', 'HH:MI P.M.')
    !22007
to_timestamp('2,025-03-14', 'MS')
    timestamp with time zone	0001-01-01 00:00:00.2+00 BC
to_date('000001', 'YYYYMMDD')
    date	0001-01-01 BC
to_date('2025T03', 'Dy DD Mon YYYY')
    !22007
to_date('15', 'DDth Mon YYYY')
    date	0001-01-15 BC
to_timestamp('03/14/2025', 'US')
    timestamp with time zone	0001-01-01 00:00:00.03+00 BC
to_date('2025-03-14 15:09:26.535897', 'DD Month YYYY')
    !22007
to_date('2025 - 03 - 14', 'HH:MI P.M.')
    !22007
to_date('99-12-31', 'FF6')
    date	0001-01-01 BC
to_date('000001', 'MM-DD')
    date	0001-01-01 BC
to_date('2025-03-14 15:09:26-05:30', 'YYYY-MM-DD HH24:MI:SSTZH')
    date	2025-03-14
to_timestamp('2025-Mar-14', 'yyyy-mm-dd hh24:mi:ss')
    !22007
to_date('2025-03-14 15:09:26 -08', 'YYYYMMDD')
    date	2025-01-03
to_date('20a5-03-14', 'YYYY MM DD')
    !22007
to_date('2025T03', 'YYYY-WW')
    !22007
to_date('2,025-03-14', 'IYYY-IW')
    date	0002-06-17
to_date('2025-3-4', 'IYYY-IW')
    date	2025-01-13
to_date('13', 'DD Month YYYY')
    date	0001-01-13 BC
to_timestamp('1.5', 'YYYY/MM/DD')
    timestamp with time zone	0001-05-01 00:00:00+00
to_timestamp('2025-Mar-14', 'J')
    timestamp with time zone	4708-06-10 00:00:00+00 BC
to_date('24:00:00', 'YYYY-MM-DDThh24:mi:ss')
    date	0024-01-01
to_date('2025-3-4', 'US')
    date	0001-01-01 BC
to_date('2025-02-29', 'YYYY-MM-DD HH24:MI:SS')
    !22008
to_date('20a5-03-14', 'FF1')
    date	0001-01-01 BC
to_timestamp('2025T03', 'YYYY-MM-DD HH24:MI:SSTZH')
    !22007
to_date('14 Mar 2025', 'J')
    date	4714-12-08 BC
to_timestamp('Monday 5', 'SS')
    !22007
to_date('2025-03-14 AD', 'YYYY')
    date	2025-01-01
to_date('2025-073', 'FMDD Month, YYYY')
    !22007
to_timestamp('2025-53-7', 'HH12:MI:SS AM')
    !22007
to_timestamp('13', 'YYYY-DDD')
    timestamp with time zone	0013-01-01 00:00:00+00
to_date('13', 'YY-MM-DD')
    date	2013-01-01
to_date('2025-13-01', 'YYYY DDD')
    date	2025-01-13
to_timestamp('2025-03-14T15:09:26', 'YYYYMMDD')
    timestamp with time zone	2025-01-03 00:00:00+00
to_timestamp('-2025-03-14', 'HH:MI P.M.')
    !22007
to_timestamp('-2025-03-14', 'YYYY-MM-DD HH24:MI:SSTZH')
    timestamp with time zone	2025-03-14 00:00:00+00 BC
to_timestamp('5', 'IYYY-IDDD')
    timestamp with time zone	0005-01-01 00:00:00+00
to_date('1st Jan 2025', 'YYYY-MM-DD HH24:MI:SS.FF3')
    !22007
to_date('20a5-03-14', 'YYYY-IW')
    !22007
to_date('025-03-14', 'YYYY-WW')
    date	0025-01-15
to_date('2025 03 14', 'YYYYxMM')
    date	2025-03-01
to_date('2024 60', 'fmyyyy-fmmm-fmdd')
    !22008
to_timestamp('11:09:26 PM', 'TMMonth DD')
    !22007
to_date('99-12-31', 'YYYY-MM-DD YYYY')
    date	0099-12-31
to_date('2025-03-14 BC', 'Q YYYY')
    date	0003-01-01
to_timestamp('44 BC', 'DD Mon YYYY')
    !22007
to_date('2025 - 03 - 14', 'YYYY MM DD')
    date	2025-03-14
to_timestamp('1st Jan 2025', 'IYYY-IW-ID')
    !22007
to_timestamp('15:09:26.5', 'FXYYYY-MM-DD')
    timestamp with time zone	0015-09-26 00:00:00+00
to_date('15:09:26.5', 'SS')
    date	0001-01-01 BC
to_timestamp('1st Jan 2025', 'FXDD-Mon-YYYY')
    !22007
to_timestamp('0', 'FXYYYY MM DD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2024-02-29', 'HH:MI P.M.')
    !22007
to_date('15', 'MS')
    date	0001-01-01 BC
to_date('2025-11', 'YYYY-IW')
    !22007
to_date('5-3-14', 'SS')
    date	0001-01-01 BC
to_date('150926535897', 'SS')
    !22008
to_timestamp('025-03-14', 'YYYYxMM')
    timestamp with time zone	0025-03-01 00:00:00+00
to_date('2025-Mar-14', 'YYYYxMM')
    !22007
to_date('xii 2025', 'FF1')
    !22007
to_date('2,025-03-14', 'fmyyyy-fmmm-fmdd')
    !22008
to_date('21 25', 'FXYYYY MM DD')
    !22008
to_timestamp('2025/03/14', '"on" YYYY-MM-DD')
    timestamp with time zone	0025-03-14 00:00:00+00
to_date('0:30 AM', 'YYYY-MM-DD TZ')
    !22007
to_timestamp('99-12-31', 'MM-DD')
    !22008
to_date('1 2025', 'FMHH24:FMMI')
    !22008
to_date('-1', 'YYMMDD')
    date	1999-01-01
to_date('2025-03-14T15:09:26', 'SSSSS')
    date	0001-01-01 BC
to_timestamp('31', 'YYYY--MM')
    timestamp with time zone	0031-01-01 00:00:00+00
to_timestamp('-2025-03-14', 'Q YYYY')
    timestamp with time zone	0003-01-01 00:00:00+00
to_timestamp('15:09:26.025', 'fmyyyy-fmmm-fmdd')
    timestamp with time zone	0015-09-26 00:00:00+00
to_timestamp('999', 'US')
    timestamp with time zone	0001-01-01 00:00:00.999+00 BC
to_timestamp('025-03-14', 'YYYY BC')
    !22007
to_timestamp('12:00:00 am', 'HH24:MI:SS.US')
    !22007
to_date('2025/03/14', 'J')
    date	4708-06-10 BC
to_timestamp('15', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('5-3-14', 'CC')
    timestamp with time zone	0401-01-01 00:00:00+00
to_timestamp('60', 'YYYY"T"MM')
    timestamp with time zone	0060-01-01 00:00:00+00
to_date('20 00', 'HH24MISSUS')
    date	0001-01-01 BC
to_date('2025-11', 'YYYY"T"MM')
    date	2025-11-01
to_timestamp('xii 2025', 'RM YYYY')
    timestamp with time zone	2025-12-01 00:00:00+00
to_timestamp('25-03-14', 'Y-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('1.5', 'MM-DD')
    timestamp with time zone	0001-01-05 00:00:00+00 BC
to_date('99999-01-01', 'YYYY-MM-DD HH24:MI:SS.FF3')
    date	99999-01-01
to_date('2025-03-14 BC', 'YYYYMMDD')
    date	2025-01-03
to_timestamp('2025-01-00', 'FXDD-Mon-YYYY')
    !22007
to_date('-1', 'fmyyyy-fmmm-fmdd')
    date	0001-01-01 BC
to_date('150926535897', 'YYYY--MM')
    !22008
to_date('2,025-03-14', 'YYYY-MM-DD HH24:MI:SSTZH')
    !22008
to_timestamp('2025-03-14 EST', 'YYYY-MM-W')
    !22008
to_timestamp('13:00 PM', 'MS')
    timestamp with time zone	0001-01-01 00:00:00.13+00 BC
to_timestamp('294277-01-01', 'YYYY  MM')
    !22008
to_date('2025-02-29', 'YYYY--MM')
    date	2025-02-01
to_date('2460749', 'abc')
    !22007
to_timestamp('2025-03-14 15:09:26+05', 'DD Month YYYY')
    !22007
to_date('23:59:60', 'DD')
    date	0001-01-23 BC
to_timestamp('3/4/2025', 'Y,YYY-MM-DD')
    !22007
to_timestamp('24:00:00', 'YYYY"T"MM')
    timestamp with time zone	0024-01-01 00:00:00+00
to_timestamp('2025-11', 'YYYY-MM-DDThh24:mi:ss')
    timestamp with time zone	2025-11-01 00:00:00+00
to_date('2025T03', 'YYYY DDD')
    !22007
to_timestamp('2025-03-14 15:09:26+05', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-02-29', 'IYYY-MM')
    !22007
to_date('13:00 PM', 'CC YY')
    date	1300-01-01
to_date('2025-01-00', 'YYYY/MM/DD')
    date	2025-01-01
to_timestamp('70-1-1', '"on" YYYY-MM-DD')
    timestamp with time zone	0001-01-01 00:00:00+00
to_date('2025-02-29', 'TMDay DD')
    !22007
to_date('2025x03', 'FXYYYY MM DD')
    date	2025-03-01
to_date('11:09:26 PM', 'TMDay DD')
    !22007
to_date('0044 BC', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    !22007
to_timestamp('250314', 'YYYY-MM-DD YYYY')
    timestamp with time zone	250314-01-01 00:00:00+00
to_date('2025-  03', 'Y-MM-DD')
    date	2025-03-01
to_date('2025 03 14', '')
    date	0001-01-01 BC
to_timestamp('2025-03-14 15:09:26+05', 'YYYY DDD')
    timestamp with time zone	2025-01-03 00:00:00+00
to_timestamp('', 'AMHH12')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-03-14 15:09:26.535897', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-073', 'YYYY WW D')
    !22008
to_timestamp('12:30 p.m.', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-  03', 'Y-MM-DD')
    timestamp with time zone	2025-03-01 00:00:00+00
to_timestamp('20 00', 'IYYY-IW')
    timestamp with time zone	0020-01-01 00:00:00+00
to_timestamp('2025-11-5', 'YYYY-MM-DD YYYY')
    timestamp with time zone	2025-11-05 00:00:00+00
to_timestamp('2025-03-14 15:09:26', 'YYYY-MM-DD TZ')
    !0A000
to_timestamp('25-03-14', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.25+00 BC
to_timestamp('1.5', '"on" YYYY-MM-DD')
    timestamp with time zone	0005-01-01 00:00:00+00
to_date('2025-03-14 15:09:26+05', 'IYYY-IW-ID')
    date	2025-01-19
to_date('44 BC', 'J')
    date	4713-01-07 BC
to_date('2024-02-29', 'YYYY-IW')
    !22007
to_timestamp('2025x03', 'YYYYxMM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_date('2025-03-14 AD', 'CC YY')
    date	202403-01-01
to_date('13', 'YYYY/MM/DD')
    date	0013-01-01
to_date('2025-01-00', 'YYYYxMM')
    date	2025-01-01
to_date('on 2025-03-14', 'YYMMDD')
    !22007
to_date('99999-01-01', 'SSSSS')
    !22008
to_date('-2025-03-14', 'MM')
    !22008
to_timestamp('2025T03', 'SS')
    !22008
to_date('150926535897', 'YYYY"T"MM')
    !22008
to_date('2025-13-01', 'SSSSS')
    date	0001-01-01 BC
to_date('7:5', 'YYYY-MM-DD YYYY')
    date	0007-05-01
to_timestamp('294277-01-01', 'YYYY-MM-DD AD')
    !22008
to_timestamp('', 'HH24:MI:SS.MS')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('2025-11-2', 'a.m. HH')
    !22007
to_date('0', 'YYYY-MM-DD HH24:MI:SS.FF3')
    date	0001-01-01 BC
to_date('on 2025-03-14', 'YYYY BC')
    !22007
to_timestamp('2024-02-29', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-03-14 15:09:26 -08', 'YYYY WW D')
    date	2025-01-15
to_timestamp('15:09:26.5', 'SS')
    timestamp with time zone	0001-01-01 00:00:15+00 BC
to_date('2025-03-14 EST', 'YYYY-MM-DDThh24:mi:ss')
    !22007
to_timestamp('20 00', 'YYYY-MM-DDThh24:mi:ss')
    timestamp with time zone	0020-01-01 00:00:00+00
to_timestamp('12:00:00 am', 'YYYY-MM-DD')
    timestamp with time zone	0012-01-01 00:00:00+00
to_date('24:00:00', 'MS')
    date	0001-01-01 BC
to_date('23:59:60', 'Y-MM-DD')
    !22008
to_date('15', 'J')
    date	4714-12-09 BC
to_timestamp('2025-03-14T15:09:26', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_date('000001', 'YYYY-DDD')
    date	0001-01-01
to_date('2025-03-14 BC', '')
    date	0001-01-01 BC
to_timestamp('15', 'CC YY')
    timestamp with time zone	1401-01-01 00:00:00+00
to_date('14 Mar 2025', 'Y-MM-DD')
    !22007
to_timestamp('  2025-03-14', 'FXYYYY MM DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('2025-03-14 2024', 'YYYY"T"MM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_date('0', 'HH24:MI:SS.MS')
    date	0001-01-01 BC
to_timestamp('15:09:26.5', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:15+00 BC
to_timestamp('025-03-14', 'YYYY"T"MM')
    timestamp with time zone	0025-03-01 00:00:00+00
to_timestamp('14 March 2025', 'HH:MI P.M.')
    !22007
to_timestamp('é', 'MI')
    !22007
to_timestamp('86400', 'RM YYYY')
    !22007
to_date('7:5', 'J')
    date	4714-12-01 BC
to_date('-2025-03-14', 'YYYY  MM')
    date	2025-03-01 BC
to_date('60', 'IYYY-MM')
    date	0060-01-01
to_date('03/14/2025', 'YYYY-WW')
    date	0003-04-02
to_timestamp('', 'YYYY-IW')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('025-03-14', 'YYYY')
    date	0025-01-01
to_timestamp('0', 'YYYY DDD')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('1 2025', 'DD')
    date	0001-01-01 BC
to_timestamp('2024 60', 'CC YY')
    timestamp with time zone	202360-01-01 00:00:00+00
to_timestamp('150926535897', 'IYYY-IDDD')
    !22008
to_date('1.5', 'YYYY-MM-DD AD')
    date	0001-05-01
to_timestamp('am 5', 'YYYY-DDD')
    !22007
to_timestamp('13:00 PM', 'IYYY-IW')
    timestamp with time zone	0013-01-01 00:00:00+00
to_timestamp('31', 'MM-DD')
    !22008
to_date('2,025-03-14', 'YYYY')
    date	0002-01-01
to_date('0', 'IYYY-IW')
    date	0001-01-01 BC
to_date('  2025-03-14', 'FF6')
    date	0001-01-01 BC
to_date('on 2025-03-14', 'SS')
    !22007
to_timestamp('23:59:60', 'FMHH24:FMMI')
    timestamp with time zone	0001-01-01 23:59:00+00 BC
to_timestamp('Monday 5', 'IYYY-IW')
    !22007
to_timestamp('2025/03/14', 'TMDay DD')
    !22007
to_date('abc', 'yyyy-mm-dd hh24:mi:ss')
    !22007
to_date('15:09:26.5', 'YYYY-MM-DD HH24:MI:SS')
    date	0015-09-26
to_timestamp('7:5', 'YYYY MM DD')
    timestamp with time zone	0007-05-01 00:00:00+00
to_date('2025-11-5', 'YYYY-MM-W')
    date	2025-11-29
to_date('12', 'DD Month YYYY')
    date	0001-01-12 BC
to_date('99999-01-01', 'CC YY')
    !22008
to_date('abc', 'IYYY-MM')
    !22007
to_date('86400', 'YYYY-MM-DDThh24:mi:ss')
    date	86400-01-01
to_date('4 march, 2025', 'MI')
    date	0001-01-01 BC
to_date('20 00', 'MI')
    date	0001-01-01 BC
to_timestamp('2025-03-14 15:09:26+05', 'IYYY-IW-ID')
    timestamp with time zone	2025-01-19 00:00:00+00
to_timestamp('on 2025-03-14', 'Y-MM-DD')
    !22007
to_date('15:09:26.5', 'FMDD Month, YYYY')
    !22007
to_timestamp('2025-03-14 AD', 'HH24:MI:SS.MS')
    !22007
to_date('2025T03', 'DDth Mon YYYY')
    !22007
to_timestamp('999', 'YYYY')
    timestamp with time zone	0999-01-01 00:00:00+00
to_date('-2025-03-14', 'YYYY"T"MM')
    date	2025-03-01 BC
to_date('2025-Mar-14', 'FF6')
    date	0001-01-01 BC
to_date('13', 'FF1')
    date	0001-01-01 BC
to_timestamp('Friday, 14 March 2025', 'SSSS')
    !22007
to_date('12:30 p.m.', 'CC')
    date	1101-01-01
to_date('2025-03-14 EST', 'IYYY-IW')
    date	2025-01-13
to_date('03/14/2025', '')
    date	0001-01-01 BC
to_date('15:09:26.5', 'YYYY-DDD')
    date	0015-01-09
to_date('000001', 'YYYY--MM')
    date	0001-01-01
to_timestamp('0:30 AM', 'YYYY-MM-DD TZ')
    !22007
to_date('70-1-1', 'YYYYxMM')
    date	0070-01-01
to_timestamp('March 5', 'Y-MM-DD')
    !22007
to_date('000001', 'YY-MM-DD')
    date	0001-01-01
to_timestamp('Fri 14 Mar 2025', 'MM/DD/YYYY')
    !22007
to_timestamp('2025x03', 'TMDay DD')
    !22007
to_date('2025-11-2', 'YYYY"T"MM')
    date	2025-11-01
to_timestamp('2025-11-5', 'YYYY-MM-DD HH24:MI:SSTZH')
    timestamp with time zone	2025-11-05 00:00:00+00
to_timestamp('1st Jan 2025', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    !22007
to_timestamp('86400', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	86400-01-01 00:00:00+00
to_date('1st Jan 2025', '"on" YYYY-MM-DD')
    !22007
to_timestamp('1st Jan 2025', 'YYYY"T"MM')
    !22007
to_timestamp('24:00:00', 'YYYY-WW')
    timestamp with time zone	0024-01-01 00:00:00+00
to_date('2025-03-14', 'IYYY-IW-ID')
    date	2025-01-19
to_date('2025-03-14 EST', 'Day, DD Month YYYY')
    !22007
to_date('2460749', 'YYYY  MM')
    date	2460749-01-01
to_timestamp('2,025-03-14', '')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-53-7', 'IYYY-IW')
    date	2025-12-29
to_date('1st Jan 2025', 'YYYY-MM-DDThh24:mi:ss')
    !22007
to_timestamp('2024-366', 'YYYY-DDD')
    timestamp with time zone	2024-12-31 00:00:00+00
to_date('2025-W11-5', 'DD Mon YYYY')
    !22007
to_date('60', 'yyyy-mm-dd hh24:mi:ss')
    date	0060-01-01
to_timestamp('70-1-1', 'YYYY-MM-DD HH24:MI:SSTZH')
    timestamp with time zone	0070-01-01 00:00:00+00
to_timestamp('2025-13-01', 'YYYY')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('1st Jan 2025', 'MM-DD')
    !22007
to_date('1 2025', 'YYYY-MM-DD HH24:MI:SS')
    !22008
to_date('3/4/2025', 'IYYY-IW')
    date	0003-01-20
to_date('2025-13-01', 'YYYY  MM')
    !22008
to_timestamp('15:09:26.5', 'IYYY-MM')
    !22007
to_date('  2025-03-14', 'Q YYYY')
    date	0003-01-01
to_date('2025-03-14 AD', 'FF1')
    date	0001-01-01 BC
to_date('2025-  03', 'yyyy-mm-dd hh24:mi:ss')
    date	2025-03-01
to_date('20 00', 'HH24')
    date	0001-01-01 BC
to_timestamp('999', 'FF1')
    timestamp with time zone	0001-01-01 00:00:01+00 BC
to_timestamp('2025-W11-5', 'CC YY')
    !22007
to_timestamp('-2025-03-14', 'YYYY--MM')
    timestamp with time zone	2025-03-01 00:00:00+00 BC
to_timestamp('15', 'DDth Mon YYYY')
    timestamp with time zone	0001-01-15 00:00:00+00 BC
to_timestamp('0:30 AM', 'YYYY-MM-DD')
    !22007
to_date('60', 'IYYY-IW')
    date	0060-01-01
to_date('11:09:26 PM', 'YYYY"T"MM')
    date	0011-09-01
to_date('2025-03-14 15:09:26+05', 'Q YYYY')
    date	0003-01-01
to_date('-2025-03-14', 'IYYY-IDDD')
    date	2026-12-31 BC
to_timestamp('2025-11-2', 'YYYY-MM-DDThh24:mi:ss')
    timestamp with time zone	2025-11-02 00:00:00+00
to_date('2025-03-14', 'fmyyyy-fmmm-fmdd')
    date	2025-03-14
to_timestamp('2025-3-4', 'YYYY-DDD')
    timestamp with time zone	2025-01-03 00:00:00+00
to_date('March 5', 'FMHH24:FMMI')
    !22007
to_timestamp('2025-3-4', 'IYYY-IW-ID')
    timestamp with time zone	2025-01-16 00:00:00+00
to_timestamp('2025-03-14 15:09:26.535897', 'YYY-MM-DD')
    timestamp with time zone	2025-03-14 00:00:00+00
to_timestamp('12:30 p.m.', 'Q YYYY')
    timestamp with time zone	0030-01-01 00:00:00+00
to_date('2025-11-2', 'HH24MISSUS')
    !22008
to_timestamp('2025-11-2', 'YYYY DDD')
    timestamp with time zone	2025-01-11 00:00:00+00
to_date('20a5-03-14', 'fmyyyy-fmmm-fmdd')
    !22007
to_timestamp('999', 'YYYY WW D')
    timestamp with time zone	0999-01-01 00:00:00+00
to_date('2025-03-14 15:09:26+05', 'YYYY-MM-DD HH24:MI:SS')
    date	2025-03-14
to_timestamp('2025-03-14 15:09:26 -08', 'J')
    timestamp with time zone	4708-06-10 00:00:00+00 BC
to_timestamp('2025', 'YYYY"T"MM')
    timestamp with time zone	2025-01-01 00:00:00+00
to_date('2025/03/14', 'CC YY')
    date	202403-01-01
to_timestamp('250314', 'YYYY-MM-DD')
    timestamp with time zone	250314-01-01 00:00:00+00
to_date('12', 'Y-MM-DD')
    date	2012-01-01
to_date('2025T03', 'HH12:MI:SS AM')
    !22007
to_date('15:09:26.5', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	0015-09-26
to_date('2025/03/14', 'YYYY-MM-DD HH24:MI:SS.FF3')
    date	2025-03-14
to_date('2025-03-14 EST', 'FXDD-Mon-YYYY')
    !22007
to_date('2024-02-29', 'YYYY-MM-DD YYYY')
    date	2024-02-29
to_timestamp('31', 'DDth Mon YYYY')
    timestamp with time zone	0001-01-31 00:00:00+00 BC
to_date('13:00 PM', 'HH24')
    date	0001-01-01 BC
to_timestamp('2024 60', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:44+00 BC
to_timestamp('13', 'YYYY BC')
    timestamp with time zone	0013-01-01 00:00:00+00
to_timestamp('2025-53-7', 'Q YYYY')
    timestamp with time zone	0053-01-01 00:00:00+00
to_timestamp('15', 'YYYY MM DD')
    timestamp with time zone	0015-01-01 00:00:00+00
to_date('2025-W11-5', 'YYYY-MM-DD AD')
    !22007
to_date('99-12-31', 'US')
    date	0001-01-01 BC
to_timestamp('60', 'HH24MISSUS')
    !22008
to_date('7:5', 'YY-MM-DD')
    date	2007-05-01
to_timestamp('2025-3-4', '"on" YYYY-MM-DD')
    timestamp with time zone	0025-03-04 00:00:00+00
to_timestamp('2025-03-14 EST', 'YYYYxMM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_timestamp('2025-11', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    timestamp with time zone	2025-11-01 00:00:00+00
to_timestamp('2025-  03', 'J')
    timestamp with time zone	4708-06-10 00:00:00+00 BC
to_timestamp('23:59:60', 'FF6')
    timestamp with time zone	0001-01-01 00:00:00.23+00 BC
to_timestamp('14-Mar-2025', 'SSSS')
    timestamp with time zone	0001-01-01 00:00:14+00 BC
to_date('15', 'SS')
    date	0001-01-01 BC
to_timestamp('14 Mar 2025', 'DDth Mon YYYY')
    !22007
to_date('2025T03', 'CC')
    date	202401-01-01
to_timestamp('0044 BC', 'FF1')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('15:09:26.5', '')
    date	0001-01-01 BC
to_timestamp('2025-53-7', 'IYYY-MM')
    !22007
to_date('Friday, 14 March 2025', 'HH:MI P.M.')
    !22007
to_timestamp('2025-03-14 EST', 'Day, DD Month YYYY')
    !22007
to_date('2025-366', 'Y-MM-DD')
    !22008
to_date('2025-073', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    !22008
to_date('  2025-03-14', 'SS')
    !22008
to_date('2025-03-14T15:09:26', 'HH24MISSUS')
    date	0001-01-01 BC
to_timestamp('2025-03-14 15:09:26', 'CC YY')
    timestamp with time zone	202403-01-01 00:00:00+00
to_date('11:09:26 PM', 'IYYY-IW')
    date	0011-02-28
to_date('54566', 'FF6')
    date	0001-01-01 BC
to_timestamp('2025-01-00', 'Y-MM-DD')
    timestamp with time zone	2025-01-01 00:00:00+00
to_timestamp('2025 03 14', 'HH24:MI:SS.MS')
    !22008
to_date('21 25', 'YYYY--MM')
    !22008
to_date('60', 'FMHH24:FMMI')
    !22008
to_timestamp('99999-01-01', 'YYYY WW D')
    timestamp with time zone	99999-01-01 00:00:00+00
to_timestamp('2025-073', 'RM YYYY')
    !22007
to_timestamp('3/4/2025', 'MM')
    timestamp with time zone	0001-03-01 00:00:00+00 BC
to_timestamp('-2025-03-14', 'YYYY"T"MM')
    timestamp with time zone	2025-03-01 00:00:00+00 BC
to_date('11:09:26 PM', 'MI')
    date	0001-01-01 BC
to_timestamp('2024-02-29', 'YY-MM-DD')
    timestamp with time zone	2024-02-29 00:00:00+00
to_date('2025-03-14 15:09:26+05', 'HH24')
    !22008
to_timestamp('2025-  03', 'YYYY--MM')
    timestamp with time zone	2025-03-01 00:00:00+00
to_timestamp('15:09:26.025', 'HH24')
    timestamp with time zone	0001-01-01 15:00:00+00 BC
to_date('  2025-03-14', 'CC')
    date	202401-01-01
to_date('20 00', 'yyyy-mm-dd hh24:mi:ss')
    date	0020-01-01
to_date('15', 'YYYY-MM-DD AD')
    date	0015-01-01
to_date('31', 'FF6')
    date	0001-01-01 BC
to_timestamp('2025-02-29', 'DDD')
    !22007
to_date('15', 'CC')
    date	1401-01-01
to_timestamp('5874898-01-01', 'CC')
    !22008
to_timestamp('54566', '"on" YYYY-MM-DD')
    timestamp with time zone	0566-01-01 00:00:00+00
to_timestamp('86400', 'Q YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('3/4/2025', 'MM-DD')
    timestamp with time zone	0001-03-04 00:00:00+00 BC
to_timestamp('2025-3-4', 'YYYY/MM/DD')
    timestamp with time zone	2025-03-04 00:00:00+00
to_date('5-3-14', 'YYYY-MM-DD HH24:MI:SS TZH:TZM')
    date	0005-03-14
to_date('2025-03-14 15:09:26', 'MM/DD/YYYY')
    !22008
to_timestamp('PM11', 'US')
    !22007
to_date('xii 2025', 'FXDD-Mon-YYYY')
    !22007
to_date('3/4/2025', 'YYYY  MM')
    date	0003-04-01
to_timestamp('2025-03-14 15:09:26.535897', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_timestamp('-2025-03-14', 'FXYYYY MM DD')
    timestamp with time zone	2025-03-14 00:00:00+00 BC
to_timestamp('2025-11', 'SSSS')
    timestamp with time zone	0001-01-01 00:33:45+00 BC
to_timestamp('23:59:60', 'DD Month YYYY')
    !22007
to_date('13', 'CC YY')
    date	1201-01-01
to_timestamp('000001', 'YYMMDD')
    timestamp with time zone	2000-01-01 00:00:00+00
to_timestamp('2025/03/14', 'IYYY-IW-ID')
    timestamp with time zone	2025-01-19 00:00:00+00
to_date('2025-03-14 AD', 'YYYY-MM-DD AD')
    date	2025-03-14
to_date('2025-03-14 BC', 'YYYY')
    date	2025-01-01
to_timestamp('abc', 'abc')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_date('2025-11', 'RM YYYY')
    !22007
to_date('2024-366', 'YYYY/MM/DD')
    !22008
to_timestamp('2025-03-14 15:09:26-05:30', 'YYYYMMDD')
    timestamp with time zone	2025-01-03 00:00:00+00
to_date('am 5', 'FXYYYY-MM-DD')
    !22007
to_timestamp('025-03-14', 'IYYY-IDDD')
    timestamp with time zone	0025-01-01 00:00:00+00
to_timestamp('1.5', 'DDth Mon YYYY')
    timestamp with time zone	0001-01-01 00:00:00+00 BC
to_timestamp('23:59:60', 'Q YYYY')
    timestamp with time zone	0059-01-01 00:00:00+00
to_date('2025x03', 'HH:MI P.M.')
    !22007
to_timestamp('5', 'CC YY')
    timestamp with time zone	0401-01-01 00:00:00+00
to_date('15', 'yyyy-mm-dd hh24:mi:ss')
    date	0015-01-01
to_date('12:30 p.m.', 'Y-MM-DD')
    !22007
to_date('2025-3-4', 'SSSSS')
    date	0001-01-01 BC
to_date('-1', 'TMDay DD')
    !22007
to_date('2025-  03', 'a.m. HH')
    !22007
to_timestamp('2025-366', 'YYYY-IW')
    !22007
to_date('2147483648', 'YYYYMMDD')
    !22008
to_timestamp('2024-366', 'YYYY/MM/DD')
    !22008
to_timestamp('14-Mar-2025', 'US')
    timestamp with time zone	0001-01-01 00:00:00.14+00 BC
to_date('', 'yyyy-mm-dd hh24:mi:ss')
    date	0001-01-01 BC
to_timestamp('000001', 'YYYY WW D')
    timestamp with time zone	0001-01-01 00:00:00+00
to_timestamp('xii 2025', 'YYYY MM DD')
    !22007
to_date('13', 'YYYY WW D')
    date	0013-01-01
