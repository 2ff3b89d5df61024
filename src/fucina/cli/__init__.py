"""The command `fucina`."""

from typing import Annotated

import typer

from fucina import __version__
from fucina.cli.demo import demo
from fucina.cli.manage import manage
from fucina.cli.publish import publish
from fucina.cli.study import app as study

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="From the feasibility study of a manufacturing competence centre to its daily work.",
)
app.command()(demo)
app.command()(publish)
app.add_typer(study, name="study")
# Every option belongs to Django's command, --help too.
app.command(
    add_help_option=False,
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)(manage)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Fucina {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    pass
