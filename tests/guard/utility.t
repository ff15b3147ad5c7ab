# What is no query: EXPLAIN, cursors, prepared statements, settings, transactions.

>>>
CLOSE ALL
<<<
utility: Close(None)

>>>
CLOSE c
<<<
utility: Close(Some("c"))

>>>
DEALLOCATE p
<<<
utility: Deallocate(Some("p"))

>>>
DEALLOCATE prepare
<<<
utility: Deallocate(Some("prepare"))

>>>
DEALLOCATE ALL
<<<
utility: Deallocate(None)

>>>
UNLISTEN *
<<<
utility: Unlisten

>>>
UNLISTEN channel
<<<
utility: Unlisten

>>>
EXPLAIN VERBOSE SELECT 1 FROM events
<<<
allowed: exp.events

>>>
EXPLAIN (SELECT 1 FROM events)
<<<
allowed: exp.events

>>>
EXPLAIN EXECUTE p (1)
<<<


>>>
EXPLAIN DECLARE c CURSOR FOR SELECT 1
<<<
refused: 0A000 not-supported at 9: EXPLAIN of DECLARE is not supported

>>>
EXPLAIN ANALYZE SELECT 1
<<<
refused: 0A000 explain at 1: EXPLAIN ANALYZE is not supported

>>>
EXPLAIN (ANALYZE) SELECT 1
<<<
refused: 0A000 explain at 1: EXPLAIN ANALYZE is not supported

>>>
EXPLAIN (ANALYZE false, BUFFERS, VERBOSE off) SELECT 1
<<<
allowed:

>>>
EXPLAIN (FORMAT xml) SELECT 1
<<<
allowed:

>>>
EXPLAIN (FORMAT yaml) SELECT 1
<<<
allowed:

>>>
EXPLAIN (FORMAT nope) SELECT 1
<<<
refused: 22023 syntax at 10: unrecognized value for EXPLAIN option "format": "nope"

>>>
EXPLAIN (COSTS perhaps) SELECT 1
<<<
refused: 42601 syntax at 10: costs requires a Boolean value

>>>
EXPLAIN (COSTS 1) SELECT 1
<<<
allowed:

>>>
EXPLAIN (COSTS -1) SELECT 1
<<<
refused: 42601 syntax at 10: costs requires a Boolean value

>>>
EXPLAIN (COSTS +1) SELECT 1
<<<
allowed:

>>>
EXPLAIN (COSTS - a) SELECT 1
<<<
refused: 42601 syntax at 18: syntax error at or near "a"

>>>
EXPLAIN (COSTS $1) SELECT 1
<<<
refused: 42601 syntax at 16: syntax error at or near "$1"

>>>
EXPLAIN (COSTS "on") SELECT 1
<<<
allowed:

>>>
EXPLAIN (COSTS) hello
<<<
refused: 42601 syntax at 17: syntax error at or near "hello"

>>>
DECLARE c INSENSITIVE SCROLL CURSOR WITHOUT HOLD FOR SELECT 1
<<<
allowed:

>>>
DECLARE c SCROLL NO SCROLL CURSOR FOR SELECT 1
<<<
refused: 42P11 syntax at 11: cannot specify both SCROLL and NO SCROLL

>>>
DECLARE c NOPE CURSOR FOR SELECT 1
<<<
refused: 42601 syntax at 11: syntax error at or near "NOPE"

>>>
DECLARE c CURSOR FOR SHOW all
<<<
refused: 42601 syntax at 22: syntax error at or near "SHOW"

>>>
DECLARE c CURSOR FOR DELETE FROM events
<<<
refused: 25006 read-only at 22: cannot execute DELETE in a read-only transaction

>>>
DECLARE c CURSOR SELECT 1
<<<
refused: 42601 syntax at 18: syntax error at or near "SELECT"

>>>
FETCH NEXT FROM c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(1), moves: false })

>>>
FETCH PRIOR c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(-1), moves: false })

>>>
FETCH FIRST IN c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Absolute(1), moves: false })

>>>
FETCH LAST c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Absolute(-1), moves: false })

>>>
FETCH ALL c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(9223372036854775807), moves: false })

>>>
FETCH ABSOLUTE -2 c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Absolute(-2), moves: false })

