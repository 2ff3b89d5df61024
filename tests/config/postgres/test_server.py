import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from fucina.config.postgres import server
from fucina.config.problem import SetupProblem


@pytest.fixture
def stopped(made: Path, data: Path) -> Path:
    shutil.copytree(made, data)
    data.chmod(0o700)
    return data


@pytest.fixture
def stranger() -> Iterator[int]:
    """The number of a process that is no server."""
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process.pid
        process.kill()


def answer(data: Path) -> object:
    address = f"host={server.socket_folder(data)} user=postgres dbname=postgres"
    with psycopg.connect(address) as connection:
        return connection.execute("SELECT 6 * 7").fetchone()


def test_server_runs_and_is_stopped(data: Path) -> None:
    with server.running(data, durable=False):
        found = answer(data)

    assert found == (42,)
    assert not server.is_answering(data)


def test_server_listens_on_no_port(data: Path) -> None:
    with server.running(data, durable=False):
        written = (data / "postmaster.pid").read_text().splitlines()

    assert written[5] == ""  # the address it listens on


def test_server_used_twice_is_stopped_by_the_last(stopped: Path) -> None:
    with server.running(stopped):
        with server.running(stopped):
            pass
        found = answer(stopped)

    assert found == (42,)


def test_server_killed_outright_starts_again(stopped: Path) -> None:
    with server.running(stopped):
        pid = int((stopped / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    with server.running(stopped):
        found = answer(stopped)

    assert found == (42,)


def test_server_whose_number_another_process_has_starts(stopped: Path, stranger: int) -> None:
    (stopped / "postmaster.pid").write_text(f"{stranger}\n{stopped}\n")

    with server.running(stopped):
        found = answer(stopped)

    assert found == (42,)


def test_server_with_empty_pidfile_starts(stopped: Path) -> None:
    (stopped / "postmaster.pid").touch()

    with server.running(stopped):
        found = answer(stopped)

    assert found == (42,)


def test_creation_that_was_interrupted_is_begun_again(data: Path) -> None:
    half = data.with_name("postgres.new")
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")

    with server.running(data, durable=False):
        found = answer(data)

    assert found == (42,)


def test_data_of_another_version_are_said_with_the_remedy(stopped: Path) -> None:
    (stopped / "PG_VERSION").write_text("17\n")

    with pytest.raises(SetupProblem) as refusal, server.running(stopped):
        pass

    assert str(refusal.value) == (
        f"The database in {stopped} was made by PostgreSQL 17 and this is PostgreSQL 18: "
        "start with --fresh (the data in it are lost), or name another database in DATABASE_URL."
    )


@pytest.mark.parametrize("broken", ["global/pg_control", "postgresql.conf", "PG_VERSION"])
def test_damaged_data_are_said_with_the_remedy(stopped: Path, broken: str) -> None:
    (stopped / broken).unlink()

    with pytest.raises(SetupProblem) as refusal, server.running(stopped):
        pass

    assert str(refusal.value) == (
        f"The database in {stopped} is damaged: start with --fresh (the data in it are lost), "
        "or name another database in DATABASE_URL."
    )


def test_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with (
        pytest.raises(SetupProblem, match="set FUCINA_VAR"),
        server.running(tmp_path / "file/postgres"),
    ):
        pass


def test_socket_folder_of_another_is_refused(stopped: Path) -> None:
    folder = server.socket_folder(stopped)
    folder.symlink_to(stopped)

    with pytest.raises(SetupProblem, match="is not ours"), server.running(stopped):
        pass

    folder.unlink()


def test_remove_while_in_use_is_refused(stopped: Path) -> None:
    with server.running(stopped):
        with pytest.raises(SetupProblem, match="Another Fucina is using"):
            server.remove(stopped)
        found = answer(stopped)

    assert found == (42,)


def test_remove_stops_what_nobody_uses_and_deletes(stopped: Path) -> None:
    with server.running(stopped):
        pid = int((stopped / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    server.remove(stopped)

    assert not stopped.exists()
