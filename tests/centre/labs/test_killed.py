"""A server killed in the middle of a booking leaves nothing half: no part of a bundle, no phantom hold."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection
from tests.centre.labs.conftest import at

from fucina.centre.labs.domain import Item
from fucina.centre.labs.models import Allocation, Booking

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[3]
SERVER = """
import datetime as dt, os, sys
import django
from django.conf import settings
settings.DATABASES["default"] |= {"HOST": os.environ["LABS_HOST"], "NAME": os.environ["LABS_NAME"]}
django.setup()
from fucina.centre.labs.domain import Item, book
from fucina.centre.labs.models import Resource
from fucina.centre.people.models import Organisation, User

user = User.objects.get(email="ada@prova.example")
firm = Organisation.objects.get(kind="company")
things = [Item(one) for one in Resource.objects.order_by("pk")]
start = dt.datetime.fromisoformat(os.environ["LABS_START"])
print("ready", flush=True)
for number in range(10_000):
    hour = start + number * dt.timedelta(hours=1)
    book(things, hour, hour + dt.timedelta(hours=1), by=user, organisation=firm)
"""

WRITING = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL
"""


@pytest.fixture
def bundle(lab, ada, printer) -> int:
    """How many rows a whole booking has."""
    lab.room("Sala", 6)
    lab.accessory("Calibri", 3)
    lab.machine("Forno")
    return 4


def killed_rounds(number: int, parts: int) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "fucina.config.settings",
        "FUCINA_MODE": "test",
        "LABS_HOST": str(connection.settings_dict["HOST"]),
        "LABS_NAME": str(connection.settings_dict["NAME"]),
    }
    for turn in range(number):
        begin = at(f"20{40 + turn // 100}-01-01 00:00")
        environment["LABS_START"] = begin.replace(month=1 + turn % 12, day=1 + turn // 12 % 28).isoformat()  # fmt: skip
        server = subprocess.Popen(
            [sys.executable, "-c", SERVER], env=environment, cwd=ROOT, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert server.stdout is not None
        server.stdout.readline()
        time.sleep(0.05 + 0.013 * (turn % 17))  # in whatever it is doing
        server.send_signal(signal.SIGKILL)
        server.wait()
        server.stdout.close()
    until_undone()
    half = [
        booking.pk
        for booking in Booking.objects.prefetch_related("allocations")
        if booking.allocations.count() != parts
    ]
    assert half == []
    assert Allocation.objects.count() == parts * Booking.objects.count()


def until_undone() -> None:
    """The database's process may still be storing what the dead asked for, or undoing it."""
    give_up = time.monotonic() + 120
    while True:
        with connection.cursor() as cursor:
            cursor.execute(WRITING)
            if cursor.fetchone()[0] == 0:
                return
        assert time.monotonic() < give_up, "it goes on writing"
        time.sleep(0.01)


def test_server_killed_leaves_no_half_bundle(lab, ada, printer, bundle, reserve) -> None:
    """And nothing of the dead stands in the way: its locks went with it."""
    killed_rounds(3, bundle)

    assert reserve(ada, [Item(printer)], "09:00", "10:00").status == "confirmed"


@pytest.mark.soak
def test_server_killed_two_hundred_times(bundle) -> None:
    killed_rounds(200, bundle)
