"""A mail server that speaks SMTP on this machine and can be told to misbehave."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from fucina.config.mail import mail_settings


@dataclass
class MailServer:
    port: int
    received: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)  # command → what to answer instead

    def serve(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, connection.makefile("rwb") as stream:
                self.talk(stream)

    def talk(self, stream) -> None:
        def say(line: str) -> None:
            stream.write(f"{line}\r\n".encode())
            stream.flush()

        say("220 test")
        while line := stream.readline().decode().strip():
            command = line.split()[0].upper()
            if command in self.answers:
                if not self.answers[command]:
                    return  # hang up
                say(self.answers[command])
            elif command == "DATA":
                say("354 go on")
                text = ""
                while (part := stream.readline().decode()) != ".\r\n":
                    text += part
                self.received.append(text)
                if "." in self.answers:
                    if not self.answers["."]:
                        return  # took the message, and hung up before saying so
                    say(self.answers["."])
                else:
                    say("250 taken")
            else:
                say("250 well" if command != "QUIT" else "221 bye")


@pytest.fixture
def mail_server(settings) -> Iterator[MailServer]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = MailServer(listener.getsockname()[1])
        threading.Thread(target=server.serve, args=(listener,), daemon=True).start()
        settings.MAILERS = {"default": mail_settings(f"smtp://127.0.0.1:{server.port}")}
        yield server
