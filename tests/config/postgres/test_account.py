"""How a server runs where this process is root."""

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fucina.config.postgres import account, programs, server
from fucina.config.problem import SetupProblem

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="PostgreSQL refuses only root")
NOBODY = pwd.getpwnam("nobody")


@pytest.fixture
def no_namespaces(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that forbids them."""

    def refuse(flags: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "unshare", refuse)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def nobody_can_run(open_folder: Path) -> None:
    nobody = account.Account(uid=NOBODY.pw_uid, gid=NOBODY.pw_gid)
    if not account.reaches(nobody, programs.folder() / "postgres", open_folder):
        pytest.skip("this checkout lies where the account nobody may not go")


def test_root_without_namespaces_runs_the_server_as_nobody(
    no_namespaces: None, open_folder: Path, nobody_can_run: None
) -> None:
    data = open_folder / "postgres"

    with server.running(data, durable=False):
        pid = int((data / "postmaster.pid").read_text().split()[0])
        runs_as = Path(f"/proc/{pid}").stat().st_uid

    assert runs_as == NOBODY.pw_uid
    assert not server.is_answering(data)
    assert (open_folder.stat().st_uid, open_folder.stat().st_mode & 0o777) == (0, 0o755)
    assert data.stat().st_mode & 0o777 == 0o700


def test_data_made_by_one_account_are_given_to_the_other(
    monkeypatch: pytest.MonkeyPatch, open_folder: Path, nobody_can_run: None
) -> None:
    data = open_folder / "postgres"
    with server.running(data, durable=False):
        made_by = data.stat().st_uid
    with monkeypatch.context() as patch:
        patch.setattr(account, "can_enter_namespace", lambda: False)
        with server.running(data, durable=False):
            given_to = data.stat().st_uid

    with server.running(data, durable=False):
        given_back_to = data.stat().st_uid

    assert (made_by, given_to, given_back_to) == (0, NOBODY.pw_uid, 0)


def test_root_where_nobody_may_not_go_is_told_why(no_namespaces: None, open_folder: Path) -> None:
    open_folder.chmod(0o700)

    with pytest.raises(SetupProblem) as refusal, server.running(open_folder / "postgres"):
        pass

    assert str(refusal.value) == (
        "PostgreSQL refuses to run as root, this machine forbids user namespaces, and the account "
        f"nobody may not enter {programs.folder()} and {open_folder}: run Fucina as an ordinary "
        "user, or name a database in DATABASE_URL."
    )
