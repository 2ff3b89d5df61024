"""`fucina demo`: from nothing to the running platform."""

import os
import sys
import time
import webbrowser
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from fucina.cli import port as ports
from fucina.cli.children import watch
from fucina.cli.phases import out, phase
from fucina.cli.refusal import in_one_sentence
from fucina.cli.signals import interruptible
from fucina.config.language import default_language
from fucina.documents.text import Text

FRESH = Text("Da capo", "Starting fresh")
DATABASE = Text("Base dati", "Database")
TABLES = Text("Tabelle", "Tables")
PEOPLE = Text("Imprese e persone inventate", "Invented firms and people")
SERVERS = Text("Server web e processo dei compiti", "Web server and worker")
READY = Text(
    "\nPronto in {seconds} s: [bold]{address}[/]", "\nReady in {seconds} s: [bold]{address}[/]"
)
LOG = Text(
    "Ctrl-C lo ferma; il registro è in {folder}.", "Ctrl-C stops it; its log is in {folder}."
)
STOPPING = Text("Mi fermo …", "Stopping …")
STOPPED = Text("Fermo.", "Stopped.")

Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="Where it answers.")]
Fresh = Annotated[
    bool, typer.Option("--fresh", help="First delete the database and the computed studies.")
]
Browser = Annotated[
    bool, typer.Option("--browser/--no-browser", help="Open the browser when ready.")
]
Draws = Annotated[
    int | None, typer.Option("--draws", min=100, help="Draws of the study; fewer are quicker.")
]
Study = Annotated[Path, typer.Option("--study", help="The study folder to compute and show.")]


def demo(
    port: Port = 8000,
    fresh: Fresh = False,
    browser: Browser = True,
    study: Study = Path("studies/torino"),
    draws: Draws = None,
) -> None:
    """Start the platform with the Torino study computed, for this machine alone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fucina.config.settings")
    start, language = time.monotonic(), default_language()
    with in_one_sentence(), interruptible() as whole, ExitStack() as running:
        try:
            listener = running.enter_context(ports.held(port))
            from fucina.cli import preparation, serving
            from fucina.config import database

            folder = preparation.find(study)
            if fresh:
                with phase(FRESH[language]):
                    database.remove()
            with phase(DATABASE[language]):
                running.enter_context(whole(database.running()))
            with phase(TABLES[language]):
                preparation.migrate()
            preparation.publish(folder, draws)
            with phase(PEOPLE[language]):
                preparation.populate()
            with phase(SERVERS[language]):
                children = [
                    running.enter_context(serving.web_server(listener)),
                    running.enter_context(serving.worker(port)),
                ]
                serving.wait_until_ready(port, children)
            out.print(
                READY[language].format(
                    seconds=f"{time.monotonic() - start:.1f}", address=f"http://localhost:{port}"
                )
            )
            out.print(LOG[language].format(folder=children[0].log.parent), soft_wrap=True)
            if browser and has_display():
                webbrowser.open(f"http://localhost:{port}")
            watch(children)
        except KeyboardInterrupt:
            out.print(f"\n{STOPPING[language]}")
    out.print(STOPPED[language])


def has_display() -> bool:
    """On Linux without one, a browser would open as text in this very terminal."""
    graphical = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform != "linux" or bool(graphical)
