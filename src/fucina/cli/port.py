"""The port on which the demo answers, taken before the long work starts."""

import errno
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from urllib.request import urlopen

from fucina.config.problem import SetupProblem

HOST = "127.0.0.1"


@contextmanager
def held(port: int) -> Iterator[socket.socket]:
    """A socket that listens on ``port``; who connects early waits until a server takes it over."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
            listener.listen(512)
        except OSError as error:
            raise SetupProblem(*_explain(port, error)) from error
        yield listener


def _explain(port: int, error: OSError) -> tuple[str, str]:
    if error.errno == errno.EACCES:
        return (
            f"La porta {port} è riservata al sistema: sceglierne una sopra la 1023, per esempio --port 8000.",
            f"Port {port} is reserved for the system: choose one above 1023, for example --port 8000.",
        )
    free = _free_port(port)
    it, en = f"sceglierne un’altra con --port {free}", f"choose another with --port {free}"
    match _who_answers(port):
        case "fucina":
            return (
                f"Fucina risponde già su http://localhost:{port}: aprirla lì, o {it}.",
                f"Fucina already runs at http://localhost:{port}: open it there, or {en}.",
            )
        case "nobody":
            return (
                f"La porta {port} è occupata, forse da una Fucina che si sta avviando: attenderla, o {it}.",
                f"Port {port} is taken, perhaps by a Fucina that is still starting: wait for it, or {en}.",
            )
        case _:
            return (
                f"La porta {port} è occupata da un altro programma: {it}.",
                f"Port {port} is taken by another program: {en}.",
            )


def _who_answers(port: int) -> str:
    try:
        with urlopen(f"http://{HOST}:{port}/healthz", timeout=5) as answer:
            return str(json.load(answer)["service"])
    except TimeoutError:
        return "nobody"
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return "another"


def _free_port(taken: int) -> int:
    for port in range(taken + 1, min(taken + 100, 65536)):
        with socket.socket() as trial, suppress(OSError):
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((HOST, port))
            return port
    return 0
