"""What must be in the database before anyone is served. Two demos on one database wait for each other."""

from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection

import fucina
from fucina.cli.phases import phase_with_progress
from fucina.cli.study import STEPS
from fucina.config.language import default_language
from fucina.config.problem import SetupProblem
from fucina.documents.text import Text
from fucina.study.problem import StudyError

STUDY = Text("Studio", "Study")
MIGRATING = int.from_bytes(b"Fucina")  # the number by which PostgreSQL knows this lock
REPOSITORY = Path(fucina.__file__).parents[2]


def migrate() -> None:
    django.setup()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        try:
            call_command("migrate", verbosity=0, interactive=False)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])


def publish(folder: Path, draws: int | None = None) -> None:
    """Compute the study, unless this very study was computed before."""
    from fucina.centre.planning.domain.publish import publish_folder

    with phase_with_progress(STUDY[default_language()]) as tell:
        try:
            publish_folder(
                folder, draws=draws, progress=lambda share, step: tell(share, label(step))
            )
        except StudyError as error:
            raise SetupProblem(
                f"Lo studio in {folder} ha {len(error.problems)} problemi: "
                f"elencarli con «fucina study check {folder}».",
                f"The study in {folder} has {len(error.problems)} problems: "
                f"list them with “fucina study check {folder}”.",
            ) from error
    connection.close()


def populate() -> None:
    """Fill an empty platform with invented firms and people; one that was filled is left alone."""
    from fucina.centre.portal.demo import populate as fill

    fill()
    connection.close()


def find(study: Path) -> Path:
    """The folder as named from here, else from the repository."""
    for folder in (study, REPOSITORY / study):
        if folder.is_dir():
            return folder.resolve()
    raise SetupProblem(
        f"Non c’è la cartella di studio {study}: indicarne un’altra, o crearne una con «fucina study new».",
        f"There is no study folder {study}: name another, or make one with “fucina study new”.",
    )


def label(step: str) -> str:
    return STEPS[step][default_language()] if step in STEPS else step.capitalize()
