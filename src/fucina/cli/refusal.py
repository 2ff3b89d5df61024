from collections.abc import Iterator
from contextlib import contextmanager

import typer
from django.core.exceptions import ImproperlyConfigured


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """What keeps Fucina from running is said without a traceback."""
    try:
        yield
    except ImproperlyConfigured as problem:
        typer.echo(f"Fucina: {problem}", err=True)
        raise typer.Exit(1) from None
