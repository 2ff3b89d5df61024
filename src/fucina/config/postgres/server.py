"""Fucina's own PostgreSQL server: one data folder, a Unix socket and no port.

Whoever uses it holds a shared lock beside the data for as long; the last to leave stops it. The kernel drops the
lock of a process that dies, so no count can be wrong.
"""

import fcntl
import hashlib
import shutil
import socket
import stat
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from fucina.config.postgres import account as accounts
from fucina.config.postgres import programs
from fucina.config.postgres.account import Account
from fucina.config.postgres.pidfile import remove_if_abandoned
from fucina.config.postgres.problems import (
    explain_folder,
    explain_other_version,
    explain_server,
    explain_stop,
)
from fucina.config.problem import SetupProblem

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
MANY = "-c max_connections=300"  # several races of fifty beside each other
# Not tempfile's folder: every process must find the same one whatever its TMPDIR, and a short one,
# since a Unix socket's name may have at most 107 bytes.
SOCKETS = Path("/tmp")  # noqa: S108 - the folder below it is checked to be ours
# A server that was killed, or is still stopping, is gone in a moment.
PASSING = ("shared memory block", "already exists")
PATIENCE = 15  # seconds
ASK_FOR_TLS = struct.pack("!II", 8, 80877103)  # the shortest question of PostgreSQL's protocol
REPLY = 5  # seconds


def socket_folder(data: Path) -> Path:
    return SOCKETS / f"fucina-{hashlib.sha256(str(data).encode()).hexdigest()[:10]}"


@contextmanager
def running(data: Path, *, durable: bool = True) -> Iterator[None]:
    """The server answers for as long as this lasts."""
    with _open_users(data) as use:
        try:
            with _changing(data):
                _start(data, durable=durable)
                fcntl.flock(use, fcntl.LOCK_SH)
            yield
        finally:
            with _changing(data):
                if _is_last(use):
                    _stop(data)


def remove(data: Path) -> None:
    """Delete the data, unless somebody uses them."""
    with _open_users(data) as use, _changing(data):
        if not _is_last(use):
            raise SetupProblem(
                f"Un’altra Fucina sta usando il database in {data}: prima fermarla, poi ripartire da capo.",
                f"Another Fucina is using the database in {data}: stop it first, then start fresh.",
            )
        if data.exists():
            _stop(data)
            shutil.rmtree(data)


def is_answering(data: Path) -> bool:
    """A connection proves little: what a killed server leaves behind may still hold its socket. A reply does."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(REPLY)
        try:
            client.connect(str(socket_folder(data) / ".s.PGSQL.5432"))
            client.sendall(ASK_FOR_TLS)
            return client.recv(1) in {b"N", b"S"}
        except OSError:
            return False


def _start(data: Path, *, durable: bool) -> None:
    if is_answering(data):
        return
    account = accounts.choose(programs.folder() / "postgres", data.parent)
    sockets = _own_sockets(data, account)
    account.give(data, sockets)
    try:
        if not data.exists():
            _create(data, account, durable=durable)
        if (made_by := _version(data)) != (runs := programs.major_version()):
            raise SetupProblem(*explain_other_version(data, made_by, runs))
        options = f"-c listen_addresses='' -c unix_socket_directories={sockets}"
        _launch(data, sockets, account, options if durable else f"{options} {FAST} {MANY}")
    except programs.ProgramError as error:
        raise SetupProblem(*explain_server(data, str(error))) from error
    except OSError as error:
        raise SetupProblem(*explain_server(data, error.strerror or str(error))) from error


def _create(data: Path, account: Account, *, durable: bool) -> None:
    """Made aside and moved, so that what is interrupted leaves nothing that looks like a database."""
    half = data.with_name(f"{data.name}.new")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    account.give(half)
    quick = [] if durable else ["--no-sync"]
    programs.run(
        account, "initdb", "--pgdata", half, "--username=postgres", "--auth=trust", "--encoding=UTF8",
        "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", *quick,
    )  # fmt: skip
    half.rename(data)


def _launch(data: Path, sockets: Path, account: Account, options: str) -> None:
    log = data / "server.log"
    give_up = time.monotonic() + PATIENCE
    while True:
        log.unlink(missing_ok=True)
        remove_if_abandoned(data, sockets)
        try:
            programs.run(
                account, "pg_ctl", "start", "--pgdata", data, "--log", log, "-o", options,
                "--wait", "--timeout", "300",
            )  # fmt: skip
        except programs.ProgramError as error:
            words = log.read_text(errors="replace") if log.exists() else str(error)
            if any(sign in words for sign in PASSING) and time.monotonic() < give_up:
                time.sleep(0.2)
                continue
            raise programs.ProgramError(words) from error
        return


def _stop(data: Path) -> None:
    if not is_answering(data):
        return
    account = accounts.choose(programs.folder() / "postgres", data.parent)
    try:
        programs.run(account, "pg_ctl", "stop", "--pgdata", data, "--mode", "fast", "--wait")
    except programs.ProgramError as error:
        if is_answering(data):
            raise SetupProblem(*explain_stop(data, str(error))) from error


def _version(data: Path) -> str:
    try:
        return (data / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        raise programs.ProgramError("PG_VERSION is missing") from None


def _own_sockets(data: Path, account: Account) -> Path:
    """In a folder anybody may write to, a name that is taken may be a trap."""
    folder = socket_folder(data)
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in account.owners():
        raise SetupProblem(
            f"{folder} non è nostra: rimuoverla, o indicare un’altra cartella in FUCINA_VAR.",
            f"{folder} is not ours: remove it, or set FUCINA_VAR to another folder.",
        )
    folder.chmod(0o700)
    return folder


def _open_users(data: Path) -> IO[str]:
    try:
        data.parent.mkdir(parents=True, exist_ok=True)
        return data.with_name(f"{data.name}.users").open("w")
    except OSError as error:
        raise SetupProblem(*explain_folder(data.parent, error.strerror or str(error))) from error


@contextmanager
def _changing(data: Path) -> Iterator[None]:
    """One process at a time starts or stops the server."""
    with data.with_name(f"{data.name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _is_last(use: IO[str]) -> bool:
    try:
        fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
