import io
import re

import django
from django.conf import settings

from steps import *

settings.configure(
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql", "NAME": DATABASE, "USER": USER, "PASSWORD": PASSWORD,
            "HOST": HOST, "PORT": PORT,
            "OPTIONS": {"sslmode": "verify-full", "sslrootcert": CA, "options": "-c search_path=exp"},
        }
    },
    USE_TZ=True,
    TIME_ZONE="UTC",
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import DatabaseError, connection, models, transaction  # noqa: E402
from django.db.models import functions  # noqa: E402


class Event(models.Model):
    user_id = models.TextField(primary_key=True)
    event_type = models.TextField()
    event_value = models.FloatField(null=True)
    occurred_at = models.DateTimeField()

    class Meta:
        app_label = "steps"
        managed = False
        db_table = "events"


def one(statement, values=None):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()


def connects():
    assert one("SELECT current_user") == (USER,)
    assert connection.pg_version >= 150000


def types():
    row = one("SELECT " + ", ".join(text for _, text in VALUES.values()))
    assert list(row) == [value for value, _ in VALUES.values()], row


def parameters():
    purchases = Event.objects.filter(event_type="purchase", event_value__gt=10.5).order_by("-occurred_at")
    assert all(event.event_value > 10.5 for event in purchases[:10])
    assert Event.objects.values("event_type").annotate(n=models.Count("*")).count() >= 1


def cursor():
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(SERIES)
        check_series(cursor)
    assert sum(1 for _ in Event.objects.all()[:5_000].iterator(chunk_size=500)) > 0


def metadata():
    with connection.cursor() as cursor:
        names = [table.name for table in connection.introspection.get_table_list(cursor)]
        assert sorted(names) == sorted(TABLES), names
        for name in names:
            found = [column.name for column in connection.introspection.get_table_description(cursor, name)]
            assert found == TABLES[name], found
            connection.introspection.get_constraints(cursor, name)
            connection.introspection.get_relations(cursor, name)
    out = io.StringIO()
    call_command("inspectdb", "--include-views", stdout=out)
    assert all(f"'{name}'" in out.getvalue() for name in TABLES), out.getvalue()


def error():
    fails(lambda: one("SELECT 1 / 0"), "22012", lambda error: error.__cause__.sqlstate)
    assert one("SELECT 1") == (1,)


def transactions():
    with transaction.atomic():
        one("SELECT 1")
        try:
            with transaction.atomic():
                one("SELECT 1 / 0")
        except DatabaseError:
            pass
        assert one("SELECT 2") == (2,)


def inspected_models():
    out = io.StringIO()
    call_command("inspectdb", "--include-views", stdout=out)
    # Comments tell of masks and windows, which are the gateway's alone.
    plain = re.sub(r"""(, )?db_comment=('(\\.|[^'])*'|"(\\.|[^"])*")""", "", out.getvalue())
    told("models", [line for line in plain.splitlines() if "= models." in line or line.startswith("class ")])


def aggregates():
    told("aggregates", list(Event.objects.values("event_type").annotate(
        n=models.Count("*"), users=models.Count("user_id", distinct=True), least=models.Min("event_value"), most=models.Max("event_value"),
        dear=models.Count("event_value", filter=models.Q(event_value__gt=30)),
    ).order_by("event_type")))


def by_time():
    for kind in ("year", "quarter", "month", "week", "day", "hour"):
        found = Event.objects.annotate(at=functions.Trunc("occurred_at", kind)).values("at").annotate(n=models.Count("*")).order_by("at")
        told(f"by {kind}", list(found[:50]))
    told("weekdays", list(Event.objects.annotate(day=functions.ExtractIsoWeekDay("occurred_at")).values("day").annotate(n=models.Count("*")).order_by("day")))


def looking_for():
    for condition in (
        {"event_type__icontains": "PURCH"}, {"event_type__startswith": "pur"}, {"event_type__regex": "^p.*e$"}, {"event_type__in": ["purchase", "x"]},
        {"event_value__range": (10, 30)}, {"event_value__isnull": True}, {"occurred_at__year__gte": 2000}, {"occurred_at__date__lt": datetime.date(2200, 1, 1)},
    ):
        told(str(condition), Event.objects.filter(**condition).count())


def window_functions():
    place = models.Window(functions.RowNumber(), partition_by=["event_type"], order_by=["user_id", "occurred_at", "event_value"])
    told("places", list(Event.objects.annotate(place=place).filter(place__lte=2).values_list("event_type", "user_id", "place").order_by("event_type", "place")))


def subqueries():
    best = Event.objects.filter(event_type=models.OuterRef("event_type")).order_by("-event_value", "user_id").values("user_id")[:1]
    told("best", list(Event.objects.values("event_type").distinct().annotate(best=models.Subquery(best)).order_by("event_type")))
    told("exists", Event.objects.filter(models.Exists(Event.objects.filter(user_id=models.OuterRef("user_id"), event_value__gt=30))).count())


def functions_of_the_database():
    found = Event.objects.annotate(
        up=functions.Upper("event_type"), long=functions.Length("event_type"), first=functions.Left("event_type", 3), all=functions.Concat("event_type", models.Value("!"), output_field=models.TextField()),
        whole=functions.Round("event_value"), some=functions.Coalesce("event_value", 0.0), root=functions.Sqrt(functions.Abs("event_value")), name=functions.MD5("user_id"),
    ).values_list("up", "long", "first", "all", "whole", "some", "root", "name").order_by("user_id", "occurred_at", "event_value")[:5]
    told("functions", list(found))


def explained():
    assert "cost=" in Event.objects.filter(event_type="purchase").explain()
    assert "Plan" in Event.objects.filter(event_type="purchase").explain(format="json", verbose=True)


def raw_statements():
    told("raw", [event.event_value for event in Event.objects.raw("SELECT * FROM events WHERE event_type = %s ORDER BY event_value, user_id LIMIT 3", ["purchase"])])


def checks():
    call_command("check", "--database", "default")


def written_is_refused():
    try:
        Event.objects.create(user_id="u", event_type="e", event_value=1, occurred_at=datetime.datetime.now(UTC))
    except DatabaseError as refused:
        assert refused.__cause__.sqlstate in ("25006", "42501"), refused
    else:
        raise AssertionError("a row was written")
    assert one("SELECT 1") == (1,)


main(
    "Django", django.get_version(), connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error, transaction=transactions,
    own=[
        inspected_models, aggregates, by_time, looking_for, window_functions, subqueries, functions_of_the_database, explained, raw_statements, checks, written_is_refused,
    ],
)
