"""One publication of a study at a time, in whatever process it happens."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b

from django.db import connection

PAUSE = 0.5
"""Seconds between two tries of one who has something to say while it waits."""


@contextmanager
def publishing(study: str, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Waits until no one else publishes the study. PostgreSQL frees the lock if the process dies.

    ``waiting`` is called again and again meanwhile, and may raise to give up.
    """
    key = int.from_bytes(blake2b(f"planning:{study}".encode(), digest_size=8).digest(), signed=True)
    with connection.cursor() as cursor:
        if waiting is None:
            cursor.execute("SELECT pg_advisory_lock(%s)", [key])
        else:
            while not _taken(key):
                waiting()
                time.sleep(PAUSE)
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])


def _taken(key: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        return bool(cursor.fetchone()[0])
