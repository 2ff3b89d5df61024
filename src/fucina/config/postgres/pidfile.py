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
    """A living process has a folder. One that may not be looked at works in this one if it runs under the account
    to which the data belong, as PostgreSQL demands of its servers."""
    try:
        if (process / "comm").read_text().strip() != "postgres":
            return False
        try:
            return (process / "cwd").readlink() == data
        except PermissionError:
            return _account(process) == data.stat().st_uid
    except (FileNotFoundError, ProcessLookupError):  # it has ended
        return False


def _account(process: Path) -> int:
    """The number of the account a process acts under: its folder's owner would be root where it hides its memory."""
    status = (process / "status").read_text().splitlines()
    uids = next(line for line in status if line.startswith("Uid:"))
    return int(uids.split()[2])
