"""Finds what a reader of Italian would see in English.

GNU gettext is not needed: Django turns a template into Python, Babel reads the calls out of it.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation import templatize

_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

type Phrase = tuple[str | None, str]
"""A context, if any, and the English text (its singular)."""


def phrases(app_dir: Path) -> dict[Phrase, str]:
    """Every phrase of an app's templates and Python, with the place it was first seen."""
    found: dict[Phrase, str] = {}
    for path in sorted([*app_dir.glob("templates/**/*.html"), *app_dir.glob("**/*.py")]):
        for line, phrase in _read(path):
            found.setdefault(phrase, f"{path.relative_to(app_dir)}:{line}")
    return found


def untranslated(app_dir: Path, language: str = "it") -> list[str]:
    """A line for each phrase that the app's catalogue lacks, leaves empty, or marks as fuzzy."""
    catalogue = _catalogue(app_dir, language)
    return [
        f"{place}: {text!r} is {problem}"
        for (context, text), place in phrases(app_dir).items()
        if (problem := _problem(catalogue.get(text, context)))
    ]


def unused(app_dir: Path, language: str = "it") -> list[str]:
    """Translations of phrases that nothing says any more."""
    said = phrases(app_dir)
    return [
        key
        for message in _catalogue(app_dir, language)
        if message.id and (message.context, key := _singular(message)) not in said
    ]


def _catalogue(app_dir: Path, language: str) -> Catalog:
    path = app_dir / "locale" / language / "LC_MESSAGES/django.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


def _problem(message: Message | None) -> str:
    if message is None:
        return "missing"
    if message.fuzzy:
        return "fuzzy"
    strings = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
    return "" if strings and all(strings) else "empty"


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _read(path: Path) -> Iterator[tuple[int, Phrase]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        # What is left of the markup has indents that Python's tokenizer would refuse.
        source = "\n".join(line.lstrip() for line in templatize(source).splitlines())
    for line, text, _comments, context in extract(
        "python", io.BytesIO(source.encode()), keywords=_KEYWORDS
    ):
        yield line, (context, text if isinstance(text, str) else text[0])
