// pgx, its own interface and its pool.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"clients/steps"

	"github.com/jackc/pgconn"
	"github.com/jackc/pgtype"
	"github.com/jackc/pgx/v4"
	"github.com/jackc/pgx/v4/pgxpool"
)

var (
	shared = steps.Load()
	always = context.Background()
)

func address(more string) string {
	return fmt.Sprintf("host=%s port=%s user=%s password=%s dbname=tollgate sslmode=verify-full sslrootcert=%s application_name=pgx-app search_path=exp %s",
		steps.Env("HOST", "localhost"), steps.Env("PORT", ""), steps.Env("USER", "analyst"), steps.Env("PASSWORD", "demo"), steps.Env("CA", ""), more)
}

func connect(more string) *pgx.Conn {
	connection, err := pgx.Connect(always, address(more))
	steps.Must(err)
	return connection
}

type asked interface {
	Query(context.Context, string, ...interface{}) (pgx.Rows, error)
	QueryRow(context.Context, string, ...interface{}) pgx.Row
}

func one(db asked, query string, values ...interface{}) interface{} {
	rows, err := db.Query(always, query, values...)
	steps.Must(err)
	defer rows.Close()
	if !rows.Next() {
		panic(fmt.Errorf("no row: %v", rows.Err()))
	}
	found, err := rows.Values()
	steps.Must(err)
	return found[0]
}

func query(db asked, text string, values ...interface{}) error {
	rows, err := db.Query(always, text, values...)
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	return rows.Err()
}

func fails(err error, state string) {
	var problem *pgconn.PgError
	if !errors.As(err, &problem) {
		panic(fmt.Errorf("%v where %s was to come", err, state))
	}
	steps.Same(problem.Code, state)
}

func types() {
	for _, more := range []string{"", "statement_cache_mode=describe", "statement_cache_capacity=0", "prefer_simple_protocol=true"} {
		connection := connect(more)
		var truth bool
		var small int16
		var medium int32
		var big int64
		var single float32
		var double float64
		var numeric pgtype.Numeric
		var words string
		var raw []byte
		var stamp, date time.Time
		var numbers []int64
		var texts []string
		var nothing *int32
		steps.Must(connection.QueryRow(always, `SELECT true, 7::int2, -70000::int4, 5000000000, 1.5::float4, 2.5::float8, 12.340::numeric, 'ünï'::text,
			'\x00ff'::bytea, TIMESTAMPTZ '2024-02-29 12:34:56+00', DATE '2024-02-29', ARRAY[1, 3]::int8[], ARRAY['a', 'b'], NULL::int4`).
			Scan(&truth, &small, &medium, &big, &single, &double, &numeric, &words, &raw, &stamp, &date, &numbers, &texts, &nothing))
		steps.Same([]interface{}{truth, small, medium, big, single, double, words, raw},
			[]interface{}{true, int16(7), int32(-70000), int64(5000000000), float32(1.5), 2.5, "ünï", []byte{0, 255}})
		var exact float64
		steps.Must(numeric.AssignTo(&exact))
		steps.Same(exact, 12.34)
		steps.Same(stamp.UTC(), time.Date(2024, 2, 29, 12, 34, 56, 0, time.UTC))
		steps.Same(date.Format("2006-01-02"), "2024-02-29")
		steps.Same(numbers, []int64{1, 3})
		steps.Same(texts, []string{"a", "b"})
		steps.Same(nothing == nil, true)
		connection.Close(always)
	}
}

func parameters() {
	connection := connect("")
	defer connection.Close(always)
	statement, err := connection.Prepare(always, "kept", "SELECT $1 + 1, $2 || '!', $3::date, $4::bool, $5::int8[], $6::timestamptz, $7::float8, $8::text[], $9::numeric::text")
	steps.Must(err)
	steps.Same(statement.ParamOIDs, []uint32{23, 25, 1082, 16, 1016, 1184, 701, 1009, 1700})
	when := time.Date(2024, 2, 29, 12, 34, 56, 789000, time.UTC)
	for again := 0; again < 3; again++ {
		var number int
		var text, numeric string
		var date, stamp time.Time
		var truth bool
		var numbers []int64
		var double float64
		var texts []string
		steps.Must(connection.QueryRow(always, "kept", 41, "it's", when, true, []int64{1, 2}, when, 2.5, []string{"a", "b"}, "-1.50").
			Scan(&number, &text, &date, &truth, &numbers, &stamp, &double, &texts, &numeric))
		steps.Same([]interface{}{number, text, truth, numbers, double, texts, numeric}, []interface{}{42, "it's!", true, []int64{1, 2}, 2.5, []string{"a", "b"}, "-1.50"})
		steps.Same(stamp.UTC(), when)
	}
	steps.Same(one(connection, "SELECT count(*) FROM events WHERE user_id = ANY($1) AND event_value > $2", []string{"nobody"}, 1.5), int64(0))
	batch := &pgx.Batch{}
	for number := 0; number < 50; number++ {
		batch.Queue("SELECT $1::int8 * 2", number)
	}
	results := connection.SendBatch(always, batch)
	for number := 0; number < 50; number++ {
		var found int64
		steps.Must(results.QueryRow().Scan(&found))
		steps.Same(found, int64(number*2))
	}
	steps.Must(results.Close())
	// More statements than are kept.
	for number := 0; number < 600; number++ {
		var found int64
		steps.Must(connection.QueryRow(always, fmt.Sprintf("SELECT $1::int8 + %d", number), 1).Scan(&found))
		steps.Same(found, int64(number+1))
	}
}

