from pathlib import Path

import fucina.ui
from fucina.ui.phrases import phrases, untranslated, unused

UI = Path(fucina.ui.__file__).parent
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def app(folder: Path, template: str, catalogue: str) -> Path:
    (folder / "templates").mkdir()
    (folder / "templates/page.html").write_text("{% load i18n %}\n" + template)
    (folder / "locale/it/LC_MESSAGES").mkdir(parents=True)
    (folder / "locale/it/LC_MESSAGES/django.po").write_text(CATALOGUE + catalogue)
    return folder


def test_ui_is_complete_in_italian() -> None:
    assert untranslated(UI) == []


def test_ui_translates_nothing_that_is_not_said() -> None:
    assert unused(UI) == []


def test_phrases_are_read_from_indented_templates_and_from_python(tmp_path: Path) -> None:
    template = '<p>\n    {% translate "Seat" %}\n  {% blocktranslate count n=n %}one{% plural %}{{ n }} many{% endblocktranslate %}</p>'
    folder = app(tmp_path, template, "")
    (folder / "words.py").write_text('label = pgettext_lazy("kind", "Fact")\n')

    assert phrases(folder) == {
        (None, "Seat"): "templates/page.html:3",
        (None, "one"): "templates/page.html:4",
        ("kind", "Fact"): "words.py:1",
    }


def test_missing_phrase_is_told_with_its_place(tmp_path: Path) -> None:
    folder = app(tmp_path, '{% translate "Seat" %}', "")

    assert untranslated(folder) == ["templates/page.html:2: 'Seat' is missing"]


def test_empty_phrase_is_told(tmp_path: Path) -> None:
    folder = app(tmp_path, '{% translate "Seat" %}', 'msgid "Seat"\nmsgstr ""\n')

    assert untranslated(folder) == ["templates/page.html:2: 'Seat' is empty"]


def test_fuzzy_phrase_is_told(tmp_path: Path) -> None:
    folder = app(tmp_path, '{% translate "Seat" %}', '#, fuzzy\nmsgid "Seat"\nmsgstr "Sede"\n')

    assert untranslated(folder) == ["templates/page.html:2: 'Seat' is fuzzy"]
