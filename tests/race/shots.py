"""Requests let go at the same moment, each on a connection of its own that stands already."""

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Any

PATIENCE = 120  # seconds
GONE = 0
"""Instead of a status: the server did not answer."""


@dataclass(frozen=True)
class Shot:
    secret: str
    path: str
    body: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    body: dict[str, Any]

    @property
    def codes(self) -> set[str]:
        """Of what stood in the way."""
        return {one["code"] for one in self.body.get("errors", [])}


def at_once(port: int, shots: Sequence[Shot]) -> list[Answer]:
    barrier, answers = threading.Barrier(len(shots)), list[Answer]()

    def shoot(shot: Shot) -> None:
        connection = connected(port)
        barrier.wait(PATIENCE)
        answers.append(sent(connection, shot))
        connection.close()

    threads = [threading.Thread(target=shoot, args=(shot,), daemon=True) for shot in shots]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return answers


def connected(port: int) -> HTTPConnection:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.connect()
    return connection


def sent(connection: HTTPConnection, shot: Shot) -> Answer:
    headers = {
        "Authorization": f"Bearer {shot.secret}",
        "Content-Type": "application/json",
        "Accept-Language": "en",
    }
    path = f"/api/race/{shot.path}"
    try:
        connection.request("POST", path, json.dumps(shot.body), headers)
        answer = connection.getresponse()
        text = answer.read()
    except (OSError, HTTPException) as error:
        connection.close()
        return Answer(GONE, type(error).__name__, {})
    kind = answer.headers.get_content_type()
    return Answer(answer.status, kind, json.loads(text) if kind.endswith("json") else {})
