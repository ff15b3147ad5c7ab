"""pg8000: a driver in Python alone, with Flush after each message."""

import datetime

import pg8000.dbapi
import pg8000.native

from gateway import DATABASE, HOST, PASSWORD, PORT, USER, main

WHERE = {"user": USER, "password": PASSWORD, "host": HOST, "port": PORT, "database": DATABASE}


def test_values():
    connection = pg8000.native.Connection(**WHERE)
    try:
        rows = connection.run("SELECT CAST(:a AS int4), CAST(:b AS text), CAST(:c AS date)", a=1, b="x", c=datetime.date(2024, 2, 29))
        assert rows == [[1, "x", datetime.date(2024, 2, 29)]], rows
        assert [column["name"] for column in connection.columns] == ["int4", "text", "date"]
    finally:
        connection.close()


def test_errors_and_transactions():
    connection = pg8000.dbapi.connect(**WHERE)
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT %s", ("parameter",))
        assert cursor.fetchall() == (["parameter"],) or cursor.rowcount == 1
        try:
            cursor.execute("SELECT 1 / 0")
        except pg8000.dbapi.Error as error:
            assert error.args[0]["C"] == "22012", error
        else:
            raise AssertionError("1 / 0 has an answer")
        connection.rollback()
        cursor.execute("SELECT 2")
        assert list(cursor.fetchone()) == [2]
    finally:
        connection.close()


if __name__ == "__main__":
    main(globals())
