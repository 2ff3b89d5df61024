from pathlib import Path

import psycopg
import pytest

from fucina.config import database
from fucina.config.postgres import server
from fucina.config.problem import SetupProblem


def test_entry_without_url_is_the_own_server(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("FUCINA_VAR", str(tmp_path))

    entry = database.entry()

    assert entry["HOST"] == str(server.socket_folder(tmp_path / "postgres"))


def test_entry_with_url_reads_each_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql://ann%40x:p%2Fw@db.example:5433/fucina?sslmode=require"
    )

    entry = database.entry()

    assert entry == {
        "ENGINE": "fucina.config.postgres.backend",
        "NAME": "fucina",
        "USER": "ann@x",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"connect_timeout": 5, "sslmode": "require"},
    }


def test_entry_with_socket_in_url_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://postgres@/fucina?host=/run/postgresql")

    entry = database.entry()

    assert (entry["HOST"], entry["OPTIONS"]) == ("/run/postgresql", {"connect_timeout": 5})


@pytest.mark.parametrize(
    "url",
    ["mysql://u@h/n", "postgresql://h:port/n", "postgresql://h", "fucina", "postgresql://[h/n"],
)
def test_url_malformed_is_said_with_the_form(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(SetupProblem, match="write it as postgresql://user:password@host:5432/name"):
        database.entry()


def test_url_unreachable_is_said_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/fucina")

    with pytest.raises(SetupProblem) as refusal, database.running():
        pass

    assert str(refusal.value) == (
        "The database 127.0.0.1:1/fucina does not answer: start it, correct DATABASE_URL, "
        "or unset it to use Fucina's own."
    )


def test_url_to_missing_database_is_said(
    monkeypatch: pytest.MonkeyPatch, database_server: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_server.replace("/postgres?", "/nowhere?"))

    with pytest.raises(SetupProblem, match="There is no such database"), database.running():
        pass


def test_url_that_answers_is_used(monkeypatch: pytest.MonkeyPatch, database_server: str) -> None:
    monkeypatch.setenv("DATABASE_URL", database_server)

    with database.running(), psycopg.connect(database_server) as connection:
        found = connection.execute("SELECT 1").fetchone()

    assert found == (1,)


def test_remove_with_url_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u@h/n")

    with pytest.raises(SetupProblem, match="empty it yourself"):
        database.remove()


def test_remove_deletes_database_and_studies_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("FUCINA_VAR", str(tmp_path))
    for name in ("postgres", "studies", "kept"):
        (tmp_path / name).mkdir()

    database.remove()

    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["kept"]