func cursor() {
	connection := connect("")
	defer connection.Close(always)
	rows, err := connection.Query(always, shared.Series)
	steps.Must(err)
	counter := steps.Counter{}
	for rows.Next() {
		var number int
		var text string
		steps.Must(rows.Scan(&number, &text))
		counter.Row(number, text)
	}
	steps.Must(rows.Err())
	counter.Whole(shared)
	work, err := connection.Begin(always)
	steps.Must(err)
	_, err = work.Exec(always, "DECLARE walk CURSOR FOR "+shared.Series)
	steps.Must(err)
	counter = steps.Counter{}
	for more := true; more; {
		more = false
		rows, err := work.Query(always, "FETCH 9000 FROM walk")
		steps.Must(err)
		for rows.Next() {
			more = true
			var number int
			var text string
			steps.Must(rows.Scan(&number, &text))
			counter.Row(number, text)
		}
		steps.Must(rows.Err())
	}
	steps.Must(work.Commit(always))
	counter.Whole(shared)
}

func metadata() {
	connection := connect("")
	defer connection.Close(always)
	rows, err := connection.Query(always, shared.Columns)
	steps.Must(err)
	var found [][2]string
	for rows.Next() {
		var row [2]string
		steps.Must(rows.Scan(&row[0], &row[1]))
		found = append(found, row)
	}
	steps.Must(rows.Err())
	shared.Check(found)
	rows, err = connection.Query(always, "SELECT user_id, event_value FROM events LIMIT 0")
	steps.Must(err)
	table := rows.FieldDescriptions()[0].TableOID
	rows.Close()
	steps.Same(one(connection, "SELECT relname::text FROM pg_class WHERE oid = $1", table), "events")
}

func cancel() {
	connection := connect("")
	limited, stop := context.WithTimeout(always, 700*time.Millisecond)
	defer stop()
	rows, err := connection.Query(limited, shared.Slow)
	if err == nil {
		rows.Next()
		err = rows.Err()
	}
	// It closes its socket then, and asks for the statement's end by another.
	steps.Same(errors.Is(err, context.DeadlineExceeded), true)
	connection = connect("")
	defer connection.Close(always)
	go func() {
		time.Sleep(700 * time.Millisecond)
		connection.PgConn().CancelRequest(always)
	}()
	fails(query(connection, shared.Slow), "57014")
	steps.Same(one(connection, "SELECT 1"), int32(1))
	other := connect("statement_timeout=300")
	defer other.Close(always)
	fails(query(other, shared.Slow), "57014")
	_, err = other.Exec(always, "SET statement_timeout = 0")
	steps.Must(err)
	steps.Same(one(other, "SELECT 1"), int32(1))
}

func copies() {
	connection := connect("")
	defer connection.Close(always)
	var out bytes.Buffer
	said, err := connection.PgConn().CopyTo(always, &out, "COPY ("+shared.Series+") TO STDOUT")
	steps.Must(err)
	steps.Same(int(said.RowsAffected()), shared.Rows)
	steps.Same(strings.HasPrefix(out.String(), "1\trow 1\n2\trow 2\n"), true)
	out.Reset()
	_, err = connection.PgConn().CopyTo(always, &out, "COPY ("+shared.Series+") TO STDOUT BINARY")
	steps.Must(err)
	steps.Same(bytes.HasPrefix(out.Bytes(), []byte("PGCOPY\n\xff\r\n\x00")), true)
	_, err = connection.PgConn().CopyTo(always, &out, "COPY (SELECT 1 / 0) TO STDOUT")
	fails(err, "22012")
	steps.Same(one(connection, "SELECT 1"), int32(1))
}

func transaction() {
	pool, err := pgxpool.Connect(always, address("pool_max_conns=3"))
	steps.Must(err)
	defer pool.Close()
	work, err := pool.BeginTx(always, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly, DeferrableMode: pgx.Deferrable})
	steps.Must(err)
	steps.Same(one(work, "SELECT current_setting('transaction_isolation')"), "repeatable read")
	inner, err := work.Begin(always)
	steps.Must(err)
	fails(query(inner, "SELECT 1 / 0"), "22012")
	fails(query(inner, "SELECT 1"), "25P02")
	steps.Must(inner.Rollback(always))
	steps.Same(one(work, "SELECT $1::int8", 2), int64(2))
	steps.Must(work.Commit(always))
	steps.Must(pool.BeginFunc(always, func(work pgx.Tx) error { return query(work, "SELECT 1") }))
}

func main() {
	steps.Take("Go pgx v4", steps.Env("PGX_VERSION", "?"), map[string]func(){
		"connect": func() {
			connection := connect("")
			defer connection.Close(always)
			steps.Must(connection.Ping(always))
			steps.Same(one(connection, "SELECT current_user::text || ' ' || current_setting('search_path')"), steps.Env("USER", "analyst")+" exp")
		},
		"types":      types,
		"parameters": parameters,
		"cursor":     cursor,
		"metadata":   metadata,
		"error": func() {
			connection := connect("")
			defer connection.Close(always)
			for text, state := range map[string]string{"SELECT 1 / 0": "22012", "SELECT request_id FROM flag_evaluations": "42703", "SELEC": "42601", "SELECT * FROM nosuch": "42P01"} {
				fails(query(connection, text), state)
				steps.Same(one(connection, "SELECT 1"), int32(1))
			}
		},
		"cancel":      cancel,
		"copy":        copies,
		"transaction": transaction,
	})
}
