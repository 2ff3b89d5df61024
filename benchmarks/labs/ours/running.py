"""Fucina's web processes on a PostgreSQL of their own. A client books through the API, with a personal token."""

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.labs import empty
from benchmarks.labs.processes import Server
from benchmarks.labs.subject import (
    Ask,
    Slot,
    Subject,
    address_of,
    environment,
    postmaster,
    serving,
    told,
)
from benchmarks.platform import free_port
from fucina.config.postgres import server as postgres

POLICY = {"min_minutes": 5, "max_minutes": 24 * 60, "horizon_days": 14}

type Fill = Callable[[list[int], int, dt.datetime, int], int]


@contextmanager
def ours(folder: Path, users: int, tools: int) -> Iterator[tuple[Subject, Fill]]:
    """The platform, and what stores so many bookings of each of some machines."""
    data = folder / "postgres"
    empty.copied("ours", empty.ours(), data, lambda half: migrate(settings(half, folder)))
    with postgres.running(data):
        own = settings(data, folder)
        migrate(own)
        known = run("seed", own, users=users, tools=tools, policy=POLICY)

        def fill(machines: list[int], number: int, start: dt.datetime, minutes: int) -> int:
            several = [known["tools"][one] for one in machines]
            more = {"number": number, "start": start.isoformat(), "minutes": minutes}
            return int(run("fill", own, tools=several, **more)["stored"])

        def book(slot: Slot) -> Ask:
            body = {
                "resources": [{"resource": known["tools"][slot.tool]}],
                "starts": slot.start.isoformat(),
                "ends": slot.end.isoformat(),
                "organisation": known["firm"],
                "project": known["projects"][slot.user],
            }
            own = {**carried(slot.user), "Content-Type": "application/json"}
            return Ask("POST", "/api/v1/labs/bookings", 201, json.dumps(body), own)

        def feed(tool: int, start: dt.datetime, end: dt.datetime) -> Ask:
            asked = {
                "start": start.isoformat(),
                "end": end.isoformat(),
                "resource": known["tools"][tool],
            }
            return Ask("GET", f"/api/v1/labs/events?{urlencode(asked)}", 200, None, carried(0))

        def carried(user: int) -> dict[str, str]:
            return {"Authorization": f"Bearer {known['tokens'][user]}", "Accept-Language": "en"}

        port = free_port()
        application = "fucina.config.wsgi:application"
        with serving(sys.executable, application, port, folder / "web.log", own) as web:
            server = Server(web, postmaster(data))
            subscription = Ask("GET", str(known["subscription"]), 200)
            yield Subject("Fucina", port, server, data, book, feed, subscription), fill


def settings(data: Path, folder: Path) -> dict[str, str]:
    module = os.environ.get("DJANGO_SETTINGS_MODULE", "fucina.config.settings")
    return environment(
        DATABASE_URL=address_of(data), FUCINA_VAR=str(folder), FUCINA_MODE="demo",
        DJANGO_SETTINGS_MODULE=module,
    )  # fmt: skip


def migrate(own: dict[str, str]) -> None:
    told(sys.executable, ["-m", "django", "migrate", "--verbosity", "0"], own)


def run(what: str, own: dict[str, str], **given: object) -> dict[str, Any]:
    command = ["-m", "benchmarks.labs.ours.fill", what, json.dumps(given)]
    answer: dict[str, Any] = told(sys.executable, command, own)
    return answer
