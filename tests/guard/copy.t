# COPY: where to, of what, and the options in both spellings.

>>>
COPY events FOR STDOUT
<<<
refused: 42601 syntax at 13: syntax error at or near "FOR"

>>>
COPY BINARY events TO STDOUT
<<<
allowed: exp.events

>>>
COPY (SELECT 1) FROM STDIN
<<<
refused: 42601 syntax at 17: syntax error at or near "FROM"

>>>
COPY (DELETE FROM exp.events RETURNING *) TO STDOUT
<<<
refused: 25006 read-only at 7: cannot execute DELETE in a read-only transaction

>>>
COPY hr.salaries TO STDOUT
<<<
refused: 42P01 relation at 6: relation "hr.salaries" does not exist

>>>
COPY events TO PROGRAM 'cat'
<<<
refused: 25006 read-only at 16: cannot execute COPY TO a program in a read-only transaction

>>>
COPY events TO nowhere
<<<
refused: 42601 syntax at 16: syntax error at or near "nowhere"

>>>
COPY events TO STDOUT (FORMAT nope)
<<<
refused: 22023 syntax at 24: COPY format "nope" not recognized

>>>
COPY events TO STDOUT (FORMAT csv, FORMAT text)
<<<
refused: 42601 syntax at 36: conflicting or redundant options

>>>
COPY events TO STDOUT (DELIMITER)
<<<
refused: 42601 syntax at 33: delimiter requires a parameter

>>>
COPY events TO STDOUT (DELIMITER ';', DELIMITER ',')
<<<
refused: 42601 syntax at 39: conflicting or redundant options

>>>
COPY events TO STDOUT (HEADER match)
<<<
refused: 0A000 syntax at 24: cannot use "match" with HEADER in COPY TO

>>>
COPY events TO STDOUT (HEADER perhaps)
<<<
refused: 42601 syntax at 24: header requires a Boolean value or "match"

>>>
COPY events TO STDOUT (HEADER, HEADER false)
<<<
refused: 42601 syntax at 32: conflicting or redundant options

>>>
COPY events TO STDOUT (FREEZE perhaps)
<<<
refused: 42601 syntax at 24: freeze requires a Boolean value

>>>
COPY events TO STDOUT (FORMAT csv, FORCE_QUOTE *, FORCE_QUOTE (a))
<<<
refused: 42601 syntax at 51: conflicting or redundant options

>>>
COPY events TO STDOUT (FORMAT csv, FORCE_NOT_NULL (a))
<<<
refused: 0A000 syntax at 36: COPY force not null only available using COPY FROM

>>>
COPY events TO STDOUT (FORMAT csv, FORCE_NULL (a))
<<<
refused: 0A000 syntax at 36: COPY force null only available using COPY FROM

>>>
COPY events TO STDOUT (NOPE 1)
<<<
refused: 42601 syntax at 24: option "nope" not recognized

>>>
COPY events TO STDOUT (FORMAT binary, DELIMITER ',')
<<<
refused: 42601 syntax at 23: cannot specify DELIMITER in BINARY mode

>>>
COPY events TO STDOUT (FORMAT binary, NULL '')
<<<
refused: 42601 syntax at 23: cannot specify NULL in BINARY mode

>>>
COPY events TO STDOUT (ENCODING 'latin1')
<<<
refused: 0A000 syntax at 23: encoding "latin1" is not supported

>>>
COPY events TO STDOUT (DELIMITER ';;')
<<<
refused: 0A000 syntax at 23: COPY delimiter must be a single one-byte character

>>>
COPY events TO STDOUT (DELIMITER 'é')
<<<
refused: 0A000 syntax at 23: COPY delimiter must be a single one-byte character

>>>
COPY events TO STDOUT (DELIMITER E'\n')
<<<
refused: 22023 syntax at 23: COPY delimiter cannot be newline or carriage return

>>>
COPY events TO STDOUT (NULL E'a\rb')
<<<
refused: 22023 syntax at 23: COPY null representation cannot use newline or carriage return

>>>
COPY events TO STDOUT (DELIMITER 'x')
<<<
refused: 22023 syntax at 23: COPY delimiter cannot be "x"

>>>
COPY events TO STDOUT (QUOTE '"')
<<<
refused: 0A000 syntax at 23: COPY quote available only in CSV mode

>>>
COPY events TO STDOUT (FORMAT csv, QUOTE '""')
<<<
refused: 0A000 syntax at 23: COPY quote must be a single one-byte character

>>>
COPY events TO STDOUT (FORMAT csv, DELIMITER ';', QUOTE ';')
<<<
refused: 22023 syntax at 23: COPY delimiter and quote must be different

>>>
COPY events TO STDOUT (ESCAPE '"')
<<<
refused: 0A000 syntax at 23: COPY escape available only in CSV mode

>>>
COPY events TO STDOUT (FORMAT csv, ESCAPE '""')
<<<
refused: 0A000 syntax at 23: COPY escape must be a single one-byte character

>>>
COPY events TO STDOUT (FORCE_QUOTE *)
<<<
refused: 0A000 syntax at 23: COPY force quote available only in CSV mode

>>>
COPY events TO STDOUT (DELIMITER ',', NULL 'a,b')
<<<
refused: 0A000 syntax at 23: COPY delimiter must not appear in the NULL specification

>>>
COPY events TO STDOUT (FORMAT csv, NULL 'a"b')
<<<
refused: 0A000 syntax at 23: CSV quote character must not appear in the NULL specification

>>>
COPY events TO STDOUT CSV FORCE NOT NULL a
<<<
refused: 0A000 syntax at 27: COPY force not null only available using COPY FROM

>>>
COPY events TO STDOUT CSV FORCE NULL a
<<<
refused: 0A000 syntax at 27: COPY force null only available using COPY FROM

>>>
COPY events TO STDOUT CSV FORCE a
<<<
refused: 42601 syntax at 33: syntax error at or near "a"

>>>
COPY events TO STDOUT CSV BINARY
<<<
refused: 42601 syntax at 27: conflicting or redundant options

>>>
COPY events TO STDOUT DELIMITER
<<<
refused: 42601 syntax at 32: syntax error at end of input

>>>
COPY events TO STDOUT nope
<<<
refused: 42601 syntax at 23: syntax error at or near "nope"

>>>
COPY events TO STDOUT 'nope'
<<<
refused: 42601 syntax at 23: syntax error at or near "'nope'"

>>>
COPY events TO STDOUT (FORMAT csv
<<<
refused: 42601 syntax at 34: syntax error at end of input
