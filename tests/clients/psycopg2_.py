"""psycopg2: everything in text, named cursors, copy_expert."""

import io

import psycopg2

from gateway import connect_string, main


def connect():
    return psycopg2.connect(connect_string())


def test_named_cursor():
    with connect() as connection:
        with connection.cursor(name="walk") as cursor:
            cursor.itersize = 10
            cursor.execute("SELECT i FROM generate_series(1, 95) AS g(i) ORDER BY i")
            assert [row[0] for row in cursor] == list(range(1, 96))


def test_copy_expert():
    with connect() as connection:
        out = io.StringIO()
        connection.cursor().copy_expert(
            "COPY (SELECT i, 'x' FROM generate_series(1, 3) AS g(i) ORDER BY 1) TO STDOUT WITH CSV DELIMITER ';'", out
        )
        assert out.getvalue() == "1;x\n2;x\n3;x\n", out.getvalue()


def test_values_and_errors():
    with connect() as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT %s, %s, %s", (1, "it's", None))
        assert cursor.fetchone() == (1, "it's", None)
        try:
            cursor.execute("SELECT 1 / 0")
        except psycopg2.Error as error:
            assert error.pgcode == "22012"
        else:
            raise AssertionError("1 / 0 has an answer")
        connection.rollback()
        cursor.execute("SELECT 2")
        assert cursor.fetchone() == (2,)


if __name__ == "__main__":
    main(globals())
