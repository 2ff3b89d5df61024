"""The platform's web server as `fucina` starts it, on the tests' database."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from fucina.cli import port as ports
from fucina.cli import serving
from fucina.cli.children import Child

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Served:
    """Two processes of four threads, and the one above them."""

    port: int
    web: Child

    def kill(self) -> None:
        """All of them, at once, with no chance to tidy up."""
        os.killpg(self.web.process.pid, signal.SIGKILL)
        self.web.process.wait()


@contextmanager
def served(var: Path, *, guarded: bool = True) -> Iterator[Served]:
    with ExitStack() as running:
        listener = running.enter_context(ports.held(0))
        with pytest.MonkeyPatch.context() as patch:
            for name, value in environment(var, guarded=guarded).items():
                patch.setenv(name, value)
            web = running.enter_context(serving.web_server(listener))
        port = listener.getsockname()[1]
        serving.wait_until_ready(port, [web])
        yield Served(port, web)


def environment(var: Path, *, guarded: bool) -> dict[str, str]:
    return {
        "DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "tests.race.settings",
        "FUCINA_MODE": "demo",
        "FUCINA_LOG_LEVEL": "WARNING",
        "FUCINA_VAR": str(var),
        "PYTHONPATH": str(ROOT),
        "RACE_WITHOUT_GUARD": "no" if guarded else "yes",
    }


def address() -> str:
    """Of the database of this test session."""
    at = {name: str(value) for name, value in connection.settings_dict.items()}
    port = f":{at['PORT']}" if at["PORT"] else ""
    who = f"{quote(at['USER'], '')}:{quote(at['PASSWORD'], '')}"
    return f"postgresql://{who}@{port}/{quote(at['NAME'], '')}?host={quote(at['HOST'], '')}"
