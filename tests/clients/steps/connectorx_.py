import connectorx

from steps import *

# It knows no verify-full; with a root certificate, it verifies all the same.
ADDRESS = url("postgresql", mode="require")
PROTOCOLS = ("binary", "csv", "cursor", "simple")


def read(statement, protocol="binary", **options):
    return connectorx.read_sql(ADDRESS, statement, protocol=protocol, **options)


def connects():
    for protocol in PROTOCOLS:
        assert read("SELECT current_user::text AS who", protocol)["who"].tolist() == [USER], protocol


def types():
    names = [name for name in VALUES if name != "numeric"]
    columns = ", ".join(f"{VALUES[name][1]} AS {name}" for name in names)
    for protocol in PROTOCOLS:
        frame = read(f"SELECT {columns}", protocol)
        assert frame["int8"][0] == 5_000_000_000 and frame["text"][0] == "ünï'code" and frame["float8"][0] == 2.5, frame


def cursor():
    for protocol in PROTOCOLS:
        check_series(read(SERIES, protocol).itertuples(index=False, name=None))
    # In four parts, side by side.
    parts = read(SERIES.replace(" ORDER BY i", ""), partition_on="i", partition_num=4)
    check_series(parts.sort_values("i").itertuples(index=False, name=None))


def metadata():
    statement = COLUMNS.replace("table_name, column_name", "table_name::text, column_name::text", 1)
    check_columns(read(statement).itertuples(index=False, name=None))


def error():
    for protocol in PROTOCOLS:
        try:
            read("SELECT no_such_column FROM exp.events", protocol)
        except BaseException as error:
            assert "no_such_column" in str(error), error
        else:
            raise AssertionError("no error")
    connects()


main("connectorx", connectorx.__version__, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error)
