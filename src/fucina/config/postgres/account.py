"""As whom the server runs. PostgreSQL refuses root; Fucina neither creates accounts nor loosens permissions."""

import os
import pwd
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from fucina.config.problem import SetupProblem

UNPRIVILEGED = "nobody"


class Spawn(TypedDict, total=False):
    """The arguments of ``subprocess`` that choose the account."""

    preexec_fn: Callable[[], None]
    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """Either this process's own (``uid`` is None), perhaps in a namespace of its own, or another."""

    namespaced: bool = False
    uid: int | None = None
    gid: int | None = None

    def spawn(self) -> Spawn:
        if self.namespaced:
            return {"preexec_fn": enter_namespace}
        if self.uid is not None and self.gid is not None:
            return {"user": self.uid, "group": self.gid, "extra_groups": []}
        return {}

    def owners(self) -> set[int]:
        """Who may own what this account works on, before it is given to it."""
        if os.geteuid() != 0:
            return {os.geteuid()}
        return {0, pwd.getpwnam(UNPRIVILEGED).pw_uid}

    def give(self, *folders: Path) -> None:
        """Make this account the owner of these folders, which are Fucina's alone."""
        if os.geteuid() != 0:
            return
        uid, gid = self.uid or 0, self.gid or 0
        for top in folders:
            if top.exists() and top.stat().st_uid != uid:
                for folder, _, files in top.walk():
                    for path in (folder, *(folder / name for name in files)):
                        os.chown(path, uid, gid, follow_symlinks=False)


def choose(program: Path, beside: Path) -> Account:
    """The first of these that can run ``program`` on data kept in the folder ``beside``."""
    if os.geteuid() != 0:
        return Account()
    if can_enter_namespace():
        return Account(namespaced=True)
    other = pwd.getpwnam(UNPRIVILEGED)
    account = Account(uid=other.pw_uid, gid=other.pw_gid)
    if reaches(account, program, beside):
        return account
    raise SetupProblem(
        "PostgreSQL si rifiuta di girare come root, questa macchina vieta gli spazi di nomi utente e "
        f"l’utente {UNPRIVILEGED} non può entrare in {program.parent} e {beside}: avviare Fucina come utente "
        "ordinario, o indicare un database in DATABASE_URL.",
        "PostgreSQL refuses to run as root, this machine forbids user namespaces, and the account "
        f"{UNPRIVILEGED} may not enter {program.parent} and {beside}: run Fucina as an ordinary "
        "user, or name a database in DATABASE_URL.",
    )


def can_enter_namespace() -> bool:
    return _succeeds(["true"], {"preexec_fn": enter_namespace})


def reaches(account: Account, program: Path, beside: Path) -> bool:
    return _succeeds([str(program), "--version"], account.spawn()) and _succeeds(
        ["test", "-x", str(beside)], account.spawn()
    )


def enter_namespace() -> None:
    """To PostgreSQL root now looks like an ordinary user; to the system nothing has changed."""
    os.unshare(os.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text("1000 0 1")
    Path("/proc/self/gid_map").write_text("1000 0 1")


def _succeeds(command: list[str], spawn: Spawn) -> bool:
    try:
        return subprocess.run(command, capture_output=True, cwd="/", **spawn).returncode == 0
    except (OSError, subprocess.SubprocessError):  # what preexec_fn raised, or may not be executed
        return False
