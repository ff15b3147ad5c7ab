import polars

from steps import *

ENGINES = {"connectorx": url("postgresql", mode="require"), "adbc": url("postgresql")}


def connects():
    for engine, address in ENGINES.items():
        frame = polars.read_database_uri("SELECT current_user::text AS who", address, engine=engine)
        assert frame["who"].to_list() == [USER], (engine, frame)


def types():
    columns = ", ".join(f"{text} AS {name}" for name, (_, text) in VALUES.items())
    for engine, address in ENGINES.items():
        frame = polars.read_database_uri(f"SELECT {columns}", address, engine=engine)
        assert frame["int8"][0] == 5_000_000_000 and frame["text"][0] == "ünï'code" and frame["bool"][0] is True, frame
        assert frame["date"][0] == datetime.date(2024, 2, 29) and float(frame["float8"][0]) == 2.5, frame


def cursor():
    for engine, address in ENGINES.items():
        check_series(polars.read_database_uri(SERIES, address, engine=engine).iter_rows())


def metadata():
    statement = COLUMNS.replace("table_name, column_name", "table_name::text, column_name::text", 1)
    check_columns(polars.read_database_uri(statement, ENGINES["connectorx"], engine="connectorx").iter_rows())


def error():
    for engine, address in ENGINES.items():
        try:
            polars.read_database_uri("SELECT no_such_column FROM exp.events", address, engine=engine)
        except BaseException as error:
            assert "no_such_column" in str(error), error
        else:
            raise AssertionError("no error")
    connects()


main("polars", polars.__version__, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error)
