"""How many queries a request asks, as PostgreSQL itself logs them: counted alike whatever program asks."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

LOGGED = re.compile(r"^.*LOG:  (?:statement|execute [^:]*): (.*)$", re.MULTILINE)
FRAMES = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "DEALLOCATE")
CONNECTING = ("SELECT set_config('TimeZone'", "SELECT 1\n", "SELECT pg_sleep")


@contextmanager
def counted(data: Path, address: str) -> Iterator[Callable[[], list[str]]]:
    """Gives a function: the queries since it was last called, without what only frames a transaction or readies the connection."""
    log = data / "server.log"
    _log_all(address, "all")
    read = log.stat().st_size

    def since() -> list[str]:
        nonlocal read
        with log.open("rb") as file:
            file.seek(read)
            text = file.read().decode(errors="replace")
            read = file.tell()
        return [said for said in LOGGED.findall(text) if not _frames(said)]

    try:
        yield since
    finally:
        _log_all(address, "none")


def _frames(said: str) -> bool:
    return said.upper().startswith(FRAMES) or f"{said}\n".startswith(CONNECTING)


def _log_all(address: str, what: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"ALTER SYSTEM SET log_statement = '{what}'")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("SELECT pg_sleep(0.3)")  # the backends read it when they are next asked
