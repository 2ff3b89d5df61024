"""`fucina publish`: a study folder computed and put on the platform's pages."""

import os
from pathlib import Path
from typing import Annotated

import typer

from fucina.cli.refusal import in_one_sentence
from fucina.cli.signals import interruptible

Folder = Annotated[Path, typer.Argument(help="The study folder to compute and show.")]
Draws = Annotated[int | None, typer.Option("--draws", min=100, help="Draws of the study.")]


def publish(folder: Folder, draws: Draws = None) -> None:
    """Compute a study and make it the one the platform's pages show; the worker keeps it current."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fucina.config.settings")
    with in_one_sentence(), interruptible() as uninterrupted:
        from fucina.cli import preparation
        from fucina.config import database

        found = preparation.find(folder)
        with uninterrupted(database.running()):
            preparation.migrate()
            preparation.publish(found, draws)
