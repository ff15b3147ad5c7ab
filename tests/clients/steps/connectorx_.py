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


BY_TYPE = "SELECT event_type, count(*) AS n, min(event_value) AS least, max(occurred_at) AS latest FROM exp.events GROUP BY 1 ORDER BY 1"


def kinds_of_columns():
    for protocol in PROTOCOLS:
        if protocol == "simple":
            # It can't read a time by it.
            continue
        for table in ("assignments", "events"):
            told(f"{table} by {protocol}", [str(kind) for kind in read(f"SELECT * FROM exp.{table} LIMIT 50", protocol).dtypes])


def aggregates():
    for protocol in PROTOCOLS:
        told(f"by {protocol}", read(BY_TYPE, protocol).to_csv(index=False))


def parts_of_each_protocol():
    for protocol in PROTOCOLS:
        parts = read("SELECT i, i % 7 AS m FROM generate_series(1, 5000) AS g(i)", protocol, partition_on="i", partition_num=3)
        told(f"parts by {protocol}", {int(part): int(count) for part, count in parts.groupby("m").size().items()})


def parts_with_a_range():
    told("range", len(read("SELECT i FROM generate_series(1, 5000) AS g(i)", partition_on="i", partition_num=5, partition_range=(1, 5000))))


def several_statements():
    told("several", sorted(read([f"SELECT {n}::int8 AS n" for n in range(5)])["n"].tolist()))


def kinds_of_frames():
    for kind in ("arrow", "polars"):
        told(kind, len(read(BY_TYPE, return_type=kind)))


def nothing():
    told("no rows", [str(kind) for kind in read("SELECT user_id, event_value FROM exp.events WHERE user_id = 'nobody'").dtypes])


def what_is_null():
    told("null", read("SELECT NULL::int8 AS a, NULL::text AS b, NULL::float8 AS c, NULL::timestamptz AS d, NULL::bool AS e").to_csv(index=False))


main(
    "connectorx", connectorx.__version__, connect=connects, types=types, cursor=cursor, metadata=metadata, error=error,
    own=[kinds_of_columns, aggregates, parts_of_each_protocol, parts_with_a_range, several_statements, kinds_of_frames, nothing, what_is_null],
)
