"""A system under comparison: its servers, and how a client asks it for a booking and for a calendar."""

import datetime as dt
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from benchmarks.labs.processes import Server
from fucina.config.postgres import server as postgres

HOST = "127.0.0.1"
PATIENCE = 90  # seconds


@dataclass(frozen=True)
class Ask:
    method: str
    path: str
    status: int
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Slot:
    """An hour of a machine, asked for by a user; all three by number."""

    user: int
    tool: int
    start: dt.datetime

    @property
    def end(self) -> dt.datetime:
        return self.start + dt.timedelta(hours=1)


@dataclass(frozen=True)
class Subject:
    name: str
    port: int
    server: Server
    data: Path
    book: Callable[[Slot], Ask]
    feed: Callable[[int, dt.datetime, dt.datetime], Ask]
    subscription: Ask | None = None
    """A calendar that others subscribe to, in the iCalendar format."""

    @property
    def address(self) -> str:
        return address_of(self.data)

    def client(self) -> HTTPConnection:
        return HTTPConnection(HOST, self.port, timeout=180)


def send(client: HTTPConnection, ask: Ask) -> bytes:
    """The whole answer, which must have the status that means it was done."""
    client.request(ask.method, ask.path, ask.body, {"Host": "localhost", **ask.headers})
    answer = client.getresponse()
    text = answer.read()
    if answer.status != ask.status:
        raise RuntimeError(
            f"{ask.path} answered {answer.status}: {text[:600].decode(errors='replace')}"
        )
    return text


def address_of(data: Path) -> str:
    return f"postgresql://postgres@/postgres?host={postgres.socket_folder(data)}"


def postmaster(data: Path) -> int:
    return int((data / "postmaster.pid").read_text().split("\n", 1)[0])


def told(python: str | Path, arguments: Sequence[str], environment: Mapping[str, str]) -> Any:
    """What a program prints last, as JSON."""
    done = subprocess.run(
        [python, *arguments], env=environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{arguments[:3]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1]) if done.stdout.strip() else None


@contextmanager
def serving(python: str | Path, application: str, port: int, log: Path, environment: Mapping[str, str]) -> Iterator[int]:  # fmt: skip
    """Two processes of four threads, as `fucina` serves; the number of the process above them."""
    command = [
        python, "-m", "gunicorn", application, "--bind", f"{HOST}:{port}", "--worker-class", "gthread",
        "--workers", "2", "--threads", "4", "--keep-alive", "15", "--graceful-timeout", "5",
        "--no-control-socket", "--log-level", "warning",
    ]  # fmt: skip
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=output, start_new_session=True
        )
    try:
        _wait(port, process, log)
        yield process.pid
    finally:
        if (ended := process.poll()) is not None:
            print(
                f"{application} had ended with {ended}: {log.read_text()[-2000:]}", file=sys.stderr
            )
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def environment(**own: str) -> dict[str, str]:
    """This process's, without its own settings."""
    prefixes = ("FUCINA_", "DATABASE_URL", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(prefixes)}
    return kept | own


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until something answers, whatever it is."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and process.poll() is None:
        client = HTTPConnection(HOST, port, timeout=PATIENCE)
        try:
            client.request("GET", "/", headers={"Host": "localhost"})
            client.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            client.close()
    raise RuntimeError(f"no answer: {log.read_text()[-2000:]}")
