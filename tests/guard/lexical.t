# Lexical rules. The role is analyst, who holds exp.flag_evaluations, exp.events and exp.assignments; the search path is exp.

>>>
SELECT 1 /* /* */ */ , lower('x')
<<<
allowed:

>>>
SELECT 1 /* never ends
<<<
refused: 42601 lexical at 10: unterminated /* comment at or near "/* never ends"

>>>
SELECT 'abc'
  -- between
  'def' FROM events
<<<
allowed: exp.events

>>>
SELECT 'a' 'b'
<<<
refused: 42601 syntax at 12: syntax error at or near "'b'"

>>>
SELECT U&'d\0061t\+000061', U&'d!0061ta' UESCAPE '!', U&"user\005Fid" FROM events
<<<
allowed: exp.events

>>>
SELECT E'\'; \x41 \u00e9' FROM events
<<<
allowed: exp.events

>>>
SELECT $$;$$, $a$ $b$ $a$ FROM events
<<<
allowed: exp.events

>>>
SELECT $a$ never ends
<<<
refused: 42601 lexical at 8: unterminated dollar-quoted string at or near "$a$ never ends"

>>>
SELECT 1OR 1=1
<<<
refused: 42601 lexical at 8: trailing junk after numeric literal at or near "1OR"

>>>
SELECT $1FROM events
<<<
refused: 42601 lexical at 8: trailing junk after parameter at or near "$1FROM"

>>>
SELECT 1 FROM `events`
<<<
refused: 42601 syntax at 15: syntax error at or near "`"

>>>
SELECT é FROM "Events"
<<<
refused: 42P01 relation at 15: relation "Events" does not exist

>>>
SELECT "" FROM events
<<<
refused: 42601 lexical at 8: zero-length delimited identifier at or near """"

>>>
SELECT aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg.x FROM aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg
<<<
refused: 42P01 relation at 86: relation "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg" does not exist

>>>
SELECT B'101'
<<<
refused: 0A000 not-supported at 8: a bit string is not supported

>>>
SELECT a--b
FROM events
<<<
allowed: exp.events

>>>
SELECT a<-1 FROM events
<<<
allowed: exp.events

>>>
SELECT 1; SELECT 2;; SELECT 3 FROM nowhere
<<<
refused: 42P01 relation at 36: relation "nowhere" does not exist

>>>
;
<<<
utility: Empty

>>>
-- a comment
SELECT 1 FROM events
<<<
allowed: exp.events

>>>
SELECT 1 FROM events --since=1d
<<<
allowed: exp.events
window: Directives { since: Some("1d"), from: None, to: None }

>>>
SELECT 1 FROM events --since 1d nope
<<<
refused: 22023 directive at 22: unexpected "nope" in a window directive

>>>
SELECT 1 FROM events --since 1d --since 2d
<<<
refused: 22023 directive at 22: the window directive "--since" is given twice

>>>
SELECT 1;
--since 1d
SELECT 2 FROM events
<<<
allowed: 
allowed: exp.events
window: Directives { since: Some("1d"), from: None, to: None }

>>>
SELECT 1; --since 1d
SELECT 2 FROM events
<<<
allowed: 
window: Directives { since: Some("1d"), from: None, to: None }
allowed: exp.events

>>>
SELECT 'a'
'b', E'c'
'd'
<<<
allowed:
