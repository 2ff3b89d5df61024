"""Users with a project, a qualification for every tool and an open session; tools; reservations. Prints what clients need."""

import datetime as dt
import json
import sys

import django

django.setup()

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from NEMO.models import (  # type: ignore[import-not-found]  # in its own environment
    Account,
    Project,
    Qualification,
    Reservation,
    Tool,
    User,
)


def main(users: int, tools: int, start: dt.datetime, full: int, minutes: int) -> dict[str, object]:
    machines = [
        Tool.objects.create(name=f"Tool {n}", _category="Tools", _location="Hall", _operational=True)
        for n in range(tools)
    ]  # fmt: skip
    account = Account.objects.create(name="Account")
    people = []
    for n in range(users):
        user = User.objects.create(
            username=f"user{n}",
            first_name="User",
            last_name=str(n),
            email=f"user{n}@nemo.example",
            training_required=False,
        )
        project = Project.objects.create(
            name=f"Project {n}", application_identifier=str(n), account=account
        )
        user.projects.add(project)
        people.append((user, project))
    Qualification.objects.bulk_create(
        Qualification(user=user, tool=tool) for user, _project in people for tool in machines
    )
    for tool, length in ((machines[0], 60), (machines[1], minutes)):
        step = dt.timedelta(minutes=length)
        Reservation.objects.bulk_create(
            (
                Reservation(
                    tool=tool, user=user, creator=user, project=project, short_notice=False,
                    start=start + n * step, end=start + (n + 1) * step,
                )
                for n in range(full)
                for user, project in [people[n % users]]
            ),
            batch_size=2000,
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")
    return {
        "tools": [tool.pk for tool in machines],
        "sessions": [session_of(user) for user, _project in people],
    }


def session_of(user: User) -> str:
    """As logging in leaves it behind."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    if hasattr(user, "get_session_auth_hash"):
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    given["start"] = dt.datetime.fromisoformat(given["start"])
    print(json.dumps(main(**given)))
