from typing import TypedDict

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from fucina.config.preferences import theme_of


class Language(TypedDict):
    code: str
    label: str
    url: str
    current: bool


class Site(TypedDict):
    theme: str
    languages: list[Language]


def site(request: HttpRequest) -> Site:
    """What every page knows: the visitor's theme, and its own address in each language."""
    return {"theme": theme_of(request), "languages": languages(request)}


def languages(request: HttpRequest) -> list[Language]:
    here, current = request.get_full_path(), get_language()
    return [
        Language(code=code, label=str(label), url=_in_language(here, code), current=code == current)
        for code, label in settings.LANGUAGES
    ]


def _in_language(here: str, code: str) -> str:
    """This page in that language; its home where the address has no languages (an error page)."""
    there = translate_url(here, code)
    return there if there.startswith(f"/{code}/") else f"/{code}/"
