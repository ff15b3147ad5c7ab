import pandas
import sqlalchemy

from steps import *

ENGINE = sqlalchemy.create_engine(
    url("postgresql+psycopg2", query=False), connect_args={"sslmode": "verify-full", "sslrootcert": CA}
)


def connects():
    assert pandas.read_sql("SELECT current_user AS who", ENGINE)["who"].tolist() == [USER]


def types():
    columns = ", ".join(f"{text} AS {name}" for name, (_, text) in VALUES.items())
    frame = pandas.read_sql(f"SELECT {columns}", ENGINE)
    assert frame["int8"].dtype == "int64" and frame["float8"].dtype == "float64" and frame["bool"].dtype == "bool"
    assert str(frame["timestamptz"].dtype).startswith("datetime64") and frame["text"][0] == "ünï'code", frame


def parameters():
    statement = sqlalchemy.text("SELECT CAST(:a AS int4) + 1 AS a, CAST(:b AS text) AS b")
    frame = pandas.read_sql(statement, ENGINE, params={"a": 41, "b": "it's"})
    assert frame.values.tolist() == [[42, "it's"]], frame


def cursor():
    with ENGINE.connect().execution_options(stream_results=True) as connection:
        chunks = pandas.read_sql(sqlalchemy.text(SERIES), connection, chunksize=10_000)
        check_series(row for chunk in chunks for row in chunk.itertuples(index=False, name=None))


def metadata():
    inspector = sqlalchemy.inspect(ENGINE)
    assert sorted(inspector.get_table_names("exp") + inspector.get_view_names("exp")) == sorted(TABLES)
    try:
        frame = pandas.read_sql_table("events", ENGINE, schema="exp")
        assert list(frame.columns) == TABLES["events"]
    except ValueError as error:
        # It looks for tables only, and the role may see views.
        assert "not found" in str(error)


def error():
    fails(lambda: pandas.read_sql("SELECT 1 / 0", ENGINE), "22012", lambda error: (getattr(error, "orig", None) or error.__cause__.orig).pgcode)
    assert pandas.read_sql("SELECT 1 AS one", ENGINE)["one"].tolist() == [1]


main(
    "pandas", pandas.__version__, connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error,
)
