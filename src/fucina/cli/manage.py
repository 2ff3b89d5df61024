import os

import typer

from fucina.cli.refusal import in_one_sentence
from fucina.cli.signals import interruptible


def manage(context: typer.Context) -> None:
    """Run a Django management command, with the database running."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fucina.config.settings")
    with in_one_sentence(), interruptible() as uninterrupted:
        from django.core.management import execute_from_command_line

        from fucina.config import database

        with uninterrupted(database.running()):
            execute_from_command_line(["fucina manage", *context.args])