>>>
FETCH RELATIVE 3 FROM c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Relative(3), moves: false })

>>>
FETCH RELATIVE c
<<<
refused: 42601 syntax at 16: syntax error at or near "c"

>>>
FETCH FORWARD c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(1), moves: false })

>>>
FETCH FORWARD 2 FROM c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(2), moves: false })

>>>
FETCH next
<<<
utility: Fetch(Fetch { cursor: "next", direction: Forward(1), moves: false })

>>>
FETCH +5 c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(5), moves: false })

>>>
FETCH 3000000000 c
<<<
refused: 42601 syntax at 7: syntax error at or near "3000000000"

>>>
PREPARE TRANSACTION 'x'
<<<
refused: 25006 read-only at 1: cannot execute PREPARE TRANSACTION in a read-only transaction

>>>
PREPARE p AS SHOW all
<<<
refused: 42601 syntax at 14: syntax error at or near "SHOW"

>>>
PREPARE p AS INSERT INTO events VALUES (1)
<<<
refused: 25006 read-only at 14: cannot execute INSERT in a read-only transaction

>>>
DISCARD PLANS
<<<
utility: Discard(Plans)

>>>
DISCARD SEQUENCES
<<<
utility: Discard(Sequences)

>>>
DISCARD TEMP
<<<
utility: Discard(Temp)

>>>
DISCARD TEMPORARY
<<<
utility: Discard(Temp)

>>>
DISCARD everything
<<<
refused: 42601 syntax at 9: syntax error at or near "everything"

>>>
SET TRANSACTION READ ONLY, NOT DEFERRABLE
<<<
utility: SetTransaction { session: false, modes: TransactionModes { read_write: Some(false), isolation: None, deferrable: Some(false) } }

>>>
SET TRANSACTION SNAPSHOT 'x'
<<<
refused: 0A000 not-supported at 5: SET TRANSACTION SNAPSHOT is not supported

>>>
SET LOCAL TRANSACTION ISOLATION LEVEL READ COMMITTED
<<<
utility: SetTransaction { session: false, modes: TransactionModes { read_write: None, isolation: Some(ReadCommitted), deferrable: None } }

>>>
SET NAMES
<<<
utility: Set(SetParameter { local: false, name: "client_encoding", value: Default })

>>>
SET NAMES 'utf8'
<<<
utility: Set(SetParameter { local: false, name: "client_encoding", value: Text("utf8") })

>>>
SET NAMES DEFAULT
<<<
utility: Set(SetParameter { local: false, name: "client_encoding", value: Default })

>>>
SET SCHEMA 'Mixed'
<<<
utility: Set(SetParameter { local: false, name: "search_path", value: Text("\"Mixed\"") })

>>>
SET CATALOG 'x'
<<<
refused: 0A000 not-supported at 5: SET CATALOG is not supported

>>>
SET XML OPTION DOCUMENT
<<<
refused: 0A000 not-supported at 5: SET XML OPTION is not supported

>>>
SET CONSTRAINTS ALL DEFERRED
<<<
refused: 0A000 not-supported at 5: SET CONSTRAINTS is not supported

>>>
SET LOCAL ROLE 'analyst'
<<<
utility: SetRole { local: true, role: Some("analyst") }

>>>
SET nope
<<<
refused: 42601 syntax at 9: syntax error at end of input

>>>
SET datestyle FROM CURRENT
<<<
refused: 0A000 not-supported at 15: SET … FROM CURRENT is not supported

>>>
SET datestyle TO DEFAULT
<<<
utility: Set(SetParameter { local: false, name: "datestyle", value: Default })

>>>
SET extra_float_digits = -1
<<<
utility: Set(SetParameter { local: false, name: "extra_float_digits", value: Text("-1") })

>>>
SET extra_float_digits TO 3
<<<
utility: Set(SetParameter { local: false, name: "extra_float_digits", value: Text("3") })

>>>
SET application_name = 'a b', c
<<<
utility: Set(SetParameter { local: false, name: "application_name", value: Text("a b, c") })

>>>
SET x TO select
<<<
refused: 42601 syntax at 10: syntax error at or near "select"

>>>
SET x TO (1)
<<<
refused: 42601 syntax at 10: syntax error at or near "("

