import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from fucina.cli.port import held
from fucina.config.problem import SetupProblem


@contextmanager
def answering(port: int, body: bytes) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with HTTPServer(("127.0.0.1", port), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield
        server.shutdown()
        thread.join()


def test_port_held_is_listened_on_for_this_machine_alone(free_port: int) -> None:
    with held(free_port) as listener:
        address = listener.getsockname()
        with socket.socket() as visitor:
            visitor.connect(address)

    assert address == ("127.0.0.1", free_port)


def test_port_left_can_be_held_again_at_once(free_port: int) -> None:
    with held(free_port) as listener, socket.socket() as visitor:
        visitor.connect(listener.getsockname())
        listener.accept()[0].close()

    with held(free_port) as listener:
        assert listener.fileno() > 0


def test_port_of_a_fucina_is_said(free_port: int) -> None:
    with (
        answering(free_port, b'{"service": "fucina"}'),
        pytest.raises(SetupProblem) as refusal,
        held(free_port),
    ):
        pass

    sentence = str(refusal.value)
    assert sentence.startswith(
        f"Fucina already runs at http://localhost:{free_port}: open it there, or choose another with --port "
    )


@pytest.mark.parametrize("body", [b"hello", b"{}", b"[]", b'{"service": "other"}'])
def test_port_of_another_program_is_said(free_port: int, body: bytes) -> None:
    with (
        answering(free_port, body),
        pytest.raises(SetupProblem, match=f"^Port {free_port} is taken by another program: choose"),
        held(free_port),
    ):
        pass


def test_port_that_nobody_serves_yet_is_said(free_port: int) -> None:
    with (
        held(free_port),
        pytest.raises(SetupProblem, match="perhaps by a Fucina that is still starting"),
        held(free_port),
    ):
        pass


def test_port_proposed_instead_is_free(free_port: int) -> None:
    with held(free_port), pytest.raises(SetupProblem) as refusal, held(free_port):
        pass

    proposed = int(str(refusal.value).rstrip(".").rsplit(maxsplit=1)[-1])
    with held(proposed):
        assert proposed > free_port
