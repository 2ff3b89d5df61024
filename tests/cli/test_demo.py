"""The demo as a visitor starts it: a process of its own, on a port and a folder of its own."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from urllib.request import urlopen

import pytest

from fucina.config.postgres import server
from fucina.config.postgres.pidfile import has_processes

COMMAND = (
    sys.executable, "-c", "from fucina.cli import app; app(prog_name='fucina')", "demo", "--no-browser",
    "--draws", "200",
)  # fmt: skip
PATIENCE = 120  # seconds
# One after the other: they share a database, and each alone keeps two cores busy.
pytestmark = pytest.mark.xdist_group("demo")

Demo = subprocess.Popen[str]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("demo") / "var"
    yield folder
    assert not has_processes(folder / "postgres")
    shutil.rmtree(server.socket_folder(folder / "postgres"), ignore_errors=True)


@pytest.fixture
def demo_environment(environment: dict[str, str], var: Path) -> dict[str, str]:
    return environment | {"FUCINA_VAR": str(var)}


@contextmanager
def started(
    environment: dict[str, str], port: int, *options: str
) -> Iterator[tuple[Demo, list[str]]]:
    """A demo that has said where it is, and what it said until then; stopped like a service."""
    with subprocess.Popen(
        [*COMMAND, "--port", str(port), *options],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as demo:
        assert demo.stdout
        said: list[str] = []
        for line in demo.stdout:
            said.append(line.strip())
            if line.startswith("Ctrl-C"):
                break
        try:
            yield demo, said
        finally:
            demo.terminate()
            demo.wait(PATIENCE)


def refused(environment: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *options], env=environment, capture_output=True, text=True, timeout=PATIENCE
    )


def child_of(demo: Demo, name: str) -> int:
    children = Path(f"/proc/{demo.pid}/task/{demo.pid}/children").read_text().split()
    found = [pid for pid in children if name in Path(f"/proc/{pid}/cmdline").read_text()]
    assert len(found) == 1
    return int(found[0])


def get(port: int, path: str) -> HTTPResponse:
    answer = urlopen(f"http://127.0.0.1:{port}{path}", timeout=30)
    assert isinstance(answer, HTTPResponse)
    return answer


def test_demo_starts_serves_shares_and_stops(
    demo_environment: dict[str, str], var: Path, port: int
) -> None:
    with started(demo_environment, port) as (demo, said):
        with get(port, "/readyz") as ready, get(port, "/") as home:
            assert json.load(ready)["ready"] is True
            assert home.url == f"http://127.0.0.1:{port}/it/"
        again = refused(demo_environment, "--port", str(port))
        anew = refused(demo_environment, "--port", str(free_port()), "--fresh")
        other_port = free_port()
        with started(demo_environment, other_port), get(other_port, "/readyz") as other:
            other_status = other.status
        with get(port, "/readyz") as ready:
            still_ready = ready.status
        demo.send_signal(signal.SIGTERM)
        status = demo.wait(PATIENCE)

    phases = [line.split("  ")[0] for line in said if line.endswith(" s")]
    assert phases == [
        "Database",
        "Tables",
        "Study",
        "Invented firms and people",
        "Web server and worker",
    ]
    assert said[-2].startswith("Ready in ")
    assert said[-2].endswith(f"http://localhost:{port}")
    assert again.returncode == 1
    assert again.stderr.startswith(
        f"Fucina: Fucina already runs at http://localhost:{port}: open it there"
    )
    assert anew.returncode == 1
    assert anew.stderr == (
        f"Fucina: Another Fucina is using the database in {var / 'postgres'}: "
        "stop it first, then start fresh.\n"
    )
    assert (other_status, still_ready, status) == (200, 200, 0)
    assert not server.is_answering(var / "postgres")


def test_demo_interrupted_while_it_starts_leaves_nothing(
    demo_environment: dict[str, str], var: Path, port: int
) -> None:
    with subprocess.Popen(
        [*COMMAND, "--port", str(port)], env=demo_environment, stdout=subprocess.PIPE, text=True
    ) as demo:
        assert demo.stdout
        assert demo.stdout.readline().strip().startswith("Database")
        demo.send_signal(signal.SIGINT)
        status = demo.wait(PATIENCE)

    assert status == 0
    assert not server.is_answering(var / "postgres")


def test_demo_whose_worker_dies_stops_and_says_so(
    demo_environment: dict[str, str], var: Path, port: int
) -> None:
    with started(demo_environment, port) as (demo, _):
        os.kill(child_of(demo, "procrastinate"), signal.SIGKILL)
        status = demo.wait(PATIENCE)
        assert demo.stdout
        last = demo.stdout.read().strip()

    assert status == 1
    assert last == (
        f"Fucina: The worker stopped by itself: read why in {var}/log/worker-{port}.log, "
        "then start Fucina again."
    )
    assert not server.is_answering(var / "postgres")


def test_demo_with_fresh_removes_what_there_was(
    demo_environment: dict[str, str], var: Path, port: int
) -> None:
    (var / "studies").mkdir(parents=True, exist_ok=True)
    (var / "studies" / "old").touch()

    with subprocess.Popen(
        [*COMMAND, "--port", str(port), "--fresh"],
        env=demo_environment, stdout=subprocess.PIPE, text=True,
    ) as demo:  # fmt: skip
        assert demo.stdout
        said = [demo.stdout.readline().strip() for _ in range(2)]
        demo.send_signal(signal.SIGINT)
        demo.wait(PATIENCE)

    assert [one.split("  ")[0] for one in said] == ["Starting fresh", "Database"]
    assert not (var / "studies" / "old").exists()


@pytest.mark.soak
def test_demo_with_fresh_begins_again(
    demo_environment: dict[str, str], var: Path, port: int
) -> None:
    (var / "studies").mkdir(parents=True, exist_ok=True)
    (var / "studies" / "old").touch()

    with started(demo_environment, port, "--fresh") as (_, said), get(port, "/readyz") as ready:
        status = ready.status

    assert status == 200
    assert said[0].startswith("Starting fresh")
    assert not (var / "studies" / "old").exists()


def test_demo_on_a_taken_port_is_refused_before_any_work(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        start = time.monotonic()
        done = refused(environment, "--port", str(port))
        seconds = time.monotonic() - start

    assert done.returncode == 1
    assert done.stderr.startswith(f"Fucina: Port {port} is taken")
    assert done.stderr.count("\n") == 1
    assert seconds < 30
    assert not Path(environment["FUCINA_VAR"]).exists()


def test_demo_of_a_missing_study_is_refused_before_any_work(environment: dict[str, str]) -> None:
    done = refused(environment, "--port", str(free_port()), "--study", "studies/nowhere", "--fresh")

    assert done.returncode == 1
    assert done.stderr == (
        "Fucina: There is no study folder studies/nowhere: "
        "name another, or make one with “fucina study new”.\n"
    )
    assert not Path(environment["FUCINA_VAR"]).exists()
