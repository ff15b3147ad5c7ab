import io

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


main(
    "Django", django.get_version(), connect=connects, types=types, parameters=parameters, cursor=cursor,
    metadata=metadata, error=error, transaction=transactions,
)