>>>
SET SESSION since TO true
<<<
utility: Set(SetParameter { local: false, name: "since", value: Text("true") })

>>>
SET TIME ZONE LOCAL
<<<
utility: Set(SetParameter { local: false, name: "timezone", value: Default })

>>>
SET TIME ZONE DEFAULT
<<<
utility: Set(SetParameter { local: false, name: "timezone", value: Default })

>>>
SET TIME ZONE -8
<<<
utility: Set(SetParameter { local: false, name: "timezone", value: Text("-8") })

>>>
SET TIME ZONE 'Europe/Rome'
<<<
utility: Set(SetParameter { local: false, name: "timezone", value: Text("Europe/Rome") })

>>>
SET TIME ZONE INTERVAL(3) '-08:00'
<<<
utility: Set(SetParameter { local: false, name: "timezone", value: Text("INTERVAL '-08:00'") })

>>>
SET tollgate.from = '2026-11-01'
<<<
utility: Set(SetParameter { local: false, name: "tollgate.from", value: Text("2026-11-01") })

>>>
SHOW ALL
<<<
utility: Show(None)

>>>
SHOW SESSION AUTHORIZATION
<<<
utility: Show(Some("session_authorization"))

>>>
SHOW tollgate.window
<<<
utility: Show(Some("tollgate.window"))

>>>
SHOW TIME ZONE
<<<
utility: Show(Some("timezone"))

>>>
RESET ALL
<<<
utility: Reset(None)

>>>
RESET ROLE
<<<
utility: SetRole { local: false, role: None }

>>>
RESET SESSION AUTHORIZATION
<<<
refused: 42501 session-authorization at 7: permission denied to set session authorization

>>>
RESET datestyle
<<<
utility: Reset(Some("datestyle"))

>>>
START TRANSACTION READ ONLY
<<<
utility: Begin(TransactionModes { read_write: Some(false), isolation: None, deferrable: None })

>>>
START
<<<
refused: 42601 syntax at 6: syntax error at end of input

>>>
BEGIN TRANSACTION
<<<
utility: Begin(TransactionModes { read_write: None, isolation: None, deferrable: None })

>>>
BEGIN WORK ISOLATION LEVEL SERIALIZABLE
<<<
utility: Begin(TransactionModes { read_write: None, isolation: Some(Serializable), deferrable: None })

>>>
BEGIN ISOLATION LEVEL READ UNCOMMITTED
<<<
utility: Begin(TransactionModes { read_write: None, isolation: Some(ReadUncommitted), deferrable: None })

>>>
BEGIN ISOLATION LEVEL nope
<<<
refused: 42601 syntax at 23: syntax error at or near "nope"

>>>
BEGIN NOT DEFERRABLE
<<<
utility: Begin(TransactionModes { read_write: None, isolation: None, deferrable: Some(false) })

>>>
BEGIN nope
<<<
refused: 42601 syntax at 7: syntax error at or near "nope"

>>>
END WORK
<<<
utility: Commit { chain: false }

>>>
ABORT
<<<
utility: Rollback { chain: false }

>>>
COMMIT PREPARED 'x'
<<<
refused: 25006 read-only at 1: cannot execute COMMIT PREPARED in a read-only transaction

>>>
ROLLBACK PREPARED 'x'
<<<
refused: 25006 read-only at 1: cannot execute ROLLBACK PREPARED in a read-only transaction

>>>
ROLLBACK AND NO CHAIN
<<<
utility: Rollback { chain: false }

>>>
COMMIT AND
<<<
refused: 42601 syntax at 11: syntax error at end of input

>>>
SAVEPOINT s
<<<
utility: Savepoint("s")

>>>
RELEASE s
<<<
utility: Release("s")

>>>
RELEASE SAVEPOINT s
<<<
utility: Release("s")

>>>
RELEASE savepoint
<<<
utility: Release("savepoint")

>>>
ROLLBACK TO s
<<<
utility: RollbackTo("s")

>>>
ROLLBACK WORK TO SAVEPOINT s
<<<
utility: RollbackTo("s")

>>>
FETCH FROM c
<<<
utility: Fetch(Fetch { cursor: "c", direction: Forward(1), moves: false })
