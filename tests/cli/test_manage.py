import subprocess
import sys
from pathlib import Path

from fucina import __version__
from fucina.config.postgres import server

FUCINA = (sys.executable, "-c", "from fucina.cli import app; app(prog_name='fucina')")


def fucina(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*FUCINA, *arguments], env=environment, capture_output=True, text=True)


def test_manage_runs_a_command_on_a_database_of_its_own(environment: dict[str, str]) -> None:
    done = fucina(environment, "manage", "migrate", "contenttypes", "--verbosity", "0")
    shown = fucina(environment, "manage", "showmigrations", "contenttypes", "--no-color")

    assert (done.returncode, done.stderr) == (0, "")
    assert "[X] 0001_initial" in shown.stdout
    assert not server.is_answering(Path(environment["FUCINA_VAR"]) / "postgres")


def test_manage_help_is_djangos(environment: dict[str, str]) -> None:
    done = fucina(environment, "manage", "migrate", "--help")

    assert "usage: fucina manage migrate" in done.stdout


def test_manage_without_a_reachable_database_is_one_sentence(environment: dict[str, str]) -> None:
    nowhere = environment | {"DATABASE_URL": "postgresql://u@127.0.0.1:1/x"}

    done = fucina(nowhere, "manage", "migrate")

    assert done.returncode == 1
    assert done.stderr == (
        "Fucina: The database 127.0.0.1:1/x does not answer: start it, correct DATABASE_URL, "
        "or unset it to use Fucina's own.\n"
    )


def test_manage_in_production_without_a_key_is_one_sentence(environment: dict[str, str]) -> None:
    done = fucina(environment | {"FUCINA_MODE": "production"}, "manage", "check")

    assert done.returncode == 1
    assert done.stderr == "Fucina: FUCINA_SECRET_KEY is required here: set it in the environment.\n"


def test_version_is_printed(environment: dict[str, str]) -> None:
    done = fucina(environment, "--version")

    assert (done.returncode, done.stdout) == (0, f"Fucina {__version__}\n")
