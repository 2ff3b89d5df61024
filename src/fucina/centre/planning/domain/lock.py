"""One publication of a study at a time, in whatever process it happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b

from django.db import connection


@contextmanager
def publishing(study: str) -> Iterator[None]:
    """Waits until no one else publishes the study. PostgreSQL frees the lock if the process dies."""
    key = int.from_bytes(blake2b(f"planning:{study}".encode(), digest_size=8).digest(), signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [key])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
