import adbc_driver_postgresql.dbapi as adbc
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


BY_TYPE = "SELECT event_type, count(*) AS n, min(event_value) AS least, max(occurred_at) AS latest FROM exp.events GROUP BY 1 ORDER BY 1"


def shown(frame):
    return [[str(kind) for kind in frame.dtypes], frame.to_csv(index=False)]


def kinds_of_columns():
    for table in TABLES:
        told(table, [str(kind) for kind in pandas.read_sql(f"SELECT * FROM exp.{table} LIMIT 50", ENGINE).dtypes])


def frames_by_arrow():
    """The same through ADBC, whose every statement is a COPY in binary."""
    with adbc.connect(url("postgresql")) as connection:
        told("by ADBC", shown(pandas.read_sql(BY_TYPE, connection)))
        told("as arrow", shown(pandas.read_sql(BY_TYPE, connection, dtype_backend="pyarrow")))


def frames_by_psycopg():
    told("by psycopg2", shown(pandas.read_sql(BY_TYPE, ENGINE, parse_dates=["latest"])))
    told("nullable", shown(pandas.read_sql(BY_TYPE, ENGINE, dtype_backend="numpy_nullable")))


def indexed_and_grouped():
    frame = pandas.read_sql("SELECT user_id, event_type, event_value FROM exp.events ORDER BY 1, 2, 3 LIMIT 200", ENGINE, index_col="user_id")
    told("grouped", frame.groupby("event_type")["event_value"].agg(["count", "min", "max"]).to_csv())


def whole_tables():
    """It looks for the table among tables and views, and takes its columns from the catalogs."""
    try:
        told("table", shown(pandas.read_sql_table("events", ENGINE, schema="exp", columns=["event_type"]).drop_duplicates().sort_values("event_type")))
    except ValueError as refused:
        told("no table", str(refused))


def written_is_refused():
    try:
        pandas.DataFrame({"i": [1]}).to_sql("mine", ENGINE, schema="exp", index=False)
    except sqlalchemy.exc.DBAPIError as refused:
        assert refused.orig.pgcode in ("25006", "42501"), refused
    else:
        raise AssertionError("a table was made")
    connects()


main(
    "pandas", pandas.__version__, connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error,
    own=[kinds_of_columns, frames_by_arrow, frames_by_psycopg, indexed_and_grouped, whole_tables, written_is_refused],
)
