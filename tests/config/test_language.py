import pytest

from fucina.config import environment
from fucina.config.language import default_language
from fucina.config.problem import SetupProblem


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "it_IT.UTF-8"}, "it"),
        ({"LANG": "it_IT.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "FUCINA_LANGUAGE": "it"}, "it"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_command_speaks_the_language_of_its_surroundings(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("FUCINA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert default_language() == language


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("it", "FUCINA_PORT è «otto»: deve essere un numero intero."),
        ("en", "FUCINA_PORT is “otto”: set it to a whole number."),
    ],
)
def test_what_keeps_fucina_from_running_is_said_in_the_language_of_the_session(
    monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setenv("FUCINA_LANGUAGE", language)
    monkeypatch.setenv("FUCINA_PORT", "otto")

    with pytest.raises(SetupProblem) as problem:
        environment.integer("FUCINA_PORT")

    assert str(problem.value) == said
