"""NEMO's web processes on a PostgreSQL of their own. A client books as NEMO's calendar does: a form, with a session."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.labs import empty
from benchmarks.labs.processes import Server
from benchmarks.labs.subject import (
    Ask,
    Slot,
    Subject,
    environment,
    postmaster,
    serving,
    told,
)
from benchmarks.platform import free_port
from fucina.config.postgres import server as postgres

SETTINGS = Path(__file__).parent
TOKEN = "b" * 32
"""Against forged requests: any, as long as cookie and header agree."""


@contextmanager
def nemo(python: Path, folder: Path, users: int, tools: int, start: dt.datetime, full: int, minutes: int) -> Iterator[Subject]:  # fmt: skip
    data = folder / "postgres"
    for part in ("static", "media"):
        (folder / part).mkdir()
    migrate = ["-m", "django", "migrate", "--verbosity", "0"]
    empty.copied(
        "nemo", empty.nemo(), data, lambda half: told(python, migrate, settings(half, folder))
    )
    with postgres.running(data):
        own = settings(data, folder)
        given = {"users": users, "tools": tools, "start": start.isoformat(), "full": full, "minutes": minutes}  # fmt: skip
        known = told(python, [str(SETTINGS / "fill.py"), json.dumps(given)], own)

        def book(slot: Slot) -> Ask:
            body = {
                "item_type": "tool",
                "item_id": known["tools"][slot.tool],
                "start": int(slot.start.timestamp()),
                "end": int(slot.end.timestamp()),
            }
            return Ask("POST", "/create_reservation/", 200, urlencode(body), form(slot.user))

        def feed(tool: int, start: dt.datetime, end: dt.datetime) -> Ask:
            asked = {
                "event_type": "reservations",
                "item_type": "tool",
                "item_id": known["tools"][tool],
                "start": start.date().isoformat(),
                "end": end.date().isoformat(),
            }
            return Ask("GET", f"/event_feed/?{urlencode(asked)}", 200, None, carried(0))

        def carried(user: int) -> dict[str, str]:
            cookies = f"sessionid={known['sessions'][user]}; csrftoken={TOKEN}"
            return {"Cookie": cookies, "X-Requested-With": "XMLHttpRequest"}

        def form(user: int) -> dict[str, str]:
            kind = "application/x-www-form-urlencoded"
            return {**carried(user), "X-CSRFToken": TOKEN, "Content-Type": kind}

        port = free_port()
        with serving(python, "NEMO.wsgi:application", port, folder / "web.log", own) as web:
            yield Subject("NEMO", port, Server(web, postmaster(data)), data, book, feed)


def settings(data: Path, folder: Path) -> dict[str, str]:
    return environment(
        NEMO_FOLDER=str(folder), NEMO_SOCKET=str(postgres.socket_folder(data)),
        DJANGO_SETTINGS_MODULE="settings", PYTHONPATH=str(SETTINGS),
    )  # fmt: skip
