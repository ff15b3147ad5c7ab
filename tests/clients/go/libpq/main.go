// lib/pq, through database/sql.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"clients/steps"

	"github.com/lib/pq"
)

var shared = steps.Load()

func open(more string) *sql.DB {
	text := fmt.Sprintf("host=%s port=%s user=%s password=%s dbname=tollgate sslmode=verify-full sslrootcert=%s application_name=go-app search_path=exp %s",
		steps.Env("HOST", "localhost"), steps.Env("PORT", ""), steps.Env("USER", "analyst"), steps.Env("PASSWORD", "demo"), steps.Env("CA", ""), more)
	db, err := sql.Open("postgres", text)
	steps.Must(err)
	return db
}

func one(db interface {
	QueryRow(string, ...interface{}) *sql.Row
}, query string, values ...interface{}) interface{} {
	var found interface{}
	steps.Must(db.QueryRow(query, values...).Scan(&found))
	return found
}

func fails(err error, state string) {
	var problem *pq.Error
	if !errors.As(err, &problem) {
		panic(fmt.Errorf("%v where %s was to come", err, state))
	}
	steps.Same(string(problem.Code), state)
}

func query(db interface {
	Query(string, ...interface{}) (*sql.Rows, error)
}, text string, values ...interface{}) error {
	rows, err := db.Query(text, values...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	return rows.Err()
}

func types() {
	db := open("")
	defer db.Close()
	for _, parameters := range []bool{false, true} {
		text := `SELECT true, 7::int2, -70000::int4, 5000000000, 2.5::float8, 12.340::numeric, 'ünï'::text, '\x00ff'::bytea,
			TIMESTAMPTZ '2024-02-29 12:34:56+00', DATE '2024-02-29', ARRAY[1, 3]::int8[], ARRAY['a', 'b'], NULL::int4`
		var values []interface{}
		if parameters {
			text += ", $1::int4"
			values = append(values, 1)
		} else {
			text += ", 1"
		}
		var truth bool
		var small, medium, big, last int64
		var double float64
		var numeric, words string
		var bytes []byte
		var stamp, date time.Time
		var numbers []int64
		var texts []string
		var nothing sql.NullInt64
		steps.Must(db.QueryRow(text, values...).Scan(&truth, &small, &medium, &big, &double, &numeric, &words, &bytes, &stamp, &date,
			pq.Array(&numbers), pq.Array(&texts), &nothing, &last))
		steps.Same([]interface{}{truth, small, medium, big, double, numeric, words, bytes},
			[]interface{}{true, int64(7), int64(-70000), int64(5000000000), 2.5, "12.340", "ünï", []byte{0, 255}})
		steps.Same(stamp.UTC(), time.Date(2024, 2, 29, 12, 34, 56, 0, time.UTC))
		steps.Same(date.Format("2006-01-02"), "2024-02-29")
		steps.Same(numbers, []int64{1, 3})
		steps.Same(texts, []string{"a", "b"})
		steps.Same(nothing.Valid, false)
	}
}

func parameters() {
	for _, more := range []string{"", "binary_parameters=yes"} {
		db := open(more)
		statement, err := db.Prepare("SELECT $1::int4 + 1, $2::text || '!', $3::numeric, $4::date, $5::bool, $6::int8[], $7::timestamptz, $8::float8")
		steps.Must(err)
		when := time.Date(2024, 2, 29, 12, 34, 56, 0, time.UTC)
		for again := 0; again < 3; again++ {
			var number int
			var text, numeric, array string
			var date, stamp time.Time
			var truth bool
			var double float64
			steps.Must(statement.QueryRow(41, "it's", "-1.50", "2024-02-29", true, pq.Array([]int64{1, 2}), when, 2.5).
				Scan(&number, &text, &numeric, &date, &truth, &array, &stamp, &double))
			steps.Same([]interface{}{number, text, numeric, truth, array, double}, []interface{}{42, "it's!", "-1.50", true, "{1,2}", 2.5})
			steps.Same(stamp.UTC(), when)
		}
		statement.Close()
		steps.Same(one(db, "SELECT count(*) FROM events WHERE user_id = ANY($1) AND event_value > $2", pq.Array([]string{"nobody"}), 1), int64(0))
		db.Close()
	}
}

func cursor() {
	db := open("")
	defer db.Close()
	rows, err := db.Query(shared.Series)
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
	work, err := db.Begin()
	steps.Must(err)
	_, err = work.Exec("DECLARE walk CURSOR FOR " + shared.Series)
	steps.Must(err)
	counter = steps.Counter{}
	for more := true; more; {
		more = false
		rows, err := work.Query("FETCH 9000 FROM walk")
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
	steps.Must(work.Commit())
	counter.Whole(shared)
}

func metadata() {
	db := open("")
	defer db.Close()
	rows, err := db.Query(shared.Columns)
	steps.Must(err)
	var found [][2]string
	for rows.Next() {
		var row [2]string
		steps.Must(rows.Scan(&row[0], &row[1]))
		found = append(found, row)
	}
	shared.Check(found)
	rows, err = db.Query("SELECT * FROM events LIMIT 0")
	steps.Must(err)
	names, err := rows.Columns()
	steps.Must(err)
	steps.Same(names, shared.Tables["events"])
	kinds, err := rows.ColumnTypes()
	steps.Must(err)
	steps.Same(kinds[0].DatabaseTypeName(), "TEXT")
	rows.Close()
}

func cancel() {
	db := open("")
	defer db.Close()
	limited, stop := context.WithTimeout(context.Background(), 700*time.Millisecond)
	defer stop()
	rows, err := db.QueryContext(limited, shared.Slow)
	if err == nil {
		rows.Next()
		err = rows.Err()
	}
	if err != context.DeadlineExceeded {
		fails(err, "57014")
	}
	steps.Same(one(db, "SELECT 1::int8"), int64(1))
	other := open("statement_timeout=300")
	defer other.Close()
	fails(query(other, shared.Slow), "57014")
	_, err = other.Exec("SET statement_timeout = 0")
	steps.Must(err)
	steps.Same(one(other, "SELECT 1::int8"), int64(1))
}

func transaction() {
	db := open("")
	defer db.Close()
	work, err := db.BeginTx(context.Background(), &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	steps.Must(err)
	steps.Same(one(work, "SELECT current_setting('transaction_isolation')"), "repeatable read")
	_, err = work.Exec("SAVEPOINT here")
	steps.Must(err)
	fails(query(work, "SELECT 1 / 0"), "22012")
	fails(query(work, "SELECT 1"), "25P02")
	_, err = work.Exec("ROLLBACK TO SAVEPOINT here")
	steps.Must(err)
	steps.Same(one(work, "SELECT $1::int8", 2), int64(2))
	steps.Must(work.Commit())
	// This one says BEGIN READ WRITE.
	work, err = db.BeginTx(context.Background(), &sql.TxOptions{})
	steps.Must(err)
	steps.Same(one(work, "SELECT $1::int8", 3), int64(3))
	steps.Must(work.Rollback())
}

func main() {
	steps.Take("Go lib/pq", steps.Env("LIBPQ_VERSION", "?"), map[string]func(){
		"connect": func() {
			db := open("")
			defer db.Close()
			steps.Must(db.Ping())
			steps.Same(one(db, "SELECT current_user::text || ' ' || current_setting('search_path')"), steps.Env("USER", "analyst")+" exp")
		},
		"types":      types,
		"parameters": parameters,
		"cursor":     cursor,
		"metadata":   metadata,
		"error": func() {
			db := open("")
			defer db.Close()
			for text, state := range map[string]string{"SELECT 1 / 0": "22012", "SELECT request_id FROM flag_evaluations": "42703", "SELEC": "42601", "SELECT * FROM nosuch": "42P01"} {
				fails(query(db, text), state)
				steps.Same(one(db, "SELECT 1::int8"), int64(1))
			}
			fails(query(db, "SELECT $1::int4", "x"), "22P02")
		},
		"cancel":      cancel,
		"transaction": transaction,
	})
}
