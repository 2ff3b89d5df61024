from pathlib import Path

import pytest

from fucina.config.postgres.problems import explain_connection, explain_server

DATA = Path("/var/fucina/postgres")


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        (
            'FATAL:  could not write to file "pg_wal/x": No space left on device',
            "is full: free some space",
        ),
        ("could not create directory: Disk quota exceeded", "quota"),
        ('could not create directory "x": Read-only file system', "cannot be written"),
        (
            "PANIC:  could not locate a valid checkpoint record at 0/14F2",
            "is damaged: start with --fresh",
        ),
        ("12:00 [7] FATAL:  surprise\n12:00 [7] LOG:  shut down", "(surprise): start with --fresh"),
        ("", "(it said nothing): start with --fresh"),
    ],
)
def test_server_words_become_a_sentence(words: str, meaning: str) -> None:
    italian, sentence = explain_server(DATA, words)

    assert meaning in sentence
    assert italian != sentence
    assert str(DATA) in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ('FATAL:  password authentication failed for user "x"', "refuses the user or the password"),
        ("fe_sendauth: no password supplied", "asks for a password"),
        ('FATAL:  database "x" does not exist', "no such database or user"),
        ("FATAL:  sorry, too many clients already", "no connection left"),
        ("connection refused", "does not answer"),
    ],
)
def test_connection_words_become_a_sentence(words: str, meaning: str) -> None:
    italian, sentence = explain_connection("db:5432/fucina", words)

    assert meaning in sentence
    assert italian != sentence
    assert "db:5432/fucina" in sentence
