"""Which PostgreSQL holds the data: the one DATABASE_URL names, else Fucina's own under var/."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg

from fucina.config.environment import text
from fucina.config.postgres import server
from fucina.config.postgres.problems import explain_connection
from fucina.config.problem import SetupProblem

type Entry = dict[str, object]


def var() -> Path:
    """Where Fucina keeps what it makes: its database, computed studies, logs."""
    return Path(text("FUCINA_VAR", "var")).resolve()


def own_data() -> Path:
    return var() / "postgres"


def url() -> str | None:
    return text("DATABASE_URL", "") or None


def entry() -> Entry:
    """Django's DATABASES["default"]."""
    engine: Entry = {"ENGINE": "fucina.config.postgres.backend"}
    if address := url():
        return engine | _parse(address)
    return engine | {
        "NAME": "postgres",
        "USER": "postgres",
        "HOST": str(server.socket_folder(own_data())),
        "OPTIONS": {"connect_timeout": 5},
    }


@contextmanager
def running() -> Iterator[None]:
    """The database answers for as long as this lasts; the last to leave stops Fucina's own."""
    if address := url():
        check(address)
        yield
    else:
        with server.running(own_data()):
            yield


def remove() -> None:
    """Delete Fucina's own database and what was computed into it, unless somebody uses them."""
    if url():
        raise SetupProblem(
            "DATABASE_URL indica un database che non è quello di Fucina: svuotarlo a mano, "
            "o togliere DATABASE_URL per ripartire da capo.",
            "DATABASE_URL names a database that is not Fucina's own: empty it yourself, "
            "or unset DATABASE_URL to start fresh.",
        )
    server.remove(own_data())
    shutil.rmtree(var() / "studies", ignore_errors=True)


def check(address: str) -> None:
    """Connect once, so that what is wrong is said before any work starts."""
    parts = _parse(address)
    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.OperationalError as error:
        place = f"{parts['HOST'] or 'localhost'}:{parts['PORT'] or 5432}/{parts['NAME']}"
        raise SetupProblem(*explain_connection(place, str(error))) from error


def _parse(address: str) -> Entry:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise SetupProblem(
            "DATABASE_URL non è l’indirizzo di un database PostgreSQL: "
            "scriverlo come postgresql://utente:password@host:5432/nome.",
            "DATABASE_URL is not an address of a PostgreSQL database: "
            "write it as postgresql://user:password@host:5432/name.",
        )
    options = dict(parse_qsl(parts.query))
    return {
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": {"connect_timeout": 5, **options},
    }
