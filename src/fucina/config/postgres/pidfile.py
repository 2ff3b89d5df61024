"""The files in which a server writes its process number, and which one that was killed leaves behind.

PostgreSQL refuses to start while any process has that number: after a restart of the machine or container another
program may, and where nobody buries the dead the killed server itself still does. Linux tells what PostgreSQL cannot
see: whether any of its processes works in the data folder. Only where none does are the files removed.
"""

import sys
from pathlib import Path


def remove_if_abandoned(data: Path, sockets: Path) -> None:
    pidfiles = (data / "postmaster.pid", sockets / ".s.PGSQL.5432.lock")
    left = [file for file in pidfiles if file.exists()]
    if left and sys.platform == "linux" and not has_processes(data):
        for file in left:
            file.unlink(missing_ok=True)


def has_processes(data: Path) -> bool:
    return any(works_in(process, data) for process in Path("/proc").glob("[0-9]*"))


def works_in(process: Path, data: Path) -> bool:
    """A living process has a folder; one that may not be looked at is taken to work in this one."""
    try:
        if (process / "comm").read_text().strip() != "postgres":
            return False
        return (process / "cwd").readlink() == data
    except PermissionError:
        return True
    except (FileNotFoundError, ProcessLookupError):  # it has ended
        return False
