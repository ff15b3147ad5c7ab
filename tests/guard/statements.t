# Statements by their first word.

>>>
DELETE FROM exp.events
<<<
refused: 25006 read-only at 1: cannot execute DELETE in a read-only transaction

>>>
WITH d AS (DELETE FROM exp.events RETURNING *) SELECT * FROM d
<<<
refused: 25006 read-only at 12: cannot execute DELETE in a read-only transaction

>>>
WITH x AS (SELECT 1) UPDATE exp.events SET event_value = 1
<<<
refused: 25006 read-only at 22: cannot execute UPDATE in a read-only transaction

>>>
(DELETE FROM exp.events)
<<<
refused: 25006 read-only at 2: cannot execute DELETE in a read-only transaction

>>>
EXPLAIN ANALYZE DELETE FROM exp.events
<<<
refused: 25006 read-only at 17: cannot execute DELETE in a read-only transaction

>>>
SELECT * INTO t FROM exp.events
<<<
refused: 25006 read-only at 10: cannot execute SELECT INTO in a read-only transaction

>>>
SELECT * FROM exp.events FOR NO KEY UPDATE
<<<
refused: 25006 read-only at 26: cannot execute SELECT FOR NO KEY UPDATE in a read-only transaction

>>>
CREATE TEMP TABLE t (a int)
<<<
refused: 25006 read-only at 1: cannot execute CREATE TABLE in a read-only transaction

>>>
CREATE EXTERNAL TABLE t (a int)
<<<
refused: 42601 syntax at 8: syntax error at or near "EXTERNAL"

>>>
FROM exp.events SELECT *
<<<
refused: 42601 syntax at 1: syntax error at or near "FROM"

>>>
PRAGMA x
<<<
refused: 42601 syntax at 1: syntax error at or near "PRAGMA"

>>>
COPY exp.events FROM STDIN
<<<
refused: 25006 read-only at 22: cannot execute COPY FROM in a read-only transaction

>>>
COPY exp.events TO '/tmp/x'
<<<
refused: 25006 read-only at 20: cannot execute COPY TO a file in a read-only transaction

>>>
COPY exp.events (user_id) TO STDIN WITH CSV HEADER DELIMITER AS ';'
<<<
allowed: exp.events

>>>
COPY (SELECT 1) TO STDOUT (FORMAT "binary", HEADER)
<<<
refused: 0A000 syntax at 27: cannot specify HEADER in BINARY mode

>>>
COPY (SELECT 1) TO STDOUT (FORMAT csv, FORCE_QUOTE (a), ENCODING 'utf-8')
<<<
allowed:

>>>
SET TIME ZONE INTERVAL '-08:00' HOUR TO MINUTE
<<<
utility: Set(SetParameter { local: false, name: "timezone", value: Text("INTERVAL '-08:00'") })

>>>
SET search_path TO "$user", public, "Mixed"
<<<
utility: Set(SetParameter { local: false, name: "search_path", value: Text("\"$user\", public, \"Mixed\"") })

>>>
SET LOCAL since = '7d'
<<<
utility: Set(SetParameter { local: true, name: "since", value: Text("7d") })

>>>
SET tollgate.notices TO on
<<<
utility: Set(SetParameter { local: false, name: "tollgate.notices", value: Text("on") })

>>>
SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE
<<<
utility: SetTransaction { session: true, modes: TransactionModes { read_write: Some(true), isolation: None, deferrable: None } }

>>>
SET SESSION AUTHORIZATION postgres
<<<
refused: 42501 session-authorization at 5: permission denied to set session authorization

>>>
SET ROLE none
<<<
utility: SetRole { local: false, role: None }

>>>
SHOW TRANSACTION ISOLATION LEVEL
<<<
utility: Show(Some("transaction_isolation"))

>>>
RESET TIME ZONE
<<<
utility: Reset(Some("timezone"))

>>>
BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY DEFERRABLE
<<<
utility: Begin(TransactionModes { read_write: Some(false), isolation: Some(RepeatableRead), deferrable: Some(true) })

>>>
ROLLBACK TO SAVEPOINT "Mixed"
<<<
utility: RollbackTo("Mixed")

>>>
COMMIT AND CHAIN
<<<
utility: Commit { chain: true }

>>>
DECLARE c BINARY NO SCROLL CURSOR WITH HOLD FOR SELECT * FROM events FOR READ ONLY
<<<
allowed: exp.events

>>>
FETCH BACKWARD ALL FROM c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(-9223372036854775807), moves: false })

>>>
MOVE -7 IN c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(-7), moves: true })

>>>
FETCH c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(1), moves: false })

>>>
PREPARE p (int, text) AS SELECT $1, $2
<<<
allowed:

>>>
EXECUTE p (1, 'a')
<<<
utility: Execute(Execute { name: "p", arguments: [Value(ValueWithSpan { value: Number("1", false), span: Span(Location(1,12)..Location(1,13)) }), Value(ValueWithSpan { value: SingleQuotedString("a"), span: Span(Location(1,15)..Location(1,18)) })] })

>>>
DEALLOCATE PREPARE ALL
<<<
utility: Deallocate(None)

>>>
EXPLAIN (POLICY, FORMAT json) SELECT * FROM events
<<<
allowed: exp.events

>>>
EXPLAIN (NOPE) SELECT 1
<<<
refused: 42601 syntax at 10: unrecognized EXPLAIN option "nope"

>>>
DISCARD ALL
<<<
utility: Discard(All)

>>>
LOCK TABLE events
<<<
refused: 25006 read-only at 1: cannot execute LOCK TABLE in a read-only transaction

>>>
SELECT count(*) FROM events --since 7d
<<<
allowed: exp.events
window: Directives { since: Some("7d"), from: None, to: None }

>>>
--from 2026-11-01 --to 2026-11-08
SELECT count(*) FROM events
<<<
allowed: exp.events
window: Directives { since: None, from: Some("2026-11-01"), to: Some("2026-11-08") }

>>>
SELECT count(*) FROM events; --since 1d
<<<
allowed: exp.events
window: Directives { since: Some("1d"), from: None, to: None }

>>>
SELECT count(*) --since 1d
FROM events
<<<
allowed: exp.events

>>>
SELECT count(*) FROM events --since
<<<
refused: 22023 directive at 29: the window directive "--since" has no value

>>>
SELECT count(*) FROM events --since 1d --from 2026-11-01
<<<
refused: 22023 directive at 29: the window directives "--since" and "--from" exclude each other
