"""The two processes behind the demo: a web server and a worker for tasks."""

import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from http.client import HTTPException
from socket import socket
from urllib.request import urlopen

from fucina.cli.children import Child, child
from fucina.cli.port import HOST
from fucina.config import database
from fucina.config.problem import SetupProblem

PATIENCE = 60  # seconds


def web_server(listener: socket) -> AbstractContextManager[Child]:
    gunicorn = (
        "gunicorn", "fucina.config.wsgi:application", "--bind", f"fd://{listener.fileno()}",
        "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--keep-alive", "15",
        "--graceful-timeout", "5", "--no-control-socket", "--log-level", "warning",
    )  # fmt: skip
    log = database.var() / "log" / f"web-{listener.getsockname()[1]}.log"
    return child("web server", gunicorn, log, handed=[listener.fileno()])


def worker(port: int) -> AbstractContextManager[Child]:
    procrastinate = ("django", "procrastinate", "worker", "--concurrency", "1")
    log = database.var() / "log" / f"worker-{port}.log"
    return child("worker", procrastinate, log)


def wait_until_ready(port: int, children: Sequence[Child]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not is_ready(port):
        for one in children:
            one.require_alive()
        if time.monotonic() > give_up:
            raise SetupProblem(
                f"Il server web non risponde: il perché è in {children[0].log}.",
                f"The web server does not answer: read why in {children[0].log}.",
            )
        time.sleep(0.05)


def is_ready(port: int) -> bool:
    try:
        with urlopen(f"http://{HOST}:{port}/readyz", timeout=PATIENCE) as answer:
            return bool(answer.status == 200)
    except (OSError, HTTPException):
        return False
