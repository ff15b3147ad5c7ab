"""SQLAlchemy 2 over psycopg: what its dialect asks at connect, and Core statements."""

import sqlalchemy
from sqlalchemy import func, select, text
from sqlalchemy.engine import URL

from gateway import DATABASE, HOST, PASSWORD, PORT, USER, main


def engine():
    url = URL.create("postgresql+psycopg", username=USER, password=PASSWORD, host=HOST, port=PORT, database=DATABASE)
    return sqlalchemy.create_engine(url)


def test_select():
    with engine().connect() as connection:
        assert connection.execute(select(func.upper("x"), sqlalchemy.literal(5) + 1)).one() == ("X", 6)
        assert connection.execute(text("SELECT :a || 'b'"), {"a": "a"}).scalar_one() == "ab"


def test_stream():
    with engine().connect() as connection:
        rows = connection.execution_options(stream_results=True, yield_per=10).execute(
            text("SELECT i FROM generate_series(1, 45) AS g(i) ORDER BY i")
        )
        assert rows.scalars().all() == list(range(1, 46))


def test_errors():
    with engine().connect() as connection:
        try:
            connection.execute(text("SELECT 1 / 0"))
        except sqlalchemy.exc.DataError as error:
            assert error.orig.sqlstate == "22012"
        else:
            raise AssertionError("1 / 0 has an answer")
        connection.rollback()
        assert connection.execute(text("SELECT 1")).scalar_one() == 1


if __name__ == "__main__":
    main(globals())
